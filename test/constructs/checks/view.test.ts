// SPDX-License-Identifier: Apache-2.0
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { type ComponentView, viewGraph } from "@dynamo-iac/constructs/checks";
import { graphGpus } from "@dynamo-iac/constructs/estimate";
import { describe, expect, it } from "vitest";
import {
  aggregated,
  component,
  type DraftGraph,
  disaggregated,
  main,
  multinode,
  picked,
  placeholder,
  python,
  setFlag,
  sglang,
  work,
} from "./graphs.js";

const view = (graph: DraftGraph) => viewGraph(graph as DynamoGraphDeployment);

function viewOf(graph: DraftGraph, name: string): ComponentView {
  const found = view(graph).components.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no component ${name}`);
  return found;
}

describe("the role of a component", () => {
  it.each([
    ["its type", aggregated, "worker", "worker"],
    ["its type and its flags", disaggregated, "prefill", "prefill"],
    ["its type without a process", picked, "picker", "epp"],
  ])("comes from %s", (_, graph, name, role) => {
    expect(viewOf(graph(), name).role).toBe(role);
  });

  it("comes from the flags where the type says less", () => {
    const graph = disaggregated();
    component(graph, "decode").type = "worker";
    expect(viewOf(graph, "decode")).toMatchObject({ role: "decode", mode: "decode" });
  });

  it("comes from the program where there is no type", () => {
    const graph = aggregated();
    for (const name of ["frontend", "worker"]) delete component(graph, name).type;
    graph.spec.components.push(work("router", { command: python("router") }));
    expect(view(graph).components.map(({ role }) => role)).toEqual(["frontend", "worker", "other"]);
  });

  it("is not guessed when a variable decides the mode", () => {
    const graph = disaggregated();
    setFlag(graph, "decode", "--disaggregation-mode", "$(MODE)");
    expect(viewOf(graph, "decode")).toMatchObject({ role: "decode", mode: undefined });
  });
});

describe("the process of a component", () => {
  it("is the operator's default for a frontend without a command", () => {
    const graph = aggregated();
    delete main(graph, "frontend").command;
    expect(viewOf(graph, "frontend").program?.program).toBe("frontend");
  });

  it("takes settings from the environment, the component's over the graph's", () => {
    const graph = aggregated();
    graph.spec.env.push({ name: "DYN_ROUTER_MODE", value: "random" });
    expect(viewOf(graph, "frontend").program?.flags.routerMode).toBe("random");
    main(graph, "frontend").env.push({ name: "DYN_ROUTER_MODE", value: "kv" });
    expect(viewOf(graph, "frontend").program?.flags.routerMode).toBe("kv");
  });

  it("is read out of a shell script, with variables filled in", () => {
    const graph = aggregated();
    const worker = main(graph, "worker");
    worker.command = ["/bin/bash", "-c"];
    worker.args = [
      'ulimit -n 65536\nexec python3 -m dynamo.vllm --model "$MODEL" --tensor-parallel-size $TP',
    ];
    worker.env.push({ name: "MODEL", value: "org/model" }, { name: "TP", value: "2" });
    expect(viewOf(graph, "worker")).toMatchObject({
      engine: "vllm",
      parallelism: { model: "org/model", tensor: 2, gpus: 2 },
    });
  });

  it("has no known size when a variable holds it", () => {
    const graph = aggregated();
    setFlag(graph, "worker", "--tensor-parallel-size", "$(TP)");
    expect(viewOf(graph, "worker").parallelism).toBeUndefined();
  });

  it("is open when further flags come from a file or a variable", () => {
    const graph = sglang();
    main(graph, "prefill").args.push("--config", "/config/engine.yaml");
    main(graph, "decode").args.push("$(MORE_FLAGS)");
    expect(viewOf(graph, "prefill").open).toBe(true);
    expect(viewOf(graph, "decode").open).toBe(true);
  });
});

describe("image and release", () => {
  it("come from the tag, and from the override where the tag says nothing", () => {
    const graph = aggregated();
    expect(viewOf(graph, "worker").version).toMatchObject({ major: 1, minor: 4, patch: 0 });
    main(graph, "worker").image = "registry.example/vllm:my-build";
    component(graph, "worker").runtimeVersionOverride = "1.3.1";
    expect(viewOf(graph, "worker").version).toMatchObject({ major: 1, minor: 3, patch: 1 });
  });

  it("are unknown for a placeholder", () => {
    const graph = aggregated();
    main(graph, "worker").image = placeholder("IMAGE");
    expect(viewOf(graph, "worker")).toMatchObject({ image: undefined, version: undefined });
  });
});

describe("GPUs", () => {
  it("are counted over pods, nodes and replicas", () => {
    const graph = multinode();
    component(graph, "worker").replicas = 3;
    expect(graphGpus(view(graph))).toEqual({
      components: [{ name: "worker", role: "worker", replicas: 3, nodes: 2, perPod: 8, total: 48 }],
      total: 48,
      unknown: [],
    });
  });

  it("of both roles are added up", () => {
    expect(graphGpus(view(disaggregated())).total).toBe(8);
  });

  it("are one replica's when replicas are not written, and two nodes' when their count is not", () => {
    const graph = multinode();
    delete component(graph, "worker").replicas;
    component(graph, "worker").multinode = {};
    expect(graphGpus(view(graph)).total).toBe(16);
  });

  it("are unknown when claims hand them out", () => {
    const graph = aggregated();
    main(graph, "worker").resources = { claims: [{ name: "gpu" }] };
    component(graph, "worker").podTemplate.spec.resourceClaims = [
      { name: "gpu", resourceClaimTemplateName: "gpu" },
    ];
    expect(graphGpus(view(graph))).toEqual({ components: [], total: 0, unknown: ["worker"] });
  });

  it.each([
    ["nvidia.com/gpu", 2],
    ["amd.com/gpu", 2],
    ["gpu.intel.com/xe", 2],
    ["nvidia.com/mig-3g.40gb", 2],
    ["vpc.amazonaws.com/efa", 0],
    ["nvidia.com/gpumem", 0],
  ])("%s counts as %d", (resource, gpus) => {
    const graph = aggregated();
    main(graph, "worker").resources.limits = { [resource]: "2" };
    expect(viewOf(graph, "worker").gpusPerPod).toBe(gpus);
  });
});
