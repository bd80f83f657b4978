// SPDX-License-Identifier: Apache-2.0
/** @module Values that older charts had and chart 1.4.0 refuses. @see deploy/helm/charts/platform/templates/validate-values.yaml */

/** A value that is gone. */
export interface RemovedValue {
  readonly path: readonly string[];
  /** What to do instead, as an imperative sentence. */
  readonly fix: string;
}

const byItself = "Remove it: the operator does this by itself.";

/** Every value whose presence fails the chart. */
export const removedValues: readonly RemovedValue[] = [
  ...["nats", "etcd"].map((part) => ({
    path: [part, "enabled"],
    fix: `Set global.${part}.install instead.`,
  })),
  ...["grove", "kai-scheduler"].map((part) => ({
    path: [part, "enabled"],
    fix: `Set global.${part}.install, or global.${part}.enabled for one that is there.`,
  })),
  { path: ["dynamo-operator", "nats", "enabled"], fix: "Set global.nats.install instead." },
  { path: ["dynamo-operator", "webhook", "enabled"], fix: "Remove it: webhooks are always on." },
  { path: ["dynamo-operator", "webhook", "certGenerator"], fix: byItself },
  { path: ["dynamo-operator", "webhook", "certificateValidity"], fix: byItself },
  { path: ["dynamo-operator", "dynamo", "mpiRun", "sshKeygen"], fix: byItself },
  { path: ["dynamo-operator", "checkpoint", "readyForCheckpointFilePath"], fix: "Remove it." },
  {
    path: ["dynamo-operator", "dynamo", "internalImages"],
    fix: "Remove it: images are set on graphs.",
  },
  {
    path: ["dynamo-operator", "dynamo", "enableRestrictedSecurityContext"],
    fix: "Remove it: pods are secured on graphs.",
  },
];
