// SPDX-License-Identifier: Apache-2.0
/** @module Schema and rules together. */
import type { Finding } from "../facts/index.js";
import type { RuleContext } from "./rules/graph-view.js";
import { checkRules } from "./rules/index.js";
import { checkSchema } from "./schema.js";

/** With these, a rule would only repeat in other words what the schema has said already. */
const meaningless: ReadonlySet<string> = new Set(["DYN-API-002", "DYN-API-006", "DYN-API-010"]);

/** Everything that the API says about one object before it is applied: the schema first, then the rules. */
export function validate(object: unknown, context: RuleContext = {}): readonly Finding[] {
  const found = checkSchema(object);
  return found.some(({ code }) => meaningless.has(code))
    ? found
    : [...found, ...checkRules(object, context)];
}
