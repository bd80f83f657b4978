// Qwen3-32B on p5.48xlarge: six prefill and two decode workers, KV-aware routing, KV cache over EFA.
import { App, disaggregated, efa, InferenceGraph, kvRouter, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "disaggregated", { namespace: "inference" });

new InferenceGraph(chart, "qwen3-32b", {
  model: {
    id: "Qwen/Qwen3-32B",
    cache: { claimName: "model-cache", mountPath: "/model-cache" },
  },
  engine: vllm({
    maxModelLen: 32_768,
    gpuMemoryUtilization: 0.9,
    blockSize: 64,
  }),
  serving: disaggregated({
    prefill: { replicas: 6, tensorParallel: 2 },
    decode: { replicas: 2, tensorParallel: 2 },
  }),
  router: kvRouter({ routerTemperature: 0 }),
  tokenSecret: "hf-token-secret",
  nodes: {
    nodeSelector: { "node.kubernetes.io/instance-type": "p5.48xlarge" },
    tolerations: [{ key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" }],
    // p5.48xlarge has 32 EFA interfaces for 8 GPUs.
    fabric: efa({ perGpu: 4 }),
  },
});

app.synth();
