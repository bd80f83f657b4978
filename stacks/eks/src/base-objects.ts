// SPDX-License-Identifier: Apache-2.0
/** @module Objects that have to be there first: namespaces with their level of trust, and classes of volumes. */
import type { ComputeMode } from "@dynamo-iac/clouds/aws";
import { namespaceObject, type PodSecurityLevel } from "@dynamo-iac/clouds/charts";
import type { Environment } from "@dynamo-iac/clouds/environment";
import type { Manifest } from "@dynamo-iac/clouds/kubernetes";
import { findMachine } from "@dynamo-iac/constructs/facts";

/** Where everything that watches is. */
export const monitoringNamespace = "monitoring";

/** Certificates of webhooks come from cert-manager everywhere but in dev, where the operator makes its own. */
export function usesCertManager({ preset }: Environment): boolean {
  return preset !== "dev";
}

/** Namespaces and classes of volumes. */
export function baseObjects(environment: Environment, compute: ComputeMode): readonly Manifest[] {
  const namespaces = namespacesOf(environment).map(([name, level]) => namespaceObject(name, level));
  return [...namespaces, ...volumeClasses(environment, compute)];
}

function namespacesOf(environment: Environment): readonly (readonly [string, PodSecurityLevel])[] {
  const { platform, observability, nodes, ingress, backup } = environment;
  const { metrics, logs, traces } = observability;
  const wanted: readonly (readonly [boolean, string, PodSecurityLevel])[] = [
    [true, platform.systemNamespace, "restricted"],
    [true, platform.graphNamespace, graphLevel(environment)],
    [true, "external-secrets", "restricted"],
    // Exporters and agents read files and counters of their node.
    [metrics.enabled || logs.enabled || traces.enabled, monitoringNamespace, "privileged"],
    [nodes.gpu.length > 0, "gpu-operator", "privileged"],
    [usesCertManager(environment), "cert-manager", "restricted"],
    [platform.multinode === "grove", "grove-system", "baseline"],
    [platform.keda, "keda", "restricted"],
    [nodes.gpu.some((pool) => pool.provisioner === "karpenter"), "karpenter", "restricted"],
    [ingress?.hostedZone !== undefined, "external-dns", "restricted"],
    [backup.velero, "velero", "baseline"],
  ];
  return wanted.flatMap(([is, name, level]) => (is ? [[name, level] as const] : []));
}

/** Workers of a fabric lock memory, which only `privileged` admits; all others are content with `baseline`. */
function graphLevel({ nodes }: Environment): PodSecurityLevel {
  const fabric = nodes.gpu.some(({ machine }) => {
    const facts = findMachine(machine);
    return facts !== undefined && facts.rdma !== "none" && facts.gpuDirect;
  });
  return fabric ? "privileged" : "baseline";
}

/** The default class: gp3, encrypted, in the zone of its first pod; and snapshots of it. */
function volumeClasses(
  { storage, backup }: Environment,
  compute: ComputeMode,
): readonly Manifest[] {
  const driver = compute === "auto" ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com";
  const volumes = {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: "gp3",
      annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
    },
    provisioner: driver,
    parameters: { type: "gp3", encrypted: "true" },
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    reclaimPolicy: "Delete",
  };
  const snapshots = {
    apiVersion: "snapshot.storage.k8s.io/v1",
    kind: "VolumeSnapshotClass",
    metadata: {
      name: "gp3",
      labels: { "velero.io/csi-volumesnapshot-class": "true" },
    },
    driver,
    deletionPolicy: storage.retain ? "Retain" : "Delete",
  };
  return backup.velero ? [volumes, snapshots] : [volumes];
}
