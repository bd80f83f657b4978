// SPDX-License-Identifier: Apache-2.0
/** @module What of a graph cannot run on one machine without Kubernetes. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import type { FieldPath } from "../../facts/index.js";
import type { Report } from "../report.js";

/** Reports what is refused and what is left out, and returns the components that stay. */
export function runnableComponents(graph: GraphView, report: Report): readonly ComponentView[] {
  for (const view of graph.components) refuse(view, report);
  leaveTopology(graph, report);
  const staying = graph.components.filter((view) => view.role !== "planner");
  for (const view of graph.components) {
    if (view.role === "planner")
      report(
        "DYN-CMP-012",
        view.path,
        `${view.name} is not in the Compose file`,
        "Set the replicas of the other components by hand.",
      );
  }
  const served = staying.some(
    (view) => view.role === "frontend" || view.component.frontendSidecar !== undefined,
  );
  const at: FieldPath = ["spec", "components"];
  if (staying.every((view) => view.replicas === 0))
    report(
      "DYN-CMP-025",
      at,
      `${staying.length} of ${graph.components.length} components stay, with 0 replicas together`,
      "Add a frontend and workers.",
    );
  else if (!served)
    report(
      "DYN-CMP-023",
      at,
      `none of ${graph.components.length} components is a frontend`,
      "Add a component of type frontend.",
    );
  return staying;
}

function refuse(view: ComponentView, report: Report): void {
  const { component, name, path, main } = view;
  const { experimental, multinode } = component;
  const at = (...field: FieldPath): FieldPath => [...path, ...field];
  const pod = component.podTemplate?.spec;
  if (multinode !== undefined)
    report(
      "DYN-CMP-001",
      at("multinode"),
      `one replica of ${name} is ${view.nodes} nodes`,
      "Use parallel sizes that fit the GPUs of one machine, and remove multinode.",
    );
  if (component.type === "epp")
    report(
      "DYN-CMP-002",
      path,
      `${name} is an endpoint picker`,
      "Replace it, and the frontend sidecars, by a component of type frontend.",
    );
  if (experimental?.gpuMemoryService !== undefined)
    report(
      "DYN-CMP-003",
      at("experimental", "gpuMemoryService"),
      `${name} keeps its weights in a GPU memory service`,
      "Remove gpuMemoryService and --load-format gms.",
    );
  if (experimental?.failover !== undefined)
    report(
      "DYN-CMP-003",
      at("experimental", "failover"),
      `${name} has a standby engine`,
      "Remove failover.",
    );
  if (experimental?.checkpoint?.enabled === true)
    report(
      "DYN-CMP-013",
      at("experimental", "checkpoint"),
      `${name} loads its model instead of restoring a checkpoint`,
      "Remove checkpoint, or ignore this.",
    );
  if ((main?.resources?.claims?.length ?? 0) > 0)
    report(
      "DYN-CMP-004",
      [...view.mainPath, "resources", "claims"],
      `${name} gets its devices from ${main?.resources?.claims?.length} resource claims`,
      "Ask for nvidia.com/gpu in resources.limits instead.",
    );
  if ((pod?.initContainers?.length ?? 0) > 0)
    report(
      "DYN-CMP-007",
      at("podTemplate", "spec", "initContainers"),
      `${name} has ${pod?.initContainers?.length} init containers (${pod?.initContainers?.map((container) => container.name).join(", ")})`,
      "Do their work before docker compose up, and remove them.",
    );
  if (main === undefined)
    report(
      "DYN-CMP-010",
      view.mainPath,
      `${name} has no container called main`,
      "Add it, with an image.",
    );
  for (const [index, container] of (pod?.containers ?? []).entries()) {
    if (container.image === undefined)
      report(
        "DYN-CMP-010",
        at("podTemplate", "spec", "containers", index),
        `container ${container.name} of ${name} has no image`,
        "Set its image.",
      );
  }
  if (pod?.hostNetwork === true)
    report(
      "DYN-CMP-019",
      at("podTemplate", "spec", "hostNetwork"),
      `${name} gets an address of its own on the bridge network`,
      "Remove hostNetwork, or ignore this.",
    );
}

function leaveTopology(graph: GraphView, report: Report): void {
  const { spec } = graph.graph;
  const dropped = (path: FieldPath, what: string) =>
    report("DYN-CMP-014", path, `${what} has no effect`, "Remove it, or ignore this.");
  if (spec?.topologyConstraint !== undefined)
    dropped(["spec", "topologyConstraint"], "the topology constraint of the graph");
  if (spec?.experimental?.kvTransferPolicy !== undefined)
    dropped(["spec", "experimental", "kvTransferPolicy"], "the KV transfer policy of the graph");
  for (const { component, path } of graph.components)
    if (component.topologyConstraint !== undefined)
      dropped([...path, "topologyConstraint"], `the topology constraint of ${component.name}`);
}
