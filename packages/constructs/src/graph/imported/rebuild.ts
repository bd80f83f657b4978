// SPDX-License-Identifier: Apache-2.0
/** @module An imported object to the object again, through the real construct. */
import { ApiObject, type ApiObjectProps, App, Chart, JsonPatch } from "cdk8s";
import { InferenceGraph } from "../inference-graph.js";
import {
  DynamoCheckpoint,
  DynamoComponentDeployment,
  DynamoGraphDeploymentRequest,
  DynamoGraphDeploymentScalingAdapter,
  DynamoModel,
} from "../kinds.js";
import type { KubeObject, Manifest } from "../kube-object.js";
import type { ImportedConstruct, ImportedObject } from "./imported-object.js";

/** What the construct of an import writes. */
export function rebuild(imported: Omit<ImportedObject, "counts" | "findings">): Manifest {
  const chart = new Chart(new App(), "imported");
  const { construct, id, props, overrides } = imported;
  if (construct === "ApiObject") {
    const object = new ApiObject(chart, id, props as unknown as ApiObjectProps);
    for (const { pointer } of overrides) object.addJsonPatch(JsonPatch.remove(pointer));
    return object.toJson() as Manifest;
  }
  // The props come out of the schema that the types of the construct come from.
  const Construct = constructs[construct] as new (
    scope: Chart,
    id: string,
    props: object,
  ) => KubeObject;
  const object = new Construct(chart, id, props);
  for (const { pointer, value } of overrides) {
    if (pointer === "/metadata/name") object.resource.addJsonPatch(JsonPatch.remove(pointer));
    else object.override(pointer, value);
  }
  return object.manifest();
}

const constructs = {
  InferenceGraph,
  DynamoComponentDeployment,
  DynamoGraphDeploymentRequest,
  DynamoGraphDeploymentScalingAdapter,
  DynamoModel,
  DynamoCheckpoint,
} as const satisfies Record<Exclude<ImportedConstruct, "ApiObject">, unknown>;
