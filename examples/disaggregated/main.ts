// Qwen3-32B on p5.48xlarge: six prefill and two decode workers, KV-aware routing, KV cache over EFA.
import { App, aws, disaggregated, InferenceGraph, kvRouter, vllm } from "@dynamo-iac/constructs";
import { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "disaggregated", { namespace: "inference" });

// EFA devices, libfabric, the -efa image, IPC_LOCK, tolerations and affinity follow from the machine.
const p5 = GpuNodePool.karpenter(chart, "p5", {
  cluster: "inference",
  machine: aws.p5_48xlarge,
  zones: ["us-west-2a"],
  capacity: "reserved",
  max: 4,
});

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
  nodes: p5,
});

app.synth();
