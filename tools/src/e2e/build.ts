// SPDX-License-Identifier: Apache-2.0
/** @module Builds what is missing of the tools: each Go module once, until its pins change. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { basename, join } from "node:path";
import { crdFolder, unpackCrds } from "./crds.js";
import { goCommand } from "./go-command.js";
import {
  binFolder,
  buildFlags,
  cacheFolder,
  type GoModule,
  goModules,
  linkerFlags,
  moduleFolder,
} from "./programs.js";

/** Memory that the linker of the largest program takes at worst. */
const bytesPerBuild = 4 * 2 ** 30;

/** What became of one module. */
export interface Outcome {
  readonly name: string;
  /** @default - it was there already */
  readonly seconds?: number | undefined;
  /** Why it could not be built. @default - it is there */
  readonly error?: string | undefined;
}

interface Job {
  readonly name: string;
  readonly folder: string;
  make(parallel: number): Promise<void>;
}

/** Makes everything that is not there, reports each as soon as it is done, and removes what older pins have left. */
export async function buildTools(report: (outcome: Outcome) => void): Promise<readonly Outcome[]> {
  const jobs: readonly Job[] = [
    ...goModules.map(
      (module): Job => ({
        name: module.name,
        folder: binFolder(module),
        make: (parallel) => buildModule(module, parallel),
      }),
    ),
    { name: "crds", folder: crdFolder(), make: unpackCrds },
  ];
  const cores = availableParallelism();
  const builders = Math.max(1, Math.min(cores, Math.floor(freemem() / bytesPerBuild)));
  const queue = [...jobs];
  const outcomes: Outcome[] = [];
  const builder = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const outcome = await attempt(job, Math.ceil(cores / builders));
      report(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: builders }, builder));
  removeStale(jobs);
  return outcomes;
}

async function attempt({ name, folder, make }: Job, parallel: number): Promise<Outcome> {
  if (existsSync(folder)) return { name };
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  try {
    await make(parallel);
    return { name, seconds: seconds() };
  } catch (error) {
    return {
      name,
      seconds: seconds(),
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

/** The folder gets its name when all programs are in it, so an interrupted build leaves nothing that looks done. */
async function buildModule(module: GoModule, parallel: number): Promise<void> {
  const target = binFolder(module);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const [program, source] of Object.entries(module.programs)) {
    const output = ["-o", join(partial, program), source];
    const flags = [`-p=${parallel}`, ...buildFlags, "-ldflags", linkerFlags(module)];
    await goCommand(moduleFolder(module.name), ["build", ...flags, ...output]);
  }
  renameSync(partial, target);
}

/** Removes what older pins of the same jobs have left; other folders belong to others. */
function removeStale(jobs: readonly Job[]): void {
  if (!existsSync(cacheFolder)) return;
  const current = new Set(jobs.map(({ folder }) => basename(folder)));
  const names = new Set(jobs.map(({ name }) => name));
  for (const entry of readdirSync(cacheFolder)) {
    const name = /^(.+)-[0-9a-f]{12}(\.partial)?$/.exec(entry)?.[1] ?? "";
    if (names.has(name) && !current.has(entry))
      rmSync(join(cacheFolder, entry), { recursive: true, force: true });
  }
}
