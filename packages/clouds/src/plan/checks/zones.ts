// SPDX-License-Identifier: Apache-2.0
/** @module Zones of nodes against zones of file systems. */
import { at, text } from "@dynamo-iac/constructs/api";
import { machinesOf, nodeGroupType } from "./machines.js";
import { behind, byUrn, type CloudResource, type StackProblem, type StackRule } from "./rule.js";

const subnetType = "aws:ec2/subnet:Subnet";
const efsType = "aws:efs/fileSystem:FileSystem";
const lustreType = "aws:fsx/lustreFileSystem:LustreFileSystem";
const mountType = "aws:efs/mountTarget:MountTarget";

/** DYN-CLOUD-010. Subnets that the stack does not make have no known zone and are left out. */
export const nodesReachFileSystems: StackRule = {
  code: "DYN-CLOUD-010",
  *check(resources) {
    const all = byUrn(resources);
    const groups = resources.filter(({ type }) => type === nodeGroupType);
    const zones = (resource: CloudResource, input: string) =>
      new Set(
        behind(resource, input, subnetType, all).flatMap(
          ({ inputs }) => text(at(inputs, "availabilityZone")) ?? [],
        ),
      );
    const targets = new Map<string, Set<string>>();
    for (const target of resources.filter(({ type }) => type === mountType)) {
      for (const { urn } of behind(target, "fileSystemId", efsType, all))
        targets.set(urn, new Set([...(targets.get(urn) ?? []), ...zones(target, "subnetId")]));
    }
    for (const [urn, reached] of targets) {
      if (reached.size === 0) continue;
      for (const group of groups)
        yield* missing(urn, group, zones(group, "subnetIds"), reached, "has no mount target in");
    }
    for (const lustre of resources.filter(({ type }) => type === lustreType)) {
      const here = zones(lustre, "subnetIds");
      if (here.size === 0) continue;
      for (const group of groups.filter((one) => machinesOf(one).some(({ gpus }) => gpus > 0)))
        yield* missing(lustre.urn, group, zones(group, "subnetIds"), here, "does not stand in");
    }
  },
};

function* missing(
  urn: string,
  group: CloudResource,
  wanted: ReadonlySet<string>,
  reached: ReadonlySet<string>,
  what: string,
): Iterable<StackProblem> {
  const without = [...wanted].filter((zone) => !reached.has(zone)).sort();
  if (without.length === 0) return;
  yield {
    urn,
    code: "DYN-CLOUD-010",
    path: [],
    message: `${what} ${without.join(", ")}, where nodes of ${group.name} run; it is in ${[...reached].sort().join(", ")}`,
    fix:
      what === "does not stand in"
        ? `Keep ${group.name} in the zone of the file system, or add a file system per zone.`
        : "Add a mount target in each zone, or keep the nodes out of it.",
  };
}
