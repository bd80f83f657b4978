// SPDX-License-Identifier: Apache-2.0
/** @module IPv4 addresses, for everything that names networks. */
export {
  type Cidr,
  contains,
  formatCidr,
  isEverybody,
  isPrivate,
  overlaps,
  parseCidr,
  partOf,
  privateRanges,
  sizeOf,
} from "./block.js";
