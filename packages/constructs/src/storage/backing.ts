// SPDX-License-Identifier: Apache-2.0
/** @module What storage comes down to, whichever product it is: plain data that one renderer turns into objects. */
import type { Volume } from "../api/index.js";
import type { AccessMode, FindingCode, StorageProductName, Throughput } from "../facts/index.js";
import type { ModelCacheSource } from "../graph/index.js";

/** A volume that a driver makes when it is claimed. */
export interface DynamicProvision {
  readonly kind: "dynamic";
  /** Parameters of the StorageClass; those without a value are left out. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  /** Zonal storage waits for its first pod, so that it is made where the machines are. */
  readonly binding: "Immediate" | "WaitForFirstConsumer";
  /** True when the driver can enlarge a volume that is in use. */
  readonly expandable: boolean;
  /**
   * How the driver learns the zone: from the class's `allowedTopologies`, or from a parameter with the
   * number of the zone. @default - something else decides the zone
   */
  readonly zoneFrom?: "topology" | { readonly parameter: string } | undefined;
}

/** A file system, a share or a bucket that exists. */
export interface StaticProvision {
  readonly kind: "static";
  readonly volumeHandle: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** File system on a disk. @default - the product is a file system itself */
  readonly fsType?: string | undefined;
}

/** Where a volume comes from. */
export type Provision =
  | DynamicProvision
  | StaticProvision
  | { readonly kind: "claim"; readonly claimName: string }
  | { readonly kind: "class"; readonly storageClassName: string | undefined }
  | { readonly kind: "node"; readonly volume: Omit<Volume, "name"> }
  | { readonly kind: "stream"; readonly address: string };

/** Something that is wrong with a backing and that only the backing knows of. */
export interface BackingProblem {
  readonly code: FindingCode;
  /** Prop of the backing. */
  readonly field: string;
  readonly message: string;
  readonly fix: string;
}

/** A kind of storage with everything that follows from its settings. */
export interface Backing {
  /** Row of the product table; undefined for a claim or a class of which nothing else is known. */
  readonly product?: StorageProductName | undefined;
  /** Tier of the product. @default - its first */
  readonly tier?: string | undefined;
  readonly provision: Provision;
  readonly mountOptions?: readonly string[] | undefined;
  /** @default "ReadWriteMany" */
  readonly accessMode?: AccessMode | undefined;
  /** True when nothing can be written through it. @default false */
  readonly readOnly?: boolean | undefined;
  /** Throughput that does not follow from tier and size. @default - it follows */
  readonly throughput?: Throughput | undefined;
  /** Zone of a zonal product. @default - unknown, or every zone */
  readonly zone?: string | undefined;
  /** Node label that names the zone. @default "topology.kubernetes.io/zone" */
  readonly zoneLabel?: string | undefined;
  /**
   * Who may write the root folder: the user of the pods, because the product or a mount option says so
   * (`user`); the group of the pods, which the driver sets (`group`); root alone (`root`). @default "user"
   */
  readonly owner?: "user" | "group" | "root" | undefined;
  /** What pods need beside the volume. @default - nothing */
  readonly pod?: Pick<
    ModelCacheSource,
    "podLabels" | "podAnnotations" | "env" | "serviceAccountName" | "loadFormat" | "loaderConfig"
  >;
  /** Where models lie: the Hub's cache, or folders by their id. @default "hub" */
  readonly layout?: "hub" | "folder" | undefined;
  readonly problems?: readonly BackingProblem[] | undefined;
}

/** User and group of the `dynamo` account in Dynamo's images. @see container/templates */
export const dynamoUser = 1000;

/** Problems with identifiers that are empty, or missing where no type says that they must not be. */
export function required(
  fields: Readonly<Record<string, string | undefined>>,
): readonly BackingProblem[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    value === undefined || value.trim() === ""
      ? [
          {
            code: "DYN-STOR-030" as const,
            field,
            message: "is empty, so there is nothing to mount",
            fix: `Set ${field} to the identifier that the provider gave it.`,
          },
        ]
      : [],
  );
}

/** Problems with the name of a bucket, which is no address and no path. */
export function bucketName(field: string, name: string | undefined): readonly BackingProblem[] {
  if (name === undefined || !/[:/]/.test(name)) return required({ [field]: name });
  return [
    {
      code: "DYN-STOR-030",
      field,
      message: `must be a bare name, got ${JSON.stringify(name)}`,
      fix: `Set ${field} to "${name.replace(/^[a-z0-9]+:\/*/, "").split("/")[0]}", and what follows as prefix.`,
    },
  ];
}
