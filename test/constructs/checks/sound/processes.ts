// SPDX-License-Identifier: Apache-2.0
/** @module What processes may do without being wrong: placeholders, variables, roles, routing. */
import {
  aggregated,
  component,
  disaggregated,
  dropFlag,
  main,
  multinode,
  placeholder,
  python,
  setFlag,
  work,
} from "../graphs.js";
import type { SoundChange } from "./change.js";

export const soundProcesses: readonly SoundChange[] = [
  [
    "a placeholder for the image",
    aggregated,
    (g) => Object.assign(main(g, "worker"), { image: placeholder("IMAGE") }),
  ],
  [
    "a placeholder for a flag value",
    aggregated,
    (g) => setFlag(g, "worker", "--model", placeholder("MODEL")),
  ],
  [
    "a placeholder for a size",
    aggregated,
    (g) => setFlag(g, "worker", "--tensor-parallel-size", placeholder("TP")),
  ],
  [
    "sizes from a ConfigMap",
    aggregated,
    (g) => {
      setFlag(g, "worker", "--tensor-parallel-size", "$(TP)");
      main(g, "worker").env.push({
        name: "TP",
        valueFrom: { configMapKeyRef: { name: "sizes", key: "tp" } },
      });
    },
  ],
  [
    "variables from a whole Secret",
    aggregated,
    (g) => {
      setFlag(g, "worker", "--model", "$(MODEL)");
      main(g, "worker").envFrom = [{ secretRef: { name: "settings" } }];
    },
  ],
  [
    "a shell that expands variables",
    aggregated,
    (g) => {
      const worker = main(g, "worker");
      worker.command = ["/bin/sh", "-c"];
      worker.args = ["python3 -m dynamo.vllm --model $MODEL --tensor-parallel-size 2"];
      worker.env.push({ name: "MODEL", value: "Qwen/Qwen3-32B" });
    },
  ],
  [
    "names that sound like secrets",
    aggregated,
    (g) =>
      main(g, "worker").env.push(
        { name: "TOKENIZERS_PARALLELISM", value: "false" },
        { name: "MAX_TOKENS", value: "4096" },
        { name: "EOS_TOKEN", value: "</s>" },
        { name: "HF_TOKEN_PATH", value: "/secrets/token" },
        { name: "SSH_PRIVATE_KEY", value: "/ssh/id" },
        { name: "API_KEY", value: "" },
        { name: "DYN_LOG_KEYS", value: "a,b" },
        { name: "CACHE_KEY", value: "prefix" },
        { name: "USE_TOKEN", value: "true" },
        { name: "PASSWORD", value: "$(OTHER)" },
        { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
      ),
  ],
  [
    "a model name with a hyphen after sk",
    aggregated,
    (g) => setFlag(g, "worker", "--model", "task-sk-small"),
  ],
  [
    "GPUs handed out by claims",
    aggregated,
    (g) => {
      main(g, "worker").resources = { claims: [{ name: "gpu" }] };
      component(g, "worker").podTemplate.spec.resourceClaims = [
        { name: "gpu", resourceClaimTemplateName: "gpu" },
      ];
    },
  ],
  [
    "an engine for CPU",
    aggregated,
    (g) => {
      main(g, "worker").resources = {};
      main(g, "worker").env.push({ name: "VLLM_TARGET_DEVICE", value: "cpu" });
    },
  ],
  [
    "data-parallel workers behind an external balancer",
    aggregated,
    (g) => main(g, "worker").args.push("--data-parallel-size", "8", "--data-parallel-rank", "3"),
  ],
  [
    "data parallel over two nodes",
    multinode,
    (g) => {
      setFlag(g, "worker", "--tensor-parallel-size", "1");
      main(g, "worker").args.push("--data-parallel-size", "16");
    },
  ],
  [
    "unequal tensor parallel of prefill and decode",
    disaggregated,
    (g) => {
      setFlag(g, "decode", "--tensor-parallel-size", "4");
      main(g, "decode").resources.limits = { "nvidia.com/gpu": "4" };
    },
  ],
  [
    "two spellings of one KV data type",
    disaggregated,
    (g) => setFlag(g, "decode", "--kv-cache-dtype", "fp8_e4m3"),
  ],
  [
    "both roles typed worker",
    disaggregated,
    (g) => {
      for (const role of ["prefill", "decode"]) component(g, role).type = "worker";
    },
  ],
  [
    "an aggregated worker typed decode",
    aggregated,
    (g) => Object.assign(component(g, "worker"), { type: "decode" }),
  ],
  [
    "prefill pool behind a router of its own",
    disaggregated,
    (g) => {
      g.spec.components = g.spec.components.filter(({ name }) => name !== "decode");
      main(g, "frontend").args = [];
      const router = work("router", {
        image: "dynamo-frontend",
        command: python("router"),
        args: ["--endpoint", "inference-chat.prefill.generate", "--router-block-size", "32"],
      });
      router.podTemplate.spec.containers[0].env.push({ name: "DYN_SYSTEM_PORT", value: "9090" });
      g.spec.components.push(router);
    },
  ],
  [
    "approximate KV routing",
    disaggregated,
    (g) => {
      dropFlag(g, "prefill", "--kv-events-config");
      main(g, "frontend").args.push("--no-router-kv-events");
    },
  ],
  [
    "KV routing by load only",
    disaggregated,
    (g) => {
      dropFlag(g, "prefill", "--kv-events-config");
      main(g, "frontend").args.push("--load-aware");
    },
  ],
  [
    "several KV frontends that synchronise",
    disaggregated,
    (g) => {
      component(g, "frontend").replicas = 3;
      main(g, "frontend").args.push("--router-replica-sync");
    },
  ],
];
