// SPDX-License-Identifier: Apache-2.0
/** @module The one table of finding codes, by area. */
import { apiCodes } from "./api.js";
import { awsCodes } from "./aws.js";
import { awsServicesCodes } from "./aws-services.js";
import { cloudCodes } from "./cloud.js";
import { clusterCodes } from "./cluster.js";
import { composeCodes } from "./compose.js";
import { containerCodes } from "./container.js";
import { conversionCodes } from "./conversion.js";
import { costCodes } from "./cost.js";
import { environmentCodes } from "./environment.js";
import { memoryCodes } from "./memory.js";
import { nodeCodes } from "./nodes.js";
import { orchestrationCodes } from "./orchestration.js";
import { placementCodes } from "./placement.js";
import { platformDataCodes } from "./platform-data.js";
import { platformOperatorCodes } from "./platform-operator.js";
import { servingCodes } from "./serving.js";
import { startupCodes } from "./startup.js";
import { storageCodes } from "./storage.js";
import { transportCodes } from "./transport.js";

export type { CodeFacts } from "./code.js";

/** Every finding code: `DYN-<AREA>-<number>`. */
export const codes = {
  ...apiCodes,
  ...conversionCodes,
  ...servingCodes,
  ...containerCodes,
  ...clusterCodes,
  ...orchestrationCodes,
  ...composeCodes,
  ...platformDataCodes,
  ...platformOperatorCodes,
  ...placementCodes,
  ...nodeCodes,
  ...memoryCodes,
  ...transportCodes,
  ...costCodes,
  ...startupCodes,
  ...cloudCodes,
  ...awsCodes,
  ...storageCodes,
  ...awsServicesCodes,
  ...environmentCodes,
} as const;

/** A code of the table. */
export type FindingCode = keyof typeof codes;
