// SPDX-License-Identifier: Apache-2.0
/** @module What the pods of a component ask for, with the labels by which others find them. */
import type { Container, PodSpec } from "../../api/index.js";
import type { ComponentView, GraphView } from "../../checks/index.js";
import { labels as keys, quantityValue } from "../../facts/index.js";
import { gpuResource } from "./pool.js";

/** One component and what each of its pods needs. */
export interface Demand {
  readonly graph: GraphView;
  readonly view: ComponentView;
  readonly replicas: number;
  /** Pods of one replica. */
  readonly pods: number;
  /** Per pod, in the units of an offer: cores, GiB of memory, GB of disk, pieces. */
  readonly needs: Readonly<Record<string, number>>;
  /** Labels of the pods; more than one value where releases of the operator differ. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** True when the pods take part in a claim for several nodes, such as a ComputeDomain. */
  readonly claims: boolean;
  /** What had to be assumed. */
  readonly notes: readonly string[];
}

/** Shared memory that the operator gives when nobody sets it. */
const usualSharedMemory = "8Gi";

/** What the pods of a component ask for at that number of replicas. */
export function demandOf(graph: GraphView, view: ComponentView, replicas: number): Demand {
  const { component, nodes, engine } = view;
  const spec = component.podTemplate?.spec;
  const needs = podNeeds(spec);
  const notes: string[] = [];
  // Pages of /dev/shm are memory of the machine, whatever the container asks for.
  if (engine !== undefined && engine !== "mocker") {
    const shared = quantityValue(component.sharedMemorySize ?? usualSharedMemory) / 2 ** 30;
    needs.memory = Math.max(needs.memory ?? 0, Number.isFinite(shared) ? shared : 0);
  }
  const claims = (spec?.resourceClaims?.length ?? 0) > 0;
  if (view.gpusPerPod === undefined) {
    const gpus = Math.ceil((view.parallelism?.gpus ?? nodes) / nodes);
    needs[gpuResource] = gpus;
    notes.push(
      `${graph.name}/${view.name} takes its devices through a resource claim; counted as ${gpus} GPU${gpus === 1 ? "" : "s"} per pod, of whatever kind`,
    );
  }
  needs.pods = 1;
  return {
    graph,
    view,
    replicas,
    pods: nodes,
    needs,
    labels: labelsOf(graph, view),
    claims,
    notes,
  };
}

/**
 * Requests as the scheduler counts them: containers and sidecars together, or the largest init
 * container when that is more. A limit without a request is a request.
 */
function podNeeds(spec: PodSpec | undefined): Record<string, number> {
  const sum: Record<string, number> = {};
  const peak: Record<string, number> = {};
  for (const container of spec?.initContainers ?? []) {
    const always = container.restartPolicy === "Always";
    for (const [resource, amount] of Object.entries(requestsOf(container))) {
      if (always) sum[resource] = (sum[resource] ?? 0) + amount;
      peak[resource] = Math.max(peak[resource] ?? 0, (always ? 0 : (sum[resource] ?? 0)) + amount);
    }
  }
  for (const container of spec?.containers ?? []) {
    for (const [resource, amount] of Object.entries(requestsOf(container))) {
      sum[resource] = (sum[resource] ?? 0) + amount;
    }
  }
  for (const [resource, amount] of Object.entries(peak)) {
    sum[resource] = Math.max(sum[resource] ?? 0, amount);
  }
  return sum;
}

function requestsOf(container: Pick<Container, "resources">): Record<string, number> {
  const { limits, requests } = container.resources ?? {};
  const amounts: Record<string, number> = {};
  for (const [resource, quantity] of Object.entries({ ...limits, ...requests })) {
    const amount = quantityValue(quantity);
    if (!Number.isFinite(amount) || amount <= 0) continue;
    amounts[resource] = amount / (unit[resource] ?? 1);
  }
  return amounts;
}

/** Base units in one unit of an offer. */
const unit: Readonly<Record<string, number>> = { memory: 2 ** 30, "ephemeral-storage": 1e9 };

/** Labels that a template carries, and those that the operator adds. */
function labelsOf(graph: GraphView, view: ComponentView): ReadonlyMap<string, readonly string[]> {
  const { component } = view;
  const found = new Map<string, readonly string[]>();
  const written = { ...graph.graph.spec?.labels, ...component.podTemplate?.metadata?.labels };
  for (const [key, value] of Object.entries(written)) found.set(key, [value]);
  found.set(keys.graph, [graph.name]);
  found.set(keys.component, [view.name]);
  const { type } = component;
  // Graphs that began in v1alpha1 keep `worker` for both roles.
  const split = graph.alpha && (type === "prefill" || type === "decode");
  if (type !== undefined) found.set(keys.componentType, split ? [type, "worker"] : [type]);
  return found;
}
