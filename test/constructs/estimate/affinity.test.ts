// SPDX-License-Identifier: Apache-2.0
/** @module Affinity and topology constraints in a placement. */
import { checkPlacement, type Pool, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { aws, labels } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, near, worker } from "./graph-builder.js";
import { host, messages, pool, rows, zone } from "./placed.js";

describe("affinity", () => {
  const graphLabel = { [labels.graph]: "g" };
  const other = (name: string) => ({ ...graphLabel, [labels.component]: name });
  const zones = { zones: ["a", "b"] };

  it("keeps replicas on machines of their own", () => {
    const apart = near("podAntiAffinity", other("w"), host);
    const graph = graphOf("g", [worker("w", { replicas: 3, pod: apart })]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 3)]))).toEqual([
      "3 × p5.48xlarge: w × 1",
    ]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 2)])[0]?.[1]).toBe(
      "the pods of 3 replicas of w need a machine each, 3 machines in all, and pool p5 (2 × p5.48xlarge) has at most 2",
    );
  });

  it("keeps components apart, whichever of them asks for it", () => {
    const graph = graphOf("g", [
      worker("p", {
        type: "prefill",
        replicas: 2,
        gpus: 2,
        pod: near("podAntiAffinity", other("d"), host),
      }),
      worker("d", { type: "decode", replicas: 2, gpus: 2 }),
    ]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 2)]))).toEqual([
      "1 × p5.48xlarge: p × 2",
      "1 × p5.48xlarge: d × 2",
    ]);
  });

  it("keeps a graph in one zone", () => {
    const together = near("podAffinity", graphLabel, zone);
    const graph = graphOf("g", [
      worker("p", { type: "prefill", replicas: 2, gpus: 8, pod: together }),
      worker("d", { type: "decode", replicas: 2, gpus: 8, pod: together }),
    ]);
    const placement = placeGraphs([graph], [pool(aws.p5_48xlarge, 4, zones)]);
    expect(new Set(placement.machines.map((one) => one.zone)).size).toBe(1);
    const pools = [
      pool(aws.p5_48xlarge, 2, { name: "a", zones: ["a"] }),
      pool(aws.p5_48xlarge, 2, { name: "b", zones: ["b"] }),
    ];
    const [found] = checkPlacement([graph], pools);
    expect(found).toMatchObject({
      code: "DYN-PLACE-011",
      fix: "Raise the maximum of pool a from 2 to 4, or lower the replicas.",
    });
  });

  it("puts a pod beside the one that it asks for", () => {
    const graph = graphOf("g", [
      frontend(near("podAffinity", other("w"), host)),
      worker("w", { gpus: 8 }),
      worker("v", { gpus: 8 }),
    ]);
    const { machines } = placeGraphs([graph], [pool(aws.p5_48xlarge, 2)]);
    const names = machines.map(({ pods }) => pods.map(({ component }) => component).sort());
    expect(names).toContainEqual(["frontend", "w"]);
  });

  it("fails when nobody has the label", () => {
    const wrong = { [labels.graph]: "g", [labels.componentType]: "prefill" };
    const graph = graphOf("g", [frontend(near("podAffinity", wrong, zone)), worker("w")]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])).toEqual([
      [
        "DYN-PLACE-013",
        "frontend starts only beside pods that its affinity selects, and no pod of these graphs is selected",
        "Select labels that pods of these graphs have, or remove the required pod affinity.",
      ],
    ]);
  });

  it("fails when two wait for each other", () => {
    const graph = graphOf("g", [
      worker("a", { pod: near("podAffinity", other("b"), host) }),
      worker("b", { pod: near("podAffinity", other("a"), host) }),
    ]);
    expect(messages([graph], [pool(aws.p5_48xlarge, 2)])[0]?.[1]).toBe(
      "a starts only beside b, which cannot start before it either",
    );
  });

  it("fails for a pod whose neighbour runs nowhere", () => {
    const graph = graphOf("g", [
      frontend(near("podAffinity", other("w"), zone)),
      worker("w", { gpus: 8 }),
    ]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])[1]?.[1]).toBe(
      "frontend starts only beside pods that run nowhere",
    );
  });

  it("leaves affinity to pods of somebody else out of account, and says so", () => {
    const graph = graphOf("g", [worker("w", { pod: near("podAffinity", { app: "redis" }, zone) })]);
    expect(messages([graph], [pool(aws.g6_xlarge, 2)])[0]?.slice(0, 2)).toEqual([
      "DYN-PLACE-016",
      "pod affinity by app is about pods that are not in these graphs; not considered",
    ]);
  });

  it("does not look at pods of another namespace", () => {
    const graph = graphOf("g", [
      worker("w", { pod: near("podAntiAffinity", { [labels.component]: "w" }, host) }),
    ]);
    const twin = graphOf("h", [worker("w")]);
    const elsewhere = { ...twin, namespace: "other" };
    const one = [pool(aws.p5_48xlarge, 1)];
    expect(placeGraphs([graph, twin], one).outcome).toBe("impossible");
    expect(placeGraphs([graph, elsewhere], one).outcome).toBe("placed");
  });
});

describe("topology", () => {
  const nvl = (max: number, more: Partial<Pool> = {}) =>
    pool(aws.p6e_gb200_36xlarge, max, { capacity: "capacity-block", blockMachines: 2, ...more });
  const claims = { resourceClaims: [{ name: "c", resourceClaimTemplateName: "domain" }] };

  it("keeps a replica with a ComputeDomain in one NVLink domain", () => {
    const graph = graphOf("g", [worker("w", { gpus: 4, nodes: 2, replicas: 2, pod: claims })]);
    const placement = placeGraphs([graph], [nvl(4)]);
    for (const one of placement.machines) {
      const mate = placement.machines.find(
        (machineOf) => machineOf !== one && machineOf.pods[0]?.replica === one.pods[0]?.replica,
      );
      expect(mate?.block).toBe(one.block);
    }
    const three = graphOf("g", [worker("w", { gpus: 4, nodes: 3, pod: claims })]);
    expect(placeGraphs([three], [nvl(4)]).outcome).toBe("impossible");
    expect(placeGraphs([three], [nvl(4, { blockMachines: 3 })]).outcome).toBe("placed");
  });

  it("packs a graph into the domain of its topology constraint", () => {
    const constraint = { clusterTopologyName: "t", packDomain: "zone" };
    const components = [worker("p", { gpus: 8, replicas: 2 }), worker("d", { gpus: 8 })];
    const graph = graphOf("g", components, { topologyConstraint: constraint });
    const two = pool(aws.p5_48xlarge, 3, { zones: ["a", "b"] });
    const placement = placeGraphs([graph], [two]);
    expect(new Set(placement.machines.map((one) => one.zone)).size).toBe(1);
    const split = ["a", "b"].map((name) => pool(aws.p5_48xlarge, 2, { name, zones: [name] }));
    expect(placeGraphs([graph], split).outcome).toBe("impossible");
  });

  it("packs a component onto one machine, and its nodes too", () => {
    const component = { topologyConstraint: { packDomain: "host" } };
    const graph = graphOf("g", [worker("w", { gpus: 4, replicas: 2, component })]);
    expect(rows(placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]))).toEqual([
      "1 × p5.48xlarge: w × 2",
    ]);
    const nodes = graphOf("g", [worker("w", { gpus: 4, nodes: 2, replicas: 2, component })]);
    expect(rows(placeGraphs([nodes], [pool(aws.p5_48xlarge, 4)]))).toEqual([
      "2 × p5.48xlarge: w × 2",
    ]);
  });

  it("says which domain it does not know", () => {
    const constraint = { clusterTopologyName: "t", packDomain: "spine" };
    const graph = graphOf("g", [worker("w")], { topologyConstraint: constraint });
    expect(placeGraphs([graph], [pool(aws.p5_48xlarge, 4)]).notes).toEqual([
      'topology domain "spine" is not known of these pools; not considered',
    ]);
  });
});
