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
import type { CheckOptions } from "./options.js";
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
  plannerConfig,
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
import type { ComponentView, GraphView } from "./view.js";
import { weightsCanBeLoaded } from "./weights.js";

/** About every component of every graph. */
const everyComponent: readonly ComponentRule[] = [
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
  // image
  imageHasProgram,
  imageIsPublished,
  efaIsComplete,
  overrideMatchesTag,
  imageHasShell,
  imageFitsCpu,
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
  // pod
  claimsAreDeclared,
  amountsAreValid,
];

/** About every graph. */
const everyGraph: readonly Rule[] = [
  eachComponent(...everyComponent),
  prefillHasDecode,
  frontendHasWorkers,
  encoderHasUsers,
  oneBackend,
  transferAgrees,
  blocksAgree,
  routerHearsEvents,
  blockSizesAgree,
  planesAgree,
  oneRelease,
  environmentIsCurrent,
  nothingIsSecret,
];

/** Rules that have something to say about some graphs only: about others they are silent, and need not be asked. */
export interface Family {
  readonly concerns: (graph: GraphView, options: CheckOptions) => boolean;
  readonly rules: readonly Rule[];
}

function hasFurtherContainers({ component }: ComponentView): boolean {
  const { containers = [], initContainers } = component.podTemplate?.spec ?? {};
  return containers.length > 1 || initContainers !== undefined;
}

/** Every rule about one graph. */
export const families: readonly Family[] = [
  { concerns: () => true, rules: everyGraph },
  {
    concerns: ({ components }) =>
      components.some(({ component }) => component.multinode !== undefined),
    rules: [
      eachComponent(
        sizesAreVisible,
        flagsHaveAPlace,
        ranksAreLeftAlone,
        engineIsRecognised,
        leaderWorkerSetHasCommand,
      ),
    ],
  },
  {
    concerns: ({ components }) => components.some(hasFurtherContainers),
    rules: [eachComponent(mountsHaveVolumes, containerNamesDiffer)],
  },
  {
    concerns: ({ components }) =>
      components.some(({ component }) => component.podTemplate?.spec?.affinity !== undefined),
    rules: [affinitySelectsPods],
  },
  {
    concerns: ({ graph }) => graph.metadata?.annotations !== undefined,
    rules: [annotationsAreRead, queuesHaveOneScheduler],
  },
  {
    concerns: ({ graph, components }) =>
      graph.spec?.topologyConstraint !== undefined ||
      components.some(({ component }) => component.topologyConstraint !== undefined),
    rules: [topologyNeedsGrove, topologyHasScheduler],
  },
  {
    concerns: ({ components }) => components.some(({ component }) => component.type === "epp"),
    rules: [eachComponent(pickerKeepsVolumes), pickerHasSidecars],
  },
  {
    concerns: ({ components }) => components.some((view) => plannerConfig(view) !== undefined),
    rules: [plannerFindsRoles, plannerOwnsReplicas],
  },
  {
    concerns: (_, { namespace: _namespace, ...cluster }) =>
      Object.values(cluster).some((fact) => fact !== undefined),
    rules: [
      eachComponent(
        operatorKnowsImage,
        driverIsRecent,
        multinodeHasOrchestrator,
        schedulerIsInstalled,
      ),
      settingsAreKnown,
      kubernetesIsRecent,
      schedulersAreRecent,
      gangHasScheduler,
    ],
  },
];

/** Every rule that may have something to say about a graph. */
export function rulesFor(graph: GraphView, options: CheckOptions): readonly Rule[] {
  return families.flatMap(({ concerns, rules }) => (concerns(graph, options) ? rules : []));
}
