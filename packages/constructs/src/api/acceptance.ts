// SPDX-License-Identifier: Apache-2.0
/** @module A quick yes: most objects are right, and zod reads every field of a schema to find that out. */
import { z } from "zod";

/** True when zod has nothing to say about a value. False settles nothing: zod has the last word. */
export type Accepts = (value: unknown) => boolean;

const known = new WeakMap<z.ZodType, Accepts>();

/** The quick judge of a schema, put together when it is first asked for. */
export function acceptanceOf(schema: z.ZodType): Accepts {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const accepts = build(schema);
  known.set(schema, accepts);
  return accepts;
}

function build(schema: z.ZodType): Accepts {
  if (schema instanceof z.ZodOptional) {
    const accepts = acceptanceOf(schema.unwrap() as z.ZodType);
    return (value) => value === undefined || accepts(value);
  }
  if (schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever)
    return checked(schema, object(schema));
  if (schema instanceof z.ZodArray) {
    const accepts = acceptanceOf(schema.element as z.ZodType);
    return checked(schema, (value) => Array.isArray(value) && all(value, accepts));
  }
  if (schema instanceof z.ZodRecord && isAnyText(schema.keyType)) {
    const accepts = acceptanceOf(schema.valueType as z.ZodType);
    return checked(schema, (value) => isMap(value) && all(Object.values(value), accepts));
  }
  if (schema instanceof z.ZodEnum) return (value) => schema.options.some((one) => one === value);
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === "boolean";
  if (isAnyText(schema)) return (value) => typeof value === "string";
  return (value) => schema.safeParse(value).success;
}

/** Unlike `every`, it sees the holes of a list. */
function all(items: readonly unknown[], accepts: Accepts): boolean {
  for (const item of items) if (!accepts(item)) return false;
  return true;
}

/** Looks only at the fields that are there, and at those that must be. */
function object(schema: z.ZodObject): Accepts {
  const { shape } = schema;
  const required = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  const fields = new Map<string, Accepts>();
  return (value) => {
    if (!isMap(value) || !required.every((key) => key in value)) return false;
    for (const key of Object.keys(value)) {
      let accepts = fields.get(key);
      if (accepts === undefined) {
        if (!Object.hasOwn(shape, key)) return false;
        accepts = acceptanceOf(shape[key] as z.ZodType);
        fields.set(key, accepts);
      }
      if (!accepts(value[key])) return false;
    }
    return true;
  };
}

/** Shape first, then what the schema says beyond it: the length of a list, keys that differ. */
function checked(schema: z.ZodType, accepts: Accepts): Accepts {
  const { checks = [] } = schema.def;
  if (checks.length === 0) return accepts;
  return (value) => {
    if (!accepts(value)) return false;
    const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] };
    for (const check of checks) void check._zod.check(payload);
    return payload.issues.length === 0;
  };
}

/** An object as JSON has it; zod decides about every other. */
function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isAnyText(schema: unknown): boolean {
  return schema instanceof z.ZodString && (schema.def.checks ?? []).length === 0;
}
