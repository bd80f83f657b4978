// LoRA adapters over one base model; each adapter is a DynamoModel that the workers load on demand.
import { App, aggregated, InferenceGraph, lora, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "lora", { namespace: "inference" });

new InferenceGraph(chart, "qwen3-lora", {
  model: "Qwen/Qwen3-8B",
  engine: vllm({ maxModelLen: 16_384 }),
  serving: aggregated({ replicas: 2 }),
  lora: lora({
    adapters: {
      "sql-expert": "s3://adapters/sql-expert",
      "support-tone": "hf://acme/support-tone",
    },
    maxLoras: 4,
    maxRank: 64,
  }),
  tokenSecret: "hf-token-secret",
});

app.synth();
