// SPDX-License-Identifier: Apache-2.0
/** @module Which worker gets a request. */
import type { ConfigOf, FrontendConfig, kvRouterFlags } from "../../engines/index.js";

/** Settings of the KV-aware router. */
export interface KvRouterOptions extends ConfigOf<typeof kvRouterFlags> {}

/** A router as flags of the frontend. */
export interface Router {
  readonly flags: FrontendConfig;
  /** True when workers have to publish KV events for it. */
  readonly kvEvents: boolean;
}

/**
 * Sends a request to the worker that holds the longest cached prefix, weighed against its load.
 * The workers publish KV events; `routerKvEvents: false` predicts the caches instead.
 */
export function kvRouter(options: KvRouterOptions = {}): Router {
  return { flags: { routerMode: "kv", ...options }, kvEvents: options.routerKvEvents !== false };
}

/** Sends requests to the workers in turn; what the frontend does without a router. */
export function roundRobinRouter(): Router {
  return { flags: { routerMode: "round-robin" }, kvEvents: false };
}

/** Sends each request to a worker drawn at random. */
export function randomRouter(): Router {
  return { flags: { routerMode: "random" }, kvEvents: false };
}
