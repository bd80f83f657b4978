// SPDX-License-Identifier: Apache-2.0
/** @module The operator's configuration file. @see deploy/operator/api/config/v1alpha1 */
import { toYaml } from "../../api/index.js";
import { nameOf, webhookServiceName } from "./names.js";
import type { ResolvedPlatform } from "./resolve.js";

/** Where the file and the certificates are mounted. */
export const operatorPaths = {
  config: "/etc/dynamo-operator",
  certificates: "/tmp/k8s-webhook-server/serving-certs",
  crds: "/opt/dynamo-operator/crds/",
} as const;

/** The text of `config.yaml`. */
export function renderConfigText(platform: ResolvedPlatform): string {
  return toYaml(operatorConfiguration(platform));
}

/** The configuration as data: what differs from the operator's defaults, and what the chart always writes. */
export function operatorConfiguration(platform: ResolvedPlatform): object {
  const { restriction, webhooks, leaderElection, discoveryBackend } = platform;
  return {
    apiVersion: "operator.config.dynamo.nvidia.com/v1alpha1",
    kind: "OperatorConfiguration",
    server: {
      metrics: { bindAddress: "0.0.0.0", secure: true },
      webhook: {
        certProvisionMode: webhooks.certificates.kind === "self-managed" ? "auto" : "manual",
        secretName: webhooks.secretName,
        serviceName: webhookServiceName(platform),
      },
    },
    leaderElection: { enabled: true, ...leaderElection },
    namespace: restriction === undefined ? undefined : restrictionOf(restriction),
    orchestrators: orchestratorsOf(platform),
    dra: platform.dra === undefined ? undefined : { enabled: platform.dra },
    infrastructure: filled({
      natsAddress: platform.natsAddress,
      etcdAddress: platform.etcdAddress,
      modelExpressURL: platform.modelExpressURL,
      prometheusEndpoint: platform.monitoring.prometheusEndpoint,
    }),
    ingress: filled({
      virtualServiceGateway: platform.ingress?.virtualServiceGateway,
      controllerClassName: platform.ingress?.className,
      controllerTLSSecretName: platform.ingress?.tlsSecretName,
      hostSuffix: platform.ingress?.hostSuffix,
    }),
    serviceMesh: serviceMeshOf(platform),
    rbac:
      restriction === undefined
        ? {
            plannerClusterRoleName: nameOf(platform, "planner"),
            dgdrProfilingClusterRoleName: nameOf(platform, "dgdr-profiling"),
            eppClusterRoleName: nameOf(platform, "epp"),
          }
        : undefined,
    mpi: { sshSecretName: platform.mpiSecretName, sshSecretNamespace: platform.namespace },
    checkpoint: checkpointOf(platform),
    discovery: discoveryBackend === "kubernetes" ? undefined : { backend: discoveryBackend },
    gpu: restriction === undefined ? undefined : { discoveryEnabled: platform.gpuDiscovery },
    logging: filled({ level: platform.logging?.level, format: platform.logging?.format }),
  };
}

function restrictionOf(restriction: NonNullable<ResolvedPlatform["restriction"]>): object {
  const { targetNamespace, leaseDurationSeconds, leaseRenewSeconds } = restriction;
  return {
    restricted: targetNamespace,
    scope: filled({
      leaseDuration: leaseDurationSeconds === 30 ? undefined : `${leaseDurationSeconds}s`,
      leaseRenewInterval: leaseRenewSeconds === 10 ? undefined : `${leaseRenewSeconds}s`,
    }),
  };
}

/** Explicit where the chart is: left out, the operator would look for Grove and KAI by itself. */
function orchestratorsOf(platform: ResolvedPlatform): object {
  const { groveTerminationDelay } = platform;
  return {
    grove: {
      enabled: platform.grove !== "off",
      terminationDelay: groveTerminationDelay === "15m" ? undefined : groveTerminationDelay,
    },
    lws: platform.lws === undefined ? undefined : { enabled: platform.lws },
    kaiScheduler: { enabled: platform.kaiScheduler !== "off" },
    volcanoScheduler: { enabled: platform.volcanoScheduler },
  };
}

function serviceMeshOf({ serviceMesh }: ResolvedPlatform): object | undefined {
  if (serviceMesh === "auto") return undefined;
  if (serviceMesh === false) return { enabled: false };
  const { tlsMode, insecureSkipVerify = true } = serviceMesh;
  const { clientCertificate, privateKey, caCertificates } = serviceMesh;
  return {
    enabled: true,
    provider: "istio",
    istio: { tlsMode, insecureSkipVerify, clientCertificate, privateKey, caCertificates },
  };
}

function checkpointOf({ checkpoint }: ResolvedPlatform): object | undefined {
  if (checkpoint === undefined) return undefined;
  const { cleanupImage, seccompProfile, storage } = checkpoint;
  return {
    enabled: true,
    cleanupImage,
    seccomp: seccompProfile === undefined ? { disabled: true } : { profile: seccompProfile },
    storage: storage === undefined ? undefined : { type: "pvc", pvc: claimOf(storage) },
  };
}

/** The claim as configuration and values write it alike. */
export function claimOf(
  storage: NonNullable<NonNullable<ResolvedPlatform["checkpoint"]>["storage"]>,
) {
  const { pvcName, basePath, create, size, storageClassName, accessMode } = storage;
  return {
    pvcName,
    basePath,
    create: create === true ? true : undefined,
    size: size === undefined ? undefined : String(size),
    storageClassName,
    accessMode,
  };
}

/** The block, or nothing when nothing is in it. */
function filled(block: Readonly<Record<string, string | undefined>>): object | undefined {
  return Object.values(block).some((value) => value !== undefined) ? block : undefined;
}
