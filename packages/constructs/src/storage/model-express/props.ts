// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of ModelExpress. */
import type { ResourceRequirements, Toleration } from "../../api/index.js";
import type { NetworkPeer, SecretKey } from "../../platform/index.js";
import type { Backing } from "../backing.js";
import type { HeldModel, VolumeProps } from "../volume-props.js";

/** Settings of a ModelExpress server; size, access mode and so on are those of its volume. */
export interface ModelExpressProps extends VolumeProps {
  /**
   * Where the server keeps which model is where: objects of Kubernetes, for which the CRDs of its chart
   * have to be installed; or Redis, by its address or a key of a Secret that holds the address.
   *
   * @default "kubernetes"
   */
  readonly metadata?: "kubernetes" | { readonly redisUrl: string | SecretKey } | undefined;
  /** Storage for the models that it downloads. @default - the cluster's default class */
  readonly backing?: Backing | undefined;
  /** Models that it will hold, from which a missing size follows. @default - unknown, and 100 GiB */
  readonly models?: readonly HeldModel[] | undefined;
  /** Servers. More than one need storage that several nodes mount. @default 1 */
  readonly replicas?: number | undefined;
  /** Token for the Hub: a Secret with the key `HF_TOKEN` by its name, or one key of a Secret. @default - none: public models only */
  readonly token?: string | SecretKey | undefined;
  /** DNS domain of the cluster. @default "cluster.local" */
  readonly clusterDomain?: string | undefined;
  /** Image of the server. @default "nvcr.io/nvidia/ai-dynamo/modelexpress-server:0.5.0" */
  readonly image?: string | undefined;
  /** Compute resources. @default - 1 CPU and 2 GiB, at most 4 CPUs and 8 GiB */
  readonly resources?: ResourceRequirements | undefined;
  /** Further clients beside the pods of graphs: the wire shape of `from` of a NetworkPolicy. @default - none */
  readonly clients?: readonly NetworkPeer[] | undefined;
  /** Namespace whose pods may read metrics. @default "monitoring" */
  readonly monitoringNamespace?: string | undefined;
  /** TCP ports that the server may reach, beside DNS: the Hub and the API server, or Redis. @default [443, 6443, 6379] */
  readonly egressPorts?: readonly number[] | undefined;
  /** Labels that the nodes must have. @default - every node */
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
  /** Node taints that the server accepts. @default - none */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Names of Secrets for pulling the image. @default - none */
  readonly imagePullSecrets?: readonly string[] | undefined;
}
