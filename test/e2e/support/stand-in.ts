// SPDX-License-Identifier: Apache-2.0
/**
 * @module Deployments of the pods that a graph asks for. This is not the operator, which cannot be built here: it stands
 * in for the one part of it that a scheduler sees, the pod templates and how many pods of each there are.
 */
import type { Component, DynamoGraphDeployment, PodSpec } from "@dynamo-iac/constructs/api";
import { labels } from "@dynamo-iac/constructs/facts";
import type { KubernetesObject } from "./api-client.js";

/** Label with the name of the component, as the operator writes it. */
export const componentLabel = "nvidia.com/dynamo-component";

/** One Deployment per component; a component over several nodes has a pod for each of them. */
export function deploymentsOf(graph: DynamoGraphDeployment): readonly KubernetesObject[] {
  const { name = "", namespace = "default" } = graph.metadata;
  return (graph.spec?.components ?? []).map((component) => {
    const selected = { [componentLabel]: component.name };
    const own = { ...selected, ...operatorLabels(name, component) };
    const { metadata, spec } = component.podTemplate ?? {};
    return {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: `${name}-${component.name}`.toLowerCase(), namespace, labels: own },
      spec: {
        replicas: podsOf(component),
        selector: { matchLabels: selected },
        template: { metadata: { ...metadata, labels: { ...metadata?.labels, ...own } }, spec },
      },
    };
  });
}

/** Labels by which affinity terms find the pods of a graph. */
function operatorLabels(graph: string, { type }: Component): Readonly<Record<string, string>> {
  return { [labels.graph]: graph, ...(type === undefined ? {} : { [labels.componentType]: type }) };
}

/** How many pods a component has. */
export function podsOf({ replicas, multinode }: Component): number {
  return (replicas ?? 1) * (multinode === undefined ? 1 : (multinode.nodeCount ?? 2));
}

/** What the pods name and somebody else makes: volumes behind their claims, and service accounts. */
export function neighboursOf(graph: DynamoGraphDeployment): readonly KubernetesObject[] {
  const { namespace = "default" } = graph.metadata;
  const specs = (graph.spec?.components ?? []).flatMap(
    ({ podTemplate }) => podTemplate?.spec ?? [],
  );
  const accounts = specs.flatMap(({ serviceAccountName }) => serviceAccountName ?? []);
  return [...new Set(specs.flatMap(claimsOf))]
    .flatMap((claim) => claimAndVolume(claim, namespace))
    .concat(
      [...new Set(accounts)].map((name) => ({
        apiVersion: "v1",
        kind: "ServiceAccount",
        metadata: { name, namespace },
      })),
    );
}

function claimsOf({ volumes }: PodSpec): readonly string[] {
  return (volumes ?? []).flatMap(
    ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [],
  );
}

function claimAndVolume(name: string, namespace: string): readonly KubernetesObject[] {
  const size = { storage: "1Gi" };
  const accessModes = ["ReadWriteMany"];
  const volumeName = `${namespace}-${name}`;
  const claimRef = { apiVersion: "v1", kind: "PersistentVolumeClaim", name, namespace };
  return [
    {
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: volumeName },
      spec: {
        capacity: size,
        accessModes,
        claimRef,
        hostPath: { path: "/nowhere" },
        storageClassName: "",
      },
    },
    {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name, namespace },
      spec: { accessModes, resources: { requests: size }, volumeName, storageClassName: "" },
    },
  ];
}
