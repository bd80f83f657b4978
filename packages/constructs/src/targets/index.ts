// SPDX-License-Identifier: Apache-2.0
/** @module Graphs for other places: v1alpha1 YAML, Docker Compose, and containers without the operator. */
export { type ComposeOptions, type ComposeResult, toCompose } from "./compose/compose.js";
export type {
  ComposeDependency,
  ComposeDeviceReservation,
  ComposeDuration,
  ComposeFile,
  ComposeHealthcheck,
  ComposeHook,
  ComposeService,
  ComposeServiceFile,
  ComposeServiceVolume,
  ComposeUlimit,
  ComposeVolume,
} from "./compose/compose-file.js";
export type { ComposeDiscovery } from "./compose/planes.js";
export {
  type StandaloneContainer,
  type StandaloneContext,
  standaloneContainers,
} from "./standalone/container.js";
export type { StandaloneEnvironment } from "./standalone/environment.js";
export type { HealthCheck } from "./standalone/health.js";
export type { Mount, MountedFile, MountSource, Mounts } from "./standalone/mounts.js";
export { findNeighbours, type NeighbourObject, type Neighbours } from "./standalone/objects.js";
export { literalText, type SecretKey, type Text } from "./standalone/text.js";
export { toV1alpha1Yaml, type V1alpha1Result } from "./v1alpha1.js";
