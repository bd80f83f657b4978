// SPDX-License-Identifier: Apache-2.0
/** @module The containers and mounts of a pod as rules see them. */
import type { FieldPath } from "../../facts/index.js";
import { at, items, text } from "../reading.js";

/** A container of a pod template. */
export interface ContainerView {
  readonly role: "main" | "sidecar" | "init";
  readonly name: string | undefined;
  readonly image: string | undefined;
  readonly raw: unknown;
  readonly path: FieldPath;
}

/** A mount of the main container. */
export interface MountView {
  readonly name: string | undefined;
  readonly mountPath: string | undefined;
  /** Field that holds the path: `mountPath`, or `mountPoint` in v1alpha1. */
  readonly pathField: "mountPath" | "mountPoint";
  readonly readOnly: boolean;
  /** True for a v1alpha1 mount that keeps compiled kernels. */
  readonly cache: boolean;
  readonly path: FieldPath;
}

/** Containers, then init containers. In v1alpha1 the main container stands apart and is not among them. */
export function containersOf(pod: unknown, path: FieldPath): readonly ContainerView[] {
  const read = (field: "containers" | "initContainers") =>
    items(at(pod, field)).map((raw, index): ContainerView => {
      const name = text(at(raw, "name"));
      return {
        role: field === "initContainers" ? "init" : name === "main" ? "main" : "sidecar",
        name,
        image: text(at(raw, "image")),
        raw,
        path: [...path, field, index],
      };
    });
  return [...read("containers"), ...read("initContainers")];
}

/** Mounts of the main container, then those that v1alpha1 keeps beside it. */
export function mainMountsOf(
  container: unknown,
  containerPath: FieldPath,
  beside: unknown,
  besidePath: FieldPath,
): readonly MountView[] {
  const read = (list: unknown, at0: FieldPath, pathField: MountView["pathField"]) =>
    items(list).map(
      (raw, index): MountView => ({
        name: text(at(raw, "name")),
        mountPath: text(at(raw, pathField)),
        pathField,
        readOnly: at(raw, "readOnly") === true,
        cache: at(raw, "useAsCompilationCache") === true,
        path: [...at0, "volumeMounts", index],
      }),
    );
  return [
    ...read(at(container, "volumeMounts"), containerPath, "mountPath"),
    ...read(beside, besidePath, "mountPoint"),
  ];
}
