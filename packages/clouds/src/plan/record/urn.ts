// SPDX-License-Identifier: Apache-2.0
/** @module URNs as the engine makes them. */

const stackType = "pulumi:pulumi:Stack";

/** Where URNs are made. */
export interface UrnScope {
  readonly project: string;
  readonly stack: string;
}

/** The URN of a resource: the types of its ancestors are part of it, the one of the stack is not. */
export function urnOf(
  { project, stack }: UrnScope,
  parent: string | undefined,
  type: string,
  name: string,
): string {
  const chain = parent === undefined ? stackType : qualifiedType(parent);
  const qualified = chain === stackType ? type : `${chain}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** The types of a resource and its ancestors, joined by `$`. */
export function qualifiedType(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The URN part of a provider reference, `<urn>::<id>`. */
export function urnOfReference(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}

/** True for the resource that is the root of every plan. */
export function isStack(type: string): boolean {
  return type === stackType;
}
