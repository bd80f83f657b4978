// SPDX-License-Identifier: Apache-2.0
/** @module The published JSON Schemas of other projects' kinds as validators that refuse unknown fields. */
import { readFileSync } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv";
import { shared } from "./shared.js";

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const compiled = new Map<string, ValidateFunction>();

/** False in a clone without the reference material. */
export const hasThirdPartySchemas = shared("crds/third-party") !== undefined;

/** What the schema of an object's kind says against it; an error when there is no schema. */
export function schemaErrors(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): readonly string[] {
  const [group, version] = object.apiVersion.split("/");
  const path = `crds/third-party/${group}/${object.kind.toLowerCase()}_${version}.json`;
  const file = shared(path);
  if (file === undefined) throw new Error(`no schema ${path}`);
  const validate = compiled.get(file) ?? ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  compiled.set(file, validate);
  validate(object);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${object.kind} ${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}
