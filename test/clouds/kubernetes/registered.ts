// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects as a program registers them, and what they wait for. */
import { type Manifest, Manifests, type OrderedManifest } from "@dynamo-iac/clouds/kubernetes";
import type { PlannedResource } from "@dynamo-iac/clouds/plan";
import type * as pulumi from "@pulumi/pulumi";
import { planOf, type TestRun, testProvider } from "../../support/clouds/record.js";

export type Loose = Manifest & Readonly<Record<string, unknown>>;

export function object(
  kind: string,
  name: string,
  rest: Readonly<Record<string, unknown>> = {},
  apiVersion = "v1",
  namespace: string | undefined = "ai",
): Loose {
  const metadata = namespace === undefined ? { name } : { name, namespace };
  return { apiVersion, kind, metadata, ...rest };
}

export async function manifestsPlan(
  manifests: () => readonly (Manifest | OrderedManifest)[],
  run: TestRun = {},
  opts: () => pulumi.ComponentResourceOptions = () => ({}),
) {
  return planOf(() => {
    new Manifests("m", { manifests: manifests() }, { provider: testProvider(), ...opts() });
  }, run);
}

/** Names of the Kubernetes objects that a resource waits for. */
export function waits(resource: PlannedResource): readonly string[] {
  return resource.dependsOn.map((urn) => urn.split("::")[3] ?? "");
}

export const deployment = (name: string, pod: object = {}, labels = { app: name }) =>
  object(
    "Deployment",
    name,
    { spec: { replicas: 2, template: { metadata: { labels }, spec: pod } } },
    "apps/v1",
  );

/** Names in the order in which a plan lists dependencies. */
export function byUrn(plan: { readonly resources: readonly PlannedResource[] }) {
  const urn = (name: string) => plan.resources.find((one) => one.name === name)?.urn ?? name;
  return (a: string, b: string) => (urn(a) < urn(b) ? -1 : 1);
}
