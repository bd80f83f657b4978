// SPDX-License-Identifier: Apache-2.0
/** @module Two-way codecs between argv and typed configuration of the Dynamo programs. */
export { aicFlags } from "./aic-flags.js";
export { checkFlags, type ParsedFlags, parseFlags, renderFlags } from "./codec.js";
export { type EngineRole, engineRole } from "./engine-role.js";
export {
  type EnvSettings,
  type EnvValues,
  effectiveFlags,
  expandReferences,
  readEnvSettings,
} from "./env.js";
export { type ReadFields, readFields } from "./fields.js";
export { expectation } from "./flag-value.js";
export type { ConfigOf, Flag, FlagFacts, FlagIssue, FlagKind, FlagTable } from "./flags.js";
export { type FrontendConfig, frontendFlags, frontendProgram } from "./frontend.js";
export {
  type GlobalPlannerConfig,
  globalPlannerFlags,
  globalPlannerProgram,
} from "./global-planner.js";
export {
  type GlobalRouterConfig,
  globalRouterFlags,
  globalRouterProgram,
} from "./global-router.js";
export { type KvTransfer, kvEvents, transfer } from "./kv-flow.js";
export { kvRouterFlags, loadAwarePreset } from "./kv-router-flags.js";
export {
  connectors,
  type KvConnectorExtraConfig,
  type KvEventsConfig,
  type KvTransferConfig,
} from "./kv-transfer.js";
export {
  type ContainerCommand,
  engineNames,
  type Launch,
  type LaunchContext,
  readLaunch,
  writeLaunch,
} from "./launch.js";
export { type ProcessMeaning, processMeaning } from "./meaning.js";
export { type MockerConfig, type MockerReasoning, mocker, mockerFlags } from "./mocker.js";
export { type EngineFile, type Parallelism, parallelism } from "./parallelism.js";
export { type PlannerProgramConfig, plannerFlags, plannerProgram } from "./planner.js";
export {
  type PlannerAicModel,
  type PlannerAicSweep,
  type PlannerConfig,
  type PlannerParallelism,
  type PlannerSettings,
  plannerConfigFields,
} from "./planner-config.js";
export {
  type PlannerExternalPlugin,
  type PlannerGateway,
  type PlannerInProcessPlugin,
  type PlannerPluginAuth,
  type PlannerPlugins,
  type PlannerPluginTransport,
  type PlannerScheduling,
  plannerPluginFields,
  plannerSchedulingFields,
} from "./planner-plugins.js";
export { checkPlannerConfig, plannerSettings } from "./planner-rules.js";
export type { Program, ProgramName, ProgramOptions } from "./program.js";
export { flagsOf, flagTable, type ProgramConfig, programOfModule, programs } from "./programs.js";
export type { RemovedFlag, RemovedFlags } from "./removed-flags.js";
export { type RouterConfig, routerFlags, routerProgram } from "./router.js";
export { sglangFileFlags } from "./sglang/config-file.js";
export { type SglangConfig, sglang, sglangFlags, sglangRemovedFlags } from "./sglang/index.js";
export { lastCommand, shellWord } from "./shell.js";
export {
  checkEngineConfig,
  engineArguments,
  type ReadEngineConfig,
  readEngineConfig,
  type TrtllmCacheTransceiverConfig,
  type TrtllmConfig,
  type TrtllmCudaGraphConfig,
  type TrtllmEngineConfig,
  type TrtllmKvCacheConfig,
  type TrtllmKvConnectorConfig,
  type TrtllmMoeConfig,
  type TrtllmSpeculativeConfig,
  trtllm,
  trtllmFlags,
  trtllmRemovedFlags,
  writeEngineConfig,
} from "./trtllm/index.js";
export {
  type CompilationConfig,
  type EplbConfig,
  type SpeculativeConfig,
  type VllmConfig,
  vllm,
  vllmFlags,
  vllmRemovedFlags,
} from "./vllm/index.js";
export { planeFlags, workerFlags } from "./worker-flags.js";
