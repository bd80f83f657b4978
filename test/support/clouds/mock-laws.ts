// SPDX-License-Identifier: Apache-2.0
/** @module What holds for every component, whatever it makes: one suite for all of them. */
import {
  checkModes,
  checkPlan,
  type Plan,
  type PlannedResource,
  resourceLabel,
} from "@dynamo-iac/clouds/plan";
import { type FindingCode, formatFinding } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { planOf, type TestRun } from "./record.js";

/** Plans of the same program in both modes. */
export interface BothModes {
  readonly preview: Plan;
  readonly update: Plan;
}

/** Types that hold data or identity, which a mistake must not delete. */
const stateful: ReadonlySet<string> = new Set([
  "aws:backup/vault:Vault",
  "aws:ecr/repository:Repository",
  "aws:efs/fileSystem:FileSystem",
  "aws:eks/cluster:Cluster",
  "aws:fsx/lustreFileSystem:LustreFileSystem",
  "aws:kms/key:Key",
  "aws:s3/bucket:Bucket",
]);

/** A law, and what breaks it. */
export interface Law {
  readonly name: string;
  broken(plans: BothModes): readonly string[];
}

/** Findings of some codes, as texts. */
function findings(
  { preview, update }: BothModes,
  codes: readonly FindingCode[],
): readonly string[] {
  return [...checkPlan(update), ...checkModes(update, preview)]
    .filter(({ code, waived }) => codes.includes(code) && waived === undefined)
    .map(formatFinding);
}

function without(
  { update }: BothModes,
  wanted: (resource: PlannedResource) => boolean,
): readonly string[] {
  return update.resources.filter((resource) => !wanted(resource)).map(resourceLabel);
}

/** The laws, each with what breaks it. */
export const mockLaws: readonly Law[] = [
  {
    name: "both modes have the same resources: nothing is made inside apply",
    broken: (plans) => findings(plans, ["DYN-CLOUD-013"]),
  },
  {
    name: "every resource has a component above it",
    broken: (plans) => {
      const kinds = new Map(plans.update.resources.map(({ urn, kind }) => [urn, kind]));
      return without(plans, ({ kind, parent = "" }) =>
        kind === "custom" || kind === "read" ? kinds.get(parent) === "component" : true,
      );
    },
  },
  {
    name: "whatever costs money or holds data has tags",
    broken: (plans) => findings(plans, ["DYN-CLOUD-012"]),
  },
  {
    name: "nothing is open to the world, in clear text on a disk, or served without a token",
    broken: (plans) =>
      findings(plans, [
        "DYN-CLOUD-002",
        "DYN-CLOUD-003",
        "DYN-CLOUD-004",
        "DYN-CLOUD-007",
        "DYN-CLOUD-011",
      ]),
  },
  {
    name: "no policy allows everything",
    broken: (plans) => findings(plans, ["DYN-CLOUD-006"]),
  },
  {
    name: "no secret is in clear text, and no Output token is left",
    broken: (plans) => findings(plans, ["DYN-CLOUD-001", "DYN-CLOUD-014"]),
  },
  {
    name: "what holds data is protected and kept",
    broken: (plans) =>
      without(
        plans,
        ({ type, protect, kind }) => kind !== "custom" || !stateful.has(type) || protect === true,
      ),
  },
];

/**
 * Runs a program in both modes and holds it to the laws.
 *
 * @param except laws that this program may break, each with its reason
 */
export function holdToMockLaws(
  title: string,
  program: () => unknown,
  { except = {}, ...run }: TestRun & { readonly except?: Readonly<Record<string, string>> } = {},
): void {
  describe(title, () => {
    let plans: Promise<BothModes> | undefined;
    const both = async (): Promise<BothModes> => ({
      preview: await planOf(program, { ...run, mode: "preview" }),
      update: await planOf(program, { ...run, mode: "update" }),
    });
    it.each(mockLaws.filter(({ name }) => except[name] === undefined))(
      "$name",
      async ({ broken }) => {
        plans ??= both();
        expect(broken(await plans)).toEqual([]);
      },
    );

    it("is the same byte for byte in every run", async () => {
      expect(JSON.stringify(await both())).toBe(JSON.stringify(await both()));
    });
  });
}
