// SPDX-License-Identifier: Apache-2.0
/** @module Rules that all nodes share: how many, which disks, labels and taints, which cluster. */
import type { Taint } from "@dynamo-iac/constructs/estimate";
import { type Finding, isDnsSubdomain, show } from "@dynamo-iac/constructs/facts";
import type { Say } from "../../component/index.js";
import type { ComputeMode } from "../cluster/props.js";

/** Nodes that EKS takes in one group. @see Amazon EKS service quotas */
const mostNodes = 450;

/** EKS names what belongs to a group after it; the name of the group has 63 characters at most. */
const longestName = 37;

/** What is wrong with the name of a component that makes a node group. */
export function checkGroupName(name: string, say: Say): readonly Finding[] {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name) && name.length <= longestName) return [];
  const message = `must be letters, digits, hyphens and underscores, at most ${longestName}, got ${show(name)} (${name.length}): EKS and Pulumi add up to 26 more`;
  return [say("DYN-AWS-012", ["name"], message, "Give the component a shorter name.")];
}

/** What is wrong with the number of nodes. */
export function checkCounts(
  { min, desired, max }: { readonly min: number; readonly desired: number; readonly max: number },
  say: Say,
): readonly Finding[] {
  const counts = { min, desired, max };
  const wrong = Object.entries(counts).filter(
    ([, count]) => !Number.isInteger(count) || count < 0 || count > mostNodes,
  );
  // The default of desired comes from the others.
  const bad = wrong.length > 1 ? wrong.filter(([field]) => field !== "desired") : wrong;
  const found = bad.map(([field, count]) => {
    const message = `must be a whole number of 0 to ${mostNodes}, got ${show(count)}`;
    return say("DYN-AWS-050", [field], message, `Set ${field} to a number of nodes.`);
  });
  if (found.length > 0) return found;
  if (max === 0) {
    const message = "no node may ever run";
    return [
      say("DYN-AWS-050", ["max"], message, "Set max to the most nodes that you will pay for."),
    ];
  }
  if (min <= desired && desired <= max) return [];
  const message = `min ${min}, desired ${desired} and max ${max} are not in that order`;
  return [say("DYN-AWS-050", ["desired"], message, "Set min <= desired <= max.")];
}

/** What is wrong with the size of a disk. */
export function checkDisk(diskGiB: number, least: number, say: Say): readonly Finding[] {
  if (Number.isInteger(diskGiB) && diskGiB >= least && diskGiB <= 16384) return [];
  const message = `must be a whole number of ${least} to 16384 GiB, got ${show(diskGiB)}`;
  return [
    say("DYN-AWS-052", ["diskGiB"], message, `Set diskGiB to ${Math.max(least, 100)} or more.`),
  ];
}

/** Labels and prefixes that the kubelet may not set on its own node. */
const reserved = /(^|\.)(kubernetes|k8s)\.io\//;
const allowed = /^((node|kubelet)\.kubernetes\.io\/|.*\.(node|kubelet)\.kubernetes\.io\/)/;

/** What Kubernetes or EKS would refuse of these labels. */
export function checkLabels(
  labels: Readonly<Record<string, string>>,
  say: Say,
): readonly Finding[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const path = ["labels", key];
    if (!isQualifiedName(key))
      return [
        say(
          "DYN-AWS-060",
          path,
          `${show(key)} is no key of a label`,
          "Use a key such as team or example.com/team.",
        ),
      ];
    if (reserved.test(key) && !allowed.test(key)) {
      const message = `${show(key)} is a label of Kubernetes, which refuses nodes that set it themselves`;
      return [say("DYN-AWS-060", path, message, "Use a key of your own.")];
    }
    if (/^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/.test(value)) return [];
    const message = `must be up to 63 letters, digits and inner hyphens, dots and underscores, got ${show(value)}`;
    return [say("DYN-AWS-060", path, message, "Shorten the value, or leave out other characters.")];
  });
}

/** What Kubernetes would refuse of these taints. */
export function checkTaints(taints: readonly Taint[], say: Say): readonly Finding[] {
  return taints.flatMap(({ key, value = "" }, index) => {
    if (isQualifiedName(key) && /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/.test(value))
      return [];
    const message = `${show(key)} with the value ${show(value)} is no taint`;
    return [say("DYN-AWS-060", ["taints", index], message, "Use a key such as example.com/team.")];
  });
}

function isQualifiedName(key: string): boolean {
  const parts = key.split("/");
  const name = parts.at(-1) ?? "";
  const prefix = parts.length === 2 ? parts[0] : undefined;
  if (parts.length > 2 || (prefix !== undefined && !isDnsSubdomain(prefix))) return false;
  return /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(name);
}

/** What is wrong with the zones that nodes should be in. */
export function checkNodeZones(
  zones: readonly string[],
  known: readonly string[],
  say: Say,
): readonly Finding[] {
  if (zones.length === 0) {
    const message = "no zone: no machine could start anywhere";
    return [say("DYN-AWS-053", ["zones"], message, `Name one of ${known.join(", ")}.`)];
  }
  return zones.flatMap((zone, index) => {
    if (known.includes(zone)) return [];
    const message = `the network has no private subnet in ${show(zone)}, only in ${known.join(", ")}`;
    return [
      say("DYN-AWS-053", ["zones", index], message, `Use ${known[0] ?? "a zone of the network"}.`),
    ];
  });
}

/** What is wrong with the cluster that nodes should join. */
export function checkCompute(
  compute: ComputeMode,
  wanted: ComputeMode,
  say: Say,
): readonly Finding[] {
  if (compute === wanted) return [];
  const [message, fix] =
    wanted === "standard"
      ? [
          "EKS Auto Mode runs the nodes of this cluster, and has no add-ons for others",
          "Use AutoModeNodes, or a cluster with compute standard.",
        ]
      : [
          "the cluster is not in Auto Mode",
          'Set compute to "auto" on the cluster, or use GpuNodes.',
        ];
  return [say("DYN-AWS-062", ["cluster"], message, fix)];
}
