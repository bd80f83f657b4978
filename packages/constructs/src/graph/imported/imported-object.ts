// SPDX-License-Identifier: Apache-2.0
/** @module A Kubernetes object as a construct: which one, with which props. */
import type { Fields } from "../../api/index.js";
import type { Finding } from "../../facts/index.js";
import type { ImportCounts } from "./counts.js";
import type { Override } from "./pointer.js";

/** The constructs that an import uses. */
export type ImportedConstruct =
  | "InferenceGraph"
  | "DynamoComponentDeployment"
  | "DynamoGraphDeploymentRequest"
  | "DynamoGraphDeploymentScalingAdapter"
  | "DynamoModel"
  | "DynamoCheckpoint"
  | "ApiObject";

/** A Kubernetes object as a construct. */
export interface ImportedObject {
  readonly construct: ImportedConstruct;
  /** Construct id. */
  readonly id: string;
  /** Props of the construct; they compile against its types. */
  readonly props: Fields;
  /** What the props cannot say. */
  readonly overrides: readonly Override[];
  /** What a conversion from v1alpha1 has to say. */
  readonly findings: readonly Finding[];
  readonly counts: ImportCounts;
}
