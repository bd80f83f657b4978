// SPDX-License-Identifier: Apache-2.0
/** @module One typed configuration of an environment, for all clouds. */
export {
  type CloudFacts,
  cloudFacts,
  type EnvironmentCloud,
  type Provisioner,
  provisioners,
} from "./clouds.js";
export { removeCommand, setCommand } from "./command.js";
export { projectConfig, type RawConfig } from "./config.js";
export { type Environment, resolveEnvironment } from "./environment.js";
export { EnvironmentError, reportConfiguration } from "./error.js";
export { type Preset, type PresetDefaults, presetNames, presets } from "./presets.js";
export {
  defineEnvironment,
  type EnvironmentReading,
  environmentOf,
  type ReadOptions,
  readEnvironment,
} from "./read.js";
export { type EnvironmentInput, environmentSchema, secretKeys } from "./schema.js";
export type { Backup, Budget } from "./sections/backup.js";
export type { Ingress } from "./sections/ingress.js";
export type { ExistingNetwork, Network } from "./sections/network.js";
export type { GpuPool, Nodes, SystemPool } from "./sections/nodes.js";
export type { Logs, Metrics, Observability, Traces } from "./sections/observability.js";
export type { ImageBuild, Platform } from "./sections/platform.js";
export type { Security } from "./sections/security.js";
export type { FileShare, Lustre, ModelCacheStorage, Storage } from "./sections/storage.js";
