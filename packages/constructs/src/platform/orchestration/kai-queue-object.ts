// SPDX-License-Identifier: Apache-2.0
/** @module Queues of the KAI scheduler as data. */
import type { RenderedObject } from "../rendered.js";
import { type ClusterObjectProps, clusterObject } from "./cluster-object.js";
import { type QueueResources, renderResources } from "./queue-amounts.js";

/** A queue of KAI. */
export interface KaiQueueProps extends ClusterObjectProps, QueueResources {
  /** Name for people. @default - the name */
  readonly displayName?: string | undefined;
  /** The queue above, which divides what it has among those below. @default - none: a top queue */
  readonly parent?: { readonly name: string } | string | undefined;
  /** Of two queues that want more than their quota the one with the higher number is served first. @default - 0 */
  readonly priority?: number | undefined;
  /** How long a workload of this queue runs before another of the queue may preempt it, such as `10m`. @default - at once */
  readonly preemptMinRuntime?: string | undefined;
  /** How long a workload of this queue runs before another queue may reclaim what it holds. @default - at once */
  readonly reclaimMinRuntime?: string | undefined;
}

/** The two queues that the chart of the platform makes when KAI is on. @see deploy/helm/charts/platform/templates/kai.yaml */
export const dynamoKaiQueues = [
  { name: "dynamo-default" },
  { name: "dynamo", parent: "dynamo-default" },
] as const satisfies readonly KaiQueueProps[];

/** The object as data. */
export function renderKaiQueue(id: string, props: KaiQueueProps): RenderedObject {
  const { displayName, parent, priority, preemptMinRuntime, reclaimMinRuntime } = props;
  const spec = {
    displayName,
    parentQueue: typeof parent === "string" ? parent : parent?.name,
    priority,
    preemptMinRuntime,
    reclaimMinRuntime,
    resources: renderResources(props),
  };
  return { ...clusterObject("scheduling.run.ai/v2", "Queue", id, props), spec };
}

/** The objects of {@link dynamoKaiQueues}. */
export function renderDynamoKaiQueues(): readonly RenderedObject[] {
  return dynamoKaiQueues.map((props) => renderKaiQueue(props.name, props));
}
