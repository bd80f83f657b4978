// SPDX-License-Identifier: Apache-2.0
/** @module A limit for the bill of an app or of a chart, proven when it is synthesized. */
import { ApiObject } from "cdk8s";
import { Construct } from "constructs";
import { type GraphView, readGraph } from "../checks/index.js";
import {
  billOf,
  type CostEstimate,
  costFindings,
  estimateCost,
  type Pool,
  poolsOf,
  writtenScales,
} from "../estimate/index.js";
import {
  applyWaivers,
  type Finding,
  finding,
  type PriceOverrides,
  type Waiver,
} from "../facts/index.js";
import { addFindings } from "./finding-source.js";

/** A limit for the bill. */
export interface BudgetProps {
  /** Dollars per month that must not be exceeded at maximum scale. */
  readonly monthlyUsd: number;
  /** Prices in USD that are better known than the dated list prices. @default - list prices; unknown ones stay unknown */
  readonly prices?: PriceOverrides | undefined;
  /** Pools besides those of the app, or in place of one of that name. @default - the pools of the app */
  readonly pools?: readonly Pool[] | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/**
 * Everything below its scope, an app or a chart, costs at most so much at maximum scale: machines for
 * the graphs, claims and load balancers. Pools are those of the whole app.
 *
 * @example
 * new Budget(app, "budget", { monthlyUsd: 250_000, prices: { machines: { "p5.48xlarge": 41.5 } } });
 *
 * @see docs/guides/estimates.md
 */
export class Budget extends Construct {
  readonly #props: BudgetProps;
  readonly #scope: Construct;

  constructor(scope: Construct, id: string, props: BudgetProps) {
    super(scope, id);
    this.#props = props;
    this.#scope = scope;
    addFindings(this, () => this.findings());
  }

  /** The bill at both ends of the scale; complete once everything has been added to the scope. */
  estimate(): CostEstimate {
    const { graphs, pools } = this.#read();
    return this.#estimate(graphs, pools);
  }

  /** DYN-COST-001 to 004, waived findings included. */
  findings(): readonly Finding[] {
    const { waive = [], monthlyUsd, prices } = this.#props;
    const { graphs, pools } = this.#read();
    const unplaced =
      graphs.length > 0 && pools.length === 0 ? [withoutPools(graphs, monthlyUsd)] : [];
    const found = costFindings(this.#estimate(graphs, pools), pools, { monthlyUsd, prices });
    return applyWaivers([...unplaced, ...found], waive);
  }

  #estimate(graphs: readonly GraphView[], pools: readonly Pool[]): CostEstimate {
    const objects = objectsBelow(this.#scope);
    const { scales } = writtenScales(graphs, objects);
    return estimateCost(graphs, pools, { ...billOf(objects), prices: this.#props.prices, scales });
  }

  #read(): { readonly graphs: readonly GraphView[]; readonly pools: readonly Pool[] } {
    const graphs = objectsBelow(this.#scope).flatMap((object) => readGraph(object)?.view ?? []);
    return { graphs, pools: poolsOf(objectsBelow(this.node.root), this.#props.pools).pools };
  }
}

function objectsBelow(scope: { readonly node: Construct["node"] }): readonly unknown[] {
  return scope.node
    .findAll()
    .flatMap((child) => (ApiObject.isApiObject(child) ? [child.toJson() as unknown] : []));
}

/** DYN-COST-004: nobody knows the machines. */
function withoutPools(graphs: readonly GraphView[], monthlyUsd: number): Finding {
  const names = graphs.map(({ name }) => name).join(", ");
  return finding(
    "DYN-COST-004",
    { object: "Budget/monthly", path: ["pools"] },
    `no pool is known for ${names}, so their machines are in no sum and the budget of $${monthlyUsd} is not proven`,
    "Give the graphs pools as their nodes, or the budget pools.",
  );
}
