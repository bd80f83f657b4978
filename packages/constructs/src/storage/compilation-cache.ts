// SPDX-License-Identifier: Apache-2.0
/** @module What engines compile at start, kept for the next start: torch.compile output and CUDA kernels. */
import type { Construct } from "constructs";
import type { Backing } from "./backing.js";
import { storageClass } from "./backings/existing.js";
import { StorageVolume } from "./storage-volume.js";
import type { VolumeProps } from "./volume-props.js";

/** Settings of a compilation cache. */
export interface CompilationCacheProps extends VolumeProps {
  /** Storage with locks and renames, such as `efs({ fileSystemId })`; no bucket. @default - the cluster's default class */
  readonly backing?: Backing | undefined;
  /** Where workers mount it. @default "/home/dynamo/.cache/vllm" */
  readonly mountPath?: string | undefined;
}

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
export class CompilationCache extends StorageVolume {
  /** For `compilationCache` of a worker. */
  readonly mount: { readonly pvcName: string; readonly mountPath: string };

  constructor(scope: Construct, id: string, props: CompilationCacheProps = {}) {
    const kind = {
      construct: "CompilationCache",
      app: "compilation-cache",
      size: "50Gi",
      needsPosix: true,
      shared: true,
    } as const;
    super(scope, id, kind, props, props.backing ?? storageClass());
    this.mount = {
      pvcName: this.volumeData.name,
      mountPath: props.mountPath ?? "/home/dynamo/.cache/vllm",
    };
  }
}
