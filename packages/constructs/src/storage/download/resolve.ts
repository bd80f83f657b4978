// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a download, and what follows from the size of the model. */
import type { ResourceRequirements, Toleration } from "../../api/index.js";
import { dynamoImage, findModel, sumOfParts } from "../../facts/index.js";
import type { Environment } from "../../graph/index.js";
import type { SecretKey } from "../../platform/index.js";
import type { ModelCache } from "../model-cache.js";
import { headroom } from "../resolve.js";
import type { ModelDownloadProps } from "./props.js";

/** A download with everything said. */
export interface ResolvedDownload {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly cache: ModelCache;
  readonly model: string;
  /** Bytes of the model; undefined when it is not known. */
  readonly modelBytes: number | undefined;
  readonly revision: string | undefined;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly token: SecretKey | undefined;
  readonly endpoint: string | undefined;
  readonly image: string;
  readonly maxWorkers: number;
  readonly attempts: number;
  readonly backoffLimit: number;
  readonly ttlSeconds: number;
  readonly highPerformance: boolean;
  readonly verifyAlways: boolean;
  readonly prepareAsRoot: boolean;
  readonly egressPorts: readonly number[];
  readonly env: Environment;
  readonly resources: ResourceRequirements;
  readonly nodeSelector: Readonly<Record<string, string>> | undefined;
  readonly tolerations: readonly Toleration[] | undefined;
  readonly imagePullSecrets: readonly string[];
  /** True for disks of the machines: every node downloads. */
  readonly everyNode: boolean;
}

const gibibyte = 2 ** 30;

/** GPU nodes, whose taint is this on every cloud. */
const gpuNodes = {
  nodeSelector: { "nvidia.com/gpu.present": "true" },
  tolerations: [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }],
} as const;

/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
export function resolveDownload(
  id: string,
  namespace: string | undefined,
  props: ModelDownloadProps,
): ResolvedDownload {
  const { cache, model, token } = props;
  const numbers = typeof model === "string" ? findModel(model) : model;
  const modelBytes = numbers === undefined ? undefined : sumOfParts(numbers.bytes);
  const everyNode = cache.volume !== undefined;
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
    token: typeof token === "string" ? { name: token, key: "HF_TOKEN" } : token,
    endpoint: props.endpoint,
    image: props.image ?? dynamoImage("frontend", { version: props.version }),
    maxWorkers: props.maxWorkers ?? 4,
    attempts: props.attempts ?? 5,
    backoffLimit: props.backoffLimit ?? 6,
    ttlSeconds: props.ttlSecondsAfterFinished ?? 86_400,
    highPerformance,
    verifyAlways: props.verifyAlways ?? false,
    prepareAsRoot: props.prepareAsRoot ?? false,
    egressPorts: props.egressPorts ?? [443],
    env: props.env ?? {},
    resources: props.resources ?? resourcesFor(modelBytes, { highPerformance, everyNode }),
    nodeSelector: props.nodeSelector ?? (everyNode ? gpuNodes.nodeSelector : undefined),
    tolerations: props.tolerations ?? (everyNode ? gpuNodes.tolerations : undefined),
    imagePullSecrets: props.imagePullSecrets ?? [],
    everyNode,
  };
}

/**
 * GiB of memory without which a download of that model is killed: 4, and 16 for large ones; the
 * high-performance mode of Xet holds parts of many files, for which upstream's recipes ask for 64.
 */
export function memoryFor(modelBytes: number | undefined, highPerformance: boolean): number {
  if (highPerformance) return 64;
  return modelBytes === undefined
    ? 16
    : Math.min(16, Math.max(4, Math.ceil(modelBytes / gibibyte / 16)));
}

function resourcesFor(
  modelBytes: number | undefined,
  {
    highPerformance,
    everyNode,
  }: { readonly highPerformance: boolean; readonly everyNode: boolean },
): ResourceRequirements {
  const memory = `${memoryFor(modelBytes, highPerformance)}Gi`;
  const cpu = highPerformance ? "8" : "4";
  // The models themselves lie on a volume. A folder of the node is one as well, but takes its disk.
  const disk =
    everyNode && modelBytes !== undefined
      ? `${Math.ceil((modelBytes * headroom) / gibibyte) + 2}Gi`
      : "2Gi";
  return {
    requests: { cpu: "2", memory, "ephemeral-storage": disk },
    limits: { cpu, memory, "ephemeral-storage": disk },
  };
}
