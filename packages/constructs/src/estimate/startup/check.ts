// SPDX-License-Identifier: Apache-2.0
/** @module Findings about slow starts, with the storage that would be fast enough. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import { type Cloud, type Finding, finding, lustreGiB, lustreTiers } from "../../facts/index.js";
import { amount } from "../placement/explain.js";
import type { Pool } from "../placement/pool.js";
import { estimateStartup, type StartupEstimate, type StartupOptions } from "./startup.js";

/** How long is too long, besides what decides the time. */
export interface StartupCheckOptions extends StartupOptions {
  /** Minutes to ready that are acceptable. @default 15 */
  readonly limitMinutes?: number | undefined;
}

const usualLimit = 15;

/** DYN-START-001 to 003 for graphs on pools. */
export function checkStartup(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: StartupCheckOptions = {},
): readonly Finding[] {
  const clouds = new Set(pools.map(({ machine }) => machine.cloud));
  return estimateStartup(graphs, pools, options).flatMap((estimate) =>
    findingsOf(estimate, clouds, options),
  );
}

function findingsOf(
  estimate: StartupEstimate,
  clouds: ReadonlySet<Cloud>,
  options: StartupCheckOptions,
): readonly Finding[] {
  const { graph, view, minutes, loadMinutes, checkpointBytes, readers } = estimate;
  const { store, limitMinutes = usualLimit } = options;
  const at = { object: graph.object, path: view.path };
  if (minutes === undefined || loadMinutes === undefined || checkpointBytes === undefined) {
    const lacks =
      checkpointBytes === undefined
        ? "the size of its model is not known"
        : "the throughput of its storage is not known";
    const message = `how long ${view.name} takes to start cannot be said: ${lacks}`;
    const fix = "Give the model's numbers and the store of its weights.";
    return [finding("DYN-START-003", at, message, fix)];
  }
  const found: Finding[] = [];
  const what = `${amount(checkpointBytes / 1e9)} GB for each of ${readers} ${readers === 1 ? "pod" : "pods"}`;
  if (minutes > limitMinutes) {
    const limited =
      estimate.limit === "store"
        ? `${store?.name} carries ${store?.totalMBps} MB/s for all`
        : `one machine reads at most so fast`;
    const message = `${view.name} is ready after ${amount(minutes)} minutes, of which ${amount(loadMinutes)} read ${what}: ${limited}`;
    found.push(
      finding("DYN-START-001", at, message, betterStore(estimate, clouds, limitMinutes, options)),
    );
  }
  const probe = probeSeconds(view);
  if (probe !== undefined && probe < minutes * 60) {
    const message = `the start-up probe of ${view.name} gives up after ${amount(probe / 60)} minutes, and it takes ${amount(minutes)} to read ${what} and start`;
    const fix = `Raise failureThreshold × periodSeconds of the start-up probe above ${Math.ceil(minutes * 60)} seconds.`;
    found.push(finding("DYN-START-002", at, message, fix));
  }
  return found;
}

/** The smallest file system of the pools' cloud that keeps the limit, as advice. */
function betterStore(
  { checkpointBytes = 0, readers, minutes = 0, loadMinutes = 0, limit }: StartupEstimate,
  clouds: ReadonlySet<Cloud>,
  limitMinutes: number,
  { store }: StartupOptions,
): string {
  const local =
    "keep the weights on local disks of the machines, or stream them from a running worker with ModelExpress";
  const seconds = (limitMinutes - (minutes - loadMinutes)) * 60;
  if (limit !== "store" || seconds <= 0) return `${local[0]?.toUpperCase()}${local.slice(1)}.`;
  const needed = (checkpointBytes * readers) / 1e6 / seconds;
  const offers = lustreTiers
    .filter(({ cloud }) => clouds.has(cloud))
    .map((tier) => ({ tier, size: lustreGiB(tier, needed, (1.2 * checkpointBytes) / 2 ** 30) }))
    .toSorted((a, b) => a.size - b.size || b.tier.mbpsPerTiB - a.tier.mbpsPerTiB);
  const [best] = offers;
  if (best === undefined) return `Give ${store?.name} ${Math.ceil(needed)} MB/s, or ${local}.`;
  const total = Math.floor((best.size / 1024) * best.tier.mbpsPerTiB);
  return `Use ${best.size} GiB of ${best.tier.name} (${total} MB/s; ${Math.ceil(needed)} are needed), or ${local}.`;
}

/** What the operator gives workers: 10 s × 720. */
const operatorProbeSeconds = 7200;

/** Seconds until the start-up probe gives up; undefined when there is none. */
function probeSeconds({ main, component }: ComponentView): number | undefined {
  const probe = main?.startupProbe;
  if (probe !== undefined) {
    const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe;
    return initialDelaySeconds + periodSeconds * failureThreshold;
  }
  const { type } = component;
  return type === "worker" || type === "prefill" || type === "decode"
    ? operatorProbeSeconds
    : undefined;
}
