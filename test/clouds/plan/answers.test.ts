// SPDX-License-Identifier: Apache-2.0
/** @module Made-up answers of AWS and Kubernetes: the same everywhere, and of the right form. */

import { KubernetesObject } from "@dynamo-iac/clouds/kubernetes";
import type { PlanMode } from "@dynamo-iac/clouds/plan";
import { getInstanceTypeOfferings } from "@pulumi/aws/ec2/getInstanceTypeOfferings";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { FileSystem } from "@pulumi/aws/efs/fileSystem";
import { Cluster } from "@pulumi/aws/eks/cluster";
import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";
import { getPolicyDocument } from "@pulumi/aws/iam/getPolicyDocument";
import { getParameter } from "@pulumi/aws/ssm/getParameter";
import { describe, expect, it } from "vitest";
import { planOf } from "../../support/clouds/record.js";

const outputs = async (program: () => unknown, region = "us-east-1", mode: PlanMode = "update") =>
  (await planOf(program, { mode, config: { "aws:region": region } })).outputs;

describe("answers of AWS", () => {
  it.each([
    ["us-east-1", "use1", 6],
    ["us-west-2", "usw2", 4],
    ["eu-central-1", "euc1", 3],
    ["ap-southeast-2", "apse2", 3],
    ["ap-northeast-1", "apne1", 3],
    ["us-gov-west-1", "usgw1", 3],
    ["ca-central-1", "cac1", 3],
  ])("know the zones of %s by name and ID", async (region, prefix, count) => {
    const { zones } = await outputs(async () => ({ zones: await getAvailabilityZones() }), region);
    expect(zones).toMatchObject({
      names: Array.from({ length: count }, (_, at) => `${region}${"abcdef"[at]}`),
      zoneIds: Array.from({ length: count }, (_, at) => `${prefix}-az${at + 1}`),
    });
  });

  it("leave out the zones that the program excludes", async () => {
    const found = await outputs(async () => ({
      zones: (
        await getAvailabilityZones({ excludeZoneIds: ["use1-az3"], excludeNames: ["us-east-1a"] })
      ).names,
    }));
    expect(found.zones).toEqual(["us-east-1b", "us-east-1d", "us-east-1e", "us-east-1f"]);
  });

  it("know account, partition, offerings and public parameters", async () => {
    const found = await outputs(async () => {
      const parameter = await getParameter({
        name: "/aws/service/eks/optimized-ami/1.34/image_id",
      });
      return {
        account: (await getCallerIdentity()).accountId,
        partition: (await getPartition()).partition,
        image: parameter.value,
        zones: (
          await getInstanceTypeOfferings({
            locationType: "availability-zone-id",
            filters: [{ name: "instance-type", values: ["p5.48xlarge"] }],
          })
        ).locations,
      };
    }, "us-gov-west-1");
    expect(found).toEqual({
      account: "123456789012",
      partition: "aws-us-gov",
      image: expect.stringMatching(/^(ami-[0-9a-f]{17}|\[secret\])$/),
      zones: ["usgw1-az1", "usgw1-az2", "usgw1-az3"],
    });
  });

  it("write policy documents as IAM reads them", async () => {
    const found = await outputs(async () => ({
      json: (
        await getPolicyDocument({
          statements: [
            {
              sid: "Read",
              actions: ["s3:ListBucket", "s3:GetObject"],
              resources: ["arn:aws:s3:::b"],
              conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] }],
            },
            {
              effect: "Deny",
              notActions: ["s3:*"],
              resources: ["*"],
              principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
            },
            { actions: ["sts:AssumeRole"], principals: [{ type: "*", identifiers: ["*"] }] },
          ],
        })
      ).json,
    }));
    expect(JSON.parse(String(found.json))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: "arn:aws:s3:::b",
          Condition: { StringEquals: { "aws:SourceAccount": "1" } },
        },
        {
          Effect: "Deny",
          NotAction: "s3:*",
          Resource: "*",
          Principal: { Service: "ec2.amazonaws.com" },
        },
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" },
      ],
    });
  });

  it("make IDs, ARNs and addresses in an update, and nothing in a preview", async () => {
    const program = () => {
      const subnet = new Subnet("a", { vpcId: "vpc-1" });
      const cluster = new Cluster("c", { roleArn: "r", vpcConfig: { subnetIds: [subnet.id] } });
      const files = new FileSystem("f", {});
      return {
        subnet: subnet.id,
        endpoint: cluster.endpoint,
        issuer: cluster.identities.apply((list) => list[0]?.oidcs?.[0]?.issuer),
        arn: files.arn,
        dns: files.dnsName,
      };
    };
    expect(await outputs(program, "eu-west-1")).toEqual({
      subnet: expect.stringMatching(/^subnet-[0-9a-f]{17}$/),
      endpoint: expect.stringMatching(
        /^https:\/\/[0-9A-F]{32}\.gr7\.eu-west-1\.eks\.amazonaws\.com$/,
      ),
      issuer: expect.stringMatching(/^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\//),
      arn: expect.stringMatching(/^arn:aws:efs:eu-west-1:123456789012:fileSystem\/fs-/),
      dns: expect.stringMatching(/^fs-[0-9a-f]{17}\.efs\.eu-west-1\.amazonaws\.com$/),
    });
    const preview = await outputs(program, "eu-west-1", "preview");
    expect(new Set(Object.values(preview))).toEqual(new Set(["[unknown]"]));
  });
});

describe("answers of Kubernetes", () => {
  it("give load balancers an address", async () => {
    const found = await outputs(() => {
      class Service extends KubernetesObject {
        declare readonly status: { readonly loadBalancer: unknown };
      }
      const service = new Service(
        "s",
        {
          apiVersion: "v1",
          kind: "Service",
          metadata: { name: "web", namespace: "ai" },
          ...{ status: undefined },
        },
        {},
      );
      return { id: service.id, status: service.status };
    });
    expect(found).toEqual({
      id: "ai/web",
      status: { loadBalancer: { ingress: [{ hostname: "web.load-balancer.example" }] } },
    });
  });
});
