// SPDX-License-Identifier: Apache-2.0
/** @module The storage of an environment: a shared file system, a fast one, a bucket, and where models live. */
import { z } from "zod";
import { field, flag, form, whole } from "../field.js";
import type { PresetDefaults } from "../presets.js";

export const modelCacheKinds = ["file-share", "lustre"] as const;

export const storageSchema = z.strictObject({
  fileShare: z
    .strictObject({
      existingId: field(
        z.string().min(1),
        "the id of a file system",
        "fs-0123456789abcdef0",
      ).optional(),
      replicaRegion: field(z.string().min(1), "the name of a region", "us-west-2").optional(),
    })
    .optional(),
  lustre: z
    .strictObject({
      sizeGiB: whole(1200, 864_000, 4800),
      throughputMBpsPerTiB: whole(40, 1000, 250).optional(),
      zone: form(/^[a-z0-9-]+$/, "the name of a zone", "us-east-1a").optional(),
    })
    .meta({ example: { sizeGiB: 4800 } })
    .optional(),
  bucket: flag(true).optional(),
  modelCache: z
    .strictObject({
      kind: z.enum(modelCacheKinds).meta({ example: "file-share" }).optional(),
      sizeGiB: whole(1, 864_000, 2048).optional(),
    })
    .optional(),
  retain: flag(true).optional(),
});

/** Files of all zones: model cache, compilation cache, results. EFS, Azure Files, Filestore. */
export interface FileShare {
  /** A file system to use in place of a new one. @default - a new one */
  readonly existingId: string | undefined;
  /** Region that keeps a copy. @default - no copy */
  readonly replicaRegion: string | undefined;
}

/** A parallel file system of one zone. FSx for Lustre, Azure Managed Lustre, Google Managed Lustre. */
export interface Lustre {
  /** Capacity, GiB; only certain steps can be had. */
  readonly sizeGiB: number;
  /** Throughput of all clients together, MB/s per TiB. @default 250 */
  readonly throughputMBpsPerTiB: number;
  /** Its only zone. @default - the first zone of the first GPU pool, or of the network */
  readonly zone: string;
}

/** Where the weights are. */
export interface ModelCacheStorage {
  /** Which file system. @default "lustre" when there is one, otherwise "file-share" */
  readonly kind: (typeof modelCacheKinds)[number];
  /** Size of the claim, GiB; about 1.3 times the weights. @default - all of Lustre, or 100, 500 or 2048 by preset */
  readonly sizeGiB: number;
}

/** The storage, with every default filled in. */
export interface Storage {
  readonly fileShare: FileShare;
  /** @default - none */
  readonly lustre: Lustre | undefined;
  /** A versioned, encrypted bucket that weights are loaded from. @default true but in dev */
  readonly bucket: boolean;
  readonly modelCache: ModelCacheStorage;
  /** Data stays when the environment is destroyed. @default true in production */
  readonly retain: boolean;
}

/** Fills in what nobody set. */
export function resolveStorage(
  input: z.output<typeof storageSchema>,
  preset: PresetDefaults["storage"],
  firstZone: string,
): Storage {
  const { fileShare, lustre, modelCache } = input;
  return {
    fileShare: { existingId: fileShare?.existingId, replicaRegion: fileShare?.replicaRegion },
    lustre:
      lustre === undefined
        ? undefined
        : {
            sizeGiB: lustre.sizeGiB,
            throughputMBpsPerTiB: lustre.throughputMBpsPerTiB ?? 250,
            zone: lustre.zone ?? firstZone,
          },
    bucket: input.bucket ?? preset.bucket,
    modelCache: {
      kind: modelCache?.kind ?? (lustre === undefined ? "file-share" : "lustre"),
      sizeGiB:
        modelCache?.sizeGiB ??
        (lustre !== undefined && modelCache?.kind !== "file-share"
          ? lustre.sizeGiB
          : preset.modelCacheGiB),
    },
    retain: input.retain ?? preset.retain,
  };
}
