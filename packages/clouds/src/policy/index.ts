// SPDX-License-Identifier: Apache-2.0
/** @module The rules of the offline plan as a Pulumi policy pack. */
export { type PackOptions, policies, policyPack } from "./pack.js";
