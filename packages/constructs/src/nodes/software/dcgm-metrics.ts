// SPDX-License-Identifier: Apache-2.0
/** @module What NVIDIA's DCGM exporter measures on GPU nodes: health, use, links, power. */
import { shortHash } from "../../facts/index.js";
import type { Manifest } from "../../graph/index.js";

/** One field of DCGM, as a line of the exporter's CSV. */
export interface DcgmField {
  readonly field: string;
  readonly type: "gauge" | "counter" | "label";
  readonly help: string;
}

function gauge(field: string, help: string): DcgmField {
  return { field, type: "gauge", help };
}

function counter(field: string, help: string): DcgmField {
  return { field, type: "counter", help };
}

/**
 * The exporter's own fields, and those that alerts on GPU health need: ECC errors, throttling, NVLink
 * errors, XIDs by number.
 *
 * @see deploy/observability (dcgm-metrics.csv)
 */
export const dcgmFields: readonly DcgmField[] = [
  gauge("DCGM_FI_DEV_SM_CLOCK", "SM clock frequency (in MHz)."),
  gauge("DCGM_FI_DEV_MEM_CLOCK", "Memory clock frequency (in MHz)."),
  gauge("DCGM_FI_DEV_GPU_TEMP", "GPU temperature (in C)."),
  gauge("DCGM_FI_DEV_MEMORY_TEMP", "Memory temperature (in C)."),
  gauge("DCGM_FI_DEV_POWER_USAGE", "Power draw (in W)."),
  counter("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", "Energy since boot (in mJ)."),
  gauge("DCGM_FI_DEV_GPU_UTIL", "GPU utilization (in %)."),
  gauge("DCGM_FI_DEV_MEM_COPY_UTIL", "Memory utilization (in %)."),
  gauge("DCGM_FI_DEV_ENC_UTIL", "Encoder utilization (in %)."),
  gauge("DCGM_FI_DEV_DEC_UTIL", "Decoder utilization (in %)."),
  gauge("DCGM_FI_DEV_FB_FREE", "Free framebuffer memory (in MiB)."),
  gauge("DCGM_FI_DEV_FB_USED", "Used framebuffer memory (in MiB)."),
  gauge("DCGM_FI_DEV_FB_RESERVED", "Reserved framebuffer memory (in MiB)."),
  gauge("DCGM_FI_DEV_XID_ERRORS", "Last XID error."),
  counter("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", "PCIe retries."),
  counter("DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", "NVLink bandwidth counters, all lanes."),
  counter("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", "Rows remapped for uncorrectable errors."),
  counter("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", "Rows remapped for correctable errors."),
  gauge("DCGM_FI_DEV_ROW_REMAP_FAILURE", "Whether remapping of rows has failed."),
  gauge("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "Time the graphics engine is active (ratio)."),
  gauge("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", "Cycles the tensor pipe is active (ratio)."),
  gauge("DCGM_FI_PROF_DRAM_ACTIVE", "Cycles the memory interface is active (ratio)."),
  gauge("DCGM_FI_PROF_SM_ACTIVE", "Cycles an SM has a warp assigned (ratio)."),
  gauge("DCGM_FI_PROF_SM_OCCUPANCY", "Warps resident on an SM (ratio of the maximum)."),
  gauge("DCGM_FI_PROF_PCIE_TX_BYTES", "Bytes sent over PCIe per second."),
  gauge("DCGM_FI_PROF_PCIE_RX_BYTES", "Bytes received over PCIe per second."),
  gauge("DCGM_FI_PROF_NVLINK_TX_BYTES", "Bytes sent over NVLink per second."),
  gauge("DCGM_FI_PROF_NVLINK_RX_BYTES", "Bytes received over NVLink per second."),
  counter("DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", "Single-bit ECC errors since the driver was loaded."),
  counter("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "Double-bit ECC errors since the driver was loaded."),
  counter("DCGM_FI_DEV_POWER_VIOLATION", "Throttling for power."),
  counter("DCGM_FI_DEV_THERMAL_VIOLATION", "Throttling for temperature."),
  counter("DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL", "NVLink flow-control CRC errors."),
  counter("DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_TOTAL", "NVLink data CRC errors."),
  counter("DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL", "NVLink retries."),
  counter("DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL", "NVLink recovery errors."),
  gauge("DCGM_EXP_XID_ERRORS_COUNT", "XID errors in the last minutes, by number."),
  { field: "DCGM_FI_DRIVER_VERSION", type: "label", help: "Driver version." },
];

/** Key of the ConfigMap that the GPU Operator mounts. */
const key = "dcgm-metrics.csv";

/** A ConfigMap with the exporter's CSV. */
export interface DcgmConfigMap extends Manifest {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly data: Readonly<Record<string, string>>;
}

/** The ConfigMap; its name changes with its content, because the exporter reads it at start only. */
export function dcgmConfigMap(
  namespace: string,
  fields: readonly DcgmField[] = dcgmFields,
): DcgmConfigMap {
  const csv = fields.map(({ field, type, help }) => `${field}, ${type}, ${help}\n`).join("");
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `dcgm-metrics-${shortHash(csv)}`, namespace },
    data: { [key]: csv },
  };
}
