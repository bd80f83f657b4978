// SPDX-License-Identifier: Apache-2.0
/** @module A repository with one app, a change of it, and the command that compares them. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { dynamoIac } from "../../support/cli.js";
import { edited, manifests } from "../../support/diff/manifests.js";
import type { Files, TestRepository } from "../../support/diff/repository.js";

/** The one app of the repository. */
export const config = "version: 1\napps:\n  - path: deploy\n";

/** The repository before anything changes. */
export const start: Files = { "dynamo-iac.yaml": config, "deploy/graph.yaml": manifests };

/** Seven decode workers more. */
export const moreDecode = edited(manifests, [
  '      replicas: 2\n      podTemplate:\n        spec:\n          nodeSelector:\n            node.kubernetes.io/instance-type: p5.48xlarge\n          tolerations:\n            - key: nvidia.com/gpu\n              operator: Exists\n          containers:\n            - name: main\n              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0\n              command: [python3, -m, dynamo.vllm]\n              args: [--model, Qwen/Qwen3-32B, --revision, abc123, --tensor-parallel-size, "2", --max-model-len, "16384"',
  '      replicas: 9\n      podTemplate:\n        spec:\n          nodeSelector:\n            node.kubernetes.io/instance-type: p5.48xlarge\n          tolerations:\n            - key: nvidia.com/gpu\n              operator: Exists\n          containers:\n            - name: main\n              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0\n              command: [python3, -m, dynamo.vllm]\n              args: [--model, Qwen/Qwen3-32B, --revision, abc123, --tensor-parallel-size, "2", --max-model-len, "16384"',
]);

/** Runs `dynamo-iac diff` on a repository. */
export const diff = (repository: TestRepository, ...args: readonly string[]) =>
  dynamoIac(["diff", "--repository", repository.folder, ...args]);

/** Gives the tests of a file a temporary folder of their own, so that what a run leaves behind can be seen. */
export function seeWhatIsLeft(): void {
  const { TMPDIR } = process.env;
  beforeAll(() => {
    process.env.TMPDIR = mkdtempSync(join(tmpdir(), "diff-tests-"));
  });
  afterAll(() => {
    rmSync(tmpdir(), { recursive: true });
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });
  afterEach(() => {
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("dynamo-iac-diff-"));
    expect(left).toEqual([]);
  });
}
