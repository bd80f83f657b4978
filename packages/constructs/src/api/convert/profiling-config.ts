// SPDX-License-Identifier: Apache-2.0
/**
 * @module The free-form `profilingConfig.config` of v1alpha1, of which v1beta1 types some members.
 *
 * A member of the wrong type stays where it is: it reaches the profiler as before.
 */
import type { DynamoGraphDeploymentRequestSpec } from "../v1beta1/request.js";
import { compact, isObject, type JsonObject, present } from "./json.js";

type Beta = DynamoGraphDeploymentRequestSpec;

/** The members that v1beta1 has fields for. */
export interface TypedConfig {
  readonly sla?: Beta["sla"];
  readonly workload?: Beta["workload"];
  readonly modelCache?: Beta["modelCache"];
  readonly planner?: NonNullable<Beta["features"]>["planner"];
}

/** The typed members and what is left of the configuration without them. */
export interface SplitConfig {
  readonly typed: TypedConfig;
  /** Undefined when everything is typed; an empty configuration is left as it is. */
  readonly left: JsonObject | undefined;
}

/** Takes a configuration apart. */
export function splitConfig(config: JsonObject): SplitConfig {
  if (Object.keys(config).length === 0) return { typed: {}, left: config };
  const { sla, deployment, planner, ...others } = config;
  const level = taken(sla, ["ttft", "itl"], number);
  const length = taken(level.left, ["isl", "osl"], whole);
  const goal = taken(length.left, ["optimizationType"], (value) =>
    value === "latency" || value === "throughput" ? value : undefined,
  );
  const place = isObject(deployment) ? deployment : {};
  const cache = taken(place.modelCache, ["pvcName", "modelPathInPvc", "pvcMountPath"], text);
  const { modelPathInPvc, ...volume } = cache.values;
  const typedPlanner = isObject(planner) && Object.keys(planner).length > 0 ? planner : undefined;
  const left = compact({
    ...others,
    sla: emptied(sla, goal.left),
    deployment: isObject(deployment)
      ? emptied(
          deployment,
          compact({ ...deployment, modelCache: emptied(place.modelCache, cache.left) }),
        )
      : deployment,
    planner: typedPlanner === undefined ? planner : undefined,
  });
  return {
    typed: compact({
      sla: present({ ...level.values, ...goal.values }),
      workload: present(length.values),
      modelCache: present({ ...volume, pvcModelPath: modelPathInPvc }),
      planner: typedPlanner,
    }),
    left: Object.keys(left).length === 0 ? undefined : left,
  };
}

/** Puts a configuration together; undefined when there is nothing in it. */
export function joinConfig(
  typed: TypedConfig,
  left: JsonObject | undefined,
): JsonObject | undefined {
  const { ttft, itl, optimizationType } = typed.sla ?? {};
  const { isl, osl } = typed.workload ?? {};
  const { pvcName, pvcModelPath, pvcMountPath } = typed.modelCache ?? {};
  const sla = present({ ttft, itl, optimizationType, isl, osl });
  const modelCache = present({
    pvcName: text(pvcName),
    modelPathInPvc: text(pvcModelPath),
    pvcMountPath: text(pvcMountPath),
  });
  const planner = typed.planner;
  const joined = compact({
    ...left,
    sla: over(left?.sla, sla),
    deployment: over(
      left?.deployment,
      modelCache && { modelCache: over(member(left?.deployment, "modelCache"), modelCache) },
    ),
    planner: planner !== undefined && Object.keys(planner).length > 0 ? planner : left?.planner,
  });
  return left === undefined && Object.keys(joined).length === 0 ? undefined : joined;
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

/** The object with other members on top; whatever is no object gives way. */
function over(value: unknown, members: JsonObject | undefined): unknown {
  if (members === undefined) return value;
  return isObject(value) ? { ...value, ...members } : members;
}

/** The members that v1beta1 can type, and the object without them. */
function taken<K extends string, T>(
  value: unknown,
  keys: readonly K[],
  typed: (value: unknown) => T | undefined,
): { readonly values: Partial<Record<K, T>>; readonly left: unknown } {
  if (!isObject(value)) return { values: {}, left: value };
  const values: Partial<Record<K, T>> = {};
  const left: Record<string, unknown> = { ...value };
  for (const key of keys) {
    const found = typed(value[key]);
    if (found === undefined) continue;
    values[key] = found;
    delete left[key];
  }
  return { values, left };
}

/** What is left, or undefined when members were taken until none remained. */
function emptied(before: unknown, left: unknown): unknown {
  const gone = isObject(left) && Object.keys(left).length === 0;
  return gone && isObject(before) && Object.keys(before).length > 0 ? undefined : left;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The empty text is not written back, so it does not count as typed. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Lengths are whole numbers; the operator would cut the fraction off. */
function whole(value: unknown): number | undefined {
  return Number.isInteger(value) ? Number(value) : undefined;
}
