// SPDX-License-Identifier: Apache-2.0
/** @module Which objects an object names: found by the fields that Kubernetes uses for it, in any kind. */
import { at, entries, items, text } from "@dynamo-iac/constructs/api";
import type { Manifest } from "./manifest.js";

/** An object that another one names. No namespace: it is cluster-wide, or in the namespace of the one that names it. */
export interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** Fields whose text is a name. */
const named: Readonly<Record<string, string>> = {
  claimName: "PersistentVolumeClaim",
  pvcName: "PersistentVolumeClaim",
  priorityClassName: "PriorityClass",
  runtimeClassName: "RuntimeClass",
  secretName: "Secret",
  serviceAccountName: "ServiceAccount",
  storageClassName: "StorageClass",
  volumeName: "PersistentVolume",
};

/** Fields whose object holds a `name`. */
const holders: Readonly<Record<string, string>> = {
  configMap: "ConfigMap",
  configMapKeyRef: "ConfigMap",
  configMapRef: "ConfigMap",
  imagePullSecrets: "Secret",
  secret: "Secret",
  secretKeyRef: "Secret",
  secretRef: "Secret",
  service: "Service",
};

/**
 * Fields that name what comes later: a volume is there before its claim, and cannot be deleted
 * while the claim is bound to it.
 */
const later: ReadonlySet<string> = new Set(["claimRef"]);

/** Everything that an object names and needs; an object may be named twice. */
export function referencesOf(manifest: Manifest): readonly Reference[] {
  const found: Reference[] = [];
  const { metadata: _, ...rest } = manifest as Manifest & Readonly<Record<string, unknown>>;
  visit(rest, undefined, found);
  return found;
}

function visit(value: unknown, key: string | undefined, found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, key, found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const name = text(at(value, "name"));
  // roleRef, subjects, scaleTargetRef, nodeClassRef, secretStoreRef, issuerRef, parentRefs, backendRefs
  const kind = text(at(value, "kind")) ?? holders[key ?? ""];
  if (name !== undefined && kind !== undefined && key !== undefined)
    found.push({ kind, name, namespace: text(at(value, "namespace")) });
  for (const [field, inner] of entries(value)) {
    const innerKind = named[field];
    if (innerKind !== undefined && typeof inner === "string")
      found.push({ kind: innerKind, name: inner });
    else if (!later.has(field)) visit(inner, field, found);
  }
}

/** Labels of the pods that an object makes itself; undefined for kinds that make none. */
export function podLabels(manifest: Manifest): Readonly<Record<string, unknown>> | undefined {
  if (!workloadKinds.has(manifest.kind)) return undefined;
  return Object.fromEntries(entries(at(manifest, "spec", "template", "metadata", "labels")));
}

/** Kinds that run pods, and that Pulumi waits for until the pods are ready. */
export const workloadKinds: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
]);

/** The Services that an admission or conversion webhook, or an aggregated API, sends requests to. */
export function calledServices(manifest: Manifest): readonly Reference[] {
  const clients = [
    ...items(at(manifest, "webhooks")).map((webhook) => at(webhook, "clientConfig")),
    at(manifest, "spec", "conversion", "webhook", "clientConfig"),
    manifest.kind === "APIService" ? at(manifest, "spec") : undefined,
  ];
  return clients.flatMap((client) => {
    const name = text(at(client, "service", "name"));
    if (name === undefined) return [];
    return [{ kind: "Service", name, namespace: text(at(client, "service", "namespace")) }];
  });
}
