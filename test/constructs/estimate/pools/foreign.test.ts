// SPDX-License-Identifier: Apache-2.0
/** @module NodePools and ComputeClasses that somebody else wrote, and two descriptions of one pool. */
import { aws, gcp } from "@dynamo-iac/constructs";
import { type Pool, poolsOf, writePools } from "@dynamo-iac/constructs/estimate";
import { poolsAnnotation } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

function nodePool(
  requirements: readonly Requirement[],
  spec: object = {},
  group = "karpenter.k8s.aws",
) {
  return {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "gpu" },
    spec: {
      template: {
        spec: { nodeClassRef: { group, kind: "EC2NodeClass", name: "gpu" }, requirements },
      },
      ...spec,
    },
  };
}

const type = (...values: readonly string[]): Requirement => ({
  key: "node.kubernetes.io/instance-type",
  operator: "In",
  values,
});
const need = (key: string, operator: string, ...values: readonly string[]): Requirement => ({
  key,
  operator,
  values,
});

const read = (...objects: readonly object[]) => poolsOf(objects).pools;

describe("a NodePool", () => {
  it("is a pool when its requirements leave one machine", () => {
    expect(read(nodePool([type("p5.48xlarge")]))).toEqual([
      {
        name: "gpu",
        machine: aws.p5_48xlarge,
        max: 64,
        labels: { "karpenter.sh/nodepool": "gpu" },
        taints: [],
      },
    ]);
  });

  it.each([
    [
      "family and size",
      [
        need("karpenter.k8s.aws/instance-family", "In", "p5"),
        need("karpenter.k8s.aws/instance-size", "NotIn", "4xlarge"),
      ],
      "p5.48xlarge",
    ],
    ["a family of one", [need("karpenter.k8s.aws/instance-family", "In", "p5en")], "p5en.48xlarge"],
    [
      "family and GPUs",
      [
        need("karpenter.k8s.aws/instance-family", "In", "g6e"),
        need("karpenter.k8s.aws/instance-gpu-count", "Gt", "4"),
      ],
      "g6e.48xlarge",
    ],
    [
      "family, GPUs and CPUs",
      [
        need("karpenter.k8s.aws/instance-family", "In", "g6e"),
        need("karpenter.k8s.aws/instance-gpu-count", "In", "4"),
        need("karpenter.k8s.aws/instance-cpu", "Lt", "96"),
      ],
      "g6e.12xlarge",
    ],
    [
      "a processor",
      [
        need("kubernetes.io/arch", "In", "arm64"),
        need("karpenter.k8s.aws/instance-category", "In", "p"),
      ],
      "p6e-gb200.36xlarge",
    ],
  ])("finds the machine by %s", (_, requirements, expected) => {
    expect(read(nodePool(requirements)).map(({ machine }) => machine.type)).toEqual([expected]);
  });

  it.each([
    ["two types", [type("p5.48xlarge", "p5e.48xlarge")]],
    ["a whole family", [need("karpenter.k8s.aws/instance-family", "In", "g6")]],
    ["a type that no table has", [type("p9.96xlarge")]],
    ["a type of another cloud", [type("g2-standard-24")]],
    ["nothing", []],
  ])("is none for %s", (_, requirements) => {
    expect(read(nodePool(requirements))).toEqual([]);
  });

  it.each([
    [{ "nvidia.com/gpu": "20" }, 2],
    [{ cpu: "576" }, 3],
    [{ cpu: 1000, "nvidia.com/gpu": 8, nodes: "9" }, 1],
    [{ memory: "1Ti" }, 64],
    [{ "nvidia.com/gpu": "many" }, 64],
  ])("has as many machines as the limits %j allow", (limits, max) => {
    expect(read(nodePool([type("p5.48xlarge")], { limits }))[0]?.max).toBe(max);
  });

  it.each([
    [["on-demand"], "on-demand"],
    [["spot"], "spot"],
    [["reserved"], "reserved"],
    [["spot", "on-demand"], undefined],
  ])("is paid for as %j", (values, capacity) => {
    const [pool] = read(
      nodePool([type("p5.48xlarge"), need("karpenter.sh/capacity-type", "In", ...values)]),
    );
    expect(pool?.capacity).toBe(capacity);
  });

  it("has labels, taints, zones, and the disk of its node class", () => {
    const pool = nodePool([
      type("p5.48xlarge"),
      need("topology.kubernetes.io/zone", "In", "us-west-2a"),
      need("example.com/tier", "In", "gold"),
      need("example.com/either", "In", "a", "b"),
    ]);
    const template = {
      metadata: { labels: { team: "search" } },
      spec: {
        ...pool.spec.template.spec,
        taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" }, { key: "odd" }],
      },
    };
    const nodeClass = {
      apiVersion: "karpenter.k8s.aws/v1",
      kind: "EC2NodeClass",
      metadata: { name: "gpu" },
      spec: { blockDeviceMappings: [{ ebs: { volumeSize: "500Gi" } }] },
    };
    expect(read({ ...pool, spec: { template } }, nodeClass)).toEqual([
      {
        name: "gpu",
        machine: aws.p5_48xlarge,
        zones: ["us-west-2a"],
        max: 64,
        labels: { team: "search", "example.com/tier": "gold", "karpenter.sh/nodepool": "gpu" },
        taints: [{ key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" }],
        diskGiB: 500,
      },
    ]);
  });

  it("of another group, without a name, or of no shape is none", () => {
    const pool = nodePool([type("p5.48xlarge")]);
    expect(read({ ...pool, apiVersion: "example.com/v1" })).toEqual([]);
    expect(read({ ...pool, metadata: {} }, { ...pool, spec: 5 }, { kind: "NodePool" })).toEqual([]);
  });
});

describe("a ComputeClass", () => {
  const computeClass = (...priorities: readonly object[]) => ({
    apiVersion: "cloud.google.com/v1",
    kind: "ComputeClass",
    metadata: { name: "b200" },
    spec: { priorities },
  });

  it("is a pool when all its priorities are one machine", () => {
    const priority = { machineType: "a4-highgpu-8g" };
    const [pool] = read(computeClass({ ...priority, spot: true }, priority));
    expect(pool).toMatchObject({
      name: "b200",
      machine: gcp.a4_highgpu_8g,
      max: 64,
      labels: { "cloud.google.com/compute-class": "b200" },
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
    });
    expect(pool?.capacity).toBeUndefined();
  });

  it("finds the machine by family and GPUs", () => {
    const gpu = { type: "nvidia-l4", count: 8 };
    expect(read(computeClass({ machineFamily: "g2", gpu }))[0]?.machine.type).toBe(
      "g2-standard-96",
    );
  });

  it("is none with several machines, and without priorities", () => {
    expect(
      read(computeClass({ machineType: "a4-highgpu-8g" }, { machineType: "a3-ultragpu-8g" })),
    ).toEqual([]);
    expect(read(computeClass(), computeClass({ machineFamily: "g2" }))).toEqual([]);
  });
});

describe("two descriptions of one pool", () => {
  const p5: Pool = {
    name: "gpu",
    machine: aws.p5_48xlarge,
    max: 4,
    labels: { "karpenter.sh/nodepool": "gpu" },
  };
  const graph = (name: string, ...pools: readonly Pool[]) => ({
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name, annotations: { [poolsAnnotation]: writePools(pools) } },
  });
  const provisioner = nodePool([type("p5.48xlarge")], { limits: { "nvidia.com/gpu": "48" } });

  it("agree when they say the same in another order", () => {
    const zones = ["b", "a"];
    const { pools, each } = poolsOf([
      graph("one", { ...p5, zones }),
      graph("two", { ...p5, zones: zones.toReversed(), min: 0, capacity: "on-demand" }),
    ]);
    expect(each.flat()).toEqual([]);
    expect(pools).toHaveLength(1);
  });

  it("differ where two graphs do, and the first one counts", () => {
    const { pools, each } = poolsOf([graph("one", p5), graph("two", { ...p5, max: 8 })]);
    expect(pools).toEqual([p5]);
    expect(each[0]).toEqual([]);
    expect(each[1]).toHaveLength(1);
    expect(each[1]?.[0]).toMatchObject({
      code: "DYN-NODE-002",
      object: "DynamoGraphDeployment/two",
      path: ["metadata", "annotations", poolsAnnotation],
      message: "pool gpu has max 8 here and 4 in DynamoGraphDeployment/one",
      fix: "Render the object again with the pool as DynamoGraphDeployment/one has it.",
    });
  });

  it("differ from the provisioner, which counts, wherever it stands", () => {
    for (const objects of [
      [graph("one", p5), provisioner],
      [provisioner, graph("one", p5)],
    ]) {
      const { pools, each } = poolsOf(objects);
      expect(pools).toEqual([expect.objectContaining({ name: "gpu", max: 6 })]);
      expect(each.flat().map(({ code, message }) => [code, message])).toEqual([
        ["DYN-NODE-002", "pool gpu has max 4 here and 6 in NodePool/gpu"],
      ]);
    }
  });

  it("name every field that differs", () => {
    const { each } = poolsOf([
      graph("one", p5),
      graph("two", { ...p5, zones: ["a"], diskGiB: 5, max: 5 }),
    ]);
    expect(each[1]?.[0]?.message).toMatch(
      /diskGiB 5 here and nothing in .*; max, zones differ as well/,
    );
  });

  it("are what somebody gives, over what manifests say", () => {
    const given: Pool = { name: "gpu", machine: aws.p5en_48xlarge, max: 1, zones: undefined };
    const [pool] = poolsOf([graph("one", { ...p5, zones: ["a"] })], [given]).pools;
    expect(pool).toEqual({ ...p5, zones: ["a"], machine: aws.p5en_48xlarge, max: 1 });
  });

  it("report limits that contradict each other where the pool is described", () => {
    const { each } = poolsOf([{ kind: "ConfigMap" }, graph("one", { ...p5, min: 9 })]);
    expect(each.map((found) => found.map(({ code }) => code))).toEqual([[], ["DYN-PLACE-015"]]);
    const given: Pool = { ...p5, min: 1 };
    expect(poolsOf([graph("one", { ...p5, min: 9 })], [given]).each.flat()).toEqual([]);
  });
});
