// SPDX-License-Identifier: Apache-2.0
/** @module Queues of Volcano. */
import type { Construct } from "constructs";
import type { Quantity } from "../../facts/index.js";
import { KubeObject } from "../../graph/index.js";
import type { RenderedObject } from "../rendered.js";
import { type ClusterObjectProps, clusterObject } from "./cluster-object.js";

/** Amounts by resource name, such as `{ "nvidia.com/gpu": 16, memory: "1Ti" }`. */
export type VolcanoResources = Readonly<Record<string, Quantity>>;

/** A queue of Volcano. */
export interface VolcanoQueueProps extends ClusterObjectProps {
  /** Share of the cluster against the weights of other queues; an integer from 1 on. @default 1 */
  readonly weight?: number | undefined;
  /** What the queue may have at most. @default - no bound */
  readonly capability?: VolcanoResources | undefined;
  /** What others may take back from above it; read by Volcano's plugin `capacity`. @default - the weight decides */
  readonly deserved?: VolcanoResources | undefined;
  /** What is kept for the queue even while it does not use it. @default - nothing */
  readonly guarantee?: VolcanoResources | undefined;
  /** False keeps what the queue has above its share when another queue wants it. @default true */
  readonly reclaimable?: boolean | undefined;
  /** The queue above. @default "root" */
  readonly parent?: VolcanoQueue | string | undefined;
}

/**
 * A Queue of Volcano, version `scheduling.volcano.sh/v1beta1`, without a namespace.
 *
 * @example
 * const chat = new VolcanoQueue(chart, "chat", { capability: { "nvidia.com/gpu": 16 } });
 * new InferenceGraph(chart, "qwen3", { ...graph, volcanoQueue: chat.name });
 *
 * @see https://volcano.sh/en/docs/queue_resource_management
 */
export class VolcanoQueue extends KubeObject {
  constructor(scope: Construct, id: string, props: VolcanoQueueProps = {}) {
    super(scope, id, renderVolcanoQueue(id, props));
  }
}

/** The object as data. */
export function renderVolcanoQueue(id: string, props: VolcanoQueueProps): RenderedObject {
  const { weight, capability, deserved, guarantee, reclaimable, parent } = props;
  const spec = {
    weight: weight ?? 1,
    reclaimable: reclaimable ?? true,
    capability,
    deserved,
    guarantee: guarantee === undefined ? undefined : { resource: guarantee },
    parent: typeof parent === "string" ? parent : parent?.name,
  };
  return { ...clusterObject("scheduling.volcano.sh/v1beta1", "Queue", id, props), spec };
}
