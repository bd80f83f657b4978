// SPDX-License-Identifier: Apache-2.0
/** @module Findings that a construct makes from its props, because its objects no longer show them. */
import type { Construct, IConstruct } from "constructs";
import { blocking, type Finding, formatFinding } from "../facts/index.js";

const marker = Symbol.for("@dynamo-iac/constructs.FindingSource");

/**
 * Makes the findings count: `App` lists them with those of the objects, and the errors among them
 * stop the synthesis of any cdk8s App.
 *
 * @param findings Called when the app is synthesized; waivers are applied already
 */
export function addFindings(construct: Construct, findings: () => readonly Finding[]): void {
  const found = () =>
    findings().map((each): Finding => ({ ...each, construct: construct.node.path }));
  Object.defineProperty(construct, marker, { value: found });
  construct.node.addValidation({ validate: () => blocking(found()).map(formatFinding) });
}

/** What {@link addFindings} gave this construct; undefined when it gave nothing. */
export function findingsOf(construct: IConstruct): readonly Finding[] | undefined {
  const found: unknown = Reflect.get(construct, marker);
  return typeof found === "function" ? (found() as readonly Finding[]) : undefined;
}
