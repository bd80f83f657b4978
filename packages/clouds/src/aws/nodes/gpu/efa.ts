// SPDX-License-Identifier: Apache-2.0
/** @module EFA: which interfaces a machine starts with, and the security group that lets them talk. */
import type { Machine } from "@dynamo-iac/constructs/facts";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../../component/index.js";
import type { AwsComponentProps } from "../../component-props.js";
import type { NetworkRef } from "../../network/props.js";
import { checkTags, named } from "../../tags.js";

/** An interface of a machine at start. */
export interface StartInterface {
  readonly networkCardIndex: number;
  readonly deviceIndex: number;
  /** `interface` carries IP; `efa-only` carries RDMA and takes no address. */
  readonly interfaceType: "interface" | "efa-only";
}

/** Network cards with EFA, in the order in which they should be used, where they do not begin with card 0. */
const cards: Readonly<Record<string, readonly number[]>> = {
  // The first card speaks IP only.
  "p6-b300.48xlarge": Array.from({ length: 16 }, (_, card) => card + 1),
  // Pairs of cards share a port, and two pairs a GPU: one card for each GPU has the whole bandwidth.
  "p6e-gb200.36xlarge": [1, 5, 9, 13],
};

/**
 * The interfaces for so many EFA devices: the first for IP, and RDMA-only ones, so that a machine with
 * 32 of them takes one address.
 *
 * @see Amazon EC2 user guide: Maximize network bandwidth on EC2 instances with multiple network cards
 */
export function efaInterfaces({ type }: Pick<Machine, "type">, count: number): StartInterface[] {
  const used = (cards[type] ?? Array.from({ length: count }, (_, card) => card)).slice(0, count);
  return [
    { networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" },
    ...used.map(
      (card): StartInterface => ({
        networkCardIndex: card,
        // The first place of the first card is taken.
        deviceIndex: card === 0 ? 1 : 0,
        interfaceType: "efa-only",
      }),
    ),
  ];
}

/** Settings of the security group of EFA. */
export interface EfaSecurityGroupProps extends AwsComponentProps {
  readonly network: NetworkRef;
  /** Name of the cluster in the tag by which Karpenter finds the group. @default - no such tag */
  readonly clusterName?: string | undefined;
}

/**
 * A security group that allows everything from and to its own members, and nothing else. EFA wants
 * both rules to name the group: a rule for all addresses does not count. Nodes that hand KV cache to
 * one another have to be members of the same one.
 */
export class EfaSecurityGroup extends ComponentResource {
  readonly securityGroupId: Output<string>;

  constructor(name: string, props: EfaSecurityGroupProps, opts?: ComponentResourceOptions) {
    const findings = accept(
      checkTags(props.tags ?? {}, sayOf("EfaSecurityGroup", name)),
      props.waive,
    );
    super("dynamo-iac:aws:EfaSecurityGroup", name, {}, opts);
    announce(this, findings);

    const { network, clusterName, tags: given = {} } = props;
    const child = { parent: this };
    const more = clusterName === undefined ? {} : { "karpenter.sh/discovery": clusterName };
    const tags = named(given, name);
    const group = new SecurityGroup(
      name,
      {
        vpcId: network.vpcId,
        description: "EFA devices of GPU nodes",
        tags: named(given, name, more),
      },
      child,
    );
    const itself = {
      securityGroupId: group.id,
      referencedSecurityGroupId: group.id,
      ipProtocol: "-1",
      tags,
    };
    new SecurityGroupIngressRule(name, { ...itself, description: "From EFA devices" }, child);
    new SecurityGroupEgressRule(name, { ...itself, description: "To EFA devices" }, child);
    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
