// SPDX-License-Identifier: Apache-2.0
/** @module Reading a configuration: Pulumi's texts, presets, waivers, everything at once, and junk in any place. */
import {
  defineEnvironment,
  EnvironmentError,
  environmentOf,
  projectConfig,
  readEnvironment,
} from "@dynamo-iac/clouds/environment";
import { blocking } from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asPulumi, fullConfig, smallConfig } from "../../support/environments.js";
import { commandIn, runConfigCommands } from "../../support/pulumi-config.js";
import { junk, placesOf, spoiled } from "../../support/spoiled.js";

describe("projectConfig", () => {
  it("takes the keys of the project alone, and reads objects and lists", () => {
    const { values } = projectConfig(
      { ...asPulumi("dynamo-eks", fullConfig), "aws:region": "us-west-2", "other:name": "x" },
      "dynamo-eks",
    );
    expect(values).toEqual(fullConfig);
  });

  it("tells that a secret is there, and never its value", () => {
    const read = projectConfig({ "dynamo-eks:huggingFaceToken": "hf_secret" }, "dynamo-eks");
    expect(read).toEqual({ values: {}, secrets: ["huggingFaceToken"] });
  });

  it("leaves what is no JSON for the schema to complain about", () => {
    expect(projectConfig({ "dynamo-eks:nodes": "{gpu: []}" }, "dynamo-eks").values).toEqual({
      nodes: "{gpu: []}",
    });
  });
});

describe("environmentOf", () => {
  it("reads what Pulumi hands over", () => {
    const environment = environmentOf(asPulumi("dynamo-eks", fullConfig), "dynamo-eks", "aws");
    expect(environment).toMatchObject({
      name: "dynamo-prod",
      tags: {
        Project: "dynamo",
        Environment: "dynamo-prod",
        Preset: "production",
        CostCenter: "4711",
      },
      storage: { modelCache: { kind: "lustre", sizeGiB: 4800 } },
    });
  });

  it("throws with every mistake at once, and prints no stack", () => {
    const broken = {
      name: "Prod",
      preset: "prod",
      nodes: { gpu: [{ name: "p5", machine: "p5.48xlrge", max: 0 }] },
      budget: { monthlyUsd: "many", emails: [] },
    };
    const read = () => environmentOf(asPulumi("dynamo-eks", broken), "dynamo-eks", "aws");
    expect(read).toThrow(EnvironmentError);
    try {
      read();
    } catch (error) {
      const { findings, message, stack } = error as EnvironmentError;
      expect(findings.map(({ code }) => code).toSorted()).toEqual([
        "DYN-STACK-002",
        "DYN-STACK-003",
        "DYN-STACK-004",
        "DYN-STACK-005",
        "DYN-STACK-006",
        "DYN-STACK-021",
        "DYN-STACK-080",
      ]);
      expect(message).toContain("The configuration has 7 mistakes:");
      expect(stack).toBe(message);
    }
  });

  it("never prints a secret", () => {
    const config = {
      ...asPulumi("dynamo-eks", smallConfig),
      "dynamo-eks:huggingFaceToken": "hf_secret",
    };
    expect(() => environmentOf(config, "dynamo-eks", "aws")).toThrow(/DYN-STACK-050/);
    expect(() => environmentOf(config, "dynamo-eks", "aws")).not.toThrow(/hf_secret/);
  });
});

describe("presets", () => {
  const of = (preset: "dev" | "test" | "production") =>
    readEnvironment({ name: "x", preset, region: "us-west-2" }, { cloud: "aws" }).environment;

  it("grow from dev over test to production", () => {
    const [dev, test, production] = [of("dev"), of("test"), of("production")];
    expect(dev).toMatchObject({
      network: {
        zones: ["us-west-2a", "us-west-2b"],
        natGateways: "single",
        privateEndpoints: false,
      },
      nodes: { system: { machine: "m7i.xlarge", min: 2 } },
      storage: { retain: false, bucket: false },
      observability: {
        metrics: { enabled: true },
        logs: { enabled: false },
        traces: { enabled: false },
      },
      backup: { enabled: false, velero: false },
    });
    expect(test).toMatchObject({
      network: { natGateways: "single" },
      platform: { keda: true, registryCache: true },
      observability: { logs: { enabled: true }, traces: { enabled: true, samplePercent: 100 } },
      backup: { enabled: true, retentionDays: 7, velero: false },
    });
    expect(production).toMatchObject({
      network: {
        zones: ["us-west-2a", "us-west-2b", "us-west-2c"],
        natGateways: "per-zone",
        privateEndpoints: true,
      },
      nodes: { system: { machine: "m7i.2xlarge", min: 3, max: 8 } },
      storage: { retain: true, bucket: true },
      security: { deletionProtection: true },
      observability: { metrics: { replicas: 2 }, traces: { samplePercent: 5 } },
      backup: { enabled: true, retentionDays: 35, monthlyRetentionDays: 365, velero: true },
    });
  });

  it("keep every explicit setting, false and 0 included", () => {
    const { environment } = readEnvironment(
      {
        name: "x",
        preset: "production",
        region: "us-west-2",
        network: { flowLogRetentionDays: 0, privateEndpoints: false, natGateways: "single" },
        observability: { traces: { samplePercent: 0 }, logs: { enabled: false } },
        backup: { monthlyRetentionDays: 0, velero: false },
        platform: { keda: false },
      },
      { cloud: "aws" },
    );
    expect(environment).toMatchObject({
      network: { flowLogRetentionDays: 0, privateEndpoints: false, natGateways: "single" },
      observability: { traces: { samplePercent: 0 }, logs: { enabled: false } },
      backup: { monthlyRetentionDays: 0, velero: false },
      platform: { keda: false },
    });
  });

  it.each([
    ["azure", "eastus", "Standard_D8ds_v5", ["eastus-1", "eastus-2", "eastus-3"]],
    ["gcp", "us-central1", "n2-standard-8", ["us-central1-a", "us-central1-b", "us-central1-c"]],
  ] as const)("know the names of %s", (cloud, region, machine, zones) => {
    const { environment, findings } = readEnvironment(
      { name: "x", preset: "production", region },
      { cloud },
    );
    expect(blocking(findings)).toEqual([]);
    expect(environment?.nodes.system.machine).toBe(machine);
    expect(environment?.network.zones).toEqual(zones);
  });
});

describe("pools", () => {
  const pool = (input: object) =>
    readEnvironment({ ...smallConfig, nodes: { gpu: [input] } }, { cloud: "aws" }).environment
      ?.nodes.gpu[0];

  it("of machines with a fabric are managed and in one zone", () => {
    expect(pool({ name: "p5", machine: "p5.48xlarge", max: 2 })).toMatchObject({
      provisioner: "managed",
      zones: ["us-west-2a"],
      capacity: "on-demand",
      min: 0,
    });
  });

  it("of other machines are Karpenter's and in all zones", () => {
    expect(pool({ name: "g6", machine: "g6.xlarge", max: 2 })).toMatchObject({
      provisioner: "karpenter",
      zones: ["us-west-2a", "us-west-2b"],
    });
  });

  it("are all automatic as soon as one is, and then need no GPU Operator", () => {
    const { environment } = readEnvironment(
      {
        ...smallConfig,
        nodes: {
          gpu: [
            { name: "a", machine: "g6.xlarge", max: 1, provisioner: "auto" },
            { name: "b", machine: "g6e.xlarge", max: 1 },
          ],
        },
      },
      { cloud: "aws" },
    );
    expect(environment?.nodes.gpu.map(({ provisioner }) => provisioner)).toEqual(["auto", "auto"]);
    expect(environment?.platform.gpuOperator).toBe(false);
  });
});

describe("waivers", () => {
  it("let an error pass and stay visible with their reason", () => {
    const config = {
      ...smallConfig,
      network: { apiCidrs: ["0.0.0.0/0"] },
      waive: [{ code: "DYN-STACK-016", reason: "a demonstration of an hour" }],
    };
    const { environment, findings } = readEnvironment(config, { cloud: "aws" });
    expect(environment?.network.apiCidrs).toEqual(["0.0.0.0/0"]);
    expect(findings).toMatchObject([
      { code: "DYN-STACK-016", waived: "a demonstration of an hour" },
    ]);
  });
});

describe("defineEnvironment", () => {
  it("reads an environment that is written in TypeScript", () => {
    expect(defineEnvironment(fullConfig, "aws").ingress?.host).toBe("llm.example.com");
  });
});

describe("junk in any place of a configuration", () => {
  const places = placesOf(fullConfig).filter((path) => path.length > 0);

  it("is told and never thrown, and says nothing of what was not touched", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...junk),
        (paths, value) => {
          const config = paths.reduce<unknown>(
            (all, path) => tryToSpoil(all, path, value),
            fullConfig,
          );
          const { environment, findings } = readEnvironment(config as Record<string, unknown>, {
            cloud: "aws",
          });
          if (environment === undefined) expect(blocking(findings).length).toBeGreaterThan(0);
          for (const { fix } of findings) expect(commandIn(fix)).toBeDefined();
        },
      ),
    );
  });

  it("is repaired by running the commands until nothing is left", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...junk),
        (paths, value) => {
          let config = paths.reduce<unknown>(
            (all, path) => tryToSpoil(all, path, value),
            fullConfig,
          ) as Record<string, unknown>;
          for (let round = 0; round < 40; round++) {
            const [first] = blocking(readEnvironment(config, { cloud: "aws" }).findings);
            if (first === undefined) return;
            config = runConfigCommands(config, commandIn(first.fix) ?? "") as Record<
              string,
              unknown
            >;
          }
          expect(blocking(readEnvironment(config, { cloud: "aws" }).findings)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** A place that an earlier piece of junk took away cannot be spoiled again. */
function tryToSpoil(config: unknown, path: readonly string[], value: unknown): unknown {
  try {
    return spoiled(config, path, value);
  } catch {
    return config;
  }
}
