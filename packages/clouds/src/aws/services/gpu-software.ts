// SPDX-License-Identifier: Apache-2.0
/** @module Software on GPU nodes: device plugin, metrics, devices of EFA, as charts that follow from the pools. */
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { z } from "zod";
import { accept, announce, sayOf } from "../../component/index.js";
import { defineChart, HelmRelease } from "../../kubernetes/index.js";
import { checkTags } from "../tags.js";
import { inside, type ServiceProps } from "./service-props.js";

/** A pinned chart with values that were checked where they were made. */
export interface NodeChartData {
  /** Name in its repository; the release is called so too. */
  readonly chart: string;
  readonly repository: string;
  readonly version: string;
  readonly namespace: string;
  readonly values: object;
}

/** Settings of the software. */
export interface GpuSoftwareProps extends ServiceProps {
  /**
   * What `gpuOperator`, `dcgmExporter` and `efaDevicePlugin` of `@dynamo-iac/constructs/nodes` give for
   * the pools. Their namespaces have to be there and admit privileged pods.
   */
  readonly charts: readonly NodeChartData[];
}

/** Agents of GPU nodes, one release each. */
export class GpuSoftware extends ComponentResource {
  /** To depend on: nodes offer GPUs when the agents run. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: GpuSoftwareProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkTags(props.tags ?? {}, sayOf("GpuSoftware", name)), props.waive);
    super("dynamo-iac:aws:GpuSoftware", name, {}, opts);
    announce(this, findings);

    this.ready = props.charts.map(
      ({ chart, repository, version, namespace, values }) =>
        new HelmRelease(
          `${name}-${chart}`,
          {
            chart: defineChart({ chart, repository, version }, z.record(z.string(), z.unknown())),
            namespace,
            releaseName: chart,
            values: { ...values },
          },
          inside(this, props),
        ),
    );
    this.registerOutputs({});
  }
}
