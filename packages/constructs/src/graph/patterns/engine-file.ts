// SPDX-License-Identifier: Apache-2.0
/** @module The engine configuration file of a role (TensorRT-LLM): a ConfigMap and its mount. */
import type { Volume, VolumeMount } from "../../api/index.js";
import { type Program, type TrtllmEngineConfig, writeEngineConfig } from "../../engines/index.js";
import { merge } from "../merge.js";

/** A configuration file, from its content to the path at which the engine reads it. */
export interface EngineFile {
  readonly config: TrtllmEngineConfig;
  /** Path in the container. */
  readonly path: string;
  readonly configMap: { readonly name: string; readonly data: Readonly<Record<string, string>> };
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

const directory = "/opt/dynamo/engine-config";

/** The file of one role; undefined when the engine needs none. */
export function engineFile(
  graph: string,
  role: string,
  engine: Program,
  disaggregation: "prefill" | "decode" | undefined,
  given: TrtllmEngineConfig | undefined,
): EngineFile | undefined {
  if (engine.program !== "trtllm") return undefined;
  const config = withRole(disaggregation, given);
  if (config === undefined) return undefined;
  const name = `${graph}-${role}-engine`;
  return {
    config,
    path: `${directory}/${role}.yaml`,
    configMap: { name, data: { [`${role}.yaml`]: writeEngineConfig(config) } },
    volumes: [{ name: "engine-config", configMap: { name } }],
    volumeMounts: [{ name: "engine-config", mountPath: directory, readOnly: true }],
  };
}

/** Both roles of disaggregation move their cache by the transceiver; prefill cannot overlap its schedule. */
function withRole(
  disaggregation: "prefill" | "decode" | undefined,
  given: TrtllmEngineConfig | undefined,
): TrtllmEngineConfig | undefined {
  if (disaggregation === undefined) return given;
  const needed: TrtllmEngineConfig = {
    cache_transceiver_config: { backend: "DEFAULT" },
    ...(disaggregation === "prefill" ? { disable_overlap_scheduler: true } : {}),
  };
  return merge(needed, given);
}
