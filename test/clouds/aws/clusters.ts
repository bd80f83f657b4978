// SPDX-License-Identifier: Apache-2.0
/** @module A cluster of EKS to build in a test. */
import { Cluster, type ClusterProps } from "@dynamo-iac/clouds/aws";
import { record } from "./recorder.js";
import { network, tags } from "./refs.js";

export const admin = "arn:aws:iam::123456789012:role/platform";

export const access = { platform: { principalArn: admin, level: "cluster-admin" } } as const;

/** A cluster with what every one needs. */
export const make = (props: Partial<ClusterProps> = {}) =>
  new Cluster("dynamo", { network, access, tags, ...props });

/** What such a cluster makes. */
export const build = (props: Partial<ClusterProps> = {}) => record(() => make(props));

/** Type of the cluster itself. */
export const eks = "cluster:Cluster";
