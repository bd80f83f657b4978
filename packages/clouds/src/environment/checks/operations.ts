// SPDX-License-Identifier: Apache-2.0
/** @module Rules about versions, backups, budget, and what production is for. */
import {
  type FieldPath,
  findMachine,
  machinePrice,
  releases,
  show,
} from "@dynamo-iac/constructs/facts";
import { cloudFacts } from "../clouds.js";
import type { Environment } from "../environment.js";
import { type Mistake, mistake, setTo, takeOut } from "./mistake.js";

/** Days that AWS Backup keeps a backup before it may go to cold storage, and in it, at least. */
const coldDays = 120;

const hoursPerMonth = 730;

/** Kubernetes, Dynamo, namespaces and GPU software. */
export function* checkPlatform({ cloud, nodes, platform }: Environment): Iterable<Mistake> {
  const facts = cloudFacts[cloud];
  if (!facts.kubernetesVersions.includes(platform.kubernetesVersion))
    yield mistake(
      "DYN-STACK-040",
      ["platform", "kubernetesVersion"],
      `${platform.kubernetesVersion} is not among ${facts.kubernetesVersions.toSorted().join(", ")}, which ${facts.title} and Dynamo support`,
      setTo(["platform", "kubernetesVersion"], facts.kubernetesVersions[0]),
    );
  const minor = platform.dynamoVersion.split(".").slice(0, 2).join(".");
  const served = releases.filter(({ graphVersions }) => graphVersions.includes("v1beta1"));
  const latest = served.at(-1)?.release ?? "";
  if (!served.some(({ release }) => release === minor))
    yield mistake(
      "DYN-STACK-041",
      ["platform", "dynamoVersion"],
      `Dynamo ${platform.dynamoVersion} is not among the releases whose operator serves v1beta1 graphs: ${served.map(({ release }) => release).join(", ")}`,
      setTo(["platform", "dynamoVersion"], `${latest}.0`),
    );
  if (platform.systemNamespace === platform.graphNamespace)
    yield mistake(
      "DYN-STACK-042",
      ["platform", "graphNamespace"],
      `is ${show(platform.graphNamespace)}, the namespace of the operator: who may change graphs could change it too`,
      setTo(["platform", "graphNamespace"], "inference"),
      [["platform", "systemNamespace"]],
    );
  const bare = nodes.gpu.findIndex((pool) => pool.provisioner !== "auto");
  if (!platform.gpuOperator && bare !== -1)
    yield mistake(
      "DYN-STACK-043",
      ["platform", "gpuOperator"],
      `is false, and the ${nodes.gpu[bare]?.provisioner} nodes of nodes.gpu[${bare}] bring no device plugin: pods would wait for nvidia.com/gpu`,
      setTo(["platform", "gpuOperator"], true),
      [["nodes", "gpu"]],
    );
}

/** Backups and budget. */
export function* checkOperations(environment: Environment): Iterable<Mistake> {
  const { cloud, backup, budget, storage } = environment;
  const monthly = backup.monthlyRetentionDays;
  if (cloud === "aws" && monthly > 0 && monthly < coldDays)
    yield mistake(
      "DYN-STACK-070",
      ["backup", "monthlyRetentionDays"],
      `is ${monthly}; monthly backups go to cold storage after 30 days and stay there at least 90, ${coldDays} together`,
      setTo(["backup", "monthlyRetentionDays"], coldDays),
    );
  if (backup.copyRegion !== undefined && !backup.enabled)
    yield mistake(
      "DYN-STACK-071",
      ["backup", "copyRegion"],
      `${backup.copyRegion} would keep copies of backups that backup.enabled switches off`,
      takeOut(["backup", "copyRegion"]),
      [["backup", "enabled"]],
    );
  if (
    backup.enabled &&
    storage.fileShare.existingId !== undefined &&
    backup.copyRegion !== undefined
  )
    yield mistake(
      "DYN-STACK-071",
      ["backup", "copyRegion"],
      `copies backups of ${storage.fileShare.existingId}, which its owner backs up`,
      takeOut(["backup", "copyRegion"]),
      [["storage", "fileShare"]],
    );
  if (budget !== undefined) yield* checkBudget(environment, budget);
}

function* checkBudget(
  { nodes }: Environment,
  { monthlyUsd, emails }: NonNullable<Environment["budget"]>,
): Iterable<Mistake> {
  if (emails.length === 0)
    yield mistake(
      "DYN-STACK-080",
      ["budget", "emails"],
      "names nobody who hears of it",
      setTo(["budget", "emails", 0], "ml-platform@example.com"),
    );
  const floor = Math.ceil(alwaysOn(nodes.gpu) * hoursPerMonth);
  if (floor > monthlyUsd)
    yield mistake(
      "DYN-STACK-081",
      ["budget", "monthlyUsd"],
      `is ${monthlyUsd} USD, and the GPU machines that always run cost ${floor} USD a month at list price`,
      setTo(["budget", "monthlyUsd"], Math.ceil(floor / 1000) * 1000),
      [["nodes", "gpu"]],
    );
}

/** USD per hour of the machines that never go, as far as prices are known. */
function alwaysOn(pools: Environment["nodes"]["gpu"]): number {
  return pools.reduce((sum, { machine, capacity, min }) => {
    const facts = findMachine(machine);
    const price = facts === undefined ? undefined : machinePrice(facts, capacity).usdPerHour;
    return sum + min * (price ?? 0);
  }, 0);
}

/** What production is for: surviving the loss of a zone, of data, and of attention. */
export function* checkProduction(environment: Environment): Iterable<Mistake> {
  if (environment.preset !== "production") return;
  const { network, nodes, storage, observability, security, backup, budget } = environment;
  const given: readonly (readonly [boolean, FieldPath, unknown, string])[] = [
    [
      network.natGateways === "single" && network.existing === undefined,
      ["network", "natGateways"],
      "per-zone",
      `is single: when its zone fails ${network.zones.length} zones lose their way out`,
    ],
    [
      nodes.system.min < 2,
      ["nodes", "system", "min"],
      3,
      `is ${nodes.system.min}: every controller, and Karpenter with them, ends with that machine`,
    ],
    [
      !storage.retain,
      ["storage", "retain"],
      true,
      "is false: destroying the stack deletes the data",
    ],
    [
      !observability.metrics.enabled,
      ["observability", "metrics", "enabled"],
      true,
      "is false: nobody would see that requests fail",
    ],
    [
      !security.deletionProtection,
      ["security", "deletionProtection"],
      true,
      "is false: one command deletes the cluster",
    ],
    [
      !backup.enabled && storage.fileShare.existingId === undefined,
      ["backup", "enabled"],
      true,
      "is false: what is lost on the shared file system stays lost",
    ],
  ];
  for (const [weak, path, value, message] of given)
    if (weak) yield mistake("DYN-STACK-090", path, message, setTo(path, value), [["preset"]]);
  if (budget === undefined)
    yield mistake(
      "DYN-STACK-091",
      ["budget"],
      "is not set: nobody is told when the GPUs cost more than they should",
      setTo(["budget"], { monthlyUsd: 50_000, emails: ["ml-platform@example.com"] }),
      [["preset"]],
    );
}

/** Graphs. */
export function* checkGraphs({ graphs }: Environment): Iterable<Mistake> {
  for (const [index, { manifest }] of graphs.entries()) {
    const first = graphs.findIndex((other) => other.manifest === manifest);
    if (first < index)
      yield mistake(
        "DYN-STACK-092",
        ["graphs", index, "manifest"],
        `${show(manifest)} is graphs[${first}] too`,
        takeOut(["graphs", index]),
      );
  }
}
