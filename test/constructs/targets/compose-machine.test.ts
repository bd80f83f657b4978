// SPDX-License-Identifier: Apache-2.0
/** @module The machine and the planes: GPUs, shared namespaces, etcd, NATS, and what is refused. */
import type { Component } from "@dynamo-iac/constructs/api";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { toCompose } from "@dynamo-iac/constructs/targets";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { codesOf, component, composed, frontend, graph, image, worker } from "./graph.js";

describe("GPUs", () => {
  const devices = (file: ReturnType<typeof composed>, name: string) =>
    file.service(name).deploy?.resources.reservations?.devices[0]?.device_ids;
  const two = { limits: { "nvidia.com/gpu": 2 } };
  const aggregated = [
    frontend,
    component("Big", "worker", { command: ["python3", "-m", "dynamo.vllm"], resources: two }),
    worker("Small", "agg", { replicas: 2 }),
  ];

  it("are given out per replica in order", () => {
    const file = composed(aggregated);
    expect(devices(file, "big-0")).toEqual(["0", "1"]);
    expect(devices(file, "small-0")).toEqual(["2"]);
    expect(devices(file, "small-1")).toEqual(["3"]);
    expect(file.service("frontend-0").deploy).toBeUndefined();
    expect(file.service("small-0").environment).not.toHaveProperty("CUDA_VISIBLE_DEVICES");
  });

  it("are those that the caller names", () => {
    const file = composed(aggregated, { gpuIds: ["7", "5", "GPU-aa", "3"] });
    expect(devices(file, "big-0")).toEqual(["5", "7"]);
    expect(devices(file, "small-0")).toEqual(["GPU-aa"]);
  });

  it("that the machine does not have are an error with the sum", () => {
    const { yaml, findings } = toCompose(graph(aggregated), { gpus: 3 });
    expect(yaml).toBeUndefined();
    expect(findings).toMatchObject([
      { code: "DYN-CMP-005", message: "Big 1 × 2 + Small 2 × 1 = 4 GPUs, the machine has 3" },
    ]);
    expect(codesOf(aggregated, { gpuIds: ["0", "1", "2"] })).toEqual(["DYN-CMP-005"]);
    expect(codesOf(aggregated, { gpus: 4 })).toEqual([]);
  });

  it("come with the limits for pinned memory and open files", () => {
    const { service } = composed(aggregated);
    expect(service("big-0").ulimits).toEqual({
      memlock: { soft: -1, hard: -1 },
      nofile: { soft: 65_536, hard: 65_536 },
      stack: { soft: 67_108_864, hard: 67_108_864 },
    });
    expect(service("frontend-0").ulimits).toBeUndefined();
  });
});

describe("workers that hand KV blocks to one another", () => {
  const file = composed(
    [frontend, worker("Prefill", "prefill", { replicas: 2 }), worker("Decode", "decode")],
    { gpuIds: ["6", "2", "4"] },
  );

  it("see one another's GPUs and use their own, counted in the order of the bus", () => {
    for (const [name, own] of [
      ["prefill-0", "2"],
      ["prefill-1", "0"],
      ["decode-0", "1"],
    ] as const) {
      const { deploy, environment } = file.service(name);
      expect(deploy?.resources.reservations?.devices).toEqual([
        { driver: "nvidia", device_ids: ["2", "4", "6"], capabilities: ["gpu"] },
      ]);
      expect(environment).toMatchObject({
        CUDA_DEVICE_ORDER: "PCI_BUS_ID",
        CUDA_VISIBLE_DEVICES: own,
      });
    }
  });

  it("keep UUIDs, which no order changes", () => {
    const { service } = composed([frontend, worker("P", "prefill"), worker("D", "decode")], {
      gpuIds: ["GPU-b", "GPU-a"],
    });
    expect(service("p-0").environment?.CUDA_VISIBLE_DEVICES).toBe("GPU-b");
  });

  it("share process and IPC namespaces of a holder that has shared memory for all", () => {
    expect(file.service("gpu-peers")).toMatchObject({
      image,
      init: true,
      ipc: "shareable",
      shm_size: "24g",
    });
    expect(file.service("decode-0")).toMatchObject({
      pid: "service:gpu-peers",
      ipc: "service:gpu-peers",
      cap_add: ["SYS_PTRACE"],
    });
    expect(file.service("decode-0").shm_size).toBeUndefined();
    expect(file.service("frontend-0").pid).toBeUndefined();
  });

  it("are none when each serves alone, or has no GPU", () => {
    expect(composed([frontend, worker("W", "agg", { replicas: 2 })]).services).not.toHaveProperty(
      "gpu-peers",
    );
    const mockers = (["prefill", "decode"] as const).map((mode) =>
      component(mode, mode, {
        command: ["python3", "-m", "dynamo.mocker"],
        args: ["--model-path", "m", "--disaggregation-mode", mode],
      }),
    );
    expect(composed([frontend, ...mockers]).services).not.toHaveProperty("gpu-peers");
  });
});

describe("network adapters", () => {
  it("are left out with the variables that steer them", () => {
    const components = [
      frontend,
      component("W", "worker", {
        env: [
          { name: "FI_PROVIDER", value: "efa" },
          { name: "UCX_NET_DEVICES", value: "mlx5_0:1" },
          { name: "UCX_RNDV_THRESH", value: "8192" },
        ],
        resources: { limits: { "nvidia.com/gpu": 1, "vpc.amazonaws.com/efa": 4, "rdma/ib": 1 } },
      }),
    ];
    const { environment } = composed(components).service("w-0");
    expect(environment).toHaveProperty("UCX_RNDV_THRESH");
    expect(environment).not.toHaveProperty("FI_PROVIDER");
    expect(environment).not.toHaveProperty("UCX_NET_DEVICES");
    const { findings } = toCompose(graph(components));
    expect(findings).toMatchObject([{ code: "DYN-CMP-015" }]);
    expect(findings[0]?.message).toBe(
      "vpc.amazonaws.com/efa, rdma/ib are left out, and with them FI_PROVIDER, UCX_NET_DEVICES",
    );
  });

  it("are all that may be missing: other devices are refused", () => {
    const resources = { limits: { "amd.com/gpu": 1 } };
    expect(codesOf([frontend, component("W", "worker", { resources })])).toEqual(["DYN-CMP-006"]);
  });
});

describe("discovery and messaging", () => {
  it("are files on a volume in memory, and ZMQ, when nobody says more", () => {
    const { service, volumes, services } = composed([frontend]);
    expect(Object.keys(services)).toEqual(["frontend-0"]);
    expect(service("frontend-0").environment).toMatchObject({
      DYN_DISCOVERY_BACKEND: "file",
      DYN_FILE_KV: "/dynamo-discovery",
    });
    expect(volumes).toEqual({
      discovery: { driver_opts: { type: "tmpfs", device: "tmpfs", o: "mode=0777" } },
    });
  });

  it("are etcd and NATS on demand, and everything waits for them", () => {
    const { service, configs } = composed([frontend], { discovery: "etcd", nats: true });
    const own = service("frontend-0");
    expect(own.environment).toMatchObject({
      DYN_DISCOVERY_BACKEND: "etcd",
      ETCD_ENDPOINTS: "http://etcd:2379",
      NATS_SERVER: "nats://nats:4222",
      DYN_EVENT_PLANE: "nats",
    });
    expect(own.environment).not.toHaveProperty("DYN_FILE_KV");
    expect(own.depends_on).toEqual({
      etcd: { condition: "service_healthy" },
      nats: { condition: "service_healthy" },
    });
    expect(configs?.["nats.conf"]?.content).toContain("max_payload: 15728640\n");
    expect(service("etcd").image).toMatch(/:v\d+\.\d+\.\d+$/);
    expect(service("nats").image).toMatch(/:\d+\.\d+\.\d+-alpine$/);
  });

  it("follow the graph: an annotation, a flag, an address", () => {
    const annotated = graph([frontend], {}, { "nvidia.com/dynamo-discovery-backend": "etcd" });
    expect(toCompose(annotated).file?.services).toHaveProperty("etcd");
    const command = [
      "python3",
      "-m",
      "dynamo.frontend",
      "--discovery-backend",
      "etcd",
      "--event-plane",
      "nats",
    ];
    expect(Object.keys(composed([component("F", "frontend", { command })]).services)).toEqual([
      "etcd",
      "nats",
      "f-0",
    ]);
  });

  it("replace addresses of the cluster, and say so", () => {
    const env = [
      { name: "NATS_SERVER", value: "nats://nats.prod:4222" },
      { name: "ETCD_ENDPOINTS", value: "http://etcd.prod:2379" },
    ];
    const components = [component("F", "frontend", { env })];
    const { environment } = composed(components).service("f-0");
    expect(environment).toMatchObject({ NATS_SERVER: "nats://nats:4222" });
    expect(environment).not.toHaveProperty("ETCD_ENDPOINTS");
    expect(codesOf(components)).toEqual(["DYN-CMP-016", "DYN-CMP-016"]);
  });

  it("cannot differ from what a flag says", () => {
    const flags = (...args: string[]) => [
      component("F", "frontend", { command: ["python3", "-m", "dynamo.frontend", ...args] }),
    ];
    expect(codesOf(flags("--discovery-backend", "mem"))).toEqual(["DYN-CMP-011"]);
    expect(codesOf(flags("--discovery-backend", "etcd"), { discovery: "file" })).toEqual([
      "DYN-CMP-011",
    ]);
    expect(codesOf(flags("--request-plane", "nats"), { nats: false })).toEqual(["DYN-CMP-011"]);
    const variable = { env: [{ name: "DYN_REQUEST_PLANE", value: "nats" }] };
    expect(codesOf([component("F", "frontend", variable)], { nats: false })).toEqual([
      "DYN-CMP-011",
    ]);
  });
});

describe("what one machine cannot do", () => {
  const refused = (extra: Component): [string | undefined, string, string][] => {
    const { yaml, findings } = toCompose(graph([frontend, extra]));
    return findings.map(({ code, path }) => [yaml, code, formatPath(path)]);
  };
  const at = "spec.components[1]";

  it.each([
    ["DYN-CMP-001", `${at}.multinode`, worker("W", "agg", { multinode: { nodeCount: 4 } })],
    [
      "DYN-CMP-003",
      `${at}.experimental.gpuMemoryService`,
      worker("W", "agg", { experimental: { gpuMemoryService: {} } }),
    ],
    [
      "DYN-CMP-003",
      `${at}.experimental.failover`,
      worker("W", "agg", { experimental: { failover: {} } }),
    ],
    ["DYN-CMP-002", at, component("E", "epp")],
    [
      "DYN-CMP-004",
      `${at}.podTemplate.spec.containers[0].resources.claims`,
      component("W", "worker", { resources: { claims: [{ name: "gpu" }] } }),
    ],
    [
      "DYN-CMP-007",
      `${at}.podTemplate.spec.initContainers`,
      component("W", "worker", {}, { initContainers: [{ name: "wait", image: "busybox:1.36" }] }),
    ],
    [
      "DYN-CMP-010",
      `${at}.podTemplate.spec.containers[0]`,
      component("W", "worker", { image: undefined }),
    ],
    [
      "DYN-CMP-010",
      `${at}.podTemplate.spec.containers[1]`,
      component("W", "worker", {}, { containers: [{ name: "side" }] }),
    ],
  ])("%s at %s", (code, path, extra) => {
    expect(refused(extra)).toEqual([[undefined, code, path]]);
  });

  it.each([
    ["DYN-CMP-013", worker("W", "agg", { experimental: { checkpoint: { enabled: true } } })],
    ["DYN-CMP-014", worker("W", "agg", { topologyConstraint: { packDomain: "rack" } })],
    ["DYN-CMP-019", component("W", "worker", {}, { hostNetwork: true })],
  ])("%s only warns", (code, extra) => {
    const [[yaml, found] = []] = refused(extra);
    expect(found).toBe(code);
    expect(yaml).toContain("w-0:");
  });

  it("leaves a planner out, and the topology of the graph", () => {
    const planner = component("Planner", "planner");
    expect(Object.keys(composed([frontend, planner]).services)).toEqual(["frontend-0"]);
    expect(codesOf([frontend, planner])).toEqual(["DYN-CMP-012"]);
    const constrained = graph([frontend], { topologyConstraint: { clusterTopologyName: "t" } });
    expect(toCompose(constrained).findings).toMatchObject([{ code: "DYN-CMP-014" }]);
  });

  it("is hundreds of containers, or more GPUs than any machine has", () => {
    const many = component("F", "frontend", {}, {}, { replicas: 300 });
    expect(codesOf([many])).toEqual(["DYN-CMP-026"]);
    const resources = { limits: { "nvidia.com/gpu": "16Gi" } };
    expect(codesOf([frontend, component("W", "worker", { resources })])).toEqual(["DYN-CMP-005"]);
  });

  it("warns without a frontend, and refuses when nothing is left", () => {
    expect(codesOf([worker("W", "agg")])).toEqual(["DYN-CMP-023"]);
    expect(codesOf([component("P", "planner")])).toEqual(["DYN-CMP-012", "DYN-CMP-025"]);
    expect(codesOf([component("F", "frontend", {}, {}, { replicas: 0 })])).toEqual(["DYN-CMP-025"]);
  });
});

describe("the text of the file", () => {
  it("says how to use it, holds the file, and is the same every time", () => {
    const { yaml, name } = composed([frontend, worker("W", "agg")], { port: 9000 });
    expect(name).toBe("llama");
    expect(yaml).toMatch(/^# Graph llama on one machine, without Kubernetes\.\n/);
    expect(yaml).toContain("#   curl http://127.0.0.1:9000/v1/models\n");
    const { file, yaml: again } = toCompose(graph([frontend, worker("W", "agg")]), { port: 9000 });
    expect(again).toBe(yaml);
    expect(load(yaml)).toEqual(file);
  });

  it("has a project name that Compose takes", () => {
    const dotted = { ...graph([frontend]), metadata: { name: "llama-3.1" } };
    expect(toCompose(dotted).file?.name).toBe("llama-3-1");
    expect(toCompose(dotted).file?.services["frontend-0"]?.environment?.DYN_NAMESPACE).toBe(
      "default-llama-3-1",
    );
  });
});
