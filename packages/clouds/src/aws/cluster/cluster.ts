// SPDX-License-Identifier: Apache-2.0
/** @module An EKS cluster: private, audited, encrypted, with identities for pods. */
import { OpenIdConnectProvider } from "@pulumi/aws/iam";
import type { Provider } from "@pulumi/kubernetes/provider";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { accept, announce } from "../../component/index.js";
import { named } from "../tags.js";
import { createAccess } from "./access.js";
import { type AddOnScope, createAddOn, networkingAddOn } from "./add-on.js";
import { checkCluster } from "./checks.js";
import { createAutoNodeRole, createClusterRole } from "./cluster-role.js";
import { admitApiClients, clusterKey, createControlPlane } from "./control-plane.js";
import { createProvider, kubeconfigOf } from "./kubeconfig.js";
import type { ClusterOutputs, ClusterProps, ComputeMode } from "./props.js";
import { firstAddOns, type ResolvedCluster, resolveCluster } from "./resolve.js";
import type { KubernetesVersion } from "./versions.js";

/**
 * An EKS cluster whose API server is private, whose Secrets are encrypted with a key that rotates, and
 * that logs what its control plane does. Rights come from access entries, pods have identities, and
 * EKS refuses to delete it. Add-ons that need nodes are in `AddOns`.
 *
 * @example
 * const cluster = new Cluster("dynamo", {
 *   network,
 *   access: { platform: { principalArn: "arn:aws:iam::123456789012:role/platform", level: "cluster-admin" } },
 * });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class Cluster extends ComponentResource implements ClusterOutputs {
  readonly region: string;
  readonly name: string;
  readonly clusterName: Output<string>;
  readonly clusterArn: Output<string>;
  readonly kubernetesVersion: KubernetesVersion;
  readonly compute: ComputeMode;
  readonly securityGroupId: Output<string>;
  readonly endpoint: Output<string>;
  readonly kubeconfig: Output<string>;
  readonly provider: Provider;
  readonly ready: readonly Resource[];
  readonly oidcIssuer: Output<string>;
  readonly oidcProviderArn: Output<string> | undefined;
  readonly autoNodeRoleArn: Output<string> | undefined;

  constructor(name: string, props: ClusterProps, opts?: ComponentResourceOptions) {
    const cluster = resolveCluster(name, props);
    const findings = accept(checkCluster(cluster), cluster.waive);
    super("dynamo-iac:aws:Cluster", name, {}, opts);
    announce(this, findings);

    const { tags, network } = cluster;
    const { region } = network;
    const child = { parent: this };
    const autoNodes =
      cluster.compute === "auto"
        ? createAutoNodeRole(`${name}-auto-nodes`, region, tags, child)
        : undefined;
    const role = createClusterRole(cluster, child);
    const key = clusterKey(cluster, child);
    const made = createControlPlane(cluster, key, role, autoNodes, child);
    const securityGroupId = made.vpcConfig.clusterSecurityGroupId;
    admitApiClients(cluster, securityGroupId, child);

    const scope = { name, region, clusterName: made.name, tags };
    const access = createAccess(scope, cluster.access, child);
    const addOns = createFirstAddOns(
      cluster,
      { prefix: name, region, clusterName: made.name, clusterArn: made.arn, tags },
      child,
    );

    this.region = region;
    this.name = cluster.clusterName;
    this.clusterName = made.name;
    this.clusterArn = made.arn;
    this.kubernetesVersion = cluster.kubernetesVersion;
    this.compute = cluster.compute;
    this.securityGroupId = securityGroupId;
    this.endpoint = made.endpoint;
    this.kubeconfig = kubeconfigOf({
      region,
      clusterName: made.name,
      endpoint: made.endpoint,
      certificateAuthority: made.certificateAuthority.data,
      adminRoleArn: cluster.adminRoleArn,
      profile: cluster.profile,
    });
    // Whoever talks to the cluster needs its rights first, and until the last object is gone.
    this.provider = createProvider(name, this.kubeconfig, { ...child, dependsOn: [...access] });
    this.ready = [made, ...addOns];
    this.oidcIssuer = made.identities.apply((all) => all[0]?.oidcs[0]?.issuer ?? "");
    this.oidcProviderArn = cluster.oidc
      ? new OpenIdConnectProvider(
          name,
          { url: this.oidcIssuer, clientIdLists: ["sts.amazonaws.com"], tags: named(tags, name) },
          child,
        ).arn
      : undefined;
    this.autoNodeRoleArn = autoNodes?.role.arn;
    this.registerOutputs({
      clusterName: this.clusterName,
      clusterArn: this.clusterArn,
      kubernetesVersion: this.kubernetesVersion,
      compute: this.compute,
      securityGroupId: this.securityGroupId,
      endpoint: this.endpoint,
      kubeconfig: this.kubeconfig,
      oidcIssuer: this.oidcIssuer,
      oidcProviderArn: this.oidcProviderArn,
      autoNodeRoleArn: this.autoNodeRoleArn,
    });
  }
}

function createFirstAddOns(
  { addOns }: ResolvedCluster,
  scope: AddOnScope,
  child: CustomResourceOptions,
): readonly Resource[] {
  return firstAddOns.flatMap((addOn) => {
    const version = addOns[addOn];
    if (version === undefined) return [];
    const more = addOn === "vpc-cni" ? networkingAddOn : {};
    return [createAddOn(scope, { addOn, version, ...more }, child)];
  });
}
