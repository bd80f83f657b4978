// SPDX-License-Identifier: Apache-2.0
/** @module The workflows, actions and CI examples of this repository, read. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import type { Step } from "./runner.js";

/** One job of a workflow. */
export interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

type Inputs = Readonly<Record<string, { readonly default?: unknown }>>;

/** A workflow, as far as tests read it. */
export interface Workflow {
  readonly name: string;
  readonly on: {
    readonly workflow_call?: { readonly inputs: Inputs };
    readonly workflow_run?: { readonly workflows: readonly string[] };
  };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A composite action. */
export interface CompositeAction {
  readonly inputs: Inputs;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const root = resolve(__dirname, "../../..");

/** A YAML file of this repository. */
export function readYaml<Content>(path: string): Content {
  return parse(readFileSync(resolve(root, path), "utf8")) as Content;
}

/** The workflow of that file name. */
export function workflow(name: string): Workflow {
  return readYaml(`.github/workflows/${name}.yml`);
}

/** The one job of a workflow. */
export function jobOf({ jobs }: Workflow): Job & { readonly steps: readonly Step[] } {
  const [job, ...more] = Object.values(jobs);
  if (job?.steps === undefined || more.length > 0) throw new Error("not one job with steps");
  return { ...job, steps: job.steps };
}
