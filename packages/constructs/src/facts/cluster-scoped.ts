// SPDX-License-Identifier: Apache-2.0
/** @module Kinds that belong to the whole cluster and have no namespace. */

/** By API group; the core group is the empty text. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume"],
  "admissionregistration.k8s.io": [
    "MutatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "cert-manager.io": ["ClusterIssuer"],
  "cloud.google.com": ["ComputeClass"],
  "eks.amazonaws.com": ["NodeClass"],
  "external-secrets.io": ["ClusterExternalSecret", "ClusterSecretStore"],
  "gateway.networking.k8s.io": ["GatewayClass"],
  "grove.io": ["ClusterTopologyBinding"],
  "kai.scheduler": ["Topology"],
  "karpenter.azure.com": ["AKSNodeClass"],
  "karpenter.k8s.aws": ["EC2NodeClass"],
  "karpenter.sh": ["NodeClaim", "NodePool"],
  "keda.sh": ["ClusterTriggerAuthentication"],
  "mellanox.com": ["NicClusterPolicy"],
  "networking.gke.io": ["GKENetworkParamSet", "Network"],
  "networking.k8s.io": ["IngressClass"],
  "node.k8s.io": ["RuntimeClass"],
  "nvidia.com": ["ClusterPolicy", "NVIDIADriver", "PodSnapshotContent"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "resource.k8s.io": ["DeviceClass", "ResourceSlice"],
  "scheduling.k8s.io": ["PriorityClass"],
  "scheduling.run.ai": ["Queue"],
  "scheduling.volcano.sh": ["Queue"],
  "snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"],
  "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
};

/** True for a kind that has no namespace; false for every kind that is not in the table. */
export function isClusterScoped(apiVersion: string, kind: string): boolean {
  const slash = apiVersion.indexOf("/");
  return kinds[slash === -1 ? "" : apiVersion.slice(0, slash)]?.includes(kind) === true;
}
