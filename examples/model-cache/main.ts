// Llama-3.3-70B out of a cache on EFS: a Job downloads one pinned revision and verifies it, four workers
// read it, and what they compile is kept for their next start.
import { App, aggregated, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { CompilationCache, efs, ModelCache, ModelDownload } from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "model-cache", { namespace: "inference" });
const fileSystemId = "fs-0123456789abcdef0";
const model = "meta-llama/Llama-3.3-70B-Instruct";
const revision = "6f6073b423013f6a7d4d9f39144961bfbfbc386b";

// The size follows from the model; EFS does not enforce it.
const cache = ModelCache.efs(chart, "models", { fileSystemId, models: [model] });
const compiled = new CompilationCache(chart, "compiled", { backing: efs({ fileSystemId }) });

new ModelDownload(chart, "download", { cache, model, revision, token: "hf-token-secret" });

new InferenceGraph(chart, "llama-70b", {
  model: { id: model, revision, cache },
  engine: vllm({ maxModelLen: 32_768 }),
  serving: aggregated({ replicas: 4, tensorParallel: 4, compilationCache: compiled.mount }),
});

app.synth();
