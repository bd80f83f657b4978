// SPDX-License-Identifier: Apache-2.0
/** @module A Python with the wheels of Dynamo, installed once into the cache of tools. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../../tools/src/e2e/programs.js";

const run = promisify(execFile);

/** The release that the library renders for. */
const wheels = ["ai-dynamo==1.4.0", "ai-dynamo-runtime==1.4.0"];

/**
 * Folder of `python3`, to be put first on PATH. The wheels need Linux with glibc 2.28 and Python 3.10 to
 * 3.12, and no GPU.
 */
export async function dynamoPython(): Promise<string> {
  const folder = join(cacheFolder, `python-${wheels.join("-")}`);
  const done = `${folder}.done`;
  if (!existsSync(done)) {
    // An environment remembers its own path, so it is made in its place and marked when it is whole.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await run(await findPython(), ["-m", "venv", folder]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    await run(join(folder, "bin/python3"), [...pip, ...wheels]);
    writeFileSync(done, "");
  }
  return join(folder, "bin");
}

async function findPython(): Promise<string> {
  const program = "import sys; assert (3, 10) <= sys.version_info < (3, 13); print(sys.executable)";
  for (const name of ["python3.12", "python3.11", "python3.10", "python3"]) {
    try {
      return (await run(name, ["-c", program])).stdout.trim();
    } catch {
      // Not installed, or a shim without a version behind it.
    }
  }
  throw new Error("Dynamo's wheels need Python 3.10, 3.11 or 3.12 on PATH");
}
