// SPDX-License-Identifier: Apache-2.0
/** @module Container image references and the Dynamo release that their tag names. */

/** The parts of `registry/repository:tag@digest`. */
export interface ImageReference {
  /** Everything before the tag. */
  readonly repository: string;
  /** The last path segment of the repository, such as `vllm-runtime`. */
  readonly name: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** Splits an image reference as the operator does: the tag is what follows the last colon behind the last slash. */
export function parseImage(image: string): ImageReference {
  const [reference = "", digest] = image.split("@", 2);
  const slash = reference.lastIndexOf("/");
  const colon = reference.lastIndexOf(":");
  const tagged = colon > slash;
  const repository = tagged ? reference.slice(0, colon) : reference;
  return {
    repository,
    name: repository.slice(repository.lastIndexOf("/") + 1),
    tag: tagged ? reference.slice(colon + 1) : undefined,
    digest,
  };
}

/** MAJOR.MINOR.PATCH with optional pre-release and build, as semver.org defines it. */
const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

/** A Dynamo release number. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** What follows the hyphen, such as `efa` or `kimi-k3-dev.1`. */
  readonly suffix?: string | undefined;
}

/** Strict semver, with one leading `v` or `V` allowed; undefined for `latest`, `1.4` or `my-tag`. */
export function parseVersion(text: string): Version | undefined {
  const match = semver.exec(text.replace(/^[vV]/, ""));
  if (match === null) return undefined;
  const [, major, minor, patch, suffix] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), suffix };
}

/** Negative when a is older than b; pre-release suffixes are not compared, because `-efa` names a variant. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
