// SPDX-License-Identifier: Apache-2.0
/** @module The tokens of one object, those behind base64 included. */
import { entries } from "@dynamo-iac/constructs/api";
import { holdsToken } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";
import { resolveTokens, type TokenProblem } from "../tokens/resolve.js";
import type { Manifest } from "./manifest.js";

/** The object with Outputs in place of its tokens, and the tokens that could not be resolved. */
export function resolveObject(object: Manifest): {
  readonly object: Manifest;
  readonly problems: readonly TokenProblem[];
} {
  const { value, problems } = resolveTokens(object);
  const resolved = value as Manifest & { readonly data?: unknown };
  if (object.kind !== "Secret") return { object: resolved, problems };
  const encoded = entries(resolved.data).map(
    ([key, text]) => [key, ...encodedTokens(text, key)] as const,
  );
  if (encoded.length === 0) return { object: resolved, problems };
  const data = Object.fromEntries(encoded.map(([key, text]) => [key, text]));
  return {
    object: { ...resolved, data } as Manifest,
    problems: [...problems, ...encoded.flatMap(([, , wrong]) => wrong)],
  };
}

/** A construct that encodes the text of a Secret encodes the token with it. */
function encodedTokens(value: unknown, key: string): [unknown, readonly TokenProblem[]] {
  if (typeof value !== "string") return [value, []];
  const text = Buffer.from(value, "base64").toString("utf8");
  if (!holdsToken(text)) return [value, []];
  const { value: inner, problems } = resolveTokens(text, ["data", key]);
  const output = pulumi.output(inner as pulumi.Input<string>);
  return [output.apply((plain) => Buffer.from(plain, "utf8").toString("base64")), problems];
}
