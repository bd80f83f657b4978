// SPDX-License-Identifier: Apache-2.0
/** @module Where machines stand, for Grove and KAI: levels from broad to narrow, by node labels. */
import type { Construct } from "constructs";
import { type LabelPresence, labelPresence, type Pool } from "../../estimate/index.js";
import {
  applyWaivers,
  type Finding,
  finding,
  type TopologyLevel,
  topologyLevels,
} from "../../facts/index.js";
import { addFindings, KubeObject } from "../../graph/index.js";
import type { RenderedObject } from "../rendered.js";
import { type ClusterObjectProps, clusterObject } from "./cluster-object.js";

/** A Topology of a scheduler that somebody made, instead of the one that Grove makes of the levels. */
export interface SchedulerTopology {
  /** Such as `kai-scheduler`. */
  readonly schedulerName: string;
  /** Name of its Topology object. */
  readonly topologyReference: string;
}

/** A topology of the cluster. */
export interface ClusterTopologyBindingProps extends ClusterObjectProps {
  /**
   * Levels from the broadest to the narrowest. `topologyLevels` has those of the clouds.
   *
   * @default - zone and host; zone, rack and host when every pool is of machines with an NVLink domain
   */
  readonly levels?: readonly TopologyLevel[] | undefined;
  /** Pools of the machines that graphs are packed on; their nodes have to have the labels. @default - not checked */
  readonly pools?: readonly Pool[] | undefined;
  /** Topologies that are managed outside of Grove, at most one per scheduler. @default - Grove makes them */
  readonly schedulerTopologyBindings?: readonly SchedulerTopology[] | undefined;
}

/**
 * A ClusterTopologyBinding of Grove, version `grove.io/v1alpha1`, without a namespace. Graphs name it
 * in `topologyConstraint.clusterTopologyName`; Grove needs `topologyAware`, and KAI to place the pods.
 *
 * @example
 * const topology = new ClusterTopologyBinding(chart, "gpus", { levels: topologyLevels.gcp });
 * new InferenceGraph(chart, "qwen3", {
 *   ...graph,
 *   topologyConstraint: { clusterTopologyName: topology.name, packDomain: "block" },
 * });
 *
 * @see https://github.com/ai-dynamo/grove/blob/main/docs/user-guide/topology-aware-scheduling.md
 */
export class ClusterTopologyBinding extends KubeObject {
  /** Levels as they are written. */
  readonly levels: readonly TopologyLevel[];

  constructor(scope: Construct, id: string, props: ClusterTopologyBindingProps = {}) {
    const levels = props.levels ?? usualLevels(props.pools ?? []);
    super(scope, id, renderTopologyBinding(id, levels, props));
    this.levels = levels;
    addFindings(this, () => this.labelFindings(props));
  }

  /** What the nodes of the pools lack, waived findings included. */
  labelFindings({ pools, waive }: ClusterTopologyBindingProps): readonly Finding[] {
    return applyWaivers(checkLabels(this.name, this.levels, pools ?? []), waive ?? []);
  }
}

/** Levels whose labels every node of the pools has for certain. */
function usualLevels(pools: readonly Pool[]): readonly TopologyLevel[] {
  const domains = pools.every((pool) => labelPresence(pool, "nvidia.com/gpu.clique") === "present");
  return pools.length > 0 && domains ? topologyLevels.nvlink : topologyLevels.any;
}

/** The object as data. */
export function renderTopologyBinding(
  id: string,
  levels: readonly TopologyLevel[],
  props: ClusterTopologyBindingProps,
): RenderedObject {
  const spec = {
    levels: levels.map(({ domain, key }) => ({ domain, key })),
    schedulerTopologyBindings: props.schedulerTopologyBindings,
  };
  return {
    ...clusterObject("grove.io/v1alpha1", "ClusterTopologyBinding", id, props),
    ...{ spec },
  };
}

/** DYN-ORCH-008, 013: labels that nodes of the pools do not have, or that nobody is known to set. */
export function checkLabels(
  name: string,
  levels: readonly TopologyLevel[],
  pools: readonly Pool[],
): readonly Finding[] {
  return levels.flatMap((level, index) => [
    ...say("missing", name, level, index, pools),
    ...say("unknown", name, level, index, pools),
  ]);
}

function say(
  presence: Exclude<LabelPresence, "present">,
  name: string,
  { domain, key }: TopologyLevel,
  index: number,
  pools: readonly Pool[],
): readonly Finding[] {
  const without = pools.filter((pool) => labelPresence(pool, key) === presence);
  if (without.length === 0) return [];
  const named = without.map((pool) => `${pool.name} (${pool.machine.type})`).join(", ");
  const place = {
    object: `ClusterTopologyBinding/${name}`,
    path: ["spec", "levels", index, "key"],
  };
  const whose = `${without.length} of ${pools.length} ${pools.length === 1 ? "pool" : "pools"}`;
  return [
    presence === "missing"
      ? finding(
          "DYN-ORCH-008",
          place,
          `level ${domain}: nodes of ${whose}, ${named}, have no label ${key}`,
          "Remove the level, or use levels that all of these machines have, such as topologyLevels.any.",
        )
      : finding(
          "DYN-ORCH-013",
          place,
          `level ${domain}: nobody is known to put the label ${key} on nodes of ${whose}, ${named}`,
          "Name the label in labels of the pool when something sets it.",
        ),
  ];
}
