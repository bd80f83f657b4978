// SPDX-License-Identifier: Apache-2.0
/** @module The objects of an app as plain data, with the dependencies that cdk8s knows. */
import type { ApiObject } from "cdk8s";
import type { IConstruct } from "constructs";
import type { Manifest } from "./kube-object.js";

/** One object of an app, and which others have to be there before it. */
export interface OrderedManifest {
  readonly manifest: Manifest;
  /** Path of the construct that rendered it. */
  readonly construct: string;
  /** Positions in the list of the objects that come first, by `addDependency`. */
  readonly dependsOn: readonly number[];
}

/** An object with the construct it came from. */
export interface Rendered {
  /** Path of the construct that a finding names. */
  readonly path: string;
  readonly construct: ApiObject;
  readonly manifest: Manifest;
}

/** Adds the dependencies: all objects within a construct wait for all objects within what it depends on. */
export function ordered(
  root: IConstruct,
  objects: readonly Rendered[],
): readonly OrderedManifest[] {
  const position = new Map<IConstruct, number>(objects.map(({ construct }, at) => [construct, at]));
  const within = (construct: IConstruct) =>
    construct.node.findAll().flatMap((child) => position.get(child) ?? []);
  const waits = objects.map(() => new Set<number>());
  for (const construct of root.node.findAll()) {
    const before = construct.node.dependencies.flatMap(within);
    if (before.length === 0) continue;
    for (const at of within(construct)) {
      for (const first of before) if (first !== at) waits[at]?.add(first);
    }
  }
  return objects.map(({ manifest, path }, at) => ({
    manifest,
    construct: path,
    dependsOn: [...(waits[at] ?? [])].sort((a, b) => a - b),
  }));
}
