// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeployment v1beta1. */
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
import { keyed, list, map, textMap } from "../core/field.js";
import { conditionsByType, objectMeta } from "../core/meta.js";
import { component, componentReplicaStatus } from "./component.js";

const graphTopologyConstraintSchema = z.strictObject({
  /** Grove ClusterTopologyBinding. */
  clusterTopologyName: z.string().min(1),
  /** Level inside which components are packed. @default - each component names its own */
  packDomain: topologyDomain.optional(),
});
/** Topology-aware placement by Grove. Immutable. */
export interface GraphTopologyConstraint
  extends Readonly<z.infer<typeof graphTopologyConstraintSchema>> {}
const graphTopologyConstraint: z.ZodType<GraphTopologyConstraint> = graphTopologyConstraintSchema;

const graphSpecSchema = z.strictObject({
  /** Annotations of everything that the graph creates; a component's pod template wins. */
  annotations: textMap.optional(),
  /** Backend of the workers; immutable. @default - detected from the workers' commands */
  backendFramework: backendFramework.optional(),
  /** The components, at least one and at most 25. */
  components: keyed(component, { name: undefined }, { max: 25 }).optional(),
  /** Environment of every main container; a component's own variable wins. */
  env: list(envVar).optional(),
  /** Features that may change without notice. */
  experimental: graphExperimental.optional(),
  /** Labels of everything that the graph creates; `nvidia.com/*` cannot be overridden. */
  labels: textMap.optional(),
  /** PriorityClass of the PodCliqueSet; Grove only. */
  priorityClassName: z.string().optional(),
  /** Asks for a rolling restart. Must be absent when the graph is created. */
  restart: restart.optional(),
  /** Topology-aware placement by Grove. Immutable. */
  topologyConstraint: graphTopologyConstraint.optional(),
});
/** What a graph is to be. */
export interface DynamoGraphDeploymentSpec extends Readonly<z.infer<typeof graphSpecSchema>> {}
const graphSpec: z.ZodType<DynamoGraphDeploymentSpec> = graphSpecSchema;

const graphStatusSchema = z.strictObject({
  ...graphStatusFields,
  /** Counters by component. */
  components: map(componentReplicaStatus).optional(),
  /** `Ready`, and `TopologyLevelsAvailable` with topology constraints. */
  conditions: conditionsByType.optional(),
  /** Progress of a rolling update; only without Grove. */
  rollingUpdate: z
    .strictObject({
      ...rollingUpdateFields,
      /** Components that are done. */
      updatedComponents: list(z.string()).optional(),
    })
    .optional(),
});
/** What a graph is. */
export interface DynamoGraphDeploymentStatus extends Readonly<z.infer<typeof graphStatusSchema>> {}
const graphStatus: z.ZodType<DynamoGraphDeploymentStatus> = graphStatusSchema;

const graphDeploymentSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1beta1"),
  /** Kind of the object. */
  kind: z.literal("DynamoGraphDeployment"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What the graph is to be. */
  spec: graphSpec,
  /** What the graph is; written by the operator. */
  status: graphStatus.optional(),
});
/** An inference graph. */
export interface DynamoGraphDeployment extends Readonly<z.infer<typeof graphDeploymentSchema>> {}
export const graphDeployment: z.ZodType<DynamoGraphDeployment> = graphDeploymentSchema;
