// SPDX-License-Identifier: Apache-2.0
/** @module What a stack would create, as plain data: the answer of the offline plan and the input of its checks and of `diff`. */

import type { PlanWaiver } from "./waivers.js";

/** How the program was run: with values that only the cloud knows left unknown, or filled in with made-up ones. */
export const planModes = ["preview", "update"] as const;

/** One of {@link planModes}. */
export type PlanMode = (typeof planModes)[number];

/** A value of JSON. Secrets and unknowns are the strings below. */
export type PlanValue =
  | null
  | boolean
  | number
  | string
  | readonly PlanValue[]
  | { readonly [key: string]: PlanValue };

/** An object of JSON. */
export type PlanObject = { readonly [key: string]: PlanValue };

/** Stands for a value that only the cloud knows, and for every string that holds one. */
export const unknownMark = "[unknown]";

/** Stands for a secret. With a fingerprint key it is `[secret:` and 12 hexadecimal digits and `]`. */
export const secretMark = "[secret]";

/** Stands for a secret of the configuration that the program passes on without its mark: hidden here, clear in a real state. */
export const clearSecretMark = "[secret in clear text]";

/** Everything that one run of a stack's program registered. Byte-stable: the same program and configuration give the same plan. */
export interface Plan {
  /** Version of this type; a field may be added, none changes its meaning without a new number. */
  readonly version: 1;
  /** Name of the project, from Pulumi.yaml. */
  readonly project: string;
  /** Name of the stack, as in Pulumi.<stack>.yaml. */
  readonly stack: string;
  readonly mode: PlanMode;
  /** Sorted by URN. */
  readonly resources: readonly PlannedResource[];
  /** What the program asked the cloud for, and what the plan answered; sorted by token and arguments. */
  readonly assumptions: readonly Assumption[];
  /** Outputs of the stack: what the program exports. */
  readonly outputs: PlanObject;
  /** Findings that the configuration accepts. */
  readonly waivers: readonly PlanWaiver[];
}

/** Who makes the resource: a component only groups, a provider is a connection, a read looks up what is there already. */
export const resourceKinds = ["stack", "component", "provider", "custom", "read"] as const;

/** One of {@link resourceKinds}. */
export type ResourceKind = (typeof resourceKinds)[number];

/** One resource. A field that has nothing to say is absent. */
export interface PlannedResource {
  /** As Pulumi would name it: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. Unique in a plan. */
  readonly urn: string;
  /** Type token, as `aws:eks/cluster:Cluster` or `kubernetes:nvidia.com/v1beta1:DynamoGraphDeployment`. */
  readonly type: string;
  readonly name: string;
  readonly kind: ResourceKind;
  /** Its ID, made up; only in the mode `update`. */
  readonly id?: string;
  /** URN of the parent; absent on the stack itself. */
  readonly parent?: string;
  /** URN of the provider that was given explicitly. */
  readonly provider?: string;
  /** Arguments with keys in order; secrets and unknowns are masked. */
  readonly inputs: PlanObject;
  /** URNs, sorted: `dependsOn` and what the inputs were computed from. */
  readonly dependsOn: readonly string[];
  /** For each input, URNs of what it was computed from; inputs that depend on nothing are absent. */
  readonly inputDependencies?: Readonly<Record<string, readonly string[]>>;
  /** The engine refuses to delete it. */
  readonly protect?: true;
  /** Deleting it from the state leaves it in the cloud. */
  readonly retainOnDelete?: true;
  /** A replacement deletes first. */
  readonly deleteBeforeReplace?: true;
  /** Paths of inputs whose change replaces, beyond those the provider knows. */
  readonly replaceOnChanges?: readonly string[];
  /** Paths of inputs whose change is left alone: another writer owns them. */
  readonly ignoreChanges?: readonly string[];
  /** Outputs that are secret whatever the provider says. */
  readonly additionalSecretOutputs?: readonly string[];
  /** Former URNs, or names and types of this resource. */
  readonly aliases?: readonly PlanValue[];
  /** URN of a resource whose deletion takes this one along. */
  readonly deletedWith?: string;
  /** ID of an existing object that is adopted. */
  readonly importId?: string;
  /** As `{ "create": "15m" }`. */
  readonly customTimeouts?: Readonly<Record<string, string>>;
}

/** A question that the program asked the cloud, with the answer that the plan gave. */
export interface Assumption {
  /** Token of the function, as `aws:index/getAvailabilityZones:getAvailabilityZones`. */
  readonly token: string;
  readonly arguments: PlanObject;
  readonly answer: PlanObject;
}

/** True when a value is a secret or holds one. */
export function holdsSecret(value: PlanValue): boolean {
  return anyString(value, (text) => secretPattern.test(text) || text.includes(clearSecretMark));
}

/** True when a value is unknown or holds an unknown one. */
export function holdsUnknown(value: PlanValue): boolean {
  return anyString(value, (text) => text === unknownMark);
}

const secretPattern = /^\[secret(:[0-9a-f]{12})?\]$/;

function anyString(value: PlanValue, test: (text: string) => boolean): boolean {
  if (typeof value === "string") return test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => anyString(inner, test));
}
