// SPDX-License-Identifier: Apache-2.0
/** @module The policy pack: the same rules as the plan, one policy per code, as the engine calls them. */
import { resourceRules, stackRules } from "@dynamo-iac/clouds/plan";
import { policies } from "@dynamo-iac/clouds/policy";
import { codes } from "@dynamo-iac/constructs/facts";
import type {
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { describe, expect, it } from "vitest";

const all = policies();

function named<Policy>(name: string): Policy {
  return all.find((policy) => policy.name === name) as unknown as Policy;
}

/** What a policy reports about one resource. */
function reported(name: string, type: string, props: Record<string, unknown>): readonly string[] {
  const { validateResource } = named<ResourceValidationPolicy>(name);
  const said: string[] = [];
  const args = { type, name: "r", urn: "urn:r", props } as unknown as ResourceValidationArgs;
  const [validate] = [validateResource].flat();
  void validate?.(args, (message) => said.push(message));
  return said;
}

/** Arguments in a preview: what is not known yet throws when it is read. */
function unknowable(value: object, ...keys: string[]): object {
  return new Proxy(value, {
    get: (target, key) => {
      if (keys.includes(String(key))) throw new Error("unknown during preview");
      return Reflect.get(target, key);
    },
  });
}

describe("the policy pack", () => {
  it("has one policy per code, named after it, mandatory where the code is an error", () => {
    const wanted = new Set([...resourceRules, ...stackRules].map(({ code }) => code));
    expect(all.map(({ name }) => name).toSorted()).toEqual(
      [...wanted].map((code) => code.toLowerCase()).toSorted(),
    );
    for (const code of wanted) {
      const policy = named<ResourceValidationPolicy>(code.toLowerCase());
      expect(policy.enforcementLevel).toBe(
        codes[code].severity === "error" ? "mandatory" : "advisory",
      );
      expect(policy.description).toContain(codes[code].title);
    }
  });

  it("takes other levels by code", () => {
    const changed = policies({ levels: { "DYN-CLOUD-012": "disabled" } });
    expect(changed.find(({ name }) => name === "dyn-cloud-012")?.enforcementLevel).toBe("disabled");
    expect(changed.find(({ name }) => name === "dyn-cloud-004")?.enforcementLevel).toBe(
      "mandatory",
    );
  });

  it("reports what the rule says, with field and fix", () => {
    const type = "aws:efs/fileSystem:FileSystem";
    expect(reported("dyn-cloud-004", type, { encrypted: false })).toEqual([
      "encrypted: the file system is not encrypted: encrypted is false. Set encrypted to true; name a key of your own with it.",
    ]);
    expect(reported("dyn-cloud-004", type, { encrypted: true })).toEqual([]);
    expect(reported("dyn-cloud-004", "aws:sqs/queue:Queue", {})).toEqual([]);
  });

  it("is silent about what a preview does not know", () => {
    const props = unknowable({ encrypted: true, name: "x" }, "encrypted");
    const { validateResource } = named<ResourceValidationPolicy>("dyn-cloud-004");
    const said: string[] = [];
    const [validate] = [validateResource].flat();
    const args = { type: "aws:efs/fileSystem:FileSystem", name: "r", urn: "u", props };
    void validate?.(args as unknown as ResourceValidationArgs, (message) => said.push(message));
    expect(said).toEqual([]);
  });

  it("judges a stack by what its resources were computed from", () => {
    const resource = (type: string, name: string, props: object, behind: object = {}) =>
      ({
        type,
        name,
        urn: `urn:${name}`,
        props,
        propertyDependencies: behind,
      }) as unknown as PolicyResource;
    const template = resource("aws:ec2/launchTemplate:LaunchTemplate", "t", {
      networkInterfaces: [{ interfaceType: "efa" }],
    });
    const group = resource(
      "aws:eks/nodeGroup:NodeGroup",
      "g",
      { capacityType: "SPOT" },
      {
        launchTemplate: [template],
      },
    );
    const said: (readonly [string, string | undefined])[] = [];
    const policy = named<StackValidationPolicy>("dyn-cloud-009");
    void policy.validateStack(
      { resources: [template, group] } as unknown as Parameters<typeof policy.validateStack>[0],
      (message, urn) => said.push([message, urn]),
    );
    expect(said).toEqual([
      [expect.stringContaining("capacityType: the machines have EFA"), "urn:g"],
    ]);
  });
});
