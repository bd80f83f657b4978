// SPDX-License-Identifier: Apache-2.0
/** @module What two revisions cost: dollars per month at maximum scale, GPUs, and what nobody can price. */
import { at, type Fields, text } from "../api/index.js";
import type { GraphView } from "../checks/index.js";
import {
  billOf,
  estimateCost,
  graphGpus,
  type Money,
  type Pool,
  poolsOf,
  type Scales,
  unlimitedMachines,
} from "../estimate/index.js";
import { findMachine, type PriceOverrides } from "../facts/index.js";

/** One revision, as far as it costs anything. */
export interface PricedSide {
  readonly graphs: readonly GraphView[];
  readonly objects: readonly Fields[];
  readonly pools: readonly Pool[];
  readonly scales: Scales;
}

/** The bill of one revision. */
export interface BillAt {
  /** GPUs at the replicas as written. */
  readonly gpus: number;
  readonly min: Money;
  readonly max: Money;
  /** False when the replicas do not fit on the pools, so that every pool counts at its maximum. */
  readonly placed: boolean;
  /** What is not in the sums. */
  readonly notes: readonly string[];
}

/** Both bills. */
export interface CostChange {
  readonly before: BillAt;
  readonly after: BillAt;
  /** Machines that nobody named and that were read from the graphs' own node selectors. */
  readonly assumedPools: readonly string[];
}

/** Prices both revisions. Without machines only GPUs are known, and the notes say so. */
export function costChange(
  before: PricedSide,
  after: PricedSide,
  prices?: PriceOverrides | undefined,
): CostChange {
  const [was, is] = [before, after].map((side) => ({ ...side, pools: withSelected(side) }));
  const all = [...(was?.pools ?? []), ...(is?.pools ?? [])];
  return {
    before: billAt(was ?? before, prices),
    after: billAt(is ?? after, prices),
    assumedPools: [
      ...new Set(all.flatMap(({ taints, name }) => (taints === usualTaints ? [name] : []))),
    ],
  };
}

function billAt(side: PricedSide, prices: PriceOverrides | undefined): BillAt {
  const { graphs, pools, objects, scales } = side;
  const gpus = graphs.reduce((sum, graph) => sum + graphGpus(graph).total, 0);
  const cost = estimateCost(graphs, pools, { ...billOf(objects), prices, scales });
  const uncounted =
    gpus > 0 && pools.length === 0
      ? ["machines: no pool is named, and the graphs select no machine type"]
      : [];
  return {
    gpus,
    min: cost.min.total,
    max: cost.max.total,
    placed: cost.max.placed,
    notes: [...cost.notes, ...uncounted],
  };
}

const typeLabel = "node.kubernetes.io/instance-type";

/** The pools that are given or described, or else the machines that the graphs select. */
function withSelected({ graphs, objects, pools }: PricedSide): readonly Pool[] {
  const known = poolsOf(objects, pools).pools;
  if (known.length > 0) return known;
  const types = graphs.flatMap((graph) =>
    graph.components.flatMap(({ component, gpusPerPod }) => {
      const type = text(at(component, "podTemplate", "spec", "nodeSelector", typeLabel));
      return type === undefined || gpusPerPod === 0 ? [] : [type];
    }),
  );
  return [...new Set(types)].flatMap((type) => {
    const machine = findMachine(type);
    if (machine === undefined) return [];
    return [{ name: type, machine, max: unlimitedMachines, taints: usualTaints }];
  });
}

/** The taint of GPU nodes in every cloud's own pools; graphs without toleration stay off them. */
const usualTaints = [{ key: "nvidia.com/gpu", effect: "NoSchedule" as const }];
