// SPDX-License-Identifier: Apache-2.0
/** @module A quick yes: most objects are right, and zod reads every field of a schema to find that out. */
import type { z } from "zod";

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
  const accepts = shapeOf(schema);
  return accepts === undefined
    ? (value) => schema.safeParse(value).success
    : checked(schema, accepts);
}

/** The shape that a schema asks for; undefined for what only zod can judge. */
function shapeOf(schema: z.ZodType): Accepts | undefined {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional": {
      const accepts = acceptanceOf(def.innerType as z.ZodType);
      return (value) => value === undefined || accepts(value);
    }
    case "object":
      return def.catchall?._zod.def.type === "never" ? object(def.shape) : undefined;
    case "array": {
      const accepts = acceptanceOf(def.element as z.ZodType);
      return (value) => Array.isArray(value) && all(value, accepts);
    }
    case "record": {
      if (!isAnyText(def.keyType)) return undefined;
      const accepts = acceptanceOf(def.valueType as z.ZodType);
      return (value) => isMap(value) && all(Object.values(value), accepts);
    }
    case "union": {
      const options = def.options.map((option) => acceptanceOf(option as z.ZodType));
      return (value) => options.some((accepts) => accepts(value));
    }
    case "enum": {
      const values = new Set<unknown>((schema as z.ZodEnum).options);
      return (value) => values.has(value);
    }
    case "literal": {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case "boolean":
      return (value) => typeof value === "boolean";
    case "number":
      return Number.isFinite;
    case "string":
      return (value) => typeof value === "string";
    default:
      return undefined;
  }
}

/** Unlike `every`, it sees the holes of a list. */
function all(items: readonly unknown[], accepts: Accepts): boolean {
  for (const item of items) if (!accepts(item)) return false;
  return true;
}

/** Looks only at the fields that are there, and at those that must be. */
function object(shape: z.core.$ZodShape): Accepts {
  const required = Object.keys(shape).filter((key) => shape[key]?._zod.def.type !== "optional");
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

/** Shape first, then what the schema says beyond it: a pattern, bounds, the length of a list. */
function checked(schema: z.ZodType, accepts: Accepts): Accepts {
  // A format such as int32 is a check and a schema in one.
  const own = schema._zod.traits.has("$ZodCheck") ? [schema as unknown as z.core.$ZodCheck] : [];
  const checks = [...own, ...(schema.def.checks ?? [])];
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

function isAnyText({ _zod: { def } }: z.core.$ZodType): boolean {
  return def.type === "string" && (def.checks ?? []).length === 0;
}
