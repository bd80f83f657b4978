// SPDX-License-Identifier: Apache-2.0
/** @module Which code answers for which CEL rule of the CRDs. */
import type { FindingCode } from "../../facts/index.js";

/** One `x-kubernetes-validations` rule, and where our code decides it. */
export interface CelRule {
  readonly kind: string;
  readonly version: "v1alpha1" | "v1beta1";
  /** Schema path: `[]` for list items, `{}` for map values. */
  readonly path: string;
  /** First 8 hex digits of the SHA-256 of the rule's text, so that a changed rule is noticed. */
  readonly hash: string;
  /** The code of the finding. */
  readonly code: FindingCode;
  /** `change` for a rule that compares with the old object: `checkUpdate` decides it. */
  readonly decidedOn: "object" | "change";
}

/** Path below the component, hash, code; an update rule is marked. */
type Row = readonly [path: string, hash: string, code: FindingCode, decidedOn?: "change"];

const betaComponent: readonly Row[] = [
  ["", "cd875b66", "DYN-API-055"],
  ["", "43c0cc62", "DYN-API-052"],
  ["", "c9bdcdde", "DYN-API-125", "change"],
  [".eppConfig", "f7258b8b", "DYN-API-056"],
  [".experimental.checkpoint", "3f83f95e", "DYN-API-072"],
  [".experimental.gpuMemoryService", "fdff6f13", "DYN-API-066"],
  [".experimental.gpuMemoryService", "6c1b39dc", "DYN-API-067"],
  [".experimental.gpuMemoryService", "10d6263d", "DYN-API-067"],
  [".podTemplate.metadata.annotations", "f31df21e", "DYN-API-029"],
  [".podTemplate.spec.containers.[]", "3eaf6c87", "DYN-API-080"],
  [".podTemplate.spec.initContainers.[]", "4e35c99d", "DYN-API-080"],
];

const alphaGms: readonly Row[] = [
  [".gpuMemoryService", "0da2a2fd", "DYN-API-066"],
  [".gpuMemoryService", "155d6e1a", "DYN-API-067"],
  [".gpuMemoryService", "10d6263d", "DYN-API-067"],
];

const alphaService: readonly Row[] = [
  ["", "43c0cc62", "DYN-API-052"],
  ["", "c9bdcdde", "DYN-API-125", "change"],
  [".checkpoint", "3f83f95e", "DYN-API-072"],
  ...alphaGms,
  [".sharedMemory", "dbbbd6ec", "DYN-API-054"],
];

const graph: readonly Row[] = [
  ["", "55174974", "DYN-API-024"],
  [".experimental.kvTransferPolicy", "2e83e22b", "DYN-API-035"],
  [".experimental.kvTransferPolicy", "5f93a91f", "DYN-API-036"],
  [".experimental.kvTransferPolicy", "fbc90644", "DYN-API-036"],
  [".experimental.kvTransferPolicy.labelKey", "297bcd9b", "DYN-API-037"],
];

/** Every CEL rule of the CRDs of Dynamo 1.4. */
export const celRules: readonly CelRule[] = [
  ...rules("DynamoGraphDeployment", "v1beta1", "spec", [
    ...graph,
    [".components", "85ccf0a6", "DYN-API-023"],
    [".components", "b0855c11", "DYN-API-022"],
  ]),
  ...rules("DynamoGraphDeployment", "v1beta1", "spec.components.[]", betaComponent),
  ...rules("DynamoGraphDeployment", "v1alpha1", "spec", [
    ...graph,
    [".pvcs.[]", "966a0927", "DYN-API-038"],
  ]),
  ...rules("DynamoGraphDeployment", "v1alpha1", "spec.services.{}", alphaService),
  ...rules("DynamoComponentDeployment", "v1beta1", "spec", betaComponent),
  ...rules("DynamoComponentDeployment", "v1alpha1", "spec", alphaService),
  ...rules("DynamoCheckpoint", "v1alpha1", "spec", [
    ...alphaGms,
    [".job.sharedMemory", "dbbbd6ec", "DYN-API-054"],
  ]),
  ...rules("DynamoCheckpoint", "v1alpha1", "", [["", "fde354a5", "DYN-API-130", "change"]]),
  ...rules("PodSnapshot", "v1alpha1", "", [["", "0e42c3da", "DYN-API-130", "change"]]),
  ...rules("PodSnapshotContent", "v1alpha1", "", [["", "0e42c3da", "DYN-API-130", "change"]]),
];

function rules(
  kind: string,
  version: CelRule["version"],
  base: string,
  rows: readonly Row[],
): readonly CelRule[] {
  return rows.map(
    ([path, hash, code, decidedOn]): CelRule => ({
      kind,
      version,
      path: base + path,
      hash,
      code,
      decidedOn: decidedOn ?? "object",
    }),
  );
}
