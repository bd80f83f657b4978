// SPDX-License-Identifier: Apache-2.0
/** @module The pods of jobs that look after etcd. */
import type { PodSpec, PodTemplateSpec, ResourceRequirements } from "../../api/index.js";
import { objectLabels } from "../server-names.js";
import { placement, restrictedPod } from "../server-pods.js";
import type { ResolvedEtcd } from "./resolve.js";

/** Resources of a short task. */
export const maintenanceResources: ResourceRequirements = {
  requests: { cpu: "50m", memory: "64Mi" },
  limits: { cpu: "500m", memory: "256Mi" },
};

/** A pod that is no member, but may run where members run. */
export function renderMaintenancePod(etcd: ResolvedEtcd, spec: PodSpec): PodTemplateSpec {
  const { nodeSelector, tolerations, priorityClassName, imagePullSecrets } = placement(etcd);
  return {
    metadata: { labels: objectLabels(etcd, "maintenance") },
    spec: {
      ...restrictedPod(),
      nodeSelector,
      tolerations,
      priorityClassName,
      imagePullSecrets,
      ...spec,
    },
  };
}
