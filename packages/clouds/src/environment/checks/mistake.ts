// SPDX-License-Identifier: Apache-2.0
/** @module What a rule about an environment yields: the mistake, and the command that repairs it. */
import type { FieldPath, FindingCode } from "@dynamo-iac/constructs/facts";
import { removeCommand, setCommand } from "../command.js";
import type { Environment } from "../environment.js";

/** A mistake before it is a finding. */
export interface Mistake {
  readonly code: FindingCode;
  readonly path: FieldPath;
  /** Other settings that the rule looked at; when one of them is broken the mistake may be none. */
  readonly reads: readonly FieldPath[];
  readonly message: string;
  readonly fix: string;
}

/** What rules know besides the environment. */
export interface RuleContext {
  /** Secrets that the configuration holds. */
  readonly secrets: readonly string[];
}

/** A rule yields what is wrong, in the order of the configuration. */
export type Rule = (environment: Environment, context: RuleContext) => Iterable<Mistake>;

/** A mistake that a command sets right. */
export function mistake(
  code: FindingCode,
  path: FieldPath,
  message: string,
  fix: string,
  reads: readonly FieldPath[] = [],
): Mistake {
  return { code, path, message, fix, reads };
}

/** Sets one value: ``Run `pulumi config set ...`.`` */
export function setTo(path: FieldPath, value: unknown): string {
  return `Run \`${setCommand(path, value)}\`.`;
}

/** Replaces a whole list, so that no entry of the old one stays. */
export function replaceBy(path: FieldPath, value: readonly unknown[]): string {
  return `Run \`${removeCommand(path)} && ${setCommand(path, value)}\`.`;
}

/** Takes a setting out. */
export function takeOut(path: FieldPath): string {
  return `Run \`${removeCommand(path)}\`.`;
}
