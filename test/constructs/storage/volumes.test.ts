// SPDX-License-Identifier: Apache-2.0
/** @module The bounds of every size, storage classes of the cluster, and storage beside the models. */
import { storageProducts } from "@dynamo-iac/constructs/facts";
import {
  CheckpointStorage,
  CompilationCache,
  efs,
  ModelCache,
  PerfCache,
  scratchVolume,
  storageClass,
} from "@dynamo-iac/constructs/storage";
import { describe, expect, it } from "vitest";
import { caches, chart, codesOf } from "./caches.js";

const tib = 1024;

describe("sizes at their bounds", () => {
  const size = (make: (change: { size: string }) => ModelCache) => (gib: number) =>
    codesOf(make({ size: `${gib}Gi` })).includes("DYN-STOR-002") ? "refused" : "offered";

  it.each([
    ["FSx for Lustre", caches.fsxLustre, [1200, 2400, 4800, 240_000], [1199, 1201, 3600, 2401]],
    [
      "Azure Managed Lustre 250",
      caches.azureManagedLustre,
      [8 * tib, 16 * tib, 128 * tib],
      [4 * tib, 12 * tib, 136 * tib, 8 * tib + 1],
    ],
    [
      "Managed Lustre 500",
      caches.managedLustre,
      [18_000, 36_000, 20_016_000],
      [9000, 17_999, 27_000, 20_034_000],
    ],
    [
      "Filestore zonal",
      caches.filestore,
      [tib, tib + 256, 9984, 10 * tib, 12.5 * tib, 100 * tib],
      [tib - 1, tib + 255, 9985, 11 * tib, 102.5 * tib],
    ],
    ["Azure Files", caches.azureFiles, [100, 101, 100 * tib], [99, 100 * tib + 1]],
    ["Hyperdisk ML", caches.hyperdiskMl, [4, 64 * tib], [3, 64 * tib + 1]],
    ["EFS", caches.efs, [1, 5, 1_000_000], []],
  ] as const)("of %s", (_, make, offered, refused) => {
    const judge = size(make);
    expect(offered.map(judge)).toEqual(offered.map(() => "offered"));
    expect(refused.map(judge)).toEqual(refused.map(() => "refused"));
  });

  it("say the next size that can be had", () => {
    const fixOf = (cache: ModelCache) =>
      cache.findings().find(({ code }) => code === "DYN-STOR-002")?.fix;
    expect(fixOf(caches.fsxLustre({ size: "1201Gi" }))).toBe('Set size to "2400Gi".');
    expect(fixOf(caches.azureFiles({ size: "50Gi" }))).toBe('Set size to "100Gi".');
    expect(fixOf(caches.hyperdiskMl({ size: "65Ti" }))).toMatch(/Take less/);
  });

  it("are compared with the models from their size on, and from 1.3 times it", () => {
    const models = [
      { ...model(), bytes: { embedding: 2 ** 30 * 100, attention: 0, dense: 0, experts: 0 } },
    ];
    const of = (gib: number) => codesOf(caches.azureFiles({ size: `${gib}Gi`, models }));
    expect(of(130)).toEqual([]);
    expect(of(129)).toEqual(["DYN-STOR-006"]);
    expect(of(100)).toEqual(["DYN-STOR-006"]);
    expect(codesOf(caches.storageClass({ size: "99Gi", models }))).toEqual(["DYN-STOR-005"]);
  });
});

describe("classes of the cluster", () => {
  const of = (storageClassName: string) =>
    ModelCache.storageClass(chart(), "c", { storageClassName, size: "2Ti" });

  it("are known where AKS and GKE come with them", () => {
    expect(codesOf(of("azurefile-csi-premium"))).toEqual([]);
    expect(codesOf(of("zonal-rwx"))).toEqual(["DYN-STOR-008"]);
    expect(of("azureblob-fuse-premium").location).toBe("/model-cache");
    expect(codesOf(of("mine"))).toEqual(["DYN-STOR-011"]);
  });

  it("are checked by the product that the user says they stand for", () => {
    const cache = ModelCache.storageClass(chart(), "c", {
      storageClassName: "mine",
      product: "fsx-lustre",
      tier: "500",
      size: "3600Gi",
      zone: "us-east-1a",
    });
    expect(codesOf(cache)).toEqual(["DYN-STOR-002"]);
  });
});

describe("storage beside the models", () => {
  it("is sound on a file system, and says nothing of throughput", () => {
    const backing = efs({ fileSystemId: "fs-0123" });
    for (const made of [
      new CompilationCache(chart(), "c", { backing }),
      new CheckpointStorage(chart(), "c", { backing }),
      new PerfCache(chart(), "c", { backing }),
      new CompilationCache(chart(), "c", { backing: storageClass({ storageClassName: "efs" }) }),
    ])
      expect(made.findings()).toEqual([]);
  });

  it("is mounted by name and path", () => {
    const compiled = new CompilationCache(chart(), "compiled", {
      backing: efs({ fileSystemId: "f" }),
    });
    expect(compiled.mount).toEqual({ pvcName: "compiled", mountPath: "/home/dynamo/.cache/vllm" });
    expect(compiled.claim?.manifest()).toMatchObject({
      spec: { resources: { requests: { storage: "50Gi" } }, accessModes: ["ReadWriteMany"] },
    });
  });

  it("gives the charts of Dynamo the claim of checkpoints", () => {
    const agent = new CheckpointStorage(chart(), "snapshot-pvc");
    expect(agent.agentValues).toEqual({
      type: "pvc",
      accessMode: "agentMount",
      pvc: {
        create: false,
        name: "snapshot-pvc",
        basePath: "/checkpoints",
        accessMode: "ReadWriteMany",
      },
    });
    expect(agent.operatorValues).toEqual({});
    const pods = new CheckpointStorage(chart(), "c", { mount: "podMount", basePath: "/cp" });
    expect(pods.operatorValues).toEqual({
      type: "pvc",
      pvc: { create: false, pvcName: "c", basePath: "/cp", accessMode: "ReadWriteMany" },
    });
  });

  it("is scratch space on the node, or of a class", () => {
    expect(scratchVolume()).toEqual({ name: "scratch", emptyDir: { sizeLimit: "50Gi" } });
    expect(scratchVolume({ name: "t", size: "1Ti", storageClassName: "nvme" })).toMatchObject({
      name: "t",
      ephemeral: { volumeClaimTemplate: { spec: { storageClassName: "nvme" } } },
    });
  });

  it("has a name for every product", () => {
    for (const [name, product] of Object.entries(storageProducts)) expect(product.name).toBe(name);
  });
});

function model() {
  const parts = { embedding: 0, attention: 0, dense: 0, experts: 0 };
  return {
    id: "acme/tiny",
    layers: 1,
    hiddenSize: 1,
    intermediateSize: 1,
    vocabularySize: 1,
    maxContext: 1,
    attention: { kind: "latent", width: 1 },
    experts: undefined,
    parameters: parts,
    bytes: parts,
    weights: "bf16",
    kvValueBytes: 2,
    source: "this test",
  } as const;
}
