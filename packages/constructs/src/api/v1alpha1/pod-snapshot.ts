// SPDX-License-Identifier: Apache-2.0
/** @module PodSnapshot and PodSnapshotContent; controllers write them. */
import { z } from "zod";
import { list } from "../core/field.js";
import { condition, objectMeta } from "../core/meta.js";

const podReference = z.strictObject({
  /** Name of the pod; at least one character. */
  name: z.string().min(1),
  /** UID of the pod. */
  uid: z.string().optional(),
});

const podSnapshotSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("PodSnapshot"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** The pod. Immutable. */
  spec: z.strictObject({
    /** What is snapshot. */
    source: z.strictObject({
      /** The pod. */
      podRef: podReference,
    }),
  }),
  /** Written by the controller. */
  status: z
    .strictObject({
      /** Name of the PodSnapshotContent. */
      boundSnapshotContentName: z.string().optional(),
      /** `Ready` or `Failed`. */
      conditions: list(condition).optional(),
    })
    .optional(),
});
/** The wish for a snapshot of a pod. */
export interface PodSnapshot extends Readonly<z.infer<typeof podSnapshotSchema>> {}
export const podSnapshot: z.ZodType<PodSnapshot> = podSnapshotSchema;

const podSnapshotContentSchema = z.strictObject({
  /** API group and version. */
  apiVersion: z.literal("nvidia.com/v1alpha1"),
  /** Kind of the object. */
  kind: z.literal("PodSnapshotContent"),
  /** Name, labels and annotations. */
  metadata: objectMeta,
  /** The snapshot's wish and its source. Immutable. */
  spec: z.strictObject({
    /** The PodSnapshot. */
    snapshotRef: z.strictObject({
      /** Name of the PodSnapshot. */
      name: z.string(),
      /** Namespace of the PodSnapshot. */
      namespace: z.string(),
      /** UID of the PodSnapshot. */
      uid: z.string().optional(),
    }),
    /** What is snapshot. */
    source: z.strictObject({
      /** Node of the pod; at least one character. */
      nodeName: z.string().min(1),
      /** The pod. */
      podRef: podReference,
    }),
  }),
  /** Written by the controller. */
  status: z
    .strictObject({
      /** What controllers observed. */
      conditions: list(condition).optional(),
    })
    .optional(),
});
/** A snapshot of a pod, cluster-wide. */
export interface PodSnapshotContent extends Readonly<z.infer<typeof podSnapshotContentSchema>> {}
export const podSnapshotContent: z.ZodType<PodSnapshotContent> = podSnapshotContentSchema;
