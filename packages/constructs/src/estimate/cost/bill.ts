// SPDX-License-Identifier: Apache-2.0
/** @module What stands on the bill beside machines: volumes and load balancers, read from manifests. */
import { type StorageItem, storageItems } from "../storage/items.js";
import { claimedVolumes } from "../storage/volumes.js";
import { type LoadBalancerItem, loadBalancersOf } from "./load-balancers.js";

/** Volumes and load balancers. */
export interface Bill {
  readonly storage: readonly StorageItem[];
  readonly loadBalancers: readonly LoadBalancerItem[];
}

/** Claims, load-balanced Services, Ingresses and Gateways among Kubernetes objects. */
export function billOf(objects: readonly unknown[]): Bill {
  return {
    storage: storageItems(claimedVolumes(objects)),
    loadBalancers: loadBalancersOf(objects),
  };
}
