// SPDX-License-Identifier: Apache-2.0
/** @module An engine's flags against the role of its component. */
import { backendFrameworks, componentTypes } from "../api/index.js";
import { readLaunch } from "../engines/index.js";
import { show } from "../facts/index.js";
import { argsPlace, flagPlace, podField } from "./place.js";
import { names } from "./roles.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import { connectorsOf, servedModel, workersOf } from "./serving.js";
import type { ComponentView, GraphView } from "./view.js";

/** DYN-ROLE-008: the type says one role and the flags another. */
export const typeMatchesMode: ComponentRule = (view, graph) => {
  const { type } = view.component;
  const { mode } = view;
  if (mode === undefined || type === undefined || type === mode) return nothing;
  const split = mode === "prefill" || mode === "decode";
  // An aggregated worker may be called decode: pickers and planners of such graphs look for that type.
  const wrong =
    type === "prefill" ||
    (type === "decode" && mode !== "agg") ||
    (type === "worker" && split && selectsByType(graph));
  if (!wrong) return nothing;
  const wanted = mode === "agg" || mode === "encode" ? "worker" : mode;
  return one(
    "DYN-ROLE-008",
    graph,
    [...view.path, "type"],
    `${view.name} has type ${type}, but its ${view.engine} engine runs in mode ${mode}`,
    mode === "agg"
      ? `Set --disaggregation-mode ${type}, or give the component the type worker.`
      : `Give the component the type ${wanted}, or set --disaggregation-mode ${type === "worker" ? "agg" : type}.`,
  );
};

/** True when an endpoint picker tells prefill from decode by the component type. */
function selectsByType(graph: GraphView): boolean {
  return graph.components.some(({ component }) => component.type === "epp");
}

/** DYN-ROLE-009: ports and probes of the type are not those of the program. */
export const programMatchesType: ComponentRule = (view, graph) => {
  const { program } = view;
  const { type } = view.component;
  if (program === undefined || type === undefined) return nothing;
  const expected = typesOf(program.program);
  const known = (componentTypes as readonly string[]).includes(type);
  if (!known || expected.length === 0 || expected.includes(type)) return nothing;
  return one(
    "DYN-ROLE-009",
    graph,
    [...view.path, "type"],
    `${view.name} has type ${type}, but its main container runs dynamo.${moduleName(program.program)}`,
    `Give the component the type ${expected.join(" or ")}, or run a process of type ${type}.`,
  );
};

/** Types whose ports and probes fit a program; empty when any may. */
function typesOf(program: string): readonly string[] {
  switch (program) {
    case "frontend":
      return ["frontend"];
    case "vllm":
    case "sglang":
    case "trtllm":
    case "mocker":
      return ["worker", "prefill", "decode"];
    case "planner":
    case "globalPlanner":
      return ["planner"];
    default:
      return [];
  }
}

function moduleName(program: string): string {
  return program === "globalPlanner" ? "global_planner" : program;
}

/** DYN-ROLE-010, 011: vLLM moves KV blocks only through a connector. */
export const vllmHasConnector: ComponentRule = (view, graph) => {
  const { mode, engine, open, program } = view;
  if (engine !== "vllm" || open || program === undefined) return nothing;
  // An unreadable value is reported as such.
  if ((program.extraArgs ?? []).some((token) => token.startsWith("--kv-transfer-config")))
    return nothing;
  if (connectorsOf(view).length > 0) return nothing;
  const fix = `Add --kv-transfer-config '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'.`;
  if (mode === "prefill") {
    if (!sinceRelease(view, 1, 0)) return nothing;
    return one(
      "DYN-ROLE-010",
      graph,
      argsPlace(view),
      `${view.name} runs in mode prefill without --kv-transfer-config; vLLM workers since Dynamo 1.0 stop at start`,
      fix,
    );
  }
  const receives = mode === "decode" || (mode === "agg" && view.component.type === "decode");
  if (!receives || !graph.components.some((other) => other.mode === "prefill")) return nothing;
  if (!sinceRelease(view, 1, 0)) return nothing;
  return one(
    "DYN-ROLE-011",
    graph,
    argsPlace(view),
    `${view.name} decodes for a prefill worker but has no KV connector, so it computes every prompt a second time`,
    fix,
  );
};

/** True unless the image is known to be older than the release. */
function sinceRelease(view: ComponentView, major: number, minor: number): boolean {
  const { version } = view;
  return (
    version === undefined ||
    version.major > major ||
    (version.major === major && version.minor >= minor)
  );
}

/** DYN-ROLE-012: decode pods dial the bootstrap server of prefill pods. */
export const sglangBootstrapIsReachable: ComponentRule = (view, graph) => {
  if (view.engine !== "sglang" || view.mode !== "prefill" || view.open) return nothing;
  const host = view.program?.flags.host;
  if (host !== undefined && !["127.0.0.1", "localhost", "::1"].includes(String(host)))
    return nothing;
  return one(
    "DYN-ROLE-012",
    graph,
    flagPlace(view, graph, "host"),
    `${view.name} serves its bootstrap port on ${host === undefined ? "127.0.0.1, the default of --host" : String(host)}; decode pods cannot reach it`,
    "Add --host 0.0.0.0.",
  );
};

/** DYN-ROLE-019: the operator rewrites for one backend per graph. */
export const oneBackend: Rule = (graph) => {
  const detected = new Map<string, ComponentView>();
  for (const view of workersOf(graph)) {
    const { type } = view.component;
    const inspected = type === "worker" || type === "prefill" || type === "decode";
    const backend = view.engine ?? "";
    if (inspected && isBackend(backend) && !detected.has(backend)) detected.set(backend, view);
  }
  const stated = graph.graph.spec?.backendFramework;
  const [[first, firstView] = [], [second, secondView] = []] = [...detected];
  if (secondView !== undefined && firstView !== undefined) {
    return one(
      "DYN-ROLE-019",
      graph,
      [...secondView.path],
      `${firstView.name} runs ${first} and ${secondView.name} runs ${second}; the operator takes one backend per graph`,
      "Put each backend into a graph of its own.",
    );
  }
  if (stated === undefined || first === undefined || stated === first) return nothing;
  return one(
    "DYN-ROLE-019",
    graph,
    ["spec", "backendFramework"],
    `must be the backend of the workers: ${show(stated)} is stated, and ${firstView?.name} runs ${first}`,
    `Set backendFramework to ${first}, or remove it.`,
  );
};

function isBackend(engine: string): boolean {
  return (backendFrameworks as readonly string[]).includes(engine);
}

/** DYN-ROLE-020, 021: the endpoint picker chooses workers, the sidecar in front of each obeys. */
export const pickerHasSidecars: Rule = (graph) => {
  const picker = graph.components.find((view) => view.component.type === "epp");
  const workers = workersOf(graph);
  if (picker === undefined || workers.length === 0) return nothing;
  const served = workers.filter((view) => view.component.frontendSidecar !== undefined);
  if (served.length === 0) {
    return one(
      "DYN-ROLE-020",
      graph,
      picker.path,
      `${picker.name} sends requests to port 8000 of the workers, but 0 of ${workers.length} worker components (${names(workers)}) have a frontend sidecar`,
      "Add a container with -m dynamo.frontend --router-mode direct to the workers and name it in frontendSidecar.",
    );
  }
  for (const view of served) {
    const at = view.component.podTemplate?.spec?.containers.findIndex(
      ({ name }) => name === view.component.frontendSidecar,
    );
    const mode = at === undefined ? undefined : sidecarMode(view, at);
    if (at === undefined || mode === undefined || mode === "direct") continue;
    return one(
      "DYN-ROLE-021",
      graph,
      podField(view, "containers", at, "args"),
      `the frontend sidecar of ${view.name} routes by ${mode} and ignores the choice of ${picker.name}`,
      "Add --router-mode direct to the sidecar.",
    );
  }
  return nothing;
};

/** How a frontend sidecar routes; undefined when that is not known. */
function sidecarMode(view: ComponentView, at: number): string | undefined {
  const sidecar = view.component.podTemplate?.spec?.containers[at];
  const { command, args, env, envFrom } = sidecar ?? {};
  const launch = readLaunch({
    command: command ?? ["python3"],
    args: args ?? ["-m", "dynamo.frontend"],
  });
  if (launch?.program.program !== "frontend") return undefined;
  const variable = env?.findLast(({ name }) => name === "DYN_ROUTER_MODE");
  const mode = launch.program.flags.routerMode ?? variable?.value;
  if (mode !== undefined) return String(mode);
  return variable !== undefined || (envFrom?.length ?? 0) > 0 ? undefined : "round-robin";
}

/** DYN-ROLE-021: mode direct and the endpoint picker belong together. */
export const directNeedsPicker: ComponentRule = (view, graph) => {
  if (view.program?.program !== "frontend" || view.program.flags.routerMode !== "direct")
    return nothing;
  return one(
    "DYN-ROLE-021",
    graph,
    flagPlace(view, graph, "routerMode"),
    `${view.name} obeys the choice of an endpoint picker (mode direct), but requests reach it without one`,
    "Use another router mode, or run the frontend as sidecar of the workers behind a component of type epp.",
  );
};

/** DYN-ROLE-014: the frontend pairs prefill and decode by model name. */
export const pairServesOneModel: ComponentRule = (view, graph) => {
  if (view.mode !== "prefill") return nothing;
  const model = servedModel(view);
  const decode = workersOf(graph).filter(
    (other) => other.mode !== "prefill" && other.mode !== "encode",
  );
  const models = decode.map(servedModel);
  if (
    model === undefined ||
    decode.length === 0 ||
    models.includes(undefined) ||
    models.includes(model)
  ) {
    return nothing;
  }
  const other = [...new Set(models)].map(show).join(", ");
  return one(
    "DYN-ROLE-014",
    graph,
    flagPlace(
      view,
      graph,
      view.program?.flags.servedModelName === undefined ? "model" : "servedModelName",
    ),
    `${view.name} prefills for ${show(model)}, but ${names(decode)} serves ${other}`,
    "Give both roles the same model and the same --served-model-name.",
  );
};
