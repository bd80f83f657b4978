// SPDX-License-Identifier: Apache-2.0
/** @module Endpoints of AWS services inside of the network, so that their traffic stays there. */
import { SecurityGroup, VpcEndpoint } from "@pulumi/aws/ec2";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import { named } from "../tags.js";
import type { ResolvedNetwork } from "./resolve.js";
import type { Subnets } from "./subnets.js";

/** Makes the gateway endpoint of S3, through which weights and image layers go for nothing. */
export function createGatewayEndpoint(
  { name, region, tags }: ResolvedNetwork,
  vpcId: Output<string>,
  routeTableIds: readonly Output<string>[],
  child: CustomResourceOptions,
): void {
  new VpcEndpoint(
    `${name}-s3`,
    {
      vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [...routeTableIds],
      tags: named(tags, `${name}-s3`),
    },
    child,
  );
}

/** Makes the interface endpoints, reachable by HTTPS from the network and by nobody else. */
export function createInterfaceEndpoints(
  network: ResolvedNetwork,
  vpcId: Output<string>,
  { privateSubnets }: Subnets,
  child: CustomResourceOptions,
): void {
  const { name, region, tags, cidr, interfaceEndpoints } = network;
  if (interfaceEndpoints.length === 0) return;
  const id = `${name}-endpoints`;
  const group = new SecurityGroup(
    id,
    { vpcId, description: "Endpoints of AWS services", tags: named(tags, id) },
    child,
  );
  new SecurityGroupIngressRule(
    id,
    {
      securityGroupId: group.id,
      description: "HTTPS from the network",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: cidr,
      tags: named(tags, id),
    },
    child,
  );
  for (const service of interfaceEndpoints) {
    const endpoint = `${name}-${service.replaceAll(".", "-")}`;
    new VpcEndpoint(
      endpoint,
      {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: privateSubnets.map((subnet) => subnet.id),
        securityGroupIds: [group.id],
        tags: named(tags, endpoint),
      },
      child,
    );
  }
}
