// SPDX-License-Identifier: Apache-2.0
/** @module Codes about services of AWS around a cluster: registry, secrets, DNS, backups, budget. */
import type { CodeFacts } from "./code.js";

export const awsServicesCodes = {
  "DYN-AWS-201": {
    severity: "error",
    title: "prefix that ECR refuses for cached images",
    why: "ECR takes prefixes of pull-through rules up to 30 characters, of which the name of the registry needs some.",
  },
  "DYN-AWS-202": {
    severity: "error",
    title: "registry that cannot be cached without a login",
    why: "Docker Hub and GitHub answer pull-through caches only with the credentials of a user.",
  },
  "DYN-AWS-203": {
    severity: "error",
    title: "backups that AWS Backup refuses to keep so",
    why: "Backups in cold storage stay there for at least 90 days.",
  },
  "DYN-AWS-204": {
    severity: "error",
    title: "copy of backups in the same region",
    why: "A copy is for the day on which the region is lost.",
  },
  "DYN-AWS-205": {
    severity: "error",
    title: "budget that nobody hears of, or of nothing",
    why: "A budget switches nothing off; all it does is to tell people, at an amount above zero.",
  },
  "DYN-AWS-206": {
    severity: "error",
    title: "value for a secret that belongs to somebody else",
    why: "An existing secret keeps the value that its owner gave it.",
  },
  "DYN-AWS-207": {
    severity: "error",
    title: "host name outside of its DNS zone",
    why: "Neither the name nor the proof for its certificate can be written into the zone.",
  },
  "DYN-AWS-208": {
    severity: "error",
    title: "load balancer for everybody, or for nobody",
    why: "Dynamo's frontend asks nobody who they are; its load balancer lets in the networks that are named.",
  },
  "DYN-AWS-209": {
    severity: "error",
    title: "backup of nothing",
    why: "A plan without resources makes no backup, and nobody would notice.",
  },
} as const satisfies Record<string, CodeFacts>;
