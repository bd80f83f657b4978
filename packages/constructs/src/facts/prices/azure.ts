// SPDX-License-Identifier: Apache-2.0
/** @module List prices of Azure GPU machines. */
import type { azure } from "../machines/index.js";
import type { PriceTable, TypesOf } from "./price.js";

/** Linux list prices per machine and hour. @see Azure/karpenter-provider-azure zz_generated.pricing.go, 2026-06-18 */
// biome-ignore format: one machine per line
export const azurePrices: PriceTable<TypesOf<typeof azure>> = {
  cloud: "azure",
  asOf: "2026-06-18",
  region: "eastus",
  currency: "USD",
  source: "Azure/karpenter-provider-azure zz_generated.pricing.go",
  machines: {
    Standard_NC4as_T4_v3: { onDemand: 0.526 },
    Standard_NC8as_T4_v3: { onDemand: 0.752 },
    Standard_NC16as_T4_v3: { onDemand: 1.204 },
    Standard_NC64as_T4_v3: { onDemand: 4.352 },
    Standard_NV6ads_A10_v5: { onDemand: 0.454 },
    Standard_NV12ads_A10_v5: { onDemand: 0.908 },
    Standard_NV18ads_A10_v5: { onDemand: 1.6 },
    Standard_NV36ads_A10_v5: { onDemand: 3.2 },
    Standard_NV36adms_A10_v5: { onDemand: 4.52 },
    Standard_NV72ads_A10_v5: { onDemand: 6.52 },
    Standard_NC24ads_A100_v4: { onDemand: 3.673 },
    Standard_NC48ads_A100_v4: { onDemand: 7.346 },
    Standard_NC96ads_A100_v4: { onDemand: 14.692 },
    Standard_ND96asr_v4: { onDemand: 27.197 },
    Standard_ND96amsr_A100_v4: { onDemand: 32.77 },
    Standard_ND96ams_A100_v4: { onDemand: 32.77 },
    Standard_NC40ads_H100_v5: { onDemand: 6.98 },
    Standard_NC80adis_H100_v5: { onDemand: 13.96 },
    Standard_NCC40ads_H100_v5: { onDemand: 8.82, region: "eastus2" },
    Standard_ND96isr_H100_v5: { onDemand: 98.32 },
    Standard_ND96is_H100_v5: { onDemand: 88.488 },
    Standard_ND96isr_H200_v5: { onDemand: 84.8, region: "eastus2" },
    Standard_ND128isr_NDR_GB200_v6: { onDemand: 108.16 },
    Standard_ND128isr_GB300_v6: {},
    Standard_NC24lds_xl_RTXPRO6000BSE_v6: { onDemand: 1.13 },
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: a price, not log2(e)
    Standard_NC36ds_xl_RTXPRO6000BSE_v6: { onDemand: 1.442 },
    Standard_NC36lds_xl_RTXPRO6000BSE_v6: { onDemand: 1.243 },
    Standard_NC72ds_xl_RTXPRO6000BSE_v6: { onDemand: 2.83 },
    Standard_NC72lds_xl_RTXPRO6000BSE_v6: { onDemand: 2.44 },
    Standard_NC144ds_xl_RTXPRO6000BSE_v6: { onDemand: 5.5 },
    Standard_NC144lds_xl_RTXPRO6000BSE_v6: { onDemand: 5.5 },
    Standard_NC288ds_xl_RTXPRO6000BSE_v6: { onDemand: 11 },
    Standard_NC288lds_xl_RTXPRO6000BSE_v6: { onDemand: 11 },
  },
};
