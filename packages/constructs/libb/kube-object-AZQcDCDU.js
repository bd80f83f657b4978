const require_facts = require("./facts-DqOY39uq.js");
const require_checks = require("./checks-CxkNSDqq.js");
let cdk8s = require("cdk8s");
let constructs = require("constructs");
// ../../work/main/packages/constructs/src/graph/finding-source.ts
const marker$1 = Symbol.for("@dynamo-iac/constructs.FindingSource");
/**
* Makes the findings count: `App` lists them with those of the objects, and the errors among them
* stop the synthesis of any cdk8s App.
*
* @param findings Called when the app is synthesized; waivers are applied already
*/
function addFindings(construct, findings) {
	const found = () => findings().map((each) => ({
		...each,
		construct: construct.node.path
	}));
	Object.defineProperty(construct, marker$1, { value: found });
	construct.node.addValidation({ validate: () => require_facts.blocking(found()).map(require_facts.formatFinding) });
}
/** What {@link addFindings} gave this construct; undefined when it gave nothing. */
function findingsOf(construct) {
	const found = Reflect.get(construct, marker$1);
	return typeof found === "function" ? found() : void 0;
}
// ../../work/main/packages/constructs/src/graph/kube-object.ts
/** @module The base of every construct: one plain Kubernetes object, checked and open to overrides. */
/** A construct that stands for one Kubernetes object. Its ApiObject is the child `Resource`. */
var KubeObject = class extends constructs.Construct {
	/** True for every KubeObject, also one from another copy of this package. */
	static isKubeObject(value) {
		return typeof value === "object" && value !== null && marker in value;
	}
	/** The cdk8s object, for JSON patches and dependencies. */
	resource;
	constructor(scope, id, manifest) {
		super(scope, id);
		Object.defineProperty(this, marker, { value: true });
		this.resource = new PlainObject(this, "Resource", manifest);
		this.node.addValidation({ validate: () => require_facts.blocking(this.findings()).map((found) => require_facts.formatFinding(found)) });
	}
	/** Name of the Kubernetes object. */
	get name() {
		return this.resource.name;
	}
	/** The object exactly as it will be written. */
	manifest() {
		return this.resource.toJson();
	}
	/** Everything that the checks say about this object alone, waived findings included. */
	findings() {
		const construct = this.node.path;
		return require_checks.checkObjects([this.manifest()]).map((found) => ({
			...found,
			construct
		}));
	}
	/**
	* Escape hatch: sets any field of the written object.
	*
	* @param pointer RFC 6901 pointer, such as `/spec/components/0/podTemplate/spec/hostIPC`
	* @param value What to write there; undefined removes the field
	* @throws when the pointer leads nowhere, or names apiVersion, kind or metadata.name
	*/
	override(pointer, value) {
		this.resource.addJsonPatch(...checkedPatch(this, pointer, value));
	}
};
const marker = Symbol.for("@dynamo-iac/constructs.KubeObject");
/** An ApiObject whose plain data skips cdk8s' token resolution, which costs more than everything else. */
var PlainObject = class extends cdk8s.ApiObject {
	#patches = [];
	#manifest;
	constructor(scope, id, manifest) {
		super(scope, id, manifest);
		this.#manifest = manifest;
	}
	addJsonPatch(...patches) {
		this.#patches.push(...patches);
		super.addJsonPatch(...patches);
	}
	toJson() {
		const { apiVersion, kind, metadata: _, ...rest } = this.#manifest;
		const plain = sortedPlain({ ...rest });
		if (plain === void 0) return super.toJson();
		const object = {
			apiVersion,
			kind,
			metadata: this.#metadata(),
			...plain
		};
		return this.#patches.length === 0 ? object : cdk8s.JsonPatch.apply(object, ...this.#patches);
	}
	/** cdk8s gives every object the namespace of its chart, which some kinds cannot have. */
	#metadata() {
		const metadata = this.metadata.toJson();
		if (!require_facts.isClusterScoped(this.#manifest.apiVersion, this.#manifest.kind)) return metadata;
		const { namespace: _, ...rest } = metadata;
		return rest;
	}
};
/** Keys sorted, null and undefined dropped, as cdk8s does it; undefined when there is a class instance. */
function sortedPlain(value) {
	const result = {};
	for (const key of Object.keys(value).sort()) {
		const item = sortedItem(value[key]);
		if (item === foreign) return void 0;
		if (item !== void 0) result[key] = item;
	}
	return result;
}
const foreign = Symbol("foreign");
function sortedItem(value) {
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "object") return typeof value === "function" ? foreign : value;
	if (Array.isArray(value)) {
		const items = [];
		for (const item of value) {
			const sorted = sortedItem(item);
			if (sorted === foreign) return foreign;
			if (sorted !== void 0) items.push(sorted);
		}
		return items;
	}
	const prototype = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) return foreign;
	return sortedPlain(value) ?? foreign;
}
/** The patch for one pointer, after looking whether it can land. */
function checkedPatch(construct, pointer, value) {
	const fail = (why) => {
		throw new Error(`[${construct.node.path}] override("${pointer}"): ${why}`);
	};
	if (!pointer.startsWith("/")) fail("a pointer starts with \"/\"");
	if (/^\/(apiVersion|kind|metadata\/name)$/.test(pointer)) fail("the identity of an object cannot be overridden; set it in the props");
	const steps = pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
	let parent = construct.manifest();
	for (const [at, step] of steps.slice(0, -1).entries()) {
		const next = child(parent, step);
		if (typeof next !== "object" || next === null) fail(`nothing is there; the nearest field that exists is "/${steps.slice(0, at).join("/")}"`);
		parent = next;
	}
	const last = steps.at(-1) ?? "";
	const exists = child(parent, last) !== void 0;
	if (value === void 0) return exists ? [cdk8s.JsonPatch.remove(pointer)] : [];
	if (Array.isArray(parent) && !exists && last !== "-" && last !== String(parent.length)) fail(`the list has ${parent.length} items`);
	return [exists ? cdk8s.JsonPatch.replace(pointer, value) : cdk8s.JsonPatch.add(pointer, value)];
}
function child(value, step) {
	return typeof value === "object" && value !== null ? value[step] : void 0;
}
Object.defineProperty(exports, "KubeObject", {
	enumerable: true,
	get: function() {
		return KubeObject;
	}
});
Object.defineProperty(exports, "addFindings", {
	enumerable: true,
	get: function() {
		return addFindings;
	}
});
Object.defineProperty(exports, "findingsOf", {
	enumerable: true,
	get: function() {
		return findingsOf;
	}
});
