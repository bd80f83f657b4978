// SPDX-License-Identifier: Apache-2.0
/** @module A real git repository in a temporary folder. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by their paths; null deletes one. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository that tests commit to. */
export interface TestRepository {
  readonly folder: string;
  /** Writes files without a commit. */
  write(files: Files): void;
  /** Writes files and commits everything; gives the commit. */
  commit(files: Files): string;
  git(...args: readonly string[]): string;
}

/** A new repository with a first commit. */
export function repositoryOf(files: Files): TestRepository {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-repository-"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...args], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: "Test",
        GIT_AUTHOR_EMAIL: "test@example.com",
        GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
        GIT_COMMITTER_NAME: "Test",
        GIT_COMMITTER_EMAIL: "test@example.com",
        GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
      },
    }).trim();
  const write = (changed: Files) => {
    for (const [path, text] of Object.entries(changed)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
    }
  };
  const commit = (changed: Files) => {
    write(changed);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "Change");
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch", "main");
  commit(files);
  return { folder, write, commit, git };
}
