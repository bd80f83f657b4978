// SPDX-License-Identifier: Apache-2.0
/** @module The nodes that workers run on, as every graph names them. */
import type { PodSpec } from "../../api/index.js";
import type { Pool } from "../../estimate/index.js";
import type { Fabric } from "./fabric.js";

/** The nodes that workers run on. A `GpuNodePool` is one; so is any object with some of these fields. */
export interface NodePlacement {
  /** Labels that the nodes have. @default - any node */
  readonly nodeSelector?: PodSpec["nodeSelector"] | undefined;
  /** Taints that the workers tolerate. @default - none */
  readonly tolerations?: PodSpec["tolerations"] | undefined;
  /** Affinity of the workers, laid over what follows from the fabric. @default - what the fabric needs */
  readonly affinity?: PodSpec["affinity"] | undefined;
  /** Network between the nodes, for KV transfer and multi-node engines. @default - TCP */
  readonly fabric?: Fabric | undefined;
  /** Annotations of the workers' pods, such as those that keep a node from being removed. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>> | undefined;
  /**
   * Shell lines before the engine, such as library paths that the node's driver needs. Multi-node
   * engines start without: the operator's injection wants a command without a shell.
   *
   * @default - none; the engine starts without a shell
   */
  readonly setup?: string | undefined;
  /** The machines, for the checks: placement, memory and transport at maximum scale. @default - unknown */
  readonly pool?: Pool | undefined;
}
