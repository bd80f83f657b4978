// SPDX-License-Identifier: Apache-2.0
/** @module What stands on the bill beside machines: volumes and load balancers, read from manifests. */
import { at } from "../../api/index.js";
import { type StorageItem, storageItems } from "../storage/items.js";
import { claimedVolumes } from "../storage/volumes.js";

/** Volumes and load balancers. */
export interface Bill {
  readonly storage: readonly StorageItem[];
  readonly loadBalancers: number;
}

/** Claims, load-balanced Services, Ingresses and Gateways among Kubernetes objects. */
export function billOf(objects: readonly unknown[]): Bill {
  const loadBalancers = objects.filter((object) => {
    const kind = at(object, "kind");
    return kind === "Service"
      ? at(object, "spec", "type") === "LoadBalancer"
      : kind === "Ingress" || kind === "Gateway";
  });
  return { storage: storageItems(claimedVolumes(objects)), loadBalancers: loadBalancers.length };
}
