// SPDX-License-Identifier: Apache-2.0
/** @module What node classes of EKS Auto Mode need in AWS: a role that may join, and EFA's group. */
import { AccessEntry, AccessPolicyAssociation } from "@pulumi/aws/eks";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { accessPolicyArn } from "../../cluster/access.js";
import { createAutoNodeRole } from "../../cluster/cluster-role.js";
import { named } from "../../tags.js";
import type { AutoModeNodesOutputs, AutoModeNodesProps, NodeClassFacts } from "../props.js";
import { checkAutoModeNodes } from "./checks.js";
import { createDiscovery, nodeClassFacts, nodeRoleName } from "./discovery.js";

/**
 * Nodes of EKS Auto Mode with a NodeClass of their own, as GPU pools have. EKS brings driver, device
 * plugins and Karpenter; the role of such nodes has to be let in by hand.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class AutoModeNodes extends ComponentResource implements AutoModeNodesOutputs {
  readonly nodeRoleArn: Output<string>;
  readonly nodeRoleName: Output<string>;
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly nodeClass: NodeClassFacts;

  constructor(name: string, props: AutoModeNodesProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkAutoModeNodes(name, props), props.waive);
    super("dynamo-iac:aws:AutoModeNodes", name, {}, opts);
    announce(this, findings);

    const { cluster, tags = {} } = props;
    const { region, clusterName } = cluster;
    const child = { parent: this };
    const { role } = createAutoNodeRole(name, region, tags, child, nodeRoleName(cluster));
    const entry = new AccessEntry(
      name,
      { clusterName, principalArn: role.arn, type: "EC2", tags: named(tags, name) },
      child,
    );
    new AccessPolicyAssociation(
      name,
      {
        clusterName,
        principalArn: role.arn,
        policyArn: accessPolicyArn("AmazonEKSAutoNodePolicy", region),
        accessScope: { type: "cluster" },
      },
      { ...child, dependsOn: [entry] },
    );

    this.efaSecurityGroupId = createDiscovery(name, props, child);
    this.nodeRoleArn = role.arn;
    this.nodeRoleName = role.name;
    this.nodeClass = nodeClassFacts(props, this.efaSecurityGroupId);
    this.registerOutputs({
      nodeRoleArn: this.nodeRoleArn,
      nodeRoleName: this.nodeRoleName,
      efaSecurityGroupId: this.efaSecurityGroupId,
      nodeClass: this.nodeClass,
    });
  }
}
