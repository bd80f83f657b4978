// SPDX-License-Identifier: Apache-2.0
/** @module Who reads a Secret or ConfigMap: a change of it reaches a process only when that starts again. */
import { at, type Fields, isFields, text } from "../../api/index.js";
import { type Identity, identityOf, identityText } from "../identity.js";
import type { Consequence } from "./effect.js";

/** Ways to read, by the fields that name the Secret or ConfigMap. */
const references = [
  { kind: "Secret", path: ["secretKeyRef", "name"], file: false },
  { kind: "Secret", path: ["secretRef", "name"], file: false },
  { kind: "Secret", path: ["secret", "secretName"], file: true },
  { kind: "Secret", path: ["secret", "name"], file: true },
  { kind: "ConfigMap", path: ["configMapKeyRef", "name"], file: false },
  { kind: "ConfigMap", path: ["configMapRef", "name"], file: false },
  { kind: "ConfigMap", path: ["configMap", "name"], file: true },
] as const;

/** The readers of a changed Secret or ConfigMap among the objects that stand beside it. */
export function readersOf(identity: Identity, objects: readonly Fields[]): readonly Consequence[] {
  if (identity.group !== "" || !["Secret", "ConfigMap"].includes(identity.kind)) return [];
  const found = new Map<string, boolean>();
  for (const object of objects) {
    const { namespace } = identityOf(object);
    if (namespace !== identity.namespace) continue;
    collect(object, identityText({ ...identityOf(object), namespace: undefined }), identity, found);
  }
  return [...found].map(([what, file]) => ({
    effect: "update",
    what,
    path: [],
    why: file
      ? `reads ${identity.kind} ${identity.name} as files; a process that read them at its start has the old content until it restarts`
      : `reads ${identity.kind} ${identity.name} into variables, which keep the old values until its pods restart`,
  }));
}

function collect(
  value: unknown,
  holder: string,
  identity: Identity,
  found: Map<string, boolean>,
): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, holder, identity, found);
    return;
  }
  if (!isFields(value)) return;
  for (const { kind, path, file } of references)
    if (kind === identity.kind && at(value, ...path) === identity.name)
      found.set(holder, file && found.get(holder) !== false);
  for (const [key, inner] of Object.entries(value)) {
    const components = key === "components" && Array.isArray(inner) ? inner : undefined;
    if (components === undefined) collect(inner, holder, identity, found);
    for (const component of components ?? [])
      collect(component, `${text(at(component, "name")) ?? holder} of ${holder}`, identity, found);
  }
}
