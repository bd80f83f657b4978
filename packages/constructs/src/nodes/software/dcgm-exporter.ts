// SPDX-License-Identifier: Apache-2.0
/** @module The DCGM exporter alone, for clusters without the GPU Operator. */
import { nodeCharts } from "../../facts/index.js";
import { type DcgmField, dcgmFields } from "./dcgm-metrics.js";
import {
  type DaemonToleration,
  daemonTolerations,
  type NodeChart,
  type NodesOfPool,
} from "./node-chart.js";

/** Values of chart dcgm-exporter that follow from the pools. */
export interface DcgmExporterValues {
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly DaemonToleration[];
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly interval?: string | undefined;
    readonly honorLabels?: boolean | undefined;
    readonly additionalLabels?: Readonly<Record<string, string>> | undefined;
  };
  /** Lines of the exporter's CSV. */
  readonly customMetrics: string;
}

/** Settings of the exporter. */
export interface DcgmExporterProps {
  /** Every pool whose nodes have GPUs. */
  readonly pools: readonly NodesOfPool[];
  /** Namespace of the exporter. @default "monitoring" */
  readonly namespace?: string | undefined;
  /** Labels of the ServiceMonitor; false makes none. @default - a ServiceMonitor without further labels */
  readonly monitor?: Readonly<Record<string, string>> | false | undefined;
  /** What is measured. @default - the exporter's own fields, and those that alerts on GPU health need */
  readonly metrics?: readonly DcgmField[] | undefined;
}

/**
 * Chart dcgm-exporter for pools whose driver the provider installs, where nothing else of the GPU
 * Operator is needed.
 */
export function dcgmExporter(props: DcgmExporterProps): NodeChart<DcgmExporterValues> {
  const { pools, monitor = {}, metrics = dcgmFields } = props;
  const { dcgmExporter: chart } = nodeCharts;
  return {
    ...chart,
    namespace: props.namespace ?? chart.namespace,
    values: {
      nodeSelector: { "nvidia.com/gpu.present": "true" },
      tolerations: daemonTolerations(pools),
      serviceMonitor:
        monitor === false
          ? { enabled: false }
          : {
              enabled: true,
              interval: "15s",
              honorLabels: false,
              additionalLabels: { ...monitor },
            },
      customMetrics: metrics
        .map(({ field, type, help }) => `${field}, ${type}, ${help}\n`)
        .join(""),
    },
  };
}
