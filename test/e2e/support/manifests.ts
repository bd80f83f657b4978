// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects out of YAML files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import type { KubernetesObject } from "./api-client.js";

/** Every object of a YAML file, in order, with words replaced; empty documents are left out. */
export function readManifests(
  file: string,
  replacements: Readonly<Record<string, string>> = {},
): readonly KubernetesObject[] {
  const text = Object.entries(replacements).reduce(
    (sofar, [word, other]) => sofar.replaceAll(word, other),
    readFileSync(file, "utf8"),
  );
  return loadAll(text).filter(isObject);
}

/** Every YAML file below a folder, sorted by path. */
export function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .toSorted()
    .map((file) => join(folder, file));
}

function isObject(value: unknown): value is KubernetesObject {
  return typeof value === "object" && value !== null && "apiVersion" in value && "kind" in value;
}
