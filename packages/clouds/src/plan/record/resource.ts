// SPDX-License-Identifier: Apache-2.0
/** @module One registration as one resource of the plan. */
import type { PlannedResource, PlanObject, ResourceKind } from "../plan.js";
import { type MaskOptions, masked, maskedObject } from "./mask.js";
import { isStack, urnOfReference } from "./urn.js";
import type { RegisterRequest } from "./wire.js";

/** What the registration says; fields with nothing to say are left out. */
export function describeResource(
  urn: string,
  request: RegisterRequest,
  inputs: Readonly<Record<string, unknown>>,
  mask: MaskOptions,
  id: unknown,
): PlannedResource {
  const type = request.getType();
  const inputDependencies = dependenciesOfInputs(request);
  const customTimeouts = timeoutsOf(request);
  const aliases = request
    .getAliasesList()
    .map((alias) => masked(withoutEmpty(alias.toObject()), mask));
  return {
    urn,
    type,
    name: request.getName(),
    kind: kindOf(type, request.getCustom()),
    ...text("id", typeof id === "string" ? id : ""),
    ...text("parent", request.getParent()),
    ...text("provider", urnOfReference(request.getProvider())),
    inputs: maskedObject(inputs, mask),
    dependsOn: [...new Set(request.getDependenciesList())].sort(),
    ...filled("inputDependencies", inputDependencies),
    ...flag("protect", request.getProtect()),
    ...flag("retainOnDelete", request.getRetainondelete()),
    ...flag("deleteBeforeReplace", request.getDeletebeforereplace()),
    ...list("replaceOnChanges", request.getReplaceonchangesList()),
    ...list("ignoreChanges", request.getIgnorechangesList()),
    ...list("additionalSecretOutputs", request.getAdditionalsecretoutputsList()),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...text("deletedWith", request.getDeletedwith()),
    ...text("importId", request.getImportid()),
    ...filled("customTimeouts", customTimeouts),
  };
}

function kindOf(type: string, custom: boolean): ResourceKind {
  if (isStack(type)) return "stack";
  if (!custom) return "component";
  return type.startsWith("pulumi:providers:") ? "provider" : "custom";
}

function dependenciesOfInputs(request: RegisterRequest): Record<string, readonly string[]> {
  const found: [string, readonly string[]][] = [];
  const entries = request.getPropertydependenciesMap().entries();
  for (let step = entries.next(); step.done !== true; step = entries.next()) {
    const [key, dependencies] = step.value;
    const urns = [...dependencies.getUrnsList()].sort();
    if (urns.length > 0) found.push([key, urns]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function timeoutsOf(request: RegisterRequest): Record<string, string> {
  const given = request.getCustomtimeouts();
  return {
    ...text("create", given?.getCreate() ?? ""),
    ...text("update", given?.getUpdate() ?? ""),
    ...text("delete", given?.getDelete() ?? ""),
  };
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): PlanObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (value === "" || value === false || value === undefined) return [];
      const inner =
        typeof value === "object" && value !== null ? withoutEmpty({ ...value }) : value;
      return [[key, inner as PlanObject]];
    }),
  );
}

function flag<Key extends string>(key: Key, value: boolean): { readonly [K in Key]?: true } {
  return value ? ({ [key]: true } as { [K in Key]: true }) : {};
}

function text<Key extends string>(key: Key, value: string): { readonly [K in Key]?: string } {
  return value === "" ? {} : ({ [key]: value } as { [K in Key]: string });
}

function list<Key extends string>(
  key: Key,
  values: readonly string[],
): { readonly [K in Key]?: readonly string[] } {
  return values.length === 0 ? {} : ({ [key]: [...values] } as { [K in Key]: string[] });
}

function filled<Key extends string, Value extends object>(
  key: Key,
  value: Value,
): { readonly [K in Key]?: Value } {
  return Object.keys(value).length === 0 ? {} : ({ [key]: value } as { [K in Key]: Value });
}
