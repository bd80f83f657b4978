// SPDX-License-Identifier: Apache-2.0
/** @module The planner's configuration: bounds, lists, and rules between values. */
import {
  checkPlannerConfig,
  flagsOf,
  type PlannerConfig,
  parseFlags,
  plannerConfigFields,
  plannerFlags,
  plannerProgram,
  plannerSettings,
  readFields,
  readLaunch,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";

/** The keys and values that are wrong. */
function wrong(config: unknown): (readonly [string, string])[] {
  return checkPlannerConfig(config as PlannerConfig).map(
    ({ key = "", got }) => [key, got] as const,
  );
}

describe("checkPlannerConfig", () => {
  it("accepts what works", () => {
    expect(wrong({})).toEqual([]);
    expect(
      wrong({
        environment: "kubernetes",
        backend: "vllm",
        optimization_target: "sla",
        enable_throughput_scaling: true,
        enable_load_scaling: true,
        pre_deployment_sweeping_mode: "none",
        throughput_adjustment_interval_seconds: 60,
        load_adjustment_interval_seconds: 5,
        report_interval_hours: null,
        scheduling: { scale_interval_seconds: 2.5, gateway: { enabled: true } },
      }),
    ).toEqual([]);
    expect(
      wrong({
        optimization_target: "load",
        prefill_scale_up_queue_tokens: 2000,
        prefill_scale_down_queue_tokens: 500,
        decode_scale_up_kv_rate: 80,
        decode_scale_down_kv_rate: 40,
      }),
    ).toEqual([]);
    expect(wrong({ max_gpu_budget: -1, min_gpu_budget: 4 })).toEqual([]);
  });

  it.each([
    [{ mode: "aggregated" }, [["mode", "aggregated"]]],
    [{ backend: null }, [["backend", "null"]]],
    [{ ttft_ms: 0, optimization_target: "sla" }, [["ttft_ms", "0"]]],
    [{ ttft: -1, optimization_target: "sla" }, [["ttft", "-1"]]],
    [{ max_gpu_budget: 1.5 }, [["max_gpu_budget", "1.5"]]],
    [{ load_scaling_down_sensitivity: 101 }, [["load_scaling_down_sensitivity", "101"]]],
    [{ decode_scale_up_kv_rate: 120 }, [["decode_scale_up_kv_rate", "120"]]],
    [{ live_dashboard_port: 70_000 }, [["live_dashboard_port", "70000"]]],
    [{ report_interval_hours: 0 }, [["report_interval_hours", "0"]]],
    [{ advisory: "maybe" }, [["advisory", "maybe"]]],
    [{ load_predictor: "lstm" }, [["load_predictor", "lstm"]]],
    [{ fpm_sample_bucket_size: 12 }, [["fpm_sample_bucket_size", "12"]]],
    [{ speculative_nextn: -1 }, [["speculative_nextn", "-1"]]],
    [{ scheduling: { tick: 1 } }, [["scheduling.tick", "an unknown key"]]],
    [
      { scheduling: { tick_max_duration_seconds: 0 } },
      [["scheduling.tick_max_duration_seconds", "0"]],
    ],
    [{ scheduling: { gateway: { port: 1 } } }, [["scheduling.gateway.port", "an unknown key"]]],
    [
      { plugin_registration: { auth: { trusted: [] } } },
      [["plugin_registration.auth.trusted", "an unknown key"]],
    ],
  ] as const)("%j breaks a bound or a list", (config, expected) => {
    expect(wrong(config)).toEqual(expected);
  });

  it.each([
    [
      "switches that only sla reads",
      { enable_throughput_scaling: true, enable_load_scaling: false, itl: 20 },
      [
        ["enable_throughput_scaling", "true"],
        ["enable_load_scaling", "false"],
        ["itl_ms", "20"],
      ],
    ],
    [
      "no way of scaling",
      { optimization_target: "sla", enable_throughput_scaling: false },
      [["enable_load_scaling", "false"]],
    ],
    [
      "load decisions rarer than those by traffic",
      {
        optimization_target: "sla",
        enable_load_scaling: true,
        load_adjustment_interval: 60,
        throughput_adjustment_interval: 60,
      },
      [["load_adjustment_interval_seconds", "60"]],
    ],
    [
      "a tick that does not divide the interval",
      { scheduling: { scale_interval_seconds: 2 } },
      [["scheduling.scale_interval_seconds", "2"]],
    ],
    [
      "one threshold without the other",
      {
        optimization_target: "load",
        mode: "prefill",
        prefill_scale_up_queue_tokens: 10,
        prefill_scale_down_queue_tokens: null,
      },
      [["prefill_scale_down_queue_tokens", "nothing"]],
    ],
    [
      "thresholds that are needed for both roles",
      { optimization_target: "load", mode: "disagg" },
      [
        ["prefill_scale_up_queue_tokens", "nothing"],
        ["prefill_scale_down_queue_tokens", "nothing"],
        ["decode_scale_up_kv_rate", "nothing"],
        ["decode_scale_down_kv_rate", "nothing"],
      ],
    ],
    [
      "a threshold to grow below that to shrink",
      {
        optimization_target: "load",
        mode: "agg",
        decode_scale_up_kv_rate: 40,
        decode_scale_down_kv_rate: 40,
      },
      [["decode_scale_up_kv_rate", "40"]],
    ],
    ["a floor above the ceiling", { min_gpu_budget: 16 }, [["min_gpu_budget", "16"]]],
    [
      "a global planner without a namespace",
      { environment: "global-planner" },
      [["global_planner_namespace", "nothing"]],
    ],
    [
      "a model without the layout that is looked up",
      { mode: "agg", aic_perf_model: { hf_id: "a/b", system: "h200_sxm", backend: "vllm" } },
      [["aic_perf_model.decode_pick", "nothing"]],
    ],
  ] as const)("finds %s", (_, config, expected) => {
    expect(wrong(config)).toEqual(expected);
  });

  it("says what is expected, with the numbers", () => {
    const [issue] = checkPlannerConfig({ min_gpu_budget: 16, max_gpu_budget: 8 });
    expect(issue).toEqual({
      property: "config",
      flag: "--config",
      key: "min_gpu_budget",
      got: "16",
      expected: "at most max_gpu_budget, which is 8",
    });
  });

  it("tells what has no effect from what is refused", () => {
    const config = { enable_throughput_scaling: true, min_endpoint: -1 } as const;
    const issues = checkPlannerConfig(config);
    expect(issues.map(({ key, ignored }) => [key, ignored === true])).toEqual([
      ["min_endpoint", false],
      ["enable_throughput_scaling", true],
    ]);
    const parsed = parseFlags(plannerFlags, ["--config", JSON.stringify(config)]);
    expect(parsed.issues.map(({ key }) => key)).toEqual(["min_endpoint"]);
  });

  it("takes numbers and booleans that are written as text", () => {
    expect(wrong({ max_gpu_budget: "4", advisory: "yes" })).toEqual([]);
    expect(plannerSettings({ max_gpu_budget: "4" } as unknown as PlannerConfig)).toMatchObject({
      max_gpu_budget: 4,
    });
  });

  it("has defaults that it accepts itself", () => {
    const defaults = Object.entries(plannerConfigFields).flatMap(([key, row]) =>
      row.default === undefined || key.startsWith("enable_") ? [] : [[key, row.default]],
    );
    expect(wrong(Object.fromEntries(defaults))).toEqual([]);
    expect(Object.entries(plannerConfigFields).filter(([key, row]) => row.flag !== key)).toEqual(
      [],
    );
  });
});

describe("plannerSettings", () => {
  it("resolves old names and fills in defaults", () => {
    expect(plannerSettings({ optimization_target: "sla", ttft: 200 })).toMatchObject({
      ttft_ms: 200,
      itl_ms: 50,
      mode: "disagg",
      enable_throughput_scaling: true,
      enable_load_scaling: false,
    });
  });

  it("scales by load only without an SLA", () => {
    expect(plannerSettings({})).toMatchObject({
      enable_throughput_scaling: false,
      enable_load_scaling: true,
    });
  });
});

describe("the planner's --config", () => {
  it("is read inline and written back", () => {
    const json = '{"environment": "virtual", "optimization_target": "sla", "ttft": 100}';
    const launch = readLaunch({
      command: ["python3", "-m", "dynamo.planner"],
      args: ["--config", json],
    });
    expect(flagsOf(launch?.program, "planner")?.config).toEqual(JSON.parse(json));
    expect(launch?.issues).toEqual([]);
    expect(writeLaunch(plannerProgram({ config: { mode: "agg", max_gpu_budget: 4 } }))).toEqual({
      command: ["python3", "-m", "dynamo.planner"],
      args: ["--config", '{"mode":"agg","max_gpu_budget":4}'],
    });
  });

  it("may be a path, which is not judged", () => {
    const parsed = parseFlags(plannerFlags, ["--config", "/config/planner.yaml"]);
    expect(parsed).toMatchObject({ config: { config: "/config/planner.yaml" }, issues: [] });
  });

  it("is judged while it is read", () => {
    const parsed = parseFlags(plannerFlags, ["--config", '{"mode":"both"}']);
    expect(parsed.issues).toEqual([
      {
        property: "config",
        flag: "--config",
        key: "mode",
        got: "both",
        expected: "one of disagg, prefill, decode, agg",
      },
    ]);
  });
});

describe("readFields", () => {
  it("keeps apart what the table does not know", () => {
    const read = readFields(
      plannerConfigFields,
      { mode: "agg", future: 1 },
      { property: "p", flag: "" },
    );
    expect(read).toEqual({ config: { mode: "agg" }, unknown: ["future"], issues: [] });
  });

  it("wants an object", () => {
    const read = readFields(plannerConfigFields, [1], { property: "p", flag: "--p" });
    expect(read.issues).toEqual([
      { property: "p", flag: "--p", got: "[1]", expected: "a JSON object" },
    ]);
  });
});
