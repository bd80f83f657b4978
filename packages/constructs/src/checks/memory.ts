// SPDX-License-Identifier: Apache-2.0
/** @module Memory that engines take beside the GPU: shared memory and KV caches on the host. */
import { quantityValue } from "../facts/index.js";
import { mainField, variablePlace } from "./place.js";
import { type ComponentRule, nothing, one } from "./rule.js";
import type { ComponentView, GraphView } from "./view.js";

const gibibyte = 2 ** 30;

/** The least that upstream manifests give an engine. */
const leastShared = 2 * gibibyte;

/** DYN-MEM-001, 002, 005: `/dev/shm`. */
export const sharedMemoryIsEnough: ComponentRule = (view, graph) => {
  const { component, engine, main } = view;
  const { sharedMemorySize: size } = component;
  if (engine === undefined || engine === "mocker" || size === undefined) return nothing;
  const bytes = quantityValue(size);
  const path = [...view.path, "sharedMemorySize"];
  if (bytes === 0) {
    const own = main?.volumeMounts?.some(
      (mount) => mount.mountPath.replace(/\/$/, "") === "/dev/shm",
    );
    const split = view.mode === "prefill" || view.mode === "decode";
    if (own === true || !split || component.podTemplate?.spec?.hostIPC === true) return nothing;
    return one(
      "DYN-MEM-001",
      graph,
      path,
      `${view.name} runs in mode ${view.mode} with shared memory of 0, which leaves the container's 64 MiB`,
      "Remove sharedMemorySize for the operator's 8Gi, or set 16Gi.",
    );
  }
  if (bytes < leastShared) {
    return one(
      "DYN-MEM-002",
      graph,
      path,
      `${view.name} has ${size} of shared memory; engines use at least 2Gi, and the operator gives 8Gi`,
      "Set sharedMemorySize to 8Gi or more, 16Gi for prefill and decode.",
    );
  }
  const limit = quantityValue(main?.resources?.limits?.memory ?? Number.NaN);
  if (!(bytes >= limit)) return nothing;
  return one(
    "DYN-MEM-005",
    graph,
    path,
    `${view.name} has ${size} of shared memory inside a memory limit of ${main?.resources?.limits?.memory}`,
    "Raise the memory limit above shared memory and the engine together.",
  );
};

/** DYN-MEM-003: caches in host memory against the limit of the container. */
export const cpuCacheFits: ComponentRule = (view, graph) => {
  if (view.engine === undefined) return nothing;
  const written = view.main?.resources?.limits?.memory;
  const cache = cpuCache(view);
  if (written === undefined || cache === undefined) return nothing;
  const limit = quantityValue(written);
  if (!(cache.bytes >= limit)) return nothing;
  return one(
    "DYN-MEM-003",
    graph,
    cache.variable === undefined
      ? mainField(view, "resources", "limits", "memory")
      : (variablePlace(view, graph, cache.variable) ?? mainField(view, "env")),
    `${view.name} keeps ${cache.written} of KV cache in host memory, and its memory limit is ${written}`,
    "Raise the memory limit to the cache plus what the engine needs, or shrink the cache.",
  );
};

interface CpuCache {
  readonly bytes: number;
  readonly written: string;
  readonly variable?: string | undefined;
}

/** KVBM and FlexKV size their cache by variable, in GB per pod. */
function cpuCache(view: ComponentView): CpuCache | undefined {
  for (const variable of ["DYN_KVBM_CPU_CACHE_GB", "FLEXKV_CPU_CACHE_GB"]) {
    const gigabytes = number(view, variable);
    if (gigabytes !== undefined)
      return { bytes: gigabytes * 1e9, written: `${gigabytes} GB`, variable };
  }
  const hicache = view.program?.flags.hicacheSize;
  if (
    typeof hicache !== "number" ||
    hicache <= 0 ||
    view.program?.flags.enableHierarchicalCache !== true
  ) {
    return undefined;
  }
  // SGLang's size is per rank; the ranks of one pod are its GPUs.
  const ranks = view.gpusPerPod ?? 1;
  return { bytes: hicache * 1e9 * ranks, written: `${hicache} GB × ${ranks} ranks` };
}

function number(view: ComponentView, variable: string): number | undefined {
  const text = view.env.values.get(variable);
  const value = Number(text ?? Number.NaN);
  return text === undefined || text.trim() === "" || !Number.isFinite(value) ? undefined : value;
}

/** DYN-MEM-004: each tier is larger than the one above it. */
export const diskHoldsCpu: ComponentRule = (view, graph: GraphView) => {
  const cpu = number(view, "DYN_KVBM_CPU_CACHE_GB");
  const disk = number(view, "DYN_KVBM_DISK_CACHE_GB");
  if (cpu === undefined || disk === undefined || disk === 0 || disk >= cpu) return nothing;
  return one(
    "DYN-MEM-004",
    graph,
    variablePlace(view, graph, "DYN_KVBM_DISK_CACHE_GB") ?? mainField(view, "env"),
    `${view.name} has a disk cache of ${disk} GB below a CPU cache of ${cpu} GB`,
    `Set DYN_KVBM_DISK_CACHE_GB to ${cpu} or more, or remove it.`,
  );
};
