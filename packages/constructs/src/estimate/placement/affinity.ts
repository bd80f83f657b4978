// SPDX-License-Identifier: Apache-2.0
/** @module Affinity, anti-affinity and topology constraints of a graph as rules between tasks. */
import type { LabelSelector, PodAffinityTerm, SelectorRequirement } from "../../api/index.js";
import { labels as operatorLabels, show } from "../../facts/index.js";
import type { Level, Rule } from "../packing/problem.js";
import type { Demand } from "./demand.js";
import { hasLabel, type Pool } from "./pool.js";

/** A pool in one zone. */
export interface Place {
  readonly pool: Pool;
  readonly zone: string;
}

/** Rules of all demands, and what of the graphs could not be turned into one. */
export interface Rules {
  readonly levels: readonly Level[];
  readonly rules: readonly Rule[];
  /** By demand: what its pods wait for in vain. */
  readonly stuck: ReadonlyMap<number, string>;
  readonly notes: readonly string[];
}

/** Collects levels and rules while the graphs are read. */
interface Draft {
  readonly demands: readonly Demand[];
  readonly places: readonly Place[];
  /** Demands by label and value, so that a selector looks at few of them. */
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
  readonly keys: string[];
  readonly levels: Level[];
  readonly rules: Rule[];
  readonly stuck: Map<number, string>;
  readonly notes: Set<string>;
}

/** Required affinity and topology constraints of the demands, over the places where pods can run. */
export function rulesOf(demands: readonly Demand[], places: readonly Place[]): Rules {
  const draft: Draft = {
    demands,
    places,
    byLabel: indexOf(demands),
    keys: [],
    levels: [],
    rules: [],
    stuck: new Map(),
    notes: new Set(),
  };
  for (const [task, { view }] of demands.entries()) {
    const { podAffinity, podAntiAffinity } = view.component.podTemplate?.spec?.affinity ?? {};
    for (const term of podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) {
      for (const other of matched(draft, task, term)) {
        draft.rules.push({
          kind: "apart",
          tasks: [task, other],
          level: levelOf(draft, term.topologyKey),
        });
      }
    }
    for (const term of podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) {
      addAffinity(draft, task, term);
    }
  }
  addConstraints(draft);
  findStuck(draft);
  return { levels: draft.levels, rules: draft.rules, stuck: draft.stuck, notes: [...draft.notes] };
}

function indexOf(demands: readonly Demand[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, { labels }] of demands.entries()) {
    for (const [key, values] of labels) {
      for (const value of values) {
        const entry = `${key}=${value}`;
        const list = index.get(entry);
        if (list === undefined) index.set(entry, [at]);
        else list.push(at);
      }
    }
  }
  return index;
}

function addAffinity(draft: Draft, task: number, term: PodAffinityTerm): void {
  const others = matched(draft, task, term);
  const unknown = others.length === 0 ? foreignKey(draft, term.labelSelector) : undefined;
  if (unknown !== undefined) {
    draft.notes.add(
      `pod affinity by ${unknown} is about pods that are not in these graphs; not considered`,
    );
    return;
  }
  draft.rules.push({ kind: "beside", task, others, level: levelOf(draft, term.topologyKey) });
}

/** A label that no pod of the graphs has, so that the term may mean somebody else's pods. */
function foreignKey({ demands }: Draft, selector: LabelSelector | undefined): string | undefined {
  const own = new Set<string>(Object.values(operatorLabels));
  for (const { labels } of demands) for (const key of labels.keys()) own.add(key);
  const asked = [
    ...Object.keys(selector?.matchLabels ?? {}),
    ...(selector?.matchExpressions ?? []).map(({ key }) => key),
  ];
  return asked.find((key) => !own.has(key));
}

/** The demands whose pods a term means, its own among them. */
function matched(draft: Draft, task: number, term: PodAffinityTerm): readonly number[] {
  const self = draft.demands[task];
  if (self === undefined || term.labelSelector === undefined) return [];
  const { namespaces, namespaceSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  return candidates(draft, term.labelSelector).flatMap((at) => {
    const other = draft.demands[at];
    if (other === undefined) return [];
    const { namespace } = other.graph;
    const here =
      namespaceSelector !== undefined ||
      (namespaces === undefined || namespaces.length === 0
        ? namespace === self.graph.namespace
        : namespaces.includes(namespace ?? ""));
    if (!here || !selects(term.labelSelector, other)) return [];
    const same = (key: string) => {
      const wanted = self.labels.get(key) ?? [];
      return (other.labels.get(key) ?? []).some((value) => wanted.includes(value));
    };
    return matchLabelKeys.every(same) && !mismatchLabelKeys.some(same) ? [at] : [];
  });
}

/** The demands among which a selector can find any: those with the rarest of its fixed labels. */
function candidates({ demands, byLabel }: Draft, selector: LabelSelector): readonly number[] {
  const lists = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => byLabel.get(`${key}=${value}`) ?? [],
  );
  const [rarest] = lists.toSorted((a, b) => a.length - b.length);
  return rarest ?? [...demands.keys()];
}

/** True when a selector means the pods of a demand. */
export function selects(selector: LabelSelector | undefined, { labels }: Demand): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels.get(key)?.includes(value) === true,
    ) && matchExpressions.every((requirement) => meets(requirement, labels.get(requirement.key)))
  );
}

function meets(
  { operator, values = [] }: SelectorRequirement,
  own: readonly string[] | undefined,
): boolean {
  const found = own?.some((value) => values.includes(value)) === true;
  switch (operator) {
    case "In":
      return found;
    case "NotIn":
      return !found;
    case "Exists":
      return own !== undefined;
    case "DoesNotExist":
      return own === undefined;
    default:
      return false;
  }
}

/** The level of a topology key; a node without the label is in no domain. */
function levelOf(draft: Draft, key: string): number {
  const known = draft.keys.indexOf(key);
  if (known !== -1) return known;
  draft.keys.push(key);
  return draft.levels.push(newLevel(draft, key)) - 1;
}

function newLevel({ places }: Draft, key: string): Level {
  if (key === "kubernetes.io/hostname") return "host";
  if (key === "nvidia.com/gpu.clique") return "block";
  const names: string[] = [];
  return places.map(({ pool, zone }) => {
    // Zones without a name are still zones.
    const value = key === zoneKey ? zone : labelValue(pool, zone, key);
    if (value === undefined) return -1;
    const at = names.indexOf(value);
    return at === -1 ? names.push(value) - 1 : at;
  });
}

const zoneKey = "topology.kubernetes.io/zone";

/** The value of a label, where one machine type or the pool fixes it. */
function labelValue(pool: Pool, zone: string, key: string): string | undefined {
  const own = pool.labels?.[key];
  if (own !== undefined) return own;
  const candidates = [pool.machine.type, pool.machine.arch, zone, "linux", "true"];
  return candidates.find((value) => value !== "" && hasLabel(pool, zone, key, [value]) === true);
}

/** Topology constraints of Grove: of whole graphs, and of single-node components. */
function addConstraints(draft: Draft): void {
  const byGraph = new Map<unknown, number[]>();
  for (const [task, { graph, view, pods }] of draft.demands.entries()) {
    byGraph.set(graph, [...(byGraph.get(graph) ?? []), task]);
    const domain = view.component.topologyConstraint?.packDomain;
    if (domain !== undefined && pods === 1) addBond(draft, [task], domain);
  }
  for (const tasks of byGraph.values()) {
    const domain = draft.demands[tasks[0] ?? -1]?.graph.graph.spec?.topologyConstraint?.packDomain;
    if (domain !== undefined) addBond(draft, tasks, domain);
  }
}

function addBond(draft: Draft, tasks: readonly number[], domain: string): void {
  const key = packKey(domain, draft.places);
  if (key === undefined) {
    draft.notes.add(`topology domain ${show(domain)} is not known of these pools; not considered`);
    return;
  }
  draft.rules.push({ kind: "bond", tasks, level: levelOf(draft, key) });
}

/** The node label behind a usual name of a topology domain; undefined when the pools do not tell. */
function packKey(domain: string, places: readonly Place[]): string | undefined {
  if (domain === "zone") return zoneKey;
  if (domain === "host" || domain === "node" || domain === "hostname")
    return "kubernetes.io/hostname";
  const racks = places.every(({ pool }) => (pool.blockMachines ?? pool.machine.nvlinkMachines) > 1);
  return racks && /^(rack|block|nvlink|clique|nvl)/.test(domain)
    ? "nvidia.com/gpu.clique"
    : undefined;
}

/** What the pods of one multi-node replica share. */
export function groupLevel(
  { view, claims }: Demand,
  places: readonly Place[],
): "zone" | "block" | "host" {
  const domain = view.component.topologyConstraint?.packDomain;
  const key = domain === undefined ? undefined : packKey(domain, places);
  if (key === "kubernetes.io/hostname") return "host";
  return claims || key === "nvidia.com/gpu.clique" ? "block" : "zone";
}

/** Demands whose pods wait for pods that themselves never start. */
function findStuck(draft: Draft): void {
  const waitsFor: (readonly number[])[][] = draft.demands.map(() => []);
  for (const rule of draft.rules)
    if (rule.kind === "beside") waitsFor[rule.task]?.push(rule.others);
  const startable = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [task, lists] of waitsFor.entries()) {
      if (startable.has(task)) continue;
      if (!lists.every((others) => others.some((other) => other === task || startable.has(other))))
        continue;
      startable.add(task);
      grown = true;
    }
  }
  for (const [task, demand] of draft.demands.entries()) {
    if (startable.has(task)) continue;
    const waits = waitsFor[task]?.flat() ?? [];
    const names = [...new Set(waits.map((other) => draft.demands[other]?.view.name))].join(", ");
    draft.stuck.set(
      task,
      names === ""
        ? `${demand.view.name} starts only beside pods that its affinity selects, and no pod of these graphs is selected`
        : `${demand.view.name} starts only beside ${names}, which cannot start before it either`,
    );
  }
}
