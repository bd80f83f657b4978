// SPDX-License-Identifier: Apache-2.0
/** @module Workloads of Kubernetes and node pools: which changes make new pods or new nodes. */
import { isDeepStrictEqual } from "node:util";
import { at, type Fields, isFields } from "../../api/index.js";
import { parseQuantity } from "../../facts/index.js";
import type { Identity, Pair } from "../identity.js";
import type { Consequence } from "./effect.js";

/** Pods, nodes and jobs that a change makes anew. */
export function workloadChanges(pair: Pair, identity: Identity): readonly Consequence[] {
  const { before, after } = pair;
  const changed = (...path: readonly string[]) =>
    !isDeepStrictEqual(canonical(at(before, ...path)), canonical(at(after, ...path)));
  const because = (
    effect: Consequence["effect"],
    path: readonly string[],
    why: string,
  ): readonly Consequence[] => [{ effect, what: identity.kind, path, why }];
  switch (`${identity.group}/${identity.kind}`) {
    case "apps/Deployment":
    case "apps/StatefulSet":
    case "apps/DaemonSet": {
      if (!changed("spec", "template")) return [];
      const strategy =
        at(after, "spec", "updateStrategy", "type") ?? at(after, "spec", "strategy", "type");
      return strategy === "OnDelete"
        ? because("update", ["spec", "template"], "OnDelete: each pod changes when it is deleted")
        : because(
            "restart",
            ["spec", "template"],
            strategy === "Recreate"
              ? "Recreate: all pods stop before the new ones start"
              : "a changed pod template rolls all pods",
          );
    }
    case "batch/CronJob":
      return changed("spec", "jobTemplate")
        ? because(
            "update",
            ["spec", "jobTemplate"],
            "the next run uses it; a running Job keeps the old",
          )
        : [];
    case "/Pod":
      return changed("spec", "containers")
        ? imagesOnly(before, after)
          ? because("restart", ["spec", "containers"], "a container with a new image restarts")
          : because(
              "replace",
              ["spec", "containers"],
              "of a Pod's containers only images may change",
            )
        : [];
    case "karpenter.sh/NodePool":
      return changed("spec", "template")
        ? because(
            "restart",
            ["spec", "template"],
            "Karpenter replaces nodes that drift from their pool, within its disruption budgets; pods move",
          )
        : [];
    case "karpenter.k8s.aws/EC2NodeClass":
    case "karpenter.azure.com/AKSNodeClass":
    case "eks.amazonaws.com/NodeClass":
      return changed("spec")
        ? because(
            "restart",
            ["spec"],
            "nodes drift from their class and are replaced, within the pools' disruption budgets; pods move",
          )
        : [];
    default:
      return [];
  }
}

function imagesOnly(before: unknown, after: unknown): boolean {
  const rest = (object: unknown) => {
    const containers = at(object, "spec", "containers");
    return Array.isArray(containers)
      ? containers.map((container) =>
          isFields(container) ? { ...container, image: "" } : container,
        )
      : containers;
  };
  return isDeepStrictEqual(rest(before), rest(after));
}

/** The value as the API server keeps it: amounts of resources in one spelling, nothing empty. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    if (inner === undefined || inner === null || isEmpty(inner)) return [];
    const amounts = (key === "limits" || key === "requests") && isFields(inner);
    return [[key, amounts ? quantities(inner) : canonical(inner)] as const];
  });
  return Object.fromEntries(kept);
}

/** Empty lists are absent; an empty map may mean something, as `emptyDir: {}` does. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function quantities(list: Fields): Fields {
  return Object.fromEntries(
    Object.entries(list).map(([name, amount]) => [
      name,
      parseQuantity(String(amount))?.toString() ?? amount,
    ]),
  );
}
