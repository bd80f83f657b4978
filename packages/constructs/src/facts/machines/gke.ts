// SPDX-License-Identifier: Apache-2.0
/** @module What GKE itself puts on nodes with GPUs. */
import type { Machine } from "./machine.js";

/** A taint that keeps off the pods that do not tolerate it. */
interface GkeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: "NoSchedule";
}

/** Value of `cloud.google.com/gke-accelerator`. @see the catalogue's list of `guestAccelerators.type` */
export function gkeAccelerator({ gpuModel, gpuMemGiB, type }: Machine): string | undefined {
  switch (gpuModel) {
    case "A100-SXM":
      return gpuMemGiB > 40 ? "nvidia-a100-80gb" : "nvidia-tesla-a100";
    case "H100-SXM":
      return type.startsWith("a3-mega") ? "nvidia-h100-mega-80gb" : "nvidia-h100-80gb";
    case "H200-SXM":
      return "nvidia-h200-141gb";
    case undefined:
      return undefined;
    default:
      return `nvidia-${gpuModel.toLowerCase()}`;
  }
}

/** Taints of GPU nodes and of nodes with another processor than amd64. */
export function gkeTaints({ gpus, arch }: Machine): readonly GkeTaint[] {
  const taints: GkeTaint[] = [];
  if (gpus > 0) taints.push({ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" });
  if (arch === "arm64")
    taints.push({ key: "kubernetes.io/arch", value: "arm64", effect: "NoSchedule" });
  return taints;
}
