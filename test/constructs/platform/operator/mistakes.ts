// SPDX-License-Identifier: Apache-2.0
/** @module Settings of the platform that are wrong, each with the code, the field and the words that say so. */
import type { DynamoPlatformProps } from "@dynamo-iac/constructs/platform";

/** A certificate in base64, as far as the rules look. */
export const certificate = Buffer.from(
  "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
).toString("base64");

/** What somebody writes who does not mind the types. */
const untyped = (props: object) => props as DynamoPlatformProps;
export const certificates = (value: object) => untyped({ webhooks: { certificates: value } });

/** Said of every strict pod webhook, whatever else is wrong with it. */
const podWebhook = [
  { code: "DYN-PLAT-153", reason: "this test is about the certificates" },
] as const;

/** What is wrong, where it is said, and with which words. */
export const mistakes: readonly (readonly [string, string, DynamoPlatformProps, RegExp])[] = [
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
export const mistakesForChart: readonly (readonly [string, string, DynamoPlatformProps, RegExp])[] =
  [
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
