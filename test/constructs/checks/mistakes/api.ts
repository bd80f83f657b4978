// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes that the API itself refuses; the rules have their own tests, these show that checks include them. */
import { aggregated, component, main, picked } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const apiMistakes: readonly Mistake[] = [
  {
    name: "a misspelt field",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").replica = 3;
    },
    code: "DYN-API-001",
    path: "spec.components[1].replica",
    message: /replica/,
    fix: /replicas/,
  },
  {
    name: "a number where text is wanted",
    graph: aggregated,
    change: (graph) => {
      Object.assign(main(graph, "frontend"), { args: ["--http-port", 8000] });
    },
    code: "DYN-API-002",
    path: `${mainOf(0)}.args[1]`,
    message: /8000/,
    fix: /./,
  },
  {
    name: "a type that does not exist",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").type = "workers";
    },
    code: "DYN-API-003",
    path: "spec.components[1].type",
    message: /workers/,
    fix: /worker/,
  },
  {
    name: "an image tag without a release",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").image = "registry.example/vllm-runtime:latest";
    },
    code: "DYN-API-051",
    path: `${mainOf(1)}.image`,
    message: /latest/,
    fix: /runtimeVersionOverride/,
  },
  {
    name: "two replicas of an endpoint picker",
    graph: picked,
    change: (graph) => {
      component(graph, "picker").replicas = 2;
    },
    code: "DYN-API-060",
    path: "spec.components[0].replicas",
    message: /2/,
    fix: /1/,
  },
  {
    name: "two components with one name",
    graph: aggregated,
    change: (graph) => {
      const second = structuredClone(component(graph, "worker"));
      second.name = "Worker";
      graph.spec.components.push(second);
    },
    code: "DYN-API-022",
    path: "spec.components[2].name",
    message: /"Worker" and "worker"/,
    fix: /Rename/,
  },
];
