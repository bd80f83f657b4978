// SPDX-License-Identifier: Apache-2.0
/** @module What every pod of a pattern gets: security and the token. */
import type { ComponentProps } from "../component.js";
import type { Environment, EnvironmentSource } from "../environment.js";
import type { SecurityException } from "./fabric.js";
import type { ModelProps, PatternProps } from "./pattern-props.js";

/** Group and user of the `dynamo` account in the images. @see container/templates */
const dynamoUser = 1000;

/**
 * Non-root, no added capabilities, the runtime's seccomp profile; a worker on a fabric gets exactly
 * the exception that the fabric needs.
 */
export function hardened(
  exception?: SecurityException | undefined,
): Pick<ComponentProps, "podSecurityContext" | "securityContext"> {
  const { capabilities = [], privileged = false } = exception ?? {};
  return {
    podSecurityContext: {
      fsGroup: dynamoUser,
      fsGroupChangePolicy: "OnRootMismatch",
      ...(privileged
        ? { runAsUser: 0 }
        : {
            runAsNonRoot: true,
            runAsUser: dynamoUser,
            seccompProfile: { type: "RuntimeDefault" },
          }),
    },
    // A privileged container has every capability, and Kubernetes refuses to forbid it escalation.
    securityContext: privileged
      ? { privileged, capabilities: { add: capabilities } }
      : {
          allowPrivilegeEscalation: false,
          capabilities:
            capabilities.length === 0 ? { drop: ["ALL"] } : { add: capabilities, drop: ["ALL"] },
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
