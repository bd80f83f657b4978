// SPDX-License-Identifier: Apache-2.0
/** @module Fields of the configuration: the schema, what it takes in words, and an example that is true. */
import { z } from "zod";
import { parseCidr } from "../addresses/index.js";

/**
 * A field whose messages say `words`; `example` stands in the command that repairs it.
 *
 * Every field is optional to the schema but those that have no default anywhere.
 */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  words: string,
  example: unknown,
): Schema {
  return schema.meta({ description: words, example });
}

/** Text of a certain form. */
export function form(pattern: RegExp, words: string, example: string): z.ZodString {
  return field(z.string().regex(pattern), words, example);
}

/** A whole number between bounds. */
export function whole(minimum: number, maximum: number, example: number): z.ZodNumber {
  return z.int().min(minimum).max(maximum).meta({ example });
}

/** True or false. */
export function flag(example: boolean): z.ZodBoolean {
  return z.boolean().meta({ example });
}

/** The example of a field; undefined when it has none. */
export function exampleOf(schema: z.ZodType | undefined): unknown {
  return schema?.meta()?.example;
}

/** A network in CIDR notation, as clouds take it. */
export const cidr = (example = "203.0.113.0/24") =>
  field(
    z.stringFormat("cidr", (text) => parseCidr(text) !== undefined),
    `an IPv4 network in CIDR notation without bits behind its prefix, such as ${example}`,
    example,
  );

/** An RFC 1123 label: what Kubernetes and all three clouds take as a name. */
export const dnsLabel = (example: string) =>
  form(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    "a name of lower-case letters, digits and hyphens that begins with a letter",
    example,
  );
