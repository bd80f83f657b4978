// The constructs in a chart that somebody else wrote, with plain cdk8s and every escape hatch.
import { InferenceGraph, vllm } from "@dynamo-iac/constructs";
import { ApiObject, App, JsonPatch } from "cdk8s";
import { ProductChart } from "./chart.js";

const app = new App();
const chart = new ProductChart(app, "search", {
  namespace: "search",
  labels: { team: "search" },
  gpus: 4,
});

// Component by component instead of by pattern: every field of the API under its own name.
const graph = new InferenceGraph(chart, "reranker", {
  components: [
    {
      name: "frontend",
      type: "frontend",
      replicas: 2,
      image: "registry.example.com/dynamo/dynamo-frontend:1.4.0",
    },
    {
      name: "worker",
      type: "worker",
      replicas: 2,
      image: "registry.example.com/dynamo/vllm-runtime:1.4.0",
      program: vllm({ model: "Qwen/Qwen3-Reranker-4B", runner: "pooling", tensorParallelSize: 1 }),
      gpus: 1,
      // Merged last over the rendered pod template.
      podTemplate: { spec: { dnsPolicy: "ClusterFirstWithHostNet" } },
    },
  ],
});

// Any field of the written object, with a look whether the pointer leads somewhere.
graph.override("/spec/components/1/podTemplate/spec/hostNetwork", true);

// The cdk8s object itself, unchecked.
ApiObject.of(graph).addJsonPatch(
  JsonPatch.add("/metadata/annotations", { "example.com/owner": "search-platform" }),
);

app.synth();
