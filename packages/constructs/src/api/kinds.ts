// SPDX-License-Identifier: Apache-2.0
/** @module The kinds of `nvidia.com` that Dynamo 1.4 serves. */
import type { z } from "zod";
import { checkpoint } from "./v1alpha1/checkpoint.js";
import * as v1alpha1Component from "./v1alpha1/component-deployment.js";
import * as v1alpha1Graph from "./v1alpha1/graph.js";
import { model } from "./v1alpha1/model.js";
import { podSnapshot, podSnapshotContent } from "./v1alpha1/pod-snapshot.js";
import * as v1alpha1Request from "./v1alpha1/request.js";
import * as v1alpha1Adapter from "./v1alpha1/scaling-adapter.js";
import { workerMetadata } from "./v1alpha1/worker-metadata.js";
import { componentDeployment } from "./v1beta1/component-deployment.js";
import { graphDeployment } from "./v1beta1/graph.js";
import { request } from "./v1beta1/request.js";
import { scalingAdapter } from "./v1beta1/scaling-adapter.js";

/** API group of every kind here. */
export const apiGroup = "nvidia.com";

/** One kind in one version. */
export interface Kind {
  readonly apiVersion: "nvidia.com/v1alpha1" | "nvidia.com/v1beta1";
  readonly kind: string;
  /** Name in paths and in `kubectl get`. */
  readonly plural: string;
  /** Other name in `kubectl get`. */
  readonly shortName: string;
  readonly scope: "Namespaced" | "Cluster";
  /** True when the API server answers with a deprecation warning. */
  readonly deprecated: boolean;
  /** What an object of this kind looks like. */
  readonly schema: z.ZodType;
}

const v1beta1 = { apiVersion: "nvidia.com/v1beta1", deprecated: false } as const;
const v1alpha1 = { apiVersion: "nvidia.com/v1alpha1", deprecated: false } as const;
const superseded = { apiVersion: "nvidia.com/v1alpha1", deprecated: true } as const;

const graph = {
  kind: "DynamoGraphDeployment",
  plural: "dynamographdeployments",
  shortName: "dgd",
  scope: "Namespaced",
} as const;
const component = {
  kind: "DynamoComponentDeployment",
  plural: "dynamocomponentdeployments",
  shortName: "dcd",
  scope: "Namespaced",
} as const;
const graphRequest = {
  kind: "DynamoGraphDeploymentRequest",
  plural: "dynamographdeploymentrequests",
  shortName: "dgdr",
  scope: "Namespaced",
} as const;
const adapter = {
  kind: "DynamoGraphDeploymentScalingAdapter",
  plural: "dynamographdeploymentscalingadapters",
  shortName: "dgdsa",
  scope: "Namespaced",
} as const;

/** Every kind in every served version. */
export const kinds: readonly Kind[] = [
  { ...v1beta1, ...graph, schema: graphDeployment },
  { ...superseded, ...graph, schema: v1alpha1Graph.graphDeployment },
  { ...v1beta1, ...component, schema: componentDeployment },
  { ...superseded, ...component, schema: v1alpha1Component.componentDeployment },
  { ...v1beta1, ...graphRequest, schema: request },
  { ...superseded, ...graphRequest, schema: v1alpha1Request.request },
  { ...v1beta1, ...adapter, schema: scalingAdapter },
  { ...superseded, ...adapter, schema: v1alpha1Adapter.scalingAdapter },
  {
    ...v1alpha1,
    kind: "DynamoModel",
    plural: "dynamomodels",
    shortName: "dm",
    scope: "Namespaced",
    schema: model,
  },
  {
    ...v1alpha1,
    kind: "DynamoCheckpoint",
    plural: "dynamocheckpoints",
    shortName: "dckpt",
    scope: "Namespaced",
    schema: checkpoint,
  },
  {
    ...v1alpha1,
    kind: "DynamoWorkerMetadata",
    plural: "dynamoworkermetadatas",
    shortName: "dwm",
    scope: "Namespaced",
    schema: workerMetadata,
  },
  {
    ...v1alpha1,
    kind: "PodSnapshot",
    plural: "podsnapshots",
    shortName: "podsnap",
    scope: "Namespaced",
    schema: podSnapshot,
  },
  {
    ...v1alpha1,
    kind: "PodSnapshotContent",
    plural: "podsnapshotcontents",
    shortName: "podsnapcontent",
    scope: "Cluster",
    schema: podSnapshotContent,
  },
];

const byName: ReadonlyMap<string, Kind> = new Map(
  kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kind]),
);

/** The row of a kind; undefined when Dynamo does not serve it. */
export function findKind(apiVersion: string, kind: string): Kind | undefined {
  return byName.get(`${apiVersion}/${kind}`);
}
