// SPDX-License-Identifier: Apache-2.0
/** @module IAM policies as JSON: statements with values that only the cloud knows, and who may assume a role. */
import { type Input, jsonStringify, type Output } from "@pulumi/pulumi";
import type { Statement } from "./statement.js";

/** Version of the policy language. */
const language = "2012-10-17";

/** Who acts: a service, or an account as a whole. */
export type Principal =
  | { readonly Service: string | readonly string[] }
  | { readonly AWS: Input<string> };

/** A statement of a policy that belongs to a resource, which also says who. */
export interface ResourceStatement extends Statement {
  readonly effect?: "Allow" | "Deny" | undefined;
  readonly principal: Principal | "*";
}

/** The policy of a role, as JSON. */
export function policyDocument(statements: readonly Statement[]): Output<string> {
  return jsonStringify({
    Version: language,
    Statement: statements.map((statement) => ({ Effect: "Allow", ...bodyOf(statement) })),
  });
}

/** The policy of a key, a queue, a bucket or a file system, as JSON. */
export function resourcePolicy(statements: readonly ResourceStatement[]): Output<string> {
  return jsonStringify({
    Version: language,
    Statement: statements.map((statement) => ({
      Effect: statement.effect ?? "Allow",
      Principal: statement.principal,
      ...bodyOf(statement),
    })),
  });
}

/** Who may take a role, as JSON. */
export function trustPolicy(
  service: string,
  actions: readonly ("sts:AssumeRole" | "sts:TagSession")[] = ["sts:AssumeRole"],
  conditions?: Statement["conditions"],
): Output<string> {
  return jsonStringify({
    Version: language,
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: actions,
        ...(conditions === undefined ? {} : { Condition: conditions }),
      },
    ],
  });
}

function bodyOf({ sid, actions, resources, conditions }: Statement): Record<string, unknown> {
  return {
    Sid: sid,
    Action: actions,
    Resource: resources,
    ...(conditions === undefined ? {} : { Condition: conditions }),
  };
}
