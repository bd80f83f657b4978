// SPDX-License-Identifier: Apache-2.0
/** @module A Pulumi Output as a text that any prop of a construct takes. */
import { tokenText } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";

/** Outputs by the number of their token. One list per process, whatever copies of this package are loaded. */
interface Registry {
  readonly outputs: pulumi.Output<unknown>[];
  readonly numbers: WeakMap<object, number>;
}

const key = Symbol.for("@dynamo-iac/clouds.OutputTokens");

function registry(): Registry {
  const holder = globalThis as { [key]?: Registry };
  holder[key] ??= { outputs: [], numbers: new WeakMap() };
  return holder[key];
}

/**
 * A text that stands for the value of an Output. Put it into any text of a construct's props, alone
 * or among other text; `Manifests` and `HelmRelease` put the value in its place, and a value that
 * is unknown in a preview, or secret, stays so.
 *
 * Known limits: a token cannot be (part of) the name or namespace of an object, nor a key of a map;
 * and a construct that computes with the text (a hash, a length) computes with the token.
 *
 * @param value A plain text comes back as it is
 */
export function token(value: pulumi.Input<string>): string {
  if (typeof value === "string") return value;
  const { outputs, numbers } = registry();
  const known = numbers.get(value);
  if (known !== undefined) return tokenText(known);
  const number = outputs.push(pulumi.output(value)) - 1;
  numbers.set(value, number);
  return tokenText(number);
}

/** The Output of a token's number; undefined when this process made no such token. */
export function outputOf(number: number): pulumi.Output<unknown> | undefined {
  return registry().outputs[number];
}
