// SPDX-License-Identifier: Apache-2.0
/** @module Rules about one component: image, replicas, shared memory, sidecars. */
import { annotations, parseImage, parseVersion, quantityValue, show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, has, isPlaceholder, text } from "../reading.js";
import type { ComponentView } from "./component-view.js";
import { executorRule } from "./metadata.js";

/** Rules for every component; `graph` is false for a component deployment, whose image is not judged. */
export function* componentRules(component: ComponentView, graph: boolean): Problems {
  yield* imageRule(component, graph);
  yield* replicaRule(component);
  yield* sharedMemoryRule(component);
  yield* sidecarRules(component);
  const metadata =
    component.version === "v1beta1" ? ["podTemplate", "metadata"] : ["extraPodMetadata"];
  const path = [...metadata, "annotations"];
  const executor = text(at(component.raw, ...path, annotations.vllmExecutor));
  yield* executorRule(executor, [...component.path, ...path]);
}

function* imageRule({ name, image, runtimeVersion }: ComponentView, graph: boolean): Problems {
  if (image.value === undefined || image.value === "") {
    yield problem(
      "DYN-API-050",
      image.path,
      `the main container of ${show(name)} needs an image, got ${show(image.value)}`,
      "Set the image of the container named main.",
    );
    return;
  }
  if (!graph || (runtimeVersion.value ?? "") !== "" || isPlaceholder(image.value)) return;
  if (!tellsRelease(image.value))
    yield problem(
      "DYN-API-051",
      image.path,
      `the tag must be MAJOR.MINOR.PATCH (such as 1.4.0), got ${show(parseImage(image.value).tag)} in ${show(image.value)}`,
      "Use a tag with the release, or set runtimeVersionOverride.",
    );
}

/** True when the image's tag is a version. */
export function tellsRelease(image: string): boolean {
  const { tag } = parseImage(image);
  return tag !== undefined && parseVersion(tag) !== undefined;
}

function* replicaRule({ replicas, minAvailable }: ComponentView): Problems {
  const most = replicas.value ?? 1;
  if (minAvailable.value === undefined || replicas.value === 0 || minAvailable.value <= most)
    return;
  yield problem(
    "DYN-API-052",
    minAvailable.path,
    `must be at most replicas (${most}${replicas.value === undefined ? ", the default" : ""}), got ${minAvailable.value}`,
    `Set minAvailable to ${most} or less, or replicas to ${minAvailable.value} or more.`,
  );
}

function* sharedMemoryRule({
  version,
  raw,
  path,
  sharedMemory,
  mounts,
  volumes,
}: ComponentView): Problems {
  const size = sharedMemory.value === undefined ? undefined : quantityValue(sharedMemory.value);
  if (size !== undefined && size < 0)
    yield problem(
      "DYN-API-053",
      sharedMemory.path,
      `must be 0 or more, got ${show(sharedMemory.value)}`,
      'Set a size such as "16Gi", or "0" for none.',
    );
  if (version === "v1alpha1")
    yield* sharedMemorySize(at(raw, "sharedMemory"), [...path, "sharedMemory"]);
  if (size === 0) return;
  const mount = mounts.find(({ mountPath }) => mountPath === "/dev/shm");
  if (mount !== undefined)
    yield problem(
      "DYN-API-079",
      [...mount.path, mount.pathField],
      `the operator mounts ${show(sharedMemory.value ?? "8Gi")} of its own at /dev/shm instead of ${show(mount.name)}`,
      'Set the size with sharedMemorySize (v1alpha1: sharedMemory) and drop the mount, or set the size to "0".',
    );
  const volume = volumes.value.findIndex((entry) => at(entry, "name") === "shared-memory");
  if (volume !== -1)
    yield problem(
      "DYN-API-079",
      [...volumes.path, volume],
      'the operator replaces the volume "shared-memory" by its own',
      "Give the volume another name.",
    );
}

/** A v1alpha1 setting of shared memory, of a service or of a checkpoint job. */
export function* sharedMemorySize(setting: unknown, path: readonly (string | number)[]): Problems {
  if (setting === undefined || at(setting, "disabled") === true) return;
  const size = at(setting, "size");
  const bytes =
    typeof size === "string" || typeof size === "number" ? quantityValue(size) : Number.NaN;
  if (!(bytes > 0))
    yield problem(
      "DYN-API-054",
      [...path, "size"],
      `must be above 0 unless disabled is true, got ${show(size)}`,
      'Set a size such as "16Gi", or disabled: true.',
    );
}

function* sidecarRules(component: ComponentView): Problems {
  const { version, raw, path, containers } = component;
  for (const container of containers)
    if (container.role !== "main" && (container.image ?? "") === "")
      yield problem(
        "DYN-API-080",
        [...container.path, "image"],
        `${container.role === "init" ? "init container" : "sidecar"} ${show(container.name)} needs an image, got ${show(container.image)}`,
        "Set its image.",
      );
  if (!has(raw, "frontendSidecar")) return;
  const names = containers.filter(({ role }) => role !== "init").map(({ name }) => name);
  const sidecarPath = [...path, "frontendSidecar"];
  if (version === "v1alpha1") {
    const index = names.indexOf("sidecar-frontend");
    if (index !== -1)
      yield problem(
        "DYN-API-062",
        [...path, "extraPodSpec", "containers", index, "name"],
        'frontendSidecar creates a container "sidecar-frontend", and there is one already',
        "Rename the container, or remove frontendSidecar.",
      );
    return;
  }
  const sidecar = text(at(raw, "frontendSidecar")) ?? "";
  if (!names.includes(sidecar))
    yield problem(
      "DYN-API-061",
      sidecarPath,
      `must name a container of podTemplate (${names.map(show).join(", ") || "it has none"}), got ${show(sidecar)}`,
      "Add the container, or correct the name.",
    );
}
