// SPDX-License-Identifier: Apache-2.0
/** @module A bucket from which engines stream weights into GPU memory: no volume at all. */
import { holdsToken, type StorageProductName } from "../../facts/index.js";
import { type Backing, type BackingProblem, required } from "../backing.js";

/** A bucket that engines read themselves. */
export interface StreamProps {
  /**
   * Address below which models lie by their id: `s3://bucket/prefix`, `gs://bucket/prefix` or
   * `az://container/prefix`.
   */
  readonly address: string;
  /** Account whose identity may read the bucket. @default - the graph's own account, with what the node lends it */
  readonly serviceAccountName?: string | undefined;
  /** Connections of one engine process. At least 1. @default 16 */
  readonly concurrency?: number | undefined;
  /** Memory that holds what was read and not yet copied to the GPU, bytes. @default - the streamer's choice */
  readonly memoryLimitBytes?: number | undefined;
  /** Storage account, for `az://`. */
  readonly storageAccount?: string | undefined;
  /** Labels that the pods need for the identity. @default - `azure.workload.identity/use` for `az://` with an account */
  readonly podLabels?: Readonly<Record<string, string>> | undefined;
}

const products: Readonly<Record<string, StorageProductName>> = {
  s3: "s3",
  gs: "gcs",
  az: "azure-blob",
};

/**
 * vLLM and SGLang read with the Run:ai streamer; TensorRT-LLM cannot.
 *
 * @see https://docs.vllm.ai/en/stable/models/extensions/runai_model_streamer/
 */
export function stream(props: StreamProps): Backing {
  const { address, concurrency = 16, memoryLimitBytes, storageAccount, serviceAccountName } = props;
  const scheme = /^(s3|gs|az):\/\/[^/]+/.exec(address)?.[1] ?? "";
  return {
    product: products[scheme],
    provision: { kind: "stream", address },
    accessMode: "ReadOnlyMany",
    readOnly: true,
    layout: "folder",
    pod: {
      loadFormat: "runai_streamer",
      loaderConfig: {
        concurrency,
        ...(memoryLimitBytes === undefined ? {} : { memory_limit: memoryLimitBytes }),
      },
      env:
        storageAccount === undefined ? undefined : { AZURE_STORAGE_ACCOUNT_NAME: storageAccount },
      podLabels: props.podLabels ?? identityLabels(scheme, serviceAccountName),
      serviceAccountName,
    },
    problems: [...addressProblems(address, scheme), ...accountProblems(scheme, storageAccount)],
  };
}

/** Azure's webhook gives an identity to pods that ask for one. */
export function identityLabels(
  scheme: string,
  serviceAccountName: string | undefined,
): Readonly<Record<string, string>> | undefined {
  return scheme === "az" && serviceAccountName !== undefined
    ? { "azure.workload.identity/use": "true" }
    : undefined;
}

function addressProblems(address: string, scheme: string): readonly BackingProblem[] {
  if (scheme !== "" || holdsToken(address)) return [];
  return [
    {
      code: "DYN-STOR-030",
      field: "address",
      message: `must begin with s3://, gs:// or az:// and a bucket, got ${JSON.stringify(address)}`,
      fix: 'Set address to a bucket such as "s3://weights".',
    },
  ];
}

function accountProblems(scheme: string, account: string | undefined): readonly BackingProblem[] {
  return scheme === "az" ? required({ storageAccount: account ?? "" }) : [];
}
