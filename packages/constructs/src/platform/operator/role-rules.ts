// SPDX-License-Identifier: Apache-2.0
/** @module The smaller roles: of the operator beside its main one, and of what it starts for graphs. */
import { type PolicyRule, rule, verbs } from "./policy-rule.js";

/** Cluster roles of the operator beside `manager-role`, by the end of their name. */
export function readerRules({
  restricted,
}: {
  readonly restricted: boolean;
}): Readonly<Record<string, readonly PolicyRule[]>> {
  const injected = ["get", "list", "watch", "update", "patch"];
  return {
    "clustertopologybinding-reader": [rule("grove.io", ["clustertopologybindings"], verbs.read)],
    "queue-reader": [rule("scheduling.run.ai", ["queues"], ["get", "list"])],
    "deviceclass-reader": [rule("resource.k8s.io", ["deviceclasses"], verbs.read)],
    podsnapshotcontents: [
      rule("nvidia.com", ["podsnapshotcontents"], verbs.all),
      rule("nvidia.com", ["podsnapshotcontents/status"], verbs.status),
    ],
    "webhook-injector": [
      rule(
        "admissionregistration.k8s.io",
        ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
        injected,
      ),
      ...(restricted
        ? []
        : [rule("apiextensions.k8s.io", ["customresourcedefinitions"], injected)]),
    ],
  };
}

/** Labels of nodes are copied to pods. */
export const topologyRules: readonly PolicyRule[] = [rule("", ["nodes"], ["get"])];

/** GPUs of nodes, and the metrics exporter among the pods. */
export const gpuDiscoveryRules: readonly PolicyRule[] = [
  rule("", ["nodes"], verbs.read),
  rule("", ["pods"], ["get", "list"]),
];

/** Who asks for metrics shows a token. */
export const metricsRules: readonly PolicyRule[] = [
  rule("authentication.k8s.io", ["tokenreviews"], ["create"]),
  rule("authorization.k8s.io", ["subjectaccessreviews"], ["create"]),
];

/** The Lease of the leader, in whichever namespace it is. */
export const leaderElectionRules: readonly PolicyRule[] = [
  rule("", ["configmaps"], verbs.all),
  rule("coordination.k8s.io", ["leases"], verbs.all),
  rule("", ["events"], ["create", "patch"]),
];

/** The certificate of the webhooks. */
export function certificateRules(secretName: string): readonly PolicyRule[] {
  return [
    {
      ...rule("", ["secrets"], ["get", "list", "watch", "update", "patch"]),
      resourceNames: [secretName],
    },
    rule("", ["secrets"], ["create"]),
  ];
}

const workerMetadata = rule("nvidia.com", ["dynamoworkermetadatas"], verbs.all);
const endpointSlices = rule("discovery.k8s.io", ["endpointslices"], verbs.read);

/** A planner changes the size of graphs. */
export const plannerRules: readonly PolicyRule[] = [
  rule(
    "nvidia.com",
    ["dynamocomponentdeployments", "dynamographdeployments"],
    ["get", "list", "create", "update", "patch"],
  ),
  rule("nvidia.com", ["dynamographdeploymentscalingadapters/scale"], ["patch"]),
  endpointSlices,
  workerMetadata,
];

/** An endpoint picker finds workers. */
export function eppRules({ restricted }: { readonly restricted: boolean }): readonly PolicyRule[] {
  return [
    rule(
      "inference.networking.x-k8s.io",
      ["inferencepools", "inferenceobjectives", "inferencemodelrewrites"],
      verbs.read,
    ),
    rule("inference.networking.k8s.io", ["inferencepools"], verbs.read),
    rule("", ["pods"], verbs.read),
    endpointSlices,
    workerMetadata,
    ...(restricted ? [] : metricsRules),
  ];
}

/** A profiling job starts graphs and measures them. */
export function profilingRules({
  restricted,
}: {
  readonly restricted: boolean;
}): readonly PolicyRule[] {
  return [
    rule("", ["configmaps"], ["create", "get", "update", "patch", "delete"]),
    rule("nvidia.com", ["dynamographdeploymentrequests"], ["get"]),
    rule("nvidia.com", ["dynamographdeployments"], ["get", "create", "delete", "list", "watch"]),
    rule("", ["pods"], ["list", "get", "create", "delete"]),
    rule("", ["pods/log"], ["get"]),
    ...(restricted ? [] : [rule("", ["nodes"], verbs.read)]),
  ];
}
