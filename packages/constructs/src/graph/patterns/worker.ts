// SPDX-License-Identifier: Apache-2.0
/** @module One role of a graph to the props of its component. */
import type { ComponentType, Volume, VolumeMount } from "../../api/index.js";
import { type Program, parallelism } from "../../engines/index.js";
import type { Pool } from "../../estimate/index.js";
import { dynamoImage, exceptionAnnotation } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import { defined } from "../container.js";
import { merge } from "../merge.js";
import { type EngineFile, engineFile } from "./engine-file.js";
import { type RoleSettings, roleProgram } from "./engine-role.js";
import { type Fabric, fabricAnnotations, fabricDevices, type SecurityException } from "./fabric.js";
import { cachePod } from "./model-cache.js";
import { type Neighbours, neighbourAffinity } from "./neighbours.js";
import type { NodePlacement } from "./node-placement.js";
import type { PatternProps } from "./pattern-props.js";
import type { PlacementStrategy } from "./placement-strategy.js";
import { cacheOf, hardened, list, mergeEnvironment, tokenSources } from "./pod-defaults.js";
import type { ParallelismOptions, WorkerOptions } from "./serving.js";

/** One role of a graph. */
export interface Role {
  readonly name: string;
  readonly type: ComponentType;
  readonly disaggregation: "prefill" | "decode" | undefined;
  /** Name of the role that takes its KV blocks, or sends them. */
  readonly peer: string | undefined;
  /** True when the role publishes KV events. */
  readonly kvEvents: boolean;
}

/** A worker's component and the file of its engine, if it has one. */
export interface ResolvedWorker {
  readonly component: ComponentProps;
  readonly file?: EngineFile | undefined;
  /** The machines that it runs on, where they are known. */
  readonly pool?: Pool | undefined;
  /** True when the fabric keeps it off machines of the other role. */
  readonly separateHosts: boolean;
  /** As the user said it. */
  readonly placementStrategy?: PlacementStrategy | undefined;
}

/** Resolves one role: what follows from the graph, then what the user said of the role. */
export function resolveWorker(
  graph: string,
  role: Role,
  props: PatternProps,
  options: WorkerOptions,
): ResolvedWorker {
  const {
    engine: own,
    engineConfig,
    nodes = props.nodes,
    placementStrategy,
    component,
    parallel,
  } = split(options);
  const engine = onNodes(overlay(props.engine, own), nodes, parallel);
  const spread = role.disaggregation !== undefined || (parallel.nodeCount ?? 1) > 1;
  const fabric = spread ? nodes?.fabric : undefined;
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
  const host = hostDirectories(fabric);
  const gpus = podGpus(program, file, parallel.nodeCount);
  const { podMetadata, ...scheduling } = schedule(
    { graph, role: role.name, peer: role.peer, nodeCount: parallel.nodeCount ?? 1, fabric },
    nodes,
    gpus,
  );
  const derived: ComponentProps = defined(workload(role, props, engine, fabric), {
    ...cache,
    program,
    multinode: (parallel.nodeCount ?? 1) > 1 ? { nodeCount: parallel.nodeCount } : undefined,
    ...scheduling,
    podMetadata: merge(cache.podMetadata, podMetadata),
    env: mergeEnvironment(cache.env, fabric?.env, nixlEnvironment(engine, fabric), env),
    envFrom: list([...tokenSources(props), ...(envFrom ?? [])]),
    volumes: list([...cacheVolumes, ...(file?.volumes ?? []), ...host.volumes, ...(volumes ?? [])]),
    volumeMounts: list([
      ...cacheMounts,
      ...(file?.volumeMounts ?? []),
      ...host.volumeMounts,
      ...(volumeMounts ?? []),
    ]),
    ...devices(gpus, fabric),
  });
  return {
    component: merge(derived, defined(rest)),
    file,
    pool: nodes?.pool,
    separateHosts: fabric?.separateHosts === true,
    placementStrategy,
  };
}

function split(options: WorkerOptions) {
  const { engine, engineConfig, nodes, placementStrategy, ...rest } = options;
  const {
    tensorParallel,
    pipelineParallel,
    dataParallel,
    expertParallel,
    nodeCount,
    ...component
  } = rest;
  const parallel: ParallelismOptions = {
    tensorParallel,
    pipelineParallel,
    dataParallel,
    expertParallel,
    nodeCount,
  };
  return { engine, engineConfig, nodes, placementStrategy, component, parallel };
}

/** Shared memory of a worker that hands KV cache over. */
const transferMemory = "16Gi";

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
    sharedMemorySize: role.disaggregation === undefined ? undefined : transferMemory,
    ...hardened(fabric?.security),
  };
}

/** Which nodes the pods of a role run on, and beside whom. */
function schedule(
  place: Neighbours,
  nodes: NodePlacement | undefined,
  gpus: number,
): Pick<ComponentProps, "nodeSelector" | "tolerations" | "affinity" | "podMetadata"> {
  const { fabric } = place;
  const { security } = fabric ?? {};
  const annotations = {
    ...nodes?.podAnnotations,
    ...(fabric === undefined ? {} : fabricAnnotations(fabric, gpus)),
    ...(security === undefined ? {} : { [exceptionAnnotation]: exceptionText(security) }),
  };
  const neighbours = neighbourAffinity(place);
  return {
    nodeSelector: nodes?.nodeSelector,
    tolerations: nodes?.tolerations,
    affinity: neighbours === undefined ? nodes?.affinity : merge(neighbours, nodes?.affinity),
    podMetadata: Object.keys(annotations).length === 0 ? undefined : { annotations },
  };
}

function exceptionText({ capabilities, privileged, reason }: SecurityException): string {
  const what =
    privileged === true ? `privileged, ${capabilities.join(", ")}` : capabilities.join(", ");
  return `${what}: ${reason}`;
}

/** Directories of the node that the fabric's libraries are in. */
function hostDirectories(fabric: Fabric | undefined): {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
} {
  const directories = fabric?.hostDirectories ?? [];
  return {
    volumes: directories.map(({ name, path }) => ({ name, hostPath: { path, type: "Directory" } })),
    volumeMounts: directories.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
  };
}

/** GPUs of one pod. */
function podGpus(
  program: Program,
  file: EngineFile | undefined,
  nodes: number | undefined,
): number {
  const gpus = parallelism(program, { ...file?.config })?.gpus ?? 1;
  return Math.ceil(gpus / (nodes ?? 1));
}

/** GPUs and network interfaces of one pod. */
function devices(
  gpus: number,
  fabric: Fabric | undefined,
): Pick<ComponentProps, "gpus" | "resources"> {
  if (gpus === 0) return {};
  const limits = fabric === undefined ? {} : fabricDevices(fabric, gpus);
  if (Object.keys(limits).length === 0) return { gpus };
  // Kubernetes refuses huge pages in a container that asks for neither CPU nor memory.
  const requests = fabric?.hugepages === undefined ? {} : { requests: { memory: transferMemory } };
  return { gpus, resources: { limits, ...requests } };
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

/** The engine with the shell lines that its nodes need. */
function onNodes(
  engine: Program,
  nodes: NodePlacement | undefined,
  { nodeCount = 1 }: ParallelismOptions,
): Program {
  if (nodes?.setup === undefined || nodeCount > 1) return engine;
  const lines = [nodes.setup, ...(engine.setup === undefined ? [] : [engine.setup])];
  return { ...engine, setup: lines.join("\n") };
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
