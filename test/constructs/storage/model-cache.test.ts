// SPDX-License-Identifier: Apache-2.0
/** @module What a model cache writes on every storage, and what it gives to a graph. */
import { App, aggregated, InferenceGraph, toYaml, vllm } from "@dynamo-iac/constructs";
import { ModelCache } from "@dynamo-iac/constructs/storage";
import { Chart, Size } from "cdk8s";
import { describe, expect, it } from "vitest";
import { caches, chart, codesOf, type Kind, kinds, objects, written } from "./caches.js";

describe("every kind of cache", () => {
  it.each(kinds)("%s is sound as it stands", (kind) => {
    expect(codesOf(caches[kind]())).toEqual([]);
  });

  it.each(kinds)("%s renders the same bytes twice, and never a world-writable mode", (kind) => {
    const bytes = () => objects(caches[kind]()).map(toYaml).join("---\n");
    expect(bytes()).toEqual(bytes());
    expect(bytes()).not.toMatch(/777|undefined|null/);
  });

  it.each(kinds)("%s keeps what it made, and names who may take it", (kind) => {
    const { class: storageClass, volume, claim } = written(caches[kind]());
    if (storageClass !== undefined) {
      expect(storageClass).toMatchObject({ reclaimPolicy: "Retain", provisioner: /\./ });
      expect(claim.spec.storageClassName).toBe(storageClass.metadata.name);
      expect(storageClass.metadata.namespace).toBeUndefined();
    }
    if (volume !== undefined) {
      expect(volume.spec.persistentVolumeReclaimPolicy).toBe("Retain");
      expect(volume.spec.claimRef).toMatchObject({ namespace: "inference", name: "models" });
      expect(claim.spec).toMatchObject({
        storageClassName: "",
        volumeName: volume.metadata.name,
        accessModes: volume.spec.accessModes,
        resources: { requests: volume.spec.capacity },
      });
      expect(volume.metadata.namespace).toBeUndefined();
    }
  });

  it.each(kinds)("%s can be given to a graph", (kind) => {
    const scope = new Chart(new App({ report: () => undefined }), "c", { namespace: "inference" });
    const graph = new InferenceGraph(scope, "g", {
      model: { id: "Qwen/Qwen3-32B", cache: caches[kind]() },
      engine: vllm(),
      serving: aggregated(),
    });
    expect(graph.findings().filter(({ severity }) => severity === "error")).toEqual([]);
    expect(JSON.stringify(graph.manifest())).not.toContain("[object");
  });
});

describe("the classes of drivers", () => {
  const parametersOf = (kind: Kind) => written(caches[kind]()).class;

  it("make access points of EFS that belong to the user of the images", () => {
    expect(parametersOf("efs")).toMatchObject({
      provisioner: "efs.csi.aws.com",
      parameters: {
        provisioningMode: "efs-ap",
        fileSystemId: "fs-0123",
        directoryPerms: "750",
        uid: "1000",
        gid: "1000",
      },
      mountOptions: ["tls", "iam"],
      volumeBindingMode: "Immediate",
    });
  });

  it("make FSx for Lustre of the tier that was asked for", () => {
    expect(parametersOf("fsxLustreDynamic")).toMatchObject({
      parameters: {
        deploymentType: "PERSISTENT_2",
        perUnitStorageThroughput: "250",
        securityGroupIds: "sg-1,sg-2",
      },
      mountOptions: ["flock", "noatime"],
    });
  });

  it("tell Azure the number of the zone, and Google its name", () => {
    expect(parametersOf("azureManagedLustreDynamic").parameters).toMatchObject({
      "sku-name": "AMLFS-Durable-Premium-125",
      zone: "1",
      "vnet-name": "vnet",
    });
    for (const kind of ["managedLustreDynamic", "filestore"] as const)
      expect(parametersOf(kind)).toMatchObject({
        volumeBindingMode: "WaitForFirstConsumer",
        allowedTopologies: [
          { matchLabelExpressions: [{ key: "topology.gke.io/zone", values: ["us-central1-a"] }] },
        ],
      });
  });

  it("encrypt Azure Files in transit and open it to the group alone", () => {
    expect(parametersOf("azureFiles").parameters).toEqual({
      protocol: "nfs",
      encryptInTransit: "true",
      mountPermissions: "0770",
      skuName: "Premium_ZRS",
      networkEndpointType: "privateEndpoint",
    });
  });

  it("make a Hyperdisk ML for one writer", () => {
    const { class: storageClass, claim } = written(
      ModelCache.hyperdiskMl(chart(), "models", { size: "500Gi", zone: "us-central1-a" }),
    );
    expect(storageClass.parameters).toEqual({
      type: "hyperdisk-ml",
      "provisioned-throughput-on-create": "2400Mi",
    });
    expect(claim.spec.accessModes).toEqual(["ReadWriteOnce"]);
  });
});

describe("volumes that exist", () => {
  const specOf = (kind: Kind) => written(caches[kind]()).volume.spec;

  it.each([
    ["efsAccessPoint", "efs.csi.aws.com", "fs-0123::fsap-0456", undefined],
    [
      "fsxLustre",
      "fsx.csi.aws.com",
      "fs-0789",
      { dnsname: "fs-0789.fsx.us-east-1.amazonaws.com", mountname: "abcdefgh" },
    ],
    ["s3", "s3.csi.aws.com", "weights", { bucketName: "weights" }],
    [
      "azureManagedLustre",
      "azurelustre.csi.azure.com",
      "10.0.0.4_lustrefs",
      { "mgs-ip-address": "10.0.0.4", "fs-name": "lustrefs" },
    ],
    [
      "managedLustre",
      "lustre.csi.storage.gke.io",
      "project/us-central1-a/lustre",
      { ip: "10.0.0.5", filesystem: "models" },
    ],
    [
      "filestoreInstance",
      "filestore.csi.storage.gke.io",
      "modeInstance/us-central1-a/files/models",
      { ip: "10.0.0.6", volume: "models" },
    ],
    ["gcsFuse", "gcsfuse.csi.storage.gke.io", "weights", undefined],
    [
      "hyperdiskMl",
      "pd.csi.storage.gke.io",
      "projects/p/zones/us-central1-a/disks/weights",
      undefined,
    ],
  ] as const)("%s is found by its identifiers", (kind, driver, volumeHandle, attributes) => {
    const { csi } = specOf(kind);
    expect(csi).toMatchObject({ driver, volumeHandle });
    expect(csi.volumeAttributes).toEqual(attributes);
  });

  it("keep pods in the zone of a zonal product, by the label that its driver knows", () => {
    const zoneOf = (kind: Kind) =>
      specOf(kind).nodeAffinity?.required.nodeSelectorTerms[0].matchExpressions[0];
    expect(zoneOf("fsxLustre")).toEqual({
      key: "topology.kubernetes.io/zone",
      operator: "In",
      values: ["us-east-1a"],
    });
    expect(zoneOf("hyperdiskMl")).toMatchObject({
      key: "topology.gke.io/zone",
      values: ["us-central1-a"],
    });
    expect(zoneOf("efsAccessPoint")).toBeUndefined();
    expect(zoneOf("s3")).toBeUndefined();
  });

  it("are read-only where they cannot be written", () => {
    for (const kind of ["s3", "gcsFuse", "azureBlob", "hyperdiskMl"] as const) {
      expect(specOf(kind)).toMatchObject({
        accessModes: ["ReadOnlyMany"],
        csi: { readOnly: true },
      });
      expect(caches[kind]()).toMatchObject({ readOnly: true, offline: true });
    }
    expect(specOf("fsxLustre").csi.readOnly).toBeUndefined();
  });

  it("mount a part of a bucket", () => {
    expect(written(caches.s3({ prefix: "/models/" })).volume.spec.mountOptions).toContain(
      "prefix models/",
    );
    expect(written(caches.gcsFuse({ prefix: "models/" })).volume.spec.mountOptions).toContain(
      "only-dir=models",
    );
  });
});

describe("what a cache gives to the pods", () => {
  it("is a claim and a path, for files that can be links", () => {
    expect(caches.efs()).toMatchObject({
      claimName: "models",
      mountPath: "/model-cache",
      readOnly: false,
      offline: false,
      location: undefined,
    });
  });

  it("is a folder per model, in buckets", () => {
    for (const kind of ["s3", "gcsFuse", "azureBlob"] as const)
      expect(caches[kind]({ mountPath: "/weights" }).location).toBe("/weights");
    expect(caches.efs({ layout: "folder" }).location).toBe("/model-cache");
    expect(caches.s3({ layout: "hub" }).location).toBeUndefined();
  });

  it("is an address, a loader and an account, for streaming", () => {
    const cache = ModelCache.stream(chart(), "models", {
      address: "az://weights/models",
      storageAccount: "account",
      serviceAccountName: "reader",
      concurrency: 32,
      memoryLimitBytes: 5_000_000_000,
    });
    expect(objects(cache)).toEqual([]);
    expect(cache).toMatchObject({
      claimName: undefined,
      location: "az://weights/models",
      loadFormat: "runai_streamer",
      loaderConfig: { concurrency: 32, memory_limit: 5_000_000_000 },
      env: { AZURE_STORAGE_ACCOUNT_NAME: "account" },
      podLabels: { "azure.workload.identity/use": "true" },
      serviceAccountName: "reader",
    });
  });

  it("is what Cloud Storage FUSE asks of every pod", () => {
    const scope = chart();
    const graph = new InferenceGraph(scope, "g", {
      model: { id: "Qwen/Qwen3-32B", cache: caches.gcsFuse() },
      engine: vllm(),
      serving: aggregated(),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
    const { components } = (graph.manifest() as any).spec;
    for (const { podTemplate } of components)
      expect(podTemplate).toMatchObject({
        metadata: { annotations: { "gke-gcsfuse/volumes": "true" } },
        spec: { serviceAccountName: "reader" },
      });
  });

  it("is a folder of the node, or the claim of somebody else", () => {
    expect(caches.nodeLocal()).toMatchObject({
      claimName: undefined,
      volume: { hostPath: { path: "/mnt/nvme/models", type: "DirectoryOrCreate" } },
    });
    const existing = caches.existingClaim();
    expect(existing.claimName).toBe("mine");
    expect(objects(existing)).toEqual([]);
  });
});

describe("the size of a cache", () => {
  const requested = (cache: ModelCache) => written(cache).claim.spec.resources.requests.storage;

  it("is a quantity, or a Size of cdk8s", () => {
    expect(requested(caches.efs({ size: Size.tebibytes(2) }))).toBe("2048Gi");
    expect(requested(caches.efs({ size: Size.mebibytes(1500) }))).toBe("1536000Ki");
    expect(requested(caches.efs({ size: "1.5Ti" }))).toBe("1.5Ti");
  });

  it("follows from the models, in the provider's next step", () => {
    const models = ["Qwen/Qwen3-32B", "deepseek-ai/DeepSeek-R1"];
    const { size: _, ...lustre } = { size: undefined };
    expect(requested(caches.fsxLustre({ ...lustre, size: undefined, models }))).toBe("1200Gi");
    expect(requested(caches.managedLustre({ size: undefined, models }))).toBe("18000Gi");
    expect(requested(caches.efs({ size: undefined, models: ["Qwen/Qwen3-32B"] }))).toMatch(
      /^8\dGi$/,
    );
  });

  it("is a number that nobody reads, for buckets", () => {
    expect(requested(caches.s3())).toBe("1Ti");
  });
});
