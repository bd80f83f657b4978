// ../../work/main/packages/constructs/src/graph/merge.ts
/** @module The one deep merge: how an escape hatch is laid over what was rendered. */
/**
* Lays `over` on `base`: objects merge by key, lists whose items have a `name` merge by name, every
* other value and list of `over` replaces. Neither input is changed.
*/
function merge(base, over) {
	if (over === void 0) return base;
	if (isRecord(base) && isRecord(over)) {
		const merged = { ...base };
		for (const [key, value] of Object.entries(over)) merged[key] = merge(merged[key], value);
		return merged;
	}
	if (isNamedList(base) && isNamedList(over)) {
		const merged = [...base];
		for (const item of over) {
			const at = merged.findIndex((known) => known.name === item.name);
			const known = merged[at];
			if (known === void 0) merged.push(item);
			else merged[at] = merge(known, item);
		}
		return merged;
	}
	return over;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isNamedList(value) {
	return Array.isArray(value) && value.length > 0 && value.every((item) => isRecord(item) && typeof item.name === "string");
}
Object.defineProperty(exports, "merge", {
	enumerable: true,
	get: function() {
		return merge;
	}
});
