// SPDX-License-Identifier: Apache-2.0
/** @module Rules about volume mounts and the compilation cache. */
import { show, vllmCompilationCache } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, text } from "../reading.js";
import type { CompilationCache, ComponentView } from "./component-view.js";
import { mainMountsOf } from "./container-view.js";

/** Mounts need a name and a path; the cache needs a place of its own. */
export function* mountRules(component: ComponentView, backend: string | undefined): Problems {
  const sidecars = component.containers
    .filter(({ role }) => role !== "main")
    .flatMap(({ raw, path }) => mainMountsOf(raw, path, undefined, path));
  for (const mount of [...component.mounts, ...sidecars]) {
    if (mount.cache && (mount.mountPath ?? "") === "") continue;
    for (const [field, value] of [
      ["name", mount.name],
      [mount.pathField, mount.mountPath],
    ] as const)
      if (value === "" || (value === undefined && field === "mountPoint"))
        yield problem(
          "DYN-API-074",
          [...mount.path, field],
          `must not be empty, got ${show(value)}`,
          field === "mountPoint"
            ? "Set mountPoint, or useAsCompilationCache: true."
            : `Set ${field}.`,
        );
  }
  const { cache, commandLine } = component;
  if (cache.value !== undefined)
    yield* cacheRules(component, cache.value, backend ?? detectBackend(commandLine));
}

function* cacheRules(
  { cache, version, mounts, volumes }: ComponentView,
  { claim, path: written }: CompilationCache,
  backend: string | undefined,
): Problems {
  const given = written === "" ? undefined : written;
  if (given === undefined && backend !== "vllm") {
    yield problem(
      "DYN-API-077",
      [...cache.path, version === "v1beta1" ? "mountPath" : "mountPoint"],
      `required for backend ${show(backend ?? "unknown")}: only vllm has a default path`,
      "Set the path at which the engine keeps compiled kernels.",
    );
  }
  const path = given ?? vllmCompilationCache;
  for (const mount of mounts) {
    if (mount.cache || mount.mountPath === undefined) continue;
    const same = mount.mountPath.replace(/\/+$/, "") === path.replace(/\/+$/, "");
    if (same && mount.name !== claim)
      yield problem(
        "DYN-API-078",
        [...mount.path, mount.pathField],
        `${show(path)} is the compilation cache of claim ${show(claim)}, and ${show(mount.name)} is mounted there as well`,
        "Mount one of the two elsewhere.",
      );
    if (same && mount.name === claim && mount.readOnly)
      yield problem(
        "DYN-API-078",
        [...mount.path, "readOnly"],
        `claim ${show(claim)} is the compilation cache, but is mounted read-only`,
        "Remove readOnly.",
      );
  }
  for (const [index, volume] of volumes.value.entries()) {
    if (at(volume, "name") !== claim) continue;
    const source = at(volume, "persistentVolumeClaim");
    const name = text(at(source, "claimName"));
    if (name !== claim || at(source, "readOnly") === true)
      yield problem(
        "DYN-API-078",
        [...volumes.path, index],
        `a volume called like the cache must be exactly claim ${show(claim)}, writable, got ${name === undefined ? "another kind of volume" : name === claim ? "it read-only" : `claim ${show(name)}`}`,
        "Correct the volume, or give it another name.",
      );
  }
}

/** The backend that the operator reads off a worker's command: `python3 -m dynamo.vllm`. */
export function detectBackend(commandLine: string): string | undefined {
  return /\bpython[\d.]*\s+(?:-\S+\s+)*?-m\s+dynamo\.(vllm|sglang|trtllm)\b/.exec(commandLine)?.[1];
}
