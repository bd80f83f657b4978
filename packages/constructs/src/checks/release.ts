// SPDX-License-Identifier: Apache-2.0
/** @module The graph against the releases of operator, Kubernetes, Grove, KAI and driver. */
import {
  annotations,
  type FieldPath,
  type Finding,
  finding,
  parseVersion,
  releases,
  type Version,
} from "../facts/index.js";
import { companionFits } from "./companions.js";
import { mainField } from "./place.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import { compareRelease, looseVersion, olderThan } from "./version.js";
import type { GraphView } from "./view.js";

/** DYN-VER-001: is the version of the object served. */
export function apiIsServed(
  object: string,
  apiVersion: string,
  operator: Version | undefined,
): readonly Finding[] {
  if (operator === undefined || apiVersion !== "nvidia.com/v1beta1" || !olderThan(operator, 1, 2))
    return nothing;
  return one(
    "DYN-VER-001",
    { object },
    ["apiVersion"],
    `${apiVersion} is served since Dynamo 1.2, and the cluster runs ${operator.major}.${operator.minor}`,
    "Write the graph in nvidia.com/v1alpha1, or upgrade Dynamo.",
  );
}

interface Since {
  readonly what: string;
  readonly path: FieldPath;
  readonly release: readonly [major: number, minor: number];
}

/** DYN-VER-002: settings that came with a later release than the cluster's. */
export const settingsAreKnown: Rule = (graph, options) => {
  const operator = parseVersion(options.dynamoVersion ?? "");
  if (operator === undefined) return nothing;
  const found: Finding[] = [];
  for (const { what, path, release } of settingsOf(graph)) {
    if (!olderThan(operator, ...release)) continue;
    found.push(
      finding(
        "DYN-VER-002",
        { object: graph.object, path },
        `${what} works since Dynamo ${release.join(".")}, and the cluster runs ${operator.major}.${operator.minor}`,
        "Remove the setting, or upgrade Dynamo.",
      ),
    );
  }
  return found;
};

/** Every setting of the graph that not all supported releases know. */
function settingsOf(graph: GraphView): readonly Since[] {
  const { spec, metadata } = graph.graph;
  const settings: Since[] = [];
  const add = (what: string, path: FieldPath, value: unknown, major: number, minor: number) => {
    if (value !== undefined) settings.push({ what, path, release: [major, minor] });
  };
  const annotation = (key: string, major: number, minor: number) =>
    add(
      `annotation ${key}`,
      ["metadata", "annotations", key],
      metadata?.annotations?.[key],
      major,
      minor,
    );
  add("priorityClassName", ["spec", "priorityClassName"], spec?.priorityClassName, 1, 3);
  const policy = spec?.experimental?.kvTransferPolicy;
  const policyPath = ["spec", "experimental", "kvTransferPolicy"];
  add("kvTransferPolicy", policyPath, policy, 1, 2);
  add(
    "clusterTopologyName of kvTransferPolicy",
    [...policyPath, "clusterTopologyName"],
    policy?.clusterTopologyName,
    1,
    3,
  );
  annotation(annotations.groveUpdateStrategy, 1, 4);
  annotation(annotations.volcanoQueue, 1, 4);
  annotation(annotations.kubeDiscoveryMode, 1, 1);
  for (const { component, path } of graph.components) {
    add("minAvailable", [...path, "minAvailable"], component.minAvailable, 1, 3);
    add(
      "runtimeVersionOverride",
      [...path, "runtimeVersionOverride"],
      component.runtimeVersionOverride,
      1,
      4,
    );
    add("frontendSidecar", [...path, "frontendSidecar"], component.frontendSidecar, 1, 0);
    const { gpuMemoryService, failover, checkpoint } = component.experimental ?? {};
    const at = [...path, "experimental"];
    add("gpuMemoryService", [...at, "gpuMemoryService"], gpuMemoryService, 1, 1);
    add("failover", [...at, "failover"], failover, 1, 1);
    add(
      "startupPolicy of checkpoint",
      [...at, "checkpoint", "startupPolicy"],
      checkpoint?.startupPolicy,
      1,
      3,
    );
    add(
      "deletionPolicy of checkpoint",
      [...at, "checkpoint", "deletionPolicy"],
      checkpoint?.deletionPolicy,
      1,
      3,
    );
  }
  return settings;
}

/** DYN-VER-003, 004: Kubernetes for the CRDs, and for GPUs as claims. */
export const kubernetesIsRecent: Rule = (graph, options) => {
  const kubernetes = looseVersion(options.kubernetesVersion);
  if (kubernetes === undefined) return nothing;
  const got = `${kubernetes.major}.${kubernetes.minor}`;
  if (olderThan(kubernetes, 1, 30)) {
    return one(
      "DYN-VER-003",
      graph,
      ["apiVersion"],
      `Dynamo needs Kubernetes 1.30, and the cluster runs ${got}`,
      "Upgrade the cluster to 1.30 or later.",
    );
  }
  if (!olderThan(kubernetes, 1, 34)) return nothing;
  const view = graph.components.find(
    ({ component }) => component.experimental?.gpuMemoryService !== undefined,
  );
  if (view === undefined) return nothing;
  return one(
    "DYN-VER-004",
    graph,
    [...view.path, "experimental", "gpuMemoryService"],
    `${view.name} takes its GPUs through DRA, which needs Kubernetes 1.34, and the cluster runs ${got}`,
    "Remove gpuMemoryService and failover, or upgrade the cluster to 1.34.",
  );
};

/** DYN-VER-005, 006: what the Dynamo release was built with. */
export const schedulersAreRecent: Rule = (graph, options) => {
  const operator = parseVersion(options.dynamoVersion ?? "");
  if (operator === undefined || !graph.grove) return nothing;
  const { groveVersion, kaiVersion } = options;
  return [
    ...(groveVersion === undefined ? nothing : companionFits("grove", groveVersion, operator)),
    ...(kaiVersion === undefined ? nothing : companionFits("kai", kaiVersion, operator)),
  ].map(({ code, message, fix }) =>
    finding(code, { object: graph.object, path: ["apiVersion"] }, message, fix),
  );
};

/** DYN-VER-007: a runtime that the operator has never seen. */
export const operatorKnowsImage: ComponentRule = (view, graph, options) => {
  const operator = parseVersion(options.dynamoVersion ?? "");
  const { version } = view;
  if (operator === undefined || version === undefined) return nothing;
  if (!olderThan(operator, version.major, version.minor)) return nothing;
  return one(
    "DYN-VER-007",
    graph,
    mainField(view, "image"),
    `${view.name} runs Dynamo ${version.major}.${version.minor}, and the operator is ${operator.major}.${operator.minor}`,
    `Upgrade the operator to ${version.major}.${version.minor}, or use images of ${operator.major}.${operator.minor}.`,
  );
};

/** DYN-VER-008: CUDA of the image against the driver of the nodes. */
export const driverIsRecent: ComponentRule = (view, graph, options) => {
  const { driverVersion } = options;
  const { version, engine, gpusPerPod } = view;
  if (driverVersion === undefined || version === undefined || engine === undefined) return nothing;
  if (engine === "mocker" || gpusPerPod === 0) return nothing;
  const release = `${version.major}.${version.minor}`;
  const facts = releases.find((row) => row.release === release);
  // Until 1.2 a -cuda13 variant existed beside the CUDA 12 images.
  const needed = /cuda13/.test(view.image?.tag ?? "") ? "580" : facts?.minDriver;
  if (needed === undefined || compareRelease(driverVersion, needed) >= 0) return nothing;
  return one(
    "DYN-VER-008",
    graph,
    mainField(view, "image"),
    `${view.name} runs Dynamo ${release}, which needs driver ${needed}, and the nodes have ${driverVersion}`,
    `Install driver ${needed} or later on the GPU nodes.`,
  );
};
