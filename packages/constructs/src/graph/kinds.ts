// SPDX-License-Identifier: Apache-2.0
/** @module One construct per user-facing kind: the fields of the API, unchanged. */
import type { Construct } from "constructs";
import type * as api from "../api/index.js";
import { KubeObject, type Manifest } from "./kube-object.js";

/** An object of the API without what its kind fixes. */
export type ObjectProps<T extends { readonly apiVersion: string; readonly metadata?: object }> =
  Omit<T, "apiVersion" | "kind" | "status" | "metadata"> & {
    /** API version. @default - the newest that Dynamo serves for the kind */
    readonly apiVersion?: T["apiVersion"] | undefined;
    /** Metadata of the object. @default - the construct id as its name */
    readonly metadata?: Partial<NonNullable<T["metadata"]>> | undefined;
  };

function manifest(id: string, kind: string, newest: string, props: object): Manifest {
  const { apiVersion, metadata, ...rest } = props as Partial<Manifest>;
  return { apiVersion: apiVersion ?? newest, kind, metadata: { name: id, ...metadata }, ...rest };
}

const v1alpha1 = "nvidia.com/v1alpha1";
const v1beta1 = "nvidia.com/v1beta1";

/** A graph exactly as the API has it. `InferenceGraph` is shorter and knows what belongs together. */
export class DynamoGraphDeployment extends KubeObject {
  constructor(
    scope: Construct,
    id: string,
    props: ObjectProps<api.DynamoGraphDeployment> | ObjectProps<api.V1alpha1GraphDeployment>,
  ) {
    super(scope, id, manifest(id, "DynamoGraphDeployment", v1beta1, props));
  }
}

/** One component outside of a graph. The operator makes these itself; write one only to run a component alone. */
export class DynamoComponentDeployment extends KubeObject {
  constructor(
    scope: Construct,
    id: string,
    props:
      | ObjectProps<api.DynamoComponentDeployment>
      | ObjectProps<api.V1alpha1ComponentDeployment>,
  ) {
    super(scope, id, manifest(id, "DynamoComponentDeployment", v1beta1, props));
  }
}

/** Asks the operator to profile a model on the given hardware and to make a graph for it. */
export class DynamoGraphDeploymentRequest extends KubeObject {
  constructor(
    scope: Construct,
    id: string,
    props:
      | ObjectProps<api.DynamoGraphDeploymentRequest>
      | ObjectProps<api.V1alpha1GraphDeploymentRequest>,
  ) {
    super(scope, id, manifest(id, "DynamoGraphDeploymentRequest", v1beta1, props));
  }
}

/** The scale subresource of one component, for an autoscaler. The operator makes it for `scalingAdapter`. */
export class DynamoGraphDeploymentScalingAdapter extends KubeObject {
  constructor(
    scope: Construct,
    id: string,
    props:
      | ObjectProps<api.DynamoGraphDeploymentScalingAdapter>
      | ObjectProps<api.V1alpha1ScalingAdapter>,
  ) {
    super(scope, id, manifest(id, "DynamoGraphDeploymentScalingAdapter", v1beta1, props));
  }
}

/** A model or LoRA adapter that the workers of a graph load. */
export class DynamoModel extends KubeObject {
  constructor(scope: Construct, id: string, props: ObjectProps<api.DynamoModel>) {
    super(scope, id, manifest(id, "DynamoModel", v1alpha1, props));
  }
}

/** A snapshot of a loaded engine, from which workers start in seconds. @experimental */
export class DynamoCheckpoint extends KubeObject {
  constructor(scope: Construct, id: string, props: ObjectProps<api.DynamoCheckpoint>) {
    super(scope, id, manifest(id, "DynamoCheckpoint", v1alpha1, props));
  }
}
