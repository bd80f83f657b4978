// SPDX-License-Identifier: Apache-2.0
/** @module A program as the call of its builder. */
import type { ProgramName } from "@dynamo-iac/constructs/engines";
import type { Source } from "./literal.js";

/** The function of the package that builds each program. */
const builders = {
  frontend: "frontendProgram",
  vllm: "vllm",
  sglang: "sglang",
  trtllm: "trtllm",
  mocker: "mocker",
  planner: "plannerProgram",
  router: "routerProgram",
  globalPlanner: "globalPlannerProgram",
  globalRouter: "globalRouterProgram",
} as const satisfies Record<ProgramName, string>;

/** `vllm({ model: "Qwen/Qwen3-0.6B" })`; undefined for a value that is no program. */
export function programCall(key: string, value: unknown): Source | undefined {
  if (key !== "program" || typeof value !== "object" || value === null) return undefined;
  if (!("program" in value) || !("flags" in value)) return undefined;
  const { program, flags, ...options } = value;
  const config = { ...(flags as object), ...options };
  const given = Object.values(config).some((item) => item !== undefined);
  return { call: builders[program as ProgramName], argument: given ? config : undefined };
}
