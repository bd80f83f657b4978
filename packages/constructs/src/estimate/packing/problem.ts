// SPDX-License-Identifier: Apache-2.0
/** @module Placement as numbers: machines that may be opened, replicas that need room, rules between them. */

/** Machines of one pool; all alike. */
export interface PoolLimit {
  /** Machines that may be open at the same time, over all its sites. */
  readonly max: number;
  /** Machines of one block (a rack with one NVLink domain); undefined when machines have no blocks. */
  readonly blockSize: number | undefined;
  /** Cost of an open machine, in any unit; the cheaper of two solutions wins. */
  readonly cost: number;
  /** Machines that are open anyway and cost nothing more. */
  readonly paid: number;
}

/** A pool in one zone. */
export interface Site {
  readonly pool: number;
  /** Zone, so that two pools can share one. */
  readonly zone: number;
  /** Machine type, so that two pools can share one. */
  readonly kind: number;
  /** Room of one empty machine, by resource. The first resource is the one that is short: GPUs. */
  readonly capacity: readonly number[];
}

/** Replicas that are all alike. */
export interface Task {
  readonly replicas: number;
  /** Pods of one replica; they share a zone and a machine type. */
  readonly pods: number;
  /** Room that one pod takes, by resource. */
  readonly needs: readonly number[];
  /** Sites where its pods may run; an empty machine of each of them has room for one. */
  readonly sites: readonly number[];
  /** What the pods of one replica share besides. @default "zone" */
  readonly within: "zone" | "block" | "host";
}

/** What "together" means: a machine, a block, or groups of sites (`-1` for sites without the label). */
export type Level = "host" | "block" | readonly number[];

/** A rule between tasks; `level` is an index into {@link Problem.levels}. */
export type Rule =
  /** Pods of the two tasks never share a domain; with the same task twice, its own pods do not. */
  | { readonly kind: "apart"; readonly tasks: readonly [number, number]; readonly level: number }
  /**
   * A pod of the task starts only where a pod of `others` runs already; the first one of all, if it
   * is itself among `others`, starts anywhere.
   */
  | {
      readonly kind: "beside";
      readonly task: number;
      readonly others: readonly number[];
      readonly level: number;
    }
  /** All pods of the tasks share one domain. */
  | { readonly kind: "bond"; readonly tasks: readonly number[]; readonly level: number };

/** Everything that decides whether replicas fit. */
export interface Problem {
  readonly pools: readonly PoolLimit[];
  readonly sites: readonly Site[];
  readonly tasks: readonly Task[];
  readonly levels: readonly Level[];
  readonly rules: readonly Rule[];
}

/** A pod on its machine. */
export interface Seat {
  readonly task: number;
  readonly replica: number;
  readonly pod: number;
}

/** An open machine. */
export interface FilledMachine {
  readonly site: number;
  /** Number of the block; undefined when the pool has none. */
  readonly block: number | undefined;
  readonly free: readonly number[];
  readonly seats: readonly Seat[];
}

/** Room lost to rounding of amounts that are fractions. */
export const tolerance = 1e-6;

/** Pods of one task that an empty machine holds, by room alone. */
export function roomFor(capacity: readonly number[], needs: readonly number[]): number {
  let most = Number.POSITIVE_INFINITY;
  for (const [at, need] of needs.entries()) {
    if (need > 0) most = Math.min(most, Math.floor(((capacity[at] ?? 0) + tolerance) / need));
  }
  return most;
}

/** A value of an array at an index that is known to exist. */
export function get<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined)
    throw new Error(`bug in @dynamo-iac/constructs: no element ${index} of ${list.length}`);
  return value;
}
