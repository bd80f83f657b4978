// SPDX-License-Identifier: Apache-2.0
/** @module Object metadata and label selectors. */
import { z } from "zod";
import { anyObject, int64, keyed, list, moment, textMap } from "./field.js";

const ownerReferenceSchema = z.strictObject({
  /** API version of the owner. */
  apiVersion: z.string(),
  /** Kind of the owner. */
  kind: z.string(),
  /** Name of the owner. */
  name: z.string(),
  /** UID of the owner. */
  uid: z.string(),
  /** True for the one owner that manages the object. @default false */
  controller: z.boolean().optional(),
  /** True when the owner must wait for this object before it is deleted in the foreground. @default false */
  blockOwnerDeletion: z.boolean().optional(),
});
/** The object whose deletion deletes this one. */
export interface OwnerReference extends Readonly<z.infer<typeof ownerReferenceSchema>> {}
const ownerReference: z.ZodType<OwnerReference> = ownerReferenceSchema;

const managedFieldsSchema = z.strictObject({
  /** API version that the fields are in. */
  apiVersion: z.string().optional(),
  /** Form of `fieldsV1`; always `FieldsV1`. */
  fieldsType: z.string().optional(),
  /** The fields that the writer owns. */
  fieldsV1: anyObject.optional(),
  /** Name of the writer. */
  manager: z.string().optional(),
  /** `Apply` or `Update`. */
  operation: z.string().optional(),
  /** Subresource that was written. */
  subresource: z.string().optional(),
  /** When it was written. */
  time: z.string().optional(),
});
/** Which writer owns which fields; kept by the API server for server-side apply. */
export interface ManagedFields extends Readonly<z.infer<typeof managedFieldsSchema>> {}
const managedFields: z.ZodType<ManagedFields> = managedFieldsSchema;

const objectMetaSchema = z.strictObject({
  /** Name, unique in the namespace. A DNS subdomain, at most 253 characters. */
  name: z.string().optional(),
  /** Prefix of a name that the server completes. @default - `name` is used */
  generateName: z.string().optional(),
  /** Namespace. @default - the namespace of the request */
  namespace: z.string().optional(),
  /** Short texts to select by; values at most 63 characters. */
  labels: textMap.optional(),
  /** Free texts that steer controllers; at most 256 KiB together. */
  annotations: textMap.optional(),
  /** Controllers that must agree before the object disappears. */
  finalizers: list(z.string()).optional(),
  /** Objects whose deletion deletes this one. */
  ownerReferences: list(ownerReference).optional(),
  /** Set by the server. */
  uid: z.string().optional(),
  /** Set by the server. */
  resourceVersion: z.string().optional(),
  /** Counts changes of the spec. Set by the server. */
  generation: int64.optional(),
  /** Set by the server. */
  creationTimestamp: moment.optional(),
  /** Set by the server once deletion was asked for. */
  deletionTimestamp: moment.optional(),
  /** Seconds that a graceful deletion may take. Set by the server. */
  deletionGracePeriodSeconds: int64.optional(),
  /** Set by the server. */
  managedFields: list(managedFields).optional(),
  /** No longer set by any server. */
  selfLink: z.string().optional(),
});
/** Metadata of a top-level object. */
export interface ObjectMeta extends Readonly<z.infer<typeof objectMetaSchema>> {}
export const objectMeta: z.ZodType<ObjectMeta> = objectMetaSchema;

/** The part of metadata that a template inside a custom resource keeps. */
export const templateMetaFields = {
  /** Annotations of what the template creates. */
  annotations: textMap.optional(),
  /** Finalizers of what the template creates. */
  finalizers: list(z.string()).optional(),
  /** Labels of what the template creates. */
  labels: textMap.optional(),
  /** Ignored: the controller names what it creates. */
  name: z.string().optional(),
  /** Ignored: the namespace is the owner's. */
  namespace: z.string().optional(),
};
const templateMetaSchema = z.strictObject(templateMetaFields);
/** Metadata of a pod template or a volume claim template. */
export interface TemplateMeta extends Readonly<z.infer<typeof templateMetaSchema>> {}
export const templateMeta: z.ZodType<TemplateMeta> = templateMetaSchema;

const selectorRequirementSchema = z.strictObject({
  /** Label (or node field) that is compared. */
  key: z.string(),
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`; for nodes also `Gt`, `Lt`. */
  operator: z.string(),
  /** Values to compare with; empty for `Exists` and `DoesNotExist`. */
  values: list(z.string()).optional(),
});
/** One condition of a label or node selector. */
export interface SelectorRequirement extends Readonly<z.infer<typeof selectorRequirementSchema>> {}
export const selectorRequirement: z.ZodType<SelectorRequirement> = selectorRequirementSchema;

const labelSelectorSchema = z.strictObject({
  /** Conditions that must all hold. */
  matchExpressions: list(selectorRequirement).optional(),
  /** Labels that must all be present with these values. */
  matchLabels: textMap.optional(),
});
/** Selects objects by label; an empty selector selects all. */
export interface LabelSelector extends Readonly<z.infer<typeof labelSelectorSchema>> {}
export const labelSelector: z.ZodType<LabelSelector> = labelSelectorSchema;

const conditionSchema = z.strictObject({
  /** When `status` last changed. */
  lastTransitionTime: moment,
  /** Text for people; at most 32768 characters. */
  message: z.string().max(32768),
  /** Generation that the condition speaks of. */
  observedGeneration: int64.min(0).optional(),
  /** Reason in one CamelCase word; 1 to 1024 characters. */
  reason: z
    .string()
    .min(1)
    .max(1024)
    .regex(/^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/),
  /** `True`, `False` or `Unknown`. */
  status: z.enum(["True", "False", "Unknown"]),
  /** What the condition is about; at most 316 characters. */
  type: z
    .string()
    .max(316)
    .regex(
      /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$/,
    ),
});
/** One observation of a controller. */
export interface Condition extends Readonly<z.infer<typeof conditionSchema>> {}
export const condition: z.ZodType<Condition> = conditionSchema;

/** Conditions, one per type. */
export const conditionsByType = keyed(condition, { type: undefined });
