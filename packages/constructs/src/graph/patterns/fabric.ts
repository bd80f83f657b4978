// SPDX-License-Identifier: Apache-2.0
/** @module The network between GPU nodes, and what a worker needs to use it. */
import type { Quantity } from "../../facts/index.js";
import type { Environment } from "../environment.js";

/** How a worker asks for the interfaces of its GPUs. */
export type FabricDevices =
  /** So many pieces of one extended resource per GPU, rounded up. */
  | { readonly kind: "counted"; readonly resource: string; readonly perGpu: number }
  /** One piece, which opens all interfaces of the machine. */
  | { readonly kind: "shared"; readonly resource: string }
  /** Networks of the pod, `rdma-0` to `rdma-n`, which each take one interface of the machine. */
  | { readonly kind: "networks"; readonly perGpu: number };

/** A privilege beyond those of other workers, and why the fabric takes it. */
export interface SecurityException {
  /** Linux capabilities that are added. */
  readonly capabilities: readonly string[];
  /** All devices and capabilities of the host, as root. @default false */
  readonly privileged?: boolean | undefined;
  /** Shown in the pod's annotations, for whoever reviews the YAML. */
  readonly reason: string;
}

/** A directory of the node that workers see, read-only. */
export interface HostDirectory {
  readonly name: string;
  readonly path: string;
  readonly mountPath: string;
}

/** A fabric as data: what it adds to a worker that hands KV cache over or spans nodes. */
export interface Fabric {
  readonly name: "efa" | "infiniband" | "roce" | "tcp";
  /** Undefined when the fabric is plain Ethernet. */
  readonly devices?: FabricDevices | undefined;
  /** NIXL backend that moves KV cache over it. @default - UCX */
  readonly nixlBackend?: "LIBFABRIC" | undefined;
  /** True when KV blocks pass through host memory. @default false */
  readonly hostBuffer?: boolean | undefined;
  readonly env: Environment;
  readonly security?: SecurityException | undefined;
  readonly hostDirectories?: readonly HostDirectory[] | undefined;
  /** Pages of 2 MiB that each worker gets. @default - none */
  readonly hugepages?: Quantity | undefined;
  /** True when prefill and decode must not share a machine. @default false */
  readonly separateHosts?: boolean | undefined;
}

const lockReason =
  "RDMA registers GPU and host memory with the network card, which locks those pages";

/** Settings that every RDMA fabric has. */
interface RdmaOptions {
  /**
   * Runs the workers privileged and as root. Some kernels refuse to register memory without it
   * (`fi_mr_reg` or `ibv_reg_mr` fails); the namespace must then admit privileged pods.
   *
   * @default false
   * @see docs/fern/kubernetes (EFA: privileged; the manifests beside it add IPC_LOCK only)
   */
  readonly privileged?: boolean | undefined;
}

function locking(privileged: boolean | undefined): SecurityException {
  return {
    capabilities: ["IPC_LOCK"],
    ...(privileged === true ? { privileged } : {}),
    reason: lockReason,
  };
}

/** AWS EFA. */
export interface EfaOptions extends RdmaOptions {
  /** Interfaces per GPU: 4 on p5 and p5e, 2 on p5en, 1 on p6-b200. A worker asks for whole ones. */
  readonly perGpu: number;
  /**
   * Huge pages of each worker for EFA's buffers; the nodes must have them reserved.
   *
   * @default - none; libfabric falls back to ordinary pages
   */
  readonly hugepages?: Quantity | undefined;
}

/**
 * AWS Elastic Fabric Adapter. Workers get the `-efa` image, the interfaces and libfabric; prefill
 * and decode run on different machines, because reads within one fail (`fi_read`: EAGAIN).
 *
 * @see recipes/kustomize/components (rdma-defaults, EFA)
 */
export function efa({ perGpu, privileged, hugepages }: EfaOptions): Fabric {
  return {
    name: "efa",
    devices: { kind: "counted", resource: "vpc.amazonaws.com/efa", perGpu },
    nixlBackend: "LIBFABRIC",
    env: {
      FI_PROVIDER: "efa",
      FI_EFA_USE_DEVICE_RDMA: "1",
      FI_EFA_ENABLE_SHM_TRANSFER: "0",
      ...(hugepages === undefined ? {} : { FI_EFA_USE_HUGE_PAGE: "1" }),
    },
    security: locking(privileged),
    ...(hugepages === undefined ? {} : { hugepages }),
    separateHosts: true,
  };
}

/** InfiniBand, or RoCE outside of Google Cloud. */
export interface InfinibandOptions extends RdmaOptions {
  /** Extended resource of the device plugin. @default "rdma/ib" */
  readonly resource?: string | undefined;
  /** Interfaces per GPU that a worker asks for. @default 1 */
  readonly perGpu?: number | undefined;
  /** True when one piece of the resource opens all interfaces, as with the shared device plugin. @default false */
  readonly shared?: boolean | undefined;
  /** Environment of the workers besides what follows from the fabric. @default - none */
  readonly env?: Environment | undefined;
}

/** InfiniBand or RoCE through an RDMA device plugin. */
export function infiniband(options: InfinibandOptions = {}): Fabric {
  const { resource = "rdma/ib", perGpu = 1, shared = false, privileged, env = {} } = options;
  return {
    name: "infiniband",
    devices: shared ? { kind: "shared", resource } : { kind: "counted", resource, perGpu },
    env,
    security: locking(privileged),
  };
}

/** RoCE of Google Cloud. */
export interface RoceOptions {
  /** RDMA networks per GPU. @default 1 */
  readonly perGpu?: number | undefined;
  /**
   * Runs the workers privileged and as root, as Google's and upstream's manifests do.
   *
   * @default true
   */
  readonly privileged?: boolean | undefined;
}

/**
 * RoCE of Google Cloud (A3 Ultra, A4, A4X): a worker joins one network per GPU, `rdma-0` first, and
 * has each for itself on its machine.
 *
 * @see recipes/kustomize/components (gke-roce)
 */
export function gkeRoce({ perGpu = 1, privileged = true }: RoceOptions = {}): Fabric {
  return {
    name: "roce",
    devices: { kind: "networks", perGpu },
    env: {
      NCCL_SOCKET_IFNAME: "eth0",
      GLOO_SOCKET_IFNAME: "eth0",
      NCCL_CROSS_NIC: "0",
      NCCL_IB_GID_INDEX: "3",
      UCX_IB_GID_INDEX: "3",
      UCX_TLS: "cuda_ipc,rc,cuda_copy,tcp,self",
    },
    security: {
      capabilities: privileged ? ["IPC_LOCK", "SYS_PTRACE"] : ["IPC_LOCK"],
      ...(privileged ? { privileged } : {}),
      reason: privileged
        ? `${lockReason}; the RDMA devices of the pod's networks are opened from the host`
        : lockReason,
    },
    hostDirectories: [
      { name: "gib", path: "/home/kubernetes/bin/gib", mountPath: "/usr/local/gib" },
      { name: "nvidia", path: "/home/kubernetes/bin/nvidia", mountPath: "/usr/local/nvidia" },
    ],
  };
}

/**
 * Plain Ethernet, on purpose: KV blocks pass through host memory and TCP. Good enough for short
 * prompts and trials; upstream measured 98 s instead of 1 s to the first of 8000 tokens.
 */
export function tcp(): Fabric {
  return { name: "tcp", hostBuffer: true, env: { UCX_TLS: "tcp,cuda_copy,self" } };
}

/** The extended resources of a worker with that many GPUs. */
export function fabricDevices(
  { devices, hugepages }: Fabric,
  gpus: number,
): Record<string, string> {
  const pages = hugepages === undefined ? {} : { "hugepages-2Mi": String(hugepages) };
  if (devices === undefined) return pages;
  switch (devices.kind) {
    case "counted":
      return { [devices.resource]: String(Math.ceil(gpus * devices.perGpu)), ...pages };
    case "shared":
      return { [devices.resource]: "1", ...pages };
    default:
      return Object.fromEntries(
        networksOf(devices.perGpu, gpus).flatMap((network) => [
          [`networking.gke.io.networks/${network}`, "1"],
          [`networking.gke.io.networks/${network}.IP`, "1"],
        ]),
      );
  }
}

/** First interface of the pod that is an RDMA network: eth0 is the cluster's, eth1 the second host card. */
const firstRdmaInterface = 2;

/** Annotations that join a worker with that many GPUs to its networks. */
export function fabricAnnotations({ devices }: Fabric, gpus: number): Record<string, string> {
  if (devices?.kind !== "networks") return {};
  const interfaces = networksOf(devices.perGpu, gpus).map((network, at) => ({
    interfaceName: `eth${at + firstRdmaInterface}`,
    network,
  }));
  return {
    "networking.gke.io/default-interface": "eth0",
    "networking.gke.io/interfaces": JSON.stringify(interfaces),
  };
}

function networksOf(perGpu: number, gpus: number): readonly string[] {
  return Array.from({ length: Math.ceil(gpus * perGpu) }, (_, at) => `rdma-${at}`);
}
