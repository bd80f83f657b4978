// SPDX-License-Identifier: Apache-2.0
/** @module What controllers of DNS and certificates may do in the hosted zones that are theirs. */
import type { Input } from "@pulumi/pulumi";
import { partitionOf } from "../../region.js";
import type { Statement } from "../statement.js";

/** Hosted zones that a controller writes. */
export interface HostedZones {
  readonly region: string;
  readonly zoneArns: readonly Input<string>[];
}

/** external-dns: changes records of the named zones. */
export function externalDns({ zoneArns }: HostedZones): readonly Statement[] {
  return [
    { sid: "Find", actions: ["route53:ListHostedZones"], resources: ["*"] },
    {
      sid: "Write",
      actions: [
        "route53:ChangeResourceRecordSets",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResources",
      ],
      resources: zoneArns,
    },
  ];
}

/** cert-manager with DNS-01: text records for its challenges, and nothing else, in the named zones. */
export function certManager({ region, zoneArns }: HostedZones): readonly Statement[] {
  return [
    { sid: "Find", actions: ["route53:ListHostedZonesByName"], resources: ["*"] },
    {
      sid: "Progress",
      actions: ["route53:GetChange"],
      resources: [`arn:${partitionOf(region) ?? "aws"}:route53:::change/*`],
    },
    { sid: "Read", actions: ["route53:ListResourceRecordSets"], resources: zoneArns },
    {
      sid: "Write",
      actions: ["route53:ChangeResourceRecordSets"],
      resources: zoneArns,
      conditions: {
        "ForAllValues:StringEquals": { "route53:ChangeResourceRecordSetsRecordTypes": "TXT" },
      },
    },
  ];
}
