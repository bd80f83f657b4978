// SPDX-License-Identifier: Apache-2.0
/** @module Compute and storage requests. */
import { z } from "zod";
import type { Quantity } from "../../facts/index.js";
import { keyed, map, quantity } from "./field.js";

/** Amounts by resource name: `cpu`, `memory`, `nvidia.com/gpu`, `vpc.amazonaws.com/efa`. */
export type ResourceList = Readonly<Record<string, Quantity>>;
export const resourceList: z.ZodType<ResourceList> = map(quantity);

const resourceClaimSchema = z.strictObject({
  /** Name of an entry of the pod's `resourceClaims`. */
  name: z.string(),
  /** One request inside the claim. @default - the whole claim */
  request: z.string().optional(),
});
/** A dynamic resource claim that a container uses. */
export interface ResourceClaim extends Readonly<z.infer<typeof resourceClaimSchema>> {}
export const resourceClaim: z.ZodType<ResourceClaim> = resourceClaimSchema;

const resourceRequirementsSchema = z.strictObject({
  /** Dynamic resource claims that the container uses. */
  claims: keyed(resourceClaim, { name: undefined }).optional(),
  /** The most that the container may use. Extended resources such as GPUs go here. */
  limits: resourceList.optional(),
  /** What the scheduler sets aside. @default - the limits */
  requests: resourceList.optional(),
});
/** Compute resources of a container. */
export interface ResourceRequirements
  extends Readonly<z.infer<typeof resourceRequirementsSchema>> {}
export const resourceRequirements: z.ZodType<ResourceRequirements> = resourceRequirementsSchema;

const volumeResourcesSchema = z.strictObject({
  /** The most that the volume may hold. */
  limits: resourceList.optional(),
  /** The least that the volume must hold; key `storage`. */
  requests: resourceList.optional(),
});
/** Storage size of a volume claim. */
export interface VolumeResources extends Readonly<z.infer<typeof volumeResourcesSchema>> {}
export const volumeResources: z.ZodType<VolumeResources> = volumeResourcesSchema;
