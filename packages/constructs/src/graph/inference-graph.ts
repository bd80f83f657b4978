// SPDX-License-Identifier: Apache-2.0
/** @module A Dynamo inference graph: one DynamoGraphDeployment, with what its pattern needs beside it. */
import { Chart } from "cdk8s";
import type { Construct } from "constructs";
import {
  type Component,
  type DynamoGraphDeployment,
  graphToV1alpha1,
  type V1alpha1GraphDeploymentSpec,
} from "../api/index.js";
import { frontendCommand } from "./component.js";
import { type GraphProps, renderGraph } from "./graph-options.js";
import { KubeObject, type Manifest } from "./kube-object.js";
import { merge } from "./merge.js";
import type { PatternProps } from "./patterns/pattern-props.js";
import { type ResolvedPattern, resolvePattern } from "./patterns/resolve.js";

/** How the graph is written. */
export type TargetOptions = BetaTarget | AlphaTarget;

/** The graph as operators from 1.2 on read it. */
export interface BetaTarget {
  /**
   * API version of the written object. `nvidia.com/v1alpha1` is for operators before 1.2.
   *
   * @default "nvidia.com/v1beta1"
   */
  readonly apiVersion?: "nvidia.com/v1beta1" | undefined;
  readonly v1alpha1?: undefined;
}

/** The graph for operators before 1.2. */
export interface AlphaTarget {
  readonly apiVersion: "nvidia.com/v1alpha1";
  /**
   * Fields that v1beta1 does not have, such as `pvcs` and `ingress`; laid over the converted spec.
   *
   * @default - only what v1beta1 can say
   */
  readonly v1alpha1?: Partial<V1alpha1GraphDeploymentSpec> | undefined;
}

/** A graph by its serving pattern, or as a list of components. */
export type InferenceGraphProps = (PatternProps | GraphProps) & TargetOptions;

/**
 * An inference graph: frontend, router and workers that serve one model.
 *
 * @example
 * new InferenceGraph(chart, "qwen3", {
 *   model: "Qwen/Qwen3-0.6B",
 *   engine: vllm(),
 *   serving: aggregated(),
 * });
 *
 * @see docs/fern/kubernetes (DynamoGraphDeployment)
 */
export class InferenceGraph extends KubeObject {
  /** Service in front of the graph, whose port 8000 speaks the OpenAI API; undefined without a frontend. */
  readonly frontendService: string | undefined;

  constructor(scope: Construct, id: string, props: InferenceGraphProps) {
    const { apiVersion, v1alpha1, ...rest } = props;
    const { graph, objects } = resolve(id, rest, Chart.of(scope).namespace);
    const rendered = renderGraph(id, graph);
    super(
      scope,
      id,
      apiVersion === "nvidia.com/v1alpha1" ? inV1alpha1(rendered, v1alpha1) : rendered,
    );
    const frontend = graph.components.find((component) => component.type === "frontend");
    this.frontendService =
      frontend === undefined ? undefined : serviceName(this.name, frontend.name);
    for (const object of objects) {
      new KubeObject(this, `${object.kind}-${object.metadata?.name ?? ""}`, object);
    }
  }
}

/** Name that the operator gives a component's Service. */
function serviceName(graph: string, component: string): string {
  return `${graph}-${component}`.toLowerCase().replaceAll(".", "-");
}

/** Operators before 1.2 know no annotation of the conversion, so none is written. */
function inV1alpha1(
  graph: DynamoGraphDeployment,
  over: Partial<V1alpha1GraphDeploymentSpec> | undefined,
): Manifest {
  const components = graph.spec.components?.map(withPlainSidecar);
  const spec = components === undefined ? graph.spec : { ...graph.spec, components };
  const { object } = graphToV1alpha1({ ...graph, spec }, { carriers: false });
  return { ...object, spec: merge(object.spec, over) } as Manifest;
}

/** `frontendSidecar` of v1alpha1 has arguments and no command: the operator's is `python3`. */
function withPlainSidecar(component: Component): Component {
  const { frontendSidecar, podTemplate } = component;
  const { containers, ...pod } = podTemplate?.spec ?? {};
  if (frontendSidecar === undefined || containers === undefined) return component;
  const plain = containers.map((container) => {
    const [python, ...args] = container.command ?? [];
    if (container.name !== frontendSidecar || python !== frontendCommand[0]) return container;
    const { command: _, ...rest } = container;
    return { ...rest, args: [...args, ...(container.args ?? [])] };
  });
  return { ...component, podTemplate: { ...podTemplate, spec: { ...pod, containers: plain } } };
}

function resolve(
  id: string,
  props: PatternProps | GraphProps,
  namespace?: string | undefined,
): ResolvedPattern {
  return "components" in props
    ? { graph: props, objects: [] }
    : resolvePattern(id, props, namespace);
}

/** The graph as data, without a construct tree: what `InferenceGraph` would write. */
export function graphObjects(id: string, props: PatternProps | GraphProps): readonly Manifest[] {
  const { graph, objects } = resolve(id, props);
  return [renderGraph(id, graph), ...objects];
}
