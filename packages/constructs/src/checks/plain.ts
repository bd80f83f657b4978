// SPDX-License-Identifier: Apache-2.0
/** @module What can be said of objects that are no graph: secrets in them, bounds of autoscalers and queues. */
import { at, type EnvVar, entries, fields, items, text } from "../api/index.js";
import { type FieldPath, type Finding, finding } from "../facts/index.js";
import { autoscalerOf } from "./autoscaler.js";
import { isKnown } from "./environment.js";
import { checkQueue } from "./queue.js";
import { credentialIn, secretArguments, secretVariables } from "./secrets.js";
import type { Subject } from "./subject.js";
import { checkTopologyBinding } from "./topology-binding.js";

/** Findings about an object of any kind. */
export function checkPlain(subject: Subject): readonly Finding[] {
  switch (subject.kind) {
    case "Secret":
      return secretValues(subject);
    case "ConfigMap":
      return configValues(subject);
    case "HorizontalPodAutoscaler":
    case "ScaledObject":
      return autoscalingBounds(subject);
    default:
      return [
        ...checkQueue(subject),
        ...checkTopologyBinding(subject),
        ...containersAnywhere(subject, subject.object, []),
      ];
  }
}

/** DYN-SECRET-003: a Secret that is no empty shell. */
function secretValues({ object, label }: Subject): readonly Finding[] {
  // Secrets that only name other things, or that a controller fills in.
  const type = text(at(object, "type")) ?? "Opaque";
  if (type === "kubernetes.io/service-account-token") return [];
  for (const field of ["stringData", "data"] as const) {
    const filled = entries(at(object, field)).filter(
      ([, value]) =>
        typeof value === "string" && value !== "" && isKnown(value) && !value.includes("{{"),
    );
    const [first] = filled;
    if (first === undefined) continue;
    return [
      finding(
        "DYN-SECRET-003",
        { object: label, path: [field, first[0]] },
        `the manifest holds the values of ${filled.length} ${filled.length === 1 ? "key" : "keys"}: ${filled.map(([key]) => key).join(", ")}`,
        "Create the Secret from a secret store, such as with an ExternalSecret, and keep it out of manifests.",
      ),
    ];
  }
  return [];
}

/** DYN-SECRET-001: credentials in configuration. */
function configValues({ object, label }: Subject): readonly Finding[] {
  const found: Finding[] = [];
  for (const [key, value] of entries(at(object, "data"))) {
    const credential = typeof value === "string" ? credentialIn(value) : undefined;
    if (credential === undefined) continue;
    found.push(
      finding(
        "DYN-SECRET-001",
        { object: label, path: ["data", key] },
        `${key} holds ${credential} in clear text`,
        "Revoke it. Keep credentials in a Secret that comes from a secret store.",
      ),
    );
  }
  return found;
}

/** DYN-SECRET-001, 002: containers wherever the kind has them. */
function containersAnywhere(subject: Subject, value: unknown, path: FieldPath): readonly Finding[] {
  const found: Finding[] = [];
  for (const [key, inner] of entries(value)) {
    const here = [...path, key];
    if (key === "containers" || key === "initContainers" || key === "mainContainer") {
      const list = Array.isArray(inner) ? inner : [inner];
      for (const [index, container] of list.entries()) {
        const at0 = Array.isArray(inner) ? [...here, index] : here;
        found.push(...secretsOf(container, { object: subject.label, path: at0 }));
      }
    } else if (fields(inner) !== undefined) {
      found.push(...containersAnywhere(subject, inner, here));
    }
  }
  return found;
}

function secretsOf(
  container: unknown,
  place: { readonly object: string; readonly path: FieldPath },
): readonly Finding[] {
  const who = `container ${text(at(container, "name")) ?? "main"}`;
  const inside = (field: string) => ({ object: place.object, path: [...place.path, field] });
  const texts = (field: string) => items(at(container, field)).map((item) => text(item) ?? "");
  const env = items(at(container, "env")).map((item): EnvVar => {
    const value = text(at(item, "value"));
    const name = text(at(item, "name")) ?? "";
    return value === undefined ? { name } : { name, value };
  });
  return [
    ...secretVariables(env, inside("env"), who),
    ...secretArguments(texts("command"), inside("command"), who),
    ...secretArguments(texts("args"), inside("args"), who),
  ];
}

/** DYN-SCALE-007: bounds that no autoscaler accepts. */
function autoscalingBounds(subject: Subject): readonly Finding[] {
  const scaler = autoscalerOf(subject);
  if (scaler === undefined || scaler.min <= scaler.max) return [];
  return [
    finding(
      "DYN-SCALE-007",
      { object: subject.label, path: ["spec", scaler.minField] },
      `the minimum ${scaler.min} is above the maximum ${scaler.max}`,
      `Set ${scaler.minField} to at most ${scaler.max}.`,
    ),
  ];
}
