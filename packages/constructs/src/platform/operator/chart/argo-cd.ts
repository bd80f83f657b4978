// SPDX-License-Identifier: Apache-2.0
/** @module The platform's chart as an Application of Argo CD. */
import type { RenderedObject } from "../../rendered.js";
import type { DynamoPlatformProps } from "../props.js";
import { type ResolvedPlatform, resolvePlatform } from "../resolve.js";
import { platformChart } from "./coordinates.js";
import { renderValues } from "./render-values.js";

/** How Argo CD installs the chart. */
export interface ArgoCdOptions {
  /** Namespace of the Application. @default "argocd" */
  readonly argoCdNamespace?: string | undefined;
  /** Project of Argo CD. @default "default" */
  readonly project?: string | undefined;
  /** Where the chart is: a classic repository, `https://`, or a copy in a registry, `oci://`. @default "https://helm.ngc.nvidia.com/nvidia/ai-dynamo" */
  readonly chartRepository?: string | undefined;
  /** API server of the cluster. @default "https://kubernetes.default.svc" */
  readonly destinationServer?: string | undefined;
  /**
   * Wave inside an application of applications: after cert-manager, Grove and the Prometheus
   * operator, before graphs, which are to have a higher number.
   *
   * @default -10
   */
  readonly syncWave?: number | undefined;
  /** Synchronizes by itself, removes what is gone, and mends what others changed. @default true */
  readonly automated?: boolean | undefined;
}

/**
 * The platform as an Application.
 *
 * Deleting the Application leaves the operator running, because it carries no finalizer: graphs
 * can only be deleted while their operator runs.
 *
 * Findings about the props come from `checkPlatform(props, "chart")`.
 */
export function platformApplication(
  props: DynamoPlatformProps = {},
  argoCd: ArgoCdOptions = {},
): RenderedObject {
  return renderApplication(resolvePlatform(props), argoCd);
}

/** The same, of settings whose namespace is known. */
export function renderApplication(
  platform: ResolvedPlatform,
  argoCd: ArgoCdOptions,
): RenderedObject {
  const chart = platformChart(platform);
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: {
      name: platform.releaseName,
      namespace: argoCd.argoCdNamespace ?? "argocd",
      labels: undefined,
      annotations: { "argocd.argoproj.io/sync-wave": String(argoCd.syncWave ?? -10) },
    },
    spec: {
      project: argoCd.project ?? "default",
      source: {
        // Argo CD names a registry without a scheme.
        repoURL: (argoCd.chartRepository ?? chart.repository).replace(/^oci:\/\//, ""),
        chart: chart.name,
        targetRevision: chart.version,
        helm: { releaseName: platform.releaseName, valuesObject: renderValues(platform) },
      },
      destination: {
        server: argoCd.destinationServer ?? "https://kubernetes.default.svc",
        namespace: platform.namespace,
      },
      ignoreDifferences: ignoredDifferences(platform),
      syncPolicy: {
        automated: argoCd.automated === false ? undefined : { prune: true, selfHeal: true },
        syncOptions: [
          ...(platform.createNamespace ? ["CreateNamespace=true"] : []),
          "ServerSideApply=true",
          // Otherwise a sync would write over what is ignored.
          "RespectIgnoreDifferences=true",
        ],
        retry: { limit: 5, backoff: { duration: "10s", factor: 2, maxDuration: "3m" } },
      },
    },
  };
}

/** The authority is written into the webhooks at run time, by the operator or by cert-manager. */
function ignoredDifferences(platform: ResolvedPlatform): readonly object[] | undefined {
  if (platform.webhooks.certificates.kind === "secret") return undefined;
  return ["Validating", "Mutating"].map((kind) => ({
    group: "admissionregistration.k8s.io",
    kind: `${kind}WebhookConfiguration`,
    jqPathExpressions: [".webhooks[]?.clientConfig.caBundle"],
  }));
}
