// SPDX-License-Identifier: Apache-2.0
/** @module The planner's configuration: the JSON document behind `--config`. */
import { closedFields } from "./fields.js";
import { type ConfigOf, choice, float, int, json, nullable, text, toggle } from "./flags.js";
import {
  type PlannerPlugins,
  type PlannerScheduling,
  plannerPluginFields,
  plannerSchedulingFields,
} from "./planner-plugins.js";

/** A parallel layout; every size is 1 when it is not given. */
export interface PlannerParallelism {
  /** Tensor parallel size. */
  readonly tp?: number | undefined;
  /** Pipeline parallel size. */
  readonly pp?: number | undefined;
  /** Data parallel size. */
  readonly dp?: number | undefined;
  /** Tensor parallel size of the experts. */
  readonly moe_tp?: number | undefined;
  /** Expert parallel size. */
  readonly moe_ep?: number | undefined;
}

/** An engine in AIConfigurator's database. */
export interface PlannerAicModel {
  /** Hugging Face id of the model. */
  readonly hf_id: string;
  /** Hardware, such as `h200_sxm`. */
  readonly system: string;
  readonly backend: "vllm" | "sglang" | "trtllm";
  readonly backend_version?: string | null | undefined;
  /** Layout of a prefill engine; needed where prefill is scaled. */
  readonly prefill_pick?: PlannerParallelism | null | undefined;
  /** Layout of a decode engine; needed where decode or agg is scaled. */
  readonly decode_pick?: PlannerParallelism | null | undefined;
  readonly model_arch?: string | null | undefined;
  readonly weight_dtype?: string | null | undefined;
  readonly moe_dtype?: string | null | undefined;
  readonly activation_dtype?: string | null | undefined;
  readonly kv_cache_dtype?: string | null | undefined;
}

/** What the profiler hands over, so that the planner can repeat its sweep. */
export interface PlannerAicSweep {
  readonly hf_id: string;
  readonly system: string;
  readonly backend: "vllm" | "sglang" | "trtllm";
  /** Prompt length, in tokens. */
  readonly isl: number;
  /** Answer length, in tokens. */
  readonly osl: number;
  /** Longest context of the sweep, in tokens. */
  readonly sweep_max_context_length: number;
  readonly prefill_interpolation_granularity: number;
  readonly decode_interpolation_granularity: number;
  readonly prefill_pick: PlannerParallelism;
  readonly decode_pick: PlannerParallelism;
}

const port = { min: 0, max: 65535 } as const;

/**
 * Keys of the planner's configuration.
 *
 * @see components/src/dynamo/planner/config/planner_config.py
 * @see components/src/dynamo/planner/config/defaults.py
 */
export const plannerConfigFields = {
  /** What is scaled: prefill and decode, one of them, or aggregated workers. @default "disagg" */
  mode: choice("mode", ["disagg", "prefill", "decode", "agg"], { default: "disagg" }),
  /** Engine of the workers. @default "vllm" */
  backend: choice("backend", ["vllm", "sglang", "trtllm", "mocker"], { default: "vllm" }),
  /**
   * Who carries decisions out: the operator, a client of the Dynamo runtime (outside Kubernetes), or
   * a global planner, which needs `global_planner_namespace`.
   *
   * @default "kubernetes"
   */
  environment: choice("environment", ["kubernetes", "virtual", "global-planner"], {
    default: "kubernetes",
  }),
  /** Dynamo namespace of the global planner. @default - none */
  global_planner_namespace: nullable(text("global_planner_namespace")),
  /** Dynamo namespace of the graph. @default - `DYN_NAMESPACE`, else `dynamo` */
  namespace: text("namespace", { env: "DYN_NAMESPACE" }),
  /** Name of the model. @default - that of the graph */
  model_name: nullable(text("model_name")),
  /** Folder for logs. @default - none */
  log_dir: nullable(text("log_dir")),
  /**
   * What is aimed at: throughput or latency by fixed thresholds, `load` by thresholds of your own,
   * or `sla`, which keeps `ttft_ms` and `itl_ms`. All but `sla` scale by load only.
   *
   * @default "throughput"
   */
  optimization_target: choice("optimization_target", ["throughput", "latency", "load", "sla"], {
    default: "throughput",
  }),
  /** Scales by predicted traffic; only with the target `sla`. @default true */
  enable_throughput_scaling: toggle("enable_throughput_scaling", { default: true }),
  /** Scales by the load of the moment; always on unless the target is `sla`. @default false */
  enable_load_scaling: toggle("enable_load_scaling", { default: false }),
  /** Time to first token to keep with `sla`, in milliseconds. @default 500 */
  ttft_ms: float("ttft_ms", { aliases: ["ttft"], unit: "ms", above: 0, default: 500 }),
  /** Time between tokens to keep with `sla`, in milliseconds. @default 50 */
  itl_ms: float("itl_ms", { aliases: ["itl"], unit: "ms", default: 50 }),
  /** What was measured before deployment: nothing, a simulation, or real engines. @default "rapid" */
  pre_deployment_sweeping_mode: nullable(
    choice("pre_deployment_sweeping_mode", ["none", "rapid", "thorough"], { default: "rapid" }),
  ),
  /** Folder with what was measured. @default "profiling_results" */
  profile_results_dir: text("profile_results_dir", { default: "profiling_results" }),
  /** GPUs that the graph may have. @default 8 */
  max_gpu_budget: int("max_gpu_budget", { unit: "GPUs", min: -1, default: 8 }),
  /** GPUs that the graph keeps; equal to the maximum it pins them. -1 is off. @default -1 */
  min_gpu_budget: int("min_gpu_budget", { unit: "GPUs", min: -1, default: -1 }),
  /** Workers of each kind that stay. @default 1 */
  min_endpoint: int("min_endpoint", { unit: "workers", min: 0, default: 1 }),
  /** GPUs of a prefill engine. @default - read from the graph */
  prefill_engine_num_gpu: nullable(int("prefill_engine_num_gpu", { unit: "GPUs", min: 1 })),
  /** GPUs of a decode or aggregated engine. @default - read from the graph */
  decode_engine_num_gpu: nullable(int("decode_engine_num_gpu", { unit: "GPUs", min: 1 })),
  /** Time between decisions by predicted traffic, in seconds. @default 180 */
  throughput_adjustment_interval_seconds: int("throughput_adjustment_interval_seconds", {
    aliases: ["throughput_adjustment_interval"],
    unit: "seconds",
    min: 1,
    default: 180,
  }),
  /** Time between decisions by load, in seconds; less than the above. @default 5 */
  load_adjustment_interval_seconds: int("load_adjustment_interval_seconds", {
    aliases: ["load_adjustment_interval"],
    unit: "seconds",
    min: 1,
    default: 5,
  }),
  /** Whose metrics tell the traffic. @default "frontend" */
  throughput_metrics_source: choice("throughput_metrics_source", ["frontend", "router"], {
    default: "frontend",
  }),
  /** Forward passes that are remembered. @default 64 */
  max_num_fpm_samples: int("max_num_fpm_samples", { min: 1, default: 64 }),
  /** Buckets that they are sorted into; a perfect square. @default 16 */
  fpm_sample_bucket_size: int("fpm_sample_bucket_size", { min: 1, default: 16 }),
  /** How readily load lets go of workers, in percent. @default 80 */
  load_scaling_down_sensitivity: int("load_scaling_down_sensitivity", {
    unit: "percent",
    min: 0,
    max: 100,
    default: 80,
  }),
  /** Observations before the first decision by load. @default 5 */
  load_min_observations: int("load_min_observations", { min: 0, default: 5 }),
  /** Waiting prompt tokens above which prefill grows; for the target `load`. @default - none */
  prefill_scale_up_queue_tokens: nullable(
    int("prefill_scale_up_queue_tokens", { unit: "tokens", min: 0 }),
  ),
  /** Waiting prompt tokens below which prefill shrinks; for the target `load`. @default - none */
  prefill_scale_down_queue_tokens: nullable(
    int("prefill_scale_down_queue_tokens", { unit: "tokens", min: 0 }),
  ),
  /** KV use above which decode grows, in percent; for the target `load`. @default - none */
  decode_scale_up_kv_rate: nullable(
    float("decode_scale_up_kv_rate", { unit: "percent", min: 0, max: 100 }),
  ),
  /** KV use below which decode shrinks, in percent; for the target `load`. @default - none */
  decode_scale_down_kv_rate: nullable(
    float("decode_scale_down_kv_rate", { unit: "percent", min: 0, max: 100 }),
  ),
  /** Draft tokens of speculative decoding, when workers do not say. @default 0 */
  speculative_nextn: int("speculative_nextn", { unit: "tokens", min: 0, default: 0 }),
  /** How traffic is predicted. @default "arima" */
  load_predictor: choice("load_predictor", ["constant", "arima", "kalman", "prophet"], {
    default: "arima",
  }),
  /** Predicts the logarithm of traffic. @default false */
  load_predictor_log1p: toggle("load_predictor_log1p", { default: false }),
  /** Recorded traffic that predictions start from. @default - none */
  load_predictor_warmup_trace: nullable(text("load_predictor_warmup_trace")),
  /** Observations that Prophet looks at. @default 50 */
  prophet_window_size: int("prophet_window_size", { min: 1, default: 50 }),
  /** Kalman filter: noise of the level. @default 1 */
  kalman_q_level: float("kalman_q_level", { default: 1 }),
  /** Kalman filter: noise of the trend. @default 0.1 */
  kalman_q_trend: float("kalman_q_trend", { default: 0.1 }),
  /** Kalman filter: noise of observations. @default 10 */
  kalman_r: float("kalman_r", { default: 10 }),
  /** Kalman filter: observations before the first prediction. @default 5 */
  kalman_min_points: int("kalman_min_points", { min: 0, default: 5 }),
  /** Where Prometheus is asked. @default - `PROMETHEUS_ENDPOINT`, else the kube-prometheus-stack */
  metric_pulling_prometheus_endpoint: text("metric_pulling_prometheus_endpoint", {
    env: "PROMETHEUS_ENDPOINT",
  }),
  /** Bearer token for Prometheus; the environment variable keeps it out of YAML. @default - none */
  metric_pulling_prometheus_token: nullable(
    text("metric_pulling_prometheus_token", { env: "PROMETHEUS_TOKEN" }),
  ),
  /** File with the bearer token, read before every request. @default - none */
  metric_pulling_prometheus_token_file: nullable(
    text("metric_pulling_prometheus_token_file", { env: "PROMETHEUS_TOKEN_FILE" }),
  ),
  /** Verifies the certificate of Prometheus. @default false */
  metric_pulling_prometheus_ssl_verify: toggle("metric_pulling_prometheus_ssl_verify", {
    env: "PROMETHEUS_SSL_VERIFY",
    default: false,
  }),
  /** File with the certificate authorities of Prometheus; verifies with them. @default - none */
  metric_pulling_prometheus_ca_bundle: nullable(
    text("metric_pulling_prometheus_ca_bundle", { env: "PROMETHEUS_CA_BUNDLE" }),
  ),
  /** Parameters of every query, as managed services want them. @default - none */
  metric_pulling_prometheus_extra_query_params: nullable(
    json<Readonly<Record<string, string>>>("metric_pulling_prometheus_extra_query_params", {
      env: "PROMETHEUS_EXTRA_QUERY_PARAMS",
    }),
  ),
  /** Port of the planner's own metrics; 0 is off. @default - 9085 with the operator, else 0 */
  metric_reporting_prometheus_port: int("metric_reporting_prometheus_port", {
    ...port,
    env: "PLANNER_PROMETHEUS_PORT",
  }),
  /** Only says what it would do. @default false */
  advisory: toggle("advisory", { default: false }),
  /** Time between reports, in hours; null writes none. @default 24 */
  report_interval_hours: nullable(
    float("report_interval_hours", { unit: "hours", above: 0, default: 24 }),
  ),
  /** Folder for reports. @default "./planner_reports" */
  report_output_dir: text("report_output_dir", { default: "./planner_reports" }),
  /** Name of the report, which is then written again and again. @default - named by time */
  report_filename: nullable(text("report_filename")),
  /** Writes a compressed log next to every report. @default true */
  report_write_gzip_log: toggle("report_write_gzip_log", { default: true }),
  /** Port of the dashboard; 0 is off. @default 8080 */
  live_dashboard_port: int("live_dashboard_port", { ...port, default: 8080 }),
  /** Engine whose times are looked up; usually written by the profiler. @default - none */
  aic_perf_model: nullable(json<PlannerAicModel>("aic_perf_model")),
  /** Sweep to repeat at the start; usually written by the profiler. @default - none */
  aic_interpolation: nullable(json<PlannerAicSweep>("aic_interpolation")),
  /** When decisions are made, and by whom. @default - see its keys */
  scheduling: json<PlannerScheduling>("scheduling", closedFields(plannerSchedulingFields)),
  /** Which plugins there may be, and how they talk. @default - see its keys */
  plugin_registration: json<PlannerPlugins>(
    "plugin_registration",
    closedFields(plannerPluginFields),
  ),
} as const;

/** The planner's configuration, with the keys of the JSON document. */
export interface PlannerSettings extends ConfigOf<typeof plannerConfigFields> {}

/** The same document as a manifest may hold it, with old names of its keys. */
export interface PlannerConfig extends PlannerSettings {
  /** @deprecated Old name of `ttft_ms`. */
  readonly ttft?: number | undefined;
  /** @deprecated Old name of `itl_ms`. */
  readonly itl?: number | undefined;
  /** @deprecated Old name of `throughput_adjustment_interval_seconds`. */
  readonly throughput_adjustment_interval?: number | undefined;
  /** @deprecated Old name of `load_adjustment_interval_seconds`. */
  readonly load_adjustment_interval?: number | undefined;
}
