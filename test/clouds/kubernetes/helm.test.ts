// SPDX-License-Identifier: Apache-2.0
/** @module Helm releases: pinned, whole, and with values that a chart really has. */
import { chartPins, defineChart, HelmRelease, token } from "@dynamo-iac/clouds/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  laterOutput,
  planOf,
  refusalOf,
  resourceNamed,
  testProvider,
} from "../../support/clouds/record.js";

const keda = defineChart(
  chartPins.keda,
  z.strictObject({
    operator: z.strictObject({ replicaCount: z.int().min(1).optional() }).optional(),
    prometheus: z
      .strictObject({ enabled: z.boolean().optional(), url: z.string().optional() })
      .optional(),
    level: z.union([z.enum(["info", "debug"]), z.int()]).optional(),
    extra: z.record(z.string(), z.string()).optional(),
  }),
);

type Values = ConstructorParameters<typeof HelmRelease<typeof keda.values>>[1]["values"];

async function release(values: () => Values, mode: "preview" | "update" = "preview") {
  const plan = await planOf(
    () => {
      new HelmRelease(
        "keda",
        { chart: keda, namespace: "keda", values: values() },
        { provider: testProvider() },
      );
    },
    { mode },
  );
  return resourceNamed(plan, "keda").inputs;
}

const refused = (values: unknown, mode: "preview" | "update" = "preview") =>
  refusalOf(() => release(() => values as Values, mode));

describe("HelmRelease", () => {
  it("installs the pinned version whole, waits, and rolls back", async () => {
    expect(await release(() => ({ operator: { replicaCount: 2 } }))).toEqual({
      atomic: true,
      chart: "keda",
      cleanupOnFail: true,
      compat: "true",
      createNamespace: false,
      name: "keda",
      namespace: "keda",
      repositoryOpts: { repo: "https://kedacore.github.io/charts" },
      skipAwait: false,
      skipCrds: false,
      timeout: 900,
      values: { operator: { replicaCount: 2 } },
      version: chartPins.keda.version,
      waitForJobs: true,
    });
  });

  it("refuses every unknown key and wrong value at once, with what was meant", async () => {
    const text = await refused({
      operator: { replicaCuont: 2 },
      prometheus: { enabled: "yes", url: 3 },
      extra: { a: 1 },
    });
    expect(text).toContain("HelmRelease keda: 4 mistakes");
    expect(text).toContain(
      'values.operator.replicaCuont: unknown field "replicaCuont"; did you mean "replicaCount"? Write replicaCount instead of replicaCuont.',
    );
    expect(text).toContain('values.prometheus.enabled: must be true or false, got "yes"');
    expect(text).toContain("values.prometheus.url: must be text, got 3");
    expect(text).toContain("values.extra.a: must be text, got 1");
  });

  it("finds an unknown key beside Outputs, secrets and tokens, and keeps each as it is", async () => {
    const values = () => ({
      prometheus: {
        url: token(laterOutput("endpoint", "https://prometheus")),
        enabled: pulumi.output(true),
      },
      extra: { password: pulumi.secret("s3cret"), plain: "x" },
      level: laterOutput("level", "debug") as pulumi.Output<"debug">,
    });
    expect((await release(values)).values).toEqual({
      extra: { password: "[secret]", plain: "x" },
      level: "[unknown]",
      prometheus: { enabled: true, url: "[unknown]" },
    });
    expect((await release(values, "update")).values).toEqual({
      extra: { password: "[secret]", plain: "x" },
      level: "debug",
      prometheus: { enabled: true, url: "https://prometheus" },
    });
    const text = await refused({ ...keda, prometheus: { enabled: pulumi.output(true), uri: "x" } });
    expect(text).toContain('values.prometheus.uri: unknown field "uri"; did you mean "url"?');
    expect(text).not.toContain("values.prometheus.enabled");
  });

  it("refuses an Output whose value does not fit as soon as it is known, without telling the value", async () => {
    const failures: unknown[] = [];
    const listen = (error: unknown) => failures.push(error);
    const before = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", listen);
    try {
      await release(() => ({ operator: { replicaCount: pulumi.secret(-7) } })).catch(listen);
    } finally {
      process.removeAllListeners("unhandledRejection");
      for (const one of before) process.on("unhandledRejection", one);
    }
    const texts = failures.map(String).join("\n");
    expect(texts).toContain(
      "HelmRelease keda: values.operator.replicaCount holds what the chart refuses",
    );
    expect(texts).not.toContain("-7");
  });

  it("refuses a timeout that is none", async () => {
    const text = await refusalOf(() =>
      planOf(() => {
        new HelmRelease(
          "keda",
          { chart: keda, namespace: "keda", timeoutSeconds: 0 },
          { provider: testProvider() },
        );
      }),
    );
    expect(text).toContain("timeoutSeconds: must be a whole number of seconds above 0, got 0");
  });
});

describe("the table of charts", () => {
  it("pins every chart to one exact version, from a repository or an OCI registry", () => {
    for (const [name, pin] of Object.entries(chartPins)) {
      expect(pin.version, name).toMatch(/^v?\d+\.\d+\.\d+(-[a-z0-9.-]+)?$/);
      const repository = "repository" in pin ? pin.repository : undefined;
      expect(pin.chart.startsWith("oci://"), name).toBe(repository === undefined);
      if (repository !== undefined) expect(repository, name).toMatch(/^https:\/\/\S+$/);
    }
  });
});
