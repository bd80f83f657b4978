// SPDX-License-Identifier: Apache-2.0
/** @module GitHub's pull requests and comments, as far as a script of actions/github-script asks for them. */

/** Who the token of a workflow writes as. */
export const bot = "github-actions[bot]";

interface Pull {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly head: { readonly sha: string; readonly label: string };
}

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  body: string;
}

interface Page {
  readonly page?: number;
}

/** As many as GitHub gives at a time when nobody says how many. */
const perPage = 30;

/** One repository; has the parts of Octokit that the scripts use. */
export class GitHubStandIn {
  readonly pulls: Pull[] = [];
  readonly comments: Comment[] = [];
  /** Requests that write, as `create 1` with the pull request or `update 7` with the comment. */
  readonly writes: string[] = [];
  #lastId = 0;

  readonly rest = {
    pulls: {
      list: async (query: { readonly state: string; readonly head: string } & Page) =>
        paged(
          this.pulls.filter(
            ({ state, head }) => state === query.state && head.label === query.head,
          ),
          query,
        ),
    },
    issues: {
      listComments: async (query: { readonly issue_number: number } & Page) =>
        paged(this.comments, query),
      createComment: async ({ issue_number, body }: { issue_number: number; body: string }) => {
        this.writes.push(`create ${issue_number}`);
        this.comment(bot, body);
      },
      updateComment: async ({ comment_id, body }: { comment_id: number; body: string }) => {
        this.writes.push(`update ${comment_id}`);
        const found = this.comments.find(({ id }) => id === comment_id);
        if (found === undefined) throw new Error("Not Found");
        found.body = body;
      },
    },
  };

  /** Somebody comments. */
  comment(login: string | undefined, body: string): void {
    this.#lastId += 1;
    this.comments.push({
      id: this.#lastId,
      user: login === undefined ? null : { login },
      body,
    });
  }

  /** All pages of a list, as Octokit's. */
  async paginate<Query extends object, Item>(
    list: (query: Query & Page) => Promise<readonly Item[]>,
    query: Query,
  ): Promise<readonly Item[]> {
    const all: Item[] = [];
    for (let page = 1; ; page += 1) {
      const items = await list({ ...query, page });
      all.push(...items);
      if (items.length < perPage) return all;
    }
  }
}

function paged<Item>(items: readonly Item[], { page = 1 }: Page): readonly Item[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

/** Runs a script in a folder as actions/github-script does; throws what it calls a failure. */
export async function runScript(
  script: string,
  { github, payload, folder }: { github: GitHubStandIn; payload: object; folder: string },
): Promise<readonly string[]> {
  const said: string[] = [];
  const failures: string[] = [];
  const core = {
    info: (text: string) => void said.push(text),
    setFailed: (text: string) => void failures.push(text),
  };
  const context = { payload, repo: { owner: "acme", repo: "serving" } };
  const AsyncFunction = (async () => {}).constructor as new (
    ...texts: readonly string[]
  ) => (...values: readonly unknown[]) => Promise<void>;
  const run = new AsyncFunction("require", "github", "context", "core", script);
  const before = process.cwd();
  process.chdir(folder);
  try {
    await run(require, github, context, core);
  } finally {
    process.chdir(before);
  }
  if (failures.length > 0) throw new Error(failures.join("\n"));
  return said;
}
