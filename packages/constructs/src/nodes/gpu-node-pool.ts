// SPDX-License-Identifier: Apache-2.0
/** @module A pool of GPU nodes as one typed thing, whoever makes the nodes; graphs name it as their `nodes`. */
import { Construct } from "constructs";
import type { Pool } from "../estimate/index.js";
import { applyWaivers, type Finding } from "../facts/index.js";
import {
  addFindings,
  type Fabric,
  KubeObject,
  type Manifest,
  type NodePlacement,
} from "../graph/index.js";
import { checkGpuNodePool } from "./checks.js";
import { checkComputeClass, renderComputeClass } from "./gke/compute-class.js";
import { aksNodeClassRef, renderAksNodeClass } from "./karpenter/aks-node-class.js";
import { checkReservation } from "./karpenter/aws-terms.js";
import { ec2NodeClassRef, isBottlerocket, renderEc2NodeClass } from "./karpenter/ec2-node-class.js";
import { eksNodeClassRef, renderEksNodeClass } from "./karpenter/eks-node-class.js";
import { renderNodePool } from "./karpenter/node-pool.js";
import type {
  AksProps,
  DriverOwner,
  EksAutoModeProps,
  ExistingProps,
  GkeProps,
  GpuNodePoolProps,
  KarpenterProps,
} from "./props.js";
import { type Provisioner, type ResolvedPool, resolvePool } from "./resolve.js";

/** What one way of making nodes adds to the common settings. */
interface Made {
  readonly resolved: ResolvedPool;
  readonly objects: readonly Manifest[];
  readonly findings: readonly Finding[];
}

/**
 * A pool of GPU nodes. Graphs that name it get its selector, tolerations and fabric: devices, image
 * variant, transport flags and environment, and exactly the privilege that the fabric needs. The
 * checks then know the machines: whether all replicas fit, whether models fit the GPUs, what it costs.
 *
 * @example
 * const p5 = GpuNodePool.karpenter(chart, "p5", {
 *   cluster: "inference", machine: aws.p5_48xlarge, zones: ["us-west-2a"], capacity: "reserved", max: 4,
 * });
 * new InferenceGraph(chart, "qwen3-32b", { ...graph, nodes: p5 });
 */
export class GpuNodePool extends Construct implements NodePlacement {
  /** Karpenter on AWS: a NodePool and its EC2NodeClass. */
  static karpenter(scope: Construct, id: string, props: KarpenterProps): GpuNodePool {
    const ownDevicePlugin = isBottlerocket(props);
    const resolved = resolvePool(id, "karpenter", { ...props, ownDevicePlugin });
    return new GpuNodePool(scope, id, props, {
      resolved,
      objects: [
        renderNodePool(resolved, ec2NodeClassRef(resolved), props),
        renderEc2NodeClass(resolved, props),
      ],
      findings: checkReservation(resolved, props),
    });
  }

  /** EKS Auto Mode: a NodePool and its NodeClass. */
  static eksAutoMode(scope: Construct, id: string, props: EksAutoModeProps): GpuNodePool {
    const resolved = resolvePool(id, "eks-auto-mode", { ...props, ownDevicePlugin: true });
    return new GpuNodePool(scope, id, props, {
      resolved,
      objects: [
        renderNodePool(resolved, eksNodeClassRef(resolved), props),
        renderEksNodeClass(resolved, props),
      ],
      findings: checkReservation(resolved, props),
    });
  }

  /** AKS node auto-provisioning: a NodePool and its AKSNodeClass. */
  static aks(scope: Construct, id: string, props: AksProps): GpuNodePool {
    const resolved = resolvePool(id, "aks", props);
    return new GpuNodePool(scope, id, props, {
      resolved,
      objects: [
        renderNodePool(resolved, aksNodeClassRef(resolved), props),
        renderAksNodeClass(resolved, props),
      ],
      findings: [],
    });
  }

  /** GKE: a ComputeClass, for which GKE makes node pools. It has no limit of its own: `max` is for the checks. */
  static gke(scope: Construct, id: string, props: GkeProps): GpuNodePool {
    const resolved = resolvePool(id, "gke", props);
    return new GpuNodePool(scope, id, props, {
      resolved,
      objects: [renderComputeClass(resolved, props)],
      findings: checkComputeClass(resolved, props),
    });
  }

  /** Nodes that exist, or that something else makes: nothing is rendered. */
  static existing(scope: Construct, id: string, props: ExistingProps): GpuNodePool {
    const resolved = resolvePool(id, "existing", props);
    return new GpuNodePool(scope, id, props, { resolved, objects: [], findings: [] });
  }

  /** The pool as placement, memory, transport and cost read it. */
  readonly pool: Pool;
  readonly nodeSelector: NodePlacement["nodeSelector"];
  readonly tolerations: NodePlacement["tolerations"];
  /** Network of workers that hand KV cache over; undefined for TCP. */
  readonly fabric: Fabric | undefined;
  readonly podAnnotations: NodePlacement["podAnnotations"];
  /** Shell lines before the engine; undefined where images find the driver by themselves. */
  readonly setup: string | undefined;
  /** Who makes the nodes. */
  readonly provisioner: Provisioner;
  /** Who installs the NVIDIA driver; the settings of the GPU Operator follow from it. */
  readonly driverOwner: DriverOwner;
  /** NodePool and node class, or ComputeClass; empty for a pool that exists. */
  readonly objects: readonly KubeObject[];

  readonly #findings: readonly Finding[];

  private constructor(scope: Construct, id: string, props: GpuNodePoolProps, made: Made) {
    super(scope, id);
    const { resolved } = made;
    const { placement } = resolved;
    this.pool = resolved.pool;
    this.nodeSelector = placement.nodeSelector;
    this.tolerations = placement.tolerations;
    this.fabric = placement.fabric;
    this.podAnnotations = placement.podAnnotations;
    this.setup = placement.setup;
    this.provisioner = resolved.provisioner;
    this.driverOwner = resolved.driverOwner;
    this.objects = made.objects.map((object) => new KubeObject(this, object.kind, object));
    const all = [...checkGpuNodePool(resolved), ...made.findings];
    this.#findings = applyWaivers(all, props.waive ?? []);
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return this.#findings;
  }
}
