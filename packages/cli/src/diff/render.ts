// SPDX-License-Identifier: Apache-2.0
/** @module An app to its Kubernetes objects, in a folder that holds one revision. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, relative, sep } from "node:path";
import type { Fields } from "@dynamo-iac/constructs/api";
import { createMasks } from "@dynamo-iac/constructs/checks";
import { readObjects } from "../documents.js";
import { parseText } from "../parsed-text.js";
import { readSources, type SourceFile } from "../source-files.js";
import { UsageError } from "../usage-error.js";
import type { AppConfig } from "./config.js";
import { processEnvironment } from "./process-environment.js";

/** Where a revision lies. */
export interface RenderPlace {
  /** Folder of the revision. */
  readonly folder: string;
  /** Folder that output and home of programs go to. */
  readonly temp: string;
}

/** Longest time that one program may take. */
const longestMs = 15 * 60_000;

/**
 * The objects of an app; none where the revision does not have it.
 *
 * @throws UsageError with the end of what the program said, credentials masked
 */
export async function renderApp(app: AppConfig, place: RenderPlace): Promise<readonly Fields[]> {
  const path = join(place.folder, app.path);
  if (!existsSync(path)) return [];
  if (relative(realpathSync(place.folder), realpathSync(path)).startsWith(".."))
    throw new UsageError(`${app.path}: leads out of the repository`);
  if (app.command !== undefined) return printed(app, path, app.command, place);
  const settings = join(path, "cdk8s.yaml");
  return statSync(path).isDirectory() && existsSync(settings)
    ? synthesized(app, path, readFileSync(settings, "utf8"), place)
    : manifests(path, app.path);
}

/** The program that cdk8s.yaml names, as `cdk8s synth` runs it. */
async function synthesized(
  app: AppConfig,
  path: string,
  settings: string,
  place: RenderPlace,
): Promise<readonly Fields[]> {
  const { value } = parseText(join(app.path, "cdk8s.yaml"), settings);
  if (typeof value.app !== "string")
    throw new UsageError(
      `${app.path}/cdk8s.yaml: app: required: the command that runs the program`,
    );
  const out = join(place.temp, "out");
  mkdirSync(out, { recursive: true });
  await runCommand(app, path, value.app, place, { CDK8S_OUTDIR: out });
  const own = typeof value.output === "string" ? join(path, value.output) : out;
  // A program that names its own folder does not look at CDK8S_OUTDIR.
  const folder = (await yamlIn(out)).length > 0 ? out : own;
  const files = await yamlIn(folder);
  if (files.length === 0) throw new UsageError(`${app.path}: the program wrote no manifest`);
  return objectsOf(files, folder, app.path);
}

/** What a command prints. */
async function printed(
  app: AppConfig,
  path: string,
  command: string,
  place: RenderPlace,
): Promise<readonly Fields[]> {
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const text = await runCommand(app, folder, command, place, {});
  return objectsOf([{ path: `${app.name} (output)`, text, found: true }], "", app.path);
}

async function manifests(path: string, name: string): Promise<readonly Fields[]> {
  const files = await filesIn([path]);
  return objectsOf(files, path, name);
}

async function yamlIn(folder: string): Promise<readonly SourceFile[]> {
  try {
    return await filesIn([folder]);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

async function filesIn(paths: readonly string[]): Promise<readonly SourceFile[]> {
  const noTerminal = { out: () => {}, err: () => {}, stdin: async () => "", color: false };
  return readSources(paths, noTerminal);
}

/** Objects of files, whose paths are told as the repository has them. */
function objectsOf(files: readonly SourceFile[], folder: string, name: string): readonly Fields[] {
  const told = files.map((file) => ({
    ...file,
    path: folder === "" ? file.path : join(name, relative(folder, file.path)),
  }));
  return readObjects(told).map(({ value }) => value);
}

/** Who a command is run for. */
export type CommandOwner = Pick<AppConfig, "path" | "environment">;

/**
 * Runs a shell command as npm scripts are run; gives what it prints.
 *
 * @throws UsageError with the end of what it said when it fails
 */
export async function runCommand(
  app: CommandOwner,
  folder: string,
  command: string,
  { folder: root, temp }: RenderPlace,
  added: Readonly<Record<string, string>> = {},
): Promise<string> {
  const home = join(temp, "home");
  mkdirSync(home, { recursive: true });
  const env = processEnvironment(process.env, { HOME: home, ...app.environment, ...added });
  env.PATH = [...binFolders(folder, root), env.PATH ?? ""].join(delimiter);
  const { code, out, err } = await execute(command, folder, env);
  if (code === 0) return out;
  const said = `${out}${err}`
    .replaceAll(root + sep, "")
    .trim()
    .slice(-4000);
  const lines = createMasks().clean(said);
  throw new UsageError(
    `${app.path}: ${JSON.stringify(command)} ended with ${code === null ? "a signal, or took longer than 15 minutes" : `code ${code}`}\n${lines}`,
  );
}

function binFolders(folder: string, root: string): readonly string[] {
  const own = join(folder, "node_modules", ".bin");
  return folder === root || folder === dirname(folder)
    ? [own]
    : [own, ...binFolders(dirname(folder), root)];
}

function execute(
  command: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd,
      env,
      shell: true,
      timeout: longestMs,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        out: Buffer.concat(out).toString("utf8"),
        err: Buffer.concat(err).toString("utf8"),
      }),
    );
  });
}
