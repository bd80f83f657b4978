// SPDX-License-Identifier: Apache-2.0
/** @module Our word on an object against the API server's. */
import { celRules } from "@dynamo-iac/constructs/api";
import type { Finding } from "@dynamo-iac/constructs/facts";

/** What comes of comparing. */
export type Verdict =
  | "both accept"
  | "both refuse"
  | "miss"
  | "false alarm"
  | "only the operator can tell";

/** Codes that the server decides for every kind: names, the schema, and an object inside an object (105). */
const ofEveryKind = /^DYN-API-(00\d|010|012|013|105)$/;

/**
 * Where such a code speaks of the operator all the same: it cannot read numbers beyond 32 bits, though the server stores
 * most of them; its webhook fills in a number that must then stay, and refuses a claim without name.
 */
const ofOperator =
  /must be at (most 2147483647|least -2147483648)\b|set by the webhook|must not be "", the empty text/;

/**
 * Compares findings with an answer. An error is a false alarm when the server has nothing to say; a refusal is a miss
 * when not even a warning names it. What the admission webhook alone decides proves nothing here.
 */
export function verdictOn(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  findings: readonly Finding[],
  refused: boolean,
): Verdict {
  const ofKind = new Set(
    celRules
      .filter((rule) => rule.kind === kind && apiVersion === `nvidia.com/${rule.version}`)
      .map(({ code }): string => code),
  );
  const decided = findings.filter(
    ({ code, path }) => ofEveryKind.test(code) || (ofKind.has(code) && path[0] === "spec"),
  );
  if (refused) return decided.length > 0 ? "both refuse" : "miss";
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.some((each) => decided.includes(each) && !ofOperator.test(each.message)))
    return "false alarm";
  return errors.length > 0 ? "only the operator can tell" : "both accept";
}
