// SPDX-License-Identifier: Apache-2.0
/** @module Counters of one component: v1alpha1 also has the deprecated `componentName`. */
import type { V1alpha1ServiceReplicaStatus } from "../v1alpha1/service.js";
import type { ComponentReplicaStatus } from "../v1beta1/component.js";
import { compact, filled, same } from "./json.js";

/** The names by which v1beta1 finds both of v1alpha1's counters again. */
export type SparseReplicaStatus = Pick<
  V1alpha1ServiceReplicaStatus,
  "componentName" | "componentNames"
>;

/** The counters in v1beta1. */
export function betaReplicaStatus(status: V1alpha1ServiceReplicaStatus): ComponentReplicaStatus {
  const { componentName: _componentName, ...counters } = status;
  return compact({ ...counters, componentNames: betaNames(status) });
}

/** The counters in v1alpha1; `componentName` is the last of the names unless the annotation says otherwise. */
export function alphaReplicaStatus(
  status: ComponentReplicaStatus,
  saved: SparseReplicaStatus | undefined,
): V1alpha1ServiceReplicaStatus {
  const names = filled(status.componentNames);
  const restored = saved !== undefined && fits(names, saved) ? saved : undefined;
  return compact({
    ...status,
    componentName: restored?.componentName ?? names?.at(-1) ?? "",
    componentNames: restored === undefined ? names : filled(restored.componentNames),
  });
}

function fits(names: readonly string[] | undefined, saved: SparseReplicaStatus): boolean {
  return (
    same(names, betaNames(saved)) ||
    (names === undefined && filled(saved.componentNames) === undefined)
  );
}

/** Both names, when `componentName` is not simply the last of the others. */
export function replicaStatusRemainder(
  status: V1alpha1ServiceReplicaStatus,
): SparseReplicaStatus | undefined {
  const { componentName, componentNames } = status;
  const names = filled(componentNames);
  return (names?.at(-1) ?? "") === componentName
    ? undefined
    : compact({ componentName, componentNames: names });
}

function betaNames(status: SparseReplicaStatus): readonly string[] | undefined {
  const names = filled(status.componentNames);
  return names === undefined && (status.componentName ?? "") !== ""
    ? [status.componentName]
    : names;
}
