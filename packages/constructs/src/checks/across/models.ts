// SPDX-License-Identifier: Apache-2.0
/** @module DynamoModels and the workers that serve their base model. */
import { at, text } from "../../api/index.js";
import { type FindingCode, finding, show } from "../../facts/index.js";
import type { Subject } from "../subject.js";
import type { ComponentView } from "../view.js";
import type { GraphSubject } from "./fleet.js";
import type { AcrossRule, Attached } from "./rule.js";

/** DYN-MODEL-001, 002: a model needs a worker, and a LoRA one that loads it. */
export const modelsAreServed: AcrossRule = ({ subjects, graphsIn }) =>
  subjects
    .filter(({ kind }) => kind === "DynamoModel")
    .flatMap((model) => served(model, graphsIn(model.namespace)));

function served(model: Subject, graphs: readonly GraphSubject[]): readonly Attached[] {
  const base = text(at(model.object, "spec", "baseModelName"));
  if (base === undefined || graphs.length === 0) return [];
  const components = graphs.flatMap(({ view }) => view.components);
  const serving = components.filter(({ component }) => component.modelRef?.name === base);
  const say = (code: FindingCode, field: string, message: string, fix: string): Attached => ({
    subject: model,
    finding: finding(code, { object: model.label, path: ["spec", field] }, message, fix),
  });
  if (serving.length === 0) {
    const known = new Set(components.flatMap(({ component }) => component.modelRef?.name ?? []));
    const there =
      known.size === 0 ? "none has a modelRef" : `there is ${[...known].map(show).join(", ")}`;
    const message = `no component of ${graphs.length} ${graphs.length === 1 ? "graph" : "graphs"} has modelRef.name ${show(base)}; ${there}`;
    const fix = `Set modelRef.name of the workers to ${base}.`;
    return [say("DYN-MODEL-001", "baseModelName", message, fix)];
  }
  if (text(at(model.object, "spec", "modelType")) !== "lora") return [];
  for (const view of serving) {
    const why = whyNoLora(view);
    if (why === undefined) continue;
    const fix = "Start the workers with vLLM, --enable-lora and DYN_LORA_ENABLED=true.";
    const message = `${view.name} serves the base model, but ${why}`;
    return [say("DYN-MODEL-002", "modelType", message, fix)];
  }
  return [];
}

/** Why a worker cannot load an adapter; undefined when it can, or when nobody knows. */
function whyNoLora(view: ComponentView): string | undefined {
  const { engine, program, open, env } = view;
  if (engine === "trtllm") return "TensorRT-LLM workers load no adapters while they run";
  if (engine !== "vllm" || open || program === undefined) return undefined;
  if (program.flags.enableLora !== true) return "runs without --enable-lora";
  if (env.open) return undefined;
  const switched = env.values.get("DYN_LORA_ENABLED");
  if (switched === undefined && env.values.has("DYN_LORA_ENABLED")) return undefined;
  return /^(true|1|yes|on)$/i.test(switched ?? "")
    ? undefined
    : `DYN_LORA_ENABLED is ${switched === undefined ? "not set" : show(switched)}`;
}
