// SPDX-License-Identifier: Apache-2.0
import {
  aggregated,
  disaggregated,
  efa,
  endpointPicker,
  graphObjects,
  infiniband,
  kvRouter,
  lora,
  mocker,
  type PatternProps,
  planner,
  randomRouter,
  roundRobinRouter,
  sglang,
  trtllm,
  vllm,
} from "@dynamo-iac/constructs";
import type { Component, DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { readLaunch } from "@dynamo-iac/constructs/engines";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

const base: PatternProps = { model: "Qwen/Qwen3-32B", engine: vllm(), serving: aggregated() };

function render(props: Partial<PatternProps>): Readonly<Record<string, Component>> {
  const [graph] = graphObjects("g", { ...base, ...props });
  const { spec } = graph as DynamoGraphDeployment;
  return Object.fromEntries(
    (spec?.components ?? []).map((component) => [component.name, component]),
  );
}

function main(component: Component | undefined) {
  const container = component?.podTemplate?.spec?.containers[0];
  if (container === undefined) throw new Error("no main container");
  return container;
}

const flags = (component: Component | undefined) =>
  readLaunch(main(component))?.program.flags ?? {};

describe("every combination of engine and pattern", () => {
  const engines = { vllm: vllm(), sglang: sglang(), trtllm: trtllm(), mocker: mocker() };
  const servings = {
    aggregated: aggregated({ replicas: 2 }),
    disaggregated: disaggregated({ prefill: { replicas: 2 }, decode: { replicas: 2 } }),
    "aggregated over two nodes": aggregated({ nodeCount: 2, tensorParallel: 16 }),
    "disaggregated over two nodes": disaggregated({
      prefill: { nodeCount: 2, tensorParallel: 16 },
      decode: { nodeCount: 2, tensorParallel: 16 },
    }),
  };
  const routers = {
    "KV router": kvRouter(),
    "round robin": roundRobinRouter(),
    random: randomRouter(),
    "no router": undefined,
  };
  const cases = Object.entries(engines).flatMap(([engine, program]) =>
    Object.entries(servings).flatMap(([serving, pattern]) =>
      Object.entries(routers)
        .filter(() => engine !== "mocker" || !serving.includes("nodes"))
        .map(
          ([router, route]) =>
            [
              engine,
              serving,
              router,
              { engine: program, serving: pattern, router: route },
            ] as const,
        ),
    ),
  );

  it.each(cases)(
    "%s, %s, %s: has no finding that is an error",
    (_engine, _serving, _router, props) => {
      const objects = graphObjects("g", { ...base, ...props, nodes: { fabric: infiniband() } });
      expect(checkObjects(objects).filter((found) => found.severity === "error")).toEqual([]);
    },
  );
});

describe("aggregated", () => {
  it("asks for the GPUs of the engine's parallelism", () => {
    expect(
      main(render({ serving: aggregated({ tensorParallel: 2, pipelineParallel: 2 }) }).worker)
        .resources?.limits,
    ).toEqual({ "nvidia.com/gpu": "4" });
    expect(
      main(render({ serving: aggregated({ tensorParallel: 16, nodeCount: 2 }) }).worker).resources
        ?.limits,
    ).toEqual({ "nvidia.com/gpu": "8" });
    expect(main(render({ engine: mocker() }).worker).resources).toBeUndefined();
  });

  it("leaves the user's flags of the engine above what follows from the graph", () => {
    const { worker } = render({
      engine: vllm({ tensorParallelSize: 4, extraArgs: ["--x"] }),
      serving: aggregated({ tensorParallel: 2 }),
    });
    expect(flags(worker)).toMatchObject({ tensorParallelSize: 4 });
    expect(main(worker).args?.at(-1)).toBe("--x");
  });

  it("lays a role's own settings over everything", () => {
    const { worker } = render({
      serving: aggregated({
        image: "registry.example.com/vllm-runtime:1.4.0",
        replicas: 0,
        env: { VLLM_LOGGING_LEVEL: "DEBUG" },
        resources: { requests: { memory: "64Gi" } },
        securityContext: { privileged: true },
        podTemplate: { spec: { hostIPC: true } },
      }),
    });
    expect(worker).toMatchObject({ replicas: 0, podTemplate: { spec: { hostIPC: true } } });
    expect(main(worker)).toMatchObject({
      image: "registry.example.com/vllm-runtime:1.4.0",
      env: [{ name: "VLLM_LOGGING_LEVEL", value: "DEBUG" }],
      resources: { limits: { "nvidia.com/gpu": "1" }, requests: { memory: "64Gi" } },
      securityContext: { privileged: true, allowPrivilegeEscalation: false },
    });
  });
});

describe("disaggregated", () => {
  it("gives both roles of vLLM the connector, and their role", () => {
    const { prefill, decode } = render({ serving: disaggregated() });
    const connector = { kv_connector: "NixlConnector", kv_role: "kv_both" };
    expect(flags(prefill)).toMatchObject({
      disaggregationMode: "prefill",
      kvTransferConfig: connector,
    });
    expect(flags(decode)).toMatchObject({
      disaggregationMode: "decode",
      kvTransferConfig: connector,
    });
  });

  it("gives both roles of SGLang the same bootstrap port, backend and address", () => {
    const { prefill, decode } = render({ engine: sglang(), serving: disaggregated() });
    const agreed = {
      disaggregationBootstrapPort: 12_345,
      disaggregationTransferBackend: "nixl",
      host: "0.0.0.0",
    };
    expect(flags(prefill)).toMatchObject({ disaggregationMode: "prefill", ...agreed });
    expect(flags(decode)).toMatchObject({ disaggregationMode: "decode", ...agreed });
  });

  it("mounts each role of TensorRT-LLM its engine configuration", () => {
    const [graph, prefill, decode] = graphObjects("g", {
      ...base,
      engine: trtllm(),
      serving: disaggregated({ decode: { engineConfig: { max_batch_size: 8 } } }),
    }) as unknown as readonly [
      DynamoGraphDeployment,
      ...{ metadata: { name: string }; data: Record<string, string> }[],
    ];
    expect(load(prefill?.data["prefill.yaml"] ?? "")).toEqual({
      cache_transceiver_config: { backend: "DEFAULT" },
      disable_overlap_scheduler: true,
    });
    expect(load(decode?.data["decode.yaml"] ?? "")).toEqual({
      cache_transceiver_config: { backend: "DEFAULT" },
      max_batch_size: 8,
    });
    const pod = graph.spec?.components?.[1]?.podTemplate?.spec;
    expect(pod?.volumes).toEqual([
      { name: "engine-config", configMap: { name: prefill?.metadata.name } },
    ]);
    expect(pod?.containers[0]?.volumeMounts).toEqual([
      { name: "engine-config", mountPath: "/opt/dynamo/engine-config", readOnly: true },
    ]);
  });

  it("keeps role flags apart from those of the graph's engine", () => {
    const { prefill, decode } = render({
      engine: vllm({ maxNumSeqs: 256 }),
      serving: disaggregated({ prefill: { engine: vllm({ maxNumSeqs: 8 }) } }),
    });
    expect([flags(prefill).maxNumSeqs, flags(decode).maxNumSeqs]).toEqual([8, 256]);
  });
});

describe("routers", () => {
  it("kvRouter: aggregated workers publish KV events", () => {
    const { frontend, worker } = render({ router: kvRouter() });
    expect(flags(frontend)).toMatchObject({ routerMode: "kv" });
    expect(flags(worker)).toMatchObject({
      kvEventsConfig: { enable_kv_cache_events: true, endpoint: "tcp://*:20080" },
    });
  });

  it("kvRouter: of disaggregated workers only prefill publishes", () => {
    const { prefill, decode } = render({ router: kvRouter(), serving: disaggregated() });
    expect(flags(prefill).kvEventsConfig).toBeDefined();
    expect(flags(decode).kvEventsConfig).toBeUndefined();
  });

  it("kvRouter without events: nobody publishes and the frontend predicts", () => {
    const { frontend, worker } = render({ router: kvRouter({ routerKvEvents: false }) });
    expect(main(frontend).args).toContain("--no-router-kv-events");
    expect(flags(worker).kvEventsConfig).toBeUndefined();
  });

  it("kvRouter with several frontends: they tell one another what they routed", () => {
    expect(flags(render({ router: kvRouter(), frontend: { replicas: 2 } }).frontend)).toMatchObject(
      { routerReplicaSync: true },
    );
    expect(flags(render({ router: kvRouter() }).frontend).routerReplicaSync).toBeUndefined();
  });
});

describe("nodes and fabric", () => {
  const nodes = {
    nodeSelector: { pool: "p5" },
    tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
    fabric: efa({ perGpu: 4 }),
  };

  it("a worker that hands KV cache over gets the fabric", () => {
    const { prefill } = render({
      serving: disaggregated({ prefill: { tensorParallel: 2 } }),
      nodes,
    });
    expect(main(prefill)).toMatchObject({
      image: expect.stringMatching(/vllm-runtime:1\.4\.0-efa$/),
      resources: { limits: { "nvidia.com/gpu": "2", "vpc.amazonaws.com/efa": "8" } },
      securityContext: { capabilities: { add: ["IPC_LOCK"] } },
    });
    expect(flags(prefill).kvTransferConfig).toMatchObject({
      kv_connector_extra_config: { backends: ["LIBFABRIC"] },
    });
    expect(prefill?.podTemplate?.spec).toMatchObject({ nodeSelector: { pool: "p5" } });
  });

  it("an aggregated worker on one node does not take interfaces away", () => {
    expect(main(render({ nodes }).worker).resources?.limits).toEqual({ "nvidia.com/gpu": "1" });
  });

  it.each([
    [sglang(), "SGLANG_DISAGGREGATION_NIXL_BACKEND"],
    [trtllm(), "TRTLLM_NIXL_KVCACHE_BACKEND"],
  ])("other engines choose libfabric by environment", (engine, variable) => {
    const { decode } = render({ engine, serving: disaggregated(), nodes });
    expect(main(decode).env).toContainEqual({ name: variable, value: "LIBFABRIC" });
  });
});

describe("what goes through every pod", () => {
  it("model cache, token and security reach frontend and workers alike", () => {
    const components = render({
      model: { id: "Qwen/Qwen3-32B", cache: { claimName: "models", mountPath: "/models" } },
      tokenSecret: "hf-token-secret",
      serving: disaggregated(),
    });
    for (const component of Object.values(components)) {
      expect(main(component)).toMatchObject({
        env: expect.arrayContaining([{ name: "HF_HOME", value: "/models" }]),
        envFrom: [{ secretRef: { name: "hf-token-secret" } }],
        volumeMounts: [{ name: "model-cache", mountPath: "/models" }],
        securityContext: { allowPrivilegeEscalation: false },
      });
      expect(component.podTemplate?.spec?.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
      });
    }
  });

  it("the served name and the revision reach the engine", () => {
    const { worker } = render({
      model: { id: "Qwen/Qwen3-32B", servedName: "chat", revision: "abc" },
    });
    expect(flags(worker)).toMatchObject({
      model: "Qwen/Qwen3-32B",
      servedModelName: "chat",
      revision: "abc",
    });
  });

  it("the release decides all images", () => {
    for (const component of Object.values(
      render({ version: "1.3.1", planner: planner({}), serving: disaggregated() }),
    )) {
      expect(main(component).image).toMatch(/:1\.3\.1$/);
    }
  });
});

describe("planner", () => {
  it("owns the replica counts, and learns backend and mode from the graph", () => {
    const components = render({
      serving: disaggregated(),
      engine: sglang(),
      planner: planner({ optimization_target: "load" }),
    });
    expect(flags(components.planner)).toMatchObject({
      config: { backend: "sglang", mode: "disagg", optimization_target: "load" },
    });
    expect(components.prefill).toMatchObject({ scalingAdapter: {} });
    expect(components.prefill?.replicas).toBeUndefined();
  });
});

describe("endpoint picker", () => {
  it("takes the block size from the engine and knows both roles", () => {
    const { epp, frontend, prefill } = render({
      engine: vllm({ blockSize: 32 }),
      serving: disaggregated(),
      endpointPicker: endpointPicker(),
    });
    expect(frontend).toBeUndefined();
    expect(main(epp).env).toContainEqual({ name: "DYN_KV_CACHE_BLOCK_SIZE", value: "32" });
    expect(epp?.eppConfig?.config?.schedulingProfiles.map(({ name }) => name)).toEqual([
      "prefill",
      "decode",
    ]);
    expect(prefill?.podTemplate?.spec?.containers.map(({ name }) => name)).toEqual([
      "main",
      "sidecar-frontend",
    ]);
  });
});

describe("lora", () => {
  it("switches the engine, names the base model, and makes a DynamoModel per adapter", () => {
    const props = {
      ...base,
      namespace: "n",
      lora: lora({ adapters: { "A b": "s3://x/y" }, maxLoras: 2, maxRank: 64 }),
    };
    const { worker } = render(props);
    expect(flags(worker)).toMatchObject({ enableLora: true, maxLoras: 2, maxLoraRank: 64 });
    expect(worker?.modelRef).toEqual({ name: "Qwen/Qwen3-32B" });
    expect(main(worker).env).toContainEqual({ name: "DYN_LORA_ENABLED", value: "true" });
    expect(graphObjects("g", props)[1]).toEqual({
      apiVersion: "nvidia.com/v1alpha1",
      kind: "DynamoModel",
      metadata: { name: "g-a-b", namespace: "n" },
      spec: {
        modelName: "A b",
        baseModelName: "Qwen/Qwen3-32B",
        modelType: "lora",
        source: { uri: "s3://x/y" },
      },
    });
  });
});

describe("GPU memory service", () => {
  it("makes the engine load its weights through it", () => {
    expect(
      flags(render({ serving: aggregated({ experimental: { gpuMemoryService: {} } }) }).worker),
    ).toMatchObject({ loadFormat: "gms" });
  });
});
