// SPDX-License-Identifier: Apache-2.0
/** @module Every default of the EKS cluster. */
import type { Waiver } from "@dynamo-iac/constructs/facts";
import type { Input } from "@pulumi/pulumi";
import type { Tags } from "../component-props.js";
import type { NetworkRef } from "../network/props.js";
import type { ClusterAccess, ClusterProps, ComputeMode, ControlPlaneLog } from "./props.js";
import { type AddOnName, addOnVersions, type KubernetesVersion } from "./versions.js";

/** Everything that the control plane can log. */
export const controlPlaneLogs: readonly ControlPlaneLog[] = [
  "api",
  "audit",
  "authenticator",
  "controllerManager",
  "scheduler",
];

/** Add-ons without which no node becomes ready and no pod has an identity; Auto Mode has them built in. */
export const firstAddOns = [
  "vpc-cni",
  "kube-proxy",
  "eks-pod-identity-agent",
] as const satisfies readonly AddOnName[];

/** The cluster with everything said. */
export interface ResolvedCluster {
  readonly name: string;
  readonly network: NetworkRef;
  readonly clusterName: string;
  readonly kubernetesVersion: KubernetesVersion;
  readonly compute: ComputeMode;
  /** Addresses of the internet that may connect; empty for a private API server. */
  readonly publicCidrs: readonly string[] | undefined;
  readonly apiClientCidrs: readonly string[];
  readonly serviceCidr: string;
  readonly access: Readonly<Record<string, ClusterAccess>>;
  readonly creatorAdmin: boolean;
  readonly logs: readonly ControlPlaneLog[];
  readonly logRetentionDays: number;
  readonly keyArn: Input<string> | undefined;
  readonly deletionProtection: boolean;
  readonly oidc: boolean;
  readonly adminRoleArn: Input<string> | undefined;
  readonly profile: string | undefined;
  /** Add-ons that come before nodes, with their versions. */
  readonly addOns: Readonly<Partial<Record<AddOnName, string>>>;
  readonly tags: Tags;
  readonly waive: readonly Waiver[];
}

/** Resolves the props; `name` is the component's. */
export function resolveCluster(name: string, props: ClusterProps): ResolvedCluster {
  const kubernetesVersion = props.kubernetesVersion ?? "1.35";
  const compute = props.compute ?? "standard";
  const versions = { ...addOnVersions[kubernetesVersion], ...props.addOnVersions };
  return {
    name,
    network: props.network,
    clusterName: props.clusterName ?? name,
    kubernetesVersion,
    compute,
    publicCidrs: props.publicEndpoint?.allowedCidrs,
    apiClientCidrs: props.apiClientCidrs ?? [],
    serviceCidr: props.serviceCidr ?? "172.20.0.0/16",
    access: props.access ?? {},
    creatorAdmin: props.creatorAdmin ?? false,
    logs: props.logs ?? controlPlaneLogs,
    logRetentionDays: props.logRetentionDays ?? 90,
    keyArn: props.keyArn,
    deletionProtection: props.deletionProtection ?? true,
    oidc: props.oidc ?? false,
    adminRoleArn: props.adminRoleArn,
    profile: props.profile,
    addOns:
      compute === "auto"
        ? {}
        : Object.fromEntries(firstAddOns.map((addOn) => [addOn, versions[addOn]])),
    tags: props.tags ?? {},
    waive: props.waive ?? [],
  };
}
