// SPDX-License-Identifier: Apache-2.0
/** @module The operator's Deployment: an init container that writes the CRDs, and the manager. */
import { createHash } from "node:crypto";
import type { Container, EnvVar, PodSpec, SecurityContext } from "../../api/index.js";
import { splitTokens, tokenText } from "../../facts/index.js";
import type { RenderedObject } from "../rendered.js";
import { operatorPaths } from "./config.js";
import {
  managerName,
  nameOf,
  platformLabels,
  selectorLabels,
  webhookServiceName,
} from "./names.js";
import type { ResolvedPlatform } from "./resolve.js";

/** Ports of the manager; probes ask 8081, which no Service has. */
export const operatorPorts = { metrics: 8080, webhook: 9443, health: 8081 } as const;

/** The Deployment; a change of the configuration starts new pods. */
export function renderDeployment(platform: ResolvedPlatform, config: string): RenderedObject {
  const { replicas } = platform;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: managerName(platform),
      namespace: platform.namespace,
      labels: { ...platformLabels(platform, "manager"), ...selectorLabels(platform) },
    },
    spec: {
      replicas,
      strategy:
        replicas > 1
          ? // One replica answers webhooks while the other is replaced, also on two nodes.
            { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
          : { type: "Recreate" },
      selector: { matchLabels: selectorLabels(platform) },
      template: {
        metadata: {
          labels: { ...platform.podLabels, ...selectorLabels(platform) },
          annotations: {
            ...platform.podAnnotations,
            "kubectl.kubernetes.io/default-container": "manager",
            "checksum/config": createHash("sha256").update(config).digest("hex"),
            ...learned(config),
          },
        },
        spec: podSpec(platform),
      },
    },
  };
}

/** Values that only a Pulumi program learns do not change the hash, so they stand beside it. */
function learned(config: string): Readonly<Record<string, string>> {
  const tokens = (splitTokens(config) ?? []).filter((part) => typeof part === "number");
  if (tokens.length === 0) return {};
  return { "dynamo-iac/learned-config": [...new Set(tokens)].map(tokenText).join(" ") };
}

function podSpec(platform: ResolvedPlatform): PodSpec {
  const { imagePullSecrets, tolerations, nodeSelector } = platform;
  return {
    serviceAccountName: managerName(platform),
    terminationGracePeriodSeconds: 30,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    imagePullSecrets:
      imagePullSecrets.length === 0 ? undefined : imagePullSecrets.map((name) => ({ name })),
    tolerations: tolerations === undefined ? undefined : [...tolerations],
    affinity: platform.affinity,
    topologySpreadConstraints: platform.replicas > 1 ? [byZone(platform)] : undefined,
    nodeSelector: nodeSelector === undefined ? undefined : { ...nodeSelector },
    priorityClassName: platform.priorityClassName,
    initContainers: platform.applyCrds ? [crdApply(platform)] : undefined,
    containers: [manager(platform)],
    volumes: [
      { name: "operator-config", configMap: { name: nameOf(platform, "config") } },
      {
        name: "cert",
        secret: {
          secretName: platform.webhooks.secretName,
          defaultMode: 0o644,
          // The operator makes it after it has started.
          optional: true,
        },
      },
    ],
  };
}

function byZone(platform: ResolvedPlatform) {
  return {
    labelSelector: { matchLabels: selectorLabels(platform) },
    maxSkew: 1,
    topologyKey: "topology.kubernetes.io/zone",
    whenUnsatisfiable: "ScheduleAnyway",
  };
}

/** Writes the CRDs of the same release and names the Service of the conversion webhook in them. */
function crdApply(platform: ResolvedPlatform): Container {
  return {
    ...image(platform),
    name: "crd-apply",
    command: ["/crd-apply"],
    args: [
      `--crds-dir=${operatorPaths.crds}`,
      `--version=${platform.version}`,
      `--conversion-webhook-service-name=${webhookServiceName(platform)}`,
      `--conversion-webhook-service-namespace=${platform.namespace}`,
    ],
    resources: platform.resources,
  };
}

function manager(platform: ResolvedPlatform): Container {
  const { metrics, webhook, health } = operatorPorts;
  return {
    ...image(platform),
    name: "manager",
    command: ["/manager"],
    args: managerArgs(platform),
    env: managerEnv(platform),
    ports: [
      { name: "metrics", containerPort: metrics, protocol: "TCP" },
      { name: "webhook-server", containerPort: webhook, protocol: "TCP" },
    ],
    livenessProbe: {
      httpGet: { path: "/healthz", port: health },
      initialDelaySeconds: 15,
      periodSeconds: 20,
    },
    readinessProbe: {
      httpGet: { path: "/readyz", port: health },
      initialDelaySeconds: 5,
      periodSeconds: 10,
      timeoutSeconds: 5,
    },
    resources: platform.resources,
    volumeMounts: [
      { name: "operator-config", mountPath: operatorPaths.config, readOnly: true },
      { name: "cert", mountPath: operatorPaths.certificates, readOnly: true },
    ],
  };
}

function managerArgs({ image: { reference, pullPolicy }, version }: ResolvedPlatform): string[] {
  return [
    `--config=${operatorPaths.config}/config.yaml`,
    `--operator-version=${version}`,
    // For the helper container that graphs get.
    `--operator-image=${reference}`,
    `--operator-image-pull-policy=${pullPolicy}`,
  ];
}

function managerEnv({ env, clusterDomain }: ResolvedPlatform): EnvVar[] {
  return [
    ...env,
    { name: "KUBERNETES_CLUSTER_DOMAIN", value: clusterDomain },
    {
      name: "POD_SERVICE_ACCOUNT",
      valueFrom: { fieldRef: { fieldPath: "spec.serviceAccountName" } },
    },
    { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
  ];
}

/** Variables that the manager gets anyway. */
export const ownVariables = ["KUBERNETES_CLUSTER_DOMAIN", "POD_SERVICE_ACCOUNT", "POD_NAMESPACE"];

function image(platform: ResolvedPlatform) {
  return {
    image: platform.image.reference,
    imagePullPolicy: platform.image.pullPolicy,
    securityContext: operatorSecurity(platform),
  };
}

/** Security of both containers, as objects and chart have it. */
export function operatorSecurity({
  readOnlyRootFilesystem,
}: Pick<ResolvedPlatform, "readOnlyRootFilesystem">): SecurityContext {
  return {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    readOnlyRootFilesystem: readOnlyRootFilesystem ? true : undefined,
    runAsNonRoot: true,
    seccompProfile: { type: "RuntimeDefault" },
  };
}
