// SPDX-License-Identifier: Apache-2.0
/** @module Rules about where zonal storage stands. */
import { type Finding, holdsToken } from "../facts/index.js";
import type { ResolvedVolume } from "./resolve.js";
import type { Say } from "./say.js";

/** DYN-STOR-007 and 008. */
export function checkZones(volume: ResolvedVolume, say: Say): readonly Finding[] {
  const { zonal, zone, pools, product } = volume;
  if (!zonal) return [];
  const title = product?.title ?? "the storage";
  const pooled = [...new Set(pools.flatMap(({ zones = [] }) => zones))];
  if (zone === undefined) {
    if (pooled.length > 1) {
      const message = `${title} stands in one zone, and the machines in ${pooled.join(" and ")}`;
      const fix = "Set zone, and make storage of its own for the machines of each zone.";
      return [say("DYN-STOR-007", ["zone"], message, fix)];
    }
    if (pooled.length === 1) return [];
    const message = `${title} stands in one zone, and nothing says in which`;
    return [say("DYN-STOR-008", ["zone"], message, "Set zone to that of the machines.")];
  }
  if (holdsToken(zone)) return [];
  if (product?.cloud === "azure" && /^\d+$/.test(zone)) {
    const message = `nodes of Azure are labelled with region and number, such as eastus-${zone}; got "${zone}"`;
    return [
      say("DYN-STOR-007", ["zone"], message, `Put the region before it: "<region>-${zone}".`),
    ];
  }
  return pools.flatMap(({ name, zones = [] }) => {
    const elsewhere = zones.filter((each) => each !== zone);
    if (elsewhere.length === 0) return [];
    const message = `${title} stands in ${zone}, and ${name} has machines in ${elsewhere.join(" and ")}`;
    const fix = `Keep ${name} in ${zone}, or make storage of its own for each zone.`;
    return [say("DYN-STOR-007", ["zone"], message, fix)];
  });
}
