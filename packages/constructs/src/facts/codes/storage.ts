// SPDX-License-Identifier: Apache-2.0
/** @module Codes about storage for models, caches and checkpoints, and about filling it. */
import type { CodeFacts } from "./code.js";

export const storageCodes = {
  "DYN-STOR-001": {
    severity: "error",
    title: "size of storage that is no quantity",
    why: "The API server refuses the claim.",
  },
  "DYN-STOR-002": {
    severity: "error",
    title: "size that the provider does not offer",
    why: "File systems come in steps. The claim stays Pending, or the next step up is billed without being said.",
  },
  "DYN-STOR-003": {
    severity: "error",
    title: "volume for one node that several nodes need",
    why: "ReadWriteOnce keeps every pod on the node of the first; replicas on other nodes wait for ever.",
  },
  "DYN-STOR-004": {
    severity: "error",
    title: "access mode that the storage does not have",
    why: "No volume with that mode can be made, so the claim stays Pending.",
  },
  "DYN-STOR-005": {
    severity: "error",
    title: "volume smaller than its models",
    why: "The download stops when the volume is full.",
  },
  "DYN-STOR-006": {
    severity: "warning",
    title: "volume with little room beside its models",
    why: "While a new revision is downloaded the old one stays, and a file that is being written counts beside those that are complete.",
  },
  "DYN-STOR-007": {
    severity: "error",
    title: "file system in another zone than its machines",
    why: "A zonal disk cannot be attached from another zone. A zonal file system can be mounted, with every read crossing the zone: slower, and billed.",
  },
  "DYN-STOR-008": {
    severity: "warning",
    title: "zonal storage without a zone",
    why: "Nothing keeps pods in the zone of the storage, and nothing can be compared with the zones of the machines.",
  },
  "DYN-STOR-009": {
    severity: "error",
    title: "shared folder that belongs to root or is open to everybody",
    why: "Weights are code for the engines: whoever can write them decides what the engines run.",
  },
  "DYN-STOR-010": {
    severity: "error",
    title: "storage without encryption",
    why: "Weights and prompts that are cached with them cross the network, or lie on disks, in clear text.",
  },
  "DYN-STOR-011": {
    severity: "info",
    title: "throughput of storage is not known",
    why: "Without it nobody can say how long a rollout takes.",
  },
  "DYN-STOR-012": {
    severity: "warning",
    title: "storage that is deleted with its claim",
    why: "With the reclaim policy Delete, removing the chart or the namespace deletes what took hours to download.",
  },
  "DYN-STOR-013": {
    severity: "error",
    title: "name that a claim cannot have",
    why: "Names of claims, volumes and classes are DNS subdomains.",
  },
  "DYN-STOR-014": {
    severity: "error",
    title: "throughput tier that the provider does not offer",
    why: "The driver refuses the claim, which stays Pending.",
  },
  "DYN-STOR-015": {
    severity: "error",
    title: "bucket in place of a file system",
    why: "Compilation caches and checkpoints need locks, renames and writes in place; a bucket behind a file interface has none of them.",
  },
  "DYN-STOR-016": {
    severity: "error",
    title: "download without a revision",
    why: "Two pods may run different weights under one name, and a download that is interrupted may go on with another revision.",
  },
  "DYN-STOR-017": {
    severity: "warning",
    title: "revision that can move",
    why: "Only a commit names the same files tomorrow; a branch or a tag can be pointed elsewhere.",
  },
  "DYN-STOR-018": {
    severity: "error",
    title: "download into storage that cannot take it",
    why: "The Hub's cache is written by many small files, links and renames; read-only volumes and buckets refuse them.",
  },
  "DYN-STOR-019": {
    severity: "error",
    title: "download with too little memory",
    why: "Parts of several files are held in memory while they are put together; the kernel kills the pod at its limit.",
  },
  "DYN-STOR-020": {
    severity: "warning",
    title: "folder that the download may not write",
    why: "The root folder of the file system belongs to root, and the driver does not change that for a pod that runs as somebody else.",
  },
  "DYN-STOR-021": {
    severity: "error",
    title: "checkpoint storage that Dynamo does not have",
    why: "The snapshot agent keeps checkpoints on claims; object stores and registries were announced and never built.",
  },
  "DYN-STOR-022": {
    severity: "error",
    title: "path of a mount that is not absolute",
    why: "The kubelet refuses the pod.",
  },
  "DYN-STOR-023": {
    severity: "warning",
    title: "image without a version",
    why: "A tag that moves makes the same chart run something else tomorrow.",
  },
  "DYN-STOR-024": {
    severity: "error",
    title: "model that cannot be downloaded by its id",
    why: "The Hub knows repositories as owner/name; paths and bucket addresses are read where they are.",
  },
  "DYN-STOR-025": {
    severity: "error",
    title: "ModelExpress without a place for its metadata",
    why: "The server stops at start unless it is told where to keep which model is where: in Redis or in Kubernetes.",
  },
  "DYN-STOR-026": {
    severity: "warning",
    title: "root prepares a folder",
    why: "The namespace has to allow a container that runs as root, which the restricted Pod Security level does not.",
  },
  "DYN-STOR-027": {
    severity: "error",
    title: "engine that cannot load weights from there",
    why: "vLLM and SGLang read s3://, gs:// and az:// addresses, and the loader of ModelExpress is a plugin of vLLM; another engine takes the address for a path, or refuses the loader, and stops.",
  },
  "DYN-STOR-028": {
    severity: "warning",
    title: "volume that is kept for a claim in an unknown namespace",
    why: "Volumes are not in namespaces: without one in the reference any claim of that name may take the volume.",
  },
  "DYN-STOR-029": {
    severity: "info",
    title: "disk that one machine writes and nobody else can read yet",
    why: "A Hyperdisk ML disk is filled by one machine, and attached read-only to many once it is complete.",
  },
  "DYN-STOR-030": {
    severity: "error",
    title: "storage that was not described",
    why: "A static volume is found by identifiers of the provider; an empty one finds nothing, and the pod waits for ever.",
  },
  "DYN-STOR-031": {
    severity: "warning",
    title: "folder of the node",
    why: "The baseline Pod Security level refuses hostPath volumes: a pod with one may read what other pods leave there.",
  },
  "DYN-STOR-034": {
    severity: "warning",
    title: "shared claim from a class of block devices",
    why: "The default classes of EKS, AKS and GKE make disks, which one node mounts; a claim for many nodes stays Pending.",
  },
  "DYN-STOR-033": {
    severity: "error",
    title: "password in the address of Redis",
    why: "Whoever reads the manifest reads the password.",
  },
  "DYN-STOR-032": {
    severity: "warning",
    title: "protocol without encryption",
    why: "NFS 3 has no encryption of its own; everything in the network between machines and storage can read the weights.",
  },
} as const satisfies Record<string, CodeFacts>;
