// SPDX-License-Identifier: Apache-2.0
/** @module Generated programs: compiled as a user would compile them, and run in this process. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as constructs from "@dynamo-iac/constructs";
import * as cdk8s from "cdk8s";
import ts from "typescript";

const root = resolve(__dirname, "../..");

/** What a strict compiler says about the programs, all compiled together; by file name. */
export function compileErrors(programs: ReadonlyMap<string, string>): readonly string[] {
  const virtual = new Map(
    [...programs].map(([name, text]) => [join(root, "test/generated", name), text]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    paths: {
      "@dynamo-iac/constructs": [join(root, "packages/constructs/src/index.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.directoryExists = (path) =>
    path === join(root, "test/generated") || directoryExists?.(path) === true;
  const program = ts.createProgram([...virtual.keys()], options, host);
  return [...virtual.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      (diagnostic) =>
        `${name.slice(dirname(name).length + 1)}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`,
    );
  });
}

/** Runs a program; gives the objects that it would write. */
export function runProgram(text: string): readonly unknown[] {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const objects: unknown[] = [];
  class App extends cdk8s.App {
    override synth(): void {
      for (const construct of this.node.findAll())
        if (cdk8s.ApiObject.isApiObject(construct)) objects.push(construct.toJson());
    }
  }
  const modules: Readonly<Record<string, unknown>> = {
    "@dynamo-iac/constructs": { ...constructs, App },
    cdk8s,
  };
  new Function("require", "exports", outputText)((name: string) => modules[name], {});
  return objects;
}

/** Reads a text file. */
export function textOf(path: string): string {
  return readFileSync(path, "utf8");
}
