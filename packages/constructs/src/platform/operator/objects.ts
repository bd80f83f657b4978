// SPDX-License-Identifier: Apache-2.0
/** @module Every object of the operator, as data, in the order in which they are applied. */
import { renderDynamoKaiQueues } from "../orchestration/kai-queue-object.js";
import type { RenderedObject } from "../rendered.js";
import { bundledParts } from "./bundled.js";
import { renderWebhookCertificates } from "./certificates.js";
import { renderConfigText } from "./config.js";
import { renderDeployment } from "./deployment.js";
import { renderPodMonitors, renderServiceMonitor } from "./monitors.js";
import { nameOf, platformLabels } from "./names.js";
import type { DynamoPlatformProps } from "./props.js";
import { renderManagerRbac, renderServiceAccounts, renderWorkloadRbac } from "./rbac.js";
import { type ResolvedPlatform, resolvePlatform } from "./resolve.js";
import {
  renderDisruptionBudget,
  renderMetricsService,
  renderNetworkPolicy,
  renderWebhookService,
} from "./services.js";
import { renderWebhooks } from "./webhooks.js";

/** What the operator consists of. */
export interface PlatformObjects {
  readonly namespace: RenderedObject | undefined;
  readonly serviceAccounts: readonly RenderedObject[];
  /** Roles and bindings of the operator. */
  readonly rbac: readonly RenderedObject[];
  /** Roles of planners, endpoint pickers and profiling jobs. */
  readonly workloadRbac: readonly RenderedObject[];
  readonly configMap: RenderedObject;
  /** Issuers and certificates of cert-manager. */
  readonly certificates: readonly RenderedObject[];
  readonly webhookService: RenderedObject;
  readonly metricsService: RenderedObject | undefined;
  readonly deployment: RenderedObject;
  readonly disruptionBudget: RenderedObject | undefined;
  readonly networkPolicy: RenderedObject | undefined;
  readonly webhooks: readonly RenderedObject[];
  /** ServiceMonitor and PodMonitors. */
  readonly monitors: readonly RenderedObject[];
  /** Queues of KAI Scheduler. */
  readonly queues: readonly RenderedObject[];
}

/**
 * Every object of the operator as plain data, in the order in which they are applied: for whoever
 * writes them without cdk8s.
 *
 * Findings about the props come from {@link checkPlatform}.
 */
export function platformObjects(props: DynamoPlatformProps = {}): readonly RenderedObject[] {
  return Object.values(renderPlatform(resolvePlatform(props)))
    .flat()
    .filter((object) => object !== undefined);
}

/** Renders the operator. */
export function renderPlatform(platform: ResolvedPlatform): PlatformObjects {
  const { monitoring, networkPolicy, replicas } = platform;
  const config = renderConfigText(platform);
  return {
    namespace: platform.createNamespace ? renderNamespace(platform) : undefined,
    serviceAccounts: renderServiceAccounts(platform),
    rbac: renderManagerRbac(platform),
    workloadRbac: renderWorkloadRbac(platform),
    configMap: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: {
        name: nameOf(platform, "config"),
        namespace: platform.namespace,
        labels: platformLabels(platform, "manager"),
      },
      data: { "config.yaml": config },
    },
    certificates: renderWebhookCertificates(platform),
    webhookService: renderWebhookService(platform),
    metricsService: monitoring.metricsService ? renderMetricsService(platform) : undefined,
    deployment: renderDeployment(platform, config),
    disruptionBudget: replicas > 1 ? renderDisruptionBudget(platform) : undefined,
    networkPolicy:
      networkPolicy === undefined ? undefined : renderNetworkPolicy(platform, networkPolicy),
    webhooks: renderWebhooks(platform),
    monitors: [
      ...(monitoring.serviceMonitor ? [renderServiceMonitor(platform)] : []),
      ...(monitoring.podMonitors === false ? [] : renderPodMonitors(platform)),
    ],
    queues: platform.kaiScheduler !== "off" && platform.kaiQueues ? renderDynamoKaiQueues() : [],
  };
}

/** The operator fits the level `restricted`, as our NATS and etcd do; what the chart brings along does not. */
export function renderNamespace(platform: ResolvedPlatform): RenderedObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: platform.namespace,
      namespace: undefined,
      labels: {
        ...platformLabels(platform, "manager"),
        ...(bundledParts(platform).length === 0
          ? { "pod-security.kubernetes.io/enforce": "restricted" }
          : {}),
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  };
}
