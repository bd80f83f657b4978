// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the API rules: schema, CEL and admission webhooks. */
import { componentCodes } from "./api-component.js";
import { graphCodes } from "./api-graph.js";
import { requestCodes } from "./api-request.js";
import { schemaCodes } from "./api-schema.js";
import { updateCodes } from "./api-update.js";

export const apiCodes = {
  ...schemaCodes,
  ...graphCodes,
  ...componentCodes,
  ...requestCodes,
  ...updateCodes,
} as const;
