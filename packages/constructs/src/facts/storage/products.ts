// SPDX-License-Identifier: Apache-2.0
/** @module The table of storage products. */
import { type LustreTier, lustreTiers } from "../lustre.js";
import type { Cloud } from "../machines/index.js";
import type {
  SizeRange,
  StorageProduct,
  StorageProductName,
  StorageTier,
  Throughput,
} from "./product.js";

/** MiB/s as MB/s. */
const mebi = 1.048576;
const tib = 1024;

/** A product with one tier of any size. */
function tier(
  name: string,
  throughput: (sizeGiB: number) => Throughput | undefined,
  options: { readonly sizes?: readonly SizeRange[]; readonly zonal?: boolean } = {},
): StorageTier {
  return { name, throughput, sizes: options.sizes ?? [], zonal: options.zonal ?? false };
}

function lustre(cloud: Cloud): [StorageTier, ...StorageTier[]] {
  const [first, ...rest] = lustreTiers.filter((each) => each.cloud === cloud).map(lustreTier);
  if (first === undefined) throw new Error(`no Lustre tier of ${cloud}`);
  return [first, ...rest];
}

function lustreTier({ tier: name, mbpsPerTiB, minGiB, stepGiB, maxGiB }: LustreTier): StorageTier {
  const throughput = (sizeGiB: number) => ({ totalMBps: (sizeGiB / tib) * mbpsPerTiB });
  // The smallest size of FSx is half a step.
  const smallest = minGiB < stepGiB ? [{ minGiB, maxGiB: minGiB, stepGiB: minGiB }] : [];
  return tier(name, throughput, {
    sizes: [...smallest, { minGiB: stepGiB, maxGiB, stepGiB }],
    zonal: true,
  });
}

/** Buckets: as fast as the network of the machine that reads (unverified; quotas of the account apply). */
const bucket = (name: string) => tier(name, () => ({ totalMBps: Number.POSITIVE_INFINITY }));

/** Reads of Filestore, MiB/s per TiB of zonal instances. */
const filestoreRead = 260 * mebi;
const filestoreZonal = (sizeGiB: number) => ({ totalMBps: (sizeGiB / tib) * filestoreRead });

/** Provisioned v1: 100 MiB/s and a tenth of a MiB/s per GiB, in two parts that are rounded up each. */
function azureFiles(sizeGiB: number): Throughput {
  const mib = 100 + Math.ceil(0.04 * sizeGiB) + Math.ceil(0.06 * sizeGiB);
  return { totalMBps: Math.min(mib, 10_340) * mebi };
}

const filesSizes: readonly SizeRange[] = [{ minGiB: 100, maxGiB: 100 * tib, stepGiB: 1 }];

/** Every product, by its name. */
export const storageProducts: Readonly<Record<StorageProductName, StorageProduct>> = {
  efs: {
    name: "efs",
    title: "Amazon EFS",
    cloud: "aws",
    driver: "efs.csi.aws.com",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: false,
    tiers: [
      // 20 GiB/s is the smaller of the two regional limits; others have 60.
      tier("elastic", () => ({ totalMBps: 20 * 1024 * mebi, perMachineMBps: 1500 * mebi })),
      tier("bursting", () => undefined),
      tier("provisioned", () => undefined),
    ],
    source: "https://docs.aws.amazon.com/efs/latest/ug/performance.html",
  },
  "fsx-lustre": {
    name: "fsx-lustre",
    title: "FSx for Lustre",
    cloud: "aws",
    driver: "fsx.csi.aws.com",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tierParameter: "perUnitStorageThroughput",
    tiers: lustre("aws"),
    source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/performance.html",
  },
  s3: {
    name: "s3",
    title: "Amazon S3",
    cloud: "aws",
    driver: "s3.csi.aws.com",
    accessModes: ["ReadOnlyMany", "ReadWriteMany"],
    posix: false,
    sized: false,
    tiers: [bucket("standard")],
    source: "awslabs/mountpoint-s3-csi-driver docs/CONFIGURATION.md",
  },
  "azure-managed-lustre": {
    name: "azure-managed-lustre",
    title: "Azure Managed Lustre",
    cloud: "azure",
    driver: "azurelustre.csi.azure.com",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tierParameter: "sku-name",
    tiers: lustre("azure"),
    source: "kubernetes-sigs/azurelustre-csi-driver docs/driver-parameters.md",
  },
  "azure-files": {
    name: "azure-files",
    title: "Azure Files premium (NFS)",
    cloud: "azure",
    driver: "file.csi.azure.com",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tierParameter: "skuName",
    tiers: [
      tier("Premium_LRS", azureFiles, { sizes: filesSizes }),
      tier("Premium_ZRS", azureFiles, { sizes: filesSizes }),
    ],
    source: "https://learn.microsoft.com/azure/storage/files/understanding-billing",
  },
  "azure-blob": {
    name: "azure-blob",
    title: "Azure Blob Storage",
    cloud: "azure",
    driver: "blob.csi.azure.com",
    accessModes: ["ReadOnlyMany", "ReadWriteMany"],
    posix: false,
    sized: false,
    tiers: [bucket("blob")],
    source: "kubernetes-sigs/blob-csi-driver docs/driver-parameters.md",
  },
  "gcp-managed-lustre": {
    name: "gcp-managed-lustre",
    title: "Google Cloud Managed Lustre",
    cloud: "gcp",
    driver: "lustre.csi.storage.gke.io",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tierParameter: "perUnitStorageThroughput",
    tiers: lustre("gcp"),
    source: "https://cloud.google.com/managed-lustre/docs/create-instance",
  },
  filestore: {
    name: "filestore",
    title: "Filestore",
    cloud: "gcp",
    driver: "filestore.csi.storage.gke.io",
    accessModes: ["ReadWriteMany", "ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tierParameter: "tier",
    tiers: [
      tier("zonal", filestoreZonal, {
        zonal: true,
        sizes: [
          { minGiB: tib, maxGiB: 9.75 * tib, stepGiB: 256 },
          { minGiB: 10 * tib, maxGiB: 100 * tib, stepGiB: 2.5 * tib },
        ],
      }),
      // Its throughput is set apart from its size.
      tier("regional", () => undefined, {
        sizes: [
          { minGiB: 100, maxGiB: 10_239, stepGiB: 1 },
          { minGiB: 10 * tib, maxGiB: 100 * tib, stepGiB: 2.5 * tib },
        ],
      }),
      tier("enterprise", () => undefined, {
        sizes: [{ minGiB: tib, maxGiB: 10 * tib, stepGiB: 256 }],
      }),
      tier("premium", () => undefined, {
        zonal: true,
        sizes: [{ minGiB: 2.5 * tib, maxGiB: 63.9 * tib, stepGiB: 1 }],
      }),
    ],
    source: "https://docs.cloud.google.com/filestore/docs/service-tiers-zonal",
  },
  gcs: {
    name: "gcs",
    title: "Cloud Storage",
    cloud: "gcp",
    driver: "gcsfuse.csi.storage.gke.io",
    accessModes: ["ReadOnlyMany", "ReadWriteMany"],
    posix: false,
    sized: false,
    tiers: [bucket("standard")],
    source: "https://cloud.google.com/kubernetes-engine/docs (Cloud Storage FUSE CSI driver)",
  },
  "hyperdisk-ml": {
    name: "hyperdisk-ml",
    title: "Hyperdisk ML",
    cloud: "gcp",
    driver: "pd.csi.storage.gke.io",
    accessModes: ["ReadOnlyMany", "ReadWriteOnce"],
    posix: true,
    sized: true,
    tiers: [
      tier("hyperdisk-ml", () => undefined, {
        zonal: true,
        sizes: [{ minGiB: 4, maxGiB: 64 * tib, stepGiB: 1 }],
      }),
    ],
    source: "https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-ml",
  },
  nvme: {
    name: "nvme",
    title: "disks of the machine",
    cloud: undefined,
    driver: undefined,
    accessModes: ["ReadWriteOnce"],
    posix: true,
    sized: true,
    // Each machine reads its own disks, so nothing is shared; how fast they are is not known here.
    tiers: [tier("nvme", () => undefined, { zonal: false })],
    source: "the machine catalogue",
  },
};

/** Throughput that a Hyperdisk ML volume can be given, MiB/s. @see the product's source */
export const hyperdiskMlThroughput = { minMiBps: 400, maxMiBps: 1_200_000 } as const;

/** The product of a CSI driver; undefined for drivers that hold no weights as far as we know. */
export function productOfDriver(driver: string): StorageProduct | undefined {
  return Object.values(storageProducts).find((product) => product.driver === driver);
}

/** A tier of a product by its name; the product's first when none is named, undefined when there is no such. */
export function storageTier(product: StorageProduct, name?: string): StorageTier | undefined {
  return name === undefined
    ? product.tiers[0]
    : product.tiers.find((each) => each.name.toLowerCase() === name.toLowerCase());
}
