// SPDX-License-Identifier: Apache-2.0
/** @module The one table of rules that need more than one object. */
import { objectsAreUnique } from "./duplicates.js";
import { engineFilesAreRight } from "./engine-files.js";
import { modelsAreServed } from "./models.js";
import { namespacesAreApart } from "./namespaces.js";
import { queuesHoldGraphs } from "./queues.js";
import type { AcrossRule } from "./rule.js";
import { topologyIsBound } from "./topology.js";
import { adaptersAreNotWritten, replicasHaveOneWriter } from "./writers.js";

export { fleetOf } from "./fleet.js";

/** Every rule that needs more than one object. */
export const acrossRules: readonly AcrossRule[] = [
  objectsAreUnique,
  namespacesAreApart,
  modelsAreServed,
  replicasHaveOneWriter,
  adaptersAreNotWritten,
  engineFilesAreRight,
  topologyIsBound,
  queuesHoldGraphs,
];
