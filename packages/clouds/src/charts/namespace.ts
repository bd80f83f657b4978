// SPDX-License-Identifier: Apache-2.0
/** @module A namespace that says which pods it admits. */

/** Levels of Pod Security admission. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const podSecurityLevels = ["restricted", "baseline", "privileged"] as const;
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** Namespace as a Kubernetes object. */
export interface NamespaceObject {
  readonly apiVersion: "v1";
  readonly kind: "Namespace";
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

/**
 * A namespace that admits pods of that level, and warns of those that `restricted` would refuse.
 *
 * @param level `privileged` for agents that need the node: its files, its network, its devices
 */
export function namespaceObject(name: string, level: PodSecurityLevel): NamespaceObject {
  const labels = {
    "app.kubernetes.io/managed-by": "dynamo-iac",
    "pod-security.kubernetes.io/enforce": level,
    "pod-security.kubernetes.io/warn": level === "privileged" ? "privileged" : "restricted",
    "pod-security.kubernetes.io/audit": "restricted",
  };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}
