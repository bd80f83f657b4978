// SPDX-License-Identifier: Apache-2.0
/** @module Software of the nodes: values of charts by cloud and driver owner, and objects of our own. */
import { App, aws, azure, gcp, type KubeObject } from "@dynamo-iac/constructs";
import { formatPath } from "@dynamo-iac/constructs/facts";
import {
  dcgmExporter,
  dcgmFields,
  efaDevicePlugin,
  GkeRdmaNetworks,
  type GpuNodePool,
  GpuOperator,
  type GpuOperatorValues,
  gpuOperator,
  InfinibandNodes,
} from "@dynamo-iac/constructs/nodes";
import { Chart } from "cdk8s";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { schemaValidator } from "../../support/crds.js";
import { shared } from "../../support/shared.js";
import { aks, chart, eksAutoMode, existing, gke, karpenter } from "./pools.js";

const h100 = () =>
  existing({
    machine: azure.Standard_ND96isr_H100_v5,
    zones: ["eastus-1"],
    driverOwner: "gpu-operator",
    taints: [
      { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" },
      { key: "team", value: "search", effect: "PreferNoSchedule" },
    ],
  });

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
const valuesOf = (...pools: readonly GpuNodePool[]): any => gpuOperator({ pools }).chart.values;

describe("the GPU Operator", () => {
  it("installs no driver where the node image has one", () => {
    for (const pool of [karpenter(), eksAutoMode(), aks()]) {
      expect(valuesOf(pool)).toMatchObject({
        driver: { enabled: false },
        toolkit: { enabled: false },
        devicePlugin: { enabled: true },
        gdrcopy: { enabled: false },
        nfd: { enabled: true },
      });
      expect(valuesOf(pool).driver.rdma).toBeUndefined();
    }
  });

  it("leaves GKE its driver and its device plugin", () => {
    expect(valuesOf(gke())).toMatchObject({
      driver: { enabled: false },
      devicePlugin: { enabled: false },
      hostPaths: { driverInstallDir: "/home/kubernetes/bin/nvidia" },
    });
  });

  it("installs the driver with RDMA over InfiniBand where it owns it", () => {
    expect(valuesOf(h100())).toMatchObject({
      driver: { enabled: true, rdma: { enabled: true, useHostMofed: true } },
      toolkit: { enabled: true },
      gdrcopy: { enabled: true },
      // The Network Operator brings it.
      nfd: { enabled: false },
    });
    expect(valuesOf(h100())["node-feature-discovery"]).toBeUndefined();
  });

  it("reaches every tainted node", () => {
    expect(valuesOf(h100(), existing({ taints: [] })).daemonsets.tolerations).toEqual([
      { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
    ]);
  });

  it("is pinned, and measures what alerts need", () => {
    const { chart: release, metrics } = gpuOperator({
      pools: [karpenter()],
      monitor: { release: "prometheus" },
    });
    expect(release).toMatchObject({ chart: "gpu-operator", namespace: "gpu-operator" });
    expect(release.version).toMatch(/^v\d+\.\d+\.\d+$/);
    expect(release.values.dcgmExporter).toMatchObject({
      config: { name: metrics.metadata.name },
      serviceMonitor: { enabled: true, additionalLabels: { release: "prometheus" } },
    });
    const lines = metrics.data["dcgm-metrics.csv"]?.trimEnd().split("\n") ?? [];
    expect(lines).toHaveLength(dcgmFields.length);
    for (const line of lines)
      expect(line).toMatch(/^DCGM_[A-Z_]+, (gauge|counter|label), [^,]+(, [^,]+)*$/);
    for (const field of ["DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "DCGM_EXP_XID_ERRORS_COUNT"])
      expect(lines.some((line) => line.startsWith(`${field},`))).toBe(true);
  });

  it("gives other metrics another ConfigMap, because the exporter reads it once", () => {
    const pools = [karpenter()];
    const [one, two, three] = [dcgmFields, dcgmFields.slice(1), dcgmFields].map(
      (metrics) => gpuOperator({ pools, metrics }).metrics.metadata.name,
    );
    expect(one).not.toBe(two);
    expect(one).toBe(three);
  });

  it("takes further values over its own, and none that the chart does not read", () => {
    const values: GpuOperatorValues = { driver: { version: "595.91.07" }, nfd: { enabled: false } };
    const { chart: release, findings } = gpuOperator({ pools: [h100()], values });
    expect(findings).toEqual([]);
    expect(release.values).toMatchObject({
      driver: { enabled: true, version: "595.91.07" },
      nfd: { enabled: false },
    });
    const spoiled = { dcgmExporters: {}, driver: { enabled: "yes", versoin: "1" } };
    const found = gpuOperator({
      pools: [h100()],
      values: spoiled as unknown as GpuOperatorValues,
    }).findings;
    expect(found.map(({ code, path, message }) => [code, formatPath(path), message])).toEqual([
      ["DYN-NODE-020", "values.driver.enabled", expect.stringMatching(/expected boolean/)],
      ["DYN-NODE-020", "values.driver.versoin", 'unknown key "versoin"'],
      [
        "DYN-NODE-020",
        "values.dcgmExporters",
        'unknown key "dcgmExporters"; did you mean "dcgmExporter"?',
      ],
    ]);
  });

  it("has one driver owner for the cluster", () => {
    const operator = new GpuOperator(chart(), "gpu-operator", { pools: [h100(), aks()] });
    expect(operator.findings()).toMatchObject([
      {
        code: "DYN-NODE-018",
        path: ["pools"],
        message: "the driver of h100 is the GPU Operator's, that of a100 the provider's",
        fix: expect.stringMatching(/one driverOwner/),
      },
    ]);
    expect(operator.metrics.manifest().metadata).toMatchObject({ namespace: "gpu-operator" });
    const waive = [{ code: "DYN-NODE-018", reason: "moving" }] as const;
    const { findings } = gpuOperator({ pools: [h100(), aks()], waive });
    expect(findings.map(({ waived }) => waived)).toEqual(["moving"]);
  });

  const clusterPolicy = shared("crds/third-party/nvidia.com/clusterpolicy_v1.json");
  it.skipIf(clusterPolicy === undefined)(
    "has values that the ClusterPolicy of the chart takes",
    () => {
      const validate = schemaValidator(clusterPolicy ?? "");
      for (const pool of [karpenter(), gke(), h100(), aks()]) {
        // The chart hands these sections on as they are; the others steer its templates.
        const { nfd: _, "node-feature-discovery": __, ...spec } = valuesOf(pool);
        const needed = {
          dcgm: {},
          gfd: {},
          nodeStatusExporter: {},
          operator: { defaultRuntime: "containerd" },
        };
        const object = {
          apiVersion: "nvidia.com/v1",
          kind: "ClusterPolicy",
          metadata: { name: "cluster-policy" },
          spec: { ...needed, ...spec },
        };
        expect(validate(object) ? [] : validate.errors).toEqual([]);
      }
    },
  );
});

describe("the EFA device plugin", () => {
  it("runs on the machines of the pools, whose types the chart may not know yet", () => {
    const pools = [
      karpenter({ machine: aws.g7e_48xlarge }),
      karpenter(),
      karpenter({ machine: aws.g6e_2xlarge }),
      gke(),
    ];
    expect(efaDevicePlugin(pools)?.values).toMatchObject({
      supportedInstanceLabels: {
        keys: ["node.kubernetes.io/instance-type"],
        values: ["g7e.48xlarge", "p5.48xlarge"],
      },
      tolerations: [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }],
    });
  });

  it("is not needed without EFA, nor on EKS Auto Mode", () => {
    expect(efaDevicePlugin([aks(), karpenter({ fabric: false })])).toBeUndefined();
    expect(efaDevicePlugin([eksAutoMode({ machine: aws.p5_48xlarge })])).toBeUndefined();
  });
});

describe("node labels for software", () => {
  const labels = (pool: GpuNodePool) => pool.pool.labels;

  it("keep a second device plugin off images that bring one", () => {
    const key = "nvidia.com/gpu.deploy.device-plugin";
    expect(labels(eksAutoMode())?.[key]).toBe("false");
    expect(labels(karpenter({ ami: "bottlerocket@v1.50.0" }))?.[key]).toBe("false");
    expect(labels(karpenter())?.[key]).toBeUndefined();
  });

  it("tell the Dynamo operator of GPUs and fabric", () => {
    expect(labels(karpenter())).toMatchObject({
      "nvidia.com/gpu.present": "true",
      "nvidia.com/rdma.present": "true",
    });
    expect(labels(karpenter({ fabric: false }))?.["nvidia.com/rdma.present"]).toBeUndefined();
  });
});

describe("the DCGM exporter alone", () => {
  it("runs on GPU nodes and stays below 4.9, which renames metrics", () => {
    const release = dcgmExporter({ pools: [karpenter()], monitor: false });
    expect(release.version).toMatch(/^4\.[0-8]\./);
    expect(release.values).toMatchObject({
      nodeSelector: { "nvidia.com/gpu.present": "true" },
      tolerations: [{ key: "nvidia.com/gpu" }],
      serviceMonitor: { enabled: false },
    });
    expect(release.values.customMetrics).toContain("DCGM_FI_DEV_GPU_UTIL, gauge, ");
    const monitored = dcgmExporter({ pools: [], monitor: { release: "p" } }).values.serviceMonitor;
    expect(monitored).toMatchObject({ enabled: true, additionalLabels: { release: "p" } });
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
const written = (object: KubeObject): any => object.manifest();

describe("InfiniBand nodes", () => {
  const nodes = new InfinibandNodes(chart(), "infiniband", { pools: [h100()] });

  it("offer the resource that workers ask for", () => {
    const { spec, metadata } = written(nodes.policy);
    expect(metadata).toEqual({ name: "nic-cluster-policy" });
    expect(load(spec.rdmaSharedDevicePlugin.config)).toEqual({
      configList: [
        {
          resourceName: "shared_ib",
          rdmaHcaMax: 63,
          selectors: { vendors: ["15b3"], linkTypes: ["infiniband"] },
        },
      ],
    });
    expect(h100().fabric?.devices).toEqual({ kind: "shared", resource: "rdma/shared_ib" });
    const named = new InfinibandNodes(chart(), "infiniband", {
      pools: [h100()],
      resource: "rdma/hca_shared_devices_a",
    });
    expect(written(named.policy).spec.rdmaSharedDevicePlugin.config).toContain(
      '"hca_shared_devices_a"',
    );
  });

  it("are set up on the machines of the pools only, by a pod without an account", () => {
    const { spec, metadata } = written(nodes.nodeConfig);
    expect(metadata.namespace).toBe("kube-system");
    const pod = spec.template.spec;
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.tolerations).toEqual([
      { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
    ]);
    const [term] =
      pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
    expect(term.matchExpressions[0].values).toEqual(["Standard_ND96isr_H100_v5"]);
    expect(pod.containers[0].resources.limits).toBeDefined();
    expect(pod.containers[0].command.at(-1)).toContain("LimitMEMLOCK=infinity");
  });

  it("come after the Network Operator, which brings node feature discovery", () => {
    expect(nodes.chart).toMatchObject({
      chart: "network-operator",
      values: { nfd: { enabled: true, deployNodeFeatureRules: false } },
    });
  });
});

describe("GKE networks", () => {
  const networks = (
    subnets: number,
    machine = gcp.a4_highgpu_8g as (typeof gcp)[keyof typeof gcp],
  ) =>
    new GkeRdmaNetworks(chart(), "networks", {
      machine,
      vpc: "rdma",
      subnets: Array.from({ length: subnets }, (_, at) => `rdma-sub-${at}`),
      host: { vpc: "host", subnet: "host-sub" },
    });

  it("are one pair per interface, under the names that workers join", () => {
    const objects = networks(8).objects.map(written);
    expect(networks(8).findings()).toEqual([]);
    expect(objects).toHaveLength(18);
    expect(objects.slice(2, 4)).toEqual([
      {
        apiVersion: "networking.gke.io/v1",
        kind: "GKENetworkParamSet",
        metadata: { name: "rdma-0" },
        spec: { vpc: "rdma", vpcSubnet: "rdma-sub-0", deviceMode: "RDMA" },
      },
      {
        apiVersion: "networking.gke.io/v1",
        kind: "Network",
        metadata: { name: "rdma-0" },
        spec: {
          type: "Device",
          parametersRef: { group: "networking.gke.io", kind: "GKENetworkParamSet", name: "rdma-0" },
        },
      },
    ]);
    expect(objects[0].spec.deviceMode).toBe("NetDevice");
  });

  it.each([
    [
      4,
      gcp.a4_highgpu_8g,
      /a4-highgpu-8g has 8 RDMA interfaces, and there are 4 subnets/,
      /8 subnets/,
    ],
    [1, gcp.g2_standard_24, /g2-standard-24 has 0 RDMA interfaces/, /Leave the networks out/],
  ])(
    "do not match with %i subnets on another count of interfaces",
    (count, machine, message, fix) => {
      const [found] = networks(count, machine).findings();
      expect(found).toMatchObject({ code: "DYN-NODE-021", path: ["subnets"] });
      expect(found?.message).toMatch(message);
      expect(found?.fix).toMatch(fix);
    },
  );
});

it("findings of the software stop an app as those of graphs do", () => {
  const app = new App({ report: () => undefined });
  const place = new Chart(app, "cluster");
  new GpuOperator(place, "gpu-operator", { pools: [h100(), karpenter()] });
  expect(() => app.synth()).toThrow(/DYN-NODE-018/);
});
