// SPDX-License-Identifier: Apache-2.0
/** @module What a graph means: each component with its process, its role and its GPUs, computed once. */
import type { Component, Container, DynamoGraphDeployment } from "../api/index.js";
import type { EnvSettings, Launch, Parallelism, Program } from "../engines/index.js";
import {
  annotations,
  type FieldPath,
  type ImageReference,
  parseImage,
  parseVersion,
  type Version,
} from "../facts/index.js";
import { type Environment, environmentOf, isKnown } from "./environment.js";
import { podGpus } from "./gpu-resources.js";
import { type Engine, type Mode, processOf } from "./process.js";

/** What a component does in the graph. */
export type Role =
  | "frontend"
  | "worker"
  | "prefill"
  | "decode"
  | "encode"
  | "planner"
  | "epp"
  | "other";

/** One component and everything that can be read out of it. */
export interface ComponentView {
  readonly component: Component;
  readonly name: string;
  readonly index: number;
  /** Path of the component in the object. */
  readonly path: FieldPath;
  /** From the engine's flags where they name a role, else from the type, else from the program. */
  readonly role: Role;
  /** Replicas as written; 1 when they are not. */
  readonly replicas: number;
  /** Pods per replica. */
  readonly nodes: number;
  /** The container `main`; undefined when the component has none. */
  readonly main: Container | undefined;
  /** Path of the container `main`, also when it is missing. */
  readonly mainPath: FieldPath;
  readonly env: Environment;
  /** The process as it is written; undefined when the command starts none that is known. */
  readonly launch: Launch | undefined;
  /** What the environment sets of the process, and what of that is unknown or wrong. */
  readonly settings: EnvSettings | undefined;
  /** The process with the settings that it takes from the environment, and variables filled in. */
  readonly program: Program | undefined;
  /** True when further flags may come from a file or a variable, so that a missing flag proves nothing. */
  readonly open: boolean;
  readonly engine: Engine | undefined;
  /** What the engine was told to do; undefined when there is no engine, or nobody knows. */
  readonly mode: Mode | undefined;
  /** The main image; undefined when it is missing or still a placeholder. */
  readonly image: ImageReference | undefined;
  /** Dynamo release in the main image; undefined when neither tag nor override tell it. */
  readonly version: Version | undefined;
  /** GPUs of one pod; undefined when resource claims or variables decide. */
  readonly gpusPerPod: number | undefined;
  /** How the engine spreads over GPUs; undefined when flags or files leave it open. */
  readonly parallelism: Parallelism | undefined;
}

/** A graph and its components. */
export interface GraphView {
  readonly graph: DynamoGraphDeployment;
  /** The object as findings name it. */
  readonly object: string;
  readonly name: string;
  /** Kubernetes namespace; undefined when nobody says it. */
  readonly namespace: string | undefined;
  /** True when the graph was written in v1alpha1. */
  readonly alpha: boolean;
  /** False when the graph is kept away from Grove. */
  readonly grove: boolean;
  /** True when processes find one another through etcd. */
  readonly etcd: boolean;
  readonly components: readonly ComponentView[];
}

/** Name of the container that the operator merges its defaults into. */
export const mainContainer = "main";

/** What the graph itself does not tell. */
export interface ViewOptions {
  /** Kubernetes namespace of a graph that names none. @default - unknown */
  readonly namespace?: string | undefined;
  /** True when the graph was written in v1alpha1 and converted. @default false */
  readonly alpha?: boolean | undefined;
}

/** Reads a v1beta1 graph; every check, estimate and target starts from this view. */
export function viewGraph(graph: DynamoGraphDeployment, options: ViewOptions = {}): GraphView {
  const { metadata, spec } = graph;
  const name = metadata?.name ?? metadata?.generateName ?? "";
  const namespace = [metadata?.namespace ?? options.namespace].find(
    (text) => text !== undefined && isKnown(text),
  );
  const settings = metadata?.annotations;
  const etcd = settings?.[annotations.discoveryBackend] === "etcd";
  const context = { graph: name, kubernetesNamespace: namespace, etcd, env: spec?.env };
  return {
    graph,
    object: `DynamoGraphDeployment/${name}`,
    name,
    namespace,
    alpha: options.alpha ?? false,
    grove: settings?.[annotations.enableGrove]?.toLowerCase() !== "false",
    etcd,
    components: (spec?.components ?? []).map((component, index) =>
      viewComponent(component, index, context),
    ),
  };
}

function viewComponent(
  component: Component,
  index: number,
  context: Parameters<typeof environmentOf>[2],
): ComponentView {
  const path = ["spec", "components", index];
  const containers = component.podTemplate?.spec?.containers ?? [];
  const at = containers.findIndex((container) => container.name === mainContainer);
  const main = containers[at];
  const env = environmentOf(component, main, context);
  const process = processOf(component, main, env);
  const image =
    main?.image === undefined || !isKnown(main.image) ? undefined : parseImage(main.image);
  const version = parseVersion(component.runtimeVersionOverride ?? image?.tag ?? "");
  return {
    component,
    name: component.name,
    index,
    path,
    role: roleOf(component, process.mode, process.program),
    replicas: component.replicas ?? 1,
    nodes: component.multinode === undefined ? 1 : (component.multinode.nodeCount ?? 2),
    main,
    mainPath: [...path, "podTemplate", "spec", "containers", Math.max(at, 0)],
    env,
    image,
    version,
    gpusPerPod: podGpus(component, main),
    ...process,
  };
}

function roleOf(component: Component, mode: Mode | undefined, program: Program | undefined): Role {
  if (mode === "prefill" || mode === "decode" || mode === "encode") return mode;
  if (component.type !== undefined) return component.type;
  switch (program?.program) {
    case "frontend":
      return "frontend";
    case "planner":
    case "globalPlanner":
      return "planner";
    case undefined:
    case "router":
    case "globalRouter":
      return "other";
    default:
      return "worker";
  }
}
