// SPDX-License-Identifier: Apache-2.0
/** @module The endpoint picker of the Gateway API inference extension. */
import type { EppConfig } from "../../api/index.js";
import type { ServiceOptions } from "./service-options.js";

/** An endpoint picker. */
export interface EndpointPickerOptions {
  /**
   * Tokens per KV cache block. Must equal the workers' block size.
   *
   * @default - the engine's `--block-size`, `--page-size` or `--kv-block-size`
   */
  readonly blockSize?: number | undefined;
  /** Plugins and scheduling profiles. @default - Dynamo's prefill and decode scorers */
  readonly config?: EppConfig["config"] | undefined;
  /** Settings of the component. @default - one replica, which the operator demands */
  readonly component?: ServiceOptions | undefined;
}

/** Routes through a gateway: an endpoint picker chooses the worker for each request. */
export function endpointPicker(options: EndpointPickerOptions = {}): EndpointPickerOptions {
  return options;
}
