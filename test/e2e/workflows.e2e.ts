// SPDX-License-Identifier: Apache-2.0
/**
 * @module The GitHub workflows and the action as a runner runs them: their own shell scripts, on a pull request of a scratch repository.
 *
 * The scripts, git, npx, the command and the programs that it renders are real. GitHub is not: actions of
 * others are played, and so is its API.
 */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, repositoryOf, type TestRepository } from "../support/diff/repository.js";
import { evaluated, substituted } from "../support/workflows/expressions.js";
import { type CompositeAction, jobOf, readYaml, workflow } from "../support/workflows/files.js";
import { GitHubStandIn, runScript } from "../support/workflows/github.js";
import {
  installCommand,
  pullRequestRun,
  quickstart,
  userFiles,
} from "../support/workflows/pull-request.js";
import { bash, inputsOf, type JobResult, runSteps } from "../support/workflows/runner.js";
import { count } from "./support/report.js";

const withReplicas = (replicas: number) =>
  quickstart.replace("aggregated()", `aggregated({ replicas: ${replicas} })`);

/** A base that has moved on since the branch left it. */
function repositoryWith(change: Files, branch = "more-replicas") {
  const origin = repositoryOf(userFiles);
  origin.git("branch", branch);
  const base = origin.commit({ "serving/main.ts": quickstart.replace("qwen3", "renamed") });
  origin.git("checkout", "--quiet", branch, "--");
  const head = origin.commit(change);
  origin.git("checkout", "--quiet", "main");
  return { origin, base, head };
}

const event = (base: string, head: string) => ({
  pull_request: {
    number: 5,
    base: { sha: base },
    head: { sha: head, repo: { full_name: "someone/serving" } },
  },
});

const compare = workflow("dynamo-diff");

/** What one run of the workflow that compares left behind. */
async function runCompare(
  { origin, base, head }: { origin: TestRepository; base: string; head: string },
  given: Readonly<Record<string, string>> = {},
) {
  const run = pullRequestRun(origin);
  const github = { event: event(base, head) };
  const declared = compare.on.workflow_call?.inputs ?? {};
  const inputs = inputsOf(declared, { "install-command": installCommand, ...given }, { github });
  const result = await runSteps(jobOf(compare).steps, { ...run, contexts: { github, inputs } });
  return { ...run, ...result };
}

/** Runs the job that writes the comment, on what the first one uploaded. */
function runComment(github: GitHubStandIn, artifact: string, head: string): Promise<JobResult> {
  const payload = {
    workflow_run: {
      id: 17,
      event: "pull_request",
      head_sha: head,
      head_branch: "more-replicas",
      head_repository: { owner: { login: "someone" } },
    },
  };
  const { workspace } = pullRequestRun(repositoryOf({}));
  return runSteps(jobOf(workflow("dynamo-diff-comment")).steps, {
    workspace,
    contexts: { github: { event: payload, token: "token" } },
    actions: {
      "actions/download-artifact": ({ path = "" }) =>
        cpSync(artifact, join(workspace, path), { recursive: true }),
      "actions/github-script": async ({ script = "" }) => {
        await runScript(script, { github, payload, folder: workspace });
      },
    },
  });
}

const action = readYaml<CompositeAction>(".github/actions/diff/action.yml");

/** Runs the action in a checkout, as a step of somebody's job. */
async function runAction(
  { origin, base, head }: { origin: TestRepository; base: string; head: string },
  given: Readonly<Record<string, string>>,
) {
  const run = pullRequestRun(origin);
  await run.actions["actions/checkout"]?.({ ref: head, "fetch-depth": "0" });
  const github = { event: event(base, head) };
  const steps = [{ run: installCommand }, ...action.runs.steps];
  const inputs = inputsOf(action.inputs, given, { github });
  const result = await runSteps(steps, { ...run, contexts: { github, inputs } });
  const output = (name: string) =>
    join(run.workspace, substituted(action.outputs[name]?.value ?? "", { inputs }));
  return { ...run, ...result, output };
}

describe("the workflows of a pull request", () => {
  it("compare with where the branch left its base, and keep one comment up to date", async () => {
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const first = await runCompare(change);
    expect(first, first.log).toMatchObject({ conclusion: "success" });
    const artifact = first.artifacts.get("dynamo-iac-diff") ?? "";
    const text = readFileSync(join(artifact, "comment.md"), "utf8");
    expect(text).toContain("| replicas | `1` | `3` |");
    expect(text).not.toContain("renamed");
    expect(first.summary).toBe(text);
    expect(JSON.parse(readFileSync(join(artifact, "report.json"), "utf8"))).toMatchObject({
      head: { commit: change.head },
    });

    const github = new GitHubStandIn();
    const pull = (sha: string) =>
      github.pulls.splice(0, 1, {
        number: 5,
        state: "open",
        head: { sha, label: "someone:more-replicas" },
      });
    pull(change.head);
    expect(await runComment(github, artifact, change.head)).toMatchObject({
      conclusion: "success",
    });

    change.origin.git("checkout", "--quiet", "more-replicas");
    const head = change.origin.commit({ "serving/main.ts": withReplicas(4) });
    const second = await runCompare({ ...change, head });
    pull(head);
    await runComment(github, second.artifacts.get("dynamo-iac-diff") ?? "", head);
    expect(github.writes).toEqual(["create 5", "update 1"]);
    expect(github.comments[0]?.body).toContain("| replicas | `1` | `4` |");
    count("workflow jobs that were run", 4);
  });

  it("fail at a gate, with the report and the comment all the same", async () => {
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const run = await runCompare(change, { "fail-on": "gpus>1" });
    expect(run.conclusion).toBe("failure");
    expect(run.summary).toContain("gate `gpus>1` not passed");
    const artifact = run.artifacts.get("dynamo-iac-diff") ?? "";
    expect(readdirSync(artifact).sort()).toEqual(["comment.md", "report.json"]);
    const github = new GitHubStandIn();
    github.pulls.push({
      number: 5,
      state: "open",
      head: { sha: change.head, label: "someone:more-replicas" },
    });
    await runComment(github, artifact, change.head);
    expect(github.comments[0]?.body).toContain("gate `gpus>1` not passed");
    count("workflow jobs that were run", 2);
  });

  it("say what is wrong when a program of the pull request does not compile", async () => {
    const change = repositoryWith({ "serving/main.ts": "const replicas: number = 'three';\n" });
    const run = await runCompare(change);
    expect(run.conclusion).toBe("failure");
    expect(run.summary).toContain("error TS2322");
    count("workflow jobs that were run");
  });

  it("say what to do when installing or building fails, and compare nothing", async () => {
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const run = await runCompare(change, { "build-command": "echo no compiler here; exit 3" });
    expect(run.conclusion).toBe("failure");
    expect(run.log).toBe("no compiler here\n");
    expect([run.summary, run.artifacts.size]).toEqual(["", 0]);
    count("workflow jobs that were run");
  });

  it("need no right of a token, so a fork's pull request runs as any other", () => {
    const job = jobOf(compare);
    expect([compare.permissions, job.permissions]).toEqual([{ contents: "read" }, undefined]);
    const scripts = JSON.stringify(job.steps);
    expect(scripts).not.toMatch(/token|secrets/i);
    const preview = jobOf(workflow("pulumi-preview"));
    const due = (repository: string) =>
      evaluated(preview.if ?? "", { github: { repository, event: event("a", "b") } });
    expect([due("someone/serving"), due("acme/serving")]).toEqual([true, false]);
  });
});

describe("the action", () => {
  it("tells where its files are", async () => {
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const run = await runAction(change, { output: "out/my report" });
    expect(run, run.log).toMatchObject({ conclusion: "success" });
    expect(readFileSync(run.output("comment"), "utf8")).toBe(run.summary);
    expect(JSON.parse(readFileSync(run.output("report"), "utf8"))).toHaveProperty("head");
    count("workflow jobs that were run");
  });

  it("takes the most hostile name of a branch for a name", async () => {
    const pwn = "touch$" + "{IFS}pwned";
    const branch = `";${pwn};"$(${pwn})\`${pwn}\`'&&${pwn}`;
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) }, branch);
    const run = await runAction(change, { base: "origin/main", head: `origin/${branch}` });
    expect(run, run.log).toMatchObject({ conclusion: "success" });
    expect(run.summary).toContain("| replicas | `1` | `3` |");
    expect(readdirSync(run.workspace)).not.toContain("pwned");
    count("workflow jobs that were run");
  });

  it.each([
    ["base", "--config=/etc/passwd", "git knows no such revision"],
    ["head", "$(touch pwned)", "git knows no such revision"],
    ["fail-on", "$(touch pwned)", "A gate"],
    ["fail-on", '"; touch pwned; "', "A gate"],
    ["config", "x; touch pwned", "x; touch pwned"],
    ["output", "$(touch pwned)", ""],
  ])("takes nothing in %s for a command: %s", async (input, value, said) => {
    const change = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const run = await runAction(change, { [input]: value });
    expect(run.conclusion).toBe(input === "output" ? "success" : "failure");
    expect(run.log).toContain(said);
    expect(readdirSync(run.workspace)).not.toContain("pwned");
    count("workflow jobs that were run");
  });
});

describe("the job for GitLab", () => {
  const { script } = readYaml<{ diff: { script: readonly string[] } }>(
    "docs/examples/gitlab-ci.yml",
  ).diff;

  it("leaves the report of a merge request as its artifact, also at a gate that is not passed", async () => {
    const { origin, head } = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const { workspace, actions } = pullRequestRun(origin);
    await actions["actions/checkout"]?.({ ref: head, "fetch-depth": "0" });
    const [install, ...lines] = script;
    expect(install).toBe("npm ci --ignore-scripts");
    const { code, log } = await bash(
      ["-eo", "pipefail", "-c", [installCommand, ...lines].join("\n")],
      workspace,
      {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        CI_MERGE_REQUEST_DIFF_BASE_SHA: origin.git("merge-base", "main", head),
        CI_COMMIT_SHA: head,
      },
    );
    const report = readFileSync(join(workspace, "dynamo-iac-diff/comment.md"), "utf8");
    expect(report, log).toContain("| replicas | `1` | `3` |");
    expect(report).toContain("gate `cost>500` not passed: no price is known");
    expect(code).toBe(1);
    count("workflow jobs that were run");
  });
});

describe("the real preview", () => {
  const [, , build] = jobOf(workflow("pulumi-preview")).steps;

  it.each([
    ["serving:prod", "success", { folder: "serving", name: "prod" }, ""],
    ["serving", "failure", {}, "stack is a folder and a stack, as stacks/eks:prod, got serving"],
    [":prod", "failure", {}, "got :prod"],
    ["$(touch pwned):prod", "failure", {}, "$(touch pwned)"],
  ])("finds folder and stack in %s", async (stack, conclusion, outputs, said) => {
    const { origin, head } = repositoryWith({ "serving/main.ts": withReplicas(3) });
    const run = pullRequestRun(origin);
    await run.actions["actions/checkout"]?.({ ref: head });
    const inputs = { stack, "install-command": installCommand };
    const steps = build === undefined ? [] : [build];
    const result = await runSteps(steps, { ...run, contexts: { inputs } });
    expect(result, result.log).toMatchObject({ conclusion, outputs: { stack: outputs } });
    expect(result.log).toContain(said);
    expect(readdirSync(run.workspace)).not.toContain("pwned");
    count("workflow jobs that were run");
  });
});
