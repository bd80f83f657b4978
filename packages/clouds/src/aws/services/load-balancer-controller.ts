// SPDX-License-Identifier: Apache-2.0
/** @module What turns an Ingress into an Application Load Balancer: the controller, or Auto Mode's own. */
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { amount, awsLoadBalancerController } from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { HelmRelease, Manifests, token } from "../../kubernetes/index.js";
import { PodIdentity } from "../identity/pod-identity.js";
import { loadBalancerController } from "../identity/policies/index.js";
import type { NetworkRef } from "../network/props.js";
import { checkTags } from "../tags.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of the controller. */
export interface LoadBalancerControllerProps extends ServiceProps {
  readonly network: NetworkRef;
  /** @default 1 */
  readonly replicas?: number | undefined;
}

const serviceAccount = "aws-load-balancer-controller";

/**
 * The AWS Load Balancer Controller with rights on load balancers of this cluster alone. Auto Mode
 * brings a controller of its own, which only wants an IngressClass.
 */
export class LoadBalancerController extends ComponentResource {
  /** For `spec.ingressClassName`. */
  readonly ingressClassName: string;
  /** To depend on: whoever makes an Ingress goes before the controller when a stack is destroyed. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: LoadBalancerControllerProps, opts?: ComponentResourceOptions) {
    const findings = accept(
      checkTags(props.tags ?? {}, sayOf("LoadBalancerController", name)),
      props.waive,
    );
    super("dynamo-iac:aws:LoadBalancerController", name, {}, opts);
    announce(this, findings);

    this.ingressClassName = "alb";
    this.ready =
      props.cluster.compute === "auto"
        ? [this.#autoModeClass(name, props)]
        : [this.#controller(name, props)];
    this.registerOutputs({ ingressClassName: this.ingressClassName });
  }

  #controller(name: string, props: LoadBalancerControllerProps): Resource {
    const { cluster, network, tags = {}, monitors = false } = props;
    const identity = new PodIdentity(
      `${name}-identity`,
      {
        cluster,
        namespace: "kube-system",
        serviceAccount,
        statements: loadBalancerController({ region: cluster.region, clusterName: cluster.name }),
        tags,
      },
      { parent: this },
    );
    const values = {
      clusterName: cluster.name,
      region: cluster.region,
      vpcId: token(network.vpcId),
      replicaCount: props.replicas ?? 1,
      serviceAccount: { create: true, name: serviceAccount },
      resources: amount("50m", "256Mi"),
      enableShield: false,
      enableWaf: false,
      enableWafv2: false,
      defaultTags: { ...tags },
      serviceMonitor: { enabled: monitors },
    };
    return new HelmRelease(
      `${name}-controller`,
      {
        chart: awsLoadBalancerController,
        namespace: "kube-system",
        releaseName: "aws-load-balancer-controller",
        values,
      },
      inside(this, props, [identity]),
    );
  }

  #autoModeClass(name: string, props: LoadBalancerControllerProps): Resource {
    const manifests = [
      {
        apiVersion: "eks.amazonaws.com/v1",
        kind: "IngressClassParams",
        metadata: { name: "alb" },
        spec: { tags: Object.entries(props.tags ?? {}).map(([key, value]) => ({ key, value })) },
      },
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "IngressClass",
        metadata: { name: "alb" },
        spec: {
          controller: "eks.amazonaws.com/alb",
          parameters: { apiGroup: "eks.amazonaws.com", kind: "IngressClassParams", name: "alb" },
        },
      },
    ];
    return new Manifests(`${name}-class`, { manifests }, inside(this, props));
  }
}
