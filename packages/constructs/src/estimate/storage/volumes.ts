// SPDX-License-Identifier: Apache-2.0
/** @module Claims among Kubernetes objects, each with the product behind it, its size and its throughput. */
import { at, fields, items, text } from "../../api/index.js";
import {
  productOfDriver,
  quantityValue,
  type StorageProduct,
  type StorageProductName,
  storageProducts,
  storageTier,
  type Throughput,
  throughputAnnotation,
} from "../../facts/index.js";
import { builtInClasses } from "./classes.js";

/** A claim and what is known of the storage behind it. */
export interface ClaimedVolume extends Throughput {
  /** Name of the claim. */
  readonly claim: string;
  /** Namespace of the claim; undefined when the manifest names none. */
  readonly namespace: string | undefined;
  /** Undefined when neither class nor volume tell it. */
  readonly product: StorageProductName | undefined;
  /** Undefined when the claim takes the cluster's default class. */
  readonly className: string | undefined;
  /** As claimed, GiB; 0 when the claim names no size. */
  readonly sizeGiB: number;
  /** Zones where nodes may mount it. @default - every zone, as far as the manifests tell */
  readonly zones?: readonly string[] | undefined;
}

/** Every claim of the objects, those that a StatefulSet makes included. Foreign manifests are read as well as ours. */
export function claimedVolumes(objects: readonly unknown[]): readonly ClaimedVolume[] {
  const index = indexOf(objects);
  return objects.flatMap((object) => {
    switch (at(object, "kind")) {
      case "PersistentVolumeClaim":
        return [volumeOf(object, text(at(object, "metadata", "name")) ?? "", index)];
      case "StatefulSet":
        return templateVolumes(object, index);
      default:
        return [];
    }
  });
}

interface Index {
  readonly classes: ReadonlyMap<string, unknown>;
  readonly volumes: readonly unknown[];
}

function indexOf(objects: readonly unknown[]): Index {
  const classes = new Map<string, unknown>();
  const volumes: unknown[] = [];
  for (const object of objects) {
    const kind = at(object, "kind");
    if (kind === "StorageClass") classes.set(text(at(object, "metadata", "name")) ?? "", object);
    if (kind === "PersistentVolume") volumes.push(object);
  }
  return { classes, volumes };
}

/** The claims `<template>-<set>-<ordinal>` of all replicas as one. */
function templateVolumes(set: unknown, index: Index): ClaimedVolume[] {
  const replicas = Number(at(set, "spec", "replicas") ?? 1);
  const name = text(at(set, "metadata", "name")) ?? "";
  return items(at(set, "spec", "volumeClaimTemplates")).map((template) => {
    const each = volumeOf(
      template,
      `${text(at(template, "metadata", "name")) ?? ""}-${name}-*`,
      index,
    );
    const namespace = text(at(set, "metadata", "namespace"));
    return { ...each, namespace, sizeGiB: each.sizeGiB * (replicas > 0 ? replicas : 0) };
  });
}

function volumeOf(object: unknown, claim: string, index: Index): ClaimedVolume {
  const namespace = text(at(object, "metadata", "namespace"));
  const className = text(at(object, "spec", "storageClassName"));
  const size = at(object, "spec", "resources", "requests", "storage");
  const sizeGiB = gibibytes(size);
  const volume = boundVolume(claim, namespace, text(at(object, "spec", "volumeName")), index);
  const backing =
    volume === undefined
      ? ofClass(className ?? "", index.classes.get(className ?? ""))
      : ofVolume(volume);
  return {
    claim,
    namespace,
    product: backing.product?.name,
    className: className === "" ? undefined : className,
    sizeGiB,
    ...(backing.zones === undefined ? {} : { zones: backing.zones }),
    ...(annotated(object) ?? throughputOf(backing, sizeGiB)),
  };
}

/** The volume that the claim names, or that is kept for it. */
function boundVolume(
  claim: string,
  namespace: string | undefined,
  name: string | undefined,
  { volumes }: Index,
): unknown {
  return volumes.find((volume) => {
    if (name !== undefined && name !== "") return at(volume, "metadata", "name") === name;
    const reference = at(volume, "spec", "claimRef");
    const other = at(reference, "namespace");
    return (
      at(reference, "name") === claim &&
      (other === undefined || namespace === undefined || other === namespace)
    );
  });
}

/** What is known of the storage behind a claim. */
interface Backing {
  readonly product?: StorageProduct | undefined;
  readonly tier?: string | undefined;
  /** Throughput that was bought apart from the size, MiB/s. */
  readonly provisionedMiBps?: number | undefined;
  readonly zones?: readonly string[] | undefined;
}

function ofClass(name: string, object: unknown): Backing {
  if (object === undefined) {
    const known = builtInClasses[name];
    return known === undefined ? {} : { ...known, product: storageProducts[known.product] };
  }
  const parameters = fields(at(object, "parameters")) ?? {};
  const product = productOf(text(at(object, "provisioner")), parameters);
  const zones = items(at(object, "allowedTopologies"))
    .flatMap((term) => items(at(term, "matchLabelExpressions")))
    .filter((expression) => isZoneKey(at(expression, "key")))
    .flatMap((expression) => items(at(expression, "values")).map(String));
  return {
    product,
    tier:
      product?.tierParameter === undefined ? undefined : text(parameters[product.tierParameter]),
    provisionedMiBps: mebibytes(parameters["provisioned-throughput-on-create"]),
    zones: zones.length === 0 ? undefined : zones,
  };
}

function ofVolume(volume: unknown): Backing {
  const spec = at(volume, "spec");
  const terms = items(at(spec, "nodeAffinity", "required", "nodeSelectorTerms"));
  const zones = terms
    .flatMap((term) => items(at(term, "matchExpressions")))
    .filter((expression) => isZoneKey(at(expression, "key")) && at(expression, "operator") === "In")
    .flatMap((expression) => items(at(expression, "values")).map(String));
  const local = at(spec, "local") !== undefined || at(spec, "hostPath") !== undefined;
  const attributes = fields(at(spec, "csi", "volumeAttributes")) ?? {};
  return {
    product: local ? storageProducts.nvme : productOf(text(at(spec, "csi", "driver")), attributes),
    zones: zones.length === 0 ? undefined : zones,
  };
}

/** Some drivers serve several products; their parameters tell which. */
function productOf(
  driver: string | undefined,
  parameters: Readonly<Record<string, unknown>>,
): StorageProduct | undefined {
  const product = driver === undefined ? undefined : productOfDriver(driver);
  if (product?.name === "hyperdisk-ml")
    return parameters.type === "hyperdisk-ml" ? product : undefined;
  // S3 Files comes through the driver of EFS; its throughput and price are its own.
  return product?.name === "efs" && parameters.provisioningMode === "s3files-ap"
    ? undefined
    : product;
}

function throughputOf({ product, tier, provisionedMiBps }: Backing, sizeGiB: number): Throughput {
  if (product === undefined) return {};
  if (provisionedMiBps !== undefined) return { totalMBps: provisionedMiBps * 1.048576 };
  if (tier === undefined && product.tiers.length > 1) return {};
  return storageTier(product, tier)?.throughput(sizeGiB) ?? {};
}

/** What we wrote ourselves, because nothing else in the manifests tells it. */
function annotated(object: unknown): Throughput | undefined {
  const written = text(at(object, "metadata", "annotations", throughputAnnotation));
  if (written === undefined) return undefined;
  try {
    const { totalMBps, perMachineMBps } = Object(JSON.parse(written)) as Record<string, unknown>;
    return {
      ...(typeof totalMBps === "number" ? { totalMBps } : {}),
      ...(typeof perMachineMBps === "number" ? { perMachineMBps } : {}),
    };
  } catch {
    return undefined;
  }
}

function isZoneKey(key: unknown): boolean {
  return key === "topology.kubernetes.io/zone" || key === "topology.gke.io/zone";
}

function gibibytes(size: unknown): number {
  const bytes =
    typeof size === "string" || typeof size === "number" ? quantityValue(size) : Number.NaN;
  return Number.isFinite(bytes) ? bytes / 2 ** 30 : 0;
}

/** `2400Mi` per second as 2400. */
function mebibytes(value: unknown): number | undefined {
  const bytes = typeof value === "string" ? quantityValue(value) : Number.NaN;
  return Number.isFinite(bytes) ? bytes / 2 ** 20 : undefined;
}
