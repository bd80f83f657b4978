// SPDX-License-Identifier: Apache-2.0
/** @module Files that Kubernetes itself writes: ConfigMaps, Secrets, downward API, tokens. */
import { z } from "zod";
import { fieldSelector, resourceFieldSelector } from "./env.js";
import { int32, int64, list, textMap } from "./field.js";
import { labelSelector } from "./meta.js";

const keyToPathSchema = z.strictObject({
  /** Key in the ConfigMap or Secret. */
  key: z.string(),
  /** File mode, 0 to 511 (octal 0777). @default - `defaultMode` */
  mode: int32.optional(),
  /** File in the volume. */
  path: z.string(),
});
/** One key as one file. */
export interface KeyToPath extends Readonly<z.infer<typeof keyToPathSchema>> {}
const keyToPath: z.ZodType<KeyToPath> = keyToPathSchema;

const downwardFileSchema = z.strictObject({
  /** Field of the pod. */
  fieldRef: fieldSelector.optional(),
  /** File mode, 0 to 511 (octal 0777). @default - `defaultMode` */
  mode: int32.optional(),
  /** File in the volume. */
  path: z.string(),
  /** Resource number of a container. */
  resourceFieldRef: resourceFieldSelector.optional(),
});
/** One fact about the pod as one file. */
export interface DownwardFile extends Readonly<z.infer<typeof downwardFileSchema>> {}
const downwardFile: z.ZodType<DownwardFile> = downwardFileSchema;

const defaultMode = int32.optional();
const items = list(keyToPath).optional();
const optional = z.boolean().optional();

const namedItemsSchema = z.strictObject({
  /** Keys or facts to write as files. @default - all keys */
  items,
  /** Name of the object, in the same namespace. */
  name: z.string().optional(),
  /** True lets the pod start without it. @default false */
  optional,
});

const projectionSchema = z.strictObject({
  /** Trust anchors of the cluster. */
  clusterTrustBundle: z
    .strictObject({
      /** Objects by label. */
      labelSelector: labelSelector.optional(),
      /** Name of the object, in the same namespace. */
      name: z.string().optional(),
      /** True lets the pod start without it. @default false */
      optional,
      /** File in the volume. */
      path: z.string(),
      /** Signer of the certificates. */
      signerName: z.string().optional(),
    })
    .optional(),
  /** Keys of a ConfigMap. */
  configMap: namedItemsSchema.optional(),
  /** Facts about the pod. */
  downwardAPI: z
    .strictObject({
      /** Keys or facts to write as files. @default - all keys */
      items: list(downwardFile).optional(),
    })
    .optional(),
  /** A key and certificate that the kubelet requests and renews. */
  podCertificate: z
    .strictObject({
      /** File for the certificates. */
      certificateChainPath: z.string().optional(),
      /** File for key and certificates together. */
      credentialBundlePath: z.string().optional(),
      /** File for the key. */
      keyPath: z.string().optional(),
      /** Kind of key, such as `ECDSAP256`. */
      keyType: z.string(),
      /** Longest life of the certificate in seconds; 3600 to 7862400. @default 86400 */
      maxExpirationSeconds: int32.optional(),
      /** Signer of the certificates. */
      signerName: z.string(),
      /** What the signer wants to know. */
      userAnnotations: textMap.optional(),
    })
    .optional(),
  /** Keys of a Secret. */
  secret: namedItemsSchema.optional(),
  /** A token of the pod's ServiceAccount. */
  serviceAccountToken: z
    .strictObject({
      /** Who the token is for. @default - the API server */
      audience: z.string().optional(),
      /** Seconds until the token expires; at least 600. @default 3600 */
      expirationSeconds: int64.optional(),
      /** File in the volume. */
      path: z.string(),
    })
    .optional(),
});
/** One source of a projected volume. */
export interface Projection extends Readonly<z.infer<typeof projectionSchema>> {}
const projection: z.ZodType<Projection> = projectionSchema;

/** Volume sources that Kubernetes fills. */
export const projectedFields = {
  /** Keys of a ConfigMap as files. */
  configMap: z
    .strictObject({
      /** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
      defaultMode,
      /** Keys or facts to write as files. @default - all keys */
      items,
      /** Name of the object, in the same namespace. */
      name: z.string().optional(),
      /** True lets the pod start without it. @default false */
      optional,
    })
    .optional(),
  /** Facts about the pod as files. */
  downwardAPI: z
    .strictObject({
      /** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
      defaultMode,
      /** Keys or facts to write as files. @default - all keys */
      items: list(downwardFile).optional(),
    })
    .optional(),
  /** Several sources in one folder. */
  projected: z
    .strictObject({
      /** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
      defaultMode,
      /** The sources. */
      sources: list(projection).optional(),
    })
    .optional(),
  /** Keys of a Secret as files. */
  secret: z
    .strictObject({
      /** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
      defaultMode,
      /** Keys or facts to write as files. @default - all keys */
      items,
      /** True lets the pod start without it. @default false */
      optional,
      /** Name of the Secret, in the same namespace. */
      secretName: z.string().optional(),
    })
    .optional(),
};
