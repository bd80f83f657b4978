// SPDX-License-Identifier: Apache-2.0
/** @module Which fields to take as they are when the props did not bring them back. */
import { type Fields, isFields } from "../../api/index.js";
import type { Difference } from "../../changes/index.js";
import type { FieldPath } from "../../facts/index.js";
import { valueAt } from "./strays.js";

/** The fields of the original whose values, written as overrides, undo the differences. */
export function repairs(
  original: Fields,
  differences: readonly Difference[],
): readonly FieldPath[] {
  const alpha = original.apiVersion === "nvidia.com/v1alpha1";
  return differences.flatMap(({ path }) =>
    alpha ? [alphaField(path)] : betaFields(original, path),
  );
}

/** Differences of a v1alpha1 graph speak of v1beta1 components; the service is taken whole. */
function alphaField(path: FieldPath): FieldPath {
  const [root, field, name] = path;
  if (root !== "spec") return path.slice(0, 2);
  if (field === "components" || field === "services")
    return name === undefined ? ["spec", "services"] : ["spec", "services", name];
  return ["spec", field === "env" ? "envs" : (field ?? "")];
}

const inTemplate = ["podTemplate", "spec", "containers"] as const;

function betaFields(original: Fields, path: FieldPath): readonly FieldPath[] {
  const [root, field, name, ...rest] = path;
  if (root !== "spec" || field !== "components") return [path.slice(0, 2)];
  const components: FieldPath = ["spec", "components"];
  const at = placeOf(valueAt(original, components), name);
  if (at === -1) return [components];
  const component: FieldPath = [...components, at];
  if (rest[0] !== "podTemplate" || rest[1] !== "spec" || rest.length < 3)
    return [[...component, ...rest.slice(0, rest[0] === "podTemplate" ? 2 : 1)]];
  const containers: FieldPath = [...component, ...inTemplate];
  if (rest[2] === "sidecars") return [containers];
  if (rest[2] !== "containers") return [[...component, ...rest.slice(0, 3)]];
  const place = placeOf(valueAt(original, containers), rest[3]);
  const detail = rest[4];
  if (place === -1 || detail === undefined) return [containers];
  const fields = detail === "process" ? ["command", "args"] : [detail];
  return fields.map((step) => [...containers, place, step]);
}

function placeOf(list: unknown, name: unknown): number {
  if (!Array.isArray(list)) return -1;
  return list.findIndex((item) => isFields(item) && item.name === name);
}
