// SPDX-License-Identifier: Apache-2.0
/** @module A network and a cluster that exist already, as other components take them. */
import { type ClusterRef, existingNetwork } from "@dynamo-iac/clouds/aws";

export const tags = { team: "inference" };

export const network = existingNetwork({
  region: "us-west-2",
  vpcId: "vpc-0123456789abcdef0",
  cidr: "10.0.0.0/16",
  privateSubnets: ["a", "b", "c"].map((letter) => ({
    id: `subnet-0123456789abcdef${letter}`,
    zone: `us-west-2${letter}`,
  })),
});

export const cluster: ClusterRef = {
  region: "us-west-2",
  name: "dynamo",
  clusterName: "dynamo",
  clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/dynamo",
  kubernetesVersion: "1.35",
  compute: "standard",
  securityGroupId: "sg-0123456789abcdef0",
  ready: [],
};
