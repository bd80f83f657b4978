// SPDX-License-Identifier: Apache-2.0
/** @module A serving pattern to components and the objects beside the graph. */
import type { Pool } from "../../estimate/index.js";
import type { ComponentProps } from "../component.js";
import { defined } from "../container.js";
import type { GraphProps } from "../graph-options.js";
import type { Manifest } from "../kube-object.js";
import { resolveEndpointPicker } from "./endpoint-picker-component.js";
import type { EngineFile } from "./engine-file.js";
import { frontendSidecar, frontendSidecarName, resolveFrontend } from "./frontend.js";
import { loraEnvironment, loraModels } from "./lora-models.js";
import { discoveryBinding } from "./model-cache.js";
import { packedWorkers } from "./packed-workers.js";
import type { PatternProps } from "./pattern-props.js";
import { resolvePlanner } from "./planner-component.js";
import { cacheOf, list, mergeEnvironment, modelId } from "./pod-defaults.js";
import { type ResolvedWorker, type Role, resolveWorker } from "./worker.js";

/** A pattern, written out. */
export interface ResolvedPattern {
  readonly graph: GraphProps;
  /** ConfigMaps with engine configuration, DynamoModels of adapters. */
  readonly objects: readonly Manifest[];
}

/** Resolves a pattern; `id` names the graph when the props do not, and `namespace` is the chart's. */
export function resolvePattern(
  id: string,
  props: PatternProps,
  namespace?: string | undefined,
): ResolvedPattern {
  const {
    model,
    engine,
    serving,
    router,
    frontend,
    planner,
    endpointPicker,
    lora,
    nodes,
    tokenSecret,
    version,
    ...options
  } = props;
  const name = props.name ?? id;
  const workers = packedWorkers(name, resolveWorkers(name, props));
  const components: ComponentProps[] = [
    endpointPicker === undefined
      ? resolveFrontend(props)
      : resolveEndpointPicker(props, endpointPicker),
    ...(planner === undefined ? [] : [resolvePlanner(props, planner)]),
    ...workers.map((worker) => besides(props, worker.component)),
  ];
  const backend = engine.program === "mocker" ? undefined : engine.program;
  return {
    graph: {
      backendFramework: backend,
      ...options,
      pools: namedPools(props, workers),
      components,
    },
    objects: [
      ...workers.flatMap(({ file }) =>
        file === undefined ? [] : [configMap(file.configMap, props)],
      ),
      ...loraModels(name, props),
      ...discoveryBinding(name, props.namespace ?? namespace, cacheOf(props.model)),
    ],
  };
}

function resolveWorkers(name: string, props: PatternProps): ResolvedWorker[] {
  const kvEvents = props.router?.kvEvents === true || props.endpointPicker !== undefined;
  const { serving } = props;
  if (serving.kind === "aggregated") {
    const { kind: _, ...options } = serving;
    const role: Role = {
      name: "worker",
      type: "worker",
      disaggregation: undefined,
      peer: undefined,
      kvEvents,
    };
    return [resolveWorker(name, role, props, options)];
  }
  const roles = ["prefill", "decode"] as const;
  return roles.map((phase) => {
    // Prefix hits save prefill work only, so only prefill workers publish events.
    const events = kvEvents && phase === "prefill";
    const peer = phase === "prefill" ? "decode" : "prefill";
    const role: Role = { name: phase, type: phase, disaggregation: phase, peer, kvEvents: events };
    return resolveWorker(name, role, props, serving[phase]);
  });
}

/** The pools that the workers name, each once; undefined when none is known. */
function namedPools(
  { pools = [] }: PatternProps,
  workers: readonly ResolvedWorker[],
): readonly Pool[] | undefined {
  const all = [...pools, ...workers.flatMap(({ pool }) => (pool === undefined ? [] : [pool]))];
  return list(all.filter((pool, at) => all.indexOf(pool) === at));
}

/** What a worker carries for the gateway and for adapters. */
function besides(props: PatternProps, component: ComponentProps): ComponentProps {
  const sidecars =
    props.endpointPicker === undefined
      ? []
      : [frontendSidecar(props), ...(component.sidecars ?? [])];
  return {
    ...component,
    ...(sidecars.length === 0 ? {} : { sidecars, frontendSidecar: frontendSidecarName }),
    ...(props.lora === undefined
      ? {}
      : {
          modelRef: { name: modelId(props.model) },
          env: mergeEnvironment(loraEnvironment(props.lora), component.env),
        }),
  };
}

function configMap(
  { name, data }: EngineFile["configMap"],
  { namespace }: PatternProps,
): Manifest & EngineConfigData {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: defined({ name, namespace }), data };
}

interface EngineConfigData {
  readonly data: Readonly<Record<string, string>>;
}
