// SPDX-License-Identifier: Apache-2.0
/** @module The job that writes the comment, run against a stand-in for GitHub: one comment, kept up to date, for the right pull request. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { evaluated } from "../support/workflows/expressions.js";
import { jobOf, readYaml, workflow } from "../support/workflows/files.js";
import { bot, GitHubStandIn, runScript } from "../support/workflows/github.js";
import { bash, type JobResult, runSteps } from "../support/workflows/runner.js";

const mark = "<!-- dynamo-iac diff -->";
const comment = workflow("dynamo-diff-comment");
const job = jobOf(comment);

/** What a finished run of the first workflow tells the second. */
const finished = {
  event: "pull_request",
  id: 17,
  head_sha: "abc",
  head_branch: "longer-context",
  head_repository: { owner: { login: "someone" } },
};

type Report = string | ((folder: string) => void) | undefined;

/** A pull request of a fork that is open at the commit that was compared. */
function repository(): GitHubStandIn {
  const github = new GitHubStandIn();
  github.pulls.push({
    number: 5,
    state: "open",
    head: { sha: "abc", label: "someone:longer-context" },
  });
  return github;
}

/** Runs the job; the report is what the artifact holds as comment.md. */
function run(
  github: GitHubStandIn,
  report: Report,
  workflowRun: object = finished,
): Promise<JobResult> {
  const workspace = mkdtempSync(join(tmpdir(), "dynamo-iac-comment-"));
  const payload = { workflow_run: workflowRun };
  return runSteps(job.steps, {
    workspace,
    contexts: { github: { event: payload, token: "token" } },
    actions: {
      "actions/download-artifact": (inputs) => {
        expect(inputs).toEqual({
          name: "dynamo-iac-diff",
          path: "dynamo-iac-diff",
          "run-id": String((workflowRun as { id: number }).id),
          "github-token": "token",
        });
        if (report === undefined) throw new Error("Artifact not found");
        mkdirSync(join(workspace, "dynamo-iac-diff"));
        if (typeof report === "function") report(join(workspace, "dynamo-iac-diff"));
        else writeFileSync(join(workspace, "dynamo-iac-diff/comment.md"), report);
      },
      "actions/github-script": async ({ script = "" }) => {
        await runScript(script, { github, payload, folder: workspace });
      },
    },
  });
}

describe("the comment of a pull request", () => {
  it("is written after runs of the workflow that compares, for pull requests alone", () => {
    expect(comment.on.workflow_run?.workflows).toContain(workflow("pull-request").name);
    const due = (event: string) =>
      evaluated(job.if ?? "", { github: { event: { workflow_run: { event } } } });
    expect([due("pull_request"), due("push")]).toEqual([true, false]);
  });

  it("is created once, then updated, and left alone when nothing is new", async () => {
    const github = repository();
    expect(await run(github, `${mark}\nfirst`)).toMatchObject({ conclusion: "success", log: "" });
    expect(await run(github, `${mark}\nsecond`)).toMatchObject({ conclusion: "success" });
    expect(await run(github, `${mark}\nsecond`)).toMatchObject({ conclusion: "success" });
    expect(github.writes).toEqual(["create 5", "update 1"]);
    expect(github.comments).toEqual([{ id: 1, user: { login: bot }, body: `${mark}\nsecond` }]);
  });

  it("is found among many, and never one of somebody else with the same mark", async () => {
    const github = repository();
    github.comment("someone", `${mark}\nnot by the workflow`);
    github.comment(undefined, `${mark}\nby an account that is gone`);
    for (let count = 0; count < 70; count += 1) github.comment("someone", "hm");
    await run(github, `${mark}\nfirst`);
    for (let count = 0; count < 70; count += 1) github.comment("someone", "hm");
    await run(github, `${mark}\nsecond`);
    expect(github.writes).toEqual(["create 5", "update 73"]);
    expect(github.comments[0]?.body).toBe(`${mark}\nnot by the workflow`);
  });

  it("goes to the pull request whose head was compared, and to none that moved on, closed or lost its fork", async () => {
    const moved = repository();
    moved.pulls.splice(0, 1, {
      number: 5,
      state: "open",
      head: { sha: "def", label: "someone:longer-context" },
    });
    const closed = repository();
    closed.pulls.splice(0, 1, { ...(closed.pulls[0] ?? fail()), state: "closed" });
    const others = repository();
    const ofOthers = { ...finished, head_repository: { owner: { login: "mallory" } } };
    const gone = repository();
    for (const [github, event] of [
      [moved, finished],
      [closed, finished],
      [others, ofOthers],
      [gone, { ...finished, head_repository: null }],
    ] as const) {
      expect(await run(github, `${mark}\nfirst`, event)).toMatchObject({ conclusion: "success" });
      expect(github.writes).toEqual([]);
    }
  });

  it("is not written when there was no report", async () => {
    const github = repository();
    expect(await run(github, undefined)).toMatchObject({ conclusion: "success" });
    expect(await run(github, () => {})).toMatchObject({ conclusion: "success" });
    expect(github.writes).toEqual([]);
  });

  it("is not made of a file that is none of the command's: a link, another text, one that is too long", async () => {
    const github = repository();
    const secret = join(mkdtempSync(join(tmpdir(), "dynamo-iac-secret-")), "token");
    writeFileSync(secret, `${mark}\nsecret of the runner`);
    await run(github, (folder) => symlinkSync(secret, join(folder, "comment.md")));
    for (const text of ["hello", `${mark}\n${"x".repeat(65_536)}`]) {
      const { conclusion, log } = await run(github, text);
      expect(conclusion).toBe("failure");
      expect(log).toContain("this is no comment of dynamo-iac diff");
    }
    expect(github.writes).toEqual([]);
  });
});

function fail(): never {
  throw new Error("no pull request");
}

describe("the note of a merge request", () => {
  const { script } = readYaml<{ comment: { script: readonly string[] } }>(
    "docs/examples/gitlab-ci.yml",
  ).comment;

  it("is created once and then updated, by GitLab's API", async () => {
    const author = { id: 900 };
    const notes = Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      author: { id: 1 },
      body: `${mark}\nnot by the job`,
    }));
    const requests: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "", "http://gitlab");
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        const answer = (content: object) => response.end(JSON.stringify(content));
        response.statusCode = request.headers["private-token"] === "token" ? 200 : 401;
        if (url.pathname === "/api/v4/user") return answer(author);
        const page = Number(url.searchParams.get("page"));
        if (request.method === "GET") return answer(notes.slice((page - 1) * 100, page * 100));
        requests.push(`${request.method} ${url.pathname}`);
        const { body } = JSON.parse(text) as { body: string };
        const note = {
          id: Number(url.pathname.split("/notes/")[1] ?? notes.length + 1),
          author,
          body,
        };
        notes[note.id - 1] = note;
        return answer(note);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };

    const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-note-"));
    mkdirSync(join(folder, "dynamo-iac-diff"));
    const write = async (text: string, token = "token") => {
      writeFileSync(join(folder, "dynamo-iac-diff/comment.md"), text);
      return bash(["-ec", script.join("\n")], folder, {
        PATH: process.env.PATH ?? "",
        CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
        CI_PROJECT_ID: "42",
        CI_MERGE_REQUEST_IID: "7",
        NOTES_TOKEN: token,
      });
    };
    for (const text of ["first", "second"])
      expect(await write(`${mark}\n${text}`)).toEqual({ code: 0, log: "" });
    const path = "/api/v4/projects/42/merge_requests/7/notes";
    expect(requests).toEqual([`POST ${path}`, `PUT ${path}/101`]);
    expect(notes.at(-1)).toEqual({ id: 101, author, body: `${mark}\nsecond` });
    expect(await write(mark, "expired")).toMatchObject({
      code: 1,
      log: expect.stringContaining("401"),
    });
  });
});
