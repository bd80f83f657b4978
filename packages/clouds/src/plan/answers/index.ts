// SPDX-License-Identifier: Apache-2.0
/** @module The tables of answers, one per provider. A new cloud adds its table here. */
import type { CloudAnswers } from "./answers.js";
import { awsAnswers } from "./aws/index.js";
import { kubernetesAnswers } from "./kubernetes.js";

/** All tables. */
export const cloudAnswers: readonly CloudAnswers[] = [awsAnswers, kubernetesAnswers];
