// SPDX-License-Identifier: Apache-2.0
/** @module The machine, GPU and price tables against the reference catalogue, row by row and both ways. */
import { readFileSync } from "node:fs";
import {
  aws,
  azure,
  findMachine,
  type GpuModel,
  gcp,
  gpus,
  machine,
  machinePrice,
  machines,
  priceTables,
  usableGpuGiB,
} from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";

const file = shared("reference/gpu-catalog.md");

type Cells = Readonly<Record<string, string>>;

/** The pipe table under a heading, as one record per row. */
function table(heading: string): readonly Cells[] {
  const text = file === undefined ? "" : readFileSync(file, "utf8");
  const section = text.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const [head = [], , ...rows] = section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

function number(text: string | undefined): number | undefined {
  if (text === undefined || text === "" || text === "unverified") return undefined;
  const [over = "", under = "1"] = text.split("/");
  return Number(over) / Number(under);
}

describe.skipIf(file === undefined)("the catalogue", () => {
  const clouds = [
    ["aws", "AWS", aws],
    ["azure", "AZURE", azure],
    ["gcp", "GCP", gcp],
  ] as const;

  it.each(clouds)("has the machines of %s, and no others", (_, heading, handles) => {
    const ours = Object.values(handles).map(({ type }) => type);
    expect(ours).toEqual(table(heading).map((row) => row.type));
  });

  it.each(clouds)("has every number of the machines of %s", (cloud, heading) => {
    for (const row of table(heading)) {
      const found = findMachine(row.type ?? "");
      expect(found).toMatchObject({
        cloud,
        // The AWS table says A100 where the table of GPU models says A100-SXM.
        gpuModel: row.gpuModel === "A100" ? "A100-SXM" : row.gpuModel,
        gpus: number(row.gpus),
        gpuMemGiB: number(row.gpuMemGiB),
        vcpu: number(row.vcpu),
        ramGiB: number(row.ramGiB),
        nvmeGB: number(row.nvmeGB),
        netGbps: number(row.netGbps),
        rdma: row.rdma,
        rdmaCount: number(row.rdmaCount),
        maxPods: number(row.maxPods),
        arch: row.arch ?? (row.notes?.includes("arm64") ? "arm64" : "amd64"),
        fractional: row.gpus?.includes("/"),
      });
      expect(found?.source).not.toBe("");
    }
  });

  it.each(clouds)("has every price of %s, and no other", (cloud, heading) => {
    const prices = priceTables.find((one) => one.cloud === cloud);
    const expected = table(heading).map((row) => [
      row.type,
      [number(row.usdHour), number(row.usdHourSpot)],
    ]);
    const ours = Object.entries(prices?.machines ?? {}).map(([type, price]) => [
      type,
      [price.onDemand, price.spot],
    ]);
    expect(ours).toEqual(expected);
  });

  it("has the regions of Azure's prices", () => {
    for (const row of table("AZURE")) {
      if (row.region === "-") continue;
      expect(machinePrice({ cloud: "azure", type: row.type ?? "" }, "on-demand").region).toBe(
        row.region,
      );
    }
  });

  it("has every GPU model, with the numbers that decide", () => {
    const rows = table("GPU MODELS");
    expect(Object.keys(gpus)).toEqual(rows.map((row) => row.gpuModel));
    for (const row of rows) {
      const model = gpus[row.gpuModel as GpuModel];
      const sku = row.dynamoGpuSku ?? "";
      expect(model).toMatchObject({
        usableGiB: row.usableGiB?.includes("or") ? undefined : number(row.usableGiB),
        architecture: row.arch,
        computeCapability: number(row.computeCapability),
        fp8: row.fp8 === "yes",
        fp4: row.fp4 === "yes",
        nvlinkGBps: Number.parseInt(row.nvlinkGBps ?? "", 10),
        product: row.gfdProductContains,
        dynamoGpuSku: sku === "-" || sku.includes("wrong") ? undefined : sku,
      });
      expect(row.hbmGBps).toContain(String(model.hbmGBps));
    }
  });
});

describe("a machine", () => {
  it("has a handle in code", () => {
    expect(aws.p5_48xlarge.type).toBe("p5.48xlarge");
    expect(aws.p6_b200_48xlarge.gpus).toBe(8);
    expect(azure.Standard_ND96isr_H100_v5.rdma).toBe("ib-ndr-400");
    expect(gcp.a3_highgpu_8g.rdmaCount).toBe(4);
  });

  it("is found by name once", () => {
    expect(new Set(machines.map(({ type }) => type)).size).toBe(machines.length);
    expect(findMachine("p5.48xlarge")).toBe(aws.p5_48xlarge);
    expect(findMachine("p5.49xlarge")).toBeUndefined();
  });

  it("never promises more GPU memory than it has", () => {
    expect(usableGpuGiB(aws.p4d_24xlarge)).toBe(40);
    expect(usableGpuGiB(aws.p5_48xlarge)).toBe(79.6);
    expect(usableGpuGiB(aws.g6f_large)).toBe(2.79);
    for (const one of machines) expect(usableGpuGiB(one)).toBeLessThanOrEqual(one.gpuMemGiB);
  });

  it("is marked when it has a slice of a GPU", () => {
    expect(aws.g6f_2xlarge).toMatchObject({ gpus: 0.25, fractional: true });
    expect(aws.g6_xlarge.fractional).toBe(false);
  });

  it("says that its interfaces do not reach GPU memory", () => {
    expect(aws.g6e_48xlarge.gpuDirect).toBe(false);
    expect(aws.g7e_24xlarge.gpuDirect).toBe(true);
    expect(gcp.a3_megagpu_8g.gpuDirect).toBe(false);
    expect(azure.Standard_ND96isr_H100_v5.gpuDirect).toBe(true);
  });

  it("can be one's own", () => {
    expect(machine({ cloud: "other", type: "rack-7", vcpu: 8, ramGiB: 32 })).toMatchObject({
      gpus: 0,
      rdma: "none",
      arch: "amd64",
      fractional: false,
      source: "given",
    });
  });
});
