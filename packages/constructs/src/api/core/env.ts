// SPDX-License-Identifier: Apache-2.0
/** @module Environment variables and where their values come from. */
import { z } from "zod";
import { quantity } from "./field.js";

const keySelectorSchema = z.strictObject({
  /** Key inside the ConfigMap or Secret. */
  key: z.string(),
  /** Name of the ConfigMap or Secret, in the same namespace. */
  name: z.string().optional(),
  /** True lets the pod start without it. @default false */
  optional: z.boolean().optional(),
});
/** One key of a ConfigMap or Secret. */
export interface KeySelector extends Readonly<z.infer<typeof keySelectorSchema>> {}
export const keySelector: z.ZodType<KeySelector> = keySelectorSchema;

const fieldSelectorSchema = z.strictObject({
  /** Version of the pod schema. @default "v1" */
  apiVersion: z.string().optional(),
  /** Path inside the pod, such as `metadata.name`. */
  fieldPath: z.string(),
});
/** One field of the pod itself. */
export interface FieldSelector extends Readonly<z.infer<typeof fieldSelectorSchema>> {}
export const fieldSelector: z.ZodType<FieldSelector> = fieldSelectorSchema;

const resourceFieldSelectorSchema = z.strictObject({
  /** Container whose resources are meant; required in volumes. @default - the container itself */
  containerName: z.string().optional(),
  /** Unit of the output. @default "1" */
  divisor: quantity.optional(),
  /** What to read, such as `limits.memory`. */
  resource: z.string(),
});
/** One resource number of a container. */
export interface ResourceFieldSelector
  extends Readonly<z.infer<typeof resourceFieldSelectorSchema>> {}
export const resourceFieldSelector: z.ZodType<ResourceFieldSelector> = resourceFieldSelectorSchema;

const fileKeySelectorSchema = z.strictObject({
  /** Variable inside the file. */
  key: z.string(),
  /** True lets the container start without it. @default false */
  optional: z.boolean().optional(),
  /** Path of the file in the volume. */
  path: z.string(),
  /** Volume that holds the file. */
  volumeName: z.string(),
});
/** One variable of an env file in a volume. */
export interface FileKeySelector extends Readonly<z.infer<typeof fileKeySelectorSchema>> {}
const fileKeySelector: z.ZodType<FileKeySelector> = fileKeySelectorSchema;

const envVarSourceSchema = z.strictObject({
  /** From a ConfigMap. */
  configMapKeyRef: keySelector.optional(),
  /** From a field of the pod. */
  fieldRef: fieldSelector.optional(),
  /** From an env file in a volume. */
  fileKeyRef: fileKeySelector.optional(),
  /** From a container's resources. */
  resourceFieldRef: resourceFieldSelector.optional(),
  /** From a Secret. */
  secretKeyRef: keySelector.optional(),
});
/** Where a value comes from; exactly one field is set. */
export interface EnvVarSource extends Readonly<z.infer<typeof envVarSourceSchema>> {}
const envVarSource: z.ZodType<EnvVarSource> = envVarSourceSchema;

const envVarSchema = z.strictObject({
  /** Name of the variable. */
  name: z.string(),
  /** Value; `$(OTHER)` refers to variables before it. @default "" */
  value: z.string().optional(),
  /** Source of the value, instead of `value`. */
  valueFrom: envVarSource.optional(),
});
/** One environment variable. */
export interface EnvVar extends Readonly<z.infer<typeof envVarSchema>> {}
export const envVar: z.ZodType<EnvVar> = envVarSchema;

const optionalReferenceSchema = z.strictObject({
  /** Name of the ConfigMap or Secret, in the same namespace. */
  name: z.string().optional(),
  /** True lets the pod start without it. @default false */
  optional: z.boolean().optional(),
});
/** A whole ConfigMap or Secret. */
export interface OptionalReference extends Readonly<z.infer<typeof optionalReferenceSchema>> {}
const optionalReference: z.ZodType<OptionalReference> = optionalReferenceSchema;

const envFromSourceSchema = z.strictObject({
  /** Every key of a ConfigMap becomes a variable. */
  configMapRef: optionalReference.optional(),
  /** Put before every name. @default "" */
  prefix: z.string().optional(),
  /** Every key of a Secret becomes a variable. */
  secretRef: optionalReference.optional(),
});
/** Many variables at once. */
export interface EnvFromSource extends Readonly<z.infer<typeof envFromSourceSchema>> {}
export const envFromSource: z.ZodType<EnvFromSource> = envFromSourceSchema;
