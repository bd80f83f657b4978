// SPDX-License-Identifier: Apache-2.0
/** @module The definitions that the test clusters serve. */
import { findCrds } from "../../../tools/src/e2e/crds.js";
import { shared } from "../../support/shared.js";
import type { KubernetesObject } from "./api-client.js";
import { readManifests, yamlFiles } from "./manifests.js";

/** A version of `nvidia.com`. */
export type DynamoVersion = "v1alpha1" | "v1beta1";

interface CrdSpec {
  readonly group: string;
  readonly names: { readonly kind: string };
  readonly versions: readonly { readonly name: string }[];
  readonly conversion?: unknown;
}

/** Folder of the CRDs of Dynamo; undefined in a clone without them. */
export const dynamoCrds = shared("crds/dynamo-1.4");

/** Projects whose modules cannot be had; what is in a module too is taken from there. */
const rest = shared("crds/third-party/crd-yaml");

/** The definitions of Dynamo, each in one version. */
export function dynamoDefinitions(version: DynamoVersion): readonly KubernetesObject[] {
  return definitionsIn(dynamoCrds).map((crd) => inOneVersion(crd, version));
}

/** The definitions of other projects that some objects are of. */
export function definitionsOf(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const kinds = new Set(
    objects.map(({ apiVersion, kind }) => `${apiVersion.split("/")[0]}/${kind}`),
  );
  const found = [...definitionsIn(rest), ...definitionsIn(findCrds())]
    .filter(({ spec }) => kinds.has(`${(spec as CrdSpec).group}/${(spec as CrdSpec).names.kind}`))
    .map((crd): [string, KubernetesObject] => [crd.metadata.name, crd]);
  return [...new Map(found).values()];
}

function definitionsIn(folder: string | undefined): readonly KubernetesObject[] {
  if (folder === undefined) return [];
  const objects = yamlFiles(folder).flatMap((file) => readManifests(file));
  return objects.filter(({ kind }) => kind === "CustomResourceDefinition");
}

/**
 * A copy that serves and stores one version, or all that it has when it lacks that one.
 *
 * The two versions of a kind differ in shape, and only the operator's webhook converts between them.
 */
function inOneVersion(crd: KubernetesObject, version: DynamoVersion): KubernetesObject {
  const { conversion: _webhook, versions, ...spec } = crd.spec as CrdSpec;
  const wanted = versions.filter(({ name }) => name === version);
  const served =
    wanted.length === 0 ? versions : wanted.map((each) => ({ ...each, storage: true }));
  return { ...crd, spec: { ...spec, versions: served } };
}
