// SPDX-License-Identifier: Apache-2.0
/** @module Two revisions of a graph in graph terms: components, replicas, GPUs, models, images, flags, scaling. */
import { type Fields, isFields } from "../api/index.js";
import type { ComponentView, GraphView, Role } from "../checks/index.js";
import { componentGpus, graphGpus } from "../estimate/index.js";
import { type FieldPath, formatPath, formatQuantity } from "../facts/index.js";
import { type FieldChange, fieldChanges } from "./fields.js";
import { graphMeaning } from "./meaning.js";
import { type TermName, termOf, terms } from "./term.js";

/** One difference in the words of a graph; an absent value is undefined. */
export interface TermChange extends TermName {
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one component. */
export interface ComponentChange {
  /** Its name, the new one when it was renamed. */
  readonly name: string;
  readonly change: "created" | "deleted" | "changed" | "renamed";
  readonly role: Role;
  /** Its old name when it was renamed. */
  readonly renamedFrom: string | undefined;
  readonly terms: readonly TermChange[];
}

/** GPUs before and after; what nobody can count is named. */
export interface GpuChange {
  readonly before: number;
  readonly after: number;
  readonly unknown: readonly string[];
}

/** What became of a graph. */
export interface GraphChange {
  readonly components: readonly ComponentChange[];
  /** What is about the graph as a whole. */
  readonly terms: readonly TermChange[];
  readonly gpus: GpuChange;
}

/** Who decides the replicas of a component, in words. */
export type WriterOf = (graph: GraphView, view: ComponentView) => string;

/** Compares two revisions of a graph; either may be missing. Spelling does not count. */
export function compareGraphs(
  before: GraphView | undefined,
  after: GraphView | undefined,
  writers: { readonly before: WriterOf; readonly after: WriterOf },
): GraphChange {
  const was = meaningOf(before);
  const is = meaningOf(after);
  const renames = renamed(was.components, is.components);
  const oldNames = new Set(renames.values());
  const names = [...Object.keys(is.components), ...Object.keys(was.components)];
  const components = [...new Set(names)].flatMap((name): readonly ComponentChange[] => {
    if (oldNames.has(name)) return [];
    const oldName = renames.get(name) ?? name;
    const old = before === undefined ? undefined : viewOf(before, oldName);
    const view = after === undefined ? undefined : viewOf(after, name);
    const role = (view ?? old)?.role ?? "other";
    const writer = {
      before: old === undefined || before === undefined ? undefined : writers.before(before, old),
      after: view === undefined || after === undefined ? undefined : writers.after(after, view),
    };
    const found = [
      ...derived(old, view, writer),
      ...(old === undefined || view === undefined
        ? summary(old, view)
        : told(was.components[oldName], is.components[name], view)),
    ].toSorted(byTerm);
    const change =
      old === undefined
        ? "created"
        : view === undefined
          ? "deleted"
          : oldName === name
            ? "changed"
            : "renamed";
    if (change === "changed" && found.length === 0) return [];
    const renamedFrom = oldName === name ? undefined : oldName;
    return [{ name, change, role, renamedFrom, terms: found }];
  });
  const gpus = [before, after].map((graph) => (graph === undefined ? undefined : graphGpus(graph)));
  return {
    components,
    terms: before === undefined || after === undefined ? [] : graphTerms(was.rest, is.rest),
    gpus: {
      before: gpus[0]?.total ?? 0,
      after: gpus[1]?.total ?? 0,
      unknown: [...new Set(gpus.flatMap((one) => one?.unknown ?? []))],
    },
  };
}

interface Meaning {
  /** Components by name. */
  readonly components: Fields;
  /** The graph without them. */
  readonly rest: Fields;
}

function meaningOf(graph: GraphView | undefined): Meaning {
  if (graph === undefined) return { components: {}, rest: {} };
  const { spec, ...rest } = graphMeaning(graph.graph) as { readonly spec: Fields };
  const { components, ...own } = spec;
  return { components: isFields(components) ? components : {}, rest: { ...rest, spec: own } };
}

function viewOf(graph: GraphView, name: string): ComponentView | undefined {
  return graph.components.find((view) => view.name === name);
}

/** New names of components by their old ones: equal in everything but the name. */
function renamed(before: Fields, after: Fields): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const gone = Object.keys(before).filter((name) => !(name in after));
  for (const name of Object.keys(after)) {
    if (name in before) continue;
    const old = gone.find(
      (candidate) =>
        ![...found.values()].includes(candidate) &&
        fieldChanges(nameless(before[candidate]), nameless(after[name])).length === 0,
    );
    if (old !== undefined) found.set(name, old);
  }
  return found;
}

function nameless(component: unknown): unknown {
  if (!isFields(component)) return component;
  const { name: _, ...rest } = component;
  return rest;
}

/** What follows from several fields together. */
function derived(
  before: ComponentView | undefined,
  after: ComponentView | undefined,
  writer: { readonly before: string | undefined; readonly after: string | undefined },
): readonly TermChange[] {
  const gpus = (view: ComponentView | undefined) =>
    view === undefined ? 0 : componentGpus(view)?.total;
  const all: readonly TermChange[] = [
    { term: "role", name: "role", before: before?.role, after: after?.role },
    { term: "gpus", name: "GPUs", before: gpus(before), after: gpus(after) },
    { term: "engine", name: "engine", before: before?.engine, after: after?.engine },
    { term: "scaling", name: "replicas are decided by", ...writer },
  ];
  const both = before !== undefined && after !== undefined;
  return all.filter((one) => one.before !== one.after && (both || one.term !== "scaling"));
}

/** A component that is there on one side only, in its main figures. */
function summary(
  before: ComponentView | undefined,
  after: ComponentView | undefined,
): readonly TermChange[] {
  const figures = (view: ComponentView | undefined) =>
    view === undefined
      ? {}
      : {
          replicas: view.replicas,
          nodes: view.nodes === 1 ? undefined : view.nodes,
          model: view.parallelism?.model,
          image: view.main?.image,
        };
  const was: Fields = figures(before);
  const is: Fields = figures(after);
  return (["replicas", "nodes", "model", "image"] as const)
    .map((name) => ({ term: name, name, before: was[name], after: is[name] }))
    .filter((one) => one.before !== one.after);
}

/** Fields that `derived` tells in better words. */
const derivedFields: ReadonlySet<string> = new Set(["name", "type", "scalingAdapter"]);

/** Every difference in the meaning of a component, named. */
function told(before: unknown, after: unknown, view: ComponentView): readonly TermChange[] {
  const program = view.launch?.program.program;
  const changes = fieldChanges(before, after).filter(
    ({ path }) => !derivedFields.has(String(path[0])),
  );
  const named = new Map<string, TermChange>();
  for (const change of changes) {
    const name = termOf(change.path, program);
    if (name.term === "engine" && name.name === "program") continue;
    const key = `${name.term} ${name.name}`;
    const { before: was, after: is } = sides(change);
    const other = named.get(key);
    named.set(key, { ...name, before: other?.before ?? was, after: is ?? other?.after });
  }
  return [...named.values()];
}

function sides({ path, before, after }: FieldChange): Pick<TermChange, "before" | "after"> {
  // A component without replicas has one, or its adapter decides.
  if (path[0] === "replicas" && path.length === 1)
    return { before: before ?? "unset", after: after ?? "unset" };
  if (path.at(-1) === "nodeCount") return { before: before ?? 1, after: after ?? 1 };
  if (path.includes("resources") || path[0] === "sharedMemorySize")
    return { before: amount(before), after: amount(after) };
  return { before: plainVariable(before), after: plainVariable(after) };
}

/** The meaning of a quantity counts billionths. */
function amount(value: unknown): unknown {
  if (isFields(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, amount(one)]));
  return typeof value === "string" && /^-?\d+$/.test(value) ? formatQuantity(BigInt(value)) : value;
}

/** A whole variable as its value, or as where the value comes from. */
function plainVariable(item: unknown): unknown {
  if (!isFields(item) || typeof item.name !== "string") return item;
  const { value, valueFrom } = item;
  if (isFields(valueFrom)) return valueFrom;
  return typeof value === "string" ? value : item;
}

function graphTerms(before: Fields, after: Fields): readonly TermChange[] {
  return fieldChanges(before, after).map(({ path, before: was, after: is }) => {
    const name = path[0] === "spec" ? formatPath(path.slice(1)) : formatPath(path);
    return { ...graphTerm(path, name), before: was, after: is };
  });
}

function graphTerm(path: FieldPath, name: string): TermName {
  if (path[0] === "metadata" && (path[1] === "name" || path[1] === "namespace"))
    return { term: "name", name: String(path[1]) };
  switch (path[0] === "spec" ? path[1] : undefined) {
    case "env":
      return { term: "environment", name: String(path[2] ?? "env") };
    case "backendFramework":
      return { term: "engine", name };
    case "topologyConstraint":
      return { term: "placement", name };
    default:
      return { term: "setting", name };
  }
}

function byTerm(a: TermChange, b: TermChange): number {
  return terms.indexOf(a.term) - terms.indexOf(b.term);
}
