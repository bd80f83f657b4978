// SPDX-License-Identifier: Apache-2.0
/** @module What a queue of KAI may have, in the units of Kubernetes, and in those of KAI. */
import { type Quantity, quantityValue } from "../../facts/index.js";

/** What a queue may have of one resource. */
export interface QueueResource<Amount> {
  /** What the queue can always have. @default "unlimited" */
  readonly quota?: Amount | "unlimited" | undefined;
  /** What it may have at most, when others leave it. @default "unlimited" */
  readonly limit?: Amount | "unlimited" | undefined;
  /** Share of what others leave, against the weights of its neighbours. @default 1 */
  readonly overQuotaWeight?: number | undefined;
}

/** What a queue may have. */
export interface QueueResources {
  /** GPUs; a part of one counts as such. @default - unlimited */
  readonly gpu?: QueueResource<number> | undefined;
  /** CPU in cores, such as `96` or `"500m"`. @default - unlimited */
  readonly cpu?: QueueResource<Quantity> | undefined;
  /** Memory in bytes, such as `"512Gi"`. @default - unlimited */
  readonly memory?: QueueResource<Quantity> | undefined;
}

/** One resource as KAI writes it. */
export interface RenderedAmount {
  readonly quota: Quantity;
  readonly limit: Quantity;
  readonly overQuotaWeight: number;
}

/** `spec.resources` of a Queue: always all three, because KAI takes what is left out for nothing. */
export function renderResources(
  resources: QueueResources,
): Readonly<Record<"cpu" | "gpu" | "memory", RenderedAmount>> {
  return {
    cpu: render(resources.cpu, (cores) => cores * 1000),
    gpu: render(resources.gpu, (gpus) => gpus),
    memory: render(resources.memory, (bytes) => bytes / 1e6),
  };
}

/** What KAI reads as no bound. */
const unlimited = -1;

function render(
  { quota, limit, overQuotaWeight }: QueueResource<Quantity> = {},
  inUnit: (value: number) => number,
): RenderedAmount {
  const amount = (given: Quantity | "unlimited" | undefined) => {
    if (given === undefined || given === "unlimited") return unlimited;
    const value = quantityValue(given);
    // What is no quantity stays as it is, for the check to name it.
    return Number.isNaN(value) ? given : Math.ceil(inUnit(value) * 1000) / 1000;
  };
  return { quota: amount(quota), limit: amount(limit), overQuotaWeight: overQuotaWeight ?? 1 };
}
