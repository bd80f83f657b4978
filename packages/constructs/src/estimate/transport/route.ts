// SPDX-License-Identifier: Apache-2.0
/** @module Which network one worker really uses on one machine, and what keeps it from a better one. */
import type { ComponentView } from "../../checks/index.js";
import { connectors, flagsOf, transfer } from "../../engines/index.js";
import { parseVersion } from "../../facts/index.js";
import type { Demand } from "../placement/demand.js";
import type { Pool } from "../placement/pool.js";

/** A network between machines. */
export type Transport = "nvlink" | "efa" | "infiniband" | "roce" | "gpudirect-tcp" | "tcp";

/** What travels: KV blocks from prefill to decode, or activations between the nodes of an engine. */
export type Traffic = "kv-transfer" | "collectives";

/** The network of one worker on the machines of one pool. */
export interface Route {
  readonly transport: Transport;
  /** What keeps it from RDMA; undefined when it has RDMA. */
  readonly why?: string | undefined;
  /** True when the worker asks for TCP in so many words. */
  readonly chosen: boolean;
}

/** The route of a worker's traffic on a pool. */
export function routeOf(demand: Demand, pool: Pool, traffic: Traffic): Route {
  const { view } = demand;
  const chosen = traffic === "kv-transfer" ? tcpByChoice(view) : undefined;
  if (chosen !== undefined) return { transport: "tcp", why: chosen, chosen: true };
  const { machine } = pool;
  const { rdma, type, nvlinkMachines } = machine;
  // A ComputeDomain lets NVLink reach other machines of the rack.
  if ((pool.blockMachines ?? nvlinkMachines) > 1 && demand.claims)
    return { transport: "nvlink", chosen: false };
  const tcp = (why: string): Route => ({ transport: "tcp", why, chosen: false });
  if (rdma === "none") return tcp(`${type} has no fabric beside Ethernet`);
  if (rdma.startsWith("tcpx"))
    return traffic === "collectives"
      ? { transport: "gpudirect-tcp", chosen: false }
      : tcp(`GPUDirect-TCPX of ${type} carries NCCL only, not NIXL`);
  if (rdma === "efa" && !machine.gpuDirect && (demand.needs[efaResource] ?? 0) === 0)
    return tcp(`EFA of ${type} does not reach GPU memory, and ${view.name} asks for none`);
  if (rdma === "efa") return efaRoute(demand, traffic, tcp);
  const resource = rdma.startsWith("roce-") ? "networking.gke.io.networks/rdma-0" : "rdma/ib";
  if (!demand.claims && !hasDevice(demand, resource.split("/")[0] ?? "") && !hasHostDevice(view))
    return tcp(`${view.name} asks for no ${resource}`);
  return { transport: rdma.startsWith("roce-") ? "roce" : "infiniband", chosen: false };
}

const efaResource = "vpc.amazonaws.com/efa";

/** libfabric needs the device, the image that holds it, and to be chosen. */
function efaRoute({ view, needs }: Demand, traffic: Traffic, tcp: (why: string) => Route): Route {
  if ((needs[efaResource] ?? 0) === 0) return tcp(`${view.name} asks for no ${efaResource}`);
  const { tag } = view.image ?? {};
  if (tag !== undefined && parseVersion(tag) !== undefined && !/-efa\b/.test(tag))
    return tcp(`the image ${view.image?.name}:${tag} has no EFA libraries`);
  const backend = traffic === "kv-transfer" ? nixlBackend(view) : undefined;
  return backend === undefined || backend === "LIBFABRIC"
    ? { transport: "efa", chosen: false }
    : tcp(
        `NIXL of ${view.name} runs ${backend}, which does not use EFA; the backend for it is LIBFABRIC`,
      );
}

/** The NIXL backend of a worker; undefined when values that are not known here decide. */
function nixlBackend(view: ComponentView): string | undefined {
  const { engine, program, env } = view;
  if (program === undefined) return undefined;
  const named = transfer(program)?.backend;
  const variable =
    engine === "sglang" ? "SGLANG_DISAGGREGATION_NIXL_BACKEND" : "TRTLLM_NIXL_KVCACHE_BACKEND";
  if (engine === "vllm") return view.open && named === undefined ? undefined : (named ?? "UCX");
  if (env.values.has(variable)) return env.values.get(variable);
  if (env.open || view.open) return undefined;
  return engine === "sglang" && named !== "nixl" ? named : "UCX";
}

/** Why the worker uses TCP by its own choice; undefined when it does not. */
function tcpByChoice(view: ComponentView): string | undefined {
  const config = flagsOf(view.program, "vllm")?.kvTransferConfig;
  if (
    typeof config === "object" &&
    connectors(config).some(({ kv_buffer_device: device }) => device === "cpu")
  )
    return `${view.name} stages KV blocks in host memory (kv_buffer_device: cpu)`;
  const list = view.env.values.get("UCX_TLS");
  if (list === undefined || list === "" || list.startsWith("^")) return undefined;
  const names = list.split(",");
  const rdma = names.some((name) => /^(all|ib|rc|dc|ud|srd|gga|rdmacm)/.test(name));
  return names.includes("tcp") && !rdma && !names.includes("cuda_ipc")
    ? `UCX_TLS of ${view.name} is ${list}`
    : undefined;
}

function hasDevice({ needs }: Demand, domain: string): boolean {
  return Object.keys(needs).some(
    (name) => name.startsWith("rdma/") || name.startsWith(`${domain}/`),
  );
}

/** A privileged pod can open the host's devices without asking for one. */
function hasHostDevice({ main, component }: ComponentView): boolean {
  const volumes = component.podTemplate?.spec?.volumes ?? [];
  return (
    main?.securityContext?.privileged === true &&
    volumes.some(({ hostPath }) => hostPath?.path.startsWith("/dev/infiniband") === true)
  );
}
