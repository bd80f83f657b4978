// SPDX-License-Identifier: Apache-2.0
/**
 * @module The containers of one pod as they run without the operator: its defaults written out.
 *
 * Docker Compose and Amazon ECS start from this model.
 *
 * @see deploy/operator/internal/dynamo (component defaults)
 */
import type { Component, Container, EnvVar, VolumeMount } from "../../api/index.js";
import {
  type ComponentView,
  type GraphView,
  startedCommand,
  viewGraph,
} from "../../checks/index.js";
import type { FieldPath } from "../../facts/index.js";
import type { Report } from "../report.js";
import { type StandaloneEnvironment, standaloneEnvironment } from "./environment.js";
import { type HealthCheck, healthCheck } from "./health.js";
import { compileCachePath, type Mounts, mainMounts, resolveMounts } from "./mounts.js";
import type { Neighbours } from "./objects.js";
import { podIdentity } from "./pod.js";
import { expand, literalText, type Text } from "./text.js";

/** A container with everything that the operator would have added. */
export interface StandaloneContainer extends StandaloneEnvironment {
  readonly name: string;
  /** True for the component's own container, false for a sidecar. */
  readonly main: boolean;
  /** The container as the graph has it. */
  readonly container: Container;
  readonly path: FieldPath;
  /** Replaces the image's entry point. @default - the image's */
  readonly entrypoint: readonly Text[] | undefined;
  /** Replaces the image's command. @default - the image's */
  readonly command: readonly Text[] | undefined;
  readonly mounts: Mounts;
  readonly health: HealthCheck | undefined;
  /** Port on which a frontend answers users; undefined for anything else. */
  readonly httpPort: number | undefined;
}

/** Who runs the pod, and what is around it. */
export interface StandaloneContext {
  /** Name of the replica, which is also its host name. */
  readonly podName: string;
  readonly namespace: string;
  /** How processes find one another here; undefined takes a variable away. */
  readonly planes: ReadonlyMap<string, string | undefined>;
  readonly neighbours: Neighbours;
  /** Folders of the machine by claim or volume name. */
  readonly binds: Readonly<Record<string, string>>;
  readonly report: Report;
}

/** The containers of one replica of a component, its own one first. */
export function standaloneContainers(
  view: ComponentView,
  graph: GraphView,
  context: StandaloneContext,
): readonly StandaloneContainer[] {
  const { component, main } = view;
  const containers = component.podTemplate?.spec?.containers ?? [];
  const at = (container: Container): FieldPath => [
    ...view.path,
    "podTemplate",
    "spec",
    "containers",
    containers.indexOf(container),
  ];
  const result: StandaloneContainer[] = [];
  if (main !== undefined) {
    const mounts = mainMounts(component, main);
    const graphEnv = graph.graph.spec?.env;
    result.push(
      completed({ view, graph, container: main, path: at(main), mounts, graphEnv }, context),
    );
  }
  for (const sidecar of containers) {
    if (sidecar === main) continue;
    result.push(
      sidecar.name === component.frontendSidecar
        ? frontendSidecar(sidecar, view, graph, at(sidecar), context)
        : plainSidecar(sidecar, view, at(sidecar), context),
    );
  }
  return result;
}

/** A container that the operator completes: a component's own, or a frontend beside it. */
interface Completable {
  /** The component, or what it would be if it were the frontend. */
  readonly view: ComponentView;
  readonly graph: GraphView;
  readonly container: Container;
  readonly path: FieldPath;
  readonly mounts: readonly VolumeMount[];
  /** Environment of the graph, which only main containers get. */
  readonly graphEnv: readonly EnvVar[] | undefined;
}

function completed(
  { view, graph, container, path, mounts, graphEnv }: Completable,
  context: StandaloneContext,
): StandaloneContainer {
  const { component } = view;
  const environment = standaloneEnvironment({
    container,
    path,
    operator: operatorVariables(view, graph, context),
    graph: graphEnv,
    planes: context.planes,
    pod: identity(component, context),
    neighbours: context.neighbours,
    report: context.report,
  });
  const { variables } = environment;
  const started = startedCommand(component, container);
  const httpPort =
    component.type === "frontend"
      ? Number(view.program?.flags.httpPort ?? port(variables, "DYN_HTTP_PORT") ?? 8000)
      : undefined;
  const ports = new Map([
    ["http", httpPort ?? 8000],
    ["system", port(variables, "DYN_SYSTEM_PORT") ?? 9090],
    ...namedPorts(container),
  ]);
  return {
    name: container.name,
    main: container === view.main,
    container,
    path,
    ...environment,
    entrypoint: started.command?.map((word) => expand(word, variables)),
    command: started.args?.map((word) => expand(word, variables)),
    mounts: resolveMounts(mounts, [...path, "volumeMounts"], mountContext(view, context)),
    health: healthCheck(container, component.type, ports),
    httpPort,
  };
}

/** A frontend that the operator completes like a component of type frontend. */
function frontendSidecar(
  sidecar: Container,
  view: ComponentView,
  graph: GraphView,
  path: FieldPath,
  context: StandaloneContext,
): StandaloneContainer {
  const { component, main } = view;
  const twin: Component = {
    name: component.name,
    type: "frontend",
    globalDynamoNamespace: component.globalDynamoNamespace,
    podTemplate: { spec: { containers: [{ ...sidecar, name: "main" }] } },
  };
  const { spec: _, ...rest } = graph.graph;
  const [own] = viewGraph({ ...rest, spec: { components: [twin] } }, context).components;
  const mounts = [...(sidecar.volumeMounts ?? [])];
  for (const mount of main?.volumeMounts ?? [])
    if (!mounts.some(({ mountPath }) => mountPath === mount.mountPath)) mounts.push(mount);
  const pod = { ...component, type: "frontend" } as const;
  const asFrontend = { ...(own ?? view), path: view.path, component: pod, main };
  const parts = { view: asFrontend, graph, container: sidecar, path, mounts, graphEnv: undefined };
  return completed(parts, context);
}

/** A container that the operator leaves alone. */
function plainSidecar(
  container: Container,
  view: ComponentView,
  path: FieldPath,
  context: StandaloneContext,
): StandaloneContainer {
  const { report, neighbours } = context;
  const environment = standaloneEnvironment({
    container,
    path,
    operator: new Map(),
    planes: new Map(),
    pod: podIdentity(context.podName, context.namespace, view.component.podTemplate?.metadata),
    neighbours,
    report,
  });
  const filled = (words: readonly string[] | undefined) =>
    words === undefined || words.length === 0
      ? undefined
      : words.map((word) => expand(word, environment.variables));
  const { readinessProbe: probe } = container;
  const canAsk = probe?.exec !== undefined;
  if (probe !== undefined && !canAsk)
    report(
      "DYN-CMP-021",
      [...path, "readinessProbe"],
      `container ${container.name} is not a Dynamo image, so nothing in it is known that could send the request of its probe`,
      "Use a probe that runs a command of the image.",
    );
  return {
    name: container.name,
    main: false,
    container,
    path,
    ...environment,
    entrypoint: filled(container.command),
    command: filled(container.args),
    mounts: resolveMounts(
      container.volumeMounts ?? [],
      [...path, "volumeMounts"],
      mountContext(view, context),
    ),
    health: canAsk ? healthCheck(container, undefined, new Map()) : undefined,
    httpPort: undefined,
  };
}

/**
 * Variables that the operator sets: the environment of a component that sets none itself.
 *
 * A worker that registers no health payload (the mocker, Dynamo 1.4.0) reports itself unhealthy for
 * ever unless its endpoints decide, although the runtime calls that variable unused. The operator
 * sets it as well.
 */
function operatorVariables(
  { component, engine }: ComponentView,
  graph: GraphView,
  { podName, namespace }: StandaloneContext,
): Map<string, string> {
  const spec = { components: [{ ...component, podTemplate: undefined }] };
  const [bare] = viewGraph({ ...graph.graph, spec }, { namespace }).components;
  const ofReplica: ReadonlyMap<string, string> = new Map([
    ["DYN_COMPONENT", component.type ?? ""],
    ["DYN_PARENT_DGD_K8S_NAME", graph.name],
    ["DYN_PARENT_DGD_K8S_NAMESPACE", namespace],
    ["POD_NAME", podName],
    ["POD_NAMESPACE", namespace],
    ["POD_UID", podName],
  ]);
  const variables = new Map<string, string>();
  for (const [name, value] of bare?.env.values ?? []) {
    const known = value ?? ofReplica.get(name);
    if (known !== undefined && known !== "") variables.set(name, known);
  }
  if (["worker", "prefill", "decode"].includes(component.type ?? ""))
    variables.set("DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS", '["generate"]');
  if (component.compilationCache !== undefined && engine === "vllm")
    variables.set("VLLM_CACHE_ROOT", compileCachePath(component.compilationCache));
  return variables;
}

function identity(component: Component, { podName, namespace }: StandaloneContext) {
  return podIdentity(podName, namespace, component.podTemplate?.metadata);
}

function mountContext(view: ComponentView, { neighbours, binds, report }: StandaloneContext) {
  const pod = view.component.podTemplate?.spec;
  return { pod, podPath: [...view.path, "podTemplate", "spec"], neighbours, binds, report };
}

function port(variables: ReadonlyMap<string, Text>, name: string): number | undefined {
  const text = variables.get(name);
  const value = Number(text === undefined ? Number.NaN : literalText(text));
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

function namedPorts(container: Container): readonly (readonly [string, number])[] {
  return (container.ports ?? []).flatMap(({ name, containerPort }) =>
    name === undefined ? [] : [[name, containerPort] as const],
  );
}
