// SPDX-License-Identifier: Apache-2.0
/** @module Values as they go over Pulumi's wire, as values of a plan: secrets and unknowns become marks. */
import { createHmac } from "node:crypto";
import { relative } from "node:path";
import {
  clearSecretMark,
  type PlanObject,
  type PlanValue,
  secretMark,
  unknownMark,
} from "../plan.js";

/**
 * Marks of the wire format. They have been the same since the first version of the engine, and every
 * language's SDK holds a copy of them.
 *
 * @see sdk/nodejs/runtime/rpc.ts in pulumi/pulumi
 */
const signature = "4dabf18193072939515e22adb298388d";
const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** Text that stands for an unknown value on the wire. */
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How values are masked. */
export interface MaskOptions {
  /** Paths of files are told relative to this folder. */
  readonly folder: string;
  /** Gives each secret a fingerprint, so that two plans can be compared. @default - no fingerprint */
  readonly fingerprintKey?: string | undefined;
  /** Texts that must not be seen wherever they are, longest first. */
  readonly hidden: readonly string[];
}

/** A value of the wire as a value of the plan; keys in order. */
export function masked(value: unknown, options: MaskOptions): PlanValue {
  if (typeof value === "string") return maskedText(value, options);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => masked(item, options));
  const fields = value as Readonly<Record<string, unknown>>;
  return signature in fields ? special(fields, options) : maskedObject(fields, options);
}

/** All fields of an object. */
export function maskedObject(
  fields: Readonly<Record<string, unknown>>,
  options: MaskOptions,
): PlanObject {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((key) => fields[key] !== undefined)
      .sort()
      .map((key) => [maskedText(key, options), masked(fields[key], options)]),
  );
}

function maskedText(text: string, { hidden }: MaskOptions): string {
  if (text.includes(unknownText)) return unknownMark;
  return hidden.reduce((shown, secret) => shown.replaceAll(secret, clearSecretMark), text);
}

function special(fields: Readonly<Record<string, unknown>>, options: MaskOptions): PlanValue {
  switch (fields[signature]) {
    case signatures.secret:
      return fields.value === unknownText ? unknownMark : secretOf(fields.value, options);
    case signatures.output: {
      if (!("value" in fields)) return unknownMark;
      const { value } = fields;
      return fields.secret === true ? secretOf(value, options) : masked(value, options);
    }
    case signatures.resource:
      return masked(fields.urn, options);
    case signatures.asset:
    case signatures.archive: {
      const { [signature]: _, __pulumiAsset, __pulumiArchive, path, ...rest } = fields;
      const place = typeof path === "string" ? { path: relative(options.folder, path) || "." } : {};
      return maskedObject({ ...rest, ...place }, options);
    }
    default:
      return maskedObject(fields, options);
  }
}

function secretOf(value: unknown, options: MaskOptions): string {
  const { fingerprintKey } = options;
  if (fingerprintKey === undefined) return secretMark;
  const plain = JSON.stringify(masked(value, { ...options, hidden: [] }));
  const digest = createHmac("sha256", fingerprintKey).update(plain).digest("hex").slice(0, 12);
  return `[secret:${digest}]`;
}

/** The value without the marks of secrets, as a provider sees it; a copy. */
export function revealed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(revealed);
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields[signature] === signatures.secret) return revealed(fields.value);
  return Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, revealed(item)]));
}
