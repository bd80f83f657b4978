// SPDX-License-Identifier: Apache-2.0
/** @module Graph manifests as people write them pass the schema, and break only rules of 1.4. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRules, checkSchema } from "@dynamo-iac/constructs/api";
import { blocking } from "@dynamo-iac/constructs/facts";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";

const folder = shared("conformance/dgd");
const files = folder === undefined ? [] : readdirSync(folder);
const read = (file: string) => loadAll(readFileSync(join(folder ?? "", file), "utf8"));

describe.skipIf(folder === undefined)("manifests of the conformance set", () => {
  it.each(files)("%s passes the schema", (file) => {
    expect(read(file).flatMap((object) => checkSchema(object))).toEqual([]);
  });

  // Images tagged my-tag are examples to be filled in: the 1.4 webhook refuses them without an override.
  it.each(files)("%s breaks no rule but the one about image tags", (file) => {
    const found = read(file).flatMap((object) => blocking(checkRules(object)));
    expect(found.filter(({ code }) => code !== "DYN-API-051")).toEqual([]);
  });
});
