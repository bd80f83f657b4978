// SPDX-License-Identifier: Apache-2.0
/** @module Use of KMS keys, always through the service whose data they encrypt. */
import type { Input } from "@pulumi/pulumi";
import type { Action, Statement } from "../statement.js";

/** What a principal does with data under a key. */
export type KeyUse = "read" | "write";

const actions: Readonly<Record<KeyUse, readonly Action[]>> = {
  read: ["kms:Decrypt"],
  write: ["kms:Decrypt", "kms:GenerateDataKey"],
};

/** Use of the keys for data of one service, such as `s3`; nothing when there are no keys. */
export function keyUse(
  use: KeyUse,
  keyArns: readonly Input<string>[],
  service: string,
  region: string,
): readonly Statement[] {
  if (keyArns.length === 0) return [];
  return [
    {
      sid: "UseKeys",
      actions: actions[use],
      resources: keyArns,
      conditions: { StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com` } },
    },
  ];
}

/** Disks: EC2 keeps the right to use the key while a disk is attached, as a grant. */
export function diskKeyUse(
  keyArns: readonly Input<string>[],
  region: string,
): readonly Statement[] {
  if (keyArns.length === 0) return [];
  return [
    {
      sid: "GrantDisks",
      actions: ["kms:CreateGrant"],
      resources: keyArns,
      conditions: {
        Bool: { "kms:GrantIsForAWSResource": "true" },
        StringEquals: { "kms:ViaService": `ec2.${region}.amazonaws.com` },
      },
    },
    {
      sid: "EncryptDisks",
      actions: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      resources: keyArns,
      conditions: { StringEquals: { "kms:ViaService": `ec2.${region}.amazonaws.com` } },
    },
  ];
}
