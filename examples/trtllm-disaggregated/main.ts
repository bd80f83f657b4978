// TensorRT-LLM with prefill and decode apart; each role's engine configuration is a ConfigMap.
import {
  App,
  disaggregated,
  InferenceGraph,
  roundRobinRouter,
  trtllm,
} from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "trtllm-disaggregated", { namespace: "inference" });

const kvCache = { dtype: "fp8", free_gpu_memory_fraction: 0.85 };

new InferenceGraph(chart, "gpt-oss", {
  model: "openai/gpt-oss-120b",
  engine: trtllm({ maxSeqLen: 9_000 }),
  serving: disaggregated({
    prefill: {
      replicas: 1,
      tensorParallel: 1,
      sharedMemorySize: "80Gi",
      engineConfig: {
        max_batch_size: 64,
        max_num_tokens: 20_000,
        kv_cache_config: kvCache,
        cache_transceiver_config: { backend: "UCX", max_tokens_in_buffer: 9_216 },
      },
    },
    decode: {
      replicas: 1,
      tensorParallel: 4,
      expertParallel: true,
      sharedMemorySize: "80Gi",
      engineConfig: {
        max_batch_size: 1_280,
        max_num_tokens: 20_000,
        kv_cache_config: kvCache,
        cache_transceiver_config: { backend: "UCX", max_tokens_in_buffer: 9_216 },
      },
    },
  }),
  router: roundRobinRouter(),
  tokenSecret: "hf-token-secret",
});

app.synth();
