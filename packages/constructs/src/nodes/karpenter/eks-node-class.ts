// SPDX-License-Identifier: Apache-2.0
/** @module The NodeClass of EKS Auto Mode. */
import type { EksAutoModeProps } from "../props.js";
import type { ResolvedPool } from "../resolve.js";
import { awsTerms } from "./aws-terms.js";
import type { NodeClassReference, NodePoolManifest } from "./node-pool.js";

/** The reference of a NodePool to its NodeClass. */
export function eksNodeClassRef({ pool }: ResolvedPool): NodeClassReference {
  return { group: "eks.amazonaws.com", kind: "NodeClass", name: pool.name };
}

/**
 * Renders the NodeClass of a pool. Auto Mode itself encrypts disks, joins local ones, requires
 * metadata service v2 and brings driver, device plugin and EFA plugin.
 */
export function renderEksNodeClass(
  resolved: ResolvedPool,
  props: EksAutoModeProps,
): NodePoolManifest {
  const { pool, diskGiB, localDisks } = resolved;
  return {
    apiVersion: "eks.amazonaws.com/v1",
    kind: "NodeClass",
    metadata: { name: pool.name },
    spec: {
      ...awsTerms(resolved, props),
      ephemeralStorage: {
        size: `${diskGiB}Gi`,
        ...(localDisks ? {} : { iops: 16_000, throughput: 1000 }),
      },
    },
  };
}
