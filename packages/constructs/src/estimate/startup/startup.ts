// SPDX-License-Identifier: Apache-2.0
/** @module Minutes until a graph answers: every pod reads the checkpoint, then the engine starts. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import { findModel, type Machine, type Model, sumOfParts } from "../../facts/index.js";
import { obstacleTo } from "../placement/admission.js";
import { demandOf } from "../placement/demand.js";
import { type Pool, zonesOf } from "../placement/pool.js";
import { type Scales, scalesOf } from "../placement/scale.js";

/** Where the weights are read from. */
export interface WeightStore {
  readonly name: string;
  /** Throughput of all readers together, MB/s. @default - no limit, as with disks in the machine */
  readonly totalMBps?: number | undefined;
  /** Throughput of one machine, MB/s. @default - its network */
  readonly perMachineMBps?: number | undefined;
}

/** How long a component takes from an empty start to its first answer. */
export interface StartupEstimate {
  readonly graph: GraphView;
  readonly view: ComponentView;
  /** Bytes of the checkpoint; undefined when the model is not known. */
  readonly checkpointBytes: number | undefined;
  /** Pods of the graph that read a checkpoint at the same time. */
  readonly readers: number;
  /** Time to read the weights; undefined when nothing tells it. */
  readonly loadMinutes: number | undefined;
  /** Time to ready: reading, and the start of the engine. */
  readonly minutes: number | undefined;
  /** What limits the reading. */
  readonly limit: "store" | "machine" | undefined;
}

/** What decides the time besides the graphs. */
export interface StartupOptions {
  /** Where the weights are. @default - unknown */
  readonly store?: WeightStore | undefined;
  /** Models by the name or path that the engines load. @default - the catalogue */
  readonly models?: Readonly<Record<string, Model>> | undefined;
  readonly scales?: Scales | undefined;
  /**
   * Minutes that an engine takes once the weights are there: memory profiling, compilation, CUDA graphs.
   * @default 3
   */
  readonly engineMinutes?: number | undefined;
}

/** Engines compile and capture graphs for some minutes; a compilation cache shortens it (unverified). */
const usualEngineMinutes = 3;

/** Time to ready of every engine when all replicas of a graph start at the same time. */
export function estimateStartup(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: StartupOptions = {},
): readonly StartupEstimate[] {
  return graphs.flatMap((graph) => {
    const scales = scalesOf(graph, options.scales);
    const workers = graph.components.flatMap((view, at) => {
      if (view.engine === undefined || view.engine === "mocker") return [];
      const pods = (scales[at]?.max ?? view.replicas) * view.nodes;
      return [{ view, pods, bytes: checkpointOf(view, options) }];
    });
    const readers = workers.reduce((sum, { pods }) => sum + pods, 0);
    const total = workers.reduce((sum, { pods, bytes = 0 }) => sum + pods * bytes, 0);
    return workers.map(({ view, bytes }) => {
      const machine = slowestMachine(graph, view, pools);
      const load = bytes === undefined ? undefined : loadTime(bytes, total, machine, options.store);
      const loadMinutes = load === undefined ? undefined : load.seconds / 60;
      const engine = options.engineMinutes ?? usualEngineMinutes;
      return {
        graph,
        view,
        checkpointBytes: bytes,
        readers,
        loadMinutes,
        minutes: loadMinutes === undefined ? undefined : loadMinutes + engine,
        limit: load?.limit,
      };
    });
  });
}

function checkpointOf(
  { parallelism }: ComponentView,
  { models = {} }: StartupOptions,
): number | undefined {
  const id = parallelism?.model ?? "";
  const model = models[id] ?? findModel(id);
  return model === undefined ? undefined : sumOfParts(model.bytes);
}

/** The machine with the slowest network among those where the pods may run. */
function slowestMachine(
  graph: GraphView,
  view: ComponentView,
  pools: readonly Pool[],
): Machine | undefined {
  const demand = demandOf(graph, view, 1);
  return pools
    .filter((pool) => zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === undefined))
    .map(({ machine }) => machine)
    .toSorted(
      (a, b) => (a.netGbps ?? Number.POSITIVE_INFINITY) - (b.netGbps ?? Number.POSITIVE_INFINITY),
    )[0];
}

/** The slower of two: one machine reading one checkpoint, and the store serving all. */
function loadTime(
  bytes: number,
  total: number,
  machine: Machine | undefined,
  store: WeightStore | undefined,
): { readonly seconds: number; readonly limit: "store" | "machine" } | undefined {
  if (store === undefined) return undefined;
  const network =
    store.totalMBps === undefined || machine?.netGbps === undefined
      ? undefined
      : machine.netGbps * 125;
  const limits = [store.perMachineMBps, network].filter((limit) => limit !== undefined);
  const each = limits.length === 0 ? undefined : bytes / 1e6 / Math.min(...limits);
  const all = store.totalMBps === undefined ? undefined : total / 1e6 / store.totalMBps;
  if (each === undefined && all === undefined) return undefined;
  return (all ?? 0) > (each ?? 0)
    ? { seconds: all ?? 0, limit: "store" }
    : { seconds: each ?? 0, limit: "machine" };
}
