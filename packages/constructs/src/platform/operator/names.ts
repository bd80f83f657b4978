// SPDX-License-Identifier: Apache-2.0
/** @module Names and labels of the operator's objects: those of the chart. */

/** What the names depend on. */
export interface PlatformIdentity {
  readonly releaseName: string;
  readonly namespace: string;
  readonly version: string;
}

/** Part of an installation that an object belongs to. */
export type PlatformPart = "manager" | "rbac" | "webhook" | "metrics";

/** Start of every object's name, 63 characters at most: `dynamo-platform-dynamo-operator`. */
export function fullName(releaseName: string): string {
  const name = releaseName.includes(chartName) ? releaseName : `${releaseName}-${chartName}`;
  return name.slice(0, 63).replace(/-+$/, "");
}

const chartName = "dynamo-operator";

/** The name with something behind it: `dynamo-platform-dynamo-operator-config`. */
export function nameOf({ releaseName }: PlatformIdentity, suffix?: string): string {
  const name = fullName(releaseName);
  return suffix === undefined ? name : `${name}-${suffix}`;
}

/** The name of a cluster role that several installations may have beside one another. */
export function clusterNameOf(identity: PlatformIdentity, suffix: string): string {
  return nameOf(identity, `${identity.namespace}-${suffix}`);
}

/** Name of the operator's ServiceAccount, its Deployment, its disruption budget. */
export function managerName(identity: PlatformIdentity): string {
  return nameOf(identity, "controller-manager");
}

/** Name of the Service that the API server calls. */
export function webhookServiceName(identity: PlatformIdentity): string {
  return nameOf(identity, "webhook-service");
}

/** Labels by which the operator's pods are selected; a Deployment cannot change them. */
export function selectorLabels({
  releaseName,
}: PlatformIdentity): Readonly<Record<string, string>> {
  return {
    "control-plane": "controller-manager",
    "app.kubernetes.io/name": chartName,
    "app.kubernetes.io/instance": releaseName,
  };
}

/** Labels of an object. The operator looks for its webhook configurations by `part-of`. */
export function platformLabels(
  { releaseName, version }: PlatformIdentity,
  part: PlatformPart,
): Readonly<Record<string, string>> {
  return {
    "app.kubernetes.io/name": chartName,
    "app.kubernetes.io/instance": releaseName,
    "app.kubernetes.io/version": version,
    "app.kubernetes.io/managed-by": "dynamo-iac",
    "app.kubernetes.io/component": part,
    "app.kubernetes.io/created-by": chartName,
    "app.kubernetes.io/part-of": chartName,
  };
}
