// SPDX-License-Identifier: Apache-2.0
/** @module Rules about cloud resources: each spoiled case with its numbers, the sound case clean, unknowns silent. */
import {
  type CloudResource,
  type PlanObject,
  type RuleProblem,
  resourceRules,
  type StackProblem,
  stackRules,
  unknownMark,
} from "@dynamo-iac/clouds/plan";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { dataCases } from "./data-rule-cases.js";
import { networkCases } from "./network-rule-cases.js";

function judged(type: string, inputs: PlanObject): readonly RuleProblem[] {
  const resource = { urn: `urn:pulumi:s::p::${type}::r`, type, name: "r", inputs };
  return resourceRules
    .filter(({ types }) => types.includes(type))
    .flatMap((rule) => [...rule.check(resource)]);
}

const short = ({ code, path, message }: RuleProblem) => `${code} ${formatPath(path)}: ${message}`;

const cases = [...networkCases, ...dataCases];

describe("rules about one resource", () => {
  it.each(cases)("%s", (type, sound, spoiled) => {
    for (const inputs of sound) expect(judged(type, inputs).map(short)).toEqual([]);
    for (const [inputs, ...said] of spoiled) {
      const found = judged(type, inputs);
      expect(found.map(short)).toEqual(said);
      for (const { fix } of found) expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("have each a spoiled case here", () => {
    const said = cases.flatMap(([, , spoiled]) => spoiled.flatMap(([, ...texts]) => texts));
    for (const { code } of resourceRules)
      expect(
        said.some((text) => text.startsWith(code)),
        code,
      ).toBe(true);
  });
});

/** A stack of named resources; a dependency is the name behind an input. */
function stack(
  rows: readonly (readonly [
    type: string,
    name: string,
    inputs: PlanObject,
    behind?: Readonly<Record<string, readonly string[]>>,
  ])[],
): readonly CloudResource[] {
  const urn = (name: string) => `urn:${name}`;
  return rows.map(([type, name, inputs, behind = {}]) => ({
    urn: urn(name),
    type,
    name,
    inputs,
    provider: typeof inputs.provider === "string" ? urn(inputs.provider) : undefined,
    inputDependencies: Object.fromEntries(
      Object.entries(behind).map(([input, names]) => [input, names.map(urn)]),
    ),
  }));
}

function judgedStack(resources: readonly CloudResource[], code: string): readonly string[] {
  const told = ({ urn, path, message }: StackProblem) => `${urn} ${formatPath(path)}: ${message}`;
  return stackRules
    .filter((rule) => rule.code === code)
    .flatMap((rule) => [...rule.check(resources)])
    .map(told);
}

const subnet = (name: string, zone: string) =>
  ["aws:ec2/subnet:Subnet", name, { availabilityZone: zone, tags: {} }] as const;

describe("rules about a stack", () => {
  const groups = (capacityType: string, interfaceType: string) =>
    stack([
      ["aws:ec2/launchTemplate:LaunchTemplate", "t", { networkInterfaces: [{ interfaceType }] }],
      ["aws:eks/nodeGroup:NodeGroup", "gpu", { capacityType }, { launchTemplate: ["t"] }],
    ]);

  it("keep Spot machines away from a fabric", () => {
    expect(judgedStack(groups("ON_DEMAND", "efa-only"), "DYN-CLOUD-009")).toEqual([]);
    expect(judgedStack(groups("SPOT", "interface"), "DYN-CLOUD-009")).toEqual([]);
    expect(judgedStack(groups("SPOT", "efa-only"), "DYN-CLOUD-009")).toEqual([
      "urn:gpu capacityType: the machines have EFA (launch template t) and are Spot: AWS takes one away at two minutes' notice, and every graph that spans it loses its KV cache",
    ]);
  });

  const files = (nodes: readonly string[], targets: readonly string[], lustre: readonly string[]) =>
    stack([
      subnet("a", "us-east-1a"),
      subnet("b", "us-east-1b"),
      ["aws:efs/fileSystem:FileSystem", "efs", {}],
      ...targets.map(
        (zone) =>
          [
            "aws:efs/mountTarget:MountTarget",
            `target-${zone}`,
            {},
            { fileSystemId: ["efs"], subnetId: [zone] },
          ] as const,
      ),
      ["aws:fsx/lustreFileSystem:LustreFileSystem", "lustre", {}, { subnetIds: lustre }],
      [
        "aws:eks/nodeGroup:NodeGroup",
        "gpu",
        { instanceTypes: ["p5.48xlarge"] },
        { subnetIds: nodes },
      ],
      [
        "aws:eks/nodeGroup:NodeGroup",
        "system",
        { instanceTypes: ["m7i.xlarge"] },
        { subnetIds: ["a"] },
      ],
    ]);

  it("find nodes in zones that a file system does not reach", () => {
    expect(judgedStack(files(["a"], ["a", "b"], ["a"]), "DYN-CLOUD-010")).toEqual([]);
    expect(judgedStack(files(["elsewhere"], ["a"], ["a"]), "DYN-CLOUD-010")).toEqual([]);
    expect(judgedStack(files(["a", "b"], ["a"], ["a"]), "DYN-CLOUD-010")).toEqual([
      "urn:efs : has no mount target in us-east-1b, where nodes of gpu run; it is in us-east-1a",
      "urn:lustre : does not stand in us-east-1b, where nodes of gpu run; it is in us-east-1a",
    ]);
  });

  it("want tags on what costs money, from the resource or its provider", () => {
    const bucket = (inputs: PlanObject) =>
      stack([
        ["pulumi:providers:aws", "tagging", { defaultTags: '{"tags":{"a":"b"}}' }],
        ["aws:s3/bucket:Bucket", "bucket", inputs],
        ["aws:s3/bucketPolicy:BucketPolicy", "takes-none", {}],
      ]);
    expect(judgedStack(bucket({ tags: { a: "b" } }), "DYN-CLOUD-012")).toEqual([]);
    expect(judgedStack(bucket({ tags: unknownMark }), "DYN-CLOUD-012")).toEqual([]);
    expect(judgedStack(bucket({ provider: "tagging" }), "DYN-CLOUD-012")).toEqual([]);
    // The engine gives what the cloud says, which is an empty map for a resource without tags.
    for (const none of [{}, { tags: {} }, { tags: null }])
      expect(judgedStack(bucket(none), "DYN-CLOUD-012")).toEqual([
        "urn:bucket tags: has no tags, so that nobody can tell whose it is or what it costs",
      ]);
  });
});
