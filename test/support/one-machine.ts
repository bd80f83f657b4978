// SPDX-License-Identifier: Apache-2.0
/** @module A graph without what only a cluster can do, so that targets for one machine have work to do. */
import type {
  Component,
  Container,
  DynamoGraphDeployment,
  PodSpec,
} from "@dynamo-iac/constructs/api";

/** Takes away what is refused on one machine, and what is only more of the same. */
export function forOneMachine(graph: DynamoGraphDeployment): DynamoGraphDeployment {
  const components = graph.spec.components?.slice(0, 4).map(runnable);
  return { ...graph, spec: { ...graph.spec, components } };
}

function runnable(component: Component): Component {
  const { multinode: _, experimental: __, eppConfig: ___, ...rest } = component;
  const pod = component.podTemplate?.spec;
  const containers = (pod?.containers ?? []).map(withImage);
  if (!containers.some(({ name }) => name === "main")) containers.push(withImage({ name: "main" }));
  const { initContainers: ____, ...others } = pod ?? ({} as Partial<PodSpec>);
  return {
    ...rest,
    type: rest.type === "epp" || rest.type === "planner" ? "frontend" : rest.type,
    replicas: Math.min(rest.replicas ?? 1, 3),
    podTemplate: { ...component.podTemplate, spec: { ...others, containers } },
  };
}

function withImage(container: Container): Container {
  const { cpu, memory } = container.resources?.limits ?? {};
  const limits = { ...(cpu && { cpu }), ...(memory && { memory }), "nvidia.com/gpu": 1 };
  return {
    ...container,
    image: container.image ?? "busybox:1.36",
    resources: { limits },
    envFrom: container.envFrom?.filter(({ configMapRef }) => configMapRef === undefined),
  };
}
