// SPDX-License-Identifier: Apache-2.0
/** @module Which components autoscalers of the same list scale, and between which bounds. */
import type { CheckOptions } from "../options.js";
import { subjectOf } from "../subject.js";
import { fleetOf } from "./fleet.js";
import { adapterKind, targetsOf } from "./targets.js";

/** A component whose replicas an autoscaler decides. */
export interface AutoscaledComponent {
  /** Kubernetes namespace of the graph; undefined when nobody says it. */
  readonly namespace: string | undefined;
  readonly graph: string;
  readonly component: string;
  readonly min: number;
  readonly max: number;
  /** The autoscaler, as `Kind/name`. */
  readonly writer: string;
}

/** What autoscalers decide. */
export interface Autoscaling {
  readonly components: readonly AutoscaledComponent[];
  /** Autoscalers of graphs whose component is not among the objects, or whose bounds are none. */
  readonly unknown: readonly string[];
}

/**
 * The components that HorizontalPodAutoscalers and ScaledObjects scale, by way of their adapters.
 * Autoscalers of anything else are left out.
 */
export function autoscaledComponents(
  objects: readonly unknown[],
  options: CheckOptions = {},
): Autoscaling {
  const fleet = fleetOf(objects.map((object) => subjectOf(object, options).subject));
  const targets = targetsOf(fleet);
  const components: AutoscaledComponent[] = [];
  const unknown: string[] = [];
  for (const scaler of fleet.autoscalers) {
    const { min, max, subject, targetKind } = scaler;
    const place = targetKind === adapterKind ? targets.ofAdapter(scaler) : undefined;
    if (place !== undefined && Number.isFinite(max)) {
      const { graph, view } = place;
      const bounds = { min, max: Math.max(min, max), writer: subject.label };
      const names = { graph: graph.view.name, component: view.name };
      components.push({ namespace: graph.namespace, ...names, ...bounds });
    } else if (targetKind === adapterKind || targets.ofOwned(scaler) !== undefined) {
      unknown.push(subject.label);
    }
  }
  return { components, unknown };
}
