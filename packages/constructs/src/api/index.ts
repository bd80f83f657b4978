// SPDX-License-Identifier: Apache-2.0
/** @module The custom resources of Dynamo: types, strict schemas, and the rules of the API. */

export { authored, isFields, withoutCarriers } from "./authored.js";
export {
  type AnyObject,
  type Conversion,
  type ConvertOptions,
  componentDeploymentToV1alpha1,
  componentDeploymentToV1beta1,
  graphToV1alpha1,
  graphToV1beta1,
  requestToV1alpha1,
  requestToV1beta1,
  scalingAdapterToV1alpha1,
  scalingAdapterToV1beta1,
  toV1alpha1,
  toV1beta1,
} from "./convert/index.js";
export type {
  Affinity,
  NodeAffinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  Toleration,
  TopologySpreadConstraint,
} from "./core/affinity.js";
export type {
  Container,
  ContainerPort,
  EphemeralContainer,
  ResizePolicy,
  RestartRule,
  VolumeDevice,
  VolumeMount,
} from "./core/container.js";
export {
  type BackendFramework,
  backendFrameworks,
  type CheckpointIdentity,
  type EndpointPickerConfig,
  type EppConfig,
  type GraphExperimental,
  type GraphState,
  type KvTransferPolicy,
  type PackConstraint,
  type Restart,
} from "./core/dynamo.js";
export type {
  EnvFromSource,
  EnvVar,
  EnvVarSource,
  FieldSelector,
  FileKeySelector,
  KeySelector,
  OptionalReference,
  ResourceFieldSelector,
} from "./core/env.js";
export type {
  Condition,
  LabelSelector,
  ManagedFields,
  ObjectMeta,
  OwnerReference,
  SelectorRequirement,
  TemplateMeta,
} from "./core/meta.js";
export type {
  DnsConfig,
  HostAlias,
  PodResourceClaim,
  PodSpec,
  PodTemplateSpec,
} from "./core/pod.js";
export type {
  ExecAction,
  GrpcAction,
  HttpGetAction,
  Lifecycle,
  LifecycleHandler,
  NameValue,
  Probe,
  SleepAction,
  TcpSocketAction,
} from "./core/probe.js";
export type {
  ResourceClaim,
  ResourceList,
  ResourceRequirements,
  VolumeResources,
} from "./core/resources.js";
export type {
  Capabilities,
  PodSecurityContext,
  SecurityContext,
  SecurityProfile,
  SeLinuxOptions,
  WindowsOptions,
} from "./core/security.js";
export type { Volume, VolumeClaimSpec } from "./core/volume.js";
export type { LocalReference } from "./core/volume-disk.js";
export type { DownwardFile, KeyToPath, Projection } from "./core/volume-projected.js";
export { apiGroup, findKind, type Kind, kinds } from "./kinds.js";
export type { Problem } from "./problem.js";
export { at, entries, type Fields, fields, has, items, objectLabel, text } from "./reading.js";
export { type CelRule, celRules } from "./rules/cel.js";
export type { RuleContext } from "./rules/graph-view.js";
export { checkRules } from "./rules/index.js";
export { checkUpdate } from "./rules/update.js";
export { checkSchema } from "./schema.js";
export { describeIssue, schemaAt } from "./schema-issue.js";
export type { V1alpha1Autoscaling } from "./v1alpha1/autoscaling.js";
export type { DynamoCheckpoint, DynamoCheckpointSpec } from "./v1alpha1/checkpoint.js";
export type {
  V1alpha1ComponentDeployment,
  V1alpha1ComponentDeploymentSpec,
} from "./v1alpha1/component-deployment.js";
export type {
  V1alpha1GraphDeployment,
  V1alpha1GraphDeploymentSpec,
  V1alpha1GraphDeploymentStatus,
  V1alpha1GraphPvc,
} from "./v1alpha1/graph.js";
export type { DynamoModel, DynamoModelSpec } from "./v1alpha1/model.js";
export type { PodSnapshot, PodSnapshotContent } from "./v1alpha1/pod-snapshot.js";
export type {
  V1alpha1GraphDeploymentRequest,
  V1alpha1GraphDeploymentRequestSpec,
} from "./v1alpha1/request.js";
export type { V1alpha1ScalingAdapter } from "./v1alpha1/scaling-adapter.js";
export type {
  SharedMemory,
  V1alpha1ExtraPodSpec,
  V1alpha1Failover,
  V1alpha1FrontendSidecar,
  V1alpha1GpuMemoryService,
  V1alpha1Ingress,
  V1alpha1MainContainer,
  V1alpha1ResourceItem,
  V1alpha1Resources,
  V1alpha1Service,
  V1alpha1ServiceCheckpoint,
  V1alpha1ServiceReplicaStatus,
  V1alpha1VolumeMount,
} from "./v1alpha1/service.js";
export type { DynamoWorkerMetadata } from "./v1alpha1/worker-metadata.js";
export {
  type CompilationCache,
  type Component,
  type ComponentCheckpoint,
  type ComponentExperimental,
  type ComponentReplicaStatus,
  type ComponentScalingAdapter,
  type ComponentType,
  componentTypes,
  type Failover,
  type GpuMemoryService,
  type ModelReference,
  type Multinode,
} from "./v1beta1/component.js";
export type {
  DynamoComponentDeployment,
  DynamoComponentDeploymentSpec,
  DynamoComponentDeploymentStatus,
} from "./v1beta1/component-deployment.js";
export type {
  DynamoGraphDeployment,
  DynamoGraphDeploymentSpec,
  DynamoGraphDeploymentStatus,
  GraphTopologyConstraint,
} from "./v1beta1/graph.js";
export type { JobSpec } from "./v1beta1/job.js";
export {
  type DynamoGraphDeploymentRequest,
  type DynamoGraphDeploymentRequestSpec,
  type DynamoGraphDeploymentRequestStatus,
  type GpuSku,
  gpuSkus,
} from "./v1beta1/request.js";
export type {
  DynamoGraphDeploymentScalingAdapter,
  DynamoGraphDeploymentScalingAdapterSpec,
} from "./v1beta1/scaling-adapter.js";
export { validate } from "./validate.js";
export { toYaml } from "./yaml.js";
