// ../../work/main/packages/constructs/src/graph/environment.ts
/** The list that Kubernetes reads; order is kept because values may refer to earlier names. */
function renderEnvironment(environment) {
	if (environment === void 0) return void 0;
	const list = [];
	for (const [name, value] of Object.entries(environment)) {
		if (value === void 0) continue;
		list.push(typeof value === "string" ? {
			name,
			value
		} : {
			name,
			valueFrom: value
		});
	}
	return list;
}
/** The record of a list; of two entries with one name the last counts, as in Kubernetes. */
function readEnvironment(list) {
	if (list === void 0) return void 0;
	const environment = {};
	for (const { name, value, valueFrom } of list) {
		delete environment[name];
		environment[name] = valueFrom ?? value ?? "";
	}
	return environment;
}
/** `envFrom` of the wire: a bare string becomes a reference to the Secret of that name. */
function renderEnvironmentSources(sources) {
	return sources?.map((source) => typeof source === "string" ? { secretRef: { name: source } } : source);
}
/** The short form of `envFrom`. */
function readEnvironmentSources(sources) {
	return sources?.map((source) => {
		const name = source.secretRef?.name;
		return name !== void 0 && Object.keys(source).length === 1 && Object.keys(source.secretRef ?? {}).length === 1 ? name : source;
	});
}
// ../../work/main/packages/constructs/src/graph/patterns/pod-defaults.ts
/** Group and user of the `dynamo` account in the images. @see container/templates */
const dynamoUser = 1e3;
/**
* Non-root, no added capabilities, the runtime's seccomp profile; a worker on a fabric gets exactly
* the exception that the fabric needs.
*/
function hardened(exception) {
	const { capabilities = [], privileged = false } = exception ?? {};
	return {
		podSecurityContext: {
			fsGroup: dynamoUser,
			fsGroupChangePolicy: "OnRootMismatch",
			...privileged ? { runAsUser: 0 } : {
				runAsNonRoot: true,
				runAsUser: dynamoUser,
				seccompProfile: { type: "RuntimeDefault" }
			}
		},
		securityContext: privileged ? {
			privileged,
			capabilities: { add: capabilities }
		} : {
			allowPrivilegeEscalation: false,
			capabilities: capabilities.length === 0 ? { drop: ["ALL"] } : {
				add: capabilities,
				drop: ["ALL"]
			}
		}
	};
}
/** The Secret with the Hugging Face token, unless the graph goes without. */
function tokenSources(props) {
	return props.tokenSecret === void 0 ? [] : [props.tokenSecret];
}
/** The model's repository id. */
function modelId(model) {
	return typeof model === "string" ? model : model.id;
}
/** Where the model's files are; undefined when each pod downloads them. */
function cacheOf(model) {
	return typeof model === "string" ? void 0 : model.cache;
}
/** One environment of several; later ones win. Undefined when all are empty. */
function mergeEnvironment(...environments) {
	const merged = Object.assign({}, ...environments);
	return Object.keys(merged).length === 0 ? void 0 : merged;
}
/** An empty list says nothing. */
function list(items) {
	return items.length === 0 ? void 0 : items;
}
Object.defineProperty(exports, "cacheOf", {
	enumerable: true,
	get: function() {
		return cacheOf;
	}
});
Object.defineProperty(exports, "hardened", {
	enumerable: true,
	get: function() {
		return hardened;
	}
});
Object.defineProperty(exports, "list", {
	enumerable: true,
	get: function() {
		return list;
	}
});
Object.defineProperty(exports, "mergeEnvironment", {
	enumerable: true,
	get: function() {
		return mergeEnvironment;
	}
});
Object.defineProperty(exports, "modelId", {
	enumerable: true,
	get: function() {
		return modelId;
	}
});
Object.defineProperty(exports, "readEnvironment", {
	enumerable: true,
	get: function() {
		return readEnvironment;
	}
});
Object.defineProperty(exports, "readEnvironmentSources", {
	enumerable: true,
	get: function() {
		return readEnvironmentSources;
	}
});
Object.defineProperty(exports, "renderEnvironment", {
	enumerable: true,
	get: function() {
		return renderEnvironment;
	}
});
Object.defineProperty(exports, "renderEnvironmentSources", {
	enumerable: true,
	get: function() {
		return renderEnvironmentSources;
	}
});
Object.defineProperty(exports, "tokenSources", {
	enumerable: true,
	get: function() {
		return tokenSources;
	}
});
