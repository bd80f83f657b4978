const require_api = require("./api-UFteoyGf.js");
const require_checks = require("./checks-CxkNSDqq.js");
const require_estimate = require("./estimate-ouKabqQT.js");
const require_facts = require("./facts-DqOY39uq.js");
const require_engines = require("./engines-CRJJL3zh.js");
let node_util = require("node:util");
// ../../work/main/packages/constructs/src/changes/costs.ts
/** @module What two revisions cost: dollars per month at maximum scale, GPUs, and what nobody can price. */
/** Prices both revisions. Without machines only GPUs are known, and the notes say so. */
function costChange(before, after, prices) {
	const [was, is] = [before, after].map((side) => ({
		...side,
		pools: withSelected(side)
	}));
	const all = [...was?.pools ?? [], ...is?.pools ?? []];
	return {
		before: billAt(was ?? before, prices),
		after: billAt(is ?? after, prices),
		assumedPools: [...new Set(all.flatMap(({ taints, name }) => taints === usualTaints ? [name] : []))]
	};
}
function billAt(side, prices) {
	const { graphs, pools, objects, scales } = side;
	const gpus = graphs.reduce((sum, graph) => sum + require_estimate.graphGpus(graph).total, 0);
	const cost = require_estimate.estimateCost(graphs, pools, {
		...require_estimate.billOf(objects),
		prices,
		scales
	});
	const uncounted = gpus > 0 && pools.length === 0 ? ["machines: no pool is named, and the graphs select no machine type"] : [];
	return {
		gpus,
		min: cost.min.total,
		max: cost.max.total,
		placed: cost.max.placed,
		notes: [...cost.notes, ...uncounted]
	};
}
const typeLabel = "node.kubernetes.io/instance-type";
/** The pools that are given or described, or else the machines that the graphs select. */
function withSelected({ graphs, objects, pools }) {
	const known = require_estimate.poolsOf(objects, pools).pools;
	if (known.length > 0) return known;
	const types = graphs.flatMap((graph) => graph.components.flatMap(({ component, gpusPerPod }) => {
		const type = require_api.text(require_api.at(component, "podTemplate", "spec", "nodeSelector", typeLabel));
		return type === void 0 || gpusPerPod === 0 ? [] : [type];
	}));
	return [...new Set(types)].flatMap((type) => {
		const machine = require_facts.findMachine(type);
		if (machine === void 0) return [];
		return [{
			name: type,
			machine,
			max: 64,
			taints: usualTaints
		}];
	});
}
/** The taint of GPU nodes in every cloud's own pools; graphs without toleration stay off them. */
const usualTaints = [{
	key: "nvidia.com/gpu",
	effect: "NoSchedule"
}];
// ../../work/main/packages/constructs/src/changes/effects/frozen-fields.ts
/**
* @module Fields of Kubernetes objects that the API server does not let change.
*
* @see kubernetes/kubernetes pkg/apis/<group>/validation, the functions Validate<Kind>Update
*/
const spec = (...names) => names.map((name) => ["spec", ...name.split(".")]);
const frozen = [
	{
		group: "apps",
		kind: "Deployment",
		fields: spec("selector")
	},
	{
		group: "apps",
		kind: "DaemonSet",
		fields: spec("selector")
	},
	{
		group: "apps",
		kind: "ReplicaSet",
		fields: spec("selector")
	},
	{
		group: "apps",
		kind: "StatefulSet",
		except: ["spec"],
		fields: spec("replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds")
	},
	{
		group: "batch",
		kind: "Job",
		fields: spec("template", "selector", "completions", "completionMode", "podFailurePolicy", "successPolicy", "backoffLimitPerIndex", "podReplacementPolicy", "managedBy")
	},
	{
		group: "",
		kind: "Pod",
		except: ["spec"],
		fields: spec("containers", "initContainers", "activeDeadlineSeconds", "terminationGracePeriodSeconds", "tolerations", "ephemeralContainers", "schedulingGates")
	},
	{
		group: "",
		kind: "PersistentVolumeClaim",
		except: ["spec"],
		fields: spec("resources", "volumeAttributesClassName")
	},
	{
		group: "",
		kind: "PersistentVolume",
		except: ["spec"],
		fields: spec("capacity", "accessModes", "persistentVolumeReclaimPolicy", "claimRef", "storageClassName", "mountOptions", "volumeAttributesClassName")
	},
	{
		group: "",
		kind: "Secret",
		fields: [["type"]]
	},
	{
		group: "",
		kind: "Service",
		fields: spec("clusterIP", "clusterIPs")
	},
	{
		group: "storage.k8s.io",
		kind: "StorageClass",
		fields: [
			["provisioner"],
			["parameters"],
			["reclaimPolicy"],
			["volumeBindingMode"]
		]
	},
	{
		group: "storage.k8s.io",
		kind: "CSIDriver",
		fields: spec("attachRequired", "volumeLifecycleModes")
	},
	{
		group: "snapshot.storage.k8s.io",
		kind: "VolumeSnapshotClass",
		fields: [["driver"], ["parameters"]]
	},
	{
		group: "rbac.authorization.k8s.io",
		kind: "RoleBinding",
		fields: [["roleRef"]]
	},
	{
		group: "rbac.authorization.k8s.io",
		kind: "ClusterRoleBinding",
		fields: [["roleRef"]]
	},
	{
		group: "scheduling.k8s.io",
		kind: "PriorityClass",
		fields: [["value"], ["preemptionPolicy"]]
	},
	{
		group: "node.k8s.io",
		kind: "RuntimeClass",
		fields: [["handler"]]
	},
	{
		group: "networking.k8s.io",
		kind: "IngressClass",
		fields: spec("controller")
	},
	{
		group: "gateway.networking.k8s.io",
		kind: "GatewayClass",
		fields: spec("controllerName")
	},
	{
		group: "apiextensions.k8s.io",
		kind: "CustomResourceDefinition",
		fields: spec("scope", "group", "names.plural", "names.kind")
	}
];
/** The frozen fields that a change touches, each a replacement. */
function frozenChanges(pair, identity) {
	const { before, after } = pair;
	const row = frozen.find(({ group, kind }) => group === identity.group && kind === identity.kind);
	return [...row === void 0 ? [] : touched(row, before, after), ...immutableContent(before, after)].map((path) => ({
		effect: "replace",
		what: identity.kind,
		path,
		why: `the API server does not let this field of a ${identity.kind} change`
	}));
}
function touched({ fields, except }, before, after) {
	const changed = (path) => !(0, node_util.isDeepStrictEqual)(require_api.at(before, ...path), require_api.at(after, ...path));
	if (except === void 0) return fields.filter(changed);
	return [...new Set([before, after].flatMap((object) => Object.keys(require_api.at(object, ...except) ?? {})))].map((name) => [...except, name]).filter((path) => !fields.some((free) => (0, node_util.isDeepStrictEqual)(free, path)) && changed(path));
}
/** `immutable: true` of a ConfigMap or Secret freezes its data, and itself. */
function immutableContent(before, after) {
	if (require_api.at(before, "immutable") !== true) return [];
	return [
		["data"],
		["stringData"],
		["binaryData"],
		["immutable"]
	].filter((path) => !(0, node_util.isDeepStrictEqual)(require_api.at(before, ...path), require_api.at(after, ...path)));
}
// ../../work/main/packages/constructs/src/changes/effects/workloads.ts
/** @module Workloads of Kubernetes and node pools: which changes make new pods or new nodes. */
/** Pods, nodes and jobs that a change makes anew. */
function workloadChanges(pair, identity) {
	const { before, after } = pair;
	const changed = (...path) => !(0, node_util.isDeepStrictEqual)(canonical(require_api.at(before, ...path)), canonical(require_api.at(after, ...path)));
	const because = (effect, path, why) => [{
		effect,
		what: identity.kind,
		path,
		why
	}];
	switch (`${identity.group}/${identity.kind}`) {
		case "apps/Deployment":
		case "apps/StatefulSet":
		case "apps/DaemonSet": {
			if (!changed("spec", "template")) return [];
			const strategy = require_api.at(after, "spec", "updateStrategy", "type") ?? require_api.at(after, "spec", "strategy", "type");
			return strategy === "OnDelete" ? because("update", ["spec", "template"], "OnDelete: each pod changes when it is deleted") : because("restart", ["spec", "template"], strategy === "Recreate" ? "Recreate: all pods stop before the new ones start" : "a changed pod template rolls all pods");
		}
		case "batch/CronJob": return changed("spec", "jobTemplate") ? because("update", ["spec", "jobTemplate"], "the next run uses it; a running Job keeps the old") : [];
		case "/Pod": return changed("spec", "containers") ? imagesOnly(before, after) ? because("restart", ["spec", "containers"], "a container with a new image restarts") : because("replace", ["spec", "containers"], "of a Pod's containers only images may change") : [];
		case "karpenter.sh/NodePool": return changed("spec", "template") ? because("restart", ["spec", "template"], "Karpenter replaces nodes that drift from their pool, within its disruption budgets; pods move") : [];
		case "karpenter.k8s.aws/EC2NodeClass":
		case "karpenter.azure.com/AKSNodeClass":
		case "eks.amazonaws.com/NodeClass": return changed("spec") ? because("restart", ["spec"], "nodes drift from their class and are replaced, within the pools' disruption budgets; pods move") : [];
		default: return [];
	}
}
function imagesOnly(before, after) {
	const rest = (object) => {
		const containers = require_api.at(object, "spec", "containers");
		return Array.isArray(containers) ? containers.map((container) => require_api.isFields(container) ? {
			...container,
			image: ""
		} : container) : containers;
	};
	return (0, node_util.isDeepStrictEqual)(rest(before), rest(after));
}
/** The value as the API server keeps it: amounts of resources in one spelling, nothing empty. */
function canonical(value) {
	if (Array.isArray(value)) return value.map(canonical);
	if (!require_api.isFields(value)) return value;
	const kept = Object.entries(value).flatMap(([key, inner]) => {
		if (inner === void 0 || inner === null || isEmpty(inner)) return [];
		return [[key, (key === "limits" || key === "requests") && require_api.isFields(inner) ? quantities(inner) : canonical(inner)]];
	});
	return Object.fromEntries(kept);
}
/** Empty lists are absent; an empty map may mean something, as `emptyDir: {}` does. */
function isEmpty(value) {
	return Array.isArray(value) && value.length === 0;
}
function quantities(list) {
	return Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, require_facts.parseQuantity(String(amount))?.toString() ?? amount]));
}
// ../../work/main/packages/constructs/src/changes/effects/graph.ts
/** @module What a change of a graph does: which components restart, and what needs a new graph. */
/** Rules that only a new object gets around; the others refuse the change in any case. */
const replacing = /* @__PURE__ */ new Set([
	"DYN-API-120",
	"DYN-API-121",
	"DYN-API-122",
	"DYN-API-123",
	"DYN-API-124",
	"DYN-API-125",
	"DYN-API-126",
	"DYN-API-130",
	"DYN-API-131"
]);
/** What the admission rules say of any object of Dynamo. */
function refusedChanges(before, after, context) {
	return require_api.checkUpdate(before, after, context).map(({ code, object, path, message, fix }) => ({
		effect: replacing.has(code) ? "replace" : "refused",
		what: object.split("/")[0] ?? object,
		path,
		why: replacing.has(code) ? `${code}: ${message}; the old object is deleted before the new one can serve` : `${code}: ${message}. ${fix}`
	}));
}
/** The components whose pods are made anew. */
function graphRestarts(before, after) {
	const everywhere = graphWide(before.graph, after.graph);
	if (everywhere !== void 0) return after.components.map((view) => ({
		effect: "restart",
		what: view.name,
		path: everywhere.path,
		why: everywhere.why
	}));
	const changed = after.components.filter((view) => {
		const was = before.components.find(({ name }) => name === view.name);
		return was !== void 0 && !(0, node_util.isDeepStrictEqual)(pods(was.component), pods(view.component));
	});
	return [...changed.map((view) => ({
		effect: "restart",
		what: view.name,
		path: view.path,
		why: rollout(after, view.nodes)
	})), ...dragged(after, changed)];
}
function rollout({ graph, grove }, nodes) {
	const strategy = graph.metadata?.annotations?.[require_facts.annotations.groveUpdateStrategy];
	if (grove && strategy === "OnDelete") return "its pods changed; on Grove with OnDelete each changes when it is deleted";
	if (grove) return "its pods changed; Grove replaces them one by one, without a surge";
	return nodes > 1 ? "its pods changed; LeaderWorkerSet replaces one replica after the other, without a surge" : "its pods changed; they roll with a surge of a quarter unless the component says otherwise";
}
/** Without Grove all single-node workers of a graph are one generation: one change moves them all. */
function dragged({ grove, components }, changed) {
	const isWorker = ({ engine, nodes }) => engine !== void 0 && nodes === 1;
	const causes = changed.filter(isWorker);
	if (grove || causes.length === 0) return [];
	return components.filter((view) => isWorker(view) && !changed.includes(view)).map(({ name, path }) => ({
		effect: "restart",
		what: name,
		path,
		why: `without Grove the workers of a graph roll together, and ${causes.map((cause) => cause.name).join(", ")} changed`
	}));
}
/** Annotations of the graph that decide what its pods are. */
const podAnnotations = [
	require_facts.annotations.enableGrove,
	require_facts.annotations.discoveryBackend,
	require_facts.annotations.kubeDiscoveryMode,
	require_facts.annotations.enableMetrics,
	require_facts.annotations.vllmExecutor,
	require_facts.annotations.kaiQueue,
	require_facts.annotations.volcanoQueue
];
/** A change of the graph that reaches the pods of every component. */
function graphWide(before, after) {
	const [was, is] = [before.spec, after.spec];
	if (was?.restart?.id !== is?.restart?.id && is?.restart !== void 0) return {
		path: [
			"spec",
			"restart",
			"id"
		],
		why: `a new restart.id restarts every component`
	};
	for (const field of [
		"env",
		"labels",
		"annotations",
		"backendFramework",
		"experimental"
	]) if (!(0, node_util.isDeepStrictEqual)(canonical(was?.[field]), canonical(is?.[field]))) return {
		path: ["spec", field],
		why: `spec.${field} is part of every pod of the graph`
	};
	for (const key of podAnnotations) if (before.metadata?.annotations?.[key] !== after.metadata?.annotations?.[key]) return {
		path: [
			"metadata",
			"annotations",
			key
		],
		why: `the annotation ${key} decides what every pod of the graph is`
	};
}
/** The part of a component that its pods are made of, as the operator renders it. */
function pods(component) {
	const { replicas: _, minAvailable: _m, scalingAdapter: _s, runtimeVersionOverride: _r, ...rest } = component;
	const { spec, ...template } = rest.podTemplate ?? {};
	const containers = spec?.containers ?? [];
	const main = containers.find(({ name }) => name === require_checks.mainContainer);
	const others = containers.filter((container) => container !== main);
	const env = [...main?.env ?? []].sort(byName);
	return canonical({
		...rest,
		podTemplate: {
			...template,
			spec: {
				...spec,
				containers: [{
					...main,
					env
				}, ...others]
			}
		}
	});
}
function byName(a, b) {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
// ../../work/main/packages/constructs/src/changes/identity.ts
/** @module Which object of one revision is which object of the other, renamed ones included. */
/** Reads the identity of an object. */
function identityOf(object) {
	const apiVersion = require_api.text(object.apiVersion) ?? "";
	const slash = apiVersion.indexOf("/");
	return {
		group: slash === -1 ? "" : apiVersion.slice(0, slash),
		kind: require_api.text(object.kind) ?? "",
		namespace: require_api.text(require_api.at(object, "metadata", "namespace")),
		name: require_api.text(require_api.at(object, "metadata", "name")) ?? require_api.text(require_api.at(object, "metadata", "generateName")) ?? ""
	};
}
/** `Kind namespace/name`, as reports name an object. */
function identityText({ kind, namespace, name }) {
	return `${kind} ${namespace === void 0 ? "" : `${namespace}/`}${name}`.trim();
}
function keyOf({ group, kind, namespace = "", name }) {
	return [
		group,
		kind,
		namespace,
		name
	].join("\n");
}
/**
* Pairs the objects of two revisions: by identity, then those left over whose content is equal under
* another name or in another namespace. Server-set fields and status do not count. In the order of
* the second revision; what is gone comes last.
*/
function pairObjects(before, after) {
	const left = new Map(before.map((object) => [keyOf(identityOf(object)), require_api.authored(object)]));
	const pairs = [];
	for (const object of after) {
		const key = keyOf(identityOf(object));
		pairs.push({
			before: left.get(key),
			after: require_api.authored(object)
		});
		left.delete(key);
	}
	for (const pair of pairs) {
		if (pair.before !== void 0) continue;
		const found = [...left].find(([, object]) => isRenamed(object, pair.after));
		if (found === void 0) continue;
		pair.before = found[1];
		left.delete(found[0]);
	}
	return [...pairs, ...[...left.values()].map((object) => ({
		before: object,
		after: void 0
	}))];
}
/** True when two objects differ in nothing but their names. */
function isRenamed(before, after) {
	const was = identityOf(before);
	const is = identityOf(after);
	if (was.kind !== is.kind || was.group !== is.group) return false;
	const content = withoutName(before, was.name);
	return Object.keys(content).length > 3 && (0, node_util.isDeepStrictEqual)(content, withoutName(after, is.name));
}
/** The object with its own name blanked wherever it stands, as in selectors and labels. */
function withoutName(object, name) {
	const { metadata, ...rest } = object;
	const { namespace: _, ...others } = require_api.isFields(metadata) ? metadata : {};
	return blanked({
		...rest,
		metadata: {
			...others,
			name
		}
	}, name);
}
function blanked(value, name) {
	if (value === name) return "";
	if (Array.isArray(value)) return value.map((item) => blanked(item, name));
	if (!require_api.isFields(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, blanked(inner, name)]));
}
// ../../work/main/packages/constructs/src/changes/effects/readers.ts
/** @module Who reads a Secret or ConfigMap: a change of it reaches a process only when that starts again. */
/** Ways to read, by the fields that name the Secret or ConfigMap. */
const references = [
	{
		kind: "Secret",
		path: ["secretKeyRef", "name"],
		file: false
	},
	{
		kind: "Secret",
		path: ["secretRef", "name"],
		file: false
	},
	{
		kind: "Secret",
		path: ["secret", "secretName"],
		file: true
	},
	{
		kind: "Secret",
		path: ["secret", "name"],
		file: true
	},
	{
		kind: "ConfigMap",
		path: ["configMapKeyRef", "name"],
		file: false
	},
	{
		kind: "ConfigMap",
		path: ["configMapRef", "name"],
		file: false
	},
	{
		kind: "ConfigMap",
		path: ["configMap", "name"],
		file: true
	}
];
/** The readers of a changed Secret or ConfigMap among the objects that stand beside it. */
function readersOf(identity, objects) {
	if (identity.group !== "" || !["Secret", "ConfigMap"].includes(identity.kind)) return [];
	const found = /* @__PURE__ */ new Map();
	for (const object of objects) {
		const { namespace } = identityOf(object);
		if (namespace !== identity.namespace) continue;
		collect(object, identityText({
			...identityOf(object),
			namespace: void 0
		}), identity, found);
	}
	return [...found].map(([what, file]) => ({
		effect: "update",
		what,
		path: [],
		why: file ? `reads ${identity.kind} ${identity.name} as files; a process that read them at its start has the old content until it restarts` : `reads ${identity.kind} ${identity.name} into variables, which keep the old values until its pods restart`
	}));
}
function collect(value, holder, identity, found) {
	if (Array.isArray(value)) {
		for (const item of value) collect(item, holder, identity, found);
		return;
	}
	if (!require_api.isFields(value)) return;
	for (const { kind, path, file } of references) if (kind === identity.kind && require_api.at(value, ...path) === identity.name) found.set(holder, file && found.get(holder) !== false);
	for (const [key, inner] of Object.entries(value)) {
		const components = key === "components" && Array.isArray(inner) ? inner : void 0;
		if (components === void 0) collect(inner, holder, identity, found);
		for (const component of components ?? []) collect(component, `${require_api.text(require_api.at(component, "name")) ?? holder} of ${holder}`, identity, found);
	}
}
// ../../work/main/packages/constructs/src/changes/effects/storage.ts
/** @module Changes of volumes, and which objects take data with them when they go. */
/** A claim grows where its storage class allows that, and never shrinks. */
function claimChanges({ before, after }, identity) {
	if (identity.kind !== "PersistentVolumeClaim") return [];
	const path = [
		"spec",
		"resources",
		"requests",
		"storage"
	];
	const [was, is] = [require_api.at(before, ...path), require_api.at(after, ...path)];
	const [least, most] = [was, is].map((size) => require_facts.parseQuantity(String(size ?? "")));
	if (least === void 0 || most === void 0 || least === most) return [];
	if (most > least) return [{
		effect: "update",
		what: identity.kind,
		path,
		why: `the volume grows from ${require_facts.show(was)} to ${require_facts.show(is)} in place if its storage class has allowVolumeExpansion; else the API refuses it`
	}];
	return [{
		effect: "replace",
		what: identity.kind,
		path,
		why: `a volume cannot shrink from ${require_facts.show(was)} to ${require_facts.show(is)}`
	}];
}
/** What is lost when an object is deleted or replaced; undefined when it holds nothing. */
function lossOf({ group, kind, name }, object) {
	switch (`${group}/${kind}`) {
		case "/PersistentVolumeClaim": return `the data of the claim ${name}, unless its volume is retained`;
		case "/PersistentVolume": return require_api.at(object, "spec", "persistentVolumeReclaimPolicy") === "Delete" ? `the data of the volume ${name}` : void 0;
		case "/Namespace": return `everything in the namespace ${name}, claims included`;
		case "apiextensions.k8s.io/CustomResourceDefinition": return `every object of the kind ${String(require_api.at(object, "spec", "names", "kind") ?? name)} in the cluster`;
		case "nvidia.com/DynamoCheckpoint": return `the checkpoint ${name}`;
		default: return;
	}
}
// ../../work/main/packages/constructs/src/changes/effects/effect.ts
/** From the mildest to the hardest. */
const effects = [
	"none",
	"update",
	"restart",
	"replace",
	"refused"
];
/** The hardest effect of several; `none` without any. */
function hardest(all) {
	return all.reduce((worst, effect) => rank(effect) > rank(worst) ? effect : worst, "none");
}
function rank(effect) {
	return effects.indexOf(effect);
}
// ../../work/main/packages/constructs/src/changes/effects/index.ts
/** Consequences of a change of an object that is there at both revisions; none for one that is equal. */
function consequencesOf(pair, identity, { objects, graphs, grove }) {
	const { before, after } = pair;
	const frozen = [
		...refusedChanges(before, after, { grove }),
		...frozenChanges(pair, identity),
		...claimChanges(pair, identity)
	];
	const loses = frozen.some(({ effect }) => effect === "replace") ? lossOf(identity, before) : void 0;
	const restarts = graphs === void 0 ? workloadChanges(pair, identity) : graphRestarts(onPath(graphs.before, grove), onPath(graphs.after, grove));
	return [
		...frozen.map((one) => one.effect === "replace" ? {
			...one,
			loses
		} : one),
		...restarts,
		...readersOf(identity, objects)
	];
}
/** A graph is on Grove when neither it nor the cluster says otherwise. */
function onPath(view, grove) {
	return grove ? view : {
		...view,
		grove: false
	};
}
/** What the deletion of an object takes with it. */
function consequencesOfDeletion(identity, object) {
	const loses = lossOf(identity, object);
	if (loses === void 0) return [];
	return [{
		effect: "update",
		what: identity.kind,
		path: [],
		why: "the object is deleted",
		loses
	}];
}
// ../../work/main/packages/constructs/src/changes/fields.ts
/** @module Where two values differ, with the items of lists told by their names instead of their numbers. */
/** Fields by which the items of Kubernetes lists are told apart, the first that all items have. */
const itemKeys = [
	"name",
	"mountPath",
	"containerPort",
	"port",
	"key",
	"topologyKey",
	"id"
];
/**
* Every field that differs, outermost first where one side has nothing. A list whose items have names
* is compared item by item, whatever their order; any other list as a whole.
*/
function fieldChanges(before, after, path = []) {
	if ((0, node_util.isDeepStrictEqual)(before, after)) return [];
	if (require_api.isFields(before) && require_api.isFields(after)) return mapChanges(before, after, path);
	if (Array.isArray(before) && Array.isArray(after)) {
		const was = keyed(before);
		const is = keyed(after);
		if (was !== void 0 && is !== void 0 && was.key === is.key) {
			const found = mapChanges(was.items, is.items, path);
			return found.length > 0 ? found : [{
				path,
				before: Object.keys(was.items),
				after: Object.keys(is.items)
			}];
		}
	}
	return [{
		path,
		before,
		after
	}];
}
function mapChanges(before, after, path) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => fieldChanges(before[key], after[key], [...path, key]));
}
/** The items of a list by their names; undefined when not all have one, or two share it. */
function keyed(list) {
	if (!list.every(require_api.isFields)) return void 0;
	for (const key of itemKeys) {
		const names = list.map((item) => item[key]);
		if (!names.every((name) => typeof name === "string" || typeof name === "number")) continue;
		const items = Object.fromEntries(list.map((item, at) => [String(names[at]), item]));
		return Object.keys(items).length === list.length ? {
			key,
			items
		} : void 0;
	}
}
// ../../work/main/packages/constructs/src/changes/findings.ts
/** @module Findings that a change brings, mends, or has waived. */
/** Checks both revisions and compares. Lines that moved, and other numbers in a message, change nothing. */
function findingChanges(before, after, options = {}) {
	return changedFindings(keyedFindings(before, options), keyedFindings(after, options));
}
/** Compares findings that somebody has keyed. */
function changedFindings(was, is) {
	const open = (list) => list.filter(({ found }) => found.waived === void 0);
	const accepted = (list) => list.filter(({ found }) => found.waived !== void 0);
	const added = without(open(is), open(was));
	return {
		added: added.map(({ found }) => found),
		fixed: without(open(was), is).map(({ found }) => found),
		waived: without(accepted(is), accepted(was)).map(({ found }) => found),
		kept: open(is).length - added.length
	};
}
function keyedFindings(objects, options) {
	return require_checks.checkEach(objects, options).flatMap((list, index) => {
		const object = objects[index] ?? {};
		const label = identityText(identityOf(object));
		return list.map((found) => {
			const path = require_facts.formatPath(namedPath(object, found.path));
			return {
				key: `${found.code} ${label} ${path}`,
				found: {
					...found,
					object: label
				}
			};
		});
	});
}
/** The entries of a list that another has not; one that occurs twice needs two there. */
function without(list, other) {
	const left = /* @__PURE__ */ new Map();
	for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1);
	return list.filter(({ key }) => {
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
}
/** The path with names of items in the place of their numbers, where they have one. */
function namedPath(object, path) {
	let here = object;
	return path.map((step) => {
		here = typeof here === "object" && here !== null ? Reflect.get(here, step) : void 0;
		const name = typeof step === "number" && require_api.isFields(here) ? here.name : void 0;
		return typeof name === "string" ? name : step;
	});
}
// ../../work/main/packages/constructs/src/changes/meaning.ts
/**
* The graph as comparable data. Spelling that Kubernetes, the operator or the program ignores is
* gone: the order of components and mounts, the place of the main container, flag aliases and
* order, a shell that only starts the program, `1` against `"1"` in quantities, requests that
* repeat a limit.
*/
function graphMeaning(graph) {
	const { components, env, ...spec } = graph.spec ?? {};
	return {
		...graph,
		spec: {
			...spec,
			env: environmentMeaning(env),
			components: byKey(components, nameOf, (component) => componentMeaning(component, env))
		}
	};
}
function componentMeaning(component, graphEnv) {
	const { podTemplate, ...own } = component;
	const { containers, resources, ...spec } = podTemplate?.spec ?? {};
	return {
		...own,
		sharedMemorySize: quantityMeaning(own.sharedMemorySize),
		podTemplate: {
			...podTemplate,
			spec: {
				...spec,
				resources: resourcesMeaning(resources),
				containers: byKey(containers, nameOf, (container) => containerMeaning(container, component, graphEnv)),
				sidecars: containers?.map(({ name }) => name).filter((name) => name !== "main") ?? []
			}
		}
	};
}
function containerMeaning(container, component, graphEnv) {
	const { command, args, env, resources, volumeMounts, ...rest } = container;
	const fallback = container.name === "main" ? require_checks.defaultCommand(component.type) : container.name === component.frontendSidecar ? require_checks.defaultCommand("frontend") : void 0;
	const context = {
		env: new Map([...graphEnv ?? [], ...env ?? []].map(literal)),
		defaultCommand: fallback
	};
	const process = require_engines.processMeaning({
		command,
		args
	}, context) ?? {
		command: filled(command),
		args: filled(args)
	};
	return {
		...rest,
		process,
		env: environmentMeaning(env),
		resources: resourcesMeaning(resources),
		volumeMounts: byKey(volumeMounts, ({ mountPath }) => mountPath, (mount) => mount)
	};
}
/** A variable with its value; undefined for one that is decided elsewhere. */
function literal({ name, value, valueFrom }) {
	return [name, valueFrom === void 0 ? value ?? "" : void 0];
}
/** Items by their keys; the list as it is when a key occurs twice. */
function byKey(items = [], key, meaning) {
	const keyed = new Map(items.map((item) => [key(item), meaning(item)]));
	return keyed.size === items.length ? Object.fromEntries(keyed) : items.map(meaning);
}
function nameOf(item) {
	return item.name;
}
/** In order, because a value may refer to the names before it; the empty value is the default. */
function environmentMeaning(env) {
	return filled(env)?.map(({ name, value, valueFrom, ...rest }) => {
		return {
			name,
			value: value === "" ? void 0 : value,
			valueFrom,
			...rest
		};
	});
}
function resourcesMeaning(resources) {
	const limits = listMeaning(resources?.limits);
	const requests = listMeaning(resources?.requests);
	for (const [name, amount] of Object.entries(requests)) if (limits[name] === amount) delete requests[name];
	return {
		...resources,
		limits,
		requests
	};
}
function listMeaning(list) {
	return Object.fromEntries(Object.entries(list ?? {}).map(([name, amount]) => [name, quantityMeaning(amount)]));
}
function quantityMeaning(amount) {
	return amount === void 0 ? void 0 : require_facts.parseQuantity(amount)?.toString() ?? amount;
}
/** An empty list of words is none. */
function filled(list) {
	return list?.length === 0 ? void 0 : list;
}
/** Where two values differ, deep; an absent field and an undefined one are the same. */
function differences(original, rebuilt, path = []) {
	if (Object.is(original, rebuilt)) return [];
	if (isRecord(original) && isRecord(rebuilt) && Array.isArray(original) === Array.isArray(rebuilt)) {
		const found = [];
		for (const key of /* @__PURE__ */ new Set([...Object.keys(original), ...Object.keys(rebuilt)])) {
			const step = Array.isArray(original) ? Number(key) : key;
			found.push(...differences(original[key], rebuilt[key], [...path, step]));
		}
		return found;
	}
	return [{
		path,
		original,
		rebuilt
	}];
}
function isRecord(value) {
	return typeof value === "object" && value !== null;
}
// ../../work/main/packages/constructs/src/changes/term.ts
/** @module A difference between two graphs in the words of a graph: which of them a field belongs to. */
/** What a change is about, in the order in which reports tell it. */
const terms = [
	"name",
	"role",
	"replicas",
	"nodes",
	"gpus",
	"parallelism",
	"model",
	"engine",
	"image",
	"flag",
	"router",
	"scaling",
	"resources",
	"environment",
	"probe",
	"storage",
	"placement",
	"security",
	"setting"
];
/** Fields of a component. */
const componentTerms = {
	type: "role",
	replicas: "replicas",
	multinode: "nodes",
	modelRef: "model",
	runtimeVersionOverride: "image",
	eppConfig: "router",
	scalingAdapter: "scaling",
	minAvailable: "scaling",
	sharedMemorySize: "resources",
	compilationCache: "storage",
	topologyConstraint: "placement"
};
/** Fields of its pods. */
const podTerms = {
	volumes: "storage",
	nodeSelector: "placement",
	affinity: "placement",
	tolerations: "placement",
	topologySpreadConstraints: "placement",
	schedulerName: "placement",
	priorityClassName: "placement",
	runtimeClassName: "placement",
	resources: "resources",
	resourceClaims: "resources",
	securityContext: "security",
	serviceAccountName: "security",
	automountServiceAccountToken: "security",
	hostNetwork: "security",
	hostPID: "security",
	hostIPC: "security",
	imagePullSecrets: "security"
};
/** Fields of their containers. */
const containerTerms = {
	image: "image",
	imagePullPolicy: "image",
	env: "environment",
	envFrom: "environment",
	resources: "resources",
	livenessProbe: "probe",
	readinessProbe: "probe",
	startupProbe: "probe",
	volumeMounts: "storage",
	volumeDevices: "storage",
	securityContext: "security"
};
/** The term of a field of a component's meaning. */
function termOf(path, program) {
	const [field, part, list, container, inner, ...rest] = path.map(String);
	if (field !== "podTemplate" || part !== "spec") return {
		term: componentTerms[field ?? ""] ?? "setting",
		name: require_facts.formatPath(path)
	};
	if (list !== "containers" || container === void 0) return {
		term: podTerms[list ?? ""] ?? "setting",
		name: require_facts.formatPath(path.slice(2))
	};
	const whose = container === "main" ? "" : `${container} `;
	if (inner === void 0) return {
		term: "setting",
		name: `container ${container}`
	};
	if (inner === "process") return processTerm(rest, program, whose);
	const name = rest.length === 0 || inner === "securityContext" ? inner : shortName(inner, rest);
	const full = inner === "securityContext" ? require_facts.formatPath([inner, ...rest]) : name;
	return {
		term: containerTerms[inner] ?? "setting",
		name: whose + full
	};
}
/** `env.HF_HOME.value` is HF_HOME, `resources.limits.cpu` is limits.cpu. */
function shortName(inner, rest) {
	if (inner === "env") return rest[0] ?? inner;
	if (inner === "resources") return rest.join(" ");
	return require_facts.formatPath([inner, ...rest]);
}
/** Flags by their property; everything else of a process by what it is. */
function processTerm([part = "", flag, ...keys], program, whose) {
	if (part === "program") return {
		term: "engine",
		name: `${whose}program`
	};
	if (part !== "options" || flag === void 0) return {
		term: part === "" ? "engine" : "setting",
		name: `${whose}${part || "command"}`
	};
	const property = propertyOf(flag, program);
	const name = whose + (property === void 0 ? flag : require_facts.formatPath([property, ...keys]));
	return {
		term: flagTerm(property ?? flag, program),
		name
	};
}
function propertyOf(flag, program) {
	const table = program === void 0 ? {} : require_engines.flagTable(program);
	return Object.entries(table).find(([, row]) => row.flag === flag)?.[0];
}
const modelFlags = /* @__PURE__ */ new Set([
	"model",
	"modelPath",
	"modelName",
	"servedModelName",
	"revision",
	"tokenizer",
	"tokenizerRevision",
	"codeRevision"
]);
function flagTerm(property, program) {
	if (modelFlags.has(property)) return "model";
	if (/ParallelSize$/.test(property)) return "parallelism";
	if (program === "planner" || program === "globalPlanner") return "scaling";
	return (program === "frontend" || program === "router" || program === "globalRouter") && (property.startsWith("router") || property in require_engines.kvRouterFlags) ? "router" : "flag";
}
// ../../work/main/packages/constructs/src/changes/graphs.ts
/** @module Two revisions of a graph in graph terms: components, replicas, GPUs, models, images, flags, scaling. */
/** Compares two revisions of a graph; either may be missing. Spelling does not count. */
function compareGraphs(before, after, writers) {
	const was = meaningOf(before);
	const is = meaningOf(after);
	const renames = renamed(was.components, is.components);
	const oldNames = new Set(renames.values());
	const names = [...Object.keys(is.components), ...Object.keys(was.components)];
	const components = [...new Set(names)].flatMap((name) => {
		if (oldNames.has(name)) return [];
		const oldName = renames.get(name) ?? name;
		const old = before === void 0 ? void 0 : viewOf(before, oldName);
		const view = after === void 0 ? void 0 : viewOf(after, name);
		const role = (view ?? old)?.role ?? "other";
		const found = [...derived(old, view, {
			before: old === void 0 || before === void 0 ? void 0 : writers.before(before, old),
			after: view === void 0 || after === void 0 ? void 0 : writers.after(after, view)
		}), ...old === void 0 || view === void 0 ? summary(old, view) : told(was.components[oldName], is.components[name], view)].toSorted(byTerm);
		const change = old === void 0 ? "created" : view === void 0 ? "deleted" : oldName === name ? "changed" : "renamed";
		if (change === "changed" && found.length === 0) return [];
		return [{
			name,
			change,
			role,
			renamedFrom: oldName === name ? void 0 : oldName,
			terms: found
		}];
	});
	const gpus = [before, after].map((graph) => graph === void 0 ? void 0 : require_estimate.graphGpus(graph));
	return {
		components,
		terms: before === void 0 || after === void 0 ? [] : graphTerms(was.rest, is.rest),
		gpus: {
			before: gpus[0]?.total ?? 0,
			after: gpus[1]?.total ?? 0,
			unknown: [...new Set(gpus.flatMap((one) => one?.unknown ?? []))]
		}
	};
}
function meaningOf(graph) {
	if (graph === void 0) return {
		components: {},
		rest: {}
	};
	const { spec, ...rest } = graphMeaning(graph.graph);
	const { components, ...own } = spec;
	return {
		components: require_api.isFields(components) ? components : {},
		rest: {
			...rest,
			spec: own
		}
	};
}
function viewOf(graph, name) {
	return graph.components.find((view) => view.name === name);
}
/** New names of components by their old ones: equal in everything but the name. */
function renamed(before, after) {
	const found = /* @__PURE__ */ new Map();
	const gone = Object.keys(before).filter((name) => !(name in after));
	for (const name of Object.keys(after)) {
		if (name in before) continue;
		const old = gone.find((candidate) => ![...found.values()].includes(candidate) && fieldChanges(nameless(before[candidate]), nameless(after[name])).length === 0);
		if (old !== void 0) found.set(name, old);
	}
	return found;
}
function nameless(component) {
	if (!require_api.isFields(component)) return component;
	const { name: _, ...rest } = component;
	return rest;
}
/** What follows from several fields together. */
function derived(before, after, writer) {
	const gpus = (view) => view === void 0 ? 0 : require_estimate.componentGpus(view)?.total;
	const all = [
		{
			term: "role",
			name: "role",
			before: before?.role,
			after: after?.role
		},
		{
			term: "gpus",
			name: "GPUs",
			before: gpus(before),
			after: gpus(after)
		},
		{
			term: "engine",
			name: "engine",
			before: before?.engine,
			after: after?.engine
		},
		{
			term: "scaling",
			name: "replicas are decided by",
			...writer
		}
	];
	const both = before !== void 0 && after !== void 0;
	return all.filter((one) => one.before !== one.after && (both || one.term !== "scaling"));
}
/** A component that is there on one side only, in its main figures. */
function summary(before, after) {
	const figures = (view) => view === void 0 ? {} : {
		replicas: view.replicas,
		nodes: view.nodes === 1 ? void 0 : view.nodes,
		model: view.parallelism?.model,
		image: view.main?.image
	};
	const was = figures(before);
	const is = figures(after);
	return [
		"replicas",
		"nodes",
		"model",
		"image"
	].map((name) => ({
		term: name,
		name,
		before: was[name],
		after: is[name]
	})).filter((one) => one.before !== one.after);
}
/** Fields that `derived` tells in better words. */
const derivedFields = /* @__PURE__ */ new Set([
	"name",
	"type",
	"scalingAdapter"
]);
/** Every difference in the meaning of a component, named. */
function told(before, after, view) {
	const program = view.launch?.program.program;
	const changes = fieldChanges(before, after).filter(({ path }) => !derivedFields.has(String(path[0])));
	const named = /* @__PURE__ */ new Map();
	for (const change of changes) {
		const name = termOf(change.path, program);
		if (name.term === "engine" && name.name === "program") continue;
		const key = `${name.term} ${name.name}`;
		const { before: was, after: is } = sides(change);
		const other = named.get(key);
		named.set(key, {
			...name,
			before: other?.before ?? was,
			after: is ?? other?.after
		});
	}
	return [...named.values()];
}
function sides({ path, before, after }) {
	if (path[0] === "replicas" && path.length === 1) return {
		before: before ?? "unset",
		after: after ?? "unset"
	};
	if (path.at(-1) === "nodeCount") return {
		before: before ?? 1,
		after: after ?? 1
	};
	if (path.includes("resources") || path[0] === "sharedMemorySize") return {
		before: amount(before),
		after: amount(after)
	};
	return {
		before: plainVariable(before),
		after: plainVariable(after)
	};
}
/** The meaning of a quantity counts billionths. */
function amount(value) {
	if (require_api.isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, amount(one)]));
	return typeof value === "string" && /^-?\d+$/.test(value) ? require_facts.formatQuantity(BigInt(value)) : value;
}
/** A whole variable as its value, or as where the value comes from. */
function plainVariable(item) {
	if (!require_api.isFields(item) || typeof item.name !== "string") return item;
	const { value, valueFrom } = item;
	if (require_api.isFields(valueFrom)) return valueFrom;
	return typeof value === "string" ? value : item;
}
function graphTerms(before, after) {
	return fieldChanges(before, after).map(({ path, before: was, after: is }) => {
		return {
			...graphTerm(path, path[0] === "spec" ? require_facts.formatPath(path.slice(1)) : require_facts.formatPath(path)),
			before: was,
			after: is
		};
	});
}
function graphTerm(path, name) {
	if (path[0] === "metadata" && (path[1] === "name" || path[1] === "namespace")) return {
		term: "name",
		name: String(path[1])
	};
	switch (path[0] === "spec" ? path[1] : void 0) {
		case "env": return {
			term: "environment",
			name: String(path[2] ?? "env")
		};
		case "backendFramework": return {
			term: "engine",
			name
		};
		case "topologyConstraint": return {
			term: "placement",
			name
		};
		default: return {
			term: "setting",
			name
		};
	}
}
function byTerm(a, b) {
	return terms.indexOf(a.term) - terms.indexOf(b.term);
}
// ../../work/main/packages/constructs/src/changes/security/fact.ts
/** A weakness. */
function weakness(where, what) {
	return {
		where,
		what,
		protects: false
	};
}
/** A protection. */
function protection(where, what) {
	return {
		where,
		what,
		protects: true
	};
}
// ../../work/main/packages/constructs/src/changes/security/objects.ts
/** @module What objects open or close: exposure, network policies, rights, admission levels, secrets in manifests. */
/** Facts about the object itself. */
function objectFacts(object, identity) {
	switch (`${identity.group}/${identity.kind}`) {
		case "/Service": return serviceFacts(object);
		case "networking.k8s.io/Ingress": return ingressFacts(object);
		case "gateway.networking.k8s.io/Gateway": return gatewayFacts(object);
		case "networking.k8s.io/NetworkPolicy": return [protection("", `restricts ${selected(object)}`), ...openRules(object)];
		case "rbac.authorization.k8s.io/Role":
		case "rbac.authorization.k8s.io/ClusterRole": return roleFacts(object);
		case "rbac.authorization.k8s.io/RoleBinding":
		case "rbac.authorization.k8s.io/ClusterRoleBinding": return bindingFacts(object, identity);
		case "/Namespace": return levelFacts(object);
		case "/Secret": return ["data", "stringData"].some((field) => require_api.entries(require_api.at(object, field)).length > 0) ? [weakness("", "holds values in the manifest")] : [];
		default: return [];
	}
}
function serviceFacts(object) {
	const type = require_api.text(require_api.at(object, "spec", "type"));
	const internal = require_api.entries(require_api.at(object, "metadata", "annotations")).some(([key, value]) => /internal|scheme/.test(key) && /^(true|internal)$/i.test(String(value)));
	const ranges = require_api.items(require_api.at(object, "spec", "loadBalancerSourceRanges")).map(String);
	const bounded = ranges.length > 0 && !ranges.includes("0.0.0.0/0");
	const found = [];
	if (type === "LoadBalancer") found.push(internal || bounded ? weakness("", "is reachable through a load balancer") : weakness("", "is reachable from the internet through a load balancer"));
	if (type === "NodePort") found.push(weakness("", "is reachable on a port of every node"));
	if (require_api.items(require_api.at(object, "spec", "externalIPs")).length > 0) found.push(weakness("", "has external addresses"));
	return found;
}
function ingressFacts(object) {
	const secured = require_api.items(require_api.at(object, "spec", "tls")).flatMap((tls) => require_api.items(require_api.at(tls, "hosts")));
	const whole = require_api.items(require_api.at(object, "spec", "tls")).some((tls) => require_api.items(require_api.at(tls, "hosts")).length === 0);
	const facing = require_api.entries(require_api.at(object, "metadata", "annotations")).some(([key, value]) => key === "alb.ingress.kubernetes.io/scheme" && value === "internet-facing") ? [weakness("", "is reachable from the internet")] : [];
	const rules = require_api.items(require_api.at(object, "spec", "rules")).flatMap((rule) => {
		const host = require_api.text(require_api.at(rule, "host")) ?? "every host";
		const clear = !whole && !secured.includes(host);
		return [weakness("", `exposes ${host}`), ...clear ? [weakness("", `serves ${host} without TLS`)] : []];
	});
	return [...facing, ...rules];
}
function gatewayFacts(object) {
	return require_api.items(require_api.at(object, "spec", "listeners")).flatMap((listener) => {
		const name = require_api.text(require_api.at(listener, "name")) ?? "";
		const host = require_api.text(require_api.at(listener, "hostname")) ?? "every host";
		const clear = [
			"HTTP",
			"TCP",
			"UDP"
		].includes(String(require_api.at(listener, "protocol")));
		return [weakness(name, `exposes ${host}`), ...clear ? [weakness(name, `serves ${host} without TLS`)] : []];
	});
}
function selected(object) {
	const chosen = require_api.entries(require_api.at(object, "spec", "podSelector", "matchLabels"));
	const types = require_api.items(require_api.at(object, "spec", "policyTypes")).map(String);
	const way = types.length === 0 ? "Ingress" : types.join(" and ");
	const pods = chosen.map(([key, value]) => `${key}=${String(value)}`).join(", ");
	return `${way} of ${pods === "" ? "its pods" : pods}`;
}
/** Rules that let everybody in or out: an empty peer list, or the whole internet. */
function openRules(object) {
	return ["ingress", "egress"].flatMap((way) => require_api.items(require_api.at(object, "spec", way)).flatMap((rule) => {
		const peers = require_api.items(require_api.at(rule, way === "ingress" ? "from" : "to"));
		const ports = require_api.items(require_api.at(rule, "ports")).map((port) => String(require_api.at(port, "port") ?? "any"));
		const where = ports.length === 0 ? "every port" : `port ${ports.join(", ")}`;
		const blocks = peers.map((peer) => require_api.text(require_api.at(peer, "ipBlock", "cidr")));
		return peers.length === 0 || blocks.some((cidr) => cidr === "0.0.0.0/0" || cidr === "::/0") ? [weakness("", `allows ${way} on ${where} for everybody`)] : [];
	}));
}
function roleFacts(object) {
	return require_api.items(object.rules).filter(require_api.isFields).flatMap((rule) => {
		const verbs = require_api.items(rule.verbs).map(String);
		const what = [...require_api.items(rule.resources), ...require_api.items(rule.nonResourceURLs)].map(String);
		return [weakness("", `may ${verbs.toSorted().join(", ")} ${what.toSorted().join(", ")}`.replaceAll("*", "everything"))];
	});
}
function bindingFacts(object, { kind }) {
	const role = `${String(require_api.at(object, "roleRef", "kind"))} ${String(require_api.at(object, "roleRef", "name"))}`;
	const everywhere = kind === "ClusterRoleBinding" ? " in every namespace" : "";
	return require_api.items(object.subjects).map((subject) => weakness("", `gives ${role}${everywhere} to ${String(require_api.at(subject, "kind"))} ${String(require_api.at(subject, "name"))}`));
}
const levels = [
	"privileged",
	"baseline",
	"restricted"
];
/** The Pod Security level that a namespace enforces; a stricter one holds what the milder one does. */
function levelFacts(object) {
	const level = require_api.text(require_api.at(object, "metadata", "labels", "pod-security.kubernetes.io/enforce"));
	return levels.slice(1, levels.indexOf(level ?? "") + 1).map((held) => protection("", `enforces Pod Security ${held}`));
}
// ../../work/main/packages/constructs/src/changes/security/pods.ts
/** @module What pods may do: privileges, capabilities, host namespaces, tokens, secrets that they read. */
/** Facts of every pod that an object describes. */
function podFacts(object) {
	const components = require_api.items(require_api.at(object, "spec", "components")).filter(require_api.isFields);
	if (components.length > 0) return components.flatMap((component) => factsOf$1(require_api.text(component.name) ?? "", require_api.at(component, "podTemplate", "spec")));
	return specsOf(object).flatMap((spec) => factsOf$1("", spec));
}
/** Pod specs of workloads, whatever the kind: where there are containers. */
function specsOf(value) {
	if (Array.isArray(require_api.at(value, "containers"))) return [value];
	return require_api.entries(value).flatMap(([, inner]) => require_api.fields(inner) === void 0 ? [] : specsOf(inner));
}
function factsOf$1(where, spec) {
	if (spec === void 0) return [];
	const pod = (path) => require_api.at(spec, path);
	const found = [];
	const add = (given, what) => {
		if (given) found.push(weakness(where, what));
	};
	for (const host of [
		"hostNetwork",
		"hostPID",
		"hostIPC"
	]) add(pod(host) === true, `uses the node's namespace: ${host}`);
	add(pod("automountServiceAccountToken") === true, "mounts the token of its service account");
	for (const volume of require_api.items(pod("volumes"))) if (require_api.isFields(volume) && volume.hostPath !== void 0) add(true, `mounts ${require_api.text(require_api.at(volume, "hostPath", "path")) ?? "a path"} of the node`);
	const containers = [...require_api.items(pod("containers")), ...require_api.items(pod("initContainers"))];
	for (const container of containers.filter(require_api.isFields)) found.push(...containerFacts(where, container, pod("securityContext")));
	return found;
}
function containerFacts(where, container, podContext) {
	const place = [where, require_api.text(container.name) ?? ""].filter((part) => part !== "").join(" ");
	const context = container.securityContext;
	const either = (field) => require_api.at(context, field) ?? require_api.at(podContext, field);
	const found = [];
	const add = (given, what) => {
		if (given) found.push(weakness(place, what));
	};
	add(require_api.at(context, "privileged") === true, "runs privileged");
	for (const capability of require_api.items(require_api.at(context, "capabilities", "add"))) add(true, `has the capability ${String(capability)}`);
	add(!require_api.items(require_api.at(context, "capabilities", "drop")).map(String).includes("ALL"), "keeps the default capabilities");
	add(require_api.at(context, "allowPrivilegeEscalation") !== false, "may gain privileges");
	add(either("runAsNonRoot") !== true && Number(either("runAsUser") ?? 0) === 0, "may run as root");
	const seccomp = require_api.at(either("seccompProfile"), "type");
	add(seccomp === void 0 || seccomp === "Unconfined", "has no seccomp profile");
	for (const variable of require_api.items(container.env).filter(require_api.isFields)) {
		const secret = require_api.text(require_api.at(variable, "valueFrom", "secretKeyRef", "name"));
		add(secret !== void 0, `reads Secret ${secret} into ${String(variable.name)}`);
	}
	for (const source of require_api.items(container.envFrom)) {
		const secret = require_api.text(require_api.at(source, "secretRef", "name"));
		add(secret !== void 0, `reads all of Secret ${secret}`);
	}
	return found;
}
// ../../work/main/packages/constructs/src/changes/security/index.ts
/** Compares the facts of both revisions of an object. */
function securityChanges({ before, after }) {
	const object = after ?? before;
	if (object === void 0) return [];
	const label = identityText(identityOf(object));
	const gone = after === void 0 ? " (deleted)" : "";
	return factChanges(factsOf(before), factsOf(after)).flatMap(({ where, what, change }) => {
		if (after === void 0 && change === "stronger") return [];
		return [{
			where: `${label}${where === "" ? "" : ` ${where}`}${gone}`,
			what,
			change
		}];
	});
}
/** What one side has and the other has not. */
function factChanges(before, after) {
	const added = missingIn(before, after).map(({ protects, ...fact }) => ({
		where: fact.where,
		what: fact.what,
		change: protects ? "stronger" : "weaker"
	}));
	const removed = missingIn(after, before).map(({ protects, where, what }) => ({
		where,
		what: `no longer: ${what}`,
		change: protects ? "weaker" : "stronger"
	}));
	return [...added, ...removed];
}
function missingIn(list, of) {
	const key = ({ where, what }) => `${where}\n${what}`;
	const known = new Set(list.map(key));
	const seen = /* @__PURE__ */ new Set();
	return of.filter((fact) => {
		if (known.has(key(fact)) || seen.has(key(fact))) return false;
		seen.add(key(fact));
		return true;
	});
}
function factsOf(object) {
	if (object === void 0) return [];
	return [...objectFacts(object, identityOf(object)), ...podFacts(object)];
}
// ../../work/main/packages/constructs/src/changes/writers.ts
/** @module Who decides the replicas of components: a number, an adapter, a planner, an autoscaler. */
/** The writer of a component's replicas, in words. */
function writerOf({ rows }, graph, { name, component }) {
	const row = rows.find((one) => one.component === name && one.graph === graph.name && one.namespace === graph.namespace);
	if (row !== void 0) return `${row.writer === "planner" ? "the planner" : row.writer.replace("/", " ")} (${row.min} to ${row.max})`;
	if (require_checks.scaledByPlanner(graph).includes(component.type ?? "")) return "the planner";
	return component.scalingAdapter === void 0 ? "the manifest" : "the scaling adapter";
}
// ../../work/main/packages/constructs/src/changes/compare-objects.ts
/** @module Two revisions of a set of manifests: what changes, what that does, what it costs, what it opens. */
/** Compares two revisions. Secrets never leave it: values are marked, findings and fields are cleaned. */
function compareObjects(before, after, options = {}) {
	const { cluster = {}, pools = [], prices, masks = require_checks.createMasks() } = options;
	const masked = (objects) => objects.map((object) => masks.mask(require_api.authored(object)));
	const sides = {
		before: masked(before),
		after: masked(after)
	};
	const grove = cluster.orchestrators?.includes("grove") ?? true;
	const view = (object) => graphView(object, cluster);
	const scaled = (objects) => {
		const graphs = objects.flatMap((object) => view(object) ?? []);
		return {
			graphs,
			written: require_estimate.writtenScales(graphs, objects)
		};
	};
	const scales = {
		before: scaled(sides.before),
		after: scaled(sides.after)
	};
	const pairs = pairObjects(sides.before, sides.after);
	const objects = pairs.flatMap((pair) => {
		const fields = fieldChanges(pair.before, pair.after);
		if (fields.length === 0) return [];
		const graphs = {
			before: view(pair.before),
			after: view(pair.after)
		};
		const readable = graphs.before !== void 0 || graphs.after !== void 0;
		return [objectChange(pair, fields, {
			graphs,
			grove,
			objects: sides.after,
			graph: readable ? compareGraphs(graphs.before, graphs.after, {
				before: (graph, one) => writerOf(scales.before.written, graph, one),
				after: (graph, one) => writerOf(scales.after.written, graph, one)
			}) : void 0
		})];
	});
	const priced = (side) => {
		const { graphs, written } = scales[side];
		return {
			graphs,
			objects: sides[side],
			pools: "before" in pools ? pools[side] : pools,
			scales: written.scales
		};
	};
	return {
		objects,
		findings: cleaned(findingChanges(before, after, cluster), masks),
		cost: costChange(priced("before"), priced("after"), prices),
		unchanged: pairs.length - objects.length
	};
}
function objectChange(pair, fields, { graphs, graph, objects, grove }) {
	const { before, after } = pair;
	const was = before === void 0 ? void 0 : identityOf(before);
	const is = after === void 0 ? void 0 : identityOf(after);
	const identity = is ?? was ?? identityOf({});
	const moved = was !== void 0 && is !== void 0 && (was.name !== is.name || was.namespace !== is.namespace);
	const consequences = before === void 0 ? [] : after === void 0 ? consequencesOfDeletion(identity, before) : moved ? [beganAnew(was, before)] : consequencesOf(pair, identity, {
		objects,
		grove,
		graphs: bothOf(graphs)
	});
	return {
		...pair,
		identity,
		change: before === void 0 ? "created" : after === void 0 ? "deleted" : moved ? "renamed" : "changed",
		renamedFrom: moved ? was : void 0,
		effect: hardest([...before === void 0 ? [] : ["update"], ...consequences.map(({ effect }) => effect)]),
		consequences,
		fields,
		graph,
		security: securityChanges({
			before: graphs.before === void 0 ? before : underNewNames(graphs.before.graph, graph),
			after: graphs.after === void 0 ? after : asFields(graphs.after.graph)
		})
	};
}
/** An object of another name is another object. */
function beganAnew(was, before) {
	const [loss] = consequencesOfDeletion(was, before);
	return {
		effect: "replace",
		what: was.kind,
		path: ["metadata", "name"],
		why: "an object cannot be renamed or moved: the new one is created and the old one deleted",
		loses: loss?.loses
	};
}
function bothOf({ before, after }) {
	return before === void 0 || after === void 0 ? void 0 : {
		before,
		after
	};
}
/** A renamed component is compared with what it was. */
function underNewNames({ spec, ...rest }, change) {
	const components = spec?.components?.map((component) => {
		const renamed = change?.components.find(({ renamedFrom }) => renamedFrom === component.name);
		return renamed === void 0 ? component : {
			...component,
			name: renamed.name
		};
	});
	return {
		...rest,
		spec: {
			...spec,
			components
		}
	};
}
function asFields(graph) {
	return graph;
}
/** A graph in either version, without what the operator's conversion adds. */
function graphView(object, cluster) {
	const view = require_checks.readGraph(object, cluster)?.view;
	if (view === void 0) return void 0;
	return {
		...view,
		graph: require_api.withoutCarriers(asFields(view.graph))
	};
}
function cleaned({ added, fixed, waived, kept }, masks) {
	const clean = (list) => list.map((found) => ({
		...found,
		message: masks.clean(found.message),
		fix: masks.clean(found.fix)
	}));
	return {
		added: clean(added),
		fixed: clean(fixed),
		waived: clean(waived),
		kept
	};
}
Object.defineProperty(exports, "changedFindings", {
	enumerable: true,
	get: function() {
		return changedFindings;
	}
});
Object.defineProperty(exports, "compareGraphs", {
	enumerable: true,
	get: function() {
		return compareGraphs;
	}
});
Object.defineProperty(exports, "compareObjects", {
	enumerable: true,
	get: function() {
		return compareObjects;
	}
});
Object.defineProperty(exports, "costChange", {
	enumerable: true,
	get: function() {
		return costChange;
	}
});
Object.defineProperty(exports, "differences", {
	enumerable: true,
	get: function() {
		return differences;
	}
});
Object.defineProperty(exports, "effects", {
	enumerable: true,
	get: function() {
		return effects;
	}
});
Object.defineProperty(exports, "factChanges", {
	enumerable: true,
	get: function() {
		return factChanges;
	}
});
Object.defineProperty(exports, "fieldChanges", {
	enumerable: true,
	get: function() {
		return fieldChanges;
	}
});
Object.defineProperty(exports, "findingChanges", {
	enumerable: true,
	get: function() {
		return findingChanges;
	}
});
Object.defineProperty(exports, "graphMeaning", {
	enumerable: true,
	get: function() {
		return graphMeaning;
	}
});
Object.defineProperty(exports, "hardest", {
	enumerable: true,
	get: function() {
		return hardest;
	}
});
Object.defineProperty(exports, "identityOf", {
	enumerable: true,
	get: function() {
		return identityOf;
	}
});
Object.defineProperty(exports, "identityText", {
	enumerable: true,
	get: function() {
		return identityText;
	}
});
Object.defineProperty(exports, "namedPath", {
	enumerable: true,
	get: function() {
		return namedPath;
	}
});
Object.defineProperty(exports, "pairObjects", {
	enumerable: true,
	get: function() {
		return pairObjects;
	}
});
Object.defineProperty(exports, "protection", {
	enumerable: true,
	get: function() {
		return protection;
	}
});
Object.defineProperty(exports, "securityChanges", {
	enumerable: true,
	get: function() {
		return securityChanges;
	}
});
Object.defineProperty(exports, "terms", {
	enumerable: true,
	get: function() {
		return terms;
	}
});
Object.defineProperty(exports, "weakness", {
	enumerable: true,
	get: function() {
		return weakness;
	}
});
