// SPDX-License-Identifier: Apache-2.0
/** @module Dynamo releases: image names, engine versions and what they need. */

/** The release that this library renders by default. */
export const dynamoVersion = "1.4.0";

/** Where NVIDIA publishes the images. */
export const imageRegistry = "nvcr.io/nvidia/ai-dynamo";

/** Image names by what runs in them. @see docs/fern/reference release artifacts */
export const images = {
  vllm: "vllm-runtime",
  sglang: "sglang-runtime",
  trtllm: "tensorrtllm-runtime",
  frontend: "dynamo-frontend",
  planner: "dynamo-planner",
} as const;

/** An image that NVIDIA publishes for workloads. */
export type DynamoImage = keyof typeof images;

/** `nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0`, with `-efa` for the variant built for AWS EFA. */
export function dynamoImage(
  image: DynamoImage,
  options: { readonly version?: string | undefined; readonly efa?: boolean | undefined } = {},
): string {
  return `${imageRegistry}/${images[image]}:${options.version ?? dynamoVersion}${options.efa === true ? "-efa" : ""}`;
}

/** What one Dynamo minor release ships and needs. */
export interface ReleaseFacts {
  /** `MAJOR.MINOR`. */
  readonly release: string;
  /** General availability, ISO date. */
  readonly date: string;
  readonly vllm: string;
  readonly sglang: string;
  readonly trtllm: string;
  /** Smallest NVIDIA driver for its images. */
  readonly minDriver: string;
  /** API versions in which its operator serves a graph. */
  readonly graphVersions: readonly ("v1alpha1" | "v1beta1")[];
  /** Grove, as the platform chart bundles it and as it works when installed apart. */
  readonly grove: CompanionRelease;
  /** KAI scheduler, likewise. */
  readonly kai: CompanionRelease;
}

/** Versions of a companion of one Dynamo release. */
export interface CompanionRelease {
  /** Version that the platform chart bundles. */
  readonly bundled: string;
  /** Oldest version that works; undefined when no source tells it. */
  readonly minimum?: string | undefined;
  /** First version that does not work any more; undefined when none is known. */
  readonly below?: string | undefined;
}

/**
 * Where a release asks for a newer Grove than its own chart bundles, the bundled one counts as the
 * oldest. For 1.4 the install guide and the release notes differ; the newer of the two stands here,
 * because it has the API that the operator reads.
 *
 * @see docs/fern/pages/reference/general/releases
 */
export const releases: readonly ReleaseFacts[] = [
  {
    release: "0.8",
    date: "2026-01-15",
    vllm: "0.12.0",
    sglang: "0.5.6.post2",
    trtllm: "1.2.0rc6.post1",
    minDriver: "575.51.03",
    graphVersions: ["v1alpha1"],
    grove: { bundled: "v0.1.0-alpha.3" },
    kai: { bundled: "v0.9.4" },
  },
  {
    release: "0.9",
    date: "2026-02-12",
    vllm: "0.14.1",
    sglang: "0.5.8",
    trtllm: "1.3.0rc1",
    minDriver: "575.51.03",
    graphVersions: ["v1alpha1"],
    grove: { bundled: "v0.1.0-alpha.6" },
    kai: { bundled: "v0.9.4" },
  },
  {
    release: "1.0",
    date: "2026-03-13",
    vllm: "0.16.0",
    sglang: "0.5.9",
    trtllm: "1.3.0rc5.post1",
    minDriver: "575.51.03",
    graphVersions: ["v1alpha1"],
    grove: { bundled: "v0.1.0-alpha.6", minimum: "v0.1.0-alpha.6" },
    kai: { bundled: "v0.13.0-rc1", minimum: "v0.13.0-rc1" },
  },
  {
    release: "1.1",
    date: "2026-05-04",
    vllm: "0.19.0",
    sglang: "0.5.10.post1",
    trtllm: "1.3.0rc11",
    minDriver: "575.51.03",
    graphVersions: ["v1alpha1"],
    grove: { bundled: "v0.1.0-alpha.7", minimum: "v0.1.0-alpha.7" },
    kai: { bundled: "v0.13.4", minimum: "v0.13.4" },
  },
  {
    release: "1.2",
    date: "2026-06-02",
    vllm: "0.20.1",
    sglang: "0.5.11",
    trtllm: "1.3.0rc14",
    minDriver: "575.51.03",
    graphVersions: ["v1alpha1", "v1beta1"],
    grove: { bundled: "v0.1.0-alpha.8" },
    kai: { bundled: "v0.13.4", minimum: "v0.13.4" },
  },
  {
    release: "1.3",
    date: "2026-07-20",
    vllm: "0.23.0",
    sglang: "0.5.14",
    trtllm: "1.3.0rc19",
    minDriver: "580.00.03",
    graphVersions: ["v1alpha1", "v1beta1"],
    grove: { bundled: "v0.1.0-alpha.8", minimum: "v0.1.0-alpha.8", below: "v0.1.0-alpha.9" },
    kai: { bundled: "v0.13.4", minimum: "v0.13.4" },
  },
  {
    release: "1.4",
    date: "2026-08-14",
    vllm: "0.26.0",
    sglang: "0.5.16",
    trtllm: "1.3.0rc22",
    minDriver: "580.00.03",
    graphVersions: ["v1alpha1", "v1beta1"],
    grove: { bundled: "v0.1.0-alpha.12-rc1", minimum: "v0.1.0-alpha.11" },
    kai: { bundled: "v0.13.4", minimum: "v0.13.4" },
  },
];

/** The facts of the release that a version belongs to; undefined for one that is not in the table. */
export function releaseFacts(version: {
  readonly major: number;
  readonly minor: number;
}): ReleaseFacts | undefined {
  return releases.find(({ release }) => release === `${version.major}.${version.minor}`);
}
