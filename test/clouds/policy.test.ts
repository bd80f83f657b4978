// SPDX-License-Identifier: Apache-2.0
/** @module The policy pack: the same rules as the plan, one policy per code, as the engine calls them. */
import { resourceRules, stackRules } from "@dynamo-iac/clouds/plan";
import { policies } from "@dynamo-iac/clouds/policy";
import { codes } from "@dynamo-iac/constructs/facts";
import type {
  Policies,
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import { describe, expect, it, onTestFinished } from "vitest";

const all = policies();

function named<Policy>(name: string, pack: Policies = all): Policy {
  return pack.find((policy) => policy.name === name) as unknown as Policy;
}

/** What a policy reports about one resource. */
function reported(
  name: string,
  type: string,
  props: Record<string, unknown>,
  pack?: Policies,
): readonly string[] {
  const { validateResource } = named<ResourceValidationPolicy>(name, pack);
  const said: string[] = [];
  const args = { type, name: "r", urn: "urn:r", props } as unknown as ResourceValidationArgs;
  const [validate] = [validateResource].flat();
  void validate?.(args, (message) => said.push(message));
  return said;
}

const unknown = Symbol("unknown");

/** Arguments in a preview, as the engine gives them: at any depth, what is not known yet throws when it is read. */
function unknowable<Value extends object>(value: Value): Value {
  return new Proxy(value, {
    get: (target, key) => {
      const field: unknown = Reflect.get(target, key);
      if (field === unknown) throw new Error(`${String(key)} can't be known during preview`);
      return typeof field === "object" && field !== null ? unknowable(field) : field;
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

  it("refuses levels that are none, all at once", () => {
    const levels = {
      "DYN-CLOUD-12": "disabled",
      "DYN-API-001": "advisory",
      "DYN-CLOUD-004": "off",
    };
    expect(() => policies({ levels: levels as object })).toThrow(
      [
        'levels: no policy has the code "DYN-CLOUD-12"; did you mean DYN-CLOUD-012?',
        'levels: no policy has the code "DYN-API-001"',
        'levels["DYN-CLOUD-004"]: must be one of advisory, mandatory, disabled, got "off"',
      ].join("\n"),
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

  it("is silent about what a preview does not know, and judges what stands beside it", () => {
    expect(
      reported(
        "dyn-cloud-004",
        "aws:efs/fileSystem:FileSystem",
        unknowable({ encrypted: unknown, name: "x" }),
      ),
    ).toEqual([]);
    const template = {
      networkInterfaces: [{ securityGroups: ["sg-1", unknown] }, unknown],
      metadataOptions: { httpTokens: "optional" },
    };
    expect(
      reported("dyn-cloud-007", "aws:ec2/launchTemplate:LaunchTemplate", unknowable(template)),
    ).toEqual([expect.stringContaining("httpTokens is optional")]);
  });

  it("takes waivers from the configuration of the stack, for the object that they name", () => {
    const waive = (object: string) => {
      const waiver = { code: "DYN-CLOUD-004", object, reason: "a test" };
      runtime.setAllConfig({ "dynamo-iac:waive": JSON.stringify([waiver]) });
    };
    const saidBy = (pack: Policies) =>
      reported("dyn-cloud-004", "aws:efs/fileSystem:FileSystem", { encrypted: false }, pack).length;
    onTestFinished(() => runtime.setAllConfig({}));
    waive("FileSystem/r");
    expect(saidBy(policies())).toBe(0);
    expect(saidBy(policies({ stackWaivers: false }))).toBe(1);
    waive("FileSystem/other");
    expect(saidBy(policies())).toBe(1);
    runtime.setAllConfig({ "dynamo-iac:waive": '[{"code":"DYN-CLOUD-004"}]' });
    expect(() => policies()).toThrow("dynamo-iac:waive[0] (DYN-CLOUD-004) needs a reason");
    expect(() => policies({ stackWaivers: false })).not.toThrow();
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
    const saidBy = (pack: Policies) => {
      const said: (readonly [string, string | undefined])[] = [];
      const policy = named<StackValidationPolicy>("dyn-cloud-009", pack);
      void policy.validateStack(
        { resources: [template, group] } as unknown as Parameters<typeof policy.validateStack>[0],
        (message, urn) => said.push([message, urn]),
      );
      return said;
    };
    expect(saidBy(all)).toEqual([
      [expect.stringContaining("capacityType: the machines have EFA"), "urn:g"],
    ]);
    const waiver = { code: "DYN-CLOUD-009", object: "NodeGroup/g", reason: "a test" };
    runtime.setAllConfig({ "dynamo-iac:waive": JSON.stringify([waiver]) });
    onTestFinished(() => runtime.setAllConfig({}));
    expect(saidBy(policies())).toEqual([]);
  });
});
