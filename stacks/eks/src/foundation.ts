// SPDX-License-Identifier: Apache-2.0
/** @module Network, cluster and machines. */
import {
  type AccessLevel,
  AutoModeNodes,
  Cluster,
  existingNetwork,
  type GpuCapacity,
  GpuNodes,
  Karpenter,
  Network,
  type NetworkRef,
  type ReachableCluster,
  SystemNodes,
} from "@dynamo-iac/clouds/aws";
import type { Environment, GpuPool } from "@dynamo-iac/clouds/environment";
import { findMachine } from "@dynamo-iac/constructs/facts";
import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";

/** Keeps from GPU machines what did not ask for them. */
export const gpuTaint = { key: "nvidia.com/gpu", value: "true", effect: "NoSchedule" } as const;

/** What everything else stands on. */
export interface Foundation {
  readonly network: NetworkRef;
  readonly cluster: ReachableCluster;
  /** What Karpenter needs in AWS; undefined when no pool wants it. */
  readonly karpenter: Karpenter | undefined;
  /** Machines on which controllers can start. */
  readonly nodes: readonly Resource[];
  /** Machines of graphs that do not come by themselves. */
  readonly gpuNodes: readonly Resource[];
  /** Security groups of machines, by a name of their own: who may mount file systems. */
  readonly clients: Readonly<Record<string, Output<string>>>;
  /** Roles of machines, by a name of their own. */
  readonly nodeRoleArns: Readonly<Record<string, Output<string>>>;
}

/** Makes them. */
export function foundation(environment: Environment, aws: ComponentResourceOptions): Foundation {
  const { name, tags } = environment;
  const network = networkOf(environment, aws);
  const cluster = clusterOf(environment, network, aws);
  const { system, gpu } = environment.nodes;
  const auto = cluster.compute === "auto";
  const systemNodes = auto
    ? undefined
    : new SystemNodes(
        `${name}-system`,
        {
          cluster,
          network,
          instanceTypes: [system.machine],
          min: system.min,
          max: system.max,
          desired: system.min,
          diskGiB: system.diskGiB,
          tags,
        },
        aws,
      );
  const groups = gpu
    .filter(({ provisioner }) => provisioner === "managed")
    .map((pool) => [pool.name, groupOf(pool, { cluster, network, tags }, aws)] as const);
  const elastic = {
    cluster,
    network,
    tagSubnets: environment.network.existing !== undefined,
    tags,
  };
  const karpenter = gpu.some(({ provisioner }) => provisioner === "karpenter")
    ? new Karpenter(`${name}-karpenter`, elastic, aws)
    : undefined;
  const autoNodes = auto ? new AutoModeNodes(`${name}-auto`, elastic, aws) : undefined;
  const made = [...groups, ["karpenter", karpenter], ["auto", autoNodes]] as const;
  return {
    network,
    cluster,
    karpenter,
    nodes: systemNodes === undefined ? [] : [systemNodes.nodeGroup],
    gpuNodes: groups.map(([, group]) => group.nodeGroup),
    clients: named([
      ["cluster", cluster.securityGroupId],
      ...made.map(([key, one]) => [key, one?.efaSecurityGroupId] as const),
    ]),
    nodeRoleArns: named([
      ["system", systemNodes?.nodeRoleArn],
      ...made.map(([key, one]) => [key, one?.nodeRoleArn] as const),
    ]),
  };
}

function named(
  entries: readonly (readonly [string, Output<string> | undefined])[],
): Readonly<Record<string, Output<string>>> {
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function networkOf(environment: Environment, aws: ComponentResourceOptions): NetworkRef {
  const { name, region, tags, network } = environment;
  const { existing, zones } = network;
  if (existing !== undefined) {
    const subnets = (ids: readonly string[]) =>
      ids.map((id, index) => ({ id, zone: zones[index] ?? "" }));
    return existingNetwork({
      region,
      vpcId: existing.id,
      cidr: network.cidr,
      privateSubnets: subnets(existing.privateSubnetIds),
      publicSubnets: subnets(existing.publicSubnetIds),
    });
  }
  return new Network(
    name,
    {
      region,
      cidr: network.cidr,
      zones,
      nat: network.natGateways,
      clusterName: name,
      ...(network.privateEndpoints ? {} : { interfaceEndpoints: [] }),
      flowLogs:
        network.flowLogRetentionDays === 0
          ? false
          : { retentionDays: network.flowLogRetentionDays },
      tags,
    },
    aws,
  );
}

function clusterOf(
  environment: Environment,
  network: NetworkRef,
  aws: ComponentResourceOptions,
): Cluster {
  const { name, tags, platform, security, nodes } = environment;
  const { apiCidrs, flowLogRetentionDays } = environment.network;
  const access = (level: AccessLevel, principals: readonly string[]) =>
    principals.map((principalArn) => [
      `${level}-${principalArn
        .split(":")
        .slice(4)
        .join("-")
        .replaceAll(/[^\w-]+/g, "-")}`,
      { principalArn, level },
    ]);
  return new Cluster(
    name,
    {
      network,
      clusterName: name,
      kubernetesVersion: platform.kubernetesVersion === "1.35" ? "1.35" : "1.34",
      compute: nodes.gpu.some(({ provisioner }) => provisioner === "auto") ? "auto" : "standard",
      ...(apiCidrs.length === 0 ? {} : { publicEndpoint: { allowedCidrs: apiCidrs } }),
      access: Object.fromEntries([
        ...access("cluster-admin", security.clusterAdmins),
        ...access("admin-view", security.clusterViewers),
      ]),
      creatorAdmin: security.clusterAdmins.length === 0,
      logRetentionDays: Math.max(flowLogRetentionDays, 1),
      deletionProtection: security.deletionProtection,
      tags,
    },
    aws,
  );
}

function groupOf(
  pool: GpuPool,
  surroundings: {
    readonly cluster: Cluster;
    readonly network: NetworkRef;
    readonly tags: Readonly<Record<string, string>>;
  },
  aws: ComponentResourceOptions,
): GpuNodes {
  const machine = findMachine(pool.machine);
  if (machine === undefined) throw new Error(`bug in dynamo-iac: ${pool.machine} was not checked`);
  return new GpuNodes(
    pool.name,
    {
      ...surroundings,
      machine,
      min: pool.min,
      max: pool.max,
      zones: pool.zones,
      capacity: capacityOf(pool),
      diskGiB: pool.diskGiB,
      labels: pool.labels,
      taints: [gpuTaint, ...pool.taints],
    },
    aws,
  );
}

/** The configuration has checked that a reservation is named where one is needed. */
function capacityOf({ capacity, reservationIds: [reservationId = ""] }: GpuPool): GpuCapacity {
  switch (capacity) {
    case "reserved":
      return { kind: "reserved", reservationId };
    case "capacity-block":
      return { kind: "capacity-block", reservationId };
    case "spot":
      return { kind: "spot" };
    default:
      return { kind: "on-demand" };
  }
}
