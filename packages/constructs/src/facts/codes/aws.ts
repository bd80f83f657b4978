// SPDX-License-Identifier: Apache-2.0
/** @module Codes about the components of Amazon Web Services. */
import type { CodeFacts } from "./code.js";

export const awsCodes = {
  "DYN-AWS-001": {
    severity: "error",
    title: "region that is none, or of a part of AWS that is not covered",
    why: "Zones, endpoints and ARNs are made from the region. The components know the partitions aws and aws-us-gov.",
  },
  "DYN-AWS-002": {
    severity: "error",
    title: "addresses of the VPC that cannot be cut into subnets",
    why: "AWS takes VPCs of /16 and smaller; subnets of six zones and of three kinds need a /20.",
  },
  "DYN-AWS-003": {
    severity: "error",
    title: "VPC with addresses of the internet",
    why: "Traffic to these addresses stays inside of the VPC, so that their owners cannot be reached.",
  },
  "DYN-AWS-004": {
    severity: "error",
    title: "zones that no cluster can use",
    why: "EKS wants subnets in two zones at least, and each zone has one subnet of a kind.",
  },
  "DYN-AWS-005": {
    severity: "error",
    title: "zone of another region",
    why: "Subnets are in the region of their VPC.",
  },
  "DYN-AWS-006": {
    severity: "error",
    title: "zone without control plane",
    why: "EKS refuses a cluster with a subnet in use1-az3, usw1-az2 or cac1-az3.",
  },
  "DYN-AWS-007": {
    severity: "warning",
    title: "zone by name where one of them takes no control plane",
    why: "In every account a zone's name stands for another place; only its id tells whether EKS puts a control plane there.",
  },
  "DYN-AWS-008": {
    severity: "error",
    title: "endpoints without which nodes do not join",
    why: "A network without a way to the internet reaches AWS only through endpoints.",
  },
  "DYN-AWS-010": {
    severity: "error",
    title: "retention that CloudWatch Logs does not know",
    why: "CloudWatch Logs keeps log groups for one of a list of days.",
  },
  "DYN-AWS-011": {
    severity: "error",
    title: "id or ARN of another kind",
    why: "AWS refuses it, but only when half of the environment exists.",
  },
  "DYN-AWS-012": {
    severity: "error",
    title: "name that AWS refuses",
    why: "Names of clusters, roles and buckets have bounds of their own.",
  },
  "DYN-AWS-013": {
    severity: "error",
    title: "tags that AWS refuses",
    why: "AWS takes 50 tags on a resource, keys up to 128 and values up to 256 characters, and keeps keys with aws: for itself.",
  },
} as const satisfies Record<string, CodeFacts>;
