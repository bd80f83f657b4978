// SPDX-License-Identifier: Apache-2.0
/** @module The table of GPU models. */

/** One GPU model. */
export interface Gpu {
  /** Memory that the driver reports, GiB; undefined where one name covers several sizes. */
  readonly usableGiB: number | undefined;
  readonly architecture:
    | "Volta"
    | "Turing"
    | "Ampere"
    | "Ada"
    | "Hopper"
    | "Blackwell"
    | "Blackwell Ultra";
  readonly computeCapability: number;
  /** Tensor cores multiply FP8. */
  readonly fp8: boolean;
  /** Tensor cores multiply FP4 (NVFP4, MXFP4). */
  readonly fp4: boolean;
  /** GPUs that NVLink joins: 0 none, 2 a bridged pair, 8 a machine, 72 a rack. */
  readonly nvlinkGpus: number;
  /** NVLink bandwidth of one GPU, GB/s; from memory of data sheets, for ranking only (unverified). */
  readonly nvlinkGBps: number;
  /** Memory bandwidth, GB/s; the fastest variant; for ranking only (unverified). */
  readonly hbmGBps: number;
  /** Part of the node label `nvidia.com/gpu.product`, which GPU feature discovery writes. */
  readonly product: string;
  /** `hardware.gpuSku` of a deployment request; undefined when its list has no value. */
  readonly dynamoGpuSku: string | undefined;
}

/**
 * GPU models by the name that the machine tables use.
 *
 * @see nvidia-smi totals, rounded down; deploy/operator/internal/gpu/discovery.go for the SKUs
 */
// biome-ignore format: one model per line
export const gpus = {
  T4:             gpu(15,    "Turing",          7.5,  "",        [0, 0],     320,  "Tesla-T4",           "t4"),
  T4G:            gpu(15,    "Turing",          7.5,  "",        [0, 0],     320,  "T4G",                undefined),
  V100:           gpu(32,    "Volta",           7.0,  "",        [8, 300],   900,  "V100",               "v100_sxm"),
  A10:            gpu(23,    "Ampere",          8.6,  "",        [0, 0],     600,  "A10",                undefined),
  A10G:           gpu(22.5,  "Ampere",          8.6,  "",        [0, 0],     600,  "A10G",               undefined),
  "A100-PCIe":    gpu(80,    "Ampere",          8.0,  "",        [2, 600],   1935, "A100-80GB-PCIe",     "a100_pcie"),
  "A100-SXM":     gpu(undefined, "Ampere",      8.0,  "",        [8, 600],   2039, "A100-SXM4",          "a100_sxm"),
  L4:             gpu(22.5,  "Ada",             8.9,  "fp8",     [0, 0],     300,  "L4",                 "l4"),
  L40S:           gpu(45,    "Ada",             8.9,  "fp8",     [0, 0],     864,  "L40S",               "l40s"),
  "RTX-PRO-4500": gpu(31.5,  "Blackwell",       12.0, "fp8 fp4", [0, 0],     896,  "RTX-PRO-4500",       undefined),
  "RTX-PRO-6000": gpu(95.6,  "Blackwell",       12.0, "fp8 fp4", [0, 0],     1597, "RTX-PRO-6000",       undefined),
  "H100-NVL":     gpu(93,    "Hopper",          9.0,  "fp8",     [2, 600],   3900, "H100-NVL",           "h100_pcie"),
  "H100-SXM":     gpu(79.6,  "Hopper",          9.0,  "fp8",     [8, 900],   3350, "H100-80GB-HBM3",     "h100_sxm"),
  "H200-SXM":     gpu(140.4, "Hopper",          9.0,  "fp8",     [8, 900],   4800, "H200",               "h200_sxm"),
  B200:           gpu(179,   "Blackwell",       10.0, "fp8 fp4", [8, 1800],  8000, "B200",               "b200_sxm"),
  B300:           gpu(268.6, "Blackwell Ultra", 10.3, "fp8 fp4", [8, 1800],  8000, "B300",               undefined),
  GB200:          gpu(185,   "Blackwell",       10.0, "fp8 fp4", [72, 1800], 8000, "GB200",              "gb200_sxm"),
  GB300:          gpu(279,   "Blackwell Ultra", 10.3, "fp8 fp4", [72, 1800], 8000, "GB300",              undefined),
} as const satisfies Record<string, Gpu>;

/** Name of a GPU model, such as `H100-SXM`. */
export type GpuModel = keyof typeof gpus;

function gpu(
  usableGiB: number | undefined,
  architecture: Gpu["architecture"],
  computeCapability: number,
  formats: "" | "fp8" | "fp8 fp4",
  [nvlinkGpus, nvlinkGBps]: readonly [number, number],
  hbmGBps: number,
  product: string,
  dynamoGpuSku: string | undefined,
): Gpu {
  const [fp8, fp4] = [formats !== "", formats === "fp8 fp4"];
  const links = { nvlinkGpus, nvlinkGBps, hbmGBps };
  return { usableGiB, architecture, computeCapability, fp8, fp4, ...links, product, dynamoGpuSku };
}

/** Memory of one GPU that programs can use, GiB: what the driver reports, never more than the machine's figure. */
export function usableGpuGiB(machine: {
  readonly gpuModel: GpuModel | undefined;
  readonly gpuMemGiB: number;
}): number {
  const { gpuModel, gpuMemGiB } = machine;
  const reported = gpuModel === undefined ? undefined : gpus[gpuModel].usableGiB;
  return Math.min(gpuMemGiB, reported ?? gpuMemGiB);
}
