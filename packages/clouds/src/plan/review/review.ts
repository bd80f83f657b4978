// SPDX-License-Identifier: Apache-2.0
/** @module What a plan amounts to: resources, GPUs, cost, quotas, findings. */
import { type CheckOptions, type GraphView, readGraph } from "@dynamo-iac/constructs/checks";
import {
  billOf,
  type CostEstimate,
  checkPool,
  checkPools,
  estimateCost,
  graphGpus,
  type Pool,
  poolsOf,
  type WrittenScales,
  writtenScales,
} from "@dynamo-iac/constructs/estimate";
import type { Finding } from "@dynamo-iac/constructs/facts";
import { checkPlan, type PlanFinding } from "../checks/check-plan.js";
import { kubernetesObjects } from "../kubernetes-objects.js";
import type { Plan } from "../plan.js";
import { waived } from "../waivers.js";
import { isSplit, nodeGroupPools } from "./node-groups.js";
import { type QuotaNeed, quotasOf } from "./quotas.js";

/** How many resources there are of a kind or provider. */
export interface PlanCounts {
  /** Everything but the stack itself. */
  readonly resources: number;
  readonly components: number;
  readonly providers: number;
  /** By package of the provider: `aws`, `kubernetes`. */
  readonly byPackage: Readonly<Record<string, number>>;
}

/** GPUs of one graph. */
export interface GraphGpuCount {
  readonly graph: string;
  readonly gpus: number;
  /** Components whose GPUs nobody can count. */
  readonly unknown: readonly string[];
}

/** GPUs that graphs reserve, and those of the machines. */
export interface PlanGpus {
  readonly graphs: readonly GraphGpuCount[];
  /** At the minimum and maximum of all pools. */
  readonly machines: { readonly min: number; readonly max: number };
}

/** What a plan amounts to. */
export interface PlanReview {
  readonly counts: PlanCounts;
  /** The graphs as estimates read them. */
  readonly graphs: readonly GraphView[];
  readonly pools: readonly Pool[];
  readonly gpus: PlanGpus;
  /** Who decides the replicas of components, where it is not the graph. */
  readonly scales: WrittenScales;
  readonly cost: CostEstimate;
  readonly quotas: readonly QuotaNeed[];
  readonly findings: readonly PlanFinding[];
}

/** What is known besides the plan. */
export interface ReviewOptions {
  /** What is known of the cluster. @default - what the rules can see in the objects themselves */
  readonly cluster?: CheckOptions | undefined;
}

/** Resources that cost money and have no price here. */
const unpriced: Readonly<Record<string, string>> = {
  "aws:ec2/natGateway:NatGateway": "NAT gateways and their traffic",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "interface endpoints of the VPC",
  "aws:efs/fileSystem:FileSystem": "EFS file systems, by what is stored",
  "aws:eks/cluster:Cluster": "EKS control planes",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "FSx for Lustre file systems",
  "aws:kms/key:Key": "KMS keys",
  "aws:lb/loadBalancer:LoadBalancer": "load balancers and their traffic",
};

/** Looks at a plan from every side. A plan in the mode `update` has no unknown values, and says most. */
export function reviewPlan(plan: Plan, options: ReviewOptions = {}): PlanReview {
  const resources = kubernetesObjects(plan);
  const objects = resources.map(({ object }) => object);
  const groups = nodeGroupPools(plan);
  const pools = poolsOf(objects, groups).pools.filter((pool) => !isSplit(pool, groups));
  const views = objects.flatMap((object) => readGraph(object, options.cluster)?.view ?? []);
  const scales = writtenScales(views, objects);
  const cost = estimateCost(views, pools, { ...billOf(objects), scales: scales.scales });
  const ofPools = [
    ...checkPools(objects, { ...options.cluster, pools: groups }).flatMap((found, at) =>
      found.map((one): PlanFinding => ({ ...one, urn: resources[at]?.urn })),
    ),
    ...groups.flatMap(checkPool).map((found) => withUrn(plan, found)),
  ];
  return {
    counts: countsOf(plan),
    graphs: views,
    pools,
    gpus: {
      graphs: views.map((view) => {
        const { total, unknown } = graphGpus(view);
        return { graph: view.name, gpus: total, unknown };
      }),
      machines: {
        min: sum(pools, ({ machine, min = 0 }) => machine.gpus * min),
        max: sum(pools, ({ machine, max }) => machine.gpus * max),
      },
    },
    scales,
    cost: { ...cost, notes: [...cost.notes, ...scales.notes, ...unpricedNotes(plan)] },
    quotas: quotasOf(plan, pools),
    findings: [...checkPlan(plan, options), ...waived(ofPools, plan.waivers)],
  };
}

function countsOf({ resources }: Plan): PlanCounts {
  const byPackage = new Map<string, number>();
  for (const { kind, type } of resources) {
    if (kind !== "custom" && kind !== "read") continue;
    const name = type.split(":")[0] ?? "";
    byPackage.set(name, (byPackage.get(name) ?? 0) + 1);
  }
  const of = (kind: string) => resources.filter((resource) => resource.kind === kind).length;
  return {
    resources: resources.length - of("stack"),
    components: of("component"),
    providers: of("provider"),
    byPackage: Object.fromEntries([...byPackage].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function unpricedNotes({ resources }: Plan): readonly string[] {
  return Object.entries(unpriced).flatMap(([type, what]) => {
    const count = resources.filter((resource) => resource.type === type).length;
    return count === 0 ? [] : [`not counted: ${what} (${count})`];
  });
}

/** Findings about a node group as a pool name it as the pool. */
function withUrn(plan: Plan, found: Finding): PlanFinding {
  const name = found.object.split("/").slice(1).join("/");
  return { ...found, urn: plan.resources.find((resource) => resource.name === name)?.urn };
}

function sum(pools: readonly Pool[], amount: (pool: Pool) => number): number {
  return pools.reduce((total, pool) => total + amount(pool), 0);
}
