// SPDX-License-Identifier: Apache-2.0
/** @module Mounts of a container as volumes and configs of the Compose file. */
import type { Mount, MountedFile, MountSource } from "../standalone/mounts.js";
import type {
  ComposeFile,
  ComposeService,
  ComposeServiceFile,
  ComposeServiceVolume,
  ComposeVolume,
} from "./compose-file.js";
import type { Draft } from "./interpolation.js";

/** A folder that must exist with certain rights before anybody uses it. */
export interface PreparedFolder {
  readonly volume: string;
  /** Folder inside the volume. @default - its root */
  readonly subPath?: string | undefined;
  /** Group that owns the folder; undefined lets everybody write. */
  readonly group: number | undefined;
}

/** What one container's mounts add to its service and to the file. */
export interface ServiceStorage {
  readonly service: Pick<ComposeService, "volumes" | "configs">;
  readonly volumes: NonNullable<ComposeFile["volumes"]>;
  readonly configs: Draft<NonNullable<ComposeFile["configs"]>>;
  readonly prepared: readonly PreparedFolder[];
}

/** Renders the mounts of one container of a replica; scratch volumes are the replica's own. */
export function serviceStorage(
  storage: readonly Mount[],
  files: readonly MountedFile[],
  replica: string,
  group: number | undefined,
): ServiceStorage {
  const volumes: Record<string, ComposeVolume> = {};
  const prepared: PreparedFolder[] = [];
  for (const { source, subPath } of storage) {
    const volume = volumeName(source, replica);
    if (volume === undefined) continue;
    volumes[volume] = volumeOptions(source);
    if (source.kind === "scratch" && !source.memory)
      prepared.push({ volume, subPath, group: undefined });
    if (source.kind === "claim" && (group !== undefined || subPath !== undefined))
      prepared.push({ volume, subPath, group });
  }
  const { configs, mounted } = writtenFiles(files);
  return {
    service: {
      volumes: storage.map((mount) => serviceVolume(mount, replica)),
      configs: mounted,
    },
    volumes,
    configs,
    prepared,
  };
}

/** Name of the volume behind a mount; undefined for a folder of the host. */
function volumeName(source: MountSource, replica: string): string | undefined {
  switch (source.kind) {
    case "claim":
      return source.claim;
    case "scratch":
      return `${replica}.${source.volume}`;
    case "host":
      return undefined;
  }
}

/** Docker's local driver mounts a tmpfs once for all containers that use the volume. */
function volumeOptions(source: MountSource): ComposeVolume {
  if (source.kind !== "scratch" || !source.memory) return {};
  const size = source.bytes === undefined ? "" : `,size=${source.bytes}`;
  return { driver_opts: { type: "tmpfs", device: "tmpfs", o: `mode=0777${size}` } };
}

function serviceVolume(mount: Mount, replica: string): ComposeServiceVolume {
  const { source, target, readOnly, subPath } = mount;
  const read_only = readOnly ? true : undefined;
  if (source.kind === "host") {
    const folder = subPath === undefined ? source.path : `${source.path}/${subPath}`;
    return { type: "bind", source: folder, target, read_only };
  }
  return {
    type: "volume",
    source: volumeName(source, replica) ?? "",
    target,
    read_only,
    // Kubernetes hides what the image has at the path; Docker would copy it into an empty volume.
    volume: { nocopy: true, subpath: subPath },
  };
}

/** Files become configs: Compose has no other way to write a file that holds a variable. */
function writtenFiles(files: readonly MountedFile[]) {
  const configs: Record<string, Draft<{ readonly content: string }>> = {};
  const mounted: ComposeServiceFile[] = [];
  for (const { origin, path, content, mode } of files) {
    configs[origin] = { content };
    const rights = mode === undefined ? undefined : mode.toString(8).padStart(4, "0");
    mounted.push({ source: origin, target: path, mode: rights });
  }
  return { configs, mounted };
}
