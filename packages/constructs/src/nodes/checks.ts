// SPDX-License-Identifier: Apache-2.0
/** @module Rules about a pool of GPU nodes, each a pure function of the resolved settings. */
import { checkPool } from "../estimate/index.js";
import {
  type Capacity,
  type Cloud,
  type Finding,
  type FindingCode,
  finding,
  isDnsLabel,
  show,
} from "../facts/index.js";
import { hasRdma, type Provisioner, type ResolvedPool } from "./resolve.js";

/** Builds a finding about a field of this pool. */
type Say = (
  code: FindingCode,
  path: readonly (string | number)[],
  message: string,
  fix: string,
) => Finding;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkGpuNodePool(resolved: ResolvedPool): readonly Finding[] {
  const say: Say = (code, path, message, fix) =>
    finding(code, { object: `Pool/${resolved.pool.name}`, path }, message, fix);
  return rules.flatMap((rule) => rule(resolved, say));
}

type Rule = (resolved: ResolvedPool, say: Say) => readonly Finding[];

/** What each provisioner can ask for. */
const offers: Readonly<Record<Provisioner, readonly Capacity[]>> = {
  karpenter: ["on-demand", "spot", "reserved", "capacity-block"],
  "eks-auto-mode": ["on-demand", "spot", "reserved", "capacity-block"],
  aks: ["on-demand", "spot"],
  gke: ["on-demand", "spot", "reserved", "queued"],
  existing: ["on-demand", "spot", "reserved", "capacity-block", "queued"],
};

const cloudOf: Readonly<Record<Provisioner, Cloud | undefined>> = {
  karpenter: "aws",
  "eks-auto-mode": "aws",
  aks: "azure",
  gke: "gcp",
  existing: undefined,
};

/** How messages name a provisioner. */
const names: Readonly<Record<Provisioner, string>> = {
  karpenter: "Karpenter",
  "eks-auto-mode": "EKS Auto Mode",
  aks: "AKS node auto-provisioning",
  gke: "a GKE ComputeClass",
  existing: "an existing pool",
};

/** DYN-PLACE-014, 015: limits, and ways in which the machine is offered. */
const limits: Rule = ({ pool }) => checkPool(pool);

/** DYN-NODE-003, 004 */
const fabricCapacity: Rule = (resolved, say) => {
  const { pool, fabric } = resolved;
  if (!hasRdma(resolved)) return [];
  const found: Finding[] = [];
  const { zones = [], machine, capacity } = pool;
  if (capacity === "spot") {
    const message = `${machine.type} takes part in ${fabric?.name} as spot capacity, which may go at two minutes' notice or less`;
    const fix = 'Set capacity to "reserved" or "on-demand", or fabric to false.';
    found.push(say("DYN-NODE-003", ["capacity"], message, fix));
  }
  if (zones.length > 1) {
    const message = `machines with ${fabric?.name} may stand in ${zones.length} zones (${zones.join(", ")}), and ${fabric?.name} stays within one`;
    found.push(say("DYN-NODE-004", ["zones"], message, "Make one pool and one graph per zone."));
  }
  return found;
};

/** DYN-NODE-005, 014 */
const driver: Rule = ({ provisioner, driverOwner, pool }, say) => {
  if (driverOwner === "provider") return [];
  const path = ["driverOwner"];
  if (provisioner !== "existing") {
    const message = `nodes of ${names[provisioner]} bring the NVIDIA driver, and the GPU Operator would install a second one`;
    const fix = 'Set driverOwner to "provider", and the GPU Operator installs no driver.';
    return [say("DYN-NODE-005", path, message, fix)];
  }
  const { machine } = pool;
  if (machine.notes?.includes("GRID driver") !== true) return [];
  const message = `${machine.type} has a virtual GPU, which the GPU Operator's data centre driver does not run`;
  return [say("DYN-NODE-014", path, message, 'Set driverOwner to "provider".')];
};

/** DYN-NODE-006 */
const wholeGpus: Rule = ({ pool: { machine } }, say) => {
  if (!machine.fractional) return [];
  const message = `${machine.type} has ${machine.gpus.toFixed(3).replace(/0+$/, "")} of a GPU (${machine.gpuMemGiB} GiB)`;
  return [say("DYN-NODE-006", ["machine"], message, "Choose a machine with whole GPUs.")];
};

/** DYN-NODE-007 */
const capacityOffered: Rule = ({ provisioner, pool: { capacity = "on-demand" } }, say) => {
  const known = offers[provisioner];
  if (known.includes(capacity)) return [];
  const message = `${names[provisioner]} cannot ask for ${show(capacity)} capacity; it knows ${known.join(", ")}`;
  const fix =
    "Make the pool with the cloud's own node pools, and name it with GpuNodePool.existing().";
  return [say("DYN-NODE-007", ["capacity"], message, fix)];
};

/** DYN-NODE-008 */
const ownCloud: Rule = ({ provisioner, pool: { machine } }, say) => {
  const cloud = cloudOf[provisioner];
  if (cloud === undefined || machine.cloud === cloud) return [];
  const message = `${names[provisioner]} makes machines of ${cloud}, and ${machine.type} is one of ${machine.cloud}`;
  return [say("DYN-NODE-008", ["machine"], message, `Choose a machine of ${cloud}.`)];
};

/** DYN-NODE-009: a NodePool with as many machines as it may have is static, which keeps them all. */
const minimum: Rule = ({ provisioner, pool: { min = 0, max } }, say) => {
  const fixed = provisioner === "karpenter" && min === max;
  if (provisioner === "existing" || min === 0 || fixed) return [];
  const message = `${names[provisioner]} keeps no minimum, got min ${min} of max ${max}`;
  const fix =
    provisioner === "karpenter"
      ? `Set min to 0, or to ${max} for a static pool (Karpenter's feature gate StaticCapacity).`
      : "Set min to 0: nodes stay while workers run on them.";
  return [say("DYN-NODE-009", ["min"], message, fix)];
};

/** DYN-NODE-011 */
const tainted: Rule = ({ pool: { machine, taints = [] } }, say) => {
  if (machine.gpus === 0 || taints.some(({ effect }) => effect !== "PreferNoSchedule")) return [];
  const message = `nothing keeps other pods off ${machine.type}`;
  const fix = "Leave taints to its default, or add one with effect NoSchedule.";
  return [say("DYN-NODE-011", ["taints"], message, fix)];
};

const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const labelKey =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** Domains whose labels a provisioner sets itself, or refuses. */
const reserved: Partial<Record<Provisioner, RegExp>> = {
  karpenter: /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.(sh|k8s\.aws)\/)/,
  "eks-auto-mode": /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.sh\/|eks\.amazonaws\.com\/)/,
  aks: /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.(sh|azure\.com)\/|kubernetes\.azure\.com\/)/,
  gke: /^(cloud\.google\.com|([^/]*\.)?gke\.io)\//,
};

/** DYN-NODE-012 */
const kubernetesNames: Rule = ({ provisioner, pool, labels }, say) => {
  const found: Finding[] = [];
  const wrong = (path: readonly (string | number)[], message: string, fix: string) =>
    found.push(say("DYN-NODE-012", path, message, fix));
  if (!isDnsLabel(pool.name))
    wrong(
      ["name"],
      `must be a DNS label of at most 63 characters, got ${show(pool.name)}`,
      'Use lower-case letters, digits and hyphens, such as "p5".',
    );
  for (const [key, value] of Object.entries(labels)) {
    if (!labelKey.test(key) || !labelValue.test(value))
      wrong(
        ["labels", key],
        `must be a label key and value, got ${show(key)}: ${show(value)}`,
        "Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.",
      );
    else if (reserved[provisioner]?.test(key) === true)
      wrong(
        ["labels", key],
        `${names[provisioner]} keeps the labels of this domain to itself, got ${show(key)}`,
        "Use a domain of your own.",
      );
  }
  for (const [at, { key, value = "" }] of (pool.taints ?? []).entries()) {
    if (!labelKey.test(key) || !labelValue.test(value))
      wrong(
        ["taints", at],
        `must have a key and a value that Kubernetes takes, got ${show(key)}: ${show(value)}`,
        "Use at most 63 letters, digits, '-', '_' and '.'.",
      );
    else if (value === "Exists")
      wrong(
        ["taints", at, "value"],
        'a taint has a value; "Exists" is an operator of tolerations',
        'Use a value such as "true".',
      );
  }
  return found;
};

/** DYN-NODE-015: GB of images and scratch that a node should hold at least. */
const disk: Rule = ({ pool: { machine }, diskGiB, localDisks }, say) => {
  const least = 100;
  const gigabytes = localDisks ? machine.nvmeGB : Math.floor(diskGiB * 1.073741824);
  if (gigabytes >= least) return [];
  const message = `images and scratch share ${gigabytes} GB of ${machine.type}; an engine image takes 10 to 25 GB, and two releases lie beside one another`;
  const fix = `Set diskGiB to 100 or more${localDisks ? ', and localDisks to "none"' : ""}.`;
  return [say("DYN-NODE-015", ["diskGiB"], message, fix)];
};

/** DYN-NODE-016 */
const wholeRacks: Rule = ({ pool: { machine, max, blockMachines } }, say) => {
  const rack = blockMachines ?? machine.nvlinkMachines;
  if (rack <= 1 || max % rack === 0) return [];
  const message = `${max} machines of ${machine.type} are ${(max / rack).toFixed(1)} racks of ${rack}`;
  const fix = `Set max to a multiple of ${rack}, such as ${Math.ceil(max / rack) * rack}.`;
  return [say("DYN-NODE-016", ["max"], message, fix)];
};

/** DYN-NODE-019 */
const fabricThere: Rule = ({ pool: { machine }, fabric }, say) => {
  const { devices } = fabric ?? {};
  if (devices === undefined || machine.rdmaCount > 0) return [];
  const message = `${machine.type} has no interfaces for ${fabric?.name}`;
  const fix = "Leave fabric to its default, or set it to tcp() to accept TCP.";
  return [say("DYN-NODE-019", ["fabric"], message, fix)];
};

const rules: readonly Rule[] = [
  limits,
  fabricCapacity,
  driver,
  wholeGpus,
  capacityOffered,
  ownCloud,
  minimum,
  tainted,
  kubernetesNames,
  disk,
  wholeRacks,
  fabricThere,
];
