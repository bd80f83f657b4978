// SPDX-License-Identifier: Apache-2.0
/** @module Where the chart is. @see docs/fern/kubernetes (installation guide) */
import { dynamoVersion } from "../../../facts/index.js";
import type { DynamoPlatformProps } from "../props.js";

/** The chart as Helm clients name it. */
export interface PlatformChart {
  readonly name: "dynamo-platform";
  /** Version of the chart, which is that of Dynamo. */
  readonly version: string;
  /** Classic Helm repository; an OCI one was never published. */
  readonly repository: string;
  /** The archive itself, for clients that take an address. */
  readonly archive: string;
}

const repository = "https://helm.ngc.nvidia.com/nvidia/ai-dynamo";

/** Name, version and address of the chart of a release. */
export function platformChart(props: Pick<DynamoPlatformProps, "version"> = {}): PlatformChart {
  const version = props.version ?? dynamoVersion;
  const name = "dynamo-platform";
  return { name, version, repository, archive: `${repository}/charts/${name}-${version}.tgz` };
}
