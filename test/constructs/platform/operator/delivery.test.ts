// SPDX-License-Identifier: Apache-2.0
import { App, aggregated, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import {
  ArgoCdPlatform,
  DynamoPlatform,
  type DynamoPlatformProps,
  Etcd,
  type FluxOptions,
  FluxPlatform,
  Nats,
  Orchestration,
  platformApplication,
  platformChartValues,
  platformHelmRelease,
  platformObjects,
} from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { hasThirdPartySchemas, schemaErrors } from "../../../support/third-party.js";
import { chart, written } from "../construct.js";

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
type Written = any;
const plain = (value: unknown): Written => JSON.parse(JSON.stringify(value));
const flux = (props: DynamoPlatformProps = {}, options: FluxOptions = {}): Written[] =>
  plain(platformHelmRelease(props, options));
const release = (props?: DynamoPlatformProps, options?: FluxOptions): Written =>
  flux(props, options).at(-1);

describe("a HelmRelease of Flux", () => {
  it("installs the chart of the release from NVIDIA's repository", () => {
    const [source, helmRelease] = flux();
    expect(source).toEqual({
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "HelmRepository",
      metadata: { name: "dynamo-platform", namespace: "dynamo-system" },
      spec: { interval: "10m", url: "https://helm.ngc.nvidia.com/nvidia/ai-dynamo" },
    });
    expect(helmRelease).toMatchObject({
      kind: "HelmRelease",
      metadata: { name: "dynamo-platform", namespace: "dynamo-system" },
      spec: {
        releaseName: "dynamo-platform",
        targetNamespace: "dynamo-system",
        storageNamespace: "dynamo-system",
        chart: {
          spec: {
            chart: "dynamo-platform",
            version: "1.4.0",
            sourceRef: { kind: "HelmRepository", name: "dynamo-platform" },
          },
        },
        values: platformChartValues(),
      },
    });
  });

  it("mends drift, but not the authority of every single webhook", () => {
    const { mode, ignore } = release().spec.driftDetection;
    expect(mode).toBe("enabled");
    expect(ignore.map(({ target }: Written) => target.kind)).toEqual([
      "ValidatingWebhookConfiguration",
      "MutatingWebhookConfiguration",
    ]);
    const webhooks = plain(platformObjects()).filter(({ kind }: Written) =>
      kind.endsWith("WebhookConfiguration"),
    );
    expect(ignore.map(({ paths }: Written) => paths)).toEqual(
      webhooks.map((each: Written) =>
        each.webhooks.map((_: unknown, at: number) => `/webhooks/${at}/clientConfig/caBundle`),
      ),
    );
    const own = { webhooks: { certificates: { kind: "secret", caBundle: "Q0E=" } } } as const;
    expect(release(own).spec.driftDetection).toEqual({ mode: "enabled" });
  });

  it("takes a copy of the chart from a registry", () => {
    const [source, helmRelease] = flux(
      {},
      { chartRepository: "oci://registry.example.com/charts/", repositorySecretName: "registry" },
    );
    expect(source).toMatchObject({
      kind: "OCIRepository",
      spec: {
        url: "oci://registry.example.com/charts/dynamo-platform",
        ref: { tag: "1.4.0" },
        secretRef: { name: "registry" },
      },
    });
    expect(helmRelease.spec.chartRef).toEqual({ kind: "OCIRepository", name: "dynamo-platform" });
    expect(helmRelease.spec).not.toHaveProperty("chart");
  });

  it("brings its namespace when it lives there, and lets Flux make it otherwise", () => {
    const own = flux({ createNamespace: true });
    expect(own.map(({ kind }) => kind)).toEqual(["Namespace", "HelmRepository", "HelmRelease"]);
    expect(own.at(-1)?.spec.install.createNamespace).toBe(false);
    const level = "pod-security.kubernetes.io/enforce";
    expect(own[0]?.metadata.labels[level]).toBe("restricted");
    // The chart's own NATS runs as root.
    const [bundled] = flux({ createNamespace: true, nats: "bundled" });
    expect(bundled.metadata.labels).not.toHaveProperty([level]);
    const other = flux({ createNamespace: true }, { fluxNamespace: "flux-system" });
    expect(other.map(({ metadata }) => metadata.namespace)).toEqual(["flux-system", "flux-system"]);
    expect(other.at(-1)?.spec).toMatchObject({
      targetNamespace: "dynamo-system",
      storageNamespace: "dynamo-system",
      install: { createNamespace: true },
    });
  });

  it("waits for what has to be there", () => {
    const dependsOn = [{ name: "cert-manager", namespace: "cert-manager" }, { name: "grove" }];
    expect(release({}, { dependsOn }).spec.dependsOn).toEqual(dependsOn);
  });
});

describe("an Application of Argo CD", () => {
  const application = (...args: Parameters<typeof platformApplication>): Written =>
    plain(platformApplication(...args));

  it("installs the chart before graphs, and overlooks what is written at run time", () => {
    const { metadata, spec } = application();
    expect(metadata).toEqual({
      name: "dynamo-platform",
      namespace: "argocd",
      annotations: { "argocd.argoproj.io/sync-wave": "-10" },
    });
    expect(spec.source).toEqual({
      repoURL: "https://helm.ngc.nvidia.com/nvidia/ai-dynamo",
      chart: "dynamo-platform",
      targetRevision: "1.4.0",
      helm: { releaseName: "dynamo-platform", valuesObject: platformChartValues() },
    });
    expect(spec.ignoreDifferences).toEqual(
      ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"].map((kind) => ({
        group: "admissionregistration.k8s.io",
        kind,
        jqPathExpressions: [".webhooks[]?.clientConfig.caBundle"],
      })),
    );
    expect(spec.syncPolicy.syncOptions).toEqual([
      "ServerSideApply=true",
      "RespectIgnoreDifferences=true",
    ]);
  });

  it("takes project, wave, registry, cluster and manual synchronization", () => {
    const { metadata, spec } = application(
      { createNamespace: true, namespace: "serving" },
      {
        argoCdNamespace: "gitops",
        project: "platform",
        syncWave: 0,
        chartRepository: "oci://registry.example.com/charts",
        destinationServer: "https://cluster-2",
        automated: false,
      },
    );
    expect(metadata).toMatchObject({
      namespace: "gitops",
      annotations: { "argocd.argoproj.io/sync-wave": "0" },
    });
    expect(spec).toMatchObject({
      project: "platform",
      source: { repoURL: "registry.example.com/charts" },
      destination: { server: "https://cluster-2", namespace: "serving" },
    });
    expect(spec.syncPolicy).not.toHaveProperty("automated");
    expect(spec.syncPolicy.syncOptions).toContain("CreateNamespace=true");
  });

  it("keeps no finalizer, so that deleting it leaves graphs an operator", () => {
    expect(application().metadata).not.toHaveProperty("finalizers");
  });
});

describe.skipIf(!hasThirdPartySchemas)("by the schemas of Flux and Argo CD", () => {
  const everything: DynamoPlatformProps = {
    development: true,
    createNamespace: true,
    nats: "bundled",
    grove: "bundled",
    monitoring: { serviceMonitor: true, podMonitors: "nixl" },
    webhooks: { certificates: { kind: "cert-manager" } },
    tolerations: [{ key: "platform", operator: "Exists" }],
    checkpoint: { storage: { pvcName: "c", basePath: "/c" } },
  };

  it.each([
    ["the defaults", {}, {}],
    ["everything", everything, { dependsOn: [{ name: "cert-manager" }] }],
    ["a registry", {}, { chartRepository: "oci://registry.example.com/charts" }],
  ] as const)("%s are valid", (_what, props, options) => {
    const objects = [...flux(props, options), plain(platformApplication(props))];
    const foreign = objects.filter(({ kind }) => kind !== "Namespace");
    expect(foreign.flatMap(schemaErrors)).toEqual([]);
  });

  it("a misspelt field is not", () => {
    const helmRelease = release();
    const wrong = { ...helmRelease, spec: { ...helmRelease.spec, targetNamespaces: "a" } };
    expect(schemaErrors(wrong)).toHaveLength(1);
  });
});

describe("DynamoPlatform as a construct", () => {
  it("renders what the plain objects are, in the namespace of its chart", () => {
    const platform = new DynamoPlatform(chart("serving"), "platform");
    const objects = Chart.of(platform).toJson();
    const byName = (a: Written, b: Written) =>
      `${a.kind}/${a.metadata.name}`.localeCompare(`${b.kind}/${b.metadata.name}`);
    expect(objects.toSorted(byName)).toEqual(
      plain(platformObjects({ namespace: "serving" })).toSorted(byName),
    );
    expect(platform.namespace).toBe("serving");
    expect(new DynamoPlatform(chart(""), "platform").namespace).toBe("dynamo-system");
  });

  it("puts the namespace before everything in it", () => {
    const scope = chart("serving");
    new DynamoPlatform(scope, "platform", { createNamespace: true });
    expect(scope.toJson()[0]).toMatchObject({ kind: "Namespace", metadata: { name: "serving" } });
  });

  it("takes Nats and Etcd as they are, and hands on how graphs reach them", () => {
    const app = new App();
    const scope = new Chart(app, "chart", { namespace: "platform" });
    const nats = new Nats(scope, "nats", { dynamoVersion: "1.4.0" });
    const etcd = new Etcd(scope, "etcd");
    const platform = new DynamoPlatform(scope, "platform", {
      nats,
      etcd,
      discoveryBackend: "etcd",
    });
    const config = written(platform.configMap).data["config.yaml"];
    expect(config).toContain(`natsAddress: ${nats.address}\n`);
    expect(config).toContain(`etcdAddress: ${etcd.endpoints.join(",")}\n`);
    expect(platform.clientEnvironment({ requestPlane: "nats" })).toEqual({
      ...nats.clientEnvironment({ requestPlane: "nats" }),
      ...etcd.clientEnvironment(),
    });
    expect(platform.findings()).toEqual([]);
    const graph = new InferenceGraph(scope, "qwen", {
      model: "Qwen/Qwen3-0.6B",
      engine: vllm(),
      serving: aggregated(),
      env: platform.clientEnvironment(),
    });
    expect(written(graph).spec.env).toContainEqual({ name: "DYN_EVENT_PLANE", value: "nats" });
    expect(app.findings().map(({ code }) => code)).toEqual(["DYN-NATS-016"]);
  });

  it("switches on what the orchestration of the cluster has, unless the settings differ", () => {
    const scope = chart("platform");
    const integrations = (props: DynamoPlatformProps) => {
      const { global } = platformChartValues(props);
      return [global?.grove?.enabled, global?.["kai-scheduler"]?.enabled];
    };
    const both = new Orchestration(scope, "both");
    const grove = new Orchestration(scope, "grove", { kai: false });
    expect(integrations({ orchestration: both })).toEqual([true, true]);
    expect(integrations({ orchestration: grove })).toEqual([true, false]);
    expect(integrations({ orchestration: both, kaiScheduler: "off" })).toEqual([true, false]);
    const platform = new DynamoPlatform(scope, "platform", { orchestration: both });
    expect(platform.queues.map(({ name }) => name)).toEqual(["dynamo-default", "dynamo"]);
    expect(platform.findings()).toEqual([]);
  });

  it("says to graphs what it knows of other servers, by objects and by chart", () => {
    const nats = { address: "nats://n:4222" };
    const etcd = { endpoints: ["a:2379", "b:2379"] };
    for (const Platform of [DynamoPlatform, FluxPlatform, ArgoCdPlatform]) {
      const environment = (props: DynamoPlatformProps) =>
        new Platform(chart(), "platform", props).clientEnvironment();
      expect(environment({ nats, etcd })).toEqual({
        NATS_SERVER: "nats://n:4222",
        DYN_EVENT_PLANE: "nats",
        DYN_REQUEST_PLANE: undefined,
        ETCD_ENDPOINTS: "a:2379,b:2379",
      });
      expect(environment({})).toEqual({});
      // The operator gives graphs the address that the chart computes.
      expect(environment({ nats: "bundled", etcd: "bundled" })).toEqual({
        DYN_EVENT_PLANE: "nats",
        DYN_REQUEST_PLANE: undefined,
      });
    }
  });

  it("can be changed at every object", () => {
    const platform = new DynamoPlatform(chart(), "platform");
    platform.deployment.override("/spec/minReadySeconds", 10);
    platform.webhookService.override("/spec/sessionAffinity", "ClientIP");
    expect(written(platform.deployment).spec.minReadySeconds).toBe(10);
    expect(written(platform.webhookService).spec.sessionAffinity).toBe("ClientIP");
    expect(platform.rbac.map(({ name }) => name)).toContain(
      "dynamo-platform-dynamo-operator-manager-role",
    );
  });

  it("renders the charts' objects in a chart of cdk8s", () => {
    const scope = chart("serving");
    const { objects } = new FluxPlatform(scope, "flux");
    expect(objects.map(({ resource }) => resource.kind)).toEqual(["HelmRepository", "HelmRelease"]);
    expect(written(objects.at(-1))).toEqual(release({ namespace: "serving" }));
    const { application } = new ArgoCdPlatform(scope, "argo");
    expect(written(application)).toEqual(plain(platformApplication({ namespace: "serving" })));
  });
});
