// SPDX-License-Identifier: Apache-2.0
/** @module The platform's chart as a release of Pulumi: the same coordinates, and values with Outputs among them. */
import { chartPins, defineChart, HelmRelease } from "@dynamo-iac/clouds/kubernetes";
import {
  type DynamoPlatformProps,
  type PlatformChartValues,
  platformChart,
  platformChartSchema,
  platformChartValues,
} from "@dynamo-iac/constructs/platform";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { planOf, refusalOf, resourceNamed, testProvider } from "../../support/clouds/record.js";

const chart = defineChart(chartPins.dynamoPlatform, platformChartSchema);

async function released(values: () => object) {
  const plan = await planOf(() => {
    new HelmRelease(
      "dynamo-platform",
      { chart, namespace: "dynamo-system", values: values() as PlatformChartValues },
      { provider: testProvider() },
    );
  });
  return resourceNamed(plan, "dynamo-platform").inputs;
}

describe("the platform's chart", () => {
  it("is the same wherever it is named", () => {
    const { name, repository, version } = platformChart();
    expect(chartPins.dynamoPlatform).toEqual({ chart: name, repository, version });
  });

  it("takes our values as a release of Pulumi", async () => {
    const props: DynamoPlatformProps = { grove: "external", replicas: 2 };
    const { values } = await released(() => platformChartValues(props));
    expect(values).toEqual(platformChartValues(props));
  });

  it("takes an Output where a value is not known yet", async () => {
    const natsAddr = pulumi.output("nats://nats.example.com:4222");
    const { values } = await released(() => ({ "dynamo-operator": { natsAddr } }));
    expect(values).toEqual({ "dynamo-operator": { natsAddr: "nats://nats.example.com:4222" } });
  });

  it("refuses a key that it does not have", async () => {
    const problem = await refusalOf(() => released(() => ({ dynamo: { serviceMesh: {} } })));
    expect(JSON.stringify(problem)).toContain("dynamo");
  });
});
