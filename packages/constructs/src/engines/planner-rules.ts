// SPDX-License-Identifier: Apache-2.0
/** @module What has to hold between the values of the planner's configuration. */
import { type FieldsAt, fieldIssue, readFields } from "./fields.js";
import type { FlagIssue } from "./flags.js";
import { type PlannerConfig, type PlannerSettings, plannerConfigFields } from "./planner-config.js";

const at: FieldsAt = { property: "config", flag: "--config" };

/**
 * What the planner will refuse in its configuration; with `ignored`, what has no effect there.
 *
 * @see components/src/dynamo/planner/config/planner_config.py
 */
export function checkPlannerConfig(config: PlannerConfig): readonly FlagIssue[] {
  const { config: given, issues } = readFields(plannerConfigFields, config, at);
  const settings = withDefaults(given);
  return [
    ...issues,
    ...scaling(given, settings),
    ...intervals(settings),
    ...thresholds(settings),
    ...budget(settings),
    ...lookups(settings),
  ];
}

/** The configuration as the planner sees it: old names resolved, defaults filled in. */
export function plannerSettings(config: PlannerConfig): PlannerSettings {
  return withDefaults(readFields(plannerConfigFields, config, at).config);
}

function withDefaults(given: PlannerSettings): PlannerSettings {
  const defaults = Object.entries(plannerConfigFields).flatMap(([property, row]) =>
    row.default === undefined ? [] : [[property, row.default]],
  );
  const settings: PlannerSettings = { ...Object.fromEntries(defaults), ...given };
  if (settings.optimization_target === "sla") return settings;
  return { ...settings, enable_load_scaling: true, enable_throughput_scaling: false };
}

/** The switches and targets of `sla` do nothing with another target. */
function scaling(given: PlannerSettings, settings: PlannerSettings): FlagIssue[] {
  const target = settings.optimization_target;
  if (target === "sla") {
    if (settings.enable_load_scaling || settings.enable_throughput_scaling) return [];
    const expected = "true, unless enable_throughput_scaling is: one way of scaling has to be on";
    return [fieldIssue(at, "enable_load_scaling", false, expected)];
  }
  const only = `left out: it counts only with optimization_target "sla", which is "${target}"`;
  const { ttft_ms, itl_ms } = plannerConfigFields;
  const silent = {
    enable_throughput_scaling: false,
    enable_load_scaling: true,
    ttft_ms: ttft_ms.default,
    itl_ms: itl_ms.default,
  };
  return Object.entries(silent).flatMap(([key, value]) => {
    const got = given[key as keyof typeof silent];
    if (got === undefined || got === value) return [];
    return [{ ...fieldIssue(at, key, got, only), ignored: true }];
  });
}

function intervals(settings: PlannerSettings): FlagIssue[] {
  const issues: FlagIssue[] = [];
  const load = settings.load_adjustment_interval_seconds ?? 0;
  const throughput = settings.throughput_adjustment_interval_seconds ?? 0;
  const slow = settings.enable_throughput_scaling === true;
  if (slow && settings.enable_load_scaling === true && load >= throughput) {
    const expected = `less than throughput_adjustment_interval_seconds, which is ${throughput}`;
    issues.push(fieldIssue(at, "load_adjustment_interval_seconds", load, expected));
  }
  const tick = settings.scheduling?.scale_interval_seconds;
  const uneven = [load, ...(slow ? [throughput] : [])].filter(
    (interval) => tick !== undefined && tick > 0 && !divides(tick, interval),
  );
  if (tick !== undefined && uneven.length > 0) {
    const expected = `a divisor of ${uneven.join(" and ")}, the adjustment intervals in seconds`;
    issues.push(fieldIssue(at, "scheduling.scale_interval_seconds", tick, expected));
  }
  const buckets = settings.fpm_sample_bucket_size ?? 0;
  if (buckets > 0 && !Number.isInteger(Math.sqrt(buckets)))
    issues.push(fieldIssue(at, "fpm_sample_bucket_size", buckets, "a perfect square, such as 16"));
  return issues;
}

/** Seconds may be fractions, so the remainder is taken in milliseconds. */
function divides(part: number, whole: number): boolean {
  return Math.round(whole * 1000) % Math.round(part * 1000) === 0;
}

function thresholds(settings: PlannerSettings): FlagIssue[] {
  if (settings.optimization_target !== "load") return [];
  const issues: FlagIssue[] = [];
  if (settings.mode === "disagg" || settings.mode === "prefill")
    issues.push(
      ...pair(settings, "prefill_scale_up_queue_tokens", "prefill_scale_down_queue_tokens"),
    );
  if (settings.mode !== "prefill")
    issues.push(...pair(settings, "decode_scale_up_kv_rate", "decode_scale_down_kv_rate"));
  return issues;
}

/** Both thresholds are needed, and growing has to start above where shrinking does. */
function pair(
  settings: PlannerSettings,
  up: keyof PlannerSettings,
  down: keyof PlannerSettings,
): FlagIssue[] {
  const [high, low] = [settings[up] ?? undefined, settings[down] ?? undefined];
  const needed = 'a number: optimization_target "load" needs both thresholds';
  if (typeof high === "number" && typeof low === "number") {
    return high > low ? [] : [fieldIssue(at, up, high, `more than ${down}, which is ${low}`)];
  }
  return [
    ...(high === undefined ? [fieldIssue(at, up, undefined, needed)] : []),
    ...(low === undefined ? [fieldIssue(at, down, undefined, needed)] : []),
  ];
}

function budget(settings: PlannerSettings): FlagIssue[] {
  const { max_gpu_budget: max = -1, min_gpu_budget: min = -1 } = settings;
  if (max < 0 || min <= max) return [];
  return [fieldIssue(at, "min_gpu_budget", min, `at most max_gpu_budget, which is ${max}`)];
}

function lookups(settings: PlannerSettings): FlagIssue[] {
  const issues: FlagIssue[] = [];
  const namespace = settings.global_planner_namespace ?? "";
  if (settings.environment === "global-planner" && namespace === "") {
    const expected = 'the Dynamo namespace of the global planner: environment "global-planner"';
    issues.push(fieldIssue(at, "global_planner_namespace", undefined, `${expected} needs it`));
  }
  const model = settings.aic_perf_model ?? undefined;
  const mode = settings.mode ?? "disagg";
  const picks = [
    ["prefill_pick", mode === "disagg" || mode === "prefill"],
    ["decode_pick", mode !== "prefill"],
  ] as const;
  for (const [pick, needed] of picks) {
    if (model === undefined || !needed || (model[pick] ?? undefined) !== undefined) continue;
    const expected = `a parallel layout: mode "${mode}" looks it up`;
    issues.push(fieldIssue(at, `aic_perf_model.${pick}`, undefined, expected));
  }
  return issues;
}
