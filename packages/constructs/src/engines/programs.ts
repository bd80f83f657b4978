// SPDX-License-Identifier: Apache-2.0
/** @module The registry: program name, Python module and flag table. */
import type { ConfigOf, FlagTable } from "./flags.js";
import { frontendFlags } from "./frontend.js";
import { globalPlannerFlags } from "./global-planner.js";
import { globalRouterFlags } from "./global-router.js";
import { mockerFlags } from "./mocker.js";
import { plannerFlags } from "./planner.js";
import type { Program, ProgramName } from "./program.js";
import { routerFlags } from "./router.js";
import { sglangFlags } from "./sglang/index.js";
import { trtllmFlags } from "./trtllm/index.js";
import { vllmFlags } from "./vllm/index.js";

/** Every typed program. */
export const programs = {
  frontend: { module: "dynamo.frontend", flags: frontendFlags },
  vllm: { module: "dynamo.vllm", flags: vllmFlags },
  sglang: { module: "dynamo.sglang", flags: sglangFlags },
  trtllm: { module: "dynamo.trtllm", flags: trtllmFlags },
  mocker: { module: "dynamo.mocker", flags: mockerFlags },
  planner: { module: "dynamo.planner", flags: plannerFlags },
  router: { module: "dynamo.router", flags: routerFlags },
  globalPlanner: { module: "dynamo.global_planner", flags: globalPlannerFlags },
  globalRouter: { module: "dynamo.global_router", flags: globalRouterFlags },
} as const satisfies Record<ProgramName, { readonly module: string; readonly flags: FlagTable }>;

/** The typed configuration of one program. */
export type ProgramConfig<N extends ProgramName> = ConfigOf<(typeof programs)[N]["flags"]>;

/** The flag table of a program. */
export function flagTable(program: ProgramName): FlagTable {
  return programs[program].flags;
}

/** The program that a Python module is; undefined for modules without typed flags. */
export function programOfModule(module: string): ProgramName | undefined {
  return names.get(module);
}

const names: ReadonlyMap<string, ProgramName> = new Map(
  (Object.keys(programs) as ProgramName[]).map((name) => [programs[name].module, name]),
);

/** The flags of a program with the types of `name`; undefined when it is another program. */
export function flagsOf<N extends ProgramName>(
  program: Program | undefined,
  name: N,
): ProgramConfig<N> | undefined {
  return program?.program === name ? (program.flags as ProgramConfig<N>) : undefined;
}
