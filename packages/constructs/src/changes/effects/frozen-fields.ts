// SPDX-License-Identifier: Apache-2.0
/**
 * @module Fields of Kubernetes objects that the API server does not let change.
 *
 * @see kubernetes/kubernetes pkg/apis/<group>/validation, the functions Validate<Kind>Update
 */
import { isDeepStrictEqual } from "node:util";
import { at } from "../../api/index.js";
import type { FieldPath } from "../../facts/index.js";
import type { Identity, Pair } from "../identity.js";
import type { Consequence } from "./effect.js";

/** What of a kind is frozen. */
interface Frozen {
  readonly group: string;
  readonly kind: string;
  /** Frozen fields, or with `except` the only ones that may change. */
  readonly fields: readonly FieldPath[];
  /** Parent whose fields are frozen except those in the list. */
  readonly except?: FieldPath | undefined;
}

const spec = (...names: readonly string[]): readonly FieldPath[] =>
  names.map((name) => ["spec", ...name.split(".")]);

// biome-ignore format: one kind per line
const frozen: readonly Frozen[] = [
  { group: "apps", kind: "Deployment", fields: spec("selector") },
  { group: "apps", kind: "DaemonSet", fields: spec("selector") },
  { group: "apps", kind: "ReplicaSet", fields: spec("selector") },
  { group: "apps", kind: "StatefulSet", except: ["spec"], fields: spec("replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds") },
  { group: "batch", kind: "Job", fields: spec("template", "selector", "completions", "completionMode", "podFailurePolicy", "successPolicy", "backoffLimitPerIndex", "podReplacementPolicy", "managedBy") },
  { group: "", kind: "Pod", except: ["spec"], fields: spec("containers", "initContainers", "activeDeadlineSeconds", "terminationGracePeriodSeconds", "tolerations", "ephemeralContainers", "schedulingGates") },
  { group: "", kind: "PersistentVolumeClaim", except: ["spec"], fields: spec("resources", "volumeAttributesClassName") },
  { group: "", kind: "PersistentVolume", except: ["spec"], fields: spec("capacity", "accessModes", "persistentVolumeReclaimPolicy", "claimRef", "storageClassName", "mountOptions", "volumeAttributesClassName") },
  { group: "", kind: "Secret", fields: [["type"]] },
  { group: "", kind: "Service", fields: spec("clusterIP", "clusterIPs") },
  { group: "storage.k8s.io", kind: "StorageClass", fields: [["provisioner"], ["parameters"], ["reclaimPolicy"], ["volumeBindingMode"]] },
  { group: "storage.k8s.io", kind: "CSIDriver", fields: spec("attachRequired", "volumeLifecycleModes") },
  { group: "snapshot.storage.k8s.io", kind: "VolumeSnapshotClass", fields: [["driver"], ["parameters"]] },
  { group: "rbac.authorization.k8s.io", kind: "RoleBinding", fields: [["roleRef"]] },
  { group: "rbac.authorization.k8s.io", kind: "ClusterRoleBinding", fields: [["roleRef"]] },
  { group: "scheduling.k8s.io", kind: "PriorityClass", fields: [["value"], ["preemptionPolicy"]] },
  { group: "node.k8s.io", kind: "RuntimeClass", fields: [["handler"]] },
  { group: "networking.k8s.io", kind: "IngressClass", fields: spec("controller") },
  { group: "gateway.networking.k8s.io", kind: "GatewayClass", fields: spec("controllerName") },
  { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition", fields: spec("scope", "group", "names.plural", "names.kind") },
];

/** The frozen fields that a change touches, each a replacement. */
export function frozenChanges(pair: Pair, identity: Identity): readonly Consequence[] {
  const { before, after } = pair;
  const row = frozen.find(({ group, kind }) => group === identity.group && kind === identity.kind);
  const found = row === undefined ? [] : touched(row, before, after);
  return [...found, ...immutableContent(before, after)].map((path) => ({
    effect: "replace",
    what: identity.kind,
    path,
    why: `the API server does not let this field of a ${identity.kind} change`,
  }));
}

function touched({ fields, except }: Frozen, before: unknown, after: unknown): FieldPath[] {
  const changed = (path: FieldPath) => !isDeepStrictEqual(at(before, ...path), at(after, ...path));
  if (except === undefined) return fields.filter(changed);
  const names = new Set(
    [before, after].flatMap((object) => Object.keys((at(object, ...except) as object) ?? {})),
  );
  return [...names]
    .map((name): FieldPath => [...except, name])
    .filter((path) => !fields.some((free) => isDeepStrictEqual(free, path)) && changed(path));
}

/** `immutable: true` of a ConfigMap or Secret freezes its data, and itself. */
function immutableContent(before: unknown, after: unknown): FieldPath[] {
  if (at(before, "immutable") !== true) return [];
  const fields: readonly FieldPath[] = [["data"], ["stringData"], ["binaryData"], ["immutable"]];
  return fields.filter((path) => !isDeepStrictEqual(at(before, ...path), at(after, ...path)));
}
