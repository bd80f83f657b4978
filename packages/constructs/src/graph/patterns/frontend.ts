// SPDX-License-Identifier: Apache-2.0
/** @module The frontend: as a component of its own, or beside each worker behind an endpoint picker. */
import { frontendProgram } from "../../engines/index.js";
import { dynamoImage } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import { defined, type SidecarProps } from "../container.js";
import { merge } from "../merge.js";
import { cachePod } from "./model-cache.js";
import type { PatternProps } from "./pattern-props.js";
import { cacheOf, hardened, list, mergeEnvironment, tokenSources } from "./pod-defaults.js";

/** Name that the operator's own examples give the sidecar. */
export const frontendSidecarName = "sidecar-frontend";

/** The frontend component: HTTP entry point and router. */
export function resolveFrontend(props: PatternProps): ComponentProps {
  const { env, envFrom, volumes, volumeMounts, ...options } = props.frontend ?? {};
  const {
    volumes: cacheVolumes,
    volumeMounts: cacheMounts,
    ...cache
  } = cachePod(cacheOf(props.model));
  const replicated = props.router?.kvEvents === true && (options.replicas ?? 1) > 1;
  const base: ComponentProps = {
    name: "frontend",
    type: "frontend",
    replicas: 1,
    ...cache,
    image: dynamoImage("frontend", { version: props.version }),
    program: frontendProgram({
      // Without it each frontend would only know of the requests that it routed itself.
      ...(replicated ? { routerReplicaSync: true } : {}),
      ...props.router?.flags,
    }),
    env: mergeEnvironment(cache.env, env),
    envFrom: list([...tokenSources(props), ...(envFrom ?? [])]),
    volumes: list([...cacheVolumes, ...(volumes ?? [])]),
    volumeMounts: list([...cacheMounts, ...(volumeMounts ?? [])]),
    ...hardened(),
  };
  return merge(defined(base), defined(options));
}

/** The frontend that runs beside a worker and sends each request where the endpoint picker said. */
export function frontendSidecar(props: PatternProps): SidecarProps {
  const { securityContext } = hardened();
  const cache = cachePod(cacheOf(props.model));
  return defined({
    name: frontendSidecarName,
    image: dynamoImage("frontend", { version: props.version }),
    program: frontendProgram({ routerMode: "direct" }),
    securityContext,
    env: mergeEnvironment(cache.env),
    envFrom: list([...tokenSources(props)]),
    volumeMounts: list([...cache.volumeMounts]),
  });
}
