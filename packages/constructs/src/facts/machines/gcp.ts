// SPDX-License-Identifier: Apache-2.0
/** @module GPU machines of Google Cloud. */
import { catalogue } from "./machine.js";

/**
 * GPU machines of Google Cloud. `nvmeGB` is in GiB, as Google counts it.
 *
 * @see Compute Engine documentation of accelerator-optimized machines, 2026-04-14
 */
// biome-ignore format: one machine per line
export const gcp = catalogue("gcp", "Compute Engine documentation of accelerator-optimized machines, 2026-04-14", [
  ["g2-standard-4", "L4", 1, 24, 4, 16, 375, 10, "none", 0],
  ["g2-standard-8", "L4", 1, 24, 8, 32, 375, 16, "none", 0],
  ["g2-standard-12", "L4", 1, 24, 12, 48, 375, 16, "none", 0],
  ["g2-standard-16", "L4", 1, 24, 16, 64, 375, 32, "none", 0],
  ["g2-standard-24", "L4", 2, 24, 24, 96, 750, 32, "none", 0],
  ["g2-standard-32", "L4", 1, 24, 32, 128, 375, 32, "none", 0],
  ["g2-standard-48", "L4", 4, 24, 48, 192, 1500, 50, "none", 0],
  ["g2-standard-96", "L4", 8, 24, 96, 384, 3000, 100, "none", 0],
  ["g4-standard-6", "RTX-PRO-6000", 1 / 8, 12, 6, 22, 0, 20, "none", 0],
  ["g4-standard-12", "RTX-PRO-6000", 1 / 4, 24, 12, 45, 375, 20, "none", 0],
  ["g4-standard-24", "RTX-PRO-6000", 1 / 2, 48, 24, 90, 750, 20, "none", 0],
  ["g4-standard-48", "RTX-PRO-6000", 1, 96, 48, 180, 1500, 50, "none", 0],
  ["g4-standard-96", "RTX-PRO-6000", 2, 96, 96, 360, 3000, 100, "none", 0],
  ["g4-standard-192", "RTX-PRO-6000", 4, 96, 192, 720, 6000, 200, "none", 0],
  ["g4-standard-384", "RTX-PRO-6000", 8, 96, 384, 1440, 12000, 400, "none", 0, { notes: "two gVNICs" }],
  ["a2-highgpu-1g", "A100-SXM", 1, 40, 12, 85, 0, 24, "none", 0, { notes: "local SSD is optional and extra" }],
  ["a2-highgpu-2g", "A100-SXM", 2, 40, 24, 170, 0, 32, "none", 0, { notes: "local SSD is optional and extra" }],
  ["a2-highgpu-4g", "A100-SXM", 4, 40, 48, 340, 0, 50, "none", 0, { notes: "local SSD is optional and extra" }],
  ["a2-highgpu-8g", "A100-SXM", 8, 40, 96, 680, 0, 100, "none", 0, { notes: "local SSD is optional and extra" }],
  ["a2-megagpu-16g", "A100-SXM", 16, 40, 96, 1360, 0, 100, "none", 0, { notes: "local SSD is optional and extra" }],
  ["a2-ultragpu-1g", "A100-SXM", 1, 80, 12, 170, 375, 24, "none", 0],
  ["a2-ultragpu-2g", "A100-SXM", 2, 80, 24, 340, 750, 32, "none", 0],
  ["a2-ultragpu-4g", "A100-SXM", 4, 80, 48, 680, 1500, 50, "none", 0],
  ["a2-ultragpu-8g", "A100-SXM", 8, 80, 96, 1360, 3000, 100, "none", 0],
  ["a3-highgpu-1g", "H100-SXM", 1, 80, 26, 234, 750, 25, "none", 0, { capacities: ["spot", "queued"] }],
  ["a3-highgpu-2g", "H100-SXM", 2, 80, 52, 468, 1500, 50, "none", 0, { capacities: ["spot", "queued"] }],
  ["a3-highgpu-4g", "H100-SXM", 4, 80, 104, 936, 3000, 100, "none", 0, { capacities: ["spot", "queued"] }],
  ["a3-highgpu-8g", "H100-SXM", 8, 80, 208, 1872, 6000, 1000, "tcpx-200", 4],
  ["a3-edgegpu-8g", "H100-SXM", 8, 80, 208, 1872, 6000, 400, "none", 0, { notes: "400 to 600 Gbps by region" }],
  ["a3-megagpu-8g", "H100-SXM", 8, 80, 208, 1872, 6000, 1800, "tcpxo-200", 8],
  ["a3-ultragpu-8g", "H200-SXM", 8, 141, 224, 2952, 12000, 3600, "roce-400", 8, { capacities: ["reserved", "spot", "queued"] }],
  ["a4-highgpu-8g", "B200", 8, 180, 224, 3968, 12000, 3600, "roce-400", 8, { capacities: ["reserved", "spot", "queued"], notes: "Hyperdisk only" }],
  ["a4x-highgpu-4g", "GB200", 4, 186, 140, 884, 12000, 2000, "roce-400", 4, { arch: "arm64", nvlinkMachines: 18, capacities: ["reserved"] }],
  ["a4x-maxgpu-4g-metal", "GB300", 4, 279, 144, 960, 12000, 3600, "roce-800", 4, { arch: "arm64", nvlinkMachines: 18, capacities: ["reserved"], notes: "bare metal; split of the RDMA interfaces (unverified)" }],
]);
