// SPDX-License-Identifier: Apache-2.0
/** @module Which GPUs of the machine each container gets. */
import type { ComponentView } from "../../checks/index.js";
import type { ComposeDeviceReservation } from "./compose-file.js";

/** The GPUs of one container. */
export interface GpuShare {
  /** The container's own. */
  readonly own: readonly string[];
  /** Those that Docker lets it see: its own, and those of the peers that it exchanges memory with. */
  readonly visible: readonly string[];
}

/** A container that needs GPUs. */
export interface GpuRequest {
  readonly service: string;
  readonly count: number;
  /** True when it exchanges GPU memory with others. */
  readonly peer: boolean;
}

/**
 * Hands out GPUs in order. Ids are those of `nvidia-smi`: an index or a UUID. Past the last one
 * numbers go on, so that a caller can count what is missing.
 *
 * A process can open a peer's GPU memory only when Docker lets it see the peer's GPU as well.
 */
export function assignGpus(
  requests: readonly GpuRequest[],
  ids: readonly string[] | undefined,
): ReadonlyMap<string, GpuShare> {
  let next = 0;
  const own = requests.map(({ count }) =>
    Array.from({ length: count }, () => {
      const at = next++;
      return ids?.[at] ?? String(at);
    }),
  );
  const peers = own.filter((_, at) => requests[at]?.peer === true).flat();
  return new Map(
    requests.map(({ service, peer }, at) => {
      const mine = own[at] ?? [];
      return [service, { own: mine, visible: peer ? peers : mine }];
    }),
  );
}

/** Roles that hand GPU memory to another worker: KV blocks or embeddings. */
const giving: ReadonlySet<string> = new Set(["prefill", "encode"]);

/** The components whose workers exchange GPU memory through NIXL; empty when none depends on another. */
export function gpuPeers(views: readonly ComponentView[]): ReadonlySet<ComponentView> {
  const engines = views.filter((view) => view.engine !== undefined && (view.gpusPerPod ?? 0) > 0);
  return new Set(engines.some((view) => giving.has(view.role)) ? engines : []);
}

/** GPUs as Compose reserves them. */
export function reservation(visible: readonly string[]): readonly ComposeDeviceReservation[] {
  return [{ driver: "nvidia", device_ids: busOrder(visible), capabilities: ["gpu"] }];
}

/**
 * Environment that limits a process to its own GPUs; empty when it sees no others.
 *
 * Inside a container GPUs are numbered anew in the order of the bus; a UUID stays what it is.
 */
export function ownGpus({ own, visible }: GpuShare): Readonly<Record<string, string>> {
  if (own.length === visible.length) return {};
  const ordered = busOrder(visible);
  const devices = own.map((id) => (/^\d+$/.test(id) ? String(ordered.indexOf(id)) : id));
  return { CUDA_DEVICE_ORDER: "PCI_BUS_ID", CUDA_VISIBLE_DEVICES: devices.join(",") };
}

function busOrder(ids: readonly string[]): readonly string[] {
  return [...ids].sort((a, b) => {
    const apart = Number(a) - Number(b);
    return Number.isNaN(apart) ? (a < b ? -1 : 1) : apart;
  });
}
