// SPDX-License-Identifier: Apache-2.0
/** @module Minutes to ready: one machine reads one checkpoint, the store serves all of them. */
import { checkStartup, estimateStartup, type Pool } from "@dynamo-iac/constructs/estimate";
import {
  aws,
  azure,
  findModel,
  lustreGiB,
  lustreTiers,
  machine,
  sumOfParts,
} from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, type WorkerProps, worker } from "./graph-builder.js";

const pool: Pool = { name: "g6e", machine: aws.g6e_12xlarge, max: 64 };
const model = "Qwen/Qwen3-32B";
const size =
  sumOfParts(findModel(model)?.bytes ?? { embedding: 0, attention: 0, dense: 0, experts: 0 }) / 1e6;
const graph = (replicas: number, more: WorkerProps = {}) =>
  graphOf("g", [frontend(), worker("w", { replicas, gpus: 4, args: ["--model", model], ...more })]);

describe("estimateStartup", () => {
  it("is the network of a machine when the store has enough for all", () => {
    const store = { name: "efs", totalMBps: 1e6 };
    const [found] = estimateStartup([graph(2)], [pool], { store });
    // 100 Gbps are 12,500 MB/s.
    expect(found).toMatchObject({ readers: 2, limit: "machine" });
    expect(found?.loadMinutes).toBeCloseTo(size / 12_500 / 60);
    expect(found?.minutes).toBeCloseTo(size / 12_500 / 60 + 3);
  });

  it("is the store when many pods read at once", () => {
    const store = { name: "fsx", totalMBps: 1200 };
    const [found] = estimateStartup([graph(10)], [pool], { store, engineMinutes: 1 });
    expect(found?.limit).toBe("store");
    expect(found?.minutes).toBeCloseTo((10 * size) / 1200 / 60 + 1);
  });

  it("counts every node of a replica, and the replicas of the scale", () => {
    const store = { name: "fsx", totalMBps: 1200 };
    const wide = { nodes: 2, args: ["--model", model, "--tensor-parallel-size", "8"] };
    expect(estimateStartup([graph(3, wide)], [pool], { store })[0]?.readers).toBe(6);
    expect(
      estimateStartup([graph(3)], [pool], { store, scales: { w: { min: 1, max: 20 } } })[0]
        ?.readers,
    ).toBe(20);
  });

  it("takes local disks as they are", () => {
    const [found] = estimateStartup([graph(50)], [pool], {
      store: { name: "nvme", perMachineMBps: 4000 },
    });
    expect(found?.loadMinutes).toBeCloseTo(size / 4000 / 60);
  });

  it("is not known without a store, or for a model that nobody knows", () => {
    expect(estimateStartup([graph(1)], [pool])[0]?.minutes).toBeUndefined();
    const strange = graph(1, { args: ["--model", "me/mine"] });
    expect(
      estimateStartup([strange], [pool], { store: { name: "efs", totalMBps: 500 } })[0],
    ).toMatchObject({
      checkpointBytes: undefined,
      minutes: undefined,
    });
  });
});

describe("checkStartup", () => {
  it("is silent about a quick start", () => {
    expect(checkStartup([graph(2)], [pool], { store: { name: "fsx", totalMBps: 4800 } })).toEqual(
      [],
    );
  });

  it("warns of a slow one, with the storage that is fast enough", () => {
    const [found] = checkStartup([graph(20)], [pool], { store: { name: "efs", totalMBps: 500 } });
    expect(found).toMatchObject({
      code: "DYN-START-001",
      message:
        "w is ready after 46.7 minutes, of which 43.7 read 65.5 GB for each of 20 pods: efs carries 500 MB/s for all",
      fix: "Use 2400 GiB of FSx for Lustre PERSISTENT_2 1000 (2343 MB/s; 1821 are needed), or keep the weights on local disks of the machines, or stream them from a running worker with ModelExpress.",
    });
    const other = machine({ ...aws.g6e_12xlarge, cloud: "other", type: "rack" });
    const [own] = checkStartup([graph(20)], [{ ...pool, machine: other }], {
      store: { name: "nfs", totalMBps: 500 },
    });
    expect(own?.fix).toBe(
      "Give nfs 1821 MB/s, or keep the weights on local disks of the machines, or stream them from a running worker with ModelExpress.",
    );
  });

  it("does not advise a faster store when the machine is the limit", () => {
    const slow: Pool = { name: "g6e", machine: aws.g6e_xlarge, max: 4 };
    const store = { name: "fsx", totalMBps: 1e5 };
    const [found] = checkStartup([graph(1, { gpus: 1 })], [slow], { store, limitMinutes: 4 });
    expect(found?.fix).toBe(
      "Keep the weights on local disks of the machines, or stream them from a running worker with ModelExpress.",
    );
  });

  it("fails with a probe that gives up before", () => {
    const startupProbe = {
      httpGet: { path: "/live", port: 9090 },
      periodSeconds: 10,
      failureThreshold: 60,
    };
    const [slow, found] = checkStartup([graph(20, { container: { startupProbe } })], [pool], {
      store: { name: "efs", totalMBps: 500 },
    });
    expect(slow?.code).toBe("DYN-START-001");
    expect(found).toMatchObject({
      code: "DYN-START-002",
      message:
        "the start-up probe of w gives up after 10 minutes, and it takes 46.7 to read 65.5 GB for each of 20 pods and start",
      fix: "Raise failureThreshold × periodSeconds of the start-up probe above 2801 seconds.",
    });
    const hours = checkStartup([graph(60)], [pool], { store: { name: "efs", totalMBps: 500 } });
    expect(hours.map(({ code }) => code)).toEqual(["DYN-START-001", "DYN-START-002"]);
  });

  it("says when it does not know", () => {
    expect(checkStartup([graph(1)], [pool])[0]).toMatchObject({
      code: "DYN-START-003",
      message:
        "how long w takes to start cannot be said: the throughput of its storage is not known",
    });
  });
});

describe("lustreGiB", () => {
  const tier = (name: string) => {
    const found = lustreTiers.find((one) => one.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  it.each([
    ["FSx for Lustre PERSISTENT_2 1000", 1000, 0, 1200],
    ["FSx for Lustre PERSISTENT_2 1000", 1201, 0, 2400],
    ["FSx for Lustre PERSISTENT_2 125", 100, 5000, 7200],
    ["AMLFS-Durable-Premium-500", 100, 0, 4096],
    ["AMLFS-Durable-Premium-500", 2001, 0, 8192],
    ["Managed Lustre 1000", 9000, 0, 18_000],
  ])("of %s for %d MB/s and %d GiB is %d", (name, mbps, least, size) => {
    expect(lustreGiB(tier(name), mbps, least)).toBe(size);
  });

  it("knows Azure's own sizes", () => {
    expect(azure.Standard_ND96isr_H100_v5.cloud).toBe("azure");
    expect(
      lustreTiers.filter(({ cloud }) => cloud === "azure").map(({ minGiB }) => minGiB / 1024),
    ).toEqual([48, 16, 8, 4]);
  });
});
