// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a volume, and the numbers that follow from product, tier and size. */
import type { Size } from "cdk8s";
import {
  type AccessMode,
  findModel,
  nextSize,
  type Quantity,
  quantityValue,
  type StorageProduct,
  type StorageTier,
  storageProducts,
  storageTier,
  sumOfParts,
  type Throughput,
} from "../facts/index.js";
import type { Backing } from "./backing.js";
import type { HeldModel, PoolZones, VolumeProps } from "./volume-props.js";

/** Room that a volume has beside its models, as a part of them. @see the reference's sizing rule: 1.2 to 1.5 times */
export const headroom = 1.3;

/** What a construct is and what it needs by default. */
export interface VolumeKind {
  /** Name of the construct, as findings print it. */
  readonly construct:
    | "ModelCache"
    | "CompilationCache"
    | "CheckpointStorage"
    | "PerfCache"
    | "ModelExpress";
  /** Value of the label `app.kubernetes.io/name`. */
  readonly app: string;
  readonly size?: Quantity | undefined;
  /** True when a bucket behind a file interface will not do. */
  readonly needsPosix: boolean;
  /** True when pods on several nodes mount it. */
  readonly shared: boolean;
}

/** A volume with everything said. */
export interface ResolvedVolume {
  readonly kind: VolumeKind;
  readonly name: string;
  /** Undefined when neither props nor chart say it. */
  readonly namespace: string | undefined;
  readonly backing: Backing;
  readonly product: StorageProduct | undefined;
  /** Undefined when nothing is known of the product, or it has no such tier. */
  readonly tier: StorageTier | undefined;
  /** As it is written. */
  readonly size: Quantity | undefined;
  /** NaN when the size is no quantity. */
  readonly sizeGiB: number;
  readonly accessMode: AccessMode;
  /** True when the user chose the access mode. */
  readonly chosenMode: boolean;
  readonly zone: string | undefined;
  readonly zonal: boolean;
  readonly pools: readonly PoolZones[];
  readonly reclaimPolicy: "Retain" | "Delete";
  readonly throughput: Throughput | undefined;
  readonly development: boolean;
  /** Bytes of the models that it will hold; undefined when none is known. */
  readonly modelBytes: number | undefined;
}

/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
export function resolveVolume(
  kind: VolumeKind,
  id: string,
  namespace: string | undefined,
  props: VolumeProps & { readonly models?: readonly HeldModel[] | undefined },
  backing: Backing,
): ResolvedVolume {
  const product = backing.product === undefined ? undefined : storageProducts[backing.product];
  const tier = product === undefined ? undefined : storageTier(product, backing.tier);
  const modelBytes = bytesOf(props.models ?? []);
  const size = quantityOf(props.size) ?? kind.size ?? sizeFor(modelBytes, product, tier);
  const sizeGiB = size === undefined ? Number.NaN : quantityValue(size) / 2 ** 30;
  const development = props.development ?? false;
  return {
    kind,
    name: backing.provision.kind === "claim" ? backing.provision.claimName : (props.name ?? id),
    namespace: props.namespace ?? namespace,
    backing,
    product,
    tier,
    size,
    sizeGiB,
    accessMode:
      props.accessMode ?? backing.accessMode ?? (kind.shared ? "ReadWriteMany" : "ReadWriteOnce"),
    chosenMode: props.accessMode !== undefined,
    zone: props.zone ?? backing.zone,
    zonal: tier?.zonal ?? false,
    pools: (props.pools ?? []).map((each) => ("pool" in each ? each.pool : each)),
    reclaimPolicy: props.reclaimPolicy ?? (development ? "Delete" : "Retain"),
    throughput: throughputOf(props.throughputMBps, backing, tier, sizeGiB),
    development,
    modelBytes,
  };
}

/** A size as Kubernetes writes it. */
export function quantityOf(size: Quantity | Size | undefined): Quantity | undefined {
  if (size === undefined || typeof size === "string" || typeof size === "number") return size;
  const kibibytes = size.toKibibytes();
  const gibibytes = kibibytes / 2 ** 20;
  return Number.isInteger(gibibytes) ? `${gibibytes}Gi` : `${kibibytes}Ki`;
}

function bytesOf(models: readonly HeldModel[]): number | undefined {
  const known = models
    .map((model) => (typeof model === "string" ? findModel(model) : model))
    .filter((model) => model !== undefined);
  return known.length === 0
    ? undefined
    : known.reduce((sum, model) => sum + sumOfParts(model.bytes), 0);
}

/** The provider's smallest size with room for the models; any where sizes mean nothing. */
function sizeFor(
  modelBytes: number | undefined,
  product: StorageProduct | undefined,
  tier: StorageTier | undefined,
): Quantity | undefined {
  if (modelBytes === undefined) return product?.sized === false ? "1Ti" : undefined;
  const least = Math.ceil((modelBytes * headroom) / 2 ** 30);
  const size = nextSize(tier?.sizes ?? [], least);
  return size === undefined ? undefined : `${size}Gi`;
}

function throughputOf(
  totalMBps: number | undefined,
  backing: Backing,
  tier: StorageTier | undefined,
  sizeGiB: number,
): Throughput | undefined {
  const own = backing.throughput ?? (sizeGiB > 0 ? tier?.throughput(sizeGiB) : undefined);
  return totalMBps === undefined ? own : { ...own, totalMBps };
}
