// SPDX-License-Identifier: Apache-2.0
/** @module The order in which somebody would write the props of a graph. */

const graphOrder = ["name", "namespace", "apiVersion", "labels", "annotations", "backendFramework"];

const graphEnd = ["components", "v1alpha1"];

const componentOrder = [
  "name",
  "type",
  "replicas",
  "minAvailable",
  "multinode",
  "image",
  "workingDir",
  "program",
  "command",
  "args",
  "gpus",
  "resources",
  "sharedMemorySize",
  "env",
  "envFrom",
];

const componentEnd = ["sidecars", "podTemplate"];

/** Props of a graph: what it is first, its components last; each component in the same way. */
export function ordered(props: object): object {
  const sorted = sortedKeys(props, graphOrder, graphEnd);
  const { components } = sorted;
  if (!Array.isArray(components)) return sorted;
  return { ...sorted, components: components.map(orderedComponent) };
}

function orderedComponent(component: object): object {
  const sorted = sortedKeys(component, componentOrder, componentEnd);
  const { sidecars } = sorted;
  return Array.isArray(sidecars)
    ? {
        ...sorted,
        sidecars: sidecars.map((sidecar: object) => sortedKeys(sidecar, componentOrder, [])),
      }
    : sorted;
}

function sortedKeys(
  object: object,
  first: readonly string[],
  last: readonly string[],
): Record<string, unknown> {
  const place = (key: string) => {
    const start = first.indexOf(key);
    if (start !== -1) return start;
    return first.length + last.indexOf(key) + 1;
  };
  const entries = Object.entries(object).map(([key, value]) => [key, value] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => place(a) - place(b)));
}
