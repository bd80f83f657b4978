// SPDX-License-Identifier: Apache-2.0
/** @module The few field shapes that every schema of this room is made of. */
import { z } from "zod";
import type { Quantity } from "../../facts/index.js";

/** What Kubernetes accepts as a quantity in text form. */
const quantityPattern =
  /^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$/;

/** A whole number that Go keeps in 32 bits. */
export const int32 = z.int32().meta({ description: "a whole number" });

/** A whole number that Go keeps in 64 bits; beyond 2^53 JavaScript cannot hold it. */
export const int64 = z.int().meta({ description: "a whole number" });

/** A Kubernetes quantity: text, or a whole number. A fraction has to be text (`"0.5"`). */
export const quantity: z.ZodType<Quantity> = z
  .union([z.int(), z.string().regex(quantityPattern)])
  .meta({ description: 'a quantity such as "500m", "16Gi" or 2' });

/** A whole number or text: ports, which may be named. */
export const intOrString: z.ZodType<number | string> = z.union([z.int(), z.string()]);

/** RFC 1123 label, 1 to 63 characters. */
export const dnsLabel = z
  .string()
  .min(1)
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
  .meta({ description: "lower-case letters, digits and inner hyphens" });

/** Moment in RFC 3339. */
export const moment = z.iso
  .datetime({ offset: true })
  .meta({ description: 'a time such as "2026-08-14T09:30:00Z"' });

/** Any object: a part that the API keeps without looking into it. */
export const anyObject: z.ZodType<Readonly<Record<string, unknown>>> = z.record(
  z.string(),
  z.unknown(),
);

/** A map with free keys. */
export function map<T>(
  value: z.ZodType<T>,
  options: { readonly max?: number } = {},
): z.ZodType<Readonly<Record<string, T>>> {
  const { max } = options;
  const schema = z.record(z.string(), value);
  if (max === undefined) return schema;
  return schema
    .refine((entries) => Object.keys(entries).length <= max, {
      when: ({ value: entries }) => typeof entries === "object" && entries !== null,
      params: { tooMany: max },
    })
    .meta({ maxProperties: max });
}

/** Free text by free keys: labels, annotations, selectors. */
export const textMap = map(z.string());

/** A list whose order counts. */
export function list<T>(
  item: z.ZodType<T>,
  options: { readonly max?: number } = {},
): z.ZodType<readonly T[]> {
  const schema = z.array(item);
  return options.max === undefined ? schema : schema.max(options.max);
}

/** A list of which no two items may be equal. */
export function set<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return unique(z.array(item), (value) => [value]).meta({ "x-kubernetes-list-type": "set" });
}

/**
 * A list that the API server addresses by key fields: two items with the same keys are refused.
 *
 * @param keys - the key fields, each with the value that an absent field counts as
 */
export function keyed<T>(
  item: z.ZodType<T>,
  keys: Readonly<Record<string, string | undefined>>,
  options: { readonly max?: number } = {},
): z.ZodType<readonly T[]> {
  const fields = Object.entries(keys);
  const items = z.array(item);
  return unique(options.max === undefined ? items : items.max(options.max), (value) =>
    typeof value === "object" && value !== null
      ? fields.map(([key, absent]) => Reflect.get(value, key) ?? absent)
      : undefined,
  ).meta({
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": Object.keys(keys),
  });
}

/** Adds an issue per item whose key has been seen before; items without a key are left to other checks. */
function unique<T>(
  schema: z.ZodType<T[]>,
  keyOf: (item: unknown) => readonly unknown[] | undefined,
): z.ZodType<T[]> {
  return schema.superRefine(
    (value, context) => {
      if (value.length < 2) return;
      const seen = new Map<string, number>();
      for (const [index, item] of value.entries()) {
        const key = keyOf(item);
        if (key?.every((part) => typeof part === "string" || typeof part === "number") !== true)
          continue;
        const text = JSON.stringify(key);
        const first = seen.get(text);
        if (first === undefined) seen.set(text, index);
        else
          context.addIssue({ code: "custom", path: [index], params: { duplicateOf: first, key } });
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  );
}
