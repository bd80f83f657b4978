// SPDX-License-Identifier: Apache-2.0
/** @module Workers whose pods fill one machine after the other, so that whole machines stay free for the other role. */
import { labels, nodeLabels } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import type { PlacementStrategy } from "./placement-strategy.js";
import type { ResolvedWorker } from "./worker.js";

/**
 * The workers of a graph, with a preference for machines of their own role where they pack.
 *
 * A preference is what Kubernetes has for this: required affinity would hold pods back once the first
 * machine is full. It works from the second pod on and decides nothing for the first. Its score has
 * the weight 2 in the default profile of kube-scheduler and outweighs what speaks for an empty machine
 * (spread over hosts, weight 2, of which only a part is reached; the least allocated CPU and memory,
 * weight 1). That is no promise: a placement says where a pool has no machine to spare.
 * KAI Scheduler packs GPUs by itself, and Karpenter packs the machines that it makes.
 *
 * @see https://kubernetes.io/docs/reference/scheduling/config (plugins and their weights)
 */
export function packedWorkers(
  graph: string,
  workers: readonly ResolvedWorker[],
): readonly ResolvedWorker[] {
  return workers.map((worker) => {
    const others = workers.filter((other) => other !== worker);
    const strategy = worker.placementStrategy ?? usualStrategy(worker, others);
    return strategy === "binpack" ? { ...worker, component: packed(graph, worker) } : worker;
  });
}

/** Packing costs availability, so it is for roles that would otherwise take machines from another one. */
function usualStrategy(
  worker: ResolvedWorker,
  others: readonly ResolvedWorker[],
): PlacementStrategy {
  const blocks = others.some(
    (other) => other.pool?.name === worker.pool?.name && !canShare(worker, other),
  );
  return blocks && holdsSeveral(worker) ? "binpack" : "spread";
}

/** True when a machine may have pods of both: the fabric lets them, and there are GPUs enough. */
function canShare(worker: ResolvedWorker, { component, separateHosts }: ResolvedWorker): boolean {
  if (worker.separateHosts || separateHosts) return false;
  const gpus = (worker.component.gpus ?? 0) + (component.gpus ?? 0);
  return worker.pool === undefined || gpus <= worker.pool.machine.gpus;
}

/** False for pods that take a machine each; true where nobody knows the machine. */
function holdsSeveral({ component: { gpus = 0 }, pool }: ResolvedWorker): boolean {
  return gpus > 0 && (pool === undefined || 2 * gpus <= pool.machine.gpus);
}

/** A preference that somebody has written stays as it is. */
function packed(graph: string, { component }: ResolvedWorker): ComponentProps {
  const { affinity } = component;
  const own = affinity?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution;
  const matchLabels = { [labels.component]: component.name, [labels.graph]: graph };
  const together = {
    podAffinityTerm: { labelSelector: { matchLabels }, topologyKey: nodeLabels.hostname },
    weight: 100,
  };
  const podAffinity = {
    ...affinity?.podAffinity,
    preferredDuringSchedulingIgnoredDuringExecution: own ?? [together],
  };
  return { ...component, affinity: { ...affinity, podAffinity } };
}
