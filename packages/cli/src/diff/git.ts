// SPDX-License-Identifier: Apache-2.0
/** @module The git repository of the working folder: revisions as trees, the working tree included. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../usage-error.js";

/** One file of a tree. */
export interface TreeFile {
  readonly mode: string;
  readonly oid: string;
}

/** What a repository held at one time. */
export interface Revision {
  /** As somebody named it; `working tree` for files as they are now. */
  readonly name: string;
  /** Undefined for the working tree. */
  readonly commit: string | undefined;
  readonly tree: string;
}

/** Name of the revision that is no commit. */
export const workingTreeName = "working tree";

/** A repository, with room for what is made of it. */
export interface Repository {
  /** Folder of the checkout. */
  readonly root: string;
  /** Empty folder of this run; the caller removes it. */
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Opens the repository around a folder.
 *
 * @throws UsageError when there is none, or no git
 */
export function openRepository(folder: string, temp: string): Repository {
  const root = git(folder, ["rev-parse", "--show-toplevel"]).trim();
  const objects = resolve(root, git(root, ["rev-parse", "--git-path", "objects"]).trim());
  // What is made of the working tree goes to a folder of its own, not into the repository.
  const own = join(temp, "objects");
  mkdirSync(own, { recursive: true });
  const env = { GIT_OBJECT_DIRECTORY: own, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects };
  return { root, temp, env };
}

/**
 * A commit by any name that git knows.
 *
 * @throws UsageError when git knows none
 */
export function revisionOf(repository: Repository, name: string): Revision {
  const run = (what: string) =>
    tryGit(repository.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", what]);
  const commit = run(`${name}^{commit}`);
  if (commit === undefined)
    throw new UsageError(
      `${name}: git knows no such revision; in CI fetch it first, as with fetch-depth: 0`,
    );
  return { name, commit: commit.trim(), tree: run(`${name}^{tree}`)?.trim() ?? "" };
}

/** The files as they are now, those included that git does not track yet, but not those that it ignores. */
export function workingTree(repository: Repository): Revision {
  const { root, temp, env } = repository;
  const index = { ...env, GIT_INDEX_FILE: join(temp, "index") };
  const own = resolve(root, git(root, ["rev-parse", "--git-path", "index"]).trim());
  if (existsSync(own)) copyFileSync(own, index.GIT_INDEX_FILE);
  git(root, ["add", "--all", "--", "."], index);
  const tree = git(root, ["write-tree"], index).trim();
  return { name: workingTreeName, commit: undefined, tree };
}

/**
 * Where two revisions part.
 *
 * @throws UsageError when they have no common commit, as in a shallow clone
 */
export function mergeBase(repository: Repository, base: Revision, head: Revision): Revision {
  const other = head.commit ?? "HEAD";
  const found = tryGit(repository.root, ["merge-base", base.commit ?? "HEAD", other]);
  if (found === undefined)
    throw new UsageError(
      `${base.name} and ${head.name} have no common commit; fetch the whole history, as with fetch-depth: 0`,
    );
  return { ...revisionOf(repository, found.trim()), name: base.name };
}

/** Every file of a revision by its path. */
export function filesOf(repository: Repository, { tree }: Revision): ReadonlyMap<string, TreeFile> {
  const listing = git(
    repository.root,
    ["ls-tree", "-r", "-z", "--full-tree", tree],
    repository.env,
  );
  return new Map(
    listing
      .split("\0")
      .filter((line) => line !== "")
      .map((line) => {
        const [, mode = "", oid = "", path = ""] =
          /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]*)$/.exec(line) ?? [];
        return [path, { mode, oid }];
      }),
  );
}

/** The content of a file; undefined when the revision has none of that path. */
export function readFile(
  repository: Repository,
  { tree }: Revision,
  path: string,
): string | undefined {
  return tryGit(repository.root, ["cat-file", "blob", `${tree}:${path}`], repository.env);
}

/** The contents of many files by their object ids. */
export function readBlobs(
  repository: Repository,
  oids: readonly string[],
): ReadonlyMap<string, string> {
  const { status, stdout } = spawnSync("git", ["cat-file", "--batch"], {
    cwd: repository.root,
    env: environment(repository.env),
    input: `${oids.join("\n")}\n`,
    maxBuffer: 2 ** 30,
  });
  const found = new Map<string, string>();
  if (status !== 0) return found;
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(10, at);
    const [oid = "", , size = "0"] = stdout.toString("utf8", at, end).split(" ");
    const length = Number(size);
    found.set(oid, stdout.toString("utf8", end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return found;
}

/** Writes all files of a revision into a new folder. */
export function checkOut(repository: Repository, { tree }: Revision, folder: string): void {
  const env = { ...repository.env, GIT_INDEX_FILE: `${folder}.index` };
  mkdirSync(folder, { recursive: true });
  git(repository.root, ["read-tree", tree], env);
  git(repository.root, ["checkout-index", "--all", `--prefix=${folder}/`], env);
}

function git(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = run(folder, args, env);
  if (error !== undefined) throw new UsageError(`git: ${error.message}`, { cause: error });
  if (status !== 0) throw new UsageError(`git ${args[0]}: ${stderr.trim()}`);
  return stdout;
}

function tryGit(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string | undefined {
  const { status, stdout } = run(folder, args, env);
  return status === 0 ? stdout : undefined;
}

/** Variables by which a hook tells git where it runs; the folder tells it here. */
const ofHooks = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

function environment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ofHooks.includes(name));
  return { ...Object.fromEntries(kept), ...added };
}

function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync("git", [...args], {
    cwd: folder,
    env: environment(env),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
}
