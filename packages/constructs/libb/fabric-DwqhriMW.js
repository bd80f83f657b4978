// ../../work/main/packages/constructs/src/graph/patterns/fabric.ts
const lockReason = "RDMA registers GPU and host memory with the network card, which locks those pages";
function locking(privileged) {
	return {
		capabilities: ["IPC_LOCK"],
		...privileged === true ? { privileged } : {},
		reason: lockReason
	};
}
/**
* AWS Elastic Fabric Adapter. Workers get the `-efa` image, the interfaces and libfabric; prefill
* and decode run on different machines, because reads within one fail (`fi_read`: EAGAIN).
*
* @see recipes/kustomize/components (rdma-defaults, EFA)
*/
function efa({ perGpu, privileged, hugepages }) {
	return {
		name: "efa",
		devices: {
			kind: "counted",
			resource: "vpc.amazonaws.com/efa",
			perGpu
		},
		nixlBackend: "LIBFABRIC",
		env: {
			FI_PROVIDER: "efa",
			FI_EFA_USE_DEVICE_RDMA: "1",
			FI_EFA_ENABLE_SHM_TRANSFER: "0",
			...hugepages === void 0 ? {} : { FI_EFA_USE_HUGE_PAGE: "1" }
		},
		security: locking(privileged),
		...hugepages === void 0 ? {} : { hugepages },
		separateHosts: true
	};
}
/** InfiniBand or RoCE through an RDMA device plugin. */
function infiniband(options = {}) {
	const { resource = "rdma/ib", perGpu = 1, shared = false, privileged, env = {} } = options;
	return {
		name: "infiniband",
		devices: shared ? {
			kind: "shared",
			resource
		} : {
			kind: "counted",
			resource,
			perGpu
		},
		env,
		security: locking(privileged)
	};
}
/**
* RoCE of Google Cloud (A3 Ultra, A4, A4X): a worker joins one network per GPU, `rdma-0` first, and
* has each for itself on its machine.
*
* @see recipes/kustomize/components (gke-roce)
*/
function gkeRoce({ perGpu = 1, privileged = true } = {}) {
	return {
		name: "roce",
		devices: {
			kind: "networks",
			perGpu
		},
		env: {
			NCCL_SOCKET_IFNAME: "eth0",
			GLOO_SOCKET_IFNAME: "eth0",
			NCCL_CROSS_NIC: "0",
			NCCL_IB_GID_INDEX: "3",
			UCX_IB_GID_INDEX: "3",
			UCX_TLS: "cuda_ipc,rc,cuda_copy,tcp,self"
		},
		security: {
			capabilities: privileged ? ["IPC_LOCK", "SYS_PTRACE"] : ["IPC_LOCK"],
			...privileged ? { privileged } : {},
			reason: privileged ? `${lockReason}; the RDMA devices of the pod's networks are opened from the host` : lockReason
		},
		hostDirectories: [{
			name: "gib",
			path: "/home/kubernetes/bin/gib",
			mountPath: "/usr/local/gib"
		}, {
			name: "nvidia",
			path: "/home/kubernetes/bin/nvidia",
			mountPath: "/usr/local/nvidia"
		}]
	};
}
/**
* Plain Ethernet, on purpose: KV blocks pass through host memory and TCP. Good enough for short
* prompts and trials; upstream measured 98 s instead of 1 s to the first of 8000 tokens.
*/
function tcp() {
	return {
		name: "tcp",
		hostBuffer: true,
		env: { UCX_TLS: "tcp,cuda_copy,self" }
	};
}
/** The extended resources of a worker with that many GPUs. */
function fabricDevices({ devices, hugepages }, gpus) {
	const pages = hugepages === void 0 ? {} : { "hugepages-2Mi": String(hugepages) };
	if (devices === void 0) return pages;
	switch (devices.kind) {
		case "counted": return {
			[devices.resource]: String(Math.ceil(gpus * devices.perGpu)),
			...pages
		};
		case "shared": return {
			[devices.resource]: "1",
			...pages
		};
		default: return Object.fromEntries(networksOf(devices.perGpu, gpus).flatMap((network) => [[`networking.gke.io.networks/${network}`, "1"], [`networking.gke.io.networks/${network}.IP`, "1"]]));
	}
}
/** First interface of the pod that is an RDMA network: eth0 is the cluster's, eth1 the second host card. */
const firstRdmaInterface = 2;
/** Annotations that join a worker with that many GPUs to its networks. */
function fabricAnnotations({ devices }, gpus) {
	if (devices?.kind !== "networks") return {};
	const interfaces = networksOf(devices.perGpu, gpus).map((network, at) => ({
		interfaceName: `eth${at + firstRdmaInterface}`,
		network
	}));
	return {
		"networking.gke.io/default-interface": "eth0",
		"networking.gke.io/interfaces": JSON.stringify(interfaces)
	};
}
function networksOf(perGpu, gpus) {
	return Array.from({ length: Math.ceil(gpus * perGpu) }, (_, at) => `rdma-${at}`);
}
Object.defineProperty(exports, "efa", {
	enumerable: true,
	get: function() {
		return efa;
	}
});
Object.defineProperty(exports, "fabricAnnotations", {
	enumerable: true,
	get: function() {
		return fabricAnnotations;
	}
});
Object.defineProperty(exports, "fabricDevices", {
	enumerable: true,
	get: function() {
		return fabricDevices;
	}
});
Object.defineProperty(exports, "gkeRoce", {
	enumerable: true,
	get: function() {
		return gkeRoce;
	}
});
Object.defineProperty(exports, "infiniband", {
	enumerable: true,
	get: function() {
		return infiniband;
	}
});
Object.defineProperty(exports, "tcp", {
	enumerable: true,
	get: function() {
		return tcp;
	}
});
