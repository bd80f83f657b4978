// SPDX-License-Identifier: Apache-2.0
/** @module Flow logs: who talked to whom in the network, encrypted and kept for a time. */
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { FlowLog } from "@pulumi/aws/ec2";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { type CustomResourceOptions, interpolate, type Output } from "@pulumi/pulumi";
import { kept } from "../component-props.js";
import { EncryptionKey } from "../encryption-key.js";
import { policyDocument, trustPolicy } from "../identity/document.js";
import { named } from "../tags.js";
import type { ResolvedNetwork } from "./resolve.js";

/** Makes the flow log with its log group, its key and the role that writes it. */
export function createFlowLogs(
  network: ResolvedNetwork,
  vpcId: Output<string>,
  child: CustomResourceOptions,
): void {
  const { flowLogs, region, tags, keyArn, removal } = network;
  if (flowLogs === undefined) return;
  const name = `${network.name}-flow-logs`;
  const key =
    keyArn ??
    new EncryptionKey(
      name,
      {
        region,
        purpose: `Flow logs of ${network.name}`,
        logGroups: ["*"],
        removal,
        tags,
      },
      child,
    ).keyArn;
  const group = new LogGroup(
    name,
    { kmsKeyId: key, retentionInDays: flowLogs.retentionDays, tags: named(tags, name) },
    { ...child, ...kept(removal) },
  );
  const account = getCallerIdentityOutput({}, child).accountId;
  const role = new Role(
    name,
    {
      description: `Writes the flow logs of ${network.name}`,
      assumeRolePolicy: trustPolicy("vpc-flow-logs.amazonaws.com", ["sts:AssumeRole"], {
        StringEquals: { "aws:SourceAccount": account },
      }),
      tags: named(tags, name),
    },
    child,
  );
  const policy = new RolePolicy(
    name,
    {
      role: role.id,
      policy: policyDocument([
        {
          sid: "Write",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [interpolate`${group.arn}:*`],
        },
      ]),
    },
    child,
  );
  new FlowLog(
    name,
    {
      vpcId,
      trafficType: flowLogs.traffic,
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      maxAggregationInterval: 60,
      tags: named(tags, name),
    },
    { ...child, dependsOn: [policy] },
  );
}
