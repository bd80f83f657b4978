// SPDX-License-Identifier: Apache-2.0
/** @module Small graphs for the tests of the targets. */
import type {
  Component,
  Container,
  DynamoGraphDeployment,
  DynamoGraphDeploymentSpec,
  PodSpec,
} from "@dynamo-iac/constructs/api";
import { formatFinding } from "@dynamo-iac/constructs/facts";
import {
  type ComposeOptions,
  type ComposeService,
  toCompose,
} from "@dynamo-iac/constructs/targets";

export const image = "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0";

/** A component whose main container is a Dynamo image, with the given fields over it. */
export function component(
  name: string,
  type: Component["type"],
  main: Partial<Container> = {},
  pod: Partial<PodSpec> = {},
  fields: Partial<Component> = {},
): Component {
  const { containers = [], ...rest } = pod;
  const spec = { containers: [{ name: "main", image, ...main }, ...containers], ...rest };
  return { name, type, podTemplate: { spec }, ...fields };
}

/** A vLLM worker with one GPU. */
export function worker(
  name: string,
  mode: "agg" | "prefill" | "decode",
  fields: Partial<Component> = {},
): Component {
  return component(
    name,
    mode === "agg" ? "worker" : mode,
    {
      command: ["python3", "-m", "dynamo.vllm"],
      args: ["--model", "m", "--disaggregation-mode", mode],
      resources: { limits: { "nvidia.com/gpu": "1" } },
    },
    {},
    fields,
  );
}

export const frontend = component("Frontend", "frontend");

export function graph(
  components: readonly Component[],
  spec: Partial<DynamoGraphDeploymentSpec> = {},
  annotations: Readonly<Record<string, string>> = {},
): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "llama", namespace: "prod", annotations },
    spec: { components: [...components], ...spec },
  };
}

/** The Compose file of components, which must be there. */
export function composed(components: readonly Component[], options: ComposeOptions = {}) {
  const { file, findings, yaml } = toCompose(graph(components), options);
  if (file === undefined || yaml === undefined)
    throw new Error(findings.map((found) => formatFinding(found)).join("\n"));
  return { ...file, yaml, findings, service: serviceOf(file.services) };
}

function serviceOf(services: Readonly<Record<string, ComposeService>>) {
  return (name: string): ComposeService => {
    const service = services[name];
    if (service === undefined) throw new Error(`no ${name} in ${Object.keys(services).join(", ")}`);
    return service;
  };
}

/** Codes and paths of what is found, without the rest. */
export function codesOf(components: readonly Component[], options: ComposeOptions = {}): string[] {
  return toCompose(graph(components), options).findings.map(({ code }) => code);
}
