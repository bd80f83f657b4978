// SPDX-License-Identifier: Apache-2.0
/** @module Upstream manifests and one pool of the catalogue: a placement and a cost, without any other code. */
import { estimateCost, type Pool, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { aws } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { folder, graphsOf, manifests } from "./manifests.js";

const h200: Pool = { name: "h200", machine: aws.p5en_48xlarge, max: 4, zones: ["us-east-1a"] };

/** Manifests that select their machines. */
const pools: Readonly<Record<string, Pool>> = {
  "deployments__EKS__manifests__vllm__disagg.yaml": {
    name: "g7e",
    machine: aws.g7e_12xlarge,
    max: 2,
  },
  "deployments__EKS__manifests__vllm__v1beta1__disagg-p5.yaml": {
    name: "p5",
    machine: aws.p5_48xlarge,
    capacity: "reserved",
    max: 4,
    zones: ["us-east-1a"],
  },
  "recipes__deepseek-r1__trtllm__disagg__wide_ep__gb200__deploy.yaml": {
    name: "gb200",
    machine: aws.p6e_gb200_36xlarge,
    capacity: "capacity-block",
    max: 18,
  },
};

/** Manifests with a fault that keeps a component from ever starting. */
const faulty: Readonly<Record<string, string>> = {
  "deployments__EKS__manifests__vllm__v1beta1__disagg-p5.yaml":
    "Frontend starts only beside pods that its affinity selects, and no pod of these graphs is selected",
};

describe.skipIf(folder === undefined)("upstream manifests", () => {
  it("are 24", () => {
    expect(manifests).toHaveLength(24);
  });

  it.each(manifests)("%s has a placement and a cost", (name) => {
    const graphs = graphsOf(name);
    const pool = pools[name] ?? h200;
    const placement = placeGraphs(graphs, [pool]);
    expect(placement.reasons.map(({ message }) => message)).toEqual(
      faulty[name] === undefined ? [] : [faulty[name]],
    );
    expect(placement.machines.length).toBeGreaterThan(0);
    const pods = placement.machines.flatMap((machine) => machine.pods);
    const gpus = graphs.flatMap(({ components }) => components.map((view) => view.gpusPerPod ?? 0));
    expect(pods.length).toBeGreaterThanOrEqual(gpus.filter((count) => count > 0).length);

    const { max } = estimateCost(graphs, [pool]);
    if (pool.capacity === "capacity-block") {
      expect(max.total.unknown).toEqual(["p6e-gb200.36xlarge (capacity-block)"]);
    } else {
      expect(max.total.unknown).toEqual([]);
      expect(max.total.usdPerHour).toBeCloseTo(
        (max.pools[0]?.usdPerHour ?? 0) * placement.machines.length,
      );
    }
  });
});
