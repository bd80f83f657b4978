// SPDX-License-Identifier: Apache-2.0
/** @module Where an engine's KV cache goes: to other workers, to slower memory, and as events to the router. */
import { engineRole } from "./engine-role.js";
import { connectors, type KvEventsConfig } from "./kv-transfer.js";
import { type EngineFile, sglangSettings } from "./parallelism.js";
import type { Program } from "./program.js";
import { engineArguments, type TrtllmConfig } from "./trtllm/index.js";
import type { VllmConfig } from "./vllm/index.js";

/** What moves the cache of an engine. */
export interface KvTransfer {
  /** Connectors by name, the outermost first: `NixlConnector`, `DynamoConnector`, `kvbm`, `hicache`, ... */
  readonly connectors: readonly string[];
  /** Transport between prefill and decode, as the engine names it: `nixl`, `UCX`, `LIBFABRIC`, ... */
  readonly backend?: string | undefined;
}

/** What moves the cache of an engine; undefined when nothing does. */
export function transfer(program: Program, file: EngineFile = {}): KvTransfer | undefined {
  switch (program.program) {
    case "vllm":
      return ofVllm(program.flags);
    case "sglang":
      return ofSglang(program, file);
    case "trtllm":
      return ofTrtllm(program.flags, file);
    default:
      return undefined;
  }
}

function ofVllm(flags: VllmConfig): KvTransfer | undefined {
  const all = flags.kvTransferConfig === undefined ? [] : connectors(flags.kvTransferConfig);
  const names = all.flatMap((connector) => connector.kv_connector ?? []);
  if (flags.kvOffloadingSize !== undefined) names.push(flags.kvOffloadingBackend ?? "native");
  const nixl = all.find((connector) => connector.kv_connector === "NixlConnector");
  const backend =
    nixl === undefined ? undefined : (nixl.kv_connector_extra_config?.backends?.[0] ?? "UCX");
  return names.length === 0 ? undefined : { connectors: names, backend };
}

function ofSglang(program: Program, file: EngineFile): KvTransfer | undefined {
  const flags = sglangSettings(program, file);
  const role = engineRole(program, flags.disaggregationMode);
  const backend =
    role === "prefill" || role === "decode"
      ? (flags.disaggregationTransferBackend ?? "mooncake")
      : undefined;
  const names = [
    ...(flags.enableHierarchicalCache === true ? ["hicache"] : []),
    ...(flags.enableLmcache === true ? ["lmcache"] : []),
    ...(flags.enableFlexkv === true ? ["flexkv"] : []),
  ];
  return backend === undefined && names.length === 0 ? undefined : { connectors: names, backend };
}

function ofTrtllm(flags: TrtllmConfig, file: EngineFile): KvTransfer | undefined {
  const engine = engineArguments(flags, file);
  const backend = engine.cache_transceiver_config?.backend ?? undefined;
  const named = (flags.connector ?? []).filter((name) => name !== "none" && name !== "null");
  const inFile = engine.kv_connector_config?.connector_scheduler_class;
  const names = named.length === 0 && inFile !== undefined ? [inFile] : named;
  return backend === undefined && names.length === 0 ? undefined : { connectors: names, backend };
}

/**
 * Whether a worker publishes KV cache events; undefined when that hangs on a value that is filled
 * in only when the container starts.
 */
export function kvEvents(program: Program, file: EngineFile = {}): boolean | undefined {
  const unresolved = program.extraArgs?.some((token) => /^--kv[-_]events[-_]config/.test(token));
  switch (program.program) {
    case "vllm": {
      const { kvEventsConfig, enablePrefixCaching, disaggregationMode } =
        program.flags as VllmConfig;
      if (engineRole(program, disaggregationMode) === "decode") return false;
      if (enablePrefixCaching === false) return false;
      if (kvEventsConfig === undefined) return unresolved === true ? undefined : false;
      return kvEventsConfig.enable_kv_cache_events === true && sends(kvEventsConfig);
    }
    case "sglang": {
      const { kvEventsConfig } = sglangSettings(program, file);
      if (kvEventsConfig === undefined) return unresolved === true ? undefined : false;
      return sends(kvEventsConfig);
    }
    case "trtllm": {
      const { publishKvEvents, publishEventsAndMetrics } = program.flags as TrtllmConfig;
      return publishKvEvents === true || publishEventsAndMetrics === true;
    }
    case "mocker":
      return (
        program.flags.enablePrefixCaching !== false &&
        engineRole(program, program.flags.disaggregationMode) !== "decode"
      );
    default:
      return false;
  }
}

function sends(config: KvEventsConfig): boolean {
  return config.publisher !== "null";
}
