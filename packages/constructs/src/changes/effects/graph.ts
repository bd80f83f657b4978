// SPDX-License-Identifier: Apache-2.0
/** @module What a change of a graph does: which components restart, and what needs a new graph. */
import { isDeepStrictEqual } from "node:util";
import {
  type Component,
  checkUpdate,
  type DynamoGraphDeployment,
  type EnvVar,
  type RuleContext,
} from "../../api/index.js";
import { type GraphView, mainContainer } from "../../checks/index.js";
import { annotations, type FindingCode } from "../../facts/index.js";
import type { Consequence } from "./effect.js";
import { canonical } from "./workloads.js";

/** Rules that only a new object gets around; the others refuse the change in any case. */
const replacing: ReadonlySet<FindingCode> = new Set([
  "DYN-API-120",
  "DYN-API-121",
  "DYN-API-122",
  "DYN-API-123",
  "DYN-API-124",
  "DYN-API-125",
  "DYN-API-126",
  "DYN-API-130",
  "DYN-API-131",
]);

/** What the admission rules say of any object of Dynamo. */
export function refusedChanges(
  before: unknown,
  after: unknown,
  context: RuleContext,
): readonly Consequence[] {
  return checkUpdate(before, after, context).map(({ code, object, path, message, fix }) => ({
    effect: replacing.has(code) ? ("replace" as const) : ("refused" as const),
    what: object.split("/")[0] ?? object,
    path,
    why: replacing.has(code)
      ? `${code}: ${message}; the old object is deleted before the new one can serve`
      : `${code}: ${message}. ${fix}`,
  }));
}

/** The components whose pods are made anew. */
export function graphRestarts(before: GraphView, after: GraphView): readonly Consequence[] {
  const everywhere = graphWide(before.graph, after.graph);
  if (everywhere !== undefined)
    return after.components.map((view) => ({
      effect: "restart" as const,
      what: view.name,
      path: everywhere.path,
      why: everywhere.why,
    }));
  const changed = after.components.filter((view) => {
    const was = before.components.find(({ name }) => name === view.name);
    return was !== undefined && !isDeepStrictEqual(pods(was.component), pods(view.component));
  });
  const own = changed.map(
    (view): Consequence => ({
      effect: "restart",
      what: view.name,
      path: view.path,
      why: rollout(after, view.nodes),
    }),
  );
  return [...own, ...dragged(after, changed)];
}

function rollout({ graph, grove }: GraphView, nodes: number): string {
  const strategy = graph.metadata?.annotations?.[annotations.groveUpdateStrategy];
  if (grove && strategy === "OnDelete")
    return "its pods changed; on Grove with OnDelete each changes when it is deleted";
  if (grove) return "its pods changed; Grove replaces them one by one, without a surge";
  return nodes > 1
    ? "its pods changed; LeaderWorkerSet replaces one replica after the other, without a surge"
    : "its pods changed; they roll with a surge of a quarter unless the component says otherwise";
}

/** Without Grove all single-node workers of a graph are one generation: one change moves them all. */
function dragged(
  { grove, components }: GraphView,
  changed: GraphView["components"],
): readonly Consequence[] {
  const isWorker = ({ engine, nodes }: GraphView["components"][number]) =>
    engine !== undefined && nodes === 1;
  const causes = changed.filter(isWorker);
  if (grove || causes.length === 0) return [];
  return components
    .filter((view) => isWorker(view) && !changed.includes(view))
    .map(({ name, path }) => ({
      effect: "restart" as const,
      what: name,
      path,
      why: `without Grove the workers of a graph roll together, and ${causes.map((cause) => cause.name).join(", ")} changed`,
    }));
}

/** Annotations of the graph that decide what its pods are. */
const podAnnotations = [
  annotations.enableGrove,
  annotations.discoveryBackend,
  annotations.kubeDiscoveryMode,
  annotations.enableMetrics,
  annotations.vllmExecutor,
  annotations.kaiQueue,
  annotations.volcanoQueue,
];

/** A change of the graph that reaches the pods of every component. */
function graphWide(
  before: DynamoGraphDeployment,
  after: DynamoGraphDeployment,
): Pick<Consequence, "path" | "why"> | undefined {
  const [was, is] = [before.spec, after.spec];
  if (was?.restart?.id !== is?.restart?.id && is?.restart !== undefined)
    return { path: ["spec", "restart", "id"], why: `a new restart.id restarts every component` };
  for (const field of ["env", "labels", "annotations", "backendFramework", "experimental"] as const)
    if (!isDeepStrictEqual(canonical(was?.[field]), canonical(is?.[field])))
      return { path: ["spec", field], why: `spec.${field} is part of every pod of the graph` };
  for (const key of podAnnotations)
    if (before.metadata?.annotations?.[key] !== after.metadata?.annotations?.[key])
      return {
        path: ["metadata", "annotations", key],
        why: `the annotation ${key} decides what every pod of the graph is`,
      };
  return undefined;
}

/** The part of a component that its pods are made of, as the operator renders it. */
function pods(component: Component): unknown {
  // The operator's hash of the workers leaves these out.
  const {
    replicas: _,
    minAvailable: _m,
    scalingAdapter: _s,
    runtimeVersionOverride: _r,
    ...rest
  } = component;
  const { spec, ...template } = rest.podTemplate ?? {};
  const containers = spec?.containers ?? [];
  // The main container comes first wherever it is written, and its variables are sorted by name.
  const main = containers.find(({ name }) => name === mainContainer);
  const others = containers.filter((container) => container !== main);
  const env = [...(main?.env ?? [])].sort(byName);
  return canonical({
    ...rest,
    podTemplate: { ...template, spec: { ...spec, containers: [{ ...main, env }, ...others] } },
  });
}

function byName(a: EnvVar, b: EnvVar): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
