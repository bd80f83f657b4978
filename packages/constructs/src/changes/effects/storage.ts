// SPDX-License-Identifier: Apache-2.0
/** @module Changes of volumes, and which objects take data with them when they go. */
import { at } from "../../api/index.js";
import { parseQuantity, show } from "../../facts/index.js";
import type { Identity, Pair } from "../identity.js";
import type { Consequence } from "./effect.js";

/** A claim grows where its storage class allows that, and never shrinks. */
export function claimChanges({ before, after }: Pair, identity: Identity): readonly Consequence[] {
  if (identity.kind !== "PersistentVolumeClaim") return [];
  const path = ["spec", "resources", "requests", "storage"];
  const [was, is] = [at(before, ...path), at(after, ...path)];
  const [least, most] = [was, is].map((size) => parseQuantity(String(size ?? "")));
  if (least === undefined || most === undefined || least === most) return [];
  if (most > least)
    return [
      {
        effect: "update",
        what: identity.kind,
        path,
        why: `the volume grows from ${show(was)} to ${show(is)} in place if its storage class has allowVolumeExpansion; else the API refuses it`,
      },
    ];
  return [
    {
      effect: "replace",
      what: identity.kind,
      path,
      why: `a volume cannot shrink from ${show(was)} to ${show(is)}`,
    },
  ];
}

/** What is lost when an object is deleted or replaced; undefined when it holds nothing. */
export function lossOf({ group, kind, name }: Identity, object: unknown): string | undefined {
  switch (`${group}/${kind}`) {
    case "/PersistentVolumeClaim":
      return `the data of the claim ${name}, unless its volume is retained`;
    case "/PersistentVolume":
      return at(object, "spec", "persistentVolumeReclaimPolicy") === "Delete"
        ? `the data of the volume ${name}`
        : undefined;
    case "/Namespace":
      return `everything in the namespace ${name}, claims included`;
    case "apiextensions.k8s.io/CustomResourceDefinition":
      return `every object of the kind ${String(at(object, "spec", "names", "kind") ?? name)} in the cluster`;
    case "nvidia.com/DynamoCheckpoint":
      return `the checkpoint ${name}`;
    default:
      return undefined;
  }
}
