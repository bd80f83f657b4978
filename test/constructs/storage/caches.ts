// SPDX-License-Identifier: Apache-2.0
/** @module A model cache of every kind in a chart, for tests. */
import { App } from "@dynamo-iac/constructs";
import { ModelCache, type ModelCacheProps } from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";

/** A chart in the namespace `inference`, or in one that is not known. */
export function chart(namespace: string | undefined = "inference"): Chart {
  const app = new App({ report: () => undefined });
  return new Chart(app, "chart", namespace === "" ? {} : { namespace });
}

/** What a test changes of a sound cache. */
export type Change = ModelCacheProps & Readonly<Record<string, unknown>>;

type Make = (change?: Change, namespace?: string) => ModelCache;

function make<P>(
  construct: (scope: Chart, id: string, props: ModelCacheProps & P) => ModelCache,
  sound: ModelCacheProps & P,
): Make {
  return (change = {}, namespace) =>
    construct(chart(namespace), "models", { ...sound, ...change } as ModelCacheProps & P);
}

const zoneA = { zone: "us-central1-a" };

/** Every kind of cache with settings that nobody objects to. */
export const caches = {
  efs: make(ModelCache.efs, { fileSystemId: "fs-0123", size: "2Ti" }),
  efsAccessPoint: make(ModelCache.efs, {
    fileSystemId: "fs-0123",
    accessPointId: "fsap-0456",
    size: "2Ti",
  }),
  fsxLustre: make(ModelCache.fsxLustre, {
    fileSystemId: "fs-0789",
    dnsName: "fs-0789.fsx.us-east-1.amazonaws.com",
    mountName: "abcdefgh",
    perUnitStorageThroughput: 500,
    size: "4800Gi",
    zone: "us-east-1a",
  }),
  fsxLustreDynamic: make(ModelCache.fsxLustre, {
    subnetId: "subnet-1",
    securityGroupIds: ["sg-1", "sg-2"],
    size: "1200Gi",
    zone: "us-east-1a",
  }),
  s3: make(ModelCache.s3, { bucket: "weights", region: "us-east-1" }),
  stream: make(ModelCache.stream, { address: "s3://weights/models" }),
  azureManagedLustre: make(ModelCache.azureManagedLustre, {
    mgsAddress: "10.0.0.4",
    sku: "AMLFS-Durable-Premium-250",
    size: "8Ti",
    zone: "eastus-1",
  }),
  azureManagedLustreDynamic: make(ModelCache.azureManagedLustre, {
    network: { resourceGroup: "net", name: "vnet", subnet: "lustre" },
    size: "16Ti",
    zone: "eastus-1",
  }),
  azureFiles: make(ModelCache.azureFiles, { size: "1Ti" }),
  azureFilesShare: make(ModelCache.azureFiles, {
    storageAccount: "account",
    shareName: "models",
    size: "1Ti",
  }),
  azureBlob: make(ModelCache.azureBlob, { storageAccount: "account", container: "weights" }),
  managedLustre: make(ModelCache.managedLustre, {
    instance: "project/us-central1-a/lustre",
    address: "10.0.0.5",
    fileSystem: "models",
    size: "18000Gi",
  }),
  managedLustreDynamic: make(ModelCache.managedLustre, {
    network: "projects/p/global/networks/n",
    perUnitStorageThroughput: 1000,
    size: "9000Gi",
    ...zoneA,
  }),
  filestore: make(ModelCache.filestore, { network: "n", size: "1Ti", ...zoneA }),
  filestoreInstance: make(ModelCache.filestore, {
    instance: "files",
    location: "us-central1-a",
    address: "10.0.0.6",
    share: "models",
    size: "2560Gi",
  }),
  gcsFuse: make(ModelCache.gcsFuse, { bucket: "weights", serviceAccountName: "reader" }),
  hyperdiskMl: make(ModelCache.hyperdiskMl, {
    disk: "projects/p/zones/us-central1-a/disks/weights",
    size: "500Gi",
  }),
  nodeLocal: make(ModelCache.nodeLocal, {
    path: "/mnt/nvme/models",
    perMachineMBps: 6000,
    waive: [{ code: "DYN-STOR-031", reason: "the namespace is privileged" }],
  }),
  existingClaim: make(ModelCache.existingClaim, { claimName: "mine", throughputMBps: 900 }),
  storageClass: make(ModelCache.storageClass, {
    storageClassName: "fast",
    size: "500Gi",
    throughputMBps: 900,
  }),
} as const satisfies Readonly<Record<string, Make>>;

/** Name of a kind. */
export type Kind = keyof typeof caches;

export const kinds = Object.keys(caches) as readonly Kind[];

/** What a cache wrote, as plain data that tests look into. */
// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
export function written(cache: ModelCache): { class?: any; volume?: any; claim?: any } {
  return {
    class: cache.storageClass?.manifest(),
    volume: cache.persistentVolume?.manifest(),
    claim: cache.claim?.manifest(),
  };
}

/** All of its objects. */
export function objects(cache: ModelCache): readonly object[] {
  return Object.values(written(cache)).filter((object) => object !== undefined);
}

/** The codes of findings that nobody waived. */
export function codesOf(cache: {
  findings(): readonly { readonly code: string; readonly waived?: string | undefined }[];
}): readonly string[] {
  return cache.findings().flatMap(({ code, waived }) => (waived === undefined ? [code] : []));
}
