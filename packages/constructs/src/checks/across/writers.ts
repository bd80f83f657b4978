// SPDX-License-Identifier: Apache-2.0
/** @module Everything that changes the replicas of a component. */
import { at, text } from "../../api/index.js";
import { type FindingCode, finding } from "../../facts/index.js";
import type { Autoscaler } from "../autoscaler.js";
import { scaledByPlanner } from "../replicas.js";
import type { Subject } from "../subject.js";
import { type Fleet, keyOf } from "./fleet.js";
import type { AcrossRule, Attached } from "./rule.js";
import { adapterKind, adapterName, type Place, type Targets, targetsOf } from "./targets.js";

/** DYN-SCALE-003 to 006: the targets of autoscalers. */
export const replicasHaveOneWriter: AcrossRule = (fleet) => {
  if (fleet.autoscalers.length === 0) return [];
  const targets = targetsOf(fleet);
  const first = new Map<string, Autoscaler>();
  return fleet.autoscalers.flatMap((scaler) => {
    const key = targetKey(scaler);
    const before = first.get(key);
    if (before === undefined) first.set(key, scaler);
    const place = targets.ofOwned(scaler);
    const ours = scaler.targetKind === adapterKind || place !== undefined;
    const twice = before === undefined || !ours ? [] : [scaledTwice(scaler, before)];
    if (scaler.targetKind === adapterKind) {
      return [...twice, ...toZero(scaler), ...adapterExists(scaler, targets, fleet)];
    }
    return place === undefined ? twice : [...twice, pastOperator(scaler, place)];
  });
};

function targetKey({ subject, targetKind, targetName }: Autoscaler): string {
  return keyOf(targetKind, subject.namespace, targetName);
}

const target = ["spec", "scaleTargetRef", "name"] as const;

function report(
  code: FindingCode,
  { subject }: Autoscaler,
  path: readonly (string | number)[],
  message: string,
  fix: string,
): Attached {
  return { subject, finding: finding(code, { object: subject.label, path }, message, fix) };
}

function scaledTwice(scaler: Autoscaler, before: Autoscaler): Attached {
  return report(
    "DYN-SCALE-003",
    scaler,
    target,
    `${before.subject.label} scales ${scaler.targetKind}/${scaler.targetName} as well`,
    "Remove one of the two autoscalers.",
  );
}

function pastOperator(scaler: Autoscaler, place: Place): Attached {
  const { graph, view } = place;
  return report(
    "DYN-SCALE-005",
    scaler,
    target,
    `${scaler.targetKind}/${scaler.targetName} belongs to ${view.name} of ${graph.label}, and the operator sets its replicas back`,
    `Give ${view.name} a scaling adapter and target ${adapterKind} ${adapterName(place)}.`,
  );
}

function toZero(scaler: Autoscaler): readonly Attached[] {
  const { subject, minField, targetName } = scaler;
  if (scaler.min > 0) return [];
  const byDefault = at(subject.object, "spec", minField) === undefined;
  return [
    report(
      "DYN-SCALE-006",
      scaler,
      ["spec", minField],
      `the minimum of ${targetName} is 0${byDefault ? " (the default)" : ""}; without a worker the model is gone and nothing scales up`,
      `Set ${minField} to 1 or more.`,
    ),
  ];
}

/** The adapter of the target, unless nothing is known of its graph. */
function adapterExists(scaler: Autoscaler, targets: Targets, fleet: Fleet): readonly Attached[] {
  const { subject, targetName } = scaler;
  if (fleet.find(adapterKind, subject.namespace, targetName) !== undefined) return [];
  const place = targets.ofAdapter(scaler);
  if (place === undefined) {
    const graph = targets.near(scaler);
    if (graph === undefined) return [];
    const names = graph.view.components.map(({ name }) => name).join(", ");
    const message = `${graph.label} has no component for ${targetName}; its components are ${names}`;
    const fix = "Target <graph>-<component> in lower case.";
    return [report("DYN-SCALE-004", scaler, target, message, fix)];
  }
  const { graph, view } = place;
  if (view.component.scalingAdapter === undefined) {
    const message = `${view.name} of ${graph.label} has no scaling adapter`;
    const fix = `Give ${view.name} a scaling adapter.`;
    return [report("DYN-SCALE-004", scaler, target, message, fix)];
  }
  if (!scaledByPlanner(graph.view).includes(view.component.type ?? "")) return [];
  const message = `the planner of ${graph.label} scales ${view.name} as well`;
  return [
    report("DYN-SCALE-003", scaler, target, message, "Remove the autoscaler, or the planner."),
  ];
}

/** DYN-SCALE-003: an adapter that a manifest writes and an autoscaler or planner changes. */
export const adaptersAreNotWritten: AcrossRule = (fleet) => {
  const scalers = new Map(fleet.autoscalers.map((scaler) => [targetKey(scaler), scaler]));
  return fleet.subjects.flatMap((subject) => {
    const replicas = at(subject.object, "spec", "replicas");
    if (subject.kind !== adapterKind || replicas === undefined) return [];
    const scaler = scalers.get(keyOf(adapterKind, subject.namespace, subject.name ?? ""));
    const other = scaler?.subject.label ?? plannerOf(subject, fleet);
    if (other === undefined) return [];
    return {
      subject,
      finding: finding(
        "DYN-SCALE-003",
        { object: subject.label, path: ["spec", "replicas"] },
        `the manifest sets replicas to ${String(replicas)}, and ${other} changes them`,
        "Remove the adapter from the manifests: the operator creates it.",
      ),
    };
  });
};

/** The planner that scales the component of an adapter. */
function plannerOf(adapter: Subject, fleet: Fleet): string | undefined {
  const reference = at(adapter.object, "spec", "dgdRef");
  const name = text(at(reference, "componentName")) ?? text(at(reference, "serviceName"));
  const graphName = text(at(reference, "name")) ?? "";
  const graph = fleet.find("DynamoGraphDeployment", adapter.namespace, graphName);
  const view = graph?.view?.components.find((candidate) => candidate.name === name);
  if (graph?.view === undefined || view === undefined) return undefined;
  const scaled = scaledByPlanner(graph.view).includes(view.component.type ?? "");
  return scaled ? `the planner of ${graph.label}` : undefined;
}
