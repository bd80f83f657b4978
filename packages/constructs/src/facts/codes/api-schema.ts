// SPDX-License-Identifier: Apache-2.0
/** @module Codes of the schemas of `nvidia.com`, and of what every object needs. */
import type { CodeFacts } from "./code.js";

export const schemaCodes = {
  "DYN-API-001": {
    severity: "error",
    title: "unknown field",
    why: "The API server drops fields that the CRD does not know (kubectl refuses them), so a typo silently becomes a missing setting.",
  },
  "DYN-API-002": {
    severity: "error",
    title: "wrong type",
    why: "The CRD gives every field a type; the API server refuses another one, also a number where text is wanted.",
  },
  "DYN-API-003": {
    severity: "error",
    title: "value not allowed",
    why: "The CRD lists the values of this field; the API server refuses every other one.",
  },
  "DYN-API-004": {
    severity: "error",
    title: "number out of bounds",
    why: "The CRD bounds this number (32-bit fields also by their size); the API server or the operator refuses what lies outside.",
  },
  "DYN-API-005": {
    severity: "error",
    title: "wrong form",
    why: "The CRD gives this text a pattern or a format; the API server refuses what does not match.",
  },
  "DYN-API-006": {
    severity: "error",
    title: "required field missing",
    why: "The CRD requires this field and has no default for it.",
  },
  "DYN-API-007": {
    severity: "error",
    title: "too many entries",
    why: "The CRD bounds the number of entries; the API server refuses more.",
  },
  "DYN-API-008": {
    severity: "error",
    title: "text too short or too long",
    why: "The CRD bounds the length of this text; the API server refuses what is outside, often the empty text.",
  },
  "DYN-API-009": {
    severity: "error",
    title: "repeated entry",
    why: "The CRD declares this list as a map or a set; the API server refuses two entries with the same key.",
  },
  "DYN-API-010": {
    severity: "error",
    title: "unknown kind or version",
    why: "The API server serves only the kinds and versions of the installed CRDs.",
  },
  "DYN-API-011": {
    severity: "warning",
    title: "deprecated version",
    why: "v1alpha1 of this kind is still served in 1.4, but the API server answers with a deprecation warning.",
  },
  "DYN-API-012": {
    severity: "error",
    title: "object without a valid name",
    why: "The API server needs metadata.name (or generateName), a DNS subdomain of at most 253 characters.",
  },
  "DYN-API-013": {
    severity: "warning",
    title: "null field",
    why: "A create request drops null fields; server-side apply refuses them where the CRD has no default, so the same file works with one way of applying and not with the other.",
  },
} as const satisfies Record<string, CodeFacts>;
