// SPDX-License-Identifier: Apache-2.0
/** @module What the configuration has to know of each cloud: its names of regions, zones and machines. */
import type { Preset } from "./presets.js";

/** A cloud with Kubernetes environments. */
export type EnvironmentCloud = "aws" | "azure" | "gcp";

/** Who brings GPU machines into the cluster. */
export const provisioners = ["managed", "karpenter", "auto"] as const;
export type Provisioner = (typeof provisioners)[number];

/** Names and limits of one cloud. */
export interface CloudFacts {
  /** The cloud as people call it. */
  readonly title: string;
  /** A region that is used where an example is needed. */
  readonly region: string;
  readonly isRegion: (text: string) => boolean;
  /** Name of the n-th zone (from 0) of a region. */
  readonly zone: (region: string, index: number) => string;
  /** Zones that the control plane and its load balancers need at least. */
  readonly minZones: number;
  /** Machines of the pool that runs everything but inference. */
  readonly systemMachine: Readonly<Record<Preset, string>>;
  readonly provisioners: readonly Provisioner[];
  /** Smallest and largest network, prefix lengths. */
  readonly networkPrefix: { readonly widest: number; readonly narrowest: number };
  /** Kubernetes minors that the provider supports and Dynamo runs on; the first is the default. */
  readonly kubernetesVersions: readonly string[];
  /** Longest name of a cluster from which all other names still fit. */
  readonly nameLength: number;
}

const letters = "abcdef";

/**
 * Regions and zones are checked by form only: which zone has which machine is a question to the cloud.
 *
 * @see reference: clouds, sections 0.3, 1.2 to 1.4, 2.2 to 2.4 and 3.2 to 3.3
 */
export const cloudFacts: Readonly<Record<EnvironmentCloud, CloudFacts>> = {
  aws: {
    title: "AWS",
    region: "us-east-1",
    isRegion: (text) => /^[a-z]{2}(-[a-z]+)+-\d$/.test(text),
    zone: (region, index) => `${region}${letters[index]}`,
    minZones: 2,
    systemMachine: { dev: "m7i.xlarge", test: "m7i.xlarge", production: "m7i.2xlarge" },
    provisioners: ["managed", "karpenter", "auto"],
    networkPrefix: { widest: 16, narrowest: 20 },
    kubernetesVersions: ["1.34", "1.35"],
    nameLength: 24,
  },
  azure: {
    title: "Azure",
    region: "eastus",
    isRegion: (text) => /^[a-z]+\d?$/.test(text),
    zone: (region, index) => `${region}-${index + 1}`,
    minZones: 1,
    systemMachine: {
      dev: "Standard_D4ds_v5",
      test: "Standard_D4ds_v5",
      production: "Standard_D8ds_v5",
    },
    provisioners: ["managed", "karpenter"],
    networkPrefix: { widest: 8, narrowest: 20 },
    kubernetesVersions: ["1.34", "1.35", "1.33", "1.32", "1.31", "1.30"],
    nameLength: 24,
  },
  gcp: {
    title: "Google Cloud",
    region: "us-central1",
    isRegion: (text) => /^[a-z]+-[a-z]+\d+$/.test(text),
    zone: (region, index) => `${region}-${letters[index]}`,
    minZones: 1,
    systemMachine: { dev: "e2-standard-4", test: "e2-standard-4", production: "n2-standard-8" },
    provisioners: ["managed", "auto"],
    networkPrefix: { widest: 8, narrowest: 20 },
    kubernetesVersions: ["1.34", "1.35", "1.33", "1.32", "1.31", "1.30"],
    nameLength: 24,
  },
};

/** `us-east-1a` is a zone of `us-east-1`. */
export function isZoneOf(cloud: EnvironmentCloud, region: string, zone: string): boolean {
  const tail = zone.startsWith(region) ? zone.slice(region.length) : "";
  return (cloud === "aws" ? /^[a-z]$/ : cloud === "azure" ? /^-\d$/ : /^-[a-z]$/).test(tail);
}
