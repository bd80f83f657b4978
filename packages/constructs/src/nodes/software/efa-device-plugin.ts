// SPDX-License-Identifier: Apache-2.0
/** @module The EFA device plugin, which offers `vpc.amazonaws.com/efa`. */
import { nodeCharts, nodeLabels } from "../../facts/index.js";
import {
  type DaemonToleration,
  daemonTolerations,
  type NodeChart,
  type NodesOfPool,
} from "./node-chart.js";

/** Values of chart `aws-efa-k8s-device-plugin` that follow from the pools. */
export interface EfaDevicePluginValues {
  /** Machines that the plugin runs on; those of the chart are older than some machines. */
  readonly supportedInstanceLabels: {
    readonly keys: readonly string[];
    readonly values: readonly string[];
  };
  readonly tolerations: readonly DaemonToleration[];
  readonly resources: {
    readonly requests: { readonly cpu: string; readonly memory: string };
    readonly limits: { readonly cpu: string; readonly memory: string };
  };
}

/**
 * The EFA device plugin for the pools with EFA; undefined when none needs it. EKS Auto Mode has the
 * plugin built in.
 *
 * @see aws/eks-charts stable/aws-efa-k8s-device-plugin
 */
export function efaDevicePlugin(
  pools: readonly NodesOfPool[],
): NodeChart<EfaDevicePluginValues> | undefined {
  const served = pools.filter(
    ({ pool, provisioner, fabric }) =>
      pool.machine.rdma === "efa" && fabric?.name === "efa" && provisioner !== "eks-auto-mode",
  );
  if (served.length === 0) return undefined;
  const types = new Set(served.map(({ pool }) => pool.machine.type));
  return {
    ...nodeCharts.awsEfaDevicePlugin,
    values: {
      supportedInstanceLabels: { keys: [nodeLabels.instanceType], values: [...types].sort() },
      tolerations: daemonTolerations(served),
      resources: {
        requests: { cpu: "10m", memory: "20Mi" },
        limits: { cpu: "100m", memory: "128Mi" },
      },
    },
  };
}
