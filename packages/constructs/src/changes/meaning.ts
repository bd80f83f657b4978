// SPDX-License-Identifier: Apache-2.0
/** @module What a graph means, independent of spelling: to compare two revisions, or a manifest with what was rebuilt from it. */
import type { Component, Container, DynamoGraphDeployment, EnvVar, PodSpec } from "../api/index.js";
import { defaultCommand, mainContainer } from "../checks/index.js";
import { processMeaning } from "../engines/index.js";
import { type FieldPath, parseQuantity } from "../facts/index.js";

/** One place where two objects differ. */
export interface Difference {
  readonly path: FieldPath;
  readonly original: unknown;
  readonly rebuilt: unknown;
}

/**
 * The graph as comparable data. Spelling that Kubernetes, the operator or the program ignores is
 * gone: the order of components and mounts, the place of the main container, flag aliases and
 * order, a shell that only starts the program, `1` against `"1"` in quantities, requests that
 * repeat a limit.
 */
export function graphMeaning(graph: DynamoGraphDeployment): unknown {
  const { components, env, ...spec } = graph.spec ?? {};
  return {
    ...graph,
    spec: {
      ...spec,
      env: environmentMeaning(env),
      components: byKey(components, nameOf, (component) => componentMeaning(component, env)),
    },
  };
}

function componentMeaning(component: Component, graphEnv: readonly EnvVar[] | undefined): unknown {
  const { podTemplate, ...own } = component;
  const { containers, resources, ...spec } = podTemplate?.spec ?? ({} as Partial<PodSpec>);
  return {
    ...own,
    sharedMemorySize: quantityMeaning(own.sharedMemorySize),
    podTemplate: {
      ...podTemplate,
      spec: {
        ...spec,
        resources: resourcesMeaning(resources),
        containers: byKey(containers, nameOf, (container) =>
          containerMeaning(container, component, graphEnv),
        ),
        // The operator starts the main container first, the others in the order of the list.
        sidecars:
          containers?.map(({ name }) => name).filter((name) => name !== mainContainer) ?? [],
      },
    },
  };
}

function containerMeaning(
  container: Container,
  component: Component,
  graphEnv: readonly EnvVar[] | undefined,
): unknown {
  const { command, args, env, resources, volumeMounts, ...rest } = container;
  const main = container.name === mainContainer;
  const fallback = main
    ? defaultCommand(component.type)
    : container.name === component.frontendSidecar
      ? defaultCommand("frontend")
      : undefined;
  const context = {
    env: new Map([...(graphEnv ?? []), ...(env ?? [])].map(literal)),
    defaultCommand: fallback,
  };
  const process = processMeaning({ command, args }, context) ?? {
    command: filled(command),
    args: filled(args),
  };
  return {
    ...rest,
    process,
    env: environmentMeaning(env),
    resources: resourcesMeaning(resources),
    // Container runtimes mount the shorter paths first, whatever the order of the list.
    volumeMounts: byKey(
      volumeMounts,
      ({ mountPath }) => mountPath,
      (mount) => mount,
    ),
  };
}

/** A variable with its value; undefined for one that is decided elsewhere. */
function literal({ name, value, valueFrom }: EnvVar): readonly [string, string | undefined] {
  return [name, valueFrom === undefined ? (value ?? "") : undefined];
}

/** Items by their keys; the list as it is when a key occurs twice. */
function byKey<T>(
  items: readonly T[] = [],
  key: (item: T) => string,
  meaning: (item: T) => unknown,
): unknown {
  const keyed = new Map(items.map((item) => [key(item), meaning(item)]));
  return keyed.size === items.length ? Object.fromEntries(keyed) : items.map(meaning);
}

function nameOf(item: { readonly name: string }): string {
  return item.name;
}

/** In order, because a value may refer to the names before it; the empty value is the default. */
function environmentMeaning(env: readonly EnvVar[] | undefined): unknown {
  return filled(env)?.map(({ name, value, valueFrom, ...rest }) => {
    const text = value === "" ? undefined : value;
    return { name, value: text, valueFrom, ...rest };
  });
}

type Resources = NonNullable<Container["resources"]>;

function resourcesMeaning(resources: Resources | undefined): unknown {
  const limits = listMeaning(resources?.limits);
  const requests = listMeaning(resources?.requests);
  // Kubernetes itself requests what is only limited.
  for (const [name, amount] of Object.entries(requests))
    if (limits[name] === amount) delete requests[name];
  return { ...resources, limits, requests };
}

function listMeaning(list: Resources["limits"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(list ?? {}).map(([name, amount]) => [name, quantityMeaning(amount)]),
  );
}

function quantityMeaning(amount: string | number | undefined): unknown {
  return amount === undefined ? undefined : (parseQuantity(amount)?.toString() ?? amount);
}

/** An empty list of words is none. */
function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length === 0 ? undefined : list;
}

/** Where two values differ, deep; an absent field and an undefined one are the same. */
export function differences(
  original: unknown,
  rebuilt: unknown,
  path: FieldPath = [],
): readonly Difference[] {
  if (Object.is(original, rebuilt)) return [];
  if (
    isRecord(original) &&
    isRecord(rebuilt) &&
    Array.isArray(original) === Array.isArray(rebuilt)
  ) {
    const found: Difference[] = [];
    for (const key of new Set([...Object.keys(original), ...Object.keys(rebuilt)])) {
      const step = Array.isArray(original) ? Number(key) : key;
      found.push(...differences(original[key], rebuilt[key], [...path, step]));
    }
    return found;
  }
  return [{ path, original, rebuilt }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
