// SPDX-License-Identifier: Apache-2.0
/** @module The ConfigMap of the same list that a file of a component comes out of. */
import { at, fields, items, text, type VolumeMount } from "../../api/index.js";
import type { Subject } from "../subject.js";
import type { ComponentView } from "../view.js";
import type { Fleet } from "./fleet.js";

/** A key of a ConfigMap that is mounted. */
export interface MountedFile {
  readonly map: Subject;
  readonly key: string;
  readonly optional: boolean;
}

/** The ConfigMap and key behind a path of the main container; undefined when the list does not tell. */
export function mountedFile(
  view: ComponentView,
  namespace: string | undefined,
  path: string,
  fleet: Pick<Fleet, "find">,
): MountedFile | undefined {
  const absolute = resolved(path, view.main?.workingDir);
  const mount =
    absolute === undefined ? undefined : mountOf(view.main?.volumeMounts ?? [], absolute);
  if (absolute === undefined || mount === undefined) return undefined;
  const volumes = view.component.podTemplate?.spec?.volumes ?? [];
  const configMap = fields(
    at(
      volumes.find((volume) => volume.name === mount.name),
      "configMap",
    ),
  );
  const map = fleet.find("ConfigMap", namespace, text(configMap?.name) ?? "");
  if (configMap === undefined || map === undefined) return undefined;
  const root = trimmed(mount.mountPath);
  const inside = [mount.subPath ?? "", absolute.slice(root.length + 1)]
    .filter((part) => part !== "")
    .join("/");
  const entry = items(configMap.items).find((item) => at(item, "path") === inside);
  const key = configMap.items === undefined ? inside : (text(at(entry, "key")) ?? inside);
  return { map, key, optional: configMap.optional === true };
}

function resolved(path: string, directory: string | undefined): string | undefined {
  if (!path.startsWith("/") && directory === undefined) return undefined;
  const steps: string[] = [];
  for (const step of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return `/${steps.join("/")}`;
}

/** The innermost mount that holds a path. */
function mountOf(mounts: readonly VolumeMount[], path: string): VolumeMount | undefined {
  let best: VolumeMount | undefined;
  for (const mount of mounts) {
    const root = trimmed(mount.mountPath);
    if (path !== root && !path.startsWith(`${root}/`)) continue;
    if (best === undefined || root.length > trimmed(best.mountPath).length) best = mount;
  }
  return best;
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, "");
}
