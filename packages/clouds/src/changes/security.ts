// SPDX-License-Identifier: Apache-2.0
/** @module What resources of AWS open or close: endpoints, ingress, encryption, rights, metadata. */
import { protection, type SecurityFact, weakness } from "@dynamo-iac/constructs/changes";
import type { PlannedResource, PlanValue } from "../plan/index.js";

/** Facts of one resource. */
export function securityFacts({ type, inputs }: PlannedResource): readonly SecurityFact[] {
  switch (type) {
    case "aws:eks/cluster:Cluster":
      return clusterFacts(inputs);
    case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
      return everybody([inputs.cidrIpv4, inputs.cidrIpv6]) ? [openIngress(inputs)] : [];
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      return inputs.type === "ingress" &&
        everybody([...items(inputs.cidrBlocks), ...items(inputs.ipv6CidrBlocks)])
        ? [openIngress(inputs)]
        : [];
    case "aws:ec2/securityGroup:SecurityGroup":
      return items(inputs.ingress)
        .filter((rule) =>
          everybody([...items(at(rule, "cidrBlocks")), ...items(at(rule, "ipv6CidrBlocks"))]),
        )
        .map((rule) => openIngress(rule));
    case "aws:efs/fileSystem:FileSystem":
      return inputs.encrypted === true ? [protection("", "encrypts its files")] : [];
    case "aws:kms/key:Key":
      return inputs.enableKeyRotation === true ? [protection("", "rotates the key")] : [];
    case "aws:ec2/launchTemplate:LaunchTemplate":
      return at(inputs.metadataOptions, "httpTokens") === "required"
        ? [protection("", "requires tokens for the metadata of its machines")]
        : [];
    case "aws:ec2/subnet:Subnet":
      return inputs.mapPublicIpOnLaunch === true
        ? [weakness("", "gives its machines public addresses")]
        : [];
    case "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock":
      return ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]
        .filter((field) => inputs[field] === true)
        .map((field) => protection("", `keeps the bucket private: ${field}`));
    case "aws:iam/policy:Policy":
    case "aws:iam/rolePolicy:RolePolicy":
      return rights(inputs.policy);
    case "aws:iam/rolePolicyAttachment:RolePolicyAttachment":
      return [weakness("", `gives ${String(inputs.policyArn)} to a role`)];
    case "aws:eks/accessPolicyAssociation:AccessPolicyAssociation":
      return [weakness("", `gives ${String(inputs.policyArn)} in the cluster`)];
    default:
      return [];
  }
}

function clusterFacts(inputs: PlannedResource["inputs"]): readonly SecurityFact[] {
  const network = inputs.vpcConfig ?? null;
  const isPublic = at(network, "endpointPublicAccess") !== false;
  const from = items(at(network, "publicAccessCidrs"));
  const open = from.length === 0 || everybody(from);
  return [
    ...(isPublic
      ? [
          weakness(
            "",
            open
              ? "has an API that the whole internet reaches"
              : `has an API that is reached from ${from.map(String).join(", ")}`,
          ),
        ]
      : []),
    ...(inputs.encryptionConfig === undefined
      ? []
      : [protection("", "encrypts Secrets with a key of its own")]),
    ...items(inputs.enabledClusterLogTypes).map((log) =>
      protection("", `keeps the log ${String(log)}`),
    ),
  ];
}

function openIngress(rule: PlanValue): SecurityFact {
  const from = at(rule, "fromPort");
  const to = at(rule, "toPort");
  const ports =
    from === undefined
      ? "every port"
      : from === to
        ? `port ${String(from)}`
        : `ports ${String(from)} to ${String(to)}`;
  return weakness("", `lets the whole internet in on ${ports}`);
}

/** Rights with a wildcard in what may be done, or in what it may be done to. */
function rights(document: PlanValue | undefined): readonly SecurityFact[] {
  if (typeof document !== "string") return [];
  let policy: PlanValue;
  try {
    policy = JSON.parse(document) as PlanValue;
  } catch {
    return [];
  }
  const statements = at(policy, "Statement");
  return (Array.isArray(statements) ? statements : [statements ?? null]).flatMap((statement) => {
    if (at(statement, "Effect") !== "Allow") return [];
    return list(at(statement, "Action")).map((action) =>
      weakness(
        "",
        `may ${action} on ${list(at(statement, "Resource")).join(", ") || "everything"}`,
      ),
    );
  });
}

function list(value: PlanValue | undefined): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

function everybody(cidrs: readonly (PlanValue | undefined)[]): boolean {
  return cidrs.some((cidr) => cidr === "0.0.0.0/0" || cidr === "::/0");
}

function items(value: PlanValue | undefined): readonly PlanValue[] {
  return Array.isArray(value) ? value : [];
}

function at(value: PlanValue | undefined, key: string): PlanValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return (value as { readonly [name: string]: PlanValue })[key];
}
