// SPDX-License-Identifier: Apache-2.0
/** @module The AKSNodeClass of AKS node auto-provisioning. */
import type { AksProps } from "../props.js";
import { hasRdma, type ResolvedPool } from "../resolve.js";
import type { NodeClassReference, NodePoolManifest } from "./node-pool.js";

/** The reference of a NodePool to its AKSNodeClass. */
export function aksNodeClassRef({ pool }: ResolvedPool): NodeClassReference {
  return { group: "karpenter.azure.com", kind: "AKSNodeClass", name: pool.name };
}

/** Renders the AKSNodeClass of a pool. AKS installs the NVIDIA driver on the machines itself. */
export function renderAksNodeClass(resolved: ResolvedPool, props: AksProps): NodePoolManifest {
  const { pool, diskGiB } = resolved;
  const { vnetSubnetId, tags } = props;
  // On machines with eight GPUs a worker whose CPUs are on the wrong socket loses bandwidth to them.
  const aligned = hasRdma(resolved) || pool.machine.gpus >= 8;
  return {
    apiVersion: "karpenter.azure.com/v1beta1",
    kind: "AKSNodeClass",
    metadata: { name: pool.name },
    spec: {
      imageFamily: props.imageFamily ?? "Ubuntu2204",
      osDiskSizeGB: diskGiB,
      ...(aligned
        ? { kubelet: { cpuManagerPolicy: "static", topologyManagerPolicy: "restricted" } }
        : {}),
      ...(vnetSubnetId === undefined ? {} : { vnetSubnetID: vnetSubnetId }),
      ...(tags === undefined ? {} : { tags }),
    },
  };
}
