// SPDX-License-Identifier: Apache-2.0
/**
 * @module What the operator may do. Rights that it seems not to use are those of the roles that it
 * makes for planners, endpoint pickers and workers: Kubernetes lets nobody grant what he has not.
 *
 * @see deploy/helm/charts/platform/components/operator (RBAC templates)
 */
import { type PolicyRule, rule, verbs } from "./policy-rule.js";

const graphKinds = [
  "dynamocheckpoints",
  "dynamocomponentdeployments",
  "dynamographdeploymentrequests",
  "dynamographdeployments",
  "dynamomodels",
] as const;

const finalizers = [...graphKinds, "podsnapshots"].map((kind) => `${kind}/finalizers`);

const statuses = [...graphKinds, "dynamographdeploymentscalingadapters", "podsnapshots"].map(
  (kind) => `${kind}/status`,
);

/** What controllers need, in every mode. */
const controllerRules: readonly PolicyRule[] = [
  rule("", ["configmaps", "events", "services"], verbs.all),
  rule("", ["nodes", "pods/log"], ["get"]),
  rule("", ["persistentvolumeclaims"], verbs.all),
  rule("", ["pods"], [...verbs.all, "deletecollection"]),
  rule("", ["secrets", "serviceaccounts"], verbs.all),
  rule("", ["endpoints"], verbs.read),
  rule("apps", ["daemonsets"], verbs.read),
  rule("apps", ["deployments"], verbs.all),
  rule("authentication.k8s.io", ["tokenreviews"], ["create"]),
  rule("authorization.k8s.io", ["subjectaccessreviews"], ["create"]),
  rule("autoscaling", ["horizontalpodautoscalers"], verbs.all),
  rule("batch", ["jobs"], verbs.all),
  rule("coordination.k8s.io", ["leases"], verbs.all),
  rule("discovery.k8s.io", ["endpointslices"], verbs.read),
  rule("events.k8s.io", ["events"], verbs.all),
  rule("inference.networking.k8s.io", ["inferencepools"], verbs.all),
  rule(
    "inference.networking.x-k8s.io",
    ["inferencepools", "inferenceobjectives", "inferencemodelrewrites"],
    verbs.read,
  ),
  rule("networking.istio.io", ["destinationrules", "virtualservices"], verbs.all),
  rule("networking.k8s.io", ["ingressclasses", "ingresses"], verbs.all),
  rule("resource.k8s.io", ["deviceclasses"], verbs.read),
  rule("resource.k8s.io", ["resourceclaimtemplates"], verbs.all),
];

const orchestratorRules: readonly PolicyRule[] = [
  rule("grove.io", ["clustertopologybindings", "podcliques", "podcliquescalinggroups"], verbs.read),
  rule("grove.io", ["podcliques/scale", "podcliquescalinggroups/scale"], verbs.status),
  rule("grove.io", ["podcliquesets"], verbs.all),
  rule("leaderworkerset.x-k8s.io", ["leaderworkersets"], verbs.all),
  rule("scheduling.run.ai", ["queues"], ["get", "list"]),
  rule("scheduling.volcano.sh", ["podgroups"], verbs.all),
];

const dynamoRules: readonly PolicyRule[] = [
  rule(
    "nvidia.com",
    [
      ...graphKinds,
      "dynamographdeploymentscalingadapters",
      "dynamoworkermetadatas",
      "podsnapshotcontents",
    ],
    verbs.all,
  ),
  rule("nvidia.com", ["podsnapshots"], ["create", "get", "list", "patch", "update", "watch"]),
  rule("nvidia.com", finalizers, ["update"]),
  rule("nvidia.com", [...statuses, "podsnapshotcontents/status"], verbs.status),
  rule("nvidia.com", ["dynamographdeploymentscalingadapters/scale"], verbs.status),
];

const bindingRules: readonly PolicyRule[] = [
  rule("rbac.authorization.k8s.io", ["clusterrolebindings", "clusterroles"], verbs.all),
  rule("rbac.authorization.k8s.io", ["rolebindings", "roles"], verbs.all),
];

/** The CRDs that its init container writes, and the webhook configurations with their authority. */
const clusterWideRules: readonly PolicyRule[] = [
  rule("admissionregistration.k8s.io", ["mutatingwebhookconfigurations"], verbs.all),
  rule("apiextensions.k8s.io", ["customresourcedefinitions"], verbs.all),
];

/** Rules of the role `manager-role`. */
export function managerRules({
  restricted,
}: {
  readonly restricted: boolean;
}): readonly PolicyRule[] {
  return [
    ...controllerRules,
    ...orchestratorRules,
    ...dynamoRules,
    ...bindingRules,
    ...(restricted ? [] : clusterWideRules),
  ];
}
