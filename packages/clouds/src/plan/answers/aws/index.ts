// SPDX-License-Identifier: Apache-2.0
/** @module What AWS would say, made up: no plan depends on an account. */
import type { CloudAnswers } from "../answers.js";
import { awsFunctions } from "./functions.js";
import { awsValues } from "./values.js";

/** Answers of AWS. */
export const awsAnswers: CloudAnswers = {
  provider: "aws",
  functions: awsFunctions,
  computed: awsValues,
};
