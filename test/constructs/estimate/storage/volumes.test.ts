// SPDX-License-Identifier: Apache-2.0
/** @module Claims of foreign manifests: what is behind them, how large they are, how fast. */
import { billOf, claimedVolumes } from "@dynamo-iac/constructs/estimate";
import { describe, expect, it } from "vitest";

const claim = (name: string, spec: object, metadata: object = {}) => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name, namespace: "inference", ...metadata },
  spec: { accessModes: ["ReadWriteMany"], ...spec },
});
const sized = (storage: string, more: object = {}) => ({
  resources: { requests: { storage } },
  ...more,
});
const storageClass = (
  name: string,
  provisioner: string,
  parameters: object,
  more: object = {},
) => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name },
  provisioner,
  parameters,
  ...more,
});
const volume = (name: string, spec: object) => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name },
  spec,
});

describe("claimedVolumes", () => {
  it.each([
    ["fsx.csi.aws.com", { perUnitStorageThroughput: "500" }, "2400Gi", "fsx-lustre", 1171.875],
    [
      "azurelustre.csi.azure.com",
      { "sku-name": "AMLFS-Durable-Premium-250" },
      "8Ti",
      "azure-managed-lustre",
      2000,
    ],
    [
      "lustre.csi.storage.gke.io",
      { perUnitStorageThroughput: "1000" },
      "18000Gi",
      "gcp-managed-lustre",
      17_578.125,
    ],
    ["filestore.csi.storage.gke.io", { tier: "zonal" }, "1Ti", "filestore", 272.629_76],
    ["file.csi.azure.com", { skuName: "Premium_ZRS" }, "1Ti", "azure-files", 212.860_928],
    [
      "pd.csi.storage.gke.io",
      { type: "hyperdisk-ml", "provisioned-throughput-on-create": "2400Mi" },
      "300Gi",
      "hyperdisk-ml",
      2516.5824,
    ],
  ])("of a class of %s", (provisioner, parameters, size, product, mbps) => {
    const [found] = claimedVolumes([
      claim("weights", sized(size, { storageClassName: "fast" })),
      storageClass("fast", provisioner, parameters),
    ]);
    expect(found).toMatchObject({ claim: "weights", product, className: "fast" });
    expect(found?.totalMBps).toBeCloseTo(mbps, 3);
  });

  it("do not guess the throughput that a manifest does not tell", () => {
    for (const [provisioner, parameters] of [
      ["efs.csi.aws.com", { provisioningMode: "efs-ap" }],
      ["fsx.csi.aws.com", { deploymentType: "SCRATCH_2" }],
      ["file.csi.azure.com", { skuName: "Standard_LRS" }],
      ["filestore.csi.storage.gke.io", { tier: "regional" }],
    ] as const) {
      const [found] = claimedVolumes([
        claim("c", sized("1Ti", { storageClassName: "s" })),
        storageClass("s", provisioner, parameters),
      ]);
      expect(found?.product).toBeDefined();
      expect(found?.totalMBps).toBeUndefined();
    }
  });

  it("do not take another product of the same driver for it", () => {
    const of = (provisioner: string, parameters: object) =>
      claimedVolumes([
        claim("c", sized("1Ti", { storageClassName: "s" })),
        storageClass("s", provisioner, parameters),
      ])[0]?.product;
    expect(of("pd.csi.storage.gke.io", { type: "pd-balanced" })).toBeUndefined();
    expect(of("efs.csi.aws.com", { provisioningMode: "s3files-ap" })).toBeUndefined();
    expect(of("ebs.csi.aws.com", { type: "gp3" })).toBeUndefined();
  });

  it("of a static volume, found by name or by the claim that it is kept for", () => {
    const named = claim("a", sized("1200Gi", { volumeName: "pv-a", storageClassName: "" }));
    const kept = claim("b", sized("100Gi", { storageClassName: "" }));
    const found = claimedVolumes([
      named,
      kept,
      volume("pv-a", { csi: { driver: "fsx.csi.aws.com", volumeHandle: "fs-1" } }),
      volume("pv-b", {
        claimRef: { namespace: "inference", name: "b" },
        csi: { driver: "s3.csi.aws.com", volumeHandle: "bucket" },
      }),
      volume("pv-c", {
        claimRef: { namespace: "other", name: "b" },
        csi: { driver: "efs.csi.aws.com", volumeHandle: "fs-2" },
      }),
    ]);
    expect(found).toEqual([
      {
        claim: "a",
        namespace: "inference",
        product: "fsx-lustre",
        className: undefined,
        sizeGiB: 1200,
      },
      {
        claim: "b",
        namespace: "inference",
        product: "s3",
        className: undefined,
        sizeGiB: 100,
        totalMBps: Number.POSITIVE_INFINITY,
      },
    ]);
  });

  it("know the zones of a class and of a volume", () => {
    const zones = (object: object, spec: object) =>
      claimedVolumes([claim("c", sized("1Ti", spec)), object])[0]?.zones;
    const allowedTopologies = [
      { matchLabelExpressions: [{ key: "topology.gke.io/zone", values: ["us-central1-a"] }] },
    ];
    expect(
      zones(storageClass("s", "lustre.csi.storage.gke.io", {}, { allowedTopologies }), {
        storageClassName: "s",
      }),
    ).toEqual(["us-central1-a"]);
    const expression = {
      key: "topology.kubernetes.io/zone",
      operator: "In",
      values: ["us-east-1a"],
    };
    expect(
      zones(
        volume("v", {
          csi: { driver: "fsx.csi.aws.com" },
          nodeAffinity: {
            required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] },
          },
        }),
        { volumeName: "v" },
      ),
    ).toEqual(["us-east-1a"]);
  });

  it("know the classes that AKS and GKE come with", () => {
    const [found] = claimedVolumes([
      claim("c", sized("1Ti", { storageClassName: "azurefile-csi-premium" })),
    ]);
    expect(found).toMatchObject({ product: "azure-files", totalMBps: expect.any(Number) });
    expect(
      claimedVolumes([claim("c", sized("1Ti", { storageClassName: "zonal-rwx" }))])[0]?.product,
    ).toBe("filestore");
  });

  it("believe the annotation before anything else, as far as it is numbers", () => {
    const annotated = (text: string) =>
      claimedVolumes([
        claim("c", sized("1Ti"), { annotations: { "dynamo-iac/throughput": text } }),
      ])[0];
    expect(annotated('{"totalMBps":900,"perMachineMBps":300}')).toMatchObject({
      totalMBps: 900,
      perMachineMBps: 300,
    });
    for (const text of ["", "much", "null", "[]", '{"totalMBps":"fast"}'])
      expect(annotated(text)?.totalMBps).toBeUndefined();
  });

  it("count what a StatefulSet claims for all its replicas", () => {
    const set = (replicas?: number) => ({
      kind: "StatefulSet",
      metadata: { name: "nats", namespace: "platform" },
      spec: {
        replicas,
        volumeClaimTemplates: [{ metadata: { name: "data" }, spec: sized("10Gi") }],
      },
    });
    expect(claimedVolumes([set(3)])).toMatchObject([
      { claim: "data-nats-*", namespace: "platform", sizeGiB: 30 },
    ]);
    expect(claimedVolumes([set()])[0]?.sizeGiB).toBe(10);
    expect(claimedVolumes([set(0)])[0]?.sizeGiB).toBe(0);
  });

  it("survive what is no claim", () => {
    expect(claimedVolumes([null, 1, "text", {}, { kind: "PersistentVolumeClaim" }])).toEqual([
      { claim: "", namespace: undefined, product: undefined, className: undefined, sizeGiB: 0 },
    ]);
  });
});

describe("the bill", () => {
  it("names the product of a claim, and its class where that is all", () => {
    const { storage } = billOf([
      claim("a", sized("1200Gi", { storageClassName: "fast" })),
      claim("b", sized("10Gi", { storageClassName: "gp3" })),
      claim("c", sized("10Gi")),
      storageClass("fast", "fsx.csi.aws.com", { perUnitStorageThroughput: "125" }),
    ]);
    expect(storage).toEqual([
      { name: "a", kind: "fsx-lustre", className: "fast", sizeGiB: 1200 },
      { name: "b", kind: "gp3", sizeGiB: 10 },
      { name: "c", kind: "default", sizeGiB: 10 },
    ]);
  });
});
