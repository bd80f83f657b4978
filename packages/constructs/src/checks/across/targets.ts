// SPDX-License-Identifier: Apache-2.0
/** @module What an autoscaler's target is: a scaling adapter of a component, or an object of the operator. */
import { podCliqueSetName } from "../../facts/index.js";
import type { Autoscaler } from "../autoscaler.js";
import type { ComponentView } from "../view.js";
import { type Fleet, type GraphSubject, keyOf } from "./fleet.js";

/** Kind of a scaling adapter. */
export const adapterKind = "DynamoGraphDeploymentScalingAdapter";

/** A component and its graph. */
export interface Place {
  readonly graph: GraphSubject;
  readonly view: ComponentView;
}

/** Components by the names of what the operator makes for them. */
export interface Targets {
  /** The component that an adapter belongs to. */
  ofAdapter(scaler: Autoscaler): Place | undefined;
  /** The component that an object of the operator belongs to. */
  ofOwned(scaler: Autoscaler): Place | undefined;
  /** The graph whose name an adapter name begins with. */
  near(scaler: Autoscaler): GraphSubject | undefined;
}

/** Kinds that the operator makes for a graph. */
const owned: ReadonlySet<string> = new Set([
  "Deployment",
  "LeaderWorkerSet",
  "PodClique",
  "PodCliqueScalingGroup",
  "DynamoComponentDeployment",
]);

/** Indexes the components of all graphs. */
export function targetsOf(fleet: Fleet): Targets {
  const adapters = new Map<string, Place>();
  const objects = new Map<string, Place>();
  for (const graph of fleet.graphs) {
    const cliques = cliqueSet(graph);
    for (const view of graph.view.components) {
      const place = { graph, view };
      const name = adapterName(place);
      adapters.set(keyOf("", graph.namespace, name), place);
      objects.set(keyOf("", graph.namespace, name), place);
      objects.set(keyOf("", graph.namespace, `${cliques}-0-${view.name.toLowerCase()}`), place);
    }
  }
  const find = (places: ReadonlyMap<string, Place>, { subject, targetName }: Autoscaler) =>
    places.get(keyOf("", subject.namespace, targetName));
  return {
    ofAdapter: (scaler) => find(adapters, scaler),
    ofOwned: (scaler) => (owned.has(scaler.targetKind) ? find(objects, scaler) : undefined),
    near: ({ subject, targetName }) =>
      fleet
        .graphsIn(subject.namespace)
        .find((graph) => targetName.startsWith(`${graph.view.name}-`)),
  };
}

/** `<graph>-<component>` in lower case. */
export function adapterName({ graph, view }: Place): string {
  return `${graph.view.name}-${view.name.toLowerCase()}`;
}

function cliqueSet({ view }: GraphSubject): string {
  return podCliqueSetName(
    view.name,
    view.components.map(({ name, component, nodes }) => ({
      name,
      nodeCount: component.multinode === undefined ? undefined : nodes,
      interPodGms: component.experimental?.gpuMemoryService?.mode === "InterPod",
    })),
  );
}
