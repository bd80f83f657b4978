// SPDX-License-Identifier: Apache-2.0
/** @module The way back: any Kubernetes object to the construct and the props that write it again. */
import { authored, type Fields, findKind, isFields, withoutCarriers } from "../api/index.js";
import type { FieldPath } from "../facts/index.js";
import type { GraphProps } from "./graph-options.js";
import { compare } from "./imported/compare.js";
import { countComponents, noCounts, untypedCounts } from "./imported/counts.js";
import { readAnyGraph } from "./imported/graph.js";
import type { ImportedConstruct, ImportedObject } from "./imported/imported-object.js";
import { type Override, placed } from "./imported/pointer.js";
import { rebuild } from "./imported/rebuild.js";
import { repairs } from "./imported/repair.js";
import { type Stray, separate } from "./imported/strays.js";
import type { TargetOptions } from "./inference-graph.js";

/**
 * The construct that writes the object again.
 *
 * A DynamoGraphDeployment becomes an `InferenceGraph`, another kind of Dynamo its own construct,
 * everything else, and whatever lacks a required field, an `ApiObject` of cdk8s. Null values,
 * `status` and what the API server writes are left out. The rebuilt object means the same as the
 * given one: fields for which there is no type come as overrides.
 *
 * @param options.id Construct id. @default - the name of the object
 */
export function importObject(
  object: unknown,
  options: { readonly id?: string | undefined } = {},
): ImportedObject {
  const given = isFields(object) ? object : {};
  const clean = authored(given);
  const id = options.id ?? idOf(clean);
  const typed = importTyped(clean, id);
  return typed === undefined ? importUntyped(clean, id) : faithful(clean, typed, id);
}

/** The typed import if it writes the same object, with overrides where that takes some. */
function faithful(clean: Fields, typed: ImportedObject, id: string): ImportedObject {
  const differences = compare(clean, rebuild(typed));
  if (differences.length === 0) return typed;
  const fields = repairs(clean, differences).map((path): Stray => ({ path, value: undefined }));
  const overrides = placed(fields, clean, rebuild(typed));
  const kept = typed.overrides.filter(
    ({ pointer }) => !overrides.some((other) => `${pointer}/`.startsWith(`${other.pointer}/`)),
  );
  const repaired = { ...typed, overrides: [...kept, ...overrides] };
  if (compare(clean, rebuild(repaired)).length > 0) return importUntyped(clean, id);
  return counted(repaired);
}

function importTyped(clean: Fields, id: string): ImportedObject | undefined {
  const kind = findKind(String(clean.apiVersion), String(clean.kind));
  if (kind === undefined) return undefined;
  const separated = separate(clean, kind.schema);
  if (separated === undefined) return undefined;
  const { typed, strays } = separated;
  if (kind.kind === "DynamoGraphDeployment") return importGraph(clean, typed, strays, id);
  const construct = constructs.find((name) => name === kind.kind);
  if (construct === undefined) return undefined;
  const { apiVersion, kind: _, ...props } = withoutCarriers(typed);
  const newest = findKind("nvidia.com/v1beta1", kind.kind) ?? kind;
  const versioned = apiVersion === newest.apiVersion ? props : { apiVersion, ...props };
  return withOverrides(clean, { ...base, construct, id, props: versioned }, strays);
}

const base = { overrides: [], findings: [], counts: noCounts } as const;

const constructs = [
  "DynamoComponentDeployment",
  "DynamoGraphDeploymentRequest",
  "DynamoGraphDeploymentScalingAdapter",
  "DynamoModel",
  "DynamoCheckpoint",
] as const satisfies readonly ImportedConstruct[];

function importGraph(
  clean: Fields,
  typed: Fields,
  strays: readonly Stray[],
  id: string,
): ImportedObject {
  const { props, findings } = readAnyGraph(typed);
  const { name, ...rest } = props;
  const named = name === undefined || name === id ? rest : { name, ...rest };
  const imported = { ...base, construct: "InferenceGraph", id, props: named, findings } as const;
  return counted(withOverrides(clean, imported, [...otherMetadata(typed), ...strays]));
}

function withOverrides(
  clean: Fields,
  imported: ImportedObject,
  fields: readonly Stray[],
): ImportedObject {
  const unnamed = isFields(clean.metadata) && clean.metadata.name === undefined;
  const overrides = fields.length === 0 ? [] : placed(fields, clean, rebuild(imported));
  return { ...imported, overrides: unnamed ? [...overrides, nameless] : overrides };
}

/** cdk8s names every object; one with `generateName` has no name. */
const nameless: Override = { pointer: "/metadata/name" };

function counted(imported: ImportedObject): ImportedObject {
  if (imported.construct !== "InferenceGraph") return imported;
  const { components } = imported.props as unknown as GraphProps & TargetOptions;
  return { ...imported, counts: countComponents(components, imported.overrides) };
}

function importUntyped(clean: Fields, id: string): ImportedObject {
  const unnamed = isFields(clean.metadata) && clean.metadata.name === undefined;
  const props = withoutCarriers(clean);
  const counts = clean.kind === "DynamoGraphDeployment" ? untypedCounts(clean.spec) : noCounts;
  const overrides = unnamed ? [nameless] : [];
  return { ...base, construct: "ApiObject", id, props, overrides, counts };
}

/** Metadata of a graph that no prop takes. */
function otherMetadata(typed: Fields): readonly Stray[] {
  const { name, namespace, labels, annotations, ...others } = isFields(typed.metadata)
    ? typed.metadata
    : {};
  return Object.entries(others).map(([key, value]) => {
    const path: FieldPath = ["metadata", key];
    return { path, value };
  });
}

function idOf(object: Fields): string {
  const metadata = isFields(object.metadata) ? object.metadata : {};
  const name = metadata.name ?? metadata.generateName ?? object.kind ?? "object";
  return String(name).replace(/[^\w.-]+/g, "-");
}
