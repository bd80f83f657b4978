// SPDX-License-Identifier: Apache-2.0
/** @module Runs components against Pulumi's mocks and records what they would make. */
import * as pulumi from "@pulumi/pulumi";

/** A resource as it was registered; a recording has them sorted by type and name. */
export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What was made, and what the program returned. */
export interface Recording<T> {
  readonly resources: readonly Recorded[];
  readonly result: T;
}

const account = "123456789012";

const offered = { id: "us-west-2", instanceTypes: [], locationTypes: [] };

/** Runs the program under mocks that fill in what only the cloud knows, with names that tests can tell. */
export async function record<T>(build: () => T): Promise<Recording<T>> {
  const made: Recorded[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, custom }) => {
        made.push({ type, name, inputs, custom: custom ?? true });
        return {
          id: idOf(type, name),
          state: { ...known(type, name), ...inputs, ...nested(inputs) },
        };
      },
      call: ({ token, inputs }) => {
        if (token === "aws:ec2/getInstanceTypeOfferings:getInstanceTypeOfferings")
          return inputs.locationType === "availability-zone-id"
            ? { ...offered, locations: ["usw2-az1"] }
            : { ...offered, locations: ["us-west-2a", "us-west-2c"] };
        if (token === "aws:index/getCallerIdentity:getCallerIdentity")
          return {
            accountId: account,
            arn: `arn:aws:iam::${account}:root`,
            id: account,
            userId: "",
          };
        throw new Error(`unknown call of the cloud: ${token}`);
      },
    },
    "project",
    "stack",
    false,
  );
  const result = build();
  await settled();
  const resources = made.toSorted((a, b) =>
    `${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1,
  );
  return { resources, result };
}

/** The value of an output. */
export function promiseOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}

/** Resources of one type, by the end of its token, such as `vpc:Vpc`. */
export function ofType(resources: readonly Recorded[], type: string): readonly Recorded[] {
  return resources.filter(
    (each) => each.type.endsWith(`:${type}`) || each.type.endsWith(`/${type}`),
  );
}

/** The only resource with that type and name. */
export function one(resources: readonly Recorded[], type: string, name: string): Recorded {
  const found = ofType(resources, type).filter((each) => each.name === name);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(
      `${found.length} of ${type} ${name}; there are ${resources.map((r) => `${r.type} ${r.name}`).join(", ")}`,
    );
  return found[0];
}

/** The JSON of a policy, as data. */
export function policyOf(value: unknown): readonly PolicyStatement[] {
  if (typeof value !== "string") throw new Error("the policy is no text");
  return (JSON.parse(value) as { Statement: PolicyStatement[] }).Statement;
}

/** One statement of a policy. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Waits until every registration has been answered; the runtime has it, its typings do not. */
function settled(): Promise<void> {
  const { waitForRPCs } = pulumi.runtime as unknown as {
    waitForRPCs(disconnect: boolean): Promise<void>;
  };
  return waitForRPCs(false);
}

const prefixes: Readonly<Record<string, string>> = {
  "vpc:Vpc": "vpc",
  "subnet:Subnet": "subnet",
  "securityGroup:SecurityGroup": "sg",
  "fileSystem:FileSystem": "fs",
};

function idOf(type: string, name: string): string {
  const prefix = prefixes[type.split("/").at(-1) ?? ""];
  return prefix === undefined ? `${name}-id` : `${prefix}-${name}`;
}

/** Attributes that only the cloud knows, inside of blocks of which it takes the rest. */
function nested({ vpcConfig }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof vpcConfig !== "object") return {};
  return { vpcConfig: { ...vpcConfig, clusterSecurityGroupId: "sg-cluster" } };
}

/** Attributes that only the cloud knows. */
function known(type: string, name: string): Record<string, unknown> {
  const service = /^aws:([a-z0-9]+)\//.exec(type)?.[1] ?? "none";
  return {
    arn: `arn:aws:${service}:us-west-2:${account}:${name}`,
    name: `${name}-0123456`,
    keyId: `${name}-key`,
    availabilityZone: "us-west-2a",
    publicIp: "203.0.113.7",
    endpoint: `https://${name}.example.com`,
    certificateAuthority: { data: "Y2E=" },
    identities: [{ oidcs: [{ issuer: `https://oidc.example.com/${name}` }] }],
    latestVersion: 1,
  };
}
