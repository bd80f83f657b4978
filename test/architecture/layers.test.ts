// SPDX-License-Identifier: Apache-2.0
/** @module The house plan as a test: who may import whom, no circles, no deep imports. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = resolve(__dirname, "../..");
const constructs = join(root, "packages/constructs/src");

/** What each room of packages/constructs may import: rooms to the right of it, and npm packages. */
const rooms: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  facts: { rooms: [], packages: [] },
  api: { rooms: ["facts"], packages: ["js-yaml", "zod"] },
  engines: { rooms: ["api", "facts"], packages: ["js-yaml", "zod"] },
  checks: { rooms: ["engines", "api", "facts"], packages: [] },
  estimate: { rooms: ["checks", "engines", "api", "facts"], packages: [] },
  changes: { rooms: ["estimate", "checks", "engines", "api", "facts"], packages: [] },
  targets: { rooms: ["estimate", "checks", "engines", "api", "facts"], packages: [] },
  graph: {
    rooms: ["changes", "estimate", "checks", "engines", "api", "facts"],
    packages: ["cdk8s", "constructs", "js-yaml", "zod"],
  },
  nodes: {
    rooms: ["graph", "estimate", "checks", "engines", "api", "facts"],
    packages: ["cdk8s", "constructs", "zod"],
  },
  platform: {
    rooms: ["graph", "estimate", "checks", "engines", "api", "facts"],
    packages: ["cdk8s", "constructs", "js-yaml", "zod"],
  },
  storage: {
    rooms: ["platform", "graph", "estimate", "checks", "engines", "api", "facts"],
    packages: ["cdk8s", "constructs"],
  },
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function sources(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory())
      return name === "lib" || name === "node_modules" ? [] : sources(path);
    return name.endsWith(".ts") && !name.endsWith(".d.ts") ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const info = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return info.importedFiles.map(({ fileName }) => ({ file, specifier: fileName }));
}

function target({ file, specifier }: Import): string {
  return resolve(dirname(file), specifier.replace(/\.js$/, ".ts"));
}

function roomOf(path: string): string {
  return relative(constructs, path).split("/")[0] ?? "";
}

const all = sources(constructs).flatMap(importsOf);
const where = ({ file, specifier }: Import) => `${relative(root, file)} -> ${specifier}`;

describe("the layers of packages/constructs", () => {
  it("are all named in the plan", () => {
    const folders = readdirSync(constructs).filter((name) =>
      statSync(join(constructs, name)).isDirectory(),
    );
    expect(
      folders.filter(
        (folder) => sources(join(constructs, folder)).length > 0 && rooms[folder] === undefined,
      ),
    ).toEqual([]);
  });

  it("import only rooms below them", () => {
    const wrong = all.filter((entry) => {
      const from = rooms[roomOf(entry.file)];
      if (from === undefined || !entry.specifier.startsWith(".")) return false;
      const to = roomOf(target(entry));
      return to !== roomOf(entry.file) && !from.rooms.includes(to);
    });
    expect(wrong.map(where)).toEqual([]);
  });

  it("use a sibling room through its index", () => {
    const deep = all.filter((entry) => {
      if (!entry.specifier.startsWith(".")) return false;
      const path = target(entry);
      return (
        roomOf(path) !== roomOf(entry.file) &&
        relative(constructs, path) !== `${roomOf(path)}/index.ts`
      );
    });
    expect(deep.map(where)).toEqual([]);
  });

  it("use only the npm packages of their row, and Node's modules only where files are written", () => {
    const wrong = all.filter((entry) => {
      const row = rooms[roomOf(entry.file)];
      if (row === undefined || entry.specifier.startsWith(".")) return false;
      if (["node:util", "node:crypto"].includes(entry.specifier)) return false;
      if (entry.specifier.startsWith("node:")) return roomOf(entry.file) !== "graph";
      return !row.packages.includes(entry.specifier);
    });
    expect(wrong.map(where)).toEqual([]);
  });

  it("hold no circles between files", () => {
    const graph = new Map<string, string[]>();
    for (const entry of all) {
      if (entry.specifier.startsWith("."))
        graph.set(entry.file, [...(graph.get(entry.file) ?? []), target(entry)]);
    }
    expect(cycle(graph)?.map((path) => relative(root, path))).toBeUndefined();
  });
});

/** What each room of packages/clouds may import of the others. */
const cloudRooms: Readonly<Record<string, readonly string[]>> = {
  addresses: [],
  component: [],
  kubernetes: [],
  charts: ["kubernetes"],
  environment: ["addresses"],
  aws: ["addresses", "charts", "component", "environment", "kubernetes"],
  plan: [],
  changes: ["plan"],
  policy: ["plan"],
};

describe("the layers of packages/clouds", () => {
  const clouds = join(root, "packages/clouds/src");
  const entries = sources(clouds).flatMap(importsOf);
  const roomIn = (path: string) => relative(clouds, path).split("/")[0] ?? "";

  it("use the rooms of packages/constructs that have no cdk8s", () => {
    const wrong = entries.filter(({ specifier }) => {
      if (specifier.startsWith("@dynamo-iac/"))
        return !/^@dynamo-iac\/constructs\/(api|changes|checks|engines|estimate|facts|targets)$/.test(
          specifier,
        );
      return /^(cdk8s|constructs)/.test(specifier);
    });
    expect(wrong.map(where)).toEqual([]);
  });

  it("import only rooms below them, through their index", () => {
    const wrong = entries.filter((entry) => {
      if (!entry.specifier.startsWith(".")) return false;
      const [from, to] = [roomIn(entry.file), roomIn(target(entry))];
      if (from === to) return false;
      return (
        cloudRooms[from]?.includes(to) !== true ||
        relative(clouds, target(entry)) !== `${to}/index.ts`
      );
    });
    expect(wrong.map(where)).toEqual([]);
  });

  it("load the services of a provider that they use, never its root", () => {
    const wrong = entries.filter(({ specifier }) =>
      /^@pulumi\/(aws|azure-native|gcp|kubernetes)$/.test(specifier),
    );
    expect(wrong.map(where)).toEqual([]);
  });
});

describe("the other workspaces", () => {
  it("examples import the packages by their public names, and nothing outside their folder", () => {
    const wrong = sources(join(root, "examples"))
      .flatMap(importsOf)
      .filter(({ file, specifier }) => {
        if (!specifier.startsWith("."))
          return !/^(@dynamo-iac\/[a-z]+(\/[a-z]+)?|cdk8s|constructs)$/.test(specifier);
        const example = relative(join(root, "examples"), file).split("/")[0] ?? "";
        return relative(
          join(root, "examples", example),
          resolve(dirname(file), specifier),
        ).startsWith("..");
      });
    expect(wrong.map(where)).toEqual([]);
  });

  it("stacks import the packages by their public names, and nothing outside their folder", () => {
    const stacks = join(root, "stacks");
    const wrong = sources(stacks)
      .flatMap(importsOf)
      .filter(({ file, specifier }) => {
        if (specifier.startsWith("."))
          return (
            relative(stacks, resolve(dirname(file), specifier)).split("/")[0] !==
            relative(stacks, file).split("/")[0]
          );
        return !/^(@dynamo-iac\/(constructs|clouds)(\/[a-z]+)?|@pulumi\/(pulumi|[a-z-]+\/[A-Za-z]+)|cdk8s|constructs|js-yaml|node:[a-z]+)$/.test(
          specifier,
        );
      });
    expect(wrong.map(where)).toEqual([]);
  });

  it("the CLI imports the packages by their public names", () => {
    const wrong = sources(join(root, "packages/cli/src"))
      .flatMap(importsOf)
      .filter(
        ({ specifier }) =>
          specifier.startsWith("@dynamo-iac/") &&
          !/^@dynamo-iac\/(constructs(\/[a-z]+)?|clouds\/(plan(\/run)?|changes))$/.test(specifier),
      );
    expect(wrong.map(where)).toEqual([]);
  });
});

/** The first circle of a graph of files, type-only imports included; undefined when there is none. */
function cycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    const seen = trail.indexOf(file);
    if (seen !== -1) return [...trail.slice(seen), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...trail, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = visit(file, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
