// SPDX-License-Identifier: Apache-2.0
/** @module The operator's rights, webhooks and names of Dynamo 1.4.0, written down from upstream and apart from the code. */

/** Verbs by their short names. */
const verbs: Readonly<Record<string, string>> = {
  full7: "create delete get list patch update watch",
  ro3: "get list watch",
};

/** A row `group | resources | verbs`; the core group is empty. */
export function grantsOf(rows: string): readonly string[] {
  return rows
    .trim()
    .split("\n")
    .flatMap((row) => {
      const [group = "", resources = "", allowed = ""] = row.split("|").map((cell) => cell.trim());
      return resources
        .split(/[ ,]+/)
        .flatMap((resource) =>
          (verbs[allowed] ?? allowed)
            .split(/[ ,]+/)
            .map((verb) => `${verb} ${group === "" ? "core" : group}/${resource}`),
        );
    });
}

/** `manager-role`: what upstream generates from its controllers. */
export const generatedRules = `
 | configmaps, events, services | full7
 | nodes, pods/log | get
 | persistentvolumeclaims | create delete get list watch
 | pods | delete deletecollection get list patch watch
 | secrets, serviceaccounts | create get list update watch
apps | daemonsets | ro3
apps | deployments | full7
authentication.k8s.io | tokenreviews | create
authorization.k8s.io | subjectaccessreviews | create
autoscaling | horizontalpodautoscalers | full7
batch | jobs | full7
coordination.k8s.io | leases | full7
discovery.k8s.io | endpointslices | ro3
events.k8s.io | events | full7
grove.io | clustertopologybindings, podcliques, podcliquescalinggroups | ro3
grove.io | podcliques/scale, podcliquescalinggroups/scale | get patch update
grove.io | podcliquesets | full7
inference.networking.k8s.io | inferencepools | full7
leaderworkerset.x-k8s.io | leaderworkersets | full7
networking.istio.io | destinationrules, virtualservices | full7
networking.k8s.io | ingressclasses, ingresses | full7
nvidia.com | dynamocheckpoints, dynamocomponentdeployments, dynamographdeploymentrequests, dynamographdeployments, dynamographdeploymentscalingadapters, dynamomodels, podsnapshotcontents | full7
nvidia.com | dynamocheckpoints/finalizers, dynamocomponentdeployments/finalizers, dynamographdeploymentrequests/finalizers, dynamographdeployments/finalizers, dynamomodels/finalizers, podsnapshots/finalizers | update
nvidia.com | dynamocheckpoints/status, dynamocomponentdeployments/status, dynamographdeploymentrequests/status, dynamographdeployments/status, dynamographdeploymentscalingadapters/status, dynamomodels/status, podsnapshotcontents/status, podsnapshots/status | get patch update
nvidia.com | podsnapshots | create get list patch update watch
rbac.authorization.k8s.io | clusterroles | ro3
rbac.authorization.k8s.io | rolebindings | create delete get list update watch
rbac.authorization.k8s.io | roles | create get list update watch
resource.k8s.io | deviceclasses | ro3
resource.k8s.io | resourceclaimtemplates | full7
scheduling.run.ai | queues | get list
scheduling.volcano.sh | podgroups | full7`;

/** `manager-role`: what the chart adds in every mode. */
export const addedRules = `
 | persistentvolumeclaims | patch update
 | secrets | delete patch
 | endpoints | ro3
 | serviceaccounts | delete patch
 | pods | create update
inference.networking.x-k8s.io | inferencepools, inferenceobjectives, inferencemodelrewrites | ro3
nvidia.com | dynamoworkermetadatas | full7
nvidia.com | dynamographdeploymentscalingadapters/scale | get patch update
rbac.authorization.k8s.io | clusterrolebindings | full7
rbac.authorization.k8s.io | clusterroles | create delete patch update
rbac.authorization.k8s.io | rolebindings | patch
rbac.authorization.k8s.io | roles | delete patch`;

/** `manager-role`: what the chart adds to a cluster-wide operator. */
export const clusterWideRules = `
admissionregistration.k8s.io | mutatingwebhookconfigurations | full7
apiextensions.k8s.io | customresourcedefinitions | full7`;

/** Further roles of a cluster-wide operator `R` in `NS`, by name. */
export const furtherRoles: Readonly<Record<string, string>> = {
  "F-NS-clustertopologybinding-reader": "grove.io | clustertopologybindings | ro3",
  "F-NS-queue-reader": "scheduling.run.ai | queues | get list",
  "F-NS-deviceclass-reader": "resource.k8s.io | deviceclasses | ro3",
  "F-NS-podsnapshotcontents": `nvidia.com | podsnapshotcontents | full7
    nvidia.com | podsnapshotcontents/status | get patch update`,
  "F-NS-topology-label": " | nodes | get",
  "F-NS-gpu-discovery": ` | nodes | ro3
     | pods | get list`,
  "F-NS-metrics-auth": `authentication.k8s.io | tokenreviews | create
    authorization.k8s.io | subjectaccessreviews | create`,
  "F-NS-webhook-injector": `admissionregistration.k8s.io | validatingwebhookconfigurations, mutatingwebhookconfigurations | get list watch update patch
    apiextensions.k8s.io | customresourcedefinitions | get list watch update patch`,
  "F-leader-election-role": ` | configmaps | full7
    coordination.k8s.io | leases | full7
     | events | create patch`,
  "F-planner": `nvidia.com | dynamocomponentdeployments, dynamographdeployments | get list create update patch
    nvidia.com | dynamographdeploymentscalingadapters/scale | patch
    discovery.k8s.io | endpointslices | ro3
    nvidia.com | dynamoworkermetadatas | full7`,
  "F-epp": `inference.networking.x-k8s.io | inferencepools, inferenceobjectives, inferencemodelrewrites | ro3
    inference.networking.k8s.io | inferencepools | ro3
     | pods | ro3
    discovery.k8s.io | endpointslices | ro3
    nvidia.com | dynamoworkermetadatas | full7
    authentication.k8s.io | tokenreviews | create
    authorization.k8s.io | subjectaccessreviews | create`,
  "F-dgdr-profiling": ` | configmaps | create get update patch delete
    nvidia.com | dynamographdeploymentrequests | get
    nvidia.com | dynamographdeployments | get create delete list watch
     | pods | list get create delete
     | pods/log | get
     | nodes | ro3`,
};

/** Webhooks: configuration, name, path, version, resource. */
export const webhookTable = [
  [
    "Validating",
    "vdynamocomponentdeployment.kb.io",
    "/validate-nvidia-com-v1alpha1-dynamocomponentdeployment",
    "v1alpha1",
    "dynamocomponentdeployments",
  ],
  [
    "Validating",
    "vdynamographdeployment.kb.io",
    "/validate/nvidia.com/v1beta1/dynamographdeployments",
    "v1beta1",
    "dynamographdeployments",
  ],
  [
    "Validating",
    "vdynamocheckpoint.kb.io",
    "/validate-nvidia-com-v1alpha1-dynamocheckpoint",
    "v1alpha1",
    "dynamocheckpoints",
  ],
  [
    "Validating",
    "vdynamomodel.kb.io",
    "/validate-nvidia-com-v1alpha1-dynamomodel",
    "v1alpha1",
    "dynamomodels",
  ],
  [
    "Validating",
    "vdynamographdeploymentrequest.kb.io",
    "/validate-nvidia-com-v1beta1-dynamographdeploymentrequest",
    "v1beta1",
    "dynamographdeploymentrequests",
  ],
  [
    "Mutating",
    "mdynamographdeployment.kb.io",
    "/mutate/nvidia.com/v1beta1/dynamographdeployments",
    "v1beta1",
    "dynamographdeployments",
  ],
  [
    "Mutating",
    "mdynamocomponentdeploymentv1beta1.kb.io",
    "/mutate-nvidia-com-v1beta1-dynamocomponentdeployment",
    "v1beta1",
    "dynamocomponentdeployments",
  ],
  [
    "Mutating",
    "mdynamographdeploymentrequestv1beta1.kb.io",
    "/mutate-nvidia-com-v1beta1-dynamographdeploymentrequest",
    "v1beta1",
    "dynamographdeploymentrequests",
  ],
  [
    "Mutating",
    "mpodcheckpointrestore.kb.io",
    "/mutate-core-v1-pod-checkpoint-restore",
    "v1",
    "pods",
  ],
] as const;

/** Objects of a cluster-wide operator with the chart's defaults; F is the full name, NS the namespace. */
export const inventory = [
  "Deployment F-controller-manager",
  "ConfigMap F-config",
  "ServiceAccount F-controller-manager",
  "ServiceAccount F-component",
  "Service F-webhook-service",
  "Service F",
  "Role F-webhook-cert-manager",
  "RoleBinding F-webhook-cert-manager",
  "ClusterRole F-manager-role",
  "ClusterRoleBinding F-manager-rolebinding",
  "ClusterRole F-leader-election-role",
  "ClusterRoleBinding F-leader-election-rolebinding",
  ...[
    "clustertopologybinding-reader",
    "queue-reader",
    "deviceclass-reader",
    "podsnapshotcontents",
    "webhook-injector",
  ].flatMap((name) => [`ClusterRole F-NS-${name}`, `ClusterRoleBinding F-NS-${name}-binding`]),
  ...["topology-label", "gpu-discovery", "metrics-auth"].flatMap((name) => [
    `ClusterRole F-NS-${name}`,
    `ClusterRoleBinding F-NS-${name}`,
  ]),
  "ClusterRole F-planner",
  "ClusterRole F-epp",
  "ClusterRole F-dgdr-profiling",
  "ClusterRoleBinding F-dgdr-profiling",
  "ValidatingWebhookConfiguration F-validating",
  "MutatingWebhookConfiguration F-mutating",
] as const;
