// SPDX-License-Identifier: Apache-2.0
/** @module How a graph serves: one kind of worker, or prefill and decode apart. */
import type { Program, TrtllmEngineConfig } from "../../engines/index.js";
import type { ComponentProps } from "../component.js";
import type { NodePlacement } from "./node-placement.js";
import type { PlacementStrategy } from "./placement-strategy.js";

/** How one engine is spread over GPUs and nodes. */
export interface ParallelismOptions {
  /** GPUs that share each layer. At least 1. @default 1 */
  readonly tensorParallel?: number | undefined;
  /** Groups of GPUs that hold successive layers. At least 1. @default 1 */
  readonly pipelineParallel?: number | undefined;
  /** Copies of the attention layers inside one engine. At least 1. @default 1 */
  readonly dataParallel?: number | undefined;
  /** Spreads the experts of a mixture-of-experts model over the engine's GPUs. @default false */
  readonly expertParallel?: boolean | undefined;
  /** Nodes, and so pods, per replica; `multinode.nodeCount` of the API. At least 1. @default 1 */
  readonly nodeCount?: number | undefined;
}

/** What can be said about one kind of worker; any field of its component and pod wins over what follows from the graph. */
export interface WorkerOptions
  extends ParallelismOptions,
    Omit<
      Partial<ComponentProps>,
      "name" | "type" | "multinode" | "program" | "command" | "args" | "gpus"
    > {
  /**
   * Flags for this role only, laid over the graph's engine.
   *
   * @example prefill: { engine: vllm({ maxNumSeqs: 64 }) }
   * @default - the graph's engine
   */
  readonly engine?: Program | undefined;
  /**
   * TensorRT-LLM engine configuration of this role; written to a ConfigMap and mounted.
   *
   * @default - only what the role needs (cache transceiver, overlap scheduler)
   */
  readonly engineConfig?: TrtllmEngineConfig | undefined;
  /** The nodes that this role runs on. @default - the graph's `nodes` */
  readonly nodes?: NodePlacement | undefined;
  /**
   * Whether the role's pods fill one machine after the other. `"spread"` leaves them to the scheduler,
   * so that less is lost with a machine; the pool then needs machines to spare (DYN-PLACE-017).
   *
   * @default - "binpack" where a machine holds several of its pods and the other role needs machines
   * without them (EFA, or pods that leave too few GPUs), else "spread"
   */
  readonly placementStrategy?: PlacementStrategy | undefined;
}

/** One kind of worker that does prefill and decode. */
export interface AggregatedServing extends WorkerOptions {
  readonly kind: "aggregated";
}

/** Prefill and decode workers, which hand KV cache over. */
export interface DisaggregatedServing {
  readonly kind: "disaggregated";
  readonly prefill: WorkerOptions;
  readonly decode: WorkerOptions;
}

/** How a graph serves. */
export type Serving = AggregatedServing | DisaggregatedServing;

/**
 * Every worker does prefill and decode.
 *
 * @example aggregated({ replicas: 2, tensorParallel: 4 })
 */
export function aggregated(options: WorkerOptions = {}): AggregatedServing {
  return { kind: "aggregated", ...options };
}

/**
 * Prefill workers compute the KV cache of a prompt and hand it to decode workers.
 *
 * @example disaggregated({ prefill: { replicas: 6, tensorParallel: 2 }, decode: { replicas: 2, tensorParallel: 2 } })
 */
export function disaggregated(
  options: {
    readonly prefill?: WorkerOptions | undefined;
    readonly decode?: WorkerOptions | undefined;
  } = {},
): DisaggregatedServing {
  return { kind: "disaggregated", prefill: options.prefill ?? {}, decode: options.decode ?? {} };
}
