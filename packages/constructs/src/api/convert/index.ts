// SPDX-License-Identifier: Apache-2.0
/** @module Conversion between v1alpha1 and v1beta1, as the operator's conversion webhook does it. */
export {
  componentDeploymentToV1alpha1,
  componentDeploymentToV1beta1,
} from "./component-deployment.js";
export { type AnyObject, toV1alpha1, toV1beta1 } from "./dispatch.js";
export { graphToV1alpha1, graphToV1beta1 } from "./graph.js";
export type { Conversion, ConvertOptions } from "./loss.js";
export { requestToV1alpha1, requestToV1beta1 } from "./request.js";
export { scalingAdapterToV1alpha1, scalingAdapterToV1beta1 } from "./scaling-adapter.js";
