// SPDX-License-Identifier: Apache-2.0
/** @module Runs the program of a ModelDownload with the environment that its Job would give it. */
import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { downloadScript } from "../../../packages/constructs/src/storage/download/script.js";
import { type Hub, sha256 } from "./server.js";

/** A folder in place of a volume, and the program. */
export interface Volume {
  readonly root: string;
  readonly script: string;
  remove(): void;
}

export function makeVolume(): Volume {
  const folder = mkdtempSync(join(tmpdir(), "model-download-"));
  const script = join(folder, "download.py");
  writeFileSync(script, downloadScript);
  const root = join(folder, "cache");
  mkdirSync(root);
  return { root, script, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How a run ended. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** What a run needs besides the volume and the Hub. */
export interface RunOptions {
  /** The interpreter, and where it finds `huggingface_hub`. */
  readonly python: string;
  readonly pythonPath?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Runs the program until it ends. */
export function download(volume: Volume, hub: Hub, options: RunOptions): Promise<Run> {
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    HOME: volume.root,
    MODEL_ID: hub.model,
    MODEL_REVISION: hub.commit,
    CACHE_ROOT: volume.root,
    HF_HOME: volume.root,
    HF_ENDPOINT: hub.url,
    HF_HUB_DISABLE_PROGRESS_BARS: "1",
    HF_HUB_DISABLE_TELEMETRY: "1",
    IGNORE_PATTERNS: '["original/*"]',
    BACKOFF_SECONDS: "0.01",
    PYTHONDONTWRITEBYTECODE: "1",
    ...(options.pythonPath === undefined ? {} : { PYTHONPATH: options.pythonPath }),
  };
  for (const [name, value] of Object.entries(options.env ?? {}))
    if (value !== undefined) env[name] = value;
  return new Promise((ended, failed) => {
    const child = spawn(options.python, [volume.script], { env, cwd: volume.root });
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", failed);
    child.on("close", (code) => ended({ code, output }));
  });
}

/** Files below a folder, links followed, with the SHA-256 of their contents; what the Hub's library keeps for itself is left out. */
export function filesBelow(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      const each = join(path, name);
      if (name === ".cache") continue;
      if (statSync(each).isDirectory()) walk(each);
      else found[relative(folder, each)] = sha256(readFileSync(each));
    }
  };
  walk(folder);
  return found;
}

/** Where the Hub's cache keeps a commit. */
export function snapshotOf(volume: Volume, { model, commit }: Hub): string {
  return join(volume.root, "hub", `models--${model.replace("/", "--")}`, "snapshots", commit);
}

/** Python 3.9 or newer; undefined when there is none. */
export function findPython(): string | undefined {
  const program = "import sys; assert sys.version_info >= (3, 9); print(sys.executable)";
  const { status, stdout } = spawnSync("python3", ["-c", program], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
