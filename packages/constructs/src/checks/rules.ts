// SPDX-License-Identifier: Apache-2.0
/** @module The one table of rules about a graph, by family. */
import { blocksAgree, transferAgrees } from "./disaggregation.js";
import {
  directNeedsPicker,
  oneBackend,
  pairServesOneModel,
  pickerHasSidecars,
  programMatchesType,
  sglangBootstrapIsReachable,
  typeMatchesMode,
  vllmHasConnector,
} from "./engine-role.js";
import {
  efaIsComplete,
  imageFitsCpu,
  imageHasProgram,
  imageHasShell,
  imageIsPublished,
  oneRelease,
  overrideMatchesTag,
} from "./image.js";
import {
  commandIsComplete,
  flagsAreCurrent,
  flagsExist,
  flagValues,
  pickerKeepsVolumes,
  variablesAreExpanded,
  variablesAreSet,
} from "./launch.js";
import { cpuCacheFits, diskHoldsCpu, sharedMemoryIsEnough } from "./memory.js";
import {
  engineIsRecognised,
  flagsHaveAPlace,
  ranksAreLeftAlone,
  sizesAreVisible,
} from "./multinode.js";
import { gpuIsUsed, gpusMatchLayout, layoutIsPossible, workerHasGpu } from "./parallelism.js";
import { affinitySelectsPods } from "./placement.js";
import {
  annotationsAreRead,
  gangHasScheduler,
  leaderWorkerSetHasCommand,
  multinodeHasOrchestrator,
  queuesHaveOneScheduler,
  schedulerIsInstalled,
  topologyHasScheduler,
  topologyNeedsGrove,
} from "./platform.js";
import {
  amountsAreValid,
  claimsAreDeclared,
  containerNamesDiffer,
  mountsHaveVolumes,
} from "./pod.js";
import {
  livenessWaitsForStart,
  portNamesExist,
  probesReachServer,
  serverStaysInPlace,
  startIsLongEnough,
} from "./probes.js";
import {
  driverIsRecent,
  kubernetesIsRecent,
  operatorKnowsImage,
  schedulersAreRecent,
  settingsAreKnown,
} from "./release.js";
import { adapterOwnsReplicas, plannerOwnsReplicas } from "./replicas.js";
import {
  encoderHasUsers,
  frontendHasWorkers,
  plannerFindsRoles,
  prefillHasDecode,
} from "./roles.js";
import {
  blockSizesAgree,
  discoveryReachesPods,
  eventsHavePrefixCache,
  planesAgree,
  replicasSynchronise,
  routerHearsEvents,
  workersAreFound,
} from "./routing.js";
import { type ComponentRule, eachComponent, type Rule } from "./rule.js";
import { nothingIsSecret } from "./secrets.js";
import { environmentIsCurrent } from "./stale.js";
import { trtllmTransfersCache } from "./trtllm.js";
import { weightsCanBeLoaded } from "./weights.js";

const componentRules: readonly ComponentRule[] = [
  // GPUs against the parallel layout
  gpusMatchLayout,
  workerHasGpu,
  layoutIsPossible,
  gpuIsUsed,
  // engine against role
  typeMatchesMode,
  programMatchesType,
  vllmHasConnector,
  sglangBootstrapIsReachable,
  pairServesOneModel,
  directNeedsPicker,
  trtllmTransfersCache,
  weightsCanBeLoaded,
  // what starts, and what the operator sees of it
  flagValues,
  flagsAreCurrent,
  flagsExist,
  commandIsComplete,
  variablesAreExpanded,
  variablesAreSet,
  pickerKeepsVolumes,
  sizesAreVisible,
  flagsHaveAPlace,
  ranksAreLeftAlone,
  engineIsRecognised,
  // image
  imageHasProgram,
  imageIsPublished,
  efaIsComplete,
  overrideMatchesTag,
  imageHasShell,
  imageFitsCpu,
  operatorKnowsImage,
  driverIsRecent,
  // probes
  portNamesExist,
  probesReachServer,
  startIsLongEnough,
  serverStaysInPlace,
  livenessWaitsForStart,
  // memory, routing, replicas
  sharedMemoryIsEnough,
  cpuCacheFits,
  diskHoldsCpu,
  replicasSynchronise,
  eventsHavePrefixCache,
  workersAreFound,
  discoveryReachesPods,
  adapterOwnsReplicas,
  // cluster and pod
  multinodeHasOrchestrator,
  leaderWorkerSetHasCommand,
  schedulerIsInstalled,
  mountsHaveVolumes,
  claimsAreDeclared,
  amountsAreValid,
  containerNamesDiffer,
];

/** Every rule about one graph. */
export const graphRules: readonly Rule[] = [
  eachComponent(...componentRules),
  prefillHasDecode,
  frontendHasWorkers,
  plannerFindsRoles,
  encoderHasUsers,
  oneBackend,
  pickerHasSidecars,
  transferAgrees,
  blocksAgree,
  routerHearsEvents,
  blockSizesAgree,
  planesAgree,
  oneRelease,
  plannerOwnsReplicas,
  environmentIsCurrent,
  nothingIsSecret,
  settingsAreKnown,
  kubernetesIsRecent,
  schedulersAreRecent,
  annotationsAreRead,
  topologyNeedsGrove,
  topologyHasScheduler,
  gangHasScheduler,
  queuesHaveOneScheduler,
  affinitySelectsPods,
];
