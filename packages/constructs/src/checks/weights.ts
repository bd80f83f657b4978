// SPDX-License-Identifier: Apache-2.0
/** @module Where engines may load their weights from. */
import { flagsOf } from "../engines/index.js";
import type { Finding } from "../facts/index.js";
import { show } from "../facts/index.js";
import { flagPlace } from "./place.js";
import { type ComponentRule, nothing, one } from "./rule.js";

/** DYN-STOR-027: buckets are for vLLM and SGLang, the loader of ModelExpress for vLLM. */
export const weightsCanBeLoaded: ComponentRule = (view, graph): readonly Finding[] => {
  const sglang = flagsOf(view.program, "sglang");
  if (sglang?.loadFormat === "modelexpress") {
    const message = `${view.name} runs sglang, and the load format "modelexpress" is a plugin of vllm`;
    const fix = "Run vLLM, or give the graph a cache on a volume.";
    return one("DYN-STOR-027", graph, flagPlace(view, graph, "loadFormat"), message, fix);
  }
  const trtllm = flagsOf(view.program, "trtllm");
  if (trtllm?.model === undefined || !/^(s3|gs|az):\/\//.test(trtllm.model)) return nothing;
  const message = `${view.name} runs trtllm, which takes ${show(trtllm.model)} for a path`;
  const fix = "Run vLLM or SGLang, or give the graph a cache on a volume.";
  return one("DYN-STOR-027", graph, flagPlace(view, graph, "model"), message, fix);
};
