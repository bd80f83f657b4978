// SPDX-License-Identifier: Apache-2.0
/** @module Prices that somebody gives: on the command line and in a file. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dynamoIac, folderOf, goodGraph } from "../support/cli.js";

const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: models}
spec: {storageClassName: fast, resources: {requests: {storage: 730Gi}}}
`;

const spot = ["--pool", "h200=p5en.48xlarge,capacity=spot"];

function estimate(...args: readonly string[]) {
  return dynamoIac(["estimate", "-", ...spot, ...args], { stdin: `${goodGraph}---\n${claim}` });
}

describe("a price of the command line", () => {
  it("takes the place of an unknown one, and is marked as given", async () => {
    const { code, out } = await estimate(
      "--price",
      "p5en.48xlarge=40/h",
      "--price",
      "fast=0.5/GiB-month",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/h200 +p5en\.48xlarge +spot +\$40\.00 +1 +1 .* given\n/);
    expect(out).toMatch(/models \(fast\) +\$0\.50 +\$365\n/);
    expect(out).toMatch(/^Total, USD\n.*\n +minimum .*\n +maximum +\$40\.50 +\$29,565\n/m);
    expect(out).not.toContain("unknown, ");
    expect(out).not.toContain("DYN-COST-002");
  });

  it("is for one way of paying when it says so", async () => {
    const other = await estimate("--price", "p5en.48xlarge:reserved=40");
    expect(other.out).toMatch(/p5en\.48xlarge \(spot\): unknown/);
    const same = await estimate(
      "--price",
      "p5en.48xlarge:reserved=40",
      "--price",
      "p5en.48xlarge:spot=12.5",
    );
    expect(same.out).toMatch(/spot +\$12\.50 +1 +1 /);
  });

  it("may be 0, which is not unknown", async () => {
    const { out } = await estimate("--price", "p5en.48xlarge=0", "--price", "fast=0/GiB-month");
    expect(out).toMatch(/ +maximum +\$0\.00 +\$0\.00\n/);
    expect(out).not.toContain("unknown price");
  });

  it("leaves what it does not name unknown, and lists it", async () => {
    const { out } = await estimate("--price", "p5en.48xlarge=40");
    expect(out).toMatch(/ +maximum +\$40\.00 +\$29,200 +models \(fast\): unknown\n/);
    expect(out).toContain("the price of models (fast) is not known");
  });

  it("is told when no pool has the machine", async () => {
    const { out } = await estimate("--price", "p5.48xlarge=40");
    expect(out).toContain("not used: the price of p5.48xlarge, which no pool has\n");
    expect((await estimate("--price", "p5en.48xlarge=40")).out).not.toContain("not used");
  });

  it.each([
    ["no amount", "p5en.48xlarge", /a name and dollars without signs/],
    ["a currency sign", "p5en.48xlarge=$40", /a name and dollars without signs/],
    ["a negative amount", "p5en.48xlarge=-1", /a name and dollars without signs/],
    ["a unit that is none", "p5en.48xlarge=40/day", /per \/h or per \/GiB-month, got \/day/],
    ["a machine by GiB", "p5en.48xlarge=40/GiB-month", /p5en\.48xlarge is paid by the hour/],
    ["storage by the hour", "efs=0.3/h", /efs is paid by GiB and month/],
    ["a misspelt machine", "p5en.48xlrage=40", /no machine type .* Did you mean p5en\.48xlarge\?/],
    ["a capacity that is none", "p5en.48xlarge:cheap=4", /one of on-demand, spot.*got cheap/],
    ["a capacity of storage", "efs:spot=4", /Only machines have a capacity/],
  ])("ends with 2 for %s", async (_, price, message) => {
    const { code, out, err } = await estimate("--price", price);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

function fileOf(text: string): string {
  return join(folderOf({ "prices.yaml": text }), "prices.yaml");
}

describe("a file of prices", () => {
  const prices = `asOf: "2026-11-01"
currency: USD
machines:
  p5en.48xlarge: {spot: 30, reserved: 50}
storage: {fast: 1}
loadBalancer: 0.02
`;

  it("is used and dated", async () => {
    const { out } = await estimate("--prices", fileOf(prices));
    expect(out).toMatch(/spot +\$30\.00 +1 +1 .* given, 2026-11-01\n/);
    expect(out).toMatch(/models \(fast\) +\$1\.00 +\$730\n/);
  });

  it("gives way to the command line, price by price", async () => {
    const { out } = await estimate("--prices", fileOf(prices), "--price", "p5en.48xlarge=20");
    expect(out).toMatch(/spot +\$20\.00 /);
    expect(out).toMatch(/models \(fast\) +\$1\.00 +\$730\n/);
  });

  it("is currency and dates in the JSON", async () => {
    const { out } = await estimate("--prices", fileOf(prices), "--format", "json");
    const { currency, max } = JSON.parse(out);
    expect(currency).toBe("USD");
    expect(max.pools[0]).toMatchObject({ usdPerHour: 30, region: null, asOf: "2026-11-01" });
    expect(max.total.unknown).toEqual([]);
  });

  it.each([
    ["no mapping", "- 1\n", /it is no mapping of prices/],
    ["another currency", "currency: EUR\n", /currency is USD, got "EUR"/],
    ["a misspelt field", "machine: {}\n", /no field machine; did you mean machines\?/],
    [
      "a text as a price",
      "machines: {p5.48xlarge: cheap}\n",
      /machines\.p5\.48xlarge is a number of dollars, got "cheap"/,
    ],
    ["a negative price", "storage: {efs: -1}\n", /storage\.efs is a number of dollars, got -1/],
    [
      "a way of paying that is none",
      "machines: {p5.48xlarge: {cheap: 1}}\n",
      /p5\.48xlarge\.cheap: a machine is had on-demand, spot/,
    ],
    [
      "a day that is none",
      "asOf: yesterday\n",
      /asOf is a day such as 2026-11-01, got "yesterday"/,
    ],
    ["text that is no YAML", "machines: [\n", /prices\.yaml: /],
  ])("ends with 2 for %s", async (_, text, message) => {
    const { code, out, err } = await estimate("--prices", fileOf(text));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("has to be there", async () => {
    const { code, err } = await estimate("--prices", "/nowhere/prices.yaml");
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: /nowhere/prices.yaml: no such file or folder\n",
    });
  });
});
