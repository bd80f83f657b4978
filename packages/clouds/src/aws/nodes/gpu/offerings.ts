// SPDX-License-Identifier: Apache-2.0
/** @module Which zones have a machine: a question to EC2, asked before anything is built. */
import type { Machine } from "@dynamo-iac/constructs/facts";
import { getInstanceTypeOfferings } from "@pulumi/aws/ec2";
import type { InvokeOptions } from "@pulumi/pulumi";
import { isZoneId } from "../../region.js";

/**
 * The zones where EC2 offers the machine, in the order of the list. Await it before `GpuNodes` and
 * `FsxLustre` are made: zones decide what is built. A zone that offers a machine may still have none
 * left.
 *
 * @param zones Names or ids, such as those of a network; not both
 */
export async function zonesWith(
  { type }: Pick<Machine, "type">,
  zones: readonly string[],
  opts?: InvokeOptions,
): Promise<readonly string[]> {
  const { locations } = await getInstanceTypeOfferings(
    {
      filters: [{ name: "instance-type", values: [type] }],
      locationType: zones.some(isZoneId) ? "availability-zone-id" : "availability-zone",
    },
    opts,
  );
  return zones.filter((zone) => locations.includes(zone));
}
