// SPDX-License-Identifier: Apache-2.0
/** @module What the chart brings along with the operator. */
import type { ResolvedPlatform } from "./resolve.js";

/** The props that say `bundled`. */
export function bundledParts(platform: ResolvedPlatform): readonly string[] {
  const parts = {
    nats: platform.natsBundled,
    etcd: platform.etcdBundled,
    grove: platform.grove === "bundled",
    kaiScheduler: platform.kaiScheduler === "bundled",
  };
  return Object.entries(parts).flatMap(([part, bundled]) => (bundled ? [part] : []));
}
