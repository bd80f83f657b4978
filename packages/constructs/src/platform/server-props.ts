// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of any set of servers, and the defaults that NATS and etcd share. */
import type { ResourceRequirements, Toleration } from "../api/index.js";
import { dynamoVersion, type Quantity, type Waiver } from "../facts/index.js";

/** How many servers: an odd number, so that a majority survives the loss of the smaller part. */
export type ServerCount = 1 | 3 | 5;

/** The volume of each server. */
export interface ServerStorage {
  /** Size of the volume. @default - the server's; see its props */
  readonly size?: Quantity | undefined;
  /**
   * StorageClass: block storage with `WaitForFirstConsumer`, so that a volume is made in the zone of its pod.
   *
   * @default - the cluster's default class
   */
  readonly storageClassName?: string | undefined;
}

/** Who may connect, beside the pods of Dynamo graphs in every namespace. */
export interface ServerAccess {
  /** Further clients: the wire shape of `from` of a NetworkPolicy. @default - none */
  readonly clients?: readonly NetworkPeer[] | undefined;
  /** Namespace whose pods may read metrics. @default "monitoring" */
  readonly monitoringNamespace?: string | undefined;
}

/** One entry of `from` or `to` of a NetworkPolicy. */
export interface NetworkPeer {
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] } | undefined;
  readonly namespaceSelector?: Selector | undefined;
  readonly podSelector?: Selector | undefined;
}

/** A label selector. */
export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>> | undefined;
  readonly matchExpressions?:
    | readonly { readonly key: string; readonly operator: string; readonly values?: string[] }[]
    | undefined;
}

/** Settings that NATS and etcd share. */
export interface ServerProps {
  /** Name of the StatefulSet; every other name is derived from it. @default - the construct id */
  readonly name?: string | undefined;
  /** Kubernetes namespace. @default - the chart's namespace */
  readonly namespace?: string | undefined;
  /** DNS domain of the cluster. @default "cluster.local" */
  readonly clusterDomain?: string | undefined;
  /** Release of the Dynamo processes that connect. @default "1.4.0" */
  readonly dynamoVersion?: string | undefined;
  /**
   * True for a throw-away installation: one server, no TLS and no authentication unless they are
   * asked for, and no finding about it.
   *
   * @default false
   */
  readonly development?: boolean | undefined;
  /** Volume of each server. @default - see the fields */
  readonly storage?: ServerStorage | undefined;
  /** Compute resources of each server. @default - see the construct */
  readonly resources?: ResourceRequirements | undefined;
  /**
   * Servers that a node drain may take down at a time.
   *
   * @default 1
   */
  readonly maxUnavailable?: number | undefined;
  /**
   * `required` keeps two servers off one node; `preferred` allows it when there are too few nodes.
   *
   * @default "required"
   */
  readonly spread?: "required" | "preferred" | undefined;
  /** Labels that the nodes must have. @default - every node */
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
  /** Node taints that the servers accept. @default - none */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** PriorityClass. @default - the cluster's default */
  readonly priorityClassName?: string | undefined;
  /** Names of Secrets for pulling images. @default - none */
  readonly imagePullSecrets?: readonly string[] | undefined;
  /** Who may connect. @default - the pods of Dynamo graphs */
  readonly access?: ServerAccess | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** The shared settings with their defaults. */
export interface ServerSet {
  /** What runs. */
  readonly app: "nats" | "etcd";
  readonly name: string;
  /** Undefined when neither props nor chart say it; names are then short, for one namespace only. */
  readonly namespace: string | undefined;
  readonly clusterDomain: string;
  readonly dynamoVersion: string;
  readonly development: boolean;
  readonly servers: number;
  readonly storage: { readonly size: Quantity; readonly storageClassName: string | undefined };
  readonly resources: ResourceRequirements;
  readonly maxUnavailable: number;
  readonly spread: "required" | "preferred";
  readonly nodeSelector: Readonly<Record<string, string>> | undefined;
  readonly tolerations: readonly Toleration[] | undefined;
  readonly priorityClassName: string | undefined;
  readonly imagePullSecrets: readonly string[];
  readonly access: {
    readonly clients: readonly NetworkPeer[];
    readonly monitoringNamespace: string;
  };
}

/** What the defaults depend on. */
export interface ServerDefaults {
  readonly app: "nats" | "etcd";
  /** Id of the construct. */
  readonly id: string;
  /** Namespace of the chart. */
  readonly namespace: string | undefined;
  readonly servers: number | undefined;
  readonly storageSize: Quantity;
  readonly resources: ResourceRequirements;
}

/** Every default that both share. */
export function resolveServerSet(props: ServerProps, defaults: ServerDefaults): ServerSet {
  const development = props.development ?? false;
  return {
    app: defaults.app,
    name: props.name ?? defaults.id,
    namespace: props.namespace ?? defaults.namespace,
    clusterDomain: props.clusterDomain ?? "cluster.local",
    dynamoVersion: props.dynamoVersion ?? dynamoVersion,
    development,
    servers: defaults.servers ?? (development ? 1 : 3),
    storage: {
      size: props.storage?.size ?? defaults.storageSize,
      storageClassName: props.storage?.storageClassName,
    },
    resources: props.resources ?? defaults.resources,
    maxUnavailable: props.maxUnavailable ?? 1,
    spread: props.spread ?? "required",
    nodeSelector: props.nodeSelector,
    tolerations: props.tolerations,
    priorityClassName: props.priorityClassName,
    imagePullSecrets: props.imagePullSecrets ?? [],
    access: {
      clients: props.access?.clients ?? [],
      monitoringNamespace: props.access?.monitoringNamespace ?? "monitoring",
    },
  };
}
