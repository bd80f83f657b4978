// SPDX-License-Identifier: Apache-2.0
/** @module A VPC that exists already, for everything that is built in it. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { parseCidr } from "../../addresses/index.js";
import { accept, type Say, sayOf } from "../../component/index.js";
import { checkId } from "../ids.js";
import { checkRegion } from "../region.js";
import type { ExistingNetworkProps, NetworkRef, SubnetRef } from "./props.js";

/**
 * An existing VPC as other components take it. Its private subnets need a way out or the endpoints of
 * `Network`, and for load balancers the tags that the controller looks for.
 *
 * @throws FindingsError with all mistakes of the props
 */
export function existingNetwork(props: ExistingNetworkProps): NetworkRef {
  accept(checkExistingNetwork(props), []);
  const { region, vpcId, cidr, privateSubnets } = props;
  return {
    region,
    vpcId,
    cidr,
    zones: [...new Set(privateSubnets.map(({ zone }) => zone))],
    privateSubnets,
    publicSubnets: props.publicSubnets ?? [],
    intraSubnets: props.intraSubnets ?? privateSubnets,
  };
}

/** Everything that is wrong with these settings. */
export function checkExistingNetwork(props: ExistingNetworkProps): readonly Finding[] {
  const name = typeof props.vpcId === "string" ? props.vpcId : "existing";
  const say = sayOf("Network", name);
  const { region, vpcId, cidr, privateSubnets, publicSubnets = [], intraSubnets } = props;
  return [
    ...checkRegion(region, say),
    ...checkId(vpcId, "vpc", ["vpcId"], say),
    ...checkBlock(cidr, say),
    ...checkSubnets(privateSubnets, "privateSubnets", say),
    ...checkSubnets(publicSubnets, "publicSubnets", say),
    ...checkSubnets(intraSubnets ?? [], "intraSubnets", say),
    ...checkZones(intraSubnets ?? privateSubnets, intraSubnets === undefined, say),
  ];
}

function checkBlock(cidr: string, say: Say): Finding[] {
  if (parseCidr(cidr) !== undefined) return [];
  const message = `must be an IPv4 block without bits behind its prefix, got ${show(cidr)}`;
  return [say("DYN-AWS-002", ["cidr"], message, "Set cidr to the block of the VPC.")];
}

function checkSubnets(subnets: readonly SubnetRef[], field: string, say: Say): Finding[] {
  return subnets.flatMap(({ id }, index) => checkId(id, "subnet", [field, index, "id"], say));
}

function checkZones(subnets: readonly SubnetRef[], isPrivate: boolean, say: Say): Finding[] {
  const zones = new Set(subnets.map(({ zone }) => zone));
  if (zones.size >= 2) return [];
  const field = isPrivate ? "privateSubnets" : "intraSubnets";
  const message = `subnets in ${zones.size} zone${zones.size === 1 ? "" : "s"}, but EKS wants its control plane in two`;
  return [say("DYN-AWS-004", [field], message, "Add subnets of another zone.")];
}
