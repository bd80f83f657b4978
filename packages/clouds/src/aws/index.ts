// SPDX-License-Identifier: Apache-2.0
/** @module Components of Amazon Web Services: network, cluster, identities, nodes, storage. */

export { AddOns } from "./cluster/add-ons.js";
export { Cluster } from "./cluster/cluster.js";
export { ExistingCluster } from "./cluster/existing.js";
export type {
  AccessLevel,
  AddOnsOutputs,
  AddOnsProps,
  ClusterAccess,
  ClusterOutputs,
  ClusterProps,
  ClusterRef,
  ComputeMode,
  ControlPlaneLog,
  ExistingClusterProps,
  PublicEndpoint,
  ReachableCluster,
} from "./cluster/props.js";
export {
  type AddOnName,
  addOnVersions,
  type KubernetesVersion,
  kubernetesVersions,
} from "./cluster/versions.js";
export type { AwsComponentProps, Removal, Tags } from "./component-props.js";
export { EncryptionKey, type EncryptionKeyProps, type ServiceRole } from "./encryption-key.js";
export { PodIdentity } from "./identity/pod-identity.js";
export * as policies from "./identity/policies/index.js";
export type { PodIdentityOutputs, PodIdentityProps } from "./identity/props.js";
export type { Action, Conditions, Statement } from "./identity/statement.js";
export { existingNetwork } from "./network/existing.js";
export { Network } from "./network/network.js";
export type {
  ExistingNetworkProps,
  FlowLogProps,
  InterfaceEndpoint,
  NatMode,
  NetworkOutputs,
  NetworkProps,
  NetworkRef,
  OwnSubnet,
  SubnetRef,
} from "./network/props.js";
export { AutoModeNodes } from "./nodes/elastic/auto-mode-nodes.js";
export { Karpenter } from "./nodes/elastic/karpenter.js";
export { EfaSecurityGroup, type EfaSecurityGroupProps } from "./nodes/gpu/efa.js";
export { GpuNodes } from "./nodes/gpu/gpu-nodes.js";
export { zonesWith } from "./nodes/gpu/offerings.js";
export type {
  AutoModeNodesOutputs,
  AutoModeNodesProps,
  EfaProps,
  ElasticNodesProps,
  GpuCapacity,
  GpuNodesOutputs,
  GpuNodesProps,
  KarpenterOutputs,
  KarpenterProps,
  NodeClassFacts,
  NodeCount,
  NodeGroupOutputs,
  NodeOs,
  SystemNodesProps,
} from "./nodes/props.js";
export { SystemNodes } from "./nodes/system-nodes.js";
export {
  type AlbIngressProps,
  Autoscaling,
  type AutoscalingProps,
  albIngress,
  BackupPlan,
  type BackupPlanProps,
  CostBudget,
  type CostBudgetProps,
  Domain,
  type DomainProps,
  GpuSoftware,
  type GpuSoftwareProps,
  huggingFaceSecret,
  ImageBuild,
  type ImageBuildProps,
  LoadBalancerController,
  type LoadBalancerControllerProps,
  type NodeChartData,
  nvcrPullSecret,
  Observability,
  type ObservabilityProps,
  Prerequisites,
  type PrerequisitesProps,
  PrivateBucket,
  type PrivateBucketProps,
  RegistryCache,
  type RegistryCacheProps,
  Secrets,
  type SecretsProps,
  type ServiceProps,
  ServingEntry,
  type ServingEntryProps,
  type UpstreamRegistry,
  upstreamRegistries,
  Velero,
  type VeleroProps,
} from "./services/index.js";
export { ModelBucket } from "./storage/bucket/model-bucket.js";
export { Efs } from "./storage/efs/efs.js";
export { FsxLustre } from "./storage/lustre/fsx-lustre.js";
export type * from "./storage/props.js";
export type {
  AccessPointProps,
  DataRepositoryProps,
  EfsOutputs,
  EfsProps,
  EfsRef,
  EfsReplicationProps,
  FsxLustreOutputs,
  FsxLustreProps,
  FsxLustreRef,
  ModelBucketOutputs,
  ModelBucketProps,
  ModelBucketRef,
  StorageProps,
} from "./storage/props.js";
