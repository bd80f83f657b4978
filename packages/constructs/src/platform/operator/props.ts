// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the Dynamo operator, whether it is installed as objects or by its chart. */
import type { Affinity, EnvVar, ResourceRequirements, Toleration } from "../../api/index.js";
import type { Waiver } from "../../facts/index.js";
import type {
  CheckpointProps,
  EtcdSource,
  IngressProps,
  Integration,
  MonitoringProps,
  NatsSource,
  OrchestrationSource,
  ServiceMeshProps,
} from "./integration-props.js";
import type { WebhookProps } from "./webhook-props.js";

/** The image of the operator. */
export interface OperatorImage {
  /** Repository without a tag. @default "nvcr.io/nvidia/ai-dynamo/kubernetes-operator" */
  readonly repository?: string | undefined;
  /** Tag. @default - the version of the platform */
  readonly tag?: string | undefined;
  /** Digest, `sha256:` and 64 hex digits; it decides, the tag only tells. @default - none */
  readonly digest?: string | undefined;
  /** When a node pulls it; the operator also gives it to its helper containers. @default "IfNotPresent" */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
}

/** How replicas of the operator agree on the one that reconciles. */
export interface LeaderElectionProps {
  /** Name of the Lease. Any other than the default is refused for a cluster-wide operator. @default "dynamo.nvidia.com" */
  readonly id?: string | undefined;
  /**
   * Namespace of the Lease. It has to differ from the operator's, so that a second cluster-wide
   * operator elsewhere waits instead of reconciling too.
   *
   * @default "kube-system", or the target namespace of a restricted operator
   */
  readonly namespace?: string | undefined;
}

/** An operator for one namespace beside a cluster-wide one: development and test only, deprecated in 1.4. */
export interface NamespaceRestrictionProps {
  /** The namespace that it owns. @default - the namespace of the platform */
  readonly targetNamespace?: string | undefined;
  /** Seconds for which the Lease of the namespace holds. @default 30 */
  readonly leaseDurationSeconds?: number | undefined;
  /** Seconds between renewals; less than the duration. @default 10 */
  readonly leaseRenewSeconds?: number | undefined;
}

/** A registry Secret that components pull with: by reference only. */
export interface DockerRegistryProps {
  /** Host of the registry, such as `nvcr.io`. */
  readonly server: string;
  /** A Secret of type `kubernetes.io/dockerconfigjson` in the namespace of the platform that has an entry for the host. */
  readonly existingSecretName: string;
}

/** What the log of the operator says. Only the native objects can set it. */
export interface LoggingProps {
  /** @default "info" */
  readonly level?: "debug" | "info" | "warn" | "error" | undefined;
  /** @default "json" */
  readonly format?: "json" | "text" | undefined;
}

/** Who reaches the operator's webhooks. */
export interface NetworkPolicyProps {
  /**
   * Addresses of the API servers, which call port 9443: the control plane's network.
   *
   * @default - from anywhere, because providers place API servers outside of the pod network
   */
  readonly apiServerCidrs?: readonly string[] | undefined;
}

/** Settings of the Dynamo platform: the operator and what it works with. */
export interface DynamoPlatformProps {
  /** Release of Dynamo: version of operator and chart. @default "1.4.0" */
  readonly version?: string | undefined;
  /**
   * Name of the Helm release. Every object's name begins with it, also without Helm, so that objects
   * and chart can replace one another.
   *
   * @default "dynamo-platform"
   */
  readonly releaseName?: string | undefined;
  /** Namespace of the operator. @default - the chart's namespace, or "dynamo-system" */
  readonly namespace?: string | undefined;
  /** Renders the namespace, at the Pod Security level `restricted`; by a chart: lets the tool make it. @default false */
  readonly createNamespace?: boolean | undefined;
  /** DNS domain of the cluster. @default "cluster.local" */
  readonly clusterDomain?: string | undefined;
  /**
   * True for a throw-away installation: one replica, and no finding about what production needs.
   *
   * @default false
   */
  readonly development?: boolean | undefined;

  /** Image of the operator. @default - the release's */
  readonly image?: OperatorImage | undefined;
  /**
   * Host, and path if any, of a registry with copies of every image: takes the place of the registry
   * in each image of the platform. {@link platformImages} lists what to copy.
   *
   * @default - the registries of the publishers
   */
  readonly registryMirror?: string | undefined;
  /** Names of Secrets for pulling the images of the platform. @default - none */
  readonly imagePullSecrets?: readonly string[] | undefined;
  /** Registry Secret for components, attached to their ServiceAccount. @default - the operator finds Secrets by registry */
  readonly dockerRegistry?: DockerRegistryProps | undefined;

  /**
   * Pods of the operator: one reconciles, all answer webhooks. Upstream's default is 1; two, with a
   * disruption budget, were proposed there (pull request 12712) and not merged.
   *
   * @default 2, or 1 in development or restricted
   */
  readonly replicas?: number | undefined;
  /** `required` keeps two replicas off one node. @default "required" */
  readonly spread?: "required" | "preferred" | undefined;
  /** Compute resources. @default - requests 512m and 1Gi, limits 1024m and 2Gi, as the chart */
  readonly resources?: ResourceRequirements | undefined;
  /** Node taints that it accepts. @default - none */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Where it may run; replaces what `spread` says. @default - from `spread` */
  readonly affinity?: Affinity | undefined;
  /** Labels that the nodes must have. Native objects only. @default - every node */
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
  /** PriorityClass. Native objects only. @default - the cluster's default */
  readonly priorityClassName?: string | undefined;
  /** Further labels of the pod. @default - none */
  readonly podLabels?: Readonly<Record<string, string>> | undefined;
  /** Further annotations of the pod. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>> | undefined;
  /** Annotations of the operator's ServiceAccount. @default - none */
  readonly serviceAccountAnnotations?: Readonly<Record<string, string>> | undefined;
  /** Annotations of the ServiceAccount of components, such as an IAM role. @default - none */
  readonly componentServiceAccountAnnotations?: Readonly<Record<string, string>> | undefined;
  /** Further environment of the operator. @default - none */
  readonly env?: readonly EnvVar[] | undefined;
  /**
   * Root file system that nobody writes. The 1.4 image is distroless and was not seen to write
   * (unverified), so this can be switched off.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean | undefined;
  /** Log of the operator. Native objects only. @default - the operator's */
  readonly logging?: LoggingProps | undefined;
  /** Network policy of the operator; false leaves it out. Native objects only. @default - webhooks from anywhere, metrics from the monitoring namespace */
  readonly networkPolicy?: NetworkPolicyProps | false | undefined;

  /** Leader election. @default - see the fields */
  readonly leaderElection?: LeaderElectionProps | undefined;
  /** `apply`: the operator's image writes its CRDs before the operator starts; `external`: somebody else does. @default "apply", or "external" when restricted */
  readonly crds?: "apply" | "external" | undefined;
  /** Owns one namespace only. @default - the whole cluster */
  readonly namespaceRestriction?: NamespaceRestrictionProps | undefined;
  /** Webhooks and their certificates. @default - certificates that the operator makes itself */
  readonly webhooks?: WebhookProps | undefined;

  /** How workers are found. `etcd` needs `etcd`. @default "kubernetes" */
  readonly discoveryBackend?: "kubernetes" | "etcd" | undefined;
  /**
   * NATS for every graph: a `Nats`, an address, or the chart's own. Dynamo 1.4 needs none; with an
   * address every process has to connect when it starts.
   *
   * @default - none
   */
  readonly nats?: NatsSource | "bundled" | undefined;
  /** etcd for every graph: an `Etcd`, endpoints, or the chart's own. @default - none */
  readonly etcd?: EtcdSource | "bundled" | undefined;
  /** Orchestrators of the cluster; an `Orchestration` is one. They have to be there before the operator starts. @default - none */
  readonly orchestration?: OrchestrationSource | undefined;
  /** Grove, which starts the pods of a graph as one. @default - "external" when `orchestration` has it, else "off" */
  readonly grove?: Integration | undefined;
  /** How long a gang of Grove may be short of pods before it is torn down, such as `30m`. @default "4h" */
  readonly groveTerminationDelay?: string | undefined;
  /** KAI Scheduler for the pods of Grove. Excludes Volcano. @default - "external" when `orchestration` has it, else "off" */
  readonly kaiScheduler?: Integration | undefined;
  /** Renders the queues `dynamo-default` and `dynamo` when KAI is on; the chart always does. @default true */
  readonly kaiQueues?: boolean | undefined;
  /** Volcano as the scheduler of Grove's pods; experimental. @default false */
  readonly volcanoScheduler?: boolean | undefined;
  /** LeaderWorkerSet for multi-node graphs. Native objects only. @default - on when its API is served at start */
  readonly lws?: boolean | undefined;
  /** Dynamic resource allocation. Native objects only. @default - on when its API is served at start */
  readonly dra?: boolean | undefined;
  /** Lets the operator read nodes to find their GPUs. @default true */
  readonly gpuDiscovery?: boolean | undefined;
  /** Address of a ModelExpress server, such as `http://modelexpress.models.svc.cluster.local:8001`. @default - none */
  readonly modelExpressURL?: string | undefined;
  /** Secret with the ssh keys of multi-node TensorRT-LLM; the operator makes it when it is missing. @default "mpi-run-ssh-secret" */
  readonly mpiSecretName?: string | undefined;

  /** Metrics of operator and graphs. @default - a Service for the operator's metrics */
  readonly monitoring?: MonitoringProps | undefined;
  /** Istio; `auto`, for native objects only, looks whether its API is served at start. @default false */
  readonly serviceMesh?: ServiceMeshProps | "auto" | false | undefined;
  /** Exposure of v1alpha1 frontends. @default - none */
  readonly ingress?: IngressProps | undefined;
  /** Checkpoint and restore of workers; a preview. @default - off */
  readonly checkpoint?: CheckpointProps | undefined;

  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}
