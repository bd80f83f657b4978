// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "@dynamo-iac/constructs";
import { codes, type Finding, formatPath, tokenText } from "@dynamo-iac/constructs/facts";
import {
  ArgoCdPlatform,
  checkPlatform,
  DynamoPlatform,
  type DynamoPlatformProps,
  FluxPlatform,
  type PlatformDelivery,
} from "@dynamo-iac/constructs/platform";
import { Chart, App as PlainApp } from "cdk8s";
import { describe, expect, it, onTestFinished } from "vitest";
import { chartMistakes } from "./chart-mistakes.js";

const certificate = Buffer.from(
  "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
).toString("base64");

/** What somebody writes who does not mind the types. */
const untyped = (props: object) => props as DynamoPlatformProps;
const certificates = (value: object) => untyped({ webhooks: { certificates: value } });

/** Said of every strict pod webhook, whatever else is wrong with it. */
const podWebhook = [
  { code: "DYN-PLAT-153", reason: "this test is about the certificates" },
] as const;

/** What is wrong, where it is said, and with which words. */
const mistakes: readonly (readonly [string, string, DynamoPlatformProps, RegExp])[] = [
  ["DYN-PLAT-101", "releaseName", { releaseName: "Dynamo" }, /got "Dynamo"/],
  ["DYN-PLAT-101", "releaseName", { releaseName: "d".repeat(32) }, /at most 31, .* \(32\)/],
  ["DYN-PLAT-101", "releaseName", { releaseName: "4dynamo" }, /begin with a letter/],
  ["DYN-PLAT-101", "releaseName", { releaseName: "nats-and-more" }, /must not contain "nats"/],
  ["DYN-PLAT-101", "releaseName", { releaseName: "dynamo-operator" }, /"dynamo-operator"/],
  ["DYN-PLAT-102", "namespace", { namespace: "Dynamo System" }, /got "Dynamo System"/],
  ["DYN-PLAT-102", "mpiSecretName", { mpiSecretName: "" }, /name of a Secret.* got ""/],
  ["DYN-PLAT-102", "webhooks.secretName", { webhooks: { secretName: "a_b" } }, /got "a_b"/],
  ["DYN-PLAT-102", "imagePullSecrets[1]", { imagePullSecrets: ["ok", "A"] }, /got "A"/],
  ["DYN-PLAT-103", "version", { version: "v1.4", image: { tag: "1.4.0" } }, /got "v1\.4"/],
  ["DYN-PLAT-104", "version", { version: "1.3.0" }, /"1\.3\.0" is not Dynamo 1\.4/],
  ["DYN-PLAT-105", "image.tag", { image: { tag: "latest" } }, /names no version/],
  ["DYN-PLAT-106", "image.tag", { image: { tag: "1.3.0" } }, /"1\.3\.0" is another release/],
  ["DYN-PLAT-107", "image.repository", { image: { repository: "a/b:1" } }, /without tag/],
  ["DYN-PLAT-107", "image.tag", { image: { tag: "" } }, /must be a tag, got ""/],
  ["DYN-PLAT-107", "image.digest", { image: { digest: "sha256:abc" } }, /64 hex digits/],
  [
    "DYN-PLAT-107",
    "image.pullPolicy",
    untyped({ image: { pullPolicy: "always" } }),
    /Always, IfNotPresent, Never, got "always"/,
  ],
  ["DYN-PLAT-108", "replicas", { replicas: 0 }, /from 1 on, got 0/],
  ["DYN-PLAT-108", "replicas", { replicas: 1.5 }, /got 1\.5/],
  ["DYN-PLAT-109", "replicas", { replicas: 1 }, /one replica/],
  ["DYN-PLAT-110", "leaderElection.id", { leaderElection: { id: "mine" } }, /got "mine"/],
  [
    "DYN-PLAT-111",
    "leaderElection.namespace",
    { leaderElection: { namespace: "dynamo-system" } },
    /own namespace, "dynamo-system"/,
  ],
  [
    "DYN-PLAT-112",
    "crds",
    { development: true, namespaceRestriction: {}, crds: "apply" },
    /owns only the namespace "dynamo-system"/,
  ],
  ["DYN-PLAT-113", "namespaceRestriction", { namespaceRestriction: {} }, /cluster-wide operator/],
  [
    "DYN-PLAT-113",
    "namespaceRestriction.targetNamespace",
    { development: true, namespaceRestriction: { targetNamespace: "team" } },
    /in "dynamo-system", their pods in "team"/,
  ],
  [
    "DYN-PLAT-114",
    "namespaceRestriction.leaseRenewSeconds",
    { development: true, namespaceRestriction: { leaseRenewSeconds: 30 } },
    /every 30 s, for 30 s/,
  ],
  [
    "DYN-PLAT-115",
    "env[0].name",
    { env: [{ name: "DYN_OPERATOR_ALLOW_GMS_SNAPSHOT", value: "1" }] },
    /is reserved/,
  ],
  ["DYN-PLAT-115", "env[1].name", { env: [{ name: "A" }, { name: "POD_NAMESPACE" }] }, /its place/],
  [
    "DYN-PLAT-116",
    "resources.limits.memory",
    { resources: { limits: { cpu: "1" } } },
    /memory is nothing/,
  ],
  [
    "DYN-PLAT-117",
    "registryMirror",
    { registryMirror: "https://registry.example.com" },
    /no scheme, got "https/,
  ],
  [
    "DYN-PLAT-118",
    "dockerRegistry.existingSecretName",
    { dockerRegistry: { server: "nvcr.io", existingSecretName: "" } },
    /is required, got ""/,
  ],
  [
    "DYN-PLAT-118",
    "dockerRegistry.server",
    untyped({ dockerRegistry: { existingSecretName: "ngc" } }),
    /is required, got nothing/,
  ],
  ["DYN-PLAT-130", "discoveryBackend", { discoveryBackend: "etcd" }, /there is no etcd/],
  [
    "DYN-PLAT-130",
    "discoveryBackend",
    untyped({ discoveryBackend: "consul" }),
    /"kubernetes" or "etcd", got "consul"/,
  ],
  ["DYN-PLAT-131", "nats.address", { nats: { address: "nats:4222" } }, /got "nats:4222"/],
  [
    "DYN-PLAT-131",
    "nats.address",
    { nats: { address: "nats://a:4222,nats://b:4222" } },
    /must be nats:\/\/host:port/,
  ],
  ["DYN-PLAT-131", "nats.address", { nats: { address: "tls://n:4222" } }, /got "tls:/],
  ["DYN-PLAT-132", "etcd.endpoints", { etcd: { endpoints: ["etcd"] } }, /entry 0 .* got "etcd"/],
  ["DYN-PLAT-132", "etcd.endpoints", { etcd: { endpoints: ["a:2379", "b:x"] } }, /entry 1/],
  [
    "DYN-PLAT-133",
    "volcanoScheduler",
    { grove: "external", kaiScheduler: "external", volcanoScheduler: true },
    /together with KAI/,
  ],
  ["DYN-PLAT-134", "kaiScheduler", { kaiScheduler: "external" }, /Grove is off/],
  ["DYN-PLAT-134", "volcanoScheduler", { volcanoScheduler: true }, /Grove is off/],
  ["DYN-PLAT-136", "groveTerminationDelay", { groveTerminationDelay: "4 hours" }, /"4 hours"/],
  ["DYN-PLAT-136", "groveTerminationDelay", { groveTerminationDelay: "-1h" }, /"-1h"/],
  ["DYN-PLAT-137", "modelExpressURL", { modelExpressURL: "mx:8001" }, /got "mx:8001"/],
  [
    "DYN-PLAT-137",
    "monitoring.prometheusEndpoint",
    { monitoring: { prometheusEndpoint: "prometheus:9090" } },
    /http:\/\/host:port/,
  ],
  [
    "DYN-PLAT-138",
    "serviceMesh.privateKey",
    { serviceMesh: { tlsMode: "MUTUAL", clientCertificate: "/c" } },
    /required for tlsMode "MUTUAL"/,
  ],
  [
    "DYN-PLAT-139",
    "ingress.tlsSecretName",
    { ingress: { tlsSecretName: "tls" } },
    /there is no class/,
  ],
  [
    "DYN-PLAT-139",
    "ingress.virtualServiceGateway",
    { ingress: { virtualServiceGateway: "main" } },
    /namespace\/name, got "main"/,
  ],
  [
    "DYN-PLAT-140",
    "checkpoint.storage.pvcName",
    { checkpoint: { storage: { pvcName: "", basePath: "/c" } } },
    /is required/,
  ],
  [
    "DYN-PLAT-140",
    "checkpoint.storage.basePath",
    { checkpoint: { storage: { pvcName: "c", basePath: "c" } } },
    /absolute path, got "c"/,
  ],
  ["DYN-PLAT-142", "grove", untyped({ grove: true }), /"bundled", got true/],
  ["DYN-PLAT-131", "nats.address", untyped({ nats: { adress: "nats://n:4222" } }), /got ""/],
  ["DYN-PLAT-132", "etcd.endpoints", untyped({ etcd: { endpoint: "e:2379" } }), /got ""/],
  ["DYN-PLAT-141", "gpuDiscovery", { gpuDiscovery: false }, /profiling jobs/],
  [
    "DYN-PLAT-150",
    "webhooks.certificates.caBundle",
    certificates({ kind: "secret" }),
    /got nothing/,
  ],
  [
    "DYN-PLAT-150",
    "webhooks.certificates.caBundle",
    certificates({ kind: "secret", caBundle: "-----BEGIN CERTIFICATE-----" }),
    /got 27 characters of something else/,
  ],
  ["DYN-PLAT-150", "webhooks.certificates.kind", certificates({ kind: "vault" }), /got "vault"/],
  [
    "DYN-PLAT-151",
    "webhooks.certificates.renewBeforeHours",
    certificates({ kind: "cert-manager", durationHours: 24 }),
    /360 h before the end of 24 h/,
  ],
  [
    "DYN-PLAT-151",
    "webhooks.certificates.authorityRenewBeforeHours",
    certificates({ kind: "cert-manager", authorityRenewBeforeHours: 0 }),
    /0 h before the end of 87600 h/,
  ],
  ["DYN-PLAT-152", "webhooks.failurePolicy", { webhooks: { failurePolicy: "Ignore" } }, /"Ignore"/],
  [
    "DYN-PLAT-153",
    "webhooks.podCheckpointRestoreFailurePolicy",
    {
      webhooks: {
        podCheckpointRestoreFailurePolicy: "Fail",
        certificates: { kind: "cert-manager" },
      },
    },
    /no pod of the cluster starts, the operator's own included$/,
  ],
  [
    "DYN-PLAT-153",
    "webhooks.podCheckpointRestoreFailurePolicy",
    {
      development: true,
      namespaceRestriction: { targetNamespace: "serving" },
      webhooks: { podCheckpointRestoreFailurePolicy: "Fail" },
      waive: [{ code: "DYN-PLAT-113", reason: "this test is about the webhook" }],
    },
    /no pod of namespace "serving" starts$/,
  ],
  [
    "DYN-PLAT-156",
    "webhooks.podCheckpointRestoreFailurePolicy",
    { webhooks: { podCheckpointRestoreFailurePolicy: "Fail" }, waive: podWebhook },
    /self-managed certificates: .* refuses the pods of the operator/,
  ],
  [
    "DYN-PLAT-156",
    "webhooks.podCheckpointRestoreFailurePolicy",
    {
      development: true,
      namespaceRestriction: {},
      webhooks: { podCheckpointRestoreFailurePolicy: "Fail" },
      waive: podWebhook,
    },
    /self-managed certificates/,
  ],
  ["DYN-PLAT-154", "webhooks.timeoutSeconds", { webhooks: { timeoutSeconds: 31 } }, /got 31/],
  [
    "DYN-PLAT-155",
    "networkPolicy.apiServerCidrs[1]",
    { networkPolicy: { apiServerCidrs: ["10.0.0.0/16", "10.0.0.1"] } },
    /got "10\.0\.0\.1"/,
  ],
  [
    "DYN-PLAT-155",
    "networkPolicy.apiServerCidrs",
    { networkPolicy: { apiServerCidrs: [] } },
    /stands for everybody/,
  ],
  ["DYN-PLAT-160", "nats", { development: true, nats: "bundled" }, /only the chart/],
  ["DYN-PLAT-160", "grove", { development: true, grove: "bundled" }, /only the chart/],
];

/** The same, of what is only wrong for the chart. */
const mistakesForChart: readonly (readonly [string, string, DynamoPlatformProps, RegExp])[] = [
  ["DYN-PLAT-135", "nats", { nats: "bundled" }, /one replica/],
  ["DYN-PLAT-135", "etcd", { etcd: "bundled" }, /one replica/],
  ["DYN-PLAT-135", "grove", { grove: "bundled" }, /one replica/],
  ["DYN-PLAT-161", "nodeSelector", { nodeSelector: { pool: "cpu" } }, /no effect/],
  ["DYN-PLAT-161", "priorityClassName", { priorityClassName: "high" }, /no effect/],
  ["DYN-PLAT-161", "logging", { logging: { level: "debug" } }, /no effect/],
  ["DYN-PLAT-161", "networkPolicy", { networkPolicy: {} }, /no effect/],
  ["DYN-PLAT-161", "lws", { lws: true }, /no effect/],
  ["DYN-PLAT-161", "dra", { dra: false }, /no effect/],
  ["DYN-PLAT-161", "kaiQueues", { kaiQueues: false }, /no effect/],
  ["DYN-PLAT-161", "serviceMesh", { serviceMesh: "auto" }, /no effect/],
  ["DYN-PLAT-161", "monitoring.labels", { monitoring: { labels: { a: "b" } } }, /no effect/],
  ["DYN-PLAT-161", "monitoring.namespace", { monitoring: { namespace: "m" } }, /no effect/],
  [
    "DYN-PLAT-161",
    "webhooks.certificates.issuer",
    certificates({ kind: "cert-manager", issuer: { name: "corporate" } }),
    /no effect/,
  ],
  [
    "DYN-PLAT-161",
    "leaderElection.namespace",
    { development: true, namespaceRestriction: {}, leaderElection: { namespace: "x" } },
    /no effect/,
  ],
  [
    "DYN-PLAT-162",
    "kaiScheduler",
    {
      development: true,
      grove: "external",
      kaiScheduler: "bundled",
      registryMirror: "mirror.example.com",
    },
    /do not come from registryMirror/,
  ],
];

const both: readonly PlatformDelivery[] = ["objects", "chart"];

describe("the rules about the platform", () => {
  it.each(both)(
    "are silent about the defaults and about a rich installation, as %s",
    (delivery) => {
      expect(checkPlatform({}, delivery)).toEqual([]);
      expect(checkPlatform({ development: true }, delivery)).toEqual([]);
      const rich: DynamoPlatformProps = {
        image: { digest: `sha256:${"0".repeat(64)}`, tag: "latest" },
        registryMirror: "mirror.example.com:5000/dynamo",
        dockerRegistry: { server: "nvcr.io", existingSecretName: "ngc" },
        nats: { address: "nats://nats.platform.svc.cluster.local:4222" },
        etcd: { endpoints: ["https://a:2379", "http://b:2379", "c:2379"] },
        discoveryBackend: "etcd",
        grove: "external",
        kaiScheduler: "external",
        groveTerminationDelay: "1h30m",
        modelExpressURL: "http://mx.models.svc.cluster.local:8001",
        monitoring: { serviceMonitor: true, prometheusEndpoint: "https://p.example.com/prom" },
        webhooks: { certificates: { kind: "secret", caBundle: certificate } },
        serviceMesh: { tlsMode: "MUTUAL", clientCertificate: "/c", privateKey: "/k" },
        ingress: { className: "nginx", tlsSecretName: "t", virtualServiceGateway: "istio/main" },
        checkpoint: { storage: { pvcName: "c", basePath: "/c" } },
      };
      expect(checkPlatform(rich, delivery)).toEqual([]);
    },
  );

  it("know networks of both families", () => {
    const apiServerCidrs = ["10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "::/0"];
    expect(checkPlatform({ networkPolicy: { apiServerCidrs } })).toEqual([]);
  });

  it("take TLS to NATS of a release that speaks it", () => {
    const nats = { address: "tls://nats:4222" };
    const found = checkPlatform({ version: "1.5.0", nats });
    expect(found.map(({ code }) => code)).toEqual(["DYN-PLAT-104"]);
  });

  it.each(mistakes)("fail with %s at %s", (code, path, props, message) => {
    expectOne(checkPlatform(props), code, path, message);
  });

  it.each(mistakesForChart)("fail the chart with %s at %s", (code, path, props, message) => {
    expectOne(checkPlatform(props, "chart"), code, path, message);
  });

  it("have a mistake for every code", () => {
    const area = Object.keys(codes).filter((code) => code.startsWith("DYN-PLAT-1"));
    const all = [...mistakes, ...mistakesForChart, ...chartMistakes].map(([code]) => code);
    // Two operators in one app are tested below.
    expect([...new Set([...all, "DYN-PLAT-119"])].toSorted()).toEqual(area.toSorted());
  });

  it("leave to a Pulumi program what only it learns", () => {
    const learned = tokenText(3);
    const props: DynamoPlatformProps = {
      nats: { address: learned },
      etcd: { endpoints: [learned, `${learned}:2379`] },
      modelExpressURL: learned,
      networkPolicy: { apiServerCidrs: [learned] },
      registryMirror: learned,
      webhooks: { certificates: { kind: "secret", caBundle: learned } },
    };
    expect(checkPlatform(props)).toEqual([]);
    const wrong = checkPlatform({ ...props, replicas: 0 });
    expect(wrong.map(({ code }) => code)).toEqual(["DYN-PLAT-108"]);
  });

  it("never repeat what may be a password or a key", () => {
    const secret = "hunter2";
    const texts = [
      checkPlatform({ nats: { address: `nats://user:${secret}@nats:4222` } }),
      checkPlatform({ etcd: { endpoints: [`http://root:${secret}@etcd:2379`] } }),
      checkPlatform(
        certificates({
          kind: "secret",
          caBundle: Buffer.from(`-----BEGIN PRIVATE KEY-----${secret}`).toString("base64"),
        }),
      ),
    ].map((found) => JSON.stringify(found));
    expect(texts.every((text) => text.includes("DYN-PLAT-"))).toBe(true);
    for (const text of texts) expect(text).not.toContain(secret);
  });

  it("are waived with a reason", () => {
    const waive = [{ code: "DYN-PLAT-109", reason: "one node" }] as const;
    expect(checkPlatform({ replicas: 1, waive })).toMatchObject([{ waived: "one node" }]);
  });
});

describe("findings of the constructs", () => {
  const outdir = () => {
    const folder = mkdtempSync(join(tmpdir(), "platform-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };

  it("stop the synthesis of our App and of cdk8s' own, by objects and by chart", () => {
    for (const Platform of [DynamoPlatform, FluxPlatform, ArgoCdPlatform]) {
      for (const app of [new App({ outdir: outdir() }), new PlainApp({ outdir: outdir() })]) {
        new Platform(new Chart(app, "chart"), "platform", { replicas: 0 });
        expect(() => app.synth()).toThrow(/DYN-PLAT-108 DynamoPlatform\/dynamo-platform replicas/);
      }
    }
  });

  it("name the construct, and know the namespace of the chart", () => {
    const app = new App();
    const chart = new Chart(app, "chart", { namespace: "serving" });
    new DynamoPlatform(chart, "platform", { leaderElection: { namespace: "serving" } });
    expect(app.findings()).toMatchObject([{ code: "DYN-PLAT-111", construct: "chart/platform" }]);
  });

  it("forbid two cluster-wide operators, but not one beside a restricted one", () => {
    const app = new App();
    new DynamoPlatform(new Chart(app, "a", { namespace: "a" }), "platform");
    const one = { namespaceRestriction: {}, development: true };
    new DynamoPlatform(new Chart(app, "b", { namespace: "b" }), "platform", one);
    expect(app.findings()).toEqual([]);
    const other = { releaseName: "other" };
    new DynamoPlatform(new Chart(app, "c", { namespace: "c" }), "platform", other);
    expect(app.findings()).toMatchObject([
      { code: "DYN-PLAT-119", construct: "a/platform", message: "also cluster-wide: c/platform" },
      { code: "DYN-PLAT-119", construct: "c/platform" },
    ]);
    new FluxPlatform(new Chart(app, "d", { namespace: "d" }), "platform");
    const all = app.findings().filter(({ code }) => code === "DYN-PLAT-119");
    expect(all.map(({ message }) => message)).toEqual([
      "also cluster-wide: c/platform, d/platform",
      "also cluster-wide: a/platform, d/platform",
      "also cluster-wide: a/platform, c/platform",
    ]);
  });
});

function expectOne(all: readonly Finding[], code: string, path: string, message: RegExp): void {
  const found = all.filter(({ waived }) => waived === undefined);
  expect(found.map((each) => each.code)).toEqual([code]);
  expect(formatPath(found[0]?.path ?? [])).toBe(path);
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.fix).toMatch(/^[A-Z].*[.?]$/);
  expect(found[0]?.object).toMatch(/^DynamoPlatform\//);
}
