// SPDX-License-Identifier: Apache-2.0
/** @module Changes of a graph, or of one component deployment, that the API refuses. */
import { isDeepStrictEqual } from "node:util";
import { parseImage, show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, isPlaceholder } from "../reading.js";
import { tellsRelease } from "./component.js";
import type { ComponentView } from "./component-view.js";
import { deploymentView, type GraphView, graphView, type RuleContext } from "./graph-view.js";

const replace = "Keep the old value, or delete the graph and create it anew.";

/** What may not change in a graph. */
export function* graphChanges(before: unknown, after: unknown, context: RuleContext): Problems {
  const was = graphView(before, context);
  const is = graphView(after, context);
  yield* names(was, is);
  yield* settings(was, is);
  for (const component of is.components) {
    const old = was.components.find(({ name }) => name === component.name);
    if (old !== undefined) yield* componentChanges(old, component, is);
  }
}

/** What may not change in a component deployment. */
export function* deploymentChanges(
  before: unknown,
  after: unknown,
  context: RuleContext,
): Problems {
  const was = deploymentView(before, context);
  const is = deploymentView(after, context);
  const [old] = was.components;
  const [component] = is.components;
  if (old !== undefined && component !== undefined)
    yield* componentChanges(old, component, { grove: false, judged: false });
}

function* names(was: GraphView, is: GraphView): Problems {
  const before = was.components.map(({ name }) => name);
  const after = is.components.map(({ name }) => name);
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  if (added.length + removed.length === 0) return;
  const changes = [...added.map((name) => `+${name}`), ...removed.map((name) => `-${name}`)];
  yield problem(
    "DYN-API-120",
    is.componentsPath,
    `${before.length} components became ${after.length}: ${changes.join(", ")}`,
    "Keep the names (0 replicas park a component), or delete the graph and create it anew.",
  );
}

function* settings(was: GraphView, is: GraphView): Problems {
  const backend = (graph: GraphView) => at(graph.spec, "backendFramework");
  if (backend(was) !== backend(is))
    yield problem(
      "DYN-API-121",
      ["spec", "backendFramework"],
      `was ${show(backend(was))}, got ${show(backend(is))}`,
      replace,
    );
  const topology = ({ spec }: GraphView) => {
    const constraint = at(spec, "topologyConstraint");
    return [
      at(constraint, "clusterTopologyName") ?? at(constraint, "topologyProfile"),
      at(constraint, "packDomain"),
    ];
  };
  if (!isDeepStrictEqual(topology(was), topology(is)))
    yield problem(
      "DYN-API-122",
      ["spec", "topologyConstraint"],
      `topology and pack domain were ${topology(was).map(show).join(" and ")}, got ${topology(is).map(show).join(" and ")}`,
      replace,
    );
  const transfer = ({ spec }: GraphView) => {
    const policy = at(spec, "experimental", "kvTransferPolicy");
    if (policy === undefined) return undefined;
    return ["labelKey", "clusterTopologyName", "domain", "enforcement", "preferredWeight"].map(
      (field) => at(policy, field) ?? (field === "enforcement" ? "required" : undefined),
    );
  };
  if (!isDeepStrictEqual(transfer(was), transfer(is)))
    yield problem(
      "DYN-API-123",
      ["spec", "experimental", "kvTransferPolicy"],
      `was ${printed(transfer(was))}, got ${printed(transfer(is))}`,
      replace,
    );
  const phase = at(was.object, "status", "rollingUpdate", "phase");
  const restart = (graph: GraphView) => at(graph.spec, "restart", "id");
  if ((phase === "Pending" || phase === "InProgress") && restart(was) !== restart(is))
    yield problem(
      "DYN-API-128",
      ["spec", "restart", "id"],
      `was ${show(restart(was))}, got ${show(restart(is))} while a rolling update is ${phase}`,
      "Wait until the rolling update is completed.",
    );
}

function printed(values: readonly unknown[] | undefined): string {
  const given = values?.filter((value) => value !== undefined).map(show);
  return given?.join(" ") ?? "nothing";
}

/** `judged` is false for a component deployment, whose image tag nobody looks at. */
function* componentChanges(
  was: ComponentView,
  is: ComponentView,
  { grove, judged = true }: { readonly grove: boolean; readonly judged?: boolean },
): Problems {
  const packDomain = ({ raw }: ComponentView) => at(raw, "topologyConstraint", "packDomain");
  if (packDomain(was) !== packDomain(is))
    yield problem(
      "DYN-API-122",
      [...is.path, "topologyConstraint"],
      `pack domain was ${show(packDomain(was))}, got ${show(packDomain(is))}`,
      replace,
    );
  if ((was.nodeCount.value === undefined) !== (is.nodeCount.value === undefined))
    yield problem(
      "DYN-API-124",
      is.nodeCount.path,
      `nodes per replica were ${was.nodeCount.value ?? 1}, got ${is.nodeCount.value ?? 1}`,
      replace,
    );
  const least = ({ minAvailable }: ComponentView) => minAvailable.value ?? (grove ? 1 : undefined);
  if (least(was) !== undefined && least(was) !== least(is))
    yield problem(
      "DYN-API-125",
      is.minAvailable.path,
      `was ${least(was)}${was.minAvailable.value === undefined ? " (set by the webhook)" : ""}, got ${show(least(is))}`,
      replace,
    );
  yield* gpuMemoryChanges(was, is);
  yield* scalingChanges(was, is);
  yield* imageChanges(was, is, judged);
}

function* gpuMemoryChanges(was: ComponentView, is: ComponentView): Problems {
  const between = (setting: ComponentView["gms"] | ComponentView["failover"]) =>
    setting.enabled && setting.mode === "InterPod";
  for (const part of ["gms", "failover"] as const)
    if (between(was[part]) !== between(is[part]))
      yield problem(
        "DYN-API-126",
        is[part].path,
        `${part === "gms" ? "GPU memory service" : "failover"} between pods was ${between(was[part]) ? "on" : "off"}, got ${between(is[part]) ? "on" : "off"}`,
        replace,
      );
  if (was.failover.enabled && is.failover.enabled && was.failover.shadows !== is.failover.shadows)
    yield problem(
      "DYN-API-126",
      [...is.failover.path, "numShadows"],
      `was ${was.failover.shadows}, got ${is.failover.shadows}`,
      replace,
    );
}

function* scalingChanges(was: ComponentView, is: ComponentView): Problems {
  if (!was.adapter && !is.adapter) return;
  const before = was.replicas.value ?? 1;
  if (is.replicas.value === undefined || is.replicas.value === before) return;
  yield problem(
    "DYN-API-127",
    is.replicas.path,
    `was ${before}, got ${is.replicas.value}, but ${show(is.name)} has a scaling adapter`,
    "Leave replicas out and apply server-side; scale the adapter instead.",
  );
}

function* imageChanges(was: ComponentView, is: ComponentView, judged: boolean): Problems {
  const before = was.image.value ?? "";
  const after = is.image.value ?? "";
  if (before !== "" && after === "") {
    yield problem(
      "DYN-API-129",
      is.image.path,
      `was ${show(before)}, got nothing`,
      "Set the image.",
    );
    return;
  }
  if (!judged) return;
  const told = (component: ComponentView) => (component.runtimeVersion.value ?? "") !== "";
  const changed = before !== after || (told(was) && !told(is));
  if (after === "" || !changed || told(is) || isPlaceholder(after) || tellsRelease(after)) return;
  yield problem(
    "DYN-API-129",
    is.image.path,
    `was ${show(before)}, got tag ${show(parseImage(after).tag)}, which is not MAJOR.MINOR.PATCH`,
    "Use a tag with the release, or set runtimeVersionOverride.",
  );
}
