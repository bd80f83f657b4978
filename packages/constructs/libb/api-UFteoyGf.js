const require_facts = require("./facts-DqOY39uq.js");
let js_yaml = require("js-yaml");
let zod = require("zod");
let node_util = require("node:util");
// ../../work/main/packages/constructs/src/api/authored.ts
/** @module An object as somebody would write it: without what servers and tools add. */
/** Metadata that only the API server writes. */
const serverFields = /* @__PURE__ */ new Set([
	"uid",
	"resourceVersion",
	"generation",
	"creationTimestamp",
	"deletionTimestamp",
	"deletionGracePeriodSeconds",
	"managedFields",
	"selfLink"
]);
/** Where `kubectl apply` keeps the whole object a second time. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";
/**
* The object without status, null values, server-set metadata, and the annotations of kubectl.
* Empty labels and annotations count as absent.
*/
function authored(object) {
	const { apiVersion, kind, metadata, status: _, ...rest } = withoutNulls(object);
	const fields = isFields(metadata) ? metadata : {};
	const kept = Object.entries(fields).flatMap(([key, value]) => {
		if (serverFields.has(key)) return [];
		if (key === "annotations" && isFields(value)) return filled$1(key, without$2(value, [lastApplied]));
		if (key === "labels" && isFields(value)) return filled$1(key, value);
		return [[key, value]];
	});
	return {
		apiVersion,
		kind,
		metadata: Object.fromEntries(kept),
		...rest
	};
}
/** The object without the annotations of the operator's conversion. */
function withoutCarriers(object) {
	const { metadata } = object;
	if (!isFields(metadata) || !isFields(metadata.annotations)) return object;
	const { annotations, ...rest } = metadata;
	const kept = filled$1("annotations", without$2(annotations, Object.values(require_facts.carriers).flatMap((kind) => Object.values(kind))));
	return {
		...object,
		metadata: {
			...rest,
			...Object.fromEntries(kept)
		}
	};
}
/** True for a JSON object: not null, not a list. */
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function filled$1(key, map) {
	return Object.keys(map).length === 0 ? [] : [[key, map]];
}
function without$2(map, keys) {
	return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}
function withoutNulls(value) {
	if (Array.isArray(value)) return value.filter((item) => item !== null && item !== void 0).map(withoutNulls);
	if (!isFields(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => item === null || item === void 0 ? [] : [[key, withoutNulls(item)]]));
}
// ../../work/main/packages/constructs/src/api/convert/json.ts
/** True for a JSON object: not null, not a list. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The object without its undefined members. */
function compact(object) {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));
}
/** The list, or undefined when it is empty. */
function filled(items) {
	return items === void 0 || items.length === 0 ? void 0 : items;
}
/** The object, or undefined when it has no defined member. */
function present(object) {
	return object === void 0 || Object.values(object).every((value) => value === void 0) ? void 0 : compact(object);
}
/** Absent, null and the empty list are the same thing to the operator. */
function isNothing(value) {
	return value === void 0 || value === null || Array.isArray(value) && value.length === 0;
}
/** True when both values say the same to the operator. */
function same(a, b) {
	if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
	if (isObject(a) && isObject(b)) return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
	return a === b;
}
/** The member of that name; nothing that every object inherits. */
function own(map, key) {
	return map !== void 0 && Object.hasOwn(map, key) ? map[key] : void 0;
}
/** The object with other values under the same keys. */
function mapValues(object, change) {
	return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
// ../../work/main/packages/constructs/src/api/convert/resources.ts
/**
* @module Compute resources: v1alpha1's `{cpu, memory, gpu, gpuType, custom}` and Kubernetes' own form.
*
* Amounts keep their spelling. The operator writes them canonically (`1024Mi` becomes `1Gi`), which
* is the same amount.
*/
/** The resource that v1alpha1's `gpu` counts when no `gpuType` says otherwise. */
const defaultGpu = "nvidia.com/gpu";
/** Kubernetes' form of v1alpha1 resources. What is not a quantity is left out. */
function nativeResources(resources) {
	return compact({
		requests: nativeList(resources.requests),
		limits: nativeList(resources.limits),
		claims: filled(resources.claims)
	});
}
/** v1alpha1's form of Kubernetes resources; undefined when nothing is asked for. */
function alphaResources(resources) {
	return present({
		requests: alphaItem(resources?.requests),
		limits: alphaItem(resources?.limits),
		claims: filled(resources?.claims)
	});
}
/** `over` on top of `base`, resource by resource; claims are replaced as a whole. */
function mergeResources(base, over) {
	if (base === void 0 || over === void 0) return over ?? base;
	return compact({
		requests: present({
			...base.requests,
			...over.requests
		}),
		limits: present({
			...base.limits,
			...over.limits
		}),
		claims: filled(over.claims) ?? base.claims
	});
}
/** True when both ask for the same amounts, however they are spelled. */
function sameResources(a, b) {
	return sameList(a?.requests, b?.requests) && sameList(a?.limits, b?.limits) && same(a?.claims, b?.claims);
}
/** True when v1alpha1 resources do not come back from Kubernetes' form as they are. */
function spelledSpecially(resources) {
	return resources !== void 0 && !same(resources, alphaResources(nativeResources(resources)));
}
/** The members of an item that Kubernetes cannot parse, with their paths inside the item. */
function unparsable(item) {
	const { cpu, memory, gpu, custom = {} } = item ?? {};
	return [
		[["cpu"], cpu],
		[["memory"], memory],
		[["gpu"], gpu],
		...Object.entries(custom).map(([key, value]) => [["custom", key], value])
	].flatMap(([path, value]) => value === void 0 || value === "" || isQuantity(value) ? [] : [{
		path,
		value
	}]);
}
function isQuantity(value) {
	return value.trim() === value && require_facts.parseQuantity(value) !== void 0;
}
function nativeList(item) {
	if (item === void 0) return void 0;
	const gpuType = item.gpuType === void 0 || item.gpuType === "" ? defaultGpu : item.gpuType;
	const amounts = {
		cpu: item.cpu,
		memory: item.memory,
		[gpuType]: item.gpu,
		...item.custom
	};
	const known = Object.entries(amounts).flatMap(([key, value]) => value !== void 0 && value !== "" && isQuantity(value) ? [[key, value]] : []);
	return known.length === 0 ? void 0 : Object.fromEntries(known);
}
function alphaItem(list) {
	const { cpu, memory, [defaultGpu]: gpu, ...others } = list ?? {};
	const custom = Object.entries(others).map(([key, value]) => [key, String(value)]);
	return present({
		cpu: cpu === void 0 ? void 0 : String(cpu),
		memory: memory === void 0 ? void 0 : String(memory),
		gpu: gpu === void 0 ? void 0 : String(gpu),
		custom: custom.length === 0 ? void 0 : Object.fromEntries(custom)
	});
}
function sameList(a, b) {
	if (!isObject(a) || !isObject(b)) return Object.keys(a ?? b ?? {}).length === 0;
	return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => {
		const [left, right] = [a[key], b[key]];
		return left !== void 0 && right !== void 0 && require_facts.sameQuantity(left, right);
	});
}
// ../../work/main/packages/constructs/src/api/convert/volume-mounts.ts
function pathOf(mount) {
	return ("mountPath" in mount ? mount.mountPath : mount.mountPoint) ?? "";
}
/** True when both mount the same volume at the same path. */
function sameMount(a, b) {
	return a.name === b.name && pathOf(a) === pathOf(b);
}
/** True when the list has a mount of that volume at that path. */
function hasMount(mounts, mount) {
	return mounts?.some((candidate) => sameMount(candidate, mount)) ?? false;
}
/** The container's form of service mounts; an absent path is the empty one, as in the operator. */
function nativeMounts(mounts = []) {
	return mounts.map((mount) => ({
		name: mount.name,
		mountPath: mount.mountPoint ?? ""
	}));
}
/** The first mount that is flagged as compilation cache. */
function compilationCacheOf(mounts) {
	const cache = mounts?.find((mount) => mount.useAsCompilationCache === true);
	return cache && compact({
		pvcName: cache.name,
		mountPath: cache.mountPoint
	});
}
/** Service mounts of a v1beta1 component: the compilation cache first, then the container's. */
function serviceMounts(mounts, cache) {
	return filled(joined(cache === void 0 ? [] : [cacheMount(cache)], (mounts ?? []).map(plainMount)));
}
/** `first`, then those of `then` that it lacks. */
function joined(first, then) {
	const mounts = [...first];
	for (const mount of then) if (!hasMount(mounts, mount)) mounts.push(mount);
	return mounts;
}
/** The mount that v1alpha1 writes for a compilation cache. */
function cacheMount(cache) {
	return compact({
		name: cache.pvcName,
		mountPoint: cache.mountPath,
		useAsCompilationCache: true
	});
}
function plainMount(mount) {
	const mountPoint = mount.mountPath === "" ? void 0 : mount.mountPath;
	return compact({
		name: mount.name,
		mountPoint
	});
}
/** True when two lists mount the same volumes at the same paths, in the same order. */
function sameMounts(a, b) {
	return a.length === b.length && a.every((mount, index) => {
		const other = b[index];
		return other !== void 0 && sameMount(mount, other) && isCache(mount) === isCache(other);
	});
}
function isCache(mount) {
	return "useAsCompilationCache" in mount && mount.useAsCompilationCache === true;
}
/** More than one compilation cache: v1beta1 has room for one. */
function surplusCaches(mounts) {
	return (mounts ?? []).filter(isCache).slice(1);
}
/** Mounts that are no compilation cache of the given service mounts. */
function withoutCaches(mounts, flags) {
	const caches = (flags ?? []).filter(isCache);
	return (mounts ?? []).filter((mount) => !hasMount(caches, mount));
}
/**
* Service mounts with the surplus compilation caches of the annotation, as long as the live object
* still shows what the annotation was written for.
*
* @param savedTemplate - true when the saved service needed a pod template, so that its mounts show there
*/
function restoreSurplusCaches(live, saved, savedTemplate, cache, main) {
	const [first, ...surplus] = (saved ?? []).filter(isCache);
	if (first === void 0 || surplus.length === 0) return live;
	if (cache === void 0 || !sameMount(cacheMount(cache), first)) return live;
	const visible = main !== void 0 || savedTemplate;
	return joined(joined([], [first, ...surplus.filter((mount) => !visible || hasMount(main?.volumeMounts, mount))]), live ?? []);
}
/** Service mounts as the annotation had them, and then the live ones that stood nowhere. */
function restoreMountOrigins(saved, live, savedMain) {
	return filled(joined((saved ?? []).filter((mount) => !isCache(mount)), (live ?? []).filter((mount) => isCache(mount) || !hasMount(savedMain, mount))));
}
// ../../work/main/packages/constructs/src/api/convert/main-container.ts
/** Name of the container that the operator merges over its defaults. */
const mainName = "main";
/** The container that both parts of a service describe together. */
function mergedMain(service) {
	const over = service.extraPodSpec?.mainContainer;
	const { name: _name, ...rest } = over ?? {};
	return compact({
		...rest,
		name: mainName,
		env: over === void 0 ? filled(service.envs) : mergeEnv(service.envs, over.env),
		envFrom: filled(over?.envFrom) ?? secretSource(service.envFromSecret),
		resources: mergeResources(service.resources && present(nativeResources(service.resources)), over?.resources),
		volumeMounts: filled([...over?.volumeMounts ?? [], ...nativeMounts(service.volumeMounts)]),
		livenessProbe: mergeProbe(service.livenessProbe, over?.livenessProbe),
		readinessProbe: mergeProbe(service.readinessProbe, over?.readinessProbe)
	});
}
/** `envFrom` of a Secret name; the empty name is none. */
function secretSource(secret) {
	return secret === void 0 || secret === "" ? void 0 : [{ secretRef: { name: secret } }];
}
/** True when the container has no field but its name. */
function isBare(container) {
	return Object.entries(container ?? {}).every(([key, value]) => key === "name" || isNothing(value) || key === "resources" && isObject(value) && Object.values(value).every(isNothing));
}
/** The container of that name. */
function named$1(containers, name) {
	return containers?.find((container) => container.name === name);
}
/** Both lists, one variable per name of the second; the second wins in the place of the first. */
function mergeEnv(base, over) {
	const merged = [...base ?? []];
	const places = new Map(merged.map((variable, index) => [variable.name, index]));
	for (const variable of over ?? []) {
		const place = places.get(variable.name) ?? merged.length;
		places.set(variable.name, place);
		merged[place] = variable;
	}
	return filled(merged);
}
/**
* `over` on top of `base`, field by field: the operator merges probes deeply, so a probe under
* `mainContainer` inherits what it leaves out, even another handler.
*/
function mergeProbe(base, over) {
	if (base === void 0 || over === void 0) return over ?? base;
	return deepMerge(base, over);
}
function deepMerge(base, over) {
	const merged = { ...base };
	for (const [key, value] of Object.entries(over)) {
		const below = merged[key];
		if (isObject(below) && isObject(value)) merged[key] = deepMerge(below, value);
		else if (below === void 0 || wins(below, value)) merged[key] = value;
	}
	return merged;
}
/** A Go zero value overrides nothing; nor does a port number override a port name. */
function wins(below, value) {
	if (isNothing(value) || value === 0 || value === "" || value === false) return false;
	return !(typeof below === "string" && typeof value === "number");
}
// ../../work/main/packages/constructs/src/api/convert/pod-template.ts
/** Name of the container that v1alpha1's `frontendSidecar` becomes. */
const sidecarName = "sidecar-frontend";
/** True when a service says anything that belongs into a pod template. */
function hasTemplate(service) {
	return service.resources !== void 0 || !isNothing(service.envs) || service.envFromSecret !== void 0 || (service.volumeMounts ?? []).some((mount) => mount.useAsCompilationCache !== true) || service.livenessProbe !== void 0 || service.readinessProbe !== void 0 || !isEmptyPod(service.extraPodSpec) || service.extraPodMetadata !== void 0 || service.frontendSidecar !== void 0;
}
/** The pod template of a service: the main container first, then its sidecars. */
function composeTemplate(service) {
	const { mainContainer: _main, containers, ...pod } = service.extraPodSpec ?? {};
	const sidecars = (containers ?? []).filter((container) => container.name !== mainName);
	const frontend = service.frontendSidecar === void 0 || named$1(sidecars, "sidecar-frontend") !== void 0 ? [] : [sidecarContainer(service.frontendSidecar)];
	return compact({
		metadata: present({
			annotations: filledMap(service.extraPodMetadata?.annotations),
			labels: filledMap(service.extraPodMetadata?.labels)
		}),
		spec: {
			...pod,
			containers: [
				mergedMain(service),
				...sidecars,
				...frontend
			]
		}
	});
}
/** True when `extraPodSpec` says nothing, whatever name it gives the main container. */
function isEmptyPod(extraPodSpec) {
	const { mainContainer, ...pod } = extraPodSpec ?? {};
	return Object.values(pod).every(isNothing) && isBare(mainContainer);
}
/** The map, or undefined when it is empty. */
function filledMap(map) {
	return map === void 0 || Object.keys(map).length === 0 ? void 0 : map;
}
/** The container that a `frontendSidecar` becomes. */
function sidecarContainer(sidecar) {
	return compact({
		name: sidecarName,
		image: sidecar.image === "" ? void 0 : sidecar.image,
		args: filled(sidecar.args),
		env: filled(sidecar.envs),
		envFrom: secretSource(sidecar.envFromSecret)
	});
}
/** The `frontendSidecar` of a container, as far as v1alpha1 has fields for it. */
function sidecarOf(container, saved) {
	const [source, ...others] = container.envFrom ?? [];
	const plain = others.length === 0 && source?.secretRef !== void 0 && source.configMapRef === void 0 && (source.prefix ?? "") === "";
	const noSecret = saved?.envFromSecret === "" ? "" : void 0;
	return compact({
		image: container.image ?? "",
		args: filled(container.args),
		envs: filled(container.env),
		envFromSecret: plain ? source.secretRef?.name : noSecret
	});
}
/** True when v1alpha1's `frontendSidecar` can say everything that the container says. */
function isPlainSidecar(container) {
	return container !== void 0 && same(container, sidecarContainer(sidecarOf(container, void 0)));
}
// ../../work/main/packages/constructs/src/api/convert/beta-remainder.ts
/** The sparse component for the annotation; it has only its name when v1alpha1 says everything. */
function betaRemainder(component, service) {
	const { name, podTemplate, experimental } = component;
	const frontendSidecar = service.frontendSidecar === void 0 ? component.frontendSidecar : void 0;
	return compact({
		name,
		frontendSidecar,
		podTemplate: podTemplate && templateRemainder(podTemplate, service, frontendSidecar),
		experimental: isEmptyExperimental(experimental) ? experimental : void 0
	});
}
/** True when the remainder holds more than the name. */
function saysMore(remainder) {
	return Object.keys(remainder).some((key) => key !== "name");
}
/** An `experimental` without features: the operator tells it from an absent one. */
function isEmptyExperimental(experimental) {
	return experimental !== void 0 && present(experimental) === void 0;
}
/** The containers of a template; none without a template. */
function containersOf$1(template) {
	return template?.spec?.containers ?? [];
}
/** A template without any content: the operator tells it from an absent one. */
function isEmptyTemplate(template) {
	return Object.values({
		...template.metadata,
		...template.spec
	}).every(isNothing);
}
/** Metadata for which v1alpha1 has no field. */
function otherMetadata(metadata) {
	const { labels: _labels, annotations: _annotations, ...other } = metadata ?? {};
	return present(other);
}
function templateRemainder(template, service, frontendSidecar) {
	const rebuilt = hasTemplate(service) ? composeTemplate(service) : void 0;
	const containers = containersOf$1(template);
	const hasMain = named$1(containers, mainName) !== void 0;
	const metadata = otherMetadata(template.metadata);
	const names = containers.map((container) => container.name);
	const rebuiltNames = containersOf$1(rebuilt).map((container) => container.name).filter((name) => hasMain || name !== "main");
	const reordered = rebuilt !== void 0 && !same(names, rebuiltNames);
	const marker = rebuilt === void 0 ? isEmptyTemplate(template) : !hasMain;
	const referred = frontendSidecar !== void 0 && named$1(containers, frontendSidecar) !== void 0;
	if (metadata === void 0 && !marker && !referred && same(containers, containersOf$1(rebuilt))) return void 0;
	const kept = containers.flatMap((container) => {
		const counterpart = named$1(containersOf$1(rebuilt), container.name);
		const sparse = containerRemainder(container, counterpart);
		return reordered || container.name === frontendSidecar || isGeneratedMain(container, counterpart) || !isBare(sparse) ? [sparse] : [];
	});
	if (metadata === void 0 && kept.length === 0 && !marker) return void 0;
	return compact({
		metadata,
		spec: kept.length === 0 ? void 0 : { containers: kept }
	});
}
function containerRemainder(container, rebuilt) {
	const { name } = container;
	if (rebuilt === void 0) return container;
	if (name === "main") return compact({
		name,
		volumeMounts: filled((container.volumeMounts ?? []).map((mount) => mountRemainder(mount, rebuilt.volumeMounts)))
	});
	if (same(container, rebuilt)) return { name };
	const { image: _image, args: _args, env: _env, envFrom, ...rest } = container;
	return compact({
		...rest,
		envFrom: same(envFrom, rebuilt.envFrom) ? void 0 : envFrom
	});
}
function mountRemainder(mount, rebuilt) {
	const counterpart = counterpartOf(mount, rebuilt);
	return counterpart !== void 0 && same(mount, counterpart) ? {
		name: mount.name,
		mountPath: mount.mountPath
	} : mount;
}
/** The mount of that volume at that path, or the only mount of that volume. */
function counterpartOf(mount, mounts) {
	const ofVolume = (mounts ?? []).filter((candidate) => candidate.name === mount.name);
	return ofVolume.find((candidate) => candidate.mountPath === mount.mountPath) ?? (ofVolume.length === 1 ? ofVolume[0] : void 0);
}
/** A main container that the service would not rebuild as it is: with nothing in it, or with a mount too many. */
function isGeneratedMain(container, rebuilt) {
	if (container.name !== "main") return false;
	if (isBare(container)) return true;
	return (rebuilt?.volumeMounts ?? []).some((mount) => counterpartOf(mount, container.volumeMounts) === void 0);
}
// ../../work/main/packages/constructs/src/api/convert/beta-restoration.ts
/** The component with what the annotation kept of it. */
function restoreBeta(live, saved, service) {
	const podTemplate = saved.podTemplate === void 0 ? live.podTemplate : restoredTemplate(live, saved.podTemplate, service);
	const lost = saved.frontendSidecar !== void 0 && named$1(containersOf$1(saved.podTemplate), saved.frontendSidecar) !== void 0 && named$1(containersOf$1(podTemplate), saved.frontendSidecar) === void 0;
	return compact({
		...live,
		podTemplate,
		frontendSidecar: live.frontendSidecar ?? (lost ? void 0 : saved.frontendSidecar),
		experimental: live.experimental ?? (isEmptyExperimental(saved.experimental) ? saved.experimental : void 0)
	});
}
function restoredTemplate(live, saved, service) {
	const order = containersOf$1(saved);
	const containers = inOrderOf(order, restoredContainers(live, order, service));
	const { labels, annotations } = live.podTemplate?.metadata ?? {};
	const spec = {
		...live.podTemplate?.spec,
		containers
	};
	const restored = compact({
		metadata: present({
			...otherMetadata(saved.metadata),
			labels,
			annotations
		}),
		spec: Object.values(spec).every(isNothing) ? void 0 : spec
	});
	return isEmptyTemplate(restored) && !isEmptyTemplate(saved) ? void 0 : restored;
}
function restoredContainers(live, saved, service) {
	const { compilationCache: cache, podTemplate } = live;
	const savedMain = named$1(saved, mainName);
	const containers = containersOf$1(podTemplate).flatMap((container) => {
		if (container.name !== "main") return [container];
		return savedMain === void 0 && !spelledSpecially(service.resources) && isOnlyCache(container, cache) ? [] : [withoutAddedCache(container, savedMain, cache, service)];
	});
	const missing = saved.filter((container) => !isBare(container) && named$1(containers, container.name) === void 0 && (container.name !== "sidecar-frontend" || service.frontendSidecar !== void 0));
	return [...containers, ...missing].map((container) => {
		const counterpart = named$1(saved, container.name);
		if (counterpart === void 0) return container;
		if (container.name === "main") return restoredMain(container, counterpart, cache, service);
		return container.name === "sidecar-frontend" ? restoredSidecar(container, counterpart, service.frontendSidecar) : container;
	});
}
/** Takes away the mount that the service adds for its compilation cache. */
function withoutAddedCache(main, saved, cache, service) {
	if (cache === void 0) return main;
	const mount = cacheMount(cache);
	const own = service.extraPodSpec?.mainContainer?.volumeMounts;
	if (hasMount(saved?.volumeMounts, mount) || hasMount(own, mount)) return main;
	const others = main.volumeMounts?.filter((other) => !sameMount(other, mount));
	return compact({
		...main,
		volumeMounts: filled(others)
	});
}
function isOnlyCache(main, cache) {
	const mounts = (main.volumeMounts ?? []).filter((mount) => cache === void 0 || !sameMount(cacheMount(cache), mount));
	return isBare({
		...main,
		volumeMounts: mounts
	});
}
function restoredMain(main, saved, cache, service) {
	const own = service.extraPodSpec?.mainContainer?.volumeMounts;
	const mounts = (main.volumeMounts ?? []).map((mount) => {
		if (!hasMount(service.volumeMounts, mount) || hasMount(own, mount)) return mount;
		const { name, mountPath } = mount;
		return {
			...counterpartOf(mount, saved.volumeMounts) ?? mount,
			name,
			mountPath
		};
	});
	const given = serviceMounts(saved.volumeMounts, cache) ?? [];
	const ordered = sameMounts(service.volumeMounts ?? [], given) ? arranged(mounts, saved.volumeMounts ?? []) : mounts;
	return compact({
		...main,
		volumeMounts: filled(ordered)
	});
}
function arranged(mounts, order) {
	const found = order.flatMap((place) => mounts.find((mount) => sameMount(place, mount)) ?? []);
	return order.length === mounts.length && found.length === mounts.length ? found : mounts;
}
/** The generated frontend container with the fields that v1alpha1 has no room for. */
function restoredSidecar(live, saved, sidecar) {
	if (sidecar === void 0 || isBare(saved)) return live;
	const { name: _name, image: _image, args: _args, env: _env, envFrom, ...rest } = saved;
	return {
		...live,
		...rest,
		...compact({ envFrom: restoredSources(live.envFrom, envFrom, sidecar) })
	};
}
function restoredSources(live, saved, sidecar) {
	const secret = sidecar.envFromSecret;
	if (isNothing(saved)) return live;
	if (secret === void 0 || secret === "") return saved;
	const only = (sources) => sources?.length === 1 && sources[0]?.secretRef?.name === secret;
	return only(live) && only(saved) ? saved : live;
}
/** The containers in the order of the annotation, if it names them all. */
function inOrderOf(order, containers) {
	if (!(order.length === containers.length && order.length > 1) || containers.some(({ name }) => named$1(order, name) === void 0)) return containers;
	return order.flatMap(({ name }) => named$1(containers, name) ?? []);
}
// ../../work/main/packages/constructs/src/api/convert/experimental.ts
const betaModes = {
	intraPod: "IntraPod",
	interPod: "InterPod"
};
const alphaModes = {
	IntraPod: "intraPod",
	InterPod: "interPod"
};
/** The features of a service; a disabled one is absent, a checkpoint keeps its switch. */
function betaExperimental(service) {
	const { gpuMemoryService, failover, checkpoint } = service;
	return present({
		gpuMemoryService: gpuMemoryService?.enabled === true ? betaFeature(gpuMemoryService) : void 0,
		failover: failover?.enabled === true ? betaFeature(failover) : void 0,
		checkpoint: checkpoint && {
			...checkpoint,
			enabled: checkpoint.enabled ?? false
		}
	});
}
/** The features of a component; presence becomes `enabled: true`. */
function alphaExperimental(experimental) {
	const { gpuMemoryService, failover, checkpoint } = experimental ?? {};
	return compact({
		gpuMemoryService: gpuMemoryService && alphaFeature(gpuMemoryService),
		failover: failover && alphaFeature(failover),
		checkpoint
	});
}
function betaFeature(feature) {
	const { enabled: _enabled, mode, ...same } = feature;
	return compact({
		mode: mode && betaModes[mode],
		...same
	});
}
function alphaFeature(feature) {
	const { mode, ...same } = feature;
	return compact({
		enabled: true,
		mode: mode && alphaModes[mode],
		...same
	});
}
// ../../work/main/packages/constructs/src/api/convert/component.ts
/** @module A v1alpha1 service as a v1beta1 component. */
/**
* The component that a service describes.
*
* @param saved - what the annotation kept of the component that the service came from
*/
function componentOf(service, name, saved) {
	const { annotations: _annotations, autoscaling: _autoscaling, checkpoint: _checkpoint, componentType: _componentType, dynamoNamespace: _dynamoNamespace, envFromSecret: _envFromSecret, envs: _envs, extraPodMetadata: _extraPodMetadata, extraPodSpec: _extraPodSpec, failover: _failover, frontendSidecar, gpuMemoryService: _gpuMemoryService, ingress: _ingress, labels: _labels, livenessProbe: _livenessProbe, readinessProbe: _readinessProbe, resources: _resources, scalingAdapter, serviceName: _serviceName, sharedMemory, subComponentType: _subComponentType, volumeMounts, ...same } = service;
	const component = compact({
		name,
		type: betaType(service),
		...same,
		podTemplate: hasTemplate(service) || saved?.podTemplate !== void 0 ? composeTemplate(service) : void 0,
		sharedMemorySize: sharedMemorySize$1(sharedMemory),
		scalingAdapter: scalingAdapter?.enabled === true ? {} : void 0,
		frontendSidecar: frontendSidecar && "sidecar-frontend",
		compilationCache: compilationCacheOf(volumeMounts),
		experimental: betaExperimental(service)
	});
	return saved === void 0 ? component : restoreBeta(component, saved, service);
}
/** True when type and subtype of a service are one type in v1beta1. */
function isWorkerRole(service) {
	const { componentType, subComponentType } = service;
	return componentType === "worker" && (subComponentType === "prefill" || subComponentType === "decode");
}
/** Free text becomes an enumeration; what does not fit is copied, as the operator does, and reported. */
function betaType(service) {
	const type = isWorkerRole(service) ? service.subComponentType : service.componentType;
	return type === void 0 || type === "" ? void 0 : type;
}
function sharedMemorySize$1(sharedMemory) {
	if (sharedMemory?.disabled === true) return "0";
	const size = sharedMemory?.size;
	return size === void 0 || require_facts.quantityValue(size) === 0 ? void 0 : size;
}
// ../../work/main/packages/constructs/src/api/convert/alpha-remainder.ts
/** @module What a v1alpha1 service says and v1beta1 cannot, collected for the annotation. */
/**
* The sparse service for the annotation; empty when v1beta1 says everything.
*
* @param origins - true to note which fields of the main container stood where, even if nothing else is kept
*/
function alphaRemainder(service, origins) {
	const { subComponentType, extraPodSpec, sharedMemory } = service;
	const kept = compact({
		subComponentType: subComponentType === "" || isWorkerRole(service) ? void 0 : subComponentType,
		dynamoNamespace: service.dynamoNamespace,
		autoscaling: service.autoscaling,
		ingress: service.ingress,
		annotations: filledMap(service.annotations),
		labels: filledMap(service.labels),
		envFromSecret: service.envFromSecret,
		resources: spelledSpecially(service.resources) ? service.resources : void 0,
		volumeMounts: surplusCaches(service.volumeMounts).length > 0 ? service.volumeMounts : void 0,
		sharedMemory: isOddMemory(sharedMemory) ? sharedMemory : void 0,
		extraPodMetadata: isEmptyMetadata(service) ? service.extraPodMetadata : void 0,
		extraPodSpec: isOddPod(service) || sidecarConflicts(service) ? extraPodSpec : void 0,
		scalingAdapter: service.scalingAdapter?.enabled === true ? void 0 : service.scalingAdapter,
		frontendSidecar: service.frontendSidecar,
		gpuMemoryService: service.gpuMemoryService?.enabled === true ? void 0 : service.gpuMemoryService,
		failover: service.failover?.enabled === true ? void 0 : service.failover
	});
	return origins || Object.keys(kept).length > 0 || overridesFields(service) ? {
		...kept,
		...mainOrigins(service, kept)
	} : kept;
}
/** Which fields of the main container stood in the service and which under `mainContainer`. */
function mainOrigins(service, kept) {
	const main = service.extraPodSpec?.mainContainer;
	if (main === void 0) return {};
	const fields = picked(service, serviceFields$1);
	const own = picked(main, mainFields);
	if (Object.keys(fields).length + Object.keys(own).length === 0) return {};
	const mainContainer = {
		...kept.extraPodSpec?.mainContainer,
		...own
	};
	return {
		...fields,
		extraPodSpec: {
			...kept.extraPodSpec,
			mainContainer
		}
	};
}
const serviceFields$1 = [
	"envs",
	"envFromSecret",
	"resources",
	"volumeMounts",
	"livenessProbe",
	"readinessProbe"
];
const mainFields = [
	"name",
	"env",
	"envFrom",
	"resources",
	"volumeMounts",
	"livenessProbe",
	"readinessProbe"
];
/** The given members that say something. */
function picked(object, keys) {
	const entries = keys.map((key) => [key, object[key]]);
	return Object.fromEntries(entries.filter(([, value]) => !isNothing(value) && value !== ""));
}
/** Fields of `mainContainer` that come back as fields of the service unless somebody notes them. */
function overridesFields(service) {
	const main = service.extraPodSpec?.mainContainer;
	if (main === void 0) return false;
	const { name, env, resources, volumeMounts, livenessProbe, readinessProbe } = main;
	return name !== void 0 && name !== "" || livenessProbe !== void 0 || readinessProbe !== void 0 || !isBare({
		env,
		resources,
		volumeMounts
	});
}
/** Shared memory that v1beta1's one size does not tell apart. */
function isOddMemory(memory) {
	if (memory === void 0) return false;
	return (memory.size !== void 0 && require_facts.quantityValue(memory.size) !== 0) === (memory.disabled === true);
}
/** An `extraPodMetadata` that says nothing, but is there. */
function isEmptyMetadata(service) {
	const { annotations, labels } = service.extraPodMetadata ?? {};
	return service.extraPodMetadata !== void 0 && filledMap(annotations) === void 0 && filledMap(labels) === void 0;
}
/** An `extraPodSpec` that says nothing, but is there. */
function isOddPod(service) {
	return service.extraPodSpec !== void 0 && isEmptyPod(service.extraPodSpec);
}
/** A sidecar that bears the name which `frontendSidecar` needs. */
function sidecarConflicts(service) {
	return service.frontendSidecar !== void 0 && named$1(service.extraPodSpec?.containers, "sidecar-frontend") !== void 0;
}
// ../../work/main/packages/constructs/src/api/convert/carrier.ts
/**
* @module The annotations in which the operator's conversion keeps what the other version cannot say.
*
* The spec annotation is an envelope `{version: 1, spec, rawJSON?}`, the status annotation the bare
* status. Both hold a sparse object of the version that was converted from.
*
* @see deploy/operator/api/v1alpha1/preservation.go
*/
/** Takes the annotations off an object. */
function unload(metadata, keys, object, retired = []) {
	const annotations = metadata.annotations ?? {};
	const ours = [
		keys.spec,
		keys.status,
		...retired
	].filter((key) => key in annotations);
	const envelope = parsed(annotations[keys.spec]);
	const status = parsed(annotations[keys.status]);
	const records = Array.isArray(envelope?.rawJSON) ? envelope.rawJSON : [];
	return {
		spec: isObject(envelope?.spec) ? envelope.spec : envelope,
		absent: records.flatMap((record) => isObject(record) && record.nil === true ? [String(record.path)] : []),
		status,
		found: keys.spec in annotations || keys.status in annotations,
		metadata: without$1(metadata, ours),
		findings: [keys.spec, keys.status].filter((key) => (annotations[key] ?? "") !== "" && parsed(annotations[key]) === void 0).map((key) => require_facts.finding("DYN-CNV-011", {
			object,
			path: [
				"metadata",
				"annotations",
				key
			]
		}, `annotation ${key} does not hold a sparse object, so what it kept cannot be restored`, "Remove the annotation; the operator writes it again when it needs it."))
	};
}
/** Puts the annotations onto an object. */
function load(metadata, keys, cargo) {
	const { spec, absent = [], status } = cargo;
	const rawJSON = absent.length === 0 ? void 0 : absent.map((path) => ({
		path,
		nil: true
	}));
	if (spec === void 0 && status === void 0) return metadata;
	const envelope = spec && { [keys.spec]: JSON.stringify({
		version: 1,
		spec,
		rawJSON
	}) };
	const bare = status && { [keys.status]: JSON.stringify(status) };
	return {
		...metadata,
		annotations: {
			...metadata.annotations,
			...envelope,
			...bare
		}
	};
}
function parsed(text) {
	if (text === void 0 || text === "") return void 0;
	try {
		const value = tidy(JSON.parse(text));
		return isObject(value) && isWellFormed(value) ? value : void 0;
	} catch {
		return;
	}
}
const objectLists = names$1("components containers env envFrom envs pvcs tolerations volumeMounts");
const textLists = names$1("args componentNames");
const maps = names$1("annotations custom labels limits nodeSelector podSelector requests");
const objects = names$1("configMapRef deployment deploymentInfo deploymentOverrides experimental extraPodMetadata extraPodSpec failover features gpuMemoryService hardware mainContainer metadata mocker overrides podTemplate profilingConfig profilingJob resources scalingAdapter secretRef service sharedMemory sla spec template workload");
const opaque = names$1("autoscaling config dgd eppConfig ingress pareto planner selectedConfig");
function names$1(text) {
	return new Set(text.split(" "));
}
/** Whoever edits the annotation by hand must not break the conversion: lists are lists, objects objects. */
function isWellFormed(object) {
	return Object.entries(object).every(([key, value]) => {
		if (opaque.has(key)) return true;
		if (textLists.has(key)) return Array.isArray(value);
		if (objectLists.has(key)) return Array.isArray(value) && value.every((item) => isObject(item) && isWellFormed(item));
		if (maps.has(key)) return isObject(value);
		if (key === "services") return isObject(value) && Object.values(value).every((item) => item === null || isObject(item) && isWellFormed(item));
		return isObject(value) ? isWellFormed(value) : !objects.has(key);
	});
}
function without$1(metadata, keys) {
	if (keys.length === 0) return metadata;
	const { annotations, ...rest } = metadata;
	const left = Object.entries(annotations ?? {}).filter(([key]) => !keys.includes(key));
	return left.length === 0 ? rest : {
		...rest,
		annotations: Object.fromEntries(left)
	};
}
/**
* Drops what Go writes for absent values: null, and in containers the empty `resources` and the
* empty name of a main container. A null service is a value of its own.
*/
function tidy(value) {
	if (Array.isArray(value)) return value.map((item) => tidy(item));
	if (!isObject(value)) return value;
	const entries = Object.entries(value).flatMap(([key, member]) => {
		if (opaque.has(key)) return [[key, member]];
		if (member === null) return [];
		if (key === "services" && isObject(member)) return [[key, mapValues(member, (service) => tidy(service))]];
		if (key === "mainContainer") return [[key, tidy(container$1(member, true))]];
		if (key === "containers" && Array.isArray(member)) return [[key, member.map((item) => tidy(container$1(item, false)))]];
		return [[key, tidy(member)]];
	});
	return Object.fromEntries(entries);
}
function container$1(value, main) {
	if (!isObject(value)) return value;
	const { name, resources, ...rest } = value;
	const bare = isObject(resources) && Object.keys(resources).length === 0;
	return compact({
		...main && name === "" ? {} : { name },
		...rest,
		resources: bare ? void 0 : resources
	});
}
// ../../work/main/packages/constructs/src/api/convert/loss.ts
/** @module What a conversion reports: things that the other version has no field for. */
/** The course of one conversion. */
function courseOf(source, target, annotation, options) {
	return {
		object: `${source.kind}/${source.metadata.name ?? ""}`,
		target,
		annotation,
		carriers: options.carriers ?? true
	};
}
/** A finding that says where the thing went: into the annotation, or nowhere. */
function lossFinding(course, { path, what, fix }) {
	const { object, target, annotation } = course;
	return course.carriers ? require_facts.finding("DYN-CNV-001", {
		object,
		path
	}, `${target} has no field for ${what}; only annotation ${annotation} keeps it`, fix) : require_facts.finding("DYN-CNV-002", {
		object,
		path
	}, `${target} has no field for ${what}, which is left out`, fix);
}
/** Findings about a status: nobody writes it, so only what is really gone counts. */
function statusFindings(course, losses) {
	return course.carriers ? [] : losses.map((loss) => lossFinding(course, loss));
}
/** A finding for what both versions say, but which a conversion back spells differently. */
function spellingFindings(course, path, what) {
	if (course.carriers) return [];
	return [require_facts.finding("DYN-CNV-003", {
		object: course.object,
		path
	}, `${course.target} does not keep how ${what} was written`, "Keep the original manifest if its spelling matters.")];
}
// ../../work/main/packages/constructs/src/api/convert/component-findings.ts
const stay = "Stay with v1beta1, or do without.";
/**
* Findings for one component.
*
* @param remainder - the sparse component that the annotation takes
*/
function componentFindings(component, remainder, path, course) {
	const losses = [
		...referenceLosses(remainder, path),
		...metadataLosses(remainder, path),
		...containerLosses(component, remainder, path)
	];
	const spelled = remainder.podTemplate !== void 0 || remainder.experimental !== void 0;
	return [...losses.map((loss) => lossFinding(course, loss)), ...spelled && losses.length === 0 ? spellingFindings(course, path, "an empty part or the order of containers") : []];
}
function referenceLosses(remainder, path) {
	const { frontendSidecar } = remainder;
	if (frontendSidecar === void 0) return [];
	return [{
		path: [...path, "frontendSidecar"],
		what: `the role of container ${frontendSidecar} as frontend beside the worker`,
		fix: "Name the container sidecar-frontend and give it only image, args, env and one Secret, or stay with v1beta1."
	}];
}
function metadataLosses(remainder, path) {
	return Object.keys(remainder.podTemplate?.metadata ?? {}).map((field) => ({
		path: [
			...path,
			"podTemplate",
			"metadata",
			field
		],
		what: `pod template metadata ${field}`,
		fix: stay
	}));
}
function containerLosses(component, remainder, path) {
	const containers = component.podTemplate?.spec?.containers ?? [];
	return (remainder.podTemplate?.spec?.containers ?? []).flatMap((saved) => {
		const index = containers.findIndex((container) => container.name === saved.name);
		const place = [
			...path,
			"podTemplate",
			"spec",
			"containers",
			index
		];
		if (saved.name === "main") return mountLosses(saved, place);
		if (isBare(saved)) return [];
		return [{
			path: place,
			what: `${Object.keys(saved).filter((field) => field !== "name").join(", ")} of container ${saved.name}`,
			fix: stay
		}];
	});
}
function mountLosses(saved, place) {
	return (saved.volumeMounts ?? []).flatMap(({ name, mountPath, ...fields }, index) => Object.keys(fields).length === 0 ? [] : [{
		path: [
			...place,
			"volumeMounts",
			index
		],
		what: `${Object.keys(fields).join(", ")} of mount ${name} at ${mountPath}`,
		fix: "Move the mount to extraPodSpec.mainContainer.volumeMounts of the converted service."
	}]);
}
// ../../work/main/packages/constructs/src/api/convert/replica-status.ts
/** The counters in v1beta1. */
function betaReplicaStatus(status) {
	const { componentName: _componentName, ...counters } = status;
	return compact({
		...counters,
		componentNames: betaNames(status)
	});
}
/** The counters in v1alpha1; `componentName` is the last of the names unless the annotation says otherwise. */
function alphaReplicaStatus(status, saved) {
	const names = filled(status.componentNames);
	const restored = saved !== void 0 && fits(names, saved) ? saved : void 0;
	return compact({
		...status,
		componentName: restored?.componentName ?? names?.at(-1) ?? "",
		componentNames: restored === void 0 ? names : filled(restored.componentNames)
	});
}
function fits(names, saved) {
	return same(names, betaNames(saved)) || names === void 0 && filled(saved.componentNames) === void 0;
}
/** Both names, when `componentName` is not simply the last of the others. */
function replicaStatusRemainder(status) {
	const { componentName, componentNames } = status;
	const names = filled(componentNames);
	return (names?.at(-1) ?? "") === componentName ? void 0 : compact({
		componentName,
		componentNames: names
	});
}
function betaNames(status) {
	const names = filled(status.componentNames);
	return names === void 0 && (status.componentName ?? "") !== "" ? [status.componentName] : names;
}
// ../../work/main/packages/constructs/src/api/convert/alpha-restoration.ts
/** The service with what the annotation kept of it. */
function restoreAlpha(live, saved, component) {
	const { podTemplate } = component;
	const main = named$1(podTemplate?.spec?.containers, mainName);
	const hadMetadata = podTemplate !== void 0 && isEmptyMetadata(saved);
	return pruned(restoreMain(compact({
		...live,
		volumeMounts: restoreSurplusCaches(live.volumeMounts, saved.volumeMounts, hasTemplate(saved), component.compilationCache, main),
		subComponentType: live.subComponentType ?? restoredSubtype(live, saved),
		dynamoNamespace: saved.dynamoNamespace,
		autoscaling: saved.autoscaling,
		ingress: saved.ingress,
		annotations: filledMap(saved.annotations),
		labels: filledMap(saved.labels),
		sharedMemory: restoredMemory(live, saved) ? saved.sharedMemory : live.sharedMemory,
		extraPodMetadata: live.extraPodMetadata ?? (hadMetadata ? saved.extraPodMetadata : void 0),
		extraPodSpec: restoredPod(live, saved),
		scalingAdapter: live.scalingAdapter ?? (saved.scalingAdapter?.enabled === true ? void 0 : saved.scalingAdapter),
		gpuMemoryService: live.gpuMemoryService ?? (saved.gpuMemoryService?.enabled === true ? void 0 : saved.gpuMemoryService),
		failover: live.failover ?? (saved.failover?.enabled === true ? void 0 : saved.failover)
	}), saved, main !== void 0), saved);
}
function restoreMain(live, saved, hasMain) {
	const service = restoreSecret(hasMain && saved.resources !== void 0 && spelledSpecially(saved.resources) && sameResources(nativeResources(live.resources ?? {}), nativeResources(saved.resources)) ? {
		...live,
		resources: saved.resources
	} : live, saved, hasMain);
	const savedMain = saved.extraPodSpec?.mainContainer;
	if (savedMain === void 0) return service;
	const split = hasMain ? restoreSplit(service, saved, savedMain) : service;
	const main = split.extraPodSpec?.mainContainer;
	return main === void 0 ? split : withMain(split, {
		...main,
		name: savedMain.name
	});
}
/** `envFrom` of the container as `envFromSecret`, when it is still nothing but that. */
function restoreSecret(live, saved, hasMain) {
	const secret = saved.envFromSecret;
	if (secret === void 0 || !hasMain) return live;
	if (secret === "") return {
		...live,
		envFromSecret: ""
	};
	const main = live.extraPodSpec?.mainContainer;
	if (main === void 0 || !same(main.envFrom, secretSource(secret))) return live;
	return withMain({
		...live,
		envFromSecret: secret
	}, {
		...main,
		envFrom: void 0
	});
}
/**
* Puts fields back where they stood: in the service or under `mainContainer`. Each one only if
* both places together still say what they said.
*/
function restoreSplit(live, saved, savedMain) {
	const now = mergedMain(live);
	const then = mergedMain(saved);
	const fields = {};
	const main = {};
	const given = (...values) => values.some((value) => !isNothing(value));
	if (same(now.env, then.env) && given(saved.envs, savedMain.env)) {
		fields.envs = filled(saved.envs);
		main.env = filled(savedMain.env);
	}
	if (same(now.envFrom, then.envFrom) && saved.envFromSecret !== void 0) fields.envFromSecret = saved.envFromSecret;
	if (sameResources(now.resources, then.resources) && given(saved.resources, savedMain.resources)) {
		fields.resources = saved.resources;
		main.resources = savedMain.resources;
	}
	if (sameMounts(withoutCaches(then.volumeMounts, saved.volumeMounts), withoutCaches(now.volumeMounts, live.volumeMounts)) && given(saved.volumeMounts, savedMain.volumeMounts)) {
		fields.volumeMounts = restoreMountOrigins(saved.volumeMounts, live.volumeMounts, savedMain.volumeMounts);
		main.volumeMounts = filled(savedMain.volumeMounts);
	}
	for (const probe of ["livenessProbe", "readinessProbe"]) {
		if (!same(now[probe], then[probe]) || !given(saved[probe], savedMain[probe])) continue;
		fields[probe] = saved[probe];
		main[probe] = savedMain[probe];
	}
	const service = compact({
		...live,
		...fields
	});
	if (Object.keys(main).length === 0) return service;
	return withMain(service, {
		...live.extraPodSpec?.mainContainer,
		...main
	});
}
function withMain(service, main) {
	return {
		...service,
		extraPodSpec: {
			...service.extraPodSpec,
			mainContainer: compact(main)
		}
	};
}
/** Drops the empty remains of the main container, unless they were written that way. */
function pruned(service, saved) {
	const { extraPodSpec, ...rest } = service;
	if (extraPodSpec === void 0) return service;
	const { mainContainer, ...pod } = extraPodSpec;
	const onlyNamed = isEmptyPod(saved.extraPodSpec) && saved.extraPodSpec?.mainContainer?.name !== void 0;
	const kept = isBare(mainContainer) && !onlyNamed ? pod : extraPodSpec;
	return isEmptyPod(kept) && !isOddPod(saved) ? rest : {
		...rest,
		extraPodSpec: kept
	};
}
/** The free-form subtype, unless it would change what v1beta1 says by now. */
function restoredSubtype(live, saved) {
	const { subComponentType } = saved;
	return isWorkerRole({
		...live,
		subComponentType
	}) ? void 0 : subComponentType;
}
/** True while v1beta1 still says what the odd shared memory was converted to. */
function restoredMemory(live, saved) {
	if (!isOddMemory(saved.sharedMemory)) return false;
	return saved.sharedMemory?.disabled === true ? live.sharedMemory?.disabled === true : live.sharedMemory === void 0;
}
function restoredPod(live, saved) {
	if (isOddPod(saved)) return live.extraPodSpec ?? saved.extraPodSpec;
	const conflict = named$1(saved.extraPodSpec?.containers, sidecarName);
	if (conflict === void 0 || !sidecarConflicts(saved)) return live.extraPodSpec;
	if (!same(live.frontendSidecar, sidecarOf(conflict, saved.frontendSidecar))) return live.extraPodSpec;
	return {
		...live.extraPodSpec,
		containers: [...live.extraPodSpec?.containers ?? [], conflict]
	};
}
// ../../work/main/packages/constructs/src/api/convert/service.ts
/** @module A v1beta1 component as a v1alpha1 service. */
/** The service that a component describes, without its name. */
function serviceOf(component, style) {
	const { saved, selfContained } = style;
	const { name: _name, type, podTemplate, sharedMemorySize, scalingAdapter, frontendSidecar, compilationCache, experimental, ...same } = component;
	const { annotations, labels } = podTemplate?.metadata ?? {};
	const containers = podTemplate?.spec?.containers ?? [];
	const main = named$1(containers, mainName);
	const savedSidecar = frontendSidecar === "sidecar-frontend" ? saved?.frontendSidecar : void 0;
	const candidate = frontendSidecar === "sidecar-frontend" ? named$1(containers, sidecarName) : void 0;
	const plain = selfContained && isPlainSidecar(candidate);
	const sidecar = savedSidecar !== void 0 || plain ? candidate : void 0;
	const resources = alphaResources(main?.resources);
	const own = selfContained ? detailedMounts(main?.volumeMounts, compilationCache) : [];
	const mounts = main?.volumeMounts?.filter((mount) => !own.includes(mount));
	const service = compact({
		...alphaType(type),
		...same,
		resources,
		envs: filled(main?.env),
		livenessProbe: main?.livenessProbe,
		readinessProbe: main?.readinessProbe,
		volumeMounts: serviceMounts(mounts, compilationCache),
		sharedMemory: sharedMemorySize === void 0 ? void 0 : sharedMemory$1(sharedMemorySize),
		extraPodMetadata: present({
			annotations: filledMap(annotations),
			labels: filledMap(labels)
		}),
		extraPodSpec: extraPodSpec$1(podTemplate, main && mainRest(main, own, resources !== void 0), containers.filter((container) => container !== main && container !== sidecar)),
		frontendSidecar: sidecar === void 0 ? savedSidecar : sidecarOf(sidecar, savedSidecar),
		scalingAdapter: scalingAdapter && { enabled: true },
		...alphaExperimental(experimental)
	});
	return saved === void 0 ? service : restoreAlpha(service, saved, component);
}
function alphaType(type) {
	if (type === "prefill" || type === "decode") return {
		componentType: "worker",
		subComponentType: type
	};
	return compact({ componentType: type });
}
function sharedMemory$1(size) {
	return require_facts.quantityValue(size) === 0 ? { disabled: true } : { size };
}
/** The pod without what has a field of its own in the service. */
function extraPodSpec$1(template, main, others) {
	const { containers: _containers, ...pod } = template?.spec ?? { containers: [] };
	const extra = compact({
		...pod,
		containers: filled(others),
		mainContainer: isBare(main) ? void 0 : main
	});
	return Object.values(extra).every(isNothing) ? void 0 : extra;
}
/** The main container without what has a field of its own in the service. */
function mainRest(main, mounts, resourcesMoved) {
	const { name: _name, env: _env, livenessProbe: _livenessProbe, readinessProbe: _readinessProbe, resources, ...rest } = main;
	return compact({
		...rest,
		volumeMounts: filled(mounts),
		resources: resourcesMoved ? void 0 : resources
	});
}
/** Mounts that say more than a service mount can, except the compilation cache's. */
function detailedMounts(mounts, cache) {
	const flagged = cache === void 0 ? [] : [cacheMount(cache)];
	return (mounts ?? []).filter((mount) => {
		const { name: _name, mountPath: _mountPath, ...details } = mount;
		return Object.values(details).some((value) => !isNothing(value)) && !hasMount(flagged, mount);
	});
}
// ../../work/main/packages/constructs/src/api/core/field.ts
/** @module The few field shapes that every schema of this room is made of. */
/** What Kubernetes accepts as a quantity in text form. */
const quantityPattern = /^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$/;
/** A whole number that Go keeps in 32 bits. */
const int32 = zod.z.int32().meta({ description: "a whole number" });
/** A whole number that Go keeps in 64 bits; beyond 2^53 JavaScript cannot hold it. */
const int64 = zod.z.int().meta({ description: "a whole number" });
/** A Kubernetes quantity: text, or a whole number. A fraction has to be text (`"0.5"`). */
const quantity = zod.z.union([zod.z.int(), zod.z.string().regex(quantityPattern)]).meta({ description: "a quantity such as \"500m\", \"16Gi\" or 2" });
/** A whole number or text: ports, which may be named. */
const intOrString = zod.z.union([zod.z.int(), zod.z.string()]);
/** RFC 1123 label, 1 to 63 characters. */
const dnsLabel = zod.z.string().min(1).max(63).regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/).meta({ description: "lower-case letters, digits and inner hyphens" });
/** Moment in RFC 3339. */
const moment = zod.z.iso.datetime({ offset: true }).meta({ description: "a time such as \"2026-08-14T09:30:00Z\"" });
/** Any object: a part that the API keeps without looking into it. */
const anyObject = zod.z.record(zod.z.string(), zod.z.unknown());
/** A map with free keys. */
function map(value, options = {}) {
	const { max } = options;
	const schema = zod.z.record(zod.z.string(), value);
	if (max === void 0) return schema;
	return schema.refine((entries) => Object.keys(entries).length <= max, {
		when: ({ value: entries }) => typeof entries === "object" && entries !== null,
		params: { tooMany: max }
	}).meta({ maxProperties: max });
}
/** Free text by free keys: labels, annotations, selectors. */
const textMap = map(zod.z.string());
/** A list whose order counts. */
function list(item, options = {}) {
	const schema = zod.z.array(item);
	return options.max === void 0 ? schema : schema.max(options.max);
}
/** A list of which no two items may be equal. */
function set(item) {
	return unique(zod.z.array(item), (value) => [value]).meta({ "x-kubernetes-list-type": "set" });
}
/**
* A list that the API server addresses by key fields: two items with the same keys are refused.
*
* @param keys - the key fields, each with the value that an absent field counts as
*/
function keyed(item, keys, options = {}) {
	const fields = Object.entries(keys);
	const items = zod.z.array(item);
	return unique(options.max === void 0 ? items : items.max(options.max), (value) => typeof value === "object" && value !== null ? fields.map(([key, absent]) => Reflect.get(value, key) ?? absent) : void 0).meta({
		"x-kubernetes-list-type": "map",
		"x-kubernetes-list-map-keys": Object.keys(keys)
	});
}
/** Adds an issue per item whose key has been seen before; items without a key are left to other checks. */
function unique(schema, keyOf) {
	return schema.superRefine((value, context) => {
		if (value.length < 2) return;
		const seen = /* @__PURE__ */ new Map();
		for (const [index, item] of value.entries()) {
			const key = keyOf(item);
			if (key?.every((part) => typeof part === "string" || typeof part === "number") !== true) continue;
			const text = JSON.stringify(key);
			const first = seen.get(text);
			if (first === void 0) seen.set(text, index);
			else context.addIssue({
				code: "custom",
				path: [index],
				params: {
					duplicateOf: first,
					key
				}
			});
		}
	}, { when: ({ value }) => Array.isArray(value) });
}
const keySelector = zod.z.strictObject({
	/** Key inside the ConfigMap or Secret. */
	key: zod.z.string(),
	/** Name of the ConfigMap or Secret, in the same namespace. */
	name: zod.z.string().optional(),
	/** True lets the pod start without it. @default false */
	optional: zod.z.boolean().optional()
});
const fieldSelector = zod.z.strictObject({
	/** Version of the pod schema. @default "v1" */
	apiVersion: zod.z.string().optional(),
	/** Path inside the pod, such as `metadata.name`. */
	fieldPath: zod.z.string()
});
const resourceFieldSelector = zod.z.strictObject({
	/** Container whose resources are meant; required in volumes. @default - the container itself */
	containerName: zod.z.string().optional(),
	/** Unit of the output. @default "1" */
	divisor: quantity.optional(),
	/** What to read, such as `limits.memory`. */
	resource: zod.z.string()
});
const fileKeySelector = zod.z.strictObject({
	/** Variable inside the file. */
	key: zod.z.string(),
	/** True lets the container start without it. @default false */
	optional: zod.z.boolean().optional(),
	/** Path of the file in the volume. */
	path: zod.z.string(),
	/** Volume that holds the file. */
	volumeName: zod.z.string()
});
const envVarSource = zod.z.strictObject({
	/** From a ConfigMap. */
	configMapKeyRef: keySelector.optional(),
	/** From a field of the pod. */
	fieldRef: fieldSelector.optional(),
	/** From an env file in a volume. */
	fileKeyRef: fileKeySelector.optional(),
	/** From a container's resources. */
	resourceFieldRef: resourceFieldSelector.optional(),
	/** From a Secret. */
	secretKeyRef: keySelector.optional()
});
const envVar = zod.z.strictObject({
	/** Name of the variable. */
	name: zod.z.string(),
	/** Value; `$(OTHER)` refers to variables before it. @default "" */
	value: zod.z.string().optional(),
	/** Source of the value, instead of `value`. */
	valueFrom: envVarSource.optional()
});
const optionalReference = zod.z.strictObject({
	/** Name of the ConfigMap or Secret, in the same namespace. */
	name: zod.z.string().optional(),
	/** True lets the pod start without it. @default false */
	optional: zod.z.boolean().optional()
});
const envFromSource = zod.z.strictObject({
	/** Every key of a ConfigMap becomes a variable. */
	configMapRef: optionalReference.optional(),
	/** Put before every name. @default "" */
	prefix: zod.z.string().optional(),
	/** Every key of a Secret becomes a variable. */
	secretRef: optionalReference.optional()
});
// ../../work/main/packages/constructs/src/api/core/dynamo.ts
/** @module Parts of the Dynamo API that both versions write alike. */
/** Backends that a graph can name. */
const backendFrameworks = [
	"sglang",
	"vllm",
	"trtllm"
];
const backendFramework = zod.z.enum(backendFrameworks);
/** MAJOR.MINOR.PATCH, each 0 to 9999 without leading zeros. */
const runtimeVersion = zod.z.string().regex(/^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/).meta({ description: "MAJOR.MINOR.PATCH such as 1.4.0, without prefix or suffix" });
/** Name of a level of a topology, such as `zone` or `rack`. */
const topologyDomain = zod.z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/).meta({ description: "lower-case letters, digits and inner hyphens" });
const restart$1 = zod.z.strictObject({
	/** Any new value starts a restart. At least one character. */
	id: zod.z.string().min(1),
	/** How components follow one another. @default - sequential, in alphabetical order */
	strategy: zod.z.strictObject({
		/** Every component name exactly once; not with `Parallel`. @default - alphabetical */
		order: list(zod.z.string()).optional(),
		/** `Sequential` waits for each component. @default "Sequential" */
		type: zod.z.enum(["Sequential", "Parallel"]).optional()
	}).optional()
});
const kvTransferPolicy = zod.z.strictObject({
	/** ClusterTopologyBinding that names the domains; Grove only. Excludes `labelKey`. */
	clusterTopologyName: zod.z.string().min(1).optional(),
	/** Level inside which KV blocks travel, such as `zone`. */
	domain: topologyDomain,
	/** `required` never leaves the domain. @default "required" */
	enforcement: zod.z.enum(["required", "preferred"]).optional(),
	/** Node label that tells the domain; at most 317 characters. Excludes `clusterTopologyName`. */
	labelKey: zod.z.string().min(1).max(317).regex(/^(([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$/).optional(),
	/** Weight of the preference, 0 to 1. Only and always with `preferred`. */
	preferredWeight: zod.z.number().min(0).max(1).optional()
});
const graphExperimental = zod.z.strictObject({ 
/** Keeps KV cache transfers inside one topology domain. */
kvTransferPolicy: kvTransferPolicy.optional() });
const packConstraint = zod.z.strictObject({ 
/** Level inside which the component's pods are packed. */
packDomain: topologyDomain });
const endpointPickerConfigSchema = zod.z.looseObject({
	/** Overwritten by the operator. */
	apiVersion: zod.z.string().optional(),
	/** Overwritten by the operator. */
	kind: zod.z.string().optional(),
	/** Names of feature gates. */
	featureGates: list(zod.z.string()).optional(),
	/** Plugin instances. */
	plugins: list(zod.z.strictObject({
		/** Name of the instance. @default - its type */
		name: zod.z.string().optional(),
		/** What the plugin wants to know. */
		parameters: zod.z.unknown().optional(),
		/** Type of the plugin. */
		type: zod.z.string()
	})),
	/** When an endpoint counts as full. */
	saturationDetector: zod.z.strictObject({
		/** Share of KV cache in use, 0 to 1. */
		kvCacheUtilThreshold: zod.z.number().optional(),
		/** Age at which metrics count as stale, as a duration such as `200ms`. */
		metricsStalenessThreshold: zod.z.string().optional(),
		/** Waiting requests. */
		queueDepthThreshold: zod.z.int().optional()
	}).optional(),
	/** Which plugins decide, with which weight. */
	schedulingProfiles: list(zod.z.strictObject({
		/** Name of the profile. */
		name: zod.z.string(),
		/** Plugins of the profile. */
		plugins: list(zod.z.strictObject({
			/** Name of a plugin instance. */
			pluginRef: zod.z.string(),
			/** Weight of a scorer. */
			weight: zod.z.int().optional()
		}))
	}))
});
const eppConfig = zod.z.strictObject({
	/** Inline configuration. Excludes `configMapRef`. */
	config: endpointPickerConfigSchema.optional(),
	/** ConfigMap with the configuration. Excludes `config`. */
	configMapRef: keySelector.optional()
});
const gmsClientPodSchema = zod.z.strictObject({
	/** Name, a DNS label. */
	name: dnsLabel,
	/** The pod. */
	podTemplate: anyObject
});
/** Fields of GPU memory service that both versions write alike. */
const gpuMemoryServiceFields = {
	/** DRA DeviceClass of the GPUs. @default "gpu.nvidia.com" */
	deviceClassName: zod.z.string().optional(),
	/** Containers of the pod that share the GPU memory; only inside one pod. */
	extraClientContainers: set(dnsLabel).optional(),
	/** Reserved: any entry is refused. */
	extraClientPods: keyed(gmsClientPodSchema, { name: void 0 }).optional()
};
const identityFields = {
	/** Backend of the checkpoint. */
	backendFramework: zod.z.enum([
		"vllm",
		"sglang",
		"trtllm"
	]),
	/** Data type of the weights. */
	dtype: zod.z.string().optional(),
	/** Dynamo release. */
	dynamoVersion: zod.z.string().optional(),
	/** Whatever else distinguishes two checkpoints. */
	extraParameters: map(zod.z.string()).optional(),
	/** Longest context, in tokens; at least 1. */
	maxModelLen: int32.min(1).optional(),
	/** Pipeline-parallel size; at least 1. @default 1 */
	pipelineParallelSize: int32.min(1).optional(),
	/** Tensor-parallel size; at least 1. @default 1 */
	tensorParallelSize: int32.min(1).optional()
};
const checkpointIdentity = zod.z.strictObject({
	...identityFields,
	/** Model id. */
	model: zod.z.string()
});
/** As {@link checkpointIdentity}, with a model that is not empty. */
const checkpointIdentityV1beta1 = zod.z.strictObject({
	...identityFields,
	/** Model id; at least one character. */
	model: zod.z.string().min(1)
});
/** Fields of a component's checkpoint that both versions write alike. */
const checkpointFields = {
	/** Name of an existing DynamoCheckpoint. Excludes `job`. */
	checkpointRef: zod.z.string().optional(),
	/** What becomes of an automatic checkpoint when the graph is deleted. @default "Delete" */
	deletionPolicy: zod.z.enum(["Delete", "Retain"]).optional(),
	/** The job that takes the checkpoint. Excludes `checkpointRef`. */
	job: zod.z.strictObject({
		/** Containers that share the GPU memory; needs GPU memory service inside one pod. */
		gmsClientContainers: set(dnsLabel).optional(),
		/** Merged into the pod of the job; kept as it is. */
		podTemplate: anyObject.optional()
	}).optional(),
	/** Deprecated. */
	mode: zod.z.enum(["Auto", "Manual"]).optional(),
	/** `WaitForCheckpoint` holds workers at 0 until the checkpoint is ready. @default "Immediate" */
	startupPolicy: zod.z.enum(["Immediate", "WaitForCheckpoint"]).optional(),
	/** Container that is checkpointed. @default "main" */
	targetContainerName: dnsLabel.optional()
};
/** State of a graph. */
const graphState = zod.z.enum([
	"initializing",
	"pending",
	"successful",
	"failed"
]);
/** Counters of one component. */
const replicaStatusFields = {
	/** Available pods or groups. */
	availableReplicas: int32.min(0).optional(),
	/** What runs the component. */
	componentKind: zod.z.enum([
		"PodClique",
		"PodCliqueScalingGroup",
		"Deployment",
		"LeaderWorkerSet"
	]),
	/** Names of the running objects. */
	componentNames: list(zod.z.string()).optional(),
	/** Ready pods or groups. */
	readyReplicas: int32.min(0).optional(),
	/** Wanted and existing pods or groups. */
	replicas: int32.min(0),
	/** Dynamo namespace of the processes. */
	runtimeNamespace: zod.z.string().optional(),
	/** Scheduled pods or groups. */
	scheduledReplicas: int32.min(0).optional(),
	/** Pods or groups of the newest template. */
	updatedReplicas: int32.min(0)
};
/** Progress of a rolling update. */
const rollingUpdateFields = {
	/** When it ended. */
	endTime: moment.optional(),
	/** Where it stands; empty before the first one. */
	phase: zod.z.enum([
		"Pending",
		"InProgress",
		"Completed",
		"Failed",
		""
	]).optional(),
	/** When it began. */
	startTime: moment.optional()
};
/** Status of a graph that both versions write alike. */
const graphStatusFields = {
	/** Checkpoints by component. */
	checkpoints: map(zod.z.strictObject({
		/** Id of the checkpoint. */
		checkpointID: zod.z.string().optional(),
		/** Name of the DynamoCheckpoint. */
		checkpointName: zod.z.string().optional(),
		/** Hash of the identity. @deprecated use `checkpointID` */
		identityHash: zod.z.string().optional(),
		/** True once workers can start from it. */
		ready: zod.z.boolean().optional()
	})).optional(),
	/** Generation that the status speaks of. */
	observedGeneration: zod.z.int().optional(),
	/** How well Grove could pack. */
	placement: zod.z.strictObject({
		/** 0 to 1. */
		score: zod.z.number().min(0).max(1).optional(),
		/** How much Grove reported. */
		state: zod.z.enum([
			"Reported",
			"Partial",
			"Unsupported",
			"Unknown"
		]).optional()
	}).optional(),
	/** Progress of a restart. */
	restart: zod.z.strictObject({
		/** Components that restart now. */
		inProgress: list(zod.z.string()).optional(),
		/** The `restart.id` that this speaks of. */
		observedID: zod.z.string().optional(),
		/** `Pending`, `Restarting`, `Completed`, `Failed` or `Superseded`. */
		phase: zod.z.string().optional()
	}).optional(),
	/** State in one word. @default "initializing" */
	state: graphState.optional()
};
// ../../work/main/packages/constructs/src/api/core/meta.ts
/** @module Object metadata and label selectors. */
const ownerReference = zod.z.strictObject({
	/** API version of the owner. */
	apiVersion: zod.z.string(),
	/** Kind of the owner. */
	kind: zod.z.string(),
	/** Name of the owner. */
	name: zod.z.string(),
	/** UID of the owner. */
	uid: zod.z.string(),
	/** True for the one owner that manages the object. @default false */
	controller: zod.z.boolean().optional(),
	/** True when the owner must wait for this object before it is deleted in the foreground. @default false */
	blockOwnerDeletion: zod.z.boolean().optional()
});
const managedFields = zod.z.strictObject({
	/** API version that the fields are in. */
	apiVersion: zod.z.string().optional(),
	/** Form of `fieldsV1`; always `FieldsV1`. */
	fieldsType: zod.z.string().optional(),
	/** The fields that the writer owns. */
	fieldsV1: anyObject.optional(),
	/** Name of the writer. */
	manager: zod.z.string().optional(),
	/** `Apply` or `Update`. */
	operation: zod.z.string().optional(),
	/** Subresource that was written. */
	subresource: zod.z.string().optional(),
	/** When it was written. */
	time: zod.z.string().optional()
});
const objectMeta = zod.z.strictObject({
	/** Name, unique in the namespace. A DNS subdomain, at most 253 characters. */
	name: zod.z.string().optional(),
	/** Prefix of a name that the server completes. @default - `name` is used */
	generateName: zod.z.string().optional(),
	/** Namespace. @default - the namespace of the request */
	namespace: zod.z.string().optional(),
	/** Short texts to select by; values at most 63 characters. */
	labels: textMap.optional(),
	/** Free texts that steer controllers; at most 256 KiB together. */
	annotations: textMap.optional(),
	/** Controllers that must agree before the object disappears. */
	finalizers: list(zod.z.string()).optional(),
	/** Objects whose deletion deletes this one. */
	ownerReferences: list(ownerReference).optional(),
	/** Set by the server. */
	uid: zod.z.string().optional(),
	/** Set by the server. */
	resourceVersion: zod.z.string().optional(),
	/** Counts changes of the spec. Set by the server. */
	generation: int64.optional(),
	/** Set by the server. */
	creationTimestamp: moment.optional(),
	/** Set by the server once deletion was asked for. */
	deletionTimestamp: moment.optional(),
	/** Seconds that a graceful deletion may take. Set by the server. */
	deletionGracePeriodSeconds: int64.optional(),
	/** Set by the server. */
	managedFields: list(managedFields).optional(),
	/** No longer set by any server. */
	selfLink: zod.z.string().optional()
});
/** The part of metadata that a template inside a custom resource keeps. */
const templateMetaFields = {
	/** Annotations of what the template creates. */
	annotations: textMap.optional(),
	/** Finalizers of what the template creates. */
	finalizers: list(zod.z.string()).optional(),
	/** Labels of what the template creates. */
	labels: textMap.optional(),
	/** Ignored: the controller names what it creates. */
	name: zod.z.string().optional(),
	/** Ignored: the namespace is the owner's. */
	namespace: zod.z.string().optional()
};
const templateMeta = zod.z.strictObject(templateMetaFields);
const selectorRequirement = zod.z.strictObject({
	/** Label (or node field) that is compared. */
	key: zod.z.string(),
	/** `In`, `NotIn`, `Exists`, `DoesNotExist`; for nodes also `Gt`, `Lt`. */
	operator: zod.z.string(),
	/** Values to compare with; empty for `Exists` and `DoesNotExist`. */
	values: list(zod.z.string()).optional()
});
const labelSelector = zod.z.strictObject({
	/** Conditions that must all hold. */
	matchExpressions: list(selectorRequirement).optional(),
	/** Labels that must all be present with these values. */
	matchLabels: textMap.optional()
});
const condition = zod.z.strictObject({
	/** When `status` last changed. */
	lastTransitionTime: moment,
	/** Text for people; at most 32768 characters. */
	message: zod.z.string().max(32768),
	/** Generation that the condition speaks of. */
	observedGeneration: int64.min(0).optional(),
	/** Reason in one CamelCase word; 1 to 1024 characters. */
	reason: zod.z.string().min(1).max(1024).regex(/^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/),
	/** `True`, `False` or `Unknown`. */
	status: zod.z.enum([
		"True",
		"False",
		"Unknown"
	]),
	/** What the condition is about; at most 316 characters. */
	type: zod.z.string().max(316).regex(/^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$/)
});
/** Conditions, one per type. */
const conditionsByType = keyed(condition, { type: void 0 });
// ../../work/main/packages/constructs/src/api/core/affinity.ts
/** @module Where a pod may run: affinity, tolerations, spreading. */
const nodeSelectorTerm = zod.z.strictObject({
	/** Conditions on node labels. */
	matchExpressions: list(selectorRequirement).optional(),
	/** Conditions on node fields. */
	matchFields: list(selectorRequirement).optional()
});
const preferredNodeSchema = zod.z.strictObject({
	/** Nodes that are preferred. */
	preference: nodeSelectorTerm,
	/** Weight, 1 to 100. */
	weight: int32
});
const nodeAffinity = zod.z.strictObject({
	/** Preferences with weights. */
	preferredDuringSchedulingIgnoredDuringExecution: list(preferredNodeSchema).optional(),
	/** Requirement for the node. */
	requiredDuringSchedulingIgnoredDuringExecution: zod.z.strictObject({ 
	/** Terms of which one must hold. */
nodeSelectorTerms: list(nodeSelectorTerm) }).optional()
});
const podAffinityTerm = zod.z.strictObject({
	/** Pods that are meant. */
	labelSelector: labelSelector.optional(),
	/** Label keys whose values are taken from the new pod, to match. */
	matchLabelKeys: list(zod.z.string()).optional(),
	/** Label keys whose values are taken from the new pod, not to match. */
	mismatchLabelKeys: list(zod.z.string()).optional(),
	/** Namespaces that are meant, by label. */
	namespaceSelector: labelSelector.optional(),
	/** Namespaces that are meant, by name. @default - the pod's own */
	namespaces: list(zod.z.string()).optional(),
	/** Node label that says what "together" means, such as `kubernetes.io/hostname`. */
	topologyKey: zod.z.string()
});
const weightedPodAffinityTermSchema = zod.z.strictObject({
	/** The pods and the topology. */
	podAffinityTerm,
	/** Weight, 1 to 100. */
	weight: int32
});
const podAffinity = zod.z.strictObject({
	/** Preferences with weights. */
	preferredDuringSchedulingIgnoredDuringExecution: list(weightedPodAffinityTermSchema).optional(),
	/** Requirements that must all hold. */
	requiredDuringSchedulingIgnoredDuringExecution: list(podAffinityTerm).optional()
});
const affinity = zod.z.strictObject({
	/** Nodes to run on. */
	nodeAffinity: nodeAffinity.optional(),
	/** Pods to run beside. */
	podAffinity: podAffinity.optional(),
	/** Pods to stay away from. */
	podAntiAffinity: podAffinity.optional()
});
const toleration = zod.z.strictObject({
	/** `NoSchedule`, `PreferNoSchedule` or `NoExecute`. @default - every effect */
	effect: zod.z.string().optional(),
	/** Taint key. @default - every key, with operator `Exists` */
	key: zod.z.string().optional(),
	/** `Exists` or `Equal` (newer clusters also `Lt`, `Gt`). @default "Equal" */
	operator: zod.z.string().optional(),
	/** Seconds to stay on a node with a `NoExecute` taint. @default - forever */
	tolerationSeconds: int64.optional(),
	/** Taint value; empty with `Exists`. */
	value: zod.z.string().optional()
});
const topologySpreadConstraint = zod.z.strictObject({
	/** Pods that are counted. */
	labelSelector: labelSelector.optional(),
	/** Label keys whose values are taken from the new pod. */
	matchLabelKeys: list(zod.z.string()).optional(),
	/** Largest allowed difference between domains; at least 1. */
	maxSkew: int32,
	/** Least number of domains; at least 1. @default 1 */
	minDomains: int32.optional(),
	/** `Honor` or `Ignore`. @default "Honor" */
	nodeAffinityPolicy: zod.z.string().optional(),
	/** `Honor` or `Ignore`. @default "Ignore" */
	nodeTaintsPolicy: zod.z.string().optional(),
	/** Node label that defines the domains. */
	topologyKey: zod.z.string(),
	/** `DoNotSchedule` or `ScheduleAnyway`. */
	whenUnsatisfiable: zod.z.string()
});
// ../../work/main/packages/constructs/src/api/core/probe.ts
/** @module Probes and life-cycle hooks of a container. */
const execAction = zod.z.strictObject({ 
/** Command and arguments, without a shell. */
command: list(zod.z.string()).optional() });
const nameValue = zod.z.strictObject({
	/** Name. */
	name: zod.z.string(),
	/** Value. */
	value: zod.z.string()
});
const httpGetAction = zod.z.strictObject({
	/** Host to ask. @default - the pod's IP */
	host: zod.z.string().optional(),
	/** Request headers. */
	httpHeaders: list(nameValue).optional(),
	/** Path. @default "/" */
	path: zod.z.string().optional(),
	/** Port by number (1 to 65535) or by name. */
	port: intOrString,
	/** `HTTP` or `HTTPS`. @default "HTTP" */
	scheme: zod.z.string().optional()
});
const tcpSocketAction = zod.z.strictObject({
	/** Host to connect to. @default - the pod's IP */
	host: zod.z.string().optional(),
	/** Port by number (1 to 65535) or by name. */
	port: intOrString
});
const grpcAction = zod.z.strictObject({
	/** Port, 1 to 65535. */
	port: int32,
	/** Service name in the health request. @default "" */
	service: zod.z.string().optional()
});
const probe = zod.z.strictObject({
	/** Runs a command. */
	exec: execAction.optional(),
	/** Failures in a row that count as failed. @default 3 */
	failureThreshold: int32.optional(),
	/** Calls the gRPC health service. */
	grpc: grpcAction.optional(),
	/** Sends an HTTP GET. */
	httpGet: httpGetAction.optional(),
	/** Seconds after container start before the first probe. @default 0 */
	initialDelaySeconds: int32.optional(),
	/** Seconds between probes. @default 10 */
	periodSeconds: int32.optional(),
	/** Successes in a row that count as healthy. @default 1 */
	successThreshold: int32.optional(),
	/** Opens a TCP connection. */
	tcpSocket: tcpSocketAction.optional(),
	/** Seconds between the stop signal and the kill after a failed probe. @default - the pod's value */
	terminationGracePeriodSeconds: int64.optional(),
	/** Seconds until a probe counts as failed. @default 1 */
	timeoutSeconds: int32.optional()
});
const sleepAction = zod.z.strictObject({ 
/** Seconds. */
seconds: int64 });
const lifecycleHandler = zod.z.strictObject({
	/** Runs a command. */
	exec: execAction.optional(),
	/** Sends an HTTP GET. */
	httpGet: httpGetAction.optional(),
	/** Waits. */
	sleep: sleepAction.optional(),
	/** Not supported any more. */
	tcpSocket: tcpSocketAction.optional()
});
const lifecycle = zod.z.strictObject({
	/** Right after the container was created. */
	postStart: lifecycleHandler.optional(),
	/** Before the container is stopped. */
	preStop: lifecycleHandler.optional(),
	/** Signal that stops the container. @default - the image's, else SIGTERM */
	stopSignal: zod.z.string().optional()
});
// ../../work/main/packages/constructs/src/api/core/resources.ts
/** @module Compute and storage requests. */
const resourceList = map(quantity);
const resourceClaim = zod.z.strictObject({
	/** Name of an entry of the pod's `resourceClaims`. */
	name: zod.z.string(),
	/** One request inside the claim. @default - the whole claim */
	request: zod.z.string().optional()
});
const resourceRequirements = zod.z.strictObject({
	/** Dynamic resource claims that the container uses. */
	claims: keyed(resourceClaim, { name: void 0 }).optional(),
	/** The most that the container may use. Extended resources such as GPUs go here. */
	limits: resourceList.optional(),
	/** What the scheduler sets aside. @default - the limits */
	requests: resourceList.optional()
});
const volumeResources = zod.z.strictObject({
	/** The most that the volume may hold. */
	limits: resourceList.optional(),
	/** The least that the volume must hold; key `storage`. */
	requests: resourceList.optional()
});
// ../../work/main/packages/constructs/src/api/core/security.ts
/** @module Security contexts of pods and containers. */
const securityProfile = zod.z.strictObject({
	/** Profile on the node; only with type `Localhost`. */
	localhostProfile: zod.z.string().optional(),
	/** `RuntimeDefault`, `Localhost` or `Unconfined`. */
	type: zod.z.string()
});
const capabilities = zod.z.strictObject({
	/** Capabilities to add, such as `IPC_LOCK`. */
	add: list(zod.z.string()).optional(),
	/** Capabilities to remove, such as `ALL`. */
	drop: list(zod.z.string()).optional()
});
const seLinuxOptions = zod.z.strictObject({
	/** Level label. */
	level: zod.z.string().optional(),
	/** Role label. */
	role: zod.z.string().optional(),
	/** Type label. */
	type: zod.z.string().optional(),
	/** User label. */
	user: zod.z.string().optional()
});
const windowsOptions = zod.z.strictObject({
	/** Credential specification, inline. */
	gmsaCredentialSpec: zod.z.string().optional(),
	/** Credential specification, by name. */
	gmsaCredentialSpecName: zod.z.string().optional(),
	/** True runs as a host process container. */
	hostProcess: zod.z.boolean().optional(),
	/** User of the process. */
	runAsUserName: zod.z.string().optional()
});
/** What a pod and a container have in common. */
const processFields = {
	/** AppArmor profile. @default - the runtime's */
	appArmorProfile: securityProfile.optional(),
	/** Group id of the process. @default - the image's */
	runAsGroup: int64.optional(),
	/** True refuses to start as user 0. @default false */
	runAsNonRoot: zod.z.boolean().optional(),
	/** User id of the process. @default - the image's */
	runAsUser: int64.optional(),
	/** SELinux label. @default - chosen by the runtime */
	seLinuxOptions: seLinuxOptions.optional(),
	/** System call filter. @default - none */
	seccompProfile: securityProfile.optional(),
	/** Windows settings. */
	windowsOptions: windowsOptions.optional()
};
const securityContext = zod.z.strictObject({
	...processFields,
	/** False sets no_new_privs. @default true */
	allowPrivilegeEscalation: zod.z.boolean().optional(),
	/** Capabilities beside the default set. */
	capabilities: capabilities.optional(),
	/** True is root on the node in all but name. @default false */
	privileged: zod.z.boolean().optional(),
	/** `Default` or `Unmasked`. @default "Default" */
	procMount: zod.z.string().optional(),
	/** True mounts the image read-only. @default false */
	readOnlyRootFilesystem: zod.z.boolean().optional()
});
const podSecurityContext = zod.z.strictObject({
	...processFields,
	/** Group that owns mounted volumes. @default - the operator sets 1000 only if the whole context is absent */
	fsGroup: int64.optional(),
	/** `Always` or `OnRootMismatch`. @default "Always" */
	fsGroupChangePolicy: zod.z.string().optional(),
	/** `MountOption` or `Recursive`. @default "MountOption" */
	seLinuxChangePolicy: zod.z.string().optional(),
	/** Further groups of every process. */
	supplementalGroups: list(int64).optional(),
	/** `Merge` or `Strict`. @default "Merge" */
	supplementalGroupsPolicy: zod.z.string().optional(),
	/** Kernel settings of the pod's namespaces. */
	sysctls: list(nameValue).optional()
});
// ../../work/main/packages/constructs/src/api/core/container.ts
/** @module Containers: main, sidecar, init and ephemeral. */
const containerPort = zod.z.strictObject({
	/** Port in the container, 1 to 65535. */
	containerPort: int32,
	/** Host address to bind. @default - all */
	hostIP: zod.z.string().optional(),
	/** Port on the node, 1 to 65535. @default - none */
	hostPort: int32.optional(),
	/** Name that services and probes refer to; at most 15 characters. */
	name: zod.z.string().optional(),
	/** `TCP`, `UDP` or `SCTP`. @default "TCP" */
	protocol: zod.z.string().optional()
});
const resizePolicy = zod.z.strictObject({
	/** `cpu` or `memory`. */
	resourceName: zod.z.string(),
	/** `NotRequired` or `RestartContainer`. */
	restartPolicy: zod.z.string()
});
const exitCodesSchema = zod.z.strictObject({
	/** `In` or `NotIn`. */
	operator: zod.z.string(),
	/** Exit codes; at most 255. */
	values: set(int32).optional()
});
const restartRule = zod.z.strictObject({
	/** `Restart`, or `RestartAllContainers`. */
	action: zod.z.string(),
	/** Exit codes that the rule is for. */
	exitCodes: exitCodesSchema.optional()
});
const volumeDevice = zod.z.strictObject({
	/** Path of the device in the container. */
	devicePath: zod.z.string(),
	/** Name of a block volume of the pod. */
	name: zod.z.string()
});
const volumeMount$1 = zod.z.strictObject({
	/** Path in the container. */
	mountPath: zod.z.string(),
	/** `None`, `HostToContainer` or `Bidirectional`. @default "None" */
	mountPropagation: zod.z.string().optional(),
	/** Name of a volume of the pod; in the main container also of a PersistentVolumeClaim. */
	name: zod.z.string(),
	/** True mounts read-only. @default false */
	readOnly: zod.z.boolean().optional(),
	/** `Disabled`, `IfPossible` or `Enabled`. @default "Disabled" */
	recursiveReadOnly: zod.z.string().optional(),
	/** Path inside the volume. @default - its root */
	subPath: zod.z.string().optional(),
	/** As `subPath`, with `$(VAR)` expanded. */
	subPathExpr: zod.z.string().optional()
});
/** The fields of a container without its name. */
const containerFields = {
	/** Arguments. @default - the image's, or the operator's for `main` */
	args: list(zod.z.string()).optional(),
	/** Entry point. @default - the image's, or the operator's for `main` */
	command: list(zod.z.string()).optional(),
	/** Environment variables, one per name. */
	env: keyed(envVar, { name: void 0 }).optional(),
	/** ConfigMaps and Secrets whose keys become variables. */
	envFrom: list(envFromSource).optional(),
	/** Image reference. */
	image: zod.z.string().optional(),
	/** `Always`, `IfNotPresent` or `Never`. @default - `Always` for `latest`, else `IfNotPresent` */
	imagePullPolicy: zod.z.string().optional(),
	/** Hooks at start and stop. */
	lifecycle: lifecycle.optional(),
	/** Failure restarts the container. */
	livenessProbe: probe.optional(),
	/** Ports; on `main` they replace the operator's list. */
	ports: keyed(containerPort, {
		containerPort: void 0,
		protocol: "TCP"
	}).optional(),
	/** Failure takes the pod out of its services. */
	readinessProbe: probe.optional(),
	/** What a resize of resources does. */
	resizePolicy: list(resizePolicy).optional(),
	/** Compute resources. */
	resources: resourceRequirements.optional(),
	/** `Always` on an init container makes it a sidecar. @default - the pod's policy */
	restartPolicy: zod.z.string().optional(),
	/** Restart behaviour by exit code. */
	restartPolicyRules: list(restartRule).optional(),
	/** Security settings. */
	securityContext: securityContext.optional(),
	/** Other probes wait until this one succeeds. */
	startupProbe: probe.optional(),
	/** True keeps a buffer for standard input. @default false */
	stdin: zod.z.boolean().optional(),
	/** True closes standard input after the first client. @default false */
	stdinOnce: zod.z.boolean().optional(),
	/** File with the last words of the container. @default "/dev/termination-log" */
	terminationMessagePath: zod.z.string().optional(),
	/** `File` or `FallbackToLogsOnError`. @default "File" */
	terminationMessagePolicy: zod.z.string().optional(),
	/** True allocates a terminal. @default false */
	tty: zod.z.boolean().optional(),
	/** Raw block devices. */
	volumeDevices: keyed(volumeDevice, { devicePath: void 0 }).optional(),
	/** Volumes in the container, one per path. */
	volumeMounts: keyed(volumeMount$1, { mountPath: void 0 }).optional(),
	/** Working directory. @default - the image's */
	workingDir: zod.z.string().optional()
};
const container = zod.z.strictObject({
	...containerFields,
	/** Name, unique in the pod; `main` is the component's own container. */
	name: zod.z.string()
});
const ephemeralContainer = zod.z.strictObject({
	...containerFields,
	/** Name, unique in the pod. */
	name: zod.z.string(),
	/** Container whose processes it sees. @default - none */
	targetContainerName: zod.z.string().optional()
});
const localReference = zod.z.strictObject({ 
/** Name, in the same namespace. */
name: zod.z.string().optional() });
const fsType = zod.z.string().optional();
const readOnly$1 = zod.z.boolean().optional();
const secretRef$1 = localReference.optional();
/** Volume sources that give one pod a device. */
const diskFields = {
	/** Amazon EBS, in-tree; use the CSI driver. */
	awsElasticBlockStore: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Partition of the disk. @default 0 (the whole disk) */
		partition: int32.optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Id of the volume. */
		volumeID: zod.z.string()
	}).optional(),
	/** Azure managed disk, in-tree; use the CSI driver. */
	azureDisk: zod.z.strictObject({
		/** `None`, `ReadOnly` or `ReadWrite`. */
		cachingMode: zod.z.string().optional(),
		/** Name of the disk. */
		diskName: zod.z.string(),
		/** URI of the disk. */
		diskURI: zod.z.string(),
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** `Shared`, `Dedicated` or `Managed`. @default "Shared" */
		kind: zod.z.string().optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1
	}).optional(),
	/** OpenStack Cinder, in-tree; use the CSI driver. */
	cinder: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: secretRef$1,
		/** Id of the volume. */
		volumeID: zod.z.string()
	}).optional(),
	/** An inline volume of a CSI driver. */
	csi: zod.z.strictObject({
		/** Name of the driver, such as `secrets-store.csi.k8s.io`. */
		driver: zod.z.string(),
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Secret that is handed to the driver. */
		nodePublishSecretRef: localReference.optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** What the driver wants to know. */
		volumeAttributes: textMap.optional()
	}).optional(),
	/** Fibre channel. */
	fc: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Logical unit number. */
		lun: int32.optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** World-wide names of the targets. */
		targetWWNs: list(zod.z.string()).optional(),
		/** World-wide ids of the volumes. */
		wwids: list(zod.z.string()).optional()
	}).optional(),
	/** Flexvolume plugin; deprecated. */
	flexVolume: zod.z.strictObject({
		/** Name of the plugin. */
		driver: zod.z.string(),
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** What the plugin wants to know. */
		options: textMap.optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: secretRef$1
	}).optional(),
	/** Google persistent disk, in-tree; use the CSI driver. */
	gcePersistentDisk: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Partition of the disk. @default 0 (the whole disk) */
		partition: int32.optional(),
		/** Name of the disk. */
		pdName: zod.z.string(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1
	}).optional(),
	/** iSCSI. */
	iscsi: zod.z.strictObject({
		/** True authenticates discovery. @default false */
		chapAuthDiscovery: zod.z.boolean().optional(),
		/** True authenticates sessions. @default false */
		chapAuthSession: zod.z.boolean().optional(),
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Name of the initiator. */
		initiatorName: zod.z.string().optional(),
		/** Qualified name of the target. */
		iqn: zod.z.string(),
		/** Interface. @default "default" */
		iscsiInterface: zod.z.string().optional(),
		/** Logical unit number. */
		lun: int32,
		/** Further target addresses. */
		portals: list(zod.z.string()).optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: secretRef$1,
		/** Address of the target. */
		targetPortal: zod.z.string()
	}).optional(),
	/** Photon disk; removed from current Kubernetes. */
	photonPersistentDisk: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Id of the disk. */
		pdID: zod.z.string()
	}).optional(),
	/** Portworx, in-tree; use the CSI driver. */
	portworxVolume: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Id of the volume. */
		volumeID: zod.z.string()
	}).optional(),
	/** Ceph RBD, in-tree; removed from current Kubernetes. */
	rbd: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Name of the image. */
		image: zod.z.string(),
		/** Keyring on the node. @default "/etc/ceph/keyring" */
		keyring: zod.z.string().optional(),
		/** Addresses of the Ceph monitors. */
		monitors: list(zod.z.string()),
		/** Pool. @default "rbd" */
		pool: zod.z.string().optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: secretRef$1,
		/** User that connects. */
		user: zod.z.string().optional()
	}).optional(),
	/** ScaleIO; removed from current Kubernetes. */
	scaleIO: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Address of the gateway. */
		gateway: zod.z.string(),
		/** Protection domain. */
		protectionDomain: zod.z.string().optional(),
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: localReference,
		/** True speaks TLS. @default false */
		sslEnabled: zod.z.boolean().optional(),
		/** `ThickProvisioned` or `ThinProvisioned`. @default "ThinProvisioned" */
		storageMode: zod.z.string().optional(),
		/** Storage pool. */
		storagePool: zod.z.string().optional(),
		/** Name of the system. */
		system: zod.z.string(),
		/** Name of the volume. */
		volumeName: zod.z.string().optional()
	}).optional(),
	/** StorageOS; removed from current Kubernetes. */
	storageos: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** True mounts read-only. @default false */
		readOnly: readOnly$1,
		/** Secret with the credentials. */
		secretRef: secretRef$1,
		/** Name of the volume. */
		volumeName: zod.z.string().optional(),
		/** Namespace of the volume. @default - the pod's */
		volumeNamespace: zod.z.string().optional()
	}).optional(),
	/** vSphere disk, in-tree; use the CSI driver. */
	vsphereVolume: zod.z.strictObject({
		/** File system on the device. @default "ext4", or what the driver chooses */
		fsType,
		/** Id of the storage policy. */
		storagePolicyID: zod.z.string().optional(),
		/** Name of the storage policy. */
		storagePolicyName: zod.z.string().optional(),
		/** Path of the disk. */
		volumePath: zod.z.string()
	}).optional()
};
// ../../work/main/packages/constructs/src/api/core/volume-projected.ts
/** @module Files that Kubernetes itself writes: ConfigMaps, Secrets, downward API, tokens. */
const keyToPath = zod.z.strictObject({
	/** Key in the ConfigMap or Secret. */
	key: zod.z.string(),
	/** File mode, 0 to 511 (octal 0777). @default - `defaultMode` */
	mode: int32.optional(),
	/** File in the volume. */
	path: zod.z.string()
});
const downwardFile = zod.z.strictObject({
	/** Field of the pod. */
	fieldRef: fieldSelector.optional(),
	/** File mode, 0 to 511 (octal 0777). @default - `defaultMode` */
	mode: int32.optional(),
	/** File in the volume. */
	path: zod.z.string(),
	/** Resource number of a container. */
	resourceFieldRef: resourceFieldSelector.optional()
});
const defaultMode = int32.optional();
const items$1 = list(keyToPath).optional();
const optional = zod.z.boolean().optional();
const namedItemsSchema = zod.z.strictObject({
	/** Keys or facts to write as files. @default - all keys */
	items: items$1,
	/** Name of the object, in the same namespace. */
	name: zod.z.string().optional(),
	/** True lets the pod start without it. @default false */
	optional
});
const projection = zod.z.strictObject({
	/** Trust anchors of the cluster. */
	clusterTrustBundle: zod.z.strictObject({
		/** Objects by label. */
		labelSelector: labelSelector.optional(),
		/** Name of the object, in the same namespace. */
		name: zod.z.string().optional(),
		/** True lets the pod start without it. @default false */
		optional,
		/** File in the volume. */
		path: zod.z.string(),
		/** Signer of the certificates. */
		signerName: zod.z.string().optional()
	}).optional(),
	/** Keys of a ConfigMap. */
	configMap: namedItemsSchema.optional(),
	/** Facts about the pod. */
	downwardAPI: zod.z.strictObject({ 
	/** Keys or facts to write as files. @default - all keys */
items: list(downwardFile).optional() }).optional(),
	/** A key and certificate that the kubelet requests and renews. */
	podCertificate: zod.z.strictObject({
		/** File for the certificates. */
		certificateChainPath: zod.z.string().optional(),
		/** File for key and certificates together. */
		credentialBundlePath: zod.z.string().optional(),
		/** File for the key. */
		keyPath: zod.z.string().optional(),
		/** Kind of key, such as `ECDSAP256`. */
		keyType: zod.z.string(),
		/** Longest life of the certificate in seconds; 3600 to 7862400. @default 86400 */
		maxExpirationSeconds: int32.optional(),
		/** Signer of the certificates. */
		signerName: zod.z.string(),
		/** What the signer wants to know. */
		userAnnotations: textMap.optional()
	}).optional(),
	/** Keys of a Secret. */
	secret: namedItemsSchema.optional(),
	/** A token of the pod's ServiceAccount. */
	serviceAccountToken: zod.z.strictObject({
		/** Who the token is for. @default - the API server */
		audience: zod.z.string().optional(),
		/** Seconds until the token expires; at least 600. @default 3600 */
		expirationSeconds: int64.optional(),
		/** File in the volume. */
		path: zod.z.string()
	}).optional()
});
/** Volume sources that Kubernetes fills. */
const projectedFields = {
	/** Keys of a ConfigMap as files. */
	configMap: zod.z.strictObject({
		/** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
		defaultMode,
		/** Keys or facts to write as files. @default - all keys */
		items: items$1,
		/** Name of the object, in the same namespace. */
		name: zod.z.string().optional(),
		/** True lets the pod start without it. @default false */
		optional
	}).optional(),
	/** Facts about the pod as files. */
	downwardAPI: zod.z.strictObject({
		/** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
		defaultMode,
		/** Keys or facts to write as files. @default - all keys */
		items: list(downwardFile).optional()
	}).optional(),
	/** Several sources in one folder. */
	projected: zod.z.strictObject({
		/** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
		defaultMode,
		/** The sources. */
		sources: list(projection).optional()
	}).optional(),
	/** Keys of a Secret as files. */
	secret: zod.z.strictObject({
		/** Mode of created files, 0 to 511 (octal 0777). @default 420 (octal 0644) */
		defaultMode,
		/** Keys or facts to write as files. @default - all keys */
		items: items$1,
		/** True lets the pod start without it. @default false */
		optional,
		/** Name of the Secret, in the same namespace. */
		secretName: zod.z.string().optional()
	}).optional()
};
// ../../work/main/packages/constructs/src/api/core/volume-share.ts
/** @module Volumes on a network file system; the in-tree ones are superseded by CSI drivers. */
const readOnly = zod.z.boolean().optional();
const secretRef = localReference.optional();
/** Volume sources that many pods can share. */
const shareFields = {
	/** Azure Files, in-tree; use the CSI driver. */
	azureFile: zod.z.strictObject({
		/** True mounts read-only. @default false */
		readOnly,
		/** Secret with account name and key. */
		secretName: zod.z.string(),
		/** Name of the share. */
		shareName: zod.z.string()
	}).optional(),
	/** CephFS, in-tree; removed from current Kubernetes. */
	cephfs: zod.z.strictObject({
		/** Addresses of the Ceph monitors. */
		monitors: list(zod.z.string()),
		/** Path in the file system. */
		path: zod.z.string().optional(),
		/** True mounts read-only. @default false */
		readOnly,
		/** File with the key. @default "/etc/ceph/user.secret" */
		secretFile: zod.z.string().optional(),
		/** Secret with the credentials. */
		secretRef,
		/** User that connects. */
		user: zod.z.string().optional()
	}).optional(),
	/** Flocker; removed from current Kubernetes. */
	flocker: zod.z.strictObject({
		/** Name of the dataset. */
		datasetName: zod.z.string().optional(),
		/** UUID of the dataset. */
		datasetUUID: zod.z.string().optional()
	}).optional(),
	/** Git repository; deprecated and off by default. */
	gitRepo: zod.z.strictObject({
		/** Folder to clone into. */
		directory: zod.z.string().optional(),
		/** URL of the repository. */
		repository: zod.z.string(),
		/** Commit. */
		revision: zod.z.string().optional()
	}).optional(),
	/** GlusterFS; removed from current Kubernetes. */
	glusterfs: zod.z.strictObject({
		/** Name of the Endpoints with the servers. */
		endpoints: zod.z.string(),
		/** Path in the file system. */
		path: zod.z.string(),
		/** True mounts read-only. @default false */
		readOnly
	}).optional(),
	/** NFS export. */
	nfs: zod.z.strictObject({
		/** Path in the file system. */
		path: zod.z.string(),
		/** True mounts read-only. @default false */
		readOnly,
		/** Address of the server. */
		server: zod.z.string()
	}).optional(),
	/** Quobyte; removed from current Kubernetes. */
	quobyte: zod.z.strictObject({
		/** Group that owns the files. */
		group: zod.z.string().optional(),
		/** True mounts read-only. @default false */
		readOnly,
		/** Addresses of the registry. */
		registry: zod.z.string(),
		/** Tenant of the volume. */
		tenant: zod.z.string().optional(),
		/** User that connects. */
		user: zod.z.string().optional(),
		/** Name of the volume. */
		volume: zod.z.string()
	}).optional()
};
// ../../work/main/packages/constructs/src/api/core/volume.ts
/** @module Volumes of a pod. */
/** What a claim is filled from. */
const dataSourceFields = {
	/** API group. @default - the core group */
	apiGroup: zod.z.string().optional(),
	/** `PersistentVolumeClaim`, `VolumeSnapshot`, ... */
	kind: zod.z.string(),
	/** Name of the source. */
	name: zod.z.string()
};
const volumeClaimSpec = zod.z.strictObject({
	/** `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, `ReadWriteOncePod`. */
	accessModes: list(zod.z.string()).optional(),
	/** Snapshot or claim to copy. */
	dataSource: zod.z.strictObject(dataSourceFields).optional(),
	/** As `dataSource`, for any kind and other namespaces. */
	dataSourceRef: zod.z.strictObject({
		...dataSourceFields,
		/** Namespace of the source. @default - the claim's */
		namespace: zod.z.string().optional()
	}).optional(),
	/** Size, as `requests.storage`. */
	resources: volumeResources.optional(),
	/** Existing volumes to choose from. */
	selector: labelSelector.optional(),
	/** StorageClass. @default - the cluster's default class */
	storageClassName: zod.z.string().optional(),
	/** VolumeAttributesClass. */
	volumeAttributesClassName: zod.z.string().optional(),
	/** `Filesystem` or `Block`. @default "Filesystem" */
	volumeMode: zod.z.string().optional(),
	/** Existing PersistentVolume to bind. */
	volumeName: zod.z.string().optional()
});
const volume = zod.z.strictObject({
	...diskFields,
	...shareFields,
	...projectedFields,
	/** Scratch space that lives as long as the pod. */
	emptyDir: zod.z.strictObject({
		/** `""` for the node's disk, `Memory` for tmpfs. @default "" */
		medium: zod.z.string().optional(),
		/** Upper limit. @default - none */
		sizeLimit: quantity.optional()
	}).optional(),
	/** A claim that is created and deleted with the pod. */
	ephemeral: zod.z.strictObject({ 
	/** The claim. */
volumeClaimTemplate: zod.z.strictObject({
		/** Labels and annotations of the claim. */
		metadata: templateMeta.optional(),
		/** What storage is wanted. */
		spec: volumeClaimSpec
	}).optional() }).optional(),
	/** A file or folder of the node. */
	hostPath: zod.z.strictObject({
		/** Path on the node. */
		path: zod.z.string(),
		/** `Directory`, `DirectoryOrCreate`, `File`, ... @default "" (no check) */
		type: zod.z.string().optional()
	}).optional(),
	/** The files of an OCI image. */
	image: zod.z.strictObject({
		/** `Always`, `IfNotPresent` or `Never`. */
		pullPolicy: zod.z.string().optional(),
		/** Image reference. */
		reference: zod.z.string().optional()
	}).optional(),
	/** Name, unique in the pod; a DNS label. */
	name: zod.z.string(),
	/** An existing claim. */
	persistentVolumeClaim: zod.z.strictObject({
		/** Name of the claim, in the same namespace. */
		claimName: zod.z.string(),
		/** True mounts read-only everywhere. @default false */
		readOnly: zod.z.boolean().optional()
	}).optional()
});
// ../../work/main/packages/constructs/src/api/core/pod.ts
/** @module The pod, as templates inside custom resources hold it. */
const dnsConfig = zod.z.strictObject({
	/** Addresses of name servers. */
	nameservers: list(zod.z.string()).optional(),
	/** Resolver options, such as `ndots`. */
	options: list(zod.z.strictObject({
		/** Name of the option. */
		name: zod.z.string().optional(),
		/** Value of the option. */
		value: zod.z.string().optional()
	})).optional(),
	/** Search domains. */
	searches: list(zod.z.string()).optional()
});
const hostAlias = zod.z.strictObject({
	/** Names of the address. */
	hostnames: list(zod.z.string()).optional(),
	/** Address. */
	ip: zod.z.string()
});
const podResourceClaim = zod.z.strictObject({
	/** Name that containers refer to. */
	name: zod.z.string(),
	/** An existing ResourceClaim. */
	resourceClaimName: zod.z.string().optional(),
	/** A ResourceClaimTemplate; each pod gets a claim of its own. */
	resourceClaimTemplateName: zod.z.string().optional()
});
const named = zod.z.strictObject({ 
/** Name. */
name: zod.z.string() });
/** The fields of a pod without its containers. */
const podFields = {
	/** Seconds after which the pod is failed. @default - never */
	activeDeadlineSeconds: int64.optional(),
	/** Nodes and pods to run on, beside, or away from. */
	affinity: affinity.optional(),
	/** False mounts no API token. @default true */
	automountServiceAccountToken: zod.z.boolean().optional(),
	/** Name resolution. */
	dnsConfig: dnsConfig.optional(),
	/** `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. @default "ClusterFirst" */
	dnsPolicy: zod.z.string().optional(),
	/** True puts every service of the namespace into the environment. @default true */
	enableServiceLinks: zod.z.boolean().optional(),
	/** Debug containers; a template cannot use them. */
	ephemeralContainers: keyed(ephemeralContainer, { name: void 0 }).optional(),
	/** Lines of `/etc/hosts`. */
	hostAliases: keyed(hostAlias, { ip: void 0 }).optional(),
	/** True shares the node's IPC namespace. @default false */
	hostIPC: zod.z.boolean().optional(),
	/** True shares the node's network. @default false */
	hostNetwork: zod.z.boolean().optional(),
	/** True shares the node's process table. @default false */
	hostPID: zod.z.boolean().optional(),
	/** False gives the pod a user namespace of its own. @default true */
	hostUsers: zod.z.boolean().optional(),
	/** Host name. @default - the pod's name */
	hostname: zod.z.string().optional(),
	/** Host name inside the pod only. */
	hostnameOverride: zod.z.string().optional(),
	/** Secrets for pulling images. @default - the operator finds those that fit */
	imagePullSecrets: keyed(localReference, { name: "" }).optional(),
	/** Containers that run first, one after the other. */
	initContainers: keyed(container, { name: void 0 }).optional(),
	/** Node to run on, past the scheduler. */
	nodeName: zod.z.string().optional(),
	/** Labels that the node must have. */
	nodeSelector: textMap.optional(),
	/** Operating system: `linux` or `windows`. */
	os: named.optional(),
	/** Resources of the sandbox; set from the RuntimeClass. */
	overhead: resourceList.optional(),
	/** `PreemptLowerPriority` or `Never`. */
	preemptionPolicy: zod.z.string().optional(),
	/** Priority; set from the PriorityClass. */
	priority: int32.optional(),
	/** PriorityClass. @default - the cluster's default */
	priorityClassName: zod.z.string().optional(),
	/** Further conditions of readiness. */
	readinessGates: list(zod.z.strictObject({ 
	/** Condition that must be true. */
conditionType: zod.z.string() })).optional(),
	/** Dynamic resource claims. */
	resourceClaims: keyed(podResourceClaim, { name: void 0 }).optional(),
	/** Resources of the whole pod. */
	resources: resourceRequirements.optional(),
	/** `Always`, `OnFailure` or `Never`. @default "Always" */
	restartPolicy: zod.z.string().optional(),
	/** RuntimeClass, such as `nvidia`. */
	runtimeClassName: zod.z.string().optional(),
	/** Scheduler. @default - the cluster's, or KAI or Volcano when the operator is told so */
	schedulerName: zod.z.string().optional(),
	/** The pod waits until all gates are removed. */
	schedulingGates: keyed(named, { name: void 0 }).optional(),
	/** Group that is scheduled together. */
	schedulingGroup: zod.z.strictObject({ 
	/** Name of the group. */
podGroupName: zod.z.string().optional() }).optional(),
	/** Security settings of all containers. */
	securityContext: podSecurityContext.optional(),
	/** Deprecated name of `serviceAccountName`. */
	serviceAccount: zod.z.string().optional(),
	/** ServiceAccount. @default - the operator's discovery account of the graph */
	serviceAccountName: zod.z.string().optional(),
	/** True makes the host name fully qualified. @default false */
	setHostnameAsFQDN: zod.z.boolean().optional(),
	/** True shares one process table between containers. @default false */
	shareProcessNamespace: zod.z.boolean().optional(),
	/** Subdomain of the host name. */
	subdomain: zod.z.string().optional(),
	/** Seconds between the stop signal and the kill. @default 60 (130 for epp) */
	terminationGracePeriodSeconds: int64.optional(),
	/** Node taints that the pod accepts. */
	tolerations: list(toleration).optional(),
	/** How evenly pods are spread. */
	topologySpreadConstraints: keyed(topologySpreadConstraint, {
		topologyKey: void 0,
		whenUnsatisfiable: void 0
	}).optional(),
	/** Volumes. */
	volumes: keyed(volume, { name: void 0 }).optional()
};
const podSpec = zod.z.strictObject({
	...podFields,
	/** Containers, one per name. */
	containers: keyed(container, { name: void 0 })
});
const podTemplateSpec = zod.z.strictObject({
	/** Labels and annotations of the pods. */
	metadata: templateMeta.optional(),
	/** What runs in the pods. */
	spec: podSpec.optional()
});
// ../../work/main/packages/constructs/src/api/v1beta1/component.ts
/** @module One component of a graph, v1beta1. */
/** Roles that a component can have. */
const componentTypes = [
	"frontend",
	"worker",
	"prefill",
	"decode",
	"planner",
	"epp"
];
/** Where the parts of a shared-GPU setup run. */
const gmsMode$2 = zod.z.enum(["IntraPod", "InterPod"]);
const gpuMemoryService$1 = zod.z.strictObject({
	...gpuMemoryServiceFields,
	/** Weight server in the worker's pod, or in pods of its own (Grove, vLLM). @default "IntraPod" */
	mode: gmsMode$2.optional()
});
const failover$1 = zod.z.strictObject({
	/** Must equal the mode of GPU memory service. @default "IntraPod" */
	mode: gmsMode$2.optional(),
	/** Standby engines; exactly 1. @default 1 */
	numShadows: int32.min(1).max(1).optional()
});
const componentCheckpoint = zod.z.strictObject({
	...checkpointFields,
	/** True uses checkpoints. */
	enabled: zod.z.boolean(),
	/** Deprecated. */
	identity: checkpointIdentityV1beta1.optional()
});
const componentExperimental = zod.z.strictObject({
	/** Start from a checkpoint of a warm process. */
	checkpoint: componentCheckpoint.optional(),
	/** Standby engine. Needs `gpuMemoryService`. */
	failover: failover$1.optional(),
	/** Weights stay in GPU memory across restarts of the engine. */
	gpuMemoryService: gpuMemoryService$1.optional()
});
const modelReference = zod.z.strictObject({
	/** Base model that the component serves; a DynamoModel finds it by this name. */
	name: zod.z.string().min(1),
	/** Revision. @default - the newest */
	revision: zod.z.string().optional()
});
const compilationCache = zod.z.strictObject({
	/** Path in the container. @default - vLLM: `/root/.cache/vllm`; other backends need it */
	mountPath: zod.z.string().optional(),
	/** PersistentVolumeClaim that keeps compiled kernels. */
	pvcName: zod.z.string().min(1)
});
const scalingAdapterSchema$2 = zod.z.strictObject({});
const multinode = zod.z.strictObject({ 
/** Pods (nodes) per replica; at least 2. @default 2 */
nodeCount: int32.min(2).optional() });
const podTemplate = zod.z.strictObject({
	/** Labels and annotations of the pods. */
	metadata: zod.z.strictObject({
		...templateMetaFields,
		/** Annotations of the pods; each at most 262144 characters. */
		annotations: map(zod.z.string().max(262144)).optional()
	}).optional(),
	/** What runs in the pods. */
	spec: podSpec.optional()
});
/** Name of a component: 1 to 63 letters, digits and hyphens. */
const componentName = zod.z.string().min(1).max(63).regex(/^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/).meta({ description: "letters, digits and inner hyphens" });
/** The fields of a component without its name. */
const componentFields = {
	/** Compiled kernels that survive a restart. */
	compilationCache: compilationCache.optional(),
	/** Configuration of the endpoint picker; only and always for `epp`. */
	eppConfig: eppConfig.optional(),
	/** Features that may change without notice. */
	experimental: componentExperimental.optional(),
	/** Container of `podTemplate` that becomes a frontend beside the worker. */
	frontendSidecar: zod.z.string().optional(),
	/** True joins the Dynamo namespace `dynamo` instead of the graph's own. @default false */
	globalDynamoNamespace: zod.z.boolean().optional(),
	/** Replicas that must run together; at least 1, at most `replicas`. Grove only; immutable. @default 1 */
	minAvailable: int32.min(1).optional(),
	/** The model that the component serves. */
	modelRef: modelReference.optional(),
	/** One replica over several nodes. @default - one pod per replica */
	multinode: multinode.optional(),
	/** The pods; container `main` is merged over the operator's defaults and needs an image. */
	podTemplate: podTemplate.optional(),
	/** Pods, or groups of pods with `multinode`; 0 or more. @default 1 */
	replicas: int32.min(0).optional(),
	/** Dynamo release of the main image when its tag does not say it. @default - the image tag */
	runtimeVersionOverride: runtimeVersion.optional(),
	/** Presence creates a scaling adapter, which then owns `replicas`. */
	scalingAdapter: scalingAdapterSchema$2.optional(),
	/** Size of `/dev/shm`; `"0"` for none. @default 8Gi */
	sharedMemorySize: quantity.optional(),
	/** Packs the pods of the component. Immutable. */
	topologyConstraint: packConstraint.optional(),
	/** Role. @default - none: only the common defaults apply */
	type: zod.z.enum(componentTypes).optional()
};
const component$1 = zod.z.strictObject({
	...componentFields,
	/** Name, unique in the graph ignoring case. */
	name: componentName
});
const componentReplicaStatus = zod.z.strictObject(replicaStatusFields);
// ../../work/main/packages/constructs/src/api/convert/service-findings.ts
/** @module What is lost of a v1alpha1 service in v1beta1. */
/** Fields without a counterpart, and what to do instead. */
const alphaOnly$1 = {
	annotations: {
		what: "the service's own annotations",
		fix: "Move them to podTemplate.metadata.annotations, which also reach the Service."
	},
	labels: {
		what: "the service's own labels",
		fix: "Move them to podTemplate.metadata.labels, which also reach the Service."
	},
	ingress: {
		what: "the ingress",
		fix: "Render an Ingress, VirtualService or HTTPRoute for the frontend Service beside the graph."
	},
	dynamoNamespace: {
		what: "the Dynamo namespace",
		fix: "Remove dynamoNamespace: the operator ignores it."
	},
	autoscaling: {
		what: "the autoscaling",
		fix: "Remove autoscaling: the operator ignores it; use scalingAdapter with an autoscaler."
	},
	subComponentType: {
		what: "the subComponentType",
		fix: "Remove subComponentType, or use prefill or decode on a worker."
	},
	serviceName: {
		what: "a serviceName that differs from the key",
		fix: "Remove serviceName: the key in services is the name."
	}
};
/**
* Findings for one service.
*
* @param remainder - the sparse service that the annotation takes
*/
function serviceFindings(service, remainder, path, course) {
	const kept = Object.keys(remainder);
	const losses = kept.flatMap((field) => {
		const loss = alphaOnly$1[field];
		return loss === void 0 ? [] : [lossFinding(course, {
			...loss,
			path: [...path, field]
		})];
	});
	const spelled = kept.filter((field) => alphaOnly$1[field] === void 0);
	return [
		...losses,
		...cacheFindings(service, path, course),
		...resourceFindings(service, path, course.object),
		...typeFindings(service, path, course.object),
		...podFindings(service, path, course.object),
		...spelled.length === 0 ? [] : spellingFindings(course, path, spelled.join(", "))
	];
}
function cacheFindings(service, path, course) {
	return surplusCaches(service.volumeMounts).map((mount) => lossFinding(course, {
		path: [
			...path,
			"volumeMounts",
			(service.volumeMounts ?? []).indexOf(mount)
		],
		what: `compilation cache ${mount.name} beside another one`,
		fix: "Flag one mount as compilation cache."
	}));
}
function resourceFindings(service, path, object) {
	return ["requests", "limits"].flatMap((side) => unparsable(service.resources?.[side]).map((amount) => require_facts.finding("DYN-CNV-004", {
		object,
		path: [
			...path,
			"resources",
			side,
			...amount.path
		]
	}, `${JSON.stringify(amount.value)} is not a quantity, so v1beta1 has no such amount`, "Write a Kubernetes quantity, such as 500m, 16Gi or 8.")));
}
function typeFindings(service, path, object) {
	const { componentType = "", failover } = service;
	const at = {
		object,
		path: [...path, "componentType"]
	};
	const findings = [];
	if (componentType !== "" && !componentTypes.some((type) => type === componentType)) findings.push(require_facts.finding("DYN-CNV-005", at, `componentType ${JSON.stringify(componentType)} is none of v1beta1's ${componentTypes.join(", ")}`, "Use one of v1beta1's types, or none."));
	if (!isWorkerRole(service) && (componentType === "prefill" || componentType === "decode")) findings.push(require_facts.finding("DYN-CNV-007", at, `componentType ${componentType} comes back as worker with subComponentType ${componentType}`, `Write componentType worker and subComponentType ${componentType}.`));
	if (failover?.enabled === true && (failover.numShadows ?? 1) > 1) findings.push(require_facts.finding("DYN-CNV-006", {
		object,
		path: [
			...path,
			"failover",
			"numShadows"
		]
	}, `numShadows is ${failover.numShadows}, v1beta1 admits 1`, "Set numShadows to 1, or stay with v1alpha1."));
	return findings;
}
function podFindings(service, path, object) {
	const containers = service.extraPodSpec?.containers ?? [];
	const at = (name) => ({
		object,
		path: [
			...path,
			"extraPodSpec",
			"containers",
			containers.findIndex((container) => container.name === name)
		]
	});
	const findings = [];
	if (containers.some((container) => container.name === "main")) findings.push(require_facts.finding("DYN-CNV-008", at(mainName), `container ${mainName} is ignored: the main container is extraPodSpec.mainContainer`, "Move its fields to extraPodSpec.mainContainer."));
	if (sidecarConflicts(service)) findings.push(require_facts.finding("DYN-CNV-009", at(sidecarName), `container ${sidecarName} overrules frontendSidecar, whose image is ${service.frontendSidecar?.image}`, `Rename the container, or remove frontendSidecar.`));
	return findings;
}
// ../../work/main/packages/constructs/src/api/convert/component-deployment.ts
/**
* @module DynamoComponentDeployment between v1alpha1 and v1beta1.
*
* @see deploy/operator/api/v1alpha1/dynamocomponentdeployment_conversion.go
*/
/** Mark in the envelope: the v1alpha1 object had no `serviceName`. */
const noServiceName = "serviceName";
/** The component deployment in v1beta1. */
function componentDeploymentToV1beta1(alpha, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(alpha);
	const course = courseOf(alpha, "v1beta1", require_facts.carriers.component.spec, options);
	const carried = unload(metadata, require_facts.carriers.component, course.object);
	const saved = carried.spec;
	const sparse = saved && {
		...saved,
		name: saved.name ?? ""
	};
	const { serviceName = "" } = spec;
	const name = serviceName === "" ? metadata.name ?? "" : serviceName;
	const unnamed = sparse?.name === "" && name === metadata.name;
	const { name: _name, ...component } = componentOf(spec, name, sparse);
	const left = alphaRemainder(spec, saved === void 0);
	const implied = serviceName === "" && name !== "" && !unnamed;
	const origin = saved === void 0 && component.podTemplate !== void 0;
	const statusLeft = status && statusRemainder(status);
	const cargo = {
		spec: origin || implied || Object.keys(left).length > 0 ? left : void 0,
		absent: implied ? [noServiceName] : [],
		status: statusLeft
	};
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1beta1",
			metadata: load(carried.metadata, require_facts.carriers.component, course.carriers ? cargo : {}),
			spec: compact({
				name: unnamed || name === "" ? void 0 : name,
				...component
			}),
			status: status && betaStatus(status)
		}),
		findings: [
			...carried.findings,
			...serviceFindings(spec, left, ["spec"], course),
			...implied ? spellingFindings(course, ["spec"], "the missing serviceName") : [],
			...statusLeft?.podSelector === void 0 ? [] : statusFindings(course, [podSelector]),
			...statusLeft?.service === void 0 ? [] : spellingFindings(course, ["status", "service"], "componentName")
		]
	};
}
const podSelector = {
	path: ["status", "podSelector"],
	what: "the pod selector",
	fix: "Select pods by label nvidia.com/selector instead."
};
/** The component deployment in v1alpha1. */
function componentDeploymentToV1alpha1(beta, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(beta);
	const course = courseOf(beta, "v1alpha1", require_facts.carriers.component.spec, options);
	const carried = unload(metadata, require_facts.carriers.component, course.object);
	const { name = "", ...unnamed } = spec;
	const component = {
		...unnamed,
		name
	};
	const service = serviceOf(component, {
		saved: carried.spec,
		selfContained: !course.carriers
	});
	const implied = carried.absent.includes(noServiceName) && name === metadata.name;
	const left = betaRemainder(component, service);
	const origin = !carried.found && spec.podTemplate !== void 0;
	const kept = saysMore(left) || origin || name === "" && metadata.name !== void 0;
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1alpha1",
			metadata: load(carried.metadata, require_facts.carriers.component, { spec: course.carriers && kept ? compact({
				...left,
				name: name === "" ? void 0 : name
			}) : void 0 }),
			spec: compact({
				serviceName: implied || name === "" ? void 0 : name,
				...service
			}),
			status: status && alphaStatus(status, carried.status)
		}),
		findings: [...carried.findings, ...componentFindings(component, left, ["spec"], course)]
	};
}
function betaStatus(status) {
	const { podSelector: _podSelector, service, conditions, ...same } = status;
	return compact({
		...same,
		conditions: filled(conditions),
		component: service && betaReplicaStatus(service)
	});
}
function alphaStatus(status, saved) {
	const { component, ...same } = status;
	return compact({
		...same,
		conditions: status.conditions ?? [],
		podSelector: filledMap(saved?.podSelector),
		service: component && alphaReplicaStatus(component, saved?.service)
	});
}
function statusRemainder(status) {
	return present({
		podSelector: filledMap(status.podSelector),
		service: status.service && replicaStatusRemainder(status.service)
	});
}
// ../../work/main/packages/constructs/src/api/convert/graph-spec.ts
/** @module The spec of a graph: a map of services in v1alpha1, a list of components in v1beta1. */
/** The spec in v1beta1. */
function betaGraphSpec(alpha, saved, course) {
	const { services, envs, pvcs, topologyConstraint, ...same } = alpha;
	const findings = [];
	const components = [];
	const kept = [];
	for (const name of emissionOrder(Object.keys(services ?? {}), saved?.components)) {
		const path = [
			"spec",
			"services",
			name
		];
		const service = services?.[name] ?? null;
		if (service === null) {
			kept.push([name, null]);
			findings.push(lossFinding(course, {
				path,
				...nothing
			}));
			continue;
		}
		const sparse = saved?.components?.find((component) => component.name === name);
		const left = compact({
			...alphaRemainder(service, saved === void 0),
			serviceName: otherName(service, name)
		});
		components.push(componentOf(service, name, sparse));
		if (Object.keys(left).length > 0) kept.push([name, left]);
		findings.push(...serviceFindings(service, left, path, course));
	}
	if (filled(pvcs) !== void 0) findings.push(lossFinding(course, {
		path: ["spec", "pvcs"],
		what: `the list of volume claims (${pvcs?.map((pvc) => pvc.name).join(", ")})`,
		fix: "Render PersistentVolumeClaims beside the graph and mount them by name."
	}));
	return {
		spec: compact({
			...same,
			components: services && components,
			env: envs,
			topologyConstraint: topologyConstraint && bindingConstraint(topologyConstraint)
		}),
		remainder: present({
			pvcs: filled(pvcs),
			services: kept.length === 0 ? void 0 : Object.fromEntries(kept)
		}),
		findings
	};
}
const nothing = {
	what: "a key without a service",
	fix: "Remove the key, or give it a service."
};
/** A name of its own that a service has beside its key. */
function otherName(service, key) {
	const { serviceName = "" } = service;
	return serviceName === "" || serviceName === key ? void 0 : serviceName;
}
/**
* The spec in v1alpha1.
*
* @param fromBeta - true when the graph was written in v1beta1, as far as its annotations tell
*/
function alphaGraphSpec(beta, saved, fromBeta, course) {
	const { components = [], env, topologyConstraint, ...same } = beta;
	const reordered = !isSorted(components.map((component) => component.name));
	const findings = [];
	const services = /* @__PURE__ */ new Map();
	const kept = [];
	for (const [index, component] of components.entries()) {
		const { name } = component;
		const path = [
			"spec",
			"components",
			index
		];
		if (services.has(name)) {
			findings.push(duplicate(name, [...path, "name"], course.object));
			continue;
		}
		const savedService = own(saved?.services, name) ?? void 0;
		const service = serviceOf(component, {
			saved: savedService,
			selfContained: !course.carriers
		});
		const left = betaRemainder(component, service);
		const serviceName = savedService && otherName(savedService, name);
		services.set(name, compact({
			...service,
			serviceName
		}));
		const origin = fromBeta && component.podTemplate !== void 0;
		if (reordered || saysMore(left) || origin) kept.push(left);
		findings.push(...componentFindings(component, left, path, course));
	}
	for (const [name, service] of Object.entries(saved?.services ?? {})) if (service === null && !services.has(name)) services.set(name, null);
	if (reordered) findings.push(...spellingFindings(course, ["spec", "components"], "the order of components"));
	const named = beta.components !== void 0 || services.size > 0;
	return {
		spec: compact({
			...same,
			envs: env,
			pvcs: saved?.pvcs,
			services: named ? Object.fromEntries(services) : void 0,
			topologyConstraint: topologyConstraint && profileConstraint(topologyConstraint)
		}),
		remainder: kept.length === 0 ? void 0 : { components: kept },
		findings
	};
}
function duplicate(name, path, object) {
	return require_facts.finding("DYN-CNV-010", {
		object,
		path
	}, `component ${name} occurs twice; v1alpha1 has room for the first`, "Rename one of the components.");
}
function bindingConstraint(constraint) {
	const { topologyProfile, ...same } = constraint;
	return {
		clusterTopologyName: topologyProfile,
		...same
	};
}
function profileConstraint(constraint) {
	const { clusterTopologyName, ...same } = constraint;
	return {
		topologyProfile: clusterTopologyName,
		...same
	};
}
/** By name, unless the annotation remembers another order. */
function emissionOrder(names, saved) {
	const sorted = [...names].sort(byCode);
	const remembered = (saved ?? []).map((component) => component.name);
	if (isSorted(remembered)) return sorted;
	const known = remembered.filter((name) => names.includes(name));
	return [...known, ...sorted.filter((name) => !known.includes(name))];
}
function byCode(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function isSorted(names) {
	return names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
}
// ../../work/main/packages/constructs/src/api/convert/graph-status.ts
/** What v1beta1 cannot say; undefined when there is nothing. */
function graphStatusRemainder(status) {
	const services = present(mapValues(status.services ?? {}, replicaStatusRemainder));
	return services && { services };
}
/** The status in v1beta1. */
function betaGraphStatus(status) {
	const { services, rollingUpdate, ...same } = status;
	const { updatedServices, ...rolling } = rollingUpdate ?? {};
	return compact({
		...same,
		components: services && mapValues(services, betaReplicaStatus),
		rollingUpdate: rollingUpdate && compact({
			...rolling,
			updatedComponents: updatedServices
		})
	});
}
/** The status in v1alpha1. */
function alphaGraphStatus(status, saved) {
	const { components, rollingUpdate, ...same } = status;
	const { updatedComponents, ...rolling } = rollingUpdate ?? {};
	return compact({
		...same,
		services: components && mapValues(components, (component, name) => alphaReplicaStatus(component, own(saved?.services, name))),
		rollingUpdate: rollingUpdate && compact({
			...rolling,
			updatedServices: updatedComponents
		})
	});
}
// ../../work/main/packages/constructs/src/api/convert/graph.ts
/**
* @module DynamoGraphDeployment between v1alpha1 and v1beta1.
*
* @see deploy/operator/api/v1alpha1/dynamographdeployment_conversion.go
*/
/** The graph in v1beta1. */
function graphToV1beta1(alpha, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(alpha);
	const course = courseOf(alpha, "v1beta1", require_facts.carriers.graph.spec, options);
	const carried = unload(metadata, require_facts.carriers.graph, course.object);
	const up = betaGraphSpec(spec, carried.spec, course);
	const statusLeft = status && graphStatusRemainder(status);
	const cargo = course.carriers ? {
		spec: up.remainder,
		status: statusLeft
	} : {};
	const object = compact({
		...source,
		apiVersion: "nvidia.com/v1beta1",
		metadata: load(carried.metadata, require_facts.carriers.graph, cargo),
		spec: up.spec,
		status: status && betaGraphStatus(status)
	});
	const spelled = statusLeft === void 0 ? [] : spellingFindings(course, ["status", "services"], "componentName");
	return {
		object,
		findings: [
			...carried.findings,
			...up.findings,
			...spelled
		]
	};
}
/** The graph in v1alpha1. */
function graphToV1alpha1(beta, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(beta);
	const course = courseOf(beta, "v1alpha1", require_facts.carriers.graph.spec, options);
	const carried = unload(metadata, require_facts.carriers.graph, course.object);
	const saved = carried.spec;
	const down = alphaGraphSpec(spec, saved, !carried.found, course);
	const cargo = course.carriers ? { spec: down.remainder } : {};
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1alpha1",
			metadata: load(carried.metadata, require_facts.carriers.graph, cargo),
			spec: down.spec,
			status: status && alphaGraphStatus(status, carried.status)
		}),
		findings: [...carried.findings, ...down.findings]
	};
}
// ../../work/main/packages/constructs/src/api/convert/profiling-config.ts
/** Takes a configuration apart. */
function splitConfig(config) {
	if (Object.keys(config).length === 0) return {
		typed: {},
		left: config
	};
	const { sla, deployment, planner, ...others } = config;
	const level = taken(sla, ["ttft", "itl"], number);
	const length = taken(level.left, ["isl", "osl"], whole);
	const goal = taken(length.left, ["optimizationType"], (value) => value === "latency" || value === "throughput" ? value : void 0);
	const place = isObject(deployment) ? deployment : {};
	const cache = taken(place.modelCache, [
		"pvcName",
		"modelPathInPvc",
		"pvcMountPath"
	], text$1);
	const { modelPathInPvc, ...volume } = cache.values;
	const typedPlanner = isObject(planner) && Object.keys(planner).length > 0 ? planner : void 0;
	const left = compact({
		...others,
		sla: emptied(sla, goal.left),
		deployment: isObject(deployment) ? emptied(deployment, compact({
			...deployment,
			modelCache: emptied(place.modelCache, cache.left)
		})) : deployment,
		planner: typedPlanner === void 0 ? planner : void 0
	});
	return {
		typed: compact({
			sla: present({
				...level.values,
				...goal.values
			}),
			workload: present(length.values),
			modelCache: present({
				...volume,
				pvcModelPath: modelPathInPvc
			}),
			planner: typedPlanner
		}),
		left: Object.keys(left).length === 0 ? void 0 : left
	};
}
/** Puts a configuration together; undefined when there is nothing in it. */
function joinConfig(typed, left) {
	const { ttft, itl, optimizationType } = typed.sla ?? {};
	const { isl, osl } = typed.workload ?? {};
	const { pvcName, pvcModelPath, pvcMountPath } = typed.modelCache ?? {};
	const sla = present({
		ttft,
		itl,
		optimizationType,
		isl,
		osl
	});
	const modelCache = present({
		pvcName: text$1(pvcName),
		modelPathInPvc: text$1(pvcModelPath),
		pvcMountPath: text$1(pvcMountPath)
	});
	const planner = typed.planner;
	const joined = compact({
		...left,
		sla: over(left?.sla, sla),
		deployment: over(left?.deployment, modelCache && { modelCache: over(member(left?.deployment, "modelCache"), modelCache) }),
		planner: planner !== void 0 && Object.keys(planner).length > 0 ? planner : left?.planner
	});
	return left === void 0 && Object.keys(joined).length === 0 ? void 0 : joined;
}
function member(value, key) {
	return isObject(value) ? value[key] : void 0;
}
/** The object with other members on top; whatever is no object gives way. */
function over(value, members) {
	if (members === void 0) return value;
	return isObject(value) ? {
		...value,
		...members
	} : members;
}
/** The members that v1beta1 can type, and the object without them. */
function taken(value, keys, typed) {
	if (!isObject(value)) return {
		values: {},
		left: value
	};
	const values = {};
	const left = { ...value };
	for (const key of keys) {
		const found = typed(value[key]);
		if (found === void 0) continue;
		values[key] = found;
		delete left[key];
	}
	return {
		values,
		left
	};
}
/** What is left, or undefined when members were taken until none remained. */
function emptied(before, left) {
	return isObject(left) && Object.keys(left).length === 0 && isObject(before) && Object.keys(before).length > 0 ? void 0 : left;
}
function number(value) {
	return typeof value === "number" ? value : void 0;
}
/** The empty text is not written back, so it does not count as typed. */
function text$1(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
/** Lengths are whole numbers; the operator would cut the fraction off. */
function whole(value) {
	return Number.isInteger(value) ? Number(value) : void 0;
}
// ../../work/main/packages/constructs/src/api/convert/profiling-job.ts
/**
* The job that a profiler pod asks for, on top of what the annotation kept.
*
* The first container is the profiler's. The operator 1.4 leaves its name empty when it makes it up.
*/
function profilingJob(pod, saved) {
	const live = present({
		tolerations: filled(pod.tolerations),
		nodeSelector: filledMap(pod.nodeSelector)
	});
	const resources = asked$1(pod.resources);
	if (live === void 0 && resources === void 0) return saved;
	const template = saved?.template ?? {};
	const [profiler, ...others] = template.spec?.containers ?? [];
	const containers = resources === void 0 ? template.spec?.containers ?? [] : [{
		...profiler ?? { name: "" },
		resources
	}, ...others];
	return {
		...saved,
		template: {
			...template,
			spec: {
				...template.spec,
				...live,
				containers
			}
		}
	};
}
/** What v1alpha1 can say of a job. */
function profilerPod(job) {
	const { containers, tolerations, nodeSelector } = job?.template.spec ?? {};
	return compact({
		resources: asked$1(containers?.[0]?.resources),
		tolerations: filled(tolerations),
		nodeSelector: filledMap(nodeSelector)
	});
}
/** What v1alpha1 cannot say of a job; undefined when there is nothing. */
function jobRemainder(job) {
	const { template, ...rest } = job;
	if (template.spec === void 0) return isEmpty(job) ? void 0 : job;
	const { tolerations: _tolerations, nodeSelector: _nodeSelector, ...spec } = template.spec;
	const [profiler, ...others] = spec.containers;
	const bare = profiler && compact({
		...profiler,
		resources: void 0
	});
	const generated = bare !== void 0 && others.length === 0 && bare.name === "" && isBare(bare);
	const containers = bare === void 0 || generated ? [] : [bare, ...others];
	const left = {
		...rest,
		template: {
			...template,
			spec: {
				...spec,
				containers
			}
		}
	};
	return isEmpty(left) ? void 0 : left;
}
function isEmpty({ template, ...rest }) {
	const { metadata, spec } = template;
	return [
		rest,
		metadata ?? {},
		spec ?? {}
	].every((part) => Object.values(part).every(isNothing));
}
function asked$1(resources) {
	return Object.values(resources ?? {}).every(isNothing) ? void 0 : resources;
}
// ../../work/main/packages/constructs/src/api/convert/request-spec.ts
/** @module The spec of a request: a free-form profiler configuration in v1alpha1, typed fields in v1beta1. */
/** The spec in v1beta1. */
function betaRequestSpec(alpha, saved) {
	const { deploymentOverrides, enableGpuDiscovery: _discovery, ...known } = alpha;
	const { autoApply, profilingConfig, useMocker, ...same } = known;
	const { typed } = splitConfig(profilingConfig.config ?? {});
	const { profilerImage } = profilingConfig;
	const image = profilerImage === "" ? deploymentOverrides?.workersImage : profilerImage;
	const off = saved?.features?.mocker;
	const mocker = useMocker === true ? { enabled: true } : off?.enabled === true ? void 0 : off;
	return compact({
		...same,
		autoApply: autoApply ?? false,
		image: image === "" ? void 0 : image,
		features: present({
			mocker,
			planner: typed.planner
		}),
		hardware: saved?.hardware,
		modelCache: typed.modelCache,
		overrides: present({
			dgd: saved?.overrides?.dgd,
			profilingJob: profilingJob(profilingConfig, saved?.overrides?.profilingJob)
		}),
		searchStrategy: saved?.searchStrategy,
		sla: present({
			...typed.sla,
			...only(saved?.sla, ["e2eLatency"])
		}),
		workload: present({
			...typed.workload,
			...only(saved?.workload, ["concurrency", "requestRate"])
		})
	});
}
/** What v1beta1 cannot say; undefined when there is nothing. */
function alphaRequestRemainder(alpha) {
	const { config, configMapRef, outputPVC } = alpha.profilingConfig;
	return present({
		deploymentOverrides: present(alpha.deploymentOverrides),
		enableGpuDiscovery: alpha.enableGpuDiscovery,
		profilingConfig: present({
			config: config && splitConfig(config).left,
			configMapRef,
			outputPVC: outputPVC === "" ? void 0 : outputPVC
		})
	});
}
/** The spec in v1alpha1. */
function alphaRequestSpec(beta, saved) {
	const { autoApply, features, hardware: _hardware, image, modelCache, overrides, searchStrategy: _searchStrategy, sla, workload, ...same } = beta;
	const { config, configMapRef, outputPVC } = saved?.profilingConfig ?? {};
	const left = config && splitConfig(config).left;
	const planner = features?.planner;
	return compact({
		...same,
		backend: beta.backend ?? "auto",
		autoApply: autoApply ?? true,
		deploymentOverrides: saved?.deploymentOverrides,
		enableGpuDiscovery: saved?.enableGpuDiscovery,
		profilingConfig: compact({
			config: joinConfig({
				sla,
				workload,
				modelCache,
				planner
			}, left),
			configMapRef,
			outputPVC,
			profilerImage: image ?? "",
			...profilerPod(overrides?.profilingJob)
		}),
		useMocker: features?.mocker?.enabled === true ? true : void 0
	});
}
/** What v1alpha1 cannot say; undefined when there is nothing. */
function betaRequestRemainder(beta) {
	const { features, hardware, overrides, searchStrategy, sla, workload } = beta;
	const mocker = features?.mocker?.enabled === true ? void 0 : features?.mocker;
	return present({
		features: mocker && { mocker },
		hardware,
		overrides: present({
			dgd: overrides?.dgd,
			profilingJob: overrides?.profilingJob && jobRemainder(overrides.profilingJob)
		}),
		searchStrategy,
		sla: only(sla, ["e2eLatency"]),
		workload: only(workload, ["concurrency", "requestRate"])
	});
}
function only(object, keys) {
	if (object === void 0) return void 0;
	const entries = keys.flatMap((key) => isNothing(object[key]) ? [] : [[key, object[key]]]);
	return present(Object.fromEntries(entries));
}
const alphaOnly = {
	deploymentOverrides: {
		what: "the changes of the generated graph",
		fix: "Put them into overrides.dgd, as metadata and components of a v1beta1 graph."
	},
	enableGpuDiscovery: {
		what: "enableGpuDiscovery",
		fix: "Remove it: it has no effect; the operator's configuration decides."
	}
};
const configOnly = {
	config: {
		what: "a member of the profiler configuration",
		fix: "Remove what the profiler no longer reads, and say the rest with sla, workload, modelCache and features."
	},
	configMapRef: {
		what: "the ConfigMap with a base graph",
		fix: "Put the base graph into overrides.dgd."
	},
	outputPVC: {
		what: "the volume claim for results",
		fix: "Mount a volume through overrides.profilingJob."
	}
};
/** Findings about what v1beta1 cannot say. */
function alphaRequestFindings(alpha, course) {
	const left = alphaRequestRemainder(alpha);
	const fields = ["deploymentOverrides", "enableGpuDiscovery"].filter((field) => left?.[field] !== void 0).map((field) => lossFinding(course, {
		...alphaOnly[field],
		path: ["spec", field]
	}));
	const { config, configMapRef, outputPVC } = left?.profilingConfig ?? {};
	const members = [
		...Object.keys(config ?? {}).map((key) => ["config", key]),
		...configMapRef === void 0 ? [] : [["configMapRef"]],
		...outputPVC === void 0 ? [] : [["outputPVC"]]
	].map((path) => {
		const loss = configOnly[path[0]];
		return lossFinding(course, {
			...loss,
			path: [
				"spec",
				"profilingConfig",
				...path
			]
		});
	});
	return [...fields, ...members];
}
/** Findings about what v1alpha1 cannot say. */
function betaRequestFindings(beta, course) {
	const { hardware, searchStrategy, ...groups } = betaRequestRemainder(beta) ?? {};
	const paths = [
		...hardware === void 0 ? [] : [["hardware"]],
		...searchStrategy === void 0 ? [] : [["searchStrategy"]],
		...Object.entries(groups).flatMap(([field, group]) => Object.keys(group ?? {}).map((key) => [field, key]))
	];
	const planner = beta.features?.planner;
	const lost = planner !== void 0 && Object.keys(planner).length === 0 ? [require_facts.finding("DYN-CNV-013", {
		object: course.object,
		path: [
			"spec",
			"features",
			"planner"
		]
	}, "features.planner is empty, so v1alpha1 says nothing of a planner", "Set a field of the planner, such as mode.")] : [];
	const stay = "Stay with v1beta1, or do without.";
	return [...paths.map((path) => lossFinding(course, {
		path: ["spec", ...path],
		what: path.join("."),
		fix: stay
	})), ...lost];
}
// ../../work/main/packages/constructs/src/api/convert/request-status.ts
/** @module The status of a request: `state` in v1alpha1, `phase` in v1beta1, and what only one of them knows. */
const phases = {
	Initializing: "Pending",
	Pending: "Pending",
	Profiling: "Profiling",
	Deploying: "Deploying",
	Ready: "Ready",
	DeploymentDeleted: "Ready",
	Failed: "Failed"
};
const states = {
	Pending: "Pending",
	Profiling: "Profiling",
	Ready: "Ready",
	Deploying: "Deploying",
	Deployed: "Ready",
	Failed: "Failed"
};
/** The status in v1beta1. */
function betaRequestStatus(alpha, saved) {
	const { backend: _backend, deployment, generatedDeployment, profilingResults: _profilingResults, state: _state, ...same } = alpha;
	const dgdName = deployment?.name === "" ? void 0 : deployment?.name;
	const sameGraph = (saved?.dgdName ?? "") === (dgdName ?? "");
	const live = phaseOf(alpha);
	const phase = saved?.phase === "Deployed" && live === "Ready" && alpha.state === "Ready" && sameGraph ? "Deployed" : live;
	const profiling = phase === "Profiling" ? saved : void 0;
	return compact({
		...same,
		phase,
		dgdName,
		profilingPhase: profiling?.profilingPhase,
		profilingJobName: profiling?.profilingJobName,
		profilingResults: present({
			pareto: saved?.profilingResults?.pareto,
			selectedConfig: generatedDeployment
		}),
		deploymentInfo: sameGraph ? saved?.deploymentInfo : void 0
	});
}
/** What v1beta1 cannot say; undefined when there is nothing. */
function alphaStatusRemainder(alpha) {
	const { backend, deployment, profilingResults, state } = alpha;
	const own = state !== void 0 && states[phases[state]] !== state;
	const detailed = deployment !== void 0 && (own || saysMoreThanName(deployment));
	return present({
		backend: backend === "" ? void 0 : backend,
		profilingResults: profilingResults === "" ? void 0 : profilingResults,
		state: own || detailed ? state : void 0,
		deployment: detailed ? deployment : void 0
	});
}
function saysMoreThanName(deployment) {
	const { name = "", namespace = "", state, created = false } = deployment;
	return namespace !== "" || state !== void 0 || created || name === "";
}
/** The status in v1alpha1. */
function alphaRequestStatus(beta, saved) {
	const { deploymentInfo: _deploymentInfo, dgdName, phase = "Pending", profilingJobName: _profilingJobName, profilingPhase: _profilingPhase, profilingResults, ...same } = beta;
	const fits = saved?.state !== void 0 && matches(saved, phase);
	const sameGraph = (saved?.deployment?.name ?? "") === (dgdName ?? "");
	const state = fits && (saved.state !== "DeploymentDeleted" || sameGraph) ? saved.state : void 0;
	const deployment = saved?.deployment !== void 0 && sameGraph && (saved.state === void 0 || fits) ? saved.deployment : void 0;
	return compact({
		...same,
		state: state ?? states[phase],
		backend: saved?.backend,
		profilingResults: saved?.profilingResults,
		generatedDeployment: profilingResults?.selectedConfig,
		deployment: deployment ?? (dgdName === void 0 ? void 0 : { name: dgdName })
	});
}
/**
* What v1alpha1 cannot say; undefined when there is nothing.
*
* @param alpha - the converted status
*/
function betaStatusRemainder(beta, alpha) {
	const { phase, dgdName, deploymentInfo } = beta;
	const deployed = phase === "Deployed" && phaseOf(alpha) !== "Deployed";
	const profiling = phase === "Profiling" ? beta : void 0;
	const pareto = beta.profilingResults?.pareto;
	return present({
		phase: deployed ? phase : void 0,
		dgdName: deployed || deploymentInfo !== void 0 ? dgdName : void 0,
		profilingPhase: profiling?.profilingPhase,
		profilingJobName: profiling?.profilingJobName,
		profilingResults: isNothing(pareto) ? void 0 : { pareto },
		deploymentInfo
	});
}
/** Findings about a v1alpha1 status. */
function alphaStatusFindings(alpha, course) {
	const { state, ...left } = alphaStatusRemainder(alpha) ?? {};
	const deleted = alpha.state === "DeploymentDeleted" ? [require_facts.finding("DYN-CNV-012", {
		object: course.object,
		path: ["status", "state"]
	}, "state DeploymentDeleted is phase Ready in v1beta1", "Look whether the graph still exists before you trust the phase.")] : [];
	const fields = [...Object.keys(left), ...state === "Initializing" ? ["state"] : []];
	return [...deleted, ...statusFindings(course, fields.map(statusLoss))];
}
/** Findings about a v1beta1 status. */
function betaStatusFindings(beta, alpha, course) {
	const left = Object.keys(betaStatusRemainder(beta, alpha) ?? {});
	const gone = ["profilingPhase", "profilingJobName"].filter((field) => beta[field] !== void 0 && beta.phase !== "Profiling");
	return [...statusFindings(course, left.filter((field) => field !== "dgdName").map(statusLoss)), ...gone.map((field) => require_facts.finding("DYN-CNV-014", {
		object: course.object,
		path: ["status", field]
	}, `${field} ${JSON.stringify(beta[field])} is lost: v1alpha1 has no field for it, and the operator keeps it only in phase Profiling`, "Read it before you convert."))];
}
function statusLoss(field) {
	return {
		path: ["status", field],
		what: `status.${field}`,
		fix: "Read it before you convert."
	};
}
/** Ready means Deployed once the graph was created. */
function phaseOf({ state, deployment }) {
	if (state === "Ready" && deployment?.created === true) return "Deployed";
	return state === void 0 ? "Pending" : phases[state] ?? "Pending";
}
function matches(saved, phase) {
	return phaseOf(saved) === phase || phase === "Deployed" && saved.state === "Ready";
}
// ../../work/main/packages/constructs/src/api/convert/request.ts
/**
* @module DynamoGraphDeploymentRequest between v1alpha1 and v1beta1.
*
* @see deploy/operator/api/v1alpha1/dynamographdeploymentrequest_conversion.go
*/
/** Annotations of operators before 1.4: no longer read, but taken off. */
const retired = [
	"config-map-ref",
	"output-pvc",
	"enable-gpu-discovery",
	"deployment-overrides",
	"profiling-config",
	"status-backend",
	"profiling-results",
	"deployment-status",
	"profiling-job-name"
].map((name) => `nvidia.com/dgdr-${name}`);
/** The request in v1beta1. */
function requestToV1beta1(alpha, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(alpha);
	const course = courseOf(alpha, "v1beta1", require_facts.carriers.request.spec, options);
	const carried = unload(metadata, require_facts.carriers.request, course.object, retired);
	const cargo = {
		spec: alphaRequestRemainder(spec),
		status: status && alphaStatusRemainder(status)
	};
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1beta1",
			metadata: load(carried.metadata, require_facts.carriers.request, course.carriers ? cargo : {}),
			spec: betaRequestSpec(spec, carried.spec),
			status: status && betaRequestStatus(status, carried.status)
		}),
		findings: [
			...carried.findings,
			...alphaRequestFindings(spec, course),
			...status === void 0 ? [] : alphaStatusFindings(status, course)
		]
	};
}
/** The request in v1alpha1. */
function requestToV1alpha1(beta, options = {}) {
	const { spec, status, metadata, ...source } = structuredClone(beta);
	const course = courseOf(beta, "v1alpha1", require_facts.carriers.request.spec, options);
	const carried = unload(metadata, require_facts.carriers.request, course.object, retired);
	const saved = carried.status;
	const alphaStatus = status && alphaRequestStatus(status, saved);
	const cargo = {
		spec: betaRequestRemainder(spec),
		status: status && alphaStatus && betaStatusRemainder(status, alphaStatus)
	};
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1alpha1",
			metadata: load(carried.metadata, require_facts.carriers.request, course.carriers ? cargo : {}),
			spec: alphaRequestSpec(spec, carried.spec),
			status: alphaStatus
		}),
		findings: [
			...carried.findings,
			...betaRequestFindings(spec, course),
			...status && alphaStatus ? betaStatusFindings(status, alphaStatus, course) : []
		]
	};
}
// ../../work/main/packages/constructs/src/api/convert/scaling-adapter.ts
/** The scaling adapter in v1beta1. */
function scalingAdapterToV1beta1(alpha) {
	const { spec, status, ...source } = structuredClone(alpha);
	const { serviceName, ...graph } = spec.dgdRef;
	return {
		object: compact({
			...source,
			apiVersion: "nvidia.com/v1beta1",
			spec: {
				...spec,
				dgdRef: {
					...graph,
					componentName: serviceName
				}
			},
			status: status && {
				...status,
				replicas: status.replicas ?? 0
			}
		}),
		findings: []
	};
}
/** The scaling adapter in v1alpha1. */
function scalingAdapterToV1alpha1(beta) {
	const { spec, ...source } = structuredClone(beta);
	const { componentName, ...graph } = spec.dgdRef;
	return {
		object: {
			...source,
			apiVersion: "nvidia.com/v1alpha1",
			spec: {
				...spec,
				dgdRef: {
					...graph,
					serviceName: componentName
				}
			}
		},
		findings: []
	};
}
// ../../work/main/packages/constructs/src/api/convert/dispatch.ts
/** The object in v1beta1; an object of another kind or version is handed back as it is. */
function toV1beta1$1(object, options = {}) {
	if (!isConvertible(object, "nvidia.com/v1alpha1")) return {
		object,
		findings: []
	};
	const alpha = object;
	switch (alpha.kind) {
		case "DynamoComponentDeployment": return componentDeploymentToV1beta1(alpha, options);
		case "DynamoGraphDeployment": return graphToV1beta1(alpha, options);
		case "DynamoGraphDeploymentRequest": return requestToV1beta1(alpha, options);
		case "DynamoGraphDeploymentScalingAdapter": return scalingAdapterToV1beta1(alpha);
	}
}
/** The object in v1alpha1; an object of another kind or version is handed back as it is. */
function toV1alpha1$1(object, options = {}) {
	if (!isConvertible(object, "nvidia.com/v1beta1")) return {
		object,
		findings: []
	};
	const beta = object;
	switch (beta.kind) {
		case "DynamoComponentDeployment": return componentDeploymentToV1alpha1(beta, options);
		case "DynamoGraphDeployment": return graphToV1alpha1(beta, options);
		case "DynamoGraphDeploymentRequest": return requestToV1alpha1(beta, options);
		case "DynamoGraphDeploymentScalingAdapter": return scalingAdapterToV1alpha1(beta);
	}
}
const convertible = /* @__PURE__ */ new Set([
	"DynamoComponentDeployment",
	"DynamoGraphDeployment",
	"DynamoGraphDeploymentRequest",
	"DynamoGraphDeploymentScalingAdapter"
]);
function isConvertible(object, apiVersion) {
	return object.apiVersion === apiVersion && convertible.has(object.kind);
}
// ../../work/main/packages/constructs/src/api/v1alpha1/autoscaling.ts
/** @module The autoscaling block of v1alpha1, which the operator ignores. */
const metricTarget = zod.z.strictObject({
	/** Percent of the request, on average. */
	averageUtilization: int32.optional(),
	/** Amount per pod, on average. */
	averageValue: quantity.optional(),
	/** Which of the other fields is set. */
	type: zod.z.string(),
	/** Amount in all. */
	value: quantity.optional()
});
const metricName = zod.z.strictObject({
	/** Name. */
	name: zod.z.string(),
	/** Labels of the metric. */
	selector: labelSelector.optional()
});
const scalingRules = zod.z.strictObject({
	/** How much may change in which time. */
	policies: list(zod.z.strictObject({
		/** Seconds that the policy looks back. */
		periodSeconds: int32,
		/** Which of the other fields is set. */
		type: zod.z.string(),
		/** Amount in all. */
		value: int32
	})).optional(),
	/** `Max`, `Min` or `Disabled`. */
	selectPolicy: zod.z.string().optional(),
	/** Seconds of past advice that are considered. */
	stabilizationWindowSeconds: int32.optional(),
	/** Deviation that is ignored. */
	tolerance: quantity.optional()
});
const autoscaling = zod.z.strictObject({
	/** How fast to scale. */
	behavior: zod.z.strictObject({
		/** Towards fewer replicas. */
		scaleDown: scalingRules.optional(),
		/** Towards more replicas. */
		scaleUp: scalingRules.optional()
	}).optional(),
	/** True once created an autoscaler. */
	enabled: zod.z.boolean().optional(),
	/** Most replicas. */
	maxReplicas: zod.z.int().optional(),
	/** Metrics of a HorizontalPodAutoscaler. */
	metrics: list(zod.z.strictObject({
		/** A resource of one container. */
		containerResource: zod.z.strictObject({
			/** Name of the container. */
			container: zod.z.string(),
			/** Name. */
			name: zod.z.string(),
			/** Value to hold. */
			target: metricTarget
		}).optional(),
		/** A metric from outside of the cluster. */
		external: zod.z.strictObject({
			/** The metric. */
			metric: metricName,
			/** Value to hold. */
			target: metricTarget
		}).optional(),
		/** A metric of one object. */
		object: zod.z.strictObject({
			/** The object. */
			describedObject: zod.z.strictObject({
				/** API version of the object. */
				apiVersion: zod.z.string().optional(),
				/** Kind of the object. */
				kind: zod.z.string(),
				/** Name. */
				name: zod.z.string()
			}),
			/** The metric. */
			metric: metricName,
			/** Value to hold. */
			target: metricTarget
		}).optional(),
		/** A metric of every pod. */
		pods: zod.z.strictObject({
			/** The metric. */
			metric: metricName,
			/** Value to hold. */
			target: metricTarget
		}).optional(),
		/** A resource of every pod. */
		resource: zod.z.strictObject({
			/** Name. */
			name: zod.z.string(),
			/** Value to hold. */
			target: metricTarget
		}).optional(),
		/** Which of the other fields is set. */
		type: zod.z.string()
	})).optional(),
	/** Fewest replicas. */
	minReplicas: zod.z.int().optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/service.ts
/** @module One service of a graph, v1alpha1. */
const gmsMode$1 = zod.z.enum(["intraPod", "interPod"]);
const gpuMemoryService = zod.z.strictObject({
	...gpuMemoryServiceFields,
	/** True switches it on. */
	enabled: zod.z.boolean(),
	/** Weight server in the worker's pod, or in pods of its own (Grove, vLLM). @default "intraPod" */
	mode: gmsMode$1.optional()
});
const failover = zod.z.strictObject({
	/** True switches it on. */
	enabled: zod.z.boolean(),
	/** Must equal the mode of GPU memory service. @default "intraPod" */
	mode: gmsMode$1.optional(),
	/** Standby engines; at least 1, exactly 1 with `intraPod`. @default 1 */
	numShadows: int32.min(1).optional()
});
const serviceCheckpoint = zod.z.strictObject({
	...checkpointFields,
	/** True uses checkpoints. @default false */
	enabled: zod.z.boolean().optional(),
	/** Deprecated. */
	identity: checkpointIdentity.optional()
});
const resourceItem = zod.z.strictObject({
	/** CPU cores, as text. */
	cpu: zod.z.string().optional(),
	/** Other resources by name, as text: `vpc.amazonaws.com/efa: "4"`. */
	custom: textMap.optional(),
	/** GPUs, as text. */
	gpu: zod.z.string().optional(),
	/** Resource name that `gpu` counts. @default "nvidia.com/gpu" */
	gpuType: zod.z.string().optional(),
	/** Memory, as text. */
	memory: zod.z.string().optional()
});
const resources = zod.z.strictObject({
	/** Dynamic resource claims that the container uses. */
	claims: list(resourceClaim).optional(),
	/** The most that the container may use. */
	limits: resourceItem.optional(),
	/** What the scheduler sets aside. @default - the limits */
	requests: resourceItem.optional()
});
const mainContainer = zod.z.strictObject({
	...containerFields,
	/** Ignored: the operator calls it `main`. */
	name: zod.z.string().optional()
});
const extraPodSpec = zod.z.strictObject({
	...podFields,
	/** Sidecars, one per name. */
	containers: keyed(container, { name: void 0 }).optional(),
	/** Overrides of the main container. Its image is required. */
	mainContainer: mainContainer.optional()
});
const volumeMount = zod.z.strictObject({
	/** Path in the container. @default - none with `useAsCompilationCache` on vLLM; else required */
	mountPoint: zod.z.string().optional(),
	/** Name of a PersistentVolumeClaim, or of a volume of `extraPodSpec`. */
	name: zod.z.string(),
	/** True keeps compiled kernels there. @default false */
	useAsCompilationCache: zod.z.boolean().optional()
});
const sharedMemory = zod.z.strictObject({
	/** True mounts no `/dev/shm`. @default false */
	disabled: zod.z.boolean().optional(),
	/** Size of `/dev/shm`; more than 0 unless disabled. */
	size: quantity.optional()
});
const ingress = zod.z.strictObject({
	/** Not applied by the operator. */
	annotations: textMap.optional(),
	/** True asks for an Ingress or a VirtualService. @default false */
	enabled: zod.z.boolean().optional(),
	/** Host; required when enabled. */
	host: zod.z.string().optional(),
	/** Put before the host. */
	hostPrefix: zod.z.string().optional(),
	/** Put after the host. @default - the operator's */
	hostSuffix: zod.z.string().optional(),
	/** IngressClass. @default - the operator's */
	ingressControllerClassName: zod.z.string().optional(),
	/** Not applied by the operator. */
	labels: textMap.optional(),
	/** Certificate. */
	tls: zod.z.strictObject({ 
	/** Secret with the certificate. */
secretName: zod.z.string().optional() }).optional(),
	/** True uses an Istio VirtualService. @default false */
	useVirtualService: zod.z.boolean().optional(),
	/** Istio gateway. */
	virtualServiceGateway: zod.z.string().optional()
});
const frontendSidecar = zod.z.strictObject({
	/** Arguments. */
	args: list(zod.z.string()).optional(),
	/** Secret whose keys become variables. */
	envFromSecret: zod.z.string().optional(),
	/** Environment variables. */
	envs: list(envVar).optional(),
	/** Image reference. */
	image: zod.z.string()
});
/** The fields of a service; a v1alpha1 component deployment has them all. */
const serviceFields = {
	/** Annotations of the component's pods, Service and Deployment. */
	annotations: textMap.optional(),
	/** Ignored. @deprecated use a scaling adapter */
	autoscaling: autoscaling.optional(),
	/** Start from a checkpoint of a warm process. */
	checkpoint: serviceCheckpoint.optional(),
	/** Role: `frontend`, `worker`, `planner`, `epp`; free text. */
	componentType: zod.z.string().optional(),
	/** Ignored. @deprecated use `globalDynamoNamespace` */
	dynamoNamespace: zod.z.string().optional(),
	/** Secret whose keys become variables. */
	envFromSecret: zod.z.string().optional(),
	/** Environment variables of the main container. */
	envs: list(envVar).optional(),
	/** Configuration of the endpoint picker; only and always for `epp`. */
	eppConfig: eppConfig.optional(),
	/** Labels and annotations of the pods. */
	extraPodMetadata: zod.z.strictObject({
		/** Annotations of the pods. */
		annotations: textMap.optional(),
		/** Labels of the pods. */
		labels: textMap.optional()
	}).optional(),
	/** The pods, and the main container. */
	extraPodSpec: extraPodSpec.optional(),
	/** Standby engine. */
	failover: failover.optional(),
	/** A frontend beside the worker. */
	frontendSidecar: frontendSidecar.optional(),
	/** True joins the Dynamo namespace `dynamo`. @default false */
	globalDynamoNamespace: zod.z.boolean().optional(),
	/** Weights stay in GPU memory across restarts of the engine. */
	gpuMemoryService: gpuMemoryService.optional(),
	/** How the frontend is exposed. */
	ingress: ingress.optional(),
	/** Labels of the component's pods, Service and Deployment. */
	labels: textMap.optional(),
	/** Liveness of the main container. @default - by role */
	livenessProbe: probe.optional(),
	/** Replicas that must run together; at least 1, at most `replicas`. Grove only; immutable. @default 1 */
	minAvailable: int32.min(1).optional(),
	/** The model that the component serves. */
	modelRef: zod.z.strictObject({
		/** Base model; a DynamoModel finds the service by this name. */
		name: zod.z.string(),
		/** Revision. @default - the newest */
		revision: zod.z.string().optional()
	}).optional(),
	/** One replica over several nodes. */
	multinode: zod.z.strictObject({ 
	/** Pods (nodes) per replica; at least 2. @default 2 */
nodeCount: int32.min(2).optional() }).optional(),
	/** Readiness of the main container. @default - by role */
	readinessProbe: probe.optional(),
	/** Pods, or groups of pods with `multinode`; 0 or more. @default 1 */
	replicas: int32.min(0).optional(),
	/** Compute resources of the main container. */
	resources: resources.optional(),
	/** Dynamo release of the main image when its tag does not say it. */
	runtimeVersionOverride: runtimeVersion.optional(),
	/** A scaling adapter, which then owns `replicas`. */
	scalingAdapter: zod.z.strictObject({ 
	/** True creates it. @default false */
enabled: zod.z.boolean().optional() }).optional(),
	/** Name of the component. @default - the key in `services` */
	serviceName: zod.z.string().optional(),
	/** Size of `/dev/shm`. @default - 8Gi */
	sharedMemory: sharedMemory.optional(),
	/** Part of a disaggregated worker: `prefill` or `decode`. */
	subComponentType: zod.z.string().optional(),
	/** Packs the pods of the component. Immutable. */
	topologyConstraint: packConstraint.optional(),
	/** Volumes in the main container. */
	volumeMounts: list(volumeMount).optional()
};
const service = zod.z.strictObject(serviceFields);
const serviceReplicaStatus = zod.z.strictObject({
	...replicaStatusFields,
	/** Deprecated. */
	componentName: zod.z.string()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/checkpoint.ts
/** @module DynamoCheckpoint: a warm process that workers start from. */
const checkpointSpec = zod.z.strictObject({
	/** GPU memory service of the job; only inside one pod. */
	gpuMemoryService: gpuMemoryService.optional(),
	/** What makes two checkpoints the same. Immutable. */
	identity: checkpointIdentity,
	/** The job that takes the checkpoint. */
	job: zod.z.strictObject({
		/** Seconds after which the job is failed; at least 1. @default 3600 */
		activeDeadlineSeconds: int64.min(1).optional(),
		/** Ignored. @deprecated the job is not retried */
		backoffLimit: int32.min(0).optional(),
		/** The pod of the job. */
		podTemplateSpec,
		/** Size of `/dev/shm`. @default - 8Gi */
		sharedMemory: sharedMemory.optional(),
		/** Container that is checkpointed. @default "main" */
		targetContainerName: dnsLabel.optional(),
		/** Ignored. @deprecated the operator cleans up */
		ttlSecondsAfterFinished: int32.min(0).optional()
	})
});
const checkpoint = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoCheckpoint"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What is checkpointed, and how. */
	spec: checkpointSpec,
	/** Written by the operator. */
	status: zod.z.strictObject({
		/** Id of the checkpoint. */
		checkpointID: zod.z.string().optional(),
		/** Deprecated. */
		conditions: list(condition).optional(),
		/** When the checkpoint was taken. */
		createdAt: moment.optional(),
		/** Hash of the identity. @deprecated use `checkpointID` */
		identityHash: zod.z.string().optional(),
		/** Name of the job that takes it. */
		jobName: zod.z.string().optional(),
		/** Where it is kept. */
		location: zod.z.string().optional(),
		/** What went wrong. */
		message: zod.z.string().optional(),
		/** Where it stands. */
		phase: zod.z.enum([
			"Pending",
			"Creating",
			"Ready",
			"Failed"
		]).optional(),
		/** Name of the PodSnapshot. */
		podSnapshotName: zod.z.string().optional(),
		/** Deprecated. */
		storageType: zod.z.enum([
			"pvc",
			"s3",
			"oci"
		]).optional()
	}).optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/component-deployment.ts
/** @module DynamoComponentDeployment v1alpha1; the operator writes it, people only read it. */
const componentDeploymentSpec$1 = zod.z.strictObject({
	...serviceFields,
	/** Backend of the worker. @default - detected from its command */
	backendFramework: backendFramework.optional()
});
const componentDeployment$1 = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoComponentDeployment"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What the component is to be. */
	spec: componentDeploymentSpec$1,
	/** How the component is; written by the operator. */
	status: zod.z.strictObject({
		/** `Available` and `DynamoComponentReady`. */
		conditions: list(condition),
		/** Generation that the status speaks of. */
		observedGeneration: int64.optional(),
		/** Labels of the pods. */
		podSelector: textMap.optional(),
		/** Counters. */
		service: serviceReplicaStatus.optional()
	}).optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/graph.ts
/** @module DynamoGraphDeployment v1alpha1. */
const graphPvc = zod.z.strictObject({
	/** True creates the claim and deletes it with the graph. @default false */
	create: zod.z.boolean().optional(),
	/** Name of the claim. */
	name: zod.z.string(),
	/** Size; required to create. */
	size: quantity.optional(),
	/** StorageClass; required to create. */
	storageClass: zod.z.string().optional(),
	/** Access mode such as `ReadWriteMany`; required to create. */
	volumeAccessMode: zod.z.string().optional()
});
const graphSpec$1 = zod.z.strictObject({
	/** Annotations of everything that the graph creates. */
	annotations: textMap.optional(),
	/** Backend of the workers; immutable. @default - detected from the workers' commands */
	backendFramework: backendFramework.optional(),
	/** Environment of every main container; a service's own variable wins. */
	envs: list(envVar).optional(),
	/** Features that may change without notice. */
	experimental: graphExperimental.optional(),
	/** Labels of everything that the graph creates. */
	labels: textMap.optional(),
	/** PriorityClass of the PodCliqueSet; Grove only. */
	priorityClassName: zod.z.string().optional(),
	/** Volume claims of the graph, at most 100. */
	pvcs: list(graphPvc, { max: 100 }).optional(),
	/** Asks for a rolling restart. Must be absent when the graph is created. */
	restart: restart$1.optional(),
	/** The services by name, at least one and at most 25. */
	services: map(service, { max: 25 }).optional(),
	/** Topology-aware placement by Grove. Immutable. */
	topologyConstraint: zod.z.strictObject({
		/** Level inside which services are packed. */
		packDomain: topologyDomain.optional(),
		/** Grove ClusterTopologyBinding. */
		topologyProfile: zod.z.string().min(1)
	}).optional()
});
const graphStatus$1 = zod.z.strictObject({
	...graphStatusFields,
	/** `Ready`, and `TopologyLevelsAvailable` with topology constraints. */
	conditions: list(condition).optional(),
	/** Progress of a rolling update; only without Grove. */
	rollingUpdate: zod.z.strictObject({
		...rollingUpdateFields,
		/** Services that are done. */
		updatedServices: list(zod.z.string()).optional()
	}).optional(),
	/** Counters by service. */
	services: map(serviceReplicaStatus).optional()
});
const graphDeployment$1 = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeployment"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What the graph is to be. */
	spec: graphSpec$1,
	/** What the graph is; written by the operator. */
	status: graphStatus$1.optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/model.ts
/** @module DynamoModel: a base model or an adapter that a graph serves. */
const modelSpec = zod.z.strictObject({
	/** Equals `modelRef.name` of the component that serves it; immutable. */
	baseModelName: zod.z.string(),
	/** Name of the model. */
	modelName: zod.z.string(),
	/** `lora` loads an adapter over the base model. Immutable. @default "base" */
	modelType: zod.z.enum([
		"base",
		"lora",
		"adapter"
	]).optional(),
	/** Where the weights are; required for `lora`. */
	source: zod.z.strictObject({ 
	/** `s3://`, `hf://` or `file:///`. */
uri: zod.z.string() }).optional()
});
const model = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoModel"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** Which model is served where. */
	spec: modelSpec,
	/** Written by the operator. */
	status: zod.z.strictObject({
		/** `EndpointsReady` and `ServicesFound`. */
		conditions: list(condition).optional(),
		/** The processes that serve the model. */
		endpoints: list(zod.z.strictObject({
			/** Address of the process. */
			address: zod.z.string(),
			/** True when another process can stand in for the adapter. */
			loraFallbackCovered: zod.z.boolean().optional(),
			/** Name of the pod. */
			podName: zod.z.string().optional(),
			/** True once the model is loaded. */
			ready: zod.z.boolean()
		})).optional(),
		/** How many are covered by another process. */
		loraFallbackCoveredEndpoints: zod.z.int().optional(),
		/** How many have loaded the model. */
		readyEndpoints: zod.z.int(),
		/** How many there are. */
		totalEndpoints: zod.z.int()
	}).optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/pod-snapshot.ts
/** @module PodSnapshot and PodSnapshotContent; controllers write them. */
const podReference = zod.z.strictObject({
	/** Name of the pod; at least one character. */
	name: zod.z.string().min(1),
	/** UID of the pod. */
	uid: zod.z.string().optional()
});
const podSnapshot = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("PodSnapshot"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** The pod. Immutable. */
	spec: zod.z.strictObject({ 
	/** What is snapshot. */
source: zod.z.strictObject({ 
	/** The pod. */
podRef: podReference }) }),
	/** Written by the controller. */
	status: zod.z.strictObject({
		/** Name of the PodSnapshotContent. */
		boundSnapshotContentName: zod.z.string().optional(),
		/** `Ready` or `Failed`. */
		conditions: list(condition).optional()
	}).optional()
});
const podSnapshotContent = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("PodSnapshotContent"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** The snapshot's wish and its source. Immutable. */
	spec: zod.z.strictObject({
		/** The PodSnapshot. */
		snapshotRef: zod.z.strictObject({
			/** Name of the PodSnapshot. */
			name: zod.z.string(),
			/** Namespace of the PodSnapshot. */
			namespace: zod.z.string(),
			/** UID of the PodSnapshot. */
			uid: zod.z.string().optional()
		}),
		/** What is snapshot. */
		source: zod.z.strictObject({
			/** Node of the pod; at least one character. */
			nodeName: zod.z.string().min(1),
			/** The pod. */
			podRef: podReference
		})
	}),
	/** Written by the controller. */
	status: zod.z.strictObject({ 
	/** What controllers observed. */
conditions: list(condition).optional() }).optional()
});
// ../../work/main/packages/constructs/src/api/v1alpha1/request.ts
/** @module DynamoGraphDeploymentRequest v1alpha1. */
const requestSpec$1 = zod.z.strictObject({
	/** True creates the graph after profiling. @default false */
	autoApply: zod.z.boolean().optional(),
	/** Backend to profile; `auto` compares. */
	backend: zod.z.enum([
		"auto",
		"vllm",
		"sglang",
		"trtllm"
	]),
	/** Changes of the generated graph. */
	deploymentOverrides: zod.z.strictObject({
		/** Annotations of the graph. */
		annotations: textMap.optional(),
		/** Labels of the graph. */
		labels: textMap.optional(),
		/** Name of the graph. @default - derived from the request */
		name: zod.z.string().optional(),
		/** Namespace of the graph. @default - the request's */
		namespace: zod.z.string().optional(),
		/** Image of the workers. */
		workersImage: zod.z.string().optional()
	}).optional(),
	/** No effect. @deprecated the operator's configuration decides */
	enableGpuDiscovery: zod.z.boolean().optional(),
	/** Model id. */
	model: zod.z.string(),
	/** How to profile. */
	profilingConfig: zod.z.strictObject({
		/** Configuration of the profiler: service levels, deployment, planner. */
		config: anyObject.optional(),
		/** ConfigMap with the base graph. */
		configMapRef: zod.z.strictObject({
			/** Key. @default "disagg.yaml" */
			key: zod.z.string().optional(),
			/** Name of the ConfigMap. */
			name: zod.z.string()
		}).optional(),
		/** Labels that the profiler's node must have. */
		nodeSelector: textMap.optional(),
		/** Volume claim for the results. */
		outputPVC: zod.z.string().optional(),
		/** Profiler image. */
		profilerImage: zod.z.string(),
		/** Resources of the profiler. */
		resources: resourceRequirements.optional(),
		/** Node taints that the profiler accepts. */
		tolerations: list(toleration).optional()
	}),
	/** Dynamo release of the image when its tag does not say it. */
	runtimeVersionOverride: runtimeVersion.optional(),
	/** True uses mocker workers, which need no GPU. @default false */
	useMocker: zod.z.boolean().optional()
});
const request$1 = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeploymentRequest"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What graph is wanted. */
	spec: requestSpec$1,
	/** Where the request stands; written by the operator. */
	status: zod.z.strictObject({
		/** Backend that was chosen. */
		backend: zod.z.string().optional(),
		/** What controllers observed. */
		conditions: list(condition).optional(),
		/** The graph that was created. */
		deployment: zod.z.strictObject({
			/** True once the graph was created. */
			created: zod.z.boolean().optional(),
			/** Name of the graph. @default - derived from the request */
			name: zod.z.string().optional(),
			/** Namespace of the graph. @default - the request's */
			namespace: zod.z.string().optional(),
			/** State of the graph. */
			state: graphState.optional()
		}).optional(),
		/** The graph that was found. */
		generatedDeployment: anyObject.optional(),
		/** Generation that the status speaks of. */
		observedGeneration: int64.optional(),
		/** Where the results are. */
		profilingResults: zod.z.string().optional(),
		/** Where the request stands. @default "Initializing" */
		state: zod.z.enum([
			"Initializing",
			"Pending",
			"Profiling",
			"Deploying",
			"Ready",
			"DeploymentDeleted",
			"Failed"
		]).optional()
	}).optional()
});
const scalingAdapter$1 = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeploymentScalingAdapter"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What is scaled, and to how many replicas. */
	spec: zod.z.strictObject({
		/** The service that is scaled. */
		dgdRef: zod.z.strictObject({
			/** Name of the graph; at least one character. */
			name: zod.z.string().min(1),
			/** Name of the service; at least one character. */
			serviceName: zod.z.string().min(1)
		}),
		/** Wanted replicas; 0 or more. */
		replicas: int32.min(0)
	}),
	/** Written by the operator. */
	status: zod.z.strictObject({
		/** When the adapter last scaled. */
		lastScaleTime: moment.optional(),
		/** Current replicas. */
		replicas: int32.optional(),
		/** Label selector of the pods, as text. */
		selector: zod.z.string().optional()
	}).optional()
});
const workerMetadata = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1alpha1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoWorkerMetadata"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What the runtime writes. */
	spec: zod.z.strictObject({ 
	/** Endpoints and model cards of the process. */
data: anyObject })
});
// ../../work/main/packages/constructs/src/api/v1beta1/component-deployment.ts
/** @module DynamoComponentDeployment v1beta1; the operator writes it, people only read it. */
const componentDeploymentSpec = zod.z.strictObject({
	...componentFields,
	/** Backend of the worker. @default - detected from its command */
	backendFramework: backendFramework.optional(),
	/** Name of the component. @default - `metadata.name` */
	name: componentName.optional()
});
const componentDeploymentStatus = zod.z.strictObject({
	/** Counters. */
	component: componentReplicaStatus.optional(),
	/** `Available` and `DynamoComponentReady`. */
	conditions: conditionsByType.optional(),
	/** Generation that the status speaks of. */
	observedGeneration: int64.optional()
});
const componentDeployment = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1beta1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoComponentDeployment"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What the component is to be. */
	spec: componentDeploymentSpec,
	/** How the component is; written by the operator. */
	status: componentDeploymentStatus.optional()
});
// ../../work/main/packages/constructs/src/api/v1beta1/graph.ts
/** @module DynamoGraphDeployment v1beta1. */
const graphTopologyConstraint = zod.z.strictObject({
	/** Grove ClusterTopologyBinding. */
	clusterTopologyName: zod.z.string().min(1),
	/** Level inside which components are packed. @default - each component names its own */
	packDomain: topologyDomain.optional()
});
const graphSpec = zod.z.strictObject({
	/** Annotations of everything that the graph creates; a component's pod template wins. */
	annotations: textMap.optional(),
	/** Backend of the workers; immutable. @default - detected from the workers' commands */
	backendFramework: backendFramework.optional(),
	/** The components, at least one and at most 25. */
	components: keyed(component$1, { name: void 0 }, { max: 25 }).optional(),
	/** Environment of every main container; a component's own variable wins. */
	env: list(envVar).optional(),
	/** Features that may change without notice. */
	experimental: graphExperimental.optional(),
	/** Labels of everything that the graph creates; `nvidia.com/*` cannot be overridden. */
	labels: textMap.optional(),
	/** PriorityClass of the PodCliqueSet; Grove only. */
	priorityClassName: zod.z.string().optional(),
	/** Asks for a rolling restart. Must be absent when the graph is created. */
	restart: restart$1.optional(),
	/** Topology-aware placement by Grove. Immutable. */
	topologyConstraint: graphTopologyConstraint.optional()
});
const graphStatus = zod.z.strictObject({
	...graphStatusFields,
	/** Counters by component. */
	components: map(componentReplicaStatus).optional(),
	/** `Ready`, and `TopologyLevelsAvailable` with topology constraints. */
	conditions: conditionsByType.optional(),
	/** Progress of a rolling update; only without Grove. */
	rollingUpdate: zod.z.strictObject({
		...rollingUpdateFields,
		/** Components that are done. */
		updatedComponents: list(zod.z.string()).optional()
	}).optional()
});
const graphDeployment = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1beta1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeployment"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What the graph is to be. */
	spec: graphSpec,
	/** What the graph is; written by the operator. */
	status: graphStatus.optional()
});
// ../../work/main/packages/constructs/src/api/v1beta1/job.ts
/** @module The batch job that a request may override. */
const failureRuleSchema = zod.z.strictObject({
	/** `FailJob`, `FailIndex`, `Ignore` or `Count`. */
	action: zod.z.string(),
	/** Exit codes that the rule is for. */
	onExitCodes: zod.z.strictObject({
		/** One container. @default - all */
		containerName: zod.z.string().optional(),
		/** `In` or `NotIn`. */
		operator: zod.z.string(),
		/** Exit codes. */
		values: set(int32)
	}).optional(),
	/** Pod conditions that the rule is for. */
	onPodConditions: list(zod.z.strictObject({
		/** Status of the condition. @default "True" */
		status: zod.z.string().optional(),
		/** Type of the condition. */
		type: zod.z.string()
	})).optional()
});
const jobSpec = zod.z.strictObject({
	/** Seconds after which the job is failed. @default - never */
	activeDeadlineSeconds: int64.optional(),
	/** Retries. @default 0 for the profiler */
	backoffLimit: int32.optional(),
	/** Retries per index. */
	backoffLimitPerIndex: int32.optional(),
	/** `NonIndexed` or `Indexed`. @default "NonIndexed" */
	completionMode: zod.z.string().optional(),
	/** Pods that must succeed. @default 1 */
	completions: int32.optional(),
	/** Controller of the job. @default - the Kubernetes job controller */
	managedBy: zod.z.string().optional(),
	/** True trusts `selector`. @default false */
	manualSelector: zod.z.boolean().optional(),
	/** Indexes that may fail. */
	maxFailedIndexes: int32.optional(),
	/** Pods at a time. @default 1 */
	parallelism: int32.optional(),
	/** What a failed pod means. */
	podFailurePolicy: zod.z.strictObject({ 
	/** Rules, the first that fits wins. */
rules: list(failureRuleSchema) }).optional(),
	/** `TerminatingOrFailed` or `Failed`. */
	podReplacementPolicy: zod.z.string().optional(),
	/** Pods of the job; normally left out. */
	selector: labelSelector.optional(),
	/** When an indexed job counts as done. */
	successPolicy: zod.z.strictObject({ 
	/** Rules, the first that fits wins. */
rules: list(zod.z.strictObject({
		/** Indexes that must succeed. */
		succeededCount: int32.optional(),
		/** Indexes that count, such as `0,2-4`. */
		succeededIndexes: zod.z.string().optional()
	})) }).optional(),
	/** True keeps the job from starting. @default false */
	suspend: zod.z.boolean().optional(),
	/** The pods. */
	template: podTemplateSpec,
	/** Seconds until a finished job is deleted. @default - never */
	ttlSecondsAfterFinished: int32.optional()
});
// ../../work/main/packages/constructs/src/api/v1beta1/request.ts
/** @module DynamoGraphDeploymentRequest v1beta1: a profiler finds the graph. */
/** GPU models that the profiler knows by name; PCIe variants have no data yet. */
const gpuSkus = [
	"gb200_sxm",
	"gb10",
	"b200_sxm",
	"h200_sxm",
	"h100_sxm",
	"h100_pcie",
	"a100_sxm",
	"a100_pcie",
	"a30",
	"l40s",
	"l40",
	"l4",
	"v100_sxm",
	"v100_pcie",
	"t4",
	"mi200",
	"mi300"
];
const requestSpec = zod.z.strictObject({
	/** True creates the graph after profiling. @default true */
	autoApply: zod.z.boolean().optional(),
	/** Backend to profile; `auto` compares. @default "auto" */
	backend: zod.z.enum([
		"auto",
		"sglang",
		"trtllm",
		"vllm"
	]).optional(),
	/** Extras of the generated graph. */
	features: zod.z.strictObject({
		/** Workers that need no GPU. */
		mocker: zod.z.strictObject({ 
		/** True uses mocker workers. @default false */
enabled: zod.z.boolean().optional() }).optional(),
		/** PlannerConfig; presence adds a planner. */
		planner: anyObject.optional()
	}).optional(),
	/** The machines. @default - discovered by the operator */
	hardware: zod.z.strictObject({
		/** GPU model. @default - discovered */
		gpuSku: zod.z.enum(gpuSkus).optional(),
		/** `nvlink`, `pcie`, ...; for information only. */
		interconnect: zod.z.string().optional(),
		/** GPUs per machine. @default - discovered */
		numGpusPerNode: int32.optional(),
		/** True with RDMA; for information only. */
		rdma: zod.z.boolean().optional(),
		/** GPUs that the graph may use. @default - discovered, at most 32 */
		totalGpus: int32.optional(),
		/** Memory per GPU in MiB. @default - discovered */
		vramMb: zod.z.number().optional()
	}).optional(),
	/** Profiler image. @default - `dynamo-planner` of the operator's release */
	image: zod.z.string().optional(),
	/** Model id; at least one character. */
	model: zod.z.string().min(1),
	/** A volume that holds the model already. */
	modelCache: zod.z.strictObject({
		/** Path of the model inside the volume. */
		pvcModelPath: zod.z.string().optional(),
		/** Path in the container. @default "/opt/model-cache" */
		pvcMountPath: zod.z.string().optional(),
		/** PersistentVolumeClaim, ReadWriteMany, in the same namespace. */
		pvcName: zod.z.string().optional()
	}).optional(),
	/** Merged into what the controller creates. */
	overrides: zod.z.strictObject({
		/** Merged into the generated graph; needs `apiVersion` and `kind`. */
		dgd: anyObject.optional(),
		/** Merged into the profiler job. */
		profilingJob: jobSpec.optional()
	}).optional(),
	/** Dynamo release of the image when its tag does not say it. */
	runtimeVersionOverride: runtimeVersion.optional(),
	/** `rapid` simulates (seconds), `thorough` measures on GPUs (hours). @default "rapid" */
	searchStrategy: zod.z.enum(["rapid", "thorough"]).optional(),
	/** The service levels to reach. */
	sla: zod.z.strictObject({
		/** End-to-end latency in milliseconds; wins over `ttft` and `itl`. */
		e2eLatency: zod.z.number().optional(),
		/** Inter-token latency in milliseconds. @default 30 */
		itl: zod.z.number().optional(),
		/** What to optimize instead of a target. */
		optimizationType: zod.z.enum(["latency", "throughput"]).optional(),
		/** Time to first token in milliseconds. @default 2000 */
		ttft: zod.z.number().optional()
	}).optional(),
	/** The load to expect. */
	workload: zod.z.strictObject({
		/** Requests at a time. Excludes `requestRate`. */
		concurrency: zod.z.number().optional(),
		/** Input tokens per request. @default 4000 */
		isl: int32.optional(),
		/** Output tokens per request. @default 1000 */
		osl: int32.optional(),
		/** Requests per second. Excludes `concurrency`. */
		requestRate: zod.z.number().optional()
	}).optional()
});
const requestStatus = zod.z.strictObject({
	/** `Validation`, `Profiling`, `SpecGenerated`, `DeploymentReady`, `Succeeded`. */
	conditions: conditionsByType.optional(),
	/** Counters of the graph. */
	deploymentInfo: zod.z.strictObject({
		/** Available replicas. */
		availableReplicas: int32.optional(),
		/** Wanted replicas. */
		replicas: int32.optional()
	}).optional(),
	/** Name of the generated graph. */
	dgdName: zod.z.string().optional(),
	/** Generation that the status speaks of. */
	observedGeneration: int64.optional(),
	/** Where the request stands. */
	phase: zod.z.enum([
		"Pending",
		"Profiling",
		"Ready",
		"Deploying",
		"Deployed",
		"Failed"
	]).optional(),
	/** Name of the profiler job. */
	profilingJobName: zod.z.string().optional(),
	/** Where the profiler stands. */
	profilingPhase: zod.z.enum([
		"Initializing",
		"SweepingPrefill",
		"SweepingDecode",
		"SelectingConfig",
		"BuildingCurves",
		"GeneratingDGD",
		"Done"
	]).optional(),
	/** What the profiler found. */
	profilingResults: zod.z.strictObject({
		/** Deprecated. */
		pareto: list(zod.z.strictObject({ 
		/** The configuration. */
config: anyObject })).optional(),
		/** The chosen configuration. */
		selectedConfig: anyObject.optional()
	}).optional()
});
const request = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1beta1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeploymentRequest"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What graph is wanted; frozen once profiling starts. */
	spec: requestSpec,
	/** Where the request stands; written by the operator. */
	status: requestStatus.optional()
});
// ../../work/main/packages/constructs/src/api/v1beta1/scaling-adapter.ts
/** @module DynamoGraphDeploymentScalingAdapter v1beta1. */
const scalingAdapterSpec = zod.z.strictObject({
	/** The component that is scaled. */
	dgdRef: zod.z.strictObject({
		/** Name of the component; at least one character. */
		componentName: zod.z.string().min(1),
		/** Name of the graph; at least one character. */
		name: zod.z.string().min(1)
	}),
	/** Wanted replicas; 0 or more. */
	replicas: int32.min(0)
});
const scalingAdapter = zod.z.strictObject({
	/** API group and version. */
	apiVersion: zod.z.literal("nvidia.com/v1beta1"),
	/** Kind of the object. */
	kind: zod.z.literal("DynamoGraphDeploymentScalingAdapter"),
	/** Name, labels and annotations. */
	metadata: objectMeta,
	/** What is scaled, and to how many replicas. */
	spec: scalingAdapterSpec,
	/** Written by the operator. */
	status: zod.z.strictObject({
		/** When the adapter last scaled. */
		lastScaleTime: moment.optional(),
		/** Current replicas. */
		replicas: int32,
		/** Label selector of the pods, as text. */
		selector: zod.z.string().optional()
	}).optional()
});
// ../../work/main/packages/constructs/src/api/kinds.ts
/** API group of every kind here. */
const apiGroup = "nvidia.com";
const v1beta1 = {
	apiVersion: "nvidia.com/v1beta1",
	deprecated: false
};
const v1alpha1 = {
	apiVersion: "nvidia.com/v1alpha1",
	deprecated: false
};
const superseded = {
	apiVersion: "nvidia.com/v1alpha1",
	deprecated: true
};
const graph$1 = {
	kind: "DynamoGraphDeployment",
	plural: "dynamographdeployments",
	shortName: "dgd",
	scope: "Namespaced"
};
const component = {
	kind: "DynamoComponentDeployment",
	plural: "dynamocomponentdeployments",
	shortName: "dcd",
	scope: "Namespaced"
};
const graphRequest = {
	kind: "DynamoGraphDeploymentRequest",
	plural: "dynamographdeploymentrequests",
	shortName: "dgdr",
	scope: "Namespaced"
};
const adapter = {
	kind: "DynamoGraphDeploymentScalingAdapter",
	plural: "dynamographdeploymentscalingadapters",
	shortName: "dgdsa",
	scope: "Namespaced"
};
/** Every kind in every served version. */
const kinds = [
	{
		...v1beta1,
		...graph$1,
		schema: graphDeployment
	},
	{
		...superseded,
		...graph$1,
		schema: graphDeployment$1
	},
	{
		...v1beta1,
		...component,
		schema: componentDeployment
	},
	{
		...superseded,
		...component,
		schema: componentDeployment$1
	},
	{
		...v1beta1,
		...graphRequest,
		schema: request
	},
	{
		...superseded,
		...graphRequest,
		schema: request$1
	},
	{
		...v1beta1,
		...adapter,
		schema: scalingAdapter
	},
	{
		...superseded,
		...adapter,
		schema: scalingAdapter$1
	},
	{
		...v1alpha1,
		kind: "DynamoModel",
		plural: "dynamomodels",
		shortName: "dm",
		scope: "Namespaced",
		schema: model
	},
	{
		...v1alpha1,
		kind: "DynamoCheckpoint",
		plural: "dynamocheckpoints",
		shortName: "dckpt",
		scope: "Namespaced",
		schema: checkpoint
	},
	{
		...v1alpha1,
		kind: "DynamoWorkerMetadata",
		plural: "dynamoworkermetadatas",
		shortName: "dwm",
		scope: "Namespaced",
		schema: workerMetadata
	},
	{
		...v1alpha1,
		kind: "PodSnapshot",
		plural: "podsnapshots",
		shortName: "podsnap",
		scope: "Namespaced",
		schema: podSnapshot
	},
	{
		...v1alpha1,
		kind: "PodSnapshotContent",
		plural: "podsnapshotcontents",
		shortName: "podsnapcontent",
		scope: "Cluster",
		schema: podSnapshotContent
	}
];
const byName = new Map(kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kind]));
/** The row of a kind; undefined when Dynamo does not serve it. */
function findKind(apiVersion, kind) {
	return byName.get(`${apiVersion}/${kind}`);
}
// ../../work/main/packages/constructs/src/api/reading.ts
/** The value as an object; undefined for everything else. */
function fields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
/** The items of a list; none for everything else. */
function items(value) {
	return Array.isArray(value) ? value : [];
}
/** The entries of a map; none for everything else. */
function entries(value) {
	return Object.entries(fields(value) ?? {});
}
/** The value as text; undefined for everything else. */
function text(value) {
	return typeof value === "string" ? value : void 0;
}
/** The value as a number; undefined for everything else. */
function count(value) {
	return typeof value === "number" && Number.isFinite(value) ? value : void 0;
}
/** The value as a quantity, as it is written; undefined for everything else. */
function amount(value) {
	return text(value) ?? count(value);
}
/** The value behind a path, as it is written; undefined where the path leads nowhere. */
function written(value, path) {
	let here = value;
	for (const step of path) {
		if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return void 0;
		here = here[step];
	}
	return here;
}
/** The value behind a path; undefined where the path leads nowhere, and for null. */
function at(value, ...path) {
	return written(value, path) ?? void 0;
}
/** True when the field is there and not null. */
function has(value, ...path) {
	return at(value, ...path) !== void 0;
}
/** True for text that a tool fills in later, such as `${IMAGE}`; nobody can judge it yet. */
function isPlaceholder(value) {
	return value.includes("${");
}
/** True for an object of Dynamo's API group. */
function isNvidia(object) {
	return text(at(object, "apiVersion"))?.startsWith("nvidia.com/") === true;
}
/** `Kind/name`, as findings name an object. */
function objectLabel(object) {
	const kind = text(at(object, "kind")) ?? "Object";
	const name = text(at(object, "metadata", "name")) ?? text(at(object, "metadata", "generateName"));
	return name === void 0 ? kind : `${kind}/${name}`;
}
// ../../work/main/packages/constructs/src/api/rules/cel.ts
const betaComponent$1 = [
	[
		"",
		"cd875b66",
		"DYN-API-055"
	],
	[
		"",
		"43c0cc62",
		"DYN-API-052"
	],
	[
		"",
		"c9bdcdde",
		"DYN-API-125",
		"change"
	],
	[
		".eppConfig",
		"f7258b8b",
		"DYN-API-056"
	],
	[
		".experimental.checkpoint",
		"3f83f95e",
		"DYN-API-072"
	],
	[
		".experimental.gpuMemoryService",
		"fdff6f13",
		"DYN-API-066"
	],
	[
		".experimental.gpuMemoryService",
		"6c1b39dc",
		"DYN-API-067"
	],
	[
		".experimental.gpuMemoryService",
		"10d6263d",
		"DYN-API-067"
	],
	[
		".podTemplate.metadata.annotations",
		"f31df21e",
		"DYN-API-029"
	],
	[
		".podTemplate.spec.containers.[]",
		"3eaf6c87",
		"DYN-API-080"
	],
	[
		".podTemplate.spec.initContainers.[]",
		"4e35c99d",
		"DYN-API-080"
	]
];
const alphaGms = [
	[
		".gpuMemoryService",
		"0da2a2fd",
		"DYN-API-066"
	],
	[
		".gpuMemoryService",
		"155d6e1a",
		"DYN-API-067"
	],
	[
		".gpuMemoryService",
		"10d6263d",
		"DYN-API-067"
	]
];
const alphaService = [
	[
		"",
		"43c0cc62",
		"DYN-API-052"
	],
	[
		"",
		"c9bdcdde",
		"DYN-API-125",
		"change"
	],
	[
		".checkpoint",
		"3f83f95e",
		"DYN-API-072"
	],
	...alphaGms,
	[
		".sharedMemory",
		"dbbbd6ec",
		"DYN-API-054"
	]
];
const graph = [
	[
		"",
		"55174974",
		"DYN-API-024"
	],
	[
		".experimental.kvTransferPolicy",
		"2e83e22b",
		"DYN-API-035"
	],
	[
		".experimental.kvTransferPolicy",
		"5f93a91f",
		"DYN-API-036"
	],
	[
		".experimental.kvTransferPolicy",
		"fbc90644",
		"DYN-API-036"
	],
	[
		".experimental.kvTransferPolicy.labelKey",
		"297bcd9b",
		"DYN-API-037"
	]
];
/** Every CEL rule of the CRDs of Dynamo 1.4. */
const celRules = [
	...rules("DynamoGraphDeployment", "v1beta1", "spec", [
		...graph,
		[
			".components",
			"85ccf0a6",
			"DYN-API-023"
		],
		[
			".components",
			"b0855c11",
			"DYN-API-022"
		]
	]),
	...rules("DynamoGraphDeployment", "v1beta1", "spec.components.[]", betaComponent$1),
	...rules("DynamoGraphDeployment", "v1alpha1", "spec", [...graph, [
		".pvcs.[]",
		"966a0927",
		"DYN-API-038"
	]]),
	...rules("DynamoGraphDeployment", "v1alpha1", "spec.services.{}", alphaService),
	...rules("DynamoComponentDeployment", "v1beta1", "spec", betaComponent$1),
	...rules("DynamoComponentDeployment", "v1alpha1", "spec", alphaService),
	...rules("DynamoCheckpoint", "v1alpha1", "spec", [...alphaGms, [
		".job.sharedMemory",
		"dbbbd6ec",
		"DYN-API-054"
	]]),
	...rules("DynamoCheckpoint", "v1alpha1", "", [[
		"",
		"fde354a5",
		"DYN-API-130",
		"change"
	]]),
	...rules("PodSnapshot", "v1alpha1", "", [[
		"",
		"0e42c3da",
		"DYN-API-130",
		"change"
	]]),
	...rules("PodSnapshotContent", "v1alpha1", "", [[
		"",
		"0e42c3da",
		"DYN-API-130",
		"change"
	]])
];
function rules(kind, version, base, rows) {
	return rows.map(([path, hash, code, decidedOn]) => ({
		kind,
		version,
		path: base + path,
		hash,
		code,
		decidedOn: decidedOn ?? "object"
	}));
}
// ../../work/main/packages/constructs/src/api/problem.ts
/** @module What a rule yields, before it is attached to an object. */
/** One problem; what is wrong first, the change that mends it last. */
function problem(code, path, message, fix) {
	return {
		code,
		path,
		message,
		fix
	};
}
/** Attaches problems to their object. */
function findingsOf(object, problems) {
	const label = objectLabel(object);
	return Array.from(problems, ({ code, path, message, fix }) => require_facts.finding(code, {
		object: label,
		path
	}, message, fix));
}
// ../../work/main/packages/constructs/src/api/rules/alpha-service.ts
/** @module Rules about fields of a v1alpha1 service that v1beta1 does not have. */
/** Ingress, and the fields that the operator ignores. */
function* alphaServiceRules({ version, raw, path }) {
	if (version !== "v1alpha1") return;
	const host = at(raw, "ingress", "host");
	if (at(raw, "ingress", "enabled") === true && (host === void 0 || host === "")) yield problem("DYN-API-075", [
		...path,
		"ingress",
		"host"
	], `required because the ingress is enabled, got ${require_facts.show(host)}`, "Set ingress.host.");
	const namespace = text(at(raw, "dynamoNamespace")) ?? "";
	if (namespace !== "") yield problem("DYN-API-076", [...path, "dynamoNamespace"], `${require_facts.show(namespace)} is ignored: the Dynamo namespace follows from namespace and graph`, "Remove dynamoNamespace.");
	if (has(raw, "autoscaling")) yield problem("DYN-API-076", [...path, "autoscaling"], "ignored: no autoscaler is created", "Remove autoscaling, and use scalingAdapter with an autoscaler of its own.");
}
// ../../work/main/packages/constructs/src/api/rules/metadata.ts
/** @module Rules about metadata: names, and the annotations that steer the operator. */
/** What holds for every object of the group. */
function* objectRules(object) {
	const kind = findKind(text(at(object, "apiVersion")) ?? "", text(at(object, "kind")) ?? "");
	if (kind?.deprecated === true) yield problem("DYN-API-011", ["apiVersion"], `${kind.apiVersion} of ${kind.kind} is deprecated`, "Convert it to nvidia.com/v1beta1.");
	const name = text(at(object, "metadata", "name"));
	if (name === void 0 || name === "") {
		if (!has(object, "metadata", "generateName")) yield problem("DYN-API-012", ["metadata", "name"], "required, got nothing", "Set a name.");
	} else if (!require_facts.isDnsSubdomain(name) && !isPlaceholder(name)) yield problem("DYN-API-012", ["metadata", "name"], `must be lower-case letters, digits, hyphens and dots, at most 253 characters, got ${require_facts.show(name)} (${name.length})`, "Rename the object.");
}
/** Values of the annotations on a graph that the admission webhook looks at. */
function* annotationRules(graph) {
	const path = ["metadata", "annotations"];
	const read = (key) => text(at(graph.object, ...path, key));
	const origin = read(require_facts.annotations.originVersion);
	if (origin !== void 0 && require_facts.parseVersion(origin) === void 0) yield problem("DYN-API-028", [...path, require_facts.annotations.originVersion], `must be MAJOR.MINOR.PATCH, got ${require_facts.show(origin)}`, "Remove the annotation: the operator sets it.");
	yield* executorRule(read(require_facts.annotations.vllmExecutor), path);
	const strategy = read(require_facts.annotations.groveUpdateStrategy);
	const strategies = ["RollingRecreate", "OnDelete"];
	if (strategy !== void 0 && !strategies.includes(strategy)) yield problem("DYN-API-030", [...path, require_facts.annotations.groveUpdateStrategy], `must be RollingRecreate or OnDelete, got ${require_facts.show(strategy)}`, `Use ${require_facts.nearest(strategy, strategies) ?? "RollingRecreate"}.`);
	const mode = read(require_facts.annotations.kubeDiscoveryMode);
	const modePath = [...path, require_facts.annotations.kubeDiscoveryMode];
	if (mode !== void 0 && mode !== "pod" && mode !== "container") yield problem("DYN-API-031", modePath, `must be pod or container, got ${require_facts.show(mode)}`, `Use ${require_facts.nearest(mode, ["pod", "container"]) ?? "container"}.`);
	const doubled = graph.components.find(({ failover }) => failover.enabled && failover.mode === "IntraPod");
	if (doubled !== void 0 && mode !== "container") yield problem("DYN-API-032", modePath, `must be container because ${require_facts.show(doubled.name)} has a standby engine in the same pod, got ${require_facts.show(mode)}`, `Set the annotation ${require_facts.annotations.kubeDiscoveryMode} to container.`);
}
/** The vLLM executor, which a graph and each of its pod templates may name. */
function* executorRule(value, path) {
	if (value === void 0 || ["mp", "ray"].includes(value.toLowerCase())) return;
	yield problem("DYN-API-029", [...path, require_facts.annotations.vllmExecutor], `must be mp or ray, got ${require_facts.show(value)}`, "Use mp, or remove the annotation.");
}
// ../../work/main/packages/constructs/src/api/rules/component.ts
/** @module Rules about one component: image, replicas, shared memory, sidecars. */
/** Rules for every component; `graph` is false for a component deployment, whose image is not judged. */
function* componentRules(component, graph) {
	yield* imageRule$1(component, graph);
	yield* replicaRule(component);
	yield* sharedMemoryRule(component);
	yield* sidecarRules(component);
	const path = [...component.version === "v1beta1" ? ["podTemplate", "metadata"] : ["extraPodMetadata"], "annotations"];
	yield* executorRule(text(at(component.raw, ...path, require_facts.annotations.vllmExecutor)), [...component.path, ...path]);
}
function* imageRule$1({ name, image, runtimeVersion }, graph) {
	if (image.value === void 0 || image.value === "") {
		yield problem("DYN-API-050", image.path, `the main container of ${require_facts.show(name)} needs an image, got ${require_facts.show(image.value)}`, "Set the image of the container named main.");
		return;
	}
	if (!graph || (runtimeVersion.value ?? "") !== "" || isPlaceholder(image.value)) return;
	if (!tellsRelease(image.value)) yield problem("DYN-API-051", image.path, `the tag must be MAJOR.MINOR.PATCH (such as 1.4.0), got ${require_facts.show(require_facts.parseImage(image.value).tag)} in ${require_facts.show(image.value)}`, "Use a tag with the release, or set runtimeVersionOverride.");
}
/** True when the image's tag is a version. */
function tellsRelease(image) {
	const { tag } = require_facts.parseImage(image);
	return tag !== void 0 && require_facts.parseVersion(tag) !== void 0;
}
function* replicaRule({ replicas, minAvailable }) {
	const most = replicas.value ?? 1;
	if (minAvailable.value === void 0 || replicas.value === 0 || minAvailable.value <= most) return;
	yield problem("DYN-API-052", minAvailable.path, `must be at most replicas (${most}${replicas.value === void 0 ? ", the default" : ""}), got ${minAvailable.value}`, `Set minAvailable to ${most} or less, or replicas to ${minAvailable.value} or more.`);
}
function* sharedMemoryRule({ version, raw, path, sharedMemory, mounts, volumes }) {
	const size = sharedMemory.value === void 0 ? void 0 : require_facts.quantityValue(sharedMemory.value);
	if (size !== void 0 && size < 0) yield problem("DYN-API-053", sharedMemory.path, `must be 0 or more, got ${require_facts.show(sharedMemory.value)}`, "Set a size such as \"16Gi\", or \"0\" for none.");
	if (version === "v1alpha1") yield* sharedMemorySize(at(raw, "sharedMemory"), [...path, "sharedMemory"]);
	if (size === 0) return;
	const mount = mounts.find(({ mountPath }) => mountPath === "/dev/shm");
	if (mount !== void 0) yield problem("DYN-API-079", [...mount.path, mount.pathField], `the operator mounts ${require_facts.show(sharedMemory.value ?? "8Gi")} of its own at /dev/shm instead of ${require_facts.show(mount.name)}`, "Set the size with sharedMemorySize (v1alpha1: sharedMemory) and drop the mount, or set the size to \"0\".");
	const volume = volumes.value.findIndex((entry) => at(entry, "name") === "shared-memory");
	if (volume !== -1) yield problem("DYN-API-079", [...volumes.path, volume], "the operator replaces the volume \"shared-memory\" by its own", "Give the volume another name.");
}
/** A v1alpha1 setting of shared memory, of a service or of a checkpoint job. */
function* sharedMemorySize(setting, path) {
	if (setting === void 0 || at(setting, "disabled") === true) return;
	const size = at(setting, "size");
	if (!((typeof size === "string" || typeof size === "number" ? require_facts.quantityValue(size) : NaN) > 0)) yield problem("DYN-API-054", [...path, "size"], `must be above 0 unless disabled is true, got ${require_facts.show(size)}`, "Set a size such as \"16Gi\", or disabled: true.");
}
function* sidecarRules(component) {
	const { version, raw, path, containers } = component;
	for (const container of containers) if (container.role !== "main" && (container.image ?? "") === "") yield problem("DYN-API-080", [...container.path, "image"], `${container.role === "init" ? "init container" : "sidecar"} ${require_facts.show(container.name)} needs an image, got ${require_facts.show(container.image)}`, "Set its image.");
	if (!has(raw, "frontendSidecar")) return;
	const names = containers.filter(({ role }) => role !== "init").map(({ name }) => name);
	const sidecarPath = [...path, "frontendSidecar"];
	if (version === "v1alpha1") {
		const index = names.indexOf("sidecar-frontend");
		if (index !== -1) yield problem("DYN-API-062", [
			...path,
			"extraPodSpec",
			"containers",
			index,
			"name"
		], "frontendSidecar creates a container \"sidecar-frontend\", and there is one already", "Rename the container, or remove frontendSidecar.");
		return;
	}
	const sidecar = text(at(raw, "frontendSidecar")) ?? "";
	if (!names.includes(sidecar)) yield problem("DYN-API-061", sidecarPath, `must name a container of podTemplate (${names.map(require_facts.show).join(", ") || "it has none"}), got ${require_facts.show(sidecar)}`, "Add the container, or correct the name.");
}
// ../../work/main/packages/constructs/src/api/rules/endpoint-picker.ts
/** @module Rules about the endpoint picker. */
/** What an `epp` component needs, and what no other component may have. */
function* endpointPickerRules(component) {
	const { type, eppConfig, nodeCount, replicas, name } = component;
	const picker = type.value === "epp";
	if (eppConfig.value !== void 0) yield* configuration(component, picker);
	if (!picker) return;
	if (eppConfig.value === void 0) yield problem("DYN-API-058", eppConfig.path, `${require_facts.show(name)} is of type epp and needs eppConfig, got nothing`, "Set eppConfig.config, or eppConfig.configMapRef.");
	if (nodeCount.value !== void 0) yield problem("DYN-API-059", nodeCount.path, `an endpoint picker runs on 1 node, got ${nodeCount.value}`, "Remove multinode.");
	if (replicas.value !== void 0 && replicas.value !== 1) yield problem("DYN-API-060", replicas.path, `must be 1 for an endpoint picker, got ${replicas.value}`, "Set replicas to 1, or remove it.");
}
function* configuration({ type, eppConfig }, picker) {
	if (!picker) yield problem("DYN-API-055", eppConfig.path, `only a component of type epp may have it, this one is ${require_facts.show(type.value)}`, "Remove eppConfig, or set the type to epp.");
	const given = ["config", "configMapRef"].filter((field) => has(eppConfig.value, field));
	if (given.length !== 1) yield problem("DYN-API-056", eppConfig.path, `exactly one of config and configMapRef is needed, got ${given.length === 0 ? "none" : "both"}`, given.length === 0 ? "Set one of the two." : "Remove one of the two.");
	if (has(eppConfig.value, "configMapRef") && !text(at(eppConfig.value, "configMapRef", "name"))) yield problem("DYN-API-057", [
		...eppConfig.path,
		"configMapRef",
		"name"
	], "must not be empty", "Set the name of the ConfigMap.");
}
// ../../work/main/packages/constructs/src/api/rules/gpu-memory.ts
/** @module Rules about GPU memory service, standby engines and checkpoints. */
const workers = [
	"worker",
	"prefill",
	"decode"
];
/** Rules for a component that keeps weights in GPU memory, or starts from a checkpoint. */
function* gpuMemoryRules(component, backend) {
	const { gms, failover } = component;
	if (gms.value !== void 0) yield* gmsClients(gms.value, gms.path, gms.mode);
	if (gms.enabled) yield* gmsRules(component, backend);
	if (failover.enabled) yield* failoverRules(component);
	yield* checkpointRules$1(component);
}
/** The clients of GPU memory service; the CRD judges them also when the service is off. */
function* gmsClients(setting, path, mode) {
	const containers = items(at(setting, "extraClientContainers"));
	if (containers.length > 0 && mode !== "IntraPod") yield problem("DYN-API-066", [...path, "extraClientContainers"], `has ${containers.length} entries, but mode is ${mode}`, "Remove it, or use the mode inside one pod.");
	const pods = items(at(setting, "extraClientPods"));
	if (pods.length > 0) yield problem("DYN-API-067", [...path, "extraClientPods"], `must be empty, has ${pods.length} entries`, "Remove extraClientPods.");
}
function* gmsRules(component, backend) {
	const { name, type, gms, gpus, containers, version } = component;
	if (!workers.includes(type.value)) yield problem("DYN-API-063", gms.path, `needs a component of type worker, prefill or decode, ${require_facts.show(name)} is ${require_facts.show(type.value)}`, "Remove GPU memory service here, or correct the type.");
	if (gpus.value < 1) yield problem("DYN-API-064", gpus.path, `needs a GPU limit of at least 1 on the main container, got ${gpus.value}`, "Set resources.limits of the main container, such as nvidia.com/gpu: \"1\".");
	if (gms.mode === "InterPod" && backend !== "vllm") yield problem("DYN-API-065", ["spec", "backendFramework"], `must be "vllm" because ${require_facts.show(name)} has inter-pod GPU memory service, got ${require_facts.show(backend)}`, "Set spec.backendFramework to vllm.");
	const names = containers.flatMap((container) => container.role === "init" ? [] : [container.name]);
	if (version === "v1alpha1") names.push("main", has(component.raw, "frontendSidecar") ? "sidecar-frontend" : void 0);
	const known = names.filter((known) => known !== void 0);
	for (const [index, entry] of items(at(gms.value, "extraClientContainers")).entries()) {
		const client = text(entry);
		if (client === void 0 || known.includes(client)) continue;
		const close = require_facts.nearest(client, known);
		yield problem("DYN-API-068", [
			...gms.path,
			"extraClientContainers",
			index
		], `the pod has no container ${require_facts.show(client)}; it has ${known.map(require_facts.show).join(", ") || "none"}`, close === void 0 ? "Add the container, or remove the entry." : `Write ${close}.`);
	}
}
function* failoverRules({ name, type, gms, gpus, failover, version }) {
	if (!gms.enabled || gms.mode !== failover.mode) yield problem("DYN-API-069", gms.enabled ? [...failover.path, "mode"] : failover.path, `failover is ${failover.mode}, GPU memory service is ${gms.enabled ? gms.mode : "off"}`, gms.enabled ? "Give both the same mode." : "Add gpuMemoryService with the same mode.");
	const wrongType = [
		"epp",
		"frontend",
		"planner"
	].includes(type.value ?? "");
	if (failover.mode === "InterPod" && (gpus.value < 1 || wrongType)) yield problem("DYN-API-070", failover.path, `needs a worker with at least 1 GPU, ${require_facts.show(name)} is ${require_facts.show(type.value)} with ${gpus.value}`, "Remove failover here.");
	if (version === "v1alpha1" && failover.mode === "IntraPod" && failover.shadows !== 1) yield problem("DYN-API-071", [...failover.path, "numShadows"], `must be 1 inside one pod, got ${failover.shadows}`, "Set numShadows to 1.");
}
function* checkpointRules$1({ checkpoint, gms }) {
	const { value, path } = checkpoint;
	if (!has(value, "job")) return;
	const reference = text(at(value, "checkpointRef")) ?? "";
	if (reference !== "") yield problem("DYN-API-072", [...path, "job"], `checkpointRef names ${require_facts.show(reference)}, so there is no job to configure`, "Remove job, or remove checkpointRef.");
	const clients = items(at(value, "job", "gmsClientContainers"));
	if (clients.length > 0 && !(gms.enabled && gms.mode === "IntraPod")) yield problem("DYN-API-073", [
		...path,
		"job",
		"gmsClientContainers"
	], `has ${clients.length} entries, but GPU memory service is ${gms.enabled ? gms.mode : "off"}`, "Remove it, or add GPU memory service inside one pod.");
}
// ../../work/main/packages/constructs/src/api/rules/graph.ts
/** @module Rules about a graph as a whole: components, restart, topology, KV transfer, volume claims. */
/** Rules that only a graph can break. */
function* graphRules(graph) {
	yield* componentSet(graph);
	yield* restart(graph);
	yield* groveOnly(graph);
	yield* topology(graph);
	yield* kvTransfer(graph);
	if (graph.version === "v1alpha1") yield* volumeClaims(graph);
}
function* componentSet(graph) {
	if (graph.components.length === 0) yield problem("DYN-API-020", graph.componentsPath, "must have at least 1 component, has 0", "Add a component.");
	const seen = /* @__PURE__ */ new Map();
	for (const { name, path } of graph.components) {
		const first = seen.get(name.toLowerCase());
		if (first !== void 0 && first !== name) yield problem("DYN-API-022", graph.version === "v1beta1" ? [...path, "name"] : path, `${require_facts.show(name)} and ${require_facts.show(first)} differ only in case`, "Rename one of the two.");
		else seen.set(name.toLowerCase(), name);
		if (graph.version === "v1alpha1" && !/^[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/.test(name)) yield problem("DYN-API-021", path, `must be 1 to 63 letters, digits and inner hyphens, got ${require_facts.show(name)}`, "Rename the service.");
	}
	const pickers = graph.components.filter(({ type }) => type.value === "epp");
	for (const extra of pickers.slice(1)) yield problem("DYN-API-023", extra.type.path, `at most 1 component may be of type epp, there are ${pickers.length}: ${pickers.map(({ name }) => name).join(", ")}`, `Remove ${extra.name}, or give it another type.`);
}
function* restart(graph) {
	const path = ["spec", "restart"];
	if (!has(graph.spec, "restart")) return;
	if (graph.creating) yield problem("DYN-API-024", path, `refused when the graph is created, got id ${require_facts.show(at(graph.spec, "restart", "id"))}`, "Leave spec.restart out of the first apply, and set it afterwards.");
	const orderPath = [
		...path,
		"strategy",
		"order"
	];
	const order = items(at(graph.spec, "restart", "strategy", "order")).filter((name) => typeof name === "string");
	if (order.length === 0) return;
	if (at(graph.spec, "restart", "strategy", "type") === "Parallel") {
		yield problem("DYN-API-033", orderPath, `has ${order.length} entries, but Parallel restarts all components at once`, "Remove order, or use type Sequential.");
		return;
	}
	const names = graph.components.map(({ name }) => name);
	for (const [index, name] of order.entries()) {
		const at0 = [...orderPath, index];
		if (order.indexOf(name) !== index) yield problem("DYN-API-033", at0, `names ${require_facts.show(name)} twice`, "Remove one of the two.");
		else if (!names.includes(name)) {
			const close = require_facts.nearest(name, names);
			yield problem("DYN-API-033", at0, `no component is named ${require_facts.show(name)}; the graph has ${names.join(", ")}`, close === void 0 ? `Remove ${name}.` : `Write ${close}.`);
		}
	}
	const missing = names.filter((name) => !order.includes(name));
	if (missing.length > 0) yield problem("DYN-API-033", orderPath, `lists ${names.length - missing.length} of ${names.length} components; ${missing.join(", ")} is missing`, `Add ${missing.join(", ")}.`);
}
/** What the admission webhook takes only when Grove runs the graph. */
function* groveOnly(graph) {
	if (graph.grove) return;
	const uses = [];
	if ((text(at(graph.spec, "priorityClassName")) ?? "") !== "") uses.push(["priorityClassName", ["spec", "priorityClassName"]]);
	const policy = [
		"experimental",
		"kvTransferPolicy",
		"clusterTopologyName"
	];
	if (has(graph.spec, ...policy)) uses.push(["clusterTopologyName", ["spec", ...policy]]);
	for (const { minAvailable, gms } of graph.components) {
		if (minAvailable.value !== void 0) uses.push(["minAvailable", minAvailable.path]);
		if (gms.enabled && gms.mode === "InterPod") uses.push(["inter-pod GPU memory service", [...gms.path, "mode"]]);
	}
	for (const [what, path] of uses) yield problem("DYN-API-025", path, `${what} needs Grove, and this graph does not run on it`, "Remove it, or remove the annotation nvidia.com/enable-grove: \"false\" on a cluster with Grove.");
}
function* topology(graph) {
	const own = at(graph.spec, "topologyConstraint");
	for (const component of graph.components) {
		const constraint = at(component.raw, "topologyConstraint");
		if (constraint !== void 0 && own === void 0) yield problem("DYN-API-034", [...component.path, "topologyConstraint"], "the component names a pack domain, but the graph names no topology", "Set spec.topologyConstraint as well.");
		if (own !== void 0 && !has(own, "packDomain") && !has(constraint, "packDomain")) yield problem("DYN-API-034", component.path, `neither the graph nor ${require_facts.show(component.name)} has a packDomain`, "Set spec.topologyConstraint.packDomain, or one per component.");
	}
}
function* kvTransfer(graph) {
	const path = [
		"spec",
		"experimental",
		"kvTransferPolicy"
	];
	const policy = at(graph.spec, "experimental", "kvTransferPolicy");
	if (policy === void 0) return;
	const given = ["labelKey", "clusterTopologyName"].filter((field) => has(policy, field));
	if (given.length !== 1) yield problem("DYN-API-035", path, `exactly one of labelKey and clusterTopologyName is needed, got ${given.length === 0 ? "none" : "both"}`, given.length === 0 ? "Set labelKey." : "Remove one of the two.");
	const enforcement = text(at(policy, "enforcement")) ?? "required";
	const weight = count(at(policy, "preferredWeight"));
	if (enforcement === "preferred" && weight === void 0) yield problem("DYN-API-036", path, "enforcement is preferred, but preferredWeight is not set", "Set preferredWeight to a number from 0 to 1.");
	if (enforcement !== "preferred" && weight !== void 0) yield problem("DYN-API-036", [...path, "preferredWeight"], `is ${weight}, but enforcement is ${require_facts.show(enforcement)}`, "Set enforcement to preferred, or remove preferredWeight.");
	const [prefix = "", ...rest] = (text(at(policy, "labelKey")) ?? "").split("/");
	if (rest.length > 0 && prefix.length > 253) yield problem("DYN-API-037", [...path, "labelKey"], `the part before the slash must have at most 253 characters, has ${prefix.length}`, "Use a shorter label key.");
}
function* volumeClaims(graph) {
	for (const [index, claim] of items(at(graph.spec, "pvcs")).entries()) {
		const path = [
			"spec",
			"pvcs",
			index
		];
		if (at(claim, "name") === "") yield problem("DYN-API-038", [...path, "name"], "must not be \"\", the empty text", "Set a name.");
		if (at(claim, "create") !== true) continue;
		const missing = [
			"size",
			"storageClass",
			"volumeAccessMode"
		].filter((field) => !has(claim, field));
		if (missing.length > 0) yield problem("DYN-API-038", path, `create is true, but ${missing.join(", ")} of 3 needed fields ${missing.length === 1 ? "is" : "are"} missing`, `Set ${missing.join(", ")}, or create the claim yourself and remove create.`);
	}
}
// ../../work/main/packages/constructs/src/api/rules/container-view.ts
/** Containers, then init containers. In v1alpha1 the main container stands apart and is not among them. */
function containersOf(pod, path) {
	const read = (field) => items(at(pod, field)).map((raw, index) => {
		const name = text(at(raw, "name"));
		return {
			role: field === "initContainers" ? "init" : name === "main" ? "main" : "sidecar",
			name,
			image: text(at(raw, "image")),
			raw,
			path: [
				...path,
				field,
				index
			]
		};
	});
	return [...read("containers"), ...read("initContainers")];
}
/** Mounts of the main container, then those that v1alpha1 keeps beside it. */
function mainMountsOf(container, containerPath, beside, besidePath) {
	const read = (list, at0, pathField) => items(list).map((raw, index) => ({
		name: text(at(raw, "name")),
		mountPath: text(at(raw, pathField)),
		pathField,
		readOnly: at(raw, "readOnly") === true,
		cache: at(raw, "useAsCompilationCache") === true,
		path: [
			...at0,
			"volumeMounts",
			index
		]
	}));
	return [...read(at(container, "volumeMounts"), containerPath, "mountPath"), ...read(beside, besidePath, "mountPoint")];
}
// ../../work/main/packages/constructs/src/api/rules/component-view.ts
/** @module One component as rules see it, whichever API version wrote it. */
/** A place whose path is only put together when a rule speaks of it: most never do. */
var Place = class {
	value;
	#base;
	#steps;
	constructor(value, base, ...steps) {
		this.value = value;
		this.#base = base;
		this.#steps = steps;
	}
	get path() {
		return [...this.#base, ...this.#steps];
	}
};
/** Reads a v1beta1 component, or the spec of a v1beta1 component deployment. */
function betaComponent(raw, path, name) {
	const template = [
		...path,
		"podTemplate",
		"spec"
	];
	const pod = at(raw, "podTemplate", "spec");
	const containers = containersOf(pod, template);
	const main = containers.find((container) => container.role === "main");
	const mainPath = main?.path ?? [...template, "containers"];
	const gms = at(raw, "experimental", "gpuMemoryService");
	const failover = at(raw, "experimental", "failover");
	const claim = text(at(raw, "compilationCache", "pvcName"));
	return {
		version: "v1beta1",
		type: new Place(text(at(raw, "type")), path, "type"),
		image: {
			value: main?.image,
			path: main === void 0 ? mainPath : [...mainPath, "image"]
		},
		commandLine: commandLine(main?.raw),
		containers,
		mounts: main === void 0 ? [] : mainMountsOf(main.raw, mainPath, void 0, path),
		volumes: new Place(items(at(pod, "volumes")), template, "volumes"),
		gpus: new Place(gpuLimit(main?.raw), mainPath, "resources", "limits"),
		sharedMemory: new Place(amount(at(raw, "sharedMemorySize")), path, "sharedMemorySize"),
		gms: {
			value: gms,
			path: [
				...path,
				"experimental",
				"gpuMemoryService"
			],
			enabled: gms !== void 0,
			mode: gmsMode(gms)
		},
		failover: {
			value: failover,
			path: [
				...path,
				"experimental",
				"failover"
			],
			enabled: failover !== void 0,
			mode: gmsMode(failover),
			shadows: count(at(failover, "numShadows")) ?? 1
		},
		checkpoint: new Place(at(raw, "experimental", "checkpoint"), path, "experimental", "checkpoint"),
		cache: {
			value: claim === void 0 ? void 0 : {
				claim,
				path: text(at(raw, "compilationCache", "mountPath"))
			},
			path: [...path, "compilationCache"]
		},
		adapter: has(raw, "scalingAdapter"),
		...commonFields(raw, path, name)
	};
}
/** Reads a v1alpha1 service, or the spec of a v1alpha1 component deployment. */
function alphaComponent(raw, path, name) {
	const podPath = [...path, "extraPodSpec"];
	const pod = at(raw, "extraPodSpec");
	const main = at(pod, "mainContainer");
	const mainPath = [...podPath, "mainContainer"];
	const gms = at(raw, "gpuMemoryService");
	const failover = at(raw, "failover");
	const role = text(at(raw, "componentType"));
	const part = text(at(raw, "subComponentType"));
	const shared = at(raw, "sharedMemory");
	const cacheIndex = items(at(raw, "volumeMounts")).findIndex((mount) => at(mount, "useAsCompilationCache") === true);
	const cacheMount = at(raw, "volumeMounts", cacheIndex);
	const ownLimits = at(raw, "resources", "limits");
	return {
		version: "v1alpha1",
		type: new Place(role === "worker" && (part === "prefill" || part === "decode") ? part : role, path, "componentType"),
		image: new Place(text(at(main, "image")), mainPath, "image"),
		commandLine: commandLine(main),
		containers: containersOf(pod, podPath),
		mounts: mainMountsOf(main, mainPath, at(raw, "volumeMounts"), path),
		volumes: new Place(items(at(pod, "volumes")), podPath, "volumes"),
		gpus: new Place(Math.max(gpuLimit(main), gpuAmount(at(ownLimits, "gpu")), gpusAmong(at(ownLimits, "custom"))), path, "resources", "limits", "gpu"),
		sharedMemory: new Place(at(shared, "disabled") === true ? "0" : amount(at(shared, "size")), path, "sharedMemory", "size"),
		gms: {
			value: gms,
			path: [...path, "gpuMemoryService"],
			enabled: at(gms, "enabled") === true,
			mode: gmsMode(gms)
		},
		failover: {
			value: failover,
			path: [...path, "failover"],
			enabled: at(failover, "enabled") === true,
			mode: gmsMode(failover),
			shadows: count(at(failover, "numShadows")) ?? 1
		},
		checkpoint: new Place(at(raw, "checkpoint"), path, "checkpoint"),
		cache: {
			value: cacheMount === void 0 ? void 0 : {
				claim: text(at(cacheMount, "name")) ?? "",
				path: text(at(cacheMount, "mountPoint"))
			},
			path: [
				...path,
				"volumeMounts",
				Math.max(0, cacheIndex)
			]
		},
		adapter: at(raw, "scalingAdapter", "enabled") === true,
		...commonFields(raw, path, name)
	};
}
/** What both versions write alike. */
function commonFields(raw, path, name) {
	return {
		name,
		raw,
		path,
		replicas: new Place(count(at(raw, "replicas")), path, "replicas"),
		minAvailable: new Place(count(at(raw, "minAvailable")), path, "minAvailable"),
		nodeCount: new Place(has(raw, "multinode") ? count(at(raw, "multinode", "nodeCount")) ?? 2 : void 0, path, "multinode"),
		runtimeVersion: new Place(text(at(raw, "runtimeVersionOverride")), path, "runtimeVersionOverride"),
		eppConfig: new Place(at(raw, "eppConfig"), path, "eppConfig")
	};
}
/** v1alpha1 writes the modes with a small first letter. */
function gmsMode(setting) {
	return text(at(setting, "mode"))?.toLowerCase() === "interpod" ? "InterPod" : "IntraPod";
}
function commandLine(container) {
	return [...items(at(container, "command")), ...items(at(container, "args"))].filter((token) => typeof token === "string").join(" ");
}
function gpuLimit(container) {
	return gpusAmong(at(container, "resources", "limits"));
}
/** Whatever vendor names it: `nvidia.com/gpu`, `gpu.intel.com/xe`. */
function gpusAmong(limits) {
	return entries(limits).filter(([name]) => name.includes("gpu")).reduce((most, [, value]) => Math.max(most, gpuAmount(value)), 0);
}
function gpuAmount(value) {
	const gpus = require_facts.quantityValue(amount(value) ?? 0);
	return Number.isNaN(gpus) ? 0 : gpus;
}
// ../../work/main/packages/constructs/src/api/rules/graph-view.ts
/** @module A graph, or one component deployment, as rules see it, whichever API version wrote it. */
/** Reads a DynamoGraphDeployment. */
function graphView(object, context = {}) {
	const version = versionOf(object);
	const spec = at(object, "spec");
	return {
		componentsPath: ["spec", version === "v1beta1" ? "components" : "services"],
		components: version === "v1beta1" ? items(at(spec, "components")).map((raw, index) => betaComponent(raw, [
			"spec",
			"components",
			index
		], text(at(raw, "name")) ?? "")) : entries(at(spec, "services")).map(([name, raw]) => alphaComponent(raw, [
			"spec",
			"services",
			name
		], name)),
		...baseView(object, context)
	};
}
/** Reads a DynamoComponentDeployment. */
function deploymentView(object, context = {}) {
	const view = baseView(object, context);
	const name = text(at(view.spec, "name")) ?? view.name ?? "";
	return {
		componentsPath: ["spec"],
		components: [(view.version === "v1beta1" ? betaComponent : alphaComponent)(view.spec, ["spec"], name)],
		...view
	};
}
function baseView(object, context) {
	const refused = text(at(object, "metadata", "annotations", require_facts.annotations.enableGrove));
	return {
		version: versionOf(object),
		object,
		name: text(at(object, "metadata", "name")),
		namespace: text(at(object, "metadata", "namespace")),
		spec: at(object, "spec"),
		grove: (context.grove ?? true) && refused?.toLowerCase() !== "false",
		creating: (context.operation ?? "create") === "create"
	};
}
function versionOf(object) {
	return text(at(object, "apiVersion")) === "nvidia.com/v1alpha1" ? "v1alpha1" : "v1beta1";
}
// ../../work/main/packages/constructs/src/api/rules/model.ts
/** @module Rules about DynamoModel and DynamoCheckpoint. */
/** What the admission webhook says about a model. */
function* modelRules(object) {
	const spec = at(object, "spec");
	for (const field of ["modelName", "baseModelName"]) if (at(spec, field) === "") yield problem("DYN-API-110", ["spec", field], "must not be empty, got \"\"", `Set ${field}.`);
	const uri = text(at(spec, "source", "uri"));
	if (at(spec, "modelType") !== "lora" || uri !== void 0 && isPlaceholder(uri)) return;
	if (uri === void 0 || !/^(s3|hf):\/\/|^file:\/\/\//.test(uri)) yield problem("DYN-API-111", [
		"spec",
		"source",
		"uri"
	], `must begin with s3://, hf:// or file:/// for a lora, got ${require_facts.show(uri)}`, "Set the place of the adapter's weights.");
}
/** What CRD and operator say about a checkpoint. */
function* checkpointRules(object) {
	const gms = at(object, "spec", "gpuMemoryService");
	const path = ["spec", "gpuMemoryService"];
	const interPod = text(at(gms, "mode"))?.toLowerCase() === "interpod";
	if (gms !== void 0) yield* gmsClients(gms, path, interPod ? "InterPod" : "IntraPod");
	if (interPod && at(gms, "enabled") === true) yield problem("DYN-API-112", [...path, "mode"], `must be "intraPod", got ${require_facts.show(at(gms, "mode"))}`, "Set mode to intraPod, or remove it.");
	yield* sharedMemorySize(at(object, "spec", "job", "sharedMemory"), [
		"spec",
		"job",
		"sharedMemory"
	]);
}
// ../../work/main/packages/constructs/src/api/rules/mounts.ts
/** @module Rules about volume mounts and the compilation cache. */
/** Mounts need a name and a path; the cache needs a place of its own. */
function* mountRules(component, backend) {
	const sidecars = component.containers.filter(({ role }) => role !== "main").flatMap(({ raw, path }) => mainMountsOf(raw, path, void 0, path));
	for (const mount of [...component.mounts, ...sidecars]) {
		if (mount.cache && (mount.mountPath ?? "") === "") continue;
		for (const [field, value] of [["name", mount.name], [mount.pathField, mount.mountPath]]) if (value === "" || value === void 0 && field === "mountPoint") yield problem("DYN-API-074", [...mount.path, field], `must not be empty, got ${require_facts.show(value)}`, field === "mountPoint" ? "Set mountPoint, or useAsCompilationCache: true." : `Set ${field}.`);
	}
	yield* cacheRules(component, backend ?? detectBackend(component.commandLine));
}
/** The path that vLLM uses when none is given. */
const vllmCache = "/root/.cache/vllm";
function* cacheRules(component, backend) {
	const { cache, version, mounts, volumes } = component;
	if (cache.value === void 0) return;
	const { claim } = cache.value;
	const given = cache.value.path === "" ? void 0 : cache.value.path;
	if (given === void 0 && backend !== "vllm") yield problem("DYN-API-077", [...cache.path, version === "v1beta1" ? "mountPath" : "mountPoint"], `required for backend ${require_facts.show(backend ?? "unknown")}: only vllm has a default path`, "Set the path at which the engine keeps compiled kernels.");
	const path = given ?? vllmCache;
	for (const mount of mounts) {
		if (mount.cache || mount.mountPath === void 0) continue;
		const same = mount.mountPath.replace(/\/+$/, "") === path.replace(/\/+$/, "");
		if (same && mount.name !== claim) yield problem("DYN-API-078", [...mount.path, mount.pathField], `${require_facts.show(path)} is the compilation cache of claim ${require_facts.show(claim)}, and ${require_facts.show(mount.name)} is mounted there as well`, "Mount one of the two elsewhere.");
		if (same && mount.name === claim && mount.readOnly) yield problem("DYN-API-078", [...mount.path, "readOnly"], `claim ${require_facts.show(claim)} is the compilation cache, but is mounted read-only`, "Remove readOnly.");
	}
	for (const [index, volume] of volumes.value.entries()) {
		if (at(volume, "name") !== claim) continue;
		const source = at(volume, "persistentVolumeClaim");
		const name = text(at(source, "claimName"));
		if (name !== claim || at(source, "readOnly") === true) yield problem("DYN-API-078", [...volumes.path, index], `a volume called like the cache must be exactly claim ${require_facts.show(claim)}, writable, got ${name === void 0 ? "another kind of volume" : name === claim ? "it read-only" : `claim ${require_facts.show(name)}`}`, "Correct the volume, or give it another name.");
	}
}
/** The backend that the operator reads off a worker's command: `python3 -m dynamo.vllm`. */
function detectBackend(commandLine) {
	return /\bpython[\d.]*\s+(?:-\S+\s+)*?-m\s+dynamo\.(vllm|sglang|trtllm)\b/.exec(commandLine)?.[1];
}
// ../../work/main/packages/constructs/src/api/rules/names.ts
/** @module Rules about the names that the operator derives from graph and components. */
/** Longest Service name and label value. */
const longest = 63;
/** Derived names must fit what Grove and Kubernetes allow. */
function* nameRules(graph) {
	const { name } = graph;
	if (name === void 0 || name === "" || isPlaceholder(name)) return;
	if (graph.grove) yield* groveBudget(graph, name);
	yield* serviceNames(graph, name);
	if (graph.components.some(({ raw }) => at(raw, "globalDynamoNamespace") !== true) && graph.namespace !== void 0 && !isPlaceholder(graph.namespace)) {
		const value = require_facts.dynamoNamespace(graph.namespace, name);
		if (value.length > longest) yield problem("DYN-API-040", ["metadata", "name"], `${require_facts.show(value)} has ${value.length} characters (namespace ${graph.namespace.length} + 1 + graph ${name.length}), at most ${longest} are possible`, `Shorten the graph's or the namespace's name by ${value.length - longest}.`);
	}
}
function* groveBudget(graph, name) {
	const parts = graph.components.map((component) => {
		const { nodeCount, gms } = component;
		return {
			name: component.name,
			nodeCount: nodeCount.value,
			interPodGms: gms.enabled && gms.mode === "InterPod"
		};
	});
	const set = require_facts.podCliqueSetName(name, parts);
	if (set !== name) yield problem("DYN-API-027", ["metadata", "name"], `the PodCliqueSet will be named ${require_facts.show(set)}: ${name.length} characters of the graph and ${Math.max(...parts.map(require_facts.groveCost))} of its longest component do not fit into 45`, "Nothing to do unless something selects pods by the graph's name.");
	for (const [index, component] of graph.components.entries()) {
		const part = parts[index];
		if (part === void 0) continue;
		const cost = require_facts.groveCost(part);
		const total = set.length + cost;
		if (total > 45) yield problem("DYN-API-026", graph.version === "v1beta1" ? [...component.path, "name"] : component.path, `${require_facts.show(component.name)} needs ${cost} of 45 characters (scaling group and clique), the PodCliqueSet name ${set.length}: ${total} in all`, `Shorten the component's name; ${longestName(part, name)} characters fit.`);
	}
}
/** The longest name that such a component may have: the PodCliqueSet name is never cut below 8 characters. */
function longestName(part, graph) {
	const set = Math.min(8, graph.length);
	let length = 45;
	while (length > 1 && set + require_facts.groveCost({
		...part,
		name: "x".repeat(length)
	}) > 45) length -= 1;
	return length;
}
function* serviceNames(graph, name) {
	if (/^[0-9]/.test(name)) yield problem("DYN-API-039", ["metadata", "name"], `Services are named after the graph and must begin with a letter, got ${require_facts.show(name)}`, "Rename the graph.");
	for (const component of graph.components) {
		const hash = [
			"worker",
			"prefill",
			"decode"
		].includes(component.type.value ?? "") && !graph.grove ? 9 : 0;
		const length = name.length + 1 + component.name.length + hash;
		if (length > longest) yield problem("DYN-API-039", graph.version === "v1beta1" ? [...component.path, "name"] : component.path, `its Service name has ${length} characters (graph ${name.length} + 1 + component ${component.name.length}${hash === 0 ? "" : " + 9 of the worker hash"}), at most ${longest} are possible`, `Shorten the graph's or the component's name by ${length - longest}.`);
	}
}
// ../../work/main/packages/constructs/src/api/rules/request.ts
/** @module Rules about a DynamoGraphDeploymentRequest, in both versions. */
/** What admission and the profiler say about a request. */
function* requestRules(object) {
	const spec = at(object, "spec");
	const alpha = text(at(object, "apiVersion")) === "nvidia.com/v1alpha1";
	const config = ["profilingConfig", "config"];
	yield* imageRule(spec, alpha ? ["profilingConfig", "profilerImage"] : ["image"]);
	yield* serviceLevels(spec, alpha ? [...config, "sla"] : ["sla"]);
	yield* mockerRule(spec, {
		mocker: alpha ? ["useMocker"] : [
			"features",
			"mocker",
			"enabled"
		],
		planner: alpha ? [...config, "planner"] : ["features", "planner"]
	});
	if (!alpha) yield* betaRules(spec);
}
function* imageRule(spec, path) {
	const image = text(at(spec, ...path)) ?? "";
	if (image === "" || isPlaceholder(image) || tellsRelease(image)) return;
	if ((text(at(spec, "runtimeVersionOverride")) ?? "") !== "") return;
	yield problem("DYN-API-101", ["spec", ...path], `the tag must be MAJOR.MINOR.PATCH (such as 1.4.0), got ${require_facts.show(require_facts.parseImage(image).tag)} in ${require_facts.show(image)}`, "Use a tag with the release, or set runtimeVersionOverride.");
}
function* serviceLevels(spec, path) {
	for (const field of [
		"ttft",
		"itl",
		"e2eLatency"
	]) {
		const milliseconds = count(at(spec, ...path, field));
		if (milliseconds !== void 0 && milliseconds <= 0) yield problem("DYN-API-103", [
			"spec",
			...path,
			field
		], `must be above 0 ms, got ${milliseconds}`, `Set ${field} to the milliseconds that are acceptable, or remove it.`);
	}
	if (!has(spec, ...path, "e2eLatency")) return;
	for (const field of ["ttft", "itl"]) if (has(spec, ...path, field)) yield problem("DYN-API-104", [
		"spec",
		...path,
		field
	], `${require_facts.show(at(spec, ...path, field))} ms has no effect: e2eLatency is ${require_facts.show(at(spec, ...path, "e2eLatency"))} ms`, `Remove ${field}, or remove e2eLatency.`);
}
function* mockerRule(spec, paths) {
	const sweep = [...paths.planner, "pre_deployment_sweeping_mode"];
	if (at(spec, ...paths.mocker) === true && at(spec, ...sweep) === "none") yield problem("DYN-API-107", ["spec", ...sweep], "must not be \"none\" together with the mocker", "Use rapid or thorough, or switch the mocker off.");
}
function* betaRules(spec) {
	if (at(spec, "searchStrategy") === "thorough" && (at(spec, "backend") ?? "auto") === "auto") yield problem("DYN-API-100", ["spec", "backend"], `must be sglang, trtllm or vllm with searchStrategy thorough, got ${require_facts.show(at(spec, "backend") ?? "auto")}`, "Set the backend, or use searchStrategy rapid.");
	if (has(spec, "workload", "concurrency") && has(spec, "workload", "requestRate")) yield problem("DYN-API-102", ["spec", "workload"], `concurrency (${require_facts.show(at(spec, "workload", "concurrency"))}) and requestRate (${require_facts.show(at(spec, "workload", "requestRate"))}) exclude one another`, "Remove one of the two.");
	const gpus = count(at(spec, "hardware", "numGpusPerNode"));
	if (gpus !== void 0 && gpus <= 0) yield problem("DYN-API-106", [
		"spec",
		"hardware",
		"numGpusPerNode"
	], `must be above 0, got ${gpus}`, "Set the number of GPUs per machine, or remove it to have it discovered.");
	if (!has(spec, "overrides", "dgd")) return;
	for (const field of ["apiVersion", "kind"]) if (!text(at(spec, "overrides", "dgd", field))) yield problem("DYN-API-105", [
		"spec",
		"overrides",
		"dgd",
		field
	], `required, got ${require_facts.show(at(spec, "overrides", "dgd", field))}`, `Set ${field}: ${field === "kind" ? "DynamoGraphDeployment" : "nvidia.com/v1beta1"}.`);
}
// ../../work/main/packages/constructs/src/api/rules/index.ts
/**
* What the API refuses (or warns of) in an object whose fields are all right by the schema.
* Reads both API versions as they are written; anything that is not Dynamo's gives no findings.
*
* @see deploy/operator/internal/webhook/validation
*/
function checkRules(object, context = {}) {
	return isNvidia(object) ? findingsOf(object, rulesOf(object, context)) : [];
}
function* rulesOf(object, context) {
	switch (text(at(object, "kind"))) {
		case "DynamoGraphDeployment": {
			const graph = graphView(object, context);
			yield* objectRules(object);
			yield* annotationRules(graph);
			yield* nameRules(graph);
			yield* graphRules(graph);
			yield* allComponentRules(graph, true);
			return;
		}
		case "DynamoComponentDeployment":
			yield* objectRules(object);
			yield* allComponentRules(deploymentView(object, context), false);
			return;
		case "DynamoGraphDeploymentRequest":
			yield* objectRules(object);
			yield* requestRules(object);
			return;
		case "DynamoModel":
			yield* objectRules(object);
			yield* modelRules(object);
			return;
		case "DynamoCheckpoint":
			yield* objectRules(object);
			yield* checkpointRules(object);
			return;
		case "DynamoGraphDeploymentScalingAdapter":
		case "DynamoWorkerMetadata":
		case "PodSnapshot":
		case "PodSnapshotContent":
			yield* objectRules(object);
			return;
	}
}
function* allComponentRules(graph, inGraph) {
	const backend = text(at(graph.spec, "backendFramework"));
	for (const component of graph.components) {
		yield* componentRules(component, inGraph);
		yield* endpointPickerRules(component);
		yield* gpuMemoryRules(component, backend);
		yield* mountRules(component, backend);
		yield* alphaServiceRules(component);
	}
}
// ../../work/main/packages/constructs/src/api/rules/update-graph.ts
/** @module Changes of a graph, or of one component deployment, that the API refuses. */
const replace = "Keep the old value, or delete the graph and create it anew.";
/** What may not change in a graph. */
function* graphChanges(before, after, context) {
	const was = graphView(before, context);
	const is = graphView(after, context);
	yield* names(was, is);
	yield* settings(was, is);
	for (const component of is.components) {
		const old = was.components.find(({ name }) => name === component.name);
		if (old !== void 0) yield* componentChanges(old, component, is);
	}
}
/** What may not change in a component deployment. */
function* deploymentChanges(before, after, context) {
	const was = deploymentView(before, context);
	const is = deploymentView(after, context);
	const [old] = was.components;
	const [component] = is.components;
	if (old !== void 0 && component !== void 0) yield* componentChanges(old, component, {
		grove: false,
		judged: false
	});
}
function* names(was, is) {
	const before = was.components.map(({ name }) => name);
	const after = is.components.map(({ name }) => name);
	const added = after.filter((name) => !before.includes(name));
	const removed = before.filter((name) => !after.includes(name));
	if (added.length + removed.length === 0) return;
	const changes = [...added.map((name) => `+${name}`), ...removed.map((name) => `-${name}`)];
	yield problem("DYN-API-120", is.componentsPath, `${before.length} components became ${after.length}: ${changes.join(", ")}`, "Keep the names (0 replicas park a component), or delete the graph and create it anew.");
}
function* settings(was, is) {
	const backend = (graph) => at(graph.spec, "backendFramework");
	if (backend(was) !== backend(is)) yield problem("DYN-API-121", ["spec", "backendFramework"], `was ${require_facts.show(backend(was))}, got ${require_facts.show(backend(is))}`, replace);
	const topology = ({ spec }) => {
		const constraint = at(spec, "topologyConstraint");
		return [at(constraint, "clusterTopologyName") ?? at(constraint, "topologyProfile"), at(constraint, "packDomain")];
	};
	if (!(0, node_util.isDeepStrictEqual)(topology(was), topology(is))) yield problem("DYN-API-122", ["spec", "topologyConstraint"], `topology and pack domain were ${topology(was).map(require_facts.show).join(" and ")}, got ${topology(is).map(require_facts.show).join(" and ")}`, replace);
	const transfer = ({ spec }) => {
		const policy = at(spec, "experimental", "kvTransferPolicy");
		if (policy === void 0) return void 0;
		return [
			"labelKey",
			"clusterTopologyName",
			"domain",
			"enforcement",
			"preferredWeight"
		].map((field) => at(policy, field) ?? (field === "enforcement" ? "required" : void 0));
	};
	if (!(0, node_util.isDeepStrictEqual)(transfer(was), transfer(is))) yield problem("DYN-API-123", [
		"spec",
		"experimental",
		"kvTransferPolicy"
	], `was ${printed(transfer(was))}, got ${printed(transfer(is))}`, replace);
	const phase = at(was.object, "status", "rollingUpdate", "phase");
	const restart = (graph) => at(graph.spec, "restart", "id");
	if ((phase === "Pending" || phase === "InProgress") && restart(was) !== restart(is)) yield problem("DYN-API-128", [
		"spec",
		"restart",
		"id"
	], `was ${require_facts.show(restart(was))}, got ${require_facts.show(restart(is))} while a rolling update is ${phase}`, "Wait until the rolling update is completed.");
}
function printed(values) {
	return (values?.filter((value) => value !== void 0).map(require_facts.show))?.join(" ") ?? "nothing";
}
/** `judged` is false for a component deployment, whose image tag nobody looks at. */
function* componentChanges(was, is, { grove, judged = true }) {
	const packDomain = ({ raw }) => at(raw, "topologyConstraint", "packDomain");
	if (packDomain(was) !== packDomain(is)) yield problem("DYN-API-122", [...is.path, "topologyConstraint"], `pack domain was ${require_facts.show(packDomain(was))}, got ${require_facts.show(packDomain(is))}`, replace);
	if (was.nodeCount.value === void 0 !== (is.nodeCount.value === void 0)) yield problem("DYN-API-124", is.nodeCount.path, `nodes per replica were ${was.nodeCount.value ?? 1}, got ${is.nodeCount.value ?? 1}`, replace);
	const least = ({ minAvailable }) => minAvailable.value ?? (grove ? 1 : void 0);
	if (least(was) !== void 0 && least(was) !== least(is)) yield problem("DYN-API-125", is.minAvailable.path, `was ${least(was)}${was.minAvailable.value === void 0 ? " (set by the webhook)" : ""}, got ${require_facts.show(least(is))}`, replace);
	yield* gpuMemoryChanges(was, is);
	yield* scalingChanges(was, is);
	yield* imageChanges(was, is, judged);
}
function* gpuMemoryChanges(was, is) {
	const between = (setting) => setting.enabled && setting.mode === "InterPod";
	for (const part of ["gms", "failover"]) if (between(was[part]) !== between(is[part])) yield problem("DYN-API-126", is[part].path, `${part === "gms" ? "GPU memory service" : "failover"} between pods was ${between(was[part]) ? "on" : "off"}, got ${between(is[part]) ? "on" : "off"}`, replace);
	if (was.failover.enabled && is.failover.enabled && was.failover.shadows !== is.failover.shadows) yield problem("DYN-API-126", [...is.failover.path, "numShadows"], `was ${was.failover.shadows}, got ${is.failover.shadows}`, replace);
}
function* scalingChanges(was, is) {
	if (!was.adapter && !is.adapter) return;
	const before = was.replicas.value ?? 1;
	if (is.replicas.value === void 0 || is.replicas.value === before) return;
	yield problem("DYN-API-127", is.replicas.path, `was ${before}, got ${is.replicas.value}, but ${require_facts.show(is.name)} has a scaling adapter`, "Leave replicas out and apply server-side; scale the adapter instead.");
}
function* imageChanges(was, is, judged) {
	const before = was.image.value ?? "";
	const after = is.image.value ?? "";
	if (before !== "" && after === "") {
		yield problem("DYN-API-129", is.image.path, `was ${require_facts.show(before)}, got nothing`, "Set the image.");
		return;
	}
	if (!judged) return;
	const told = (component) => (component.runtimeVersion.value ?? "") !== "";
	const changed = before !== after || told(was) && !told(is);
	if (after === "" || !changed || told(is) || isPlaceholder(after) || tellsRelease(after)) return;
	yield problem("DYN-API-129", is.image.path, `was ${require_facts.show(before)}, got tag ${require_facts.show(require_facts.parseImage(after).tag)}, which is not MAJOR.MINOR.PATCH`, "Use a tag with the release, or set runtimeVersionOverride.");
}
// ../../work/main/packages/constructs/src/api/rules/update.ts
/** @module Changes that the API refuses, by kind. */
/**
* What the API refuses when the first object is changed into the second. Either may be in either
* version. The old object may be a live one: its status is looked at where a rule depends on it.
* Objects of different kind or name are not a change of one another and give no findings.
*/
function checkUpdate(oldObject, newObject, context = {}) {
	const sameField = (...path) => at(oldObject, ...path) === at(newObject, ...path);
	return isNvidia(oldObject) && isNvidia(newObject) && sameField("kind") && sameField("metadata", "name") && sameField("metadata", "namespace") ? findingsOf(newObject, changesOf(oldObject, newObject, context)) : [];
}
function* changesOf(before, after, context) {
	switch (text(at(after, "kind"))) {
		case "DynamoGraphDeployment":
			yield* graphChanges(before, after, context);
			return;
		case "DynamoComponentDeployment":
			yield* deploymentChanges(before, after, context);
			return;
		case "DynamoGraphDeploymentRequest":
			yield* requestChanges(before, after);
			return;
		case "DynamoCheckpoint":
			yield* frozen(before, after, ["spec", "identity"], "DYN-API-130");
			return;
		case "PodSnapshot":
		case "PodSnapshotContent":
			yield* frozen(before, after, ["spec"], "DYN-API-130");
			return;
		case "DynamoModel":
			yield* frozen(before, after, ["spec", "baseModelName"], "DYN-API-131");
			yield* frozen(before, after, ["spec", "modelType"], "DYN-API-131", "base");
			return;
	}
}
/** One field that may never change, with the default that an absent one counts as. */
function* frozen(before, after, path, code, absent) {
	const was = at(before, ...path) ?? absent;
	const is = at(after, ...path) ?? absent;
	if (was !== void 0 && !(0, node_util.isDeepStrictEqual)(was, is)) yield problem(code, path, `was ${require_facts.show(was)}, got ${typeof is === "object" ? "another one" : require_facts.show(is)}`, "Keep the old value, or delete the object and create it anew.");
}
/** Phases in which a request's spec is frozen. */
const frozenPhases = [
	"Profiling",
	"Ready",
	"Deploying",
	"Deployed"
];
function* requestChanges(before, after) {
	const phase = at(before, "status", "phase") ?? at(before, "status", "state");
	if (!frozenPhases.includes(phase) || !(0, node_util.isDeepStrictEqual)(at(before, "apiVersion"), at(after, "apiVersion"))) return;
	const alpha = at(before, "apiVersion") === "nvidia.com/v1alpha1";
	const manual = (at(before, "spec", "autoApply") ?? !alpha) === false;
	const fields = new Set([...entries(at(before, "spec")), ...entries(at(after, "spec"))].map(([field]) => field));
	for (const field of fields) {
		const was = at(before, "spec", field);
		const is = at(after, "spec", field);
		if ((0, node_util.isDeepStrictEqual)(was, is)) continue;
		if (manual && field === "runtimeVersionOverride" && (phase === "Profiling" || phase === "Ready")) continue;
		if (manual && field === "autoApply" && phase === "Ready" && is === true) continue;
		yield problem("DYN-API-132", ["spec", field], `changed in phase ${require_facts.show(phase)}: was ${require_facts.show(was)}, got ${require_facts.show(is)}`, "Keep the old value, or create a new request.");
	}
}
// ../../work/main/packages/constructs/src/api/acceptance.ts
/** @module A quick yes: most objects are right, and zod reads every field of a schema to find that out. */
const known = /* @__PURE__ */ new WeakMap();
/** The quick judge of a schema, put together when it is first asked for. */
function acceptanceOf(schema) {
	const found = known.get(schema);
	if (found !== void 0) return found;
	const accepts = build(schema);
	known.set(schema, accepts);
	return accepts;
}
function build(schema) {
	if (schema instanceof zod.z.ZodOptional) {
		const accepts = acceptanceOf(schema.unwrap());
		return (value) => value === void 0 || accepts(value);
	}
	if (schema instanceof zod.z.ZodObject && schema.def.catchall instanceof zod.z.ZodNever) return checked(schema, object(schema));
	if (schema instanceof zod.z.ZodArray) {
		const accepts = acceptanceOf(schema.element);
		return checked(schema, (value) => Array.isArray(value) && all(value, accepts));
	}
	if (schema instanceof zod.z.ZodRecord && isAnyText(schema.keyType)) {
		const accepts = acceptanceOf(schema.valueType);
		return checked(schema, (value) => isMap(value) && all(Object.values(value), accepts));
	}
	if (schema instanceof zod.z.ZodEnum) return (value) => schema.options.some((one) => one === value);
	if (schema instanceof zod.z.ZodBoolean) return (value) => typeof value === "boolean";
	if (isAnyText(schema)) return (value) => typeof value === "string";
	return (value) => schema.safeParse(value).success;
}
/** Unlike `every`, it sees the holes of a list. */
function all(items, accepts) {
	for (const item of items) if (!accepts(item)) return false;
	return true;
}
/** Looks only at the fields that are there, and at those that must be. */
function object(schema) {
	const { shape } = schema;
	const required = Object.keys(shape).filter((key) => !(shape[key] instanceof zod.z.ZodOptional));
	const fields = /* @__PURE__ */ new Map();
	return (value) => {
		if (!isMap(value) || !required.every((key) => key in value)) return false;
		for (const key of Object.keys(value)) {
			let accepts = fields.get(key);
			if (accepts === void 0) {
				if (!Object.hasOwn(shape, key)) return false;
				accepts = acceptanceOf(shape[key]);
				fields.set(key, accepts);
			}
			if (!accepts(value[key])) return false;
		}
		return true;
	};
}
/** Shape first, then what the schema says beyond it: the length of a list, keys that differ. */
function checked(schema, accepts) {
	const { checks = [] } = schema.def;
	if (checks.length === 0) return accepts;
	return (value) => {
		if (!accepts(value)) return false;
		const payload = {
			value,
			issues: []
		};
		for (const check of checks) check._zod.check(payload);
		return payload.issues.length === 0;
	};
}
/** An object as JSON has it; zod decides about every other. */
function isMap(value) {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
function isAnyText(schema) {
	return schema instanceof zod.z.ZodString && (schema.def.checks ?? []).length === 0;
}
// ../../work/main/packages/constructs/src/api/renamed-field.ts
/** @module Fields whose name differs between v1alpha1 and v1beta1. */
/** v1alpha1 name, then v1beta1 name. */
const pairs = [
	["services", "components"],
	["envs", "env"],
	["componentType", "type"],
	["subComponentType", "type"],
	["extraPodSpec", "podTemplate.spec"],
	["extraPodMetadata", "podTemplate.metadata"],
	["mainContainer", "containers (name: \"main\")"],
	["sharedMemory", "sharedMemorySize"],
	["mountPoint", "mountPath"],
	["envFromSecret", "podTemplate.spec.containers[].envFrom"],
	["topologyProfile", "clusterTopologyName"],
	["gpuMemoryService", "experimental.gpuMemoryService"],
	["failover", "experimental.failover"],
	["checkpoint", "experimental.checkpoint"],
	["serviceName", "componentName"]
];
const toV1beta1 = new Map(pairs);
const toV1alpha1 = new Map(pairs.map(([alpha, beta]) => [beta, alpha]));
/** What this API version calls a field that the other version calls `name`. */
function otherVersionName(apiVersion, name) {
	return (apiVersion.endsWith("/v1beta1") ? toV1beta1 : toV1alpha1).get(name);
}
// ../../work/main/packages/constructs/src/api/schema-issue.ts
/** @module Turns one issue of zod into what a person needs: field, value, bound, fix. */
/** The problems behind one issue; several when it names several unknown fields. */
function describeIssue(issue, object, root) {
	const path = issue.path.filter((step) => typeof step !== "symbol");
	const value = written(object, path);
	const got = value === null && typeof path.at(-1) === "string" ? void 0 : value;
	const schema = schemaAt(root, path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => unknownField(key, path, schema, object));
		case "invalid_type": return [wrongType(path, got, schema, issue.expected)];
		case "invalid_union": return [wrongType(path, got, schema, "int or string")];
		case "invalid_value": return [wrongValue(path, got, issue.values)];
		case "too_small": return [outOfBounds(path, got, issue.origin, `at least ${issue.minimum}`, issue.minimum)];
		case "too_big": return [outOfBounds(path, got, issue.origin, `at most ${issue.maximum}`, issue.maximum)];
		case "invalid_format": {
			const form = description(schema) ?? `text of the form ${issue.pattern ?? issue.format}`;
			return [{
				code: "DYN-API-005",
				path,
				message: `must be ${form}, got ${require_facts.show(got)}`,
				fix: `Write ${form}.`
			}];
		}
		case "custom": return [listProblem(path, got, issue.params)];
		default: return [{
			code: "DYN-API-002",
			path,
			message: issue.message,
			fix: "Correct the value."
		}];
	}
}
function unknownField(key, path, schema, object) {
	const known = schema instanceof zod.z.ZodObject ? Object.keys(schema.shape) : [];
	const meant = otherVersionName(text(at(object, "apiVersion")) ?? "", key) ?? require_facts.nearest(key, known);
	const hint = meant === void 0 ? "" : `; did you mean ${require_facts.show(meant)}?`;
	return {
		code: "DYN-API-001",
		path: [...path, key],
		message: `unknown field ${require_facts.show(key)}${hint}`,
		fix: meant === void 0 ? `Remove ${key}.` : `Write ${meant} instead of ${key}.`,
		meant
	};
}
const typeNames = {
	array: "a list",
	boolean: "true or false",
	int: "a whole number",
	"int or string": "a whole number or text",
	number: "a number",
	object: "an object",
	record: "an object",
	string: "text"
};
function wrongType(path, got, schema, expected) {
	const wanted = description(schema) ?? typeNames[expected] ?? expected;
	if (got === void 0) return {
		code: "DYN-API-006",
		path,
		message: `required: ${wanted}, got nothing`,
		fix: `Set ${path.at(-1) ?? "the object"}.`
	};
	const fix = (expected === "string" || expected === "int or string") && typeof got !== "object" ? `Put it in quotes: "${String(got)}".` : `Write ${wanted}.`;
	return {
		code: "DYN-API-002",
		path,
		message: `must be ${wanted}, got ${require_facts.show(got)}`,
		fix
	};
}
function wrongValue(path, got, values) {
	const allowed = values.map((value) => require_facts.show(value)).join(", ");
	if (got === void 0) return {
		code: "DYN-API-006",
		path,
		message: `required: one of ${allowed}, got nothing`,
		fix: `Set ${path.at(-1) ?? "the object"}.`
	};
	const close = typeof got === "string" ? require_facts.nearest(got, values.map(String)) : void 0;
	const hint = close === void 0 ? "" : `; did you mean ${require_facts.show(close)}?`;
	return {
		code: "DYN-API-003",
		path,
		message: `must be one of ${allowed}, got ${require_facts.show(got)}${hint}`,
		fix: close === void 0 ? `Use one of ${allowed}.` : `Use ${require_facts.show(close)}.`,
		meant: close
	};
}
function outOfBounds(path, got, origin, bound, limit) {
	if (origin === "array") return tooMany(path, items(got).length, Number(limit));
	if (origin === "string") {
		const length = text(got)?.length ?? 0;
		return {
			code: "DYN-API-008",
			path,
			message: `must have ${bound} characters, has ${length}: ${require_facts.show(got)}`,
			fix: length === 0 ? "Write a value, or remove the field." : `Use ${bound} characters.`
		};
	}
	return {
		code: "DYN-API-004",
		path,
		message: `must be ${bound}, got ${require_facts.show(got)}`,
		fix: `Use ${bound}.`,
		meant: limit
	};
}
function tooMany(path, length, limit) {
	return {
		code: "DYN-API-007",
		path,
		message: `must have at most ${limit} entries, has ${length}`,
		fix: `Remove ${length - limit} of them.`
	};
}
function listProblem(path, got, params) {
	const limit = count(at(params, "tooMany"));
	if (limit !== void 0) return tooMany(path, Object.keys(Object(got)).length, limit);
	const first = count(at(params, "duplicateOf")) ?? 0;
	return {
		code: "DYN-API-009",
		path,
		message: `repeats entry ${first}: both have the key ${items(at(params, "key")).map((value) => require_facts.show(value)).join(", ")}`,
		fix: `Merge it into entry ${first}, or change one of the two.`
	};
}
/** The schema of one field; undefined where the path leaves what the schema describes. */
function schemaAt(root, path) {
	let here = unwrap(root);
	for (const step of path) if (here instanceof zod.z.ZodObject) here = unwrap(at(here.shape, step));
	else if (here instanceof zod.z.ZodArray) here = unwrap(here.element);
	else if (here instanceof zod.z.ZodRecord) here = unwrap(here.valueType);
	else return void 0;
	return here instanceof zod.z.ZodType ? here : void 0;
}
function unwrap(schema) {
	return schema instanceof zod.z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}
/** What the field takes, in words. */
function description(schema) {
	return schema?.meta()?.description;
}
// ../../work/main/packages/constructs/src/api/schema.ts
/** Kinds of the same API group that belong to the GPU operator. */
const foreignKinds = /* @__PURE__ */ new Set(["ClusterPolicy", "NVIDIADriver"]);
/**
* What the API server's schema says about one object: unknown fields, wrong types, values out of bounds.
*
* Objects of other API groups give no findings.
*
* @see deploy/operator/config/crd/bases
*/
function checkSchema(object) {
	if (!isNvidia(object)) return [];
	const apiVersion = text(at(object, "apiVersion")) ?? "";
	const name = text(at(object, "kind")) ?? "";
	const kind = findKind(apiVersion, name);
	if (kind === void 0) return foreignKinds.has(name) ? [] : [unknownKind(object)];
	const { issues, nulls } = issuesOf(kind.schema, object);
	const wrong = issues.flatMap((issue) => describeIssue(issue, object, kind.schema));
	return findingsOf(object, [...wrong, ...nulls.filter(unreported(wrong)).map(nullField)]);
}
/** Compiling a hundred schemas costs more than a fleet of graphs gains by it. */
const interpreted = { jitless: true };
/** The issues of zod, and apart from them the fields that are null: a create request drops such fields. */
function issuesOf(schema, object) {
	if (acceptanceOf(schema)(object)) return {
		issues: [],
		nulls: []
	};
	const first = schema.safeParse(object, interpreted);
	if (first.success) return {
		issues: [],
		nulls: []
	};
	const nulls = first.error.issues.map((issue) => issue.path.filter((step) => typeof step !== "symbol")).filter((path) => typeof path.at(-1) === "string" && written(object, path) === null);
	if (nulls.length === 0) return {
		issues: first.error.issues,
		nulls
	};
	const second = schema.safeParse(nulls.reduce(without, object), interpreted);
	return {
		issues: second.success ? [] : second.error.issues,
		nulls
	};
}
/** Null in metadata is what Go programs write for an unset time; nobody refuses it. */
function unreported(wrong) {
	const reported = new Set(wrong.map(({ path }) => require_facts.formatPath(path)));
	return (path) => path[0] === "spec" && !reported.has(require_facts.formatPath(path));
}
function nullField(path) {
	return {
		code: "DYN-API-013",
		path,
		message: "null is no value: a create request drops it, server-side apply refuses it",
		fix: "Remove the field, or give it a value."
	};
}
/** A copy without the field at a path; what is beside the path is shared. */
function without(value, path) {
	const [step, ...rest] = path;
	if (step === void 0 || typeof value !== "object" || value === null) return value;
	const copy = Array.isArray(value) ? [...value] : { ...value };
	if (rest.length === 0) Reflect.deleteProperty(copy, step);
	else Reflect.set(copy, step, without(Reflect.get(value, step), rest));
	return copy;
}
function unknownKind(object) {
	const apiVersion = text(at(object, "apiVersion")) ?? "";
	const name = text(at(object, "kind")) ?? "";
	const versions = kinds.filter((kind) => kind.kind === name).map((kind) => kind.apiVersion);
	const label = objectLabel(object);
	if (versions.length > 0) return require_facts.finding("DYN-API-010", {
		object: label,
		path: ["apiVersion"]
	}, `${name} is served as ${versions.join(" and ")}, got ${require_facts.show(apiVersion)}`, `Set apiVersion to ${versions[0]}.`);
	const names = [...new Set(kinds.map((kind) => kind.kind))];
	const close = require_facts.nearest(name, names);
	return require_facts.finding("DYN-API-010", {
		object: label,
		path: ["kind"]
	}, `${apiVersion} of Dynamo 1.4 has no kind ${require_facts.show(name)}; it has ${names.join(", ")}`, close === void 0 ? "Use one of these kinds." : `Did you mean ${close}?`);
}
// ../../work/main/packages/constructs/src/api/validate.ts
/** With these, a rule would only repeat in other words what the schema has said already. */
const meaningless = /* @__PURE__ */ new Set([
	"DYN-API-002",
	"DYN-API-006",
	"DYN-API-010"
]);
/** Everything that the API says about one object before it is applied: the schema first, then the rules. */
function validate(object, context = {}) {
	const found = checkSchema(object);
	return found.some(({ code }) => meaningless.has(code)) ? found : [...found, ...checkRules(object, context)];
}
// ../../work/main/packages/constructs/src/api/yaml.ts
/** @module Writes an object as js-yaml does, only faster: most texts of a manifest need no thought. */
/** One YAML document, in the order of its keys; the same bytes for the same object. */
function toYaml(object) {
	const out = [];
	write(out, object, 0);
	out.push("\n");
	return out.join("");
}
/** A value whose first line begins behind what is written already, and whose others are indented. */
function write(out, value, depth) {
	if (typeof value === "string") out.push(scalar(value, depth));
	else if (typeof value === "boolean" || isPlainNumber(value)) out.push(String(value));
	else if (Array.isArray(value)) writeList(out, value, depth);
	else if (isMapping(value)) writeMapping(out, value, depth);
	else out.push(asked(value, depth));
}
function writeList(out, list, depth) {
	if (list.length === 0) out.push("[]");
	const next = `\n${"  ".repeat(depth)}- `;
	for (const [index, item] of list.entries()) {
		out.push(index === 0 ? "- " : next);
		write(out, item ?? null, depth + 1);
	}
}
function writeMapping(out, mapping, depth) {
	const keys = Object.keys(mapping).filter((key) => mapping[key] !== void 0);
	if (keys.length === 0) out.push("{}");
	if (!keys.every((key) => plain.test(key) || quoted.test(key))) {
		out.push(asked(mapping, depth));
		return;
	}
	const next = `\n${"  ".repeat(depth)}`;
	for (const [index, key] of keys.entries()) {
		if (index > 0) out.push(next);
		const value = mapping[key];
		out.push(scalar(key, depth), isBlock(value) ? `:${next}  ` : ": ");
		write(out, value, depth + 1);
	}
}
/** True for what begins on a line of its own. */
function isBlock(value) {
	if (Array.isArray(value)) return value.length > 0;
	if (isMapping(value)) return Object.values(value).some((item) => item !== void 0);
	return value instanceof Map;
}
function isPlainNumber(value) {
	return Number.isSafeInteger(value) && !Object.is(value, -0);
}
function isMapping(value) {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
/** Text that no YAML parser takes for anything else: no number, none of the words with a meaning. */
const plain = /^(?!(?:null|true|false|yes|no|on|off|y|n)$)(?:(?:--?|\/)?[a-z](?:[\w./@=,+-]|:(?=\w)){0,999}|\d{1,15}(?:[kmgtpe]i|[kmgtp]))$/i;
/** Text that begins as a plain one must not, or is a number: single quotes, of which inner ones are doubled. */
const quoted = /^(?:[[\]{}"'&*!|>%@`#,][ -~]{0,999}|\d{1,999})$/;
function scalar(text, depth) {
	if (plain.test(text)) return text;
	return quoted.test(text) ? `'${text.replaceAll("'", "''")}'` : asked(text, depth);
}
/** What js-yaml writes at this depth. */
function asked(value, depth) {
	let nested = value;
	for (let level = 0; level < depth; level += 1) nested = [nested];
	return (0, js_yaml.dump)(nested, {
		lineWidth: -1,
		noRefs: true
	}).slice(2 * depth).replace(/\n(?:\.\.\.\n)?$/, "");
}
Object.defineProperty(exports, "apiGroup", {
	enumerable: true,
	get: function() {
		return apiGroup;
	}
});
Object.defineProperty(exports, "at", {
	enumerable: true,
	get: function() {
		return at;
	}
});
Object.defineProperty(exports, "authored", {
	enumerable: true,
	get: function() {
		return authored;
	}
});
Object.defineProperty(exports, "backendFrameworks", {
	enumerable: true,
	get: function() {
		return backendFrameworks;
	}
});
Object.defineProperty(exports, "celRules", {
	enumerable: true,
	get: function() {
		return celRules;
	}
});
Object.defineProperty(exports, "checkRules", {
	enumerable: true,
	get: function() {
		return checkRules;
	}
});
Object.defineProperty(exports, "checkSchema", {
	enumerable: true,
	get: function() {
		return checkSchema;
	}
});
Object.defineProperty(exports, "checkUpdate", {
	enumerable: true,
	get: function() {
		return checkUpdate;
	}
});
Object.defineProperty(exports, "componentDeploymentToV1alpha1", {
	enumerable: true,
	get: function() {
		return componentDeploymentToV1alpha1;
	}
});
Object.defineProperty(exports, "componentDeploymentToV1beta1", {
	enumerable: true,
	get: function() {
		return componentDeploymentToV1beta1;
	}
});
Object.defineProperty(exports, "componentTypes", {
	enumerable: true,
	get: function() {
		return componentTypes;
	}
});
Object.defineProperty(exports, "describeIssue", {
	enumerable: true,
	get: function() {
		return describeIssue;
	}
});
Object.defineProperty(exports, "entries", {
	enumerable: true,
	get: function() {
		return entries;
	}
});
Object.defineProperty(exports, "fields", {
	enumerable: true,
	get: function() {
		return fields;
	}
});
Object.defineProperty(exports, "findKind", {
	enumerable: true,
	get: function() {
		return findKind;
	}
});
Object.defineProperty(exports, "gpuSkus", {
	enumerable: true,
	get: function() {
		return gpuSkus;
	}
});
Object.defineProperty(exports, "graphToV1alpha1", {
	enumerable: true,
	get: function() {
		return graphToV1alpha1;
	}
});
Object.defineProperty(exports, "graphToV1beta1", {
	enumerable: true,
	get: function() {
		return graphToV1beta1;
	}
});
Object.defineProperty(exports, "has", {
	enumerable: true,
	get: function() {
		return has;
	}
});
Object.defineProperty(exports, "isFields", {
	enumerable: true,
	get: function() {
		return isFields;
	}
});
Object.defineProperty(exports, "items", {
	enumerable: true,
	get: function() {
		return items;
	}
});
Object.defineProperty(exports, "kinds", {
	enumerable: true,
	get: function() {
		return kinds;
	}
});
Object.defineProperty(exports, "objectLabel", {
	enumerable: true,
	get: function() {
		return objectLabel;
	}
});
Object.defineProperty(exports, "requestToV1alpha1", {
	enumerable: true,
	get: function() {
		return requestToV1alpha1;
	}
});
Object.defineProperty(exports, "requestToV1beta1", {
	enumerable: true,
	get: function() {
		return requestToV1beta1;
	}
});
Object.defineProperty(exports, "scalingAdapterToV1alpha1", {
	enumerable: true,
	get: function() {
		return scalingAdapterToV1alpha1;
	}
});
Object.defineProperty(exports, "scalingAdapterToV1beta1", {
	enumerable: true,
	get: function() {
		return scalingAdapterToV1beta1;
	}
});
Object.defineProperty(exports, "schemaAt", {
	enumerable: true,
	get: function() {
		return schemaAt;
	}
});
Object.defineProperty(exports, "text", {
	enumerable: true,
	get: function() {
		return text;
	}
});
Object.defineProperty(exports, "toV1alpha1", {
	enumerable: true,
	get: function() {
		return toV1alpha1$1;
	}
});
Object.defineProperty(exports, "toV1beta1", {
	enumerable: true,
	get: function() {
		return toV1beta1$1;
	}
});
Object.defineProperty(exports, "toYaml", {
	enumerable: true,
	get: function() {
		return toYaml;
	}
});
Object.defineProperty(exports, "validate", {
	enumerable: true,
	get: function() {
		return validate;
	}
});
Object.defineProperty(exports, "withoutCarriers", {
	enumerable: true,
	get: function() {
		return withoutCarriers;
	}
});
