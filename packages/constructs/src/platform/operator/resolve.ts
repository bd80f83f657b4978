// SPDX-License-Identifier: Apache-2.0
/** @module Every default of the operator, for objects and chart alike. */
import type { Affinity, EnvVar, ResourceRequirements, Toleration } from "../../api/index.js";
import type { Orchestrator } from "../../checks/index.js";
import { dynamoVersion } from "../../facts/index.js";
import { checkpointImage, operatorImage } from "./images.js";
import type {
  CheckpointStorage,
  IngressProps,
  Integration,
  MonitoringProps,
  ServiceMeshProps,
} from "./integration-props.js";
import { type PlatformIdentity, selectorLabels } from "./names.js";
import type {
  DockerRegistryProps,
  DynamoPlatformProps,
  LoggingProps,
  NetworkPolicyProps,
} from "./props.js";
import type { FailurePolicy, WebhookCertificates } from "./webhook-props.js";

/** An installation for one namespace. */
export interface ResolvedRestriction {
  readonly targetNamespace: string;
  readonly leaseDurationSeconds: number;
  readonly leaseRenewSeconds: number;
}

/** Webhooks with everything said. */
export interface ResolvedWebhooks {
  readonly certificates: WebhookCertificates;
  readonly secretName: string;
  readonly failurePolicy: FailurePolicy;
  readonly podCheckpointRestoreFailurePolicy: FailurePolicy;
  readonly timeoutSeconds: number;
}

/** Checkpoints with everything said. */
export interface ResolvedCheckpoint {
  readonly cleanupImage: string;
  readonly seccompProfile: string | undefined;
  readonly storage: CheckpointStorage | undefined;
}

/** A platform with everything said. */
export interface ResolvedPlatform extends PlatformIdentity {
  readonly createNamespace: boolean;
  readonly clusterDomain: string;
  readonly development: boolean;
  readonly image: ReturnType<typeof operatorImage>;
  readonly registryMirror: string | undefined;
  readonly imagePullSecrets: readonly string[];
  readonly dockerRegistry: DockerRegistryProps | undefined;
  readonly replicas: number;
  readonly resources: ResourceRequirements;
  readonly tolerations: readonly Toleration[] | undefined;
  readonly affinity: Affinity | undefined;
  readonly nodeSelector: Readonly<Record<string, string>> | undefined;
  readonly priorityClassName: string | undefined;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly serviceAccountAnnotations: Readonly<Record<string, string>> | undefined;
  readonly componentServiceAccountAnnotations: Readonly<Record<string, string>> | undefined;
  readonly env: readonly EnvVar[];
  readonly readOnlyRootFilesystem: boolean;
  readonly logging: LoggingProps | undefined;
  readonly networkPolicy: NetworkPolicyProps | undefined;
  readonly leaderElection: { readonly id: string; readonly namespace: string };
  readonly applyCrds: boolean;
  readonly restriction: ResolvedRestriction | undefined;
  readonly webhooks: ResolvedWebhooks;
  readonly discoveryBackend: "kubernetes" | "etcd";
  /** Address for the operator; undefined also when the chart computes it. */
  readonly natsAddress: string | undefined;
  readonly natsBundled: boolean;
  /** Endpoints, joined by commas; undefined also when the chart computes it. */
  readonly etcdAddress: string | undefined;
  readonly etcdBundled: boolean;
  readonly grove: Integration;
  readonly groveTerminationDelay: string;
  readonly kaiScheduler: Integration;
  readonly kaiQueues: boolean;
  readonly volcanoScheduler: boolean;
  readonly lws: boolean | undefined;
  readonly dra: boolean | undefined;
  readonly gpuDiscovery: boolean;
  readonly modelExpressURL: string | undefined;
  readonly mpiSecretName: string;
  readonly monitoring: {
    readonly metricsService: boolean;
    readonly serviceMonitor: boolean;
    readonly labels: Readonly<Record<string, string>>;
    readonly podMonitors: NonNullable<MonitoringProps["podMonitors"]>;
    readonly prometheusEndpoint: string | undefined;
    readonly namespace: string;
  };
  readonly serviceMesh:
    | (Required<Pick<ServiceMeshProps, "tlsMode">> & ServiceMeshProps)
    | "auto"
    | false;
  readonly ingress: IngressProps | undefined;
  readonly checkpoint: ResolvedCheckpoint | undefined;
}

/** Lease of a cluster-wide operator; the chart refuses every other name. */
export const leaseName = "dynamo.nvidia.com";

/** What the chart sets aside for the operator. */
const chartResources: ResourceRequirements = {
  requests: { cpu: "512m", memory: "1Gi" },
  limits: { cpu: "1024m", memory: "2Gi" },
};

/** Resolves the props; `namespace` is that of the cdk8s chart, if there is one. */
export function resolvePlatform(
  props: DynamoPlatformProps,
  chartNamespace?: string,
): ResolvedPlatform {
  const identity = {
    version: props.version ?? dynamoVersion,
    releaseName: props.releaseName ?? "dynamo-platform",
    namespace: props.namespace ?? chartNamespace ?? "dynamo-system",
  };
  const restriction = resolveRestriction(props, identity.namespace);
  const development = props.development ?? false;
  const replicas = props.replicas ?? (development || restriction !== undefined ? 1 : 2);
  return {
    ...identity,
    createNamespace: props.createNamespace ?? false,
    clusterDomain: props.clusterDomain ?? "cluster.local",
    development,
    image: operatorImage(props, identity.version),
    registryMirror: props.registryMirror,
    imagePullSecrets: props.imagePullSecrets ?? [],
    dockerRegistry: props.dockerRegistry,
    replicas,
    resources: props.resources ?? chartResources,
    tolerations: props.tolerations,
    affinity: props.affinity ?? (replicas > 1 ? apart(identity, props.spread) : undefined),
    nodeSelector: props.nodeSelector,
    priorityClassName: props.priorityClassName,
    podLabels: props.podLabels ?? {},
    podAnnotations: props.podAnnotations ?? {},
    serviceAccountAnnotations: props.serviceAccountAnnotations,
    componentServiceAccountAnnotations: props.componentServiceAccountAnnotations,
    env: props.env ?? [],
    readOnlyRootFilesystem: props.readOnlyRootFilesystem ?? true,
    logging: props.logging,
    networkPolicy: props.networkPolicy === false ? undefined : (props.networkPolicy ?? {}),
    leaderElection: {
      id: props.leaderElection?.id ?? leaseName,
      // The chart ignores the setting of a restricted operator.
      namespace: restriction?.targetNamespace ?? props.leaderElection?.namespace ?? "kube-system",
    },
    applyCrds: (props.crds ?? (restriction === undefined ? "apply" : "external")) === "apply",
    restriction,
    webhooks: {
      certificates: props.webhooks?.certificates ?? { kind: "self-managed" },
      secretName: props.webhooks?.secretName ?? "webhook-server-cert",
      failurePolicy: props.webhooks?.failurePolicy ?? "Fail",
      podCheckpointRestoreFailurePolicy:
        props.webhooks?.podCheckpointRestoreFailurePolicy ?? "Ignore",
      timeoutSeconds: props.webhooks?.timeoutSeconds ?? 10,
    },
    ...resolveIntegrations(props),
    monitoring: resolveMonitoring(props.monitoring),
    checkpoint: resolveCheckpoint(props),
  };
}

function resolveRestriction(
  { namespaceRestriction: restriction }: DynamoPlatformProps,
  namespace: string,
): ResolvedRestriction | undefined {
  if (restriction === undefined) return undefined;
  return {
    targetNamespace: restriction.targetNamespace ?? namespace,
    leaseDurationSeconds: restriction.leaseDurationSeconds ?? 30,
    leaseRenewSeconds: restriction.leaseRenewSeconds ?? 10,
  };
}

function resolveIntegrations(props: DynamoPlatformProps) {
  const { nats, etcd, orchestration } = props;
  const inCluster = (name: Orchestrator): Integration =>
    orchestration?.orchestrators.includes(name) === true ? "external" : "off";
  return {
    discoveryBackend: props.discoveryBackend ?? "kubernetes",
    // An address that is missing for no good reason is an empty one, which the checks report.
    natsAddress: nats === undefined || nats === "bundled" ? undefined : (nats.address ?? ""),
    natsBundled: nats === "bundled",
    etcdAddress:
      etcd === undefined || etcd === "bundled" ? undefined : (etcd.endpoints ?? []).join(","),
    etcdBundled: etcd === "bundled",
    grove: props.grove ?? inCluster("grove"),
    groveTerminationDelay: props.groveTerminationDelay ?? "4h",
    kaiScheduler: props.kaiScheduler ?? inCluster("kai"),
    kaiQueues: props.kaiQueues ?? true,
    volcanoScheduler: props.volcanoScheduler ?? false,
    lws: props.lws,
    dra: props.dra,
    gpuDiscovery: props.gpuDiscovery ?? true,
    modelExpressURL: props.modelExpressURL,
    mpiSecretName: props.mpiSecretName ?? "mpi-run-ssh-secret",
    serviceMesh: resolveMesh(props.serviceMesh),
    ingress: props.ingress,
  } as const;
}

function resolveMesh(mesh: DynamoPlatformProps["serviceMesh"]): ResolvedPlatform["serviceMesh"] {
  if (mesh === undefined || mesh === false) return false;
  return mesh === "auto" ? mesh : { ...mesh, tlsMode: mesh.tlsMode ?? "SIMPLE" };
}

function resolveMonitoring(monitoring: MonitoringProps = {}): ResolvedPlatform["monitoring"] {
  const serviceMonitor = monitoring.serviceMonitor ?? false;
  return {
    // Without the Service there is nothing to monitor.
    metricsService: serviceMonitor || (monitoring.metricsService ?? true),
    serviceMonitor,
    labels: monitoring.labels ?? { release: "prometheus" },
    podMonitors: monitoring.podMonitors ?? false,
    prometheusEndpoint: monitoring.prometheusEndpoint,
    namespace: monitoring.namespace ?? "monitoring",
  };
}

function resolveCheckpoint(props: DynamoPlatformProps): ResolvedCheckpoint | undefined {
  const { checkpoint } = props;
  if (checkpoint === undefined) return undefined;
  const { seccompProfile = "profiles/block-iouring.json" } = checkpoint;
  return {
    cleanupImage: checkpointImage(props),
    seccompProfile: seccompProfile === false ? undefined : seccompProfile,
    storage: checkpoint.storage,
  };
}

/** Two replicas on one node would be lost together. */
function apart(
  identity: PlatformIdentity,
  spread: "required" | "preferred" = "required",
): Affinity {
  const term = {
    labelSelector: { matchLabels: selectorLabels(identity) },
    topologyKey: "kubernetes.io/hostname",
  };
  return {
    podAntiAffinity:
      spread === "required"
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, podAffinityTerm: term },
            ],
          },
  };
}
