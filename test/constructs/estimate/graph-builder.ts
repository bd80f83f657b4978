// SPDX-License-Identifier: Apache-2.0
/** @module Small graphs for estimates: components with just what a test is about. */
import type {
  Component,
  Container,
  DynamoGraphDeployment,
  PodSpec,
} from "@dynamo-iac/constructs/api";
import { type GraphView, viewGraph } from "@dynamo-iac/constructs/checks";

/** What a test says of a worker. */
export interface WorkerProps {
  readonly type?: Component["type"];
  readonly replicas?: number;
  /** GPUs per pod. @default 1 */
  readonly gpus?: number;
  readonly nodes?: number;
  readonly requests?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly engine?: "vllm" | "sglang" | "trtllm";
  readonly image?: string;
  readonly container?: Partial<Container>;
  readonly pod?: Partial<PodSpec>;
  readonly component?: Partial<Component>;
}

/** A worker that runs vLLM with Qwen3-0.6B unless told otherwise. */
export function worker(name: string, props: WorkerProps = {}): Component {
  const { engine = "vllm", gpus = 1, nodes, requests, type = "worker" } = props;
  const image = props.image ?? `nvcr.io/nvidia/ai-dynamo/${engine}-runtime:1.4.0`;
  const flag = engine === "vllm" ? "--model" : "--model-path";
  return {
    name,
    type,
    replicas: props.replicas ?? 1,
    ...(nodes === undefined ? {} : { multinode: { nodeCount: nodes } }),
    podTemplate: {
      spec: {
        ...props.pod,
        containers: [
          {
            name: "main",
            image,
            command: ["python3", "-m", `dynamo.${engine}`],
            args: [flag, "Qwen/Qwen3-0.6B", ...(props.args ?? [])],
            resources: {
              ...(gpus === 0 ? {} : { limits: { "nvidia.com/gpu": String(gpus) } }),
              ...(requests === undefined ? {} : { requests }),
            },
            ...props.container,
          },
        ],
      },
    },
    ...props.component,
  };
}

/** A frontend without requests. */
export function frontend(pod: Partial<PodSpec> = {}, replicas = 1): Component {
  return {
    name: "frontend",
    type: "frontend",
    replicas,
    podTemplate: {
      spec: { ...pod, containers: [{ name: "main", image: "dynamo-frontend:1.4.0" }] },
    },
  };
}

/** The view of a graph of these components. */
export function graphOf(
  name: string,
  components: readonly Component[],
  spec: Partial<DynamoGraphDeployment["spec"]> = {},
): GraphView {
  return viewGraph({
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name, namespace: "inference" },
    spec: { components: [...components], ...spec },
  });
}

/** Required pod affinity or anti-affinity by labels. */
export function near(
  kind: "podAffinity" | "podAntiAffinity",
  matchLabels: Readonly<Record<string, string>>,
  topologyKey: string,
): Partial<PodSpec> {
  const term = { labelSelector: { matchLabels: { ...matchLabels } }, topologyKey };
  return { affinity: { [kind]: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
}
