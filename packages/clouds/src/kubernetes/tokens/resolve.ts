// SPDX-License-Identifier: Apache-2.0
/** @module Puts the Outputs back in place of their tokens. */
import { type FieldPath, holdsToken, splitTokens } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";
import { outputOf } from "./token.js";

/** A token that cannot be resolved, and why. */
export interface TokenProblem {
  readonly path: FieldPath;
  readonly reason: string;
}

/** A value with its tokens resolved, and the tokens that could not be. */
export interface Resolved {
  readonly value: unknown;
  readonly problems: readonly TokenProblem[];
}

/** Replaces every text that holds a token by an Output; everything else is given back as it is. */
export function resolveTokens(value: unknown, at: FieldPath = []): Resolved {
  const problems: TokenProblem[] = [];
  return { value: resolve(value, at, problems), problems };
}

function resolve(value: unknown, path: FieldPath, problems: TokenProblem[]): unknown {
  if (typeof value === "string") return holdsToken(value) ? text(value, path, problems) : value;
  if (Array.isArray(value)) return value.map((item, at) => resolve(item, [...path, at], problems));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (holdsToken(key))
        problems.push({
          path: [...path, key],
          reason: "a key of a map cannot be an Output; use a text that is known",
        });
      return [key, resolve(item, [...path, key], problems)];
    }),
  );
}

function text(value: string, path: FieldPath, problems: TokenProblem[]): unknown {
  const parts = splitTokens(value);
  if (parts === undefined) {
    problems.push({
      path,
      reason: "the Output token was cut or changed on its way here, so its value cannot be put in",
    });
    return value;
  }
  const outputs = parts.map((part) => (typeof part === "number" ? outputOf(part) : part));
  if (outputs.includes(undefined)) {
    problems.push({
      path,
      reason: "the Output token was not made in this program; make it with token(output) here",
    });
    return value;
  }
  const [first] = outputs;
  return outputs.length === 1 ? first : pulumi.concat(...(outputs as pulumi.Input<string>[]));
}

/** Outputs, promises and assets are left as they are: only plain data can hold a token. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
