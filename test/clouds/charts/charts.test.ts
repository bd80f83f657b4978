// SPDX-License-Identifier: Apache-2.0
/** @module The values of third-party charts: what fits Dynamo, what the schemas refuse, and what must never be there. */
import * as charts from "@dynamo-iac/clouds/charts";
import type { ChartDefinition } from "@dynamo-iac/clouds/kubernetes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const bucket = { name: "logs", region: "us-west-2" };
const prometheus: charts.PrometheusOptions = {
  clusterName: "dynamo-prod",
  retentionDays: 15,
  sizeGiB: 100,
  replicas: 2,
  storageClass: "gp3",
  remoteWrite: true,
  datasources: [
    charts.lokiDatasource("monitoring", true),
    charts.tempoDatasource("monitoring", true),
  ],
};
const alloy: charts.AlloyOptions = {
  clusterName: "dynamo-prod",
  loki: charts.lokiUrl("monitoring"),
  platformNamespaces: ["dynamo-system", "keda"],
};
const account = { replicas: 2, serviceAccount: "sa", monitors: true };

const all: readonly (readonly [string, ChartDefinition, unknown])[] = [
  [
    "kube-prometheus-stack",
    charts.kubePrometheusStack,
    charts.kubePrometheusStackValues(prometheus),
  ],
  [
    "loki",
    charts.loki,
    charts.lokiValues({ retentionDays: 31, bucket, replicas: 3, storageClass: "gp3" }),
  ],
  [
    "tempo",
    charts.tempo,
    charts.tempoValues({
      retentionDays: 7,
      bucket,
      storageClass: "gp3",
      prometheus: charts.prometheusUrl("monitoring"),
    }),
  ],
  ["alloy", charts.alloy, charts.alloyValues(alloy)],
  ["keda", charts.keda, charts.kedaValues(2, true)],
  [
    "karpenter",
    charts.karpenter,
    charts.karpenterValues({ ...account, clusterName: "c", interruptionQueue: "q" }),
  ],
  ["external-secrets", charts.externalSecrets, charts.externalSecretsValues(account)],
  ["cert-manager", charts.certManager, charts.certManagerValues(2, true)],
  [
    "external-dns",
    charts.externalDns,
    charts.externalDnsValues({
      ...account,
      owner: "dynamo-prod",
      zone: "example.com",
      provider: "aws",
    }),
  ],
  [
    "velero",
    charts.velero,
    charts.veleroValues({
      ...account,
      bucket,
      keyArn: "arn:aws:kms:us-west-2:1:key/1",
      retentionDays: 35,
      namespaces: ["inference"],
    }),
  ],
];

describe("every chart", () => {
  it.each(all)("%s has values that its schema takes", (_, chart, values) => {
    expect(chart.values.safeParse(values).error?.issues).toBeUndefined();
  });

  it.each(all)(
    "%s refuses a key that it does not know, at the top and one level down",
    (_, chart, values) => {
      expect(chart.values.safeParse({ ...(values as object), unknownKey: 1 }).success).toBe(false);
      const nested = Object.entries(values as Record<string, unknown>).find(
        ([, value]) => typeof value === "object" && value !== null && !Array.isArray(value),
      );
      if (nested === undefined) return;
      const [key, value] = nested;
      const spoiled = { ...(values as object), [key]: { ...(value as object), unknownKey: 1 } };
      expect(chart.values.safeParse(spoiled).success).toBe(false);
    },
  );

  it.each(all)("%s is pinned to one version", (name, { pin }) => {
    expect(pin.chart.endsWith(name)).toBe(true);
    expect(pin.version).toMatch(/^v?\d+\.\d+\.\d+$/);
  });

  it.each(all)("%s holds no password, and every container has bounds", (_, __, values) => {
    const text = JSON.stringify(values);
    expect(text).not.toMatch(/"(adminPassword|password)":/i);
    for (const [path, resources] of resourcesOf(values))
      expect(resources, path).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      });
  });
});

describe("Prometheus", () => {
  it("finds monitors and rules of every namespace, whatever their labels", () => {
    const { prometheusSpec } = charts.kubePrometheusStackValues(prometheus).prometheus;
    const selectors = Object.entries(prometheusSpec).filter(([key]) =>
      key.endsWith("NilUsesHelmValues"),
    );
    expect(selectors).toHaveLength(5);
    expect(selectors.every(([, value]) => value === false)).toBe(true);
  });

  it("asks nothing of a control plane that cannot be reached", () => {
    const values = charts.kubePrometheusStackValues(prometheus);
    for (const part of ["kubeEtcd", "kubeControllerManager", "kubeScheduler"] as const)
      expect(values[part]).toEqual({ enabled: false });
  });

  it("leaves room on its volume for every size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_536 }), (sizeGiB) => {
        const { retentionSize } = charts.kubePrometheusStackValues({ ...prometheus, sizeGiB })
          .prometheus.prometheusSpec;
        const mib = Number(/^(\d+)MiB$/.exec(retentionSize)?.[1]);
        expect(mib).toBeLessThanOrEqual(sizeGiB * 1024 * 0.85);
        expect(mib).toBeGreaterThan(sizeGiB * 1024 * 0.85 - 1);
      }),
    );
  });

  it("is where the Planner looks by default", () => {
    expect(charts.prometheusUrl("monitoring")).toBe(
      "http://prometheus-kube-prometheus-prometheus.monitoring.svc.cluster.local:9090",
    );
  });

  it("shows the labels of Dynamo's pods, and Grafana takes its password from a secret", () => {
    const values = charts.kubePrometheusStackValues(prometheus);
    expect(values["kube-state-metrics"].metricLabelsAllowlist[0]).toContain(
      "nvidia.com/dynamo-graph-deployment-name",
    );
    expect(values.grafana.admin.existingSecret).toBe("grafana-admin");
  });
});

describe("Loki", () => {
  it("deletes old lines: all three settings that this takes are there", () => {
    const { loki } = charts.lokiValues({
      retentionDays: 31,
      bucket,
      replicas: 1,
      storageClass: "gp3",
    });
    expect(loki.compactor).toEqual({ retention_enabled: true, delete_request_store: "s3" });
    expect(loki.limits_config.retention_period).toBe("744h");
  });

  it("is one program that needs no bundled object store", () => {
    const values = charts.lokiValues({
      retentionDays: 1,
      bucket,
      replicas: 3,
      storageClass: "gp3",
    });
    expect(values.deploymentMode).toBe("Monolithic");
    expect([values.backend, values.read, values.write]).toEqual([
      { replicas: 0 },
      { replicas: 0 },
      { replicas: 0 },
    ]);
    expect(values.loki.commonConfig.replication_factor).toBe(values.singleBinary.replicas);
    expect(values).not.toHaveProperty("minio");
  });
});

describe("Alloy", () => {
  it("makes seven labels of a pod, of which two end as structured metadata", () => {
    const text = charts.alloyConfig(alloy);
    expect(text.match(/target_label {2}= "/g)).toHaveLength(8);
    expect(text).toContain('values = ["filename", "pod", "nvidia_com_dynamo_component"]');
  });

  it("keeps pods of graphs in any namespace, and of the platform's namespaces", () => {
    const pattern = /regex {9}= "(.*)"/.exec(charts.alloyConfig(alloy))?.[1] ?? "";
    const keeps = (graph: string, namespace: string) =>
      new RegExp(`^(?:${pattern})$`).test(`${graph};${namespace}`);
    expect(keeps("qwen3", "inference")).toBe(true);
    expect(keeps("", "dynamo-system")).toBe(true);
    expect(keeps("", "default")).toBe(false);
    expect(keeps("", "keda-other")).toBe(false);
  });

  it("closes every block that it opens", () => {
    const text = charts.alloyConfig(alloy);
    expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
  });

  it("runs on GPU nodes and reads root's files without being privileged", () => {
    const { alloy: settings, controller } = charts.alloyValues(alloy);
    expect(controller.tolerations).toContainEqual({ key: "nvidia.com/gpu", operator: "Exists" });
    expect(settings.securityContext.capabilities).toEqual({
      drop: ["ALL"],
      add: ["DAC_READ_SEARCH"],
    });
  });
});

describe("Velero", () => {
  it("leaves out what the operator makes from a graph", () => {
    const values = charts.veleroValues({
      ...account,
      bucket,
      keyArn: "k",
      retentionDays: 2,
      namespaces: ["a"],
    });
    const template = values.schedules.nightly?.template;
    expect(template?.ttl).toBe("48h");
    expect(template?.excludedResources).toEqual(
      expect.arrayContaining([
        "dynamocomponentdeployments.nvidia.com",
        "podcliquesets.grove.io",
        "pods",
      ]),
    );
    expect(template?.excludedResources).not.toContain("dynamographdeployments.nvidia.com");
    expect(values.credentials.useSecret).toBe(false);
  });
});

describe("namespaces", () => {
  it("say which pods they admit, and warn of the rest", () => {
    expect(charts.namespaceObject("keda", "restricted").metadata.labels).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/warn": "restricted",
    });
    expect(charts.namespaceObject("monitoring", "privileged").metadata.labels).toMatchObject({
      "pod-security.kubernetes.io/enforce": "privileged",
      "pod-security.kubernetes.io/audit": "restricted",
    });
  });
});

/** Every `resources` of a container: an object with requests. */
function resourcesOf(value: unknown, path = ""): (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = `${path}.${key}`;
    const isContainer = /resources$/i.test(key) && !path.includes("volumeClaimTemplate");
    if (isContainer && typeof item === "object" && item !== null && "requests" in item)
      return [[here, item] as const];
    return resourcesOf(item, here);
  });
}
