// SPDX-License-Identifier: Apache-2.0
/** @module The command line as it is installed, compiled from the sources at hand. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** Installs the packages into a new folder, so that no old build can answer; gives the program's path. */
export function installCli(): string {
  const modules = join(mkdtempSync(join(tmpdir(), "dynamo-iac-cli-")), "node_modules");
  mkdirSync(join(modules, "@dynamo-iac"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".") && name !== "@dynamo-iac")
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  for (const name of ["constructs", "clouds", "cli"])
    compile(join(root, "packages", name), join(modules, "@dynamo-iac", name));
  mkdirSync(join(modules, "@dynamo-iac/cli/bin"));
  const program = join(modules, "@dynamo-iac/cli/bin/dynamo-iac.js");
  copyFileSync(join(root, "packages/cli/bin/dynamo-iac.js"), program);
  return program;
}

function compile(source: string, target: string): void {
  mkdirSync(target);
  copyFileSync(join(source, "package.json"), join(target, "package.json"));
  const files = readdirSync(join(source, "src"), { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (!file.isFile() || !file.name.endsWith(".ts")) continue;
    const path = join(file.parentPath, file.name);
    const output = join(target, "lib", relative(join(source, "src"), path)).replace(/\.ts$/, ".js");
    mkdirSync(dirname(output), { recursive: true });
    const { outputText } = ts.transpileModule(readFileSync(path, "utf8"), {
      fileName: path,
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(output, outputText);
  }
}
