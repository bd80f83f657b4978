// SPDX-License-Identifier: Apache-2.0
/** @module Typed container props to a Kubernetes container, and back. */
import type { Container } from "../api/index.js";
import { type LaunchContext, type Program, readLaunch, writeLaunch } from "../engines/index.js";
import {
  type Environment,
  type EnvironmentSource,
  readEnvironment,
  readEnvironmentSources,
  renderEnvironment,
  renderEnvironmentSources,
} from "./environment.js";

/** The extended resource that NVIDIA's device plugin offers. */
const gpuResource = "nvidia.com/gpu";

/** What a container of a component is; every field of a Kubernetes container is here. */
export interface ContainerOptions
  extends Omit<Container, "name" | "env" | "envFrom" | "restartPolicy"> {
  /**
   * The Dynamo process that the container runs, with typed flags. Excludes `command` and `args`.
   *
   * @default - `command` and `args`; without those the operator's default for the component type
   */
  readonly program?: Program | undefined;
  /**
   * Environment variables by name.
   *
   * @default - only what the operator sets
   */
  readonly env?: Environment | undefined;
  /**
   * Secrets (by name) and ConfigMaps whose keys become environment variables.
   *
   * @default - none
   */
  readonly envFrom?: readonly EnvironmentSource[] | undefined;
  /**
   * Whole GPUs: the limit `nvidia.com/gpu`.
   *
   * @default - what `resources.limits` says
   */
  readonly gpus?: number | undefined;
}

/** A container beside the main one. */
export interface SidecarProps extends ContainerOptions {
  /** Name of the container; unique in the pod and not `main`. */
  readonly name: string;
}

/** Renders a container; fields that were not given are not written. */
export function renderContainer(name: string, options: ContainerOptions): Container {
  const { program, env, envFrom, gpus, resources, command, args, ...fields } = options;
  const launch = program === undefined ? { command, args } : writeLaunch(program);
  const limits =
    gpus === undefined
      ? resources?.limits
      : defined({ ...resources?.limits }, { [gpuResource]: String(gpus) });
  return defined(
    { name, ...fields },
    {
      command: launch.command,
      args: launch.args?.length === 0 ? undefined : launch.args,
      env: renderEnvironment(env),
      envFrom: renderEnvironmentSources(envFrom),
      resources: limits === undefined ? resources : { ...resources, limits },
    },
  ) as Container;
}

/** What reading a container needs to know beside it. */
export type ReadContext = Omit<LaunchContext, "env"> & {
  /** Environment that the graph gives to every container. */
  readonly graphEnvironment?: Environment | undefined;
};

/** The props that render this container again. */
export function readContainer(container: Container, context: ReadContext = {}): ContainerOptions {
  const {
    name: _,
    restartPolicy: __,
    env,
    envFrom,
    resources,
    command,
    args,
    ...fields
  } = container;
  const environment = readEnvironment(env);
  const launch = readLaunch(
    { command, args },
    {
      env: literals({ ...context.graphEnvironment, ...environment }),
      defaultCommand: context.defaultCommand,
    },
  );
  const typed = launch?.exact === true;
  const { gpus, rest } = splitGpus(resources);
  return defined(fields, {
    program: typed ? launch.program : undefined,
    command: typed ? undefined : command,
    args: typed ? undefined : args,
    env: environment,
    envFrom: readEnvironmentSources(envFrom),
    gpus,
    resources: rest,
  });
}

/** Values that are known before the pod runs; undefined for those that come from elsewhere. */
export function literals(environment: Environment | undefined): Map<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  for (const [name, value] of Object.entries(environment ?? {})) {
    values.set(name, typeof value === "string" ? value : undefined);
  }
  return values;
}

type Resources = NonNullable<Container["resources"]>;

/** A whole number of GPUs leaves the limits; a request that equals its limit says nothing new. */
function splitGpus(resources: Resources | undefined): {
  readonly gpus?: number | undefined;
  readonly rest?: Resources | undefined;
} {
  const limit = resources?.limits?.[gpuResource];
  if (resources === undefined || limit === undefined || !/^\d+$/.test(String(limit)))
    return { rest: resources };
  const limits = without(resources.limits, gpuResource);
  const sameRequest = String(resources.requests?.[gpuResource] ?? limit) === String(limit);
  const requests = sameRequest ? without(resources.requests, gpuResource) : resources.requests;
  const rest = defined({ ...resources, limits, requests });
  return { gpus: Number(limit), rest: Object.keys(rest).length === 0 ? undefined : rest };
}

function without<T>(
  map: Record<string, T> | undefined,
  key: string,
): Record<string, T> | undefined {
  if (map === undefined) return undefined;
  const { [key]: _, ...rest } = map;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/**
 * The same object without the keys that hold nothing, and those of another object behind them.
 * V8 gives every `{ ...object, key }` a hidden class of its own, which a fleet feels.
 */
export function defined<T extends object, U extends object = object>(object: T, more?: U): T & U {
  const result: Record<string, unknown> = {};
  for (const part of more === undefined ? [object] : [object, more]) {
    for (const [key, value] of Object.entries(part)) if (value !== undefined) result[key] = value;
  }
  return result as T & U;
}
