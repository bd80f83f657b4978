// SPDX-License-Identifier: Apache-2.0
/** @module Rules about DynamoModel and DynamoCheckpoint. */
import { show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, isPlaceholder, text } from "../reading.js";
import { sharedMemorySize } from "./component.js";
import { gmsClients } from "./gpu-memory.js";

/** What the admission webhook says about a model. */
export function* modelRules(object: unknown): Problems {
  const spec = at(object, "spec");
  for (const field of ["modelName", "baseModelName"])
    if (at(spec, field) === "")
      yield problem("DYN-API-110", ["spec", field], 'must not be empty, got ""', `Set ${field}.`);
  const uri = text(at(spec, "source", "uri"));
  if (at(spec, "modelType") !== "lora" || (uri !== undefined && isPlaceholder(uri))) return;
  if (uri === undefined || !/^(s3|hf):\/\/|^file:\/\/\//.test(uri))
    yield problem(
      "DYN-API-111",
      ["spec", "source", "uri"],
      `must begin with s3://, hf:// or file:/// for a lora, got ${show(uri)}`,
      "Set the place of the adapter's weights.",
    );
}

/** What CRD and operator say about a checkpoint. */
export function* checkpointRules(object: unknown): Problems {
  const gms = at(object, "spec", "gpuMemoryService");
  const path = ["spec", "gpuMemoryService"];
  const interPod = text(at(gms, "mode"))?.toLowerCase() === "interpod";
  if (gms !== undefined) yield* gmsClients(gms, path, interPod ? "InterPod" : "IntraPod");
  if (interPod && at(gms, "enabled") === true)
    yield problem(
      "DYN-API-112",
      [...path, "mode"],
      `must be "intraPod", got ${show(at(gms, "mode"))}`,
      "Set mode to intraPod, or remove it.",
    );
  yield* sharedMemorySize(at(object, "spec", "job", "sharedMemory"), [
    "spec",
    "job",
    "sharedMemory",
  ]);
}
