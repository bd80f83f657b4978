// SPDX-License-Identifier: Apache-2.0
/** @module Versions of Grove and KAI against the Dynamo release that drives them. */
import { type FindingCode, releases, type Version } from "../facts/index.js";
import { compareRelease, olderThan } from "./version.js";

/** What is wrong with the version of a companion, without the place where it is written. */
export interface Misfit {
  readonly code: FindingCode;
  readonly message: string;
  readonly fix: string;
}

const names = { grove: "Grove", kai: "KAI" } as const;
const codes = { grove: "DYN-VER-005", kai: "DYN-VER-006" } as const;

/**
 * DYN-VER-005, 006: a version that does not work with that Dynamo release. A release that is newer
 * than the table is judged as the newest of it.
 *
 * @param version of the companion, such as `v0.1.0-alpha.12-rc1`
 */
export function companionFits(
  companion: "grove" | "kai",
  version: string,
  dynamo: Version,
): readonly Misfit[] {
  const facts = releases.findLast(({ release }) => {
    const [major = 0, minor = 0] = release.split(".").map(Number);
    return !olderThan(dynamo, major, minor);
  });
  const range = facts?.[companion];
  if (range === undefined) return [];
  const name = names[companion];
  const stated = `Dynamo ${dynamo.major}.${dynamo.minor}`;
  const code = codes[companion];
  const oldest = bare(range.minimum);
  if (oldest !== undefined && compareRelease(version, oldest) < 0) {
    const message = `${stated} ${companion === "grove" ? "needs" : "asks for"} ${name} ${oldest}, and the cluster runs ${version}`;
    return [{ code, message, fix: `Upgrade ${name} to ${oldest} or later.` }];
  }
  const newer = bare(range.below);
  if (newer !== undefined && compareRelease(version, newer) >= 0) {
    const message = `${stated} works with ${name} below ${newer}, and the cluster runs ${version}`;
    return [{ code, message, fix: `Use ${name} ${bare(range.bundled)}, or upgrade Dynamo.` }];
  }
  return [];
}

function bare(version: string | undefined): string | undefined {
  return version?.replace(/^v/, "");
}
