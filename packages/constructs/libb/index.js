Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_engines = require("./engines-CRJJL3zh.js");
const require_facts = require("./facts-DqOY39uq.js");
const require_api = require("./api-UFteoyGf.js");
const require_checks = require("./checks-CxkNSDqq.js");
const require_estimate = require("./estimate-ouKabqQT.js");
const require_kube_object = require("./kube-object-AZQcDCDU.js");
const require_pod_defaults = require("./pod-defaults-ySG8MZyd.js");
const require_merge = require("./merge-DqcW4TRB.js");
const require_changes = require("./changes-DL4Gl0ok.js");
const require_fabric = require("./fabric-DwqhriMW.js");
let node_fs = require("node:fs");
let node_path = require("node:path");
let cdk8s = require("cdk8s");
let constructs = require("constructs");
// ../../work/main/packages/constructs/src/graph/ordered.ts
/** Adds the dependencies: all objects within a construct wait for all objects within what it depends on. */
function ordered(root, objects) {
	const position = new Map(objects.map(({ construct }, at) => [construct, at]));
	const within = (construct) => construct.node.findAll().flatMap((child) => position.get(child) ?? []);
	const waits = objects.map(() => /* @__PURE__ */ new Set());
	for (const construct of root.node.findAll()) {
		const before = construct.node.dependencies.flatMap(within);
		if (before.length === 0) continue;
		for (const at of within(construct)) for (const first of before) if (first !== at) waits[at]?.add(first);
	}
	return objects.map(({ manifest, path }, at) => ({
		manifest,
		construct: path,
		dependsOn: [...waits[at] ?? []].sort((a, b) => a - b)
	}));
}
// ../../work/main/packages/constructs/src/graph/token-findings.ts
/** @module Output tokens have no meaning in a file: only a Pulumi program can resolve them. */
/** One finding per text that holds a token. */
function tokenFindings(objects) {
	return objects.filter(({ manifest }) => anyToken(manifest)).flatMap(({ manifest, path: construct }) => tokenPaths(manifest, []).map((path) => ({
		...require_facts.finding("DYN-CLOUD-001", {
			object: `${manifest.kind}/${manifest.metadata?.name ?? ""}`,
			path
		}, "holds an Output token, which only a Pulumi program can resolve; the app is being written to files", "hand app.manifests() to Manifests of @dynamo-iac/clouds/kubernetes, or put the value itself here"),
		construct
	})));
}
/** Most objects hold none: this look costs no allocation. */
function anyToken(value) {
	if (typeof value === "string") return require_facts.holdsToken(value);
	if (typeof value !== "object" || value === null) return false;
	for (const item of Object.values(value)) if (anyToken(item)) return true;
	return false;
}
function tokenPaths(value, path) {
	if (typeof value === "string") return require_facts.holdsToken(value) ? [path] : [];
	if (Array.isArray(value)) return value.flatMap((item, at) => tokenPaths(item, [...path, at]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, item]) => tokenPaths(item, [...path, key]));
}
// ../../work/main/packages/constructs/src/graph/app.ts
/** @module A cdk8s App that reports every finding at once and writes YAML fast and byte-stable. */
/**
* The root of a cdk8s program. Works as `cdk8s.App` does, and on top of it checks the objects
* against one another, prints findings in one piece, and writes nothing when one of them is an error.
*/
var App = class extends cdk8s.App {
	#cluster;
	#report;
	constructor(props = {}) {
		const { cluster, report, ...rest } = props;
		super(rest);
		this.#cluster = cluster ?? {};
		this.#report = report ?? ((text) => process.stderr.write(text));
	}
	/** Everything that the checks say about all objects of the app together, and constructs about their props. */
	findings() {
		return this.#check(this.#objects());
	}
	/**
	* Checks everything, then gives the objects instead of writing them: what a Pulumi program hands
	* to `Manifests` of `@dynamo-iac/clouds/kubernetes`. Texts may hold Output tokens here.
	*
	* @throws FindingsError with all errors
	*/
	manifests() {
		const objects = this.#objects();
		this.#stopOnErrors(this.#check(objects), this.#foreignErrors());
		return ordered(this, objects);
	}
	/**
	* Checks everything, then writes the manifests to `outdir`.
	*
	* @throws FindingsError with all errors; nothing is written then
	*/
	synth() {
		if (!this.#isFlat()) {
			const objects = this.#objects();
			this.#stopOnErrors([...this.#check(objects), ...tokenFindings(objects)], []);
			super.synth();
			return;
		}
		const objects = this.#objects();
		this.#stopOnErrors([...this.#check(objects), ...tokenFindings(objects)], this.#foreignErrors());
		this.#write(objects);
	}
	/** What constructs that are not ours say against themselves. */
	#foreignErrors() {
		return this.node.findAll().filter((child) => !require_kube_object.KubeObject.isKubeObject(child) && require_kube_object.findingsOf(child) === void 0).flatMap((child) => child.node.validate().map((text) => `[${child.node.path}] ${text}`));
	}
	/** Nested charts and dependencies order the files and objects; cdk8s knows how. */
	#isFlat() {
		return this.node.findAll().every((child) => {
			return !(cdk8s.Chart.isChart(child) && child.node.scope !== this) && child.node.dependencies.length === 0;
		});
	}
	#objects() {
		const rendered = [];
		for (const construct of this.node.findAll()) {
			if (!cdk8s.ApiObject.isApiObject(construct)) continue;
			const path = require_kube_object.KubeObject.isKubeObject(construct.node.scope) ? construct.node.scope.node.path : construct.node.path;
			rendered.push({
				path,
				construct,
				manifest: construct.toJson()
			});
		}
		return rendered;
	}
	#check(objects) {
		const manifests = objects.map((object) => object.manifest);
		const ofProps = this.node.findAll().flatMap((construct) => require_kube_object.findingsOf(construct) ?? []);
		const each = require_checks.checkEach(manifests, this.#cluster);
		const onPools = require_estimate.checkPools(manifests, this.#cluster);
		return [...objects.flatMap(({ path: construct }, at) => {
			return [...each[at] ?? [], ...onPools[at] ?? []].filter((one) => !ofProps.some((other) => isSame(one, other))).map((finding) => ({
				...finding,
				construct
			}));
		}), ...ofProps];
	}
	#stopOnErrors(findings, errors) {
		if (errors.length > 0 || require_facts.blocking(findings).length > 0) throw new require_facts.FindingsError(findings, errors);
		if (findings.length > 0) this.#report(require_facts.reportFindings(findings));
	}
	#write(objects) {
		const files = /* @__PURE__ */ new Map();
		for (const { construct, manifest } of objects) {
			const file = (0, node_path.join)(this.outdir, this.#fileName(construct.chart, manifest));
			const documents = files.get(file) ?? [];
			documents.push(require_api.toYaml(manifest));
			files.set(file, documents);
		}
		(0, node_fs.mkdirSync)(this.outdir, { recursive: true });
		for (const [file, documents] of files) {
			(0, node_fs.mkdirSync)((0, node_path.join)(file, ".."), { recursive: true });
			(0, node_fs.writeFileSync)(file, documents.join("---\n"));
		}
	}
	#fileName(chart, manifest) {
		const resource = `${manifest.kind}.${manifest.metadata?.name ?? ""}`.replace(/[^0-9a-zA-Z-_.]/g, "");
		const extension = this.outputFileExtension;
		switch (this.yamlOutputType) {
			case cdk8s.YamlOutputType.FILE_PER_APP: return `app${extension}`;
			case cdk8s.YamlOutputType.FILE_PER_RESOURCE: return resource + extension;
			case cdk8s.YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE: return (0, node_path.join)(cdk8s.Names.toDnsLabel(chart), resource + extension);
			default: return cdk8s.Names.toDnsLabel(chart) + extension;
		}
	}
};
function isSame(a, b) {
	return a.code === b.code && a.object === b.object && a.message === b.message;
}
// ../../work/main/packages/constructs/src/graph/budget.ts
/** @module A limit for the bill of an app or of a chart, proven when it is synthesized. */
/**
* Everything below its scope, an app or a chart, costs at most so much at maximum scale: machines for
* the graphs, claims and load balancers. Pools are those of the whole app.
*
* @example
* new Budget(app, "budget", { monthlyUsd: 250_000, prices: { machines: { "p5.48xlarge": 41.5 } } });
*
* @see docs/guides/estimates.md
*/
var Budget = class extends constructs.Construct {
	#props;
	#scope;
	constructor(scope, id, props) {
		super(scope, id);
		this.#props = props;
		this.#scope = scope;
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** The bill at both ends of the scale; complete once everything has been added to the scope. */
	estimate() {
		const { graphs, pools } = this.#read();
		return this.#estimate(graphs, pools);
	}
	/** DYN-COST-001 to 004, waived findings included. */
	findings() {
		const { waive = [], monthlyUsd, prices } = this.#props;
		const { graphs, pools } = this.#read();
		const unplaced = graphs.length > 0 && pools.length === 0 ? [withoutPools(graphs, monthlyUsd)] : [];
		const found = require_estimate.costFindings(this.#estimate(graphs, pools), pools, {
			monthlyUsd,
			prices
		});
		return require_facts.applyWaivers([...unplaced, ...found], waive);
	}
	#estimate(graphs, pools) {
		const objects = objectsBelow(this.#scope);
		const { scales } = require_estimate.writtenScales(graphs, objects);
		return require_estimate.estimateCost(graphs, pools, {
			...require_estimate.billOf(objects),
			prices: this.#props.prices,
			scales
		});
	}
	#read() {
		return {
			graphs: objectsBelow(this.#scope).flatMap((object) => require_checks.readGraph(object)?.view ?? []),
			pools: require_estimate.poolsOf(objectsBelow(this.node.root), this.#props.pools).pools
		};
	}
};
function objectsBelow(scope) {
	return scope.node.findAll().flatMap((child) => cdk8s.ApiObject.isApiObject(child) ? [child.toJson()] : []);
}
/** DYN-COST-004: nobody knows the machines. */
function withoutPools(graphs, monthlyUsd) {
	const names = graphs.map(({ name }) => name).join(", ");
	return require_facts.finding("DYN-COST-004", {
		object: "Budget/monthly",
		path: ["pools"]
	}, `no pool is known for ${names}, so their machines are in no sum and the budget of $${monthlyUsd} is not proven`, "Give the graphs pools as their nodes, or the budget pools.");
}
// ../../work/main/packages/constructs/src/graph/container.ts
/** The extended resource that NVIDIA's device plugin offers. */
const gpuResource = "nvidia.com/gpu";
/** Renders a container; fields that were not given are not written. */
function renderContainer(name, options) {
	const { program, env, envFrom, gpus, resources, command, args, ...fields } = options;
	const launch = program === void 0 ? {
		command,
		args
	} : require_engines.writeLaunch(program);
	const limits = gpus === void 0 ? resources?.limits : defined({ ...resources?.limits }, { [gpuResource]: String(gpus) });
	return defined({
		name,
		...fields
	}, {
		command: launch.command,
		args: launch.args?.length === 0 ? void 0 : launch.args,
		env: require_pod_defaults.renderEnvironment(env),
		envFrom: require_pod_defaults.renderEnvironmentSources(envFrom),
		resources: limits === void 0 ? resources : {
			...resources,
			limits
		}
	});
}
/** The props that render this container again. */
function readContainer(container, context = {}) {
	const { name: _, restartPolicy: __, env, envFrom, resources, command, args, ...fields } = container;
	const environment = require_pod_defaults.readEnvironment(env);
	const launch = require_engines.readLaunch({
		command,
		args
	}, {
		env: literals({
			...context.graphEnvironment,
			...environment
		}),
		defaultCommand: context.defaultCommand
	});
	const typed = launch?.exact === true;
	const { gpus, rest } = splitGpus(resources);
	return defined(fields, {
		program: typed ? launch.program : void 0,
		command: typed ? void 0 : command,
		args: typed ? void 0 : args,
		env: environment,
		envFrom: require_pod_defaults.readEnvironmentSources(envFrom),
		gpus,
		resources: rest
	});
}
/** Values that are known before the pod runs; undefined for those that come from elsewhere. */
function literals(environment) {
	const values = /* @__PURE__ */ new Map();
	for (const [name, value] of Object.entries(environment ?? {})) values.set(name, typeof value === "string" ? value : void 0);
	return values;
}
/** A whole number of GPUs leaves the limits; a request that equals its limit says nothing new. */
function splitGpus(resources) {
	const limit = resources?.limits?.[gpuResource];
	if (resources === void 0 || limit === void 0 || !/^\d+$/.test(String(limit))) return { rest: resources };
	const limits = without(resources.limits, gpuResource);
	const requests = String(resources.requests?.[gpuResource] ?? limit) === String(limit) ? without(resources.requests, gpuResource) : resources.requests;
	const rest = defined({
		...resources,
		limits,
		requests
	});
	return {
		gpus: Number(limit),
		rest: Object.keys(rest).length === 0 ? void 0 : rest
	};
}
function without(map, key) {
	if (map === void 0) return void 0;
	const { [key]: _, ...rest } = map;
	return Object.keys(rest).length === 0 ? void 0 : rest;
}
/**
* The same object without the keys that hold nothing, and those of another object behind them.
* V8 gives every `{ ...object, key }` a hidden class of its own, which a fleet feels.
*/
function defined(object, more) {
	const result = {};
	for (const part of more === void 0 ? [object] : [object, more]) for (const [key, value] of Object.entries(part)) if (value !== void 0) result[key] = value;
	return result;
}
// ../../work/main/packages/constructs/src/graph/component.ts
const componentFields = [
	"name",
	"type",
	"runtimeVersionOverride",
	"globalDynamoNamespace",
	"replicas",
	"minAvailable",
	"multinode",
	"sharedMemorySize",
	"modelRef",
	"scalingAdapter",
	"eppConfig",
	"frontendSidecar",
	"compilationCache",
	"topologyConstraint",
	"experimental"
];
const containerFields = [
	"program",
	"env",
	"envFrom",
	"gpus",
	"image",
	"imagePullPolicy",
	"command",
	"args",
	"workingDir",
	"ports",
	"resources",
	"resizePolicy",
	"livenessProbe",
	"readinessProbe",
	"startupProbe",
	"lifecycle",
	"securityContext",
	"volumeMounts",
	"volumeDevices",
	"terminationMessagePath",
	"terminationMessagePolicy",
	"stdin",
	"stdinOnce",
	"tty",
	"restartPolicyRules"
];
/** Renders a component as the v1beta1 API has it. */
function renderComponent(props) {
	const own = pick(props, componentFields);
	const main = pick(props, containerFields);
	const pod = {};
	for (const [key, value] of Object.entries(props)) if (!(key in own) && !(key in main) && value !== void 0) pod[key] = value;
	const { podMetadata, podSecurityContext, podResources, sidecars, podTemplate, ...fields } = pod;
	const containers = [];
	if (Object.keys(main).length > 0) containers.push(renderContainer(require_checks.mainContainer, main));
	for (const { name, ...sidecar } of sidecars ?? []) containers.push(renderContainer(name, sidecar));
	const spec = defined(fields, {
		securityContext: podSecurityContext,
		resources: podResources,
		containers: containers.length === 0 ? void 0 : containers
	});
	const rendered = defined({
		metadata: podMetadata,
		spec: Object.keys(spec).length === 0 ? void 0 : spec
	});
	const template = require_merge.merge(rendered, podTemplate);
	return defined(own, { podTemplate: Object.keys(template).length === 0 ? void 0 : template });
}
/** The props that render this component again. */
function readComponent(component, context = {}) {
	const { podTemplate, ...own } = component;
	const { metadata, spec, ...rest } = podTemplate ?? {};
	const { containers, securityContext, resources, ...fields } = spec ?? {};
	const main = containers?.find((container) => container.name === require_checks.mainContainer);
	const sidecars = containers?.filter((container) => container !== main);
	const fallback = require_checks.defaultCommand(component.type);
	const policies = containers?.flatMap(({ name, restartPolicy }) => restartPolicy === void 0 ? [] : [{
		name,
		restartPolicy
	}]);
	const leftover = defined({
		...rest,
		spec: policies === void 0 || policies.length === 0 ? void 0 : { containers: policies }
	});
	return defined({
		...own,
		...main === void 0 ? {} : readContainer(main, {
			...context,
			defaultCommand: fallback
		}),
		...fields,
		podMetadata: metadata,
		podSecurityContext: securityContext,
		podResources: resources,
		sidecars: sidecars === void 0 || sidecars.length === 0 ? void 0 : sidecars.map((sidecar) => ({
			name: sidecar.name,
			...readContainer(sidecar, {
				...context,
				defaultCommand: sidecar.name === component.frontendSidecar ? frontendCommand : void 0
			})
		})),
		podTemplate: Object.keys(leftover).length === 0 ? void 0 : leftover
	});
}
/** What the operator runs in a frontend sidecar without a command. */
const frontendCommand = ["python3"];
function pick(object, keys) {
	const picked = {};
	for (const key of keys) if (object[key] !== void 0) picked[key] = object[key];
	return picked;
}
// ../../work/main/packages/constructs/src/graph/graph-options.ts
/** Renders a graph as the v1beta1 API has it. */
function renderGraph(name, props) {
	const annotations = {
		...props.annotations,
		...operatorAnnotations(props),
		...poolAnnotations(props.pools),
		...waiverAnnotations(props.waive)
	};
	return {
		apiVersion: "nvidia.com/v1beta1",
		kind: "DynamoGraphDeployment",
		metadata: defined({
			name: props.name ?? name,
			namespace: props.namespace,
			labels: props.labels,
			annotations: Object.keys(annotations).length === 0 ? void 0 : annotations
		}),
		spec: defined({
			annotations: props.propagatedAnnotations,
			labels: props.propagatedLabels,
			backendFramework: props.backendFramework,
			priorityClassName: props.priorityClassName,
			restart: props.restart,
			topologyConstraint: props.topologyConstraint,
			experimental: props.experimental,
			env: require_pod_defaults.renderEnvironment(props.env),
			components: props.components.map(renderComponent)
		})
	};
}
/** The props that render this graph again. */
function readGraph(graph) {
	const { annotations: propagatedAnnotations, labels: propagatedLabels, env, components, ...spec } = graph.spec ?? {};
	const environment = require_pod_defaults.readEnvironment(env);
	const { typed, rest } = readAnnotations(graph.metadata?.annotations ?? {});
	return defined({
		name: graph.metadata?.name,
		namespace: graph.metadata?.namespace,
		labels: graph.metadata?.labels,
		annotations: Object.keys(rest).length === 0 ? void 0 : rest,
		...typed,
		...spec,
		propagatedAnnotations,
		propagatedLabels,
		env: environment,
		components: (components ?? []).map((component) => readComponent(component, { graphEnvironment: environment }))
	});
}
/** Each setting with its annotation: the value that is written, and the setting that a value means. */
const operatorSettings = [
	row("orchestrator", require_facts.annotations.enableGrove, {
		grove: "true",
		deployment: "false"
	}),
	row("groveUpdateStrategy", require_facts.annotations.groveUpdateStrategy, {
		RollingRecreate: "RollingRecreate",
		OnDelete: "OnDelete"
	}),
	row("discovery", require_facts.annotations.discoveryBackend, {
		kubernetes: "kubernetes",
		etcd: "etcd"
	}),
	row("discoveryMode", require_facts.annotations.kubeDiscoveryMode, {
		pod: "pod",
		container: "container"
	}),
	row("kaiQueue", require_facts.annotations.kaiQueue),
	row("volcanoQueue", require_facts.annotations.volcanoQueue),
	row("metrics", require_facts.annotations.enableMetrics, {
		true: "true",
		false: "false"
	}),
	row("vllmExecutor", require_facts.annotations.vllmExecutor, {
		mp: "mp",
		ray: "ray"
	})
];
function row(property, annotation, values) {
	return {
		property,
		annotation,
		values
	};
}
function operatorAnnotations(options) {
	const annotations = {};
	for (const { property, annotation, values } of operatorSettings) {
		const setting = options[property];
		if (setting !== void 0) annotations[annotation] = values?.[String(setting)] ?? String(setting);
	}
	return annotations;
}
function readAnnotations(annotations) {
	const typed = {};
	const rest = { ...annotations };
	for (const { property, annotation, values } of operatorSettings) {
		const value = annotations[annotation];
		if (value === void 0) continue;
		const setting = values === void 0 ? value : Object.keys(values).find((key) => values[key] === value);
		if (setting === void 0) continue;
		typed[property] = property === "metrics" ? setting === "true" : setting;
		delete rest[annotation];
	}
	return {
		typed,
		rest
	};
}
/** Waivers travel with the object, so that whoever checks the YAML sees the same reasons. */
function waiverAnnotations(waivers) {
	return waivers === void 0 || waivers.length === 0 ? {} : { [require_facts.waiverAnnotation]: JSON.stringify(waivers) };
}
/** Pools travel with the object as waivers do. */
function poolAnnotations(pools) {
	return pools === void 0 || pools.length === 0 ? {} : { [require_facts.poolsAnnotation]: require_estimate.writePools(pools) };
}
// ../../work/main/packages/constructs/src/graph/imported/strays.ts
/**
* Takes out what would not compile against the types of a schema. Values that are out of bounds or
* of the wrong form stay: they compile, and the checks speak of them.
*
* @returns undefined when a field is missing or wrong without which no typed object is left
*/
function separate(object, schema) {
	let typed = object;
	const paths = [];
	for (;;) {
		const result = schema.safeParse(typed);
		if (result.success) break;
		const found = result.error.issues.flatMap((issue) => untyped(issue, typed));
		if (found.length === 0) break;
		if (found.some((path) => isRoot(path) || valueAt(typed, path) === void 0)) return void 0;
		paths.push(...found);
		typed = found.reduce(withoutField, typed);
	}
	const outer = paths.filter((path, index) => !paths.some((other, at) => at !== index && isWithin(path, other) && (path.length > other.length || at < index)));
	return {
		typed,
		strays: outer.map((path) => ({
			path,
			value: valueAt(object, path)
		}))
	};
}
/** What no typed object can be without. */
function isRoot(path) {
	return path.length === 0 || path.length === 1 && (path[0] === "spec" || path[0] === "metadata");
}
/** The value behind a path; undefined where it leads nowhere. */
function valueAt(object, path) {
	let value = object;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
		value = Reflect.get(value, step);
	}
	return value;
}
/** True when a path is the other one or lies below it. */
function isWithin(path, other) {
	return other.every((step, index) => path[index] === step);
}
/** The fields that an issue condemns; none for an issue that TypeScript does not see. */
function untyped(issue, object) {
	const path = issue.path.filter((step) => typeof step !== "symbol");
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
	if (issue.code !== "invalid_type" && issue.code !== "invalid_value" && issue.code !== "invalid_union") return [];
	const value = valueAt(object, path);
	if (issue.code === "invalid_type" && typeof value === "number" && /^(int|number)$/.test(issue.expected)) return [];
	if (issue.code === "invalid_union" && /^(number|string)$/.test(typeof value)) return [];
	return [removable(value === void 0 ? path.slice(0, -1) : path)];
}
/** A list loses all its items or none, so that the places of the others stay. */
function removable(path) {
	return typeof path.at(-1) === "number" ? removable(path.slice(0, -1)) : path;
}
function withoutField(object, path) {
	const [step, ...rest] = path;
	if (step === void 0) return object;
	const { [step]: value, ...others } = object;
	if (rest.length === 0) return others;
	const inner = Array.isArray(value) ? value.map((item, index) => index === rest[0] && require_api.isFields(item) ? withoutField(item, rest.slice(1)) : item) : require_api.isFields(value) ? withoutField(value, rest) : value;
	return value === void 0 ? object : {
		...object,
		[step]: inner
	};
}
// ../../work/main/packages/constructs/src/graph/imported/alpha.ts
/** @module What a v1alpha1 graph says that v1beta1 cannot. */
/** The fields that have no place in v1beta1, as far as a finding of the conversion says so. */
function homeless(code, path) {
	const service = path.slice(0, 3);
	switch (code) {
		case "DYN-CNV-002": return path[3] === "subComponentType" ? [[...service, "componentType"], path] : [path];
		case "DYN-CNV-004":
		case "DYN-CNV-005":
		case "DYN-CNV-008": return [path];
		case "DYN-CNV-009": return [[...service, "frontendSidecar"]];
		default: return [];
	}
}
/** Findings that an import does not make true: nothing is left out or spelled anew for good. */
const untrue = /* @__PURE__ */ new Set([
	"DYN-CNV-002",
	"DYN-CNV-003",
	"DYN-CNV-007"
]);
/** Takes a v1alpha1 graph apart. */
function alphaParts(alpha) {
	const { object, findings } = require_api.graphToV1beta1(alpha, { carriers: false });
	let rest = {};
	for (const { code, path } of findings) for (const field of homeless(code, path)) rest = withField(rest, field, alpha, 0);
	const strangers = new Set(findings.flatMap(({ code, path }) => code === "DYN-CNV-005" ? [path[2]] : []));
	const components = object.spec.components?.map((component) => {
		if (!strangers.has(component.name)) return component;
		const { type: _, ...known } = component;
		return known;
	});
	const spec = components === void 0 ? object.spec : {
		...object.spec,
		components
	};
	return {
		beta: {
			...object,
			spec
		},
		rest: require_api.isFields(rest.spec) ? rest.spec : void 0,
		findings: findings.filter(({ code }) => !untrue.has(code))
	};
}
/** A copy that also has the field of `source`; of a list only the item, because lists merge by name. */
function withField(target, path, source, depth) {
	const step = String(path[depth]);
	const next = path[depth + 1];
	const known = target[step];
	if (next === void 0) {
		const value = valueAt(source, path);
		return value === void 0 ? target : {
			...target,
			[step]: value
		};
	}
	if (typeof next === "number") {
		const items = Array.isArray(known) ? known : [];
		return {
			...target,
			[step]: [...items, valueAt(source, path.slice(0, depth + 2))]
		};
	}
	return {
		...target,
		[step]: withField(require_api.isFields(known) ? known : {}, path, source, depth + 1)
	};
}
// ../../work/main/packages/constructs/src/graph/imported/compare.ts
/** @module Whether two objects mean the same, and where they do not. */
/**
* Where two objects mean something different. For a graph, spelling does not count; nor do, for any
* object, its status and what the API server writes. Paths name components and containers.
*/
function compare(original, rebuilt) {
	const [before, after] = [original, rebuilt].map((object) => require_api.authored(require_api.isFields(object) ? object : {}));
	const [left, right] = [parts(before), parts(after)];
	if (left === void 0 || right === void 0) return require_changes.differences(require_api.withoutCarriers(before), require_api.withoutCarriers(after));
	return [
		...require_changes.differences(before.apiVersion, after.apiVersion, ["apiVersion"]),
		...require_changes.differences(require_changes.graphMeaning(left.graph), require_changes.graphMeaning(right.graph)),
		...require_changes.differences(left.rest, right.rest, ["spec"]),
		...strayDifferences(straysByPath(before, left.separated.strays), straysByPath(after, right.separated.strays))
	];
}
/** The parts of a graph; undefined for every other kind and for a graph that none can be read of. */
function parts(object) {
	if (object.kind !== "DynamoGraphDeployment") return void 0;
	const kind = require_api.findKind(String(object.apiVersion), "DynamoGraphDeployment");
	const separated = kind && separate(object, kind.schema);
	if (kind === void 0 || separated === void 0) return void 0;
	const typed = separated.typed;
	if (kind.apiVersion === "nvidia.com/v1beta1") return {
		graph: require_api.withoutCarriers(separated.typed),
		rest: {},
		separated
	};
	const { beta, rest } = alphaParts(typed);
	return {
		graph: beta,
		rest: rest ?? {},
		separated
	};
}
function straysByPath(object, strays) {
	return new Map(strays.map(({ path, value }) => {
		const names = namedPath(object, path);
		return [require_facts.formatPath(names), {
			path: names,
			value
		}];
	}));
}
function strayDifferences(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [one, other] = [before.get(key), after.get(key)];
		return require_changes.differences(one?.value, other?.value, (one ?? other)?.path ?? []);
	});
}
/** The path with the names of components and containers in place of their numbers. */
function namedPath(object, path) {
	return path.map((step, index) => {
		const list = path[index - 1];
		if (typeof step !== "number" || list !== "components" && list !== "containers") return step;
		const name = valueAt(object, [...path.slice(0, index + 1), "name"]);
		return typeof name === "string" ? name : step;
	});
}
// ../../work/main/packages/constructs/src/graph/imported/counts.ts
/** @module How much of an imported object has types, and how much goes through escape hatches. */
/** Figures of an object that has no containers of its own. */
const noCounts = {
	argv: {
		typed: 0,
		extra: 0,
		raw: 0
	},
	fields: {
		typed: 0,
		escaped: 0
	}
};
/** The figures of a graph that nothing could be read of. */
function untypedCounts(spec) {
	return {
		...noCounts,
		fields: {
			typed: 0,
			escaped: leaves(spec)
		}
	};
}
/** The figures of a graph's components. */
function countComponents(components, overrides) {
	const hatches = overrides.map(({ pointer, value }) => ({
		argv: noArgv,
		fields: {
			typed: 0,
			escaped: Math.max(1, leaves(value))
		},
		.../\/(command|args)(\/|$)/.test(pointer) ? { argv: {
			...noArgv,
			raw: words(value)
		} } : {}
	}));
	return [...components.map(countComponent), ...hatches].reduce(addCounts, noCounts);
}
/** The figures of several imports together. */
function addCounts(one, other) {
	return {
		argv: {
			typed: one.argv.typed + other.argv.typed,
			extra: one.argv.extra + other.argv.extra,
			raw: one.argv.raw + other.argv.raw
		},
		fields: {
			typed: one.fields.typed + other.fields.typed,
			escaped: one.fields.escaped + other.fields.escaped
		}
	};
}
const noArgv = noCounts.argv;
function countComponent(component) {
	const { sidecars, podTemplate, ...main } = component;
	const template = {
		argv: noArgv,
		fields: {
			typed: 0,
			escaped: leaves(podTemplate)
		}
	};
	return [main, ...sidecars ?? []].map(countContainer).reduce(addCounts, template);
}
function countContainer(container) {
	const { program, command, args, ...rest } = container;
	const raw = [...command ?? [], ...args ?? []];
	const fields = {
		typed: leaves(rest),
		escaped: raw.length
	};
	if (program === void 0) return {
		argv: {
			...noArgv,
			raw: words(raw)
		},
		fields
	};
	const extra = program.extraArgs?.length ?? 0;
	return {
		argv: {
			typed: require_engines.renderFlags(require_engines.flagTable(program.program), program.flags).length,
			extra,
			raw: 0
		},
		fields
	};
}
/** Texts, numbers and switches anywhere below; an empty object or list is one, too. */
function leaves(value) {
	if (value === void 0 || value === null) return 0;
	if (typeof value !== "object") return 1;
	const inner = Object.values(value);
	return inner.length === 0 ? 1 : inner.reduce((sum, item) => sum + leaves(item), 0);
}
/** Words of a command line; a script counts by its words, not as one. */
function words(value) {
	if (Array.isArray(value)) return value.reduce((sum, item) => sum + words(item), 0);
	if (typeof value !== "string") return value === void 0 ? 0 : 1;
	return value.split(/\s+/).filter((word) => word !== "").length;
}
// ../../work/main/packages/constructs/src/graph/patterns/endpoint-picker-component.ts
/** The endpoint picker's component. */
function resolveEndpointPicker(props, options) {
	const { env, ...component } = options.component ?? {};
	const blockSize = options.blockSize ?? require_engines.parallelism(props.engine)?.blockSize;
	const base = {
		name: "epp",
		type: "epp",
		replicas: 1,
		image: require_facts.dynamoImage("frontend", { version: props.version }),
		eppConfig: { config: options.config ?? dynamoProfiles(props) },
		...require_pod_defaults.hardened(),
		env: require_pod_defaults.mergeEnvironment({ DYN_MODEL_NAME: servedName(props) }, blockSize === void 0 ? void 0 : { DYN_KV_CACHE_BLOCK_SIZE: String(blockSize) }, env),
		envFrom: require_pod_defaults.list([...require_pod_defaults.tokenSources(props)])
	};
	return require_merge.merge(defined(base), defined(component));
}
function servedName(props) {
	return (typeof props.model === "string" ? void 0 : props.model.servedName) ?? require_pod_defaults.modelId(props.model);
}
/** The profile handler runs the prefill profile only where prefill workers exist. */
function dynamoProfiles(props) {
	const aggregated = props.serving.kind === "aggregated";
	const roles = aggregated ? ["decode"] : ["prefill", "decode"];
	return {
		plugins: [
			{ type: "disagg-profile-handler" },
			...roles.flatMap((role) => [{
				name: `${role}-filter`,
				type: "label-filter",
				parameters: {
					label: "nvidia.com/dynamo-component-type",
					validValues: aggregated ? [role, "worker"] : [role],
					allowsNoLabel: role === "decode"
				}
			}, {
				name: `dyn-${role}`,
				type: `dyn-${role}-scorer`
			}]),
			{
				name: "picker",
				type: "max-score-picker"
			}
		],
		schedulingProfiles: roles.map((role) => ({
			name: role,
			plugins: [
				`${role}-filter`,
				`dyn-${role}`,
				"picker"
			].map((pluginRef) => ({
				pluginRef,
				weight: 1
			}))
		}))
	};
}
// ../../work/main/packages/constructs/src/graph/patterns/model-cache.ts
const volumeName = "model-cache";
const defaultMountPath = "/model-cache";
/** Volume, mount, environment, metadata and account of a pod that reads models. */
function cachePod(cache) {
	if (cache === void 0) return {
		volumes: [],
		volumeMounts: []
	};
	return {
		...cacheVolume(cache),
		env: cacheEnvironment(cache),
		podMetadata: metadataOf(cache),
		serviceAccountName: cache.serviceAccountName
	};
}
function cacheVolume(cache) {
	const { claimName, volume, readOnly } = cache;
	const mode = readOnly === true ? { readOnly } : {};
	if (claimName === void 0 && volume === void 0) return {
		volumes: [],
		volumeMounts: []
	};
	const source = claimName === void 0 ? volume : { persistentVolumeClaim: {
		claimName,
		...mode
	} };
	return {
		volumes: [{
			name: volumeName,
			...source
		}],
		volumeMounts: [{
			name: volumeName,
			mountPath: mountPathOf(cache),
			...mode
		}]
	};
}
function cacheEnvironment(cache) {
	const { location, readOnly = false, offline = readOnly } = cache;
	const hub = (cache.claimName !== void 0 || cache.volume !== void 0) && location === void 0;
	return {
		...hub ? { HF_HOME: mountPathOf(cache) } : {},
		...hub && readOnly ? { HF_MODULES_CACHE: "/tmp/hf-modules" } : {},
		...offline ? {
			HF_HUB_OFFLINE: "1",
			TRANSFORMERS_OFFLINE: "1"
		} : {},
		...cache.env
	};
}
function metadataOf({ podLabels, podAnnotations }) {
	if (podLabels === void 0 && podAnnotations === void 0) return void 0;
	return {
		...podLabels === void 0 ? {} : { labels: { ...podLabels } },
		...podAnnotations === void 0 ? {} : { annotations: { ...podAnnotations } }
	};
}
function mountPathOf({ mountPath }) {
	return mountPath ?? defaultMountPath;
}
/** Where an engine finds the model: its id, or a place below the cache's location. */
function modelLocation(id, cache) {
	return cache?.location === void 0 ? id : `${cache.location.replace(/\/+$/, "")}/${id}`;
}
/**
* Lets pods with the cache's own account register for service discovery. The API server refuses the
* binding when neither graph nor chart name a namespace.
*/
function discoveryBinding(graph, namespace, cache) {
	const name = cache?.serviceAccountName;
	if (name === void 0) return [];
	const place = namespace === void 0 ? {} : { namespace };
	return [{
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "RoleBinding",
		metadata: {
			name: `${graph}-${name}`,
			...place
		},
		roleRef: {
			apiGroup: "rbac.authorization.k8s.io",
			kind: "Role",
			name: `${graph}-k8s-service-discovery-role`
		},
		subjects: [{
			kind: "ServiceAccount",
			name,
			...place
		}]
	}];
}
// ../../work/main/packages/constructs/src/graph/patterns/frontend.ts
/** @module The frontend: as a component of its own, or beside each worker behind an endpoint picker. */
/** Name that the operator's own examples give the sidecar. */
const frontendSidecarName = "sidecar-frontend";
/** The frontend component: HTTP entry point and router. */
function resolveFrontend(props) {
	const { env, envFrom, volumes, volumeMounts, ...options } = props.frontend ?? {};
	const { volumes: cacheVolumes, volumeMounts: cacheMounts, ...cache } = cachePod(require_pod_defaults.cacheOf(props.model));
	const replicated = props.router?.kvEvents === true && (options.replicas ?? 1) > 1;
	const base = {
		name: "frontend",
		type: "frontend",
		replicas: 1,
		...cache,
		image: require_facts.dynamoImage("frontend", { version: props.version }),
		program: require_engines.frontendProgram({
			...replicated ? { routerReplicaSync: true } : {},
			...props.router?.flags
		}),
		env: require_pod_defaults.mergeEnvironment(cache.env, env),
		envFrom: require_pod_defaults.list([...require_pod_defaults.tokenSources(props), ...envFrom ?? []]),
		volumes: require_pod_defaults.list([...cacheVolumes, ...volumes ?? []]),
		volumeMounts: require_pod_defaults.list([...cacheMounts, ...volumeMounts ?? []]),
		...require_pod_defaults.hardened()
	};
	return require_merge.merge(defined(base), defined(options));
}
/** The frontend that runs beside a worker and sends each request where the endpoint picker said. */
function frontendSidecar(props) {
	const { securityContext } = require_pod_defaults.hardened();
	const cache = cachePod(require_pod_defaults.cacheOf(props.model));
	return defined({
		name: frontendSidecarName,
		image: require_facts.dynamoImage("frontend", { version: props.version }),
		program: require_engines.frontendProgram({ routerMode: "direct" }),
		securityContext,
		env: require_pod_defaults.mergeEnvironment(cache.env),
		envFrom: require_pod_defaults.list([...require_pod_defaults.tokenSources(props)]),
		volumeMounts: require_pod_defaults.list([...cache.volumeMounts])
	});
}
// ../../work/main/packages/constructs/src/graph/patterns/lora-models.ts
/** What the workers' environment needs for dynamic adapters. */
function loraEnvironment(options) {
	return options === void 0 ? void 0 : { DYN_LORA_ENABLED: "true" };
}
/** The DynamoModel of each adapter. */
function loraModels(graph, props) {
	return Object.entries(props.lora?.adapters ?? {}).map(([name, uri]) => ({
		apiVersion: "nvidia.com/v1alpha1",
		kind: "DynamoModel",
		metadata: {
			name: `${graph}-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
			...props.namespace === void 0 ? {} : { namespace: props.namespace }
		},
		spec: {
			modelName: name,
			baseModelName: require_pod_defaults.modelId(props.model),
			modelType: "lora",
			source: { uri }
		}
	}));
}
// ../../work/main/packages/constructs/src/graph/patterns/planner-component.ts
/** @module The component of a planner. */
/** The planner's component; backend and mode follow from the graph. */
function resolvePlanner(props, options) {
	const config = {
		environment: "kubernetes",
		backend: props.engine.program,
		mode: props.serving.kind === "aggregated" ? "agg" : "disagg",
		...options.config
	};
	const base = {
		name: "planner",
		type: "planner",
		replicas: 1,
		image: require_facts.dynamoImage("planner", { version: props.version }),
		program: require_engines.plannerProgram({ config }),
		...require_pod_defaults.hardened(),
		envFrom: require_pod_defaults.list([...require_pod_defaults.tokenSources(props)])
	};
	return require_merge.merge(defined(base), defined(options.component ?? {}));
}
// ../../work/main/packages/constructs/src/graph/patterns/engine-file.ts
const directory = "/opt/dynamo/engine-config";
/** The file of one role; undefined when the engine needs none. */
function engineFile(graph, role, engine, disaggregation, given) {
	if (engine.program !== "trtllm") return void 0;
	const config = withRole(disaggregation, given);
	if (config === void 0) return void 0;
	const name = `${graph}-${role}-engine`;
	return {
		config,
		path: `${directory}/${role}.yaml`,
		configMap: {
			name,
			data: { [`${role}.yaml`]: require_engines.writeEngineConfig(config) }
		},
		volumes: [{
			name: "engine-config",
			configMap: { name }
		}],
		volumeMounts: [{
			name: "engine-config",
			mountPath: directory,
			readOnly: true
		}]
	};
}
/** Both roles of disaggregation move their cache by the transceiver; prefill cannot overlap its schedule. */
function withRole(disaggregation, given) {
	if (disaggregation === void 0) return given;
	const needed = {
		cache_transceiver_config: { backend: "DEFAULT" },
		...disaggregation === "prefill" ? { disable_overlap_scheduler: true } : {}
	};
	return require_merge.merge(needed, given);
}
// ../../work/main/packages/constructs/src/graph/patterns/engine-role.ts
/** Ports that two roles agree on or that the operator does not assign. @see examples/backends (manifests) */
const ports = {
	vllmKvEvents: 20080,
	sglangKvEvents: 5557,
	sglangBootstrap: 12345,
	mockerBootstrap: 50100
};
/** The program of a role: what follows from the graph, under the flags that the user gave the engine. */
function roleProgram(engine, settings) {
	const derived = flagsOfRole(engine.program, settings);
	return {
		...engine,
		flags: defined({
			...derived,
			...engine.flags
		})
	};
}
function flagsOfRole(program, settings) {
	switch (program) {
		case "vllm": return vllmFlags(settings);
		case "sglang": return sglangFlags(settings);
		case "trtllm": return trtllmFlags(settings);
		default: return mockerFlags(settings);
	}
}
function vllmFlags(settings) {
	const { options, disaggregation, fabric, lora } = settings;
	return {
		model: modelPath(settings.model),
		revision: revision(settings.model),
		servedModelName: servedModelName(settings.model),
		tensorParallelSize: options.tensorParallel,
		pipelineParallelSize: options.pipelineParallel,
		dataParallelSize: options.dataParallel,
		enableExpertParallel: options.expertParallel,
		disaggregationMode: disaggregation,
		kvTransferConfig: disaggregation === void 0 ? void 0 : nixl(fabric),
		kvEventsConfig: settings.kvEvents ? kvEvents(ports.vllmKvEvents) : void 0,
		...loader(settings),
		enableLora: lora === void 0 ? void 0 : true,
		maxLoras: lora?.maxLoras,
		maxLoraRank: lora?.maxRank
	};
}
function sglangFlags(settings) {
	const { options, disaggregation } = settings;
	return {
		modelPath: modelPath(settings.model),
		revision: revision(settings.model),
		servedModelName: servedModelName(settings.model, require_pod_defaults.modelId(settings.model)),
		tensorParallelSize: options.tensorParallel,
		pipelineParallelSize: options.pipelineParallel,
		dataParallelSize: options.dataParallel,
		enableDpAttention: options.dataParallel === void 0 ? void 0 : true,
		expertParallelSize: options.expertParallel === true ? options.tensorParallel ?? 1 : void 0,
		skipTokenizerInit: true,
		disaggregationMode: disaggregation,
		...disaggregation === void 0 ? {} : {
			disaggregationTransferBackend: "nixl",
			disaggregationBootstrapPort: ports.sglangBootstrap,
			host: "0.0.0.0"
		},
		kvEventsConfig: settings.kvEvents ? {
			publisher: "zmq",
			topic: "kv-events",
			endpoint: `tcp://*:${ports.sglangKvEvents}`
		} : void 0,
		...loader(settings)
	};
}
function trtllmFlags(settings) {
	const { options } = settings;
	return {
		model: modelPath(settings.model),
		servedModelName: servedModelName(settings.model, require_pod_defaults.modelId(settings.model)),
		tensorParallelSize: options.tensorParallel,
		pipelineParallelSize: options.pipelineParallel,
		expertParallelSize: options.expertParallel === true ? options.tensorParallel ?? 1 : void 0,
		enableAttentionDp: options.dataParallel === void 0 ? void 0 : true,
		disaggregationMode: settings.disaggregation,
		extraEngineArgs: settings.engineConfigPath,
		publishKvEvents: settings.kvEvents ? true : void 0,
		loadFormat: settings.gpuMemoryService === true ? "gms" : void 0
	};
}
function mockerFlags(settings) {
	return {
		modelPath: modelPath(settings.model),
		modelName: servedModelName(settings.model, require_pod_defaults.modelId(settings.model)),
		dataParallelSize: settings.options.dataParallel,
		disaggregationMode: settings.disaggregation,
		bootstrapPorts: settings.disaggregation === "prefill" ? String(ports.mockerBootstrap) : void 0
	};
}
/** Where the engine finds the model. */
function modelPath(model) {
	return modelLocation(require_pod_defaults.modelId(model), require_pod_defaults.cacheOf(model));
}
/** How vLLM and SGLang read weights: from GPU memory that a service keeps, or as the cache wants it. */
function loader({ model, gpuMemoryService }) {
	const cache = require_pod_defaults.cacheOf(model);
	return gpuMemoryService === true ? { loadFormat: "gms" } : {
		loadFormat: cache?.loadFormat,
		modelLoaderExtraConfig: cache?.loaderConfig
	};
}
/** The name that requests use; engines that would not take the model's id get it spelled out. */
function servedModelName(model, otherwise) {
	if (typeof model === "string") return otherwise;
	const elsewhere = model.cache?.location === void 0 ? void 0 : model.id;
	return model.servedName ?? otherwise ?? elsewhere;
}
/** A folder or bucket holds one revision, whichever was copied there. */
function revision(model) {
	return typeof model === "string" || model.cache?.location !== void 0 ? void 0 : model.revision;
}
/** NIXL between prefill and decode; both sides send and receive. */
function nixl(fabric) {
	return {
		kv_connector: "NixlConnector",
		kv_role: "kv_both",
		...fabric?.hostBuffer === true ? { kv_buffer_device: "cpu" } : {},
		...fabric?.nixlBackend === void 0 ? {} : { kv_connector_extra_config: { backends: [fabric.nixlBackend] } }
	};
}
function kvEvents(port) {
	return {
		publisher: "zmq",
		topic: "kv-events",
		endpoint: `tcp://*:${port}`,
		enable_kv_cache_events: true
	};
}
// ../../work/main/packages/constructs/src/graph/patterns/neighbours.ts
/**
* Affinity of one role. RDMA never crosses a zone, so pods that talk over it follow one another into
* one; the terms name this graph, because components of other graphs have the same names.
*/
function neighbourAffinity({ graph, role, peer, nodeCount, fabric }) {
	if (fabric?.devices === void 0) return void 0;
	if (peer === void 0 && nodeCount < 2) return void 0;
	const partners = peer === void 0 ? [role] : [role, peer].sort();
	return {
		podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{
			labelSelector: {
				matchLabels: { [require_facts.labels.graph]: graph },
				matchExpressions: [{
					key: require_facts.labels.component,
					operator: "In",
					values: partners
				}]
			},
			topologyKey: require_facts.nodeLabels.zone
		}] },
		...peer === void 0 || fabric.separateHosts !== true ? {} : { podAntiAffinity: apart(graph, peer) }
	};
}
/** Keeps the pods off machines where the other role of the graph runs. */
function apart(graph, peer) {
	return { requiredDuringSchedulingIgnoredDuringExecution: [{
		labelSelector: { matchLabels: {
			[require_facts.labels.component]: peer,
			[require_facts.labels.graph]: graph
		} },
		topologyKey: require_facts.nodeLabels.hostname
	}] };
}
// ../../work/main/packages/constructs/src/graph/patterns/worker.ts
/** Resolves one role: what follows from the graph, then what the user said of the role. */
function resolveWorker(graph, role, props, options) {
	const { engine: own, engineConfig, nodes = props.nodes, component, parallel } = split(options);
	const engine = onNodes(overlay(props.engine, own), nodes, parallel);
	const fabric = role.disaggregation !== void 0 || (parallel.nodeCount ?? 1) > 1 ? nodes?.fabric : void 0;
	const file = engineFile(graph, role.name, engine, role.disaggregation, engineConfig);
	const program = roleProgram(engine, {
		options: parallel,
		model: props.model,
		lora: props.lora,
		fabric,
		gpuMemoryService: component.experimental?.gpuMemoryService !== void 0,
		engineConfigPath: file?.path,
		...role
	});
	const { env, envFrom, volumes, volumeMounts, ...rest } = component;
	const { volumes: cacheVolumes, volumeMounts: cacheMounts, ...cache } = cachePod(require_pod_defaults.cacheOf(props.model));
	const host = hostDirectories(fabric);
	const gpus = podGpus(program, file, parallel.nodeCount);
	const { podMetadata, ...scheduling } = schedule({
		graph,
		role: role.name,
		peer: role.peer,
		nodeCount: parallel.nodeCount ?? 1,
		fabric
	}, nodes, gpus);
	const derived = defined(workload(role, props, engine, fabric), {
		...cache,
		program,
		multinode: (parallel.nodeCount ?? 1) > 1 ? { nodeCount: parallel.nodeCount } : void 0,
		...scheduling,
		podMetadata: require_merge.merge(cache.podMetadata, podMetadata),
		env: require_pod_defaults.mergeEnvironment(cache.env, fabric?.env, nixlEnvironment(engine, fabric), env),
		envFrom: require_pod_defaults.list([...require_pod_defaults.tokenSources(props), ...envFrom ?? []]),
		volumes: require_pod_defaults.list([
			...cacheVolumes,
			...file?.volumes ?? [],
			...host.volumes,
			...volumes ?? []
		]),
		volumeMounts: require_pod_defaults.list([
			...cacheMounts,
			...file?.volumeMounts ?? [],
			...host.volumeMounts,
			...volumeMounts ?? []
		]),
		...devices(gpus, fabric)
	});
	return {
		component: require_merge.merge(derived, defined(rest)),
		file,
		pool: nodes?.pool
	};
}
function split(options) {
	const { engine, engineConfig, nodes, ...rest } = options;
	const { tensorParallel, pipelineParallel, dataParallel, expertParallel, nodeCount, ...component } = rest;
	return {
		engine,
		engineConfig,
		nodes,
		component,
		parallel: {
			tensorParallel,
			pipelineParallel,
			dataParallel,
			expertParallel,
			nodeCount
		}
	};
}
/** Shared memory of a worker that hands KV cache over. */
const transferMemory = "16Gi";
/** What every worker of the graph has, whichever engine runs in it. */
function workload(role, props, engine, fabric) {
	const planned = props.planner !== void 0;
	return {
		name: role.name,
		type: role.type,
		replicas: planned ? void 0 : 1,
		scalingAdapter: planned ? {} : void 0,
		image: require_facts.dynamoImage(engineImage(engine), {
			version: props.version,
			efa: fabric?.name === "efa"
		}),
		workingDir: "/workspace",
		sharedMemorySize: role.disaggregation === void 0 ? void 0 : transferMemory,
		...require_pod_defaults.hardened(fabric?.security)
	};
}
/** Which nodes the pods of a role run on, and beside whom. */
function schedule(place, nodes, gpus) {
	const { fabric } = place;
	const { security } = fabric ?? {};
	const annotations = {
		...nodes?.podAnnotations,
		...fabric === void 0 ? {} : require_fabric.fabricAnnotations(fabric, gpus),
		...security === void 0 ? {} : { [require_facts.exceptionAnnotation]: exceptionText(security) }
	};
	const neighbours = neighbourAffinity(place);
	return {
		nodeSelector: nodes?.nodeSelector,
		tolerations: nodes?.tolerations,
		affinity: neighbours === void 0 ? nodes?.affinity : require_merge.merge(neighbours, nodes?.affinity),
		podMetadata: Object.keys(annotations).length === 0 ? void 0 : { annotations }
	};
}
function exceptionText({ capabilities, privileged, reason }) {
	return `${privileged === true ? `privileged, ${capabilities.join(", ")}` : capabilities.join(", ")}: ${reason}`;
}
/** Directories of the node that the fabric's libraries are in. */
function hostDirectories(fabric) {
	const directories = fabric?.hostDirectories ?? [];
	return {
		volumes: directories.map(({ name, path }) => ({
			name,
			hostPath: {
				path,
				type: "Directory"
			}
		})),
		volumeMounts: directories.map(({ name, mountPath }) => ({
			name,
			mountPath,
			readOnly: true
		}))
	};
}
/** GPUs of one pod. */
function podGpus(program, file, nodes) {
	const gpus = require_engines.parallelism(program, { ...file?.config })?.gpus ?? 1;
	return Math.ceil(gpus / (nodes ?? 1));
}
/** GPUs and network interfaces of one pod. */
function devices(gpus, fabric) {
	if (gpus === 0) return {};
	const limits = fabric === void 0 ? {} : require_fabric.fabricDevices(fabric, gpus);
	if (Object.keys(limits).length === 0) return { gpus };
	return {
		gpus,
		resources: {
			limits,
			...fabric?.hugepages === void 0 ? {} : { requests: { memory: transferMemory } }
		}
	};
}
/** Flags and settings of the role over those of the graph's engine. */
function overlay(engine, role) {
	if (role === void 0) return engine;
	const { program: _, flags, extraArgs, ...options } = role;
	return {
		...engine,
		...defined(options),
		flags: {
			...engine.flags,
			...flags
		},
		extraArgs: require_pod_defaults.list([...engine.extraArgs ?? [], ...extraArgs ?? []])
	};
}
/** The engine with the shell lines that its nodes need. */
function onNodes(engine, nodes, { nodeCount = 1 }) {
	if (nodes?.setup === void 0 || nodeCount > 1) return engine;
	const lines = [nodes.setup, ...engine.setup === void 0 ? [] : [engine.setup]];
	return {
		...engine,
		setup: lines.join("\n")
	};
}
function engineImage({ program }) {
	return program === "vllm" || program === "sglang" || program === "trtllm" ? program : "planner";
}
/** SGLang and TensorRT-LLM choose the NIXL backend by environment variable, vLLM by its connector. */
function nixlEnvironment(engine, fabric) {
	const backend = fabric?.nixlBackend;
	if (backend === void 0) return {};
	if (engine.program === "sglang") return { SGLANG_DISAGGREGATION_NIXL_BACKEND: backend };
	return engine.program === "trtllm" ? { TRTLLM_NIXL_KVCACHE_BACKEND: backend } : {};
}
// ../../work/main/packages/constructs/src/graph/patterns/resolve.ts
/** Resolves a pattern; `id` names the graph when the props do not, and `namespace` is the chart's. */
function resolvePattern(id, props, namespace) {
	const { model, engine, serving, router, frontend, planner, endpointPicker, lora, nodes, tokenSecret, version, ...options } = props;
	const name = props.name ?? id;
	const workers = resolveWorkers(name, props);
	const components = [
		endpointPicker === void 0 ? resolveFrontend(props) : resolveEndpointPicker(props, endpointPicker),
		...planner === void 0 ? [] : [resolvePlanner(props, planner)],
		...workers.map((worker) => besides(props, worker.component))
	];
	return {
		graph: {
			backendFramework: engine.program === "mocker" ? void 0 : engine.program,
			...options,
			pools: namedPools(props, workers),
			components
		},
		objects: [
			...workers.flatMap(({ file }) => file === void 0 ? [] : [configMap(file.configMap, props)]),
			...loraModels(name, props),
			...discoveryBinding(name, props.namespace ?? namespace, require_pod_defaults.cacheOf(props.model))
		]
	};
}
function resolveWorkers(name, props) {
	const kvEvents = props.router?.kvEvents === true || props.endpointPicker !== void 0;
	const { serving } = props;
	if (serving.kind === "aggregated") {
		const { kind: _, ...options } = serving;
		return [resolveWorker(name, {
			name: "worker",
			type: "worker",
			disaggregation: void 0,
			peer: void 0,
			kvEvents
		}, props, options)];
	}
	return ["prefill", "decode"].map((phase) => {
		return resolveWorker(name, {
			name: phase,
			type: phase,
			disaggregation: phase,
			peer: phase === "prefill" ? "decode" : "prefill",
			kvEvents: kvEvents && phase === "prefill"
		}, props, serving[phase]);
	});
}
/** The pools that the workers name, each once; undefined when none is known. */
function namedPools({ pools = [] }, workers) {
	const all = [...pools, ...workers.flatMap(({ pool }) => pool === void 0 ? [] : [pool])];
	return require_pod_defaults.list(all.filter((pool, at) => all.indexOf(pool) === at));
}
/** What a worker carries for the gateway and for adapters. */
function besides(props, component) {
	const sidecars = props.endpointPicker === void 0 ? [] : [frontendSidecar(props), ...component.sidecars ?? []];
	return {
		...component,
		...sidecars.length === 0 ? {} : {
			sidecars,
			frontendSidecar: frontendSidecarName
		},
		...props.lora === void 0 ? {} : {
			modelRef: { name: require_pod_defaults.modelId(props.model) },
			env: require_pod_defaults.mergeEnvironment(loraEnvironment(props.lora), component.env)
		}
	};
}
function configMap({ name, data }, { namespace }) {
	return {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: defined({
			name,
			namespace
		}),
		data
	};
}
// ../../work/main/packages/constructs/src/graph/inference-graph.ts
/** @module A Dynamo inference graph: one DynamoGraphDeployment, with what its pattern needs beside it. */
/**
* An inference graph: frontend, router and workers that serve one model.
*
* @example
* new InferenceGraph(chart, "qwen3", {
*   model: "Qwen/Qwen3-0.6B",
*   engine: vllm(),
*   serving: aggregated(),
* });
*
* @see docs/fern/kubernetes (DynamoGraphDeployment)
*/
var InferenceGraph = class extends require_kube_object.KubeObject {
	/** Service in front of the graph, whose port 8000 speaks the OpenAI API; undefined without a frontend. */
	frontendService;
	constructor(scope, id, props) {
		const { apiVersion, v1alpha1, ...rest } = props;
		const { graph, objects } = resolve(id, rest, cdk8s.Chart.of(scope).namespace);
		const rendered = renderGraph(id, graph);
		super(scope, id, apiVersion === "nvidia.com/v1alpha1" ? inV1alpha1(rendered, v1alpha1) : rendered);
		const frontend = graph.components.find((component) => component.type === "frontend");
		this.frontendService = frontend === void 0 ? void 0 : serviceName(this.name, frontend.name);
		for (const object of objects) new require_kube_object.KubeObject(this, `${object.kind}-${object.metadata?.name ?? ""}`, object);
	}
};
/** Name that the operator gives a component's Service. */
function serviceName(graph, component) {
	return `${graph}-${component}`.toLowerCase().replaceAll(".", "-");
}
/** Operators before 1.2 know no annotation of the conversion, so none is written. */
function inV1alpha1(graph, over) {
	const components = graph.spec.components?.map(withPlainSidecar);
	const spec = components === void 0 ? graph.spec : {
		...graph.spec,
		components
	};
	const { object } = require_api.graphToV1alpha1({
		...graph,
		spec
	}, { carriers: false });
	return {
		...object,
		spec: require_merge.merge(object.spec, over)
	};
}
/** `frontendSidecar` of v1alpha1 has arguments and no command: the operator's is `python3`. */
function withPlainSidecar(component) {
	const { frontendSidecar, podTemplate } = component;
	const { containers, ...pod } = podTemplate?.spec ?? {};
	if (frontendSidecar === void 0 || containers === void 0) return component;
	const plain = containers.map((container) => {
		const [python, ...args] = container.command ?? [];
		if (container.name !== frontendSidecar || python !== frontendCommand[0]) return container;
		const { command: _, ...rest } = container;
		return {
			...rest,
			args: [...args, ...container.args ?? []]
		};
	});
	return {
		...component,
		podTemplate: {
			...podTemplate,
			spec: {
				...pod,
				containers: plain
			}
		}
	};
}
function resolve(id, props, namespace) {
	return "components" in props ? {
		graph: props,
		objects: []
	} : resolvePattern(id, props, namespace);
}
/** The graph as data, without a construct tree: what `InferenceGraph` would write. */
function graphObjects(id, props) {
	const { graph, objects } = resolve(id, props);
	return [renderGraph(id, graph), ...objects];
}
// ../../work/main/packages/constructs/src/graph/kinds.ts
function manifest(id, kind, newest, props) {
	const { apiVersion, metadata, ...rest } = props;
	return {
		apiVersion: apiVersion ?? newest,
		kind,
		metadata: {
			name: id,
			...metadata
		},
		...rest
	};
}
const v1alpha1 = "nvidia.com/v1alpha1";
const v1beta1 = "nvidia.com/v1beta1";
/** A graph exactly as the API has it. `InferenceGraph` is shorter and knows what belongs together. */
var DynamoGraphDeployment = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoGraphDeployment", v1beta1, props));
	}
};
/** One component outside of a graph. The operator makes these itself; write one only to run a component alone. */
var DynamoComponentDeployment = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoComponentDeployment", v1beta1, props));
	}
};
/** Asks the operator to profile a model on the given hardware and to make a graph for it. */
var DynamoGraphDeploymentRequest = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoGraphDeploymentRequest", v1beta1, props));
	}
};
/** The scale subresource of one component, for an autoscaler. The operator makes it for `scalingAdapter`. */
var DynamoGraphDeploymentScalingAdapter = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoGraphDeploymentScalingAdapter", v1beta1, props));
	}
};
/** A model or LoRA adapter that the workers of a graph load. */
var DynamoModel = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoModel", v1alpha1, props));
	}
};
/** A snapshot of a loaded engine, from which workers start in seconds. @experimental */
var DynamoCheckpoint = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		super(scope, id, manifest(id, "DynamoCheckpoint", v1alpha1, props));
	}
};
// ../../work/main/packages/constructs/src/graph/imported/rebuild.ts
/** @module An imported object to the object again, through the real construct. */
/** What the construct of an import writes. */
function rebuild(imported) {
	const chart = new cdk8s.Chart(new cdk8s.App(), "imported");
	const { construct, id, props, overrides } = imported;
	if (construct === "ApiObject") {
		const object = new cdk8s.ApiObject(chart, id, props);
		for (const { pointer } of overrides) object.addJsonPatch(cdk8s.JsonPatch.remove(pointer));
		return object.toJson();
	}
	const Construct = constructs$2[construct];
	const object = new Construct(chart, id, props);
	for (const { pointer, value } of overrides) if (pointer === "/metadata/name") object.resource.addJsonPatch(cdk8s.JsonPatch.remove(pointer));
	else object.override(pointer, value);
	return object.manifest();
}
const constructs$2 = {
	InferenceGraph,
	DynamoComponentDeployment,
	DynamoGraphDeploymentRequest,
	DynamoGraphDeploymentScalingAdapter,
	DynamoModel,
	DynamoCheckpoint
};
// ../../work/main/packages/constructs/src/graph/imported/documents.ts
/**
* @module JSON documents among the flags: typed where they have the types of their interfaces, as
* text where not.
*
* The programs take `"32"` for 32 and, some of them, keys that nobody knows; TypeScript does not.
*/
/** The component with programs that compile: other documents stand in `extraArgs`. */
function withTypedDocuments(component) {
	const { sidecars, ...main } = typedContainer(component);
	return sidecars === void 0 ? main : {
		...main,
		sidecars: sidecars.map(typedContainer)
	};
}
function typedContainer(container) {
	const { program } = container;
	return program === void 0 ? container : {
		...container,
		program: typedProgram(program)
	};
}
function typedProgram(program) {
	const flags = Object.entries(program.flags);
	const misfits = flags.filter(([property, value]) => typeof value === "object" && !fits(program, property, value));
	if (misfits.length === 0) return program;
	const tokens = misfits.flatMap(([property, value]) => require_engines.renderFlags(require_engines.flagTable(program.program), { [property]: value }));
	return {
		...program,
		flags: Object.fromEntries(flags.filter((flag) => !misfits.includes(flag))),
		extraArgs: [...program.extraArgs ?? [], ...tokens]
	};
}
function fits(program, property, value) {
	if (value === null || require_engines.flagTable(program.program)[property]?.kind !== "json") return true;
	return (documents[property] ?? require_api.isFields)(value);
}
const isNumber = (value) => typeof value === "number";
const isText = (value) => typeof value === "string";
const isSwitch = (value) => typeof value === "boolean";
function oneOf(...values) {
	return (value) => values.some((known) => known === value);
}
function listOf(is) {
	return (value) => Array.isArray(value) && value.every(is);
}
function mapOf(is) {
	return (value) => require_api.isFields(value) && Object.values(value).every(is);
}
function documentOf(shape) {
	const tests = shape;
	return (value) => require_api.isFields(value) && Object.entries(value).every(([key, item]) => !Object.hasOwn(tests, key) || tests[key]?.(item));
}
const isTransfer = documentOf({
	kv_connector: isText,
	kv_role: oneOf("kv_producer", "kv_consumer", "kv_both"),
	kv_connector_module_path: isText,
	engine_id: isText,
	kv_buffer_device: isText,
	kv_buffer_size: isNumber,
	kv_rank: isNumber,
	kv_parallel_size: isNumber,
	kv_ip: isText,
	kv_port: isNumber,
	kv_load_failure_policy: oneOf("recompute", "fail"),
	enable_permute_local_kv: isSwitch,
	kv_connector_extra_config: documentOf({
		backends: listOf(isText),
		connectors: (value) => listOf(isTransfer)(value),
		cpu_bytes_to_use_per_rank: isNumber
	})
});
/** How the document of a flag is judged; any other only has to be an object. */
const documents = {
	kvTransferConfig: isTransfer,
	kvEventsConfig: documentOf({
		enable_kv_cache_events: isSwitch,
		publisher: oneOf("zmq", "null"),
		endpoint: isText,
		replay_endpoint: isText,
		buffer_steps: isNumber,
		hwm: isNumber,
		max_queue_size: isNumber,
		topic: isText
	}),
	eplbConfig: documentOf({
		window_size: isNumber,
		step_interval: isNumber,
		num_redundant_experts: isNumber,
		log_balancedness: isSwitch,
		use_async: isSwitch,
		policy: isText
	}),
	compilationConfig: documentOf({
		mode: isNumber,
		cudagraph_mode: isText,
		cudagraph_capture_sizes: listOf(isNumber),
		max_cudagraph_capture_size: isNumber,
		pass_config: require_api.isFields,
		custom_ops: listOf(isText)
	}),
	speculativeConfig: documentOf({
		method: isText,
		model: isText,
		num_speculative_tokens: isNumber,
		draft_tensor_parallel_size: isNumber,
		quantization: isText,
		max_model_len: isNumber,
		revision: isText,
		code_revision: isText,
		prompt_lookup_max: isNumber,
		prompt_lookup_min: isNumber,
		parallel_drafting: isSwitch,
		attention_backend: isText,
		moe_backend: isText,
		enforce_eager: isSwitch,
		rejection_sample_method: isText,
		synthetic_acceptance_length: isNumber
	}),
	reasoning: (value) => require_api.isFields(value) && Object.keys(value).length === 3 && documentOf({
		start_thinking_token_id: isNumber,
		end_thinking_token_id: isNumber,
		thinking_ratio: isNumber
	})(value),
	config: isPlannerConfig,
	overrideEngineArgs: (value) => require_api.isFields(value) && require_engines.checkEngineConfig(value).length === 0 && !hasWordyValue(value),
	limitMmDataPerRequest: mapOf(isNumber),
	extraMetricLabels: mapOf(isText),
	modelClassOverrides: mapOf(isText),
	defaultMmLoras: mapOf(isText),
	remoteInstanceWeightLoaderSendWeightsGroupPorts: listOf(isNumber)
};
/** Parts of the planner's configuration that have interfaces of their own. */
const nestedPlanner = [
	"aic_perf_model",
	"aic_interpolation",
	"plugin_registration"
];
function isPlannerConfig(value) {
	if (!require_api.isFields(value) || hasWordyValue(value)) return false;
	const { issues, unknown } = require_engines.readFields(require_engines.plannerConfigFields, value, {
		property: "",
		flag: ""
	});
	return issues.length === 0 && unknown.length === 0 && nestedPlanner.every((key) => value[key] === void 0 || value[key] === null);
}
/** Text that a program may take for a number or a switch. */
function hasWordyValue(value) {
	if (typeof value === "string") return /^([+-]?\.?\d.*|true|false|yes|no|on|off)$/i.test(value);
	return typeof value === "object" && value !== null && Object.values(value).some(hasWordyValue);
}
// ../../work/main/packages/constructs/src/graph/imported/graph.ts
/** @module A DynamoGraphDeployment of either version to the props of an InferenceGraph. */
/** Reads a graph that has nothing but typed fields. */
function readAnyGraph(graph) {
	if (graph.apiVersion === "nvidia.com/v1alpha1") {
		const { beta, rest, findings } = alphaParts(graph);
		const { name, ...props } = readTyped(beta);
		return {
			props: {
				...name === void 0 ? {} : { name },
				apiVersion: "nvidia.com/v1alpha1",
				...props,
				...rest === void 0 ? {} : { v1alpha1: rest }
			},
			findings
		};
	}
	return {
		props: readTyped(require_api.withoutCarriers(graph)),
		findings: carriedFindings(graph)
	};
}
function readTyped(graph) {
	const { components, ...props } = readGraph(graph);
	return {
		...props,
		components: components.map(withTypedDocuments)
	};
}
/** A graph that was written in v1alpha1 and read in v1beta1 hides fields in an annotation. */
function carriedFindings(graph) {
	const { metadata } = graph;
	const key = require_facts.carriers.graph.spec;
	if (!require_api.isFields(metadata) || !require_api.isFields(metadata.annotations)) return [];
	if (metadata.annotations[key] === void 0) return [];
	const alpha = require_api.graphToV1alpha1(graph);
	const { rest } = alphaParts(alpha.object);
	if (rest === void 0) return alpha.findings;
	const fields = Object.entries(rest).flatMap(([field, value]) => field === "services" && require_api.isFields(value) ? Object.keys(value).map((name) => `spec.services.${name}`) : [`spec.${field}`]);
	return [require_facts.finding("DYN-CNV-002", {
		object: `DynamoGraphDeployment/${String(metadata.name ?? "")}`,
		path: [
			"metadata",
			"annotations",
			key
		]
	}, `the annotation keeps fields of v1alpha1 (${fields.join(", ")}); they are left out`, "Export the graph as dynamographdeployments.v1alpha1.nvidia.com and import that.")];
}
// ../../work/main/packages/constructs/src/graph/imported/pointer.ts
/** @module Places of an object as JSON pointers, found again in another rendering of it. */
/**
* Overrides that put the fields into `rendered`. A field whose parent is not there is set with the
* nearest parent that is missing, as `original` has it.
*/
function placed(fields, original, rendered) {
	const targets = [];
	for (const { path } of fields) {
		const target = place(path, original, rendered);
		if (targets.some((known) => isWithin(target.path, known.path))) continue;
		targets.push(target);
	}
	return targets.map(({ path, value }) => ({
		pointer: toPointer(path),
		value
	}));
}
/** The RFC 6901 pointer of a path. */
function toPointer(path) {
	return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function place(path, original, rendered) {
	const found = [];
	let here = rendered;
	for (const [depth, step] of path.entries()) {
		const last = depth === path.length - 1;
		if (Array.isArray(here)) {
			const at = indexOf(here, valueAt(original, path.slice(0, depth + 1)), Number(step));
			if (at === -1) return {
				path: found,
				value: valueAt(original, path.slice(0, depth))
			};
			found.push(at);
			here = here[at];
			continue;
		}
		found.push(step);
		const next = require_api.isFields(here) ? here[step] : void 0;
		if (last || typeof next !== "object" || next === null) return {
			path: found,
			value: valueAt(original, path.slice(0, depth + 1))
		};
		here = next;
	}
	return {
		path: found,
		value: valueAt(original, path)
	};
}
/** The item of a list that an item of another list is: by name where both have one, else by place. */
function indexOf(list, item, place) {
	const name = nameOf(item);
	const same = (other) => nameOf(other) === name;
	if (name === void 0 || same(list[place])) return place < list.length ? place : -1;
	return list.findIndex(same);
}
function nameOf(item) {
	return require_api.isFields(item) ? item.name : void 0;
}
// ../../work/main/packages/constructs/src/graph/imported/repair.ts
/** @module Which fields to take as they are when the props did not bring them back. */
/** The fields of the original whose values, written as overrides, undo the differences. */
function repairs(original, differences) {
	const alpha = original.apiVersion === "nvidia.com/v1alpha1";
	return differences.flatMap(({ path }) => alpha ? [alphaField(path)] : betaFields(original, path));
}
/** Differences of a v1alpha1 graph speak of v1beta1 components; the service is taken whole. */
function alphaField(path) {
	const [root, field, name] = path;
	if (root !== "spec") return path.slice(0, 2);
	if (field === "components" || field === "services") return name === void 0 ? ["spec", "services"] : [
		"spec",
		"services",
		name
	];
	return ["spec", field === "env" ? "envs" : field ?? ""];
}
const inTemplate = [
	"podTemplate",
	"spec",
	"containers"
];
function betaFields(original, path) {
	const [root, field, name, ...rest] = path;
	if (root !== "spec" || field !== "components") return [path.slice(0, 2)];
	const components = ["spec", "components"];
	const at = placeOf(valueAt(original, components), name);
	if (at === -1) return [components];
	const component = [...components, at];
	if (rest[0] !== "podTemplate" || rest[1] !== "spec" || rest.length < 3) return [[...component, ...rest.slice(0, rest[0] === "podTemplate" ? 2 : 1)]];
	const containers = [...component, ...inTemplate];
	if (rest[2] === "sidecars") return [containers];
	if (rest[2] !== "containers") return [[...component, ...rest.slice(0, 3)]];
	const place = placeOf(valueAt(original, containers), rest[3]);
	const detail = rest[4];
	if (place === -1 || detail === void 0) return [containers];
	return (detail === "process" ? ["command", "args"] : [detail]).map((step) => [
		...containers,
		place,
		step
	]);
}
function placeOf(list, name) {
	if (!Array.isArray(list)) return -1;
	return list.findIndex((item) => require_api.isFields(item) && item.name === name);
}
// ../../work/main/packages/constructs/src/graph/imported.ts
/** @module The way back: any Kubernetes object to the construct and the props that write it again. */
/**
* The construct that writes the object again.
*
* A DynamoGraphDeployment becomes an `InferenceGraph`, another kind of Dynamo its own construct,
* everything else, and whatever lacks a required field, an `ApiObject` of cdk8s. Null values,
* `status` and what the API server writes are left out. The rebuilt object means the same as the
* given one: fields for which there is no type come as overrides.
*
* @param options.id Construct id. @default - the name of the object
*/
function importObject(object, options = {}) {
	const given = require_api.isFields(object) ? object : {};
	const clean = require_api.authored(given);
	const id = options.id ?? idOf(clean);
	const typed = importTyped(clean, id);
	return typed === void 0 ? importUntyped(clean, id) : faithful(clean, typed, id);
}
/** The typed import if it writes the same object, with overrides where that takes some. */
function faithful(clean, typed, id) {
	const differences = compare(clean, rebuild(typed));
	if (differences.length === 0) return typed;
	const overrides = placed(repairs(clean, differences).map((path) => ({
		path,
		value: void 0
	})), clean, rebuild(typed));
	const kept = typed.overrides.filter(({ pointer }) => !overrides.some((other) => `${pointer}/`.startsWith(`${other.pointer}/`)));
	const repaired = {
		...typed,
		overrides: [...kept, ...overrides]
	};
	if (compare(clean, rebuild(repaired)).length > 0) return importUntyped(clean, id);
	return counted(repaired);
}
function importTyped(clean, id) {
	const kind = require_api.findKind(String(clean.apiVersion), String(clean.kind));
	if (kind === void 0) return void 0;
	const separated = separate(clean, kind.schema);
	if (separated === void 0) return void 0;
	const { typed, strays } = separated;
	if (kind.kind === "DynamoGraphDeployment") return importGraph(clean, typed, strays, id);
	const construct = constructs$1.find((name) => name === kind.kind);
	if (construct === void 0) return void 0;
	const { apiVersion, kind: _, ...props } = require_api.withoutCarriers(typed);
	const versioned = apiVersion === (require_api.findKind("nvidia.com/v1beta1", kind.kind) ?? kind).apiVersion ? props : {
		apiVersion,
		...props
	};
	return withOverrides(clean, {
		...base,
		construct,
		id,
		props: versioned
	}, strays);
}
const base = {
	overrides: [],
	findings: [],
	counts: noCounts
};
const constructs$1 = [
	"DynamoComponentDeployment",
	"DynamoGraphDeploymentRequest",
	"DynamoGraphDeploymentScalingAdapter",
	"DynamoModel",
	"DynamoCheckpoint"
];
function importGraph(clean, typed, strays, id) {
	const { props, findings } = readAnyGraph(typed);
	const { name, ...rest } = props;
	const named = name === void 0 || name === id ? rest : {
		name,
		...rest
	};
	return counted(withOverrides(clean, {
		...base,
		construct: "InferenceGraph",
		id,
		props: named,
		findings
	}, [...otherMetadata(typed), ...strays]));
}
function withOverrides(clean, imported, fields) {
	const unnamed = require_api.isFields(clean.metadata) && clean.metadata.name === void 0;
	const overrides = fields.length === 0 ? [] : placed(fields, clean, rebuild(imported));
	return {
		...imported,
		overrides: unnamed ? [...overrides, nameless] : overrides
	};
}
/** cdk8s names every object; one with `generateName` has no name. */
const nameless = { pointer: "/metadata/name" };
function counted(imported) {
	if (imported.construct !== "InferenceGraph") return imported;
	const { components } = imported.props;
	return {
		...imported,
		counts: countComponents(components, imported.overrides)
	};
}
function importUntyped(clean, id) {
	const unnamed = require_api.isFields(clean.metadata) && clean.metadata.name === void 0;
	const props = require_api.withoutCarriers(clean);
	const counts = clean.kind === "DynamoGraphDeployment" ? untypedCounts(clean.spec) : noCounts;
	const overrides = unnamed ? [nameless] : [];
	return {
		...base,
		construct: "ApiObject",
		id,
		props,
		overrides,
		counts
	};
}
/** Metadata of a graph that no prop takes. */
function otherMetadata(typed) {
	const { name, namespace, labels, annotations, ...others } = require_api.isFields(typed.metadata) ? typed.metadata : {};
	return Object.entries(others).map(([key, value]) => {
		return {
			path: ["metadata", key],
			value
		};
	});
}
function idOf(object) {
	const metadata = require_api.isFields(object.metadata) ? object.metadata : {};
	const name = metadata.name ?? metadata.generateName ?? object.kind ?? "object";
	return String(name).replace(/[^\w.-]+/g, "-");
}
// ../../work/main/packages/constructs/src/graph/patterns/endpoint-picker.ts
/** Routes through a gateway: an endpoint picker chooses the worker for each request. */
function endpointPicker(options = {}) {
	return options;
}
// ../../work/main/packages/constructs/src/graph/patterns/lora.ts
/**
* Adapters that the workers load on demand; each becomes a DynamoModel.
*
* @example lora({ adapters: { "sql-expert": "s3://adapters/sql" }, maxLoras: 4 })
*/
function lora(options) {
	return options;
}
// ../../work/main/packages/constructs/src/graph/patterns/planner.ts
/**
* Scales prefill and decode workers. It owns their replica counts, so the graph does not render them.
*
* @example planner({ optimization_target: "sla", ttft_ms: 500, itl_ms: 30 })
*/
function planner(config, component) {
	return {
		config,
		component
	};
}
// ../../work/main/packages/constructs/src/graph/patterns/router.ts
/**
* Sends a request to the worker that holds the longest cached prefix, weighed against its load.
* The workers publish KV events; `routerKvEvents: false` predicts the caches instead.
*/
function kvRouter(options = {}) {
	return {
		flags: {
			routerMode: "kv",
			...options
		},
		kvEvents: options.routerKvEvents !== false
	};
}
/** Sends requests to the workers in turn; what the frontend does without a router. */
function roundRobinRouter() {
	return {
		flags: { routerMode: "round-robin" },
		kvEvents: false
	};
}
/** Sends each request to a worker drawn at random. */
function randomRouter() {
	return {
		flags: { routerMode: "random" },
		kvEvents: false
	};
}
// ../../work/main/packages/constructs/src/graph/patterns/serving.ts
/**
* Every worker does prefill and decode.
*
* @example aggregated({ replicas: 2, tensorParallel: 4 })
*/
function aggregated(options = {}) {
	return {
		kind: "aggregated",
		...options
	};
}
/**
* Prefill workers compute the KV cache of a prompt and hand it to decode workers.
*
* @example disaggregated({ prefill: { replicas: 6, tensorParallel: 2 }, decode: { replicas: 2, tensorParallel: 2 } })
*/
function disaggregated(options = {}) {
	return {
		kind: "disaggregated",
		prefill: options.prefill ?? {},
		decode: options.decode ?? {}
	};
}
exports.App = App;
exports.Budget = Budget;
exports.DynamoCheckpoint = DynamoCheckpoint;
exports.DynamoComponentDeployment = DynamoComponentDeployment;
exports.DynamoGraphDeployment = DynamoGraphDeployment;
exports.DynamoGraphDeploymentRequest = DynamoGraphDeploymentRequest;
exports.DynamoGraphDeploymentScalingAdapter = DynamoGraphDeploymentScalingAdapter;
exports.DynamoModel = DynamoModel;
exports.FindingsError = require_facts.FindingsError;
exports.InferenceGraph = InferenceGraph;
exports.KubeObject = require_kube_object.KubeObject;
exports.addCounts = addCounts;
exports.addFindings = require_kube_object.addFindings;
exports.aggregated = aggregated;
exports.authored = require_api.authored;
exports.aws = require_facts.aws;
exports.azure = require_facts.azure;
exports.compare = compare;
exports.differences = require_changes.differences;
exports.disaggregated = disaggregated;
exports.dynamoImage = require_facts.dynamoImage;
exports.dynamoVersion = require_facts.dynamoVersion;
exports.efa = require_fabric.efa;
exports.endpointPicker = endpointPicker;
exports.fabricDevices = require_fabric.fabricDevices;
exports.findMachine = require_facts.findMachine;
exports.frontendProgram = require_engines.frontendProgram;
exports.gcp = require_facts.gcp;
exports.gkeRoce = require_fabric.gkeRoce;
exports.globalPlannerProgram = require_engines.globalPlannerProgram;
exports.globalRouterProgram = require_engines.globalRouterProgram;
exports.graphMeaning = require_changes.graphMeaning;
exports.graphObjects = graphObjects;
exports.hardened = require_pod_defaults.hardened;
exports.importObject = importObject;
exports.infiniband = require_fabric.infiniband;
exports.kvRouter = kvRouter;
exports.lora = lora;
exports.machine = require_facts.machine;
exports.merge = require_merge.merge;
exports.mocker = require_engines.mocker;
exports.noCounts = noCounts;
exports.planner = planner;
exports.plannerProgram = require_engines.plannerProgram;
exports.randomRouter = randomRouter;
exports.readComponent = readComponent;
exports.readGraph = readGraph;
exports.rebuild = rebuild;
exports.renderComponent = renderComponent;
exports.renderEnvironment = require_pod_defaults.renderEnvironment;
exports.renderGraph = renderGraph;
exports.reportFindings = require_facts.reportFindings;
exports.roundRobinRouter = roundRobinRouter;
exports.routerProgram = require_engines.routerProgram;
exports.sglang = require_engines.sglang;
exports.tcp = require_fabric.tcp;
exports.toYaml = require_api.toYaml;
exports.trtllm = require_engines.trtllm;
exports.vllm = require_engines.vllm;
