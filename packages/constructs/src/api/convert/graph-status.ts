// SPDX-License-Identifier: Apache-2.0
/** @module The status of a graph: both versions say the same under other names. */
import type { V1alpha1GraphDeploymentStatus } from "../v1alpha1/graph.js";
import type { DynamoGraphDeploymentStatus } from "../v1beta1/graph.js";
import { compact, mapValues, own, present } from "./json.js";
import {
  alphaReplicaStatus,
  betaReplicaStatus,
  replicaStatusRemainder,
  type SparseReplicaStatus,
} from "./replica-status.js";

/** What the status annotation of a v1beta1 graph holds. */
export interface SparseAlphaStatus {
  readonly services?: Readonly<Record<string, SparseReplicaStatus>> | undefined;
}

/** What v1beta1 cannot say; undefined when there is nothing. */
export function graphStatusRemainder(
  status: V1alpha1GraphDeploymentStatus,
): SparseAlphaStatus | undefined {
  const services = present(mapValues(status.services ?? {}, replicaStatusRemainder));
  return services && { services: services as Record<string, SparseReplicaStatus> };
}

/** The status in v1beta1. */
export function betaGraphStatus(
  status: V1alpha1GraphDeploymentStatus,
): DynamoGraphDeploymentStatus {
  const { services, rollingUpdate, ...same } = status;
  const { updatedServices, ...rolling } = rollingUpdate ?? {};
  return compact({
    ...same,
    components: services && mapValues(services, betaReplicaStatus),
    rollingUpdate: rollingUpdate && compact({ ...rolling, updatedComponents: updatedServices }),
  });
}

/** The status in v1alpha1. */
export function alphaGraphStatus(
  status: DynamoGraphDeploymentStatus,
  saved: SparseAlphaStatus | undefined,
): V1alpha1GraphDeploymentStatus {
  const { components, rollingUpdate, ...same } = status;
  const { updatedComponents, ...rolling } = rollingUpdate ?? {};
  return compact({
    ...same,
    services:
      components &&
      mapValues(components, (component, name) =>
        alphaReplicaStatus(component, own(saved?.services, name)),
      ),
    rollingUpdate: rollingUpdate && compact({ ...rolling, updatedServices: updatedComponents }),
  });
}
