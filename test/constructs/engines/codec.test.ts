// SPDX-License-Identifier: Apache-2.0
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables look like that
/** @module The flag codec: both directions, for every program and for every way of writing a flag. */
import {
  checkFlags,
  flagTable,
  type ProgramName,
  parseFlags,
  processMeaning,
  programs,
  readLaunch,
  renderFlags,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choice,
  float,
  int,
  ints,
  json,
  jsonOrPath,
  negatable,
  nullable,
  repeated,
  text,
  texts,
  toggle,
} from "../../../packages/constructs/src/engines/flags.js";
import { argvOf, configOf, extraArgs } from "../../support/flag-arbitrary.js";

const names = Object.keys(programs) as ProgramName[];

describe.each(names)("the flags of %s", (name) => {
  const table = flagTable(name);

  it("come back from their tokens as they were, and so does what is not typed", () => {
    fc.assert(
      fc.property(configOf(table), extraArgs(), (config, extra) => {
        const argv = renderFlags(table, config, extra);
        const parsed = parseFlags(table, argv);
        expect(parsed.config).toEqual(config);
        expect(parsed.extraArgs).toEqual(extra);
        expect(parsed.typedTokens).toBe(argv.length - extra.length);
      }),
      { numRuns: 150 },
    );
  });

  it("mean the same after they were read and written", () => {
    fc.assert(
      fc.property(argvOf(table), (argv) => {
        const container = { command: ["python3", "-m", programs[name].module], args: argv };
        const launch = readLaunch(container);
        if (launch === undefined) throw new Error("not read");
        const again = writeLaunch(launch.program);
        expect(processMeaning(again)).toEqual(processMeaning(container));
        expect(readLaunch(again)?.program).toEqual(launch.program);
      }),
      { numRuns: 150 },
    );
  });

  it("have one spelling each, in dashes, that belongs to no other", () => {
    const spellings = Object.values(table).flatMap((flag) => [
      flag.flag,
      ...(flag.aliases ?? []),
      ...(flag.negative === undefined ? [] : [flag.negative]),
    ]);
    expect(spellings.filter((spelling, at) => spellings.indexOf(spelling) !== at)).toEqual([]);
    expect(spellings.filter((spelling) => !/^--?[A-Za-z][\w-]*$/.test(spelling))).toEqual([]);
  });

  it("have defaults that the program itself would take", () => {
    const defaults = Object.entries(table).flatMap(([property, flag]) =>
      flag.default === undefined ? [] : [[property, flag.default as unknown]],
    );
    expect(checkFlags(table, Object.fromEntries(defaults))).toEqual([]);
  });
});

const table = {
  model: text("--model", { aliases: ["--model-path", "-m"] }),
  size: int("--size", { aliases: ["-tp"], min: 1, max: 8, unit: "GPUs" }),
  depth: int("--depth"),
  length: int("--length", { human: true }),
  share: float("--share", { above: 0, max: 1 }),
  limit: nullable(float("--limit")),
  cache: negatable("--enable-cache", { aliases: ["--cache"] }),
  quick: toggle("--quick"),
  mode: choice("--mode", ["kv", "random"]),
  document: json<{ readonly a?: number }>("--document"),
  file: jsonOrPath<{ readonly a?: number }>("--file"),
  names: texts("--names"),
  ports: ints("--ports"),
  routes: repeated("--route"),
} as const;

function read(...argv: string[]) {
  const { config, extraArgs: extra, issues } = parseFlags(table, argv);
  return { config, extra, issues };
}

describe("reading flags", () => {
  it.each([
    [["--model", "a"], { model: "a" }],
    [["--model=a"], { model: "a" }],
    [["--model=a=b"], { model: "a=b" }],
    [["--model="], { model: "" }],
    [["--model", ""], { model: "" }],
    [["--model-path", "a"], { model: "a" }],
    [["--model_path", "a"], { model: "a" }],
    [["-m", "a"], { model: "a" }],
    [["-tp", "4"], { size: 4 }],
    [["-tp=4"], { size: 4 }],
    [["--depth", "-1"], { depth: -1 }],
    [["--depth=-1"], { depth: -1 }],
    [["--share", ".5"], { share: 0.5 }],
    [["--share", "1e-3"], { share: 0.001 }],
    [["--limit", "None"], { limit: null }],
    [["--length", "32k"], { length: 32_000 }],
    [["--length", "32K"], { length: 32_768 }],
    [["--length", "1.5m"], { length: 1_500_000 }],
    [["--enable-cache"], { cache: true }],
    [["--no-enable-cache"], { cache: false }],
    [["--enable_cache"], { cache: true }],
    [["--no_enable_cache"], { cache: false }],
    [["--cache"], { cache: true }],
    [["--no-cache"], { cache: false }],
    [["--quick"], { quick: true }],
    [["--mode", "kv"], { mode: "kv" }],
    [["--document", '{ "a": 1 }'], { document: { a: 1 } }],
    [['--document={"a":1}'], { document: { a: 1 } }],
    [["--file", "/config/a.json"], { file: "/config/a.json" }],
    [["--file", '{"a": 1}'], { file: { a: 1 } }],
    [["--names", "a", "b", "--quick"], { names: ["a", "b"], quick: true }],
    [["--names", "-1", "a b"], { names: ["-1", "a b"] }],
    [["--names", "--not a flag--"], { names: ["--not a flag--"] }],
    [["--ports", "1", "2"], { ports: [1, 2] }],
    [["--route", "a", "--quick", "--route=b"], { routes: ["a", "b"], quick: true }],
    [["--size", "1", "--size", "2"], { size: 2 }],
    [["--enable-cache", "--no-cache"], { cache: false }],
    [["--names", "a", "--names", "b"], { names: ["b"] }],
  ])("%j", (argv, config) => {
    expect(read(...argv)).toEqual({ config, extra: [], issues: [] });
  });

  it.each([
    [["--size", "9"], { size: 9 }, [], "9", "a whole number of GPUs from 1 to 8"],
    [["--share", "0"], { share: 0 }, [], "0", "a number above 0 and at most 1"],
    [["--size", "many"], {}, ["--size", "many"], "many", "a whole number of GPUs from 1 to 8"],
    [["--length", "1.5K"], {}, ["--length", "1.5K"], "1.5K", "a whole number"],
    [["--limit", "none"], {}, ["--limit", "none"], "none", "a number, or None"],
    [["--mode", "KV"], {}, ["--mode", "KV"], "KV", "one of kv, random"],
    [["--model"], {}, ["--model"], "no value", "a value"],
    [["--model", "--quick"], { quick: true }, ["--model"], "no value", "a value"],
    [["--names"], {}, ["--names"], "no value", "one or more values"],
    [["--quick=true"], {}, ["--quick=true"], "true", "no value"],
    [["--document", "{a}"], {}, ["--document", "{a}"], "{a}", "a JSON object or list"],
    [["--file", "{a}"], {}, ["--file", "{a}"], "{a}", "a JSON object or the path of a file"],
    [["--ports", "1", "a"], {}, ["--ports", "1", "a"], "1 a", "whole numbers"],
  ])("%j is wrong", (argv, config, extra, got, expected) => {
    const result = read(...argv);
    expect(result).toMatchObject({ config, extra, issues: [{ got, expected }] });
    expect(result.issues).toHaveLength(1);
  });

  it("says nothing about values that are filled in later", () => {
    for (const value of ["$(SIZE)", "${SIZE}", "$SIZE"])
      expect(read("--size", value)).toEqual({ config: {}, extra: ["--size", value], issues: [] });
  });

  it("lets the last of two win, also when it is not known yet", () => {
    expect(read("--size", "$(SIZE)", "--size", "2")).toMatchObject({
      config: { size: 2 },
      extra: [],
    });
    expect(read("--size", "2", "--size", "$(SIZE)")).toMatchObject({
      config: {},
      extra: ["--size", "$(SIZE)"],
    });
  });

  it("keeps what it does not know, in order", () => {
    const argv = [
      "a",
      "--x",
      "1",
      "2",
      "--quick",
      "b",
      "--y=3",
      "--document.a",
      "1",
      "--model",
      "m",
    ];
    expect(read(...argv)).toEqual({
      config: { quick: true, model: "m" },
      extra: ["a", "--x", "1", "2", "b", "--y=3", "--document.a", "1"],
      issues: [],
    });
  });
});

describe("writing flags", () => {
  it("writes long flags and separate tokens in the order of the table", () => {
    const config = { quick: true, model: "m", size: 2, document: { a: 1 }, names: ["a", "b"] };
    expect(renderFlags(table, config, ["--x"])).toEqual([
      ...["--model", "m", "--size", "2", "--quick", "--document", '{"a":1}', "--names", "a", "b"],
      "--x",
    ]);
  });

  it("ties a value that looks like a flag to its own flag", () => {
    expect(renderFlags(table, { model: "--quick", routes: ["-x", "y"] })).toEqual([
      ...["--model=--quick", "--route=-x", "--route", "y"],
    ]);
  });

  it("writes what switches off, where there is such a flag", () => {
    expect(renderFlags(table, { cache: false, quick: false })).toEqual(["--no-enable-cache"]);
    expect(renderFlags(table, { limit: null, names: [] })).toEqual(["--limit", "None"]);
  });

  it("puts loose values where no flag takes them", () => {
    expect(renderFlags(table, { names: ["a"] }, ["b", "--x"])).toEqual([
      "b",
      "--names",
      "a",
      "--x",
    ]);
  });
});

describe("checkFlags", () => {
  it("finds values out of bounds and values of the wrong kind", () => {
    expect(checkFlags(table, { size: 0, depth: Number.NaN, share: 0.5 })).toEqual([
      {
        property: "size",
        flag: "--size",
        got: "0",
        expected: "a whole number of GPUs from 1 to 8",
      },
      { property: "depth", flag: "--depth", got: "NaN", expected: "a whole number" },
    ]);
  });
});
