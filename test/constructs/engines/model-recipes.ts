// SPDX-License-Identifier: Apache-2.0
/** @module Flag sets as the model recipes use them, with the GPUs that the catalogue states. */
import type { EngineFile, Parallelism } from "@dynamo-iac/constructs/engines";

/** One kind of worker: what starts it, the file that it reads, and what it is. */
export interface RecipeWorker {
  readonly replicas: number;
  readonly start: string;
  readonly file?: EngineFile;
  readonly is: Partial<Parallelism>;
}

/** One graph. */
export interface Recipe {
  readonly name: string;
  /** GPUs of the whole graph, from the model catalogue. */
  readonly total: number;
  readonly workers: readonly RecipeWorker[];
}

const nixl = `--kv-transfer-config {"kv_connector":"NixlConnector","kv_role":"kv_both"}`;
const zmq = `{"publisher":"zmq","topic":"kv-events","endpoint":"tcp://*:20080","enable_kv_cache_events":true}`;

export const recipes: readonly Recipe[] = [
  {
    name: "deepseek-r1 sglang 16+16",
    total: 32,
    workers: [
      {
        replicas: 1,
        start:
          "sglang --model-path deepseek-ai/DeepSeek-R1 --tp 16 --dp 16 --ep-size 16 --enable-dp-attention --mem-fraction-static 0.75 --disaggregation-mode decode --disaggregation-bootstrap-port 30001 --host 0.0.0.0 --prefill-round-robin-balance",
        is: { role: "decode", tensor: 16, data: 16, expert: 16, gpus: 16, memoryFraction: 0.75 },
      },
      {
        replicas: 1,
        start:
          "sglang --model-path deepseek-ai/DeepSeek-R1 --tp 16 --ep-size 16 --disaggregation-mode prefill --load-balance-method round_robin",
        is: { role: "prefill", tensor: 16, expert: 16, dataParallelAttention: false, gpus: 16 },
      },
    ],
  },
  {
    name: "deepseek-r1 vllm wide expert parallel",
    total: 32,
    workers: [
      {
        replicas: 1,
        start: `vllm --model /model-cache/deepseek-r1 --all2all-backend deepep_low_latency --data-parallel-hybrid-lb --tensor-parallel-size 1 --data-parallel-size 16 --enable-expert-parallel --max-model-len 16384 --enable-dbo --dbo-decode-token-threshold 32 --async-scheduling --enable-eplb --eplb-config {"window_size":"1000","log_balancedness":"False"} --max-num-seqs 512 --disaggregation-mode decode ${nixl}`,
        is: {
          role: "decode",
          tensor: 1,
          data: 16,
          expert: 16,
          dataParallelAttention: true,
          gpus: 16,
        },
      },
      {
        replicas: 1,
        start: `vllm --model /model-cache/deepseek-r1 --all2all-backend deepep_high_throughput --data-parallel-hybrid-lb --data-parallel-size 16 --enable-expert-parallel --disaggregation-mode prefill ${nixl}`,
        is: { role: "prefill", gpus: 16 },
      },
    ],
  },
  {
    name: "deepseek-r1 trtllm wide expert parallel",
    total: 36,
    workers: [
      {
        replicas: 1,
        start:
          "trtllm --model-path /model-cache/deepseek-r1-fp4 --served-model-name deepseek-ai/DeepSeek-R1 --extra-engine-args /config/prefill.yaml --disaggregation-mode prefill",
        file: { tensor_parallel_size: 4, moe_expert_parallel_size: 4, enable_attention_dp: true },
        is: { role: "prefill", tensor: 4, data: 4, expert: 4, gpus: 4 },
      },
      {
        replicas: 1,
        start:
          "trtllm --model-path /model-cache/deepseek-r1-fp4 --extra-engine-args /config/decode.yaml --disaggregation-mode decode",
        file: {
          tensor_parallel_size: 32,
          moe_expert_parallel_size: 32,
          enable_attention_dp: true,
          max_seq_len: 2251,
          kv_cache_config: { dtype: "fp8", free_gpu_memory_fraction: 0.7 },
          moe_config: { backend: "WIDEEP" },
        },
        is: { tensor: 32, contextLength: 2251, kvCacheDtype: "fp8", memoryFraction: 0.7, gpus: 32 },
      },
    ],
  },
  {
    name: "deepseek-v3.2 trtllm kv router",
    total: 32,
    workers: [
      {
        replicas: 2,
        start:
          "trtllm --model-path nvidia/DeepSeek-V3.2-NVFP4 --extra-engine-args /config/prefill.yaml --disaggregation-mode prefill --publish-events-and-metrics --request-plane nats --kv-block-size 64",
        file: { tensor_parallel_size: 8, kv_cache_config: { tokens_per_block: 64 } },
        is: { role: "prefill", blockSize: 64, gpus: 8 },
      },
      {
        replicas: 2,
        start:
          "trtllm --model-path nvidia/DeepSeek-V3.2-NVFP4 --extra-engine-args /config/decode.yaml --disaggregation-mode decode --kv-block-size 64",
        file: { tensor_parallel_size: 8 },
        is: { role: "decode", blockSize: 64, gpus: 8 },
      },
    ],
  },
  {
    name: "deepseek-v4-flash vllm disaggregated",
    total: 28,
    workers: [
      {
        replicas: 4,
        start: `vllm --model deepseek-ai/DeepSeek-V4-Flash --data-parallel-size 4 --enable-expert-parallel --kv-cache-dtype fp8 --block-size 256 --moe-backend marlin --max-num-batched-tokens 16384 --gpu-memory-utilization 0.92 --dyn-tool-call-parser deepseek_v4 --dyn-reasoning-parser deepseek_v4 --kv-events-config ${zmq} --disaggregation-mode prefill ${nixl}`,
        is: { role: "prefill", data: 4, blockSize: 256, kvCacheDtype: "fp8", gpus: 4 },
      },
      {
        replicas: 3,
        start: `vllm --model deepseek-ai/DeepSeek-V4-Flash -tp 1 -dp 4 -ep --attention-backend FLASHINFER_MLA --speculative-config {"method":"mtp","num_speculative_tokens":1} --disaggregation-mode decode ${nixl}`,
        is: { role: "decode", gpus: 4 },
      },
    ],
  },
  {
    name: "glm-5 sglang",
    total: 20,
    workers: [
      {
        replicas: 1,
        start: `sglang --model-path /models/nvidia-GLM-5-NVFP4 --trust-remote-code --quantization modelopt_fp4 --kv-cache-dtype fp8_e4m3 --tensor-parallel-size 16 --data-parallel-size 16 --expert-parallel-size 16 --enable-dp-attention --enable-dp-lm-head --max-running-requests 2048 --cuda-graph-max-bs 128 --mem-fraction-static 0.72 --chunked-prefill-size 32768 --max-prefill-tokens 32768 --enable-flashinfer-allreduce-fusion --attention-backend nsa --nsa-decode-backend trtllm --nsa-prefill-backend trtllm --moe-runner-backend flashinfer_trtllm --speculative-algorithm EAGLE --speculative-num-steps 2 --speculative-eagle-topk 1 --speculative-num-draft-tokens 3 --stream-interval 50 --incremental-streaming-output --model-loader-extra-config {"enable_multithread_load":true,"num_threads":32} --host 0.0.0.0 --disaggregation-mode decode --disaggregation-transfer-backend nixl --disaggregation-bootstrap-port 30001 --watchdog-timeout 3600`,
        is: { role: "decode", data: 16, expert: 16, quantization: "modelopt_fp4", gpus: 16 },
      },
      {
        replicas: 1,
        start:
          "sglang --model-path /models/nvidia-GLM-5-NVFP4 --tensor-parallel-size 4 --data-parallel-size 1 --expert-parallel-size 1 --disaggregation-mode prefill --disaggregation-transfer-backend nixl",
        is: { role: "prefill", data: 1, expert: undefined, gpus: 4 },
      },
    ],
  },
  {
    name: "glm-5.2 sglang with its flags in a file",
    total: 20,
    workers: [
      {
        replicas: 3,
        start:
          "sglang --config /etc/sglang/prefill.yaml --dsa-prefill-backend trtllm --cuda-graph-backend-prefill disabled --dyn-tool-call-parser glm47",
        file: {
          "model-path": "nvidia/GLM-5.2-NVFP4",
          "tensor-parallel-size": 4,
          "data-parallel-size": 4,
          "enable-dp-attention": true,
          "ep-size": 4,
          "context-length": 500_000,
          "mem-fraction-static": 0.93,
          "disaggregation-mode": "prefill",
        },
        is: { role: "prefill", expert: 4, contextLength: 500_000, memoryFraction: 0.93, gpus: 4 },
      },
      {
        replicas: 1,
        start: "sglang --config /etc/sglang/decode.yaml --reasoning-parser glm45",
        file: {
          "tp-size": 8,
          "dp-size": 8,
          "enable-dp-attention": true,
          "disaggregation-mode": "decode",
        },
        is: { role: "decode", tensor: 8, data: 8, gpus: 8 },
      },
    ],
  },
  {
    name: "gpt-oss-120b trtllm disaggregated",
    total: 5,
    workers: [
      {
        replicas: 1,
        start:
          "trtllm --model-path openai/gpt-oss-120b --extra-engine-args /opt/prefill.yaml --disaggregation-mode prefill --tensor-parallel-size 1 --max-batch-size 64 --free-gpu-memory-fraction 0.8",
        is: { role: "prefill", memoryFraction: 0.8, gpus: 1 },
      },
      {
        replicas: 1,
        start:
          "trtllm --model-path openai/gpt-oss-120b --disaggregation-mode decode --tensor-parallel-size 4 --expert-parallel-size 1 --max-num-tokens 20000",
        is: { role: "decode", expert: undefined, gpus: 4 },
      },
    ],
  },
  {
    name: "gpt-oss-120b vllm aggregated",
    total: 8,
    workers: [
      {
        replicas: 8,
        start: `vllm --model openai/gpt-oss-120b --tensor-parallel-size 1 --quantization mxfp4 --max-model-len 131072 --max-num-seqs 256 --max-num-batched-tokens 32768 --async-scheduling --enable-flashinfer-autotune --no-disable-hybrid-kv-cache-manager --kv-transfer-config {"kv_connector":"SimpleCPUOffloadConnector","kv_role":"kv_both","kv_connector_extra_config":{"cpu_bytes_to_use_per_rank":1}}`,
        is: { role: "agg", quantization: "mxfp4", contextLength: 131_072, gpus: 1 },
      },
    ],
  },
  {
    name: "inkling sglang",
    total: 8,
    workers: [
      {
        replicas: 1,
        start:
          "sglang --model-path /model-cache/Inkling-NVFP4 --tensor-parallel-size 8 --quantization modelopt_fp4 --attention-backend fa4 --fp4-gemm-backend flashinfer_trtllm --moe-runner-backend flashinfer_trtllm_routed --enable-torch-symm-mem --mamba-radix-cache-strategy extra_buffer --swa-full-tokens-ratio 0.1 --mamba-full-memory-ratio 0.1 --page-size 128 --enable-multimodal --tool-call-parser inkling",
        is: { role: "agg", blockSize: 128, gpus: 8 },
      },
    ],
  },
  {
    name: "kimi-k2.5 trtllm disaggregated",
    total: 24,
    workers: [
      {
        replicas: 3,
        start:
          "trtllm --model-path nvidia/Kimi-K2.5-NVFP4 --extra-engine-args /config/prefill.yaml --disaggregation-mode prefill --publish-events-and-metrics --kv-block-size 32 --dyn-tool-call-parser kimi_k2",
        file: {
          tensor_parallel_size: 4,
          moe_expert_parallel_size: 4,
          pipeline_parallel_size: 1,
          cuda_graph_config: null,
          max_seq_len: 200_000,
          kv_cache_config: { host_cache_size: 107_374_182_400, tokens_per_block: 32 },
        },
        is: { contextLength: 200_000, expert: 4, gpus: 4 },
      },
      {
        replicas: 3,
        start: "trtllm --model-path nvidia/Kimi-K2.5-NVFP4 --disaggregation-mode decode",
        file: { tensor_parallel_size: 4 },
        is: { role: "decode", gpus: 4 },
      },
    ],
  },
  {
    name: "kimi-k3 vllm disaggregated",
    total: 32,
    workers: [
      {
        replicas: 1,
        start: `vllm --model /models/model_weight --served-model-name moonshotai/Kimi-K3 --load-format fastsafetensors --safetensors-load-strategy lazy --trust-remote-code --tensor-parallel-size 16 --gpu-memory-utilization 0.90 --mm-encoder-tp-mode data --mm-encoder-attn-backend TORCH_SDPA --attention-config {"mla_prefill_backend":"TRTLLM_RAGGED"} --kernel-config {"enable_cutedsl_warmup":true} --kda-prefill-backend flashkda --no-enable-flashinfer-autotune --enable-multimodal --skip-mm-profiling --disable-custom-all-reduce --enable-prefix-caching --no-disable-hybrid-kv-cache-manager --no-enable-log-requests --cpu-distributed-timeout-seconds 3600 --scheduler-cls vllm.v1.core.sched.async_scheduler.AsyncScheduler --reasoning-parser kimi_k3 --block-size 64 --kv-events-config ${zmq} --disaggregation-mode prefill ${nixl}`,
        is: { role: "prefill", servedModelName: "moonshotai/Kimi-K3", blockSize: 64, gpus: 16 },
      },
      {
        replicas: 1,
        start: `vllm --model /models/model_weight --tensor-parallel-size 16 --compilation-config {"cudagraph_mode":"FULL_AND_PIECEWISE","cudagraph_capture_sizes":[1,2,4]} --disaggregation-mode decode ${nixl}`,
        is: { role: "decode", gpus: 16 },
      },
    ],
  },
  {
    name: "llama-3-70b vllm disaggregated",
    total: 8,
    workers: [
      {
        replicas: 2,
        start: `vllm --model RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic --tensor-parallel-size 2 --no-enable-prefix-caching --block-size 128 --disaggregation-mode prefill ${nixl}`,
        is: { role: "prefill", gpus: 2 },
      },
      {
        replicas: 1,
        start: `vllm --model RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic --tensor-parallel-size 4 --disaggregation-mode decode ${nixl}`,
        is: { role: "decode", gpus: 4 },
      },
    ],
  },
  {
    name: "nemotron-3-super sglang disaggregated",
    total: 4,
    workers: [
      {
        replicas: 1,
        start:
          "sglang --model-path nvidia/Nemotron-3-Super --tp 2 --disaggregation-mode prefill --disaggregation-transfer-backend nixl --disaggregation-bootstrap-port 12345 --host 0.0.0.0 --skip-tokenizer-init --trust-remote-code --enable-metrics",
        is: { role: "prefill", gpus: 2 },
      },
      {
        replicas: 1,
        start: "sglang --model-path nvidia/Nemotron-3-Super --tp 2 --disaggregation-mode decode",
        is: { role: "decode", gpus: 2 },
      },
    ],
  },
  {
    name: "nemotron-3-ultra vllm disaggregated",
    total: 8,
    workers: [
      {
        replicas: 2,
        start: `vllm --model /opt/models/Nemotron-3-Ultra --tensor-parallel-size 4 --enable-expert-parallel --mamba-cache-mode align --mamba-backend flashinfer --mamba-ssm-cache-dtype float16 --enable-mamba-cache-stochastic-rounding --mamba-cache-philox-rounds 5 --reasoning-parser-plugin /opt/parser.py --reasoning-parser nemotron_v3`,
        is: { role: "agg", expert: 4, dataParallelAttention: false, gpus: 4 },
      },
    ],
  },
  {
    name: "qwen3-235b trtllm disaggregated",
    total: 16,
    workers: [
      {
        replicas: 6,
        start: "trtllm --model-path Qwen/Qwen3-235B-A22B-FP8 --disaggregation-mode prefill",
        file: { tensor_parallel_size: 2, moe_config: { backend: "DEEPGEMM" } },
        is: { gpus: 2 },
      },
      {
        replicas: 1,
        start:
          "trtllm --model-path Qwen/Qwen3-235B-A22B-FP8 --disaggregation-mode decode --trtllm.tensor_parallel_size 4",
        file: { tensor_parallel_size: 2 },
        is: { tensor: 4, gpus: 4 },
      },
    ],
  },
  {
    name: "qwen3-32b vllm kv router",
    total: 16,
    workers: [
      {
        replicas: 6,
        start: `vllm --model Qwen/Qwen3-32B --tensor-parallel-size 2 --block-size 64 --hf-overrides {"rope_scaling":{"rope_type":"yarn","factor":4.0},"max_position_embeddings":131072} --kv-events-config ${zmq} --disaggregation-mode prefill ${nixl}`,
        is: { gpus: 2 },
      },
      {
        replicas: 2,
        start: `vllm --model Qwen/Qwen3-32B --tensor-parallel-size 2 --async-scheduling --no-enable-prefix-caching --disaggregation-mode decode ${nixl}`,
        is: { gpus: 2 },
      },
    ],
  },
  {
    name: "qwen3.8 sglang with its flags in a file",
    total: 48,
    workers: [
      {
        replicas: 2,
        start: "sglang --config /etc/sglang/prefill.yaml",
        file: {
          "tp-size": 16,
          "page-size": 64,
          "disaggregation-mode": "prefill",
          "moe-a2a-backend": "none",
        },
        is: { role: "prefill", blockSize: 64, gpus: 16 },
      },
      {
        replicas: 1,
        start: "sglang --config /etc/sglang/decode.yaml --page-size 32",
        file: { "tp-size": 16, "page-size": 64, "disaggregation-mode": "decode" },
        is: { role: "decode", blockSize: 32, gpus: 16 },
      },
    ],
  },
];
