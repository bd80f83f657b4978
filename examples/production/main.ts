// Two models in production on EKS: platform, machines, storage, graphs, and a budget for all of it.
import {
  App,
  aggregated,
  aws,
  Budget,
  disaggregated,
  InferenceGraph,
  kvRouter,
  vllm,
} from "@dynamo-iac/constructs";
import { GpuNodePool } from "@dynamo-iac/constructs/nodes";
import { DynamoPlatform } from "@dynamo-iac/constructs/platform";
import { CompilationCache, efs, ModelCache, ModelDownload } from "@dynamo-iac/constructs/storage";
import { Chart } from "cdk8s";

const zone = "us-east-1a";
const prometheus = "http://prometheus-kube-prometheus-prometheus.monitoring.svc:9090";
const models = {
  large: { id: "Qwen/Qwen3-32B", revision: "9216db5781bf21249d130ec9da846c4624c16137" },
  small: { id: "Qwen/Qwen3-8B", revision: "b968826d9c46dd6066d109eabc6255188de91218" },
};

const app = new App();

// The operator with two replicas, webhooks with certificates of cert-manager, metrics for Prometheus.
const system = new Chart(app, "platform", { namespace: "dynamo-system" });
new DynamoPlatform(system, "platform", {
  createNamespace: true,
  grove: "external",
  webhooks: { certificates: { kind: "cert-manager" } },
  monitoring: { serviceMonitor: true, podMonitors: true, prometheusEndpoint: prometheus },
});

const chart = new Chart(app, "serving", { namespace: "serving" });

// Machines that Karpenter makes when a worker needs one: reserved ones with EFA, and cheap ones.
const p5 = GpuNodePool.karpenter(chart, "p5", {
  cluster: "inference",
  machine: aws.p5_48xlarge,
  zones: [zone],
  capacity: "reserved",
  max: 6,
});
const g6e = GpuNodePool.karpenter(chart, "g6e", {
  cluster: "inference",
  machine: aws.g6e_4xlarge,
  zones: [zone],
  max: 6,
});

// Weights on a Lustre file system of the zone, and on EFS what engines compile at their first start.
const cache = ModelCache.fsxLustre(chart, "models", {
  fileSystemId: "fs-0123456789abcdef0",
  dnsName: "fs-0123456789abcdef0.fsx.us-east-1.amazonaws.com",
  mountName: "fsxmount",
  size: "2400Gi",
  zone,
  models: [models.large.id, models.small.id],
  pools: [p5, g6e],
});
const compiled = new CompilationCache(chart, "compiled", {
  backing: efs({ fileSystemId: "fs-0fedcba9876543210" }),
});
const compilationCache = compiled.mount;
const waive = [
  { code: "DYN-STOR-020", reason: "the file system was made with a root folder of user 1000" },
] as const;
for (const [name, { id, revision }] of Object.entries(models))
  new ModelDownload(chart, `download-${name}`, {
    cache,
    model: id,
    revision,
    token: "hf-token",
    waive,
  });

// Long prompts: prefill and decode apart, KV cache over EFA, both scaled to a latency by the planner.
new InferenceGraph(chart, "qwen3-32b", {
  model: { ...models.large, cache },
  engine: vllm({ maxModelLen: 32_768, gpuMemoryUtilization: 0.9, blockSize: 64 }),
  serving: disaggregated({
    prefill: { replicas: 4, tensorParallel: 2, compilationCache },
    decode: { replicas: 2, tensorParallel: 4, compilationCache },
  }),
  router: kvRouter(),
  frontend: { replicas: 2 },
  nodes: p5,
});

// Short ones: whole workers on small machines.
new InferenceGraph(chart, "qwen3-8b", {
  model: { ...models.small, cache },
  engine: vllm({ maxModelLen: 16_384 }),
  serving: aggregated({ replicas: 4, compilationCache }),
  router: kvRouter(),
  frontend: { replicas: 2 },
  nodes: g6e,
});

// What it costs at most is proven at every synthesis: machines at list prices, storage by our contract.
new Budget(app, "budget", {
  monthlyUsd: 150_000,
  prices: { storage: { "fsx-lustre": 0.21, efs: 0.3 } },
});

app.synth();
