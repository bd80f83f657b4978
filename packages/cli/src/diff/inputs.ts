// SPDX-License-Identifier: Apache-2.0
/** @module What an app reads, found in its files, and a key of their content: equal keys need no rendering. */
import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { TreeFile } from "./git.js";

/** The files of one revision, and how to read many at once. */
export interface Tree {
  readonly files: ReadonlyMap<string, TreeFile>;
  read(oids: readonly string[]): ReadonlyMap<string, string>;
}

/** Files that decide which dependencies are installed. */
export const lockFiles = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
] as const;

/** What may name other files. */
const sources = /\.([cm]?[jt]sx?|json|ya?ml)$/;

/**
 * Paths of all files that a folder depends on: its own, what they name by relative paths, packages of
 * the same repository that its package.json names, and lock files above it. A program that puts
 * a path together as it runs cannot be seen through; `inputs` names what it reads.
 */
export function inputsOf(
  tree: Tree,
  folder: string,
  inputs: readonly string[] = [],
): readonly string[] {
  const paths = [...tree.files.keys()];
  const packages = localPackages(tree);
  const found = new Set<string>();
  let fresh = new Set([folder, ...inputs].flatMap((path) => within(paths, path)));
  for (const path of aboveOf(folder)) {
    for (const name of [...lockFiles, "package.json"]) {
      const file = posix.join(path, name);
      if (tree.files.has(file)) found.add(file);
    }
  }
  while (fresh.size > 0) {
    for (const path of fresh) found.add(path);
    const read = [...fresh].filter((path) => sources.test(path) && !isLock(path));
    const contents = tree.read(read.map((path) => tree.files.get(path)?.oid ?? ""));
    const next = new Set<string>();
    for (const path of read) {
      const content = contents.get(tree.files.get(path)?.oid ?? "") ?? "";
      const named = path.endsWith("package.json")
        ? dependenciesOf(content).flatMap((name) => packages.get(name) ?? [])
        : relativePaths(content).map((to) => posix.join(posix.dirname(path), to));
      for (const to of named)
        for (const file of resolved(tree, paths, to)) if (!found.has(file)) next.add(file);
    }
    fresh = next;
  }
  return [...found].toSorted();
}

/** A digest of files and of what else decides the output. */
export function keyOf(tree: Tree, paths: readonly string[], settings: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  for (const path of paths) {
    const { mode = "", oid = "" } = tree.files.get(path) ?? {};
    hash.update(`\n${mode} ${oid} ${path}`);
  }
  return hash.digest("hex");
}

function isLock(path: string): boolean {
  return lockFiles.some((name) => posix.basename(path) === name);
}

function within(paths: readonly string[], folder: string): readonly string[] {
  const normal = posix.normalize(folder).replace(/\/$/, "");
  return normal === "."
    ? paths
    : paths.filter((path) => path === normal || path.startsWith(`${normal}/`));
}

/** The folder and those around it, up to the root. */
function aboveOf(folder: string): readonly string[] {
  const normal = posix.normalize(folder);
  return normal === "." ? ["."] : [normal, ...aboveOf(posix.dirname(normal))];
}

function localPackages(tree: Tree): ReadonlyMap<string, string> {
  const manifests = [...tree.files].filter(([path]) => posix.basename(path) === "package.json");
  const contents = tree.read(manifests.map(([, { oid }]) => oid));
  return new Map(
    manifests.flatMap(([path, { oid }]) => {
      const name = json(contents.get(oid) ?? "").name;
      return typeof name === "string" ? [[name, posix.dirname(path)] as const] : [];
    }),
  );
}

function dependenciesOf(manifest: string): readonly string[] {
  const read = json(manifest);
  return ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap(
    (field) => Object.keys((read[field] ?? {}) as object),
  );
}

function json(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Quoted texts, and whole values of YAML, that begin with `./` or `../`. */
function relativePaths(content: string): readonly string[] {
  const quoted = content.matchAll(/["'`](\.{1,2}\/[^"'`\n]*)["'`]/g);
  const plain = content.matchAll(/(?:^|[\s=:-])(\.{1,2}\/[^\s"'`,;]+)/gm);
  return [...quoted, ...plain].map(([, path = ""]) => path);
}

/** What a path leads to: a file, one with an extension that imports leave out, or a whole folder. */
function resolved(tree: Tree, paths: readonly string[], path: string): readonly string[] {
  const normal = posix.normalize(path).replace(/\/$/, "");
  if (normal === ".." || normal.startsWith("../")) return [];
  const stem = normal.replace(/\.[cm]?jsx?$/, "");
  const candidates = [
    normal,
    ...["ts", "tsx", "mts", "cts", "js", "mjs", "cjs", "json"].flatMap((extension) => [
      `${stem}.${extension}`,
      `${normal}.${extension}`,
    ]),
  ];
  const file = candidates.find((candidate) => tree.files.has(candidate));
  return file === undefined ? within(paths, normal) : [file];
}
