// SPDX-License-Identifier: Apache-2.0
/** @module A list of objects as rules between objects see it: indexed once, because fleets have thousands. */
import { type Autoscaler, autoscalerOf } from "../autoscaler.js";
import type { Relations } from "../relations.js";
import type { Subject } from "../subject.js";
import type { GraphView } from "../view.js";

/** A graph among the objects. */
export interface GraphSubject extends Subject {
  readonly relations: Relations;
  readonly view: GraphView;
}

/** The objects and how to find one. */
export interface Fleet {
  readonly subjects: readonly Subject[];
  readonly graphs: readonly GraphSubject[];
  readonly autoscalers: readonly Autoscaler[];
  /** The graphs of one Kubernetes namespace; an unknown namespace is one, too. */
  graphsIn(namespace: string | undefined): readonly GraphSubject[];
  /** The first object of that kind, namespace and name. */
  find(kind: string, namespace: string | undefined, name: string): Subject | undefined;
}

/** Indexes a list of objects. */
export function fleetOf(subjects: readonly Subject[]): Fleet {
  const graphs = subjects.filter(
    (subject): subject is GraphSubject => subject.relations !== undefined,
  );
  const byNamespace = new Map<string | undefined, GraphSubject[]>();
  for (const graph of graphs) {
    const known = byNamespace.get(graph.namespace);
    if (known === undefined) byNamespace.set(graph.namespace, [graph]);
    else known.push(graph);
  }
  const byName = new Map<string, Subject>();
  for (const subject of subjects) {
    const { kind, namespace, name } = subject;
    if (name === undefined) continue;
    const key = keyOf(kind, namespace, name);
    if (!byName.has(key)) byName.set(key, subject);
  }
  return {
    subjects,
    graphs,
    autoscalers: subjects.flatMap((subject) => autoscalerOf(subject) ?? []),
    graphsIn: (namespace) => byNamespace.get(namespace) ?? [],
    find: (kind, namespace, name) => byName.get(keyOf(kind, namespace, name)),
  };
}

/** One text for kind, namespace and name; none of them holds a line break. */
export function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}\n${namespace ?? ""}\n${name}`;
}
