// SPDX-License-Identifier: Apache-2.0
/** @module Changes of a stack that replace: other names, and what a replacement takes along. */
import type { PlannedResource } from "@dynamo-iac/clouds/plan";
import { describe, expect, it } from "vitest";
import { changed, compared, type Extra, resource, resources } from "./plans.js";

describe("a resource with another name", () => {
  const renamedTo = (name: string, extra: Extra = {}) =>
    changed("models", (one) => ({
      ...one,
      name,
      urn: one.urn.replace(/::models$/, `::${name}`),
      ...extra,
    }));

  it("is known as the old one, is replaced, and the alias that keeps it is named", () => {
    const [found] = compared(renamedTo("weights"));
    expect(found).toMatchObject({
      change: "renamed",
      effect: "replace",
      renamedFrom: "aws:efs/fileSystem:FileSystem models",
    });
    expect(found?.consequences[0]?.why).toContain('aliases: [{ name: "models" }]');
    expect(found?.consequences[0]?.loses).toBe("all files of the file system");
  });

  it.each<[string, Extra]>([
    ["by name", { aliases: [{ spec: { name: "models" } }] }],
    [
      "by URN",
      {
        aliases: [
          "urn:pulumi:prod::inference::dynamo:aws:Environment$aws:efs/fileSystem:FileSystem::models",
        ],
      },
    ],
    [
      "by the URN as a field",
      {
        aliases: [
          {
            urn: "urn:pulumi:prod::inference::dynamo:aws:Environment$aws:efs/fileSystem:FileSystem::models",
          },
        ],
      },
    ],
  ])("stays what it is with an alias %s", (_, extra) => {
    expect(compared(renamedTo("weights", extra))).toEqual([]);
  });

  it("under another parent stays what it is with an alias without parent", () => {
    const before = changed("models", (one) => ({
      ...one,
      urn: "urn:pulumi:prod::inference::aws:efs/fileSystem:FileSystem::models",
    }));
    const after = changed("models", (one) => ({ ...one, aliases: [{ spec: { noparent: true } }] }));
    expect(compared(after, before)).toEqual([]);
  });
});

describe("a replacement", () => {
  const urnOf = (name: string) => resources.find((one) => one.name === name)?.urn ?? "";
  const linked = [
    ...resources.map((one) =>
      one.name === "private-a" ? { ...one, inputDependencies: { vpcId: [urnOf("vpc")] } } : one,
    ),
    resource(
      "aws:efs/mountTarget:MountTarget",
      "target",
      { subnetId: "[unknown]", fileSystemId: "[unknown]" },
      { inputDependencies: { subnetId: [urnOf("private-a")] } },
    ),
    resource(
      "aws:fsx/lustreFileSystem:LustreFileSystem",
      "fast",
      { subnetIds: ["[unknown]"] },
      {
        inputDependencies: { subnetIds: [urnOf("private-a")], tags: [urnOf("vpc")] },
      },
    ),
    resource(
      "aws:iam/role:Role",
      "role",
      { assumeRolePolicy: "[unknown]" },
      {
        inputDependencies: { assumeRolePolicy: [urnOf("vpc")] },
      },
    ),
  ];
  const moved = (list: readonly PlannedResource[]) =>
    list.map((one) =>
      one.name === "vpc" ? { ...one, inputs: { ...one.inputs, cidrBlock: "10.9.0.0/16" } } : one,
    );

  it("takes along what has the old one in an input that forces a replacement, and no more", () => {
    const found = compared(moved(linked), linked);
    expect(found.map(({ name, effect }) => `${effect} ${name}`)).toEqual([
      "replace vpc",
      "replace private-a",
      "replace target",
      "replace fast",
    ]);
    expect(found.at(-1)?.consequences).toMatchObject([
      {
        path: ["subnetIds"],
        why: "its value comes from aws:ec2/subnet:Subnet private-a, which is replaced",
        loses: "all files of the file system that no data repository has",
      },
    ]);
  });

  it("does not take what is protected: the engine refuses", () => {
    const guarded = linked.map((one) =>
      one.name === "fast" ? { ...one, protect: true as const } : one,
    );
    expect(compared(moved(guarded), guarded).at(-1)).toMatchObject({
      name: "fast",
      effect: "refused",
    });
  });
});
