Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_facts = require("../facts-DqOY39uq.js");
const require_kube_object = require("../kube-object-AZQcDCDU.js");
const require_api = require("../api-UFteoyGf.js");
const require_estimate = require("../estimate-ouKabqQT.js");
const require_checks = require("../checks-CxkNSDqq.js");
const require_merge = require("../merge-DqcW4TRB.js");
let zod = require("zod");
let cdk8s = require("cdk8s");
let constructs = require("constructs");
let node_crypto = require("node:crypto");
// ../../work/main/packages/constructs/src/platform/server-checks.ts
/** @module Rules that NATS and etcd share: counts, disruptions, names, storage, images. */
/** Findings that name the construct, such as `Nats/nats`. */
function sayOf(kind, { name }) {
	return (code, path, message, fix) => require_facts.finding(code, {
		object: `${kind}/${name}`,
		path
	}, message, fix);
}
const gibibyte$1 = 2 ** 30;
/** Everything that can be said of any set of servers. */
function checkServerSet(set, facts, say) {
	const { codes, images } = facts;
	return [
		...checkCount(set, facts.count, codes, say),
		...checkDisruption(set, codes, say),
		...checkName(set, facts, say),
		...checkSize(set.storage.size, ["storage", "size"], codes.storage, say),
		...Object.entries(images).flatMap(([field, image]) => checkImage$1(field, image, codes, say))
	];
}
function checkCount(set, field, codes, say) {
	if (!counts.includes(set.servers)) {
		const message = `must be 1, 3 or 5, got ${require_facts.show(set.servers)}: a majority is ${majority(set.servers)}`;
		return [say(codes.count, [field], message, `Set ${field} to 3, which survives the loss of one.`)];
	}
	if (set.servers > 1 || set.development) return [];
	return [say(codes.single, [field], "one server: while its pod moves to another node nobody is served", `Set ${field} to 3, or set development.`)];
}
function checkDisruption(set, codes, say) {
	const { servers, maxUnavailable } = set;
	const path = ["maxUnavailable"];
	if (!counts.includes(servers)) return [];
	if (!Number.isInteger(maxUnavailable) || maxUnavailable < 1) {
		const message = `must be at least 1, got ${require_facts.show(maxUnavailable)}: no node with a server can be drained`;
		return [say(codes.disruption, path, message, "Set maxUnavailable to 1.")];
	}
	const spare = servers - majority(servers);
	if (servers === 1 || maxUnavailable <= spare) return [];
	const message = `${maxUnavailable} of ${servers} servers may be drained at a time, but a majority of ${majority(servers)} has to stay, which leaves ${spare}`;
	return [say(codes.disruption, path, message, `Set maxUnavailable to ${Math.max(spare, 1)}.`)];
}
function checkName({ name }, { longestName, codes }, say) {
	if (require_facts.isDnsLabel(name) && name.length <= longestName) return [];
	const message = `must be lower-case letters, digits and inner hyphens, at most ${longestName} characters, got ${require_facts.show(name)} (${name.length})`;
	return [say(codes.name, ["name"], message, "Set name to a short DNS label, such as the app's.")];
}
/** Numbers of servers with a clear majority. */
const counts = [
	1,
	3,
	5
];
/** A volume below one gibibyte is smaller than many providers make it, and than a busy log. */
function checkSize(size, path, code, say) {
	if (require_facts.quantityValue(size) >= gibibyte$1) return [];
	return [say(code, path, `must be a quantity of at least 1Gi, got ${require_facts.show(size)}`, "Set a size such as \"10Gi\".")];
}
function checkImage$1(field, image, codes, say) {
	if (image === void 0) return [];
	const { tag, digest } = require_facts.parseImage(image);
	if (digest !== void 0 || tag !== void 0 && tag !== "latest") return [];
	const message = `${require_facts.show(image)} names no version, so two pods of one set may run different ones`;
	return [say(codes.image, [field], message, "Add a version tag or a digest to the image.")];
}
/** How many have to agree. */
function majority(servers) {
	return Math.floor(servers / 2) + 1;
}
// ../../work/main/packages/constructs/src/platform/server-props.ts
/** Every default that both share. */
function resolveServerSet(props, defaults) {
	const development = props.development ?? false;
	return {
		app: defaults.app,
		name: props.name ?? defaults.id,
		namespace: props.namespace ?? defaults.namespace,
		clusterDomain: props.clusterDomain ?? "cluster.local",
		dynamoVersion: props.dynamoVersion ?? "1.4.0",
		development,
		servers: defaults.servers ?? (development ? 1 : 3),
		storage: {
			size: props.storage?.size ?? defaults.storageSize,
			storageClassName: props.storage?.storageClassName
		},
		resources: props.resources ?? defaults.resources,
		maxUnavailable: props.maxUnavailable ?? 1,
		spread: props.spread ?? "required",
		nodeSelector: props.nodeSelector,
		tolerations: props.tolerations,
		priorityClassName: props.priorityClassName,
		imagePullSecrets: props.imagePullSecrets ?? [],
		access: {
			clients: props.access?.clients ?? [],
			monitoringNamespace: props.access?.monitoringNamespace ?? "monitoring"
		}
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/resolve.ts
/** The images that were tested together. */
const etcdImages = {
	etcd: "gcr.io/etcd-development/etcd:v3.6.15",
	shell: "curlimages/curl:8.17.0"
};
/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
function resolveEtcd(id, namespace, props) {
	const set = resolveServerSet(props, {
		app: "etcd",
		id,
		namespace,
		servers: props.members,
		storageSize: "8Gi",
		resources: {
			requests: {
				cpu: "500m",
				memory: "1Gi"
			},
			limits: {
				cpu: "2",
				memory: "4Gi"
			}
		}
	});
	return {
		...set,
		tls: resolveTls$1(set, props.tls),
		auth: resolveAuth(set, props.auth),
		quota: props.quota ?? "2Gi",
		compaction: props.compaction === false ? void 0 : {
			mode: props.compaction?.mode ?? "periodic",
			retention: props.compaction?.retention ?? "1h"
		},
		defragmentation: props.defragmentation === false ? void 0 : props.defragmentation ?? "30 3 * * *",
		snapshots: resolveSnapshots(set, props.snapshots),
		heartbeatMilliseconds: props.heartbeatMilliseconds ?? 100,
		electionMilliseconds: props.electionMilliseconds ?? 1e3,
		generation: props.generation ?? 1,
		initialClusterState: props.initialClusterState ?? "new",
		image: props.image ?? etcdImages.etcd,
		shellImage: props.shellImage ?? etcdImages.shell
	};
}
/** Common name of the members towards one another; nobody else may have it. */
function peerName({ name }) {
	return `${name}-peer`;
}
/** True when clients use TLS: a password takes its place, because Dynamo cannot do both. */
function clientsUseTls({ tls, auth }) {
	return tls !== void 0 && auth?.kind !== "password";
}
function resolveTls$1(set, tls) {
	if (tls === false || tls === void 0 && set.development) return void 0;
	const { name } = set;
	const made = {
		server: `${name}-server-tls`,
		peer: `${name}-peer-tls`,
		root: `${name}-root-tls`,
		client: `${name}-client-tls`
	};
	return {
		source: sourceOf$1(tls),
		secrets: tls?.secrets ?? made
	};
}
function sourceOf$1(tls) {
	if (tls?.secrets !== void 0) return { kind: "secrets" };
	return tls?.issuer === void 0 ? { kind: "own-authority" } : {
		kind: "issuer",
		issuer: tls.issuer
	};
}
function resolveAuth(set, auth) {
	if (auth === false || auth === void 0 && set.development) return void 0;
	const user = auth?.user ?? "dynamo";
	if (auth?.kind !== "password") return {
		kind: "certificate",
		user
	};
	const secret = `${set.name}-auth`;
	return {
		kind: "password",
		user,
		password: auth.password ?? {
			name: secret,
			key: "password"
		},
		rootPassword: auth.rootPassword ?? {
			name: secret,
			key: "root-password"
		}
	};
}
function resolveSnapshots(set, snapshots) {
	if (snapshots === false || snapshots === void 0 && set.development) return void 0;
	return {
		schedule: snapshots?.schedule ?? "0 */6 * * *",
		target: resolveTarget(set, snapshots?.target ?? { kind: "claim" })
	};
}
function resolveTarget({ name }, target) {
	if (target.kind === "upload") return resolveUpload(target);
	const { claimName, size, storageClassName, keep } = target;
	return {
		kind: "claim",
		claimName: claimName ?? `${name}-snapshots`,
		made: claimName === void 0 ? {
			size: size ?? "20Gi",
			storageClassName
		} : void 0,
		keep: keep ?? 8
	};
}
function resolveUpload({ image, command, env, serviceAccountName }) {
	return {
		kind: "upload",
		image,
		command,
		env: env ?? [],
		serviceAccountName
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/checks.ts
/** @module Rules about etcd, each a pure function of the resolved settings. */
const codes$1 = {
	count: "DYN-ETCD-001",
	single: "DYN-ETCD-002",
	disruption: "DYN-ETCD-003",
	name: "DYN-ETCD-004",
	storage: "DYN-ETCD-005",
	image: "DYN-ETCD-006"
};
/** A CronJob has at most 52 characters, because its Jobs get eleven more; ours ends in `-snapshot`. */
const longestName$2 = 43;
const gibibyte = 2 ** 30;
/** What upstream advises at most: a larger database takes long to read at a start. */
const largestQuota = 8 * gibibyte;
/** Everything that is wrong with these settings; waivers are not applied. */
function checkEtcd(etcd) {
	const say = sayOf("Etcd", etcd);
	const { image, shellImage } = etcd;
	return [
		...checkServerSet(etcd, {
			count: "members",
			images: {
				image,
				shellImage
			},
			longestName: longestName$2,
			codes: codes$1
		}, say),
		...checkQuota(etcd, say),
		...checkCompaction(etcd, say),
		...checkTiming(etcd, say),
		...checkGeneration(etcd, say),
		...checkTls$1(etcd, say),
		...checkAuth(etcd, say),
		...checkSnapshots(etcd, say),
		...checkSchedule(etcd.defragmentation, ["defragmentation"], say)
	];
}
function checkQuota({ quota, storage, resources }, say) {
	const size = require_facts.quantityValue(quota);
	const path = ["quota"];
	if (!(size >= gibibyte / 16)) return [say("DYN-ETCD-007", path, `must be a quantity of at least 64Mi, got ${require_facts.show(quota)}`, "Set quota to \"2Gi\".")];
	const found = [];
	if (size > largestQuota) {
		const message = `${require_facts.show(quota)} is above the 8Gi that etcd is advised to hold: a member reads it all when it starts`;
		found.push(say("DYN-ETCD-008", path, message, "Set quota to \"8Gi\" or less."));
	}
	const needed = 2 * size + gibibyte;
	if (require_facts.quantityValue(storage.size) < needed) {
		const message = `${require_facts.show(storage.size)} is less than ${gibibytes(needed)}: twice the quota of ${require_facts.show(quota)} while it is defragmented, and 1Gi of log`;
		const fix = `Set storage.size to "${gibibytes(needed)}" or lower quota.`;
		found.push(say("DYN-ETCD-005", ["storage", "size"], message, fix));
	}
	if (require_facts.quantityValue(resources.limits?.memory ?? "") < size) {
		const message = `the memory limit ${require_facts.show(resources.limits?.memory)} is below the quota ${require_facts.show(quota)}; etcd maps the whole database into memory`;
		found.push(say("DYN-ETCD-009", [
			"resources",
			"limits",
			"memory"
		], message, "Raise resources.limits.memory above quota."));
	}
	return found;
}
function gibibytes(bytes) {
	return `${Math.ceil(bytes / gibibyte)}Gi`;
}
function checkCompaction({ compaction, quota }, say) {
	if (compaction === void 0) return [say("DYN-ETCD-010", ["compaction"], `every revision of every key is kept, until the quota of ${require_facts.show(quota)} is full and etcd refuses to write`, "Leave compaction out.")];
	const { mode, retention } = compaction;
	if ((mode === "periodic" ? /^([0-9]+(s|m|h))+$/ : /^[1-9][0-9]*$/).test(retention)) return [];
	const wanted = mode === "periodic" ? "a time such as \"1h\"" : "a number such as \"1000\"";
	return [say("DYN-ETCD-011", ["compaction", "retention"], `must be ${wanted} in mode ${mode}, got ${require_facts.show(retention)}`, `Set retention to ${wanted}.`)];
}
/** etcd does not start outside of these bounds. */
function checkTiming(etcd, say) {
	const { heartbeatMilliseconds: beat, electionMilliseconds: election } = etcd;
	if (!(Number.isInteger(beat) && beat >= 1)) return [say("DYN-ETCD-012", ["heartbeatMilliseconds"], `must be a whole number of at least 1, got ${require_facts.show(beat)}`, "Set it to 100.")];
	if (Number.isInteger(election) && election >= 5 * beat && election <= 5e4) return [];
	return [say("DYN-ETCD-012", ["electionMilliseconds"], `must be from five heartbeats (${5 * beat}) to 50000, got ${require_facts.show(election)}`, `Set electionMilliseconds to ${Math.min(10 * beat, 5e4)}.`)];
}
function checkGeneration({ generation }, say) {
	if (Number.isInteger(generation) && generation >= 1) return [];
	return [say("DYN-ETCD-013", ["generation"], `must be a whole number of at least 1, got ${require_facts.show(generation)}`, "Set generation to 1, or one more than it was.")];
}
function checkTls$1(etcd, say) {
	const { tls, auth, development } = etcd;
	const found = [];
	if (tls === void 0 && !development) found.push(say("DYN-ETCD-014", ["tls"], "TLS is off: anybody on the network can read the keys and join the cluster", "Leave tls out, or set development."));
	if (tls === void 0 && auth?.kind === "certificate") found.push(say("DYN-ETCD-015", ["auth"], "clients are to be known by their certificates, but without TLS they show none", "Leave tls out, or use kind \"password\"."));
	if (tls !== void 0 && !clientsUseTls(etcd) && !development) found.push(say("DYN-ETCD-016", ["auth", "kind"], "clients send their password and all data in clear text: Dynamo uses a password or TLS, never both", "Use kind \"certificate\"; or encrypt the pod network and waive this."));
	if (tls?.source.kind === "issuer" && auth?.kind === "certificate") {
		const { issuer } = tls.source;
		const message = `whoever gets a certificate for "root" from ${issuer.kind ?? "Issuer"} ${require_facts.show(issuer.name)} is the administrator of etcd`;
		found.push(say("DYN-ETCD-017", ["tls", "issuer"], message, "Leave issuer out, or waive this for an issuer that serves this etcd alone."));
	}
	return found;
}
function checkAuth({ auth, development }, say) {
	if (auth === void 0) {
		if (development) return [];
		return [say("DYN-ETCD-018", ["auth"], "nobody has to authenticate: any client can change where requests are sent", "Leave auth out, or set development.")];
	}
	if (auth.user === "root") return [say("DYN-ETCD-019", ["auth", "user"], "Dynamo's user is \"root\", who may also change users and stop authentication", "Set user to \"dynamo\".")];
	if (/^[\w.-]{1,64}$/.test(auth.user)) return [];
	return [say("DYN-ETCD-019", ["auth", "user"], `must be letters, digits and any of _ . -, got ${require_facts.show(auth.user)}`, "Set user to \"dynamo\".")];
}
function checkSnapshots(etcd, say) {
	const { snapshots, quota, development } = etcd;
	if (snapshots === void 0) {
		if (development) return [];
		return [say("DYN-ETCD-020", ["snapshots"], "no snapshots are taken: when a majority of the volumes is lost, so is everything", "Leave snapshots out, or waive this.")];
	}
	const { schedule, target } = snapshots;
	const found = [...checkSchedule(schedule, ["snapshots", "schedule"], say)];
	if (target.kind === "upload") return found;
	const path = ["snapshots", "target"];
	if (!(Number.isInteger(target.keep) && target.keep >= 1)) {
		const message = `must be a whole number of at least 1, got ${require_facts.show(target.keep)}`;
		return [...found, say("DYN-ETCD-021", [...path, "keep"], message, "Set keep to 8.")];
	}
	if (target.made === void 0) return found;
	const { size } = target.made;
	const bad = checkSize(size, [...path, "size"], "DYN-ETCD-021", say);
	if (bad.length > 0) return [...found, ...bad];
	const needed = (target.keep + 1) * require_facts.quantityValue(quota);
	if (require_facts.quantityValue(size) >= needed) return found;
	const message = `${require_facts.show(size)} may not hold ${target.keep} snapshots and a new one of up to ${require_facts.show(quota)} each: ${gibibytes(needed)}`;
	const fix = `Set size to "${gibibytes(needed)}", or keep fewer.`;
	return [...found, say("DYN-ETCD-022", [...path, "size"], message, fix)];
}
const cronField = String.raw`(\*|[0-9A-Za-z]+(-[0-9A-Za-z]+)?)(/[0-9]+)?`;
const cronList = `${cronField}(,${cronField})*`;
const cron = new RegExp(`^(@(hourly|daily|midnight|weekly|monthly|yearly|annually)|${cronList}( +${cronList}){4})$`);
function checkSchedule(schedule, path, say) {
	if (schedule === void 0 || cron.test(schedule)) return [];
	return [say("DYN-ETCD-023", path, `must be five cron fields or a name such as @daily, got ${require_facts.show(schedule)}`, "Set it to \"0 */6 * * *\".")];
}
// ../../work/main/packages/constructs/src/platform/rendered.ts
/** A variable that a container reads from a Secret. */
function secretVariable(name, { name: secret, key }) {
	return {
		name,
		valueFrom: { secretKeyRef: {
			name: secret,
			key
		} }
	};
}
/** A variable with the name of the pod. */
const podNameVariable = {
	name: "POD_NAME",
	valueFrom: { fieldRef: { fieldPath: "metadata.name" } }
};
// ../../work/main/packages/constructs/src/platform/server-names.ts
/** Labels by which the server pods are selected; they never change. */
function serverLabels(set) {
	return componentLabels(set, "server");
}
/** Labels of every object of the set; a pod that is no server has another component. */
function objectLabels(set, component = "server") {
	return {
		...componentLabels(set, component),
		"app.kubernetes.io/part-of": "dynamo"
	};
}
function componentLabels({ app, name }, component) {
	return {
		"app.kubernetes.io/name": app,
		"app.kubernetes.io/instance": name,
		"app.kubernetes.io/component": component
	};
}
/** Name of the headless Service, which gives each server its DNS name. */
function headlessName({ name }) {
	return `${name}-headless`;
}
/** Names of the pods. */
function podNames({ name, servers }) {
	return Array.from({ length: Number.isInteger(servers) && servers > 0 ? servers : 0 }, (_, at) => `${name}-${at}`);
}
/** DNS name of one server, or of `$(POD_NAME)`. */
function podHost(set, pod) {
	return `${pod}.${qualified(set, headlessName(set))}`;
}
/** DNS name of the Service that clients use. */
function serviceHost(set) {
	return qualified(set, set.name);
}
/** Names under which the servers reach one another. */
function peerHosts(set) {
	return podNames(set).map((pod) => podHost(set, pod));
}
/** Every name under which somebody reaches a server, for its certificate. */
function serverHosts(set) {
	const { name, namespace, clusterDomain } = set;
	const service = namespace === void 0 ? [name] : [
		name,
		`${name}.${namespace}`,
		`${name}.${namespace}.svc`,
		`${name}.${namespace}.svc.${clusterDomain}`
	];
	return [
		...peerHosts(set),
		...service,
		"localhost"
	];
}
function qualified({ namespace, clusterDomain }, service) {
	return namespace === void 0 ? service : `${service}.${namespace}.svc.${clusterDomain}`;
}
// ../../work/main/packages/constructs/src/platform/server-objects.ts
/** @module The objects around a set of servers: Services, disruption budget, network policy. */
/** Metadata of an object of the set; `suffix` is put behind its name. */
function metadataOf(set, suffix, component = "server") {
	return {
		name: suffix === void 0 ? set.name : `${set.name}-${suffix}`,
		namespace: set.namespace,
		labels: objectLabels(set, component)
	};
}
/** The Service that clients use: any ready server. */
function renderService(set, port) {
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: metadataOf(set),
		spec: {
			selector: serverLabels(set),
			ports: [servicePort(port)]
		}
	};
}
/** The Service that gives each server a name, also before it is ready: they find one another to become ready. */
function renderHeadlessService(set, ports) {
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			...metadataOf(set),
			name: headlessName(set)
		},
		spec: {
			clusterIP: "None",
			publishNotReadyAddresses: true,
			selector: serverLabels(set),
			ports: ports.map(servicePort)
		}
	};
}
function servicePort({ name, port }) {
	return {
		name,
		port,
		targetPort: name,
		appProtocol: "tcp"
	};
}
/** How many servers a drain may take down; a server that is not ready may always go. */
function renderDisruptionBudget$1(set) {
	return {
		apiVersion: "policy/v1",
		kind: "PodDisruptionBudget",
		metadata: metadataOf(set),
		spec: {
			maxUnavailable: set.maxUnavailable,
			unhealthyPodEvictionPolicy: "AlwaysAllow",
			selector: { matchLabels: serverLabels(set) }
		}
	};
}
/**
* Clients reach the client port, servers one another, Prometheus the metrics; servers reach nothing
* but one another and DNS. Probes come from the node, which no policy stops.
*/
function renderNetworkPolicy$1(set, ports) {
	const own = { podSelector: { matchLabels: serverLabels(set) } };
	const graphs = {
		namespaceSelector: {},
		podSelector: { matchExpressions: [{
			key: require_facts.labels.graph,
			operator: "Exists"
		}] }
	};
	const upkeep = { podSelector: { matchLabels: objectLabels(set, "maintenance") } };
	const monitoring = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": set.access.monitoringNamespace } } };
	const clients = [
		graphs,
		upkeep,
		...set.access.clients
	];
	return {
		apiVersion: "networking.k8s.io/v1",
		kind: "NetworkPolicy",
		metadata: metadataOf(set),
		spec: {
			podSelector: { matchLabels: serverLabels(set) },
			policyTypes: ["Ingress", "Egress"],
			ingress: [
				{
					from: clients,
					ports: [tcp(ports.client.port)]
				},
				{
					from: [own],
					ports: [tcp(ports.client.port), tcp(ports.peer.port)]
				},
				{
					from: [monitoring],
					ports: [tcp(ports.metrics.port)]
				}
			],
			egress: [{
				to: [own],
				ports: [tcp(ports.client.port), tcp(ports.peer.port)]
			}, { ports: [tcp(53), {
				protocol: "UDP",
				port: 53
			}] }]
		}
	};
}
function tcp(port) {
	return {
		protocol: "TCP",
		port
	};
}
// ../../work/main/packages/constructs/src/platform/server-pods.ts
/** The StatefulSet around a pod that mounts the claim `data`. */
function renderStatefulSet(set, spec, annotations) {
	const { labels } = metadataOf(set);
	return {
		apiVersion: "apps/v1",
		kind: "StatefulSet",
		metadata: metadataOf(set),
		spec: {
			replicas: set.servers,
			serviceName: headlessName(set),
			podManagementPolicy: "Parallel",
			updateStrategy: { type: "RollingUpdate" },
			persistentVolumeClaimRetentionPolicy: {
				whenDeleted: "Retain",
				whenScaled: "Retain"
			},
			selector: { matchLabels: serverLabels(set) },
			template: {
				metadata: {
					labels,
					annotations
				},
				spec
			},
			volumeClaimTemplates: [{
				metadata: { name: "data" },
				spec: {
					accessModes: ["ReadWriteOnce"],
					resources: { requests: { storage: set.storage.size } },
					storageClassName: set.storage.storageClassName
				}
			}]
		}
	};
}
/** Where the servers run: apart from one another by node, and by zone as far as there are zones. */
function placement(set) {
	return {
		...set.servers > 1 ? apart$1(set) : {},
		nodeSelector: set.nodeSelector === void 0 ? void 0 : { ...set.nodeSelector },
		tolerations: set.tolerations === void 0 ? void 0 : [...set.tolerations],
		priorityClassName: set.priorityClassName,
		imagePullSecrets: set.imagePullSecrets.length === 0 ? void 0 : set.imagePullSecrets.map((name) => ({ name }))
	};
}
function apart$1(set) {
	const labelSelector = { matchLabels: serverLabels(set) };
	const node = {
		labelSelector,
		topologyKey: "kubernetes.io/hostname"
	};
	return {
		affinity: { podAntiAffinity: set.spread === "required" ? { requiredDuringSchedulingIgnoredDuringExecution: [node] } : { preferredDuringSchedulingIgnoredDuringExecution: [{
			weight: 100,
			podAffinityTerm: node
		}] } },
		topologySpreadConstraints: [{
			labelSelector,
			maxSkew: 1,
			topologyKey: "topology.kubernetes.io/zone",
			whenUnsatisfiable: "ScheduleAnyway"
		}]
	};
}
/** The user `nonroot` of distroless images; those of NATS and curl run as anybody. */
const user = 65532;
/** Pod settings of the restricted Pod Security level. */
function restrictedPod() {
	return {
		automountServiceAccountToken: false,
		enableServiceLinks: false,
		securityContext: {
			fsGroup: user,
			fsGroupChangePolicy: "OnRootMismatch",
			runAsGroup: user,
			runAsNonRoot: true,
			runAsUser: user,
			seccompProfile: { type: "RuntimeDefault" }
		}
	};
}
/** Container settings of the restricted Pod Security level, with a root file system that nobody writes. */
function restrictedContainer() {
	return { securityContext: {
		allowPrivilegeEscalation: false,
		capabilities: { drop: ["ALL"] },
		readOnlyRootFilesystem: true
	} };
}
/** Go collects garbage before the memory limit is reached, instead of being killed at it. */
function memoryLimit({ resources }) {
	const limit = require_facts.quantityValue(resources.limits?.memory ?? "");
	return Number.isFinite(limit) ? [{
		name: "GOMEMLIMIT",
		value: String(Math.floor(limit * .9))
	}] : [];
}
/** A Secret as files that only the pod's group reads. */
function secretMount(name, secretName, mountPath) {
	return {
		volume: {
			name,
			secret: {
				secretName,
				defaultMode: 288
			}
		},
		mount: {
			name,
			mountPath,
			readOnly: true
		}
	};
}
/** A probe by HTTP. */
function httpProbe(port, path, times) {
	return {
		httpGet: {
			path,
			port
		},
		...times
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/member-flags.ts
/** @module The flags of an etcd member. @see https://etcd.io/docs/v3.6/op-guide/configuration */
/** Ports of a member. */
const etcdPorts = {
	client: {
		name: "client",
		port: 2379
	},
	peer: {
		name: "peer",
		port: 2380
	},
	/** Plain HTTP for probes and Prometheus, whatever the clients use. */
	metrics: {
		name: "metrics",
		port: 2381
	}
};
/** Where things are mounted. */
const etcdPaths = {
	data: "/var/lib/etcd",
	server: "/etc/etcd-certs/server",
	peer: "/etc/etcd-certs/peer",
	root: "/etc/etcd-certs/root",
	snapshots: "/snapshots"
};
/** Folder of the database in this life of the cluster. */
function dataFolder({ generation }) {
	return `${etcdPaths.data}/generation-${generation}`;
}
/** Name by which members know that they belong together in this life of the cluster. */
function clusterToken({ name, generation }) {
	return `${name}-${generation}`;
}
/** `https` or `http` of clients. */
function clientScheme(etcd) {
	return clientsUseTls(etcd) ? "https" : "http";
}
/** Address at which a member, or `$(POD_NAME)`, is reached by the others. */
function peerAddress(etcd, pod) {
	return `${etcd.tls === void 0 ? "http" : "https"}://${podHost(etcd, pod)}:${etcdPorts.peer.port}`;
}
/** `--initial-cluster`: every member by name and address. */
function initialCluster(etcd) {
	return podNames(etcd).map((pod) => `${pod}=${peerAddress(etcd, pod)}`).join(",");
}
/** The arguments of a member; the same for all, because `$(POD_NAME)` differs. */
function memberFlags(etcd) {
	const scheme = clientScheme(etcd);
	const { client, peer, metrics } = etcdPorts;
	const flags = {
		name: "$(POD_NAME)",
		"data-dir": dataFolder(etcd),
		"listen-client-urls": `${scheme}://0.0.0.0:${client.port}`,
		"advertise-client-urls": `${scheme}://${podHost(etcd, "$(POD_NAME)")}:${client.port}`,
		"listen-peer-urls": `${etcd.tls === void 0 ? "http" : "https"}://0.0.0.0:${peer.port}`,
		"initial-advertise-peer-urls": peerAddress(etcd, "$(POD_NAME)"),
		"listen-metrics-urls": `http://0.0.0.0:${metrics.port}`,
		"initial-cluster": initialCluster(etcd),
		"initial-cluster-state": etcd.initialClusterState,
		"initial-cluster-token": clusterToken(etcd),
		"auto-compaction-mode": etcd.compaction?.mode,
		"auto-compaction-retention": etcd.compaction?.retention,
		"quota-backend-bytes": String(Math.floor(require_facts.quantityValue(etcd.quota))),
		"heartbeat-interval": String(etcd.heartbeatMilliseconds),
		"election-timeout": String(etcd.electionMilliseconds),
		"feature-gates": "InitialCorruptCheck=true",
		...peerTls(etcd),
		...clientTls(etcd)
	};
	return Object.entries(flags).flatMap(([flag, value]) => value === void 0 ? [] : [`--${flag}=${value}`]);
}
function peerTls(etcd) {
	if (etcd.tls === void 0) return {};
	return {
		"peer-cert-file": `${etcdPaths.peer}/tls.crt`,
		"peer-key-file": `${etcdPaths.peer}/tls.key`,
		"peer-trusted-ca-file": `${etcdPaths.peer}/ca.crt`,
		"peer-client-cert-auth": "true",
		"peer-cert-allowed-cn": peerName(etcd)
	};
}
function clientTls(etcd) {
	if (!clientsUseTls(etcd)) return {};
	return {
		"cert-file": `${etcdPaths.server}/tls.crt`,
		"key-file": `${etcdPaths.server}/tls.key`,
		"trusted-ca-file": `${etcdPaths.server}/ca.crt`,
		"client-cert-auth": "true"
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/client.ts
/** Every member by its own address: a client that loses one goes on with the next. */
function etcdEndpoints(etcd) {
	return podNames(etcd).map((pod) => `${clientScheme(etcd)}://${podHost(etcd, pod)}:${etcdPorts.client.port}`);
}
/** Address of any ready member. */
function anyEndpoint(etcd) {
	return `${clientScheme(etcd)}://${serviceHost(etcd)}:${etcdPorts.client.port}`;
}
/**
* The variables of a Dynamo process. Certificate and key are given as text, not as files: that is
* how Dynamo reads them, whatever its documentation says.
*
* @see lib/runtime/src/transports/etcd.rs
*/
function etcdEnvironment(etcd) {
	return {
		ETCD_ENDPOINTS: etcdEndpoints(etcd).join(","),
		...credentials$1(etcd)
	};
}
function credentials$1(etcd) {
	const { tls, auth } = etcd;
	if (auth?.kind === "password") return {
		ETCD_AUTH_USERNAME: auth.user,
		ETCD_AUTH_PASSWORD: { secretKeyRef: { ...auth.password } }
	};
	if (tls === void 0) return {};
	const name = tls.secrets.client;
	return {
		ETCD_AUTH_CA: { secretKeyRef: {
			name,
			key: "ca.crt"
		} },
		ETCD_AUTH_CLIENT_CERT: { secretKeyRef: {
			name,
			key: "tls.crt"
		} },
		ETCD_AUTH_CLIENT_KEY: { secretKeyRef: {
			name,
			key: "tls.key"
		} }
	};
}
/** Environment and files with which etcdctl is `root`. */
function administrator(etcd) {
	const endpoint = {
		name: "ETCDCTL_ENDPOINTS",
		value: anyEndpoint(etcd)
	};
	if (etcd.tls !== void 0 && clientsUseTls(etcd)) {
		const { volume, mount } = secretMount("root-tls", etcd.tls.secrets.root, etcdPaths.root);
		return {
			env: [endpoint, ...certificateVariables()],
			volumes: [volume],
			mounts: [mount]
		};
	}
	return {
		env: [endpoint, ...passwordVariables$1(etcd)],
		volumes: [],
		mounts: []
	};
}
function certificateVariables() {
	return [
		{
			name: "ETCDCTL_CACERT",
			value: `${etcdPaths.root}/ca.crt`
		},
		{
			name: "ETCDCTL_CERT",
			value: `${etcdPaths.root}/tls.crt`
		},
		{
			name: "ETCDCTL_KEY",
			value: `${etcdPaths.root}/tls.key`
		}
	];
}
function passwordVariables$1({ auth }) {
	if (auth?.kind !== "password") return [];
	return [{
		name: "ETCDCTL_USER",
		value: "root"
	}, secretVariable("ETCDCTL_PASSWORD", auth.rootPassword)];
}
// ../../work/main/packages/constructs/src/platform/certificates.ts
const tenYears = 87600;
const ninetyDays = 2160;
/** The issuers and certificates for some requests; nothing when the Secrets exist already. */
function renderCertificates(set, source, requests) {
	switch (source.kind) {
		case "secrets": return [];
		case "issuer": return requests.map((request) => renderCertificate(set, request, source.issuer));
		case "own-authority": {
			const authority = { name: `${set.name}-ca` };
			return [...renderAuthority(set), ...requests.map((request) => renderCertificate(set, request, authority))];
		}
	}
}
/** A self-signed root that signs for these servers alone, so its signature means: one of us. */
function renderAuthority(set) {
	const root = {
		secretName: `${set.name}-ca`,
		commonName: `${set.name}-ca`,
		usages: [],
		hours: tenYears
	};
	const certificate = renderCertificate(set, root, { name: `${set.name}-self-signed` });
	return [
		issuer$1(set, "self-signed", { selfSigned: {} }),
		{
			...certificate,
			spec: {
				...certificate.spec,
				isCA: true,
				usages: ["cert sign", "crl sign"]
			}
		},
		issuer$1(set, "ca", { ca: { secretName: root.secretName } })
	];
}
function issuer$1(set, suffix, spec) {
	return {
		apiVersion: "cert-manager.io/v1",
		kind: "Issuer",
		metadata: metadataOf(set, suffix),
		spec
	};
}
function renderCertificate(set, request, { name, kind }) {
	const hours = request.hours ?? ninetyDays;
	return {
		apiVersion: "cert-manager.io/v1",
		kind: "Certificate",
		metadata: {
			...metadataOf(set),
			name: request.secretName
		},
		spec: {
			secretName: request.secretName,
			commonName: request.commonName,
			dnsNames: request.dnsNames,
			usages: ["digital signature", ...request.usages],
			duration: `${hours}h`,
			renewBefore: `${hours / 3}h`,
			privateKey: {
				algorithm: "ECDSA",
				size: 256,
				encoding: "PKCS8",
				rotationPolicy: "Always"
			},
			issuerRef: {
				name,
				kind: kind ?? "Issuer",
				group: "cert-manager.io"
			}
		}
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/maintenance-pod.ts
/** Resources of a short task. */
const maintenanceResources = {
	requests: {
		cpu: "50m",
		memory: "64Mi"
	},
	limits: {
		cpu: "500m",
		memory: "256Mi"
	}
};
/** A pod that is no member, but may run where members run. */
function renderMaintenancePod(etcd, spec) {
	const { nodeSelector, tolerations, priorityClassName, imagePullSecrets } = placement(etcd);
	return {
		metadata: { labels: objectLabels(etcd, "maintenance") },
		spec: {
			...restrictedPod(),
			nodeSelector,
			tolerations,
			priorityClassName,
			imagePullSecrets,
			...spec
		}
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/maintenance.ts
/** Time for one member; it does not answer while it is shrunk. */
const defragmentationTimeout = "600s";
/** The file of a snapshot: the name of the pod, which holds the time for which it was scheduled. */
const snapshotFile = `${etcdPaths.snapshots}/$(POD_NAME).db`;
const snapshotMount = {
	name: "snapshots",
	mountPath: etcdPaths.snapshots
};
/** The CronJobs that the settings ask for, the claim of the snapshots, and a policy for the pods of all jobs. */
function renderMaintenance(etcd) {
	const { defragmentation, snapshots } = etcd;
	return [
		renderIsolation(etcd),
		...defragmentation === void 0 ? [] : [renderDefragmentation(etcd, defragmentation)],
		...snapshots === void 0 ? [] : renderSnapshots(etcd, snapshots)
	];
}
/** Nobody connects to a job. */
function renderIsolation(etcd) {
	const metadata = metadataOf(etcd, "maintenance", "maintenance");
	return {
		apiVersion: "networking.k8s.io/v1",
		kind: "NetworkPolicy",
		metadata,
		spec: {
			podSelector: { matchLabels: metadata.labels },
			policyTypes: ["Ingress"]
		}
	};
}
function renderDefragmentation(etcd, schedule) {
	const { volumes } = administrator(etcd);
	return cronJob(etcd, "defrag", schedule, {
		restartPolicy: "Never",
		initContainers: [etcdctl(etcd, "health", [
			"endpoint",
			"health",
			"--cluster"
		])],
		containers: [etcdctl(etcd, "defragment", [
			"defrag",
			"--cluster",
			`--command-timeout=${defragmentationTimeout}`
		])],
		volumes: [...volumes]
	});
}
function renderSnapshots(etcd, { schedule, target }) {
	const { volumes } = administrator(etcd);
	const job = cronJob(etcd, "snapshot", schedule, {
		restartPolicy: "Never",
		serviceAccountName: target.kind === "upload" ? target.serviceAccountName : void 0,
		...target.kind === "upload" && target.serviceAccountName !== void 0 ? { automountServiceAccountToken: true } : {},
		initContainers: [etcdctl(etcd, "save", [
			"snapshot",
			"save",
			snapshotFile
		], [snapshotMount]), {
			...etcdctl(etcd, "verify", [], [snapshotMount]),
			command: [
				"/usr/local/bin/etcdutl",
				"snapshot",
				"status",
				snapshotFile
			]
		}],
		containers: [target.kind === "upload" ? renderUpload(target) : renderTidy(etcd, target.keep)],
		volumes: [snapshotVolume(etcd, target), ...volumes]
	});
	return target.kind === "claim" && target.made !== void 0 ? [renderClaim(etcd, target.claimName, target.made), job] : [job];
}
function snapshotVolume({ quota }, target) {
	return target.kind === "claim" ? {
		name: "snapshots",
		persistentVolumeClaim: { claimName: target.claimName }
	} : {
		name: "snapshots",
		emptyDir: { sizeLimit: quota }
	};
}
function renderUpload(target) {
	return {
		name: "upload",
		image: target.image,
		command: [...target.command],
		env: [
			podNameVariable,
			{
				name: "SNAPSHOT",
				value: snapshotFile
			},
			...target.env
		],
		resources: maintenanceResources,
		volumeMounts: [{
			...snapshotMount,
			readOnly: true
		}],
		...restrictedContainer()
	};
}
/** Runs after the new snapshot was verified, so a failing etcd never costs the old ones. */
function renderTidy({ shellImage }, keep) {
	return {
		name: "tidy",
		image: shellImage,
		command: [
			"sh",
			"-euc",
			`ls -1t ${etcdPaths.snapshots}/*.db | tail -n +${keep + 1} | xargs -r rm -f --`
		],
		resources: maintenanceResources,
		volumeMounts: [snapshotMount],
		...restrictedContainer()
	};
}
function renderClaim(etcd, name, { size, storageClassName }) {
	return {
		apiVersion: "v1",
		kind: "PersistentVolumeClaim",
		metadata: {
			...metadataOf(etcd, void 0, "maintenance"),
			name
		},
		spec: {
			accessModes: ["ReadWriteOnce"],
			resources: { requests: { storage: size } },
			storageClassName
		}
	};
}
function etcdctl(etcd, name, args, mounts = []) {
	const root = administrator(etcd);
	return {
		name,
		image: etcd.image,
		command: ["/usr/local/bin/etcdctl", ...args],
		env: [podNameVariable, ...root.env],
		resources: maintenanceResources,
		volumeMounts: [...mounts, ...root.mounts],
		...restrictedContainer()
	};
}
function cronJob(etcd, name, schedule, pod) {
	return {
		apiVersion: "batch/v1",
		kind: "CronJob",
		metadata: metadataOf(etcd, name, "maintenance"),
		spec: {
			schedule,
			timeZone: "Etc/UTC",
			concurrencyPolicy: "Forbid",
			startingDeadlineSeconds: 600,
			successfulJobsHistoryLimit: 1,
			failedJobsHistoryLimit: 3,
			jobTemplate: { spec: {
				backoffLimit: 2,
				template: renderMaintenancePod(etcd, pod)
			} }
		}
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/setup.ts
/** @module The Job that makes the users and switches authentication on; running it again changes nothing. */
/** Seconds for which a finished Job is kept, to be looked at. */
const keptSeconds = 86400;
const scriptFolder = "/setup";
/** The ConfigMap with the script, and the Job that runs it; nothing without authentication. */
function renderSetup(etcd) {
	if (etcd.auth === void 0) return [];
	const script = setupScript(etcd);
	const spec = jobSpec(etcd);
	const hash = require_facts.shortHash(script + JSON.stringify(spec));
	return [{
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: metadataOf(etcd, "setup", "maintenance"),
		data: { "setup.sh": script }
	}, {
		apiVersion: "batch/v1",
		kind: "Job",
		metadata: metadataOf(etcd, `setup-${hash}`, "maintenance"),
		spec
	}];
}
function jobSpec(etcd) {
	const { mounts, volumes } = administrator(etcd);
	const { auth } = etcd;
	const passwords = auth?.kind === "password" ? [secretVariable("ROOT_PASSWORD", auth.rootPassword), secretVariable("USER_PASSWORD", auth.password)] : [];
	return {
		backoffLimit: 20,
		ttlSecondsAfterFinished: keptSeconds,
		template: renderMaintenancePod(etcd, {
			restartPolicy: "OnFailure",
			containers: [{
				name: "setup",
				image: etcd.shellImage,
				command: ["sh", `${scriptFolder}/setup.sh`],
				env: passwords,
				resources: maintenanceResources,
				volumeMounts: [{
					name: "setup",
					mountPath: scriptFolder,
					readOnly: true
				}, ...mounts],
				...restrictedContainer()
			}],
			volumes: [{
				name: "setup",
				configMap: { name: `${etcd.name}-setup` }
			}, ...volumes]
		})
	};
}
/**
* The script talks to the JSON gateway, because the image of etcd has no shell that could tell a
* failure from a user that is there already. The gateway ignores common names: once authentication
* by certificate is on, it refuses everything, which is how the script knows that all is done.
*/
function setupScript(etcd) {
	const tls = clientsUseTls(etcd) ? ` --cacert ${etcdPaths.root}/ca.crt --cert ${etcdPaths.root}/tls.crt --key ${etcdPaths.root}/tls.key` : "";
	return `${[
		"set -eu",
		`endpoint=${anyEndpoint(etcd)}`,
		`curl="curl --silent --show-error${tls}"`,
		...requests,
		"$curl --fail --output /dev/null --retry 150 --retry-delay 2 --retry-all-errors $endpoint/health",
		...etcd.auth?.kind === "password" ? logIn : stopWhenOn,
		...users(etcd),
		"ensure enable '{}'",
		"echo 'users are set up and authentication is on'"
	].join("\n")}\n`;
}
const requests = [
	"token=",
	"",
	"# Prints the answer and behind it the status.",
	"post() {",
	`  $curl --max-time 20 \${token:+--header "Authorization: $token"} --data "$2" --write-out ' %{http_code}' "$endpoint/v3/auth/$1"`,
	"}",
	"",
	"# Fails unless it is done, now or before.",
	"ensure() {",
	"  answer=$(post \"$1\" \"$2\")",
	"  case $answer in",
	"    *' 200' | *'already exists'*) ;;",
	"    *) echo \"$1: $answer\" >&2; exit 1 ;;",
	"  esac",
	"}",
	"",
	"# A value between the quotes of JSON.",
	"json() {",
	"  printf '%s' \"$1\" | sed 's/\\\\/\\\\\\\\/g; s/\"/\\\\\"/g'",
	"}",
	""
];
const stopWhenOn = [
	"case $(post status '{}') in",
	"  *'CommonName of client'*) echo 'authentication is on already'; exit 0 ;;",
	"esac"
];
const logIn = [
	"answer=$(post authenticate \"{\\\"name\\\":\\\"root\\\",\\\"password\\\":\\\"$(json \"$ROOT_PASSWORD\")\\\"}\")",
	"case $answer in",
	"  *'\"token\"'*) token=$(printf '%s' \"$answer\" | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/') ;;",
	"  *'authentication is not enabled'*) ;;",
	"  *) echo \"authenticate: $answer\" >&2; exit 1 ;;",
	"esac"
];
/** Everything below the empty key: the range from the first key to the last. */
const everything = "\"key\":\"AA==\",\"range_end\":\"AA==\"";
function users({ auth }) {
	const user = auth?.user ?? "";
	const body = (name, password) => auth?.kind === "password" ? `"{\\"name\\":\\"${name}\\",\\"password\\":\\"$(json "$${password}")\\"}"` : `'{"name":"${name}","options":{"no_password":true}}'`;
	return [
		`ensure user/add ${body("root", "ROOT_PASSWORD")}`,
		`ensure user/grant '{"user":"root","role":"root"}'`,
		`ensure role/add '{"name":"${user}"}'`,
		`ensure role/grant '{"name":"${user}","perm":{"permType":"READWRITE",${everything}}}'`,
		`ensure user/add ${body(user, "USER_PASSWORD")}`,
		...auth?.kind === "password" ? [`ensure user/changepw ${body(user, "USER_PASSWORD")}`] : [],
		`ensure user/grant '{"user":"${user}","role":"${user}"}'`
	];
}
// ../../work/main/packages/constructs/src/platform/etcd/stateful-set.ts
/** The StatefulSet. */
function renderEtcdStatefulSet(etcd) {
	return renderStatefulSet(etcd, renderPod$1(etcd));
}
function renderPod$1(etcd) {
	const certificates = mountedCertificates(etcd);
	return {
		...restrictedPod(),
		...placement(etcd),
		terminationGracePeriodSeconds: 30,
		containers: [renderMember(etcd, certificates.mounts)],
		volumes: certificates.volumes.length === 0 ? void 0 : certificates.volumes
	};
}
function mountedCertificates(etcd) {
	if (etcd.tls === void 0) return {
		volumes: [],
		mounts: []
	};
	const { secrets } = etcd.tls;
	const peer = secretMount("peer-tls", secrets.peer, etcdPaths.peer);
	if (!clientsUseTls(etcd)) return {
		volumes: [peer.volume],
		mounts: [peer.mount]
	};
	const server = secretMount("server-tls", secrets.server, etcdPaths.server);
	return {
		volumes: [peer.volume, server.volume],
		mounts: [peer.mount, server.mount]
	};
}
function renderMember(etcd, certificates) {
	const { metrics } = etcdPorts;
	return {
		name: "etcd",
		image: etcd.image,
		command: ["/usr/local/bin/etcd"],
		args: [...memberFlags(etcd)],
		env: [podNameVariable, ...memoryLimit(etcd)],
		ports: Object.values(etcdPorts).map(({ name, port }) => ({
			name,
			containerPort: port
		})),
		resources: etcd.resources,
		startupProbe: httpProbe(metrics.name, "/livez", often$1(10, 24)),
		livenessProbe: httpProbe(metrics.name, "/livez", often$1(10, 8)),
		readinessProbe: httpProbe(metrics.name, "/readyz", often$1(5, 3)),
		volumeMounts: [{
			name: "data",
			mountPath: etcdPaths.data
		}, ...certificates],
		...restrictedContainer()
	};
}
function often$1(periodSeconds, failureThreshold) {
	return {
		periodSeconds,
		failureThreshold,
		timeoutSeconds: 15
	};
}
// ../../work/main/packages/constructs/src/platform/etcd/objects.ts
/** @module Every object of etcd, as data. */
/** Renders etcd. */
function renderEtcd(etcd) {
	const { client, peer, metrics } = etcdPorts;
	return {
		statefulSet: renderEtcdStatefulSet(etcd),
		service: renderService(etcd, client),
		headlessService: renderHeadlessService(etcd, [
			client,
			peer,
			metrics
		]),
		disruptionBudget: renderDisruptionBudget$1(etcd),
		networkPolicy: renderNetworkPolicy$1(etcd, {
			client,
			peer,
			metrics
		}),
		certificates: etcd.tls === void 0 ? [] : roleCertificates(etcd, etcd.tls),
		setup: renderSetup(etcd),
		maintenance: renderMaintenance(etcd)
	};
}
/** Dynamo gets its certificate as environment, and reads a new one only when it starts: it has to last. */
const clientHours = 8760;
/** One certificate for each role: the common name says which. */
function roleCertificates(etcd, { source, secrets }) {
	return renderCertificates(etcd, source, [
		{
			secretName: secrets.server,
			commonName: `${etcd.name}-server`,
			dnsNames: serverHosts(etcd),
			usages: ["server auth", "client auth"]
		},
		{
			secretName: secrets.peer,
			commonName: peerName(etcd),
			dnsNames: peerHosts(etcd),
			usages: ["server auth", "client auth"]
		},
		{
			secretName: secrets.root,
			commonName: "root",
			usages: ["client auth"]
		},
		{
			secretName: secrets.client,
			commonName: etcd.auth?.user ?? "dynamo",
			usages: ["client auth"],
			hours: clientHours
		}
	]);
}
// ../../work/main/packages/constructs/src/platform/etcd/etcd.ts
/** @module etcd as Kubernetes objects of its own, for discovery of Dynamo processes through etcd. */
/**
* An etcd cluster: three members with TLS on every connection, users by certificate, compaction,
* defragmentation, snapshots, a disruption budget and a network policy.
*
* Dynamo 1.4 on Kubernetes needs no etcd by default; a graph with `discovery: "etcd"` does. What
* Dynamo keeps there are leases and registrations, which its workers make again.
*
* Dynamo reads its certificate when it starts. It is valid for a year and replaced when a third is
* left, so graphs have to be restarted at least every four months.
*
* @example
* const etcd = new Etcd(chart, "etcd");
* new InferenceGraph(chart, "qwen3", { ...graph, discovery: "etcd", env: etcd.clientEnvironment() });
*
* @see docs/fern/kubernetes (discovery plane)
*/
var Etcd = class extends constructs.Construct {
	statefulSet;
	/** Any ready member. */
	service;
	/** Each member by its own name. */
	headlessService;
	disruptionBudget;
	networkPolicy;
	/** Issuers and certificates of cert-manager; empty when TLS is off or the Secrets were given. */
	certificates;
	/** The script and the Job that set up the users; empty without authentication. */
	setup;
	/** CronJobs for defragmentation and snapshots, the claim of the snapshots, the network policy of all jobs. */
	maintenance;
	/** Address of every member; also the operator's setting, joined by commas. */
	endpoints;
	/** The settings with every default. */
	resolved;
	#props;
	constructor(scope, id, props = {}) {
		super(scope, id);
		this.#props = props;
		this.resolved = resolveEtcd(id, cdk8s.Chart.of(scope).namespace, props);
		const objects = renderEtcd(this.resolved);
		const child = (object) => new require_kube_object.KubeObject(this, `${object.kind}-${object.metadata.name}`, object);
		this.statefulSet = new require_kube_object.KubeObject(this, "StatefulSet", objects.statefulSet);
		this.service = new require_kube_object.KubeObject(this, "Service", objects.service);
		this.headlessService = new require_kube_object.KubeObject(this, "HeadlessService", objects.headlessService);
		this.disruptionBudget = new require_kube_object.KubeObject(this, "DisruptionBudget", objects.disruptionBudget);
		this.networkPolicy = new require_kube_object.KubeObject(this, "NetworkPolicy", objects.networkPolicy);
		this.certificates = objects.certificates.map(child);
		this.setup = objects.setup.map(child);
		this.maintenance = objects.maintenance.map(child);
		this.endpoints = etcdEndpoints(this.resolved);
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return require_facts.applyWaivers(checkEtcd(this.resolved), this.#props.waive ?? []);
	}
	/** Environment with which a graph's processes reach this etcd. The Secrets have to be in the graph's namespace. */
	clientEnvironment() {
		return etcdEnvironment(this.resolved);
	}
};
// ../../work/main/packages/constructs/src/platform/etcd/restore.ts
/** @module The Jobs that turn a snapshot into the data of every member. @see docs/guides/etcd-restore.md */
/**
* One Job per member, which writes the snapshot as the data of a new generation. They run while no
* member runs, because they mount the members' volumes; the old data stay.
*
* @example
* const etcd = new Etcd(chart, "etcd", { generation: 2 });
* new EtcdRestore(restoreChart, "restore", { etcd, snapshot: "etcd-snapshot-29412345-abcde.db" });
*/
var EtcdRestore = class extends constructs.Construct {
	/** The Jobs, by member. */
	jobs;
	constructor(scope, id, props) {
		super(scope, id);
		const { resolved } = props.etcd;
		const { snapshots } = resolved;
		const claim = props.claimName ?? (snapshots?.target.kind === "claim" ? snapshots.target.claimName : `${resolved.name}-snapshots`);
		this.jobs = renderRestore(resolved, props.snapshot, claim).map((job) => new require_kube_object.KubeObject(this, job.metadata.name, job));
	}
};
/** The Jobs as data. */
function renderRestore(etcd, snapshot, claimName) {
	return podNames(etcd).map((pod, index) => ({
		apiVersion: "batch/v1",
		kind: "Job",
		metadata: metadataOf(etcd, `restore-${etcd.generation}-${index}`, "maintenance"),
		spec: {
			backoffLimit: 2,
			template: renderMaintenancePod(etcd, {
				restartPolicy: "Never",
				containers: [renderContainer(etcd, pod, snapshot)],
				volumes: [{
					name: "data",
					persistentVolumeClaim: { claimName: `data-${pod}` }
				}, {
					name: "snapshots",
					persistentVolumeClaim: {
						claimName,
						readOnly: true
					}
				}]
			})
		}
	}));
}
function renderContainer(etcd, pod, snapshot) {
	return {
		name: "restore",
		image: etcd.image,
		command: [
			"/usr/local/bin/etcdutl",
			"snapshot",
			"restore",
			`${etcdPaths.snapshots}/${snapshot}`,
			`--name=${pod}`,
			`--data-dir=${dataFolder(etcd)}`,
			`--initial-cluster=${initialCluster(etcd)}`,
			`--initial-cluster-token=${clusterToken(etcd)}`,
			`--initial-advertise-peer-urls=${peerAddress(etcd, pod)}`,
			`--bump-revision=${revisionBump}`,
			"--mark-compacted"
		],
		env: [podNameVariable],
		resources: {
			...maintenanceResources,
			limits: {
				cpu: "1",
				memory: etcd.resources.limits?.memory ?? "2Gi"
			}
		},
		volumeMounts: [{
			name: "data",
			mountPath: etcdPaths.data
		}, {
			name: "snapshots",
			mountPath: etcdPaths.snapshots,
			readOnly: true
		}],
		...restrictedContainer()
	};
}
/** More revisions than any cluster makes between two snapshots. @see https://etcd.io/docs/v3.6/op-guide/recovery */
const revisionBump = 1e9;
// ../../work/main/packages/constructs/src/platform/nats/resolve.ts
/** @module Every default of NATS. */
/** The images that were tested together. */
const natsImages = {
	nats: "nats:2.12.14-alpine",
	exporter: "natsio/prometheus-nats-exporter:0.16.0",
	reloader: "natsio/nats-server-config-reloader:0.16.0"
};
/** True when the Dynamo release can use TLS towards NATS; an older one stops when the server insists. */
function speaksTls(release) {
	const version = require_facts.parseVersion(release);
	return version !== void 0 && require_facts.compareVersions(version, {
		major: 1,
		minor: 5,
		patch: 0
	}) >= 0;
}
/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
function resolveNats(id, namespace, props) {
	const set = resolveServerSet(props, {
		app: "nats",
		id,
		namespace,
		servers: props.servers,
		storageSize: "10Gi",
		resources: {
			requests: {
				cpu: "500m",
				memory: "512Mi"
			},
			limits: {
				cpu: "2",
				memory: "2Gi"
			}
		}
	});
	return {
		...set,
		tls: resolveTls(set, props.tls),
		users: resolveUsers(set, props),
		maxPayload: props.maxPayload ?? "15Mi",
		memoryStore: props.memoryStore ?? 0,
		syncInterval: props.syncInterval,
		image: props.image ?? natsImages.nats,
		exporter: optional(props.exporter, natsImages.exporter),
		reloader: optional(props.reloader, natsImages.reloader)
	};
}
function optional(image, fallback) {
	return image === false ? void 0 : image ?? fallback;
}
function resolveTls(set, tls) {
	if (tls === false || tls === void 0 && set.development) return void 0;
	return {
		source: sourceOf(tls),
		secretName: tls?.secretName ?? `${set.name}-tls`,
		clients: tls?.clients ?? (speaksTls(set.dynamoVersion) ? "required" : "offered")
	};
}
function sourceOf(tls) {
	if (tls?.secretName !== void 0) return { kind: "secrets" };
	return tls?.issuer === void 0 ? { kind: "own-authority" } : {
		kind: "issuer",
		issuer: tls.issuer
	};
}
function resolveUsers(set, props) {
	const { user, moreUsers = [] } = props;
	return [...user === void 0 ? set.development ? [] : [{}] : user === false ? [] : [user], ...moreUsers].map((each) => resolveUser(`${set.name}-auth`, each));
}
function resolveUser(secret, user) {
	const { publish, subscribe } = user;
	return user.nkey === void 0 ? {
		kind: "password",
		user: user.user ?? "dynamo",
		password: user.password ?? {
			name: secret,
			key: "password"
		},
		publish,
		subscribe
	} : {
		kind: "nkey",
		nkey: user.nkey,
		seed: user.seed ?? {
			name: secret,
			key: "seed"
		},
		publish,
		subscribe
	};
}
/** A quantity in whole bytes; zero when it is none, which the checks report. */
function bytes(quantity) {
	const value = require_facts.quantityValue(quantity);
	return Number.isFinite(value) ? Math.floor(value) : 0;
}
// ../../work/main/packages/constructs/src/platform/nats/checks.ts
/** @module Rules about NATS, each a pure function of the resolved settings. */
const codes = {
	count: "DYN-NATS-001",
	single: "DYN-NATS-002",
	disruption: "DYN-NATS-003",
	name: "DYN-NATS-004",
	storage: "DYN-NATS-005",
	image: "DYN-NATS-006"
};
/** Pods of a StatefulSet have a label of its name, a hyphen and a hash of ten characters. */
const longestName$1 = 52;
const mebibyte = 2 ** 20;
/** Largest message that the server can be told to accept. */
const hardLimit = 64 * mebibyte;
/** Largest message that Dynamo sends: ten million bytes of embeddings, in base64, and an envelope. */
const dynamoPayload = 15 * mebibyte;
/** Everything that is wrong with these settings; waivers are not applied. */
function checkNats(nats) {
	const say = sayOf("Nats", nats);
	const { image, exporter, reloader } = nats;
	return [
		...checkServerSet(nats, {
			count: "servers",
			images: {
				image,
				exporter,
				reloader
			},
			longestName: longestName$1,
			codes
		}, say),
		...checkPayload(nats, say),
		...checkMemory(nats, say),
		...checkSync(nats, say),
		...checkTls(nats, say),
		...checkUsers(nats, say)
	];
}
function checkPayload({ maxPayload }, say) {
	const size = require_facts.quantityValue(maxPayload);
	const path = ["maxPayload"];
	if (!(size >= 1 && size <= hardLimit)) return [say("DYN-NATS-007", path, `must be a quantity up to 64Mi, got ${require_facts.show(maxPayload)}: the server does not start with more`, "Set maxPayload to \"15Mi\".")];
	if (size >= dynamoPayload) return [];
	return [say("DYN-NATS-008", path, `${require_facts.show(maxPayload)} is less than the 15Mi that a request with images or embeddings may have`, "Set maxPayload to \"15Mi\".")];
}
/** The memory store and one message on its way in and out have to fit below the limit. */
function checkMemory({ memoryStore, maxPayload, resources }, say) {
	const store = require_facts.quantityValue(memoryStore);
	const path = ["memoryStore"];
	if (!(store >= 0)) return [say("DYN-NATS-009", path, `must be a quantity, got ${require_facts.show(memoryStore)}`, "Set memoryStore to 0, or to a size such as \"512Mi\".")];
	const room = require_facts.quantityValue(resources.limits?.memory ?? "") / 2;
	if (!(store + 2 * require_facts.quantityValue(maxPayload) > room)) return [];
	return [say("DYN-NATS-009", path, `streams in memory may take ${require_facts.show(memoryStore)} and a message twice ${require_facts.show(maxPayload)}, more than half of the memory limit ${require_facts.show(resources.limits?.memory)}`, "Raise resources.limits.memory, or lower memoryStore.")];
}
function checkSync({ syncInterval }, say) {
	if (syncInterval === void 0 || /^(always|([0-9]+(ms|s|m|h))+)$/.test(syncInterval)) return [];
	return [say("DYN-NATS-010", ["syncInterval"], `must be "always" or a time such as "10s", got ${require_facts.show(syncInterval)}`, "Set syncInterval to \"always\".")];
}
function checkTls(nats, say) {
	const { tls, development, dynamoVersion } = nats;
	if (tls === void 0) {
		if (development) return [];
		return [say("DYN-NATS-011", ["tls"], "TLS is off: anybody on the network can read requests and join the cluster", "Leave tls out, or set development.")];
	}
	if (tls.clients === "offered" || speaksTls(dynamoVersion)) return [];
	return [say("DYN-NATS-012", ["tls", "clients"], `clients must use TLS, but Dynamo ${dynamoVersion} cannot: its processes stop when they connect`, "Set clients to \"offered\", or use Dynamo 1.5.")];
}
function checkUsers(nats, say) {
	const { users, development } = nats;
	if (users.length === 0) {
		if (development) return [];
		return [say("DYN-NATS-013", ["user"], "nobody has to authenticate: any pod can read and write every subject", "Leave user out, or set development.")];
	}
	return users.flatMap((user, index) => {
		const path = index === 0 ? ["user"] : ["moreUsers", index - 1];
		return [
			...checkIdentity(user, path, say),
			...checkTwice(users, index, path, say),
			...index === 0 ? checkPasswordOnTheWire(nats, user, say) : []
		];
	});
}
function checkIdentity(user, path, say) {
	if (user.kind === "password") {
		if (/^[\w.@-]{1,64}$/.test(user.user)) return [];
		const message = `must be letters, digits and any of _ . @ -, got ${require_facts.show(user.user)}`;
		return [say("DYN-NATS-014", [...path, "user"], message, "Set user to a name such as \"dynamo\".")];
	}
	if (/^U[A-Z2-7]{55}$/.test(user.nkey)) return [];
	return /^S[A-Z2-7]/.test(user.nkey) ? [say("DYN-NATS-015", [...path, "nkey"], `holds a seed of ${user.nkey.length} characters, which is the secret half, in clear text`, "Make a new key pair. Put the public key here and the seed into a Secret.")] : [say("DYN-NATS-014", [...path, "nkey"], `must be the public key of a user, U and 55 letters and digits, got ${user.nkey.length} characters`, "Make a key pair with nk -gen user -pubout and put the public key here.")];
}
function checkTwice(users, index, path, say) {
	const nameOf = (user) => user?.kind === "nkey" ? user.nkey : user?.user;
	const name = nameOf(users[index]);
	if (users.findIndex((user) => nameOf(user) === name) === index) return [];
	return [say("DYN-NATS-014", path, `${require_facts.show(name)} is a user already; the server refuses the second`, "Give the user another name.")];
}
/** Dynamo's own user: others may well come with TLS. */
function checkPasswordOnTheWire(nats, user, say) {
	const { tls, development, dynamoVersion } = nats;
	if (tls === void 0 || development || user.kind === "nkey" || speaksTls(dynamoVersion)) return [];
	return [say("DYN-NATS-016", ["user"], `Dynamo ${dynamoVersion} speaks no TLS to NATS, so ${require_facts.show(user.user)} sends its password in clear text`, "Set user to an nkey, whose seed stays in the client; or encrypt the pod network and waive this.")];
}
// ../../work/main/packages/constructs/src/platform/nats/config.ts
/** @module The configuration file of nats-server. @see https://docs.nats.io/running-a-nats-service/configuration */
/** Ports of a server. */
const natsPorts = {
	client: {
		name: "nats",
		port: 4222
	},
	peer: {
		name: "cluster",
		port: 6222
	},
	monitor: {
		name: "monitor",
		port: 8222
	},
	metrics: {
		name: "prom-metrics",
		port: 7777
	}
};
/** Where things are mounted. */
const natsPaths = {
	config: "/etc/nats-config/nats.conf",
	tls: "/etc/nats-certs",
	pid: "/var/run/nats/nats.pid",
	data: "/data"
};
/** Largest difference between a client's reading and our writing before it is cut off; the server's default. */
const maxPendingBytes = 64 * 2 ** 20;
/** Name of the variable that holds a user's password as the configuration can read it. */
function passwordVariable(index) {
	return `NATS_USER_${index}_PASSWORD`;
}
/** The text of `nats.conf`; the same for every server. */
function renderNatsConfig(nats) {
	return `${writeBlock(configOf(nats), "")}`;
}
function configOf(nats) {
	return {
		server_name: { variable: "SERVER_NAME" },
		listen: `0.0.0.0:${natsPorts.client.port}`,
		http: `0.0.0.0:${natsPorts.monitor.port}`,
		pid_file: natsPaths.pid,
		lame_duck_grace_period: "10s",
		lame_duck_duration: "30s",
		max_payload: bytes(nats.maxPayload),
		max_pending: Math.max(maxPendingBytes, bytes(nats.maxPayload)),
		jetstream: {
			store_dir: natsPaths.data,
			max_file_store: Math.floor(bytes(nats.storage.size) * .9),
			max_memory_store: bytes(nats.memoryStore),
			sync_interval: nats.syncInterval
		},
		tls: nats.tls === void 0 ? void 0 : certificates(),
		allow_non_tls: nats.tls?.clients === "offered" ? true : void 0,
		authorization: nats.users.length === 0 ? void 0 : { users: nats.users.map(userOf) },
		cluster: nats.servers > 1 ? clusterOf(nats) : void 0
	};
}
function certificates() {
	return {
		cert_file: `${natsPaths.tls}/tls.crt`,
		key_file: `${natsPaths.tls}/tls.key`,
		ca_file: `${natsPaths.tls}/ca.crt`
	};
}
function userOf(user, index) {
	const { publish, subscribe } = user;
	const identity = user.kind === "nkey" ? { nkey: user.nkey } : {
		user: user.user,
		password: { variable: passwordVariable(index) }
	};
	const permissions = publish === void 0 && subscribe === void 0 ? void 0 : {
		publish: subjectsOf(publish),
		subscribe: subjectsOf(subscribe)
	};
	return {
		...identity,
		permissions
	};
}
/** An empty list would allow everything. */
function subjectsOf(subjects) {
	return subjects?.length === 0 ? { deny: [">"] } : subjects;
}
function clusterOf(nats) {
	const scheme = nats.tls === void 0 ? "nats" : "tls";
	const { port } = natsPorts.peer;
	return {
		name: nats.name,
		listen: `0.0.0.0:${port}`,
		no_advertise: true,
		routes: podNames(nats).map((pod) => `${scheme}://${podHost(nats, pod)}:${port}`),
		tls: nats.tls === void 0 ? void 0 : {
			...certificates(),
			verify_cert_and_check_known_urls: true,
			timeout: 5
		}
	};
}
function writeBlock(block, indent) {
	return Object.entries(block).map(([key, value]) => value === void 0 ? "" : `${indent}${writeEntry(key, value, indent)}\n`).join("");
}
function writeEntry(key, value, indent) {
	return isBlock(value) ? `${key} {\n${writeBlock(value, `${indent}  `)}${indent}}` : `${key}: ${writeValue(value, indent)}`;
}
function writeValue(value, indent) {
	const inner = `${indent}  `;
	if (isVariable(value)) return `$${value.variable}`;
	if (isBlock(value)) return `{\n${writeBlock(value, inner)}${indent}}`;
	if (!isList(value)) return typeof value === "string" ? JSON.stringify(value) : String(value);
	return `[\n${value.map((item) => `${inner}${writeValue(item, inner)}\n`).join("")}${indent}]`;
}
function isList(value) {
	return Array.isArray(value);
}
function isVariable(value) {
	return typeof value === "object" && "variable" in value;
}
function isBlock(value) {
	return typeof value === "object" && !isList(value) && !isVariable(value);
}
// ../../work/main/packages/constructs/src/platform/nats/client.ts
/** Folder of the authority's certificate in a client. */
const trustPath = "/etc/nats-trust";
/** `nats://host:4222`; Dynamo takes one address, and refuses the scheme `tls` before 1.5. */
function natsAddress$1(nats) {
	return `${clientUsesTls(nats) ? "tls" : "nats"}://${serviceHost(nats)}:${natsPorts.client.port}`;
}
/** The variables: address, credentials, planes. The Secrets have to be in the namespace of the graph. */
function natsEnvironment(nats, planes) {
	return {
		NATS_SERVER: natsAddress$1(nats),
		...credentials(nats),
		...clientUsesTls(nats) ? { NATS_TLS_CA_CERT_PATH: `${trustPath}/ca.crt` } : {},
		DYN_EVENT_PLANE: planes.eventPlane ?? "nats",
		DYN_REQUEST_PLANE: planes.requestPlane
	};
}
/** The authority's certificate as a file, which `NATS_TLS_CA_CERT_PATH` names; nothing without TLS. */
function natsTrust(nats) {
	if (nats.tls === void 0 || !clientUsesTls(nats)) return {
		volumes: [],
		volumeMounts: []
	};
	return {
		volumes: [{
			name: "nats-trust",
			secret: {
				secretName: nats.tls.secretName,
				items: [{
					key: "ca.crt",
					path: "ca.crt"
				}]
			}
		}],
		volumeMounts: [{
			name: "nats-trust",
			mountPath: trustPath,
			readOnly: true
		}]
	};
}
function credentials({ users: [user] }) {
	if (user === void 0) return {};
	return user.kind === "nkey" ? { NATS_AUTH_NKEY: { secretKeyRef: { ...user.seed } } } : {
		NATS_AUTH_USERNAME: user.user,
		NATS_AUTH_PASSWORD: { secretKeyRef: { ...user.password } }
	};
}
function clientUsesTls(nats) {
	return nats.tls !== void 0 && speaksTls(nats.dynamoVersion);
}
// ../../work/main/packages/constructs/src/platform/nats/stateful-set.ts
/** Seconds for the clients to leave: grace period and lame-duck time of nats.conf, and some more. */
const patience = 60;
const folderOf = (path) => path.slice(0, path.lastIndexOf("/"));
const configMount = {
	name: "config",
	mountPath: folderOf(natsPaths.config),
	readOnly: true
};
const pidMount = {
	name: "pid",
	mountPath: folderOf(natsPaths.pid)
};
/** The StatefulSet. */
function renderNatsStatefulSet(nats) {
	return renderStatefulSet(nats, renderPod(nats), { "sidecar.istio.io/inject": "false" });
}
function renderPod(nats) {
	return {
		...restrictedPod(),
		...placement(nats),
		terminationGracePeriodSeconds: patience,
		shareProcessNamespace: nats.reloader === void 0 ? void 0 : true,
		containers: [
			renderServer(nats),
			...nats.reloader === void 0 ? [] : [renderReloader(nats, nats.reloader)],
			...nats.exporter === void 0 ? [] : [renderExporter(nats.exporter)]
		],
		volumes: [
			{
				name: "config",
				configMap: { name: `${nats.name}-config` }
			},
			{
				name: "pid",
				emptyDir: { sizeLimit: "1Mi" }
			},
			...certificate$1(nats).volumes
		]
	};
}
/** Volume and mount of the certificate, when there is one. */
function certificate$1({ tls }) {
	if (tls === void 0) return {
		volumes: [],
		mounts: []
	};
	const { volume, mount } = secretMount("tls", tls.secretName, natsPaths.tls);
	return {
		volumes: [volume],
		mounts: [mount]
	};
}
function renderServer(nats) {
	const { client, peer, monitor } = natsPorts;
	const ports = nats.servers > 1 ? [
		client,
		peer,
		monitor
	] : [client, monitor];
	return {
		name: "nats",
		image: nats.image,
		command: [
			"nats-server",
			"--config",
			natsPaths.config
		],
		env: renderEnvironment(nats),
		ports: ports.map(({ name, port }) => ({
			name,
			containerPort: port
		})),
		resources: nats.resources,
		startupProbe: httpProbe(monitor.name, "/healthz", often(10, 90)),
		readinessProbe: httpProbe(monitor.name, "/healthz?js-server-only=true", often(10, 3)),
		livenessProbe: httpProbe(monitor.name, "/healthz?js-enabled-only=true", often(30, 3)),
		lifecycle: { preStop: { exec: { command: ["nats-server", `-sl=ldm=${natsPaths.pid}`] } } },
		volumeMounts: [
			configMount,
			pidMount,
			{
				name: "data",
				mountPath: natsPaths.data
			},
			...certificate$1(nats).mounts
		],
		...restrictedContainer()
	};
}
function often(periodSeconds, failureThreshold) {
	return {
		periodSeconds,
		failureThreshold,
		timeoutSeconds: 5
	};
}
function renderEnvironment(nats) {
	return [
		podNameVariable,
		{
			name: "SERVER_NAME",
			value: "$(POD_NAME)"
		},
		...memoryLimit(nats),
		...nats.users.flatMap((each, index) => each.kind === "nkey" ? [] : passwordVariables(each.password, passwordVariable(index)))
	];
}
/** The server reads a variable as configuration: only in single quotes is every other character itself. */
function passwordVariables(password, name) {
	return [secretVariable(`${name}_RAW`, password), {
		name,
		value: `'$(${name}_RAW)'`
	}];
}
function renderReloader(nats, image) {
	const watched = nats.tls === void 0 ? [natsPaths.config] : [natsPaths.config, ...[
		"ca.crt",
		"tls.crt",
		"tls.key"
	].map((key) => `${natsPaths.tls}/${key}`)];
	return {
		name: "reloader",
		image,
		args: [
			"-pid",
			natsPaths.pid,
			...watched.flatMap((file) => ["-config", file])
		],
		resources: {
			requests: {
				cpu: "10m",
				memory: "32Mi"
			},
			limits: {
				cpu: "100m",
				memory: "64Mi"
			}
		},
		volumeMounts: [
			configMount,
			pidMount,
			...certificate$1(nats).mounts
		],
		...restrictedContainer()
	};
}
function renderExporter(image) {
	const { metrics, monitor } = natsPorts;
	return {
		name: "exporter",
		image,
		args: [
			`-port=${metrics.port}`,
			...[
				"-connz",
				"-routez",
				"-subz",
				"-varz",
				"-prefix=nats",
				"-use_internal_server_id",
				"-jsz=all"
			],
			`http://localhost:${monitor.port}/`
		],
		ports: [{
			name: metrics.name,
			containerPort: metrics.port
		}],
		resources: {
			requests: {
				cpu: "10m",
				memory: "32Mi"
			},
			limits: {
				cpu: "100m",
				memory: "128Mi"
			}
		},
		...restrictedContainer()
	};
}
// ../../work/main/packages/constructs/src/platform/nats/objects.ts
/** @module Every object of NATS, as data. */
/** Renders NATS. */
function renderNats(nats) {
	const { client, peer, monitor, metrics } = natsPorts;
	const headless = nats.servers > 1 ? [
		client,
		peer,
		monitor
	] : [client, monitor];
	return {
		statefulSet: renderNatsStatefulSet(nats),
		configMap: {
			apiVersion: "v1",
			kind: "ConfigMap",
			metadata: metadataOf(nats, "config"),
			data: { "nats.conf": renderNatsConfig(nats) }
		},
		service: renderService(nats, client),
		headlessService: renderHeadlessService(nats, headless),
		disruptionBudget: renderDisruptionBudget$1(nats),
		networkPolicy: renderNetworkPolicy$1(nats, {
			client,
			peer,
			metrics
		}),
		certificates: nats.tls === void 0 ? [] : serverCertificates(nats, nats.tls)
	};
}
/** One certificate for all servers, who are servers to clients and both to one another. */
function serverCertificates(nats, { source, secretName }) {
	return renderCertificates(nats, source, [{
		secretName,
		commonName: nats.name,
		dnsNames: serverHosts(nats),
		usages: ["server auth", "client auth"]
	}]);
}
// ../../work/main/packages/constructs/src/platform/nats/nats.ts
/** @module NATS with JetStream as Kubernetes objects of its own, for Dynamo's event and request planes. */
/**
* A NATS cluster with JetStream: three servers with TLS between them, authentication, a disruption
* budget, a network policy, metrics, and configuration that is read again when it changes.
*
* Dynamo 1.4 needs no NATS by default; a graph uses it when its environment says so. Streams that
* Dynamo makes have one replica: the cluster keeps requests and KV events going when a server is
* lost, a stream of that server waits until it is back.
*
* @example
* const nats = new Nats(chart, "nats");
* new InferenceGraph(chart, "qwen3", { ...graph, env: nats.clientEnvironment() });
*
* @see docs/fern/kubernetes (event plane)
*/
var Nats = class extends constructs.Construct {
	statefulSet;
	/** Holds `nats.conf`. */
	configMap;
	/** Any ready server, for clients. */
	service;
	/** Each server by its own name. */
	headlessService;
	disruptionBudget;
	networkPolicy;
	/** Issuers and certificates of cert-manager; empty when TLS is off or the Secret was given. */
	certificates;
	/** Address for Dynamo, such as `nats://nats.platform.svc.cluster.local:4222`; also the operator's setting. */
	address;
	#nats;
	#props;
	constructor(scope, id, props = {}) {
		super(scope, id);
		this.#props = props;
		this.#nats = resolveNats(id, cdk8s.Chart.of(scope).namespace, props);
		const objects = renderNats(this.#nats);
		this.statefulSet = new require_kube_object.KubeObject(this, "StatefulSet", objects.statefulSet);
		this.configMap = new require_kube_object.KubeObject(this, "ConfigMap", objects.configMap);
		this.service = new require_kube_object.KubeObject(this, "Service", objects.service);
		this.headlessService = new require_kube_object.KubeObject(this, "HeadlessService", objects.headlessService);
		this.disruptionBudget = new require_kube_object.KubeObject(this, "DisruptionBudget", objects.disruptionBudget);
		this.networkPolicy = new require_kube_object.KubeObject(this, "NetworkPolicy", objects.networkPolicy);
		this.certificates = objects.certificates.map((object) => new require_kube_object.KubeObject(this, `${object.kind}-${object.metadata.name}`, object));
		this.address = natsAddress$1(this.#nats);
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return require_facts.applyWaivers(checkNats(this.#nats), this.#props.waive ?? []);
	}
	/**
	* Environment that sends a graph's events, and on request its requests, through this NATS. The
	* Secret with the credentials has to be in the graph's namespace.
	*/
	clientEnvironment(planes = {}) {
		return natsEnvironment(this.#nats, planes);
	}
	/** Volume and mount with the authority's certificate, for Dynamo from 1.5 on; empty before. */
	clientTrust() {
		return natsTrust(this.#nats);
	}
};
// ../../work/main/packages/constructs/src/platform/operator/images.ts
/** @module The images of the platform, and where a mirror keeps them. */
/** Images that the chart's own NATS and etcd run. @see deploy/helm/charts/platform/values.yaml */
const bundledImages = {
	nats: ["nats:2.10.21-alpine", "natsio/nats-server-config-reloader:0.16.0"],
	etcd: ["bitnamilegacy/etcd:3.5.18-debian-12-r5"]
};
const cleanupImage = "busybox:1.36";
/** Image of the operator with every default. */
function operatorImage({ image, registryMirror }, version) {
	const repository = mirrored(image?.repository ?? `nvcr.io/nvidia/ai-dynamo/kubernetes-operator`, registryMirror);
	const tag = `${image?.tag ?? version}${image?.digest === void 0 ? "" : `@${image.digest}`}`;
	return {
		repository,
		tag,
		reference: `${repository}:${tag}`,
		pullPolicy: image?.pullPolicy ?? "IfNotPresent"
	};
}
/** Image that removes checkpoints. */
function checkpointImage({ checkpoint, registryMirror }) {
	return mirrored(checkpoint?.cleanupImage ?? cleanupImage, registryMirror);
}
/**
* Every image that the platform itself pulls, for a mirror. Those of graphs, of your own NATS and
* etcd, and of a bundled Grove or KAI Scheduler are not among them.
*/
function platformImages(props) {
	const version = props.version ?? "1.4.0";
	return [
		operatorImage({
			...props,
			registryMirror: void 0
		}, version).reference,
		...props.checkpoint === void 0 ? [] : [checkpointImage({
			...props,
			registryMirror: void 0
		})],
		...props.nats === "bundled" ? bundledImages.nats : [],
		...props.etcd === "bundled" ? bundledImages.etcd : []
	].map((source) => ({
		source,
		image: mirrored(source, props.registryMirror)
	}));
}
/** The image below a mirror: its registry is replaced, its path stays; Docker's own images are in `library`. */
function mirrored(image, mirror) {
	if (mirror === void 0) return image;
	const [first = "", ...rest] = image.split("/");
	const registry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
	const path = registry ? rest.join("/") : image;
	const official = !require_facts.parseImage(path).repository.includes("/") && (!registry || isDocker(first));
	return `${mirror.replace(/\/+$/, "")}/${official ? `library/${path}` : path}`;
}
function isDocker(registry) {
	return registry === "docker.io" || registry === "index.docker.io";
}
// ../../work/main/packages/constructs/src/platform/operator/names.ts
/** Start of every object's name, 63 characters at most: `dynamo-platform-dynamo-operator`. */
function fullName(releaseName) {
	return (releaseName.includes(chartName) ? releaseName : `${releaseName}-${chartName}`).slice(0, 63).replace(/-+$/, "");
}
const chartName = "dynamo-operator";
/** The name with something behind it: `dynamo-platform-dynamo-operator-config`. */
function nameOf({ releaseName }, suffix) {
	const name = fullName(releaseName);
	return suffix === void 0 ? name : `${name}-${suffix}`;
}
/** The name of a cluster role that several installations may have beside one another. */
function clusterNameOf(identity, suffix) {
	return nameOf(identity, `${identity.namespace}-${suffix}`);
}
/** Name of the operator's ServiceAccount, its Deployment, its disruption budget. */
function managerName(identity) {
	return nameOf(identity, "controller-manager");
}
/** Name of the Service that the API server calls. */
function webhookServiceName(identity) {
	return nameOf(identity, "webhook-service");
}
/** Labels by which the operator's pods are selected; a Deployment cannot change them. */
function selectorLabels({ releaseName }) {
	return {
		"control-plane": "controller-manager",
		"app.kubernetes.io/name": chartName,
		"app.kubernetes.io/instance": releaseName
	};
}
/** Labels of an object. The operator looks for its webhook configurations by `part-of`. */
function platformLabels({ releaseName, version }, part) {
	return {
		"app.kubernetes.io/name": chartName,
		"app.kubernetes.io/instance": releaseName,
		"app.kubernetes.io/version": version,
		"app.kubernetes.io/managed-by": "dynamo-iac",
		"app.kubernetes.io/component": part,
		"app.kubernetes.io/created-by": chartName,
		"app.kubernetes.io/part-of": chartName
	};
}
// ../../work/main/packages/constructs/src/platform/operator/resolve.ts
/** Lease of a cluster-wide operator; the chart refuses every other name. */
const leaseName = "dynamo.nvidia.com";
/** What the chart sets aside for the operator. */
const chartResources = {
	requests: {
		cpu: "512m",
		memory: "1Gi"
	},
	limits: {
		cpu: "1024m",
		memory: "2Gi"
	}
};
/** Resolves the props; `namespace` is that of the cdk8s chart, if there is one. */
function resolvePlatform(props, chartNamespace) {
	const identity = {
		version: props.version ?? "1.4.0",
		releaseName: props.releaseName ?? "dynamo-platform",
		namespace: props.namespace ?? chartNamespace ?? "dynamo-system"
	};
	const restriction = resolveRestriction(props, identity.namespace);
	const development = props.development ?? false;
	const replicas = props.replicas ?? (development || restriction !== void 0 ? 1 : 2);
	return {
		...identity,
		createNamespace: props.createNamespace ?? false,
		clusterDomain: props.clusterDomain ?? "cluster.local",
		development,
		image: operatorImage(props, identity.version),
		registryMirror: props.registryMirror,
		imagePullSecrets: props.imagePullSecrets ?? [],
		dockerRegistry: props.dockerRegistry,
		replicas,
		resources: props.resources ?? chartResources,
		tolerations: props.tolerations,
		affinity: props.affinity ?? (replicas > 1 ? apart(identity, props.spread) : void 0),
		nodeSelector: props.nodeSelector,
		priorityClassName: props.priorityClassName,
		podLabels: props.podLabels ?? {},
		podAnnotations: props.podAnnotations ?? {},
		serviceAccountAnnotations: props.serviceAccountAnnotations,
		componentServiceAccountAnnotations: props.componentServiceAccountAnnotations,
		env: props.env ?? [],
		readOnlyRootFilesystem: props.readOnlyRootFilesystem ?? true,
		logging: props.logging,
		networkPolicy: props.networkPolicy === false ? void 0 : props.networkPolicy ?? {},
		leaderElection: {
			id: props.leaderElection?.id ?? "dynamo.nvidia.com",
			namespace: restriction?.targetNamespace ?? props.leaderElection?.namespace ?? "kube-system"
		},
		applyCrds: (props.crds ?? (restriction === void 0 ? "apply" : "external")) === "apply",
		restriction,
		webhooks: {
			certificates: props.webhooks?.certificates ?? { kind: "self-managed" },
			secretName: props.webhooks?.secretName ?? "webhook-server-cert",
			failurePolicy: props.webhooks?.failurePolicy ?? "Fail",
			podCheckpointRestoreFailurePolicy: props.webhooks?.podCheckpointRestoreFailurePolicy ?? "Ignore",
			timeoutSeconds: props.webhooks?.timeoutSeconds ?? 10
		},
		...resolveIntegrations(props),
		monitoring: resolveMonitoring(props.monitoring),
		checkpoint: resolveCheckpoint(props)
	};
}
function resolveRestriction({ namespaceRestriction: restriction }, namespace) {
	if (restriction === void 0) return void 0;
	return {
		targetNamespace: restriction.targetNamespace ?? namespace,
		leaseDurationSeconds: restriction.leaseDurationSeconds ?? 30,
		leaseRenewSeconds: restriction.leaseRenewSeconds ?? 10
	};
}
function resolveIntegrations(props) {
	const { nats, etcd, orchestration } = props;
	const inCluster = (name) => orchestration?.orchestrators.includes(name) === true ? "external" : "off";
	return {
		discoveryBackend: props.discoveryBackend ?? "kubernetes",
		natsAddress: nats === void 0 || nats === "bundled" ? void 0 : nats.address ?? "",
		natsBundled: nats === "bundled",
		etcdAddress: etcd === void 0 || etcd === "bundled" ? void 0 : (etcd.endpoints ?? []).join(","),
		etcdBundled: etcd === "bundled",
		grove: props.grove ?? inCluster("grove"),
		groveTerminationDelay: props.groveTerminationDelay ?? "4h",
		kaiScheduler: props.kaiScheduler ?? inCluster("kai"),
		kaiQueues: props.kaiQueues ?? true,
		volcanoScheduler: props.volcanoScheduler ?? false,
		lws: props.lws,
		dra: props.dra,
		gpuDiscovery: props.gpuDiscovery ?? true,
		modelExpressURL: props.modelExpressURL,
		mpiSecretName: props.mpiSecretName ?? "mpi-run-ssh-secret",
		serviceMesh: resolveMesh(props.serviceMesh),
		ingress: props.ingress
	};
}
function resolveMesh(mesh) {
	if (mesh === void 0 || mesh === false) return false;
	return mesh === "auto" ? mesh : {
		...mesh,
		tlsMode: mesh.tlsMode ?? "SIMPLE"
	};
}
function resolveMonitoring(monitoring = {}) {
	const serviceMonitor = monitoring.serviceMonitor ?? false;
	return {
		metricsService: serviceMonitor || (monitoring.metricsService ?? true),
		serviceMonitor,
		labels: monitoring.labels ?? { release: "prometheus" },
		podMonitors: monitoring.podMonitors ?? false,
		prometheusEndpoint: monitoring.prometheusEndpoint,
		namespace: monitoring.namespace ?? "monitoring"
	};
}
function resolveCheckpoint(props) {
	const { checkpoint } = props;
	if (checkpoint === void 0) return void 0;
	const { seccompProfile = "profiles/block-iouring.json" } = checkpoint;
	return {
		cleanupImage: checkpointImage(props),
		seccompProfile: seccompProfile === false ? void 0 : seccompProfile,
		storage: checkpoint.storage
	};
}
/** Two replicas on one node would be lost together. */
function apart(identity, spread = "required") {
	const term = {
		labelSelector: { matchLabels: selectorLabels(identity) },
		topologyKey: "kubernetes.io/hostname"
	};
	return { podAntiAffinity: spread === "required" ? { requiredDuringSchedulingIgnoredDuringExecution: [term] } : { preferredDuringSchedulingIgnoredDuringExecution: [{
		weight: 100,
		podAffinityTerm: term
	}] } };
}
// ../../work/main/packages/constructs/src/platform/operator/chart/coordinates.ts
/** @module Where the chart is. @see docs/fern/kubernetes (installation guide) */
const repository = "https://helm.ngc.nvidia.com/nvidia/ai-dynamo";
/** Name, version and address of the chart of a release. */
function platformChart(props = {}) {
	const version = props.version ?? "1.4.0";
	const name = "dynamo-platform";
	return {
		name,
		version,
		repository,
		archive: `${repository}/charts/${name}-${version}.tgz`
	};
}
// ../../work/main/packages/constructs/src/platform/operator/webhooks.ts
const validating = [
	{
		name: "vdynamocomponentdeployment.kb.io",
		path: "/validate-nvidia-com-v1alpha1-dynamocomponentdeployment",
		apiVersion: "v1alpha1",
		resource: "dynamocomponentdeployments"
	},
	{
		name: "vdynamographdeployment.kb.io",
		path: "/validate/nvidia.com/v1beta1/dynamographdeployments",
		apiVersion: "v1beta1",
		resource: "dynamographdeployments"
	},
	{
		name: "vdynamocheckpoint.kb.io",
		path: "/validate-nvidia-com-v1alpha1-dynamocheckpoint",
		apiVersion: "v1alpha1",
		resource: "dynamocheckpoints"
	},
	{
		name: "vdynamomodel.kb.io",
		path: "/validate-nvidia-com-v1alpha1-dynamomodel",
		apiVersion: "v1alpha1",
		resource: "dynamomodels"
	},
	{
		name: "vdynamographdeploymentrequest.kb.io",
		path: "/validate-nvidia-com-v1beta1-dynamographdeploymentrequest",
		apiVersion: "v1beta1",
		resource: "dynamographdeploymentrequests"
	}
];
const mutating = [
	{
		name: "mdynamographdeployment.kb.io",
		path: "/mutate/nvidia.com/v1beta1/dynamographdeployments",
		apiVersion: "v1beta1",
		resource: "dynamographdeployments"
	},
	{
		name: "mdynamocomponentdeploymentv1beta1.kb.io",
		path: "/mutate-nvidia-com-v1beta1-dynamocomponentdeployment",
		apiVersion: "v1beta1",
		resource: "dynamocomponentdeployments",
		matchPolicy: "Exact"
	},
	{
		name: "mdynamographdeploymentrequestv1beta1.kb.io",
		path: "/mutate-nvidia-com-v1beta1-dynamographdeploymentrequest",
		apiVersion: "v1beta1",
		resource: "dynamographdeploymentrequests"
	}
];
/** Both webhook configurations. */
function renderWebhooks(platform) {
	const fail = { failurePolicy: platform.webhooks.failurePolicy };
	return [configuration(platform, "Validating", validating.map((each) => ({
		...webhookOf(platform, each),
		...fail
	}))), configuration(platform, "Mutating", [...mutating.map((each) => ({
		...webhookOf(platform, each),
		...fail
	})), checkpointRestore(platform)])];
}
function configuration(platform, kind, webhooks) {
	const { namespace, restriction, webhooks: settings } = platform;
	const name = nameOf(platform, kind.toLowerCase());
	const injected = settings.certificates.kind === "cert-manager";
	return {
		apiVersion: "admissionregistration.k8s.io/v1",
		kind: `${kind}WebhookConfiguration`,
		metadata: {
			name: restriction === void 0 ? name : `${name}-${namespace}`,
			namespace: void 0,
			labels: {
				...platformLabels(platform, "webhook"),
				"nvidia.com/dynamo-operator-namespace": namespace
			},
			annotations: injected ? { "cert-manager.io/inject-ca-from": `${namespace}/${servingCertificate(platform)}` } : void 0
		},
		webhooks
	};
}
/** Name of cert-manager's certificate of the webhooks. */
function servingCertificate(platform) {
	return nameOf(platform, "serving-cert");
}
function webhookOf(platform, webhook) {
	const { name, path, apiVersion, resource, matchPolicy } = webhook;
	return {
		name,
		...common(platform, path),
		matchPolicy,
		rules: [{
			apiGroups: ["nvidia.com"],
			apiVersions: [apiVersion],
			operations: ["CREATE", "UPDATE"],
			resources: [resource]
		}]
	};
}
/** Sees every pod that is made, and changes those that are restored from a checkpoint. */
function checkpointRestore(platform) {
	return {
		name: "mpodcheckpointrestore.kb.io",
		...common(platform, "/mutate-core-v1-pod-checkpoint-restore"),
		failurePolicy: platform.webhooks.podCheckpointRestoreFailurePolicy,
		rules: [{
			apiGroups: [""],
			apiVersions: ["v1"],
			operations: ["CREATE"],
			resources: ["pods"]
		}]
	};
}
function common(platform, path) {
	const { namespace, restriction, webhooks } = platform;
	const { certificates, timeoutSeconds } = webhooks;
	const target = restriction?.targetNamespace;
	return {
		admissionReviewVersions: ["v1"],
		clientConfig: {
			caBundle: certificates.kind === "secret" ? certificates.caBundle : void 0,
			service: {
				name: webhookServiceName(platform),
				namespace,
				path,
				port: 443
			}
		},
		namespaceSelector: target === void 0 ? void 0 : { matchLabels: { "kubernetes.io/metadata.name": target } },
		sideEffects: "None",
		timeoutSeconds
	};
}
// ../../work/main/packages/constructs/src/platform/operator/certificates.ts
/** Hours of validity when nothing is said: those of the chart. */
const certificateHours = {
	certificate: {
		duration: 8760,
		renewBefore: 360
	},
	authority: {
		duration: 87600,
		renewBefore: 720
	}
};
/** Longest common name of a certificate is 64 bytes; the suffix takes eight. */
const longestName = 56;
/** What cert-manager is asked for; nothing when certificates come from elsewhere. */
function renderWebhookCertificates(platform) {
	const { certificates } = platform.webhooks;
	if (certificates.kind !== "cert-manager") return [];
	const serving = servingOf(platform, certificates);
	return certificates.issuer === void 0 ? [...authority(platform, certificates), serving] : [serving];
}
/** An authority for these webhooks alone. */
function authority(platform, certificates) {
	const { duration, renewBefore } = certificateHours.authority;
	const secretName = nameOf(platform, "root-ca-secret");
	return [
		issuer(platform, "selfsigned-issuer", { selfSigned: {} }),
		certificate(platform, nameOf(platform, "root-ca"), {
			isCA: true,
			commonName: `${nameOf(platform).slice(0, longestName)}-root-ca`,
			secretName,
			duration: `${certificates.authorityDurationHours ?? duration}h`,
			renewBefore: `${certificates.authorityRenewBeforeHours ?? renewBefore}h`,
			privateKey: {
				algorithm: "RSA",
				size: 4096
			},
			issuerRef: {
				name: nameOf(platform, "selfsigned-issuer"),
				kind: "Issuer"
			}
		}),
		issuer(platform, "ca-issuer", { ca: { secretName } })
	];
}
function servingOf(platform, certificates) {
	const { duration, renewBefore } = certificateHours.certificate;
	const service = webhookServiceName(platform);
	const { issuer: given } = certificates;
	return certificate(platform, servingCertificate(platform), {
		secretName: platform.webhooks.secretName,
		commonName: `${nameOf(platform).slice(0, longestName)}-webhook`,
		duration: `${certificates.durationHours ?? duration}h`,
		renewBefore: `${certificates.renewBeforeHours ?? renewBefore}h`,
		dnsNames: [
			service,
			`${service}.${platform.namespace}.svc`,
			`${service}.${platform.namespace}.svc.${platform.clusterDomain}`
		],
		issuerRef: given === void 0 ? {
			name: nameOf(platform, "ca-issuer"),
			kind: "Issuer"
		} : {
			name: given.name,
			kind: given.kind ?? "Issuer",
			group: "cert-manager.io"
		}
	});
}
function issuer(platform, suffix, spec) {
	return object(platform, "Issuer", nameOf(platform, suffix), spec);
}
function certificate(platform, name, spec) {
	return object(platform, "Certificate", name, spec);
}
function object(platform, kind, name, spec) {
	const { namespace } = platform;
	return {
		apiVersion: "cert-manager.io/v1",
		kind,
		metadata: {
			name,
			namespace,
			labels: platformLabels(platform, "webhook")
		},
		spec
	};
}
// ../../work/main/packages/constructs/src/platform/operator/config.ts
/** @module The operator's configuration file. @see deploy/operator/api/config/v1alpha1 */
/** Where the file and the certificates are mounted. */
const operatorPaths = {
	config: "/etc/dynamo-operator",
	certificates: "/tmp/k8s-webhook-server/serving-certs",
	crds: "/opt/dynamo-operator/crds/"
};
/** The text of `config.yaml`. */
function renderConfigText(platform) {
	return require_api.toYaml(operatorConfiguration(platform));
}
/** The configuration as data: what differs from the operator's defaults, and what the chart always writes. */
function operatorConfiguration(platform) {
	const { restriction, webhooks, leaderElection, discoveryBackend } = platform;
	return {
		apiVersion: "operator.config.dynamo.nvidia.com/v1alpha1",
		kind: "OperatorConfiguration",
		server: {
			metrics: {
				bindAddress: "0.0.0.0",
				secure: true
			},
			webhook: {
				certProvisionMode: webhooks.certificates.kind === "self-managed" ? "auto" : "manual",
				secretName: webhooks.secretName,
				serviceName: webhookServiceName(platform)
			}
		},
		leaderElection: {
			enabled: true,
			...leaderElection
		},
		namespace: restriction === void 0 ? void 0 : restrictionOf(restriction),
		orchestrators: orchestratorsOf(platform),
		dra: platform.dra === void 0 ? void 0 : { enabled: platform.dra },
		infrastructure: filled$1({
			natsAddress: platform.natsAddress,
			etcdAddress: platform.etcdAddress,
			modelExpressURL: platform.modelExpressURL,
			prometheusEndpoint: platform.monitoring.prometheusEndpoint
		}),
		ingress: filled$1({
			virtualServiceGateway: platform.ingress?.virtualServiceGateway,
			controllerClassName: platform.ingress?.className,
			controllerTLSSecretName: platform.ingress?.tlsSecretName,
			hostSuffix: platform.ingress?.hostSuffix
		}),
		serviceMesh: serviceMeshOf(platform),
		rbac: restriction === void 0 ? {
			plannerClusterRoleName: nameOf(platform, "planner"),
			dgdrProfilingClusterRoleName: nameOf(platform, "dgdr-profiling"),
			eppClusterRoleName: nameOf(platform, "epp")
		} : void 0,
		mpi: {
			sshSecretName: platform.mpiSecretName,
			sshSecretNamespace: platform.namespace
		},
		checkpoint: checkpointOf(platform),
		discovery: discoveryBackend === "kubernetes" ? void 0 : { backend: discoveryBackend },
		gpu: restriction === void 0 ? void 0 : { discoveryEnabled: platform.gpuDiscovery },
		logging: filled$1({
			level: platform.logging?.level,
			format: platform.logging?.format
		})
	};
}
function restrictionOf(restriction) {
	const { targetNamespace, leaseDurationSeconds, leaseRenewSeconds } = restriction;
	return {
		restricted: targetNamespace,
		scope: filled$1({
			leaseDuration: leaseDurationSeconds === 30 ? void 0 : `${leaseDurationSeconds}s`,
			leaseRenewInterval: leaseRenewSeconds === 10 ? void 0 : `${leaseRenewSeconds}s`
		})
	};
}
/** Explicit where the chart is: left out, the operator would look for Grove and KAI by itself. */
function orchestratorsOf(platform) {
	const { groveTerminationDelay } = platform;
	return {
		grove: {
			enabled: platform.grove !== "off",
			terminationDelay: groveTerminationDelay === "15m" ? void 0 : groveTerminationDelay
		},
		lws: platform.lws === void 0 ? void 0 : { enabled: platform.lws },
		kaiScheduler: { enabled: platform.kaiScheduler !== "off" },
		volcanoScheduler: { enabled: platform.volcanoScheduler }
	};
}
function serviceMeshOf({ serviceMesh }) {
	if (serviceMesh === "auto") return void 0;
	if (serviceMesh === false) return { enabled: false };
	const { tlsMode, insecureSkipVerify = true } = serviceMesh;
	const { clientCertificate, privateKey, caCertificates } = serviceMesh;
	return {
		enabled: true,
		provider: "istio",
		istio: {
			tlsMode,
			insecureSkipVerify,
			clientCertificate,
			privateKey,
			caCertificates
		}
	};
}
function checkpointOf({ checkpoint }) {
	if (checkpoint === void 0) return void 0;
	const { cleanupImage, seccompProfile, storage } = checkpoint;
	return {
		enabled: true,
		cleanupImage,
		seccomp: seccompProfile === void 0 ? { disabled: true } : { profile: seccompProfile },
		storage: storage === void 0 ? void 0 : {
			type: "pvc",
			pvc: claimOf(storage)
		}
	};
}
/** The claim as configuration and values write it alike. */
function claimOf(storage) {
	const { pvcName, basePath, create, size, storageClassName, accessMode } = storage;
	return {
		pvcName,
		basePath,
		create: create === true ? true : void 0,
		size: size === void 0 ? void 0 : String(size),
		storageClassName,
		accessMode
	};
}
/** The block, or nothing when nothing is in it. */
function filled$1(block) {
	return Object.values(block).some((value) => value !== void 0) ? block : void 0;
}
// ../../work/main/packages/constructs/src/platform/operator/deployment.ts
/** @module The operator's Deployment: an init container that writes the CRDs, and the manager. */
/** Ports of the manager; probes ask 8081, which no Service has. */
const operatorPorts = {
	metrics: 8080,
	webhook: 9443,
	health: 8081
};
/** The Deployment; a change of the configuration starts new pods. */
function renderDeployment(platform, config) {
	const { replicas } = platform;
	return {
		apiVersion: "apps/v1",
		kind: "Deployment",
		metadata: {
			name: managerName(platform),
			namespace: platform.namespace,
			labels: {
				...platformLabels(platform, "manager"),
				...selectorLabels(platform)
			}
		},
		spec: {
			replicas,
			strategy: replicas > 1 ? {
				type: "RollingUpdate",
				rollingUpdate: {
					maxSurge: 0,
					maxUnavailable: 1
				}
			} : { type: "Recreate" },
			selector: { matchLabels: selectorLabels(platform) },
			template: {
				metadata: {
					labels: {
						...platform.podLabels,
						...selectorLabels(platform)
					},
					annotations: {
						...platform.podAnnotations,
						"kubectl.kubernetes.io/default-container": "manager",
						"checksum/config": (0, node_crypto.createHash)("sha256").update(config).digest("hex"),
						...learned(config)
					}
				},
				spec: podSpec(platform)
			}
		}
	};
}
/** Values that only a Pulumi program learns do not change the hash, so they stand beside it. */
function learned(config) {
	const tokens = (require_facts.splitTokens(config) ?? []).filter((part) => typeof part === "number");
	if (tokens.length === 0) return {};
	return { "dynamo-iac/learned-config": [...new Set(tokens)].map(require_facts.tokenText).join(" ") };
}
function podSpec(platform) {
	const { imagePullSecrets, tolerations, nodeSelector } = platform;
	return {
		serviceAccountName: managerName(platform),
		terminationGracePeriodSeconds: 30,
		enableServiceLinks: false,
		securityContext: {
			runAsNonRoot: true,
			seccompProfile: { type: "RuntimeDefault" }
		},
		imagePullSecrets: imagePullSecrets.length === 0 ? void 0 : imagePullSecrets.map((name) => ({ name })),
		tolerations: tolerations === void 0 ? void 0 : [...tolerations],
		affinity: platform.affinity,
		topologySpreadConstraints: platform.replicas > 1 ? [byZone(platform)] : void 0,
		nodeSelector: nodeSelector === void 0 ? void 0 : { ...nodeSelector },
		priorityClassName: platform.priorityClassName,
		initContainers: platform.applyCrds ? [crdApply(platform)] : void 0,
		containers: [manager(platform)],
		volumes: [{
			name: "operator-config",
			configMap: { name: nameOf(platform, "config") }
		}, {
			name: "cert",
			secret: {
				secretName: platform.webhooks.secretName,
				defaultMode: 420,
				optional: true
			}
		}]
	};
}
function byZone(platform) {
	return {
		labelSelector: { matchLabels: selectorLabels(platform) },
		maxSkew: 1,
		topologyKey: "topology.kubernetes.io/zone",
		whenUnsatisfiable: "ScheduleAnyway"
	};
}
/** Writes the CRDs of the same release and names the Service of the conversion webhook in them. */
function crdApply(platform) {
	return {
		...image(platform),
		name: "crd-apply",
		command: ["/crd-apply"],
		args: [
			`--crds-dir=${operatorPaths.crds}`,
			`--version=${platform.version}`,
			`--conversion-webhook-service-name=${webhookServiceName(platform)}`,
			`--conversion-webhook-service-namespace=${platform.namespace}`
		],
		resources: platform.resources
	};
}
function manager(platform) {
	const { metrics, webhook, health } = operatorPorts;
	return {
		...image(platform),
		name: "manager",
		command: ["/manager"],
		args: managerArgs(platform),
		env: managerEnv(platform),
		ports: [{
			name: "metrics",
			containerPort: metrics,
			protocol: "TCP"
		}, {
			name: "webhook-server",
			containerPort: webhook,
			protocol: "TCP"
		}],
		livenessProbe: {
			httpGet: {
				path: "/healthz",
				port: health
			},
			initialDelaySeconds: 15,
			periodSeconds: 20
		},
		readinessProbe: {
			httpGet: {
				path: "/readyz",
				port: health
			},
			initialDelaySeconds: 5,
			periodSeconds: 10,
			timeoutSeconds: 5
		},
		resources: platform.resources,
		volumeMounts: [{
			name: "operator-config",
			mountPath: operatorPaths.config,
			readOnly: true
		}, {
			name: "cert",
			mountPath: operatorPaths.certificates,
			readOnly: true
		}]
	};
}
function managerArgs({ image: { reference, pullPolicy }, version }) {
	return [
		`--config=${operatorPaths.config}/config.yaml`,
		`--operator-version=${version}`,
		`--operator-image=${reference}`,
		`--operator-image-pull-policy=${pullPolicy}`
	];
}
function managerEnv({ env, clusterDomain }) {
	return [
		...env,
		{
			name: "KUBERNETES_CLUSTER_DOMAIN",
			value: clusterDomain
		},
		{
			name: "POD_SERVICE_ACCOUNT",
			valueFrom: { fieldRef: { fieldPath: "spec.serviceAccountName" } }
		},
		{
			name: "POD_NAMESPACE",
			valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } }
		}
	];
}
/** Variables that the manager gets anyway. */
const ownVariables = [
	"KUBERNETES_CLUSTER_DOMAIN",
	"POD_SERVICE_ACCOUNT",
	"POD_NAMESPACE"
];
function image(platform) {
	return {
		image: platform.image.reference,
		imagePullPolicy: platform.image.pullPolicy,
		securityContext: operatorSecurity(platform)
	};
}
/** Security of both containers, as objects and chart have it. */
function operatorSecurity({ readOnlyRootFilesystem }) {
	return {
		allowPrivilegeEscalation: false,
		capabilities: { drop: ["ALL"] },
		readOnlyRootFilesystem: readOnlyRootFilesystem ? true : void 0,
		runAsNonRoot: true,
		seccompProfile: { type: "RuntimeDefault" }
	};
}
// ../../work/main/packages/constructs/src/platform/operator/chart/render-values.ts
/** @module The same settings as chart values. Switches are written also where they are the default, which flips between releases. */
/**
* The settings as values of chart dynamo-platform 1.4.0: for Helm, Pulumi's Release, Flux, Argo CD.
*
* Findings about the props come from `checkPlatform(props, "chart")`.
*
* @example
* new kubernetes.helm.v3.Release("dynamo-platform", {
*   ...platformChart(), values: platformChartValues({ replicas: 2 }),
* });
*/
function platformChartValues(props = {}) {
	return JSON.parse(JSON.stringify(renderValues(resolvePlatform(props))));
}
/** The values of settings whose namespace is known. */
function renderValues(platform) {
	return {
		global: {
			nats: { install: platform.natsBundled },
			etcd: { install: platform.etcdBundled },
			grove: integration$1(platform.grove),
			"kai-scheduler": integration$1(platform.kaiScheduler),
			"volcano-scheduler": { enabled: platform.volcanoScheduler }
		},
		"dynamo-operator": operatorValues$1(platform),
		...platform.natsBundled ? { nats: natsValues(platform) } : {},
		...platform.etcdBundled ? { etcd: etcdValues(platform) } : {}
	};
}
function integration$1(value) {
	return {
		install: value === "bundled",
		enabled: value === "external"
	};
}
function operatorValues$1(platform) {
	const { restriction, imagePullSecrets } = platform;
	return {
		upgradeCRD: platform.applyCrds,
		env: [...platform.env],
		natsAddr: platform.natsAddress ?? elsewhere(platform, platform.natsBundled, natsAddress),
		etcdAddr: platform.etcdAddress ?? elsewhere(platform, platform.etcdBundled, etcdAddress),
		modelExpressURL: platform.modelExpressURL,
		namespaceRestriction: restriction === void 0 ? { enabled: false } : {
			enabled: true,
			targetNamespace: restriction.targetNamespace,
			lease: {
				duration: `${restriction.leaseDurationSeconds}s`,
				renewInterval: `${restriction.leaseRenewSeconds}s`
			}
		},
		gpuDiscovery: { enabled: platform.gpuDiscovery },
		discoveryBackend: platform.discoveryBackend,
		controllerManager: managerValues(platform),
		imagePullSecrets: imagePullSecrets.length === 0 ? void 0 : imagePullSecrets.map((name) => ({ name })),
		dynamo: dynamoValues$1(platform),
		webhook: webhookValues(platform),
		checkpoint: checkpointValues(platform),
		kubernetesClusterDomain: platform.clusterDomain,
		metricsService: { enabled: metricsSwitch(platform.monitoring) }
	};
}
/** The chart computes addresses below `cluster.local`, whatever the domain of the cluster is. */
function elsewhere(platform, bundled, address) {
	const { releaseName, namespace, clusterDomain } = platform;
	if (!bundled || clusterDomain === "cluster.local") return void 0;
	return address((service) => `${releaseName}-${service}.${namespace}.svc.${clusterDomain}`);
}
const natsAddress = (host) => `nats://${host("nats")}:4222`;
const etcdAddress = (host) => `${host("etcd")}:2379`;
/** Undefined leaves the chart's null: the Service, and the monitor when its API is there. */
function metricsSwitch({ metricsService, serviceMonitor }) {
	if (!metricsService) return false;
	return serviceMonitor ? true : void 0;
}
function managerValues(platform) {
	const { image, leaderElection, restriction } = platform;
	return {
		replicas: platform.replicas,
		tolerations: platform.tolerations?.map((each) => ({ ...each })),
		affinity: platform.affinity === void 0 ? void 0 : { ...platform.affinity },
		podLabels: { ...platform.podLabels },
		podAnnotations: { ...platform.podAnnotations },
		serviceAccount: { annotations: { ...platform.serviceAccountAnnotations } },
		leaderElection: restriction === void 0 ? { ...leaderElection } : { id: leaderElection.id },
		manager: {
			image: {
				repository: image.repository,
				tag: image.tag,
				pullPolicy: image.pullPolicy
			},
			resources: { ...platform.resources },
			containerSecurityContext: { ...operatorSecurity(platform) }
		}
	};
}
function dynamoValues$1(platform) {
	const { dockerRegistry, ingress, monitoring } = platform;
	const gateway = ingress?.virtualServiceGateway;
	return {
		groveTerminationDelay: platform.groveTerminationDelay,
		components: { serviceAccount: { annotations: { ...platform.componentServiceAccountAnnotations } } },
		dockerRegistry: dockerRegistry === void 0 ? { useKubernetesSecret: false } : {
			useKubernetesSecret: true,
			server: dockerRegistry.server,
			existingSecretName: dockerRegistry.existingSecretName
		},
		ingress: ingress?.className === void 0 ? { enabled: false } : {
			enabled: true,
			className: ingress.className,
			tlsSecretName: ingress.tlsSecretName ?? ""
		},
		istio: gateway === void 0 ? { enabled: false } : {
			enabled: true,
			gateway
		},
		ingressHostSuffix: ingress?.hostSuffix,
		serviceMesh: meshValues(platform),
		metrics: {
			prometheusEndpoint: monitoring.prometheusEndpoint,
			podMonitors: {
				enabled: monitoring.podMonitors !== false,
				nixlTelemetry: monitoring.podMonitors === "nixl"
			}
		},
		mpiRun: { secretName: platform.mpiSecretName }
	};
}
function meshValues({ serviceMesh }) {
	if (serviceMesh === false || serviceMesh === "auto") return { enabled: false };
	const { insecureSkipVerify = true, ...istio } = serviceMesh;
	return {
		enabled: true,
		provider: "istio",
		istio: {
			...istio,
			insecureSkipVerify
		}
	};
}
function webhookValues({ webhooks }) {
	const { certificates } = webhooks;
	return {
		certificateSecret: {
			name: webhooks.secretName,
			external: certificates.kind === "secret"
		},
		caBundle: certificates.kind === "secret" ? certificates.caBundle : void 0,
		failurePolicy: webhooks.failurePolicy,
		podCheckpointRestoreFailurePolicy: webhooks.podCheckpointRestoreFailurePolicy,
		timeoutSeconds: webhooks.timeoutSeconds,
		certManager: certificates.kind === "cert-manager" ? {
			enabled: true,
			certificate: {
				duration: hours(certificates.durationHours, certificateHours.certificate.duration),
				renewBefore: hours(certificates.renewBeforeHours, certificateHours.certificate.renewBefore),
				rootCA: {
					duration: hours(certificates.authorityDurationHours, certificateHours.authority.duration),
					renewBefore: hours(certificates.authorityRenewBeforeHours, certificateHours.authority.renewBefore)
				}
			}
		} : { enabled: false }
	};
}
function hours(value, fallback) {
	return `${value ?? fallback}h`;
}
function checkpointValues({ checkpoint }) {
	if (checkpoint === void 0) return { enabled: false };
	const { cleanupImage, seccompProfile, storage } = checkpoint;
	return {
		enabled: true,
		cleanupImage,
		seccomp: seccompProfile === void 0 ? { disabled: true } : {
			disabled: false,
			profile: seccompProfile
		},
		storage: storage === void 0 ? void 0 : {
			type: "pvc",
			pvc: claimOf(storage)
		}
	};
}
/** Registry and pull Secrets of the bundled NATS. */
function natsValues({ registryMirror, imagePullSecrets }) {
	const image = {
		...registryMirror === void 0 ? {} : { registry: registryMirror },
		...imagePullSecrets.length === 0 ? {} : { pullSecretNames: [...imagePullSecrets] }
	};
	return Object.keys(image).length === 0 ? {} : { global: { image } };
}
/** The image is named in full: Bitnami's chart takes no other without being told that it may. */
function etcdValues({ registryMirror, imagePullSecrets }) {
	const [reference] = bundledImages.etcd;
	const [repository, tag] = reference.split(":");
	const global = {
		security: { allowInsecureImages: true },
		...registryMirror === void 0 ? {} : { imageRegistry: registryMirror },
		...imagePullSecrets.length === 0 ? {} : { imagePullSecrets: [...imagePullSecrets] }
	};
	return {
		image: {
			repository,
			tag
		},
		global
	};
}
// ../../work/main/packages/constructs/src/platform/operator/chart/argo-cd.ts
/**
* The platform as an Application.
*
* Deleting the Application leaves the operator running, because it carries no finalizer: graphs
* can only be deleted while their operator runs.
*
* Findings about the props come from `checkPlatform(props, "chart")`.
*/
function platformApplication(props = {}, argoCd = {}) {
	return renderApplication(resolvePlatform(props), argoCd);
}
/** The same, of settings whose namespace is known. */
function renderApplication(platform, argoCd) {
	const chart = platformChart(platform);
	return {
		apiVersion: "argoproj.io/v1alpha1",
		kind: "Application",
		metadata: {
			name: platform.releaseName,
			namespace: argoCd.argoCdNamespace ?? "argocd",
			labels: void 0,
			annotations: { "argocd.argoproj.io/sync-wave": String(argoCd.syncWave ?? -10) }
		},
		spec: {
			project: argoCd.project ?? "default",
			source: {
				repoURL: (argoCd.chartRepository ?? chart.repository).replace(/^oci:\/\//, ""),
				chart: chart.name,
				targetRevision: chart.version,
				helm: {
					releaseName: platform.releaseName,
					valuesObject: renderValues(platform)
				}
			},
			destination: {
				server: argoCd.destinationServer ?? "https://kubernetes.default.svc",
				namespace: platform.namespace
			},
			ignoreDifferences: ignoredDifferences(platform),
			syncPolicy: {
				automated: argoCd.automated === false ? void 0 : {
					prune: true,
					selfHeal: true
				},
				syncOptions: [
					...platform.createNamespace ? ["CreateNamespace=true"] : [],
					"ServerSideApply=true",
					"RespectIgnoreDifferences=true"
				],
				retry: {
					limit: 5,
					backoff: {
						duration: "10s",
						factor: 2,
						maxDuration: "3m"
					}
				}
			}
		}
	};
}
/** The authority is written into the webhooks at run time, by the operator or by cert-manager. */
function ignoredDifferences(platform) {
	if (platform.webhooks.certificates.kind === "secret") return void 0;
	return ["Validating", "Mutating"].map((kind) => ({
		group: "admissionregistration.k8s.io",
		kind: `${kind}WebhookConfiguration`,
		jqPathExpressions: [".webhooks[]?.clientConfig.caBundle"]
	}));
}
// ../../work/main/packages/constructs/src/platform/operator/bundled.ts
/** The props that say `bundled`. */
function bundledParts(platform) {
	const parts = {
		nats: platform.natsBundled,
		etcd: platform.etcdBundled,
		grove: platform.grove === "bundled",
		kaiScheduler: platform.kaiScheduler === "bundled"
	};
	return Object.entries(parts).flatMap(([part, bundled]) => bundled ? [part] : []);
}
// ../../work/main/packages/constructs/src/platform/operator/check-delivery.ts
/** What has no effect, or cannot be done, in this way. */
function checkDelivery(props, platform, delivery, say) {
	return delivery === "objects" ? checkObjects(platform, say) : checkChart(props, platform, say);
}
function checkObjects(platform, say) {
	return bundledParts(platform).map((part) => {
		const message = "\"bundled\", but only the chart brings it along";
		const fix = part === "nats" || part === "etcd" ? `Set ${part} to a ${part === "nats" ? "Nats" : "Etcd"}.` : `Install it by its own chart, and set ${part} to "external".`;
		return say("DYN-PLAT-160", [part], message, fix);
	});
}
function checkChart(props, platform, say) {
	const found = unsaid(props).map((path) => {
		return say("DYN-PLAT-161", path, "has no effect: no value of the chart carries it", "Leave it out, or install the objects instead.");
	});
	const orchestrators = bundledParts(platform).filter((part) => ["grove", "kaiScheduler"].includes(part));
	if (platform.registryMirror === void 0) return found;
	return [...found, ...orchestrators.map((part) => {
		const message = "bundled, and its images do not come from registryMirror";
		const fix = `Install it by its own chart and set ${part} to "external".`;
		return say("DYN-PLAT-162", [part], message, fix);
	})];
}
/** Props that somebody set and that the chart has no value for. */
function unsaid(props) {
	const { leaderElection, namespaceRestriction, webhooks, monitoring } = props;
	const certificates = webhooks?.certificates;
	const issuer = certificates?.kind === "cert-manager" ? certificates.issuer : void 0;
	return [
		[["nodeSelector"], props.nodeSelector !== void 0],
		[["priorityClassName"], props.priorityClassName !== void 0],
		[["logging"], props.logging !== void 0],
		[["networkPolicy"], props.networkPolicy !== void 0 && props.networkPolicy !== false],
		[["lws"], props.lws !== void 0],
		[["dra"], props.dra !== void 0],
		[["kaiQueues"], props.kaiQueues === false],
		[["serviceMesh"], props.serviceMesh === "auto"],
		[["monitoring", "labels"], monitoring?.labels !== void 0],
		[["monitoring", "namespace"], monitoring?.namespace !== void 0],
		[[
			"webhooks",
			"certificates",
			"issuer"
		], issuer !== void 0],
		[["leaderElection", "namespace"], namespaceRestriction !== void 0 && leaderElection?.namespace !== void 0]
	].flatMap(([path, set]) => set ? [[...path]] : []);
}
// ../../work/main/packages/constructs/src/platform/operator/check-install.ts
/** @module Rules about the operator itself: names, version, image, replicas, leader election, mode. */
/** Longest name of a Service, less what is put behind the release for that of the webhooks. */
const longestRelease = 31;
const pullPolicies = [
	"Always",
	"IfNotPresent",
	"Never"
];
/** Everything about the operator as a program that runs. */
function checkInstall(platform, say) {
	return [
		...checkNames(platform, say),
		...checkVersion(platform, say),
		...checkImage(platform, say),
		...checkReplicas(platform, say),
		...checkLeaderElection(platform, say),
		...checkRestriction(platform, say),
		...checkEnv(platform.env, ["env"], say),
		...checkRegistries(platform, say)
	];
}
function checkNames(platform, say) {
	const { releaseName, namespace, mpiSecretName, webhooks } = platform;
	const label = (field, name) => require_facts.isDnsLabel(name) ? [] : [unfit([field], name, "a DNS label", say)];
	const secret = (path, name) => require_facts.isDnsSubdomain(name) ? [] : [unfit(path, name, "the name of a Secret", say)];
	return [
		...checkReleaseName(releaseName, say),
		...label("namespace", namespace),
		...secret(["mpiSecretName"], mpiSecretName),
		...secret(["webhooks", "secretName"], webhooks.secretName),
		...platform.imagePullSecrets.flatMap((name, at) => {
			const path = ["imagePullSecrets", at];
			return require_facts.isDnsSubdomain(name) ? [] : [unfit(path, name, "the name of a Secret", say)];
		})
	];
}
/** The rule about the name of the release, for props and values alike. */
function checkReleaseName(releaseName, say) {
	const fix = "Set releaseName to \"dynamo-platform\".";
	if (!/^[a-z]/.test(releaseName) || !require_facts.isDnsLabel(releaseName) || releaseName.length > longestRelease) return [say("DYN-PLAT-101", ["releaseName"], `must begin with a letter and have lower-case letters, digits and inner hyphens, at most ${longestRelease}, got ${require_facts.show(releaseName)} (${releaseName.length})`, fix)];
	const word = ["nats", "dynamo-operator"].find((each) => releaseName.includes(each));
	if (word === void 0) return [];
	return [say("DYN-PLAT-101", ["releaseName"], `must not contain ${require_facts.show(word)}, got ${require_facts.show(releaseName)}: names that the chart derives from it would no longer be those that it looks for`, fix)];
}
function unfit(path, name, what, say) {
	return say("DYN-PLAT-102", path, `must be ${what}, lower-case letters, digits and inner hyphens, got ${require_facts.show(name)}`, "Give it such a name.");
}
function checkVersion({ version }, say) {
	const parsed = require_facts.parseVersion(version);
	if (parsed === void 0) return [say("DYN-PLAT-103", ["version"], `must be a semantic version, got ${require_facts.show(version)}`, "Set version to \"1.4.0\".")];
	if (parsed.major === 1 && parsed.minor === 4) return [];
	return [say("DYN-PLAT-104", ["version"], `${require_facts.show(version)} is not Dynamo 1.4, whose names, rights and webhooks are rendered`, "Set version to \"1.4.0\".")];
}
function checkImage({ image, version, registryMirror }, say) {
	const { repository, tag, pullPolicy } = image;
	const [plain = "", digest] = tag.split("@", 2);
	const malformed = (path, message, fix) => [say("DYN-PLAT-107", ["image", path], message, fix)];
	if (isRegistry(registryMirror) && !isRegistry(repository)) return malformed("repository", `must be a repository without tag and digest, got ${require_facts.show(repository)}`, "Put the tag into image.tag.");
	if (!/^\w[\w.-]{0,127}$/.test(plain)) return malformed("tag", `must be a tag, got ${require_facts.show(plain)}`, `Set image.tag to "${version}".`);
	if (digest !== void 0 && !/^sha256:[0-9a-f]{64}$/.test(digest)) return malformed("digest", `must be sha256: and 64 hex digits, got ${require_facts.show(digest)}`, "Copy the digest from the registry.");
	if (!pullPolicies.includes(pullPolicy)) return malformed("pullPolicy", `must be ${pullPolicies.join(", ")}, got ${require_facts.show(pullPolicy)}`, "Set image.pullPolicy to \"IfNotPresent\".");
	return checkTag(plain, digest, version, say);
}
function checkTag(tag, digest, version, say) {
	const path = ["image", "tag"];
	const [release, wanted] = [require_facts.parseVersion(tag), require_facts.parseVersion(version)];
	if (release !== void 0 && wanted !== void 0 && require_facts.compareVersions(release, wanted) !== 0) return [say("DYN-PLAT-106", path, `${require_facts.show(tag)} is another release than version ${require_facts.show(version)}`, "Leave image.tag out, or set version to match.")];
	if (tag !== "latest" || digest !== void 0) return [];
	return [say("DYN-PLAT-105", path, `${require_facts.show(tag)} names no version, so two replicas may run different ones`, "Leave image.tag out, or add image.digest.")];
}
function checkReplicas(platform, say) {
	const { replicas, development, restriction, resources } = platform;
	const found = [];
	if (!Number.isInteger(replicas) || replicas < 1) {
		const message = `must be a whole number from 1 on, got ${require_facts.show(replicas)}`;
		found.push(say("DYN-PLAT-108", ["replicas"], message, "Set replicas to 2."));
	} else if (replicas === 1 && !development && restriction === void 0) found.push(say("DYN-PLAT-109", ["replicas"], "one replica: while its pod moves to another node, every write of a graph fails", "Set replicas to 2, or set development."));
	const limit = resources.limits?.memory;
	if (development || limit !== void 0 && require_facts.quantityValue(limit) > 0) return found;
	const message = `resources.limits.memory is ${require_facts.show(limit)}`;
	const fix = "Set resources.limits.memory to \"2Gi\".";
	return [...found, say("DYN-PLAT-116", [
		"resources",
		"limits",
		"memory"
	], message, fix)];
}
function checkLeaderElection(platform, say) {
	if (platform.restriction !== void 0) return [];
	return leaderElectionRule(platform.leaderElection, platform.namespace, ["leaderElection"], say);
}
/** The chart's rule about a cluster-wide operator, for props and values alike. */
function leaderElectionRule({ id, namespace }, operatorNamespace, path, say) {
	const found = [];
	if (id !== "dynamo.nvidia.com") {
		const message = `must be ${require_facts.show(leaseName)} for a cluster-wide operator, got ${require_facts.show(id)}`;
		found.push(say("DYN-PLAT-110", [...path, "id"], message, "Leave leaderElection.id out."));
	}
	if (namespace === operatorNamespace) {
		const message = `is the operator's own namespace, ${require_facts.show(namespace)}`;
		found.push(say("DYN-PLAT-111", [...path, "namespace"], message, "Set it to \"kube-system\", or leave it out."));
	}
	return found;
}
function checkRestriction(platform, say) {
	const { restriction, applyCrds, development, namespace } = platform;
	if (restriction === void 0) return [];
	const { targetNamespace, leaseDurationSeconds, leaseRenewSeconds } = restriction;
	const path = ["namespaceRestriction"];
	const found = [];
	if (applyCrds) {
		const message = `"apply" while the operator owns only the namespace ${require_facts.show(targetNamespace)}`;
		found.push(say("DYN-PLAT-112", ["crds"], message, "Leave crds out, or set it to \"external\"."));
	}
	if (!(leaseRenewSeconds > 0 && leaseDurationSeconds > leaseRenewSeconds)) {
		const message = `renewed every ${require_facts.show(leaseRenewSeconds)} s, for ${require_facts.show(leaseDurationSeconds)} s: the first must be above 0 and below the second`;
		const fix = "Set leaseDurationSeconds to 30 and leaseRenewSeconds to 10.";
		found.push(say("DYN-PLAT-114", [...path, "leaseRenewSeconds"], message, fix));
	}
	if (!development) {
		const message = `owns ${require_facts.show(targetNamespace)} only, and needs a cluster-wide operator of the same release beside it`;
		found.push(say("DYN-PLAT-113", path, message, "Leave namespaceRestriction out, or set development."));
	} else if (targetNamespace !== namespace) {
		const message = `accounts of planners and endpoint pickers are in ${require_facts.show(namespace)}, their pods in ${require_facts.show(targetNamespace)}`;
		const fix = "Install it into the namespace that it owns.";
		found.push(say("DYN-PLAT-113", [...path, "targetNamespace"], message, fix));
	}
	return found;
}
/** The rule about the operator's environment, for props and values alike. */
function checkEnv(env, path, say) {
	return env.flatMap(({ name }, at) => {
		const snapshots = name === "DYN_OPERATOR_ALLOW_GMS_SNAPSHOT";
		if (!snapshots && !ownVariables.includes(name)) return [];
		const message = snapshots ? `${require_facts.show(name)} is reserved for a feature gate of the chart` : `${require_facts.show(name)} is what the operator reads its place from`;
		return [say("DYN-PLAT-115", [
			...path,
			at,
			"name"
		], message, "Remove the variable.")];
	});
}
function checkRegistries({ registryMirror, dockerRegistry }, say) {
	const found = [];
	if (!isRegistry(registryMirror)) {
		const message = `must be a host, with port and path if any and no scheme, got ${require_facts.show(registryMirror)}`;
		found.push(say("DYN-PLAT-117", ["registryMirror"], message, "Write it as in an image, such as \"registry.example.com/mirror\"."));
	}
	for (const field of ["server", "existingSecretName"]) {
		const value = dockerRegistry?.[field];
		if (dockerRegistry === void 0 || typeof value === "string" && value !== "") continue;
		const message = `is required, got ${require_facts.show(value)}`;
		found.push(say("DYN-PLAT-118", ["dockerRegistry", field], message, "Name the registry host, and a Secret of type kubernetes.io/dockerconfigjson."));
	}
	return found;
}
/** True for a registry host with or without a path, and for none. */
function isRegistry(reference) {
	return reference === void 0 || /^[a-z0-9][\w.-]*(:\d+)?(\/[\w.-]+)*\/?$/.test(reference);
}
// ../../work/main/packages/constructs/src/platform/operator/check-integrations.ts
/** @module Rules about what the operator works with: planes, orchestrators, mesh, ingress, checkpoints. */
/** Everything about the operator's surroundings. */
function checkIntegrations(platform, say) {
	return [
		...checkDiscovery(platform, say),
		...checkNatsAddress(platform, say),
		...checkEtcdAddress(platform.etcdAddress, ["etcd", "endpoints"], say),
		...checkOrchestrators(platform, say),
		...checkBundled(platform, say),
		...checkUrls(platform, say),
		...checkMesh(platform, say),
		...checkIngress(platform, say),
		...checkCheckpoint(platform, say)
	];
}
function checkDiscovery(platform, say) {
	const { discoveryBackend, etcdAddress, etcdBundled } = platform;
	const path = ["discoveryBackend"];
	if (discoveryBackend !== "kubernetes" && discoveryBackend !== "etcd") return [say("DYN-PLAT-130", path, `must be "kubernetes" or "etcd", got ${require_facts.show(discoveryBackend)}`, "Leave discoveryBackend out.")];
	if (discoveryBackend === "kubernetes" || etcdBundled || etcdAddress !== void 0) return [];
	return [say("DYN-PLAT-130", path, "\"etcd\", but there is no etcd", "Set etcd to an Etcd, or leave discoveryBackend out.")];
}
function checkNatsAddress({ natsAddress, version }, say) {
	if (natsAddress === void 0) return [];
	const release = require_facts.parseVersion(version);
	return natsAddressRule(natsAddress, release !== void 0 && require_facts.compareVersions(release, {
		major: 1,
		minor: 5,
		patch: 0
	}) >= 0, ["nats", "address"], say);
}
/** The rule about a NATS address, for props and values alike. */
function natsAddressRule(address, tls, path, say) {
	if ((tls ? /^(nats|tls):\/\/[^\s/,@]+$/ : /^nats:\/\/[^\s/,@]+$/).test(address)) return [];
	const shown = require_facts.show(address.replace(/^.*@/s, "…@"));
	return [say("DYN-PLAT-131", path, `must be nats://host:port${tls ? " or tls://host:port" : ""}, got ${shown}`, "Set nats to a Nats, or to an address without user, path and commas.")];
}
/** The rule about etcd endpoints joined by commas, for props and values alike. */
function checkEtcdAddress(address, path, say) {
	if (address === void 0) return [];
	return address.split(",").flatMap((endpoint, at) => {
		if (/^(https?:\/\/)?[^\s/:@]+:\d{1,5}$/.test(endpoint)) return [];
		return [say("DYN-PLAT-132", path, `entry ${at} must be host:port, http://host:port or https://host:port, got ${require_facts.show(endpoint.replace(/^.*@/s, "…@"))}`, "Set etcd to an Etcd, or write each endpoint with its port.")];
	});
}
function checkOrchestrators(platform, say) {
	const { grove, kaiScheduler, volcanoScheduler, groveTerminationDelay } = platform;
	const found = [
		...checkIntegration("grove", grove, say),
		...checkIntegration("kaiScheduler", kaiScheduler, say),
		...exclusiveRule(kaiScheduler !== "off", volcanoScheduler, ["volcanoScheduler"], say)
	];
	const scheduler = kaiScheduler !== "off" ? "kaiScheduler" : "volcanoScheduler";
	if (grove === "off" && (kaiScheduler !== "off" || volcanoScheduler)) found.push(say("DYN-PLAT-134", [scheduler], "is on, but Grove is off, so no pod names it", "Set grove to \"external\", or leave it out."));
	if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$|^0$/.test(groveTerminationDelay)) {
		const message = `must be a duration such as "30m", got ${require_facts.show(groveTerminationDelay)}`;
		found.push(say("DYN-PLAT-136", ["groveTerminationDelay"], message, "Set it to \"4h\"."));
	}
	if (!platform.gpuDiscovery && platform.restriction === void 0) found.push(say("DYN-PLAT-141", ["gpuDiscovery"], "is off, but a cluster-wide operator reads nodes all the same, and grants it to profiling jobs", "Leave gpuDiscovery out."));
	return found;
}
const integrations = [
	"off",
	"external",
	"bundled"
];
function checkIntegration(field, value, say) {
	if (integrations.includes(value)) return [];
	const message = `must be "off", "external" or "bundled", got ${require_facts.show(value)}`;
	return [say("DYN-PLAT-142", [field], message, `Set ${field} to "external".`)];
}
/** The chart's rule about pod schedulers, for props and values alike. */
function exclusiveRule(kai, volcano, path, say) {
	if (!kai || !volcano) return [];
	return [say("DYN-PLAT-133", path, "is on together with KAI Scheduler, and a pod has one scheduler", "Switch one of the two off.")];
}
function checkBundled(platform, say) {
	if (platform.development) return [];
	return bundledParts(platform).map((part) => {
		const message = "the chart's own, one replica that is upgraded and removed with the operator";
		const fix = part === "nats" || part === "etcd" ? `Set ${part} to a ${part === "nats" ? "Nats" : "Etcd"}, or set development.` : `Install it by its own chart and set ${part} to "external", or set development.`;
		return say("DYN-PLAT-135", [part], message, fix);
	});
}
function checkUrls({ modelExpressURL, monitoring }, say) {
	return [...checkUrl(modelExpressURL, ["modelExpressURL"], say), ...checkUrl(monitoring.prometheusEndpoint, ["monitoring", "prometheusEndpoint"], say)];
}
/** The rule about an address by HTTP, for props and values alike. */
function checkUrl(url, path, say) {
	if (url === void 0 || /^https?:\/\/[^\s/]+(\/\S*)?$/.test(url)) return [];
	return [say("DYN-PLAT-137", path, `must be http://host:port or https://host:port, got ${require_facts.show(url)}`, "Write the scheme and the host.")];
}
function checkMesh({ serviceMesh }, say) {
	if (serviceMesh === false || serviceMesh === "auto") return [];
	return mutualTlsRule(serviceMesh, ["serviceMesh"], say);
}
/** The rule about mutual TLS, for props and values alike. */
function mutualTlsRule(mesh, path, say) {
	if (mesh.tlsMode !== "MUTUAL") return [];
	return ["clientCertificate", "privateKey"].flatMap((field) => {
		if ((mesh[field] ?? "") !== "") return [];
		const message = `is required for tlsMode "MUTUAL", got ${require_facts.show(mesh[field])}`;
		const fix = "Name the file in the sidecar, or set tlsMode to \"ISTIO_MUTUAL\".";
		return [say("DYN-PLAT-138", [...path, field], message, fix)];
	});
}
function checkIngress({ ingress }, say) {
	if (ingress === void 0) return [];
	const { className, tlsSecretName, virtualServiceGateway } = ingress;
	const found = [];
	if (tlsSecretName !== void 0 && className === void 0) {
		const message = `${require_facts.show(tlsSecretName)} is for an Ingress, but there is no class`;
		found.push(say("DYN-PLAT-139", ["ingress", "tlsSecretName"], message, "Set ingress.className too."));
	}
	if (virtualServiceGateway !== void 0 && !/^[a-z0-9.-]+\/[a-z0-9.-]+$/.test(virtualServiceGateway)) {
		const message = `must be namespace/name, got ${require_facts.show(virtualServiceGateway)}`;
		found.push(say("DYN-PLAT-139", ["ingress", "virtualServiceGateway"], message, "Write it like \"istio-system/main-gateway\"."));
	}
	return found;
}
function checkCheckpoint({ checkpoint }, say) {
	if (checkpoint?.storage === void 0) return [];
	return checkpointRule(checkpoint.storage, ["checkpoint", "storage"], say);
}
/** The rule about the claim of checkpoints, for props and values alike. */
function checkpointRule(storage, path, say) {
	const { pvcName = "", basePath = "" } = storage;
	const found = [];
	if (pvcName === "") {
		const fix = "Name a PersistentVolumeClaim; object storage is not supported.";
		found.push(say("DYN-PLAT-140", [...path, "pvcName"], "is required", fix));
	}
	if (!basePath.startsWith("/")) {
		const message = `must be an absolute path, got ${require_facts.show(basePath)}`;
		found.push(say("DYN-PLAT-140", [...path, "basePath"], message, "Set it to \"/checkpoints\"."));
	}
	return found;
}
// ../../work/main/packages/constructs/src/platform/operator/check-webhooks.ts
/** @module Rules about webhooks, their certificates, and who reaches them. */
/** Everything about webhooks. */
function checkWebhooks(platform, say) {
	return [
		...checkCertificates(platform, say),
		...checkPolicies(platform, say),
		...checkNetwork(platform, say)
	];
}
function checkCertificates({ webhooks: { certificates } }, say) {
	const path = ["webhooks", "certificates"];
	switch (certificates.kind) {
		case "self-managed": return [];
		case "cert-manager": return checkDurations(certificates, path, say);
		case "secret": return caBundleRule(certificates.caBundle, [...path, "caBundle"], say);
		default: {
			const { kind } = certificates;
			const message = `must be "self-managed", "cert-manager" or "secret", got ${require_facts.show(kind)}`;
			const fix = "Write { kind: \"cert-manager\" }, or leave it out.";
			return [say("DYN-PLAT-150", [...path, "kind"], message, fix)];
		}
	}
}
/** The rule about the authority of a Secret of one's own, for props and values alike. */
function caBundleRule(caBundle, path, say) {
	const text = Buffer.from(caBundle ?? "", "base64").toString("utf8");
	if (/PRIVATE KEY/.test(text)) return [say("DYN-PLAT-150", path, "holds a private key", "Put the certificate alone here.")];
	if (/^\s*-----BEGIN CERTIFICATE-----/.test(text)) return [];
	return [say("DYN-PLAT-150", path, `must be a PEM certificate in base64, got ${caBundle === void 0 ? "nothing" : `${caBundle.length} characters of something else`}`, "Take ca.crt of the Secret, as kubectl get secret -o yaml shows it.")];
}
function checkDurations(certificates, path, say) {
	const { certificate, authority } = certificateHours;
	return [{
		field: "renewBeforeHours",
		hours: certificates.durationHours ?? certificate.duration,
		before: certificates.renewBeforeHours ?? certificate.renewBefore
	}, {
		field: "authorityRenewBeforeHours",
		hours: certificates.authorityDurationHours ?? authority.duration,
		before: certificates.authorityRenewBeforeHours ?? authority.renewBefore
	}].flatMap(({ field, hours, before }) => {
		if (hours >= 1 && before > 0 && before < hours) return [];
		const message = `${require_facts.show(before)} h before the end of ${require_facts.show(hours)} h: it must be above 0 and less, of an hour or more`;
		return [say("DYN-PLAT-151", [...path, field], message, "Renew within the validity.")];
	});
}
function checkPolicies({ webhooks, development }, say) {
	const { failurePolicy, podCheckpointRestoreFailurePolicy, timeoutSeconds } = webhooks;
	const found = timeoutRule(timeoutSeconds, ["webhooks", "timeoutSeconds"], say);
	if (failurePolicy === "Ignore" && !development) found.push(say("DYN-PLAT-152", ["webhooks", "failurePolicy"], "\"Ignore\": while no operator answers, graphs are stored unchecked", "Leave webhooks.failurePolicy out."));
	if (podCheckpointRestoreFailurePolicy === "Fail") found.push(say("DYN-PLAT-153", ["webhooks", "podCheckpointRestoreFailurePolicy"], "\"Fail\": while no operator answers, no pod of the cluster starts", "Set it to \"Ignore\"."));
	return found;
}
/** The rule about the timeout, for props and values alike. */
function timeoutRule(seconds, path, say) {
	if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 30) return [];
	return [say("DYN-PLAT-154", path, `must be a whole number from 1 to 30, got ${require_facts.show(seconds)}`, "Set it to 10.")];
}
const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const cidr = new RegExp(`^(${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/(12[0-8]|1[01]\\d|\\d?\\d))$`);
function checkNetwork({ networkPolicy }, say) {
	const cidrs = networkPolicy?.apiServerCidrs;
	const path = ["networkPolicy", "apiServerCidrs"];
	const fix = "Write a network such as \"10.0.0.0/16\", or leave apiServerCidrs out.";
	if (cidrs?.length === 0) return [say("DYN-PLAT-155", path, "is empty, which stands for everybody, not for nobody", fix)];
	return (cidrs ?? []).flatMap((each, at) => cidr.test(each) ? [] : [say("DYN-PLAT-155", [...path, at], `must be a CIDR, got ${require_facts.show(each)}`, fix)]);
}
// ../../work/main/packages/constructs/src/platform/operator/checks.ts
/** @module Rules about the platform, each a pure function of the settings. */
/**
* Everything that is wrong with these settings, waived findings included.
*
* @param delivery How the platform is installed: `objects` as `DynamoPlatform` and `platformObjects`
*   render it, `chart` as `platformChartValues` and what is made of it
*/
function checkPlatform(props, delivery = "objects") {
	return checkResolved(props, resolvePlatform(props), delivery);
}
/** The same, of settings whose namespace is known. */
function checkResolved(props, platform, delivery) {
	const say = sayAbout(platform.releaseName);
	const found = [
		...checkInstall(platform, say),
		...checkIntegrations(platform, say),
		...checkWebhooks(platform, say),
		...checkDelivery(props, platform, delivery, say)
	];
	return require_facts.applyWaivers(found.filter(({ path }) => !isPending(require_api.at(props, ...path))), props.waive ?? []);
}
/** True for what only a Pulumi program learns; nobody can judge it yet. */
function isPending(value) {
	if (Array.isArray(value)) return value.some(isPending);
	return typeof value === "string" && require_facts.holdsToken(value);
}
/** Findings that name the platform, such as `DynamoPlatform/dynamo-platform`. */
function sayAbout(releaseName) {
	const object = `DynamoPlatform/${releaseName}`;
	return (code, path, message, fix) => require_facts.finding(code, {
		object,
		path
	}, message, fix);
}
// ../../work/main/packages/constructs/src/platform/operator/cluster-claim.ts
const marker = Symbol.for("@dynamo-iac/constructs.ClusterWideOperator");
/** Makes the findings of a platform count, and its claim to the cluster. */
function addPlatformFindings(construct, findings, platform) {
	if (platform.restriction === void 0) Object.defineProperty(construct, marker, { value: true });
	require_kube_object.addFindings(construct, findings);
}
/** What is wrong with the settings of a construct, and who else looks after the whole cluster. */
function platformFindings(construct, props, platform, delivery) {
	const rivals = require_facts.applyWaivers(checkRivals(construct, platform), props.waive ?? []);
	return [...checkResolved(props, platform, delivery), ...rivals];
}
function checkRivals(construct, platform) {
	const claims = (each) => Reflect.get(each, marker) === true;
	if (!claims(construct)) return [];
	const others = construct.node.root.node.findAll().filter((each) => each !== construct && claims(each));
	if (others.length === 0) return [];
	const message = `also cluster-wide: ${others.map((each) => each.node.path).join(", ")}`;
	return [sayAbout(platform.releaseName)("DYN-PLAT-119", [], message, "Keep one of them, or give the other a namespaceRestriction.")];
}
// ../../work/main/packages/constructs/src/platform/operator/graph-environment.ts
/** Variables for graphs: addresses and credentials as NATS and etcd themselves say them, and the planes. */
function platformEnvironment({ nats, etcd }, planes) {
	const events = {
		DYN_EVENT_PLANE: planes.eventPlane ?? "nats",
		DYN_REQUEST_PLANE: planes.requestPlane
	};
	return {
		...nats === void 0 || nats === "bundled" ? nats === "bundled" ? events : {} : nats.clientEnvironment?.(planes) ?? {
			NATS_SERVER: nats.address,
			...events
		},
		...etcd === void 0 || etcd === "bundled" ? {} : etcd.clientEnvironment?.() ?? { ETCD_ENDPOINTS: etcd.endpoints.join(",") }
	};
}
// ../../work/main/packages/constructs/src/platform/operator/chart/argo-cd-platform.ts
/** @module The platform's chart in a cdk8s chart, for Argo CD. */
/**
* The platform as an Application with the same settings as `DynamoPlatform`. What is written into
* the webhooks at run time is no difference.
*
* @example new ArgoCdPlatform(chart, "platform", { argoCd: { project: "platform" } });
*/
var ArgoCdPlatform = class extends constructs.Construct {
	application;
	#props;
	#platform;
	constructor(scope, id, props = {}) {
		super(scope, id);
		this.#props = props;
		this.#platform = resolvePlatform(props, cdk8s.Chart.of(scope).namespace);
		const application = renderApplication(this.#platform, props.argoCd ?? {});
		this.application = new require_kube_object.KubeObject(this, "Application", application);
		addPlatformFindings(this, () => this.findings(), this.#platform);
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return platformFindings(this, this.#props, this.#platform, "chart");
	}
	/** Environment with which a graph uses the NATS and the etcd of this platform. */
	clientEnvironment(planes = {}) {
		return platformEnvironment(this.#props, planes);
	}
};
// ../../work/main/packages/constructs/src/platform/operator/chart/chart-rules.ts
/**
* @module What the chart's templates refuse, as far as values alone show it.
*
* @see deploy/helm/charts/platform/components/operator/templates/_validation.tpl
*/
const root = ["dynamo-operator"];
/** The rules; values of the wrong kind are passed over. */
function chartRules(values, namespace, say) {
	const operator = require_api.at(values, "dynamo-operator");
	return [
		...schedulers(values, say),
		...mode(operator, namespace, say),
		...addresses(values, operator, say),
		...webhooks(operator, say),
		...registry(operator, say),
		...storage(operator, say),
		...checkEnv(variables(operator), [...root, "env"], say)
	];
}
function isOn(values, ...path) {
	return require_api.at(values, ...path) === true;
}
/** Text that says something: an empty one is what the chart has for "not set". */
function filled(value) {
	const written = require_api.text(value);
	return written === "" ? void 0 : written;
}
function schedulers(values, say) {
	return exclusiveRule(isOn(values, "global", "kai-scheduler", "enabled") || isOn(values, "global", "kai-scheduler", "install"), isOn(values, "global", "volcano-scheduler", "enabled"), [
		"global",
		"volcano-scheduler",
		"enabled"
	], say);
}
function mode(operator, namespace, say) {
	if (isOn(operator, "namespaceRestriction", "enabled")) {
		if (require_api.at(operator, "upgradeCRD") === false) return [];
		const message = "must be false while namespaceRestriction.enabled is true; the default is true";
		return [say("DYN-PLAT-112", [...root, "upgradeCRD"], message, "Set it to false.")];
	}
	const election = require_api.at(operator, "controllerManager", "leaderElection");
	return leaderElectionRule({
		id: filled(require_api.at(election, "id")) ?? "dynamo.nvidia.com",
		namespace: filled(require_api.at(election, "namespace")) ?? "kube-system"
	}, namespace, [
		...root,
		"controllerManager",
		"leaderElection"
	], say);
}
function addresses(values, operator, say) {
	const nats = filled(require_api.at(operator, "natsAddr"));
	const etcd = filled(require_api.at(operator, "etcdAddr"));
	const found = [
		...nats === void 0 ? [] : natsAddressRule(nats, false, [...root, "natsAddr"], say),
		...checkEtcdAddress(etcd, [...root, "etcdAddr"], say),
		...checkUrl(filled(require_api.at(operator, "modelExpressURL")), [...root, "modelExpressURL"], say),
		...checkUrl(filled(require_api.at(operator, "dynamo", "metrics", "prometheusEndpoint")), [
			...root,
			"dynamo",
			"metrics",
			"prometheusEndpoint"
		], say),
		...meshOf(operator, say)
	];
	const bundled = isOn(values, "global", "etcd", "install");
	if (require_api.at(operator, "discoveryBackend") === "etcd" && etcd === void 0 && !bundled) {
		const message = "\"etcd\", but there is neither etcdAddr nor global.etcd.install";
		const fix = "Set one of them, or leave discoveryBackend out.";
		found.push(say("DYN-PLAT-130", [...root, "discoveryBackend"], message, fix));
	}
	return found;
}
function meshOf(operator, say) {
	const mesh = require_api.at(operator, "dynamo", "serviceMesh");
	if (require_api.at(mesh, "enabled") !== true) return [];
	const istio = require_api.at(mesh, "istio");
	const [tlsMode, clientCertificate, privateKey] = [
		"tlsMode",
		"clientCertificate",
		"privateKey"
	].map((field) => require_api.text(require_api.at(istio, field)));
	const path = [
		...root,
		"dynamo",
		"serviceMesh",
		"istio"
	];
	return mutualTlsRule({
		tlsMode,
		clientCertificate,
		privateKey
	}, path, say);
}
function webhooks(operator, say) {
	const webhook = require_api.at(operator, "webhook");
	const path = [...root, "webhook"];
	const found = [];
	const selector = require_api.at(webhook, "namespaceSelector");
	if (typeof selector === "object" && selector !== null && Object.keys(selector).length > 0) {
		const fix = "Remove it: a restricted operator selects its namespace by itself.";
		found.push(say("DYN-PLAT-173", [...path, "namespaceSelector"], "must be empty", fix));
	}
	if (isOn(webhook, "certificateSecret", "external") && !isOn(webhook, "certManager", "enabled")) found.push(...caBundleRule(filled(require_api.at(webhook, "caBundle")), [...path, "caBundle"], say));
	const seconds = require_api.at(webhook, "timeoutSeconds");
	if (typeof seconds === "number") found.push(...timeoutRule(seconds, [...path, "timeoutSeconds"], say));
	return found;
}
/** A password never appears in a message. */
function registry(operator, say) {
	const settings = require_api.at(operator, "dynamo", "dockerRegistry");
	const path = [
		...root,
		"dynamo",
		"dockerRegistry"
	];
	const found = [];
	if (filled(require_api.at(settings, "password")) !== void 0) {
		const fix = "Make a Secret of type kubernetes.io/dockerconfigjson and set existingSecretName.";
		found.push(say("DYN-PLAT-174", [...path, "password"], "is written in clear text", fix));
	}
	if (require_api.at(settings, "useKubernetesSecret") !== true) return found;
	for (const field of ["server", "existingSecretName"]) {
		if (field === "existingSecretName" && filled(require_api.at(settings, "password")) !== void 0 || filled(require_api.at(settings, field)) !== void 0) continue;
		const message = "is required while useKubernetesSecret is true";
		const fix = "Name the registry host, and a Secret of type kubernetes.io/dockerconfigjson.";
		found.push(say("DYN-PLAT-118", [...path, field], message, fix));
	}
	return found;
}
function storage(operator, say) {
	const checkpoint = require_api.at(operator, "checkpoint");
	const settings = require_api.at(checkpoint, "storage");
	if (require_api.at(checkpoint, "enabled") !== true || require_api.at(settings, "type") !== "pvc") return [];
	const pvc = require_api.at(settings, "pvc");
	const [pvcName, basePath] = ["pvcName", "basePath"].map((field) => require_api.text(require_api.at(pvc, field)));
	return checkpointRule({
		pvcName,
		basePath
	}, [
		...root,
		"checkpoint",
		"storage",
		"pvc"
	], say);
}
function variables(operator) {
	return require_api.items(require_api.at(operator, "env")).map((each) => ({ name: require_api.text(require_api.at(each, "name")) ?? "" }));
}
// ../../work/main/packages/constructs/src/platform/operator/chart/removed-values.ts
const byItself = "Remove it: the operator does this by itself.";
/** Every value whose presence fails the chart. */
const removedValues = [
	...["nats", "etcd"].map((part) => ({
		path: [part, "enabled"],
		fix: `Set global.${part}.install instead.`
	})),
	...["grove", "kai-scheduler"].map((part) => ({
		path: [part, "enabled"],
		fix: `Set global.${part}.install, or global.${part}.enabled for one that is there.`
	})),
	{
		path: [
			"dynamo-operator",
			"nats",
			"enabled"
		],
		fix: "Set global.nats.install instead."
	},
	{
		path: [
			"dynamo-operator",
			"webhook",
			"enabled"
		],
		fix: "Remove it: webhooks are always on."
	},
	{
		path: [
			"dynamo-operator",
			"webhook",
			"certGenerator"
		],
		fix: byItself
	},
	{
		path: [
			"dynamo-operator",
			"webhook",
			"certificateValidity"
		],
		fix: byItself
	},
	{
		path: [
			"dynamo-operator",
			"dynamo",
			"mpiRun",
			"sshKeygen"
		],
		fix: byItself
	},
	{
		path: [
			"dynamo-operator",
			"checkpoint",
			"readyForCheckpointFilePath"
		],
		fix: "Remove it."
	},
	{
		path: [
			"dynamo-operator",
			"dynamo",
			"internalImages"
		],
		fix: "Remove it: images are set on graphs."
	},
	{
		path: [
			"dynamo-operator",
			"dynamo",
			"enableRestrictedSecurityContext"
		],
		fix: "Remove it: pods are secured on graphs."
	}
];
// ../../work/main/packages/constructs/src/platform/operator/chart/field.ts
/** @module Shapes of chart values that occur again and again. */
/** A part that belongs to another project's chart, or to Kubernetes: kept as it is. */
const open = zod.z.record(zod.z.string(), zod.z.unknown());
/** Text by free keys: labels, annotations. */
const texts = zod.z.record(zod.z.string(), zod.z.string());
/** Objects of Kubernetes, such as tolerations. */
const objects = zod.z.array(open);
/** Secrets by their names. */
const references = zod.z.array(zod.z.strictObject({ name: zod.z.string() }));
/** Text that is null when nothing is said. */
const textOrNull = zod.z.string().nullable();
/** A switch whose null stands for: look at the cluster. */
const triState = zod.z.boolean().nullable();
// ../../work/main/packages/constructs/src/platform/operator/chart/dynamo-values.ts
/** @module Values below `dynamo-operator.dynamo`: what the operator does for graphs. */
/** `dynamo-operator.dynamo.*` */
const dynamoValues = zod.z.strictObject({
	/** @default "4h" */
	groveTerminationDelay: zod.z.string().optional(),
	components: zod.z.strictObject({ serviceAccount: zod.z.strictObject({ annotations: texts.optional() }).optional() }).optional(),
	dockerRegistry: zod.z.strictObject({
		useKubernetesSecret: zod.z.boolean().optional(),
		server: textOrNull.optional(),
		username: textOrNull.optional(),
		/** A secret in clear text: name an existing Secret instead. */
		password: textOrNull.optional(),
		existingSecretName: textOrNull.optional(),
		/** Read by nothing. */
		secure: zod.z.boolean().optional()
	}).optional(),
	ingress: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		className: textOrNull.optional(),
		/** @default "my-tls-secret" */
		tlsSecretName: textOrNull.optional()
	}).optional(),
	istio: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		gateway: textOrNull.optional()
	}).optional(),
	ingressHostSuffix: zod.z.string().optional(),
	/** Read by nothing. */
	virtualServiceSupportsHTTPS: zod.z.boolean().optional(),
	serviceMesh: zod.z.strictObject({
		/** Null looks whether the API is there. @default false */
		enabled: triState.optional(),
		provider: zod.z.literal("istio").optional(),
		istio: zod.z.strictObject({
			tlsMode: zod.z.enum([
				"DISABLE",
				"SIMPLE",
				"ISTIO_MUTUAL",
				"MUTUAL"
			]).optional(),
			insecureSkipVerify: zod.z.boolean().optional(),
			clientCertificate: zod.z.string().optional(),
			privateKey: zod.z.string().optional(),
			caCertificates: zod.z.string().optional()
		}).optional()
	}).optional(),
	metrics: zod.z.strictObject({
		prometheusEndpoint: zod.z.string().optional(),
		podMonitors: zod.z.strictObject({
			/** Null looks whether the API is there. @default null */
			enabled: triState.optional(),
			nixlTelemetry: zod.z.boolean().optional()
		}).optional()
	}).optional(),
	mpiRun: zod.z.strictObject({ secretName: zod.z.string().min(1).optional() }).optional()
});
// ../../work/main/packages/constructs/src/platform/operator/chart/operator-values.ts
/**
* @module Values below `dynamo-operator` of chart dynamo-platform 1.4.0.
*
* @see deploy/helm/charts/platform/components/operator/values.yaml
*/
const duration = zod.z.string();
const failurePolicy = zod.z.enum(["Fail", "Ignore"]);
const controllerManager = zod.z.strictObject({
	/** Pods of the operator; the chart replaces all of them at once. @default 1 */
	replicas: zod.z.int().min(1).optional(),
	tolerations: objects.optional(),
	affinity: open.optional(),
	podLabels: texts.optional(),
	podAnnotations: texts.optional(),
	serviceAccount: zod.z.strictObject({ annotations: texts.optional() }).optional(),
	leaderElection: zod.z.strictObject({
		/** @default - `dynamo.nvidia.com`; any other is refused */
		id: zod.z.string().optional(),
		/** @default - `kube-system` */
		namespace: zod.z.string().optional()
	}).optional(),
	manager: zod.z.strictObject({
		image: zod.z.strictObject({
			repository: zod.z.string().optional(),
			/** @default - the version of the chart */
			tag: zod.z.string().optional(),
			pullPolicy: zod.z.enum([
				"Always",
				"IfNotPresent",
				"Never"
			]).optional()
		}).optional(),
		resources: open.optional(),
		containerSecurityContext: open.optional(),
		/** Read by nothing since 1.0. */
		args: zod.z.array(zod.z.string()).optional()
	}).optional()
});
const webhook = zod.z.strictObject({
	certificateSecret: zod.z.strictObject({
		/** @default "webhook-server-cert" */
		name: zod.z.string().optional(),
		/** True when somebody else makes the Secret. @default false */
		external: zod.z.boolean().optional()
	}).optional(),
	/** PEM in base64; for an external Secret only. */
	caBundle: zod.z.string().optional(),
	failurePolicy: failurePolicy.optional(),
	podCheckpointRestoreFailurePolicy: failurePolicy.optional(),
	/** @default 10 */
	timeoutSeconds: zod.z.int().optional(),
	/** Has to stay empty. */
	namespaceSelector: open.optional(),
	certManager: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		certificate: zod.z.strictObject({
			duration: duration.optional(),
			renewBefore: duration.optional(),
			rootCA: zod.z.strictObject({
				duration: duration.optional(),
				renewBefore: duration.optional()
			}).optional()
		}).optional()
	}).optional()
});
const checkpoint = zod.z.strictObject({
	enabled: zod.z.boolean().optional(),
	cleanupImage: zod.z.string().optional(),
	seccomp: zod.z.strictObject({
		disabled: zod.z.boolean().optional(),
		profile: zod.z.string().optional()
	}).optional(),
	storage: zod.z.strictObject({
		/** Nothing but `pvc` was ever implemented. */
		type: zod.z.literal("pvc").optional(),
		pvc: zod.z.strictObject({
			pvcName: zod.z.string().optional(),
			basePath: zod.z.string().optional(),
			create: zod.z.boolean().optional(),
			size: zod.z.string().optional(),
			storageClassName: zod.z.string().optional(),
			accessMode: zod.z.string().optional()
		}).optional()
	}).optional()
});
/** `dynamo-operator.*` */
const operatorValues = zod.z.strictObject({
	enabled: zod.z.boolean().optional(),
	/** The operator's image writes its CRDs. @default true */
	upgradeCRD: zod.z.boolean().optional(),
	env: zod.z.array(zod.z.looseObject({ name: zod.z.string() })).optional(),
	/** `nats://host:4222`; comes before the address of a bundled NATS. */
	natsAddr: zod.z.string().optional(),
	/** `host:port`, or with http:// or https://; comes before the address of a bundled etcd. */
	etcdAddr: zod.z.string().optional(),
	modelExpressURL: zod.z.string().optional(),
	namespaceRestriction: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		targetNamespace: textOrNull.optional(),
		lease: zod.z.strictObject({
			duration: duration.optional(),
			renewInterval: duration.optional()
		}).optional()
	}).optional(),
	gpuDiscovery: zod.z.strictObject({ enabled: zod.z.boolean().optional() }).optional(),
	discoveryBackend: zod.z.enum(["kubernetes", "etcd"]).optional(),
	controllerManager: controllerManager.optional(),
	imagePullSecrets: references.optional(),
	dynamo: dynamoValues.optional(),
	webhook: webhook.optional(),
	checkpoint: checkpoint.optional(),
	featureGates: zod.z.strictObject({ gmsSnapshot: zod.z.boolean().optional() }).optional(),
	/** @default "cluster.local" */
	kubernetesClusterDomain: zod.z.string().optional(),
	metricsService: zod.z.strictObject({
		/** True: Service and ServiceMonitor; false: neither; null: Service, and the monitor if its API is there. @default null */
		enabled: triState.optional(),
		type: zod.z.string().optional(),
		ports: objects.optional()
	}).optional(),
	nameOverride: zod.z.string().optional(),
	fullnameOverride: zod.z.string().optional()
});
// ../../work/main/packages/constructs/src/platform/operator/chart/values.ts
/**
* @module The values of chart dynamo-platform 1.4.0: types and a strict schema. Values of the charts
* that it brings along are those charts' own, beyond what Dynamo's chart itself sets.
*
* @see deploy/helm/charts/platform/values.yaml
*/
const install = { install: zod.z.boolean().optional() };
const integration = zod.z.strictObject({
	...install,
	/** True when it is in the cluster already. @default false */
	enabled: zod.z.boolean().optional()
});
/** The schema of {@link PlatformChartValues}, for whatever checks values against one. */
const platformChartSchema = zod.z.strictObject({
	/** What the chart brings along, and what is there already. */
	global: zod.z.strictObject({
		nats: zod.z.strictObject(install).optional(),
		etcd: zod.z.strictObject(install).optional(),
		grove: integration.optional(),
		"kai-scheduler": integration.optional(),
		"volcano-scheduler": zod.z.strictObject({ enabled: zod.z.boolean().optional() }).optional()
	}).optional(),
	/** The operator. */
	"dynamo-operator": operatorValues.optional(),
	/** Values of the chart `nats` 1.3.2. */
	nats: open.optional(),
	/** Values of the chart `etcd` 12.0.18. */
	etcd: open.optional(),
	/** Values of the chart `grove-charts`. */
	grove: open.optional(),
	/** Values of the chart `kai-scheduler`. */
	"kai-scheduler": open.optional()
});
// ../../work/main/packages/constructs/src/platform/operator/chart/check-values.ts
/** @module Judges values of the chart that somebody wrote: unknown keys, wrong kinds, and the rules of its templates. */
/**
* Everything that is wrong with values of chart dynamo-platform 1.4.0, from wherever they come:
* keys that no template reads, values of the wrong kind, values of older releases, and what the
* templates refuse. Rules that look into the cluster are not among them.
*
* @example checkPlatformChartValues(load(readFileSync("values.yaml", "utf8")))
*/
function checkPlatformChartValues(values, release = {}) {
	const { releaseName = "dynamo-platform", namespace = "dynamo-system" } = release;
	const say = sayAbout(releaseName);
	const removed = checkRemoved(values, say);
	const shape = checkShape(values, say).filter(({ path }) => !removed.some((each) => sameBranch(each.path, path)));
	return [
		...checkReleaseName(releaseName, say),
		...removed,
		...shape,
		...chartRules(values, namespace, say).filter(({ path }) => !shape.some((each) => require_facts.formatPath(each.path) === require_facts.formatPath(path)))
	];
}
/** True when one path leads through the other: what is removed is not also unknown. */
function sameBranch(a, b) {
	return a.slice(0, b.length).every((step, at) => step === b[at]);
}
function checkRemoved(values, say) {
	return removedValues.flatMap(({ path, fix }) => {
		if (require_api.at(values, ...path) === void 0) return [];
		return [say("DYN-PLAT-172", path, "is gone, and the chart refuses it", fix)];
	});
}
function checkShape(values, say) {
	const result = platformChartSchema.safeParse(values ?? {});
	return result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, values, say));
}
function describe(issue, values, say) {
	const path = issue.path.filter((step) => typeof step !== "symbol");
	const value = require_api.at(values, ...path);
	if (value === void 0 && issue.code === "invalid_type" && path.length > 0) return [];
	const got = require_facts.show(value);
	const wrong = (message) => [say("DYN-PLAT-171", path, `${message}, got ${got}`, "Correct the value.")];
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => unknown([...path, key], key, path, say));
		case "invalid_type": return wrong(`must be ${issue.expected === "record" ? "object" : issue.expected}`);
		case "invalid_value": return wrong(`must be ${issue.values.map((value) => require_facts.show(value)).join(" or ")}`);
		default: return wrong(issue.message.toLowerCase());
	}
}
function unknown(path, key, parent, say) {
	const known = knownPaths();
	const siblings = known.filter((each) => each.length === path.length && startsWith(each, parent)).map((each) => each.at(-1) ?? "");
	const elsewhere = known.find((each) => each.at(-1) === key);
	const close = require_facts.nearest(key, siblings);
	const meant = close === void 0 ? elsewhere && require_facts.formatPath(elsewhere) : require_facts.formatPath([...parent, close]);
	return say("DYN-PLAT-170", path, "is read by no template of the chart", meant === void 0 ? "Remove it." : `Did you mean ${meant}?`);
}
function startsWith(path, parent) {
	return parent.every((step, at) => path[at] === step);
}
let paths;
/** Every value of the chart, shorter paths first. */
function knownPaths() {
	paths ??= pathsOf(platformChartSchema).toSorted((a, b) => a.length - b.length);
	return paths;
}
function pathsOf(schema) {
	if (schema instanceof zod.z.ZodOptional || schema instanceof zod.z.ZodNullable) return pathsOf(schema.unwrap());
	if (!(schema instanceof zod.z.ZodObject)) return [];
	return Object.entries(schema.shape).flatMap(([key, value]) => [[key], ...pathsOf(value).map((rest) => [key, ...rest])]);
}
// ../../work/main/packages/constructs/src/platform/orchestration/cluster-object.ts
/** @module Metadata of the objects of this room, which belong to the whole cluster. */
/** The object as it is written, but for its `spec`. */
function clusterObject(apiVersion, kind, id, { name, labels, waive }) {
	const annotations = waive === void 0 || waive.length === 0 ? void 0 : { [require_facts.waiverAnnotation]: JSON.stringify(waive) };
	return {
		apiVersion,
		kind,
		metadata: {
			name: name ?? id,
			namespace: void 0,
			labels,
			annotations
		}
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/queue-amounts.ts
/** @module What a queue of KAI may have, in the units of Kubernetes, and in those of KAI. */
/** `spec.resources` of a Queue: always all three, because KAI takes what is left out for nothing. */
function renderResources(resources) {
	return {
		cpu: render(resources.cpu, (cores) => cores * 1e3),
		gpu: render(resources.gpu, (gpus) => gpus),
		memory: render(resources.memory, (bytes) => bytes / 1e6)
	};
}
/** What KAI reads as no bound. */
const unlimited = -1;
function render({ quota, limit, overQuotaWeight } = {}, inUnit) {
	const amount = (given) => {
		if (given === void 0 || given === "unlimited") return unlimited;
		const value = require_facts.quantityValue(given);
		return Number.isNaN(value) ? given : Math.ceil(inUnit(value) * 1e3) / 1e3;
	};
	return {
		quota: amount(quota),
		limit: amount(limit),
		overQuotaWeight: overQuotaWeight ?? 1
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/kai-queue-object.ts
/** The two queues that the chart of the platform makes when KAI is on. @see deploy/helm/charts/platform/templates/kai.yaml */
const dynamoKaiQueues = [{ name: "dynamo-default" }, {
	name: "dynamo",
	parent: "dynamo-default"
}];
/** The object as data. */
function renderKaiQueue(id, props) {
	const { displayName, parent, priority, preemptMinRuntime, reclaimMinRuntime } = props;
	const spec = {
		displayName,
		parentQueue: typeof parent === "string" ? parent : parent?.name,
		priority,
		preemptMinRuntime,
		reclaimMinRuntime,
		resources: renderResources(props)
	};
	return {
		...clusterObject("scheduling.run.ai/v2", "Queue", id, props),
		spec
	};
}
/** The objects of {@link dynamoKaiQueues}. */
function renderDynamoKaiQueues() {
	return dynamoKaiQueues.map((props) => renderKaiQueue(props.name, props));
}
// ../../work/main/packages/constructs/src/platform/operator/monitors.ts
/** @module Monitors of the Prometheus operator, for the operator itself and for the pods of graphs. */
const apiVersion = "monitoring.coreos.com/v1";
const enabled = "nvidia.com/metrics-enabled";
/** Port of metrics in pods that declare none. */
const systemPort = 9090;
/** Reads the operator's metrics with the token of Prometheus; their certificate is self-signed. */
function renderServiceMonitor(platform) {
	return {
		apiVersion,
		kind: "ServiceMonitor",
		metadata: {
			name: nameOf(platform, "operator"),
			namespace: platform.namespace,
			labels: {
				...platformLabels(platform, "metrics"),
				...platform.monitoring.labels
			}
		},
		spec: {
			selector: { matchLabels: selectorLabels(platform) },
			endpoints: [{
				port: "metrics",
				scheme: "https",
				path: "/metrics",
				interval: "15s",
				bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
				tlsConfig: { insecureSkipVerify: true }
			}]
		}
	};
}
/** One PodMonitor per kind of component, for the namespaces that the operator looks after. */
function renderPodMonitors(platform) {
	const type = (value) => ({ matchLabels: {
		[require_facts.labels.componentType]: value,
		[enabled]: "true"
	} });
	return [
		podMonitor(platform, "dynamo-frontend", type("frontend"), [{
			...endpoint("http"),
			honorLabels: true,
			relabelings: [dynamoNamespace]
		}]),
		podMonitor(platform, "dynamo-worker", workers, workerEndpoints(platform)),
		podMonitor(platform, "dynamo-planner", type("planner"), [endpoint("metrics")]),
		podMonitor(platform, "dynamo-router", type("default"), [{
			...endpoint(),
			honorLabels: true,
			relabelings: [atSystemPort, dynamoNamespace]
		}])
	];
}
const workers = { matchExpressions: [{
	key: require_facts.labels.componentType,
	operator: "In",
	values: [
		"worker",
		"decode",
		"prefill"
	]
}, {
	key: enabled,
	operator: "In",
	values: ["true"]
}] };
/** Two engines in one pod have a port each, instead of `system`. */
function workerEndpoints({ monitoring }) {
	return [
		{
			...endpoint("system"),
			relabelings: [componentType]
		},
		{
			...endpoint("system-0"),
			relabelings: [componentType, graphName]
		},
		{
			...endpoint("system-1"),
			relabelings: [componentType, graphName]
		},
		...monitoring.podMonitors === "nixl" ? [{
			...endpoint("nixl"),
			relabelings: [componentType]
		}] : []
	];
}
function podMonitor({ namespace, restriction }, name, selector, podMetricsEndpoints) {
	return {
		apiVersion,
		kind: "PodMonitor",
		metadata: {
			name,
			namespace,
			labels: void 0
		},
		spec: {
			namespaceSelector: restriction === void 0 ? { any: true } : { matchNames: [restriction.targetNamespace] },
			podMetricsEndpoints,
			selector
		}
	};
}
function endpoint(port) {
	return {
		interval: "5s",
		path: "/metrics",
		port
	};
}
/** Copies a label of the pod to its metrics. */
function fromPodLabel(label, targetLabel) {
	return {
		action: "replace",
		sourceLabels: [`__meta_kubernetes_pod_label_${label.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`],
		targetLabel
	};
}
const dynamoNamespace = fromPodLabel(require_facts.labels.dynamoNamespace, "dynamo_namespace");
const componentType = fromPodLabel(require_facts.labels.componentType, "dynamo_component_type");
const graphName = fromPodLabel(require_facts.labels.graph, "dynamo_graph_deployment");
/** A router does not declare its port, so its address is written anew. */
const atSystemPort = {
	action: "replace",
	sourceLabels: ["__address__"],
	regex: "([^:]+)(?::\\d+)?",
	replacement: `\${1}:${systemPort}`,
	targetLabel: "__address__"
};
// ../../work/main/packages/constructs/src/platform/operator/policy-rule.ts
/** Verbs that occur together. */
const verbs = {
	all: [
		"create",
		"delete",
		"get",
		"list",
		"patch",
		"update",
		"watch"
	],
	read: [
		"get",
		"list",
		"watch"
	],
	status: [
		"get",
		"patch",
		"update"
	]
};
/** One rule about resources of one API group; `""` is the core group. */
function rule(apiGroup, resources, allowed) {
	return {
		apiGroups: [apiGroup],
		resources,
		verbs: allowed
	};
}
// ../../work/main/packages/constructs/src/platform/operator/manager-rules.ts
/**
* @module What the operator may do. Rights that it seems not to use are those of the roles that it
* makes for planners, endpoint pickers and workers: Kubernetes lets nobody grant what he has not.
*
* @see deploy/helm/charts/platform/components/operator (RBAC templates)
*/
const graphKinds = [
	"dynamocheckpoints",
	"dynamocomponentdeployments",
	"dynamographdeploymentrequests",
	"dynamographdeployments",
	"dynamomodels"
];
const finalizers = [...graphKinds, "podsnapshots"].map((kind) => `${kind}/finalizers`);
const statuses = [
	...graphKinds,
	"dynamographdeploymentscalingadapters",
	"podsnapshots"
].map((kind) => `${kind}/status`);
/** What controllers need, in every mode. */
const controllerRules = [
	rule("", [
		"configmaps",
		"events",
		"services"
	], verbs.all),
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
	rule("inference.networking.x-k8s.io", [
		"inferencepools",
		"inferenceobjectives",
		"inferencemodelrewrites"
	], verbs.read),
	rule("networking.istio.io", ["destinationrules", "virtualservices"], verbs.all),
	rule("networking.k8s.io", ["ingressclasses", "ingresses"], verbs.all),
	rule("resource.k8s.io", ["deviceclasses"], verbs.read),
	rule("resource.k8s.io", ["resourceclaimtemplates"], verbs.all)
];
const orchestratorRules = [
	rule("grove.io", [
		"clustertopologybindings",
		"podcliques",
		"podcliquescalinggroups"
	], verbs.read),
	rule("grove.io", ["podcliques/scale", "podcliquescalinggroups/scale"], verbs.status),
	rule("grove.io", ["podcliquesets"], verbs.all),
	rule("leaderworkerset.x-k8s.io", ["leaderworkersets"], verbs.all),
	rule("scheduling.run.ai", ["queues"], ["get", "list"]),
	rule("scheduling.volcano.sh", ["podgroups"], verbs.all)
];
const dynamoRules = [
	rule("nvidia.com", [
		...graphKinds,
		"dynamographdeploymentscalingadapters",
		"dynamoworkermetadatas",
		"podsnapshotcontents"
	], verbs.all),
	rule("nvidia.com", ["podsnapshots"], [
		"create",
		"get",
		"list",
		"patch",
		"update",
		"watch"
	]),
	rule("nvidia.com", finalizers, ["update"]),
	rule("nvidia.com", [...statuses, "podsnapshotcontents/status"], verbs.status),
	rule("nvidia.com", ["dynamographdeploymentscalingadapters/scale"], verbs.status)
];
const bindingRules = [rule("rbac.authorization.k8s.io", ["clusterrolebindings", "clusterroles"], verbs.all), rule("rbac.authorization.k8s.io", ["rolebindings", "roles"], verbs.all)];
/** The CRDs that its init container writes, and the webhook configurations with their authority. */
const clusterWideRules = [rule("admissionregistration.k8s.io", ["mutatingwebhookconfigurations"], verbs.all), rule("apiextensions.k8s.io", ["customresourcedefinitions"], verbs.all)];
/** Rules of the role `manager-role`. */
function managerRules({ restricted }) {
	return [
		...controllerRules,
		...orchestratorRules,
		...dynamoRules,
		...bindingRules,
		...restricted ? [] : clusterWideRules
	];
}
// ../../work/main/packages/constructs/src/platform/operator/role-rules.ts
/** @module The smaller roles: of the operator beside its main one, and of what it starts for graphs. */
/** Cluster roles of the operator beside `manager-role`, by the end of their name. */
function readerRules({ restricted }) {
	const injected = [
		"get",
		"list",
		"watch",
		"update",
		"patch"
	];
	return {
		"clustertopologybinding-reader": [rule("grove.io", ["clustertopologybindings"], verbs.read)],
		"queue-reader": [rule("scheduling.run.ai", ["queues"], ["get", "list"])],
		"deviceclass-reader": [rule("resource.k8s.io", ["deviceclasses"], verbs.read)],
		podsnapshotcontents: [rule("nvidia.com", ["podsnapshotcontents"], verbs.all), rule("nvidia.com", ["podsnapshotcontents/status"], verbs.status)],
		"webhook-injector": [rule("admissionregistration.k8s.io", ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"], injected), ...restricted ? [] : [rule("apiextensions.k8s.io", ["customresourcedefinitions"], injected)]]
	};
}
/** Labels of nodes are copied to pods. */
const topologyRules = [rule("", ["nodes"], ["get"])];
/** GPUs of nodes, and the metrics exporter among the pods. */
const gpuDiscoveryRules = [rule("", ["nodes"], verbs.read), rule("", ["pods"], ["get", "list"])];
/** Who asks for metrics shows a token. */
const metricsRules = [rule("authentication.k8s.io", ["tokenreviews"], ["create"]), rule("authorization.k8s.io", ["subjectaccessreviews"], ["create"])];
/** The Lease of the leader, in whichever namespace it is. */
const leaderElectionRules = [
	rule("", ["configmaps"], verbs.all),
	rule("coordination.k8s.io", ["leases"], verbs.all),
	rule("", ["events"], ["create", "patch"])
];
/** The certificate of the webhooks. */
function certificateRules(secretName) {
	return [{
		...rule("", ["secrets"], [
			"get",
			"list",
			"watch",
			"update",
			"patch"
		]),
		resourceNames: [secretName]
	}, rule("", ["secrets"], ["create"])];
}
const workerMetadata = rule("nvidia.com", ["dynamoworkermetadatas"], verbs.all);
const endpointSlices = rule("discovery.k8s.io", ["endpointslices"], verbs.read);
/** A planner changes the size of graphs. */
const plannerRules = [
	rule("nvidia.com", ["dynamocomponentdeployments", "dynamographdeployments"], [
		"get",
		"list",
		"create",
		"update",
		"patch"
	]),
	rule("nvidia.com", ["dynamographdeploymentscalingadapters/scale"], ["patch"]),
	endpointSlices,
	workerMetadata
];
/** An endpoint picker finds workers. */
function eppRules({ restricted }) {
	return [
		rule("inference.networking.x-k8s.io", [
			"inferencepools",
			"inferenceobjectives",
			"inferencemodelrewrites"
		], verbs.read),
		rule("inference.networking.k8s.io", ["inferencepools"], verbs.read),
		rule("", ["pods"], verbs.read),
		endpointSlices,
		workerMetadata,
		...restricted ? [] : metricsRules
	];
}
/** A profiling job starts graphs and measures them. */
function profilingRules({ restricted }) {
	return [
		rule("", ["configmaps"], [
			"create",
			"get",
			"update",
			"patch",
			"delete"
		]),
		rule("nvidia.com", ["dynamographdeploymentrequests"], ["get"]),
		rule("nvidia.com", ["dynamographdeployments"], [
			"get",
			"create",
			"delete",
			"list",
			"watch"
		]),
		rule("", ["pods"], [
			"list",
			"get",
			"create",
			"delete"
		]),
		rule("", ["pods/log"], ["get"]),
		...restricted ? [] : [rule("", ["nodes"], verbs.read)]
	];
}
// ../../work/main/packages/constructs/src/platform/operator/rbac.ts
const group = "rbac.authorization.k8s.io";
/** ServiceAccounts of the operator and of components. */
function renderServiceAccounts(platform) {
	const { namespace, serviceAccountAnnotations, componentServiceAccountAnnotations } = platform;
	return [serviceAccount(platform, managerName(platform), namespace, { annotations: serviceAccountAnnotations }), serviceAccount(platform, nameOf(platform, "component"), namespace, {
		annotations: componentServiceAccountAnnotations,
		imagePullSecrets: registrySecrets(platform)
	})];
}
/** Roles and bindings of the operator itself. */
function renderManagerRbac(platform) {
	const { namespace, restriction, webhooks } = platform;
	const scope = { restricted: restriction !== void 0 };
	const owned = restriction?.targetNamespace;
	const certificates = nameOf(platform, "webhook-cert-manager");
	const readers = Object.entries(readerRules(scope)).map(([suffix, rules]) => {
		const name = clusterNameOf(platform, suffix);
		return {
			name,
			binding: `${name}-binding`,
			rules
		};
	});
	const alone = (suffix, rules) => {
		const name = clusterNameOf(platform, suffix);
		return {
			name,
			binding: name,
			rules
		};
	};
	const lease = nameOf(platform, "leader-election");
	const manager = nameOf(platform, "manager");
	return [
		...granted(platform, {
			name: `${manager}-role`,
			binding: `${manager}-rolebinding`,
			namespace: owned,
			rules: managerRules(scope)
		}),
		...granted(platform, {
			name: `${lease}-role`,
			binding: `${lease}-rolebinding`,
			namespace: owned,
			rules: leaderElectionRules
		}),
		...granted(platform, {
			name: certificates,
			binding: certificates,
			namespace,
			rules: certificateRules(webhooks.secretName),
			part: "webhook"
		}),
		...[
			...readers,
			alone("topology-label", topologyRules),
			alone("metrics-auth", metricsRules),
			...platform.gpuDiscovery ? [alone("gpu-discovery", gpuDiscoveryRules)] : []
		].flatMap((each) => granted(platform, each))
	];
}
/** Roles of what the operator starts for graphs: cluster roles that it binds, or everything in its own namespace. */
function renderWorkloadRbac(platform) {
	const scope = { restricted: platform.restriction !== void 0 };
	const roles = {
		planner: plannerRules,
		epp: eppRules(scope),
		"dgdr-profiling": profilingRules(scope)
	};
	if (scope.restricted) return [
		...ownAccount(platform, [
			"planner-serviceaccount",
			"planner-role",
			"planner-binding"
		], roles.planner),
		...ownAccount(platform, [
			"epp-serviceaccount",
			"epp-role",
			"epp-binding"
		], roles.epp),
		...ownAccount(platform, [
			profilingAccount,
			profilingAccount,
			profilingAccount
		], roles["dgdr-profiling"])
	];
	const profiling = nameOf(platform, "dgdr-profiling");
	return [...Object.entries(roles).map(([suffix, rules]) => role(platform, {
		name: nameOf(platform, suffix),
		rules
	})), binding(platform, {
		name: profiling,
		binding: profiling,
		account: profilingAccount
	})];
}
const profilingAccount = "dgdr-profiling-job";
function granted(platform, grant) {
	return [role(platform, grant), binding(platform, grant)];
}
/** Account, role and binding in the operator's namespace. */
function ownAccount(platform, [account, name, bindingName], rules) {
	const { namespace } = platform;
	return [serviceAccount(platform, account, namespace, { imagePullSecrets: registrySecrets(platform) }), ...granted(platform, {
		name,
		binding: bindingName,
		rules,
		namespace,
		account
	})];
}
function serviceAccount(platform, name, namespace, fields) {
	const { annotations, imagePullSecrets } = fields;
	return {
		apiVersion: "v1",
		kind: "ServiceAccount",
		metadata: {
			name,
			namespace,
			labels: platformLabels(platform, "rbac"),
			annotations
		},
		imagePullSecrets
	};
}
function registrySecrets({ dockerRegistry }) {
	return dockerRegistry === void 0 ? void 0 : [{ name: dockerRegistry.existingSecretName }];
}
function role(platform, { name, namespace, rules, part = "rbac" }) {
	return {
		apiVersion: `${group}/v1`,
		kind: namespace === void 0 ? "ClusterRole" : "Role",
		metadata: {
			name,
			namespace,
			labels: platformLabels(platform, part)
		},
		rules
	};
}
function binding(platform, { name, binding: bindingName, namespace, account, part = "rbac" }) {
	return {
		apiVersion: `${group}/v1`,
		kind: namespace === void 0 ? "ClusterRoleBinding" : "RoleBinding",
		metadata: {
			name: bindingName,
			namespace,
			labels: platformLabels(platform, part)
		},
		roleRef: {
			apiGroup: group,
			kind: namespace === void 0 ? "ClusterRole" : "Role",
			name
		},
		subjects: [{
			kind: "ServiceAccount",
			name: account ?? managerName(platform),
			namespace: platform.namespace
		}]
	};
}
// ../../work/main/packages/constructs/src/platform/operator/services.ts
/** The Service that the API server calls. */
function renderWebhookService(platform) {
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			name: webhookServiceName(platform),
			namespace: platform.namespace,
			labels: platformLabels(platform, "webhook")
		},
		spec: {
			selector: selectorLabels(platform),
			ports: [{
				name: "webhook",
				port: 443,
				protocol: "TCP",
				targetPort: operatorPorts.webhook
			}]
		}
	};
}
/** The Service with the operator's metrics. */
function renderMetricsService(platform) {
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: {
			name: nameOf(platform),
			namespace: platform.namespace,
			labels: {
				...platformLabels(platform, "metrics"),
				"control-plane": "controller-manager"
			}
		},
		spec: {
			type: "ClusterIP",
			selector: selectorLabels(platform),
			ports: [{
				name: "metrics",
				port: operatorPorts.metrics,
				protocol: "TCP",
				targetPort: "metrics"
			}]
		}
	};
}
/** One replica stays while nodes are drained; one that is not ready may always go. */
function renderDisruptionBudget(platform) {
	return {
		apiVersion: "policy/v1",
		kind: "PodDisruptionBudget",
		metadata: {
			name: managerName(platform),
			namespace: platform.namespace,
			labels: platformLabels(platform, "manager")
		},
		spec: {
			minAvailable: 1,
			unhealthyPodEvictionPolicy: "AlwaysAllow",
			selector: { matchLabels: selectorLabels(platform) }
		}
	};
}
/**
* API servers reach the webhooks, Prometheus the metrics; probes come from the node, which no policy
* stops. What the operator calls stays open: the API server's address is not known, and it asks
* workers on their ports.
*/
function renderNetworkPolicy(platform, { apiServerCidrs }) {
	const monitoring = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": platform.monitoring.namespace } } };
	return {
		apiVersion: "networking.k8s.io/v1",
		kind: "NetworkPolicy",
		metadata: {
			name: managerName(platform),
			namespace: platform.namespace,
			labels: platformLabels(platform, "manager")
		},
		spec: {
			podSelector: { matchLabels: selectorLabels(platform) },
			policyTypes: ["Ingress"],
			ingress: [{
				from: apiServerCidrs?.map((cidr) => ({ ipBlock: { cidr } })),
				ports: [{
					protocol: "TCP",
					port: operatorPorts.webhook
				}]
			}, {
				from: [monitoring],
				ports: [{
					protocol: "TCP",
					port: operatorPorts.metrics
				}]
			}]
		}
	};
}
// ../../work/main/packages/constructs/src/platform/operator/objects.ts
/** @module Every object of the operator, as data, in the order in which they are applied. */
/**
* Every object of the operator as plain data, in the order in which they are applied: for whoever
* writes them without cdk8s.
*
* Findings about the props come from {@link checkPlatform}.
*/
function platformObjects(props = {}) {
	return Object.values(renderPlatform(resolvePlatform(props))).flat().filter((object) => object !== void 0);
}
/** Renders the operator. */
function renderPlatform(platform) {
	const { monitoring, networkPolicy, replicas } = platform;
	const config = renderConfigText(platform);
	return {
		namespace: platform.createNamespace ? renderNamespace(platform) : void 0,
		serviceAccounts: renderServiceAccounts(platform),
		rbac: renderManagerRbac(platform),
		workloadRbac: renderWorkloadRbac(platform),
		configMap: {
			apiVersion: "v1",
			kind: "ConfigMap",
			metadata: {
				name: nameOf(platform, "config"),
				namespace: platform.namespace,
				labels: platformLabels(platform, "manager")
			},
			data: { "config.yaml": config }
		},
		certificates: renderWebhookCertificates(platform),
		webhookService: renderWebhookService(platform),
		metricsService: monitoring.metricsService ? renderMetricsService(platform) : void 0,
		deployment: renderDeployment(platform, config),
		disruptionBudget: replicas > 1 ? renderDisruptionBudget(platform) : void 0,
		networkPolicy: networkPolicy === void 0 ? void 0 : renderNetworkPolicy(platform, networkPolicy),
		webhooks: renderWebhooks(platform),
		monitors: [...monitoring.serviceMonitor ? [renderServiceMonitor(platform)] : [], ...monitoring.podMonitors === false ? [] : renderPodMonitors(platform)],
		queues: platform.kaiScheduler !== "off" && platform.kaiQueues ? renderDynamoKaiQueues() : []
	};
}
/** The operator fits the level `restricted`, as our NATS and etcd do; what the chart brings along does not. */
function renderNamespace(platform) {
	return {
		apiVersion: "v1",
		kind: "Namespace",
		metadata: {
			name: platform.namespace,
			namespace: void 0,
			labels: {
				...platformLabels(platform, "manager"),
				...bundledParts(platform).length === 0 ? { "pod-security.kubernetes.io/enforce": "restricted" } : {},
				"pod-security.kubernetes.io/warn": "restricted"
			}
		}
	};
}
// ../../work/main/packages/constructs/src/platform/operator/chart/flux.ts
/**
* The platform as a HelmRelease and the source of its chart, and its namespace if it is to be made.
*
* Findings about the props come from `checkPlatform(props, "chart")`.
*/
function platformHelmRelease(props = {}, flux = {}) {
	return renderFlux(resolvePlatform(props), flux);
}
/** The same, of settings whose namespace is known. */
function renderFlux(platform, flux) {
	const namespace = flux.fluxNamespace ?? platform.namespace;
	const own = platform.createNamespace && namespace === platform.namespace;
	return [
		...own ? [renderNamespace(platform)] : [],
		source(platform, namespace, flux),
		{
			apiVersion: "helm.toolkit.fluxcd.io/v2",
			kind: "HelmRelease",
			metadata: {
				name: platform.releaseName,
				namespace,
				labels: void 0
			},
			spec: {
				releaseName: platform.releaseName,
				targetNamespace: platform.namespace,
				storageNamespace: platform.namespace,
				interval: flux.interval ?? "10m",
				timeout: flux.timeout ?? "15m",
				dependsOn: flux.dependsOn?.map(({ name, namespace: of }) => ({
					name,
					namespace: of
				})),
				...chartOf(platform, flux),
				install: {
					createNamespace: platform.createNamespace && !own,
					remediation: { retries: 3 }
				},
				upgrade: {
					cleanupOnFail: true,
					crds: "CreateReplace",
					remediation: {
						retries: 3,
						remediateLastFailure: true
					}
				},
				driftDetection: {
					mode: "enabled",
					ignore: ignoredDrift(platform)
				},
				values: renderValues(platform)
			}
		}
	];
}
function isOci(flux) {
	return flux.chartRepository?.startsWith("oci://") ?? false;
}
function source(platform, namespace, flux) {
	const chart = platformChart(platform);
	const url = flux.chartRepository ?? chart.repository;
	const secretRef = flux.repositorySecretName === void 0 ? void 0 : { name: flux.repositorySecretName };
	const metadata = {
		name: platform.releaseName,
		namespace,
		labels: void 0
	};
	const spec = {
		interval: flux.interval ?? "10m",
		secretRef
	};
	return isOci(flux) ? {
		apiVersion: "source.toolkit.fluxcd.io/v1",
		kind: "OCIRepository",
		metadata,
		spec: {
			...spec,
			url: `${trimmed(url)}/${chart.name}`,
			ref: { tag: chart.version }
		}
	} : {
		apiVersion: "source.toolkit.fluxcd.io/v1",
		kind: "HelmRepository",
		metadata,
		spec: {
			...spec,
			url
		}
	};
}
function trimmed(url) {
	return url.replace(/\/+$/, "");
}
function chartOf(platform, flux) {
	const { name, version } = platformChart(platform);
	if (isOci(flux)) return { chartRef: {
		kind: "OCIRepository",
		name: platform.releaseName
	} };
	return { chart: { spec: {
		chart: name,
		version,
		sourceRef: {
			kind: "HelmRepository",
			name: platform.releaseName
		}
	} } };
}
/** The authority is written into the webhooks at run time, by the operator or by cert-manager. */
function ignoredDrift(platform) {
	if (platform.webhooks.certificates.kind === "secret") return void 0;
	return renderWebhooks(platform).map(({ kind, webhooks = [] }) => ({
		paths: webhooks.map((_, at) => `/webhooks/${at}/clientConfig/caBundle`),
		target: { kind }
	}));
}
// ../../work/main/packages/constructs/src/platform/operator/chart/flux-platform.ts
/** @module The platform's chart in a cdk8s chart, for Flux. */
/**
* The platform as a HelmRelease with the same settings as `DynamoPlatform`, and the source of its
* chart. Drift is mended, but for the authority that is written into the webhooks at run time.
*
* @example new FluxPlatform(chart, "platform", { flux: { dependsOn: [{ name: "cert-manager" }] } });
*/
var FluxPlatform = class extends constructs.Construct {
	/** The namespace if it was to be made here, the source, and the HelmRelease. */
	objects;
	#props;
	#platform;
	constructor(scope, id, props = {}) {
		super(scope, id);
		this.#props = props;
		this.#platform = resolvePlatform(props, cdk8s.Chart.of(scope).namespace);
		this.objects = renderFlux(this.#platform, props.flux ?? {}).map((object) => new require_kube_object.KubeObject(this, object.kind, object));
		addPlatformFindings(this, () => this.findings(), this.#platform);
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return platformFindings(this, this.#props, this.#platform, "chart");
	}
	/** Environment with which a graph uses the NATS and the etcd of this platform. */
	clientEnvironment(planes = {}) {
		return platformEnvironment(this.#props, planes);
	}
};
// ../../work/main/packages/constructs/src/platform/operator/dynamo-platform.ts
/** @module The Dynamo operator as Kubernetes objects of its own: no Helm, no network, nothing hidden. */
/**
* The Dynamo operator: accounts and rights, configuration, webhooks, two replicas of which one
* reconciles, a disruption budget, a network policy. Its image writes the CRDs before it starts, so
* graphs have to be applied after it is available.
*
* Objects are named as those of the chart `dynamo-platform`; `platformChartValues`, `FluxPlatform`
* and `ArgoCdPlatform` take the same settings for the chart.
*
* @example
* const platform = new DynamoPlatform(chart, "platform", { nats: new Nats(chart, "nats") });
* new InferenceGraph(graphs, "qwen3", { ...graph, env: platform.clientEnvironment() });
*
* @see deploy/helm/charts/platform
*/
var DynamoPlatform = class extends constructs.Construct {
	/** The namespace; undefined unless it was to be made. */
	namespaceObject;
	/** ServiceAccounts, roles and bindings, of the operator and of what it starts for graphs. */
	rbac;
	/** Holds `config.yaml`. */
	configMap;
	/** Issuers and certificates of cert-manager; empty when certificates come from elsewhere. */
	certificates;
	/** What the API server calls. */
	webhookService;
	metricsService;
	deployment;
	/** Undefined for a single replica. */
	disruptionBudget;
	networkPolicy;
	/** The validating and the mutating configuration. */
	webhooks;
	/** ServiceMonitor and PodMonitors, as far as they were asked for. */
	monitors;
	/** Queues of KAI Scheduler; empty without it. */
	queues;
	/** Namespace of the operator. */
	namespace;
	#props;
	#platform;
	constructor(scope, id, props = {}) {
		super(scope, id);
		this.#props = props;
		this.#platform = resolvePlatform(props, cdk8s.Chart.of(scope).namespace);
		const objects = renderPlatform(this.#platform);
		const child = (object) => new require_kube_object.KubeObject(this, `${object.kind}-${object.metadata.name}`, object);
		const maybe = (object) => object === void 0 ? void 0 : child(object);
		this.namespace = this.#platform.namespace;
		this.namespaceObject = maybe(objects.namespace);
		this.rbac = [
			...objects.serviceAccounts,
			...objects.rbac,
			...objects.workloadRbac
		].map(child);
		this.configMap = child(objects.configMap);
		this.certificates = objects.certificates.map(child);
		this.webhookService = child(objects.webhookService);
		this.metricsService = maybe(objects.metricsService);
		this.deployment = child(objects.deployment);
		this.disruptionBudget = maybe(objects.disruptionBudget);
		this.networkPolicy = maybe(objects.networkPolicy);
		this.webhooks = objects.webhooks.map(child);
		this.monitors = objects.monitors.map(child);
		this.queues = objects.queues.map(child);
		this.#order();
		addPlatformFindings(this, () => this.findings(), this.#platform);
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return platformFindings(this, this.#props, this.#platform, "objects");
	}
	/**
	* Environment with which a graph uses the NATS and the etcd of this platform. The operator gives
	* graphs the addresses alone; credentials and planes are the graph's. The Secrets have to be in
	* the graph's namespace.
	*/
	clientEnvironment(planes = {}) {
		return platformEnvironment(this.#props, planes);
	}
	/** The namespace first; pods when their account, rights, configuration and Service are there. */
	#order() {
		this.deployment.node.addDependency(...this.rbac, this.configMap, this.webhookService);
		if (this.namespaceObject === void 0) return;
		for (const child of this.node.children) if (child !== this.namespaceObject) child.node.addDependency(this.namespaceObject);
	}
};
// ../../work/main/packages/constructs/src/platform/orchestration/kai-queue.ts
/** @module Queues of the KAI scheduler: departments, and below them the queues that graphs wait in. */
/**
* A Queue of the KAI scheduler, version `scheduling.run.ai/v2`, without a namespace.
*
* Graphs wait in a queue without queues below it. What is left out is unlimited, as in the queues of
* the Dynamo chart; KAI itself would take it for nothing.
*
* @example
* const research = new KaiQueue(chart, "research", { gpu: { quota: 64 } });
* const chat = new KaiQueue(chart, "chat", { parent: research, gpu: { quota: 16, limit: 32 } });
* new InferenceGraph(chart, "qwen3", { ...graph, kaiQueue: chat.name });
*
* @see https://github.com/kai-scheduler/KAI-Scheduler/tree/main/docs/queues
*/
var KaiQueue = class extends require_kube_object.KubeObject {
	constructor(scope, id, props = {}) {
		super(scope, id, renderKaiQueue(id, props));
	}
};
/**
* The two queues that the chart of the platform makes when KAI is on: `dynamo-default`, and below it
* `dynamo`, in which the operator puts every graph that names no other. `DynamoPlatform` and the
* chart make them too; this is for an operator that was installed in another way.
*
* @see deploy/helm/charts/platform/templates/kai.yaml
*/
var DynamoKaiQueues = class extends constructs.Construct {
	/** The queue `dynamo-default`. */
	parent;
	/** The queue `dynamo`. */
	queue;
	constructor(scope, id) {
		super(scope, id);
		const [parent, queue] = dynamoKaiQueues;
		this.parent = new KaiQueue(this, parent.name, parent);
		this.queue = new KaiQueue(this, queue.name, queue);
	}
};
// ../../work/main/packages/constructs/src/platform/orchestration/kai-topology.ts
/**
* A Topology, version `kai.scheduler/v1alpha1`, without a namespace: for workloads that do not run on
* Grove. For those that do, Grove makes it of the ClusterTopologyBinding.
*
* @see https://github.com/kai-scheduler/KAI-Scheduler/tree/main/docs/topology
*/
var KaiTopology = class extends require_kube_object.KubeObject {
	constructor(scope, id, props) {
		const spec = { levels: props.levels.map(({ key }) => ({ nodeLabel: key })) };
		super(scope, id, {
			...clusterObject("kai.scheduler/v1alpha1", "Topology", id, props),
			spec
		});
	}
	/** For `schedulerTopologyBindings` of a ClusterTopologyBinding with the same levels. */
	get reference() {
		return {
			schedulerName: "kai-scheduler",
			topologyReference: this.name
		};
	}
};
// ../../work/main/packages/constructs/src/platform/orchestration/charts/grove.ts
/** @module Grove's chart: coordinates, settings, values. @see https://github.com/ai-dynamo/grove */
const seconds = zod.z.string().regex(/^([0-9]+(ms|s|m|h))+$/, "must be a time such as \"15s\"");
/** Values of the chart, as far as its templates read them. */
const groveValues = zod.z.strictObject({
	replicaCount: zod.z.number().int().min(1).optional(),
	image: zod.z.strictObject({
		repository: zod.z.string().optional(),
		tag: zod.z.string().optional(),
		pullPolicy: zod.z.enum([
			"Always",
			"IfNotPresent",
			"Never"
		]).optional()
	}).optional(),
	resources: zod.z.custom().optional(),
	tolerations: zod.z.array(zod.z.custom()).optional(),
	priorityClass: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		name: zod.z.string().optional(),
		value: zod.z.number().int().optional()
	}).optional(),
	config: zod.z.strictObject({
		leaderElection: zod.z.strictObject({
			enabled: zod.z.boolean().optional(),
			leaseDuration: seconds.optional(),
			renewDeadline: seconds.optional(),
			retryPeriod: seconds.optional()
		}).optional(),
		server: zod.z.strictObject({
			webhooks: zod.z.strictObject({
				port: zod.z.number().int().optional(),
				secretName: zod.z.string().optional(),
				certProvisionMode: zod.z.enum(["auto", "manual"]).optional()
			}).optional(),
			healthProbes: zod.z.strictObject({
				enable: zod.z.boolean().optional(),
				port: zod.z.number().int().optional()
			}).optional(),
			metrics: zod.z.strictObject({ port: zod.z.number().int().optional() }).optional()
		}).optional(),
		scheduler: zod.z.strictObject({
			profiles: zod.z.array(zod.z.strictObject({ name: zod.z.enum([
				"default-scheduler",
				"kai-scheduler",
				"volcano"
			]) })).optional(),
			defaultProfileName: zod.z.string().optional()
		}).optional(),
		logLevel: zod.z.enum([
			"debug",
			"info",
			"error"
		]).optional(),
		logFormat: zod.z.enum(["json", "text"]).optional(),
		topologyAwareScheduling: zod.z.strictObject({ enabled: zod.z.boolean().optional() }).optional(),
		network: zod.z.strictObject({ autoMNNVLEnabled: zod.z.boolean().optional() }).optional()
	}).optional()
});
/** The chart with its values. `schedulers` are those besides the default one that Grove hands gangs to. */
function groveChart(options, { grove }, schedulers) {
	const values = {
		replicaCount: options.replicas ?? 2,
		config: {
			leaderElection: { enabled: true },
			server: {
				webhooks: { certProvisionMode: options.certificates ?? "auto" },
				healthProbes: { enable: true }
			},
			scheduler: { profiles: [{ name: "default-scheduler" }, ...schedulers.map((name) => ({ name }))] },
			topologyAwareScheduling: { enabled: options.topologyAware ?? true },
			network: { autoMNNVLEnabled: options.multiNodeNvlink ?? false }
		}
	};
	return {
		release: "grove",
		chart: require_facts.orchestratorCharts.grove.chart,
		version: options.version ?? grove.bundled,
		namespace: options.namespace ?? require_facts.orchestratorCharts.grove.namespace,
		values: require_merge.merge(values, options.values)
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/charts/kai.ts
/** @module The chart of the KAI scheduler. @see https://github.com/kai-scheduler/KAI-Scheduler */
/** Values of the chart, as far as its templates read them. */
const kaiValues = zod.z.strictObject({
	global: zod.z.strictObject({
		registry: zod.z.string().optional(),
		tag: zod.z.string().optional(),
		imagePullPolicy: zod.z.enum([
			"Always",
			"IfNotPresent",
			"Never"
		]).optional(),
		imagePullSecrets: zod.z.array(zod.z.strictObject({ name: zod.z.string() })).optional(),
		leaderElection: zod.z.boolean().optional(),
		gpuSharing: zod.z.boolean().optional(),
		clusterAutoscaling: zod.z.boolean().optional(),
		nodeSelector: zod.z.record(zod.z.string(), zod.z.string()).optional(),
		affinity: zod.z.custom().optional(),
		tolerations: zod.z.array(zod.z.custom()).optional(),
		namespaceLabelSelector: zod.z.record(zod.z.string(), zod.z.string()).optional(),
		podLabelSelector: zod.z.record(zod.z.string(), zod.z.string()).optional()
	}).optional(),
	operator: zod.z.strictObject({
		replicaCount: zod.z.number().int().min(1).optional(),
		qps: zod.z.number().int().optional(),
		burst: zod.z.number().int().optional()
	}).optional(),
	scheduler: zod.z.strictObject({ placementStrategy: zod.z.enum(["binpack", "spread"]).optional() }).optional(),
	admission: zod.z.strictObject({
		cdi: zod.z.boolean().optional(),
		gpuPodRuntimeClassName: zod.z.string().optional()
	}).optional(),
	defaultQueue: zod.z.strictObject({
		createDefaultQueue: zod.z.boolean().optional(),
		parentName: zod.z.string().optional(),
		childName: zod.z.string().optional()
	}).optional()
});
/** The chart with its values. Run no workloads in its namespace. */
function kaiChart(options, { kai }) {
	const values = {
		global: {
			leaderElection: true,
			clusterAutoscaling: options.clusterAutoscaling ?? true,
			tolerations: options.tolerations === void 0 ? void 0 : [...options.tolerations]
		},
		operator: { replicaCount: options.replicas ?? 2 },
		scheduler: { placementStrategy: options.placementStrategy ?? "binpack" }
	};
	return {
		release: "kai-scheduler",
		chart: require_facts.orchestratorCharts.kai.chart,
		version: options.version ?? kai.bundled,
		namespace: options.namespace ?? require_facts.orchestratorCharts.kai.namespace,
		values: require_merge.merge(values, options.values)
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/charts/lws.ts
/** @module The chart of LeaderWorkerSet. @see https://github.com/kubernetes-sigs/lws */
/** Values of the chart, as far as its templates read them. */
const lwsValues = zod.z.strictObject({
	nameOverride: zod.z.string().optional(),
	fullnameOverride: zod.z.string().optional(),
	enablePrometheus: zod.z.boolean().optional(),
	enableCertManager: zod.z.boolean().optional(),
	replicaCount: zod.z.number().int().min(1).optional(),
	imagePullSecrets: zod.z.array(zod.z.strictObject({ name: zod.z.string() })).optional(),
	image: zod.z.strictObject({ manager: zod.z.strictObject({
		repository: zod.z.string().optional(),
		tag: zod.z.string().optional(),
		pullPolicy: zod.z.enum([
			"Always",
			"IfNotPresent",
			"Never"
		]).optional()
	}).optional() }).optional(),
	podAnnotations: zod.z.record(zod.z.string(), zod.z.string()).optional(),
	resources: zod.z.custom().optional(),
	nodeSelector: zod.z.record(zod.z.string(), zod.z.string()).optional(),
	tolerations: zod.z.array(zod.z.custom()).optional(),
	affinity: zod.z.custom().optional(),
	gangSchedulingManagement: zod.z.strictObject({ schedulerProvider: zod.z.enum(["volcano"]).optional() }).optional()
});
/** The chart with its values: every replica of a LeaderWorkerSet is a gang of Volcano. */
function lwsChart(options) {
	const version = options.version ?? require_facts.orchestratorCharts.lws.version;
	const values = {
		replicaCount: options.replicas ?? 2,
		enableCertManager: options.certManager ?? false,
		enablePrometheus: options.monitoring ?? false,
		image: { manager: {
			tag: `v${version.replace(/^v/, "")}`,
			pullPolicy: "IfNotPresent"
		} },
		gangSchedulingManagement: { schedulerProvider: "volcano" }
	};
	return {
		release: "lws",
		chart: require_facts.orchestratorCharts.lws.chart,
		version,
		namespace: options.namespace ?? require_facts.orchestratorCharts.lws.namespace,
		values: require_merge.merge(values, options.values)
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/charts/volcano.ts
/** @module The chart of Volcano. @see https://github.com/volcano-sh/volcano */
const resources = zod.z.custom().optional();
const replicas = zod.z.number().int().min(1).optional();
const text = zod.z.string().optional();
/** Values of the chart, as far as its templates read them. */
const volcanoValues = zod.z.strictObject({
	basic: zod.z.strictObject({
		image_registry: text,
		image_tag_version: text,
		image_pull_policy: zod.z.enum([
			"Always",
			"IfNotPresent",
			"Never"
		]).optional(),
		image_pull_secret: text,
		scheduler_config_file: text
	}).optional(),
	custom: zod.z.strictObject({
		admission_replicas: replicas,
		controller_replicas: replicas,
		scheduler_replicas: replicas,
		leader_elect_enable: zod.z.boolean().optional(),
		metrics_enable: zod.z.boolean().optional(),
		controller_metrics_enable: zod.z.boolean().optional(),
		scheduler_metrics_enable: zod.z.boolean().optional(),
		scheduler_config_override: text,
		default_affinity: zod.z.custom().optional(),
		default_tolerations: zod.z.array(zod.z.custom()).optional(),
		default_ns: zod.z.record(zod.z.string(), zod.z.string()).optional(),
		admission_resources: resources,
		controller_resources: resources,
		scheduler_resources: resources
	}).optional()
});
/** The chart with its values. */
function volcanoChart(options) {
	const version = options.version ?? require_facts.orchestratorCharts.volcano.version;
	const count = options.replicas ?? 2;
	const values = {
		basic: {
			image_tag_version: `v${version.replace(/^v/, "")}`,
			image_pull_policy: "IfNotPresent"
		},
		custom: {
			admission_replicas: count,
			controller_replicas: count,
			scheduler_replicas: count,
			leader_elect_enable: count > 1
		}
	};
	return {
		release: "volcano",
		chart: require_facts.orchestratorCharts.volcano.chart,
		repository: require_facts.orchestratorCharts.volcano.repository,
		version,
		namespace: options.namespace ?? require_facts.orchestratorCharts.volcano.namespace,
		values: require_merge.merge(values, options.values)
	};
}
// ../../work/main/packages/constructs/src/platform/orchestration/helm-chart.ts
/** Keys that the schema of the values does not have, with the field that was probably meant. */
function unknownValues(values, schema, object, path) {
	const result = schema.safeParse(values);
	if (result.success) return [];
	return result.error.issues.map((issue) => {
		const at = issue.path.filter((step) => typeof step !== "symbol");
		const [key] = issue.code === "unrecognized_keys" ? issue.keys : [];
		const place = {
			object,
			path: [
				...path,
				...at,
				...key === void 0 ? [] : [key]
			]
		};
		if (key === void 0) return require_facts.finding("DYN-ORCH-012", place, issue.message, "Write what the chart expects.");
		const close = require_facts.nearest(key, keysAt(schema, at));
		return require_facts.finding("DYN-ORCH-012", place, `the chart has no value ${key}`, close === void 0 ? `Remove ${key}.` : `Write ${close} instead of ${key}.`);
	});
}
/** The keys that the schema has at a path. */
function keysAt(schema, path) {
	let current = schema;
	for (const step of ["", ...path]) current = unwrapped(step === "" ? current : shapeOf(current)?.[String(step)]);
	return Object.keys(shapeOf(current) ?? {});
}
function unwrapped(schema) {
	const inner = schema?.def;
	return inner?.innerType === void 0 ? schema : unwrapped(inner.innerType);
}
function shapeOf(schema) {
	return schema?.shape;
}
// ../../work/main/packages/constructs/src/platform/orchestration/checks.ts
/** @module Rules about the orchestrators of a cluster: versions, company, the graphs they have to run. */
/** Everything that is wrong with these settings; waivers are not applied. */
function checkOrchestration(set, graphs) {
	const object = `Orchestration/${set.id}`;
	const say = (code, path, message, fix) => require_facts.finding(code, {
		object,
		path
	}, message, fix);
	return [
		...checkVersions(set, say),
		...checkCompany(set, say),
		...checkGraphs(set, graphs, say),
		...unknownValues(set.grove?.values ?? {}, groveValues, object, ["grove", "values"]),
		...unknownValues(set.kai?.values ?? {}, kaiValues, object, ["kai", "values"]),
		...unknownValues(set.lws?.values ?? {}, lwsValues, object, ["lws", "values"]),
		...unknownValues(set.volcano?.values ?? {}, volcanoValues, object, ["volcano", "values"])
	];
}
function checkVersions(set, say) {
	const { dynamo, charts } = set;
	if (dynamo === void 0) return [say("DYN-ORCH-010", ["dynamoVersion"], `must be a version such as 1.4.0, got ${require_facts.show(set.dynamoVersion)}`, "Set dynamoVersion to \"1.4.0\".")];
	const companions = ["grove", "kai"].flatMap((name) => {
		const version = charts[name]?.version;
		return version === void 0 ? [] : require_checks.companionFits(name, version, dynamo).map(({ code, message, fix }) => say(code, [name, "version"], message, fix));
	});
	const { lws, volcano } = charts;
	const found = [...companions];
	if (lws !== void 0 && require_checks.compareRelease(lws.version, "0.7.0") < 0) {
		const message = `LeaderWorkerSet ${lws.version} starts no gangs; ${require_facts.lwsMinimum} is the first that does`;
		found.push(say("DYN-ORCH-010", ["lws", "version"], message, `Use ${require_facts.lwsMinimum} or later.`));
	}
	if (volcano !== void 0 && set.volcano?.schedulesGrove === true && require_checks.compareRelease(volcano.version, "1.14.0") < 0) {
		const message = `Grove needs Volcano ${require_facts.volcanoForGrove}, and this is ${volcano.version}`;
		found.push(say("DYN-ORCH-010", ["volcano", "version"], message, `Use ${require_facts.volcanoForGrove} or later.`));
	}
	return found;
}
function checkCompany(set, say) {
	const { grove, kai, lws, volcano } = set;
	const found = [];
	if (lws !== void 0 && volcano === void 0) found.push(say("DYN-ORCH-009", ["lws"], "LeaderWorkerSet is there and Volcano is not, so the operator uses neither", "Set volcano: {}, or remove lws."));
	if (volcano?.schedulesGrove === true && kai !== void 0) found.push(say("DYN-ORCH-009", ["volcano", "schedulesGrove"], "KAI and Volcano are both to place the pods of Grove", "Set kai to false, or schedulesGrove to false."));
	if (volcano?.schedulesGrove === true && grove === void 0) found.push(say("DYN-ORCH-009", ["volcano", "schedulesGrove"], "Volcano is to place the pods of Grove, and Grove is not there", "Remove schedulesGrove."));
	if (kai !== void 0 && grove === void 0) found.push(say("DYN-ORCH-009", ["kai"], "KAI is there and Grove is not: the operator gives KAI only pods of Grove", "Set kai to false, or remove grove: false."));
	return found;
}
/** DYN-ORCH-011: what the graphs ask for and the cluster does not have. */
function checkGraphs({ orchestrators, grove }, graphs, say) {
	const { needs } = require_checks.orchestratorsFor(graphs);
	return needs.flatMap((need) => {
		const where = `${need.object} ${require_facts.formatPath(need.path)}`;
		if (!require_checks.isMet(need, orchestrators)) {
			const ways = need.anyOf.map((set) => set.join(" with ")).join(", or ");
			return [say("DYN-ORCH-011", ["graphs"], `${where}: ${need.why}, and the cluster has ${orchestrators.length === 0 ? "no orchestrator" : orchestrators.join(", ")}`, ways === "" ? "Remove the setting, or let the graph run on Grove." : `Install ${ways}.`)];
		}
		return need.path.at(-1) === "topologyConstraint" && grove?.topologyAware === false ? [say("DYN-ORCH-011", ["grove", "topologyAware"], `${where}: ${need.why}, and topologyAware is false, with which Grove refuses the graph`, "Remove topologyAware: false.")] : [];
	});
}
// ../../work/main/packages/constructs/src/platform/orchestration/props.ts
/** Resolves the props; `id` is the construct's. */
function resolveOrchestration(id, props) {
	const { lws, volcano } = props;
	const version = props.dynamoVersion ?? "1.4.0";
	const dynamo = require_facts.parseVersion(version);
	const grove = props.grove === false ? void 0 : props.grove ?? {};
	const kai = props.kai === false ? void 0 : props.kai ?? {};
	const facts = factsOf(dynamo);
	const schedulers = [...kai === void 0 ? [] : ["kai-scheduler"], ...volcano?.schedulesGrove === true ? ["volcano"] : []];
	const charts = {
		...grove === void 0 ? {} : { grove: groveChart(grove, facts, schedulers) },
		...kai === void 0 ? {} : { kai: kaiChart(kai, facts) },
		...lws === void 0 ? {} : { lws: lwsChart(lws) },
		...volcano === void 0 ? {} : { volcano: volcanoChart(volcano) }
	};
	return {
		id,
		dynamoVersion: version,
		dynamo,
		grove,
		kai,
		lws,
		volcano,
		charts,
		orchestrators: [
			"grove",
			"kai",
			"lws",
			"volcano"
		].filter((name) => charts[name] !== void 0)
	};
}
/** Of a release that is not in the table: those of the newest. */
function factsOf(version) {
	const newest = (version === void 0 ? void 0 : require_facts.releaseFacts(version)) ?? require_facts.releases.at(-1);
	if (newest === void 0) throw new Error("the table of releases is empty");
	return newest;
}
// ../../work/main/packages/constructs/src/platform/orchestration/orchestration.ts
/** @module What starts and places the pods of graphs: Grove and KAI, LeaderWorkerSet and Volcano. */
/**
* The orchestrators of a cluster: charts with versions that fit the Dynamo release, and a check that
* they can run the graphs. It renders no objects; whoever installs charts takes `charts`.
*
* @example
* const orchestration = new Orchestration(chart, "orchestration", { graphs: [graph] });
* for (const { chart, version, namespace, values } of orchestration.charts) { ... }
*
* @see docs/guides/multinode.md
*/
var Orchestration = class extends constructs.Construct {
	/** Charts to install, in order; those that exist already are not among them. */
	charts;
	/** What the cluster has. */
	orchestrators;
	/** The same for `cluster` of the App and for the options of the command line. */
	cluster;
	#set;
	#props;
	constructor(scope, id, props = {}) {
		super(scope, id);
		const set = resolveOrchestration(id, props);
		this.#set = set;
		this.#props = props;
		this.orchestrators = set.orchestrators;
		this.charts = set.orchestrators.flatMap((name) => set[name]?.existing === true ? [] : set.charts[name] ?? []);
		this.cluster = {
			dynamoVersion: set.dynamoVersion,
			orchestrators: set.orchestrators,
			groveVersion: set.charts.grove?.version,
			kaiVersion: set.charts.kai?.version
		};
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props and the graphs, waived findings included. */
	findings() {
		const graphs = (this.#props.graphs ?? []).map((graph) => graph.manifest());
		return require_facts.applyWaivers(checkOrchestration(this.#set, graphs), this.#props.waive ?? []);
	}
};
// ../../work/main/packages/constructs/src/platform/orchestration/topology-binding.ts
/**
* A ClusterTopologyBinding of Grove, version `grove.io/v1alpha1`, without a namespace. Graphs name it
* in `topologyConstraint.clusterTopologyName`; Grove needs `topologyAware`, and KAI to place the pods.
*
* @example
* const topology = new ClusterTopologyBinding(chart, "gpus", { levels: topologyLevels.gcp });
* new InferenceGraph(chart, "qwen3", {
*   ...graph,
*   topologyConstraint: { clusterTopologyName: topology.name, packDomain: "block" },
* });
*
* @see https://github.com/ai-dynamo/grove/blob/main/docs/user-guide/topology-aware-scheduling.md
*/
var ClusterTopologyBinding = class extends require_kube_object.KubeObject {
	/** Levels as they are written. */
	levels;
	constructor(scope, id, props = {}) {
		const levels = props.levels ?? usualLevels(props.pools ?? []);
		super(scope, id, renderTopologyBinding(id, levels, props));
		this.levels = levels;
		require_kube_object.addFindings(this, () => this.labelFindings(props));
	}
	/** What the nodes of the pools lack, waived findings included. */
	labelFindings({ pools, waive }) {
		return require_facts.applyWaivers(checkLabels(this.name, this.levels, pools ?? []), waive ?? []);
	}
};
/** Levels whose labels every node of the pools has for certain. */
function usualLevels(pools) {
	const domains = pools.every((pool) => require_estimate.labelPresence(pool, "nvidia.com/gpu.clique") === "present");
	return pools.length > 0 && domains ? require_facts.topologyLevels.nvlink : require_facts.topologyLevels.any;
}
/** The object as data. */
function renderTopologyBinding(id, levels, props) {
	const spec = {
		levels: levels.map(({ domain, key }) => ({
			domain,
			key
		})),
		schedulerTopologyBindings: props.schedulerTopologyBindings
	};
	return {
		...clusterObject("grove.io/v1alpha1", "ClusterTopologyBinding", id, props),
		spec
	};
}
/** DYN-ORCH-008, 013: labels that nodes of the pools do not have, or that nobody is known to set. */
function checkLabels(name, levels, pools) {
	return levels.flatMap((level, index) => [...say("missing", name, level, index, pools), ...say("unknown", name, level, index, pools)]);
}
function say(presence, name, { domain, key }, index, pools) {
	const without = pools.filter((pool) => require_estimate.labelPresence(pool, key) === presence);
	if (without.length === 0) return [];
	const named = without.map((pool) => `${pool.name} (${pool.machine.type})`).join(", ");
	const place = {
		object: `ClusterTopologyBinding/${name}`,
		path: [
			"spec",
			"levels",
			index,
			"key"
		]
	};
	const whose = `${without.length} of ${pools.length} ${pools.length === 1 ? "pool" : "pools"}`;
	return [presence === "missing" ? require_facts.finding("DYN-ORCH-008", place, `level ${domain}: nodes of ${whose}, ${named}, have no label ${key}`, "Remove the level, or use levels that all of these machines have, such as topologyLevels.any.") : require_facts.finding("DYN-ORCH-013", place, `level ${domain}: nobody is known to put the label ${key} on nodes of ${whose}, ${named}`, "Name the label in labels of the pool when something sets it.")];
}
// ../../work/main/packages/constructs/src/platform/orchestration/volcano-queue.ts
/**
* A Queue of Volcano, version `scheduling.volcano.sh/v1beta1`, without a namespace.
*
* @example
* const chat = new VolcanoQueue(chart, "chat", { capability: { "nvidia.com/gpu": 16 } });
* new InferenceGraph(chart, "qwen3", { ...graph, volcanoQueue: chat.name });
*
* @see https://volcano.sh/en/docs/queue_resource_management
*/
var VolcanoQueue = class extends require_kube_object.KubeObject {
	constructor(scope, id, props = {}) {
		super(scope, id, renderVolcanoQueue(id, props));
	}
};
/** The object as data. */
function renderVolcanoQueue(id, props) {
	const { weight, capability, deserved, guarantee, reclaimable, parent } = props;
	const spec = {
		weight: weight ?? 1,
		reclaimable: reclaimable ?? true,
		capability,
		deserved,
		guarantee: guarantee === void 0 ? void 0 : { resource: guarantee },
		parent: typeof parent === "string" ? parent : parent?.name
	};
	return {
		...clusterObject("scheduling.volcano.sh/v1beta1", "Queue", id, props),
		spec
	};
}
exports.ArgoCdPlatform = ArgoCdPlatform;
exports.ClusterTopologyBinding = ClusterTopologyBinding;
exports.DynamoKaiQueues = DynamoKaiQueues;
exports.DynamoPlatform = DynamoPlatform;
exports.Etcd = Etcd;
exports.EtcdRestore = EtcdRestore;
exports.FluxPlatform = FluxPlatform;
exports.KaiQueue = KaiQueue;
exports.KaiTopology = KaiTopology;
exports.Nats = Nats;
exports.Orchestration = Orchestration;
exports.VolcanoQueue = VolcanoQueue;
exports.checkPlatform = checkPlatform;
exports.checkPlatformChartValues = checkPlatformChartValues;
exports.isMet = require_checks.isMet;
exports.orchestratorsFor = require_checks.orchestratorsFor;
exports.platformApplication = platformApplication;
exports.platformChart = platformChart;
exports.platformChartSchema = platformChartSchema;
exports.platformChartValues = platformChartValues;
exports.platformHelmRelease = platformHelmRelease;
exports.platformImages = platformImages;
exports.platformObjects = platformObjects;
exports.topologyLevels = require_facts.topologyLevels;
