// SPDX-License-Identifier: Apache-2.0
/** @module How GPU machines start: interfaces, placement, reservation, local disks. */
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2";
import type { Input } from "@pulumi/pulumi";
import type { GpuCapacity } from "../props.js";
import { efaInterfaces } from "./efa.js";
import type { ResolvedGpuNodes } from "./resolve.js";
import { localDiskUserData } from "./user-data.js";

/** What the launch template of GPU nodes says besides that of every node. */
export function gpuTemplate(
  nodes: ResolvedGpuNodes,
  efaGroupId: Input<string> | undefined,
  placementGroupName: Input<string> | undefined,
): LaunchTemplateArgs {
  const { os, localDisks, capacity } = nodes;
  return {
    ...networkOf(nodes, efaGroupId),
    ...(placementGroupName === undefined ? {} : { placement: { groupName: placementGroupName } }),
    ...reservationOf(capacity),
    ...(localDisks === "none"
      ? {}
      : { userData: Buffer.from(localDiskUserData(os)).toString("base64") }),
  };
}

/** A template with interfaces of its own has to name the cluster's security group, too. */
function networkOf(
  { machine, efaInterfaces: count, cluster }: ResolvedGpuNodes,
  efaGroupId: Input<string> | undefined,
): LaunchTemplateArgs {
  if (efaGroupId === undefined) return {};
  return {
    networkInterfaces: efaInterfaces(machine, count).map((each) => ({
      ...each,
      associatePublicIpAddress: "false",
      deleteOnTermination: "true",
      securityGroups: [cluster.securityGroupId, efaGroupId],
    })),
  };
}

function reservationOf(capacity: GpuCapacity): LaunchTemplateArgs {
  if (capacity.kind === "capacity-block")
    return {
      instanceMarketOptions: { marketType: "capacity-block" },
      capacityReservationSpecification: {
        capacityReservationTarget: { capacityReservationId: capacity.reservationId },
      },
    };
  if (capacity.kind !== "reserved") return {};
  const { reservationId, resourceGroupArn, beyond = "only" } = capacity;
  return {
    capacityReservationSpecification: {
      ...(beyond === "only" ? { capacityReservationPreference: "capacity-reservations-only" } : {}),
      capacityReservationTarget:
        reservationId === undefined
          ? { capacityReservationResourceGroupArn: resourceGroupArn }
          : { capacityReservationId: reservationId },
    },
  };
}
