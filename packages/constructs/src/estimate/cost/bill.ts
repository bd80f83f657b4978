// SPDX-License-Identifier: Apache-2.0
/** @module What stands on the bill beside machines: volumes and load balancers, read from manifests. */
import { quantityValue } from "../../facts/index.js";

/** Storage that is paid for by capacity. */
export interface StorageItem {
  readonly name: string;
  /** Kind of storage by which prices are given: a storage class, or a product such as `fsx-lustre`. */
  readonly kind: string;
  readonly sizeGiB: number;
}

/** Volumes and load balancers. */
export interface Bill {
  readonly storage: readonly StorageItem[];
  readonly loadBalancers: number;
}

type Json = Readonly<Record<string, unknown>>;

/** Claims, load-balanced Services, Ingresses and Gateways among Kubernetes objects. */
export function billOf(objects: readonly unknown[]): Bill {
  const storage: StorageItem[] = [];
  let loadBalancers = 0;
  for (const object of objects) {
    const spec = at(object, "spec");
    switch (at(object, "kind")) {
      case "PersistentVolumeClaim":
        storage.push(claimItem(at(object, "metadata"), spec));
        break;
      case "Service":
        if (at(spec, "type") === "LoadBalancer") loadBalancers += 1;
        break;
      case "Ingress":
      case "Gateway":
        loadBalancers += 1;
        break;
      default:
    }
  }
  return { storage, loadBalancers };
}

function claimItem(metadata: unknown, spec: unknown): StorageItem {
  const size = at(at(at(spec, "resources"), "requests"), "storage");
  const bytes = typeof size === "string" || typeof size === "number" ? quantityValue(size) : 0;
  return {
    name: String(at(metadata, "name") ?? ""),
    kind: String(at(spec, "storageClassName") ?? "default"),
    sizeGiB: Number.isFinite(bytes) ? bytes / 2 ** 30 : 0,
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Json)[key] : undefined;
}
