// SPDX-License-Identifier: Apache-2.0
/** @module Conversion of whatever object comes along: by kind, other kinds as they are. */
import type { V1alpha1ComponentDeployment } from "../v1alpha1/component-deployment.js";
import type { V1alpha1GraphDeployment } from "../v1alpha1/graph.js";
import type { V1alpha1GraphDeploymentRequest } from "../v1alpha1/request.js";
import type { V1alpha1ScalingAdapter } from "../v1alpha1/scaling-adapter.js";
import type { DynamoComponentDeployment } from "../v1beta1/component-deployment.js";
import type { DynamoGraphDeployment } from "../v1beta1/graph.js";
import type { DynamoGraphDeploymentRequest } from "../v1beta1/request.js";
import type { DynamoGraphDeploymentScalingAdapter } from "../v1beta1/scaling-adapter.js";
import {
  componentDeploymentToV1alpha1,
  componentDeploymentToV1beta1,
} from "./component-deployment.js";
import { graphToV1alpha1, graphToV1beta1 } from "./graph.js";
import type { Conversion, ConvertOptions } from "./loss.js";
import { requestToV1alpha1, requestToV1beta1 } from "./request.js";
import { scalingAdapterToV1alpha1, scalingAdapterToV1beta1 } from "./scaling-adapter.js";

/** A Kubernetes object, as far as a dispatcher looks at it. */
export interface AnyObject {
  readonly apiVersion: string;
  readonly kind: string;
}

type AlphaObject =
  | V1alpha1ComponentDeployment
  | V1alpha1GraphDeployment
  | V1alpha1GraphDeploymentRequest
  | V1alpha1ScalingAdapter;

type BetaObject =
  | DynamoComponentDeployment
  | DynamoGraphDeployment
  | DynamoGraphDeploymentRequest
  | DynamoGraphDeploymentScalingAdapter;

/** The object in v1beta1; an object of another kind or version is handed back as it is. */
export function toV1beta1(object: AnyObject, options: ConvertOptions = {}): Conversion<AnyObject> {
  if (!isConvertible(object, "nvidia.com/v1alpha1")) return { object, findings: [] };
  const alpha = object as AlphaObject;
  switch (alpha.kind) {
    case "DynamoComponentDeployment":
      return componentDeploymentToV1beta1(alpha, options);
    case "DynamoGraphDeployment":
      return graphToV1beta1(alpha, options);
    case "DynamoGraphDeploymentRequest":
      return requestToV1beta1(alpha, options);
    case "DynamoGraphDeploymentScalingAdapter":
      return scalingAdapterToV1beta1(alpha);
  }
}

/** The object in v1alpha1; an object of another kind or version is handed back as it is. */
export function toV1alpha1(object: AnyObject, options: ConvertOptions = {}): Conversion<AnyObject> {
  if (!isConvertible(object, "nvidia.com/v1beta1")) return { object, findings: [] };
  const beta = object as BetaObject;
  switch (beta.kind) {
    case "DynamoComponentDeployment":
      return componentDeploymentToV1alpha1(beta, options);
    case "DynamoGraphDeployment":
      return graphToV1alpha1(beta, options);
    case "DynamoGraphDeploymentRequest":
      return requestToV1alpha1(beta, options);
    case "DynamoGraphDeploymentScalingAdapter":
      return scalingAdapterToV1alpha1(beta);
  }
}

const convertible: ReadonlySet<string> = new Set<BetaObject["kind"]>([
  "DynamoComponentDeployment",
  "DynamoGraphDeployment",
  "DynamoGraphDeploymentRequest",
  "DynamoGraphDeploymentScalingAdapter",
]);

function isConvertible(object: AnyObject, apiVersion: string): boolean {
  return object.apiVersion === apiVersion && convertible.has(object.kind);
}
