// SPDX-License-Identifier: Apache-2.0
/** @module Storage for model weights: products, tiers, sizes, throughput. */
export type {
  AccessMode,
  SizeRange,
  StorageProduct,
  StorageProductName,
  StorageTier,
  Throughput,
} from "./product.js";
export {
  hyperdiskMlThroughput,
  productOfDriver,
  storageProducts,
  storageTier,
} from "./products.js";
export { nextSize, offersSize } from "./sizes.js";
