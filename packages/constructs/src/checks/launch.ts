// SPDX-License-Identifier: Apache-2.0
/** @module Command and args: will they start what they mean, with flags that the program takes. */
import {
  type FlagIssue,
  flagTable,
  type RemovedFlags,
  sglangRemovedFlags,
  trtllmRemovedFlags,
  vllmRemovedFlags,
} from "../engines/index.js";
import { type FieldPath, type Finding, finding, nearest, show } from "../facts/index.js";
import { flagPlace, mainField, wordPlace } from "./place.js";
import { type ComponentRule, nothing, one } from "./rule.js";
import { looseVersion, olderThan } from "./version.js";
import type { ComponentView } from "./view.js";

/** Flags that engines had once. */
const removedFlags: Readonly<Record<string, RemovedFlags>> = {
  vllm: vllmRemovedFlags,
  sglang: sglangRemovedFlags,
  trtllm: trtllmRemovedFlags,
};

/** DYN-LAUNCH-001: values that the program's own parser refuses, in flags and in variables. */
export const flagValues: ComponentRule = (view, graph) => {
  const { launch, settings } = view;
  const inFlags = launch?.issues ?? [];
  const inVariables = settings?.issues ?? [];
  if (inFlags.length + inVariables.length === 0) return nothing;
  // A flag wins over its variable, so a wrong variable behind a flag is never read.
  const read = inVariables.filter((issue) => launch?.program.flags[issue.property] === undefined);
  const found = (issue: FlagIssue, path: FieldPath) =>
    finding(
      "DYN-LAUNCH-001",
      { object: graph.object, path },
      `${place(issue)} of ${view.name} takes ${issue.expected}, got ${show(issue.got)}`,
      `Give ${place(issue)} ${issue.expected}.`,
    );
  return [
    ...inFlags.map((issue) => found(issue, wordPlace(view, issue.flag))),
    ...read.map((issue) => found(issue, flagPlace(view, graph, issue.property))),
  ];
};

/** The flag, and the key inside its document that is wrong. */
function place({ flag, key }: FlagIssue): string {
  return key === undefined ? flag : `${flag} (${key})`;
}

/** DYN-LAUNCH-002: flags that the engine has no longer. */
export const flagsAreCurrent: ComponentRule = (view, graph) => {
  const { launch } = view;
  const extra = launch?.program.extraArgs;
  const removed = removedFlags[launch?.program.program ?? ""];
  if (extra === undefined || removed === undefined) return nothing;
  const found: Finding[] = [];
  for (const flag of flagsAmong(extra)) {
    const gone = removed[flag] ?? removed[flag.replaceAll("_", "-")];
    if (gone === undefined || isOlder(view, gone.since)) continue;
    found.push(
      finding(
        "DYN-LAUNCH-002",
        { object: graph.object, path: wordPlace(view, flag) },
        `${view.name} passes ${flag}, which ${view.engine} no longer has since ${gone.since}`,
        gone.instead === "nothing" ? `Remove ${flag}.` : `Use ${gone.instead}.`,
      ),
    );
  }
  return found;
};

/** DYN-LAUNCH-003: flags that a program without an engine behind it never had. */
export const flagsExist: ComponentRule = (view, graph) => {
  const { launch, open, version, program } = view;
  const extra = launch?.program.extraArgs;
  if (launch === undefined || extra === undefined || open || !isClosed(launch.program.program))
    return nothing;
  // The table is that of 1.4; a later image may know more. The other chat processors pass flags on.
  if (version !== undefined && !olderThan(version, 1, 5)) return nothing;
  if ((program?.flags.dynChatProcessor ?? "dynamo") !== "dynamo") return nothing;
  const known = Object.values(flagTable(launch.program.program)).map((row) => row.flag);
  const found: Finding[] = [];
  for (const flag of flagsAmong(extra)) {
    // A known flag among the extra ones has a wrong value, which is reported as that.
    if (known.includes(flag) || launch.issues.some((issue) => issue.flag === flag)) continue;
    const close = nearest(flag, known);
    found.push(
      finding(
        "DYN-LAUNCH-003",
        { object: graph.object, path: wordPlace(view, flag) },
        `${view.name} passes ${flag}, which is none of the ${known.length} flags of ${launch.program.program}`,
        close === undefined ? `Remove ${flag}.` : `Write ${close}, or remove ${flag}.`,
      ),
    );
  }
  return found;
};

/** The flags of a list of tokens, each once. */
function flagsAmong(tokens: readonly string[]): readonly string[] {
  const flags = tokens.map((token) => /^--[A-Za-z][\w.-]*/.exec(token)?.[0]);
  return [...new Set(flags)].filter((flag) => flag !== undefined);
}

/** True for programs that take no flags of an engine behind them. */
function isClosed(program: string): boolean {
  return ["frontend", "router", "planner", "mocker", "globalPlanner", "globalRouter"].includes(
    program,
  );
}

/** True when the image is known to be older than the Dynamo release that a text names. */
function isOlder(view: ComponentView, since: string): boolean {
  const release = looseVersion(/\d+\.\d+/.exec(since)?.[0]);
  return (
    release !== undefined &&
    view.version !== undefined &&
    olderThan(view.version, release.major, release.minor)
  );
}

/** DYN-LAUNCH-004, 005: what the operator's own command makes of the arguments. */
export const commandIsComplete: ComponentRule = (view, graph) => {
  const { main, component } = view;
  if (main === undefined || (main.command?.length ?? 0) > 0 || component.type === "epp")
    return nothing;
  const args = main.args ?? [];
  const [first] = args;
  if (component.type === "frontend") {
    if (first === undefined || first === "-m" || first.startsWith("-m")) return nothing;
    return one(
      "DYN-LAUNCH-004",
      graph,
      mainField(view, "args"),
      `${view.name} has no command, so the operator runs: python3 ${args.slice(0, 2).join(" ")}${args.length > 2 ? " …" : ""}`,
      "Set the command to python3 -m dynamo.frontend, one word per entry.",
    );
  }
  if (first === undefined) {
    return one(
      "DYN-LAUNCH-005",
      graph,
      mainField(view, "command"),
      `${view.name} (type ${component.type ?? "none"}) has neither command nor args, and the operator knows no default process for it`,
      "Set a command such as python3 -m dynamo.vllm, one word per entry, and args.",
    );
  }
  if (args.length === 1 && !first.startsWith("-")) return nothing;
  return one(
    "DYN-LAUNCH-004",
    graph,
    mainField(view, "args"),
    `${view.name} has no command, so the operator runs its ${args.length} args as: /bin/sh -c ${show(first)}, where ${first.startsWith("-") ? "a flag is no script" : "only the first is the script"}`,
    "Set the command, such as python3 -m dynamo.vllm, one word per entry.",
  );
};

/** DYN-LAUNCH-010: `$NAME` where no shell reads it. */
export const variablesAreExpanded: ComponentRule = (view, graph) => {
  const { launch, main } = view;
  if (launch === undefined || launch.program.shell !== undefined || startsShell(view))
    return nothing;
  for (const field of ["args", "command"] as const) {
    for (const [at, token] of (main?.[field] ?? []).entries()) {
      const match = /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/.exec(token);
      const name = match?.[1] ?? match?.[2];
      if (name === undefined || !view.env.values.has(name)) continue;
      return one(
        "DYN-LAUNCH-010",
        graph,
        mainField(view, field, at),
        `${view.name} starts without a shell, so ${match?.[0]} reaches the program as text; the container has a variable ${name}`,
        `Write $(${name}), which Kubernetes expands.`,
      );
    }
  }
  return nothing;
};

function startsShell(view: ComponentView): boolean {
  return /(^|\/)(ba|da|a|z|k)?sh$/.test(view.main?.command?.[0] ?? "/bin/sh");
}

/** DYN-LAUNCH-011: `$(NAME)` of a variable that is nowhere. */
export const variablesAreSet: ComponentRule = (view, graph) => {
  const { launch, env, main } = view;
  if (launch === undefined || env.open || startsShell(view)) return nothing;
  for (const field of ["args", "command"] as const) {
    for (const [at, token] of (main?.[field] ?? []).entries()) {
      if (!token.includes("$(")) continue;
      for (const [whole, name = ""] of token.matchAll(/(?<!\$)\$\((\w+)\)/g)) {
        if (env.values.has(name) || isOrchestrators(name)) continue;
        return one(
          "DYN-LAUNCH-011",
          graph,
          mainField(view, field, at),
          `${view.name} refers to ${whole}, but neither the container, the graph nor the operator sets ${name}`,
          `Set ${name} in the environment, or write the value.`,
        );
      }
    }
  }
  return nothing;
};

/** Variables that Grove, LeaderWorkerSet and the kubelet add. */
function isOrchestrators(name: string): boolean {
  return /^(GROVE|LWS|KUBERNETES)_|_(SERVICE_HOST|SERVICE_PORT|PORT)$/.test(name);
}

/** DYN-LAUNCH-012: lists replace the operator's lists, and the picker reads its file from a volume. */
export const pickerKeepsVolumes: ComponentRule = (view, graph) => {
  if (view.component.type !== "epp") return nothing;
  const volumes = view.component.podTemplate?.spec?.volumes ?? [];
  const mounts = view.main?.volumeMounts ?? [];
  const missing = [
    ...(volumes.length > 0 && !volumes.some((volume) => volume.name === "epp-config")
      ? ["volumes"]
      : []),
    ...(mounts.length > 0 && !mounts.some((mount) => mount.name === "epp-config")
      ? ["volumeMounts"]
      : []),
  ];
  const [first] = missing;
  if (first === undefined) return nothing;
  return one(
    "DYN-LAUNCH-012",
    graph,
    first === "volumes" ? [...view.path, "podTemplate", "spec", "volumes"] : mainField(view, first),
    `${missing.join(" and ")} of ${view.name} replace the operator's, and none of them is epp-config`,
    "Add the volume epp-config (ConfigMap of the picker) and its mount at /etc/epp, or remove yours.",
  );
};
