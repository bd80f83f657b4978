// SPDX-License-Identifier: Apache-2.0
/** @module Which object of one revision is which object of the other, renamed ones included. */
import { isDeepStrictEqual } from "node:util";
import { at, authored, type Fields, isFields, text } from "../api/index.js";

/** What tells an object from every other in a cluster. */
export interface Identity {
  /** API group without its version; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined when the object does not say. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** One object at both revisions; at least one side is there. */
export interface Pair {
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
}

/** Reads the identity of an object. */
export function identityOf(object: Fields): Identity {
  const apiVersion = text(object.apiVersion) ?? "";
  const slash = apiVersion.indexOf("/");
  return {
    group: slash === -1 ? "" : apiVersion.slice(0, slash),
    kind: text(object.kind) ?? "",
    namespace: text(at(object, "metadata", "namespace")),
    name:
      text(at(object, "metadata", "name")) ?? text(at(object, "metadata", "generateName")) ?? "",
  };
}

/** `Kind namespace/name`, as reports name an object. */
export function identityText({ kind, namespace, name }: Identity): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`.trim();
}

function keyOf({ group, kind, namespace = "", name }: Identity): string {
  return [group, kind, namespace, name].join("\n");
}

/**
 * Pairs the objects of two revisions: by identity, then those left over whose content is equal under
 * another name or in another namespace. Server-set fields and status do not count. In the order of
 * the second revision; what is gone comes last.
 */
export function pairObjects(before: readonly Fields[], after: readonly Fields[]): readonly Pair[] {
  const left = new Map(before.map((object) => [keyOf(identityOf(object)), authored(object)]));
  const pairs: { before: Fields | undefined; readonly after: Fields }[] = [];
  for (const object of after) {
    const key = keyOf(identityOf(object));
    pairs.push({ before: left.get(key), after: authored(object) });
    left.delete(key);
  }
  for (const pair of pairs) {
    if (pair.before !== undefined) continue;
    const found = [...left].find(([, object]) => isRenamed(object, pair.after));
    if (found === undefined) continue;
    pair.before = found[1];
    left.delete(found[0]);
  }
  return [...pairs, ...[...left.values()].map((object) => ({ before: object, after: undefined }))];
}

/** True when two objects differ in nothing but their names. */
function isRenamed(before: Fields, after: Fields): boolean {
  const was = identityOf(before);
  const is = identityOf(after);
  if (was.kind !== is.kind || was.group !== is.group) return false;
  const content = withoutName(before, was.name);
  // Objects without content, such as two namespaces, are equal by chance.
  return Object.keys(content).length > 3 && isDeepStrictEqual(content, withoutName(after, is.name));
}

/** The object with its own name blanked wherever it stands, as in selectors and labels. */
function withoutName(object: Fields, name: string): Fields {
  const { metadata, ...rest } = object;
  const { namespace: _, ...others } = isFields(metadata) ? metadata : {};
  return blanked({ ...rest, metadata: { ...others, name } }, name) as Fields;
}

function blanked(value: unknown, name: string): unknown {
  if (value === name) return "";
  if (Array.isArray(value)) return value.map((item) => blanked(item, name));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, blanked(inner, name)]),
  );
}
