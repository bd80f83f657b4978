// SPDX-License-Identifier: Apache-2.0
/** @module The parts of the planner's configuration that steer its plugins. */
import { closedFields } from "./fields.js";
import { type ConfigOf, float, int, json, nullable, text, texts, toggle } from "./flags.js";

/** A program outside the planner that takes part in its decisions. */
export interface PlannerExternalPlugin {
  /** Name, unique among all plugins. */
  readonly plugin_id: string;
  /** The step of a decision that it takes part in. */
  readonly plugin_type: "predict" | "propose" | "reconcile" | "constrain";
  /** Smaller numbers win. */
  readonly priority: number;
  /** Where it listens, as `grpc://host:port`. */
  readonly endpoint: string;
  /** Secret that it shows. @default "" */
  readonly auth_token?: string | undefined;
  /** Version of the protocol. @default "1.0" */
  readonly protocol_version?: string | undefined;
  /** Version of the plugin itself. @default "v1" */
  readonly version?: string | undefined;
  /** Time between two calls, in seconds. 0 calls it every time. @default 0 */
  readonly execution_interval_seconds?: number | undefined;
  /** What counts between two calls: its last answer, or nothing. @default "HOLD_LAST" */
  readonly hold_policy?: "HOLD_LAST" | "ACCEPT_WHEN_IDLE" | undefined;
  /** What it wants to be told. @default [] */
  readonly needs?: readonly string[] | undefined;
  /** What earlier steps must have found before it is called. @default [] */
  readonly requires_produced_fields?: readonly string[] | undefined;
  /** Time over which observations are averaged for it, in seconds. @default 0 */
  readonly observation_window_seconds?: number | undefined;
}

const gatewayFields = {
  /** Lets plugins register themselves. @default false */
  enabled: toggle("enabled", { default: false }),
  /** Where the planner listens for them. @default "unix:///var/run/dynamo/planner/registry.sock" */
  listen: text("listen", { default: "unix:///var/run/dynamo/planner/registry.sock" }),
  /** Permits a TCP port without TLS. @default false */
  allow_insecure: toggle("allow_insecure", { default: false }),
} as const;

/** Where plugins register themselves. */
export interface PlannerGateway extends ConfigOf<typeof gatewayFields> {}

/** Keys of `scheduling`. @see components/src/dynamo/planner/config/planner_config.py */
export const plannerSchedulingFields = {
  /**
   * Time between two decisions, in seconds. Has to divide both adjustment intervals.
   *
   * @default - the largest that does
   */
  scale_interval_seconds: float("scale_interval_seconds", { unit: "seconds", above: 0 }),
  /** Time that a decision may take, in seconds. @default 30 */
  tick_max_duration_seconds: float("tick_max_duration_seconds", {
    unit: "seconds",
    above: 0,
    default: 30,
  }),
  /** Programs that take part in decisions. @default [] */
  external_plugins: json<readonly PlannerExternalPlugin[]>("external_plugins"),
  /** Where plugins register themselves. @default - nowhere */
  gateway: json<PlannerGateway>("gateway", closedFields(gatewayFields)),
} as const;

/** When decisions are made, and by whom. */
export interface PlannerScheduling extends ConfigOf<typeof plannerSchedulingFields> {}

const authFields = {
  /** Proofs of identity that are accepted. @default [] */
  trusted_sources: texts("trusted_sources"),
  /** Names by secret. @default {} */
  static_secrets: json<Readonly<Record<string, string>>>("static_secrets"),
  /** Service accounts of Kubernetes that are trusted. @default - none */
  k8s_sa: nullable(json<Readonly<Record<string, unknown>>>("k8s_sa")),
  /** SPIFFE identities that are trusted. @default - none */
  spiffe: nullable(json<Readonly<Record<string, unknown>>>("spiffe")),
} as const;

/** Who may register a plugin. */
export interface PlannerPluginAuth extends ConfigOf<typeof authFields> {}

const transportFields = {
  /** Permits calls without TLS. @default false */
  allow_insecure_grpc: toggle("allow_insecure_grpc", { default: false }),
  /** Time that a call may take, in seconds. @default 5 */
  request_timeout_seconds: float("request_timeout_seconds", {
    unit: "seconds",
    above: 0,
    default: 5,
  }),
  /** Time between signs of life, in milliseconds. @default 30000 */
  keepalive_time_ms: int("keepalive_time_ms", { unit: "ms", min: 1, default: 30_000 }),
  /** Size of a message, in bytes. @default 10485760 */
  max_message_size_bytes: int("max_message_size_bytes", {
    unit: "bytes",
    min: 1,
    default: 10_485_760,
  }),
} as const;

/** How the planner calls plugins. */
export interface PlannerPluginTransport extends ConfigOf<typeof transportFields> {}

/** A plugin that runs inside the planner. */
export interface PlannerInProcessPlugin {
  /** Python module. */
  readonly module: string;
  /** Class in that module. */
  readonly class: string;
  /** Name, unique among all plugins. */
  readonly plugin_id: string;
  /** The step of a decision that it takes part in. */
  readonly plugin_type: "predict" | "propose" | "reconcile" | "constrain";
  /** Smaller numbers win. */
  readonly priority: number;
  /** Time between two calls, in seconds. 0 calls it every time. @default 0 */
  readonly execution_interval_seconds?: number | undefined;
  /** What counts between two calls: its last answer, or nothing. @default "ACCEPT_WHEN_IDLE" */
  readonly hold_policy?: "HOLD_LAST" | "ACCEPT_WHEN_IDLE" | undefined;
  /** What the class is made with. @default {} */
  readonly kwargs?: Readonly<Record<string, unknown>> | undefined;
}

/** Keys of `plugin_registration`. @see components/src/dynamo/planner/plugins/registry/config.py */
export const plannerPluginFields = {
  /** Where plugins find the registry. @default - the socket of the gateway */
  endpoints: json<Readonly<Record<string, string | null>>>("endpoints"),
  /** Who may register a plugin. @default - everybody */
  auth: json<PlannerPluginAuth>("auth", closedFields(authFields)),
  /** How the planner calls plugins. @default - see its keys */
  transport: json<PlannerPluginTransport>("transport", closedFields(transportFields)),
  /** Oldest version of the protocol that is accepted. @default "1.0" */
  protocol_version_min: text("protocol_version_min", { default: "1.0" }),
  /** Newest version of the protocol that is accepted. @default "1.0" */
  protocol_version_max: text("protocol_version_max", { default: "1.0" }),
  /** Time without a sign of life after which a plugin counts as missing, in seconds. @default 15 */
  heartbeat_timeout_seconds: float("heartbeat_timeout_seconds", {
    unit: "seconds",
    above: 0,
    default: 15,
  }),
  /** How often a plugin may be missing before it is dropped. @default 2 */
  heartbeat_missed_threshold: int("heartbeat_missed_threshold", { min: 1, default: 2 }),
  /** Plugins that run inside the planner. @default [] */
  in_process_plugins: json<readonly PlannerInProcessPlugin[]>("in_process_plugins"),
  /** Who may list plugins. @default - everybody */
  admin: json<{ readonly mode?: "allow_all" | "k8s_rbac" | undefined }>("admin"),
} as const;

/** Which plugins there may be, and how they talk. */
export interface PlannerPlugins extends ConfigOf<typeof plannerPluginFields> {}
