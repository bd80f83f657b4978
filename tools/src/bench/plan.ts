// SPDX-License-Identifier: Apache-2.0
/** @module The offline plan as a whole process: against Pulumi's default way of running the same program, and against loading the same SDK modules. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readStackProgram } from "@dynamo-iac/clouds/plan";

const root = resolve(__dirname, "../../..");
const runs = 5;

/** The stack that is measured: its sources are TypeScript, its program is compiled. */
const measured = { folder: join(root, "stacks/eks"), stack: "prod" } as const;

/** Time of a process, and the most memory that it used. */
interface Run {
  readonly ms: number;
  readonly peakMiB: number;
}

/** Prints one line per figure; says so where there is no such stack. */
export function benchPlan(directory: string): void {
  const { folder, stack } = measured;
  if (!existsSync(join(folder, "Pulumi.yaml"))) {
    console.log("offline plan: not measured, there is no stacks/eks");
    return;
  }
  const { main } = readStackProgram(folder, stack);
  const source = sourceOf(folder, main);
  const modules = join(directory, "modules.json");
  const ways = {
    // Writes the list of modules that the program loads, for the third way.
    plan: [join(root, "packages/cli/bin/dynamo-iac.js"), "plan", folder, "--stack", stack],
    "ts-node": [join(__dirname, "plan-process.js"), folder, stack, source, "ts-node"],
    modules: [join(__dirname, "plan-process.js"), folder, stack, main, modules],
    sdk: [join(__dirname, "sdk-baseline.js"), modules],
  } as const;
  const peak = join(directory, "peak.txt");
  const times = new Map<string, Run[]>();
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, args] of Object.entries(ways).filter(
      ([name]) => name !== "ts-node" || run < 3,
    )) {
      const result = processRun(args, peak);
      // The first run warms the file cache.
      if (run > 0) times.set(name, [...(times.get(name) ?? []), result]);
    }
  }
  const ms = (name: string) => median((times.get(name) ?? []).map((one) => one.ms));
  const mib = (name: string) =>
    Math.round(median((times.get(name) ?? []).map((one) => one.peakMiB)));
  console.log(
    [
      `offline plan of stacks/eks, stack ${stack}, both modes, whole process: ${ms("plan").toFixed(0)} ms, ${mib("plan")} MiB and ${mib("modules")} MiB in the process of the program`,
      `  Pulumi's default, ts-node with type check, one mode: ${ms("ts-node").toFixed(0)} ms, ${mib("ts-node")} MiB; ${(ms("ts-node") / ms("plan")).toFixed(1)} times the plan`,
      `  loading the same SDK modules alone: ${ms("sdk").toFixed(0)} ms, ${mib("sdk")} MiB; the plan takes ${(ms("plan") / ms("sdk")).toFixed(2)} times as long`,
    ].join("\n"),
  );
}

/** The TypeScript behind a compiled program. */
function sourceOf(folder: string, main: string): string {
  const candidates = ["src/", ""].map((sources) =>
    main.replace(/(^|\/)lib\//, `$1${sources}`).replace(/\.js$/, ".ts"),
  );
  const found = candidates.find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(`${folder}: no TypeScript behind ${main}`);
}

function processRun(args: readonly string[], peak: string): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "peak-memory.js"), ...args],
    {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      // A program that changed is checked anew; the cache of ts-node would skip the check.
      env: { ...process.env, PEAK_FILE: peak, TS_NODE_CACHE: "false" },
    },
  );
  const ms = performance.now() - start;
  // 1 is a plan with findings, or a program that refused, which says so.
  if ((status !== 0 && status !== 1) || stderr.startsWith("error:"))
    throw new Error(`${args.join(" ")}\n${stderr}`);
  return { ms, peakMiB: Number(readFileSync(peak, "utf8")) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
