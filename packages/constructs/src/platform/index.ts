// SPDX-License-Identifier: Apache-2.0
/** @module What runs under the graphs of a cluster. */
export type { IssuerReference } from "./certificates.js";
export { Etcd } from "./etcd/etcd.js";
export type {
  EtcdAuthentication,
  EtcdCertificateAuthentication,
  EtcdCompaction,
  EtcdPasswordAuthentication,
  EtcdProps,
  EtcdSecrets,
  EtcdSnapshotClaim,
  EtcdSnapshots,
  EtcdSnapshotUpload,
  EtcdTls,
} from "./etcd/props.js";
export { EtcdRestore, type EtcdRestoreProps } from "./etcd/restore.js";
export type { NatsTrust } from "./nats/client.js";
export { Nats } from "./nats/nats.js";
export type {
  NatsNkeyUser,
  NatsPasswordUser,
  NatsPermissions,
  NatsPlanes,
  NatsProps,
  NatsTls,
  NatsUser,
} from "./nats/props.js";
export {
  type ArgoCdOptions,
  platformApplication,
} from "./operator/chart/argo-cd.js";
export { ArgoCdPlatform, type ArgoCdPlatformProps } from "./operator/chart/argo-cd-platform.js";
export { type ChartRelease, checkPlatformChartValues } from "./operator/chart/check-values.js";
export { type PlatformChart, platformChart } from "./operator/chart/coordinates.js";
export {
  type FluxOptions,
  type FluxReference,
  platformHelmRelease,
} from "./operator/chart/flux.js";
export { FluxPlatform, type FluxPlatformProps } from "./operator/chart/flux-platform.js";
export { platformChartValues } from "./operator/chart/render-values.js";
export { type PlatformChartValues, platformChartSchema } from "./operator/chart/values.js";
export type { PlatformDelivery } from "./operator/check-delivery.js";
export { checkPlatform } from "./operator/checks.js";
export { DynamoPlatform } from "./operator/dynamo-platform.js";
export { type PlatformImage, platformImages } from "./operator/images.js";
export type {
  CheckpointProps,
  CheckpointStorage,
  EtcdSource,
  IngressProps,
  Integration,
  MonitoringProps,
  NatsSource,
  OrchestrationSource,
  ServiceMeshProps,
} from "./operator/integration-props.js";
export { platformObjects } from "./operator/objects.js";
export type {
  DockerRegistryProps,
  DynamoPlatformProps,
  LeaderElectionProps,
  LoggingProps,
  NamespaceRestrictionProps,
  NetworkPolicyProps,
  OperatorImage,
} from "./operator/props.js";
export type {
  CertManagerCertificates,
  FailurePolicy,
  SecretCertificates,
  SelfManagedCertificates,
  WebhookCertificates,
  WebhookProps,
} from "./operator/webhook-props.js";
export {
  ClusterTopologyBinding,
  type ClusterTopologyBindingProps,
  DynamoKaiQueues,
  type GroveOptions,
  type GroveValues,
  type HelmChart,
  isMet,
  type KaiOptions,
  KaiQueue,
  type KaiQueueProps,
  KaiTopology,
  type KaiTopologyProps,
  type KaiValues,
  type LwsOptions,
  type LwsValues,
  Orchestration,
  type OrchestrationProps,
  type OrchestratorNeed,
  type OrchestratorPlan,
  orchestratorsFor,
  type QueueResource,
  type QueueResources,
  type SchedulerTopology,
  type TopologyLevel,
  topologyLevels,
  type VolcanoOptions,
  VolcanoQueue,
  type VolcanoQueueProps,
  type VolcanoResources,
  type VolcanoValues,
} from "./orchestration/index.js";
export type { RenderedMetadata, RenderedObject, SecretKey } from "./rendered.js";
export type {
  NetworkPeer,
  Selector,
  ServerAccess,
  ServerCount,
  ServerProps,
  ServerStorage,
} from "./server-props.js";
