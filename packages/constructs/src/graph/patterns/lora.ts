/** LoRA adapters of a graph. */
export interface LoraOptions {
  /** Adapters by the name under which requests ask for them, each with its URI: `hf://`, `s3://` or `file:///`. */
  readonly adapters: Readonly<Record<string, string>>;
  /** Adapters that one worker keeps in GPU memory. At least 1. @default - the engine's, 1 */
  readonly maxLoras?: number | undefined;
  /** Largest rank of an adapter. @default - the engine's, 16 */
  readonly maxRank?: number | undefined;
}

/**
 * Adapters that the workers load on demand; each becomes a DynamoModel.
 *
 * @example lora({ adapters: { "sql-expert": "s3://adapters/sql" }, maxLoras: 4 })
 */
export function lora(options: LoraOptions): LoraOptions {
  return options;
}
