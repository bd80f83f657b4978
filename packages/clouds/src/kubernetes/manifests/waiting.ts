// SPDX-License-Identifier: Apache-2.0
/** @module How long Pulumi waits for an object, and where waiting would never end. */
import { at, has, items, text } from "@dynamo-iac/constructs/api";
import type { CustomTimeouts } from "@pulumi/pulumi";
import type { Manifest } from "./manifest.js";
import { leadsTo } from "./order.js";
import { workloadKinds } from "./references.js";

/** The annotation that tells the provider to go on as soon as the API server took the object. */
export const skipAwait = "pulumi.com/skipAwait";

/**
 * True where the provider would wait for something that this set of objects does not bring about.
 *
 * - a claim is bound only when its first pod is placed
 * - a Service without pods in the set has no endpoints until the operator makes some, and a headless one may never have
 * - an Ingress whose backend the operator makes is incomplete until the model is loaded
 * - a Job that nothing waits for may take hours
 */
export function wouldHang(
  object: Manifest,
  objects: readonly Manifest[],
  isAwaited: boolean,
): boolean {
  switch (object.kind) {
    case "PersistentVolumeClaim":
      return true;
    case "Service": {
      const headless = at(object, "spec", "clusterIP") === "None";
      return headless || !objects.some((other) => leadsTo(object, other));
    }
    case "Ingress":
      return !backends(object).every((name) =>
        objects.some(
          ({ kind, metadata }) =>
            kind === "Service" &&
            metadata?.name === name &&
            metadata.namespace === object.metadata?.namespace,
        ),
      );
    case "Job":
      return !isAwaited;
    default:
      return false;
  }
}

/** Longer than the ten minutes of the provider where a first start takes longer; undefined where they do. */
export function timeoutsOf(object: Manifest): CustomTimeouts | undefined {
  if (object.kind === "Job") {
    const deadline = at(object, "spec", "activeDeadlineSeconds");
    const wait = typeof deadline === "number" ? `${deadline}s` : "2h";
    return { create: wait, update: wait };
  }
  // The first pull of an image of some gigabytes onto a node that has yet to start.
  if (workloadKinds.has(object.kind)) return { create: "20m", update: "20m" };
  // Finalizers: the operator stops pods that have up to an hour to finish what they are doing.
  if (object.kind.startsWith("DynamoGraphDeployment")) return { delete: "1h" };
  return undefined;
}

function backends(ingress: Manifest): readonly string[] {
  const rules = items(at(ingress, "spec", "rules")).flatMap((rule) =>
    items(at(rule, "http", "paths")).map((path) => at(path, "backend")),
  );
  const all = has(ingress, "spec", "defaultBackend")
    ? [...rules, at(ingress, "spec", "defaultBackend")]
    : rules;
  return all.map((backend) => text(at(backend, "service", "name")) ?? "");
}
