// SPDX-License-Identifier: Apache-2.0
/** @module All rules about an environment, in the order of the configuration. */
import type { Environment } from "../environment.js";
import { checkIngress, checkSecurity } from "./access.js";
import type { Mistake, Rule, RuleContext } from "./mistake.js";
import { checkApi, checkCopies, checkNames, checkNetwork } from "./network.js";
import { checkNodes } from "./nodes.js";
import { checkGraphs, checkOperations, checkPlatform, checkProduction } from "./operations.js";
import { checkStorage } from "./storage.js";

export type { Mistake } from "./mistake.js";

const rules: readonly Rule[] = [
  checkNames,
  checkNetwork,
  checkApi,
  checkNodes,
  checkStorage,
  checkCopies,
  checkPlatform,
  checkSecurity,
  checkIngress,
  checkOperations,
  checkProduction,
  checkGraphs,
];

/** What is wrong with an environment whose form is right. */
export function checkEnvironment(
  environment: Environment,
  context: RuleContext,
): readonly Mistake[] {
  return rules.flatMap((rule) => [...rule(environment, context)]);
}
