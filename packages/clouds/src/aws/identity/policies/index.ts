// SPDX-License-Identifier: Apache-2.0
/** @module Rights of the programs that run in a cluster, as statements for `PodIdentity`. */

export { certManager, externalDns, type HostedZones } from "./dns.js";
export { type KarpenterScope, karpenterController } from "./karpenter.js";
export { diskKeyUse, type KeyUse, keyUse } from "./keys.js";
export { type LoadBalancerScope, loadBalancerController } from "./load-balancer.js";
export { inference, type ModelObjects, modelDownload, modelSync } from "./models.js";
export { type BackupBucket, externalSecrets, type SecretsScope, velero } from "./operations.js";
export {
  type Buckets,
  efsDriver,
  efsMounts,
  type FileSystems,
  fsxDriver,
  mountpointDriver,
} from "./storage.js";
