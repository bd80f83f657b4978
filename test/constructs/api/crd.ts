// SPDX-License-Identifier: Apache-2.0
/** @module The CRDs of Dynamo 1.4, for tests that compare with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { shared } from "../../support/shared.js";

/** A node of an OpenAPI schema, as CRDs write it. */
export interface CrdSchema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, CrdSchema>>;
  readonly items?: CrdSchema;
  readonly additionalProperties?: CrdSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly allOf?: readonly { readonly enum: readonly string[] }[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-validations"?: readonly {
    readonly rule: string;
    readonly message: string;
  }[];
}

/** One kind in one version. */
export interface CrdVersion {
  readonly kind: string;
  readonly plural: string;
  readonly shortNames: readonly string[];
  readonly scope: string;
  readonly version: string;
  readonly deprecated: boolean;
  readonly schema: CrdSchema;
}

interface Crd {
  readonly spec: {
    readonly names: {
      readonly kind: string;
      readonly plural: string;
      readonly shortNames: readonly string[];
    };
    readonly scope: string;
    readonly versions: readonly {
      readonly name: string;
      readonly deprecated?: boolean;
      readonly schema: { readonly openAPIV3Schema: CrdSchema };
    }[];
  };
}

const folder = shared("crds/dynamo-1.4");

/** Every kind in every version; empty when the CRDs are not there. */
export const crdVersions: readonly CrdVersion[] =
  folder === undefined
    ? []
    : readdirSync(folder).flatMap((file) => {
        const { spec } = load(readFileSync(join(folder, file), "utf8")) as Crd;
        const { kind, plural, shortNames } = spec.names;
        return spec.versions.map(({ name, deprecated, schema }) => ({
          kind,
          plural,
          shortNames,
          scope: spec.scope,
          version: name,
          deprecated: deprecated ?? false,
          schema: schema.openAPIV3Schema,
        }));
      });
