// SPDX-License-Identifier: Apache-2.0
/** @module node_modules for a revision: those of the checkout where the lock file is the same, else installed anew. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "../usage-error.js";
import { lockFiles } from "./inputs.js";
import { processEnvironment } from "./process-environment.js";

/** How each lock file is installed; scripts of packages do not run. */
const installers: Readonly<Record<(typeof lockFiles)[number], readonly string[]>> = {
  "package-lock.json": ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
  "npm-shrinkwrap.json": ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
  "pnpm-lock.yaml": ["pnpm", "install", "--frozen-lockfile", "--ignore-scripts"],
  "yarn.lock": ["yarn", "install", "--immutable", "--mode=skip-build"],
  "bun.lock": ["bun", "install", "--frozen-lockfile", "--ignore-scripts"],
};

/** Where dependencies come from. */
export interface DependencySource {
  /** The checkout that dependencies are installed in. */
  readonly checkout: string;
  /** Install anew where the lock file is another one. */
  readonly install: boolean;
  /** Name of the revision, for messages. */
  readonly revision: string;
}

/**
 * Makes the dependencies of an app available in a folder that holds a revision.
 *
 * @throws UsageError that says what to do when the checkout's dependencies are those of another lock file
 */
export function provideDependencies(
  folder: string,
  app: string,
  { checkout, install, revision }: DependencySource,
): void {
  const place = aboveOf(join(folder, app), folder).find((parent) =>
    lockFiles.some((name) => existsSync(join(parent, name))),
  );
  if (place === undefined || existsSync(join(place, "node_modules"))) return;
  const name = lockFiles.find((file) => existsSync(join(place, file))) ?? lockFiles[0];
  const path = relative(folder, place);
  const lock = join(path, name);
  const own = join(checkout, lock);
  const same =
    existsSync(own) && readFileSync(own, "utf8") === readFileSync(join(place, name), "utf8");
  if (same && existsSync(join(checkout, path, "node_modules"))) {
    linkModules(folder, checkout, path);
    return;
  }
  if (!install)
    throw new UsageError(
      same
        ? `${lock} is not installed: run ${installers[name].slice(0, 2).join(" ")} first, or give --install`
        : `${lock} of ${revision} is another one than that of the checkout, so its dependencies are not here: give --install to install them for this comparison`,
    );
  const [command = "", ...args] = installers[name];
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: place,
    env: processEnvironment(process.env, { HOME: process.env.HOME ?? "" }),
    encoding: "utf8",
  });
  if (status !== 0)
    throw new UsageError(
      `${revision}: ${command} ${args[0] ?? ""} in ${path || "."} failed: ${error?.message ?? stderr.trim().slice(-2000)}`,
    );
}

function aboveOf(folder: string, top: string): readonly string[] {
  return folder === top || folder === dirname(folder)
    ? [folder]
    : [folder, ...aboveOf(dirname(folder), top)];
}

/** Links node_modules of the lock file's folder, and those of the packages below it. */
function linkModules(folder: string, checkout: string, path: string): void {
  linkFolder(join(checkout, path), join(folder, path), { folder, checkout });
  for (const inner of nestedModules(join(checkout, path)))
    if (existsSync(join(folder, relative(checkout, inner))))
      linkFolder(inner, join(folder, relative(checkout, inner)), { folder, checkout });
}

/** Folders below that have node_modules of their own, as workspaces may. */
function nestedModules(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === "node_modules" || entry.name.startsWith("."))
      return [];
    const path = join(root, entry.name);
    const own = existsSync(join(path, "node_modules")) ? [path] : [];
    return [...own, ...nestedModules(path)];
  });
}

interface Roots {
  readonly folder: string;
  readonly checkout: string;
}

function linkFolder(from: string, to: string, roots: Roots): void {
  linkEntries(join(from, "node_modules"), join(to, "node_modules"), roots);
}

function linkEntries(from: string, to: string, { folder, checkout }: Roots): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const target = join(to, name);
    if (name.startsWith("@") && !lstatSync(source).isSymbolicLink()) {
      linkEntries(source, target, { folder, checkout });
      continue;
    }
    if (name === ".cache" || !existsSync(source) || existsSync(target)) continue;
    // A package of the repository itself is that of the revision, not that of the checkout.
    const real = realpathSync(source);
    const inside = relative(realpathSync(checkout), real);
    const isOwn = !inside.startsWith("..") && !inside.split(sep).includes("node_modules");
    const end = isOwn ? join(folder, inside) : real;
    if (existsSync(end)) symlinkSync(end, target);
  }
}
