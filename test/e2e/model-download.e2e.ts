// SPDX-License-Identifier: Apache-2.0
/** @module The program of a download with the Hub's own library, as the images of Dynamo have it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { download, makeVolume, snapshotOf } from "../support/hub/download.js";
import { startHub, tinyModel } from "../support/hub/server.js";
import { downloadSuite } from "../support/hub/suite.js";
import { hubPython } from "./support/hub-python.js";

const run = promisify(execFile);

let python = "";
beforeAll(async () => {
  python = await hubPython();
}, 300_000);

describe("a download with huggingface_hub", () => {
  downloadSuite(40_000_000, () => ({ python }));

  it("is found by pods that may not ask the Hub, by its commit, by a branch, or by nothing", async () => {
    const hub = await startHub(tinyModel(20_000));
    const volume = makeVolume();
    onTestFinished(() => volume.remove());
    await download(volume, hub, { python, env: { IGNORE_PATTERNS: undefined } });
    await hub.close();
    const program = (revision: string) =>
      `import huggingface_hub; print(huggingface_hub.snapshot_download("${hub.model}"${revision}))`;
    for (const revision of ["", `, revision="${hub.commit}"`, ', revision="main"']) {
      const env = { ...process.env, HF_HOME: volume.root, HF_HUB_OFFLINE: "1" };
      const { stdout } = await run(python, ["-c", program(revision)], { env });
      expect(stdout.trim()).toBe(snapshotOf(volume, hub));
    }
  });
});
