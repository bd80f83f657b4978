// SPDX-License-Identifier: Apache-2.0
import {
  checkEngineConfig,
  engineArguments,
  readEngineConfig,
  type TrtllmEngineConfig,
  writeEngineConfig,
} from "@dynamo-iac/constructs/engines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const prefill = `
backend: pytorch
tensor_parallel_size: 8
moe_expert_parallel_size: 8
enable_attention_dp: true
max_batch_size: 32
max_num_tokens: 8192
max_seq_len: 121000
disable_overlap_scheduler: yes
cuda_graph_config: null
cache_transceiver_config: { backend: UCX, max_tokens_in_buffer: 0 }
kv_cache_config:
  dtype: fp8
  enable_block_reuse: true
  free_gpu_memory_fraction: 0.9
  tokens_per_block: 64
  host_cache_size: 107374182400  # 100 GiB
moe_config: { backend: TRTLLM, use_low_precision_moe_combine: true }
speculative_config: { decoding_type: Eagle, max_draft_len: 3, speculative_model_dir: a/b }
nvfp4_gemm_config: { allowed_backends: [cutlass, cublaslt] }
newer_than_this_library: { level: 3 }
`;

describe("an engine configuration", () => {
  it("is read as Python reads it, unknown keys included", () => {
    const { config, issues } = readEngineConfig(prefill);
    expect(issues).toEqual([]);
    expect(config).toMatchObject({
      tensor_parallel_size: 8,
      disable_overlap_scheduler: true,
      cuda_graph_config: null,
      kv_cache_config: { tokens_per_block: 64, host_cache_size: 107_374_182_400 },
      newer_than_this_library: { level: 3 },
    });
  });

  it.each([
    ["tensor_parallel_size: 0", "tensor_parallel_size"],
    ["tensor_parallel_size: null", "tensor_parallel_size"],
    ["max_batch_size: many", "max_batch_size"],
    ["enable_attention_dp: 7", "enable_attention_dp"],
    [
      "kv_cache_config: { free_gpu_memory_fraction: 1.5 }",
      "kv_cache_config.free_gpu_memory_fraction",
    ],
    [
      "kv_cache_config: { free_gpu_memory_fraction: 0 }",
      "kv_cache_config.free_gpu_memory_fraction",
    ],
    ["cache_transceiver_config: { backend: NCCL }", "cache_transceiver_config.backend"],
    ["cuda_graph_config: { batch_sizes: [1, 0] }", "cuda_graph_config.batch_sizes"],
    ["kv_cache_config: fp8", "kv_cache_config"],
    [
      "moe_config: { use_low_precision_moe_combine: maybe }",
      "moe_config.use_low_precision_moe_combine",
    ],
  ])("that says %s is reported at %s", (yaml, key) => {
    expect(readEngineConfig(yaml).issues.map((issue) => issue.key)).toEqual([key]);
  });

  it.each(["- a\n- b", "just text", "a: [1, 2"])(
    "that is no mapping (%j) is reported, not thrown",
    (yaml) => {
      const { config, issues } = readEngineConfig(yaml);
      expect(config).toEqual({});
      expect(issues).toEqual([expect.objectContaining({ expected: "a YAML mapping" })]);
    },
  );

  it("may say a key twice; the last one counts", () => {
    expect(readEngineConfig("max_batch_size: 1\nmax_batch_size: 2")).toEqual({
      config: { max_batch_size: 2 },
      issues: [],
    });
  });

  it("that is empty says nothing", () => {
    expect(readEngineConfig("\n# nothing\n")).toEqual({ config: {}, issues: [] });
    expect(readEngineConfig("")).toEqual({ config: {}, issues: [] });
  });

  it("may name the load balancer's file or its settings", () => {
    expect(checkEngineConfig({ moe_config: { load_balancer: "/eplb.yaml" } })).toEqual([]);
    expect(checkEngineConfig({ moe_config: { load_balancer: { num_slots: 288 } } })).toEqual([]);
    expect(readEngineConfig("moe_config: { load_balancer: 3 }").issues).toHaveLength(1);
  });
});

describe("writing an engine configuration", () => {
  it("sorts keys, drops what is undefined, and keeps null", () => {
    const config: TrtllmEngineConfig = {
      tensor_parallel_size: 4,
      cuda_graph_config: null,
      backend: undefined,
      kv_cache_config: { tokens_per_block: 64, dtype: "fp8" },
    };
    expect(writeEngineConfig(config)).toBe(
      [
        "cuda_graph_config: null",
        "kv_cache_config:",
        "  dtype: fp8",
        "  tokens_per_block: 64",
        "tensor_parallel_size: 4",
        "",
      ].join("\n"),
    );
  });

  it("quotes words that Python would read as booleans", () => {
    for (const word of ["on", "yes", "off", "null", "1e3", "0o7"]) {
      const written = writeEngineConfig({ dtype: word });
      expect(readEngineConfig(written).config).toEqual({ dtype: word });
    }
  });

  it("loses nothing", () => {
    const leaf = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const key = fc.stringMatching(/^[a-z][a-z_]{0,12}$/);
    const value = fc.oneof(leaf, fc.array(leaf), fc.dictionary(key, leaf));
    fc.assert(
      fc.property(fc.dictionary(key, value), (config) => {
        const once = writeEngineConfig(config);
        const { config: read } = readEngineConfig(once);
        expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(config)));
        expect(writeEngineConfig(read)).toBe(once);
      }),
    );
  });
});

describe("the engine's arguments", () => {
  it("come from flags, the file over them, overrides over both", () => {
    const flags = {
      tensorParallelSize: 2,
      maxSeqLen: 4096,
      freeGpuMemoryFraction: 0.8,
      overrideEngineArgs: { max_seq_len: 1024 },
    };
    expect(engineArguments(flags)).toMatchObject({ tensor_parallel_size: 2, max_seq_len: 1024 });
    const file = { tensor_parallel_size: 8, kv_cache_config: { dtype: "fp8" } };
    expect(engineArguments(flags, file)).toMatchObject({
      tensor_parallel_size: 8,
      max_seq_len: 1024,
      kv_cache_config: { dtype: "fp8", free_gpu_memory_fraction: 0.8 },
    });
  });

  it("take an overriding cache configuration whole", () => {
    const file = { kv_cache_config: { dtype: "fp8", tokens_per_block: 64 } };
    const overrideEngineArgs = { kv_cache_config: { free_gpu_memory_fraction: 0.2 } };
    expect(engineArguments({ overrideEngineArgs }, file).kv_cache_config).toEqual({
      free_gpu_memory_fraction: 0.2,
    });
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
