// SPDX-License-Identifier: Apache-2.0
/** @module How long Pulumi waits for an object, and where waiting would never end. */
import { at, has, items, text } from "@dynamo-iac/constructs/api";
import type { CustomTimeouts } from "@pulumi/pulumi";
import type { Manifest } from "./manifest.js";
import { leadsTo, reaches, type Waits } from "./order.js";
import { workloadKinds } from "./references.js";

/** The annotation that tells the provider to go on as soon as the API server took the object. */
export const skipAwait = "pulumi.com/skipAwait";

/**
 * True where the provider would wait for something that this set of objects does not bring about.
 *
 * - a claim is bound only when its first pod is placed
 * - a Service without pods in the set has no endpoints until the operator makes some, and a headless one may never have
 * - a Service whose pods wait for it, themselves or over a webhook that it leads to
 * - an Ingress whose backend the operator makes is incomplete until the model is loaded
 * - a Job that nothing waits for may take hours
 */
export function wouldHang(position: number, objects: readonly Manifest[], waits: Waits): boolean {
  const object = objects[position];
  switch (object?.kind) {
    case "PersistentVolumeClaim":
      return true;
    case "Service": {
      const headless = at(object, "spec", "clusterIP") === "None";
      const pods = [...objects.keys()].filter((at) => isBehind(object, objects[at]));
      return headless || pods.length === 0 || pods.some((at) => reaches(waits, at, position));
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
      return !waits.some((before) => before.includes(position));
    default:
      return false;
  }
}

function isBehind(service: Manifest, object: Manifest | undefined): boolean {
  return object !== undefined && leadsTo(service, object);
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
