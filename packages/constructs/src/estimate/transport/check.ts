// SPDX-License-Identifier: Apache-2.0
/** @module Findings about the networks that graphs use between machines and between GPUs. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import {
  type Finding,
  type FindingCode,
  finding,
  findModel,
  gpus,
  type Model,
} from "../../facts/index.js";
import { cacheCost } from "../memory/model-memory.js";
import type { Level } from "../packing/problem.js";
import { rulesOf } from "../placement/affinity.js";
import { type Demand, demandOf } from "../placement/demand.js";
import { amount } from "../placement/explain.js";
import { gpuResource, type Pool, zonesOf } from "../placement/pool.js";
import { type Connection, connectionsOf, kvPairs, runsOn } from "./connection.js";
import { routeOf } from "./route.js";

/** What the graphs do not tell. */
export interface TransportOptions {
  /** True when TCP is good enough for these graphs. @default false */
  readonly acceptTcp?: boolean | undefined;
  /** Models by the name or path that the engines load. @default - the catalogue */
  readonly models?: Readonly<Record<string, Model>> | undefined;
}

/** DYN-NET-001 to 006: what the graphs use between machines and between GPUs. */
export function checkTransport(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: TransportOptions = {},
): readonly Finding[] {
  return [
    ...connectionsOf(graphs, pools).flatMap((one) => tcpFinding(one, options)),
    ...graphs.flatMap((graph) => [
      ...neighbourFindings(graph, pools),
      ...pcieFindings(graph, pools),
    ]),
  ];
}

/** DYN-NET-001 to 003 */
function tcpFinding(
  { graph, traffic, from, to, pool, toPool, route }: Connection,
  options: TransportOptions,
): readonly Finding[] {
  if (route.transport !== "tcp") return [];
  const between =
    traffic === "collectives"
      ? `the ${from.nodes} nodes of ${from.name} exchange activations`
      : `KV blocks go from ${from.name} to ${to.name}`;
  const accepted = route.chosen || options.acceptTcp === true;
  const code: FindingCode = accepted
    ? "DYN-NET-002"
    : traffic === "collectives"
      ? "DYN-NET-003"
      : "DYN-NET-001";
  const cost = traffic === "collectives" ? "" : `; ${priceOfTcp(from, options)}`;
  const where =
    pool === toPool ? `on pool ${pool.name}` : `from pool ${pool.name} to ${toPool.name}`;
  const message = `${between} over TCP ${where}: ${route.why}${cost}`;
  const fix = accepted
    ? "Keep it when prompts are short, or use machines with a fabric."
    : "Use machines with a fabric and ask for its devices, serve aggregated, or accept TCP explicitly: fabric: tcp() in code, --accept-tcp for an estimate.";
  return [finding(code, { object: graph.object, path: from.path }, message, fix)];
}

/** What upstream measured, and how much there is to carry. */
function priceOfTcp({ parallelism }: ComponentView, { models = {} }: TransportOptions): string {
  const measured =
    "upstream measured 98 s to the first token for 8000 tokens of an 8B model, and 1 s over EFA";
  const id = parallelism?.model ?? "";
  const model = models[id] ?? findModel(id);
  if (model === undefined) return measured;
  const whole = { tensor: 1, pipeline: 1, data: 1, dataParallelAttention: false, gpus: 1 };
  const gigabytes = (cacheCost("vllm", model, whole, model.kvValueBytes).perToken * 8000) / 1e9;
  return `8000 tokens of ${model.id} are ${amount(gigabytes)} GB; ${measured}`;
}

/** DYN-NET-004, 005: zones and machines that a pair may end up in. */
function neighbourFindings(graph: GraphView, pools: readonly Pool[]): readonly Finding[] {
  const [[prefill, decode] = []] = kvPairs(graph);
  if (prefill === undefined || decode === undefined) return [];
  const demands = [prefill, decode];
  const hosts = pools.filter((pool) => runsOn(prefill, pool) && runsOn(decode, pool));
  const either = pools.filter((pool) => demands.some((demand) => runsOn(demand, pool)));
  const places = either.flatMap((pool) => zonesOf(pool).map((zone) => ({ pool, zone })));
  const { rules, levels } = rulesOf(demands, places);
  const found: Finding[] = [];
  const at = { object: graph.object, path: prefill.view.path };
  const zones = new Set(places.map(({ zone }) => zone));
  const tied = rules.some(
    ({ kind, level }) =>
      (kind === "beside" || kind === "bond") &&
      joinsZones(
        levels[level],
        places.map(({ zone }) => zone),
      ),
  );
  if (zones.size > 1 && !tied && graph.graph.spec?.experimental?.kvTransferPolicy === undefined) {
    const message = `${prefill.view.name} and ${decode.view.name} may run in ${[...zones].join(", ")}, and nothing keeps a pair in one zone`;
    const fix =
      "Require pod affinity by zone, pack the graph by topologyConstraint, or set kvTransferPolicy.";
    found.push(finding("DYN-NET-004", at, message, fix));
  }
  const shared = hosts.find((pool) => sharesMachine(prefill, decode, pool));
  const apart = rules.some(
    (rule) =>
      rule.kind === "apart" &&
      levels[rule.level] === "host" &&
      rule.tasks.includes(0) &&
      rule.tasks.includes(1),
  );
  if (shared !== undefined && !apart) {
    const message = `${prefill.view.name} and ${decode.view.name} fit on one ${shared.machine.type} of pool ${shared.name}, and no anti-affinity keeps them apart`;
    const fix = `Give both required pod anti-affinity by kubernetes.io/hostname against each other, within graph ${graph.name}.`;
    found.push(finding("DYN-NET-005", at, message, fix));
  }
  return found;
}

/** True when a level never puts two zones together. */
function joinsZones(level: Level | undefined, zones: readonly string[]): boolean {
  if (level === undefined) return false;
  if (typeof level === "string") return true;
  return zones.every((zone, a) =>
    zones.every((other, b) => zone === other || level[a] !== level[b] || level[a] === -1),
  );
}

function sharesMachine(prefill: Demand, decode: Demand, pool: Pool): boolean {
  const uses = [prefill, decode].map((demand) => routeOf(demand, pool, "kv-transfer").transport);
  const needed = (resource: string) =>
    (prefill.needs[resource] ?? 0) + (decode.needs[resource] ?? 0);
  const { machine } = pool;
  return (
    uses.every((transport) => transport === "efa") &&
    needed(gpuResource) <= machine.gpus &&
    needed("vpc.amazonaws.com/efa") <= machine.rdmaCount
  );
}

/** DYN-NET-006: tensor parallel ranks of one pod without NVLink among them. */
function pcieFindings(graph: GraphView, pools: readonly Pool[]): readonly Finding[] {
  return graph.components.flatMap((view) => {
    const { parallelism, gpusPerPod = 0 } = view;
    const ranks = Math.min(parallelism?.tensor ?? 1, gpusPerPod);
    if (ranks < 2) return [];
    const demand = demandOf(graph, view, view.replicas);
    const slow = pools.find((pool) => linkedGpus(pool) < ranks && runsOn(demand, pool));
    if (slow === undefined) return [];
    const { type } = slow.machine;
    const linked = linkedGpus(slow);
    const links = linked === 0 ? "no NVLink" : `NVLink between ${linked} of them only`;
    const message = `${view.name} splits every layer over ${ranks} GPUs of ${type}, which has ${links}`;
    const fix =
      "Use one GPU per replica with a smaller or quantized model, or machines with NVLink.";
    return [finding("DYN-NET-006", { object: graph.object, path: view.path }, message, fix)];
  });
}

/** GPUs of a machine that NVLink joins. */
function linkedGpus({ machine: { gpuModel } }: Pool): number {
  return gpuModel === undefined ? 0 : gpus[gpuModel].nvlinkGpus;
}
