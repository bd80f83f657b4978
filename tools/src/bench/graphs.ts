// SPDX-License-Identifier: Apache-2.0
/** @module One measured process: many graphs through our App, or the same objects through cdk8s' own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  App,
  disaggregated,
  graphObjects,
  InferenceGraph,
  kvRouter,
  type PatternProps,
  vllm,
} from "@dynamo-iac/constructs";
import { ApiObject, Chart, App as PlainApp } from "cdk8s";

/** What one process measured. */
export interface Measurement {
  /** Time until the construct tree stands, ms. */
  readonly buildMs: number;
  /** Time of `app.synth()`, checks included on our side, ms. */
  readonly synthMs: number;
  /** Peak resident memory, MiB. */
  readonly peakMiB: number;
}

const props: PatternProps = {
  model: { id: "Qwen/Qwen3-32B", cache: { claimName: "model-cache" } },
  engine: vllm({ maxModelLen: 32_768, blockSize: 64 }),
  serving: disaggregated({
    prefill: { replicas: 6, tensorParallel: 2 },
    decode: { replicas: 2, tensorParallel: 2 },
  }),
  router: kvRouter(),
  tokenSecret: "hf-token-secret",
};

/** Where the graphs go: all into one chart, or each into a chart and file of its own. */
const layouts = {
  one: (app: PlainApp) => {
    const chart = chartOf(app, "bench");
    return () => chart;
  },
  each: (app: PlainApp) => (at: number) => chartOf(app, `chart-${graphName(at)}`),
} as const;

/** Name of a layout. */
export type Layout = keyof typeof layouts;

function chartOf(app: PlainApp, id: string): Chart {
  return new Chart(app, id, { namespace: "inference" });
}

function ours(count: number, layout: Layout, outdir: string): PlainApp {
  const app = new App({ outdir, report: () => undefined });
  const chart = layouts[layout](app);
  for (let at = 0; at < count; at += 1) new InferenceGraph(chart(at), graphName(at), props);
  return app;
}

function plain(count: number, layout: Layout, outdir: string): PlainApp {
  const app = new PlainApp({ outdir });
  const chart = layouts[layout](app);
  for (let at = 0; at < count; at += 1) {
    for (const object of graphObjects(graphName(at), props))
      new ApiObject(chart(at), graphName(at), { ...object, metadata: { name: graphName(at) } });
  }
  return app;
}

/** Fixed width, so that no name is a prefix of another. */
function graphName(at: number): string {
  return `graph-${String(at).padStart(5, "0")}`;
}

const [variant, count = "10", layout = "one"] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), "dynamo-iac-bench-"));
const start = performance.now();
const build = variant === "ours" ? ours : plain;
const app = build(Number(count), layout === "each" ? "each" : "one", outdir);
const built = performance.now();
app.synth();
const end = performance.now();
rmSync(outdir, { recursive: true });
const measurement: Measurement = {
  buildMs: built - start,
  synthMs: end - built,
  peakMiB: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measurement));
