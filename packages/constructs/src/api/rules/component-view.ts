// SPDX-License-Identifier: Apache-2.0
/** @module One component as rules see it, whichever API version wrote it. */
import { type FieldPath, type Quantity, quantityValue } from "../../facts/index.js";
import { amount, at, count, entries, has, items, text } from "../reading.js";
import {
  type ContainerView,
  containersOf,
  type MountView,
  mainMountsOf,
} from "./container-view.js";

/** A value, and where it stands or would stand. */
export interface Placed<T> {
  readonly value: T;
  readonly path: FieldPath;
}

/** A place whose path is only put together when a rule speaks of it: most never do. */
class Place<T> implements Placed<T> {
  readonly value: T;
  readonly #base: FieldPath;
  readonly #steps: FieldPath;

  constructor(value: T, base: FieldPath, ...steps: FieldPath) {
    this.value = value;
    this.#base = base;
    this.#steps = steps;
  }

  get path(): FieldPath {
    return [...this.#base, ...this.#steps];
  }
}

/** A claim that keeps compiled kernels, and where it is mounted. */
export interface CompilationCache {
  readonly claim: string;
  readonly path: string | undefined;
}

/** Where the parts of a shared-GPU setup run, in the words of v1beta1. */
export type GmsMode = "IntraPod" | "InterPod";

/** The parts of a component that rules speak of. Modes and roles are in the words of v1beta1. */
export interface ComponentView {
  readonly version: ApiVersion;
  readonly name: string;
  /** The component as it is written. */
  readonly raw: unknown;
  readonly path: FieldPath;
  /** `worker` with `subComponentType: prefill` counts as `prefill`. */
  readonly type: Placed<string | undefined>;
  readonly replicas: Placed<number | undefined>;
  readonly minAvailable: Placed<number | undefined>;
  /** Nodes per replica; undefined without `multinode`. */
  readonly nodeCount: Placed<number | undefined>;
  readonly runtimeVersion: Placed<string | undefined>;
  readonly image: Placed<string | undefined>;
  /** Command and arguments of the main container, as one text. */
  readonly commandLine: string;
  readonly containers: readonly ContainerView[];
  /** Mounts of the main container. */
  readonly mounts: readonly MountView[];
  /** Pod volumes. */
  readonly volumes: Placed<readonly unknown[]>;
  /** GPU limit of the main container. */
  readonly gpus: Placed<number>;
  readonly sharedMemory: Placed<Quantity | undefined>;
  /** GPU memory service as it is written; `enabled` is what switches it on. */
  readonly gms: Placed<unknown> & { readonly enabled: boolean; readonly mode: GmsMode };
  readonly failover: Placed<unknown> & {
    readonly enabled: boolean;
    readonly mode: GmsMode;
    readonly shadows: number;
  };
  readonly checkpoint: Placed<unknown>;
  readonly eppConfig: Placed<unknown>;
  readonly cache: Placed<CompilationCache | undefined>;
  /** True when a scaling adapter owns `replicas`. */
  readonly adapter: boolean;
}

/** A version of the API group. */
export type ApiVersion = "v1alpha1" | "v1beta1";

/** Reads a v1beta1 component, or the spec of a v1beta1 component deployment. */
export function betaComponent(raw: unknown, path: FieldPath, name: string): ComponentView {
  const template = [...path, "podTemplate", "spec"];
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
    image: { value: main?.image, path: main === undefined ? mainPath : [...mainPath, "image"] },
    commandLine: commandLine(main?.raw),
    containers,
    mounts: main === undefined ? [] : mainMountsOf(main.raw, mainPath, undefined, path),
    volumes: new Place(items(at(pod, "volumes")), template, "volumes"),
    gpus: new Place(gpuLimit(main?.raw), mainPath, "resources", "limits"),
    sharedMemory: new Place(amount(at(raw, "sharedMemorySize")), path, "sharedMemorySize"),
    gms: {
      value: gms,
      path: [...path, "experimental", "gpuMemoryService"],
      enabled: gms !== undefined,
      mode: gmsMode(gms),
    },
    failover: {
      value: failover,
      path: [...path, "experimental", "failover"],
      enabled: failover !== undefined,
      mode: gmsMode(failover),
      shadows: count(at(failover, "numShadows")) ?? 1,
    },
    checkpoint: new Place(
      at(raw, "experimental", "checkpoint"),
      path,
      "experimental",
      "checkpoint",
    ),
    cache: {
      value:
        claim === undefined
          ? undefined
          : { claim, path: text(at(raw, "compilationCache", "mountPath")) },
      path: [...path, "compilationCache"],
    },
    adapter: has(raw, "scalingAdapter"),
    ...commonFields(raw, path, name),
  };
}

/** Reads a v1alpha1 service, or the spec of a v1alpha1 component deployment. */
export function alphaComponent(raw: unknown, path: FieldPath, name: string): ComponentView {
  const podPath = [...path, "extraPodSpec"];
  const pod = at(raw, "extraPodSpec");
  const main = at(pod, "mainContainer");
  const mainPath = [...podPath, "mainContainer"];
  const gms = at(raw, "gpuMemoryService");
  const failover = at(raw, "failover");
  const role = text(at(raw, "componentType"));
  const part = text(at(raw, "subComponentType"));
  const shared = at(raw, "sharedMemory");
  const cacheIndex = items(at(raw, "volumeMounts")).findIndex(
    (mount) => at(mount, "useAsCompilationCache") === true,
  );
  const cacheMount = at(raw, "volumeMounts", cacheIndex);
  const ownLimits = at(raw, "resources", "limits");
  return {
    version: "v1alpha1",
    type: new Place(
      role === "worker" && (part === "prefill" || part === "decode") ? part : role,
      path,
      "componentType",
    ),
    image: new Place(text(at(main, "image")), mainPath, "image"),
    commandLine: commandLine(main),
    containers: containersOf(pod, podPath),
    mounts: mainMountsOf(main, mainPath, at(raw, "volumeMounts"), path),
    volumes: new Place(items(at(pod, "volumes")), podPath, "volumes"),
    gpus: new Place(
      Math.max(gpuLimit(main), gpuAmount(at(ownLimits, "gpu")), gpusAmong(at(ownLimits, "custom"))),
      path,
      "resources",
      "limits",
      "gpu",
    ),
    sharedMemory: new Place(
      at(shared, "disabled") === true ? "0" : amount(at(shared, "size")),
      path,
      "sharedMemory",
      "size",
    ),
    gms: {
      value: gms,
      path: [...path, "gpuMemoryService"],
      enabled: at(gms, "enabled") === true,
      mode: gmsMode(gms),
    },
    failover: {
      value: failover,
      path: [...path, "failover"],
      enabled: at(failover, "enabled") === true,
      mode: gmsMode(failover),
      shadows: count(at(failover, "numShadows")) ?? 1,
    },
    checkpoint: new Place(at(raw, "checkpoint"), path, "checkpoint"),
    cache: {
      value:
        cacheMount === undefined
          ? undefined
          : { claim: text(at(cacheMount, "name")) ?? "", path: text(at(cacheMount, "mountPoint")) },
      path: [...path, "volumeMounts", Math.max(0, cacheIndex)],
    },
    adapter: at(raw, "scalingAdapter", "enabled") === true,
    ...commonFields(raw, path, name),
  };
}

/** What both versions write alike. */
function commonFields(raw: unknown, path: FieldPath, name: string) {
  return {
    name,
    raw,
    path,
    replicas: new Place(count(at(raw, "replicas")), path, "replicas"),
    minAvailable: new Place(count(at(raw, "minAvailable")), path, "minAvailable"),
    nodeCount: new Place(
      has(raw, "multinode") ? (count(at(raw, "multinode", "nodeCount")) ?? 2) : undefined,
      path,
      "multinode",
    ),
    runtimeVersion: new Place(
      text(at(raw, "runtimeVersionOverride")),
      path,
      "runtimeVersionOverride",
    ),
    eppConfig: new Place(at(raw, "eppConfig"), path, "eppConfig"),
  };
}

/** v1alpha1 writes the modes with a small first letter. */
function gmsMode(setting: unknown): GmsMode {
  return text(at(setting, "mode"))?.toLowerCase() === "interpod" ? "InterPod" : "IntraPod";
}

function commandLine(container: unknown): string {
  return [...items(at(container, "command")), ...items(at(container, "args"))]
    .filter((token) => typeof token === "string")
    .join(" ");
}

function gpuLimit(container: unknown): number {
  return gpusAmong(at(container, "resources", "limits"));
}

/** Whatever vendor names it: `nvidia.com/gpu`, `gpu.intel.com/xe`. */
function gpusAmong(limits: unknown): number {
  return entries(limits)
    .filter(([name]) => name.includes("gpu"))
    .reduce((most, [, value]) => Math.max(most, gpuAmount(value)), 0);
}

function gpuAmount(value: unknown): number {
  const gpus = quantityValue(amount(value) ?? 0);
  return Number.isNaN(gpus) ? 0 : gpus;
}
