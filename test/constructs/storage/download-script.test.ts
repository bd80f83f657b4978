// SPDX-License-Identifier: Apache-2.0
/** @module The program of a download, run for real against a Hub on this machine. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { downloadScript } from "../../../packages/constructs/src/storage/download/script.js";
import { findPython } from "../../support/hub/download.js";
import { downloadSuite } from "../../support/hub/suite.js";

const python = findPython();
const pythonPath = join(__dirname, "../../support/hub/stand-in");

describe.skipIf(python === undefined)("the download", () => {
  downloadSuite(2_000_000, () => ({ python: python ?? "", pythonPath }));
});

describe("the program", () => {
  it("is printable text that YAML keeps as a block", () => {
    expect(downloadScript).toMatch(/^[\x20-\x7e\n]+$/);
    expect(downloadScript).not.toMatch(/[ \t]\n/);
  });
});
