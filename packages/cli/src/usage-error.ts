// SPDX-License-Identifier: Apache-2.0
/** @module A mistake of the caller: printed without a stack, exit code 2. */

/** What a command throws when it cannot do what it was asked for. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Exit codes of every command. */
export const exitCodes = { success: 0, findings: 1, usage: 2 } as const;
