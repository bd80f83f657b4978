// SPDX-License-Identifier: Apache-2.0
/** @module Codes about NATS and etcd as the platform renders them. */
import type { CodeFacts } from "./code.js";

export const platformDataCodes = {
  "DYN-NATS-001": {
    severity: "error",
    title: "number of NATS servers without a clear majority",
    why: "JetStream keeps its state by majority: an even number survives no more than the odd number below it, and more than five only make it slower.",
  },
  "DYN-NATS-002": {
    severity: "warning",
    title: "single NATS server",
    why: "Dynamo processes lose their event plane, and their request plane when it is NATS, while the only server is away.",
  },
  "DYN-NATS-003": {
    severity: "error",
    title: "disruption budget of NATS that blocks drains or costs the majority",
    why: "Kubernetes evicts up to maxUnavailable pods at a time; JetStream stops without a majority.",
  },
  "DYN-NATS-004": {
    severity: "error",
    title: "name that the StatefulSet of NATS cannot have",
    why: "Pods and their labels get names that are derived from it, and those are DNS labels of at most 63 characters.",
  },
  "DYN-NATS-005": {
    severity: "error",
    title: "volume of NATS that is too small",
    why: "JetStream keeps streams and Raft logs on it, and the API server refuses what is no quantity.",
  },
  "DYN-NATS-006": {
    severity: "warning",
    title: "image of NATS without a version",
    why: "A tag that moves gives pods of one set different versions.",
  },
  "DYN-NATS-007": {
    severity: "error",
    title: "largest message out of bounds",
    why: "nats-server refuses to start when a message may be larger than what it buffers for a client, 64 MiB.",
  },
  "DYN-NATS-008": {
    severity: "warning",
    title: "largest message below what Dynamo sends",
    why: "Embeddings of images come in messages of up to 15 MiB; the server cuts off a client that sends more than it takes.",
  },
  "DYN-NATS-009": {
    severity: "error",
    title: "streams in memory that do not fit",
    why: "The kernel kills the server at its memory limit, and half of it belongs to clients' buffers and Raft.",
  },
  "DYN-NATS-010": {
    severity: "error",
    title: "sync interval that the server refuses",
    why: "nats-server reads a duration or `always` and stops at start otherwise.",
  },
  "DYN-NATS-011": {
    severity: "error",
    title: "NATS without TLS",
    why: "Requests of users cross the network in clear text, and the routes between servers accept any server.",
  },
  "DYN-NATS-012": {
    severity: "error",
    title: "NATS insists on TLS that Dynamo does not speak",
    why: "Dynamo speaks TLS to NATS since 1.5; an older process stops when the server asks for it.",
  },
  "DYN-NATS-013": {
    severity: "error",
    title: "NATS without authentication",
    why: "Any pod that reaches the port can read requests and publish KV events.",
  },
  "DYN-NATS-014": {
    severity: "error",
    title: "user of NATS that the server refuses",
    why: "nats-server stops at start when a user occurs twice or an nkey is no public key of a user.",
  },
  "DYN-NATS-015": {
    severity: "error",
    title: "seed of an nkey in clear text",
    why: "The seed is the secret half: whoever reads the manifest is that user.",
  },
  "DYN-NATS-016": {
    severity: "warning",
    title: "password of NATS in clear text on the network",
    why: "Dynamo speaks TLS to NATS since 1.5, so an older process sends its password unencrypted.",
  },
  "DYN-ETCD-001": {
    severity: "error",
    title: "number of etcd members without a clear majority",
    why: "etcd writes by majority: an even number survives no more than the odd number below it, and more than five only make it slower.",
  },
  "DYN-ETCD-002": {
    severity: "warning",
    title: "single etcd member",
    why: "Leases of Dynamo processes run out within ten seconds while the only member is away, and the processes stop.",
  },
  "DYN-ETCD-003": {
    severity: "error",
    title: "disruption budget of etcd that blocks drains or costs the majority",
    why: "Kubernetes evicts up to maxUnavailable pods at a time; etcd stops without a majority.",
  },
  "DYN-ETCD-004": {
    severity: "error",
    title: "name that the StatefulSet of etcd cannot have",
    why: "Pods and their labels get names that are derived from it, and those are DNS labels of at most 63 characters.",
  },
  "DYN-ETCD-005": {
    severity: "error",
    title: "volume of etcd that is too small",
    why: "Defragmentation writes a second copy of the database beside the first; a full disk stops the member.",
  },
  "DYN-ETCD-006": {
    severity: "warning",
    title: "image of etcd without a version",
    why: "A tag that moves gives members of one cluster different versions.",
  },
  "DYN-ETCD-007": {
    severity: "error",
    title: "quota of etcd that is no useful size",
    why: "At the quota etcd raises an alarm and refuses to write.",
  },
  "DYN-ETCD-008": {
    severity: "warning",
    title: "quota of etcd above eight gibibytes",
    why: "etcd warns about it at start: a large database takes long to read and to send to a member that joins.",
  },
  "DYN-ETCD-009": {
    severity: "warning",
    title: "memory limit of etcd below its quota",
    why: "The database is mapped into memory; when it does not fit every read may go to the disk.",
  },
  "DYN-ETCD-010": {
    severity: "warning",
    title: "etcd without compaction",
    why: "etcd keeps every revision unless it is told otherwise.",
  },
  "DYN-ETCD-011": {
    severity: "error",
    title: "retention of etcd that it refuses",
    why: "etcd reads a duration in mode periodic and a number in mode revision, and stops at start otherwise.",
  },
  "DYN-ETCD-012": {
    severity: "error",
    title: "times of etcd that it refuses",
    why: "etcd stops at start when the election timeout is below five heartbeats or above 50 seconds.",
  },
  "DYN-ETCD-013": {
    severity: "error",
    title: "generation of etcd that is no number from 1",
    why: "It names the data directory and the token of the cluster.",
  },
  "DYN-ETCD-014": {
    severity: "error",
    title: "etcd without TLS",
    why: "Keys and credentials cross the network in clear text, and any process may join as a member.",
  },
  "DYN-ETCD-015": {
    severity: "error",
    title: "users by certificate without TLS",
    why: "etcd learns the common name from the TLS connection.",
  },
  "DYN-ETCD-016": {
    severity: "error",
    title: "password of etcd in clear text on the network",
    why: "Dynamo's client takes a password or certificates, and with a password no TLS settings.",
  },
  "DYN-ETCD-017": {
    severity: "warning",
    title: "issuer that may make an administrator of etcd",
    why: "With users by certificate the common name decides, so everybody for whom the issuer signs has to be trusted.",
  },
  "DYN-ETCD-018": {
    severity: "error",
    title: "etcd without authentication",
    why: "Any client can register workers and so receive requests of users.",
  },
  "DYN-ETCD-019": {
    severity: "error",
    title: "user of etcd that is unsafe",
    why: "The name is written into a script and into a certificate; root may do everything.",
  },
  "DYN-ETCD-020": {
    severity: "warning",
    title: "etcd without snapshots",
    why: "Without a majority of its volumes etcd can only be restored from a snapshot.",
  },
  "DYN-ETCD-021": {
    severity: "error",
    title: "snapshots that cannot be kept",
    why: "The claim and the number of files that stay are made from these settings.",
  },
  "DYN-ETCD-022": {
    severity: "warning",
    title: "volume of snapshots that may fill up",
    why: "A snapshot is as large as the database, up to its quota.",
  },
  "DYN-ETCD-023": {
    severity: "error",
    title: "schedule that is no cron expression",
    why: "The API server refuses the CronJob.",
  },
} as const satisfies Record<string, CodeFacts>;
