// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { compareRelease, looseVersion } from "../../../packages/constructs/src/checks/version.js";

describe("looseVersion", () => {
  it.each([
    ["1.33", { major: 1, minor: 33, patch: 0 }],
    ["v1.33.4-eks-1", { major: 1, minor: 33, patch: 4 }],
    ["1.30.9-gke.1000", { major: 1, minor: 30, patch: 9 }],
    ["latest", undefined],
    ["1", undefined],
    [undefined, undefined],
  ])("reads %s", (text, version) => {
    expect(looseVersion(text)).toEqual(version);
  });
});

describe("compareRelease", () => {
  const ascending = [
    "0.1.0-alpha.9",
    "0.1.0-alpha.11",
    "0.1.0-alpha.12",
    "v0.1.0-alpha.12-rc1",
    "0.1.0-beta",
    "0.1.0",
    "v0.1.1",
    "0.13.4",
    "570.172.08",
    "580.00.03",
    "580.95.05",
  ];

  it("orders releases and pre-releases by semver", () => {
    const mixed = [...ascending].sort((a, b) => (a < b ? 1 : -1));
    expect(mixed.sort(compareRelease)).toEqual(ascending);
  });

  it.each([
    ["v1.4.0", "1.4.0"],
    ["1.4", "1.4.0"],
    ["1.4.0+build.7", "1.4.0"],
  ])("%s equals %s", (a, b) => {
    expect(compareRelease(a, b)).toBe(0);
  });
});
