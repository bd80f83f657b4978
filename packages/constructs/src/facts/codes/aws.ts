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
  "DYN-AWS-020": {
    severity: "error",
    title: "release of Kubernetes that is not offered",
    why: "Add-ons and node images are pinned for each release; others are out of support or were never tried.",
  },
  "DYN-AWS-021": {
    severity: "error",
    title: "cluster without an administrator",
    why: "Rights come from access entries alone. A cluster without one for an administrator can be used by nobody.",
  },
  "DYN-AWS-022": {
    severity: "error",
    title: "addresses that should not, or cannot, reach the API server",
    why: "An API server that everybody can reach is one leaked credential, or one flaw, away from everybody.",
  },
  "DYN-AWS-023": {
    severity: "error",
    title: "addresses of Services that EKS refuses",
    why: "EKS takes a private block of /12 to /24 outside of the VPC, and it cannot be changed afterwards.",
  },
  "DYN-AWS-025": {
    severity: "error",
    title: "access entry that EKS refuses",
    why: "EKS has one entry for each IAM role or user, and cluster administrators everywhere or not at all.",
  },
  "DYN-AWS-026": {
    severity: "warning",
    title: "cluster without an audit log",
    why: "The audit log is the only record of who changed what in the cluster.",
  },
  "DYN-AWS-027": {
    severity: "error",
    title: "version that no add-on has",
    why: "EKS names versions of add-ons with the release and its own build.",
  },
  "DYN-AWS-028": {
    severity: "error",
    title: "add-on that is there already",
    why: "Two copies of an add-on fight for the same objects and interfaces of the node.",
  },
  "DYN-AWS-040": {
    severity: "error",
    title: "rights without bounds",
    why: "A wildcard allows actions that nobody thought of, today's and future ones.",
  },
  "DYN-AWS-041": {
    severity: "error",
    title: "rights over every resource of the account",
    why: "A pod that is taken over can reach whatever its role can reach. Most actions can be limited to ARNs or tags.",
  },
  "DYN-AWS-042": {
    severity: "error",
    title: "service account that cannot exist",
    why: "An identity belongs to a namespace and a service account, which have names of Kubernetes.",
  },
  "DYN-AWS-043": {
    severity: "error",
    title: "statement that IAM refuses",
    why: "A statement has a sid of letters and digits, unique in its policy, and names actions and resources.",
  },
  "DYN-AWS-029": {
    severity: "warning",
    title: "storage driver without rights",
    why: "The driver's pods start, but every volume that they are asked for fails, because nobody said which storage is theirs.",
  },
  "DYN-AWS-050": {
    severity: "error",
    title: "numbers of nodes that contradict one another",
    why: "EKS wants min <= desired <= max, whole numbers, and at most 450 nodes in a group.",
  },
  "DYN-AWS-051": {
    severity: "error",
    title: "machine types that do not go together",
    why: "A node group has one image, which is for one processor; GPU machines need another one.",
  },
  "DYN-AWS-052": {
    severity: "error",
    title: "disk that is too small or too large",
    why: "Images and ephemeral volumes land on it; EBS makes gp3 disks of up to 16384 GiB.",
  },
  "DYN-AWS-053": {
    severity: "error",
    title: "zone where the network has no private subnet",
    why: "Nodes start in private subnets.",
  },
  "DYN-AWS-054": {
    severity: "error",
    title: "nodes in several zones that have to be together",
    why: "EFA, cluster placement groups and capacity blocks end at the zone. A node in another one falls back to TCP or does not start.",
  },
  "DYN-AWS-055": {
    severity: "error",
    title: "EFA on a machine without it",
    why: "EC2 refuses to start the machine with such an interface.",
  },
  "DYN-AWS-056": {
    severity: "error",
    title: "more EFA interfaces than the machine has",
    why: "EC2 refuses to start the machine with such an interface.",
  },
  "DYN-AWS-057": {
    severity: "error",
    title: "spot machines with EFA",
    why: "EC2 takes spot machines away with two minutes notice. A graph over RDMA loses every transfer with such a machine, and often waits for it.",
  },
  "DYN-AWS-058": {
    severity: "error",
    title: "machine that cannot be had in this way",
    why: "EC2 offers some machines in capacity blocks only.",
  },
  "DYN-AWS-059": {
    severity: "warning",
    title: "GPU nodes without the GPU taint",
    why: "Pods without GPUs fill the node, and workers stay pending beside idle GPUs.",
  },
  "DYN-AWS-060": {
    severity: "error",
    title: "label or taint that Kubernetes refuses",
    why: "Nodes with it do not join: the API server takes no such key or value, or not from a node.",
  },
  "DYN-AWS-061": {
    severity: "error",
    title: "reservation that is not said clearly",
    why: "A launch template takes one reservation, or one group of them. With a single one, machines beyond it do not start.",
  },
  "DYN-AWS-062": {
    severity: "error",
    title: "nodes that do not fit the cluster",
    why: "In EKS Auto Mode AWS runs nodes and their add-ons; in other clusters it does not know NodeClasses of Auto Mode.",
  },
  "DYN-AWS-063": {
    severity: "error",
    title: "machine that cannot serve with GPUs on EKS",
    why: "GPU images of EKS have the driver for whole GPUs of EC2 machines.",
  },
  "DYN-AWS-064": {
    severity: "warning",
    title: "new placement group beside a reservation",
    why: "A reservation keeps room where it was made. Machines of a group that is newer may not get in (unverified for capacity blocks).",
  },
  "DYN-AWS-065": {
    severity: "error",
    title: "local disks that the machine does not have",
    why: "The node would not join: its first step is to make an array of them.",
  },
  "DYN-AWS-066": {
    severity: "warning",
    title: "EFA devices far from their GPUs",
    why: "Only Amazon Linux 2023 hands out EFA devices beside the GPU; others send through the processor's interconnect.",
  },
  "DYN-AWS-080": {
    severity: "error",
    title: "access point that gives its directory to everybody",
    why: "The mode is set when the directory is made. Weights that anybody can change are code that anybody can run.",
  },
  "DYN-AWS-081": {
    severity: "error",
    title: "access point for root",
    why: "Clients act as the user of the access point; as root they may do anything in it.",
  },
  "DYN-AWS-082": {
    severity: "error",
    title: "throughput that EFS does not provision",
    why: "EFS takes whole bounds; elastic throughput follows the load instead.",
  },
  "DYN-AWS-083": {
    severity: "error",
    title: "directory that no access point can have",
    why: "EFS makes up to four levels of directories of at most 100 characters, and sets owner and mode only on directories that it makes.",
  },
  "DYN-AWS-084": {
    severity: "error",
    title: "size that FSx for Lustre does not make",
    why: "Capacity comes in steps that depend on the throughput, and on EFA.",
  },
  "DYN-AWS-085": {
    severity: "error",
    title: "data repository that FSx refuses",
    why: "A directory of the file system shows a prefix of a bucket.",
  },
  "DYN-AWS-086": {
    severity: "error",
    title: "backups of a file system with a bucket behind it",
    why: "FSx makes no backups of it: what is in the bucket is the truth.",
  },
  "DYN-AWS-087": {
    severity: "error",
    title: "number of days that AWS refuses",
    why: "Lifecycle rules and backups count in whole days, within bounds.",
  },
  "DYN-AWS-088": {
    severity: "error",
    title: "file system that nobody can mount",
    why: "Its security group admits the groups of its clients, and nobody else.",
  },
} as const satisfies Record<string, CodeFacts>;
