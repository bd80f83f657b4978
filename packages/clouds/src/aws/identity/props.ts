// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the identity of a pod. */
import type { Input, Output } from "@pulumi/pulumi";
import type { ClusterRef } from "../cluster/props.js";
import type { AwsComponentProps } from "../component-props.js";
import type { Statement } from "./statement.js";

/** Settings of an identity that EKS gives to the pods of one service account. */
export interface PodIdentityProps extends AwsComponentProps {
  readonly cluster: ClusterRef;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** What the pods may do. @default - nothing beyond `managedPolicies` */
  readonly statements?: readonly Statement[] | undefined;
  /** Names of AWS managed policies, such as `CloudWatchAgentServerPolicy`, or ARNs of one's own. @default - none */
  readonly managedPolicies?: readonly string[] | undefined;
  /** ARN of a policy that bounds the role. @default - none */
  readonly permissionsBoundaryArn?: Input<string> | undefined;
}

/** What the component `PodIdentity` offers. */
export interface PodIdentityOutputs {
  readonly roleArn: Output<string>;
  readonly roleName: Output<string>;
}
