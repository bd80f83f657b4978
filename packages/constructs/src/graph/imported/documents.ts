// SPDX-License-Identifier: Apache-2.0
/**
 * @module JSON documents among the flags: typed where they have the types of their interfaces, as
 * text where not.
 *
 * The programs take `"32"` for 32 and, some of them, keys that nobody knows; TypeScript does not.
 */
import { isFields } from "../../api/index.js";
import {
  type CompilationConfig,
  checkEngineConfig,
  type EplbConfig,
  flagTable,
  type KvConnectorExtraConfig,
  type KvEventsConfig,
  type KvTransferConfig,
  type MockerReasoning,
  type Program,
  plannerConfigFields,
  readFields,
  renderFlags,
  type SpeculativeConfig,
} from "../../engines/index.js";
import type { ComponentProps } from "../component.js";
import type { ContainerOptions } from "../container.js";

/** The component with programs that compile: other documents stand in `extraArgs`. */
export function withTypedDocuments(component: ComponentProps): ComponentProps {
  const { sidecars, ...main } = typedContainer(component);
  return sidecars === undefined ? main : { ...main, sidecars: sidecars.map(typedContainer) };
}

function typedContainer<T extends ContainerOptions>(container: T): T {
  const { program } = container;
  return program === undefined ? container : { ...container, program: typedProgram(program) };
}

function typedProgram(program: Program): Program {
  const flags = Object.entries(program.flags);
  const misfits = flags.filter(
    ([property, value]) => typeof value === "object" && !fits(program, property, value),
  );
  if (misfits.length === 0) return program;
  const tokens = misfits.flatMap(([property, value]) =>
    renderFlags(flagTable(program.program), { [property]: value }),
  );
  return {
    ...program,
    flags: Object.fromEntries(flags.filter((flag) => !misfits.includes(flag))),
    extraArgs: [...(program.extraArgs ?? []), ...tokens],
  };
}

function fits(program: Program, property: string, value: unknown): boolean {
  if (value === null || flagTable(program.program)[property]?.kind !== "json") return true;
  return (documents[property] ?? isFields)(value);
}

type Is<T> = (value: unknown) => value is T;

/** The keys of a document that its interface names. */
type Known<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] };

/** A test for each known key; the compiler asks for all of them. */
type Shape<T> = { readonly [K in Known<T>]-?: Is<NonNullable<T[K]>> };

const isNumber: Is<number> = (value) => typeof value === "number";
const isText: Is<string> = (value) => typeof value === "string";
const isSwitch: Is<boolean> = (value) => typeof value === "boolean";

function oneOf<const V extends string>(...values: readonly V[]): Is<V> {
  return (value): value is V => values.some((known) => known === value);
}

function listOf<T>(is: Is<T>): Is<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(is);
}

function mapOf<T>(is: Is<T>): Is<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isFields(value) && Object.values(value).every(is);
}

function documentOf<T>(shape: Shape<T>): Is<T> {
  const tests: Readonly<Record<string, (value: unknown) => boolean>> = shape;
  return (value): value is T =>
    isFields(value) &&
    Object.entries(value).every(([key, item]) => !Object.hasOwn(tests, key) || tests[key]?.(item));
}

const isTransfer: Is<KvTransferConfig> = documentOf<KvTransferConfig>({
  kv_connector: isText,
  kv_role: oneOf("kv_producer", "kv_consumer", "kv_both"),
  kv_connector_module_path: isText,
  engine_id: isText,
  kv_buffer_device: isText,
  kv_buffer_size: isNumber,
  kv_rank: isNumber,
  kv_parallel_size: isNumber,
  kv_ip: isText,
  kv_port: isNumber,
  kv_load_failure_policy: oneOf("recompute", "fail"),
  enable_permute_local_kv: isSwitch,
  kv_connector_extra_config: documentOf<KvConnectorExtraConfig>({
    backends: listOf(isText),
    connectors: (value): value is readonly KvTransferConfig[] => listOf(isTransfer)(value),
    cpu_bytes_to_use_per_rank: isNumber,
  }),
});

/** How the document of a flag is judged; any other only has to be an object. */
const documents: Readonly<Record<string, (value: unknown) => boolean>> = {
  kvTransferConfig: isTransfer,
  kvEventsConfig: documentOf<KvEventsConfig>({
    enable_kv_cache_events: isSwitch,
    publisher: oneOf("zmq", "null"),
    endpoint: isText,
    replay_endpoint: isText,
    buffer_steps: isNumber,
    hwm: isNumber,
    max_queue_size: isNumber,
    topic: isText,
  }),
  eplbConfig: documentOf<EplbConfig>({
    window_size: isNumber,
    step_interval: isNumber,
    num_redundant_experts: isNumber,
    log_balancedness: isSwitch,
    use_async: isSwitch,
    policy: isText,
  }),
  compilationConfig: documentOf<CompilationConfig>({
    mode: isNumber,
    cudagraph_mode: isText,
    cudagraph_capture_sizes: listOf(isNumber),
    max_cudagraph_capture_size: isNumber,
    pass_config: isFields,
    custom_ops: listOf(isText),
  }),
  speculativeConfig: documentOf<SpeculativeConfig>({
    method: isText,
    model: isText,
    num_speculative_tokens: isNumber,
    draft_tensor_parallel_size: isNumber,
    quantization: isText,
    max_model_len: isNumber,
    revision: isText,
    code_revision: isText,
    prompt_lookup_max: isNumber,
    prompt_lookup_min: isNumber,
    parallel_drafting: isSwitch,
    attention_backend: isText,
    moe_backend: isText,
    enforce_eager: isSwitch,
    rejection_sample_method: isText,
    synthetic_acceptance_length: isNumber,
  }),
  reasoning: (value) =>
    isFields(value) &&
    Object.keys(value).length === 3 &&
    documentOf<MockerReasoning>({
      start_thinking_token_id: isNumber,
      end_thinking_token_id: isNumber,
      thinking_ratio: isNumber,
    })(value),
  config: isPlannerConfig,
  overrideEngineArgs: (value) =>
    isFields(value) && checkEngineConfig(value).length === 0 && !hasWordyValue(value),
  limitMmDataPerRequest: mapOf(isNumber),
  extraMetricLabels: mapOf(isText),
  modelClassOverrides: mapOf(isText),
  defaultMmLoras: mapOf(isText),
  remoteInstanceWeightLoaderSendWeightsGroupPorts: listOf(isNumber),
};

/** Parts of the planner's configuration that have interfaces of their own. */
const nestedPlanner = ["aic_perf_model", "aic_interpolation", "plugin_registration"];

function isPlannerConfig(value: unknown): boolean {
  if (!isFields(value) || hasWordyValue(value)) return false;
  const { issues, unknown } = readFields(plannerConfigFields, value, { property: "", flag: "" });
  return (
    issues.length === 0 &&
    unknown.length === 0 &&
    nestedPlanner.every((key) => value[key] === undefined || value[key] === null)
  );
}

/** Text that a program may take for a number or a switch. */
function hasWordyValue(value: unknown): boolean {
  if (typeof value === "string") return /^([+-]?\.?\d.*|true|false|yes|no|on|off)$/i.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasWordyValue);
}
