// SPDX-License-Identifier: Apache-2.0
/** @module GPU models: memory, number formats, links, and what other programs call them. */
export { type Gpu, type GpuModel, gpus, usableGpuGiB } from "./gpu.js";
