// SPDX-License-Identifier: Apache-2.0
/** @module A cdk8s app as a source of objects: its program runs as `cdk8s synth` would run it. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, relative, resolve } from "node:path";
import { parse } from "yaml";
import { attempt, readText, type SourceFile, yamlFiles } from "./source-files.js";
import type { Terminal } from "./terminal.js";
import { UsageError } from "./usage-error.js";

/** A cdk8s app. */
export interface Cdk8sApp {
  /** As it was named on the command line. */
  readonly path: string;
  /** Folder in which its program runs. */
  readonly folder: string;
  /** Command that starts the program. */
  readonly command: string;
  /** Folder into which `cdk8s synth` would write; the objects are named as if they stood there. */
  readonly output: string;
}

const configName = "cdk8s.yaml";

/** Lines of the program's output that a failure shows at most. */
const shownLines = 40;

/** The app of a folder with a cdk8s.yaml, or of the file itself; undefined for any other path. */
export function cdk8sAppAt(path: string): Cdk8sApp | undefined {
  const isFolder = attempt(path, () => statSync(path).isDirectory());
  const file = isFolder ? join(path, configName) : path;
  if (basename(file) !== configName || !existsSync(file)) return undefined;
  const config = attempt(file, () => parse(readFileSync(file, "utf8")) as unknown);
  const { app, output } = (typeof config === "object" && config !== null ? config : {}) as {
    readonly app?: unknown;
    readonly output?: unknown;
  };
  if (typeof app !== "string" || app.trim() === "")
    throw new UsageError(`${file}: it names no program; write app: and a command, as node main.js`);
  const folder = dirname(file);
  return { path, folder, command: app, output: typeof output === "string" ? output : "dist" };
}

/**
 * Runs the program with a folder of its own to write into, and gives what it wrote. What the program
 * says on standard error, such as warnings of its checks, goes to ours.
 *
 * @param env variables of the program
 * @throws UsageError when the program fails or writes nothing
 */
export async function synthesize(
  app: Cdk8sApp,
  terminal: Pick<Terminal, "err">,
  env: NodeJS.ProcessEnv = process.env,
): Promise<readonly SourceFile[]> {
  const outdir = mkdtempSync(join(tmpdir(), "dynamo-iac-app-"));
  try {
    const { failure, said, errors } = await runProgram(app, outdir, env);
    if (failure !== undefined)
      throw new UsageError(`${app.path}: its program (${app.command}) ${failure}${tail(said)}`);
    const files = yamlFiles(outdir);
    if (files.length === 0)
      throw new UsageError(
        `${app.path}: its program (${app.command}) wrote no YAML into CDK8S_OUTDIR; leave outdir out of the settings of its App${tail(said)}`,
      );
    if (errors !== "") terminal.err(errors);
    return files.map((file) => ({
      path: join(app.folder, app.output, relative(outdir, file)),
      text: readText(file),
      found: true,
    }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

interface Run {
  /** How it failed; undefined when it did not. */
  readonly failure: string | undefined;
  /** Everything that it printed. */
  readonly said: string;
  /** What it printed to standard error. */
  readonly errors: string;
}

function runProgram(
  { folder, command }: Cdk8sApp,
  outdir: string,
  env: NodeJS.ProcessEnv,
): Promise<Run> {
  return new Promise((done) => {
    const child = spawn(command, {
      cwd: folder,
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...env, PATH: searchPath(folder, env), CDK8S_OUTDIR: outdir },
    });
    let said = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      errors += text;
    });
    child.on("error", (error) =>
      done({ failure: `did not start: ${error.message}`, said, errors }),
    );
    child.on("close", (code, signal) => {
      const failure =
        code === 0
          ? undefined
          : signal === null
            ? `ended with exit code ${code}`
            : `was ended by ${signal}`;
      done({ failure, said, errors });
    });
  });
}

/** The programs of the packages around a folder first, as npm does it. */
export function searchPath(folder: string, env: NodeJS.ProcessEnv): string {
  const own: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    own.push(join(at, "node_modules", ".bin"));
    if (dirname(at) === at) break;
  }
  return [...own, env.PATH ?? ""].join(delimiter);
}

/** The end of the output without stacks, indented below the sentence. */
function tail(said: string): string {
  const lines = said
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at |^Node\.js v\d/.test(line));
  const shown = lines.slice(-shownLines).map((line) => `  ${line}`);
  const cut = lines.length > shownLines ? ["  ..."] : [];
  return shown.length === 0 ? "" : [":", ...cut, ...shown].join("\n");
}
