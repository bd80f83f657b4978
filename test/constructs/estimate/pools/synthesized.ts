// SPDX-License-Identifier: Apache-2.0
/** @module The objects of an app, for tests. */
import { KubeObject } from "@dynamo-iac/constructs";
import type { IConstruct } from "constructs";

/** Every object of the tree, as it is written. */
export function manifestsOf(root: IConstruct): readonly object[] {
  return root.node
    .findAll()
    .flatMap((child) => (KubeObject.isKubeObject(child) ? [child.manifest()] : []));
}
