// SPDX-License-Identifier: Apache-2.0
/** @module A bill for people and for programs: by pool and component, at minimum and maximum scale. */
import type { GraphView } from "@dynamo-iac/constructs/checks";
import {
  type ComponentCost,
  type CostAt,
  type CostEstimate,
  dollars,
  type Money,
  monthHours,
  type PoolCost,
  type Scale,
  type Scales,
  scalesOf,
  type WrittenScales,
} from "@dynamo-iac/constructs/estimate";
import { table } from "./table.js";

/** A graph, wherever it was read from. */
interface Viewed {
  readonly view: GraphView;
}

/** The bill as tables. */
export function costText(
  cost: CostEstimate,
  graphs: readonly Viewed[],
  written: WrittenScales,
): string {
  const { min, max, notes } = cost;
  const amounts = ["min / hour", "min / month", "max / hour", "max / month"];
  const pools = table(
    "Cost by pool, USD",
    ["pool", "type", "paid as", "one / hour", "min", "max", ...amounts, "price of"],
    max.pools.map((pool, at) => {
      const least = min.pools[at]?.machines ?? 0;
      const { machines: most, usdPerHour: each } = pool;
      return [
        pool.pool,
        pool.type,
        pool.capacity,
        money(each),
        String(least),
        String(most),
        ...pair(times(each, least)),
        ...pair(times(each, most)),
        each === undefined ? "" : sourceOf(pool),
      ];
    }),
  );
  const scales = new Map(
    scalesFor(graphs, written.scales).map((row) => [`${row.graph}/${row.component}`, row] as const),
  );
  const writers = writersOf(written);
  const components = table(
    "Cost by component, USD",
    ["graph", "component", "replicas", "decided by", ...amounts],
    namesOf(cost).map(({ graph, component }) => {
      const scale = scales.get(`${graph}/${component}`);
      return [
        graph ?? "",
        component,
        scale === undefined ? "" : range(scale),
        writers.get(`${graph}/${component}`) ?? "",
        ...pair(shareOf(min, graph, component)),
        ...pair(shareOf(max, graph, component)),
      ];
    }),
  );
  const items = table(
    "Storage and load balancers, USD",
    ["what", "per hour", "per month"],
    max.items.map(({ name, usdPerHour }) => [name, ...pair(usdPerHour)]),
  );
  const totals = table(
    "Total, USD",
    ["scale", "per hour", "per month", "and on top"],
    [totalRow("minimum", min), totalRow("maximum", max)],
  );
  const told = notes.length === 0 ? "" : `${notes.join("\n")}\n\n`;
  return pools + components + items + totals + told;
}

/** Region and day of a price, or that somebody gave it. */
function sourceOf({ region, asOf }: PoolCost): string {
  return region === undefined
    ? asOf === undefined
      ? "given"
      : `given, ${asOf}`
    : `${region}, ${asOf}`;
}

/** Who has a part of the bill at one of the scales; what nobody uses is last. */
function namesOf({ min, max }: CostEstimate): readonly ComponentCost[] {
  const added = min.components.filter(
    ({ graph, component }) => find(max, graph, component) === undefined,
  );
  const all = [...max.components, ...added];
  return [
    ...all.filter(({ graph }) => graph !== undefined),
    ...all.filter(({ graph }) => graph === undefined),
  ];
}

function find({ components }: CostAt, graph: string | undefined, component: string) {
  return components.find((one) => one.graph === graph && one.component === component);
}

/** What runs nowhere at a scale that fits costs nothing; at one that does not, nobody knows. */
function shareOf(at: CostAt, graph: string | undefined, component: string): number | undefined {
  const found = find(at, graph, component);
  return found === undefined && at.placed ? 0 : found?.usdPerHour;
}

function totalRow(scale: string, { total, placed }: CostAt): readonly string[] {
  const { unknown } = total;
  const name = placed ? scale : `${scale} (does not fit)`;
  return [name, ...sums(total), unknown.map((what) => `${what}: unknown`).join(", ")];
}

/** A sum of nothing but unknown prices is not 0. */
function sums({ usdPerHour, usdPerMonth, unknown }: Money): readonly string[] {
  return usdPerHour === 0 && unknown.length > 0
    ? [money(undefined), money(undefined)]
    : [money(usdPerHour), money(usdPerMonth)];
}

function times(each: number | undefined, machines: number): number | undefined {
  return machines === 0 ? 0 : each === undefined ? undefined : each * machines;
}

function pair(usdPerHour: number | undefined): readonly string[] {
  return [money(usdPerHour), money(usdPerHour === undefined ? undefined : usdPerHour * monthHours)];
}

function money(amount: number | undefined): string {
  return amount === undefined ? "unknown" : dollars(amount);
}

function range({ min, max }: Scale): string {
  return min === max ? String(min) : `${min} to ${max}`;
}

/** Who decides the replicas, by graph and component. */
function writersOf({ rows }: WrittenScales): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [`${row.graph}/${row.component}`, row.writer] as const));
}

/** Replicas of a component at both ends. */
interface ScaleRow extends Scale {
  readonly graph: string;
  readonly component: string;
}

function scalesFor(graphs: readonly Viewed[], written: Scales): readonly ScaleRow[] {
  return graphs.flatMap(({ view }) => {
    const scales = scalesOf(view, written);
    return view.components.map(({ name, replicas }, at) => ({
      graph: view.name,
      component: name,
      ...(scales[at] ?? { min: replicas, max: replicas }),
    }));
  });
}

/** The bill as plain data; `null` is unknown. */
export function costData(
  cost: CostEstimate,
  graphs: readonly Viewed[],
  written: WrittenScales,
): object {
  return {
    currency: cost.currency,
    min: atData(cost.min),
    max: atData(cost.max),
    replicas: scalesFor(graphs, written.scales).map((row) => ({
      ...row,
      decidedBy: writersOf(written).get(`${row.graph}/${row.component}`) ?? null,
    })),
  };
}

function atData({ placed, total, pools, components, items }: CostAt): object {
  return {
    placed,
    total,
    pools: pools.map((pool) => ({
      ...pool,
      usdPerHour: pool.usdPerHour ?? null,
      region: pool.region ?? null,
      asOf: pool.asOf ?? null,
    })),
    components: components.map(({ graph, component, usdPerHour }) => ({
      graph: graph ?? null,
      component,
      usdPerHour: usdPerHour ?? null,
    })),
    items: items.map(({ name, usdPerHour }) => ({ name, usdPerHour: usdPerHour ?? null })),
  };
}
