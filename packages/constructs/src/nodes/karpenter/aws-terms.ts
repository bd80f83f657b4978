// SPDX-License-Identifier: Apache-2.0
/** @module How a node class finds subnets, security groups, reservations and its role on AWS. */
import { type Finding, finding } from "../../facts/index.js";
import type { EksAutoModeProps, KarpenterProps, Tags } from "../props.js";
import type { ResolvedPool } from "../resolve.js";

type AwsProps = KarpenterProps | EksAutoModeProps;

/** What selects things of the cloud. */
export interface AwsTerms {
  readonly role: string;
  readonly subnetSelectorTerms: readonly object[];
  readonly securityGroupSelectorTerms: readonly object[];
  readonly capacityReservationSelectorTerms?: readonly object[] | undefined;
  readonly tags?: Tags | undefined;
}

/** Terms as Karpenter's guide tags things: `karpenter.sh/discovery` with the name of the cluster. */
export function awsTerms({ pool }: ResolvedPool, props: AwsProps): AwsTerms {
  const discovery = { "karpenter.sh/discovery": props.cluster };
  const reserved = pool.capacity === "reserved" || pool.capacity === "capacity-block";
  const { ids, tags = discovery } = props.reservation ?? {};
  return {
    role: props.role ?? `KarpenterNodeRole-${props.cluster}`,
    subnetSelectorTerms: [{ tags: props.subnetTags ?? discovery }],
    securityGroupSelectorTerms: [{ tags: props.securityGroupTags ?? discovery }],
    ...(reserved
      ? { capacityReservationSelectorTerms: ids?.map((id) => ({ id })) ?? [{ tags }] }
      : {}),
    ...(props.tags === undefined ? {} : { tags: props.tags }),
  };
}

/** DYN-NODE-013: what a reservation has to look like. */
export function checkReservation(
  { pool }: ResolvedPool,
  { reservation }: AwsProps,
): readonly Finding[] {
  const { capacity, zones = [] } = pool;
  const object = `Pool/${pool.name}`;
  const found: Finding[] = [];
  if (reservation?.ids?.length === 0) {
    const message = "names no reservation, got an empty list";
    const fix = 'Give ids such as "cr-0123456789abcdef0", or the tags of the reservation.';
    found.push(finding("DYN-NODE-013", { object, path: ["reservation", "ids"] }, message, fix));
  }
  if (reservation !== undefined && capacity !== "reserved" && capacity !== "capacity-block") {
    const message = `has a reservation, and capacity ${capacity ?? "on-demand"} takes nothing from it`;
    const fix = 'Set capacity to "reserved" or "capacity-block".';
    found.push(finding("DYN-NODE-013", { object, path: ["capacity"] }, message, fix));
  }
  if (capacity === "capacity-block" && zones.length !== 1) {
    const message = `a capacity block lies in one zone, got ${zones.length === 0 ? "none" : zones.join(", ")}`;
    const fix = "Set zones to the zone of the block.";
    found.push(finding("DYN-NODE-013", { object, path: ["zones"] }, message, fix));
  }
  return found;
}
