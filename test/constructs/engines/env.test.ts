// SPDX-License-Identifier: Apache-2.0
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables look like that
/** @module Settings from environment variables, and what counts in the end. */
import {
  effectiveFlags,
  expandReferences,
  flagTable,
  frontendProgram,
  globalPlannerProgram,
  mocker,
  type ProgramName,
  programs,
  readEnvSettings,
  routerProgram,
  vllm,
} from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";

function env(values: Readonly<Record<string, string | undefined>>) {
  return new Map(Object.entries(values));
}

describe("readEnvSettings", () => {
  it("reads each kind of setting", () => {
    const settings = readEnvSettings(
      "frontend",
      env({
        DYN_ROUTER_MODE: "kv",
        DYN_HTTP_PORT: "8080",
        DYN_ROUTER_TEMPERATURE: "0.5",
        DYN_ROUTER_QUEUE_THRESHOLD: "None",
        DYN_FRONTEND_ROUTE_EXTENSIONS: " a  b:c ",
        DYN_NAMESPACE: "",
        OTHER: "x",
      }),
    );
    expect(settings).toEqual({
      config: {
        routerMode: "kv",
        httpPort: 8080,
        routerTemperature: 0.5,
        routerQueueThreshold: null,
        frontendRouteExtension: ["a", "b:c"],
        namespace: "",
      },
      unknown: [],
      issues: [],
    });
  });

  it.each([
    ["true", true],
    ["True", true],
    ["1", true],
    ["yes", true],
    ["on", true],
    ["false", false],
    ["0", false],
    ["", false],
    ["enabled", false],
  ])("reads the boolean %j as %s", (text, value) => {
    const { config, issues } = readEnvSettings("frontend", env({ DYN_ROUTER_USE_KV_EVENTS: text }));
    expect(config.routerKvEvents).toBe(value);
    expect(issues).toEqual([]);
  });

  it("names values that the program refuses, by their variable", () => {
    const { config, issues } = readEnvSettings(
      "frontend",
      env({ DYN_HTTP_PORT: "http", DYN_ROUTER_MODE: "KV", DYN_MIGRATION_LIMIT: "-1" }),
    );
    expect(config).toEqual({ migrationLimit: -1 });
    expect(issues.map(({ flag, got }) => [flag, got])).toEqual([
      ["DYN_HTTP_PORT", "http"],
      ["DYN_ROUTER_MODE", "KV"],
      ["DYN_MIGRATION_LIMIT", "-1"],
    ]);
  });

  it("tells what is set but not known", () => {
    expect(readEnvSettings("frontend", env({ DYN_ROUTER_MODE: undefined }))).toEqual({
      config: {},
      unknown: ["routerMode"],
      issues: [],
    });
  });

  it("knows each variable for one property of a program only", () => {
    for (const name of Object.keys(programs) as ProgramName[]) {
      const variables = Object.values(flagTable(name)).flatMap((flag) => flag.env ?? []);
      expect(new Set(variables).size, name).toBe(variables.length);
    }
  });

  it("reads nothing where a program reads nothing", () => {
    expect(readEnvSettings("mocker", env({ DYN_AIC_SYSTEM: "h200_sxm" })).config).toEqual({});
    expect(readEnvSettings("mocker", env({ DYN_EVENT_PLANE: "nats" })).config).toEqual({
      eventPlane: "nats",
    });
  });
});

describe("effectiveFlags", () => {
  it("lets flags win over environment variables", () => {
    const values = env({ DYN_ROUTER_MODE: "kv", DYN_HTTP_PORT: "8080" });
    expect(effectiveFlags(frontendProgram({ routerMode: "random" }), values)).toEqual({
      routerMode: "random",
      httpPort: 8080,
    });
  });

  it("fills in references, also those that kept a flag from being typed", () => {
    const program = vllm({
      model: "$(MODEL)",
      extraArgs: ["--tensor-parallel-size", "$(TP)", "--block-size", "$(UNKNOWN)"],
    });
    expect(effectiveFlags(program, env({ MODEL: "Qwen/Qwen3-0.6B", TP: "4" }))).toEqual({
      model: "Qwen/Qwen3-0.6B",
      tensorParallelSize: 4,
    });
  });

  it("applies the load-aware preset to frontends and routers", () => {
    const preset = {
      routerKvEvents: false,
      routerKvOverlapScoreCredit: 0,
      sharedCacheType: "none",
    };
    const frontend = frontendProgram({
      loadAware: true,
      routerMode: "random",
      routerKvEvents: true,
    });
    expect(effectiveFlags(frontend, env({}))).toMatchObject({ ...preset, routerMode: "kv" });
    const values = env({ DYN_ROUTER_LOAD_AWARE: "1" });
    const router = effectiveFlags(routerProgram({ endpoint: "a.b.c" }), values);
    expect(router).toMatchObject({ ...preset, endpoint: "a.b.c" });
    expect(router).not.toHaveProperty("routerMode");
  });

  it("works for programs without variables", () => {
    expect(effectiveFlags(globalPlannerProgram({ maxTotalGpus: 8 }), env({}))).toEqual({
      maxTotalGpus: 8,
    });
    expect(effectiveFlags(mocker(), env({ DYN_REQUEST_PLANE: "nats" }))).toEqual({
      requestPlane: "nats",
    });
  });
});

describe("expandReferences", () => {
  it.each([
    ["$(A)/$(B)", "1/$(B)"],
    ["$$(A)", "$(A)"],
    ["$$$(A)", "$1"],
    ["$A ${A}", "$A ${A}"],
    ["$(A", "$(A"],
    ["$(SECRET)", "$(SECRET)"],
  ])("%s", (text, expanded) => {
    expect(expandReferences(text, env({ A: "1", SECRET: undefined }))).toBe(expanded);
  });
});
