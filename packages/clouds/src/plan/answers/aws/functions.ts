// SPDX-License-Identifier: Apache-2.0
/** @module Answers to the functions of the AWS provider, made from the arguments alone. */
import type { Answer, AnswerContext, Fields } from "../answers.js";
import { account, hex, regionOf } from "./made-up.js";
import { policyDocument } from "./policy-document.js";
import { partitionOf, zonesOf } from "./region.js";

/** Answers by token. */
export const awsFunctions: Readonly<Record<string, Answer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    accountId: account,
    arn: `arn:aws:iam::${account}:role/plan`,
    userId: "plan",
    id: account,
  }),
  "aws:index/getRegion:getRegion": (args, context) => {
    const region = regionOf(args, context);
    return {
      id: region,
      region,
      name: region,
      description: region,
      endpoint: `ec2.${region}.${partitionOf(region).dnsSuffix}`,
    };
  },
  "aws:index/getPartition:getPartition": (args, context) => {
    const region = regionOf(args, context);
    const { partition, dnsSuffix } = partitionOf(region);
    const reverseDnsPrefix = dnsSuffix.split(".").reverse().join(".");
    return { id: partition, partition, dnsSuffix, reverseDnsPrefix };
  },
  "aws:index/getAvailabilityZones:getAvailabilityZones": availabilityZones,
  "aws:index/getAvailabilityZone:getAvailabilityZone": (args, context) => {
    const region = regionOf(args, context);
    const zone = zonesOf(region).find(({ name, id }) => name === args.name || id === args.zoneId);
    if (zone === undefined)
      throw new Error(`there is no zone ${JSON.stringify(args.name ?? args.zoneId)} in ${region}`);
    return { id: zone.name, name: zone.name, zoneId: zone.id, region, state: "available" };
  },
  "aws:iam/getPolicyDocument:getPolicyDocument": (args) => {
    const json = policyDocument(args);
    return { id: hex(json, 8), json, minifiedJson: json, statements: args.statements ?? [] };
  },
  "aws:ssm/getParameter:getParameter": (args, context) => {
    const name = String(args.name);
    // Public parameters of AWS hold image IDs; a parameter of a team may hold anything.
    const value = name.endsWith("image_id") ? `ami-${hex(name, 17)}` : `value-of-${name}`;
    const region = regionOf(args, context);
    const arn = `arn:${partitionOf(region).partition}:ssm:${region}:${account}:parameter${name}`;
    return { id: name, name, arn, type: "String", value, insecureValue: value, version: 1 };
  },
  "aws:ec2/getAmi:getAmi": (args) => {
    const id = `ami-${hex(JSON.stringify(args), 17)}`;
    return { id, imageId: id, architecture: "x86_64", rootDeviceName: "/dev/xvda" };
  },
  "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings": offerings,
  "aws:eks/getAddonVersion:getAddonVersion": (args) => ({
    id: String(args.addonName),
    addonName: args.addonName,
    kubernetesVersion: args.kubernetesVersion,
    version: "v1.0.0-eksbuild.1",
  }),
  "aws:route53/getZone:getZone": (args) => {
    const name = String(args.name ?? "example.com");
    const zoneId = String(args.zoneId ?? `Z${hex(name, 13).toUpperCase()}`);
    return {
      id: zoneId,
      zoneId,
      name,
      arn: `arn:aws:route53:::hostedzone/${zoneId}`,
      nameServers: [],
    };
  },
  "aws:ec2/getVpc:getVpc": (args) => {
    const id = String(args.id ?? `vpc-${hex(JSON.stringify(args), 17)}`);
    return {
      id,
      cidrBlock: "10.0.0.0/16",
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: {},
    };
  },
  "aws:ec2/getSubnet:getSubnet": (args, context) => {
    const id = String(args.id);
    const zones = zonesOf(regionOf(args, context));
    // Spread by the ID, so that three subnets of a list are likely to lie in three zones.
    const zone = zones[Number.parseInt(hex(id, 8), 16) % zones.length];
    return {
      id,
      availabilityZone: zone?.name,
      availabilityZoneId: zone?.id,
      cidrBlock: "10.0.0.0/20",
      mapPublicIpOnLaunch: false,
      vpcId: `vpc-${hex(id, 17)}`,
      tags: {},
    };
  },
  "aws:servicequotas/getServiceQuota:getServiceQuota": (args) => ({
    id: String(args.quotaCode),
    quotaCode: args.quotaCode,
    serviceCode: args.serviceCode,
    // A plan says what is needed; whether the account may have it is known with credentials only.
    value: 100_000,
  }),
};

function availabilityZones(args: Fields, context: AnswerContext): Fields {
  const region = regionOf(args, context);
  const excludes = (list: unknown, value: string) => Array.isArray(list) && list.includes(value);
  const zones = zonesOf(region).filter(
    ({ name, id }) => !excludes(args.excludeNames, name) && !excludes(args.excludeZoneIds, id),
  );
  return {
    id: region,
    region,
    names: zones.map(({ name }) => name),
    zoneIds: zones.map(({ id }) => id),
    groupNames: [region],
  };
}

function offerings(args: Fields, context: AnswerContext): Fields {
  const byId = args.locationType === "availability-zone-id";
  const zones = zonesOf(regionOf(args, context)).map(({ name, id }) => (byId ? id : name));
  const filters = Array.isArray(args.filters) ? (args.filters as Fields[]) : [];
  const types = filters
    .filter(({ name }) => name === "instance-type")
    .flatMap(({ values: given }) => (Array.isArray(given) ? given.map(String) : []));
  // Every zone offers every type here; where a type really is, the account's own view says.
  const pairs = types.flatMap((type) => zones.map((zone) => ({ type, zone })));
  return {
    id: "offerings",
    instanceTypes: pairs.map(({ type }) => type),
    locations: pairs.map(({ zone }) => zone),
    locationTypes: pairs.map(() => args.locationType ?? "region"),
  };
}
