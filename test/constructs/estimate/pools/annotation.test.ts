// SPDX-License-Identifier: Apache-2.0
/** @module The annotation in which a graph carries its pools: written, read, and misread entry by entry. */
import { aws, machine } from "@dynamo-iac/constructs";
import { carriedPools, type Pool, writePools } from "@dynamo-iac/constructs/estimate";
import { poolsAnnotation } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

function carrying(value: unknown): object {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g", annotations: { [poolsAnnotation]: value } },
  };
}

const read = (...entries: readonly unknown[]) => carriedPools(carrying(JSON.stringify(entries)));

const own = machine({
  cloud: "other",
  type: "lab-h100",
  gpuModel: "H100-SXM",
  gpus: 8,
  gpuMemGiB: 80,
  vcpu: 128,
  ramGiB: 1024,
  rdma: "ib-ndr-400",
  rdmaCount: 8,
  capacities: ["on-demand"],
});

const full: Pool = {
  name: "lab",
  machine: own,
  zones: ["rack-1"],
  min: 1,
  max: 2,
  capacity: "on-demand",
  labels: { pool: "lab" },
  taints: [{ key: "lab", effect: "NoSchedule" }],
  resources: { "rdma/ib": 4 },
  diskGiB: 200,
  overhead: 0.1,
  blockMachines: 2,
};

describe("the annotation", () => {
  it("is one line that names a machine of the tables, and leaves out what is not there", () => {
    const pool: Pool = {
      name: "p5",
      machine: aws.p5_48xlarge,
      max: 4,
      labels: {},
      zones: undefined,
    };
    expect(writePools([pool])).toBe('[{"name":"p5","machine":"p5.48xlarge","max":4}]');
  });

  it("holds every field of a pool, and the numbers of a machine that is in no table", () => {
    const { pools, findings } = carriedPools(carrying(writePools([full])));
    expect(findings).toEqual([]);
    expect(pools).toEqual([full]);
  });

  it("is nothing on objects without it", () => {
    expect(carriedPools({ kind: "ConfigMap" })).toEqual({ pools: [], findings: [] });
    expect(carriedPools(undefined)).toEqual({ pools: [], findings: [] });
  });
});

const good = { name: "p5", machine: "p5.48xlarge", max: 4 };
const lab = { cloud: "other", type: "lab", vcpu: 8 };

describe("what is wrong with it", () => {
  it.each([
    ["no JSON", "{", /must be a JSON list, got "\{"/],
    ["no list", '{"name":"p5"}', /must be a JSON list/],
    ["a number", 5, /must be a JSON list, got 5/],
  ])("%s", (_, value, message) => {
    const { pools, findings } = carriedPools(carrying(value));
    expect(pools).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: "DYN-NODE-001",
      object: "DynamoGraphDeployment/g",
      path: ["metadata", "annotations", poolsAnnotation],
    });
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.fix).toMatch(/\[\{"name":"p5","machine":"p5\.48xlarge","max":4\}\]/);
  });

  it.each([
    ["an entry that is no object", 5, /entry 2 must be an object, got 5/],
    ["no name", { ...good, name: undefined }, /entry 2 has no name/],
    ["an empty name", { ...good, name: "" }, /entry 2 has "" as name, which is a name/],
    ["no maximum", { ...good, max: undefined }, /entry 2 has no max/],
    ["a misspelt field", { ...good, zone: "a" }, /unknown field "zone"; did you mean zones\?/],
    ["a field of Object", { ...good, toString: 1 }, /unknown field "toString"/],
    ["zones that are a text", { ...good, zones: "a" }, /"a" as zones, which is a list of zones/],
    ["a strange capacity", { ...good, capacity: "free" }, /one of on-demand, spot/],
    ["a taint without effect", { ...good, taints: [{ key: "a" }] }, /a list of taints/],
    ["labels with numbers", { ...good, labels: { a: 1 } }, /texts by key/],
    ["a negative maximum", { ...good, max: -1 }, /-1 as max/],
    ["an overhead of all", { ...good, overhead: 1 }, /a part from 0 to below 1/],
    ["no machine", { ...good, machine: undefined }, /has no machine, got nothing/],
    [
      "a misspelt machine",
      { ...good, machine: "p5.48xlarg" },
      /names no machine of the tables: "p5\.48xlarg"; did you mean p5\.48xlarge\?/,
    ],
    ["a machine without cloud", { ...good, machine: { type: "a", vcpu: 1 } }, /without cloud/],
    ["a cloud that is none", { ...good, machine: { ...lab, cloud: "moon" } }, /"moon" as cloud/],
    ["a text for a number", { ...good, machine: { ...lab, gpus: "8" } }, /"8" as gpus/],
    ["an unknown number", { ...good, machine: { ...lab, gpu: 8 } }, /8 as gpu/],
    ["an unknown fabric", { ...good, machine: { ...lab, rdma: "magic" } }, /"magic" as rdma/],
  ])("%s, and what is right still counts", (_, entry, message) => {
    const { pools, findings } = read(good, entry);
    expect(pools.map(({ name }) => name)).toEqual(["p5"]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(message);
  });
});
