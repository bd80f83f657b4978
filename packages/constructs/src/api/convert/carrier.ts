// SPDX-License-Identifier: Apache-2.0
/**
 * @module The annotations in which the operator's conversion keeps what the other version cannot say.
 *
 * The spec annotation is an envelope `{version: 1, spec, rawJSON?}`, the status annotation the bare
 * status. Both hold a sparse object of the version that was converted from.
 *
 * @see deploy/operator/api/v1alpha1/preservation.go
 */
import { type Finding, finding } from "../../facts/index.js";
import type { ObjectMeta } from "../core/meta.js";
import { compact, isObject, type JsonObject, mapValues } from "./json.js";

/** The two annotation keys of one kind. */
export interface CarrierKeys {
  readonly spec: string;
  readonly status: string;
}

/** What the annotations of an object held. */
export interface Carried {
  /** Sparse spec of the other version; undefined when there was none that could be read. */
  readonly spec: JsonObject | undefined;
  /** Paths that the envelope marks as absent in the other version. */
  readonly absent: readonly string[];
  /** Sparse status of the other version. */
  readonly status: JsonObject | undefined;
  /** True when one of the annotations was there, readable or not. */
  readonly found: boolean;
  /** The metadata without the annotations. */
  readonly metadata: ObjectMeta;
  readonly findings: readonly Finding[];
}

/** What goes into the annotations; a part that is undefined is not written. */
export interface Cargo {
  readonly spec?: object | undefined;
  readonly absent?: readonly string[] | undefined;
  readonly status?: object | undefined;
}

/** Takes the annotations off an object. */
export function unload(
  metadata: ObjectMeta,
  keys: CarrierKeys,
  object: string,
  retired: readonly string[] = [],
): Carried {
  const annotations = metadata.annotations ?? {};
  const ours = [keys.spec, keys.status, ...retired].filter((key) => key in annotations);
  const envelope = parsed(annotations[keys.spec]);
  const status = parsed(annotations[keys.status]);
  const records = Array.isArray(envelope?.rawJSON) ? envelope.rawJSON : [];
  return {
    // A text without `spec` is the bare spec itself, as an older form had it.
    spec: isObject(envelope?.spec) ? envelope.spec : envelope,
    absent: records.flatMap((record: unknown) =>
      isObject(record) && record.nil === true ? [String(record.path)] : [],
    ),
    status,
    found: keys.spec in annotations || keys.status in annotations,
    metadata: without(metadata, ours),
    findings: [keys.spec, keys.status]
      .filter((key) => (annotations[key] ?? "") !== "" && parsed(annotations[key]) === undefined)
      .map((key) =>
        finding(
          "DYN-CNV-011",
          { object, path: ["metadata", "annotations", key] },
          `annotation ${key} does not hold a sparse object, so what it kept cannot be restored`,
          "Remove the annotation; the operator writes it again when it needs it.",
        ),
      ),
  };
}

/** Puts the annotations onto an object. */
export function load(metadata: ObjectMeta, keys: CarrierKeys, cargo: Cargo): ObjectMeta {
  const { spec, absent = [], status } = cargo;
  const rawJSON =
    absent.length === 0 ? undefined : absent.map((path) => ({ path, nil: true as const }));
  if (spec === undefined && status === undefined) return metadata;
  const envelope = spec && { [keys.spec]: JSON.stringify({ version: 1, spec, rawJSON }) };
  const bare = status && { [keys.status]: JSON.stringify(status) };
  return { ...metadata, annotations: { ...metadata.annotations, ...envelope, ...bare } };
}

function parsed(text: string | undefined): JsonObject | undefined {
  if (text === undefined || text === "") return undefined;
  try {
    const value: unknown = tidy(JSON.parse(text));
    return isObject(value) && isWellFormed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const objectLists = names("components containers env envFrom envs pvcs tolerations volumeMounts");
const textLists = names("args componentNames");
const maps = names("annotations custom labels limits nodeSelector podSelector requests");
const objects = names(
  "configMapRef deployment deploymentInfo deploymentOverrides experimental extraPodMetadata " +
    "extraPodSpec failover features gpuMemoryService hardware mainContainer metadata mocker " +
    "overrides podTemplate profilingConfig profilingJob resources scalingAdapter secretRef " +
    "service sharedMemory sla spec template workload",
);
const opaque = names("autoscaling config dgd eppConfig ingress pareto planner selectedConfig");

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** Whoever edits the annotation by hand must not break the conversion: lists are lists, objects objects. */
function isWellFormed(object: JsonObject): boolean {
  return Object.entries(object).every(([key, value]) => {
    if (opaque.has(key)) return true;
    if (textLists.has(key)) return Array.isArray(value);
    if (objectLists.has(key))
      return Array.isArray(value) && value.every((item) => isObject(item) && isWellFormed(item));
    if (maps.has(key)) return isObject(value);
    if (key === "services")
      return (
        isObject(value) &&
        Object.values(value).every(
          (item) => item === null || (isObject(item) && isWellFormed(item)),
        )
      );
    return isObject(value) ? isWellFormed(value) : !objects.has(key);
  });
}

function without(metadata: ObjectMeta, keys: readonly string[]): ObjectMeta {
  if (keys.length === 0) return metadata;
  const { annotations, ...rest } = metadata;
  const left = Object.entries(annotations ?? {}).filter(([key]) => !keys.includes(key));
  return left.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(left) };
}

/**
 * Drops what Go writes for absent values: null, and in containers the empty `resources` and the
 * empty name of a main container. A null service is a value of its own.
 */
function tidy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => tidy(item)) as T;
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, member]) => {
    if (opaque.has(key)) return [[key, member]];
    if (member === null) return [];
    if (key === "services" && isObject(member))
      return [[key, mapValues(member, (service) => tidy(service))]];
    if (key === "mainContainer") return [[key, tidy(container(member, true))]];
    if (key === "containers" && Array.isArray(member))
      return [[key, member.map((item: unknown) => tidy(container(item, false)))]];
    return [[key, tidy(member)]];
  });
  return Object.fromEntries(entries) as T;
}

function container(value: unknown, main: boolean): unknown {
  if (!isObject(value)) return value;
  const { name, resources, ...rest } = value;
  const bare = isObject(resources) && Object.keys(resources).length === 0;
  return compact({
    ...(main && name === "" ? {} : { name }),
    ...rest,
    resources: bare ? undefined : resources,
  });
}
