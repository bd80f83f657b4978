// SPDX-License-Identifier: Apache-2.0
/** @module The network between GPU nodes, and what a worker needs to use it. */
import type { Environment } from "../environment.js";

/** A fabric as data: what it adds to a worker that hands KV cache over or spans nodes. */
export interface Fabric {
  readonly name: "efa" | "infiniband";
  /** Extended resource of one interface. */
  readonly resource: string;
  /** Interfaces per GPU; a worker asks for `gpus × perGpu`, rounded up. */
  readonly perGpu: number;
  /** NIXL backend that moves KV cache over it. @default - UCX */
  readonly nixlBackend?: "LIBFABRIC" | undefined;
  readonly env: Environment;
}

/**
 * AWS Elastic Fabric Adapter. Workers get the `-efa` image, the interfaces and libfabric.
 *
 * @param options.perGpu Interfaces per GPU: 4 on p5 and p5e, 2 on p5en, 1 on p6-b200
 * @see recipes/kustomize/components (rdma-defaults, EFA)
 */
export function efa(options: { readonly perGpu: number }): Fabric {
  return {
    name: "efa",
    resource: "vpc.amazonaws.com/efa",
    perGpu: options.perGpu,
    nixlBackend: "LIBFABRIC",
    env: { FI_PROVIDER: "efa", FI_EFA_USE_DEVICE_RDMA: "1", FI_EFA_ENABLE_SHM_TRANSFER: "0" },
  };
}

/**
 * InfiniBand or RoCE through an RDMA device plugin.
 *
 * @param options.resource Extended resource of the plugin. @default "rdma/ib"
 * @param options.perGpu Interfaces per GPU. @default 1
 */
export function infiniband(
  options: { readonly resource?: string | undefined; readonly perGpu?: number | undefined } = {},
): Fabric {
  return {
    name: "infiniband",
    resource: options.resource ?? "rdma/ib",
    perGpu: options.perGpu ?? 1,
    env: {},
  };
}

/** The extended resources of a worker with that many GPUs. */
export function fabricDevices(fabric: Fabric, gpus: number): Record<string, string> {
  return { [fabric.resource]: String(Math.ceil(gpus * fabric.perGpu)) };
}
