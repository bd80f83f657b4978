// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes that only show between objects. */
import {
  aggregated,
  component,
  type DraftGraph,
  disaggregated,
  main,
  planned,
  setFlag,
  trtllm,
} from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

function named(name: string): DraftGraph {
  const draft = aggregated();
  draft.metadata.name = name;
  return draft;
}

const hpa = (
  name: string,
  target: Readonly<Record<string, string>>,
  bounds: Readonly<Record<string, number>>,
) => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name, namespace: "inference" },
  spec: { scaleTargetRef: target, ...bounds },
});

const adapter = (name: string) => ({
  apiVersion: "nvidia.com/v1beta1",
  kind: "DynamoGraphDeploymentScalingAdapter",
  name,
});

const model = (spec: Readonly<Record<string, unknown>>) => ({
  apiVersion: "nvidia.com/v1alpha1",
  kind: "DynamoModel",
  metadata: { name: "model", namespace: "inference" },
  spec,
});

const config = (data: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "engine", namespace: "inference" },
  data,
});

/** TensorRT-LLM workers that read their configuration from a ConfigMap. */
function configured(): DraftGraph {
  const draft = trtllm();
  for (const role of ["prefill", "decode"]) {
    const container = main(draft, role);
    container.args = ["--model", "Qwen/Qwen3-32B", "--disaggregation-mode", role];
    container.args.push("--extra-engine-args", `/config/${role}.yaml`);
    container.volumeMounts = [{ name: "config", mountPath: "/config" }];
    component(draft, role).podTemplate.spec.volumes = [
      { name: "config", configMap: { name: "engine" } },
    ];
  }
  return draft;
}

const transceiver = "cache_transceiver_config:\n  backend: DEFAULT\n";
const files = {
  "prefill.yaml": `${transceiver}disable_overlap_scheduler: true\n`,
  "decode.yaml": transceiver,
};

export const acrossMistakes: readonly Mistake[] = [
  {
    name: "a graph whose name begins with another",
    graph: () => named("chat-canary"),
    change: () => undefined,
    beside: () => [aggregated()],
    code: "DYN-NAME-001",
    path: "metadata.name",
    message:
      /register in Dynamo namespace inference-chat-canary, and the frontend of graph chat takes all that begin with inference-chat/,
    fix: /chat-a and chat-b/,
  },
  {
    name: "two graphs in the global Dynamo namespace",
    graph: () => named("blue"),
    change: (graph) => {
      for (const each of graph.spec.components) each.globalDynamoNamespace = true;
    },
    beside: () => {
      const other = named("green");
      for (const each of other.spec.components) each.globalDynamoNamespace = true;
      return [other];
    },
    code: "DYN-NAME-001",
    path: "metadata.name",
    message:
      /Dynamo namespace dynamo, and the frontend of graph blue takes all that begin with dynamo/,
    fix: /two Kubernetes namespaces/,
  },
  {
    name: "a model that no component names",
    graph: aggregated,
    change: () => undefined,
    beside: () => [
      model({ modelName: "base", baseModelName: "Qwen/Qwen3-32B", source: { uri: "hf://x/y" } }),
    ],
    code: "DYN-MODEL-001",
    path: "spec.baseModelName",
    message: /no component of 1 graph has modelRef\.name "Qwen\/Qwen3-32B"; none has a modelRef/,
    fix: /modelRef\.name of the workers to Qwen\/Qwen3-32B/,
  },
  {
    name: "an adapter for workers without LoRA",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").modelRef = { name: "Qwen/Qwen3-32B" };
    },
    beside: () => [
      model({
        modelName: "sql",
        baseModelName: "Qwen/Qwen3-32B",
        modelType: "lora",
        source: { uri: "s3://loras/sql" },
      }),
    ],
    code: "DYN-MODEL-002",
    path: "spec.modelType",
    message: /worker serves the base model, but runs without --enable-lora/,
    fix: /DYN_LORA_ENABLED=true/,
  },
  {
    name: "two autoscalers of one component",
    graph: disaggregated,
    change: (graph) => {
      delete component(graph, "decode").replicas;
      component(graph, "decode").scalingAdapter = {};
    },
    beside: () => [
      hpa("first", adapter("chat-decode"), { minReplicas: 1, maxReplicas: 4 }),
      hpa("second", adapter("chat-decode"), { minReplicas: 2, maxReplicas: 8 }),
    ],
    code: "DYN-SCALE-003",
    path: "spec.scaleTargetRef.name",
    message: /HorizontalPodAutoscaler\/first scales .*chat-decode as well/,
    fix: /Remove one/,
  },
  {
    name: "an autoscaler beside a planner",
    graph: planned,
    change: () => undefined,
    beside: () => [hpa("decode", adapter("chat-decode"), { minReplicas: 1, maxReplicas: 4 })],
    code: "DYN-SCALE-003",
    path: "spec.scaleTargetRef.name",
    message: /the planner of DynamoGraphDeployment\/chat scales decode as well/,
    fix: /or the planner/,
  },
  {
    name: "an adapter in the manifests beside its autoscaler",
    graph: disaggregated,
    change: (graph) => {
      delete component(graph, "decode").replicas;
      component(graph, "decode").scalingAdapter = {};
    },
    beside: () => [
      hpa("decode", adapter("chat-decode"), { minReplicas: 1, maxReplicas: 4 }),
      {
        apiVersion: "nvidia.com/v1beta1",
        kind: "DynamoGraphDeploymentScalingAdapter",
        metadata: { name: "chat-decode", namespace: "inference" },
        spec: { replicas: 2, dgdRef: { name: "chat", componentName: "decode" } },
      },
    ],
    code: "DYN-SCALE-003",
    path: "spec.replicas",
    message: /the manifest sets replicas to 2, and HorizontalPodAutoscaler\/decode changes them/,
    fix: /Remove the adapter from the manifests/,
  },
  {
    name: "an autoscaler of an adapter that nobody creates",
    graph: disaggregated,
    change: () => undefined,
    beside: () => [hpa("decode", adapter("chat-decode"), { minReplicas: 1, maxReplicas: 4 })],
    code: "DYN-SCALE-004",
    path: "spec.scaleTargetRef.name",
    message: /decode of DynamoGraphDeployment\/chat has no scaling adapter/,
    fix: /Give decode a scaling adapter/,
  },
  {
    name: "an autoscaler of the operator's Deployment",
    graph: disaggregated,
    change: () => undefined,
    beside: () => [
      hpa(
        "decode",
        { apiVersion: "apps/v1", kind: "Deployment", name: "chat-decode" },
        { minReplicas: 1, maxReplicas: 4 },
      ),
    ],
    code: "DYN-SCALE-005",
    path: "spec.scaleTargetRef.name",
    message: /Deployment\/chat-decode belongs to decode of DynamoGraphDeployment\/chat/,
    fix: /target DynamoGraphDeploymentScalingAdapter chat-decode/,
  },
  {
    name: "KEDA at its default minimum",
    graph: disaggregated,
    change: (graph) => {
      delete component(graph, "decode").replicas;
      component(graph, "decode").scalingAdapter = {};
    },
    beside: () => [
      {
        apiVersion: "keda.sh/v1alpha1",
        kind: "ScaledObject",
        metadata: { name: "decode", namespace: "inference" },
        spec: { scaleTargetRef: adapter("chat-decode"), maxReplicaCount: 4, triggers: [] },
      },
    ],
    code: "DYN-SCALE-006",
    path: "spec.minReplicaCount",
    message: /the minimum of chat-decode is 0 \(the default\)/,
    fix: /minReplicaCount to 1/,
  },
  {
    name: "autoscaling bounds the wrong way round",
    graph: aggregated,
    change: () => undefined,
    beside: () => [
      hpa(
        "web",
        { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        { minReplicas: 5, maxReplicas: 2 },
      ),
    ],
    code: "DYN-SCALE-007",
    path: "spec.minReplicas",
    message: /the minimum 5 is above the maximum 2/,
    fix: /at most 2/,
  },
  {
    name: "a configuration file that the ConfigMap does not have",
    graph: configured,
    change: (graph) => setFlag(graph, "decode", "--extra-engine-args", "/config/decoder.yaml"),
    beside: () => [config(files)],
    code: "DYN-CONF-001",
    path: `${mainOf(2)}.args[4]`,
    message:
      /decode reads \/config\/decoder\.yaml, but ConfigMap\/engine has no key decoder\.yaml; it has prefill\.yaml, decode\.yaml/,
    fix: /Add the key decoder\.yaml/,
  },
  {
    name: "a configuration file that is no mapping",
    graph: configured,
    change: () => undefined,
    beside: () => [config({ ...files, "decode.yaml": "- backend\n- pytorch\n" })],
    code: "DYN-CONF-002",
    path: 'data["decode.yaml"]',
    message: /decode\.yaml must be a YAML mapping/,
    fix: /YAML mapping/,
  },
  {
    name: "a configuration value that the engine refuses",
    graph: configured,
    change: () => undefined,
    beside: () => [config({ ...files, "decode.yaml": `${transceiver}max_batch_size: many\n` })],
    code: "DYN-CONF-003",
    path: 'data["decode.yaml"]',
    message: /max_batch_size takes .*, got "?many/,
    fix: /Give max_batch_size/,
  },
  {
    name: "parallel sizes in a configuration file that exceed the GPUs",
    graph: configured,
    change: () => undefined,
    beside: () => [config({ ...files, "decode.yaml": `${transceiver}tensor_parallel_size: 8\n` })],
    code: "DYN-GPU-001",
    path: `${mainOf(2)}.resources.limits["nvidia.com/gpu"]`,
    message: /tensor parallel 8 needs 8 GPUs, but its pod has 1/,
    fix: /GPU limit to 8/,
  },
  {
    name: "no transceiver in a configuration file",
    graph: configured,
    change: () => undefined,
    beside: () => [config({ ...files, "decode.yaml": "backend: pytorch\n" })],
    code: "DYN-ROLE-017",
    path: `${mainOf(2)}.args[4]`,
    message:
      /decode runs in mode decode, and its engine configuration has no cache_transceiver_config/,
    fix: /both roles/,
  },
  {
    name: "the overlap scheduler in a configuration file of prefill",
    graph: configured,
    change: () => undefined,
    beside: () => [
      config({ ...files, "prefill.yaml": `${transceiver}disable_overlap_scheduler: false\n` }),
    ],
    code: "DYN-ROLE-018",
    path: `${mainOf(1)}.args[4]`,
    message: /prefill runs in mode prefill, and disable_overlap_scheduler is false/,
    fix: /to true/,
  },
  {
    name: "one object twice",
    graph: aggregated,
    change: () => undefined,
    beside: () => [aggregated()],
    code: "DYN-OBJ-001",
    path: "metadata.name",
    message: /objects 1 and 2 of 2 are both DynamoGraphDeployment\/chat in namespace inference/,
    fix: /Rename or remove/,
  },
  {
    name: "a Secret with its values",
    graph: aggregated,
    change: () => undefined,
    beside: () => [
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "hf-token-secret" },
        stringData: { HF_TOKEN: "swordfish" },
      },
    ],
    code: "DYN-SECRET-003",
    path: "stringData.HF_TOKEN",
    message: /holds the values of 1 key: HF_TOKEN/,
    fix: /ExternalSecret/,
  },
  {
    name: "a waiver that nobody can read",
    graph: aggregated,
    change: (graph) => {
      graph.metadata.annotations["dynamo-iac/waivers"] = '[{"code":"DYN-GPU-02","reason":"spare"}]';
    },
    code: "DYN-WAIVE-001",
    path: 'metadata.annotations["dynamo-iac/waivers"]',
    message: /entry 1 has no known code, got "DYN-GPU-02"; did you mean DYN-GPU-002\?/,
    fix: /JSON list/,
  },
];
