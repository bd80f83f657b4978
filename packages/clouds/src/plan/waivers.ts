// SPDX-License-Identifier: Apache-2.0
/** @module Findings that a stack accepts, in its configuration, where a reviewer sees them. */
import {
  codes,
  type Finding,
  type FindingCode,
  formatPath,
  nearest,
  show,
} from "@dynamo-iac/constructs/facts";

/** Key of the configuration: a list of waivers. */
export const waiverKey = "dynamo-iac:waive";

/** Accepts findings of a plan. */
export interface PlanWaiver {
  readonly code: FindingCode;
  /** Only findings about this object, as findings name it: `Cluster/prod-cluster`. @default - every object */
  readonly object?: string | undefined;
  /** Only findings whose printed path starts with this. @default - every path */
  readonly path?: string | undefined;
  /** Why the finding is acceptable here. */
  readonly reason: string;
}

/**
 * The waivers of a configuration.
 *
 * @throws Error with every entry that is none
 */
export function waiversOfConfig(config: Readonly<Record<string, string>>): readonly PlanWaiver[] {
  const written = config[waiverKey];
  if (written === undefined) return [];
  const list = parsed(written);
  if (!Array.isArray(list))
    throw new Error(`${waiverKey}: must be a list of waivers, got ${show(written)}`);
  const wrong = list.flatMap((entry: unknown, position) => {
    const why = misread(entry);
    return why === undefined ? [] : [`${waiverKey}[${position}] ${why}`];
  });
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return list as PlanWaiver[];
}

function misread(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return "must be a waiver with code and reason";
  const { code, reason, ...where } = entry as Readonly<Record<string, unknown>>;
  if (typeof code !== "string" || !Object.hasOwn(codes, code)) {
    const close = nearest(String(code), Object.keys(codes));
    const hint = close === undefined ? "" : `; did you mean ${close}?`;
    return `has the code ${show(code)}, which does not exist${hint}`;
  }
  if (typeof reason !== "string" || reason.trim() === "") return `(${code}) needs a reason`;
  const unknown = Object.keys(where).find((key) => key !== "object" && key !== "path");
  if (unknown !== undefined) return `(${code}) has no field ${show(unknown)}`;
  const bad = Object.keys(where).find((key) => typeof where[key] !== "string");
  return bad === undefined ? undefined : `(${code}) needs a text in ${bad}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** The findings with the waivers applied; order is kept. */
export function waived<Found extends Finding>(
  found: readonly Found[],
  waivers: readonly PlanWaiver[],
): readonly Found[] {
  return found.map((one) => {
    const waiver = waiverOf(one, waivers);
    return waiver === undefined ? one : { ...one, waived: waiver.reason };
  });
}

/** The first waiver that accepts a finding. */
export function waiverOf(
  { code, object, path }: Pick<Finding, "code" | "object" | "path">,
  waivers: readonly PlanWaiver[],
): PlanWaiver | undefined {
  return waivers.find(
    (waiver) =>
      waiver.code === code &&
      (waiver.object === undefined || waiver.object === object) &&
      (waiver.path === undefined || formatPath(path).startsWith(waiver.path)),
  );
}
