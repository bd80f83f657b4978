// SPDX-License-Identifier: Apache-2.0
/** @module What a model cache renders is recognised by the estimates, with the same numbers. */
import { disaggregated, graphObjects, vllm } from "@dynamo-iac/constructs";
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { viewGraph } from "@dynamo-iac/constructs/checks";
import { claimedVolumes, storageItems, weightStoreOf } from "@dynamo-iac/constructs/estimate";
import {
  type AccessMode,
  lustreTiers,
  nextSize,
  offersSize,
  type StorageProduct,
  storageProducts,
} from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caches, type Kind, kinds, objects } from "./caches.js";

/** Kinds with a claim of their own, and the product that their objects tell. */
const products: Readonly<Partial<Record<Kind, StorageProduct["name"]>>> = {
  efs: "efs",
  efsAccessPoint: "efs",
  fsxLustre: "fsx-lustre",
  fsxLustreDynamic: "fsx-lustre",
  s3: "s3",
  azureManagedLustre: "azure-managed-lustre",
  azureManagedLustreDynamic: "azure-managed-lustre",
  azureFiles: "azure-files",
  azureFilesShare: "azure-files",
  azureBlob: "azure-blob",
  managedLustre: "gcp-managed-lustre",
  managedLustreDynamic: "gcp-managed-lustre",
  filestore: "filestore",
  filestoreInstance: "filestore",
  gcsFuse: "gcs",
};

/** The same objects as somebody else would have written them: without our annotation. */
function foreign(manifests: readonly object[]): readonly object[] {
  return manifests.map((object) => {
    const { annotations: _, ...metadata } = Object(Reflect.get(object, "metadata"));
    return { ...object, metadata };
  });
}

describe("a cache that was rendered", () => {
  it.each(Object.entries(products))("as %s is %s, with its size", (kind, product) => {
    const cache = caches[kind as Kind]();
    const [found, ...more] = claimedVolumes(objects(cache));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      claim: "models",
      namespace: "inference",
      product,
      sizeGiB: cache.sizeGiB,
    });
    expect(storageItems([found ?? expect.fail("nothing found")])[0]?.kind).toBe(product);
  });

  it("has the throughput that product, tier and size have", () => {
    const total = (kind: Kind) => claimedVolumes(objects(caches[kind]()))[0]?.totalMBps;
    expect(total("fsxLustre")).toBe(2343.8);
    expect(total("azureManagedLustre")).toBe(8 * 250);
    expect(total("managedLustre")).toBe(8789.1);
    expect(total("efs")).toBe(21_474.8);
    expect(total("hyperdiskMl")).toBe(2516.6);
    expect(total("storageClass")).toBe(900);
    expect(total("s3")).toBe(Number.POSITIVE_INFINITY);
  });

  it("has the throughput that somebody measured", () => {
    for (const kind of kinds) {
      const found = claimedVolumes(objects(caches[kind]({ throughputMBps: 123 })))[0];
      if (found !== undefined) expect(found.totalMBps).toBe(123);
    }
  });

  it("is recognised without our annotation where the driver's parameters tell the tier", () => {
    const arbitrary = fc
      .tuple(fc.constantFrom(...lustreTiers), fc.integer({ min: 1, max: 40 }))
      .map(([tier, steps]) => ({ tier, sizeGiB: steps * tier.stepGiB }));
    const dynamic = {
      aws: "fsxLustreDynamic",
      azure: "azureManagedLustreDynamic",
      gcp: "managedLustreDynamic",
      other: "efs",
    } as const;
    fc.assert(
      fc.property(arbitrary, ({ tier, sizeGiB }) => {
        const cache = caches[dynamic[tier.cloud]]({
          size: `${sizeGiB}Gi`,
          ...(tier.cloud === "azure"
            ? { sku: tier.tier }
            : { perUnitStorageThroughput: tier.mbpsPerTiB }),
        });
        const [annotated] = claimedVolumes(objects(cache));
        const [plain] = claimedVolumes(foreign(objects(cache)));
        const total = (sizeGiB / 1024) * tier.mbpsPerTiB;
        expect(plain?.totalMBps).toBeCloseTo(total, 6);
        // The annotation is rounded to a tenth of a MB/s.
        expect(Math.abs((annotated?.totalMBps ?? 0) - total)).toBeLessThanOrEqual(0.051);
        expect({ ...plain, totalMBps: 0 }).toEqual({ ...annotated, totalMBps: 0 });
      }),
    );
  });
});

describe("a graph with a cache", () => {
  /** Where the estimates think that the graph reads its weights from, by the manifests alone. */
  function storeOf(kind: Kind) {
    const cache = caches[kind]();
    const [graph] = graphObjects("g", {
      namespace: "inference",
      model: { id: "Qwen/Qwen3-32B", cache },
      engine: vllm(),
      serving: disaggregated(),
    });
    const view = viewGraph(graph as DynamoGraphDeployment);
    return weightStoreOf(view, claimedVolumes(objects(cache)));
  }

  it.each(Object.entries(products))("reads from %s, which is %s", (kind, product) => {
    const store = storeOf(kind as Kind);
    const [volume] = claimedVolumes(objects(caches[kind as Kind]()));
    expect(store?.name).toBe(`models (${storageProducts[product].title})`);
    expect(store?.totalMBps).toBe(volume?.totalMBps);
    expect(store?.totalMBps).toBeGreaterThan(0);
  });

  it("streams from the bucket, or reads the disks of its machines", () => {
    expect(storeOf("stream")).toEqual({
      name: "s3://weights",
      totalMBps: Number.POSITIVE_INFINITY,
    });
    expect(storeOf("nodeLocal")).toEqual({ name: "model-cache" });
    expect(storeOf("existingClaim")).toEqual({ name: "mine" });
  });
});

describe("sizes of the products", () => {
  const sized = Object.values(storageProducts).flatMap(({ tiers }) =>
    tiers.filter(({ sizes }) => sizes.length > 0).map(({ sizes }) => sizes),
  );
  const arbitrary = fc.tuple(fc.constantFrom(...sized), fc.integer({ min: 1, max: 200_000 }));

  it("the next size can be had, is large enough, and is the smallest that is", () => {
    fc.assert(
      fc.property(arbitrary, ([sizes, least]) => {
        const next = nextSize(sizes, least);
        if (next === undefined) {
          expect(sizes.every(({ maxGiB = Number.POSITIVE_INFINITY }) => maxGiB < least)).toBe(true);
          return;
        }
        expect(offersSize(sizes, next)).toBe(true);
        expect(next).toBeGreaterThanOrEqual(least);
        for (let size = Math.max(1, next - 300); size < next; size++)
          expect(size < least || !offersSize(sizes, size)).toBe(true);
      }),
    );
  });

  it("a size that can be had is its own next size", () => {
    fc.assert(
      fc.property(arbitrary, ([sizes, least]) => {
        const next = nextSize(sizes, least);
        if (next !== undefined) expect(nextSize(sizes, next)).toBe(next);
      }),
    );
  });

  it("every product has modes and drivers that differ", () => {
    const drivers = Object.values(storageProducts).map(({ driver }) => driver);
    expect(new Set(drivers).size).toBe(drivers.length);
    for (const { accessModes } of Object.values(storageProducts))
      expect(new Set<AccessMode>(accessModes).size).toBe(accessModes.length);
  });
});
