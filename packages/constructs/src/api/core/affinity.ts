// SPDX-License-Identifier: Apache-2.0
/** @module Where a pod may run: affinity, tolerations, spreading. */
import { z } from "zod";
import { int32, int64, list } from "./field.js";
import { labelSelector, selectorRequirement } from "./meta.js";

const nodeSelectorTermSchema = z.strictObject({
  /** Conditions on node labels. */
  matchExpressions: list(selectorRequirement).optional(),
  /** Conditions on node fields. */
  matchFields: list(selectorRequirement).optional(),
});
/** Conditions that must all hold for a node. */
export interface NodeSelectorTerm extends Readonly<z.infer<typeof nodeSelectorTermSchema>> {}
const nodeSelectorTerm: z.ZodType<NodeSelectorTerm> = nodeSelectorTermSchema;

const preferredNodeSchema = z.strictObject({
  /** Nodes that are preferred. */
  preference: nodeSelectorTerm,
  /** Weight, 1 to 100. */
  weight: int32,
});

const nodeAffinitySchema = z.strictObject({
  /** Preferences with weights. */
  preferredDuringSchedulingIgnoredDuringExecution: list(preferredNodeSchema).optional(),
  /** Requirement for the node. */
  requiredDuringSchedulingIgnoredDuringExecution: z
    .strictObject({
      /** Terms of which one must hold. */
      nodeSelectorTerms: list(nodeSelectorTerm),
    })
    .optional(),
});
/** Rules about nodes. */
export interface NodeAffinity extends Readonly<z.infer<typeof nodeAffinitySchema>> {}
const nodeAffinity: z.ZodType<NodeAffinity> = nodeAffinitySchema;

const podAffinityTermSchema = z.strictObject({
  /** Pods that are meant. */
  labelSelector: labelSelector.optional(),
  /** Label keys whose values are taken from the new pod, to match. */
  matchLabelKeys: list(z.string()).optional(),
  /** Label keys whose values are taken from the new pod, not to match. */
  mismatchLabelKeys: list(z.string()).optional(),
  /** Namespaces that are meant, by label. */
  namespaceSelector: labelSelector.optional(),
  /** Namespaces that are meant, by name. @default - the pod's own */
  namespaces: list(z.string()).optional(),
  /** Node label that says what "together" means, such as `kubernetes.io/hostname`. */
  topologyKey: z.string(),
});
/** A group of pods and a topology. */
export interface PodAffinityTerm extends Readonly<z.infer<typeof podAffinityTermSchema>> {}
const podAffinityTerm: z.ZodType<PodAffinityTerm> = podAffinityTermSchema;

const weightedPodAffinityTermSchema = z.strictObject({
  /** The pods and the topology. */
  podAffinityTerm: podAffinityTerm,
  /** Weight, 1 to 100. */
  weight: int32,
});

const podAffinitySchema = z.strictObject({
  /** Preferences with weights. */
  preferredDuringSchedulingIgnoredDuringExecution: list(weightedPodAffinityTermSchema).optional(),
  /** Requirements that must all hold. */
  requiredDuringSchedulingIgnoredDuringExecution: list(podAffinityTerm).optional(),
});
/** Rules about other pods. */
export interface PodAffinity extends Readonly<z.infer<typeof podAffinitySchema>> {}
const podAffinity: z.ZodType<PodAffinity> = podAffinitySchema;

const affinitySchema = z.strictObject({
  /** Nodes to run on. */
  nodeAffinity: nodeAffinity.optional(),
  /** Pods to run beside. */
  podAffinity: podAffinity.optional(),
  /** Pods to stay away from. */
  podAntiAffinity: podAffinity.optional(),
});
/** Where a pod may run. */
export interface Affinity extends Readonly<z.infer<typeof affinitySchema>> {}
export const affinity: z.ZodType<Affinity> = affinitySchema;

const tolerationSchema = z.strictObject({
  /** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. @default - every effect */
  effect: z.string().optional(),
  /** Taint key. @default - every key, with operator `Exists` */
  key: z.string().optional(),
  /** `Exists` or `Equal` (newer clusters also `Lt`, `Gt`). @default "Equal" */
  operator: z.string().optional(),
  /** Seconds to stay on a node with a `NoExecute` taint. @default - forever */
  tolerationSeconds: int64.optional(),
  /** Taint value; empty with `Exists`. */
  value: z.string().optional(),
});
/** A node taint that the pod accepts. */
export interface Toleration extends Readonly<z.infer<typeof tolerationSchema>> {}
export const toleration: z.ZodType<Toleration> = tolerationSchema;

const topologySpreadConstraintSchema = z.strictObject({
  /** Pods that are counted. */
  labelSelector: labelSelector.optional(),
  /** Label keys whose values are taken from the new pod. */
  matchLabelKeys: list(z.string()).optional(),
  /** Largest allowed difference between domains; at least 1. */
  maxSkew: int32,
  /** Least number of domains; at least 1. @default 1 */
  minDomains: int32.optional(),
  /** `Honor` or `Ignore`. @default "Honor" */
  nodeAffinityPolicy: z.string().optional(),
  /** `Honor` or `Ignore`. @default "Ignore" */
  nodeTaintsPolicy: z.string().optional(),
  /** Node label that defines the domains. */
  topologyKey: z.string(),
  /** `DoNotSchedule` or `ScheduleAnyway`. */
  whenUnsatisfiable: z.string(),
});
/** How evenly pods are spread. */
export interface TopologySpreadConstraint
  extends Readonly<z.infer<typeof topologySpreadConstraintSchema>> {}
export const topologySpreadConstraint: z.ZodType<TopologySpreadConstraint> =
  topologySpreadConstraintSchema;
