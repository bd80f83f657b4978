// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { type Finding, formatPath } from "@dynamo-iac/constructs/facts";
import { loadAll } from "js-yaml";
import { afterAll, describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";

/**
 * What the checks say of manifests that other people wrote, each line read and judged. Codes that
 * are errors, and why they are true:
 *
 * - DYN-API-051: the tag `my-tag` is refused by the admission webhook of 1.4.
 * - DYN-PLACE-001: the required affinity wants component type `worker`, and the graph has decode
 *   and prefill only; the frontend stays pending.
 * - DYN-ROLE-010: vLLM prefill without --kv-transfer-config raises an error at start.
 * - DYN-ROLE-011: vLLM drops the transferred KV cache when the decode engine has no connector.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  "deployments__EKS__manifests__vllm__disagg.yaml": ["DYN-API-011", "DYN-ROUTE-001"],
  "deployments__EKS__manifests__vllm__v1beta1__disagg-p5.yaml": ["DYN-PLACE-001", "DYN-ROUTE-001"],
  "deployments__GKE__sglang__v1beta1__disagg.yaml": ["DYN-API-051 ×3"],
  "global_planner__v1beta1__global-planner-gpu-budget.yaml": [
    "DYN-ROLE-010 ×2",
    "DYN-ROLE-011 ×2",
    "DYN-SCALE-002 ×4",
  ],
  "mocker-v1beta1__agg.yaml": ["DYN-API-051 ×2"],
  "recipes__deepseek-r1__sglang__disagg-16gpu__deploy.yaml": ["DYN-API-011"],
  "recipes__deepseek-r1__trtllm__disagg__wide_ep__gb200__deploy.yaml": ["DYN-API-011"],
  "recipes__gpt-oss-120b__trtllm__agg__deploy.yaml": ["DYN-API-011", "DYN-PLACE-002"],
  "recipes__gpt-oss-120b__vllm__disagg-h200-agentic__deploy.yaml": [
    "DYN-API-079 ×2",
    "DYN-ROUTE-001",
  ],
  "recipes__llama-3-70b__vllm__agg__gaie__deploy.yaml": ["DYN-ENV-001"],
  "sglang-v1beta1__disagg-multinode.yaml": ["DYN-API-051 ×3"],
  "sglang-v1beta1__disagg.yaml": ["DYN-API-051 ×3"],
  "trtllm-v1beta1__agg-with-config.yaml": ["DYN-API-051 ×2"],
  "trtllm-v1beta1__disagg_router.yaml": ["DYN-API-051 ×3"],
  "vllm-disagg_kvbm.yaml": ["DYN-API-011", "DYN-API-051 ×3"],
  "vllm-disagg_router.yaml": ["DYN-API-011", "DYN-API-051 ×3", "DYN-ROLE-011"],
  "vllm-v1beta1__agg.yaml": ["DYN-API-051 ×2"],
  "vllm-v1beta1__agg_kvbm.yaml": ["DYN-API-051 ×2"],
  "vllm-v1beta1__agg_router.yaml": ["DYN-API-051 ×2"],
  "vllm-v1beta1__agg_tracing.yaml": ["DYN-API-051 ×2"],
  "vllm-v1beta1__disagg-multinode.yaml": ["DYN-API-051 ×3"],
  "vllm-v1beta1__disagg_planner.yaml": ["DYN-API-051 ×4", "DYN-ROLE-011", "DYN-SCALE-002 ×2"],
  "vllm-v1beta1__disagg_router.yaml": ["DYN-API-051 ×3", "DYN-ROLE-011"],
  "vllm-v1beta1__xpu__agg_xpu_dra.yaml": ["DYN-API-051 ×2", "DYN-IMAGE-008"],
};

const folder = shared("conformance/dgd");

function findingsIn(file: string): readonly Finding[] {
  const documents = loadAll(readFileSync(join(folder ?? "", file), "utf8"));
  return checkObjects(documents.filter((document) => document !== null && document !== undefined));
}

/** Codes in order, with how often each occurs. */
function tally(found: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => (count === 1 ? code : `${code} ×${count}`));
}

describe.skipIf(folder === undefined)("manifests that other people wrote", () => {
  const files =
    folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  const summary: string[] = [];

  afterAll(() => {
    console.log(summary.join("\n"));
  });

  it.each(files)("%s", (file) => {
    const found = findingsIn(file);
    summary.push(`${String(found.length).padStart(2)}  ${file}: ${tally(found).join(", ")}`);
    expect(tally(found)).toEqual(expected[file]);
  });

  it.each(files)("%s: every finding says where, what and how to mend it", (file) => {
    for (const { path, message, fix } of findingsIn(file)) {
      expect(formatPath(path)).not.toBe("");
      expect(message).not.toMatch(/undefined|NaN|\[object/);
      expect(fix).toMatch(/^[A-Z].*\.$/s);
    }
  });
});
