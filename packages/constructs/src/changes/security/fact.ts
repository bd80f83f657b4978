// SPDX-License-Identifier: Apache-2.0
/** @module One thing that makes an object more or less open to attack. */

/** A fact about an object at one revision. */
export interface SecurityFact {
  /** The part of the object that it is about, such as a component; empty for the object itself. */
  readonly where: string;
  /** In words that a list can hold: `runs privileged`, `NetworkPolicy deny-all`. */
  readonly what: string;
  /** True for a protection, false for a weakness. */
  readonly protects: boolean;
}

/** A weakness. */
export function weakness(where: string, what: string): SecurityFact {
  return { where, what, protects: false };
}

/** A protection. */
export function protection(where: string, what: string): SecurityFact {
  return { where, what, protects: true };
}
