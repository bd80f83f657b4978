// ../../work/main/packages/constructs/src/facts/cluster-scoped.ts
/** @module Kinds that belong to the whole cluster and have no namespace. */
/** By API group; the core group is the empty text. */
const kinds = {
	"": [
		"Namespace",
		"Node",
		"PersistentVolume"
	],
	"admissionregistration.k8s.io": [
		"MutatingWebhookConfiguration",
		"ValidatingAdmissionPolicy",
		"ValidatingAdmissionPolicyBinding",
		"ValidatingWebhookConfiguration"
	],
	"apiextensions.k8s.io": ["CustomResourceDefinition"],
	"apiregistration.k8s.io": ["APIService"],
	"cert-manager.io": ["ClusterIssuer"],
	"cloud.google.com": ["ComputeClass"],
	"eks.amazonaws.com": ["NodeClass"],
	"external-secrets.io": ["ClusterExternalSecret", "ClusterSecretStore"],
	"gateway.networking.k8s.io": ["GatewayClass"],
	"grove.io": ["ClusterTopologyBinding"],
	"kai.scheduler": ["Topology"],
	"karpenter.azure.com": ["AKSNodeClass"],
	"karpenter.k8s.aws": ["EC2NodeClass"],
	"karpenter.sh": ["NodeClaim", "NodePool"],
	"keda.sh": ["ClusterTriggerAuthentication"],
	"mellanox.com": ["NicClusterPolicy"],
	"networking.gke.io": ["GKENetworkParamSet", "Network"],
	"networking.k8s.io": ["IngressClass"],
	"node.k8s.io": ["RuntimeClass"],
	"nvidia.com": [
		"ClusterPolicy",
		"NVIDIADriver",
		"PodSnapshotContent"
	],
	"rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
	"resource.k8s.io": ["DeviceClass", "ResourceSlice"],
	"scheduling.k8s.io": ["PriorityClass"],
	"scheduling.run.ai": ["Queue"],
	"scheduling.volcano.sh": ["Queue"],
	"snapshot.storage.k8s.io": ["VolumeSnapshotClass", "VolumeSnapshotContent"],
	"storage.k8s.io": [
		"CSIDriver",
		"CSINode",
		"StorageClass",
		"VolumeAttachment"
	]
};
/** True for a kind that has no namespace; false for every kind that is not in the table. */
function isClusterScoped(apiVersion, kind) {
	const slash = apiVersion.indexOf("/");
	return kinds[slash === -1 ? "" : apiVersion.slice(0, slash)]?.includes(kind) === true;
}
// ../../work/main/packages/constructs/src/facts/codes/api-component.ts
const componentCodes = {
	"DYN-API-050": {
		severity: "error",
		title: "main container without image",
		why: "The admission webhook wants an image on the main container of every component, also of frontend, planner and epp."
	},
	"DYN-API-051": {
		severity: "error",
		title: "image does not tell the Dynamo release",
		why: "The 1.4 admission webhook reads the release from the image tag; without a semver tag it wants runtimeVersionOverride."
	},
	"DYN-API-052": {
		severity: "error",
		title: "minAvailable above replicas",
		why: "The CRD wants minAvailable to be at most replicas (1 when unset), unless replicas is 0."
	},
	"DYN-API-053": {
		severity: "error",
		title: "shared memory below zero",
		why: "The admission webhook refuses a negative size of /dev/shm."
	},
	"DYN-API-054": {
		severity: "error",
		title: "shared memory without size",
		why: "The CRD wants sharedMemory to be disabled or to have a size above 0."
	},
	"DYN-API-055": {
		severity: "error",
		title: "eppConfig on another component",
		why: "The CRD takes eppConfig only on a component of type epp."
	},
	"DYN-API-056": {
		severity: "error",
		title: "endpoint picker needs one configuration",
		why: "The CRD (v1alpha1: the admission webhook) wants exactly one of configMapRef and config."
	},
	"DYN-API-057": {
		severity: "error",
		title: "ConfigMap without name",
		why: "The admission webhook wants a name in eppConfig.configMapRef."
	},
	"DYN-API-058": {
		severity: "error",
		title: "endpoint picker without configuration",
		why: "The admission webhook wants eppConfig on a component of type epp."
	},
	"DYN-API-059": {
		severity: "error",
		title: "endpoint picker over several nodes",
		why: "The admission webhook refuses multinode on a component of type epp."
	},
	"DYN-API-060": {
		severity: "error",
		title: "endpoint picker needs one replica",
		why: "The admission webhook takes exactly 1 replica of a component of type epp."
	},
	"DYN-API-061": {
		severity: "error",
		title: "frontend sidecar not found",
		why: "The admission webhook wants frontendSidecar to name a container of podTemplate."
	},
	"DYN-API-062": {
		severity: "error",
		title: "sidecar-frontend exists twice",
		why: "frontendSidecar of v1alpha1 creates a container of that name; the admission webhook refuses a second one."
	},
	"DYN-API-063": {
		severity: "error",
		title: "GPU memory service outside of a worker",
		why: "The admission webhook takes GPU memory service only on worker, prefill and decode."
	},
	"DYN-API-064": {
		severity: "error",
		title: "GPU memory service without a GPU",
		why: "The admission webhook wants a GPU limit of at least 1 on the main container; the operator turns it into a shared claim."
	},
	"DYN-API-065": {
		severity: "error",
		title: "inter-pod GPU memory service needs vLLM",
		why: "Only vLLM has it, and the admission webhook wants backendFramework vllm to be set explicitly."
	},
	"DYN-API-066": {
		severity: "error",
		title: "GPU memory clients outside of the pod",
		why: "The CRD takes extraClientContainers only with GPU memory service inside one pod."
	},
	"DYN-API-067": {
		severity: "error",
		title: "extraClientPods is reserved",
		why: "The CRD has the field, but refuses every entry until it is implemented."
	},
	"DYN-API-068": {
		severity: "error",
		title: "GPU memory client not found",
		why: "The 1.4.0 admission webhook wants every name of extraClientContainers to be a container of the pod."
	},
	"DYN-API-069": {
		severity: "error",
		title: "failover without matching GPU memory service",
		why: "The standby engine takes over the weights in GPU memory; the admission webhook wants GPU memory service in the same mode."
	},
	"DYN-API-070": {
		severity: "error",
		title: "inter-pod failover on the wrong component",
		why: "The admission webhook takes inter-pod failover only on workers with a GPU, never on epp, frontend or planner."
	},
	"DYN-API-071": {
		severity: "error",
		title: "too many standby engines",
		why: "Inside one pod the admission webhook takes exactly 1 shadow."
	},
	"DYN-API-072": {
		severity: "error",
		title: "checkpoint job beside a reference",
		why: "The CRD refuses checkpoint.job when checkpointRef names a checkpoint that exists already."
	},
	"DYN-API-073": {
		severity: "error",
		title: "checkpoint clients without GPU memory service",
		why: "The admission webhook takes job.gmsClientContainers only with GPU memory service inside one pod."
	},
	"DYN-API-074": {
		severity: "error",
		title: "volume mount without path",
		why: "The admission webhook (v1alpha1) and the operator want a name and a path on every mount, except for vLLM's compilation cache."
	},
	"DYN-API-075": {
		severity: "error",
		title: "ingress without host",
		why: "The admission webhook wants ingress.host when the ingress is enabled."
	},
	"DYN-API-076": {
		severity: "warning",
		title: "field without effect",
		why: "The operator ignores this v1alpha1 field; the admission webhook only warns."
	},
	"DYN-API-077": {
		severity: "error",
		title: "compilation cache without path",
		why: "Only vLLM has a default path; for other backends the operator fails the graph."
	},
	"DYN-API-078": {
		severity: "error",
		title: "compilation cache in conflict",
		why: "The operator wants the cache writable, alone on its path, and a volume of that name to be exactly that claim."
	},
	"DYN-API-079": {
		severity: "warning",
		title: "shared memory is replaced",
		why: "The operator mounts its own volume shared-memory at /dev/shm unless sharedMemorySize is 0."
	},
	"DYN-API-080": {
		severity: "error",
		title: "container without image",
		why: "The CRD wants an image on every sidecar and init container; only main may rely on defaults elsewhere."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/api-graph.ts
const graphCodes = {
	"DYN-API-020": {
		severity: "error",
		title: "graph without components",
		why: "The admission webhook refuses a graph that has no component."
	},
	"DYN-API-021": {
		severity: "error",
		title: "service name is no component name",
		why: "A v1alpha1 service becomes a v1beta1 component of the same name, and the v1beta1 CRD takes 1 to 63 letters, digits and hyphens."
	},
	"DYN-API-022": {
		severity: "error",
		title: "two components with one name",
		why: "Names of child objects are lower-cased, so the v1beta1 CRD refuses component names that differ only in case."
	},
	"DYN-API-023": {
		severity: "error",
		title: "more than one endpoint picker",
		why: "The CRD admits at most one component of type epp per graph."
	},
	"DYN-API-024": {
		severity: "warning",
		title: "restart in a manifest",
		why: "The CRD refuses spec.restart when the graph is created; the manifest works only for a graph that exists already."
	},
	"DYN-API-025": {
		severity: "error",
		title: "needs Grove",
		why: "The admission webhook takes priorityClassName, minAvailable, inter-pod GPU memory service and clusterTopologyName only for graphs that run on Grove."
	},
	"DYN-API-026": {
		severity: "error",
		title: "component name too long for Grove",
		why: "Grove allows 45 characters for the names of PodCliqueSet, scaling group and clique together; the admission webhook refuses a graph beyond that."
	},
	"DYN-API-027": {
		severity: "info",
		title: "PodCliqueSet gets a shortened name",
		why: "Long graph names are cut and hashed to fit Grove's 45 characters, so pods and the PodCliqueSet are not named after the graph."
	},
	"DYN-API-028": {
		severity: "error",
		title: "origin version is no version",
		why: "The admission webhook refuses an annotation nvidia.com/dynamo-operator-origin-version that is not semver."
	},
	"DYN-API-029": {
		severity: "error",
		title: "unknown vLLM executor",
		why: "CRD and admission webhook take only mp and ray in the annotation nvidia.com/vllm-distributed-executor-backend."
	},
	"DYN-API-030": {
		severity: "error",
		title: "unknown Grove update strategy",
		why: "The admission webhook takes only RollingRecreate and OnDelete, in exactly this spelling."
	},
	"DYN-API-031": {
		severity: "error",
		title: "unknown discovery mode",
		why: "The admission webhook takes only pod and container in the annotation nvidia.com/dynamo-kube-discovery-mode."
	},
	"DYN-API-032": {
		severity: "error",
		title: "failover needs container discovery",
		why: "With a standby engine in the same pod the pod has two workers; the admission webhook wants them discovered per container."
	},
	"DYN-API-033": {
		severity: "error",
		title: "restart order is wrong",
		why: "The admission webhook wants every component exactly once in restart.strategy.order, and no order with Parallel."
	},
	"DYN-API-034": {
		severity: "error",
		title: "topology constraint is incomplete",
		why: "The admission webhook wants a graph-wide topology under every component's, and a pack domain on one of the two levels."
	},
	"DYN-API-035": {
		severity: "error",
		title: "KV transfer needs one source of domains",
		why: "The CRD wants exactly one of labelKey and clusterTopologyName."
	},
	"DYN-API-036": {
		severity: "error",
		title: "preferredWeight without preference",
		why: "The CRD wants preferredWeight if and only if enforcement is preferred."
	},
	"DYN-API-037": {
		severity: "error",
		title: "label prefix too long",
		why: "The CRD bounds the DNS prefix of labelKey by 253 characters."
	},
	"DYN-API-038": {
		severity: "error",
		title: "volume claim is incomplete",
		why: "The CRD wants size, storageClass and volumeAccessMode for a claim that is to be created; the admission webhook wants its name."
	},
	"DYN-API-039": {
		severity: "error",
		title: "Service name not possible",
		why: "The operator names Services after graph and component (and a hash without Grove); Kubernetes wants at most 63 characters and a letter first."
	},
	"DYN-API-040": {
		severity: "error",
		title: "Dynamo namespace too long",
		why: "The operator puts <namespace>-<graph> into a pod label, and Kubernetes bounds label values by 63 characters."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/api-request.ts
const requestCodes = {
	"DYN-API-100": {
		severity: "error",
		title: "thorough search needs one backend",
		why: "The admission webhook refuses searchStrategy thorough together with backend auto."
	},
	"DYN-API-101": {
		severity: "error",
		title: "profiler image does not tell the Dynamo release",
		why: "The 1.4 admission webhook reads the release from the image tag; without a semver tag it wants runtimeVersionOverride."
	},
	"DYN-API-102": {
		severity: "error",
		title: "two descriptions of the load",
		why: "Admission takes it, but the profiler fails the request when concurrency and requestRate are both given."
	},
	"DYN-API-103": {
		severity: "error",
		title: "service level not above zero",
		why: "Admission takes it, but the profiler fails the request for a latency of 0 or less."
	},
	"DYN-API-104": {
		severity: "warning",
		title: "service levels that the profiler drops",
		why: "The profiler lets e2eLatency win and forgets ttft and itl."
	},
	"DYN-API-105": {
		severity: "error",
		title: "graph override without kind",
		why: "overrides.dgd is an embedded object: the API server wants its apiVersion and kind."
	},
	"DYN-API-106": {
		severity: "error",
		title: "machine without GPUs",
		why: "Admission takes it, but the profiler fails the request when numGpusPerNode is not above 0."
	},
	"DYN-API-107": {
		severity: "error",
		title: "mocker with an unprofiled planner",
		why: "Admission takes it, but the profiler fails a mocker request whose planner has pre_deployment_sweeping_mode none."
	},
	"DYN-API-110": {
		severity: "error",
		title: "model without name",
		why: "The admission webhook wants modelName and baseModelName not to be empty."
	},
	"DYN-API-111": {
		severity: "error",
		title: "adapter without weights",
		why: "The admission webhook wants source.uri with s3://, hf:// or file:/// on a model of type lora."
	},
	"DYN-API-112": {
		severity: "error",
		title: "checkpoint with inter-pod GPU memory service",
		why: "A checkpoint holds one pod; the operator takes GPU memory service only inside it."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/api-schema.ts
const schemaCodes = {
	"DYN-API-001": {
		severity: "error",
		title: "unknown field",
		why: "The API server drops fields that the CRD does not know (kubectl refuses them), so a typo silently becomes a missing setting."
	},
	"DYN-API-002": {
		severity: "error",
		title: "wrong type",
		why: "The CRD gives every field a type; the API server refuses another one, also a number where text is wanted."
	},
	"DYN-API-003": {
		severity: "error",
		title: "value not allowed",
		why: "The CRD lists the values of this field; the API server refuses every other one."
	},
	"DYN-API-004": {
		severity: "error",
		title: "number out of bounds",
		why: "The CRD bounds this number (32-bit fields also by their size); the API server or the operator refuses what lies outside."
	},
	"DYN-API-005": {
		severity: "error",
		title: "wrong form",
		why: "The CRD gives this text a pattern or a format; the API server refuses what does not match."
	},
	"DYN-API-006": {
		severity: "error",
		title: "required field missing",
		why: "The CRD requires this field and has no default for it."
	},
	"DYN-API-007": {
		severity: "error",
		title: "too many entries",
		why: "The CRD bounds the number of entries; the API server refuses more."
	},
	"DYN-API-008": {
		severity: "error",
		title: "text too short or too long",
		why: "The CRD bounds the length of this text; the API server refuses what is outside, often the empty text."
	},
	"DYN-API-009": {
		severity: "error",
		title: "repeated entry",
		why: "The CRD declares this list as a map or a set; the API server refuses two entries with the same key."
	},
	"DYN-API-010": {
		severity: "error",
		title: "unknown kind or version",
		why: "The API server serves only the kinds and versions of the installed CRDs."
	},
	"DYN-API-011": {
		severity: "warning",
		title: "deprecated version",
		why: "v1alpha1 of this kind is still served in 1.4, but the API server answers with a deprecation warning."
	},
	"DYN-API-012": {
		severity: "error",
		title: "object without a valid name",
		why: "The API server needs metadata.name (or generateName), a DNS subdomain of at most 253 characters."
	},
	"DYN-API-013": {
		severity: "warning",
		title: "null field",
		why: "A create request drops null fields; server-side apply refuses them where the CRD has no default, so the same file works with one way of applying and not with the other."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/api-update.ts
const updateCodes = {
	"DYN-API-120": {
		severity: "error",
		title: "components added, removed or renamed",
		why: "The admission webhook freezes the set of component names; the graph has to be replaced."
	},
	"DYN-API-121": {
		severity: "error",
		title: "backend changed",
		why: "The admission webhook freezes backendFramework, also from unset to set; the graph has to be replaced."
	},
	"DYN-API-122": {
		severity: "error",
		title: "topology constraint changed",
		why: "The admission webhook freezes topologyConstraint of graph and components; the graph has to be replaced."
	},
	"DYN-API-123": {
		severity: "error",
		title: "KV transfer policy changed",
		why: "The admission webhook freezes experimental.kvTransferPolicy; the graph has to be replaced."
	},
	"DYN-API-124": {
		severity: "error",
		title: "single node against several nodes",
		why: "The admission webhook refuses to add or remove multinode; nodeCount itself may change."
	},
	"DYN-API-125": {
		severity: "error",
		title: "minAvailable changed",
		why: "The CRD freezes minAvailable once it is set, and on Grove the webhook sets it to 1 on creation."
	},
	"DYN-API-126": {
		severity: "error",
		title: "GPU memory layout changed",
		why: "The admission webhook refuses to toggle inter-pod GPU memory service or inter-pod failover, or to change numShadows."
	},
	"DYN-API-127": {
		severity: "error",
		title: "replicas belong to the scaling adapter",
		why: "The admission webhook lets only the operator and the planner change replicas of a component with a scaling adapter."
	},
	"DYN-API-128": {
		severity: "error",
		title: "restart during a rolling update",
		why: "The admission webhook refuses a new restart.id while a rolling update is pending or in progress."
	},
	"DYN-API-129": {
		severity: "error",
		title: "image lost or no longer tells the release",
		why: "The admission webhook lets an old image without a semver tag stay, but refuses to remove an image, or to change it to one without a semver tag and override."
	},
	"DYN-API-130": {
		severity: "error",
		title: "frozen spec changed",
		why: "The CRD freezes the identity of a DynamoCheckpoint and the spec of PodSnapshot and PodSnapshotContent."
	},
	"DYN-API-131": {
		severity: "error",
		title: "model changed",
		why: "The admission webhook freezes baseModelName and modelType of a DynamoModel."
	},
	"DYN-API-132": {
		severity: "error",
		title: "request changed after profiling began",
		why: "The admission webhook freezes the spec of a request in the phases Profiling, Ready, Deploying and Deployed."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/api.ts
/** @module Codes of the API rules: schema, CEL and admission webhooks. */
const apiCodes = {
	...schemaCodes,
	...graphCodes,
	...componentCodes,
	...requestCodes,
	...updateCodes
};
// ../../work/main/packages/constructs/src/facts/codes/aws.ts
const awsCodes = {
	"DYN-AWS-001": {
		severity: "error",
		title: "region that is none, or of a part of AWS that is not covered",
		why: "Zones, endpoints and ARNs are made from the region. The components know the partitions aws and aws-us-gov."
	},
	"DYN-AWS-002": {
		severity: "error",
		title: "addresses of the VPC that cannot be cut into subnets",
		why: "AWS takes VPCs of /16 and smaller; subnets of six zones and of three kinds need a /20."
	},
	"DYN-AWS-003": {
		severity: "error",
		title: "VPC with addresses of the internet",
		why: "Traffic to these addresses stays inside of the VPC, so that their owners cannot be reached."
	},
	"DYN-AWS-004": {
		severity: "error",
		title: "zones that no cluster can use",
		why: "EKS wants subnets in two zones at least, and each zone has one subnet of a kind."
	},
	"DYN-AWS-005": {
		severity: "error",
		title: "zone of another region",
		why: "Subnets are in the region of their VPC."
	},
	"DYN-AWS-006": {
		severity: "error",
		title: "zone without control plane",
		why: "EKS refuses a cluster with a subnet in use1-az3, usw1-az2 or cac1-az3."
	},
	"DYN-AWS-007": {
		severity: "warning",
		title: "zone by name where one of them takes no control plane",
		why: "In every account a zone's name stands for another place; only its id tells whether EKS puts a control plane there."
	},
	"DYN-AWS-008": {
		severity: "error",
		title: "endpoints without which nodes do not join",
		why: "A network without a way to the internet reaches AWS only through endpoints."
	},
	"DYN-AWS-010": {
		severity: "error",
		title: "retention that CloudWatch Logs does not know",
		why: "CloudWatch Logs keeps log groups for one of a list of days."
	},
	"DYN-AWS-011": {
		severity: "error",
		title: "id or ARN of another kind",
		why: "AWS refuses it, but only when half of the environment exists."
	},
	"DYN-AWS-012": {
		severity: "error",
		title: "name that AWS refuses",
		why: "Names of clusters, roles and buckets have bounds of their own."
	},
	"DYN-AWS-013": {
		severity: "error",
		title: "tags that AWS refuses",
		why: "AWS takes 50 tags on a resource, keys up to 128 and values up to 256 characters, and keeps keys with aws: for itself."
	},
	"DYN-AWS-020": {
		severity: "error",
		title: "release of Kubernetes that is not offered",
		why: "Add-ons and node images are pinned for each release; others are out of support or were never tried."
	},
	"DYN-AWS-021": {
		severity: "error",
		title: "cluster without an administrator",
		why: "Rights come from access entries alone. A cluster without one for an administrator can be used by nobody."
	},
	"DYN-AWS-022": {
		severity: "error",
		title: "addresses that should not, or cannot, reach the API server",
		why: "An API server that everybody can reach is one leaked credential, or one flaw, away from everybody."
	},
	"DYN-AWS-023": {
		severity: "error",
		title: "addresses of Services that EKS refuses",
		why: "EKS takes a private block of /12 to /24 outside of the VPC, and it cannot be changed afterwards."
	},
	"DYN-AWS-025": {
		severity: "error",
		title: "access entry that EKS refuses",
		why: "EKS has one entry for each IAM role or user, and cluster administrators everywhere or not at all."
	},
	"DYN-AWS-026": {
		severity: "warning",
		title: "cluster without an audit log",
		why: "The audit log is the only record of who changed what in the cluster."
	},
	"DYN-AWS-027": {
		severity: "error",
		title: "version that no add-on has",
		why: "EKS names versions of add-ons with the release and its own build."
	},
	"DYN-AWS-028": {
		severity: "error",
		title: "add-on that is there already",
		why: "Two copies of an add-on fight for the same objects and interfaces of the node."
	},
	"DYN-AWS-040": {
		severity: "error",
		title: "rights without bounds",
		why: "A wildcard allows actions that nobody thought of, today's and future ones."
	},
	"DYN-AWS-041": {
		severity: "error",
		title: "rights over every resource of the account",
		why: "A pod that is taken over can reach whatever its role can reach. Most actions can be limited to ARNs or tags."
	},
	"DYN-AWS-042": {
		severity: "error",
		title: "service account that cannot exist",
		why: "An identity belongs to a namespace and a service account, which have names of Kubernetes."
	},
	"DYN-AWS-043": {
		severity: "error",
		title: "statement that IAM refuses",
		why: "A statement has a sid of letters and digits, unique in its policy, and names actions and resources."
	},
	"DYN-AWS-029": {
		severity: "warning",
		title: "storage driver without rights",
		why: "The driver's pods start, but every volume that they are asked for fails, because nobody said which storage is theirs."
	},
	"DYN-AWS-050": {
		severity: "error",
		title: "numbers of nodes that contradict one another",
		why: "EKS wants min <= desired <= max, whole numbers, and at most 450 nodes in a group."
	},
	"DYN-AWS-051": {
		severity: "error",
		title: "machine types that do not go together",
		why: "A node group has one image, which is for one processor; GPU machines need another one."
	},
	"DYN-AWS-052": {
		severity: "error",
		title: "disk that is too small or too large",
		why: "Images and ephemeral volumes land on it; EBS makes gp3 disks of up to 16384 GiB."
	},
	"DYN-AWS-053": {
		severity: "error",
		title: "zone where the network has no private subnet",
		why: "Nodes start in private subnets."
	},
	"DYN-AWS-054": {
		severity: "error",
		title: "nodes in several zones that have to be together",
		why: "EFA, cluster placement groups and capacity blocks end at the zone. A node in another one falls back to TCP or does not start."
	},
	"DYN-AWS-055": {
		severity: "error",
		title: "EFA on a machine without it",
		why: "EC2 refuses to start the machine with such an interface."
	},
	"DYN-AWS-056": {
		severity: "error",
		title: "more EFA interfaces than the machine has",
		why: "EC2 refuses to start the machine with such an interface."
	},
	"DYN-AWS-057": {
		severity: "error",
		title: "spot machines with EFA",
		why: "EC2 takes spot machines away with two minutes notice. A graph over RDMA loses every transfer with such a machine, and often waits for it."
	},
	"DYN-AWS-058": {
		severity: "error",
		title: "machine that cannot be had in this way",
		why: "EC2 offers some machines in capacity blocks only."
	},
	"DYN-AWS-059": {
		severity: "warning",
		title: "GPU nodes without the GPU taint",
		why: "Pods without GPUs fill the node, and workers stay pending beside idle GPUs."
	},
	"DYN-AWS-060": {
		severity: "error",
		title: "label or taint that Kubernetes refuses",
		why: "Nodes with it do not join: the API server takes no such key or value, or not from a node."
	},
	"DYN-AWS-061": {
		severity: "error",
		title: "reservation that is not said clearly",
		why: "A launch template takes one reservation, or one group of them. With a single one, machines beyond it do not start."
	},
	"DYN-AWS-062": {
		severity: "error",
		title: "nodes that do not fit the cluster",
		why: "In EKS Auto Mode AWS runs nodes and their add-ons; in other clusters it does not know NodeClasses of Auto Mode."
	},
	"DYN-AWS-063": {
		severity: "error",
		title: "machine that cannot serve with GPUs on EKS",
		why: "GPU images of EKS have the driver for whole GPUs of EC2 machines."
	},
	"DYN-AWS-064": {
		severity: "warning",
		title: "new placement group beside a reservation",
		why: "A reservation keeps room where it was made. Machines of a group that is newer may not get in (unverified for capacity blocks)."
	},
	"DYN-AWS-065": {
		severity: "error",
		title: "local disks that the machine does not have",
		why: "The node would not join: its first step is to make an array of them."
	},
	"DYN-AWS-066": {
		severity: "warning",
		title: "EFA devices far from their GPUs",
		why: "Only Amazon Linux 2023 hands out EFA devices beside the GPU; others send through the processor's interconnect."
	},
	"DYN-AWS-080": {
		severity: "error",
		title: "access point that gives its directory to everybody",
		why: "The mode is set when the directory is made. Weights that anybody can change are code that anybody can run."
	},
	"DYN-AWS-081": {
		severity: "error",
		title: "access point for root",
		why: "Clients act as the user of the access point; as root they may do anything in it."
	},
	"DYN-AWS-082": {
		severity: "error",
		title: "throughput that EFS does not provision",
		why: "EFS takes whole bounds; elastic throughput follows the load instead."
	},
	"DYN-AWS-083": {
		severity: "error",
		title: "directory that no access point can have",
		why: "EFS makes up to four levels of directories of at most 100 characters, and sets owner and mode only on directories that it makes."
	},
	"DYN-AWS-084": {
		severity: "error",
		title: "size that FSx for Lustre does not make",
		why: "Capacity comes in steps that depend on the throughput, and on EFA."
	},
	"DYN-AWS-085": {
		severity: "error",
		title: "data repository that FSx refuses",
		why: "A directory of the file system shows a prefix of a bucket."
	},
	"DYN-AWS-086": {
		severity: "error",
		title: "backups of a file system with a bucket behind it",
		why: "FSx makes no backups of it: what is in the bucket is the truth."
	},
	"DYN-AWS-087": {
		severity: "error",
		title: "number of days that AWS refuses",
		why: "Lifecycle rules and backups count in whole days, within bounds."
	},
	"DYN-AWS-088": {
		severity: "error",
		title: "file system that nobody can mount",
		why: "Its security group admits the groups of its clients, and nobody else."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/aws-services.ts
const awsServicesCodes = {
	"DYN-AWS-201": {
		severity: "error",
		title: "prefix that ECR refuses for cached images",
		why: "ECR takes prefixes of pull-through rules up to 30 characters, of which the name of the registry needs some."
	},
	"DYN-AWS-202": {
		severity: "error",
		title: "registry that cannot be cached without a login",
		why: "Docker Hub and GitHub answer pull-through caches only with the credentials of a user."
	},
	"DYN-AWS-203": {
		severity: "error",
		title: "backups that AWS Backup refuses to keep so",
		why: "Backups in cold storage stay there for at least 90 days."
	},
	"DYN-AWS-204": {
		severity: "error",
		title: "copy of backups in the same region",
		why: "A copy is for the day on which the region is lost."
	},
	"DYN-AWS-205": {
		severity: "error",
		title: "budget that nobody hears of, or of nothing",
		why: "A budget switches nothing off; all it does is to tell people, at an amount above zero."
	},
	"DYN-AWS-206": {
		severity: "error",
		title: "value for a secret that belongs to somebody else",
		why: "An existing secret keeps the value that its owner gave it."
	},
	"DYN-AWS-207": {
		severity: "error",
		title: "host name outside of its DNS zone",
		why: "Neither the name nor the proof for its certificate can be written into the zone."
	},
	"DYN-AWS-208": {
		severity: "error",
		title: "load balancer for everybody, or for nobody",
		why: "Dynamo's frontend asks nobody who they are; its load balancer lets in the networks that are named."
	},
	"DYN-AWS-209": {
		severity: "error",
		title: "backup of nothing",
		why: "A plan without resources makes no backup, and nobody would notice."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/cloud.ts
const cloudCodes = {
	"DYN-CLOUD-001": {
		severity: "error",
		title: "Output token that nobody resolves",
		why: "A token stands for a value that the cloud makes. Outside of a Pulumi program there is nobody who could put the value in, and the API server would take the token for a name."
	},
	"DYN-CLOUD-002": {
		severity: "error",
		title: "control plane open to the internet",
		why: "Whoever reaches the API server may try stolen credentials and every new flaw of it. EKS makes the endpoint public unless it is told otherwise."
	},
	"DYN-CLOUD-003": {
		severity: "error",
		title: "port or load balancer open to everybody",
		why: "Dynamo's frontend has no authentication, and neither have the ports between its pods: who reaches them uses the GPUs and reads the prompts."
	},
	"DYN-CLOUD-004": {
		severity: "error",
		title: "storage that is not encrypted",
		why: "Encryption at rest costs nothing on these services and cannot be switched on later: the file system or volume has to be made anew."
	},
	"DYN-CLOUD-005": {
		severity: "warning",
		title: "cluster secrets without a key of one's own",
		why: "EKS encrypts its database with a key of AWS. Only with a KMS key of the account can access to Secrets be revoked and audited."
	},
	"DYN-CLOUD-006": {
		severity: "error",
		title: "policy that allows too much",
		why: "A pod or machine that is taken over can do whatever its role may do. A list of actions keeps that small."
	},
	"DYN-CLOUD-007": {
		severity: "error",
		title: "instance metadata version 1",
		why: "Version 1 answers any request from the machine, so that a pod that can be made to fetch a URL gives away the role of its node."
	},
	"DYN-CLOUD-008": {
		severity: "warning",
		title: "GPU nodes without a taint",
		why: "The scheduler puts any pod on an untainted node. Autoscalers then keep a machine of tens of dollars per hour for a pod that needs no GPU."
	},
	"DYN-CLOUD-009": {
		severity: "error",
		title: "Spot machines with a fabric",
		why: "The pods of an RDMA graph hold memory of one another. When one machine is taken away, requests on all of them fail."
	},
	"DYN-CLOUD-010": {
		severity: "warning",
		title: "nodes in a zone without the file system",
		why: "A mount goes through a target in the node's own zone. Without one the pod waits, or every read crosses zones, which is slower and billed."
	},
	"DYN-CLOUD-011": {
		severity: "error",
		title: "bucket that the internet may read",
		why: "Buckets of an environment hold weights, logs and backups. The four switches of the public access block keep a mistake in a policy from opening them."
	},
	"DYN-CLOUD-012": {
		severity: "warning",
		title: "resource without tags",
		why: "Cost reports, budgets, backup selections and clean-up all work by tags."
	},
	"DYN-CLOUD-013": {
		severity: "error",
		title: "resources that depend on values of the cloud",
		why: "What is made inside apply is missing from every preview and diff, and appears or vanishes with a value that nobody reviewed."
	},
	"DYN-CLOUD-014": {
		severity: "error",
		title: "secret in clear text",
		why: "A secret that loses its mark is written into the state, the preview and the logs as it is."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/cluster.ts
const clusterCodes = {
	"DYN-VER-001": {
		severity: "error",
		title: "API version that this Dynamo release does not serve",
		why: "The API server refuses an object of a version that the CRD does not serve."
	},
	"DYN-VER-002": {
		severity: "warning",
		title: "setting that this Dynamo release does not know",
		why: "An older CRD prunes unknown fields and an older operator ignores unknown annotations, so the setting has no effect."
	},
	"DYN-VER-003": {
		severity: "error",
		title: "Kubernetes is too old for Dynamo",
		why: "The CRDs use validation rules of Kubernetes 1.30."
	},
	"DYN-VER-004": {
		severity: "error",
		title: "Kubernetes is too old for GPU memory service",
		why: "GPU memory service and failover take GPUs through DRA, resource.k8s.io/v1, which Kubernetes serves since 1.34."
	},
	"DYN-VER-005": {
		severity: "error",
		title: "Grove that does not fit this Dynamo release",
		why: "Each operator reads one Grove API: 1.4 that of 0.1.0-alpha.11, which renamed ClusterTopology to ClusterTopologyBinding; 1.3 the one before alpha.9."
	},
	"DYN-VER-006": {
		severity: "warning",
		title: "KAI scheduler is older than this Dynamo release was built with",
		why: "Dynamo 1.1 to 1.4 are released with KAI 0.13.4 and ask for that version or newer."
	},
	"DYN-VER-007": {
		severity: "warning",
		title: "image is newer than the operator",
		why: "An operator renders environment, probes and flags for the releases that it knows."
	},
	"DYN-VER-008": {
		severity: "error",
		title: "GPU driver is too old for the image",
		why: "The CUDA version of the image needs a newer driver; the engine does not start."
	},
	"DYN-PLAT-001": {
		severity: "error",
		title: "no orchestrator for a multi-node component",
		why: "Pods of several nodes are started together by Grove, or by LeaderWorkerSet with Volcano. Without either the operator fails with: no multinode orchestrator available."
	},
	"DYN-PLAT-002": {
		severity: "error",
		title: "LeaderWorkerSet needs command and args",
		why: "The operator rewrites both for leader and workers and fails when one is empty."
	},
	"DYN-PLAT-003": {
		severity: "warning",
		title: "annotation without effect",
		why: "The scheduler or orchestrator that would read it does not run this graph."
	},
	"DYN-PLAT-004": {
		severity: "warning",
		title: "topology awareness without Grove",
		why: "Only Grove places pods by topologyConstraint."
	},
	"DYN-PLAT-005": {
		severity: "warning",
		title: "topology awareness without a scheduler that has it",
		why: "Grove translates topologyConstraint for the scheduler; the default scheduler does not read it, KAI does."
	},
	"DYN-PLAT-006": {
		severity: "error",
		title: "scheduler that is not installed",
		why: "A pod whose schedulerName nobody answers to stays pending without an event."
	},
	"DYN-PLAT-007": {
		severity: "error",
		title: "queues of two schedulers",
		why: "The operator has either KAI or Volcano schedule the pods of Grove; its chart refuses both."
	},
	"DYN-PLAT-008": {
		severity: "error",
		title: "topology domain that its binding does not allow",
		why: "The admission webhook refuses a domain that the ClusterTopologyBinding lacks, and one of a component that is broader than that of its graph."
	},
	"DYN-PLAT-009": {
		severity: "warning",
		title: "topology binding that is not among the objects",
		why: "The admission webhook refuses a graph whose ClusterTopologyBinding does not exist when the graph is created."
	},
	"DYN-PLAT-010": {
		severity: "warning",
		title: "multi-node component without gang scheduling",
		why: "Grove groups the pods of a replica; only KAI or Volcano place the group together or not at all."
	},
	"DYN-CONF-001": {
		severity: "error",
		title: "engine configuration file is missing",
		why: "The file of the engine is mounted from a ConfigMap that has no such key, so the engine stops at start."
	},
	"DYN-CONF-002": {
		severity: "error",
		title: "engine configuration file cannot be read",
		why: "The engine stops at start when its file is no YAML mapping."
	},
	"DYN-CONF-003": {
		severity: "error",
		title: "engine configuration value that the engine refuses",
		why: "The engine checks its configuration at start and exits on a wrong value."
	},
	"DYN-MODEL-001": {
		severity: "warning",
		title: "model that no graph serves",
		why: "A DynamoModel finds its workers by modelRef.name of a component; without a match it stays not ready."
	},
	"DYN-MODEL-002": {
		severity: "error",
		title: "LoRA for a worker that loads none",
		why: "Adapters are loaded over the worker's system port, which offers it only with DYN_LORA_ENABLED, and into an engine that was started with LoRA support."
	},
	"DYN-OBJ-001": {
		severity: "warning",
		title: "object occurs twice",
		why: "Of two objects with the same kind, name and namespace only the one that is applied last exists."
	},
	"DYN-WAIVE-001": {
		severity: "error",
		title: "waiver that cannot be read",
		why: "Waivers are a JSON list of objects with code and reason; anything else waives nothing."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/compose.ts
const composeCodes = {
	"DYN-CMP-001": {
		severity: "error",
		title: "one replica spans several machines",
		why: "The operator starts every node of a multi-node engine with its own rank and the leader's address. A Compose file describes one machine."
	},
	"DYN-CMP-002": {
		severity: "error",
		title: "endpoint picker outside Kubernetes",
		why: "The endpoint picker watches pods and an InferencePool and is asked by a gateway. The frontends behind it only obey its headers, so without it they answer nothing."
	},
	"DYN-CMP-003": {
		severity: "error",
		title: "shared GPU memory outside Kubernetes",
		why: "GPU memory service and failover share GPUs between containers through dynamic resource claims, which the operator writes and Kubernetes resolves."
	},
	"DYN-CMP-004": {
		severity: "error",
		title: "dynamic resource claim outside Kubernetes",
		why: "A device class and its claim are resolved by drivers in the cluster; Docker gives out devices by id."
	},
	"DYN-CMP-005": {
		severity: "error",
		title: "more GPUs than the machine has",
		why: "Each replica gets GPUs of its own, as it does from the device plugin."
	},
	"DYN-CMP-006": {
		severity: "error",
		title: "device that Docker cannot give",
		why: "Extended resources are handed out by device plugins. Of these, only nvidia.com/gpu has a counterpart in Compose."
	},
	"DYN-CMP-007": {
		severity: "error",
		title: "init container",
		why: "What an init container prepares belongs to one pod and its volumes; the steps of a cluster rarely fit a workstation."
	},
	"DYN-CMP-008": {
		severity: "error",
		title: "volume that this machine does not have",
		why: "Compose has named volumes, folders of the host, and files written in the Compose file itself. Every other volume needs a driver of the cluster."
	},
	"DYN-CMP-009": {
		severity: "error",
		title: "ConfigMap is not among the given objects",
		why: "Outside Kubernetes nothing holds ConfigMaps, so their content has to be written into the Compose file."
	},
	"DYN-CMP-010": {
		severity: "error",
		title: "container without an image",
		why: "Compose starts a container from an image or a build; a component has no build."
	},
	"DYN-CMP-011": {
		severity: "error",
		title: "flag asks for a plane that is not there",
		why: "A flag wins over the environment, so the process would look for its peers elsewhere than all the others."
	},
	"DYN-CMP-012": {
		severity: "warning",
		title: "planner is left out",
		why: "The planner scales components by writing Kubernetes objects; on one machine there is nothing to scale."
	},
	"DYN-CMP-013": {
		severity: "warning",
		title: "starts without its checkpoint",
		why: "Restoring a warm process needs the snapshot agent on the node. The worker loads its model instead."
	},
	"DYN-CMP-014": {
		severity: "warning",
		title: "topology is left out",
		why: "On one machine everything is in the same place, and the labels that name places are those of cluster nodes."
	},
	"DYN-CMP-015": {
		severity: "warning",
		title: "network device is left out",
		why: "On one machine KV blocks move over NVLink, PCIe or shared memory. A transport that is told to use a device that is not there fails to start."
	},
	"DYN-CMP-016": {
		severity: "warning",
		title: "address of another environment is replaced",
		why: "Discovery and messaging run beside the graph in the same Compose file; an address of the cluster leads nowhere here."
	},
	"DYN-CMP-017": {
		severity: "warning",
		title: "value that only a cluster knows",
		why: "The kubelet fills the value in when the pod starts. There is no kubelet here."
	},
	"DYN-CMP-018": {
		severity: "warning",
		title: "root file system is writable",
		why: "Docker Compose copies files that are written in the Compose file into the container, which a read-only root refuses."
	},
	"DYN-CMP-019": {
		severity: "warning",
		title: "network of the host is not used",
		why: "Replicas with the same ports cannot share one network. Each gets an address of its own on a bridge, where every process reaches every other one."
	},
	"DYN-CMP-020": {
		severity: "warning",
		title: "files are expected in a volume that starts empty",
		why: "A claim becomes a named volume, in which nothing is until somebody puts it there. A process that may not download, or that is told a path instead of a model's name, stops at start."
	},
	"DYN-CMP-021": {
		severity: "warning",
		title: "probe is left out",
		why: "Docker checks health by running a command in the container. An image that is not ours may have nothing that can ask."
	},
	"DYN-CMP-022": {
		severity: "warning",
		title: "CPU limit is lowered to the machine",
		why: "Docker refuses to start a container whose CPU limit is above the number of CPUs."
	},
	"DYN-CMP-023": {
		severity: "warning",
		title: "nothing to send requests to",
		why: "Without a frontend no process of the graph speaks HTTP to users."
	},
	"DYN-CMP-024": {
		severity: "info",
		title: "keys of a Secret are not known",
		why: "Every key becomes a variable. Without the Secret's object nobody knows which, so they are read from a file beside the Compose file."
	},
	"DYN-CMP-025": {
		severity: "error",
		title: "nothing is left to run",
		why: "A Compose file needs at least one service."
	},
	"DYN-CMP-026": {
		severity: "error",
		title: "more containers than one machine runs",
		why: "Every replica is a service of its own, written out in the file. Hundreds of them belong on a cluster."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/container.ts
const containerCodes = {
	"DYN-LAUNCH-001": {
		severity: "error",
		title: "flag value that the program refuses",
		why: "The program checks its flags at start and exits on a wrong value."
	},
	"DYN-LAUNCH-002": {
		severity: "error",
		title: "flag that this release no longer has",
		why: "The program rejects flags that it does not know and exits."
	},
	"DYN-LAUNCH-003": {
		severity: "error",
		title: "flag that the program does not know",
		why: "Frontend, routers, planners and mocker have a closed list of flags and exit on any other."
	},
	"DYN-LAUNCH-004": {
		severity: "error",
		title: "arguments without a command",
		why: "Without a command the operator keeps its own: a shell that reads only the first argument as a script (workers), or python3 (frontends)."
	},
	"DYN-LAUNCH-005": {
		severity: "error",
		title: "nothing to run",
		why: "The operator has no default process for this type; it starts a shell without a script, which exits at once."
	},
	"DYN-LAUNCH-006": {
		severity: "error",
		title: "operator does not see the parallel sizes",
		why: "The operator reads the long flags of vLLM as separate words in args, nothing else. Unseen, it does not join the nodes, and each pod looks for GPUs that it does not have."
	},
	"DYN-LAUNCH-007": {
		severity: "error",
		title: "operator finds no place for the multi-node flags",
		why: "The operator appends to args when the command is Python, and otherwise writes into the argument that holds the Python command."
	},
	"DYN-LAUNCH-008": {
		severity: "warning",
		title: "multi-node flags are set by hand",
		why: "The operator adds rank and address of each node itself; a second value contradicts it."
	},
	"DYN-LAUNCH-009": {
		severity: "warning",
		title: "multi-node engine that the operator does not recognise",
		why: "Only commands with python -m dynamo.vllm, .sglang or .trtllm in plain sight get the flags that join the nodes."
	},
	"DYN-LAUNCH-010": {
		severity: "warning",
		title: "variable that nobody expands",
		why: "Without a shell Kubernetes expands $(NAME) only, so the program gets the text as it stands."
	},
	"DYN-LAUNCH-011": {
		severity: "warning",
		title: "variable that nobody sets",
		why: "Kubernetes leaves a reference to an unknown variable as it stands, so the program gets the text $(NAME)."
	},
	"DYN-LAUNCH-012": {
		severity: "warning",
		title: "endpoint picker loses its configuration volume",
		why: "Volumes or mounts of an epp component replace the operator's, among them the one with the picker's configuration."
	},
	"DYN-IMAGE-001": {
		severity: "error",
		title: "image does not contain the program",
		why: "Each image ships one engine; the planner's dependencies are only in dynamo-planner since 1.1."
	},
	"DYN-IMAGE-002": {
		severity: "warning",
		title: "EFA devices without the EFA image",
		why: "Only the -efa images carry libfabric and its NIXL plugin; others copy KV blocks over TCP."
	},
	"DYN-IMAGE-003": {
		severity: "info",
		title: "EFA image without EFA devices",
		why: "The pod requests no vpc.amazonaws.com/efa, so the EFA stack of the image finds no device."
	},
	"DYN-IMAGE-004": {
		severity: "error",
		title: "image that was never published or never worked",
		why: "NVIDIA publishes no such variant, or withdrew it; the pod cannot start."
	},
	"DYN-IMAGE-005": {
		severity: "warning",
		title: "images of different releases in one graph",
		why: "Event subjects and wire formats change between minor releases (last with 1.4), and there is no compatibility layer."
	},
	"DYN-IMAGE-006": {
		severity: "warning",
		title: "runtimeVersionOverride contradicts the tag",
		why: "The operator renders for the stated release, but another one runs."
	},
	"DYN-IMAGE-007": {
		severity: "error",
		title: "image has no such program",
		why: "dynamo-planner is a distroless image with Python and /bin/sh; bash and curl are not in it."
	},
	"DYN-IMAGE-008": {
		severity: "warning",
		title: "image name that NVIDIA does not publish",
		why: "The registry path belongs to NVIDIA and has no such image; the pull fails."
	},
	"DYN-IMAGE-009": {
		severity: "error",
		title: "image for another CPU architecture",
		why: "The node selector asks for arm64 nodes, and the image exists for amd64 only."
	},
	"DYN-PROBE-001": {
		severity: "error",
		title: "probe names a port that the container does not have",
		why: "Ports of the main container replace the operator's list; a probe on a missing name always fails."
	},
	"DYN-PROBE-002": {
		severity: "error",
		title: "probe asks a port where nothing listens",
		why: "Workers answer on the system port, frontends on the HTTP port."
	},
	"DYN-PROBE-003": {
		severity: "error",
		title: "probe asks a path that does not exist",
		why: "The server answers 404, which counts as failure."
	},
	"DYN-PROBE-004": {
		severity: "warning",
		title: "start-up probe gives up before a model can load",
		why: "A worker answers 503 until the engine is ready; when the probe gives up first, the kubelet restarts the container and loading begins anew."
	},
	"DYN-PROBE-005": {
		severity: "error",
		title: "server moved away from the operator's probes",
		why: "The operator's probes and the Service keep the default port; the process listens elsewhere and is restarted for ever."
	},
	"DYN-PROBE-006": {
		severity: "warning",
		title: "liveness probe without a start-up probe",
		why: "A component without a type gets no start-up probe from the operator, so the liveness probe kills the process while it loads."
	},
	"DYN-SECRET-001": {
		severity: "error",
		title: "credential in clear text",
		why: "Whoever can read the manifest, the repository or the cluster object can use the credential."
	},
	"DYN-SECRET-002": {
		severity: "warning",
		title: "secret value in clear text",
		why: "The name says that the value is a secret; values in manifests end up in repositories, plans and cluster objects."
	},
	"DYN-SECRET-003": {
		severity: "warning",
		title: "Secret object with its values",
		why: "A Secret in a manifest is only base64; it belongs to a secret store or an ExternalSecret."
	},
	"DYN-MEM-001": {
		severity: "error",
		title: "disaggregated worker without shared memory",
		why: "NIXL does not start with the 64 MiB that a container has by default."
	},
	"DYN-MEM-002": {
		severity: "warning",
		title: "little shared memory",
		why: "Engines and NIXL exchange tensors through /dev/shm; upstream runs nothing with less than 2Gi, and 8Gi is the operator's default."
	},
	"DYN-MEM-003": {
		severity: "error",
		title: "CPU cache does not fit the memory limit",
		why: "The KV cache in host memory counts against the container's limit; the kernel kills the process when it fills."
	},
	"DYN-MEM-004": {
		severity: "warning",
		title: "disk cache smaller than the CPU cache",
		why: "KVBM offloads from GPU to CPU to disk; a smaller tier below evicts what the tier above still holds."
	},
	"DYN-MEM-005": {
		severity: "warning",
		title: "shared memory as large as the memory limit",
		why: "Pages in /dev/shm count against the memory limit, so the container is killed before the volume is full."
	},
	"DYN-ENV-001": {
		severity: "warning",
		title: "environment variable that nothing reads",
		why: "The setting has moved or gone in this release, so the value has no effect."
	},
	"DYN-POD-001": {
		severity: "error",
		title: "container mounts a volume that the pod does not have",
		why: "The operator adds missing volumes for the main container only; Kubernetes refuses the pod."
	},
	"DYN-POD-002": {
		severity: "error",
		title: "container uses a resource claim that the pod does not have",
		why: "Kubernetes refuses a pod whose container names an unknown claim."
	},
	"DYN-POD-003": {
		severity: "error",
		title: "resource amounts that Kubernetes refuses",
		why: "A request must not exceed its limit; devices such as GPUs are whole numbers, need a limit, and request and limit are equal."
	},
	"DYN-POD-004": {
		severity: "error",
		title: "container name occurs twice",
		why: "Container names are unique in a pod, init containers included; Kubernetes refuses the pod."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/conversion.ts
const conversionCodes = {
	"DYN-CNV-001": {
		severity: "info",
		title: "kept only in an annotation",
		why: "The other API version has no such field. The operator's conversion keeps the value in an annotation, where nobody sees or edits it."
	},
	"DYN-CNV-002": {
		severity: "warning",
		title: "left out",
		why: "The other API version has no such field, and the conversion was asked to write no annotations, so the value is gone."
	},
	"DYN-CNV-003": {
		severity: "info",
		title: "spelling is not kept",
		why: "Both API versions say the same thing, but without annotations a conversion back writes it in the ordinary way: other fields, other order."
	},
	"DYN-CNV-004": {
		severity: "warning",
		title: "not a quantity",
		why: "v1alpha1 takes any text as an amount. The operator's conversion drops what Kubernetes cannot parse, so the container runs without that request or limit."
	},
	"DYN-CNV-005": {
		severity: "warning",
		title: "type that v1beta1 does not know",
		why: "componentType is free text in v1alpha1 and an enumeration in v1beta1. The operator's conversion copies the text; the API server refuses it as soon as somebody writes the object in v1beta1."
	},
	"DYN-CNV-006": {
		severity: "warning",
		title: "more shadow engines than v1beta1 admits",
		why: "v1alpha1 sets no maximum for failover.numShadows, v1beta1 sets 1. The operator's conversion copies the number; the API server refuses it as soon as somebody writes the object in v1beta1."
	},
	"DYN-CNV-007": {
		severity: "info",
		title: "worker role is written differently in v1alpha1",
		why: "v1beta1 type prefill or decode becomes componentType worker with a subComponentType, so a componentType prefill or decode does not come back as it was."
	},
	"DYN-CNV-008": {
		severity: "warning",
		title: "second main container is dropped",
		why: "The operator's conversion takes the main container from extraPodSpec.mainContainer and ignores an entry called main in extraPodSpec.containers."
	},
	"DYN-CNV-009": {
		severity: "warning",
		title: "frontendSidecar is overruled by a container",
		why: "extraPodSpec.containers already has a container sidecar-frontend. The operator's conversion keeps that container and ignores image, args and environment of frontendSidecar; the webhook refuses the combination."
	},
	"DYN-CNV-010": {
		severity: "error",
		title: "component name occurs twice",
		why: "v1alpha1 keeps components in a map, so one of them has no place. The operator's conversion fails on the object."
	},
	"DYN-CNV-011": {
		severity: "warning",
		title: "unreadable conversion annotation",
		why: "The annotation in which the operator's conversion keeps the other version's fields is not JSON, so those fields cannot be restored."
	},
	"DYN-CNV-012": {
		severity: "warning",
		title: "state DeploymentDeleted reads as Ready",
		why: "v1beta1 has no phase for a request whose graph was deleted; the operator's conversion shows Ready."
	},
	"DYN-CNV-013": {
		severity: "warning",
		title: "empty planner configuration is lost",
		why: "features.planner switches the planner on by its presence, but the operator's conversion to v1alpha1 writes and keeps nothing for an empty object."
	},
	"DYN-CNV-014": {
		severity: "warning",
		title: "lost in the conversion",
		why: "The other API version has no such field, and the operator's conversion does not keep it in an annotation either."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/cost.ts
const costCodes = {
	"DYN-COST-001": {
		severity: "error",
		title: "over the budget at maximum scale",
		why: "Autoscaling may bring everything to its maximum at any time; the bill then is the one shown."
	},
	"DYN-COST-002": {
		severity: "warning",
		title: "price that nobody knows",
		why: "No verified list price exists for it, and none was given. It is left out of the sum, never counted as 0."
	},
	"DYN-COST-003": {
		severity: "info",
		title: "price of another region",
		why: "The price table has one region per cloud; other regions cost up to about a third more."
	},
	"DYN-COST-004": {
		severity: "warning",
		title: "budget without machines",
		why: "What a graph costs is what its machines cost; without a pool there are none to count."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/environment.ts
const environmentCodes = {
	"DYN-STACK-001": {
		severity: "error",
		title: "setting that is unknown",
		why: "The configuration is closed: an unknown key is a typing mistake that would silently leave the default in place."
	},
	"DYN-STACK-002": {
		severity: "error",
		title: "setting of the wrong type",
		why: "Pulumi keeps configuration as text, numbers, truth values, lists and objects, and every setting takes one of them."
	},
	"DYN-STACK-003": {
		severity: "error",
		title: "setting that is none of its choices",
		why: "The setting takes one of a few words."
	},
	"DYN-STACK-004": {
		severity: "error",
		title: "setting out of bounds",
		why: "Below or above the bounds the cloud or the program behind the setting refuses it."
	},
	"DYN-STACK-005": {
		severity: "error",
		title: "setting of the wrong form",
		why: "The cloud or Kubernetes takes only texts of a certain form there."
	},
	"DYN-STACK-006": {
		severity: "error",
		title: "setting that is missing",
		why: "It has no default that would suit everybody."
	},
	"DYN-STACK-010": {
		severity: "error",
		title: "name of an environment that is too long",
		why: "Names of clusters, roles, buckets and load balancers are made from it, and the shortest of them allow 63 characters or fewer."
	},
	"DYN-STACK-011": {
		severity: "error",
		title: "region that the cloud cannot have",
		why: "Regions of the clouds have forms of their own."
	},
	"DYN-STACK-012": {
		severity: "error",
		title: "zone of another region",
		why: "Subnets, volumes and machines of an environment are in the zones of its region."
	},
	"DYN-STACK-013": {
		severity: "error",
		title: "too few zones, or one of them twice",
		why: "The control plane puts its interfaces into several zones and refuses fewer."
	},
	"DYN-STACK-014": {
		severity: "error",
		title: "network of the wrong size or with public addresses",
		why: "Every pod takes an address of the network, and addresses that belong to others cannot be reached from it."
	},
	"DYN-STACK-015": {
		severity: "error",
		title: "existing network without one private subnet per zone",
		why: "Machines, volumes and mount targets are placed by zone, so each zone needs its subnet."
	},
	"DYN-STACK-016": {
		severity: "error",
		title: "Kubernetes API open to the internet",
		why: "Everybody could try to log in; one leaked credential is then enough."
	},
	"DYN-STACK-017": {
		severity: "error",
		title: "retention that CloudWatch refuses",
		why: "CloudWatch keeps logs for certain numbers of days only."
	},
	"DYN-STACK-020": {
		severity: "error",
		title: "name of a pool that cannot be used",
		why: "Graphs find their machines by the pool's name, and resources of the cloud are named after it."
	},
	"DYN-STACK-021": {
		severity: "error",
		title: "GPU machine that is not known",
		why: "GPUs, memory, fabric and cost of a pool follow from its machine type."
	},
	"DYN-STACK-022": {
		severity: "error",
		title: "fewer machines at most than at least",
		why: "The autoscaler refuses such bounds."
	},
	"DYN-STACK-023": {
		severity: "error",
		title: "capacity in which the machine is not sold",
		why: "Some machines come from reservations or capacity blocks only."
	},
	"DYN-STACK-024": {
		severity: "error",
		title: "reservation that is missing or unused",
		why: "Reserved machines come from a certain reservation, which costs money whether it is used or not."
	},
	"DYN-STACK-025": {
		severity: "error",
		title: "fabric pool in several zones",
		why: "EFA, InfiniBand and RoCE end at the zone, so prefill and decode in two zones cannot exchange KV blocks."
	},
	"DYN-STACK-026": {
		severity: "warning",
		title: "spot machines for a fabric",
		why: "An interruption takes away one end of every transfer, with a notice of two minutes or less."
	},
	"DYN-STACK-027": {
		severity: "error",
		title: "pool in a zone without a subnet",
		why: "Machines stand in the zones of the network."
	},
	"DYN-STACK-028": {
		severity: "error",
		title: "provisioner that does not fit",
		why: "Each cloud has its own ways to add nodes, and two controllers must not own the same nodes."
	},
	"DYN-STACK-030": {
		severity: "error",
		title: "size in which Lustre is not sold",
		why: "The managed file systems come in certain steps."
	},
	"DYN-STACK-031": {
		severity: "error",
		title: "throughput in which Lustre is not sold",
		why: "The managed file systems come in certain tiers."
	},
	"DYN-STACK-032": {
		severity: "warning",
		title: "Lustre in a zone without GPU machines",
		why: "Reads across zones are slower and cost money per byte."
	},
	"DYN-STACK-033": {
		severity: "error",
		title: "model cache that its file system cannot hold",
		why: "The claim of the models is bound to the file system."
	},
	"DYN-STACK-034": {
		severity: "error",
		title: "copy in the same region",
		why: "A copy is for the day on which the region is lost."
	},
	"DYN-STACK-035": {
		severity: "error",
		title: "copy of a file system that belongs to somebody else",
		why: "Replication and backups of an existing file system are its owner's choice."
	},
	"DYN-STACK-040": {
		severity: "error",
		title: "Kubernetes version that is not supported",
		why: "Dynamo needs 1.30 or newer, and the cloud offers certain minors only."
	},
	"DYN-STACK-041": {
		severity: "error",
		title: "Dynamo release that is not supported",
		why: "The graphs are v1beta1 objects, which operators serve since 1.2."
	},
	"DYN-STACK-042": {
		severity: "error",
		title: "graphs in the namespace of the operator",
		why: "Rights are given by namespace: whoever may write graphs could change the operator."
	},
	"DYN-STACK-043": {
		severity: "error",
		title: "GPU nodes without a device plugin",
		why: "Without it nodes offer no nvidia.com/gpu, and pods wait for ever."
	},
	"DYN-STACK-050": {
		severity: "error",
		title: "secret in the configuration",
		why: "Secrets belong into the cloud's secret store; a literal one needs an explicit switch, for development."
	},
	"DYN-STACK-051": {
		severity: "error",
		title: "literal secret where it is not allowed",
		why: "A literal secret ends up in the state of Pulumi, encrypted, and whoever may decrypt the state reads it."
	},
	"DYN-STACK-052": {
		severity: "error",
		title: "principal that IAM does not know",
		why: "Access entries are made for ARNs of roles and users."
	},
	"DYN-STACK-060": {
		severity: "error",
		title: "host name outside its DNS zone",
		why: "Neither the name nor the proof for its certificate can be written into the zone."
	},
	"DYN-STACK-061": {
		severity: "error",
		title: "way in without TLS",
		why: "Prompts and answers would cross the network in clear text."
	},
	"DYN-STACK-062": {
		severity: "error",
		title: "load balancer that nobody may reach",
		why: "Its security group lets in the networks that are named, and none is named."
	},
	"DYN-STACK-063": {
		severity: "error",
		title: "GPUs open to the internet",
		why: "Dynamo's frontend has no authentication: everybody who reaches it can use it."
	},
	"DYN-STACK-070": {
		severity: "error",
		title: "retention too short for cold storage",
		why: "AWS Backup moves monthly backups to cold storage after 30 days and keeps them there for at least 90."
	},
	"DYN-STACK-071": {
		severity: "error",
		title: "copies of backups that do not exist",
		why: "Copies are made from the environment's own backups."
	},
	"DYN-STACK-080": {
		severity: "error",
		title: "budget that nobody hears of",
		why: "A budget switches nothing off; all it does is to tell people."
	},
	"DYN-STACK-081": {
		severity: "warning",
		title: "budget below what always runs",
		why: "An alert that always rings is read by nobody."
	},
	"DYN-STACK-090": {
		severity: "warning",
		title: "production without what production is for",
		why: "The preset survives the loss of a zone and keeps its data; the setting gives that up."
	},
	"DYN-STACK-091": {
		severity: "warning",
		title: "production without a budget",
		why: "One forgotten node with eight GPUs costs some ten thousand dollars a month."
	},
	"DYN-STACK-092": {
		severity: "error",
		title: "graph that is named twice",
		why: "The same objects cannot be created twice."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/memory.ts
const memoryCodes = {
	"DYN-MEM-010": {
		severity: "error",
		title: "weights do not fit the GPU",
		why: "The engine loads its part of the weights onto every GPU before anything else, and stops when the memory that it may use is full."
	},
	"DYN-MEM-011": {
		severity: "error",
		title: "context does not fit beside the weights",
		why: "vLLM stops at start when the KV cache that is left cannot hold one sequence of the longest allowed length."
	},
	"DYN-MEM-012": {
		severity: "warning",
		title: "longest context cannot be served",
		why: "The engine starts with the KV cache that is left, and refuses or cuts requests that are longer."
	},
	"DYN-MEM-013": {
		severity: "warning",
		title: "number format without kernels on this GPU",
		why: "Without tensor cores for the format, engines unpack the weights at every step or refuse the checkpoint."
	},
	"DYN-MEM-014": {
		severity: "info",
		title: "memory was not checked",
		why: "The estimate needs the numbers of the model and the settings of the engine; one of them is not in the catalogue or in a file that is not there."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/nodes.ts
const nodeCodes = {
	"DYN-NODE-001": {
		severity: "error",
		title: "annotation of pools that cannot be read",
		why: "A graph carries the pools of its workers in the annotation dynamo-iac/pools, so that whoever checks the YAML knows the machines. What cannot be read is not checked."
	},
	"DYN-NODE-002": {
		severity: "warning",
		title: "two descriptions of one pool",
		why: "Graphs and node provisioners name a pool by its name. When they describe it differently, one of them was changed and the other was not, and every estimate depends on which one is believed."
	},
	"DYN-NODE-003": {
		severity: "error",
		title: "RDMA fabric on spot capacity",
		why: "A reclaimed machine breaks every KV transfer and collective that it takes part in, and machines with a fabric are rarely there a second time. Spot suits single-node workers over TCP."
	},
	"DYN-NODE-004": {
		severity: "warning",
		title: "RDMA pool over several zones",
		why: "EFA, InfiniBand, RoCE and NVLink never cross a zone. With one pool per zone the autoscaler adds machines where the graph already runs."
	},
	"DYN-NODE-005": {
		severity: "error",
		title: "two owners of the NVIDIA driver",
		why: "Exactly one of node image and GPU Operator may install the driver. Both at once leave nodes without a usable GPU."
	},
	"DYN-NODE-006": {
		severity: "error",
		title: "slice of a GPU",
		why: "Engines ask for whole GPUs and use CUDA IPC and RDMA, which slices of a GPU do not offer."
	},
	"DYN-NODE-007": {
		severity: "error",
		title: "capacity that the provisioner cannot ask for",
		why: "Each node provisioner knows some ways of paying for machines and has no field for the others."
	},
	"DYN-NODE-008": {
		severity: "error",
		title: "machine of another cloud",
		why: "A provisioner makes machines of its own cloud only; a type that it does not know leaves pods pending without an error."
	},
	"DYN-NODE-009": {
		severity: "error",
		title: "minimum that the provisioner does not keep",
		why: "These provisioners make nodes for pending pods and remove empty ones; they have no field for a minimum."
	},
	"DYN-NODE-010": {
		severity: "error",
		title: "amd64 image on arm64 machines",
		why: "An image for another processor fails with 'exec format error' at start. Released images of Dynamo are for both."
	},
	"DYN-NODE-011": {
		severity: "warning",
		title: "GPU nodes without a taint",
		why: "Without a taint any pod may fill CPU and memory of GPU machines, and keeps them from being removed when no worker needs them."
	},
	"DYN-NODE-012": {
		severity: "error",
		title: "name, label or taint that Kubernetes refuses",
		why: "Names of pools are DNS labels, and label and taint values have at most 63 letters, digits, '-', '_' and '.'. Provisioners keep some label domains to themselves."
	},
	"DYN-NODE-013": {
		severity: "error",
		title: "capacity without a reservation to take it from",
		why: "Reserved capacity and capacity blocks are bought first; the node class has to name the reservation, and a block lies in one zone."
	},
	"DYN-NODE-014": {
		severity: "error",
		title: "driver that does not run on a virtual GPU",
		why: "Machines with vGPUs need NVIDIA's GRID driver, which the cloud's node image brings. The GPU Operator installs the data centre driver."
	},
	"DYN-NODE-015": {
		severity: "warning",
		title: "node disk too small for engine images",
		why: "Engine images are 10 to 25 GB (unverified), two releases lie on the disk during an update, and kubelet evicts pods when it fills up."
	},
	"DYN-NODE-016": {
		severity: "warning",
		title: "part of an NVLink rack",
		why: "Machines of one NVLink domain are sold and placed together; a maximum that is no multiple of the rack cannot be had."
	},
	"DYN-NODE-017": {
		severity: "error",
		title: "disk type that the machine cannot attach",
		why: "Newer machine families of Google Cloud attach Hyperdisk only; creating a node with a persistent disk fails."
	},
	"DYN-NODE-018": {
		severity: "error",
		title: "pools of one cluster with different driver owners",
		why: "The GPU Operator has one setting for the driver of all GPU nodes of a cluster."
	},
	"DYN-NODE-019": {
		severity: "error",
		title: "fabric that the machine does not have",
		why: "A pod that asks for fabric devices which no node of the pool offers stays pending for ever."
	},
	"DYN-NODE-020": {
		severity: "error",
		title: "value that chart gpu-operator does not read",
		why: "Helm ignores a key that no template reads, so a misspelt setting is silently not there."
	},
	"DYN-NODE-021": {
		severity: "error",
		title: "networks that do not match the machine",
		why: "A worker joins one RDMA network per GPU, by number. A node whose networks are fewer or named otherwise never runs it."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/orchestration.ts
const orchestrationCodes = {
	"DYN-ORCH-001": {
		severity: "error",
		title: "amount of a queue that means nothing",
		why: "KAI reads amounts from 0 up and -1 for no bound; a limit below the quota takes back what the quota promises."
	},
	"DYN-ORCH-002": {
		severity: "warning",
		title: "queue that may have nothing of a resource",
		why: "KAI takes quota and limit for 0 when they are left out, and then no pod that asks for the resource starts."
	},
	"DYN-ORCH-003": {
		severity: "warning",
		title: "queues that make no tree",
		why: "KAI divides what a queue has among those below it: it needs the parent, and can keep no promise that the parent has not got."
	},
	"DYN-ORCH-004": {
		severity: "error",
		title: "graph in a queue that has queues below it",
		why: "KAI schedules from queues without children only; pods in any other stay pending without an event."
	},
	"DYN-ORCH-005": {
		severity: "warning",
		title: "queue that is not among the objects",
		why: "The operator refuses a graph whose queue does not exist: queue not found in cluster."
	},
	"DYN-ORCH-006": {
		severity: "warning",
		title: "graphs that ask for more GPUs than their queue may have",
		why: "Pods above the limit of a queue never start; pods of a PriorityClass from 100 up are not preemptible and never start above its quota."
	},
	"DYN-ORCH-007": {
		severity: "error",
		title: "topology levels that are no hierarchy",
		why: "The CRD and the webhook of Grove want distinct domains and labels, from the broadest to the narrowest."
	},
	"DYN-ORCH-008": {
		severity: "error",
		title: "topology level that nodes have no label for",
		why: "A node without the label is in no domain, and pods that are to be packed by it never go there."
	},
	"DYN-ORCH-009": {
		severity: "error",
		title: "orchestrators that do not go together",
		why: "LeaderWorkerSet starts pods together through Volcano, and the operator uses it only when both APIs are there; KAI and Volcano cannot both place the pods of Grove."
	},
	"DYN-ORCH-010": {
		severity: "error",
		title: "version of an orchestrator that does not fit",
		why: "Each release works with certain versions of its neighbours."
	},
	"DYN-ORCH-011": {
		severity: "error",
		title: "graph that the platform cannot run",
		why: "What the graph asks for comes with an orchestrator that the platform does not have."
	},
	"DYN-ORCH-012": {
		severity: "error",
		title: "chart value that the chart does not know",
		why: "Helm ignores a value that no template reads, so the setting would silently do nothing."
	},
	"DYN-ORCH-013": {
		severity: "warning",
		title: "topology level whose label nobody is known to set",
		why: "Clouds and kubelet set some labels; for any other a program of the cluster has to, such as NVIDIA topograph."
	},
	"DYN-ORCH-014": {
		severity: "error",
		title: "name that a queue cannot have",
		why: "Pods name their queue in a label, whose value has at most 63 characters; the object's name is a DNS subdomain."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/placement.ts
const placementCodes = {
	"DYN-PLACE-010": {
		severity: "error",
		title: "no machine of the pools takes the pod",
		why: "A pod runs on one node. When no machine of any pool has its GPUs, memory, CPU or devices, or labels and taints keep it off, it stays pending for ever."
	},
	"DYN-PLACE-011": {
		severity: "error",
		title: "too few machines at maximum scale",
		why: "The pools at their maximum cannot hold all replicas at theirs. This is proven, by counting or by trying every arrangement."
	},
	"DYN-PLACE-012": {
		severity: "warning",
		title: "no placement found, and no proof that there is none",
		why: "Whether pods fit is a packing problem. The search for this fleet ended before it found a placement or had tried everything."
	},
	"DYN-PLACE-013": {
		severity: "error",
		title: "required pod affinity that never holds",
		why: "The scheduler starts a pod with required affinity only where a selected pod runs already, so the pod stays pending for ever."
	},
	"DYN-PLACE-014": {
		severity: "error",
		title: "machine type that cannot be had this way",
		why: "Some machine types are offered only in certain ways: capacity blocks, reservations, spot or queued capacity."
	},
	"DYN-PLACE-015": {
		severity: "error",
		title: "limits of a pool that contradict each other",
		why: "A pool keeps at least its minimum and at most its maximum of machines; both are whole numbers of 0 or more."
	},
	"DYN-PLACE-016": {
		severity: "info",
		title: "assumption of the placement",
		why: "Some of what decides a placement is known only to the cluster. The placement says what it assumed or left out."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/platform-data.ts
const platformDataCodes = {
	"DYN-NATS-001": {
		severity: "error",
		title: "number of NATS servers without a clear majority",
		why: "JetStream keeps its state by majority: an even number survives no more than the odd number below it, and more than five only make it slower."
	},
	"DYN-NATS-002": {
		severity: "warning",
		title: "single NATS server",
		why: "Dynamo processes lose their event plane, and their request plane when it is NATS, while the only server is away."
	},
	"DYN-NATS-003": {
		severity: "error",
		title: "disruption budget of NATS that blocks drains or costs the majority",
		why: "Kubernetes evicts up to maxUnavailable pods at a time; JetStream stops without a majority."
	},
	"DYN-NATS-004": {
		severity: "error",
		title: "name that the StatefulSet of NATS cannot have",
		why: "Pods and their labels get names that are derived from it, and those are DNS labels of at most 63 characters."
	},
	"DYN-NATS-005": {
		severity: "error",
		title: "volume of NATS that is too small",
		why: "JetStream keeps streams and Raft logs on it, and the API server refuses what is no quantity."
	},
	"DYN-NATS-006": {
		severity: "warning",
		title: "image of NATS without a version",
		why: "A tag that moves gives pods of one set different versions."
	},
	"DYN-NATS-007": {
		severity: "error",
		title: "largest message out of bounds",
		why: "nats-server refuses to start when a message may be larger than what it buffers for a client, 64 MiB."
	},
	"DYN-NATS-008": {
		severity: "warning",
		title: "largest message below what Dynamo sends",
		why: "Embeddings of images come in messages of up to 15 MiB; the server cuts off a client that sends more than it takes."
	},
	"DYN-NATS-009": {
		severity: "error",
		title: "streams in memory that do not fit",
		why: "The kernel kills the server at its memory limit, and half of it belongs to clients' buffers and Raft."
	},
	"DYN-NATS-010": {
		severity: "error",
		title: "sync interval that the server refuses",
		why: "nats-server reads a duration or `always` and stops at start otherwise."
	},
	"DYN-NATS-011": {
		severity: "error",
		title: "NATS without TLS",
		why: "Requests of users cross the network in clear text, and the routes between servers accept any server."
	},
	"DYN-NATS-012": {
		severity: "error",
		title: "NATS insists on TLS that Dynamo does not speak",
		why: "Dynamo speaks TLS to NATS since 1.5; an older process stops when the server asks for it."
	},
	"DYN-NATS-013": {
		severity: "error",
		title: "NATS without authentication",
		why: "Any pod that reaches the port can read requests and publish KV events."
	},
	"DYN-NATS-014": {
		severity: "error",
		title: "user of NATS that the server refuses",
		why: "nats-server stops at start when a user occurs twice or an nkey is no public key of a user."
	},
	"DYN-NATS-015": {
		severity: "error",
		title: "seed of an nkey in clear text",
		why: "The seed is the secret half: whoever reads the manifest is that user."
	},
	"DYN-NATS-016": {
		severity: "warning",
		title: "password of NATS in clear text on the network",
		why: "Dynamo speaks TLS to NATS since 1.5, so an older process sends its password unencrypted."
	},
	"DYN-ETCD-001": {
		severity: "error",
		title: "number of etcd members without a clear majority",
		why: "etcd writes by majority: an even number survives no more than the odd number below it, and more than five only make it slower."
	},
	"DYN-ETCD-002": {
		severity: "warning",
		title: "single etcd member",
		why: "Leases of Dynamo processes run out within ten seconds while the only member is away, and the processes stop."
	},
	"DYN-ETCD-003": {
		severity: "error",
		title: "disruption budget of etcd that blocks drains or costs the majority",
		why: "Kubernetes evicts up to maxUnavailable pods at a time; etcd stops without a majority."
	},
	"DYN-ETCD-004": {
		severity: "error",
		title: "name that the StatefulSet of etcd cannot have",
		why: "Pods and their labels get names that are derived from it, and those are DNS labels of at most 63 characters."
	},
	"DYN-ETCD-005": {
		severity: "error",
		title: "volume of etcd that is too small",
		why: "Defragmentation writes a second copy of the database beside the first; a full disk stops the member."
	},
	"DYN-ETCD-006": {
		severity: "warning",
		title: "image of etcd without a version",
		why: "A tag that moves gives members of one cluster different versions."
	},
	"DYN-ETCD-007": {
		severity: "error",
		title: "quota of etcd that is no useful size",
		why: "At the quota etcd raises an alarm and refuses to write."
	},
	"DYN-ETCD-008": {
		severity: "warning",
		title: "quota of etcd above eight gibibytes",
		why: "etcd warns about it at start: a large database takes long to read and to send to a member that joins."
	},
	"DYN-ETCD-009": {
		severity: "warning",
		title: "memory limit of etcd below its quota",
		why: "The database is mapped into memory; when it does not fit every read may go to the disk."
	},
	"DYN-ETCD-010": {
		severity: "warning",
		title: "etcd without compaction",
		why: "etcd keeps every revision unless it is told otherwise."
	},
	"DYN-ETCD-011": {
		severity: "error",
		title: "retention of etcd that it refuses",
		why: "etcd reads a duration in mode periodic and a number in mode revision, and stops at start otherwise."
	},
	"DYN-ETCD-012": {
		severity: "error",
		title: "times of etcd that it refuses",
		why: "etcd stops at start when the election timeout is below five heartbeats or above 50 seconds."
	},
	"DYN-ETCD-013": {
		severity: "error",
		title: "generation of etcd that is no number from 1",
		why: "It names the data directory and the token of the cluster."
	},
	"DYN-ETCD-014": {
		severity: "error",
		title: "etcd without TLS",
		why: "Keys and credentials cross the network in clear text, and any process may join as a member."
	},
	"DYN-ETCD-015": {
		severity: "error",
		title: "users by certificate without TLS",
		why: "etcd learns the common name from the TLS connection."
	},
	"DYN-ETCD-016": {
		severity: "error",
		title: "password of etcd in clear text on the network",
		why: "Dynamo's client takes a password or certificates, and with a password no TLS settings."
	},
	"DYN-ETCD-017": {
		severity: "warning",
		title: "issuer that may make an administrator of etcd",
		why: "With users by certificate the common name decides, so everybody for whom the issuer signs has to be trusted."
	},
	"DYN-ETCD-018": {
		severity: "error",
		title: "etcd without authentication",
		why: "Any client can register workers and so receive requests of users."
	},
	"DYN-ETCD-019": {
		severity: "error",
		title: "user of etcd that is unsafe",
		why: "The name is written into a script and into a certificate; root may do everything."
	},
	"DYN-ETCD-020": {
		severity: "warning",
		title: "etcd without snapshots",
		why: "Without a majority of its volumes etcd can only be restored from a snapshot."
	},
	"DYN-ETCD-021": {
		severity: "error",
		title: "snapshots that cannot be kept",
		why: "The claim and the number of files that stay are made from these settings."
	},
	"DYN-ETCD-022": {
		severity: "warning",
		title: "volume of snapshots that may fill up",
		why: "A snapshot is as large as the database, up to its quota."
	},
	"DYN-ETCD-023": {
		severity: "error",
		title: "schedule that is no cron expression",
		why: "The API server refuses the CronJob."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/platform-operator.ts
const platformOperatorCodes = {
	"DYN-PLAT-101": {
		severity: "error",
		title: "release name that the platform cannot have",
		why: "Every object is named after it, and the Service of the webhooks may have 63 characters; with `nats` in it the chart computes a NATS address that does not exist, and with `dynamo-operator` its own upgrade looks like a second operator."
	},
	"DYN-PLAT-102": {
		severity: "error",
		title: "name that no Kubernetes object can have",
		why: "The API server refuses the object."
	},
	"DYN-PLAT-103": {
		severity: "error",
		title: "version that is no semantic version",
		why: "The operator stops at start when `--operator-version` is none."
	},
	"DYN-PLAT-104": {
		severity: "warning",
		title: "release of Dynamo other than the one that is rendered for",
		why: "Names, rights, webhooks and values of this library are those of Dynamo 1.4; other releases differ."
	},
	"DYN-PLAT-105": {
		severity: "warning",
		title: "image of the operator without a version",
		why: "A tag that moves gives replicas different operators, and CRDs of another release."
	},
	"DYN-PLAT-106": {
		severity: "warning",
		title: "image of the operator from another release",
		why: "The image brings the CRDs; rights and webhooks are rendered for `version`."
	},
	"DYN-PLAT-107": {
		severity: "error",
		title: "image of the operator that cannot be pulled",
		why: "The kubelet refuses a malformed reference, and the operator stops at a pull policy that it does not know."
	},
	"DYN-PLAT-108": {
		severity: "error",
		title: "number of operator replicas",
		why: "Without an operator nobody answers the webhooks, and the API server refuses every graph."
	},
	"DYN-PLAT-109": {
		severity: "warning",
		title: "single operator replica",
		why: "While its pod moves, writes of graphs fail, and reads too that need conversion."
	},
	"DYN-PLAT-110": {
		severity: "error",
		title: "leader election with a name of its own",
		why: "Two cluster-wide operators with different Leases reconcile the same graphs; the chart refuses it."
	},
	"DYN-PLAT-111": {
		severity: "error",
		title: "leader election in the operator's own namespace",
		why: "A second cluster-wide operator in another namespace would not see the Lease; the chart refuses it."
	},
	"DYN-PLAT-112": {
		severity: "error",
		title: "restricted operator that writes CRDs",
		why: "CRDs are the cluster-wide operator's; the chart refuses it since 1.4."
	},
	"DYN-PLAT-113": {
		severity: "warning",
		title: "operator for one namespace",
		why: "Upstream keeps this mode for development and test, and has deprecated it in 1.4."
	},
	"DYN-PLAT-114": {
		severity: "error",
		title: "Lease of a namespace that cannot be held",
		why: "The operator stops at start unless both times are positive and it renews before the Lease ends."
	},
	"DYN-PLAT-115": {
		severity: "error",
		title: "variable that the operator sets itself",
		why: "Of two entries with one name the last counts; the chart refuses the one of snapshots."
	},
	"DYN-PLAT-116": {
		severity: "warning",
		title: "operator without a memory limit",
		why: "A leak takes the node's memory with it."
	},
	"DYN-PLAT-117": {
		severity: "error",
		title: "registry mirror that is no registry",
		why: "It takes the place of the host in every image reference."
	},
	"DYN-PLAT-118": {
		severity: "error",
		title: "registry Secret that is not fully named",
		why: "The chart refuses a registry without server or Secret. Passwords are never taken."
	},
	"DYN-PLAT-119": {
		severity: "error",
		title: "two cluster-wide operators",
		why: "Both reconcile every graph, and their cluster roles and webhooks collide."
	},
	"DYN-PLAT-130": {
		severity: "error",
		title: "discovery backend that does not work",
		why: "The chart takes `kubernetes` and `etcd`; with `etcd` every worker waits for an etcd at start."
	},
	"DYN-PLAT-131": {
		severity: "error",
		title: "NATS address that Dynamo refuses",
		why: "Dynamo takes the scheme `nats`, and `tls` since 1.5; each process stops at start otherwise."
	},
	"DYN-PLAT-132": {
		severity: "error",
		title: "etcd address that Dynamo refuses",
		why: "It is `host:port`, or http or https and that; several are joined by commas."
	},
	"DYN-PLAT-133": {
		severity: "error",
		title: "KAI Scheduler together with Volcano",
		why: "A pod has one scheduler; the chart refuses both."
	},
	"DYN-PLAT-134": {
		severity: "warning",
		title: "pod scheduler without Grove",
		why: "The operator names KAI or Volcano only in the pods of Grove, so the setting does nothing."
	},
	"DYN-PLAT-135": {
		severity: "warning",
		title: "service of the cluster bundled with the operator",
		why: "What the chart installs with the operator has no life of its own: one replica, upgraded and removed together with it."
	},
	"DYN-PLAT-136": {
		severity: "error",
		title: "termination delay that is no duration",
		why: "The operator reads a Go duration, not below zero, and stops at start otherwise."
	},
	"DYN-PLAT-137": {
		severity: "error",
		title: "address that is no URL",
		why: "The operator puts it into every component; it stops at start when the ModelExpress address does not parse."
	},
	"DYN-PLAT-138": {
		severity: "error",
		title: "mutual TLS without certificate and key",
		why: "The operator's configuration is refused: `MUTUAL` needs both files."
	},
	"DYN-PLAT-139": {
		severity: "error",
		title: "ingress settings that do nothing",
		why: "The operator makes an Ingress only with a class, and a VirtualService only for a gateway that it finds."
	},
	"DYN-PLAT-140": {
		severity: "error",
		title: "checkpoint storage that is incomplete",
		why: "The chart wants the name of the claim and the path at which the snapshot agent mounts it; storage other than a claim was never implemented."
	},
	"DYN-PLAT-141": {
		severity: "warning",
		title: "cluster-wide operator that may not read nodes",
		why: "A cluster-wide operator always looks for GPUs, and binds a role that reads nodes to profiling jobs: without the right itself both are denied."
	},
	"DYN-PLAT-142": {
		severity: "error",
		title: "orchestrator that is neither on nor off",
		why: "Objects and chart would read it differently."
	},
	"DYN-PLAT-150": {
		severity: "error",
		title: "webhook certificates that the API server cannot check",
		why: "Without the authority every write of a graph fails with an x509 error."
	},
	"DYN-PLAT-151": {
		severity: "error",
		title: "certificate that is renewed too late",
		why: "cert-manager refuses a certificate that is renewed before it is issued, or lives less than an hour."
	},
	"DYN-PLAT-152": {
		severity: "warning",
		title: "webhooks that may be skipped",
		why: "While no operator answers, graphs are stored unchecked and without defaults."
	},
	"DYN-PLAT-153": {
		severity: "warning",
		title: "operator that may stop every pod of the cluster",
		why: "The webhook sees the creation of all pods; when it has to answer, none starts while it does not."
	},
	"DYN-PLAT-154": {
		severity: "error",
		title: "webhook timeout out of bounds",
		why: "The API server takes 1 to 30 seconds."
	},
	"DYN-PLAT-155": {
		severity: "error",
		title: "network that is no CIDR",
		why: "The API server refuses the network policy."
	},
	"DYN-PLAT-160": {
		severity: "error",
		title: "bundled service without the chart",
		why: "Only the chart brings NATS, etcd, Grove and KAI Scheduler with it."
	},
	"DYN-PLAT-161": {
		severity: "warning",
		title: "setting that the chart cannot say",
		why: "No value of chart dynamo-platform 1.4.0 carries it, so it has no effect."
	},
	"DYN-PLAT-162": {
		severity: "warning",
		title: "bundled orchestrator that keeps its registry",
		why: "The mirror reaches the images of the operator, NATS and etcd; Grove and KAI Scheduler have registry settings of their own."
	},
	"DYN-PLAT-170": {
		severity: "error",
		title: "chart value that does not exist",
		why: "Helm ignores a key that no template reads, so the setting silently does nothing."
	},
	"DYN-PLAT-171": {
		severity: "error",
		title: "chart value of the wrong kind",
		why: "The template renders something else than was meant, or fails."
	},
	"DYN-PLAT-172": {
		severity: "error",
		title: "chart value that was removed",
		why: "The chart refuses values of older releases instead of ignoring them."
	},
	"DYN-PLAT-173": {
		severity: "error",
		title: "namespace selector of the webhooks",
		why: "The chart refuses it: graphs outside of the selection would be stored unchecked."
	},
	"DYN-PLAT-174": {
		severity: "error",
		title: "password in chart values",
		why: "Values are kept in Git, in the state of tools, and in a Secret of every release."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/serving.ts
const servingCodes = {
	"DYN-NAME-001": {
		severity: "warning",
		title: "Dynamo namespace is a prefix of another",
		why: "A frontend takes every worker whose Dynamo namespace starts with its own. Requests for one graph then reach workers of the other."
	},
	"DYN-PLACE-001": {
		severity: "error",
		title: "affinity that no pod can satisfy",
		why: "A required pod affinity keeps the pod pending until a matching pod runs; no component of the graph will ever have these labels."
	},
	"DYN-PLACE-002": {
		severity: "warning",
		title: "affinity by a graph name that is none",
		why: "The label nvidia.com/dynamo-graph-deployment-name holds the name of the graph alone; a term with graph and component joined selects no pod."
	},
	"DYN-GPU-001": {
		severity: "error",
		title: "engine needs more GPUs than its pods have",
		why: "The engine starts one process per GPU of its parallel layout and fails when a GPU is missing."
	},
	"DYN-GPU-002": {
		severity: "error",
		title: "GPUs stay idle",
		why: "The pods reserve more GPUs than the parallel layout of the engine uses; nobody else can use the rest."
	},
	"DYN-GPU-003": {
		severity: "error",
		title: "worker asks for no GPU",
		why: "Without a GPU limit or a resource claim the device plugin gives the container no GPU, and the engine fails at start."
	},
	"DYN-GPU-004": {
		severity: "warning",
		title: "multi-node worker whose engine fits one node",
		why: "The operator tells vLLM about other nodes only when the parallel layout is larger than one pod. Otherwise every pod starts an engine of its own, and followers run without probes."
	},
	"DYN-GPU-005": {
		severity: "error",
		title: "parallel sizes do not fit together",
		why: "The engine refuses a layout whose parts do not divide one another."
	},
	"DYN-GPU-006": {
		severity: "error",
		title: "GPU reserved for a process that uses none",
		why: "Frontends, routers, planners and mockers run on CPU; the GPU is taken from the workers."
	},
	"DYN-ROLE-001": {
		severity: "error",
		title: "prefill workers without decode workers",
		why: "A prefill worker only fills the KV cache. Without a decode worker nobody generates, and the frontend lists no model."
	},
	"DYN-ROLE-002": {
		severity: "error",
		title: "decode workers without prefill workers",
		why: "SGLang and TensorRT-LLM decode workers take only requests that a prefill worker has begun, so every request fails."
	},
	"DYN-ROLE-003": {
		severity: "warning",
		title: "decode workers prefill for themselves",
		why: "A vLLM decode worker without a prefill worker serves whole requests but publishes no KV events: an aggregated worker that routing cannot help."
	},
	"DYN-ROLE-004": {
		severity: "warning",
		title: "workers without a frontend",
		why: "Nothing in the graph answers HTTP requests or routes to the workers."
	},
	"DYN-ROLE-005": {
		severity: "warning",
		title: "frontend without workers",
		why: "A frontend finds workers of its own Dynamo namespace only; without one it lists no model."
	},
	"DYN-ROLE-006": {
		severity: "error",
		title: "planner does not find the role that it scales",
		why: "The planner finds workers by the component type, exactly one component per role, and stops when it finds none or several."
	},
	"DYN-ROLE-007": {
		severity: "warning",
		title: "encode worker and its users do not match",
		why: "An encode worker serves only workers that are told to fetch embeddings, and such workers wait for an encode worker."
	},
	"DYN-ROLE-008": {
		severity: "warning",
		title: "component type and engine flags name different roles",
		why: "The operator, the planner and the endpoint picker go by the type; the engine goes by its flags."
	},
	"DYN-ROLE-009": {
		severity: "error",
		title: "program does not fit the component type",
		why: "The type decides ports, probes and rights. Another kind of process does not answer the probes, or is not allowed to do its work."
	},
	"DYN-ROLE-010": {
		severity: "error",
		title: "vLLM prefill worker without a KV connector",
		why: "Since 1.0 a vLLM prefill worker stops at start without --kv-transfer-config."
	},
	"DYN-ROLE-011": {
		severity: "error",
		title: "vLLM decode worker drops the prefill result",
		why: "Without a KV connector vLLM ignores the transferred KV cache and computes the prompt again, so the prefill GPUs work for nothing."
	},
	"DYN-ROLE-012": {
		severity: "error",
		title: "SGLang bootstrap server listens on loopback",
		why: "The prefill worker binds its bootstrap server to --host, by default 127.0.0.1, where decode pods cannot reach it."
	},
	"DYN-ROLE-013": {
		severity: "error",
		title: "prefill and decode transfer KV in different ways",
		why: "Both sides have to use the same transfer backend or connector, or no KV block arrives."
	},
	"DYN-ROLE-014": {
		severity: "error",
		title: "prefill and decode serve different models",
		why: "The frontend pairs prefill and decode workers by model name; a worker without a partner is never used."
	},
	"DYN-ROLE-015": {
		severity: "error",
		title: "prefill and decode store KV in different types",
		why: "KV blocks are copied as bytes; a receiver with another data type refuses them."
	},
	"DYN-ROLE-016": {
		severity: "warning",
		title: "KV blocks of prefill and decode may not match",
		why: "Length and data type of a block have to agree for KV transfer and for prefix matching. One side leaves it to the engine, or an engine has to cut every block anew."
	},
	"DYN-ROLE-017": {
		severity: "error",
		title: "TensorRT-LLM role without a cache transceiver",
		why: "Prefill and decode engines both need cache_transceiver_config, or they hold no KV transfer channel."
	},
	"DYN-ROLE-018": {
		severity: "error",
		title: "TensorRT-LLM prefill with the overlap scheduler",
		why: "TensorRT-LLM refuses context-only requests while the overlap scheduler is on, so a prefill worker answers nothing."
	},
	"DYN-ROLE-019": {
		severity: "error",
		title: "more than one backend in a graph",
		why: "The operator detects the backend from the worker commands and fails when they differ from one another or from backendFramework."
	},
	"DYN-ROLE-020": {
		severity: "error",
		title: "endpoint picker without frontend sidecars",
		why: "The InferencePool sends requests to port 8000 of the workers, where only a frontend sidecar listens."
	},
	"DYN-ROLE-021": {
		severity: "warning",
		title: "router mode does not fit the endpoint picker",
		why: "Behind an endpoint picker a frontend has to obey its choice (mode direct); without one, mode direct finds no choice in the request."
	},
	"DYN-ROUTE-001": {
		severity: "warning",
		title: "KV router without KV events",
		why: "The router learns prefixes from events of the workers. Without events it sees no prefix hit and only balances load."
	},
	"DYN-ROUTE-002": {
		severity: "warning",
		title: "only some workers publish KV events",
		why: "The router sees no prefix on the silent workers and prefers the others."
	},
	"DYN-ROUTE-003": {
		severity: "warning",
		title: "router and workers use different block sizes",
		why: "Prefixes are matched by hashes of whole blocks; with other block sizes no hash ever matches."
	},
	"DYN-ROUTE-004": {
		severity: "warning",
		title: "several KV routers that do not synchronise",
		why: "Each frontend replica knows only the requests that it routed itself, so their load figures drift apart."
	},
	"DYN-ROUTE-005": {
		severity: "warning",
		title: "KV events without prefix caching",
		why: "vLLM publishes no KV events while prefix caching is off."
	},
	"DYN-ROUTE-006": {
		severity: "error",
		title: "processes of a graph use different planes",
		why: "Discovery, requests and events need the same transport on both sides; otherwise the processes do not find or hear one another."
	},
	"DYN-ROUTE-007": {
		severity: "error",
		title: "worker registers where the frontend does not look",
		why: "The frontend takes workers whose Dynamo namespace starts with the graph's own; a worker with another namespace is never used."
	},
	"DYN-ROUTE-008": {
		severity: "error",
		title: "discovery does not reach other pods",
		why: "The backends file and mem work inside one host or one process; on Kubernetes every component is a pod of its own."
	},
	"DYN-SCALE-001": {
		severity: "warning",
		title: "replicas are written although a scaling adapter owns them",
		why: "After the graph was created only the adapter may change replicas; an apply with another number is refused."
	},
	"DYN-SCALE-002": {
		severity: "warning",
		title: "replicas are written although a planner owns them",
		why: "Without a scaling adapter the planner writes into the graph itself, and the next apply of the manifest takes it back."
	},
	"DYN-SCALE-003": {
		severity: "error",
		title: "two writers of the replicas of one component",
		why: "Each sets its own number and undoes the other's, so pods start and stop without end and GPUs load models for nothing."
	},
	"DYN-SCALE-004": {
		severity: "error",
		title: "autoscaler points at a scaling adapter that will not exist",
		why: "The operator creates an adapter only for components that ask for one with scalingAdapter."
	},
	"DYN-SCALE-005": {
		severity: "error",
		title: "autoscaler goes past the operator",
		why: "The operator owns the Deployments and PodCliques of a graph and sets their replicas back."
	},
	"DYN-SCALE-006": {
		severity: "warning",
		title: "autoscaler may scale a component to zero",
		why: "With no worker the model leaves the frontend and requests get 404; nothing scales up on demand."
	},
	"DYN-SCALE-007": {
		severity: "error",
		title: "autoscaling bounds are the wrong way round",
		why: "The autoscaler refuses bounds whose minimum is above the maximum."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/startup.ts
const startupCodes = {
	"DYN-START-001": {
		severity: "warning",
		title: "slow start",
		why: "Every pod reads the whole checkpoint before it answers. What storage and network carry together decides how long a rollout or a scale-up takes."
	},
	"DYN-START-002": {
		severity: "error",
		title: "start-up probe gives up before the weights are read",
		why: "When the start-up probe fails for the last time the kubelet restarts the container, and reading begins anew."
	},
	"DYN-START-003": {
		severity: "info",
		title: "start-up time is not known",
		why: "The estimate needs the size of the model and the throughput of its storage."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/storage.ts
const storageCodes = {
	"DYN-STOR-001": {
		severity: "error",
		title: "size of storage that is no quantity",
		why: "The API server refuses the claim."
	},
	"DYN-STOR-002": {
		severity: "error",
		title: "size that the provider does not offer",
		why: "File systems come in steps. The claim stays Pending, or the next step up is billed without being said."
	},
	"DYN-STOR-003": {
		severity: "error",
		title: "volume for one node that several nodes need",
		why: "ReadWriteOnce keeps every pod on the node of the first; replicas on other nodes wait for ever."
	},
	"DYN-STOR-004": {
		severity: "error",
		title: "access mode that the storage does not have",
		why: "No volume with that mode can be made, so the claim stays Pending."
	},
	"DYN-STOR-005": {
		severity: "error",
		title: "volume smaller than its models",
		why: "The download stops when the volume is full."
	},
	"DYN-STOR-006": {
		severity: "warning",
		title: "volume with little room beside its models",
		why: "While a new revision is downloaded the old one stays, and a file that is being written counts beside those that are complete."
	},
	"DYN-STOR-007": {
		severity: "error",
		title: "file system in another zone than its machines",
		why: "A zonal disk cannot be attached from another zone. A zonal file system can be mounted, with every read crossing the zone: slower, and billed."
	},
	"DYN-STOR-008": {
		severity: "warning",
		title: "zonal storage without a zone",
		why: "Nothing keeps pods in the zone of the storage, and nothing can be compared with the zones of the machines."
	},
	"DYN-STOR-009": {
		severity: "error",
		title: "shared folder that belongs to root or is open to everybody",
		why: "Weights are code for the engines: whoever can write them decides what the engines run."
	},
	"DYN-STOR-010": {
		severity: "error",
		title: "storage without encryption",
		why: "Weights and prompts that are cached with them cross the network, or lie on disks, in clear text."
	},
	"DYN-STOR-011": {
		severity: "info",
		title: "throughput of storage is not known",
		why: "Without it nobody can say how long a rollout takes."
	},
	"DYN-STOR-012": {
		severity: "warning",
		title: "storage that is deleted with its claim",
		why: "With the reclaim policy Delete, removing the chart or the namespace deletes what took hours to download."
	},
	"DYN-STOR-013": {
		severity: "error",
		title: "name that a claim cannot have",
		why: "Names of claims, volumes and classes are DNS subdomains."
	},
	"DYN-STOR-014": {
		severity: "error",
		title: "throughput tier that the provider does not offer",
		why: "The driver refuses the claim, which stays Pending."
	},
	"DYN-STOR-015": {
		severity: "error",
		title: "bucket in place of a file system",
		why: "Compilation caches and checkpoints need locks, renames and writes in place; a bucket behind a file interface has none of them."
	},
	"DYN-STOR-016": {
		severity: "error",
		title: "download without a revision",
		why: "Two pods may run different weights under one name, and a download that is interrupted may go on with another revision."
	},
	"DYN-STOR-017": {
		severity: "warning",
		title: "revision that can move",
		why: "Only a commit names the same files tomorrow; a branch or a tag can be pointed elsewhere."
	},
	"DYN-STOR-018": {
		severity: "error",
		title: "download into storage that cannot take it",
		why: "The Hub's cache is written by many small files, links and renames; read-only volumes and buckets refuse them."
	},
	"DYN-STOR-019": {
		severity: "error",
		title: "download with too little memory",
		why: "Parts of several files are held in memory while they are put together; the kernel kills the pod at its limit."
	},
	"DYN-STOR-020": {
		severity: "warning",
		title: "folder that the download may not write",
		why: "The root folder of the file system belongs to root, and the driver does not change that for a pod that runs as somebody else."
	},
	"DYN-STOR-021": {
		severity: "error",
		title: "checkpoint storage that Dynamo does not have",
		why: "The snapshot agent keeps checkpoints on claims; object stores and registries were announced and never built."
	},
	"DYN-STOR-022": {
		severity: "error",
		title: "path of a mount that is not absolute",
		why: "The kubelet refuses the pod."
	},
	"DYN-STOR-023": {
		severity: "warning",
		title: "image without a version",
		why: "A tag that moves makes the same chart run something else tomorrow."
	},
	"DYN-STOR-024": {
		severity: "error",
		title: "model that cannot be downloaded by its id",
		why: "The Hub knows repositories as owner/name; paths and bucket addresses are read where they are."
	},
	"DYN-STOR-025": {
		severity: "error",
		title: "ModelExpress without a place for its metadata",
		why: "The server stops at start unless it is told where to keep which model is where: in Redis or in Kubernetes."
	},
	"DYN-STOR-026": {
		severity: "warning",
		title: "root prepares a folder",
		why: "The namespace has to allow a container that runs as root, which the restricted Pod Security level does not."
	},
	"DYN-STOR-027": {
		severity: "error",
		title: "engine that cannot load weights from there",
		why: "vLLM and SGLang read s3://, gs:// and az:// addresses, and the loader of ModelExpress is a plugin of vLLM; another engine takes the address for a path, or refuses the loader, and stops."
	},
	"DYN-STOR-028": {
		severity: "warning",
		title: "volume that is kept for a claim in an unknown namespace",
		why: "Volumes are not in namespaces: without one in the reference any claim of that name may take the volume."
	},
	"DYN-STOR-029": {
		severity: "info",
		title: "disk that one machine writes and nobody else can read yet",
		why: "A Hyperdisk ML disk is filled by one machine, and attached read-only to many once it is complete."
	},
	"DYN-STOR-030": {
		severity: "error",
		title: "storage that was not described",
		why: "A static volume is found by identifiers of the provider; an empty one finds nothing, and the pod waits for ever."
	},
	"DYN-STOR-031": {
		severity: "warning",
		title: "folder of the node",
		why: "The baseline Pod Security level refuses hostPath volumes: a pod with one may read what other pods leave there."
	},
	"DYN-STOR-034": {
		severity: "warning",
		title: "shared claim from a class of block devices",
		why: "The default classes of EKS, AKS and GKE make disks, which one node mounts; a claim for many nodes stays Pending."
	},
	"DYN-STOR-033": {
		severity: "error",
		title: "password in the address of Redis",
		why: "Whoever reads the manifest reads the password."
	},
	"DYN-STOR-032": {
		severity: "warning",
		title: "protocol without encryption",
		why: "NFS 3 has no encryption of its own; everything in the network between machines and storage can read the weights."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/transport.ts
const transportCodes = {
	"DYN-NET-001": {
		severity: "error",
		title: "KV cache goes over TCP",
		why: "Disaggregated serving copies the KV cache of every prompt between machines. Without RDMA that takes longer than computing it again; upstream measured 98 s to the first token instead of 1 s."
	},
	"DYN-NET-002": {
		severity: "info",
		title: "TCP is accepted",
		why: "The graph or the caller says that TCP is good enough here; this is what it costs."
	},
	"DYN-NET-003": {
		severity: "error",
		title: "collectives of a multi-node engine go over TCP",
		why: "A model that is split over nodes exchanges activations at every layer and token; without RDMA the network decides the speed of every step."
	},
	"DYN-NET-004": {
		severity: "warning",
		title: "prefill and decode may land in different zones",
		why: "EFA, InfiniBand, RoCE and NVLink never cross a zone, so a pair in two zones falls back to TCP."
	},
	"DYN-NET-005": {
		severity: "warning",
		title: "prefill and decode may share a machine with EFA",
		why: "libfabric reads between two pods of the same machine fail with EAGAIN, so KV transfer stops."
	},
	"DYN-NET-006": {
		severity: "warning",
		title: "tensor parallelism over PCIe",
		why: "Without NVLink between its GPUs every layer's all-reduce goes through PCIe and host memory."
	}
};
// ../../work/main/packages/constructs/src/facts/codes/index.ts
/** @module The one table of finding codes, by area. */
/** Every finding code: `DYN-<AREA>-<number>`. */
const codes = {
	...apiCodes,
	...conversionCodes,
	...servingCodes,
	...containerCodes,
	...clusterCodes,
	...orchestrationCodes,
	...composeCodes,
	...platformDataCodes,
	...platformOperatorCodes,
	...placementCodes,
	...nodeCodes,
	...memoryCodes,
	...transportCodes,
	...costCodes,
	...startupCodes,
	...cloudCodes,
	...awsCodes,
	...storageCodes,
	...awsServicesCodes,
	...environmentCodes
};
// ../../work/main/packages/constructs/src/facts/finding.ts
/** @module What a check says: one fact that is wrong, where, with which numbers, and how to mend it. */
/** Builds a finding; the severity comes from the code table. */
function finding(code, at, message, fix) {
	return {
		code,
		severity: codes[code].severity,
		object: at.object,
		path: at.path,
		message,
		fix
	};
}
/** `spec.components[0].podTemplate.metadata.annotations["nvidia.com/x"]` */
function formatPath(path) {
	let text = "";
	for (const step of path) if (typeof step === "number") text += `[${step}]`;
	else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === "" ? step : `.${step}`;
	else text += `[${JSON.stringify(step)}]`;
	return text;
}
/** `DYN-API-002 spec.components[0].replicas: must be at least 0, got -1` and the fix on a second line. */
function formatFinding(found) {
	const where = formatPath(found.path);
	const waived = found.waived === void 0 ? "" : `\n  waived: ${found.waived}`;
	return `${found.code} ${found.object}${where === "" ? "" : ` ${where}`}: ${found.message}\n  fix: ${found.fix}${waived}`;
}
/** Marks the findings that a waiver covers; order is kept. */
function applyWaivers(findings, waivers) {
	if (waivers.length === 0) return findings;
	return findings.map((found) => {
		const waiver = waivers.find((w) => w.code === found.code && (w.path === void 0 || formatPath(found.path).startsWith(w.path)));
		return waiver === void 0 ? found : {
			...found,
			waived: waiver.reason
		};
	});
}
/** The findings that stop synthesis: errors that nobody waived. */
function blocking(findings) {
	return findings.filter((found) => found.severity === "error" && found.waived === void 0);
}
// ../../work/main/packages/constructs/src/facts/findings-error.ts
/** @module How findings leave a program: as text for people, never as a stack trace. */
/**
* Thrown when a finding is an error: by `App.synth()` of a cdk8s program, and by the components of a
* Pulumi program before they make anything. An uncaught one prints the findings alone.
*/
var FindingsError = class extends Error {
	/** Everything that was found, warnings and waived findings included. */
	findings;
	constructor(findings, others = []) {
		super([reportFindings(findings), ...others].filter((text) => text !== "").join("\n"));
		this.name = "FindingsError";
		this.findings = findings;
		this.stack = this.message;
		printBareWhenUncaught(this);
	}
};
/** Findings grouped by construct, errors first, and one line of totals. */
function reportFindings(findings) {
	if (findings.length === 0) return "";
	const groups = /* @__PURE__ */ new Map();
	for (const found of findings) {
		const key = found.construct ?? found.object;
		groups.set(key, [...groups.get(key) ?? [], found]);
	}
	const lines = [];
	for (const [construct, group] of groups) {
		lines.push(`${construct}`);
		for (const found of group.toSorted((a, b) => order(a) - order(b))) {
			const severity = found.waived === void 0 ? found.severity : "waived";
			lines.push(`  ${severity} ${formatFinding(found).replaceAll("\n", "\n  ")}`);
		}
	}
	const errors = blocking(findings).length;
	const waived = findings.filter((found) => found.waived !== void 0).length;
	const others = findings.length - errors - waived;
	lines.push(`${errors} errors, ${others} warnings and notes, ${waived} waived`, "");
	return lines.join("\n");
}
function order(found) {
	if (found.waived !== void 0) return 3;
	return [
		"error",
		"warning",
		"info"
	].indexOf(found.severity);
}
/** Node prints the source line that threw above an uncaught error; for a finding that says nothing. */
function printBareWhenUncaught(error) {
	const listener = (uncaught) => {
		if (uncaught !== error) throw uncaught;
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	};
	process.once("uncaughtException", listener);
	setImmediate(() => process.removeListener("uncaughtException", listener));
}
// ../../work/main/packages/constructs/src/facts/gpus/gpu.ts
/**
* GPU models by the name that the machine tables use.
*
* @see nvidia-smi totals, rounded down; deploy/operator/internal/gpu/discovery.go for the SKUs
*/
const gpus = {
	T4: gpu(15, "Turing", 7.5, "", [0, 0], 320, "Tesla-T4", "t4"),
	T4G: gpu(15, "Turing", 7.5, "", [0, 0], 320, "T4G", void 0),
	V100: gpu(32, "Volta", 7, "", [8, 300], 900, "V100", "v100_sxm"),
	A10: gpu(23, "Ampere", 8.6, "", [0, 0], 600, "A10", void 0),
	A10G: gpu(22.5, "Ampere", 8.6, "", [0, 0], 600, "A10G", void 0),
	"A100-PCIe": gpu(80, "Ampere", 8, "", [2, 600], 1935, "A100-80GB-PCIe", "a100_pcie"),
	"A100-SXM": gpu(void 0, "Ampere", 8, "", [8, 600], 2039, "A100-SXM4", "a100_sxm"),
	L4: gpu(22.5, "Ada", 8.9, "fp8", [0, 0], 300, "L4", "l4"),
	L40S: gpu(45, "Ada", 8.9, "fp8", [0, 0], 864, "L40S", "l40s"),
	"RTX-PRO-4500": gpu(31.5, "Blackwell", 12, "fp8 fp4", [0, 0], 896, "RTX-PRO-4500", void 0),
	"RTX-PRO-6000": gpu(95.6, "Blackwell", 12, "fp8 fp4", [0, 0], 1597, "RTX-PRO-6000", void 0),
	"H100-NVL": gpu(93, "Hopper", 9, "fp8", [2, 600], 3900, "H100-NVL", "h100_pcie"),
	"H100-SXM": gpu(79.6, "Hopper", 9, "fp8", [8, 900], 3350, "H100-80GB-HBM3", "h100_sxm"),
	"H200-SXM": gpu(140.4, "Hopper", 9, "fp8", [8, 900], 4800, "H200", "h200_sxm"),
	B200: gpu(179, "Blackwell", 10, "fp8 fp4", [8, 1800], 8e3, "B200", "b200_sxm"),
	B300: gpu(268.6, "Blackwell Ultra", 10.3, "fp8 fp4", [8, 1800], 8e3, "B300", void 0),
	GB200: gpu(185, "Blackwell", 10, "fp8 fp4", [72, 1800], 8e3, "GB200", "gb200_sxm"),
	GB300: gpu(279, "Blackwell Ultra", 10.3, "fp8 fp4", [72, 1800], 8e3, "GB300", void 0)
};
function gpu(usableGiB, architecture, computeCapability, formats, [nvlinkGpus, nvlinkGBps], hbmGBps, product, dynamoGpuSku) {
	const [fp8, fp4] = [formats !== "", formats === "fp8 fp4"];
	return {
		usableGiB,
		architecture,
		computeCapability,
		fp8,
		fp4,
		nvlinkGpus,
		nvlinkGBps,
		hbmGBps,
		product,
		dynamoGpuSku
	};
}
/** Memory of one GPU that programs can use, GiB: what the driver reports, never more than the machine's figure. */
function usableGpuGiB(machine) {
	const { gpuModel, gpuMemGiB } = machine;
	const reported = gpuModel === void 0 ? void 0 : gpus[gpuModel].usableGiB;
	return Math.min(gpuMemGiB, reported ?? gpuMemGiB);
}
// ../../work/main/packages/constructs/src/facts/image.ts
/** Splits an image reference as the operator does: the tag is what follows the last colon behind the last slash. */
function parseImage(image) {
	const [reference = "", digest] = image.split("@", 2);
	const slash = reference.lastIndexOf("/");
	const colon = reference.lastIndexOf(":");
	const tagged = colon > slash;
	const repository = tagged ? reference.slice(0, colon) : reference;
	return {
		repository,
		name: repository.slice(repository.lastIndexOf("/") + 1),
		tag: tagged ? reference.slice(colon + 1) : void 0,
		digest
	};
}
/** MAJOR.MINOR.PATCH with optional pre-release and build, as semver.org defines it. */
const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;
/** Strict semver, with one leading `v` or `V` allowed; undefined for `latest`, `1.4` or `my-tag`. */
function parseVersion(text) {
	const match = semver.exec(text.replace(/^[vV]/, ""));
	if (match === null) return void 0;
	const [, major, minor, patch, suffix] = match;
	return {
		major: Number(major),
		minor: Number(minor),
		patch: Number(patch),
		suffix
	};
}
/** Negative when a is older than b; pre-release suffixes are not compared, because `-efa` names a variant. */
function compareVersions(a, b) {
	return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
// ../../work/main/packages/constructs/src/facts/labels.ts
/** @module Annotation and label keys of the Dynamo operator, of node provisioners, and our own. */
/** Annotations that a user may set. @see deploy/operator/internal/consts/consts.go */
const annotations = {
	enableGrove: "nvidia.com/enable-grove",
	groveUpdateStrategy: "nvidia.com/grove-update-strategy",
	discoveryBackend: "nvidia.com/dynamo-discovery-backend",
	kubeDiscoveryMode: "nvidia.com/dynamo-kube-discovery-mode",
	kaiQueue: "nvidia.com/kai-scheduler-queue",
	volcanoQueue: "nvidia.com/volcano-queue",
	enableMetrics: "nvidia.com/enable-metrics",
	vllmExecutor: "nvidia.com/vllm-distributed-executor-backend",
	originVersion: "nvidia.com/dynamo-operator-origin-version",
	deploymentStrategy: "nvidia.com/deployment-strategy",
	maxSurge: "nvidia.com/deployment-rolling-update-max-surge",
	maxUnavailable: "nvidia.com/deployment-rolling-update-max-unavailable",
	disablePullSecretDiscovery: "nvidia.com/disable-image-pull-secret-discovery"
};
/** Annotations in which the conversion webhook keeps what the other version cannot say. Never authored. */
const carriers = {
	graph: {
		spec: "nvidia.com/dgd-spec",
		status: "nvidia.com/dgd-status"
	},
	component: {
		spec: "nvidia.com/dcd-spec",
		status: "nvidia.com/dcd-status"
	},
	request: {
		spec: "nvidia.com/dgdr-spec",
		status: "nvidia.com/dgdr-status"
	}
};
/** Pod labels that selectors may use. */
const labels = {
	graph: "nvidia.com/dynamo-graph-deployment-name",
	component: "nvidia.com/dynamo-component",
	componentType: "nvidia.com/dynamo-component-type",
	componentClass: "nvidia.com/dynamo-component-class",
	dynamoNamespace: "nvidia.com/dynamo-namespace"
};
/** Annotation in which a rendered object carries its waivers: a JSON list, for whoever checks the YAML. */
const waiverAnnotation = "dynamo-iac/waivers";
/** Annotation in which a rendered claim carries its throughput, when nothing else in the manifest tells it. */
const throughputAnnotation = "dynamo-iac/throughput";
/** Annotation in which a graph carries the pools of machines that its workers name: a JSON list. */
const poolsAnnotation = "dynamo-iac/pools";
/** Annotation of a pod template: the privilege that a fabric takes, and why it needs it. */
const exceptionAnnotation = "dynamo-iac/security-exception";
/** Node labels that kubelet, clouds and node provisioners set, and by which pods choose their nodes. */
const nodeLabels = {
	arch: "kubernetes.io/arch",
	hostname: "kubernetes.io/hostname",
	instanceType: "node.kubernetes.io/instance-type",
	zone: "topology.kubernetes.io/zone",
	capacityType: "karpenter.sh/capacity-type",
	/** Name of the Karpenter NodePool that made the node; also on EKS Auto Mode and AKS. */
	nodePool: "karpenter.sh/nodepool",
	/** Type of the capacity reservation: `default` or `capacity-block`. */
	reservationType: "karpenter.k8s.aws/capacity-reservation-type",
	/** Name of the GKE ComputeClass that made the node. */
	computeClass: "cloud.google.com/compute-class"
};
// ../../work/main/packages/constructs/src/facts/lustre.ts
const tib$1 = 1024;
/**
* Tiers of the three clouds. The largest capacities grow from year to year, and near them Google's
* steps are eight times as large.
*
* @see FSx for Lustre PERSISTENT_2: 1200 or a multiple of 2400 GiB; Azure Managed Lustre SKU table;
* https://cloud.google.com/managed-lustre/docs/create-instance
*/
const lustreTiers = [
	{
		cloud: "aws",
		name: "FSx for Lustre PERSISTENT_2 125",
		tier: "125",
		mbpsPerTiB: 125,
		minGiB: 1200,
		stepGiB: 2400
	},
	{
		cloud: "aws",
		name: "FSx for Lustre PERSISTENT_2 250",
		tier: "250",
		mbpsPerTiB: 250,
		minGiB: 1200,
		stepGiB: 2400
	},
	{
		cloud: "aws",
		name: "FSx for Lustre PERSISTENT_2 500",
		tier: "500",
		mbpsPerTiB: 500,
		minGiB: 1200,
		stepGiB: 2400
	},
	{
		cloud: "aws",
		name: "FSx for Lustre PERSISTENT_2 1000",
		tier: "1000",
		mbpsPerTiB: 1e3,
		minGiB: 1200,
		stepGiB: 2400
	},
	{
		cloud: "azure",
		name: "AMLFS-Durable-Premium-40",
		tier: "AMLFS-Durable-Premium-40",
		mbpsPerTiB: 40,
		minGiB: 48 * tib$1,
		stepGiB: 48 * tib$1,
		maxGiB: 768 * tib$1
	},
	{
		cloud: "azure",
		name: "AMLFS-Durable-Premium-125",
		tier: "AMLFS-Durable-Premium-125",
		mbpsPerTiB: 125,
		minGiB: 16 * tib$1,
		stepGiB: 16 * tib$1,
		maxGiB: 128 * tib$1
	},
	{
		cloud: "azure",
		name: "AMLFS-Durable-Premium-250",
		tier: "AMLFS-Durable-Premium-250",
		mbpsPerTiB: 250,
		minGiB: 8 * tib$1,
		stepGiB: 8 * tib$1,
		maxGiB: 128 * tib$1
	},
	{
		cloud: "azure",
		name: "AMLFS-Durable-Premium-500",
		tier: "AMLFS-Durable-Premium-500",
		mbpsPerTiB: 500,
		minGiB: 4 * tib$1,
		stepGiB: 4 * tib$1,
		maxGiB: 128 * tib$1
	},
	{
		cloud: "gcp",
		name: "Managed Lustre 125",
		tier: "125",
		mbpsPerTiB: 125,
		minGiB: 72e3,
		stepGiB: 72e3,
		maxGiB: 84016e3
	},
	{
		cloud: "gcp",
		name: "Managed Lustre 250",
		tier: "250",
		mbpsPerTiB: 250,
		minGiB: 36e3,
		stepGiB: 36e3,
		maxGiB: 40032e3
	},
	{
		cloud: "gcp",
		name: "Managed Lustre 500",
		tier: "500",
		mbpsPerTiB: 500,
		minGiB: 18e3,
		stepGiB: 18e3,
		maxGiB: 20016e3
	},
	{
		cloud: "gcp",
		name: "Managed Lustre 1000",
		tier: "1000",
		mbpsPerTiB: 1e3,
		minGiB: 9e3,
		stepGiB: 9e3,
		maxGiB: 10008e3
	}
];
/** The smallest capacity of a tier with that throughput and room, GiB. */
function lustreGiB(tier, mbps, leastGiB) {
	const needed = Math.max(mbps / tier.mbpsPerTiB * tib$1, leastGiB);
	if (needed <= tier.minGiB) return tier.minGiB;
	return Math.ceil((needed - 1e-6) / tier.stepGiB) * tier.stepGiB;
}
// ../../work/main/packages/constructs/src/facts/machines/machine.ts
/** The machines of a table by handle. */
function catalogue(cloud, source, rows) {
	const machines = rows.map((row) => [handle(row[0]), ofRow(cloud, source, row)]);
	return Object.fromEntries(machines);
}
function handle(type) {
	return type.replaceAll(/[.-]/g, "_");
}
function ofRow(cloud, source, row) {
	const [type, gpuModel, gpus, gpuMemGiB, vcpu, ramGiB, nvmeGB, netGbps, rdma, rdmaCount] = row;
	return machine({
		cloud,
		type,
		source,
		gpuModel,
		gpus,
		gpuMemGiB,
		vcpu,
		ramGiB,
		nvmeGB,
		netGbps,
		rdma,
		rdmaCount,
		...row[10]
	});
}
/**
* A machine that is in no table: one's own, a new type, or one without GPUs. What is left out is
* none: no GPUs, no local disk, no RDMA; `amd64`.
*/
function machine(props) {
	const { gpus = 0, rdma = "none" } = props;
	return {
		gpuModel: void 0,
		gpuMemGiB: 0,
		nvmeGB: 0,
		netGbps: void 0,
		rdmaCount: 0,
		gpuDirect: rdma !== "none" && !rdma.startsWith("tcpx"),
		arch: "amd64",
		maxPods: void 0,
		nvlinkMachines: 1,
		capacities: void 0,
		source: "given",
		notes: void 0,
		...props,
		gpus,
		rdma,
		fractional: gpus > 0 && gpus < 1
	};
}
// ../../work/main/packages/constructs/src/facts/machines/aws.ts
/** @module GPU machines of Amazon EC2. */
/**
* GPU machines of Amazon EC2. `maxPods` is the network interface limit without prefix delegation.
*
* @see aws/karpenter-provider-aws instance types (DescribeInstanceTypes), 2026-07-20
*/
const aws = catalogue("aws", "aws/karpenter-provider-aws instance types (DescribeInstanceTypes), 2026-07-20", [
	[
		"g4dn.xlarge",
		"T4",
		1,
		16,
		4,
		16,
		125,
		5,
		"none",
		0,
		{ maxPods: 29 }
	],
	[
		"g4dn.2xlarge",
		"T4",
		1,
		16,
		8,
		32,
		225,
		10,
		"none",
		0,
		{ maxPods: 29 }
	],
	[
		"g4dn.4xlarge",
		"T4",
		1,
		16,
		16,
		64,
		225,
		20,
		"none",
		0,
		{ maxPods: 29 }
	],
	[
		"g4dn.8xlarge",
		"T4",
		1,
		16,
		32,
		128,
		900,
		50,
		"efa",
		1,
		{
			maxPods: 58,
			gpuDirect: false
		}
	],
	[
		"g4dn.12xlarge",
		"T4",
		4,
		16,
		48,
		192,
		900,
		50,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g4dn.16xlarge",
		"T4",
		1,
		16,
		64,
		256,
		900,
		50,
		"efa",
		1,
		{
			maxPods: 58,
			gpuDirect: false
		}
	],
	[
		"g4dn.metal",
		"T4",
		8,
		16,
		96,
		384,
		1800,
		100,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g5.xlarge",
		"A10G",
		1,
		22.35,
		4,
		16,
		250,
		2.5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g5.2xlarge",
		"A10G",
		1,
		22.35,
		8,
		32,
		450,
		5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g5.4xlarge",
		"A10G",
		1,
		22.35,
		16,
		64,
		600,
		10,
		"none",
		0,
		{ maxPods: 234 }
	],
	[
		"g5.8xlarge",
		"A10G",
		1,
		22.35,
		32,
		128,
		900,
		25,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g5.12xlarge",
		"A10G",
		4,
		22.35,
		48,
		192,
		3800,
		40,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g5.16xlarge",
		"A10G",
		1,
		22.35,
		64,
		256,
		1900,
		25,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g5.24xlarge",
		"A10G",
		4,
		22.35,
		96,
		384,
		3800,
		50,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g5.48xlarge",
		"A10G",
		8,
		22.35,
		192,
		768,
		7600,
		100,
		"efa",
		1,
		{
			maxPods: 345,
			gpuDirect: false
		}
	],
	[
		"g5g.xlarge",
		"T4G",
		1,
		16,
		4,
		8,
		0,
		1.25,
		"none",
		0,
		{
			maxPods: 58,
			arch: "arm64"
		}
	],
	[
		"g5g.2xlarge",
		"T4G",
		1,
		16,
		8,
		16,
		0,
		2.5,
		"none",
		0,
		{
			maxPods: 58,
			arch: "arm64"
		}
	],
	[
		"g5g.4xlarge",
		"T4G",
		1,
		16,
		16,
		32,
		0,
		5,
		"none",
		0,
		{
			maxPods: 234,
			arch: "arm64"
		}
	],
	[
		"g5g.8xlarge",
		"T4G",
		1,
		16,
		32,
		64,
		0,
		12,
		"none",
		0,
		{
			maxPods: 234,
			arch: "arm64"
		}
	],
	[
		"g5g.16xlarge",
		"T4G",
		2,
		16,
		64,
		128,
		0,
		25,
		"none",
		0,
		{
			maxPods: 737,
			arch: "arm64"
		}
	],
	[
		"g5g.metal",
		"T4G",
		2,
		16,
		64,
		128,
		0,
		25,
		"none",
		0,
		{
			maxPods: 737,
			arch: "arm64"
		}
	],
	[
		"g6.xlarge",
		"L4",
		1,
		22.35,
		4,
		16,
		250,
		2.5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g6.2xlarge",
		"L4",
		1,
		22.35,
		8,
		32,
		450,
		5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g6.4xlarge",
		"L4",
		1,
		22.35,
		16,
		64,
		600,
		10,
		"none",
		0,
		{ maxPods: 234 }
	],
	[
		"g6.8xlarge",
		"L4",
		1,
		22.35,
		32,
		128,
		900,
		25,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g6.12xlarge",
		"L4",
		4,
		22.35,
		48,
		192,
		3760,
		40,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g6.16xlarge",
		"L4",
		1,
		22.35,
		64,
		256,
		1880,
		25,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g6.24xlarge",
		"L4",
		4,
		22.35,
		96,
		384,
		3760,
		50,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g6.48xlarge",
		"L4",
		8,
		22.35,
		192,
		768,
		7520,
		100,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"gr6.4xlarge",
		"L4",
		1,
		22.35,
		16,
		128,
		600,
		10,
		"none",
		0,
		{ maxPods: 234 }
	],
	[
		"gr6.8xlarge",
		"L4",
		1,
		22.35,
		32,
		256,
		900,
		25,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g6f.large",
		"L4",
		1 / 8,
		2.79,
		2,
		8,
		100,
		1.5,
		"none",
		0,
		{
			maxPods: 20,
			notes: "GRID driver"
		}
	],
	[
		"g6f.xlarge",
		"L4",
		1 / 8,
		2.79,
		4,
		16,
		100,
		2.5,
		"none",
		0,
		{
			maxPods: 58,
			notes: "GRID driver"
		}
	],
	[
		"g6f.2xlarge",
		"L4",
		1 / 4,
		5.59,
		8,
		32,
		200,
		5,
		"none",
		0,
		{
			maxPods: 58,
			notes: "GRID driver"
		}
	],
	[
		"g6f.4xlarge",
		"L4",
		1 / 2,
		11.18,
		16,
		64,
		450,
		10,
		"none",
		0,
		{
			maxPods: 234,
			notes: "GRID driver"
		}
	],
	[
		"gr6f.4xlarge",
		"L4",
		1 / 2,
		11.18,
		16,
		128,
		450,
		10,
		"none",
		0,
		{
			maxPods: 234,
			notes: "GRID driver"
		}
	],
	[
		"g6e.xlarge",
		"L40S",
		1,
		44.7,
		4,
		32,
		250,
		2.5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g6e.2xlarge",
		"L40S",
		1,
		44.7,
		8,
		64,
		450,
		5,
		"none",
		0,
		{ maxPods: 58 }
	],
	[
		"g6e.4xlarge",
		"L40S",
		1,
		44.7,
		16,
		128,
		600,
		20,
		"none",
		0,
		{ maxPods: 234 }
	],
	[
		"g6e.8xlarge",
		"L40S",
		1,
		44.7,
		32,
		256,
		900,
		25,
		"efa",
		1,
		{
			maxPods: 234,
			gpuDirect: false
		}
	],
	[
		"g6e.12xlarge",
		"L40S",
		4,
		44.7,
		48,
		384,
		3800,
		100,
		"efa",
		1,
		{
			maxPods: 292,
			gpuDirect: false
		}
	],
	[
		"g6e.16xlarge",
		"L40S",
		1,
		44.7,
		64,
		512,
		1900,
		35,
		"efa",
		1,
		{
			maxPods: 737,
			gpuDirect: false
		}
	],
	[
		"g6e.24xlarge",
		"L40S",
		4,
		44.7,
		96,
		768,
		3800,
		200,
		"efa",
		2,
		{
			maxPods: 492,
			gpuDirect: false
		}
	],
	[
		"g6e.48xlarge",
		"L40S",
		8,
		44.7,
		192,
		1536,
		7600,
		400,
		"efa",
		4,
		{
			maxPods: 492,
			gpuDirect: false
		}
	],
	[
		"g7.2xlarge",
		"RTX-PRO-4500",
		1,
		32,
		8,
		32,
		440,
		60,
		"none",
		0,
		{
			maxPods: 254,
			notes: "60 Gbps is the burst rate; other sources say 40 (unverified)"
		}
	],
	[
		"g7.4xlarge",
		"RTX-PRO-4500",
		1,
		32,
		16,
		64,
		875,
		60,
		"none",
		0,
		{
			maxPods: 506,
			notes: "60 Gbps is the burst rate"
		}
	],
	[
		"g7.8xlarge",
		"RTX-PRO-4500",
		1,
		32,
		32,
		128,
		930,
		80,
		"efa",
		1,
		{ maxPods: 632 }
	],
	[
		"g7.12xlarge",
		"RTX-PRO-4500",
		2,
		32,
		48,
		192,
		1900,
		175,
		"efa",
		1,
		{ maxPods: 758 }
	],
	[
		"g7.24xlarge",
		"RTX-PRO-4500",
		4,
		32,
		96,
		384,
		3800,
		350,
		"efa",
		1,
		{ maxPods: 1514 }
	],
	[
		"g7.48xlarge",
		"RTX-PRO-4500",
		8,
		32,
		192,
		768,
		7600,
		700,
		"efa",
		2,
		{ maxPods: 758 }
	],
	[
		"g7e.2xlarge",
		"RTX-PRO-6000",
		1,
		96,
		8,
		64,
		1900,
		50,
		"none",
		0,
		{ maxPods: 254 }
	],
	[
		"g7e.4xlarge",
		"RTX-PRO-6000",
		1,
		96,
		16,
		128,
		1900,
		50,
		"none",
		0,
		{ maxPods: 506 }
	],
	[
		"g7e.8xlarge",
		"RTX-PRO-6000",
		1,
		96,
		32,
		256,
		1900,
		100,
		"efa",
		1,
		{ maxPods: 506 }
	],
	[
		"g7e.12xlarge",
		"RTX-PRO-6000",
		2,
		96,
		48,
		512,
		3800,
		400,
		"efa",
		1,
		{
			maxPods: 632,
			notes: "one EFA for two GPUs: one worker with EFA per machine"
		}
	],
	[
		"g7e.24xlarge",
		"RTX-PRO-6000",
		4,
		96,
		96,
		1024,
		7600,
		800,
		"efa",
		2,
		{ maxPods: 632 }
	],
	[
		"g7e.48xlarge",
		"RTX-PRO-6000",
		8,
		96,
		192,
		2048,
		15200,
		1600,
		"efa",
		4,
		{ maxPods: 632 }
	],
	[
		"p3dn.24xlarge",
		"V100",
		8,
		32,
		96,
		768,
		1800,
		100,
		"efa",
		1,
		{
			maxPods: 737,
			notes: "V100 is older than current images support (unverified)"
		}
	],
	[
		"p4d.24xlarge",
		"A100-SXM",
		8,
		40,
		96,
		1152,
		8e3,
		400,
		"efa",
		4,
		{ maxPods: 737 }
	],
	[
		"p4de.24xlarge",
		"A100-SXM",
		8,
		80,
		96,
		1152,
		8e3,
		400,
		"efa",
		4,
		{ maxPods: 737 }
	],
	[
		"p5.4xlarge",
		"H100-SXM",
		1,
		80,
		16,
		256,
		3800,
		100,
		"efa",
		1,
		{
			maxPods: 118,
			notes: "smallest Hopper with EFA"
		}
	],
	[
		"p5.48xlarge",
		"H100-SXM",
		8,
		80,
		192,
		2048,
		30400,
		3200,
		"efa",
		32,
		{ maxPods: 100 }
	],
	[
		"p5e.48xlarge",
		"H200-SXM",
		8,
		141,
		192,
		2048,
		30400,
		3200,
		"efa",
		32,
		{
			maxPods: 100,
			notes: "mostly reservations and capacity blocks; no list price in us-east-1"
		}
	],
	[
		"p5en.48xlarge",
		"H200-SXM",
		8,
		141,
		192,
		2048,
		30400,
		3200,
		"efa",
		16,
		{ maxPods: 198 }
	],
	[
		"p6-b200.48xlarge",
		"B200",
		8,
		179.06,
		192,
		2048,
		30400,
		3200,
		"efa",
		8,
		{ maxPods: 198 }
	],
	[
		"p6-b300.48xlarge",
		"B300",
		8,
		268.59,
		192,
		4096,
		30400,
		6400,
		"efa",
		16,
		{ maxPods: 198 }
	],
	[
		"p6e-gb200.36xlarge",
		"GB200",
		4,
		185,
		144,
		960,
		22500,
		1600,
		"efa",
		4,
		{
			arch: "arm64",
			nvlinkMachines: 18,
			capacities: ["capacity-block"],
			notes: "18 machines are one UltraServer"
		}
	]
]);
// ../../work/main/packages/constructs/src/facts/machines/azure.ts
/** @module GPU machines of Azure. */
/**
* GPU machines of Azure. `netGbps` is Ethernet only; InfiniBand comes on top.
*
* @see Microsoft Learn size pages and Azure/karpenter-provider-azure SKU data, 2026-06-18
*/
const azure = catalogue("azure", "Microsoft Learn size pages and Azure/karpenter-provider-azure SKU data, 2026-06-18", [
	[
		"Standard_NC4as_T4_v3",
		"T4",
		1,
		16,
		4,
		28,
		176,
		8,
		"none",
		0,
		{ notes: "network figure is of the family (unverified for small sizes)" }
	],
	[
		"Standard_NC8as_T4_v3",
		"T4",
		1,
		16,
		8,
		56,
		352,
		8,
		"none",
		0
	],
	[
		"Standard_NC16as_T4_v3",
		"T4",
		1,
		16,
		16,
		110,
		352,
		8,
		"none",
		0
	],
	[
		"Standard_NC64as_T4_v3",
		"T4",
		4,
		16,
		64,
		440,
		2816,
		32,
		"none",
		0
	],
	[
		"Standard_NV6ads_A10_v5",
		"A10",
		1 / 6,
		4,
		6,
		55,
		180,
		5,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NV12ads_A10_v5",
		"A10",
		1 / 3,
		8,
		12,
		110,
		360,
		10,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NV18ads_A10_v5",
		"A10",
		1 / 2,
		12,
		18,
		220,
		720,
		20,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NV36ads_A10_v5",
		"A10",
		1,
		24,
		36,
		440,
		1440,
		40,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NV36adms_A10_v5",
		"A10",
		1,
		24,
		36,
		880,
		2880,
		80,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NV72ads_A10_v5",
		"A10",
		2,
		24,
		72,
		880,
		2880,
		80,
		"none",
		0,
		{ notes: "GRID driver" }
	],
	[
		"Standard_NC24ads_A100_v4",
		"A100-PCIe",
		1,
		80,
		24,
		220,
		958,
		20,
		"none",
		0
	],
	[
		"Standard_NC48ads_A100_v4",
		"A100-PCIe",
		2,
		80,
		48,
		440,
		1916,
		40,
		"none",
		0,
		{ notes: "the two GPUs share an NVLink bridge" }
	],
	[
		"Standard_NC96ads_A100_v4",
		"A100-PCIe",
		4,
		80,
		96,
		880,
		3832,
		80,
		"none",
		0,
		{ notes: "two pairs of GPUs with an NVLink bridge each" }
	],
	[
		"Standard_ND96asr_v4",
		"A100-SXM",
		8,
		40,
		96,
		900,
		6e3,
		24,
		"ib-hdr-200",
		8
	],
	[
		"Standard_ND96amsr_A100_v4",
		"A100-SXM",
		8,
		80,
		96,
		1900,
		6400,
		24,
		"ib-hdr-200",
		8
	],
	[
		"Standard_ND96ams_A100_v4",
		"A100-SXM",
		8,
		80,
		96,
		1900,
		6400,
		24,
		"none",
		0
	],
	[
		"Standard_NC40ads_H100_v5",
		"H100-NVL",
		1,
		94,
		40,
		320,
		3576,
		40,
		"none",
		0
	],
	[
		"Standard_NC80adis_H100_v5",
		"H100-NVL",
		2,
		94,
		80,
		640,
		7152,
		80,
		"none",
		0,
		{ notes: "the two GPUs share an NVLink bridge" }
	],
	[
		"Standard_NCC40ads_H100_v5",
		"H100-NVL",
		1,
		94,
		40,
		320,
		0,
		40,
		"none",
		0,
		{ notes: "confidential VM" }
	],
	[
		"Standard_ND96isr_H100_v5",
		"H100-SXM",
		8,
		80,
		96,
		1900,
		28e3,
		80,
		"ib-ndr-400",
		8
	],
	[
		"Standard_ND96is_H100_v5",
		"H100-SXM",
		8,
		80,
		96,
		1900,
		28e3,
		80,
		"none",
		0
	],
	[
		"Standard_ND96isr_H200_v5",
		"H200-SXM",
		8,
		141,
		96,
		1850,
		28e3,
		80,
		"ib-ndr-400",
		8
	],
	[
		"Standard_ND128isr_NDR_GB200_v6",
		"GB200",
		4,
		186,
		128,
		900,
		16e3,
		160,
		"ib-ndr-400",
		4,
		{
			arch: "arm64",
			nvlinkMachines: 18
		}
	],
	[
		"Standard_ND128isr_GB300_v6",
		"GB300",
		4,
		288,
		128,
		void 0,
		16e3,
		160,
		"ib-xdr-800",
		4,
		{
			arch: "arm64",
			nvlinkMachines: 18,
			notes: "disk and Ethernet as with GB200 (unverified); memory unknown"
		}
	],
	[
		"Standard_NC24lds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1 / 4,
		24,
		24,
		72,
		256,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC36ds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1 / 4,
		24,
		36,
		132,
		256,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC36lds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1 / 4,
		24,
		36,
		72,
		256,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC72ds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1 / 2,
		48,
		72,
		264,
		512,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC72lds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1 / 2,
		48,
		72,
		132,
		512,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC144ds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1,
		96,
		144,
		516,
		1024,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS; list price of ds equals lds in the source (unverified)" }
	],
	[
		"Standard_NC144lds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		1,
		96,
		144,
		264,
		1024,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	],
	[
		"Standard_NC288ds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		2,
		96,
		288,
		1032,
		2048,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS; list price of ds equals lds in the source (unverified)" }
	],
	[
		"Standard_NC288lds_xl_RTXPRO6000BSE_v6",
		"RTX-PRO-6000",
		2,
		96,
		288,
		516,
		2048,
		void 0,
		"none",
		0,
		{ notes: "GRID driver, preview on AKS" }
	]
]);
// ../../work/main/packages/constructs/src/facts/machines/gcp.ts
/** @module GPU machines of Google Cloud. */
/**
* GPU machines of Google Cloud. `nvmeGB` is in GiB, as Google counts it.
*
* @see Compute Engine documentation of accelerator-optimized machines, 2026-04-14
*/
const gcp = catalogue("gcp", "Compute Engine documentation of accelerator-optimized machines, 2026-04-14", [
	[
		"g2-standard-4",
		"L4",
		1,
		24,
		4,
		16,
		375,
		10,
		"none",
		0
	],
	[
		"g2-standard-8",
		"L4",
		1,
		24,
		8,
		32,
		375,
		16,
		"none",
		0
	],
	[
		"g2-standard-12",
		"L4",
		1,
		24,
		12,
		48,
		375,
		16,
		"none",
		0
	],
	[
		"g2-standard-16",
		"L4",
		1,
		24,
		16,
		64,
		375,
		32,
		"none",
		0
	],
	[
		"g2-standard-24",
		"L4",
		2,
		24,
		24,
		96,
		750,
		32,
		"none",
		0
	],
	[
		"g2-standard-32",
		"L4",
		1,
		24,
		32,
		128,
		375,
		32,
		"none",
		0
	],
	[
		"g2-standard-48",
		"L4",
		4,
		24,
		48,
		192,
		1500,
		50,
		"none",
		0
	],
	[
		"g2-standard-96",
		"L4",
		8,
		24,
		96,
		384,
		3e3,
		100,
		"none",
		0
	],
	[
		"g4-standard-6",
		"RTX-PRO-6000",
		1 / 8,
		12,
		6,
		22,
		0,
		20,
		"none",
		0
	],
	[
		"g4-standard-12",
		"RTX-PRO-6000",
		1 / 4,
		24,
		12,
		45,
		375,
		20,
		"none",
		0
	],
	[
		"g4-standard-24",
		"RTX-PRO-6000",
		1 / 2,
		48,
		24,
		90,
		750,
		20,
		"none",
		0
	],
	[
		"g4-standard-48",
		"RTX-PRO-6000",
		1,
		96,
		48,
		180,
		1500,
		50,
		"none",
		0
	],
	[
		"g4-standard-96",
		"RTX-PRO-6000",
		2,
		96,
		96,
		360,
		3e3,
		100,
		"none",
		0
	],
	[
		"g4-standard-192",
		"RTX-PRO-6000",
		4,
		96,
		192,
		720,
		6e3,
		200,
		"none",
		0
	],
	[
		"g4-standard-384",
		"RTX-PRO-6000",
		8,
		96,
		384,
		1440,
		12e3,
		400,
		"none",
		0,
		{ notes: "two gVNICs" }
	],
	[
		"a2-highgpu-1g",
		"A100-SXM",
		1,
		40,
		12,
		85,
		0,
		24,
		"none",
		0,
		{ notes: "local SSD is optional and extra" }
	],
	[
		"a2-highgpu-2g",
		"A100-SXM",
		2,
		40,
		24,
		170,
		0,
		32,
		"none",
		0,
		{ notes: "local SSD is optional and extra" }
	],
	[
		"a2-highgpu-4g",
		"A100-SXM",
		4,
		40,
		48,
		340,
		0,
		50,
		"none",
		0,
		{ notes: "local SSD is optional and extra" }
	],
	[
		"a2-highgpu-8g",
		"A100-SXM",
		8,
		40,
		96,
		680,
		0,
		100,
		"none",
		0,
		{ notes: "local SSD is optional and extra" }
	],
	[
		"a2-megagpu-16g",
		"A100-SXM",
		16,
		40,
		96,
		1360,
		0,
		100,
		"none",
		0,
		{ notes: "local SSD is optional and extra" }
	],
	[
		"a2-ultragpu-1g",
		"A100-SXM",
		1,
		80,
		12,
		170,
		375,
		24,
		"none",
		0
	],
	[
		"a2-ultragpu-2g",
		"A100-SXM",
		2,
		80,
		24,
		340,
		750,
		32,
		"none",
		0
	],
	[
		"a2-ultragpu-4g",
		"A100-SXM",
		4,
		80,
		48,
		680,
		1500,
		50,
		"none",
		0
	],
	[
		"a2-ultragpu-8g",
		"A100-SXM",
		8,
		80,
		96,
		1360,
		3e3,
		100,
		"none",
		0
	],
	[
		"a3-highgpu-1g",
		"H100-SXM",
		1,
		80,
		26,
		234,
		750,
		25,
		"none",
		0,
		{ capacities: ["spot", "queued"] }
	],
	[
		"a3-highgpu-2g",
		"H100-SXM",
		2,
		80,
		52,
		468,
		1500,
		50,
		"none",
		0,
		{ capacities: ["spot", "queued"] }
	],
	[
		"a3-highgpu-4g",
		"H100-SXM",
		4,
		80,
		104,
		936,
		3e3,
		100,
		"none",
		0,
		{ capacities: ["spot", "queued"] }
	],
	[
		"a3-highgpu-8g",
		"H100-SXM",
		8,
		80,
		208,
		1872,
		6e3,
		1e3,
		"tcpx-200",
		4
	],
	[
		"a3-edgegpu-8g",
		"H100-SXM",
		8,
		80,
		208,
		1872,
		6e3,
		400,
		"none",
		0,
		{ notes: "400 to 600 Gbps by region" }
	],
	[
		"a3-megagpu-8g",
		"H100-SXM",
		8,
		80,
		208,
		1872,
		6e3,
		1800,
		"tcpxo-200",
		8
	],
	[
		"a3-ultragpu-8g",
		"H200-SXM",
		8,
		141,
		224,
		2952,
		12e3,
		3600,
		"roce-400",
		8,
		{ capacities: [
			"reserved",
			"spot",
			"queued"
		] }
	],
	[
		"a4-highgpu-8g",
		"B200",
		8,
		180,
		224,
		3968,
		12e3,
		3600,
		"roce-400",
		8,
		{
			capacities: [
				"reserved",
				"spot",
				"queued"
			],
			notes: "Hyperdisk only"
		}
	],
	[
		"a4x-highgpu-4g",
		"GB200",
		4,
		186,
		140,
		884,
		12e3,
		2e3,
		"roce-400",
		4,
		{
			arch: "arm64",
			nvlinkMachines: 18,
			capacities: ["reserved"]
		}
	],
	[
		"a4x-maxgpu-4g-metal",
		"GB300",
		4,
		279,
		144,
		960,
		12e3,
		3600,
		"roce-800",
		4,
		{
			arch: "arm64",
			nvlinkMachines: 18,
			capacities: ["reserved"],
			notes: "bare metal; split of the RDMA interfaces (unverified)"
		}
	]
]);
// ../../work/main/packages/constructs/src/facts/machines/gke.ts
/** Value of `cloud.google.com/gke-accelerator`. @see the catalogue's list of `guestAccelerators.type` */
function gkeAccelerator({ gpuModel, gpuMemGiB, type }) {
	switch (gpuModel) {
		case "A100-SXM": return gpuMemGiB > 40 ? "nvidia-a100-80gb" : "nvidia-tesla-a100";
		case "H100-SXM": return type.startsWith("a3-mega") ? "nvidia-h100-mega-80gb" : "nvidia-h100-80gb";
		case "H200-SXM": return "nvidia-h200-141gb";
		case void 0: return;
		default: return `nvidia-${gpuModel.toLowerCase()}`;
	}
}
/** Taints of GPU nodes and of nodes with another processor than amd64. */
function gkeTaints({ gpus, arch }) {
	const taints = [];
	if (gpus > 0) taints.push({
		key: "nvidia.com/gpu",
		value: "present",
		effect: "NoSchedule"
	});
	if (arch === "arm64") taints.push({
		key: "kubernetes.io/arch",
		value: "arm64",
		effect: "NoSchedule"
	});
	return taints;
}
// ../../work/main/packages/constructs/src/facts/machines/index.ts
/** @module Every GPU machine of the three clouds, by handle and by name. */
/** Every machine of the tables, cloud by cloud. */
const machines = [
	aws,
	azure,
	gcp
].flatMap((cloud) => Object.values(cloud));
const byType = new Map(machines.map((machine) => [machine.type, machine]));
/** The machine of that name, such as `p5.48xlarge`; undefined when no table has it. */
function findMachine(type) {
	return byType.get(type);
}
// ../../work/main/packages/constructs/src/facts/models/json.ts
/** True for a JSON object. */
function isJson(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// ../../work/main/packages/constructs/src/facts/models/model.ts
/**
* Bytes of one weight with its scales: blocks of 128 × 128 for FP8, 16 weights for NVFP4, 32 for
* MXFP4 and INT4.
*/
const weightBytes = {
	fp32: 4,
	bf16: 2,
	fp8: 1,
	int8: 1,
	int4: .5625,
	nvfp4: .5625,
	mxfp4: .53125
};
/** The sum of the parts. */
function sumOfParts(parts) {
	return parts.embedding + parts.attention + parts.dense + parts.experts;
}
// ../../work/main/packages/constructs/src/facts/models/quantization.ts
/** @module Which weights of a checkpoint are quantized, and how, as its configuration says. */
/** Reads `quantization_config` of the whole configuration or of its text part. */
function quantizationOf(config, text) {
	const base = [text, config].some((part) => part.torch_dtype === "float32" || part.dtype === "float32") ? "fp32" : "bf16";
	const given = [config, text].map((part) => part.quantization_config).find(isJson);
	if (given === void 0) return {
		base,
		format: base,
		attention: false,
		dense: false,
		kvFp8: false
	};
	const left = skipped(given);
	return {
		base,
		format: formatOf(given),
		attention: !left.some((name) => /self_attn/.test(name) && !name.includes("norm")),
		dense: !left.some((name) => /shared_experts|mlp\\?\.\(|mlp\.router/.test(name)),
		kvFp8: asksForFp8Cache(given)
	};
}
/** Names or patterns of the layers that keep the base format. */
function skipped(quantization) {
	return [
		"modules_to_not_convert",
		"ignore",
		"ignored_layers",
		"exclude_modules"
	].flatMap((key) => {
		const value = quantization[key];
		return Array.isArray(value) ? value.map(String) : [];
	});
}
function formatOf(quantization) {
	const method = String(quantization.quant_method ?? "").toLowerCase();
	const algorithm = String(quantization.quant_algo ?? "").toLowerCase();
	if (algorithm.includes("nvfp4") || algorithm.includes("fp4")) return "nvfp4";
	if (algorithm.includes("fp8") || method === "fp8" || method === "fbgemm_fp8") return "fp8";
	if (method === "mxfp4") return "mxfp4";
	if (method === "compressed-tensors") return ofGroups(quantization.config_groups);
	return Number(quantization.bits ?? quantization.w_bit ?? 4) > 4 ? "int8" : "int4";
}
/** compressed-tensors describes each group of layers by bits and type. */
function ofGroups(groups) {
	const weights = (isJson(groups) ? Object.values(groups).find(isJson) : void 0)?.weights;
	const bits = isJson(weights) ? Number(weights.num_bits ?? 8) : 8;
	const float = isJson(weights) && weights.type === "float";
	if (bits <= 4) return float ? "nvfp4" : "int4";
	return float ? "fp8" : "int8";
}
function asksForFp8Cache(quantization) {
	const scheme = quantization.kv_cache_scheme;
	if (isJson(scheme)) return Number(scheme.num_bits) === 8;
	return String(quantization.kv_cache_quant_algo ?? "").toUpperCase() === "FP8";
}
// ../../work/main/packages/constructs/src/facts/models/config.ts
/** @module A model's numbers from the `config.json` of its repository. */
/** Keys of layers whose state is no KV cache; their memory is not known here. */
const recurrent = [
	"hybrid_override_pattern",
	"layers_block_type",
	"mamba_num_heads",
	"ssm_cfg",
	"compress_ratios",
	"linear_attn_config"
];
/**
* Reads a Hugging Face `config.json`: decoder-only transformers with grouped or latent attention,
* gated feed-forward layers, and experts. Vision and audio towers are not counted; give `weightBytes`
* where they matter.
*/
function modelFromConfig(config, options = {}) {
	if (!isJson(config)) return { problem: "config.json is no JSON object" };
	const inner = config.text_config;
	const text = isJson(inner) ? inner : config;
	const id = options.id ?? nameOf(config._name_or_path) ?? nameOf(text._name_or_path) ?? "model";
	const strange = recurrent.find((key) => text[key] !== void 0 && text[key] !== null);
	if (strange !== void 0) return { problem: `${id} has ${strange}: layers without a KV cache of known size` };
	const types = text.layer_types;
	const other = Array.isArray(types) ? types.find((type) => type !== "full_attention" && type !== "sliding_attention") : void 0;
	if (other !== void 0) return { problem: `${id} has layers of type ${String(other)}, whose memory is not known` };
	const missing = required.filter((key) => count(text, key) === void 0);
	if (missing.length > 0) return { problem: `${id} lacks ${missing.join(", ")}` };
	return { model: build(id, text, quantizationOf(config, text), options) };
}
const required = [
	"num_hidden_layers",
	"hidden_size",
	"num_attention_heads",
	"vocab_size",
	"max_position_embeddings",
	"intermediate_size"
];
function build(id, text, quantization, options) {
	const experts = expertsOf(text);
	const parameters = parametersOf(text, experts);
	const computed = storedBytes(parameters, quantization);
	const scale = options.weightBytes === void 0 ? 1 : options.weightBytes / sumOfParts(computed);
	const active = experts === void 0 ? 0 : (experts.active + experts.shared) * experts.width;
	return {
		id,
		layers: need(text, "num_hidden_layers"),
		hiddenSize: need(text, "hidden_size"),
		intermediateSize: experts === void 0 ? need(text, "intermediate_size") : active,
		vocabularySize: need(text, "vocab_size"),
		maxContext: need(text, "max_position_embeddings"),
		attention: attentionOf(text),
		experts: experts === void 0 ? void 0 : {
			count: experts.count,
			active: experts.active
		},
		parameters,
		bytes: eachPart(computed, (bytes) => bytes * scale),
		weights: quantization.format,
		kvValueBytes: quantization.kvFp8 ? 1 : Math.min(2, weightBytes[quantization.base]),
		source: options.source ?? `config.json of ${id}`
	};
}
/** Qwen says `num_experts`, DeepSeek `n_routed_experts`, Mixtral and gpt-oss `num_local_experts`. */
function expertsOf(text) {
	const total = count(text, "num_experts") ?? count(text, "n_routed_experts") ?? count(text, "num_local_experts");
	if (total === void 0 || total < 2) return void 0;
	const width = count(text, "moe_intermediate_size") ?? need(text, "intermediate_size");
	const layers = need(text, "num_hidden_layers");
	const dense = count(text, "first_k_dense_replace") ?? listLength(text.mlp_only_layers);
	const every = count(text, "decoder_sparse_step") ?? count(text, "moe_layer_freq") ?? 1;
	const sharedWidth = count(text, "shared_expert_intermediate_size");
	return {
		count: total,
		active: count(text, "num_experts_per_tok") ?? count(text, "experts_per_token") ?? 1,
		shared: count(text, "n_shared_experts") ?? (sharedWidth === void 0 || sharedWidth === 0 ? 0 : 1),
		width,
		sharedWidth: sharedWidth ?? width,
		layers: Math.floor((layers - dense) / Math.max(1, every))
	};
}
function attentionOf(text) {
	const latent = count(text, "kv_lora_rank");
	if (latent !== void 0 && latent > 0) return {
		kind: "latent",
		width: latent + (count(text, "qk_rope_head_dim") ?? 0)
	};
	const types = text.layer_types;
	const window = count(text, "sliding_window");
	const layers = Array.isArray(types) ? types.filter((type) => type === "sliding_attention").length : 0;
	const sliding = window === void 0 || layers === 0 ? void 0 : {
		layers,
		window
	};
	return {
		kind: "heads",
		kvHeads: kvHeads(text),
		headDim: headDim(text),
		sliding
	};
}
function kvHeads(text) {
	return count(text, "num_key_value_heads") ?? need(text, "num_attention_heads");
}
function headDim(text) {
	return count(text, "head_dim") ?? need(text, "hidden_size") / need(text, "num_attention_heads");
}
function parametersOf(text, experts) {
	const [hidden, layers] = [need(text, "hidden_size"), need(text, "num_hidden_layers")];
	const tied = text.tie_word_embeddings === true;
	const gated = (width) => 3 * hidden * width;
	const sparse = experts?.layers ?? 0;
	const shared = experts === void 0 ? 0 : experts.shared * gated(experts.sharedWidth) + experts.count * hidden;
	return {
		embedding: need(text, "vocab_size") * hidden * (tied ? 1 : 2),
		attention: layers * (attentionParameters(text, hidden) + 2 * hidden),
		dense: (layers - sparse) * gated(need(text, "intermediate_size")) + sparse * shared,
		experts: experts === void 0 ? 0 : sparse * experts.count * gated(experts.width)
	};
}
/** Projections of one layer. */
function attentionParameters(text, hidden) {
	const heads = need(text, "num_attention_heads");
	const latent = count(text, "kv_lora_rank");
	if (latent === void 0 || latent === 0) return hidden * headDim(text) * (2 * heads + 2 * kvHeads(text));
	const rope = count(text, "qk_rope_head_dim") ?? 0;
	const plain = count(text, "qk_nope_head_dim") ?? headDim(text);
	const value = count(text, "v_head_dim") ?? plain;
	const query = count(text, "q_lora_rank");
	return (query === void 0 ? hidden * heads * (plain + rope) : hidden * query + query * heads * (plain + rope)) + hidden * (latent + rope) + latent * heads * (plain + value) + heads * value * hidden;
}
function storedBytes(parameters, quantization) {
	const base = weightBytes[quantization.base];
	const small = weightBytes[quantization.format];
	return {
		embedding: parameters.embedding * base,
		attention: parameters.attention * (quantization.attention ? small : base),
		dense: parameters.dense * (quantization.dense ? small : base),
		experts: parameters.experts * small
	};
}
function eachPart(parts, change) {
	const { embedding, attention, dense, experts } = parts;
	return {
		embedding: change(embedding),
		attention: change(attention),
		dense: change(dense),
		experts: change(experts)
	};
}
function count(text, key) {
	const value = text[key];
	return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : void 0;
}
/** A number whose presence `required` has proven. */
function need(text, key) {
	return count(text, key) ?? NaN;
}
function listLength(value) {
	return Array.isArray(value) ? value.length : 0;
}
function nameOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
// ../../work/main/packages/constructs/src/facts/models/catalogue.ts
/** @module Models whose configuration is known with certainty, as the keys of their `config.json` that count. */
/** Dense layers and grouped attention. */
function dense(layers, hidden, intermediate, [heads, kvHeads, headDim], vocabulary, context) {
	return {
		num_hidden_layers: layers,
		hidden_size: hidden,
		intermediate_size: intermediate,
		num_attention_heads: heads,
		num_key_value_heads: kvHeads,
		head_dim: headDim,
		vocab_size: vocabulary,
		max_position_embeddings: context
	};
}
/** Experts in every layer. */
function sparse(config, count, active, width) {
	return {
		...config,
		num_experts: count,
		num_experts_per_tok: active,
		moe_intermediate_size: width
	};
}
/** Blocks of 128 × 128 with a scale each; embeddings, output layer, norms and routers stay. */
const fp8 = { quantization_config: { quant_method: "fp8" } };
/** FP8 with one scale per channel. */
const fp8Dynamic = { quantization_config: {
	quant_method: "compressed-tensors",
	config_groups: { group_0: { weights: {
		num_bits: 8,
		type: "float"
	} } },
	ignore: ["lm_head"]
} };
const qwenVocabulary = 151936;
const qwen3At32B = dense(64, 5120, 25600, [
	64,
	8,
	128
], qwenVocabulary, 40960);
const qwen3At235B = sparse(dense(94, 4096, 12288, [
	64,
	4,
	128
], qwenVocabulary, 40960), 128, 8, 1536);
const llama8B = dense(32, 4096, 14336, [
	32,
	8,
	128
], 128256, 131072);
const llama70B = dense(80, 8192, 28672, [
	64,
	8,
	128
], 128256, 131072);
/** Layers alternate between the whole context and a window; only experts are quantized. */
function gptOss(layers, experts) {
	return {
		...sparse(dense(layers, 2880, 2880, [
			64,
			8,
			64
		], 201088, 131072), experts, 4, 2880),
		sliding_window: 128,
		layer_types: Array.from({ length: layers }, (_, at) => at % 2 === 0 ? "sliding_attention" : "full_attention"),
		quantization_config: {
			quant_method: "mxfp4",
			modules_to_not_convert: [
				"model.layers.*.self_attn",
				"model.layers.*.mlp.router",
				"lm_head"
			]
		}
	};
}
/** The DeepSeek-V3 architecture: latent attention, one shared expert. */
function deepseek(config, vocabulary, context) {
	return {
		num_hidden_layers: 61,
		hidden_size: 7168,
		intermediate_size: 18432,
		num_attention_heads: config.heads,
		vocab_size: vocabulary,
		max_position_embeddings: context,
		n_routed_experts: config.experts,
		num_experts_per_tok: 8,
		n_shared_experts: 1,
		moe_intermediate_size: 2048,
		first_k_dense_replace: config.denseLayers,
		kv_lora_rank: 512,
		q_lora_rank: 1536,
		qk_nope_head_dim: 128,
		qk_rope_head_dim: 64,
		v_head_dim: 128
	};
}
const deepseekV3 = {
	...deepseek({
		heads: 128,
		experts: 256,
		denseLayers: 3
	}, 129280, 163840),
	...fp8
};
const kimi = {
	heads: 64,
	experts: 384,
	denseLayers: 1
};
/** 4-bit integers in groups of 32 for the routed experts only. */
const int4Experts = { quantization_config: {
	quant_method: "compressed-tensors",
	config_groups: { group_0: { weights: {
		num_bits: 4,
		type: "int",
		group_size: 32
	} } },
	ignore: [
		"lm_head",
		"re:.*self_attn.*",
		"re:.*shared_experts.*"
	]
} };
const configs = {
	"Qwen/Qwen3-0.6B": {
		...dense(28, 1024, 3072, [
			16,
			8,
			128
		], qwenVocabulary, 40960),
		tie_word_embeddings: true
	},
	"Qwen/Qwen3-8B": dense(36, 4096, 12288, [
		32,
		8,
		128
	], qwenVocabulary, 40960),
	"Qwen/Qwen3-32B": qwen3At32B,
	"Qwen/Qwen3-32B-FP8": {
		...qwen3At32B,
		...fp8
	},
	"Qwen/Qwen3-30B-A3B": sparse(dense(48, 2048, 6144, [
		32,
		4,
		128
	], qwenVocabulary, 40960), 128, 8, 768),
	"Qwen/Qwen3-235B-A22B": qwen3At235B,
	"Qwen/Qwen3-235B-A22B-FP8": {
		...qwen3At235B,
		...fp8
	},
	"meta-llama/Llama-3.1-8B-Instruct": llama8B,
	"meta-llama/Llama-3.3-70B-Instruct": llama70B,
	"RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic": {
		...llama70B,
		...fp8Dynamic
	},
	"deepseek-ai/DeepSeek-R1-Distill-Llama-8B": llama8B,
	"deepseek-ai/DeepSeek-R1-Distill-Llama-70B": llama70B,
	"openai/gpt-oss-20b": gptOss(24, 32),
	"openai/gpt-oss-120b": gptOss(36, 128),
	"deepseek-ai/DeepSeek-V3": deepseekV3,
	"deepseek-ai/DeepSeek-R1": deepseekV3,
	"moonshotai/Kimi-K2-Instruct": {
		...deepseek(kimi, 163840, 131072),
		...fp8
	},
	"moonshotai/Kimi-K2.5": {
		...deepseek(kimi, 163840, 262144),
		...int4Experts
	}
};
/** Models of the table by repository. */
const models = new Map(Object.entries(configs).flatMap(([id, config]) => {
	const { model } = modelFromConfig(config, { id });
	return model === void 0 ? [] : [[id, model]];
}));
/** The model of that repository, whatever its spelling; undefined when the table lacks it. */
function findModel(id) {
	return models.get(id) ?? [...models.values()].find((model) => model.id.toLowerCase() === id.toLowerCase());
}
// ../../work/main/packages/constructs/src/facts/names.ts
/** @module Names that the operator derives, and how long they may be. */
/** RFC 1123 label: lower case, digits and hyphens, at most 63 characters. */
function isDnsLabel(name) {
	return name.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
}
/** RFC 1123 subdomain: labels joined by dots, at most 253 characters. */
function isDnsSubdomain(name) {
	return name.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name);
}
/** Characters that Grove allows for PodCliqueSet name, scaling-group name and clique name together. */
const groveNameLimit = 45;
/** Characters that one component takes of {@link groveNameLimit}. */
function groveCost(component) {
	const name = component.name.toLowerCase();
	const { nodeCount, interPodGms } = component;
	if (nodeCount === void 0 && interPodGms !== true) return name.length;
	const last = (nodeCount ?? 1) - 1;
	const cliques = interPodGms !== true ? [`${name}-ldr`, `${name}-wkr`] : nodeCount === void 0 ? [`${name}-gms-0`, name] : [
		`${name}-ldr`,
		`${name}-wkr-${last}`,
		`${name}-gms-${last}`
	];
	return name.length + Math.max(...cliques.map((clique) => clique.length));
}
/**
* The PodCliqueSet name that the operator gives a graph: the graph's name, or a shortened one
* with four hex digits of its FNV-1a hash when the components leave too little room.
*
* @see deploy/operator/internal/dynamo (Grove resource-name budget)
*/
function podCliqueSetName(graph, components) {
	const budget = Math.max(8, 45 - Math.max(0, ...components.map(groveCost)));
	if (graph.length <= budget) return graph;
	return `${graph.slice(0, budget - 5)}-${shortHash(graph)}`;
}
/** Four hex digits of the FNV-1a hash: tells versions of one thing apart. */
function shortHash(text) {
	let hash = 2166136261;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
	return (hash & 65535).toString(16).padStart(4, "0");
}
/** The Dynamo namespace in which a graph's processes find one another. */
function dynamoNamespace(kubernetesNamespace, graph) {
	return `${kubernetesNamespace}-${graph.replaceAll(".", "-")}`;
}
// ../../work/main/packages/constructs/src/facts/nearest.ts
/** @module The name that somebody probably meant. */
/** The candidate closest to a misspelt word; undefined when none is close enough to suggest. */
function nearest(word, candidates) {
	const wanted = word.toLowerCase();
	let best;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		const away = distance(wanted, candidate.toLowerCase(), least);
		if (away < least) {
			best = candidate;
			least = away;
		}
	}
	return best;
}
/** Edits from a to b; anything from `limit` on counts as `limit`. */
function distance(a, b, limit) {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (const [row, letter] of [...a].entries()) {
		const current = [row + 1];
		for (const [column, other] of [...b].entries()) {
			const left = (current[column] ?? limit) + 1;
			const above = (previous[column + 1] ?? limit) + 1;
			const diagonal = (previous[column] ?? limit) + (letter === other ? 0 : 1);
			current.push(Math.min(left, above, diagonal));
		}
		if (Math.min(...current) >= limit) return limit;
		previous = current;
	}
	return Math.min(previous[b.length] ?? limit, limit);
}
// ../../work/main/packages/constructs/src/facts/node-charts.ts
/** @module Charts of the software that runs on GPU nodes: where they are, and which versions work. */
/** The charts, by what they install. */
const nodeCharts = {
	gpuOperator: {
		chart: "gpu-operator",
		repository: "https://helm.ngc.nvidia.com/nvidia",
		version: "v26.7.0",
		namespace: "gpu-operator"
	},
	/** InfiniBand: driver of the network cards and their device plugin. */
	networkOperator: {
		chart: "network-operator",
		repository: "https://helm.ngc.nvidia.com/nvidia",
		version: "v26.4.0",
		namespace: "network-operator"
	},
	/** Only where the GPU Operator is absent, which brings its own. 4.9 renames metrics and changes units. */
	dcgmExporter: {
		chart: "dcgm-exporter",
		repository: "https://nvidia.github.io/dcgm-exporter/helm-charts",
		version: "4.8.4",
		namespace: "monitoring"
	},
	awsEfaDevicePlugin: {
		chart: "aws-efa-k8s-device-plugin",
		repository: "https://aws.github.io/eks-charts",
		version: "v0.5.30",
		namespace: "kube-system"
	}
};
// ../../work/main/packages/constructs/src/facts/releases.ts
/** @module Dynamo releases: image names, engine versions and what they need. */
/** The release that this library renders by default. */
const dynamoVersion = "1.4.0";
/** Where NVIDIA publishes the images. */
const imageRegistry = "nvcr.io/nvidia/ai-dynamo";
/** Image names by what runs in them. @see docs/fern/reference release artifacts */
const images = {
	vllm: "vllm-runtime",
	sglang: "sglang-runtime",
	trtllm: "tensorrtllm-runtime",
	frontend: "dynamo-frontend",
	planner: "dynamo-planner"
};
/** `nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0`, with `-efa` for the variant built for AWS EFA. */
function dynamoImage(image, options = {}) {
	return `${imageRegistry}/${images[image]}:${options.version ?? "1.4.0"}${options.efa === true ? "-efa" : ""}`;
}
/**
* Where a release asks for a newer Grove than its own chart bundles, the bundled one counts as the
* oldest. For 1.4 the install guide and the release notes differ; the newer of the two stands here,
* because it has the API that the operator reads.
*
* @see docs/fern/pages/reference/general/releases
*/
const releases = [
	{
		release: "0.8",
		date: "2026-01-15",
		vllm: "0.12.0",
		sglang: "0.5.6.post2",
		trtllm: "1.2.0rc6.post1",
		minDriver: "575.51.03",
		graphVersions: ["v1alpha1"],
		grove: { bundled: "v0.1.0-alpha.3" },
		kai: { bundled: "v0.9.4" }
	},
	{
		release: "0.9",
		date: "2026-02-12",
		vllm: "0.14.1",
		sglang: "0.5.8",
		trtllm: "1.3.0rc1",
		minDriver: "575.51.03",
		graphVersions: ["v1alpha1"],
		grove: { bundled: "v0.1.0-alpha.6" },
		kai: { bundled: "v0.9.4" }
	},
	{
		release: "1.0",
		date: "2026-03-13",
		vllm: "0.16.0",
		sglang: "0.5.9",
		trtllm: "1.3.0rc5.post1",
		minDriver: "575.51.03",
		graphVersions: ["v1alpha1"],
		grove: {
			bundled: "v0.1.0-alpha.6",
			minimum: "v0.1.0-alpha.6"
		},
		kai: {
			bundled: "v0.13.0-rc1",
			minimum: "v0.13.0-rc1"
		}
	},
	{
		release: "1.1",
		date: "2026-05-04",
		vllm: "0.19.0",
		sglang: "0.5.10.post1",
		trtllm: "1.3.0rc11",
		minDriver: "575.51.03",
		graphVersions: ["v1alpha1"],
		grove: {
			bundled: "v0.1.0-alpha.7",
			minimum: "v0.1.0-alpha.7"
		},
		kai: {
			bundled: "v0.13.4",
			minimum: "v0.13.4"
		}
	},
	{
		release: "1.2",
		date: "2026-06-02",
		vllm: "0.20.1",
		sglang: "0.5.11",
		trtllm: "1.3.0rc14",
		minDriver: "575.51.03",
		graphVersions: ["v1alpha1", "v1beta1"],
		grove: { bundled: "v0.1.0-alpha.8" },
		kai: {
			bundled: "v0.13.4",
			minimum: "v0.13.4"
		}
	},
	{
		release: "1.3",
		date: "2026-07-20",
		vllm: "0.23.0",
		sglang: "0.5.14",
		trtllm: "1.3.0rc19",
		minDriver: "580.00.03",
		graphVersions: ["v1alpha1", "v1beta1"],
		grove: {
			bundled: "v0.1.0-alpha.8",
			minimum: "v0.1.0-alpha.8",
			below: "v0.1.0-alpha.9"
		},
		kai: {
			bundled: "v0.13.4",
			minimum: "v0.13.4"
		}
	},
	{
		release: "1.4",
		date: "2026-08-14",
		vllm: "0.26.0",
		sglang: "0.5.16",
		trtllm: "1.3.0rc22",
		minDriver: "580.00.03",
		graphVersions: ["v1alpha1", "v1beta1"],
		grove: {
			bundled: "v0.1.0-alpha.12-rc1",
			minimum: "v0.1.0-alpha.11"
		},
		kai: {
			bundled: "v0.13.4",
			minimum: "v0.13.4"
		}
	}
];
/** The facts of the release that a version belongs to; undefined for one that is not in the table. */
function releaseFacts(version) {
	return releases.find(({ release }) => release === `${version.major}.${version.minor}`);
}
// ../../work/main/packages/constructs/src/facts/orchestrator-charts.ts
/** @module Charts of the software that starts and places pods together: where they are, and which versions work. */
/** What the newest release bundles. */
function bundled(name) {
	const release = dynamoVersion.split(".").slice(0, 2).join(".");
	return releases.find((row) => row.release === release)?.[name].bundled ?? "";
}
/**
* The charts, for the Dynamo release that is rendered by default.
*
* @see docs/fern/kubernetes (multi-node), which installs LeaderWorkerSet 0.8.0
*/
const orchestratorCharts = {
	grove: {
		chart: "oci://ghcr.io/ai-dynamo/grove/grove-charts",
		version: bundled("grove"),
		namespace: "grove-system"
	},
	kai: {
		chart: "oci://ghcr.io/kai-scheduler/kai-scheduler/kai-scheduler",
		version: bundled("kai"),
		namespace: "kai-scheduler"
	},
	lws: {
		chart: "oci://registry.k8s.io/lws/charts/lws",
		version: "0.8.0",
		namespace: "lws-system"
	},
	volcano: {
		chart: "volcano",
		repository: "https://volcano-sh.github.io/helm-charts",
		version: "1.15.1",
		namespace: "volcano-system"
	}
};
/** Oldest LeaderWorkerSet that starts the pods of a replica together. */
const lwsMinimum = "0.7.0";
/** Oldest Volcano that Grove hands gangs to. */
const volcanoForGrove = "1.14.0";
// ../../work/main/packages/constructs/src/facts/prices/aws.ts
/** Linux list prices per machine and hour. @see aws/karpenter-provider-aws zz_generated.pricing_aws.go, 2026-07-20 */
const awsPrices = {
	cloud: "aws",
	asOf: "2026-07-20",
	region: "us-east-1",
	currency: "USD",
	source: "aws/karpenter-provider-aws zz_generated.pricing_aws.go",
	machines: {
		"g4dn.xlarge": { onDemand: .526 },
		"g4dn.2xlarge": { onDemand: .752 },
		"g4dn.4xlarge": { onDemand: 1.204 },
		"g4dn.8xlarge": { onDemand: 2.176 },
		"g4dn.12xlarge": { onDemand: 3.912 },
		"g4dn.16xlarge": { onDemand: 4.352 },
		"g4dn.metal": { onDemand: 7.824 },
		"g5.xlarge": { onDemand: 1.006 },
		"g5.2xlarge": { onDemand: 1.212 },
		"g5.4xlarge": { onDemand: 1.624 },
		"g5.8xlarge": { onDemand: 2.448 },
		"g5.12xlarge": { onDemand: 5.672 },
		"g5.16xlarge": { onDemand: 4.096 },
		"g5.24xlarge": { onDemand: 8.144 },
		"g5.48xlarge": { onDemand: 16.288 },
		"g5g.xlarge": { onDemand: .42 },
		"g5g.2xlarge": { onDemand: .556 },
		"g5g.4xlarge": { onDemand: .828 },
		"g5g.8xlarge": { onDemand: 1.372 },
		"g5g.16xlarge": { onDemand: 2.744 },
		"g5g.metal": { onDemand: 2.744 },
		"g6.xlarge": { onDemand: .8048 },
		"g6.2xlarge": { onDemand: .9776 },
		"g6.4xlarge": { onDemand: 1.3232 },
		"g6.8xlarge": { onDemand: 2.0144 },
		"g6.12xlarge": { onDemand: 4.6016 },
		"g6.16xlarge": { onDemand: 3.3968 },
		"g6.24xlarge": { onDemand: 6.6752 },
		"g6.48xlarge": { onDemand: 13.3504 },
		"gr6.4xlarge": { onDemand: 1.5392 },
		"gr6.8xlarge": { onDemand: 2.4464 },
		"g6f.large": { onDemand: .202 },
		"g6f.xlarge": { onDemand: .2375 },
		"g6f.2xlarge": { onDemand: .475 },
		"g6f.4xlarge": { onDemand: .95 },
		"gr6f.4xlarge": { onDemand: 1.066 },
		"g6e.xlarge": { onDemand: 1.861 },
		"g6e.2xlarge": { onDemand: 2.24208 },
		"g6e.4xlarge": { onDemand: 3.00424 },
		"g6e.8xlarge": { onDemand: 4.52856 },
		"g6e.12xlarge": { onDemand: 10.49264 },
		"g6e.16xlarge": { onDemand: 7.57719 },
		"g6e.24xlarge": { onDemand: 15.06559 },
		"g6e.48xlarge": { onDemand: 30.13118 },
		"g7.2xlarge": { onDemand: 2.52 },
		"g7.4xlarge": { onDemand: 3.04208 },
		"g7.8xlarge": { onDemand: 4.08624 },
		"g7.12xlarge": { onDemand: 7.12832 },
		"g7.24xlarge": { onDemand: 14.25664 },
		"g7.48xlarge": { onDemand: 28.51328 },
		"g7e.2xlarge": { onDemand: 3.36312 },
		"g7e.4xlarge": { onDemand: 3.99816 },
		"g7e.8xlarge": { onDemand: 5.26824 },
		"g7e.12xlarge": { onDemand: 8.28608 },
		"g7e.24xlarge": { onDemand: 16.57216 },
		"g7e.48xlarge": { onDemand: 33.14432 },
		"p3dn.24xlarge": { onDemand: 31.212 },
		"p4d.24xlarge": { onDemand: 21.957642 },
		"p4de.24xlarge": { onDemand: 27.44705 },
		"p5.4xlarge": { onDemand: 6.88 },
		"p5.48xlarge": { onDemand: 55.04 },
		"p5e.48xlarge": {},
		"p5en.48xlarge": { onDemand: 63.296 },
		"p6-b200.48xlarge": { onDemand: 113.9328 },
		"p6-b300.48xlarge": { onDemand: 142.416 },
		"p6e-gb200.36xlarge": {}
	}
};
// ../../work/main/packages/constructs/src/facts/prices/azure.ts
/** Linux list prices per machine and hour. @see Azure/karpenter-provider-azure zz_generated.pricing.go, 2026-06-18 */
const azurePrices = {
	cloud: "azure",
	asOf: "2026-06-18",
	region: "eastus",
	currency: "USD",
	source: "Azure/karpenter-provider-azure zz_generated.pricing.go",
	machines: {
		Standard_NC4as_T4_v3: { onDemand: .526 },
		Standard_NC8as_T4_v3: { onDemand: .752 },
		Standard_NC16as_T4_v3: { onDemand: 1.204 },
		Standard_NC64as_T4_v3: { onDemand: 4.352 },
		Standard_NV6ads_A10_v5: { onDemand: .454 },
		Standard_NV12ads_A10_v5: { onDemand: .908 },
		Standard_NV18ads_A10_v5: { onDemand: 1.6 },
		Standard_NV36ads_A10_v5: { onDemand: 3.2 },
		Standard_NV36adms_A10_v5: { onDemand: 4.52 },
		Standard_NV72ads_A10_v5: { onDemand: 6.52 },
		Standard_NC24ads_A100_v4: { onDemand: 3.673 },
		Standard_NC48ads_A100_v4: { onDemand: 7.346 },
		Standard_NC96ads_A100_v4: { onDemand: 14.692 },
		Standard_ND96asr_v4: { onDemand: 27.197 },
		Standard_ND96amsr_A100_v4: { onDemand: 32.77 },
		Standard_ND96ams_A100_v4: { onDemand: 32.77 },
		Standard_NC40ads_H100_v5: { onDemand: 6.98 },
		Standard_NC80adis_H100_v5: { onDemand: 13.96 },
		Standard_NCC40ads_H100_v5: {
			onDemand: 8.82,
			region: "eastus2"
		},
		Standard_ND96isr_H100_v5: { onDemand: 98.32 },
		Standard_ND96is_H100_v5: { onDemand: 88.488 },
		Standard_ND96isr_H200_v5: {
			onDemand: 84.8,
			region: "eastus2"
		},
		Standard_ND128isr_NDR_GB200_v6: { onDemand: 108.16 },
		Standard_ND128isr_GB300_v6: {},
		Standard_NC24lds_xl_RTXPRO6000BSE_v6: { onDemand: 1.13 },
		Standard_NC36ds_xl_RTXPRO6000BSE_v6: { onDemand: 1.442 },
		Standard_NC36lds_xl_RTXPRO6000BSE_v6: { onDemand: 1.243 },
		Standard_NC72ds_xl_RTXPRO6000BSE_v6: { onDemand: 2.83 },
		Standard_NC72lds_xl_RTXPRO6000BSE_v6: { onDemand: 2.44 },
		Standard_NC144ds_xl_RTXPRO6000BSE_v6: { onDemand: 5.5 },
		Standard_NC144lds_xl_RTXPRO6000BSE_v6: { onDemand: 5.5 },
		Standard_NC288ds_xl_RTXPRO6000BSE_v6: { onDemand: 11 },
		Standard_NC288lds_xl_RTXPRO6000BSE_v6: { onDemand: 11 }
	}
};
// ../../work/main/packages/constructs/src/facts/prices/gcp.ts
/** Linux list prices per machine and hour. @see cloudpilot-ai/karpenter-provider-gcp price data, 2026-08-03 */
const gcpPrices = {
	cloud: "gcp",
	asOf: "2026-08-03",
	region: "us-central1",
	currency: "USD",
	source: "cloudpilot-ai/karpenter-provider-gcp price data",
	machines: {
		"g2-standard-4": {
			onDemand: .7068,
			spot: .397
		},
		"g2-standard-8": {
			onDemand: .8536,
			spot: .48
		},
		"g2-standard-12": {
			onDemand: 1.0004,
			spot: .562
		},
		"g2-standard-16": {
			onDemand: 1.1472,
			spot: .645
		},
		"g2-standard-24": {
			onDemand: 2.0008,
			spot: 1.125
		},
		"g2-standard-32": {
			onDemand: 1.7344,
			spot: .975
		},
		"g2-standard-48": {
			onDemand: 4.0017,
			spot: 2.25
		},
		"g2-standard-96": {
			onDemand: 8.0033,
			spot: 4.499
		},
		"g4-standard-6": { onDemand: .5596 },
		"g4-standard-12": { onDemand: 1.125 },
		"g4-standard-24": { onDemand: 2.25 },
		"g4-standard-48": {
			onDemand: 4.4999,
			spot: 1.8
		},
		"g4-standard-96": { onDemand: 8.9999 },
		"g4-standard-192": { onDemand: 17.9997 },
		"g4-standard-384": {
			onDemand: 35.9994,
			spot: 14.399
		},
		"a2-highgpu-1g": {
			onDemand: 3.673,
			spot: 1.928
		},
		"a2-highgpu-2g": { onDemand: 7.347 },
		"a2-highgpu-4g": { onDemand: 14.694 },
		"a2-highgpu-8g": {
			onDemand: 29.387,
			spot: 15.424
		},
		"a2-megagpu-16g": {
			onDemand: 55.74,
			spot: 29.256
		},
		"a2-ultragpu-1g": {
			onDemand: 5.069,
			spot: 2.76
		},
		"a2-ultragpu-2g": { onDemand: 10.138 },
		"a2-ultragpu-4g": { onDemand: 20.275 },
		"a2-ultragpu-8g": {
			onDemand: 40.55,
			spot: 22.076
		},
		"a3-highgpu-1g": {
			onDemand: 11.061,
			spot: 6.326
		},
		"a3-highgpu-2g": { onDemand: 22.122 },
		"a3-highgpu-4g": { onDemand: 44.245 },
		"a3-highgpu-8g": {
			onDemand: 88.49,
			spot: 50.61
		},
		"a3-edgegpu-8g": {},
		"a3-megagpu-8g": {
			onDemand: 92.938,
			spot: 23.275,
			region: "us-east4"
		},
		"a3-ultragpu-8g": {},
		"a4-highgpu-8g": {},
		"a4x-highgpu-4g": {},
		"a4x-maxgpu-4g-metal": {}
	}
};
// ../../work/main/packages/constructs/src/facts/prices/index.ts
/** The price table of every cloud. */
const priceTables = [
	awsPrices,
	azurePrices,
	gcpPrices
];
/**
* The price of a machine for an hour, by the way it is paid for. A reservation costs what the machine
* costs on demand; capacity blocks and queued capacity have no list price, and a spot price is never
* taken from the on-demand one.
*/
function machinePrice(machine, capacity, overrides = {}) {
	const given = overrides.machines?.[machine.type];
	const own = typeof given === "number" ? given : given?.[capacity];
	if (own !== void 0) return {
		usdPerHour: own,
		region: void 0,
		asOf: overrides.asOf
	};
	const table = priceTables.find(({ cloud }) => cloud === machine.cloud);
	const row = table?.machines[machine.type];
	return {
		usdPerHour: row === void 0 ? void 0 : listPrice(row, capacity),
		region: row?.region ?? table?.region,
		asOf: table?.asOf
	};
}
function listPrice(row, capacity) {
	switch (capacity) {
		case "on-demand":
		case "reserved": return row.onDemand;
		case "spot": return row.spot;
		case "capacity-block":
		case "queued": return;
	}
}
/** Storage that is part of a machine and costs nothing beside it. */
const includedStorage = ["nvme"];
/**
* USD per GiB and month; undefined when nobody knows it. No list prices of storage are verified, so
* all but the machine's own disks come from the overrides.
*/
function storagePrice(kind, overrides = {}) {
	return overrides.storage?.[kind] ?? (includedStorage.includes(kind) ? 0 : void 0);
}
// ../../work/main/packages/constructs/src/facts/quantity.ts
const suffixes = /* @__PURE__ */ new Map([
	["n", [1n, 1000000000n]],
	["u", [1n, 1000000n]],
	["m", [1n, 1000n]],
	["", [1n, 1n]],
	["k", [10n ** 3n, 1n]],
	["M", [10n ** 6n, 1n]],
	["G", [10n ** 9n, 1n]],
	["T", [10n ** 12n, 1n]],
	["P", [10n ** 15n, 1n]],
	["E", [10n ** 18n, 1n]],
	["Ki", [2n ** 10n, 1n]],
	["Mi", [2n ** 20n, 1n]],
	["Gi", [2n ** 30n, 1n]],
	["Ti", [2n ** 40n, 1n]],
	["Pi", [2n ** 50n, 1n]],
	["Ei", [2n ** 60n, 1n]]
]);
const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;
/** Billionths, the finest unit that Kubernetes keeps (apimachinery rounds up beyond it). */
const scale = 1000000000n;
/**
* The quantity in billionths, exactly; undefined when the text is not a quantity.
*
* @see apimachinery `pkg/api/resource/quantity.go` for the grammar
*/
function parseQuantity(quantity) {
	const match = grammar.exec(String(quantity).trim());
	const [, sign, whole = "", fraction = "", exponent, suffix = ""] = match ?? [];
	if (match === null || whole + fraction === "") return void 0;
	const [times, over] = exponent === void 0 ? suffixes.get(suffix) ?? [1n, 1n] : power(Number(exponent));
	const numerator = BigInt(whole + fraction) * times * scale;
	const denominator = 10n ** BigInt(fraction.length) * over;
	const value = numerator / denominator + (numerator % denominator === 0n ? 0n : 1n);
	return sign === "-" ? -value : value;
}
/** The quantity as a number in base units (cores, bytes, devices); NaN when it is not a quantity. */
function quantityValue(quantity) {
	const value = parseQuantity(quantity);
	return value === void 0 ? NaN : Number(value) / Number(scale);
}
const binary = [
	["Ti", 2n ** 40n],
	["Gi", 2n ** 30n],
	["Mi", 2n ** 20n]
];
/** Billionths as a quantity that people read: whole numbers, `Mi` and up where they fit, else `m` or finer. */
function formatQuantity(billionths) {
	for (const [suffix, unit] of binary) if (billionths !== 0n && billionths % (unit * scale) === 0n) return `${billionths / (unit * scale)}${suffix}`;
	if (billionths % scale === 0n) return `${billionths / scale}`;
	return billionths % 1000000n === 0n ? `${billionths / 1000000n}m` : `${billionths}n`;
}
/** True when both texts are the same amount: `"1"` and `1000m`, `1Gi` and `1024Mi`. */
function sameQuantity(a, b) {
	const value = parseQuantity(a);
	return value !== void 0 && value === parseQuantity(b);
}
function power(exponent) {
	return exponent >= 0 ? [10n ** BigInt(exponent), 1n] : [1n, 10n ** BigInt(-exponent)];
}
// ../../work/main/packages/constructs/src/facts/show.ts
/** @module A value as messages print it. */
const longest = 80;
/** The value as JSON, so that a stray space or a quoted number can be seen; at most 80 characters. */
function show(value) {
	if (value === void 0) return "nothing";
	if (typeof value === "number" && !Number.isFinite(value)) return String(value);
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "object" && value !== null) return "an object";
	const text = typeof value === "bigint" ? String(value) : JSON.stringify(value) ?? typeof value;
	return text.length <= longest ? text : `${text.slice(0, 79)}…`;
}
// ../../work/main/packages/constructs/src/facts/storage/products.ts
/** @module The table of storage products. */
/** MiB/s as MB/s. */
const mebi = 1.048576;
const tib = 1024;
/** A product with one tier of any size. */
function tier(name, throughput, options = {}) {
	return {
		name,
		throughput,
		sizes: options.sizes ?? [],
		zonal: options.zonal ?? false
	};
}
function lustre(cloud) {
	const [first, ...rest] = lustreTiers.filter((each) => each.cloud === cloud).map(lustreTier);
	if (first === void 0) throw new Error(`no Lustre tier of ${cloud}`);
	return [first, ...rest];
}
function lustreTier({ tier: name, mbpsPerTiB, minGiB, stepGiB, maxGiB }) {
	const throughput = (sizeGiB) => ({ totalMBps: sizeGiB / tib * mbpsPerTiB });
	return tier(name, throughput, {
		sizes: [...minGiB < stepGiB ? [{
			minGiB,
			maxGiB: minGiB,
			stepGiB: minGiB
		}] : [], {
			minGiB: stepGiB,
			maxGiB,
			stepGiB
		}],
		zonal: true
	});
}
/** Buckets: as fast as the network of the machine that reads (unverified; quotas of the account apply). */
const bucket = (name) => tier(name, () => ({ totalMBps: Number.POSITIVE_INFINITY }));
/** Reads of Filestore, MiB/s per TiB of zonal instances. */
const filestoreRead = 260 * mebi;
const filestoreZonal = (sizeGiB) => ({ totalMBps: sizeGiB / tib * filestoreRead });
/** Provisioned v1: 100 MiB/s and a tenth of a MiB/s per GiB, in two parts that are rounded up each. */
function azureFiles(sizeGiB) {
	const mib = 100 + Math.ceil(.04 * sizeGiB) + Math.ceil(.06 * sizeGiB);
	return { totalMBps: Math.min(mib, 10340) * mebi };
}
const filesSizes = [{
	minGiB: 100,
	maxGiB: 100 * tib,
	stepGiB: 1
}];
/** Every product, by its name. */
const storageProducts = {
	efs: {
		name: "efs",
		title: "Amazon EFS",
		cloud: "aws",
		driver: "efs.csi.aws.com",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: false,
		tiers: [
			tier("elastic", () => ({
				totalMBps: 20480 * mebi,
				perMachineMBps: 1500 * mebi
			})),
			tier("bursting", () => void 0),
			tier("provisioned", () => void 0)
		],
		source: "https://docs.aws.amazon.com/efs/latest/ug/performance.html"
	},
	"fsx-lustre": {
		name: "fsx-lustre",
		title: "FSx for Lustre",
		cloud: "aws",
		driver: "fsx.csi.aws.com",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: true,
		tierParameter: "perUnitStorageThroughput",
		tiers: lustre("aws"),
		source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/performance.html"
	},
	s3: {
		name: "s3",
		title: "Amazon S3",
		cloud: "aws",
		driver: "s3.csi.aws.com",
		accessModes: ["ReadOnlyMany", "ReadWriteMany"],
		posix: false,
		sized: false,
		tiers: [bucket("standard")],
		source: "awslabs/mountpoint-s3-csi-driver docs/CONFIGURATION.md"
	},
	"azure-managed-lustre": {
		name: "azure-managed-lustre",
		title: "Azure Managed Lustre",
		cloud: "azure",
		driver: "azurelustre.csi.azure.com",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: true,
		tierParameter: "sku-name",
		tiers: lustre("azure"),
		source: "kubernetes-sigs/azurelustre-csi-driver docs/driver-parameters.md"
	},
	"azure-files": {
		name: "azure-files",
		title: "Azure Files premium (NFS)",
		cloud: "azure",
		driver: "file.csi.azure.com",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: true,
		tierParameter: "skuName",
		tiers: [tier("Premium_LRS", azureFiles, { sizes: filesSizes }), tier("Premium_ZRS", azureFiles, { sizes: filesSizes })],
		source: "https://learn.microsoft.com/azure/storage/files/understanding-billing"
	},
	"azure-blob": {
		name: "azure-blob",
		title: "Azure Blob Storage",
		cloud: "azure",
		driver: "blob.csi.azure.com",
		accessModes: ["ReadOnlyMany", "ReadWriteMany"],
		posix: false,
		sized: false,
		tiers: [bucket("blob")],
		source: "kubernetes-sigs/blob-csi-driver docs/driver-parameters.md"
	},
	"gcp-managed-lustre": {
		name: "gcp-managed-lustre",
		title: "Google Cloud Managed Lustre",
		cloud: "gcp",
		driver: "lustre.csi.storage.gke.io",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: true,
		tierParameter: "perUnitStorageThroughput",
		tiers: lustre("gcp"),
		source: "https://cloud.google.com/managed-lustre/docs/create-instance"
	},
	filestore: {
		name: "filestore",
		title: "Filestore",
		cloud: "gcp",
		driver: "filestore.csi.storage.gke.io",
		accessModes: [
			"ReadWriteMany",
			"ReadOnlyMany",
			"ReadWriteOnce"
		],
		posix: true,
		sized: true,
		tierParameter: "tier",
		tiers: [
			tier("zonal", filestoreZonal, {
				zonal: true,
				sizes: [{
					minGiB: tib,
					maxGiB: 9.75 * tib,
					stepGiB: 256
				}, {
					minGiB: 10 * tib,
					maxGiB: 100 * tib,
					stepGiB: 2.5 * tib
				}]
			}),
			tier("regional", () => void 0, { sizes: [{
				minGiB: 100,
				maxGiB: 10239,
				stepGiB: 1
			}, {
				minGiB: 10 * tib,
				maxGiB: 100 * tib,
				stepGiB: 2.5 * tib
			}] }),
			tier("enterprise", () => void 0, { sizes: [{
				minGiB: tib,
				maxGiB: 10 * tib,
				stepGiB: 256
			}] }),
			tier("premium", () => void 0, {
				zonal: true,
				sizes: [{
					minGiB: 2.5 * tib,
					maxGiB: 63.9 * tib,
					stepGiB: 1
				}]
			})
		],
		source: "https://docs.cloud.google.com/filestore/docs/service-tiers-zonal"
	},
	gcs: {
		name: "gcs",
		title: "Cloud Storage",
		cloud: "gcp",
		driver: "gcsfuse.csi.storage.gke.io",
		accessModes: ["ReadOnlyMany", "ReadWriteMany"],
		posix: false,
		sized: false,
		tiers: [bucket("standard")],
		source: "https://cloud.google.com/kubernetes-engine/docs (Cloud Storage FUSE CSI driver)"
	},
	"hyperdisk-ml": {
		name: "hyperdisk-ml",
		title: "Hyperdisk ML",
		cloud: "gcp",
		driver: "pd.csi.storage.gke.io",
		accessModes: ["ReadOnlyMany", "ReadWriteOnce"],
		posix: true,
		sized: true,
		tiers: [tier("hyperdisk-ml", () => void 0, {
			zonal: true,
			sizes: [{
				minGiB: 4,
				maxGiB: 64 * tib,
				stepGiB: 1
			}]
		})],
		source: "https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-ml"
	},
	nvme: {
		name: "nvme",
		title: "disks of the machine",
		cloud: void 0,
		driver: void 0,
		accessModes: ["ReadWriteOnce"],
		posix: true,
		sized: true,
		tiers: [tier("nvme", () => void 0, { zonal: false })],
		source: "the machine catalogue"
	}
};
/** Throughput that a Hyperdisk ML volume can be given, MiB/s. @see the product's source */
const hyperdiskMlThroughput = {
	minMiBps: 400,
	maxMiBps: 12e5
};
/** The product of a CSI driver; undefined for drivers that hold no weights as far as we know. */
function productOfDriver(driver) {
	return Object.values(storageProducts).find((product) => product.driver === driver);
}
/** A tier of a product by its name; the product's first when none is named, undefined when there is no such. */
function storageTier(product, name) {
	return name === void 0 ? product.tiers[0] : product.tiers.find((each) => each.name.toLowerCase() === name.toLowerCase());
}
// ../../work/main/packages/constructs/src/facts/storage/sizes.ts
/** True when a volume of that size can be had. */
function offersSize(ranges, sizeGiB) {
	return ranges.length === 0 || ranges.some((range) => within(range, sizeGiB));
}
function within({ minGiB, maxGiB, stepGiB }, sizeGiB) {
	return sizeGiB >= minGiB && sizeGiB <= (maxGiB ?? Number.POSITIVE_INFINITY) && (sizeGiB - minGiB) % stepGiB === 0;
}
/** The smallest size that can be had and holds that much; undefined when none is large enough. */
function nextSize(ranges, sizeGiB) {
	if (ranges.length === 0) return sizeGiB;
	const sizes = ranges.flatMap(({ minGiB, maxGiB, stepGiB }) => {
		const size = minGiB + Math.max(0, Math.ceil((sizeGiB - minGiB) / stepGiB)) * stepGiB;
		return size <= (maxGiB ?? Number.POSITIVE_INFINITY) ? [size] : [];
	});
	return sizes.length === 0 ? void 0 : Math.min(...sizes);
}
// ../../work/main/packages/constructs/src/facts/token.ts
/** @module Output tokens: text that stands for a value which only a Pulumi program learns. Made and resolved in packages/clouds. */
/**
* Lower-case letters and digits only, with an end of its own: a token survives DNS label rules,
* lower-casing, JSON inside a string and shell quoting, and a digit behind it changes nothing.
*/
const pattern = /dynamotoken(\d+)end/g;
const start = "dynamotoken";
/** The token of a number. */
function tokenText(index) {
	return `${start}${index}end`;
}
/** True when a text holds a token, or what is left of one that was cut. Such a text cannot be checked before it is resolved. */
function holdsToken(text) {
	return text.includes(start);
}
/**
* Text and tokens of a string, in order; numbers are tokens.
*
* @returns undefined when a token was cut or changed
*/
function splitTokens(text) {
	const parts = [];
	let from = 0;
	for (const match of text.matchAll(pattern)) {
		if (match.index > from) parts.push(text.slice(from, match.index));
		parts.push(Number(match[1]));
		from = match.index + match[0].length;
	}
	if (from < text.length) parts.push(text.slice(from));
	return parts.some((part) => typeof part === "string" && holdsToken(part)) ? void 0 : parts;
}
// ../../work/main/packages/constructs/src/facts/topology.ts
/**
* The labels.
*
* The AWS layers are set for instance types with a placement in UltraClusters (unverified on every
* EKS node type); the Google ones for GPU machines with compact placement or a dense reservation;
* `nvidia.com/gpu.clique` by GPU feature discovery on machines of an NVLink domain.
*/
const topologyLabels = [
	{
		key: "topology.kubernetes.io/region",
		breadth: 0
	},
	{
		key: "topology.kubernetes.io/zone",
		breadth: 1
	},
	{
		key: "topology.k8s.aws/network-node-layer-1",
		breadth: 2,
		cloud: "aws",
		machines: "rdma"
	},
	{
		key: "topology.k8s.aws/network-node-layer-2",
		breadth: 3,
		cloud: "aws",
		machines: "rdma"
	},
	{
		key: "topology.k8s.aws/network-node-layer-3",
		breadth: 4,
		cloud: "aws",
		machines: "rdma"
	},
	{
		key: "cloud.google.com/gce-topology-block",
		breadth: 2,
		cloud: "gcp",
		machines: "rdma"
	},
	{
		key: "cloud.google.com/gce-topology-subblock",
		breadth: 3,
		cloud: "gcp",
		machines: "rdma"
	},
	{
		key: "nvidia.com/gpu.clique",
		breadth: 5,
		machines: "nvlink-domain"
	},
	{
		key: "cloud.google.com/gce-topology-host",
		breadth: 6,
		cloud: "gcp",
		machines: "rdma"
	},
	{
		key: "kubernetes.io/hostname",
		breadth: 7
	}
];
const zone = {
	domain: "zone",
	key: "topology.kubernetes.io/zone"
};
const host = {
	domain: "host",
	key: "kubernetes.io/hostname"
};
/** Levels for the usual clusters, broad to narrow. */
const topologyLevels = {
	/** Any cluster: zone and host. */
	any: [zone, host],
	/** Instances of an AWS UltraCluster: zone, block, rack, host. */
	aws: [
		zone,
		{
			domain: "block",
			key: "topology.k8s.aws/network-node-layer-2"
		},
		{
			domain: "rack",
			key: "topology.k8s.aws/network-node-layer-3"
		},
		host
	],
	/** Google GPU machines with compact placement: zone, block, rack (Google's sub-block), host. */
	gcp: [
		zone,
		{
			domain: "block",
			key: "cloud.google.com/gce-topology-block"
		},
		{
			domain: "rack",
			key: "cloud.google.com/gce-topology-subblock"
		},
		host
	],
	/** Machines of an NVLink domain such as GB200 NVL72: zone, rack, host. */
	nvlink: [
		zone,
		{
			domain: "rack",
			key: "nvidia.com/gpu.clique"
		},
		host
	]
};
Object.defineProperty(exports, "FindingsError", {
	enumerable: true,
	get: function() {
		return FindingsError;
	}
});
Object.defineProperty(exports, "annotations", {
	enumerable: true,
	get: function() {
		return annotations;
	}
});
Object.defineProperty(exports, "applyWaivers", {
	enumerable: true,
	get: function() {
		return applyWaivers;
	}
});
Object.defineProperty(exports, "aws", {
	enumerable: true,
	get: function() {
		return aws;
	}
});
Object.defineProperty(exports, "awsPrices", {
	enumerable: true,
	get: function() {
		return awsPrices;
	}
});
Object.defineProperty(exports, "azure", {
	enumerable: true,
	get: function() {
		return azure;
	}
});
Object.defineProperty(exports, "azurePrices", {
	enumerable: true,
	get: function() {
		return azurePrices;
	}
});
Object.defineProperty(exports, "blocking", {
	enumerable: true,
	get: function() {
		return blocking;
	}
});
Object.defineProperty(exports, "carriers", {
	enumerable: true,
	get: function() {
		return carriers;
	}
});
Object.defineProperty(exports, "codes", {
	enumerable: true,
	get: function() {
		return codes;
	}
});
Object.defineProperty(exports, "compareVersions", {
	enumerable: true,
	get: function() {
		return compareVersions;
	}
});
Object.defineProperty(exports, "dynamoImage", {
	enumerable: true,
	get: function() {
		return dynamoImage;
	}
});
Object.defineProperty(exports, "dynamoNamespace", {
	enumerable: true,
	get: function() {
		return dynamoNamespace;
	}
});
Object.defineProperty(exports, "dynamoVersion", {
	enumerable: true,
	get: function() {
		return dynamoVersion;
	}
});
Object.defineProperty(exports, "exceptionAnnotation", {
	enumerable: true,
	get: function() {
		return exceptionAnnotation;
	}
});
Object.defineProperty(exports, "findMachine", {
	enumerable: true,
	get: function() {
		return findMachine;
	}
});
Object.defineProperty(exports, "findModel", {
	enumerable: true,
	get: function() {
		return findModel;
	}
});
Object.defineProperty(exports, "finding", {
	enumerable: true,
	get: function() {
		return finding;
	}
});
Object.defineProperty(exports, "formatFinding", {
	enumerable: true,
	get: function() {
		return formatFinding;
	}
});
Object.defineProperty(exports, "formatPath", {
	enumerable: true,
	get: function() {
		return formatPath;
	}
});
Object.defineProperty(exports, "formatQuantity", {
	enumerable: true,
	get: function() {
		return formatQuantity;
	}
});
Object.defineProperty(exports, "gcp", {
	enumerable: true,
	get: function() {
		return gcp;
	}
});
Object.defineProperty(exports, "gcpPrices", {
	enumerable: true,
	get: function() {
		return gcpPrices;
	}
});
Object.defineProperty(exports, "gkeAccelerator", {
	enumerable: true,
	get: function() {
		return gkeAccelerator;
	}
});
Object.defineProperty(exports, "gkeTaints", {
	enumerable: true,
	get: function() {
		return gkeTaints;
	}
});
Object.defineProperty(exports, "gpus", {
	enumerable: true,
	get: function() {
		return gpus;
	}
});
Object.defineProperty(exports, "groveCost", {
	enumerable: true,
	get: function() {
		return groveCost;
	}
});
Object.defineProperty(exports, "groveNameLimit", {
	enumerable: true,
	get: function() {
		return groveNameLimit;
	}
});
Object.defineProperty(exports, "holdsToken", {
	enumerable: true,
	get: function() {
		return holdsToken;
	}
});
Object.defineProperty(exports, "hyperdiskMlThroughput", {
	enumerable: true,
	get: function() {
		return hyperdiskMlThroughput;
	}
});
Object.defineProperty(exports, "imageRegistry", {
	enumerable: true,
	get: function() {
		return imageRegistry;
	}
});
Object.defineProperty(exports, "images", {
	enumerable: true,
	get: function() {
		return images;
	}
});
Object.defineProperty(exports, "isClusterScoped", {
	enumerable: true,
	get: function() {
		return isClusterScoped;
	}
});
Object.defineProperty(exports, "isDnsLabel", {
	enumerable: true,
	get: function() {
		return isDnsLabel;
	}
});
Object.defineProperty(exports, "isDnsSubdomain", {
	enumerable: true,
	get: function() {
		return isDnsSubdomain;
	}
});
Object.defineProperty(exports, "labels", {
	enumerable: true,
	get: function() {
		return labels;
	}
});
Object.defineProperty(exports, "lustreGiB", {
	enumerable: true,
	get: function() {
		return lustreGiB;
	}
});
Object.defineProperty(exports, "lustreTiers", {
	enumerable: true,
	get: function() {
		return lustreTiers;
	}
});
Object.defineProperty(exports, "lwsMinimum", {
	enumerable: true,
	get: function() {
		return lwsMinimum;
	}
});
Object.defineProperty(exports, "machine", {
	enumerable: true,
	get: function() {
		return machine;
	}
});
Object.defineProperty(exports, "machinePrice", {
	enumerable: true,
	get: function() {
		return machinePrice;
	}
});
Object.defineProperty(exports, "machines", {
	enumerable: true,
	get: function() {
		return machines;
	}
});
Object.defineProperty(exports, "modelFromConfig", {
	enumerable: true,
	get: function() {
		return modelFromConfig;
	}
});
Object.defineProperty(exports, "models", {
	enumerable: true,
	get: function() {
		return models;
	}
});
Object.defineProperty(exports, "nearest", {
	enumerable: true,
	get: function() {
		return nearest;
	}
});
Object.defineProperty(exports, "nextSize", {
	enumerable: true,
	get: function() {
		return nextSize;
	}
});
Object.defineProperty(exports, "nodeCharts", {
	enumerable: true,
	get: function() {
		return nodeCharts;
	}
});
Object.defineProperty(exports, "nodeLabels", {
	enumerable: true,
	get: function() {
		return nodeLabels;
	}
});
Object.defineProperty(exports, "offersSize", {
	enumerable: true,
	get: function() {
		return offersSize;
	}
});
Object.defineProperty(exports, "orchestratorCharts", {
	enumerable: true,
	get: function() {
		return orchestratorCharts;
	}
});
Object.defineProperty(exports, "parseImage", {
	enumerable: true,
	get: function() {
		return parseImage;
	}
});
Object.defineProperty(exports, "parseQuantity", {
	enumerable: true,
	get: function() {
		return parseQuantity;
	}
});
Object.defineProperty(exports, "parseVersion", {
	enumerable: true,
	get: function() {
		return parseVersion;
	}
});
Object.defineProperty(exports, "podCliqueSetName", {
	enumerable: true,
	get: function() {
		return podCliqueSetName;
	}
});
Object.defineProperty(exports, "poolsAnnotation", {
	enumerable: true,
	get: function() {
		return poolsAnnotation;
	}
});
Object.defineProperty(exports, "priceTables", {
	enumerable: true,
	get: function() {
		return priceTables;
	}
});
Object.defineProperty(exports, "productOfDriver", {
	enumerable: true,
	get: function() {
		return productOfDriver;
	}
});
Object.defineProperty(exports, "quantityValue", {
	enumerable: true,
	get: function() {
		return quantityValue;
	}
});
Object.defineProperty(exports, "releaseFacts", {
	enumerable: true,
	get: function() {
		return releaseFacts;
	}
});
Object.defineProperty(exports, "releases", {
	enumerable: true,
	get: function() {
		return releases;
	}
});
Object.defineProperty(exports, "reportFindings", {
	enumerable: true,
	get: function() {
		return reportFindings;
	}
});
Object.defineProperty(exports, "sameQuantity", {
	enumerable: true,
	get: function() {
		return sameQuantity;
	}
});
Object.defineProperty(exports, "shortHash", {
	enumerable: true,
	get: function() {
		return shortHash;
	}
});
Object.defineProperty(exports, "show", {
	enumerable: true,
	get: function() {
		return show;
	}
});
Object.defineProperty(exports, "splitTokens", {
	enumerable: true,
	get: function() {
		return splitTokens;
	}
});
Object.defineProperty(exports, "storagePrice", {
	enumerable: true,
	get: function() {
		return storagePrice;
	}
});
Object.defineProperty(exports, "storageProducts", {
	enumerable: true,
	get: function() {
		return storageProducts;
	}
});
Object.defineProperty(exports, "storageTier", {
	enumerable: true,
	get: function() {
		return storageTier;
	}
});
Object.defineProperty(exports, "sumOfParts", {
	enumerable: true,
	get: function() {
		return sumOfParts;
	}
});
Object.defineProperty(exports, "throughputAnnotation", {
	enumerable: true,
	get: function() {
		return throughputAnnotation;
	}
});
Object.defineProperty(exports, "tokenText", {
	enumerable: true,
	get: function() {
		return tokenText;
	}
});
Object.defineProperty(exports, "topologyLabels", {
	enumerable: true,
	get: function() {
		return topologyLabels;
	}
});
Object.defineProperty(exports, "topologyLevels", {
	enumerable: true,
	get: function() {
		return topologyLevels;
	}
});
Object.defineProperty(exports, "usableGpuGiB", {
	enumerable: true,
	get: function() {
		return usableGpuGiB;
	}
});
Object.defineProperty(exports, "volcanoForGrove", {
	enumerable: true,
	get: function() {
		return volcanoForGrove;
	}
});
Object.defineProperty(exports, "waiverAnnotation", {
	enumerable: true,
	get: function() {
		return waiverAnnotation;
	}
});
