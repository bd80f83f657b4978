// SPDX-License-Identifier: Apache-2.0
/** @module What every pod of a pattern gets: security and the token. */
import type { ComponentProps } from "../component.js";
import type { Environment, EnvironmentSource } from "../environment.js";
import type { Fabric } from "./fabric.js";
import type { ModelProps, PatternProps } from "./pattern-props.js";

/** Group and user of the `dynamo` account in the images. @see container/templates */
const dynamoUser = 1000;

/**
 * Non-root, no added capabilities, the runtime's seccomp profile. A worker on an RDMA fabric gets
 * IPC_LOCK, because registering GPU memory with the network card locks it.
 */
export function hardened(
  fabric?: Fabric | undefined,
): Pick<ComponentProps, "podSecurityContext" | "securityContext"> {
  return {
    podSecurityContext: {
      fsGroup: dynamoUser,
      fsGroupChangePolicy: "OnRootMismatch",
      runAsNonRoot: true,
      runAsUser: dynamoUser,
      seccompProfile: { type: "RuntimeDefault" },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: fabric === undefined ? { drop: ["ALL"] } : { add: ["IPC_LOCK"], drop: ["ALL"] },
    },
  };
}

/** The Secret with the Hugging Face token, unless the graph goes without. */
export function tokenSources(
  props: Pick<PatternProps, "tokenSecret">,
): readonly EnvironmentSource[] {
  return props.tokenSecret === undefined ? [] : [props.tokenSecret];
}

/** The model's repository id. */
export function modelId(model: PatternProps["model"]): string {
  return typeof model === "string" ? model : model.id;
}

/** Where the model's files are; undefined when each pod downloads them. */
export function cacheOf(model: PatternProps["model"]): ModelProps["cache"] {
  return typeof model === "string" ? undefined : model.cache;
}

/** One environment of several; later ones win. Undefined when all are empty. */
export function mergeEnvironment(
  ...environments: readonly (Environment | undefined)[]
): Environment | undefined {
  const merged = Object.assign({}, ...environments) as Environment;
  return Object.keys(merged).length === 0 ? undefined : merged;
}

/** An empty list says nothing. */
export function list<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
