// SPDX-License-Identifier: Apache-2.0
/** @module ModelExpress: one server downloads models, workers get the weights from it and from one another. */
import { Chart } from "cdk8s";
import type { Construct } from "constructs";
import { applyWaivers, type Finding } from "../facts/index.js";
import { type Environment, KubeObject, type ModelCacheSource } from "../graph/index.js";
import { storageClass } from "./backings/existing.js";
import { checkModelExpress } from "./model-express/checks.js";
import { renderModelExpress } from "./model-express/objects.js";
import type { ModelExpressProps } from "./model-express/props.js";
import {
  modelExpressUrl,
  type ResolvedModelExpress,
  resolveModelExpress,
} from "./model-express/resolve.js";
import { StorageVolume } from "./storage-volume.js";

/**
 * A ModelExpress server with a volume of its own. Given to a graph as its cache it makes vLLM load
 * weights from workers that have them already, over the fabric, and from the server otherwise: no
 * volume is shared. SGLang and TensorRT-LLM cannot load this way.
 *
 * The protocol has neither encryption nor a password: the network policy lets graphs alone in.
 *
 * @example
 * const express = new ModelExpress(chart, "model-express", { token: "hf-token-secret" });
 * new InferenceGraph(chart, "qwen3", { model: { id: "Qwen/Qwen3-32B", cache: express }, ...graph });
 *
 * @see ai-dynamo/modelexpress docs/DEPLOYMENT.md
 */
export class ModelExpress extends StorageVolume implements ModelCacheSource {
  /** Address for workers, and for the platform's value `modelExpressURL`. */
  readonly url: string;
  /** `--load-format` of vLLM. */
  readonly loadFormat = "modelexpress";
  /** What the workers' environment needs. */
  readonly env: Environment;
  /** Account, role, Deployment, Service and network policy. */
  readonly objects: readonly KubeObject[];

  readonly #server: ResolvedModelExpress;
  readonly #props: ModelExpressProps;

  constructor(scope: Construct, id: string, props: ModelExpressProps = {}) {
    const server = resolveModelExpress(id, Chart.of(scope).namespace, props);
    const kind = {
      construct: "ModelExpress",
      app: "model-express",
      size: props.models === undefined ? "100Gi" : undefined,
      needsPosix: true,
      shared: server.replicas > 1,
    } as const;
    super(scope, id, kind, { ...props, name: server.claimName }, props.backing ?? storageClass());
    this.#server = server;
    this.#props = props;
    this.url = modelExpressUrl(server);
    this.env = {
      MODEL_EXPRESS_URL: this.url,
      // Nothing is mounted: weights come over the network.
      MODEL_EXPRESS_NO_SHARED_STORAGE: "1",
      VLLM_PLUGINS: "modelexpress",
    };
    this.objects = renderModelExpress(server).map(
      (object) => new KubeObject(this, object.kind, object),
    );
  }

  /** What the rules say about the props, waived findings included. */
  override findings(): readonly Finding[] {
    return [
      // The claim is named after the server, whose own rule about names is the stricter one.
      ...super.findings().filter(({ code }) => code !== "DYN-STOR-013"),
      ...applyWaivers(checkModelExpress(this.#server), this.#props.waive ?? []),
    ];
  }
}
