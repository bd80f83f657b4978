// SPDX-License-Identifier: Apache-2.0
/** @module What a model cache does to the components of a graph, whatever it is. */
import {
  App,
  aggregated,
  disaggregated,
  endpointPicker,
  graphObjects,
  InferenceGraph,
  type ModelCacheSource,
  mocker,
  type PatternProps,
  sglang,
  trtllm,
  vllm,
} from "@dynamo-iac/constructs";
import type { Component, Container, DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";

type Part = Partial<PatternProps> & { readonly cache?: ModelCacheSource };

function objects({ cache, ...props }: Part) {
  return graphObjects("g", {
    model: { id: "Qwen/Qwen3-32B", revision: "abc", cache },
    engine: vllm(),
    serving: aggregated(),
    ...props,
  });
}

function components(props: Part): readonly Component[] {
  return (objects(props)[0] as DynamoGraphDeployment).spec?.components ?? [];
}

function main(component: Component | undefined): Container {
  const found = component?.podTemplate?.spec?.containers.find(({ name }) => name === "main");
  if (found === undefined) throw new Error("no main container");
  return found;
}

function worker(props: Part): Component {
  const found = components(props).find(({ type }) => type === "worker");
  if (found === undefined) throw new Error("no worker");
  return found;
}

/** Value of a flag as it is written. */
function flag(component: Component, name: string): string | undefined {
  const args = [...(main(component).args ?? [])];
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}

const variables = (component: Component) =>
  Object.fromEntries((main(component).env ?? []).map(({ name, value }) => [name, value]));

describe("a cache that is a claim", () => {
  it("is the Hub's cache in every component that reads models", () => {
    const all = components({ cache: { claimName: "models" }, serving: disaggregated() });
    expect(all.map(({ name }) => name)).toEqual(["frontend", "prefill", "decode"]);
    for (const component of all) {
      expect(component.podTemplate?.spec?.volumes).toContainEqual({
        name: "model-cache",
        persistentVolumeClaim: { claimName: "models" },
      });
      expect(main(component).volumeMounts).toContainEqual({
        name: "model-cache",
        mountPath: "/model-cache",
      });
      expect(variables(component)).toEqual({ HF_HOME: "/model-cache" });
    }
  });

  it("is mounted into the frontend beside each worker, too", () => {
    const [, pod] = components({ cache: { claimName: "m" }, endpointPicker: endpointPicker() });
    const sidecar = pod?.podTemplate?.spec?.containers.find(({ name }) => name !== "main");
    expect(sidecar?.volumeMounts).toEqual([{ name: "model-cache", mountPath: "/model-cache" }]);
    expect(sidecar?.env).toContainEqual({ name: "HF_HOME", value: "/model-cache" });
  });

  it("is read-only on volume and mount, offline, and with a place for code that models bring", () => {
    const pod = worker({ cache: { claimName: "models", readOnly: true, mountPath: "/m" } });
    expect(pod.podTemplate?.spec?.volumes).toEqual([
      { name: "model-cache", persistentVolumeClaim: { claimName: "models", readOnly: true } },
    ]);
    expect(main(pod).volumeMounts).toEqual([
      { name: "model-cache", mountPath: "/m", readOnly: true },
    ]);
    expect(variables(pod)).toEqual({
      HF_HOME: "/m",
      HF_MODULES_CACHE: "/tmp/hf-modules",
      HF_HUB_OFFLINE: "1",
      TRANSFORMERS_OFFLINE: "1",
    });
  });

  it("can be offline without being read-only, and the other way round", () => {
    expect(variables(worker({ cache: { claimName: "m", offline: true } }))).toMatchObject({
      HF_HUB_OFFLINE: "1",
    });
    expect(
      variables(worker({ cache: { claimName: "m", readOnly: true, offline: false } })),
    ).not.toHaveProperty("HF_HUB_OFFLINE");
  });
});

describe("what a store asks of the pods", () => {
  const cache: ModelCacheSource = {
    claimName: "m",
    podLabels: { "azure.workload.identity/use": "true" },
    podAnnotations: { "gke-gcsfuse/volumes": "true" },
    env: { RUNAI_STREAMER_CONCURRENCY: "16" },
    serviceAccountName: "reader",
  };

  it("reaches frontend and workers, under what the user says of them", () => {
    const all = components({
      cache,
      serving: aggregated({
        podMetadata: { annotations: { "gke-gcsfuse/cpu-limit": "2" } },
        env: { RUNAI_STREAMER_CONCURRENCY: "8" },
      }),
    });
    for (const { podTemplate } of all) {
      expect(podTemplate?.metadata?.labels).toEqual(cache.podLabels);
      expect(podTemplate?.metadata?.annotations).toMatchObject(cache.podAnnotations ?? {});
      expect(podTemplate?.spec?.serviceAccountName).toBe("reader");
    }
    const [frontend, pod] = all;
    expect(main(frontend).env).toContainEqual({ name: "RUNAI_STREAMER_CONCURRENCY", value: "16" });
    expect(main(pod).env).toContainEqual({ name: "RUNAI_STREAMER_CONCURRENCY", value: "8" });
    expect(pod?.podTemplate?.metadata?.annotations).toHaveProperty("gke-gcsfuse/cpu-limit", "2");
  });

  it("lets the account register for discovery, in the namespace of the chart", () => {
    const chart = new Chart(new App({ report: () => undefined }), "c", { namespace: "inference" });
    const graph = new InferenceGraph(chart, "g", {
      model: { id: "Qwen/Qwen3-32B", cache },
      engine: vllm(),
      serving: aggregated(),
    });
    expect(chart.toJson()).toContainEqual({
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name: "g-reader", namespace: "inference" },
      roleRef: {
        apiGroup: "rbac.authorization.k8s.io",
        kind: "Role",
        name: "g-k8s-service-discovery-role",
      },
      subjects: [{ kind: "ServiceAccount", name: "reader", namespace: "inference" }],
    });
    expect(graph.name).toBe("g");
    expect(objects({ cache: { claimName: "m" } })).toHaveLength(1);
  });
});

describe("a cache that is no cache of the Hub", () => {
  it("is a folder below which models lie by their id; requests still use the id", () => {
    const pod = worker({ cache: { claimName: "m", location: "/model-cache/" } });
    expect(flag(pod, "--model")).toBe("/model-cache/Qwen/Qwen3-32B");
    expect(flag(pod, "--served-model-name")).toBe("Qwen/Qwen3-32B");
    expect(flag(pod, "--revision")).toBeUndefined();
    expect(variables(pod)).toEqual({});
    expect(main(pod).volumeMounts).toHaveLength(1);
  });

  it.each([
    ["--model", vllm()],
    ["--model-path", sglang()],
    ["--model", trtllm()],
    ["--model-path", mocker()],
  ] as const)("reaches every engine: %s", (name, engine) => {
    const pod = worker({ engine, cache: { claimName: "m", location: "/m" } });
    expect(flag(pod, name)).toBe("/m/Qwen/Qwen3-32B");
  });

  it("is a bucket that engines stream from, without a volume", () => {
    const cache = {
      location: "s3://weights",
      loadFormat: "runai_streamer",
      loaderConfig: { concurrency: 16 },
    };
    for (const engine of [vllm(), sglang()]) {
      const pod = worker({ engine, cache });
      expect(main(pod).args).toContain("s3://weights/Qwen/Qwen3-32B");
      expect(flag(pod, "--load-format")).toBe("runai_streamer");
      expect(JSON.parse(flag(pod, "--model-loader-extra-config") ?? "")).toEqual({
        concurrency: 16,
      });
      expect(pod.podTemplate?.spec?.volumes).toBeUndefined();
    }
  });

  it("gives way to the GPU memory service and to the user's own flag", () => {
    const cache = { location: "s3://weights", loadFormat: "runai_streamer" };
    const own = worker({ cache, engine: vllm({ loadFormat: "fastsafetensors" }) });
    expect(flag(own, "--load-format")).toBe("fastsafetensors");
    const served = aggregated({ experimental: { gpuMemoryService: { mode: "IntraPod" } } });
    expect(flag(worker({ cache, serving: served }), "--load-format")).toBe("gms");
  });

  it("is a folder of the node", () => {
    const pod = worker({ cache: { volume: { hostPath: { path: "/mnt/models" } } } });
    expect(pod.podTemplate?.spec?.volumes).toEqual([
      { name: "model-cache", hostPath: { path: "/mnt/models" } },
    ]);
    expect(variables(pod)).toEqual({ HF_HOME: "/model-cache" });
  });
});
