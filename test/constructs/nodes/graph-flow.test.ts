// SPDX-License-Identifier: Apache-2.0
/** @module What a graph gets from the pool that it names, per cloud and engine; and what it does not. */
import {
  aggregated,
  aws,
  azure,
  disaggregated,
  efa,
  gcp,
  graphObjects,
  type PatternProps,
  sglang,
  tcp,
  trtllm,
  vllm,
} from "@dynamo-iac/constructs";
import type { Component, DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { readLaunch } from "@dynamo-iac/constructs/engines";
import { poolsOf } from "@dynamo-iac/constructs/estimate";
import { describe, expect, it } from "vitest";
import { aks, eksAutoMode, existing, gke, karpenter } from "./pools.js";

const two = { tensorParallel: 2 };
const base: PatternProps = {
  model: "Qwen/Qwen3-32B",
  engine: vllm(),
  serving: disaggregated({ prefill: two, decode: two }),
};

function graphOf(props: Partial<PatternProps>): DynamoGraphDeployment {
  const [graph] = graphObjects("qwen", { ...base, ...props });
  expect(checkObjects([graph])).toEqual([]);
  return graph as DynamoGraphDeployment;
}

function components(props: Partial<PatternProps>): Readonly<Record<string, Component>> {
  const { spec } = graphOf(props);
  return Object.fromEntries((spec?.components ?? []).map((one) => [one.name, one]));
}

function podOf(component: Component | undefined) {
  const { spec, metadata } = component?.podTemplate ?? {};
  const main = spec?.containers[0];
  if (spec === undefined || main === undefined) throw new Error("no pod");
  const env = Object.fromEntries((main.env ?? []).map(({ name, value }) => [name, value]));
  return { ...spec, main, env, annotations: metadata?.annotations ?? {} };
}

describe("a graph on EFA machines", () => {
  const graph = components({ nodes: karpenter({ capacity: "reserved" }) });
  const prefill = podOf(graph.prefill);

  it("asks for the interfaces of its GPUs, the image with libfabric and its backend", () => {
    expect(prefill.main.resources?.limits).toEqual({
      "nvidia.com/gpu": "2",
      "vpc.amazonaws.com/efa": "8",
    });
    expect(prefill.main.image).toMatch(/vllm-runtime:1\.4\.0-efa$/);
    expect(prefill.env).toMatchObject({ FI_PROVIDER: "efa", FI_EFA_USE_DEVICE_RDMA: "1" });
    expect(readLaunch(prefill.main)?.program.flags).toMatchObject({
      kvTransferConfig: { kv_connector_extra_config: { backends: ["LIBFABRIC"] } },
    });
  });

  it("is chosen for the pool, tolerates it, and is not moved", () => {
    for (const role of ["prefill", "decode"]) {
      const pod = podOf(graph[role]);
      expect(pod.nodeSelector).toEqual({ "karpenter.sh/nodepool": "p5" });
      expect(pod.tolerations).toEqual([
        { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
      ]);
      expect(pod.annotations["karpenter.sh/do-not-disrupt"]).toBe("true");
      expect(graph[role]?.sharedMemorySize).toBe("16Gi");
    }
  });

  it("keeps both roles in one zone and on different machines, within the graph", () => {
    expect(prefill.affinity).toEqual({
      podAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [expect.objectContaining({ weight: 100 })],
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            labelSelector: {
              matchLabels: { "nvidia.com/dynamo-graph-deployment-name": "qwen" },
              matchExpressions: [
                {
                  key: "nvidia.com/dynamo-component",
                  operator: "In",
                  values: ["decode", "prefill"],
                },
              ],
            },
            topologyKey: "topology.kubernetes.io/zone",
          },
        ],
      },
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            labelSelector: {
              matchLabels: {
                "nvidia.com/dynamo-component": "decode",
                "nvidia.com/dynamo-graph-deployment-name": "qwen",
              },
            },
            topologyKey: "kubernetes.io/hostname",
          },
        ],
      },
    });
  });

  it("takes IPC_LOCK and nothing else, and says why", () => {
    expect(prefill.main.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { add: ["IPC_LOCK"], drop: ["ALL"] },
    });
    expect(prefill.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(prefill.annotations["dynamo-iac/security-exception"]).toMatch(
      /^IPC_LOCK: RDMA registers GPU and host memory/,
    );
  });

  it("leaves the frontend where it is", () => {
    const frontend = podOf(graph.frontend);
    expect(frontend.nodeSelector).toBeUndefined();
    expect(frontend.tolerations).toBeUndefined();
    expect(frontend.annotations).toEqual({});
    expect(frontend.main.securityContext?.capabilities).toEqual({ drop: ["ALL"] });
  });

  it("goes by environment variable to the engines that want it so", () => {
    const nodes = karpenter();
    const of = (engine: PatternProps["engine"]) => podOf(components({ engine, nodes }).decode).env;
    expect(of(sglang()).SGLANG_DISAGGREGATION_NIXL_BACKEND).toBe("LIBFABRIC");
    expect(of(trtllm()).TRTLLM_NIXL_KVCACHE_BACKEND).toBe("LIBFABRIC");
  });

  it.each([
    ["p5.48xlarge", aws.p5_48xlarge, "8"],
    ["p5en.48xlarge", aws.p5en_48xlarge, "4"],
    ["p6-b200.48xlarge", aws.p6_b200_48xlarge, "2"],
    ["g7e.48xlarge", aws.g7e_48xlarge, "1"],
  ])("gives two GPUs of %s their share of interfaces", (_, machine, interfaces) => {
    const { main } = podOf(components({ nodes: karpenter({ machine }) }).prefill);
    expect(main.resources?.limits?.["vpc.amazonaws.com/efa"]).toBe(interfaces);
  });

  it("runs privileged only on request", () => {
    const nodes = karpenter({ fabric: efa({ perGpu: 4, privileged: true }) });
    const pod = podOf(components({ nodes }).prefill);
    expect(pod.main.securityContext).toEqual({
      privileged: true,
      capabilities: { add: ["IPC_LOCK"] },
    });
    expect(pod.annotations["dynamo-iac/security-exception"]).toMatch(/^privileged, IPC_LOCK: /);
  });

  it("gets huge pages together with memory, without which Kubernetes refuses them", () => {
    const nodes = karpenter({ hugepages: { perNode: "20Gi", perWorker: "5Gi" } });
    const { main, env } = podOf(components({ nodes }).prefill);
    expect(main.resources).toMatchObject({
      limits: { "hugepages-2Mi": "5Gi" },
      requests: { memory: "16Gi" },
    });
    expect(env.FI_EFA_USE_HUGE_PAGE).toBe("1");
  });
});

describe("a graph that needs no fabric", () => {
  it("takes selector and tolerations, and neither devices nor privileges", () => {
    const { worker } = components({ serving: aggregated(two), nodes: karpenter() });
    const pod = podOf(worker);
    expect(pod.nodeSelector).toEqual({ "karpenter.sh/nodepool": "p5" });
    expect(pod.main.resources?.limits).toEqual({ "nvidia.com/gpu": "2" });
    expect(pod.main.image).not.toMatch(/efa/);
    expect(pod.main.securityContext?.capabilities).toEqual({ drop: ["ALL"] });
    expect(pod.affinity).toBeUndefined();
  });

  it("takes the fabric as soon as a replica spans nodes", () => {
    const serving = aggregated({ tensorParallel: 16, nodeCount: 2 });
    const { worker } = components({ serving, nodes: karpenter() });
    expect(podOf(worker).main.resources?.limits).toEqual({
      "nvidia.com/gpu": "8",
      "vpc.amazonaws.com/efa": "32",
    });
    expect(worker?.multinode).toEqual({ nodeCount: 2 });
    const { podAffinity, podAntiAffinity } = podOf(worker).affinity ?? {};
    expect(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution).toMatchObject([
      {
        labelSelector: { matchExpressions: [{ values: ["worker"] }] },
        topologyKey: "topology.kubernetes.io/zone",
      },
    ]);
    expect(podAntiAffinity).toBeUndefined();
  });

  it("has none on machines whose EFA does not reach GPU memory, unless told", () => {
    const nodes = karpenter({ machine: aws.g6e_48xlarge });
    expect(nodes.fabric).toBeUndefined();
    const told = karpenter({ machine: aws.g6e_48xlarge, fabric: efa({ perGpu: 0.5 }) });
    expect(told.fabric?.name).toBe("efa");
  });

  it("stages KV blocks in host memory where TCP is accepted", () => {
    const nodes = eksAutoMode({ fabric: tcp() });
    const { main, env, affinity } = podOf(components({ nodes }).prefill);
    expect(env.UCX_TLS).toBe("tcp,cuda_copy,self");
    expect(readLaunch(main)?.program.flags).toMatchObject({
      kvTransferConfig: { kv_connector: "NixlConnector", kv_buffer_device: "cpu" },
    });
    expect(main.image).not.toMatch(/efa/);
    expect(affinity).toBeUndefined();
  });
});

describe("a graph on other clouds", () => {
  it("opens all InfiniBand interfaces of an Azure machine by one shared device", () => {
    const nodes = aks({ machine: azure.Standard_ND96isr_H100_v5, zones: ["eastus-1"] });
    const { main, env, affinity } = podOf(components({ nodes }).decode);
    expect(main.resources?.limits?.["rdma/shared_ib"]).toBe("1");
    expect(env.UCX_NET_DEVICES?.split(",")).toHaveLength(8);
    expect(env.NCCL_SOCKET_IFNAME).toBe("eth0");
    expect(main.securityContext?.capabilities?.add).toEqual(["IPC_LOCK"]);
    expect(affinity?.podAffinity).toBeDefined();
    expect(affinity?.podAntiAffinity).toBeUndefined();
  });

  it("finds GKE's driver, beside what the user sets up, except in multi-node engines", () => {
    const engine = vllm({ setup: "ulimit -n 65536" });
    const { worker } = components({ engine, serving: aggregated(two), nodes: gke() });
    const { main } = podOf(worker);
    expect(main.command).toEqual(["/bin/sh", "-c"]);
    expect(main.args?.[0]?.split("\n").slice(0, 3)).toEqual([
      "export LD_LIBRARY_PATH=/usr/local/nvidia/lib64:$LD_LIBRARY_PATH",
      "export PATH=$PATH:/usr/local/nvidia/bin",
      "ulimit -n 65536",
    ]);
    expect(readLaunch(main)?.program.flags).toMatchObject({ tensorParallelSize: 2 });
    const wide = aggregated({ tensorParallel: 16, nodeCount: 2 });
    const multi = podOf(components({ serving: wide, nodes: gke() }).worker);
    expect(multi.main.command?.[0]).toBe("python3");
  });

  it("joins one RoCE network per GPU on Google Cloud", () => {
    const nodes = gke({
      machine: gcp.a4_highgpu_8g,
      capacity: "reserved",
      reservations: [{ name: "b200" }],
    });
    const pod = podOf(components({ nodes }).prefill);
    expect(pod.main.resources?.limits).toEqual({
      "nvidia.com/gpu": "2",
      "networking.gke.io.networks/rdma-0": "1",
      "networking.gke.io.networks/rdma-0.IP": "1",
      "networking.gke.io.networks/rdma-1": "1",
      "networking.gke.io.networks/rdma-1.IP": "1",
    });
    expect(pod.annotations).toMatchObject({
      "networking.gke.io/default-interface": "eth0",
      "networking.gke.io/interfaces":
        '[{"interfaceName":"eth2","network":"rdma-0"},{"interfaceName":"eth3","network":"rdma-1"}]',
      "cluster-autoscaler.kubernetes.io/safe-to-evict": "false",
    });
    expect(pod.nodeSelector).toEqual({ "cloud.google.com/compute-class": "l4" });
    expect(pod.volumes).toContainEqual({
      name: "gib",
      hostPath: { path: "/home/kubernetes/bin/gib", type: "Directory" },
    });
    expect(pod.main.volumeMounts).toContainEqual({
      name: "gib",
      mountPath: "/usr/local/gib",
      readOnly: true,
    });
    expect(pod.main.securityContext?.privileged).toBe(true);
    expect(pod.securityContext?.runAsUser).toBe(0);
  });
});

describe("roles with pools of their own", () => {
  const prefill = karpenter({ name: "prefill-pool" });
  const decode = existing({ machine: aws.p5en_48xlarge, labels: { pool: "decode" } });
  const serving = disaggregated({
    prefill: { ...two, nodes: prefill },
    decode: { ...two, nodes: decode, affinity: { nodeAffinity: {} } },
  });

  it("run there, and what the user says of a role wins", () => {
    const graph = components({ serving, nodes: eksAutoMode() });
    expect(podOf(graph.prefill).nodeSelector).toEqual({ "karpenter.sh/nodepool": "prefill-pool" });
    expect(podOf(graph.decode).nodeSelector).toEqual({ pool: "decode" });
    expect(podOf(graph.decode).main.resources?.limits?.["vpc.amazonaws.com/efa"]).toBe("4");
    expect(podOf(graph.decode).affinity).toMatchObject({ nodeAffinity: {}, podAffinity: {} });
  });

  it("travel with the graph, each once, and nothing else does", () => {
    const { pools } = poolsOf([graphOf({ serving, nodes: eksAutoMode() })]);
    expect(pools).toEqual([prefill.pool, decode.pool]);
    const shared = poolsOf([graphOf({ nodes: prefill })]);
    expect(shared.pools).toEqual([prefill.pool]);
  });

  it("name no pool when nobody gives one", () => {
    const graph = graphOf({ nodes: { nodeSelector: { a: "b" } } });
    expect(graph.metadata?.annotations).toBeUndefined();
  });
});
