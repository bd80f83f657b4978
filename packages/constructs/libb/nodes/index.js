Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_fabric = require("../fabric-DwqhriMW.js");
const require_facts = require("../facts-DqOY39uq.js");
const require_kube_object = require("../kube-object-AZQcDCDU.js");
const require_estimate = require("../estimate-ouKabqQT.js");
const require_merge = require("../merge-DqcW4TRB.js");
let zod = require("zod");
let constructs = require("constructs");
// ../../work/main/packages/constructs/src/nodes/fabric-of.ts
/** Resource of the shared device plugin in Azure's own manifests. @see Azure/aks-rdma-infiniband */
const sharedInfiniband = "rdma/shared_ib";
/**
* The fabric that workers use for KV transfer; undefined where the machine has none that NIXL uses:
* EFA without GPUDirect, and GPUDirect-TCPX, which carries NCCL only.
*/
function fabricOf(machine, hugepages) {
	const { rdma, rdmaCount, gpus, gpuDirect, cloud } = machine;
	if (rdmaCount === 0 || gpus < 1) return void 0;
	const perGpu = rdmaCount / gpus;
	if (rdma === "efa") return gpuDirect ? require_fabric.efa({
		perGpu,
		hugepages
	}) : void 0;
	if (rdma.startsWith("ib-")) {
		if (cloud !== "azure") return require_fabric.infiniband({ perGpu });
		return require_fabric.infiniband({
			resource: sharedInfiniband,
			shared: true,
			env: azureEnvironment(rdmaCount)
		});
	}
	return rdma.startsWith("roce-") && cloud === "gcp" ? require_fabric.gkeRoce({ perGpu }) : void 0;
}
/**
* With the shared device plugin every pod sees all interfaces, and UCX must not choose a bonded one.
*
* @see recipes/kustomize/components/aks-ib
*/
function azureEnvironment(interfaces) {
	return {
		UCX_NET_DEVICES: Array.from({ length: interfaces }, (_, at) => `mlx5_${at}:1`).join(","),
		UCX_IB_GPU_DIRECT_RDMA: "yes",
		NCCL_SOCKET_IFNAME: "eth0"
	};
}
/** True when the fabric is one that never leaves a zone. */
function isRdma(fabric) {
	return fabric?.devices !== void 0;
}
// ../../work/main/packages/constructs/src/nodes/resolve.ts
/** Resolves the settings that every pool has. */
function resolvePool(id, provisioner, props) {
	const { machine, max, min, zones, capacity, hugepages } = props;
	const name = props.name ?? id;
	const localDisks = machine.nvmeGB > 0 && (props.localDisks ?? "images-and-cache") !== "none";
	const diskGiB = props.diskGiB ?? usualDisk(provisioner, localDisks);
	const fabric = props.fabric === false ? void 0 : props.fabric ?? fabricOf(machine, hugepages?.perWorker);
	const taints = props.taints ?? usualTaints(machine);
	const own = ownLabels(provisioner, name);
	const labels = {
		...discoveryLabels(provisioner, machine, fabric, props),
		...props.labels
	};
	const written = provisioner === "gke" ? taints.filter((taint) => !isGkeTaint(taint, machine)) : taints;
	const all = provisioner === "gke" ? [...written, ...require_facts.gkeTaints(machine)] : taints;
	const pool = {
		name,
		machine,
		...zones === void 0 || zones.length === 0 ? {} : { zones },
		...min === void 0 || min === 0 ? {} : { min },
		max,
		capacity: capacity ?? "on-demand",
		labels: {
			...labels,
			...own
		},
		taints: all,
		...resourcesOf(machine, localDisks, diskGiB, hugepages),
		diskGiB
	};
	return {
		provisioner,
		pool,
		labels,
		taints: written,
		fabric,
		driverOwner: props.driverOwner ?? "provider",
		localDisks,
		diskGiB,
		hugepages,
		placement: {
			nodeSelector: props.nodeSelector ?? selectorOf(own, props.labels ?? {}, machine),
			tolerations: tolerationsOf(pool),
			...fabric === void 0 ? {} : { fabric },
			podAnnotations: {
				...keepers[provisioner],
				...props.podAnnotations
			},
			...machine.cloud === "gcp" && props.driverOwner !== "gpu-operator" ? { setup: gkeLibraries } : {},
			pool
		}
	};
}
/** Images of two releases fit beside the system; AKS puts everything on the one disk. */
function usualDisk(provisioner, localDisks) {
	if (provisioner === "aks") return 512;
	return localDisks ? 100 : 300;
}
/** The value differs between clouds, so workers tolerate the key alone. */
function usualTaints({ cloud, gpus }) {
	if (gpus === 0) return [];
	return [{
		key: "nvidia.com/gpu",
		value: cloud === "aws" ? "true" : "present",
		effect: "NoSchedule"
	}];
}
function isGkeTaint({ key }, machine) {
	return require_facts.gkeTaints(machine).some((taint) => taint.key === key);
}
/** The label that the provisioner itself puts on the nodes of the pool. */
function ownLabels(provisioner, name) {
	switch (provisioner) {
		case "existing": return {};
		case "gke": return { [require_facts.nodeLabels.computeClass]: name };
		default: return { [require_facts.nodeLabels.nodePool]: name };
	}
}
/**
* What pods and the Dynamo operator look for on GPU nodes. Without them on the pool, a provisioner
* never makes a node for a pod that selects one, and discovery finds no fabric on a cloud.
*
* @see deploy/operator/internal/gpu/discovery.go
*/
function discoveryLabels(provisioner, { gpus }, fabric, { ownDevicePlugin }) {
	if (provisioner === "existing" || gpus === 0) return {};
	return {
		"nvidia.com/gpu.present": "true",
		...isRdma(fabric) ? { "nvidia.com/rdma.present": "true" } : {},
		...ownDevicePlugin === true ? { "nvidia.com/gpu.deploy.device-plugin": "false" } : {}
	};
}
function selectorOf(own, labels, { type }) {
	if (Object.keys(own).length > 0) return own;
	return Object.keys(labels).length > 0 ? labels : { [require_facts.nodeLabels.instanceType]: type };
}
/** Taints that clouds put on spot machines, whether or not the pool's own are known. */
const spotTolerations = {
	azure: {
		key: "kubernetes.azure.com/scalesetpriority",
		value: "spot"
	},
	gcp: {
		key: "cloud.google.com/gke-spot",
		value: "true"
	}
};
function tolerationsOf({ taints = [], capacity, machine }) {
	const own = taints.filter(({ effect }) => effect !== "PreferNoSchedule").map(({ key, value, effect }) => value === void 0 || key === "nvidia.com/gpu" ? {
		key,
		operator: "Exists",
		effect
	} : {
		key,
		operator: "Equal",
		value,
		effect
	});
	const spot = capacity === "spot" ? spotTolerations[machine.cloud] : void 0;
	return spot === void 0 || own.some(({ key }) => key === spot.key) ? own : [...own, {
		...spot,
		operator: "Equal",
		effect: "NoSchedule"
	}];
}
/**
* GKE mounts its driver into pods where images do not look for it.
*
* @see examples/deployments/GKE (disagg.yaml)
*/
const gkeLibraries = ["export LD_LIBRARY_PATH=/usr/local/nvidia/lib64:$LD_LIBRARY_PATH", "export PATH=$PATH:/usr/local/nvidia/bin"].join("\n");
/** Annotations that keep autoscalers from moving a worker in the middle of a generation. */
const keepers = {
	karpenter: { "karpenter.sh/do-not-disrupt": "true" },
	"eks-auto-mode": { "karpenter.sh/do-not-disrupt": "true" },
	aks: { "karpenter.sh/do-not-disrupt": "true" },
	gke: { "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" },
	existing: {}
};
/** What of the machine's own resources is not there, and what comes on top. */
function resourcesOf(machine, localDisks, diskGiB, hugepages) {
	const resources = {
		...machine.nvmeGB > 0 && !localDisks ? { "ephemeral-storage": Math.floor(diskGiB * 1.073741824 * .92) } : {},
		...hugepages === void 0 ? {} : { "hugepages-2Mi": require_facts.quantityValue(hugepages.perNode) }
	};
	return Object.keys(resources).length === 0 ? {} : { resources };
}
/** True when workers of the pool use a network that never leaves a zone. */
function hasRdma({ fabric }) {
	return isRdma(fabric);
}
// ../../work/main/packages/constructs/src/nodes/checks.ts
/** @module Rules about a pool of GPU nodes, each a pure function of the resolved settings. */
/** Everything that is wrong with these settings; waivers are not applied. */
function checkGpuNodePool(resolved) {
	const say = (code, path, message, fix) => require_facts.finding(code, {
		object: `Pool/${resolved.pool.name}`,
		path
	}, message, fix);
	return rules.flatMap((rule) => rule(resolved, say));
}
/** What each provisioner can ask for. */
const offers = {
	karpenter: [
		"on-demand",
		"spot",
		"reserved",
		"capacity-block"
	],
	"eks-auto-mode": [
		"on-demand",
		"spot",
		"reserved",
		"capacity-block"
	],
	aks: ["on-demand", "spot"],
	gke: [
		"on-demand",
		"spot",
		"reserved",
		"queued"
	],
	existing: [
		"on-demand",
		"spot",
		"reserved",
		"capacity-block",
		"queued"
	]
};
const cloudOf = {
	karpenter: "aws",
	"eks-auto-mode": "aws",
	aks: "azure",
	gke: "gcp",
	existing: void 0
};
/** How messages name a provisioner. */
const names = {
	karpenter: "Karpenter",
	"eks-auto-mode": "EKS Auto Mode",
	aks: "AKS node auto-provisioning",
	gke: "a GKE ComputeClass",
	existing: "an existing pool"
};
/** DYN-PLACE-014, 015: limits, and ways in which the machine is offered. */
const limits = ({ pool }) => require_estimate.checkPool(pool);
/** DYN-NODE-003, 004 */
const fabricCapacity = (resolved, say) => {
	const { pool, fabric } = resolved;
	if (!hasRdma(resolved)) return [];
	const found = [];
	const { zones = [], machine, capacity } = pool;
	if (capacity === "spot") {
		const message = `${machine.type} takes part in ${fabric?.name} as spot capacity, which may go at two minutes' notice or less`;
		found.push(say("DYN-NODE-003", ["capacity"], message, "Set capacity to \"reserved\" or \"on-demand\", or fabric to false."));
	}
	if (zones.length > 1) {
		const message = `machines with ${fabric?.name} may stand in ${zones.length} zones (${zones.join(", ")}), and ${fabric?.name} stays within one`;
		found.push(say("DYN-NODE-004", ["zones"], message, "Make one pool and one graph per zone."));
	}
	return found;
};
/** DYN-NODE-005, 014 */
const driver = ({ provisioner, driverOwner, pool }, say) => {
	if (driverOwner === "provider") return [];
	const path = ["driverOwner"];
	if (provisioner !== "existing") return [say("DYN-NODE-005", path, `nodes of ${names[provisioner]} bring the NVIDIA driver, and the GPU Operator would install a second one`, "Set driverOwner to \"provider\", and the GPU Operator installs no driver.")];
	const { machine } = pool;
	if (machine.notes?.includes("GRID driver") !== true) return [];
	return [say("DYN-NODE-014", path, `${machine.type} has a virtual GPU, which the GPU Operator's data centre driver does not run`, "Set driverOwner to \"provider\".")];
};
/** DYN-NODE-006 */
const wholeGpus = ({ pool: { machine } }, say) => {
	if (!machine.fractional) return [];
	return [say("DYN-NODE-006", ["machine"], `${machine.type} has ${machine.gpus.toFixed(3).replace(/0+$/, "")} of a GPU (${machine.gpuMemGiB} GiB)`, "Choose a machine with whole GPUs.")];
};
/** DYN-NODE-007 */
const capacityOffered = ({ provisioner, pool: { capacity = "on-demand" } }, say) => {
	const known = offers[provisioner];
	if (known.includes(capacity)) return [];
	return [say("DYN-NODE-007", ["capacity"], `${names[provisioner]} cannot ask for ${require_facts.show(capacity)} capacity; it knows ${known.join(", ")}`, "Make the pool with the cloud's own node pools, and name it with GpuNodePool.existing().")];
};
/** DYN-NODE-008 */
const ownCloud = ({ provisioner, pool: { machine } }, say) => {
	const cloud = cloudOf[provisioner];
	if (cloud === void 0 || machine.cloud === cloud) return [];
	return [say("DYN-NODE-008", ["machine"], `${names[provisioner]} makes machines of ${cloud}, and ${machine.type} is one of ${machine.cloud}`, `Choose a machine of ${cloud}.`)];
};
/** DYN-NODE-009: a NodePool with as many machines as it may have is static, which keeps them all. */
const minimum = ({ provisioner, pool: { min = 0, max } }, say) => {
	if (provisioner === "existing" || min === 0 || provisioner === "karpenter" && min === max) return [];
	return [say("DYN-NODE-009", ["min"], `${names[provisioner]} keeps no minimum, got min ${min} of max ${max}`, provisioner === "karpenter" ? `Set min to 0, or to ${max} for a static pool (Karpenter's feature gate StaticCapacity).` : "Set min to 0: nodes stay while workers run on them.")];
};
/** DYN-NODE-011 */
const tainted = ({ pool: { machine, taints = [] } }, say) => {
	if (machine.gpus === 0 || taints.some(({ effect }) => effect !== "PreferNoSchedule")) return [];
	return [say("DYN-NODE-011", ["taints"], `nothing keeps other pods off ${machine.type}`, "Leave taints to its default, or add one with effect NoSchedule.")];
};
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const labelKey = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
/** Domains whose labels a provisioner sets itself, or refuses. */
const reserved = {
	karpenter: /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.(sh|k8s\.aws)\/)/,
	"eks-auto-mode": /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.sh\/|eks\.amazonaws\.com\/)/,
	aks: /^(kubernetes\.io\/hostname|([^/]*\.)?karpenter\.(sh|azure\.com)\/|kubernetes\.azure\.com\/)/,
	gke: /^(cloud\.google\.com|([^/]*\.)?gke\.io)\//
};
/** DYN-NODE-012 */
const kubernetesNames = ({ provisioner, pool, labels }, say) => {
	const found = [];
	const wrong = (path, message, fix) => found.push(say("DYN-NODE-012", path, message, fix));
	if (!require_facts.isDnsLabel(pool.name)) wrong(["name"], `must be a DNS label of at most 63 characters, got ${require_facts.show(pool.name)}`, "Use lower-case letters, digits and hyphens, such as \"p5\".");
	for (const [key, value] of Object.entries(labels)) if (!labelKey.test(key) || !labelValue.test(value)) wrong(["labels", key], `must be a label key and value, got ${require_facts.show(key)}: ${require_facts.show(value)}`, "Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.");
	else if (reserved[provisioner]?.test(key) === true) wrong(["labels", key], `${names[provisioner]} keeps the labels of this domain to itself, got ${require_facts.show(key)}`, "Use a domain of your own.");
	for (const [at, { key, value = "" }] of (pool.taints ?? []).entries()) if (!labelKey.test(key) || !labelValue.test(value)) wrong(["taints", at], `must have a key and a value that Kubernetes takes, got ${require_facts.show(key)}: ${require_facts.show(value)}`, "Use at most 63 letters, digits, '-', '_' and '.'.");
	else if (value === "Exists") wrong([
		"taints",
		at,
		"value"
	], "a taint has a value; \"Exists\" is an operator of tolerations", "Use a value such as \"true\".");
	return found;
};
/** DYN-NODE-015: GB of images and scratch that a node should hold at least. */
const disk = ({ pool: { machine }, diskGiB, localDisks }, say) => {
	const least = 100;
	const gigabytes = localDisks ? machine.nvmeGB : Math.floor(diskGiB * 1.073741824);
	if (gigabytes >= least) return [];
	return [say("DYN-NODE-015", ["diskGiB"], `images and scratch share ${gigabytes} GB of ${machine.type}; an engine image takes 10 to 25 GB, and two releases lie beside one another`, `Set diskGiB to 100 or more${localDisks ? ", and localDisks to \"none\"" : ""}.`)];
};
/** DYN-NODE-016 */
const wholeRacks = ({ pool: { machine, max, blockMachines } }, say) => {
	const rack = blockMachines ?? machine.nvlinkMachines;
	if (rack <= 1 || max % rack === 0) return [];
	return [say("DYN-NODE-016", ["max"], `${max} machines of ${machine.type} are ${(max / rack).toFixed(1)} racks of ${rack}`, `Set max to a multiple of ${rack}, such as ${Math.ceil(max / rack) * rack}.`)];
};
/** DYN-NODE-019 */
const fabricThere = ({ pool: { machine }, fabric }, say) => {
	const { devices } = fabric ?? {};
	if (devices === void 0 || machine.rdmaCount > 0) return [];
	return [say("DYN-NODE-019", ["fabric"], `${machine.type} has no interfaces for ${fabric?.name}`, "Leave fabric to its default, or set it to tcp() to accept TCP.")];
};
const rules = [
	limits,
	fabricCapacity,
	driver,
	wholeGpus,
	capacityOffered,
	ownCloud,
	minimum,
	tainted,
	kubernetesNames,
	disk,
	wholeRacks,
	fabricThere
];
// ../../work/main/packages/constructs/src/nodes/karpenter/node-pool.ts
/** @module Karpenter's NodePool, which EKS Auto Mode and AKS read as well. */
/** Renders the NodePool of a pool. */
function renderNodePool(resolved, nodeClassRef, props) {
	const { pool, labels, taints } = resolved;
	const rdma = hasRdma(resolved);
	const fixed = (pool.min ?? 0) > 0;
	const { consolidateAfter, consolidationPolicy, expireAfter, terminationGracePeriod } = props.disruption ?? {};
	return {
		apiVersion: "karpenter.sh/v1",
		kind: "NodePool",
		metadata: poolMetadata(pool, props.waive),
		spec: {
			...fixed ? { replicas: pool.max } : {},
			...props.weight === void 0 || fixed ? {} : { weight: props.weight },
			limits: limitsOf(pool, fixed),
			disruption: {
				consolidationPolicy: consolidationPolicy ?? "WhenEmpty",
				consolidateAfter: consolidateAfter ?? "5m",
				budgets: budgetsOf(props.disruption, rdma)
			},
			template: {
				...Object.keys(labels).length === 0 ? {} : { metadata: { labels } },
				spec: {
					nodeClassRef,
					requirements: requirementsOf(pool),
					...taints.length === 0 ? {} : { taints },
					expireAfter: expireAfter ?? (rdma ? "Never" : "720h"),
					terminationGracePeriod: terminationGracePeriod ?? "48h"
				}
			}
		}
	};
}
/**
* Name of the pool, the pool itself as graphs carry it, because the kinds of the provisioners cannot
* say all of it, and its waivers.
*/
function poolMetadata(pool, waive = []) {
	const waivers = waive.length === 0 ? {} : { [require_facts.waiverAnnotation]: JSON.stringify(waive) };
	return {
		name: pool.name,
		annotations: {
			[require_facts.poolsAnnotation]: require_estimate.writePools([pool]),
			...waivers
		}
	};
}
/** GPUs cap the bill whatever Karpenter chooses; a static NodePool takes a limit of nodes only. */
function limitsOf({ machine, max }, fixed) {
	const gpus = Math.floor(machine.gpus);
	if (fixed) return { nodes: String(max) };
	return gpus === 0 ? { cpu: String(max * machine.vcpu) } : { "nvidia.com/gpu": String(max * gpus) };
}
/** Empty nodes may go; running workers of a fabric are never moved. */
function budgetsOf(disruption, rdma) {
	return [
		{
			nodes: "100%",
			reasons: ["Empty"]
		},
		{
			nodes: disruption?.drift ?? (rdma ? "0" : "10%"),
			reasons: ["Drifted"]
		},
		{
			nodes: rdma ? "0" : "10%",
			reasons: ["Underutilized"]
		}
	];
}
function requirementsOf({ machine, zones, capacity = "on-demand" }) {
	const reserved = capacity === "reserved" || capacity === "capacity-block";
	return [
		allow(require_facts.nodeLabels.instanceType, [machine.type]),
		allow(require_facts.nodeLabels.arch, [machine.arch]),
		allow("kubernetes.io/os", ["linux"]),
		allow(require_facts.nodeLabels.capacityType, [reserved ? "reserved" : capacity]),
		...capacity === "capacity-block" ? [allow(require_facts.nodeLabels.reservationType, ["capacity-block"])] : [],
		...zones === void 0 ? [] : [allow(require_facts.nodeLabels.zone, zones)]
	];
}
function allow(key, values) {
	return {
		key,
		operator: "In",
		values
	};
}
// ../../work/main/packages/constructs/src/nodes/gke/compute-class.ts
/** @module GKE's ComputeClass: one way of getting one machine type, with node pools made on demand. */
/** Families that attach Hyperdisk only. @see Compute Engine documentation of accelerator-optimized machines */
const hyperdiskOnly = /^(a4|a4x|g4)-/;
/** Renders the ComputeClass of a pool. */
function renderComputeClass(resolved, props) {
	const { pool, labels, taints } = resolved;
	const { serviceAccount } = props;
	return {
		apiVersion: "cloud.google.com/v1",
		kind: "ComputeClass",
		metadata: poolMetadata(pool, props.waive),
		spec: {
			priorities: [priorityOf(resolved, props)],
			nodePoolAutoCreation: { enabled: true },
			nodePoolConfig: {
				imageStreaming: { enabled: true },
				imageType: "cos_containerd",
				...Object.keys(labels).length === 0 ? {} : { nodeLabels: labels },
				...taints.length === 0 ? {} : { taints },
				...serviceAccount === void 0 ? {} : { serviceAccount }
			},
			activeMigration: { optimizeRulePriority: false },
			autoscalingPolicy: { consolidationDelayMinutes: 5 },
			whenUnsatisfiable: "DoNotScaleUp"
		}
	};
}
function priorityOf(resolved, props) {
	const { pool, diskGiB, fabric, hugepages } = resolved;
	const { machine, zones } = pool;
	const { placementPolicy } = props;
	return {
		machineType: machine.type,
		...machine.gpus === 0 ? {} : { gpu: {
			type: require_facts.gkeAccelerator(machine),
			count: machine.gpus,
			driverVersion: props.driverVersion ?? "latest"
		} },
		...capacityOf(resolved, props),
		...zones === void 0 ? {} : { location: {
			zones,
			locationPolicy: "ANY"
		} },
		storage: {
			bootDiskType: bootDiskOf(resolved, props),
			bootDiskSize: diskGiB
		},
		...fabric?.name === "roce" ? { acceleratorNetworkProfile: "auto" } : {},
		...placementPolicy === void 0 ? {} : { placement: { policyName: placementPolicy } },
		...hugepages === void 0 ? {} : { nodeSystemConfig: { linuxNodeConfig: { hugepageConfig: { hugepage_size2m: Math.ceil(require_facts.quantityValue(hugepages.perNode) / 2 ** 21) } } } }
	};
}
function capacityOf({ pool }, props) {
	switch (pool.capacity) {
		case "spot": return { spot: true };
		case "reserved": return { reservations: {
			affinity: "Specific",
			specific: (props.reservations ?? []).map(({ name, project }) => ({
				name,
				...project === void 0 ? {} : { project }
			}))
		} };
		case "queued": return {
			flexStart: {
				enabled: true,
				nodeRecycling: { leadTimeSeconds: props.recyclingLeadSeconds ?? 3600 }
			},
			maxRunDurationSeconds: props.maxRunSeconds ?? 604800
		};
		default: return {};
	}
}
function bootDiskOf({ pool }, { bootDiskType }) {
	return bootDiskType ?? (hyperdiskOnly.test(pool.machine.type) ? "hyperdisk-balanced" : "pd-balanced");
}
/** DYN-NODE-013, 017: what only GKE asks for. */
function checkComputeClass(resolved, props) {
	const { pool } = resolved;
	const object = `Pool/${pool.name}`;
	const found = [];
	const { reservations = [] } = props;
	if (pool.capacity === "reserved" && reservations.length === 0) found.push(require_facts.finding("DYN-NODE-013", {
		object,
		path: ["reservations"]
	}, "reserved capacity names no reservation, got 0", "Give reservations, such as [{ name: \"gpus-2027\" }]."));
	if (pool.capacity !== "reserved" && reservations.length > 0) {
		const message = `has ${reservations.length} reservations, and capacity ${pool.capacity ?? "on-demand"} takes nothing from them`;
		found.push(require_facts.finding("DYN-NODE-013", {
			object,
			path: ["capacity"]
		}, message, "Set capacity to \"reserved\"."));
	}
	const disk = bootDiskOf(resolved, props);
	if (hyperdiskOnly.test(pool.machine.type) && disk !== "hyperdisk-balanced") {
		const message = `${pool.machine.type} attaches Hyperdisk only, got ${disk}`;
		found.push(require_facts.finding("DYN-NODE-017", {
			object,
			path: ["bootDiskType"]
		}, message, "Set bootDiskType to \"hyperdisk-balanced\", or leave it out."));
	}
	return found;
}
// ../../work/main/packages/constructs/src/nodes/karpenter/aks-node-class.ts
/** The reference of a NodePool to its AKSNodeClass. */
function aksNodeClassRef({ pool }) {
	return {
		group: "karpenter.azure.com",
		kind: "AKSNodeClass",
		name: pool.name
	};
}
/** Renders the AKSNodeClass of a pool. AKS installs the NVIDIA driver on the machines itself. */
function renderAksNodeClass(resolved, props) {
	const { pool, diskGiB } = resolved;
	const { vnetSubnetId, tags } = props;
	const aligned = hasRdma(resolved) || pool.machine.gpus >= 8;
	return {
		apiVersion: "karpenter.azure.com/v1beta1",
		kind: "AKSNodeClass",
		metadata: { name: pool.name },
		spec: {
			imageFamily: props.imageFamily ?? "Ubuntu2204",
			osDiskSizeGB: diskGiB,
			...aligned ? { kubelet: {
				cpuManagerPolicy: "static",
				topologyManagerPolicy: "restricted"
			} } : {},
			...vnetSubnetId === void 0 ? {} : { vnetSubnetID: vnetSubnetId },
			...tags === void 0 ? {} : { tags }
		}
	};
}
// ../../work/main/packages/constructs/src/nodes/karpenter/aws-terms.ts
/** @module How a node class finds subnets, security groups, reservations and its role on AWS. */
/** Terms as Karpenter's guide tags things: `karpenter.sh/discovery` with the name of the cluster. */
function awsTerms({ pool }, props) {
	const discovery = { "karpenter.sh/discovery": props.cluster };
	const reserved = pool.capacity === "reserved" || pool.capacity === "capacity-block";
	const { ids, tags = discovery } = props.reservation ?? {};
	return {
		role: props.role ?? `KarpenterNodeRole-${props.cluster}`,
		subnetSelectorTerms: [{ tags: props.subnetTags ?? discovery }],
		securityGroupSelectorTerms: [{ tags: props.securityGroupTags ?? discovery }],
		...reserved ? { capacityReservationSelectorTerms: ids?.map((id) => ({ id })) ?? [{ tags }] } : {},
		...props.tags === void 0 ? {} : { tags: props.tags }
	};
}
/** DYN-NODE-013: what a reservation has to look like. */
function checkReservation({ pool }, { reservation }) {
	const { capacity, zones = [] } = pool;
	const object = `Pool/${pool.name}`;
	const found = [];
	if (reservation?.ids?.length === 0) found.push(require_facts.finding("DYN-NODE-013", {
		object,
		path: ["reservation", "ids"]
	}, "names no reservation, got an empty list", "Give ids such as \"cr-0123456789abcdef0\", or the tags of the reservation."));
	if (reservation !== void 0 && capacity !== "reserved" && capacity !== "capacity-block") {
		const message = `has a reservation, and capacity ${capacity ?? "on-demand"} takes nothing from it`;
		found.push(require_facts.finding("DYN-NODE-013", {
			object,
			path: ["capacity"]
		}, message, "Set capacity to \"reserved\" or \"capacity-block\"."));
	}
	if (capacity === "capacity-block" && zones.length !== 1) {
		const message = `a capacity block lies in one zone, got ${zones.length === 0 ? "none" : zones.join(", ")}`;
		found.push(require_facts.finding("DYN-NODE-013", {
			object,
			path: ["zones"]
		}, message, "Set zones to the zone of the block."));
	}
	return found;
}
// ../../work/main/packages/constructs/src/nodes/karpenter/ec2-node-class.ts
/** @module Karpenter's EC2NodeClass: image, disks, network, metadata service of nodes on AWS. */
/** The reference of a NodePool to its EC2NodeClass. */
function ec2NodeClassRef({ pool }) {
	return {
		group: "karpenter.k8s.aws",
		kind: "EC2NodeClass",
		name: pool.name
	};
}
/** Renders the EC2NodeClass of a pool. */
function renderEc2NodeClass(resolved, props) {
	const { pool, localDisks } = resolved;
	const { networkInterfaces, placementGroup } = props;
	const userData = hugepageScript(resolved);
	return {
		apiVersion: "karpenter.k8s.aws/v1",
		kind: "EC2NodeClass",
		metadata: { name: pool.name },
		spec: {
			...amiOf(props.ami ?? "al2023@latest"),
			...awsTerms(resolved, props),
			blockDeviceMappings: disksOf(resolved, props),
			...localDisks ? { instanceStorePolicy: "RAID0" } : {},
			metadataOptions: {
				httpEndpoint: "enabled",
				httpTokens: "required",
				httpPutResponseHopLimit: 1
			},
			associatePublicIPAddress: false,
			...networkInterfaces === void 0 ? {} : { networkInterfaces },
			...placementGroup === void 0 ? {} : { placementGroupSelector: { name: placementGroup } },
			...userData === void 0 ? {} : { userData }
		}
	};
}
function amiOf(ami) {
	return typeof ami === "string" ? { amiSelectorTerms: [{ alias: ami }] } : {
		amiFamily: ami.family,
		amiSelectorTerms: [{ id: ami.id }]
	};
}
/** True when the nodes run Bottlerocket, which brings NVIDIA's device plugin along. */
function isBottlerocket({ ami = "" }) {
	return typeof ami === "string" ? ami.startsWith("bottlerocket@") : ami.family === "Bottlerocket";
}
/** Bottlerocket keeps images on a second disk; its first one holds the system alone. */
function disksOf({ diskGiB, localDisks }, props) {
	const fast = localDisks ? {} : {
		iops: 16e3,
		throughput: 1e3
	};
	const disk = (deviceName, size, settings = {}) => ({
		deviceName,
		ebs: {
			volumeType: "gp3",
			volumeSize: `${size}Gi`,
			encrypted: true,
			deleteOnTermination: true,
			...props.kmsKeyId === void 0 ? {} : { kmsKeyID: props.kmsKeyId },
			...settings
		}
	});
	return isBottlerocket(props) ? [disk("/dev/xvda", 4), disk("/dev/xvdb", diskGiB, fast)] : [{
		...disk("/dev/xvda", diskGiB, fast),
		rootVolume: true
	}];
}
/** Reserves the pages before kubelet counts them; cloud-init runs this part ahead of it. */
function hugepageScript({ hugepages }) {
	if (hugepages === void 0) return void 0;
	return [
		"MIME-Version: 1.0",
		"Content-Type: multipart/mixed; boundary=\"PART\"",
		"",
		"--PART",
		"Content-Type: text/x-shellscript; charset=\"us-ascii\"",
		"",
		"#!/bin/bash",
		`echo vm.nr_hugepages=${Math.ceil(require_facts.quantityValue(hugepages.perNode) / 2 ** 21)} > /etc/sysctl.d/90-hugepages.conf`,
		"sysctl -p /etc/sysctl.d/90-hugepages.conf",
		"",
		"--PART--",
		""
	].join("\n");
}
// ../../work/main/packages/constructs/src/nodes/karpenter/eks-node-class.ts
/** The reference of a NodePool to its NodeClass. */
function eksNodeClassRef({ pool }) {
	return {
		group: "eks.amazonaws.com",
		kind: "NodeClass",
		name: pool.name
	};
}
/**
* Renders the NodeClass of a pool. Auto Mode itself encrypts disks, joins local ones, requires
* metadata service v2 and brings driver, device plugin and EFA plugin.
*/
function renderEksNodeClass(resolved, props) {
	const { pool, diskGiB, localDisks } = resolved;
	return {
		apiVersion: "eks.amazonaws.com/v1",
		kind: "NodeClass",
		metadata: { name: pool.name },
		spec: {
			...awsTerms(resolved, props),
			ephemeralStorage: {
				size: `${diskGiB}Gi`,
				...localDisks ? {} : {
					iops: 16e3,
					throughput: 1e3
				}
			}
		}
	};
}
// ../../work/main/packages/constructs/src/nodes/gpu-node-pool.ts
/** @module A pool of GPU nodes as one typed thing, whoever makes the nodes; graphs name it as their `nodes`. */
/**
* A pool of GPU nodes. Graphs that name it get its selector, tolerations and fabric: devices, image
* variant, transport flags and environment, and exactly the privilege that the fabric needs. The
* checks then know the machines: whether all replicas fit, whether models fit the GPUs, what it costs.
*
* @example
* const p5 = GpuNodePool.karpenter(chart, "p5", {
*   cluster: "inference", machine: aws.p5_48xlarge, zones: ["us-west-2a"], capacity: "reserved", max: 4,
* });
* new InferenceGraph(chart, "qwen3-32b", { ...graph, nodes: p5 });
*/
var GpuNodePool = class GpuNodePool extends constructs.Construct {
	/** Karpenter on AWS: a NodePool and its EC2NodeClass. */
	static karpenter(scope, id, props) {
		const ownDevicePlugin = isBottlerocket(props);
		const resolved = resolvePool(id, "karpenter", {
			...props,
			ownDevicePlugin
		});
		return new GpuNodePool(scope, id, props, {
			resolved,
			objects: [renderNodePool(resolved, ec2NodeClassRef(resolved), props), renderEc2NodeClass(resolved, props)],
			findings: checkReservation(resolved, props)
		});
	}
	/** EKS Auto Mode: a NodePool and its NodeClass. */
	static eksAutoMode(scope, id, props) {
		const resolved = resolvePool(id, "eks-auto-mode", {
			...props,
			ownDevicePlugin: true
		});
		return new GpuNodePool(scope, id, props, {
			resolved,
			objects: [renderNodePool(resolved, eksNodeClassRef(resolved), props), renderEksNodeClass(resolved, props)],
			findings: checkReservation(resolved, props)
		});
	}
	/** AKS node auto-provisioning: a NodePool and its AKSNodeClass. */
	static aks(scope, id, props) {
		const resolved = resolvePool(id, "aks", props);
		return new GpuNodePool(scope, id, props, {
			resolved,
			objects: [renderNodePool(resolved, aksNodeClassRef(resolved), props), renderAksNodeClass(resolved, props)],
			findings: []
		});
	}
	/** GKE: a ComputeClass, for which GKE makes node pools. It has no limit of its own: `max` is for the checks. */
	static gke(scope, id, props) {
		const resolved = resolvePool(id, "gke", props);
		return new GpuNodePool(scope, id, props, {
			resolved,
			objects: [renderComputeClass(resolved, props)],
			findings: checkComputeClass(resolved, props)
		});
	}
	/** Nodes that exist, or that something else makes: nothing is rendered. */
	static existing(scope, id, props) {
		const resolved = resolvePool(id, "existing", props);
		return new GpuNodePool(scope, id, props, {
			resolved,
			objects: [],
			findings: []
		});
	}
	/** The pool as placement, memory, transport and cost read it. */
	pool;
	nodeSelector;
	tolerations;
	/** Network of workers that hand KV cache over; undefined for TCP. */
	fabric;
	podAnnotations;
	/** Shell lines before the engine; undefined where images find the driver by themselves. */
	setup;
	/** Who makes the nodes. */
	provisioner;
	/** Who installs the NVIDIA driver; the settings of the GPU Operator follow from it. */
	driverOwner;
	/** NodePool and node class, or ComputeClass; empty for a pool that exists. */
	objects;
	#findings;
	constructor(scope, id, props, made) {
		super(scope, id);
		const { resolved } = made;
		const { placement } = resolved;
		this.pool = resolved.pool;
		this.nodeSelector = placement.nodeSelector;
		this.tolerations = placement.tolerations;
		this.fabric = placement.fabric;
		this.podAnnotations = placement.podAnnotations;
		this.setup = placement.setup;
		this.provisioner = resolved.provisioner;
		this.driverOwner = resolved.driverOwner;
		this.objects = made.objects.map((object) => new require_kube_object.KubeObject(this, object.kind, object));
		const all = [...checkGpuNodePool(resolved), ...made.findings];
		this.#findings = require_facts.applyWaivers(all, props.waive ?? []);
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return this.#findings;
	}
};
// ../../work/main/packages/constructs/src/nodes/software/dcgm-metrics.ts
/** @module What NVIDIA's DCGM exporter measures on GPU nodes: health, use, links, power. */
function gauge(field, help) {
	return {
		field,
		type: "gauge",
		help
	};
}
function counter(field, help) {
	return {
		field,
		type: "counter",
		help
	};
}
/**
* The exporter's own fields, and those that alerts on GPU health need: ECC errors, throttling, NVLink
* errors, XIDs by number.
*
* @see deploy/observability (dcgm-metrics.csv)
*/
const dcgmFields = [
	gauge("DCGM_FI_DEV_SM_CLOCK", "SM clock frequency (in MHz)."),
	gauge("DCGM_FI_DEV_MEM_CLOCK", "Memory clock frequency (in MHz)."),
	gauge("DCGM_FI_DEV_GPU_TEMP", "GPU temperature (in C)."),
	gauge("DCGM_FI_DEV_MEMORY_TEMP", "Memory temperature (in C)."),
	gauge("DCGM_FI_DEV_POWER_USAGE", "Power draw (in W)."),
	counter("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", "Energy since boot (in mJ)."),
	gauge("DCGM_FI_DEV_GPU_UTIL", "GPU utilization (in %)."),
	gauge("DCGM_FI_DEV_MEM_COPY_UTIL", "Memory utilization (in %)."),
	gauge("DCGM_FI_DEV_ENC_UTIL", "Encoder utilization (in %)."),
	gauge("DCGM_FI_DEV_DEC_UTIL", "Decoder utilization (in %)."),
	gauge("DCGM_FI_DEV_FB_FREE", "Free framebuffer memory (in MiB)."),
	gauge("DCGM_FI_DEV_FB_USED", "Used framebuffer memory (in MiB)."),
	gauge("DCGM_FI_DEV_FB_RESERVED", "Reserved framebuffer memory (in MiB)."),
	gauge("DCGM_FI_DEV_XID_ERRORS", "Last XID error."),
	counter("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", "PCIe retries."),
	counter("DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", "NVLink bandwidth counters, all lanes."),
	counter("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", "Rows remapped for uncorrectable errors."),
	counter("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", "Rows remapped for correctable errors."),
	gauge("DCGM_FI_DEV_ROW_REMAP_FAILURE", "Whether remapping of rows has failed."),
	gauge("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "Time the graphics engine is active (ratio)."),
	gauge("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", "Cycles the tensor pipe is active (ratio)."),
	gauge("DCGM_FI_PROF_DRAM_ACTIVE", "Cycles the memory interface is active (ratio)."),
	gauge("DCGM_FI_PROF_SM_ACTIVE", "Cycles an SM has a warp assigned (ratio)."),
	gauge("DCGM_FI_PROF_SM_OCCUPANCY", "Warps resident on an SM (ratio of the maximum)."),
	gauge("DCGM_FI_PROF_PCIE_TX_BYTES", "Bytes sent over PCIe per second."),
	gauge("DCGM_FI_PROF_PCIE_RX_BYTES", "Bytes received over PCIe per second."),
	gauge("DCGM_FI_PROF_NVLINK_TX_BYTES", "Bytes sent over NVLink per second."),
	gauge("DCGM_FI_PROF_NVLINK_RX_BYTES", "Bytes received over NVLink per second."),
	counter("DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", "Single-bit ECC errors since the driver was loaded."),
	counter("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "Double-bit ECC errors since the driver was loaded."),
	counter("DCGM_FI_DEV_POWER_VIOLATION", "Throttling for power."),
	counter("DCGM_FI_DEV_THERMAL_VIOLATION", "Throttling for temperature."),
	counter("DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL", "NVLink flow-control CRC errors."),
	counter("DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_TOTAL", "NVLink data CRC errors."),
	counter("DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL", "NVLink retries."),
	counter("DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL", "NVLink recovery errors."),
	gauge("DCGM_EXP_XID_ERRORS_COUNT", "XID errors in the last minutes, by number."),
	{
		field: "DCGM_FI_DRIVER_VERSION",
		type: "label",
		help: "Driver version."
	}
];
/** Key of the ConfigMap that the GPU Operator mounts. */
const key = "dcgm-metrics.csv";
/** The ConfigMap; its name changes with its content, because the exporter reads it at start only. */
function dcgmConfigMap(namespace, fields = dcgmFields) {
	const csv = fields.map(({ field, type, help }) => `${field}, ${type}, ${help}\n`).join("");
	return {
		apiVersion: "v1",
		kind: "ConfigMap",
		metadata: {
			name: `dcgm-metrics-${require_facts.shortHash(csv)}`,
			namespace
		},
		data: { [key]: csv }
	};
}
// ../../work/main/packages/constructs/src/nodes/software/node-chart.ts
/** Tolerations with which a DaemonSet reaches every node of the pools. */
function daemonTolerations(pools) {
	const found = /* @__PURE__ */ new Map();
	for (const { key, effect } of pools.flatMap(({ pool }) => pool.taints ?? [])) if (effect !== "PreferNoSchedule") found.set(`${key}:${effect}`, {
		key,
		operator: "Exists",
		effect
	});
	return [...found.values()];
}
// ../../work/main/packages/constructs/src/nodes/software/dcgm-exporter.ts
/** @module The DCGM exporter alone, for clusters without the GPU Operator. */
/**
* Chart dcgm-exporter for pools whose driver the provider installs, where nothing else of the GPU
* Operator is needed.
*/
function dcgmExporter(props) {
	const { pools, monitor = {}, metrics = dcgmFields } = props;
	const { dcgmExporter: chart } = require_facts.nodeCharts;
	return {
		...chart,
		namespace: props.namespace ?? chart.namespace,
		values: {
			nodeSelector: { "nvidia.com/gpu.present": "true" },
			tolerations: daemonTolerations(pools),
			serviceMonitor: monitor === false ? { enabled: false } : {
				enabled: true,
				interval: "15s",
				honorLabels: false,
				additionalLabels: { ...monitor }
			},
			customMetrics: metrics.map(({ field, type, help }) => `${field}, ${type}, ${help}\n`).join("")
		}
	};
}
// ../../work/main/packages/constructs/src/nodes/software/efa-device-plugin.ts
/** @module The EFA device plugin, which offers `vpc.amazonaws.com/efa`. */
/**
* The EFA device plugin for the pools with EFA; undefined when none needs it. EKS Auto Mode has the
* plugin built in.
*
* @see aws/eks-charts stable/aws-efa-k8s-device-plugin
*/
function efaDevicePlugin(pools) {
	const served = pools.filter(({ pool, provisioner, fabric }) => pool.machine.rdma === "efa" && fabric?.name === "efa" && provisioner !== "eks-auto-mode");
	if (served.length === 0) return void 0;
	const types = new Set(served.map(({ pool }) => pool.machine.type));
	return {
		...require_facts.nodeCharts.awsEfaDevicePlugin,
		values: {
			supportedInstanceLabels: {
				keys: [require_facts.nodeLabels.instanceType],
				values: [...types].sort()
			},
			tolerations: daemonTolerations(served),
			resources: {
				requests: {
					cpu: "10m",
					memory: "20Mi"
				},
				limits: {
					cpu: "100m",
					memory: "128Mi"
				}
			}
		}
	};
}
// ../../work/main/packages/constructs/src/nodes/software/gke-networks.ts
/** @module The networks of GKE pods on machines with RoCE: one object pair per interface. */
/**
* `Network` and `GKENetworkParamSet` objects `rdma-0` to `rdma-n`, which workers on RoCE join by these
* names. The cluster needs multi-networking from its creation.
*
* @see https://cloud.google.com/kubernetes-engine (GPUDirect RDMA on A3 Ultra and A4)
*/
var GkeRdmaNetworks = class extends constructs.Construct {
	objects;
	#findings;
	constructor(scope, id, props) {
		super(scope, id);
		this.#findings = require_facts.applyWaivers(checkNetworks(props), props.waive ?? []);
		this.objects = renderNetworks(props).map((object) => new require_kube_object.KubeObject(this, `${object.kind}-${object.metadata?.name ?? ""}`, object));
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return this.#findings;
	}
};
function renderNetworks({ vpc, subnets, host }) {
	return [...host === void 0 ? [] : pair("gvnic-1", host, "NetDevice"), ...subnets.flatMap((subnet, at) => pair(`rdma-${at}`, {
		vpc,
		subnet
	}, "RDMA"))];
}
function pair(name, { vpc, subnet }, deviceMode) {
	const apiVersion = "networking.gke.io/v1";
	return [{
		apiVersion,
		kind: "GKENetworkParamSet",
		metadata: { name },
		spec: {
			vpc,
			vpcSubnet: subnet,
			deviceMode
		}
	}, {
		apiVersion,
		kind: "Network",
		metadata: { name },
		spec: {
			type: "Device",
			parametersRef: {
				group: "networking.gke.io",
				kind: "GKENetworkParamSet",
				name
			}
		}
	}];
}
/** DYN-NODE-021 */
function checkNetworks({ machine, subnets }) {
	const interfaces = machine.rdma.startsWith("roce-") ? machine.rdmaCount : 0;
	if (subnets.length === interfaces) return [];
	const message = `${machine.type} has ${interfaces} RDMA interfaces, and there are ${subnets.length} subnets`;
	const fix = interfaces === 0 ? "Leave the networks out, or choose a machine with RoCE." : `Give ${interfaces} subnets, one for each interface.`;
	return [require_facts.finding("DYN-NODE-021", {
		object: "GkeRdmaNetworks/rdma",
		path: ["subnets"]
	}, message, fix)];
}
// ../../work/main/packages/constructs/src/nodes/software/gpu-operator-values.ts
/** @module Values of chart gpu-operator that matter for serving, strictly: an unknown key is an error. */
const toleration = zod.z.strictObject({
	key: zod.z.string().optional(),
	operator: zod.z.enum(["Exists", "Equal"]).optional(),
	value: zod.z.string().optional(),
	effect: zod.z.enum([
		"NoSchedule",
		"PreferNoSchedule",
		"NoExecute"
	]).optional()
});
const tolerations = zod.z.array(toleration).readonly().optional();
const env = zod.z.array(zod.z.strictObject({
	name: zod.z.string(),
	value: zod.z.string()
})).readonly().optional();
const texts = zod.z.record(zod.z.string(), zod.z.string()).optional();
const amounts = zod.z.record(zod.z.string(), zod.z.union([zod.z.string(), zod.z.number()])).optional();
const resources = zod.z.strictObject({
	requests: amounts,
	limits: amounts
}).optional();
const onOff = zod.z.strictObject({ enabled: zod.z.boolean().optional() }).optional();
const image = {
	enabled: zod.z.boolean().optional(),
	repository: zod.z.string().optional(),
	image: zod.z.string().optional(),
	version: zod.z.string().optional(),
	imagePullSecrets: zod.z.array(zod.z.string()).readonly().optional(),
	env,
	resources
};
const named = zod.z.strictObject({
	name: zod.z.string().optional(),
	default: zod.z.string().optional()
}).optional();
/** @see NVIDIA/gpu-operator deployments/gpu-operator/values.yaml, and the CRD ClusterPolicy */
const gpuOperatorSchema = zod.z.strictObject({
	nfd: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		nodefeaturerules: zod.z.boolean().optional()
	}).optional(),
	cdi: zod.z.strictObject({
		enabled: zod.z.boolean().optional(),
		default: zod.z.boolean().optional()
	}).optional(),
	psa: onOff,
	hostPaths: zod.z.strictObject({
		rootFS: zod.z.string().optional(),
		driverInstallDir: zod.z.string().optional()
	}).optional(),
	daemonsets: zod.z.strictObject({
		labels: texts,
		annotations: texts,
		priorityClassName: zod.z.string().optional(),
		tolerations,
		updateStrategy: zod.z.enum(["RollingUpdate", "OnDelete"]).optional(),
		rollingUpdate: zod.z.strictObject({ maxUnavailable: zod.z.union([zod.z.string(), zod.z.number()]).optional() }).optional()
	}).optional(),
	operator: zod.z.strictObject({
		tolerations,
		priorityClassName: zod.z.string().optional(),
		imagePullSecrets: zod.z.array(zod.z.string()).readonly().optional(),
		resources,
		upgradeCRD: zod.z.boolean().optional(),
		cleanupCRD: zod.z.boolean().optional()
	}).optional(),
	mig: zod.z.strictObject({ strategy: zod.z.enum([
		"none",
		"single",
		"mixed"
	]).optional() }).optional(),
	driver: zod.z.strictObject({
		...image,
		usePrecompiled: zod.z.boolean().optional(),
		kernelModuleType: zod.z.enum([
			"auto",
			"open",
			"proprietary"
		]).optional(),
		rdma: zod.z.strictObject({
			enabled: zod.z.boolean().optional(),
			useHostMofed: zod.z.boolean().optional()
		}).optional(),
		upgradePolicy: zod.z.strictObject({
			autoUpgrade: zod.z.boolean().optional(),
			maxParallelUpgrades: zod.z.int().min(0).optional(),
			maxUnavailable: zod.z.union([zod.z.string(), zod.z.number()]).optional()
		}).optional(),
		licensingConfig: zod.z.strictObject({
			secretName: zod.z.string().optional(),
			nlsEnabled: zod.z.boolean().optional()
		}).optional()
	}).optional(),
	toolkit: zod.z.strictObject({
		...image,
		installDir: zod.z.string().optional()
	}).optional(),
	devicePlugin: zod.z.strictObject({
		...image,
		config: named
	}).optional(),
	gfd: zod.z.strictObject(image).optional(),
	dcgm: zod.z.strictObject(image).optional(),
	dcgmExporter: zod.z.strictObject({
		...image,
		config: zod.z.strictObject({ name: zod.z.string() }).optional(),
		enablePodLabels: zod.z.boolean().optional(),
		enablePodUID: zod.z.boolean().optional(),
		serviceMonitor: zod.z.strictObject({
			enabled: zod.z.boolean().optional(),
			interval: zod.z.string().optional(),
			honorLabels: zod.z.boolean().optional(),
			additionalLabels: texts
		}).optional()
	}).optional(),
	gdrcopy: zod.z.strictObject(image).optional(),
	migManager: zod.z.strictObject({
		...image,
		config: named
	}).optional(),
	nodeStatusExporter: zod.z.strictObject(image).optional(),
	sandboxWorkloads: onOff,
	vgpuDeviceManager: onOff,
	vfioManager: onOff,
	sandboxDevicePlugin: onOff,
	"node-feature-discovery": zod.z.strictObject({ worker: zod.z.strictObject({ tolerations }).optional() }).optional()
});
// ../../work/main/packages/constructs/src/nodes/software/gpu-operator.ts
/** @module NVIDIA's GPU Operator for a cluster's pools: driver by its one owner, device plugin, metrics. */
/** Where GKE puts its driver. @see Google's guide for the GPU Operator (unverified for every image) */
const gkeDriver = "/home/kubernetes/bin/nvidia";
/**
* The GPU Operator for the pools, without a construct tree.
*
* @see https://docs.nvidia.com/datacenter/cloud-native/gpu-operator
*/
function gpuOperator(props) {
	const namespace = props.namespace ?? require_facts.nodeCharts.gpuOperator.namespace;
	const metrics = dcgmConfigMap(namespace, props.metrics);
	const derived = derivedValues(props, metrics.metadata.name);
	return {
		chart: {
			...require_facts.nodeCharts.gpuOperator,
			namespace,
			values: require_merge.merge(derived, props.values)
		},
		metrics,
		findings: require_facts.applyWaivers([...ownerFindings(props.pools), ...valueFindings(props.values)], props.waive ?? [])
	};
}
function derivedValues({ pools, monitor = {} }, config) {
	const own = pools.some(({ driverOwner }) => driverOwner === "gpu-operator");
	const infiniband = pools.some(({ fabric }) => fabric?.name === "infiniband");
	const rdma = pools.some(({ fabric }) => fabric?.devices !== void 0);
	const gke = pools.some(({ pool }) => pool.machine.cloud === "gcp");
	const tolerations = daemonTolerations(pools);
	const none = { enabled: false };
	return {
		nfd: { enabled: !infiniband },
		...gke && !own ? { hostPaths: { driverInstallDir: gkeDriver } } : {},
		daemonsets: { tolerations },
		...infiniband ? {} : { "node-feature-discovery": { worker: { tolerations } } },
		driver: {
			enabled: own,
			...own && infiniband ? { rdma: {
				enabled: true,
				useHostMofed: true
			} } : {}
		},
		toolkit: { enabled: own },
		devicePlugin: { enabled: own || !gke },
		gdrcopy: { enabled: own && rdma },
		mig: { strategy: "single" },
		migManager: none,
		sandboxWorkloads: none,
		vgpuDeviceManager: none,
		vfioManager: none,
		sandboxDevicePlugin: none,
		dcgmExporter: {
			enabled: true,
			config: { name: config },
			serviceMonitor: monitor === false ? { enabled: false } : {
				enabled: true,
				interval: "15s",
				honorLabels: false,
				additionalLabels: { ...monitor }
			}
		}
	};
}
const object = "GpuOperator/gpu-operator";
/** DYN-NODE-018 */
function ownerFindings(pools) {
	const named = (owner) => pools.filter(({ driverOwner }) => driverOwner === owner).map(({ pool }) => pool.name);
	const [operator, provider] = [named("gpu-operator"), named("provider")];
	if (operator.length === 0 || provider.length === 0) return [];
	const message = `the driver of ${operator.join(", ")} is the GPU Operator's, that of ${provider.join(", ")} the provider's`;
	return [require_facts.finding("DYN-NODE-018", {
		object,
		path: ["pools"]
	}, message, "Give all pools of the cluster one driverOwner, or make two clusters.")];
}
/** DYN-NODE-020 */
function valueFindings(values) {
	const { error } = gpuOperatorSchema.safeParse(values ?? {});
	const code = "DYN-NODE-020";
	return (error?.issues ?? []).flatMap((issue) => {
		const path = ["values", ...issue.path.filter((step) => typeof step !== "symbol")];
		if (issue.code !== "unrecognized_keys") return [require_facts.finding(code, {
			object,
			path
		}, lowered(issue.message), "Correct the value.")];
		return issue.keys.map((key) => {
			const close = require_facts.nearest(key, knownKeys(issue.path));
			const hint = close === void 0 ? "" : `; did you mean ${require_facts.show(close)}?`;
			const message = `unknown key ${require_facts.show(key)}${hint}`;
			return require_facts.finding(code, {
				object,
				path: [...path, key]
			}, message, "Correct or remove the key.");
		});
	});
}
function lowered(text) {
	return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
/** Keys of the first level of values: those of deeper ones are too like each other to guess. */
function knownKeys(path) {
	return path.length === 0 ? Object.keys(gpuOperatorSchema.shape) : [];
}
/**
* The GPU Operator in a chart: the ConfigMap of its metrics, and the Helm release as data for whoever
* installs it.
*
* @example
* const operator = new GpuOperator(chart, "gpu-operator", { pools: [p5] });
* // Pulumi, Flux or Argo CD take operator.chart.
*/
var GpuOperator = class extends constructs.Construct {
	/** Chart, version and values. */
	chart;
	/** The ConfigMap that the exporter reads. */
	metrics;
	#findings;
	constructor(scope, id, props) {
		super(scope, id);
		const { chart, metrics, findings } = gpuOperator(props);
		this.chart = chart;
		this.metrics = new require_kube_object.KubeObject(this, "Metrics", metrics);
		this.#findings = findings;
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return this.#findings;
	}
};
// ../../work/main/packages/constructs/src/nodes/software/infiniband.ts
/** @module InfiniBand on AKS: the Network Operator, its policy with the shared device plugin, and settings of the nodes. */
/**
* What nodes with InfiniBand need besides the GPU driver, in this order: the Network Operator
* (`chart`), the policy by which it installs driver and device plugin, and memory limits and kernel
* modules on every node. AKS needs the feature `AKSInfinibandSupport` before the pool is made.
*
* @see Azure/aks-rdma-infiniband
*/
var InfinibandNodes = class extends constructs.Construct {
	/** The Network Operator; its namespace has to admit privileged pods. */
	chart;
	/** How the Network Operator sets up interfaces and device plugin. */
	policy;
	/** Loads kernel modules and lifts the limit of locked memory on every node. */
	nodeConfig;
	constructor(scope, id, props) {
		super(scope, id);
		this.chart = {
			...require_facts.nodeCharts.networkOperator,
			values: { nfd: {
				enabled: true,
				deployNodeFeatureRules: false
			} }
		};
		this.policy = new require_kube_object.KubeObject(this, "Policy", renderPolicy(props));
		this.nodeConfig = new require_kube_object.KubeObject(this, "NodeConfig", renderNodeConfig(props));
	}
};
const registry = "nvcr.io/nvidia/mellanox";
/** PCI vendor of NVIDIA's network cards. */
const vendor = "15b3";
function renderPolicy(props) {
	const [, resourceName = ""] = (props.resource ?? "rdma/shared_ib").split("/");
	const rdmaHcaMax = props.podsPerNode ?? 63;
	const selectors = {
		vendors: [vendor],
		linkTypes: ["infiniband"]
	};
	return {
		apiVersion: "mellanox.com/v1alpha1",
		kind: "NicClusterPolicy",
		metadata: { name: "nic-cluster-policy" },
		spec: {
			nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{
				key: `feature.node.kubernetes.io/pci-${vendor}.present`,
				operator: "In",
				values: ["true"]
			}] }] } },
			tolerations: daemonTolerations(props.pools),
			ofedDriver: {
				repository: registry,
				image: "doca-driver",
				version: props.driverVersion ?? "doca3.2.0-25.10-1.2.8.0-2",
				upgradePolicy: {
					autoUpgrade: true,
					maxParallelUpgrades: 1,
					drain: { enable: false }
				}
			},
			rdmaSharedDevicePlugin: {
				repository: registry,
				image: "k8s-rdma-shared-dev-plugin",
				version: "network-operator-v25.10.0",
				config: JSON.stringify({ configList: [{
					resourceName,
					rdmaHcaMax,
					selectors
				}] })
			}
		}
	};
}
/** Runs on the host, once per start of the pod, and changes nothing the second time. */
const script = `set -eu
nsenter --target 1 --mount -- bash -eu -c '
  modprobe -a ib_umad rdma_ucm
  printf "ib_umad\\nrdma_ucm\\n" > /etc/modules-load.d/infiniband.conf
  for unit in containerd kubelet; do
    drop_in=/etc/systemd/system/$unit.service.d/90-memlock.conf
    if [ ! -e "$drop_in" ]; then
      mkdir -p "$(dirname "$drop_in")"
      printf "[Service]\\nLimitMEMLOCK=infinity\\n" > "$drop_in"
      restart="\${restart:-} $unit"
    fi
  done
  if [ -n "\${restart:-}" ]; then
    systemctl daemon-reload
    systemctl restart $restart
  fi
'
exec sleep infinity
`;
function renderNodeConfig({ pools, image = "ubuntu:24.04" }) {
	const labels = { "app.kubernetes.io/name": "infiniband-node-config" };
	return {
		apiVersion: "apps/v1",
		kind: "DaemonSet",
		metadata: {
			name: "infiniband-node-config",
			namespace: "kube-system",
			labels
		},
		spec: {
			selector: { matchLabels: labels },
			template: {
				metadata: { labels },
				spec: {
					priorityClassName: "system-node-critical",
					automountServiceAccountToken: false,
					hostPID: true,
					affinity: { nodeAffinity: nodesOf(pools) },
					tolerations: daemonTolerations(pools),
					containers: [{
						name: "config",
						image,
						command: [
							"bash",
							"-c",
							script
						],
						securityContext: { privileged: true },
						resources: {
							requests: {
								cpu: "10m",
								memory: "32Mi"
							},
							limits: {
								cpu: "200m",
								memory: "64Mi"
							}
						}
					}]
				}
			}
		}
	};
}
/** The machine types of the pools. */
function nodesOf(pools) {
	const types = new Set(pools.map(({ pool }) => pool.machine.type));
	return { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{
		key: require_facts.nodeLabels.instanceType,
		operator: "In",
		values: [...types].sort()
	}] }] } };
}
exports.GkeRdmaNetworks = GkeRdmaNetworks;
exports.GpuNodePool = GpuNodePool;
exports.GpuOperator = GpuOperator;
exports.InfinibandNodes = InfinibandNodes;
exports.dcgmExporter = dcgmExporter;
exports.dcgmFields = dcgmFields;
exports.efaDevicePlugin = efaDevicePlugin;
exports.fabricOf = fabricOf;
exports.gpuOperator = gpuOperator;
