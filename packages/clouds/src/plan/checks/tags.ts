// SPDX-License-Identifier: Apache-2.0
/** @module Resources whose owner and cost nobody could tell. */
import { at, entries } from "@dynamo-iac/constructs/api";
import { unknownMark } from "../plan.js";
import { byUrn, type StackRule } from "./rule.js";

/** Types that cost money or hold data, and take tags. */
export const taggedTypes: ReadonlySet<string> = new Set([
  "aws:acm/certificate:Certificate",
  "aws:backup/plan:Plan",
  "aws:backup/vault:Vault",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:ebs/volume:Volume",
  "aws:ec2/capacityReservation:CapacityReservation",
  "aws:ec2/eip:Eip",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/instance:Instance",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/placementGroup:PlacementGroup",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/vpc:Vpc",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ecr/repository:Repository",
  "aws:efs/accessPoint:AccessPoint",
  "aws:efs/fileSystem:FileSystem",
  "aws:eks/addon:Addon",
  "aws:eks/cluster:Cluster",
  "aws:eks/nodeGroup:NodeGroup",
  "aws:fsx/lustreFileSystem:LustreFileSystem",
  "aws:iam/policy:Policy",
  "aws:iam/role:Role",
  "aws:kms/key:Key",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:route53/zone:Zone",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
  "aws:sns/topic:Topic",
  "aws:sqs/queue:Queue",
]);

/** DYN-CLOUD-012 */
export const resourcesTagged: StackRule = {
  code: "DYN-CLOUD-012",
  *check(resources) {
    const all = byUrn(resources);
    for (const { type, inputs, urn, provider } of resources) {
      if (!taggedTypes.has(type)) continue;
      const defaults = at(all.get(provider ?? "")?.inputs, "defaultTags");
      // The provider takes its nested arguments as JSON.
      const byDefault = typeof defaults === "string" || entries(at(defaults, "tags")).length > 0;
      if (byDefault || inputs.tags === unknownMark || entries(inputs.tags).length > 0) continue;
      yield {
        urn,
        code: "DYN-CLOUD-012",
        path: ["tags"],
        message: "has no tags, so that nobody can tell whose it is or what it costs",
        fix: "Pass tags to the component, or defaultTags to the provider.",
      };
    }
  },
};
