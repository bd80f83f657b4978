// SPDX-License-Identifier: Apache-2.0
/** @module The fabric of a machine type: what its interfaces are, and how pods ask for them. */
import type { Machine, Quantity } from "../facts/index.js";
import { efa, type Fabric, gkeRoce, infiniband } from "../graph/index.js";

/** Resource of the shared device plugin in Azure's own manifests. @see Azure/aks-rdma-infiniband */
export const sharedInfiniband = "rdma/shared_ib";

/**
 * The fabric that workers use for KV transfer; undefined where the machine has none that NIXL uses:
 * EFA without GPUDirect, and GPUDirect-TCPX, which carries NCCL only.
 */
export function fabricOf(machine: Machine, hugepages: Quantity | undefined): Fabric | undefined {
  const { rdma, rdmaCount, gpus, gpuDirect, cloud } = machine;
  if (rdmaCount === 0 || gpus < 1) return undefined;
  const perGpu = rdmaCount / gpus;
  if (rdma === "efa") return gpuDirect ? efa({ perGpu, hugepages }) : undefined;
  if (rdma.startsWith("ib-")) {
    if (cloud !== "azure") return infiniband({ perGpu });
    return infiniband({
      resource: sharedInfiniband,
      shared: true,
      env: azureEnvironment(rdmaCount),
    });
  }
  return rdma.startsWith("roce-") && cloud === "gcp" ? gkeRoce({ perGpu }) : undefined;
}

/**
 * With the shared device plugin every pod sees all interfaces, and UCX must not choose a bonded one.
 *
 * @see recipes/kustomize/components/aks-ib
 */
function azureEnvironment(interfaces: number): Fabric["env"] {
  const names = Array.from({ length: interfaces }, (_, at) => `mlx5_${at}:1`);
  return {
    UCX_NET_DEVICES: names.join(","),
    UCX_IB_GPU_DIRECT_RDMA: "yes",
    NCCL_SOCKET_IFNAME: "eth0",
  };
}

/** True when the fabric is one that never leaves a zone. */
export function isRdma(fabric: Fabric | undefined): fabric is Fabric {
  return fabric?.devices !== undefined;
}
