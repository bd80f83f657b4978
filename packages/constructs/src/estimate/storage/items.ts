// SPDX-License-Identifier: Apache-2.0
/** @module Claims as items of the bill. */
import type { ClaimedVolume } from "./volumes.js";

/** Storage that is paid for by capacity. */
export interface StorageItem {
  readonly name: string;
  /** Kind of storage by which prices are given: a product such as `fsx-lustre`, or a storage class. */
  readonly kind: string;
  /** Class of the claim, whose price wins over that of the product. @default - the kind */
  readonly className?: string | undefined;
  readonly sizeGiB: number;
}

/** Every claim with its product, or its class where the product is not known. */
export function storageItems(volumes: readonly ClaimedVolume[]): readonly StorageItem[] {
  return volumes.map(({ claim, product, className, sizeGiB }) => ({
    name: claim,
    kind: product ?? className ?? "default",
    ...(product === undefined || className === undefined ? {} : { className }),
    sizeGiB,
  }));
}
