// SPDX-License-Identifier: Apache-2.0
/** @module Every mistake of a configuration: its code, where it is, the numbers, and the command that repairs it. */
import { readEnvironment } from "@dynamo-iac/clouds/environment";
import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { fullConfig, smallConfig } from "../../support/environments.js";
import { commandIn, runConfigCommands } from "../../support/pulumi-config.js";
import { spoiled } from "../../support/spoiled.js";

interface Case {
  /** What is wrong, in words. */
  readonly title: string;
  readonly code: string;
  /** Where the wrong value goes. */
  readonly place: string;
  readonly value: unknown;
  /** Path of the finding. @default - the place */
  readonly path?: string;
  readonly message: RegExp;
  readonly command: string;
  /** The configuration that is spoiled. @default - the full one */
  readonly base?: object;
  readonly secrets?: readonly string[];
}

const set = (path: string, value: string) => `pulumi config set --path '${path}' ${value}`;
const rm = (path: string) => `pulumi config rm --path '${path}'`;
const gpu = (pool: object) => [{ name: "g6e", machine: "g6e.2xlarge", max: 4, ...pool }];

// biome-ignore format: one mistake is easier to compare with the next when it is a block of its own
const cases: readonly Case[] = [
  { title: "an unknown section", code: "DYN-STACK-001", place: "netwrok", value: { cidr: "10.0.0.0/16" },
    message: /unknown field "netwrok"; did you mean "network"/,
    command: `${rm("netwrok")} && ${set("network.cidr", "10.0.0.0/16")}` },
  { title: "an unknown setting deep inside", code: "DYN-STACK-001", place: "nodes.gpu.0.maxx", value: 4,
    path: "nodes.gpu[0].maxx", message: /did you mean "max"/,
    command: `${rm("nodes.gpu[0].maxx")} && ${set("nodes.gpu[0].max", "4")}` },
  { title: "an unknown setting that resembles nothing", code: "DYN-STACK-001", place: "platform.colour", value: "green",
    message: /unknown field "colour"$/, command: rm("platform.colour") },
  { title: "a number in quotes", code: "DYN-STACK-002", place: "nodes.gpu.0.max", value: "4",
    path: "nodes.gpu[0].max", message: /must be a number, got "4"/, command: set("nodes.gpu[0].max", "4") },
  { title: "a version without quotes", code: "DYN-STACK-002", place: "platform.kubernetesVersion", value: 1.3,
    message: /text such as "1.34", in quotes, got 1.3/, command: set("platform.kubernetesVersion", "1.34") },
  { title: "a text in place of a list", code: "DYN-STACK-002", place: "network.zones", value: "us-west-2a",
    message: /must be a list, got "us-west-2a"/, command: `${rm("network.zones")} && ${set("network.zones[0]", "us-west-2a")}` },
  { title: "a text in place of an object", code: "DYN-STACK-002", place: "ingress", value: "llm.example.com",
    message: /must be an object/,
    command: `${rm("ingress")} && ${set("ingress.host", "llm.example.com")} && ${set("ingress.hostedZone", "example.com")}` },
  { title: "a text in place of a pool", code: "DYN-STACK-002", place: "nodes.gpu.1", value: "p5",
    path: "nodes.gpu[1]", message: /must be an object, got "p5"/, command: rm("nodes.gpu[1]") },
  { title: "yes in place of true", code: "DYN-STACK-002", place: "storage.retain", value: "yes",
    message: /must be true or false, got "yes"/, command: set("storage.retain", "true") },
  { title: "a preset that does not exist", code: "DYN-STACK-003", place: "preset", value: "prodution",
    message: /one of "dev", "test", "production", got "prodution"; did you mean "production"/, command: set("preset", "production") },
  { title: "a capacity that does not exist", code: "DYN-STACK-003", place: "nodes.gpu.1.capacity", value: "ondemand",
    path: "nodes.gpu[1].capacity", message: /did you mean "on-demand"/, command: set("nodes.gpu[1].capacity", "on-demand") },
  { title: "a share above one hundred", code: "DYN-STACK-004", place: "observability.traces.samplePercent", value: 500,
    message: /must be at most 100, got 500/, command: set("observability.traces.samplePercent", "100") },
  { title: "a pool of nothing", code: "DYN-STACK-004", place: "nodes.gpu.1.max", value: 0,
    path: "nodes.gpu[1].max", message: /must be at least 1, got 0/, command: set("nodes.gpu[1].max", "1") },
  { title: "a name with an underscore", code: "DYN-STACK-005", place: "name", value: "dynamo_prod",
    message: /lower-case letters, digits and hyphens .* got "dynamo_prod"/, command: set("name", "dynamo-prod") },
  { title: "an address that is no network", code: "DYN-STACK-005", place: "network.apiCidrs.0", value: "203.0.113.9",
    path: "network.apiCidrs[0]", message: /IPv4 network in CIDR notation/, command: set("network.apiCidrs[0]", "203.0.113.0/24") },
  { title: "a network with bits behind its prefix", code: "DYN-STACK-005", place: "network.cidr", value: "10.42.7.0/16",
    message: /without bits behind its prefix, such as 10\.42\.0\.0\/16, got "10\.42\.7\.0\/16"/, command: set("network.cidr", "10.42.0.0/16") },
  { title: "an address of nobody", code: "DYN-STACK-005", place: "budget.emails.0", value: "ml-platform",
    path: "budget.emails[0]", message: /an e-mail address, got "ml-platform"/, command: set("budget.emails[0]", "ml-platform@example.com") },
  { title: "an empty id", code: "DYN-STACK-005", place: "storage.fileShare.existingId", value: "", base: smallConfig,
    message: /at least 1 characters, has 0/, command: set("storage.fileShare.existingId", "fs-0123456789abcdef0") },
  { title: "no region", code: "DYN-STACK-006", place: "region", value: undefined,
    message: /required: the name of a region, got nothing/, command: set("region", "us-east-1") },
  { title: "a pool without a machine", code: "DYN-STACK-006", place: "nodes.gpu", value: [{ name: "a", max: 1 }],
    path: "nodes.gpu[0].machine", message: /required/, command: set("nodes.gpu[0].machine", "p5.48xlarge") },
  { title: "a name that leaves no room", code: "DYN-STACK-010", place: "name", value: "a-name-that-is-longer-than-anybody-needs",
    message: /has 40 characters, at most 24/, command: set("name", "a-name-that-is-longer-th") },
  { title: "a region of another cloud", code: "DYN-STACK-011", place: "region", value: "eastus", base: smallConfig,
    message: /"eastus" has not the form of a region of AWS, such as us-east-1/, command: set("region", "us-east-1") },
  { title: "a zone of another region", code: "DYN-STACK-012", place: "network.zones.2", value: "eu-west-1c",
    path: "network.zones[2]", message: /"eu-west-1c" is no zone of us-west-2/, command: set("network.zones[2]", "us-west-2c") },
  { title: "a zone that is named twice", code: "DYN-STACK-013", place: "network.zones.2", value: "us-west-2a",
    path: "network.zones[2]", message: /names us-west-2a a second time/,
    command: `${rm("network.zones")} && ${set("network.zones[0]", "us-west-2a")} && ${set("network.zones[1]", "us-west-2b")}` },
  { title: "one zone only", code: "DYN-STACK-013", place: "network", value: { zones: ["us-west-2a"] }, base: smallConfig,
    path: "network.zones", message: /names 1 zone, the control plane of AWS needs 2/,
    command: `${set("network.zones[0]", "us-west-2a")} && ${set("network.zones[1]", "us-west-2b")}` },
  { title: "a network that is too small", code: "DYN-STACK-014", place: "network.cidr", value: "10.42.0.0/24",
    message: /\/24 is not between \/16 and \/20: 256 addresses/, command: set("network.cidr", "10.42.0.0/16") },
  { title: "a network of public addresses", code: "DYN-STACK-014", place: "network.cidr", value: "172.32.0.0/16",
    message: /not wholly inside one of the private ranges/, command: set("network.cidr", "10.42.0.0/16") },
  { title: "an existing network with a subnet too few", code: "DYN-STACK-015", place: "network.existing",
    value: { id: "vpc-1", privateSubnetIds: ["subnet-1", "subnet-2"] }, path: "network.existing.privateSubnetIds",
    message: /2 private subnets for 3 zones/, command: set("network.existing.privateSubnetIds[2]", "subnet-0123456789abcdef0") },
  { title: "an existing network with a subnet too many", code: "DYN-STACK-015", place: "network.existing",
    value: { id: "vpc-1", privateSubnetIds: ["s-1", "s-2", "s-3", "s-4"] }, path: "network.existing.privateSubnetIds",
    message: /4 private subnets for 3 zones/,
    command: [rm("network.existing.privateSubnetIds"), ...[0, 1, 2].map((at) => set(`network.existing.privateSubnetIds[${at}]`, `s-${at + 1}`))].join(" && ") },
  { title: "an API for everybody", code: "DYN-STACK-016", place: "network.apiCidrs.0", value: "0.0.0.0/0",
    path: "network.apiCidrs[0]", message: /0.0.0.0\/0 lets everybody/, command: set("network.apiCidrs[0]", "203.0.113.0/24") },
  { title: "days that CloudWatch does not know", code: "DYN-STACK-017", place: "network.flowLogRetentionDays", value: 45,
    message: /cannot keep logs for 45 days/, command: set("network.flowLogRetentionDays", "60") },
  { title: "two pools of one name", code: "DYN-STACK-020", place: "nodes.gpu.1.name", value: "p5",
    path: "nodes.gpu[1].name", message: /"p5" is the name of nodes.gpu\[0\] too/, command: set("nodes.gpu[1].name", "p5-2") },
  { title: "a pool with a long name", code: "DYN-STACK-020", place: "nodes.gpu.1.name", value: "x".repeat(41),
    path: "nodes.gpu[1].name", message: /has 41 characters, at most 40/, command: set("nodes.gpu[1].name", "x".repeat(40)) },
  { title: "a machine with a typing mistake", code: "DYN-STACK-021", place: "nodes.gpu.1.machine", value: "g6e.2xlrge",
    path: "nodes.gpu[1].machine", message: /did you mean "g6e.2xlarge"/, command: set("nodes.gpu[1].machine", "g6e.2xlarge") },
  { title: "a machine of another cloud", code: "DYN-STACK-021", place: "nodes.gpu.1.machine", value: "a3-highgpu-8g",
    path: "nodes.gpu[1].machine", message: /machine of another cloud, this environment is on AWS/, command: set("nodes.gpu[1].machine", "g4dn.xlarge") },
  { title: "fewer machines at most than at least", code: "DYN-STACK-022", place: "nodes.gpu.0.min", value: 9,
    path: "nodes.gpu[0].max", message: /is 4, below the 9 machines/, command: set("nodes.gpu[0].max", "9") },
  { title: "a system pool with bounds that cross", code: "DYN-STACK-022", place: "nodes.system.max", value: 2,
    message: /is 2, below the 3 machines/, command: set("nodes.system.max", "3") },
  { title: "a capacity in which the machine is not sold", code: "DYN-STACK-023", place: "nodes.gpu",
    value: [{ name: "gb200", machine: "p6e-gb200.36xlarge", max: 1 }], path: "nodes.gpu[0].capacity",
    message: /p6e-gb200.36xlarge cannot be had as on-demand, only as capacity-block/, command: set("nodes.gpu[0].capacity", "capacity-block") },
  { title: "a reservation that is not named", code: "DYN-STACK-024", place: "nodes.gpu.0.reservationIds", value: undefined,
    path: "nodes.gpu[0].reservationIds", message: /reserved needs the reservation/, command: set("nodes.gpu[0].reservationIds[0]", "cr-0123456789abcdef0") },
  { title: "a reservation that nobody uses", code: "DYN-STACK-024", place: "nodes.gpu.0.capacity", value: "on-demand",
    path: "nodes.gpu[0].reservationIds", message: /names 1 reservations, which on-demand machines do not use/, command: set("nodes.gpu[0].capacity", "reserved") },
  { title: "a fabric over two zones", code: "DYN-STACK-025", place: "nodes.gpu.0.zones", value: ["us-west-2a", "us-west-2b"],
    path: "nodes.gpu[0].zones", message: /spreads p5.48xlarge over 2 zones/, command: `${rm("nodes.gpu[0].zones")} && ${set("nodes.gpu[0].zones[0]", "us-west-2a")}` },
  { title: "spot machines for a fabric", code: "DYN-STACK-026", place: "nodes.gpu", value: [{ name: "p5", machine: "p5.48xlarge", max: 2, capacity: "spot" }],
    path: "nodes.gpu[0].capacity", message: /one interruption of p5.48xlarge/, command: set("nodes.gpu[0].capacity", "on-demand") },
  { title: "a pool outside of the network", code: "DYN-STACK-027", place: "nodes.gpu.1.zones", value: ["us-west-2d"],
    path: "nodes.gpu[1].zones[0]", message: /"us-west-2d" is not among the zones of the network: us-west-2a, us-west-2b, us-west-2c/, command: set("nodes.gpu[1].zones[0]", "us-west-2a") },
  { title: "a pool that may stand nowhere", code: "DYN-STACK-027", place: "nodes.gpu.1.zones", value: [],
    path: "nodes.gpu[1].zones", message: /names no zone/, command: rm("nodes.gpu[1].zones") },
  { title: "two controllers for the same nodes", code: "DYN-STACK-028", place: "nodes.gpu.0.provisioner", value: "auto",
    path: "nodes.gpu[1].provisioner", message: /is "karpenter" while nodes.gpu\[0\] is "auto"/, command: set("nodes.gpu[1].provisioner", "auto") },
  { title: "a size in which Lustre is not sold", code: "DYN-STACK-030", place: "storage.lustre.sizeGiB", value: 3000,
    message: /1200 GiB or multiples of 2400 GiB, not 3000/, command: set("storage.lustre.sizeGiB", "4800") },
  { title: "a throughput in which Lustre is not sold", code: "DYN-STACK-031", place: "storage.lustre.throughputMBpsPerTiB", value: 300,
    message: /AWS offers 125, 250, 500, 1000 MB\/s per TiB, not 300/, command: set("storage.lustre.throughputMBpsPerTiB", "500") },
  { title: "Lustre far from the GPUs", code: "DYN-STACK-032", place: "storage.lustre.zone", value: "us-west-2c",
    base: { ...fullConfig, nodes: { gpu: gpu({ zones: ["us-west-2a"] }) } }, message: /is us-west-2c, and the GPU machines are in us-west-2a/, command: set("storage.lustre.zone", "us-west-2a") },
  { title: "a cache on a Lustre that is not there", code: "DYN-STACK-033", place: "storage.lustre", value: undefined,
    path: "storage.modelCache.kind", message: /there is no storage.lustre/, command: set("storage.modelCache.kind", "file-share") },
  { title: "a cache of another size than its Lustre", code: "DYN-STACK-033", place: "storage.modelCache.sizeGiB", value: 9600,
    message: /9600 GiB, and the cache on Lustre is the whole file system of 4800 GiB/, command: rm("storage.modelCache.sizeGiB") },
  { title: "a copy beside the original", code: "DYN-STACK-034", place: "backup.copyRegion", value: "us-west-2",
    message: /us-west-2 is the region of the environment itself/, command: rm("backup.copyRegion") },
  { title: "a replica of somebody else's file system", code: "DYN-STACK-035", place: "storage.fileShare.existingId", value: "fs-1",
    path: "storage.fileShare.replicaRegion", message: /copies fs-1, which this environment does not own/, command: rm("storage.fileShare.replicaRegion") },
  { title: "a Kubernetes that nobody offers", code: "DYN-STACK-040", place: "platform.kubernetesVersion", value: "1.29",
    message: /1.29 is not among 1.34, 1.35/, command: set("platform.kubernetesVersion", "1.34") },
  { title: "a Dynamo without v1beta1", code: "DYN-STACK-041", place: "platform.dynamoVersion", value: "1.1.0",
    message: /Dynamo 1.1.0 is not among .*1.2, 1.3, 1.4/, command: set("platform.dynamoVersion", "1.4.0") },
  { title: "one namespace for everything", code: "DYN-STACK-042", place: "platform.graphNamespace", value: "dynamo-system",
    message: /is "dynamo-system", the namespace of the operator/, command: set("platform.graphNamespace", "inference") },
  { title: "GPUs that nobody offers", code: "DYN-STACK-043", place: "platform.gpuOperator", value: false,
    message: /managed nodes of nodes.gpu\[0\] bring no device plugin/, command: set("platform.gpuOperator", "true") },
  { title: "a secret in the configuration", code: "DYN-STACK-050", place: "security.literalSecrets", value: false, secrets: ["huggingFaceToken"],
    path: "huggingFaceToken", message: /security.literalSecrets does not allow/, command: rm("huggingFaceToken") },
  { title: "literal secrets in production", code: "DYN-STACK-051", place: "security.literalSecrets", value: true,
    message: /true in production/, command: set("security.literalSecrets", "false") },
  { title: "a literal secret over somebody else's", code: "DYN-STACK-051", place: "security", base: smallConfig, secrets: ["huggingFaceToken"],
    value: { literalSecrets: true, huggingFaceSecret: "team/token" }, path: "huggingFaceToken", message: /over the value of "team\/token"/, command: rm("huggingFaceToken") },
  { title: "a principal that is no ARN", code: "DYN-STACK-052", place: "security.clusterAdmins.0", value: "platform",
    path: "security.clusterAdmins[0]", message: /"platform" is no ARN/, command: set("security.clusterAdmins[0]", "arn:aws:iam::111122223333:role/platform") },
  { title: "a host outside of its zone", code: "DYN-STACK-060", place: "ingress.hostedZone", value: "example.org",
    message: /example.org does not hold llm.example.com/, command: set("ingress.hostedZone", "example.com") },
  { title: "a way in without TLS", code: "DYN-STACK-061", place: "ingress.hostedZone", value: undefined,
    path: "ingress", message: /neither a certificate nor the DNS zone/, command: set("ingress.hostedZone", "example.com") },
  { title: "a load balancer for nobody", code: "DYN-STACK-062", place: "ingress", value: { host: "llm.example.com", hostedZone: "example.com", scheme: "internet-facing" },
    path: "ingress.allowedCidrs", message: /names no network that may reach the internet-facing/, command: set("ingress.allowedCidrs[0]", "203.0.113.0/24") },
  { title: "GPUs for everybody", code: "DYN-STACK-063", place: "ingress", value: { host: "llm.example.com", hostedZone: "example.com", scheme: "internet-facing", allowedCidrs: ["0.0.0.0/0"] },
    path: "ingress.allowedCidrs[0]", message: /everybody on the internet use the GPUs/, command: set("ingress.allowedCidrs[0]", "203.0.113.0/24") },
  { title: "cold storage for too short a time", code: "DYN-STACK-070", place: "backup.monthlyRetentionDays", value: 60,
    message: /is 60; .* 120 together/, command: set("backup.monthlyRetentionDays", "120") },
  { title: "copies of no backups", code: "DYN-STACK-071", place: "backup.enabled", value: false,
    path: "backup.copyRegion", message: /backup.enabled switches off/, command: rm("backup.copyRegion") },
  { title: "copies of somebody else's backups", code: "DYN-STACK-071", place: "storage.fileShare", value: { existingId: "fs-1" },
    path: "backup.copyRegion", message: /copies backups of fs-1/, command: rm("backup.copyRegion") },
  { title: "a budget for nobody", code: "DYN-STACK-080", place: "budget.emails", value: [],
    message: /names nobody/, command: set("budget.emails[0]", "ml-platform@example.com") },
  { title: "a budget below what always runs", code: "DYN-STACK-081", place: "budget.monthlyUsd", value: 500,
    message: /is 500 USD, and the GPU machines that always run cost \d+ USD a month/, command: set("budget.monthlyUsd", "81000") },
  { title: "production with one way out", code: "DYN-STACK-090", place: "network.natGateways", value: "single", base: { ...fullConfig, waive: [] },
    message: /when its zone fails 3 zones lose their way out/, command: set("network.natGateways", "per-zone") },
  { title: "production on one machine", code: "DYN-STACK-090", place: "nodes.system.min", value: 1,
    message: /is 1: every controller/, command: set("nodes.system.min", "3") },
  { title: "production that deletes its data", code: "DYN-STACK-090", place: "storage.retain", value: false,
    message: /deletes the data/, command: set("storage.retain", "true") },
  { title: "production that nobody watches", code: "DYN-STACK-090", place: "observability.metrics.enabled", value: false,
    message: /nobody would see/, command: set("observability.metrics.enabled", "true") },
  { title: "production that one command deletes", code: "DYN-STACK-090", place: "security.deletionProtection", value: false,
    message: /one command deletes/, command: set("security.deletionProtection", "true") },
  { title: "production without backups", code: "DYN-STACK-090", place: "backup", value: { enabled: false },
    path: "backup.enabled", message: /stays lost/, command: set("backup.enabled", "true") },
  { title: "production without a budget", code: "DYN-STACK-091", place: "budget", value: undefined,
    message: /nobody is told/, command: `${set("budget.monthlyUsd", "50000")} && ${set("budget.emails[0]", "ml-platform@example.com")}` },
  { title: "a graph that is named twice", code: "DYN-STACK-092", place: "graphs", value: [{ manifest: "a.yaml" }, { manifest: "a.yaml" }],
    path: "graphs[1].manifest", message: /"a.yaml" is graphs\[0\] too/, command: rm("graphs[1]") },
];

describe("a configuration that is right", () => {
  it.each([
    ["with everything", fullConfig],
    ["with the least", smallConfig],
  ])("has no findings %s", (_, config) => {
    const { environment, findings } = readEnvironment(config, { cloud: "aws" });
    expect(findings).toEqual([]);
    expect(environment?.name).toBe(config.name);
  });
});

describe("a mistake in a configuration", () => {
  it.each(cases)("$code: $title", (entry) => {
    const config = spoiledConfig(entry);
    const { findings } = readEnvironment(config, { cloud: "aws", secrets: entry.secrets });
    const found = findings.find(
      ({ code, path }) => code === entry.code && formatPath(path) === (entry.path ?? entry.place),
    );
    expect(found?.message, JSON.stringify(findings)).toMatch(entry.message);
    expect(commandIn(found?.fix ?? "")).toBe(entry.command);
  });

  it.each(cases)("$code: $title, and its command repairs it", (entry) => {
    const config = spoiledConfig(entry);
    const repaired = runConfigCommands(config, entry.command);
    const secrets = (entry.secrets ?? []).filter((key) => !entry.command.includes(key));
    const { findings } = readEnvironment(repaired as Record<string, unknown>, {
      cloud: "aws",
      secrets,
    });
    const path = entry.path ?? entry.place;
    expect(
      findings.filter((found) => found.code === entry.code && formatPath(found.path) === path),
    ).toEqual([]);
  });

  it("is told of every code of the table", () => {
    const told = new Set([...cases.map(({ code }) => code)]);
    const all = Object.keys(codes).filter((code) => code.startsWith("DYN-STACK-"));
    expect(all.filter((code) => !told.has(code))).toEqual([]);
  });
});

function spoiledConfig({ base = fullConfig, place, value }: Case): Record<string, unknown> {
  const steps = place.split(".");
  for (let depth = 1; depth < steps.length; depth++) {
    const above = steps.slice(0, depth);
    if (at(base, above) === undefined)
      return spoiledConfig({ base: spoiled(base, above, {}) as object, place, value } as Case);
  }
  return spoiled(base, steps, value) as Record<string, unknown>;
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((here, step) => Reflect.get(Object(here), step), value);
}
