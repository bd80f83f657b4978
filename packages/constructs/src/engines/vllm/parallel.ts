// SPDX-License-Identifier: Apache-2.0
/** @module Flags of vLLM for spreading a model over GPUs and nodes. */
import { choice, int, ints, json, negatable, text, texts, toggle } from "../flags.js";

/** @see vllm/config/parallel.py, EPLBConfig */
export interface EplbConfig {
  /** Steps of load history. @default 1000 */
  readonly window_size?: number | undefined;
  /** Steps between two rearrangements. @default 3000 */
  readonly step_interval?: number | undefined;
  /** Extra copies of busy experts, over all ranks. @default 0 */
  readonly num_redundant_experts?: number | undefined;
  readonly log_balancedness?: boolean | undefined;
  readonly use_async?: boolean | undefined;
  readonly policy?: string | undefined;
  readonly [key: string]: unknown;
}

/**
 * The operator reads `--tensor-parallel-size`, `--pipeline-parallel-size` and
 * `--data-parallel-size` as separate tokens and adds ranks and addresses of a multi-node engine
 * itself; leave those out under the operator.
 *
 * @see vllm/engine/arg_utils.py, vllm/config/parallel.py
 */
export const parallelFlags = {
  /** GPUs that share each layer. Must divide the number of attention heads. @default 1 */
  tensorParallelSize: int("--tensor-parallel-size", {
    aliases: ["-tp"],
    unit: "GPUs",
    min: 1,
    default: 1,
  }),
  /** Groups of GPUs that hold successive layers. @default 1 */
  pipelineParallelSize: int("--pipeline-parallel-size", { aliases: ["-pp"], min: 1, default: 1 }),
  /** Copies of the engine that work on different requests; experts may span them. @default 1 */
  dataParallelSize: int("--data-parallel-size", { aliases: ["-dp"], min: 1, default: 1 }),
  /** Copies on this node. @default - all of them */
  dataParallelSizeLocal: int("--data-parallel-size-local", { aliases: ["-dpl"], min: 0 }),
  /** Rank of this copy when a load balancer in front knows all copies. */
  dataParallelRank: int("--data-parallel-rank", { aliases: ["-dpn"], min: 0 }),
  /** Rank of the first copy on this node. @default 0 */
  dataParallelStartRank: int("--data-parallel-start-rank", { aliases: ["-dpr"], min: 0 }),
  /** Address of the node with rank 0. */
  dataParallelAddress: text("--data-parallel-address", { aliases: ["-dpa"] }),
  /** Port that the copies coordinate on, the same on all nodes. */
  dataParallelRpcPort: int("--data-parallel-rpc-port", { aliases: ["-dpp"], min: 1, max: 65535 }),
  /** `mp` or `ray`. @default "mp" */
  dataParallelBackend: text("--data-parallel-backend", { aliases: ["-dpb"], default: "mp" }),
  /** Each node balances over its own copies, a balancer in front over the nodes. @default false */
  dataParallelHybridLb: negatable("--data-parallel-hybrid-lb", {
    aliases: ["-dph"],
    default: false,
  }),
  /** A balancer in front knows every copy. @default false */
  dataParallelExternalLb: negatable("--data-parallel-external-lb", {
    aliases: ["-dpe"],
    default: false,
  }),
  /** One port per local copy under a supervisor. @default false */
  dataParallelMultiPortExternalLb: toggle("--data-parallel-multi-port-external-lb", {
    aliases: ["-dpm"],
    default: false,
  }),
  /** GPUs that share the sequence during prefill. @default 1 */
  prefillContextParallelSize: int("--prefill-context-parallel-size", {
    aliases: ["-pcp"],
    min: 1,
    default: 1,
  }),
  /** Groups inside tensor parallelism that share the KV cache by sequence. @default 1 */
  decodeContextParallelSize: int("--decode-context-parallel-size", {
    aliases: ["-dcp"],
    min: 1,
    default: 1,
  }),
  /** How decode context parallelism communicates: `ag_rs` or `a2a`. */
  dcpCommBackend: text("--dcp-comm-backend"),
  /** Tokens of one rank before the next one's, in decode context parallelism. @default 1 */
  dcpKvCacheInterleaveSize: int("--dcp-kv-cache-interleave-size", { min: 1, default: 1 }),
  /** The same for prefill and decode. @default 1 */
  cpKvCacheInterleaveSize: int("--cp-kv-cache-interleave-size", { min: 1, default: 1 }),
  /** Spreads whole experts over TP × DP ranks instead of splitting each of them. @default false */
  enableExpertParallel: negatable("--enable-expert-parallel", {
    aliases: ["-ep"],
    default: false,
  }),
  /** Skips the weights of other ranks' experts while loading. @default false */
  enableEpWeightFilter: negatable("--enable-ep-weight-filter", { default: false }),
  /**
   * How tokens travel to their experts: `allgather_reducescatter`, `deepep_high_throughput`
   * (prefill), `deepep_low_latency` (decode), `flashinfer_nvlink_one_sided`, `mori`, ...
   *
   * @default "allgather_reducescatter"
   */
  all2allBackend: text("--all2all-backend", { default: "allgather_reducescatter" }),
  /** Rearranges experts by load while serving. @default false */
  enableEplb: negatable("--enable-eplb", { default: false }),
  /** Settings of `enableEplb`. */
  eplbConfig: json<EplbConfig>("--eplb-config", { dotted: true }),
  /** How experts are placed at the start. @default "linear" */
  expertPlacementStrategy: choice("--expert-placement-strategy", ["linear", "round_robin"], {
    default: "linear",
  }),
  /** Lets the number of expert ranks change while serving; needs Ray. @default false */
  enableElasticEp: negatable("--enable-elastic-ep", { default: false }),
  /** Splits a batch in two, so that one half computes while the other communicates. @default false */
  enableDbo: negatable("--enable-dbo", { default: false }),
  /** Parts that a batch is split into. */
  ubatchSize: int("--ubatch-size", { min: 0 }),
  /** Smallest decode batch that is split. @default 32 */
  dboDecodeTokenThreshold: int("--dbo-decode-token-threshold", {
    unit: "tokens",
    min: 0,
    default: 32,
  }),
  /** Smallest prefill batch that is split. @default 512 */
  dboPrefillTokenThreshold: int("--dbo-prefill-token-threshold", {
    unit: "tokens",
    min: 0,
    default: 512,
  }),
  /** Copies coordinate over the CPU instead of NCCL. */
  disableNcclForDpSynchronization: negatable("--disable-nccl-for-dp-synchronization"),
  /** `mp`, `ray`, `uni`, `external_launcher`. @default - by number of GPUs */
  distributedExecutorBackend: text("--distributed-executor-backend"),
  /** Address of the first node. The operator sets it. */
  masterAddr: text("--master-addr"),
  /** Port of the first node. The operator sets 29500. @default 29501 */
  masterPort: int("--master-port", { min: 1, max: 65535, default: 29501 }),
  /** Nodes of the engine. The operator sets it. @default 1 */
  nnodes: int("--nnodes", { aliases: ["-n"], min: 1, default: 1 }),
  /** Number of this node. The operator sets it. @default 0 */
  nodeRank: int("--node-rank", { aliases: ["-r"], min: 0, default: 0 }),
  /** Longest wait for another GPU. */
  distributedTimeoutSeconds: int("--distributed-timeout-seconds", { unit: "seconds", min: 1 }),
  /** Longest wait for another process, while weights load. */
  cpuDistributedTimeoutSeconds: int("--cpu-distributed-timeout-seconds", {
    unit: "seconds",
    min: 1,
  }),
  /** Binds each worker process to the NUMA node of its GPU. @default false */
  numaBind: negatable("--numa-bind", { default: false }),
  /** NUMA node per GPU. @default - detected */
  numaBindNodes: ints("--numa-bind-nodes", { min: 0 }),
  /** CPU list per GPU. @default - all of the node */
  numaBindCpus: texts("--numa-bind-cpus"),
  /** GPUs to use, by number or UUID, separated by commas. @default - all visible ones */
  deviceIds: text("--device-ids"),
  /** Workers that load weights at the same time. @default - all */
  maxParallelLoadingWorkers: int("--max-parallel-loading-workers", { min: 1 }),
  /** Profiles Ray workers with Nsight. @default false */
  rayWorkersUseNsight: negatable("--ray-workers-use-nsight", { default: false }),
  /** Uses NCCL for every all-reduce. @default false */
  disableCustomAllReduce: negatable("--disable-custom-all-reduce", { default: false }),
  /** Class of the worker process. @default "auto" */
  workerCls: text("--worker-cls", { default: "auto" }),
  /** Class whose methods are added to the worker. @default - none */
  workerExtensionCls: text("--worker-extension-cls"),
} as const;
