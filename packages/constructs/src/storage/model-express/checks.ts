// SPDX-License-Identifier: Apache-2.0
/** @module Rules about ModelExpress, each a pure function of the resolved settings. */
import { type Finding, holdsToken, isDnsLabel, parseImage, show } from "../../facts/index.js";
import { type Say, sayOf } from "../say.js";
import type { ResolvedModelExpress } from "./resolve.js";

/** What is wrong with the server; its volume has rules of its own. */
export function checkModelExpress(server: ResolvedModelExpress): readonly Finding[] {
  const say = sayOf(`ModelExpress/${server.name}`);
  return [...checkName(server, say), ...checkMetadata(server, say), ...checkImage(server, say)];
}

function checkName({ name }: ResolvedModelExpress, say: Say): Finding[] {
  if (isDnsLabel(name)) return [];
  const message = `must be lower-case letters, digits and inner hyphens, at most 63, got ${show(name)}`;
  return [say("DYN-STOR-013", ["name"], message, 'Set name to one such as "model-express".')];
}

function checkMetadata({ metadata }: ResolvedModelExpress, say: Say): Finding[] {
  if (metadata === "kubernetes" || typeof metadata.redisUrl !== "string") return [];
  const { redisUrl } = metadata;
  if (holdsToken(redisUrl)) return [];
  const path = ["metadata", "redisUrl"];
  const match = /^rediss?:\/\/(?:([^@/]*)@)?[^@/]+/.exec(redisUrl);
  if (match === null) {
    const message = "must be an address such as redis://redis:6379";
    return [say("DYN-STOR-025", path, message, "Give the address, or a key of a Secret with it.")];
  }
  if (match[1] === undefined || !match[1].includes(":")) return [];
  // What it is stays unsaid.
  const message = "holds a password in clear text";
  return [
    say("DYN-STOR-033", path, message, "Put the whole address into a Secret and name its key."),
  ];
}

function checkImage({ image }: ResolvedModelExpress, say: Say): Finding[] {
  const { tag, digest } = parseImage(image);
  if (digest !== undefined || (tag !== undefined && tag !== "latest")) return [];
  const message = `${show(image)} names no version`;
  return [say("DYN-STOR-023", ["image"], message, "Add a version tag or a digest to the image.")];
}
