// SPDX-License-Identifier: Apache-2.0
/** @module HorizontalPodAutoscalers and KEDA ScaledObjects as one thing. */
import { at, text } from "../api/index.js";
import type { Subject } from "./subject.js";

/** An object that changes replicas of another. */
export interface Autoscaler {
  readonly subject: Subject;
  readonly targetKind: string;
  readonly targetName: string;
  readonly min: number;
  readonly max: number;
  /** Field of `spec` that holds the minimum. */
  readonly minField: "minReplicas" | "minReplicaCount";
}

/** The autoscaler that an object is; undefined when it is none. */
export function autoscalerOf(subject: Subject): Autoscaler | undefined {
  const { object, kind } = subject;
  const group = (text(at(object, "apiVersion")) ?? "").split("/")[0];
  const isHpa = kind === "HorizontalPodAutoscaler" && group === "autoscaling";
  const isKeda = kind === "ScaledObject" && group === "keda.sh";
  const target = at(object, "spec", "scaleTargetRef");
  const targetName = text(at(target, "name"));
  if (targetName === undefined || !(isHpa || isKeda)) return undefined;
  const number = (field: string) => {
    const value = at(object, "spec", field);
    return typeof value === "number" ? value : undefined;
  };
  return {
    subject,
    targetKind: text(at(target, "kind")) ?? "Deployment",
    targetName,
    min: isHpa
      ? (number("minReplicas") ?? 1)
      : // KEDA goes to idleReplicaCount while no trigger is active.
        Math.min(
          number("minReplicaCount") ?? 0,
          number("idleReplicaCount") ?? Number.POSITIVE_INFINITY,
        ),
    max: isHpa
      ? (number("maxReplicas") ?? Number.POSITIVE_INFINITY)
      : (number("maxReplicaCount") ?? 100),
    minField: isHpa ? "minReplicas" : "minReplicaCount",
  };
}
