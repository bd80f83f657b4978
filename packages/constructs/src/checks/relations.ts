// SPDX-License-Identifier: Apache-2.0
/** @module What other objects need to know of a graph: little, because fleets keep it for every graph. */
import { annotations, dynamoNamespace } from "../facts/index.js";
import { isKnown } from "./environment.js";
import { textFlag } from "./process.js";
import type { ComponentView, GraphView } from "./view.js";

/** A graph as its neighbours see it. */
export interface Relations {
  readonly name: string;
  /** True when processes find one another through etcd. */
  readonly etcd: boolean;
  /** Dynamo namespaces whose workers the graph's frontends take, and all that begin with them. */
  readonly takes: readonly string[];
  /** Dynamo namespaces in which the graph's workers register. */
  readonly registers: readonly string[];
  /** True when a worker reads a configuration file that may come from a ConfigMap. */
  readonly readsFiles: boolean;
  /** The queue of KAI that the graph names; the operator reads it only where Grove makes the pods. */
  readonly queue: string | undefined;
}

/** Sums a graph up. An unknown Kubernetes namespace is the same for all graphs. */
export function relationsOf(view: GraphView, namespace: string | undefined): Relations {
  const named = view.name !== "" && isKnown(view.name);
  const own = dynamoNamespace(namespace ?? "<namespace>", view.name);
  const among = (belongs: (component: ComponentView) => boolean) => {
    if (!named) return [];
    const found = new Set<string>();
    for (const component of view.components) {
      if (belongs(component)) {
        found.add(component.component.globalDynamoNamespace === true ? "dynamo" : own);
      }
    }
    return [...found];
  };
  return {
    name: view.name,
    etcd: view.etcd,
    takes: among(isRouting),
    registers: among((component) => component.engine !== undefined),
    readsFiles: view.components.some((component) => engineFile(component) !== undefined),
    queue: view.grove ? view.graph.metadata?.annotations?.[annotations.kaiQueue] : undefined,
  };
}

function isRouting(view: ComponentView): boolean {
  return (
    view.program?.program === "frontend" ||
    view.component.type === "epp" ||
    view.component.frontendSidecar !== undefined
  );
}

/** The file that completes the flags of a worker, and the flag that names it. */
export function engineFile(
  view: ComponentView,
): { readonly property: "extraEngineArgs" | "config"; readonly path: string } | undefined {
  const property = fileFlag(view);
  const path = property === undefined ? undefined : textFlag(view.program, property);
  return property === undefined || path === undefined ? undefined : { property, path };
}

function fileFlag(view: ComponentView): "extraEngineArgs" | "config" | undefined {
  if (view.engine === "trtllm") return "extraEngineArgs";
  const literal = (view.program?.extraArgs ?? []).every((token) => !token.startsWith("$"));
  return view.engine === "sglang" && literal ? "config" : undefined;
}
