// SPDX-License-Identifier: Apache-2.0
/** @module Who may do what, and where secrets are. */
import { z } from "zod";
import { field, flag } from "../field.js";
import type { PresetDefaults } from "../presets.js";

const principal = field(
  z.string().min(1),
  "a role or group that the cloud knows",
  "arn:aws:iam::111122223333:role/platform",
);
const secretName = (example: string) =>
  field(z.string().min(1), "the name of a secret in the cloud's secret store", example);

export const securitySchema = z.strictObject({
  clusterAdmins: z.array(principal).optional(),
  clusterViewers: z.array(principal).optional(),
  deletionProtection: flag(true).optional(),
  huggingFaceSecret: secretName("dynamo-prod/hugging-face").optional(),
  registrySecret: secretName("dynamo-prod/nvcr").optional(),
  literalSecrets: flag(true).optional(),
});

/** Who may do what, with every default filled in. */
export interface Security {
  /** Principals with all rights in the cluster. @default - only the one that creates it */
  readonly clusterAdmins: readonly string[];
  /** Principals that may read everything but secrets. @default - nobody */
  readonly clusterViewers: readonly string[];
  /** The cluster cannot be deleted before this is false. @default true in production */
  readonly deletionProtection: boolean;
  /**
   * Secret with the Hugging Face token.
   *
   * @default - a new secret (in EKS `<name>-secrets/hugging-face`) without a value, which somebody has to give it
   */
  readonly huggingFaceSecret: string | undefined;
  /** Secret with the NGC API key, for images that come from nvcr.io. @default - images are pulled without one */
  readonly registrySecret: string | undefined;
  /** Allows `huggingFaceToken` in the configuration, for development only. @default false */
  readonly literalSecrets: boolean;
}

/** Fills in what nobody set. */
export function resolveSecurity(
  input: z.output<typeof securitySchema>,
  preset: PresetDefaults["security"],
): Security {
  return {
    clusterAdmins: input.clusterAdmins ?? [],
    clusterViewers: input.clusterViewers ?? [],
    deletionProtection: input.deletionProtection ?? preset.deletionProtection,
    huggingFaceSecret: input.huggingFaceSecret,
    registrySecret: input.registrySecret,
    literalSecrets: input.literalSecrets ?? false,
  };
}
