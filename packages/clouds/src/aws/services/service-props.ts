// SPDX-License-Identifier: Apache-2.0
/** @module What every service inside of a cluster takes. */
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import type { ReachableCluster } from "../cluster/props.js";
import type { AwsComponentProps } from "../component-props.js";

/** Settings of every service that runs in the cluster. */
export interface ServiceProps extends AwsComponentProps {
  readonly cluster: ReachableCluster;
  /** What has to be there first: nodes that run the pods, namespaces, CRDs. @default - nothing */
  readonly after?: readonly Resource[] | undefined;
  /** Monitors for the Prometheus operator, whose CRDs have to be there. @default false */
  readonly monitors?: boolean | undefined;
}

/** Options of what a service puts into the cluster. */
export function inside(
  parent: Resource,
  { cluster, after = [] }: ServiceProps,
  first: readonly Resource[] = [],
): CustomResourceOptions {
  return { parent, provider: cluster.provider, dependsOn: [...after, ...first] };
}
