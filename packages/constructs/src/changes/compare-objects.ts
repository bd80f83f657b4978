// SPDX-License-Identifier: Apache-2.0
/** @module Two revisions of a set of manifests: what changes, what that does, what it costs, what it opens. */
import {
  authored,
  type DynamoGraphDeployment,
  type Fields,
  withoutCarriers,
} from "../api/index.js";
import {
  type CheckOptions,
  createMasks,
  type GraphView,
  type Masks,
  readGraph,
} from "../checks/index.js";
import { type Pool, writtenScales } from "../estimate/index.js";
import type { PriceOverrides } from "../facts/index.js";
import { type CostChange, costChange } from "./costs.js";
import {
  type Consequence,
  consequencesOf,
  consequencesOfDeletion,
  type Effect,
  hardest,
} from "./effects/index.js";
import { type FieldChange, fieldChanges } from "./fields.js";
import { type FindingChanges, findingChanges } from "./findings.js";
import { compareGraphs, type GraphChange } from "./graphs.js";
import { type Identity, identityOf, type Pair, pairObjects } from "./identity.js";
import { type SecurityChange, securityChanges } from "./security/index.js";
import { writerOf } from "./writers.js";

/** What became of one object. Secrets in it are marked. */
export interface ObjectChange extends Pair {
  readonly identity: Identity;
  readonly change: "created" | "deleted" | "changed" | "renamed";
  /** Its old identity when it was renamed or moved to another namespace. */
  readonly renamedFrom: Identity | undefined;
  /** The hardest of its consequences; a new object does nothing to what is running. */
  readonly effect: Effect;
  readonly consequences: readonly Consequence[];
  readonly fields: readonly FieldChange[];
  /** Graph terms, for a graph that can be read. */
  readonly graph: GraphChange | undefined;
  readonly security: readonly SecurityChange[];
}

/** Everything that a change of manifests does. */
export interface Changes {
  readonly objects: readonly ObjectChange[];
  readonly findings: FindingChanges;
  readonly cost: CostChange;
  /** Objects that are the same. */
  readonly unchanged: number;
}

/** Machines at both revisions. */
export type PoolsOfSides =
  | readonly Pool[]
  | { readonly before: readonly Pool[]; readonly after: readonly Pool[] };

/** What is known around the manifests. */
export interface CompareOptions {
  /** The cluster that they are for. @default - nothing; rules that need it stay silent, and graphs run on Grove */
  readonly cluster?: CheckOptions | undefined;
  /** Machines, the same at both revisions or not. @default - provisioners among the objects, else what graphs select */
  readonly pools?: PoolsOfSides | undefined;
  readonly prices?: PriceOverrides | undefined;
  /** Marks of secrets, to share them between several comparisons. @default - new ones */
  readonly masks?: Masks | undefined;
}

/** Compares two revisions. Secrets never leave it: values are marked, findings and fields are cleaned. */
export function compareObjects(
  before: readonly Fields[],
  after: readonly Fields[],
  options: CompareOptions = {},
): Changes {
  const { cluster = {}, pools = [], prices, masks = createMasks() } = options;
  const masked = (objects: readonly Fields[]) =>
    objects.map((object) => masks.mask(authored(object)) as Fields);
  const sides = { before: masked(before), after: masked(after) };
  const grove = cluster.orchestrators?.includes("grove") ?? true;
  const view = (object: Fields | undefined) => graphView(object, cluster);
  const scaled = (objects: readonly Fields[]) => {
    const graphs = objects.flatMap((object) => view(object) ?? []);
    return { graphs, written: writtenScales(graphs, objects) };
  };
  const scales = { before: scaled(sides.before), after: scaled(sides.after) };

  const pairs = pairObjects(sides.before, sides.after);
  const objects = pairs.flatMap((pair): readonly ObjectChange[] => {
    const fields = fieldChanges(pair.before, pair.after);
    if (fields.length === 0) return [];
    const graphs = { before: view(pair.before), after: view(pair.after) };
    const readable = graphs.before !== undefined || graphs.after !== undefined;
    return [
      objectChange(pair, fields, {
        graphs,
        grove,
        objects: sides.after,
        graph: readable
          ? compareGraphs(graphs.before, graphs.after, {
              before: (graph, one) => writerOf(scales.before.written, graph, one),
              after: (graph, one) => writerOf(scales.after.written, graph, one),
            })
          : undefined,
      }),
    ];
  });
  const priced = (side: "before" | "after") => {
    const { graphs, written } = scales[side];
    return {
      graphs,
      objects: sides[side],
      pools: "before" in pools ? pools[side] : pools,
      scales: written.scales,
    };
  };
  const findings = findingChanges(before, after, cluster);
  return {
    objects,
    findings: cleaned(findings, masks),
    cost: costChange(priced("before"), priced("after"), prices),
    unchanged: pairs.length - objects.length,
  };
}

interface Parts {
  readonly graphs: {
    readonly before: GraphView | undefined;
    readonly after: GraphView | undefined;
  };
  readonly graph: GraphChange | undefined;
  readonly objects: readonly Fields[];
  readonly grove: boolean;
}

function objectChange(
  pair: Pair,
  fields: readonly FieldChange[],
  { graphs, graph, objects, grove }: Parts,
): ObjectChange {
  const { before, after } = pair;
  const was = before === undefined ? undefined : identityOf(before);
  const is = after === undefined ? undefined : identityOf(after);
  const identity = is ?? was ?? identityOf({});
  const moved =
    was !== undefined &&
    is !== undefined &&
    (was.name !== is.name || was.namespace !== is.namespace);
  const consequences =
    before === undefined
      ? []
      : after === undefined
        ? consequencesOfDeletion(identity, before)
        : moved
          ? [beganAnew(was, before)]
          : consequencesOf(pair, identity, {
              objects,
              grove,
              graphs: bothOf(graphs),
            });
  return {
    ...pair,
    identity,
    change:
      before === undefined
        ? "created"
        : after === undefined
          ? "deleted"
          : moved
            ? "renamed"
            : "changed",
    renamedFrom: moved ? was : undefined,
    effect: hardest([
      ...(before === undefined ? [] : (["update"] as const)),
      ...consequences.map(({ effect }) => effect),
    ]),
    consequences,
    fields,
    graph,
    security: securityChanges({
      before: graphs.before === undefined ? before : underNewNames(graphs.before.graph, graph),
      after: graphs.after === undefined ? after : asFields(graphs.after.graph),
    }),
  };
}

/** An object of another name is another object. */
function beganAnew(was: Identity, before: Fields): Consequence {
  const [loss] = consequencesOfDeletion(was, before);
  return {
    effect: "replace",
    what: was.kind,
    path: ["metadata", "name"],
    why: "an object cannot be renamed or moved: the new one is created and the old one deleted",
    loses: loss?.loses,
  };
}

function bothOf({ before, after }: Parts["graphs"]) {
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** A renamed component is compared with what it was. */
function underNewNames(
  { spec, ...rest }: DynamoGraphDeployment,
  change: GraphChange | undefined,
): Fields {
  const components = spec?.components?.map((component) => {
    const renamed = change?.components.find(({ renamedFrom }) => renamedFrom === component.name);
    return renamed === undefined ? component : { ...component, name: renamed.name };
  });
  return { ...rest, spec: { ...spec, components } };
}

function asFields(graph: DynamoGraphDeployment): Fields {
  return graph as unknown as Fields;
}

/** A graph in either version, without what the operator's conversion adds. */
function graphView(object: Fields | undefined, cluster: CheckOptions): GraphView | undefined {
  const view = readGraph(object, cluster)?.view;
  if (view === undefined) return undefined;
  return { ...view, graph: withoutCarriers(asFields(view.graph)) as typeof view.graph & Fields };
}

function cleaned({ added, fixed, waived, kept }: FindingChanges, masks: Masks): FindingChanges {
  const clean = (list: FindingChanges["added"]) =>
    list.map((found) => ({
      ...found,
      message: masks.clean(found.message),
      fix: masks.clean(found.fix),
    }));
  return { added: clean(added), fixed: clean(fixed), waived: clean(waived), kept };
}
