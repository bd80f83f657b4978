// SPDX-License-Identifier: Apache-2.0
/** @module What a change does to what is running, from nothing to beginning anew. */
import type { FieldPath } from "../../facts/index.js";

/** From the mildest to the hardest. */
export const effects = ["none", "update", "restart", "replace", "refused"] as const;

/**
 * `update` changes an object in place, `restart` also makes new pods (or nodes), `replace` needs the
 * object deleted and created anew, `refused` is a change that the API does not take at all.
 */
export type Effect = (typeof effects)[number];

/** One consequence of one change. */
export interface Consequence {
  readonly effect: Effect;
  /** What it happens to: a component, a container, or the object itself. */
  readonly what: string;
  /** The field that causes it; empty when it is the object as a whole. */
  readonly path: FieldPath;
  /** The rule behind it, in a sentence. */
  readonly why: string;
  /** What is lost for good when the change is carried out. @default - nothing */
  readonly loses?: string | undefined;
}

/** The hardest effect of several; `none` without any. */
export function hardest(all: readonly Effect[]): Effect {
  return all.reduce((worst, effect) => (rank(effect) > rank(worst) ? effect : worst), "none");
}

function rank(effect: Effect): number {
  return effects.indexOf(effect);
}
