// SPDX-License-Identifier: Apache-2.0
/** @module Paths inside Dynamo's containers. */

/**
 * Where vLLM keeps compiled kernels when `compilationCache.mountPath` is left out: its own default for
 * root. The other engines have none, and the operator asks for a path.
 */
export const vllmCompilationCache = "/root/.cache/vllm";
