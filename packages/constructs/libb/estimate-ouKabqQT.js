const require_api = require("./api-UFteoyGf.js");
const require_facts = require("./facts-DqOY39uq.js");
const require_engines = require("./engines-CRJJL3zh.js");
const require_checks = require("./checks-CxkNSDqq.js");
// ../../work/main/packages/constructs/src/estimate/storage/items.ts
/** Every claim with its product, or its class where the product is not known. */
function storageItems(volumes) {
	return volumes.map(({ claim, product, className, sizeGiB }) => ({
		name: claim,
		kind: product ?? className ?? "default",
		...product === void 0 || className === void 0 ? {} : { className },
		sizeGiB
	}));
}
// ../../work/main/packages/constructs/src/estimate/storage/classes.ts
/**
* Classes of AKS and GKE by name; EKS comes with block storage only.
*
* @see Azure/AKS storage concepts; Filestore CSI driver of GKE
*/
const builtInClasses = {
	"azureblob-fuse-premium": { product: "azure-blob" },
	"azureblob-nfs-premium": { product: "azure-blob" },
	"azurefile-csi-premium": {
		product: "azure-files",
		tier: "Premium_LRS"
	},
	"azurefile-premium": {
		product: "azure-files",
		tier: "Premium_LRS"
	},
	"enterprise-rwx": {
		product: "filestore",
		tier: "enterprise"
	},
	"premium-rwx": {
		product: "filestore",
		tier: "premium"
	},
	"zonal-rwx": {
		product: "filestore",
		tier: "zonal"
	}
};
// ../../work/main/packages/constructs/src/estimate/storage/volumes.ts
/** @module Claims among Kubernetes objects, each with the product behind it, its size and its throughput. */
/** Every claim of the objects, those that a StatefulSet makes included. Foreign manifests are read as well as ours. */
function claimedVolumes(objects) {
	const index = indexOf$2(objects);
	return objects.flatMap((object) => {
		switch (require_api.at(object, "kind")) {
			case "PersistentVolumeClaim": return [volumeOf(object, require_api.text(require_api.at(object, "metadata", "name")) ?? "", index)];
			case "StatefulSet": return templateVolumes(object, index);
			default: return [];
		}
	});
}
function indexOf$2(objects) {
	const classes = /* @__PURE__ */ new Map();
	const volumes = [];
	for (const object of objects) {
		const kind = require_api.at(object, "kind");
		if (kind === "StorageClass") classes.set(require_api.text(require_api.at(object, "metadata", "name")) ?? "", object);
		if (kind === "PersistentVolume") volumes.push(object);
	}
	return {
		classes,
		volumes
	};
}
/** The claims `<template>-<set>-<ordinal>` of all replicas as one. */
function templateVolumes(set, index) {
	const replicas = Number(require_api.at(set, "spec", "replicas") ?? 1);
	const name = require_api.text(require_api.at(set, "metadata", "name")) ?? "";
	return require_api.items(require_api.at(set, "spec", "volumeClaimTemplates")).map((template) => {
		const each = volumeOf(template, `${require_api.text(require_api.at(template, "metadata", "name")) ?? ""}-${name}-*`, index);
		const namespace = require_api.text(require_api.at(set, "metadata", "namespace"));
		return {
			...each,
			namespace,
			sizeGiB: each.sizeGiB * (replicas > 0 ? replicas : 0)
		};
	});
}
function volumeOf(object, claim, index) {
	const namespace = require_api.text(require_api.at(object, "metadata", "namespace"));
	const className = require_api.text(require_api.at(object, "spec", "storageClassName"));
	const sizeGiB = gibibytes(require_api.at(object, "spec", "resources", "requests", "storage"));
	const volume = boundVolume(claim, namespace, require_api.text(require_api.at(object, "spec", "volumeName")), index);
	const backing = volume === void 0 ? ofClass(className ?? "", index.classes.get(className ?? "")) : ofVolume(volume);
	return {
		claim,
		namespace,
		product: backing.product?.name,
		className: className === "" ? void 0 : className,
		sizeGiB,
		...backing.zones === void 0 ? {} : { zones: backing.zones },
		...annotated(object) ?? throughputOf(backing, sizeGiB)
	};
}
/** The volume that the claim names, or that is kept for it. */
function boundVolume(claim, namespace, name, { volumes }) {
	return volumes.find((volume) => {
		if (name !== void 0 && name !== "") return require_api.at(volume, "metadata", "name") === name;
		const reference = require_api.at(volume, "spec", "claimRef");
		const other = require_api.at(reference, "namespace");
		return require_api.at(reference, "name") === claim && (other === void 0 || namespace === void 0 || other === namespace);
	});
}
function ofClass(name, object) {
	if (object === void 0) {
		const known = builtInClasses[name];
		return known === void 0 ? {} : {
			...known,
			product: require_facts.storageProducts[known.product]
		};
	}
	const parameters = require_api.fields(require_api.at(object, "parameters")) ?? {};
	const product = productOf(require_api.text(require_api.at(object, "provisioner")), parameters);
	const zones = require_api.items(require_api.at(object, "allowedTopologies")).flatMap((term) => require_api.items(require_api.at(term, "matchLabelExpressions"))).filter((expression) => isZoneKey(require_api.at(expression, "key"))).flatMap((expression) => require_api.items(require_api.at(expression, "values")).map(String));
	return {
		product,
		tier: product?.tierParameter === void 0 ? void 0 : require_api.text(parameters[product.tierParameter]),
		provisionedMiBps: mebibytes(parameters["provisioned-throughput-on-create"]),
		zones: zones.length === 0 ? void 0 : zones
	};
}
function ofVolume(volume) {
	const spec = require_api.at(volume, "spec");
	const zones = require_api.items(require_api.at(spec, "nodeAffinity", "required", "nodeSelectorTerms")).flatMap((term) => require_api.items(require_api.at(term, "matchExpressions"))).filter((expression) => isZoneKey(require_api.at(expression, "key")) && require_api.at(expression, "operator") === "In").flatMap((expression) => require_api.items(require_api.at(expression, "values")).map(String));
	const local = require_api.at(spec, "local") !== void 0 || require_api.at(spec, "hostPath") !== void 0;
	const attributes = require_api.fields(require_api.at(spec, "csi", "volumeAttributes")) ?? {};
	return {
		product: local ? require_facts.storageProducts.nvme : productOf(require_api.text(require_api.at(spec, "csi", "driver")), attributes),
		zones: zones.length === 0 ? void 0 : zones
	};
}
/** Some drivers serve several products; their parameters tell which. */
function productOf(driver, parameters) {
	const product = driver === void 0 ? void 0 : require_facts.productOfDriver(driver);
	if (product?.name === "hyperdisk-ml") return parameters.type === "hyperdisk-ml" ? product : void 0;
	return product?.name === "efs" && parameters.provisioningMode === "s3files-ap" ? void 0 : product;
}
function throughputOf({ product, tier, provisionedMiBps }, sizeGiB) {
	if (product === void 0) return {};
	if (provisionedMiBps !== void 0) return { totalMBps: provisionedMiBps * 1.048576 };
	if (tier === void 0 && product.tiers.length > 1) return {};
	return require_facts.storageTier(product, tier)?.throughput(sizeGiB) ?? {};
}
/** What we wrote ourselves, because nothing else in the manifests tells it. */
function annotated(object) {
	const written = require_api.text(require_api.at(object, "metadata", "annotations", require_facts.throughputAnnotation));
	if (written === void 0) return void 0;
	try {
		const { totalMBps, perMachineMBps } = Object(JSON.parse(written));
		return {
			...typeof totalMBps === "number" ? { totalMBps } : {},
			...typeof perMachineMBps === "number" ? { perMachineMBps } : {}
		};
	} catch {
		return;
	}
}
function isZoneKey(key) {
	return key === "topology.kubernetes.io/zone" || key === "topology.gke.io/zone";
}
function gibibytes(size) {
	const bytes = typeof size === "string" || typeof size === "number" ? require_facts.quantityValue(size) : NaN;
	return Number.isFinite(bytes) ? bytes / 2 ** 30 : 0;
}
/** `2400Mi` per second as 2400. */
function mebibytes(value) {
	const bytes = typeof value === "string" ? require_facts.quantityValue(value) : NaN;
	return Number.isFinite(bytes) ? bytes / 2 ** 20 : void 0;
}
// ../../work/main/packages/constructs/src/estimate/cost/load-balancers.ts
/** @module Load balancers that clouds make for Services, Ingresses and Gateways. */
/** Ingress classes that make a load balancer for every Ingress. */
const onePerIngress = /* @__PURE__ */ new Set([
	"alb",
	"gce",
	"gce-internal"
]);
const classAnnotation = "kubernetes.io/ingress.class";
/** Ingresses with the same value share one load balancer of AWS. */
const groupAnnotation = "alb.ingress.kubernetes.io/group.name";
/**
* Services of type LoadBalancer and Gateways have one each. Ingresses, those that the operator makes
* for a v1alpha1 graph too, share one per class, which belongs to the controller, unless the class
* makes one for each.
*/
function loadBalancersOf(objects) {
	const items = /* @__PURE__ */ new Map();
	for (const entry of objects.flatMap(entriesOf)) {
		const key = entry.shared ?? `own ${items.size}`;
		const before = items.get(key);
		items.set(key, {
			name: before?.name ?? entry.name,
			objects: (before?.objects ?? 0) + 1
		});
	}
	return [...items.values()];
}
function entriesOf(object) {
	const kind = require_api.text(require_api.at(object, "kind")) ?? "";
	const name = `${kind}/${require_api.text(require_api.at(object, "metadata", "name")) ?? ""}`;
	switch (kind) {
		case "Service": return require_api.at(object, "spec", "type") === "LoadBalancer" ? [{ name }] : [];
		case "Gateway": return String(require_api.at(object, "apiVersion")).startsWith("networking.istio.io/") ? [] : [{ name }];
		case "Ingress": {
			const annotation = (key) => require_api.text(require_api.at(object, "metadata", "annotations", key));
			return [{
				name,
				shared: sharedBy(require_api.text(require_api.at(object, "spec", "ingressClassName")) ?? annotation(classAnnotation) ?? "", annotation(groupAnnotation))
			}];
		}
		case "DynamoGraphDeployment": return require_api.entries(require_api.at(object, "spec", "services")).flatMap(([service, value]) => {
			const ingress = require_api.at(value, "ingress");
			if (require_api.at(ingress, "enabled") !== true || require_api.at(ingress, "useVirtualService") === true) return [];
			const className = require_api.text(require_api.at(ingress, "ingressControllerClassName")) ?? "";
			return [{
				name: `${name} ${service}`,
				shared: sharedBy(className, void 0)
			}];
		});
		default: return [];
	}
}
function sharedBy(className, group) {
	if (!onePerIngress.has(className)) return `class ${className}`;
	return group === void 0 ? void 0 : `group ${group}`;
}
// ../../work/main/packages/constructs/src/estimate/cost/bill.ts
/** @module What stands on the bill beside machines: volumes and load balancers, read from manifests. */
/** Claims, load-balanced Services, Ingresses and Gateways among Kubernetes objects. */
function billOf(objects) {
	return {
		storage: storageItems(claimedVolumes(objects)),
		loadBalancers: loadBalancersOf(objects)
	};
}
// ../../work/main/packages/constructs/src/estimate/placement/pool.ts
/** @module A pool of machines: what it is, what one of its machines offers, which labels its nodes have. */
/** Resource name of a GPU. */
const gpuResource = "nvidia.com/gpu";
/**
* What kubelet, system and DaemonSets take at most of the machines in the tables; see derived check 3
* of the catalogue (5 to 8 %).
*/
const usualOverhead = .08;
/** Pods of a node where nothing says otherwise, and those that DaemonSets take of them. */
const usualPods = 110;
const systemPods = 10;
/** Devices of a shared plugin: as many pods as like. */
const sharedDevices = 63;
/** Zones of a pool; a pool that names none has one without a name. */
function zonesOf(pool) {
	return pool.zones === void 0 || pool.zones.length === 0 ? [""] : pool.zones;
}
/** Machines of one NVLink domain of the pool; undefined when NVLink ends at the machine. */
function blockSizeOf(pool) {
	const size = pool.blockMachines ?? pool.machine.nvlinkMachines;
	return size > 1 ? size : void 0;
}
/**
* What pods can have of one machine: `cpu` in cores, `memory` in GiB, `ephemeral-storage` in GB,
* everything else in pieces. A resource that is not in the list is not there; `Infinity` is unknown.
*/
function offerOf(pool) {
	const { machine, diskGiB } = pool;
	const part = 1 - (pool.overhead ?? usualOverhead);
	const disk = machine.nvmeGB + (diskGiB ?? 0) * 1.073741824;
	return {
		[gpuResource]: Math.floor(machine.gpus),
		cpu: machine.vcpu * part,
		memory: machine.ramGiB === void 0 ? Number.POSITIVE_INFINITY : machine.ramGiB * part,
		"ephemeral-storage": disk === 0 ? Number.POSITIVE_INFINITY : disk * part,
		pods: (machine.maxPods ?? usualPods) - systemPods,
		...fabricOffer(machine),
		...pool.resources
	};
}
/**
* Fabric devices by the names that the clouds' plugins give them.
*
* @see reference: RDMA resource names per cloud; `rdma/ib` is handed out per interface, the shared ones are not
*/
function fabricOffer({ rdma, rdmaCount }) {
	if (rdma === "efa") return { "vpc.amazonaws.com/efa": rdmaCount };
	if (rdma.startsWith("ib-")) return {
		"rdma/ib": rdmaCount,
		"rdma/shared_ib": sharedDevices,
		"rdma/hca_shared_devices_a": sharedDevices
	};
	if (!rdma.startsWith("roce-")) return {};
	const networks = Array.from({ length: rdmaCount }, (_, at) => `networking.gke.io.networks/rdma-${at}`);
	return Object.fromEntries(networks.flatMap((name) => [[name, 1], [`${name}.IP`, 1]]));
}
/** True when a node of the pool in that zone has the label with one of the values; undefined when it lacks the label. */
function hasLabel(pool, zone, key, values) {
	const { machine } = pool;
	const own = pool.labels?.[key];
	if (own === void 0 && key === "nvidia.com/gpu.product" && machine.gpuModel !== void 0) {
		const { product } = require_facts.gpus[machine.gpuModel];
		return values.some((value) => isProduct(value, product));
	}
	const value = own ?? labelOf(machine, pool.capacity ?? "on-demand", zone, key);
	return value === void 0 ? void 0 : values.includes(value);
}
/** `NVIDIA-H200` and `NVIDIA-H200-NVL` hold H200; `NVIDIA-GB200` does not hold B200. */
function isProduct(label, product) {
	return new RegExp(`(^|-)${product}(-|$)`).test(label);
}
/** Labels that clouds, kubelet and GPU feature discovery put on every node. */
function labelOf(machine, capacity, zone, key) {
	switch (key) {
		case "kubernetes.io/os": return "linux";
		case "kubernetes.io/arch": return machine.arch;
		case "node.kubernetes.io/instance-type": return machine.type;
		case "topology.kubernetes.io/zone": return zone === "" ? void 0 : zone;
		case "topology.kubernetes.io/region": return regionOf(zone);
		case "nvidia.com/gpu.present": return machine.gpus > 0 ? "true" : void 0;
		case "nvidia.com/gpu.count": return machine.gpus > 0 ? String(Math.floor(machine.gpus)) : void 0;
		case "cloud.google.com/gke-accelerator": return machine.cloud === "gcp" ? require_facts.gkeAccelerator(machine) : void 0;
		case "karpenter.sh/capacity-type": return capacity === "spot" || capacity === "reserved" ? capacity : "on-demand";
		default: return;
	}
}
/** `us-east-1a` is in `us-east-1`, `eastus-1` in `eastus`, `us-central1-a` in `us-central1`. */
function regionOf(zone) {
	return /^(.*\d)[a-z]$/.exec(zone)?.[1]?.replace(/-$/, "") ?? /^(.+)-[a-z0-9]$/.exec(zone)?.[1];
}
// ../../work/main/packages/constructs/src/estimate/placement/demand.ts
/** Shared memory that the operator gives when nobody sets it. */
const usualSharedMemory = "8Gi";
/** What the pods of a component ask for at that number of replicas. */
function demandOf(graph, view, replicas) {
	const { component, nodes, engine } = view;
	const spec = component.podTemplate?.spec;
	const needs = podNeeds(spec);
	const notes = [];
	if (engine !== void 0 && engine !== "mocker") {
		const shared = require_facts.quantityValue(component.sharedMemorySize ?? usualSharedMemory) / 2 ** 30;
		needs.memory = Math.max(needs.memory ?? 0, Number.isFinite(shared) ? shared : 0);
	}
	const claims = (spec?.resourceClaims?.length ?? 0) > 0;
	if (view.gpusPerPod === void 0) {
		const gpus = Math.ceil((view.parallelism?.gpus ?? nodes) / nodes);
		needs[gpuResource] = gpus;
		notes.push(`${graph.name}/${view.name} takes its devices through a resource claim; counted as ${gpus} GPU${gpus === 1 ? "" : "s"} per pod, of whatever kind`);
	}
	needs.pods = 1;
	return {
		graph,
		view,
		replicas,
		pods: nodes,
		needs,
		labels: labelsOf$1(graph, view),
		claims,
		notes
	};
}
/**
* Requests as the scheduler counts them: containers and sidecars together, or the largest init
* container when that is more. A limit without a request is a request.
*/
function podNeeds(spec) {
	const sum = {};
	const peak = {};
	for (const container of spec?.initContainers ?? []) {
		const always = container.restartPolicy === "Always";
		for (const [resource, amount] of Object.entries(requestsOf(container))) {
			if (always) sum[resource] = (sum[resource] ?? 0) + amount;
			peak[resource] = Math.max(peak[resource] ?? 0, (always ? 0 : sum[resource] ?? 0) + amount);
		}
	}
	for (const container of spec?.containers ?? []) for (const [resource, amount] of Object.entries(requestsOf(container))) sum[resource] = (sum[resource] ?? 0) + amount;
	for (const [resource, amount] of Object.entries(peak)) sum[resource] = Math.max(sum[resource] ?? 0, amount);
	return sum;
}
function requestsOf(container) {
	const { limits, requests } = container.resources ?? {};
	const amounts = {};
	for (const [resource, quantity] of Object.entries({
		...limits,
		...requests
	})) {
		const amount = require_facts.quantityValue(quantity);
		if (!Number.isFinite(amount) || amount <= 0) continue;
		amounts[resource] = amount / (unit[resource] ?? 1);
	}
	return amounts;
}
/** Base units in one unit of an offer. */
const unit = {
	memory: 2 ** 30,
	"ephemeral-storage": 1e9
};
/** Labels that a template carries, and those that the operator adds. */
function labelsOf$1(graph, view) {
	const { component } = view;
	const found = /* @__PURE__ */ new Map();
	const written = {
		...graph.graph.spec?.labels,
		...component.podTemplate?.metadata?.labels
	};
	for (const [key, value] of Object.entries(written)) found.set(key, [value]);
	found.set(require_facts.labels.graph, [graph.name]);
	found.set(require_facts.labels.component, [view.name]);
	const { type } = component;
	const split = graph.alpha && (type === "prefill" || type === "decode");
	if (type !== void 0) found.set(require_facts.labels.componentType, split ? [type, "worker"] : [type]);
	return found;
}
// ../../work/main/packages/constructs/src/estimate/packing/problem.ts
/** Room lost to rounding of amounts that are fractions. */
const tolerance = 1e-6;
/** Pods of one task that an empty machine holds, by room alone. */
function roomFor(capacity, needs) {
	let most = Number.POSITIVE_INFINITY;
	for (const [at, need] of needs.entries()) if (need > 0) most = Math.min(most, Math.floor(((capacity[at] ?? 0) + tolerance) / need));
	return most;
}
/** A value of an array at an index that is known to exist. */
function get(list, index) {
	const value = list[index];
	if (value === void 0) throw new Error(`bug in @dynamo-iac/constructs: no element ${index} of ${list.length}`);
	return value;
}
// ../../work/main/packages/constructs/src/estimate/packing/bounds.ts
/** @module Shortages that can be proven by counting. */
/** A shortage that no arrangement can mend; undefined when counting finds none. */
function shortageOf(problem) {
	for (const [task, { sites }] of problem.tasks.entries()) {
		const short = sites.length === 0 ? void 0 : machinesShort(problem, task);
		if (short !== void 0) return short;
	}
	const reaches = /* @__PURE__ */ new Map();
	for (const { sites } of problem.tasks) reaches.set(sites.join(","), new Set(sites));
	reaches.set("all", new Set(problem.sites.keys()));
	for (const reach of reaches.values()) {
		const short = totalShort(problem, reach) ?? largeShort(problem, reach);
		if (short !== void 0) return short;
	}
}
/** One task alone: pods that fit an empty machine, times machines. */
function machinesShort(problem, task) {
	const { replicas, pods, needs, sites } = get(problem.tasks, task);
	const alone = problem.rules.some((rule) => rule.kind === "apart" && rule.tasks[0] === task && rule.tasks[1] === task && problem.levels[rule.level] === "host");
	let available = 0;
	let machines = 0;
	let most = 0;
	const pools = poolsOf$1(problem, new Set(sites));
	for (const pool of pools) {
		const rooms = sites.map((site) => get(problem.sites, site)).filter((site) => site.pool === pool).map(({ capacity }) => alone ? 1 : roomFor(capacity, needs));
		const room = Math.max(...rooms);
		const { max } = get(problem.pools, pool);
		if (room === Number.POSITIVE_INFINITY) return void 0;
		available += max * room;
		machines += max;
		most = Math.max(most, room);
	}
	const needed = replicas * pods;
	if (needed <= available) return void 0;
	return {
		kind: "machines",
		tasks: [task],
		pools,
		perMachine: most,
		needed: Math.ceil(needed / most),
		available: machines
	};
}
/** All tasks that run nowhere else: their sum of each resource. */
function totalShort(problem, reach) {
	const tasks = tasksWithin(problem, reach);
	const pools = poolsOf$1(problem, reach);
	const width = problem.sites[0]?.capacity.length ?? 0;
	for (let resource = 0; resource < width; resource += 1) {
		let needed = 0;
		for (const task of tasks) {
			const { replicas, pods, needs } = get(problem.tasks, task);
			needed += replicas * pods * get(needs, resource);
		}
		let available = 0;
		for (const pool of pools) available += get(problem.pools, pool).max * largest(problem, pool, resource);
		if (needed > available + .001) return {
			kind: "total",
			tasks,
			pools,
			resource,
			needed,
			available
		};
	}
}
/** Pods that take more than half of the largest machine: no two of them share one. */
function largeShort(problem, reach) {
	const tasks = tasksWithin(problem, reach);
	const pools = poolsOf$1(problem, reach);
	const available = pools.reduce((sum, pool) => sum + get(problem.pools, pool).max, 0);
	const width = problem.sites[0]?.capacity.length ?? 0;
	for (let resource = 0; resource < width; resource += 1) {
		const half = Math.max(0, ...pools.map((pool) => largest(problem, pool, resource))) / 2;
		const large = tasks.filter((task) => get(get(problem.tasks, task).needs, resource) > half + .001);
		const needed = large.reduce((sum, task) => {
			const { replicas, pods } = get(problem.tasks, task);
			return sum + replicas * pods;
		}, 0);
		if (half > 0 && needed > available) return {
			kind: "machines",
			tasks: large,
			pools,
			perMachine: 1,
			needed,
			available
		};
	}
}
function tasksWithin(problem, reach) {
	return [...problem.tasks.keys()].filter((task) => get(problem.tasks, task).sites.every((site) => reach.has(site)));
}
function poolsOf$1(problem, reach) {
	return [...new Set([...reach].map((site) => get(problem.sites, site).pool))].sort((a, b) => a - b);
}
function largest(problem, pool, resource) {
	const capacities = problem.sites.filter((site) => site.pool === pool);
	return Math.max(0, ...capacities.map(({ capacity }) => get(capacity, resource)));
}
// ../../work/main/packages/constructs/src/estimate/packing/fleet.ts
/** @module Open machines and what runs on them, changed step by step and undone the same way. */
/** A fleet without machines. */
function emptyFleet(problem) {
	const rulesOf = problem.tasks.map(() => []);
	for (const rule of problem.rules) for (const task of new Set(rule.kind === "beside" ? [rule.task] : rule.tasks)) get(rulesOf, task).push(rule);
	return {
		problem,
		rulesOf,
		nodes: [],
		blocks: [],
		opened: problem.pools.map(() => 0),
		placed: problem.tasks.map(() => 0),
		tally: problem.levels.map(() => /* @__PURE__ */ new Map())
	};
}
/** True when the pool of the site may open one more machine. */
function canOpen(fleet, site) {
	const { pool } = get(fleet.problem.sites, site);
	return get(fleet.opened, pool) < get(fleet.problem.pools, pool).max;
}
/** Blocks of a site that a new machine can join, and -1 for a new one; only -1 without blocks. */
function blockChoices(fleet, site) {
	const { blockSize } = get(fleet.problem.pools, get(fleet.problem.sites, site).pool);
	if (blockSize === void 0) return [-1];
	const open = [];
	for (const [at, block] of fleet.blocks.entries()) if (block.site === site && block.size < blockSize) open.push(at);
	return [...open, -1];
}
/** Opens a machine; `block` is one of {@link blockChoices}. */
function open(fleet, site, block = -1) {
	const { problem } = fleet;
	const { pool, capacity } = get(problem.sites, site);
	const id = fleet.nodes.length;
	let joined = block;
	if (get(problem.pools, pool).blockSize !== void 0) {
		if (block === -1) joined = fleet.blocks.push({
			site,
			size: 0
		}) - 1;
		get(fleet.blocks, joined).size += 1;
	}
	const domains = problem.levels.map((level) => {
		if (level === "host") return id;
		return level === "block" ? joined : get(level, site);
	});
	const node = {
		id,
		site,
		block: joined,
		free: [...capacity],
		counts: /* @__PURE__ */ new Map(),
		seats: [],
		domains
	};
	fleet.nodes.push(node);
	fleet.opened[pool] = get(fleet.opened, pool) + 1;
	return node;
}
/** Closes the machine that was opened last; it must be empty. */
function closeLast(fleet) {
	const node = fleet.nodes.pop();
	if (node === void 0) return;
	const { pool } = get(fleet.problem.sites, node.site);
	fleet.opened[pool] = get(fleet.opened, pool) - 1;
	if (node.block === -1) return;
	const block = get(fleet.blocks, node.block);
	block.size -= 1;
	if (block.size === 0 && node.block === fleet.blocks.length - 1) fleet.blocks.pop();
}
/** Puts a pod on a machine. */
function put(fleet, node, seat) {
	node.seats.push(seat);
	change(fleet, node, seat.task, 1);
}
/** Takes away the pod that was put there last. */
function takeLast(fleet, node) {
	const seat = node.seats.pop();
	if (seat !== void 0) change(fleet, node, seat.task, -1);
}
function change(fleet, node, task, by) {
	for (const [at, need] of get(fleet.problem.tasks, task).needs.entries()) node.free[at] = get(node.free, at) - by * need;
	node.counts.set(task, (node.counts.get(task) ?? 0) + by);
	fleet.placed[task] = get(fleet.placed, task) + by;
	for (const [level, tally] of fleet.tally.entries()) {
		const domain = get(node.domains, level);
		let counts = tally.get(domain);
		if (counts === void 0) {
			counts = /* @__PURE__ */ new Map();
			tally.set(domain, counts);
		}
		counts.set(task, (counts.get(task) ?? 0) + by);
	}
}
/** True when the machine has room for one more pod of the task. */
function hasRoom(fleet, node, task) {
	const { needs } = get(fleet.problem.tasks, task);
	for (let at = 0; at < needs.length; at += 1) if (get(needs, at) > get(node.free, at) + 1e-6) return false;
	return true;
}
/**
* True when no rule forbids a pod of the task there. With `besides` the rules of that kind count as
* well, as for a pod that is started now, after all that are placed.
*/
function isAllowed(fleet, node, task, besides) {
	for (const rule of get(fleet.rulesOf, task)) {
		const domain = get(node.domains, rule.level);
		if (rule.kind === "beside") {
			if (besides && !mayStart$1(fleet, rule, domain)) return false;
		} else if (rule.kind === "apart") {
			const other = rule.tasks[0] === task ? rule.tasks[1] : rule.tasks[0];
			if (domain !== -1 && podsIn(fleet, rule.level, domain, other) > 0) return false;
		} else {
			if (domain === -1) return false;
			for (const mate of rule.tasks) if (get(fleet.placed, mate) > podsIn(fleet, rule.level, domain, mate)) return false;
		}
	}
	return true;
}
function mayStart$1(fleet, rule, domain) {
	if (domain === -1) return false;
	if (rule.others.some((other) => podsIn(fleet, rule.level, domain, other) > 0)) return true;
	return rule.others.includes(rule.task) && rule.others.every((other) => get(fleet.placed, other) === 0);
}
function podsIn(fleet, level, domain, task) {
	return get(fleet.tally, level).get(domain)?.get(task) ?? 0;
}
/** Cost of the open machines, beyond those that are paid for anyway. */
function costOf$1(fleet) {
	let cost = 0;
	for (const [at, pool] of fleet.problem.pools.entries()) cost += pool.cost * Math.max(0, get(fleet.opened, at) - pool.paid);
	return cost;
}
// ../../work/main/packages/constructs/src/estimate/packing/startable.ts
/** True when the pods can be started in some order without breaking an affinity rule at any time. */
function isReachable(fleet) {
	const { rules } = fleet.problem;
	const besides = rules.filter((rule) => rule.kind === "beside");
	if (besides.length === 0) return true;
	const cells = cellsOf(fleet, new Set(besides.map(({ level }) => level)));
	const seen = /* @__PURE__ */ new Set();
	const start = (started) => {
		if (!started.includes(false)) return true;
		const key = started.map(Number).join("");
		if (seen.has(key)) return false;
		seen.add(key);
		return cells.some((cell, at) => started[at] === false && besides.every((rule) => rule.task !== cell.task || mayStart(rule, cell, cells, started)) && start(started.with(at, true)));
	};
	return start(cells.map(() => false));
}
function cellsOf(fleet, levels) {
	const cells = /* @__PURE__ */ new Map();
	for (const node of fleet.nodes) {
		const domains = node.domains.map((domain, level) => levels.has(level) ? domain : -1);
		for (const [task, count] of node.counts) if (count > 0) cells.set(`${task}:${domains.join(",")}`, {
			task,
			domains
		});
	}
	return [...cells.values()];
}
function mayStart(rule, cell, cells, started) {
	const domain = get(cell.domains, rule.level);
	if (domain === -1) return false;
	let any = false;
	for (const [at, other] of cells.entries()) {
		if (started[at] !== true || !rule.others.includes(other.task)) continue;
		if (get(other.domains, rule.level) === domain) return true;
		any = true;
	}
	return !any && rule.others.includes(rule.task);
}
// ../../work/main/packages/constructs/src/estimate/packing/exact.ts
/** @module Exhaustive search with memory of dead ends: finds room whenever there is any, or proves that there is none. */
/** Stands for a search that ran out of steps. */
const exhausted = "exhausted";
/** Looks at every arrangement that differs, up to a number of steps. */
function searchAll(problem, budget) {
	const fleet = emptyFleet(problem);
	const search = {
		fleet,
		replicas: [...problem.tasks.keys()].sort((a, b) => weight(problem, b) - weight(problem, a) || a - b).flatMap((task) => Array.from({ length: get(problem.tasks, task).replicas }, (_, replica) => ({
			task,
			replica
		}))),
		dead: /* @__PURE__ */ new Set(),
		budget,
		steps: 0
	};
	const placed = placeFrom(search, 0);
	if (placed === true) return {
		outcome: "found",
		fleet,
		steps: search.steps
	};
	return {
		outcome: placed === exhausted ? "unknown" : "none",
		steps: search.steps
	};
}
function weight(problem, task) {
	const { needs, pods } = get(problem.tasks, task);
	return get(needs, 0) * pods;
}
/** Places the replicas from that index on. */
function placeFrom(search, index) {
	const next = search.replicas[index];
	if (next === void 0) return isReachable(search.fleet);
	search.steps += 1;
	if (search.steps > search.budget) return exhausted;
	if (!enoughIsLeft(search, index)) return false;
	const state = stateOf(search.fleet, index);
	if (search.dead.has(state)) return false;
	const placed = placePods(search, index, next, 0, []);
	if (placed === false) search.dead.add(state);
	return placed;
}
/** Places the pods of one replica from that number on, then the replicas behind it. */
function placePods(search, index, { task, replica }, pod, mates) {
	const { fleet } = search;
	const { pods, sites } = get(fleet.problem.tasks, task);
	if (pod === pods) return placeFrom(search, index + 1);
	const last = mates.at(-1);
	const attempt = (node) => {
		if (!hasRoom(fleet, node, task) || !isAllowed(fleet, node, task, false)) return false;
		put(fleet, node, {
			task,
			replica,
			pod
		});
		const placed = placePods(search, index, {
			task,
			replica
		}, pod + 1, [...mates, node]);
		if (placed === true) return true;
		takeLast(fleet, node);
		return placed;
	};
	const alike = /* @__PURE__ */ new Set();
	for (const node of [...fleet.nodes]) {
		if (last !== void 0 && node.id < last.id) continue;
		if (!sites.includes(node.site) || !sharesHome(fleet, task, mates[0], node)) continue;
		const key = nodeKey(node);
		if (mates.length === 0 && alike.has(key)) continue;
		alike.add(key);
		const placed = attempt(node);
		if (placed !== false) return placed;
	}
	for (const site of sites) {
		if (!canOpen(fleet, site)) continue;
		for (const block of blockChoices(fleet, site)) {
			const node = open(fleet, site, block);
			const placed = sharesHome(fleet, task, mates[0], node) ? attempt(node) : false;
			if (placed !== false) return placed;
			closeLast(fleet);
		}
	}
	return false;
}
function sharesHome(fleet, task, mate, node) {
	if (mate === void 0) return true;
	const { within } = get(fleet.problem.tasks, task);
	if (within === "host") return mate.id === node.id;
	const [a, b] = [get(fleet.problem.sites, mate.site), get(fleet.problem.sites, node.site)];
	return a.kind === b.kind && a.zone === b.zone && (within !== "block" || mate.block === node.block);
}
/** False when some resource is short in total. */
function enoughIsLeft({ fleet, replicas }, index) {
	const { problem } = fleet;
	const width = get(problem.sites, 0).capacity.length;
	for (let at = 0; at < width; at += 1) {
		let needed = 0;
		for (let rest = index; rest < replicas.length; rest += 1) {
			const { needs, pods } = get(problem.tasks, get(replicas, rest).task);
			needed += get(needs, at) * pods;
		}
		let left = 0;
		for (const node of fleet.nodes) left += Math.max(0, get(node.free, at));
		for (const [pool, { max }] of problem.pools.entries()) {
			const largest = Math.max(0, ...problem.sites.filter((site) => site.pool === pool).map(({ capacity }) => get(capacity, at)));
			left += (max - get(fleet.opened, pool)) * largest;
		}
		if (needed > left + .001) return false;
	}
	return true;
}
function nodeKey(node) {
	const counts = [...node.counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
	return `${node.site}|${node.block}|${counts.map((entry) => entry.join("x")).join(",")}`;
}
/** What is left to decide and on what; machines and blocks that swap places give the same text. */
function stateOf(fleet, index) {
	const blocks = /* @__PURE__ */ new Map();
	for (const node of fleet.nodes) {
		const counts = [...node.counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
		const text = `${node.site}|${counts.map((entry) => entry.join("x")).join(",")}`;
		blocks.set(node.block, [...blocks.get(node.block) ?? [], text]);
	}
	const loose = blocks.get(-1) ?? [];
	blocks.delete(-1);
	const racks = [...blocks.values()].map((texts) => texts.sort().join("&")).sort();
	return `${index}/${loose.sort().join("&")}/${racks.join("/")}`;
}
// ../../work/main/packages/constructs/src/estimate/packing/shelf.ts
/** An empty shelf for a fleet. */
function openMachines(fleet) {
	const { problem } = fleet;
	const bySite = problem.sites.map(() => /* @__PURE__ */ new Map());
	const ruled = problem.tasks.map((_, task) => get(fleet.rulesOf, task).length > 0);
	const mates = new Set(problem.rules.flatMap((rule) => rule.kind === "beside" ? rule.others : []));
	const matters = ruled.map((own, task) => own || mates.has(task));
	const named = problem.tasks.some(({ within, pods }) => within === "host" && pods > 1);
	const keyOf = (node) => {
		let key = `${node.block}:${node.free.join(",")}`;
		for (const [task, count] of node.counts) if (count > 0 && get(matters, task)) key += `;${task}`;
		return named ? `${key}#${node.id}` : key;
	};
	const spots = [];
	return {
		add(node) {
			const left = get(node.free, 0);
			const key = keyOf(node);
			const levels = get(bySite, node.site);
			let alike = levels.get(left);
			if (alike === void 0) {
				alike = /* @__PURE__ */ new Map();
				levels.set(left, alike);
			}
			let same = alike.get(key);
			if (same === void 0) {
				same = [];
				alike.set(key, same);
			}
			same.push(node);
			spots[node.id] = {
				left,
				key
			};
		},
		remove(node) {
			const spot = spots[node.id];
			if (spot === void 0) return;
			const levels = get(bySite, node.site);
			const alike = levels.get(spot.left);
			const same = alike?.get(spot.key);
			same?.splice(same.lastIndexOf(node), 1);
			if (same?.length === 0) alike?.delete(spot.key);
			if (alike?.size === 0) levels.delete(spot.left);
			spots[node.id] = void 0;
		},
		tightest(task, sites, test) {
			const need = get(get(problem.tasks, task).needs, 0);
			const levels = [];
			for (const site of sites) for (const [left, alike] of get(bySite, site)) if (left >= need) levels.push({
				left,
				alike
			});
			levels.sort((a, b) => a.left - b.left);
			for (const { alike } of levels) for (const nodes of alike.values()) {
				const node = nodes.at(-1);
				if (node !== void 0 && test(node)) return node;
			}
		}
	};
}
// ../../work/main/packages/constructs/src/estimate/packing/greedy.ts
/** @module First-fit decreasing: fast, and right whenever it finds room. */
/** Places every replica; undefined when some replica finds no room on this way. */
function placeGreedily(problem, strategy) {
	const fleet = emptyFleet(problem);
	const run = {
		fleet,
		shelf: openMachines(fleet),
		strategy,
		done: [],
		full: problem.tasks.map(() => /* @__PURE__ */ new Set())
	};
	for (const bundle of bundles(problem, strategy.tasks)) if (!placeBundle(run, bundle)) return void 0;
	return fleet;
}
/** Tasks joined by bonds and affinity over groups of sites, in the order of their first task. */
function bundles(problem, order) {
	const joined = problem.tasks.map((_, task) => task);
	const root = (task) => {
		const up = get(joined, task);
		return up === task ? task : root(up);
	};
	const levels = /* @__PURE__ */ new Map();
	for (const rule of problem.rules) {
		const mates = rule.kind === "beside" ? [rule.task, ...rule.others] : rule.tasks;
		if (rule.kind === "apart" || typeof problem.levels[rule.level] === "string") continue;
		for (const mate of mates) joined[root(mate)] = root(mates[0] ?? mate);
		for (const mate of mates) levels.set(mate, rule.level);
	}
	const byRoot = /* @__PURE__ */ new Map();
	for (const task of order) {
		const key = root(task);
		byRoot.set(key, [...byRoot.get(key) ?? [], task]);
	}
	return [...byRoot.values()].map((tasks) => {
		const level = tasks.map((task) => levels.get(task)).find((found) => found !== void 0);
		return {
			tasks,
			domains: level === void 0 ? void 0 : domainsOf(problem, level)
		};
	});
}
function domainsOf(problem, level) {
	const domains = /* @__PURE__ */ new Map();
	for (const site of problem.sites.keys()) {
		const mapping = get(problem.levels, level);
		const domain = typeof mapping === "string" ? -1 : get(mapping, site);
		if (domain === -1) continue;
		domains.set(domain, (domains.get(domain) ?? /* @__PURE__ */ new Set()).add(site));
	}
	return [...domains.values()];
}
function placeBundle(run, { tasks, domains }) {
	for (const domain of domains ?? []) {
		const mark = run.done.length;
		if (placeAll(run, tasks, domain)) return true;
		undo(run, mark);
		for (const full of run.full) full.clear();
	}
	return placeAll(run, tasks, void 0);
}
/** Places the tasks in turn; one whose neighbours are not there yet waits for them. */
function placeAll(run, tasks, domain) {
	let waiting = [...tasks];
	while (waiting.length > 0) {
		const [ready, rest] = split(waiting, (task) => !waitsForOthers(run, task));
		if (ready.length === 0) return false;
		for (const task of ready) if (!placeTask(run, task, domain)) return false;
		waiting = rest;
	}
	return true;
}
function split(list, test) {
	return [list.filter(test), list.filter((item) => !test(item))];
}
/** True while no pod runs that one of the task's affinity rules asks for. */
function waitsForOthers({ fleet }, task) {
	return get(fleet.rulesOf, task).some((rule) => rule.kind === "beside" && !rule.others.includes(task) && rule.others.every((other) => get(fleet.placed, other) === 0));
}
function placeTask(run, task, domain) {
	const { replicas, pods } = get(run.fleet.problem.tasks, task);
	for (let replica = 0; replica < replicas; replica += 1) if ((pods === 1 ? placePod(run, task, replica, 0, (site) => domain?.has(site) ?? true) : placeGroup(run, task, replica, domain)) === void 0) return false;
	return true;
}
/** Puts one pod on the tightest open machine, else on a new one; undefined when nothing takes it. */
function placePod(run, task, replica, pod, admits) {
	const { fleet, shelf } = run;
	const sites = get(run.strategy.sites, task);
	const tightest = shelf.tightest(task, sites, (node) => admits(node.site, node.block, node.id) && hasRoom(fleet, node, task) && isAllowed(fleet, node, task, true));
	if (tightest !== void 0) return seat(run, tightest, task, replica, pod);
	for (const site of sites) {
		if (!admits(site, void 0, void 0) || !canOpen(fleet, site)) continue;
		for (const block of blockChoices(fleet, site)) {
			const node = open(fleet, site, block);
			if (admits(site, node.block, node.id) && isAllowed(fleet, node, task, true)) {
				run.done.push("opened");
				return seat(run, node, task, replica, pod);
			}
			closeLast(fleet);
		}
	}
}
function seat(run, node, task, replica, pod) {
	run.shelf.remove(node);
	put(run.fleet, node, {
		task,
		replica,
		pod
	});
	run.shelf.add(node);
	run.done.push(node);
	return node;
}
/** Places the pods of one replica where they share what they have to share; undefined when nowhere. */
function placeGroup(run, task, replica, domain) {
	const { problem } = run.fleet;
	const { pods, within } = get(problem.tasks, task);
	const full = get(run.full, task);
	for (;;) {
		const mark = run.done.length;
		let home;
		const homeOf = (site, block, node) => {
			const { kind, zone } = get(problem.sites, site);
			if (within === "host") return node === void 0 ? void 0 : `host ${site} ${node}`;
			if (within === "block" && block !== -1) return block === void 0 ? void 0 : `block ${site} ${block}`;
			return `${kind} ${zone}`;
		};
		let last;
		for (let pod = 0; pod < pods; pod += 1) {
			last = placePod(run, task, replica, pod, (site, block, node) => {
				if (domain?.has(site) === false) return false;
				const here = homeOf(site, block, node);
				if (here === void 0) return true;
				return home === void 0 ? !full.has(here) : here === home;
			});
			if (last === void 0) break;
			home ??= homeOf(last.site, last.block, last.id);
		}
		if (last !== void 0) return last;
		undo(run, mark);
		if (home === void 0) return void 0;
		full.add(home);
	}
}
function undo(run, mark) {
	while (run.done.length > mark) {
		const step = run.done.pop();
		if (step === "opened") {
			const last = run.fleet.nodes.at(-1);
			if (last !== void 0) run.shelf.remove(last);
			closeLast(run.fleet);
		} else if (step !== void 0) {
			run.shelf.remove(step);
			takeLast(run.fleet, step);
			run.shelf.add(step);
		}
	}
}
// ../../work/main/packages/constructs/src/estimate/packing/strategies.ts
/** Orders of tasks and of machines, without repetition, the most promising one first. */
function* strategies(problem) {
	const { tasks } = problem;
	const first = (task) => -(get(tasks, task).needs[0] ?? 0);
	const groups = (task) => -get(tasks, task).pods;
	const choices = (task) => get(tasks, task).sites.length;
	const share = (task) => -largestShare(problem, task);
	const total = (task) => first(task) * get(tasks, task).pods;
	const taskKeys = [
		[
			first,
			groups,
			choices,
			share
		],
		[
			choices,
			first,
			groups,
			share
		],
		[
			groups,
			first,
			choices,
			share
		],
		[
			total,
			choices,
			share
		],
		[
			share,
			groups,
			choices
		]
	];
	const size = (site) => get(get(problem.sites, site).capacity, 0);
	const siteKeys = [
		(task) => [(site) => costPerPod(problem, task, site)],
		(task) => [size, (site) => costPerPod(problem, task, site)],
		() => [(site) => popularity(problem, site)],
		() => []
	];
	const seen = /* @__PURE__ */ new Set();
	for (const keysOf of siteKeys) {
		const sites = tasks.map((task, at) => sorted$1(task.sites, keysOf(at)));
		for (const keys of taskKeys) {
			const strategy = {
				tasks: sorted$1([...tasks.keys()], keys),
				sites
			};
			const text = JSON.stringify(strategy);
			if (seen.has(text)) continue;
			seen.add(text);
			yield strategy;
		}
	}
}
/** A stable sort by the first key that tells two apart. */
function sorted$1(list, keys) {
	const ranked = list.map((item) => ({
		item,
		values: keys.map((key) => key(item))
	}));
	ranked.sort((a, b) => {
		for (const [at, value] of a.values.entries()) {
			const difference = value - (b.values[at] ?? 0);
			if (difference !== 0) return difference;
		}
		return a.item - b.item;
	});
	return ranked.map(({ item }) => item);
}
/** The largest part of a machine that one pod takes, over the sites where it may run. */
function largestShare(problem, task) {
	const { needs, sites } = get(problem.tasks, task);
	let share = 0;
	for (const site of sites) for (const [at, need] of needs.entries()) {
		const capacity = get(get(problem.sites, site).capacity, at);
		if (need > 0) share = Math.max(share, capacity === 0 ? 1 : need / capacity);
	}
	return share;
}
/** What a machine costs by the part of it that one pod takes. */
function costPerPod(problem, task, site) {
	const { needs } = get(problem.tasks, task);
	const { capacity, pool } = get(problem.sites, site);
	let share = 0;
	for (const [at, need] of needs.entries()) if (need > 0) share = Math.max(share, need / get(capacity, at));
	const { cost, paid } = get(problem.pools, pool);
	return paid > 0 ? 0 : cost * share;
}
/** Tasks that could use a site: machines that few can use are taken first. */
function popularity(problem, site) {
	return problem.tasks.filter(({ sites }) => sites.includes(site)).length;
}
// ../../work/main/packages/constructs/src/estimate/packing/pack.ts
/** @module Finds room for every replica, or proves that there is none, or says that it does not know. */
/** Replicas from which on the first solution is taken instead of the cheapest one, of a few ways. */
const manyReplicas = 2e3;
const fewWays = 8;
/** Pods up to which the search may take all its steps; with more, each step is dearer. */
const fewPods = 50;
/**
* Packs every replica. A positive answer is a table that any reader can check; a negative one is
* given only with proof.
*/
function pack(problem, options = {}) {
	if (problem.tasks.every(({ replicas }) => replicas === 0)) return {
		outcome: "placed",
		machines: []
	};
	if (problem.tasks.some(({ replicas, sites }) => replicas > 0 && sites.length === 0)) return {
		outcome: "impossible",
		shortage: void 0,
		steps: 0
	};
	const shortage = shortageOf(problem);
	if (shortage !== void 0) return {
		outcome: "impossible",
		shortage,
		steps: 0
	};
	const quick = cheapest(problem, options.first ?? false);
	if (quick !== void 0) return {
		outcome: "placed",
		machines: machinesOf$1(quick)
	};
	const pods = problem.tasks.reduce((sum, task) => sum + task.replicas * task.pods, 0);
	const steps = (options.searchSteps ?? 2e4) * Math.min(1, fewPods / pods);
	const search = searchAll(problem, Math.floor(steps));
	if (search.outcome === "found") return {
		outcome: "placed",
		machines: machinesOf$1(search.fleet)
	};
	return search.outcome === "none" ? {
		outcome: "impossible",
		shortage: void 0,
		steps: search.steps
	} : {
		outcome: "undecided",
		steps: search.steps
	};
}
/** The cheapest solution of the quick ways; for a large fleet, or on demand, the first one. */
function cheapest(problem, first) {
	const replicas = problem.tasks.reduce((sum, task) => sum + task.replicas, 0);
	let best;
	let ways = 0;
	for (const strategy of strategies(problem)) {
		ways += 1;
		if (replicas > manyReplicas && ways > fewWays) return void 0;
		const fleet = placeGreedily(problem, strategy);
		if (fleet === void 0) continue;
		if (first || replicas > manyReplicas) return fleet;
		if (best === void 0 || isBetter(fleet, best)) best = fleet;
	}
	return best;
}
function isBetter(a, b) {
	const [costA, costB] = [costOf$1(a), costOf$1(b)];
	if (costA !== costB) return costA < costB;
	return a.nodes.length < b.nodes.length;
}
function machinesOf$1(fleet) {
	return fleet.nodes.map(({ site, block, free, seats }) => ({
		site,
		block: block === -1 ? void 0 : block,
		free,
		seats
	}));
}
// ../../work/main/packages/constructs/src/estimate/placement/admission.ts
/** The first obstacle, the one that no setting can remove coming first; undefined when there is none. */
function obstacleTo(demand, pool, zone) {
	const spec = demand.view.component.podTemplate?.spec;
	return lackOf(demand, pool) ?? selectorObstacle(spec?.nodeSelector, pool, zone) ?? affinityObstacle(spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms, pool, zone) ?? taintObstacle(demand, pool, spec?.tolerations ?? []);
}
/** The resource that is shortest on an empty machine. */
function lackOf({ needs }, pool) {
	const offer = offerOf(pool);
	let worst;
	for (const [resource, needed] of Object.entries(needs)) {
		const offered = offer[resource] ?? 0;
		if (needed <= offered + 1e-6) continue;
		const short = {
			kind: "room",
			resource,
			needed,
			offered
		};
		if (worst === void 0 || resource === "nvidia.com/gpu" || isShorter(short, worst)) {
			if (worst?.resource !== "nvidia.com/gpu") worst = short;
		}
	}
	return worst;
}
function isShorter(a, b) {
	return a.offered / a.needed < b.offered / b.needed;
}
function selectorObstacle(selector, pool, zone) {
	for (const [key, value] of Object.entries(selector ?? {})) {
		const found = hasLabel(pool, zone, key, [value]);
		if (found === true) continue;
		return {
			kind: "label",
			text: found === void 0 ? `has no label ${key}` : `has another ${key} than ${require_facts.show(value)}`
		};
	}
}
function affinityObstacle(terms, pool, zone) {
	if (terms === void 0) return void 0;
	if (terms.some((term) => meets$1(term, pool, zone))) return void 0;
	return {
		kind: "label",
		text: `meets none of the node affinity terms about ${[...new Set(terms.flatMap(({ matchExpressions = [] }) => matchExpressions.map(({ key }) => key)))].join(", ")}`
	};
}
/** A term without any condition matches no node; fields name single nodes, which a pool does not have. */
function meets$1({ matchExpressions = [], matchFields = [] }, pool, zone) {
	if (matchFields.length > 0 || matchExpressions.length === 0) return false;
	return matchExpressions.every((requirement) => satisfies(requirement, pool, zone));
}
function satisfies({ key, operator, values = [] }, pool, zone) {
	const found = hasLabel(pool, zone, key, values);
	switch (operator) {
		case "In": return found === true;
		case "NotIn": return found !== true;
		case "Exists": return found !== void 0;
		case "DoesNotExist": return found === void 0;
		default: {
			const own = Number(pool.labels?.[key]);
			const bound = Number(values[0]);
			return operator === "Gt" ? own > bound : operator === "Lt" ? own < bound : false;
		}
	}
}
function taintObstacle({ needs }, pool, tolerations) {
	for (const taint of pool.taints ?? []) {
		if (taint.effect === "PreferNoSchedule") continue;
		if (pool.machine.cloud === "gcp" && (needs[taint.key] ?? 0) > 0) continue;
		if (tolerations.some((toleration) => tolerates(toleration, taint))) continue;
		const value = taint.value === void 0 || taint.value === "" ? "" : `=${taint.value}`;
		return {
			kind: "taint",
			text: `has the taint ${taint.key}${value}:${taint.effect}`
		};
	}
}
function tolerates({ key, operator, value, effect }, taint) {
	if (effect !== void 0 && effect !== "" && effect !== taint.effect) return false;
	if (key === void 0 || key === "") return operator === "Exists";
	if (key !== taint.key) return false;
	return operator === "Exists" || (value ?? "") === (taint.value ?? "");
}
// ../../work/main/packages/constructs/src/estimate/placement/explain.ts
/** @module Why replicas find no machine, in words and numbers, and what would help. */
/** Replicas up to which larger pools are tried for the advice. */
const fewReplicas = 2e3;
/**
* Reasons that need no search: pods that no pool takes, and pods that wait in vain.
*
* @param setting without the components that were found to run nowhere before
* @param again true when there were such components
*/
function plainReasons(setting, again) {
	return setting.demands.flatMap((demand, task) => {
		const stuck = setting.rules.stuck.get(task);
		if (stuck !== void 0 && again) return [{
			kind: "affinity",
			demand,
			message: `${demand.view.name} starts only beside pods that run nowhere`,
			fix: "Mend what keeps those pods off."
		}];
		if (stuck !== void 0) return [{
			kind: "affinity",
			demand,
			message: stuck,
			fix: "Select labels that pods of these graphs have, or remove the required pod affinity."
		}];
		return get(setting.problem.tasks, task).sites.length === 0 ? [homeless(demand, setting.pools)] : [];
	});
}
/** Why a packing failed although every pod has a pool that takes it. */
function packingReason(setting, packing) {
	const { problem } = setting;
	const everyone = [...problem.tasks.keys()];
	if (packing.outcome === "impossible" && packing.shortage !== void 0) {
		const { shortage } = packing;
		return {
			kind: "machines",
			demand: get(setting.demands, get(shortage.tasks, 0)),
			message: shortageText(setting, shortage),
			fix: larger(setting, shortage.pools)
		};
	}
	const demand = get(setting.demands, 0);
	const open = problem.pools.reduce((sum, { max }) => sum + max, 0);
	const who = `${countOf(setting, everyone)} of ${namesOf(setting, everyone)}`;
	const pools = [...problem.pools.keys()];
	if (packing.outcome === "undecided") return {
		kind: "undecided",
		demand,
		message: `found no place for ${who} on ${machinesText(open)} after ${packing.steps} steps of search; that is no proof that there is none`,
		fix: larger(setting, pools)
	};
	const steps = packing.outcome === "impossible" ? packing.steps : 0;
	return {
		kind: "machines",
		demand,
		message: `${who} have no arrangement on ${machinesText(open)} in ${poolsText(setting, pools)}; every one that differs was tried (${steps} steps)`,
		fix: larger(setting, pools)
	};
}
function homeless(demand, pools) {
	const { view } = demand;
	if (pools.length === 0) return {
		kind: "pod",
		demand,
		message: `${view.name} ${needsText(demand, gpuResource)}, and there is no pool`,
		fix: "Add a pool."
	};
	const found = pools.map((pool) => {
		const [obstacle] = zonesOf(pool).flatMap((zone) => obstacleTo(demand, pool, zone) ?? []);
		return {
			pool,
			obstacle
		};
	});
	const room = found.find(({ obstacle }) => obstacle?.kind === "room")?.obstacle;
	const resource = room?.kind === "room" ? room.resource : gpuResource;
	const texts = found.map(({ pool, obstacle }) => `pool ${pool.name} ${obstacleText(pool, obstacle, resource)}`);
	const shut = found.filter(({ pool, obstacle }) => pool.max > 0 && obstacle?.kind !== "room");
	const fitting = shut.length > 0 ? void 0 : bestMachine(demand, pools);
	const hint = fitting === void 0 ? "" : `; ${fitting.type} would fit`;
	const what = room === void 0 ? "is kept off every pool" : `${needsText(demand, resource)} on one node`;
	return {
		kind: "pod",
		demand,
		message: `${view.name} ${what}; ${texts.join("; ")}${hint}`,
		fix: fixFor(demand, shut[0], fitting)
	};
}
function fixFor({ view }, shut, fitting) {
	if (shut?.obstacle?.kind === "taint") return `Give ${view.name} a toleration for the taint of pool ${shut.pool.name}.`;
	if (shut?.obstacle?.kind === "label") return `Change the node selector of ${view.name}, or the labels and zones of pool ${shut.pool.name}.`;
	return fitting === void 0 ? `Ask for less per pod of ${view.name}, or spread it over several nodes.` : `Add a pool of ${fitting.type}, or ask for less per pod of ${view.name}.`;
}
function obstacleText(pool, obstacle, asked) {
	if (pool.max <= 0) return "may have no machine";
	if (obstacle === void 0) return "would take it";
	if (obstacle.kind !== "room") return obstacle.text;
	const { machine } = pool;
	if (obstacle.resource === "nvidia.com/gpu" && machine.fractional) return `has a slice of one GPU on ${machine.type}, which engines cannot use`;
	const unit = obstacle.resource === asked ? "" : ` ${unitOf(obstacle.resource, obstacle.offered)}`;
	return `has at most ${amount(obstacle.offered)}${unit} on ${machine.type}`;
}
/** `needs 8 GPUs` */
function needsText({ needs }, resource) {
	const needed = needs[resource] ?? 0;
	return `needs ${amount(needed)} ${unitOf(resource, needed)}`;
}
/** The unit of an amount of a resource. */
function unitOf(resource, count) {
	switch (resource) {
		case gpuResource: return count === 1 ? "GPU" : "GPUs";
		case "cpu": return "CPU cores";
		case "memory": return "GiB of memory";
		case "ephemeral-storage": return "GB of local disk";
		case "pods": return count === 1 ? "pod" : "pods";
		default: return resource;
	}
}
/** An amount with as many digits as matter. */
function amount(value) {
	return String(Math.round(value * 10) / 10);
}
/** The machine that somebody would take instead: same cloud, same GPU if there is one, else the cheapest. */
function bestMachine(demand, pools) {
	const clouds = new Set(pools.map(({ machine }) => machine.cloud));
	const own = new Set(pools.map(({ machine }) => machine.gpuModel));
	const least = Math.min(...pools.map(({ machine }) => require_facts.usableGpuGiB(machine)));
	const candidates = require_facts.machines.filter((machine) => {
		if (!clouds.has(machine.cloud) || machine.fractional || require_facts.usableGpuGiB(machine) < least) return false;
		if (pools.some((pool) => pool.machine.type === machine.type)) return false;
		const pool = {
			name: "",
			machine,
			max: 1,
			labels: pools[0]?.labels,
			zones: pools[0]?.zones
		};
		return zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === void 0);
	});
	const cost = (machine) => require_facts.machinePrice(machine, "on-demand").usdPerHour ?? Number.POSITIVE_INFINITY;
	return candidates.toSorted((a, b) => {
		const same = Number(own.has(b.gpuModel)) - Number(own.has(a.gpuModel));
		if (same !== 0) return same;
		return cost(a) === cost(b) ? a.gpus - b.gpus : cost(a) - cost(b);
	})[0];
}
function shortageText(setting, shortage) {
	const { tasks, pools, needed, available } = shortage;
	const who = namesOf(setting, tasks);
	if (shortage.kind === "total") {
		const resource = get(setting.resources, shortage.resource);
		return `${countOf(setting, tasks)} of ${who} need ${amount(needed)} ${unitOf(resource, needed)}, and ${poolsText(setting, pools)} ${pools.length === 1 ? "has" : "have"} ${amount(available)}`;
	}
	const each = shortage.perMachine === 1 ? "a machine each" : `a machine per ${shortage.perMachine}`;
	return `the pods of ${countOf(setting, tasks)} of ${who} need ${each}, ${machinesText(needed)} in all, and ${poolsText(setting, pools)} ${pools.length === 1 ? "has" : "have"} at most ${available}`;
}
function namesOf({ demands }, tasks) {
	const names = tasks.map((task) => get(demands, task).view.name);
	return names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} others` : names.join(", ");
}
function countOf({ problem }, tasks) {
	const replicas = tasks.reduce((sum, task) => sum + get(problem.tasks, task).replicas, 0);
	return replicas === 1 ? "1 replica" : `${replicas} replicas`;
}
function machinesText(count) {
	return count === 1 ? "1 machine" : `${count} machines`;
}
/** `pool p5 (4 × p5.48xlarge)` */
function poolsText({ pools }, indexes) {
	const texts = indexes.map((at) => {
		const { name, max, machine } = get(pools, at);
		return `${name} (${max} × ${machine.type})`;
	});
	return `${texts.length === 1 ? "pool" : "pools"} ${texts.join(", ")}`;
}
/** The smallest growth of one pool that makes everything fit, as advice. */
function larger(setting, candidates) {
	const { problem, pools } = setting;
	const otherwise = "Raise the maximum of a pool, add a pool, or lower the replicas.";
	if (problem.tasks.reduce((sum, { replicas }) => sum + replicas, 0) > fewReplicas) return otherwise;
	for (const at of candidates) {
		const more = growth((by) => packs(problem, at, by));
		if (more === void 0) continue;
		const { name, max } = get(pools, at);
		return `Raise the maximum of pool ${name} from ${max} to ${max + more}, or lower the replicas.`;
	}
	return otherwise;
}
function packs(problem, pool, by) {
	const pools = problem.pools.map((limit, at) => at === pool ? {
		...limit,
		max: limit.max + by
	} : limit);
	return pack({
		...problem,
		pools
	}, {
		searchSteps: 2e3,
		first: true
	}).outcome === "placed";
}
/** The smallest number from 1 on that passes a test which larger numbers pass too; undefined beyond 4096. */
function growth(passes) {
	let high = 1;
	while (!passes(high)) {
		high *= 2;
		if (high > 4096) return void 0;
	}
	let low = high / 2;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (passes(middle)) high = middle;
		else low = middle;
	}
	return high;
}
// ../../work/main/packages/constructs/src/estimate/placement/affinity.ts
/** Required affinity and topology constraints of the demands, over the places where pods can run. */
function rulesOf(demands, places) {
	const draft = {
		demands,
		places,
		byLabel: indexOf$1(demands),
		keys: [],
		levels: [],
		rules: [],
		stuck: /* @__PURE__ */ new Map(),
		notes: /* @__PURE__ */ new Set()
	};
	for (const [task, { view }] of demands.entries()) {
		const { podAffinity, podAntiAffinity } = view.component.podTemplate?.spec?.affinity ?? {};
		for (const term of podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) for (const other of matched(draft, task, term)) draft.rules.push({
			kind: "apart",
			tasks: [task, other],
			level: levelOf(draft, term.topologyKey)
		});
		for (const term of podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []) addAffinity(draft, task, term);
	}
	addConstraints(draft);
	findStuck(draft);
	return {
		levels: draft.levels,
		rules: draft.rules,
		stuck: draft.stuck,
		notes: [...draft.notes]
	};
}
function indexOf$1(demands) {
	const index = /* @__PURE__ */ new Map();
	for (const [at, { labels }] of demands.entries()) for (const [key, values] of labels) for (const value of values) {
		const entry = `${key}=${value}`;
		const list = index.get(entry);
		if (list === void 0) index.set(entry, [at]);
		else list.push(at);
	}
	return index;
}
function addAffinity(draft, task, term) {
	const others = matched(draft, task, term);
	const unknown = others.length === 0 ? foreignKey(draft, term.labelSelector) : void 0;
	if (unknown !== void 0) {
		draft.notes.add(`pod affinity by ${unknown} is about pods that are not in these graphs; not considered`);
		return;
	}
	draft.rules.push({
		kind: "beside",
		task,
		others,
		level: levelOf(draft, term.topologyKey)
	});
}
/** A label that no pod of the graphs has, so that the term may mean somebody else's pods. */
function foreignKey({ demands }, selector) {
	const own = new Set(Object.values(require_facts.labels));
	for (const { labels } of demands) for (const key of labels.keys()) own.add(key);
	return [...Object.keys(selector?.matchLabels ?? {}), ...(selector?.matchExpressions ?? []).map(({ key }) => key)].find((key) => !own.has(key));
}
/** The demands whose pods a term means, its own among them. */
function matched(draft, task, term) {
	const self = draft.demands[task];
	if (self === void 0 || term.labelSelector === void 0) return [];
	const { namespaces, namespaceSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
	return candidates(draft, term.labelSelector).flatMap((at) => {
		const other = draft.demands[at];
		if (other === void 0) return [];
		const { namespace } = other.graph;
		if (!(namespaceSelector !== void 0 || (namespaces === void 0 || namespaces.length === 0 ? namespace === self.graph.namespace : namespaces.includes(namespace ?? ""))) || !selects(term.labelSelector, other)) return [];
		const same = (key) => {
			const wanted = self.labels.get(key) ?? [];
			return (other.labels.get(key) ?? []).some((value) => wanted.includes(value));
		};
		return matchLabelKeys.every(same) && !mismatchLabelKeys.some(same) ? [at] : [];
	});
}
/** The demands among which a selector can find any: those with the rarest of its fixed labels. */
function candidates({ demands, byLabel }, selector) {
	const [rarest] = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => byLabel.get(`${key}=${value}`) ?? []).toSorted((a, b) => a.length - b.length);
	return rarest ?? [...demands.keys()];
}
function selects(selector, { labels }) {
	const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
	return Object.entries(matchLabels).every(([key, value]) => labels.get(key)?.includes(value) === true) && matchExpressions.every((requirement) => meets(requirement, labels.get(requirement.key)));
}
function meets({ operator, values = [] }, own) {
	const found = own?.some((value) => values.includes(value)) === true;
	switch (operator) {
		case "In": return found;
		case "NotIn": return !found;
		case "Exists": return own !== void 0;
		case "DoesNotExist": return own === void 0;
		default: return false;
	}
}
/** The level of a topology key; a node without the label is in no domain. */
function levelOf(draft, key) {
	const known = draft.keys.indexOf(key);
	if (known !== -1) return known;
	draft.keys.push(key);
	return draft.levels.push(newLevel(draft, key)) - 1;
}
function newLevel({ places }, key) {
	if (key === "kubernetes.io/hostname") return "host";
	if (key === "nvidia.com/gpu.clique") return "block";
	const names = [];
	return places.map(({ pool, zone }) => {
		const value = key === zoneKey ? zone : labelValue(pool, zone, key);
		if (value === void 0) return -1;
		const at = names.indexOf(value);
		return at === -1 ? names.push(value) - 1 : at;
	});
}
const zoneKey = "topology.kubernetes.io/zone";
/** The value of a label, where one machine type or the pool fixes it. */
function labelValue(pool, zone, key) {
	const own = pool.labels?.[key];
	if (own !== void 0) return own;
	return [
		pool.machine.type,
		pool.machine.arch,
		zone,
		"linux",
		"true"
	].find((value) => value !== "" && hasLabel(pool, zone, key, [value]) === true);
}
/** Topology constraints of Grove: of whole graphs, and of single-node components. */
function addConstraints(draft) {
	const byGraph = /* @__PURE__ */ new Map();
	for (const [task, { graph, view, pods }] of draft.demands.entries()) {
		byGraph.set(graph, [...byGraph.get(graph) ?? [], task]);
		const domain = view.component.topologyConstraint?.packDomain;
		if (domain !== void 0 && pods === 1) addBond(draft, [task], domain);
	}
	for (const tasks of byGraph.values()) {
		const domain = draft.demands[tasks[0] ?? -1]?.graph.graph.spec?.topologyConstraint?.packDomain;
		if (domain !== void 0) addBond(draft, tasks, domain);
	}
}
function addBond(draft, tasks, domain) {
	const key = packKey(domain, draft.places);
	if (key === void 0) {
		draft.notes.add(`topology domain ${require_facts.show(domain)} is not known of these pools; not considered`);
		return;
	}
	draft.rules.push({
		kind: "bond",
		tasks,
		level: levelOf(draft, key)
	});
}
/** The node label behind a usual name of a topology domain; undefined when the pools do not tell. */
function packKey(domain, places) {
	if (domain === "zone") return zoneKey;
	if (domain === "host" || domain === "node" || domain === "hostname") return "kubernetes.io/hostname";
	return places.every(({ pool }) => (pool.blockMachines ?? pool.machine.nvlinkMachines) > 1) && /^(rack|block|nvlink|clique|nvl)/.test(domain) ? "nvidia.com/gpu.clique" : void 0;
}
/** What the pods of one multi-node replica share. */
function groupLevel({ view, claims }, places) {
	const domain = view.component.topologyConstraint?.packDomain;
	const key = domain === void 0 ? void 0 : packKey(domain, places);
	if (key === "kubernetes.io/hostname") return "host";
	return claims || key === "nvidia.com/gpu.clique" ? "block" : "zone";
}
/** Demands whose pods wait for pods that themselves never start. */
function findStuck(draft) {
	const waitsFor = draft.demands.map(() => []);
	for (const rule of draft.rules) if (rule.kind === "beside") waitsFor[rule.task]?.push(rule.others);
	const startable = /* @__PURE__ */ new Set();
	for (let grown = true; grown;) {
		grown = false;
		for (const [task, lists] of waitsFor.entries()) {
			if (startable.has(task)) continue;
			if (!lists.every((others) => others.some((other) => other === task || startable.has(other)))) continue;
			startable.add(task);
			grown = true;
		}
	}
	for (const [task, demand] of draft.demands.entries()) {
		if (startable.has(task)) continue;
		const waits = waitsFor[task]?.flat() ?? [];
		const names = [...new Set(waits.map((other) => draft.demands[other]?.view.name))].join(", ");
		draft.stuck.set(task, names === "" ? `${demand.view.name} starts only beside pods that its affinity selects, and no pod of these graphs is selected` : `${demand.view.name} starts only beside ${names}, which cannot start before it either`);
	}
}
// ../../work/main/packages/constructs/src/estimate/placement/scale.ts
/**
* The range of every component, in the order of the graph: as given, else what a planner in the graph
* may make of it, else the replicas as written.
*
* A planner shares a budget of GPUs; its components grow in turn until the next replica would not fit
* into it, so that all maxima together are one state that the planner can reach.
*/
function scalesOf(graph, given = {}) {
	const settings = settingsOf(graph);
	const planned = settings === void 0 ? /* @__PURE__ */ new Map() : plannedScales(graph, settings);
	return graph.components.map((view) => given[scaleKey(graph, view.name)] ?? given[`${graph.name}/${view.name}`] ?? given[view.name] ?? planned.get(view.name) ?? {
		min: view.replicas,
		max: view.replicas
	});
}
/** Key of a component that no other graph has. */
function scaleKey({ namespace, name }, component) {
	return `${namespace ?? ""}/${name}/${component}`;
}
/** What a planner with these settings may make of the components that it scales, by component. */
function plannedScales(graph, settings) {
	const scaled = graph.components.filter((view) => isScaled(view, settings));
	const gpus = scaled.map(gpusOf);
	if (gpus.some((count) => count === void 0 || count === 0)) return /* @__PURE__ */ new Map();
	const least = settings.min_endpoint ?? 1;
	const budget = settings.max_gpu_budget ?? -1;
	if (budget < 0) return new Map(scaled.map(({ name, replicas }) => [name, {
		min: least,
		max: Math.max(least, replicas)
	}]));
	const most = scaled.map(() => least);
	const used = () => most.reduce((sum, replicas, at) => sum + replicas * (gpus[at] ?? 0), 0);
	for (let grown = true; grown;) {
		grown = false;
		for (const at of most.keys()) {
			if (used() + (gpus[at] ?? 0) > budget) continue;
			most[at] = (most[at] ?? 0) + 1;
			grown = true;
		}
	}
	return new Map(scaled.map(({ name }, at) => [name, {
		min: least,
		max: most[at] ?? least
	}]));
}
/** Settings of the planner of the graph, when they are written in the graph and it scales this graph. */
function settingsOf(graph) {
	for (const { program } of graph.components) {
		const config = program?.program === "planner" ? program.flags.config : void 0;
		if (typeof config !== "object" || config === null) continue;
		const settings = require_engines.plannerSettings(config);
		if (settings.environment === "kubernetes") return settings;
	}
}
function isScaled({ role, engine }, { mode }) {
	if (engine === void 0) return false;
	switch (mode) {
		case "prefill": return role === "prefill";
		case "decode": return role === "decode";
		case "agg": return role === "worker" || role === "decode";
		default: return role === "prefill" || role === "decode";
	}
}
/** GPUs of one replica; undefined when nobody can count them. */
function gpusOf(view) {
	if (view.gpusPerPod !== void 0) return view.gpusPerPod * view.nodes;
	return view.parallelism?.gpus;
}
// ../../work/main/packages/constructs/src/estimate/placement/problem.ts
/** What the components of the graphs ask for, at one end of their ranges. */
function demandsOf(graphs, options) {
	return graphs.flatMap((graph) => {
		const scales = scalesOf(graph, options.scales);
		return graph.components.map((view, at) => demandOf(graph, view, scales[at]?.[options.at ?? "max"] ?? view.replicas));
	});
}
/** Demands and pools as a problem. */
function settingOf(all, pools, options) {
	const places = pools.flatMap((pool) => zonesOf(pool).map((zone) => ({
		pool,
		zone
	})));
	const wanted = all.filter(({ replicas }) => replicas > 0);
	const cpuPools = pools.some(({ machine }) => machine.gpus === 0);
	const isElsewhere = (demand) => !cpuPools && isPlain(demand) && (options.otherNodes === true || places.every((place) => isShut(demand, place)));
	const elsewhere = wanted.filter(isElsewhere);
	const demands = wanted.filter((demand) => !elsewhere.includes(demand));
	const resources = resourcesOf(demands);
	const rules = rulesOf(demands, places);
	return {
		problem: {
			pools: pools.map((pool) => ({
				max: pool.max,
				blockSize: blockSizeOf(pool),
				cost: costOf(pool, options.prices),
				paid: pool.min ?? 0
			})),
			sites: places.map(({ pool, zone }) => ({
				pool: pools.indexOf(pool),
				zone: indexOf(places, (place) => place.zone === zone),
				kind: indexOf(pools, (other) => other.machine.type === pool.machine.type),
				capacity: resources.map((resource) => offerOf(pool)[resource] ?? 0)
			})),
			tasks: demands.map((demand) => ({
				replicas: demand.replicas,
				pods: demand.pods,
				needs: resources.map((resource) => demand.needs[resource] ?? 0),
				sites: places.flatMap((place, at) => place.pool.max > 0 && obstacleTo(demand, place.pool, place.zone) === void 0 ? [at] : []),
				within: groupLevel(demand, places)
			})),
			levels: rules.levels,
			rules: rules.rules
		},
		demands,
		places,
		resources,
		pools,
		rules,
		elsewhere
	};
}
function indexOf(list, test) {
	return list.findIndex(test);
}
/** GPUs come first; the search looks at them before anything else. */
function resourcesOf(demands) {
	const others = new Set(demands.flatMap(({ needs }) => Object.keys(needs)));
	others.delete(gpuResource);
	return [gpuResource, ...[...others].sort()];
}
/** True for pods that any ordinary node could run. */
function isPlain({ needs }) {
	return Object.keys(needs).every((resource) => !resource.includes("/") && !resource.startsWith("hugepages-"));
}
/** True when taints or labels keep the pods off, whatever room there is. */
function isShut(demand, { pool, zone }) {
	const obstacle = obstacleTo(demand, pool, zone);
	return obstacle !== void 0 && obstacle.kind !== "room";
}
/** Dollars, or GPUs where the price is not known: enough to prefer one placement to another. */
function costOf({ machine, capacity }, prices) {
	const { usdPerHour } = require_facts.machinePrice(machine, capacity ?? "on-demand", prices);
	return usdPerHour ?? Math.max(1, machine.gpus) * 10;
}
// ../../work/main/packages/constructs/src/estimate/placement/placement.ts
/**
* Packs every replica of the graphs onto machines of the pools: GPUs, CPU, memory, local disk, fabric
* devices, pods per node, zones, node selectors, taints, required affinity and anti-affinity, topology
* constraints, and whole groups of multi-node replicas.
*
* "Placed" comes with the table, "impossible" with proof. Spread constraints and preferences are not
* considered, nor are pods of anybody else.
*/
function placeGraphs(graphs, pools, options = {}) {
	const reasons = [];
	let demands = demandsOf(graphs, options);
	let setting = settingOf(demands, pools, options);
	for (;;) {
		const found = plainReasons(setting, reasons.length > 0);
		if (found.length === 0) break;
		reasons.push(...found);
		const out = new Set(found.map(({ demand }) => demand));
		demands = demands.filter((demand) => !out.has(demand));
		setting = settingOf(demands, pools, options);
	}
	const packing = pack(setting.problem, options);
	const machines = packing.outcome === "placed" ? machinesOf(setting, packing.machines) : [];
	if (packing.outcome !== "placed") reasons.push(packingReason(setting, packing));
	return {
		outcome: outcomeOf(reasons),
		machines,
		pools: poolUses(setting, machines),
		elsewhere: setting.elsewhere.map(({ graph, view, replicas }) => ({
			graph: graph.name,
			component: view.name,
			replicas
		})),
		reasons,
		notes: [...setting.demands.flatMap((demand) => demand.notes), ...setting.rules.notes]
	};
}
/** Only a search that gave up leaves the question open, and only when nothing else is proven. */
function outcomeOf(reasons) {
	if (reasons.length === 0) return "placed";
	return reasons.every(({ kind }) => kind === "undecided") ? "undecided" : "impossible";
}
/** Machines in the order of the pools and zones, numbered per pool. */
function machinesOf(setting, filled) {
	const { places, demands, resources } = setting;
	const numbers = /* @__PURE__ */ new Map();
	return filled.toSorted((a, b) => a.site - b.site).map(({ site, block, free, seats }) => {
		const { pool, zone } = get(places, site);
		const number = (numbers.get(pool.name) ?? 0) + 1;
		numbers.set(pool.name, number);
		const pods = seats.toSorted((a, b) => a.task - b.task || a.replica - b.replica || a.pod - b.pod).map(({ task, replica, pod }) => {
			const { graph, view } = get(demands, task);
			return {
				graph: graph.name,
				component: view.name,
				replica,
				node: pod
			};
		});
		const left = resources.map((resource, at) => [resource, Math.max(0, get(free, at))]);
		return {
			name: `${pool.name}-${number}`,
			pool: pool.name,
			type: pool.machine.type,
			zone: zone === "" ? void 0 : zone,
			block,
			pods,
			free: Object.fromEntries(left.filter(([, rest]) => Number.isFinite(rest)))
		};
	});
}
function poolUses({ pools }, machines) {
	return pools.map(({ name, machine, max }) => {
		const used = machines.filter(({ pool }) => pool === name);
		return {
			pool: name,
			type: machine.type,
			machines: used.length,
			max,
			gpus: used.length * Math.floor(machine.gpus),
			gpusFree: used.reduce((sum, { free }) => sum + (free["nvidia.com/gpu"] ?? 0), 0)
		};
	});
}
/** The machines of a placement as a table, with machines that hold the same on one line. */
function placementRows(placement) {
	const several = new Set(placement.machines.flatMap(({ pods }) => pods.map(({ graph }) => graph))).size > 1;
	const rows = /* @__PURE__ */ new Map();
	for (const { pool, type, zone, pods, free } of placement.machines) {
		const counts = /* @__PURE__ */ new Map();
		for (const { graph, component } of pods) {
			const name = several ? `${graph}/${component}` : component;
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
		const text = [...counts].map(([name, count]) => `${name} × ${count}`).join(", ");
		const key = JSON.stringify([
			pool,
			zone,
			text
		]);
		const count = (rows.get(key)?.count ?? 0) + 1;
		rows.set(key, {
			pool,
			type,
			zone,
			count,
			pods: text,
			free
		});
	}
	return [...rows.values()];
}
// ../../work/main/packages/constructs/src/estimate/cost/cost.ts
/** Hours of a month, as clouds count them. */
const monthHours = 730;
/**
* What the graphs cost on the pools at both ends of their scales. A machine is paid whole, whatever
* runs on it, and a pool keeps its minimum of machines.
*/
function estimateCost(graphs, pools, options = {}) {
	const placements = [placeGraphs(graphs, pools, {
		...options,
		at: "min"
	}), placeGraphs(graphs, pools, {
		...options,
		at: "max"
	})];
	const outside = placements[1].elsewhere.map(({ graph, component }) => `${graph}/${component}`);
	return {
		min: costAt(graphs, pools, placements[0], options),
		max: costAt(graphs, pools, placements[1], options),
		currency: "USD",
		notes: outside.length === 0 ? [] : [`not counted: nodes outside the pools for ${outside.join(", ")}`]
	};
}
function costAt(graphs, pools, placement, options) {
	const short = placement.outcome !== "placed" && placement.machines.length === 0;
	const poolCosts = pools.map((pool) => {
		const { name, machine, min = 0, max, capacity = "on-demand" } = pool;
		const used = placement.machines.filter((placed) => placed.pool === name).length;
		const price = require_facts.machinePrice(machine, capacity, options.prices);
		return {
			pool: name,
			type: machine.type,
			capacity,
			machines: short ? max : Math.max(min, used),
			...price
		};
	});
	const items = itemCosts(options);
	return {
		total: totalOf(poolCosts, items),
		pools: poolCosts,
		components: componentCosts(graphs, pools, placement.machines, poolCosts),
		items,
		placed: placement.outcome === "placed"
	};
}
function itemCosts({ storage = [], loadBalancers = [], prices = {} }) {
	const volumes = storage.map(({ name, kind, className, sizeGiB }) => {
		const perMonth = prices.storage?.[className ?? kind] ?? require_facts.storagePrice(kind, prices);
		const usdPerHour = perMonth === void 0 ? void 0 : perMonth * sizeGiB / 730;
		return {
			name: `${name} (${kind})`,
			usdPerHour
		};
	});
	const balancers = loadBalancers.map(({ name }) => ({
		name: `${name} (load balancer)`,
		usdPerHour: prices.loadBalancer
	}));
	return [...volumes, ...balancers];
}
function totalOf(pools, items) {
	const unknown = [];
	let usdPerHour = 0;
	for (const { type, machines, usdPerHour: each, capacity } of pools) {
		if (machines === 0) continue;
		if (each === void 0) unknown.push(`${type} (${capacity})`);
		else usdPerHour += each * machines;
	}
	for (const item of items) if (item.usdPerHour === void 0) unknown.push(item.name);
	else usdPerHour += item.usdPerHour;
	return {
		usdPerHour,
		usdPerMonth: usdPerHour * 730,
		unknown
	};
}
/** Divides every machine among the pods on it; what they leave is idle. */
function componentCosts(graphs, pools, machines, costs) {
	const needs = new Map(graphs.flatMap((graph) => graph.components.map((view) => [`${graph.name}/${view.name}`, demandOf(graph, view, 1).needs])));
	const sums = /* @__PURE__ */ new Map();
	const add = (graph, component, amount) => {
		const key = `${graph ?? ""}/${component}`;
		const before = sums.get(key);
		const both = before === void 0 ? 0 : before.usdPerHour;
		const usdPerHour = amount === void 0 || both === void 0 ? void 0 : both + amount;
		sums.set(key, {
			graph,
			component,
			usdPerHour
		});
	};
	for (const { pool: name, pods } of machines) {
		const pool = pools.find((one) => one.name === name);
		const price = costs.find((one) => one.pool === name)?.usdPerHour;
		if (pool === void 0) continue;
		let idle = 1;
		for (const { graph, component } of pods) {
			const share = Math.min(idle, shareOf(needs.get(`${graph}/${component}`) ?? {}, pool));
			idle -= share;
			add(graph, component, price === void 0 ? void 0 : price * share);
		}
		if (idle > 1e-9) add(void 0, "idle", price === void 0 ? void 0 : price * idle);
	}
	for (const { pool, machines: open, usdPerHour } of costs) {
		const empty = open - machines.filter((machine) => machine.pool === pool).length;
		if (empty > 0) add(void 0, "idle", usdPerHour === void 0 ? void 0 : usdPerHour * empty);
	}
	return [...sums.values()];
}
/** The part of a machine that a pod keeps from others. */
function shareOf(needs, pool) {
	const offer = offerOf(pool);
	const part = (resource) => {
		const whole = offer[resource] ?? 0;
		return whole > 0 && Number.isFinite(whole) ? (needs[resource] ?? 0) / whole : 0;
	};
	return pool.machine.gpus >= 1 ? part(gpuResource) : Math.max(part("cpu"), part("memory"));
}
/** The region of a pool, when its zones tell one. */
function poolRegion(pool) {
	const regions = new Set(zonesOf(pool).map(regionOf));
	const [region] = regions;
	return regions.size === 1 ? region : void 0;
}
// ../../work/main/packages/constructs/src/estimate/cost/check.ts
/** DYN-COST-001 to 003 for graphs on pools. */
function checkCost(graphs, pools, options = {}) {
	return costFindings(estimateCost(graphs, pools, options), pools, options);
}
/** The findings about an estimate that is there already. */
function costFindings({ max }, pools, options = {}) {
	const found = [];
	const { total } = max;
	const { monthlyUsd } = options;
	const budget = {
		object: "Budget/monthly",
		path: ["monthlyUsd"]
	};
	if (monthlyUsd !== void 0 && total.usdPerMonth > monthlyUsd) {
		const more = total.unknown.length === 0 ? "" : `, and ${total.unknown.join(", ")} on top`;
		const message = `maximum scale costs ${dollars(total.usdPerMonth)} a month${more}; the budget is ${dollars(monthlyUsd)}`;
		found.push(require_facts.finding("DYN-COST-001", budget, message, "Lower the maximum of pools or replicas, choose cheaper capacity, or raise the budget."));
	}
	for (const name of total.unknown) {
		const message = `the price of ${name} is not known${monthlyUsd === void 0 ? "" : ", so the budget cannot be proven"}`;
		found.push(require_facts.finding("DYN-COST-002", {
			object: "Budget/prices",
			path: [name]
		}, message, `Give a price for ${name}.`));
	}
	for (const cost of max.pools) {
		const pool = pools.find(({ name }) => name === cost.pool);
		const region = pool === void 0 ? void 0 : poolRegion(pool);
		if (cost.machines === 0 || cost.usdPerHour === void 0) continue;
		if (cost.region === void 0 || region === void 0 || region === cost.region) continue;
		const message = `${cost.type} is counted with the price of ${cost.region}, and pool ${cost.pool} is in ${region}`;
		const fix = `Give the price of ${cost.type} in ${region}.`;
		found.push(require_facts.finding("DYN-COST-003", {
			object: `Pool/${cost.pool}`,
			path: ["zones"]
		}, message, fix));
	}
	return found;
}
/** `$12,345` or `$0.53` */
function dollars(amount) {
	const digits = amount < 100 ? 2 : 0;
	return `$${amount.toLocaleString("en-US", {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	})}`;
}
// ../../work/main/packages/constructs/src/estimate/gpus.ts
/** GPUs that a component reserves at its written replicas; undefined when claims decide. */
function componentGpus(view) {
	const { name, role, replicas, nodes, gpusPerPod } = view;
	if (gpusPerPod === void 0) return void 0;
	return {
		name,
		role,
		replicas,
		nodes,
		perPod: gpusPerPod,
		total: replicas * nodes * gpusPerPod
	};
}
/** GPUs that a graph reserves at its written replicas. */
function graphGpus(graph) {
	const components = [];
	const unknown = [];
	for (const view of graph.components) {
		const gpus = componentGpus(view);
		if (gpus === void 0) unknown.push(view.name);
		else if (gpus.perPod > 0) components.push(gpus);
	}
	return {
		components,
		total: components.reduce((sum, component) => sum + component.total, 0),
		unknown
	};
}
// ../../work/main/packages/constructs/src/estimate/memory/engine-memory.ts
const gib$1 = 2 ** 30;
/**
* CUDA context, NCCL buffers and allocator waste of one process. Engines measure it at start; this is
* the usual amount, so results within it are no more than likely.
*/
const contextGiB = 1;
/** Divides a GPU's memory as the engine does. */
function budgetOf(memory, model, weightsGiB) {
	const { engine, gpuGiB } = memory;
	const reserveGiB = contextGiB + activationGiB(memory, model);
	switch (engine) {
		case "vllm": {
			const fraction = memory.fraction ?? .9;
			const rest = gpuGiB * fraction - weightsGiB - reserveGiB;
			if (memory.kvCacheBytes === void 0) return {
				fraction,
				reserveGiB,
				cacheGiB: rest
			};
			const fixed = memory.kvCacheBytes / gib$1;
			const possible = gpuGiB - weightsGiB - reserveGiB;
			return {
				fraction: 1,
				reserveGiB,
				cacheGiB: Math.min(fixed, possible)
			};
		}
		case "sglang": {
			const fraction = memory.fraction ?? sglangFraction(memory);
			return {
				fraction,
				reserveGiB: gpuGiB * (1 - fraction),
				cacheGiB: gpuGiB * fraction - weightsGiB
			};
		}
		case "trtllm": {
			const fraction = memory.fraction ?? .9;
			const free = gpuGiB - weightsGiB - reserveGiB;
			return {
				fraction,
				reserveGiB,
				cacheGiB: free > 0 ? free * fraction : free
			};
		}
	}
}
/**
* Activations of the largest step: residual stream and projections of each token, the widest layer, and
* the logits of all sequences in FP32. A rule of thumb; attention kernels work in tiles and add little.
*/
function activationGiB(memory, model) {
	const { tensor } = memory.layout;
	const tokens = memory.batchedTokens ?? usualTokens(memory);
	const sequences = Math.min(memory.sequences ?? usualSequences(memory), tokens);
	return (tokens * (2 * (4 * model.hiddenSize + 2 * model.intermediateSize / tensor)) + sequences * model.vocabularySize * 4) / gib$1;
}
/** @see vllm/engine/arg_utils.py: larger defaults from 70 GiB on; TensorRT-LLM's llm_args.py: 8192 */
function usualTokens({ engine, gpuGiB }) {
	return engine === "vllm" && gpuGiB < 70 ? 2048 : 8192;
}
function usualSequences({ engine, gpuGiB }) {
	return engine === "vllm" && gpuGiB >= 70 ? 1024 : 256;
}
/**
* The fraction that SGLang computes when none is given.
*
* @see python/sglang/srt/server_args.py, GPU memory settings
*/
function sglangFraction(memory) {
	const { layout } = memory;
	const mebibytes = memory.gpuGiB * 1024;
	const usual = usualSglang(mebibytes, layout.tensor);
	const chunk = memory.batchedTokens ?? usual.chunk;
	const graphs = memory.graphBatch ?? usual.graphs;
	let reserved = 512 + Math.max(chunk, 2048) * 1.5 + graphs * 2;
	reserved += layout.tensor * layout.pipeline / 8 * 1024;
	if (layout.dataParallelAttention) reserved += graphs * layout.data * (graphs > 300 ? 4.5 : 3);
	if (mebibytes > 61440) reserved = Math.max(reserved, 10240);
	return Math.round((mebibytes - reserved) / mebibytes * 1e3) / 1e3;
}
/** Prefill chunk and largest CUDA graph by the memory of the GPU. */
function usualSglang(mebibytes, tensor) {
	const small = tensor < 4;
	if (mebibytes < 20480) return {
		chunk: 2048,
		graphs: 8
	};
	if (mebibytes < 35840) return {
		chunk: 2048,
		graphs: small ? 24 : 80
	};
	if (mebibytes < 61440) return {
		chunk: 4096,
		graphs: small ? 32 : 160
	};
	if (mebibytes < 163840) return {
		chunk: 8192,
		graphs: small ? 256 : 512
	};
	return {
		chunk: 16384,
		graphs: 512
	};
}
// ../../work/main/packages/constructs/src/estimate/memory/model-memory.ts
/** GPUs that share one copy of the attention layers of a stage. */
function attentionRanks(engine, layout) {
	const { tensor, data, dataParallelAttention } = layout;
	return engine === "vllm" || !dataParallelAttention ? tensor : Math.max(1, tensor / data);
}
/** GPUs that share the experts of a stage. */
function expertRanks(engine, { tensor, data }) {
	return engine === "vllm" ? tensor * data : tensor;
}
/** Bytes of weights on the fullest GPU. */
function weightsPerGpu(engine, model, layout, redundantExperts = 0) {
	const { bytes, experts } = model;
	const { pipeline } = layout;
	const ranks = attentionRanks(engine, layout);
	const extra = experts === void 0 ? 1 : (experts.count + redundantExperts) / experts.count;
	return bytes.embedding / (pipeline > 1 ? 2 : 1) / ranks + (bytes.attention / ranks + bytes.dense / (engine === "sglang" ? layout.tensor : ranks) + bytes.experts * extra / expertRanks(engine, layout)) / pipeline;
}
/** Cost of a sequence on one GPU of a stage. */
function cacheCost(engine, model, layout, valueBytes) {
	const { attention, layers } = model;
	const stage = Math.ceil(layers / layout.pipeline);
	if (attention.kind === "latent") return {
		perToken: stage * attention.width * valueBytes,
		window: 0,
		windowTokens: 0
	};
	const perLayer = 2 * Math.max(1, Math.ceil(attention.kvHeads / attentionRanks(engine, layout))) * attention.headDim * valueBytes;
	const { sliding } = attention;
	if (sliding === void 0) return {
		perToken: stage * perLayer,
		window: 0,
		windowTokens: 0
	};
	const limited = Math.min(stage, Math.ceil(sliding.layers / layers * stage));
	return {
		perToken: (stage - limited) * perLayer,
		window: limited * perLayer * sliding.window,
		windowTokens: sliding.window
	};
}
/** Bytes that a sequence of that length takes. */
function cacheBytes(cost, tokens) {
	const inWindow = cost.windowTokens === 0 ? 0 : Math.min(1, tokens / cost.windowTokens);
	return tokens * cost.perToken + cost.window * inWindow;
}
/** The longest sequence that fits into that many bytes, in whole blocks. */
function longestSequence(cost, bytes, block) {
	if (bytes <= 0) return 0;
	const beyond = (bytes - cost.window) / cost.perToken;
	const tokens = beyond >= cost.windowTokens ? beyond : bytes / (cost.perToken + (cost.windowTokens === 0 ? 0 : cost.window / cost.windowTokens));
	return Math.floor(tokens / block) * block;
}
/** Bytes of one value in the KV cache; undefined for a type that is not known. */
function kvValueBytes(dtype, model) {
	if (dtype === void 0 || dtype === "auto") return model.kvValueBytes;
	const type = dtype.toLowerCase();
	if (/fp8|int8/.test(type)) return 1;
	if (/^(fp16|bf16|float16|bfloat16|half)$/.test(type)) return 2;
	return /fp4/.test(type) ? .5625 : void 0;
}
// ../../work/main/packages/constructs/src/estimate/memory/memory.ts
const gib = 2 ** 30;
const usualBlock = {
	vllm: 16,
	sglang: 1,
	trtllm: 32
};
/**
* Estimates the memory of the fullest GPU of an engine.
*
* @param input.gpuGiB what the driver reports, not the data sheet
*/
function estimateMemory(input) {
	const { engine, layout, gpuGiB } = input;
	const assumptions = [];
	const model = quantized(input);
	let valueBytes = kvValueBytes(input.kvCacheDtype, model);
	if (valueBytes === void 0) {
		assumptions.push(`KV cache type ${input.kvCacheDtype} counted with 2 bytes per value`);
		valueBytes = 2;
	}
	if (input.fraction === void 0) assumptions.push("memory fraction is the engine's default");
	const weightsGiB = weightsPerGpu(engine, model, layout, input.redundantExperts) / gib;
	const budget = budgetOf(input, model, weightsGiB);
	const cost = cacheCost(engine, model, layout, valueBytes);
	const contextLength = input.contextLength ?? model.maxContext;
	const block = input.blockSize ?? usualBlock[engine];
	const bytes = Math.max(0, budget.cacheGiB) * gib;
	const longest = longestSequence(cost, bytes, block);
	const perSequence = cacheBytes(cost, Math.ceil(contextLength / block) * block);
	const perCopy = Math.floor(bytes / perSequence);
	return {
		gpuGiB,
		weightsGiB,
		reserveGiB: budget.reserveGiB,
		cacheGiB: budget.cacheGiB,
		fraction: budget.fraction,
		bytesPerToken: cost.perToken,
		contextLength,
		largestContext: Math.min(longest, Math.max(model.maxContext, contextLength)),
		largestBatch: perCopy * Math.max(1, layout.data),
		fits: budget.cacheGiB > 0 && perCopy >= 1,
		assumptions
	};
}
/** The model as the engine holds it: some engines quantize while they load. */
function quantized({ model, quantization }) {
	if (model.weights !== "bf16" || quantization !== "fp8") return model;
	const { embedding, attention, dense, experts } = model.bytes;
	const bytes = {
		embedding,
		attention: attention / 2,
		dense: dense / 2,
		experts: experts / 2
	};
	return {
		...model,
		bytes,
		weights: "fp8"
	};
}
// ../../work/main/packages/constructs/src/estimate/memory/check.ts
/** The memory of every engine on every pool where its pods may run, in the order of graphs and pools. */
function memoryOf(graphs, pools, options = {}) {
	return graphs.flatMap((graph) => graph.components.flatMap((view) => {
		const { engine } = view;
		if (engine === void 0 || engine === "mocker" || view.role === "encode") return [];
		const input = inputOf(view, engine, options);
		if (typeof input === "string") return [{
			graph,
			view,
			why: input
		}];
		const demand = demandOf(graph, view, 1);
		return pools.filter(({ machine }) => machine.gpuModel !== void 0).flatMap((pool) => {
			if (!zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === void 0)) return [];
			const estimate = estimateMemory({
				...input,
				gpuGiB: require_facts.usableGpuGiB(pool.machine)
			});
			return [{
				graph,
				view,
				pool,
				model: input.model,
				estimate
			}];
		});
	}));
}
/** What is known of an engine's memory; a text tells why nothing is. */
function inputOf(view, engine, { models = {}, file }) {
	const given = file?.(view);
	const layout = given === void 0 || view.program === void 0 ? view.parallelism : require_engines.parallelism(view.program, given);
	if (layout === void 0) return "its flags or its configuration file are not known here";
	const name = layout.model ?? "";
	const model = models[name] ?? require_facts.findModel(name);
	if (model === void 0) return `nothing is known of the model ${name === "" ? "that it loads" : name}`;
	const { contextLength, blockSize, kvCacheDtype, quantization, memoryFraction: fraction } = layout;
	return {
		engine,
		model,
		layout,
		contextLength,
		blockSize,
		kvCacheDtype,
		quantization,
		fraction,
		...ownSettings(view, given)
	};
}
/** Settings that every engine names in its own way. */
function ownSettings(view, file) {
	const vllm = require_engines.flagsOf(view.program, "vllm");
	if (vllm !== void 0) return {
		batchedTokens: vllm.maxNumBatchedTokens,
		sequences: vllm.maxNumSeqs,
		kvCacheBytes: vllm.kvCacheMemoryBytes,
		redundantExperts: vllm.enableEplb === true ? vllm.eplbConfig?.num_redundant_experts : void 0
	};
	const sglang = require_engines.flagsOf(view.program, "sglang");
	if (sglang !== void 0) {
		const chunk = sglang.chunkedPrefillSize ?? void 0;
		return {
			batchedTokens: chunk === -1 ? sglang.maxPrefillTokens ?? 16384 : chunk,
			sequences: sglang.maxRunningRequests,
			graphBatch: sglang.cudaGraphMaxBsDecode ?? sglang.cudaGraphMaxBs,
			redundantExperts: sglang.epNumRedundantExperts
		};
	}
	const trtllm = require_engines.flagsOf(view.program, "trtllm");
	const engine = trtllm === void 0 ? void 0 : require_engines.engineArguments(trtllm, file);
	return {
		batchedTokens: engine?.max_num_tokens ?? void 0,
		sequences: engine?.max_batch_size ?? void 0
	};
}
/** DYN-MEM-010 to 014: weights, context, and number formats against the GPUs of the pools. */
function checkMemory(graphs, pools, options = {}) {
	return memoryOf(graphs, pools, options).flatMap(findingsOf$1);
}
function findingsOf$1(memory) {
	const { graph, view, pool, model, estimate, why } = memory;
	const say = (code, message, fix) => require_facts.finding(code, {
		object: graph.object,
		path: view.path
	}, message, fix);
	if (why !== void 0) return [say("DYN-MEM-014", `the memory of ${view.name} is not checked: ${why}`, "Give the model's numbers and the engine's file, so that its memory can be checked.")];
	if (pool === void 0 || model === void 0 || estimate === void 0) return [];
	const where = `a GPU of ${pool.machine.type} (${amount(estimate.gpuGiB)} GiB × ${estimate.fraction})`;
	const weights = `${amount(estimate.weightsGiB)} GiB of ${model.id}`;
	const found = [];
	if (estimate.cacheGiB <= 0) found.push(say("DYN-MEM-010", `${view.name} puts ${weights} and ${amount(estimate.reserveGiB)} GiB for activations on ${where}: ${amount(-estimate.cacheGiB)} GiB too much`, "Spread the model over more GPUs, quantize it, or choose a machine with larger GPUs."));
	else if (!estimate.fits) found.push(say(contextCode(view), `${view.name} puts ${weights} on ${where}; the ${amount(estimate.cacheGiB)} GiB that are left hold ${estimate.largestContext} tokens of KV cache, and one sequence may have ${estimate.contextLength}`, `Lower the context length to ${estimate.largestContext}, or give the engine more GPU memory.`));
	const format = foreignFormat(model, pool);
	if (format !== void 0) found.push(say("DYN-MEM-013", `${view.name} loads ${model.id} in ${format.toUpperCase()}, which ${pool.machine.gpuModel} of pool ${pool.name} does not multiply`, `Choose a checkpoint in another format, or a machine whose GPUs have ${format.toUpperCase()}.`));
	return found;
}
/** vLLM refuses to start; the others start and refuse the long requests. */
function contextCode({ engine, program }) {
	const automatic = require_engines.flagsOf(program, "vllm")?.maxModelLen === -1;
	return engine === "vllm" && !automatic ? "DYN-MEM-011" : "DYN-MEM-012";
}
/** The format of the weights, when the GPU has no kernels of its own for it. */
function foreignFormat(model, { machine }) {
	if (machine.gpuModel === void 0) return void 0;
	const { fp8, fp4 } = require_facts.gpus[machine.gpuModel];
	if (model.weights === "fp8" && !fp8) return "fp8";
	return model.weights === "nvfp4" && !fp4 ? "nvfp4" : void 0;
}
// ../../work/main/packages/constructs/src/estimate/placement/check.ts
/** What is wrong with a placement of the graphs at maximum scale, and with the pools themselves. */
function checkPlacement(graphs, pools, options = {}) {
	const wrong = pools.flatMap(checkPool);
	if (wrong.some(({ code }) => code === "DYN-PLACE-015")) return wrong;
	return [...wrong, ...placementFindings(placeGraphs(graphs, pools, options), graphs)];
}
/** DYN-PLACE-014, 015: limits of a pool, and how its machines can be had. */
function checkPool(pool) {
	const { name, machine, min = 0, max, capacity = "on-demand" } = pool;
	const found = [];
	const object = `Pool/${name}`;
	const whole = [min, max].every((limit) => Number.isInteger(limit) && limit >= 0);
	if (!whole || min > max) {
		const message = `keeps ${min} to ${max} machines; both must be whole numbers of 0 or more, the minimum at most the maximum`;
		const at = {
			object,
			path: [min > max && whole ? "min" : "max"]
		};
		found.push(require_facts.finding("DYN-PLACE-015", at, message, "Set min and max so that 0 ≤ min ≤ max."));
	}
	const { capacities } = machine;
	if (capacities !== void 0 && !capacities.includes(capacity)) {
		const message = `${machine.type} is not offered as ${capacity}; it is offered as ${capacities.join(", ")}`;
		const fix = `Set the capacity to ${capacities[0]}, or choose another machine type.`;
		found.push(require_facts.finding("DYN-PLACE-014", {
			object,
			path: ["capacity"]
		}, message, fix));
	}
	return found;
}
/** DYN-PLACE-010 to 013, 016: why a placement failed, and what it assumed. */
function placementFindings(placement, graphs) {
	const [first] = graphs;
	const notes = placement.notes.map((note) => require_facts.finding("DYN-PLACE-016", {
		object: first?.object ?? "DynamoGraphDeployment",
		path: ["spec"]
	}, note, "Check that this holds in your cluster."));
	return [...placement.reasons.map(ofReason), ...notes];
}
const codeOf = {
	pod: "DYN-PLACE-010",
	machines: "DYN-PLACE-011",
	undecided: "DYN-PLACE-012",
	affinity: "DYN-PLACE-013"
};
function ofReason({ kind, demand, message, fix }) {
	const { graph, view } = demand;
	const path = kind === "affinity" ? [
		...view.path,
		"podTemplate",
		"spec",
		"affinity",
		"podAffinity"
	] : kind === "pod" && (demand.needs["nvidia.com/gpu"] ?? 0) > 0 ? [...view.mainPath, "resources"] : view.path;
	return require_facts.finding(codeOf[kind], {
		object: graph.object,
		path
	}, message, fix);
}
// ../../work/main/packages/constructs/src/estimate/placement/node-labels.ts
/** @module Whether the nodes of a pool have a label, as far as machine type and cloud tell. */
/** Whether every node of the pool has a label with that key, whatever its value. */
function labelPresence(pool, key) {
	if (pool.labels?.[key] !== void 0) return "present";
	const { machine } = pool;
	const known = require_facts.topologyLabels.find((label) => label.key === key);
	if (known?.cloud !== void 0 && known.cloud !== machine.cloud) return "missing";
	if (known?.machines === "rdma") return machine.rdma === "none" ? "missing" : "present";
	if (known?.machines === "nvlink-domain") return blockSizeOf(pool) === void 0 ? "missing" : "present";
	if (key === "kubernetes.io/hostname") return "present";
	if (known !== void 0 && machine.cloud !== "other") return "present";
	return zonesOf(pool).every((zone) => hasLabel(pool, zone, key, []) !== void 0) ? "present" : "unknown";
}
// ../../work/main/packages/constructs/src/estimate/placement/written-scales.ts
/** @module Minimum and maximum scale as autoscalers and planners in the manifests decide it. */
/**
* The bounds of HorizontalPodAutoscalers and ScaledObjects, and of planners whose configuration is a
* file; a configuration in the arguments is read by {@link scalesOf}. An autoscaler wins over a
* planner, and having both is a finding.
*
* @param objects everything beside the graphs, and the graphs themselves
*/
function writtenScales(graphs, objects) {
	const { components, unknown } = require_checks.autoscaledComponents(objects);
	const rows = [];
	for (const { namespace, graph, config } of require_checks.plannerFiles(objects)) {
		const view = graphs.find((one) => one.name === graph && one.namespace === namespace);
		const settings = require_engines.plannerSettings(config);
		if (view === void 0 || settings.environment !== "kubernetes") continue;
		for (const [component, scale] of plannedScales(view, settings)) rows.push({
			namespace,
			graph,
			component,
			...scale,
			writer: "planner"
		});
	}
	rows.push(...components);
	return {
		rows,
		scales: Object.fromEntries(rows.map(({ namespace, graph, component, min, max }) => [scaleKey({
			namespace,
			name: graph
		}, component), {
			min,
			max
		}])),
		notes: [...unknown.map((writer) => `not counted: replicas that ${writer} decides, whose target is no component of these graphs`), ...graphs.filter(hasGlobalPlanner).map(({ name }) => `not counted: replicas that the global planner decides for graph ${name}`)]
	};
}
/** True when a planner of the graph only asks another for replicas. */
function hasGlobalPlanner({ components }) {
	return components.some(({ program }) => {
		const config = program?.program === "planner" ? program.flags.config : void 0;
		if (typeof config !== "object" || config === null) return false;
		return require_engines.plannerSettings(config).environment === "global-planner";
	});
}
// ../../work/main/packages/constructs/src/estimate/pools/machine-data.ts
/** @module A machine as an annotation holds it: the name of one in the tables, or its numbers. */
/** The machine of data that {@link misreadMachine} found nothing wrong with. */
function machineOf$2(data) {
	return (typeof data === "string" ? require_facts.findMachine(data) : void 0) ?? require_facts.machine(data);
}
const numbers = /* @__PURE__ */ new Set([
	"gpus",
	"gpuMemGiB",
	"vcpu",
	"ramGiB",
	"nvmeGB",
	"netGbps",
	"rdmaCount",
	"maxPods",
	"nvlinkMachines"
]);
const texts$1 = /* @__PURE__ */ new Set([
	"type",
	"source",
	"notes"
]);
const choices = {
	cloud: [
		"aws",
		"azure",
		"gcp",
		"other"
	],
	arch: ["amd64", "arm64"],
	gpuModel: Object.keys(require_facts.gpus),
	gpuDirect: [true, false],
	rdma: [
		"none",
		"efa",
		"ib-hdr-200",
		"ib-ndr-400",
		"ib-xdr-800",
		"roce-400",
		"roce-800",
		"tcpx-200",
		"tcpxo-200"
	]
};
/** What is wrong with the machine of a pool; undefined when nothing is. */
function misreadMachine(data) {
	if (typeof data === "string") {
		if (require_facts.findMachine(data) !== void 0) return void 0;
		const close = require_facts.nearest(data, require_facts.machines.map(({ type }) => type));
		return `names no machine of the tables: ${require_facts.show(data)}${close === void 0 ? "" : `; did you mean ${close}?`}`;
	}
	if (typeof data !== "object" || data === null || Array.isArray(data)) return `has no machine, got ${require_facts.show(data)}`;
	const given = data;
	for (const key of [
		"cloud",
		"type",
		"vcpu"
	]) if (given[key] === void 0) return `has a machine without ${key}`;
	for (const [key, value] of Object.entries(given)) if (!(key === "capacities" ? Array.isArray(value) && value.every((item) => typeof item === "string") : numbers.has(key) ? typeof value === "number" && value >= 0 : texts$1.has(key) ? typeof value === "string" : Object.hasOwn(choices, key) && choices[key]?.includes(value) === true)) return `has a machine with ${require_facts.show(value)} as ${key}`;
}
// ../../work/main/packages/constructs/src/estimate/pools/annotation.ts
/** @module Pools as the compact JSON of an annotation, and back. */
const none = {
	pools: [],
	findings: []
};
/** The pools as one line of JSON; a machine of the tables is written by its name. */
function writePools(pools) {
	return JSON.stringify(pools.map(compact));
}
/** The pool as it is written: without what is absent or empty. */
function compact(pool) {
	const { name, machine, ...rest } = pool;
	const fields = Object.entries(rest).filter(([, value]) => !isAbsent(value));
	return {
		name,
		machine: machineData(machine),
		...Object.fromEntries(fields)
	};
}
function isAbsent(value) {
	return value === void 0 || typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
function machineData(machine) {
	const known = require_facts.findMachine(machine.type);
	if (known !== void 0 && sameFields(known, machine)) return machine.type;
	const { fractional: _, ...fields } = machine;
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
}
function sameFields(a, b) {
	return a === b || JSON.stringify(a) === JSON.stringify(b);
}
/** Reads the annotation of an object; what is right in it counts, what is wrong is reported. */
function carriedPools(object) {
	const written = require_api.at(object, "metadata", "annotations", require_facts.poolsAnnotation);
	if (written === void 0) return none;
	const place = {
		object: require_api.objectLabel(object),
		path: [
			"metadata",
			"annotations",
			require_facts.poolsAnnotation
		]
	};
	const wrong = (message, fix = example) => require_facts.finding("DYN-NODE-001", place, message, fix);
	const list = parsed(require_api.text(written));
	if (!Array.isArray(list)) return {
		pools: [],
		findings: [wrong(`must be a JSON list, got ${require_facts.show(written)}`)]
	};
	const pools = [];
	const findings = [];
	for (const [index, entry] of list.entries()) {
		const why = misread(entry);
		if (why === void 0) pools.push(poolOf(entry));
		else findings.push(wrong(`entry ${index + 1} ${why}`));
	}
	return {
		pools,
		findings
	};
}
const example = "Write a JSON list such as [{\"name\":\"p5\",\"machine\":\"p5.48xlarge\",\"max\":4}], or let the pool write it.";
function parsed(json) {
	try {
		return JSON.parse(json ?? "");
	} catch {
		return;
	}
}
function poolOf({ machine, ...rest }) {
	return {
		...rest,
		machine: machineOf$2(machine)
	};
}
const isText = (value) => typeof value === "string" && value !== "";
const isCount = (value) => Number.isInteger(value) && value >= 0;
const isAmount = (value) => typeof value === "number" && value >= 0;
const isRecordOf = (test) => {
	return (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(test);
};
const isListOf = (test) => {
	return (value) => Array.isArray(value) && value.every(test);
};
const isOneOf = (values) => {
	return (value) => values.includes(value);
};
const isTaint = (value) => {
	const { key, value: own, effect } = value ?? {};
	return isText(key) && (own === void 0 || typeof own === "string") && isOneOf([
		"NoSchedule",
		"PreferNoSchedule",
		"NoExecute"
	])(effect);
};
const capacities = [
	"on-demand",
	"spot",
	"reserved",
	"capacity-block",
	"queued"
];
/** What each field but the machine has to be, and the words for it. */
const fields = {
	name: [isText, "a name"],
	zones: [isListOf(isText), "a list of zones"],
	min: [isAmount, "a number of machines"],
	max: [isAmount, "a number of machines"],
	capacity: [isOneOf(capacities), `one of ${capacities.join(", ")}`],
	labels: [isRecordOf((value) => typeof value === "string"), "texts by key"],
	taints: [isListOf(isTaint), "a list of taints with key, value and effect"],
	resources: [isRecordOf(isAmount), "numbers by resource"],
	diskGiB: [isAmount, "a number of GiB"],
	overhead: [(value) => isAmount(value) && value < 1, "a part from 0 to below 1"],
	blockMachines: [isCount, "a whole number of machines"]
};
/** What is wrong with an entry; undefined when nothing is. */
function misread(entry) {
	if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return `must be an object, got ${require_facts.show(entry)}`;
	const { machine, ...rest } = entry;
	for (const key of ["name", "max"]) if (rest[key] === void 0) return `has no ${key}`;
	for (const [key, value] of Object.entries(rest)) {
		const row = Object.hasOwn(fields, key) ? fields[key] : void 0;
		if (row === void 0) {
			const close = require_facts.nearest(key, Object.keys(fields));
			return `has an unknown field ${require_facts.show(key)}${close === void 0 ? "" : `; did you mean ${close}?`}`;
		}
		const [test, words] = row;
		if (!test(value)) return `has ${require_facts.show(value)} as ${key}, which is ${words}`;
	}
	return misreadMachine(machine);
}
// ../../work/main/packages/constructs/src/estimate/transport/route.ts
/** The route of a worker's traffic on a pool. */
function routeOf(demand, pool, traffic) {
	const { view } = demand;
	const chosen = traffic === "kv-transfer" ? tcpByChoice(view) : void 0;
	if (chosen !== void 0) return {
		transport: "tcp",
		why: chosen,
		chosen: true
	};
	const { machine } = pool;
	const { rdma, type, nvlinkMachines } = machine;
	if ((pool.blockMachines ?? nvlinkMachines) > 1 && demand.claims) return {
		transport: "nvlink",
		chosen: false
	};
	const tcp = (why) => ({
		transport: "tcp",
		why,
		chosen: false
	});
	if (rdma === "none") return tcp(`${type} has no fabric beside Ethernet`);
	if (rdma.startsWith("tcpx")) return traffic === "collectives" ? {
		transport: "gpudirect-tcp",
		chosen: false
	} : tcp(`GPUDirect-TCPX of ${type} carries NCCL only, not NIXL`);
	if (rdma === "efa" && !machine.gpuDirect && (demand.needs[efaResource] ?? 0) === 0) return tcp(`EFA of ${type} does not reach GPU memory, and ${view.name} asks for none`);
	if (rdma === "efa") return efaRoute(demand, traffic, tcp);
	const resource = rdma.startsWith("roce-") ? "networking.gke.io.networks/rdma-0" : "rdma/ib";
	if (!demand.claims && !hasDevice(demand, resource.split("/")[0] ?? "") && !hasHostDevice(view)) return tcp(`${view.name} asks for no ${resource}`);
	return {
		transport: rdma.startsWith("roce-") ? "roce" : "infiniband",
		chosen: false
	};
}
const efaResource = "vpc.amazonaws.com/efa";
/** libfabric needs the device, the image that holds it, and to be chosen. */
function efaRoute({ view, needs }, traffic, tcp) {
	if ((needs[efaResource] ?? 0) === 0) return tcp(`${view.name} asks for no ${efaResource}`);
	const { tag } = view.image ?? {};
	if (tag !== void 0 && require_facts.parseVersion(tag) !== void 0 && !/-efa\b/.test(tag)) return tcp(`the image ${view.image?.name}:${tag} has no EFA libraries`);
	const backend = traffic === "kv-transfer" ? nixlBackend(view) : void 0;
	return backend === void 0 || backend === "LIBFABRIC" ? {
		transport: "efa",
		chosen: false
	} : tcp(`NIXL of ${view.name} runs ${backend}, which does not use EFA; the backend for it is LIBFABRIC`);
}
/** The NIXL backend of a worker; undefined when values that are not known here decide. */
function nixlBackend(view) {
	const { engine, program, env } = view;
	if (program === void 0) return void 0;
	const named = require_engines.transfer(program)?.backend;
	const variable = engine === "sglang" ? "SGLANG_DISAGGREGATION_NIXL_BACKEND" : "TRTLLM_NIXL_KVCACHE_BACKEND";
	if (engine === "vllm") return view.open && named === void 0 ? void 0 : named ?? "UCX";
	if (env.values.has(variable)) return env.values.get(variable);
	if (env.open || view.open) return void 0;
	return engine === "sglang" && named !== "nixl" ? named : "UCX";
}
/** Why the worker uses TCP by its own choice; undefined when it does not. */
function tcpByChoice(view) {
	const config = require_engines.flagsOf(view.program, "vllm")?.kvTransferConfig;
	if (typeof config === "object" && require_engines.connectors(config).some(({ kv_buffer_device: device }) => device === "cpu")) return `${view.name} stages KV blocks in host memory (kv_buffer_device: cpu)`;
	const list = view.env.values.get("UCX_TLS");
	if (list === void 0 || list === "" || list.startsWith("^")) return void 0;
	const names = list.split(",");
	const rdma = names.some((name) => /^(all|ib|rc|dc|ud|srd|gga|rdmacm)/.test(name));
	return names.includes("tcp") && !rdma && !names.includes("cuda_ipc") ? `UCX_TLS of ${view.name} is ${list}` : void 0;
}
function hasDevice({ needs }, domain) {
	return Object.keys(needs).some((name) => name.startsWith("rdma/") || name.startsWith(`${domain}/`));
}
/** A privileged pod can open the host's devices without asking for one. */
function hasHostDevice({ main, component }) {
	const volumes = component.podTemplate?.spec?.volumes ?? [];
	return main?.securityContext?.privileged === true && volumes.some(({ hostPath }) => hostPath?.path.startsWith("/dev/infiniband") === true);
}
// ../../work/main/packages/constructs/src/estimate/transport/connection.ts
/** Every connection between machines, on the pools where both ends may run. */
function connectionsOf(graphs, pools) {
	return graphs.flatMap((graph) => {
		const workers = workersOf(graph);
		return [...workers.filter(({ pods }) => pods > 1).flatMap((demand) => nodesOf(demand, pools)), ...pairsOf(workers).flatMap(([from, to]) => pairOn(from, to, pools))];
	});
}
function workersOf(graph) {
	return graph.components.filter(({ engine }) => engine !== void 0 && engine !== "mocker").map((view) => demandOf(graph, view, view.replicas));
}
/** Prefill workers and who takes over from them: decode workers, or those that nobody gave a role. */
function pairsOf(workers) {
	const withRole = (role) => workers.filter(({ view }) => view.role === role);
	const decode = withRole("decode");
	const receivers = decode.length > 0 ? decode : withRole("worker");
	return withRole("prefill").flatMap((from) => receivers.map((to) => [from, to]));
}
/** The pairs of a graph that hand KV blocks over. */
function kvPairs(graph) {
	return pairsOf(workersOf(graph));
}
/** True when some machine of the pool takes the pods. */
function runsOn(demand, pool) {
	return zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === void 0);
}
function nodesOf(demand, pools) {
	return pools.filter((pool) => runsOn(demand, pool)).map((pool) => connect("collectives", [demand, pool], [demand, pool]));
}
/** On every pool that takes both; where none does, on every combination of theirs. */
function pairOn(from, to, pools) {
	const senders = pools.filter((pool) => runsOn(from, pool));
	const receivers = pools.filter((pool) => runsOn(to, pool));
	const common = senders.filter((pool) => receivers.includes(pool));
	return common.length > 0 ? common.map((pool) => connect("kv-transfer", [from, pool], [to, pool])) : senders.flatMap((a) => receivers.map((b) => connect("kv-transfer", [from, a], [to, b])));
}
function connect(traffic, [from, pool], [to, toPool]) {
	const ends = [routeOf(from, pool, traffic), routeOf(to, toPool, traffic)];
	const slower = ends.find(({ transport }) => transport === "tcp");
	const why = `pool ${pool.name} has ${ends[0].transport}, and pool ${toPool.name} has ${ends[1].transport}`;
	const apart = ends[0].transport !== ends[1].transport || pool !== toPool && ends[0].transport === "nvlink";
	const route = slower ?? (apart ? {
		transport: "tcp",
		why,
		chosen: false
	} : ends[0]);
	return {
		graph: from.graph,
		traffic,
		from: from.view,
		to: to.view,
		pool,
		toPool,
		route
	};
}
// ../../work/main/packages/constructs/src/estimate/transport/check.ts
/** DYN-NET-001 to 006: what the graphs use between machines and between GPUs. */
function checkTransport(graphs, pools, options = {}) {
	return [...connectionsOf(graphs, pools).flatMap((one) => tcpFinding(one, options)), ...graphs.flatMap((graph) => [...neighbourFindings(graph, pools), ...pcieFindings(graph, pools)])];
}
/** DYN-NET-001 to 003 */
function tcpFinding({ graph, traffic, from, to, pool, toPool, route }, options) {
	if (route.transport !== "tcp") return [];
	const between = traffic === "collectives" ? `the ${from.nodes} nodes of ${from.name} exchange activations` : `KV blocks go from ${from.name} to ${to.name}`;
	const accepted = route.chosen || options.acceptTcp === true;
	const code = accepted ? "DYN-NET-002" : traffic === "collectives" ? "DYN-NET-003" : "DYN-NET-001";
	const cost = traffic === "collectives" ? "" : `; ${priceOfTcp(from, options)}`;
	const message = `${between} over TCP ${pool === toPool ? `on pool ${pool.name}` : `from pool ${pool.name} to ${toPool.name}`}: ${route.why}${cost}`;
	const fix = accepted ? "Keep it when prompts are short, or use machines with a fabric." : "Use machines with a fabric and ask for its devices, serve aggregated, or accept TCP explicitly: fabric: tcp() in code, --accept-tcp for an estimate.";
	return [require_facts.finding(code, {
		object: graph.object,
		path: from.path
	}, message, fix)];
}
/** What upstream measured, and how much there is to carry. */
function priceOfTcp({ parallelism }, { models = {} }) {
	const measured = "upstream measured 98 s to the first token for 8000 tokens of an 8B model, and 1 s over EFA";
	const id = parallelism?.model ?? "";
	const model = models[id] ?? require_facts.findModel(id);
	if (model === void 0) return measured;
	const gigabytes = cacheCost("vllm", model, {
		tensor: 1,
		pipeline: 1,
		data: 1,
		dataParallelAttention: false,
		gpus: 1
	}, model.kvValueBytes).perToken * 8e3 / 1e9;
	return `8000 tokens of ${model.id} are ${amount(gigabytes)} GB; ${measured}`;
}
/** DYN-NET-004, 005: zones and machines that a pair may end up in. */
function neighbourFindings(graph, pools) {
	const [[prefill, decode] = []] = kvPairs(graph);
	if (prefill === void 0 || decode === void 0) return [];
	const demands = [prefill, decode];
	const hosts = pools.filter((pool) => runsOn(prefill, pool) && runsOn(decode, pool));
	const places = pools.filter((pool) => demands.some((demand) => runsOn(demand, pool))).flatMap((pool) => zonesOf(pool).map((zone) => ({
		pool,
		zone
	})));
	const { rules, levels } = rulesOf(demands, places);
	const found = [];
	const at = {
		object: graph.object,
		path: prefill.view.path
	};
	const zones = new Set(places.map(({ zone }) => zone));
	const tied = rules.some(({ kind, level }) => (kind === "beside" || kind === "bond") && joinsZones(levels[level], places.map(({ zone }) => zone)));
	if (zones.size > 1 && !tied && graph.graph.spec?.experimental?.kvTransferPolicy === void 0) {
		const message = `${prefill.view.name} and ${decode.view.name} may run in ${[...zones].join(", ")}, and nothing keeps a pair in one zone`;
		found.push(require_facts.finding("DYN-NET-004", at, message, "Require pod affinity by zone, pack the graph by topologyConstraint, or set kvTransferPolicy."));
	}
	const shared = hosts.find((pool) => sharesMachine(prefill, decode, pool));
	const apart = rules.some((rule) => rule.kind === "apart" && levels[rule.level] === "host" && rule.tasks.includes(0) && rule.tasks.includes(1));
	if (shared !== void 0 && !apart) {
		const message = `${prefill.view.name} and ${decode.view.name} fit on one ${shared.machine.type} of pool ${shared.name}, and no anti-affinity keeps them apart`;
		const fix = `Give both required pod anti-affinity by kubernetes.io/hostname against each other, within graph ${graph.name}.`;
		found.push(require_facts.finding("DYN-NET-005", at, message, fix));
	}
	return found;
}
/** True when a level never puts two zones together. */
function joinsZones(level, zones) {
	if (level === void 0) return false;
	if (typeof level === "string") return true;
	return zones.every((zone, a) => zones.every((other, b) => zone === other || level[a] !== level[b] || level[a] === -1));
}
function sharesMachine(prefill, decode, pool) {
	const uses = [prefill, decode].map((demand) => routeOf(demand, pool, "kv-transfer").transport);
	const needed = (resource) => (prefill.needs[resource] ?? 0) + (decode.needs[resource] ?? 0);
	const { machine } = pool;
	return uses.every((transport) => transport === "efa") && needed("nvidia.com/gpu") <= machine.gpus && needed("vpc.amazonaws.com/efa") <= machine.rdmaCount;
}
/** DYN-NET-006: tensor parallel ranks of one pod without NVLink among them. */
function pcieFindings(graph, pools) {
	return graph.components.flatMap((view) => {
		const { parallelism, gpusPerPod = 0 } = view;
		const ranks = Math.min(parallelism?.tensor ?? 1, gpusPerPod);
		if (ranks < 2) return [];
		const demand = demandOf(graph, view, view.replicas);
		const slow = pools.find((pool) => linkedGpus(pool) < ranks && runsOn(demand, pool));
		if (slow === void 0) return [];
		const { type } = slow.machine;
		const linked = linkedGpus(slow);
		const links = linked === 0 ? "no NVLink" : `NVLink between ${linked} of them only`;
		const message = `${view.name} splits every layer over ${ranks} GPUs of ${type}, which has ${links}`;
		return [require_facts.finding("DYN-NET-006", {
			object: graph.object,
			path: view.path
		}, message, "Use one GPU per replica with a smaller or quantized model, or machines with NVLink.")];
	});
}
/** GPUs of a machine that NVLink joins. */
function linkedGpus({ machine: { gpuModel } }) {
	return gpuModel === void 0 ? 0 : require_facts.gpus[gpuModel].nvlinkGpus;
}
// ../../work/main/packages/constructs/src/estimate/pools/said.ts
/** @module What an object of a node provisioner says of its pool, and small ways of reading it. */
/** The items of a list field; none when it is no list. */
function items(value, ...path) {
	const found = path.length === 0 ? value : require_api.at(value, ...path);
	return Array.isArray(found) ? found : [];
}
/** The texts of a list. */
function texts(value) {
	return items(value).filter((item) => typeof item === "string");
}
/** A map of texts; other values are left out. */
function textMap(value) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
	return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === "string"));
}
const effects = [
	"NoSchedule",
	"PreferNoSchedule",
	"NoExecute"
];
/** The taints of a list; what is none is left out. */
function taintsIn(value) {
	return items(value).flatMap((item) => {
		const key = require_api.text(require_api.at(item, "key"));
		const own = require_api.text(require_api.at(item, "value"));
		const effect = effects.find((known) => known === require_api.at(item, "effect"));
		if (key === void 0 || effect === void 0) return [];
		return [own === void 0 ? {
			key,
			effect
		} : {
			key,
			value: own,
			effect
		}];
	});
}
// ../../work/main/packages/constructs/src/estimate/pools/compute-class.ts
/** @module GKE's ComputeClass as a pool. */
/** What a ComputeClass says. It has no limits, so it never says how many machines there may be. */
function readComputeClass(object) {
	const name = require_api.text(require_api.at(object, "metadata", "name"));
	const priorities = items(object, "spec", "priorities");
	const [first] = priorities;
	if (name === void 0 || first === void 0) return void 0;
	const found = priorities.map(machineOf$1);
	const [machine] = found;
	const config = require_api.at(object, "spec", "nodePoolConfig");
	const same = machine !== void 0 && found.every((other) => other === machine);
	const zones = texts(require_api.at(first, "location", "zones") ?? require_api.at(object, "spec", "priorityDefaults", "location", "zones"));
	const disk = require_api.at(first, "storage", "bootDiskSize");
	return {
		name,
		...same ? { machine } : {},
		...zones.length === 0 ? {} : { zones },
		...priorities.length === 1 ? { capacity: capacityOf$1(first) } : {},
		labels: {
			...textMap(require_api.at(config, "nodeLabels")),
			...textMap(require_api.at(first, "nodeLabels")),
			[require_facts.nodeLabels.computeClass]: name
		},
		taints: [
			...taintsIn(require_api.at(config, "taints")),
			...taintsIn(require_api.at(first, "taints")),
			...same ? require_facts.gkeTaints(machine) : []
		],
		...typeof disk === "number" ? { diskGiB: disk } : {}
	};
}
function machineOf$1(priority) {
	const type = require_api.text(require_api.at(priority, "machineType"));
	const family = require_api.text(require_api.at(priority, "machineFamily"));
	const accelerator = require_api.text(require_api.at(priority, "gpu", "type"));
	const count = require_api.at(priority, "gpu", "count");
	const [only, ...others] = require_facts.machines.filter((machine) => machine.cloud === "gcp" && (type === void 0 || machine.type === type) && (family === void 0 || machine.type.startsWith(`${family}-`)) && (accelerator === void 0 || require_facts.gkeAccelerator(machine) === accelerator) && (typeof count !== "number" || machine.gpus === count));
	return others.length === 0 ? only : void 0;
}
function capacityOf$1(priority) {
	if (require_api.at(priority, "spot") === true) return "spot";
	if (require_api.at(priority, "flexStart", "enabled") === true) return "queued";
	const affinity = require_api.at(priority, "reservations", "affinity");
	return affinity === "Specific" || affinity === "AnyBestEffort" ? "reserved" : "on-demand";
}
// ../../work/main/packages/constructs/src/estimate/pools/karpenter.ts
/** @module Karpenter's NodePool, also of EKS Auto Mode and AKS, as a pool. */
const clouds = /* @__PURE__ */ new Map([
	["karpenter.k8s.aws", "aws"],
	["eks.amazonaws.com", "aws"],
	["karpenter.azure.com", "azure"],
	["karpenter.k8s.gcp", "gcp"]
]);
/** What a NodePool says; the machine is there when its requirements leave exactly one of the tables. */
function readNodePool(object, objects) {
	const name = require_api.text(require_api.at(object, "metadata", "name"));
	const template = require_api.at(object, "spec", "template");
	if (name === void 0 || template === void 0) return void 0;
	const requirements = items(template, "spec", "requirements").flatMap(requirementOf);
	const group = require_api.at(template, "spec", "nodeClassRef", "group");
	const machine = machineOf(clouds.get(group), requirements);
	const zones = valuesIn(requirements, require_facts.nodeLabels.zone);
	const fixed = fixedMachines(object);
	const most = fixed ?? limitOf(require_api.at(object, "spec", "limits"), machine);
	return {
		name,
		...machine === void 0 ? {} : { machine },
		...zones === void 0 ? {} : { zones },
		...given("capacity", capacityOf(requirements)),
		...given("min", fixed),
		...given("max", most),
		labels: {
			...labelsOf(template, requirements),
			[require_facts.nodeLabels.nodePool]: name
		},
		taints: taintsIn(require_api.at(template, "spec", "taints")),
		...given("diskGiB", diskOf(require_api.at(template, "spec", "nodeClassRef"), objects))
	};
}
function given(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
function requirementOf(item) {
	const key = require_api.text(require_api.at(item, "key"));
	const operator = require_api.text(require_api.at(item, "operator"));
	if (key === void 0 || operator === void 0) return [];
	return [{
		key,
		operator,
		values: texts(require_api.at(item, "values"))
	}];
}
/** The values that one requirement allows; undefined when none lists them. */
function valuesIn(requirements, key) {
	const found = requirements.find((one) => one.key === key && one.operator === "In");
	return found?.values.length === 0 ? void 0 : found?.values;
}
function machineOf(cloud, requirements) {
	const [only, ...others] = require_facts.machines.filter((machine) => (cloud === void 0 || machine.cloud === cloud) && requirements.every((requirement) => allows(requirement, machine)));
	return others.length === 0 ? only : void 0;
}
/** False when the machine has another value for the key; true where its value is not known. */
function allows({ key, operator, values }, machine) {
	const own = machineLabel(key, machine);
	if (own === void 0) return true;
	switch (operator) {
		case "In": return values.includes(own);
		case "NotIn": return !values.includes(own);
		case "DoesNotExist": return false;
		case "Gt": return Number(own) > Number(values[0]);
		case "Lt": return Number(own) < Number(values[0]);
		case "Gte": return Number(own) >= Number(values[0]);
		case "Lte": return Number(own) <= Number(values[0]);
		default: return true;
	}
}
/** Labels by which Karpenter's providers know a machine type. */
function machineLabel(key, { type, arch, gpus, vcpu, cloud }) {
	const [family = "", size = ""] = type.split(".");
	const aws = cloud === "aws";
	switch (key) {
		case require_facts.nodeLabels.instanceType:
		case "karpenter.azure.com/sku-name": return type;
		case require_facts.nodeLabels.arch: return arch;
		case "karpenter.k8s.aws/instance-family":
		case "eks.amazonaws.com/instance-family": return aws ? family : void 0;
		case "karpenter.k8s.aws/instance-size":
		case "eks.amazonaws.com/instance-size": return aws ? size : void 0;
		case "karpenter.k8s.aws/instance-category":
		case "eks.amazonaws.com/instance-category": return aws ? /^[a-z]+/.exec(family)?.[0] : void 0;
		case "karpenter.k8s.aws/instance-gpu-count":
		case "eks.amazonaws.com/instance-gpu-count":
		case "karpenter.azure.com/sku-gpu-count": return String(Math.floor(gpus));
		case "karpenter.k8s.aws/instance-cpu":
		case "eks.amazonaws.com/instance-cpu":
		case "karpenter.azure.com/sku-cpu": return String(vcpu);
		default: return;
	}
}
/** The one way in which the NodePool pays; undefined when it may take several. */
function capacityOf(requirements) {
	const [type, ...others] = valuesIn(requirements, require_facts.nodeLabels.capacityType) ?? [];
	if (others.length > 0) return void 0;
	const reservations = valuesIn(requirements, require_facts.nodeLabels.reservationType) ?? [];
	const block = reservations.length === 1 && reservations[0] === "capacity-block";
	switch (type) {
		case "on-demand":
		case "spot": return type;
		case "reserved": return block ? "capacity-block" : "reserved";
		default: return;
	}
}
/** Machines of a static NodePool. */
function fixedMachines(object) {
	const replicas = require_api.at(object, "spec", "replicas");
	return typeof replicas === "number" ? replicas : void 0;
}
/** Machines that the limits allow; undefined when none of them counts. */
function limitOf(limits, machine) {
	const per = {
		nodes: 1,
		"nvidia.com/gpu": machine === void 0 ? void 0 : Math.floor(machine.gpus),
		cpu: machine?.vcpu
	};
	const counts = Object.entries(per).flatMap(([resource, size]) => {
		const limit = require_api.at(limits, resource);
		if (size === void 0 || size === 0) return [];
		if (typeof limit !== "string" && typeof limit !== "number") return [];
		const amount = require_facts.quantityValue(limit);
		return Number.isFinite(amount) ? [Math.floor(amount / size)] : [];
	});
	return counts.length === 0 ? void 0 : Math.min(...counts);
}
/** Requirements of the provisioners and of kubelet become labels that every node of the type has. */
const ownDomain = /(^|\.)(kubernetes\.io|k8s\.io|karpenter\.sh|k8s\.aws|amazonaws\.com|azure\.com)\//;
function labelsOf(template, requirements) {
	const single = requirements.flatMap(({ key, operator, values: [value, ...others] }) => operator === "In" && value !== void 0 && others.length === 0 && !ownDomain.test(key) ? [[key, value]] : []);
	return {
		...textMap(require_api.at(template, "metadata", "labels")),
		...Object.fromEntries(single)
	};
}
/** Size of the disk in the node class of the same manifests. */
function diskOf(reference, objects) {
	const kind = require_api.at(reference, "kind");
	const name = require_api.at(reference, "name");
	const nodeClass = objects.find((object) => require_api.at(object, "kind") === kind && require_api.at(object, "metadata", "name") === name);
	if (nodeClass === void 0) return void 0;
	const direct = require_api.at(nodeClass, "spec", "osDiskSizeGB");
	if (typeof direct === "number") return direct;
	const mappings = items(nodeClass, "spec", "blockDeviceMappings");
	const root = mappings.find((one) => require_api.at(one, "rootVolume") === true) ?? mappings.at(-1);
	const size = require_api.text(require_api.at(root, "ebs", "volumeSize") ?? require_api.at(nodeClass, "spec", "ephemeralStorage", "size"));
	const bytes = size === void 0 ? NaN : require_facts.quantityValue(size);
	return Number.isFinite(bytes) ? Math.round(bytes / 2 ** 30) : void 0;
}
// ../../work/main/packages/constructs/src/estimate/pools/pools.ts
/** @module The pools that manifests know of: from node provisioners, and from what graphs carry. */
/** Machines of a pool that names no maximum: more than most graphs need, few enough to pay attention. */
const unlimitedMachines = 64;
/**
* Every pool that the manifests describe with a known machine.
*
* A field that a Karpenter NodePool (with its node class) or a GKE ComputeClass fixes is taken from
* there; the annotation `dynamo-iac/pools` of provisioners and graphs tells the rest.
*
* @param given pools that somebody names in so many words, such as on a command line; what they say
*   wins over a pool of the same name
*/
function poolsOf(objects, given = []) {
	const said = saidPools(objects);
	const known = /* @__PURE__ */ new Map();
	const each = objects.map((object, index) => {
		const { pools, findings } = carriedPools(object);
		const differences = pools.flatMap((carried) => {
			const provisioner = said.get(carried.name);
			const pool = overlaid(carried, provisioner);
			const source = provisioner?.label ?? require_api.objectLabel(object);
			const first = known.get(pool.name) ?? {
				pool,
				source,
				index
			};
			known.set(pool.name, first);
			return differenceOf(carried, first, object);
		});
		return [...findings, ...differences];
	});
	for (const { pool, label, index } of said.values()) {
		const { machine, max = 64 } = pool;
		if (known.has(pool.name) || machine === void 0) continue;
		known.set(pool.name, {
			pool: {
				...pool,
				machine,
				max
			},
			source: label,
			index
		});
	}
	for (const { pool, index } of known.values()) if (index !== void 0 && !given.some(({ name }) => name === pool.name)) each[index]?.push(...checkPool(pool));
	for (const pool of given) known.set(pool.name, {
		pool: {
			...known.get(pool.name)?.pool,
			...present(pool)
		},
		source: ""
	});
	return {
		pools: [...known.values()].map(({ pool }) => pool),
		each
	};
}
/** The fields that are there, so that an absent one hides nothing. */
function present(pool) {
	const fields = Object.entries(pool).filter(([, value]) => value !== void 0);
	return Object.fromEntries(fields);
}
/** What provisioners say, by the name of the pool. */
function saidPools(objects) {
	const said = /* @__PURE__ */ new Map();
	for (const [index, object] of objects.entries()) {
		const pool = readPool(object, objects);
		if (pool !== void 0) said.set(pool.name, {
			pool,
			label: require_api.objectLabel(object),
			index
		});
	}
	return said;
}
function readPool(object, objects) {
	const [group] = (require_api.text(require_api.at(object, "apiVersion")) ?? "").split("/");
	const kind = require_api.at(object, "kind");
	if (kind === "NodePool" && group === "karpenter.sh") return readNodePool(object, objects);
	if (kind === "ComputeClass" && group === "cloud.google.com") return readComputeClass(object);
}
/** The pool with the fields that its provisioner fixes; itself when that changes nothing. */
function overlaid(pool, said) {
	if (said === void 0) return pool;
	const merged = {
		...pool,
		...said.pool
	};
	return differingFields(pool, merged).length === 0 ? pool : merged;
}
function differenceOf(carried, { pool, source }, object) {
	const fields = differingFields(carried, pool);
	const [field] = fields;
	if (field === void 0) return [];
	const place = {
		object: require_api.objectLabel(object),
		path: [
			"metadata",
			"annotations",
			require_facts.poolsAnnotation
		]
	};
	const [here, there] = [carried, pool].map((side) => require_facts.show(plain(compact(side)[field])));
	const more = fields.length === 1 ? "" : `; ${fields.slice(1).join(", ")} differ as well`;
	const message = `pool ${pool.name} has ${field} ${here} here and ${there} in ${source}${more}`;
	const fix = `Render the object again with the pool as ${source} has it.`;
	return [require_facts.finding("DYN-NODE-002", place, message, fix)];
}
/** Lists and maps as JSON, which a message can show. */
function plain(value) {
	return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
/** Names of the fields in which two descriptions differ; what is absent has its default. */
function differingFields(a, b) {
	const [left, right] = [withDefaults(a), withDefaults(b)];
	return [.../* @__PURE__ */ new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => sorted(left[key]) !== sorted(right[key])).sort();
}
function withDefaults(pool) {
	return {
		min: 0,
		capacity: "on-demand",
		...compact(pool)
	};
}
/** JSON with sorted keys; the order of zones and taints has no meaning. */
function sorted(value) {
	if (Array.isArray(value)) return `[${value.map((item) => sorted(item) ?? "null").sort().join()}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return `{${Object.entries(value).filter(([, item]) => item !== void 0).map(([key, item]) => `${key}:${sorted(item)}`).sort().join()}}`;
}
// ../../work/main/packages/constructs/src/estimate/pools/check.ts
/** @module Graphs against the pools that their own manifests know of, at maximum scale. */
/**
* Placement, memory and transport of every graph that names a pool which the manifests describe, and
* the limits of those pools. Without a pool nothing is looked at. Notes about assumptions are left
* out: `dynamo-iac placement` and `estimate` print them. Waivers of the objects are applied.
*
* @returns the findings of each object, in the order of the objects
*/
function checkPools(objects, options = {}) {
	if (!objects.some(mayDescribePool) && options.pools === void 0) return objects.map(() => []);
	const { pools, each } = poolsOf(objects, options.pools);
	const found = workloadFindings(objects.map((object) => {
		const read = isGraph(object) ? require_checks.readGraph(object, options) : void 0;
		return read !== void 0 && namesPool(object, read.view, pools) ? read : void 0;
	}), pools, objects);
	return objects.map((object, index) => {
		const all = [...each[index] ?? [], ...found[index] ?? []];
		return all.length === 0 ? all : require_facts.applyWaivers(all, require_checks.waiversOf(object).waivers);
	});
}
/** A quick look, because most manifests describe none. */
function mayDescribePool(object) {
	const kind = require_api.at(object, "kind");
	return kind === "NodePool" || kind === "ComputeClass" || require_api.at(object, "metadata", "annotations", "dynamo-iac/pools") !== void 0;
}
function isGraph(object) {
	return require_api.at(object, "kind") === "DynamoGraphDeployment";
}
/** True when the graph says that it runs on these pools: by its annotation, or by a node selector. */
function namesPool(object, view, pools) {
	if (require_api.at(object, "metadata", "annotations", "dynamo-iac/pools") !== void 0) return true;
	return view.components.some((component) => pools.some((pool) => isSelected(component, pool)));
}
/** True when a label of the pool's own is what the pods ask for. */
function isSelected({ component }, pool) {
	return Object.entries(component.podTemplate?.spec?.nodeSelector ?? {}).some(([key, value]) => pool.labels?.[key] === value);
}
function workloadFindings(graphs, pools, objects) {
	const views = graphs.flatMap((graph) => graph === void 0 ? [] : [graph.view]);
	if (views.length === 0 || pools.length === 0) return graphs.map(() => []);
	const limits = pools.flatMap(checkPool).some(({ code }) => code === "DYN-PLACE-015");
	const { scales } = writtenScales(views, objects);
	const placement = limits ? void 0 : placeGraphs(views, pools, {
		scales,
		otherNodes: true
	});
	return graphs.map((graph) => {
		if (graph === void 0) return [];
		const { view, written } = graph;
		const reasons = placement?.reasons.filter(({ demand }) => demand.graph === view) ?? [];
		return [
			...placement === void 0 ? [] : placementFindings({
				...placement,
				reasons,
				notes: []
			}, [view]),
			...checkMemory([view], pools),
			...checkTransport([view], pools),
			...processorFindings(view, pools)
		].flatMap((one) => one.severity === "info" ? [] : [{
			...one,
			path: written(one.path)
		}]);
	});
}
/** DYN-NODE-010: images for one processor on machines with another. */
function processorFindings(graph, pools) {
	const arm = pools.filter(({ machine }) => machine.arch === "arm64");
	return graph.components.flatMap((view) => {
		const tag = view.image?.tag;
		if (tag === void 0 || !/-(amd64|x86[-_]64)$/.test(tag)) return [];
		const demand = demandOf(graph, view, view.replicas);
		const pool = arm.find((one) => runsOn(demand, one));
		if (pool === void 0) return [];
		const message = `${view.image?.name}:${tag} is for amd64, and ${pool.machine.type} of pool ${pool.name} is arm64`;
		const fix = `Use the tag without ${/-[^-]+$/.exec(tag)?.[0] ?? "the suffix"}, which is for both processors.`;
		const path = [...view.mainPath, "image"];
		return [require_facts.finding("DYN-NODE-010", {
			object: graph.object,
			path
		}, message, fix)];
	});
}
// ../../work/main/packages/constructs/src/estimate/startup/startup.ts
/** Engines compile and capture graphs for some minutes; a compilation cache shortens it (unverified). */
const usualEngineMinutes = 3;
/** Time to ready of every engine when all replicas of a graph start at the same time. */
function estimateStartup(graphs, pools, options = {}) {
	return graphs.flatMap((graph) => {
		const scales = scalesOf(graph, options.scales);
		const workers = graph.components.flatMap((view, at) => {
			if (view.engine === void 0 || view.engine === "mocker") return [];
			return [{
				view,
				pods: (scales[at]?.max ?? view.replicas) * view.nodes,
				bytes: checkpointOf(view, options)
			}];
		});
		const readers = workers.reduce((sum, { pods }) => sum + pods, 0);
		const total = workers.reduce((sum, { pods, bytes = 0 }) => sum + pods * bytes, 0);
		return workers.map(({ view, bytes }) => {
			const machine = slowestMachine(graph, view, pools);
			const load = bytes === void 0 ? void 0 : loadTime(bytes, total, machine, options.store);
			const loadMinutes = load === void 0 ? void 0 : load.seconds / 60;
			const engine = options.engineMinutes ?? usualEngineMinutes;
			return {
				graph,
				view,
				checkpointBytes: bytes,
				readers,
				loadMinutes,
				minutes: loadMinutes === void 0 ? void 0 : loadMinutes + engine,
				limit: load?.limit
			};
		});
	});
}
function checkpointOf({ parallelism }, { models = {} }) {
	const id = parallelism?.model ?? "";
	const model = models[id] ?? require_facts.findModel(id);
	return model === void 0 ? void 0 : require_facts.sumOfParts(model.bytes);
}
/** The machine with the slowest network among those where the pods may run. */
function slowestMachine(graph, view, pools) {
	const demand = demandOf(graph, view, 1);
	return pools.filter((pool) => zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === void 0)).map(({ machine }) => machine).toSorted((a, b) => (a.netGbps ?? Number.POSITIVE_INFINITY) - (b.netGbps ?? Number.POSITIVE_INFINITY))[0];
}
/** The slower of two: one machine reading one checkpoint, and the store serving all. */
function loadTime(bytes, total, machine, store) {
	if (store === void 0) return void 0;
	const network = store.totalMBps === void 0 || machine?.netGbps === void 0 ? void 0 : machine.netGbps * 125;
	const limits = [store.perMachineMBps, network].filter((limit) => limit !== void 0);
	const each = limits.length === 0 ? void 0 : bytes / 1e6 / Math.min(...limits);
	const all = store.totalMBps === void 0 ? void 0 : total / 1e6 / store.totalMBps;
	if (each === void 0 && all === void 0) return void 0;
	return (all ?? 0) > (each ?? 0) ? {
		seconds: all ?? 0,
		limit: "store"
	} : {
		seconds: each ?? 0,
		limit: "machine"
	};
}
// ../../work/main/packages/constructs/src/estimate/startup/check.ts
const usualLimit = 15;
/** DYN-START-001 to 003 for graphs on pools. */
function checkStartup(graphs, pools, options = {}) {
	const clouds = new Set(pools.map(({ machine }) => machine.cloud));
	return estimateStartup(graphs, pools, options).flatMap((estimate) => findingsOf(estimate, clouds, options));
}
function findingsOf(estimate, clouds, options) {
	const { graph, view, minutes, loadMinutes, checkpointBytes, readers } = estimate;
	const { store, limitMinutes = usualLimit } = options;
	const at = {
		object: graph.object,
		path: view.path
	};
	if (minutes === void 0 || loadMinutes === void 0 || checkpointBytes === void 0) {
		const lacks = checkpointBytes === void 0 ? "the size of its model is not known" : "the throughput of its storage is not known";
		const message = `how long ${view.name} takes to start cannot be said: ${lacks}`;
		return [require_facts.finding("DYN-START-003", at, message, "Give the model's numbers and the store of its weights.")];
	}
	const found = [];
	const what = `${amount(checkpointBytes / 1e9)} GB for each of ${readers} ${readers === 1 ? "pod" : "pods"}`;
	if (minutes > limitMinutes) {
		const limited = estimate.limit === "store" ? `${store?.name} carries ${store?.totalMBps} MB/s for all` : `one machine reads at most so fast`;
		const message = `${view.name} is ready after ${amount(minutes)} minutes, of which ${amount(loadMinutes)} read ${what}: ${limited}`;
		found.push(require_facts.finding("DYN-START-001", at, message, betterStore(estimate, clouds, limitMinutes, options)));
	}
	const probe = probeSeconds(view);
	if (probe !== void 0 && probe < minutes * 60) {
		const message = `the start-up probe of ${view.name} gives up after ${amount(probe / 60)} minutes, and it takes ${amount(minutes)} to read ${what} and start`;
		const fix = `Raise failureThreshold × periodSeconds of the start-up probe above ${Math.ceil(minutes * 60)} seconds.`;
		found.push(require_facts.finding("DYN-START-002", at, message, fix));
	}
	return found;
}
/** The smallest file system of the pools' cloud that keeps the limit, as advice. */
function betterStore({ checkpointBytes = 0, readers, minutes = 0, loadMinutes = 0, limit }, clouds, limitMinutes, { store }) {
	const local = "keep the weights on local disks of the machines, or stream them from a running worker with ModelExpress";
	const seconds = (limitMinutes - (minutes - loadMinutes)) * 60;
	if (limit !== "store" || seconds <= 0) return `${local[0]?.toUpperCase()}${local.slice(1)}.`;
	const needed = checkpointBytes * readers / 1e6 / seconds;
	const [best] = require_facts.lustreTiers.filter(({ cloud }) => clouds.has(cloud)).map((tier) => ({
		tier,
		size: require_facts.lustreGiB(tier, needed, 1.2 * checkpointBytes / 2 ** 30)
	})).toSorted((a, b) => a.size - b.size || b.tier.mbpsPerTiB - a.tier.mbpsPerTiB);
	if (best === void 0) return `Give ${store?.name} ${Math.ceil(needed)} MB/s, or ${local}.`;
	const total = Math.floor(best.size / 1024 * best.tier.mbpsPerTiB);
	return `Use ${best.size} GiB of ${best.tier.name} (${total} MB/s; ${Math.ceil(needed)} are needed), or ${local}.`;
}
/** What the operator gives workers: 10 s × 720. */
const operatorProbeSeconds = 7200;
/** Seconds until the start-up probe gives up; undefined when there is none. */
function probeSeconds({ main, component }) {
	const probe = main?.startupProbe;
	if (probe !== void 0) {
		const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe;
		return initialDelaySeconds + periodSeconds * failureThreshold;
	}
	const { type } = component;
	return type === "worker" || type === "prefill" || type === "decode" ? operatorProbeSeconds : void 0;
}
// ../../work/main/packages/constructs/src/estimate/storage/stores.ts
/** Where the images keep the Hub's cache when nobody sets HF_HOME. */
const defaultHome = "/home/dynamo/.cache/huggingface";
/** Addresses that engines stream weights from. */
const bucketAddress = /^(s3|gs|az):\/\/([^/]+)/;
/**
* The store of a graph's weights: that of its engines, when they all have the same. Its throughput is
* missing when the manifests do not tell it. Undefined when the engines read from different places, or
* from inside the pod.
*/
function weightStoreOf(graph, volumes) {
	const stores = graph.components.filter(({ engine }) => engine !== void 0 && engine !== "mocker").map((view) => storeOf(view, graph, volumes));
	const [first] = stores;
	return stores.every((store) => store?.name === first?.name) ? first : void 0;
}
function storeOf(view, graph, volumes) {
	const model = view.parallelism?.model ?? "";
	const bucket = bucketAddress.exec(model);
	if (bucket !== null) return {
		name: `${bucket[1]}://${bucket[2]}`,
		totalMBps: Number.POSITIVE_INFINITY
	};
	const volume = volumeAt(view, model.startsWith("/") ? model : homeOf(view));
	if (volume === void 0) return void 0;
	const claim = volume.persistentVolumeClaim?.claimName;
	if (claim === void 0) return localStore(volume);
	const known = volumes.find((each) => each.claim === claim && (each.namespace === void 0 || graph.namespace === void 0 || each.namespace === graph.namespace));
	if (known === void 0) return { name: claim };
	const title = known.product === void 0 ? void 0 : require_facts.storageProducts[known.product].title;
	const { totalMBps, perMachineMBps } = known;
	return {
		name: title === void 0 ? claim : `${claim} (${title})`,
		...totalMBps === void 0 ? {} : { totalMBps },
		...perMachineMBps === void 0 ? {} : { perMachineMBps }
	};
}
/** Disks of the node, which nobody else reads; how fast they are stays open. */
function localStore({ name, hostPath, emptyDir }) {
	return hostPath !== void 0 || emptyDir !== void 0 ? { name } : void 0;
}
function homeOf({ env }) {
	const value = (name) => env.values.get(name);
	return value("HF_HUB_CACHE") ?? value("HF_HOME") ?? defaultHome;
}
/** The volume whose mount holds the path most closely. */
function volumeAt({ main, component }, path) {
	const nearest = (main?.volumeMounts ?? []).filter(({ mountPath }) => holds(mountPath, path)).reduce((best, mount) => best === void 0 || mount.mountPath.length > best.mountPath.length ? mount : best, void 0);
	return component.podTemplate?.spec?.volumes?.find(({ name }) => name === nearest?.name);
}
function holds(mountPath, path) {
	const folder = mountPath.endsWith("/") ? mountPath : `${mountPath}/`;
	return path === mountPath || path.startsWith(folder);
}
Object.defineProperty(exports, "billOf", {
	enumerable: true,
	get: function() {
		return billOf;
	}
});
Object.defineProperty(exports, "builtInClasses", {
	enumerable: true,
	get: function() {
		return builtInClasses;
	}
});
Object.defineProperty(exports, "carriedPools", {
	enumerable: true,
	get: function() {
		return carriedPools;
	}
});
Object.defineProperty(exports, "checkCost", {
	enumerable: true,
	get: function() {
		return checkCost;
	}
});
Object.defineProperty(exports, "checkMemory", {
	enumerable: true,
	get: function() {
		return checkMemory;
	}
});
Object.defineProperty(exports, "checkPlacement", {
	enumerable: true,
	get: function() {
		return checkPlacement;
	}
});
Object.defineProperty(exports, "checkPool", {
	enumerable: true,
	get: function() {
		return checkPool;
	}
});
Object.defineProperty(exports, "checkPools", {
	enumerable: true,
	get: function() {
		return checkPools;
	}
});
Object.defineProperty(exports, "checkStartup", {
	enumerable: true,
	get: function() {
		return checkStartup;
	}
});
Object.defineProperty(exports, "checkTransport", {
	enumerable: true,
	get: function() {
		return checkTransport;
	}
});
Object.defineProperty(exports, "claimedVolumes", {
	enumerable: true,
	get: function() {
		return claimedVolumes;
	}
});
Object.defineProperty(exports, "componentGpus", {
	enumerable: true,
	get: function() {
		return componentGpus;
	}
});
Object.defineProperty(exports, "connectionsOf", {
	enumerable: true,
	get: function() {
		return connectionsOf;
	}
});
Object.defineProperty(exports, "costFindings", {
	enumerable: true,
	get: function() {
		return costFindings;
	}
});
Object.defineProperty(exports, "dollars", {
	enumerable: true,
	get: function() {
		return dollars;
	}
});
Object.defineProperty(exports, "estimateCost", {
	enumerable: true,
	get: function() {
		return estimateCost;
	}
});
Object.defineProperty(exports, "estimateMemory", {
	enumerable: true,
	get: function() {
		return estimateMemory;
	}
});
Object.defineProperty(exports, "estimateStartup", {
	enumerable: true,
	get: function() {
		return estimateStartup;
	}
});
Object.defineProperty(exports, "graphGpus", {
	enumerable: true,
	get: function() {
		return graphGpus;
	}
});
Object.defineProperty(exports, "labelPresence", {
	enumerable: true,
	get: function() {
		return labelPresence;
	}
});
Object.defineProperty(exports, "loadBalancersOf", {
	enumerable: true,
	get: function() {
		return loadBalancersOf;
	}
});
Object.defineProperty(exports, "memoryOf", {
	enumerable: true,
	get: function() {
		return memoryOf;
	}
});
Object.defineProperty(exports, "monthHours", {
	enumerable: true,
	get: function() {
		return monthHours;
	}
});
Object.defineProperty(exports, "placeGraphs", {
	enumerable: true,
	get: function() {
		return placeGraphs;
	}
});
Object.defineProperty(exports, "placementFindings", {
	enumerable: true,
	get: function() {
		return placementFindings;
	}
});
Object.defineProperty(exports, "placementRows", {
	enumerable: true,
	get: function() {
		return placementRows;
	}
});
Object.defineProperty(exports, "poolsOf", {
	enumerable: true,
	get: function() {
		return poolsOf;
	}
});
Object.defineProperty(exports, "regionOf", {
	enumerable: true,
	get: function() {
		return regionOf;
	}
});
Object.defineProperty(exports, "scalesOf", {
	enumerable: true,
	get: function() {
		return scalesOf;
	}
});
Object.defineProperty(exports, "storageItems", {
	enumerable: true,
	get: function() {
		return storageItems;
	}
});
Object.defineProperty(exports, "unlimitedMachines", {
	enumerable: true,
	get: function() {
		return unlimitedMachines;
	}
});
Object.defineProperty(exports, "weightStoreOf", {
	enumerable: true,
	get: function() {
		return weightStoreOf;
	}
});
Object.defineProperty(exports, "writePools", {
	enumerable: true,
	get: function() {
		return writePools;
	}
});
Object.defineProperty(exports, "writtenScales", {
	enumerable: true,
	get: function() {
		return writtenScales;
	}
});
