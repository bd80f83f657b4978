// SPDX-License-Identifier: Apache-2.0
/** @module Every rule about volumes with one spoiled case. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "@dynamo-iac/constructs";
import { codes, formatPath, tokenText } from "@dynamo-iac/constructs/facts";
import {
  CheckpointStorage,
  CompilationCache,
  efs,
  gcsFuse,
  ModelCache,
  ModelExpress,
  type StorageVolume,
  s3,
} from "@dynamo-iac/constructs/storage";
import { Chart, App as PlainApp } from "cdk8s";
import { describe, expect, it } from "vitest";
import { caches, chart, codesOf } from "./caches.js";

/** What is wrong, where it is said, and with which words. */
const mistakes: readonly (readonly [string, string, () => StorageVolume, RegExp])[] = [
  ["DYN-STOR-001", "size", () => caches.azureFiles({ size: "much" }), /got "much"/],
  ["DYN-STOR-001", "size", () => caches.azureFiles({ size: "-1Gi" }), /above 0/],
  ["DYN-STOR-001", "size", () => caches.azureFiles({ size: undefined }), /is missing/],
  [
    "DYN-STOR-002",
    "size",
    () => caches.fsxLustre({ size: "3600Gi" }),
    /FSx for Lustre 500 comes with 1200 GiB, 2400 GiB and every 2400 GiB; got "3600Gi"/,
  ],
  [
    "DYN-STOR-002",
    "size",
    () => caches.filestore({ size: "9984.5Gi" }),
    /1024 GiB and every 256 GiB to 9984 GiB/,
  ],
  [
    "DYN-STOR-003",
    "accessMode",
    () => caches.efs({ accessMode: "ReadWriteOnce" }),
    /lets one node mount/,
  ],
  [
    "DYN-STOR-004",
    "accessMode",
    () => caches.hyperdiskMl({ accessMode: "ReadWriteMany" }),
    /Hyperdisk ML has ReadOnlyMany, ReadWriteOnce; got ReadWriteMany/,
  ],
  [
    "DYN-STOR-005",
    "size",
    () => caches.azureFiles({ size: "500Gi", models: ["deepseek-ai/DeepSeek-R1"] }),
    /the models take 6\d\d(\.\d)? GiB.*the volume has 500 GiB/,
  ],
  [
    "DYN-STOR-006",
    "size",
    () => caches.azureFiles({ size: "700Gi", models: ["deepseek-ai/DeepSeek-R1"] }),
    /1\.3 times that are 8\d\d GiB/,
  ],
  [
    "DYN-STOR-007",
    "zone",
    () => caches.fsxLustre({ pools: [{ name: "p5", zones: ["us-east-1a", "us-east-1b"] }] }),
    /stands in us-east-1a, and p5 has machines in us-east-1b/,
  ],
  [
    "DYN-STOR-007",
    "zone",
    () =>
      caches.fsxLustre({
        zone: undefined,
        pools: [{ pool: { name: "p5", zones: ["us-east-1a", "us-east-1b"] } }],
      }),
    /the machines in us-east-1a and us-east-1b/,
  ],
  [
    "DYN-STOR-007",
    "zone",
    () => caches.azureManagedLustre({ zone: "1" }),
    /labelled with region and number, such as eastus-1; got "1"/,
  ],
  ["DYN-STOR-008", "zone", () => caches.fsxLustre({ zone: undefined }), /nothing says in which/],
  ["DYN-STOR-009", "uid", () => caches.efs({ uid: 0 }), /writes as root/],
  ["DYN-STOR-009", "directoryPerms", () => caches.efs({ directoryPerms: "777" }), /got "777"/],
  ["DYN-STOR-009", "directoryPerms", () => caches.efs({ directoryPerms: "rwx" }), /octal mode/],
  [
    "DYN-STOR-010",
    "encryptInTransit",
    () => caches.efs({ encryptInTransit: false }),
    /in clear text/,
  ],
  [
    "DYN-STOR-010",
    "encryptInTransit",
    () => caches.azureFiles({ encryptInTransit: false }),
    /in clear text/,
  ],
  [
    "DYN-STOR-011",
    "throughputMBps",
    () => caches.efs({ throughputMode: "bursting" }),
    /of Amazon EFS is not known/,
  ],
  [
    "DYN-STOR-011",
    "throughputMBps",
    () => caches.existingClaim({ throughputMBps: undefined }),
    /this storage/,
  ],
  ["DYN-STOR-012", "reclaimPolicy", () => caches.efs({ reclaimPolicy: "Delete" }), /is Delete/],
  ["DYN-STOR-013", "name", () => caches.efs({ name: "Models" }), /got "Models"/],
  [
    "DYN-STOR-014",
    "perUnitStorageThroughput",
    () => caches.fsxLustre({ perUnitStorageThroughput: 300, throughputMBps: 1 }),
    /has the tiers 125, 250, 500, 1000; got "300"/,
  ],
  [
    "DYN-STOR-014",
    "throughputMiBps",
    () => caches.hyperdiskMl({ throughputMiBps: 100 }),
    /must be 400 to 1200000, got 100/,
  ],
  [
    "DYN-STOR-015",
    "backing",
    () =>
      new CompilationCache(chart(), "c", {
        backing: gcsFuse({ bucket: "b", serviceAccountName: "s" }),
      }),
    /is a bucket: it has no locks/,
  ],
  [
    "DYN-STOR-015",
    "backing",
    () => new CheckpointStorage(chart(), "c", { backing: s3({ bucket: "b", region: "r" }) }),
    /Amazon S3 is a bucket/,
  ],
  [
    "DYN-STOR-021",
    "type",
    () => new CheckpointStorage(chart(), "c", { type: "s3", backing: efs({ fileSystemId: "f" }) }),
    /"s3" was announced/,
  ],
  ["DYN-STOR-022", "mountPath", () => caches.efs({ mountPath: "models" }), /begin with a slash/],
  [
    "DYN-STOR-022",
    "basePath",
    () =>
      new CheckpointStorage(chart(), "c", {
        basePath: "checkpoints",
        backing: efs({ fileSystemId: "f" }),
      }),
    /begin with a slash/,
  ],
  ["DYN-STOR-028", "namespace", () => caches.s3({}, ""), /in which namespace/],
  [
    "DYN-STOR-029",
    "disk",
    () => ModelCache.hyperdiskMl(chart(), "m", { size: "500Gi", zone: "us-central1-a" }),
    /one node fills it/,
  ],
  [
    "DYN-STOR-030",
    "dnsName",
    () => caches.fsxLustre({ dnsName: undefined }),
    /is empty, so there is nothing to mount/,
  ],
  ["DYN-STOR-030", "bucket", () => caches.s3({ bucket: "s3://weights/m" }), /must be a bare name/],
  ["DYN-STOR-030", "bucket", () => caches.gcsFuse({ bucket: "gs://w" }), /must be a bare name/],
  ["DYN-STOR-030", "container", () => caches.azureBlob({ container: "a/b" }), /a bare name/],
  ["DYN-STOR-030", "fileSystemId", () => caches.efs({ fileSystemId: "" }), /is empty/],
  [
    "DYN-STOR-030",
    "address",
    () => caches.stream({ address: "/models" }),
    /s3:\/\/, gs:\/\/ or az/,
  ],
  ["DYN-STOR-030", "storageAccount", () => caches.stream({ address: "az://c" }), /is empty/],
  ["DYN-STOR-031", "path", () => caches.nodeLocal({ waive: [] }), /baseline Pod Security level/],
  [
    "DYN-STOR-034",
    "storageClassName",
    () => new CompilationCache(chart(), "c"),
    /ReadWriteMany is asked of the cluster's default class/,
  ],
  [
    "DYN-STOR-034",
    "storageClassName",
    () => caches.storageClass({ storageClassName: "gp3" }),
    /of the class "gp3", which makes disks/,
  ],
  ["DYN-STOR-032", "protocol", () => caches.azureBlob({ protocol: "nfs" }), /NFS 3 carries/],
];

describe("the rules about volumes", () => {
  it.each(mistakes)("fail with %s at %s", (code, path, make, message) => {
    const found = make().findings();
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(/\.$/);
    expect(found[0]?.severity).toBe(codes[found[0]?.code ?? "DYN-STOR-001"].severity);
  });

  it("are waived with a reason, in the volume's own and in what follows from its storage", () => {
    const waive = [
      { code: "DYN-STOR-010", reason: "WireGuard between the nodes" },
      { code: "DYN-STOR-022", reason: "never" },
    ] as const;
    const cache = caches.efs({ encryptInTransit: false, mountPath: "models", waive });
    expect(codesOf(cache)).toEqual([]);
    expect(cache.findings()).toHaveLength(2);
  });

  it("stop the synthesis of our App and of cdk8s' own, all at once", () => {
    for (const app of [new App({ report: () => undefined }), new PlainApp()]) {
      const scope = new Chart(app, "chart", { namespace: "n" });
      ModelCache.efs(scope, "models", { fileSystemId: "", uid: 0, size: "x" });
      const texts = app.node.findAll().flatMap((each) => each.node.validate());
      for (const code of ["DYN-STOR-030", "DYN-STOR-009", "DYN-STOR-001"])
        expect(texts.filter((text) => text.startsWith(code))).toHaveLength(1);
    }
  });
});

describe("the table of codes", () => {
  it("has no code that no test here spoils something for", () => {
    const tests = readdirSync(__dirname)
      .map((name) => readFileSync(join(__dirname, name), "utf8"))
      .join("");
    const area = Object.keys(codes).filter((code) => code.startsWith("DYN-STOR-"));
    expect(area.length).toBeGreaterThan(30);
    expect(area.filter((code) => !tests.includes(code))).toEqual([]);
  });
});

describe("values that only a Pulumi program learns", () => {
  const unknown = tokenText(7);

  it("are not judged before they are known", () => {
    for (const cache of [
      caches.efs({ fileSystemId: unknown }),
      caches.fsxLustre({ fileSystemId: unknown, dnsName: unknown, mountName: unknown }),
      caches.fsxLustre({ zone: unknown, pools: [{ name: "p5", zones: ["us-east-1b"] }] }),
      caches.azureManagedLustre({ mgsAddress: unknown, zone: unknown }),
      caches.s3({ bucket: unknown, region: unknown }),
      caches.gcsFuse({ bucket: unknown }),
      caches.stream({ address: unknown }),
    ])
      expect(codesOf(cache)).toEqual([]);
    const metadata = { redisUrl: unknown };
    const backing = efs({ fileSystemId: unknown });
    expect(codesOf(new ModelExpress(chart(), "x", { metadata, backing }))).toEqual([]);
  });
});

describe("the fixes", () => {
  it("name the bucket inside of an address", () => {
    expect(caches.s3({ bucket: "s3://weights/m" }).findings()[0]?.fix).toBe(
      'Set bucket to "weights", and what follows as prefix.',
    );
  });
});
