// SPDX-License-Identifier: Apache-2.0
/** @module The real CRDs as JSON Schema validators that refuse unknown fields. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { load } from "js-yaml";

type Schema = { [key: string]: unknown };

interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: Schema };
    }[];
  };
}

/** Validators by `apiVersion/kind` of all CRDs in a folder. */
export function crdValidators(folder: string): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validators = new Map<string, ValidateFunction>();
  for (const file of readdirSync(folder)) {
    const { spec } = load(readFileSync(join(folder, file), "utf8")) as CustomResourceDefinition;
    for (const { name, schema } of spec.versions) {
      validators.set(
        `${spec.group}/${name}/${spec.names.kind}`,
        ajv.compile(closed(schema.openAPIV3Schema)),
      );
    }
  }
  return validators;
}

/** A validator of one JSON Schema file, such as those of other projects' kinds. */
export function schemaValidator(file: string): ValidateFunction {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  });
  return ajv.compile(closed(JSON.parse(readFileSync(file, "utf8")) as Schema));
}

/** What the API server means by the schema, in JSON Schema: unknown fields are an error, not pruned. */
function closed(schema: Schema, key = ""): Schema {
  if (schema["x-kubernetes-int-or-string"] === true) return { type: ["integer", "string"] };
  const result: Schema = { ...schema };
  const { properties, items, additionalProperties } = schema;
  if (isSchema(properties)) {
    result.properties = Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, closed(field as Schema, name)]),
    );
    // The API server itself knows the fields of metadata.
    if (schema["x-kubernetes-preserve-unknown-fields"] !== true && key !== "metadata") {
      result.additionalProperties = false;
    }
  }
  // JavaScript has no flags inside of a pattern; without this one the pattern is stricter.
  if (typeof schema.pattern === "string") result.pattern = schema.pattern.replace(/^\(\?i\)/, "");
  if (isSchema(items)) result.items = closed(items);
  if (isSchema(additionalProperties)) result.additionalProperties = closed(additionalProperties);
  return result;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
