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
import { checkRegion, partitionOf } from "./region.js";
import { checkTags, named } from "./tags.js";

/** Settings of a key. */
export interface EncryptionKeyProps extends AwsComponentProps {
  readonly region: string;
  /** What the key encrypts, in a few words. */
  readonly purpose: string;
  /** Log groups that CloudWatch Logs encrypts with it, by name; `*` for any of the account. @default - none */
  readonly logGroups?: readonly string[] | undefined;
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

    const { region, purpose, logGroups = [], removal = "retain", tags = {} } = props;
    const account = getCallerIdentityOutput({}, { parent: this }).accountId;
    const key = new Key(
      name,
      {
        description: purpose,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: resourcePolicy(keyStatements(region, account, logGroups)),
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

/** The account decides by IAM who may use the key; CloudWatch Logs may for the named log groups. */
export function keyStatements(
  region: string,
  account: Input<string>,
  logGroups: readonly string[],
): readonly ResourceStatement[] {
  const partition = partitionOf(region) ?? "aws";
  const root = interpolate`arn:${partition}:iam::${account}:root`;
  const owner: ResourceStatement = {
    sid: "Account",
    principal: { AWS: root },
    actions: ["kms:*"],
    resources: ["*"],
  };
  if (logGroups.length === 0) return [owner];
  const arns = logGroups.map(
    (group) => interpolate`arn:${partition}:logs:${region}:${account}:log-group:${group}`,
  );
  return [
    owner,
    {
      sid: "Logs",
      principal: { Service: `logs.${region}.amazonaws.com` },
      actions: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ReEncrypt*",
      ],
      resources: ["*"],
      conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arns } },
    },
  ];
}
