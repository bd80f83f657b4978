// SPDX-License-Identifier: Apache-2.0
/** @module From constructs to objects: pools, the Dynamo platform, and the graphs. */
import type { NodeChartData } from "@dynamo-iac/clouds/aws";
import type { Environment, GpuPool } from "@dynamo-iac/clouds/environment";
import { type OrderedManifest, token } from "@dynamo-iac/clouds/kubernetes";
import { App, type Environment as GraphEnvironment } from "@dynamo-iac/constructs";
import { findMachine } from "@dynamo-iac/constructs/facts";
import {
  dcgmExporter,
  efaDevicePlugin,
  GpuNodePool,
  GpuOperator,
} from "@dynamo-iac/constructs/nodes";
import { DynamoPlatform } from "@dynamo-iac/constructs/platform";
import { ModelCache } from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";
import { usesCertManager } from "./base-objects.js";
import type { Foundation } from "./foundation.js";
import { graph, type Surroundings } from "./graph.js";
import { importGraphs } from "./manifest-graphs.js";
import type { Services } from "./services.js";
import type { Stores } from "./stores.js";

/** What is put into the cluster last. */
export interface Workload {
  readonly manifests: readonly OrderedManifest[];
  /** Software of GPU nodes, as it follows from the pools. */
  readonly gpuCharts: readonly NodeChartData[];
  /** Service in front of the graph; undefined when it has no frontend. */
  readonly service: string | undefined;
}

/** Builds the charts and checks them; nothing is registered here. */
export function workload(environment: Environment, base: Foundation & Stores & Services): Workload {
  const { platform, observability, preset } = environment;
  const app = new App();
  const system = new Chart(app, "platform", { namespace: platform.systemNamespace });
  const pools = new Map(
    environment.nodes.gpu.map((pool) => [pool.name, poolOf(system, environment, pool, base)]),
  );
  const gpuCharts = gpuSoftware(system, environment, [...pools.values()]);
  const monitors = observability.metrics.enabled;
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
      ...(base.observability.prometheusUrl === undefined
        ? {}
        : { prometheusEndpoint: base.observability.prometheusUrl }),
    },
  });

  const serving = new Chart(app, "serving", { namespace: platform.graphNamespace });
  serving.node.addDependency(operator);
  const imported = importGraphs(serving, environment.graphs);
  const service =
    environment.graphs.length > 0
      ? imported
      : graph(serving, surroundings(environment, pools, base)).frontendService;
  return { manifests: app.manifests(), gpuCharts, service };
}

function surroundings(
  environment: Environment,
  pools: Surroundings["pools"],
  base: Foundation & Stores & Services,
): Surroundings {
  const { storage } = environment;
  const fileSystemId = token(base.files.fileSystemId);
  const { lustre } = base;
  return {
    environment,
    pools,
    fileSystemId,
    tokenSecret: base.huggingFaceSecret,
    env: telemetry(environment, base.observability.otlpEndpoint),
    models: (chart, held) =>
      lustre !== undefined && storage.modelCache.kind === "lustre"
        ? ModelCache.fsxLustre(chart, "models", {
            fileSystemId: token(lustre.fileSystemId),
            dnsName: token(lustre.dnsName),
            mountName: token(lustre.mountName),
            perUnitStorageThroughput: storage.lustre?.throughputMBpsPerTiB,
            size: `${storage.modelCache.sizeGiB}Gi`,
            zone: lustre.zone,
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
function telemetry(
  { observability }: Environment,
  otlpEndpoint: string | undefined,
): GraphEnvironment {
  const traces =
    otlpEndpoint === undefined
      ? {}
      : {
          OTEL_EXPORT_ENABLED: "true",
          OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: otlpEndpoint,
          OTEL_TRACES_SAMPLE_RATIO: String(observability.traces.samplePercent / 100),
        };
  const logs = observability.logs.enabled || otlpEndpoint !== undefined;
  return { ...(logs ? { DYN_LOGGING_JSONL: "true" } : {}), ...traces };
}

function poolOf(
  chart: Chart,
  { name: cluster, tags }: Environment,
  pool: GpuPool,
  base: Foundation,
): GpuNodePool {
  const machine = findMachine(pool.machine);
  if (machine === undefined) throw new Error(`bug in dynamo-iac: ${pool.machine} was not checked`);
  const { zones, capacity, min, max, labels, diskGiB, reservationIds } = pool;
  const common = { machine, zones, capacity, max, diskGiB };
  const group = base.gpuNodes.get(pool.name);
  if (group !== undefined)
    return GpuNodePool.existing(chart, pool.name, {
      ...common,
      min,
      labels: group.labels,
      taints: group.taints,
      nodeSelector: { "dynamo/pool": pool.name },
    });
  const elastic = {
    ...common,
    cluster,
    labels,
    taints: [
      { key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" } as const,
      ...pool.taints,
    ],
    tags,
    ...(reservationIds.length === 0 ? {} : { reservation: { ids: reservationIds } }),
  };
  return pool.provisioner === "auto"
    ? GpuNodePool.eksAutoMode(chart, pool.name, elastic)
    : GpuNodePool.karpenter(chart, pool.name, elastic);
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
