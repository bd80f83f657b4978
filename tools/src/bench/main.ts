// SPDX-License-Identifier: Apache-2.0
/** @module `npm run bench`: our library against the raw ones on the same work, as ratios of one run. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { aggregated, graphObjects, vllm } from "@dynamo-iac/constructs";
import type { Layout, Measurement } from "./graphs.js";
import { benchPlan } from "./plan.js";

const root = resolve(__dirname, "../../..");
const pairs = 9;

/** The middle of an odd number of values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function processMs(args: readonly string[], outdir: string): number {
  const start = performance.now();
  execFileSync(process.execPath, args, {
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return performance.now() - start;
}

/** Whole process: synth of the quickstart against a process that loads cdk8s and dumps the same objects. */
function cold(directory: string): void {
  const input = join(directory, "objects.json");
  writeFileSync(
    input,
    JSON.stringify(
      graphObjects("qwen3", { model: "Qwen/Qwen3-0.6B", engine: vllm(), serving: aggregated() }),
    ),
  );
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const times = [
      processMs([join(root, "examples/quickstart/lib/main.js")], directory),
      processMs([join(__dirname, "cold-baseline.js"), input, directory], directory),
    ] as const;
    // The first pair warms the file cache.
    if (pair > 0) {
      ours.push(times[0]);
      baseline.push(times[1]);
    }
  }
  const ratios = ours.map((time, at) => time / (baseline[at] ?? Number.NaN));
  console.log(
    `cold synth of the quickstart: ${median(ours).toFixed(0)} ms; cdk8s + js-yaml alone: ${median(baseline).toFixed(0)} ms; ratio ${median(ratios).toFixed(2)} (median of ${pairs} pairs)`,
  );
}

function measure(variant: "ours" | "plain", count: number, layout: Layout): Measurement {
  const output = execFileSync(
    process.execPath,
    [join(__dirname, "graphs.js"), variant, String(count), layout],
    { encoding: "utf8" },
  );
  return JSON.parse(output) as Measurement;
}

/** Time and memory of many graphs, checks included, against cdk8s' own `app.synth()`, in turns. */
function scale(title: string, layout: Layout, counts: readonly number[]): void {
  const rows = [];
  for (const count of counts) {
    const runs = count > 100 ? 3 : 7;
    const ours: Measurement[] = [];
    const plain: Measurement[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(measure("ours", count, layout));
      plain.push(measure("plain", count, layout));
    }
    const total = (runs: readonly Measurement[]) =>
      median(runs.map((run) => run.buildMs + run.synthMs));
    const synth = (runs: readonly Measurement[]) => median(runs.map((run) => run.synthMs));
    const peak = (runs: readonly Measurement[]) => median(runs.map((run) => run.peakMiB));
    rows.push({
      graphs: count,
      "ours ms/graph": round(total(ours) / count),
      "ours synth ms/graph": round(synth(ours) / count),
      "cdk8s synth ms/graph": round(synth(plain) / count),
      "synth ratio": round(synth(ours) / synth(plain)),
      "build+synth ratio": round(total(ours) / total(plain)),
      "ours MiB": Math.round(peak(ours)),
      "cdk8s MiB": Math.round(peak(plain)),
    });
  }
  console.log(title);
  console.table(rows);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

const directory = mkdtempSync(join(tmpdir(), "dynamo-iac-bench-"));
mkdirSync(directory, { recursive: true });
try {
  cold(directory);
  benchPlan(directory);
  scale("all graphs in one chart", "one", [10, 100, 1_000, 5_000]);
  scale("one chart per graph", "each", [10, 100, 1_000]);
} finally {
  rmSync(directory, { recursive: true });
}
