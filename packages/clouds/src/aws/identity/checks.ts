// SPDX-License-Identifier: Apache-2.0
/** @module Least privilege as rules: no action and no resource without bounds where AWS knows some. */
import {
  type FieldPath,
  type Finding,
  isDnsLabel,
  isDnsSubdomain,
  show,
} from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../component/index.js";
import { checkArn } from "../ids.js";
import { checkTags } from "../tags.js";
import type { PodIdentityProps } from "./props.js";
import type { Action, Statement } from "./statement.js";

/**
 * Actions that AWS takes for every resource only.
 *
 * @see Service Authorization Reference: actions without resource types
 */
const unbounded: readonly RegExp[] = [
  /^acm:ListCertificates$/,
  /^(autoscaling|ec2|elasticloadbalancing|shield|fsx):Describe\w+$/,
  /^cloudwatch:PutMetricData$/,
  /^ec2:GetCoipPoolUsage$/,
  /^ec2:GetSecurityGroupsForVpc$/,
  /^ecr:GetAuthorizationToken$/,
  /^elasticfilesystem:Describe\w+$/,
  /^iam:(ListInstanceProfiles|ListServerCertificates)$/,
  /^logs:DescribeLogGroups$/,
  /^pricing:GetProducts$/,
  /^route53:ListHostedZones(ByName)?$/,
  /^shield:GetSubscriptionState$/,
];

/** Everything that is wrong with an identity; waivers are not applied. */
export function checkPodIdentity(name: string, props: PodIdentityProps): readonly Finding[] {
  const say = sayOf("PodIdentity", name);
  const { namespace, serviceAccount, statements = [], managedPolicies = [] } = props;
  return [
    ...checkKubernetesName(namespace, "namespace", isDnsLabel, say),
    ...checkKubernetesName(serviceAccount, "serviceAccount", isDnsSubdomain, say),
    ...checkStatements(statements, ["statements"], say),
    ...managedPolicies.flatMap((policy, index) =>
      checkManaged(policy, ["managedPolicies", index], say),
    ),
    ...checkArn(props.permissionsBoundaryArn, "iam", ["permissionsBoundaryArn"], say),
    ...checkTags(props.tags ?? {}, say),
  ];
}

function checkKubernetesName(
  value: string,
  field: string,
  fits: (value: string) => boolean,
  say: Say,
): Finding[] {
  if (fits(value)) return [];
  const message = `must be a name of Kubernetes: lower-case letters, digits and inner hyphens, got ${show(value)}`;
  return [say("DYN-AWS-042", [field], message, `Set ${field} to the name in the cluster.`)];
}

/** Policies of AWS that allow far more than any pod should do. */
const powerful = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

function checkManaged(policy: string, path: FieldPath, say: Say): Finding[] {
  const name = policy.split("/").at(-1) ?? "";
  if (powerful.includes(name)) {
    const message = `${name} lets the pods do nearly everything in the account`;
    return [say("DYN-AWS-040", path, message, "Say what the pods may do in statements.")];
  }
  if (policy.startsWith("arn:")) return [...checkArn(policy, "iam", path, say)];
  if (/^[\w+=,.@/-]{1,128}$/.test(policy)) return [];
  const message = `must be the name of an AWS managed policy or an ARN, got ${show(policy)}`;
  return [say("DYN-AWS-012", path, message, "Use the name as the IAM console shows it.")];
}

/** What is wrong with the statements of a policy. */
export function checkStatements(
  statements: readonly Statement[],
  path: FieldPath,
  say: Say,
): readonly Finding[] {
  return statements.flatMap((statement, index) => {
    const at = [...path, index];
    return [
      ...checkSid(statements, index, at, say),
      ...statement.actions.flatMap((action, each) =>
        checkAction(action, [...at, "actions", each], say),
      ),
      ...checkResources(statement, at, say),
    ];
  });
}

function checkSid(
  statements: readonly Statement[],
  index: number,
  at: FieldPath,
  say: Say,
): Finding[] {
  const { sid = "", actions = [] } = statements[index] ?? {};
  const found: Finding[] = [];
  if (!/^[A-Za-z0-9]+$/.test(sid)) {
    const message = `must be letters and digits, got ${show(sid)}`;
    found.push(say("DYN-AWS-043", [...at, "sid"], message, 'Set sid to a word such as "Read".'));
  }
  if (statements.findIndex((each) => each.sid === sid) !== index) {
    const message = `${show(sid)} is used twice: IAM wants each sid once per policy`;
    found.push(
      say("DYN-AWS-043", [...at, "sid"], message, "Give each statement a sid of its own."),
    );
  }
  if (actions.length === 0) {
    const message = "no action: IAM refuses the policy";
    found.push(
      say("DYN-AWS-043", [...at, "actions"], message, "Name an action, or drop the statement."),
    );
  }
  return found;
}

function checkAction(action: Action, path: FieldPath, say: Say): Finding[] {
  const fix = 'Name the actions one by one, such as "s3:GetObject".';
  if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) {
    const message = `must be a service and an action, got ${show(action)}`;
    return [say("DYN-AWS-043", path, message, fix)];
  }
  if (!/[*?]/.test(action)) return [];
  const message = `${show(action)} allows more than anybody has listed, and whatever AWS adds later`;
  return [say("DYN-AWS-040", path, message, fix)];
}

/** Everything is the resource of an action that knows no other, or of one that a condition bounds. */
function checkResources(statement: Statement, at: FieldPath, say: Say): Finding[] {
  const { resources, actions, conditions } = statement;
  const path = [...at, "resources"];
  if (resources.length === 0) {
    const message = "no resource: IAM refuses the policy";
    return [say("DYN-AWS-043", path, message, "Name the ARNs that the actions are for.")];
  }
  if (!resources.includes("*") || Object.keys(conditions ?? {}).length > 0) return [];
  const bounded = actions.filter((action) => !unbounded.some((each) => each.test(action)));
  if (bounded.length === 0) return [];
  const message = `${bounded.join(", ")} can be limited to resources, but "*" allows every one of the account`;
  return [say("DYN-AWS-041", path, message, "Name the ARNs, or add a condition on their tags.")];
}
