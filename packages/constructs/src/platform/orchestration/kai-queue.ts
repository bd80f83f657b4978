// SPDX-License-Identifier: Apache-2.0
/** @module Queues of the KAI scheduler: departments, and below them the queues that graphs wait in. */
import { Construct } from "constructs";
import { KubeObject } from "../../graph/index.js";
import { dynamoKaiQueues, type KaiQueueProps, renderKaiQueue } from "./kai-queue-object.js";

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
 * `dynamo`, in which the operator puts every graph that names no other. `DynamoPlatform` and the
 * chart make them too; this is for an operator that was installed in another way.
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
