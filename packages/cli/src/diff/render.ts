// SPDX-License-Identifier: Apache-2.0
/** @module An app to its Kubernetes objects, in a folder that holds one revision. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Fields } from "@dynamo-iac/constructs/api";
import { createMasks } from "@dynamo-iac/constructs/checks";
import { cdk8sAppAt, searchPath, synthesize } from "../cdk8s-app.js";
import { readObjects } from "../documents.js";
import { readSources, type SourceFile } from "../source-files.js";
import { UsageError } from "../usage-error.js";
import type { AppConfig } from "./config.js";
import { processEnvironment } from "./process-environment.js";

/** Where a revision lies. */
export interface RenderPlace {
  /** Folder of the revision. */
  readonly folder: string;
  /** Folder that home folders of programs go to. */
  readonly temp: string;
}

/** Longest time that one command may take. */
const longestMs = 15 * 60_000;

const silent = { out: () => {}, err: () => {}, stdin: async () => "", color: false };

/**
 * The objects of an app; none where the revision does not have it. Programs get no credentials of
 * this shell.
 *
 * @throws UsageError with the end of what the program said, credentials masked
 */
export async function renderApp(app: AppConfig, place: RenderPlace): Promise<readonly Fields[]> {
  const path = join(place.folder, app.path);
  if (!existsSync(path)) return [];
  if (relative(realpathSync(place.folder), realpathSync(path)).startsWith(".."))
    throw new UsageError(`${app.path}: leads out of the repository`);
  const told = (text: string) =>
    createMasks().clean(text.replaceAll(place.folder + sep, "").replaceAll(place.folder, "."));
  try {
    const files = await filesOf(app, path, place);
    return readObjects(files.map((file) => ({ ...file, path: told(file.path) }))).map(
      ({ value }) => value,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(told(error.message), { cause: error });
  }
}

async function filesOf(
  app: AppConfig,
  path: string,
  place: RenderPlace,
): Promise<readonly SourceFile[]> {
  if (app.command !== undefined) {
    const folder = statSync(path).isDirectory() ? path : dirname(path);
    const text = await runCommand(app, folder, app.command, place);
    return [{ path: `${app.name} (output)`, text, found: true }];
  }
  const program = cdk8sAppAt(path);
  return program === undefined
    ? readSources([path], silent)
    : synthesize(program, silent, environment(app, place));
}

/** Who a command is run for. */
export type CommandOwner = Pick<AppConfig, "path" | "environment">;

function environment({ environment: own }: CommandOwner, { temp }: RenderPlace) {
  const home = join(temp, "home");
  mkdirSync(home, { recursive: true });
  return processEnvironment(process.env, { HOME: home, ...own });
}

/**
 * Runs a shell command as npm scripts are run; gives what it prints.
 *
 * @throws UsageError with the end of what it said when it fails
 */
export function runCommand(
  app: CommandOwner,
  folder: string,
  command: string,
  place: RenderPlace,
): Promise<string> {
  const env = environment(app, place);
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: folder,
      env: { ...env, PATH: searchPath(folder, env) },
      shell: true,
      timeout: longestMs,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const printed = Buffer.concat(out).toString("utf8");
      if (code === 0) {
        resolve(printed);
        return;
      }
      const said = `${printed}${Buffer.concat(err).toString("utf8")}`.trim().slice(-4000);
      const how =
        code === null
          ? "was ended, or took longer than 15 minutes"
          : `ended with exit code ${code}`;
      reject(new UsageError(`${app.path}: its command (${command}) ${how}:\n${said}`));
    });
  });
}
