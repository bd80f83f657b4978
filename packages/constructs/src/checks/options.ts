// SPDX-License-Identifier: Apache-2.0
/** @module What somebody knows of the cluster that will run the objects. */

/** Software that starts and places groups of pods. */
export type Orchestrator = "grove" | "lws" | "volcano" | "kai";

/** Facts about the cluster. A rule whose fact is missing says nothing. */
export interface CheckOptions {
  /** Kubernetes version, such as `1.33` or `v1.33.4-eks-1`. @default - unknown */
  readonly kubernetesVersion?: string | undefined;
  /** Version of the Dynamo operator, such as `1.4.0`. @default - unknown */
  readonly dynamoVersion?: string | undefined;
  /** Grove version, such as `0.1.0-alpha.12-rc1`. @default - unknown */
  readonly groveVersion?: string | undefined;
  /** KAI scheduler version, such as `v0.13.4`. @default - unknown */
  readonly kaiVersion?: string | undefined;
  /** NVIDIA driver of the GPU nodes, such as `580.95.05`. @default - unknown */
  readonly driverVersion?: string | undefined;
  /** Everything of this list that is installed; an empty list means nothing is. @default - unknown */
  readonly orchestrators?: readonly Orchestrator[] | undefined;
  /** Kubernetes namespace of objects that name none. @default - unknown */
  readonly namespace?: string | undefined;
}
