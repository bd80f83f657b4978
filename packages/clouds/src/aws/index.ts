// SPDX-License-Identifier: Apache-2.0
/** @module Components of Amazon Web Services: network, cluster, identities, nodes, storage. */
export type * from "./cluster/props.js";
export type { AwsComponentProps, Removal, Tags } from "./component-props.js";
export type * from "./identity/props.js";
export { existingNetwork } from "./network/existing.js";
export { Network } from "./network/network.js";
export type * from "./network/props.js";
export type * from "./nodes/props.js";
export type * from "./storage/props.js";
