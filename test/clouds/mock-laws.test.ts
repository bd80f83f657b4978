// SPDX-License-Identifier: Apache-2.0
/** @module The mock laws: components of this package keep them, and each can be broken. */
import {
  chartPins,
  defineChart,
  HelmRelease,
  Manifests,
  token,
} from "@dynamo-iac/clouds/kubernetes";
import { FileSystem } from "@pulumi/aws/efs/fileSystem";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy";
import * as pulumi from "@pulumi/pulumi";
import { expect, it } from "vitest";
import { z } from "zod";
import { holdToMockLaws, mockLaws } from "../support/clouds/mock-laws.js";
import { laterOutput, planOf, type TestRun, testProvider } from "../support/clouds/record.js";

class Environment extends pulumi.ComponentResource {
  constructor(name: string, build: (parent: Environment) => void) {
    super("test:index:Environment", name);
    build(this);
    this.registerOutputs({});
  }
}

const keda = defineChart(chartPins.keda, z.strictObject({ url: z.string().optional() }));

holdToMockLaws("Manifests and HelmRelease", () => {
  new Environment("e", (parent) => {
    const provider = testProvider();
    class Later extends pulumi.CustomResource {
      declare readonly host: pulumi.Output<string>;
      constructor() {
        super("test:index:Later", "later", { host: undefined }, { parent });
      }
    }
    const host = new Later().id;
    const release = new HelmRelease(
      "keda",
      { chart: keda, namespace: "keda", values: { url: host } },
      { parent, provider },
    );
    new Manifests(
      "m",
      {
        manifests: [
          { apiVersion: "v1", kind: "Namespace", metadata: { name: "ai" } },
          {
            apiVersion: "v1",
            kind: "ConfigMap",
            metadata: { name: "c", namespace: "ai" },
            ...{ data: { host: token(host) } },
          },
        ],
      },
      { parent, provider, dependsOn: [release] },
    );
  });
});

async function brokenBy(program: () => unknown, run: TestRun = {}): Promise<readonly string[]> {
  const preview = await planOf(program, { ...run, mode: "preview" });
  const update = await planOf(program, { ...run, mode: "update" });
  return mockLaws
    .filter(({ broken }) => broken({ preview, update }).length > 0)
    .map(({ name }) => name);
}

const spoiled: readonly (readonly [law: string, program: () => unknown, run?: TestRun])[] = [
  [
    "both modes have the same resources: nothing is made inside apply",
    () => {
      laterOutput("first", "x").apply(() => void new Environment("hidden", () => {}));
    },
  ],
  [
    "whatever costs money or holds data has tags",
    () =>
      new Environment(
        "e",
        (parent) => new FileSystem("f", { encrypted: true }, { parent, protect: true }),
      ),
  ],
  [
    "nothing is open to the world, in clear text on a disk, or served without a token",
    () =>
      new Environment(
        "e",
        (parent) => new FileSystem("f", { tags: {} }, { parent, protect: true }),
      ),
  ],
  [
    "what holds data is protected and kept",
    () =>
      new Environment(
        "e",
        (parent) => new FileSystem("f", { encrypted: true, tags: {} }, { parent }),
      ),
  ],
  [
    "every resource has a component above it",
    () => void new FileSystem("f", { encrypted: true, tags: {} }, { protect: true }),
  ],
  [
    "no policy allows everything",
    () => {
      const policy = JSON.stringify({
        Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
      });
      new Environment("e", (parent) => new RolePolicy("p", { role: "r", policy }, { parent }));
    },
  ],
  [
    "no secret is in clear text, and no Output token is left",
    () => ({ key: new pulumi.Config().require("key") }),
    { config: { "test:key": "hunter2-hunter2" }, secretKeys: ["test:key"] },
  ],
];

it.each(spoiled.map(([law, program, run]) => ({ law, program, run })))(
  "a program can break the law: $law",
  async ({ law, program, run }) => {
    expect(await brokenBy(program, run)).toContain(law);
  },
);

it("every law has a program that breaks it", () => {
  expect(spoiled.map(([law]) => law).toSorted()).toEqual(
    mockLaws.map(({ name }) => name).toSorted(),
  );
});
