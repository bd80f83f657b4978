// SPDX-License-Identifier: Apache-2.0
/** @module What scales: KEDA the graphs, Karpenter the nodes. */
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import {
  karpenter as karpenterChart,
  karpenterValues,
  keda,
  kedaValues,
} from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { HelmRelease, token } from "../../kubernetes/index.js";
import type { KarpenterOutputs } from "../nodes/props.js";
import { checkTags } from "../tags.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of what scales. */
export interface AutoscalingProps extends ServiceProps {
  /** Replicas of the controllers. @default 1 */
  readonly replicas?: number | undefined;
  /** KEDA in this namespace, which has to be there. @default - no KEDA */
  readonly kedaNamespace?: string | undefined;
  /** What Karpenter needs in AWS, and the namespace of its pods. @default - no Karpenter */
  readonly karpenter?:
    | {
        readonly outputs: Pick<KarpenterOutputs, "interruptionQueueName">;
        readonly namespace: string;
        readonly serviceAccount: string;
      }
    | undefined;
}

/** Controllers only: what they scale and how is said beside each graph and each pool. */
export class Autoscaling extends ComponentResource {
  /** To depend on: Karpenter's pools and KEDA's objects can be made when these are there. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: AutoscalingProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkTags(props.tags ?? {}, sayOf("Autoscaling", name)), props.waive);
    super("dynamo-iac:aws:Autoscaling", name, {}, opts);
    announce(this, findings);

    const { karpenter, kedaNamespace, cluster, replicas = 1, monitors = false } = props;
    const ready: Resource[] = [];
    if (karpenter !== undefined)
      ready.push(
        new HelmRelease(
          `${name}-karpenter`,
          {
            chart: karpenterChart,
            namespace: karpenter.namespace,
            releaseName: "karpenter",
            values: karpenterValues({
              replicas,
              clusterName: cluster.name,
              interruptionQueue: token(karpenter.outputs.interruptionQueueName),
              serviceAccount: karpenter.serviceAccount,
              monitors,
            }),
          },
          inside(this, props),
        ),
      );
    if (kedaNamespace !== undefined)
      ready.push(
        new HelmRelease(
          `${name}-keda`,
          {
            chart: keda,
            namespace: kedaNamespace,
            releaseName: "keda",
            values: kedaValues(replicas, monitors),
          },
          inside(this, props),
        ),
      );
    this.ready = ready;
    this.registerOutputs({});
  }
}
