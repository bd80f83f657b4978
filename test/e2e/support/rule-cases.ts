// SPDX-License-Identifier: Apache-2.0
/** @module Objects for the rules of the CRDs that the tables of the API room do not reach. */
import { alphaGraph, checkpoint, graphWith } from "../../constructs/api/objects.js";
import { acrossMistakes } from "../../constructs/checks/mistakes/across.js";
import { apiMistakes } from "../../constructs/checks/mistakes/api.js";
import { clusterMistakes } from "../../constructs/checks/mistakes/cluster.js";
import { gpuMistakes } from "../../constructs/checks/mistakes/gpu.js";
import { imageMistakes } from "../../constructs/checks/mistakes/images.js";
import { launchMistakes } from "../../constructs/checks/mistakes/launch.js";
import { podMistakes, secretMistakes } from "../../constructs/checks/mistakes/pods.js";
import { memoryMistakes, probeMistakes } from "../../constructs/checks/mistakes/probes.js";
import { roleMistakes } from "../../constructs/checks/mistakes/roles.js";
import { routingMistakes } from "../../constructs/checks/mistakes/routing.js";
import type { Json } from "./api-client.js";

/** An object and, for a change, what was there before. */
export interface RuleCase {
  readonly title: string;
  readonly object: unknown;
  readonly before?: unknown;
}

const content = (nodeName: string): Json => ({
  apiVersion: "nvidia.com/v1alpha1",
  kind: "PodSnapshotContent",
  metadata: { name: "s" },
  spec: {
    snapshotRef: { name: "s", namespace: "default" },
    source: { nodeName, podRef: { name: "s" } },
  },
});

/** A deployment of each component of a graph: the same rules hold for it. */
export function asDeployments({ title, object }: RuleCase): readonly RuleCase[] {
  const { apiVersion, kind, spec } = Object(object);
  if (kind !== "DynamoGraphDeployment") return [];
  const components: readonly unknown[] = Object.values(spec?.components ?? spec?.services ?? {});
  return components.map((component) => ({
    title: `${title}, deployed alone`,
    object: {
      apiVersion,
      kind: "DynamoComponentDeployment",
      metadata: { name: "alone" },
      spec: component,
    },
  }));
}

/** The graphs of the checks' own table, each before and after its mistake. */
export function checkedGraphs(): readonly RuleCase[] {
  const families = [
    acrossMistakes,
    apiMistakes,
    clusterMistakes,
    gpuMistakes,
    imageMistakes,
    launchMistakes,
    memoryMistakes,
    podMistakes,
    probeMistakes,
    roleMistakes,
    routingMistakes,
    secretMistakes,
  ];
  return families.flat().flatMap(({ name, graph, change }) => {
    const changed = graph();
    change(changed);
    return [
      { title: `before ${name}`, object: graph() },
      { title: name, object: changed },
    ];
  });
}

export const moreMistakes: readonly RuleCase[] = [
  {
    title: "clients of a checkpoint in other pods",
    object: checkpoint({
      gpuMemoryService: { enabled: true, mode: "interPod", extraClientContainers: ["main"] },
    }),
  },
];

export const moreChanges: readonly RuleCase[] = [
  {
    title: "minAvailable of a component",
    before: graphWith({ minAvailable: 1 }),
    object: graphWith({ minAvailable: 2 }),
  },
  {
    title: "minAvailable of a service",
    before: alphaGraph({ replicas: 2, minAvailable: 1 }),
    object: alphaGraph({ replicas: 2, minAvailable: 2 }),
  },
  { title: "content of a snapshot", before: content("a"), object: content("b") },
];
