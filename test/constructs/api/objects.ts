// SPDX-License-Identifier: Apache-2.0
/** @module Small valid objects that tests break one field at a time. */
import type {
  Component,
  DynamoGraphDeployment,
  DynamoGraphDeploymentRequest,
  V1alpha1GraphDeployment,
  V1alpha1Service,
} from "@dynamo-iac/constructs/api";

/** Plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

export const image = "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0";

/** A worker with one GPU; the changes are laid over it. */
export function worker(changes: Json = {}, main: Json = {}): Component {
  return {
    name: "decode",
    type: "decode",
    replicas: 2,
    podTemplate: {
      spec: {
        containers: [
          {
            name: "main",
            image,
            command: ["python3", "-m", "dynamo.vllm"],
            args: ["--model", "Qwen/Qwen3-0.6B"],
            resources: { limits: { "nvidia.com/gpu": "1" } },
            ...main,
          },
        ],
      },
    },
    ...changes,
  };
}

export const frontend: Component = {
  name: "Frontend",
  type: "frontend",
  podTemplate: { spec: { containers: [{ name: "main", image }] } },
};

/** A graph of a frontend and a worker; changes to its spec, and its metadata. */
export function graph(spec: Json = {}, metadata: Json = {}): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "qwen", ...metadata },
    spec: { components: [frontend, worker()], ...spec },
  };
}

/** A graph whose worker has these changes. */
export function graphWith(changes: Json, main: Json = {}, spec: Json = {}): DynamoGraphDeployment {
  return graph({ components: [frontend, worker(changes, main)], ...spec });
}

/** A v1alpha1 service with one GPU. */
export function service(changes: Json = {}): V1alpha1Service {
  return {
    componentType: "worker",
    subComponentType: "decode",
    resources: { limits: { gpu: "1" } },
    extraPodSpec: {
      mainContainer: { image, command: ["python3", "-m", "dynamo.vllm"], args: ["--model", "x"] },
    },
    ...changes,
  };
}

/** A v1alpha1 graph of one worker. */
export function alphaGraph(changes: Json = {}, spec: Json = {}): V1alpha1GraphDeployment {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "qwen" },
    spec: { services: { Decode: service(changes) }, ...spec },
  };
}

/** A v1beta1 request. */
export function request(spec: Json = {}): DynamoGraphDeploymentRequest {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeploymentRequest",
    metadata: { name: "qwen" },
    spec: { model: "Qwen/Qwen3-32B", backend: "vllm", ...spec },
  };
}

/** A v1alpha1 request with this profiler configuration. */
export function alphaRequest(config: Json, spec: Json = {}): Json {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeploymentRequest",
    metadata: { name: "qwen" },
    spec: {
      model: "Qwen/Qwen3-32B",
      backend: "vllm",
      profilingConfig: { profilerImage: "dynamo-planner:1.4.0", config },
      ...spec,
    },
  };
}

/** A DynamoModel. */
export function model(spec: Json = {}): Json {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoModel",
    metadata: { name: "qwen" },
    spec: { modelName: "qwen", baseModelName: "Qwen/Qwen3-32B", ...spec },
  };
}

/** A DynamoCheckpoint; changes to its spec and to its job. */
export function checkpoint(spec: Json = {}, job: Json = {}): Json {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoCheckpoint",
    metadata: { name: "qwen" },
    spec: {
      identity: { model: "Qwen/Qwen3-32B", backendFramework: "vllm" },
      job: { podTemplateSpec: { spec: { containers: [{ name: "main", image }] } }, ...job },
      ...spec,
    },
  };
}

/** A component deployment. */
export function deployment(spec: Json = {}): Json {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoComponentDeployment",
    metadata: { name: "qwen-decode" },
    spec: { ...worker(), ...spec },
  };
}
