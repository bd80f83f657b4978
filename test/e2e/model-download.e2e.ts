// SPDX-License-Identifier: Apache-2.0
/** @module The program of a download with the Hub's own library, as the images of Dynamo have it. */
import { beforeAll, describe } from "vitest";
import { downloadSuite } from "../support/hub/suite.js";
import { hubPython } from "./support/hub-python.js";

let python = "";

describe("a download with huggingface_hub", () => {
  beforeAll(async () => {
    python = await hubPython();
  }, 300_000);
  downloadSuite(40_000_000, () => ({ python }));
});
