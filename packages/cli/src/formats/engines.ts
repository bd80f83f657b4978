// SPDX-License-Identifier: Apache-2.0
/** @module Memory, network and start-up time of engines for people and for programs. */
import type {
  ComponentMemory,
  Connection,
  StartupEstimate,
  WeightStore,
} from "@dynamo-iac/constructs/estimate";
import { figure, table } from "./table.js";

/** Memory of one GPU of every engine on every pool that takes it, GiB. */
export function memoryText(memory: readonly ComponentMemory[]): string {
  return table(
    "Memory of one GPU, GiB (estimates)",
    [
      "graph",
      "component",
      "pool",
      "model",
      "GPU",
      "weights",
      "reserve",
      "KV cache",
      "context",
      "longest",
      "verdict",
    ],
    memory.map(({ graph, view, pool, model, estimate, why }) => [
      graph.name,
      view.name,
      pool?.name ?? "any",
      model?.id ?? "unknown",
      ...(estimate === undefined
        ? Array.from({ length: 6 }, () => "unknown")
        : [
            figure(estimate.gpuGiB),
            figure(estimate.weightsGiB),
            figure(estimate.reserveGiB),
            figure(Math.max(0, estimate.cacheGiB)),
            figure(estimate.contextLength),
            figure(estimate.largestContext),
          ]),
      estimate === undefined ? (why ?? "unknown") : estimate.fits ? "fits" : "does not fit",
    ]),
  );
}

/** The same as plain data; `null` is unknown. */
export function memoryData(memory: readonly ComponentMemory[]): readonly object[] {
  return memory.map(({ graph, view, pool, model, estimate, why }) => ({
    graph: graph.name,
    component: view.name,
    pool: pool?.name ?? null,
    model: model?.id ?? null,
    estimate: estimate ?? null,
    why: why ?? null,
  }));
}

const traffics = { "kv-transfer": "KV cache", collectives: "collectives" } as const;

/** What workers of different machines talk over. */
export function transportText(connections: readonly Connection[]): string {
  return table(
    "Transport between machines",
    ["graph", "what", "from", "to", "on pool", "to pool", "over", "why"],
    connections.map(({ graph, traffic, from, to, pool, toPool, route }) => [
      graph.name,
      traffics[traffic],
      from.name,
      to.name,
      pool.name,
      toPool.name,
      route.transport,
      route.why ?? "",
    ]),
  );
}

/** The same as plain data. */
export function transportData(connections: readonly Connection[]): readonly object[] {
  return connections.map(({ graph, traffic, from, to, pool, toPool, route }) => ({
    graph: graph.name,
    traffic,
    from: from.name,
    to: to.name,
    pool: pool.name,
    toPool: toPool.name,
    transport: route.transport,
    why: route.why ?? null,
    chosen: route.chosen,
  }));
}

/** A start and where its weights come from. */
export interface StoredStartup extends StartupEstimate {
  readonly store: WeightStore | undefined;
}

/** How long engines take to be ready. */
export function startupText(startups: readonly StoredStartup[]): string {
  const known = (value: number | undefined) => (value === undefined ? "unknown" : figure(value));
  return table(
    "Start-up, minutes (estimates; --store-mbps where the manifests do not tell how fast weights are read)",
    [
      "graph",
      "component",
      "weights from",
      "checkpoint GB",
      "readers",
      "reading",
      "ready after",
      "slowed by",
    ],
    startups.map(
      ({ graph, view, store, checkpointBytes, readers, loadMinutes, minutes, limit }) => [
        graph.name,
        view.name,
        store?.name ?? "unknown",
        known(checkpointBytes === undefined ? undefined : checkpointBytes / 1e9),
        String(readers),
        known(loadMinutes),
        known(minutes),
        limit ?? "",
      ],
    ),
  );
}

/** The same as plain data; `null` is unknown. */
export function startupData(startups: readonly StoredStartup[]): readonly object[] {
  return startups.map(
    ({ graph, view, store, checkpointBytes, readers, loadMinutes, minutes, limit }) => ({
      graph: graph.name,
      component: view.name,
      store: store?.name ?? null,
      checkpointBytes: checkpointBytes ?? null,
      readers,
      loadMinutes: loadMinutes ?? null,
      minutes: minutes ?? null,
      limit: limit ?? null,
    }),
  );
}
