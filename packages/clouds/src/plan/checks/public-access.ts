// SPDX-License-Identifier: Apache-2.0
/** @module What the whole internet can reach: control planes, ports, buckets. */
import { at, items, text } from "@dynamo-iac/constructs/api";
import { unknownMark } from "../plan.js";
import type { CloudResource, ResourceRule, RuleProblem } from "./rule.js";

const world: ReadonlySet<unknown> = new Set(["0.0.0.0/0", "::/0"]);

/** The first address range that means everybody. */
function openRange(ranges: unknown): string | undefined {
  return items(ranges).find((range): range is string => world.has(range));
}

/** DYN-CLOUD-002 */
export const publicControlPlane: ResourceRule = {
  code: "DYN-CLOUD-002",
  types: ["aws:eks/cluster:Cluster"],
  *check({ inputs }) {
    const network = at(inputs, "vpcConfig");
    const access = at(network, "endpointPublicAccess");
    if (access === false || access === unknownMark || network === unknownMark) return;
    const ranges = at(network, "publicAccessCidrs");
    const range = openRange(ranges);
    if (range === undefined && ranges !== undefined) return;
    const told =
      access === undefined ? "is public unless endpointPublicAccess is false" : "is public";
    yield {
      code: "DYN-CLOUD-002",
      path: ["vpcConfig", range === undefined ? "endpointPublicAccess" : "publicAccessCidrs"],
      message: `the API server ${told}, for ${range ?? "every address, since publicAccessCidrs is not set"}`,
      fix: "Set endpointPublicAccess to false, or publicAccessCidrs to the ranges of your network.",
    };
  },
};

const inline = "aws:ec2/securityGroup:SecurityGroup";
const classic = "aws:ec2/securityGroupRule:SecurityGroupRule";
const single = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** DYN-CLOUD-003 for security groups */
export const openIngress: ResourceRule = {
  code: "DYN-CLOUD-003",
  types: [inline, classic, single],
  *check({ type, inputs }) {
    if (type === single) {
      for (const field of ["cidrIpv4", "cidrIpv6"]) {
        if (world.has(at(inputs, field))) yield openPort([field], inputs, text(at(inputs, field)));
      }
      return;
    }
    if (type === classic) {
      if (at(inputs, "type") === "ingress") yield* openRules([], inputs);
      return;
    }
    for (const [position, rule] of items(at(inputs, "ingress")).entries())
      yield* openRules(["ingress", position], rule);
  },
};

function* openRules(path: readonly (string | number)[], rule: unknown): Iterable<RuleProblem> {
  for (const field of ["cidrBlocks", "ipv6CidrBlocks"]) {
    const range = openRange(at(rule, field));
    if (range !== undefined) yield openPort([...path, field], rule, range);
  }
}

function openPort(
  path: readonly (string | number)[],
  rule: unknown,
  range: string | undefined,
): RuleProblem {
  return {
    code: "DYN-CLOUD-003",
    path,
    message: `${ports(rule)} open to ${range}`,
    fix: "Name the ranges or the security groups that need it.",
  };
}

function ports(rule: unknown): string {
  const [from, to] = [at(rule, "fromPort"), at(rule, "toPort")];
  const protocol = at(rule, "protocol") ?? at(rule, "ipProtocol");
  if (protocol === "-1" || from === undefined) return "every port is";
  return from === to ? `port ${from} is` : `ports ${from} to ${to} are`;
}

/** DYN-CLOUD-003 for load balancers that Kubernetes objects ask for */
export const openLoadBalancer: ResourceRule = {
  code: "DYN-CLOUD-003",
  types: ["kubernetes:core/v1:Service", "kubernetes:networking.k8s.io/v1:Ingress"],
  *check({ type, inputs }) {
    const isIngress = type.endsWith(":Ingress");
    const prefix = isIngress ? "alb.ingress" : "service.beta";
    const scheme = isIngress
      ? "alb.ingress.kubernetes.io/scheme"
      : "service.beta.kubernetes.io/aws-load-balancer-scheme";
    const annotations = at(inputs, "metadata", "annotations");
    if (at(annotations, scheme) !== "internet-facing") return;
    const ranges = isIngress
      ? (text(at(annotations, "alb.ingress.kubernetes.io/inbound-cidrs")) ?? "")
          .split(",")
          .map((range) => range.trim())
          .filter((range) => range !== "")
      : items(at(inputs, "spec", "loadBalancerSourceRanges"));
    const range = openRange(ranges);
    if (ranges.length > 0 && range === undefined) return;
    yield {
      code: "DYN-CLOUD-003",
      path: ["metadata", "annotations", scheme],
      message: `the load balancer is on the internet, for ${range ?? "every address"}; the frontend of Dynamo knows no users and no passwords`,
      fix: `Set the scheme to internal, or name the ranges with ${prefix === "alb.ingress" ? "alb.ingress.kubernetes.io/inbound-cidrs" : "loadBalancerSourceRanges"}.`,
    };
  },
};

const switches = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
] as const;

/** DYN-CLOUD-011 */
export const publicBucket: ResourceRule = {
  code: "DYN-CLOUD-011",
  types: [
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketAcl:BucketAcl",
    "aws:s3/bucketAclV2:BucketAclV2",
  ],
  *check({ type, inputs }: CloudResource) {
    if (type.includes("Acl")) {
      const acl = text(at(inputs, "acl")) ?? "";
      if (acl.startsWith("public"))
        yield bucketProblem(["acl"], `the access list is ${acl}`, "Use private.");
      return;
    }
    for (const field of switches) {
      const value = at(inputs, field);
      // Each is off unless it is set.
      if (value !== true && value !== unknownMark)
        yield bucketProblem(
          [field],
          `${field} is ${value ?? "not set, which is false"}`,
          "Set it to true.",
        );
    }
  },
};

function bucketProblem(path: readonly string[], what: string, fix: string): RuleProblem {
  return {
    code: "DYN-CLOUD-011",
    path,
    message: `${what}, so that the bucket can be read from the internet`,
    fix,
  };
}
