// SPDX-License-Identifier: Apache-2.0
/** @module Values that the chart refuses or ignores: what is wrong, where, and with which words. */

const operator = (values: object) => ({ "dynamo-operator": values });

/** Code, path, values, message, and the fix where it says more than usual. */
export const chartMistakes: readonly (readonly [string, string, unknown, RegExp, RegExp?])[] = [
  ["DYN-PLAT-170", "replicas", { replicas: 2 }, /read by no template/, /dynamo-operator\./],
  [
    "DYN-PLAT-170",
    "dynamo",
    { dynamo: { serviceMesh: { enabled: true } } },
    /read by no template/,
    /Did you mean dynamo-operator\.dynamo\?/,
  ],
  [
    "DYN-PLAT-170",
    "prometheusEndpoint",
    { prometheusEndpoint: "http://p" },
    /read by no template/,
    /dynamo-operator\.dynamo\.metrics\.prometheusEndpoint/,
  ],
  [
    "DYN-PLAT-170",
    "dynamo-operator.upgradeCRDs",
    operator({ upgradeCRDs: false }),
    /read by no template/,
    /dynamo-operator\.upgradeCRD\?/,
  ],
  [
    "DYN-PLAT-170",
    "dynamo-operator.webhook.certManager.issuerRef",
    operator({ webhook: { certManager: { enabled: true, issuerRef: {} } } }),
    /read by no template/,
  ],
  [
    "DYN-PLAT-171",
    "global.nats.install",
    { global: { nats: { install: "yes" } } },
    /boolean.*"yes"/,
  ],
  [
    "DYN-PLAT-171",
    "dynamo-operator.discoveryBackend",
    operator({ discoveryBackend: "consul" }),
    /"kubernetes" or "etcd", got "consul"/,
  ],
  [
    "DYN-PLAT-171",
    "dynamo-operator.checkpoint.storage.type",
    operator({ checkpoint: { enabled: true, storage: { type: "s3" } } }),
    /"pvc", got "s3"/,
  ],
  [
    "DYN-PLAT-171",
    "dynamo-operator.dynamo.mpiRun.secretName",
    operator({ dynamo: { mpiRun: { secretName: "" } } }),
    /got ""/,
  ],
  ["DYN-PLAT-172", "nats.enabled", { nats: { enabled: true } }, /is gone/, /global\.nats\.install/],
  [
    "DYN-PLAT-172",
    "etcd.enabled",
    { etcd: { enabled: false } },
    /is gone/,
    /global\.etcd\.install/,
  ],
  ["DYN-PLAT-172", "grove.enabled", { grove: { enabled: true } }, /is gone/, /global\.grove\./],
  [
    "DYN-PLAT-172",
    "kai-scheduler.enabled",
    { "kai-scheduler": { enabled: true } },
    /is gone/,
    /global\.kai-scheduler\./,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.nats.enabled",
    operator({ nats: { enabled: true } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.webhook.enabled",
    operator({ webhook: { enabled: true } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.webhook.certGenerator",
    operator({ webhook: { certGenerator: { image: {} } } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.webhook.certificateValidity",
    operator({ webhook: { certificateValidity: 365 } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.dynamo.mpiRun.sshKeygen",
    operator({ dynamo: { mpiRun: { sshKeygen: { enabled: true } } } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.dynamo.internalImages",
    operator({ dynamo: { internalImages: {} } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.dynamo.enableRestrictedSecurityContext",
    operator({ dynamo: { enableRestrictedSecurityContext: true } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-172",
    "dynamo-operator.checkpoint.readyForCheckpointFilePath",
    operator({ checkpoint: { readyForCheckpointFilePath: "/tmp/x" } }),
    /is gone/,
  ],
  [
    "DYN-PLAT-173",
    "dynamo-operator.webhook.namespaceSelector",
    operator({ webhook: { namespaceSelector: { matchLabels: { a: "b" } } } }),
    /must be empty/,
  ],
  [
    "DYN-PLAT-174",
    "dynamo-operator.dynamo.dockerRegistry.password",
    operator({
      dynamo: {
        dockerRegistry: {
          useKubernetesSecret: true,
          server: "nvcr.io",
          username: "$oauthtoken",
          password: "hunter2",
        },
      },
    }),
    /clear text/,
  ],
  [
    "DYN-PLAT-110",
    "dynamo-operator.controllerManager.leaderElection.id",
    operator({ controllerManager: { leaderElection: { id: "mine" } } }),
    /got "mine"/,
  ],
  [
    "DYN-PLAT-111",
    "dynamo-operator.controllerManager.leaderElection.namespace",
    operator({ controllerManager: { leaderElection: { namespace: "dynamo-system" } } }),
    /own namespace/,
  ],
  [
    "DYN-PLAT-112",
    "dynamo-operator.upgradeCRD",
    operator({ namespaceRestriction: { enabled: true } }),
    /the default is true/,
  ],
  [
    "DYN-PLAT-115",
    "dynamo-operator.env[0].name",
    operator({ env: [{ name: "DYN_OPERATOR_ALLOW_GMS_SNAPSHOT", value: "1" }] }),
    /is reserved/,
  ],
  [
    "DYN-PLAT-118",
    "dynamo-operator.dynamo.dockerRegistry.server",
    operator({
      dynamo: { dockerRegistry: { useKubernetesSecret: true, existingSecretName: "ngc" } },
    }),
    /is required/,
  ],
  [
    "DYN-PLAT-118",
    "dynamo-operator.dynamo.dockerRegistry.existingSecretName",
    operator({ dynamo: { dockerRegistry: { useKubernetesSecret: true, server: "nvcr.io" } } }),
    /is required/,
  ],
  [
    "DYN-PLAT-130",
    "dynamo-operator.discoveryBackend",
    operator({ discoveryBackend: "etcd" }),
    /neither etcdAddr/,
  ],
  [
    "DYN-PLAT-131",
    "dynamo-operator.natsAddr",
    operator({ natsAddr: "http://nats:4222" }),
    /got "http/,
  ],
  ["DYN-PLAT-132", "dynamo-operator.etcdAddr", operator({ etcdAddr: "etcd" }), /host:port/],
  [
    "DYN-PLAT-133",
    "global.volcano-scheduler.enabled",
    {
      global: {
        "kai-scheduler": { install: true },
        "volcano-scheduler": { enabled: true },
      },
    },
    /together with KAI/,
  ],
  ["DYN-PLAT-137", "dynamo-operator.modelExpressURL", operator({ modelExpressURL: "mx" }), /"mx"/],
  [
    "DYN-PLAT-137",
    "dynamo-operator.dynamo.metrics.prometheusEndpoint",
    operator({ dynamo: { metrics: { prometheusEndpoint: "prometheus:9090" } } }),
    /http/,
  ],
  [
    "DYN-PLAT-138",
    "dynamo-operator.dynamo.serviceMesh.istio.clientCertificate",
    operator({
      dynamo: {
        serviceMesh: { enabled: true, istio: { tlsMode: "MUTUAL", privateKey: "/k" } },
      },
    }),
    /required/,
  ],
  [
    "DYN-PLAT-140",
    "dynamo-operator.checkpoint.storage.pvc.basePath",
    operator({ checkpoint: { enabled: true, storage: { type: "pvc", pvc: { pvcName: "c" } } } }),
    /absolute path/,
  ],
  [
    "DYN-PLAT-150",
    "dynamo-operator.webhook.caBundle",
    operator({ webhook: { certificateSecret: { external: true } } }),
    /got nothing/,
  ],
  [
    "DYN-PLAT-154",
    "dynamo-operator.webhook.timeoutSeconds",
    operator({ webhook: { timeoutSeconds: 60 } }),
    /1 to 30, got 60/,
  ],
];
