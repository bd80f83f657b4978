// SPDX-License-Identifier: Apache-2.0
/** @module Which image of EKS a node runs, and what its disks are called there. */
import type { NodeOs } from "./props.js";

/** What decides about the image. */
export interface AmiChoice {
  readonly os: NodeOs;
  readonly arch: "amd64" | "arm64";
  /** With NVIDIA's driver and container toolkit. */
  readonly gpu: boolean;
}

const systems: Readonly<Record<NodeOs, string>> = {
  al2023: "AL2023",
  bottlerocket: "BOTTLEROCKET",
};

const processors = { amd64: "x86_64", arm64: "ARM_64" } as const;

/** `amiType` of a managed node group. @see Amazon EKS API Reference, Nodegroup */
export function amiType({ os, arch, gpu }: AmiChoice): string {
  const variant = gpu ? "_NVIDIA" : os === "al2023" ? "_STANDARD" : "";
  return `${systems[os]}_${processors[arch]}${variant}`;
}

/** A disk of a node. */
export interface NodeDisk {
  readonly device: string;
  readonly sizeGiB: number;
  /** Images, logs and ephemeral volumes are on it. */
  readonly data: boolean;
}

/** Bottlerocket has its system on a disk of its own, which is never written. */
const bottlerocketSystemGiB = 4;

/** The disks of a node. */
export function disksOf(os: NodeOs, diskGiB: number): readonly NodeDisk[] {
  if (os === "al2023") return [{ device: "/dev/xvda", sizeGiB: diskGiB, data: true }];
  return [
    { device: "/dev/xvda", sizeGiB: bottlerocketSystemGiB, data: false },
    { device: "/dev/xvdb", sizeGiB: diskGiB, data: true },
  ];
}
