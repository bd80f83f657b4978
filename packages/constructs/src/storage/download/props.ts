// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of a download. */
import type { ResourceRequirements, Toleration } from "../../api/index.js";
import type { Model, Waiver } from "../../facts/index.js";
import type { Environment } from "../../graph/index.js";
import type { SecretKey } from "../../platform/index.js";
import type { ModelCache } from "../model-cache.js";

/** Settings of a download. */
export interface ModelDownloadProps {
  /** Where the model goes. Local disks of machines are filled by a DaemonSet, everything else by one Job. */
  readonly cache: ModelCache;
  /** Repository on the Hugging Face Hub, or its numbers when the catalogue does not have it. */
  readonly model: string | Model;
  /** Commit of the repository: 40 hexadecimal digits. A branch or a tag is accepted with a warning. */
  readonly revision?: string | undefined;
  /** Files that are wanted, as patterns such as `*.safetensors`. @default - all */
  readonly include?: readonly string[] | undefined;
  /** Files that are not wanted, as patterns. @default ["original/*", "*.pth"], which engines do not read */
  readonly exclude?: readonly string[] | undefined;
  /** Token for the Hub: a Secret with the key `HF_TOKEN` by its name, or one key of a Secret. @default - none: public models only */
  readonly token?: string | SecretKey | undefined;
  /** Address of the Hub, or of a mirror. @default "https://huggingface.co" */
  readonly endpoint?: string | undefined;
  /** Name of the Job; four digits follow that change with the settings. @default - the construct id */
  readonly name?: string | undefined;
  /** Kubernetes namespace: that of the cache. @default - the chart's namespace */
  readonly namespace?: string | undefined;
  /** Image with Python and `huggingface_hub`. @default - Dynamo's frontend, which every graph runs anyway */
  readonly image?: string | undefined;
  /** Dynamo release of the image. @default - the release that this library renders for */
  readonly version?: string | undefined;
  /** Files at the same time. At least 1. @default 4 */
  readonly maxWorkers?: number | undefined;
  /** Attempts inside of one pod, with growing pauses. At least 1. @default 5 */
  readonly attempts?: number | undefined;
  /** Pods that may fail before the Job does. @default 6 */
  readonly backoffLimit?: number | undefined;
  /** How long a finished Job stays, seconds. @default 86400, one day */
  readonly ttlSecondsAfterFinished?: number | undefined;
  /** Takes the whole network and many times the memory (Xet). @default false */
  readonly highPerformance?: boolean | undefined;
  /** Reads every file again although it was verified before. @default false */
  readonly verifyAlways?: boolean | undefined;
  /**
   * Lets a container that runs as root make the cache's root folder writable, where the storage gives
   * it to root and the driver leaves it so: Lustre and folders of the node.
   *
   * @default false
   */
  readonly prepareAsRoot?: boolean | undefined;
  /** TCP ports that the pod may reach, beside DNS: the Hub's, or those of a proxy. @default [443] */
  readonly egressPorts?: readonly number[] | undefined;
  /** Further environment, such as `HTTPS_PROXY`. @default - none */
  readonly env?: Environment | undefined;
  /** Compute resources. @default - memory by the size of the model; see the guide */
  readonly resources?: ResourceRequirements | undefined;
  /** Labels that the nodes must have. @default - every node; for local disks, nodes with a GPU */
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
  /** Node taints that the pod accepts. @default - none; for local disks, those of GPU nodes */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Names of Secrets for pulling the image. @default - none */
  readonly imagePullSecrets?: readonly string[] | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}
