// SPDX-License-Identifier: Apache-2.0
/** @module A graph that looks like a mistake and is none. */
import type { DraftGraph } from "../graphs.js";

/** A graph that looks like a mistake and is none. */
export type SoundChange = readonly [
  name: string,
  graph: () => DraftGraph,
  change: (graph: DraftGraph) => unknown,
];
