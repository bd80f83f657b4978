// SPDX-License-Identifier: Apache-2.0
/** @module What an environment needs around its cluster: images, secrets, entry, backups, budget, and the programs that watch and scale. */
export { type AlbIngressProps, albIngress } from "./alb-ingress.js";
export { Autoscaling, type AutoscalingProps } from "./autoscaling.js";
export { BackupPlan, type BackupPlanProps } from "./backup.js";
export { CostBudget, type CostBudgetProps } from "./cost-budget.js";
export { Domain, type DomainProps } from "./domain.js";
export { huggingFaceSecret, nvcrPullSecret } from "./external-secret.js";
export { GpuSoftware, type GpuSoftwareProps, type NodeChartData } from "./gpu-software.js";
export { ImageBuild, type ImageBuildProps } from "./image-build.js";
export {
  LoadBalancerController,
  type LoadBalancerControllerProps,
} from "./load-balancer-controller.js";
export { Observability, type ObservabilityProps } from "./observability.js";
export { Prerequisites, type PrerequisitesProps } from "./prerequisites.js";
export { PrivateBucket, type PrivateBucketProps } from "./private-bucket.js";
export {
  RegistryCache,
  type RegistryCacheProps,
  type UpstreamRegistry,
  upstreamRegistries,
} from "./registry.js";
export { Secrets, type SecretsProps } from "./secrets.js";
export type { ServiceProps } from "./service-props.js";
export { ServingEntry, type ServingEntryProps } from "./serving-entry.js";
export { Velero, type VeleroProps } from "./velero.js";
