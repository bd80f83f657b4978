// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects as data: what a chart gives, and what Pulumi calls them. */

/** A Kubernetes object as plain data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?:
    | { readonly name?: string | undefined; readonly namespace?: string | undefined }
    | undefined;
}

/** One object of `App.manifests()`, with the dependencies that cdk8s knows. */
export interface OrderedManifest {
  readonly manifest: Manifest;
  /** Path of the construct that rendered it. */
  readonly construct: string;
  /** Positions in the list of the objects that come first. */
  readonly dependsOn: readonly number[];
}

/** `inference/DynamoGraphDeployment/qwen3`, or `Namespace/inference` where there is no namespace. */
export function resourceName({ kind, metadata }: Manifest): string {
  const name = `${kind}/${metadata?.name ?? ""}`;
  return metadata?.namespace === undefined ? name : `${metadata.namespace}/${name}`;
}

/** The token that the typed class of the kind registers, as `kubernetes:core/v1:Secret`. */
export function typeToken({ apiVersion, kind }: Manifest): string {
  return `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
}

/** Group of the API; empty for the core group. */
export function groupOf({ apiVersion }: Manifest): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

const builtInGroups: ReadonlySet<string> = new Set([
  "",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
  "apps",
  "authentication.k8s.io",
  "authorization.k8s.io",
  "autoscaling",
  "batch",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
  "flowcontrol.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "policy",
  "rbac.authorization.k8s.io",
  "resource.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io",
]);

/** True for a group that Kubernetes itself serves. */
export function isBuiltIn(group: string): boolean {
  return builtInGroups.has(group);
}

/** True for a kind that a CRD defines. */
export function isCustom(manifest: Manifest): boolean {
  return !isBuiltIn(groupOf(manifest));
}

/** Kinds that have no namespace. */
const clusterKinds: ReadonlySet<string> = new Set([
  "AKSNodeClass",
  "APIService",
  "ClusterExternalSecret",
  "ClusterIssuer",
  "ClusterPolicy",
  "ClusterRole",
  "ClusterRoleBinding",
  "ClusterSecretStore",
  "ClusterTopology",
  "ClusterTopologyBinding",
  "ComputeClass",
  "CSIDriver",
  "CustomResourceDefinition",
  "DeviceClass",
  "EC2NodeClass",
  "GatewayClass",
  "IngressClass",
  "IngressClassParams",
  "MutatingWebhookConfiguration",
  "Namespace",
  "NodeClass",
  "NodePool",
  "PersistentVolume",
  "PriorityClass",
  "Queue",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeSnapshotClass",
]);

/** A chart of cdk8s writes its namespace on everything; an object of the cluster has none. */
export function scoped(manifest: Manifest): Manifest {
  if (manifest.metadata?.namespace === undefined || !clusterKinds.has(manifest.kind))
    return manifest;
  const { namespace: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}
