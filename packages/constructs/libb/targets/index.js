Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_api = require("../api-UFteoyGf.js");
const require_checks = require("../checks-CxkNSDqq.js");
const require_facts = require("../facts-DqOY39uq.js");
// ../../work/main/packages/constructs/src/targets/report.ts
/** @module Where the parts of a target leave what they have to say. */
/** A report about one object, and what it was told: each finding once, although replicas repeat it. */
function collectFindings(object) {
	const found = /* @__PURE__ */ new Map();
	return {
		report: (code, path, message, fix) => {
			const key = JSON.stringify([
				code,
				path,
				message
			]);
			if (!found.has(key)) found.set(key, require_facts.finding(code, {
				object,
				path
			}, message, fix));
		},
		findings: () => [...found.values()]
	};
}
// ../../work/main/packages/constructs/src/targets/standalone/text.ts
/** Text without secrets. */
function literal(text) {
	return { parts: [text] };
}
/** The text as one string; undefined when a secret is in it. */
function literalText(text) {
	return text.parts.every((part) => typeof part === "string") ? text.parts.join("") : void 0;
}
/**
* Fills `$(NAME)` in as Kubernetes does: a name that is not in scope stays as it is written, and
* `$$` is a dollar sign that begins no reference.
*
* @see kubernetes third_party/forked/golang/expansion/expand.go
*/
function expand(text, scope) {
	const parts = [];
	let at = 0;
	for (const match of text.matchAll(/\$(?:\$|\(([^)]*)\))/g)) {
		const [whole, name] = match;
		parts.push(text.slice(at, match.index));
		at = match.index + whole.length;
		if (name === void 0) parts.push("$");
		else parts.push(...scope.get(name)?.parts ?? [whole]);
	}
	parts.push(text.slice(at));
	return { parts: joined(parts) };
}
/** Neighbouring literals as one, empty ones gone. */
function joined(parts) {
	const result = [];
	for (const part of parts) {
		const last = result.at(-1);
		if (part === "") continue;
		if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
		else result.push(part);
	}
	return result;
}
// ../../work/main/packages/constructs/src/targets/standalone/environment.ts
/** Puts the environment together in the order of Kubernetes: whole objects, operator, graph, container. */
function standaloneEnvironment(sources) {
	const { container, path, operator, graph, planes, report } = sources;
	const variables = /* @__PURE__ */ new Map();
	const wholeSecrets = [];
	for (const [at, source] of (container.envFrom ?? []).entries()) addSource(source, [
		...path,
		"envFrom",
		at
	], sources, variables, wholeSecrets);
	for (const [name, value] of operator) variables.set(name, literal(value));
	for (const [list, listPath] of [[graph, ["spec", "env"]], [container.env, [...path, "env"]]]) for (const [at, variable] of (list ?? []).entries()) {
		const value = variableValue(variable, [...listPath, at], sources, variables);
		if (value !== void 0) variables.set(variable.name, value);
		if (planes.has(variable.name)) replacePlane(variable, planes.get(variable.name), [...listPath, at], report);
	}
	for (const [name, value] of planes) if (value === void 0) variables.delete(name);
	else variables.set(name, literal(value));
	return {
		variables,
		wholeSecrets
	};
}
function replacePlane({ name, value }, own, path, report) {
	if (value === own) return;
	report("DYN-CMP-016", path, `${name} ${own === void 0 ? "is left out" : `becomes ${JSON.stringify(own)}`}, got ${JSON.stringify(value ?? "a reference")}`, `Remove ${name} from the graph, or ignore this.`);
}
function addSource(source, path, { neighbours, report }, variables, wholeSecrets) {
	const { configMapRef, secretRef, prefix = "" } = source;
	if (configMapRef?.name !== void 0) {
		const content = neighbours.configMap(configMapRef.name);
		if (content === void 0 && configMapRef.optional !== true) missingConfigMap(configMapRef.name, path, report);
		for (const [key, value] of content ?? []) variables.set(prefix + key, literal(value));
	}
	if (secretRef?.name !== void 0) {
		const { name: secret, optional = false } = secretRef;
		const keys = neighbours.secretKeys(secret);
		if (keys === void 0) {
			wholeSecrets.push(secret);
			report("DYN-CMP-024", path, `the keys of Secret ${secret} are not known, so ${secret}.env beside the Compose file is read, one KEY=value per line`, `Give the Secret among the objects, or write ${secret}.env.`);
		}
		for (const key of keys ?? []) variables.set(prefix + key, { parts: [{
			secret,
			key,
			optional
		}] });
	}
}
function variableValue({ name, value, valueFrom }, path, { neighbours, pod, report }, scope) {
	if (valueFrom === void 0) return expand(value ?? "", scope);
	const { configMapKeyRef, secretKeyRef, fieldRef } = valueFrom;
	if (secretKeyRef?.name !== void 0) {
		const { name: secret, key, optional = false } = secretKeyRef;
		return { parts: [{
			secret,
			key,
			optional
		}] };
	}
	if (configMapKeyRef?.name !== void 0) {
		const found = neighbours.configMap(configMapKeyRef.name)?.get(configMapKeyRef.key);
		if (found === void 0 && configMapKeyRef.optional !== true) missingConfigMap(configMapKeyRef.name, path, report, configMapKeyRef.key);
		return found === void 0 ? void 0 : literal(found);
	}
	const known = fieldRef === void 0 ? void 0 : pod.field(fieldRef.fieldPath);
	if (known === void 0) {
		report("DYN-CMP-017", path, `${name} comes from ${fieldRef?.fieldPath ?? Object.keys(valueFrom).join(", ")}, which only a cluster knows; the variable is left out`, `Give ${name} a literal value.`);
		return;
	}
	return literal(known);
}
/** DYN-CMP-009. */
function missingConfigMap(name, path, report, key) {
	report("DYN-CMP-009", path, `${key === void 0 ? `ConfigMap ${name}` : `key ${JSON.stringify(key)} of ConfigMap ${name}`} is needed, and was not given`, `Pass ConfigMap ${name} in objects.`);
}
// ../../work/main/packages/constructs/src/targets/standalone/health.ts
/**
* Probes of the operator by component type. Of the liveness probe nothing is kept: Docker does not
* restart what is unhealthy.
*
* @see deploy/operator/internal/dynamo/component_*.go
*/
const frontendReadiness = {
	httpGet: {
		path: "/health",
		port: "http"
	},
	initialDelaySeconds: 10,
	periodSeconds: 10,
	timeoutSeconds: 3,
	failureThreshold: 3
};
const systemReadiness = {
	httpGet: {
		path: "/health",
		port: "system"
	},
	periodSeconds: 10,
	timeoutSeconds: 4,
	failureThreshold: 3
};
const systemStartup = {
	httpGet: {
		path: "/live",
		port: "system"
	},
	periodSeconds: 10,
	timeoutSeconds: 5,
	failureThreshold: 720
};
/** The probes that the operator gives a component type; undefined for a component without a type. */
function operatorProbes(type) {
	if (type === void 0 || type === "epp") return void 0;
	return type === "frontend" ? { readiness: frontendReadiness } : {
		readiness: systemReadiness,
		startup: systemStartup
	};
}
/**
* The readiness probe as a health check, or else the liveness probe; the startup probe gives the
* time until failures count. Undefined without probes, and for a probe that no command can stand for.
*/
function healthCheck(container, type, ports) {
	const operator = operatorProbes(type);
	const probe = container.readinessProbe ?? operator?.readiness ?? container.livenessProbe;
	const startup = container.startupProbe ?? operator?.startup;
	if (probe === void 0) return void 0;
	const command = probeCommand(probe, ports);
	if (command === void 0) return void 0;
	return {
		command,
		intervalSeconds: probe.periodSeconds ?? 10,
		timeoutSeconds: probe.timeoutSeconds ?? 1,
		retries: probe.failureThreshold ?? 3,
		startSeconds: (probe.initialDelaySeconds ?? 0) + (startup === void 0 ? 0 : longest(startup))
	};
}
/** Seconds until a startup probe gives up. */
function longest(startup) {
	return (startup.initialDelaySeconds ?? 0) + (startup.periodSeconds ?? 10) * (startup.failureThreshold ?? 3);
}
/**
* The probe as a command. The images have no curl, but all of them have Python.
*
* `urlopen` fails for a status of 400 and more, which is where Kubernetes draws the line too.
*/
function probeCommand(probe, ports) {
	const { exec, httpGet, tcpSocket, timeoutSeconds: timeout = 1 } = probe;
	if (exec !== void 0) return exec.command;
	const port = portNumber((httpGet ?? tcpSocket)?.port, ports);
	if (port === void 0) return void 0;
	if (tcpSocket !== void 0) return python(`import socket; socket.create_connection((${JSON.stringify(tcpSocket.host ?? "127.0.0.1")}, ${port}), ${timeout})`);
	const { host = "127.0.0.1", path = "/", scheme = "HTTP", httpHeaders = [] } = httpGet ?? {};
	const url = JSON.stringify(`${scheme.toLowerCase()}://${host}:${port}${path}`);
	const headers = JSON.stringify(Object.fromEntries(httpHeaders.map(({ name, value }) => [name, value])));
	const context = scheme === "HTTPS" ? ", context=ssl._create_unverified_context()" : "";
	const request = httpHeaders.length === 0 ? url : `r.Request(${url}, headers=${headers})`;
	return python(`import ${scheme === "HTTPS" ? "ssl, " : ""}urllib.request as r; r.urlopen(${request}, timeout=${timeout}${context})`);
}
function python(program) {
	return [
		"python3",
		"-c",
		program
	];
}
function portNumber(port, ports) {
	return typeof port === "string" && !/^\d+$/.test(port) ? ports.get(port) : port === void 0 ? void 0 : Number(port);
}
// ../../work/main/packages/constructs/src/targets/standalone/mounts.ts
/** Resolves mounts against the volumes of the pod. */
function resolveMounts(mounts, path, context) {
	const storage = [];
	const files = [];
	let sharedMemoryBytes;
	for (const [at, mount] of mounts.entries()) {
		const volumes = context.pod?.volumes ?? [];
		const index = volumes.findIndex((volume) => volume.name === mount.name);
		const volume = volumes[index] ?? claimVolume(mount.name);
		const from = index === -1 ? [...path, at] : [
			...context.podPath,
			"volumes",
			index
		];
		const { emptyDir } = volume;
		if (mount.mountPath === "/dev/shm" && emptyDir?.medium === "Memory") {
			sharedMemoryBytes = emptyDir.sizeLimit === void 0 ? 0 : require_facts.quantityValue(emptyDir.sizeLimit);
			continue;
		}
		const projected = volumeFiles(volume, from, context);
		if (projected !== void 0) {
			files.push(...mountedFiles(projected, mount));
			continue;
		}
		const source = sourceOf(volume, from, context);
		if (source === void 0) continue;
		const { subPath, readOnly = false } = mount;
		const claimReadOnly = volume.persistentVolumeClaim?.readOnly === true;
		storage.push({
			target: mount.mountPath,
			source,
			readOnly: readOnly || claimReadOnly,
			subPath
		});
	}
	return {
		storage,
		files,
		sharedMemoryBytes
	};
}
/** Mounts of a component's main container: its own, and the compile cache. */
function mainMounts(component, main) {
	const own = main.volumeMounts ?? [];
	const { compilationCache: cache } = component;
	if (cache === void 0) return own;
	return [...own, {
		name: cache.pvcName,
		mountPath: compileCachePath(cache)
	}];
}
/** Where compiled kernels are kept; only vLLM may leave it open. */
function compileCachePath(cache) {
	return cache.mountPath ?? "/root/.cache/vllm";
}
function claimVolume(claimName) {
	return {
		name: claimName,
		persistentVolumeClaim: { claimName }
	};
}
function sourceOf(volume, path, context) {
	const { persistentVolumeClaim, hostPath, emptyDir, ephemeral, name } = volume;
	const claim = persistentVolumeClaim?.claimName;
	const bind = context.binds[claim ?? name] ?? context.binds[name];
	if (bind !== void 0) return {
		kind: "host",
		path: bind
	};
	if (claim !== void 0) return {
		kind: "claim",
		claim
	};
	if (hostPath !== void 0) return {
		kind: "host",
		path: hostPath.path
	};
	if (ephemeral !== void 0) return {
		kind: "scratch",
		volume: name,
		memory: false
	};
	if (emptyDir !== void 0) {
		const { medium, sizeLimit } = emptyDir;
		const bytes = sizeLimit === void 0 ? void 0 : require_facts.quantityValue(sizeLimit);
		return {
			kind: "scratch",
			volume: name,
			memory: medium === "Memory",
			bytes
		};
	}
	const [source = "nothing"] = Object.keys(volume).filter((key) => key !== "name");
	context.report("DYN-CMP-008", path, `volume ${name} comes from ${source}`, `Pass a folder of the machine for ${JSON.stringify(name)} in binds.`);
}
/** The files of a volume that Kubernetes writes, by their paths inside it; undefined for storage. */
function volumeFiles(volume, path, context) {
	const { configMap, secret, projected } = volume;
	if (context.binds[volume.name] !== void 0) return void 0;
	if (configMap !== void 0) return configMapFiles(configMap, [...path, "configMap"], context, configMap.defaultMode);
	if (secret !== void 0) return secretFiles({
		...secret,
		name: secret.secretName
	}, [...path, "secret"], context, secret.defaultMode);
	if (projected === void 0) return void 0;
	const files = [];
	for (const [at, source] of (projected.sources ?? []).entries()) {
		const from = [
			...path,
			"projected",
			"sources",
			at
		];
		if (source.configMap !== void 0) files.push(...configMapFiles(source.configMap, from, context, projected.defaultMode));
		else if (source.secret !== void 0) files.push(...secretFiles(source.secret, from, context, projected.defaultMode));
		else context.report("DYN-CMP-008", from, `volume ${volume.name} holds ${Object.keys(source).join(", ")}`, `Pass a folder of the machine for ${JSON.stringify(volume.name)} in binds.`);
	}
	return files;
}
function configMapFiles({ name = "", items, optional = false }, path, { neighbours, report }, mode) {
	const content = neighbours.configMap(name);
	if (content === void 0) {
		if (!optional) missingConfigMap(name, path, report);
		return [];
	}
	return (items ?? [...content.keys()].map((key) => ({
		key,
		path: key,
		mode: void 0
	}))).flatMap((item) => {
		const text = content.get(item.key);
		if (text !== void 0) return [{
			origin: `${name}_${item.key}`,
			path: item.path,
			content: literal(text),
			mode: item.mode ?? mode
		}];
		if (!optional) missingConfigMap(name, path, report, item.key);
		return [];
	});
}
function secretFiles({ name: secret = "", items, optional = false }, path, { neighbours, report }, mode) {
	const wanted = items ?? neighbours.secretKeys(secret)?.map((key) => ({
		key,
		path: key,
		mode: void 0
	}));
	if (wanted === void 0) {
		report("DYN-CMP-008", path, `the files of Secret ${secret} are not known`, `List its keys in items, or give the Secret among the objects.`);
		return [];
	}
	return wanted.map((item) => ({
		origin: `secret_${secret}_${item.key}`,
		path: item.path,
		content: { parts: [{
			secret,
			key: item.key,
			optional
		}] },
		mode: item.mode ?? mode
	}));
}
/** Absolute paths of a volume's files under a mount; `subPath` picks a file or a folder. */
function mountedFiles(files, { mountPath, subPath }) {
	const folder = mountPath.replace(/\/+$/, "");
	return files.flatMap((file) => {
		if (subPath === void 0 || subPath === "") return [{
			...file,
			path: `${folder}/${file.path}`
		}];
		if (file.path === subPath) return [{
			...file,
			path: folder
		}];
		return file.path.startsWith(`${subPath}/`) ? [{
			...file,
			path: folder + file.path.slice(subPath.length)
		}] : [];
	});
}
// ../../work/main/packages/constructs/src/targets/standalone/pod.ts
/** The identity of one replica. Its name is also its host name, so it stands for the address. */
function podIdentity(name, namespace, metadata = {}) {
	const fields = /* @__PURE__ */ new Map([
		["metadata.name", name],
		["metadata.uid", name],
		["metadata.namespace", namespace],
		["spec.nodeName", "localhost"]
	]);
	return {
		name,
		namespace,
		field: (path) => {
			const [, map, key = ""] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path) ?? [];
			if (map === "labels") return metadata.labels?.[key];
			if (map === "annotations") return metadata.annotations?.[key];
			return fields.get(path);
		}
	};
}
// ../../work/main/packages/constructs/src/targets/standalone/container.ts
/** The containers of one replica of a component, its own one first. */
function standaloneContainers(view, graph, context) {
	const { component, main } = view;
	const containers = component.podTemplate?.spec?.containers ?? [];
	const at = (container) => [
		...view.path,
		"podTemplate",
		"spec",
		"containers",
		containers.indexOf(container)
	];
	const result = [];
	if (main !== void 0) {
		const mounts = mainMounts(component, main);
		const graphEnv = graph.graph.spec?.env;
		result.push(completed({
			view,
			graph,
			container: main,
			path: at(main),
			mounts,
			graphEnv
		}, context));
	}
	for (const sidecar of containers) {
		if (sidecar === main) continue;
		result.push(sidecar.name === component.frontendSidecar ? frontendSidecar(sidecar, view, graph, at(sidecar), context) : plainSidecar(sidecar, view, at(sidecar), context));
	}
	return result;
}
function completed({ view, graph, container, path, mounts, graphEnv }, context) {
	const { component } = view;
	const environment = standaloneEnvironment({
		container,
		path,
		operator: operatorVariables(view, graph, context),
		graph: graphEnv,
		planes: context.planes,
		pod: identity(component, context),
		neighbours: context.neighbours,
		report: context.report
	});
	const { variables } = environment;
	const started = require_checks.startedCommand(component, container);
	const httpPort = component.type === "frontend" ? Number(view.program?.flags.httpPort ?? port(variables, "DYN_HTTP_PORT") ?? 8e3) : void 0;
	const ports = new Map([
		["http", httpPort ?? 8e3],
		["system", port(variables, "DYN_SYSTEM_PORT") ?? 9090],
		...namedPorts(container)
	]);
	return {
		name: container.name,
		main: container === view.main,
		container,
		path,
		...environment,
		entrypoint: started.command?.map((word) => expand(word, variables)),
		command: started.args?.map((word) => expand(word, variables)),
		mounts: resolveMounts(mounts, [...path, "volumeMounts"], mountContext(view, context)),
		health: healthCheck(container, component.type, ports),
		httpPort
	};
}
/** A frontend that the operator completes like a component of type frontend. */
function frontendSidecar(sidecar, view, graph, path, context) {
	const { component, main } = view;
	const twin = {
		name: component.name,
		type: "frontend",
		globalDynamoNamespace: component.globalDynamoNamespace,
		podTemplate: { spec: { containers: [{
			...sidecar,
			name: "main"
		}] } }
	};
	const { spec: _, ...rest } = graph.graph;
	const [own] = require_checks.viewGraph({
		...rest,
		spec: { components: [twin] }
	}, context).components;
	const mounts = [...sidecar.volumeMounts ?? []];
	for (const mount of main?.volumeMounts ?? []) if (!mounts.some(({ mountPath }) => mountPath === mount.mountPath)) mounts.push(mount);
	const pod = {
		...component,
		type: "frontend"
	};
	return completed({
		view: {
			...own ?? view,
			path: view.path,
			component: pod,
			main
		},
		graph,
		container: sidecar,
		path,
		mounts,
		graphEnv: void 0
	}, context);
}
/** A container that the operator leaves alone. */
function plainSidecar(container, view, path, context) {
	const { report, neighbours } = context;
	const environment = standaloneEnvironment({
		container,
		path,
		operator: /* @__PURE__ */ new Map(),
		planes: /* @__PURE__ */ new Map(),
		pod: podIdentity(context.podName, context.namespace, view.component.podTemplate?.metadata),
		neighbours,
		report
	});
	const filled = (words) => words === void 0 || words.length === 0 ? void 0 : words.map((word) => expand(word, environment.variables));
	const { readinessProbe: probe } = container;
	const canAsk = probe?.exec !== void 0;
	if (probe !== void 0 && !canAsk) report("DYN-CMP-021", [...path, "readinessProbe"], `container ${container.name} is not a Dynamo image, so nothing in it is known that could send the request of its probe`, "Use a probe that runs a command of the image.");
	return {
		name: container.name,
		main: false,
		container,
		path,
		...environment,
		entrypoint: filled(container.command),
		command: filled(container.args),
		mounts: resolveMounts(container.volumeMounts ?? [], [...path, "volumeMounts"], mountContext(view, context)),
		health: canAsk ? healthCheck(container, void 0, /* @__PURE__ */ new Map()) : void 0,
		httpPort: void 0
	};
}
/**
* Variables that the operator sets: the environment of a component that sets none itself.
*
* A worker that registers no health payload (the mocker, Dynamo 1.4.0) reports itself unhealthy for
* ever unless its endpoints decide, although the runtime calls that variable unused. The operator
* sets it as well.
*/
function operatorVariables({ component, engine }, graph, { podName, namespace }) {
	const spec = { components: [{
		...component,
		podTemplate: void 0
	}] };
	const [bare] = require_checks.viewGraph({
		...graph.graph,
		spec
	}, { namespace }).components;
	const ofReplica = /* @__PURE__ */ new Map([
		["DYN_COMPONENT", component.type ?? ""],
		["DYN_PARENT_DGD_K8S_NAME", graph.name],
		["DYN_PARENT_DGD_K8S_NAMESPACE", namespace],
		["POD_NAME", podName],
		["POD_NAMESPACE", namespace],
		["POD_UID", podName]
	]);
	const variables = /* @__PURE__ */ new Map();
	for (const [name, value] of bare?.env.values ?? []) {
		const known = value ?? ofReplica.get(name);
		if (known !== void 0 && known !== "") variables.set(name, known);
	}
	if ([
		"worker",
		"prefill",
		"decode"
	].includes(component.type ?? "")) variables.set("DYN_SYSTEM_USE_ENDPOINT_HEALTH_STATUS", "[\"generate\"]");
	if (component.compilationCache !== void 0 && engine === "vllm") variables.set("VLLM_CACHE_ROOT", compileCachePath(component.compilationCache));
	return variables;
}
function identity(component, { podName, namespace }) {
	return podIdentity(podName, namespace, component.podTemplate?.metadata);
}
function mountContext(view, { neighbours, binds, report }) {
	return {
		pod: view.component.podTemplate?.spec,
		podPath: [
			...view.path,
			"podTemplate",
			"spec"
		],
		neighbours,
		binds,
		report
	};
}
function port(variables, name) {
	const text = variables.get(name);
	const value = Number(text === void 0 ? NaN : literalText(text));
	return Number.isInteger(value) && value > 0 ? value : void 0;
}
function namedPorts(container) {
	return (container.ports ?? []).flatMap(({ name, containerPort }) => name === void 0 ? [] : [[name, containerPort]]);
}
// ../../work/main/packages/constructs/src/targets/standalone/objects.ts
/** The Secret that examples and recipes use for the Hugging Face token, and its only key. */
const huggingFaceSecret = {
	name: "hf-token-secret",
	key: "HF_TOKEN"
};
/** Indexes what was given. */
function findNeighbours(objects) {
	const named = (kind, name) => objects.find((object) => object.kind === kind && object.metadata?.name === name);
	return {
		configMap: (name) => {
			const found = named("ConfigMap", name);
			return found === void 0 ? void 0 : new Map(Object.entries(found.data ?? {}));
		},
		secretKeys: (name) => {
			const found = named("Secret", name);
			if (found !== void 0) return Object.keys({
				...found.data,
				...found.stringData
			}).sort();
			return name === huggingFaceSecret.name ? [huggingFaceSecret.key] : void 0;
		}
	};
}
// ../../work/main/packages/constructs/src/targets/compose/gpus.ts
/**
* Hands out GPUs in order. Ids are those of `nvidia-smi`: an index or a UUID. Past the last one
* numbers go on, so that a caller can count what is missing.
*
* A process can open a peer's GPU memory only when Docker lets it see the peer's GPU as well.
*/
function assignGpus(requests, ids) {
	let next = 0;
	const own = requests.map(({ count }) => Array.from({ length: count }, () => {
		const at = next++;
		return ids?.[at] ?? String(at);
	}));
	const peers = own.filter((_, at) => requests[at]?.peer === true).flat();
	return new Map(requests.map(({ service, peer }, at) => {
		const mine = own[at] ?? [];
		return [service, {
			own: mine,
			visible: peer ? peers : mine
		}];
	}));
}
/** Roles that hand GPU memory to another worker: KV blocks or embeddings. */
const giving = /* @__PURE__ */ new Set(["prefill", "encode"]);
/** The components whose workers exchange GPU memory through NIXL; empty when none depends on another. */
function gpuPeers(views) {
	const engines = views.filter((view) => view.engine !== void 0 && (view.gpusPerPod ?? 0) > 0);
	return new Set(engines.some((view) => giving.has(view.role)) ? engines : []);
}
/** GPUs as Compose reserves them. */
function reservation(visible) {
	return [{
		driver: "nvidia",
		device_ids: busOrder(visible),
		capabilities: ["gpu"]
	}];
}
/**
* Environment that limits a process to its own GPUs; empty when it sees no others.
*
* Inside a container GPUs are numbered anew in the order of the bus; a UUID stays what it is.
*/
function ownGpus({ own, visible }) {
	if (own.length === visible.length) return {};
	const ordered = busOrder(visible);
	return {
		CUDA_DEVICE_ORDER: "PCI_BUS_ID",
		CUDA_VISIBLE_DEVICES: own.map((id) => /^\d+$/.test(id) ? String(ordered.indexOf(id)) : id).join(",")
	};
}
function busOrder(ids) {
	return [...ids].sort((a, b) => {
		const apart = Number(a) - Number(b);
		return Number.isNaN(apart) ? a < b ? -1 : 1 : apart;
	});
}
// ../../work/main/packages/constructs/src/targets/compose/heading.ts
/** Lines of comment for a project that answers at a URL, if it has a frontend. */
function heading(project, url, variables) {
	return [
		`Graph ${project} on one machine, without Kubernetes.`,
		"  docker compose up --wait",
		...url === void 0 ? [] : [`  curl ${url}/v1/models`],
		...variables.length === 0 ? [] : ["Variables, from the shell or from .env beside this file:"],
		...variables.map(describe)
	].map((line) => `# ${line}\n`).join("");
}
function describe({ name, secret, key, required }) {
	return `  ${name}${required ? "" : " (may stay empty)"}: key ${key} of Secret ${secret}`;
}
// ../../work/main/packages/constructs/src/targets/compose/interpolation.ts
/** Writes text so that Compose gives it back unchanged. */
function escapeText(text) {
	return text.replaceAll("$", "$$$$");
}
/** Finds variables for secrets and writes every string of a draft so that Compose reads what was meant. */
function interpolated(draft) {
	const variables = secretVariables(secretsIn(draft));
	return {
		value: written(draft, variables),
		variables: [...variables.values()].sort(byName$1)
	};
}
function isText(value) {
	return typeof value === "object" && value !== null && "parts" in value;
}
function secretsIn(value) {
	if (isText(value)) return value.parts.filter((part) => typeof part !== "string");
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}
/** Keys whose absence only costs access to gated models. */
const tokens = /* @__PURE__ */ new Set(["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"]);
/**
* A variable for every secret: its key when that looks like a variable and no second Secret has it,
* else Secret and key together.
*/
function secretVariables(secrets) {
	const owners = /* @__PURE__ */ new Map();
	for (const { secret, key } of secrets) owners.set(key, (owners.get(key) ?? /* @__PURE__ */ new Set()).add(secret));
	const variables = /* @__PURE__ */ new Map();
	for (const { secret, key, optional } of secrets) {
		const name = /^[A-Z_][A-Z0-9_]*$/.test(key) && owners.get(key)?.size === 1 ? key : `${secret}_${key}`.toUpperCase().replace(/\W/g, "_").replace(/^(?=\d)/, "_");
		const before = variables.get(id(secret, key));
		const required = !optional && !tokens.has(key);
		variables.set(id(secret, key), {
			name,
			secret,
			key,
			required: required || before?.required === true
		});
	}
	return variables;
}
function id(secret, key) {
	return `${secret}/${key}`;
}
function byName$1(a, b) {
	return a.name < b.name ? -1 : 1;
}
function written(value, variables) {
	if (typeof value === "string") return escapeText(value);
	if (isText(value)) return value.parts.map((part) => typeof part === "string" ? escapeText(part) : reference(part, variables)).join("");
	if (Array.isArray(value)) return value.map((item) => written(item, variables));
	if (typeof value !== "object" || value === null) return value;
	const given = Object.entries(value).filter(([, item]) => !isNothing(item));
	return Object.fromEntries(given.map(([key, item]) => [key, written(item, variables)]));
}
/** An empty list says as little as no list; an empty object is a volume without settings. */
function isNothing(value) {
	return value === void 0 || Array.isArray(value) && value.length === 0;
}
function reference({ secret, key }, variables) {
	const { name, required } = variables.get(id(secret, key)) ?? {
		name: key,
		required: true
	};
	return required ? `\${${name}:?is key ${key} of Secret ${secret}}` : `\${${name}:-}`;
}
// ../../work/main/packages/constructs/src/targets/compose/resources.ts
/** The resource that NVIDIA's device plugin offers. */
const gpuResource = "nvidia.com/gpu";
/** Resources of network adapters: RDMA, EFA, and the extra networks of GKE. */
const networkDevice = /^(rdma\/|vpc\.amazonaws\.com\/efa$|networking\.gke\.io|mellanox\.com\/|nvidia\.com\/(hostdev|rdma|mlnx))/;
/** Variables that steer a network adapter; on a machine without it they keep transports from starting. */
const adapterVariable = /^(FI_|NIXL_LIBFABRIC_|UCX_(NET_DEVICES|TLS|IB_|RC_|MAX_RNDV_RAILS)|NCCL_(IB_|SOCKET_IFNAME|CROSS_NIC)|GLOO_SOCKET_IFNAME|DYN_KVBM_NIXL_BACKEND_|SGLANG_DISAGGREGATION_NIXL_BACKEND|TRTLLM_NIXL_KVCACHE_BACKEND)/;
/** GPUs that a container is limited to. */
function gpuCount({ resources }) {
	const amount = (resources?.limits ?? resources?.requests)?.[gpuResource];
	const count = amount === void 0 ? 0 : require_facts.quantityValue(amount);
	return Number.isSafeInteger(count) && count > 0 ? count : 0;
}
/** CPU and memory limits as Compose writes them; undefined without limits. */
function resourceLimits({ container, path }, machineCpus, report) {
	const { cpu, memory } = container.resources?.limits ?? {};
	if (cpu === void 0 && memory === void 0) return void 0;
	let cpus = cpu === void 0 ? void 0 : require_facts.quantityValue(cpu);
	if (cpus !== void 0 && machineCpus !== void 0 && cpus > machineCpus) {
		report("DYN-CMP-022", [
			...path,
			"resources",
			"limits",
			"cpu"
		], `container ${container.name} may use ${cpus} CPUs, the machine has ${machineCpus}`, "Ignore this, or lower the limit.");
		cpus = machineCpus;
	}
	return {
		cpus: cpus === void 0 ? void 0 : String(cpus),
		memory: memory === void 0 ? void 0 : byteSize(require_facts.quantityValue(memory))
	};
}
/** Bytes in the largest unit that leaves no rest: `80g`, `512m`, `1500000000b`. */
function byteSize(bytes) {
	const whole = Math.ceil(bytes);
	for (const [unit, size] of [
		["g", 2 ** 30],
		["m", 2 ** 20],
		["k", 1024]
	]) if (whole > 0 && whole % size === 0) return `${whole / size}${unit}`;
	return `${whole}b`;
}
/**
* Looks at every device that a container asks for, and returns the names of variables that have to go
* because their network adapter does.
*/
function checkDevices({ container, path, variables }, report) {
	const adapters = [];
	const list = container.resources?.limits ?? container.resources?.requests ?? {};
	const at = [
		...path,
		"resources",
		container.resources?.limits === void 0 ? "requests" : "limits"
	];
	for (const resource of Object.keys(list)) {
		if (!resource.includes("/") || resource === gpuResource) continue;
		if (networkDevice.test(resource)) adapters.push(resource);
		else report("DYN-CMP-006", [...at, resource], `container ${container.name} needs ${list[resource]} of ${resource}`, "Remove it, or ask for nvidia.com/gpu.");
	}
	if (adapters.length === 0) return [];
	const steering = [...variables.keys()].filter((name) => adapterVariable.test(name));
	const also = steering.length === 0 ? "" : `, and with them ${steering.join(", ")}`;
	report("DYN-CMP-015", at, `${adapters.join(", ")} are left out${also}`, "Ignore this, and take LIBFABRIC out of --kv-transfer-config if it is there.");
	return steering;
}
// ../../work/main/packages/constructs/src/targets/compose/machine.ts
/** The largest machines have 16 GPUs; twice that is a slip of the pen. */
const mostGpus = 32;
/** Containers that a Compose file is still readable with. */
const mostContainers = 256;
/** DYN-CMP-005, 026: true when all replicas fit. */
function fitsMachine(components, gpus, report) {
	const path = ["spec", "components"];
	const counts = components.map((view) => {
		const containers = view.component.podTemplate?.spec?.containers ?? [];
		const each = containers.reduce((sum, container) => sum + gpuCount(container), 0);
		return {
			view,
			containers: view.replicas * containers.length,
			gpus: view.replicas * each,
			each
		};
	});
	const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
	const available = gpus ?? mostGpus;
	if (total("gpus") > available) report("DYN-CMP-005", path, `${counts.filter((count) => count.gpus > 0).map(({ view, each }) => `${view.name} ${view.replicas} × ${each}`).join(" + ")} = ${total("gpus")} GPUs, the machine has ${available}`, "Lower the replicas or the parallel sizes.");
	if (total("containers") > mostContainers) report("DYN-CMP-026", path, `the replicas have ${total("containers")} containers, at most ${mostContainers} are written out`, "Lower the replicas.");
	return total("gpus") <= available && total("containers") <= mostContainers;
}
// ../../work/main/packages/constructs/src/targets/compose/peers.ts
/** Name of the service that holds the namespaces. */
const peersService = "gpu-peers";
/** What a peer's service adds. Its `/dev/shm` is the holder's. */
function peerSettings(own) {
	return {
		pid: `service:${peersService}`,
		ipc: `service:${peersService}`,
		cap_add: [.../* @__PURE__ */ new Set([...own.cap_add ?? [], "SYS_PTRACE"])],
		shm_size: void 0
	};
}
/** The service that holds the namespaces, with shared memory for all peers together. */
function peersHolder(image, sharedMemoryBytes) {
	return {
		image,
		init: true,
		entrypoint: [
			"python3",
			"-c",
			"import signal; signal.pause()"
		],
		network_mode: "none",
		ipc: "shareable",
		shm_size: byteSize(sharedMemoryBytes),
		restart: "unless-stopped",
		stop_grace_period: "1s"
	};
}
// ../../work/main/packages/constructs/src/targets/compose/planes.ts
/** Pinned images of the helpers. */
const images = {
	etcd: "gcr.io/etcd-development/etcd:v3.6.7",
	nats: "nats:2.12.4-alpine"
};
/** Where the shared registry is mounted. */
const registryPath = "/dynamo-discovery";
/** Largest message in bytes: a decoded embedding of 10 MB in base64. There is no flag for it. */
const natsConfig = "port: 4222\nhttp_port: 8222\nmax_payload: 15728640\n";
/** Chooses the planes: what the caller asked for, else what the graph needs. */
function choosePlanes(graph, options, report) {
	const discovery = options.discovery ?? (wantsEtcd(graph) ? "etcd" : "file");
	const nats = options.nats ?? graph.components.some(wantsNats);
	for (const view of graph.components) checkFlags(view, discovery, nats, report);
	const variables = /* @__PURE__ */ new Map([
		["DYN_DISCOVERY_BACKEND", discovery],
		["DYN_FILE_KV", discovery === "file" ? registryPath : void 0],
		["ETCD_ENDPOINTS", discovery === "etcd" ? "http://etcd:2379" : void 0],
		["NATS_SERVER", nats ? "nats://nats:4222" : void 0]
	]);
	if (nats) variables.set("DYN_EVENT_PLANE", "nats");
	const services = {};
	if (discovery === "etcd") services.etcd = etcdService;
	if (nats) services.nats = natsService;
	return {
		variables,
		mounts: discovery === "file" ? [registryMount] : [],
		dependsOn: Object.fromEntries(Object.keys(services).map((name) => [name, { condition: "service_healthy" }])),
		services,
		volumes: { discovery: inMemory(discovery === "file" ? "0777" : "0700") },
		configs: nats ? { "nats.conf": { content: natsConfig } } : {}
	};
}
const registryMount = {
	type: "volume",
	source: "discovery",
	target: registryPath,
	volume: { nocopy: true }
};
/** In memory, so that no registration outlives the graph. Files are for whatever user an image has. */
function inMemory(mode) {
	return { driver_opts: {
		type: "tmpfs",
		device: "tmpfs",
		o: `mode=${mode}`
	} };
}
const etcdService = {
	image: images.etcd,
	entrypoint: ["/usr/local/bin/etcd"],
	command: [
		"--data-dir=/var/lib/etcd",
		"--listen-client-urls=http://0.0.0.0:2379",
		"--advertise-client-urls=http://etcd:2379",
		"--listen-peer-urls=http://127.0.0.1:2380"
	],
	volumes: [{
		type: "volume",
		source: "discovery",
		target: "/var/lib/etcd"
	}],
	healthcheck: {
		test: [
			"CMD",
			"/usr/local/bin/etcdctl",
			"--endpoints=http://127.0.0.1:2379",
			"endpoint",
			"health"
		],
		interval: "5s",
		timeout: "5s",
		retries: 12
	},
	restart: "unless-stopped"
};
const natsService = {
	image: images.nats,
	command: ["--config", "/etc/nats/nats.conf"],
	configs: [{
		source: "nats.conf",
		target: "/etc/nats/nats.conf"
	}],
	healthcheck: {
		test: [
			"CMD",
			"wget",
			"-q",
			"-O",
			"-",
			"http://127.0.0.1:8222/healthz"
		],
		interval: "5s",
		timeout: "5s",
		retries: 12
	},
	restart: "unless-stopped"
};
function wantsEtcd(graph) {
	return graph.etcd || graph.components.some((view) => flag(view, "discoveryBackend") === "etcd");
}
function wantsNats(view) {
	return view.env.values.has("NATS_SERVER") || natsPlane(view) !== void 0;
}
/** What makes a process open a connection to NATS; undefined when nothing does. */
function natsPlane(view) {
	const byFlag = [["eventPlane", "--event-plane"], ["requestPlane", "--request-plane"]].find(([property = ""]) => flag(view, property) === "nats")?.[1];
	const byVariable = ["DYN_EVENT_PLANE", "DYN_REQUEST_PLANE"].find((name) => view.env.values.get(name) === "nats");
	return byFlag ?? byVariable;
}
/** DYN-CMP-011. */
function checkFlags(view, discovery, nats, report) {
	const wanted = flag(view, "discoveryBackend");
	if (wanted !== void 0 && wanted !== discovery) report("DYN-CMP-011", [...view.mainPath, "args"], `${view.name} runs with --discovery-backend ${wanted}, the others with ${discovery}`, wanted === "etcd" ? "Pass discovery: \"etcd\", or remove the flag." : "Remove the flag.");
	const plane = natsPlane(view);
	if (!nats && plane !== void 0) report("DYN-CMP-011", [...view.mainPath, plane.startsWith("--") ? "args" : "env"], `${view.name} has ${plane} nats, and NATS was switched off`, `Leave the option nats out, or remove ${plane}.`);
}
/** A flag as the command has it; the environment is ours to set. */
function flag(view, name) {
	return view.launch?.program.flags[name];
}
// ../../work/main/packages/constructs/src/targets/compose/prepare.ts
/** Name of the service. */
const prepareService = "volumes";
/**
* Docker makes a new volume for root alone. Kubernetes gives claims to the group `fsGroup`, with
* new files inheriting it, and lets everybody write to an emptyDir; a `subPath` is made when missing.
*/
const program = [
	"import os, sys",
	"for line in sys.argv[1:]:",
	"  mode, group, path = line.split(\":\", 2)",
	"  os.makedirs(path, exist_ok=True)",
	"  os.chown(path, -1, int(group))",
	"  os.chmod(path, int(mode, 8))"
].join("\n");
/** A service that runs once, as root, before everything else. */
function prepareVolumes(image, folders) {
	const lines = /* @__PURE__ */ new Set();
	for (const { volume, subPath, group } of folders) {
		const rights = group === void 0 ? "0777:-1" : `2775:${group}`;
		lines.add(`${rights}:/${[
			"volumes",
			volume,
			subPath
		].filter((step) => step !== void 0).join("/")}`);
	}
	const volumes = [...new Set(folders.map(({ volume }) => volume))].sort();
	return {
		image,
		user: "0:0",
		network_mode: "none",
		entrypoint: [
			"python3",
			"-c",
			program
		],
		command: [...lines].sort(),
		volumes: volumes.map((source) => ({
			type: "volume",
			source,
			target: `/volumes/${source}`,
			volume: { nocopy: true }
		})),
		restart: "no"
	};
}
// ../../work/main/packages/constructs/src/targets/compose/refusals.ts
/** Reports what is refused and what is left out, and returns the components that stay. */
function runnableComponents(graph, report) {
	for (const view of graph.components) refuse(view, report);
	leaveTopology(graph, report);
	const staying = graph.components.filter((view) => view.role !== "planner");
	for (const view of graph.components) if (view.role === "planner") report("DYN-CMP-012", view.path, `${view.name} is not in the Compose file`, "Set the replicas of the other components by hand.");
	const served = staying.some((view) => view.role === "frontend" || view.component.frontendSidecar !== void 0);
	const at = ["spec", "components"];
	if (staying.every((view) => view.replicas === 0)) report("DYN-CMP-025", at, `${staying.length} of ${graph.components.length} components stay, with 0 replicas together`, "Add a frontend and workers.");
	else if (!served) report("DYN-CMP-023", at, `none of ${graph.components.length} components is a frontend`, "Add a component of type frontend.");
	return staying;
}
function refuse(view, report) {
	const { component, name, path, main } = view;
	const { experimental, multinode } = component;
	const at = (...field) => [...path, ...field];
	const pod = component.podTemplate?.spec;
	if (multinode !== void 0) report("DYN-CMP-001", at("multinode"), `one replica of ${name} is ${view.nodes} nodes`, "Use parallel sizes that fit the GPUs of one machine, and remove multinode.");
	if (component.type === "epp") report("DYN-CMP-002", path, `${name} is an endpoint picker`, "Replace it, and the frontend sidecars, by a component of type frontend.");
	if (experimental?.gpuMemoryService !== void 0) report("DYN-CMP-003", at("experimental", "gpuMemoryService"), `${name} keeps its weights in a GPU memory service`, "Remove gpuMemoryService and --load-format gms.");
	if (experimental?.failover !== void 0) report("DYN-CMP-003", at("experimental", "failover"), `${name} has a standby engine`, "Remove failover.");
	if (experimental?.checkpoint?.enabled === true) report("DYN-CMP-013", at("experimental", "checkpoint"), `${name} loads its model instead of restoring a checkpoint`, "Remove checkpoint, or ignore this.");
	if ((main?.resources?.claims?.length ?? 0) > 0) report("DYN-CMP-004", [
		...view.mainPath,
		"resources",
		"claims"
	], `${name} gets its devices from ${main?.resources?.claims?.length} resource claims`, "Ask for nvidia.com/gpu in resources.limits instead.");
	if ((pod?.initContainers?.length ?? 0) > 0) report("DYN-CMP-007", at("podTemplate", "spec", "initContainers"), `${name} has ${pod?.initContainers?.length} init containers (${pod?.initContainers?.map((container) => container.name).join(", ")})`, "Do their work before docker compose up, and remove them.");
	if (main === void 0) report("DYN-CMP-010", view.mainPath, `${name} has no container called main`, "Add it, with an image.");
	for (const [index, container] of (pod?.containers ?? []).entries()) if (container.image === void 0) report("DYN-CMP-010", at("podTemplate", "spec", "containers", index), `container ${container.name} of ${name} has no image`, "Set its image.");
	if (pod?.hostNetwork === true) report("DYN-CMP-019", at("podTemplate", "spec", "hostNetwork"), `${name} gets an address of its own on the bridge network`, "Remove hostNetwork, or ignore this.");
}
function leaveTopology(graph, report) {
	const { spec } = graph.graph;
	const dropped = (path, what) => report("DYN-CMP-014", path, `${what} has no effect`, "Remove it, or ignore this.");
	if (spec?.topologyConstraint !== void 0) dropped(["spec", "topologyConstraint"], "the topology constraint of the graph");
	if (spec?.experimental?.kvTransferPolicy !== void 0) dropped([
		"spec",
		"experimental",
		"kvTransferPolicy"
	], "the KV transfer policy of the graph");
	for (const { component, path } of graph.components) if (component.topologyConstraint !== void 0) dropped([...path, "topologyConstraint"], `the topology constraint of ${component.name}`);
}
// ../../work/main/packages/constructs/src/targets/compose/security.ts
/** Security contexts of the pod and the container; the container wins. */
function serviceSecurity(pod, { container }) {
	const own = container.securityContext ?? {};
	const shared = pod?.securityContext ?? {};
	const user = own.runAsUser ?? shared.runAsUser;
	const group = own.runAsGroup ?? shared.runAsGroup;
	const options = [
		own.allowPrivilegeEscalation === false ? "no-new-privileges:true" : void 0,
		(own.seccompProfile ?? shared.seccompProfile)?.type === "Unconfined" ? "seccomp:unconfined" : void 0,
		(own.appArmorProfile ?? shared.appArmorProfile)?.type === "Unconfined" ? "apparmor:unconfined" : void 0
	].filter((option) => option !== void 0);
	const groups = [volumeGroup(pod), ...shared.supplementalGroups ?? []].filter((id) => id !== void 0).map(String);
	return {
		user: user === void 0 ? void 0 : group === void 0 ? `${user}` : `${user}:${group}`,
		group_add: groups,
		privileged: own.privileged === true ? true : void 0,
		cap_add: own.capabilities?.add,
		cap_drop: own.capabilities?.drop,
		read_only: own.readOnlyRootFilesystem === true ? true : void 0,
		security_opt: options,
		sysctls: shared.sysctls === void 0 ? void 0 : Object.fromEntries(shared.sysctls.map(({ name, value }) => [name, value]))
	};
}
/** Group that owns the volumes of a pod: the operator's, unless the pod has a context of its own. */
function volumeGroup(pod) {
	const context = pod?.securityContext;
	return context === void 0 ? 1e3 : context.fsGroup;
}
// ../../work/main/packages/constructs/src/targets/compose/storage.ts
/** Renders the mounts of one container of a replica; scratch volumes are the replica's own. */
function serviceStorage(storage, files, replica, group) {
	const volumes = {};
	const prepared = [];
	for (const { source, subPath } of storage) {
		const volume = volumeName(source, replica);
		if (volume === void 0) continue;
		volumes[volume] = volumeOptions(source);
		if (source.kind === "scratch" && !source.memory) prepared.push({
			volume,
			subPath,
			group: void 0
		});
		if (source.kind === "claim" && (group !== void 0 || subPath !== void 0)) prepared.push({
			volume,
			subPath,
			group
		});
	}
	const { configs, mounted } = writtenFiles(files);
	return {
		service: {
			volumes: storage.map((mount) => serviceVolume(mount, replica)),
			configs: mounted
		},
		volumes,
		configs,
		prepared
	};
}
/** Name of the volume behind a mount; undefined for a folder of the host. */
function volumeName(source, replica) {
	switch (source.kind) {
		case "claim": return source.claim;
		case "scratch": return `${replica}.${source.volume}`;
		case "host": return;
	}
}
/** Docker's local driver mounts a tmpfs once for all containers that use the volume. */
function volumeOptions(source) {
	if (source.kind !== "scratch" || !source.memory) return {};
	return { driver_opts: {
		type: "tmpfs",
		device: "tmpfs",
		o: `mode=0777${source.bytes === void 0 ? "" : `,size=${source.bytes}`}`
	} };
}
function serviceVolume(mount, replica) {
	const { source, target, readOnly, subPath } = mount;
	const read_only = readOnly ? true : void 0;
	if (source.kind === "host") return {
		type: "bind",
		source: subPath === void 0 ? source.path : `${source.path}/${subPath}`,
		target,
		read_only
	};
	return {
		type: "volume",
		source: volumeName(source, replica) ?? "",
		target,
		read_only,
		volume: {
			nocopy: true,
			subpath: subPath
		}
	};
}
/** Files become configs: Compose has no other way to write a file that holds a variable. */
function writtenFiles(files) {
	const configs = {};
	const mounted = [];
	for (const { origin, path, content, mode } of files) {
		configs[origin] = { content };
		const rights = mode === void 0 ? void 0 : mode.toString(8).padStart(4, "0");
		mounted.push({
			source: origin,
			target: path,
			mode: rights
		});
	}
	return {
		configs,
		mounted
	};
}
// ../../work/main/packages/constructs/src/targets/compose/service.ts
/** Bytes of `/dev/shm` of a component; 0 for what Docker gives by itself. */
function sharedMemoryBytes(view, { main, mounts }) {
	if (!main) return mounts.sharedMemoryBytes ?? 0;
	const own = require_facts.quantityValue(view.component.sharedMemorySize ?? "8Gi");
	return mounts.sharedMemoryBytes ?? own;
}
/** Renders one container. */
function renderService(own, context) {
	const { view, replica, planes, gpus, publish, report } = context;
	const { container, main, health, mounts } = own;
	const pod = view.component.podTemplate?.spec;
	const name = main ? replica : `${replica}.${own.name}`;
	const storage = serviceStorage(mounts.storage, mounts.files, replica, volumeGroup(pod));
	checkEmptyVolumes(own, report);
	const inGraph = main || own.httpPort !== void 0;
	const service = {
		image: container.image ?? "",
		container_name: `${context.project}-${name}`,
		hostname: main ? pod?.hostname ?? replica : void 0,
		pull_policy: pullPolicy(container.imagePullPolicy),
		...processFields(own, gpus, report),
		ports: publish === void 0 ? void 0 : [publish],
		network_mode: main ? void 0 : `service:${replica}`,
		extra_hosts: main ? hosts(pod?.hostAliases ?? []) : void 0,
		...isolation(own, context),
		volumes: [...storage.service.volumes ?? [], ...inGraph ? planes.mounts : []],
		configs: storage.service.configs,
		deploy: deploy(own, context),
		healthcheck: health === void 0 ? void 0 : healthcheck(health),
		depends_on: inGraph && Object.keys(planes.dependsOn).length > 0 ? planes.dependsOn : void 0,
		post_start: hook(container.lifecycle?.postStart?.exec?.command),
		pre_stop: hook(container.lifecycle?.preStop?.exec?.command),
		restart: "unless-stopped",
		stop_grace_period: `${pod?.terminationGracePeriodSeconds ?? 60}s`
	};
	return {
		...storage,
		name,
		service
	};
}
/** What the process is told. */
function processFields(own, gpus, report) {
	const { container, variables } = own;
	const dropped = new Set(checkDevices(own, report));
	const environment = new Map([...variables].filter(([name]) => !dropped.has(name)));
	for (const [name, value] of Object.entries(gpus === void 0 ? {} : ownGpus(gpus))) environment.set(name, literal(value));
	return {
		entrypoint: own.entrypoint,
		command: own.command,
		working_dir: container.workingDir,
		environment: environment.size === 0 ? void 0 : Object.fromEntries([...environment].sort(byName)),
		env_file: own.wholeSecrets.map((secret) => ({
			path: `${secret}.env`,
			required: false
		})),
		stdin_open: container.stdin === true ? true : void 0,
		tty: container.tty === true ? true : void 0
	};
}
/** What the process shares with others, and what it may do. */
function isolation(own, { view, replica, gpus, peer, report }) {
	const pod = view.component.podTemplate?.spec;
	const security = serviceSecurity(pod, own);
	const shm = sharedMemoryBytes(view, own);
	return {
		pid: podPid(pod, own.main, replica),
		ipc: pod?.hostIPC === true ? "host" : void 0,
		...security,
		read_only: readOnly(security.read_only, own, report),
		shm_size: shm === 0 ? void 0 : byteSize(shm),
		ulimits: gpus === void 0 ? void 0 : engineLimits,
		...peer ? peerSettings(security) : {}
	};
}
/** Limits of upstream's run script: engines pin memory for transfers and open many files. */
const engineLimits = {
	memlock: {
		soft: -1,
		hard: -1
	},
	nofile: {
		soft: 65536,
		hard: 65536
	},
	stack: {
		soft: 67108864,
		hard: 67108864
	}
};
function deploy(own, { gpus, machineCpus, report }) {
	const limits = resourceLimits(own, machineCpus, report);
	if (limits === void 0 && gpus === void 0) return void 0;
	return { resources: {
		limits,
		reservations: gpus === void 0 ? void 0 : { devices: reservation(gpus.visible) }
	} };
}
function healthcheck(health) {
	return {
		test: ["CMD", ...health.command],
		interval: `${health.intervalSeconds}s`,
		timeout: `${health.timeoutSeconds}s`,
		retries: health.retries,
		start_period: health.startSeconds === 0 ? void 0 : `${health.startSeconds}s`
	};
}
/** DYN-CMP-020. */
function checkEmptyVolumes(own, report) {
	const { variables, mounts, path, command = [] } = own;
	const offline = ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"].find((name) => /^(1|true|yes|on)$/i.test(literalText(variables.get(name) ?? literal("")) ?? ""));
	for (const { source, target } of mounts.storage) {
		if (source.kind !== "claim") continue;
		const word = command.map(literalText).find((text) => text?.includes(`${target}/`));
		if (offline === void 0 && word === void 0) continue;
		report("DYN-CMP-020", [...path, "volumeMounts"], `volume ${source.claim} at ${target} starts empty, and container ${own.name} ${word === void 0 ? `has ${offline}` : `is told ${JSON.stringify(word)}`}`, `Pass a folder that holds the files as binds[${JSON.stringify(source.claim)}].`);
	}
}
/** DYN-CMP-018. */
function readOnly(wanted, { container, path, mounts }, report) {
	if (wanted !== true || mounts.files.length === 0) return wanted;
	report("DYN-CMP-018", [
		...path,
		"securityContext",
		"readOnlyRootFilesystem"
	], `container ${container.name} gets ${mounts.files.length} files from ConfigMaps and Secrets, so its root file system stays writable`, "Ignore this, or put the files into the image.");
}
function podPid(pod, main, replica) {
	if (pod?.hostPID === true) return "host";
	return !main && pod?.shareProcessNamespace === true ? `service:${replica}` : void 0;
}
function pullPolicy(policy) {
	switch (policy) {
		case "Always": return "always";
		case "Never": return "never";
		case "IfNotPresent": return "missing";
		default: return;
	}
}
function hosts(aliases) {
	return aliases.flatMap(({ ip, hostnames = [] }) => hostnames.map((host) => `${host}=${ip}`));
}
function hook(command) {
	return command === void 0 ? void 0 : [{ command }];
}
function byName([a], [b]) {
	return a < b ? -1 : 1;
}
// ../../work/main/packages/constructs/src/targets/compose/compose.ts
/** @module A graph as a Docker Compose file for one machine. */
/**
* Renders a graph for `docker compose up` on one machine with GPUs or, with mockers, on any machine:
* one service per replica, with everything that the operator would have added.
*
* @param graph The v1beta1 graph
* @param options The machine
* @example
* const { yaml } = toCompose(graph, { gpus: 2, binds: { "model-cache": "/data/models" } });
*/
function toCompose(graph, options = {}) {
	const namespace = graph.metadata?.namespace ?? options.namespace ?? "default";
	const view = require_checks.viewGraph(graph, { namespace });
	const { report, findings } = collectFindings(view.object);
	const refused = () => ({
		file: void 0,
		yaml: void 0,
		findings: findings()
	});
	const components = runnableComponents(view, report);
	const planes = choosePlanes(view, options, report);
	if (!fitsMachine(components, options.gpus ?? options.gpuIds?.length, report)) return refused();
	const project = projectName(view.name);
	const replicas = replicaContainers(components, view, {
		planes,
		namespace,
		options,
		report
	});
	const services = renderServices(replicas, project, {
		planes,
		options,
		report
	});
	if (require_facts.blocking(findings()).length > 0) return refused();
	const { value: file, variables } = interpolated(composeFile(project, replicas, services, planes));
	return {
		file,
		yaml: heading(project, replicas.some(isFrontend) ? `http://${hostOf(options)}` : void 0, variables) + require_api.toYaml(file),
		findings: findings()
	};
}
function replicaContainers(components, graph, { planes, namespace, options, report }) {
	const { objects = [], binds = {} } = options;
	const neighbours = findNeighbours(objects);
	const peers = gpuPeers(components);
	const replicaOf = (view, replica) => standaloneContainers(view, graph, {
		podName: replica,
		namespace,
		planes: planes.variables,
		neighbours,
		binds,
		report
	}).map((own) => {
		const gpus = gpuCount(own.container);
		return {
			view,
			replica,
			own,
			gpus,
			peer: gpus > 0 && peers.has(view)
		};
	});
	return components.flatMap((view) => {
		return Array.from({ length: view.replicas }, (_, at) => `${view.name.toLowerCase()}-${at}`).flatMap((name) => replicaOf(view, name));
	});
}
function renderServices(replicas, project, { planes, options, report }) {
	const key = ({ replica, own }) => `${replica}/${own.name}`;
	const shares = assignGpus(replicas.filter(({ gpus }) => gpus > 0).map((entry) => ({
		service: key(entry),
		count: entry.gpus,
		peer: entry.peer
	})), options.gpuIds);
	const published = replicas.find(isFrontend);
	return replicas.map((entry) => {
		const publishes = entry.own.main && entry.replica === published?.replica;
		return renderService(entry.own, {
			view: entry.view,
			replica: entry.replica,
			project,
			gpus: shares.get(key(entry)),
			peer: entry.peer,
			planes,
			publish: publishes ? `${options.address ?? "127.0.0.1"}:${options.port ?? 8e3}:${published.own.httpPort}` : void 0,
			machineCpus: options.cpus,
			report
		});
	});
}
function isFrontend({ own }) {
	return own.httpPort !== void 0;
}
/** Address that a program on this machine asks. */
function hostOf({ address = "127.0.0.1", port = 8e3 }) {
	return `${address === "0.0.0.0" ? "127.0.0.1" : address}:${port}`;
}
function composeFile(name, replicas, rendered, planes) {
	const services = { ...planes.services };
	const volumes = { ...planes.volumes };
	const configs = { ...planes.configs };
	const folders = rendered.flatMap((service) => service.prepared);
	if (folders.length > 0) services[prepareService] = prepareVolumes(imageWithPython(replicas), folders);
	const peers = replicas.filter(({ peer }) => peer);
	if (peers.length > 0) {
		const sum = peers.map(({ view, own }) => sharedMemoryBytes(view, own)).reduce((total, bytes) => total + bytes, 0);
		services[peersService] = peersHolder(imageWithPython(peers), sum);
	}
	for (const { name: serviceName, service, volumes: own, configs: files } of rendered) {
		services[serviceName] = folders.length === 0 ? service : afterVolumes(service);
		Object.assign(volumes, own);
		Object.assign(configs, files);
	}
	const none = Object.keys(configs).length === 0;
	return {
		name,
		services,
		volumes: sorted(volumes),
		configs: none ? void 0 : sorted(configs)
	};
}
/** An image of the graph for helpers: every Dynamo image has Python. */
function imageWithPython(replicas) {
	return (replicas.find(({ view }) => view.program !== void 0) ?? replicas[0])?.view.main?.image ?? "";
}
function afterVolumes(service) {
	const prepared = { condition: "service_completed_successfully" };
	return {
		...service,
		depends_on: {
			...service.depends_on,
			[prepareService]: prepared
		}
	};
}
/** Compose wants lower case, digits, hyphens and underscores. */
function projectName(graph) {
	return graph.toLowerCase().replaceAll(/[^a-z0-9_-]/g, "-") || "graph";
}
function sorted(map) {
	return Object.fromEntries(Object.entries(map).sort(([a], [b]) => a < b ? -1 : 1));
}
// ../../work/main/packages/constructs/src/targets/v1alpha1.ts
/** @module A graph as a v1alpha1 manifest, for operators that do not serve v1beta1. */
/**
* Converts a v1beta1 graph as the operator does and writes it down, without the annotations in
* which the operator keeps the rest: an operator that serves only v1alpha1 does not read them.
*/
function toV1alpha1Yaml(graph, { carriers = false } = {}) {
	const { object, findings } = require_api.graphToV1alpha1(graph, { carriers });
	return {
		yaml: require_api.toYaml(object),
		findings
	};
}
exports.findNeighbours = findNeighbours;
exports.literalText = literalText;
exports.standaloneContainers = standaloneContainers;
exports.toCompose = toCompose;
exports.toV1alpha1Yaml = toV1alpha1Yaml;
