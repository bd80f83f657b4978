// SPDX-License-Identifier: Apache-2.0
/** @module Manifests as people write them, rendered for one machine and for older operators. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DynamoGraphDeployment,
  graphToV1beta1,
  type V1alpha1GraphDeployment,
} from "@dynamo-iac/constructs/api";
import { viewGraph } from "@dynamo-iac/constructs/checks";
import { type NeighbourObject, toCompose, toV1alpha1Yaml } from "@dynamo-iac/constructs/targets";
import { load, loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";
import { frontend, graph, worker } from "./graph.js";

type Manifest = { readonly kind: string } & (DynamoGraphDeployment | V1alpha1GraphDeployment);

const folder = shared("conformance/dgd");
const graphs = (folder === undefined ? [] : readdirSync(folder)).flatMap((file) => {
  const objects = loadAll(readFileSync(join(folder ?? "", file), "utf8")) as (Manifest | null)[];
  return objects.flatMap((object) =>
    object?.kind === "DynamoGraphDeployment"
      ? [[`${file} ${object.metadata.name}`, inBeta(object), objects] as const]
      : [],
  );
});

function inBeta(object: Manifest): DynamoGraphDeployment {
  return object.apiVersion === "nvidia.com/v1alpha1" ? graphToV1beta1(object).object : object;
}

describe.skipIf(folder === undefined)("manifests of the conformance set", () => {
  it.each(graphs)("%s runs on one machine, or says why not", (_, manifest, neighbours) => {
    const objects = neighbours.filter((object) => object !== null) as NeighbourObject[];
    const { file, findings } = toCompose(manifest, { objects });
    const errors = findings.filter(({ severity }) => severity === "error");
    const { components } = viewGraph(manifest);
    const distributed = components.some(
      (view) =>
        view.nodes > 1 || view.role === "epp" || (view.main?.resources?.claims?.length ?? 0) > 0,
    );
    const onlyPlanners = components.every((view) => view.role === "planner");
    expect(errors.length > 0).toBe(distributed || onlyPlanners);
    if (file === undefined) return;
    const gpus = Object.values(file.services).map(
      ({ deploy, environment }) =>
        environment?.CUDA_VISIBLE_DEVICES?.split(",").length ??
        deploy?.resources.reservations?.devices[0]?.device_ids.length ??
        0,
    );
    const wanted = components.map((view) => view.replicas * (view.gpusPerPod ?? 0));
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(gpus)).toBe(sum(wanted));
  });
});

describe("v1alpha1 YAML", () => {
  it("is what operators without v1beta1 read, without annotations of the conversion", () => {
    const { yaml, findings } = toV1alpha1Yaml(graph([frontend, worker("Decode", "decode")]));
    expect(load(yaml)).toMatchObject({
      apiVersion: "nvidia.com/v1alpha1",
      kind: "DynamoGraphDeployment",
      metadata: { name: "llama", namespace: "prod" },
      spec: {
        services: {
          Frontend: { componentType: "frontend" },
          Decode: { componentType: "worker", subComponentType: "decode" },
        },
      },
    });
    expect(yaml).not.toContain("nvidia.com/dgd-spec");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("keeps them when asked", () => {
    const { yaml } = toV1alpha1Yaml(graph([{ ...frontend, minAvailable: 1 }]), { carriers: true });
    expect(load(yaml)).toHaveProperty("spec.services.Frontend");
  });
});
