// SPDX-License-Identifier: Apache-2.0
/** @module Runs the steps of a job or composite action as GitHub's runner does: real bash, files for outputs, values by expressions. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Contexts, evaluated, substituted } from "./expressions.js";

/** A step, as YAML has it. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

/** Does what an action of somebody else would do; throws where that fails. */
export type ActionStandIn = (inputs: Readonly<Record<string, string>>) => void | Promise<void>;

/** Where steps run. */
export interface RunnerOptions {
  /** Folder that the repository is checked out to. */
  readonly workspace: string;
  /** `github`, `inputs` and `vars`. */
  readonly contexts: Contexts;
  /** Stand-ins by the name of the action, without its version. @default - none */
  readonly actions?: Readonly<Record<string, ActionStandIn>>;
}

/** What a job left behind. */
export interface JobResult {
  readonly conclusion: "success" | "failure";
  /** What its commands printed. */
  readonly log: string;
  /** Markdown of the summary page. */
  readonly summary: string;
  /** Outputs of steps, by their ids. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Outcome {
  readonly outcome: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs steps one after another; one that fails leaves out those after it that do not ask for `always()`. */
export async function runSteps(steps: readonly Step[], options: RunnerOptions): Promise<JobResult> {
  const temp = mkdtempSync(join(tmpdir(), "dynamo-iac-runner-"));
  const summary = join(temp, "summary.md");
  writeFileSync(summary, "");
  const done: Record<string, Outcome> = {};
  let failed = false;
  let log = "";
  for (const [index, step] of steps.entries()) {
    const contexts = { ...options.contexts, steps: done };
    let result: Outcome = { outcome: "skipped", outputs: {} };
    if (isDue(step, contexts, failed)) {
      const ran = await runStep(step, contexts, options, join(temp, String(index)), summary);
      log += ran.log;
      result = ran;
    }
    if (result.outcome === "failure" && step["continue-on-error"] !== true) failed = true;
    if (step.id !== undefined) done[step.id] = result;
  }
  return {
    conclusion: failed ? "failure" : "success",
    log,
    summary: readFileSync(summary, "utf8"),
    outputs: Object.fromEntries(Object.entries(done).map(([id, { outputs }]) => [id, outputs])),
  };
}

/** Inputs of a workflow or action: those given, and defaults, which may be expressions. */
export function inputsOf(
  declared: Readonly<Record<string, { readonly default?: unknown }>>,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(declared, name));
  if (unknown !== undefined) throw new Error(`there is no input ${unknown}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { default: fallback = "" }]) => [
      name,
      given[name] ?? substituted(String(fallback), contexts),
    ]),
  );
}

function isDue({ if: condition }: Step, contexts: Contexts, failed: boolean): boolean {
  if (condition === "always()") return true;
  return !failed && (condition === undefined || evaluated(condition, contexts) === true);
}

async function runStep(
  step: Step,
  contexts: Contexts,
  { workspace, actions = {} }: RunnerOptions,
  file: string,
  summary: string,
): Promise<Outcome & { readonly log: string }> {
  if (step.uses !== undefined) {
    const action = actions[step.uses.replace(/@.*$/, "")];
    if (action === undefined) throw new Error(`nothing stands in for ${step.uses}`);
    try {
      await action(texts(step.with ?? {}, contexts));
      return { outcome: "success", outputs: {}, log: "" };
    } catch (error) {
      return {
        outcome: "failure",
        outputs: {},
        log: `${step.uses}: ${(error as Error).message}\n`,
      };
    }
  }
  const output = `${file}.output`;
  writeFileSync(output, "");
  writeFileSync(`${file}.sh`, substituted(step.run ?? "", contexts));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...texts(step.env ?? {}, contexts),
  };
  const strict = step.shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const { code, log } = await bash([...strict, `${file}.sh`], workspace, env);
  return { outcome: code === 0 ? "success" : "failure", outputs: pairs(output), log };
}

function texts(
  values: Readonly<Record<string, unknown>>,
  contexts: Contexts,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, substituted(String(value), contexts)]),
  );
}

/** Lines `name=value`, which is all that our steps write. */
function pairs(file: string): Readonly<Record<string, string>> {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

/** Runs bash to its end; what it prints is kept in order. */
export function bash(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("bash", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, log }));
  });
}
