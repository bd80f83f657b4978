// SPDX-License-Identifier: Apache-2.0
/** @module Whether two objects mean the same, and where they do not. */
import {
  authored,
  type DynamoGraphDeployment,
  type Fields,
  findKind,
  isFields,
  type V1alpha1GraphDeployment,
  withoutCarriers,
} from "../../api/index.js";
import { type Difference, differences, graphMeaning } from "../../changes/index.js";
import { type FieldPath, formatPath } from "../../facts/index.js";
import { alphaParts } from "./alpha.js";
import { type Separated, type Stray, separate, valueAt } from "./strays.js";

/**
 * Where two objects mean something different. For a graph, spelling does not count; nor do, for any
 * object, its status and what the API server writes. Paths name components and containers.
 */
export function compare(original: unknown, rebuilt: unknown): readonly Difference[] {
  const [before, after] = [original, rebuilt].map((object) =>
    authored(isFields(object) ? object : {}),
  ) as [Fields, Fields];
  const [left, right] = [parts(before), parts(after)];
  if (left === undefined || right === undefined)
    return differences(withoutCarriers(before), withoutCarriers(after));
  return [
    ...differences(before.apiVersion, after.apiVersion, ["apiVersion"]),
    ...differences(graphMeaning(left.graph), graphMeaning(right.graph)),
    ...differences(left.rest, right.rest, ["spec"]),
    ...strayDifferences(
      straysByPath(before, left.separated.strays),
      straysByPath(after, right.separated.strays),
    ),
  ];
}

interface Parts {
  readonly graph: DynamoGraphDeployment;
  /** What only v1alpha1 says. */
  readonly rest: unknown;
  readonly separated: Separated;
}

/** The parts of a graph; undefined for every other kind and for a graph that none can be read of. */
function parts(object: Fields): Parts | undefined {
  if (object.kind !== "DynamoGraphDeployment") return undefined;
  const kind = findKind(String(object.apiVersion), "DynamoGraphDeployment");
  const separated = kind && separate(object, kind.schema);
  if (kind === undefined || separated === undefined) return undefined;
  const typed: unknown = separated.typed;
  if (kind.apiVersion === "nvidia.com/v1beta1") {
    const graph = withoutCarriers(separated.typed) as unknown as DynamoGraphDeployment;
    return { graph, rest: {}, separated };
  }
  const { beta, rest } = alphaParts(typed as V1alpha1GraphDeployment);
  return { graph: beta, rest: rest ?? {}, separated };
}

type StraysByPath = ReadonlyMap<string, Stray>;

function straysByPath(object: Fields, strays: readonly Stray[]): StraysByPath {
  return new Map(
    strays.map(({ path, value }) => {
      const names = namedPath(object, path);
      return [formatPath(names), { path: names, value }];
    }),
  );
}

function strayDifferences(before: StraysByPath, after: StraysByPath): readonly Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    return differences(one?.value, other?.value, (one ?? other)?.path ?? []);
  });
}

/** The path with the names of components and containers in place of their numbers. */
function namedPath(object: Fields, path: FieldPath): FieldPath {
  return path.map((step, index) => {
    const list = path[index - 1];
    if (typeof step !== "number" || (list !== "components" && list !== "containers")) return step;
    const name = valueAt(object, [...path.slice(0, index + 1), "name"]);
    return typeof name === "string" ? name : step;
  });
}
