// SPDX-License-Identifier: Apache-2.0
/** @module What Karpenter needs in AWS: rights of its controller, a queue, a role for nodes. */
import { AccessEntry } from "@pulumi/aws/eks";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce } from "../../../component/index.js";
import { PodIdentity } from "../../identity/pod-identity.js";
import { diskKeyUse, karpenterController } from "../../identity/policies/index.js";
import { named } from "../../tags.js";
import { createNodeRole } from "../node-role.js";
import type { KarpenterOutputs, KarpenterProps, NodeClassFacts } from "../props.js";
import { checkKarpenter } from "./checks.js";
import { createDiscovery, nodeClassFacts, nodeRoleName } from "./discovery.js";
import { createInterruptionQueue } from "./interruptions.js";

/**
 * The part of Karpenter that is in AWS. The controller is a Helm release, and its NodePools and node
 * classes come from the pools of the graphs: they find role, subnets and security groups by the names
 * and the tag that are given here.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class Karpenter extends ComponentResource implements KarpenterOutputs {
  readonly interruptionQueueName: Output<string>;
  readonly controllerRoleArn: Output<string>;
  readonly nodeRoleArn: Output<string>;
  readonly nodeRoleName: Output<string>;
  readonly efaSecurityGroupId: Output<string> | undefined;
  readonly nodeClass: NodeClassFacts;

  constructor(name: string, props: KarpenterProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkKarpenter(name, props), props.waive);
    super("dynamo-iac:aws:Karpenter", name, {}, opts);
    announce(this, findings);

    const { cluster, keyArn, tags = {} } = props;
    const { namespace = "karpenter", serviceAccount = "karpenter" } = props;
    const { region } = cluster;
    const child = { parent: this };
    const queue = createInterruptionQueue(name, cluster.name, tags, child);
    const { role } = createNodeRole(`${name}-nodes`, region, tags, child, nodeRoleName(cluster));
    new AccessEntry(
      name,
      {
        clusterName: cluster.clusterName,
        principalArn: role.arn,
        type: "EC2_LINUX",
        tags: named(tags, name),
      },
      child,
    );
    const controller = new PodIdentity(
      `${name}-controller`,
      {
        cluster,
        namespace,
        serviceAccount,
        statements: [
          ...karpenterController({
            region,
            clusterName: cluster.name,
            clusterArn: cluster.clusterArn,
            nodeRoleArn: role.arn,
            queueArn: queue.arn,
          }),
          ...diskKeyUse(keyArn === undefined ? [] : [keyArn], region),
        ],
        tags,
      },
      child,
    );

    this.efaSecurityGroupId = createDiscovery(name, props, child);
    this.interruptionQueueName = queue.name;
    this.controllerRoleArn = controller.roleArn;
    this.nodeRoleArn = role.arn;
    this.nodeRoleName = role.name;
    this.nodeClass = nodeClassFacts(props, this.efaSecurityGroupId);
    this.registerOutputs({
      interruptionQueueName: this.interruptionQueueName,
      controllerRoleArn: this.controllerRoleArn,
      nodeRoleArn: this.nodeRoleArn,
      nodeRoleName: this.nodeRoleName,
      efaSecurityGroupId: this.efaSecurityGroupId,
      nodeClass: this.nodeClass,
    });
  }
}
