// SPDX-License-Identifier: Apache-2.0
/** @module The objects of a ModelExpress server, as data. */
import type { Container, EnvVar, PodSpec } from "../../api/index.js";
import { labels as dynamoLabels } from "../../facts/index.js";
import { hardened, type Manifest } from "../../graph/index.js";
import type { SecretKey } from "../../platform/index.js";
import type { StorageMetadata } from "../objects.js";
import { modelExpressPorts, type ResolvedModelExpress } from "./resolve.js";

/** An object of the server. */
export interface ModelExpressObject extends Manifest {
  readonly metadata: StorageMetadata;
  readonly [field: string]: unknown;
}

const cacheFolder = "/models";

/** Renders everything but the claim. */
export function renderModelExpress(server: ResolvedModelExpress): readonly ModelExpressObject[] {
  const account: ModelExpressObject = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: metadataOf(server),
    automountServiceAccountToken: false,
  };
  return [
    account,
    ...(server.metadata === "kubernetes" ? renderRole(server) : []),
    renderDeployment(server),
    renderService(server),
    renderNetworkPolicy(server),
  ];
}

function labelsOf({ name }: ResolvedModelExpress): Readonly<Record<string, string>> {
  return {
    "app.kubernetes.io/name": "model-express",
    "app.kubernetes.io/instance": name,
    "app.kubernetes.io/part-of": "dynamo",
  };
}

function metadataOf(server: ResolvedModelExpress): StorageMetadata {
  return { name: server.name, namespace: server.namespace, labels: labelsOf(server) };
}

/** What the server writes about models and about who has which. @see ai-dynamo/modelexpress helm/templates/rbac.yaml */
function renderRole(server: ResolvedModelExpress): readonly ModelExpressObject[] {
  const write = ["get", "list", "watch", "create", "update", "patch", "delete"];
  const resources = ["modelmetadatas", "modelcacheentries"];
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      metadata: metadataOf(server),
      rules: [
        {
          apiGroups: ["modelexpress.nvidia.com"],
          resources: resources.flatMap((each) => [each, `${each}/status`]),
          verbs: write,
        },
        { apiGroups: [""], resources: ["configmaps"], verbs: write },
      ],
    },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: metadataOf(server),
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: server.name },
      subjects: [{ kind: "ServiceAccount", name: server.name, namespace: server.namespace }],
    },
  ];
}

function renderDeployment(server: ResolvedModelExpress): ModelExpressObject {
  const labels = labelsOf(server);
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: metadataOf(server),
    spec: {
      replicas: server.replicas,
      // A volume of one node has to be let go before the next server mounts it.
      strategy: server.replicas > 1 ? { type: "RollingUpdate" } : { type: "Recreate" },
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: renderPod(server) },
    },
  };
}

function renderPod(server: ResolvedModelExpress): PodSpec {
  const { nodeSelector, tolerations, imagePullSecrets = [] } = server.props;
  return {
    serviceAccountName: server.name,
    // It talks to the API server about its own objects, and to nobody else's.
    automountServiceAccountToken: server.metadata === "kubernetes",
    enableServiceLinks: false,
    securityContext: hardened().podSecurityContext,
    nodeSelector: nodeSelector === undefined ? undefined : { ...nodeSelector },
    tolerations: tolerations === undefined ? undefined : [...tolerations],
    imagePullSecrets:
      imagePullSecrets.length === 0 ? undefined : imagePullSecrets.map((name) => ({ name })),
    containers: [renderContainer(server)],
    volumes: [
      { name: "models", persistentVolumeClaim: { claimName: server.claimName } },
      { name: "tmp", emptyDir: { sizeLimit: "1Gi" } },
    ],
  };
}

function renderContainer(server: ResolvedModelExpress): Container {
  const { grpc, metrics } = modelExpressPorts;
  // gRPC of this server has no health service that a probe could ask.
  const probe = { tcpSocket: { port: "grpc" }, periodSeconds: 10, timeoutSeconds: 5 };
  return {
    name: "server",
    image: server.image,
    ports: [
      { name: "grpc", containerPort: grpc },
      { name: "metrics", containerPort: metrics },
    ],
    env: environmentOf(server),
    resources: server.resources,
    readinessProbe: { ...probe, failureThreshold: 3 },
    livenessProbe: { ...probe, failureThreshold: 6 },
    securityContext: { ...hardened().securityContext, readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: "models", mountPath: cacheFolder },
      { name: "tmp", mountPath: "/tmp" },
    ],
  };
}

function environmentOf({ metadata, token, namespace }: ResolvedModelExpress): EnvVar[] {
  const { grpc, metrics } = modelExpressPorts;
  const own: EnvVar = {
    name: "MX_METADATA_NAMESPACE",
    ...(namespace === undefined
      ? { valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } }
      : { value: namespace }),
  };
  return [
    { name: "MODEL_EXPRESS_SERVER_PORT", value: String(grpc) },
    { name: "MODEL_EXPRESS_SERVER_METRICS_PORT", value: String(metrics) },
    { name: "MODEL_EXPRESS_CACHE_DIRECTORY", value: cacheFolder },
    { name: "HF_HOME", value: cacheFolder },
    { name: "HOME", value: "/tmp" },
    ...(metadata === "kubernetes"
      ? [{ name: "MX_METADATA_BACKEND", value: "kubernetes" }, own]
      : [
          { name: "MX_METADATA_BACKEND", value: "redis" },
          typeof metadata.redisUrl === "string"
            ? { name: "REDIS_URL", value: metadata.redisUrl }
            : fromSecret("REDIS_URL", metadata.redisUrl),
        ]),
    ...(token === undefined ? [] : [fromSecret("HF_TOKEN", token)]),
  ];
}

function fromSecret(name: string, { name: secret, key }: SecretKey): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function renderService(server: ResolvedModelExpress): ModelExpressObject {
  const { grpc, metrics } = modelExpressPorts;
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadataOf(server),
    spec: {
      selector: labelsOf(server),
      ports: [
        { name: "grpc", port: grpc, targetPort: "grpc", appProtocol: "grpc" },
        { name: "metrics", port: metrics, targetPort: "metrics" },
      ],
    },
  };
}

/** Workers of graphs ask for models, Prometheus for metrics. The protocol has no password of its own. */
function renderNetworkPolicy(server: ResolvedModelExpress): ModelExpressObject {
  const { clients = [], monitoringNamespace = "monitoring" } = server.props;
  const { egressPorts = [443, 6443, 6379] } = server.props;
  const tcp = (port: number) => ({ protocol: "TCP", port });
  const graphs = {
    namespaceSelector: {},
    podSelector: { matchExpressions: [{ key: dynamoLabels.graph, operator: "Exists" }] },
  };
  const monitoring = {
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": monitoringNamespace } },
  };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadataOf(server),
    spec: {
      podSelector: { matchLabels: labelsOf(server) },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        { from: [graphs, ...clients], ports: [tcp(modelExpressPorts.grpc)] },
        { from: [monitoring], ports: [tcp(modelExpressPorts.metrics)] },
      ],
      egress: [
        { ports: [{ protocol: "UDP", port: 53 }, tcp(53)] },
        { ports: egressPorts.map(tcp) },
      ],
    },
  };
}
