// SPDX-License-Identifier: Apache-2.0
/** @module Objects that have the fields of their kind, so that reading them is no guesswork. */
import { checkSchema } from "@dynamo-iac/constructs/api";
import type { Finding, FindingCode } from "@dynamo-iac/constructs/facts";
import type { SourceObject } from "./documents.js";

/** Wrong types and missing fields; with these an object says nothing that can be relied on. */
const unreadable: ReadonlySet<FindingCode> = new Set(["DYN-API-002", "DYN-API-006"]);

/** What makes the objects unreadable; empty when they can be converted. */
export function unreadableFields(
  objects: readonly SourceObject[],
): readonly (readonly Finding[])[] {
  return objects.map(({ value }) => checkSchema(value).filter(({ code }) => unreadable.has(code)));
}
