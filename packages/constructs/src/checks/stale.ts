// SPDX-License-Identifier: Apache-2.0
/** @module Environment variables that releases have left behind. */
import { type Finding, finding } from "../facts/index.js";
import { mainField } from "./place.js";
import { nothing, type Rule } from "./rule.js";
import { olderThan } from "./version.js";
import type { ComponentView, GraphView } from "./view.js";

interface Stale {
  /** Release since which nothing reads the variable. */
  readonly since: readonly [major: number, minor: number];
  readonly instead: string;
}

/** @see docs/fern/reference/release-notes; none of them is read by the sources of 1.4 */
const stale: Readonly<Record<string, Stale>> = {
  DYN_STORE_KV: {
    since: [1, 0],
    instead: "Remove it: DYN_DISCOVERY_BACKEND took its place, and the operator sets that.",
  },
  DYN_DECODE_FALLBACK: { since: [1, 4], instead: "Remove it." },
  DYN_ENFORCE_DISAGG: { since: [1, 4], instead: "Remove it." },
  DYN_VLLM_KV_EVENT_PORT: {
    since: [1, 1],
    instead: "Put the port into the endpoint of --kv-events-config.",
  },
  DYN_SYSTEM_ENABLED: {
    since: [1, 4],
    instead: "Remove it: DYN_SYSTEM_PORT switches the server on.",
  },
};

/** DYN-ENV-001: settings that nothing reads any more. */
export const environmentIsCurrent: Rule = (graph) => {
  let found = nothing;
  const release = graph.components.find((view) => view.version !== undefined)?.version;
  for (const [at, { name }] of (graph.graph.spec?.env ?? []).entries()) {
    found = add(found, graph, name, ["spec", "env", at], "The graph", release);
  }
  for (const view of graph.components) {
    for (const [at, { name }] of (view.main?.env ?? []).entries()) {
      found = add(found, graph, name, mainField(view, "env", at), view.name, view.version);
    }
  }
  return found;
};

function add(
  found: readonly Finding[],
  graph: GraphView,
  name: string,
  path: Finding["path"],
  who: string,
  version: ComponentView["version"],
): readonly Finding[] {
  const row = Object.hasOwn(stale, name) ? stale[name] : undefined;
  if (row === undefined || (version !== undefined && olderThan(version, ...row.since)))
    return found;
  return [
    ...found,
    finding(
      "DYN-ENV-001",
      { object: graph.object, path },
      `${who} sets ${name}, which nothing reads since Dynamo ${row.since.join(".")}`,
      row.instead,
    ),
  ];
}
