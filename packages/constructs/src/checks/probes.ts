// SPDX-License-Identifier: Apache-2.0
/** @module Probes that cannot pass, or that pass too late. */
import type { Container, Probe } from "../api/index.js";
import { type FieldPath, type Finding, finding, show } from "../facts/index.js";
import { flagPlace, mainField, variablePlace } from "./place.js";
import { numberFlag } from "./process.js";
import { type ComponentRule, nothing, one } from "./rule.js";
import type { ComponentView, GraphView } from "./view.js";

const probeFields = ["startupProbe", "livenessProbe", "readinessProbe"] as const;

/** Seconds below which hardly any model is in GPU memory. */
const shortestStart = 120;

/** Ports that the operator gives a main container that names none. */
const defaultPorts: Readonly<Record<string, readonly string[]>> = {
  frontend: ["http"],
  worker: ["system", "nixl"],
  prefill: ["system", "nixl"],
  decode: ["system", "nixl"],
  planner: ["metrics", "system"],
  epp: ["grpc", "grpc-health", "metrics"],
};

/** The port name that the operator's own probes and Service ask for. */
function probedPort(type: string | undefined): string | undefined {
  if (type === "frontend") return "http";
  return type === undefined || type === "epp" ? undefined : "system";
}

/** DYN-PROBE-001: a name that no port of the container has. */
export const portNamesExist: ComponentRule = (view, graph) => {
  const { main, component } = view;
  if (main === undefined) return nothing;
  const given = main.ports?.map((port) => port.name ?? "") ?? [];
  const names = given.length > 0 ? given : (defaultPorts[component.type ?? ""] ?? []);
  const found: Finding[] = [];
  for (const field of probeFields) {
    const action = main[field]?.httpGet ?? main[field]?.tcpSocket;
    const port = action?.port;
    if (typeof port !== "string" || /^\d+$/.test(port) || names.includes(port)) continue;
    const kind = main[field]?.httpGet === undefined ? "tcpSocket" : "httpGet";
    found.push(
      finding(
        "DYN-PROBE-001",
        { object: graph.object, path: mainField(view, field, kind, "port") },
        `${field} of ${view.name} asks the port ${show(port)}, and the container has ${names.length === 0 ? "no named port" : names.join(", ")}`,
        names.length === 0 ? "Use a port number." : `Use ${names.join(" or ")}, or a port number.`,
      ),
    );
  }
  const wanted = probedPort(component.type);
  const usesDefault = probeFields.some(
    (field) => main[field] === undefined && hasDefault(component.type, field),
  );
  if (given.length === 0 || wanted === undefined || given.includes(wanted) || !usesDefault)
    return found;
  return [
    ...found,
    finding(
      "DYN-PROBE-001",
      { object: graph.object, path: mainField(view, "ports") },
      `ports of ${view.name} replace the operator's and have no port named ${wanted} (got ${given.map((name) => name || "unnamed").join(", ")}), which its probes ask`,
      `Add a port named ${wanted}, or set every probe with a port number.`,
    ),
  ];
};

function hasDefault(type: string | undefined, field: (typeof probeFields)[number]): boolean {
  return type !== undefined && type !== "epp" && !(type === "frontend" && field === "startupProbe");
}

/** What a process answers, and where. */
interface Server {
  readonly port: number;
  readonly paths: readonly string[];
}

/** Further HTTP servers in a worker: telemetry of NIXL and metrics of KVBM. */
const metricsPorts: ReadonlySet<number> = new Set([19090, 6880]);

const workerPaths = ["/live", "/health", "/metrics", "/metadata"];
const frontendPaths = ["/live", "/health", "/metrics", "/v1/models", "/openapi.json", "/docs"];

/** The server of a component; undefined when its process, its port or its paths are not known. */
function serverOf(view: ComponentView): Server | undefined {
  const { program, engine, env } = view;
  if (program?.program === "frontend") {
    const renamed = [...env.values.keys()].some((name) => /^DYN_HTTP_SVC_.*_PATH$/.test(name));
    const port = numberFlag(program, "httpPort") ?? 8000;
    const other =
      program.flags.kserveGrpcServer === true || view.open || isUnresolved(view, "httpPort");
    return renamed || other ? undefined : { port, paths: frontendPaths };
  }
  if (engine === undefined) return undefined;
  const port = Number(env.values.get("DYN_SYSTEM_PORT") ?? Number.NaN);
  if (!Number.isInteger(port) || port <= 0) return undefined;
  const own = [env.values.get("DYN_SYSTEM_HEALTH_PATH"), env.values.get("DYN_SYSTEM_LIVE_PATH")];
  return { port, paths: [...workerPaths, ...own.filter((path) => path !== undefined)] };
}

function isUnresolved(view: ComponentView, property: string): boolean {
  return view.settings?.unknown.includes(property) === true;
}

/** DYN-PROBE-002, 003: an own probe at the wrong port or path. */
export const probesReachServer: ComponentRule = (view, graph) => {
  const { main } = view;
  if (main === undefined) return nothing;
  const server = serverOf(view);
  if (server === undefined) return nothing;
  const found: Finding[] = [];
  for (const field of probeFields) {
    const action = main[field]?.httpGet;
    if (action === undefined) continue;
    const at = (part: string) => ({
      object: graph.object,
      path: mainField(view, field, "httpGet", part),
    });
    const port = portNumber(action.port, view, main);
    const path = (action.path ?? "/").split("?")[0] ?? "/";
    if (port !== undefined && port !== server.port) {
      if (view.engine !== undefined && metricsPorts.has(port)) continue;
      found.push(
        finding(
          "DYN-PROBE-002",
          at("port"),
          `${field} of ${view.name} asks port ${port}, and the process listens on ${server.port}`,
          `Ask port ${server.port}.`,
        ),
      );
    } else if (port !== undefined && !isServed(path, server)) {
      found.push(
        finding(
          "DYN-PROBE-003",
          at("path"),
          `${field} of ${view.name} asks ${path}, and port ${server.port} serves ${server.paths.slice(0, 2).join(", ")}`,
          `Ask ${field === "readinessProbe" ? "/health" : "/live"}.`,
        ),
      );
    }
  }
  return found;
};

function isServed(path: string, server: Server): boolean {
  return server.paths.some((known) => path === known || path.startsWith(`${known}/`));
}

function portNumber(
  port: number | string,
  view: ComponentView,
  main: Container,
): number | undefined {
  if (typeof port === "number") return port;
  if (/^\d+$/.test(port)) return Number(port);
  const named = main.ports?.find((known) => known.name === port);
  if (named !== undefined) return named.containerPort;
  if ((main.ports?.length ?? 0) > 0) return undefined;
  const { type } = view.component;
  if (port === "http" && type === "frontend") return 8000;
  return port === "system" && type !== undefined && type !== "frontend" ? 9090 : undefined;
}

/** DYN-PROBE-004: a start-up probe that gives up while weights are still read. */
export const startIsLongEnough: ComponentRule = (view, graph) => {
  const { engine, main } = view;
  const probe = main?.startupProbe;
  if (engine === undefined || engine === "mocker" || probe === undefined) return nothing;
  const seconds = budget(probe);
  if (seconds >= shortestStart) return nothing;
  return one(
    "DYN-PROBE-004",
    graph,
    mainField(view, "startupProbe"),
    `startupProbe of ${view.name} gives up after ${seconds} s (delay ${probe.initialDelaySeconds ?? 0} + ${probe.failureThreshold ?? 3} × ${probe.periodSeconds ?? 10} s)`,
    "Raise failureThreshold until delay + failureThreshold × periodSeconds exceeds the loading time; the operator's own probe allows 7200 s.",
  );
};

function budget(probe: Probe): number {
  return (
    (probe.initialDelaySeconds ?? 0) + (probe.failureThreshold ?? 3) * (probe.periodSeconds ?? 10)
  );
}

/** DYN-PROBE-005: the process moved, the operator's probes and Service did not. */
export const serverStaysInPlace: ComponentRule = (view, graph) => {
  const { main, component } = view;
  const server = serverOf(view);
  const wanted = probedPort(component.type);
  if (main === undefined || server === undefined || wanted === undefined) return nothing;
  // Another program than the type's is reported as that.
  if ((component.type === "frontend") !== (view.engine === undefined)) return nothing;
  const usesDefault = probeFields.filter(
    (field) => main[field] === undefined && hasDefault(component.type, field),
  );
  const expected = portNumber(wanted, view, main);
  if (usesDefault.length === 0 || expected === undefined || expected === server.port)
    return nothing;
  return one(
    "DYN-PROBE-005",
    graph,
    placeOfPort(view, graph),
    `${view.name} listens on port ${server.port}, but the operator's ${usesDefault.join(" and ")} and its Service ask port ${expected}`,
    `Leave the port at ${expected}, or declare a container port named ${wanted} with ${server.port}.`,
  );
};

function placeOfPort(view: ComponentView, graph: GraphView): FieldPath {
  if (view.program?.program === "frontend") return flagPlace(view, graph, "httpPort");
  return variablePlace(view, graph, "DYN_SYSTEM_PORT") ?? mainField(view, "env");
}

/** DYN-PROBE-006: untyped components get no start-up probe. */
export const livenessWaitsForStart: ComponentRule = (view, graph) => {
  const { main, component, engine } = view;
  if (component.type !== undefined || engine === undefined || engine === "mocker") return nothing;
  const probe = main?.livenessProbe;
  if (probe === undefined || main?.startupProbe !== undefined || budget(probe) >= shortestStart)
    return nothing;
  return one(
    "DYN-PROBE-006",
    graph,
    mainField(view, "livenessProbe"),
    `livenessProbe of ${view.name} restarts the container after ${budget(probe)} s, and no startupProbe holds it back while the engine loads`,
    "Give the component a type, or add a startupProbe.",
  );
};
