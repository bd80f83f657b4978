// SPDX-License-Identifier: Apache-2.0
import { existingNetwork, Network, type NetworkProps } from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { checkNetwork } from "../../../packages/clouds/src/aws/network/checks.js";
import { resolveNetwork } from "../../../packages/clouds/src/aws/network/resolve.js";
import { planOf } from "../../support/clouds/record.js";
import { brief, refused } from "./findings.js";
import { laws } from "./laws.js";
import { ofType, one, policyOf, promiseOf, record } from "./recorder.js";

const region = "us-west-2";
const tags = { team: "inference" };
const make = (props: Partial<NetworkProps> = {}) => new Network("net", { region, tags, ...props });
const build = (props: Partial<NetworkProps> = {}) => record(() => make(props));
const check = (props: Partial<NetworkProps>) =>
  checkNetwork(resolveNetwork("net", { region, ...props }));

describe("Network", () => {
  it("keeps the laws of components", async () => {
    await laws(() => make());
  });

  it("makes three subnets of each kind, none of which gives out public addresses", async () => {
    const { resources } = await build();
    const subnets = ofType(resources, "subnet:Subnet");
    const facts = subnets.map(({ name, inputs }) => [
      name,
      inputs.cidrBlock,
      inputs.availabilityZone,
    ]);
    expect(facts).toEqual([
      ["net-intra-us-west-2a", "10.42.224.0/26", "us-west-2a"],
      ["net-intra-us-west-2b", "10.42.224.64/26", "us-west-2b"],
      ["net-intra-us-west-2c", "10.42.224.128/26", "us-west-2c"],
      ["net-private-us-west-2a", "10.42.0.0/19", "us-west-2a"],
      ["net-private-us-west-2b", "10.42.32.0/19", "us-west-2b"],
      ["net-private-us-west-2c", "10.42.64.0/19", "us-west-2c"],
      ["net-public-us-west-2a", "10.42.192.0/22", "us-west-2a"],
      ["net-public-us-west-2b", "10.42.196.0/22", "us-west-2b"],
      ["net-public-us-west-2c", "10.42.200.0/22", "us-west-2c"],
    ]);
    expect(subnets.every(({ inputs }) => inputs.mapPublicIpOnLaunch === false)).toBe(true);
  });

  it("names zones by id where one of the region takes no control plane", async () => {
    const { resources } = await build({ region: "us-east-1" });
    const ids = ofType(resources, "subnet:Subnet").map(({ inputs }) => inputs.availabilityZoneId);
    expect(new Set(ids)).toEqual(new Set(["use1-az1", "use1-az2", "use1-az4"]));
  });

  it("tags subnets for load balancers and Karpenter", async () => {
    const { resources } = await build({ clusterName: "dynamo" });
    expect(one(resources, "subnet:Subnet", "net-private-us-west-2a").inputs.tags).toEqual({
      ...tags,
      Name: "net-private-us-west-2a",
      "kubernetes.io/role/internal-elb": "1",
      "karpenter.sh/discovery": "dynamo",
    });
    expect(one(resources, "subnet:Subnet", "net-public-us-west-2a").inputs.tags).toMatchObject({
      "kubernetes.io/role/elb": "1",
    });
    const intra = one(resources, "subnet:Subnet", "net-intra-us-west-2a").inputs.tags;
    expect(intra).toEqual({ ...tags, Name: "net-intra-us-west-2a" });
  });

  it("sends each private subnet through the gateway of its zone", async () => {
    const { resources } = await build();
    const nats = ofType(resources, "natGateway:NatGateway").map(({ name }) => name);
    expect(nats).toEqual(["net-nat-us-west-2a", "net-nat-us-west-2b", "net-nat-us-west-2c"]);
    const route = one(resources, "route:Route", "net-private-us-west-2b").inputs;
    expect(route).toMatchObject({
      routeTableId: "net-private-us-west-2b-id",
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: "net-nat-us-west-2b-id",
    });
  });

  it("sends all of them through one gateway when asked, which is the first of three", async () => {
    const { resources } = await build({ nat: "single" });
    expect(ofType(resources, "natGateway:NatGateway").map(({ name }) => name)).toEqual([
      "net-nat-us-west-2a",
    ]);
    for (const zone of ["us-west-2a", "us-west-2b", "us-west-2c"])
      expect(one(resources, "route:Route", `net-private-${zone}`).inputs.natGatewayId).toBe(
        "net-nat-us-west-2a-id",
      );
  });

  it("gives intra subnets no route at all, and without NAT the private ones neither", async () => {
    const { resources } = await build({ nat: "none" });
    expect(ofType(resources, "route:Route").map(({ name }) => name)).toEqual(["net-public"]);
    expect(ofType(resources, "eip:Eip")).toEqual([]);
  });

  it("offers S3 in every table but the public one", async () => {
    const { resources } = await build();
    const { inputs } = one(resources, "vpcEndpoint:VpcEndpoint", "net-s3");
    expect(inputs).toMatchObject({
      vpcEndpointType: "Gateway",
      serviceName: "com.amazonaws.us-west-2.s3",
      routeTableIds: [
        "net-private-us-west-2a-id",
        "net-private-us-west-2b-id",
        "net-private-us-west-2c-id",
        "net-intra-id",
      ],
    });
  });

  it("opens endpoints to HTTPS from the network alone, and lets them call nobody", async () => {
    const { resources } = await build({ nat: "none" });
    const endpoints = ofType(resources, "vpcEndpoint:VpcEndpoint");
    expect(endpoints).toHaveLength(19);
    expect(one(resources, "vpcEndpoint:VpcEndpoint", "net-ecr-dkr").inputs).toMatchObject({
      serviceName: "com.amazonaws.us-west-2.ecr.dkr",
      privateDnsEnabled: true,
      securityGroupIds: ["sg-net-endpoints"],
    });
    const rules = resources.filter(({ type }) => /IngressRule|EgressRule/.test(type));
    expect(rules.map(({ inputs }) => [inputs.cidrIpv4, inputs.fromPort, inputs.toPort])).toEqual([
      ["10.42.0.0/16", 443, 443],
    ]);
  });

  it("allows nothing in the default security group", async () => {
    const { resources } = await build();
    const { inputs } = one(resources, "defaultSecurityGroup:DefaultSecurityGroup", "net");
    expect(inputs.ingress).toBeUndefined();
    expect(inputs.egress).toBeUndefined();
  });

  it("writes flow logs with a key that only CloudWatch Logs and the account can use", async () => {
    const { resources } = await build();
    expect(one(resources, "flowLog:FlowLog", "net-flow-logs").inputs.trafficType).toBe("ALL");
    expect(one(resources, "logGroup:LogGroup", "net-flow-logs").inputs).toMatchObject({
      retentionInDays: 90,
      kmsKeyId: "arn:aws:kms:us-west-2:123456789012:net-flow-logs",
    });
    const key = one(resources, "key:Key", "net-flow-logs").inputs;
    expect(key.enableKeyRotation).toBe(true);
    expect(policyOf(key.policy).map(({ Principal }) => Principal)).toEqual([
      { AWS: "arn:aws:iam::123456789012:root" },
      { Service: "logs.us-west-2.amazonaws.com" },
    ]);
    const role = one(resources, "rolePolicy:RolePolicy", "net-flow-logs").inputs;
    expect(policyOf(role.policy)[0]?.Resource).toEqual([
      "arn:aws:cloudwatch:us-west-2:123456789012:net-flow-logs:*",
    ]);
  });

  it("uses a key that is given, and leaves flow logs out on request", async () => {
    const keyArn = "arn:aws:kms:us-west-2:123456789012:key/abc";
    const given = await build({ keyArn });
    expect(ofType(given.resources, "key:Key")).toEqual([]);
    expect(one(given.resources, "logGroup:LogGroup", "net-flow-logs").inputs.kmsKeyId).toBe(keyArn);
    const none = await build({ flowLogs: false });
    expect(ofType(none.resources, "flowLog:FlowLog")).toEqual([]);
  });

  it("keeps flow logs and their key when the network goes, unless told otherwise", async () => {
    const kept = async (removal?: "retain" | "delete") =>
      (await planOf(() => void make({ removal }))).resources
        .filter(({ type }) => /:(LogGroup|Key)$/.test(type))
        .map(({ protect, retainOnDelete }) => [protect, retainOnDelete]);
    expect(await kept()).toEqual([
      [true, true],
      [true, true],
    ]);
    expect((await kept("delete")).flat()).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("offers the names of zones and the addresses of its gateways", async () => {
    const { result } = await build();
    const [first] = result.privateSubnets;
    expect(first?.zone).toBe("us-west-2a");
    expect(await promiseOf(result.natAddresses[0] ?? result.vpcId)).toBe("203.0.113.7");
  });
});

describe("a network that is refused", () => {
  it.each<[string, Partial<NetworkProps>, readonly string[]]>([
    [
      "region",
      { region: "uswest2", zones: ["us-west-2a", "us-west-2b"] },
      ["DYN-AWS-001 region", "DYN-AWS-005 zones[0]", "DYN-AWS-005 zones[1]"],
    ],
    ["China", { region: "cn-north-1" }, ["DYN-AWS-001 region"]],
    ["bits behind the prefix", { cidr: "10.42.1.0/16" }, ["DYN-AWS-002 cidr"]],
    ["small VPC", { cidr: "10.42.0.0/21" }, ["DYN-AWS-002 cidr"]],
    ["public addresses", { cidr: "8.8.0.0/16" }, ["DYN-AWS-003 cidr"]],
    ["one zone", { zones: ["us-west-2a"] }, ["DYN-AWS-004 zones"]],
    ["a zone twice", { zones: ["us-west-2a", "us-west-2a"] }, ["DYN-AWS-004 zones[1]"]],
    ["names and ids", { zones: ["us-west-2a", "usw2-az2"] }, ["DYN-AWS-004 zones"]],
    ["foreign zone", { zones: ["us-west-2a", "us-east-1b"] }, ["DYN-AWS-005 zones[1]"]],
    [
      "odd zone",
      { region: "us-east-1", zones: ["use1-az1", "use1-az3"] },
      ["DYN-AWS-006 zones[1]"],
    ],
    [
      "missing endpoints",
      { nat: "none", interfaceEndpoints: ["ec2", "sts"] },
      ["DYN-AWS-008 interfaceEndpoints"],
    ],
    [
      "an endpoint twice",
      { interfaceEndpoints: ["ec2", "ec2"] },
      ["DYN-AWS-008 interfaceEndpoints"],
    ],
    ["retention", { flowLogs: { retentionDays: 31 } }, ["DYN-AWS-010 flowLogs.retentionDays"]],
    ["key of another service", { keyArn: "arn:aws:s3:::bucket" }, ["DYN-AWS-011 keyArn"]],
    ["AWS's own tag", { tags: { "aws:team": "x" } }, ['DYN-AWS-013 tags["aws:team"]']],
    ["long tag", { tags: { team: "x".repeat(257) } }, ["DYN-AWS-013 tags.team"]],
  ])("%s", async (_, props, expected) => {
    expect(brief(await refused(() => make(props)))).toEqual(expected);
  });

  it("hears of all mistakes at once, with numbers and fixes", async () => {
    const found = await refused(() =>
      make({ cidr: "10.0.0.0/8", zones: ["us-west-2a"], flowLogs: { retentionDays: 31 } }),
    );
    expect(found.map(({ message, fix }) => `${message} > ${fix}`)).toEqual([
      'must be a /16 to /20, got /8: AWS takes no larger VPC, and a smaller one has no room for 6 zones > Set cidr to a private block such as "10.42.0.0/16".',
      "must be 2 to 6 zones, got 1: EKS wants its control plane in two > Name three zones, or leave zones out.",
      "must be one of the days that CloudWatch Logs knows, got 31 > Set flowLogs.retentionDays to 60.",
    ]);
  });

  it("is warned of zone names where one may take no control plane", () => {
    const zones = ["us-east-1a", "us-east-1b"];
    expect(brief(check({ region: "us-east-1", zones }))).toEqual(["DYN-AWS-007 zones"]);
    expect(check({ region: "us-east-1" })).toEqual([]);
  });

  it("is built when the finding is waived", async () => {
    const waive = [{ code: "DYN-AWS-003", reason: "our own addresses" }] as const;
    const { resources } = await build({ cidr: "11.0.0.0/16", waive });
    expect(ofType(resources, "vpc:Vpc")).toHaveLength(1);
  });
});

describe("an existing network", () => {
  const subnet = (id: string, zone: string) => ({ id: `subnet-${id.repeat(8)}`, zone });
  const sound = {
    region,
    vpcId: "vpc-0123456789abcdef0",
    cidr: "10.0.0.0/16",
    privateSubnets: [subnet("a", "us-west-2a"), subnet("b", "us-west-2b")],
  };

  it("stands for one of our own", () => {
    expect(existingNetwork(sound)).toMatchObject({
      zones: ["us-west-2a", "us-west-2b"],
      intraSubnets: sound.privateSubnets,
      publicSubnets: [],
    });
  });

  it("is refused with all mistakes at once", async () => {
    const found = await refused(() =>
      existingNetwork({
        ...sound,
        vpcId: "subnet-0123456789abcdef0",
        cidr: "10.0.0.0",
        privateSubnets: [{ id: "subnet-1", zone: "us-west-2a" }],
      }),
    );
    expect(brief(found)).toEqual([
      "DYN-AWS-011 vpcId",
      "DYN-AWS-002 cidr",
      "DYN-AWS-011 privateSubnets[0].id",
      "DYN-AWS-004 privateSubnets",
    ]);
  });
});
