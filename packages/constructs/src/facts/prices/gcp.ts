// SPDX-License-Identifier: Apache-2.0
/** @module List prices of Google Cloud GPU machines. */
import type { gcp } from "../machines/index.js";
import type { PriceTable, TypesOf } from "./price.js";

/** Linux list prices per machine and hour. @see cloudpilot-ai/karpenter-provider-gcp price data, 2026-08-03 */
// biome-ignore format: one machine per line
export const gcpPrices: PriceTable<TypesOf<typeof gcp>> = {
  cloud: "gcp",
  asOf: "2026-08-03",
  region: "us-central1",
  currency: "USD",
  source: "cloudpilot-ai/karpenter-provider-gcp price data",
  machines: {
    "g2-standard-4": { onDemand: 0.7068, spot: 0.397 },
    "g2-standard-8": { onDemand: 0.8536, spot: 0.48 },
    "g2-standard-12": { onDemand: 1.0004, spot: 0.562 },
    "g2-standard-16": { onDemand: 1.1472, spot: 0.645 },
    "g2-standard-24": { onDemand: 2.0008, spot: 1.125 },
    "g2-standard-32": { onDemand: 1.7344, spot: 0.975 },
    "g2-standard-48": { onDemand: 4.0017, spot: 2.25 },
    "g2-standard-96": { onDemand: 8.0033, spot: 4.499 },
    "g4-standard-6": { onDemand: 0.5596 },
    "g4-standard-12": { onDemand: 1.125 },
    "g4-standard-24": { onDemand: 2.25 },
    "g4-standard-48": { onDemand: 4.4999, spot: 1.8 },
    "g4-standard-96": { onDemand: 8.9999 },
    "g4-standard-192": { onDemand: 17.9997 },
    "g4-standard-384": { onDemand: 35.9994, spot: 14.399 },
    "a2-highgpu-1g": { onDemand: 3.673, spot: 1.928 },
    "a2-highgpu-2g": { onDemand: 7.347 },
    "a2-highgpu-4g": { onDemand: 14.694 },
    "a2-highgpu-8g": { onDemand: 29.387, spot: 15.424 },
    "a2-megagpu-16g": { onDemand: 55.74, spot: 29.256 },
    "a2-ultragpu-1g": { onDemand: 5.069, spot: 2.76 },
    "a2-ultragpu-2g": { onDemand: 10.138 },
    "a2-ultragpu-4g": { onDemand: 20.275 },
    "a2-ultragpu-8g": { onDemand: 40.55, spot: 22.076 },
    "a3-highgpu-1g": { onDemand: 11.061, spot: 6.326 },
    "a3-highgpu-2g": { onDemand: 22.122 },
    "a3-highgpu-4g": { onDemand: 44.245 },
    "a3-highgpu-8g": { onDemand: 88.49, spot: 50.61 },
    "a3-edgegpu-8g": {},
    "a3-megagpu-8g": { onDemand: 92.938, spot: 23.275, region: "us-east4" },
    "a3-ultragpu-8g": {},
    "a4-highgpu-8g": {},
    "a4x-highgpu-4g": {},
    "a4x-maxgpu-4g-metal": {},
  },
};
