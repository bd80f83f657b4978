// SPDX-License-Identifier: Apache-2.0
/** @module The settings of a whole graph: metadata, the operator's annotations, fields of `spec`. */
import type { DynamoGraphDeployment, DynamoGraphDeploymentSpec } from "../api/index.js";
import { type Pool, writePools } from "../estimate/index.js";
import {
  annotations as keys,
  poolsAnnotation,
  type Waiver,
  waiverAnnotation,
} from "../facts/index.js";
import { type ComponentProps, readComponent, renderComponent } from "./component.js";
import { defined } from "./container.js";
import { type Environment, readEnvironment, renderEnvironment } from "./environment.js";

/** Settings of a graph that the operator reads from annotations of its metadata. */
export interface OperatorOptions {
  /**
   * What runs the pods. `grove` is the operator's choice when Grove is installed; `deployment` leaves
   * it (Deployments, or LeaderWorkerSets for multi-node components).
   *
   * @default - the operator decides
   */
  readonly orchestrator?: "grove" | "deployment" | undefined;
  /** How Grove replaces pods. @default "RollingRecreate" */
  readonly groveUpdateStrategy?: "RollingRecreate" | "OnDelete" | undefined;
  /** Where processes find one another. @default - the operator's setting, `kubernetes` */
  readonly discovery?: "kubernetes" | "etcd" | undefined;
  /** Discovery identity: one per pod or one per container. @default "pod" */
  readonly discoveryMode?: "pod" | "container" | undefined;
  /** Queue of the KAI scheduler. @default "dynamo", when KAI is enabled */
  readonly kaiQueue?: string | undefined;
  /** Queue of Volcano. @default - Volcano's default queue */
  readonly volcanoQueue?: string | undefined;
  /** False keeps the pods away from the PodMonitors. @default true */
  readonly metrics?: boolean | undefined;
  /** How vLLM spans nodes. @default "mp" */
  readonly vllmExecutor?: "mp" | "ray" | undefined;
}

/** Settings of a whole graph. */
export interface GraphOptions
  extends OperatorOptions,
    Pick<
      DynamoGraphDeploymentSpec,
      "backendFramework" | "priorityClassName" | "restart" | "topologyConstraint" | "experimental"
    > {
  /**
   * Name of the graph; Services and Dynamo namespaces are derived from it.
   *
   * @default - the construct id
   */
  readonly name?: string | undefined;
  /** Kubernetes namespace. @default - the chart's namespace */
  readonly namespace?: string | undefined;
  /** Labels of the graph object. @default - those of the chart */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Annotations of the graph object, besides those that the typed settings write. @default - none */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  /** Labels that the operator puts on everything it makes for the graph. @default - none */
  readonly propagatedLabels?: Readonly<Record<string, string>> | undefined;
  /** Annotations that the operator puts on everything it makes for the graph. @default - none */
  readonly propagatedAnnotations?: Readonly<Record<string, string>> | undefined;
  /** Environment of the main container of every component; a component's own value wins. @default - none */
  readonly env?: Environment | undefined;
  /**
   * Pools of machines that the graph runs on. With them, synthesis checks that all replicas fit at
   * maximum scale, that models fit the GPUs, and that the fabric is used. They travel in an
   * annotation, so that whoever checks the YAML knows them.
   *
   * @default - those of the `nodes` that its workers name
   */
  readonly pools?: readonly Pool[] | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** A graph as a list of components. */
export interface GraphProps extends GraphOptions {
  /** The components, in the order in which they are written. At most 25. */
  readonly components: readonly ComponentProps[];
}

/** Renders a graph as the v1beta1 API has it. */
export function renderGraph(name: string, props: GraphProps): DynamoGraphDeployment {
  const annotations = {
    ...props.annotations,
    ...operatorAnnotations(props),
    ...poolAnnotations(props.pools),
    ...waiverAnnotations(props.waive),
  };
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: defined({
      name: props.name ?? name,
      namespace: props.namespace,
      labels: props.labels,
      annotations: Object.keys(annotations).length === 0 ? undefined : annotations,
    }),
    spec: defined({
      annotations: props.propagatedAnnotations,
      labels: props.propagatedLabels,
      backendFramework: props.backendFramework,
      priorityClassName: props.priorityClassName,
      restart: props.restart,
      topologyConstraint: props.topologyConstraint,
      experimental: props.experimental,
      env: renderEnvironment(props.env),
      components: props.components.map(renderComponent),
    }),
  } as DynamoGraphDeployment;
}

/** The props that render this graph again. */
export function readGraph(graph: DynamoGraphDeployment): GraphProps {
  const {
    annotations: propagatedAnnotations,
    labels: propagatedLabels,
    env,
    components,
    ...spec
  } = graph.spec ?? {};
  const environment = readEnvironment(env);
  const { typed, rest } = readAnnotations(graph.metadata?.annotations ?? {});
  return defined({
    name: graph.metadata?.name,
    namespace: graph.metadata?.namespace,
    labels: graph.metadata?.labels,
    annotations: Object.keys(rest).length === 0 ? undefined : rest,
    ...typed,
    ...spec,
    propagatedAnnotations,
    propagatedLabels,
    env: environment,
    components: (components ?? []).map((component) =>
      readComponent(component, { graphEnvironment: environment }),
    ),
  }) as GraphProps;
}

/** Each setting with its annotation: the value that is written, and the setting that a value means. */
const operatorSettings = [
  row("orchestrator", keys.enableGrove, { grove: "true", deployment: "false" }),
  row("groveUpdateStrategy", keys.groveUpdateStrategy, {
    RollingRecreate: "RollingRecreate",
    OnDelete: "OnDelete",
  }),
  row("discovery", keys.discoveryBackend, { kubernetes: "kubernetes", etcd: "etcd" }),
  row("discoveryMode", keys.kubeDiscoveryMode, { pod: "pod", container: "container" }),
  row("kaiQueue", keys.kaiQueue),
  row("volcanoQueue", keys.volcanoQueue),
  row("metrics", keys.enableMetrics, { true: "true", false: "false" }),
  row("vllmExecutor", keys.vllmExecutor, { mp: "mp", ray: "ray" }),
] as const;

interface OperatorSetting {
  readonly property: keyof OperatorOptions;
  readonly annotation: string;
  /** Written value by setting; undefined for free text. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

function row(
  property: keyof OperatorOptions,
  annotation: string,
  values?: Readonly<Record<string, string>>,
): OperatorSetting {
  return { property, annotation, values };
}

function operatorAnnotations(options: OperatorOptions): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const { property, annotation, values } of operatorSettings) {
    const setting = options[property];
    if (setting !== undefined)
      annotations[annotation] = values?.[String(setting)] ?? String(setting);
  }
  return annotations;
}

function readAnnotations(annotations: Readonly<Record<string, string>>): {
  readonly typed: Record<string, unknown>;
  readonly rest: Record<string, string>;
} {
  const typed: Record<string, unknown> = {};
  const rest: Record<string, string> = { ...annotations };
  for (const { property, annotation, values } of operatorSettings) {
    const value = annotations[annotation];
    if (value === undefined) continue;
    const setting =
      values === undefined ? value : Object.keys(values).find((key) => values[key] === value);
    if (setting === undefined) continue;
    typed[property] = property === "metrics" ? setting === "true" : setting;
    delete rest[annotation];
  }
  return { typed, rest };
}

/** Waivers travel with the object, so that whoever checks the YAML sees the same reasons. */
function waiverAnnotations(waivers: readonly Waiver[] | undefined): Record<string, string> {
  return waivers === undefined || waivers.length === 0
    ? {}
    : { [waiverAnnotation]: JSON.stringify(waivers) };
}

/** Pools travel with the object as waivers do. */
function poolAnnotations(pools: readonly Pool[] | undefined): Record<string, string> {
  return pools === undefined || pools.length === 0 ? {} : { [poolsAnnotation]: writePools(pools) };
}
