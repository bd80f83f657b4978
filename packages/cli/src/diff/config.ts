// SPDX-License-Identifier: Apache-2.0
/** @module dynamo-iac.yaml: which apps and stacks a repository holds, and what is known of their cluster. */
import { posix } from "node:path";
import { describeIssue } from "@dynamo-iac/constructs/api";
import { type Pool, unlimitedMachines } from "@dynamo-iac/constructs/estimate";
import {
  findMachine,
  formatPath,
  machines,
  nearest,
  type PriceOverrides,
} from "@dynamo-iac/constructs/facts";
import { z } from "zod";
import { capacities } from "../commands/pool-options.js";
import { locate } from "../locate.js";
import { parseText } from "../parsed-text.js";
import { UsageError } from "../usage-error.js";
import { type Gate, parseGate } from "./gates.js";

/** Name of the file, in the root of the repository. */
export const configName = "dynamo-iac.yaml";

const text = z.string().min(1);
const version = z
  .string()
  .regex(/^v?\d+\.\d+/)
  .meta({ description: 'a version in quotes, such as "1.34"' });
const folder = z
  .string()
  .min(1)
  .refine((path) => isInside(path), "a path inside the repository, relative to its root");

const pool = z.strictObject({
  /** Name of the pool. */
  name: text,
  /** Machine type, such as p5.48xlarge. */
  machine: z.string().refine((type) => findMachine(type) !== undefined, "a known machine type"),
  /** Machines at most. @default 64 */
  max: z.int().min(1).optional(),
  /** Machines that always run. @default 0 */
  min: z.int().min(0).optional(),
  zones: z.array(text).optional(),
  capacity: z.enum(capacities).optional(),
  labels: z.record(text, z.string()).optional(),
});

const cluster = z.strictObject({
  kubernetesVersion: version.optional(),
  dynamoVersion: version.optional(),
  groveVersion: version.optional(),
  kaiVersion: version.optional(),
  driverVersion: version.optional(),
  /** All that are installed. */
  orchestrators: z.array(z.enum(["grove", "lws", "volcano", "kai"])).optional(),
  /** Namespace of objects that name none. */
  namespace: text.optional(),
});

const app = z.strictObject({
  /** A folder with a cdk8s.yaml, a folder of manifests, or one manifest; `*` stands for any one name. */
  path: folder,
  /** Name in the report. @default - the path */
  name: text.optional(),
  /** Shell command that prints the manifests, in the folder. @default - by what the folder holds */
  command: text.optional(),
  /** Files and folders that it reads beside its own folder. @default - found by its imports */
  inputs: z.array(folder).optional(),
  /** Variables of its process, which gets few others. @default - none */
  environment: z.record(text, z.string()).optional(),
  /** @default - the cluster of the file */
  cluster: cluster.optional(),
  /** @default - the pools of the file */
  pools: z.array(pool).optional(),
});

const stack = z.strictObject({
  /** Folder with a Pulumi.yaml. */
  path: folder,
  /** Name of the stack, as in Pulumi.<stack>.yaml. */
  stack: text,
  /** @default - path and stack */
  name: text.optional(),
  inputs: z.array(folder).optional(),
  /** @default - the cluster of the file */
  cluster: cluster.optional(),
});

const amount = z.number().min(0);
const capacity = z.enum(capacities);

const prices = z.strictObject({
  /** Per hour: one price, or one by the way it is paid for. */
  machines: z.record(text, z.union([amount, z.partialRecord(capacity, amount)])).optional(),
  /** Per GiB and month, by product or storage class. */
  storage: z.record(text, amount).optional(),
  loadBalancer: amount.optional(),
  asOf: z.string().optional(),
});

const schema = z.strictObject({
  version: z.literal(1),
  cluster: cluster.optional(),
  pools: z.array(pool).optional(),
  prices: prices.optional(),
  /** Gates, as --fail-on takes them. */
  failOn: z
    .array(z.string().refine((word) => typeof parseGate(word) !== "string", "a gate"))
    .optional(),
  apps: z.array(app).optional(),
  stacks: z.array(stack).optional(),
});

type Written = z.infer<typeof schema>;

/** One app, with what the file says for all. */
export interface AppConfig extends Omit<z.infer<typeof app>, "pools" | "name"> {
  readonly name: string;
  readonly pools: readonly Pool[];
}

/** One stack. */
export interface StackConfig extends Omit<z.infer<typeof stack>, "name"> {
  readonly name: string;
  readonly environment?: undefined;
}

/** The file, read. */
export interface DiffConfig {
  readonly apps: readonly AppConfig[];
  readonly stacks: readonly StackConfig[];
  readonly prices: PriceOverrides | undefined;
  readonly gates: readonly Gate[];
}

/**
 * Reads the file.
 *
 * @throws UsageError with every mistake of the file, each with its line
 */
export function readConfig(path: string, content: string): DiffConfig {
  const source = parseText(path, content);
  const read = schema.safeParse(source.value);
  const problems = read.success
    ? mistakesOf(read.data)
    : read.error.issues.flatMap((issue) => problemsOf(issue, source.value));
  if (!read.success || problems.length > 0) {
    const lines = problems.map(({ path: field, message }) => {
      const { line, column } = locate(source, field);
      return `${path}:${line}:${column}: ${formatPath(field)}: ${message}`;
    });
    throw new UsageError(lines.join("\n       "));
  }
  const { data } = read;
  return {
    apps: (data.apps ?? []).map((one) => ({
      ...one,
      name: one.name ?? one.path,
      cluster: one.cluster ?? data.cluster,
      pools: (one.pools ?? data.pools ?? []).flatMap(poolOf),
    })),
    stacks: (data.stacks ?? []).map((one) => ({
      ...one,
      name: one.name ?? `${one.path} ${one.stack}`,
      cluster: one.cluster ?? data.cluster,
    })),
    prices: data.prices,
    gates: (data.failOn ?? []).map(parseGate).filter((gate) => typeof gate !== "string"),
  };
}

/** The configuration with an app for every folder of apps or manifests that a `*` stands for, in order. */
export function withFolders(config: DiffConfig, paths: Iterable<string>): DiffConfig {
  const named = new Set(config.apps.map(({ path }) => path));
  const all = [...paths];
  const apps = config.apps.flatMap((one) => {
    if (!one.path.includes("*")) return [one];
    const steps = posix.normalize(one.path).split("/");
    const folders = all
      .map((path) => path.split("/"))
      .filter((path) => path.length > steps.length)
      .filter((path) => steps.every((step, at) => step === "*" || step === path[at]))
      .map((path) => path.slice(0, steps.length).join("/"));
    return [...new Set(folders)]
      .filter((folder) => !named.has(folder) && holdsApp(folder, all))
      .toSorted()
      .map((path) => ({ ...one, path, name: path }));
  });
  return { ...config, apps };
}

/** A cdk8s app, or manifests that no program stands beside. */
function holdsApp(folder: string, paths: readonly string[]): boolean {
  const inside = paths.filter((path) => path.startsWith(`${folder}/`));
  const has = (name: string) => inside.includes(`${folder}/${name}`);
  if (has("cdk8s.yaml")) return true;
  return (
    inside.some((path) => /\.ya?ml$/.test(path)) && !has("package.json") && !has("Pulumi.yaml")
  );
}

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown): readonly Mistake[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "custom") {
    const got = path.reduce<unknown>(
      (here, step) => (here as Record<string | number, unknown> | undefined)?.[step],
      value,
    );
    const hint =
      path.at(-1) === "machine"
        ? nearest(
            String(got),
            machines.map(({ type }) => type),
          )
        : undefined;
    const gate = path[0] === "failOn" ? parseGate(String(got)) : undefined;
    const expected = typeof gate === "string" ? gate : `must be ${issue.message}`;
    const meant = hint === undefined ? "" : `; did you mean ${JSON.stringify(hint)}?`;
    return [{ path, message: `${expected}, got ${JSON.stringify(got)}${meant}` }];
  }
  return describeIssue(issue, value, schema).map(({ path: field, message }) => ({
    path: field,
    message,
  }));
}

/** What the types do not see: nothing to render, names that occur twice, bounds that cross. */
function mistakesOf({ apps = [], stacks = [], pools = [] }: Written): readonly Mistake[] {
  const found: Mistake[] = [];
  if (apps.length + stacks.length === 0)
    found.push({
      path: [],
      message: "must name at least one app or stack, as apps: [{ path: deploy }]",
    });
  for (const [at, { path, name }] of apps.entries())
    if (name !== undefined && path.includes("*"))
      found.push({
        path: ["apps", at, "name"],
        message: "must be left out: the path may mean several apps",
      });
  const names = new Set<string>();
  const named = [
    ...apps.map(({ name, path }, at) => ({ name: name ?? path, field: ["apps", at] })),
    ...stacks.map(({ name, path, stack: of }, at) => ({
      name: name ?? `${path} ${of}`,
      field: ["stacks", at],
    })),
  ];
  for (const { name, field } of named) {
    if (names.has(name))
      found.push({
        path: field,
        message: `is called ${JSON.stringify(name)}, as another one is; give it a name`,
      });
    names.add(name);
  }
  const lists = [
    { at: ["pools"], list: pools },
    ...apps.map((one, at) => ({ at: ["apps", at, "pools"], list: one.pools ?? [] })),
  ];
  for (const { at, list } of lists)
    for (const [index, { min = 0, max = unlimitedMachines }] of list.entries())
      if (min > max)
        found.push({
          path: [...at, index, "min"],
          message: `must be at most max, got ${min} and ${max}`,
        });
  return found;
}

function poolOf({
  machine: type,
  max = unlimitedMachines,
  ...rest
}: z.infer<typeof pool>): readonly Pool[] {
  const machine = findMachine(type);
  return machine === undefined ? [] : [{ ...rest, machine, max }];
}

function isInside(path: string): boolean {
  const normal = posix.normalize(path);
  return !posix.isAbsolute(normal) && normal !== ".." && !normal.startsWith("../");
}
