// SPDX-License-Identifier: Apache-2.0
/** @module Parts of values that most charts share: what a container may use, and where a pod may run. */
import { z } from "zod";

const amounts = z.record(z.string(), z.union([z.string(), z.number()]));

/** Requests and limits of a container. */
export const resources = z.strictObject({
  requests: amounts.optional(),
  limits: amounts.optional(),
});

/** A taint that a pod bears. */
export const toleration = z.strictObject({
  key: z.string().optional(),
  operator: z.enum(["Exists", "Equal"]).optional(),
  value: z.string().optional(),
  effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]).optional(),
});

/** Which account the pods have. */
export const serviceAccount = z.strictObject({
  create: z.boolean().optional(),
  name: z.string().optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/** Scraping by the Prometheus operator. */
export const serviceMonitor = z.strictObject({
  enabled: z.boolean(),
  interval: z.string().optional(),
});

/** Agents of a node run on GPU nodes too. */
export const gpuToleration = { key: "nvidia.com/gpu", operator: "Exists" } as const;

/** What a container gets, with a memory limit as large as its request: it is never killed for what it was promised. */
export function amount(cpu: string, memory: string): z.output<typeof resources> {
  return { requests: { cpu, memory }, limits: { memory } };
}
