// SPDX-License-Identifier: Apache-2.0
/** @module The one table of rules about cloud resources: the offline plan runs it, and so does the policy pack. */
import {
  clusterSecretsKey,
  unencryptedClass,
  unencryptedDisks,
  unencryptedStorage,
} from "./encryption.js";
import { administratorPolicy, wildcardPolicy } from "./identity.js";
import { fabricNeedsSteadyMachines, gpuNodesTainted, metadataVersionOne } from "./machines.js";
import {
  openIngress,
  openLoadBalancer,
  publicBucket,
  publicControlPlane,
} from "./public-access.js";
import type { ResourceRule, StackRule } from "./rule.js";
import { resourcesTagged } from "./tags.js";
import { nodesReachFileSystems } from "./zones.js";

/** Rules about one resource, in the order of their codes. */
export const resourceRules: readonly ResourceRule[] = [
  publicControlPlane,
  openIngress,
  openLoadBalancer,
  unencryptedStorage,
  unencryptedDisks,
  unencryptedClass,
  clusterSecretsKey,
  wildcardPolicy,
  administratorPolicy,
  metadataVersionOne,
  gpuNodesTainted,
  publicBucket,
];

/** Rules about a stack, in the order of their codes. */
export const stackRules: readonly StackRule[] = [
  fabricNeedsSteadyMachines,
  nodesReachFileSystems,
  resourcesTagged,
];
