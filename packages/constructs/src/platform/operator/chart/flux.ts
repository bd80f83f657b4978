// SPDX-License-Identifier: Apache-2.0
/** @module The platform's chart as objects of Flux. */
import type { RenderedObject } from "../../rendered.js";
import { renderNamespace } from "../objects.js";
import type { DynamoPlatformProps } from "../props.js";
import { type ResolvedPlatform, resolvePlatform } from "../resolve.js";
import { renderWebhooks } from "../webhooks.js";
import { platformChart } from "./coordinates.js";
import { renderValues } from "./render-values.js";

/** How Flux installs the chart. */
export interface FluxOptions {
  /** Namespace of the Flux objects. @default - the namespace of the platform */
  readonly fluxNamespace?: string | undefined;
  /** Where the chart is: a classic repository, `https://`, or a copy in a registry, `oci://`. @default "https://helm.ngc.nvidia.com/nvidia/ai-dynamo" */
  readonly chartRepository?: string | undefined;
  /** Secret with the credentials of that repository, in the namespace of the Flux objects. @default - none */
  readonly repositorySecretName?: string | undefined;
  /** How often Flux compares, such as `10m`. @default "10m" */
  readonly interval?: string | undefined;
  /** How long an installation may take, the first pull of the image included. @default "15m" */
  readonly timeout?: string | undefined;
  /** HelmReleases that have to be ready before: cert-manager, the Prometheus operator, Grove. @default - none */
  readonly dependsOn?: readonly FluxReference[] | undefined;
}

/** A HelmRelease. */
export interface FluxReference {
  readonly name: string;
  /** @default - the namespace of the Flux objects */
  readonly namespace?: string | undefined;
}

/**
 * The platform as a HelmRelease and the source of its chart, and its namespace if it is to be made.
 *
 * Findings about the props come from `checkPlatform(props, "chart")`.
 */
export function platformHelmRelease(
  props: DynamoPlatformProps = {},
  flux: FluxOptions = {},
): readonly RenderedObject[] {
  return renderFlux(resolvePlatform(props), flux);
}

/** The same, of settings whose namespace is known. */
export function renderFlux(
  platform: ResolvedPlatform,
  flux: FluxOptions,
): readonly RenderedObject[] {
  const namespace = flux.fluxNamespace ?? platform.namespace;
  const own = platform.createNamespace && namespace === platform.namespace;
  return [
    ...(own ? [renderNamespace(platform)] : []),
    source(platform, namespace, flux),
    {
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      metadata: { name: platform.releaseName, namespace, labels: undefined },
      spec: {
        releaseName: platform.releaseName,
        targetNamespace: platform.namespace,
        // Beside the objects, where a plain `helm` looks for it.
        storageNamespace: platform.namespace,
        interval: flux.interval ?? "10m",
        timeout: flux.timeout ?? "15m",
        dependsOn: flux.dependsOn?.map(({ name, namespace: of }) => ({ name, namespace: of })),
        ...chartOf(platform, flux),
        install: {
          createNamespace: platform.createNamespace && !own,
          remediation: { retries: 3 },
        },
        upgrade: {
          cleanupOnFail: true,
          // Bundled Grove and KAI Scheduler bring their CRDs in the chart, which Helm never upgrades.
          crds: "CreateReplace",
          remediation: { retries: 3, remediateLastFailure: true },
        },
        driftDetection: { mode: "enabled", ignore: ignoredDrift(platform) },
        values: renderValues(platform),
      },
    },
  ];
}

function isOci(flux: FluxOptions): boolean {
  return flux.chartRepository?.startsWith("oci://") ?? false;
}

function source(platform: ResolvedPlatform, namespace: string, flux: FluxOptions): RenderedObject {
  const chart = platformChart(platform);
  const url = flux.chartRepository ?? chart.repository;
  const secretRef =
    flux.repositorySecretName === undefined ? undefined : { name: flux.repositorySecretName };
  const metadata = { name: platform.releaseName, namespace, labels: undefined };
  const spec = { interval: flux.interval ?? "10m", secretRef };
  return isOci(flux)
    ? {
        apiVersion: "source.toolkit.fluxcd.io/v1",
        kind: "OCIRepository",
        metadata,
        spec: { ...spec, url: `${trimmed(url)}/${chart.name}`, ref: { tag: chart.version } },
      }
    : {
        apiVersion: "source.toolkit.fluxcd.io/v1",
        kind: "HelmRepository",
        metadata,
        spec: { ...spec, url },
      };
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, "");
}

function chartOf(platform: ResolvedPlatform, flux: FluxOptions): object {
  const { name, version } = platformChart(platform);
  if (isOci(flux)) return { chartRef: { kind: "OCIRepository", name: platform.releaseName } };
  const sourceRef = { kind: "HelmRepository", name: platform.releaseName };
  return { chart: { spec: { chart: name, version, sourceRef } } };
}

/** The authority is written into the webhooks at run time, by the operator or by cert-manager. */
function ignoredDrift(platform: ResolvedPlatform): readonly object[] | undefined {
  if (platform.webhooks.certificates.kind === "secret") return undefined;
  return renderWebhooks(platform).map(({ kind, webhooks = [] }) => ({
    paths: webhooks.map((_, at) => `/webhooks/${at}/clientConfig/caBundle`),
    target: { kind },
  }));
}
