// SPDX-License-Identifier: Apache-2.0
import { isMet, type Orchestrator, orchestratorsFor } from "@dynamo-iac/constructs/checks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregated, component, type DraftGraph, multinode } from "./graphs.js";

function changed(graph: DraftGraph, change: (graph: DraftGraph) => void): DraftGraph {
  change(graph);
  return graph;
}

const annotated = (key: string, value: string) => (graph: DraftGraph) => {
  graph.metadata.annotations[`nvidia.com/${key}`] = value;
};

const packed = (graph: DraftGraph) => {
  graph.spec.topologyConstraint = { clusterTopologyName: "gpus", packDomain: "rack" };
};

describe("orchestratorsFor", () => {
  it.each<[string, DraftGraph, readonly Orchestrator[]]>([
    ["one node", aggregated(), []],
    ["several nodes", multinode(), ["grove"]],
    [
      "several nodes away from Grove",
      changed(multinode(), annotated("enable-grove", "false")),
      ["lws", "volcano"],
    ],
    ["a topology constraint", changed(aggregated(), packed), ["grove", "kai"]],
    [
      "a topology constraint of a component",
      changed(aggregated(), (graph) => {
        component(graph, "worker").topologyConstraint = { packDomain: "rack" };
      }),
      ["grove", "kai"],
    ],
    [
      "a queue of KAI",
      changed(aggregated(), annotated("kai-scheduler-queue", "chat")),
      ["grove", "kai"],
    ],
    [
      "a queue of Volcano",
      changed(multinode(), annotated("volcano-queue", "chat")),
      ["grove", "volcano"],
    ],
    [
      "a queue that nobody reads away from Grove",
      changed(changed(aggregated(), annotated("enable-grove", "false")), (graph) =>
        annotated("kai-scheduler-queue", "chat")(graph),
      ),
      [],
    ],
    [
      "a PriorityClass",
      changed(aggregated(), (graph) => {
        graph.spec.priorityClassName = "inference";
      }),
      ["grove"],
    ],
    [
      "a minimum of the gang",
      changed(aggregated(), (graph) => {
        component(graph, "worker").minAvailable = 1;
      }),
      ["grove"],
    ],
    [
      "a scheduler by name",
      changed(aggregated(), (graph) => {
        Object.assign(component(graph, "worker").podTemplate.spec, { schedulerName: "volcano" });
      }),
      ["volcano"],
    ],
    [
      "KV transfers inside a topology",
      changed(aggregated(), (graph) => {
        graph.spec.experimental = {
          kvTransferPolicy: { clusterTopologyName: "gpus", domain: "rack" },
        };
      }),
      ["grove"],
    ],
  ])("%s", (_, graph, install) => {
    const plan = orchestratorsFor([graph]);
    expect(plan.install).toEqual(install);
    expect(plan.unmet).toEqual([]);
    expect(plan.needs.length > 0).toBe(install.length > 0);
  });

  it("says where the need stands, and why", () => {
    expect(orchestratorsFor([multinode()]).needs).toEqual([
      {
        object: "DynamoGraphDeployment/chat",
        path: ["spec", "components", 1, "multinode"],
        why: "worker spans 2 nodes",
        anyOf: [["grove"], ["lws", "volcano"]],
      },
    ]);
  });

  it("tells what nothing meets", () => {
    const away = changed(changed(aggregated(), packed), annotated("enable-grove", "false"));
    const plan = orchestratorsFor([away, multinode()]);
    expect(plan.install).toEqual(["grove"]);
    expect(plan.unmet.map(({ why }) => why)).toEqual(["pods are packed by topology gpus"]);
  });

  it("takes one set for all graphs, and ignores other objects", () => {
    const away = changed(multinode(), annotated("enable-grove", "false"));
    expect(orchestratorsFor([multinode(), away, { kind: "ConfigMap" }, undefined]).install).toEqual(
      ["lws", "volcano"],
    );
  });

  it("meets every need with as few as possible", () => {
    const all = ["grove", "kai", "lws", "volcano"] as const;
    const draft = fc
      .record({
        nodes: fc.boolean(),
        grove: fc.boolean(),
        packed: fc.boolean(),
        kai: fc.boolean(),
        volcano: fc.boolean(),
      })
      .map((wish) => {
        const graph = wish.nodes ? multinode() : aggregated();
        if (!wish.grove) annotated("enable-grove", "false")(graph);
        if (wish.packed) packed(graph);
        if (wish.kai) annotated("kai-scheduler-queue", "chat")(graph);
        if (wish.volcano) annotated("volcano-queue", "chat")(graph);
        return graph;
      });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 4 }), fc.subarray([...all]), (graphs, other) => {
        const { needs, install, unmet } = orchestratorsFor(graphs);
        const meets = (set: readonly Orchestrator[]) =>
          needs.every((need) => unmet.includes(need) || isMet(need, set));
        expect(meets(install)).toBe(true);
        if (meets(other)) expect(other.length).toBeGreaterThanOrEqual(install.length);
      }),
      { numRuns: 300 },
    );
  });
});
