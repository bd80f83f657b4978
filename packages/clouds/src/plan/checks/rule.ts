// SPDX-License-Identifier: Apache-2.0
/** @module What a rule about cloud resources sees and says; the offline plan and the policy pack run the same rules. */
import type { FieldPath, FindingCode } from "@dynamo-iac/constructs/facts";
import type { PlanObject } from "../plan.js";

/** A resource as rules see it: from a plan, or from the engine. */
export interface CloudResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Arguments; a value that nobody knows yet is `[unknown]`. */
  readonly inputs: PlanObject;
  /** URN of its explicit provider. */
  readonly provider?: string | undefined;
  /** For each input, URNs of what it was computed from. */
  readonly inputDependencies?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** What is wrong with one input. */
export interface RuleProblem {
  readonly code: FindingCode;
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

/** A rule about one resource at a time. */
export interface ResourceRule {
  readonly code: FindingCode;
  /** Type tokens that it looks at. */
  readonly types: readonly string[];
  check(resource: CloudResource): Iterable<RuleProblem>;
}

/** A problem of one resource of a stack. */
export interface StackProblem extends RuleProblem {
  readonly urn: string;
}

/** A rule about how the resources of a stack fit together. */
export interface StackRule {
  readonly code: FindingCode;
  check(resources: readonly CloudResource[]): Iterable<StackProblem>;
}

/** The resources by URN. */
export function byUrn(resources: readonly CloudResource[]): ReadonlyMap<string, CloudResource> {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}

/** The resources that an input was computed from, of one type. */
export function behind(
  resource: CloudResource,
  input: string,
  type: string,
  all: ReadonlyMap<string, CloudResource>,
): readonly CloudResource[] {
  return (resource.inputDependencies?.[input] ?? []).flatMap((urn) => {
    const found = all.get(urn);
    return found?.type === type ? [found] : [];
  });
}
