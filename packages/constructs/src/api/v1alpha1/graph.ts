// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeployment v1alpha1. */
import { z } from "zod";
import {
  backendFramework,
  graphExperimental,
  graphStatusFields,
  restart,
  rollingUpdateFields,
  topologyDomain,
} from "../core/dynamo.js";
import { envVar } from "../core/env.js";
import { list, map, quantity, textMap } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";
import { service, serviceReplicaStatus } from "./service.js";

const graphPvcSchema = z.strictObject({
  /** True creates the claim and deletes it with the graph. @default false */
  create: z.boolean().optional(),
  /** Name of the claim. */
  name: z.string(),
  /** Size; required to create. */
  size: quantity.optional(),
  /** StorageClass; required to create. */
  storageClass: z.string().optional(),
  /** Access mode such as `ReadWriteMany`; required to create. */
  volumeAccessMode: z.string().optional(),
});
/** A volume claim of a graph; v1beta1 has no such field. */
export interface V1alpha1GraphPvc extends Readonly<z.infer<typeof graphPvcSchema>> {}
const graphPvc: z.ZodType<V1alpha1GraphPvc> = graphPvcSchema;

const graphSpecSchema = z.strictObject({
  /** Annotations of everything that the graph creates. */
  annotations: textMap.optional(),
  /** Backend of the workers; immutable. @default - detected from the workers' commands */
  backendFramework: backendFramework.optional(),
  /** Environment of every main container; a service's own variable wins. */
  envs: list(envVar).optional(),
  /** Features that may change without notice. */
  experimental: graphExperimental.optional(),
  /** Labels of everything that the graph creates. */
  labels: textMap.optional(),
  /** PriorityClass of the PodCliqueSet; Grove only. */
  priorityClassName: z.string().optional(),
  /** Volume claims of the graph, at most 100. */
  pvcs: list(graphPvc, { max: 100 }).optional(),
  /** Asks for a rolling restart. Must be absent when the graph is created. */
  restart: restart.optional(),
  /** The services by name, at least one and at most 25. */
  services: map(service, { max: 25 }).optional(),
  /** Topology-aware placement by Grove. Immutable. */
  topologyConstraint: z
    .strictObject({
      /** Level inside which services are packed. */
      packDomain: topologyDomain.optional(),
      /** Grove ClusterTopologyBinding. */
      topologyProfile: z.string().min(1),
    })
    .optional(),
});
/** What a graph is to be, v1alpha1. */
export interface V1alpha1GraphDeploymentSpec extends Readonly<z.infer<typeof graphSpecSchema>> {}
const graphSpec: z.ZodType<V1alpha1GraphDeploymentSpec> = graphSpecSchema;

const graphStatusSchema = z.strictObject({
  ...graphStatusFields,
  /** `Ready`, and `TopologyLevelsAvailable` with topology constraints. */
  conditions: list(condition).optional(),
  /** Progress of a rolling update; only without Grove. */
  rollingUpdate: z
    .strictObject({
      ...rollingUpdateFields,
      /** Services that are done. */
      updatedServices: list(z.string()).optional(),
    })
    .optional(),
  /** Counters by service. */
  services: map(serviceReplicaStatus).optional(),
});
/** What a graph is, v1alpha1. */
export interface V1alpha1GraphDeploymentStatus
  extends Readonly<z.infer<typeof graphStatusSchema>> {}
const graphStatus: z.ZodType<V1alpha1GraphDeploymentStatus> = graphStatusSchema;

const graphDeploymentSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeployment"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What the graph is to be. */
  spec: graphSpec,
  /** What the graph is; written by the operator. */
  status: graphStatus.optional(),
});
/** An inference graph in the deprecated version. */
export interface V1alpha1GraphDeployment extends Readonly<z.infer<typeof graphDeploymentSchema>> {}
export const graphDeployment: z.ZodType<V1alpha1GraphDeployment> = graphDeploymentSchema;
