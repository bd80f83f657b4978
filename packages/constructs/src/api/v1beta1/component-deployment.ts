// SPDX-License-Identifier: Apache-2.0
/** @module DynamoComponentDeployment v1beta1; the operator writes it, people only read it. */
import { z } from "zod";
import { backendFramework } from "../core/dynamo.js";
import { int64 } from "../core/field.js";
import { conditionsByType, objectMeta } from "../core/meta.js";
import { componentFields, componentName, componentReplicaStatus } from "./component.js";

const componentDeploymentSpecSchema = z.strictObject({
  ...componentFields,
  /** Backend of the worker. @default - detected from its command */
  backendFramework: backendFramework.optional(),
  /** Name of the component. @default - `metadata.name` */
  name: componentName.optional(),
});
/** One component that runs on its own. */
export interface DynamoComponentDeploymentSpec
  extends Readonly<z.infer<typeof componentDeploymentSpecSchema>> {}
const componentDeploymentSpec: z.ZodType<DynamoComponentDeploymentSpec> =
  componentDeploymentSpecSchema;

const componentDeploymentStatusSchema = z.strictObject({
  /** Counters. */
  component: componentReplicaStatus.optional(),
  /** `Available` and `DynamoComponentReady`. */
  conditions: conditionsByType.optional(),
  /** Generation that the status speaks of. */
  observedGeneration: int64.optional(),
});
/** How the component is. */
export interface DynamoComponentDeploymentStatus
  extends Readonly<z.infer<typeof componentDeploymentStatusSchema>> {}
const componentDeploymentStatus: z.ZodType<DynamoComponentDeploymentStatus> =
  componentDeploymentStatusSchema;

const componentDeploymentSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1beta1"),
  /** Kind of the object. */
  kind: z.literal("DynamoComponentDeployment"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What the component is to be. */
  spec: componentDeploymentSpec,
  /** How the component is; written by the operator. */
  status: componentDeploymentStatus.optional(),
});
/** One component outside of Grove. */
export interface DynamoComponentDeployment
  extends Readonly<z.infer<typeof componentDeploymentSchema>> {}
export const componentDeployment: z.ZodType<DynamoComponentDeployment> = componentDeploymentSchema;
