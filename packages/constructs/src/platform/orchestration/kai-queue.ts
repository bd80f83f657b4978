// SPDX-License-Identifier: Apache-2.0
/** @module Queues of the KAI scheduler: departments, and below them the queues that graphs wait in. */
import { Construct } from "constructs";
import { KubeObject, type Manifest } from "../../graph/index.js";
import { type ClusterObjectProps, clusterObject } from "./cluster-object.js";
import { type QueueResources, renderResources } from "./queue-amounts.js";

/** A queue of KAI. */
export interface KaiQueueProps extends ClusterObjectProps, QueueResources {
  /** Name for people. @default - the name */
  readonly displayName?: string | undefined;
  /** The queue above, which divides what it has among those below. @default - none: a top queue */
  readonly parent?: KaiQueue | string | undefined;
  /** Of two queues that want more than their quota the one with the higher number is served first. @default - 0 */
  readonly priority?: number | undefined;
  /** How long a workload of this queue runs before another of the queue may preempt it, such as `10m`. @default - at once */
  readonly preemptMinRuntime?: string | undefined;
  /** How long a workload of this queue runs before another queue may reclaim what it holds. @default - at once */
  readonly reclaimMinRuntime?: string | undefined;
}

/**
 * A Queue of the KAI scheduler, version `scheduling.run.ai/v2`, without a namespace.
 *
 * Graphs wait in a queue without queues below it. What is left out is unlimited, as in the queues of
 * the Dynamo chart; KAI itself would take it for nothing.
 *
 * @example
 * const research = new KaiQueue(chart, "research", { gpu: { quota: 64 } });
 * const chat = new KaiQueue(chart, "chat", { parent: research, gpu: { quota: 16, limit: 32 } });
 * new InferenceGraph(chart, "qwen3", { ...graph, kaiQueue: chat.name });
 *
 * @see https://github.com/kai-scheduler/KAI-Scheduler/tree/main/docs/queues
 */
export class KaiQueue extends KubeObject {
  constructor(scope: Construct, id: string, props: KaiQueueProps = {}) {
    super(scope, id, renderKaiQueue(id, props));
  }
}

/**
 * The two queues that the chart of the platform makes when KAI is on: `dynamo-default`, and below it
 * `dynamo`, in which the operator puts every graph that names no other. For an operator that is
 * installed without the chart; the chart replaces them whenever it is upgraded.
 *
 * @see deploy/helm/charts/platform/templates/kai.yaml
 */
export class DynamoKaiQueues extends Construct {
  /** The queue `dynamo-default`. */
  readonly parent: KaiQueue;
  /** The queue `dynamo`. */
  readonly queue: KaiQueue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const [parent, queue] = dynamoKaiQueues;
    this.parent = new KaiQueue(this, parent.name, parent);
    this.queue = new KaiQueue(this, queue.name, queue);
  }
}

/** Props of the queues of {@link DynamoKaiQueues}. */
export const dynamoKaiQueues = [
  { name: "dynamo-default" },
  { name: "dynamo", parent: "dynamo-default" },
] as const satisfies readonly KaiQueueProps[];

/** The object as data. */
export function renderKaiQueue(id: string, props: KaiQueueProps): Manifest {
  const { displayName, parent, priority, preemptMinRuntime, reclaimMinRuntime } = props;
  const spec = {
    displayName,
    parentQueue: typeof parent === "string" ? parent : parent?.name,
    priority,
    preemptMinRuntime,
    reclaimMinRuntime,
    resources: renderResources(props),
  };
  return { ...clusterObject("scheduling.run.ai/v2", "Queue", id, props), ...{ spec } };
}
