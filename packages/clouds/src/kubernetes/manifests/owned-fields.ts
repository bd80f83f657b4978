// SPDX-License-Identifier: Apache-2.0
/** @module Fields that another writer owns: Pulumi neither sets them back nor fights for them in server-side apply. */
import { at, entries, has, items, text } from "@dynamo-iac/constructs/api";
import type { Manifest } from "./manifest.js";

/** What scales others, as `kind namespace name` of the target. */
export type ScaledTargets = ReadonlySet<string>;

/** The targets of all autoscalers in a set. */
export function scaledTargets(objects: readonly Manifest[]): ScaledTargets {
  const scalers = objects.filter(
    ({ kind }) => kind === "HorizontalPodAutoscaler" || kind === "ScaledObject",
  );
  return new Set(
    scalers.map((scaler) => {
      const target = at(scaler, "spec", "scaleTargetRef");
      return targetKey(
        text(at(target, "kind")) ?? "Deployment",
        scaler.metadata?.namespace,
        text(at(target, "name")),
      );
    }),
  );
}

/** Paths for `ignoreChanges`; only fields that the object sets, or that somebody else is known to fill in. */
export function ownedFields(object: Manifest, targets: ScaledTargets): readonly string[] {
  return [...replicas(object, targets), ...caBundles(object)];
}

function targetKey(kind: string, namespace: string | undefined, name: string | undefined): string {
  return `${kind} ${namespace ?? ""} ${name ?? ""}`;
}

function replicas(object: Manifest, targets: ScaledTargets): readonly string[] {
  if (object.kind === "DynamoGraphDeployment")
    return [...betaReplicas(object), ...alphaReplicas(object)];
  const { kind, metadata } = object;
  const scaled = targets.has(targetKey(kind, metadata?.namespace, metadata?.name));
  return scaled && has(object, "spec", "replicas") ? ["spec.replicas"] : [];
}

/** The adapter of a component, whoever drives it, writes the replicas into the graph. */
function betaReplicas(object: Manifest): readonly string[] {
  return items(at(object, "spec", "components")).flatMap((component, position) =>
    has(component, "scalingAdapter") && has(component, "replicas")
      ? [`spec.components[${position}].replicas`]
      : [],
  );
}

function alphaReplicas(object: Manifest): readonly string[] {
  return entries(at(object, "spec", "services")).flatMap(([name, service]) =>
    at(service, "scalingAdapter", "enabled") === true && has(service, "replicas")
      ? [`spec.services[${JSON.stringify(name)}].replicas`]
      : [],
  );
}

/** The certificate authority is written by cert-manager, or by the operator itself. */
function caBundles(object: Manifest): readonly string[] {
  const open = (client: unknown) =>
    client !== undefined && has(client, "service") && !has(client, "caBundle");
  const webhooks = items(at(object, "webhooks")).flatMap((webhook, position) =>
    open(at(webhook, "clientConfig")) ? [`webhooks[${position}].clientConfig.caBundle`] : [],
  );
  const conversion = open(at(object, "spec", "conversion", "webhook", "clientConfig"))
    ? ["spec.conversion.webhook.clientConfig.caBundle"]
    : [];
  const api = object.kind === "APIService" && open(at(object, "spec")) ? ["spec.caBundle"] : [];
  return [...webhooks, ...conversion, ...api];
}
