// SPDX-License-Identifier: Apache-2.0
/** @module The Kubernetes objects of a plan, as the checks and estimates of manifests read them. */
import type { Plan, PlanObject } from "./plan.js";

/** An object with the resource that makes it. */
export interface KubernetesResource {
  readonly urn: string;
  readonly object: PlanObject;
}

/** All objects in the order of the plan; Helm releases are none, for what they make is known to Helm alone. */
export function kubernetesObjects(plan: Plan): readonly KubernetesResource[] {
  return plan.resources.flatMap(({ urn, type, kind, inputs }) => {
    const isObject =
      kind === "custom" &&
      type.startsWith("kubernetes:") &&
      typeof inputs.apiVersion === "string" &&
      typeof inputs.kind === "string";
    return isObject ? [{ urn, object: inputs }] : [];
  });
}
