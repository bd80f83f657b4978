// SPDX-License-Identifier: Apache-2.0
/** @module Findings about graphs on pools. */
import type { GraphView } from "../../checks/index.js";
import { type Finding, type FindingCode, finding } from "../../facts/index.js";
import type { Reason } from "./explain.js";
import { type Placement, type PlacementOptions, placeGraphs } from "./placement.js";
import { gpuResource, type Pool } from "./pool.js";

/** What is wrong with a placement of the graphs at maximum scale, and with the pools themselves. */
export function checkPlacement(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: PlacementOptions = {},
): readonly Finding[] {
  const wrong = pools.flatMap(checkPool);
  if (wrong.some(({ code }) => code === "DYN-PLACE-015")) return wrong;
  return [...wrong, ...placementFindings(placeGraphs(graphs, pools, options), graphs)];
}

/** DYN-PLACE-014, 015: limits of a pool, and how its machines can be had. */
export function checkPool(pool: Pool): readonly Finding[] {
  const { name, machine, min = 0, max, capacity = "on-demand" } = pool;
  const found: Finding[] = [];
  const object = `Pool/${name}`;
  const whole = [min, max].every((limit) => Number.isInteger(limit) && limit >= 0);
  if (!whole || min > max) {
    const message = `keeps ${min} to ${max} machines; both must be whole numbers of 0 or more, the minimum at most the maximum`;
    const at = { object, path: [min > max && whole ? "min" : "max"] };
    found.push(finding("DYN-PLACE-015", at, message, "Set min and max so that 0 ≤ min ≤ max."));
  }
  const { capacities } = machine;
  if (capacities !== undefined && !capacities.includes(capacity)) {
    const message = `${machine.type} is not offered as ${capacity}; it is offered as ${capacities.join(", ")}`;
    const fix = `Set the capacity to ${capacities[0]}, or choose another machine type.`;
    found.push(finding("DYN-PLACE-014", { object, path: ["capacity"] }, message, fix));
  }
  return found;
}

/** DYN-PLACE-010 to 013, 016, 017: why a placement failed or may not come about, and what it assumed. */
export function placementFindings(
  placement: Placement,
  graphs: readonly GraphView[],
): readonly Finding[] {
  const [first] = graphs;
  const notes = placement.notes.map((note) =>
    finding(
      "DYN-PLACE-016",
      { object: first?.object ?? "DynamoGraphDeployment", path: ["spec"] },
      note,
      "Check that this holds in your cluster.",
    ),
  );
  return [...placement.reasons, ...placement.risks].map(ofReason).concat(notes);
}

const codeOf: Readonly<Record<Reason["kind"], FindingCode>> = {
  pod: "DYN-PLACE-010",
  machines: "DYN-PLACE-011",
  undecided: "DYN-PLACE-012",
  affinity: "DYN-PLACE-013",
  spread: "DYN-PLACE-017",
};

function ofReason({ kind, demand, message, fix }: Reason): Finding {
  const { graph, view } = demand;
  const path =
    kind === "affinity" || kind === "spread"
      ? [...view.path, "podTemplate", "spec", "affinity", "podAffinity"]
      : kind === "pod" && (demand.needs[gpuResource] ?? 0) > 0
        ? [...view.mainPath, "resources"]
        : view.path;
  return finding(codeOf[kind], { object: graph.object, path }, message, fix);
}
