// SPDX-License-Identifier: Apache-2.0
/** @module One rule of a role, in the words of the tables that hold the operator's rights. */

/** What a role allows. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  /** Only objects of these names. @default - all */
  readonly resourceNames?: readonly string[] | undefined;
  readonly verbs: readonly string[];
}

/** Verbs that occur together. */
export const verbs = {
  all: ["create", "delete", "get", "list", "patch", "update", "watch"],
  read: ["get", "list", "watch"],
  status: ["get", "patch", "update"],
} as const;

/** One rule about resources of one API group; `""` is the core group. */
export function rule(
  apiGroup: string,
  resources: readonly string[],
  allowed: readonly string[],
): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs: allowed };
}
