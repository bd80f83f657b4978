// SPDX-License-Identifier: Apache-2.0
/** @module Routers and workers: events, block sizes, planes and namespaces have to agree. */
import { flagTable, type Program } from "../engines/index.js";
import { blockProperty } from "./disaggregation.js";
import { flagPlace, variablePlace } from "./place.js";
import { numberFlag, textFlag } from "./process.js";
import { names } from "./roles.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import { blockSize, frontendsOf, publishesEvents, reachesOut, workersOf } from "./serving.js";
import type { ComponentView, GraphView } from "./view.js";

/** True when the program routes by cached prefixes that workers report. */
function followsEvents(program: Program | undefined): boolean {
  if (program === undefined) return false;
  const { routerMode, routerKvEvents, routerKvOverlapScoreCredit } = program.flags;
  const routes =
    program.program === "frontend" ? routerMode === "kv" : program.program === "router";
  return routes && routerKvEvents !== false && routerKvOverlapScoreCredit !== 0;
}

/** The components that route by KV events. */
function eventRouters(graph: GraphView): readonly ComponentView[] {
  return graph.components.filter((view) => followsEvents(view.program));
}

/** DYN-ROUTE-001, 002: events of those workers whose caches are routed to. */
export const routerHearsEvents: Rule = (graph) => {
  const [router] = eventRouters(graph);
  if (router === undefined || isUnknown(router, "routerKvEvents")) return nothing;
  const workers = workersOf(graph).filter(
    (view) => view.mode !== "encode" && view.mode !== "decode",
  );
  // Behind prefill workers the others only decode, whatever their flags say.
  const prefill = workers.filter((view) => view.role === "prefill");
  const routed = prefill.length > 0 ? prefill : workers;
  const silent = routed.filter((view) => publishesEvents(view) === false);
  const [first] = silent;
  if (first === undefined || routed.some((view) => publishesEvents(view) === undefined))
    return nothing;
  const all = silent.length === routed.length;
  if (all && reachesOut(graph) && router.program?.program === "frontend") return nothing;
  return one(
    all ? "DYN-ROUTE-001" : "DYN-ROUTE-002",
    graph,
    all ? flagPlace(router, graph, "routerMode") : first.path,
    `${router.name} routes by KV events, and ${silent.length} of ${routed.length} worker components (${names(silent)}) publish none`,
    `${howToPublish(first)}, or set --no-router-kv-events on the router.`,
  );
};

function howToPublish(view: ComponentView): string {
  switch (view.engine) {
    case "trtllm":
      return "Add --publish-kv-events to the workers";
    case "sglang":
      return `Add --kv-events-config '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:5557"}' to the workers`;
    case "vllm":
      return `Add --kv-events-config '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}' to the workers`;
    default:
      return "Switch prefix caching of the workers on";
  }
}

function isUnknown(view: ComponentView, property: string): boolean {
  return view.settings?.unknown.includes(property) === true;
}

/** DYN-ROUTE-003: hashes are made of whole blocks. */
export const blockSizesAgree: Rule = (graph) => {
  const workers = workersOf(graph).filter((view) => blockSize(view) !== undefined);
  const [worker] = workers;
  const size = worker === undefined ? undefined : blockSize(worker);
  if (worker === undefined || size === undefined) return nothing;
  for (const view of graph.components) {
    const routed = routerBlockSize(view, graph);
    if (routed === undefined || routed.size === size) continue;
    if (workers.some((other) => blockSize(other) === routed.size)) continue;
    return one(
      "DYN-ROUTE-003",
      graph,
      routed.path,
      `${view.name} hashes blocks of ${routed.size} tokens${routed.isDefault ? " (the default)" : ""}, and ${worker.name} caches blocks of ${size} (--${dashed(blockProperty(worker))})`,
      `Set ${routed.setting} to ${size}.`,
    );
  }
  return nothing;
};

interface RouterBlock {
  readonly size: number;
  readonly isDefault: boolean;
  readonly setting: string;
  readonly path: readonly (string | number)[];
}

/** The block size that a router or an endpoint picker was told. */
function routerBlockSize(view: ComponentView, graph: GraphView): RouterBlock | undefined {
  if (view.component.type === "epp") {
    const setting = "DYN_KV_CACHE_BLOCK_SIZE";
    const size = Number(view.env.values.get(setting) ?? Number.NaN);
    const path = variablePlace(view, graph, setting);
    return Number.isNaN(size) || path === undefined
      ? undefined
      : { size, isDefault: false, setting, path };
  }
  const program = view.program?.program;
  if (program === "router" && !view.open) {
    const own = numberFlag(view.program, "routerBlockSize");
    const path = flagPlace(view, graph, "routerBlockSize");
    return { size: own ?? 128, isDefault: own === undefined, setting: "--router-block-size", path };
  }
  if (program !== "frontend" || !followsEvents(view.program)) return undefined;
  const size = numberFlag(view.program, "kvCacheBlockSize");
  const path = flagPlace(view, graph, "kvCacheBlockSize");
  return size === undefined
    ? undefined
    : { size, isDefault: false, setting: "--kv-cache-block-size", path };
}

function dashed(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** DYN-ROUTE-004: replicas of a router share what they know only when told so. */
export const replicasSynchronise: ComponentRule = (view, graph) => {
  const { program, component, replicas, open } = view;
  if (!followsEvents(program) || open || isUnknown(view, "routerReplicaSync")) return nothing;
  if (program?.flags.routerReplicaSync === true) return nothing;
  if (replicas < 2) return nothing;
  return one(
    "DYN-ROUTE-004",
    graph,
    component.replicas === undefined ? view.path : [...view.path, "replicas"],
    `${view.name} has ${replicas} replicas that route by KV cache, and each knows only its own requests`,
    "Add --router-replica-sync.",
  );
};

/** DYN-ROUTE-005: events come out of the prefix cache. */
export const eventsHavePrefixCache: ComponentRule = (view, graph) => {
  const { program, mode } = view;
  if (view.engine !== "vllm" || program === undefined || mode === "decode") return nothing;
  if (program.flags.kvEventsConfig === undefined || program.flags.enablePrefixCaching !== false)
    return nothing;
  return one(
    "DYN-ROUTE-005",
    graph,
    flagPlace(view, graph, "enablePrefixCaching"),
    `${view.name} is told to publish KV events and to switch prefix caching off`,
    "Remove --no-enable-prefix-caching, or --kv-events-config.",
  );
};

const planes = [
  { property: "discoveryBackend", what: "discovers peers through" },
  { property: "requestPlane", what: "sends requests over" },
  { property: "eventPlane", what: "sends events over" },
] as const;

/** DYN-ROUTE-006: one transport per plane and graph. */
export const planesAgree: Rule = (graph) => {
  const members = graph.components.filter(
    (view) =>
      (view.engine !== undefined ||
        view.program?.program === "frontend" ||
        view.program?.program === "router") &&
      !view.open,
  );
  for (const { property, what } of planes) {
    let first: ComponentView | undefined;
    for (const view of members) {
      if (isUnknown(view, property) || !hasFlag(view, property)) continue;
      first ??= view;
      const [mine, theirs] = [planeOf(view, property), planeOf(first, property)];
      if (mine === theirs) continue;
      return one(
        "DYN-ROUTE-006",
        graph,
        flagPlace(view.program?.flags[property] === undefined ? first : view, graph, property),
        `${first.name} ${what} ${theirs}, but ${view.name} ${what} ${mine}`,
        "Set the plane once, in the environment of the graph.",
      );
    }
  }
  return nothing;
};

/** Programs without the flag take the plane from their environment alone, or have none. */
function hasFlag(view: ComponentView, property: string): boolean {
  return view.program !== undefined && flagTable(view.program.program)[property] !== undefined;
}

const planeDefaults: Readonly<Record<string, string>> = {
  discoveryBackend: "etcd",
  requestPlane: "tcp",
  eventPlane: "the release's default (zmq since 1.3)",
};

function planeOf(view: ComponentView, property: string): string {
  return textFlag(view.program, property) ?? planeDefaults[property] ?? "";
}

/** DYN-ROUTE-007: a worker that names a Dynamo namespace of its own. */
export const workersAreFound: ComponentRule = (view, graph) => {
  if (
    view.engine === undefined ||
    frontendsOf(graph).length === 0 ||
    view.component.globalDynamoNamespace === true
  ) {
    return nothing;
  }
  if (frontendsOf(graph).some((frontend) => looksElsewhere(frontend))) return nothing;
  // A worker with an endpoint of its own is meant for a router of the user's.
  if (view.program?.flags.endpoint !== undefined || graph.components.some(isRouter)) return nothing;
  const [frontend] = frontendsOf(graph);
  const prefix = frontend?.env.values.get("DYN_NAMESPACE_PREFIX");
  const namespace = textFlag(view.program, "namespace");
  if (prefix === undefined || namespace === undefined || namespace.startsWith(prefix))
    return nothing;
  return one(
    "DYN-ROUTE-007",
    graph,
    flagPlace(view, graph, "namespace"),
    `${view.name} registers in Dynamo namespace ${namespace}, and ${frontend?.name} looks in ${prefix}`,
    "Remove the namespace: the operator sets it.",
  );
};

function isRouter(view: ComponentView): boolean {
  return view.program?.program === "router" || view.program?.program === "globalRouter";
}

function looksElsewhere(frontend: ComponentView): boolean {
  const flags: Program["flags"] = frontend.launch?.program.flags ?? {};
  return (
    flags.namespace !== undefined ||
    flags.namespacePrefix !== undefined ||
    frontend.component.globalDynamoNamespace === true
  );
}

/** DYN-ROUTE-008: backends that end at the pod. */
export const discoveryReachesPods: ComponentRule = (view, graph) => {
  const backend = textFlag(view.program, "discoveryBackend");
  if (backend !== "mem" && backend !== "file") return nothing;
  return one(
    "DYN-ROUTE-008",
    graph,
    flagPlace(view, graph, "discoveryBackend"),
    `${view.name} discovers peers through ${backend}, which ${backend === "mem" ? "ends at the process" : "ends at the host's files"}, and the graph has ${graph.components.length} components in pods of their own`,
    "Remove the setting: the operator sets kubernetes.",
  );
};
