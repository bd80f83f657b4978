// SPDX-License-Identifier: Apache-2.0
/** @module What two revisions cost: dollars per month at maximum scale, GPUs, and what nobody can price. */
import { at, type Fields, items, text } from "../api/index.js";
import type { GraphView } from "../checks/index.js";
import {
  billOf,
  estimateCost,
  graphGpus,
  type Money,
  type Pool,
  type Scales,
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
  return {
    before: billAt(was ?? before, prices),
    after: billAt(is ?? after, prices),
    assumedPools: [
      ...new Set(
        [was, is].flatMap((side, index) =>
          (side?.pools ?? [])
            .filter((pool) => !(index === 0 ? before : after).pools.includes(pool))
            .map(({ machine }) => machine.type),
        ),
      ),
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

/** Machines of a pool that names no maximum. */
const usualMax = 64;

const typeLabel = "node.kubernetes.io/instance-type";

/** The pools that are given, or those that manifests describe or graphs select. */
function withSelected({ graphs, objects, pools }: PricedSide): readonly Pool[] {
  if (pools.length > 0) return pools;
  const described = objects.flatMap(describedPool);
  if (described.length > 0) return described;
  const types = graphs.flatMap((graph) =>
    graph.components.flatMap(({ component, gpusPerPod }) => {
      const type = text(at(component, "podTemplate", "spec", "nodeSelector", typeLabel));
      return type === undefined || gpusPerPod === 0 ? [] : [type];
    }),
  );
  return [...new Set(types)].flatMap((type) => {
    const machine = findMachine(type);
    return machine === undefined
      ? []
      : [{ name: type, machine, max: usualMax, taints: usualTaints }];
  });
}

/** The taint of GPU nodes in every cloud's own pools; graphs without toleration stay off them. */
const usualTaints = [{ key: "nvidia.com/gpu", effect: "NoSchedule" as const }];

/** A Karpenter NodePool of one machine type. */
function describedPool(object: Fields): readonly Pool[] {
  if (object.kind !== "NodePool" || !String(object.apiVersion).startsWith("karpenter.sh/"))
    return [];
  const spec = at(object, "spec", "template", "spec");
  const values = (key: string) =>
    items(at(spec, "requirements"))
      .filter((one) => at(one, "key") === key && at(one, "operator") === "In")
      .flatMap((one) => items(at(one, "values")).map(String));
  const [type, ...others] = values(typeLabel);
  const machine = type === undefined || others.length > 0 ? undefined : findMachine(type);
  if (machine === undefined) return [];
  const gpus = Number(at(object, "spec", "limits", "nvidia.com/gpu") ?? Number.NaN);
  const nodes = Number(at(object, "spec", "limits", "nodes") ?? Number.NaN);
  const byGpus = machine.gpus > 0 ? Math.floor(gpus / machine.gpus) : Number.NaN;
  const max = [nodes, byGpus].find((limit) => Number.isFinite(limit)) ?? usualMax;
  const [capacity, ...ways] = values("karpenter.sh/capacity-type");
  const zones = values("topology.kubernetes.io/zone");
  const labels = Object.entries(
    (at(object, "spec", "template", "metadata", "labels") as object) ?? {},
  ).map(([key, value]) => [key, String(value)]);
  return [
    {
      name: text(at(object, "metadata", "name")) ?? machine.type,
      machine,
      max,
      zones: zones.length === 0 ? undefined : zones,
      capacity:
        ways.length === 0 && (capacity === "spot" || capacity === "reserved")
          ? capacity
          : undefined,
      labels: Object.fromEntries(labels),
      taints: items(at(spec, "taints")) as Pool["taints"],
    },
  ];
}
