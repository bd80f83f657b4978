// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the conversion between v1alpha1 and v1beta1. */
import type { CodeFacts } from "./code.js";

export const conversionCodes = {
  "DYN-CNV-001": {
    severity: "info",
    title: "kept only in an annotation",
    why: "The other API version has no such field. The operator's conversion keeps the value in an annotation, where nobody sees or edits it.",
  },
  "DYN-CNV-002": {
    severity: "warning",
    title: "left out",
    why: "The other API version has no such field, and the conversion was asked to write no annotations, so the value is gone.",
  },
  "DYN-CNV-003": {
    severity: "info",
    title: "spelling is not kept",
    why: "Both API versions say the same thing, but without annotations a conversion back writes it in the ordinary way: other fields, other order.",
  },
  "DYN-CNV-004": {
    severity: "warning",
    title: "not a quantity",
    why: "v1alpha1 takes any text as an amount. The operator's conversion drops what Kubernetes cannot parse, so the container runs without that request or limit.",
  },
  "DYN-CNV-005": {
    severity: "warning",
    title: "type that v1beta1 does not know",
    why: "componentType is free text in v1alpha1 and an enumeration in v1beta1. The operator's conversion copies the text; the API server refuses it as soon as somebody writes the object in v1beta1.",
  },
  "DYN-CNV-006": {
    severity: "warning",
    title: "more shadow engines than v1beta1 admits",
    why: "v1alpha1 sets no maximum for failover.numShadows, v1beta1 sets 1. The operator's conversion copies the number; the API server refuses it as soon as somebody writes the object in v1beta1.",
  },
  "DYN-CNV-007": {
    severity: "info",
    title: "worker role is written differently in v1alpha1",
    why: "v1beta1 type prefill or decode becomes componentType worker with a subComponentType, so a componentType prefill or decode does not come back as it was.",
  },
  "DYN-CNV-008": {
    severity: "warning",
    title: "second main container is dropped",
    why: "The operator's conversion takes the main container from extraPodSpec.mainContainer and ignores an entry called main in extraPodSpec.containers.",
  },
  "DYN-CNV-009": {
    severity: "warning",
    title: "frontendSidecar is overruled by a container",
    why: "extraPodSpec.containers already has a container sidecar-frontend. The operator's conversion keeps that container and ignores image, args and environment of frontendSidecar; the webhook refuses the combination.",
  },
  "DYN-CNV-010": {
    severity: "error",
    title: "component name occurs twice",
    why: "v1alpha1 keeps components in a map, so one of them has no place. The operator's conversion fails on the object.",
  },
  "DYN-CNV-011": {
    severity: "warning",
    title: "unreadable conversion annotation",
    why: "The annotation in which the operator's conversion keeps the other version's fields is not JSON, so those fields cannot be restored.",
  },
  "DYN-CNV-012": {
    severity: "warning",
    title: "state DeploymentDeleted reads as Ready",
    why: "v1beta1 has no phase for a request whose graph was deleted; the operator's conversion shows Ready.",
  },
  "DYN-CNV-013": {
    severity: "warning",
    title: "empty planner configuration is lost",
    why: "features.planner switches the planner on by its presence, but the operator's conversion to v1alpha1 writes and keeps nothing for an empty object.",
  },
  "DYN-CNV-014": {
    severity: "warning",
    title: "lost in the conversion",
    why: "The other API version has no such field, and the operator's conversion does not keep it in an annotation either.",
  },
} as const satisfies Record<string, CodeFacts>;
