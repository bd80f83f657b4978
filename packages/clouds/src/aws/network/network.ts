// SPDX-License-Identifier: Apache-2.0
/** @module A VPC for GPU clusters: private nodes in three zones, ways out, endpoints, flow logs. */
import { DefaultSecurityGroup, Vpc } from "@pulumi/aws/ec2";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce } from "../../component/index.js";
import { named } from "../tags.js";
import { checkNetwork } from "./checks.js";
import { createGatewayEndpoint, createInterfaceEndpoints } from "./endpoints.js";
import { createFlowLogs } from "./flow-logs.js";
import type { NetworkOutputs, NetworkProps, OwnSubnet } from "./props.js";
import { resolveNetwork } from "./resolve.js";
import { createRoutes, createSubnets } from "./subnets.js";

/**
 * A VPC with private, public and intra subnets in each zone. Nodes and pods live in the private ones
 * and reach the internet through NAT at most; the control plane's interfaces have the intra ones for
 * themselves. The default security group allows nothing.
 *
 * @example
 * const network = new Network("dynamo", { region: "us-west-2", clusterName: "dynamo" });
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class Network extends ComponentResource implements NetworkOutputs {
  readonly region: string;
  readonly vpcId: Output<string>;
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly privateSubnets: readonly OwnSubnet[];
  readonly publicSubnets: readonly OwnSubnet[];
  readonly intraSubnets: readonly OwnSubnet[];
  readonly natAddresses: readonly Output<string>[];

  constructor(name: string, props: NetworkProps, opts?: ComponentResourceOptions) {
    const network = resolveNetwork(name, props);
    const findings = accept(checkNetwork(network), network.waive);
    super("dynamo-iac:aws:Network", name, {}, opts);
    announce(this, findings);

    const { cidr, tags } = network;
    const child = { parent: this };
    const vpc = new Vpc(
      name,
      {
        cidrBlock: cidr,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        tags: named(tags, name),
      },
      child,
    );
    new DefaultSecurityGroup(name, { vpcId: vpc.id, tags: named(tags, `${name}-unused`) }, child);
    const subnets = createSubnets(network, vpc.id, child);
    const routes = createRoutes(network, vpc.id, subnets, child);
    createGatewayEndpoint(network, vpc.id, routes.inside, child);
    createInterfaceEndpoints(network, vpc.id, subnets, child);
    createFlowLogs(network, vpc.id, child);

    this.region = network.region;
    this.vpcId = vpc.id;
    this.cidr = cidr;
    this.zones = network.zones;
    this.privateSubnets = subnets.privateSubnets;
    this.publicSubnets = subnets.publicSubnets;
    this.intraSubnets = subnets.intraSubnets;
    this.natAddresses = routes.natAddresses;
    this.registerOutputs({
      region: this.region,
      vpcId: this.vpcId,
      cidr: this.cidr,
      zones: this.zones,
      privateSubnets: this.privateSubnets,
      publicSubnets: this.publicSubnets,
      intraSubnets: this.intraSubnets,
      natAddresses: this.natAddresses,
    });
  }
}
