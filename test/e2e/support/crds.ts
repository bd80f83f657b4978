// SPDX-License-Identifier: Apache-2.0
/** @module The definitions that the test clusters serve. */
import { readFileSync } from "node:fs";
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

/**
 * A definition of one version of a cluster-wide kind, made of its JSON schema: for projects of which
 * only that can be had. It has no defaults and no validation beyond the schema.
 */
export function definitionFrom(
  group: string,
  version: string,
  kind: string,
  plural: string,
): KubernetesObject {
  const file = shared(`crds/third-party/${group}/${kind.toLowerCase()}_${version}.json`);
  if (file === undefined) throw new Error(`no schema of ${kind}`);
  const openAPIV3Schema = JSON.parse(readFileSync(file, "utf8"));
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name: `${plural}.${group}`,
      // Kubernetes wants a word about kinds in its own groups.
      annotations: { "api-approved.kubernetes.io": "unapproved, for a test" },
    },
    spec: {
      group,
      names: { kind, plural, singular: kind.toLowerCase() },
      scope: "Cluster",
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", ...openAPIV3Schema } },
        },
      ],
    },
  };
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
