// SPDX-License-Identifier: Apache-2.0
/** @module Output tokens have no meaning in a file: only a Pulumi program can resolve them. */
import { type FieldPath, type Finding, finding, holdsToken } from "../facts/index.js";
import type { Rendered } from "./ordered.js";

/** One finding per text that holds a token. */
export function tokenFindings(objects: readonly Rendered[]): readonly Finding[] {
  return (
    objects
      // Most objects hold none, and text is searched faster than an object is walked.
      .filter(({ manifest }) => holdsToken(JSON.stringify(manifest)))
      .flatMap(({ manifest, path: construct }) =>
        tokenPaths(manifest, []).map((path) => ({
          ...finding(
            "DYN-CLOUD-001",
            { object: `${manifest.kind}/${manifest.metadata?.name ?? ""}`, path },
            "holds an Output token, which only a Pulumi program can resolve; the app is being written to files",
            "hand app.manifests() to Manifests of @dynamo-iac/clouds/kubernetes, or put the value itself here",
          ),
          construct,
        })),
      )
  );
}

function tokenPaths(value: unknown, path: FieldPath): FieldPath[] {
  if (typeof value === "string") return holdsToken(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => tokenPaths(item, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => tokenPaths(item, [...path, key]));
}
