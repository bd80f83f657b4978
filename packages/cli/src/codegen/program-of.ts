// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects to the program that writes them. */
import { type ImportedObject, importObject } from "@dynamo-iac/constructs";
import { moduleOf, uniqueIds } from "./module.js";

/** A generated program. */
export interface GeneratedProgram {
  readonly text: string;
  readonly imported: readonly ImportedObject[];
}

/**
 * Imports the objects and prints the program.
 *
 * @param source Name of the file that they come from
 */
export function programOf(objects: readonly unknown[], source: string): GeneratedProgram {
  const first = objects.map((object) => importObject(object));
  const ids = uniqueIds(first.map(({ id }, index) => ({ id, kind: kindOf(objects[index]) })));
  const imported = first.map((object, index) =>
    ids[index] === object.id ? object : importObject(objects[index], { id: ids[index] }),
  );
  return { text: moduleOf(imported, source), imported };
}

function kindOf(object: unknown): string {
  const { kind } = object as { readonly kind?: unknown };
  return typeof kind === "string" ? kind : "object";
}
