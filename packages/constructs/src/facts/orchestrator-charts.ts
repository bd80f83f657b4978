// SPDX-License-Identifier: Apache-2.0
/** @module Charts of the software that starts and places pods together: where they are, and which versions work. */
import { dynamoVersion, releases } from "./releases.js";

/** A chart and where it goes. */
export interface OrchestratorChart {
  /** An `oci://` address, or the name in `repository`. */
  readonly chart: string;
  /** Address of the repository. @default - the chart has an `oci://` address */
  readonly repository?: string | undefined;
  /** Version that is installed. */
  readonly version: string;
  /** Namespace that the project uses. */
  readonly namespace: string;
}

/** What the newest release bundles. */
function bundled(name: "grove" | "kai"): string {
  const release = dynamoVersion.split(".").slice(0, 2).join(".");
  return releases.find((row) => row.release === release)?.[name].bundled ?? "";
}

/**
 * The charts, for the Dynamo release that is rendered by default.
 *
 * @see docs/fern/kubernetes (multi-node), which installs LeaderWorkerSet 0.8.0
 */
export const orchestratorCharts = {
  grove: {
    chart: "oci://ghcr.io/ai-dynamo/grove/grove-charts",
    version: bundled("grove"),
    namespace: "grove-system",
  },
  kai: {
    chart: "oci://ghcr.io/kai-scheduler/kai-scheduler/kai-scheduler",
    version: bundled("kai"),
    namespace: "kai-scheduler",
  },
  lws: {
    chart: "oci://registry.k8s.io/lws/charts/lws",
    version: "0.8.0",
    namespace: "lws-system",
  },
  volcano: {
    chart: "volcano",
    repository: "https://volcano-sh.github.io/helm-charts",
    version: "1.15.1",
    namespace: "volcano-system",
  },
} as const satisfies Readonly<Record<string, OrchestratorChart>>;

/** Oldest LeaderWorkerSet that starts the pods of a replica together. */
export const lwsMinimum = "0.7.0";

/** Oldest Volcano that Grove hands gangs to. */
export const volcanoForGrove = "1.14.0";
