// SPDX-License-Identifier: Apache-2.0
/** @module The subnets of a network and the ways out of them. */
import {
  Eip,
  InternetGateway,
  NatGateway,
  Route,
  RouteTable,
  RouteTableAssociation,
  Subnet,
} from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Output } from "@pulumi/pulumi";
import { isZoneId } from "../region.js";
import { named } from "../tags.js";
import type { OwnSubnet } from "./props.js";
import type { ResolvedNetwork } from "./resolve.js";
import { planSubnets } from "./subnet-plan.js";

/** Kind of a subnet: with the internet, behind NAT, or with neither. */
type Kind = "public" | "private" | "intra";

/** The subnets of a network by kind, in the order of its zones. */
export interface Subnets {
  readonly privateSubnets: readonly OwnSubnet[];
  readonly publicSubnets: readonly OwnSubnet[];
  readonly intraSubnets: readonly OwnSubnet[];
}

const everywhere = "0.0.0.0/0";

/** Makes three subnets in each zone, with the tags by which load balancers and Karpenter find them. */
export function createSubnets(
  network: ResolvedNetwork,
  vpcId: Output<string>,
  child: CustomResourceOptions,
): Subnets {
  const plan = planSubnets(network.cidr, network.zones.length);
  const create = (kind: Kind, cidrs: readonly string[]): OwnSubnet[] =>
    network.zones.map((zone, index) => {
      const cidr = cidrs[index] ?? "";
      const subnet = new Subnet(
        `${network.name}-${kind}-${zone}`,
        {
          vpcId,
          cidrBlock: cidr,
          ...(isZoneId(zone) ? { availabilityZoneId: zone } : { availabilityZone: zone }),
          mapPublicIpOnLaunch: false,
          tags: named(network.tags, `${network.name}-${kind}-${zone}`, tagsOf(kind, network)),
        },
        child,
      );
      return { id: subnet.id, zone, cidr, zoneName: subnet.availabilityZone };
    });
  return {
    privateSubnets: create("private", plan.privateCidrs),
    publicSubnets: create("public", plan.publicCidrs),
    intraSubnets: create("intra", plan.intraCidrs),
  };
}

function tagsOf(kind: Kind, { clusterName }: ResolvedNetwork): Readonly<Record<string, string>> {
  if (kind === "public") return { "kubernetes.io/role/elb": "1" };
  if (kind === "intra") return {};
  return {
    "kubernetes.io/role/internal-elb": "1",
    ...(clusterName === undefined ? {} : { "karpenter.sh/discovery": clusterName }),
  };
}

/** What the routes of a network leave behind. */
export interface Routes {
  /** Tables of private and intra subnets, for the gateway endpoint of S3. */
  readonly inside: readonly Output<string>[];
  readonly natAddresses: readonly Output<string>[];
}

/** Makes the route tables: internet for the public subnets, NAT for the private ones, nothing for intra. */
export function createRoutes(
  network: ResolvedNetwork,
  vpcId: Output<string>,
  subnets: Subnets,
  child: CustomResourceOptions,
): Routes {
  const { name, tags, zones } = network;
  const table = (id: string) =>
    new RouteTable(`${name}-${id}`, { vpcId, tags: named(tags, `${name}-${id}`) }, child);
  const join = (id: string, { id: subnetId }: OwnSubnet, routeTableId: Output<string>) =>
    new RouteTableAssociation(`${name}-${id}`, { subnetId, routeTableId }, child);

  const gateway = new InternetGateway(name, { vpcId, tags: named(tags, name) }, child);
  const open = table("public");
  new Route(
    `${name}-public`,
    { routeTableId: open.id, destinationCidrBlock: everywhere, gatewayId: gateway.id },
    child,
  );
  for (const subnet of subnets.publicSubnets) join(`public-${subnet.zone}`, subnet, open.id);

  const nats = createNats(network, subnets, { ...child, dependsOn: [gateway] });
  const inside = zones.flatMap((zone, index) => {
    const subnet = subnets.privateSubnets[index];
    if (subnet === undefined) return [];
    const own = table(`private-${zone}`);
    join(`private-${zone}`, subnet, own.id);
    const nat = nats[index] ?? nats[0];
    if (nat !== undefined)
      new Route(
        `${name}-private-${zone}`,
        { routeTableId: own.id, destinationCidrBlock: everywhere, natGatewayId: nat.id },
        child,
      );
    return [own.id];
  });

  const closed = table("intra");
  for (const subnet of subnets.intraSubnets) join(`intra-${subnet.zone}`, subnet, closed.id);
  return { inside: [...inside, closed.id], natAddresses: nats.map((nat) => nat.publicIp) };
}

/** One gateway per zone, one for all, or none. The first keeps its name when there are more. */
function createNats(
  { name, tags, zones, nat }: ResolvedNetwork,
  { publicSubnets }: Subnets,
  child: CustomResourceOptions,
): readonly NatGateway[] {
  const served = nat === "none" ? [] : nat === "single" ? zones.slice(0, 1) : zones;
  return served.flatMap((zone, index) => {
    const subnet = publicSubnets[index];
    if (subnet === undefined) return [];
    const id = `${name}-nat-${zone}`;
    const address = new Eip(id, { domain: "vpc", tags: named(tags, id) }, child);
    return [
      new NatGateway(
        id,
        { allocationId: address.id, subnetId: subnet.id, tags: named(tags, id) },
        child,
      ),
    ];
  });
}
