// SPDX-License-Identifier: Apache-2.0
/** @module Rules about a DynamoGraphDeploymentRequest, in both versions. */
import { type FieldPath, parseImage, show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, count, has, isPlaceholder, text } from "../reading.js";
import { tellsRelease } from "./component.js";

/** What admission and the profiler say about a request. */
export function* requestRules(object: unknown): Problems {
  const spec = at(object, "spec");
  const alpha = text(at(object, "apiVersion")) === "nvidia.com/v1alpha1";
  const config = ["profilingConfig", "config"];
  yield* imageRule(spec, alpha ? ["profilingConfig", "profilerImage"] : ["image"]);
  yield* serviceLevels(spec, alpha ? [...config, "sla"] : ["sla"]);
  yield* mockerRule(spec, {
    mocker: alpha ? ["useMocker"] : ["features", "mocker", "enabled"],
    planner: alpha ? [...config, "planner"] : ["features", "planner"],
  });
  if (!alpha) yield* betaRules(spec);
}

function* imageRule(spec: unknown, path: FieldPath): Problems {
  const image = text(at(spec, ...path)) ?? "";
  if (image === "" || isPlaceholder(image) || tellsRelease(image)) return;
  if ((text(at(spec, "runtimeVersionOverride")) ?? "") !== "") return;
  yield problem(
    "DYN-API-101",
    ["spec", ...path],
    `the tag must be MAJOR.MINOR.PATCH (such as 1.4.0), got ${show(parseImage(image).tag)} in ${show(image)}`,
    "Use a tag with the release, or set runtimeVersionOverride.",
  );
}

function* serviceLevels(spec: unknown, path: FieldPath): Problems {
  for (const field of ["ttft", "itl", "e2eLatency"]) {
    const milliseconds = count(at(spec, ...path, field));
    if (milliseconds !== undefined && milliseconds <= 0)
      yield problem(
        "DYN-API-103",
        ["spec", ...path, field],
        `must be above 0 ms, got ${milliseconds}`,
        `Set ${field} to the milliseconds that are acceptable, or remove it.`,
      );
  }
  if (!has(spec, ...path, "e2eLatency")) return;
  for (const field of ["ttft", "itl"])
    if (has(spec, ...path, field))
      yield problem(
        "DYN-API-104",
        ["spec", ...path, field],
        `${show(at(spec, ...path, field))} ms has no effect: e2eLatency is ${show(at(spec, ...path, "e2eLatency"))} ms`,
        `Remove ${field}, or remove e2eLatency.`,
      );
}

function* mockerRule(
  spec: unknown,
  paths: { readonly mocker: FieldPath; readonly planner: FieldPath },
): Problems {
  const sweep = [...paths.planner, "pre_deployment_sweeping_mode"];
  if (at(spec, ...paths.mocker) === true && at(spec, ...sweep) === "none")
    yield problem(
      "DYN-API-107",
      ["spec", ...sweep],
      'must not be "none" together with the mocker',
      "Use rapid or thorough, or switch the mocker off.",
    );
}

function* betaRules(spec: unknown): Problems {
  if (at(spec, "searchStrategy") === "thorough" && (at(spec, "backend") ?? "auto") === "auto")
    yield problem(
      "DYN-API-100",
      ["spec", "backend"],
      `must be sglang, trtllm or vllm with searchStrategy thorough, got ${show(at(spec, "backend") ?? "auto")}`,
      "Set the backend, or use searchStrategy rapid.",
    );
  if (has(spec, "workload", "concurrency") && has(spec, "workload", "requestRate"))
    yield problem(
      "DYN-API-102",
      ["spec", "workload"],
      `concurrency (${show(at(spec, "workload", "concurrency"))}) and requestRate (${show(at(spec, "workload", "requestRate"))}) exclude one another`,
      "Remove one of the two.",
    );
  const gpus = count(at(spec, "hardware", "numGpusPerNode"));
  if (gpus !== undefined && gpus <= 0)
    yield problem(
      "DYN-API-106",
      ["spec", "hardware", "numGpusPerNode"],
      `must be above 0, got ${gpus}`,
      "Set the number of GPUs per machine, or remove it to have it discovered.",
    );
  if (!has(spec, "overrides", "dgd")) return;
  for (const field of ["apiVersion", "kind"])
    if (!text(at(spec, "overrides", "dgd", field)))
      yield problem(
        "DYN-API-105",
        ["spec", "overrides", "dgd", field],
        `required, got ${show(at(spec, "overrides", "dgd", field))}`,
        `Set ${field}: ${field === "kind" ? "DynamoGraphDeployment" : "nvidia.com/v1beta1"}.`,
      );
}
