// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes in command, args and environment. */
import { aggregated, component, dropFlag, main, multinode, picked, setFlag } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

export const launchMistakes: readonly Mistake[] = [
  {
    name: "a flag value of the wrong kind",
    graph: aggregated,
    change: (graph) => setFlag(graph, "worker", "--gpu-memory-utilization", "90%"),
    code: "DYN-LAUNCH-001",
    path: `${mainOf(1)}.args[4]`,
    message: /--gpu-memory-utilization of worker takes .*, got "90%"/,
    fix: /Give --gpu-memory-utilization/,
  },
  {
    name: "a flag value that is not in the list",
    graph: aggregated,
    change: (graph) => main(graph, "frontend").args.push("--router-mode", "kv-aware"),
    code: "DYN-LAUNCH-001",
    path: `${mainOf(0)}.args[0]`,
    message: /--router-mode of frontend takes .*kv.*, got "kv-aware"/,
    fix: /Give --router-mode/,
  },
  {
    name: "the same in a variable",
    graph: aggregated,
    change: (graph) =>
      main(graph, "frontend").env.push({ name: "DYN_ROUTER_MODE", value: "kv_aware" }),
    code: "DYN-LAUNCH-001",
    path: `${mainOf(0)}.env[0]`,
    message: /DYN_ROUTER_MODE of frontend takes .*, got "kv_aware"/,
    fix: /Give DYN_ROUTER_MODE/,
  },
  {
    name: "a flag of an older release",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--swap-space", "16"),
    code: "DYN-LAUNCH-002",
    path: `${mainOf(1)}.args[4]`,
    message: /worker passes --swap-space, which vllm no longer has/,
    fix: /--kv-offloading-size/,
  },
  {
    name: "the connector flag of 0.9",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--is-decode-worker"),
    code: "DYN-LAUNCH-002",
    path: `${mainOf(1)}.args[4]`,
    message: /--is-decode-worker, which vllm no longer has since 1\.4/,
    fix: /--disaggregation-mode decode/,
    also: ["DYN-ROLE-003"],
  },
  {
    name: "a misspelt frontend flag",
    graph: aggregated,
    change: (graph) => main(graph, "frontend").args.push("--routr-mode", "kv"),
    code: "DYN-LAUNCH-003",
    path: `${mainOf(0)}.args[0]`,
    message: /--routr-mode, which is none of the \d+ flags of frontend/,
    fix: /Write --router-mode/,
  },
  {
    name: "worker flags without a command",
    graph: aggregated,
    change: (graph) => {
      delete main(graph, "worker").command;
    },
    code: "DYN-LAUNCH-004",
    path: `${mainOf(1)}.args`,
    message: /runs its 4 args as: \/bin\/sh -c "--model"/,
    fix: /Set the command/,
  },
  {
    name: "frontend flags without a command",
    graph: aggregated,
    change: (graph) => {
      const frontend = main(graph, "frontend");
      delete frontend.command;
      frontend.args.push("--router-mode", "kv");
    },
    code: "DYN-LAUNCH-004",
    path: `${mainOf(0)}.args`,
    message: /runs: python3 --router-mode kv/,
    fix: /python3 -m dynamo\.frontend/,
  },
  {
    name: "a worker with nothing to run",
    graph: aggregated,
    change: (graph) => {
      const worker = main(graph, "worker");
      delete worker.command;
      worker.args = [];
    },
    code: "DYN-LAUNCH-005",
    path: `${mainOf(1)}.command`,
    message: /worker \(type worker\) has neither command nor args/,
    fix: /python3 -m dynamo\.vllm/,
  },
  {
    name: "multi-node sizes joined by an equals sign",
    graph: multinode,
    change: (graph) => {
      dropFlag(graph, "worker", "--tensor-parallel-size");
      main(graph, "worker").args.push("--tensor-parallel-size=16");
    },
    code: "DYN-LAUNCH-006",
    path: `${mainOf(1)}.args[2]`,
    message: /spans 2 nodes with --tensor-parallel-size 16.* not --tensor-parallel-size=16/,
    fix: /two entries of args/,
  },
  {
    name: "multi-node sizes in the short spelling",
    graph: multinode,
    change: (graph) => {
      dropFlag(graph, "worker", "--tensor-parallel-size");
      main(graph, "worker").args.push("-tp", "16");
    },
    code: "DYN-LAUNCH-006",
    path: `${mainOf(1)}.args[2]`,
    message: /not -tp 16/,
    fix: /--tensor-parallel-size and 16/,
  },
  {
    name: "multi-node sizes in the command",
    graph: multinode,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.command = [...(worker.command ?? []), ...worker.args];
      worker.args = [];
    },
    code: "DYN-LAUNCH-006",
    path: `${mainOf(1)}.command[5]`,
    message: /not --tensor-parallel-size 16 in command/,
    fix: /two entries of args/,
  },
  {
    name: "multi-node engine behind a wrapper",
    graph: multinode,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.command = ["numactl", "--interleave=all", ...(worker.command ?? [])];
    },
    code: "DYN-LAUNCH-007",
    path: `${mainOf(1)}.command`,
    message: /its command starts with "numactl" and no argument holds the Python command/,
    fix: /Start the command with python3/,
  },
  {
    name: "node rank set by hand",
    graph: multinode,
    change: (graph) => main(graph, "worker").args.push("--node-rank", "0"),
    code: "DYN-LAUNCH-008",
    path: `${mainOf(1)}.args[4]`,
    message: /worker sets --node-rank, which the operator adds/,
    fix: /Remove --node-rank/,
  },
  {
    name: "multi-node engine hidden in a script of the image",
    graph: multinode,
    change: (graph) => {
      const worker = main(graph, "worker");
      worker.command = ["/opt/start-worker"];
      worker.args = ["--tensor-parallel-size", "16"];
    },
    code: "DYN-LAUNCH-009",
    path: `${mainOf(1)}.args`,
    message: /spans 2 nodes, but its command has no python -m/,
    fix: /python3 -m/,
  },
  {
    name: "shell variable without a shell",
    graph: aggregated,
    change: (graph) => {
      setFlag(graph, "worker", "--model", "$MODEL");
      main(graph, "worker").env.push({ name: "MODEL", value: "Qwen/Qwen3-32B" });
    },
    code: "DYN-LAUNCH-010",
    path: `${mainOf(1)}.args[1]`,
    message: /starts without a shell, so \$MODEL reaches the program as text/,
    fix: /Write \$\(MODEL\)/,
  },
  {
    name: "reference to a variable that nobody sets",
    graph: aggregated,
    change: (graph) => setFlag(graph, "worker", "--model", "$(MODEL)"),
    code: "DYN-LAUNCH-011",
    path: `${mainOf(1)}.args[1]`,
    message:
      /refers to \$\(MODEL\), but neither the container, the graph nor the operator sets MODEL/,
    fix: /Set MODEL/,
  },
  {
    name: "endpoint picker with a volume of its own",
    graph: picked,
    change: (graph) => {
      component(graph, "picker").podTemplate.spec.volumes = [{ name: "scratch", emptyDir: {} }];
    },
    code: "DYN-LAUNCH-012",
    path: "spec.components[0].podTemplate.spec.volumes",
    message: /volumes of picker replace the operator's/,
    fix: /epp-config/,
  },
  {
    name: "a variable of an older release",
    graph: aggregated,
    change: (graph) => main(graph, "worker").env.push({ name: "DYN_STORE_KV", value: "etcd" }),
    code: "DYN-ENV-001",
    path: `${mainOf(1)}.env[0]`,
    message: /worker sets DYN_STORE_KV, which nothing reads since Dynamo 1\.0/,
    fix: /DYN_DISCOVERY_BACKEND/,
  },
  {
    name: "the same on the graph",
    graph: aggregated,
    change: (graph) => graph.spec.env.push({ name: "DYN_DECODE_FALLBACK", value: "true" }),
    code: "DYN-ENV-001",
    path: "spec.env[0]",
    message: /The graph sets DYN_DECODE_FALLBACK/,
    fix: /Remove it/,
  },
];
