// SPDX-License-Identifier: Apache-2.0
/** @module Renders every app and stack at both revisions, where its content differs, and compares. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createMasks } from "@dynamo-iac/constructs/checks";
import { UsageError } from "../usage-error.js";
import {
  type AppConfig,
  configName,
  type DiffConfig,
  readConfig,
  type StackConfig,
  withFolders,
} from "./config.js";
import { provideDependencies } from "./dependencies.js";
import type { Gate } from "./gates.js";
import { checkOut, filesOf, type Repository, type Revision, readBlobs, readFile } from "./git.js";
import { inputsOf, keyOf, type Tree } from "./inputs.js";
import type { RenderPlace } from "./render.js";
import { type DiffReport, reportOf, type UnitReport } from "./report.js";
import { appWork, stackWork, type Work } from "./work.js";

/** What is compared, and how. */
export interface Comparison {
  readonly repository: Repository;
  readonly base: Revision;
  readonly head: Revision;
  /** Path of the configuration in the repository. @default "dynamo-iac.yaml" */
  readonly config?: string | undefined;
  /** Gates of the command line. */
  readonly gates: readonly Gate[];
  /** Install dependencies where the lock file is another one than that of the checkout. */
  readonly install: boolean;
  /** Told what is being done. */
  progress(text: string): void;
}

/** One revision while it is being rendered. */
interface Side {
  readonly revision: Revision;
  readonly config: DiffConfig | undefined;
  readonly tree: Tree;
  /** Folder with its files; made when it is first asked for. */
  folder(): string;
  readonly temp: string;
}

/**
 * Compares two revisions. Gates are those of the command line and of the base, so that a change
 * cannot open the gate that it has to pass, and those that it adds itself.
 *
 * @throws UsageError when a revision or the configuration cannot be read
 */
export async function compareRevisions(comparison: Comparison): Promise<DiffReport> {
  const { base, head, gates } = comparison;
  const file = comparison.config ?? configName;
  const before = sideOf(comparison, base, file, "base");
  const after = sideOf(comparison, head, file, "head");
  if (before.config === undefined && after.config === undefined)
    throw new UsageError(
      `${file}: neither ${base.name} nor ${head.name} has it; it names what to render, as\n  version: 1\n  apps:\n    - path: deploy`,
    );
  const masks = createMasks();
  const sides = { before, after };
  const units: UnitReport[] = [];
  for (const work of appWork(before.config, after.config, masks))
    units.push(await compareUnit(comparison, sides, work));
  for (const work of stackWork(before.config, after.config, masks))
    units.push(await compareUnit(comparison, sides, work));
  const all = [...gates, ...(before.config?.gates ?? []), ...(after.config?.gates ?? [])];
  return reportOf(
    { name: base.name, commit: base.commit },
    { name: head.name, commit: head.commit },
    units,
    all,
  );
}

function sideOf(
  { repository }: Comparison,
  revision: Revision,
  file: string,
  role: "base" | "head",
): Side {
  const content = readFile(repository, revision, file);
  const files = filesOf(repository, revision);
  const temp = join(repository.temp, role);
  const target = join(temp, "tree");
  let made = false;
  return {
    revision,
    config:
      content === undefined ? undefined : withFolders(readConfig(file, content), files.keys()),
    tree: { files, read: remembered((oids) => readBlobs(repository, oids)) },
    temp,
    folder: () => {
      if (!made) {
        mkdirSync(temp, { recursive: true });
        checkOut(repository, revision, target);
      }
      made = true;
      return target;
    },
  };
}

async function compareUnit<Rendered>(
  comparison: Comparison,
  { before, after }: { readonly before: Side; readonly after: Side },
  work: Work<Rendered>,
): Promise<UnitReport> {
  const { kind, was, is } = work;
  const entry = is ?? was;
  if (entry === undefined) throw new Error("bug in @dynamo-iac/cli: nothing at either revision");
  const unit = { kind, name: entry.name, path: entry.path };
  const nothing = { failure: undefined, manifests: undefined, resources: [] };
  if (contentKey(before.tree, was) === contentKey(after.tree, is))
    return { ...unit, ...nothing, state: "unchanged" };
  try {
    // First what can go wrong at once, then what takes long.
    prepare(comparison, before, was);
    prepare(comparison, after, is);
    const [old, current] = await Promise.all([
      rendered(comparison, before, was, (place) => work.render("before", place)),
      rendered(comparison, after, is, (place) => work.render("after", place)),
    ]);
    const found = await work.changes(old, current);
    const state = isEmpty(found) ? "unchanged" : "changed";
    return { ...unit, ...nothing, ...found, state };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...unit, ...nothing, state: "failed", failure: error.message };
  }
}

function isEmpty({ manifests, resources }: Pick<UnitReport, "manifests" | "resources">): boolean {
  const findings = manifests?.findings;
  const found = (findings?.added.length ?? 0) + (findings?.fixed.length ?? 0);
  return (manifests?.objects.length ?? 0) + resources.length + found === 0;
}

/** Apps of one repository read much of the same. */
function remembered(read: Tree["read"]): Tree["read"] {
  const known = new Map<string, string>();
  return (oids) => {
    const missing = oids.filter((oid) => !known.has(oid));
    for (const [oid, content] of missing.length === 0 ? [] : read(missing)) known.set(oid, content);
    return known;
  };
}

/** Equal keys give equal output. What a revision does not have, has a key of its own. */
function contentKey(tree: Tree, entry: AppConfig | StackConfig | undefined): string {
  if (entry === undefined) return "";
  const { path, inputs } = entry;
  const settings = "stack" in entry ? [entry.stack] : [entry.command, entry.environment];
  return keyOf(tree, inputsOf(tree, path, inputs), [path, ...settings]);
}

function prepare(
  { repository, install }: Comparison,
  side: Side,
  entry: AppConfig | StackConfig | undefined,
): void {
  if (entry === undefined) return;
  const revision = side.revision.name;
  at(revision, () =>
    provideDependencies(side.folder(), entry.path, {
      checkout: repository.root,
      install,
      revision,
    }),
  );
}

async function rendered<Rendered>(
  { progress }: Comparison,
  side: Side,
  entry: AppConfig | StackConfig | undefined,
  render: (place: RenderPlace) => Promise<Rendered>,
): Promise<Rendered> {
  const { name } = side.revision;
  if (entry !== undefined) progress(`rendering ${entry.name} of ${name}\n`);
  const temp = join(side.temp, "run");
  mkdirSync(temp, { recursive: true });
  try {
    return await at(name, () => render({ folder: side.folder(), temp }));
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** Says at which revision something went wrong. */
function at<T>(revision: string, action: () => T): T {
  const told = (error: unknown) =>
    error instanceof UsageError
      ? new UsageError(`at ${revision}: ${error.message}`, { cause: error })
      : error;
  try {
    const result = action();
    return result instanceof Promise
      ? (result.catch((error: unknown) => {
          throw told(error);
        }) as T)
      : result;
  } catch (error) {
    throw told(error);
  }
}
