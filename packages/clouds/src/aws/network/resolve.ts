// SPDX-License-Identifier: Apache-2.0
/** @module Every default of the network. */
import type { Waiver } from "@dynamo-iac/constructs/facts";
import type { Input } from "@pulumi/pulumi";
import type { Removal, Tags } from "../component-props.js";
import { defaultZones } from "../region.js";
import type { FlowLogProps, InterfaceEndpoint, NatMode, NetworkProps } from "./props.js";

/** Every endpoint of which nodes, images, identities, storage and secrets make use. */
export const allEndpoints: readonly InterfaceEndpoint[] = [
  "autoscaling",
  "ec2",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticfilesystem",
  "elasticloadbalancing",
  "fsx",
  "kms",
  "logs",
  "monitoring",
  "secretsmanager",
  "sqs",
  "ssm",
  "ssmmessages",
  "sts",
];

/** Without these no node joins, no image is pulled, and no pod has an identity. */
export const neededEndpoints: readonly InterfaceEndpoint[] = [
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "sts",
];

/** Beside NAT: what carries images, logs, secrets and identities, so that they leave the internet out. */
const usualEndpoints: readonly InterfaceEndpoint[] = [
  ...neededEndpoints,
  "kms",
  "logs",
  "secretsmanager",
  "sqs",
];

/** The network with everything said. */
export interface ResolvedNetwork {
  readonly name: string;
  readonly region: string;
  readonly cidr: string;
  readonly zones: readonly string[];
  readonly nat: NatMode;
  readonly interfaceEndpoints: readonly InterfaceEndpoint[];
  readonly flowLogs: Required<NonNullableFields<FlowLogProps>> | undefined;
  readonly clusterName: string | undefined;
  readonly keyArn: Input<string> | undefined;
  readonly removal: Removal;
  readonly tags: Tags;
  readonly waive: readonly Waiver[];
}

type NonNullableFields<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

/** Resolves the props; `name` is the component's. */
export function resolveNetwork(name: string, props: NetworkProps): ResolvedNetwork {
  const nat = props.nat ?? "per-zone";
  const { flowLogs } = props;
  return {
    name,
    region: props.region,
    cidr: props.cidr ?? "10.42.0.0/16",
    zones: props.zones ?? defaultZones(props.region),
    nat,
    interfaceEndpoints: props.interfaceEndpoints ?? endpointsBeside(nat),
    flowLogs:
      flowLogs === false
        ? undefined
        : { retentionDays: flowLogs?.retentionDays ?? 90, traffic: flowLogs?.traffic ?? "ALL" },
    clusterName: props.clusterName,
    keyArn: props.keyArn,
    removal: props.removal ?? "retain",
    tags: props.tags ?? {},
    waive: props.waive ?? [],
  };
}

function endpointsBeside(nat: NatMode): readonly InterfaceEndpoint[] {
  if (nat === "none") return allEndpoints;
  return nat === "single" ? [] : usualEndpoints;
}
