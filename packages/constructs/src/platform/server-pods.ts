// SPDX-License-Identifier: Apache-2.0
/** @module The pods of a set of servers: a StatefulSet, where it runs, and what its containers may do. */
import type { Container, EnvVar, PodSpec, Probe, Volume, VolumeMount } from "../api/index.js";
import { quantityValue } from "../facts/index.js";
import type { RenderedStatefulSet } from "./rendered.js";
import { headlessName, serverLabels } from "./server-names.js";
import { metadataOf } from "./server-objects.js";
import type { ServerSet } from "./server-props.js";

/** The StatefulSet around a pod that mounts the claim `data`. */
export function renderStatefulSet(
  set: ServerSet,
  spec: PodSpec,
  annotations?: Readonly<Record<string, string>>,
): RenderedStatefulSet {
  const { labels } = metadataOf(set);
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: metadataOf(set),
    spec: {
      replicas: set.servers,
      serviceName: headlessName(set),
      // One after the other would wait for ever: the first is ready when a majority is there.
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "RollingUpdate" },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      selector: { matchLabels: serverLabels(set) },
      template: { metadata: { labels, annotations }, spec },
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: {
            accessModes: ["ReadWriteOnce"],
            resources: { requests: { storage: set.storage.size } },
            storageClassName: set.storage.storageClassName,
          },
        },
      ],
    },
  };
}

/** Where the servers run: apart from one another by node, and by zone as far as there are zones. */
export function placement(
  set: ServerSet,
): Pick<
  PodSpec,
  | "affinity"
  | "topologySpreadConstraints"
  | "nodeSelector"
  | "tolerations"
  | "priorityClassName"
  | "imagePullSecrets"
> {
  return {
    ...(set.servers > 1 ? apart(set) : {}),
    nodeSelector: set.nodeSelector === undefined ? undefined : { ...set.nodeSelector },
    tolerations: set.tolerations === undefined ? undefined : [...set.tolerations],
    priorityClassName: set.priorityClassName,
    imagePullSecrets:
      set.imagePullSecrets.length === 0
        ? undefined
        : set.imagePullSecrets.map((name) => ({ name })),
  };
}

function apart(set: ServerSet): Pick<PodSpec, "affinity" | "topologySpreadConstraints"> {
  const labelSelector = { matchLabels: serverLabels(set) };
  const node = { labelSelector, topologyKey: "kubernetes.io/hostname" };
  return {
    affinity: {
      podAntiAffinity:
        set.spread === "required"
          ? { requiredDuringSchedulingIgnoredDuringExecution: [node] }
          : {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { weight: 100, podAffinityTerm: node },
              ],
            },
    },
    topologySpreadConstraints: [
      {
        labelSelector,
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
      },
    ],
  };
}

/** The user `nonroot` of distroless images; those of NATS and curl run as anybody. */
const user = 65_532;

/** Pod settings of the restricted Pod Security level. */
export function restrictedPod(): Pick<
  PodSpec,
  "automountServiceAccountToken" | "enableServiceLinks" | "securityContext"
> {
  return {
    automountServiceAccountToken: false,
    // A Service named "nats" would put NATS_PORT and the like into the environment.
    enableServiceLinks: false,
    securityContext: {
      fsGroup: user,
      fsGroupChangePolicy: "OnRootMismatch",
      runAsGroup: user,
      runAsNonRoot: true,
      runAsUser: user,
      seccompProfile: { type: "RuntimeDefault" },
    },
  };
}

/** Container settings of the restricted Pod Security level, with a root file system that nobody writes. */
export function restrictedContainer(): Pick<Container, "securityContext"> {
  return {
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem: true,
    },
  };
}

/** Go collects garbage before the memory limit is reached, instead of being killed at it. */
export function memoryLimit({ resources }: Pick<ServerSet, "resources">): EnvVar[] {
  const limit = quantityValue(resources.limits?.memory ?? "");
  return Number.isFinite(limit)
    ? [{ name: "GOMEMLIMIT", value: String(Math.floor(limit * 0.9)) }]
    : [];
}

/** A Secret as files that only the pod's group reads. */
export function secretMount(
  name: string,
  secretName: string,
  mountPath: string,
): { readonly volume: Volume; readonly mount: VolumeMount } {
  return {
    volume: { name, secret: { secretName, defaultMode: 0o440 } },
    mount: { name, mountPath, readOnly: true },
  };
}

/** A probe by HTTP. */
export function httpProbe(
  port: string,
  path: string,
  times: Pick<Probe, "periodSeconds" | "timeoutSeconds" | "failureThreshold">,
): Probe {
  return { httpGet: { path, port }, ...times };
}
