// SPDX-License-Identifier: Apache-2.0
/** @module The memory of the engines of graphs on the machines of pools, as a table and as findings. */
import type { ComponentView, GraphView } from "../../checks/index.js";
import { type EngineFile, engineArguments, flagsOf, parallelism } from "../../engines/index.js";
import {
  type Finding,
  type FindingCode,
  finding,
  findModel,
  gpus,
  type Model,
  usableGpuGiB,
} from "../../facts/index.js";
import { obstacleTo } from "../placement/admission.js";
import { demandOf } from "../placement/demand.js";
import { amount } from "../placement/explain.js";
import { type Pool, zonesOf } from "../placement/pool.js";
import { estimateMemory, type MemoryEstimate, type MemoryInput } from "./memory.js";
import type { SizedEngine } from "./model-memory.js";

/** What the graphs do not tell. */
export interface MemoryOptions {
  /** Models by the name or path that the engines load. @default - the catalogue */
  readonly models?: Readonly<Record<string, Model>> | undefined;
  /** Configuration file of an engine, where it has one. @default - none is known */
  readonly file?: ((view: ComponentView) => EngineFile | undefined) | undefined;
}

/** The memory of one component on the machines of one pool. */
export interface ComponentMemory {
  readonly graph: GraphView;
  readonly view: ComponentView;
  /** Undefined when nothing is known: then `why` tells the reason. */
  readonly pool?: Pool | undefined;
  readonly model?: Model | undefined;
  readonly estimate?: MemoryEstimate | undefined;
  readonly why?: string | undefined;
}

/** The memory of every engine on every pool where its pods may run, in the order of graphs and pools. */
export function memoryOf(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: MemoryOptions = {},
): readonly ComponentMemory[] {
  return graphs.flatMap((graph) =>
    graph.components.flatMap((view): readonly ComponentMemory[] => {
      const { engine } = view;
      if (engine === undefined || engine === "mocker" || view.role === "encode") return [];
      const input = inputOf(view, engine, options);
      if (typeof input === "string") return [{ graph, view, why: input }];
      const demand = demandOf(graph, view, 1);
      const hosts = pools.filter(({ machine }) => machine.gpuModel !== undefined);
      return hosts.flatMap((pool) => {
        if (!zonesOf(pool).some((zone) => obstacleTo(demand, pool, zone) === undefined)) return [];
        const estimate = estimateMemory({ ...input, gpuGiB: usableGpuGiB(pool.machine) });
        return [{ graph, view, pool, model: input.model, estimate }];
      });
    }),
  );
}

/** What is known of an engine's memory; a text tells why nothing is. */
function inputOf(
  view: ComponentView,
  engine: SizedEngine,
  { models = {}, file }: MemoryOptions,
): Omit<MemoryInput, "gpuGiB"> | string {
  const given = file?.(view);
  const layout =
    given === undefined || view.program === undefined
      ? view.parallelism
      : parallelism(view.program, given);
  if (layout === undefined) return "its flags or its configuration file are not known here";
  const name = layout.model ?? "";
  const model = models[name] ?? findModel(name);
  if (model === undefined)
    return `nothing is known of the model ${name === "" ? "that it loads" : name}`;
  const { contextLength, blockSize, kvCacheDtype, quantization, memoryFraction: fraction } = layout;
  const shared = {
    engine,
    model,
    layout,
    contextLength,
    blockSize,
    kvCacheDtype,
    quantization,
    fraction,
  };
  return { ...shared, ...ownSettings(view, given) };
}

/** Settings that every engine names in its own way. */
function ownSettings(view: ComponentView, file: EngineFile | undefined): Partial<MemoryInput> {
  const vllm = flagsOf(view.program, "vllm");
  if (vllm !== undefined) {
    return {
      batchedTokens: vllm.maxNumBatchedTokens,
      sequences: vllm.maxNumSeqs,
      kvCacheBytes: vllm.kvCacheMemoryBytes,
      redundantExperts:
        vllm.enableEplb === true ? vllm.eplbConfig?.num_redundant_experts : undefined,
    };
  }
  const sglang = flagsOf(view.program, "sglang");
  if (sglang !== undefined) {
    const chunk = sglang.chunkedPrefillSize ?? undefined;
    return {
      batchedTokens: chunk === -1 ? (sglang.maxPrefillTokens ?? 16_384) : chunk,
      sequences: sglang.maxRunningRequests,
      graphBatch: sglang.cudaGraphMaxBsDecode ?? sglang.cudaGraphMaxBs,
      redundantExperts: sglang.epNumRedundantExperts,
    };
  }
  const trtllm = flagsOf(view.program, "trtllm");
  const engine = trtllm === undefined ? undefined : engineArguments(trtllm, file);
  return {
    batchedTokens: engine?.max_num_tokens ?? undefined,
    sequences: engine?.max_batch_size ?? undefined,
  };
}

/** DYN-MEM-010 to 014: weights, context, and number formats against the GPUs of the pools. */
export function checkMemory(
  graphs: readonly GraphView[],
  pools: readonly Pool[],
  options: MemoryOptions = {},
): readonly Finding[] {
  return memoryOf(graphs, pools, options).flatMap(findingsOf);
}

function findingsOf(memory: ComponentMemory): readonly Finding[] {
  const { graph, view, pool, model, estimate, why } = memory;
  const say = (code: FindingCode, message: string, fix: string) =>
    finding(code, { object: graph.object, path: view.path }, message, fix);
  if (why !== undefined) {
    const fix =
      "Give the model's numbers and the engine's file, so that its memory can be checked.";
    return [say("DYN-MEM-014", `the memory of ${view.name} is not checked: ${why}`, fix)];
  }
  if (pool === undefined || model === undefined || estimate === undefined) return [];
  const where = `a GPU of ${pool.machine.type} (${amount(estimate.gpuGiB)} GiB × ${estimate.fraction})`;
  const weights = `${amount(estimate.weightsGiB)} GiB of ${model.id}`;
  const found: Finding[] = [];
  if (estimate.cacheGiB <= 0) {
    found.push(
      say(
        "DYN-MEM-010",
        `${view.name} puts ${weights} and ${amount(estimate.reserveGiB)} GiB for activations on ${where}: ${amount(-estimate.cacheGiB)} GiB too much`,
        "Spread the model over more GPUs, quantize it, or choose a machine with larger GPUs.",
      ),
    );
  } else if (!estimate.fits) {
    found.push(
      say(
        contextCode(view),
        `${view.name} puts ${weights} on ${where}; the ${amount(estimate.cacheGiB)} GiB that are left hold ${estimate.largestContext} tokens of KV cache, and one sequence may have ${estimate.contextLength}`,
        `Lower the context length to ${estimate.largestContext}, or give the engine more GPU memory.`,
      ),
    );
  }
  const format = foreignFormat(model, pool);
  if (format !== undefined) {
    found.push(
      say(
        "DYN-MEM-013",
        `${view.name} loads ${model.id} in ${format.toUpperCase()}, which ${pool.machine.gpuModel} of pool ${pool.name} does not multiply`,
        `Choose a checkpoint in another format, or a machine whose GPUs have ${format.toUpperCase()}.`,
      ),
    );
  }
  return found;
}

/** vLLM refuses to start; the others start and refuse the long requests. */
function contextCode({ engine, program }: ComponentView): FindingCode {
  // vLLM shortens the context itself when it is told to.
  const automatic = flagsOf(program, "vllm")?.maxModelLen === -1;
  return engine === "vllm" && !automatic ? "DYN-MEM-011" : "DYN-MEM-012";
}

/** The format of the weights, when the GPU has no kernels of its own for it. */
function foreignFormat(model: Model, { machine }: Pool): "fp8" | "nvfp4" | undefined {
  if (machine.gpuModel === undefined) return undefined;
  const { fp8, fp4 } = gpus[machine.gpuModel];
  if (model.weights === "fp8" && !fp8) return "fp8";
  return model.weights === "nvfp4" && !fp4 ? "nvfp4" : undefined;
}
