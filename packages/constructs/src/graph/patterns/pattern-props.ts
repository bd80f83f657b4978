// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of a graph; everything else follows from it. */
import type { Program } from "../../engines/index.js";
import type { GraphOptions } from "../graph-options.js";
import type { EndpointPickerOptions } from "./endpoint-picker.js";
import type { LoraOptions } from "./lora.js";
import type { ModelCacheSource } from "./model-cache.js";
import type { NodePlacement } from "./node-placement.js";
import type { PlannerOptions } from "./planner.js";
import type { Router } from "./router.js";
import type { ServiceOptions } from "./service-options.js";
import type { Serving } from "./serving.js";

/** The model that a graph serves. */
export interface ModelProps {
  /** Repository id on Hugging Face, or a path or object-store URI that the engine can load. */
  readonly id: string;
  /** Revision of the repository: a commit, tag or branch. @default - the default branch */
  readonly revision?: string | undefined;
  /** Name in `/v1/models` and in requests. @default - the id */
  readonly servedName?: string | undefined;
  /**
   * Where downloaded models are, such as a `ModelCache` or `{ claimName }`: frontend and workers read them there.
   *
   * @default - each pod downloads
   */
  readonly cache?: ModelCacheSource | undefined;
}

/** A graph by its serving pattern. */
export interface PatternProps extends GraphOptions {
  /** The model: its repository id, or more about it. */
  readonly model: string | ModelProps;
  /**
   * The engine, with the flags that all workers share.
   *
   * @example vllm({ maxModelLen: 32_768 })
   */
  readonly engine: Program<"vllm" | "sglang" | "trtllm" | "mocker">;
  /** How the graph serves: `aggregated()` or `disaggregated()`. */
  readonly serving: Serving;
  /** Which worker gets a request. @default - the frontend's own default, round-robin */
  readonly router?: Router | undefined;
  /** Settings of the frontend's component. @default - one replica */
  readonly frontend?: ServiceOptions | undefined;
  /** Scales the workers to meet a target; it then owns their replica counts. @default - fixed counts */
  readonly planner?: PlannerOptions | undefined;
  /**
   * Gateway API inference extension: an endpoint picker routes, each worker has a frontend beside
   * it, and there is no frontend component.
   *
   * @default - a frontend component
   */
  readonly endpointPicker?: EndpointPickerOptions | undefined;
  /** LoRA adapters that the workers can serve (vLLM). @default - none */
  readonly lora?: LoraOptions | undefined;
  /** The nodes that workers run on; frontend and planner stay off them. A role may name others. @default - the scheduler decides */
  readonly nodes?: NodePlacement | undefined;
  /** Secret whose keys become environment variables of all pods, such as HF_TOKEN. @default - none */
  readonly tokenSecret?: string | undefined;
  /** Dynamo release of the images. @default - the release that this library renders for */
  readonly version?: string | undefined;
}
