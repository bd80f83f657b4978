// SPDX-License-Identifier: Apache-2.0
/** @module DynamoModels and the workers that serve their base model. */
import { at, text } from "../../api/index.js";
import { finding, show } from "../../facts/index.js";
import type { ComponentView } from "../view.js";
import type { AcrossRule, Attached } from "./rule.js";

/** DYN-MODEL-001, 002: a model needs a worker, and a LoRA one that loads it. */
export const modelsAreServed: AcrossRule = ({ subjects, graphsIn }) => {
  const found: Attached[] = [];
  for (const subject of subjects) {
    if (subject.kind !== "DynamoModel") continue;
    const base = text(at(subject.object, "spec", "baseModelName"));
    const graphs = graphsIn(subject.namespace);
    if (base === undefined || graphs.length === 0) continue;
    const components = graphs.flatMap(({ view }) => view.components);
    const serving = components.filter(({ component }) => component.modelRef?.name === base);
    const [first] = serving;
    if (first === undefined) {
      const known = [
        ...new Set(components.flatMap(({ component }) => component.modelRef?.name ?? [])),
      ];
      found.push({
        subject,
        finding: finding(
          "DYN-MODEL-001",
          { object: subject.label, path: ["spec", "baseModelName"] },
          `no component of ${graphs.length} ${graphs.length === 1 ? "graph" : "graphs"} has modelRef.name ${show(base)}; ${known.length === 0 ? "none has a modelRef" : `there is ${known.map(show).join(", ")}`}`,
          `Set modelRef.name of the workers to ${base}.`,
        ),
      });
      continue;
    }
    if (text(at(subject.object, "spec", "modelType")) !== "lora") continue;
    const unready = serving
      .map((view) => [view, whyNoLora(view)] as const)
      .find(([, why]) => why !== undefined);
    if (unready === undefined) continue;
    found.push({
      subject,
      finding: finding(
        "DYN-MODEL-002",
        { object: subject.label, path: ["spec", "modelType"] },
        `${unready[0].name} serves the base model, but ${unready[1]}`,
        "Start the workers with vLLM, --enable-lora and DYN_LORA_ENABLED=true.",
      ),
    });
  }
  return found;
};

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
