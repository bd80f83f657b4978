let js_yaml = require("js-yaml");
// ../../work/main/packages/constructs/src/engines/flags.ts
/** A flag with one free-form value. */
function text(flag, options = {}) {
	return {
		kind: "text",
		flag,
		...options
	};
}
/** A flag with one whole number. */
function int(flag, options = {}) {
	return {
		kind: "int",
		flag,
		...options
	};
}
/** A flag with one decimal number. */
function float(flag, options = {}) {
	return {
		kind: "float",
		flag,
		...options
	};
}
/** A flag without a value; with a `negative` spelling it can also be switched off. */
function toggle(flag, options = {}) {
	return {
		kind: "switch",
		flag,
		...options
	};
}
/** A boolean of Python's BooleanOptionalAction: `--x` and `--no-x`. */
function negatable(flag, options = {}) {
	return toggle(flag, {
		negative: `--no-${flag.slice(2)}`,
		...options
	});
}
/** A flag whose value comes from a closed list. */
function choice(flag, values, options = {}) {
	return {
		kind: "choice",
		flag,
		values,
		...options
	};
}
/** A flag whose value is a JSON object or list. */
function json(flag, options = {}) {
	return {
		kind: "json",
		flag,
		...options
	};
}
/** A flag whose value is a JSON document or the path of a file that holds one. */
function jsonOrPath(flag, options = {}) {
	return {
		kind: "json",
		flag,
		orPath: true,
		...options
	};
}
/** A flag with one or more free-form values, separated by spaces. */
function texts(flag, options = {}) {
	return {
		kind: "texts",
		flag,
		...options
	};
}
/** A flag with one or more whole numbers, separated by spaces. */
function ints(flag, options = {}) {
	return {
		kind: "ints",
		flag,
		...options
	};
}
/** A flag with one free-form value that may be given several times. */
function repeated(flag, options = {}) {
	return {
		kind: "texts",
		flag,
		repeated: true,
		...options
	};
}
/** The same flag, which also takes `None` (null in JSON). */
function nullable(flag) {
	return {
		...flag,
		nullable: true
	};
}
/** The same flags for a program that does not read their environment variables. */
function withoutEnv(table) {
	const rows = Object.entries(table).map(([property, { env: _, ...row }]) => [property, row]);
	return Object.fromEntries(rows);
}
// ../../work/main/packages/constructs/src/engines/aic-flags.ts
/** @module Flags that name a configuration in AIConfigurator's database of measured times. */
/**
* Flags that choose measured times. Mixture-of-experts models need
* `aicTpSize` × `aicAttentionDpSize` = `aicMoeTpSize` × `aicMoeEpSize`.
*
* @see components/src/dynamo/common/configuration/groups/aic_perf_args.py
*/
const aicTimesFlags = {
	/**
	* Engine whose times are used, such as `vllm` or `sglang`.
	*
	* @default - none
	*/
	aicBackend: text("--aic-backend", { env: "DYN_AIC_BACKEND" }),
	/**
	* Hardware whose times are used, such as `h200_sxm`.
	*
	* @default - none
	*/
	aicSystem: text("--aic-system", { env: "DYN_AIC_SYSTEM" }),
	/**
	* Engine version whose times are used.
	*
	* @default - the database's default for the engine
	*/
	aicBackendVersion: text("--aic-backend-version", { env: "DYN_AIC_BACKEND_VERSION" }),
	/**
	* Tensor parallel size of the modelled engine, in GPUs.
	*
	* @default 1
	*/
	aicTpSize: int("--aic-tp-size", {
		env: "DYN_AIC_TP_SIZE",
		unit: "GPUs",
		min: 1,
		default: 1
	}),
	/**
	* Tensor parallel size of the experts, in GPUs.
	*
	* @default - none
	*/
	aicMoeTpSize: int("--aic-moe-tp-size", {
		env: "DYN_AIC_MOE_TP_SIZE",
		unit: "GPUs",
		min: 1
	}),
	/**
	* Expert parallel size, in GPUs.
	*
	* @default - none
	*/
	aicMoeEpSize: int("--aic-moe-ep-size", {
		env: "DYN_AIC_MOE_EP_SIZE",
		unit: "GPUs",
		min: 1
	}),
	/**
	* Data parallel size of attention, in ranks.
	*
	* @default - none
	*/
	aicAttentionDpSize: int("--aic-attention-dp-size", {
		env: "DYN_AIC_ATTENTION_DP_SIZE",
		unit: "ranks",
		min: 1
	}),
	/**
	* Draft tokens of speculative decoding.
	*
	* @default - no speculative decoding
	*/
	aicNextn: int("--aic-nextn", {
		env: "DYN_AIC_NEXTN",
		unit: "tokens",
		min: 1,
		max: 5
	}),
	/**
	* Probability that each draft token is accepted after those before it, separated by commas.
	*
	* @default - the database's
	*/
	aicNextnAcceptRates: text("--aic-nextn-accept-rates", { env: "DYN_AIC_NEXTN_ACCEPT_RATES" })
};
/** The same flags with the model, for routers, which serve no model of their own. */
const aicFlags = {
	...aicTimesFlags,
	/**
	* Model whose times are used: a Hugging Face id or a path.
	*
	* @default - none
	*/
	aicModelPath: text("--aic-model-path", { env: "DYN_AIC_MODEL_PATH" })
};
// ../../work/main/packages/constructs/src/engines/dotted-keys.ts
/** Reads `--flag.key.key`; undefined when the flag is unknown or takes no single keys. */
function dottedPath(table, spellings, written) {
	const [head = "", ...keys] = written.split(".");
	const known = spellings.get(head) ?? spellings.get(head.replaceAll("_", "-"));
	if (known === void 0 || keys.length === 0 || keys.includes("")) return void 0;
	const { property } = known;
	const flag = table[property];
	if (flag?.dotted !== true) return void 0;
	return {
		property,
		flag: `${flag.flag}.`,
		keys
	};
}
/** The JSON document with one more key; programs put all keys of a flag into one document. */
function withKey(document, keys, value) {
	const known = document === void 0 ? {} : JSON.parse(document);
	return JSON.stringify(set(known, keys, keyValue(value)));
}
function set(target, [key = "", ...rest], value) {
	if (rest.length === 0) return {
		...target,
		[key]: value
	};
	const inner = target[key];
	const nested = typeof inner === "object" && inner !== null ? { ...inner } : {};
	return {
		...target,
		[key]: set(nested, rest, value)
	};
}
/** JSON where it is JSON, also with Python's `True` and `False`; text otherwise. */
function keyValue(value) {
	if (/^(true|false)$/i.test(value)) return /^t/i.test(value);
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
// ../../work/main/packages/constructs/src/engines/flag-value.ts
/** Words that switch a boolean setting on in an environment variable or in a JSON document. */
const trueWords = /* @__PURE__ */ new Set([
	"true",
	"1",
	"yes",
	"on"
]);
/** How Python programs read a boolean out of text. */
function readBoolean(text) {
	return trueWords.has(text.toLowerCase());
}
/** How many values a flag takes in one place. */
function valuesOf(flag) {
	if (flag.kind === "switch") return 0;
	if (flag.repeated === true) return 1;
	return flag.kind === "texts" || flag.kind === "ints" ? Number.POSITIVE_INFINITY : 1;
}
/** The value that the tokens behind a flag stand for; undefined when the flag refuses them. */
function readValue(flag, values, off) {
	const [first] = values;
	switch (flag.kind) {
		case "switch": return values.length === 0 ? !off : void 0;
		case "texts": return values.length === 0 ? void 0 : values;
		case "ints": return values.length > 0 && values.every(isInt) ? values.map(Number) : void 0;
		default: return first === void 0 || values.length > 1 ? void 0 : readText(flag, first);
	}
}
/** The value that one piece of text stands for; undefined when the flag refuses it. */
function readText(flag, text) {
	if (flag.nullable === true && text === "None") return null;
	switch (flag.kind) {
		case "int":
			if (flag.auto === true && text.toLowerCase() === "auto") return -1;
			return isInt(text) ? Number(text) : flag.human === true ? humanInt(text) : void 0;
		case "float": return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : void 0;
		case "choice": return flag.values?.includes(text) === true ? text : void 0;
		case "json": return readJson(text) ?? (flag.orPath === true && !text.trim().startsWith("{") ? text : void 0);
		default: return text;
	}
}
/** The tokens that set a flag to a value. */
function writeValue(flag, value) {
	if (flag.kind === "switch") {
		if (value === true) return [flag.flag];
		return flag.negative === void 0 ? [] : [flag.negative];
	}
	if (Array.isArray(value) && flag.kind !== "json") {
		const texts = value.map(String);
		if (flag.repeated === true) return texts.flatMap((text) => writeText(flag.flag, text));
		return texts.length === 0 ? [] : [flag.flag, ...texts];
	}
	if (value === null) return [flag.flag, "None"];
	if (typeof value === "object") return [flag.flag, JSON.stringify(value)];
	return writeText(flag.flag, String(value));
}
/** A value that looks like a flag has to be tied to its own flag. */
function writeText(flag, text) {
	return isFlag(text) ? [`${flag}=${text}`] : [flag, text];
}
/** Whether the program takes a token for a flag and not for a value. */
function isFlag(token) {
	return /^--?[A-Za-z][^\s=]*(=[\s\S]*)?$/.test(token);
}
/** Whether a value lies within the bounds of its flag. */
function inBounds(flag, value) {
	return (Array.isArray(value) ? value : [value]).every((n) => typeof n !== "number" || n >= (flag.min ?? n) && n <= (flag.max ?? n) && n > (flag.above ?? Number.NEGATIVE_INFINITY));
}
/** What a flag takes, in words. */
function expectation(flag) {
	const unit = flag.unit === void 0 ? "" : ` of ${flag.unit}`;
	const none = flag.nullable === true ? ", or None" : "";
	switch (flag.kind) {
		case "switch": return "no value";
		case "int": return `a whole number${unit}${range(flag)}${none}`;
		case "float": return `a number${unit}${range(flag)}${none}`;
		case "ints": return `whole numbers${unit}${range(flag)}`;
		case "choice": return `one of ${(flag.values ?? []).join(", ")}${none}`;
		case "json": return flag.orPath === true ? "a JSON object or the path of a file" : "a JSON object or list";
		case "texts": return "one or more values";
		default: return "a value";
	}
}
function range(flag) {
	const upper = flag.max === void 0 ? "" : ` and at most ${flag.max}`;
	if (flag.above !== void 0) return ` above ${flag.above}${upper}`;
	if (flag.min !== void 0 && flag.max !== void 0) return ` from ${flag.min} to ${flag.max}`;
	if (flag.min !== void 0) return ` of at least ${flag.min}`;
	return flag.max === void 0 ? "" : ` of at most ${flag.max}`;
}
function readJson(text) {
	try {
		const parsed = JSON.parse(text);
		return typeof parsed === "object" && parsed !== null ? parsed : void 0;
	} catch {
		return;
	}
}
function isInt(text) {
	return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text));
}
const humanUnits = {
	k: 1e3,
	m: 1e6,
	g: 1e9,
	t: 0xe8d4a51000,
	K: 1024,
	M: 2 ** 20,
	G: 2 ** 30,
	T: 2 ** 40
};
/** vLLM's human readable integers: `32k` is 32000, `32K` is 32768. @see vllm/engine/arg_utils.py */
function humanInt(text) {
	const match = /^(\d+(?:\.\d+)?)([kKmMgGtT])$/.exec(text);
	if (match === null) return void 0;
	const [, amount, unit = ""] = match;
	if (amount?.includes(".") === true && unit === unit.toUpperCase()) return void 0;
	const total = Math.trunc(Number(amount) * (humanUnits[unit] ?? 1));
	return Number.isSafeInteger(total) ? total : void 0;
}
// ../../work/main/packages/constructs/src/engines/codec.ts
/** @module The two-way codec: a flag table turns argv into typed configuration and back. */
/**
* Reads typed configuration out of an argv. Of a flag that is given twice the last one counts, as
* in the program itself; everything else that is not typed is kept.
*/
function parseFlags(table, argv) {
	const config = {};
	const extraArgs = [];
	const issues = [];
	let typedTokens = 0;
	const options = splitOptions(table, argv);
	const last = new Map(options.map((option, at) => [option.property, at]));
	for (const [at, option] of options.entries()) {
		const flag = rowOf$1(table, option);
		if (flag === void 0 || option.property === void 0) {
			extraArgs.push(...option.tokens);
			continue;
		}
		const value = optionValue(flag, option);
		issues.push(...optionIssues(flag, option, value));
		const overridden = flag.repeated !== true && last.get(option.property) !== at;
		if (value === void 0 && !overridden) {
			extraArgs.push(...option.tokens);
			continue;
		}
		typedTokens += option.tokens.length;
		if (!overridden) config[option.property] = joined(flag, config[option.property], value);
	}
	return {
		config,
		extraArgs,
		issues,
		typedTokens
	};
}
/** Writes an argv: long flags, separate tokens, table order, then what was not typed. */
function renderFlags(table, config, extraArgs = []) {
	const typed = [];
	for (const property of inTableOrder(table, Object.keys(config))) {
		const flag = table[property];
		const value = config[property];
		if (flag !== void 0 && value !== void 0) typed.push(...writeValue(flag, value));
	}
	const firstFlag = extraArgs.findIndex(isFlag);
	const loose = firstFlag === -1 ? extraArgs.length : firstFlag;
	return [
		...extraArgs.slice(0, loose),
		...typed,
		...extraArgs.slice(loose)
	];
}
const orders = /* @__PURE__ */ new WeakMap();
/** Sorts the few properties that are set, instead of walking hundreds of rows. */
function inTableOrder(table, properties) {
	const known = orders.get(table);
	const order = known ?? new Map(Object.keys(table).map((property, at) => [property, at]));
	if (known === void 0) orders.set(table, order);
	return properties.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
/** Problems of a typed configuration: values out of bounds or not in the list. */
function checkFlags(table, config) {
	return [...parseFlags(table, renderFlags(table, config)).issues];
}
/** Groups an argv into options with their values, without judging them. */
function splitOptions(table, argv) {
	const index = spellings(table);
	const options = [];
	let at = 0;
	while (at < argv.length) {
		const token = argv[at] ?? "";
		let next = at + 1;
		if (!isFlag(token)) {
			const tokens = [token];
			options.push({
				property: void 0,
				flag: void 0,
				off: false,
				values: [],
				tokens
			});
			at = next;
			continue;
		}
		const equals = token.indexOf("=");
		const written = equals === -1 ? token : token.slice(0, equals);
		const known = index.get(written) ?? index.get(written.replaceAll("_", "-"));
		const path = known === void 0 ? dottedPath(table, index, written) : void 0;
		const values = [];
		if (equals === -1) {
			const row = table[known?.property ?? path?.property ?? ""];
			const most = row === void 0 ? Number.POSITIVE_INFINITY : valuesOf(row);
			while (values.length < most && next < argv.length && !isFlag(argv[next] ?? "")) {
				values.push(argv[next] ?? "");
				next += 1;
			}
		} else values.push(token.slice(equals + 1));
		const { property, off = false } = known ?? {};
		const tokens = argv.slice(at, next);
		if (path === void 0) options.push({
			property,
			flag: written,
			off,
			values,
			tokens
		});
		else addKey(options, path, values[0], tokens);
		at = next;
	}
	return options;
}
/** Adds a single key to the option that holds its document. */
function addKey(options, path, value, tokens) {
	const { property, flag, keys } = path;
	const at = options.findIndex((option) => option.property === property && option.flag === flag);
	const known = at === -1 ? void 0 : options.splice(at, 1)[0];
	const values = value === void 0 ? [] : [withKey(known?.values[0], keys, value)];
	const all = [...known?.tokens ?? [], ...tokens];
	options.push({
		property,
		flag,
		off: false,
		values,
		tokens: all
	});
}
/** The options of an argv as the program reads them, so that two spellings compare equal. */
function optionValues(table, options) {
	const values = {};
	for (const option of options) {
		const flag = rowOf$1(table, option);
		if (flag === void 0) continue;
		const value = optionValue(flag, option) ?? option.values;
		values[flag.flag] = joined(flag, values[flag.flag], value);
	}
	return values;
}
/** A flag that is repeated collects its values; any other is replaced. */
function joined(flag, before, value) {
	return flag.repeated === true && Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
}
function rowOf$1(table, option) {
	return option.property === void 0 ? void 0 : table[option.property];
}
function optionValue(flag, option) {
	return readValue(flag, option.values, option.off);
}
function optionIssues(flag, option, value) {
	if (isReference(option.values)) return [];
	if (value === null) return [];
	if (value !== void 0 && inBounds(flag, value)) return [...flag.check?.(value) ?? []];
	const got = option.values.length === 0 ? "no value" : option.values.join(" ");
	const written = option.flag ?? flag.flag;
	return [{
		property: option.property ?? "",
		flag: written,
		got,
		expected: expectation(flag)
	}];
}
/** A `$(NAME)` reference is filled in when the container starts; its value is not known here. */
function isReference(values) {
	return values.some((value) => /\$[({]?\w/.test(value));
}
const indexes = /* @__PURE__ */ new WeakMap();
/** Every spelling of a table's flags. */
function spellings(table) {
	const known = indexes.get(table);
	if (known !== void 0) return known;
	const index = /* @__PURE__ */ new Map();
	for (const [property, flag] of Object.entries(table)) {
		for (const spelling of [flag.flag, ...flag.aliases ?? []]) {
			index.set(spelling, {
				property,
				off: false
			});
			if (flag.negative === negated(flag.flag) && spelling.startsWith("--")) index.set(negated(spelling), {
				property,
				off: true
			});
		}
		if (flag.negative !== void 0) index.set(flag.negative, {
			property,
			off: true
		});
	}
	indexes.set(table, index);
	return index;
}
function negated(flag) {
	return `--no-${flag.slice(2)}`;
}
// ../../work/main/packages/constructs/src/engines/engine-role.ts
const roles = {
	agg: "agg",
	null: "agg",
	prefill_and_decode: "agg",
	pd: "pd",
	prefill: "prefill",
	decode: "decode",
	encode: "encode"
};
/** Flags of older releases that name a role. */
const legacyFlags = {
	"--is-prefill-worker": "prefill",
	"--is-decode-worker": "decode",
	"--multimodal-encode-worker": "encode",
	"--multimodal-decode-worker": "decode"
};
/** The role that a worker's flags give it; `agg` when they say nothing. */
function engineRole(program, mode) {
	const legacy = program.extraArgs?.find((token) => Object.hasOwn(legacyFlags, token));
	if (legacy !== void 0) return legacyFlags[legacy] ?? "agg";
	if (program.flags.isPrefillWorker === true) return "prefill";
	if (program.flags.isDecodeWorker === true) return "decode";
	return typeof mode === "string" ? roles[mode] ?? "agg" : "agg";
}
// ../../work/main/packages/constructs/src/engines/kv-router-flags.ts
/** @module Flags of KV-aware routing, which the frontend and the standalone router share. */
/**
* Flags of KV-aware routing; the tables of the frontend and of the router spread this one.
*
* @see components/src/dynamo/common/configuration/groups/kv_router_args.py
*/
const kvRouterFlags = {
	/**
	* Preset that routes by load alone: no credit for cached prefixes, no KV events, no indexers. On
	* the frontend it implies `routerMode: "kv"`.
	*
	* @default false
	*/
	loadAware: negatable("--load-aware", {
		env: "DYN_ROUTER_LOAD_AWARE",
		default: false
	}),
	/**
	* Learns the workers' caches from their KV events. Without events the router predicts them from
	* its own decisions, and workers need not publish any.
	*
	* @default true
	*/
	routerKvEvents: negatable("--router-kv-events", {
		aliases: ["--kv-events"],
		env: "DYN_ROUTER_USE_KV_EVENTS",
		default: true
	}),
	/**
	* How long a predicted block counts as cached when there are no KV events, in seconds.
	*
	* @default 120
	*/
	routerTtlSecs: float("--router-ttl-secs", {
		env: "DYN_ROUTER_TTL_SECS",
		unit: "seconds",
		above: 0,
		default: 120
	}),
	/**
	* How long a routing decision counts as cached before its KV event arrives, in seconds. Needs KV
	* events.
	*
	* @default - decisions do not count
	*/
	routerPredictedTtlSecs: float("--router-predicted-ttl-secs", {
		env: "DYN_ROUTER_PREDICTED_TTL_SECS",
		unit: "seconds",
		above: 0
	}),
	/**
	* Weight of a prefix that a worker has in GPU memory. 0 balances load only; above 1 a hit counts
	* for more than it saves.
	*
	* @default 1
	*/
	routerKvOverlapScoreCredit: float("--router-kv-overlap-score-credit", {
		env: "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT",
		min: 0,
		default: 1
	}),
	/**
	* How fast that weight falls on workers with more prefill work than the least loaded one.
	*
	* @default 0
	*/
	routerKvOverlapScoreCreditDecay: float("--router-kv-overlap-score-credit-decay", {
		env: "DYN_ROUTER_KV_OVERLAP_SCORE_CREDIT_DECAY",
		min: 0,
		default: 0
	}),
	/**
	* Former weight of cached prefixes, which scales prefill load today.
	*
	* @deprecated Use `routerPrefillLoadScale`.
	* @default - `routerPrefillLoadScale` counts
	*/
	routerKvOverlapScoreWeight: float("--router-kv-overlap-score-weight", {
		aliases: ["--kv-overlap-score-weight"],
		env: "DYN_ROUTER_KV_OVERLAP_SCORE_WEIGHT",
		min: 0
	}),
	/**
	* Weight of the prefill work that remains after cached prefixes, against decode work.
	*
	* @default 1
	*/
	routerPrefillLoadScale: float("--router-prefill-load-scale", {
		env: "DYN_ROUTER_PREFILL_LOAD_SCALE",
		min: 0,
		default: 1
	}),
	/**
	* Decode cost of every running request, in KV blocks.
	*
	* @default 0
	*/
	routerDecodeActiveRequestWeight: float("--router-decode-active-request-weight", {
		env: "DYN_ROUTER_DECODE_ACTIVE_REQUEST_WEIGHT",
		unit: "blocks",
		min: 0,
		default: 0
	}),
	/**
	* Weight of a prefix in a worker's host memory (KVBM, HiCache), as a part of a hit in GPU memory.
	*
	* @default 0.75
	*/
	routerHostCacheHitWeight: float("--router-host-cache-hit-weight", {
		env: "DYN_ROUTER_HOST_CACHE_HIT_WEIGHT",
		min: 0,
		max: 1,
		default: .75
	}),
	/**
	* Weight of a prefix on a worker's disk or lower tier, as a part of a hit in GPU memory.
	*
	* @default 0.25
	*/
	routerDiskCacheHitWeight: float("--router-disk-cache-hit-weight", {
		env: "DYN_ROUTER_DISK_CACHE_HIT_WEIGHT",
		min: 0,
		max: 1,
		default: .25
	}),
	/**
	* Cache outside the workers that the router asks: none, or the L3 of SGLang's HiCache.
	*
	* @default "none"
	*/
	sharedCacheType: choice("--shared-cache-type", ["none", "hicache"], {
		env: "DYN_SHARED_CACHE_TYPE",
		default: "none"
	}),
	/**
	* Weight of a prefix in the shared cache, as a part of a hit in GPU memory.
	*
	* @default 0.5
	*/
	sharedCacheMultiplier: float("--shared-cache-multiplier", {
		env: "DYN_SHARED_CACHE_MULTIPLIER",
		min: 0,
		max: 1,
		default: .5
	}),
	/**
	* Randomness of the choice between workers. 0 takes the cheapest one.
	*
	* @default 0
	*/
	routerTemperature: float("--router-temperature", {
		env: "DYN_ROUTER_TEMPERATURE",
		min: 0,
		default: 0
	}),
	/**
	* Tells the other replicas of this router which requests run where. Set it when there is more
	* than one replica.
	*
	* @default false
	*/
	routerReplicaSync: negatable("--router-replica-sync", {
		env: "DYN_ROUTER_REPLICA_SYNC",
		default: false
	}),
	/**
	* Counts the blocks of running requests as load. Off on routers of prefill pools.
	*
	* @default true
	*/
	routerTrackActiveBlocks: negatable("--router-track-active-blocks", {
		aliases: ["--track-active-blocks"],
		env: "DYN_ROUTER_TRACK_ACTIVE_BLOCKS",
		default: true
	}),
	/**
	* Counts blocks that generated tokens fill as load, too.
	*
	* @default false
	*/
	routerTrackOutputBlocks: negatable("--router-track-output-blocks", {
		aliases: ["--track-output-blocks"],
		env: "DYN_ROUTER_TRACK_OUTPUT_BLOCKS",
		default: false
	}),
	/**
	* Counts a prefix that running requests share once.
	*
	* @default true
	*/
	routerAssumeKvReuse: negatable("--router-assume-kv-reuse", {
		aliases: ["--assume-kv-reuse"],
		env: "DYN_ROUTER_ASSUME_KV_REUSE",
		default: true
	}),
	/**
	* Counts prompt tokens that wait for prefill as load.
	*
	* @default true
	*/
	routerTrackPrefillTokens: negatable("--router-track-prefill-tokens", {
		env: "DYN_ROUTER_TRACK_PREFILL_TOKENS",
		default: true
	}),
	/**
	* How prefill load falls while a request runs: not at all, or as AIConfigurator predicts. `aic`
	* needs `aicBackend`, `aicSystem`, `aicModelPath` and tracked prefill tokens.
	*
	* @default "none"
	*/
	routerPrefillLoadModel: choice("--router-prefill-load-model", ["none", "aic"], {
		env: "DYN_ROUTER_PREFILL_LOAD_MODEL",
		default: "none"
	}),
	/**
	* Hash that names the blocks of running requests. The keyed one needs a key file and a key id.
	*
	* @default "public-xxh3-v1"
	*/
	routerTrackingHash: choice("--router-tracking-hash", ["public-xxh3-v1", "keyed-xxh3-v1"], {
		env: "DYN_ROUTER_TRACKING_HASH",
		default: "public-xxh3-v1"
	}),
	/**
	* File with the 32 bytes of the tracking key.
	*
	* @default - none
	*/
	routerTrackingKeyFile: text("--router-tracking-key-file", { env: "DYN_ROUTER_TRACKING_KEY_FILE" }),
	/**
	* Name of the tracking key, which changes when the key does.
	*
	* @default - none
	*/
	routerTrackingKeyId: text("--router-tracking-key-id", { env: "DYN_ROUTER_TRACKING_KEY_ID" }),
	/**
	* Threads that keep the index of cached blocks.
	*
	* @default 4
	*/
	routerEventThreads: int("--router-event-threads", {
		env: "DYN_ROUTER_EVENT_THREADS",
		unit: "threads",
		min: 1,
		default: 4
	}),
	/**
	* Holds requests back while every worker has more prefill tokens than this share of its batch
	* size. 0 holds back as soon as all workers have some. Off by default since 1.4.
	*
	* @default - requests are not held back
	*/
	routerQueueThreshold: nullable(float("--router-queue-threshold", {
		env: "DYN_ROUTER_QUEUE_THRESHOLD",
		min: 0
	})),
	/**
	* Order of the requests that are held back: first come first served, or short ones first.
	*
	* @default "fcfs"
	*/
	routerQueuePolicy: choice("--router-queue-policy", ["fcfs", "wspt"], {
		env: "DYN_ROUTER_QUEUE_POLICY",
		default: "fcfs"
	}),
	/**
	* Path of a YAML file with queues by policy class, read at the start.
	*
	* @default - one queue
	*/
	routerPolicyConfig: text("--router-policy-config", { env: "DYN_ROUTER_POLICY_CONFIG" }),
	/**
	* Asks an index of cached blocks that another process serves, in place of an own one.
	*
	* @default false
	*/
	useRemoteIndexer: negatable("--use-remote-indexer", {
		env: "DYN_USE_REMOTE_INDEXER",
		default: false
	}),
	/**
	* Serves its own index of cached blocks to other routers. Not together with `useRemoteIndexer`.
	*
	* @default false
	*/
	serveIndexer: negatable("--serve-indexer", {
		env: "DYN_SERVE_INDEXER",
		default: false
	})
};
/**
* What `loadAware` sets, whatever the flags beside it say.
*
* @see components/src/dynamo/common/configuration/groups/kv_router_args.py
*/
const loadAwarePreset = {
	routerKvOverlapScoreCredit: 0,
	routerKvEvents: false,
	routerTrackActiveBlocks: true,
	routerAssumeKvReuse: false,
	routerTrackPrefillTokens: true,
	useRemoteIndexer: false,
	serveIndexer: false,
	sharedCacheMultiplier: 0,
	sharedCacheType: "none",
	routerPredictedTtlSecs: void 0
};
// ../../work/main/packages/constructs/src/engines/frontend-routing-flags.ts
/** @module Flags by which the frontend chooses workers, refuses requests, and moves them. */
const maxUint32 = 2 ** 32 - 1;
/**
* Routing flags that only the frontend has; its table spreads this one.
*
* @see components/src/dynamo/common/configuration/groups/router_args.py
*/
const frontendRoutingFlags = {
	/**
	* How a worker is chosen for a request. `kv` looks at cached prefixes and load, `direct` obeys
	* the endpoint picker in front, `power-of-two` takes the less loaded of two random workers.
	*
	* @default "round-robin"
	*/
	routerMode: choice("--router-mode", [
		"round-robin",
		"random",
		"power-of-two",
		"kv",
		"direct",
		"least-loaded",
		"device-aware-weighted"
	], {
		env: "DYN_ROUTER_MODE",
		default: "round-robin"
	}),
	/**
	* Workers that have to be there before requests are routed. 0 does not wait.
	*
	* @default 0
	*/
	routerMinInitialWorkers: int("--router-min-initial-workers", {
		env: "DYN_ROUTER_MIN_INITIAL_WORKERS",
		unit: "workers",
		min: 0,
		default: 0
	}),
	/**
	* Keeps a session on one worker until it was idle for this long, in seconds.
	*
	* @default - sessions move freely
	*/
	routerSessionAffinityTtlSecs: int("--router-session-affinity-ttl-secs", {
		env: "DYN_ROUTER_SESSION_AFFINITY_TTL_SECS",
		unit: "seconds",
		min: 1,
		max: 31536e3
	}),
	/**
	* Share of a worker's KV blocks above which it gets no new requests.
	*
	* @default - no limit
	*/
	activeDecodeBlocksThreshold: nullable(float("--active-decode-blocks-threshold", {
		env: "DYN_ACTIVE_DECODE_BLOCKS_THRESHOLD",
		min: 0,
		max: 1
	})),
	/**
	* Prompt tokens waiting on a worker above which it gets no new requests.
	*
	* @default - no limit
	*/
	activePrefillTokensThreshold: nullable(int("--active-prefill-tokens-threshold", {
		env: "DYN_ACTIVE_PREFILL_TOKENS_THRESHOLD",
		unit: "tokens",
		min: 0
	})),
	/**
	* The same limit, in batches: 2 stands for twice the worker's largest batch of tokens.
	*
	* @default - no limit
	*/
	activePrefillTokensThresholdFrac: nullable(float("--active-prefill-tokens-threshold-frac", {
		env: "DYN_ACTIVE_PREFILL_TOKENS_THRESHOLD_FRAC",
		min: 0
	})),
	/**
	* How often a request may move to another worker when its worker fails. 3 is a good value.
	*
	* @default 0
	*/
	migrationLimit: int("--migration-limit", {
		env: "DYN_MIGRATION_LIMIT",
		unit: "moves",
		min: 0,
		max: maxUint32,
		default: 0
	}),
	/**
	* Length above which a request does not move, in tokens.
	*
	* @default - no limit
	*/
	migrationMaxSeqLen: int("--migration-max-seq-len", {
		env: "DYN_MIGRATION_MAX_SEQ_LEN",
		unit: "tokens",
		min: 1,
		max: maxUint32
	}),
	/**
	* Accepted and ignored since 1.4; the thresholds above decide.
	*
	* @deprecated Set `activeDecodeBlocksThreshold` and its neighbours.
	* @default - ignored
	*/
	admissionControl: choice("--admission-control", ["token-capacity", "none"]),
	/**
	* Accepted and ignored since 1.4; registered workers decide.
	*
	* @deprecated It has no effect.
	* @default - ignored
	*/
	enforceDisagg: negatable("--enforce-disagg", { env: "DYN_ENFORCE_DISAGG" })
};
// ../../work/main/packages/constructs/src/engines/program.ts
/** Splits what a builder takes into flags and the options around them. */
function buildProgram(program, config) {
	const { extraArgs, interpreter, wrapper, setup, shell, ...flags } = config;
	return {
		program,
		flags,
		extraArgs,
		interpreter,
		wrapper,
		setup,
		shell
	};
}
// ../../work/main/packages/constructs/src/engines/worker-flags.ts
/** @module Flags that every engine worker (vllm, sglang, trtllm, mocker) reads from the Dynamo runtime. */
/** Where processes find each other, and how requests and events travel; all programs have these. */
const planeFlags = {
	/**
	* Where processes register and find each other. The operator sets `kubernetes` by environment
	* variable; outside Kubernetes `etcd`, or `file` on one host, or `mem` inside one process.
	*
	* @default "etcd"
	*/
	discoveryBackend: choice("--discovery-backend", [
		"kubernetes",
		"etcd",
		"file",
		"mem"
	], {
		env: "DYN_DISCOVERY_BACKEND",
		default: "etcd"
	}),
	/**
	* How requests travel from routers to workers.
	*
	* @default "tcp"
	*/
	requestPlane: choice("--request-plane", ["tcp", "nats"], {
		env: "DYN_REQUEST_PLANE",
		default: "tcp"
	}),
	/**
	* How KV events and load metrics travel. Must be the same in all processes of a graph.
	*
	* @default - zmq
	*/
	eventPlane: choice("--event-plane", ["nats", "zmq"], { env: "DYN_EVENT_PLANE" })
};
/**
* Flags common to the engine workers; their tables spread this one.
*
* @see components/src/dynamo/common/configuration/groups/runtime_args.py
*/
const workerFlags = {
	/**
	* Dynamo namespace that the worker registers in. `DYN_NAMESPACE_WORKER_SUFFIX` is appended.
	*
	* @default "dynamo"
	*/
	namespace: text("--namespace", {
		env: "DYN_NAMESPACE",
		default: "dynamo"
	}),
	/**
	* Endpoint that the worker serves, as `dyn://namespace.component.endpoint`.
	*
	* @default - derived from the namespace and the worker's role
	*/
	endpoint: text("--endpoint", { env: "DYN_ENDPOINT" }),
	/**
	* Endpoint that owns the worker's KV events and their recovery. Routing does not change with it.
	*
	* @default - the endpoint that the worker serves
	*/
	kvStateEndpoint: text("--kv-state-endpoint", { env: "DYN_KV_STATE_ENDPOINT" }),
	...planeFlags,
	/**
	* Writes forward-pass metrics to rotating, compressed trace files.
	*
	* @default false
	*/
	fpmTrace: negatable("--fpm-trace", {
		env: "DYN_FPM_TRACE",
		default: false
	}),
	/**
	* KV connectors of TensorRT-LLM, such as `kvbm` or `none`. vLLM refuses the flag.
	*
	* @default - none
	*/
	connector: texts("--connector", { env: "DYN_CONNECTOR" }),
	/**
	* Parser that finds tool calls in the model's output, such as `hermes` or `kimi_k2`.
	*
	* @default - tool calls are not parsed
	*/
	dynToolCallParser: text("--dyn-tool-call-parser", { env: "DYN_TOOL_CALL_PARSER" }),
	/**
	* Parser that separates reasoning from the answer, such as `qwen3` or `gpt_oss`.
	*
	* @default - reasoning is not parsed
	*/
	dynReasoningParser: text("--dyn-reasoning-parser", { env: "DYN_REASONING_PARSER" }),
	/**
	* Thinking mode of the chat template for requests that do not ask for one.
	*
	* @default - the template decides
	*/
	dynDefaultThinkingMode: choice("--dyn-default-thinking-mode", ["enabled", "disabled"], { env: "DYN_DEFAULT_THINKING_MODE" }),
	/**
	* Leaves tools out of the chat template when a request says `tool_choice: none`.
	*
	* @default true
	*/
	excludeToolsWhenToolChoiceNone: negatable("--exclude-tools-when-tool-choice-none", {
		env: "DYN_EXCLUDE_TOOLS_WHEN_TOOL_CHOICE_NONE",
		default: true
	}),
	/**
	* Guides decoding so that tool calls are well-formed.
	*
	* @default false
	*/
	dynEnableStructuralTag: negatable("--dyn-enable-structural-tag", {
		env: "DYN_ENABLE_STRUCTURAL_TAG",
		default: false
	}),
	/**
	* Requests that structural tags apply to: those that require or name a tool, or all with tools.
	*
	* @default "auto"
	*/
	dynStructuralTagScope: choice("--dyn-structural-tag-scope", ["auto", "always"], {
		env: "DYN_STRUCTURAL_TAG_SCOPE",
		default: "auto"
	}),
	/**
	* Whether structural tags hold every tool, or only strict ones, to its parameter schema.
	*
	* @default "auto"
	*/
	dynStructuralTagSchema: choice("--dyn-structural-tag-schema", ["auto", "strict"], {
		env: "DYN_STRUCTURAL_TAG_SCHEMA",
		default: "auto"
	}),
	/**
	* Path of a Jinja chat template that replaces the model's own.
	*
	* @default - the model's template
	*/
	customJinjaTemplate: text("--custom-jinja-template", { env: "DYN_CUSTOM_JINJA_TEMPLATE" }),
	/**
	* API kinds that the worker serves, separated by commas: `chat`, `completions`, or `none`.
	*
	* @default "chat,completions"
	*/
	endpointTypes: text("--endpoint-types", {
		aliases: ["--dyn-endpoint-types"],
		env: "DYN_ENDPOINT_TYPES",
		default: "chat,completions"
	}),
	/**
	* File that the resolved configuration is written to.
	*
	* @default - not written
	*/
	dumpConfigTo: text("--dump-config-to", { env: "DYN_DUMP_CONFIG_TO" }),
	/**
	* Size of the cache for image, audio and video embeddings, in GB. 0 switches it off.
	*
	* @default 0
	*/
	multimodalEmbeddingCacheCapacityGb: float("--multimodal-embedding-cache-capacity-gb", {
		env: "DYN_MULTIMODAL_EMBEDDING_CACHE_CAPACITY_GB",
		unit: "GB",
		min: 0,
		default: 0
	}),
	/**
	* What the model produces: `text`, `image`, `audio`, `video`.
	*
	* @default ["text"]
	*/
	outputModalities: texts("--output-modalities", {
		env: "DYN_OUTPUT_MODALITIES",
		default: ["text"]
	}),
	/**
	* URL of the folder or bucket that generated media is stored in.
	*
	* @default - `dynamo_media` in the folder for temporary files
	*/
	mediaOutputFsUrl: text("--media-output-fs-url", { env: "DYN_MEDIA_OUTPUT_FS_URL" }),
	/**
	* Base URL that replaces the storage path of generated media in answers.
	*
	* @default - answers hold the storage path
	*/
	mediaOutputHttpUrl: text("--media-output-http-url", { env: "DYN_MEDIA_OUTPUT_HTTP_URL" }),
	/**
	* Request that the health check sends to the engine: a JSON object, or `@` and a path.
	*
	* @default - the engine's own
	*/
	healthCheckPayload: jsonOrPath("--health-check-payload", { env: "DYN_HEALTH_CHECK_PAYLOAD" }),
	/**
	* Requests that the engine works on at once; further ones are refused once a short queue of
	* `DYN_DYNAMO_REQUEST_QUEUE_LIMIT` (16) is full.
	*
	* @default - no limit
	*/
	engineRequestLimit: int("--engine-request-limit", {
		env: "DYN_ENGINE_REQUEST_LIMIT",
		unit: "requests",
		min: 1
	})
};
// ../../work/main/packages/constructs/src/engines/frontend.ts
/** @module Flags of `python3 -m dynamo.frontend`. */
/**
* Flag table of the frontend; the doc comments are those of the typed configuration.
*
* @see components/src/dynamo/frontend/frontend_args.py
*/
const frontendFlags = {
	/**
	* Address that the HTTP API listens on.
	*
	* @default "0.0.0.0"
	*/
	httpHost: text("--http-host", {
		env: "DYN_HTTP_HOST",
		default: "0.0.0.0"
	}),
	/**
	* Port of the HTTP API, of `/health`, `/live` and `/metrics`.
	*
	* @default 8000
	*/
	httpPort: int("--http-port", {
		env: "DYN_HTTP_PORT",
		min: 1,
		max: 65535,
		default: 8e3
	}),
	/**
	* Path of the TLS certificate, PEM. Needs `tlsKeyPath`.
	*
	* @default - plain HTTP
	*/
	tlsCertPath: text("--tls-cert-path", { env: "DYN_TLS_CERT_PATH" }),
	/**
	* Path of the key of the TLS certificate, PEM. Needs `tlsCertPath`.
	*
	* @default - plain HTTP
	*/
	tlsKeyPath: text("--tls-key-path", { env: "DYN_TLS_KEY_PATH" }),
	/**
	* Dynamo namespace whose workers are served. `namespacePrefix` wins over it.
	*
	* @default - workers of every namespace
	*/
	namespace: text("--namespace", { env: "DYN_NAMESPACE" }),
	/**
	* Serves the workers of every Dynamo namespace that begins like this.
	*
	* @default - `namespace` counts
	*/
	namespacePrefix: text("--namespace-prefix", { env: "DYN_NAMESPACE_PREFIX" }),
	/**
	* Name of the model, for chats in the terminal and offline use.
	*
	* @default - workers say which models there are
	*/
	modelName: text("--model-name", { env: "DYN_MODEL_NAME" }),
	/**
	* Folder of the model, for chats in the terminal and offline use.
	*
	* @default - workers say which models there are
	*/
	modelPath: text("--model-path", { env: "DYN_MODEL_PATH" }),
	...frontendRoutingFlags,
	...kvRouterFlags,
	...aicFlags,
	/**
	* Tokens in a KV block. When set it must be what the workers use.
	*
	* @default - as the workers say
	*/
	kvCacheBlockSize: int("--kv-cache-block-size", {
		env: "DYN_KV_CACHE_BLOCK_SIZE",
		unit: "tokens",
		min: 1
	}),
	...planeFlags,
	/**
	* Serves KServe v2 over gRPC on the HTTP port, in place of HTTP.
	*
	* @default false
	*/
	kserveGrpcServer: negatable("--kserve-grpc-server", {
		env: "DYN_KSERVE_GRPC_SERVER",
		default: false
	}),
	/**
	* Port of the metrics when KServe gRPC is served.
	*
	* @default 8788
	*/
	grpcMetricsPort: int("--grpc-metrics-port", {
		env: "DYN_GRPC_METRICS_PORT",
		min: 1,
		max: 65535,
		default: 8788
	}),
	/**
	* First part of the names of the metrics.
	*
	* @default "dynamo_frontend"
	*/
	metricsPrefix: text("--metrics-prefix", {
		env: "DYN_METRICS_PREFIX",
		default: "dynamo_frontend"
	}),
	/**
	* Who renders chat templates and parses tool calls. `vllm` forwards unknown flags to vLLM.
	*
	* @default "dynamo"
	*/
	dynChatProcessor: choice("--dyn-chat-processor", [
		"dynamo",
		"vllm",
		"sglang"
	], {
		env: "DYN_CHAT_PROCESSOR",
		default: "dynamo"
	}),
	/**
	* Processes for the chat processors of vLLM and SGLang. 0 works in the main process.
	*
	* @default 0
	*/
	dynPreprocessWorkers: int("--dyn-preprocess-workers", {
		env: "DYN_PREPROCESS_WORKERS",
		unit: "processes",
		min: 0,
		default: 0
	}),
	/**
	* Logs where the chat processors of vLLM and SGLang spend their time.
	*
	* @default false
	*/
	dynDebugPerf: negatable("--dyn-debug-perf", {
		env: "DYN_DEBUG_PERF",
		default: false
	}),
	/**
	* Tokenizer: that of Hugging Face, or the faster `fastokens`.
	*
	* @default "default"
	*/
	tokenizer: choice("--tokenizer", ["default", "fastokens"], {
		env: "DYN_TOKENIZER",
		default: "default"
	}),
	/**
	* Runs tokenizer code that comes with a model.
	*
	* @default false
	*/
	trustRemoteCode: negatable("--trust-remote-code", {
		env: "DYN_TRUST_REMOTE_CODE",
		default: false
	}),
	/**
	* Serves Anthropic's Messages API on `/v1/messages`.
	*
	* @default false
	*/
	enableAnthropicApi: negatable("--enable-anthropic-api", {
		env: "DYN_ENABLE_ANTHROPIC_API",
		default: false
	}),
	/**
	* Removes the billing lines that Claude Code puts in front of the system prompt.
	*
	* @default false
	*/
	stripAnthropicPreamble: negatable("--strip-anthropic-preamble", {
		env: "DYN_STRIP_ANTHROPIC_PREAMBLE",
		default: false
	}),
	/**
	* Streams every tool call as an event as soon as it is complete.
	*
	* @default false
	*/
	enableStreamingToolDispatch: negatable("--enable-streaming-tool-dispatch", {
		env: "DYN_ENABLE_STREAMING_TOOL_DISPATCH",
		default: false
	}),
	/**
	* Streams the reasoning as one event as soon as it is complete.
	*
	* @default false
	*/
	enableStreamingReasoningDispatch: negatable("--enable-streaming-reasoning-dispatch", {
		env: "DYN_ENABLE_STREAMING_REASONING_DISPATCH",
		default: false
	}),
	/**
	* Leaves tools out of the chat template when a request says `tool_choice: none`.
	*
	* @default true
	*/
	excludeToolsWhenToolChoiceNone: negatable("--exclude-tools-when-tool-choice-none", {
		env: "DYN_EXCLUDE_TOOLS_WHEN_TOOL_CHOICE_NONE",
		default: true
	}),
	/**
	* Adds HTTP routes: names of registered extensions, or `module:function`.
	*
	* @default - none
	*/
	frontendRouteExtension: repeated("--frontend-route-extension", { env: "DYN_FRONTEND_ROUTE_EXTENSIONS" }),
	/**
	* Chats in the terminal instead of serving.
	*
	* @default false
	*/
	interactive: negatable("--interactive", {
		aliases: ["-i"],
		env: "DYN_INTERACTIVE",
		default: false
	}),
	/**
	* File that the resolved configuration is written to.
	*
	* @default - not written
	*/
	dumpConfigTo: text("--dump-config-to", { env: "DYN_DUMP_CONFIG_TO" })
};
/** `python3 -m dynamo.frontend` with these flags. */
function frontendProgram(config = {}) {
	return buildProgram("frontend", config);
}
// ../../work/main/packages/constructs/src/engines/global-planner.ts
/** @module Flags of `python3 -m dynamo.global_planner`. */
/**
* Flag table of the global planner; the doc comments are those of the typed configuration.
*
* @see components/src/dynamo/global_planner/argparse_config.py
*/
const globalPlannerFlags = {
	/**
	* Dynamo namespaces whose planners may ask for replicas.
	*
	* @default - every graph in the Kubernetes namespace
	*/
	managedNamespaces: texts("--managed-namespaces"),
	/**
	* What carries out the decisions.
	*
	* @default "kubernetes"
	*/
	environment: choice("--environment", ["kubernetes"], { default: "kubernetes" }),
	/**
	* Logs what planners ask for and changes nothing.
	*
	* @default false
	*/
	noOperation: toggle("--no-operation", { default: false }),
	/**
	* GPUs that all managed graphs may have together. 0 allows no scaling, -1 sets no limit.
	*
	* @default -1
	*/
	maxTotalGpus: int("--max-total-gpus", {
		unit: "GPUs",
		min: -1,
		default: -1
	}),
	/**
	* GPUs that all managed graphs keep together. -1 sets no limit.
	*
	* @default -1
	*/
	minTotalGpus: int("--min-total-gpus", {
		unit: "GPUs",
		min: -1,
		default: -1
	}),
	/**
	* How long a planner's wish waits for a matching one, in seconds. At least twice the slowest
	* planner's interval.
	*
	* @default 360
	*/
	intentCacheTtlSeconds: float("--intent-cache-ttl-seconds", {
		unit: "seconds",
		min: 0,
		default: 360
	})
};
/** `python3 -m dynamo.global_planner` with these flags. */
function globalPlannerProgram(config = {}) {
	return buildProgram("globalPlanner", config);
}
// ../../work/main/packages/constructs/src/engines/global-router.ts
/** @module Flags of `python3 -m dynamo.global_router`. */
/**
* Flag table of the global router; the doc comments are those of the typed configuration.
*
* @see components/src/dynamo/global_router/backend_args.py
*/
const globalRouterFlags = {
	/**
	* Path of the JSON file with the pools and how they are chosen. Required.
	*
	* @default - none
	*/
	config: text("--config", { env: "DYN_GLOBAL_ROUTER_CONFIG" }),
	/**
	* Name of the model, as the workers register it. Required.
	*
	* @default - none
	*/
	modelName: text("--model-name", { env: "DYN_GLOBAL_ROUTER_MODEL_NAME" }),
	/**
	* Dynamo namespace that the global router registers in.
	*
	* @default "dynamo"
	*/
	namespace: text("--namespace", {
		env: "DYN_NAMESPACE",
		default: "dynamo"
	}),
	/**
	* Component name that the global router registers with.
	*
	* @default "global_router"
	*/
	componentName: text("--component-name", {
		env: "DYN_GLOBAL_ROUTER_COMPONENT_NAME",
		default: "global_router"
	}),
	/**
	* Time to first token of requests that ask for none, in milliseconds.
	*
	* @default - the middle of the configured range
	*/
	defaultTtftTargetMs: float("--default-ttft-target-ms", {
		aliases: ["--default-ttft-target"],
		env: "DYN_GLOBAL_ROUTER_DEFAULT_TTFT_TARGET_MS",
		unit: "ms",
		above: 0
	}),
	/**
	* Time between tokens of requests that ask for none, in milliseconds.
	*
	* @default - the middle of the configured range
	*/
	defaultItlTargetMs: float("--default-itl-target-ms", {
		aliases: ["--default-itl-target"],
		env: "DYN_GLOBAL_ROUTER_DEFAULT_ITL_TARGET_MS",
		unit: "ms",
		above: 0
	})
};
/** `python3 -m dynamo.global_router` with these flags. */
function globalRouterProgram(config = {}) {
	return buildProgram("globalRouter", config);
}
// ../../work/main/packages/constructs/src/engines/mocker-engine-flags.ts
/** @module Flags of the engine that the mocker imitates: its scheduler and its memory. */
/**
* Flags of the imitated engine; the mocker's table spreads this one.
*
* @see components/src/dynamo/mocker/args.py
*/
const mockerEngineFlags = {
	/**
	* Engine whose scheduler is imitated.
	*
	* @default "vllm"
	*/
	engineType: choice("--engine-type", [
		"vllm",
		"sglang",
		"trtllm"
	], { default: "vllm" }),
	/**
	* KV blocks in the imagined GPU memory of each rank.
	*
	* @default 16384
	*/
	numGpuBlocksOverride: int("--num-gpu-blocks-override", {
		unit: "blocks",
		min: 1,
		default: 16384
	}),
	/**
	* Tokens in a KV block.
	*
	* @default - 64, with SGLang 1, with TensorRT-LLM 32
	*/
	blockSize: int("--block-size", {
		unit: "tokens",
		min: 1
	}),
	/**
	* Length of prompt and answer together, in tokens.
	*
	* @default - no limit
	*/
	maxModelLen: int("--max-model-len", {
		unit: "tokens",
		min: 1
	}),
	/**
	* Requests that run at once.
	*
	* @default 256
	*/
	maxNumSeqs: int("--max-num-seqs", {
		unit: "requests",
		min: 1,
		default: 256
	}),
	/**
	* Tokens in one step.
	*
	* @default 8192
	*/
	maxNumBatchedTokens: int("--max-num-batched-tokens", {
		unit: "tokens",
		min: 1,
		default: 8192
	}),
	/**
	* Keeps prefixes for later requests.
	*
	* @default true
	*/
	enablePrefixCaching: negatable("--enable-prefix-caching", { default: true }),
	/**
	* Cuts long prefills into several steps.
	*
	* @default true
	*/
	enableChunkedPrefill: negatable("--enable-chunked-prefill", { default: true }),
	/**
	* Which request gives way when blocks run out: the newest or the oldest.
	*
	* @default "lifo"
	*/
	preemptionMode: choice("--preemption-mode", ["lifo", "fifo"], { default: "lifo" }),
	/**
	* Order of requests with SGLang: first come first served, or longest cached prefix first.
	*
	* @default "fifo"
	*/
	sglangSchedulePolicy: choice("--sglang-schedule-policy", [
		"fifo",
		"fcfs",
		"lpm"
	], { default: "fifo" }),
	/**
	* Tokens in a page with SGLang.
	*
	* @default 1
	*/
	sglangPageSize: int("--sglang-page-size", {
		unit: "tokens",
		min: 1,
		default: 1
	}),
	/**
	* Prefill tokens in one step with SGLang.
	*
	* @default 16384
	*/
	sglangMaxPrefillTokens: int("--sglang-max-prefill-tokens", {
		unit: "tokens",
		min: 1,
		default: 16384
	}),
	/**
	* Tokens in a piece of a long prefill with SGLang.
	*
	* @default 8192
	*/
	sglangChunkedPrefillSize: int("--sglang-chunked-prefill-size", {
		unit: "tokens",
		min: 1,
		default: 8192
	}),
	/**
	* Answer tokens that a request is expected to need at most with SGLang.
	*
	* @default 4096
	*/
	sglangClipMaxNewTokens: int("--sglang-clip-max-new-tokens", {
		unit: "tokens",
		min: 1,
		default: 4096
	}),
	/**
	* How careful SGLang is with memory, 0 to 1.
	*
	* @default 1
	*/
	sglangScheduleConservativeness: float("--sglang-schedule-conservativeness", {
		min: 0,
		max: 1,
		default: 1
	}),
	/**
	* Speed of the KV transfer from prefill to decode, in GB/s. 0 takes no time.
	*
	* @default 64
	*/
	kvTransferBandwidth: float("--kv-transfer-bandwidth", {
		unit: "GB/s",
		min: 0,
		default: 64
	}),
	/**
	* What is transferred: the whole prompt, or what decode does not have yet. Not documented for
	* every release, so the values are free.
	*
	* @default - the whole prompt
	*/
	kvTransferTimingMode: text("--kv-transfer-timing-mode"),
	/**
	* Size of the KV cache of one token, in bytes.
	*
	* @default - computed from the model
	*/
	kvBytesPerToken: int("--kv-bytes-per-token", {
		unit: "bytes",
		min: 1
	}),
	/**
	* Number format of the KV cache.
	*
	* @default "auto"
	*/
	kvCacheDtype: choice("--kv-cache-dtype", [
		"auto",
		"bfloat16",
		"fp8",
		"fp8_ds_mla",
		"fp8_e4m3",
		"fp8_e5m2",
		"fp8_inc"
	], { default: "auto" }),
	/**
	* Who keeps the blocks in GPU memory: the engine itself or KVBM, which can move them lower.
	*
	* @default - the engine's own
	*/
	g1Backend: choice("--g1-backend", ["native", "kvbm"]),
	/**
	* KV blocks in host memory.
	*
	* @default - none
	*/
	numG2Blocks: int("--num-g2-blocks", {
		unit: "blocks",
		min: 0
	}),
	/**
	* KV blocks on disk.
	*
	* @default - none
	*/
	numG3Blocks: int("--num-g3-blocks", {
		unit: "blocks",
		min: 0
	}),
	/**
	* Adds object storage below the disk.
	*
	* @default false
	*/
	enableG4Storage: toggle("--enable-g4-storage"),
	/**
	* Blocks that move to a lower tier at once.
	*
	* @default - the engine's own
	*/
	offloadBatchSize: int("--offload-batch-size", {
		unit: "blocks",
		min: 1
	}),
	/**
	* Speed from GPU to host memory, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG1ToG2Gbps: float("--bandwidth-g1-to-g2-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* Speed from host to GPU memory, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG2ToG1Gbps: float("--bandwidth-g2-to-g1-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* Speed from host memory to disk, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG2ToG3Gbps: float("--bandwidth-g2-to-g3-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* Speed from disk to host memory, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG3ToG2Gbps: float("--bandwidth-g3-to-g2-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* Speed from host memory to object storage, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG2ToG4Gbps: float("--bandwidth-g2-to-g4-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* Speed from object storage to host memory, in GB/s.
	*
	* @default - the engine's own
	*/
	bandwidthG4ToG2Gbps: float("--bandwidth-g4-to-g2-gbps", {
		unit: "GB/s",
		min: 0
	}),
	/**
	* GPU memory fraction from which the cache of a vLLM engine is estimated.
	*
	* @default - 0.9
	*/
	gpuMemoryUtilization: float("--gpu-memory-utilization", {
		min: 0,
		max: 1
	}),
	/**
	* Memory fraction from which the cache of an SGLang engine is estimated.
	*
	* @default - 0.88
	*/
	memFractionStatic: float("--mem-fraction-static", {
		min: 0,
		max: 1
	}),
	/**
	* Part of the memory beside the weights from which the cache of a TensorRT-LLM engine is estimated.
	*
	* @default - 0.9
	*/
	freeGpuMemoryFraction: float("--free-gpu-memory-fraction", {
		min: 0,
		max: 1
	}),
	/**
	* How the TensorRT-LLM scheduler treats its capacity.
	*
	* @default "guaranteed_no_evict"
	*/
	trtllmCapacitySchedulerPolicy: choice("--trtllm-capacity-scheduler-policy", ["guaranteed_no_evict"])
};
// ../../work/main/packages/constructs/src/engines/mocker.ts
/** @module Flags of `python3 -m dynamo.mocker`. */
/**
* Flag table of the mocker; the doc comments are those of the typed configuration. The mocker reads
* none of the other flags that engine workers have in common.
*
* @see components/src/dynamo/mocker/args.py
*/
const mockerFlags = {
	/**
	* Model whose tokenizer and configuration are used: a Hugging Face id or a path. No weights are
	* read.
	*
	* @default - none
	*/
	modelPath: text("--model-path"),
	/**
	* Name of the model in requests.
	*
	* @default - the model path
	*/
	modelName: text("--model-name"),
	/**
	* Endpoint that the worker serves, as `dyn://namespace.component.endpoint`.
	*
	* @default - derived from `DYN_NAMESPACE` and the worker's role
	*/
	endpoint: text("--endpoint"),
	/**
	* What the worker does: everything, only prefill, or only decode.
	*
	* @default "agg"
	*/
	disaggregationMode: choice("--disaggregation-mode", [
		"agg",
		"prefill",
		"decode"
	], { default: "agg" }),
	/**
	* Old spelling of `disaggregationMode: "prefill"`, still accepted.
	*
	* @deprecated Use `disaggregationMode`.
	* @default false
	*/
	isPrefillWorker: toggle("--is-prefill-worker", { default: false }),
	/**
	* Old spelling of `disaggregationMode: "decode"`, still accepted.
	*
	* @deprecated Use `disaggregationMode`.
	* @default false
	*/
	isDecodeWorker: toggle("--is-decode-worker", { default: false }),
	...mockerEngineFlags,
	/**
	* Workers in the process; each registers on its own.
	*
	* @default 1
	*/
	numWorkers: int("--num-workers", {
		unit: "workers",
		min: 1,
		default: 1
	}),
	/**
	* Wait between the starts of two workers, in seconds. -1 decides by their number.
	*
	* @default -1
	*/
	staggerDelay: float("--stagger-delay", {
		unit: "seconds",
		min: -1,
		default: -1
	}),
	/**
	* Data parallel ranks of each worker.
	*
	* @default 1
	*/
	dataParallelSize: int("--data-parallel-size", {
		unit: "ranks",
		min: 1,
		default: 1
	}),
	/**
	* How much faster than the imitated engine everything is. 0 takes no time at all.
	*
	* @default 1
	*/
	speedupRatio: float("--speedup-ratio", {
		min: 0,
		default: 1
	}),
	/**
	* How much faster decoding is on top of that.
	*
	* @default 1
	*/
	decodeSpeedupRatio: float("--decode-speedup-ratio", {
		above: 0,
		default: 1
	}),
	/**
	* Time that loading the model takes, in seconds.
	*
	* @default - none
	*/
	startupTime: float("--startup-time", {
		unit: "seconds",
		min: 0
	}),
	/**
	* Measured times: a folder with profiling results or a file of the mocker's own format.
	*
	* @default - built-in formulas
	*/
	plannerProfileData: text("--planner-profile-data"),
	/**
	* Takes times from AIConfigurator.
	*
	* @default false
	*/
	aicPerfModel: toggle("--aic-perf-model", { default: false }),
	...withoutEnv(aicTimesFlags),
	/**
	* Ports on which prefill and decode meet, one for each worker, separated by commas.
	*
	* @default - they do not meet
	*/
	bootstrapPorts: text("--bootstrap-ports"),
	/**
	* First ports of the KV events, one for each worker, separated by commas.
	*
	* @default - events travel with the event plane
	*/
	zmqKvEventsPorts: text("--zmq-kv-events-ports"),
	/**
	* First ports on which lost KV events are asked for, one for each worker, separated by commas.
	* Needs `zmqKvEventsPorts`.
	*
	* @default - none
	*/
	zmqReplayPorts: text("--zmq-replay-ports"),
	/**
	* Reasoning that answers hold.
	*
	* @default - none
	*/
	reasoning: json("--reasoning"),
	/**
	* Recorded requests whose answers are given again.
	*
	* @default - made up tokens
	*/
	responseReplayTracePath: text("--response-replay-trace-path"),
	/**
	* Path of a JSON file with these settings, which wins over the flags.
	*
	* @default - none
	*/
	extraEngineArgs: text("--extra-engine-args"),
	...planeFlags
};
/** `python3 -m dynamo.mocker` with these flags. */
function mocker(config = {}) {
	return buildProgram("mocker", config);
}
// ../../work/main/packages/constructs/src/engines/fields.ts
/** @module JSON documents by table: what a flag table is for an argv, for the keys of an object. */
/** Reads the object of a JSON document by the table of its keys. */
function readFields(table, document, at) {
	const config = {};
	const unknown = [];
	const issues = [];
	if (!isObject(document)) {
		issues.push({
			...at,
			got: shown(document),
			expected: "a JSON object"
		});
		return {
			config: {},
			unknown,
			issues
		};
	}
	for (const [key, value] of Object.entries(document)) {
		const found = rowOf(table, key);
		if (found === void 0) {
			unknown.push(key);
			continue;
		}
		const [property, row] = found;
		const read = readField(row, value);
		if (read !== void 0) config[property] = read;
		if (read === void 0 || !inBounds(row, read)) {
			const expected = row.kind === "switch" ? "true or false" : expectation(row);
			issues.push(fieldIssue(at, key, value, expected));
		} else if (read !== null && row.check !== void 0) issues.push(...row.check(read).map((issue) => nested(at, key, issue)));
	}
	return {
		config,
		unknown,
		issues
	};
}
/** An issue with one key of a document. */
function fieldIssue(at, key, value, expected) {
	return {
		...at,
		key,
		got: shown(value),
		expected
	};
}
/** Rules of an object inside a document; other keys than those of the table may be there. */
function openFields(table) {
	return { check: (value) => readFields(table, value, inside).issues };
}
/** Rules of an object inside a document whose keys are closed: every key has to be known. */
function closedFields(table) {
	const known = Object.values(table).map((row) => row.flag);
	return { check(value) {
		const { issues, unknown } = readFields(table, value, inside);
		const expected = `one of ${known.join(", ")}`;
		const strangers = unknown.map((key) => fieldIssue(inside, key, "an unknown key", expected));
		return [...issues, ...strangers];
	} };
}
/** The row of the object around it knows where an object stands. */
const inside = {
	property: "",
	flag: ""
};
/** An issue of an object inside the document, as an issue of the document. */
function nested(at, key, issue) {
	return {
		...issue,
		...at,
		key: issue.key === void 0 ? key : `${key}.${issue.key}`
	};
}
function rowOf(table, key) {
	return Object.entries(table).find(([, row]) => row.flag === key || row.aliases?.includes(key) === true);
}
/** A value as the program takes it: numbers and booleans may also be written as text. */
function readField(row, value) {
	if (value === null) return row.nullable === true ? null : void 0;
	switch (row.kind) {
		case "switch": return typeof value === "string" && /^(true|false|1|0|yes|no|on|off)$/i.test(value) ? readBoolean(value) : typeof value === "boolean" ? value : void 0;
		case "int": return Number.isInteger(value) ? value : textField(row, value);
		case "float": return typeof value === "number" ? value : textField(row, value);
		case "texts": return Array.isArray(value) && value.every((v) => typeof v === "string") ? value : void 0;
		case "ints": return Array.isArray(value) && value.every(Number.isInteger) ? value : void 0;
		case "json": return typeof value === "object" || row.orPath === true && typeof value === "string" ? value : void 0;
		default: return textField(row, value);
	}
}
function textField(row, value) {
	return typeof value === "string" ? readText(row, value) : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function shown(value) {
	return typeof value === "string" ? value : JSON.stringify(value) ?? "nothing";
}
// ../../work/main/packages/constructs/src/engines/planner-plugins.ts
/** @module The parts of the planner's configuration that steer its plugins. */
const gatewayFields = {
	/** Lets plugins register themselves. @default false */
	enabled: toggle("enabled", { default: false }),
	/** Where the planner listens for them. @default "unix:///var/run/dynamo/planner/registry.sock" */
	listen: text("listen", { default: "unix:///var/run/dynamo/planner/registry.sock" }),
	/** Permits a TCP port without TLS. @default false */
	allow_insecure: toggle("allow_insecure", { default: false })
};
/** Keys of `scheduling`. @see components/src/dynamo/planner/config/planner_config.py */
const plannerSchedulingFields = {
	/**
	* Time between two decisions, in seconds. Has to divide both adjustment intervals.
	*
	* @default - the largest that does
	*/
	scale_interval_seconds: float("scale_interval_seconds", {
		unit: "seconds",
		above: 0
	}),
	/** Time that a decision may take, in seconds. @default 30 */
	tick_max_duration_seconds: float("tick_max_duration_seconds", {
		unit: "seconds",
		above: 0,
		default: 30
	}),
	/** Programs that take part in decisions. @default [] */
	external_plugins: json("external_plugins"),
	/** Where plugins register themselves. @default - nowhere */
	gateway: json("gateway", closedFields(gatewayFields))
};
const authFields = {
	/** Proofs of identity that are accepted. @default [] */
	trusted_sources: texts("trusted_sources"),
	/** Names by secret. @default {} */
	static_secrets: json("static_secrets"),
	/** Service accounts of Kubernetes that are trusted. @default - none */
	k8s_sa: nullable(json("k8s_sa")),
	/** SPIFFE identities that are trusted. @default - none */
	spiffe: nullable(json("spiffe"))
};
const transportFields = {
	/** Permits calls without TLS. @default false */
	allow_insecure_grpc: toggle("allow_insecure_grpc", { default: false }),
	/** Time that a call may take, in seconds. @default 5 */
	request_timeout_seconds: float("request_timeout_seconds", {
		unit: "seconds",
		above: 0,
		default: 5
	}),
	/** Time between signs of life, in milliseconds. @default 30000 */
	keepalive_time_ms: int("keepalive_time_ms", {
		unit: "ms",
		min: 1,
		default: 3e4
	}),
	/** Size of a message, in bytes. @default 10485760 */
	max_message_size_bytes: int("max_message_size_bytes", {
		unit: "bytes",
		min: 1,
		default: 10485760
	})
};
/** Keys of `plugin_registration`. @see components/src/dynamo/planner/plugins/registry/config.py */
const plannerPluginFields = {
	/** Where plugins find the registry. @default - the socket of the gateway */
	endpoints: json("endpoints"),
	/** Who may register a plugin. @default - everybody */
	auth: json("auth", closedFields(authFields)),
	/** How the planner calls plugins. @default - see its keys */
	transport: json("transport", closedFields(transportFields)),
	/** Oldest version of the protocol that is accepted. @default "1.0" */
	protocol_version_min: text("protocol_version_min", { default: "1.0" }),
	/** Newest version of the protocol that is accepted. @default "1.0" */
	protocol_version_max: text("protocol_version_max", { default: "1.0" }),
	/** Time without a sign of life after which a plugin counts as missing, in seconds. @default 15 */
	heartbeat_timeout_seconds: float("heartbeat_timeout_seconds", {
		unit: "seconds",
		above: 0,
		default: 15
	}),
	/** How often a plugin may be missing before it is dropped. @default 2 */
	heartbeat_missed_threshold: int("heartbeat_missed_threshold", {
		min: 1,
		default: 2
	}),
	/** Plugins that run inside the planner. @default [] */
	in_process_plugins: json("in_process_plugins"),
	/** Who may list plugins. @default - everybody */
	admin: json("admin")
};
// ../../work/main/packages/constructs/src/engines/planner-config.ts
/** @module The planner's configuration: the JSON document behind `--config`. */
const port = {
	min: 0,
	max: 65535
};
/**
* Keys of the planner's configuration.
*
* @see components/src/dynamo/planner/config/planner_config.py
* @see components/src/dynamo/planner/config/defaults.py
*/
const plannerConfigFields = {
	/** What is scaled: prefill and decode, one of them, or aggregated workers. @default "disagg" */
	mode: choice("mode", [
		"disagg",
		"prefill",
		"decode",
		"agg"
	], { default: "disagg" }),
	/** Engine of the workers. @default "vllm" */
	backend: choice("backend", [
		"vllm",
		"sglang",
		"trtllm",
		"mocker"
	], { default: "vllm" }),
	/**
	* Who carries decisions out: the operator, a client of the Dynamo runtime (outside Kubernetes), or
	* a global planner, which needs `global_planner_namespace`.
	*
	* @default "kubernetes"
	*/
	environment: choice("environment", [
		"kubernetes",
		"virtual",
		"global-planner"
	], { default: "kubernetes" }),
	/** Dynamo namespace of the global planner. @default - none */
	global_planner_namespace: nullable(text("global_planner_namespace")),
	/** Dynamo namespace of the graph. @default - `DYN_NAMESPACE`, else `dynamo` */
	namespace: text("namespace", { env: "DYN_NAMESPACE" }),
	/** Name of the model. @default - that of the graph */
	model_name: nullable(text("model_name")),
	/** Folder for logs. @default - none */
	log_dir: nullable(text("log_dir")),
	/**
	* What is aimed at: throughput or latency by fixed thresholds, `load` by thresholds of your own,
	* or `sla`, which keeps `ttft_ms` and `itl_ms`. All but `sla` scale by load only.
	*
	* @default "throughput"
	*/
	optimization_target: choice("optimization_target", [
		"throughput",
		"latency",
		"load",
		"sla"
	], { default: "throughput" }),
	/** Scales by predicted traffic; only with the target `sla`. @default true */
	enable_throughput_scaling: toggle("enable_throughput_scaling", { default: true }),
	/** Scales by the load of the moment; always on unless the target is `sla`. @default false */
	enable_load_scaling: toggle("enable_load_scaling", { default: false }),
	/** Time to first token to keep with `sla`, in milliseconds. @default 500 */
	ttft_ms: float("ttft_ms", {
		aliases: ["ttft"],
		unit: "ms",
		above: 0,
		default: 500
	}),
	/** Time between tokens to keep with `sla`, in milliseconds. @default 50 */
	itl_ms: float("itl_ms", {
		aliases: ["itl"],
		unit: "ms",
		default: 50
	}),
	/** What was measured before deployment: nothing, a simulation, or real engines. @default "rapid" */
	pre_deployment_sweeping_mode: nullable(choice("pre_deployment_sweeping_mode", [
		"none",
		"rapid",
		"thorough"
	], { default: "rapid" })),
	/** Folder with what was measured. @default "profiling_results" */
	profile_results_dir: text("profile_results_dir", { default: "profiling_results" }),
	/** GPUs that the graph may have. @default 8 */
	max_gpu_budget: int("max_gpu_budget", {
		unit: "GPUs",
		min: -1,
		default: 8
	}),
	/** GPUs that the graph keeps; equal to the maximum it pins them. -1 is off. @default -1 */
	min_gpu_budget: int("min_gpu_budget", {
		unit: "GPUs",
		min: -1,
		default: -1
	}),
	/** Workers of each kind that stay. @default 1 */
	min_endpoint: int("min_endpoint", {
		unit: "workers",
		min: 0,
		default: 1
	}),
	/** GPUs of a prefill engine. @default - read from the graph */
	prefill_engine_num_gpu: nullable(int("prefill_engine_num_gpu", {
		unit: "GPUs",
		min: 1
	})),
	/** GPUs of a decode or aggregated engine. @default - read from the graph */
	decode_engine_num_gpu: nullable(int("decode_engine_num_gpu", {
		unit: "GPUs",
		min: 1
	})),
	/** Time between decisions by predicted traffic, in seconds. @default 180 */
	throughput_adjustment_interval_seconds: int("throughput_adjustment_interval_seconds", {
		aliases: ["throughput_adjustment_interval"],
		unit: "seconds",
		min: 1,
		default: 180
	}),
	/** Time between decisions by load, in seconds; less than the above. @default 5 */
	load_adjustment_interval_seconds: int("load_adjustment_interval_seconds", {
		aliases: ["load_adjustment_interval"],
		unit: "seconds",
		min: 1,
		default: 5
	}),
	/** Whose metrics tell the traffic. @default "frontend" */
	throughput_metrics_source: choice("throughput_metrics_source", ["frontend", "router"], { default: "frontend" }),
	/** Forward passes that are remembered. @default 64 */
	max_num_fpm_samples: int("max_num_fpm_samples", {
		min: 1,
		default: 64
	}),
	/** Buckets that they are sorted into; a perfect square. @default 16 */
	fpm_sample_bucket_size: int("fpm_sample_bucket_size", {
		min: 1,
		default: 16
	}),
	/** How readily load lets go of workers, in percent. @default 80 */
	load_scaling_down_sensitivity: int("load_scaling_down_sensitivity", {
		unit: "percent",
		min: 0,
		max: 100,
		default: 80
	}),
	/** Observations before the first decision by load. @default 5 */
	load_min_observations: int("load_min_observations", {
		min: 0,
		default: 5
	}),
	/** Waiting prompt tokens above which prefill grows; for the target `load`. @default - none */
	prefill_scale_up_queue_tokens: nullable(int("prefill_scale_up_queue_tokens", {
		unit: "tokens",
		min: 0
	})),
	/** Waiting prompt tokens below which prefill shrinks; for the target `load`. @default - none */
	prefill_scale_down_queue_tokens: nullable(int("prefill_scale_down_queue_tokens", {
		unit: "tokens",
		min: 0
	})),
	/** KV use above which decode grows, in percent; for the target `load`. @default - none */
	decode_scale_up_kv_rate: nullable(float("decode_scale_up_kv_rate", {
		unit: "percent",
		min: 0,
		max: 100
	})),
	/** KV use below which decode shrinks, in percent; for the target `load`. @default - none */
	decode_scale_down_kv_rate: nullable(float("decode_scale_down_kv_rate", {
		unit: "percent",
		min: 0,
		max: 100
	})),
	/** Draft tokens of speculative decoding, when workers do not say. @default 0 */
	speculative_nextn: int("speculative_nextn", {
		unit: "tokens",
		min: 0,
		default: 0
	}),
	/** How traffic is predicted. @default "arima" */
	load_predictor: choice("load_predictor", [
		"constant",
		"arima",
		"kalman",
		"prophet"
	], { default: "arima" }),
	/** Predicts the logarithm of traffic. @default false */
	load_predictor_log1p: toggle("load_predictor_log1p", { default: false }),
	/** Recorded traffic that predictions start from. @default - none */
	load_predictor_warmup_trace: nullable(text("load_predictor_warmup_trace")),
	/** Observations that Prophet looks at. @default 50 */
	prophet_window_size: int("prophet_window_size", {
		min: 1,
		default: 50
	}),
	/** Kalman filter: noise of the level. @default 1 */
	kalman_q_level: float("kalman_q_level", { default: 1 }),
	/** Kalman filter: noise of the trend. @default 0.1 */
	kalman_q_trend: float("kalman_q_trend", { default: .1 }),
	/** Kalman filter: noise of observations. @default 10 */
	kalman_r: float("kalman_r", { default: 10 }),
	/** Kalman filter: observations before the first prediction. @default 5 */
	kalman_min_points: int("kalman_min_points", {
		min: 0,
		default: 5
	}),
	/** Where Prometheus is asked. @default - `PROMETHEUS_ENDPOINT`, else the kube-prometheus-stack */
	metric_pulling_prometheus_endpoint: text("metric_pulling_prometheus_endpoint", { env: "PROMETHEUS_ENDPOINT" }),
	/** Bearer token for Prometheus; the environment variable keeps it out of YAML. @default - none */
	metric_pulling_prometheus_token: nullable(text("metric_pulling_prometheus_token", { env: "PROMETHEUS_TOKEN" })),
	/** File with the bearer token, read before every request. @default - none */
	metric_pulling_prometheus_token_file: nullable(text("metric_pulling_prometheus_token_file", { env: "PROMETHEUS_TOKEN_FILE" })),
	/** Verifies the certificate of Prometheus. @default false */
	metric_pulling_prometheus_ssl_verify: toggle("metric_pulling_prometheus_ssl_verify", {
		env: "PROMETHEUS_SSL_VERIFY",
		default: false
	}),
	/** File with the certificate authorities of Prometheus; verifies with them. @default - none */
	metric_pulling_prometheus_ca_bundle: nullable(text("metric_pulling_prometheus_ca_bundle", { env: "PROMETHEUS_CA_BUNDLE" })),
	/** Parameters of every query, as managed services want them. @default - none */
	metric_pulling_prometheus_extra_query_params: nullable(json("metric_pulling_prometheus_extra_query_params", { env: "PROMETHEUS_EXTRA_QUERY_PARAMS" })),
	/** Port of the planner's own metrics; 0 is off. @default - 9085 with the operator, else 0 */
	metric_reporting_prometheus_port: int("metric_reporting_prometheus_port", {
		...port,
		env: "PLANNER_PROMETHEUS_PORT"
	}),
	/** Only says what it would do. @default false */
	advisory: toggle("advisory", { default: false }),
	/** Time between reports, in hours; null writes none. @default 24 */
	report_interval_hours: nullable(float("report_interval_hours", {
		unit: "hours",
		above: 0,
		default: 24
	})),
	/** Folder for reports. @default "./planner_reports" */
	report_output_dir: text("report_output_dir", { default: "./planner_reports" }),
	/** Name of the report, which is then written again and again. @default - named by time */
	report_filename: nullable(text("report_filename")),
	/** Writes a compressed log next to every report. @default true */
	report_write_gzip_log: toggle("report_write_gzip_log", { default: true }),
	/** Port of the dashboard; 0 is off. @default 8080 */
	live_dashboard_port: int("live_dashboard_port", {
		...port,
		default: 8080
	}),
	/** Engine whose times are looked up; usually written by the profiler. @default - none */
	aic_perf_model: nullable(json("aic_perf_model")),
	/** Sweep to repeat at the start; usually written by the profiler. @default - none */
	aic_interpolation: nullable(json("aic_interpolation")),
	/** When decisions are made, and by whom. @default - see its keys */
	scheduling: json("scheduling", closedFields(plannerSchedulingFields)),
	/** Which plugins there may be, and how they talk. @default - see its keys */
	plugin_registration: json("plugin_registration", closedFields(plannerPluginFields))
};
// ../../work/main/packages/constructs/src/engines/planner-rules.ts
/** @module What has to hold between the values of the planner's configuration. */
const at = {
	property: "config",
	flag: "--config"
};
/**
* What the planner will refuse in its configuration; with `ignored`, what has no effect there.
*
* @see components/src/dynamo/planner/config/planner_config.py
*/
function checkPlannerConfig(config) {
	const { config: given, issues } = readFields(plannerConfigFields, config, at);
	const settings = withDefaults(given);
	return [
		...issues,
		...scaling(given, settings),
		...intervals(settings),
		...thresholds(settings),
		...budget(settings),
		...lookups(settings)
	];
}
/** The configuration as the planner sees it: old names resolved, defaults filled in. */
function plannerSettings(config) {
	return withDefaults(readFields(plannerConfigFields, config, at).config);
}
function withDefaults(given) {
	const defaults = Object.entries(plannerConfigFields).flatMap(([property, row]) => row.default === void 0 ? [] : [[property, row.default]]);
	const settings = {
		...Object.fromEntries(defaults),
		...given
	};
	if (settings.optimization_target === "sla") return settings;
	return {
		...settings,
		enable_load_scaling: true,
		enable_throughput_scaling: false
	};
}
/** The switches and targets of `sla` do nothing with another target. */
function scaling(given, settings) {
	const target = settings.optimization_target;
	if (target === "sla") {
		if (settings.enable_load_scaling || settings.enable_throughput_scaling) return [];
		return [fieldIssue(at, "enable_load_scaling", false, "true, unless enable_throughput_scaling is: one way of scaling has to be on")];
	}
	const only = `left out: it counts only with optimization_target "sla", which is "${target}"`;
	const { ttft_ms, itl_ms } = plannerConfigFields;
	const silent = {
		enable_throughput_scaling: false,
		enable_load_scaling: true,
		ttft_ms: ttft_ms.default,
		itl_ms: itl_ms.default
	};
	return Object.entries(silent).flatMap(([key, value]) => {
		const got = given[key];
		if (got === void 0 || got === value) return [];
		return [{
			...fieldIssue(at, key, got, only),
			ignored: true
		}];
	});
}
function intervals(settings) {
	const issues = [];
	const load = settings.load_adjustment_interval_seconds ?? 0;
	const throughput = settings.throughput_adjustment_interval_seconds ?? 0;
	const slow = settings.enable_throughput_scaling === true;
	if (slow && settings.enable_load_scaling === true && load >= throughput) {
		const expected = `less than throughput_adjustment_interval_seconds, which is ${throughput}`;
		issues.push(fieldIssue(at, "load_adjustment_interval_seconds", load, expected));
	}
	const tick = settings.scheduling?.scale_interval_seconds;
	const uneven = [load, ...slow ? [throughput] : []].filter((interval) => tick !== void 0 && tick > 0 && !divides(tick, interval));
	if (tick !== void 0 && uneven.length > 0) {
		const expected = `a divisor of ${uneven.join(" and ")}, the adjustment intervals in seconds`;
		issues.push(fieldIssue(at, "scheduling.scale_interval_seconds", tick, expected));
	}
	const buckets = settings.fpm_sample_bucket_size ?? 0;
	if (buckets > 0 && !Number.isInteger(Math.sqrt(buckets))) issues.push(fieldIssue(at, "fpm_sample_bucket_size", buckets, "a perfect square, such as 16"));
	return issues;
}
/** Seconds may be fractions, so the remainder is taken in milliseconds. */
function divides(part, whole) {
	return Math.round(whole * 1e3) % Math.round(part * 1e3) === 0;
}
function thresholds(settings) {
	if (settings.optimization_target !== "load") return [];
	const issues = [];
	if (settings.mode === "disagg" || settings.mode === "prefill") issues.push(...pair(settings, "prefill_scale_up_queue_tokens", "prefill_scale_down_queue_tokens"));
	if (settings.mode !== "prefill") issues.push(...pair(settings, "decode_scale_up_kv_rate", "decode_scale_down_kv_rate"));
	return issues;
}
/** Both thresholds are needed, and growing has to start above where shrinking does. */
function pair(settings, up, down) {
	const [high, low] = [settings[up] ?? void 0, settings[down] ?? void 0];
	const needed = "a number: optimization_target \"load\" needs both thresholds";
	if (typeof high === "number" && typeof low === "number") return high > low ? [] : [fieldIssue(at, up, high, `more than ${down}, which is ${low}`)];
	return [...high === void 0 ? [fieldIssue(at, up, void 0, needed)] : [], ...low === void 0 ? [fieldIssue(at, down, void 0, needed)] : []];
}
function budget(settings) {
	const { max_gpu_budget: max = -1, min_gpu_budget: min = -1 } = settings;
	if (max < 0 || min <= max) return [];
	return [fieldIssue(at, "min_gpu_budget", min, `at most max_gpu_budget, which is ${max}`)];
}
function lookups(settings) {
	const issues = [];
	const namespace = settings.global_planner_namespace ?? "";
	if (settings.environment === "global-planner" && namespace === "") issues.push(fieldIssue(at, "global_planner_namespace", void 0, `the Dynamo namespace of the global planner: environment "global-planner" needs it`));
	const model = settings.aic_perf_model ?? void 0;
	const mode = settings.mode ?? "disagg";
	const picks = [["prefill_pick", mode === "disagg" || mode === "prefill"], ["decode_pick", mode !== "prefill"]];
	for (const [pick, needed] of picks) {
		if (model === void 0 || !needed || (model[pick] ?? void 0) !== void 0) continue;
		const expected = `a parallel layout: mode "${mode}" looks it up`;
		issues.push(fieldIssue(at, `aic_perf_model.${pick}`, void 0, expected));
	}
	return issues;
}
// ../../work/main/packages/constructs/src/engines/planner.ts
/** @module Flags of `python3 -m dynamo.planner`. */
/**
* Flag table of the planner; the doc comments are those of the typed configuration.
*
* @see components/src/dynamo/planner/__main__.py
*/
const plannerFlags = { 
/**
* The configuration itself, or the path of a JSON or YAML file that holds it. Required.
*
* @default - none
*/
config: jsonOrPath("--config", { check: (config) => typeof config === "string" ? [] : checkPlannerConfig(config).filter((issue) => issue.ignored !== true) }) };
/** `python3 -m dynamo.planner` with these flags. */
function plannerProgram(config = {}) {
	return buildProgram("planner", config);
}
// ../../work/main/packages/constructs/src/engines/router.ts
/** @module Flags of `python3 -m dynamo.router`. */
/**
* Flag table of the standalone router; the doc comments are those of the typed configuration.
*
* @see components/src/dynamo/router/args.py
*/
const routerFlags = {
	/**
	* Endpoint of the workers that are routed to, as `namespace.component.endpoint`. Required.
	*
	* @default - none
	*/
	endpoint: text("--endpoint", {
		env: "DYN_ROUTER_ENDPOINT",
		check: (endpoint) => endpoint.split(".").length === 3 ? [] : [{
			property: "endpoint",
			flag: "--endpoint",
			got: endpoint,
			expected: "three names, as in namespace.component.endpoint"
		}]
	}),
	/**
	* Tokens in a KV block. Must be what the workers use; it is not read from them.
	*
	* @default 128
	*/
	routerBlockSize: int("--router-block-size", {
		aliases: ["--block-size"],
		env: "DYN_ROUTER_BLOCK_SIZE",
		unit: "tokens",
		min: 1,
		default: 128
	}),
	...kvRouterFlags,
	...aicFlags
};
/** `python3 -m dynamo.router` with these flags. */
function routerProgram(config = {}) {
	return buildProgram("router", config);
}
// ../../work/main/packages/constructs/src/engines/sglang/cache.ts
/** @module Flags of SGLang for prefix reuse, cache tiers, Mamba states and cache events. */
/** @see python/sglang/srt/server_args.py */
const cacheFlags = {
	/** Cache events for the KV router. Giving the flag publishes them. @default - not published */
	kvEventsConfig: json("--kv-events-config"),
	/** Never reuses common prompt prefixes. @default false */
	disableRadixCache: toggle("--disable-radix-cache", { default: false }),
	/** `lru`, `lfu`, `slru`, `priority`. @default "lru" */
	radixEvictionPolicy: text("--radix-eviction-policy", { default: "lru" }),
	/** Cache implementation that a plugin registers. */
	radixCacheBackend: text("--radix-cache-backend"),
	/** Never reuses prefixes between prefill chunks. @default false */
	disableChunkedPrefixCache: toggle("--disable-chunked-prefix-cache", { default: false }),
	/** Keeps one memory pool for sliding-window and full layers. @default false */
	disableHybridSwaMemory: toggle("--disable-hybrid-swa-memory", { default: false }),
	/** Tokens of sliding-window layers per token of full layers. @default 0.8 */
	swaFullTokensRatio: float("--swa-full-tokens-ratio", {
		min: 0,
		max: 1,
		default: .8
	}),
	/** Offloads cache to host memory and beyond (HiCache). @default false */
	enableHierarchicalCache: toggle("--enable-hierarchical-cache", { default: false }),
	/** Host memory per GPU cache memory. @default 2 */
	hicacheRatio: float("--hicache-ratio", {
		min: 0,
		default: 2
	}),
	/** Host memory per rank; over `hicacheRatio`. @default 0 */
	hicacheSize: int("--hicache-size", {
		unit: "GB",
		min: 0,
		default: 0
	}),
	/** When blocks are copied down. @default "write_through" */
	hicacheWritePolicy: choice("--hicache-write-policy", [
		"write_back",
		"write_through",
		"write_through_selective"
	], { default: "write_through" }),
	/** How blocks are copied: `kernel` or `direct`. @default "kernel" */
	hicacheIoBackend: text("--hicache-io-backend", { default: "kernel" }),
	/** Layout in host memory: `layer_first`, `page_first`, `page_first_direct`, ... */
	hicacheMemLayout: text("--hicache-mem-layout"),
	/** Tier below host memory: `nixl`, `file`, `mooncake`, `hf3fs`, `aibrix`, ... @default - none */
	hicacheStorageBackend: text("--hicache-storage-backend"),
	/** When fetching from that tier gives up. */
	hicacheStoragePrefetchPolicy: choice("--hicache-storage-prefetch-policy", [
		"best_effort",
		"wait_complete",
		"timeout"
	]),
	/** Settings of that tier: JSON, or `@` and a path. */
	hicacheStorageBackendExtraConfig: jsonOrPath("--hicache-storage-backend-extra-config"),
	/** Sparse attention over cache tiers. @default false */
	enableHisparse: toggle("--enable-hisparse", { default: false }),
	/** Settings of `enableHisparse`. */
	hisparseConfig: json("--hisparse-config", { aliases: ["--hierarchical-sparse-attention-extra-config"] }),
	/** Offloads through LMCache. @default false */
	enableLmcache: toggle("--enable-lmcache", { default: false }),
	/** LMCache's YAML file. */
	lmcacheConfigFile: text("--lmcache-config-file"),
	/** Offloads through FlexKV. @default false */
	enableFlexkv: toggle("--enable-flexkv", { default: false }),
	/** FlexKV's file. */
	flexkvConfigFile: text("--flexkv-config-file"),
	/** Mamba states in memory. */
	maxMambaCacheSize: int("--max-mamba-cache-size", { min: 1 }),
	/** Number format of SSM states. @default - the model's */
	mambaSsmDtype: choice("--mamba-ssm-dtype", [
		"float32",
		"bfloat16",
		"float16"
	]),
	/** Memory of Mamba states per memory of the KV cache. @default 0.9 */
	mambaFullMemoryRatio: float("--mamba-full-memory-ratio", {
		min: 0,
		default: .9
	}),
	/** Which states are kept for reuse: `auto`, `no_buffer`, `extra_buffer`, ... @default "auto" */
	mambaRadixCacheStrategy: text("--mamba-radix-cache-strategy", { default: "auto" }),
	/** Older spelling of `mambaRadixCacheStrategy`. */
	mambaSchedulerStrategy: text("--mamba-scheduler-strategy"),
	/** Decode steps between two kept states. @default 256 */
	mambaTrackInterval: int("--mamba-track-interval", {
		min: 1,
		default: 256
	}),
	/** `triton` or `flashinfer`. @default "triton" */
	mambaBackend: text("--mamba-backend", { default: "triton" })
};
// ../../work/main/packages/constructs/src/engines/sglang/disaggregation.ts
/** @module Flags of SGLang for prefill, decode and encode workers. */
/** @see python/sglang/srt/server_args.py, components/src/dynamo/sglang/args.py */
const disaggregationFlags = {
	/**
	* Role of the worker. Prefill and decode need the same transfer backend; `encode` and `pd` (`agg`
	* behind an encode worker) are Dynamo's.
	*
	* @default "agg"
	*/
	disaggregationMode: choice("--disaggregation-mode", [
		"agg",
		"null",
		"pd",
		"prefill",
		"decode",
		"encode"
	], { default: "agg" }),
	/** What moves the cache: `nixl`, `mooncake`, `mori`, ... @default "mooncake" */
	disaggregationTransferBackend: text("--disaggregation-transfer-backend", { default: "mooncake" }),
	/** Port on the prefill worker where decode workers ask for caches. @default - a free port */
	disaggregationBootstrapPort: int("--disaggregation-bootstrap-port", {
		min: 1,
		max: 65535
	}),
	/** InfiniBand devices of the transfer: a list, JSON by GPU, or a file. @default - detected */
	disaggregationIbDevice: text("--disaggregation-ib-device"),
	/** Reuses prefixes on decode workers too. @default false */
	disaggregationDecodeEnableRadixCache: toggle("--disaggregation-decode-enable-radix-cache", { default: false }),
	/** Offloads the cache of decode workers. @default false */
	disaggregationDecodeEnableOffloadKvcache: toggle("--disaggregation-decode-enable-offload-kvcache", { default: false }),
	/** Steps between two looks for finished transfers. @default 1 */
	disaggregationDecodePollingInterval: int("--disaggregation-decode-polling-interval", {
		min: 1,
		default: 1
	}),
	/** Places for requests in transfer beyond the running ones. */
	disaggregationDecodeExtraSlots: int("--disaggregation-decode-extra-slots", { min: 0 }),
	/** Tensor parallelism of the decode workers, told to prefill workers. */
	disaggregationDecodeTp: int("--disaggregation-decode-tp", { min: 1 }),
	/** Data parallelism of the decode workers, told to prefill workers. */
	disaggregationDecodeDp: int("--disaggregation-decode-dp", { min: 1 }),
	/** Pipeline parallelism of the prefill workers, told to decode workers. */
	disaggregationPrefillPp: int("--disaggregation-prefill-pp", { min: 1 }),
	/** Tokens of cache that each new decode request reserves. @default 512 */
	numReservedDecodeTokens: int("--num-reserved-decode-tokens", {
		unit: "tokens",
		min: 0,
		default: 512
	}),
	/** Spread requests over data-parallel ranks in turn; older than `loadBalanceMethod`. */
	prefillRoundRobinBalance: toggle("--prefill-round-robin-balance"),
	/** Only the encoder of a model. @default false */
	encoderOnly: toggle("--encoder-only", { default: false }),
	/** Only the language part of a model; encoders run elsewhere. @default false */
	languageOnly: toggle("--language-only", { default: false }),
	/** How embeddings travel between SGLang's own encoder servers. */
	encoderTransferBackend: text("--encoder-transfer-backend"),
	/** Addresses of SGLang's own encoder servers. */
	encoderUrls: texts("--encoder-urls"),
	/** Prefill and decode in one process on parts of a GPU. @default false */
	enablePdmux: toggle("--enable-pdmux", { default: false }),
	/** Its file. */
	pdmuxConfigPath: text("--pdmux-config-path"),
	/** Parts that a GPU is split into. @default 8 */
	smGroupNum: int("--sm-group-num", {
		min: 1,
		default: 8
	})
};
// ../../work/main/packages/constructs/src/engines/sglang/dynamo.ts
/** @module Flags that Dynamo's SGLang worker adds to the engine's own. */
/** @see components/src/dynamo/sglang/backend_args.py */
const dynamoFlags$1 = {
	/** Tokenizes in the engine. Deprecated: `--dyn-chat-processor sglang` on the frontend. @default false */
	useSglangTokenizer: negatable("--use-sglang-tokenizer", {
		env: "DYN_SGL_USE_TOKENIZER",
		default: false
	}),
	/** Accepts images, audio and video. @default false */
	enableMultimodal: negatable("--enable-multimodal", {
		env: "DYN_SGL_ENABLE_MULTIMODAL",
		default: false
	}),
	/** Takes embeddings from an encode worker; needs `enableMultimodal` and a role. @default false */
	dedicatedMmEncoder: negatable("--dedicated-mm-encoder", {
		env: "DYN_SGL_DEDICATED_MM_ENCODER",
		default: false
	}),
	/** How embeddings travel from encode workers. @default "nixl-write" */
	embeddingTransferMode: choice("--embedding-transfer-mode", [
		"local",
		"nixl-write",
		"nixl-read"
	], {
		env: "DYN_SGL_EMBEDDING_TRANSFER_MODE",
		default: "nixl-write"
	}),
	/** Serves text embeddings. @default false */
	embeddingWorker: negatable("--embedding-worker", {
		env: "DYN_SGL_EMBEDDING_WORKER",
		default: false
	}),
	/** Generates images. @default false */
	imageDiffusionWorker: negatable("--image-diffusion-worker", {
		env: "DYN_SGL_IMAGE_DIFFUSION_WORKER",
		default: false
	}),
	/** Generates videos. @default false */
	videoGenerationWorker: negatable("--video-generation-worker", {
		env: "DYN_SGL_VIDEO_GENERATION_WORKER",
		default: false
	}),
	/** YAML file with a section per role; needs `disaggConfigKey`. */
	disaggConfig: text("--disagg-config", { env: "DYN_SGL_DISAGG_CONFIG" }),
	/** Section of `disaggConfig`, such as `prefill`. */
	disaggConfigKey: text("--disagg-config-key", { env: "DYN_SGL_DISAGG_CONFIG_KEY" }),
	/** Decodes images in the frontend and sends pixels by RDMA. @default false */
	frontendDecoding: negatable("--frontend-decoding", {
		env: "DYN_SGL_FRONTEND_DECODING",
		default: false
	}),
	/** Defaults for reinforcement learning. @default false */
	enableRl: negatable("--enable-rl", {
		env: "DYN_SGL_ENABLE_RL",
		default: false
	}),
	/** Detail of traces, 1 to 4, when `enableTrace` is set. @default 2 */
	sglangTraceLevel: int("--sglang-trace-level", {
		env: "SGLANG_TRACE_LEVEL",
		min: 1,
		max: 4,
		default: 2
	})
};
// ../../work/main/packages/constructs/src/engines/sglang/experts.ts
/** @module Flags of SGLang for mixture-of-experts models. */
/** @see python/sglang/srt/server_args.py */
const expertFlags = {
	/** `auto`, `deep_gemm`, `triton`, `cutlass`, `flashinfer_trtllm`, `flashinfer_mxfp4`, ... @default "auto" */
	moeRunnerBackend: text("--moe-runner-backend", { default: "auto" }),
	/** How tokens travel to their experts: `none`, `deepep`, `mooncake`, `nixl`, `mori`, ... @default "none" */
	moeA2aBackend: text("--moe-a2a-backend", { default: "none" }),
	/** DeepEP kernels: `low_latency` for decode, `normal` for prefill, `auto` for both. @default "auto" */
	deepepMode: choice("--deepep-mode", [
		"auto",
		"normal",
		"low_latency"
	], { default: "auto" }),
	/** Tuning of DeepEP: JSON or a path. */
	deepepConfig: jsonOrPath("--deepep-config"),
	/** Number format that DeepEP sends: `auto`, `bf16`, `fp8`, ... @default "auto" */
	deepepDispatcherOutputDtype: text("--deepep-dispatcher-output-dtype", { default: "auto" }),
	/** Computation of FlashInfer's MXFP4 experts. @default "default" */
	flashinferMxfp4MoePrecision: choice("--flashinfer-mxfp4-moe-precision", ["default", "bf16"], { default: "default" }),
	/** Extra copies of busy experts, over all ranks. @default 0 */
	epNumRedundantExperts: int("--ep-num-redundant-experts", {
		min: 0,
		default: 0
	}),
	/** Which copy of an expert a token goes to: `static`, `dynamic`, ... */
	epDispatchAlgorithm: text("--ep-dispatch-algorithm"),
	/** Placement of experts at the start: `trivial`, or a file. @default "trivial" */
	initExpertLocation: text("--init-expert-location", { default: "trivial" }),
	/** Rearranges experts by load while serving. @default false */
	enableEplb: toggle("--enable-eplb", { default: false }),
	/** Its algorithm. @default "auto" */
	eplbAlgorithm: text("--eplb-algorithm", { default: "auto" }),
	/** Steps between two rearrangements. @default 1000 */
	eplbRebalanceNumIterations: int("--eplb-rebalance-num-iterations", {
		unit: "steps",
		min: 1,
		default: 1e3
	}),
	/** Layers that are rearranged per step. @default - all */
	eplbRebalanceLayersPerChunk: int("--eplb-rebalance-layers-per-chunk", { min: 1 }),
	/** Use of the GPUs below which experts are rearranged. @default 1 */
	eplbMinRebalancingUtilizationThreshold: float("--eplb-min-rebalancing-utilization-threshold", {
		min: 0,
		max: 1,
		default: 1
	}),
	/** Records which experts tokens go to: `stat`, `stat_approx`, `per_pass`, `per_token`. */
	expertDistributionRecorderMode: text("--expert-distribution-recorder-mode"),
	/** Steps that are recorded; -1 for all. */
	expertDistributionRecorderBufferSize: int("--expert-distribution-recorder-buffer-size", { min: -1 }),
	/** Metrics on expert load; newer releases have `expertBalancednessReportMode`. */
	enableExpertDistributionMetrics: toggle("--enable-expert-distribution-metrics"),
	/** Collective library of elastic expert parallelism: `mooncake`, `nixl`. */
	elasticEpBackend: text("--elastic-ep-backend"),
	/** InfiniBand devices of Mooncake. @default - detected */
	mooncakeIbDevice: text("--mooncake-ib-device"),
	/** Gathers before quantizing in FlashInfer's CUTLASS experts. @default false */
	disableFlashinferCutlassMoeFp4Allgather: toggle("--disable-flashinfer-cutlass-moe-fp4-allgather", { default: false }),
	/** Keeps shared experts apart. @default false */
	disableSharedExpertsFusion: toggle("--disable-shared-experts-fusion", { default: false }),
	/** Fuses shared experts even where it is off otherwise. @default false */
	enforceSharedExpertsFusion: toggle("--enforce-shared-experts-fusion", { default: false }),
	/** Fuses sum and all-reduce of experts. @default false */
	enableFusedMoeSumAllReduce: toggle("--enable-fused-moe-sum-all-reduce", { default: false })
};
// ../../work/main/packages/constructs/src/engines/sglang/kernels.ts
/** @module Flags of SGLang for kernels, CUDA graphs and compilation. */
const graphBackends = [
	"full",
	"breakable",
	"tc_piecewise",
	"disabled"
];
/** @see python/sglang/srt/server_args.py */
const kernelFlags$1 = {
	/** `fa3`, `flashinfer`, `trtllm_mla`, `trtllm_mha`, `triton`, `dsa`, `flashmla`, ... @default - by GPU and model */
	attentionBackend: text("--attention-backend"),
	/** The same for decode only. @default - `attentionBackend` */
	decodeAttentionBackend: text("--decode-attention-backend"),
	/** The same for prefill only. @default - `attentionBackend` */
	prefillAttentionBackend: text("--prefill-attention-backend"),
	/** Kernels of the encoders' attention. */
	mmAttentionBackend: text("--mm-attention-backend"),
	/** `flashinfer`, `pytorch`. @default - flashinfer where it runs */
	samplingBackend: text("--sampling-backend"),
	/** Prefill kernels of DeepSeek's sparse attention. @default - by GPU and cache format */
	dsaPrefillBackend: text("--dsa-prefill-backend"),
	/** Decode kernels of DeepSeek's sparse attention. @default - by GPU and cache format */
	dsaDecodeBackend: text("--dsa-decode-backend"),
	/** Older spelling of `dsaPrefillBackend`. */
	nsaPrefillBackend: text("--nsa-prefill-backend"),
	/** Older spelling of `dsaDecodeBackend`. */
	nsaDecodeBackend: text("--nsa-decode-backend"),
	/** How sparse attention picks tokens: `sgl-kernel`, `torch`, `flashinfer`. */
	dsaTopkBackend: text("--dsa-topk-backend"),
	/** Kernels of sparse attention's index. */
	dsaPagedMqaLogitsBackend: text("--dsa-paged-mqa-logits-backend"),
	/** FP8 products: `auto`, `deep_gemm`, `cutlass`, `flashinfer_trtllm`, ... @default "auto" */
	fp8GemmBackend: text("--fp8-gemm-backend", { default: "auto" }),
	/** NVFP4 products: `auto`, `flashinfer_cutlass`, `flashinfer_trtllm`, ... @default "auto" */
	fp4GemmBackend: text("--fp4-gemm-backend", { default: "auto" }),
	/** bfloat16 products: `auto`, `cutedsl`, `torch`. @default "auto" */
	bf16GemmBackend: text("--bf16-gemm-backend", { default: "auto" }),
	/** Kernels of linear attention. @default "triton" */
	linearAttnBackend: text("--linear-attn-backend", { default: "triton" }),
	/** The same for decode only. @default - `linearAttnBackend` */
	linearAttnDecodeBackend: text("--linear-attn-decode-backend"),
	/** The same for prefill only. @default - `linearAttnBackend` */
	linearAttnPrefillBackend: text("--linear-attn-prefill-backend"),
	/** Never measures FlashInfer's kernels at start. @default false */
	disableFlashinferAutotune: toggle("--disable-flashinfer-autotune", { default: false }),
	/** Never uses the ragged prefill of FlashInfer's MLA. @default false */
	flashinferMlaDisableRagged: toggle("--flashinfer-mla-disable-ragged", { default: false }),
	/** Reduces Triton's attention in float32. @default false */
	tritonAttentionReduceInFp32: toggle("--triton-attention-reduce-in-fp32", { default: false }),
	/** Parts of the cache that Triton's attention works on at once. @default 8 */
	tritonAttentionNumKvSplits: int("--triton-attention-num-kv-splits", {
		min: 1,
		default: 8
	}),
	/** Fuses normalization and rotation of query and key. @default false */
	enableFusedQkNormRope: toggle("--enable-fused-qk-norm-rope", { default: false }),
	/** FP4 index of DeepSeek V4. @default false */
	enableDeepseekV4Fp4Indexer: toggle("--enable-deepseek-v4-fp4-indexer", { default: false }),
	/** CUDA graphs by phase; over the flags below. */
	cudaGraphConfig: json("--cuda-graph-config"),
	/** Largest decode batch that a graph is captured for; older than `cudaGraphMaxBsDecode`. */
	cudaGraphMaxBs: int("--cuda-graph-max-bs", {
		unit: "requests",
		min: 1
	}),
	/** Decode batches that graphs are captured for; older than `cudaGraphBsDecode`. */
	cudaGraphBs: ints("--cuda-graph-bs", {
		unit: "requests",
		min: 1
	}),
	/** Largest decode batch that a graph is captured for. @default - by GPU */
	cudaGraphMaxBsDecode: int("--cuda-graph-max-bs-decode", {
		unit: "requests",
		min: 1
	}),
	/** Decode batches that graphs are captured for. */
	cudaGraphBsDecode: ints("--cuda-graph-bs-decode", {
		unit: "requests",
		min: 1
	}),
	/** Graphs in decode. */
	cudaGraphBackendDecode: choice("--cuda-graph-backend-decode", graphBackends),
	/** Largest prefill that a graph is captured for. */
	cudaGraphMaxBsPrefill: int("--cuda-graph-max-bs-prefill", {
		unit: "tokens",
		min: 1
	}),
	/** Prefill sizes that graphs are captured for. */
	cudaGraphBsPrefill: ints("--cuda-graph-bs-prefill", {
		unit: "tokens",
		min: 1
	}),
	/** Graphs in prefill. */
	cudaGraphBackendPrefill: choice("--cuda-graph-backend-prefill", graphBackends),
	/** Compiler of piecewise graphs. */
	cudaGraphTcCompiler: choice("--cuda-graph-tc-compiler", ["eager", "inductor"]),
	/** Runs without CUDA graphs. @default false */
	disableCudaGraph: toggle("--disable-cuda-graph", { default: false }),
	/** Runs prefill without CUDA graphs. @default false */
	disablePrefillCudaGraph: toggle("--disable-prefill-cuda-graph", { default: false }),
	/** Runs decode without CUDA graphs. @default false */
	disableDecodeCudaGraph: toggle("--disable-decode-cuda-graph", { default: false }),
	/** Uses a graph only for exactly its batch size. @default false */
	disableCudaGraphPadding: toggle("--disable-cuda-graph-padding", { default: false }),
	/** Older spelling of `cudaGraphBackendPrefill: "disabled"`. */
	disablePiecewiseCudaGraph: toggle("--disable-piecewise-cuda-graph"),
	/** Older spelling of `cudaGraphBackendPrefill: "tc_piecewise"`. */
	enforcePiecewiseCudaGraph: toggle("--enforce-piecewise-cuda-graph"),
	/** Older spelling of `cudaGraphMaxBsPrefill`. */
	piecewiseCudaGraphMaxTokens: int("--piecewise-cuda-graph-max-tokens", { min: 1 }),
	/** Older spelling of `cudaGraphBsPrefill`. */
	piecewiseCudaGraphTokens: ints("--piecewise-cuda-graph-tokens", { min: 1 }),
	/** Older spelling of `cudaGraphTcCompiler`. */
	piecewiseCudaGraphCompiler: choice("--piecewise-cuda-graph-compiler", ["eager", "inductor"]),
	/** Older spelling of `cudaGraphBackendPrefill: "breakable"`. */
	enableBreakableCudaGraph: toggle("--enable-breakable-cuda-graph"),
	/** Profiles the capture. @default false */
	enableProfileCudaGraph: toggle("--enable-profile-cuda-graph", { default: false }),
	/** Collects garbage during the capture. @default false */
	enableCudagraphGc: toggle("--enable-cudagraph-gc", { default: false }),
	/** Compiles with torch.compile. @default false */
	enableTorchCompile: toggle("--enable-torch-compile", { default: false }),
	/** Largest batch that is compiled. @default 32 */
	torchCompileMaxBs: int("--torch-compile-max-bs", {
		unit: "requests",
		min: 1,
		default: 32
	}),
	/** NVTX ranges per layer. @default false */
	enableLayerwiseNvtxMarker: toggle("--enable-layerwise-nvtx-marker", { default: false })
};
// ../../work/main/packages/constructs/src/engines/sglang/lora.ts
/** @module Flags of SGLang for LoRA adapters. */
/** @see python/sglang/srt/server_args.py */
const loraFlags$1 = {
	/** Accepts LoRA adapters. @default - on when `loraPaths` is given */
	enableLora: toggle("--enable-lora"),
	/** Adapters to load: a path, `name=path`, or JSON. */
	loraPaths: texts("--lora-paths"),
	/** Largest rank of an adapter. @default - that of the loaded ones */
	maxLoraRank: int("--max-lora-rank", { min: 1 }),
	/** Layers that adapters may change, or `all`. @default - those of the loaded ones */
	loraTargetModules: texts("--lora-target-modules"),
	/** Adapters in one batch, the base model counted. @default 8 */
	maxLorasPerBatch: int("--max-loras-per-batch", {
		unit: "adapters",
		min: 1,
		default: 8
	}),
	/** Adapters in host memory. At least `maxLorasPerBatch`. @default - no limit */
	maxLoadedLoras: int("--max-loaded-loras", {
		unit: "adapters",
		min: 1
	}),
	/** Which adapter leaves when a new one needs room. @default "lru" */
	loraEvictionPolicy: choice("--lora-eviction-policy", ["lru", "fifo"], { default: "lru" }),
	/** Kernels: `csgmv`, `triton`, ... @default "csgmv" */
	loraBackend: text("--lora-backend", { default: "csgmv" }),
	/** Chunk of the `csgmv` kernels: 16, 32, 64 or 128. @default 16 */
	maxLoraChunkSize: int("--max-lora-chunk-size", {
		min: 16,
		max: 128,
		default: 16
	}),
	/** Loads adapters while the GPU computes. @default false */
	enableLoraOverlapLoading: toggle("--enable-lora-overlap-loading", { default: false }),
	/** Refuses adapters whose keys do not fit. @default false */
	loraStrictLoading: negatable("--lora-strict-loading", { default: false }),
	/** Time after which an adapter makes room for one that waits; 0 for never. @default 0 */
	loraDrainWaitThreshold: float("--lora-drain-wait-threshold", {
		unit: "seconds",
		min: 0,
		default: 0
	})
};
// ../../work/main/packages/constructs/src/engines/sglang/model.ts
/** @module Flags of SGLang for the model, its tokenizer, number formats and weight loading. */
/**
* Property names follow the long spelling that names the thing in full; SGLang reads it beside its
* own short one (`--tp-size`), and vLLM and TensorRT-LLM have the same names.
*
* @see python/sglang/srt/server_args.py
*/
const modelFlags$1 = {
	/** Hugging Face id, local path, or `s3://`, `gs://`, `az://` address of the model. */
	modelPath: text("--model-path", { aliases: ["--model"] }),
	/** Name that clients use; no colon. @default - the model */
	servedModelName: text("--served-model-name"),
	/** Id or path of the tokenizer. @default - the model */
	tokenizerPath: text("--tokenizer-path"),
	/** Which tokenizer implementation is used. @default "auto" */
	tokenizerMode: choice("--tokenizer-mode", ["auto", "slow"], { default: "auto" }),
	/** Library that tokenizes: `huggingface` or `fastokens`. @default "huggingface" */
	tokenizerBackend: text("--tokenizer-backend", { default: "huggingface" }),
	/** Tokenizer processes. @default 1 */
	tokenizerWorkerNum: int("--tokenizer-worker-num", {
		min: 1,
		default: 1
	}),
	/** Detokenizer processes. @default 1 */
	detokenizerWorkerNum: int("--detokenizer-worker-num", {
		min: 1,
		default: 1
	}),
	/** Leaves tokens to the caller; Dynamo's frontend tokenizes. @default false */
	skipTokenizerInit: toggle("--skip-tokenizer-init", { default: false }),
	/** Runs Python code that the model's repository ships. @default false */
	trustRemoteCode: toggle("--trust-remote-code", { default: false }),
	/** Branch, tag or commit of the model. @default - the default branch */
	revision: text("--revision"),
	/** `auto`, `sglang`, `transformers`. @default "auto" */
	modelImpl: text("--model-impl", { default: "auto" }),
	/** Longest sequence that a request may have. @default - the model's own limit */
	contextLength: int("--context-length", {
		unit: "tokens",
		min: 1,
		human: true
	}),
	/** Cuts prompts that are too long instead of refusing them. @default false */
	allowAutoTruncate: toggle("--allow-auto-truncate", { default: false }),
	/** Changes to the model's configuration. */
	jsonModelOverrideArgs: json("--json-model-override-args"),
	/** Uses a generating model for embeddings. @default false */
	isEmbedding: toggle("--is-embedding", { default: false }),
	/** Number format of weights and activations. @default "auto" */
	dtype: choice("--dtype", [
		"auto",
		"half",
		"float16",
		"bfloat16",
		"float",
		"float32"
	], { default: "auto" }),
	/** `fp8`, `modelopt_fp4`, `mxfp4`, `awq`, `w8a8_fp8`, ... @default - as the checkpoint says */
	quantization: text("--quantization"),
	/** JSON file with scales of an FP8 cache. @default - 1.0 */
	quantizationParamPath: text("--quantization-param-path"),
	/** `auto`, `bf16`, `fp8_e4m3`, `fp8_e5m2`, `fp4_e2m1`, `nvfp4`, ... @default "auto" */
	kvCacheDtype: text("--kv-cache-dtype", { default: "auto" }),
	/** Computes logits in float32. @default false */
	enableFp32LmHead: toggle("--enable-fp32-lm-head", { default: false }),
	/** Lets float32 products use TensorFloat-32. @default false */
	enableTf32Matmul: toggle("--enable-tf32-matmul", { default: false }),
	/** ModelOpt quantization: `fp8`, `nvfp4`, ... @default - none */
	modeloptQuant: text("--modelopt-quant"),
	/** Quantized checkpoint that is loaded instead of quantizing. */
	modeloptCheckpointRestorePath: text("--modelopt-checkpoint-restore-path"),
	/** Where the quantized checkpoint is saved. */
	modeloptCheckpointSavePath: text("--modelopt-checkpoint-save-path"),
	/** Where the quantized model is exported to. */
	modeloptExportPath: text("--modelopt-export-path"),
	/** Quantizes and serves in one go. @default false */
	quantizeAndServe: toggle("--quantize-and-serve", { default: false }),
	/**
	* How weights are read: `auto`, `safetensors`, `fastsafetensors`, `runai_streamer` (object
	* stores), `remote_instance`, `gms` (GPU memory service), `dummy`, ...
	*
	* @default "auto"
	*/
	loadFormat: text("--load-format", { default: "auto" }),
	/** Settings of the loader, such as `{"enable_multithread_load": true, "num_threads": 32}`. */
	modelLoaderExtraConfig: json("--model-loader-extra-config"),
	/** Folder that weights are downloaded to. @default - the Hugging Face cache */
	downloadDir: text("--download-dir"),
	/** Reads weights without mapping files into memory. @default false */
	weightLoaderDisableMmap: toggle("--weight-loader-disable-mmap", { default: false }),
	/** Warms the page cache, each rank a part. For network file systems. @default false */
	weightLoaderPrefetchCheckpoints: toggle("--weight-loader-prefetch-checkpoints", { default: false }),
	/** Threads per rank for that. @default 4 */
	weightLoaderPrefetchNumThreads: int("--weight-loader-prefetch-num-threads", {
		min: 1,
		default: 4
	}),
	/** Drops files from the page cache once loaded. @default false */
	weightLoaderDropCacheAfterLoad: toggle("--weight-loader-drop-cache-after-load", { default: false }),
	/** Import path of a weight loader of one's own. */
	customWeightLoader: text("--custom-weight-loader"),
	/** Deletes the checkpoint after loading. @default false */
	deleteCkptAfterLoading: toggle("--delete-ckpt-after-loading", { default: false }),
	/** Waits for weights from outside before it is ready. @default false */
	checkpointEngineWaitWeightsBeforeReady: toggle("--checkpoint-engine-wait-weights-before-ready", { default: false }),
	/** Address of the instance that weights come from. */
	remoteInstanceWeightLoaderSeedInstanceIp: text("--remote-instance-weight-loader-seed-instance-ip"),
	/** Port of that instance. */
	remoteInstanceWeightLoaderSeedInstanceServicePort: int("--remote-instance-weight-loader-seed-instance-service-port", {
		min: 1,
		max: 65535
	}),
	/** Ports that the weights travel over. */
	remoteInstanceWeightLoaderSendWeightsGroupPorts: json("--remote-instance-weight-loader-send-weights-group-ports"),
	/** `nccl`, `transfer_engine` or `modelexpress`. @default "nccl" */
	remoteInstanceWeightLoaderBackend: text("--remote-instance-weight-loader-backend", { default: "nccl" }),
	/** ModelExpress: `url` and `transport`. */
	modelexpressConfig: json("--modelexpress-config"),
	/** Weights kept in host memory, per GPU. @default 0 */
	cpuOffloadGb: int("--cpu-offload-gb", {
		unit: "GB",
		min: 0,
		default: 0
	}),
	/** Layers per group of which some are offloaded; -1 switches it off. @default -1 */
	offloadGroupSize: int("--offload-group-size", {
		min: -1,
		default: -1
	}),
	/** Offloaded layers per group. @default 1 */
	offloadNumInGroup: int("--offload-num-in-group", {
		min: 1,
		default: 1
	}),
	/** Layers that are fetched ahead. @default 1 */
	offloadPrefetchStep: int("--offload-prefetch-step", {
		min: 0,
		default: 1
	}),
	/** Where they are kept: `cpu`, `meta`, `sharded_gpu`. @default "cpu" */
	offloadMode: text("--offload-mode", { default: "cpu" }),
	/** Device: `cuda`, `xpu`, `cpu`, ... @default - detected */
	device: text("--device"),
	/** First GPU to use. @default 0 */
	baseGpuId: int("--base-gpu-id", {
		min: 0,
		default: 0
	}),
	/** Distance between GPUs to use. @default 1 */
	gpuIdStep: int("--gpu-id-step", {
		min: 1,
		default: 1
	}),
	/** NUMA node per process. @default - detected */
	numaNode: ints("--numa-node", { min: 0 }),
	/** Seed of the engine's random numbers. @default - random */
	randomSeed: int("--random-seed")
};
// ../../work/main/packages/constructs/src/engines/sglang/multimodal.ts
/** @module Flags of SGLang for images, audio and video. */
/** @see python/sglang/srt/server_args.py */
const multimodalFlags$1 = {
	/** Runs encoders by request on each rank instead of splitting them. @default false */
	mmEnableDpEncoder: toggle("--mm-enable-dp-encoder", { default: false }),
	/** Settings of media processing: `image`, `video`, `audio`. */
	mmProcessConfig: json("--mm-process-config"),
	/** Most items per request by kind, such as `{"image": 4}`. */
	limitMmDataPerRequest: json("--limit-mm-data-per-request"),
	/** Keeps embeddings of seen media. @default false */
	enableMmGlobalCache: toggle("--enable-mm-global-cache", { default: false }),
	/** Keeps prefixes of media. @default false */
	enablePrefixMmCache: toggle("--enable-prefix-mm-cache", { default: false }),
	/** Processes media once and sends them to all ranks. @default false */
	enableBroadcastMmInputsProcess: toggle("--enable-broadcast-mm-inputs-process", { default: false }),
	/** Older spelling of `imageProcessorBackend: "pil"`. */
	disableFastImageProcessor: toggle("--disable-fast-image-processor"),
	/** How features reach the engine: `cpu`, `cuda_ipc`, `cuda_vmm`. */
	mmFeatureTransport: text("--mm-feature-transport"),
	/** Older spelling of `mmFeatureTransport: "cuda_ipc"`. */
	keepMmFeatureOnDevice: toggle("--keep-mm-feature-on-device")
};
// ../../work/main/packages/constructs/src/engines/sglang/parallel.ts
/** @module Flags of SGLang for spreading a model over GPUs and nodes. */
/**
* The operator adds `--dist-init-addr`, `--nnodes` and `--node-rank` of a multi-node engine itself;
* leave those out under the operator.
*
* @see python/sglang/srt/server_args.py
*/
const parallelFlags$1 = {
	/** GPUs of the engine that share its layers. @default 1 */
	tensorParallelSize: int("--tensor-parallel-size", {
		aliases: ["--tp-size", "--tp"],
		unit: "GPUs",
		min: 1,
		default: 1
	}),
	/** Groups of GPUs that hold successive layers. @default 1 */
	pipelineParallelSize: int("--pipeline-parallel-size", {
		aliases: ["--pp-size", "--pp"],
		min: 1,
		default: 1
	}),
	/**
	* Copies of the engine; with `enableDpAttention` copies of the attention layers inside tensor
	* parallelism, and then a divisor of it.
	*
	* @default 1
	*/
	dataParallelSize: int("--data-parallel-size", {
		aliases: ["--dp-size", "--dp"],
		min: 1,
		default: 1
	}),
	/** Ranks that experts are spread over. Divides tensor parallelism. @default 1 */
	expertParallelSize: int("--expert-parallel-size", {
		aliases: ["--ep-size", "--ep"],
		min: 1,
		default: 1
	}),
	/** Attention by request instead of by head, experts and dense layers as before. @default false */
	enableDpAttention: toggle("--enable-dp-attention", { default: false }),
	/** Splits the output layer inside each attention group. @default false */
	enableDpLmHead: toggle("--enable-dp-lm-head", { default: false }),
	/** Sends control messages inside attention groups only. @default false */
	enableDpAttentionLocalControlBroadcast: toggle("--enable-dp-attention-local-control-broadcast", { default: false }),
	/** How requests are spread over copies: `auto`, `round_robin`, `total_requests`, ... @default "auto" */
	loadBalanceMethod: text("--load-balance-method", { default: "auto" }),
	/** Tensor parallelism of dense layers in a mixture-of-experts model: 1, or the engine's. */
	moeDenseTpSize: int("--moe-dense-tp-size", { min: 1 }),
	/** Copies of the expert layers. @default 1 */
	moeDataParallelSize: int("--moe-data-parallel-size", {
		aliases: ["--moe-dp-size"],
		min: 1,
		default: 1
	}),
	/** Ranks that share the sequence in attention. @default 1 */
	attentionContextParallelSize: int("--attention-context-parallel-size", {
		aliases: ["--attn-cp-size"],
		min: 1,
		default: 1
	}),
	/** Ranks that share the KV cache by sequence in decode. @default 1 */
	decodeContextParallelSize: int("--decode-context-parallel-size", {
		aliases: ["--dcp-size"],
		min: 1,
		default: 1
	}),
	/** Shares the sequence during prefill. @default false */
	enablePrefillCp: toggle("--enable-prefill-cp", { default: false }),
	/** Which tokens a rank takes. */
	cpStrategy: choice("--cp-strategy", ["zigzag", "interleave"]),
	/** Older spelling of `enablePrefillCp`. */
	enablePrefillContextParallel: toggle("--enable-prefill-context-parallel"),
	/** Older spelling of `enablePrefillCp` for sparse attention. */
	enableDsaPrefillContextParallel: toggle("--enable-dsa-prefill-context-parallel"),
	/** Older spelling of `enableDsaPrefillContextParallel`. */
	enableNsaPrefillContextParallel: toggle("--enable-nsa-prefill-context-parallel"),
	/** Older spelling of `cpStrategy` for sparse attention. */
	nsaPrefillCpMode: choice("--nsa-prefill-cp-mode", ["in-seq-split", "round-robin-split"]),
	/** Largest micro-batch of a pipeline stage. @default - computed */
	ppMaxMicroBatchSize: int("--pp-max-micro-batch-size", { min: 1 }),
	/** Micro-batches in flight. @default 0 */
	ppAsyncBatchDepth: int("--pp-async-batch-depth", {
		min: 0,
		default: 0
	}),
	/** Sizes prefill chunks so that pipeline stages take the same time. @default false */
	enableDynamicChunking: toggle("--enable-dynamic-chunking", { default: false }),
	/** `host:port` of the first node. The operator sets it. */
	distInitAddr: text("--dist-init-addr", { aliases: ["--nccl-init-addr"] }),
	/** Nodes of the engine. The operator sets it. @default 1 */
	nnodes: int("--nnodes", {
		min: 1,
		default: 1
	}),
	/** Number of this node. The operator sets it. @default 0 */
	nodeRank: int("--node-rank", {
		min: 0,
		default: 0
	}),
	/** Port that NCCL starts on. @default - random */
	ncclPort: int("--nccl-port", {
		min: 1,
		max: 65535
	}),
	/** Longest wait for other ranks at start. */
	distTimeout: int("--dist-timeout", {
		unit: "seconds",
		min: 1
	}),
	/** Schedules processes with Ray. @default false */
	useRay: toggle("--use-ray", { default: false }),
	/** Spreads the input of attention over ranks. @default false */
	enableAttnTpInputScattered: toggle("--enable-attn-tp-input-scattered", { default: false }),
	/** Checks that GPUs reach each other. @default false */
	enableP2pCheck: toggle("--enable-p2p-check", { default: false }),
	/** Uses NCCL for every all-reduce. @default false */
	disableCustomAllReduce: toggle("--disable-custom-all-reduce", { default: false }),
	/** Uses MSCCL++ for small all-reduces. @default false */
	enableMscclpp: toggle("--enable-mscclpp", { default: false }),
	/** Uses PyTorch's symmetric memory for all-reduces. @default false */
	enableTorchSymmMem: toggle("--enable-torch-symm-mem", { default: false }),
	/** Uses NCCL's symmetric memory. @default false */
	enableSymmMem: toggle("--enable-symm-mem", { default: false }),
	/** Uses NVLink SHARP in NCCL. @default false */
	enableNcclNvls: toggle("--enable-nccl-nvls", { default: false }),
	/** Opens NCCL communicators at start. @default false */
	preWarmNccl: toggle("--pre-warm-nccl", { default: false }),
	/** Fuses all-reduce and normalization: `auto`, `trtllm`, `mnnvl`. */
	flashinferAllreduceFusionBackend: text("--flashinfer-allreduce-fusion-backend"),
	/** Older spelling of `flashinferAllreduceFusionBackend: "auto"`. */
	enableFlashinferAllreduceFusion: toggle("--enable-flashinfer-allreduce-fusion"),
	/** Never fuses all-reduce and normalization. @default false */
	enforceDisableFlashinferAllreduceFusion: toggle("--enforce-disable-flashinfer-allreduce-fusion", { default: false }),
	/** Splits a batch in two, so that one half computes while the other communicates. @default false */
	enableTwoBatchOverlap: toggle("--enable-two-batch-overlap", { default: false }),
	/** Overlaps inside one batch. @default false */
	enableSingleBatchOverlap: toggle("--enable-single-batch-overlap", { default: false })
};
// ../../work/main/packages/constructs/src/engines/sglang/scheduling.ts
/** @module Flags of SGLang for memory, batching and scheduling. */
/** @see python/sglang/srt/server_args.py */
const schedulingFlags$1 = {
	/** Part of a GPU's memory for weights and KV cache together. @default - computed from GPU and flags */
	memFractionStatic: float("--mem-fraction-static", {
		min: 0,
		max: 1
	}),
	/** Tokens in the KV cache, instead of measuring. */
	maxTotalTokens: int("--max-total-tokens", {
		unit: "tokens",
		min: 1,
		human: true
	}),
	/** Tokens per cache page. Prefill, decode and router must agree. @default - 1, or what the attention kernels ask for */
	pageSize: int("--page-size", {
		unit: "tokens",
		min: 1
	}),
	/** Requests that run at the same time, over all data-parallel ranks. @default - by memory */
	maxRunningRequests: int("--max-running-requests", {
		unit: "requests",
		min: 1
	}),
	/** Requests that wait before new ones are refused. @default - no limit */
	maxQueuedRequests: int("--max-queued-requests", {
		unit: "requests",
		min: 1
	}),
	/** Tokens of a prefill chunk; -1 switches chunks off. @default - by GPU */
	chunkedPrefillSize: int("--chunked-prefill-size", {
		unit: "tokens",
		min: -1
	}),
	/** Tokens of a prefill batch. @default 16384 */
	maxPrefillTokens: int("--max-prefill-tokens", {
		unit: "tokens",
		min: 1,
		human: true,
		default: 16384
	}),
	/** Requests of a prefill batch. @default - no limit */
	prefillMaxRequests: int("--prefill-max-requests", {
		unit: "requests",
		min: 1
	}),
	/** Mixes prefill chunks and decode in a batch. @default false */
	enableMixedChunk: toggle("--enable-mixed-chunk", { default: false }),
	/** Order of waiting requests: `fcfs`, `lpm` (longest cached prefix), `priority`, ... @default "fcfs" */
	schedulePolicy: text("--schedule-policy", { default: "fcfs" }),
	/** Above 1 keeps more cache free, below 1 less. @default 1 */
	scheduleConservativeness: float("--schedule-conservativeness", {
		min: 0,
		default: 1
	}),
	/** Follows the priority that a request carries. @default false */
	enablePriorityScheduling: toggle("--enable-priority-scheduling", { default: false }),
	/** Never stops a running request for another. @default false */
	disablePriorityPreemption: toggle("--disable-priority-preemption", { default: false }),
	/** Priority of requests without one. */
	defaultPriorityValue: int("--default-priority-value"),
	/** Small numbers go first. @default false */
	scheduleLowPriorityValuesFirst: toggle("--schedule-low-priority-values-first", { default: false }),
	/** Difference in priority that stops a running request. @default 10 */
	prioritySchedulingPreemptionThreshold: int("--priority-scheduling-preemption-threshold", { default: 10 }),
	/** Which decode request is put back when the cache is full. @default "length" */
	retractionPolicy: text("--retraction-policy", { default: "length" }),
	/** Runs the scheduler and the GPU one after the other. @default false */
	disableOverlapSchedule: toggle("--disable-overlap-schedule", { default: false }),
	/** Decode steps between two looks at the queue. @default 1 */
	numContinuousDecodeSteps: int("--num-continuous-decode-steps", {
		min: 1,
		default: 1
	}),
	/** Steps between two looks for new requests. @default 1 */
	schedulerRecvInterval: int("--scheduler-recv-interval", {
		min: 1,
		default: 1
	}),
	/** Waits with prefill until data-parallel ranks can prefill together. @default false */
	enablePrefillDelayer: toggle("--enable-prefill-delayer", { default: false }),
	/** Longest such wait. @default 30 */
	prefillDelayerMaxDelayPasses: int("--prefill-delayer-max-delay-passes", {
		unit: "steps",
		min: 1,
		default: 30
	}),
	/** Cache use below which prefill never waits. */
	prefillDelayerTokenUsageLowWatermark: float("--prefill-delayer-token-usage-low-watermark", {
		min: 0,
		max: 1
	}),
	/** Free places that must be there before prefill starts. */
	minFreeSlotsDelay: int("--min-free-slots-delay", { min: 1 }),
	/** Tokens between two pieces of a streamed answer. @default 1 */
	streamInterval: int("--stream-interval", {
		unit: "tokens",
		min: 1,
		default: 1
	}),
	/** Streams pieces instead of the answer so far. Dynamo needs it. @default false */
	incrementalStreamingOutput: toggle("--incremental-streaming-output", { default: false }),
	/** Older spelling of `incrementalStreamingOutput`. */
	streamOutput: toggle("--stream-output"),
	/** Saves CPU while there is nothing to do. @default false */
	sleepOnIdle: toggle("--sleep-on-idle", { default: false }),
	/** Kills the engine when a step takes longer. @default 300 */
	watchdogTimeout: float("--watchdog-timeout", {
		unit: "seconds",
		min: 0,
		default: 300
	}),
	/** Writes debugging information when a step takes longer. @default - never */
	softWatchdogTimeout: float("--soft-watchdog-timeout", {
		unit: "seconds",
		min: 0
	}),
	/** Thresholds of Python's garbage collector, up to three. */
	gcThreshold: ints("--gc-threshold", { min: 0 }),
	/** `xgrammar`, `outlines`, `llguidance`, `none`. @default - xgrammar */
	grammarBackend: text("--grammar-backend"),
	/** White space that guided JSON may hold, as a pattern. */
	constrainedJsonWhitespacePattern: text("--constrained-json-whitespace-pattern"),
	/** Guided JSON without white space. @default false */
	constrainedJsonDisableAnyWhitespace: toggle("--constrained-json-disable-any-whitespace", { default: false }),
	/** Where default sampling parameters come from. @default "model" */
	samplingDefaults: choice("--sampling-defaults", ["openai", "model"], { default: "model" }),
	/** Sampling parameters that the model's information recommends. */
	preferredSamplingParams: json("--preferred-sampling-params"),
	/** Same result for a request whatever else is in the batch. @default false */
	enableDeterministicInference: toggle("--enable-deterministic-inference", { default: false }),
	/** Training system whose numbers are matched. */
	rlOnPolicyTarget: text("--rl-on-policy-target"),
	/** Lets the engine give its GPU memory back while it sleeps. @default false */
	enableMemorySaver: toggle("--enable-memory-saver", { default: false }),
	/** Keeps weights in host memory meanwhile. @default false */
	enableWeightsCpuBackup: toggle("--enable-weights-cpu-backup", { default: false }),
	/** Lets requests bring code that changes logits. @default false */
	enableCustomLogitProcessor: toggle("--enable-custom-logit-processor", { default: false }),
	/** Returns hidden states. @default false */
	enableReturnHiddenStates: toggle("--enable-return-hidden-states", { default: false }),
	/** Returns the experts that each token went to. @default false */
	enableReturnRoutedExperts: toggle("--enable-return-routed-experts", { default: false }),
	/** Algorithm of a diffusion language model, such as `LowConfidence`. */
	dllmAlgorithm: text("--dllm-algorithm"),
	/** YAML file with its settings. */
	dllmAlgorithmConfig: text("--dllm-algorithm-config")
};
// ../../work/main/packages/constructs/src/engines/sglang/server.ts
/** @module Flags of SGLang for its addresses, templates, logs, metrics and traces. */
/** @see python/sglang/srt/server_args.py */
const serverFlags = {
	/** YAML file with any of these flags; flags on the command line win. */
	config: text("--config"),
	/** Address that SGLang listens on; disaggregated workers need `0.0.0.0`. @default "127.0.0.1" */
	host: text("--host", { default: "127.0.0.1" }),
	/** Port of SGLang's own server. @default 30000 */
	port: int("--port", {
		min: 1,
		max: 65535,
		default: 3e4
	}),
	/** Starts without a first request. @default false */
	skipServerWarmup: toggle("--skip-server-warmup", { default: false }),
	/** Warm-up functions, separated by commas. */
	warmups: text("--warmups"),
	/** Name or path of the chat template. @default - the model's */
	chatTemplate: text("--chat-template"),
	/** Name of one of the tokenizer's chat templates. @default - the first */
	hfChatTemplateName: text("--hf-chat-template-name"),
	/** Settings of the chat template for requests that bring none. */
	defaultChatTemplateKwargs: json("--default-chat-template-kwargs"),
	/** Name or path of the completion template. */
	completionTemplate: text("--completion-template"),
	/** SGLang's own parser of tool calls; not beside `dynToolCallParser`. */
	toolCallParser: text("--tool-call-parser"),
	/** SGLang's own parser of reasoning. */
	reasoningParser: text("--reasoning-parser"),
	/** Refuses tool calls and the like while the model reasons. @default false */
	enableStrictThinking: toggle("--enable-strict-thinking", { default: false }),
	/** Says how many tokens came from the cache. @default false */
	enableCacheReport: toggle("--enable-cache-report", { default: false }),
	/** Name of the weights' version. @default "default" */
	weightVersion: text("--weight-version", { default: "default" }),
	/** Level of the engine log. @default "info" */
	logLevel: text("--log-level", { default: "info" }),
	/** Level of the HTTP server. @default - `logLevel` */
	logLevelHttp: text("--log-level-http"),
	/** Logs every request. @default false */
	logRequests: toggle("--log-requests", { default: false }),
	/** How much of a request: 0 no parameters, 1 parameters, 2 a part of the texts, 3 all. @default 2 */
	logRequestsLevel: int("--log-requests-level", {
		min: 0,
		max: 3,
		default: 2
	}),
	/** Form of the request log. @default "text" */
	logRequestsFormat: choice("--log-requests-format", ["text", "json"], { default: "text" }),
	/** `stdout` and folders. @default - stdout */
	logRequestsTarget: texts("--log-requests-target"),
	/** Decode steps between two log lines. @default 40 */
	decodeLogInterval: int("--decode-log-interval", {
		unit: "steps",
		min: 1,
		default: 40
	}),
	/** Folder for requests of the last minutes before a crash. */
	crashDumpFolder: text("--crash-dump-folder"),
	/** Logs how long each request took where. @default false */
	enableRequestTimeStatsLogging: toggle("--enable-request-time-stats-logging", { default: false }),
	/** Prometheus metrics of the engine on the worker's system port. @default false */
	enableMetrics: toggle("--enable-metrics", { default: false }),
	/** Metrics of every rank, not only of the first. @default false */
	enableMetricsForAllSchedulers: toggle("--enable-metrics-for-all-schedulers", { default: false }),
	/** Metrics on the use of the GPU's arithmetic. @default false */
	enableMfuMetrics: toggle("--enable-mfu-metrics", { default: false }),
	/** Labels on all metrics. */
	extraMetricLabels: json("--extra-metric-labels"),
	/** Bounds of the histogram of times to the first token, in seconds. */
	bucketTimeToFirstToken: texts("--bucket-time-to-first-token"),
	/** Bounds of the histogram of times between tokens, in seconds. */
	bucketInterTokenLatency: texts("--bucket-inter-token-latency"),
	/** Bounds of the histogram of whole requests, in seconds. */
	bucketE2eRequestLatency: texts("--bucket-e2e-request-latency"),
	/** Older way to ask for histograms of tokens; on with metrics now. */
	collectTokensHistogram: toggle("--collect-tokens-histogram"),
	/** Warns of garbage collections that take longer; 0 for never. @default 0 */
	gcWarningThresholdSecs: float("--gc-warning-threshold-secs", {
		unit: "seconds",
		min: 0,
		default: 0
	}),
	/** Metrics of every step, for the planner. Dynamo sets it. @default false */
	enableForwardPassMetrics: toggle("--enable-forward-pass-metrics", { default: false }),
	/** Sends traces. @default false */
	enableTrace: toggle("--enable-trace", { default: false }),
	/** What is traced, separated by commas. @default "request" */
	traceModules: text("--trace-modules", { default: "request" }),
	/** `host:port` that traces are sent to. @default "localhost:4317" */
	otlpTracesEndpoint: text("--otlp-traces-endpoint", { default: "localhost:4317" }),
	/** Writes metrics of each request to files. @default false */
	exportMetricsToFile: toggle("--export-metrics-to-file", { default: false }),
	/** Folder for them. */
	exportMetricsToFileDir: text("--export-metrics-to-file-dir"),
	/** Tokenizes texts that come together in one go. @default false */
	enableTokenizerBatchEncode: toggle("--enable-tokenizer-batch-encode", { default: false }),
	/** Turns tokens into text one answer at a time. @default false */
	disableTokenizerBatchDecode: toggle("--disable-tokenizer-batch-decode", { default: false }),
	/** Collects requests for the tokenizer. @default false */
	enableDynamicBatchTokenizer: toggle("--enable-dynamic-batch-tokenizer", { default: false }),
	/** Never caches grammars of outlines on disk. @default false */
	disableOutlinesDiskCache: toggle("--disable-outlines-disk-cache", { default: false })
};
// ../../work/main/packages/constructs/src/engines/sglang/speculative.ts
/** @module Flags of SGLang for speculative decoding. */
/** @see python/sglang/srt/server_args.py */
const speculativeFlags$1 = {
	/** `EAGLE`, `EAGLE3`, `NEXTN`, `STANDALONE`, `NGRAM`, `DFLASH`, `DSPARK`, ... @default - off */
	speculativeAlgorithm: text("--speculative-algorithm"),
	/** Draft model. @default - the heads that the model itself holds */
	speculativeDraftModelPath: text("--speculative-draft-model-path", { aliases: ["--speculative-draft-model"] }),
	/** Branch, tag or commit of the draft. */
	speculativeDraftModelRevision: text("--speculative-draft-model-revision"),
	/** How the draft's weights are read. @default - `loadFormat` */
	speculativeDraftLoadFormat: text("--speculative-draft-load-format"),
	/** Quantization of the draft. @default - `quantization` */
	speculativeDraftModelQuantization: text("--speculative-draft-model-quantization"),
	/** Attention kernels of the draft. */
	speculativeDraftAttentionBackend: text("--speculative-draft-attention-backend"),
	/** Recent tokens that the draft attends to. @default - all */
	speculativeDraftWindowSize: int("--speculative-draft-window-size", {
		unit: "tokens",
		min: 1
	}),
	/** Steps that the draft goes ahead. @default - by model */
	speculativeNumSteps: int("--speculative-num-steps", { min: 1 }),
	/** Tokens that the draft follows in each step. @default - by model */
	speculativeEagleTopk: int("--speculative-eagle-topk", { min: 1 }),
	/** Tokens that are verified at once. @default - by model */
	speculativeNumDraftTokens: int("--speculative-num-draft-tokens", {
		unit: "tokens",
		min: 1
	}),
	/** Block of DFLASH. */
	speculativeDflashBlockSize: int("--speculative-dflash-block-size", { min: 1 }),
	/** Block of DSPARK. @default - the checkpoint's */
	speculativeDsparkBlockSize: int("--speculative-dspark-block-size", { min: 1 }),
	/** Probability above which a token is accepted. @default 1 */
	speculativeAcceptThresholdSingle: float("--speculative-accept-threshold-single", {
		min: 0,
		max: 1,
		default: 1
	}),
	/** Raises the chance that a token is accepted. @default 1 */
	speculativeAcceptThresholdAcc: float("--speculative-accept-threshold-acc", {
		min: 0,
		max: 1,
		default: 1
	}),
	/** Accepts by rejection sampling. @default false */
	speculativeUseRejectionSampling: toggle("--speculative-use-rejection-sampling", { default: false }),
	/** File with the draft's small vocabulary. */
	speculativeTokenMap: text("--speculative-token-map"),
	/** Attention kernels that verification uses. @default "prefill" */
	speculativeAttentionMode: choice("--speculative-attention-mode", ["prefill", "decode"], { default: "prefill" }),
	/** Expert kernels of the draft. @default - `moeRunnerBackend` */
	speculativeMoeRunnerBackend: text("--speculative-moe-runner-backend"),
	/** All-to-all of the draft. @default - `moeA2aBackend` */
	speculativeMoeA2aBackend: text("--speculative-moe-a2a-backend"),
	/** Chooses the number of steps by acceptance. @default false */
	speculativeAdaptive: toggle("--speculative-adaptive", { default: false }),
	/** JSON file for that. */
	speculativeAdaptiveConfig: text("--speculative-adaptive-config"),
	/** Skips a synchronization of data-parallel attention. @default false */
	speculativeSkipDpMlpSync: toggle("--speculative-skip-dp-mlp-sync", { default: false }),
	/** Drafts with several layers. @default false */
	enableMultiLayerEagle: toggle("--enable-multi-layer-eagle", { default: false }),
	/** Breadth of the n-gram search. @default 1 */
	speculativeNgramMinBfsBreadth: int("--speculative-ngram-min-bfs-breadth", {
		min: 1,
		default: 1
	}),
	/** Largest breadth of the n-gram search. @default 10 */
	speculativeNgramMaxBfsBreadth: int("--speculative-ngram-max-bfs-breadth", {
		min: 1,
		default: 10
	}),
	/** How n-grams are matched. @default "BFS" */
	speculativeNgramMatchType: choice("--speculative-ngram-match-type", ["BFS", "PROB"], { default: "BFS" }),
	/** Depth of the n-gram tree. @default 18 */
	speculativeNgramMaxTrieDepth: int("--speculative-ngram-max-trie-depth", {
		min: 1,
		default: 18
	}),
	/** Entries of the n-gram cache. @default 10000000 */
	speculativeNgramCapacity: int("--speculative-ngram-capacity", {
		min: 1,
		default: 1e7
	})
};
// ../../work/main/packages/constructs/src/engines/sglang/removed.ts
const engine$1 = (instead) => ({
	since: "the SGLang of 1.4",
	instead
});
/** @see components/src/dynamo/sglang/backend_args.py, python/sglang/srt/server_args.py */
const sglangRemovedFlags = {
	"--multimodal-encode-worker": {
		since: "1.4",
		instead: "--enable-multimodal --disaggregation-mode encode"
	},
	"--multimodal-worker": {
		since: "1.4",
		instead: "--enable-multimodal --dedicated-mm-encoder --disaggregation-mode pd"
	},
	"--multimodal-processor": {
		since: "1.4",
		instead: "the frontend's own processing"
	},
	"--config-key": {
		since: "1.0",
		instead: "--disagg-config-key"
	},
	"--migration-limit": {
		since: "1.0",
		instead: "--migration-limit on the frontend"
	},
	"--enable-ep-moe": engine$1("--expert-parallel-size"),
	"--enable-deepep-moe": engine$1("--moe-a2a-backend deepep")
};
// ../../work/main/packages/constructs/src/engines/sglang/index.ts
/** Flag table; the doc comments are those of the typed configuration. */
const sglangFlags = {
	...modelFlags$1,
	...parallelFlags$1,
	...disaggregationFlags,
	...schedulingFlags$1,
	...cacheFlags,
	...speculativeFlags$1,
	...expertFlags,
	...kernelFlags$1,
	...multimodalFlags$1,
	...loraFlags$1,
	...serverFlags,
	...dynamoFlags$1,
	...workerFlags
};
/**
* `python3 -m dynamo.sglang` with these flags.
*
* @example sglang({ modelPath: "Qwen/Qwen3-32B", tensorParallelSize: 2, pageSize: 16 })
*/
function sglang(config = {}) {
	return buildProgram("sglang", config);
}
// ../../work/main/packages/constructs/src/engines/trtllm/diffusion.ts
/** @module Flags of Dynamo's TensorRT-LLM worker for image and video diffusion models. */
/** For `modality` `image_diffusion` and `video_diffusion` only. @see components/src/dynamo/trtllm/backend_args.py */
const diffusionFlags = {
	/** Quantization while loading. @default - none */
	quantAlgo: choice("--quant-algo", [
		"FP8",
		"FP8_BLOCK_SCALES",
		"NVFP4",
		"W4A16_AWQ",
		"W4A8_AWQ",
		"W8A8_SQ_PER_CHANNEL"
	], { env: "DYN_TRTLLM_QUANT_ALGO" }),
	/** Quantizes bfloat16 weights; otherwise the checkpoint is quantized already. @default true */
	quantDynamic: negatable("--quant-dynamic", {
		env: "DYN_TRTLLM_QUANT_DYNAMIC",
		default: true
	}),
	/** Reuses results of similar steps. @default false */
	enableTeacache: negatable("--enable-teacache", {
		env: "DYN_TRTLLM_ENABLE_TEACACHE",
		default: false
	}),
	/** Keeps a schedule of steps that are always computed. @default true */
	teacacheUseRetSteps: negatable("--teacache-use-ret-steps", {
		env: "DYN_TRTLLM_TEACACHE_USE_RET_STEPS",
		default: true
	}),
	/** Distance up to which steps count as similar. @default 0.2 */
	teacacheThresh: float("--teacache-thresh", {
		env: "DYN_TRTLLM_TEACACHE_THRESH",
		min: 0,
		default: .2
	}),
	/** Number format of the weights. @default "bfloat16" */
	torchDtype: choice("--torch-dtype", [
		"bfloat16",
		"float16",
		"float32"
	], {
		env: "DYN_TRTLLM_TORCH_DTYPE",
		default: "bfloat16"
	}),
	/** Branch, tag or commit of the model. @default - the default branch */
	revision: text("--revision", { env: "DYN_TRTLLM_REVISION" }),
	/** Never compiles. @default false */
	disableTorchCompile: negatable("--disable-torch-compile", {
		env: "DYN_TRTLLM_DISABLE_TORCH_COMPILE",
		default: false
	}),
	/** Compiles the model as one graph. @default false */
	enableFullgraph: negatable("--enable-fullgraph", {
		env: "DYN_TRTLLM_ENABLE_FULLGRAPH",
		default: false
	}),
	/** Captures CUDA graphs; not together with compilation. @default false */
	enableCudaGraph: negatable("--enable-cuda-graph", {
		env: "DYN_TRTLLM_ENABLE_CUDA_GRAPH",
		default: false
	}),
	/** Attention kernels. @default "VANILLA" */
	attnBackend: choice("--attn-backend", ["VANILLA", "TRTLLM"], {
		env: "DYN_TRTLLM_ATTN_BACKEND",
		default: "VANILLA"
	}),
	/** GPUs that share the sequence by heads. @default 1 */
	ditUlyssesSize: int("--dit-ulysses-size", {
		env: "DYN_TRTLLM_DIT_ULYSSES_SIZE",
		min: 1,
		default: 1
	}),
	/** GPUs that share the sequence in a ring. @default 1 */
	ditRingSize: int("--dit-ring-size", {
		env: "DYN_TRTLLM_DIT_RING_SIZE",
		min: 1,
		default: 1
	}),
	/** GPUs that share guided and unguided steps. @default 1 */
	ditCfgSize: int("--dit-cfg-size", {
		env: "DYN_TRTLLM_DIT_CFG_SIZE",
		min: 1,
		default: 1
	}),
	/** NVTX ranges per layer. @default false */
	enableLayerwiseNvtxMarker: negatable("--enable-layerwise-nvtx-marker", {
		env: "DYN_TRTLLM_ENABLE_LAYERWISE_NVTX_MARKER",
		default: false
	}),
	/** Starts without a first run. @default false */
	skipWarmup: negatable("--skip-warmup", {
		env: "DYN_TRTLLM_SKIP_WARMUP",
		default: false
	}),
	/** Height for requests that name none. @default 480 */
	defaultHeight: int("--default-height", {
		env: "DYN_TRTLLM_DEFAULT_HEIGHT",
		unit: "pixels",
		min: 1,
		default: 480
	}),
	/** Width for requests that name none. @default 832 */
	defaultWidth: int("--default-width", {
		env: "DYN_TRTLLM_DEFAULT_WIDTH",
		unit: "pixels",
		min: 1,
		default: 832
	}),
	/** Steps for requests that name none. @default 50 */
	defaultNumInferenceSteps: int("--default-num-inference-steps", {
		env: "DYN_TRTLLM_DEFAULT_NUM_INFERENCE_STEPS",
		unit: "steps",
		min: 1,
		default: 50
	}),
	/** Guidance for requests that name none. @default 5 */
	defaultGuidanceScale: float("--default-guidance-scale", {
		env: "DYN_TRTLLM_DEFAULT_GUIDANCE_SCALE",
		min: 0,
		default: 5
	}),
	/** Frames for requests that name none. @default 81 */
	defaultNumFrames: int("--default-num-frames", {
		env: "DYN_TRTLLM_DEFAULT_NUM_FRAMES",
		unit: "frames",
		min: 1,
		default: 81
	}),
	/** Images for requests that name none. @default 1 */
	defaultNumImagesPerPrompt: int("--default-num-images-per-prompt", {
		env: "DYN_TRTLLM_DEFAULT_NUM_IMAGES_PER_PROMPT",
		unit: "images",
		min: 1,
		default: 1
	})
};
// ../../work/main/packages/constructs/src/engines/trtllm/engine.ts
/** @module Flags of Dynamo's TensorRT-LLM worker, except those for diffusion models. */
/**
* The engine's keyword arguments come from three places: these flags, then the file of
* `extraEngineArgs` over them, then `overrideEngineArgs` over both.
*
* @see components/src/dynamo/trtllm/backend_args.py
*/
const engineFlags = {
	/** Hugging Face id or local path of the model. @default "TinyLlama/TinyLlama-1.1B-Chat-v1.0" */
	model: text("--model", {
		aliases: ["--model-path"],
		env: "DYN_TRTLLM_MODEL",
		default: "TinyLlama/TinyLlama-1.1B-Chat-v1.0"
	}),
	/** Name that clients use. @default - the model */
	servedModelName: text("--served-model-name", { env: "DYN_TRTLLM_SERVED_MODEL_NAME" }),
	/** Role of the worker. Disaggregated roles need `cache_transceiver_config` in the engine's file. @default "agg" */
	disaggregationMode: choice("--disaggregation-mode", [
		"agg",
		"pd",
		"prefill",
		"decode",
		"encode",
		"prefill_and_decode"
	], {
		env: "DYN_TRTLLM_DISAGGREGATION_MODE",
		default: "agg"
	}),
	/** YAML file with arguments of the engine. @default - none */
	extraEngineArgs: text("--extra-engine-args", { env: "DYN_TRTLLM_EXTRA_ENGINE_ARGS" }),
	/**
	* Arguments of the engine over those of the file. A given `kv_cache_config` replaces the file's.
	* `--trtllm.a.b 1` on the command line is the same as `{"a": {"b": 1}}`.
	*/
	overrideEngineArgs: json("--override-engine-args", {
		aliases: ["--trtllm"],
		env: "DYN_TRTLLM_OVERRIDE_ENGINE_ARGS",
		dotted: true
	}),
	/** GPUs that share each layer. @default 1 */
	tensorParallelSize: int("--tensor-parallel-size", {
		env: "DYN_TRTLLM_TENSOR_PARALLEL_SIZE",
		unit: "GPUs",
		min: 1,
		default: 1
	}),
	/** Groups of GPUs that hold successive layers. @default 1 */
	pipelineParallelSize: int("--pipeline-parallel-size", {
		env: "DYN_TRTLLM_PIPELINE_PARALLEL_SIZE",
		min: 1,
		default: 1
	}),
	/** Ranks that experts are spread over. Divides tensor parallelism. @default - not spread */
	expertParallelSize: int("--expert-parallel-size", {
		env: "DYN_TRTLLM_EXPERT_PARALLEL_SIZE",
		min: 1
	}),
	/** Attention by request instead of by head, over all tensor parallel ranks. @default false */
	enableAttentionDp: negatable("--enable-attention-dp", {
		env: "DYN_TRTLLM_ENABLE_ATTENTION_DP",
		default: false
	}),
	/**
	* The engine chooses the attention rank from the conversation id, even if the router chose one.
	*
	* @default false
	*/
	conversationAffinity: negatable("--conversation-affinity", {
		env: "DYN_ENGINE_CONV_AFFINITY",
		default: false
	}),
	/** GPUs of a node. @default - detected */
	gpusPerNode: int("--gpus-per-node", {
		env: "DYN_TRTLLM_GPUS_PER_NODE",
		unit: "GPUs",
		min: 1
	}),
	/** Tokens per cache block, as the router is told. Must equal `tokens_per_block` in the file. @default 32 */
	kvBlockSize: int("--kv-block-size", {
		env: "DYN_TRTLLM_KV_BLOCK_SIZE",
		unit: "tokens",
		min: 1,
		default: 32
	}),
	/** Requests in one step. @default 2048 */
	maxBatchSize: int("--max-batch-size", {
		env: "DYN_TRTLLM_MAX_BATCH_SIZE",
		unit: "requests",
		min: 1,
		default: 2048
	}),
	/** Tokens in one step. @default 8192 */
	maxNumTokens: int("--max-num-tokens", {
		env: "DYN_TRTLLM_MAX_NUM_TOKENS",
		unit: "tokens",
		min: 1,
		default: 8192
	}),
	/** Longest sequence that a request may have. @default - the model's own limit */
	maxSeqLen: int("--max-seq-len", {
		env: "DYN_TRTLLM_MAX_SEQ_LEN",
		unit: "tokens",
		min: 1
	}),
	/** Beams of a beam search. @default 1 */
	maxBeamWidth: int("--max-beam-width", {
		env: "DYN_TRTLLM_MAX_BEAM_WIDTH",
		min: 1,
		default: 1
	}),
	/** Part of the memory left beside the weights that the KV cache takes. @default 0.9 */
	freeGpuMemoryFraction: float("--free-gpu-memory-fraction", {
		env: "DYN_TRTLLM_FREE_GPU_MEMORY_FRACTION",
		above: 0,
		max: 1,
		default: .9
	}),
	/** Publishes KV cache events for the KV router. @default false */
	publishKvEvents: negatable("--publish-kv-events", {
		env: "DYN_TRTLLM_PUBLISH_KV_EVENTS",
		default: false
	}),
	/** Older spelling of `publishKvEvents`; before 1.4 it also switches metrics on. */
	publishEventsAndMetrics: negatable("--publish-events-and-metrics", { env: "DYN_TRTLLM_PUBLISH_EVENTS_AND_METRICS" }),
	/** How weights are read: `auto`, or `gms` (GPU memory service). @default "auto" */
	loadFormat: text("--load-format", {
		env: "DYN_TRTLLM_LOAD_FORMAT",
		default: "auto"
	}),
	/** Settings of the loader, such as `{"gms_read_only": true}`. */
	modelLoaderExtraConfig: json("--model-loader-extra-config", { env: "DYN_TRTLLM_MODEL_LOADER_EXTRA_CONFIG" }),
	/** Accepts images, audio and video. @default false */
	enableMultimodal: negatable("--enable-multimodal", {
		env: "DYN_TRTLLM_ENABLE_MULTIMODAL",
		default: false
	}),
	/** What the model works on. @default "text" */
	modality: choice("--modality", [
		"text",
		"multimodal",
		"video_diffusion",
		"image_diffusion"
	], {
		env: "DYN_TRTLLM_MODALITY",
		default: "text"
	}),
	/** Encode workers, as `dyn://namespace.component.endpoint`. @default - none */
	encodeEndpoint: text("--encode-endpoint", { env: "DYN_TRTLLM_ENCODE_ENDPOINT" }),
	/** Folder that requests may read media files from. Never a folder with secrets. @default - none */
	allowedLocalMediaPath: text("--allowed-local-media-path", { env: "DYN_TRTLLM_ALLOWED_LOCAL_MEDIA_PATH" }),
	/** Largest media file. @default 50 */
	maxFileSizeMb: int("--max-file-size-mb", {
		env: "DYN_TRTLLM_MAX_FILE_SIZE_MB",
		unit: "MB",
		min: 1,
		default: 50
	}),
	/** Decodes images in the frontend and sends pixels by RDMA. @default false */
	frontendDecoding: negatable("--frontend-decoding", {
		env: "DYN_TRTLLM_FRONTEND_DECODING",
		default: false
	}),
	/** Library for guided output. @default - no guided output */
	guidedDecodingBackend: choice("--guided-decoding-backend", ["xgrammar", "llguidance"], { env: "DYN_TRTLLM_GUIDED_DECODING_BACKEND" })
};
// ../../work/main/packages/constructs/src/engines/trtllm/engine-config-keys.ts
/** @module Keys of TensorRT-LLM's engine configuration: types, bounds and lists. */
const kvCacheKeys = {
	/** Part of the memory left beside the weights that the KV cache takes. @default 0.9 */
	free_gpu_memory_fraction: float("free_gpu_memory_fraction", {
		above: 0,
		max: 1,
		default: .9,
		nullable: true
	}),
	/** Tokens in the cache; the smaller of this and the fraction counts. */
	max_tokens: int("max_tokens", {
		unit: "tokens",
		min: 1,
		nullable: true
	}),
	/** Reuses the cache of common prompt prefixes; KV routing needs it. @default true */
	enable_block_reuse: toggle("enable_block_reuse", { default: true }),
	/** Reuses parts of blocks; false with KVBM. @default true */
	enable_partial_reuse: toggle("enable_partial_reuse", { default: true }),
	copy_on_partial_reuse: toggle("copy_on_partial_reuse", { default: true }),
	/** Number format of the cache: `auto`, `fp8`, `nvfp4`, ... @default "auto" */
	dtype: text("dtype", { default: "auto" }),
	mamba_ssm_cache_dtype: text("mamba_ssm_cache_dtype", { default: "auto" }),
	/** Tokens per block. Must equal the worker's `kvBlockSize`. @default 32 */
	tokens_per_block: int("tokens_per_block", {
		unit: "tokens",
		min: 1,
		default: 32
	}),
	/** Host memory for offloaded blocks. */
	host_cache_size: int("host_cache_size", {
		unit: "bytes",
		min: 0,
		nullable: true
	}),
	/** Priority from which blocks are offloaded, 0 to 100. */
	secondary_offload_min_priority: int("secondary_offload_min_priority", {
		min: 0,
		max: 100,
		nullable: true
	}),
	/** Cache events kept for publishing. Dynamo sets 1024 when it publishes. @default 0 */
	event_buffer_max_size: int("event_buffer_max_size", {
		unit: "events",
		min: 0,
		default: 0
	}),
	/** Attention window per layer, repeated over the layers. */
	max_attention_window: nullable(ints("max_attention_window", {
		unit: "tokens",
		min: 1
	})),
	sink_token_length: int("sink_token_length", {
		unit: "tokens",
		min: 0,
		nullable: true
	}),
	max_gpu_total_bytes: int("max_gpu_total_bytes", {
		unit: "bytes",
		min: 0,
		nullable: true
	})
};
const cacheTransceiverKeys = {
	/** Transport between prefill and decode; `DEFAULT` is NIXL. */
	backend: choice("backend", [
		"DEFAULT",
		"UCX",
		"NIXL",
		"MOONCAKE",
		"MPI"
	], { nullable: true }),
	/** Tokens that the transfer buffer holds; at least the longest prompt, or 0 for no buffer. */
	max_tokens_in_buffer: int("max_tokens_in_buffer", {
		unit: "tokens",
		min: 0,
		nullable: true
	}),
	/** Time after which a request whose cache did not come is dropped. */
	kv_transfer_timeout_ms: int("kv_transfer_timeout_ms", {
		unit: "ms",
		min: 1,
		nullable: true
	}),
	/** @default 1000 */
	kv_transfer_sender_future_timeout_ms: int("kv_transfer_sender_future_timeout_ms", {
		unit: "ms",
		min: 1,
		default: 1e3,
		nullable: true
	}),
	transceiver_runtime: choice("transceiver_runtime", ["CPP", "PYTHON"], { nullable: true })
};
const moeKeys = {
	/** `CUTLASS`, `TRTLLM`, `DEEPGEMM`, `WIDEEP`, `CUTEDSL`, `TRITON`, `AUTO`, ... @default "CUTLASS" */
	backend: text("backend", { default: "CUTLASS" }),
	/** Tokens that one call works on; more are split. */
	max_num_tokens: int("max_num_tokens", {
		unit: "tokens",
		min: 1,
		nullable: true
	}),
	/** Load balancing of experts: settings or the path of a file. */
	load_balancer: nullable(jsonOrPath("load_balancer")),
	disable_finalize_fusion: toggle("disable_finalize_fusion", { default: false }),
	use_low_precision_moe_combine: toggle("use_low_precision_moe_combine", { default: false })
};
const cudaGraphKeys = {
	/** Batch sizes that graphs are captured for. */
	batch_sizes: nullable(ints("batch_sizes", {
		unit: "requests",
		min: 1
	})),
	/** Largest of them, when no list is given. */
	max_batch_size: int("max_batch_size", {
		unit: "requests",
		min: 0,
		nullable: true
	}),
	/** Pads a batch to the next graph. @default false */
	enable_padding: toggle("enable_padding", { default: false })
};
const speculativeKeys = {
	/** `Eagle`, `Eagle3`, `MTP`, `NGram`, `Draft_Target`, ... */
	decoding_type: text("decoding_type"),
	/** Tokens that the draft proposes per step. */
	max_draft_len: int("max_draft_len", {
		unit: "tokens",
		min: 0,
		nullable: true
	}),
	/** Draft model; newer releases write `speculative_model`. */
	speculative_model_dir: text("speculative_model_dir", { nullable: true }),
	speculative_model: text("speculative_model", { nullable: true }),
	/** Layers of the model that predict further tokens (MTP). */
	num_nextn_predict_layers: int("num_nextn_predict_layers", {
		min: 1,
		nullable: true
	}),
	eagle3_one_model: toggle("eagle3_one_model", { nullable: true }),
	allow_advanced_sampling: toggle("allow_advanced_sampling")
};
const connectorKeys = {
	/** Python module, such as `kvbm.trtllm_integration.connector`. */
	connector_module: text("connector_module"),
	connector_scheduler_class: text("connector_scheduler_class"),
	connector_worker_class: text("connector_worker_class")
};
/** @see tensorrt_llm/llmapi/llm_args.py */
const engineConfigKeys = {
	/** @default "pytorch" */
	backend: text("backend", { default: "pytorch" }),
	/** GPUs that share each layer. @default 1 */
	tensor_parallel_size: int("tensor_parallel_size", {
		unit: "GPUs",
		min: 1,
		default: 1
	}),
	/** Groups of GPUs that hold successive layers. @default 1 */
	pipeline_parallel_size: int("pipeline_parallel_size", {
		min: 1,
		default: 1
	}),
	/** GPUs that share the sequence. @default 1 */
	context_parallel_size: int("context_parallel_size", {
		min: 1,
		default: 1
	}),
	/** Ranks that experts are spread over. */
	moe_expert_parallel_size: int("moe_expert_parallel_size", {
		min: -1,
		nullable: true
	}),
	/** Ranks that share each expert. */
	moe_tensor_parallel_size: int("moe_tensor_parallel_size", {
		min: -1,
		nullable: true
	}),
	moe_cluster_parallel_size: int("moe_cluster_parallel_size", {
		min: -1,
		nullable: true
	}),
	/** Attention by request instead of by head. @default false */
	enable_attention_dp: toggle("enable_attention_dp", { default: false }),
	/** Balancing of requests over attention ranks. */
	attention_dp_config: nullable(json("attention_dp_config")),
	/** GPUs of a node. @default - detected */
	gpus_per_node: int("gpus_per_node", {
		unit: "GPUs",
		min: 1,
		nullable: true
	}),
	/** Requests in one step. @default 2048 */
	max_batch_size: int("max_batch_size", {
		unit: "requests",
		min: 1,
		nullable: true
	}),
	/** Tokens in one step. @default 8192 */
	max_num_tokens: int("max_num_tokens", {
		unit: "tokens",
		min: 1,
		nullable: true
	}),
	/** Longest sequence that a request may have. @default - the model's own limit */
	max_seq_len: int("max_seq_len", {
		unit: "tokens",
		min: 1,
		nullable: true
	}),
	/** Longest prompt. */
	max_input_len: int("max_input_len", {
		unit: "tokens",
		min: 1,
		nullable: true
	}),
	max_beam_width: int("max_beam_width", {
		min: 1,
		nullable: true
	}),
	/** Splits long prompts over several steps. @default false */
	enable_chunked_prefill: toggle("enable_chunked_prefill", { default: false }),
	/** Runs scheduler and GPU one after the other; true on prefill workers. @default false */
	disable_overlap_scheduler: toggle("disable_overlap_scheduler", { default: false }),
	kv_cache_config: json("kv_cache_config", openFields(kvCacheKeys)),
	/** Both sides of a disaggregated graph need it. */
	cache_transceiver_config: nullable(json("cache_transceiver_config", openFields(cacheTransceiverKeys))),
	kv_connector_config: nullable(json("kv_connector_config", openFields(connectorKeys))),
	/** Null switches CUDA graphs off. */
	cuda_graph_config: nullable(json("cuda_graph_config", openFields(cudaGraphKeys))),
	moe_config: json("moe_config", openFields(moeKeys)),
	speculative_config: nullable(json("speculative_config", openFields(speculativeKeys))),
	torch_compile_config: nullable(json("torch_compile_config")),
	scheduler_config: nullable(json("scheduler_config")),
	lora_config: nullable(json("lora_config")),
	quant_config: nullable(json("quant_config")),
	sparse_attention_config: nullable(json("sparse_attention_config")),
	nvfp4_gemm_config: nullable(json("nvfp4_gemm_config")),
	build_config: nullable(json("build_config")),
	/** Keyword arguments of the model's configuration. */
	model_kwargs: nullable(json("model_kwargs")),
	/** `TRTLLM`, `FLASHINFER`, `VANILLA`, ... @default "TRTLLM" */
	attn_backend: text("attn_backend", { default: "TRTLLM" }),
	/** `AUTO`, `NCCL`, `MNNVL`, `ONESHOT`, ... @default "AUTO" */
	allreduce_strategy: text("allreduce_strategy", { nullable: true }),
	/** Number format of weights and activations. @default "auto" */
	dtype: text("dtype", { default: "auto" }),
	/** How weights are read. @default "auto" */
	load_format: text("load_format", { default: "auto" }),
	/** Runs Python code that the model's repository ships. @default false */
	trust_remote_code: toggle("trust_remote_code", { default: false }),
	guided_decoding_backend: text("guided_decoding_backend", { nullable: true }),
	/** Tokens between two pieces of a streamed answer. @default 1 */
	stream_interval: int("stream_interval", {
		unit: "tokens",
		min: 1,
		default: 1
	}),
	/** Processes that finish answers. @default 0 */
	num_postprocess_workers: int("num_postprocess_workers", {
		min: 0,
		default: 0
	}),
	/** Logs every step. @default false */
	print_iter_log: toggle("print_iter_log", { default: false }),
	enable_iter_perf_stats: toggle("enable_iter_perf_stats", { default: false }),
	enable_iter_req_stats: toggle("enable_iter_req_stats", { default: false }),
	return_perf_metrics: toggle("return_perf_metrics", { default: false }),
	perf_metrics_max_requests: int("perf_metrics_max_requests", { min: 0 }),
	enable_autotuner: toggle("enable_autotuner", { default: true }),
	enable_layerwise_nvtx_marker: toggle("enable_layerwise_nvtx_marker", { default: false }),
	enable_min_latency: toggle("enable_min_latency", { default: false }),
	skip_tokenizer_init: toggle("skip_tokenizer_init", { default: false }),
	batch_wait_timeout_ms: float("batch_wait_timeout_ms", {
		unit: "ms",
		min: 0
	}),
	batch_wait_timeout_iters: int("batch_wait_timeout_iters", {
		unit: "steps",
		min: 0
	}),
	batch_wait_max_tokens_ratio: float("batch_wait_max_tokens_ratio", {
		min: 0,
		max: 1
	}),
	/** Orchestration of ranks: `mpi`, `ray`, `rpc`. */
	orchestrator_type: text("orchestrator_type", { nullable: true }),
	/** Environment variables of the engine's processes. */
	env_overrides: nullable(json("env_overrides")),
	tokenizer_mode: text("tokenizer_mode"),
	custom_tokenizer: text("custom_tokenizer", { nullable: true }),
	garbage_collection_gen0_threshold: int("garbage_collection_gen0_threshold", { min: 0 }),
	mm_encoder_only: toggle("mm_encoder_only", { default: false })
};
// ../../work/main/packages/constructs/src/engines/trtllm/engine-config.ts
/** @module TensorRT-LLM's engine configuration file: read, check, write, and what is in force. */
const flag = "--extra-engine-args";
/** Reads a configuration file, as Python reads it (`yes` is true). */
function readEngineConfig(yaml) {
	try {
		const [document = null] = (0, js_yaml.loadAll)(yaml, {
			schema: js_yaml.YAML11_SCHEMA,
			json: true
		});
		if (document === null) return {
			config: {},
			issues: []
		};
		if (typeof document !== "object" || Array.isArray(document)) return notMapping(String(document));
		const config = document;
		return {
			config,
			issues: checkEngineConfig(config)
		};
	} catch (error) {
		return notMapping(error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error));
	}
}
function notMapping(got) {
	return {
		config: {},
		issues: [{
			property: "",
			flag,
			got,
			expected: "a YAML mapping"
		}]
	};
}
/** Values that the engine refuses. Keys that are not typed are not judged. */
function checkEngineConfig(config) {
	return readFields(engineConfigKeys, config, {
		property: "",
		flag
	}).issues;
}
/** Writes a configuration file; keys are sorted, so that equal configurations are equal bytes. */
function writeEngineConfig(config) {
	return (0, js_yaml.dump)(sorted(config), {
		schema: js_yaml.YAML11_SCHEMA,
		noRefs: true,
		lineWidth: -1
	});
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([key, inner]) => [key, sorted(inner)]));
}
// ../../work/main/packages/constructs/src/engines/trtllm/removed.ts
/** @see components/src/dynamo/trtllm/backend_args.py */
const trtllmRemovedFlags = {
	"--disaggregation-strategy": {
		since: "1.0",
		instead: "nothing; the frontend decides"
	},
	"--next-endpoint": {
		since: "1.0",
		instead: "nothing; the frontend decides"
	},
	"--migration-limit": {
		since: "1.0",
		instead: "--migration-limit on the frontend"
	},
	"--use-nixl-connect": {
		since: "1.0",
		instead: "nothing"
	},
	"--dyn-encoder-cache-capacity-gb": {
		since: "1.0",
		instead: "--multimodal-embedding-cache-capacity-gb"
	},
	"--disable-request-abort": {
		since: "1.4",
		instead: "nothing"
	}
};
// ../../work/main/packages/constructs/src/engines/trtllm/index.ts
/** Flag table; the doc comments are those of the typed configuration. */
const trtllmFlags = {
	...engineFlags,
	...diffusionFlags,
	...workerFlags
};
/**
* `python3 -m dynamo.trtllm` with these flags.
*
* @example trtllm({ model: "Qwen/Qwen3-32B", tensorParallelSize: 2, publishKvEvents: true })
*/
function trtllm(config = {}) {
	return buildProgram("trtllm", config);
}
/**
* The arguments that the engine gets: flags, the file over them, `--override-engine-args` over
* both. `kv_cache_config` of the file is laid over that of the flags; objects of the overrides
* replace those of the file.
*
* @see components/src/dynamo/trtllm/workers/llm_worker.py
*/
function engineArguments(flags, file = {}) {
	const { tensorParallelSize, pipelineParallelSize, expertParallelSize, enableAttentionDp } = flags;
	const { overrideEngineArgs = {}, maxBatchSize, maxNumTokens, maxSeqLen } = flags;
	const base = {
		tensor_parallel_size: tensorParallelSize ?? 1,
		pipeline_parallel_size: pipelineParallelSize ?? 1,
		moe_expert_parallel_size: expertParallelSize,
		enable_attention_dp: enableAttentionDp ?? false,
		max_batch_size: maxBatchSize,
		max_num_tokens: maxNumTokens,
		max_seq_len: maxSeqLen,
		kv_cache_config: { free_gpu_memory_fraction: flags.freeGpuMemoryFraction }
	};
	return {
		...base,
		...file,
		kv_cache_config: {
			...base.kv_cache_config,
			...file.kv_cache_config
		},
		...overrideEngineArgs
	};
}
// ../../work/main/packages/constructs/src/engines/vllm/dynamo.ts
/** @module Flags that Dynamo's vLLM worker adds to the engine's own. */
/** @see components/src/dynamo/vllm/backend_args.py */
const dynamoFlags = {
	/**
	* Role of the worker. `prefill` needs `kvTransferConfig`, `encode` needs `enableMultimodal`; `pd`
	* is `agg` behind an encode worker.
	*
	* @default "agg"
	*/
	disaggregationMode: choice("--disaggregation-mode", [
		"agg",
		"pd",
		"prefill",
		"decode",
		"encode"
	], {
		env: "DYN_VLLM_DISAGGREGATION_MODE",
		default: "agg"
	}),
	/** Follower of a multi-node engine: no endpoint of its own. The operator sets it. @default false */
	headless: negatable("--headless", {
		env: "DYN_VLLM_HEADLESS",
		default: false
	}),
	/** Tokenizes in the engine; only chat completions are served then. @default false */
	useVllmTokenizer: negatable("--use-vllm-tokenizer", {
		env: "DYN_VLLM_USE_TOKENIZER",
		default: false
	}),
	/** Accepts images, audio and video. @default false */
	enableMultimodal: negatable("--enable-multimodal", {
		env: "DYN_VLLM_ENABLE_MULTIMODAL",
		default: false
	}),
	/** Lets encode workers encode media. @default false */
	routeToEncoder: negatable("--route-to-encoder", {
		env: "DYN_VLLM_ROUTE_TO_ENCODER",
		default: false
	}),
	/** Prompt around `<image>` and `<prompt>`, for models without a chat template for media. */
	mmPromptTemplate: text("--mm-prompt-template", { env: "DYN_VLLM_MM_PROMPT_TEMPLATE" }),
	/** Decodes images in the frontend and sends pixels by RDMA. @default false */
	frontendDecoding: negatable("--frontend-decoding", {
		env: "DYN_VLLM_FRONTEND_DECODING",
		default: false
	}),
	/** `module.Class` of an encoder that replaces the model's own. @default - none */
	customEncoderClass: text("--custom-encoder-class", { env: "DYN_CUSTOM_ENCODER_CLASS" }),
	/** How embeddings travel from encode workers. @default "nixl-write" */
	embeddingTransferMode: choice("--embedding-transfer-mode", [
		"local",
		"nixl-write",
		"nixl-read"
	], {
		env: "DYN_VLLM_EMBEDDING_TRANSFER_MODE",
		default: "nixl-write"
	}),
	/** Serves text embeddings; needs `runner: "pooling"`. @default false */
	embeddingWorker: negatable("--embedding-worker", {
		env: "DYN_VLLM_EMBEDDING_WORKER",
		default: false
	}),
	/** Defaults for reinforcement learning. @default false */
	enableRl: negatable("--enable-rl", {
		env: "DYN_ENABLE_RL",
		default: false
	}),
	/** Waits beside an active engine without cache of its own; needs `loadFormat: "gms"`. @default false */
	gmsShadowMode: negatable("--gms-shadow-mode", {
		env: "DYN_VLLM_GMS_SHADOW_MODE",
		default: false
	}),
	/** ModelExpress server. Deprecated: the loader reads the environment variable itself. */
	modelExpressUrl: text("--model-express-url", { env: "MODEL_EXPRESS_URL" }),
	/** Measures itself for the planner before it serves. @default - off */
	benchmarkMode: choice("--benchmark-mode", [
		"prefill",
		"decode",
		"agg"
	], { env: "DYN_BENCHMARK_MODE" }),
	/** JSON file with the points to measure. @default - a grid */
	benchmarkPointsFile: text("--benchmark-points-file", { env: "DYN_BENCHMARK_POINTS_FILE" }),
	/** Prefill sizes to measure. @default 64 */
	prefillMaxNewTokenSamples: int("--prefill-max-new-token-samples", {
		env: "DYN_PREFILL_MAX_NEW_TOKEN_SAMPLES",
		min: 2,
		default: 64
	}),
	/** Cache sizes to measure in prefill. @default 16 */
	prefillMaxKvReadTokenSamples: int("--prefill-max-kv-read-token-samples", {
		env: "DYN_PREFILL_MAX_KV_READ_TOKEN_SAMPLES",
		min: 2,
		default: 16
	}),
	/** Cache sizes to measure in decode. @default 128 */
	decodeMaxKvReadTokenSamples: int("--decode-max-kv-read-token-samples", {
		env: "DYN_DECODE_MAX_KV_READ_TOKEN_SAMPLES",
		min: 2,
		default: 128
	}),
	/** Batch sizes to measure in decode. @default 128 */
	decodeMaxBatchSizeSamples: int("--decode-max-batch-size-samples", {
		env: "DYN_DECODE_MAX_BATCH_SIZE_SAMPLES",
		min: 2,
		default: 128
	}),
	/** Batch sizes to measure in prefill. @default 3 */
	prefixMaxBatchSizeSamples: int("--prefix-max-batch-size-samples", {
		env: "DYN_PREFIX_MAX_BATCH_SIZE_SAMPLES",
		min: 1,
		default: 3
	}),
	/** Runs before measuring. @default 5 */
	benchmarkWarmupIterations: int("--benchmark-warmup-iterations", {
		env: "DYN_BENCHMARK_WARMUP_ITERATIONS",
		min: 0,
		default: 5
	}),
	/** File that results are written to. @default - `benchmark_results.json` in the folder for temporary files */
	benchmarkOutputPath: text("--benchmark-output-path", { env: "DYN_BENCHMARK_OUTPUT_PATH" }),
	/** Time after which measuring stops. @default 900 */
	benchmarkTimeout: int("--benchmark-timeout", {
		env: "DYN_BENCHMARK_TIMEOUT",
		unit: "seconds",
		min: 1,
		default: 900
	})
};
// ../../work/main/packages/constructs/src/engines/vllm/kernels.ts
/** @module Flags of vLLM for kernels, compilation and CUDA graphs. */
/** @see vllm/engine/arg_utils.py, vllm/config/{attention,kernel,compilation}.py */
const kernelFlags = {
	/** `FLASH_ATTN`, `FLASHINFER`, `FLASHINFER_MLA`, `TRITON_ATTN`, `CUTLASS_MLA`, ... @default - by GPU and model */
	attentionBackend: text("--attention-backend"),
	/** Attention settings beyond the backend, such as `mla_prefill_backend`. */
	attentionConfig: json("--attention-config", {
		aliases: ["-ac"],
		dotted: true
	}),
	/** `auto`, `triton`, `marlin`, `deep_gemm`, `flashinfer_trtllm`, `flashinfer_cutlass`, ... @default "auto" */
	moeBackend: text("--moe-backend", { default: "auto" }),
	/** Kernels of linear layers. @default "auto" */
	linearBackend: text("--linear-backend", { default: "auto" }),
	/** Kernel settings beyond the backends. */
	kernelConfig: json("--kernel-config", { dotted: true }),
	/** Which implementation of an operation is taken first. */
	irOpPriority: json("--ir-op-priority", { dotted: true }),
	/** Measures FlashInfer's kernels at start. */
	enableFlashinferAutotune: negatable("--enable-flashinfer-autotune"),
	/** Routes tokens with three bfloat16 products instead of float32. */
	enableBf16x3RouterGemm: negatable("--enable-bf16x3-router-gemm"),
	/** Prefill kernels of gated delta networks: `flashinfer`, `triton`, `cutedsl`. */
	gdnPrefillBackend: text("--gdn-prefill-backend"),
	/** Compilation and CUDA graphs. */
	compilationConfig: json("--compilation-config", {
		aliases: ["-cc"],
		dotted: true
	}),
	/** Batch sizes that graphs are captured for. */
	cudagraphCaptureSizes: ints("--cudagraph-capture-sizes", {
		unit: "tokens",
		min: 1
	}),
	/** Largest of them. */
	maxCudagraphCaptureSize: int("--max-cudagraph-capture-size", {
		unit: "tokens",
		min: 0
	}),
	/** 0 starts fastest, 3 runs fastest. @default 2 */
	optimizationLevel: int("--optimization-level", {
		min: 0,
		max: 3,
		default: 2
	}),
	/** What defaults aim at: `balanced`, `interactivity`, `throughput`. @default "balanced" */
	performanceMode: text("--performance-mode", { default: "balanced" }),
	/** Profiling on demand. */
	profilerConfig: json("--profiler-config", { dotted: true }),
	/** Kernels of Kimi Delta Attention during prefill; only in Dynamo's Kimi-K3 builds of vLLM. */
	kdaPrefillBackend: text("--kda-prefill-backend")
};
// ../../work/main/packages/constructs/src/engines/vllm/kv-cache.ts
/** @module Flags of vLLM for the KV cache: size, format, reuse, offloading, transfer and events. */
/** @see vllm/engine/arg_utils.py, vllm/config/cache.py */
const kvCacheFlags = {
	/**
	* Tokens per KV cache block. Prefill, decode and router must agree.
	*
	* @default - chosen by attention backend, 16 for most
	*/
	blockSize: int("--block-size", {
		unit: "tokens",
		min: 1
	}),
	/**
	* Part of a GPU's memory that weights, activations and KV cache may take together.
	*
	* @default - 0.9 or a little more, by release
	*/
	gpuMemoryUtilization: float("--gpu-memory-utilization", {
		min: 0,
		max: 1
	}),
	/** Size of the KV cache per GPU; takes the place of `gpuMemoryUtilization`. */
	kvCacheMemoryBytes: int("--kv-cache-memory-bytes", {
		unit: "bytes",
		min: 1,
		human: true
	}),
	/** `auto` (the model's), `bfloat16`, `fp8`, `fp8_e4m3`, `fp8_e5m2`, `nvfp4`, ... @default "auto" */
	kvCacheDtype: text("--kv-cache-dtype", { default: "auto" }),
	/** Layers whose cache keeps the model's format. @default - none */
	kvCacheDtypeSkipLayers: texts("--kv-cache-dtype-skip-layers"),
	/** Computes FP8 scales from the first requests. @default false */
	calculateKvScales: negatable("--calculate-kv-scales", { default: false }),
	/** Number of blocks, instead of measuring the free memory. */
	numGpuBlocksOverride: int("--num-gpu-blocks-override", {
		unit: "blocks",
		min: 1
	}),
	/** Reuses the cache of common prompt prefixes; KV events need it. Dynamo's default is true. @default true */
	enablePrefixCaching: negatable("--enable-prefix-caching", { default: true }),
	/** `sha256`, `sha256_cbor`, `xxhash`, ... @default "sha256" */
	prefixCachingHashAlgo: text("--prefix-caching-hash-algo", { default: "sha256" }),
	/** Tokens that prefixes are compared in. */
	prefixMatchUnit: int("--prefix-match-unit", {
		unit: "tokens",
		min: 1
	}),
	/** Skips prefill work in layers that share their cache. @default false */
	kvSharingFastPrefill: negatable("--kv-sharing-fast-prefill", { default: false }),
	/** Gives all layers of a hybrid model one block layout. @default - decided by model and connector */
	disableHybridKvCacheManager: negatable("--disable-hybrid-kv-cache-manager"),
	/** Host memory for offloaded cache, over all GPUs of the engine. @default - no offloading */
	kvOffloadingSize: float("--kv-offloading-size", {
		unit: "GiB",
		min: 0
	}),
	/** Who offloads: `native` or `lmcache`. @default "native" */
	kvOffloadingBackend: text("--kv-offloading-backend", { default: "native" }),
	/** Connector that moves the cache between workers or offloads it. Prefill workers need one. */
	kvTransferConfig: json("--kv-transfer-config", { dotted: true }),
	/** Cache events for the KV router. Decode workers never publish. @default - not published */
	kvEventsConfig: json("--kv-events-config", { dotted: true }),
	/** Connector that moves encoder outputs between workers. */
	ecTransferConfig: json("--ec-transfer-config", { dotted: true }),
	/** Number format of Mamba states. @default "auto" */
	mambaCacheDtype: text("--mamba-cache-dtype", { default: "auto" }),
	/** Number format of Mamba's SSM states. @default "auto" */
	mambaSsmCacheDtype: text("--mamba-ssm-cache-dtype", { default: "auto" }),
	/** Tokens per Mamba block. */
	mambaBlockSize: int("--mamba-block-size", {
		unit: "tokens",
		min: 1
	}),
	/** Which Mamba states are kept for prefix reuse: `none`, `all`, `align`. @default "none" */
	mambaCacheMode: text("--mamba-cache-mode", { default: "none" }),
	/** `triton` or `flashinfer`. @default "triton" */
	mambaBackend: text("--mamba-backend", { default: "triton" }),
	/** Rounds half-precision states at random, against drift. @default false */
	enableMambaCacheStochasticRounding: negatable("--enable-mamba-cache-stochastic-rounding", { default: false }),
	/** Rounds of the random number generator for that. */
	mambaCachePhiloxRounds: int("--mamba-cache-philox-rounds", { min: 0 })
};
// ../../work/main/packages/constructs/src/engines/vllm/load.ts
/** @module Flags of vLLM for loading weights and keeping a part of them outside GPU memory. */
/** @see vllm/engine/arg_utils.py, vllm/config/load.py, vllm/config/offload.py */
const loadFlags = {
	/**
	* How weights are read: `auto`, `safetensors`, `fastsafetensors`, `runai_streamer` (object
	* stores), `tensorizer`, `modelexpress`, `gms` (GPU memory service), `dummy`, ...
	*
	* @default "auto"
	*/
	loadFormat: text("--load-format", { default: "auto" }),
	/** Folder that weights are downloaded to. @default - the Hugging Face cache */
	downloadDir: text("--download-dir"),
	/** `lazy` maps files into memory, `eager` reads them first, `prefetch` warms the page cache. */
	safetensorsLoadStrategy: text("--safetensors-load-strategy"),
	/** Threads that warm the page cache. */
	safetensorsPrefetchNumThreads: int("--safetensors-prefetch-num-threads", { min: 1 }),
	/** Block that a prefetch thread reads at once. */
	safetensorsPrefetchBlockSize: int("--safetensors-prefetch-block-size", {
		unit: "bytes",
		min: 1,
		human: true
	}),
	/** Settings of the loader, such as `{"enable_multithread_load": true, "num_threads": 8}`. */
	modelLoaderExtraConfig: json("--model-loader-extra-config", { dotted: true }),
	/** Files of the repository that are not downloaded. @default ["original/**\/*"] */
	ignorePatterns: texts("--ignore-patterns"),
	/** Shows a progress bar. @default true */
	useTqdmOnLoad: negatable("--use-tqdm-on-load", { default: true }),
	/** Device that PyTorch checkpoints are loaded to first. @default "cpu" */
	ptLoadMapLocation: text("--pt-load-map-location", { default: "cpu" }),
	/** How offloaded weights come back: `auto`, `uva` (on access) or `prefetch`. @default "auto" */
	offloadBackend: text("--offload-backend", { default: "auto" }),
	/** Weights kept in host memory, per GPU. @default 0 */
	cpuOffloadGb: float("--cpu-offload-gb", {
		unit: "GiB",
		min: 0,
		default: 0
	}),
	/** Parameter names that `cpuOffloadGb` applies to. @default - all */
	cpuOffloadParams: texts("--cpu-offload-params"),
	/** Layers per group of which some are offloaded. @default 0 */
	offloadGroupSize: int("--offload-group-size", {
		min: 0,
		default: 0
	}),
	/** Offloaded layers per group. @default 1 */
	offloadNumInGroup: int("--offload-num-in-group", {
		min: 1,
		default: 1
	}),
	/** Layers that are fetched ahead. @default 1 */
	offloadPrefetchStep: int("--offload-prefetch-step", {
		min: 0,
		default: 1
	}),
	/** Parameter names that layer offloading applies to. @default - all */
	offloadParams: texts("--offload-params"),
	/** How trainers send new weights to the engine. */
	weightTransferConfig: json("--weight-transfer-config", { dotted: true })
};
// ../../work/main/packages/constructs/src/engines/vllm/lora.ts
/** @module Flags of vLLM for LoRA adapters. */
/** Adapters are loaded through DynamoModel objects; these flags make room for them. @see vllm/config/lora.py */
const loraFlags = {
	/** Accepts LoRA adapters. @default false */
	enableLora: negatable("--enable-lora", { default: false }),
	/** Adapters in one batch. @default 1 */
	maxLoras: int("--max-loras", {
		unit: "adapters",
		min: 1,
		default: 1
	}),
	/** Largest rank of an adapter. @default 16 */
	maxLoraRank: int("--max-lora-rank", {
		min: 1,
		default: 16
	}),
	/** Adapters in host memory. At least `maxLoras`. @default - `maxLoras` */
	maxCpuLoras: int("--max-cpu-loras", {
		unit: "adapters",
		min: 1
	}),
	/** Number format of adapters. @default "auto" */
	loraDtype: text("--lora-dtype", { default: "auto" }),
	/** Splits adapters like the layers that they change. @default false */
	fullyShardedLoras: negatable("--fully-sharded-loras", { default: false }),
	/** Layers that adapters may change. @default - all that the model supports */
	loraTargetModules: texts("--lora-target-modules"),
	/** Adapters by kind of media, used whenever such media come. */
	defaultMmLoras: json("--default-mm-loras", { dotted: true }),
	/** Adapters for encoders and connectors too. @default false */
	enableTowerConnectorLora: negatable("--enable-tower-connector-lora", { default: false }),
	/** Captures graphs by number of active adapters. @default false */
	specializeActiveLora: negatable("--specialize-active-lora", { default: false }),
	/** Accepts two layouts of expert adapters in one engine. @default false */
	enableMixedMoeLoraFormat: negatable("--enable-mixed-moe-lora-format", { default: false }),
	/** Adapters that all experts of a layer share. @default false */
	enableMoeSharedLoras: negatable("--enable-moe-shared-loras", { default: false })
};
// ../../work/main/packages/constructs/src/engines/vllm/model.ts
/** @module Flags of vLLM for the model, its tokenizer, number formats and lengths. */
/** @see vllm/engine/arg_utils.py, vllm/config/model.py */
const modelFlags = {
	/** Hugging Face id, local path, or `s3://`, `gs://`, `az://` address of the model. */
	model: text("--model", { default: "Qwen/Qwen3-0.6B" }),
	/** Name that clients use. Dynamo takes one name only. @default - the model */
	servedModelName: text("--served-model-name"),
	/** Id or path of the tokenizer. @default - the model */
	tokenizer: text("--tokenizer"),
	/** `auto`, `hf`, `slow`, `mistral`, `custom`, ... @default "auto" */
	tokenizerMode: text("--tokenizer-mode", { default: "auto" }),
	/** Leaves tokens to the caller. Dynamo sets it to false. @default false */
	skipTokenizerInit: negatable("--skip-tokenizer-init", { default: false }),
	/** Runs Python code that the model's repository ships. @default false */
	trustRemoteCode: negatable("--trust-remote-code", { default: false }),
	/** Branch, tag or commit of the model. @default - the default branch */
	revision: text("--revision"),
	/** Branch, tag or commit of the model's Python code. @default - the default branch */
	codeRevision: text("--code-revision"),
	/** Branch, tag or commit of the tokenizer. @default - the default branch */
	tokenizerRevision: text("--tokenizer-revision"),
	/** What the engine does: `auto`, `generate`, `pooling`, `draft`. @default "auto" */
	runner: text("--runner", { default: "auto" }),
	/** Adapts a generating model to pooling: `auto`, `none`, `embed`, `classify`, ... @default "auto" */
	convert: text("--convert", { default: "auto" }),
	/** Number format of weights and activations: `auto`, `bfloat16`, `float16`, `float32`, ... @default "auto" */
	dtype: text("--dtype", { default: "auto" }),
	/** `fp8`, `modelopt_fp4`, `mxfp4`, `awq`, `gptq`, ... @default - as the checkpoint says */
	quantization: text("--quantization", { aliases: ["-q"] }),
	/** Quantization per kind of layer, for methods that quantize while loading. */
	quantizationConfig: json("--quantization-config", { dotted: true }),
	/** Accepts quantization methods that are about to be removed. @default false */
	allowDeprecatedQuantization: negatable("--allow-deprecated-quantization", { default: false }),
	/**
	* Longest sequence (prompt and answer) that a request may have. -1 takes the longest that fits in
	* memory.
	*
	* @default - the model's own limit
	*/
	maxModelLen: int("--max-model-len", {
		unit: "tokens",
		min: -1,
		human: true,
		auto: true
	}),
	/** Changes to the model's Hugging Face configuration, such as RoPE scaling. */
	hfOverrides: json("--hf-overrides", { dotted: true }),
	/** Path of the Hugging Face configuration. @default - the model */
	hfConfigPath: text("--hf-config-path"),
	/** `auto`, `hf` or `mistral`. @default "auto" */
	configFormat: text("--config-format", { default: "auto" }),
	/** Implementations that replace the registered one, by architecture. */
	modelClassOverrides: json("--model-class-overrides"),
	/** `auto`, `vllm`, `transformers` or `terratorch`. @default "auto" */
	modelImpl: text("--model-impl", { default: "auto" }),
	/** Where default sampling parameters come from: `auto`, `vllm`, or a path. @default "auto" */
	generationConfig: text("--generation-config", { default: "auto" }),
	/** Default sampling parameters, over those of `generationConfig`. */
	overrideGenerationConfig: json("--override-generation-config", { dotted: true }),
	/** How a pooling model makes one vector of a sequence. */
	poolerConfig: json("--pooler-config", { dotted: true }),
	/** Seed of the engine's random numbers. @default 0 */
	seed: int("--seed", { default: 0 }),
	/** Most log probabilities that a request may ask for; -1 for the whole vocabulary. @default 20 */
	maxLogprobs: int("--max-logprobs", {
		min: -1,
		default: 20
	}),
	/** Which values log probabilities are computed from. @default "raw_logprobs" */
	logprobsMode: choice("--logprobs-mode", [
		"raw_logits",
		"raw_logprobs",
		"processed_logits",
		"processed_logprobs"
	], { default: "raw_logprobs" }),
	/** Classes that change the logits before sampling. @default - none */
	logitsProcessors: texts("--logits-processors"),
	/** Samples with double precision noise. @default false */
	useFp64Gumbel: negatable("--use-fp64-gumbel", { default: false }),
	/** Returns the experts that each token went to. @default false */
	enableReturnRoutedExperts: negatable("--enable-return-routed-experts", { default: false }),
	/** Accepts embeddings in place of a prompt. @default false */
	enablePromptEmbeds: negatable("--enable-prompt-embeds", { default: false }),
	/** Plugin that reads inputs and writes outputs of pooling models. @default - none */
	ioProcessorPlugin: text("--io-processor-plugin"),
	/** Workers that fill in chat templates. @default 1 */
	rendererNumWorkers: int("--renderer-num-workers", {
		min: 1,
		default: 1
	}),
	/** Treats sliding-window layers as full attention, capped at the window. @default false */
	disableSlidingWindow: negatable("--disable-sliding-window", { default: false }),
	/** Switches cascade attention off. */
	disableCascadeAttn: negatable("--disable-cascade-attn"),
	/** Runs without CUDA graphs and compilation. @default false */
	enforceEager: negatable("--enforce-eager", { default: false }),
	/** Lets the engine give its GPU memory back while it sleeps. @default false */
	enableSleepMode: negatable("--enable-sleep-mode", { default: false }),
	/** Allocates through CUDA virtual memory management. @default false */
	enableCumemAllocator: negatable("--enable-cumem-allocator", { default: false }),
	/** Folder that requests may read media files from. Never a folder with secrets. @default - none */
	allowedLocalMediaPath: text("--allowed-local-media-path"),
	/** Hosts that media may be fetched from. @default - any */
	allowedMediaDomains: texts("--allowed-media-domains"),
	/** Settings of platform plugins. */
	additionalConfig: json("--additional-config", { dotted: true })
};
// ../../work/main/packages/constructs/src/engines/vllm/multimodal.ts
/** @module Flags of vLLM for images, audio and video. */
/** @see vllm/engine/arg_utils.py, vllm/config/multimodal.py */
const multimodalFlags = {
	/** Leaves the encoders out and refuses media. @default false */
	languageModelOnly: negatable("--language-model-only", { default: false }),
	/** Most items per prompt by kind, such as `{"image": 4, "video": 1}`. */
	limitMmPerPrompt: json("--limit-mm-per-prompt", { dotted: true }),
	/** Accepts embeddings in place of media. @default false */
	enableMmEmbeds: negatable("--enable-mm-embeds", { default: false }),
	/** Settings of media readers by kind. */
	mediaIoKwargs: json("--media-io-kwargs", { dotted: true }),
	/** Settings of the model's processor. */
	mmProcessorKwargs: json("--mm-processor-kwargs", { dotted: true }),
	/** Cache of processed media, per process. 0 switches it off. @default 4 */
	mmProcessorCacheGb: float("--mm-processor-cache-gb", {
		unit: "GiB",
		min: 0,
		default: 4
	}),
	/** Per process, or in shared memory for all. @default "lru" */
	mmProcessorCacheType: choice("--mm-processor-cache-type", ["lru", "shm"], { default: "lru" }),
	/** Largest item of the shared cache. @default 128 */
	mmShmCacheMaxObjectSizeMb: int("--mm-shm-cache-max-object-size-mb", {
		unit: "MiB",
		min: 0,
		default: 128
	}),
	/** Runs the encoders only. @default false */
	mmEncoderOnly: negatable("--mm-encoder-only", { default: false }),
	/** Splits an encoder's weights over the GPUs, or the batch. @default "weights" */
	mmEncoderTpMode: choice("--mm-encoder-tp-mode", ["weights", "data"], { default: "weights" }),
	/** Attention kernels of the encoders, such as `TORCH_SDPA`. */
	mmEncoderAttnBackend: text("--mm-encoder-attn-backend"),
	/** Number format of the encoders' attention. */
	mmEncoderAttnDtype: text("--mm-encoder-attn-dtype"),
	/** File with FP8 scales of the encoders. */
	mmEncoderFp8ScalePath: text("--mm-encoder-fp8-scale-path"),
	/** File that measured FP8 scales are written to. */
	mmEncoderFp8ScaleSavePath: text("--mm-encoder-fp8-scale-save-path"),
	/** Margin over measured scales. */
	mmEncoderFp8ScaleSaveMargin: float("--mm-encoder-fp8-scale-save-margin", { min: 0 }),
	/** Keeps text and media in the order of the prompt. @default false */
	interleaveMmStrings: negatable("--interleave-mm-strings", { default: false }),
	/** Skips measuring the encoders' memory at start. @default false */
	skipMmProfiling: negatable("--skip-mm-profiling", { default: false }),
	/** Part of a video's tokens that is dropped. @default - none */
	videoPruningRate: float("--video-pruning-rate", {
		min: 0,
		max: 1
	}),
	/** How tensors reach the engine process. */
	mmTensorIpc: text("--mm-tensor-ipc"),
	/** GPU memory for tensors on their way to the engine process. */
	mmIpcGpuMemoryGb: float("--mm-ipc-gpu-memory-gb", {
		unit: "GiB",
		min: 0
	})
};
// ../../work/main/packages/constructs/src/engines/vllm/observability.ts
/** @module Flags of vLLM for logs, metrics and traces. */
/** @see vllm/engine/arg_utils.py, vllm/config/observability.py */
const observabilityFlags = {
	/** Logs every request. Dynamo sets it to false. @default false */
	enableLogRequests: negatable("--enable-log-requests", { default: false }),
	/** No periodic log of throughput and cache use. Dynamo keeps the log. @default false */
	disableLogStats: toggle("--disable-log-stats", { default: false }),
	/** One log line for all data-parallel ranks. @default false */
	aggregateEngineLogging: toggle("--aggregate-engine-logging", { default: false }),
	/** Logs what each step worked on. @default false */
	enableLoggingIterationDetails: negatable("--enable-logging-iteration-details", { default: false }),
	/** Address that traces are sent to. @default - no traces */
	otlpTracesEndpoint: text("--otlp-traces-endpoint"),
	/** Parts that are traced in detail: `model`, `worker`, `all`. Costs speed. @default - none */
	collectDetailedTraces: texts("--collect-detailed-traces"),
	/** Keeps metrics that were hidden since this release. @default - none */
	showHiddenMetricsForVersion: text("--show-hidden-metrics-for-version"),
	/** Metrics on the life of cache blocks. @default false */
	kvCacheMetrics: negatable("--kv-cache-metrics", { default: false }),
	/** Part of the blocks that they are taken from. @default 0.01 */
	kvCacheMetricsSample: float("--kv-cache-metrics-sample", {
		min: 0,
		max: 1,
		default: .01
	}),
	/** Metrics on CUDA graphs. @default false */
	cudagraphMetrics: negatable("--cudagraph-metrics", { default: false }),
	/** Metrics on the use of the GPU's arithmetic. @default false */
	enableMfuMetrics: negatable("--enable-mfu-metrics", { default: false }),
	/** NVTX ranges per layer. @default false */
	enableLayerwiseNvtxTracing: negatable("--enable-layerwise-nvtx-tracing", { default: false }),
	/** What happens on compilation while serving: `warn` or `error`. */
	jitMonitorMode: text("--jit-monitor-mode"),
	/** Shows where that compilation came from. @default false */
	jitMonitorVerbose: negatable("--jit-monitor-verbose", { default: false }),
	/** Fails on unknown `VLLM_` environment variables. @default false */
	failOnEnvironValidation: negatable("--fail-on-environ-validation", { default: false })
};
// ../../work/main/packages/constructs/src/engines/vllm/parallel.ts
/** @module Flags of vLLM for spreading a model over GPUs and nodes. */
/**
* The operator reads `--tensor-parallel-size`, `--pipeline-parallel-size` and
* `--data-parallel-size` as separate tokens and adds ranks and addresses of a multi-node engine
* itself; leave those out under the operator.
*
* @see vllm/engine/arg_utils.py, vllm/config/parallel.py
*/
const parallelFlags = {
	/** GPUs that share each layer. Must divide the number of attention heads. @default 1 */
	tensorParallelSize: int("--tensor-parallel-size", {
		aliases: ["-tp"],
		unit: "GPUs",
		min: 1,
		default: 1
	}),
	/** Groups of GPUs that hold successive layers. @default 1 */
	pipelineParallelSize: int("--pipeline-parallel-size", {
		aliases: ["-pp"],
		min: 1,
		default: 1
	}),
	/** Copies of the engine that work on different requests; experts may span them. @default 1 */
	dataParallelSize: int("--data-parallel-size", {
		aliases: ["-dp"],
		min: 1,
		default: 1
	}),
	/** Copies on this node. @default - all of them */
	dataParallelSizeLocal: int("--data-parallel-size-local", {
		aliases: ["-dpl"],
		min: 0
	}),
	/** Rank of this copy when a load balancer in front knows all copies. */
	dataParallelRank: int("--data-parallel-rank", {
		aliases: ["-dpn"],
		min: 0
	}),
	/** Rank of the first copy on this node. @default 0 */
	dataParallelStartRank: int("--data-parallel-start-rank", {
		aliases: ["-dpr"],
		min: 0
	}),
	/** Address of the node with rank 0. */
	dataParallelAddress: text("--data-parallel-address", { aliases: ["-dpa"] }),
	/** Port that the copies coordinate on, the same on all nodes. */
	dataParallelRpcPort: int("--data-parallel-rpc-port", {
		aliases: ["-dpp"],
		min: 1,
		max: 65535
	}),
	/** `mp` or `ray`. @default "mp" */
	dataParallelBackend: text("--data-parallel-backend", {
		aliases: ["-dpb"],
		default: "mp"
	}),
	/** Each node balances over its own copies, a balancer in front over the nodes. @default false */
	dataParallelHybridLb: negatable("--data-parallel-hybrid-lb", {
		aliases: ["-dph"],
		default: false
	}),
	/** A balancer in front knows every copy. @default false */
	dataParallelExternalLb: negatable("--data-parallel-external-lb", {
		aliases: ["-dpe"],
		default: false
	}),
	/** One port per local copy under a supervisor. @default false */
	dataParallelMultiPortExternalLb: toggle("--data-parallel-multi-port-external-lb", {
		aliases: ["-dpm"],
		default: false
	}),
	/** GPUs that share the sequence during prefill. @default 1 */
	prefillContextParallelSize: int("--prefill-context-parallel-size", {
		aliases: ["-pcp"],
		min: 1,
		default: 1
	}),
	/** Groups inside tensor parallelism that share the KV cache by sequence. @default 1 */
	decodeContextParallelSize: int("--decode-context-parallel-size", {
		aliases: ["-dcp"],
		min: 1,
		default: 1
	}),
	/** How decode context parallelism communicates: `ag_rs` or `a2a`. */
	dcpCommBackend: text("--dcp-comm-backend"),
	/** Tokens of one rank before the next one's, in decode context parallelism. @default 1 */
	dcpKvCacheInterleaveSize: int("--dcp-kv-cache-interleave-size", {
		min: 1,
		default: 1
	}),
	/** The same for prefill and decode. @default 1 */
	cpKvCacheInterleaveSize: int("--cp-kv-cache-interleave-size", {
		min: 1,
		default: 1
	}),
	/** Spreads whole experts over TP × DP ranks instead of splitting each of them. @default false */
	enableExpertParallel: negatable("--enable-expert-parallel", {
		aliases: ["-ep"],
		default: false
	}),
	/** Skips the weights of other ranks' experts while loading. @default false */
	enableEpWeightFilter: negatable("--enable-ep-weight-filter", { default: false }),
	/**
	* How tokens travel to their experts: `allgather_reducescatter`, `deepep_high_throughput`
	* (prefill), `deepep_low_latency` (decode), `flashinfer_nvlink_one_sided`, `mori`, ...
	*
	* @default "allgather_reducescatter"
	*/
	all2allBackend: text("--all2all-backend", { default: "allgather_reducescatter" }),
	/** Rearranges experts by load while serving. @default false */
	enableEplb: negatable("--enable-eplb", { default: false }),
	/** Settings of `enableEplb`. */
	eplbConfig: json("--eplb-config", { dotted: true }),
	/** How experts are placed at the start. @default "linear" */
	expertPlacementStrategy: choice("--expert-placement-strategy", ["linear", "round_robin"], { default: "linear" }),
	/** Lets the number of expert ranks change while serving; needs Ray. @default false */
	enableElasticEp: negatable("--enable-elastic-ep", { default: false }),
	/** Splits a batch in two, so that one half computes while the other communicates. @default false */
	enableDbo: negatable("--enable-dbo", { default: false }),
	/** Parts that a batch is split into. */
	ubatchSize: int("--ubatch-size", { min: 0 }),
	/** Smallest decode batch that is split. @default 32 */
	dboDecodeTokenThreshold: int("--dbo-decode-token-threshold", {
		unit: "tokens",
		min: 0,
		default: 32
	}),
	/** Smallest prefill batch that is split. @default 512 */
	dboPrefillTokenThreshold: int("--dbo-prefill-token-threshold", {
		unit: "tokens",
		min: 0,
		default: 512
	}),
	/** Copies coordinate over the CPU instead of NCCL. */
	disableNcclForDpSynchronization: negatable("--disable-nccl-for-dp-synchronization"),
	/** `mp`, `ray`, `uni`, `external_launcher`. @default - by number of GPUs */
	distributedExecutorBackend: text("--distributed-executor-backend"),
	/** Address of the first node. The operator sets it. */
	masterAddr: text("--master-addr"),
	/** Port of the first node. The operator sets 29500. @default 29501 */
	masterPort: int("--master-port", {
		min: 1,
		max: 65535,
		default: 29501
	}),
	/** Nodes of the engine. The operator sets it. @default 1 */
	nnodes: int("--nnodes", {
		aliases: ["-n"],
		min: 1,
		default: 1
	}),
	/** Number of this node. The operator sets it. @default 0 */
	nodeRank: int("--node-rank", {
		aliases: ["-r"],
		min: 0,
		default: 0
	}),
	/** Longest wait for another GPU. */
	distributedTimeoutSeconds: int("--distributed-timeout-seconds", {
		unit: "seconds",
		min: 1
	}),
	/** Longest wait for another process, while weights load. */
	cpuDistributedTimeoutSeconds: int("--cpu-distributed-timeout-seconds", {
		unit: "seconds",
		min: 1
	}),
	/** Binds each worker process to the NUMA node of its GPU. @default false */
	numaBind: negatable("--numa-bind", { default: false }),
	/** NUMA node per GPU. @default - detected */
	numaBindNodes: ints("--numa-bind-nodes", { min: 0 }),
	/** CPU list per GPU. @default - all of the node */
	numaBindCpus: texts("--numa-bind-cpus"),
	/** GPUs to use, by number or UUID, separated by commas. @default - all visible ones */
	deviceIds: text("--device-ids"),
	/** Workers that load weights at the same time. @default - all */
	maxParallelLoadingWorkers: int("--max-parallel-loading-workers", { min: 1 }),
	/** Profiles Ray workers with Nsight. @default false */
	rayWorkersUseNsight: negatable("--ray-workers-use-nsight", { default: false }),
	/** Uses NCCL for every all-reduce. @default false */
	disableCustomAllReduce: negatable("--disable-custom-all-reduce", { default: false }),
	/** Class of the worker process. @default "auto" */
	workerCls: text("--worker-cls", { default: "auto" }),
	/** Class whose methods are added to the worker. @default - none */
	workerExtensionCls: text("--worker-extension-cls")
};
// ../../work/main/packages/constructs/src/engines/vllm/scheduling.ts
/** @module Flags of vLLM for batching and scheduling. */
/** @see vllm/engine/arg_utils.py, vllm/config/scheduler.py */
const schedulingFlags = {
	/** Requests that run at the same time, per data-parallel rank. @default - by GPU, 256 to 1024 */
	maxNumSeqs: int("--max-num-seqs", {
		unit: "requests",
		min: 1
	}),
	/** Tokens that one step works on; also the size of a prefill chunk. @default - by GPU */
	maxNumBatchedTokens: int("--max-num-batched-tokens", {
		unit: "tokens",
		min: 1,
		human: true
	}),
	/** Tokens that one step schedules. @default - `maxNumBatchedTokens` */
	maxNumScheduledTokens: int("--max-num-scheduled-tokens", {
		unit: "tokens",
		min: 1,
		human: true
	}),
	/** Prompts that are prefilled in chunks at the same time. @default 1 */
	maxNumPartialPrefills: int("--max-num-partial-prefills", {
		min: 1,
		default: 1
	}),
	/** Long prompts among them. @default 1 */
	maxLongPartialPrefills: int("--max-long-partial-prefills", {
		min: 1,
		default: 1
	}),
	/** Prompts longer than this count as long; 0 for none. @default 0 */
	longPrefillTokenThreshold: int("--long-prefill-token-threshold", {
		unit: "tokens",
		min: 0,
		default: 0
	}),
	/** Splits long prompts over several steps. @default true */
	enableChunkedPrefill: negatable("--enable-chunked-prefill", { default: true }),
	/** Never splits an image or a video over two steps. @default false */
	disableChunkedMmInput: negatable("--disable-chunked-mm-input", { default: false }),
	/** Order of arrival, or the priority that a request carries. @default "fcfs" */
	schedulingPolicy: choice("--scheduling-policy", ["fcfs", "priority"], { default: "fcfs" }),
	/** Prepares the next step while the GPU works on this one. @default - on where the engine can */
	asyncScheduling: negatable("--async-scheduling"),
	/** Class of the scheduler. Dynamo sets its own when the planner wants metrics. */
	schedulerCls: text("--scheduler-cls"),
	/** Admits a request only when its whole prompt fits in the cache. @default true */
	schedulerReserveFullIsl: negatable("--scheduler-reserve-full-isl", { default: true }),
	/** Part of the cache that stays free for running requests. @default 0 */
	watermark: float("--watermark", {
		min: 0,
		max: 1,
		default: 0
	}),
	/** Steps between two admissions of new prompts, over all data-parallel ranks. @default 1 */
	prefillScheduleInterval: int("--prefill-schedule-interval", {
		unit: "steps",
		min: 1,
		default: 1
	}),
	/** Tokens between two pieces of a streamed answer. @default 1 */
	streamInterval: int("--stream-interval", {
		unit: "tokens",
		min: 1,
		default: 1
	}),
	/** Time that running requests get at shutdown; 0 aborts them. @default 0 */
	shutdownTimeout: int("--shutdown-timeout", {
		unit: "seconds",
		min: 0,
		default: 0
	})
};
// ../../work/main/packages/constructs/src/engines/vllm/speculative.ts
/** @module Flags of vLLM for speculative decoding and guided output. */
/** @see vllm/engine/arg_utils.py, vllm/config/speculative.py, vllm/config/structured_outputs.py */
const speculativeFlags = {
	/** Speculative decoding. @default - off */
	speculativeConfig: json("--speculative-config", {
		aliases: ["-sc"],
		dotted: true
	}),
	/** Short for the `method` of `speculativeConfig`; give a value in one place only. @default - off */
	specMethod: text("--spec-method"),
	/** Short for the `model` of `speculativeConfig`. @default - the heads that the model itself holds */
	specModel: text("--spec-model"),
	/** Short for the `num_speculative_tokens` of `speculativeConfig`. */
	specTokens: int("--spec-tokens", {
		unit: "tokens",
		min: 1
	}),
	/** Guided output: `backend`, whitespace and fallback rules. @default - the backend is chosen by request */
	structuredOutputsConfig: json("--structured-outputs-config", { dotted: true }),
	/**
	* vLLM's own reasoning parser; guided output then starts after the reasoning. The API's answer is
	* split by `dynReasoningParser`.
	*
	* @default - none
	*/
	reasoningParser: text("--reasoning-parser"),
	/** Python file that registers further reasoning parsers. @default - none */
	reasoningParserPlugin: text("--reasoning-parser-plugin"),
	/** Limits of the reasoning phase, such as a token budget. */
	reasoningConfig: json("--reasoning-config", { dotted: true }),
	/** Settings of diffusion language models. */
	diffusionConfig: json("--diffusion-config", {
		aliases: ["-dc"],
		dotted: true
	})
};
// ../../work/main/packages/constructs/src/engines/vllm/removed.ts
const mode = (role) => ({
	since: "1.4",
	instead: `--disaggregation-mode ${role}`
});
const engine = (instead) => ({
	since: "the vLLM of 1.4",
	instead
});
/** @see components/src/dynamo/vllm/backend_args.py, vllm/engine/arg_utils.py */
const vllmRemovedFlags = {
	"--is-prefill-worker": mode("prefill"),
	"--is-decode-worker": mode("decode"),
	"--multimodal-encode-worker": mode("encode --enable-multimodal"),
	"--multimodal-worker": mode("pd --enable-multimodal"),
	"--multimodal-decode-worker": mode("decode --enable-multimodal"),
	"--connector": {
		since: "1.0",
		instead: "--kv-transfer-config with the connector as JSON"
	},
	"--migration-limit": {
		since: "1.0",
		instead: "--migration-limit on the frontend"
	},
	"--sleep-mode-level": {
		since: "1.4",
		instead: "nothing"
	},
	"--omni": {
		since: "1.4",
		instead: "the program dynamo.vllm.omni"
	},
	"--stage-configs-path": {
		since: "1.4",
		instead: "the program dynamo.vllm.omni"
	},
	"--task": engine("--runner and --convert"),
	"--rope-scaling": engine("--hf-overrides"),
	"--rope-theta": engine("--hf-overrides"),
	"--override-pooler-config": engine("--pooler-config"),
	"--guided-decoding-backend": engine("--structured-outputs-config"),
	"--guided-decoding-disable-fallback": engine("--structured-outputs-config"),
	"--guided-decoding-disable-any-whitespace": engine("--structured-outputs-config"),
	"--guided-decoding-disable-additional-properties": engine("--structured-outputs-config"),
	"--logits-processor-pattern": engine("nothing"),
	"--override-attention-dtype": engine("nothing"),
	"--disable-log-requests": engine("--no-enable-log-requests"),
	"--disable-mm-preprocessor-cache": engine("--mm-processor-cache-gb 0"),
	"--enable-multimodal-encoder-data-parallel": engine("--mm-encoder-tp-mode data"),
	"--num-redundant-experts": engine("--eplb-config"),
	"--eplb-window-size": engine("--eplb-config"),
	"--eplb-step-interval": engine("--eplb-config"),
	"--eplb-log-balancedness": engine("--eplb-config"),
	"--lora-extra-vocab-size": engine("nothing"),
	"--swap-space": engine("--kv-offloading-size"),
	"--num-lookahead-slots": engine("--speculative-config"),
	"--max-seq-len-to-capture": engine("--max-cudagraph-capture-size"),
	"--use-v2-block-manager": engine("nothing")
};
// ../../work/main/packages/constructs/src/engines/vllm/index.ts
const { connector: _connector, ...runtimeFlags } = workerFlags;
/** Flag table; the doc comments are those of the typed configuration. */
const vllmFlags = {
	...modelFlags,
	...parallelFlags,
	...dynamoFlags,
	...schedulingFlags,
	...kvCacheFlags,
	...speculativeFlags,
	...kernelFlags,
	...loadFlags,
	...multimodalFlags,
	...loraFlags,
	...observabilityFlags,
	...runtimeFlags
};
/**
* `python3 -m dynamo.vllm` with these flags.
*
* @example vllm({ model: "Qwen/Qwen3-32B", tensorParallelSize: 2, maxModelLen: 32_768 })
*/
function vllm(config = {}) {
	return buildProgram("vllm", config);
}
// ../../work/main/packages/constructs/src/engines/programs.ts
/** Every typed program. */
const programs = {
	frontend: {
		module: "dynamo.frontend",
		flags: frontendFlags
	},
	vllm: {
		module: "dynamo.vllm",
		flags: vllmFlags
	},
	sglang: {
		module: "dynamo.sglang",
		flags: sglangFlags
	},
	trtllm: {
		module: "dynamo.trtllm",
		flags: trtllmFlags
	},
	mocker: {
		module: "dynamo.mocker",
		flags: mockerFlags
	},
	planner: {
		module: "dynamo.planner",
		flags: plannerFlags
	},
	router: {
		module: "dynamo.router",
		flags: routerFlags
	},
	globalPlanner: {
		module: "dynamo.global_planner",
		flags: globalPlannerFlags
	},
	globalRouter: {
		module: "dynamo.global_router",
		flags: globalRouterFlags
	}
};
/** The flag table of a program. */
function flagTable(program) {
	return programs[program].flags;
}
/** The program that a Python module is; undefined for modules without typed flags. */
function programOfModule(module) {
	return names.get(module);
}
const names = new Map(Object.keys(programs).map((name) => [programs[name].module, name]));
/** The flags of a program with the types of `name`; undefined when it is another program. */
function flagsOf(program, name) {
	return program?.program === name ? program.flags : void 0;
}
// ../../work/main/packages/constructs/src/engines/env.ts
/** @module Settings that a program takes from environment variables, and what counts in the end. */
/** The settings of a program that come from environment variables. */
function readEnvSettings(program, env) {
	const config = {};
	const unknown = [];
	const issues = [];
	for (const { property, flag, variable } of variablesOf(flagTable(program))) {
		if (!env.has(variable)) continue;
		const got = env.get(variable);
		if (got === void 0) {
			unknown.push(property);
			continue;
		}
		const value = readVariable(flag, got);
		if (value !== void 0) config[property] = value;
		if (value === void 0 || !inBounds(flag, value)) issues.push({
			property,
			flag: variable,
			got,
			expected: expectation(flag)
		});
	}
	return {
		config,
		unknown,
		issues
	};
}
const variableRows = /* @__PURE__ */ new WeakMap();
/** The rows of a table that a variable can set; most rows have none, and checks read thousands of graphs. */
function variablesOf(table) {
	const known = variableRows.get(table);
	if (known !== void 0) return known;
	const rows = Object.entries(table).flatMap(([property, flag]) => flag.env === void 0 ? [] : [{
		property,
		flag,
		variable: flag.env
	}]);
	variableRows.set(table, rows);
	return rows;
}
/**
* What counts for a program: flags over environment variables, `$(NAME)` references filled in where
* they are known, presets applied. Defaults stay out.
*
* @param settings What the environment says, where that has been read already
*/
function effectiveFlags(program, env, settings = readEnvSettings(program.program, env)) {
	const flags = refersToVariables(program) ? expandedFlags(program, env) : program.flags;
	const config = Object.keys(settings.config).length > 0 ? {
		...settings.config,
		...flags
	} : flags;
	if (!("loadAware" in config) || config.loadAware !== true) return config;
	const mode = program.program === "frontend" ? { routerMode: "kv" } : {};
	return {
		...config,
		...loadAwarePreset,
		...mode
	};
}
/** True when a value holds `$(NAME)` or `$$`; only then the argv has to be written and read again. */
function refersToVariables({ flags, extraArgs }) {
	return (extraArgs === void 0 ? Object.values(flags) : [...Object.values(flags), extraArgs]).some((value) => typeof value === "object" ? JSON.stringify(value).includes("$") : String(value).includes("$"));
}
function expandedFlags(program, env) {
	const table = flagTable(program.program);
	return parseFlags(table, renderFlags(table, program.flags, program.extraArgs).map((token) => expandReferences(token, env))).config;
}
/**
* Fills in `$(NAME)` as Kubernetes does in command and args: names that are not known stay, and
* `$$` stands for one `$`.
*/
function expandReferences(text, env) {
	return text.replace(/\$(\$|\(([^()]*)\))/g, (written, what, name) => what === "$" ? "$" : (name === void 0 ? void 0 : env.get(name)) ?? written);
}
function readVariable(flag, text) {
	if (flag.kind === "switch") return readBoolean(text);
	if (flag.kind !== "texts" && flag.kind !== "ints") return readText(flag, text);
	const words = text.split(/\s+/).filter((word) => word !== "");
	if (flag.kind === "texts") return words;
	const numbers = words.map((word) => readText({
		...flag,
		kind: "int"
	}, word));
	return numbers.includes(void 0) ? void 0 : numbers;
}
// ../../work/main/packages/constructs/src/engines/kv-transfer.ts
/** A connector and those inside it, from the outermost inwards. */
function connectors(config) {
	const inner = config.kv_connector_extra_config?.connectors;
	return [config, ...Array.isArray(inner) ? inner.flatMap(connectors) : []];
}
// ../../work/main/packages/constructs/src/engines/sglang/config-file.ts
/** @module SGLang's configuration file: flags as YAML keys; flags on the command line win over it. */
/**
* What the mapping of a `--config` file says, as flags. Keys are flags without the dashes.
*
* @see python/sglang/srt/server_args_config_parser.py
*/
function sglangFileFlags(file) {
	return parseFlags(sglangFlags, Object.entries(file).flatMap(tokens));
}
function tokens([key, value]) {
	const flag = `--${key.replaceAll("_", "-")}`;
	if (value === true) return [flag];
	if (value === false || value === null) return [];
	if (Array.isArray(value)) return value.length === 0 ? [] : [flag, ...value.map(String)];
	return [flag, typeof value === "object" ? JSON.stringify(value) : String(value)];
}
// ../../work/main/packages/constructs/src/engines/parallelism.ts
/** @module One view on the size of an engine, whichever engine it is. */
/**
* The size of an engine from its flags and its file; undefined for programs that are no engine.
* Environment variables are not looked at: pass a program whose flags are `effectiveFlags`.
*/
function parallelism(program, file = {}) {
	switch (program.program) {
		case "vllm": return ofVllm$1(program, program.flags);
		case "sglang": return ofSglang$1(program, sglangSettings(program, file));
		case "trtllm": return ofTrtllm$1(program, program.flags, file);
		case "mocker": return ofMocker(program, program.flags);
		default: return;
	}
}
/** SGLang's flags over those of its file. */
function sglangSettings(program, file) {
	return {
		...sglangFileFlags(file).config,
		...program.flags
	};
}
/** @see vllm/config/parallel.py, world_size */
function ofVllm$1(program, flags) {
	const tensor = flags.tensorParallelSize ?? 1;
	const pipeline = flags.pipelineParallelSize ?? 1;
	const perCopy = tensor * pipeline * (flags.prefillContextParallelSize ?? 1);
	const data = flags.dataParallelSize ?? 1;
	const copies = flags.dataParallelRank !== void 0 || flags.dataParallelExternalLb === true ? flags.dataParallelSizeLocal ?? 1 : data;
	const experts = flags.enableExpertParallel === true;
	return {
		role: engineRole(program, flags.disaggregationMode),
		tensor,
		pipeline,
		data,
		expert: experts ? tensor * data : void 0,
		dataParallelAttention: experts && data > 1,
		gpus: perCopy * copies,
		model: flags.model,
		servedModelName: flags.servedModelName,
		contextLength: positive(flags.maxModelLen),
		blockSize: flags.blockSize,
		kvCacheDtype: flags.kvCacheDtype,
		memoryFraction: flags.gpuMemoryUtilization,
		quantization: flags.quantization
	};
}
function ofSglang$1(program, flags) {
	const tensor = flags.tensorParallelSize ?? 1;
	const pipeline = flags.pipelineParallelSize ?? 1;
	const data = flags.dataParallelSize ?? 1;
	const dataParallelAttention = flags.enableDpAttention === true;
	const expert = flags.expertParallelSize ?? 1;
	return {
		role: engineRole(program, flags.disaggregationMode),
		tensor,
		pipeline,
		data,
		expert: expert > 1 ? expert : void 0,
		dataParallelAttention,
		gpus: tensor * pipeline * (dataParallelAttention ? 1 : data),
		model: flags.modelPath,
		servedModelName: flags.servedModelName,
		contextLength: flags.contextLength,
		blockSize: flags.pageSize,
		kvCacheDtype: flags.kvCacheDtype,
		memoryFraction: flags.memFractionStatic,
		quantization: flags.quantization
	};
}
function ofTrtllm$1(program, flags, file) {
	const engine = engineArguments(flags, file);
	const tensor = engine.tensor_parallel_size ?? 1;
	const pipeline = engine.pipeline_parallel_size ?? 1;
	const expert = positive(engine.moe_expert_parallel_size ?? void 0);
	const dataParallelAttention = engine.enable_attention_dp === true;
	const cache = engine.kv_cache_config;
	return {
		role: engineRole(program, flags.disaggregationMode),
		tensor,
		pipeline,
		data: dataParallelAttention ? tensor : 1,
		expert: expert === 1 ? void 0 : expert,
		dataParallelAttention,
		gpus: tensor * pipeline * (engine.context_parallel_size ?? 1),
		model: flags.model,
		servedModelName: flags.servedModelName,
		contextLength: engine.max_seq_len ?? void 0,
		blockSize: cache?.tokens_per_block ?? flags.kvBlockSize,
		kvCacheDtype: cache?.dtype,
		memoryFraction: cache?.free_gpu_memory_fraction ?? void 0,
		quantization: void 0
	};
}
function ofMocker(program, flags) {
	return {
		role: engineRole(program, flags.disaggregationMode),
		tensor: 1,
		pipeline: 1,
		data: flags.dataParallelSize ?? 1,
		dataParallelAttention: false,
		gpus: 0,
		model: flags.modelPath,
		servedModelName: flags.modelName,
		contextLength: flags.maxModelLen,
		blockSize: flags.blockSize,
		kvCacheDtype: flags.kvCacheDtype
	};
}
/** -1 stands for a choice of the engine. */
function positive(value) {
	return value === void 0 || value < 1 ? void 0 : value;
}
// ../../work/main/packages/constructs/src/engines/kv-flow.ts
/** @module Where an engine's KV cache goes: to other workers, to slower memory, and as events to the router. */
/** What moves the cache of an engine; undefined when nothing does. */
function transfer(program, file = {}) {
	switch (program.program) {
		case "vllm": return ofVllm(program.flags);
		case "sglang": return ofSglang(program, file);
		case "trtllm": return ofTrtllm(program.flags, file);
		default: return;
	}
}
function ofVllm(flags) {
	const all = flags.kvTransferConfig === void 0 ? [] : connectors(flags.kvTransferConfig);
	const names = all.flatMap((connector) => connector.kv_connector ?? []);
	if (flags.kvOffloadingSize !== void 0) names.push(flags.kvOffloadingBackend ?? "native");
	const nixl = all.find((connector) => connector.kv_connector === "NixlConnector");
	const backend = nixl === void 0 ? void 0 : nixl.kv_connector_extra_config?.backends?.[0] ?? "UCX";
	return names.length === 0 ? void 0 : {
		connectors: names,
		backend
	};
}
function ofSglang(program, file) {
	const flags = sglangSettings(program, file);
	const role = engineRole(program, flags.disaggregationMode);
	const backend = role === "prefill" || role === "decode" ? flags.disaggregationTransferBackend ?? "mooncake" : void 0;
	const names = [
		...flags.enableHierarchicalCache === true ? ["hicache"] : [],
		...flags.enableLmcache === true ? ["lmcache"] : [],
		...flags.enableFlexkv === true ? ["flexkv"] : []
	];
	return backend === void 0 && names.length === 0 ? void 0 : {
		connectors: names,
		backend
	};
}
function ofTrtllm(flags, file) {
	const engine = engineArguments(flags, file);
	const backend = engine.cache_transceiver_config?.backend ?? void 0;
	const named = (flags.connector ?? []).filter((name) => name !== "none" && name !== "null");
	const inFile = engine.kv_connector_config?.connector_scheduler_class;
	const names = named.length === 0 && inFile !== void 0 ? [inFile] : named;
	return backend === void 0 && names.length === 0 ? void 0 : {
		connectors: names,
		backend
	};
}
/**
* Whether a worker publishes KV cache events; undefined when that hangs on a value that is filled
* in only when the container starts.
*/
function kvEvents(program, file = {}) {
	const unresolved = program.extraArgs?.some((token) => /^--kv[-_]events[-_]config/.test(token));
	switch (program.program) {
		case "vllm": {
			const { kvEventsConfig, enablePrefixCaching, disaggregationMode } = program.flags;
			if (engineRole(program, disaggregationMode) === "decode") return false;
			if (enablePrefixCaching === false) return false;
			if (kvEventsConfig === void 0) return unresolved === true ? void 0 : false;
			return kvEventsConfig.enable_kv_cache_events === true && sends(kvEventsConfig);
		}
		case "sglang": {
			const { kvEventsConfig } = sglangSettings(program, file);
			if (kvEventsConfig === void 0) return unresolved === true ? void 0 : false;
			return sends(kvEventsConfig);
		}
		case "trtllm": {
			const { publishKvEvents, publishEventsAndMetrics } = program.flags;
			return publishKvEvents === true || publishEventsAndMetrics === true;
		}
		case "mocker": return program.flags.enablePrefixCaching !== false && engineRole(program, program.flags.disaggregationMode) !== "decode";
		default: return false;
	}
}
function sends(config) {
	return config.publisher !== "null";
}
// ../../work/main/packages/constructs/src/engines/shell.ts
/**
* Reads the command that a script ends in. Undefined when that is not one simple command: a pipe,
* a redirection, a background job, a block, or a word with a glob or a command substitution; also
* undefined for a script with a here-document or parentheses, which this reader does not follow.
*/
function lastCommand(script) {
	const reader = new Reader(script);
	let last;
	let before = "";
	let depth = 0;
	let end;
	do {
		const statement = reader.statement();
		if (statement === void 0) return void 0;
		end = statement.end;
		if (statement.words.length > 0) {
			before = last?.end ?? "";
			last = statement;
			depth += blocks(script, statement.words);
		} else if (end !== "\n" && end !== "") return;
	} while (end !== "");
	if (last === void 0 || depth !== 0 || before === "|" || last.redirected) return void 0;
	if (last.end !== "" && last.end !== "\n" && last.end !== ";") return void 0;
	const [first] = last.words;
	if (first === void 0 || keywords.has(script.slice(first.start, first.end))) return void 0;
	if (last.words.some((word) => word.opaque)) return void 0;
	const setup = script.slice(0, first.start);
	return {
		setup: setup.trim() === "" ? "" : setup,
		words: last.words.map((word) => word.parts)
	};
}
const opening = /* @__PURE__ */ new Set([
	"if",
	"while",
	"until",
	"{"
]);
const openingWithWords = /* @__PURE__ */ new Set([
	"for",
	"case",
	"function",
	"select"
]);
const closing = /* @__PURE__ */ new Set([
	"fi",
	"done",
	"esac",
	"}"
]);
const between = /* @__PURE__ */ new Set([
	"then",
	"do",
	"else",
	"elif",
	"!"
]);
const keywords = /* @__PURE__ */ new Set([
	...opening,
	...openingWithWords,
	...closing,
	...between
]);
/** How many blocks a statement opens, less those that it closes. */
function blocks(script, words) {
	let depth = 0;
	for (const word of words) {
		const keyword = script.slice(word.start, word.end);
		if (openingWithWords.has(keyword)) return depth + 1;
		if (closing.has(keyword)) return depth - 1;
		if (opening.has(keyword)) depth += 1;
		else if (!between.has(keyword)) return depth;
	}
	return depth;
}
var Reader = class {
	#script;
	#at = 0;
	constructor(script) {
		this.#script = script;
	}
	/** The next statement; undefined when the script cannot be read on. */
	statement() {
		const words = [];
		let redirected = false;
		while (true) {
			this.#take(/(?:[ \t]|\\\n)+/y);
			if (words.length === 0 && !redirected || this.#blankBefore()) this.#take(/#[^\n]*/y);
			if (this.#at >= this.#script.length) return {
				words,
				redirected,
				end: ""
			};
			if (this.#take(/[<>]|&>/y) !== void 0) {
				if (this.#script[this.#at - 1] === "<" && this.#take(/</y) !== void 0) return void 0;
				this.#take(/[<>&|]+/y);
				if (this.#cut(/\\\n/y)) return void 0;
				redirected = true;
				continue;
			}
			const end = this.#take(/\n|;|&&?|\|\|?/y);
			if (end !== void 0) return {
				words,
				redirected,
				end
			};
			const word = this.#word();
			if (word === void 0) return void 0;
			words.push(word);
		}
	}
	/** Moves over what the sticky pattern matches here. */
	#take(pattern) {
		pattern.lastIndex = this.#at;
		const [match] = pattern.exec(this.#script) ?? [];
		if (match === void 0 || match === "") return void 0;
		this.#at += match.length;
		return match;
	}
	/** Whether a line that goes on cuts something in two: the shell joins lines before it reads. */
	#cut(pattern) {
		pattern.lastIndex = this.#at;
		return pattern.test(this.#script);
	}
	#blankBefore() {
		return /[ \t\n]/.test(this.#script[this.#at - 1] ?? "\n");
	}
	#word() {
		const start = this.#at;
		const word = new WordBuilder();
		while (true) {
			word.text += this.#take(/[^ \t\n;&|()<>'"\\$`*?[{~]+/y) ?? "";
			const char = this.#script[this.#at] ?? "";
			if (char === "(" || char === ")") return void 0;
			if (char === "" || /[ \t\n;&|<>]/.test(char)) break;
			if (char === "'") {
				const close = this.#script.indexOf("'", this.#at + 1);
				if (close === -1) return void 0;
				word.text += this.#script.slice(this.#at + 1, close);
				this.#at = close + 1;
			} else if (char === "\"") {
				if (!this.#doubleQuoted(word)) return void 0;
			} else if (char === "\\") {
				const escaped = this.#script[this.#at + 1] ?? "\\";
				if (escaped !== "\n") word.text += escaped;
				this.#at += 2;
			} else if (char === "$" || char === "`") {
				if (!this.#expansion(word, false)) return void 0;
			} else {
				if (char !== "~" || /^$|[=:]$/.test(word.text)) word.opaque = true;
				word.text += char;
				this.#at += 1;
			}
		}
		this.#at = Math.min(this.#at, this.#script.length);
		return {
			start,
			end: this.#at,
			parts: word.parts(),
			opaque: word.opaque
		};
	}
	#doubleQuoted(word) {
		this.#at += 1;
		while (this.#at < this.#script.length) {
			word.text += this.#take(/[^"\\$`]+/y) ?? "";
			const char = this.#script[this.#at];
			if (char === "\"") {
				this.#at += 1;
				return true;
			}
			if (char === "\\") {
				const escaped = this.#script[this.#at + 1] ?? "";
				if (escaped !== "\n") word.text += /[$`"\\]/.test(escaped) ? escaped : `\\${escaped}`;
				this.#at += 2;
			} else if (char !== void 0 && !this.#expansion(word, true)) return false;
		}
		return false;
	}
	/** `$NAME`, `${NAME}` and Kubernetes' own `$(NAME)` are variables; other expansions are opaque. */
	#expansion(word, quoted) {
		const variable = this.#take(/\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}|\([A-Z][A-Z0-9_]*\))/y);
		if (variable !== void 0) {
			if (/\w$/.test(variable) && this.#cut(/(?:\\\n)+\w/y)) return false;
			word.variable(variable.replace(/\W/g, ""), quoted);
			return true;
		}
		if (!quoted && /^\$['"]/.test(this.#script.slice(this.#at, this.#at + 2))) return false;
		if (this.#take(/\$(?![\w({[@*#?!$-])/y) !== void 0) {
			if (this.#cut(/\\\n/y)) return false;
			word.text += "$";
			return true;
		}
		word.opaque = true;
		const end = endOfExpansion(this.#script, this.#at, quoted);
		if (end === void 0) return false;
		this.#at = end;
		return true;
	}
};
/** Collects the parts of one word; neighbouring texts become one. */
var WordBuilder = class {
	#parts = [];
	text = "";
	opaque = false;
	variable(name, quoted) {
		this.#flush();
		this.#parts.push({
			kind: "variable",
			name,
			quoted
		});
	}
	parts() {
		this.#flush();
		return this.#parts.length === 0 ? [{
			kind: "text",
			text: ""
		}] : this.#parts;
	}
	#flush() {
		if (this.text !== "") this.#parts.push({
			kind: "text",
			text: this.text
		});
		this.text = "";
	}
};
/** Where an expansion that starts at `start` ends; quotes inside it are respected. */
function endOfExpansion(script, start, quoted) {
	const open = script[start] === "`" ? "`" : script[start + 1];
	if (open !== "`" && open !== "(" && open !== "{") return start + 2;
	const close = open === "(" ? ")" : open === "{" ? "}" : "`";
	const quotes = quoted && open === "{" ? "\"" : "'\"";
	let depth = open === "`" ? 1 : 0;
	let quote = "";
	for (let at = start + 1; at < script.length; at += 1) {
		const char = script[at] ?? "";
		if (char === "\\" && quote !== "'") at += 1;
		else if (quote !== "") quote = char === quote ? "" : quote;
		else if (open !== "`" && quotes.includes(char)) quote = char;
		else if (char === close) depth -= 1;
		else if (char === open) depth += 1;
		if (depth === 0) return at + 1;
	}
}
/**
* Writes a word for the shell. `$(NAME)` references become `"${NAME}"`, everything else is quoted
* where it needs to be; `$$(NAME)`, which Kubernetes does not fill in, stays as it is.
*/
function shellWord(word) {
	if (word === "") return "''";
	return word.split(/((?<!\$)(?:\$\$)*\$\([A-Za-z_]\w*\))/).map((piece, at) => {
		if (at % 2 === 0) return quotedText(piece);
		const name = piece.lastIndexOf("$(");
		return `${quotedText(piece.slice(0, name))}"\${${piece.slice(name + 2, -1)}}"`;
	}).join("");
}
function quotedText(text) {
	return /^[\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
// ../../work/main/packages/constructs/src/engines/launch.ts
/** @module A container's command and args to a typed program, and back. */
/** Reads which Dynamo program a container starts; undefined when it is none that we know. */
function readLaunch(container, context = {}) {
	const started = startedArgv(container, context);
	if (started === void 0) return void 0;
	const { argv, setup, shell, loose } = started;
	const module = findModule(argv);
	const program = module === void 0 ? void 0 : programOfModule(argv[module.at] ?? "");
	if (module === void 0 || program === void 0) return void 0;
	const table = flagTable(program);
	const flagTokens = argv.slice(module.at + 1);
	const parsed = parseFlags(table, flagTokens);
	const interpreter = argv.slice(module.python, module.at - 1);
	const wrapper = argv.slice(0, module.python);
	const oneWord = loose.every((token) => isOnlyValue(table, flagTokens, token));
	return {
		program: {
			program,
			flags: parsed.config,
			extraArgs: parsed.extraArgs.length === 0 ? void 0 : parsed.extraArgs,
			interpreter: interpreter.length === 1 && interpreter[0] === "python3" ? void 0 : interpreter,
			wrapper: wrapper.length === 0 ? void 0 : wrapper,
			setup,
			shell
		},
		issues: parsed.issues,
		argv,
		flagTokens,
		exact: started.exact && oneWord,
		tokens: {
			typed: parsed.typedTokens,
			extra: parsed.extraArgs.length
		}
	};
}
/**
* Command and args of a program: exec form, long flags, separate tokens, because the operator's
* multi-node injection reads nothing else. A program with `setup` becomes a script ending in `exec`.
*/
function writeLaunch(program) {
	const start = [
		...program.wrapper ?? [],
		...program.interpreter ?? ["python3"],
		"-m",
		programs[program.program].module
	];
	const flags = renderFlags(flagTable(program.program), program.flags, program.extraArgs);
	if (program.setup === void 0 && program.shell === void 0) return {
		command: start,
		args: flags
	};
	const setup = program.setup ?? "";
	const script = `${setup === "" || /(\n|;|&&|\|\|)\s*$/.test(setup) ? setup : `${setup}\n`}exec ${[...start, ...flags].map(shellWord).join(" ")}`;
	return {
		command: [...program.shell ?? ["/bin/sh", "-c"]],
		args: [script]
	};
}
/** Names of the programs that are inference engines. */
const engineNames = [
	"vllm",
	"sglang",
	"trtllm",
	"mocker"
];
function startedArgv(container, context) {
	const tokens = [...(container.command?.length === 0 ? void 0 : container.command) ?? context.defaultCommand ?? [], ...container.args ?? []];
	const script = scriptAt(tokens);
	if (script === void 0) return {
		argv: tokens,
		exact: true,
		loose: []
	};
	const last = lastCommand(tokens[script] ?? "");
	if (last === void 0) return void 0;
	const started = fromScript(tokens.slice(0, script), last.setup, last.words, context);
	if (started.argv[0]?.startsWith("-") === true) return void 0;
	return script === tokens.length - 1 ? started : {
		...started,
		exact: false
	};
}
function fromScript(shell, setup, words, context) {
	const execs = words.findIndex((word) => !isText(word, "exec"));
	const command = words.slice(execs === -1 ? words.length : execs);
	const front = command.findIndex((word) => !isAssignment(word)) > 0 ? ["env"] : [];
	const parts = command.flat();
	const unknown = parts.some((part) => part.kind === "variable" && !context.env?.has(part.name));
	const loose = command.filter((word) => word.some((part) => isLoose(part, context)));
	const login = shell.some((token) => /^-\w*l/.test(token) || token === "--login");
	return {
		argv: [...front, ...command.map(wordText)],
		setup: setup === "" ? void 0 : setup,
		shell: setup !== "" || unknown || login ? shell : void 0,
		exact: parts.every((part) => isOneText(part, context)) && (execs > 0 || !/\btrap\b/.test(setup)),
		loose: loose.map(wordText)
	};
}
function wordText(word) {
	return word.map((part) => part.kind === "text" ? part.text : `$(${part.name})`).join("");
}
function isText(word, text) {
	return word.length === 1 && word[0]?.kind === "text" && word[0].text === text;
}
function isAssignment(word) {
	return word[0]?.kind === "text" && /^[A-Za-z_]\w*=/.test(word[0].text);
}
/** Whether a part may become other than one word: an unquoted variable that is not known. */
function isLoose(part, context) {
	return part.kind === "variable" && !part.quoted && context.env?.get(part.name) === void 0;
}
/** Whether the shell and Kubernetes make the same text of a part, as far as it is known. */
function isOneText(part, context) {
	if (part.kind === "variable") {
		const value = part.quoted ? void 0 : context.env?.get(part.name);
		return value === void 0 || /^[\w@%+=:,./-]+$/.test(value);
	}
	return (part.text.match(/\$\([^)]*\)?/g) ?? []).every((name) => context.env?.has(name.slice(2, -1)) === true);
}
/** Whether a token is the one value of a flag that takes one, wherever it stands. */
function isOnlyValue(table, tokens, token) {
	const places = splitOptions(table, tokens).filter((option) => option.tokens.includes(token));
	const one = places.filter((option) => {
		const row = option.property === void 0 ? void 0 : table[option.property];
		return row !== void 0 && valuesOf(row) === 1;
	});
	return one.length > 0 && one.length === places.length;
}
/** Index of the script in `sh -c SCRIPT`; undefined when the tokens start no shell. */
function scriptAt(tokens) {
	if (!/^(.*\/)?(ba|da|a|z|k)?sh$/.test(tokens[0] ?? "")) return void 0;
	let at = 1;
	while (at < tokens.length) {
		const token = tokens[at] ?? "";
		if (/^-[a-z]*c$/.test(token)) return at + 1 < tokens.length ? at + 1 : void 0;
		if (!/^[-+]/.test(token) && !/^[+-]\w*o$/.test(tokens[at - 1] ?? "")) return void 0;
		at += 1;
	}
}
/** Finds `python3 [options] -m MODULE`; `at` is the module, `python` the executable. */
function findModule(argv) {
	const python = argv.findIndex((token) => /^(.*\/)?python[\d.]*$/.test(token));
	if (python === -1) return void 0;
	let at = python + 1;
	while (at < argv.length && argv[at] !== "-m") {
		const token = argv[at] ?? "";
		if (!token.startsWith("-")) return void 0;
		at += token === "-X" || token === "-W" ? 2 : 1;
	}
	return at + 1 < argv.length ? {
		python,
		at: at + 1
	} : void 0;
}
// ../../work/main/packages/constructs/src/engines/meaning.ts
/**
* @module What a container's process means, independent of its spelling.
*
* Works on tokens, not on the typed configuration, so that it can judge the codec.
*/
/**
* The meaning of a container's process; undefined when it starts no program that we know, or in a
* way that a typed program cannot say.
*/
function processMeaning(container, context = {}) {
	const launch = readLaunch(container, context);
	if (launch === void 0 || !launch.exact) return void 0;
	const { program, flagTokens } = launch;
	const table = flagTable(program.program);
	const options = splitOptions(table, flagTokens);
	return {
		program: program.program,
		wrapper: program.wrapper ?? [],
		interpreter: (program.interpreter ?? ["python3"]).map((token, at) => at === 0 && token === "python" ? "python3" : token),
		setup: (program.setup ?? "").trim(),
		shell: program.shell ?? [],
		options: optionValues(table, options),
		rest: options.flatMap((option) => option.property === void 0 ? option.tokens : [])
	};
}
Object.defineProperty(exports, "aicFlags", {
	enumerable: true,
	get: function() {
		return aicFlags;
	}
});
Object.defineProperty(exports, "checkEngineConfig", {
	enumerable: true,
	get: function() {
		return checkEngineConfig;
	}
});
Object.defineProperty(exports, "checkFlags", {
	enumerable: true,
	get: function() {
		return checkFlags;
	}
});
Object.defineProperty(exports, "checkPlannerConfig", {
	enumerable: true,
	get: function() {
		return checkPlannerConfig;
	}
});
Object.defineProperty(exports, "connectors", {
	enumerable: true,
	get: function() {
		return connectors;
	}
});
Object.defineProperty(exports, "effectiveFlags", {
	enumerable: true,
	get: function() {
		return effectiveFlags;
	}
});
Object.defineProperty(exports, "engineArguments", {
	enumerable: true,
	get: function() {
		return engineArguments;
	}
});
Object.defineProperty(exports, "engineNames", {
	enumerable: true,
	get: function() {
		return engineNames;
	}
});
Object.defineProperty(exports, "engineRole", {
	enumerable: true,
	get: function() {
		return engineRole;
	}
});
Object.defineProperty(exports, "expandReferences", {
	enumerable: true,
	get: function() {
		return expandReferences;
	}
});
Object.defineProperty(exports, "expectation", {
	enumerable: true,
	get: function() {
		return expectation;
	}
});
Object.defineProperty(exports, "flagTable", {
	enumerable: true,
	get: function() {
		return flagTable;
	}
});
Object.defineProperty(exports, "flagsOf", {
	enumerable: true,
	get: function() {
		return flagsOf;
	}
});
Object.defineProperty(exports, "frontendFlags", {
	enumerable: true,
	get: function() {
		return frontendFlags;
	}
});
Object.defineProperty(exports, "frontendProgram", {
	enumerable: true,
	get: function() {
		return frontendProgram;
	}
});
Object.defineProperty(exports, "globalPlannerFlags", {
	enumerable: true,
	get: function() {
		return globalPlannerFlags;
	}
});
Object.defineProperty(exports, "globalPlannerProgram", {
	enumerable: true,
	get: function() {
		return globalPlannerProgram;
	}
});
Object.defineProperty(exports, "globalRouterFlags", {
	enumerable: true,
	get: function() {
		return globalRouterFlags;
	}
});
Object.defineProperty(exports, "globalRouterProgram", {
	enumerable: true,
	get: function() {
		return globalRouterProgram;
	}
});
Object.defineProperty(exports, "kvEvents", {
	enumerable: true,
	get: function() {
		return kvEvents;
	}
});
Object.defineProperty(exports, "kvRouterFlags", {
	enumerable: true,
	get: function() {
		return kvRouterFlags;
	}
});
Object.defineProperty(exports, "lastCommand", {
	enumerable: true,
	get: function() {
		return lastCommand;
	}
});
Object.defineProperty(exports, "loadAwarePreset", {
	enumerable: true,
	get: function() {
		return loadAwarePreset;
	}
});
Object.defineProperty(exports, "mocker", {
	enumerable: true,
	get: function() {
		return mocker;
	}
});
Object.defineProperty(exports, "mockerFlags", {
	enumerable: true,
	get: function() {
		return mockerFlags;
	}
});
Object.defineProperty(exports, "parallelism", {
	enumerable: true,
	get: function() {
		return parallelism;
	}
});
Object.defineProperty(exports, "parseFlags", {
	enumerable: true,
	get: function() {
		return parseFlags;
	}
});
Object.defineProperty(exports, "planeFlags", {
	enumerable: true,
	get: function() {
		return planeFlags;
	}
});
Object.defineProperty(exports, "plannerConfigFields", {
	enumerable: true,
	get: function() {
		return plannerConfigFields;
	}
});
Object.defineProperty(exports, "plannerFlags", {
	enumerable: true,
	get: function() {
		return plannerFlags;
	}
});
Object.defineProperty(exports, "plannerPluginFields", {
	enumerable: true,
	get: function() {
		return plannerPluginFields;
	}
});
Object.defineProperty(exports, "plannerProgram", {
	enumerable: true,
	get: function() {
		return plannerProgram;
	}
});
Object.defineProperty(exports, "plannerSchedulingFields", {
	enumerable: true,
	get: function() {
		return plannerSchedulingFields;
	}
});
Object.defineProperty(exports, "plannerSettings", {
	enumerable: true,
	get: function() {
		return plannerSettings;
	}
});
Object.defineProperty(exports, "processMeaning", {
	enumerable: true,
	get: function() {
		return processMeaning;
	}
});
Object.defineProperty(exports, "programOfModule", {
	enumerable: true,
	get: function() {
		return programOfModule;
	}
});
Object.defineProperty(exports, "programs", {
	enumerable: true,
	get: function() {
		return programs;
	}
});
Object.defineProperty(exports, "readEngineConfig", {
	enumerable: true,
	get: function() {
		return readEngineConfig;
	}
});
Object.defineProperty(exports, "readEnvSettings", {
	enumerable: true,
	get: function() {
		return readEnvSettings;
	}
});
Object.defineProperty(exports, "readFields", {
	enumerable: true,
	get: function() {
		return readFields;
	}
});
Object.defineProperty(exports, "readLaunch", {
	enumerable: true,
	get: function() {
		return readLaunch;
	}
});
Object.defineProperty(exports, "renderFlags", {
	enumerable: true,
	get: function() {
		return renderFlags;
	}
});
Object.defineProperty(exports, "routerFlags", {
	enumerable: true,
	get: function() {
		return routerFlags;
	}
});
Object.defineProperty(exports, "routerProgram", {
	enumerable: true,
	get: function() {
		return routerProgram;
	}
});
Object.defineProperty(exports, "sglang", {
	enumerable: true,
	get: function() {
		return sglang;
	}
});
Object.defineProperty(exports, "sglangFileFlags", {
	enumerable: true,
	get: function() {
		return sglangFileFlags;
	}
});
Object.defineProperty(exports, "sglangFlags", {
	enumerable: true,
	get: function() {
		return sglangFlags;
	}
});
Object.defineProperty(exports, "sglangRemovedFlags", {
	enumerable: true,
	get: function() {
		return sglangRemovedFlags;
	}
});
Object.defineProperty(exports, "shellWord", {
	enumerable: true,
	get: function() {
		return shellWord;
	}
});
Object.defineProperty(exports, "transfer", {
	enumerable: true,
	get: function() {
		return transfer;
	}
});
Object.defineProperty(exports, "trtllm", {
	enumerable: true,
	get: function() {
		return trtllm;
	}
});
Object.defineProperty(exports, "trtllmFlags", {
	enumerable: true,
	get: function() {
		return trtllmFlags;
	}
});
Object.defineProperty(exports, "trtllmRemovedFlags", {
	enumerable: true,
	get: function() {
		return trtllmRemovedFlags;
	}
});
Object.defineProperty(exports, "vllm", {
	enumerable: true,
	get: function() {
		return vllm;
	}
});
Object.defineProperty(exports, "vllmFlags", {
	enumerable: true,
	get: function() {
		return vllmFlags;
	}
});
Object.defineProperty(exports, "vllmRemovedFlags", {
	enumerable: true,
	get: function() {
		return vllmRemovedFlags;
	}
});
Object.defineProperty(exports, "workerFlags", {
	enumerable: true,
	get: function() {
		return workerFlags;
	}
});
Object.defineProperty(exports, "writeEngineConfig", {
	enumerable: true,
	get: function() {
		return writeEngineConfig;
	}
});
Object.defineProperty(exports, "writeLaunch", {
	enumerable: true,
	get: function() {
		return writeLaunch;
	}
});
