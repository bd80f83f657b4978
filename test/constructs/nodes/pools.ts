// SPDX-License-Identifier: Apache-2.0
/** @module Pools in a chart, and what they render, for tests. */
import { App, aws, azure, gcp, type KubeObject } from "@dynamo-iac/constructs";
import {
  type AksProps,
  type EksAutoModeProps,
  type ExistingProps,
  type GkeProps,
  GpuNodePool,
  type KarpenterProps,
} from "@dynamo-iac/constructs/nodes";
import { Chart } from "cdk8s";

/** A chart whose namespace must not reach objects of the whole cluster. */
export function chart(): Chart {
  return new Chart(new App({ report: () => undefined }), "chart", { namespace: "inference" });
}

export function karpenter(props: Partial<KarpenterProps> = {}): GpuNodePool {
  const usual = { cluster: "prod", machine: aws.p5_48xlarge, zones: ["us-west-2a"], max: 4 };
  return GpuNodePool.karpenter(chart(), "p5", { ...usual, ...props });
}

export function eksAutoMode(props: Partial<EksAutoModeProps> = {}): GpuNodePool {
  const usual = { cluster: "prod", machine: aws.g6e_2xlarge, max: 8 };
  return GpuNodePool.eksAutoMode(chart(), "g6e", { ...usual, ...props });
}

export function aks(props: Partial<AksProps> = {}): GpuNodePool {
  const usual = { machine: azure.Standard_NC24ads_A100_v4, max: 2 };
  return GpuNodePool.aks(chart(), "a100", { ...usual, ...props });
}

export function gke(props: Partial<GkeProps> = {}): GpuNodePool {
  const usual = { machine: gcp.g2_standard_24, zones: ["us-central1-a"], max: 6 };
  return GpuNodePool.gke(chart(), "l4", { ...usual, ...props });
}

export function existing(props: Partial<ExistingProps> = {}): GpuNodePool {
  const usual = { machine: aws.p5_48xlarge, zones: ["us-west-2a"], max: 2 };
  return GpuNodePool.existing(chart(), "h100", { ...usual, ...props });
}

/** What a pool writes, as plain data that tests look into. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
export function written(pool: GpuNodePool): readonly any[] {
  return pool.objects.map((object: KubeObject) => object.manifest());
}

/** The codes of findings that nobody waived. */
export function codesOf(pool: GpuNodePool): readonly string[] {
  return pool.findings().flatMap(({ code, waived }) => (waived === undefined ? [code] : []));
}
