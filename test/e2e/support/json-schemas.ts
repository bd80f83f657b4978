// SPDX-License-Identifier: Apache-2.0
/** @module JSON Schemas of the kinds that an API server serves, closed to unknown fields, for tools that work offline. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient, Json, KubernetesObject } from "./api-client.js";
import { until } from "./program.js";

interface KindName {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Where a schema lies below its folder, in the words that kubeconform has for it. */
export const schemaLocation = "{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json";

/** Writes the schemas of the kinds that some objects are of. */
export async function writeJsonSchemas(
  client: ApiClient,
  folder: string,
  objects: readonly KubernetesObject[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const apiVersion of new Set(objects.map((object) => object.apiVersion))) {
    const path = apiVersion.includes("/") ? `apis/${apiVersion}` : `api/${apiVersion}`;
    await until(`the OpenAPI of ${apiVersion}`, 60, async () => {
      const { paths } = await client.get("/openapi/v3");
      return path in Object(paths);
    });
    const { components } = (await client.get(`/openapi/v3/${path}`)) as {
      readonly components: { readonly schemas: Readonly<Record<string, Json>> };
    };
    const closed = { schemas: mapValues(components.schemas, close) };
    for (const [name, schema] of Object.entries(components.schemas)) {
      for (const { group, version, kind } of kindsOf(schema)) {
        // kubeconform takes what stands before a slash for the group, so the core group is called v1.
        const file = `${group === "" ? version : group}_${version}_${kind.toLowerCase()}.json`;
        const document = { $ref: `#/components/schemas/${name}`, components: closed };
        writeFileSync(join(folder, file), JSON.stringify(document));
      }
    }
  }
}

function kindsOf(schema: Json): readonly KindName[] {
  return (schema["x-kubernetes-group-version-kind"] ?? []) as readonly KindName[];
}

/** An object with fields takes no others, unless it says so. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== "object" || value === null) return value;
  const copy = mapValues(value as Json, close);
  const isOpen = copy["x-kubernetes-preserve-unknown-fields"] === true;
  if (typeof copy.properties !== "object" || "additionalProperties" in copy || isOpen) return copy;
  return copy.type === "object" ? { ...copy, additionalProperties: false } : copy;
}

function mapValues(record: Json, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
