// SPDX-License-Identifier: Apache-2.0
/** @module Resource limits of a container on one machine. */
import type { Container } from "../../api/index.js";
import { type FieldPath, quantityValue } from "../../facts/index.js";
import type { Report } from "../report.js";
import type { StandaloneContainer } from "../standalone/container.js";

/** The resource that NVIDIA's device plugin offers. */
const gpuResource = "nvidia.com/gpu";

/** Resources of network adapters: RDMA, EFA, and the extra networks of GKE. */
const networkDevice =
  /^(rdma\/|vpc\.amazonaws\.com\/efa$|networking\.gke\.io|mellanox\.com\/|nvidia\.com\/(hostdev|rdma|mlnx))/;

/** Variables that steer a network adapter; on a machine without it they keep transports from starting. */
const adapterVariable =
  /^(FI_|NIXL_LIBFABRIC_|UCX_(NET_DEVICES|TLS|IB_|RC_|MAX_RNDV_RAILS)|NCCL_(IB_|SOCKET_IFNAME|CROSS_NIC)|GLOO_SOCKET_IFNAME|DYN_KVBM_NIXL_BACKEND_|SGLANG_DISAGGREGATION_NIXL_BACKEND|TRTLLM_NIXL_KVCACHE_BACKEND)/;

/** GPUs that a container is limited to. */
export function gpuCount({ resources }: Container): number {
  const amount = (resources?.limits ?? resources?.requests)?.[gpuResource];
  const count = amount === undefined ? 0 : quantityValue(amount);
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** CPU and memory limits as Compose writes them; undefined without limits. */
export function resourceLimits(
  { container, path }: Pick<StandaloneContainer, "container" | "path">,
  machineCpus: number | undefined,
  report: Report,
): { readonly cpus?: string | undefined; readonly memory?: string | undefined } | undefined {
  const { cpu, memory } = container.resources?.limits ?? {};
  if (cpu === undefined && memory === undefined) return undefined;
  let cpus = cpu === undefined ? undefined : quantityValue(cpu);
  if (cpus !== undefined && machineCpus !== undefined && cpus > machineCpus) {
    report(
      "DYN-CMP-022",
      [...path, "resources", "limits", "cpu"],
      `container ${container.name} may use ${cpus} CPUs, the machine has ${machineCpus}`,
      "Ignore this, or lower the limit.",
    );
    cpus = machineCpus;
  }
  return {
    cpus: cpus === undefined ? undefined : String(cpus),
    memory: memory === undefined ? undefined : byteSize(quantityValue(memory)),
  };
}

/** Bytes in the largest unit that leaves no rest: `80g`, `512m`, `1500000000b`. */
export function byteSize(bytes: number): string {
  const whole = Math.ceil(bytes);
  for (const [unit, size] of [
    ["g", 2 ** 30],
    ["m", 2 ** 20],
    ["k", 2 ** 10],
  ] as const)
    if (whole > 0 && whole % size === 0) return `${whole / size}${unit}`;
  return `${whole}b`;
}

/**
 * Looks at every device that a container asks for, and returns the names of variables that have to go
 * because their network adapter does.
 */
export function checkDevices(
  { container, path, variables }: Pick<StandaloneContainer, "container" | "path" | "variables">,
  report: Report,
): readonly string[] {
  const adapters: string[] = [];
  const list = container.resources?.limits ?? container.resources?.requests ?? {};
  const at: FieldPath = [
    ...path,
    "resources",
    container.resources?.limits === undefined ? "requests" : "limits",
  ];
  for (const resource of Object.keys(list)) {
    if (!resource.includes("/") || resource === gpuResource) continue;
    if (networkDevice.test(resource)) adapters.push(resource);
    else
      report(
        "DYN-CMP-006",
        [...at, resource],
        `container ${container.name} needs ${list[resource]} of ${resource}`,
        "Remove it, or ask for nvidia.com/gpu.",
      );
  }
  if (adapters.length === 0) return [];
  const steering = [...variables.keys()].filter((name) => adapterVariable.test(name));
  const also = steering.length === 0 ? "" : `, and with them ${steering.join(", ")}`;
  report(
    "DYN-CMP-015",
    at,
    `${adapters.join(", ")} are left out${also}`,
    "Ignore this, and take LIBFABRIC out of --kv-transfer-config if it is there.",
  );
  return steering;
}
