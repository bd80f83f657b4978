// SPDX-License-Identifier: Apache-2.0
/** @module A Pulumi project on disk: its program, and the configuration of one stack, without the Pulumi CLI. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearest } from "@dynamo-iac/constructs/facts";
import { loadAll } from "js-yaml";
import { PlanError } from "./plan-error.js";

/** What it takes to run the program of one stack. */
export interface StackProgram {
  /** Folder of Pulumi.yaml, absolute. */
  readonly folder: string;
  readonly project: string;
  readonly stack: string;
  /** File that Node runs, absolute. */
  readonly main: string;
  /** `namespace:key` to text; structured values as JSON, secrets as a stand-in that follows from their ciphertext. */
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** The stand-ins. */
  readonly secrets: readonly string[];
}

/**
 * Reads Pulumi.yaml and Pulumi.<stack>.yaml. Secrets stay encrypted: the program gets a text in
 * their place that is the same as long as the ciphertext is.
 *
 * @throws PlanError when a file is missing or cannot be read
 */
export function readStackProgram(folder: string, stack: string): StackProgram {
  const root = resolve(folder);
  const project = readYaml(join(root, "Pulumi.yaml"), `${folder} is not a Pulumi project`);
  const name = project.name;
  if (typeof name !== "string")
    throw new PlanError("usage", `${join(folder, "Pulumi.yaml")} has no name`);
  const settings = readYaml(stackFile(root, folder, stack, project), `${folder} has no such stack`);
  const config = new Map<string, unknown>([
    ...defaults(name, project.config),
    ...Object.entries(fields(settings.config) ?? {}),
  ]);
  const entries = [...config].map(([key, value]) => entryOf(key, value));
  return {
    folder: root,
    project: name,
    stack,
    main: mainOf(root, folder, project),
    config: Object.fromEntries(entries.map(({ key, text }) => [key, text])),
    secretKeys: entries.filter(({ secrets }) => secrets.length > 0).map(({ key }) => key),
    secrets: entries.flatMap(({ secrets }) => secrets),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; the one of constructs/api would load every schema before the program can start. */
function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

function readYaml(file: string, otherwise: string): Fields {
  if (!existsSync(file)) throw new PlanError("usage", `${otherwise}: there is no ${file}`);
  try {
    return fields(loadAll(readFileSync(file, "utf8"))[0]) ?? {};
  } catch (error) {
    throw new PlanError("usage", `${file} is not YAML: ${(error as Error).message}`, error);
  }
}

function stackFile(root: string, folder: string, stack: string, project: Fields): string {
  const directory = join(root, String(project.stackConfigDir ?? ""));
  const file = join(directory, `Pulumi.${stack}.yaml`);
  if (existsSync(file)) return file;
  const stacks = existsSync(directory)
    ? readdirSync(directory).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    : [];
  const close = nearest(stack, stacks);
  const hint = close === undefined ? "" : ` Did you mean ${close}?`;
  const list = stacks.length === 0 ? "none" : stacks.sort().join(", ");
  throw new PlanError("usage", `${folder} has no stack ${stack}; its stacks are ${list}.${hint}`);
}

/** Defaults of the schema in Pulumi.yaml, and values that hold for every stack. */
function defaults(project: string, config: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(fields(config) ?? {}).flatMap(([key, declared]) => {
    const schema = fields(declared);
    const isSchema =
      schema !== undefined &&
      ["type", "default", "value", "description", "secret"].some((word) => word in schema);
    const value = isSchema ? (schema.value ?? schema.default) : declared;
    const name = key.includes(":") ? key : `${project}:${key}`;
    return value === undefined ? [] : [[name, value] as const];
  });
}

interface Entry {
  readonly key: string;
  readonly text: string;
  readonly secrets: readonly string[];
}

function entryOf(key: string, value: unknown): Entry {
  const secrets: string[] = [];
  const plain = withStandIns(value, secrets);
  return { key, text: typeof plain === "string" ? plain : JSON.stringify(plain), secrets };
}

function withStandIns(value: unknown, secrets: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withStandIns(item, secrets));
  const object = fields(value);
  if (object === undefined) return value instanceof Date ? value.toISOString() : value;
  const keys = Object.keys(object);
  if (keys.length === 1 && typeof object.secure === "string") {
    const digest = createHash("sha256").update(object.secure).digest("hex").slice(0, 24);
    secrets.push(`secret-${digest}`);
    return `secret-${digest}`;
  }
  return Object.fromEntries(keys.map((key) => [key, withStandIns(object[key], secrets)]));
}

/** As Pulumi finds it: `main` of Pulumi.yaml, else of package.json, else index.js. */
function mainOf(root: string, folder: string, project: Fields): string {
  const main = typeof project.main === "string" ? project.main : packageMain(root);
  const wanted = resolve(root, main ?? "index.js");
  const isFolder = existsSync(wanted) && statSync(wanted).isDirectory();
  const file = isFolder ? join(wanted, "index.js") : wanted;
  if (existsSync(file)) return file;
  const compiled = /\.tsx?$/.test(file)
    ? "The plan runs compiled JavaScript: set runtime.options.typescript to false and main to the compiled file."
    : `Compile the program first: npx tsc -b ${folder}`;
  throw new PlanError(
    "usage",
    `${folder} has no compiled program: there is no ${file}. ${compiled}`,
  );
}

function packageMain(root: string): string | undefined {
  const file = join(root, "package.json");
  if (!existsSync(file)) return undefined;
  const { main } = JSON.parse(readFileSync(file, "utf8")) as { readonly main?: string };
  return main;
}
