// One vLLM worker behind a frontend: the smallest graph that answers requests.
import { App, aggregated, InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "quickstart", { namespace: "inference" });

new InferenceGraph(chart, "qwen3", {
  model: "Qwen/Qwen3-0.6B",
  engine: vllm(),
  serving: aggregated(),
});

app.synth();
