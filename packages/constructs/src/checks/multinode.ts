// SPDX-License-Identifier: Apache-2.0
/** @module Workers over several nodes: can the operator see and extend what they run. */
import { flagTable } from "../engines/index.js";
import { argsPlace, flagPlace, mainField } from "./place.js";
import { type ComponentRule, nothing, one } from "./rule.js";
import type { ComponentView } from "./view.js";

/** The sizes that the operator looks for, by vLLM's property. */
const sizes = ["tensorParallelSize", "pipelineParallelSize", "dataParallelSize"] as const;

/** DYN-LAUNCH-006: vLLM sizes that are written where the operator does not read. */
export const sizesAreVisible: ComponentRule = (view, graph) => {
  if (view.nodes === 1 || view.engine !== "vllm" || view.program === undefined) return nothing;
  const words = (view.main?.args ?? []).flatMap((arg) => arg.split(/\s+/));
  const table = flagTable("vllm");
  for (const property of sizes) {
    const size = view.program.flags[property];
    const flag = table[property]?.flag ?? "";
    if (typeof size !== "number" || size === 1) continue;
    const at = words.indexOf(flag);
    if (at !== -1 && words[at + 1] === String(size)) continue;
    return one(
      "DYN-LAUNCH-006",
      graph,
      flagPlace(view, graph, property),
      `${view.name} spans ${view.nodes} nodes with ${flag} ${size}, but the operator reads only the words ${flag} ${size} in args, not ${howWritten(view, property)}`,
      `Write ${flag} and ${size} as two entries of args.`,
    );
  }
  return nothing;
};

function howWritten(view: ComponentView, property: string): string {
  const row = flagTable("vllm")[property];
  const spellings = [row?.flag ?? "", ...(row?.aliases ?? [])];
  const argv = view.launch?.argv ?? [];
  const token = argv.find((word) => spellings.includes(word.split("=")[0] ?? ""));
  if (token === undefined) return `the variable ${row?.env ?? ""}`.trimEnd();
  const value = argv[argv.indexOf(token) + 1] ?? "";
  if (token.includes("=")) return token;
  const inCommand = (view.main?.command ?? []).some((word) => word.split(/\s+/).includes(token));
  return inCommand ? `${token} ${value} in command` : `${token} ${value}`;
}

/** DYN-LAUNCH-007: nowhere to insert rank and address. */
export const flagsHaveAPlace: ComponentRule = (view, graph) => {
  if (view.nodes === 1 || view.engine === undefined || view.engine === "mocker") return nothing;
  const { command = [], args = [] } = view.main ?? {};
  if (isPython(command[0] ?? "") && command.length > 0) return nothing;
  if (args.some((arg) => enginePattern.test(arg))) return nothing;
  return one(
    "DYN-LAUNCH-007",
    graph,
    mainField(view, "command"),
    `${view.name} spans ${view.nodes} nodes, its command starts with ${JSON.stringify(command[0] ?? "")} and no argument holds the Python command`,
    `Start the command with python3, or move the script with python3 -m dynamo.${view.engine} into args.`,
  );
};

/** What the operator takes for an engine. */
const enginePattern = /python[\d.]*\s+(-\S+\s+)*-m\s+dynamo\.(vllm|sglang|trtllm)\b/;

function isPython(executable: string): boolean {
  return /^(.*\/)?python\d*(\.\d+)*$/.test(executable);
}

/** DYN-LAUNCH-008: what the operator sets for each node. */
export const ranksAreLeftAlone: ComponentRule = (view, graph) => {
  if (view.nodes === 1 || view.program === undefined) return nothing;
  const { flags } = view.program;
  const property = ["nodeRank", "nnodes", "distInitAddr", "masterAddr", "dataParallelAddress"].find(
    (name) => flags[name] !== undefined,
  );
  if (property === undefined) return nothing;
  const flag = flagTable(view.program.program)[property]?.flag ?? property;
  return one(
    "DYN-LAUNCH-008",
    graph,
    flagPlace(view, graph, property),
    `${view.name} sets ${flag}, which the operator adds with the rank and address of each of the ${view.nodes} nodes`,
    `Remove ${flag}.`,
  );
};

/** DYN-LAUNCH-009: a wrapper around an engine hides it. */
export const engineIsRecognised: ComponentRule = (view, graph) => {
  const { type } = view.component;
  if (view.nodes === 1 || (type !== "worker" && type !== "prefill" && type !== "decode"))
    return nothing;
  const { command = [], args = [] } = view.main ?? {};
  if (command.length + args.length === 0) return nothing;
  if (view.engine !== undefined || enginePattern.test([...command, ...args].join(" ")))
    return nothing;
  return one(
    "DYN-LAUNCH-009",
    graph,
    argsPlace(view),
    `${view.name} spans ${view.nodes} nodes, but its command has no python -m dynamo.vllm, .sglang or .trtllm in plain sight, so nothing joins the nodes`,
    "Start the engine with python3 -m in command and args, or pass rank and address in your own script.",
  );
};
