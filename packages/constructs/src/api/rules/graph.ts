// SPDX-License-Identifier: Apache-2.0
/** @module Rules about a graph as a whole: components, restart, topology, KV transfer, volume claims. */
import { type FieldPath, nearest, show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, count, has, items, text } from "../reading.js";
import type { GraphView } from "./graph-view.js";

/** Rules that only a graph can break. */
export function* graphRules(graph: GraphView): Problems {
  yield* componentSet(graph);
  if (has(graph.spec, "restart")) yield* restart(graph);
  if (!graph.grove) yield* groveOnly(graph);
  yield* topology(graph);
  const policy = at(graph.spec, "experimental", "kvTransferPolicy");
  if (policy !== undefined) yield* kvTransfer(policy);
  if (graph.version === "v1alpha1") yield* volumeClaims(graph);
}

function* componentSet(graph: GraphView): Problems {
  if (graph.components.length === 0)
    yield problem(
      "DYN-API-020",
      graph.componentsPath,
      "must have at least 1 component, has 0",
      "Add a component.",
    );
  const seen = new Map<string, string>();
  for (const { name, path } of graph.components) {
    const first = seen.get(name.toLowerCase());
    if (first !== undefined && first !== name)
      yield problem(
        "DYN-API-022",
        graph.version === "v1beta1" ? [...path, "name"] : path,
        `${show(name)} and ${show(first)} differ only in case`,
        "Rename one of the two.",
      );
    else seen.set(name.toLowerCase(), name);
    if (graph.version === "v1alpha1" && !/^[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/.test(name))
      yield problem(
        "DYN-API-021",
        path,
        `must be 1 to 63 letters, digits and inner hyphens, got ${show(name)}`,
        "Rename the service.",
      );
  }
  const pickers = graph.components.filter(({ type }) => type.value === "epp");
  for (const extra of pickers.slice(1))
    yield problem(
      "DYN-API-023",
      extra.type.path,
      `at most 1 component may be of type epp, there are ${pickers.length}: ${pickers.map(({ name }) => name).join(", ")}`,
      `Remove ${extra.name}, or give it another type.`,
    );
}

function* restart(graph: GraphView): Problems {
  const path = ["spec", "restart"];
  if (graph.creating)
    yield problem(
      "DYN-API-024",
      path,
      `refused when the graph is created, got id ${show(at(graph.spec, "restart", "id"))}`,
      "Leave spec.restart out of the first apply, and set it afterwards.",
    );
  const orderPath = [...path, "strategy", "order"];
  const order = items(at(graph.spec, "restart", "strategy", "order")).filter(
    (name) => typeof name === "string",
  );
  if (order.length === 0) return;
  if (at(graph.spec, "restart", "strategy", "type") === "Parallel") {
    yield problem(
      "DYN-API-033",
      orderPath,
      `has ${order.length} entries, but Parallel restarts all components at once`,
      "Remove order, or use type Sequential.",
    );
    return;
  }
  const names = graph.components.map(({ name }) => name);
  for (const [index, name] of order.entries()) {
    const at0 = [...orderPath, index];
    if (order.indexOf(name) !== index)
      yield problem("DYN-API-033", at0, `names ${show(name)} twice`, "Remove one of the two.");
    else if (!names.includes(name)) {
      const close = nearest(name, names);
      yield problem(
        "DYN-API-033",
        at0,
        `no component is named ${show(name)}; the graph has ${names.join(", ")}`,
        close === undefined ? `Remove ${name}.` : `Write ${close}.`,
      );
    }
  }
  const missing = names.filter((name) => !order.includes(name));
  if (missing.length > 0)
    yield problem(
      "DYN-API-033",
      orderPath,
      `lists ${names.length - missing.length} of ${names.length} components; ${missing.join(", ")} is missing`,
      `Add ${missing.join(", ")}.`,
    );
}

/** What the admission webhook takes only when Grove runs the graph. */
function* groveOnly(graph: GraphView): Problems {
  const uses: (readonly [string, FieldPath])[] = [];
  if ((text(at(graph.spec, "priorityClassName")) ?? "") !== "")
    uses.push(["priorityClassName", ["spec", "priorityClassName"]]);
  const policy = ["experimental", "kvTransferPolicy", "clusterTopologyName"];
  if (has(graph.spec, ...policy)) uses.push(["clusterTopologyName", ["spec", ...policy]]);
  for (const { minAvailable, gms } of graph.components) {
    if (minAvailable.value !== undefined) uses.push(["minAvailable", minAvailable.path]);
    if (gms.enabled && gms.mode === "InterPod")
      uses.push(["inter-pod GPU memory service", [...gms.path, "mode"]]);
  }
  for (const [what, path] of uses)
    yield problem(
      "DYN-API-025",
      path,
      `${what} needs Grove, and this graph does not run on it`,
      'Remove it, or remove the annotation nvidia.com/enable-grove: "false" on a cluster with Grove.',
    );
}

function* topology(graph: GraphView): Problems {
  const own = at(graph.spec, "topologyConstraint");
  for (const component of graph.components) {
    const constraint = at(component.raw, "topologyConstraint");
    if (constraint !== undefined && own === undefined)
      yield problem(
        "DYN-API-034",
        [...component.path, "topologyConstraint"],
        "the component names a pack domain, but the graph names no topology",
        "Set spec.topologyConstraint as well.",
      );
    if (own !== undefined && !has(own, "packDomain") && !has(constraint, "packDomain"))
      yield problem(
        "DYN-API-034",
        component.path,
        `neither the graph nor ${show(component.name)} has a packDomain`,
        "Set spec.topologyConstraint.packDomain, or one per component.",
      );
  }
}

function* kvTransfer(policy: unknown): Problems {
  const path = ["spec", "experimental", "kvTransferPolicy"];
  const given = ["labelKey", "clusterTopologyName"].filter((field) => has(policy, field));
  if (given.length !== 1)
    yield problem(
      "DYN-API-035",
      path,
      `exactly one of labelKey and clusterTopologyName is needed, got ${given.length === 0 ? "none" : "both"}`,
      given.length === 0 ? "Set labelKey." : "Remove one of the two.",
    );
  const enforcement = text(at(policy, "enforcement")) ?? "required";
  const weight = count(at(policy, "preferredWeight"));
  if (enforcement === "preferred" && weight === undefined)
    yield problem(
      "DYN-API-036",
      path,
      "enforcement is preferred, but preferredWeight is not set",
      "Set preferredWeight to a number from 0 to 1.",
    );
  if (enforcement !== "preferred" && weight !== undefined)
    yield problem(
      "DYN-API-036",
      [...path, "preferredWeight"],
      `is ${weight}, but enforcement is ${show(enforcement)}`,
      "Set enforcement to preferred, or remove preferredWeight.",
    );
  const [prefix = "", ...rest] = (text(at(policy, "labelKey")) ?? "").split("/");
  if (rest.length > 0 && prefix.length > 253)
    yield problem(
      "DYN-API-037",
      [...path, "labelKey"],
      `the part before the slash must have at most 253 characters, has ${prefix.length}`,
      "Use a shorter label key.",
    );
}

function* volumeClaims(graph: GraphView): Problems {
  for (const [index, claim] of items(at(graph.spec, "pvcs")).entries()) {
    const path = ["spec", "pvcs", index];
    if (at(claim, "name") === "")
      yield problem(
        "DYN-API-038",
        [...path, "name"],
        'must not be "", the empty text',
        "Set a name.",
      );
    if (at(claim, "create") !== true) continue;
    const missing = ["size", "storageClass", "volumeAccessMode"].filter(
      (field) => !has(claim, field),
    );
    if (missing.length > 0)
      yield problem(
        "DYN-API-038",
        path,
        `create is true, but ${missing.join(", ")} of 3 needed fields ${missing.length === 1 ? "is" : "are"} missing`,
        `Set ${missing.join(", ")}, or create the claim yourself and remove create.`,
      );
  }
}
