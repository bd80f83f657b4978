// SPDX-License-Identifier: Apache-2.0
/** @module One role of a graph to the props of its component. */
import type { ComponentType } from "../../api/index.js";
import { type Program, parallelism } from "../../engines/index.js";
import { dynamoImage } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import { defined } from "../container.js";
import { merge } from "../merge.js";
import { type EngineFile, engineFile } from "./engine-file.js";
import { type RoleSettings, roleProgram } from "./engine-role.js";
import { type Fabric, fabricDevices } from "./fabric.js";
import { cachePod } from "./model-cache.js";
import type { PatternProps } from "./pattern-props.js";
import { cacheOf, hardened, list, mergeEnvironment, tokenSources } from "./pod-defaults.js";
import type { ParallelismOptions, WorkerOptions } from "./serving.js";

/** One role of a graph. */
export interface Role {
  readonly name: string;
  readonly type: ComponentType;
  readonly disaggregation: "prefill" | "decode" | undefined;
  /** True when the role publishes KV events. */
  readonly kvEvents: boolean;
}

/** A worker's component and the file of its engine, if it has one. */
export interface ResolvedWorker {
  readonly component: ComponentProps;
  readonly file?: EngineFile | undefined;
}

/** Resolves one role: what follows from the graph, then what the user said of the role. */
export function resolveWorker(
  graph: string,
  role: Role,
  props: PatternProps,
  options: WorkerOptions,
): ResolvedWorker {
  const { engine: own, engineConfig, component, parallel } = split(options);
  const engine = overlay(props.engine, own);
  const spread = role.disaggregation !== undefined || (parallel.nodes ?? 1) > 1;
  const fabric = spread ? props.nodes?.fabric : undefined;
  const file = engineFile(graph, role.name, engine, role.disaggregation, engineConfig);
  const program = roleProgram(engine, {
    options: parallel,
    model: props.model,
    lora: props.lora,
    fabric,
    gpuMemoryService: component.experimental?.gpuMemoryService !== undefined,
    engineConfigPath: file?.path,
    ...role,
  } satisfies RoleSettings);
  const { env, envFrom, volumes, volumeMounts, ...rest } = component;
  const {
    volumes: cacheVolumes,
    volumeMounts: cacheMounts,
    ...cache
  } = cachePod(cacheOf(props.model));
  const derived: ComponentProps = defined(workload(role, props, engine, fabric), {
    ...cache,
    program,
    multinode: (parallel.nodes ?? 1) > 1 ? { nodeCount: parallel.nodes } : undefined,
    env: mergeEnvironment(cache.env, fabric?.env, nixlEnvironment(engine, fabric), env),
    envFrom: list([...tokenSources(props), ...(envFrom ?? [])]),
    volumes: list([...cacheVolumes, ...(file?.volumes ?? []), ...(volumes ?? [])]),
    volumeMounts: list([...cacheMounts, ...(file?.volumeMounts ?? []), ...(volumeMounts ?? [])]),
    ...devices(program, file, parallel.nodes, fabric),
  });
  return { component: merge(derived, defined(rest)), file };
}

function split(options: WorkerOptions) {
  const { engine, engineConfig, ...rest } = options;
  const { tensorParallel, pipelineParallel, dataParallel, expertParallel, nodes, ...component } =
    rest;
  const parallel: ParallelismOptions = {
    tensorParallel,
    pipelineParallel,
    dataParallel,
    expertParallel,
    nodes,
  };
  return { engine, engineConfig, component, parallel };
}

/** What every worker of the graph has, whichever engine runs in it. */
function workload(
  role: Role,
  props: PatternProps,
  engine: Program,
  fabric: Fabric | undefined,
): ComponentProps {
  const planned = props.planner !== undefined;
  return {
    name: role.name,
    type: role.type,
    // The planner owns the count: a rendered one would be refused once it has scaled.
    replicas: planned ? undefined : 1,
    scalingAdapter: planned ? {} : undefined,
    image: dynamoImage(engineImage(engine), {
      version: props.version,
      efa: fabric?.name === "efa",
    }),
    workingDir: "/workspace",
    // NIXL stages transfers in shared memory; the operator's 8 GiB are for workers that do not.
    sharedMemorySize: role.disaggregation === undefined ? undefined : "16Gi",
    nodeSelector: props.nodes?.nodeSelector,
    tolerations: props.nodes?.tolerations,
    affinity: props.nodes?.affinity,
    ...hardened(fabric),
  };
}

/** GPUs and network interfaces of one pod. */
function devices(
  program: Program,
  file: EngineFile | undefined,
  nodes: number | undefined,
  fabric: Fabric | undefined,
): Pick<ComponentProps, "gpus" | "resources"> {
  const engineGpus = parallelism(program, { ...file?.config })?.gpus ?? 1;
  if (engineGpus === 0) return {};
  const gpus = Math.ceil(engineGpus / (nodes ?? 1));
  return fabric === undefined
    ? { gpus }
    : { gpus, resources: { limits: fabricDevices(fabric, gpus) } };
}

/** Flags and settings of the role over those of the graph's engine. */
function overlay(engine: Program, role: Program | undefined): Program {
  if (role === undefined) return engine;
  const { program: _, flags, extraArgs, ...options } = role;
  return {
    ...engine,
    ...defined(options),
    flags: { ...engine.flags, ...flags },
    extraArgs: list([...(engine.extraArgs ?? []), ...(extraArgs ?? [])]),
  };
}

function engineImage({ program }: Program): "vllm" | "sglang" | "trtllm" | "planner" {
  return program === "vllm" || program === "sglang" || program === "trtllm" ? program : "planner";
}

/** SGLang and TensorRT-LLM choose the NIXL backend by environment variable, vLLM by its connector. */
function nixlEnvironment(engine: Program, fabric: Fabric | undefined): Record<string, string> {
  const backend = fabric?.nixlBackend;
  if (backend === undefined) return {};
  if (engine.program === "sglang") return { SGLANG_DISAGGREGATION_NIXL_BACKEND: backend };
  return engine.program === "trtllm" ? { TRTLLM_NIXL_KVCACHE_BACKEND: backend } : {};
}
