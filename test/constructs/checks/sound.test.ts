// SPDX-License-Identifier: Apache-2.0
import { type CheckOptions, checkObjects } from "@dynamo-iac/constructs/checks";
import { describe, expect, it } from "vitest";
import {
  aggregated,
  component,
  frontend,
  main,
  multinode,
  placeholder,
  python,
  work,
} from "./graphs.js";
import { soundPods } from "./sound/pods.js";
import { soundProcesses } from "./sound/processes.js";

describe("no alarm for", () => {
  it.each([...soundProcesses, ...soundPods])("%s", (_, graph, change) => {
    const draft = graph();
    change(draft);
    // A tag that is still to be filled in is for the API rules to judge.
    const found = checkObjects([draft]).filter(({ code }) => code !== "DYN-API-051");
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it("fields that are null, which the API server drops", () => {
    const graph = aggregated();
    const worker = component(graph, "worker");
    Object.assign(worker.podTemplate, { metadata: null });
    Object.assign(worker.podTemplate.spec, { affinity: null, volumes: null });
    Object.assign(main(graph, "worker"), { envFrom: null, livenessProbe: null });
    Object.assign(worker, { multinode: null, scalingAdapter: null });
    const codes = checkObjects([graph]).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["DYN-API-013"]));
  });

  it("a graph on a cluster that has everything", () => {
    const cluster: CheckOptions = {
      kubernetesVersion: "v1.35.1",
      dynamoVersion: "1.4.0",
      groveVersion: "v0.1.0-alpha.12-rc1",
      kaiVersion: "v0.13.4",
      driverVersion: "580.95.05",
      orchestrators: ["grove", "kai"],
    };
    expect(checkObjects([multinode()], cluster)).toEqual([]);
  });

  it("several nodes on LeaderWorkerSet with Volcano", () => {
    expect(checkObjects([multinode()], { orchestrators: ["lws", "volcano"] })).toEqual([]);
  });

  it.each([
    ["names of which neither begins with the other", "chat-blue", "inference"],
    ["one Dynamo namespace per Kubernetes namespace", "chat-canary", "other"],
  ])("two graphs with %s", (_, name, namespace) => {
    const first = aggregated();
    const second = aggregated();
    if (name === "chat-blue") first.metadata.name = "chat-green";
    Object.assign(second.metadata, { name, namespace });
    expect(checkObjects([first, second])).toEqual([]);
  });

  it("a graph that only controls others, and a longer name beside it", () => {
    const control = aggregated();
    control.spec.components = [
      work("planner", {
        type: "planner",
        image: "dynamo-planner",
        command: python("global_planner"),
      }),
    ];
    const other = aggregated();
    other.metadata.name = "chat-canary";
    expect(checkObjects([control, other])).toEqual([]);
  });

  it("a frontend that looks into a Dynamo namespace of other graphs", () => {
    const graph = aggregated();
    graph.spec.components = [frontend("--namespace-prefix", "inference-models")];
    expect(checkObjects([graph])).toEqual([]);
  });

  it.each([
    ["an empty list", []],
    ["nothing", [undefined, null, 1, "text", []]],
    ["objects of other kinds", [{ apiVersion: "v1", kind: "Service", metadata: { name: "web" } }]],
    [
      "a Secret that names nothing of worth",
      [
        {
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: "hf" },
          stringData: { HF_TOKEN: "" },
        },
      ],
    ],
    [
      "a Secret that a tool fills in",
      [
        {
          apiVersion: "v1",
          kind: "Secret",
          metadata: { name: "hf" },
          stringData: { HF_TOKEN: placeholder("HF_TOKEN") },
        },
      ],
    ],
    [
      "an autoscaler of something else",
      [
        {
          apiVersion: "autoscaling/v2",
          kind: "HorizontalPodAutoscaler",
          metadata: { name: "web" },
          spec: { scaleTargetRef: { kind: "Deployment", name: "web" }, maxReplicas: 3 },
        },
      ],
    ],
  ])("%s", (_, objects) => {
    expect(checkObjects(objects)).toEqual([]);
  });
});
