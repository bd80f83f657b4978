// SPDX-License-Identifier: Apache-2.0
/** @module The YAML of our examples, as `npm run synth` has rendered it. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import type { KubernetesObject } from "./api-client.js";
import { readManifests, yamlFiles } from "./manifests.js";

/** One rendered file of an example. */
export interface Example {
  /** Folder of the example. */
  readonly name: string;
  readonly file: string;
  readonly objects: readonly KubernetesObject[];
}

/** Every rendered file; without any, the tests would pass on nothing. */
export function renderedExamples(): readonly Example[] {
  const dist = resolve(__dirname, "../../../dist");
  const files = existsSync(dist) ? yamlFiles(dist) : [];
  if (files.length === 0) throw new Error("dist/ has no YAML; run `npm run synth`");
  return files.map((file) => ({
    name: basename(dirname(file)),
    file,
    objects: readManifests(file),
  }));
}

/** True for a graph in v1beta1, which is what we render. */
export function isGraph(
  object: KubernetesObject,
): object is KubernetesObject & DynamoGraphDeployment {
  return object.apiVersion === "nvidia.com/v1beta1" && object.kind === "DynamoGraphDeployment";
}

/** A Namespace for every namespace that objects are in and do not bring along: a chart may leave it to others. */
export function missingNamespaces(
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const own = objects
    .filter(({ kind }) => kind === "Namespace")
    .map(({ metadata }) => metadata.name);
  const used = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  return [...used]
    .filter((name) => !own.includes(name))
    .map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } }));
}

/** The same object, a graph with one more replica of its first component. */
export function withOneMoreReplica(object: KubernetesObject): KubernetesObject {
  if (!isGraph(object)) return object;
  const [first, ...others] = object.spec?.components ?? [];
  const grown = { ...first, replicas: (first?.replicas ?? 1) + 1 };
  return { ...object, spec: { ...object.spec, components: [grown, ...others] } };
}
