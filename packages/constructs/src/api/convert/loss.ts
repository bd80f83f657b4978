// SPDX-License-Identifier: Apache-2.0
/** @module What a conversion reports: things that the other version has no field for. */

import { type FieldPath, type Finding, finding } from "../../facts/index.js";
import type { ObjectMeta } from "../core/meta.js";

/** How to convert. */
export interface ConvertOptions {
  /**
   * True keeps what the other version cannot say in annotations, as the operator does, so that
   * nothing is lost on the way back. False writes no annotations, for manifests that people read;
   * then whatever is left out is a finding.
   * @default true
   */
  readonly carriers?: boolean | undefined;
}

/** The converted object and what there is to know about the conversion. */
export interface Conversion<T> {
  readonly object: T;
  readonly findings: readonly Finding[];
}

/** One conversion: of what, to what, and where the rest goes. */
export interface Course {
  /** `Kind/name`. */
  readonly object: string;
  readonly target: "v1alpha1" | "v1beta1";
  /** Key of the annotation that takes the rest. */
  readonly annotation: string;
  readonly carriers: boolean;
}

/** Something that the target version has no field for. */
export interface Loss {
  readonly path: FieldPath;
  /** What it is, in a few words. */
  readonly what: string;
  /** What to do instead, in one imperative sentence. */
  readonly fix: string;
}

/** The course of one conversion. */
export function courseOf(
  source: { readonly kind: string; readonly metadata: ObjectMeta },
  target: Course["target"],
  annotation: string,
  options: ConvertOptions,
): Course {
  return {
    object: `${source.kind}/${source.metadata.name ?? ""}`,
    target,
    annotation,
    carriers: options.carriers ?? true,
  };
}

/** A finding that says where the thing went: into the annotation, or nowhere. */
export function lossFinding(course: Course, { path, what, fix }: Loss): Finding {
  const { object, target, annotation } = course;
  return course.carriers
    ? finding(
        "DYN-CNV-001",
        { object, path },
        `${target} has no field for ${what}; only annotation ${annotation} keeps it`,
        fix,
      )
    : finding(
        "DYN-CNV-002",
        { object, path },
        `${target} has no field for ${what}, which is left out`,
        fix,
      );
}

/** Findings about a status: nobody writes it, so only what is really gone counts. */
export function statusFindings(course: Course, losses: readonly Loss[]): readonly Finding[] {
  return course.carriers ? [] : losses.map((loss) => lossFinding(course, loss));
}

/** A finding for what both versions say, but which a conversion back spells differently. */
export function spellingFindings(
  course: Course,
  path: FieldPath,
  what: string,
): readonly Finding[] {
  if (course.carriers) return [];
  return [
    finding(
      "DYN-CNV-003",
      { object: course.object, path },
      `${course.target} does not keep how ${what} was written`,
      "Keep the original manifest if its spelling matters.",
    ),
  ];
}
