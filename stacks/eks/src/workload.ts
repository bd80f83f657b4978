// SPDX-License-Identifier: Apache-2.0
/** @module From constructs to objects: pools, the Dynamo platform, and the graphs. */
import { huggingFaceSecret, type NodeChartData } from "@dynamo-iac/clouds/aws";
import { otlpEndpoint, prometheusUrl } from "@dynamo-iac/clouds/charts";
import type { Environment, GpuPool } from "@dynamo-iac/clouds/environment";
import { App, type Environment as GraphEnvironment } from "@dynamo-iac/constructs";
import { blocking, FindingsError, findMachine } from "@dynamo-iac/constructs/facts";
import {
  dcgmExporter,
  efaDevicePlugin,
  GpuNodePool,
  GpuOperator,
} from "@dynamo-iac/constructs/nodes";
import { DynamoPlatform } from "@dynamo-iac/constructs/platform";
import { ModelCache } from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";
import { monitoringNamespace, usesCertManager } from "./base-objects.js";
import { gpuTaint } from "./foundation.js";
import { graph, type Surroundings } from "./graph.js";
import { importGraphs } from "./manifest-graphs.js";

/** What only the cloud knows of the storage; texts may be tokens. */
export interface Addresses {
  readonly fileSystemId: string;
  /** Undefined without Lustre. */
  readonly lustre:
    | { readonly fileSystemId: string; readonly dnsName: string; readonly mountName: string }
    | undefined;
}

/** What is put into the cluster last. */
export interface Workload {
  readonly app: App;
  /** Software of GPU nodes, as it follows from the pools. */
  readonly gpuCharts: readonly NodeChartData[];
  /** Service in front of the graph; undefined when it has no frontend. */
  readonly service: string | undefined;
}

/**
 * Judges the graphs with made-up addresses, so that one that cannot be served stops the program
 * before anything is registered.
 *
 * @throws FindingsError with everything that was found
 */
export function judgeWorkload(environment: Environment): void {
  const lustre = { fileSystemId: "fs-0", dnsName: "fs-0.fsx.example", mountName: "models" };
  const { app } = workload(environment, {
    fileSystemId: "fs-0",
    lustre: environment.storage.lustre === undefined ? undefined : lustre,
  });
  const findings = app.findings();
  if (blocking(findings).length > 0) throw new FindingsError(findings);
}

/** Builds the charts; nothing is registered here. */
export function workload(environment: Environment, addresses: Addresses): Workload {
  const { platform, preset } = environment;
  const app = new App();
  const system = new Chart(app, "platform", { namespace: platform.systemNamespace });
  const pools = new Map(
    environment.nodes.gpu.map((pool) => [pool.name, poolOf(system, environment, pool)]),
  );
  const gpuCharts = gpuSoftware(system, environment, [...pools.values()]);
  const monitors = environment.observability.metrics.enabled;
  const operator = new DynamoPlatform(system, "dynamo", {
    version: platform.dynamoVersion,
    development: preset === "dev",
    grove: platform.multinode === "grove" ? "external" : "off",
    ...(usesCertManager(environment)
      ? { webhooks: { certificates: { kind: "cert-manager" } } }
      : {}),
    monitoring: {
      serviceMonitor: monitors,
      podMonitors: monitors,
      ...(monitors ? { prometheusEndpoint: prometheusUrl(monitoringNamespace) } : {}),
    },
  });

  const serving = new Chart(app, "serving", { namespace: platform.graphNamespace });
  serving.node.addDependency(operator);
  const service =
    environment.graphs.length > 0
      ? importGraphs(serving, environment.graphs)
      : graph(serving, surroundings(environment, pools, addresses)).frontendService;
  return { app, gpuCharts, service };
}

function surroundings(
  environment: Environment,
  pools: Surroundings["pools"],
  { fileSystemId, lustre }: Addresses,
): Surroundings {
  const { storage } = environment;
  const settings = storage.modelCache.kind === "lustre" ? storage.lustre : undefined;
  return {
    environment,
    pools,
    fileSystemId,
    tokenSecret: huggingFaceSecret,
    modelsBelongToRoot: settings !== undefined,
    env: telemetry(environment),
    models: (chart, held) =>
      lustre !== undefined && settings !== undefined
        ? ModelCache.fsxLustre(chart, "models", {
            ...lustre,
            perUnitStorageThroughput: settings.throughputMBpsPerTiB,
            size: `${settings.sizeGiB}Gi`,
            zone: settings.zone,
            models: held,
          })
        : ModelCache.efs(chart, "models", {
            fileSystemId,
            size: `${storage.modelCache.sizeGiB}Gi`,
            models: held,
          }),
  };
}

/** JSON lines wherever logs are kept, spans wherever traces are. */
function telemetry({ observability }: Environment): GraphEnvironment {
  const { logs, traces } = observability;
  const json = logs.enabled || traces.enabled ? { DYN_LOGGING_JSONL: "true" } : {};
  if (!traces.enabled) return json;
  return {
    ...json,
    OTEL_EXPORT_ENABLED: "true",
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: otlpEndpoint(monitoringNamespace),
    OTEL_TRACES_SAMPLE_RATIO: String(traces.samplePercent / 100),
  };
}

function poolOf(chart: Chart, { name: cluster, tags }: Environment, pool: GpuPool): GpuNodePool {
  const machine = findMachine(pool.machine);
  if (machine === undefined) throw new Error(`bug in dynamo-iac: ${pool.machine} was not checked`);
  const { name, zones, capacity, min, max, labels, diskGiB, reservationIds } = pool;
  const taints = [gpuTaint, ...pool.taints];
  const common = { machine, zones, capacity, max, diskGiB, taints };
  if (pool.provisioner === "managed") {
    const nodeSelector = { "dynamo/pool": name };
    return GpuNodePool.existing(chart, name, {
      ...common,
      min,
      labels: { ...nodeSelector, ...labels },
      nodeSelector,
    });
  }
  const elastic = {
    ...common,
    cluster,
    labels,
    tags,
    ...(reservationIds.length === 0 ? {} : { reservation: { ids: reservationIds } }),
  };
  return pool.provisioner === "auto"
    ? GpuNodePool.eksAutoMode(chart, name, elastic)
    : GpuNodePool.karpenter(chart, name, elastic);
}

function gpuSoftware(
  chart: Chart,
  { platform, observability }: Environment,
  pools: readonly GpuNodePool[],
): readonly NodeChartData[] {
  if (pools.length === 0) return [];
  const monitor = observability.metrics.enabled ? {} : (false as const);
  const namespace = "gpu-operator";
  const agents = platform.gpuOperator
    ? new GpuOperator(chart, "gpu-operator", { pools, namespace, monitor }).chart
    : dcgmExporter({ pools, namespace, monitor });
  const fabric = efaDevicePlugin(pools);
  return fabric === undefined ? [agents] : [agents, fabric];
}
