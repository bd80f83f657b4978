// SPDX-License-Identifier: Apache-2.0
/** @module The queues of KAI among one another, and the graphs that wait in them. */
import { at, text } from "../../api/index.js";
import { annotations, type FieldPath, type FindingCode, finding, show } from "../../facts/index.js";
import type { CheckOptions } from "../options.js";
import { type KaiQueueView, kaiQueueOf } from "../queue.js";
import type { Subject } from "../subject.js";
import type { GraphSubject } from "./fleet.js";
import type { AcrossRule, Attached } from "./rule.js";

/** Queues that the charts of Dynamo and KAI make, by their parent. */
const chartQueues: ReadonlyMap<string, string | undefined> = new Map([
  ["dynamo-default", undefined],
  ["dynamo", "dynamo-default"],
  ["default-parent-queue", undefined],
  ["default-queue", "default-parent-queue"],
]);

/** Where the operator puts a graph that names no queue. */
const usualQueue = "dynamo";

/** Classes of KAI whose pods are never preempted, and so never get more than the quota. */
const lastingClasses: ReadonlySet<string> = new Set(["build", "inference"]);

/** From this value on KAI takes a PriorityClass for one that is never preempted. */
const lastingPriority = 100;

/** DYN-ORCH-003 to 006. */
export const queuesHoldGraphs: AcrossRule = ({ subjects, graphs }, options) => {
  const queues = new Map<string, KaiQueueView>();
  for (const subject of subjects) {
    const queue = kaiQueueOf(subject);
    if (queue !== undefined) queues.set(queue.name, queue);
  }
  const waiting = graphs.filter(({ relations }) => relations.queue !== undefined);
  if (queues.size === 0 && waiting.length === 0) return [];
  return [
    ...treeOf(queues),
    ...waiting.flatMap((graph) => placeOf(graph, queues)),
    ...roomOf(graphs, queues, subjects, options),
  ];
};

function say(
  subject: Subject,
  code: FindingCode,
  path: FieldPath,
  message: string,
  fix: string,
): Attached {
  return { subject, finding: finding(code, { object: subject.label, path }, message, fix) };
}

/** Parents that are there, above children that they can hold. */
function treeOf(queues: ReadonlyMap<string, KaiQueueView>): readonly Attached[] {
  const found: Attached[] = [];
  const children = new Map<string, KaiQueueView[]>();
  for (const queue of queues.values()) {
    const { subject, name, parent } = queue;
    if (parent === undefined) continue;
    const path = ["spec", "parentQueue"];
    if (isItsOwnAncestor(name, queues)) {
      const message = `the queue is its own ancestor, by way of ${show(parent)}`;
      found.push(say(subject, "DYN-ORCH-003", path, message, "Give the top queue no parentQueue."));
      continue;
    }
    // A queue that stands alone proves nothing: its parent may be in the cluster already.
    if (queues.size > 1 && !queues.has(parent) && !chartQueues.has(parent)) {
      const message = `the parent ${show(parent)} is not among the objects, and no chart makes it`;
      found.push(say(subject, "DYN-ORCH-003", path, message, `Add the queue ${parent}.`));
      continue;
    }
    children.set(parent, [...(children.get(parent) ?? []), queue]);
  }
  for (const [name, list] of children) {
    const parent = queues.get(name);
    if (parent === undefined) continue;
    const sum = list.reduce((total, { gpu }) => total + gpu.quota, 0);
    if (sum <= parent.gpu.quota) continue;
    const parts = list.map((child) => `${child.name} ${shown(child.gpu.quota)}`).join(", ");
    found.push(
      say(
        parent.subject,
        "DYN-ORCH-003",
        ["spec", "resources", "gpu", "quota"],
        `${list.length} queues below are promised ${shown(sum)} GPUs (${parts}), and this one has ${shown(parent.gpu.quota)}`,
        `Raise quota to ${sum === Number.POSITIVE_INFINITY ? "-1" : sum}, or lower that of the queues below.`,
      ),
    );
  }
  return found;
}

function shown(amount: number): string {
  return amount === Number.POSITIVE_INFINITY ? "without bound" : String(amount);
}

function isItsOwnAncestor(name: string, queues: ReadonlyMap<string, KaiQueueView>): boolean {
  const seen = new Set<string>();
  for (let at = queues.get(name)?.parent; at !== undefined; at = queues.get(at)?.parent) {
    if (at === name) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

const queuePath: FieldPath = ["metadata", "annotations", annotations.kaiQueue];

/** The queue of a graph is there, and has no queues below it. */
function placeOf(
  graph: GraphSubject,
  queues: ReadonlyMap<string, KaiQueueView>,
): readonly Attached[] {
  const name = graph.relations.queue;
  if (name === undefined) return [];
  const below = [
    ...[...queues.values()].filter(({ parent }) => parent === name).map((queue) => queue.name),
    ...[...chartQueues].flatMap(([child, parent]) => (parent === name ? [child] : [])),
  ];
  const [first] = below;
  if (first !== undefined) {
    const message = `queue ${name} has queues below it (${[...new Set(below)].join(", ")}), and KAI schedules from a queue without any only`;
    return [
      say(graph, "DYN-ORCH-004", queuePath, message, `Name a queue below it, such as ${first}.`),
    ];
  }
  // Without any queue among the objects they are made elsewhere.
  if (queues.size === 0 || queues.has(name) || chartQueues.has(name)) return [];
  const known = [...queues.keys()].filter(
    (each) => ![...queues.values()].some(({ parent }) => parent === each),
  );
  const message = `queue ${name} is not among the objects; there is ${known.join(", ")}`;
  return [
    say(
      graph,
      "DYN-ORCH-005",
      queuePath,
      message,
      `Name one of ${known.join(", ")}, or add the queue ${name}.`,
    ),
  ];
}

/** DYN-ORCH-006: the graphs of a queue against what it may have. */
function roomOf(
  graphs: readonly GraphSubject[],
  queues: ReadonlyMap<string, KaiQueueView>,
  subjects: readonly Subject[],
  { orchestrators }: CheckOptions,
): readonly Attached[] {
  if (queues.size === 0) return [];
  const kai = orchestrators?.includes("kai") === true;
  const lasting = lastingNames(subjects);
  const found: Attached[] = [];
  for (const queue of queues.values()) {
    const inside = graphs.filter((graph) => {
      const named = graph.relations.queue ?? (kai && graph.view.grove ? usualQueue : undefined);
      return named === queue.name;
    });
    const held = inside.filter(({ view }) => lasting.has(view.graph.spec?.priorityClassName ?? ""));
    const { limit, quota } = queue.gpu;
    const capped = tooMany(inside, Math.max(limit, quota)) !== undefined;
    const [these, bound, field] = capped
      ? ([inside, Math.max(limit, quota), "limit"] as const)
      : ([held, quota, "quota"] as const);
    const gpus = tooMany(these, bound);
    if (gpus === undefined) continue;
    const why = capped
      ? `the queue may have ${bound}`
      : `pods that are never preempted stay inside the quota of ${bound}`;
    const names = these.map(({ view }) => view.name).join(", ");
    found.push(
      say(
        queue.subject,
        "DYN-ORCH-006",
        ["spec", "resources", "gpu", field],
        `${these.length === 1 ? `graph ${names} asks` : `graphs ${names} ask`} for ${gpus} GPUs, and ${why}`,
        `Raise ${field} to ${gpus} or more, or run fewer replicas.`,
      ),
    );
  }
  return found;
}

/** GPUs of all replicas, when they are more than the bound; components that nobody can count do not. */
function tooMany(graphs: readonly GraphSubject[], bound: number): number | undefined {
  let gpus = 0;
  for (const { view } of graphs)
    for (const { replicas, nodes, gpusPerPod } of view.components)
      gpus += replicas * nodes * (gpusPerPod ?? 0);
  return gpus > bound ? gpus : undefined;
}

function lastingNames(subjects: readonly Subject[]): ReadonlySet<string> {
  const names = new Set(lastingClasses);
  for (const { kind, name, object } of subjects) {
    if (kind !== "PriorityClass" || name === undefined) continue;
    const value = at(object, "value");
    const apiVersion = text(at(object, "apiVersion")) ?? "";
    if (apiVersion.startsWith("scheduling.k8s.io/") && Number(value) >= lastingPriority)
      names.add(name);
  }
  return names;
}
