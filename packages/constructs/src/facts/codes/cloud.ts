// SPDX-License-Identifier: Apache-2.0
/** @module Codes about cloud resources: what the offline plan and the policy pack say. */
import type { CodeFacts } from "./code.js";

export const cloudCodes = {
  "DYN-CLOUD-001": {
    severity: "error",
    title: "Output token that nobody resolves",
    why: "A token stands for a value that the cloud makes. Outside of a Pulumi program there is nobody who could put the value in, and the API server would take the token for a name.",
  },
  "DYN-CLOUD-002": {
    severity: "error",
    title: "control plane open to the internet",
    why: "Whoever reaches the API server may try stolen credentials and every new flaw of it. EKS makes the endpoint public unless it is told otherwise.",
  },
  "DYN-CLOUD-003": {
    severity: "error",
    title: "port or load balancer open to everybody",
    why: "Dynamo's frontend has no authentication, and neither have the ports between its pods: who reaches them uses the GPUs and reads the prompts.",
  },
  "DYN-CLOUD-004": {
    severity: "error",
    title: "storage that is not encrypted",
    why: "Encryption at rest costs nothing on these services and cannot be switched on later: the file system or volume has to be made anew.",
  },
  "DYN-CLOUD-005": {
    severity: "warning",
    title: "cluster secrets without a key of one's own",
    why: "EKS encrypts its database with a key of AWS. Only with a KMS key of the account can access to Secrets be revoked and audited.",
  },
  "DYN-CLOUD-006": {
    severity: "error",
    title: "policy that allows too much",
    why: "A pod or machine that is taken over can do whatever its role may do. A list of actions keeps that small.",
  },
  "DYN-CLOUD-007": {
    severity: "error",
    title: "instance metadata version 1",
    why: "Version 1 answers any request from the machine, so that a pod that can be made to fetch a URL gives away the role of its node.",
  },
  "DYN-CLOUD-008": {
    severity: "warning",
    title: "GPU nodes without a taint",
    why: "The scheduler puts any pod on an untainted node. Autoscalers then keep a machine of tens of dollars per hour for a pod that needs no GPU.",
  },
  "DYN-CLOUD-009": {
    severity: "error",
    title: "Spot machines with a fabric",
    why: "The pods of an RDMA graph hold memory of one another. When one machine is taken away, requests on all of them fail.",
  },
  "DYN-CLOUD-010": {
    severity: "warning",
    title: "nodes in a zone without the file system",
    why: "A mount goes through a target in the node's own zone. Without one the pod waits, or every read crosses zones, which is slower and billed.",
  },
  "DYN-CLOUD-011": {
    severity: "error",
    title: "bucket that the internet may read",
    why: "Buckets of an environment hold weights, logs and backups. The four switches of the public access block keep a mistake in a policy from opening them.",
  },
  "DYN-CLOUD-012": {
    severity: "warning",
    title: "resource without tags",
    why: "Cost reports, budgets, backup selections and clean-up all work by tags.",
  },
  "DYN-CLOUD-013": {
    severity: "error",
    title: "resources that depend on values of the cloud",
    why: "What is made inside apply is missing from every preview and diff, and appears or vanishes with a value that nobody reviewed.",
  },
  "DYN-CLOUD-014": {
    severity: "error",
    title: "secret in clear text",
    why: "A secret that loses its mark is written into the state, the preview and the logs as it is.",
  },
} as const satisfies Record<string, CodeFacts>;
