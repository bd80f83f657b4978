// SPDX-License-Identifier: Apache-2.0
/** @module A Topology of KAI that Grove does not manage. */
import type { Construct } from "constructs";
import type { TopologyLevel } from "../../facts/index.js";
import { KubeObject } from "../../graph/index.js";
import { type ClusterObjectProps, clusterObject } from "./cluster-object.js";
import type { SchedulerTopology } from "./topology-binding.js";

/** A Topology of KAI. */
export interface KaiTopologyProps extends ClusterObjectProps {
  /** Levels from the broadest to the narrowest, at most 16; they cannot be changed later. */
  readonly levels: readonly Pick<TopologyLevel, "key">[];
}

/**
 * A Topology, version `kai.scheduler/v1alpha1`, without a namespace: for workloads that do not run on
 * Grove. For those that do, Grove makes it of the ClusterTopologyBinding.
 *
 * @see https://github.com/kai-scheduler/KAI-Scheduler/tree/main/docs/topology
 */
export class KaiTopology extends KubeObject {
  constructor(scope: Construct, id: string, props: KaiTopologyProps) {
    const spec = { levels: props.levels.map(({ key }) => ({ nodeLabel: key })) };
    super(scope, id, {
      ...clusterObject("kai.scheduler/v1alpha1", "Topology", id, props),
      ...{ spec },
    });
  }

  /** For `schedulerTopologyBindings` of a ClusterTopologyBinding with the same levels. */
  get reference(): SchedulerTopology {
    return { schedulerName: "kai-scheduler", topologyReference: this.name };
  }
}
