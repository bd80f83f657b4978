// SPDX-License-Identifier: Apache-2.0
/** @module Parts of arbitrary graphs that both API versions write alike. */
import fc from "fast-check";
import {
  all,
  any,
  anything,
  count,
  keyed,
  label,
  listOf,
  map,
  moment,
  positive,
  some,
  text,
  texts,
  version,
  yes,
} from "./arbitrary.js";

export const parts = {
  restart: some(
    {
      id: label,
      strategy: any({ type: fc.constantFrom("Sequential", "Parallel"), order: listOf(label) }),
    },
    ["id"],
  ),
  kvTransferPolicy: fc.oneof(
    all({ labelKey: label, domain: label }),
    all({
      clusterTopologyName: label,
      domain: label,
      enforcement: fc.constant("preferred"),
      preferredWeight: fc.constantFrom(0, 0.5, 1),
    }),
  ),
  eppConfig: fc.oneof(
    all({ configMapRef: all({ name: label, key: label }) }),
    all({
      config: all({
        plugins: listOf(some({ type: label, name: label, parameters: anything }, ["type"])),
        schedulingProfiles: listOf(
          all({ name: label, plugins: listOf(all({ pluginRef: label })) }),
          1,
        ),
      }),
    }),
  ),
  modelRef: some({ name: label, revision: label }, ["name"]),
  multinode: some({ nodeCount: fc.integer({ min: 2, max: 8 }) }),
  topology: all({ packDomain: label }),
  checkpoint: some(
    {
      enabled: fc.boolean(),
      checkpointRef: label,
      deletionPolicy: fc.constantFrom("Delete", "Retain"),
      identity: some(
        {
          model: label,
          backendFramework: fc.constantFrom("vllm", "sglang", "trtllm"),
          dtype: label,
          extraParameters: texts,
          tensorParallelSize: positive,
        },
        ["model", "backendFramework"],
      ),
      job: any({
        gmsClientContainers: fc.uniqueArray(label, { minLength: 1, maxLength: 2 }),
        podTemplate: anything,
      }),
      mode: fc.constantFrom("Auto", "Manual"),
      startupPolicy: fc.constantFrom("Immediate", "WaitForCheckpoint"),
      targetContainerName: label,
    },
    ["enabled"],
  ),
};
export const gmsFields = {
  deviceClassName: label,
  extraClientContainers: fc.uniqueArray(label, { minLength: 1, maxLength: 2 }),
  extraClientPods: keyed(all({ name: label, podTemplate: anything }), "name", 1),
};
export const sameFields = {
  eppConfig: parts.eppConfig,
  globalDynamoNamespace: yes,
  minAvailable: positive,
  modelRef: parts.modelRef,
  multinode: parts.multinode,
  replicas: count,
  runtimeVersionOverride: version,
  topologyConstraint: parts.topology,
};

const condition = some(
  {
    type: fc.constantFrom("Ready", "Available"),
    status: fc.constantFrom("True", "False", "Unknown"),
    lastTransitionTime: moment,
    reason: fc.constant("updating"),
    message: text,
    observedGeneration: count,
  },
  ["type", "status", "lastTransitionTime", "reason", "message"],
);
export const replicaFields = {
  componentKind: fc.constantFrom("PodClique", "Deployment", "LeaderWorkerSet"),
  replicas: count,
  updatedReplicas: count,
  availableReplicas: count,
  componentNames: listOf(label, 2),
  readyReplicas: count,
  runtimeNamespace: label,
  scheduledReplicas: count,
};
export const replicaRequired = ["componentKind", "replicas", "updatedReplicas"] as const;
export const rolling = {
  phase: fc.constantFrom("Pending", "InProgress", "Completed", "Failed"),
  startTime: moment,
  endTime: moment,
};
export const statusFields = {
  state: fc.constantFrom("initializing", "pending", "successful", "failed"),
  observedGeneration: count,
  conditions: keyed(condition, "type", 2),
  checkpoints: map(any({ checkpointName: label, checkpointID: label, ready: yes })),
  placement: any({
    score: fc.constantFrom(0, 0.25, 1),
    state: fc.constantFrom("Reported", "Partial"),
  }),
  restart: any({ observedID: label, phase: fc.constant("Completed"), inProgress: listOf(label) }),
};

export const graphFields = {
  annotations: texts,
  backendFramework: fc.constantFrom("vllm", "sglang", "trtllm"),
  experimental: some({ kvTransferPolicy: parts.kvTransferPolicy }),
  labels: texts,
  priorityClassName: label,
  restart: parts.restart,
};
export const metadata = some(
  { name: label, namespace: label, labels: texts, annotations: map(text), generation: count },
  ["name"],
);

/** Names of components; some of them are names that every object inherits. */
export const componentNames = fc.uniqueArray(
  fc.oneof(
    { weight: 5, arbitrary: fc.stringMatching(/^[A-Za-z]([A-Za-z0-9]|-[A-Za-z0-9]){0,8}$/) },
    { weight: 1, arbitrary: fc.constantFrom("constructor", "toString", "env", "containers") },
  ),
  { minLength: 1, maxLength: 4, selector: (name) => name.toLowerCase() },
);
