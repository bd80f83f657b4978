// SPDX-License-Identifier: Apache-2.0
/** @module Backups, and a budget with alerts. */
import { z } from "zod";
import { field, flag, form, whole } from "../field.js";
import type { PresetDefaults } from "../presets.js";

export const backupSchema = z.strictObject({
  enabled: flag(true).optional(),
  retentionDays: whole(1, 3650, 35).optional(),
  monthlyRetentionDays: whole(0, 3650, 365).optional(),
  copyRegion: field(z.string().min(1), "the name of a region", "us-west-2").optional(),
  velero: flag(true).optional(),
});

export const budgetSchema = z
  .strictObject({
    monthlyUsd: whole(1, 100_000_000, 50_000),
    emails: field(
      z.array(form(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address", "ml-platform@example.com")),
      "a list of e-mail addresses",
      ["ml-platform@example.com"],
    ),
  })
  .meta({ example: { monthlyUsd: 50_000, emails: ["ml-platform@example.com"] } });

/** Backups, with every default filled in. */
export interface Backup {
  /** Daily backups of the shared file system. @default true but in dev */
  readonly enabled: boolean;
  /** How long daily backups are kept. @default 7, in production 35 */
  readonly retentionDays: number;
  /** How long monthly backups are kept, in cold storage; 0 for none. @default 0, in production 365 */
  readonly monthlyRetentionDays: number;
  /** Region that keeps a second copy. @default - none */
  readonly copyRegion: string | undefined;
  /** Velero for Kubernetes objects and volumes. @default true in production */
  readonly velero: boolean;
}

/** A budget; nothing is switched off when it is spent, people are told. */
export interface Budget {
  readonly monthlyUsd: number;
  /** Who hears of 50, 80 and 100 % spent, and of a forecast above 100 %. */
  readonly emails: readonly string[];
}

/** Fills in what nobody set. */
export function resolveBackup(
  input: z.output<typeof backupSchema>,
  preset: PresetDefaults["backup"],
): Backup {
  return {
    enabled: input.enabled ?? preset.enabled,
    retentionDays: input.retentionDays ?? preset.retentionDays,
    monthlyRetentionDays: input.monthlyRetentionDays ?? preset.monthlyRetentionDays,
    copyRegion: input.copyRegion,
    velero: input.velero ?? preset.velero,
  };
}
