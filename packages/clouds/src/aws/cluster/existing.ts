// SPDX-License-Identifier: Apache-2.0
/** @module An EKS cluster that exists already, for everything that is built on it. */

import type { Finding } from "@dynamo-iac/constructs/facts";
import type { Provider } from "@pulumi/kubernetes/provider";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Output,
  output,
  type Resource,
} from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import { checkArn, checkId } from "../ids.js";
import { checkRegion } from "../region.js";
import { checkName, checkVersion } from "./checks.js";
import { createProvider, kubeconfigOf } from "./kubeconfig.js";
import type { ComputeMode, ExistingClusterProps, ReachableCluster } from "./props.js";
import type { KubernetesVersion } from "./versions.js";

/**
 * An existing cluster as other components take it, with a provider for what is inside. Nothing of the
 * cluster is changed. It needs the Pod Identity agent and authentication by access entries.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class ExistingCluster extends ComponentResource implements ReachableCluster {
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
  readonly ready: readonly Resource[] = [];

  constructor(name: string, props: ExistingClusterProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkExistingCluster(name, props), props.waive);
    super("dynamo-iac:aws:ExistingCluster", name, {}, opts);
    announce(this, findings);

    this.region = props.region;
    this.name = props.clusterName;
    this.clusterName = output(props.clusterName);
    this.clusterArn = output(props.clusterArn);
    this.kubernetesVersion = props.kubernetesVersion;
    this.compute = props.compute ?? "standard";
    this.securityGroupId = output(props.securityGroupId);
    this.endpoint = output(props.endpoint);
    this.kubeconfig = kubeconfigOf({
      region: props.region,
      clusterName: props.clusterName,
      endpoint: props.endpoint,
      certificateAuthority: props.certificateAuthority,
      adminRoleArn: props.adminRoleArn,
      profile: props.profile,
    });
    this.provider = createProvider(name, this.kubeconfig, { parent: this });
    this.registerOutputs({
      clusterName: this.clusterName,
      clusterArn: this.clusterArn,
      kubernetesVersion: this.kubernetesVersion,
      compute: this.compute,
      securityGroupId: this.securityGroupId,
      endpoint: this.endpoint,
      kubeconfig: this.kubeconfig,
    });
  }
}

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkExistingCluster(
  name: string,
  props: ExistingClusterProps,
): readonly Finding[] {
  const say = sayOf("ExistingCluster", name);
  return [
    ...checkRegion(props.region, say),
    ...checkName(props.clusterName, say),
    ...checkArn(props.clusterArn, "eks", ["clusterArn"], say),
    ...checkVersion(props.kubernetesVersion, say),
    ...checkId(props.securityGroupId, "sg", ["securityGroupId"], say),
    ...checkArn(props.adminRoleArn, "iam", ["adminRoleArn"], say),
  ];
}
