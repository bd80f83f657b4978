// SPDX-License-Identifier: Apache-2.0
/** @module What a download has to do, whichever library fetches the files. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  download,
  filesBelow,
  makeVolume,
  type RunOptions,
  snapshotOf,
  type Volume,
} from "./download.js";
import { type Hub, sha256, startHub, tinyModel } from "./server.js";

const weights = "weights/model.safetensors";

/**
 * The tests, with an interpreter that has a `huggingface_hub`.
 *
 * @param weightBytes Size of the weights; the Hub's library keeps what arrived of a file in pieces of 10 MB
 */
export function downloadSuite(weightBytes: number, options: () => RunOptions): void {
  let hub: Hub;
  let volume: Volume;
  beforeEach(async () => {
    hub = await startHub(tinyModel(weightBytes));
    volume = makeVolume();
  });
  afterEach(async () => {
    volume.remove();
    await hub.close();
  });

  const run = (more: Partial<RunOptions> = {}) => {
    const { env, ...rest } = options();
    return download(volume, hub, { ...rest, ...more, env: { ...env, ...more.env } });
  };
  const wanted = () =>
    Object.fromEntries(
      [...hub.files]
        .filter(([name]) => !name.startsWith("original/"))
        .map(([name, contents]) => [name, sha256(contents)]),
    );

  it("fetches the files that are wanted into the Hub's cache, and lists what it verified", async () => {
    const { code, output } = await run();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
    expect(output).toContain(
      `${hub.model}@${hub.commit}: 3 files, ${weightBytes + 21} bytes, verified`,
    );
    expect(output).toMatch(new RegExp(`^  [0-9a-f]{64}  ${weightBytes}  ${weights}$`, "m"));
    const refs = join(snapshotOf(volume, hub), "../../refs");
    expect(readFileSync(join(refs, "main"), "utf8")).toBe(hub.commit);
    const [record] = readdirSync(join(volume.root, ".verified"));
    expect(record).toBe(`acme--tiny@${hub.commit}.json`);
  });

  it("fetches into a folder of the model's name", async () => {
    const MODEL_FOLDER = join(volume.root, hub.model);
    const { code, output } = await run({ env: { MODEL_FOLDER } });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(filesBelow(MODEL_FOLDER)).toEqual(wanted());
  });

  it("lets nobody but owner and group read what it wrote", async () => {
    await run();
    expect(statSync(snapshotOf(volume, hub)).mode & 0o007).toBe(0);
    expect(statSync(join(snapshotOf(volume, hub), weights)).mode & 0o007).toBe(0);
  });

  it("has nothing to do when everything was verified, and does not fetch a byte", async () => {
    await run();
    const before = hub.served.length;
    const { code, output } = await run();
    expect(code).toBe(0);
    expect(output).toContain("3 files are there, verified earlier");
    expect(hub.served).toHaveLength(before);
  });

  it("goes on after a connection that broke, without fetching again what it has", async () => {
    hub.faults.push({ file: weights, kind: "cut", times: 1 });
    const { code, output } = await run();
    expect({ code, output }).toMatchObject({ code: 0 });
    const ranges = hub.served.filter(({ file }) => file === weights).map(({ from }) => from);
    expect(ranges[0]).toBe(0);
    expect(ranges.at(-1)).toBeGreaterThan(0);
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
  });

  it("goes on in the next pod where this one stopped", async () => {
    // Without a retry the first run ends as a pod does that loses its node: with part of a file.
    hub.faults.push({ file: weights, kind: "cut", times: 1_000 });
    const first = await run({ env: { ATTEMPTS: "1" } });
    expect(first.code).toBe(1);
    hub.faults.length = 0;
    hub.served.length = 0;
    const second = await run();
    expect({ code: second.code, output: second.output }).toMatchObject({ code: 0 });
    const [weightsRequest] = hub.served.filter(({ file }) => file === weights);
    expect(weightsRequest?.from).toBeGreaterThan(0);
    expect(hub.served.some(({ file }) => file === "config.json")).toBe(false);
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
  });

  it("refuses a file with another checksum, deletes it, and fetches it again", async () => {
    hub.faults.push({ file: weights, kind: "corrupt", times: 1 });
    const { code, output } = await run();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain(`${weights} has another checksum than the Hub says: deleted`);
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
  });

  it("fails when the checksum stays wrong, and leaves neither the file nor a record", async () => {
    hub.faults.push({ file: weights, kind: "corrupt", times: 1_000 });
    const { code, output } = await run({ env: { ATTEMPTS: "3" } });
    expect(code).toBe(1);
    expect(output).toContain("attempt 2 of 3 failed");
    expect(existsSync(join(snapshotOf(volume, hub), weights))).toBe(false);
    expect(existsSync(join(volume.root, ".verified"))).toBe(false);
  });

  it("finds a file that was changed on the volume, when it is told to look", async () => {
    await run();
    const path = join(snapshotOf(volume, hub), "config.json");
    writeFileSync(path, '{"model_type":"evil"}');
    expect((await run()).output).toContain("verified earlier");
    const { code, output } = await run({ env: { VERIFY: "always" } });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain("config.json has another checksum than the Hub says");
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
  });

  it("notices a file that became shorter without being told", async () => {
    await run();
    writeFileSync(join(snapshotOf(volume, hub), weights), "short");
    const { code, output } = await run();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain(`${weights} has 5 bytes, and the Hub says ${weightBytes}`);
    expect(filesBelow(snapshotOf(volume, hub))).toEqual(wanted());
  });

  it("tries again when the Hub is busy", async () => {
    hub.faults.push({ file: "config.json", kind: 503, times: 2 });
    const { code, output } = await run();
    expect({ code, output }).toMatchObject({ code: 0 });
  });

  it.each([
    ["a model that is not there", { MODEL_ID: "acme/other" }],
    ["a revision that is not there", { MODEL_REVISION: "f".repeat(40) }],
  ])("gives up at once on %s, with the code that fails the Job", async (_, env) => {
    const { code, output } = await run({ env });
    expect(code).toBe(2);
    expect(output).not.toContain("attempt 1");
  });

  it("gives up when no file is left to download", async () => {
    const { code, output } = await run({ env: { ALLOW_PATTERNS: '["*.gguf"]' } });
    expect(code).toBe(2);
    expect(output).toContain("no file is left to download");
  });

  it("does not begin what the volume has no room for", async () => {
    hub.claims.set(weights, 2 ** 60);
    const { code, output } = await run();
    expect(code).toBe(2);
    expect(output).toMatch(/ free, and 1073741824\.0 GiB are missing/);
    expect(hub.served).toEqual([]);
  });

  it("sends the token out of its file, and prints it nowhere", async () => {
    const path = join(volume.root, "token");
    writeFileSync(path, "hf_secretsecret\n");
    const { code, output } = await run({ env: { HF_TOKEN_PATH: path } });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect([...hub.tokens]).toEqual(["hf_secretsecret"]);
    expect(output).not.toContain("secretsecret");
  });
}
