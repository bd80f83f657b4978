// SPDX-License-Identifier: Apache-2.0
/** @module A difference between two graphs in the words of a graph: which of them a field belongs to. */
import { mainContainer } from "../checks/index.js";
import { flagTable, kvRouterFlags, type ProgramName } from "../engines/index.js";
import { type FieldPath, formatPath } from "../facts/index.js";

/** What a change is about, in the order in which reports tell it. */
export const terms = [
  "name",
  "role",
  "replicas",
  "nodes",
  "gpus",
  "parallelism",
  "model",
  "engine",
  "image",
  "flag",
  "router",
  "scaling",
  "resources",
  "environment",
  "probe",
  "storage",
  "placement",
  "security",
  "setting",
] as const;

/** One of them. */
export type Term = (typeof terms)[number];

/** Where a field belongs, and what it is called there. */
export interface TermName {
  readonly term: Term;
  /** A typed flag, a variable, a resource, or the path of the field. */
  readonly name: string;
}

/** Fields of a component. */
const componentTerms: Readonly<Record<string, Term>> = {
  type: "role",
  replicas: "replicas",
  multinode: "nodes",
  modelRef: "model",
  runtimeVersionOverride: "image",
  eppConfig: "router",
  scalingAdapter: "scaling",
  minAvailable: "scaling",
  sharedMemorySize: "resources",
  compilationCache: "storage",
  topologyConstraint: "placement",
};

/** Fields of its pods. */
const podTerms: Readonly<Record<string, Term>> = {
  volumes: "storage",
  nodeSelector: "placement",
  affinity: "placement",
  tolerations: "placement",
  topologySpreadConstraints: "placement",
  schedulerName: "placement",
  priorityClassName: "placement",
  runtimeClassName: "placement",
  resources: "resources",
  resourceClaims: "resources",
  securityContext: "security",
  serviceAccountName: "security",
  automountServiceAccountToken: "security",
  hostNetwork: "security",
  hostPID: "security",
  hostIPC: "security",
  imagePullSecrets: "security",
};

/** Fields of their containers. */
const containerTerms: Readonly<Record<string, Term>> = {
  image: "image",
  imagePullPolicy: "image",
  env: "environment",
  envFrom: "environment",
  resources: "resources",
  livenessProbe: "probe",
  readinessProbe: "probe",
  startupProbe: "probe",
  volumeMounts: "storage",
  volumeDevices: "storage",
  securityContext: "security",
};

/** The term of a field of a component's meaning. */
export function termOf(path: FieldPath, program: ProgramName | undefined): TermName {
  const [field, part, list, container, inner, ...rest] = path.map(String);
  if (field !== "podTemplate" || part !== "spec")
    return { term: componentTerms[field ?? ""] ?? "setting", name: formatPath(path) };
  if (list !== "containers" || container === undefined)
    return { term: podTerms[list ?? ""] ?? "setting", name: formatPath(path.slice(2)) };
  const whose = container === mainContainer ? "" : `${container} `;
  if (inner === undefined) return { term: "setting", name: `container ${container}` };
  if (inner === "process") return processTerm(rest, program, whose);
  const name = rest.length === 0 || inner === "securityContext" ? inner : shortName(inner, rest);
  const full = inner === "securityContext" ? formatPath([inner, ...rest]) : name;
  return { term: containerTerms[inner] ?? "setting", name: whose + full };
}

/** `env.HF_HOME.value` is HF_HOME, `resources.limits.cpu` is limits.cpu. */
function shortName(inner: string, rest: readonly string[]): string {
  if (inner === "env") return rest[0] ?? inner;
  if (inner === "resources") return rest.join(" ");
  return formatPath([inner, ...rest]);
}

/** Flags by their property; everything else of a process by what it is. */
function processTerm(
  [part = "", flag, ...keys]: readonly string[],
  program: ProgramName | undefined,
  whose: string,
): TermName {
  if (part === "program") return { term: "engine", name: `${whose}program` };
  if (part !== "options" || flag === undefined)
    return { term: part === "" ? "engine" : "setting", name: `${whose}${part || "command"}` };
  const property = propertyOf(flag, program);
  const name = whose + (property === undefined ? flag : formatPath([property, ...keys]));
  return { term: flagTerm(property ?? flag, program), name };
}

function propertyOf(flag: string, program: ProgramName | undefined): string | undefined {
  const table = program === undefined ? {} : flagTable(program);
  return Object.entries(table).find(([, row]) => row.flag === flag)?.[0];
}

const modelFlags = new Set([
  "model",
  "modelPath",
  "modelName",
  "servedModelName",
  "revision",
  "tokenizer",
  "tokenizerRevision",
  "codeRevision",
]);

function flagTerm(property: string, program: ProgramName | undefined): Term {
  if (modelFlags.has(property)) return "model";
  if (/ParallelSize$/.test(property)) return "parallelism";
  if (program === "planner" || program === "globalPlanner") return "scaling";
  const routes = program === "frontend" || program === "router" || program === "globalRouter";
  return routes && (property.startsWith("router") || property in kvRouterFlags) ? "router" : "flag";
}
