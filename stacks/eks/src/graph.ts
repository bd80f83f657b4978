// SPDX-License-Identifier: Apache-2.0
/** @module The graph of this stack. Edit it: everything that it needs of the environment is given. */

import type { Environment } from "@dynamo-iac/clouds/environment";
import {
  aggregated,
  disaggregated,
  type Environment as GraphEnvironment,
  InferenceGraph,
  kvRouter,
  mocker,
  vllm,
} from "@dynamo-iac/constructs";
import type { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import {
  CompilationCache,
  efs,
  type ModelCache,
  ModelDownload,
} from "@dynamo-iac/constructs/storage";
import type { Chart } from "cdk8s";

/** What the environment has for graphs. */
export interface Surroundings {
  readonly environment: Environment;
  /** GPU machines by the name of their pool. */
  readonly pools: ReadonlyMap<string, GpuNodePool>;
  /** The cache of models on the storage of `storage.modelCache`. */
  readonly models: (chart: Chart, held: readonly string[]) => ModelCache;
  /** True for Lustre, whose root folder has to be given to the user of the pods once. */
  readonly modelsBelongToRoot: boolean;
  /** The shared file system, for what engines compile. */
  readonly fileSystemId: string;
  /** Secret with the key `HF_TOKEN`. */
  readonly tokenSecret: string;
  /** Logs as JSON, and traces where the environment keeps them. */
  readonly env: GraphEnvironment;
}

/** The models that each size serves. A revision is a commit, so that a restart serves the same weights. */
const sizes = {
  dev: { model: "Qwen/Qwen3-0.6B", revision: "c1899de289a04d12100db370d81485cdf75e47ca" },
  test: { model: "Qwen/Qwen3-8B", revision: "b968826d9c46dd6066d109eabc6255188de91218" },
  production: { model: "Qwen/Qwen3-32B", revision: "9216db5781bf21249d130ec9da846c4624c16137" },
} as const;

/**
 * dev and test: one kind of worker that prefills and decodes. production: prefill and decode apart,
 * KV cache over EFA, requests routed to the worker that knows their prefix.
 */
export function graph(chart: Chart, given: Surroundings): InferenceGraph {
  const { environment, pools, fileSystemId, tokenSecret, env } = given;
  const { model, revision } = sizes[environment.preset];
  const cache = given.models(chart, [model]);
  const compiled = new CompilationCache(chart, "compiled", { backing: efs({ fileSystemId }) });
  new ModelDownload(chart, "download", {
    cache,
    model,
    revision,
    token: tokenSecret,
    ...(given.modelsBelongToRoot
      ? {
          prepareAsRoot: true,
          waive: [
            {
              code: "DYN-STOR-026",
              reason: "the first download gives the new Lustre file system to the pods' user",
            },
          ],
        }
      : {}),
  });

  const nodes = [...pools.values()][0];
  const common = { model: { id: model, revision, cache }, nodes, env };
  const compilationCache = compiled.mount;
  // Without GPUs the whole graph runs on simulated engines: for continuous integration, and to learn.
  if (nodes === undefined)
    return new InferenceGraph(chart, "qwen3", {
      ...common,
      engine: mocker({ speedupRatio: 10 }),
      serving: aggregated({ replicas: 2 }),
    });
  if (environment.preset !== "production")
    return new InferenceGraph(chart, "qwen3", {
      ...common,
      engine: vllm({ maxModelLen: 8192 }),
      serving: aggregated({ compilationCache }),
    });
  return new InferenceGraph(chart, "qwen3", {
    ...common,
    engine: vllm({ maxModelLen: 32_768, gpuMemoryUtilization: 0.9, blockSize: 64 }),
    serving: disaggregated({
      prefill: { replicas: 4, tensorParallel: 2, compilationCache },
      decode: { replicas: 2, tensorParallel: 2, compilationCache },
    }),
    frontend: { replicas: 2 },
    router: kvRouter(),
  });
}
