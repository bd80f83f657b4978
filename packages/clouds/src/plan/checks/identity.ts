// SPDX-License-Identifier: Apache-2.0
/** @module Policies that allow more than anybody needs. */
import { at, has, items, text } from "@dynamo-iac/constructs/api";
import type { FieldPath } from "@dynamo-iac/constructs/facts";
import type { PlanObject } from "../plan.js";
import type { ResourceRule, RuleProblem } from "./rule.js";

/** Inputs that hold policies of an identity: what it may do. */
const identityPolicies: Readonly<Record<string, string>> = {
  "aws:iam/policy:Policy": "policy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
};

const role = "aws:iam/role:Role";

/** DYN-CLOUD-006 for policies that are written out */
export const wildcardPolicy: ResourceRule = {
  code: "DYN-CLOUD-006",
  types: [...Object.keys(identityPolicies), role],
  *check({ type, inputs }) {
    const field = identityPolicies[type];
    if (field !== undefined) yield* wideStatements([field], inputs[field]);
    if (type !== role) return;
    yield* openTrust(inputs);
    for (const [position, inline] of items(at(inputs, "inlinePolicies")).entries())
      yield* wideStatements(["inlinePolicies", position, "policy"], at(inline, "policy"));
  },
};

const administrators: ReadonlySet<string> = new Set([
  "AdministratorAccess",
  "PowerUserAccess",
  "IAMFullAccess",
]);

/** DYN-CLOUD-006 for policies of AWS that allow everything */
export const administratorPolicy: ResourceRule = {
  code: "DYN-CLOUD-006",
  types: [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  ],
  *check({ inputs }) {
    const name = (text(inputs.policyArn) ?? "").split("/").at(-1) ?? "";
    if (!administrators.has(name)) return;
    yield problem(["policyArn"], `${name} allows almost everything in the account`);
  },
};

function* wideStatements(path: FieldPath, policy: unknown): Iterable<RuleProblem> {
  for (const [position, statement] of statementsOf(policy).entries()) {
    if (at(statement, "Effect") !== "Allow") continue;
    const where = `statement ${text(at(statement, "Sid")) ?? position}`;
    if (has(statement, "NotAction")) {
      yield problem(path, `${where} allows every action except some`);
      continue;
    }
    const actions = listOf(at(statement, "Action"));
    const everywhere =
      listOf(at(statement, "Resource")).includes("*") && !has(statement, "Condition");
    const wide = actions.filter(
      (action) => action === "*" || action === "*:*" || (everywhere && action.endsWith(":*")),
    );
    if (wide.length > 0) {
      const scope = everywhere ? " on every resource" : "";
      yield problem(path, `${where} allows ${wide.join(", ")}${scope}`);
    }
  }
}

function* openTrust(inputs: PlanObject): Iterable<RuleProblem> {
  for (const [position, statement] of statementsOf(inputs.assumeRolePolicy).entries()) {
    if (at(statement, "Effect") !== "Allow" || has(statement, "Condition")) continue;
    const principal = at(statement, "Principal");
    if (principal !== "*" && !listOf(at(principal, "AWS")).includes("*")) continue;
    yield {
      ...problem(["assumeRolePolicy"], `statement ${position} lets every account take the role`),
      fix: "Name the service or account that takes it.",
    };
  }
}

function problem(path: FieldPath, message: string): RuleProblem {
  return {
    code: "DYN-CLOUD-006",
    path,
    message,
    fix: "Name the actions and resources that are needed.",
  };
}

/** The statements of a policy in either form; none where it is not known yet. */
function statementsOf(policy: unknown): readonly unknown[] {
  const document = typeof policy === "string" ? parsed(policy) : policy;
  const statements = at(document, "Statement");
  return Array.isArray(statements) ? statements : statements === undefined ? [] : [statements];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Not known yet, or secret.
    return undefined;
  }
}

function listOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}
