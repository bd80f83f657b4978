// SPDX-License-Identifier: Apache-2.0
/** @module What a flag that a program no longer accepts says about itself. */

/** A flag that old manifests carry. It stays untyped; a worker that sees it does not start. */
export interface RemovedFlag {
  /** First release without the flag: a Dynamo release, or the engine that it bundles. */
  readonly since: string;
  /** What to write instead. */
  readonly instead: string;
}

/** Removed flags by their spelling. */
export type RemovedFlags = Readonly<Record<string, RemovedFlag>>;
