Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_estimate = require("../estimate-ouKabqQT.js");
const require_facts = require("../facts-DqOY39uq.js");
const require_kube_object = require("../kube-object-AZQcDCDU.js");
const require_pod_defaults = require("../pod-defaults-ySG8MZyd.js");
let cdk8s = require("cdk8s");
let constructs = require("constructs");
// ../../work/main/packages/constructs/src/storage/backing.ts
/** User and group of the `dynamo` account in Dynamo's images. @see container/templates */
const dynamoUser = 1e3;
/** Problems with identifiers that are empty, or missing where no type says that they must not be. */
function required(fields) {
	return Object.entries(fields).flatMap(([field, value]) => value === void 0 || value.trim() === "" ? [{
		code: "DYN-STOR-030",
		field,
		message: "is empty, so there is nothing to mount",
		fix: `Set ${field} to the identifier that the provider gave it.`
	}] : []);
}
/** Problems with the name of a bucket, which is no address and no path. */
function bucketName(field, name) {
	if (name === void 0 || !/[:/]/.test(name)) return required({ [field]: name });
	return [{
		code: "DYN-STOR-030",
		field,
		message: `must be a bare name, got ${JSON.stringify(name)}`,
		fix: `Set ${field} to "${name.replace(/^[a-z0-9]+:\/*/, "").split("/")[0]}", and what follows as prefix.`
	}];
}
// ../../work/main/packages/constructs/src/storage/backings/azure-blob.ts
/** @module A container of Azure Blob Storage as files: over blobfuse2 or NFS 3. */
/** Read in blocks ahead of the reader, without a copy on the node's disk. */
const fuseOptions = [
	"-o allow_other",
	`-o uid=${dynamoUser}`,
	`-o gid=${dynamoUser}`,
	"-o ro",
	"--block-cache",
	"--block-cache-block-size=32",
	"-o attr_timeout=240",
	"-o entry_timeout=240",
	"--use-attr-cache=true",
	"--log-level=LOG_WARNING"
];
/** @see kubernetes-sigs/blob-csi-driver docs/driver-parameters.md */
function azureBlob(props) {
	const { storageAccount, container, resourceGroup, identityClientId, protocol = "fuse2" } = props;
	const fuse = protocol === "fuse2";
	return {
		product: "azure-blob",
		provision: {
			kind: "static",
			volumeHandle: `${storageAccount}_${container}`,
			attributes: {
				protocol,
				storageAccount,
				containerName: container,
				resourceGroup,
				AzureStorageAuthType: fuse ? "MSI" : void 0,
				AzureStorageIdentityClientID: fuse ? identityClientId : void 0
			}
		},
		mountOptions: fuse ? fuseOptions : ["nconnect=4", "ro"],
		accessMode: "ReadOnlyMany",
		readOnly: true,
		layout: "folder",
		problems: [
			...required({ storageAccount }),
			...bucketName("container", container),
			...fuse ? [] : clearText$2
		]
	};
}
const clearText$2 = [{
	code: "DYN-STOR-032",
	field: "protocol",
	message: "NFS 3 carries the weights in clear text between machines and storage account",
	fix: "Leave protocol out for \"fuse2\", or reach the account through a private endpoint and waive this."
}];
// ../../work/main/packages/constructs/src/storage/backings/azure-files.ts
/** @module Azure Files premium over NFS 4.1: for models of moderate size, and for compilation caches. */
/** Readable and writable for the owner and the group, which the driver sets to that of the pods. */
const groupOnly = "0770";
/** @see kubernetes-sigs/azurefile-csi-driver docs/driver-parameters.md */
function azureFiles(props) {
	const { encryptInTransit = true, skuName = "Premium_ZRS" } = props;
	const nfs = {
		protocol: "nfs",
		encryptInTransit: encryptInTransit ? "true" : void 0,
		mountPermissions: groupOnly
	};
	const common = {
		product: "azure-files",
		tier: skuName,
		mountOptions: [
			"nconnect=4",
			"noresvport",
			"actimeo=30"
		],
		owner: "group"
	};
	const problems = clearText$1(encryptInTransit);
	if (props.storageAccount !== void 0) {
		const { storageAccount, shareName, resourceGroup } = props;
		return {
			...common,
			provision: {
				kind: "static",
				volumeHandle: `${storageAccount}_${shareName}`,
				attributes: {
					...nfs,
					storageAccount,
					shareName,
					resourceGroup
				}
			},
			problems: [...required({
				storageAccount,
				shareName
			}), ...problems]
		};
	}
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				...nfs,
				skuName,
				networkEndpointType: "privateEndpoint"
			},
			binding: "Immediate",
			expandable: true
		},
		problems
	};
}
function clearText$1(encrypted) {
	if (encrypted) return [];
	return [{
		code: "DYN-STOR-010",
		field: "encryptInTransit",
		message: "is false: weights cross the network in clear text",
		fix: "Leave encryptInTransit out."
	}];
}
// ../../work/main/packages/constructs/src/storage/backings/fsx-lustre.ts
/** @module FSx for Lustre: the fastest shared files on AWS, in one zone. */
/** `flock` for the locks that downloads take; reading a file should not write its access time. */
const lustreMountOptions = ["flock", "noatime"];
/** @see kubernetes-sigs/aws-fsx-csi-driver docs */
function fsxLustre(props) {
	const tier = String(props.perUnitStorageThroughput ?? 250);
	const common = {
		product: "fsx-lustre",
		tier,
		mountOptions: lustreMountOptions,
		owner: "root"
	};
	if (props.fileSystemId !== void 0) {
		const { fileSystemId, dnsName, mountName } = props;
		return {
			...common,
			provision: {
				kind: "static",
				volumeHandle: fileSystemId,
				attributes: {
					dnsname: dnsName,
					mountname: mountName
				}
			},
			problems: required({
				fileSystemId,
				dnsName,
				mountName
			})
		};
	}
	const { subnetId, securityGroupIds, kmsKeyId } = props;
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				deploymentType: "PERSISTENT_2",
				perUnitStorageThroughput: tier,
				fileSystemTypeVersion: "2.15",
				subnetId,
				securityGroupIds: securityGroupIds.join(","),
				kmsKeyId
			},
			binding: "Immediate",
			expandable: true
		},
		problems: required({
			subnetId,
			securityGroupIds: securityGroupIds.join(",")
		})
	};
}
// ../../work/main/packages/constructs/src/storage/backings/azure-managed-lustre.ts
/** @module Azure Managed Lustre: the fastest shared files on Azure, in one zone. */
/** Ubuntu nodes only. @see kubernetes-sigs/azurelustre-csi-driver docs/driver-parameters.md */
function azureManagedLustre(props) {
	const sku = props.sku ?? "AMLFS-Durable-Premium-125";
	const common = {
		product: "azure-managed-lustre",
		tier: sku,
		mountOptions: lustreMountOptions,
		owner: "root"
	};
	if (props.mgsAddress !== void 0) {
		const { mgsAddress, fileSystemName = "lustrefs" } = props;
		return {
			...common,
			provision: {
				kind: "static",
				volumeHandle: `${mgsAddress}_${fileSystemName}`,
				attributes: {
					"mgs-ip-address": mgsAddress,
					"fs-name": fileSystemName
				}
			},
			problems: required({
				mgsAddress,
				fileSystemName
			})
		};
	}
	const { network, resourceGroup } = props;
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				"sku-name": sku,
				"maintenance-day-of-week": props.maintenanceDay ?? "Sunday",
				"maintenance-time-of-day-utc": props.maintenanceTimeUtc ?? "02:00",
				"resource-group-name": resourceGroup,
				"vnet-resource-group": network?.resourceGroup,
				"vnet-name": network?.name,
				"subnet-name": network?.subnet
			},
			binding: "Immediate",
			expandable: false,
			zoneFrom: { parameter: "zone" }
		}
	};
}
// ../../work/main/packages/constructs/src/storage/backings/efs.ts
/** @module Amazon EFS: mounted from every zone, as large as what is in it. */
/** @see kubernetes-sigs/aws-efs-csi-driver docs/README.md */
function efs(props) {
	const { fileSystemId, accessPointId, encryptInTransit = true, iam = true } = props;
	const common = {
		product: "efs",
		tier: props.throughputMode ?? "elastic",
		mountOptions: [...encryptInTransit ? ["tls"] : [], ...iam && encryptInTransit ? ["iam"] : []],
		owner: "user"
	};
	if (accessPointId !== void 0) return {
		...common,
		provision: {
			kind: "static",
			volumeHandle: `${fileSystemId}::${accessPointId}`,
			attributes: encryptInTransit ? {} : { encryptInTransit: "false" }
		},
		problems: [...required({
			fileSystemId,
			accessPointId
		}), ...clearText(encryptInTransit)]
	};
	const { uid = dynamoUser, gid = dynamoUser, directoryPerms = "750" } = props;
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				provisioningMode: "efs-ap",
				fileSystemId,
				directoryPerms,
				uid: String(uid),
				gid: String(gid),
				basePath: props.basePath ?? "/dynamo"
			},
			binding: "Immediate",
			expandable: false
		},
		problems: [
			...required({ fileSystemId }),
			...openFolder(uid, directoryPerms),
			...clearText(encryptInTransit)
		]
	};
}
function openFolder(uid, mode) {
	const others = Number(mode.at(-1));
	return [...uid === 0 ? [{
		code: "DYN-STOR-009",
		field: "uid",
		message: "is 0: every pod that mounts the access point writes as root",
		fix: "Set uid to 1000, the user of Dynamo's images."
	}] : [], ...!/^[0-7]{3,4}$/.test(mode) || (others & 2) !== 0 ? [{
		code: "DYN-STOR-009",
		field: "directoryPerms",
		message: `must be an octal mode that does not let everybody write, got ${JSON.stringify(mode)}`,
		fix: "Set directoryPerms to \"750\"."
	}] : []];
}
function clearText(encrypted) {
	if (encrypted) return [];
	return [{
		code: "DYN-STOR-010",
		field: "encryptInTransit",
		message: "is false: weights cross the network in clear text",
		fix: "Leave encryptInTransit out."
	}];
}
// ../../work/main/packages/constructs/src/storage/backings/existing.ts
/** @module Storage that somebody else looks after: a claim that exists, or a class of the cluster. */
/** Mounts a claim that exists; nothing is rendered. */
function existingClaim({ claimName }) {
	return {
		provision: {
			kind: "claim",
			claimName
		},
		problems: required({ claimName })
	};
}
/** Claims from a class that the cluster has. */
function storageClass(props = {}) {
	const { storageClassName } = props;
	const known = props.product === void 0 ? require_estimate.builtInClasses[storageClassName ?? ""] : void 0;
	const product = props.product ?? known?.product;
	return {
		provision: {
			kind: "class",
			storageClassName
		},
		product,
		tier: props.tier ?? known?.tier,
		layout: product === void 0 || require_facts.storageProducts[product].posix ? "hub" : "folder"
	};
}
// ../../work/main/packages/constructs/src/storage/backings/managed-lustre.ts
/** @module Google Cloud Managed Lustre: the fastest shared files on Google Cloud, in one zone. */
/** Label by which drivers of GKE know the zone of a node. */
const gkeZone = "topology.gke.io/zone";
/** Nodes run Container-Optimized OS. @see GoogleCloudPlatform/lustre-csi-driver */
function managedLustre(props) {
	const tier = String(props.perUnitStorageThroughput ?? 500);
	const common = {
		product: "gcp-managed-lustre",
		tier,
		owner: "root",
		zoneLabel: gkeZone
	};
	if (props.instance !== void 0) {
		const { instance, address, fileSystem } = props;
		return {
			...common,
			provision: {
				kind: "static",
				volumeHandle: instance,
				attributes: {
					ip: address,
					filesystem: fileSystem
				}
			},
			zone: instance.split("/")[1],
			problems: required({
				instance,
				address,
				fileSystem
			})
		};
	}
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				perUnitStorageThroughput: tier,
				network: props.network,
				filesystem: props.fileSystem ?? "dynamo"
			},
			binding: "WaitForFirstConsumer",
			expandable: true,
			zoneFrom: "topology"
		},
		problems: required({ network: props.network })
	};
}
// ../../work/main/packages/constructs/src/storage/backings/filestore.ts
/** @module Filestore: NFS on Google Cloud, for compilation caches and models of moderate size. */
/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/filestore-for-gke */
function filestore(props) {
	const tier = props.tier ?? "zonal";
	const common = {
		product: "filestore",
		tier,
		owner: "group",
		zoneLabel: gkeZone
	};
	if (props.instance !== void 0) {
		const { instance, location, address, share } = props;
		return {
			...common,
			provision: {
				kind: "static",
				volumeHandle: `modeInstance/${location}/${instance}/${share}`,
				attributes: {
					ip: address,
					volume: share
				}
			},
			zone: tier === "zonal" ? location : void 0,
			problems: required({
				instance,
				location,
				address,
				share
			})
		};
	}
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				tier,
				network: props.network,
				"connect-mode": "PRIVATE_SERVICE_ACCESS",
				"instance-encryption-kms-key": props.kmsKey
			},
			binding: tier === "zonal" ? "WaitForFirstConsumer" : "Immediate",
			expandable: true,
			zoneFrom: tier === "zonal" ? "topology" : void 0
		},
		problems: required({ network: props.network })
	};
}
// ../../work/main/packages/constructs/src/storage/backings/s3.ts
/** @module A bucket of Amazon S3 as read-only files (Mountpoint). */
/**
* Mountpoint knows no links, no renames and no locks: the bucket is filled by copying objects, and
* models lie in it as folders.
*
* @see awslabs/mountpoint-s3-csi-driver docs/CONFIGURATION.md
*/
function s3(props) {
	const { bucket, region, prefix, serviceAccountName, cacheSize } = props;
	return {
		product: "s3",
		provision: {
			kind: "static",
			volumeHandle: [bucket, ...prefix === void 0 ? [] : trimmed(prefix).split("/")].join("-"),
			attributes: {
				bucketName: bucket,
				authenticationSource: serviceAccountName === void 0 ? void 0 : "pod",
				...cacheSize === void 0 ? {} : {
					cache: "emptyDir",
					cacheEmptyDirSizeLimit: cacheSize
				}
			}
		},
		mountOptions: [
			"allow-other",
			`uid=${dynamoUser}`,
			`gid=${dynamoUser}`,
			`region ${region}`,
			...prefix === void 0 ? [] : [`prefix ${trimmed(prefix)}/`],
			"read-only",
			"metadata-ttl indefinite"
		],
		accessMode: "ReadOnlyMany",
		readOnly: true,
		layout: "folder",
		pod: { serviceAccountName },
		problems: [...bucketName("bucket", bucket), ...required({ region })]
	};
}
/** A prefix without slashes around it. */
function trimmed(prefix) {
	return prefix.replace(/^\/+|\/+$/g, "");
}
// ../../work/main/packages/constructs/src/storage/backings/gcs-fuse.ts
/** @module A bucket of Google Cloud Storage as files, through a sidecar that GKE adds to each pod. */
/** @see https://cloud.google.com/kubernetes-engine/docs (Cloud Storage FUSE CSI driver) */
function gcsFuse(props) {
	const { bucket, prefix, serviceAccountName } = props;
	return {
		product: "gcs",
		provision: {
			kind: "static",
			volumeHandle: bucket,
			attributes: {}
		},
		mountOptions: [
			"implicit-dirs",
			`uid=${dynamoUser}`,
			`gid=${dynamoUser}`,
			...prefix === void 0 ? [] : [`only-dir=${trimmed(prefix)}`],
			"file-cache:max-size-mb:-1",
			"file-cache:enable-parallel-downloads:true",
			"metadata-cache:ttl-secs:-1",
			"read_ahead_kb=1024"
		],
		accessMode: "ReadOnlyMany",
		readOnly: true,
		layout: "folder",
		pod: {
			serviceAccountName,
			podAnnotations: {
				"gke-gcsfuse/volumes": "true",
				"gke-gcsfuse/cpu-limit": props.sidecarCpuLimit ?? "0",
				"gke-gcsfuse/memory-limit": props.sidecarMemoryLimit ?? "0",
				"gke-gcsfuse/ephemeral-storage-limit": props.sidecarDiskLimit ?? "0"
			}
		},
		problems: [...bucketName("bucket", bucket), ...required({ serviceAccountName })]
	};
}
// ../../work/main/packages/constructs/src/storage/backings/hyperdisk-ml.ts
/** @module Hyperdisk ML: one disk that thousands of machines read, written once. */
/** Reads run ahead by 4 MiB: weights are read from front to back. */
const mountOptions = ["read_ahead_kb=4096"];
/**
* Without `disk` a disk is made and claimed by one node, for a `ModelDownload`; the name of the disk is
* then in the volume (`spec.csi.volumeHandle`). With `disk` it is attached read-only to every node.
*
* @see https://cloud.google.com/compute/docs/disks/hd-types/hyperdisk-ml
*/
function hyperdiskMl(props = {}) {
	const { disk, throughputMiBps = 2400 } = props;
	const common = {
		product: "hyperdisk-ml",
		throughput: { totalMBps: throughputMiBps * 1.048576 },
		mountOptions,
		zoneLabel: gkeZone
	};
	const problems = throughputProblems(throughputMiBps);
	if (disk !== void 0) return {
		...common,
		provision: {
			kind: "static",
			volumeHandle: disk,
			attributes: {},
			fsType: "ext4"
		},
		accessMode: "ReadOnlyMany",
		readOnly: true,
		zone: /\/zones\/([^/]+)\//.exec(disk)?.[1],
		problems: [...required({ disk }), ...problems]
	};
	return {
		...common,
		provision: {
			kind: "dynamic",
			parameters: {
				type: "hyperdisk-ml",
				"provisioned-throughput-on-create": `${throughputMiBps}Mi`
			},
			binding: "WaitForFirstConsumer",
			expandable: false,
			zoneFrom: "topology"
		},
		accessMode: "ReadWriteOnce",
		owner: "group",
		problems: [...problems, loading]
	};
}
const loading = {
	code: "DYN-STOR-029",
	field: "disk",
	message: "the disk is new: one node fills it, and a graph cannot mount it on several",
	fix: "Run the ModelDownload, then set disk to the volumeHandle of its volume."
};
function throughputProblems(throughputMiBps) {
	const { minMiBps, maxMiBps } = require_facts.hyperdiskMlThroughput;
	if (throughputMiBps >= minMiBps && throughputMiBps <= maxMiBps) return [];
	return [{
		code: "DYN-STOR-014",
		field: "throughputMiBps",
		message: `must be ${minMiBps} to ${maxMiBps}, got ${throughputMiBps}`,
		fix: `Set throughputMiBps to ${throughputMiBps < minMiBps ? minMiBps : maxMiBps}.`
	}];
}
// ../../work/main/packages/constructs/src/storage/backings/node-local.ts
/** @module Disks of the machines themselves: nothing is shared, so nothing is a bottleneck. */
/**
* Every node has its own copy: a `ModelDownload` fills it as a DaemonSet. A node that joins later
* fills its own, so a start on a new node takes the time of the download.
*/
function nodeLocal({ path, perMachineMBps }) {
	return {
		product: "nvme",
		provision: {
			kind: "node",
			volume: { hostPath: {
				path,
				type: "DirectoryOrCreate"
			} }
		},
		accessMode: "ReadWriteOnce",
		throughput: perMachineMBps === void 0 ? void 0 : { perMachineMBps },
		owner: "root",
		problems: [...required({ path }), hostPath]
	};
}
const hostPath = {
	code: "DYN-STOR-031",
	field: "path",
	message: "is a hostPath volume, which the baseline Pod Security level refuses",
	fix: "Label the namespace for the privileged level, and waive this with the reason."
};
// ../../work/main/packages/constructs/src/storage/backings/stream.ts
/** @module A bucket from which engines stream weights into GPU memory: no volume at all. */
const products = {
	s3: "s3",
	gs: "gcs",
	az: "azure-blob"
};
/**
* vLLM and SGLang read with the Run:ai streamer; TensorRT-LLM cannot.
*
* @see https://docs.vllm.ai/en/stable/models/extensions/runai_model_streamer/
*/
function stream(props) {
	const { address, concurrency = 16, memoryLimitBytes, storageAccount, serviceAccountName } = props;
	const scheme = /^(s3|gs|az):\/\/[^/]+/.exec(address)?.[1] ?? "";
	return {
		product: products[scheme],
		provision: {
			kind: "stream",
			address
		},
		accessMode: "ReadOnlyMany",
		readOnly: true,
		layout: "folder",
		pod: {
			loadFormat: "runai_streamer",
			loaderConfig: {
				concurrency,
				...memoryLimitBytes === void 0 ? {} : { memory_limit: memoryLimitBytes }
			},
			env: storageAccount === void 0 ? void 0 : { AZURE_STORAGE_ACCOUNT_NAME: storageAccount },
			podLabels: props.podLabels ?? identityLabels(scheme, serviceAccountName),
			serviceAccountName
		},
		problems: [...addressProblems(address, scheme), ...accountProblems(scheme, storageAccount)]
	};
}
/** Azure's webhook gives an identity to pods that ask for one. */
function identityLabels(scheme, serviceAccountName) {
	return scheme === "az" && serviceAccountName !== void 0 ? { "azure.workload.identity/use": "true" } : void 0;
}
function addressProblems(address, scheme) {
	if (scheme !== "" || require_facts.holdsToken(address)) return [];
	return [{
		code: "DYN-STOR-030",
		field: "address",
		message: `must begin with s3://, gs:// or az:// and a bucket, got ${JSON.stringify(address)}`,
		fix: "Set address to a bucket such as \"s3://weights\"."
	}];
}
function accountProblems(scheme, account) {
	return scheme === "az" ? required({ storageAccount: account ?? "" }) : [];
}
// ../../work/main/packages/constructs/src/storage/say.ts
/** @module Findings about the props of a construct. */
/** Findings that name the construct, such as `ModelCache/models`. */
function sayOf(object) {
	return (code, path, message, fix) => require_facts.finding(code, {
		object,
		path
	}, message, fix);
}
// ../../work/main/packages/constructs/src/storage/resolve.ts
/** Room that a volume has beside its models, as a part of them. @see the reference's sizing rule: 1.2 to 1.5 times */
const headroom = 1.3;
/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
function resolveVolume(kind, id, namespace, props, backing) {
	const product = backing.product === void 0 ? void 0 : require_facts.storageProducts[backing.product];
	const tier = product === void 0 ? void 0 : require_facts.storageTier(product, backing.tier);
	const modelBytes = bytesOf(props.models ?? []);
	const size = quantityOf(props.size) ?? kind.size ?? sizeFor(modelBytes, product, tier);
	const sizeGiB = size === void 0 ? NaN : require_facts.quantityValue(size) / 2 ** 30;
	const development = props.development ?? false;
	return {
		kind,
		name: backing.provision.kind === "claim" ? backing.provision.claimName : props.name ?? id,
		namespace: props.namespace ?? namespace,
		backing,
		product,
		tier,
		size,
		sizeGiB,
		accessMode: props.accessMode ?? backing.accessMode ?? (kind.shared ? "ReadWriteMany" : "ReadWriteOnce"),
		chosenMode: props.accessMode !== void 0,
		zone: props.zone ?? backing.zone,
		zonal: tier?.zonal ?? false,
		pools: (props.pools ?? []).map((each) => "pool" in each ? each.pool : each),
		reclaimPolicy: props.reclaimPolicy ?? (development ? "Delete" : "Retain"),
		throughput: throughputOf(props.throughputMBps, backing, tier, sizeGiB),
		development,
		modelBytes
	};
}
/** A size as Kubernetes writes it. */
function quantityOf(size) {
	if (size === void 0 || typeof size === "string" || typeof size === "number") return size;
	const kibibytes = size.toKibibytes();
	const gibibytes = kibibytes / 2 ** 20;
	return Number.isInteger(gibibytes) ? `${gibibytes}Gi` : `${kibibytes}Ki`;
}
function bytesOf(models) {
	const known = models.map((model) => typeof model === "string" ? require_facts.findModel(model) : model).filter((model) => model !== void 0);
	return known.length === 0 ? void 0 : known.reduce((sum, model) => sum + require_facts.sumOfParts(model.bytes), 0);
}
/** The provider's smallest size with room for the models; any where sizes mean nothing. */
function sizeFor(modelBytes, product, tier) {
	if (modelBytes === void 0) return product?.sized === false ? "1Ti" : void 0;
	const least = Math.ceil(modelBytes * headroom / 2 ** 30);
	const size = require_facts.nextSize(tier?.sizes ?? [], least);
	return size === void 0 ? void 0 : `${size}Gi`;
}
function throughputOf(totalMBps, backing, tier, sizeGiB) {
	const own = backing.throughput ?? (sizeGiB > 0 ? tier?.throughput(sizeGiB) : void 0);
	return totalMBps === void 0 ? own : {
		...own,
		totalMBps
	};
}
// ../../work/main/packages/constructs/src/storage/zones.ts
/** @module Rules about where zonal storage stands. */
/** DYN-STOR-007 and 008. */
function checkZones(volume, say) {
	const { zonal, zone, pools, product } = volume;
	if (!zonal) return [];
	const title = product?.title ?? "the storage";
	const pooled = [...new Set(pools.flatMap(({ zones = [] }) => zones))];
	if (zone === void 0) {
		if (pooled.length > 1) return [say("DYN-STOR-007", ["zone"], `${title} stands in one zone, and the machines in ${pooled.join(" and ")}`, "Set zone, and make storage of its own for the machines of each zone.")];
		if (pooled.length === 1) return [];
		return [say("DYN-STOR-008", ["zone"], `${title} stands in one zone, and nothing says in which`, "Set zone to that of the machines.")];
	}
	if (require_facts.holdsToken(zone)) return [];
	if (product?.cloud === "azure" && /^\d+$/.test(zone)) return [say("DYN-STOR-007", ["zone"], `nodes of Azure are labelled with region and number, such as eastus-${zone}; got "${zone}"`, `Put the region before it: "<region>-${zone}".`)];
	return pools.flatMap(({ name, zones = [] }) => {
		const elsewhere = zones.filter((each) => each !== zone);
		if (elsewhere.length === 0) return [];
		return [say("DYN-STOR-007", ["zone"], `${title} stands in ${zone}, and ${name} has machines in ${elsewhere.join(" and ")}`, `Keep ${name} in ${zone}, or make storage of its own for each zone.`)];
	});
}
// ../../work/main/packages/constructs/src/storage/checks.ts
/** @module Rules about a volume, each a pure function of the resolved settings. */
/** Everything that is wrong with these settings; waivers are not applied. */
function checkVolume(volume) {
	const say = sayOf(`${volume.kind.construct}/${volume.name}`);
	return [
		...(volume.backing.problems ?? []).map(({ code, field, message, fix }) => say(code, [field], message, fix)),
		...checkName$1(volume, say),
		...checkTier(volume, say),
		...checkSize(volume, say),
		...checkModels(volume, say),
		...checkAccessMode(volume, say),
		...checkUse(volume, say),
		...checkZones(volume, say),
		...checkReclaim(volume, say),
		...checkThroughput(volume, say)
	];
}
/** True when there is a claim of ours, with a size. */
function claims({ backing }) {
	const { kind } = backing.provision;
	return kind === "dynamic" || kind === "static" || kind === "class";
}
function checkName$1(volume, say) {
	const { name, namespace, backing } = volume;
	if (!claims(volume)) return [];
	if (!require_facts.isDnsSubdomain(name)) return [say("DYN-STOR-013", ["name"], `must be lower-case letters, digits, and inner hyphens or dots, got ${require_facts.show(name)}`, "Set name to one such as \"model-cache\".")];
	if (backing.provision.kind !== "static" || namespace !== void 0) return [];
	return [say("DYN-STOR-028", ["namespace"], `the volume is kept for the claim ${require_facts.show(name)}, and neither props nor chart say in which namespace`, "Set namespace here or on the chart.")];
}
function checkTier({ product, tier, backing }, say) {
	if (product === void 0 || tier !== void 0) return [];
	const offered = product.tiers.map(({ name }) => name);
	const message = `${product.title} has the tiers ${offered.join(", ")}; got ${require_facts.show(backing.tier)}`;
	const field = product.tierParameter === "perUnitStorageThroughput" ? product.tierParameter : "tier";
	return [say("DYN-STOR-014", [field], message, `Set ${field} to one of them.`)];
}
const path = ["size"];
function checkSize(volume, say) {
	const { product, tier, size, sizeGiB } = volume;
	if (!claims(volume)) return [];
	if (!(sizeGiB > 0)) {
		const message = size === void 0 ? "is missing, and no model is known whose size would tell" : `must be a quantity above 0, got ${require_facts.show(size)}`;
		return [say("DYN-STOR-001", path, message, "Set size to a quantity such as \"2Ti\".")];
	}
	const sizes = tier?.sizes ?? [];
	if (product?.sized !== true || require_facts.offersSize(sizes, sizeGiB)) return [];
	const next = require_facts.nextSize(sizes, sizeGiB);
	const ranges = sizes.map(({ minGiB, maxGiB, stepGiB }) => maxGiB === minGiB ? `${minGiB} GiB` : `${minGiB} GiB and every ${stepGiB} GiB${maxGiB === void 0 ? "" : ` to ${maxGiB} GiB`}`).join(", ");
	const message = `${product.title} ${tier?.name} comes with ${ranges}; got ${require_facts.show(size)}, which are ${rounded(sizeGiB)} GiB`;
	const fix = next === void 0 ? "Take less, or a tier with larger file systems." : `Set size to "${next}Gi".`;
	return [say("DYN-STOR-002", path, message, fix)];
}
function checkModels({ modelBytes, sizeGiB, product }, say) {
	if (modelBytes === void 0 || Number.isNaN(sizeGiB) || product?.sized === false) return [];
	const needed = modelBytes / 2 ** 30;
	if (sizeGiB >= needed * 1.3) return [];
	const least = Math.ceil(needed * headroom);
	const numbers = `the models take ${rounded(needed)} GiB, and ${headroom} times that are ${least} GiB; the volume has ${rounded(sizeGiB)} GiB`;
	return [say(sizeGiB < needed ? "DYN-STOR-005" : "DYN-STOR-006", path, numbers, `Set size to at least "${least}Gi".`)];
}
function checkAccessMode(volume, say) {
	const { accessMode, product, chosenMode, backing, kind } = volume;
	const field = ["accessMode"];
	if (!claims(volume)) return [];
	if (product !== void 0 && !product.accessModes.includes(accessMode)) return [say("DYN-STOR-004", field, `${product.title} has ${product.accessModes.join(", ")}; got ${accessMode}`, `Set accessMode to "${product.accessModes[0]}".`)];
	const single = accessMode === "ReadWriteOnce" || accessMode === "ReadWriteOncePod";
	const byStorage = !chosenMode && backing.accessMode !== void 0;
	if (!single) return checkBlockClass(volume, say);
	if (!kind.shared || byStorage) return [];
	return [say("DYN-STOR-003", field, `${accessMode} lets one node mount the volume, and every replica needs it`, "Set accessMode to \"ReadWriteMany\", with storage that has it.")];
}
/** Classes of EKS, AKS and GKE that make disks. */
const blockClasses = [
	"gp2",
	"gp3",
	"auto-ebs-sc",
	"default",
	"managed",
	"managed-premium",
	"managed-csi",
	"managed-csi-premium",
	"standard",
	"standard-rwo",
	"premium-rwo"
];
function checkBlockClass({ backing, product, accessMode }, say) {
	const { provision } = backing;
	if (provision.kind !== "class" || product !== void 0) return [];
	const { storageClassName } = provision;
	if (storageClassName !== void 0 && !blockClasses.includes(storageClassName)) return [];
	return [say("DYN-STOR-034", ["storageClassName"], `${accessMode} is asked of ${storageClassName === void 0 ? "the cluster's default class, which on EKS, AKS and GKE makes disks" : `the class ${require_facts.show(storageClassName)}, which makes disks`}`, "Give a backing, or a class of shared files with its product.")];
}
function checkUse({ kind, product }, say) {
	if (!kind.needsPosix || product === void 0 || product.posix) return [];
	return [say("DYN-STOR-015", ["backing"], `${product.title} is a bucket: it has no locks, no renames and no writes in place`, "Take a file system, such as EFS, Azure Files or Filestore.")];
}
function checkReclaim({ reclaimPolicy, backing, development }, say) {
	if (backing.provision.kind !== "dynamic" || reclaimPolicy === "Retain" || development) return [];
	return [say("DYN-STOR-012", ["reclaimPolicy"], "is Delete: the files go with the claim, and the claim with the chart", "Leave reclaimPolicy out, or set development.")];
}
function checkThroughput(volume, say) {
	const { throughput, product, kind, backing, sizeGiB } = volume;
	const { totalMBps, perMachineMBps } = throughput ?? {};
	if (kind.construct !== "ModelCache" || backing.provision.kind === "stream") return [];
	if (claims(volume) && !(sizeGiB > 0)) return [];
	if (totalMBps !== void 0 || perMachineMBps !== void 0) return [];
	return [say("DYN-STOR-011", ["throughputMBps"], `of ${product?.title ?? "this storage"} is not known, so nobody can say how long a start takes`, "Set throughputMBps to what was measured.")];
}
/** A number as people read it. */
function rounded(value) {
	return String(Math.round(value * 10) / 10);
}
// ../../work/main/packages/constructs/src/storage/objects.ts
const defaultZoneLabel = "topology.kubernetes.io/zone";
/** Renders a volume. */
function renderVolume(volume) {
	const { provision } = volume.backing;
	switch (provision.kind) {
		case "dynamic": return {
			storageClass: renderClass(volume, provision),
			claim: renderClaim(volume, { storageClassName: clusterName(volume) })
		};
		case "static": return {
			volume: renderStatic(volume, provision),
			claim: renderClaim(volume, {
				storageClassName: "",
				volumeName: clusterName(volume)
			})
		};
		case "class": return { claim: renderClaim(volume, { storageClassName: provision.storageClassName }) };
		default: return {};
	}
}
/** Name of what is in no namespace. */
function clusterName({ name, namespace }) {
	return namespace === void 0 ? name : `${namespace}-${name}`;
}
/** Without the word undefined cdk8s would put the chart's namespace here. */
function clusterMetadata(volume) {
	return {
		name: clusterName(volume),
		namespace: void 0,
		labels: labelsOf$2(volume)
	};
}
function labelsOf$2({ kind, name }) {
	return {
		"app.kubernetes.io/name": kind.app,
		"app.kubernetes.io/instance": name,
		"app.kubernetes.io/part-of": "dynamo"
	};
}
function renderClass(volume, provision) {
	const { zone, product, reclaimPolicy, backing } = volume;
	const { zoneFrom } = provision;
	const zoneParameter = zone === void 0 || zoneFrom === void 0 || zoneFrom === "topology" ? {} : { [zoneFrom.parameter]: zone.split("-").at(-1) };
	return {
		apiVersion: "storage.k8s.io/v1",
		kind: "StorageClass",
		metadata: clusterMetadata(volume),
		provisioner: product?.driver ?? "",
		parameters: present({
			...provision.parameters,
			...zoneParameter
		}),
		mountOptions: optionsOf(volume),
		reclaimPolicy,
		volumeBindingMode: provision.binding,
		allowVolumeExpansion: provision.expandable,
		allowedTopologies: zone === void 0 || zoneFrom !== "topology" ? void 0 : [{ matchLabelExpressions: [{
			key: backing.zoneLabel ?? defaultZoneLabel,
			values: [zone]
		}] }]
	};
}
function renderStatic(volume, provision) {
	const { name, namespace, product, size, accessMode, backing, zone, zonal } = volume;
	const attributes = present(provision.attributes);
	return {
		apiVersion: "v1",
		kind: "PersistentVolume",
		metadata: clusterMetadata(volume),
		spec: {
			capacity: { storage: size },
			accessModes: [accessMode],
			persistentVolumeReclaimPolicy: "Retain",
			storageClassName: "",
			volumeMode: "Filesystem",
			mountOptions: optionsOf(volume),
			claimRef: {
				apiVersion: "v1",
				kind: "PersistentVolumeClaim",
				name,
				namespace
			},
			csi: {
				driver: product?.driver,
				volumeHandle: provision.volumeHandle,
				fsType: provision.fsType,
				readOnly: backing.readOnly === true ? true : void 0,
				volumeAttributes: Object.keys(attributes).length === 0 ? void 0 : attributes
			},
			nodeAffinity: zone === void 0 || !zonal ? void 0 : inZone(backing.zoneLabel ?? defaultZoneLabel, zone)
		}
	};
}
/** Pods that mount the volume are kept in its zone. */
function inZone(key, zone) {
	return { required: { nodeSelectorTerms: [{ matchExpressions: [{
		key,
		operator: "In",
		values: [zone]
	}] }] } };
}
function renderClaim(volume, source) {
	const { name, namespace, size, accessMode } = volume;
	return {
		apiVersion: "v1",
		kind: "PersistentVolumeClaim",
		metadata: {
			name,
			namespace,
			labels: labelsOf$2(volume),
			annotations: throughputAnnotations(volume)
		},
		spec: {
			accessModes: [accessMode],
			resources: { requests: { storage: size ?? 0 } },
			...source
		}
	};
}
/** What the manifests alone would not tell whoever estimates a start from them. */
function throughputAnnotations({ throughput }) {
	const known = Object.entries(throughput ?? {}).filter(([, mbps]) => Number.isFinite(mbps)).map(([name, mbps]) => [name, Math.round(mbps * 10) / 10]);
	return known.length === 0 ? void 0 : { [require_facts.throughputAnnotation]: JSON.stringify(Object.fromEntries(known)) };
}
function optionsOf({ backing }) {
	const { mountOptions = [] } = backing;
	return mountOptions.length === 0 ? void 0 : mountOptions;
}
function present(record) {
	const entries = Object.entries(record).filter((entry) => entry[1] !== void 0);
	return Object.fromEntries(entries);
}
// ../../work/main/packages/constructs/src/storage/storage-volume.ts
/** @module The construct under every kind of volume: it wires what was resolved, checked and rendered. */
/** A volume that pods share: a claim, and the class or the volume behind it. */
var StorageVolume = class extends constructs.Construct {
	/** The class; undefined when the volume exists, or comes from a class of the cluster. */
	storageClass;
	/** The volume; undefined when a driver makes it. */
	persistentVolume;
	/** The claim; undefined when somebody else made it, and for storage that has none. */
	claim;
	/** What is behind it, for other constructs on the same storage. */
	backing;
	volumeData;
	#props;
	constructor(scope, id, kind, props, backing) {
		super(scope, id);
		this.#props = props;
		this.backing = backing;
		this.volumeData = resolveVolume(kind, id, cdk8s.Chart.of(scope).namespace, props, backing);
		const { storageClass, volume, claim } = renderVolume(this.volumeData);
		this.storageClass = storageClass && new require_kube_object.KubeObject(this, "StorageClass", storageClass);
		this.persistentVolume = volume && new require_kube_object.KubeObject(this, "PersistentVolume", volume);
		this.claim = claim && new require_kube_object.KubeObject(this, "Claim", claim);
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return require_facts.applyWaivers(checkVolume(this.volumeData), this.#props.waive ?? []);
	}
};
// ../../work/main/packages/constructs/src/storage/checkpoint-storage.ts
/**
* A volume for checkpoints, 1 TiB unless said otherwise: one checkpoint is about as large as the memory
* of the engine. Its values go to the chart `snapshot` and to the operator.
*
* @see deploy/helm/charts/snapshot; docs/fern/kubernetes/snapshot.md
* @experimental
*/
var CheckpointStorage = class extends StorageVolume {
	/** Name of the claim. */
	claimName;
	/** Value `storage` of the chart `snapshot`. */
	agentValues;
	/** Value `checkpoint.storage` of the operator: empty when the agent mounts the claim. */
	operatorValues;
	#props;
	constructor(scope, id, props = {}) {
		super(scope, id, {
			construct: "CheckpointStorage",
			app: "checkpoint-storage",
			size: "1Ti",
			needsPosix: true,
			shared: true
		}, props, props.backing ?? storageClass());
		this.#props = props;
		const { name, accessMode } = this.volumeData;
		const { mount = "agentMount", basePath = "/checkpoints" } = props;
		const pvc = {
			create: false,
			basePath,
			accessMode
		};
		this.claimName = name;
		this.agentValues = {
			type: "pvc",
			accessMode: mount,
			pvc: {
				...pvc,
				name
			}
		};
		this.operatorValues = mount === "agentMount" ? {} : {
			type: "pvc",
			pvc: {
				...pvc,
				pvcName: name
			}
		};
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		const { waive = [], type = "pvc", basePath } = this.#props;
		const say = sayOf(`CheckpointStorage/${this.volumeData.name}`);
		const found = [];
		if (type !== "pvc") {
			const message = `${require_facts.show(type)} was announced for the snapshot agent and never built`;
			found.push(say("DYN-STOR-021", ["type"], message, "Leave type out and give a backing."));
		}
		if (basePath?.startsWith("/") === false) {
			const message = `must begin with a slash, got ${require_facts.show(basePath)}`;
			found.push(say("DYN-STOR-022", ["basePath"], message, `Set basePath to "/${basePath}".`));
		}
		return [...super.findings(), ...require_facts.applyWaivers(found, waive)];
	}
};
// ../../work/main/packages/constructs/src/storage/compilation-cache.ts
/**
* A volume for what vLLM compiles, 50 GiB unless said otherwise. It is apart from the models: it is
* small, it is written at every start, and losing it costs minutes.
*
* @example
* const compiled = new CompilationCache(chart, "compilation-cache", { backing: efs({ fileSystemId }) });
* new InferenceGraph(chart, "qwen3", { serving: aggregated({ compilationCache: compiled.mount }), ...graph });
*
* @see deploy/operator/api/v1beta1 (compilationCache): the operator points `VLLM_CACHE_ROOT` to it
*/
var CompilationCache = class extends StorageVolume {
	/** For `compilationCache` of a worker. */
	mount;
	constructor(scope, id, props = {}) {
		super(scope, id, {
			construct: "CompilationCache",
			app: "compilation-cache",
			size: "50Gi",
			needsPosix: true,
			shared: true
		}, props, props.backing ?? storageClass());
		this.mount = {
			pvcName: this.volumeData.name,
			mountPath: props.mountPath ?? "/home/dynamo/.cache/vllm"
		};
	}
};
// ../../work/main/packages/constructs/src/storage/model-cache.ts
const kind = {
	construct: "ModelCache",
	app: "model-cache",
	needsPosix: false,
	shared: true
};
/**
* Downloaded models that every pod of a graph reads.
*
* @example
* const cache = ModelCache.efs(chart, "models", { fileSystemId: "fs-0123", size: "2Ti" });
* new InferenceGraph(chart, "qwen3", { model: { id: "Qwen/Qwen3-32B", cache }, ...graph });
*
* @see docs/guides/storage.md for which storage to take
*/
var ModelCache = class ModelCache extends StorageVolume {
	/** Amazon EFS: every zone, elastic, no size to choose. */
	static efs(scope, id, props) {
		return new ModelCache(scope, id, props, efs(props));
	}
	/** FSx for Lustre: the fastest shared files on AWS, in one zone. */
	static fsxLustre(scope, id, props) {
		return new ModelCache(scope, id, props, fsxLustre(props));
	}
	/** A bucket of Amazon S3 as read-only files (Mountpoint). */
	static s3(scope, id, props) {
		return new ModelCache(scope, id, props, s3(props));
	}
	/** A bucket of any cloud from which vLLM and SGLang stream weights, without a volume. */
	static stream(scope, id, props) {
		return new ModelCache(scope, id, props, stream(props));
	}
	/** Azure Managed Lustre: the fastest shared files on Azure, in one zone. */
	static azureManagedLustre(scope, id, props) {
		return new ModelCache(scope, id, props, azureManagedLustre(props));
	}
	/** Azure Files premium over NFS 4.1. */
	static azureFiles(scope, id, props = {}) {
		return new ModelCache(scope, id, props, azureFiles(props));
	}
	/** A container of Azure Blob Storage as read-only files. */
	static azureBlob(scope, id, props) {
		return new ModelCache(scope, id, props, azureBlob(props));
	}
	/** Google Cloud Managed Lustre: the fastest shared files on Google Cloud, in one zone. */
	static managedLustre(scope, id, props) {
		return new ModelCache(scope, id, props, managedLustre(props));
	}
	/** Filestore: NFS on Google Cloud. */
	static filestore(scope, id, props) {
		return new ModelCache(scope, id, props, filestore(props));
	}
	/** A bucket of Google Cloud Storage as read-only files (FUSE). */
	static gcsFuse(scope, id, props) {
		return new ModelCache(scope, id, props, gcsFuse(props));
	}
	/** Hyperdisk ML: one disk that thousands of machines read. */
	static hyperdiskMl(scope, id, props = {}) {
		return new ModelCache(scope, id, props, hyperdiskMl(props));
	}
	/** Local disks of the machines, each with a copy of its own. */
	static nodeLocal(scope, id, props) {
		return new ModelCache(scope, id, props, nodeLocal(props));
	}
	/** A claim that exists. */
	static existingClaim(scope, id, props) {
		return new ModelCache(scope, id, props, existingClaim(props));
	}
	/** A claim from a class of the cluster. */
	static storageClass(scope, id, props = {}) {
		return new ModelCache(scope, id, props, storageClass(props));
	}
	claimName;
	volume;
	mountPath;
	readOnly;
	offline;
	location;
	loadFormat;
	loaderConfig;
	env;
	podLabels;
	podAnnotations;
	serviceAccountName;
	#props;
	/** A cache on storage of one's own making; the static functions know the common kinds. */
	constructor(scope, id, props, backing) {
		super(scope, id, kind, props, backing);
		this.#props = props;
		const { provision, pod } = backing;
		this.claimName = provision.kind === "node" || provision.kind === "stream" ? void 0 : this.volumeData.name;
		this.volume = provision.kind === "node" ? provision.volume : void 0;
		this.mountPath = props.mountPath ?? "/model-cache";
		this.readOnly = props.readOnly ?? backing.readOnly ?? false;
		this.offline = props.offline ?? this.readOnly;
		const folders = (props.layout ?? backing.layout ?? "hub") === "folder";
		const root = provision.kind === "stream" ? provision.address : this.mountPath;
		this.location = folders ? root : void 0;
		this.loadFormat = pod?.loadFormat;
		this.loaderConfig = pod?.loaderConfig;
		this.env = pod?.env;
		this.podLabels = pod?.podLabels;
		this.podAnnotations = pod?.podAnnotations;
		this.serviceAccountName = pod?.serviceAccountName;
	}
	/** Size of the claim, GiB; undefined when nobody knows it. */
	get sizeGiB() {
		const { sizeGiB } = this.volumeData;
		return Number.isNaN(sizeGiB) ? void 0 : sizeGiB;
	}
	/** True when the provider keeps to the size: what is larger does not fit. */
	get enforcesSize() {
		return this.volumeData.product?.sized !== false;
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		const { waive = [], mountPath } = this.#props;
		const say = sayOf(`ModelCache/${this.volumeData.name}`);
		const paths = mountPath === void 0 || mountPath.startsWith("/") ? [] : [say("DYN-STOR-022", ["mountPath"], `must begin with a slash, got ${require_facts.show(mountPath)}`, `Set mountPath to "/${mountPath}".`)];
		return [...super.findings(), ...require_facts.applyWaivers(paths, waive)];
	}
};
// ../../work/main/packages/constructs/src/storage/download/resolve.ts
const gibibyte = 2 ** 30;
/** GPU nodes, whose taint is this on every cloud. */
const gpuNodes = {
	nodeSelector: { "nvidia.com/gpu.present": "true" },
	tolerations: [{
		key: "nvidia.com/gpu",
		operator: "Exists",
		effect: "NoSchedule"
	}]
};
/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
function resolveDownload(id, namespace, props) {
	const { cache, model, token } = props;
	const numbers = typeof model === "string" ? require_facts.findModel(model) : model;
	const modelBytes = numbers === void 0 ? void 0 : require_facts.sumOfParts(numbers.bytes);
	const everyNode = cache.volume !== void 0;
	const highPerformance = props.highPerformance ?? false;
	return {
		name: props.name ?? id,
		namespace: props.namespace ?? namespace,
		cache,
		model: typeof model === "string" ? model : model.id,
		modelBytes,
		revision: props.revision,
		include: props.include,
		exclude: props.exclude ?? ["original/*", "*.pth"],
		token: typeof token === "string" ? {
			name: token,
			key: "HF_TOKEN"
		} : token,
		endpoint: props.endpoint,
		image: props.image ?? require_facts.dynamoImage("frontend", { version: props.version }),
		maxWorkers: props.maxWorkers ?? 4,
		attempts: props.attempts ?? 5,
		backoffLimit: props.backoffLimit ?? 6,
		ttlSeconds: props.ttlSecondsAfterFinished ?? 86400,
		highPerformance,
		verifyAlways: props.verifyAlways ?? false,
		prepareAsRoot: props.prepareAsRoot ?? false,
		egressPorts: props.egressPorts ?? [443],
		env: props.env ?? {},
		resources: props.resources ?? resourcesFor(modelBytes, {
			highPerformance,
			everyNode
		}),
		nodeSelector: props.nodeSelector ?? (everyNode ? gpuNodes.nodeSelector : void 0),
		tolerations: props.tolerations ?? (everyNode ? gpuNodes.tolerations : void 0),
		imagePullSecrets: props.imagePullSecrets ?? [],
		everyNode
	};
}
/**
* GiB of memory without which a download of that model is killed: 4, and 16 for large ones; the
* high-performance mode of Xet holds parts of many files, for which upstream's recipes ask for 64.
*/
function memoryFor(modelBytes, highPerformance) {
	if (highPerformance) return 64;
	return modelBytes === void 0 ? 16 : Math.min(16, Math.max(4, Math.ceil(modelBytes / gibibyte / 16)));
}
function resourcesFor(modelBytes, { highPerformance, everyNode }) {
	const memory = `${memoryFor(modelBytes, highPerformance)}Gi`;
	const cpu = highPerformance ? "8" : "4";
	const disk = everyNode && modelBytes !== void 0 ? `${Math.ceil(modelBytes * headroom / gibibyte) + 2}Gi` : "2Gi";
	return {
		requests: {
			cpu: "2",
			memory,
			"ephemeral-storage": disk
		},
		limits: {
			cpu,
			memory,
			"ephemeral-storage": disk
		}
	};
}
// ../../work/main/packages/constructs/src/storage/download/checks.ts
/** @module Rules about downloads, each a pure function of the resolved settings. */
/** Everything that is wrong with these settings; waivers are not applied. */
function checkDownload(download) {
	const say = sayOf(`ModelDownload/${download.name}`);
	return [
		...checkModel(download, say),
		...checkRevision(download, say),
		...checkTarget(download, say),
		...checkRoom(download, say),
		...checkOwner(download, say),
		...checkMemory(download, say),
		...checkImage$1(download, say)
	];
}
function checkModel({ model }, say) {
	if (/^[\w.-]+\/[\w.-]+$/.test(model)) return [];
	return [say("DYN-STOR-024", ["model"], `must be a repository such as "Qwen/Qwen3-32B", got ${require_facts.show(model)}`, "Give the repository; copy objects of a bucket with the tools of its cloud.")];
}
const commit = /^[0-9a-f]{40}$/;
function checkRevision({ revision, model }, say) {
	const fix = `Set revision to the commit that https://huggingface.co/${model}/commits/main shows.`;
	if (revision === void 0 || revision.trim() === "") return [say("DYN-STOR-016", ["revision"], "is missing: the download takes whatever is newest when it starts", fix)];
	if (commit.test(revision)) return [];
	return [say("DYN-STOR-017", ["revision"], `${require_facts.show(revision)} is no commit of 40 hexadecimal digits, so it may name other files tomorrow`, fix)];
}
function checkTarget({ cache }, say) {
	const { provision, readOnly = false } = cache.backing;
	if (provision.kind !== "stream" && !readOnly) return [];
	return [say("DYN-STOR-018", ["cache"], provision.kind === "stream" ? `${require_facts.show(provision.address)} is read by the engines; there is no volume to download to` : "nothing can be written through this cache", "Copy the model's files to the bucket with the tools of its cloud, or download to a file system.")];
}
function checkRoom({ modelBytes, cache }, say) {
	const { sizeGiB, enforcesSize } = cache;
	if (modelBytes === void 0 || sizeGiB === void 0 || !enforcesSize) return [];
	const needed = modelBytes / 2 ** 30;
	if (sizeGiB >= needed) return [];
	return [say("DYN-STOR-005", ["cache"], `the model takes ${needed.toFixed(1)} GiB, and the cache has ${sizeGiB.toFixed(1)} GiB`, `Give the cache at least ${Math.ceil(needed * headroom)} GiB, or say its models.`)];
}
function checkOwner({ cache, prepareAsRoot }, say) {
	const path = ["prepareAsRoot"];
	if (prepareAsRoot) return [say("DYN-STOR-026", path, "a container that runs as root gives the cache's folder to user 1000", "Take it out once the folder belongs to user 1000, or waive this with the reason.")];
	if (cache.backing.owner !== "root") return [];
	return [say("DYN-STOR-020", path, "the root folder of this storage belongs to root, and the download runs as user 1000", "Give the folder to 1000:1000 once, or set prepareAsRoot for a container that does.")];
}
function checkMemory({ resources, modelBytes, highPerformance }, say) {
	const limit = resources.limits?.memory ?? resources.requests?.memory;
	const least = memoryFor(modelBytes, highPerformance);
	if (limit === void 0 || require_facts.quantityValue(limit) >= least * 2 ** 30) return [];
	return [say("DYN-STOR-019", ["resources"], `a download of this model holds up to ${least} GiB in memory, and the limit is ${require_facts.show(limit)}`, `Leave resources out, or allow "${least}Gi".`)];
}
function checkImage$1({ image }, say) {
	const { tag, digest } = require_facts.parseImage(image);
	if (digest !== void 0 || tag !== void 0 && tag !== "latest") return [];
	return [say("DYN-STOR-023", ["image"], `${require_facts.show(image)} names no version`, "Add a version tag or a digest to the image.")];
}
/**
* Python, because the Hub's own library knows its transfer protocol, and the images of Dynamo have it.
*
* The checksums come from the Hub's list of files: SHA-256 of large files, and the name that git gives
* to small ones. A file that differs is deleted and fetched again. What was verified is written down
* beside the models, so that the next run reads no file twice.
*/
const downloadScript = `"""Downloads one revision of a model and verifies every file."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import shutil
import sys
import time

import huggingface_hub

PERMANENT = 2
CHUNK = 8 * 2**20


def say(text):
    print(text, flush=True)


def env_list(name):
    return json.loads(os.environ.get(name) or "null")


def size_text(size):
    return f"{size / 2**30:.1f} GiB" if size >= 2**30 else f"{size} bytes"


def expected_files(model, revision):
    """Commit of the revision, and size and checksum of every file that is wanted."""
    info = huggingface_hub.HfApi().model_info(model, revision=revision, files_metadata=True)
    names = [sibling.rfilename for sibling in info.siblings]
    wanted = set(
        huggingface_hub.utils.filter_repo_objects(
            names, allow_patterns=env_list("ALLOW_PATTERNS"), ignore_patterns=env_list("IGNORE_PATTERNS")
        )
    )
    files = {}
    for sibling in info.siblings:
        if sibling.rfilename not in wanted:
            continue
        lfs = sibling.lfs
        if lfs is not None:
            sha256 = lfs["sha256"] if isinstance(lfs, dict) else lfs.sha256
            files[sibling.rfilename] = {"size": sibling.size, "sha256": sha256}
        else:
            files[sibling.rfilename] = {"size": sibling.size, "git": sibling.blob_id}
    if not files:
        say(f"{model}@{revision}: no file is left to download")
        raise SystemExit(PERMANENT)
    return info.sha, files


def fetch(model, commit, folder):
    options = {} if folder is None else {"local_dir": folder}
    return pathlib.Path(
        huggingface_hub.snapshot_download(
            model,
            revision=commit,
            allow_patterns=env_list("ALLOW_PATTERNS"),
            ignore_patterns=env_list("IGNORE_PATTERNS"),
            max_workers=int(os.environ.get("MAX_WORKERS") or 4),
            **options,
        )
    )


def checksum(path, wanted):
    size = path.stat().st_size
    if "sha256" in wanted:
        digest, key = hashlib.sha256(), "sha256"
    else:
        # The name that git gives to the file's contents.
        digest, key = hashlib.sha1(f"blob {size}\\0".encode()), "git"
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
    return digest.hexdigest() == wanted[key]


def wrong_file(path, wanted):
    """Why the file is not what the Hub has; None when it is."""
    if not path.is_file():
        return "is missing"
    size = path.stat().st_size
    if wanted["size"] is not None and size != wanted["size"]:
        return f"has {size} bytes, and the Hub says {wanted['size']}"
    return None if checksum(path, wanted) else "has another checksum than the Hub says"


def verify(folder, files):
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        reasons = pool.map(lambda name: wrong_file(folder / name, files[name]), files)
        return {name: reason for name, reason in zip(files, reasons) if reason is not None}


def discard(path):
    """Deletes a file, and what it is a link to."""
    if path.is_symlink():
        path.resolve().unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def remembered(record, folder, files):
    """True when these very files were verified before and still have their sizes."""
    if os.environ.get("VERIFY") == "always" or not record.is_file():
        return False
    try:
        known = json.loads(record.read_text())
    except ValueError:
        return False
    return known.get("files") == files and all(
        (folder / name).is_file() and (folder / name).stat().st_size == wanted["size"]
        for name, wanted in files.items()
    )


def remember(record, model, commit, files):
    record.parent.mkdir(parents=True, exist_ok=True)
    part = record.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps({"model": model, "commit": commit, "files": files}, indent=1))
    part.replace(record)


def room_for(root, folder, files):
    have = sum(
        (folder / name).stat().st_size for name in files if folder and (folder / name).is_file()
    )
    needed = sum(wanted["size"] or 0 for wanted in files.values()) - have
    free = shutil.disk_usage(root).free
    if needed > free:
        say(f"{root} has {size_text(free)} free, and {size_text(needed)} are missing")
        raise SystemExit(PERMANENT)


def point(root, model, revision, commit):
    """Lets pods that ask for a branch, or for no revision at all, find the commit without the Hub."""
    refs = root / "hub" / f"models--{model.replace('/', '--')}" / "refs"
    for name in {"main", revision} - {commit}:
        ref = refs / name
        if name == revision or not ref.exists():
            ref.parent.mkdir(parents=True, exist_ok=True)
            ref.write_text(commit)


def attempt(root, model, revision, folder):
    commit, files = expected_files(model, revision)
    record = root / ".verified" / f"{model.replace('/', '--')}@{commit}.json"
    where = folder if folder is not None else snapshot(root, model, commit)
    if remembered(record, where, files):
        say(f"{model}@{commit}: {len(files)} files are there, verified earlier")
        return True
    room_for(root, where, files)
    where = fetch(model, commit, folder)
    wrong = verify(where, files)
    for name, reason in wrong.items():
        say(f"{name} {reason}: deleted, to be fetched again")
        discard(where / name)
    if wrong:
        return False
    if folder is None:
        point(root, model, revision, commit)
    remember(record, model, commit, files)
    for name, wanted in sorted(files.items()):
        say(f"  {wanted.get('sha256') or wanted.get('git')}  {wanted['size']}  {name}")
    total = sum(wanted["size"] or 0 for wanted in files.values())
    say(f"{model}@{commit}: {len(files)} files, {size_text(total)}, verified")
    return True


def snapshot(root, model, commit):
    return root / "hub" / f"models--{model.replace('/', '--')}" / "snapshots" / commit


def hopeless(error):
    """True for what the next attempt would meet again: no such model or revision, no permission, no room."""
    status = getattr(getattr(error, "response", None), "status_code", None)
    if status is not None:
        return status in (400, 401, 403, 404)
    return isinstance(error, OSError) and error.errno in (13, 28, 30, 122)


def main():
    # The group may write, so that an account of the same group can add models; others see nothing.
    os.umask(0o007)
    model, revision = os.environ["MODEL_ID"], os.environ["MODEL_REVISION"]
    root = pathlib.Path(os.environ["CACHE_ROOT"])
    folder = os.environ.get("MODEL_FOLDER")
    attempts = int(os.environ.get("ATTEMPTS") or 5)
    pause = float(os.environ.get("BACKOFF_SECONDS") or 10)
    for number in range(1, attempts + 1):
        try:
            if attempt(root, model, revision, pathlib.Path(folder) if folder else None):
                return 0
        except Exception as error:
            say(f"{type(error).__name__}: {error}")
            if hopeless(error):
                return PERMANENT
        if number < attempts:
            wait = pause * 2 ** (number - 1) * random.uniform(0.75, 1.25)
            say(f"attempt {number} of {attempts} failed; the next one in {wait:.1f} s")
            time.sleep(wait)
    return 1


if __name__ == "__main__":
    sys.exit(main())
`;
// ../../work/main/packages/constructs/src/storage/download/objects.ts
const scriptFolder = "/etc/model-download";
const tokenFolder = "/var/run/secrets/hugging-face";
/** Renders a download. */
function renderDownload(download) {
	const pod = renderPod$1(download);
	const name = `${download.name}-${require_facts.shortHash(JSON.stringify([pod, downloadScript]))}`;
	return {
		script: {
			apiVersion: "v1",
			kind: "ConfigMap",
			metadata: metadataOf$1(download, `${download.name}-script`),
			data: { "download.py": downloadScript }
		},
		workload: download.everyNode ? renderDaemonSet(download, pod) : renderJob(download, pod, metadataOf$1(download, name)),
		networkPolicy: renderNetworkPolicy$1(download)
	};
}
function labelsOf$1({ name }) {
	return {
		"app.kubernetes.io/name": "model-download",
		"app.kubernetes.io/instance": name,
		"app.kubernetes.io/part-of": "dynamo"
	};
}
function metadataOf$1(download, name) {
	return {
		name,
		namespace: download.namespace,
		labels: labelsOf$1(download)
	};
}
function renderJob(download, pod, metadata) {
	return {
		apiVersion: "batch/v1",
		kind: "Job",
		metadata,
		spec: {
			backoffLimit: download.backoffLimit,
			ttlSecondsAfterFinished: download.ttlSeconds,
			podReplacementPolicy: "Failed",
			podFailurePolicy: { rules: [{
				action: "FailJob",
				onExitCodes: {
					containerName: "download",
					operator: "In",
					values: [2]
				}
			}, {
				action: "Ignore",
				onPodConditions: [{
					type: "DisruptionTarget",
					status: "True"
				}]
			}] },
			template: template(download, {
				...pod,
				restartPolicy: "Never"
			})
		}
	};
}
/** The first process of a container hears no signal that it has not asked for. */
const waitForTheEnd = "import signal; end = {signal.SIGTERM}; signal.pthread_sigmask(signal.SIG_BLOCK, end); signal.sigwait(end)";
/** Downloads before the pod is ready, then waits for the end of the node. */
function renderDaemonSet(download, pod) {
	const { containers, initContainers = [], ...rest } = pod;
	const wait = {
		name: "ready",
		image: download.image,
		command: [
			"python3",
			"-c",
			waitForTheEnd
		],
		resources: {
			requests: {
				cpu: "10m",
				memory: "64Mi"
			},
			limits: {
				cpu: "100m",
				memory: "128Mi"
			}
		},
		securityContext: containerSecurity()
	};
	return {
		apiVersion: "apps/v1",
		kind: "DaemonSet",
		metadata: metadataOf$1(download, download.name),
		spec: {
			selector: { matchLabels: labelsOf$1(download) },
			template: template(download, {
				...rest,
				initContainers: [...initContainers, ...containers],
				containers: [wait]
			})
		}
	};
}
function template({ cache, ...download }, spec) {
	const { podLabels, podAnnotations } = cache;
	return {
		metadata: {
			labels: {
				...labelsOf$1({
					cache,
					...download
				}),
				...podLabels
			},
			...podAnnotations === void 0 ? {} : { annotations: { ...podAnnotations } }
		},
		spec
	};
}
function renderPod$1(download) {
	const { cache, imagePullSecrets, nodeSelector, tolerations } = download;
	return {
		automountServiceAccountToken: false,
		enableServiceLinks: false,
		serviceAccountName: cache.serviceAccountName,
		securityContext: require_pod_defaults.hardened().podSecurityContext,
		nodeSelector: nodeSelector === void 0 ? void 0 : { ...nodeSelector },
		tolerations: tolerations === void 0 ? void 0 : [...tolerations],
		imagePullSecrets: imagePullSecrets.length === 0 ? void 0 : imagePullSecrets.map((name) => ({ name })),
		initContainers: download.prepareAsRoot ? [renderPrepare(download)] : void 0,
		containers: [renderContainer$1(download)],
		volumes: [...renderVolumes(download)]
	};
}
function renderContainer$1(download) {
	const { token, cache, image, resources } = download;
	return {
		name: "download",
		image,
		command: ["python3", `${scriptFolder}/download.py`],
		env: environmentOf$1(download),
		resources,
		securityContext: containerSecurity(),
		volumeMounts: [
			{
				name: "model-cache",
				mountPath: cache.mountPath
			},
			{
				name: "script",
				mountPath: scriptFolder,
				readOnly: true
			},
			{
				name: "tmp",
				mountPath: "/tmp"
			},
			...token === void 0 ? [] : [{
				name: "token",
				mountPath: tokenFolder,
				readOnly: true
			}]
		]
	};
}
function environmentOf$1(download) {
	const { cache, token, include, endpoint } = download;
	return require_pod_defaults.renderEnvironment({
		MODEL_ID: download.model,
		MODEL_REVISION: download.revision ?? "main",
		CACHE_ROOT: cache.mountPath,
		HF_HOME: cache.mountPath,
		MODEL_FOLDER: cache.location === void 0 ? void 0 : `${cache.location}/${download.model}`,
		ALLOW_PATTERNS: include === void 0 ? void 0 : JSON.stringify(include),
		IGNORE_PATTERNS: JSON.stringify(download.exclude),
		MAX_WORKERS: String(download.maxWorkers),
		ATTEMPTS: String(download.attempts),
		VERIFY: download.verifyAlways ? "always" : void 0,
		HF_ENDPOINT: endpoint,
		HF_TOKEN_PATH: token === void 0 ? void 0 : `${tokenFolder}/token`,
		HF_XET_HIGH_PERFORMANCE: download.highPerformance ? "1" : void 0,
		HF_XET_CACHE: "/tmp/xet",
		HF_HUB_DISABLE_PROGRESS_BARS: "1",
		HF_HUB_DISABLE_TELEMETRY: "1",
		HOME: "/tmp",
		...download.env
	}) ?? [];
}
function renderVolumes({ cache, token, name }) {
	return [
		cache.volume === void 0 ? {
			name: "model-cache",
			persistentVolumeClaim: { claimName: cache.claimName ?? "" }
		} : {
			name: "model-cache",
			...cache.volume
		},
		{
			name: "script",
			configMap: { name: `${name}-script` }
		},
		{
			name: "tmp",
			emptyDir: { sizeLimit: "1Gi" }
		},
		...token === void 0 ? [] : [{
			name: "token",
			secret: {
				secretName: token.name,
				defaultMode: 288,
				items: [{
					key: token.key,
					path: "token"
				}]
			}
		}]
	];
}
/** Gives the root folder of the storage to the user of the pods; nothing below it is touched. */
function renderPrepare({ image, cache }) {
	return {
		name: "prepare",
		image,
		command: [
			"python3",
			"-c",
			`import os; path = ${JSON.stringify(cache.mountPath)}; os.chmod(path, 0o770); os.chown(path, ${dynamoUser}, ${dynamoUser})`
		],
		resources: {
			requests: {
				cpu: "10m",
				memory: "64Mi"
			},
			limits: {
				cpu: "500m",
				memory: "128Mi"
			}
		},
		securityContext: {
			...containerSecurity(),
			capabilities: {
				drop: ["ALL"],
				add: ["CHOWN", "FOWNER"]
			},
			runAsNonRoot: false,
			runAsUser: 0
		},
		volumeMounts: [{
			name: "model-cache",
			mountPath: cache.mountPath
		}]
	};
}
function containerSecurity() {
	return {
		...require_pod_defaults.hardened().securityContext,
		readOnlyRootFilesystem: true
	};
}
/** Nobody connects to the pod; it reaches DNS and the Hub. Mounts are the node's, which no policy stops. */
function renderNetworkPolicy$1(download) {
	return {
		apiVersion: "networking.k8s.io/v1",
		kind: "NetworkPolicy",
		metadata: metadataOf$1(download, download.name),
		spec: {
			podSelector: { matchLabels: labelsOf$1(download) },
			policyTypes: ["Ingress", "Egress"],
			egress: [{ ports: [{
				protocol: "UDP",
				port: 53
			}, {
				protocol: "TCP",
				port: 53
			}] }, { ports: download.egressPorts.map((port) => ({
				protocol: "TCP",
				port
			})) }]
		}
	};
}
// ../../work/main/packages/constructs/src/storage/model-download.ts
/** @module Fills a model cache from the Hugging Face Hub: one pinned revision, verified file by file. */
/**
* Downloads a model into a cache. An attempt that is interrupted goes on where it stopped; every file is
* compared with the Hub's checksum; a run that finds everything verified ends within seconds. It waits
* for nobody and nobody waits for it: workers that start earlier download what they miss, or, offline,
* restart until it is there.
*
* @example
* new ModelDownload(chart, "qwen3-32b", {
*   cache,
*   model: "Qwen/Qwen3-32B",
*   revision: "9216db5781bf21249d130ec9da846c4624c16137",
*   token: "hf-token-secret",
* });
*
* @see recipes (model-download.yaml)
*/
var ModelDownload = class extends constructs.Construct {
	/** Holds the program. */
	script;
	/** The Job; for disks of the machines a DaemonSet. */
	workload;
	networkPolicy;
	#download;
	#props;
	constructor(scope, id, props) {
		super(scope, id);
		this.#props = props;
		this.#download = resolveDownload(id, cdk8s.Chart.of(scope).namespace, props);
		const { script, workload, networkPolicy } = renderDownload(this.#download);
		this.script = new require_kube_object.KubeObject(this, "Script", script);
		this.workload = new require_kube_object.KubeObject(this, "Workload", workload);
		this.networkPolicy = new require_kube_object.KubeObject(this, "NetworkPolicy", networkPolicy);
		require_kube_object.addFindings(this, () => this.findings());
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return require_facts.applyWaivers(checkDownload(this.#download), this.#props.waive ?? []);
	}
};
// ../../work/main/packages/constructs/src/storage/model-express/checks.ts
/** @module Rules about ModelExpress, each a pure function of the resolved settings. */
/** What is wrong with the server; its volume has rules of its own. */
function checkModelExpress(server) {
	const say = sayOf(`ModelExpress/${server.name}`);
	return [
		...checkName(server, say),
		...checkMetadata(server, say),
		...checkImage(server, say)
	];
}
function checkName({ name }, say) {
	if (require_facts.isDnsLabel(name)) return [];
	return [say("DYN-STOR-013", ["name"], `must be lower-case letters, digits and inner hyphens, at most 63, got ${require_facts.show(name)}`, "Set name to one such as \"model-express\".")];
}
function checkMetadata({ metadata }, say) {
	if (metadata === "kubernetes" || typeof metadata.redisUrl !== "string") return [];
	const { redisUrl } = metadata;
	if (require_facts.holdsToken(redisUrl)) return [];
	const path = ["metadata", "redisUrl"];
	const match = /^rediss?:\/\/(?:([^@/]*)@)?[^@/]+/.exec(redisUrl);
	if (match === null) return [say("DYN-STOR-025", path, "must be an address such as redis://redis:6379", "Give the address, or a key of a Secret with it.")];
	if (match[1] === void 0 || !match[1].includes(":")) return [];
	return [say("DYN-STOR-033", path, "holds a password in clear text", "Put the whole address into a Secret and name its key.")];
}
function checkImage({ image }, say) {
	const { tag, digest } = require_facts.parseImage(image);
	if (digest !== void 0 || tag !== void 0 && tag !== "latest") return [];
	return [say("DYN-STOR-023", ["image"], `${require_facts.show(image)} names no version`, "Add a version tag or a digest to the image.")];
}
// ../../work/main/packages/constructs/src/storage/model-express/resolve.ts
/** The server's image. @see ai-dynamo/modelexpress, release 0.5.0 */
const modelExpressImage = `${require_facts.imageRegistry}/modelexpress-server:0.5.0`;
/** Ports of the server: gRPC for workers, HTTP for metrics. */
const modelExpressPorts = {
	grpc: 8001,
	metrics: 9401
};
/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
function resolveModelExpress(id, namespace, props) {
	const { token, name = id } = props;
	return {
		name,
		namespace: props.namespace ?? namespace,
		clusterDomain: props.clusterDomain ?? "cluster.local",
		claimName: `${name}-models`,
		metadata: props.metadata ?? "kubernetes",
		replicas: props.replicas ?? 1,
		token: typeof token === "string" ? {
			name: token,
			key: "HF_TOKEN"
		} : token,
		image: props.image ?? modelExpressImage,
		resources: props.resources ?? {
			requests: {
				cpu: "1",
				memory: "2Gi",
				"ephemeral-storage": "1Gi"
			},
			limits: {
				cpu: "4",
				memory: "8Gi",
				"ephemeral-storage": "1Gi"
			}
		},
		props
	};
}
/** Address that workers and the operator are given. */
function modelExpressUrl({ name, namespace, clusterDomain }) {
	return `http://${namespace === void 0 ? name : `${name}.${namespace}.svc.${clusterDomain}`}:${modelExpressPorts.grpc}`;
}
// ../../work/main/packages/constructs/src/storage/model-express/objects.ts
const cacheFolder = "/models";
/** Renders everything but the claim. */
function renderModelExpress(server) {
	return [
		{
			apiVersion: "v1",
			kind: "ServiceAccount",
			metadata: metadataOf(server),
			automountServiceAccountToken: false
		},
		...server.metadata === "kubernetes" ? renderRole(server) : [],
		renderDeployment(server),
		renderService(server),
		renderNetworkPolicy(server)
	];
}
function labelsOf({ name }) {
	return {
		"app.kubernetes.io/name": "model-express",
		"app.kubernetes.io/instance": name,
		"app.kubernetes.io/part-of": "dynamo"
	};
}
function metadataOf(server) {
	return {
		name: server.name,
		namespace: server.namespace,
		labels: labelsOf(server)
	};
}
/** What the server writes about models and about who has which. @see ai-dynamo/modelexpress helm/templates/rbac.yaml */
function renderRole(server) {
	const write = [
		"get",
		"list",
		"watch",
		"create",
		"update",
		"patch",
		"delete"
	];
	return [{
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "Role",
		metadata: metadataOf(server),
		rules: [{
			apiGroups: ["modelexpress.nvidia.com"],
			resources: ["modelmetadatas", "modelcacheentries"].flatMap((each) => [each, `${each}/status`]),
			verbs: write
		}, {
			apiGroups: [""],
			resources: ["configmaps"],
			verbs: write
		}]
	}, {
		apiVersion: "rbac.authorization.k8s.io/v1",
		kind: "RoleBinding",
		metadata: metadataOf(server),
		roleRef: {
			apiGroup: "rbac.authorization.k8s.io",
			kind: "Role",
			name: server.name
		},
		subjects: [{
			kind: "ServiceAccount",
			name: server.name,
			namespace: server.namespace
		}]
	}];
}
function renderDeployment(server) {
	const labels = labelsOf(server);
	return {
		apiVersion: "apps/v1",
		kind: "Deployment",
		metadata: metadataOf(server),
		spec: {
			replicas: server.replicas,
			strategy: server.replicas > 1 ? { type: "RollingUpdate" } : { type: "Recreate" },
			selector: { matchLabels: labels },
			template: {
				metadata: { labels },
				spec: renderPod(server)
			}
		}
	};
}
function renderPod(server) {
	const { nodeSelector, tolerations, imagePullSecrets = [] } = server.props;
	return {
		serviceAccountName: server.name,
		automountServiceAccountToken: server.metadata === "kubernetes",
		enableServiceLinks: false,
		securityContext: require_pod_defaults.hardened().podSecurityContext,
		nodeSelector: nodeSelector === void 0 ? void 0 : { ...nodeSelector },
		tolerations: tolerations === void 0 ? void 0 : [...tolerations],
		imagePullSecrets: imagePullSecrets.length === 0 ? void 0 : imagePullSecrets.map((name) => ({ name })),
		containers: [renderContainer(server)],
		volumes: [{
			name: "models",
			persistentVolumeClaim: { claimName: server.claimName }
		}, {
			name: "tmp",
			emptyDir: { sizeLimit: "1Gi" }
		}]
	};
}
function renderContainer(server) {
	const { grpc, metrics } = modelExpressPorts;
	const probe = {
		tcpSocket: { port: "grpc" },
		periodSeconds: 10,
		timeoutSeconds: 5
	};
	return {
		name: "server",
		image: server.image,
		ports: [{
			name: "grpc",
			containerPort: grpc
		}, {
			name: "metrics",
			containerPort: metrics
		}],
		env: environmentOf(server),
		resources: server.resources,
		readinessProbe: {
			...probe,
			failureThreshold: 3
		},
		livenessProbe: {
			...probe,
			failureThreshold: 6
		},
		securityContext: {
			...require_pod_defaults.hardened().securityContext,
			readOnlyRootFilesystem: true
		},
		volumeMounts: [{
			name: "models",
			mountPath: cacheFolder
		}, {
			name: "tmp",
			mountPath: "/tmp"
		}]
	};
}
function environmentOf({ metadata, token, namespace }) {
	const { grpc, metrics } = modelExpressPorts;
	const own = {
		name: "MX_METADATA_NAMESPACE",
		...namespace === void 0 ? { valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } } : { value: namespace }
	};
	return [
		{
			name: "MODEL_EXPRESS_SERVER_PORT",
			value: String(grpc)
		},
		{
			name: "MODEL_EXPRESS_SERVER_METRICS_PORT",
			value: String(metrics)
		},
		{
			name: "MODEL_EXPRESS_CACHE_DIRECTORY",
			value: cacheFolder
		},
		{
			name: "HF_HOME",
			value: cacheFolder
		},
		{
			name: "HOME",
			value: "/tmp"
		},
		...metadata === "kubernetes" ? [{
			name: "MX_METADATA_BACKEND",
			value: "kubernetes"
		}, own] : [{
			name: "MX_METADATA_BACKEND",
			value: "redis"
		}, typeof metadata.redisUrl === "string" ? {
			name: "REDIS_URL",
			value: metadata.redisUrl
		} : fromSecret("REDIS_URL", metadata.redisUrl)],
		...token === void 0 ? [] : [fromSecret("HF_TOKEN", token)]
	];
}
function fromSecret(name, { name: secret, key }) {
	return {
		name,
		valueFrom: { secretKeyRef: {
			name: secret,
			key
		} }
	};
}
function renderService(server) {
	const { grpc, metrics } = modelExpressPorts;
	return {
		apiVersion: "v1",
		kind: "Service",
		metadata: metadataOf(server),
		spec: {
			selector: labelsOf(server),
			ports: [{
				name: "grpc",
				port: grpc,
				targetPort: "grpc",
				appProtocol: "grpc"
			}, {
				name: "metrics",
				port: metrics,
				targetPort: "metrics"
			}]
		}
	};
}
/** Workers of graphs ask for models, Prometheus for metrics. The protocol has no password of its own. */
function renderNetworkPolicy(server) {
	const { clients = [], monitoringNamespace = "monitoring" } = server.props;
	const { egressPorts = [
		443,
		6443,
		6379
	] } = server.props;
	const tcp = (port) => ({
		protocol: "TCP",
		port
	});
	const graphs = {
		namespaceSelector: {},
		podSelector: { matchExpressions: [{
			key: require_facts.labels.graph,
			operator: "Exists"
		}] }
	};
	const monitoring = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": monitoringNamespace } } };
	return {
		apiVersion: "networking.k8s.io/v1",
		kind: "NetworkPolicy",
		metadata: metadataOf(server),
		spec: {
			podSelector: { matchLabels: labelsOf(server) },
			policyTypes: ["Ingress", "Egress"],
			ingress: [{
				from: [graphs, ...clients],
				ports: [tcp(modelExpressPorts.grpc)]
			}, {
				from: [monitoring],
				ports: [tcp(modelExpressPorts.metrics)]
			}],
			egress: [{ ports: [{
				protocol: "UDP",
				port: 53
			}, tcp(53)] }, { ports: egressPorts.map(tcp) }]
		}
	};
}
// ../../work/main/packages/constructs/src/storage/model-express.ts
/** @module ModelExpress: one server downloads models, workers get the weights from it and from one another. */
/**
* A ModelExpress server with a volume of its own. Given to a graph as its cache it makes vLLM load
* weights from workers that have them already, over the fabric, and from the server otherwise: no
* volume is shared. SGLang and TensorRT-LLM cannot load this way.
*
* The protocol has neither encryption nor a password: the network policy lets graphs alone in.
*
* @example
* const express = new ModelExpress(chart, "model-express", { token: "hf-token-secret" });
* new InferenceGraph(chart, "qwen3", { model: { id: "Qwen/Qwen3-32B", cache: express }, ...graph });
*
* @see ai-dynamo/modelexpress docs/DEPLOYMENT.md
*/
var ModelExpress = class extends StorageVolume {
	/** Address for workers, and for the platform's value `modelExpressURL`. */
	url;
	/** `--load-format` of vLLM. */
	loadFormat = "modelexpress";
	/** What the workers' environment needs. */
	env;
	/** Account, role, Deployment, Service and network policy. */
	objects;
	#server;
	#props;
	constructor(scope, id, props = {}) {
		const server = resolveModelExpress(id, cdk8s.Chart.of(scope).namespace, props);
		const kind = {
			construct: "ModelExpress",
			app: "model-express",
			size: props.models === void 0 ? "100Gi" : void 0,
			needsPosix: true,
			shared: server.replicas > 1
		};
		super(scope, id, kind, {
			...props,
			name: server.claimName
		}, props.backing ?? storageClass());
		this.#server = server;
		this.#props = props;
		this.url = modelExpressUrl(server);
		this.env = {
			MODEL_EXPRESS_URL: this.url,
			MODEL_EXPRESS_NO_SHARED_STORAGE: "1",
			VLLM_PLUGINS: "modelexpress"
		};
		this.objects = renderModelExpress(server).map((object) => new require_kube_object.KubeObject(this, object.kind, object));
	}
	/** What the rules say about the props, waived findings included. */
	findings() {
		return [...super.findings().filter(({ code }) => code !== "DYN-STOR-013"), ...require_facts.applyWaivers(checkModelExpress(this.#server), this.#props.waive ?? [])];
	}
};
// ../../work/main/packages/constructs/src/storage/perf-cache.ts
/** A volume for results of load tests and profiling, 50 GiB unless said otherwise. */
var PerfCache = class extends StorageVolume {
	/** Name of the claim. */
	claimName;
	constructor(scope, id, props = {}) {
		super(scope, id, {
			construct: "PerfCache",
			app: "perf-cache",
			size: "50Gi",
			needsPosix: false,
			shared: true
		}, props, props.backing ?? storageClass());
		this.claimName = this.volumeData.name;
	}
};
/**
* A volume of one pod: on the disk of its node, or made by a class and deleted with the pod.
*
* @example aggregated({ volumes: [scratchVolume({ size: "200Gi" })], volumeMounts: [...] })
*/
function scratchVolume(props = {}) {
	const { name = "scratch", size = "50Gi", storageClassName } = props;
	if (storageClassName === void 0) return {
		name,
		emptyDir: { sizeLimit: size }
	};
	return {
		name,
		ephemeral: { volumeClaimTemplate: { spec: {
			accessModes: ["ReadWriteOnce"],
			resources: { requests: { storage: size } },
			storageClassName
		} } }
	};
}
exports.CheckpointStorage = CheckpointStorage;
exports.CompilationCache = CompilationCache;
exports.ModelCache = ModelCache;
exports.ModelDownload = ModelDownload;
exports.ModelExpress = ModelExpress;
exports.PerfCache = PerfCache;
exports.StorageVolume = StorageVolume;
exports.azureBlob = azureBlob;
exports.azureFiles = azureFiles;
exports.azureManagedLustre = azureManagedLustre;
exports.efs = efs;
exports.existingClaim = existingClaim;
exports.filestore = filestore;
exports.fsxLustre = fsxLustre;
exports.gcsFuse = gcsFuse;
exports.hyperdiskMl = hyperdiskMl;
exports.managedLustre = managedLustre;
exports.nodeLocal = nodeLocal;
exports.s3 = s3;
exports.scratchVolume = scratchVolume;
exports.storageClass = storageClass;
exports.stream = stream;
