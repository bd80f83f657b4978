// SPDX-License-Identifier: Apache-2.0
/** @module Rules about downloads, each a pure function of the resolved settings. */
import { type Finding, parseImage, quantityValue, show } from "../../facts/index.js";
import { headroom } from "../resolve.js";
import { type Say, sayOf } from "../say.js";
import { memoryFor, type ResolvedDownload } from "./resolve.js";

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkDownload(download: ResolvedDownload): readonly Finding[] {
  const say = sayOf(`ModelDownload/${download.name}`);
  return [
    ...checkModel(download, say),
    ...checkRevision(download, say),
    ...checkTarget(download, say),
    ...checkRoom(download, say),
    ...checkOwner(download, say),
    ...checkMemory(download, say),
    ...checkImage(download, say),
  ];
}

function checkModel({ model }: ResolvedDownload, say: Say): Finding[] {
  if (/^[\w.-]+\/[\w.-]+$/.test(model)) return [];
  const message = `must be a repository such as "Qwen/Qwen3-32B", got ${show(model)}`;
  const fix = "Give the repository; copy objects of a bucket with the tools of its cloud.";
  return [say("DYN-STOR-024", ["model"], message, fix)];
}

const commit = /^[0-9a-f]{40}$/;

function checkRevision({ revision, model }: ResolvedDownload, say: Say): Finding[] {
  const fix = `Set revision to the commit that https://huggingface.co/${model}/commits/main shows.`;
  if (revision === undefined || revision.trim() === "") {
    const message = "is missing: the download takes whatever is newest when it starts";
    return [say("DYN-STOR-016", ["revision"], message, fix)];
  }
  if (commit.test(revision)) return [];
  const message = `${show(revision)} is no commit of 40 hexadecimal digits, so it may name other files tomorrow`;
  return [say("DYN-STOR-017", ["revision"], message, fix)];
}

function checkTarget({ cache }: ResolvedDownload, say: Say): Finding[] {
  const { provision, readOnly = false } = cache.backing;
  if (provision.kind !== "stream" && !readOnly) return [];
  const message =
    provision.kind === "stream"
      ? `${show(provision.address)} is read by the engines; there is no volume to download to`
      : "nothing can be written through this cache";
  const fix =
    "Copy the model's files to the bucket with the tools of its cloud, or download to a file system.";
  return [say("DYN-STOR-018", ["cache"], message, fix)];
}

function checkRoom({ modelBytes, cache }: ResolvedDownload, say: Say): Finding[] {
  const { sizeGiB, enforcesSize } = cache;
  if (modelBytes === undefined || sizeGiB === undefined || !enforcesSize) return [];
  const needed = modelBytes / 2 ** 30;
  if (sizeGiB >= needed) return [];
  const message = `the model takes ${needed.toFixed(1)} GiB, and the cache has ${sizeGiB.toFixed(1)} GiB`;
  const fix = `Give the cache at least ${Math.ceil(needed * headroom)} GiB, or say its models.`;
  return [say("DYN-STOR-005", ["cache"], message, fix)];
}

function checkOwner({ cache, prepareAsRoot }: ResolvedDownload, say: Say): Finding[] {
  const path = ["prepareAsRoot"];
  if (prepareAsRoot) {
    const message = "a container that runs as root gives the cache's folder to user 1000";
    const fix = "Take it out once the folder belongs to user 1000, or waive this with the reason.";
    return [say("DYN-STOR-026", path, message, fix)];
  }
  if (cache.backing.owner !== "root") return [];
  const message =
    "the root folder of this storage belongs to root, and the download runs as user 1000";
  const fix = "Give the folder to 1000:1000 once, or set prepareAsRoot for a container that does.";
  return [say("DYN-STOR-020", path, message, fix)];
}

function checkMemory(
  { resources, modelBytes, highPerformance }: ResolvedDownload,
  say: Say,
): Finding[] {
  const limit = resources.limits?.memory ?? resources.requests?.memory;
  const least = memoryFor(modelBytes, highPerformance);
  if (limit === undefined || quantityValue(limit) >= least * 2 ** 30) return [];
  const message = `a download of this model holds up to ${least} GiB in memory, and the limit is ${show(limit)}`;
  return [
    say("DYN-STOR-019", ["resources"], message, `Leave resources out, or allow "${least}Gi".`),
  ];
}

function checkImage({ image }: ResolvedDownload, say: Say): Finding[] {
  const { tag, digest } = parseImage(image);
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return [];
  const message = `${show(image)} names no version`;
  return [say("DYN-STOR-023", ["image"], message, "Add a version tag or a digest to the image.")];
}
