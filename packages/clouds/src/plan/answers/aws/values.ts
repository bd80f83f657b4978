// SPDX-License-Identifier: Apache-2.0
/** @module What AWS fills in on the resources that a program makes: IDs, ARNs, addresses. */
import type { Computed, Fields } from "../answers.js";
import { account, hex, regionOf } from "./made-up.js";
import { partitionOf } from "./region.js";

/** Made-up values of a resource. */
export const awsValues: Computed = ({ type, name, inputs }, context) => {
  const region = regionOf(inputs, context);
  const { partition, dnsSuffix } = partitionOf(region);
  const [service = "", kind = ""] = (type.split(":")[1] ?? "").split("/");
  const id = identifierOf(type, name, inputs);
  const arn = `arn:${partition}:${service}:${region}:${account}:${kind}/${id}`;
  // Most types have a name, which the provider makes up when the program gives none.
  return { id, arn, name, ...(values[type]?.({ id, name, region, dnsSuffix }) ?? {}) };
};

interface Made {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly dnsSuffix: string;
}

/** Values that programs read, by type; ARNs, IDs and names are made for every type. */
const values: Readonly<Record<string, (made: Made) => Fields>> = {
  "aws:eks/cluster:Cluster": ({ id, region }) => ({
    endpoint: `https://${hex(id, 32).toUpperCase()}.gr7.${region}.eks.amazonaws.com`,
    certificateAuthority: { data: Buffer.from(`certificate of ${id}`).toString("base64") },
    identities: [
      { oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${hex(id, 32)}` }] },
    ],
    vpcConfig: {
      clusterSecurityGroupId: `sg-${hex(`${id} cluster`, 17)}`,
      vpcId: `vpc-${hex(id, 17)}`,
    },
  }),
  "aws:ec2/vpc:Vpc": ({ id }) => ({
    defaultSecurityGroupId: `sg-${hex(`${id} default`, 17)}`,
    mainRouteTableId: `rtb-${hex(`${id} main`, 17)}`,
    defaultNetworkAclId: `acl-${hex(`${id} default`, 17)}`,
  }),
  "aws:efs/fileSystem:FileSystem": ({ id, region, dnsSuffix }) => ({
    dnsName: `${id}.efs.${region}.${dnsSuffix}`,
  }),
  "aws:fsx/lustreFileSystem:LustreFileSystem": ({ id, region, dnsSuffix }) => ({
    dnsName: `${id}.fsx.${region}.${dnsSuffix}`,
    mountName: hex(id, 8),
  }),
  "aws:ecr/repository:Repository": ({ id, region, dnsSuffix }) => ({
    repositoryUrl: `${account}.dkr.ecr.${region}.${dnsSuffix}/${id}`,
    registryId: account,
  }),
  "aws:ec2/launchTemplate:LaunchTemplate": () => ({ latestVersion: 1 }),
  "aws:sqs/queue:Queue": ({ name, region, dnsSuffix }) => ({
    url: `https://sqs.${region}.${dnsSuffix}/${account}/${name}`,
  }),
  "aws:kms/key:Key": ({ id }) => ({ keyId: id }),
  "aws:iam/role:Role": ({ name }) => ({ uniqueId: hex(name, 20).toUpperCase() }),
  "aws:s3/bucket:Bucket": ({ id, dnsSuffix }) => ({
    bucket: id,
    bucketDomainName: `${id}.s3.${dnsSuffix}`,
  }),
  "aws:route53/record:Record": ({ id }) => ({ fqdn: id }),
  "aws:acm/certificate:Certificate": ({ name }) => ({
    domainValidationOptions: [
      {
        domainName: `${name}.example`,
        resourceRecordName: `_${hex(name, 8)}.example.`,
        resourceRecordType: "CNAME",
        resourceRecordValue: `_${hex(name, 8)}.acm-validations.aws.`,
      },
    ],
  }),
};

/** Prefixes of the IDs of EC2 and its neighbours; other resources are known by their names. */
const prefixes: Readonly<Record<string, string>> = {
  "aws:ec2/eip:Eip": "eipalloc",
  "aws:ec2/internetGateway:InternetGateway": "igw",
  "aws:ec2/launchTemplate:LaunchTemplate": "lt",
  "aws:ec2/natGateway:NatGateway": "nat",
  "aws:ec2/routeTable:RouteTable": "rtb",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/vpc:Vpc": "vpc",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "vpce",
  "aws:efs/accessPoint:AccessPoint": "fsap",
  "aws:efs/fileSystem:FileSystem": "fs",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "fs",
};

function identifierOf(type: string, name: string, inputs: Fields): string {
  const prefix = prefixes[type];
  if (prefix !== undefined) return `${prefix}-${hex(`${type} ${name}`, 17)}`;
  const given = inputs.name ?? inputs.bucket;
  return typeof given === "string" ? given : name;
}
