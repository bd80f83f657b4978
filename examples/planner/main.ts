// The planner scales prefill and decode workers to keep a latency target; it owns their replica counts.
import { App, disaggregated, InferenceGraph, planner, vllm } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "planner", { namespace: "inference" });

new InferenceGraph(chart, "qwen3-planned", {
  model: "Qwen/Qwen3-8B",
  engine: vllm({ maxModelLen: 16_384 }),
  serving: disaggregated(),
  planner: planner({
    optimization_target: "sla",
    ttft_ms: 500,
    itl_ms: 30,
    enable_throughput_scaling: true,
    enable_load_scaling: true,
    throughput_adjustment_interval_seconds: 60,
    load_adjustment_interval_seconds: 5,
    max_gpu_budget: 8,
  }),
  tokenSecret: "hf-token-secret",
});

app.synth();
