// SPDX-License-Identifier: Apache-2.0
/** @module GPU machines of Azure. */
import { catalogue } from "./machine.js";

/**
 * GPU machines of Azure. `netGbps` is Ethernet only; InfiniBand comes on top.
 *
 * @see Microsoft Learn size pages and Azure/karpenter-provider-azure SKU data, 2026-06-18
 */
// biome-ignore format: one machine per line
export const azure = catalogue("azure", "Microsoft Learn size pages and Azure/karpenter-provider-azure SKU data, 2026-06-18", [
  ["Standard_NC4as_T4_v3", "T4", 1, 16, 4, 28, 176, 8, "none", 0, { notes: "network figure is of the family (unverified for small sizes)" }],
  ["Standard_NC8as_T4_v3", "T4", 1, 16, 8, 56, 352, 8, "none", 0],
  ["Standard_NC16as_T4_v3", "T4", 1, 16, 16, 110, 352, 8, "none", 0],
  ["Standard_NC64as_T4_v3", "T4", 4, 16, 64, 440, 2816, 32, "none", 0],
  ["Standard_NV6ads_A10_v5", "A10", 1 / 6, 4, 6, 55, 180, 5, "none", 0, { notes: "GRID driver" }],
  ["Standard_NV12ads_A10_v5", "A10", 1 / 3, 8, 12, 110, 360, 10, "none", 0, { notes: "GRID driver" }],
  ["Standard_NV18ads_A10_v5", "A10", 1 / 2, 12, 18, 220, 720, 20, "none", 0, { notes: "GRID driver" }],
  ["Standard_NV36ads_A10_v5", "A10", 1, 24, 36, 440, 1440, 40, "none", 0, { notes: "GRID driver" }],
  ["Standard_NV36adms_A10_v5", "A10", 1, 24, 36, 880, 2880, 80, "none", 0, { notes: "GRID driver" }],
  ["Standard_NV72ads_A10_v5", "A10", 2, 24, 72, 880, 2880, 80, "none", 0, { notes: "GRID driver" }],
  ["Standard_NC24ads_A100_v4", "A100-PCIe", 1, 80, 24, 220, 958, 20, "none", 0],
  ["Standard_NC48ads_A100_v4", "A100-PCIe", 2, 80, 48, 440, 1916, 40, "none", 0, { notes: "the two GPUs share an NVLink bridge" }],
  ["Standard_NC96ads_A100_v4", "A100-PCIe", 4, 80, 96, 880, 3832, 80, "none", 0, { notes: "two pairs of GPUs with an NVLink bridge each" }],
  ["Standard_ND96asr_v4", "A100-SXM", 8, 40, 96, 900, 6000, 24, "ib-hdr-200", 8],
  ["Standard_ND96amsr_A100_v4", "A100-SXM", 8, 80, 96, 1900, 6400, 24, "ib-hdr-200", 8],
  ["Standard_ND96ams_A100_v4", "A100-SXM", 8, 80, 96, 1900, 6400, 24, "none", 0],
  ["Standard_NC40ads_H100_v5", "H100-NVL", 1, 94, 40, 320, 3576, 40, "none", 0],
  ["Standard_NC80adis_H100_v5", "H100-NVL", 2, 94, 80, 640, 7152, 80, "none", 0, { notes: "the two GPUs share an NVLink bridge" }],
  ["Standard_NCC40ads_H100_v5", "H100-NVL", 1, 94, 40, 320, 0, 40, "none", 0, { notes: "confidential VM" }],
  ["Standard_ND96isr_H100_v5", "H100-SXM", 8, 80, 96, 1900, 28000, 80, "ib-ndr-400", 8],
  ["Standard_ND96is_H100_v5", "H100-SXM", 8, 80, 96, 1900, 28000, 80, "none", 0],
  ["Standard_ND96isr_H200_v5", "H200-SXM", 8, 141, 96, 1850, 28000, 80, "ib-ndr-400", 8],
  ["Standard_ND128isr_NDR_GB200_v6", "GB200", 4, 186, 128, 900, 16000, 160, "ib-ndr-400", 4, { arch: "arm64", nvlinkMachines: 18 }],
  ["Standard_ND128isr_GB300_v6", "GB300", 4, 288, 128, undefined, 16000, 160, "ib-xdr-800", 4, { arch: "arm64", nvlinkMachines: 18, notes: "disk and Ethernet as with GB200 (unverified); memory unknown" }],
  ["Standard_NC24lds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1 / 4, 24, 24, 72, 256, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC36ds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1 / 4, 24, 36, 132, 256, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC36lds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1 / 4, 24, 36, 72, 256, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC72ds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1 / 2, 48, 72, 264, 512, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC72lds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1 / 2, 48, 72, 132, 512, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC144ds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1, 96, 144, 516, 1024, undefined, "none", 0, { notes: "GRID driver, preview on AKS; list price of ds equals lds in the source (unverified)" }],
  ["Standard_NC144lds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 1, 96, 144, 264, 1024, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
  ["Standard_NC288ds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 2, 96, 288, 1032, 2048, undefined, "none", 0, { notes: "GRID driver, preview on AKS; list price of ds equals lds in the source (unverified)" }],
  ["Standard_NC288lds_xl_RTXPRO6000BSE_v6", "RTX-PRO-6000", 2, 96, 288, 516, 2048, undefined, "none", 0, { notes: "GRID driver, preview on AKS" }],
]);
