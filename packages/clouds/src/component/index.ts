// SPDX-License-Identifier: Apache-2.0
/** @module How a component says what is wrong: errors before anything is made, the rest in Pulumi's log. */
import {
  applyWaivers,
  blocking,
  type FieldPath,
  type Finding,
  type FindingCode,
  FindingsError,
  finding,
  formatFinding,
  type Waiver,
} from "@dynamo-iac/constructs/facts";
import { log, type Resource } from "@pulumi/pulumi";

/** Makes a finding about one prop of a component. */
export type Say = (code: FindingCode, path: FieldPath, message: string, fix: string) => Finding;

/** Findings that name the component, such as `Network/dynamo`. */
export function sayOf(kind: string, name: string): Say {
  return (code, path, message, fix) =>
    finding(code, { object: `${kind}/${name}`, path }, message, fix);
}

/**
 * The findings with waivers applied, when none of them is an error. Called before `super`, so that a
 * component with a mistake registers nothing.
 *
 * @throws FindingsError with everything that was found
 */
export function accept(
  findings: readonly Finding[],
  waive: readonly Waiver[] | undefined,
): readonly Finding[] {
  const settled = applyWaivers(findings, waive ?? []);
  if (blocking(settled).length > 0) throw new FindingsError(settled);
  return settled;
}

/** Shows accepted findings beside the component, in `pulumi preview` and `pulumi up`. */
export function announce(component: Resource, findings: readonly Finding[]): void {
  for (const found of findings) {
    const text = formatFinding(found);
    if (found.severity === "info" || found.waived !== undefined) void log.info(text, component);
    else void log.warn(text, component);
  }
}
