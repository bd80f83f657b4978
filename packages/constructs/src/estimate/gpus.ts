// SPDX-License-Identifier: Apache-2.0
/** @module How many GPUs a graph reserves. */
import type { ComponentView, GraphView, Role } from "../checks/index.js";

/** GPUs of one component. */
export interface ComponentGpus {
  readonly name: string;
  readonly role: Role;
  readonly replicas: number;
  /** Pods per replica. */
  readonly nodes: number;
  readonly perPod: number;
  /** Replicas × nodes × GPUs per pod. */
  readonly total: number;
}

/** GPUs of a graph. */
export interface GraphGpus {
  /** The components with at least one GPU, in the order of the graph. */
  readonly components: readonly ComponentGpus[];
  readonly total: number;
  /** Components whose GPUs come from resource claims or variables, so that nobody can count them here. */
  readonly unknown: readonly string[];
}

/** GPUs that a component reserves at its written replicas; undefined when claims decide. */
export function componentGpus(view: ComponentView): ComponentGpus | undefined {
  const { name, role, replicas, nodes, gpusPerPod } = view;
  if (gpusPerPod === undefined) return undefined;
  return { name, role, replicas, nodes, perPod: gpusPerPod, total: replicas * nodes * gpusPerPod };
}

/** GPUs that a graph reserves at its written replicas. */
export function graphGpus(graph: GraphView): GraphGpus {
  const components: ComponentGpus[] = [];
  const unknown: string[] = [];
  for (const view of graph.components) {
    const gpus = componentGpus(view);
    if (gpus === undefined) unknown.push(view.name);
    else if (gpus.perPod > 0) components.push(gpus);
  }
  const total = components.reduce((sum, component) => sum + component.total, 0);
  return { components, total, unknown };
}
