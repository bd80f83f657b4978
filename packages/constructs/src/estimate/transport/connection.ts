// SPDX-License-Identifier: Apache-2.0
/** @module Which workers of a graph talk to each other between machines, and over what. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import { obstacleTo } from "../placement/admission.js";
import { type Demand, demandOf } from "../placement/demand.js";
import { type Pool, zonesOf } from "../placement/pool.js";
import { type Route, routeOf, type Traffic } from "./route.js";

/** One connection between machines: prefill to decode, or among the nodes of one engine. */
export interface Connection {
  readonly graph: GraphView;
  readonly traffic: Traffic;
  readonly from: ComponentView;
  /** The same component for collectives. */
  readonly to: ComponentView;
  /** Pool of the sender. */
  readonly pool: Pool;
  /** Pool of the receiver; the same one wherever both can share a pool. */
  readonly toPool: Pool;
  /** The slower end decides. */
  readonly route: Route;
}

/** Every connection between machines, on the pools where both ends may run. */
export function connectionsOf(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
): readonly Connection[] {
  return graphs.flatMap((graph) => {
    const workers = workersOf(graph);
    return [
      ...workers.filter(({ pods }) => pods > 1).flatMap((demand) => nodesOf(demand, pools)),
      ...pairsOf(workers).flatMap(([from, to]) => pairOn(from, to, pools)),
    ];
  });
}

function workersOf(graph: GraphView): readonly Demand[] {
  return graph.components
    .filter(({ engine }) => engine !== undefined && engine !== "mocker")
    .map((view) => demandOf(graph, view, view.replicas));
}

/** Prefill workers and who takes over from them: decode workers, or those that nobody gave a role. */
export function pairsOf(workers: readonly Demand[]): readonly (readonly [Demand, Demand])[] {
  const withRole = (role: ComponentView["role"]) =>
    workers.filter(({ view }) => view.role === role);
  const decode = withRole("decode");
  const receivers = decode.length > 0 ? decode : withRole("worker");
  return withRole("prefill").flatMap((from) => receivers.map((to) => [from, to] as const));
}

/** The pairs of a graph that hand KV blocks over. */
export function kvPairs(graph: GraphView): readonly (readonly [Demand, Demand])[] {
  return pairsOf(workersOf(graph));
}

/** True when some machine of the pool takes the pods. */
export function runsOn(demand: Demand, pool: Pool): boolean {
  return zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === undefined);
}

function nodesOf(demand: Demand, pools: readonly Pool[]): readonly Connection[] {
  return pools
    .filter((pool) => runsOn(demand, pool))
    .map((pool) => connect("collectives", [demand, pool], [demand, pool]));
}

/** On every pool that takes both; where none does, on every combination of theirs. */
function pairOn(from: Demand, to: Demand, pools: readonly Pool[]): readonly Connection[] {
  const senders = pools.filter((pool) => runsOn(from, pool));
  const receivers = pools.filter((pool) => runsOn(to, pool));
  const common = senders.filter((pool) => receivers.includes(pool));
  return common.length > 0
    ? common.map((pool) => connect("kv-transfer", [from, pool], [to, pool]))
    : senders.flatMap((a) => receivers.map((b) => connect("kv-transfer", [from, a], [to, b])));
}

function connect(
  traffic: Traffic,
  [from, pool]: readonly [Demand, Pool],
  [to, toPool]: readonly [Demand, Pool],
): Connection {
  const ends = [routeOf(from, pool, traffic), routeOf(to, toPool, traffic)] as const;
  const slower = ends.find(({ transport }) => transport === "tcp");
  const why = `pool ${pool.name} has ${ends[0].transport}, and pool ${toPool.name} has ${ends[1].transport}`;
  const apart =
    ends[0].transport !== ends[1].transport || (pool !== toPool && ends[0].transport === "nvlink");
  const route: Route = slower ?? (apart ? { transport: "tcp", why, chosen: false } : ends[0]);
  return { graph: from.graph, traffic, from: from.view, to: to.view, pool, toPool, route };
}
