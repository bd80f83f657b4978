// SPDX-License-Identifier: Apache-2.0
/** @module A stack's program under mocks in this process: compiled, or as Pulumi runs TypeScript by default. */
import { writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { readStackProgram, recordProgram } from "@dynamo-iac/clouds/plan";
import type * as Pulumi from "@pulumi/pulumi";

const [folder = "", stack = "", main = "", how = ""] = process.argv.slice(2);
const load = createRequire(main);

/** As `pulumi-language-nodejs` does it: the project's own TypeScript, types checked. @see sdk/nodejs/cmd/run/run.ts in pulumi/pulumi */
function registerTsNode(): void {
  process.chdir(folder);
  const utils = load("@pulumi/pulumi/tsutils") as {
    typeScriptRequireStrings(): { tsnodeRequire: string; typescriptRequire: string };
    loadTypeScriptCompilerOptions(file: string): object;
  };
  const { tsnodeRequire, typescriptRequire } = utils.typeScriptRequireStrings();
  const { register } = load(tsnodeRequire) as { register(options: object): void };
  register({
    compiler: typescriptRequire,
    project: "tsconfig.json",
    skipProject: false,
    compilerOptions: {
      target: "ES2020",
      module: "nodenext",
      moduleResolution: "nodenext",
      sourceMap: "true",
      ...utils.loadTypeScriptCompilerOptions("tsconfig.json"),
    },
  });
}

/** Sources here import `./x.js`, as native ESM has it; ts-node 7 looks for that very file. */
function findSources(): void {
  const loader = Module as unknown as {
    _resolveFilename(
      request: string,
      parent: { readonly filename: string },
      ...rest: unknown[]
    ): string;
  };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, parent, ...rest) => {
    const isSource = request.startsWith(".") && parent.filename.endsWith(".ts");
    return resolve.call(loader, isSource ? request.replace(/\.js$/, "") : request, parent, ...rest);
  };
}

async function run(): Promise<void> {
  if (how === "ts-node") {
    registerTsNode();
    findSources();
  }
  const { project, config, secretKeys, secrets } = readStackProgram(folder, stack);
  const pulumi = load("@pulumi/pulumi") as typeof Pulumi;
  await recordProgram(
    { pulumi, project, stack, mode: "preview", config, secretKeys, secrets, folder },
    async () => {
      const exported: unknown = load(main);
      return typeof exported === "function" ? (exported as () => unknown)() : exported;
    },
  );
  if (how === "ts-node") return;
  const modules = Object.keys(require.cache).filter((file) => /node_modules\/@pulumi\//.test(file));
  writeFileSync(how, JSON.stringify(modules));
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 3;
});
