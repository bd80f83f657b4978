const require_api = require("./api-UFteoyGf.js");
const require_facts = require("./facts-DqOY39uq.js");
const require_engines = require("./engines-CRJJL3zh.js");
// ../../work/main/packages/constructs/src/checks/alpha-path.ts
/** @module Where somebody wrote in v1alpha1 what the checks found in the graph converted to v1beta1. */
/**
* The path in the v1alpha1 object. Where v1alpha1 has two places for one field, the one that the
* value came from; for a field that is missing, the place where it is usually written.
*/
function alphaPath(alpha, beta, path) {
	const [root, field, ...rest] = path;
	if (root !== "spec" || field === void 0) return path;
	if (field === "env") return [
		"spec",
		"envs",
		...rest
	];
	if (field === "topologyConstraint" && rest[0] === "clusterTopologyName") return [
		"spec",
		field,
		"topologyProfile"
	];
	if (field !== "components") return path;
	const [index, ...inside] = rest;
	const component = typeof index === "number" ? beta.spec?.components?.[index] : void 0;
	if (component === void 0) return ["spec", "services"];
	const service = require_api.fields(require_api.at(alpha, "spec", "services", component.name)) ?? {};
	return [
		"spec",
		"services",
		component.name,
		...serviceField(service, component, inside)
	];
}
function serviceField(service, component, path) {
	const [field, ...rest] = path;
	switch (field) {
		case void 0:
		case "name": return [];
		case "type": return [component.type === "prefill" || component.type === "decode" ? "subComponentType" : "componentType"];
		case "sharedMemorySize": return ["sharedMemory", require_api.at(service, "sharedMemory", "disabled") === true ? "disabled" : "size"];
		case "compilationCache": return cacheField(service, rest);
		case "scalingAdapter": return ["scalingAdapter", "enabled"];
		case "experimental": return rest;
		case "podTemplate": return podField$1(service, component, rest);
		default: return path;
	}
}
function cacheField(service, [field]) {
	const mount = require_api.items(service.volumeMounts).findIndex((candidate) => require_api.at(candidate, "useAsCompilationCache") === true);
	if (mount === -1) return ["volumeMounts"];
	return [
		"volumeMounts",
		mount,
		...field === "mountPath" ? ["mountPoint"] : field === "pvcName" ? ["name"] : []
	];
}
function podField$1(service, component, [part, ...path]) {
	if (part === "metadata") return ["extraPodMetadata", ...path];
	const [field, index, ...rest] = path;
	if (field === void 0) return ["extraPodSpec"];
	const container = field === "containers" && typeof index === "number" ? component.podTemplate?.spec?.containers[index] : void 0;
	if (container === void 0) return [
		"extraPodSpec",
		field === "containers" ? "mainContainer" : field,
		...path.slice(1)
	];
	if (container.name === "main") return mainField$1(service, container, rest);
	if (service.frontendSidecar !== void 0 && container.name === component.frontendSidecar) return ["frontendSidecar", ...sidecarField(rest)];
	const own = require_api.items(require_api.at(service, "extraPodSpec", "containers")).findIndex((candidate) => require_api.at(candidate, "name") === container.name);
	return [
		"extraPodSpec",
		"containers",
		...own === -1 ? [] : [own, ...rest]
	];
}
/** v1alpha1 gives a frontend sidecar four fields. */
function sidecarField([field, ...rest]) {
	if (field === "env") return ["envs", ...rest];
	if (field === "envFrom") return ["envFromSecret"];
	return field === void 0 ? [] : [field, ...rest];
}
function mainField$1(service, main, path) {
	const over = ["extraPodSpec", "mainContainer"];
	const [field, ...rest] = path;
	const own = require_api.at(service, ...over);
	switch (field) {
		case void 0: return over;
		case "env": return variable(service, own, main, rest);
		case "envFrom": return require_api.at(own, "envFrom") === void 0 ? ["envFromSecret"] : [...over, ...path];
		case "livenessProbe":
		case "readinessProbe": return require_api.at(own, ...path) === void 0 && service[field] !== void 0 ? path : [...over, ...path];
		case "resources": return require_api.at(own, ...path) === void 0 ? resource(service, rest) : [...over, ...path];
		case "volumeMounts": return mount(service, own, rest);
		default: return [...over, ...path];
	}
}
/** Variables of both lists are one list in v1beta1, joined by name. */
function variable(service, own, main, [index, ...rest]) {
	const inMain = [
		"extraPodSpec",
		"mainContainer",
		"env"
	];
	if (typeof index !== "number") return require_api.at(own, "env") === void 0 ? ["envs"] : inMain;
	const name = main.env?.[index]?.name;
	const find = (list) => require_api.items(list).findLastIndex((entry) => require_api.at(entry, "name") === name);
	const over = find(require_api.at(own, "env"));
	if (over !== -1) return [
		...inMain,
		over,
		...rest
	];
	const base = find(service.envs);
	return base === -1 ? ["envs"] : [
		"envs",
		base,
		...rest
	];
}
/** `limits["nvidia.com/gpu"]` is `limits.gpu`; what v1alpha1 has no field for is `limits.custom`. */
function resource(service, path) {
	const [list, name, ...rest] = path;
	if (list !== "limits" && list !== "requests") return ["resources", ...path];
	if (name === void 0 || name === "cpu" || name === "memory") return ["resources", ...path];
	const item = require_api.at(service, "resources", list);
	const custom = require_api.at(item, "custom", name) !== void 0;
	const counted = require_api.at(item, "gpuType") ?? "nvidia.com/gpu";
	return custom || name !== counted ? [
		"resources",
		list,
		"custom",
		name,
		...rest
	] : [
		"resources",
		list,
		"gpu",
		...rest
	];
}
/** The mounts of the main container come first, those of the service behind them. */
function mount(service, own, [index, field]) {
	const first = require_api.items(require_api.at(own, "volumeMounts")).length;
	if (typeof index !== "number") return ["volumeMounts"];
	if (index < first) return [
		"extraPodSpec",
		"mainContainer",
		"volumeMounts",
		index,
		...field === void 0 ? [] : [field]
	];
	const beside = index - first;
	if (require_api.items(service.volumeMounts).length <= beside) return ["volumeMounts"];
	return [
		"volumeMounts",
		beside,
		...field === void 0 ? [] : [field === "mountPath" ? "mountPoint" : field]
	];
}
// ../../work/main/packages/constructs/src/checks/environment.ts
/** Names that the operator sets on every main container, with a value where it is fixed. */
const common = [
	["DYN_PARENT_DGD_K8S_NAME", void 0],
	["DYN_PARENT_DGD_K8S_NAMESPACE", void 0],
	["POD_NAME", void 0],
	["POD_NAMESPACE", void 0],
	["POD_UID", void 0]
];
const workerVariables = [
	["DYN_SYSTEM_PORT", "9090"],
	["DYN_HEALTH_CHECK_ENABLED", "false"],
	["NIXL_TELEMETRY_ENABLE", "n"],
	["NIXL_TELEMETRY_EXPORTER", "prometheus"],
	["NIXL_TELEMETRY_PROMETHEUS_PORT", "19090"],
	["DYN_FORWARDPASS_METRIC_PORT", "20380"]
];
const byType = {
	frontend: [["DYNAMO_PORT", "8000"], ["DYN_HTTP_PORT", "8000"]],
	worker: workerVariables,
	prefill: workerVariables,
	decode: workerVariables,
	planner: [["PLANNER_PROMETHEUS_PORT", "9085"], ["DYN_SYSTEM_PORT", "9090"]],
	epp: [["USE_STREAMING", "true"], ["RUST_LOG", "info"]]
};
/**
* The environment of a component's main container.
*
* @see deploy/operator/internal/dynamo/component_common.go
*/
function environmentOf(component, main, context) {
	const values = new Map(common);
	const { type, globalDynamoNamespace } = component;
	const namespace = namespaceOf(globalDynamoNamespace === true, context);
	values.set("DYN_NAMESPACE", namespace);
	values.set("DYN_COMPONENT", type);
	if (!context.etcd) values.set("DYN_DISCOVERY_BACKEND", "kubernetes");
	if (type === "frontend" || type === "epp") values.set("DYN_NAMESPACE_PREFIX", namespace);
	for (const [name, value] of byType[type ?? ""] ?? []) values.set(name, value);
	addVariables(values, context.env);
	addVariables(values, main?.env);
	return {
		values,
		open: (main?.envFrom?.length ?? 0) > 0
	};
}
function namespaceOf(global, context) {
	if (global) return "dynamo";
	const { kubernetesNamespace, graph } = context;
	return kubernetesNamespace === void 0 ? void 0 : require_facts.dynamoNamespace(kubernetesNamespace, graph);
}
function addVariables(values, variables) {
	for (const { name, value, valueFrom } of variables ?? []) values.set(name, valueFrom === void 0 && isKnown(value ?? "") ? value ?? "" : void 0);
}
/** False for text that somebody still fills in: `$(NAME)`, `${NAME}`, `$NAME`. */
function isKnown(text) {
	return !/\$[({A-Za-z_]/.test(text);
}
// ../../work/main/packages/constructs/src/checks/process.ts
const none$1 = {
	launch: void 0,
	settings: void 0,
	program: void 0,
	open: false,
	engine: void 0,
	mode: void 0,
	parallelism: void 0
};
/** Reads the process of a component's main container. */
function processOf(component, main, env) {
	if (main === void 0) return none$1;
	const launch = require_engines.readLaunch(startedCommand(component, main), { env: env.values });
	if (launch === void 0) return none$1;
	const written = launch.program;
	const settings = require_engines.readEnvSettings(written.program, env.values);
	const program = {
		...written,
		flags: require_engines.effectiveFlags(written, env.values, settings),
		extraArgs: stillUntyped(written, env)
	};
	const engine = require_engines.engineNames.find((name) => name === program.program);
	const open = hasOpenFlags(program);
	const unknown = /* @__PURE__ */ new Set([...settings.unknown, ...unresolved(program)]);
	return {
		launch,
		settings,
		program,
		open,
		engine,
		mode: engine === void 0 ? void 0 : modeOf(program, open, unknown),
		parallelism: engine === void 0 || !isSized(program, open, unknown) ? void 0 : require_engines.parallelism(program)
	};
}
/**
* What the operator runs in a main container without a command; undefined for an endpoint picker,
* which keeps the entry point of its image.
*
* @see deploy/operator/internal/dynamo: defaults per component type
*/
function defaultCommand(type) {
	if (type === "frontend") return ["python3"];
	return type === "epp" ? void 0 : ["/bin/sh", "-c"];
}
/** Command and args as the operator completes them. */
function startedCommand(component, main) {
	const { command, args } = main;
	if (command !== void 0 && command.length > 0) return {
		command,
		args
	};
	const base = defaultCommand(component.type);
	const empty = args === void 0 || args.length === 0;
	return component.type === "frontend" && empty ? { command: [
		...base ?? [],
		"-m",
		"dynamo.frontend"
	] } : {
		command: base,
		args
	};
}
/** Flags of files that hold further flags. */
const flagFiles = [
	"config",
	"engineConfigJson",
	"disaggConfig"
];
/** True when a variable may hold further flags, or a file does. */
function hasOpenFlags(program) {
	const { extraArgs = [], flags } = program;
	if (program.program !== "planner" && flagFiles.some((file) => flags[file] !== void 0)) return true;
	return extraArgs.some((token, at) => token.startsWith("$") && !(extraArgs[at - 1] ?? "").startsWith("-"));
}
/** Tokens that no flag takes even with the known variables filled in. */
function stillUntyped({ program, extraArgs }, env) {
	if (extraArgs === void 0 || !extraArgs.some((token) => token.includes("$("))) return extraArgs;
	const expanded = extraArgs.map((token) => require_engines.expandReferences(token, env.values));
	return require_engines.parseFlags(require_engines.flagTable(program), expanded).extraArgs;
}
/** Flags whose value is a variable that nobody knows; the codec leaves them untyped. */
function unresolved(program) {
	return (program.extraArgs ?? []).filter((token) => token.startsWith("-")).map((token) => token.split("=")[0] ?? "");
}
function modeOf(program, open, unknown) {
	const { disaggregationMode } = program.flags;
	if (unknown.has("disaggregationMode") || unknown.has("--disaggregation-mode")) return void 0;
	if (disaggregationMode === void 0 && open) return void 0;
	if (typeof disaggregationMode === "string" && !isKnown(disaggregationMode)) return void 0;
	const role = require_engines.engineRole(program, disaggregationMode);
	return role === "pd" ? "agg" : role;
}
/** Anything that changes how many GPUs an engine takes. */
const sizeFlag = /^-{1,2}(tensor|pipeline|data|expert|prefill-context|context)[-_]parallel|^-{1,2}(tp|pp|dp|ep)(-size)?$/;
const sizeProperty = /ParallelSize$|^(extraEngineArgs|overrideEngineArgs|enableDpAttention)$/;
/** True when every size that decides the GPUs is known here. */
function isSized(program, open, unknown) {
	if (open || program.flags.extraEngineArgs !== void 0) return program.program === "mocker";
	for (const name of unknown) if (sizeFlag.test(name) || sizeProperty.test(name)) return false;
	const { overrideEngineArgs } = program.flags;
	return typeof overrideEngineArgs !== "string";
}
/** A text flag of the program; undefined when it is absent, no text, or still to be filled in. */
function textFlag(program, property) {
	const value = program?.flags[property];
	return typeof value === "string" && isKnown(value) ? value : void 0;
}
/** A number flag of the program; undefined when it is absent. */
function numberFlag(program, property) {
	const value = program?.flags[property];
	return typeof value === "number" ? value : void 0;
}
// ../../work/main/packages/constructs/src/checks/relations.ts
/** @module What other objects need to know of a graph: little, because fleets keep it for every graph. */
/** Sums a graph up. An unknown Kubernetes namespace is the same for all graphs. */
function relationsOf(view, namespace) {
	const named = view.name !== "" && isKnown(view.name);
	const own = require_facts.dynamoNamespace(namespace ?? "<namespace>", view.name);
	const among = (belongs) => {
		if (!named) return [];
		const found = /* @__PURE__ */ new Set();
		for (const component of view.components) if (belongs(component)) found.add(component.component.globalDynamoNamespace === true ? "dynamo" : own);
		return [...found];
	};
	return {
		name: view.name,
		etcd: view.etcd,
		takes: among(isRouting),
		registers: among((component) => component.engine !== void 0),
		readsFiles: view.components.some((component) => engineFile(component) !== void 0),
		queue: view.grove ? view.graph.metadata?.annotations?.[require_facts.annotations.kaiQueue] : void 0
	};
}
function isRouting(view) {
	return view.program?.program === "frontend" || view.component.type === "epp" || view.component.frontendSidecar !== void 0;
}
/** The file that completes the flags of a worker, and the flag that names it. */
function engineFile(view) {
	const property = fileFlag(view);
	const path = property === void 0 ? void 0 : textFlag(view.program, property);
	return property === void 0 || path === void 0 ? void 0 : {
		property,
		path
	};
}
function fileFlag(view) {
	if (view.engine === "trtllm") return "extraEngineArgs";
	const literal = (view.program?.extraArgs ?? []).every((token) => !token.startsWith("$"));
	return view.engine === "sglang" && literal ? "config" : void 0;
}
// ../../work/main/packages/constructs/src/checks/gpu-resources.ts
/** True for an extended resource that is a GPU, or a slice of one that an engine sees as a device. */
function isGpu(resource) {
	return resource === "nvidia.com/gpu" || resource === "amd.com/gpu" || resource.startsWith("nvidia.com/mig-") || resource.startsWith("gpu.intel.com/");
}
/** True for a resource that only devices have: its name is a domain and a path. */
function isDevice(resource) {
	return resource.includes("/") && !resource.startsWith("kubernetes.io/");
}
/**
* GPUs of one pod; undefined when claims, variables or a shared device decide it.
*
* Only the main container counts: the engine runs there, and the operator looks nowhere else.
*/
function podGpus(component, main) {
	const { resources } = main ?? {};
	let gpus = 0;
	let any = false;
	for (const [resource, amount] of Object.entries(resources?.limits ?? resources?.requests ?? {})) {
		if (!isGpu(resource)) continue;
		any = true;
		gpus += require_facts.quantityValue(amount);
	}
	if (any) return Number.isSafeInteger(gpus) && gpus >= 0 ? gpus : void 0;
	const claims = (resources?.claims?.length ?? 0) > 0;
	const podClaims = (component.podTemplate?.spec?.resourceClaims?.length ?? 0) > 0;
	return claims || podClaims ? void 0 : 0;
}
// ../../work/main/packages/constructs/src/checks/view.ts
/** Name of the container that the operator merges its defaults into. */
const mainContainer = "main";
/** Reads a v1beta1 graph; every check, estimate and target starts from this view. */
function viewGraph(graph, options = {}) {
	const { metadata, spec } = graph;
	const name = metadata?.name ?? metadata?.generateName ?? "";
	const namespace = [metadata?.namespace ?? options.namespace].find((text) => text !== void 0 && isKnown(text));
	const settings = metadata?.annotations;
	const etcd = settings?.[require_facts.annotations.discoveryBackend] === "etcd";
	const context = {
		graph: name,
		kubernetesNamespace: namespace,
		etcd,
		env: spec?.env
	};
	return {
		graph,
		object: `DynamoGraphDeployment/${name}`,
		name,
		namespace,
		alpha: options.alpha ?? false,
		grove: settings?.[require_facts.annotations.enableGrove]?.toLowerCase() !== "false",
		etcd,
		components: (spec?.components ?? []).map((component, index) => viewComponent(component, index, context))
	};
}
function viewComponent(component, index, context) {
	const path = [
		"spec",
		"components",
		index
	];
	const containers = component.podTemplate?.spec?.containers ?? [];
	const at = containers.findIndex((container) => container.name === mainContainer);
	const main = containers[at];
	const env = environmentOf(component, main, context);
	const process = processOf(component, main, env);
	const image = main?.image === void 0 || !isKnown(main.image) ? void 0 : require_facts.parseImage(main.image);
	const version = require_facts.parseVersion(component.runtimeVersionOverride ?? image?.tag ?? "");
	return {
		component,
		name: component.name,
		index,
		path,
		role: roleOf(component, process.mode, process.program),
		replicas: component.replicas ?? 1,
		nodes: component.multinode === void 0 ? 1 : component.multinode.nodeCount ?? 2,
		main,
		mainPath: [
			...path,
			"podTemplate",
			"spec",
			"containers",
			Math.max(at, 0)
		],
		env,
		image,
		version,
		gpusPerPod: podGpus(component, main),
		...process
	};
}
function roleOf(component, mode, program) {
	if (mode === "prefill" || mode === "decode" || mode === "encode") return mode;
	if (component.type !== void 0) return component.type;
	switch (program?.program) {
		case "frontend": return "frontend";
		case "planner":
		case "globalPlanner": return "planner";
		case void 0:
		case "router":
		case "globalRouter": return "other";
		default: return "worker";
	}
}
// ../../work/main/packages/constructs/src/checks/subject.ts
/** @module One object under check, with its view: computed once, used by every rule. */
/** With one of these the object has not the shape that a view relies on. */
const shapeless = /* @__PURE__ */ new Set([
	"DYN-API-002",
	"DYN-API-006",
	"DYN-API-010"
]);
/** Looks at one object as far as it can be looked at alone. */
function subjectOf(object, options) {
	const name = require_api.text(require_api.at(object, "metadata", "name"));
	const namespace = require_api.text(require_api.at(object, "metadata", "namespace")) ?? options.namespace;
	const kind = require_api.text(require_api.at(object, "kind")) ?? "";
	const grove = options.orchestrators?.includes("grove");
	const api = require_api.validate(withNamespace(object, options.namespace), { grove });
	const apiVersion = require_api.text(require_api.at(object, "apiVersion")) ?? "";
	const readable = kind === "DynamoGraphDeployment" && require_api.findKind(apiVersion, kind) !== void 0 && !api.some(({ code }) => shapeless.has(code));
	const alpha = apiVersion === "nvidia.com/v1alpha1";
	const read = () => readable ? viewGraph(graphOf(object), {
		namespace: options.namespace,
		alpha
	}) : void 0;
	const view = read();
	let kept;
	return {
		subject: {
			object,
			label: require_api.objectLabel(object),
			kind,
			name,
			namespace,
			relations: view === void 0 ? void 0 : relationsOf(view, namespace),
			get view() {
				kept ??= read();
				return kept;
			},
			written: alpha && readable ? (path) => alphaPath(object, graphOf(object), path) : (path) => path
		},
		api,
		view
	};
}
/** Reads a graph in any version; undefined for other objects, and for a graph of wrong shape. */
function readGraph(object, options = {}) {
	const { subject, view } = subjectOf(object, options);
	return view === void 0 ? void 0 : {
		view,
		written: subject.written
	};
}
/** The object in v1beta1, without fields that are null: the API server drops those. */
function graphOf(object) {
	const present = withoutNulls(object);
	return require_api.toV1beta1(present).object;
}
/** The API rules read the namespace from the object. */
function withNamespace(object, namespace) {
	if (namespace === void 0 || typeof object !== "object" || object === null) return object;
	const metadata = require_api.at(object, "metadata");
	if (typeof metadata !== "object" || metadata === null || require_api.at(metadata, "namespace") !== void 0) return object;
	return {
		...object,
		metadata: {
			...metadata,
			namespace
		}
	};
}
/** The same value when it holds no null field, else a copy without them. */
function withoutNulls(value) {
	if (typeof value !== "object" || value === null) return value;
	if (!holdsNull(value)) return value;
	if (Array.isArray(value)) return value.map(withoutNulls);
	return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([key, item]) => [key, withoutNulls(item)]));
}
/** True when a field somewhere inside is null; an item of a list may be. */
function holdsNull(value) {
	const fields = !Array.isArray(value);
	return Object.values(value).some((item) => typeof item === "object" && item !== null ? holdsNull(item) : fields && item === null);
}
// ../../work/main/packages/constructs/src/checks/autoscaler.ts
/** @module HorizontalPodAutoscalers and KEDA ScaledObjects as one thing. */
/** The autoscaler that an object is; undefined when it is none. */
function autoscalerOf(subject) {
	const { object, kind } = subject;
	const group = (require_api.text(require_api.at(object, "apiVersion")) ?? "").split("/")[0];
	const isHpa = kind === "HorizontalPodAutoscaler" && group === "autoscaling";
	const isKeda = kind === "ScaledObject" && group === "keda.sh";
	const target = require_api.at(object, "spec", "scaleTargetRef");
	const targetName = require_api.text(require_api.at(target, "name"));
	if (targetName === void 0 || !(isHpa || isKeda)) return void 0;
	const number = (field) => {
		const value = require_api.at(object, "spec", field);
		return typeof value === "number" ? value : void 0;
	};
	return {
		subject,
		targetKind: require_api.text(require_api.at(target, "kind")) ?? "Deployment",
		targetName,
		min: isHpa ? number("minReplicas") ?? 1 : Math.min(number("minReplicaCount") ?? 0, number("idleReplicaCount") ?? Number.POSITIVE_INFINITY),
		max: isHpa ? number("maxReplicas") ?? Number.POSITIVE_INFINITY : number("maxReplicaCount") ?? 100,
		minField: isHpa ? "minReplicas" : "minReplicaCount"
	};
}
// ../../work/main/packages/constructs/src/checks/across/fleet.ts
/** @module A list of objects as rules between objects see it: indexed once, because fleets have thousands. */
/** Indexes a list of objects. */
function fleetOf(subjects) {
	const graphs = subjects.filter((subject) => subject.relations !== void 0);
	const byNamespace = /* @__PURE__ */ new Map();
	for (const graph of graphs) {
		const known = byNamespace.get(graph.namespace);
		if (known === void 0) byNamespace.set(graph.namespace, [graph]);
		else known.push(graph);
	}
	const byName = /* @__PURE__ */ new Map();
	for (const subject of subjects) {
		const { kind, namespace, name } = subject;
		if (name === void 0) continue;
		const key = keyOf(kind, namespace, name);
		if (!byName.has(key)) byName.set(key, subject);
	}
	return {
		subjects,
		graphs,
		autoscalers: subjects.flatMap((subject) => autoscalerOf(subject) ?? []),
		graphsIn: (namespace) => byNamespace.get(namespace) ?? [],
		find: (kind, namespace, name) => byName.get(keyOf(kind, namespace, name))
	};
}
/** One text for kind, namespace and name; none of them holds a line break. */
function keyOf(kind, namespace, name) {
	return `${kind}\n${namespace ?? ""}\n${name}`;
}
// ../../work/main/packages/constructs/src/checks/across/targets.ts
/** @module What an autoscaler's target is: a scaling adapter of a component, or an object of the operator. */
/** Kind of a scaling adapter. */
const adapterKind = "DynamoGraphDeploymentScalingAdapter";
/** Kinds that the operator makes for a graph. */
const owned = /* @__PURE__ */ new Set([
	"Deployment",
	"LeaderWorkerSet",
	"PodClique",
	"PodCliqueScalingGroup",
	"DynamoComponentDeployment"
]);
/** Indexes the components of all graphs. */
function targetsOf(fleet) {
	const adapters = /* @__PURE__ */ new Map();
	const objects = /* @__PURE__ */ new Map();
	for (const graph of fleet.graphs) {
		const cliques = cliqueSet(graph);
		for (const view of graph.view.components) {
			const place = {
				graph,
				view
			};
			const name = adapterName(place);
			adapters.set(keyOf("", graph.namespace, name), place);
			objects.set(keyOf("", graph.namespace, name), place);
			objects.set(keyOf("", graph.namespace, `${cliques}-0-${view.name.toLowerCase()}`), place);
		}
	}
	const find = (places, { subject, targetName }) => places.get(keyOf("", subject.namespace, targetName));
	return {
		ofAdapter: (scaler) => find(adapters, scaler),
		ofOwned: (scaler) => owned.has(scaler.targetKind) ? find(objects, scaler) : void 0,
		near: ({ subject, targetName }) => fleet.graphsIn(subject.namespace).find((graph) => targetName.startsWith(`${graph.view.name}-`))
	};
}
/** `<graph>-<component>` in lower case. */
function adapterName({ graph, view }) {
	return `${graph.view.name}-${view.name.toLowerCase()}`;
}
function cliqueSet({ view }) {
	return require_facts.podCliqueSetName(view.name, view.components.map(({ name, component, nodes }) => ({
		name,
		nodeCount: component.multinode === void 0 ? void 0 : nodes,
		interPodGms: component.experimental?.gpuMemoryService?.mode === "InterPod"
	})));
}
// ../../work/main/packages/constructs/src/checks/across/autoscaled.ts
/**
* The components that HorizontalPodAutoscalers and ScaledObjects scale, by way of their adapters.
* Autoscalers of anything else are left out.
*/
function autoscaledComponents(objects, options = {}) {
	const fleet = fleetOf(objects.map((object) => subjectOf(object, options).subject));
	const targets = targetsOf(fleet);
	const components = [];
	const unknown = [];
	for (const scaler of fleet.autoscalers) {
		const { min, max, subject, targetKind } = scaler;
		const place = targetKind === "DynamoGraphDeploymentScalingAdapter" ? targets.ofAdapter(scaler) : void 0;
		if (place !== void 0 && Number.isFinite(max)) {
			const { graph, view } = place;
			const bounds = {
				min,
				max: Math.max(min, max),
				writer: subject.label
			};
			const names = {
				graph: graph.view.name,
				component: view.name
			};
			components.push({
				namespace: graph.namespace,
				...names,
				...bounds
			});
		} else if (targetKind === "DynamoGraphDeploymentScalingAdapter" || targets.ofOwned(scaler) !== void 0) unknown.push(subject.label);
	}
	return {
		components,
		unknown
	};
}
// ../../work/main/packages/constructs/src/checks/across/mounted-file.ts
/** @module The ConfigMap of the same list that a file of a component comes out of. */
/** The ConfigMap and key behind a path of the main container; undefined when the list does not tell. */
function mountedFile(view, namespace, path, fleet) {
	const absolute = resolved(path, view.main?.workingDir);
	const mount = absolute === void 0 ? void 0 : mountOf(view.main?.volumeMounts ?? [], absolute);
	if (absolute === void 0 || mount === void 0) return void 0;
	const volumes = view.component.podTemplate?.spec?.volumes ?? [];
	const configMap = require_api.fields(require_api.at(volumes.find((volume) => volume.name === mount.name), "configMap"));
	const map = fleet.find("ConfigMap", namespace, require_api.text(configMap?.name) ?? "");
	if (configMap === void 0 || map === void 0) return void 0;
	const root = trimmed(mount.mountPath);
	const inside = [mount.subPath ?? "", absolute.slice(root.length + 1)].filter((part) => part !== "").join("/");
	const entry = require_api.items(configMap.items).find((item) => require_api.at(item, "path") === inside);
	return {
		map,
		key: configMap.items === void 0 ? inside : require_api.text(require_api.at(entry, "key")) ?? inside,
		optional: configMap.optional === true
	};
}
function resolved(path, directory) {
	if (!path.startsWith("/") && directory === void 0) return void 0;
	const steps = [];
	for (const step of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) if (step === "..") steps.pop();
	else if (step !== "." && step !== "") steps.push(step);
	return `/${steps.join("/")}`;
}
/** The innermost mount that holds a path. */
function mountOf(mounts, path) {
	let best;
	for (const mount of mounts) {
		const root = trimmed(mount.mountPath);
		if (path !== root && !path.startsWith(`${root}/`)) continue;
		if (best === void 0 || root.length > trimmed(best.mountPath).length) best = mount;
	}
	return best;
}
function trimmed(path) {
	return path.replace(/\/+$/, "");
}
// ../../work/main/packages/constructs/src/checks/across/planner-files.ts
/** @module Configurations of planners that come out of ConfigMaps of the same list. */
/** The files that planners are started with, where the list holds them and they can be read. */
function plannerFiles(objects, options = {}) {
	const fleet = fleetOf(objects.map((object) => subjectOf(object, options).subject));
	return fleet.graphs.flatMap(({ view: graph, namespace }) => graph.components.flatMap((view) => {
		const { program } = view;
		const path = program?.program === "planner" ? program.flags.config : void 0;
		if (typeof path !== "string") return [];
		const file = mountedFile(view, namespace, path, fleet);
		const document = file === void 0 ? void 0 : require_api.text(require_api.at(file.map.object, "data", file.key));
		if (document === void 0) return [];
		const { config, issues } = require_engines.readEngineConfig(document);
		return issues.every((issue) => issue.key !== void 0) ? [{
			namespace,
			graph: graph.name,
			config
		}] : [];
	}));
}
// ../../work/main/packages/constructs/src/checks/across/duplicates.ts
/** @module Objects that occur twice. */
/** DYN-OBJ-001: same group, kind, namespace and name; API versions of one group count as one. */
const objectsAreUnique = ({ subjects }) => {
	const seen = /* @__PURE__ */ new Map();
	const found = [];
	for (const [index, subject] of subjects.entries()) {
		const key = identity(subject);
		if (key === void 0) continue;
		const first = seen.get(key);
		if (first === void 0) {
			seen.set(key, index);
			continue;
		}
		found.push({
			subject,
			finding: require_facts.finding("DYN-OBJ-001", {
				object: subject.label,
				path: ["metadata", "name"]
			}, `objects ${first + 1} and ${index + 1} of ${subjects.length} are both ${subject.label}${subject.namespace === void 0 ? "" : ` in namespace ${subject.namespace}`}`, "Rename or remove one of the two.")
		});
	}
	return found;
};
function identity({ object, kind, name, namespace }) {
	if (name === void 0 || kind === "") return void 0;
	const [group, version] = (require_api.text(require_api.at(object, "apiVersion")) ?? "").split("/");
	return [
		version === void 0 ? "" : group,
		kind,
		namespace ?? "",
		name
	].join("\n");
}
// ../../work/main/packages/constructs/src/checks/place.ts
/** @module Where in the object something stands: a flag, a variable, a field of the main container. */
/** A field of the main container. */
function mainField(view, ...field) {
	return [...view.mainPath, ...field];
}
/** A field of the pod's spec. */
function podField(view, ...field) {
	return [
		...view.path,
		"podTemplate",
		"spec",
		...field
	];
}
/** Where a flag of the program is written: its argument, its variable, or the arguments where it belongs. */
function flagPlace(view, graph, property) {
	const row = view.program === void 0 ? void 0 : require_engines.flagTable(view.program.program)[property];
	if (row === void 0) return argsPlace(view);
	const spellings = [
		row.flag,
		...row.aliases ?? [],
		...row.negative ? [row.negative] : []
	];
	const token = tokenPlace(view, (text) => isSpelling(text, spellings));
	if (token !== void 0) return token;
	return row.env !== void 0 && view.env.values.has(row.env) ? variablePlace(view, graph, row.env) ?? argsPlace(view) : argsPlace(view);
}
/** Where a token of the command or its script stands. */
function wordPlace(view, word) {
	return tokenPlace(view, (text) => isSpelling(text, [word])) ?? argsPlace(view);
}
/** Where arguments are written: `args`, or `command` when that holds everything. */
function argsPlace(view) {
	const { args, command } = view.main ?? {};
	return mainField(view, (args?.length ?? 0) === 0 && (command?.length ?? 0) > 0 ? "command" : "args");
}
/** Where a variable is set: on the main container, or on the graph; undefined when the operator sets it. */
function variablePlace(view, graph, name) {
	const own = lastIndex(view.main?.env, name);
	if (own !== -1) return mainField(view, "env", own);
	const shared = lastIndex(graph.graph.spec?.env, name);
	return shared === -1 ? void 0 : [
		"spec",
		"env",
		shared
	];
}
function lastIndex(env, name) {
	return env?.findLastIndex((variable) => variable.name === name) ?? -1;
}
function tokenPlace(view, matches) {
	for (const field of ["args", "command"]) {
		const at = view.main?.[field]?.findIndex(matches) ?? -1;
		if (at !== -1) return mainField(view, field, at);
	}
}
/** True when the text is one of the spellings, or a script that has it as a word. */
function isSpelling(text, spellings) {
	return spellings.some((spelling) => text === spelling || text.startsWith(`${spelling}=`) || text.includes(spelling) && text.split(/[\s=]+/).includes(spelling));
}
// ../../work/main/packages/constructs/src/checks/rule.ts
/** @module The shape of a rule: a pure function from a view of the graph to findings. */
/** What a rule returns that has nothing to say. */
const nothing = [];
/** The rule for every component of a graph. */
function eachComponent(rule) {
	return (graph, options) => {
		let found = nothing;
		for (const component of graph.components) {
			const some = rule(component, graph, options);
			if (some.length > 0) found = found.length === 0 ? some : [...found, ...some];
		}
		return found;
	};
}
/** The single finding of a rule. */
function one(code, graph, path, message, fix) {
	return [require_facts.finding(code, {
		object: graph.object,
		path
	}, message, fix)];
}
// ../../work/main/packages/constructs/src/checks/parallelism.ts
/** DYN-GPU-001, 002, 004: too few, too many, or a node that nobody told about the others. */
const gpusMatchLayout = (view, graph) => view.parallelism === void 0 ? nothing : judgeLayout(view, graph, view.parallelism);
/**
* Holds one layout against the GPUs of the pods. Used again with the layout from an engine's
* configuration file.
*/
function judgeLayout(view, graph, layout) {
	const { gpusPerPod, nodes, engine } = view;
	if (gpusPerPod === void 0 || gpusPerPod === 0 || engine === "mocker") return nothing;
	const { gpus: needed } = layout;
	const given = gpusPerPod * nodes;
	const pods = nodes === 1 ? `its pod has ${gpusPerPod}` : `${nodes} nodes with ${gpusPerPod} each have ${given}`;
	if (needed > given) return one("DYN-GPU-001", graph, gpuPlace(view), `${describe$1(layout)} needs ${gpus(needed)}, but ${pods}`, nodes === 1 ? `Raise the GPU limit to ${needed}, lower the parallel sizes, or spread the worker over several nodes.` : `Raise the GPU limit to ${Math.ceil(needed / nodes)} per node or the node count to ${Math.ceil(needed / gpusPerPod)}, or lower the parallel sizes.`);
	if (needed === given) return nothing;
	if (engine === "vllm" && nodes > 1 && needed <= gpusPerPod) return one("DYN-GPU-004", graph, [...view.path, "multinode"], `${describe$1(layout)} fits the ${gpusPerPod} GPUs of one pod, but the worker spans ${nodes} nodes, so each of them starts an engine of its own`, `Remove multinode and set replicas, or raise the parallel sizes to use ${given} GPUs.`);
	return one("DYN-GPU-002", graph, gpuPlace(view), `${describe$1(layout)} uses ${gpus(needed)}, but ${pods}: ${given - needed} stay idle`, needed % nodes === 0 ? `Lower the GPU limit to ${needed / nodes}${nodes === 1 ? "" : " per node"}, or raise the parallel sizes to use ${given}.` : `Raise the parallel sizes to use ${given} GPUs, or change node count and GPU limit so that their product is ${needed}.`);
}
/** DYN-GPU-003: an engine without any GPU. */
const workerHasGpu = (view, graph) => {
	const { engine, gpusPerPod, env, program, image } = view;
	if (engine === void 0 || engine === "mocker" || gpusPerPod !== 0) return nothing;
	const device = program?.flags.device;
	if (device !== void 0 && device !== "cuda") return nothing;
	if (env.values.has("VLLM_TARGET_DEVICE") || env.values.has("NVIDIA_VISIBLE_DEVICES")) return nothing;
	if (/xpu|cpu/.test(image?.name ?? "")) return nothing;
	const needed = view.parallelism === void 0 ? void 0 : Math.ceil(view.parallelism.gpus / view.nodes);
	return one("DYN-GPU-003", graph, mainField(view, "resources"), `${view.name} runs ${engine}${needed === void 0 ? "" : `, which needs ${gpus(needed)} per pod`}, but its main container has no GPU limit and no resource claim`, `Set a GPU limit${needed === void 0 ? "" : ` of ${needed}`} on the main container.`);
};
/** DYN-GPU-005: sizes that the engine refuses whatever the pods have. */
const layoutIsPossible = (view, graph) => {
	const { parallelism: layout, engine, nodes } = view;
	if (layout === void 0 || engine === void 0 || engine === "mocker") return nothing;
	const refuse = (message, fix) => one("DYN-GPU-005", graph, argsPlace(view), message, fix);
	const { tensor, pipeline, data, expert } = layout;
	if (engine === "sglang" && nodes > 1 && tensor * pipeline % nodes !== 0) return refuse(`tensor ${tensor} × pipeline ${pipeline} cannot be divided among ${nodes} nodes`, `Choose sizes whose product is a multiple of ${nodes}.`);
	if (engine === "sglang" && view.program?.flags.enableDpAttention === true && tensor % data !== 0) return refuse(`attention runs data parallel ${data} inside tensor parallel ${tensor}, and ${tensor} is no multiple of ${data}`, `Choose a data parallel size that divides ${tensor}.`);
	if (engine !== "vllm" && expert !== void 0 && expert > 0 && tensor % expert !== 0) return refuse(`expert parallel ${expert} does not divide tensor parallel ${tensor}`, `Choose an expert parallel size that divides ${tensor}.`);
	return nothing;
};
/** DYN-GPU-006: devices for processes that never touch them. */
const gpuIsUsed = (view, graph) => {
	const { program, gpusPerPod, component } = view;
	if (gpusPerPod === void 0 || gpusPerPod === 0) return nothing;
	if (!(program === void 0 ? component.type === "epp" : view.engine === void 0 || view.engine === "mocker")) return nothing;
	return one("DYN-GPU-006", graph, gpuPlace(view), `${view.name} runs ${program?.program ?? component.type}, which uses no GPU, and reserves ${gpusPerPod * view.nodes * view.replicas}`, "Remove the GPU from its resources.");
};
/** Where the GPUs of the main container are written. */
function gpuPlace(view) {
	const { limits, requests } = view.main?.resources ?? {};
	const list = limits === void 0 && requests !== void 0 ? "requests" : "limits";
	return mainField(view, "resources", list, Object.keys((list === "limits" ? limits : requests) ?? {}).find(isGpu) ?? "nvidia.com/gpu");
}
/** `tensor 4 × data 2 = 8` */
function describe$1(layout) {
	return [
		`tensor parallel ${layout.tensor}`,
		...layout.pipeline > 1 ? [`pipeline parallel ${layout.pipeline}`] : [],
		...layout.data > 1 ? [`data parallel ${layout.data}`] : []
	].join(" × ");
}
function gpus(count) {
	return count === 1 ? "1 GPU" : `${count} GPUs`;
}
// ../../work/main/packages/constructs/src/checks/trtllm.ts
/** @module TensorRT-LLM's own conditions for prefill and decode, which stand in its configuration file. */
/** DYN-ROLE-017, 018 for a worker without a configuration file. */
const trtllmTransfersCache = (view, graph) => {
	const flags = require_engines.flagsOf(view.program, "trtllm");
	if (flags === void 0 || flags.extraEngineArgs !== void 0 || view.open) return nothing;
	return judgeTrtllm(view, graph, {});
};
/** The same with what a configuration file says. */
function judgeTrtllm(view, graph, file) {
	const flags = require_engines.flagsOf(view.program, "trtllm");
	const { mode } = view;
	if (flags === void 0 || mode !== "prefill" && mode !== "decode") return nothing;
	if ((view.program?.extraArgs ?? []).some((token) => token.startsWith("--trtllm."))) return nothing;
	const engine = require_engines.engineArguments(flags, file);
	const path = flags.extraEngineArgs === void 0 ? argsPlace(view) : flagPlace(view, graph, "extraEngineArgs");
	const at = {
		object: graph.object,
		path
	};
	const found = [];
	if (engine.cache_transceiver_config === void 0 || engine.cache_transceiver_config === null) found.push(require_facts.finding("DYN-ROLE-017", at, `${view.name} runs in mode ${mode}, and its engine configuration has no cache_transceiver_config`, "Set cache_transceiver_config.backend to DEFAULT in the engine configuration of both roles."));
	if (mode === "prefill" && engine.disable_overlap_scheduler !== true) found.push(require_facts.finding("DYN-ROLE-018", at, `${view.name} runs in mode prefill, and disable_overlap_scheduler is ${String(engine.disable_overlap_scheduler ?? "not set (false)")}`, "Set disable_overlap_scheduler to true in the engine configuration of the prefill worker."));
	return found;
}
// ../../work/main/packages/constructs/src/checks/across/engine-files.ts
/** @module Engine configuration files that come out of ConfigMaps of the same list. */
/** DYN-CONF-001 to 003, and the rules that need what the file says. */
const engineFilesAreRight = (fleet) => {
	const found = [];
	const read = /* @__PURE__ */ new Map();
	for (const graph of fleet.graphs.filter(({ relations }) => relations.readsFiles)) for (const view of graph.view.components) {
		const file = engineFile(view);
		if (file === void 0) continue;
		const { property, path } = file;
		const source = mountedFile(view, graph.namespace, path, fleet);
		if (source === void 0) continue;
		const { map, key } = source;
		const document = require_api.text(require_api.at(map.object, "data", key));
		if (document === void 0) {
			if (require_api.at(map.object, "binaryData", key) !== void 0 || source.optional) continue;
			found.push({
				subject: graph,
				finding: missing$1(graph, view, property, path, source)
			});
			continue;
		}
		if (document.includes("${") || document.includes("{{")) continue;
		const place = keyOf(map.label, map.namespace, key);
		const before = read.get(place);
		const { config, issues } = before ?? require_engines.readEngineConfig(document);
		read.set(place, {
			config,
			issues
		});
		if (before === void 0) {
			const judged = issues.filter((issue) => view.engine === "trtllm" || issue.key === void 0);
			found.push(...judged.map((issue) => ({
				subject: map,
				finding: wrongValue(map, key, issue)
			})));
		}
		if (issues.length > 0 && view.engine === "trtllm") continue;
		for (const about of judge(graph, view, config)) found.push({
			subject: graph,
			finding: about
		});
	}
	return found;
};
function missing$1(graph, view, property, path, { map, key }) {
	const keys = Object.keys(require_api.fields(require_api.at(map.object, "data")) ?? {});
	return require_facts.finding("DYN-CONF-001", {
		object: graph.label,
		path: flagPlace(view, graph.view, property)
	}, `${view.name} reads ${path}, but ${map.label} has no key ${key}; it has ${keys.length === 0 ? "none" : keys.join(", ")}`, `Add the key ${key} to the ConfigMap, or change the path.`);
}
function wrongValue(map, key, issue) {
	const place = {
		object: map.label,
		path: ["data", key]
	};
	return issue.key === void 0 ? require_facts.finding("DYN-CONF-002", place, `${key} must be ${issue.expected}: ${issue.got}`, "Write the file as a YAML mapping.") : require_facts.finding("DYN-CONF-003", place, `${issue.key} takes ${issue.expected}, got ${issue.got}`, `Give ${issue.key} ${issue.expected}.`);
}
function judge(graph, view, file) {
	const layout = view.program === void 0 ? void 0 : require_engines.parallelism(view.program, file);
	return [...layout === void 0 ? [] : judgeLayout(view, graph.view, layout), ...view.engine === "trtllm" ? judgeTrtllm(view, graph.view, file) : []];
}
// ../../work/main/packages/constructs/src/checks/across/models.ts
/** @module DynamoModels and the workers that serve their base model. */
/** DYN-MODEL-001, 002: a model needs a worker, and a LoRA one that loads it. */
const modelsAreServed = ({ subjects, graphsIn }) => {
	const found = [];
	for (const subject of subjects) {
		if (subject.kind !== "DynamoModel") continue;
		const base = require_api.text(require_api.at(subject.object, "spec", "baseModelName"));
		const graphs = graphsIn(subject.namespace);
		if (base === void 0 || graphs.length === 0) continue;
		const components = graphs.flatMap(({ view }) => view.components);
		const serving = components.filter(({ component }) => component.modelRef?.name === base);
		const [first] = serving;
		if (first === void 0) {
			const known = [...new Set(components.flatMap(({ component }) => component.modelRef?.name ?? []))];
			found.push({
				subject,
				finding: require_facts.finding("DYN-MODEL-001", {
					object: subject.label,
					path: ["spec", "baseModelName"]
				}, `no component of ${graphs.length} ${graphs.length === 1 ? "graph" : "graphs"} has modelRef.name ${require_facts.show(base)}; ${known.length === 0 ? "none has a modelRef" : `there is ${known.map(require_facts.show).join(", ")}`}`, `Set modelRef.name of the workers to ${base}.`)
			});
			continue;
		}
		if (require_api.text(require_api.at(subject.object, "spec", "modelType")) !== "lora") continue;
		const unready = serving.map((view) => [view, whyNoLora(view)]).find(([, why]) => why !== void 0);
		if (unready === void 0) continue;
		found.push({
			subject,
			finding: require_facts.finding("DYN-MODEL-002", {
				object: subject.label,
				path: ["spec", "modelType"]
			}, `${unready[0].name} serves the base model, but ${unready[1]}`, "Start the workers with vLLM, --enable-lora and DYN_LORA_ENABLED=true.")
		});
	}
	return found;
};
/** Why a worker cannot load an adapter; undefined when it can, or when nobody knows. */
function whyNoLora(view) {
	const { engine, program, open, env } = view;
	if (engine === "trtllm") return "TensorRT-LLM workers load no adapters while they run";
	if (engine !== "vllm" || open || program === void 0) return void 0;
	if (program.flags.enableLora !== true) return "runs without --enable-lora";
	if (env.open) return void 0;
	const switched = env.values.get("DYN_LORA_ENABLED");
	if (switched === void 0 && env.values.has("DYN_LORA_ENABLED")) return void 0;
	return /^(true|1|yes|on)$/i.test(switched ?? "") ? void 0 : `DYN_LORA_ENABLED is ${switched === void 0 ? "not set" : require_facts.show(switched)}`;
}
// ../../work/main/packages/constructs/src/checks/across/namespaces.ts
/** @module Dynamo namespaces of the graphs in one Kubernetes namespace. */
/**
* DYN-NAME-001: a frontend takes every worker whose Dynamo namespace starts with its own. With
* Kubernetes discovery it sees its own Kubernetes namespace only; with etcd it sees all.
*/
const namespacesAreApart = ({ graphs }) => {
	const givers = giversOf(graphs);
	return graphs.flatMap((taker, place) => {
		const seen = /* @__PURE__ */ new Set();
		const found = [];
		for (const prefix of taker.relations.takes) for (const { namespace, graph, index } of startingWith(givers, prefix)) {
			if (graph.relations.name === taker.relations.name || seen.has(graph)) continue;
			const etcd = taker.relations.etcd && graph.relations.etcd;
			if (!(taker.namespace === graph.namespace || etcd) || namespace === prefix && index < place) continue;
			seen.add(graph);
			found.push({
				subject: graph,
				finding: taken(taker, graph, prefix, namespace)
			});
		}
		return found;
	});
};
function taken(taker, giver, prefix, namespace) {
	return require_facts.finding("DYN-NAME-001", {
		object: giver.label,
		path: ["metadata", "name"]
	}, `workers register in Dynamo namespace ${namespace}, and the frontend of graph ${taker.relations.name} takes all that begin with ${prefix}`, `Rename a graph so that no name begins with the other, such as ${taker.relations.name}-a and ${taker.relations.name}-b, or use two Kubernetes namespaces.`);
}
/** Sorted by namespace, so that those with one prefix stand together: fleets have thousands. */
function giversOf(graphs) {
	return graphs.flatMap((graph, index) => graph.relations.registers.map((namespace) => ({
		namespace,
		graph,
		index
	}))).toSorted((a, b) => a.namespace < b.namespace ? -1 : a.namespace > b.namespace ? 1 : 0);
}
function startingWith(givers, prefix) {
	let low = 0;
	let high = givers.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((givers[middle]?.namespace ?? "") < prefix) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while (givers[end]?.namespace.startsWith(prefix) === true) end += 1;
	return givers.slice(low, end);
}
// ../../work/main/packages/constructs/src/checks/queue.ts
/** @module Queues of the KAI scheduler as they are written: guaranteed and largest amounts. */
/** The resources that a queue counts. */
const resources = [
	"cpu",
	"gpu",
	"memory"
];
/** What -1 means in both fields. */
const unlimited = -1;
/** The queue that an object is; undefined when it is none. */
function kaiQueueOf(subject) {
	const { object, name } = subject;
	if (!isKaiQueue(subject) || name === void 0) return void 0;
	return {
		subject,
		name,
		parent: require_api.text(require_api.at(object, "spec", "parentQueue")),
		gpu: amountOf(object, "gpu")
	};
}
function isKaiQueue({ object, kind }) {
	const apiVersion = require_api.text(require_api.at(object, "apiVersion")) ?? "";
	return kind === "Queue" && apiVersion.startsWith("scheduling.run.ai/");
}
/** What is left out is 0, for KAI: nothing guaranteed, and nothing above that. */
function amountOf(object, resource) {
	const number = (field) => {
		const value = require_api.at(object, "spec", "resources", resource, field);
		if (value === unlimited) return Number.POSITIVE_INFINITY;
		return typeof value === "number" && value > 0 ? value : 0;
	};
	return {
		quota: number("quota"),
		limit: number("limit")
	};
}
/** DYN-ORCH-001, 002, 014: what is wrong with a queue alone. */
function checkQueue(subject) {
	if (!isKaiQueue(subject)) return [];
	const written = require_api.at(subject.object, "spec", "resources");
	if (written !== void 0 && require_api.fields(written) === void 0) return [];
	return [...wrongName(subject), ...resources.flatMap((resource) => [...wrongAmounts(subject, resource), ...emptyQueue(subject, resource)])];
}
function wrongName({ name, label }) {
	if (name === void 0 || require_facts.isDnsSubdomain(name) && name.length <= 63) return [];
	return [require_facts.finding("DYN-ORCH-014", {
		object: label,
		path: ["metadata", "name"]
	}, `must be lower-case letters, digits and inner hyphens or dots, at most 63, got ${require_facts.show(name)} (${name.length})`, "Use a short name, such as that of a team.")];
}
function wrongAmounts(subject, resource) {
	const path = [
		"spec",
		"resources",
		resource
	];
	const found = [];
	const say = (field, message, fix) => {
		found.push(require_facts.finding("DYN-ORCH-001", {
			object: subject.label,
			path: [...path, field]
		}, `${resource}: ${message}`, fix));
	};
	for (const field of [
		"quota",
		"limit",
		"overQuotaWeight"
	]) {
		const value = require_api.at(subject.object, ...path, field);
		if (value === void 0) continue;
		if (typeof value !== "number") {
			say(field, `${field} must be a number, got ${require_facts.show(value)}`, `Write a number of ${resource === "cpu" ? "millicores" : resource === "gpu" ? "GPUs" : "megabytes"}; KAI counts millicores, GPUs and megabytes.`);
			continue;
		}
		if (value >= 0 || field !== "overQuotaWeight" && value === unlimited) continue;
		say(field, `${field} is ${value}, and ${field === "overQuotaWeight" ? "a weight is 0 or more" : "only -1 stands for no bound"}`, field === "overQuotaWeight" ? "Set overQuotaWeight to 1." : `Set ${field} to an amount of 0 or more, or to -1.`);
	}
	const { quota, limit } = amountOf(subject.object, resource);
	const writtenLimit = require_api.at(subject.object, ...path, "limit");
	if (found.length === 0 && typeof writtenLimit === "number" && limit < quota) say("limit", `limit ${require_facts.show(writtenLimit)} is below the quota ${quota === Number.POSITIVE_INFINITY ? "without bound" : quota}`, "Raise limit to the quota or above, or lower quota.");
	return found;
}
/** A resource of which the queue may have nothing keeps every pod of an engine waiting. */
function emptyQueue(subject, resource) {
	const { quota, limit } = amountOf(subject.object, resource);
	if (quota > 0 || limit > 0) return [];
	const path = [
		"spec",
		"resources",
		resource
	];
	const wrong = (value) => value !== void 0 && !(typeof value === "number" && value >= 0);
	if (["quota", "limit"].some((field) => wrong(require_api.at(subject.object, ...path, field)))) return [];
	return [require_facts.finding("DYN-ORCH-002", {
		object: subject.label,
		path
	}, `the queue may have no ${resource}: quota and limit are 0, which is also what KAI takes when they are left out`, `Set limit to -1, or to an amount of ${resource}.`)];
}
// ../../work/main/packages/constructs/src/checks/across/queues.ts
/** @module The queues of KAI among one another, and the graphs that wait in them. */
/** Queues that the charts of Dynamo and KAI make, by their parent. */
const chartQueues = /* @__PURE__ */ new Map([
	["dynamo-default", void 0],
	["dynamo", "dynamo-default"],
	["default-parent-queue", void 0],
	["default-queue", "default-parent-queue"]
]);
/** Where the operator puts a graph that names no queue. */
const usualQueue = "dynamo";
/** Classes of KAI whose pods are never preempted, and so never get more than the quota. */
const lastingClasses = /* @__PURE__ */ new Set(["build", "inference"]);
/** From this value on KAI takes a PriorityClass for one that is never preempted. */
const lastingPriority = 100;
/** DYN-ORCH-003 to 006. */
const queuesHoldGraphs = ({ subjects, graphs }, options) => {
	const queues = /* @__PURE__ */ new Map();
	for (const subject of subjects) {
		const queue = kaiQueueOf(subject);
		if (queue !== void 0) queues.set(queue.name, queue);
	}
	return [
		...treeOf(queues),
		...graphs.flatMap((graph) => placeOf(graph, queues)),
		...roomOf(graphs, queues, subjects, options)
	];
};
function say(subject, code, path, message, fix) {
	return {
		subject,
		finding: require_facts.finding(code, {
			object: subject.label,
			path
		}, message, fix)
	};
}
/** Parents that are there, above children that they can hold. */
function treeOf(queues) {
	const found = [];
	const children = /* @__PURE__ */ new Map();
	for (const queue of queues.values()) {
		const { subject, name, parent } = queue;
		if (parent === void 0) continue;
		const path = ["spec", "parentQueue"];
		if (isItsOwnAncestor(name, queues)) {
			const message = `the queue is its own ancestor, by way of ${require_facts.show(parent)}`;
			found.push(say(subject, "DYN-ORCH-003", path, message, "Give the top queue no parentQueue."));
			continue;
		}
		if (queues.size > 1 && !queues.has(parent) && !chartQueues.has(parent)) {
			const message = `the parent ${require_facts.show(parent)} is not among the objects, and no chart makes it`;
			found.push(say(subject, "DYN-ORCH-003", path, message, `Add the queue ${parent}.`));
			continue;
		}
		children.set(parent, [...children.get(parent) ?? [], queue]);
	}
	for (const [name, list] of children) {
		const parent = queues.get(name);
		if (parent === void 0) continue;
		const sum = list.reduce((total, { gpu }) => total + gpu.quota, 0);
		if (sum <= parent.gpu.quota) continue;
		const parts = list.map((child) => `${child.name} ${shown(child.gpu.quota)}`).join(", ");
		found.push(say(parent.subject, "DYN-ORCH-003", [
			"spec",
			"resources",
			"gpu",
			"quota"
		], `${list.length} queues below are promised ${shown(sum)} GPUs (${parts}), and this one has ${shown(parent.gpu.quota)}`, `Raise quota to ${sum === Number.POSITIVE_INFINITY ? "-1" : sum}, or lower that of the queues below.`));
	}
	return found;
}
function shown(amount) {
	return amount === Number.POSITIVE_INFINITY ? "without bound" : String(amount);
}
function isItsOwnAncestor(name, queues) {
	const seen = /* @__PURE__ */ new Set();
	for (let at = queues.get(name)?.parent; at !== void 0; at = queues.get(at)?.parent) {
		if (at === name) return true;
		if (seen.has(at)) return false;
		seen.add(at);
	}
	return false;
}
const queuePath = [
	"metadata",
	"annotations",
	require_facts.annotations.kaiQueue
];
/** The queue of a graph is there, and has no queues below it. */
function placeOf(graph, queues) {
	const name = graph.relations.queue;
	if (name === void 0) return [];
	const below = [...[...queues.values()].filter(({ parent }) => parent === name).map((queue) => queue.name), ...[...chartQueues].flatMap(([child, parent]) => parent === name ? [child] : [])];
	const [first] = below;
	if (first !== void 0) {
		const message = `queue ${name} has queues below it (${[...new Set(below)].join(", ")}), and KAI schedules from a queue without any only`;
		return [say(graph, "DYN-ORCH-004", queuePath, message, `Name a queue below it, such as ${first}.`)];
	}
	if (queues.size === 0 || queues.has(name) || chartQueues.has(name)) return [];
	const known = [...queues.keys()].filter((each) => ![...queues.values()].some(({ parent }) => parent === each));
	const message = `queue ${name} is not among the objects; there is ${known.join(", ")}`;
	return [say(graph, "DYN-ORCH-005", queuePath, message, `Name one of ${known.join(", ")}, or add the queue ${name}.`)];
}
/** DYN-ORCH-006: the graphs of a queue against what it may have. */
function roomOf(graphs, queues, subjects, { orchestrators }) {
	if (queues.size === 0) return [];
	const kai = orchestrators?.includes("kai") === true;
	const lasting = lastingNames(subjects);
	const found = [];
	for (const queue of queues.values()) {
		const inside = graphs.filter((graph) => {
			return (graph.relations.queue ?? (kai && graph.view.grove ? usualQueue : void 0)) === queue.name;
		});
		const held = inside.filter(({ view }) => lasting.has(view.graph.spec?.priorityClassName ?? ""));
		const { limit, quota } = queue.gpu;
		const capped = tooMany(inside, Math.max(limit, quota)) !== void 0;
		const [these, bound, field] = capped ? [
			inside,
			Math.max(limit, quota),
			"limit"
		] : [
			held,
			quota,
			"quota"
		];
		const gpus = tooMany(these, bound);
		if (gpus === void 0) continue;
		const why = capped ? `the queue may have ${bound}` : `pods that are never preempted stay inside the quota of ${bound}`;
		const names = these.map(({ view }) => view.name).join(", ");
		found.push(say(queue.subject, "DYN-ORCH-006", [
			"spec",
			"resources",
			"gpu",
			field
		], `${these.length === 1 ? `graph ${names} asks` : `graphs ${names} ask`} for ${gpus} GPUs, and ${why}`, `Raise ${field} to ${gpus} or more, or run fewer replicas.`));
	}
	return found;
}
/** GPUs of all replicas, when they are more than the bound; components that nobody can count do not. */
function tooMany(graphs, bound) {
	let gpus = 0;
	for (const { view } of graphs) for (const { replicas, nodes, gpusPerPod } of view.components) gpus += replicas * nodes * (gpusPerPod ?? 0);
	return gpus > bound ? gpus : void 0;
}
function lastingNames(subjects) {
	const names = new Set(lastingClasses);
	for (const { kind, name, object } of subjects) {
		if (kind !== "PriorityClass" || name === void 0) continue;
		const value = require_api.at(object, "value");
		if ((require_api.text(require_api.at(object, "apiVersion")) ?? "").startsWith("scheduling.k8s.io/") && Number(value) >= lastingPriority) names.add(name);
	}
	return names;
}
// ../../work/main/packages/constructs/src/checks/topology-binding.ts
/** @module ClusterTopologyBindings of Grove: their levels from broad to narrow. */
/** The levels of a binding, broad to narrow; undefined when the object is none. */
function levelsOf({ object, kind }) {
	const apiVersion = require_api.text(require_api.at(object, "apiVersion")) ?? "";
	if (kind !== "ClusterTopologyBinding" || !apiVersion.startsWith("grove.io/")) return void 0;
	return require_api.items(require_api.at(object, "spec", "levels")).map((level) => ({
		domain: require_api.text(require_api.at(level, "domain")) ?? "",
		key: require_api.text(require_api.at(level, "key")) ?? ""
	}));
}
/** DYN-ORCH-007: levels that no scheduler can make a tree of. */
function checkTopologyBinding(subject) {
	const levels = levelsOf(subject);
	if (levels === void 0) return [];
	const say = (path, message, fix) => require_facts.finding("DYN-ORCH-007", {
		object: subject.label,
		path: [
			"spec",
			"levels",
			...path
		]
	}, message, fix);
	if (levels.length === 0) return [say([], "there is no level", "Name at least one level, such as host.")];
	return levels.flatMap((level, index) => {
		const before = levels.slice(0, index);
		return [
			...shapeOf(level, (field, message, fix) => say([index, field], message, fix)),
			...["domain", "key"].flatMap((field) => level[field] !== "" && before.some((other) => other[field] === level[field]) ? [say([index, field], `${require_facts.show(level[field])} occurs twice`, "Remove one of the two.")] : []),
			...tooBroad(level, before).map((other) => say([index, "key"], `${level.key} is the broader place, and stands below ${other.key}`, "Order the levels from broad to narrow."))
		];
	});
}
/** What the CRD asks of a level. */
function shapeOf({ domain, key }, say) {
	const found = [];
	if (!/^[a-z][a-z0-9-]{0,62}$/.test(domain)) {
		const message = `must be lower-case letters, digits and hyphens, at most 63, beginning with a letter, got ${require_facts.show(domain)}`;
		found.push(say("domain", message, "Use a short name, such as rack."));
	}
	if (key.length > 63 || !labelKey.test(key)) {
		const message = `must be a node label of at most 63 characters, got ${require_facts.show(key)}`;
		found.push(say("key", message, "Use a label such as topology.kubernetes.io/zone."));
	}
	return found;
}
const labelKey = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
/** The first level above that is known to be narrower. */
function tooBroad(level, before) {
	const own = breadthOf(level);
	const narrower = before.find((other) => (breadthOf(other) ?? -1) > (own ?? Infinity));
	return narrower === void 0 ? [] : [narrower];
}
function breadthOf({ key }) {
	return require_facts.topologyLabels.find((label) => label.key === key)?.breadth;
}
// ../../work/main/packages/constructs/src/checks/across/topology.ts
/** @module Topology constraints of graphs against the ClusterTopologyBindings beside them. */
/**
* DYN-PLAT-008, 009: the admission webhook looks the domains up in the binding that the graph names.
* Objects without any binding prove nothing: it may be in the cluster already.
*/
const topologyIsBound = ({ subjects, graphs }) => {
	const bindings = /* @__PURE__ */ new Map();
	for (const subject of subjects) {
		const levels = levelsOf(subject);
		if (levels !== void 0 && subject.name !== void 0) bindings.set(subject.name, levels);
	}
	return bindings.size === 0 ? [] : graphs.flatMap((graph) => ofGraph(graph, bindings));
};
function ofGraph(subject, bindings) {
	const { view } = subject;
	const spec = view.graph.spec;
	const found = [];
	const own = spec?.topologyConstraint;
	if (own !== void 0) {
		const path = ["spec", "topologyConstraint"];
		const levels = bindings.get(own.clusterTopologyName);
		const packs = view.components.flatMap(({ component, path: at }) => {
			const domain = component.topologyConstraint?.packDomain;
			return domain === void 0 ? [] : [{
				path: [
					...at,
					"topologyConstraint",
					"packDomain"
				],
				domain
			}];
		});
		const uses = own.packDomain === void 0 ? packs : [{
			path: [...path, "packDomain"],
			domain: own.packDomain
		}, ...packs];
		if (levels === void 0) found.push(unbound(subject, path, own.clusterTopologyName, bindings));
		else {
			found.push(...missing(subject, own.clusterTopologyName, levels, uses));
			if (own.packDomain !== void 0) found.push(...broader(subject, levels, own.packDomain, packs));
		}
	}
	const transfer = spec?.experimental?.kvTransferPolicy;
	if (transfer?.clusterTopologyName !== void 0) {
		const path = [
			"spec",
			"experimental",
			"kvTransferPolicy"
		];
		const levels = bindings.get(transfer.clusterTopologyName);
		if (levels === void 0) found.push(unbound(subject, path, transfer.clusterTopologyName, bindings));
		else {
			const use = {
				path: [...path, "domain"],
				domain: transfer.domain
			};
			found.push(...missing(subject, transfer.clusterTopologyName, levels, [use]));
		}
	}
	return found;
}
function unbound(subject, path, name, bindings) {
	return {
		subject,
		finding: require_facts.finding("DYN-PLAT-009", {
			object: subject.label,
			path: [...path, "clusterTopologyName"]
		}, `no ClusterTopologyBinding ${require_facts.show(name)} is among the objects; there is ${[...bindings.keys()].map(require_facts.show).join(", ")}`, "Set clusterTopologyName to the name of a binding, or add the binding.")
	};
}
function missing(subject, name, levels, uses) {
	const known = levels.map(({ domain }) => domain);
	return uses.filter(({ domain }) => !known.includes(domain)).map(({ path, domain }) => ({
		subject,
		finding: require_facts.finding("DYN-PLAT-008", {
			object: subject.label,
			path
		}, `topology ${name} has no domain ${require_facts.show(domain)}; it has ${known.join(", ")}`, `Use one of ${known.join(", ")}, or add the level to the binding.`)
	}));
}
function broader(subject, levels, graphDomain, packs) {
	const place = (domain) => levels.findIndex((level) => level.domain === domain);
	return packs.filter(({ domain }) => place(domain) !== -1 && place(domain) < place(graphDomain)).map(({ path, domain }) => ({
		subject,
		finding: require_facts.finding("DYN-PLAT-008", {
			object: subject.label,
			path
		}, `${domain} is broader than ${graphDomain}, inside which the whole graph is packed`, `Use ${graphDomain} or a narrower domain.`)
	}));
}
// ../../work/main/packages/constructs/src/checks/serving.ts
/** @module What an engine serves and how, read from whichever flags the engine has for it. */
/** The components that run an engine. */
function workersOf(graph) {
	return graph.components.filter((view) => view.engine !== void 0);
}
/** The components that run a Dynamo frontend as their main process. */
function frontendsOf(graph) {
	return graph.components.filter((view) => view.program?.program === "frontend");
}
/** True when requests or workers of the graph may go past its own frontends and workers. */
function reachesOut(graph) {
	return graph.components.some((view) => view.component.globalDynamoNamespace === true || view.program?.program === "router" || view.program?.program === "globalRouter" || isUnreadable(view) || view.launch?.program.flags.namespace !== void 0 || view.launch?.program.flags.namespacePrefix !== void 0 || view.launch?.program.flags.endpoint !== void 0);
}
/** True for a component whose process could be anything. */
function isUnreadable(view) {
	return view.program === void 0 && view.role !== "epp";
}
/** Name under which clients ask for the model; undefined when it is not known. */
function servedModel(view) {
	const { program } = view;
	if (program === void 0 || view.open) return void 0;
	const served = program.flags.servedModelName ?? program.flags.modelName;
	if (served !== void 0) {
		const [first] = Array.isArray(served) ? served : [served];
		return typeof first === "string" && !first.includes("$") ? first : void 0;
	}
	return textFlag(program, "model") ?? textFlag(program, "modelPath");
}
/** Tokens per KV block, as far as flags say it. */
function blockSize(view) {
	const { program } = view;
	return numberFlag(program, "blockSize") ?? numberFlag(program, "pageSize") ?? numberFlag(program, "kvBlockSize");
}
/** Data type of the KV cache; undefined for `auto`, which follows the model. */
function kvCacheType(view) {
	const type = textFlag(view.program, "kvCacheDtype");
	if (type === void 0 || type === "auto") return void 0;
	return type === "fp8" ? "fp8_e4m3" : type;
}
/** vLLM's KV connectors, outermost first; empty when there is none. */
function connectorsOf(view) {
	const config = require_engines.flagsOf(view.program, "vllm")?.kvTransferConfig;
	return typeof config === "object" ? require_engines.connectors(config) : [];
}
/** True when the worker publishes KV events; undefined when values that are not known here decide. */
function publishesEvents(view) {
	if (view.program === void 0 || view.engine === void 0) return void 0;
	const events = require_engines.kvEvents(view.program);
	return events === false && (view.open || view.mode === void 0) ? void 0 : events;
}
// ../../work/main/packages/constructs/src/checks/roles.ts
/** @module Roles that need one another: prefill and decode, frontend and workers, planner and its pools. */
/** DYN-ROLE-001 to 003: one half of a disaggregated pair. */
const prefillHasDecode = (graph) => {
	const prefill = graph.components.filter((view) => view.role === "prefill");
	const decode = workersOf(graph).filter((view) => view.mode === "decode");
	const [firstPrefill] = prefill;
	const [firstDecode] = decode;
	if (!isClosed$1(graph)) return nothing;
	if (firstPrefill !== void 0) {
		if (graph.components.some((view) => view.role === "decode" || view.role === "worker")) return nothing;
		return one("DYN-ROLE-001", graph, firstPrefill.path, `${names$1(prefill)} only fills the KV cache, and the graph has 0 decode workers`, "Add a decode component for the same model.");
	}
	if (firstDecode === void 0) return nothing;
	return firstDecode.engine === "sglang" || firstDecode.engine === "trtllm" ? one("DYN-ROLE-002", graph, flagPlace(firstDecode, graph, "disaggregationMode"), `${names$1(decode)} runs ${firstDecode.engine} in mode decode, and the graph has 0 prefill workers`, "Add a prefill component for the same model, or remove the disaggregation mode.") : one("DYN-ROLE-003", graph, flagPlace(firstDecode, graph, "disaggregationMode"), `${names$1(decode)} runs in mode decode, and the graph has 0 prefill workers`, "Add a prefill component for the same model, or remove the disaggregation mode.");
};
/** DYN-ROLE-004, 005: somebody to ask, and somebody to answer. */
const frontendHasWorkers = (graph) => {
	const workers = workersOf(graph);
	const frontends = frontendsOf(graph);
	const [worker] = workers;
	const [frontend] = frontends;
	if (worker !== void 0 && frontend === void 0) {
		if (hasEntry(graph) || reachesOut(graph)) return nothing;
		return one("DYN-ROLE-004", graph, ["spec", "components"], `${names$1(workers)} cannot be reached: the graph has no frontend, endpoint picker or router`, "Add a component of type frontend.");
	}
	if (frontend === void 0 || worker !== void 0 || reachesOut(graph)) return nothing;
	return one("DYN-ROLE-005", graph, frontend.path, `${names$1(frontends)} has 0 workers to route to`, "Add a worker component, or tell the frontend another Dynamo namespace.");
};
/** DYN-ROLE-006: the planner looks components up by type. */
const plannerFindsRoles = (graph) => {
	for (const view of graph.components) {
		const config = plannerConfig(view);
		if (config === void 0 || config.environment === "virtual") continue;
		for (const role of scaledRoles(config.mode)) {
			const scaled = graph.components.filter((other) => other.component.type === role);
			if (scaled.length === 1) continue;
			return one("DYN-ROLE-006", graph, flagPlace(view, graph, "config"), `${view.name} runs in mode ${String(config.mode ?? "disagg")} and scales the component of type ${role}; the graph has ${scaled.length}${scaled.length === 0 ? misplaced(graph, role) : ` (${names$1(scaled)})`}`, scaled.length === 0 ? `Give the ${role} component the type ${role}, or choose the planner mode that fits the graph.` : `Keep one component of type ${role} per graph.`);
		}
	}
	return nothing;
};
/** DYN-ROLE-007: encoders and the workers behind them. */
const encoderHasUsers = (graph) => {
	const workers = workersOf(graph);
	if (workers.some((view) => view.open || view.mode === void 0) || reachesOut(graph)) return nothing;
	const encoder = workers.find((view) => view.mode === "encode");
	const user = workers.find((view) => usesEncoder(view));
	if (encoder !== void 0 && user === void 0) return one("DYN-ROLE-007", graph, encoder.path, `${encoder.name} encodes, but 0 of ${workers.length - 1} other workers fetch embeddings from it`, "Tell the workers to use it (vLLM --route-to-encoder, SGLang --dedicated-mm-encoder, TensorRT-LLM --encode-endpoint).");
	if (user === void 0 || encoder !== void 0 || user.engine === "trtllm") return nothing;
	return one("DYN-ROLE-007", graph, flagPlace(user, graph, user.engine === "sglang" ? "dedicatedMmEncoder" : "routeToEncoder"), `${user.name} fetches embeddings from an encode worker, and the graph has 0`, "Add a worker with --disaggregation-mode encode, or remove the flag.");
};
function usesEncoder(view) {
	const flags = view.program?.flags ?? {};
	return flags.routeToEncoder === true || flags.dedicatedMmEncoder === true || flags.encodeEndpoint !== void 0;
}
/** The planner's configuration; undefined when it is a file, or no planner. */
function plannerConfig(view) {
	const config = require_engines.flagsOf(view.program, "planner")?.config;
	return typeof config === "object" && config !== null ? config : void 0;
}
function scaledRoles(mode) {
	if (mode === void 0 || mode === "disagg") return ["prefill", "decode"];
	return mode === "prefill" || mode === "decode" ? [mode] : [];
}
/** A hint for the usual mistake: the flags say it, the type does not. */
function misplaced(graph, role) {
	const found = graph.components.filter((view) => view.role === role);
	const [first] = found;
	return first === void 0 ? "" : ` (${names$1(found)} has type ${first.component.type ?? "none"})`;
}
/** True when clients reach the graph, and only its own workers answer. */
function isClosed$1(graph) {
	return (frontendsOf(graph).length > 0 || hasEntry(graph)) && !reachesOut(graph);
}
/** True when something other than a frontend component takes requests. */
function hasEntry(graph) {
	return graph.components.some((view) => view.component.type === "epp" || view.component.type === "frontend" || view.component.frontendSidecar !== void 0);
}
/** `prefill` or `prefill, prefill-long` */
function names$1(views) {
	return views.map((view) => view.name).join(", ");
}
// ../../work/main/packages/constructs/src/checks/replicas.ts
/** @module Who owns the number of replicas. */
/** DYN-SCALE-001: a scaling adapter owns what the manifest writes. */
const adapterOwnsReplicas = (view, graph) => {
	const { component } = view;
	if (component.scalingAdapter === void 0 || component.replicas === void 0) return nothing;
	return one("DYN-SCALE-001", graph, [...view.path, "replicas"], `${view.name} sets replicas to ${component.replicas}, but its scaling adapter owns the number once the graph exists`, "Remove replicas and apply the graph server-side.");
};
/** DYN-SCALE-002: a planner writes the number into the graph itself. */
const plannerOwnsReplicas = (graph) => {
	const scaled = scaledByPlanner(graph);
	const found = [];
	for (const { component, path, name } of graph.components) {
		if (!scaled.includes(component.type ?? "")) continue;
		if (component.scalingAdapter !== void 0 || component.replicas === void 0) continue;
		found.push(require_facts.finding("DYN-SCALE-002", {
			object: graph.object,
			path: [...path, "replicas"]
		}, `${name} sets replicas to ${component.replicas}, and the planner of the graph changes the same field; every apply takes its decision back`, "Give the component a scaling adapter and remove replicas, so that the planner owns the number."));
	}
	return found;
};
/** Component types whose replicas a planner of the graph changes. */
function scaledByPlanner(graph) {
	for (const view of graph.components) {
		const config = plannerConfig(view);
		if (config === void 0 || config.advisory === true) continue;
		if (config.environment === "virtual") continue;
		switch (config.mode) {
			case void 0:
			case "disagg": return ["prefill", "decode"];
			case "prefill":
			case "decode": return [config.mode];
			case "agg": return ["worker", "decode"];
			default: return [];
		}
	}
	return [];
}
// ../../work/main/packages/constructs/src/checks/across/writers.ts
/** @module Everything that changes the replicas of a component. */
/** DYN-SCALE-003 to 006: the targets of autoscalers. */
const replicasHaveOneWriter = (fleet) => {
	if (fleet.autoscalers.length === 0) return [];
	const targets = targetsOf(fleet);
	const first = /* @__PURE__ */ new Map();
	return fleet.autoscalers.flatMap((scaler) => {
		const key = targetKey(scaler);
		const before = first.get(key);
		if (before === void 0) first.set(key, scaler);
		const place = targets.ofOwned(scaler);
		const ours = scaler.targetKind === "DynamoGraphDeploymentScalingAdapter" || place !== void 0;
		const twice = before === void 0 || !ours ? [] : [scaledTwice(scaler, before)];
		if (scaler.targetKind === "DynamoGraphDeploymentScalingAdapter") return [
			...twice,
			...toZero(scaler),
			...adapterExists(scaler, targets, fleet)
		];
		return place === void 0 ? twice : [...twice, pastOperator(scaler, place)];
	});
};
function targetKey({ subject, targetKind, targetName }) {
	return keyOf(targetKind, subject.namespace, targetName);
}
const target = [
	"spec",
	"scaleTargetRef",
	"name"
];
function report(code, { subject }, path, message, fix) {
	return {
		subject,
		finding: require_facts.finding(code, {
			object: subject.label,
			path
		}, message, fix)
	};
}
function scaledTwice(scaler, before) {
	return report("DYN-SCALE-003", scaler, target, `${before.subject.label} scales ${scaler.targetKind}/${scaler.targetName} as well`, "Remove one of the two autoscalers.");
}
function pastOperator(scaler, place) {
	const { graph, view } = place;
	return report("DYN-SCALE-005", scaler, target, `${scaler.targetKind}/${scaler.targetName} belongs to ${view.name} of ${graph.label}, and the operator sets its replicas back`, `Give ${view.name} a scaling adapter and target ${adapterKind} ${adapterName(place)}.`);
}
function toZero(scaler) {
	const { subject, minField, targetName } = scaler;
	if (scaler.min > 0) return [];
	const byDefault = require_api.at(subject.object, "spec", minField) === void 0;
	return [report("DYN-SCALE-006", scaler, ["spec", minField], `the minimum of ${targetName} is 0${byDefault ? " (the default)" : ""}; without a worker the model is gone and nothing scales up`, `Set ${minField} to 1 or more.`)];
}
/** The adapter of the target, unless nothing is known of its graph. */
function adapterExists(scaler, targets, fleet) {
	const { subject, targetName } = scaler;
	if (fleet.find("DynamoGraphDeploymentScalingAdapter", subject.namespace, targetName) !== void 0) return [];
	const place = targets.ofAdapter(scaler);
	if (place === void 0) {
		const graph = targets.near(scaler);
		if (graph === void 0) return [];
		const names = graph.view.components.map(({ name }) => name).join(", ");
		const message = `${graph.label} has no component for ${targetName}; its components are ${names}`;
		return [report("DYN-SCALE-004", scaler, target, message, "Target <graph>-<component> in lower case.")];
	}
	const { graph, view } = place;
	if (view.component.scalingAdapter === void 0) {
		const message = `${view.name} of ${graph.label} has no scaling adapter`;
		const fix = `Give ${view.name} a scaling adapter.`;
		return [report("DYN-SCALE-004", scaler, target, message, fix)];
	}
	if (!scaledByPlanner(graph.view).includes(view.component.type ?? "")) return [];
	const message = `the planner of ${graph.label} scales ${view.name} as well`;
	return [report("DYN-SCALE-003", scaler, target, message, "Remove the autoscaler, or the planner.")];
}
/** DYN-SCALE-003: an adapter that a manifest writes and an autoscaler or planner changes. */
const adaptersAreNotWritten = (fleet) => {
	const scalers = new Map(fleet.autoscalers.map((scaler) => [targetKey(scaler), scaler]));
	return fleet.subjects.flatMap((subject) => {
		const replicas = require_api.at(subject.object, "spec", "replicas");
		if (subject.kind !== "DynamoGraphDeploymentScalingAdapter" || replicas === void 0) return [];
		const other = scalers.get(keyOf("DynamoGraphDeploymentScalingAdapter", subject.namespace, subject.name ?? ""))?.subject.label ?? plannerOf(subject, fleet);
		if (other === void 0) return [];
		return {
			subject,
			finding: require_facts.finding("DYN-SCALE-003", {
				object: subject.label,
				path: ["spec", "replicas"]
			}, `the manifest sets replicas to ${String(replicas)}, and ${other} changes them`, "Remove the adapter from the manifests: the operator creates it.")
		};
	});
};
/** The planner that scales the component of an adapter. */
function plannerOf(adapter, fleet) {
	const reference = require_api.at(adapter.object, "spec", "dgdRef");
	const name = require_api.text(require_api.at(reference, "componentName")) ?? require_api.text(require_api.at(reference, "serviceName"));
	const graphName = require_api.text(require_api.at(reference, "name")) ?? "";
	const graph = fleet.find("DynamoGraphDeployment", adapter.namespace, graphName);
	const view = graph?.view?.components.find((candidate) => candidate.name === name);
	if (graph?.view === void 0 || view === void 0) return void 0;
	return scaledByPlanner(graph.view).includes(view.component.type ?? "") ? `the planner of ${graph.label}` : void 0;
}
// ../../work/main/packages/constructs/src/checks/across/index.ts
/** @module The one table of rules that need more than one object. */
/** Every rule that needs more than one object. */
const acrossRules = [
	objectsAreUnique,
	namespacesAreApart,
	modelsAreServed,
	replicasHaveOneWriter,
	adaptersAreNotWritten,
	engineFilesAreRight,
	topologyIsBound,
	queuesHoldGraphs
];
// ../../work/main/packages/constructs/src/checks/pod.ts
/** All containers of a component. */
function containersOf(view) {
	const { containers = [], initContainers } = view.component.podTemplate?.spec ?? {};
	const placed = containers.map((container, at) => ({
		container,
		path: podField(view, "containers", at)
	}));
	for (const [at, container] of (initContainers ?? []).entries()) placed.push({
		container,
		path: podField(view, "initContainers", at)
	});
	return placed;
}
/** Volumes that the operator adds to the pods. */
const operatorVolumes = /* @__PURE__ */ new Set([
	"shared-memory",
	"epp-config",
	"hf-cache",
	"topology-labels"
]);
/** DYN-POD-001: mounts of a volume that is not there. */
const mountsHaveVolumes = (view, graph) => {
	const spec = view.component.podTemplate?.spec;
	if ((spec?.containers ?? []).length < 2 && spec?.initContainers === void 0) return nothing;
	const volumes = /* @__PURE__ */ new Set([
		...(spec?.volumes ?? []).map((volume) => volume.name),
		...(view.main?.volumeMounts ?? []).map((mount) => mount.name),
		...operatorVolumes,
		view.component.compilationCache?.pvcName
	]);
	const found = [];
	for (const { container, path } of containersOf(view)) {
		if (container === view.main) continue;
		for (const [at, mount] of (container.volumeMounts ?? []).entries()) {
			if (volumes.has(mount.name)) continue;
			found.push(require_facts.finding("DYN-POD-001", {
				object: graph.object,
				path: [
					...path,
					"volumeMounts",
					at,
					"name"
				]
			}, `container ${container.name} of ${view.name} mounts ${require_facts.show(mount.name)}, and the pod has ${spec?.volumes === void 0 || spec.volumes.length === 0 ? "no volumes" : spec.volumes.map((volume) => volume.name).join(", ")}`, `Add a volume ${mount.name} to the pod.`));
		}
	}
	return found;
};
/** DYN-POD-002: claims that the pod does not declare. */
const claimsAreDeclared = (view, graph) => {
	const declared = view.component.podTemplate?.spec?.resourceClaims ?? [];
	const found = [];
	for (const { container, path } of containersOf(view)) for (const [at, claim] of (container.resources?.claims ?? []).entries()) {
		if (declared.some((known) => known.name === claim.name)) continue;
		found.push(require_facts.finding("DYN-POD-002", {
			object: graph.object,
			path: [
				...path,
				"resources",
				"claims",
				at,
				"name"
			]
		}, `container ${container.name} of ${view.name} uses the claim ${require_facts.show(claim.name)}, and resourceClaims of the pod has ${declared.length === 0 ? "0 entries" : declared.map((known) => known.name).join(", ")}`, `Add ${claim.name} to resourceClaims of the pod.`));
	}
	return found;
};
/** DYN-POD-003: requests against limits, and devices in whole numbers. */
const amountsAreValid = (view, graph) => {
	const found = [];
	for (const { container, path } of containersOf(view)) {
		const { limits, requests } = container.resources ?? {};
		if (limits === void 0 && requests === void 0) continue;
		for (const resource of /* @__PURE__ */ new Set([...Object.keys(limits ?? {}), ...Object.keys(requests ?? {})])) {
			const why = refused(resource, limits?.[resource], requests?.[resource]);
			if (why === void 0) continue;
			const list = limits?.[resource] === void 0 ? "requests" : "limits";
			found.push(require_facts.finding("DYN-POD-003", {
				object: graph.object,
				path: [
					...path,
					"resources",
					list,
					resource
				]
			}, `${resource} of container ${container.name} in ${view.name}: ${why[0]}`, why[1]));
		}
	}
	return found;
};
function refused(resource, limit, request) {
	const most = limit === void 0 ? void 0 : require_facts.quantityValue(limit);
	const least = request === void 0 ? void 0 : require_facts.quantityValue(request);
	if (isDevice(resource)) {
		for (const [value, written] of [[most, limit], [least, request]]) if (value !== void 0 && !Number.isInteger(value)) return [`a device comes in whole numbers, got ${require_facts.show(written)}`, "Write a whole number."];
		if (most === void 0) return [`a request of ${require_facts.show(request)} has no limit`, `Set the limit to ${request}.`];
		if (least !== void 0 && least !== most) return [`request ${require_facts.show(request)} differs from limit ${require_facts.show(limit)}`, "Set request and limit to the same number."];
		return;
	}
	if (most === void 0 || least === void 0 || !(least > most)) return void 0;
	return [`request ${require_facts.show(request)} exceeds limit ${require_facts.show(limit)}`, `Raise the limit to ${request}, or lower the request.`];
}
/** DYN-POD-004: one name, one container. */
const containerNamesDiffer = (view, graph) => {
	const { containers = [], initContainers = [] } = view.component.podTemplate?.spec ?? {};
	for (const [at, { name }] of initContainers.entries()) {
		if (!containers.some((container) => container.name === name)) continue;
		return [require_facts.finding("DYN-POD-004", {
			object: graph.object,
			path: podField(view, "initContainers", at, "name")
		}, `${view.name} has a container and an init container named ${require_facts.show(name)}`, "Rename the init container.")];
	}
	return nothing;
};
// ../../work/main/packages/constructs/src/checks/secrets.ts
/** Credentials that can be told by their form, with the name of what they open. */
const credentialForms = [
	[/\bhf_[A-Za-z0-9]{20,}/, "a Hugging Face token"],
	[/\bnvapi-[A-Za-z0-9_-]{20,}/, "an NVIDIA API key"],
	[/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
	[/\bgh[pousr]_[A-Za-z0-9]{30,}/, "a GitHub token"],
	[/\bsk-[A-Za-z0-9_-]{20,}/, "an API key"],
	[/\bAIza[A-Za-z0-9_-]{30,}/, "a Google API key"],
	[/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
	[/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a signed token (JWT)"]
];
/** Where every credential starts, so that most text is dismissed in one pass. */
const anyForm = /hf_|nvapi-|AKIA|ASIA|gh[pousr]_|sk-|AIza|-----BEGIN|eyJ/;
/** What a text is a credential for; undefined when it shows no known form. */
function credentialIn(text) {
	if (!anyForm.test(text)) return void 0;
	return credentialForms.find(([form]) => form.test(text))?.[1];
}
/** Last words of a name whose value is secret. `MAX_TOKENS` or `TOKENIZERS_PARALLELISM` are not among them. */
const secretWords = /(^|_)(TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_?KEY|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|AUTH_?KEY|CREDENTIALS?|NKEY)$/;
/** Names that end like a secret and hold none. */
const harmlessNames = /(^|_)(EOS|BOS|PAD|UNK|STOP|MAX|MIN|NUM|PER|ENABLE|USE|PARTIAL|CACHE|IMAGE|VIDEO|AUDIO)_TOKEN$/;
/** True when the name of a variable says that its value is a secret. */
function isSecretName(name) {
	const upper = name.toUpperCase();
	return secretWords.test(upper) && !harmlessNames.test(upper);
}
/** True when a value gives nothing away: empty, a switch, a number, a path, or still to be filled in. */
function isHarmless(value) {
	return value.trim() === "" || !isKnown(value) || value.includes("{{") || /^(true|false|yes|no|on|off|none|null|auto|implicit|\d+(\.\d+)?)$/i.test(value.trim()) || /^(\/|\.{1,2}\/|file:\/\/)/.test(value) || /^<[^>]*>$/.test(value.trim());
}
const useSecret = "Put the value into a Secret and refer to it with valueFrom.secretKeyRef.";
/** DYN-SECRET-001, 002: variables of one container or of the graph. */
function secretVariables(env, at, who) {
	let found = nothing;
	for (const [index, { name, value }] of (env ?? []).entries()) {
		if (typeof value !== "string" || value === "") continue;
		const credential = credentialIn(value);
		const named = credential === void 0 && isSecretName(name) && !isHarmless(value);
		if (credential === void 0 && !named) continue;
		const place = {
			object: at.object,
			path: [
				...at.path,
				index,
				"value"
			]
		};
		found = [...found, credential === void 0 ? require_facts.finding("DYN-SECRET-002", place, `${name} of ${who} is set to a literal of ${value.length} characters`, useSecret) : require_facts.finding("DYN-SECRET-001", place, `${name} of ${who} holds ${credential} in clear text`, `Revoke it. ${useSecret}`)];
	}
	return found;
}
/** A flag that takes a secret, with the sign in front of its value. */
const secretFlag = /^--[a-z0-9-]*(api-key|password|secret|secret-key|access-key|auth-token|hf-token)(=|$)/;
/** DYN-SECRET-001, 002: words of a command. */
function secretArguments(words, at, who) {
	let found = nothing;
	for (const [index, word] of (words ?? []).entries()) {
		const credential = credentialIn(word);
		if (credential !== void 0) {
			found = [...found, require_facts.finding("DYN-SECRET-001", {
				object: at.object,
				path: [...at.path, index]
			}, `${who} holds ${credential} in clear text`, "Revoke it. Put the value into a Secret, load it as a variable, and write $(NAME).")];
			continue;
		}
		const flag = secretFlag.exec(word)?.[0];
		if (flag === void 0) continue;
		const value = flag.endsWith("=") ? word.slice(flag.length) : words?.[index + 1] ?? "";
		if (value.startsWith("--") || isHarmless(value) || credentialIn(value) !== void 0) continue;
		found = [...found, require_facts.finding("DYN-SECRET-002", {
			object: at.object,
			path: [...at.path, index]
		}, `${flag.replace("=", "")} of ${who} is a literal of ${value.length} characters`, "Put the value into a Secret, load it as a variable, and write $(NAME).")];
	}
	return found;
}
/** DYN-SECRET-001, 002 for every container of a graph. */
const nothingIsSecret = (graph) => {
	const { object } = graph;
	let found = secretVariables(graph.graph.spec?.env, {
		object,
		path: ["spec", "env"]
	}, "the graph");
	for (const view of graph.components) for (const { container, path } of containersOf(view)) {
		const who = container === view.main ? view.name : `container ${container.name} of ${view.name}`;
		for (const some of [
			secretVariables(container.env, {
				object,
				path: [...path, "env"]
			}, who),
			secretArguments(container.command, {
				object,
				path: [...path, "command"]
			}, who),
			secretArguments(container.args, {
				object,
				path: [...path, "args"]
			}, who)
		]) if (some.length > 0) found = [...found, ...some];
	}
	return found;
};
// ../../work/main/packages/constructs/src/checks/plain.ts
/** @module What can be said of objects that are no graph: secrets in them, bounds of autoscalers and queues. */
/** Findings about an object of any kind. */
function checkPlain(subject) {
	switch (subject.kind) {
		case "Secret": return secretValues(subject);
		case "ConfigMap": return configValues(subject);
		case "HorizontalPodAutoscaler":
		case "ScaledObject": return autoscalingBounds(subject);
		default: return [
			...checkQueue(subject),
			...checkTopologyBinding(subject),
			...containersAnywhere(subject, subject.object, [])
		];
	}
}
/** DYN-SECRET-003: a Secret that is no empty shell. */
function secretValues({ object, label }) {
	if ((require_api.text(require_api.at(object, "type")) ?? "Opaque") === "kubernetes.io/service-account-token") return [];
	for (const field of ["stringData", "data"]) {
		const filled = require_api.entries(require_api.at(object, field)).filter(([, value]) => typeof value === "string" && value !== "" && isKnown(value) && !value.includes("{{"));
		const [first] = filled;
		if (first === void 0) continue;
		return [require_facts.finding("DYN-SECRET-003", {
			object: label,
			path: [field, first[0]]
		}, `the manifest holds the values of ${filled.length} ${filled.length === 1 ? "key" : "keys"}: ${filled.map(([key]) => key).join(", ")}`, "Create the Secret from a secret store, such as with an ExternalSecret, and keep it out of manifests.")];
	}
	return [];
}
/** DYN-SECRET-001: credentials in configuration. */
function configValues({ object, label }) {
	const found = [];
	for (const [key, value] of require_api.entries(require_api.at(object, "data"))) {
		const credential = typeof value === "string" ? credentialIn(value) : void 0;
		if (credential === void 0) continue;
		found.push(require_facts.finding("DYN-SECRET-001", {
			object: label,
			path: ["data", key]
		}, `${key} holds ${credential} in clear text`, "Revoke it. Keep credentials in a Secret that comes from a secret store."));
	}
	return found;
}
/** DYN-SECRET-001, 002: containers wherever the kind has them. */
function containersAnywhere(subject, value, path) {
	const found = [];
	for (const [key, inner] of require_api.entries(value)) {
		const here = [...path, key];
		if (key === "containers" || key === "initContainers" || key === "mainContainer") {
			const list = Array.isArray(inner) ? inner : [inner];
			for (const [index, container] of list.entries()) {
				const at0 = Array.isArray(inner) ? [...here, index] : here;
				found.push(...secretsOf(container, {
					object: subject.label,
					path: at0
				}));
			}
		} else if (require_api.fields(inner) !== void 0) found.push(...containersAnywhere(subject, inner, here));
	}
	return found;
}
function secretsOf(container, place) {
	const who = `container ${require_api.text(require_api.at(container, "name")) ?? "main"}`;
	const inside = (field) => ({
		object: place.object,
		path: [...place.path, field]
	});
	const texts = (field) => require_api.items(require_api.at(container, field)).map((item) => require_api.text(item) ?? "");
	return [
		...secretVariables(require_api.items(require_api.at(container, "env")).map((item) => {
			const value = require_api.text(require_api.at(item, "value"));
			const name = require_api.text(require_api.at(item, "name")) ?? "";
			return value === void 0 ? { name } : {
				name,
				value
			};
		}), inside("env"), who),
		...secretArguments(texts("command"), inside("command"), who),
		...secretArguments(texts("args"), inside("args"), who)
	];
}
/** DYN-SCALE-007: bounds that no autoscaler accepts. */
function autoscalingBounds(subject) {
	const scaler = autoscalerOf(subject);
	if (scaler === void 0 || scaler.min <= scaler.max) return [];
	return [require_facts.finding("DYN-SCALE-007", {
		object: subject.label,
		path: ["spec", scaler.minField]
	}, `the minimum ${scaler.min} is above the maximum ${scaler.max}`, `Set ${scaler.minField} to at most ${scaler.max}.`)];
}
// ../../work/main/packages/constructs/src/checks/version.ts
/** The first numbers of a version: `v1.33.4-eks-1` is 1.33.4, `1.30` is 1.30.0; undefined without two numbers. */
function looseVersion(text) {
	const match = /^\s*[vV]?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? "");
	if (match === null) return void 0;
	return {
		major: Number(match[1]),
		minor: Number(match[2]),
		patch: Number(match[3] ?? 0)
	};
}
/** True when a version is before a minor release. */
function olderThan(version, major, minor) {
	return version.major < major || version.major === major && version.minor < minor;
}
/**
* Compares by semver precedence, pre-releases included; missing numbers count as 0. Negative when a
* is older.
*/
function compareRelease(a, b) {
	const [left, right] = [split(a), split(b)];
	for (let at = 0; at < Math.max(left.numbers.length, right.numbers.length); at += 1) {
		const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
		if (difference !== 0) return difference;
	}
	if (left.suffix.length === 0 || right.suffix.length === 0) return right.suffix.length - left.suffix.length;
	for (let at = 0; at < Math.max(left.suffix.length, right.suffix.length); at += 1) {
		const difference = compareIdentifiers(left.suffix[at], right.suffix[at]);
		if (difference !== 0) return difference;
	}
	return 0;
}
function split(text) {
	const [release = "", ...rest] = text.trim().replace(/^[vV]/, "").replace(/\+.*$/, "").split("-");
	const suffix = rest.join("-");
	return {
		numbers: release.split(".").map((number) => /^\d+$/.test(number) ? Number(number) : 0),
		suffix: suffix === "" ? [] : suffix.split(".")
	};
}
function compareIdentifiers(a, b) {
	if (a === void 0 || b === void 0) return (a === void 0 ? 0 : 1) - (b === void 0 ? 0 : 1);
	const [x, y] = [isNumber(a), isNumber(b)];
	if (x && y) return Number(a) - Number(b);
	if (x !== y) return x ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}
function isNumber(text) {
	return /^\d+$/.test(text);
}
// ../../work/main/packages/constructs/src/checks/companions.ts
/** @module Versions of Grove and KAI against the Dynamo release that drives them. */
const names = {
	grove: "Grove",
	kai: "KAI"
};
const codes = {
	grove: "DYN-VER-005",
	kai: "DYN-VER-006"
};
/**
* DYN-VER-005, 006: a version that does not work with that Dynamo release. A release that is newer
* than the table is judged as the newest of it.
*
* @param version of the companion, such as `v0.1.0-alpha.12-rc1`
*/
function companionFits(companion, version, dynamo) {
	const range = require_facts.releases.findLast(({ release }) => {
		const [major = 0, minor = 0] = release.split(".").map(Number);
		return !olderThan(dynamo, major, minor);
	})?.[companion];
	if (range === void 0) return [];
	const name = names[companion];
	const stated = `Dynamo ${dynamo.major}.${dynamo.minor}`;
	const code = codes[companion];
	const oldest = bare(range.minimum);
	if (oldest !== void 0 && compareRelease(version, oldest) < 0) return [{
		code,
		message: `${stated} ${companion === "grove" ? "needs" : "asks for"} ${name} ${oldest}, and the cluster runs ${version}`,
		fix: `Upgrade ${name} to ${oldest} or later.`
	}];
	const newer = bare(range.below);
	if (newer !== void 0 && compareRelease(version, newer) >= 0) return [{
		code,
		message: `${stated} works with ${name} below ${newer}, and the cluster runs ${version}`,
		fix: `Use ${name} ${bare(range.bundled)}, or upgrade Dynamo.`
	}];
	return [];
}
function bare(version) {
	return version?.replace(/^v/, "");
}
// ../../work/main/packages/constructs/src/checks/release.ts
/** @module The graph against the releases of operator, Kubernetes, Grove, KAI and driver. */
/** DYN-VER-001: is the version of the object served. */
function apiIsServed(object, apiVersion, operator) {
	if (operator === void 0 || apiVersion !== "nvidia.com/v1beta1" || !olderThan(operator, 1, 2)) return nothing;
	return one("DYN-VER-001", { object }, ["apiVersion"], `${apiVersion} is served since Dynamo 1.2, and the cluster runs ${operator.major}.${operator.minor}`, "Write the graph in nvidia.com/v1alpha1, or upgrade Dynamo.");
}
/** DYN-VER-002: settings that came with a later release than the cluster's. */
const settingsAreKnown = (graph, options) => {
	const operator = require_facts.parseVersion(options.dynamoVersion ?? "");
	if (operator === void 0) return nothing;
	const found = [];
	for (const { what, path, release } of settingsOf(graph)) {
		if (!olderThan(operator, ...release)) continue;
		found.push(require_facts.finding("DYN-VER-002", {
			object: graph.object,
			path
		}, `${what} works since Dynamo ${release.join(".")}, and the cluster runs ${operator.major}.${operator.minor}`, "Remove the setting, or upgrade Dynamo."));
	}
	return found;
};
/** Every setting of the graph that not all supported releases know. */
function settingsOf(graph) {
	const { spec, metadata } = graph.graph;
	const settings = [];
	const add = (what, path, value, major, minor) => {
		if (value !== void 0) settings.push({
			what,
			path,
			release: [major, minor]
		});
	};
	const annotation = (key, major, minor) => add(`annotation ${key}`, [
		"metadata",
		"annotations",
		key
	], metadata?.annotations?.[key], major, minor);
	add("priorityClassName", ["spec", "priorityClassName"], spec?.priorityClassName, 1, 3);
	const policy = spec?.experimental?.kvTransferPolicy;
	const policyPath = [
		"spec",
		"experimental",
		"kvTransferPolicy"
	];
	add("kvTransferPolicy", policyPath, policy, 1, 2);
	add("clusterTopologyName of kvTransferPolicy", [...policyPath, "clusterTopologyName"], policy?.clusterTopologyName, 1, 3);
	annotation(require_facts.annotations.groveUpdateStrategy, 1, 4);
	annotation(require_facts.annotations.volcanoQueue, 1, 4);
	annotation(require_facts.annotations.kubeDiscoveryMode, 1, 1);
	for (const { component, path } of graph.components) {
		add("minAvailable", [...path, "minAvailable"], component.minAvailable, 1, 3);
		add("runtimeVersionOverride", [...path, "runtimeVersionOverride"], component.runtimeVersionOverride, 1, 4);
		add("frontendSidecar", [...path, "frontendSidecar"], component.frontendSidecar, 1, 0);
		const { gpuMemoryService, failover, checkpoint } = component.experimental ?? {};
		const at = [...path, "experimental"];
		add("gpuMemoryService", [...at, "gpuMemoryService"], gpuMemoryService, 1, 1);
		add("failover", [...at, "failover"], failover, 1, 1);
		add("startupPolicy of checkpoint", [
			...at,
			"checkpoint",
			"startupPolicy"
		], checkpoint?.startupPolicy, 1, 3);
		add("deletionPolicy of checkpoint", [
			...at,
			"checkpoint",
			"deletionPolicy"
		], checkpoint?.deletionPolicy, 1, 3);
	}
	return settings;
}
/** DYN-VER-003, 004: Kubernetes for the CRDs, and for GPUs as claims. */
const kubernetesIsRecent = (graph, options) => {
	const kubernetes = looseVersion(options.kubernetesVersion);
	if (kubernetes === void 0) return nothing;
	const got = `${kubernetes.major}.${kubernetes.minor}`;
	if (olderThan(kubernetes, 1, 30)) return one("DYN-VER-003", graph, ["apiVersion"], `Dynamo needs Kubernetes 1.30, and the cluster runs ${got}`, "Upgrade the cluster to 1.30 or later.");
	if (!olderThan(kubernetes, 1, 34)) return nothing;
	const view = graph.components.find(({ component }) => component.experimental?.gpuMemoryService !== void 0);
	if (view === void 0) return nothing;
	return one("DYN-VER-004", graph, [
		...view.path,
		"experimental",
		"gpuMemoryService"
	], `${view.name} takes its GPUs through DRA, which needs Kubernetes 1.34, and the cluster runs ${got}`, "Remove gpuMemoryService and failover, or upgrade the cluster to 1.34.");
};
/** DYN-VER-005, 006: what the Dynamo release was built with. */
const schedulersAreRecent = (graph, options) => {
	const operator = require_facts.parseVersion(options.dynamoVersion ?? "");
	if (operator === void 0 || !graph.grove) return nothing;
	const { groveVersion, kaiVersion } = options;
	return [...groveVersion === void 0 ? nothing : companionFits("grove", groveVersion, operator), ...kaiVersion === void 0 ? nothing : companionFits("kai", kaiVersion, operator)].map(({ code, message, fix }) => require_facts.finding(code, {
		object: graph.object,
		path: ["apiVersion"]
	}, message, fix));
};
/** DYN-VER-007: a runtime that the operator has never seen. */
const operatorKnowsImage = (view, graph, options) => {
	const operator = require_facts.parseVersion(options.dynamoVersion ?? "");
	const { version } = view;
	if (operator === void 0 || version === void 0) return nothing;
	if (!olderThan(operator, version.major, version.minor)) return nothing;
	return one("DYN-VER-007", graph, mainField(view, "image"), `${view.name} runs Dynamo ${version.major}.${version.minor}, and the operator is ${operator.major}.${operator.minor}`, `Upgrade the operator to ${version.major}.${version.minor}, or use images of ${operator.major}.${operator.minor}.`);
};
/** DYN-VER-008: CUDA of the image against the driver of the nodes. */
const driverIsRecent = (view, graph, options) => {
	const { driverVersion } = options;
	const { version, engine, gpusPerPod } = view;
	if (driverVersion === void 0 || version === void 0 || engine === void 0) return nothing;
	if (engine === "mocker" || gpusPerPod === 0) return nothing;
	const release = `${version.major}.${version.minor}`;
	const facts = require_facts.releases.find((row) => row.release === release);
	const needed = /cuda13/.test(view.image?.tag ?? "") ? "580" : facts?.minDriver;
	if (needed === void 0 || compareRelease(driverVersion, needed) >= 0) return nothing;
	return one("DYN-VER-008", graph, mainField(view, "image"), `${view.name} runs Dynamo ${release}, which needs driver ${needed}, and the nodes have ${driverVersion}`, `Install driver ${needed} or later on the GPU nodes.`);
};
// ../../work/main/packages/constructs/src/checks/disaggregation.ts
/** @module What prefill and decode have to agree on before a KV block can travel between them. */
/** The pairs whose flags are all known. */
function pairsOf(graph) {
	const workers = workersOf(graph).filter((view) => !view.open);
	const pairs = [];
	for (const prefill of workers) {
		if (prefill.mode !== "prefill") continue;
		const decode = workers.find((view) => (view.mode === "decode" || view.mode === "agg" && view.component.type === "decode") && view.engine === prefill.engine && servedModel(view) === servedModel(prefill));
		if (decode !== void 0) pairs.push({
			prefill,
			decode
		});
	}
	return pairs;
}
/** DYN-ROLE-013: transfer backend of SGLang, innermost connector of vLLM. */
const transferAgrees = (graph) => {
	for (const { prefill, decode } of pairsOf(graph)) {
		if (prefill.engine === "sglang" && decode.mode === "decode") {
			const [a, b] = [sglangBackend(prefill), sglangBackend(decode)];
			if (a === b) continue;
			return one("DYN-ROLE-013", graph, flagPlace(decode, graph, "disaggregationTransferBackend"), `${prefill.name} sends KV over ${a}, but ${decode.name} receives over ${b}`, `Set --disaggregation-transfer-backend ${a} on both.`);
		}
		const sent = transports(prefill);
		const received = transports(decode);
		if (sent.length === 0 || received.length === 0) continue;
		if (sent.some((name) => received.includes(name))) continue;
		return one("DYN-ROLE-013", graph, flagPlace(decode, graph, "kvTransferConfig"), `${prefill.name} sends KV with ${sent.join(", ")}, but ${decode.name} receives with ${received.join(", ")}`, `Use the same connector on both, such as ${sent.includes("NixlConnector") ? "NixlConnector" : sent[0] ?? ""}.`);
	}
	return nothing;
};
function sglangBackend(view) {
	return String(view.program?.flags.disaggregationTransferBackend ?? "mooncake");
}
/** Connectors that carry blocks between workers, without those that only offload or combine. */
function transports(view) {
	const combining = ["PdConnector", "MultiConnector"];
	return connectorsOf(view).map((config) => config.kv_connector ?? "").filter((name) => name !== "" && !combining.includes(name));
}
/** DYN-ROLE-015, 016: data type and length of a block. */
const blocksAgree = (graph) => {
	for (const { prefill, decode } of pairsOf(graph)) {
		const [sent, received] = [kvCacheType(prefill), kvCacheType(decode)];
		if (sent !== received) return one(sent !== void 0 && received !== void 0 ? "DYN-ROLE-015" : "DYN-ROLE-016", graph, flagPlace(received === void 0 ? prefill : decode, graph, "kvCacheDtype"), `${prefill.name} stores KV as ${sent ?? "auto"}, but ${decode.name} as ${received ?? "auto"}`, `Set --kv-cache-dtype ${sent ?? received} on both.`);
		const [a, b] = [blockSize(prefill), blockSize(decode)];
		if (a === b || prefill.engine === "mocker" || hasEngineFile(prefill) || hasEngineFile(decode)) continue;
		return one("DYN-ROLE-016", graph, flagPlace(b === void 0 ? prefill : decode, graph, blockProperty(decode)), `${prefill.name} cuts KV into blocks of ${tokens(a)}, but ${decode.name} of ${tokens(b)}`, `Set a block size of ${a ?? b} on both.`);
	}
	return nothing;
};
/** True when a file of TensorRT-LLM may set what no flag sets. */
function hasEngineFile(view) {
	const { extraEngineArgs, overrideEngineArgs } = view.program?.flags ?? {};
	return extraEngineArgs !== void 0 || overrideEngineArgs !== void 0;
}
/** The flag that sets the block size of a worker's engine. */
function blockProperty(view) {
	if (view.engine === "sglang") return "pageSize";
	return view.engine === "trtllm" ? "kvBlockSize" : "blockSize";
}
function tokens(size) {
	return size === void 0 ? "the engine's default size" : `${size} tokens`;
}
// ../../work/main/packages/constructs/src/checks/engine-role.ts
/** @module An engine's flags against the role of its component. */
/** DYN-ROLE-008: the type says one role and the flags another. */
const typeMatchesMode = (view, graph) => {
	const { type } = view.component;
	const { mode } = view;
	if (mode === void 0 || type === void 0 || type === mode) return nothing;
	if (!(type === "prefill" || type === "decode" && mode !== "agg" || type === "worker" && (mode === "prefill" || mode === "decode") && selectsByType(graph))) return nothing;
	const wanted = mode === "agg" || mode === "encode" ? "worker" : mode;
	return one("DYN-ROLE-008", graph, [...view.path, "type"], `${view.name} has type ${type}, but its ${view.engine} engine runs in mode ${mode}`, mode === "agg" ? `Set --disaggregation-mode ${type}, or give the component the type worker.` : `Give the component the type ${wanted}, or set --disaggregation-mode ${type === "worker" ? "agg" : type}.`);
};
/** True when an endpoint picker tells prefill from decode by the component type. */
function selectsByType(graph) {
	return graph.components.some(({ component }) => component.type === "epp");
}
/** DYN-ROLE-009: ports and probes of the type are not those of the program. */
const programMatchesType = (view, graph) => {
	const { program } = view;
	const { type } = view.component;
	if (program === void 0 || type === void 0) return nothing;
	const expected = typesOf$1(program.program);
	if (!require_api.componentTypes.includes(type) || expected.length === 0 || expected.includes(type)) return nothing;
	return one("DYN-ROLE-009", graph, [...view.path, "type"], `${view.name} has type ${type}, but its main container runs dynamo.${moduleName(program.program)}`, `Give the component the type ${expected.join(" or ")}, or run a process of type ${type}.`);
};
/** Types whose ports and probes fit a program; empty when any may. */
function typesOf$1(program) {
	switch (program) {
		case "frontend": return ["frontend"];
		case "vllm":
		case "sglang":
		case "trtllm":
		case "mocker": return [
			"worker",
			"prefill",
			"decode"
		];
		case "planner":
		case "globalPlanner": return ["planner"];
		default: return [];
	}
}
function moduleName(program) {
	return program === "globalPlanner" ? "global_planner" : program;
}
/** DYN-ROLE-010, 011: vLLM moves KV blocks only through a connector. */
const vllmHasConnector = (view, graph) => {
	const { mode, engine, open, program } = view;
	if (engine !== "vllm" || open || program === void 0) return nothing;
	if ((program.extraArgs ?? []).some((token) => token.startsWith("--kv-transfer-config"))) return nothing;
	if (connectorsOf(view).length > 0) return nothing;
	const fix = `Add --kv-transfer-config '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'.`;
	if (mode === "prefill") {
		if (!sinceRelease(view, 1, 0)) return nothing;
		return one("DYN-ROLE-010", graph, argsPlace(view), `${view.name} runs in mode prefill without --kv-transfer-config; vLLM workers since Dynamo 1.0 stop at start`, fix);
	}
	if (!(mode === "decode" || mode === "agg" && view.component.type === "decode") || !graph.components.some((other) => other.mode === "prefill")) return nothing;
	if (!sinceRelease(view, 1, 0)) return nothing;
	return one("DYN-ROLE-011", graph, argsPlace(view), `${view.name} decodes for a prefill worker but has no KV connector, so it computes every prompt a second time`, fix);
};
/** True unless the image is known to be older than the release. */
function sinceRelease(view, major, minor) {
	const { version } = view;
	return version === void 0 || version.major > major || version.major === major && version.minor >= minor;
}
/** DYN-ROLE-012: decode pods dial the bootstrap server of prefill pods. */
const sglangBootstrapIsReachable = (view, graph) => {
	if (view.engine !== "sglang" || view.mode !== "prefill" || view.open) return nothing;
	const host = view.program?.flags.host;
	if (host !== void 0 && ![
		"127.0.0.1",
		"localhost",
		"::1"
	].includes(String(host))) return nothing;
	return one("DYN-ROLE-012", graph, flagPlace(view, graph, "host"), `${view.name} serves its bootstrap port on ${host === void 0 ? "127.0.0.1, the default of --host" : String(host)}; decode pods cannot reach it`, "Add --host 0.0.0.0.");
};
/** DYN-ROLE-019: the operator rewrites for one backend per graph. */
const oneBackend = (graph) => {
	const detected = /* @__PURE__ */ new Map();
	for (const view of workersOf(graph)) {
		const { type } = view.component;
		const inspected = type === "worker" || type === "prefill" || type === "decode";
		const backend = view.engine ?? "";
		if (inspected && isBackend(backend) && !detected.has(backend)) detected.set(backend, view);
	}
	const stated = graph.graph.spec?.backendFramework;
	const [[first, firstView] = [], [second, secondView] = []] = [...detected];
	if (secondView !== void 0 && firstView !== void 0) return one("DYN-ROLE-019", graph, [...secondView.path], `${firstView.name} runs ${first} and ${secondView.name} runs ${second}; the operator takes one backend per graph`, "Put each backend into a graph of its own.");
	if (stated === void 0 || first === void 0 || stated === first) return nothing;
	return one("DYN-ROLE-019", graph, ["spec", "backendFramework"], `must be the backend of the workers: ${require_facts.show(stated)} is stated, and ${firstView?.name} runs ${first}`, `Set backendFramework to ${first}, or remove it.`);
};
function isBackend(engine) {
	return require_api.backendFrameworks.includes(engine);
}
/** DYN-ROLE-020, 021: the endpoint picker chooses workers, the sidecar in front of each obeys. */
const pickerHasSidecars = (graph) => {
	const picker = graph.components.find((view) => view.component.type === "epp");
	const workers = workersOf(graph);
	if (picker === void 0 || workers.length === 0) return nothing;
	const served = workers.filter((view) => view.component.frontendSidecar !== void 0);
	if (served.length === 0) return one("DYN-ROLE-020", graph, picker.path, `${picker.name} sends requests to port 8000 of the workers, but 0 of ${workers.length} worker components (${names$1(workers)}) have a frontend sidecar`, "Add a container with -m dynamo.frontend --router-mode direct to the workers and name it in frontendSidecar.");
	for (const view of served) {
		const at = view.component.podTemplate?.spec?.containers.findIndex(({ name }) => name === view.component.frontendSidecar);
		const mode = at === void 0 ? void 0 : sidecarMode(view, at);
		if (at === void 0 || mode === void 0 || mode === "direct") continue;
		return one("DYN-ROLE-021", graph, podField(view, "containers", at, "args"), `the frontend sidecar of ${view.name} routes by ${mode} and ignores the choice of ${picker.name}`, "Add --router-mode direct to the sidecar.");
	}
	return nothing;
};
/** How a frontend sidecar routes; undefined when that is not known. */
function sidecarMode(view, at) {
	const { command, args, env, envFrom } = view.component.podTemplate?.spec?.containers[at] ?? {};
	const launch = require_engines.readLaunch({
		command: command ?? ["python3"],
		args: args ?? ["-m", "dynamo.frontend"]
	});
	if (launch?.program.program !== "frontend") return void 0;
	const variable = env?.findLast(({ name }) => name === "DYN_ROUTER_MODE");
	const mode = launch.program.flags.routerMode ?? variable?.value;
	if (mode !== void 0) return String(mode);
	return variable !== void 0 || (envFrom?.length ?? 0) > 0 ? void 0 : "round-robin";
}
/** DYN-ROLE-021: mode direct and the endpoint picker belong together. */
const directNeedsPicker = (view, graph) => {
	if (view.program?.program !== "frontend" || view.program.flags.routerMode !== "direct") return nothing;
	return one("DYN-ROLE-021", graph, flagPlace(view, graph, "routerMode"), `${view.name} obeys the choice of an endpoint picker (mode direct), but requests reach it without one`, "Use another router mode, or run the frontend as sidecar of the workers behind a component of type epp.");
};
/** DYN-ROLE-014: the frontend pairs prefill and decode by model name. */
const pairServesOneModel = (view, graph) => {
	if (view.mode !== "prefill") return nothing;
	const model = servedModel(view);
	const decode = workersOf(graph).filter((other) => other.mode !== "prefill" && other.mode !== "encode");
	const models = decode.map(servedModel);
	if (model === void 0 || decode.length === 0 || models.includes(void 0) || models.includes(model)) return nothing;
	const other = [...new Set(models)].map(require_facts.show).join(", ");
	return one("DYN-ROLE-014", graph, flagPlace(view, graph, view.program?.flags.servedModelName === void 0 ? "model" : "servedModelName"), `${view.name} prefills for ${require_facts.show(model)}, but ${names$1(decode)} serves ${other}`, "Give both roles the same model and the same --served-model-name.");
};
// ../../work/main/packages/constructs/src/checks/image.ts
/**
* @module Images against the program, the devices and one another.
*
* An image that is still a placeholder (`${IMAGE}`) is not judged at all. One whose tag and override
* do not tell the release counts, where a rule is about releases, as the release that this library
* renders; rules that compare two releases skip it.
*/
/** The image of each engine. */
const engineImages = {
	vllm: require_facts.images.vllm,
	sglang: require_facts.images.sglang,
	trtllm: require_facts.images.trtllm
};
/** Everything that NVIDIA publishes under its path. @see docs/fern/pages/reference/general/release-artifacts */
const published = [
	...Object.values(require_facts.images),
	...Object.values(engineImages).map((name) => `${name}-nightly`),
	"kubernetes-operator",
	"snapshot-agent",
	"power-agent"
];
/** The resource that the AWS device plugin offers. */
const efa = "vpc.amazonaws.com/efa";
/** DYN-IMAGE-001: a known image that lacks the module. */
const imageHasProgram = (view, graph) => {
	const { image, program, version, component } = view;
	const name = image?.name ?? "";
	const engineOfImage = Object.keys(engineImages).find((engine) => engineImages[engine] === name);
	if (!(engineOfImage !== void 0 || name === require_facts.images.frontend || name === require_facts.images.planner)) return nothing;
	const runs = program?.program ?? (component.type === "epp" ? "epp" : void 0);
	const wanted = wantedImage(runs, engineOfImage, name, version);
	if (wanted === void 0) return nothing;
	return one("DYN-IMAGE-001", graph, mainField(view, "image"), `${view.name} runs ${runs === "epp" ? "the endpoint picker" : `dynamo.${runs}`}, and the image ${name}${version === void 0 ? "" : ` ${version.major}.${version.minor}.${version.patch}`} does not contain it`, `Use the image ${wanted}.`);
};
/** The image to use instead; undefined when the one at hand will do. */
function wantedImage(runs, engineOfImage, name, version) {
	if (runs === "vllm" || runs === "sglang" || runs === "trtllm") return engineOfImage === runs ? void 0 : engineImages[runs];
	if (runs === "epp") return name === require_facts.images.frontend ? void 0 : require_facts.images.frontend;
	const bare = name === require_facts.images.frontend || version !== void 0 && (version.major > 1 || version.minor > 0);
	const outside = name !== require_facts.images.planner && bare && (version?.major ?? 1) > 0;
	return runs === "planner" && outside ? require_facts.images.planner : void 0;
}
/** DYN-IMAGE-002, 003: EFA needs both the devices and the image. */
const efaIsComplete = (view, graph) => {
	const { image, main, engine } = view;
	if (image?.tag === void 0 || engine === void 0 || require_facts.parseVersion(image.tag) === void 0) return nothing;
	if (!Object.values(engineImages).includes(image.name)) return nothing;
	const { limits, requests } = main?.resources ?? {};
	const devices = require_facts.quantityValue(limits?.[efa] ?? requests?.[efa] ?? 0);
	const hasEfa = /-efa\b/.test(image.tag);
	if (devices > 0 && !hasEfa) return one("DYN-IMAGE-002", graph, mainField(view, "image"), `${view.name} requests ${devices} EFA devices per pod, but its image is ${image.name}:${image.tag}`, `Use the tag ${image.tag}-efa.`);
	if (devices > 0 || !hasEfa) return nothing;
	return one("DYN-IMAGE-003", graph, mainField(view, "resources"), `${view.name} runs ${image.name}:${image.tag} and requests 0 EFA devices`, `Request ${efa}, or use the tag ${image.tag.replace(/-efa.*/, "")}.`);
};
/** DYN-IMAGE-004, 008: names and variants under NVIDIA's registry path. */
const imageIsPublished = (view, graph) => {
	const { image, version, main } = view;
	if (image === void 0 || main === void 0) return nothing;
	if (image.repository !== `nvcr.io/nvidia/ai-dynamo/${image.name}`) return nothing;
	const at = mainField(view, "image");
	if (!published.includes(image.name)) return one("DYN-IMAGE-008", graph, at, `${require_facts.show(image.name)} is none of the ${published.length} images under ${require_facts.imageRegistry}`, `Use ${view.engine === void 0 || engineImages[view.engine] === void 0 ? require_facts.images.frontend : engineImages[view.engine]}, or your own registry for an image that you built.`);
	const tag = image.tag ?? "";
	const why = missingVariant(image.name, tag, version);
	if (why === void 0) return nothing;
	return one("DYN-IMAGE-004", graph, at, `${image.name}:${tag} ${why[0]}`, why[1]);
};
function missingVariant(name, tag, version) {
	if (version === void 0 || require_facts.parseVersion(tag) === void 0) return void 0;
	const since13 = version.major > 1 || version.major === 1 && version.minor >= 3;
	const plain = tag.replace(/-(efa|cuda1\d).*$/, "");
	const isEngine = Object.values(engineImages).includes(name);
	if (/-efa\b/.test(tag) && !isEngine) return ["does not exist: only the 3 engine images have an EFA variant", `Use the tag ${plain}.`];
	if (tag.endsWith("-cuda12") && since13) return ["does not exist: since 1.3 all images are built with CUDA 13", `Use the tag ${plain}.`];
	if (name === require_facts.images.vllm && tag === "0.8.1-cuda13") return ["does not start", "Use the tag 0.8.1, or a later release."];
}
/** DYN-IMAGE-005: every image of a graph belongs to one minor release. */
const oneRelease = (graph) => {
	let first;
	for (const view of graph.components) {
		const { version } = view;
		if (version === void 0 || view.program === void 0) continue;
		first ??= view;
		const other = first.version;
		if (other === void 0 || other.major === version.major && other.minor === version.minor) continue;
		const newer = require_facts.compareVersions(version, other) > 0 ? version : other;
		return one("DYN-IMAGE-005", graph, mainField(view, "image"), `${first.name} runs Dynamo ${other.major}.${other.minor}, ${view.name} runs ${version.major}.${version.minor}`, `Use images of ${newer.major}.${newer.minor} for all components, and change releases by replacing the graph.`);
	}
	return nothing;
};
/** DYN-IMAGE-006: an override beside a tag that says something else. */
const overrideMatchesTag = (view, graph) => {
	const override = require_facts.parseVersion(view.component.runtimeVersionOverride ?? "");
	const tagged = require_facts.parseVersion(view.image?.tag ?? "");
	if (override === void 0 || tagged === void 0 || require_facts.compareVersions(override, tagged) === 0) return nothing;
	return one("DYN-IMAGE-006", graph, [...view.path, "runtimeVersionOverride"], `${view.name} states ${view.component.runtimeVersionOverride}, but its image is tagged ${view.image?.tag}`, "Remove runtimeVersionOverride.");
};
/** DYN-IMAGE-007: programs that a distroless image does not have. */
const imageHasShell = (view, graph) => {
	const { image, main } = view;
	if (image?.name !== require_facts.images.planner || main === void 0) return nothing;
	const commands = [{
		path: mainField(view, "command"),
		words: main.command
	}, ...[
		"startupProbe",
		"livenessProbe",
		"readinessProbe"
	].map((probe) => ({
		path: mainField(view, probe, "exec", "command"),
		words: main[probe]?.exec?.command
	}))];
	for (const { path, words } of commands) {
		const program = (words?.[0] ?? "").split("/").at(-1) ?? "";
		if (program !== "bash" && program !== "curl" && program !== "wget") continue;
		return one("DYN-IMAGE-007", graph, path, `${view.name} starts ${require_facts.show(words?.[0])}, and ${require_facts.images.planner} has only Python and /bin/sh`, program === "bash" ? "Use /bin/sh, or start Python directly." : "Use an httpGet probe.");
	}
	return nothing;
};
/** DYN-IMAGE-009: arm64 nodes cannot run amd64 images. */
const imageFitsCpu = (view, graph) => {
	const tag = view.image?.tag ?? "";
	const { nodeSelector } = view.component.podTemplate?.spec ?? {};
	if (nodeSelector?.["kubernetes.io/arch"] !== "arm64" || !/-amd64\b/.test(tag)) return nothing;
	return one("DYN-IMAGE-009", graph, mainField(view, "image"), `${view.name} runs on arm64 nodes, but ${view.image?.name}:${tag} is built for amd64`, `Use the tag ${tag.replace("-amd64", "")}, or amd64 nodes.`);
};
// ../../work/main/packages/constructs/src/checks/launch.ts
/** @module Command and args: will they start what they mean, with flags that the program takes. */
/** Flags that engines had once. */
const removedFlags = {
	vllm: require_engines.vllmRemovedFlags,
	sglang: require_engines.sglangRemovedFlags,
	trtllm: require_engines.trtllmRemovedFlags
};
/** DYN-LAUNCH-001: values that the program's own parser refuses, in flags and in variables. */
const flagValues = (view, graph) => {
	const { launch, settings } = view;
	const inFlags = launch?.issues ?? [];
	const inVariables = settings?.issues ?? [];
	if (inFlags.length + inVariables.length === 0) return nothing;
	const read = inVariables.filter((issue) => launch?.program.flags[issue.property] === void 0);
	const found = (issue, path) => require_facts.finding("DYN-LAUNCH-001", {
		object: graph.object,
		path
	}, `${place(issue)} of ${view.name} takes ${issue.expected}, got ${require_facts.show(issue.got)}`, `Give ${place(issue)} ${issue.expected}.`);
	return [...inFlags.map((issue) => found(issue, wordPlace(view, issue.flag))), ...read.map((issue) => found(issue, flagPlace(view, graph, issue.property)))];
};
/** The flag, and the key inside its document that is wrong. */
function place({ flag, key }) {
	return key === void 0 ? flag : `${flag} (${key})`;
}
/** DYN-LAUNCH-002: flags that the engine has no longer. */
const flagsAreCurrent = (view, graph) => {
	const { launch } = view;
	const extra = launch?.program.extraArgs;
	const removed = removedFlags[launch?.program.program ?? ""];
	if (extra === void 0 || removed === void 0) return nothing;
	const found = [];
	for (const flag of flagsAmong(extra)) {
		const gone = removed[flag] ?? removed[flag.replaceAll("_", "-")];
		if (gone === void 0 || isOlder(view, gone.since)) continue;
		found.push(require_facts.finding("DYN-LAUNCH-002", {
			object: graph.object,
			path: wordPlace(view, flag)
		}, `${view.name} passes ${flag}, which ${view.engine} no longer has since ${gone.since}`, gone.instead === "nothing" ? `Remove ${flag}.` : `Use ${gone.instead}.`));
	}
	return found;
};
/** DYN-LAUNCH-003: flags that a program without an engine behind it never had. */
const flagsExist = (view, graph) => {
	const { launch, open, version, program } = view;
	const extra = launch?.program.extraArgs;
	if (launch === void 0 || extra === void 0 || open || !isClosed(launch.program.program)) return nothing;
	if (version !== void 0 && !olderThan(version, 1, 5)) return nothing;
	if ((program?.flags.dynChatProcessor ?? "dynamo") !== "dynamo") return nothing;
	const known = Object.values(require_engines.flagTable(launch.program.program)).map((row) => row.flag);
	const found = [];
	for (const flag of flagsAmong(extra)) {
		if (known.includes(flag) || launch.issues.some((issue) => issue.flag === flag)) continue;
		const close = require_facts.nearest(flag, known);
		found.push(require_facts.finding("DYN-LAUNCH-003", {
			object: graph.object,
			path: wordPlace(view, flag)
		}, `${view.name} passes ${flag}, which is none of the ${known.length} flags of ${launch.program.program}`, close === void 0 ? `Remove ${flag}.` : `Write ${close}, or remove ${flag}.`));
	}
	return found;
};
/** The flags of a list of tokens, each once. */
function flagsAmong(tokens) {
	const flags = tokens.map((token) => /^--[A-Za-z][\w.-]*/.exec(token)?.[0]);
	return [...new Set(flags)].filter((flag) => flag !== void 0);
}
/** True for programs that take no flags of an engine behind them. */
function isClosed(program) {
	return [
		"frontend",
		"router",
		"planner",
		"mocker",
		"globalPlanner",
		"globalRouter"
	].includes(program);
}
/** True when the image is known to be older than the Dynamo release that a text names. */
function isOlder(view, since) {
	const release = looseVersion(/\d+\.\d+/.exec(since)?.[0]);
	return release !== void 0 && view.version !== void 0 && olderThan(view.version, release.major, release.minor);
}
/** DYN-LAUNCH-004, 005: what the operator's own command makes of the arguments. */
const commandIsComplete = (view, graph) => {
	const { main, component } = view;
	if (main === void 0 || (main.command?.length ?? 0) > 0 || component.type === "epp") return nothing;
	const args = main.args ?? [];
	const [first] = args;
	if (component.type === "frontend") {
		if (first === void 0 || first === "-m" || first.startsWith("-m")) return nothing;
		return one("DYN-LAUNCH-004", graph, mainField(view, "args"), `${view.name} has no command, so the operator runs: python3 ${args.slice(0, 2).join(" ")}${args.length > 2 ? " …" : ""}`, "Set the command to python3 -m dynamo.frontend, one word per entry.");
	}
	if (first === void 0) return one("DYN-LAUNCH-005", graph, mainField(view, "command"), `${view.name} (type ${component.type ?? "none"}) has neither command nor args, and the operator knows no default process for it`, "Set a command such as python3 -m dynamo.vllm, one word per entry, and args.");
	if (args.length === 1 && !first.startsWith("-")) return nothing;
	return one("DYN-LAUNCH-004", graph, mainField(view, "args"), `${view.name} has no command, so the operator runs its ${args.length} args as: /bin/sh -c ${require_facts.show(first)}, where ${first.startsWith("-") ? "a flag is no script" : "only the first is the script"}`, "Set the command, such as python3 -m dynamo.vllm, one word per entry.");
};
/** DYN-LAUNCH-010: `$NAME` where no shell reads it. */
const variablesAreExpanded = (view, graph) => {
	const { launch, main } = view;
	if (launch === void 0 || launch.program.shell !== void 0 || startsShell(view)) return nothing;
	for (const field of ["args", "command"]) for (const [at, token] of (main?.[field] ?? []).entries()) {
		const match = /\$(?:\{(\w+)\}|([A-Za-z_]\w*))/.exec(token);
		const name = match?.[1] ?? match?.[2];
		if (name === void 0 || !view.env.values.has(name)) continue;
		return one("DYN-LAUNCH-010", graph, mainField(view, field, at), `${view.name} starts without a shell, so ${match?.[0]} reaches the program as text; the container has a variable ${name}`, `Write $(${name}), which Kubernetes expands.`);
	}
	return nothing;
};
function startsShell(view) {
	return /(^|\/)(ba|da|a|z|k)?sh$/.test(view.main?.command?.[0] ?? "/bin/sh");
}
/** DYN-LAUNCH-011: `$(NAME)` of a variable that is nowhere. */
const variablesAreSet = (view, graph) => {
	const { launch, env, main } = view;
	if (launch === void 0 || env.open || startsShell(view)) return nothing;
	for (const field of ["args", "command"]) for (const [at, token] of (main?.[field] ?? []).entries()) {
		if (!token.includes("$(")) continue;
		for (const [whole, name = ""] of token.matchAll(/(?<!\$)\$\((\w+)\)/g)) {
			if (env.values.has(name) || isOrchestrators(name)) continue;
			return one("DYN-LAUNCH-011", graph, mainField(view, field, at), `${view.name} refers to ${whole}, but neither the container, the graph nor the operator sets ${name}`, `Set ${name} in the environment, or write the value.`);
		}
	}
	return nothing;
};
/** Variables that Grove, LeaderWorkerSet and the kubelet add. */
function isOrchestrators(name) {
	return /^(GROVE|LWS|KUBERNETES)_|_(SERVICE_HOST|SERVICE_PORT|PORT)$/.test(name);
}
/** DYN-LAUNCH-012: lists replace the operator's lists, and the picker reads its file from a volume. */
const pickerKeepsVolumes = (view, graph) => {
	if (view.component.type !== "epp") return nothing;
	const volumes = view.component.podTemplate?.spec?.volumes ?? [];
	const mounts = view.main?.volumeMounts ?? [];
	const missing = [...volumes.length > 0 && !volumes.some((volume) => volume.name === "epp-config") ? ["volumes"] : [], ...mounts.length > 0 && !mounts.some((mount) => mount.name === "epp-config") ? ["volumeMounts"] : []];
	const [first] = missing;
	if (first === void 0) return nothing;
	return one("DYN-LAUNCH-012", graph, first === "volumes" ? [
		...view.path,
		"podTemplate",
		"spec",
		"volumes"
	] : mainField(view, first), `${missing.join(" and ")} of ${view.name} replace the operator's, and none of them is epp-config`, "Add the volume epp-config (ConfigMap of the picker) and its mount at /etc/epp, or remove yours.");
};
// ../../work/main/packages/constructs/src/checks/memory.ts
/** @module Memory that engines take beside the GPU: shared memory and KV caches on the host. */
/** The least that upstream manifests give an engine. */
const leastShared = 2 * 2 ** 30;
/** DYN-MEM-001, 002, 005: `/dev/shm`. */
const sharedMemoryIsEnough = (view, graph) => {
	const { component, engine, main } = view;
	const { sharedMemorySize: size } = component;
	if (engine === void 0 || engine === "mocker" || size === void 0) return nothing;
	const bytes = require_facts.quantityValue(size);
	const path = [...view.path, "sharedMemorySize"];
	if (bytes === 0) {
		const own = main?.volumeMounts?.some((mount) => mount.mountPath.replace(/\/$/, "") === "/dev/shm");
		const split = view.mode === "prefill" || view.mode === "decode";
		if (own === true || !split || component.podTemplate?.spec?.hostIPC === true) return nothing;
		return one("DYN-MEM-001", graph, path, `${view.name} runs in mode ${view.mode} with shared memory of 0, which leaves the container's 64 MiB`, "Remove sharedMemorySize for the operator's 8Gi, or set 16Gi.");
	}
	if (bytes < leastShared) return one("DYN-MEM-002", graph, path, `${view.name} has ${size} of shared memory; engines use at least 2Gi, and the operator gives 8Gi`, "Set sharedMemorySize to 8Gi or more, 16Gi for prefill and decode.");
	if (!(bytes >= require_facts.quantityValue(main?.resources?.limits?.memory ?? NaN))) return nothing;
	return one("DYN-MEM-005", graph, path, `${view.name} has ${size} of shared memory inside a memory limit of ${main?.resources?.limits?.memory}`, "Raise the memory limit above shared memory and the engine together.");
};
/** DYN-MEM-003: caches in host memory against the limit of the container. */
const cpuCacheFits = (view, graph) => {
	if (view.engine === void 0) return nothing;
	const written = view.main?.resources?.limits?.memory;
	const cache = cpuCache(view);
	if (written === void 0 || cache === void 0) return nothing;
	const limit = require_facts.quantityValue(written);
	if (!(cache.bytes >= limit)) return nothing;
	return one("DYN-MEM-003", graph, cache.variable === void 0 ? mainField(view, "resources", "limits", "memory") : variablePlace(view, graph, cache.variable) ?? mainField(view, "env"), `${view.name} keeps ${cache.written} of KV cache in host memory, and its memory limit is ${written}`, "Raise the memory limit to the cache plus what the engine needs, or shrink the cache.");
};
/** KVBM and FlexKV size their cache by variable, in GB per pod. */
function cpuCache(view) {
	for (const variable of ["DYN_KVBM_CPU_CACHE_GB", "FLEXKV_CPU_CACHE_GB"]) {
		const gigabytes = number(view, variable);
		if (gigabytes !== void 0) return {
			bytes: gigabytes * 1e9,
			written: `${gigabytes} GB`,
			variable
		};
	}
	const hicache = view.program?.flags.hicacheSize;
	if (typeof hicache !== "number" || hicache <= 0 || view.program?.flags.enableHierarchicalCache !== true) return;
	const ranks = view.gpusPerPod ?? 1;
	return {
		bytes: hicache * 1e9 * ranks,
		written: `${hicache} GB × ${ranks} ranks`
	};
}
function number(view, variable) {
	const text = view.env.values.get(variable);
	const value = Number(text ?? NaN);
	return text === void 0 || text.trim() === "" || !Number.isFinite(value) ? void 0 : value;
}
/** DYN-MEM-004: each tier is larger than the one above it. */
const diskHoldsCpu = (view, graph) => {
	const cpu = number(view, "DYN_KVBM_CPU_CACHE_GB");
	const disk = number(view, "DYN_KVBM_DISK_CACHE_GB");
	if (cpu === void 0 || disk === void 0 || disk === 0 || disk >= cpu) return nothing;
	return one("DYN-MEM-004", graph, variablePlace(view, graph, "DYN_KVBM_DISK_CACHE_GB") ?? mainField(view, "env"), `${view.name} has a disk cache of ${disk} GB below a CPU cache of ${cpu} GB`, `Set DYN_KVBM_DISK_CACHE_GB to ${cpu} or more, or remove it.`);
};
// ../../work/main/packages/constructs/src/checks/multinode.ts
/** @module Workers over several nodes: can the operator see and extend what they run. */
/** The sizes that the operator looks for, by vLLM's property. */
const sizes = [
	"tensorParallelSize",
	"pipelineParallelSize",
	"dataParallelSize"
];
/** DYN-LAUNCH-006: vLLM sizes that are written where the operator does not read. */
const sizesAreVisible = (view, graph) => {
	if (view.nodes === 1 || view.engine !== "vllm" || view.program === void 0) return nothing;
	const words = (view.main?.args ?? []).flatMap((arg) => arg.split(/\s+/));
	const table = require_engines.flagTable("vllm");
	for (const property of sizes) {
		const size = view.program.flags[property];
		const flag = table[property]?.flag ?? "";
		if (typeof size !== "number" || size === 1) continue;
		const at = words.indexOf(flag);
		if (at !== -1 && words[at + 1] === String(size)) continue;
		return one("DYN-LAUNCH-006", graph, flagPlace(view, graph, property), `${view.name} spans ${view.nodes} nodes with ${flag} ${size}, but the operator reads only the words ${flag} ${size} in args, not ${howWritten(view, property)}`, `Write ${flag} and ${size} as two entries of args.`);
	}
	return nothing;
};
function howWritten(view, property) {
	const row = require_engines.flagTable("vllm")[property];
	const spellings = [row?.flag ?? "", ...row?.aliases ?? []];
	const argv = view.launch?.argv ?? [];
	const token = argv.find((word) => spellings.includes(word.split("=")[0] ?? ""));
	if (token === void 0) return `the variable ${row?.env ?? ""}`.trimEnd();
	const value = argv[argv.indexOf(token) + 1] ?? "";
	if (token.includes("=")) return token;
	return (view.main?.command ?? []).some((word) => word.split(/\s+/).includes(token)) ? `${token} ${value} in command` : `${token} ${value}`;
}
/** DYN-LAUNCH-007: nowhere to insert rank and address. */
const flagsHaveAPlace = (view, graph) => {
	if (view.nodes === 1 || view.engine === void 0 || view.engine === "mocker") return nothing;
	const { command = [], args = [] } = view.main ?? {};
	if (isPython(command[0] ?? "") && command.length > 0) return nothing;
	if (args.some((arg) => enginePattern.test(arg))) return nothing;
	return one("DYN-LAUNCH-007", graph, mainField(view, "command"), `${view.name} spans ${view.nodes} nodes, its command starts with ${JSON.stringify(command[0] ?? "")} and no argument holds the Python command`, `Start the command with python3, or move the script with python3 -m dynamo.${view.engine} into args.`);
};
/** What the operator takes for an engine. */
const enginePattern = /python[\d.]*\s+(-\S+\s+)*-m\s+dynamo\.(vllm|sglang|trtllm)\b/;
function isPython(executable) {
	return /^(.*\/)?python\d*(\.\d+)*$/.test(executable);
}
/** DYN-LAUNCH-008: what the operator sets for each node. */
const ranksAreLeftAlone = (view, graph) => {
	if (view.nodes === 1 || view.program === void 0) return nothing;
	const { flags } = view.program;
	const property = [
		"nodeRank",
		"nnodes",
		"distInitAddr",
		"masterAddr",
		"dataParallelAddress"
	].find((name) => flags[name] !== void 0);
	if (property === void 0) return nothing;
	const flag = require_engines.flagTable(view.program.program)[property]?.flag ?? property;
	return one("DYN-LAUNCH-008", graph, flagPlace(view, graph, property), `${view.name} sets ${flag}, which the operator adds with the rank and address of each of the ${view.nodes} nodes`, `Remove ${flag}.`);
};
/** DYN-LAUNCH-009: a wrapper around an engine hides it. */
const engineIsRecognised = (view, graph) => {
	const { type } = view.component;
	if (view.nodes === 1 || type !== "worker" && type !== "prefill" && type !== "decode") return nothing;
	const { command = [], args = [] } = view.main ?? {};
	if (command.length + args.length === 0) return nothing;
	if (view.engine !== void 0 || enginePattern.test([...command, ...args].join(" "))) return nothing;
	return one("DYN-LAUNCH-009", graph, argsPlace(view), `${view.name} spans ${view.nodes} nodes, but its command has no python -m dynamo.vllm, .sglang or .trtllm in plain sight, so nothing joins the nodes`, "Start the engine with python3 -m in command and args, or pass rank and address in your own script.");
};
// ../../work/main/packages/constructs/src/checks/placement.ts
/** DYN-PLACE-001, 002: terms that no pod of the graph can ever match. */
const affinitySelectsPods = eachComponent((view, graph) => {
	const found = [];
	for (const { term, path, required, anti } of termsOf(view)) {
		const selector = term.labelSelector;
		if (selector === void 0 || term.namespaceSelector !== void 0) continue;
		const graphs = valuesOf(selector, require_facts.labels.graph);
		const at = {
			object: graph.object,
			path: [...path, "labelSelector"]
		};
		if (graphs === void 0) continue;
		const component = graphs.map((value) => componentNamed(graph, value)).find((other) => other !== void 0);
		if (!graphs.includes(graph.name) && component !== void 0) {
			found.push(require_facts.finding("DYN-PLACE-002", at, `${anti ? "anti-affinity" : "affinity"} of ${view.name} wants ${require_facts.labels.graph} ${graphs.map(require_facts.show).join(" or ")}, and the graph is named ${require_facts.show(graph.name)}`, `Select the graph by ${require_facts.labels.graph}: ${graph.name}, and the component by ${require_facts.labels.component}: ${component.name}.`));
			continue;
		}
		if (anti || !required || graphs.some((value) => value !== graph.name)) continue;
		if (graph.components.some((other) => matches(selector, other, graph))) continue;
		found.push(require_facts.finding("DYN-PLACE-001", at, `${view.name} is scheduled only beside pods of this graph with ${describe(selector)}; there are 0 (${require_facts.labels.componentType} of its components: ${typesOf(graph)})`, "Select labels that components of the graph have."));
	}
	return found.length === 0 ? nothing : found;
});
function termsOf(view) {
	const { affinity } = view.component.podTemplate?.spec ?? {};
	const terms = [];
	for (const kind of ["podAffinity", "podAntiAffinity"]) {
		const rules = affinity?.[kind];
		const base = podField(view, "affinity", kind);
		const anti = kind === "podAntiAffinity";
		for (const [at, term] of (rules?.requiredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
			const path = [
				...base,
				"requiredDuringSchedulingIgnoredDuringExecution",
				at
			];
			terms.push({
				term,
				path,
				required: true,
				anti
			});
		}
		for (const [at, weighted] of (rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []).entries()) {
			const path = [
				...base,
				"preferredDuringSchedulingIgnoredDuringExecution",
				at,
				"podAffinityTerm"
			];
			terms.push({
				term: weighted.podAffinityTerm,
				path,
				required: false,
				anti
			});
		}
	}
	return terms;
}
/** Values that a label may have under a selector; undefined when it asks for none. */
function valuesOf(selector, label) {
	const fixed = selector.matchLabels?.[label];
	if (fixed !== void 0) return [fixed];
	return selector.matchExpressions?.find(({ key, operator }) => key === label && operator === "In")?.values;
}
/** The component whose pods somebody meant by `<graph>-<component>`. */
function componentNamed(graph, value) {
	return graph.components.find((other) => value === `${graph.name}-${other.name.toLowerCase()}`);
}
/** False only when a label that the operator sets rules the component out. */
function matches(selector, view, graph) {
	const wantedNames = valuesOf(selector, require_facts.labels.component);
	if (wantedNames !== void 0 && !wantedNames.includes(view.name)) return false;
	const wantedTypes = valuesOf(selector, require_facts.labels.componentType);
	return wantedTypes === void 0 || wantedTypes.some((type) => typeLabels(view, graph).includes(type));
}
/** What the component-type label may be; graphs that began in v1alpha1 keep `worker` for both roles. */
function typeLabels(view, graph) {
	const { type } = view.component;
	if (type === void 0) return [];
	return graph.alpha && (type === "prefill" || type === "decode") ? [type, "worker"] : [type];
}
function describe(selector) {
	return [require_facts.labels.componentType, require_facts.labels.component].flatMap((label) => {
		const values = valuesOf(selector, label);
		return values === void 0 ? [] : [`${label} ${values.map(require_facts.show).join(" or ")}`];
	}).join(" and ");
}
function typesOf(graph) {
	return [...new Set(graph.components.map(({ component }) => component.type ?? "none"))].join(", ");
}
// ../../work/main/packages/constructs/src/checks/orchestrators.ts
/** @module Which orchestrators and schedulers a set of graphs needs, and why. */
/** Names under which pods ask for a scheduler, by the orchestrator that brings it. */
const schedulerNames = {
	kai: "kai-scheduler",
	volcano: "volcano"
};
/** In order of preference: every earlier one is worth more than all later ones together. */
const all = [
	"grove",
	"kai",
	"lws",
	"volcano"
];
/**
* What graphs need to run: multi-node components need Grove, or LeaderWorkerSet together with
* Volcano; topology constraints need Grove and KAI; a queue needs its scheduler.
*
* @param graphs DynamoGraphDeployments of either API version; other objects are ignored
*/
function orchestratorsFor(graphs) {
	const needs = graphs.flatMap((object) => {
		const { view } = subjectOf(object, {});
		return view === void 0 ? [] : needsOf(view);
	});
	const unmet = needs.filter(({ anyOf }) => anyOf.length === 0);
	return {
		needs,
		install: smallestSet(needs.filter(({ anyOf }) => anyOf.length > 0)),
		unmet
	};
}
/** True when one of the sets is installed as a whole. */
function isMet(need, installed) {
	return need.anyOf.some((set) => set.every((name) => installed.includes(name)));
}
function smallestSet(needs) {
	return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_name, at) => (bits & 2 ** (all.length - 1 - at)) !== 0)).filter((set) => needs.every((need) => isMet(need, set))).reduce((best, set) => set.length <= best.length ? set : best, all);
}
/** Every reason of one graph. */
function needsOf(graph) {
	return [
		...graph.components.flatMap((view) => multinodeNeed(view, graph) ?? []),
		...topologyNeeds(graph),
		...queueNeeds(graph),
		...schedulerNeeds(graph),
		...groveNeeds(graph)
	];
}
/** Somebody has to start the pods of several nodes together; undefined for one node. */
function multinodeNeed(view, graph) {
	if (view.component.multinode === void 0) return void 0;
	const other = ["lws", "volcano"];
	return {
		object: graph.object,
		path: [...view.path, "multinode"],
		why: `${view.name} spans ${view.nodes} nodes`,
		anyOf: graph.grove ? [["grove"], other] : [other]
	};
}
function onGrove(graph, ...more) {
	return graph.grove ? [["grove", ...more]] : [];
}
function topologyNeeds(graph) {
	const { object } = graph;
	const anyOf = onGrove(graph, "kai");
	const own = graph.graph.spec?.topologyConstraint;
	if (own !== void 0) return [{
		object,
		path: ["spec", "topologyConstraint"],
		why: `pods are packed by topology ${own.clusterTopologyName}`,
		anyOf
	}];
	return graph.components.flatMap(({ component, name, path }) => component.topologyConstraint === void 0 ? [] : [{
		object,
		path: [...path, "topologyConstraint"],
		why: `pods of ${name} are packed by topology`,
		anyOf
	}]);
}
function queueNeeds(graph) {
	if (!graph.grove) return [];
	return [[require_facts.annotations.kaiQueue, "kai"], [require_facts.annotations.volcanoQueue, "volcano"]].flatMap(([key, scheduler]) => {
		const queue = graph.graph.metadata?.annotations?.[key];
		return queue === void 0 ? [] : [{
			object: graph.object,
			path: [
				"metadata",
				"annotations",
				key
			],
			why: `pods wait in queue ${queue}`,
			anyOf: onGrove(graph, scheduler)
		}];
	});
}
function schedulerNeeds(graph) {
	return graph.components.flatMap((view) => {
		const name = view.component.podTemplate?.spec?.schedulerName;
		const scheduler = all.find((each) => name !== void 0 && schedulerNames[each] === name);
		return scheduler === void 0 ? [] : [{
			object: graph.object,
			path: podField(view, "schedulerName"),
			why: `pods of ${view.name} ask for the scheduler ${name}`,
			anyOf: [[scheduler]]
		}];
	});
}
/** Fields that only Grove reads. */
function groveNeeds(graph) {
	const { object } = graph;
	const spec = graph.graph.spec;
	const anyOf = onGrove(graph);
	const needs = [];
	const add = (path, value, why) => {
		if (value !== void 0) needs.push({
			object,
			path,
			why,
			anyOf
		});
	};
	add(["spec", "priorityClassName"], spec?.priorityClassName, "the graph has a PriorityClass");
	const transfer = spec?.experimental?.kvTransferPolicy;
	add([
		"spec",
		"experimental",
		"kvTransferPolicy",
		"clusterTopologyName"
	], transfer?.clusterTopologyName, `KV transfers follow topology ${transfer?.clusterTopologyName}`);
	for (const { component, name, path } of graph.components) add([...path, "minAvailable"], component.minAvailable, `${name} has a minimum of its gang`);
	return needs;
}
// ../../work/main/packages/constructs/src/checks/platform.ts
/** @module The graph against the orchestrators and schedulers of the cluster. */
/** True when the graph will run on Grove; undefined when nobody knows. */
function runsOnGrove(graph, options) {
	if (!graph.grove) return false;
	return options.orchestrators?.includes("grove");
}
/** DYN-PLAT-001: somebody has to start the pods of several nodes together. */
const multinodeHasOrchestrator = (view, graph, options) => {
	const { orchestrators } = options;
	const need = multinodeNeed(view, graph);
	if (need === void 0 || orchestrators === void 0 || isMet(need, orchestrators)) return nothing;
	const missing = ["lws", "volcano"].filter((name) => !orchestrators.includes(name));
	const why = graph.grove ? "Grove is not installed" : "the graph is kept away from Grove";
	return one("DYN-PLAT-001", graph, [...view.path, "multinode"], `${view.name} spans ${view.nodes} nodes, ${why}, and ${missing.map(label).join(" and ")} ${missing.length === 1 ? "is" : "are"} missing for the other way`, "Install Grove, or LeaderWorkerSet together with Volcano.");
};
const labels = {
	grove: "Grove",
	lws: "LeaderWorkerSet",
	volcano: "Volcano",
	kai: "KAI"
};
function label(name) {
	return labels[name];
}
/** DYN-PLAT-006: nobody takes pods that ask for a scheduler that is not there. */
const schedulerIsInstalled = (view, graph, { orchestrators }) => {
	const name = view.component.podTemplate?.spec?.schedulerName;
	if (name === void 0 || orchestrators === void 0) return nothing;
	const missing = ["kai", "volcano"].find((each) => schedulerNames[each] === name && !orchestrators.includes(each));
	if (missing === void 0) return nothing;
	return one("DYN-PLAT-006", graph, podField(view, "schedulerName"), `pods of ${view.name} ask for the scheduler ${name}, but ${label(missing)} is not installed`, `Remove schedulerName, or install ${label(missing)}.`);
};
/** DYN-PLAT-002: the operator rewrites both parts of the command. */
const leaderWorkerSetHasCommand = (view, graph, options) => {
	if (view.component.multinode === void 0 || runsOnGrove(graph, options) !== false) return nothing;
	const { command = [], args = [] } = view.main ?? {};
	const missing = [...command.length === 0 ? ["command"] : [], ...args.length === 0 ? ["args"] : []];
	const [first] = missing;
	if (first === void 0) return nothing;
	return one("DYN-PLAT-002", graph, mainField(view, first), `${view.name} spans ${view.nodes} nodes without Grove and has no ${missing.join(" and no ")}`, "Set command to python3 -m and the module, and args to the flags.");
};
/** DYN-PLAT-003: annotations that nobody in this cluster reads. */
const annotationsAreRead = (graph, options) => {
	const grove = runsOnGrove(graph, options);
	const { orchestrators } = options;
	const found = [];
	const ignored = (key, why) => {
		const value = graph.graph.metadata?.annotations?.[key];
		if (value === void 0 || why === void 0) return;
		found.push(require_facts.finding("DYN-PLAT-003", {
			object: graph.object,
			path: [
				"metadata",
				"annotations",
				key
			]
		}, `${key} is ${JSON.stringify(value)}, but ${why}`, "Remove the annotation."));
	};
	const offGrove = grove === false ? "the graph does not run on Grove" : void 0;
	const absent = (name) => orchestrators === void 0 || orchestrators.includes(name) ? void 0 : `${label(name)} is not installed`;
	ignored(require_facts.annotations.groveUpdateStrategy, offGrove);
	ignored(require_facts.annotations.kaiQueue, offGrove ?? absent("kai"));
	ignored(require_facts.annotations.volcanoQueue, absent("volcano"));
	return found;
};
/** DYN-PLAT-004: only Grove knows the levels of a topology. */
const topologyNeedsGrove = (graph, options) => {
	const constraint = graph.graph.spec?.topologyConstraint;
	if (constraint === void 0 || runsOnGrove(graph, options) !== false) return nothing;
	return one("DYN-PLAT-004", graph, ["spec", "topologyConstraint"], `pods are to be packed by topology ${constraint.clusterTopologyName}, but the graph does not run on Grove`, "Remove topologyConstraint and use affinity, or run the graph on Grove.");
};
/** DYN-PLAT-005: Grove hands the constraint to a scheduler that has to understand it. */
const topologyHasScheduler = (graph, options) => {
	const { orchestrators } = options;
	if (runsOnGrove(graph, options) !== true || orchestrators?.includes("kai") !== false) return nothing;
	const own = graph.graph.spec?.topologyConstraint;
	const view = graph.components.find(({ component }) => component.topologyConstraint !== void 0);
	if (own === void 0 && view === void 0) return nothing;
	const domain = own?.packDomain ?? view?.component.topologyConstraint?.packDomain ?? "";
	return one("DYN-PLAT-005", graph, own === void 0 && view !== void 0 ? [...view.path, "topologyConstraint"] : ["spec", "topologyConstraint"], `pods are to be packed by ${domain === "" ? "topology" : `domain ${domain}`}, but KAI is not installed, and Grove alone places no pods`, "Install KAI, or remove topologyConstraint.");
};
/** DYN-PLAT-010: Grove alone starts pods one by one. */
const gangHasScheduler = (graph, options) => {
	const { orchestrators } = options;
	if (runsOnGrove(graph, options) !== true || orchestrators === void 0) return nothing;
	if (orchestrators.includes("kai") || orchestrators.includes("volcano")) return nothing;
	const view = graph.components.find(({ component }) => component.multinode !== void 0);
	if (view === void 0) return nothing;
	return one("DYN-PLAT-010", graph, [...view.path, "multinode"], `the ${view.nodes} pods of ${view.name} are placed one by one, so two replicas can each hold a part of the GPUs and wait for the rest`, "Install KAI, which places the pods of a replica together or not at all.");
};
/** DYN-PLAT-007: the pods of Grove have one scheduler. */
const queuesHaveOneScheduler = (graph) => {
	const written = graph.graph.metadata?.annotations;
	const [kai, volcano] = [written?.[require_facts.annotations.kaiQueue], written?.[require_facts.annotations.volcanoQueue]];
	if (!graph.grove || kai === void 0 || volcano === void 0) return nothing;
	return one("DYN-PLAT-007", graph, [
		"metadata",
		"annotations",
		require_facts.annotations.volcanoQueue
	], `the graph names queue ${kai} of KAI and queue ${volcano} of Volcano, and its pods have one scheduler`, "Remove one of the two annotations.");
};
// ../../work/main/packages/constructs/src/checks/probes.ts
const probeFields = [
	"startupProbe",
	"livenessProbe",
	"readinessProbe"
];
/** Seconds below which hardly any model is in GPU memory. */
const shortestStart = 120;
/** Ports that the operator gives a main container that names none. */
const defaultPorts = {
	frontend: ["http"],
	worker: ["system", "nixl"],
	prefill: ["system", "nixl"],
	decode: ["system", "nixl"],
	planner: ["metrics", "system"],
	epp: [
		"grpc",
		"grpc-health",
		"metrics"
	]
};
/** The port name that the operator's own probes and Service ask for. */
function probedPort(type) {
	if (type === "frontend") return "http";
	return type === void 0 || type === "epp" ? void 0 : "system";
}
/** DYN-PROBE-001: a name that no port of the container has. */
const portNamesExist = (view, graph) => {
	const { main, component } = view;
	if (main === void 0) return nothing;
	const given = main.ports?.map((port) => port.name ?? "") ?? [];
	const names = given.length > 0 ? given : defaultPorts[component.type ?? ""] ?? [];
	const found = [];
	for (const field of probeFields) {
		const port = (main[field]?.httpGet ?? main[field]?.tcpSocket)?.port;
		if (typeof port !== "string" || /^\d+$/.test(port) || names.includes(port)) continue;
		const kind = main[field]?.httpGet === void 0 ? "tcpSocket" : "httpGet";
		found.push(require_facts.finding("DYN-PROBE-001", {
			object: graph.object,
			path: mainField(view, field, kind, "port")
		}, `${field} of ${view.name} asks the port ${require_facts.show(port)}, and the container has ${names.length === 0 ? "no named port" : names.join(", ")}`, names.length === 0 ? "Use a port number." : `Use ${names.join(" or ")}, or a port number.`));
	}
	const wanted = probedPort(component.type);
	const usesDefault = probeFields.some((field) => main[field] === void 0 && hasDefault(component.type, field));
	if (given.length === 0 || wanted === void 0 || given.includes(wanted) || !usesDefault) return found;
	return [...found, require_facts.finding("DYN-PROBE-001", {
		object: graph.object,
		path: mainField(view, "ports")
	}, `ports of ${view.name} replace the operator's and have no port named ${wanted} (got ${given.map((name) => name || "unnamed").join(", ")}), which its probes ask`, `Add a port named ${wanted}, or set every probe with a port number.`)];
};
function hasDefault(type, field) {
	return type !== void 0 && type !== "epp" && !(type === "frontend" && field === "startupProbe");
}
/** Further HTTP servers in a worker: telemetry of NIXL and metrics of KVBM. */
const metricsPorts = /* @__PURE__ */ new Set([19090, 6880]);
const workerPaths = [
	"/live",
	"/health",
	"/metrics",
	"/metadata"
];
const frontendPaths = [
	"/live",
	"/health",
	"/metrics",
	"/v1/models",
	"/openapi.json",
	"/docs"
];
/** The server of a component; undefined when its process, its port or its paths are not known. */
function serverOf(view) {
	const { program, engine, env } = view;
	if (program?.program === "frontend") {
		const renamed = [...env.values.keys()].some((name) => /^DYN_HTTP_SVC_.*_PATH$/.test(name));
		const port = numberFlag(program, "httpPort") ?? 8e3;
		const other = program.flags.kserveGrpcServer === true || view.open || isUnresolved(view, "httpPort");
		return renamed || other ? void 0 : {
			port,
			paths: frontendPaths
		};
	}
	if (engine === void 0) return void 0;
	const port = Number(env.values.get("DYN_SYSTEM_PORT") ?? NaN);
	if (!Number.isInteger(port) || port <= 0) return void 0;
	const own = [env.values.get("DYN_SYSTEM_HEALTH_PATH"), env.values.get("DYN_SYSTEM_LIVE_PATH")];
	return {
		port,
		paths: [...workerPaths, ...own.filter((path) => path !== void 0)]
	};
}
function isUnresolved(view, property) {
	return view.settings?.unknown.includes(property) === true;
}
/** DYN-PROBE-002, 003: an own probe at the wrong port or path. */
const probesReachServer = (view, graph) => {
	const { main } = view;
	if (main === void 0) return nothing;
	const server = serverOf(view);
	if (server === void 0) return nothing;
	const found = [];
	for (const field of probeFields) {
		const action = main[field]?.httpGet;
		if (action === void 0) continue;
		const at = (part) => ({
			object: graph.object,
			path: mainField(view, field, "httpGet", part)
		});
		const port = portNumber(action.port, view, main);
		const path = (action.path ?? "/").split("?")[0] ?? "/";
		if (port !== void 0 && port !== server.port) {
			if (view.engine !== void 0 && metricsPorts.has(port)) continue;
			found.push(require_facts.finding("DYN-PROBE-002", at("port"), `${field} of ${view.name} asks port ${port}, and the process listens on ${server.port}`, `Ask port ${server.port}.`));
		} else if (port !== void 0 && !isServed(path, server)) found.push(require_facts.finding("DYN-PROBE-003", at("path"), `${field} of ${view.name} asks ${path}, and port ${server.port} serves ${server.paths.slice(0, 2).join(", ")}`, `Ask ${field === "readinessProbe" ? "/health" : "/live"}.`));
	}
	return found;
};
function isServed(path, server) {
	return server.paths.some((known) => path === known || path.startsWith(`${known}/`));
}
function portNumber(port, view, main) {
	if (typeof port === "number") return port;
	if (/^\d+$/.test(port)) return Number(port);
	const named = main.ports?.find((known) => known.name === port);
	if (named !== void 0) return named.containerPort;
	if ((main.ports?.length ?? 0) > 0) return void 0;
	const { type } = view.component;
	if (port === "http" && type === "frontend") return 8e3;
	return port === "system" && type !== void 0 && type !== "frontend" ? 9090 : void 0;
}
/** DYN-PROBE-004: a start-up probe that gives up while weights are still read. */
const startIsLongEnough = (view, graph) => {
	const { engine, main } = view;
	const probe = main?.startupProbe;
	if (engine === void 0 || engine === "mocker" || probe === void 0) return nothing;
	const seconds = budget(probe);
	if (seconds >= shortestStart) return nothing;
	return one("DYN-PROBE-004", graph, mainField(view, "startupProbe"), `startupProbe of ${view.name} gives up after ${seconds} s (delay ${probe.initialDelaySeconds ?? 0} + ${probe.failureThreshold ?? 3} × ${probe.periodSeconds ?? 10} s)`, "Raise failureThreshold until delay + failureThreshold × periodSeconds exceeds the loading time; the operator's own probe allows 7200 s.");
};
function budget(probe) {
	return (probe.initialDelaySeconds ?? 0) + (probe.failureThreshold ?? 3) * (probe.periodSeconds ?? 10);
}
/** DYN-PROBE-005: the process moved, the operator's probes and Service did not. */
const serverStaysInPlace = (view, graph) => {
	const { main, component } = view;
	const server = serverOf(view);
	const wanted = probedPort(component.type);
	if (main === void 0 || server === void 0 || wanted === void 0) return nothing;
	if (component.type === "frontend" !== (view.engine === void 0)) return nothing;
	const usesDefault = probeFields.filter((field) => main[field] === void 0 && hasDefault(component.type, field));
	const expected = portNumber(wanted, view, main);
	if (usesDefault.length === 0 || expected === void 0 || expected === server.port) return nothing;
	return one("DYN-PROBE-005", graph, placeOfPort(view, graph), `${view.name} listens on port ${server.port}, but the operator's ${usesDefault.join(" and ")} and its Service ask port ${expected}`, `Leave the port at ${expected}, or declare a container port named ${wanted} with ${server.port}.`);
};
function placeOfPort(view, graph) {
	if (view.program?.program === "frontend") return flagPlace(view, graph, "httpPort");
	return variablePlace(view, graph, "DYN_SYSTEM_PORT") ?? mainField(view, "env");
}
/** DYN-PROBE-006: untyped components get no start-up probe. */
const livenessWaitsForStart = (view, graph) => {
	const { main, component, engine } = view;
	if (component.type !== void 0 || engine === void 0 || engine === "mocker") return nothing;
	const probe = main?.livenessProbe;
	if (probe === void 0 || main?.startupProbe !== void 0 || budget(probe) >= shortestStart) return nothing;
	return one("DYN-PROBE-006", graph, mainField(view, "livenessProbe"), `livenessProbe of ${view.name} restarts the container after ${budget(probe)} s, and no startupProbe holds it back while the engine loads`, "Give the component a type, or add a startupProbe.");
};
// ../../work/main/packages/constructs/src/checks/routing.ts
/** @module Routers and workers: events, block sizes, planes and namespaces have to agree. */
/** True when the program routes by cached prefixes that workers report. */
function followsEvents(program) {
	if (program === void 0) return false;
	const { routerMode, routerKvEvents, routerKvOverlapScoreCredit } = program.flags;
	return (program.program === "frontend" ? routerMode === "kv" : program.program === "router") && routerKvEvents !== false && routerKvOverlapScoreCredit !== 0;
}
/** The components that route by KV events. */
function eventRouters(graph) {
	return graph.components.filter((view) => followsEvents(view.program));
}
/** DYN-ROUTE-001, 002: events of those workers whose caches are routed to. */
const routerHearsEvents = (graph) => {
	const [router] = eventRouters(graph);
	if (router === void 0 || isUnknown(router, "routerKvEvents")) return nothing;
	const workers = workersOf(graph).filter((view) => view.mode !== "encode" && view.mode !== "decode");
	const prefill = workers.filter((view) => view.role === "prefill");
	const routed = prefill.length > 0 ? prefill : workers;
	const silent = routed.filter((view) => publishesEvents(view) === false);
	const [first] = silent;
	if (first === void 0 || routed.some((view) => publishesEvents(view) === void 0)) return nothing;
	const all = silent.length === routed.length;
	if (all && reachesOut(graph) && router.program?.program === "frontend") return nothing;
	return one(all ? "DYN-ROUTE-001" : "DYN-ROUTE-002", graph, all ? flagPlace(router, graph, "routerMode") : first.path, `${router.name} routes by KV events, and ${silent.length} of ${routed.length} worker components (${names$1(silent)}) publish none`, `${howToPublish(first)}, or set --no-router-kv-events on the router.`);
};
function howToPublish(view) {
	switch (view.engine) {
		case "trtllm": return "Add --publish-kv-events to the workers";
		case "sglang": return `Add --kv-events-config '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:5557"}' to the workers`;
		case "vllm": return `Add --kv-events-config '{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}' to the workers`;
		default: return "Switch prefix caching of the workers on";
	}
}
function isUnknown(view, property) {
	return view.settings?.unknown.includes(property) === true;
}
/** DYN-ROUTE-003: hashes are made of whole blocks. */
const blockSizesAgree = (graph) => {
	const workers = workersOf(graph).filter((view) => blockSize(view) !== void 0);
	const [worker] = workers;
	const size = worker === void 0 ? void 0 : blockSize(worker);
	if (worker === void 0 || size === void 0) return nothing;
	for (const view of graph.components) {
		const routed = routerBlockSize(view, graph);
		if (routed === void 0 || routed.size === size) continue;
		if (workers.some((other) => blockSize(other) === routed.size)) continue;
		return one("DYN-ROUTE-003", graph, routed.path, `${view.name} hashes blocks of ${routed.size} tokens${routed.isDefault ? " (the default)" : ""}, and ${worker.name} caches blocks of ${size} (--${dashed(blockProperty(worker))})`, `Set ${routed.setting} to ${size}.`);
	}
	return nothing;
};
/** The block size that a router or an endpoint picker was told. */
function routerBlockSize(view, graph) {
	if (view.component.type === "epp") {
		const setting = "DYN_KV_CACHE_BLOCK_SIZE";
		const size = Number(view.env.values.get(setting) ?? NaN);
		const path = variablePlace(view, graph, setting);
		return Number.isNaN(size) || path === void 0 ? void 0 : {
			size,
			isDefault: false,
			setting,
			path
		};
	}
	const program = view.program?.program;
	if (program === "router" && !view.open) {
		const own = numberFlag(view.program, "routerBlockSize");
		const path = flagPlace(view, graph, "routerBlockSize");
		return {
			size: own ?? 128,
			isDefault: own === void 0,
			setting: "--router-block-size",
			path
		};
	}
	if (program !== "frontend" || !followsEvents(view.program)) return void 0;
	const size = numberFlag(view.program, "kvCacheBlockSize");
	const path = flagPlace(view, graph, "kvCacheBlockSize");
	return size === void 0 ? void 0 : {
		size,
		isDefault: false,
		setting: "--kv-cache-block-size",
		path
	};
}
function dashed(property) {
	return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
/** DYN-ROUTE-004: replicas of a router share what they know only when told so. */
const replicasSynchronise = (view, graph) => {
	const { program, component, replicas, open } = view;
	if (!followsEvents(program) || open || isUnknown(view, "routerReplicaSync")) return nothing;
	if (program?.flags.routerReplicaSync === true) return nothing;
	if (replicas < 2) return nothing;
	return one("DYN-ROUTE-004", graph, component.replicas === void 0 ? view.path : [...view.path, "replicas"], `${view.name} has ${replicas} replicas that route by KV cache, and each knows only its own requests`, "Add --router-replica-sync.");
};
/** DYN-ROUTE-005: events come out of the prefix cache. */
const eventsHavePrefixCache = (view, graph) => {
	const { program, mode } = view;
	if (view.engine !== "vllm" || program === void 0 || mode === "decode") return nothing;
	if (program.flags.kvEventsConfig === void 0 || program.flags.enablePrefixCaching !== false) return nothing;
	return one("DYN-ROUTE-005", graph, flagPlace(view, graph, "enablePrefixCaching"), `${view.name} is told to publish KV events and to switch prefix caching off`, "Remove --no-enable-prefix-caching, or --kv-events-config.");
};
const planes = [
	{
		property: "discoveryBackend",
		what: "discovers peers through"
	},
	{
		property: "requestPlane",
		what: "sends requests over"
	},
	{
		property: "eventPlane",
		what: "sends events over"
	}
];
/** DYN-ROUTE-006: one transport per plane and graph. */
const planesAgree = (graph) => {
	const members = graph.components.filter((view) => (view.engine !== void 0 || view.program?.program === "frontend" || view.program?.program === "router") && !view.open);
	for (const { property, what } of planes) {
		let first;
		for (const view of members) {
			if (isUnknown(view, property) || !hasFlag(view, property)) continue;
			first ??= view;
			const [mine, theirs] = [planeOf(view, property), planeOf(first, property)];
			if (mine === theirs) continue;
			return one("DYN-ROUTE-006", graph, flagPlace(view.program?.flags[property] === void 0 ? first : view, graph, property), `${first.name} ${what} ${theirs}, but ${view.name} ${what} ${mine}`, "Set the plane once, in the environment of the graph.");
		}
	}
	return nothing;
};
/** Programs without the flag take the plane from their environment alone, or have none. */
function hasFlag(view, property) {
	return view.program !== void 0 && require_engines.flagTable(view.program.program)[property] !== void 0;
}
const planeDefaults = {
	discoveryBackend: "etcd",
	requestPlane: "tcp",
	eventPlane: "the release's default (zmq since 1.3)"
};
function planeOf(view, property) {
	return textFlag(view.program, property) ?? planeDefaults[property] ?? "";
}
/** DYN-ROUTE-007: a worker that names a Dynamo namespace of its own. */
const workersAreFound = (view, graph) => {
	if (view.engine === void 0 || frontendsOf(graph).length === 0 || view.component.globalDynamoNamespace === true) return nothing;
	if (frontendsOf(graph).some((frontend) => looksElsewhere(frontend))) return nothing;
	if (view.program?.flags.endpoint !== void 0 || graph.components.some(isRouter)) return nothing;
	const [frontend] = frontendsOf(graph);
	const prefix = frontend?.env.values.get("DYN_NAMESPACE_PREFIX");
	const namespace = textFlag(view.program, "namespace");
	if (prefix === void 0 || namespace === void 0 || namespace.startsWith(prefix)) return nothing;
	return one("DYN-ROUTE-007", graph, flagPlace(view, graph, "namespace"), `${view.name} registers in Dynamo namespace ${namespace}, and ${frontend?.name} looks in ${prefix}`, "Remove the namespace: the operator sets it.");
};
function isRouter(view) {
	return view.program?.program === "router" || view.program?.program === "globalRouter";
}
function looksElsewhere(frontend) {
	const flags = frontend.launch?.program.flags ?? {};
	return flags.namespace !== void 0 || flags.namespacePrefix !== void 0 || frontend.component.globalDynamoNamespace === true;
}
/** DYN-ROUTE-008: backends that end at the pod. */
const discoveryReachesPods = (view, graph) => {
	const backend = textFlag(view.program, "discoveryBackend");
	if (backend !== "mem" && backend !== "file") return nothing;
	return one("DYN-ROUTE-008", graph, flagPlace(view, graph, "discoveryBackend"), `${view.name} discovers peers through ${backend}, which ${backend === "mem" ? "ends at the process" : "ends at the host's files"}, and the graph has ${graph.components.length} components in pods of their own`, "Remove the setting: the operator sets kubernetes.");
};
// ../../work/main/packages/constructs/src/checks/stale.ts
/** @module Environment variables that releases have left behind. */
/** @see docs/fern/reference/release-notes; none of them is read by the sources of 1.4 */
const stale = {
	DYN_STORE_KV: {
		since: [1, 0],
		instead: "Remove it: DYN_DISCOVERY_BACKEND took its place, and the operator sets that."
	},
	DYN_DECODE_FALLBACK: {
		since: [1, 4],
		instead: "Remove it."
	},
	DYN_ENFORCE_DISAGG: {
		since: [1, 4],
		instead: "Remove it."
	},
	DYN_VLLM_KV_EVENT_PORT: {
		since: [1, 1],
		instead: "Put the port into the endpoint of --kv-events-config."
	},
	DYN_SYSTEM_ENABLED: {
		since: [1, 4],
		instead: "Remove it: DYN_SYSTEM_PORT switches the server on."
	}
};
/** DYN-ENV-001: settings that nothing reads any more. */
const environmentIsCurrent = (graph) => {
	let found = nothing;
	const release = graph.components.find((view) => view.version !== void 0)?.version;
	for (const [at, { name }] of (graph.graph.spec?.env ?? []).entries()) found = add(found, graph, name, [
		"spec",
		"env",
		at
	], "The graph", release);
	for (const view of graph.components) for (const [at, { name }] of (view.main?.env ?? []).entries()) found = add(found, graph, name, mainField(view, "env", at), view.name, view.version);
	return found;
};
function add(found, graph, name, path, who, version) {
	const row = Object.hasOwn(stale, name) ? stale[name] : void 0;
	if (row === void 0 || version !== void 0 && olderThan(version, ...row.since)) return found;
	return [...found, require_facts.finding("DYN-ENV-001", {
		object: graph.object,
		path
	}, `${who} sets ${name}, which nothing reads since Dynamo ${row.since.join(".")}`, row.instead)];
}
// ../../work/main/packages/constructs/src/checks/weights.ts
/** @module Where engines may load their weights from. */
/** DYN-STOR-027: buckets are for vLLM and SGLang, the loader of ModelExpress for vLLM. */
const weightsCanBeLoaded = (view, graph) => {
	if (require_engines.flagsOf(view.program, "sglang")?.loadFormat === "modelexpress") {
		const message = `${view.name} runs sglang, and the load format "modelexpress" is a plugin of vllm`;
		return one("DYN-STOR-027", graph, flagPlace(view, graph, "loadFormat"), message, "Run vLLM, or give the graph a cache on a volume.");
	}
	const trtllm = require_engines.flagsOf(view.program, "trtllm");
	if (trtllm?.model === void 0 || !/^(s3|gs|az):\/\//.test(trtllm.model)) return nothing;
	const message = `${view.name} runs trtllm, which takes ${require_facts.show(trtllm.model)} for a path`;
	return one("DYN-STOR-027", graph, flagPlace(view, graph, "model"), message, "Run vLLM or SGLang, or give the graph a cache on a volume.");
};
/** Every rule about one graph. */
const graphRules = [
	...[
		gpusMatchLayout,
		workerHasGpu,
		layoutIsPossible,
		gpuIsUsed,
		typeMatchesMode,
		programMatchesType,
		vllmHasConnector,
		sglangBootstrapIsReachable,
		pairServesOneModel,
		directNeedsPicker,
		trtllmTransfersCache,
		weightsCanBeLoaded,
		flagValues,
		flagsAreCurrent,
		flagsExist,
		commandIsComplete,
		variablesAreExpanded,
		variablesAreSet,
		pickerKeepsVolumes,
		sizesAreVisible,
		flagsHaveAPlace,
		ranksAreLeftAlone,
		engineIsRecognised,
		imageHasProgram,
		imageIsPublished,
		efaIsComplete,
		overrideMatchesTag,
		imageHasShell,
		imageFitsCpu,
		operatorKnowsImage,
		driverIsRecent,
		portNamesExist,
		probesReachServer,
		startIsLongEnough,
		serverStaysInPlace,
		livenessWaitsForStart,
		sharedMemoryIsEnough,
		cpuCacheFits,
		diskHoldsCpu,
		replicasSynchronise,
		eventsHavePrefixCache,
		workersAreFound,
		discoveryReachesPods,
		adapterOwnsReplicas,
		multinodeHasOrchestrator,
		leaderWorkerSetHasCommand,
		schedulerIsInstalled,
		mountsHaveVolumes,
		claimsAreDeclared,
		amountsAreValid,
		containerNamesDiffer
	].map(eachComponent),
	prefillHasDecode,
	frontendHasWorkers,
	plannerFindsRoles,
	encoderHasUsers,
	oneBackend,
	pickerHasSidecars,
	transferAgrees,
	blocksAgree,
	routerHearsEvents,
	blockSizesAgree,
	planesAgree,
	oneRelease,
	plannerOwnsReplicas,
	environmentIsCurrent,
	nothingIsSecret,
	settingsAreKnown,
	kubernetesIsRecent,
	schedulersAreRecent,
	annotationsAreRead,
	topologyNeedsGrove,
	topologyHasScheduler,
	gangHasScheduler,
	queuesHaveOneScheduler,
	affinitySelectsPods
];
// ../../work/main/packages/constructs/src/checks/waivers.ts
/** @module The waivers that an object carries in its annotation. */
const none = {
	waivers: [],
	findings: nothing
};
/** Reads the annotation; what is right in it counts, what is wrong is reported. */
function waiversOf(object) {
	const written = require_api.at(object, "metadata", "annotations", require_facts.waiverAnnotation);
	if (written === void 0) return none;
	const place = {
		object: require_api.objectLabel(object),
		path: [
			"metadata",
			"annotations",
			require_facts.waiverAnnotation
		]
	};
	const wrong = (message) => require_facts.finding("DYN-WAIVE-001", place, message, "Write a JSON list such as [{\"code\":\"DYN-GPU-002\",\"reason\":\"spare GPU for debugging\"}].");
	const list = parsed(require_api.text(written));
	if (!Array.isArray(list)) return {
		waivers: [],
		findings: [wrong(`must be a JSON list, got ${require_facts.show(written)}`)]
	};
	const waivers = [];
	const findings = [];
	for (const [index, entry] of list.entries()) {
		const why = misread(entry);
		if (why === void 0) waivers.push(entry);
		else findings.push(wrong(`entry ${index + 1} ${why}`));
	}
	return {
		waivers,
		findings
	};
}
function parsed(json) {
	try {
		return JSON.parse(json ?? "");
	} catch {
		return;
	}
}
/** What is wrong with an entry; undefined when nothing is. */
function misread(entry) {
	if (typeof entry !== "object" || entry === null) return `must be an object, got ${require_facts.show(entry)}`;
	const { code, reason, path } = entry;
	if (typeof code !== "string" || !isCode(code)) {
		const close = typeof code === "string" ? require_facts.nearest(code, Object.keys(require_facts.codes)) : void 0;
		return `has no known code, got ${require_facts.show(code)}${close === void 0 ? "" : `; did you mean ${close}?`}`;
	}
	if (typeof reason !== "string" || reason.trim() === "") return `waives ${code} without a reason`;
	return path === void 0 || typeof path === "string" ? void 0 : `has no text as path, got ${require_facts.show(path)}`;
}
function isCode(code) {
	return Object.hasOwn(require_facts.codes, code);
}
// ../../work/main/packages/constructs/src/checks/check.ts
/** @module The three entrances: one object, what shows between objects, and both. */
/**
* Everything about one object alone: schema, API rules and, for a graph, every family of rules.
* Works on both API versions; paths are those of the object as it is written. Waivers are not
* applied.
*
* @param object any Kubernetes object; kinds that nothing is known of give no findings
*/
function checkObject(object, options = {}) {
	return inOrder(alone(subjectOf(object, options), options));
}
/**
* What only shows between objects: Dynamo namespaces, models, writers of replicas, configuration
* files, objects that occur twice. Waivers are not applied.
*/
function checkAcross(objects, options = {}) {
	const subjects = objects.map((object) => subjectOf(object, options).subject);
	const found = across(subjects, options);
	return subjects.flatMap((subject) => inOrder(found.get(subject) ?? []));
}
/**
* Both, with the waivers that the objects carry applied: the findings of each object, in the order
* of the objects. Sorted by path, then code, so that equal input gives equal output.
*/
function checkEach(objects, options = {}) {
	const judged = objects.map((object) => {
		const fresh = subjectOf(object, options);
		return {
			subject: fresh.subject,
			found: alone(fresh, options)
		};
	});
	const between = across(judged.map(({ subject }) => subject), options);
	return judged.map(({ subject, found }) => {
		const all = [...found, ...between.get(subject) ?? []];
		return all.length === 0 ? all : require_facts.applyWaivers(inOrder(all), waiversOf(subject.object).waivers);
	});
}
/** The findings of {@link checkEach} in one list. */
function checkObjects(objects, options = {}) {
	return checkEach(objects, options).flat();
}
function alone({ subject, api, view }, options) {
	const { object, label } = subject;
	const found = [...api, ...waiversOf(object).findings];
	if (view === void 0) {
		found.push(...checkPlain(subject));
		return found;
	}
	const apiVersion = require_api.text(require_api.at(object, "apiVersion")) ?? "";
	found.push(...apiIsServed(label, apiVersion, require_facts.parseVersion(options.dynamoVersion ?? "")));
	for (const rule of graphRules) for (const some of rule(view, options)) found.push(asWritten(some, subject));
	return found;
}
function across(subjects, options) {
	const found = /* @__PURE__ */ new Map();
	const fleet = fleetOf(subjects);
	for (const rule of acrossRules) for (const { subject, finding } of rule(fleet, options)) {
		const list = found.get(subject);
		const written = asWritten(finding, subject);
		if (list === void 0) found.set(subject, [written]);
		else list.push(written);
	}
	return found;
}
function asWritten(found, subject) {
	return {
		...found,
		object: subject.label,
		path: subject.written(found.path)
	};
}
function inOrder(found) {
	if (found.length < 2) return found;
	return [...found].sort((a, b) => comparePaths(a.path, b.path) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
/** By steps, numbers as numbers; a path comes before those inside it. */
function comparePaths(a, b) {
	for (const [index, step] of a.entries()) {
		const other = b[index];
		if (other === void 0) return 1;
		if (step === other) continue;
		if (typeof step === "number" && typeof other === "number") return step - other;
		return String(step) < String(other) ? -1 : 1;
	}
	return a.length - b.length;
}
// ../../work/main/packages/constructs/src/checks/masking.ts
/** @module Objects without their secrets: equal values get equal marks, and no value comes out again. */
/** True when a value holds a mark. */
function isMasked(value) {
	return typeof value === "string" && /\[secret \d+\]/.test(value);
}
/** Secrets that are shorter could stand in a text by chance. */
const shortestToClean = 8;
/**
* Marks that tell two secrets apart without telling anything of them. What a secret is: every value
* of a Secret, and what DYN-SECRET-001 and 002 look for, wherever it stands.
*/
function createMasks() {
	const marks = /* @__PURE__ */ new Map();
	const mark = (secret) => {
		const known = marks.get(secret);
		if (known !== void 0 || isMasked(secret)) return known ?? secret;
		const made = `[secret ${marks.size + 1}]`;
		marks.set(secret, made);
		return made;
	};
	return {
		mask: (value) => maskValue(value, mark),
		clean: (written) => {
			return maskText([...marks].filter(([secret]) => secret.length >= shortestToClean).toSorted(([a], [b]) => b.length - a.length).reduce((rest, [secret, made]) => rest.replaceAll(secret, made), written), mark);
		}
	};
}
function maskValue(value, mark) {
	if (typeof value === "string") return maskText(value, mark);
	if (Array.isArray(value)) return maskList(value, mark);
	const object = require_api.fields(value);
	if (object === void 0) return value;
	const named = require_api.text(object.name);
	return Object.fromEntries(Object.entries(object).map(([key, inner]) => {
		if (object.kind === "Secret" && (key === "data" || key === "stringData")) return [key, maskAll(inner, mark)];
		return [key, typeof inner === "string" && holdsSecret(key === "value" && named !== void 0 ? named : key, inner, object) ? mark(inner) : maskValue(inner, mark)];
	}));
}
/** The values of a Secret, whatever they are. */
function maskAll(values, mark) {
	const all = Object.entries(require_api.fields(values) ?? {});
	const isEmpty = (secret) => secret === "" || secret === null || secret === void 0;
	return Object.fromEntries(all.map(([name, secret]) => [name, isEmpty(secret) ? secret : mark(String(secret))]));
}
/** Lists are commands where a flag comes before its value. */
function maskList(list, mark) {
	return list.map((item, at) => {
		if (typeof item !== "string") return maskValue(item, mark);
		const before = list[at - 1];
		const flag = typeof before === "string" ? secretFlag.exec(before)?.[0] : void 0;
		return flag !== void 0 && flag === before && !item.startsWith("--") && !gaveNothing(item) ? mark(item) : maskText(item, mark);
	});
}
/** Names in which a Secret is named, and not held. */
const referenceNames = /(^|_)(EXISTING|PULL|TLS|CA|CERT|TOKEN|AUTH|PASSWORD|REGISTRY|CREDENTIALS?)_SECRET$/;
function holdsSecret(name, value, object) {
	const words = wordsOf(name);
	const isKeyName = words === "SECRET_KEY" && object.remoteRef !== void 0;
	return isSecretName(words) && !referenceNames.test(words) && !isKeyName && !gaveNothing(value.trim());
}
/** `apiKey`, `api-key` and `API_KEY` are one name. */
function wordsOf(name) {
	return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
}
function gaveNothing(value) {
	return isHarmless(value) || value.startsWith("$") || value.startsWith("[secret");
}
/** `name: value`, `NAME=value`, `"name": "value"` and `--name value` inside a longer text. */
const assignment = /(["']?)([A-Za-z_][\w.-]*)\1(\s*[:=]\s*)(["']?)([^\s"',;}\]]+)/g;
const flagAndValue = /(--[a-z0-9-]*(?:api-key|password|secret|secret-key|access-key|auth-token|hf-token))(=|\s+)(["']?)([^\s"']+)/g;
const passwordOfUrl = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)([^\s@/]+)(@)/gi;
/** A key is more than its first line, which is what it can be told by. */
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
function maskText(written, mark) {
	let text = written.replace(privateKey, (secret) => mark(secret));
	for (const [form] of credentialForms) text = text.replace(new RegExp(form.source, "g"), (secret) => mark(secret));
	if (text.includes("://")) text = text.replace(passwordOfUrl, (all, front, secret, end) => gaveNothing(secret) ? all : `${front}${mark(secret)}${end}`);
	if (text.includes("--")) text = text.replace(flagAndValue, (all, flag, between, quote, secret) => gaveNothing(secret) ? all : `${flag}${between}${quote}${mark(secret)}`);
	if (!/[:=]/.test(text)) return text;
	return text.replace(assignment, (all, quote, name, between, open, secret) => !holdsSecret(name, secret, {}) ? all : `${quote}${name}${quote}${between}${open}${mark(secret)}`);
}
Object.defineProperty(exports, "alphaPath", {
	enumerable: true,
	get: function() {
		return alphaPath;
	}
});
Object.defineProperty(exports, "autoscaledComponents", {
	enumerable: true,
	get: function() {
		return autoscaledComponents;
	}
});
Object.defineProperty(exports, "checkAcross", {
	enumerable: true,
	get: function() {
		return checkAcross;
	}
});
Object.defineProperty(exports, "checkEach", {
	enumerable: true,
	get: function() {
		return checkEach;
	}
});
Object.defineProperty(exports, "checkObject", {
	enumerable: true,
	get: function() {
		return checkObject;
	}
});
Object.defineProperty(exports, "checkObjects", {
	enumerable: true,
	get: function() {
		return checkObjects;
	}
});
Object.defineProperty(exports, "companionFits", {
	enumerable: true,
	get: function() {
		return companionFits;
	}
});
Object.defineProperty(exports, "compareRelease", {
	enumerable: true,
	get: function() {
		return compareRelease;
	}
});
Object.defineProperty(exports, "createMasks", {
	enumerable: true,
	get: function() {
		return createMasks;
	}
});
Object.defineProperty(exports, "defaultCommand", {
	enumerable: true,
	get: function() {
		return defaultCommand;
	}
});
Object.defineProperty(exports, "isMasked", {
	enumerable: true,
	get: function() {
		return isMasked;
	}
});
Object.defineProperty(exports, "isMet", {
	enumerable: true,
	get: function() {
		return isMet;
	}
});
Object.defineProperty(exports, "mainContainer", {
	enumerable: true,
	get: function() {
		return mainContainer;
	}
});
Object.defineProperty(exports, "orchestratorsFor", {
	enumerable: true,
	get: function() {
		return orchestratorsFor;
	}
});
Object.defineProperty(exports, "plannerFiles", {
	enumerable: true,
	get: function() {
		return plannerFiles;
	}
});
Object.defineProperty(exports, "readGraph", {
	enumerable: true,
	get: function() {
		return readGraph;
	}
});
Object.defineProperty(exports, "scaledByPlanner", {
	enumerable: true,
	get: function() {
		return scaledByPlanner;
	}
});
Object.defineProperty(exports, "startedCommand", {
	enumerable: true,
	get: function() {
		return startedCommand;
	}
});
Object.defineProperty(exports, "viewGraph", {
	enumerable: true,
	get: function() {
		return viewGraph;
	}
});
Object.defineProperty(exports, "waiversOf", {
	enumerable: true,
	get: function() {
		return waiversOf;
	}
});
