// SPDX-License-Identifier: Apache-2.0
/** @module Fields of the configuration: the schema, what it takes in words, and an example that is true. */
import { z } from "zod";

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

/** A network in CIDR notation. */
export const cidr = form(
  /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\/(?:3[0-2]|[12]?\d)$/,
  "an IPv4 network in CIDR notation, such as 203.0.113.0/24",
  "203.0.113.0/24",
);

/** An RFC 1123 label: what Kubernetes and all three clouds take as a name. */
export const dnsLabel = (example: string) =>
  form(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    "a name of lower-case letters, digits and hyphens that begins with a letter",
    example,
  );
