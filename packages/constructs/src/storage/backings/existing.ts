// SPDX-License-Identifier: Apache-2.0
/** @module Storage that somebody else looks after: a claim that exists, or a class of the cluster. */
import { builtInClasses } from "../../estimate/index.js";
import { type StorageProductName, storageProducts } from "../../facts/index.js";
import { type Backing, required } from "../backing.js";

/** A claim in the namespace of the graph. */
export interface ExistingClaimProps {
  readonly claimName: string;
}

/** A StorageClass of the cluster. */
export interface StorageClassProps {
  /** Name of the class. @default - the cluster's default class */
  readonly storageClassName?: string | undefined;
  /** What the class stands for, so that sizes are checked and throughput is known. @default - known for classes of AKS and GKE, else unknown */
  readonly product?: StorageProductName | undefined;
  /** Tier of that product. @default - its first */
  readonly tier?: string | undefined;
}

/** Mounts a claim that exists; nothing is rendered. */
export function existingClaim({ claimName }: ExistingClaimProps): Backing {
  return { provision: { kind: "claim", claimName }, problems: required({ claimName }) };
}

/** Claims from a class that the cluster has. */
export function storageClass(props: StorageClassProps = {}): Backing {
  const { storageClassName } = props;
  const known = props.product === undefined ? builtInClasses[storageClassName ?? ""] : undefined;
  const product = props.product ?? known?.product;
  return {
    provision: { kind: "class", storageClassName },
    product,
    tier: props.tier ?? known?.tier,
    layout: product === undefined || storageProducts[product].posix ? "hub" : "folder",
  };
}
