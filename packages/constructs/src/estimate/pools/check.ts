// SPDX-License-Identifier: Apache-2.0
/** @module Graphs against the pools that their own manifests know of, at maximum scale. */
import { at } from "../../api/index.js";
import {
  type CheckOptions,
  type ComponentView,
  type GraphView,
  type ReadGraph,
  readGraph,
  waiversOf,
} from "../../checks/index.js";
import { applyWaivers, type Finding, finding, poolsAnnotation } from "../../facts/index.js";
import { checkMemory } from "../memory/check.js";
import { checkPool, placementFindings } from "../placement/check.js";
import { demandOf } from "../placement/demand.js";
import { aboutGraph, placeGraphs } from "../placement/placement.js";
import type { Pool } from "../placement/pool.js";
import { writtenScales } from "../placement/written-scales.js";
import { checkTransport } from "../transport/check.js";
import { runsOn } from "../transport/connection.js";
import { poolsOf } from "./pools.js";

/** What is known besides the manifests. */
export interface PoolCheckOptions extends CheckOptions {
  /** Further pools; they win by name. @default - those of the manifests */
  readonly pools?: readonly Pool[] | undefined;
}

/**
 * Placement, memory and transport of every graph that names a pool which the manifests describe, and
 * the limits of those pools. Without a pool nothing is looked at. Notes about assumptions are left
 * out: `dynamo-iac placement` and `estimate` print them. Waivers of the objects are applied.
 *
 * @returns the findings of each object, in the order of the objects
 */
export function checkPools(
  objects: readonly unknown[],
  options: PoolCheckOptions = {},
): readonly (readonly Finding[])[] {
  if (!objects.some(mayDescribePool) && options.pools === undefined) return objects.map(() => []);
  const { pools, each } = poolsOf(objects, options.pools);
  const graphs = objects.map((object) => {
    const read = isGraph(object) ? readGraph(object, options) : undefined;
    return read !== undefined && namesPool(object, read.view, pools) ? read : undefined;
  });
  const found = workloadFindings(graphs, pools, objects);
  return objects.map((object, index) => {
    const all = [...(each[index] ?? []), ...(found[index] ?? [])];
    return all.length === 0 ? all : applyWaivers(all, waiversOf(object).waivers);
  });
}

/** A quick look, because most manifests describe none. */
function mayDescribePool(object: unknown): boolean {
  const kind = at(object, "kind");
  return (
    kind === "NodePool" ||
    kind === "ComputeClass" ||
    at(object, "metadata", "annotations", poolsAnnotation) !== undefined
  );
}

function isGraph(object: unknown): boolean {
  return at(object, "kind") === "DynamoGraphDeployment";
}

/** True when the graph says that it runs on these pools: by its annotation, or by a node selector. */
function namesPool(object: unknown, view: GraphView, pools: readonly Pool[]): boolean {
  if (at(object, "metadata", "annotations", poolsAnnotation) !== undefined) return true;
  return view.components.some((component) => pools.some((pool) => isSelected(component, pool)));
}

/** True when a label of the pool's own is what the pods ask for. */
function isSelected({ component }: ComponentView, pool: Pool): boolean {
  const selector = Object.entries(component.podTemplate?.spec?.nodeSelector ?? {});
  return selector.some(([key, value]) => pool.labels?.[key] === value);
}

function workloadFindings(
  graphs: readonly (ReadGraph | undefined)[],
  pools: readonly Pool[],
  objects: readonly unknown[],
): readonly (readonly Finding[])[] {
  const views = graphs.flatMap((graph) => (graph === undefined ? [] : [graph.view]));
  if (views.length === 0 || pools.length === 0) return graphs.map(() => []);
  const limits = pools.flatMap(checkPool).some(({ code }) => code === "DYN-PLACE-015");
  const { scales } = writtenScales(views, objects);
  const placement = limits ? undefined : placeGraphs(views, pools, { scales, otherNodes: true });
  return graphs.map((graph) => {
    if (graph === undefined) return [];
    const { view, written } = graph;
    const found = [
      ...(placement === undefined ? [] : placementFindings(aboutGraph(placement, view), [view])),
      ...checkMemory([view], pools),
      ...checkTransport([view], pools),
      ...processorFindings(view, pools),
    ];
    return found.flatMap((one) =>
      one.severity === "info" ? [] : [{ ...one, path: written(one.path) }],
    );
  });
}

/** DYN-NODE-010: images for one processor on machines with another. */
function processorFindings(graph: GraphView, pools: readonly Pool[]): readonly Finding[] {
  const arm = pools.filter(({ machine }) => machine.arch === "arm64");
  return graph.components.flatMap((view) => {
    const tag = view.image?.tag;
    if (tag === undefined || !/-(amd64|x86[-_]64)$/.test(tag)) return [];
    const demand = demandOf(graph, view, view.replicas);
    const pool = arm.find((one) => runsOn(demand, one));
    if (pool === undefined) return [];
    const message = `${view.image?.name}:${tag} is for amd64, and ${pool.machine.type} of pool ${pool.name} is arm64`;
    const fix = `Use the tag without ${/-[^-]+$/.exec(tag)?.[0] ?? "the suffix"}, which is for both processors.`;
    const path = [...view.mainPath, "image"];
    return [finding("DYN-NODE-010", { object: graph.object, path }, message, fix)];
  });
}
