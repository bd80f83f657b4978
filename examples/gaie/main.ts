// Behind a Gateway: an endpoint picker chooses the worker, and each worker has a frontend beside it.
import { App, aggregated, endpointPicker, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "gaie", { namespace: "inference" });

new InferenceGraph(chart, "llama3-70b", {
  model: {
    id: "RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic",
    cache: { claimName: "model-cache", mountPath: "/model-cache" },
  },
  engine: vllm({ gpuMemoryUtilization: 0.9, blockSize: 128 }),
  serving: aggregated({ tensorParallel: 4, sharedMemorySize: "20Gi" }),
  endpointPicker: endpointPicker(),
  tokenSecret: "hf-token-secret",
});

app.synth();
