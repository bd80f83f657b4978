// The whole graph without a GPU: mocker workers behind a KV router, for tests and for learning.
import { App, aggregated, InferenceGraph, kvRouter, mocker } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "mocker", { namespace: "inference" });

new InferenceGraph(chart, "mocked", {
  model: "Qwen/Qwen3-0.6B",
  engine: mocker({ speedupRatio: 10, blockSize: 64 }),
  serving: aggregated({ replicas: 2 }),
  router: kvRouter(),
});

app.synth();
