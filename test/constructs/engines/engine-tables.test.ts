// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import {
  type FlagTable,
  parseFlags,
  programs,
  readLaunch,
  renderFlags,
} from "@dynamo-iac/constructs/engines";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";

const engines = ["vllm", "sglang", "trtllm"] as const;
const tables = engines.map((name) => [name, programs[name].flags as FlagTable] as const);

/** A value that any flag of the kind takes. */
const samples: Readonly<Record<string, readonly string[]>> = {
  text: ["x"],
  json: ['{"a":1}'],
  texts: ["x", "y"],
};

describe.each(tables)("the flag table of %s", (_, table) => {
  const rows = Object.entries(table);

  it("gives every spelling to one property", () => {
    const spellings = rows.flatMap(([, flag]) => [
      flag.flag,
      ...(flag.aliases ?? []),
      ...(flag.negative === undefined ? [] : [flag.negative]),
    ]);
    expect(spellings).toEqual([...new Set(spellings)]);
  });

  it("names properties after their flags", () => {
    for (const [property, flag] of rows) {
      const camel = flag.flag.slice(2).replace(/-(\w)/g, (_dash, letter) => letter.toUpperCase());
      expect(property).toBe(camel);
    }
  });

  it("reads every spelling, and writes the long one", () => {
    for (const [property, flag] of rows) {
      const number = String(flag.default ?? flag.min ?? flag.max ?? 1);
      const values =
        flag.kind === "switch" ? [] : (flag.values?.slice(0, 1) ?? samples[flag.kind] ?? [number]);
      for (const spelling of [flag.flag, ...(flag.aliases ?? [])]) {
        const { config, extraArgs, issues } = parseFlags(table, [spelling, ...values]);
        expect({ spelling, extraArgs, issues }).toEqual({ spelling, extraArgs: [], issues: [] });
        expect(Object.keys(config)).toEqual([property]);
        expect(renderFlags(table, config)).toEqual([flag.flag, ...values]);
      }
    }
  });
});

const manifests = shared("conformance/dgd");

describe.skipIf(manifests === undefined)("manifests that others wrote", () => {
  it("start engines with typed flags only", () => {
    const untyped: string[] = [];
    let typed = 0;
    for (const file of readdirSync(manifests ?? "")) {
      for (const container of containers(`${manifests}/${file}`)) {
        const launch = readLaunch(container);
        if (launch === undefined || !engines.some((name) => name === launch.program.program))
          continue;
        typed += launch.tokens.typed;
        untyped.push(...(launch.program.extraArgs ?? []));
      }
    }
    expect(untyped).toEqual([]);
    expect(typed).toBeGreaterThan(300);
  });
});

interface Container {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
}

/** Everything in a file that has a command or arguments. */
function containers(path: string): Container[] {
  return loadAll(readFileSync(path, "utf8")).flatMap(within);
}

function within(value: unknown): Container[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(within);
  const { command, args } = value as Container;
  return Array.isArray(command) || Array.isArray(args) ? [value as Container, ...inner] : inner;
}
