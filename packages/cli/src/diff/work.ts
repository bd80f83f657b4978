// SPDX-License-Identifier: Apache-2.0
/** @module What there is to compare: the apps and stacks of both configurations, and how each is done. */
import type { Plan } from "@dynamo-iac/clouds/plan";
import type { Fields } from "@dynamo-iac/constructs/api";
import { compareObjects } from "@dynamo-iac/constructs/changes";
import type { Masks } from "@dynamo-iac/constructs/checks";
import { planAt, stackChanges } from "./compare-stack.js";
import type { AppConfig, DiffConfig, StackConfig } from "./config.js";
import { type RenderPlace, renderApp } from "./render.js";
import type { UnitReport } from "./report.js";

type PairOf<T> = readonly [was: T | undefined, is: T | undefined];

/**
 * Entries of both files that are one. A base without a file has the same entries as far as their
 * folders are there.
 */
function pairsOf<T>(
  before: readonly T[] | undefined,
  after: readonly T[] | undefined,
  isOne: (a: T, b: T) => boolean,
): readonly PairOf<T>[] {
  const old = before ?? after ?? [];
  const current = after ?? before ?? [];
  const gone = old.filter((one) => !current.some((other) => isOne(one, other)));
  return [
    ...current.map((one): PairOf<T> => [old.find((other) => isOne(one, other)), one]),
    ...gone.map((one): PairOf<T> => [one, undefined]),
  ].map(([was, is]): PairOf<T> => [was ?? is, is]);
}

/** What there is to do for one app or stack. */
export interface Work<Rendered> {
  readonly kind: UnitReport["kind"];
  readonly was: AppConfig | StackConfig | undefined;
  readonly is: AppConfig | StackConfig | undefined;
  /** What it is at a revision. */
  render(side: "before" | "after", place: RenderPlace): Promise<Rendered>;
  changes(before: Rendered, after: Rendered): Promise<Pick<UnitReport, "manifests" | "resources">>;
}

/** Apps of both configurations. */
export function appWork(
  before: DiffConfig | undefined,
  after: DiffConfig | undefined,
  masks: Masks,
): readonly Work<readonly Fields[]>[] {
  const prices = after?.prices ?? before?.prices;
  return pairsOf(before?.apps, after?.apps, (a, b) => a.path === b.path).map(([was, is]) => ({
    kind: "app",
    was,
    is,
    render: async (side, place) => {
      const app = side === "before" ? was : is;
      return app === undefined ? [] : renderApp(app, place);
    },
    changes: async (old, current) => {
      const { cluster, pools } = is ?? was ?? {};
      const options = { cluster, pools, prices, masks };
      return { manifests: compareObjects(old, current, options), resources: [] };
    },
  }));
}

/** Stacks of both configurations. */
export function stackWork(
  before: DiffConfig | undefined,
  after: DiffConfig | undefined,
  masks: Masks,
): readonly Work<Plan | undefined>[] {
  const prices = after?.prices ?? before?.prices;
  const isOne = (a: StackConfig, b: StackConfig) => a.path === b.path && a.stack === b.stack;
  return pairsOf(before?.stacks, after?.stacks, isOne).map(([was, is]) => ({
    kind: "stack",
    was,
    is,
    render: async (side, place) => {
      const stack = side === "before" ? was : is;
      return stack === undefined ? undefined : planAt(stack, place);
    },
    changes: (old, current) =>
      stackChanges(old, current, { masks, prices, cluster: (is ?? was)?.cluster }),
  }));
}
