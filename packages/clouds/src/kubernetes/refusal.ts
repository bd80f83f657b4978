// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes in the arguments of a component, told all at once and before anything is registered. */
import { type FieldPath, formatPath } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";

/** One mistake: the argument, and what is wrong with it and how to mend it. */
export interface Mistake {
  readonly path: FieldPath;
  readonly reason: string;
}

/**
 * Stops when there is a mistake.
 *
 * @param where Type and name of the component, as `HelmRelease keda`
 * @throws pulumi.InputPropertiesError with one entry per mistake
 */
export function refuse(where: string, mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const errors = mistakes.map(({ path, reason }) => ({
    propertyPath: formatPath(path),
    reason,
  }));
  const list = errors.map(({ propertyPath, reason }) => `\n  ${propertyPath}: ${reason}`).join("");
  const count = errors.length === 1 ? "1 mistake" : `${errors.length} mistakes`;
  throw new pulumi.InputPropertiesError({ message: `${where}: ${count}${list}`, errors });
}
