// SPDX-License-Identifier: Apache-2.0
/** @module What the templates of chart dynamo-platform 1.4.0 make of values, written down from upstream and apart from the code. */
import type { PlatformChartValues } from "@dynamo-iac/constructs/platform";
import { dump } from "js-yaml";
import { webhookTable } from "./tables.js";

// biome-ignore lint/suspicious/noExplicitAny: objects that are only compared
type Loose = any;

/** A Helm release. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly appVersion: string;
}

/** Configuration, Deployment, Services, webhooks, monitors and certificates of the chart. */
export function chartObjects(values: PlatformChartValues, release: Release): readonly Loose[] {
  const operator = values["dynamo-operator"] ?? {};
  const full = `${release.name}-dynamo-operator`;
  const context = { values, operator, release, full };
  return [
    {
      kind: "ConfigMap",
      metadata: { name: `${full}-config`, namespace: release.namespace },
      data: { "config.yaml": dump(configuration(context)) },
    },
    deployment(context),
    ...services(context),
    ...webhooks(context),
    ...certificates(context),
  ];
}

interface Context {
  readonly values: PlatformChartValues;
  readonly operator: NonNullable<PlatformChartValues["dynamo-operator"]>;
  readonly release: Release;
  readonly full: string;
}

function configuration({ values, operator, release, full }: Context): Loose {
  const { global = {} } = values;
  const { webhook = {}, dynamo = {}, namespaceRestriction = {}, checkpoint = {} } = operator;
  const either = (part?: { install?: boolean | undefined; enabled?: boolean | undefined }) =>
    (part?.enabled ?? false) || (part?.install ?? false);
  const restricted = namespaceRestriction.enabled ?? false;
  const target = namespaceRestriction.targetNamespace ?? release.namespace;
  const manual = webhook.certManager?.enabled || webhook.certificateSecret?.external;
  const host = (part: string) => `${release.name}-${part}.${release.namespace}.svc.cluster.local`;
  const mesh = dynamo.serviceMesh?.enabled ?? false;
  const { istio = {} } = dynamo.serviceMesh ?? {};
  const election = operator.controllerManager?.leaderElection;
  return {
    apiVersion: "operator.config.dynamo.nvidia.com/v1alpha1",
    kind: "OperatorConfiguration",
    server: {
      metrics: { bindAddress: "0.0.0.0", secure: true },
      webhook: {
        certProvisionMode: manual ? "manual" : "auto",
        secretName: webhook.certificateSecret?.name ?? "webhook-server-cert",
        serviceName: `${full}-webhook-service`,
      },
    },
    leaderElection: {
      enabled: true,
      id: election?.id || "dynamo.nvidia.com",
      namespace: restricted ? target : election?.namespace || "kube-system",
    },
    ...(restricted
      ? {
          namespace: {
            restricted: target,
            scope: {
              leaseDuration: namespaceRestriction.lease?.duration ?? "30s",
              leaseRenewInterval: namespaceRestriction.lease?.renewInterval ?? "10s",
            },
          },
          gpu: { discoveryEnabled: operator.gpuDiscovery?.enabled ?? true },
        }
      : {
          rbac: {
            plannerClusterRoleName: `${full}-planner`,
            dgdrProfilingClusterRoleName: `${full}-dgdr-profiling`,
            eppClusterRoleName: `${full}-epp`,
          },
        }),
    orchestrators: {
      kaiScheduler: { enabled: either(global["kai-scheduler"]) },
      volcanoScheduler: { enabled: global["volcano-scheduler"]?.enabled ?? false },
      grove: {
        enabled: either(global.grove),
        terminationDelay: dynamo.groveTerminationDelay ?? "4h",
      },
    },
    infrastructure: noEmpty({
      natsAddress: operator.natsAddr || (global.nats?.install ? `nats://${host("nats")}:4222` : ""),
      etcdAddress: operator.etcdAddr || (global.etcd?.install ? `${host("etcd")}:2379` : ""),
      modelExpressURL: operator.modelExpressURL,
      prometheusEndpoint: dynamo.metrics?.prometheusEndpoint,
    }),
    ingress: noEmpty({
      virtualServiceGateway: dynamo.istio?.enabled ? dynamo.istio.gateway : "",
      controllerClassName: dynamo.ingress?.enabled ? dynamo.ingress.className : "",
      controllerTLSSecretName: dynamo.ingress?.enabled
        ? (dynamo.ingress.tlsSecretName ?? "my-tls-secret")
        : "",
      hostSuffix: dynamo.ingressHostSuffix,
    }),
    serviceMesh: mesh
      ? {
          enabled: true,
          provider: dynamo.serviceMesh?.provider ?? "istio",
          istio: {
            tlsMode: istio.tlsMode ?? "SIMPLE",
            insecureSkipVerify: istio.insecureSkipVerify ?? true,
            ...noEmpty({
              clientCertificate: istio.clientCertificate,
              privateKey: istio.privateKey,
              caCertificates: istio.caCertificates,
            }),
          },
        }
      : { enabled: false },
    mpi: {
      sshSecretName: dynamo.mpiRun?.secretName ?? "mpi-run-ssh-secret",
      sshSecretNamespace: release.namespace,
    },
    ...(checkpoint.enabled
      ? {
          checkpoint: {
            enabled: true,
            cleanupImage: checkpoint.cleanupImage ?? "busybox:1.36",
            seccomp: checkpoint.seccomp?.disabled
              ? { disabled: true }
              : { profile: checkpoint.seccomp?.profile ?? "profiles/block-iouring.json" },
            ...(checkpoint.storage?.type === undefined ? {} : { storage: checkpoint.storage }),
          },
        }
      : {}),
    discovery: { backend: operator.discoveryBackend ?? "kubernetes" },
  };
}

function noEmpty(block: Readonly<Record<string, string | null | undefined>>): Loose {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => Boolean(value)));
}

function deployment({ operator, release, full }: Context): Loose {
  const { controllerManager = {}, webhook = {} } = operator;
  const { image = {}, resources, containerSecurityContext } = controllerManager.manager ?? {};
  const version = release.appVersion;
  const reference = `${image.repository ?? "nvcr.io/nvidia/ai-dynamo/kubernetes-operator"}:${image.tag || version}`;
  const pullPolicy = image.pullPolicy ?? "IfNotPresent";
  const common = {
    image: reference,
    imagePullPolicy: pullPolicy,
    securityContext: containerSecurityContext,
  };
  const restricted = operator.namespaceRestriction?.enabled ?? false;
  const crdApply = {
    ...common,
    name: "crd-apply",
    command: ["/crd-apply"],
    args: [
      "--crds-dir",
      "/opt/dynamo-operator/crds/",
      "--version",
      version,
      "--conversion-webhook-service-name",
      `${full}-webhook-service`,
      "--conversion-webhook-service-namespace",
      release.namespace,
    ],
  };
  const manager = {
    ...common,
    name: "manager",
    command: ["/manager"],
    args: [
      "--config=/etc/dynamo-operator/config.yaml",
      `--operator-version=${version}`,
      `--operator-image=${reference}`,
      `--operator-image-pull-policy=${pullPolicy}`,
    ],
    env: [
      ...(operator.env ?? []),
      {
        name: "KUBERNETES_CLUSTER_DOMAIN",
        value: operator.kubernetesClusterDomain ?? "cluster.local",
      },
      {
        name: "POD_SERVICE_ACCOUNT",
        valueFrom: { fieldRef: { fieldPath: "spec.serviceAccountName" } },
      },
      { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
    ],
    ports: [
      { name: "metrics", containerPort: 8080, protocol: "TCP" },
      { name: "webhook-server", containerPort: 9443, protocol: "TCP" },
    ],
    livenessProbe: {
      httpGet: { path: "/healthz", port: 8081 },
      initialDelaySeconds: 15,
      periodSeconds: 20,
    },
    readinessProbe: {
      httpGet: { path: "/readyz", port: 8081 },
      initialDelaySeconds: 5,
      periodSeconds: 10,
      timeoutSeconds: 5,
    },
    resources: resources ?? {
      requests: { cpu: "512m", memory: "1Gi" },
      limits: { cpu: "1024m", memory: "2Gi" },
    },
    volumeMounts: [
      { name: "operator-config", mountPath: "/etc/dynamo-operator", readOnly: true },
      { name: "cert", mountPath: "/tmp/k8s-webhook-server/serving-certs", readOnly: true },
    ],
  };
  const upgradeCrd = operator.upgradeCRD ?? true;
  return {
    kind: "Deployment",
    metadata: { name: `${full}-controller-manager`, namespace: release.namespace },
    spec: {
      replicas: controllerManager.replicas ?? 1,
      selector: { matchLabels: selector(release) },
      template: {
        spec: {
          serviceAccountName: `${full}-controller-manager`,
          imagePullSecrets: operator.imagePullSecrets,
          tolerations: controllerManager.tolerations,
          affinity: controllerManager.affinity,
          initContainers: upgradeCrd && !restricted ? [crdApply] : [],
          containers: [manager],
          volumes: [
            { name: "operator-config", configMap: { name: `${full}-config` } },
            {
              name: "cert",
              secret: {
                defaultMode: 420,
                secretName: webhook.certificateSecret?.name ?? "webhook-server-cert",
                optional: true,
              },
            },
          ],
        },
      },
    },
  };
}

function selector({ name }: Release) {
  return {
    "control-plane": "controller-manager",
    "app.kubernetes.io/name": "dynamo-operator",
    "app.kubernetes.io/instance": name,
  };
}

function services({ operator, release, full }: Context): readonly Loose[] {
  const service = (name: string, port: Loose) => ({
    kind: "Service",
    metadata: { name, namespace: release.namespace },
    spec: { selector: selector(release), ports: [port] },
  });
  return [
    service(`${full}-webhook-service`, { name: "webhook", port: 443, targetPort: 9443 }),
    ...(operator.metricsService?.enabled === false
      ? []
      : [service(full, { name: "metrics", port: 8080, targetPort: "metrics" })]),
  ];
}

function webhooks({ operator, release, full }: Context): readonly Loose[] {
  const { webhook = {}, namespaceRestriction = {} } = operator;
  const restricted = namespaceRestriction.enabled ?? false;
  const managed = webhook.certManager?.enabled ?? false;
  const external = !managed && (webhook.certificateSecret?.external ?? false);
  return ["Validating", "Mutating"].map((kind) => ({
    kind: `${kind}WebhookConfiguration`,
    metadata: {
      name: `${full}-${kind.toLowerCase()}${restricted ? `-${release.namespace}` : ""}`,
      labels: {
        "app.kubernetes.io/part-of": "dynamo-operator",
        "nvidia.com/dynamo-operator-namespace": release.namespace,
      },
      annotations: managed
        ? { "cert-manager.io/inject-ca-from": `${release.namespace}/${full}-serving-cert` }
        : {},
    },
    webhooks: webhookTable
      .filter(([configuration]) => configuration === kind)
      .map(([, name, path, version, resource]) => ({
        name,
        admissionReviewVersions: ["v1"],
        clientConfig: {
          ...(external && webhook.caBundle ? { caBundle: webhook.caBundle } : {}),
          service: { name: `${full}-webhook-service`, namespace: release.namespace, path },
        },
        failurePolicy:
          resource === "pods"
            ? (webhook.podCheckpointRestoreFailurePolicy ?? "Ignore")
            : (webhook.failurePolicy ?? "Fail"),
        matchPolicy: name.startsWith("mdynamocomponent") ? "Exact" : undefined,
        namespaceSelector: restricted
          ? {
              matchLabels: {
                "kubernetes.io/metadata.name":
                  namespaceRestriction.targetNamespace ?? release.namespace,
              },
            }
          : undefined,
        rules: [
          {
            apiGroups: [resource === "pods" ? "" : "nvidia.com"],
            apiVersions: [version],
            operations: resource === "pods" ? ["CREATE"] : ["CREATE", "UPDATE"],
            resources: [resource],
          },
        ],
        sideEffects: "None",
        timeoutSeconds: webhook.timeoutSeconds ?? 10,
      })),
  }));
}

function certificates({ operator, release, full }: Context): readonly Loose[] {
  const { webhook = {}, kubernetesClusterDomain = "cluster.local" } = operator;
  if (webhook.certManager?.enabled !== true) return [];
  const { certificate = {} } = webhook.certManager;
  const { rootCA = {} } = certificate;
  const object = (kind: string, suffix: string, spec: Loose) => ({
    kind,
    metadata: { name: `${full}-${suffix}`, namespace: release.namespace },
    spec,
  });
  const service = `${full}-webhook-service`;
  return [
    object("Issuer", "ca-issuer", { ca: { secretName: `${full}-root-ca-secret` } }),
    object("Certificate", "root-ca", {
      isCA: true,
      commonName: `${full.slice(0, 56)}-root-ca`,
      secretName: `${full}-root-ca-secret`,
      duration: rootCA.duration ?? "87600h",
      renewBefore: rootCA.renewBefore ?? "720h",
      privateKey: { algorithm: "RSA", size: 4096 },
      issuerRef: { name: `${full}-selfsigned-issuer`, kind: "Issuer" },
    }),
    object("Certificate", "serving-cert", {
      secretName: webhook.certificateSecret?.name ?? "webhook-server-cert",
      commonName: `${full.slice(0, 56)}-webhook`,
      duration: certificate.duration ?? "8760h",
      renewBefore: certificate.renewBefore ?? "360h",
      dnsNames: [
        service,
        `${service}.${release.namespace}.svc`,
        `${service}.${release.namespace}.svc.${kubernetesClusterDomain}`,
      ],
      issuerRef: { name: `${full}-ca-issuer`, kind: "Issuer" },
    }),
  ];
}
