// SPDX-License-Identifier: Apache-2.0
/** @module An IAM role for the pods of one service account, through EKS Pod Identity. */
import { PodIdentityAssociation } from "@pulumi/aws/eks";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce } from "../../component/index.js";
import { named } from "../tags.js";
import { checkPodIdentity } from "./checks.js";
import type { PodIdentityOutputs, PodIdentityProps } from "./props.js";
import { createPodRole } from "./role.js";

/**
 * What the pods of a service account may do in AWS. They get credentials from the agent on their node;
 * no key is stored, and the role cannot be taken from another cluster or account.
 *
 * @example
 * new PodIdentity("download", {
 *   cluster,
 *   namespace: "inference",
 *   serviceAccount: "model-download",
 *   statements: policies.modelDownload({ bucket }),
 * });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class PodIdentity extends ComponentResource implements PodIdentityOutputs {
  readonly roleArn: Output<string>;
  readonly roleName: Output<string>;

  constructor(name: string, props: PodIdentityProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkPodIdentity(name, props), props.waive);
    super("dynamo-iac:aws:PodIdentity", name, {}, opts);
    announce(this, findings);

    const { cluster, namespace, serviceAccount, tags = {} } = props;
    const child = { parent: this };
    const { role, policies } = createPodRole(
      name,
      cluster,
      {
        description: `Service account ${namespace}/${serviceAccount}`,
        statements: props.statements ?? [],
        managedPolicies: props.managedPolicies ?? [],
        permissionsBoundaryArn: props.permissionsBoundaryArn,
        tags,
      },
      child,
    );
    new PodIdentityAssociation(
      name,
      {
        clusterName: cluster.clusterName,
        namespace,
        serviceAccount,
        roleArn: role.arn,
        tags: named(tags, name),
      },
      { ...child, dependsOn: [...cluster.ready, ...policies] },
    );
    this.roleArn = role.arn;
    this.roleName = role.name;
    this.registerOutputs({ roleArn: this.roleArn, roleName: this.roleName });
  }
}
