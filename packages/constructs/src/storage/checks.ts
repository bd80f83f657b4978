// SPDX-License-Identifier: Apache-2.0
/** @module Rules about a volume, each a pure function of the resolved settings. */
import { type Finding, isDnsSubdomain, nextSize, offersSize, show } from "../facts/index.js";
import { headroom, type ResolvedVolume } from "./resolve.js";
import { type Say, sayOf } from "./say.js";
import { checkZones } from "./zones.js";

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkVolume(volume: ResolvedVolume): readonly Finding[] {
  const say = sayOf(`${volume.kind.construct}/${volume.name}`);
  return [
    ...(volume.backing.problems ?? []).map(({ code, field, message, fix }) =>
      say(code, [field], message, fix),
    ),
    ...checkName(volume, say),
    ...checkTier(volume, say),
    ...checkSize(volume, say),
    ...checkModels(volume, say),
    ...checkAccessMode(volume, say),
    ...checkUse(volume, say),
    ...checkZones(volume, say),
    ...checkReclaim(volume, say),
    ...checkThroughput(volume, say),
  ];
}

/** True when there is a claim of ours, with a size. */
export function claims({ backing }: ResolvedVolume): boolean {
  const { kind } = backing.provision;
  return kind === "dynamic" || kind === "static" || kind === "class";
}

function checkName(volume: ResolvedVolume, say: Say): Finding[] {
  const { name, namespace, backing } = volume;
  if (!claims(volume)) return [];
  if (!isDnsSubdomain(name)) {
    const message = `must be lower-case letters, digits, and inner hyphens or dots, got ${show(name)}`;
    return [say("DYN-STOR-013", ["name"], message, 'Set name to one such as "model-cache".')];
  }
  if (backing.provision.kind !== "static" || namespace !== undefined) return [];
  const message = `the volume is kept for the claim ${show(name)}, and neither props nor chart say in which namespace`;
  return [say("DYN-STOR-028", ["namespace"], message, "Set namespace here or on the chart.")];
}

function checkTier({ product, tier, backing }: ResolvedVolume, say: Say): Finding[] {
  if (product === undefined || tier !== undefined) return [];
  const offered = product.tiers.map(({ name }) => name);
  const message = `${product.title} has the tiers ${offered.join(", ")}; got ${show(backing.tier)}`;
  const field =
    product.tierParameter === "perUnitStorageThroughput" ? product.tierParameter : "tier";
  return [say("DYN-STOR-014", [field], message, `Set ${field} to one of them.`)];
}

const path = ["size"];

function checkSize(volume: ResolvedVolume, say: Say): Finding[] {
  const { product, tier, size, sizeGiB } = volume;
  if (!claims(volume)) return [];
  if (!(sizeGiB > 0)) {
    const message =
      size === undefined
        ? "is missing, and no model is known whose size would tell"
        : `must be a quantity above 0, got ${show(size)}`;
    return [say("DYN-STOR-001", path, message, 'Set size to a quantity such as "2Ti".')];
  }
  const sizes = tier?.sizes ?? [];
  if (product?.sized !== true || offersSize(sizes, sizeGiB)) return [];
  const next = nextSize(sizes, sizeGiB);
  const ranges = sizes
    .map(({ minGiB, maxGiB, stepGiB }) =>
      maxGiB === minGiB
        ? `${minGiB} GiB`
        : `${minGiB} GiB and every ${stepGiB} GiB${maxGiB === undefined ? "" : ` to ${maxGiB} GiB`}`,
    )
    .join(", ");
  const message = `${product.title} ${tier?.name} comes with ${ranges}; got ${show(size)}, which are ${rounded(sizeGiB)} GiB`;
  const fix =
    next === undefined
      ? "Take less, or a tier with larger file systems."
      : `Set size to "${next}Gi".`;
  return [say("DYN-STOR-002", path, message, fix)];
}

function checkModels({ modelBytes, sizeGiB, product }: ResolvedVolume, say: Say): Finding[] {
  if (modelBytes === undefined || Number.isNaN(sizeGiB) || product?.sized === false) return [];
  const needed = modelBytes / 2 ** 30;
  if (sizeGiB >= needed * headroom) return [];
  const least = Math.ceil(needed * headroom);
  const numbers = `the models take ${rounded(needed)} GiB, and ${headroom} times that are ${least} GiB; the volume has ${rounded(sizeGiB)} GiB`;
  const code = sizeGiB < needed ? "DYN-STOR-005" : "DYN-STOR-006";
  return [say(code, path, numbers, `Set size to at least "${least}Gi".`)];
}

function checkAccessMode(volume: ResolvedVolume, say: Say): Finding[] {
  const { accessMode, product, chosenMode, backing, kind } = volume;
  const field = ["accessMode"];
  if (!claims(volume)) return [];
  if (product !== undefined && !product.accessModes.includes(accessMode)) {
    const message = `${product.title} has ${product.accessModes.join(", ")}; got ${accessMode}`;
    return [say("DYN-STOR-004", field, message, `Set accessMode to "${product.accessModes[0]}".`)];
  }
  const single = accessMode === "ReadWriteOnce" || accessMode === "ReadWriteOncePod";
  const byStorage = !chosenMode && backing.accessMode !== undefined;
  if (!single) return checkBlockClass(volume, say);
  if (!kind.shared || byStorage) return [];
  const message = `${accessMode} lets one node mount the volume, and every replica needs it`;
  return [
    say(
      "DYN-STOR-003",
      field,
      message,
      'Set accessMode to "ReadWriteMany", with storage that has it.',
    ),
  ];
}

/** Classes of EKS, AKS and GKE that make disks. */
const blockClasses: readonly string[] = [
  "gp2",
  "gp3",
  "auto-ebs-sc",
  "default",
  "managed",
  "managed-premium",
  "managed-csi",
  "managed-csi-premium",
  "standard",
  "standard-rwo",
  "premium-rwo",
];

function checkBlockClass({ backing, product, accessMode }: ResolvedVolume, say: Say): Finding[] {
  const { provision } = backing;
  if (provision.kind !== "class" || product !== undefined) return [];
  const { storageClassName } = provision;
  if (storageClassName !== undefined && !blockClasses.includes(storageClassName)) return [];
  const what =
    storageClassName === undefined
      ? "the cluster's default class, which on EKS, AKS and GKE makes disks"
      : `the class ${show(storageClassName)}, which makes disks`;
  const message = `${accessMode} is asked of ${what}`;
  const fix = "Give a backing, or a class of shared files with its product.";
  return [say("DYN-STOR-034", ["storageClassName"], message, fix)];
}

function checkUse({ kind, product }: ResolvedVolume, say: Say): Finding[] {
  if (!kind.needsPosix || product === undefined || product.posix) return [];
  const message = `${product.title} is a bucket: it has no locks, no renames and no writes in place`;
  const fix = "Take a file system, such as EFS, Azure Files or Filestore.";
  return [say("DYN-STOR-015", ["backing"], message, fix)];
}

function checkReclaim(
  { reclaimPolicy, backing, development }: ResolvedVolume,
  say: Say,
): Finding[] {
  if (backing.provision.kind !== "dynamic" || reclaimPolicy === "Retain" || development) return [];
  const message = "is Delete: the files go with the claim, and the claim with the chart";
  const fix = "Leave reclaimPolicy out, or set development.";
  return [say("DYN-STOR-012", ["reclaimPolicy"], message, fix)];
}

function checkThroughput(volume: ResolvedVolume, say: Say): Finding[] {
  const { throughput, product, kind, backing, sizeGiB } = volume;
  const { totalMBps, perMachineMBps } = throughput ?? {};
  // What streams is as fast as the network; what has no size has another finding.
  if (kind.construct !== "ModelCache" || backing.provision.kind === "stream") return [];
  if (claims(volume) && !(sizeGiB > 0)) return [];
  if (totalMBps !== undefined || perMachineMBps !== undefined) return [];
  const what = product?.title ?? "this storage";
  const message = `of ${what} is not known, so nobody can say how long a start takes`;
  return [
    say("DYN-STOR-011", ["throughputMBps"], message, "Set throughputMBps to what was measured."),
  ];
}

/** A number as people read it. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
