// SPDX-License-Identifier: Apache-2.0
/** @module Codes about the configuration of an environment. */
import type { CodeFacts } from "./code.js";

export const environmentCodes = {
  "DYN-STACK-001": {
    severity: "error",
    title: "setting that is unknown",
    why: "The configuration is closed: an unknown key is a typing mistake that would silently leave the default in place.",
  },
  "DYN-STACK-002": {
    severity: "error",
    title: "setting of the wrong type",
    why: "Pulumi keeps configuration as text, numbers, truth values, lists and objects, and every setting takes one of them.",
  },
  "DYN-STACK-003": {
    severity: "error",
    title: "setting that is none of its choices",
    why: "The setting takes one of a few words.",
  },
  "DYN-STACK-004": {
    severity: "error",
    title: "setting out of bounds",
    why: "Below or above the bounds the cloud or the program behind the setting refuses it.",
  },
  "DYN-STACK-005": {
    severity: "error",
    title: "setting of the wrong form",
    why: "The cloud or Kubernetes takes only texts of a certain form there.",
  },
  "DYN-STACK-006": {
    severity: "error",
    title: "setting that is missing",
    why: "It has no default that would suit everybody.",
  },
  "DYN-STACK-010": {
    severity: "error",
    title: "name of an environment that is too long",
    why: "Names of clusters, roles, buckets and load balancers are made from it, and the shortest of them allow 63 characters or fewer.",
  },
  "DYN-STACK-011": {
    severity: "error",
    title: "region that the cloud cannot have",
    why: "Regions of the clouds have forms of their own.",
  },
  "DYN-STACK-012": {
    severity: "error",
    title: "zone of another region",
    why: "Subnets, volumes and machines of an environment are in the zones of its region.",
  },
  "DYN-STACK-013": {
    severity: "error",
    title: "too few zones, or one of them twice",
    why: "The control plane puts its interfaces into several zones and refuses fewer.",
  },
  "DYN-STACK-014": {
    severity: "error",
    title: "network of the wrong size or with public addresses",
    why: "Every pod takes an address of the network, and addresses that belong to others cannot be reached from it.",
  },
  "DYN-STACK-015": {
    severity: "error",
    title: "existing network without one private subnet per zone",
    why: "Machines, volumes and mount targets are placed by zone, so each zone needs its subnet.",
  },
  "DYN-STACK-016": {
    severity: "error",
    title: "Kubernetes API open to the internet",
    why: "Everybody could try to log in; one leaked credential is then enough.",
  },
  "DYN-STACK-017": {
    severity: "error",
    title: "retention that CloudWatch refuses",
    why: "CloudWatch keeps logs for certain numbers of days only.",
  },
  "DYN-STACK-020": {
    severity: "error",
    title: "name of a pool that cannot be used",
    why: "Graphs find their machines by the pool's name, and resources of the cloud are named after it.",
  },
  "DYN-STACK-021": {
    severity: "error",
    title: "GPU machine that is not known",
    why: "GPUs, memory, fabric and cost of a pool follow from its machine type.",
  },
  "DYN-STACK-022": {
    severity: "error",
    title: "fewer machines at most than at least",
    why: "The autoscaler refuses such bounds.",
  },
  "DYN-STACK-023": {
    severity: "error",
    title: "capacity in which the machine is not sold",
    why: "Some machines come from reservations or capacity blocks only.",
  },
  "DYN-STACK-024": {
    severity: "error",
    title: "reservation that is missing or unused",
    why: "Reserved machines come from a certain reservation, which costs money whether it is used or not.",
  },
  "DYN-STACK-025": {
    severity: "error",
    title: "fabric pool in several zones",
    why: "EFA, InfiniBand and RoCE end at the zone, so prefill and decode in two zones cannot exchange KV blocks.",
  },
  "DYN-STACK-026": {
    severity: "warning",
    title: "spot machines for a fabric",
    why: "An interruption takes away one end of every transfer, with a notice of two minutes or less.",
  },
  "DYN-STACK-027": {
    severity: "error",
    title: "pool in a zone without a subnet",
    why: "Machines stand in the zones of the network.",
  },
  "DYN-STACK-028": {
    severity: "error",
    title: "provisioner that does not fit",
    why: "Each cloud has its own ways to add nodes, and two controllers must not own the same nodes.",
  },
  "DYN-STACK-030": {
    severity: "error",
    title: "size in which Lustre is not sold",
    why: "The managed file systems come in certain steps.",
  },
  "DYN-STACK-031": {
    severity: "error",
    title: "throughput in which Lustre is not sold",
    why: "The managed file systems come in certain tiers.",
  },
  "DYN-STACK-032": {
    severity: "warning",
    title: "Lustre in a zone without GPU machines",
    why: "Reads across zones are slower and cost money per byte.",
  },
  "DYN-STACK-033": {
    severity: "error",
    title: "model cache that its file system cannot hold",
    why: "The claim of the models is bound to the file system.",
  },
  "DYN-STACK-034": {
    severity: "error",
    title: "copy in the same region",
    why: "A copy is for the day on which the region is lost.",
  },
  "DYN-STACK-035": {
    severity: "error",
    title: "copy of a file system that belongs to somebody else",
    why: "Replication and backups of an existing file system are its owner's choice.",
  },
  "DYN-STACK-040": {
    severity: "error",
    title: "Kubernetes version that is not supported",
    why: "Dynamo needs 1.30 or newer, and the cloud offers certain minors only.",
  },
  "DYN-STACK-041": {
    severity: "error",
    title: "Dynamo release that is not supported",
    why: "The graphs are v1beta1 objects, which operators serve since 1.2.",
  },
  "DYN-STACK-042": {
    severity: "error",
    title: "graphs in the namespace of the operator",
    why: "Rights are given by namespace: whoever may write graphs could change the operator.",
  },
  "DYN-STACK-043": {
    severity: "error",
    title: "GPU nodes without a device plugin",
    why: "Without it nodes offer no nvidia.com/gpu, and pods wait for ever.",
  },
  "DYN-STACK-050": {
    severity: "error",
    title: "secret in the configuration",
    why: "Secrets belong into the cloud's secret store; a literal one needs an explicit switch, for development.",
  },
  "DYN-STACK-051": {
    severity: "error",
    title: "literal secret where it is not allowed",
    why: "A literal secret ends up in the state of Pulumi, encrypted, and whoever may decrypt the state reads it.",
  },
  "DYN-STACK-052": {
    severity: "error",
    title: "principal that IAM does not know",
    why: "Access entries are made for ARNs of roles and users.",
  },
  "DYN-STACK-060": {
    severity: "error",
    title: "host name outside its DNS zone",
    why: "Neither the name nor the proof for its certificate can be written into the zone.",
  },
  "DYN-STACK-061": {
    severity: "error",
    title: "way in without TLS",
    why: "Prompts and answers would cross the network in clear text.",
  },
  "DYN-STACK-062": {
    severity: "error",
    title: "load balancer that nobody may reach",
    why: "Its security group lets in the networks that are named, and none is named.",
  },
  "DYN-STACK-063": {
    severity: "error",
    title: "GPUs open to the internet",
    why: "Dynamo's frontend has no authentication: everybody who reaches it can use it.",
  },
  "DYN-STACK-070": {
    severity: "error",
    title: "retention too short for cold storage",
    why: "AWS Backup moves monthly backups to cold storage after 30 days and keeps them there for at least 90.",
  },
  "DYN-STACK-071": {
    severity: "error",
    title: "copies of backups that do not exist",
    why: "Copies are made from the environment's own backups.",
  },
  "DYN-STACK-080": {
    severity: "error",
    title: "budget that nobody hears of",
    why: "A budget switches nothing off; all it does is to tell people.",
  },
  "DYN-STACK-081": {
    severity: "warning",
    title: "budget below what always runs",
    why: "An alert that always rings is read by nobody.",
  },
  "DYN-STACK-090": {
    severity: "warning",
    title: "production without what production is for",
    why: "The preset survives the loss of a zone and keeps its data; the setting gives that up.",
  },
  "DYN-STACK-091": {
    severity: "warning",
    title: "production without a budget",
    why: "One forgotten node with eight GPUs costs some ten thousand dollars a month.",
  },
  "DYN-STACK-092": {
    severity: "error",
    title: "graph that is named twice",
    why: "The same objects cannot be created twice.",
  },
} as const satisfies Record<string, CodeFacts>;
