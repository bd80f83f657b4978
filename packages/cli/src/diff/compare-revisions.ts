// SPDX-License-Identifier: Apache-2.0
/** @module Renders every app at both revisions, where its content differs, and compares. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fields } from "@dynamo-iac/constructs/api";
import { type Changes, compareObjects } from "@dynamo-iac/constructs/changes";
import { createMasks, type Masks } from "@dynamo-iac/constructs/checks";
import { UsageError } from "../usage-error.js";
import { type AppConfig, configName, type DiffConfig, readConfig } from "./config.js";
import { provideDependencies } from "./dependencies.js";
import type { Gate } from "./gates.js";
import { checkOut, filesOf, type Repository, type Revision, readBlobs, readFile } from "./git.js";
import { inputsOf, keyOf, type Tree } from "./inputs.js";
import { renderApp } from "./render.js";
import { type DiffReport, reportOf, type UnitReport } from "./report.js";

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
  const units: UnitReport[] = [];
  for (const [was, is] of pairsOf(before.config, after.config))
    units.push(await compareApp(comparison, { before, after, was, is, masks }));
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
    config: content === undefined ? undefined : readConfig(file, content),
    tree: { files, read: (oids) => readBlobs(repository, oids) },
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

type AppPair = readonly [was: AppConfig | undefined, is: AppConfig | undefined];

/**
 * Apps of both files by their paths. A base without a file has the same apps as far as their folders
 * are there.
 */
function pairsOf(
  before: DiffConfig | undefined,
  after: DiffConfig | undefined,
): readonly AppPair[] {
  const old = before?.apps ?? after?.apps ?? [];
  const current = after?.apps ?? before?.apps ?? [];
  const gone = old.filter(({ path }) => !current.some((app) => app.path === path));
  return [
    ...current.map((app): AppPair => [old.find(({ path }) => path === app.path) ?? app, app]),
    ...gone.map((app): AppPair => [app, undefined]),
  ];
}

interface AppComparison {
  readonly before: Side;
  readonly after: Side;
  readonly was: AppConfig | undefined;
  readonly is: AppConfig | undefined;
  readonly masks: Masks;
}

async function compareApp(
  comparison: Comparison,
  { before, after, was, is, masks }: AppComparison,
): Promise<UnitReport> {
  const app = is ?? was;
  if (app === undefined) throw new Error("bug in @dynamo-iac/cli: an app at neither revision");
  const unit = { kind: "app" as const, name: app.name, path: app.path };
  const nothing = { failure: undefined, manifests: undefined, resources: [] };
  if (contentKey(before.tree, was) === contentKey(after.tree, is))
    return { ...unit, ...nothing, state: "unchanged" };
  try {
    // First what can go wrong at once, then what takes long.
    prepare(comparison, before, was);
    prepare(comparison, after, is);
    const [old, current] = await Promise.all([
      objectsAt(comparison, before, was),
      objectsAt(comparison, after, is),
    ]);
    const changes = compareObjects(old, current, {
      cluster: app.cluster,
      pools: app.pools,
      prices: after.config?.prices ?? before.config?.prices,
      masks,
    });
    const state = isEmpty(changes) ? "unchanged" : "changed";
    return { ...unit, ...nothing, state, manifests: changes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...unit, ...nothing, state: "failed", failure: error.message };
  }
}

function isEmpty({ objects, findings }: Changes): boolean {
  return objects.length === 0 && findings.added.length + findings.fixed.length === 0;
}

/** Equal keys give equal manifests. An app that a revision does not have has a key of its own. */
function contentKey(tree: Tree, app: AppConfig | undefined): string {
  if (app === undefined) return "";
  const { path, inputs, command, environment } = app;
  const paths = inputsOf(tree, path, inputs);
  return keyOf(tree, paths, { path, command, environment });
}

function prepare(
  { repository, install }: Comparison,
  side: Side,
  app: AppConfig | undefined,
): void {
  if (app === undefined) return;
  const revision = side.revision.name;
  at(revision, () =>
    provideDependencies(side.folder(), app.path, { checkout: repository.root, install, revision }),
  );
}

async function objectsAt(
  { progress }: Comparison,
  side: Side,
  app: AppConfig | undefined,
): Promise<readonly Fields[]> {
  if (app === undefined) return [];
  const { name } = side.revision;
  progress(`rendering ${app.name} of ${name}\n`);
  const temp = join(side.temp, "run");
  mkdirSync(temp, { recursive: true });
  try {
    return await at(name, () => renderApp(app, { folder: side.folder(), temp }));
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
