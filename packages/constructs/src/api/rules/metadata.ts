// SPDX-License-Identifier: Apache-2.0
/** @module Rules about metadata: names, and the annotations that steer the operator. */
import { annotations, isDnsSubdomain, nearest, parseVersion, show } from "../../facts/index.js";
import { findKind } from "../kinds.js";
import { type Problems, problem } from "../problem.js";
import { at, has, isPlaceholder, text } from "../reading.js";
import type { GraphView } from "./graph-view.js";

/** What holds for every object of the group. */
export function* objectRules(object: unknown): Problems {
  const kind = findKind(text(at(object, "apiVersion")) ?? "", text(at(object, "kind")) ?? "");
  if (kind?.deprecated === true)
    yield problem(
      "DYN-API-011",
      ["apiVersion"],
      `${kind.apiVersion} of ${kind.kind} is deprecated`,
      "Convert it to nvidia.com/v1beta1.",
    );
  const name = text(at(object, "metadata", "name"));
  if (name === undefined || name === "") {
    if (!has(object, "metadata", "generateName"))
      yield problem("DYN-API-012", ["metadata", "name"], "required, got nothing", "Set a name.");
  } else if (!isDnsSubdomain(name) && !isPlaceholder(name))
    yield problem(
      "DYN-API-012",
      ["metadata", "name"],
      `must be lower-case letters, digits, hyphens and dots, at most 253 characters, got ${show(name)} (${name.length})`,
      "Rename the object.",
    );
}

/** Values of the annotations on a graph that the admission webhook looks at. */
export function* annotationRules(graph: GraphView): Problems {
  const path = ["metadata", "annotations"];
  const read = (key: string) => text(at(graph.object, ...path, key));
  const origin = read(annotations.originVersion);
  if (origin !== undefined && parseVersion(origin) === undefined)
    yield problem(
      "DYN-API-028",
      [...path, annotations.originVersion],
      `must be MAJOR.MINOR.PATCH, got ${show(origin)}`,
      "Remove the annotation: the operator sets it.",
    );
  yield* executorRule(read(annotations.vllmExecutor), path);
  const strategy = read(annotations.groveUpdateStrategy);
  const strategies = ["RollingRecreate", "OnDelete"];
  if (strategy !== undefined && !strategies.includes(strategy))
    yield problem(
      "DYN-API-030",
      [...path, annotations.groveUpdateStrategy],
      `must be RollingRecreate or OnDelete, got ${show(strategy)}`,
      `Use ${nearest(strategy, strategies) ?? "RollingRecreate"}.`,
    );
  const mode = read(annotations.kubeDiscoveryMode);
  const modePath = [...path, annotations.kubeDiscoveryMode];
  if (mode !== undefined && mode !== "pod" && mode !== "container")
    yield problem(
      "DYN-API-031",
      modePath,
      `must be pod or container, got ${show(mode)}`,
      `Use ${nearest(mode, ["pod", "container"]) ?? "container"}.`,
    );
  const doubled = graph.components.find(
    ({ failover }) => failover.enabled && failover.mode === "IntraPod",
  );
  if (doubled !== undefined && mode !== "container")
    yield problem(
      "DYN-API-032",
      modePath,
      `must be container because ${show(doubled.name)} has a standby engine in the same pod, got ${show(mode)}`,
      `Set the annotation ${annotations.kubeDiscoveryMode} to container.`,
    );
}

/** The vLLM executor, which a graph and each of its pod templates may name. */
export function* executorRule(
  value: string | undefined,
  path: readonly (string | number)[],
): Problems {
  if (value === undefined || ["mp", "ray"].includes(value.toLowerCase())) return;
  yield problem(
    "DYN-API-029",
    [...path, annotations.vllmExecutor],
    `must be mp or ray, got ${show(value)}`,
    "Use mp, or remove the annotation.",
  );
}
