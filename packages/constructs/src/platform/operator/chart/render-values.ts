// SPDX-License-Identifier: Apache-2.0
/** @module The same settings as chart values. Switches are written also where they are the default, which flips between releases. */

import { certificateHours } from "../certificates.js";
import { claimOf } from "../config.js";
import { operatorSecurity } from "../deployment.js";
import { bundledImages } from "../images.js";
import type { Integration } from "../integration-props.js";
import type { DynamoPlatformProps } from "../props.js";
import { type ResolvedPlatform, resolvePlatform } from "../resolve.js";
import type { PlatformChartValues } from "./values.js";

type OperatorValues = NonNullable<PlatformChartValues["dynamo-operator"]>;

/**
 * The settings as values of chart dynamo-platform 1.4.0: for Helm, Pulumi's Release, Flux, Argo CD.
 *
 * Findings about the props come from `checkPlatform(props, "chart")`.
 *
 * @example
 * new kubernetes.helm.v3.Release("dynamo-platform", {
 *   ...platformChart(), values: platformChartValues({ replicas: 2 }),
 * });
 */
export function platformChartValues(props: DynamoPlatformProps = {}): PlatformChartValues {
  // Undefined fields would be written as null by some tools, which for Helm removes a default.
  return JSON.parse(JSON.stringify(renderValues(resolvePlatform(props)))) as PlatformChartValues;
}

/** The values of settings whose namespace is known. */
export function renderValues(platform: ResolvedPlatform): PlatformChartValues {
  return {
    global: {
      nats: { install: platform.natsBundled },
      etcd: { install: platform.etcdBundled },
      grove: integration(platform.grove),
      "kai-scheduler": integration(platform.kaiScheduler),
      "volcano-scheduler": { enabled: platform.volcanoScheduler },
    },
    "dynamo-operator": operatorValues(platform),
    ...(platform.natsBundled ? { nats: natsValues(platform) } : {}),
    ...(platform.etcdBundled ? { etcd: etcdValues(platform) } : {}),
  };
}

function integration(value: Integration) {
  return { install: value === "bundled", enabled: value === "external" };
}

function operatorValues(platform: ResolvedPlatform): OperatorValues {
  const { restriction, imagePullSecrets } = platform;
  return {
    upgradeCRD: platform.applyCrds,
    env: [...platform.env],
    natsAddr: platform.natsAddress ?? elsewhere(platform, platform.natsBundled, natsAddress),
    etcdAddr: platform.etcdAddress ?? elsewhere(platform, platform.etcdBundled, etcdAddress),
    modelExpressURL: platform.modelExpressURL,
    namespaceRestriction:
      restriction === undefined
        ? { enabled: false }
        : {
            enabled: true,
            targetNamespace: restriction.targetNamespace,
            lease: {
              duration: `${restriction.leaseDurationSeconds}s`,
              renewInterval: `${restriction.leaseRenewSeconds}s`,
            },
          },
    gpuDiscovery: { enabled: platform.gpuDiscovery },
    discoveryBackend: platform.discoveryBackend,
    controllerManager: managerValues(platform),
    imagePullSecrets:
      imagePullSecrets.length === 0 ? undefined : imagePullSecrets.map((name) => ({ name })),
    dynamo: dynamoValues(platform),
    webhook: webhookValues(platform),
    checkpoint: checkpointValues(platform),
    kubernetesClusterDomain: platform.clusterDomain,
    metricsService: { enabled: metricsSwitch(platform.monitoring) },
  };
}

/** The chart computes addresses below `cluster.local`, whatever the domain of the cluster is. */
function elsewhere(
  platform: ResolvedPlatform,
  bundled: boolean,
  address: (host: (service: string) => string) => string,
): string | undefined {
  const { releaseName, namespace, clusterDomain } = platform;
  if (!bundled || clusterDomain === "cluster.local") return undefined;
  return address((service) => `${releaseName}-${service}.${namespace}.svc.${clusterDomain}`);
}

type Host = (service: string) => string;
const natsAddress = (host: Host) => `nats://${host("nats")}:4222`;
const etcdAddress = (host: Host) => `${host("etcd")}:2379`;

/** Undefined leaves the chart's null: the Service, and the monitor when its API is there. */
function metricsSwitch({ metricsService, serviceMonitor }: ResolvedPlatform["monitoring"]) {
  if (!metricsService) return false;
  return serviceMonitor ? true : undefined;
}

function managerValues(platform: ResolvedPlatform): OperatorValues["controllerManager"] {
  const { image, leaderElection, restriction } = platform;
  return {
    replicas: platform.replicas,
    tolerations: platform.tolerations?.map((each) => ({ ...each })),
    affinity: platform.affinity === undefined ? undefined : { ...platform.affinity },
    podLabels: { ...platform.podLabels },
    podAnnotations: { ...platform.podAnnotations },
    serviceAccount: { annotations: { ...platform.serviceAccountAnnotations } },
    leaderElection: restriction === undefined ? { ...leaderElection } : { id: leaderElection.id },
    manager: {
      image: { repository: image.repository, tag: image.tag, pullPolicy: image.pullPolicy },
      resources: { ...platform.resources },
      containerSecurityContext: { ...operatorSecurity(platform) },
    },
  };
}

function dynamoValues(platform: ResolvedPlatform): OperatorValues["dynamo"] {
  const { dockerRegistry, ingress, monitoring } = platform;
  const gateway = ingress?.virtualServiceGateway;
  return {
    groveTerminationDelay: platform.groveTerminationDelay,
    components: {
      serviceAccount: { annotations: { ...platform.componentServiceAccountAnnotations } },
    },
    dockerRegistry:
      dockerRegistry === undefined
        ? { useKubernetesSecret: false }
        : {
            useKubernetesSecret: true,
            server: dockerRegistry.server,
            existingSecretName: dockerRegistry.existingSecretName,
          },
    ingress:
      ingress?.className === undefined
        ? { enabled: false }
        : {
            enabled: true,
            className: ingress.className,
            // The chart's own default is the name of a Secret that nobody has.
            tlsSecretName: ingress.tlsSecretName ?? "",
          },
    istio: gateway === undefined ? { enabled: false } : { enabled: true, gateway },
    ingressHostSuffix: ingress?.hostSuffix,
    serviceMesh: meshValues(platform),
    metrics: {
      prometheusEndpoint: monitoring.prometheusEndpoint,
      podMonitors: {
        enabled: monitoring.podMonitors !== false,
        nixlTelemetry: monitoring.podMonitors === "nixl",
      },
    },
    mpiRun: { secretName: platform.mpiSecretName },
  };
}

function meshValues({ serviceMesh }: ResolvedPlatform) {
  // Only a null would say "auto", and most tools drop it on the way to Helm.
  if (serviceMesh === false || serviceMesh === "auto") return { enabled: false };
  const { insecureSkipVerify = true, ...istio } = serviceMesh;
  return { enabled: true, provider: "istio" as const, istio: { ...istio, insecureSkipVerify } };
}

function webhookValues({ webhooks }: ResolvedPlatform): OperatorValues["webhook"] {
  const { certificates } = webhooks;
  return {
    certificateSecret: { name: webhooks.secretName, external: certificates.kind === "secret" },
    caBundle: certificates.kind === "secret" ? certificates.caBundle : undefined,
    failurePolicy: webhooks.failurePolicy,
    podCheckpointRestoreFailurePolicy: webhooks.podCheckpointRestoreFailurePolicy,
    timeoutSeconds: webhooks.timeoutSeconds,
    certManager:
      certificates.kind === "cert-manager"
        ? {
            enabled: true,
            certificate: {
              duration: hours(certificates.durationHours, certificateHours.certificate.duration),
              renewBefore: hours(
                certificates.renewBeforeHours,
                certificateHours.certificate.renewBefore,
              ),
              rootCA: {
                duration: hours(
                  certificates.authorityDurationHours,
                  certificateHours.authority.duration,
                ),
                renewBefore: hours(
                  certificates.authorityRenewBeforeHours,
                  certificateHours.authority.renewBefore,
                ),
              },
            },
          }
        : { enabled: false },
  };
}

function hours(value: number | undefined, fallback: number): string {
  return `${value ?? fallback}h`;
}

function checkpointValues({ checkpoint }: ResolvedPlatform): OperatorValues["checkpoint"] {
  if (checkpoint === undefined) return { enabled: false };
  const { cleanupImage, seccompProfile, storage } = checkpoint;
  return {
    enabled: true,
    cleanupImage,
    seccomp:
      seccompProfile === undefined
        ? { disabled: true }
        : { disabled: false, profile: seccompProfile },
    storage: storage === undefined ? undefined : { type: "pvc", pvc: claimOf(storage) },
  };
}

/** Registry and pull Secrets of the bundled NATS. */
function natsValues({ registryMirror, imagePullSecrets }: ResolvedPlatform) {
  const image = {
    ...(registryMirror === undefined ? {} : { registry: registryMirror }),
    ...(imagePullSecrets.length === 0 ? {} : { pullSecretNames: [...imagePullSecrets] }),
  };
  return Object.keys(image).length === 0 ? {} : { global: { image } };
}

/** The image is named in full: Bitnami's chart takes no other without being told that it may. */
function etcdValues({ registryMirror, imagePullSecrets }: ResolvedPlatform) {
  const [reference] = bundledImages.etcd;
  const [repository, tag] = reference.split(":");
  const global = {
    security: { allowInsecureImages: true },
    ...(registryMirror === undefined ? {} : { imageRegistry: registryMirror }),
    ...(imagePullSecrets.length === 0 ? {} : { imagePullSecrets: [...imagePullSecrets] }),
  };
  return { image: { repository, tag }, global };
}
