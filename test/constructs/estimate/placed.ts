// SPDX-License-Identifier: Apache-2.0
/** @module Pools, and a placement in short. */
import {
  checkPlacement,
  type Pool,
  type placeGraphs,
  placementRows,
} from "@dynamo-iac/constructs/estimate";
import type { Machine } from "@dynamo-iac/constructs/facts";

/** A pool of a machine type, named after its family. */
export const pool = (one: Machine, max: number, more: Partial<Pool> = {}): Pool => ({
  name: one.type.split(/[.-]/)[0] ?? one.type,
  machine: one,
  max,
  ...more,
});

/** Rows without what is left over. */
export function rows(placement: ReturnType<typeof placeGraphs>): readonly string[] {
  return placementRows(placement).map(({ count, type, zone, pods }) => {
    return `${count} × ${type}${zone === undefined ? "" : ` in ${zone}`}: ${pods}`;
  });
}

/** Findings by code, message and fix. */
export const messages = (graphs: Parameters<typeof checkPlacement>[0], pools: readonly Pool[]) =>
  checkPlacement(graphs, pools).map(({ code, message, fix }) => [code, message, fix]);

export const zone = "topology.kubernetes.io/zone";

export const host = "kubernetes.io/hostname";
