// SPDX-License-Identifier: Apache-2.0
/**
 * @module The policy pack in Pulumi's real engine: what breaks a rule is refused, stacks/eks goes through, users set the levels.
 *
 * The engine, the pack's process, and the resources that AWS's SDK registers are the real ones. The
 * provider behind them makes nothing: AWS's own cannot be had, and none of it is what is judged.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentOf } from "@dynamo-iac/clouds/environment";
import { planStack, readStackProgram } from "@dynamo-iac/clouds/plan";
import { LaunchTemplate, SecurityGroup } from "@pulumi/aws/ec2";
import { FileSystem } from "@pulumi/aws/efs";
import { NodeGroup } from "@pulumi/aws/eks";
import { Service } from "@pulumi/kubernetes/core/v1";
import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";
import { describe, expect, it, onTestFinished } from "vitest";
import { program as eksProgram } from "../../stacks/eks/src/program.js";
import { stackFolder } from "../support/clouds/eks-stack.js";
import { guidePack, pluginScripts } from "./support/policy-pack.js";
import { findPrograms } from "./support/programs.js";
import { engineStack } from "./support/pulumi-stack.js";
import { count, timed } from "./support/report.js";

const programs = findPrograms("pulumi");

const tags = { Owner: "ml-platform" };

/** Something of everything that is wrong, with values that only the cloud knows beside it. */
function unsound(): void {
  new FileSystem("models", { encrypted: false });
  const fabric = new SecurityGroup("fabric", { tags });
  const template = new LaunchTemplate("p5", {
    networkInterfaces: [{ interfaceType: "efa", securityGroups: [fabric.id] }],
    tags,
  });
  new NodeGroup("p5", {
    clusterName: "prod",
    nodeRoleArn: "arn:aws:iam::111122223333:role/node",
    subnetIds: ["subnet-1"],
    instanceTypes: ["p5.48xlarge"],
    capacityType: "SPOT",
    scalingConfig: { desiredSize: 1, minSize: 1, maxSize: 1 },
    launchTemplate: { id: template.id, version: "1" },
    tags,
  });
  const scheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";
  new Service("chat", {
    metadata: { name: "chat", annotations: { [scheme]: "internet-facing" } },
    spec: { type: "LoadBalancer" },
  });
}

function untagged(): void {
  new FileSystem("models", { encrypted: true });
}

/** What the engine says to a program. */
interface Verdict {
  readonly refused: boolean;
  /** As `mandatory dyn-cloud-004 models`. */
  readonly violations: readonly string[];
  readonly messages: string;
  /** What the command printed. */
  readonly output: string;
  readonly events: readonly EngineEvent[];
}

async function judge(
  stack: Stack,
  verb: "preview" | "up",
  pack: string,
  packConfig?: string,
): Promise<Verdict> {
  const events: EngineEvent[] = [];
  const output: string[] = [];
  const options = {
    policyPacks: [pack],
    ...(packConfig === undefined ? {} : { policyPackConfigs: [packConfig] }),
    onEvent: (event: EngineEvent) => void events.push(event),
    onOutput: (text: string) => void output.push(text),
  };
  const run = async (): Promise<unknown> =>
    verb === "up" ? stack.up(options) : stack.preview(options);
  const refused = await timed(`pulumi ${verb} with the policy pack`, run).then(
    () => false,
    () => true,
  );
  const said = events.flatMap(({ policyEvent }) => policyEvent ?? []);
  return {
    refused,
    violations: said
      .map(
        ({ enforcementLevel, policyName, resourceUrn }) =>
          `${enforcementLevel} ${policyName} ${resourceUrn?.split("::").at(-1)}`,
      )
      .sort(),
    messages: said.map(({ message }) => message).join("\n"),
    output: output.join(""),
    events,
  };
}

function packWith(settings?: string): string {
  const { folder, remove } = guidePack(settings);
  onTestFinished(remove);
  return folder;
}

describe.skipIf(programs === undefined)("the policy pack in Pulumi's engine", () => {
  async function stackOf(
    program: () => unknown,
    scope: { readonly project?: string; readonly stack?: string } = {},
  ): Promise<Stack> {
    if (programs === undefined) throw new Error("left out");
    const { stack, remove } = await engineStack({
      programs,
      scripts: pluginScripts,
      program: async () => program() as Record<string, unknown>,
      ...scope,
    });
    onTestFinished(remove);
    return stack;
  }

  it("refuses what breaks a rule, with code, message and fix, also beside unknown values", async () => {
    const stack = await stackOf(unsound);
    const preview = await judge(stack, "preview", packWith("{}"));
    expect(preview.violations).toEqual([
      "advisory dyn-cloud-008 p5",
      "advisory dyn-cloud-012 models",
      "mandatory dyn-cloud-003 chat",
      "mandatory dyn-cloud-004 models",
      "mandatory dyn-cloud-007 p5",
      "mandatory dyn-cloud-009 p5",
    ]);
    expect(preview.refused).toBe(true);
    expect(preview.output).toContain("[mandatory]  dyn-cloud-004  (aws:efs:FileSystem: models)");
    expect(preview.output).toContain(
      "encrypted: the file system is not encrypted: encrypted is false. Set encrypted to true; name a key of your own with it.",
    );
    expect(preview.output).toContain("Use ON_DEMAND, a capacity reservation or a capacity block");
    count("violations that Pulumi's engine reported", preview.violations.length);
  });

  it("keeps what is refused from being made", async () => {
    const stack = await stackOf(unsound);
    const { refused, violations } = await judge(stack, "up", packWith());
    expect(refused).toBe(true);
    // The engine stops at the first one.
    expect(violations.join()).toMatch(/mandatory dyn-cloud-00[34] /);
    const { deployment } = await stack.exportStack();
    const made: readonly { readonly type: string }[] = deployment.resources ?? [];
    const types = made.map(({ type }) => type);
    for (const type of ["aws:efs/fileSystem:FileSystem", "kubernetes:core/v1:Service"])
      expect(types).not.toContain(type);
  });

  it("has the levels of the pack, and of a file on the command line", async () => {
    const stack = await stackOf(untagged);
    expect(await judge(stack, "preview", packWith("{}"))).toMatchObject({
      refused: false,
      violations: ["advisory dyn-cloud-012 models"],
    });
    const guide = packWith();
    expect(await judge(stack, "preview", guide)).toMatchObject({ refused: false, violations: [] });
    const file = join(guide, "levels.json");
    writeFileSync(file, JSON.stringify({ "dyn-cloud-012": "mandatory" }));
    expect(await judge(stack, "preview", guide, file)).toMatchObject({
      refused: true,
      violations: ["mandatory dyn-cloud-012 models"],
    });
  });

  it("counts the tags that the provider adds", async () => {
    const stack = await stackOf(untagged);
    await stack.setConfig("aws:defaultTags", { value: JSON.stringify({ tags }) });
    expect(await judge(stack, "preview", packWith("{}"))).toMatchObject({
      refused: false,
      violations: [],
    });
  });

  it("accepts what the stack's configuration waives, unless the pack says otherwise", async () => {
    const stack = await stackOf(unsound);
    const waivers = ["DYN-CLOUD-003", "DYN-CLOUD-007", "DYN-CLOUD-009"].map((code) => ({
      code,
      reason: "a test",
    }));
    const models = { code: "DYN-CLOUD-004", object: "FileSystem/models", reason: "a test" };
    const elsewhere = { ...models, object: "FileSystem/other" };
    const waive = (list: readonly object[]) =>
      stack.setConfig("dynamo-iac:waive", { value: JSON.stringify(list) });

    await waive([...waivers, elsewhere]);
    const guide = packWith();
    expect(await judge(stack, "preview", guide)).toMatchObject({
      refused: true,
      violations: ["advisory dyn-cloud-008 p5", "mandatory dyn-cloud-004 models"],
    });
    await waive([...waivers, models]);
    expect(await judge(stack, "preview", guide)).toMatchObject({ refused: false });
    expect(await judge(stack, "preview", packWith("{ stackWaivers: false }"))).toMatchObject({
      refused: true,
    });
    await waive([{ ...models, code: "DYN-CLOUD-400" }]);
    const { refused, output } = await judge(stack, "preview", guide);
    expect(refused).toBe(true);
    expect(output).toContain(
      'dynamo-iac:waive[0] has the code "DYN-CLOUD-400", which does not exist',
    );
  });

  it.each(["dev", "prod"])(
    "lets stacks/eks %s through, whose resources are those of its plan",
    async (name) => {
      const { config, project } = readStackProgram(stackFolder, name);
      const environment = environmentOf(config, project, "aws");
      const stack = await stackOf(() => eksProgram(environment, undefined), {
        project,
        stack: name,
      });
      const plan = await planStack({ folder: stackFolder, stack: name });
      const planned = plan.resources.map(({ urn }) => urn).sort();
      const pack = packWith("{}");

      const preview = await judge(stack, "preview", pack);
      expect(preview).toMatchObject({ refused: false, violations: [] });
      const registered = preview.events.flatMap(
        ({ resourcePreEvent }) => resourcePreEvent?.metadata.urn ?? [],
      );
      expect(registered.toSorted()).toEqual(planned);

      const up = await judge(stack, "up", pack);
      expect(up).toMatchObject({ refused: false, violations: [] });
      const { deployment } = await stack.exportStack();
      const made: readonly { readonly urn: string }[] = deployment.resources ?? [];
      expect(made.map(({ urn }) => urn).sort()).toEqual(planned);
      const again = await stack.preview();
      expect(again.changeSummary).toEqual({ same: planned.length });
      count("resources of stacks that Pulumi registered as planned", planned.length);
    },
    300_000,
  );
});
