// SPDX-License-Identifier: Apache-2.0
/** @module The plan of a stack on disk: complete, the same every time, with no secret and no cloud in it. */
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { holdsSecret, holdsUnknown, planStack, planStackModes } from "@dynamo-iac/clouds/plan";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { planOf, refusalOf, resourceNamed } from "../../support/clouds/record.js";
import { inferenceStack, type SmallStack, stackFolder } from "../../support/clouds/stack.js";

const plan = (stack: SmallStack, options: object = {}) =>
  planStack({ folder: stackFolder(stack), stack: "dev", ...options });

async function bothModes(folder: string) {
  const { preview, update } = planStackModes({ folder, stack: "dev" });
  return { preview: await preview, update: await update };
}

const refusal = (stack: SmallStack) => refusalOf(() => plan(stack));

/** A custom resource of a made-up provider, for programs of a few lines. */
const thing = `class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) { super("test:index:Thing", name, { made: undefined, ...args }, opts); }
}
`;

const environment = { ...process.env };
const head = `const pulumi = require("@pulumi/pulumi");
${thing}`;

afterEach(() => {
  process.env = { ...environment };
});

describe("planStack", () => {
  it("gives every resource, the questions to the cloud, and the outputs", async () => {
    const found = await planStack({ folder: inferenceStack, stack: "dev" });
    expect(found).toMatchObject({
      version: 1,
      project: "inference",
      stack: "dev",
      mode: "preview",
    });
    expect(found.resources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "stack inference-dev",
      "custom small-private-eu-central-1a",
      "custom small-private-eu-central-1b",
      "custom small-vpc",
      "custom small-cluster",
      "custom inference/ConfigMap/facts",
      "custom Namespace/inference",
      "custom inference/Secret/hf-token-secret",
      "component small-graph",
      "provider small-kubernetes",
      "component small",
    ]);
    expect(found.assumptions).toEqual([
      {
        token: "aws:index/getAvailabilityZones:getAvailabilityZones",
        arguments: { state: "available" },
        answer: expect.objectContaining({
          names: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
          zoneIds: ["euc1-az1", "euc1-az2", "euc1-az3"],
        }),
      },
    ]);
    expect(found.outputs).toEqual({ endpoint: "[unknown]", token: "[secret]" });
    expect(resourceNamed(found, "small-cluster").protect).toBe(true);
  });

  it("is the same byte for byte, whatever the environment says", async () => {
    const first = JSON.stringify(await planStack({ folder: inferenceStack, stack: "prod" }));
    Object.assign(process.env, {
      AWS_REGION: "ap-south-1",
      AWS_PROFILE: "other",
      PULUMI_CONFIG: '{"inference:replicas":"9"}',
      TZ: "Asia/Tokyo",
    });
    expect(JSON.stringify(await planStack({ folder: inferenceStack, stack: "prod" }))).toBe(first);
    expect(first).toContain("us-east-1a");
    expect(first).toContain('"replicas":"3"');
  });

  it("has the same resources in both modes; only an update knows what the cloud makes", async () => {
    const { preview, update } = await bothModes(inferenceStack);
    const urns = (one: typeof preview) => one.resources.map(({ urn }) => urn);
    expect(urns(update)).toEqual(urns(preview));
    const facts = (one: typeof preview) => resourceNamed(one, "inference/ConfigMap/facts").inputs;
    expect(holdsUnknown(facts(preview))).toBe(true);
    expect(facts(update).data).toMatchObject({ endpoint: expect.stringMatching(/^at https:\/\//) });
    expect(update.resources.some(({ inputs }) => holdsUnknown(inputs))).toBe(false);
  });

  it("tells both modes what failed, and what came before a failure", async () => {
    const folder = stackFolder({
      program: `${head}if (pulumi.runtime.isDryRun()) throw new Error("no preview"); new Thing("a", {});`,
    });
    const { preview, update } = planStackModes({ folder, stack: "dev" });
    expect(resourceNamed(await update, "a").kind).toBe("custom");
    expect(await refusalOf(() => preview)).toContain("no preview");
    const missing = planStackModes({ folder, stack: "prdo" });
    for (const one of [missing.update, missing.preview])
      expect(await refusalOf(() => one)).toContain("has no stack prdo");
  });

  it("gives the plans that two processes would give", async () => {
    const both = await bothModes(inferenceStack);
    for (const mode of ["preview", "update"] as const)
      expect(both[mode]).toEqual(await planStack({ folder: inferenceStack, stack: "dev", mode }));
  });

  it("reads arguments as they come over the wire of the engine", async () => {
    const args = `{
      texts: ["", "a"], numbers: [0, -1.5, 1e21], flags: [true, false], nothing: null, absent: undefined,
      deep: { a: [{ b: { c: [] } }], d: {} }, later: Promise.resolve({ x: [1] }),
      hidden: pulumi.secret({ password: ["x"] }), output: pulumi.output([{ a: pulumi.secret("s") }]),
      file: new pulumi.asset.StringAsset("text"),
    }`;
    const make = new Function("pulumi", `${thing}new Thing("odd", ${args});`);
    // Without what a plan leaves out, in this process.
    const wire = resourceNamed(await planOf(() => make(pulumi)), "odd");
    const { inputs } = resourceNamed(
      await plan({ program: `${head}new Thing("odd", ${args});` }),
      "odd",
    );
    expect(inputs).toEqual(wire.inputs);
    expect(Object.keys(inputs)).toContain("deep");
  });

  it("runs a program that registers while its module loads in both modes too", async () => {
    const folder = stackFolder({ program: `${head}new Thing("a", {}); exports.b = 1;` });
    const { preview, update } = await bothModes(folder);
    for (const one of [preview, update]) {
      expect(resourceNamed(one, "a").kind).toBe("custom");
      expect(one.outputs).toEqual({ b: 1 });
    }
  });

  it("has what is loaded late when a program asks for it", async () => {
    const found = await plan({
      program: `const pulumi = require("@pulumi/pulumi");
exports.automation = typeof pulumi.automation.LocalWorkspace.create;
exports.code = pulumi.runtime.serializeFunction(() => 42).then(({ text }) => text.includes("42"));
exports.language = require("zod").z.locales.de().localeError !== undefined;
exports.yaml = require("cdk8s").Yaml.stringify({ a: 1 });`,
    });
    expect(found.outputs).toEqual({
      automation: "function",
      code: true,
      language: true,
      yaml: "a: 1\n",
    });
  });

  it("shows that a secret changed by its fingerprint alone", async () => {
    const config = (cipher: string) => `  small:key:\n    secure: ${cipher}\n`;
    const program = `${head}new Thing("a", { key: new pulumi.Config().requireSecret("key") });`;
    const key = async (cipher: string, fingerprintKey?: string) =>
      resourceNamed(await plan({ program, config: config(cipher) }, { fingerprintKey }), "a").inputs
        .key ?? "";
    expect(await key("one")).toBe("[secret]");
    const one = await key("one", "k");
    expect(one).toMatch(/^\[secret:[0-9a-f]{12}\]$/);
    expect(holdsSecret(one)).toBe(true);
    expect(await key("one", "k")).toBe(one);
    expect(await key("two", "k")).not.toBe(one);
    expect(await key("one", "other")).not.toBe(one);
  });

  it("hides a secret of the configuration also where the program lost its mark", async () => {
    const found = await plan({
      config:
        "  small:key:\n    secure: c1\n  small:nested:\n    user: me\n    password:\n      secure: c2\n",
      program: `${head}const c = new pulumi.Config();
        new Thing("a", { url: "https://u:" + c.require("key") + "@host", nested: c.requireObject("nested") });
        exports.key = c.require("key");`,
    });
    expect(resourceNamed(found, "a").inputs).toEqual({
      nested: { password: "[secret in clear text]", user: "me" },
      url: "https://u:[secret in clear text]@host",
    });
    expect(found.outputs).toEqual({ key: "[secret in clear text]" });
  });

  it("takes defaults and values of Pulumi.yaml, and structured values", async () => {
    const found = await plan({
      project:
        "config:\n  a:\n    type: integer\n    default: 3\n  b:\n    type: string\n    default: x\n  aws:region: eu-west-1\n",
      config: "  small:b: mine\n  small:list:\n    - 1\n    - two: 2\n",
      program: `${head}const c = new pulumi.Config();
        new Thing("t", { a: c.requireNumber("a"), b: c.require("b"), list: c.requireObject("list"),
          region: new pulumi.Config("aws").require("region") });`,
    });
    expect(resourceNamed(found, "t").inputs).toEqual({
      a: 3,
      b: "mine",
      list: [1, { two: 2 }],
      region: "eu-west-1",
    });
  });

  it("records the options that decide about replacement and deletion", async () => {
    const found = await plan({
      program: `${head}const first = new Thing("first", {});
        new Thing("t", { text: new pulumi.asset.StringAsset("x"), file: new pulumi.asset.FileAsset(__dirname + "/index.js") },
          { protect: true, retainOnDelete: true, deleteBeforeReplace: true, replaceOnChanges: ["a"], ignoreChanges: ["b.c"],
            additionalSecretOutputs: ["s"], aliases: [{ name: "old" }], deletedWith: first, import: "i-1",
            customTimeouts: { create: "1m", delete: "2m" }, dependsOn: [first] });`,
    });
    const { urn: _, type: __, parent, ...rest } = resourceNamed(found, "t");
    const firstUrn = "urn:pulumi:dev::small::test:index:Thing::first";
    expect(parent).toBe("urn:pulumi:dev::small::pulumi:pulumi:Stack::small-dev");
    expect(rest).toEqual({
      name: "t",
      kind: "custom",
      inputs: { file: { path: "index.js" }, text: { text: "x" } },
      dependsOn: [firstUrn],
      protect: true,
      retainOnDelete: true,
      deleteBeforeReplace: true,
      replaceOnChanges: ["a"],
      ignoreChanges: ["b.c"],
      additionalSecretOutputs: ["s"],
      aliases: [expect.objectContaining({ spec: expect.objectContaining({ name: "old" }) })],
      deletedWith: firstUrn,
      importId: "i-1",
      customTimeouts: { create: "1m", delete: "2m" },
    });
  });

  it("makes URNs of all ancestors, and shows what is only read", async () => {
    const found = await plan({
      program: `${head}class Box extends pulumi.ComponentResource {
          constructor(n, o) { super("test:index:Box", n, {}, o); } }
        const outer = new Box("outer"); const inner = new Box("inner", { parent: outer });
        new Thing("t", {}, { parent: inner }); new Thing("r", {}, { id: "i-9" });`,
    });
    expect(resourceNamed(found, "t").urn).toBe(
      "urn:pulumi:dev::small::test:index:Box$test:index:Box$test:index:Thing::t",
    );
    expect(resourceNamed(found, "r")).toMatchObject({ kind: "read", inputs: { id: "i-9" } });
  });

  it("turns functions into text where a program needs it, with what the SDK loads for that", async () => {
    const found = await plan({
      program: `const pulumi = require("@pulumi/pulumi");
        const greet = (name) => "hello " + name;
        module.exports = async () => ({ text: (await pulumi.runtime.serializeFunction(greet)).text });`,
    });
    expect(found.outputs.text).toContain('"hello " + name');
  });

  it("takes answers from the caller, and asks for one that it lacks", async () => {
    const program = `${head}module.exports = async () => {
      const { id } = await pulumi.runtime.invoke("other:index:getThing", { name: "x" }); new Thing("t", { found: id }); };`;
    const folder = stackFolder({ program });
    const text = await refusalOf(() => planStack({ folder, stack: "dev" }));
    expect(text).toContain(
      'no answer to other:index:getThing with the arguments {"name":"x"}; give one by token',
    );
    const answers = { "other:index:getThing": { id: "answered" } };
    const found = await planStack({ folder, stack: "dev", answers });
    expect(resourceNamed(found, "t").inputs.found).toBe("answered");
    expect(found.assumptions).toEqual([
      { token: "other:index:getThing", arguments: { name: "x" }, answer: { id: "answered" } },
    ]);
  });
});

describe("there is no plan, and the reason is told,", () => {
  it("without a project, a stack, or a compiled program", async () => {
    const folder = stackFolder({ program: "" });
    const of = (where: string, stack: string) =>
      refusalOf(() => planStack({ folder: where, stack }));
    expect(await of(join(folder, "node_modules/zod"), "dev")).toContain("is not a Pulumi project");
    expect(await of(folder, "de")).toContain(
      "has no stack de; its stacks are dev. Did you mean dev?",
    );
    unlinkSync(join(folder, "index.js"));
    expect(await of(folder, "dev")).toContain("Compile the program first: npx tsc -b");
    const ts = stackFolder({ program: "", project: "main: index.ts\n" });
    expect(await of(ts, "dev")).toContain("set runtime.options.typescript to false");
  });

  it("when the program throws: the message and its place, no path of this machine", async () => {
    const text = await refusal({ program: `${head}\nthrow new Error("no zones");` });
    expect(text).toMatch(/stack dev: no zones\n {2}at index\.js:6:7$/);
  });

  it("when the program refuses its arguments: the whole list and no stack trace", async () => {
    const text = await refusal({
      program: `${head}throw new pulumi.InputPropertiesError({ message: "2 mistakes", errors: [
        { propertyPath: "a.b", reason: "too small" }, { propertyPath: "c", reason: "missing" }] });`,
    });
    expect(text).toMatch(/stack dev: 2 mistakes\n {2}a\.b: too small\n {2}c: missing$/);
  });

  it("when something fails inside apply", async () => {
    const text = await refusal({
      program: `${head}pulumi.output(1).apply(() => { throw new Error("in apply"); });`,
    });
    expect(text).toContain("in apply");
  });

  it("when the program logs an error", async () => {
    const text = await refusal({ program: `${head}pulumi.log.error("quota");` });
    expect(text).toContain("the program logged errors");
    expect(text).toContain("quota");
  });

  it("when two resources have the same URN", async () => {
    const text = await refusal({ program: `${head}new Thing("a", {}); new Thing("a", {});` });
    expect(text).toContain("two resources test:index:Thing named a");
  });

  it("when the program reaches for the network", async () => {
    const text = await refusal({
      program: `module.exports = () => new Promise((_, no) => require("node:http").get("http://127.0.0.1:9", no).on("error", no));`,
    });
    expect(text).toContain("the program opened a network connection");
  });

  it("when the program waits for something that never comes, or ends the process", async () => {
    expect(await refusal({ program: "module.exports = () => new Promise(() => {});" })).toContain(
      "the program never finished",
    );
    expect(await refusal({ program: "process.exit(3);" })).toContain(
      "the program ended with code 3",
    );
  });
});
