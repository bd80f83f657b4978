// One engine over two nodes: DeepSeek-R1 with tensor parallel 16 on 2 × 8 GPUs, started by Grove.
import { App, aggregated, InferenceGraph, infiniband, sglang } from "@dynamo-iac/constructs";
import { Chart } from "cdk8s";

const app = new App();
const chart = new Chart(app, "sglang-multinode", { namespace: "inference" });

new InferenceGraph(chart, "deepseek-r1", {
  model: {
    id: "deepseek-ai/DeepSeek-R1",
    cache: { claimName: "model-cache", mountPath: "/model-cache" },
  },
  engine: sglang({ trustRemoteCode: true, memFractionStatic: 0.82, pageSize: 16 }),
  serving: aggregated({
    nodeCount: 2,
    tensorParallel: 16,
    expertParallel: true,
    sharedMemorySize: "80Gi",
    // Loading 700 GB of weights outlasts the operator's two hours on a cold cache.
    startupProbe: {
      httpGet: { path: "/live", port: "system" },
      periodSeconds: 30,
      failureThreshold: 480,
    },
  }),
  orchestrator: "grove",
  tokenSecret: "hf-token-secret",
  nodes: { fabric: infiniband({ resource: "rdma/ib" }) },
});

app.synth();
