// SPDX-License-Identifier: Apache-2.0
/** @module DynamoComponentDeployment v1alpha1; the operator writes it, people only read it. */
import { z } from "zod";
import { backendFramework } from "../core/dynamo.js";
import { int64, list, textMap } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";
import { serviceFields, serviceReplicaStatus } from "./service.js";

const componentDeploymentSpecSchema = z.strictObject({
  ...serviceFields,
  /** Backend of the worker. @default - detected from its command */
  backendFramework: backendFramework.optional(),
});
/** One service that runs on its own, v1alpha1. */
export interface V1alpha1ComponentDeploymentSpec
  extends Readonly<z.infer<typeof componentDeploymentSpecSchema>> {}
const componentDeploymentSpec: z.ZodType<V1alpha1ComponentDeploymentSpec> =
  componentDeploymentSpecSchema;

const componentDeploymentSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("DynamoComponentDeployment"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** What the component is to be. */
  spec: componentDeploymentSpec,
  /** How the component is; written by the operator. */
  status: z
    .strictObject({
      /** `Available` and `DynamoComponentReady`. */
      conditions: list(condition),
      /** Generation that the status speaks of. */
      observedGeneration: int64.optional(),
      /** Labels of the pods. */
      podSelector: textMap.optional(),
      /** Counters. */
      service: serviceReplicaStatus.optional(),
    })
    .optional(),
});
/** One component outside of Grove, in the deprecated version. */
export interface V1alpha1ComponentDeployment
  extends Readonly<z.infer<typeof componentDeploymentSchema>> {}
export const componentDeployment: z.ZodType<V1alpha1ComponentDeployment> =
  componentDeploymentSchema;
