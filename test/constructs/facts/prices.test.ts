// SPDX-License-Identifier: Apache-2.0
/** @module Prices: what is known, what is not, and what somebody knows better. */
import { aws, gcp, machinePrice, storagePrice } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

describe("machinePrice", () => {
  it("is dated and names its region", () => {
    expect(machinePrice(aws.p5_48xlarge, "on-demand")).toEqual({
      usdPerHour: 55.04,
      region: "us-east-1",
      asOf: "2026-07-20",
    });
    expect(machinePrice(gcp.a3_megagpu_8g, "spot")).toMatchObject({
      usdPerHour: 23.275,
      region: "us-east4",
    });
  });

  it("is unknown where nobody verified it, and never 0", () => {
    expect(machinePrice(aws.p5e_48xlarge, "on-demand").usdPerHour).toBeUndefined();
    expect(machinePrice(aws.p5_48xlarge, "spot").usdPerHour).toBeUndefined();
    expect(machinePrice(aws.p5_48xlarge, "capacity-block").usdPerHour).toBeUndefined();
    expect(machinePrice(gcp.a3_highgpu_8g, "queued").usdPerHour).toBeUndefined();
    expect(machinePrice({ cloud: "other", type: "rack-7" }, "on-demand")).toEqual({
      usdPerHour: undefined,
      region: undefined,
      asOf: undefined,
    });
  });

  it("takes a reservation at the on-demand price", () => {
    expect(machinePrice(aws.p5_48xlarge, "reserved").usdPerHour).toBe(55.04);
  });

  it("lets an override win, for one way of paying or for all", () => {
    const machines = { "p5.48xlarge": { reserved: 31.5 }, "p5e.48xlarge": 43 };
    const overrides = { machines, asOf: "2026-09-01" };
    expect(machinePrice(aws.p5_48xlarge, "reserved", overrides)).toEqual({
      usdPerHour: 31.5,
      region: undefined,
      asOf: "2026-09-01",
    });
    expect(machinePrice(aws.p5_48xlarge, "on-demand", overrides).usdPerHour).toBe(55.04);
    expect(machinePrice(aws.p5e_48xlarge, "capacity-block", overrides).usdPerHour).toBe(43);
  });
});

describe("storagePrice", () => {
  it("is unknown unless given, and nothing for disks of the machine", () => {
    expect(storagePrice("efs")).toBeUndefined();
    expect(storagePrice("efs", { storage: { efs: 0.3 } })).toBe(0.3);
    expect(storagePrice("nvme")).toBe(0);
  });
});
