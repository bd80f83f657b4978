// SPDX-License-Identifier: Apache-2.0
/** @module A KMS key for one purpose, rotated every year, for the account and for log groups. */

import type { Finding } from "@dynamo-iac/constructs/facts";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { Alias, Key } from "@pulumi/aws/kms";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../component/index.js";
import { type AwsComponentProps, kept, type Removal } from "./component-props.js";
import { type ResourceStatement, resourcePolicy } from "./identity/document.js";
import type { Action } from "./identity/statement.js";
import { checkRegion, partitionOf } from "./region.js";
import { checkTags, named } from "./tags.js";

/**
 * A role that a service makes for itself: Auto Scaling starts machines of node groups with encrypted
 * disks, FSx reads buckets behind Lustre.
 */
export type ServiceRole = "auto-scaling" | "fsx-s3";

const serviceRolePaths: Readonly<Record<ServiceRole, string>> = {
  "auto-scaling": "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
  "fsx-s3": "s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*",
};

/** Settings of a key. */
export interface EncryptionKeyProps extends AwsComponentProps {
  readonly region: string;
  /** What the key encrypts, in a few words. */
  readonly purpose: string;
  /** Log groups that CloudWatch Logs encrypts with it, by name; `*` for any of the account. @default - none */
  readonly logGroups?: readonly string[] | undefined;
  /** Roles that AWS services have in the account, and that use the key for its data. @default - none */
  readonly serviceRoles?: readonly ServiceRole[] | undefined;
  /** `retain` protects the key from deletion, which would make its data unreadable. @default "retain" */
  readonly removal?: Removal | undefined;
}

/**
 * A symmetric KMS key with an alias. Who may use it is decided by IAM in the account. AWS keeps old
 * key material, so that rotation needs no second encryption. Costs one dollar a month.
 */
export class EncryptionKey extends ComponentResource {
  readonly keyArn: Output<string>;

  constructor(name: string, props: EncryptionKeyProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkEncryptionKey(name, props), props.waive);
    super("dynamo-iac:aws:EncryptionKey", name, {}, opts);
    announce(this, findings);

    const { purpose, removal = "retain", tags = {} } = props;
    const account = getCallerIdentityOutput({}, { parent: this }).accountId;
    const key = new Key(
      name,
      {
        description: purpose,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: resourcePolicy(keyStatements(props, account)),
        tags: named(tags, name),
      },
      { parent: this, ...kept(removal) },
    );
    new Alias(name, { namePrefix: `alias/${name}-`, targetKeyId: key.keyId }, { parent: this });
    this.keyArn = key.arn;
    this.registerOutputs({ keyArn: this.keyArn });
  }
}

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkEncryptionKey(name: string, props: EncryptionKeyProps): readonly Finding[] {
  const say = sayOf("EncryptionKey", name);
  return [...checkRegion(props.region, say), ...checkTags(props.tags ?? {}, say)];
}

/** Use of a key by a service on its own behalf. */
const use: readonly Action[] = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

/** The account decides by IAM who may use the key; log groups and service roles are named here. */
export function keyStatements(
  { region, logGroups = [], serviceRoles = [] }: EncryptionKeyProps,
  account: Input<string>,
): readonly ResourceStatement[] {
  const partition = partitionOf(region) ?? "aws";
  const resources = ["*"];
  const statements: ResourceStatement[] = [
    {
      sid: "Account",
      principal: { AWS: interpolate`arn:${partition}:iam::${account}:root` },
      actions: ["kms:*"],
      resources,
    },
  ];
  if (logGroups.length > 0) {
    const arns = logGroups.map(
      (group) => interpolate`arn:${partition}:logs:${region}:${account}:log-group:${group}`,
    );
    statements.push({
      sid: "Logs",
      principal: { Service: `logs.${region}.amazonaws.com` },
      actions: use,
      resources,
      conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arns } },
    });
  }
  if (serviceRoles.length === 0) return statements;
  const roles = serviceRoles.map(
    (role) =>
      interpolate`arn:${partition}:iam::${account}:role/aws-service-role/${serviceRolePaths[role]}`,
  );
  // A policy that names a role is refused until the role exists; a condition waits for it.
  const conditions = {
    StringEquals: { "kms:CallerAccount": account },
    ArnLike: { "aws:PrincipalArn": roles },
  };
  statements.push({ sid: "Roles", principal: { AWS: "*" }, actions: use, resources, conditions });
  if (serviceRoles.includes("auto-scaling"))
    statements.push({
      sid: "Disks",
      principal: { AWS: "*" },
      actions: ["kms:CreateGrant"],
      resources,
      conditions: { ...conditions, Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  return statements;
}
