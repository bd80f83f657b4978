// SPDX-License-Identifier: Apache-2.0
/** @module NVIDIA's GPU Operator for a cluster's pools: driver by its one owner, device plugin, metrics. */
import { Construct } from "constructs";
import {
  applyWaivers,
  type Finding,
  type FindingCode,
  finding,
  nearest,
  nodeCharts,
  show,
  type Waiver,
} from "../../facts/index.js";
import { addFindings, KubeObject, merge } from "../../graph/index.js";
import { type DcgmConfigMap, type DcgmField, dcgmConfigMap } from "./dcgm-metrics.js";
import { type GpuOperatorValues, gpuOperatorSchema } from "./gpu-operator-values.js";
import { daemonTolerations, type NodeChart, type NodesOfPool } from "./node-chart.js";

/** Settings of the GPU Operator. */
export interface GpuOperatorProps {
  /** Every pool of the cluster whose nodes have GPUs. */
  readonly pools: readonly NodesOfPool[];
  /** Namespace of the operator; it has to admit privileged pods. @default "gpu-operator" */
  readonly namespace?: string | undefined;
  /**
   * Labels by which Prometheus finds the exporter's ServiceMonitor, such as `{ release: "prometheus" }`;
   * false makes no ServiceMonitor, for clusters without the Prometheus operator.
   *
   * @default - a ServiceMonitor without further labels
   */
  readonly monitor?: Readonly<Record<string, string>> | false | undefined;
  /** What the DCGM exporter measures. @default - its own fields, and those that alerts on GPU health need */
  readonly metrics?: readonly DcgmField[] | undefined;
  /** Values laid over those that follow from the pools; an unknown key is an error. @default - none */
  readonly values?: GpuOperatorValues | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** The GPU Operator as data. */
export interface GpuOperatorRelease {
  readonly chart: NodeChart<GpuOperatorValues>;
  /** The ConfigMap that the exporter reads. */
  readonly metrics: DcgmConfigMap;
  readonly findings: readonly Finding[];
}

/** Where GKE puts its driver. @see Google's guide for the GPU Operator (unverified for every image) */
const gkeDriver = "/home/kubernetes/bin/nvidia";

/**
 * The GPU Operator for the pools, without a construct tree.
 *
 * @see https://docs.nvidia.com/datacenter/cloud-native/gpu-operator
 */
export function gpuOperator(props: GpuOperatorProps): GpuOperatorRelease {
  const namespace = props.namespace ?? nodeCharts.gpuOperator.namespace;
  const metrics = dcgmConfigMap(namespace, props.metrics);
  const derived = derivedValues(props, metrics.metadata.name);
  return {
    chart: { ...nodeCharts.gpuOperator, namespace, values: merge(derived, props.values) },
    metrics,
    findings: applyWaivers(
      [...ownerFindings(props.pools), ...valueFindings(props.values)],
      props.waive ?? [],
    ),
  };
}

function derivedValues(
  { pools, monitor = {} }: GpuOperatorProps,
  config: string,
): GpuOperatorValues {
  const own = pools.some(({ driverOwner }) => driverOwner === "gpu-operator");
  const infiniband = pools.some(({ fabric }) => fabric?.name === "infiniband");
  const rdma = pools.some(({ fabric }) => fabric?.devices !== undefined);
  const gke = pools.some(({ pool }) => pool.machine.cloud === "gcp");
  const tolerations = daemonTolerations(pools);
  const none = { enabled: false };
  return {
    // The Network Operator brings node feature discovery along.
    nfd: { enabled: !infiniband },
    ...(gke && !own ? { hostPaths: { driverInstallDir: gkeDriver } } : {}),
    daemonsets: { tolerations },
    ...(infiniband ? {} : { "node-feature-discovery": { worker: { tolerations } } }),
    driver: {
      enabled: own,
      // InfiniBand's own driver comes from the Network Operator, not from the node's image.
      ...(own && infiniband ? { rdma: { enabled: true, useHostMofed: true } } : {}),
    },
    toolkit: { enabled: own },
    // GKE runs one of its own; nodes of images that bring one carry a label that keeps this one off.
    devicePlugin: { enabled: own || !gke },
    gdrcopy: { enabled: own && rdma },
    mig: { strategy: "single" },
    migManager: none,
    sandboxWorkloads: none,
    vgpuDeviceManager: none,
    vfioManager: none,
    sandboxDevicePlugin: none,
    dcgmExporter: {
      enabled: true,
      config: { name: config },
      serviceMonitor:
        monitor === false
          ? { enabled: false }
          : // Rules read the worker's pod from exported_pod, which honorLabels would overwrite.
            {
              enabled: true,
              interval: "15s",
              honorLabels: false,
              additionalLabels: { ...monitor },
            },
    },
  };
}

const object = "GpuOperator/gpu-operator";

/** DYN-NODE-018 */
function ownerFindings(pools: readonly NodesOfPool[]): readonly Finding[] {
  const named = (owner: NodesOfPool["driverOwner"]) =>
    pools.filter(({ driverOwner }) => driverOwner === owner).map(({ pool }) => pool.name);
  const [operator, provider] = [named("gpu-operator"), named("provider")];
  if (operator.length === 0 || provider.length === 0) return [];
  const message = `the driver of ${operator.join(", ")} is the GPU Operator's, that of ${provider.join(", ")} the provider's`;
  const fix = "Give all pools of the cluster one driverOwner, or make two clusters.";
  return [finding("DYN-NODE-018", { object, path: ["pools"] }, message, fix)];
}

/** DYN-NODE-020 */
function valueFindings(values: GpuOperatorValues | undefined): readonly Finding[] {
  const { error } = gpuOperatorSchema.safeParse(values ?? {});
  const code: FindingCode = "DYN-NODE-020";
  return (error?.issues ?? []).flatMap((issue) => {
    const path = ["values", ...issue.path.filter((step) => typeof step !== "symbol")];
    if (issue.code !== "unrecognized_keys")
      return [finding(code, { object, path }, lowered(issue.message), "Correct the value.")];
    return issue.keys.map((key) => {
      const close = nearest(key, knownKeys(issue.path));
      const hint = close === undefined ? "" : `; did you mean ${show(close)}?`;
      const message = `unknown key ${show(key)}${hint}`;
      return finding(code, { object, path: [...path, key] }, message, "Correct or remove the key.");
    });
  });
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Keys of the first level of values: those of deeper ones are too like each other to guess. */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  return path.length === 0 ? Object.keys(gpuOperatorSchema.shape) : [];
}

/**
 * The GPU Operator in a chart: the ConfigMap of its metrics, and the Helm release as data for whoever
 * installs it.
 *
 * @example
 * const operator = new GpuOperator(chart, "gpu-operator", { pools: [p5] });
 * // Pulumi, Flux or Argo CD take operator.chart.
 */
export class GpuOperator extends Construct {
  /** Chart, version and values. */
  readonly chart: NodeChart<GpuOperatorValues>;
  /** The ConfigMap that the exporter reads. */
  readonly metrics: KubeObject;

  readonly #findings: readonly Finding[];

  constructor(scope: Construct, id: string, props: GpuOperatorProps) {
    super(scope, id);
    const { chart, metrics, findings } = gpuOperator(props);
    this.chart = chart;
    this.metrics = new KubeObject(this, "Metrics", metrics);
    this.#findings = findings;
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return this.#findings;
  }
}
