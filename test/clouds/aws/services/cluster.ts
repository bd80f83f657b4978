// SPDX-License-Identifier: Apache-2.0
/** @module A network and a cluster for tests of the services in it, and their plans. */
import {
  type ComputeMode,
  ExistingCluster,
  existingNetwork,
  type NetworkRef,
  type ReachableCluster,
} from "@dynamo-iac/clouds/aws";
import type { Plan, PlanMode, PlannedResource } from "@dynamo-iac/clouds/plan";
import { haveComponents, haveTags, sameInBothModes } from "../../../support/clouds/plan-laws.js";
import { planOf } from "../../../support/clouds/record.js";

export const region = "us-west-2";
export const tags = { team: "inference" };
export const keyArn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-0000-0000-000000000000";

/** What a service is put into. */
export interface Surroundings {
  readonly network: NetworkRef;
  readonly cluster: ReachableCluster;
}

/** The plan of a service; it keeps the laws of all plans. */
export async function planService(
  build: (surroundings: Surroundings) => unknown,
  compute: ComputeMode = "standard",
  mode: PlanMode = "preview",
): Promise<Plan> {
  const program = () => {
    const network = existingNetwork({
      region,
      vpcId: "vpc-0123456789abcdef0",
      cidr: "10.0.0.0/16",
      privateSubnets: [
        { id: "subnet-0123456789abcdef0", zone: "us-west-2a" },
        { id: "subnet-0123456789abcdef1", zone: "us-west-2b" },
      ],
    });
    const cluster = new ExistingCluster("dynamo", {
      region,
      clusterName: "dynamo",
      clusterArn: "arn:aws:eks:us-west-2:123456789012:cluster/dynamo",
      kubernetesVersion: "1.34",
      securityGroupId: "sg-0123456789abcdef0",
      endpoint: "https://dynamo.eks.example",
      certificateAuthority: "Q0E=",
      compute,
    });
    build({ network, cluster });
  };
  const preview = await planOf(program);
  const update = await planOf(program, { mode: "update" });
  sameInBothModes(preview, update);
  haveComponents(preview);
  haveTags(preview, tags);
  return mode === "preview" ? preview : update;
}

/** Resources by the end of their type, such as `vault:Vault`, or a Kubernetes kind. */
export function typed(plan: Plan, type: string): readonly PlannedResource[] {
  return plan.resources.filter(
    (resource) => resource.type.endsWith(`/${type}`) || resource.type.endsWith(`:${type}`),
  );
}

/** The only one of a type. */
export function only(plan: Plan, type: string, name?: string): PlannedResource {
  const found = typed(plan, type).filter((each) => name === undefined || each.name === name);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw new Error(`${found.length} of ${type}: ${typed(plan, type).map((each) => each.name)}`);
}

/** The release of a chart. */
export function release(plan: Plan, chart: string): PlannedResource {
  const found = plan.resources.find(
    ({ type, inputs }) =>
      type === "kubernetes:helm.sh/v3:Release" && String(inputs.chart).endsWith(chart),
  );
  if (found === undefined) throw new Error(`no release of ${chart}`);
  return found;
}
