// SPDX-License-Identifier: Apache-2.0
/** @module What a container's volume mounts hold, outside Kubernetes. */
import type {
  CompilationCache,
  Component,
  Container,
  PodSpec,
  Volume,
  VolumeMount,
} from "../../api/index.js";
import { type FieldPath, quantityValue, vllmCompilationCache } from "../../facts/index.js";
import type { Report } from "../report.js";
import { missingConfigMap } from "./environment.js";
import type { Neighbours } from "./objects.js";
import { literal, type Text } from "./text.js";

/** A file that is written into the container. */
export interface MountedFile {
  /** Unique name of the content: the object and its key. */
  readonly origin: string;
  /** Absolute path in the container. */
  readonly path: string;
  readonly content: Text;
  /** Permission bits. @default - readable by everybody */
  readonly mode?: number | undefined;
}

/** Storage behind a mount. */
export type MountSource =
  /** A claim, which outlives the graph. */
  | { readonly kind: "claim"; readonly claim: string }
  /** A folder or file of the machine. */
  | { readonly kind: "host"; readonly path: string }
  /** Space of the pod, shared by its containers. */
  | {
      readonly kind: "scratch";
      readonly volume: string;
      readonly memory: boolean;
      readonly bytes?: number | undefined;
    };

/** Storage in a container. */
export interface Mount {
  readonly target: string;
  readonly source: MountSource;
  readonly readOnly: boolean;
  readonly subPath?: string | undefined;
}

/** Everything that is mounted into a container. */
export interface Mounts {
  readonly storage: readonly Mount[];
  readonly files: readonly MountedFile[];
  /** Size of a memory volume at `/dev/shm`; 0 when it has no limit, undefined when there is none. */
  readonly sharedMemoryBytes?: number | undefined;
}

/** What resolving mounts needs to know. */
export interface MountContext {
  readonly pod: PodSpec | undefined;
  /** Path of the pod's spec. */
  readonly podPath: FieldPath;
  readonly neighbours: Neighbours;
  /** Folders of the machine by claim or volume name; they replace what the graph says. */
  readonly binds: Readonly<Record<string, string>>;
  readonly report: Report;
}

/** Resolves mounts against the volumes of the pod. */
export function resolveMounts(
  mounts: readonly VolumeMount[],
  path: FieldPath,
  context: MountContext,
): Mounts {
  const storage: Mount[] = [];
  const files: MountedFile[] = [];
  let sharedMemoryBytes: number | undefined;
  for (const [at, mount] of mounts.entries()) {
    const volumes = context.pod?.volumes ?? [];
    const index = volumes.findIndex((volume) => volume.name === mount.name);
    // The operator makes a claim of a mount that no volume stands behind.
    const volume = volumes[index] ?? claimVolume(mount.name);
    const from = index === -1 ? [...path, at] : [...context.podPath, "volumes", index];
    const { emptyDir } = volume;
    if (mount.mountPath === "/dev/shm" && emptyDir?.medium === "Memory") {
      sharedMemoryBytes = emptyDir.sizeLimit === undefined ? 0 : quantityValue(emptyDir.sizeLimit);
      continue;
    }
    const projected = volumeFiles(volume, from, context);
    if (projected !== undefined) {
      files.push(...mountedFiles(projected, mount));
      continue;
    }
    const source = sourceOf(volume, from, context);
    if (source === undefined) continue;
    const { subPath, readOnly = false } = mount;
    const claimReadOnly = volume.persistentVolumeClaim?.readOnly === true;
    storage.push({ target: mount.mountPath, source, readOnly: readOnly || claimReadOnly, subPath });
  }
  return { storage, files, sharedMemoryBytes };
}

/** Mounts of a component's main container: its own, and the compile cache. */
export function mainMounts(component: Component, main: Container): readonly VolumeMount[] {
  const own = main.volumeMounts ?? [];
  const { compilationCache: cache } = component;
  if (cache === undefined) return own;
  return [...own, { name: cache.pvcName, mountPath: compileCachePath(cache) }];
}

/** Where compiled kernels are kept; only vLLM may leave it open. */
export function compileCachePath(cache: CompilationCache): string {
  return cache.mountPath ?? vllmCompilationCache;
}

function claimVolume(claimName: string): Volume {
  return { name: claimName, persistentVolumeClaim: { claimName } };
}

function sourceOf(volume: Volume, path: FieldPath, context: MountContext): MountSource | undefined {
  const { persistentVolumeClaim, hostPath, emptyDir, ephemeral, name } = volume;
  const claim = persistentVolumeClaim?.claimName;
  const bind = context.binds[claim ?? name] ?? context.binds[name];
  if (bind !== undefined) return { kind: "host", path: bind };
  if (claim !== undefined) return { kind: "claim", claim };
  if (hostPath !== undefined) return { kind: "host", path: hostPath.path };
  if (ephemeral !== undefined) return { kind: "scratch", volume: name, memory: false };
  if (emptyDir !== undefined) {
    const { medium, sizeLimit } = emptyDir;
    const bytes = sizeLimit === undefined ? undefined : quantityValue(sizeLimit);
    return { kind: "scratch", volume: name, memory: medium === "Memory", bytes };
  }
  const [source = "nothing"] = Object.keys(volume).filter((key) => key !== "name");
  context.report(
    "DYN-CMP-008",
    path,
    `volume ${name} comes from ${source}`,
    `Pass a folder of the machine for ${JSON.stringify(name)} in binds.`,
  );
  return undefined;
}

/** The files of a volume that Kubernetes writes, by their paths inside it; undefined for storage. */
function volumeFiles(
  volume: Volume,
  path: FieldPath,
  context: MountContext,
): readonly MountedFile[] | undefined {
  const { configMap, secret, projected } = volume;
  if (context.binds[volume.name] !== undefined) return undefined;
  if (configMap !== undefined)
    return configMapFiles(configMap, [...path, "configMap"], context, configMap.defaultMode);
  if (secret !== undefined)
    return secretFiles(
      { ...secret, name: secret.secretName },
      [...path, "secret"],
      context,
      secret.defaultMode,
    );
  if (projected === undefined) return undefined;
  const files: MountedFile[] = [];
  for (const [at, source] of (projected.sources ?? []).entries()) {
    const from = [...path, "projected", "sources", at];
    if (source.configMap !== undefined)
      files.push(...configMapFiles(source.configMap, from, context, projected.defaultMode));
    else if (source.secret !== undefined)
      files.push(...secretFiles(source.secret, from, context, projected.defaultMode));
    else
      context.report(
        "DYN-CMP-008",
        from,
        `volume ${volume.name} holds ${Object.keys(source).join(", ")}`,
        `Pass a folder of the machine for ${JSON.stringify(volume.name)} in binds.`,
      );
  }
  return files;
}

interface NamedItems {
  readonly name?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly items?:
    | readonly { readonly key: string; readonly path: string; readonly mode?: number | undefined }[]
    | undefined;
}

function configMapFiles(
  { name = "", items, optional = false }: NamedItems,
  path: FieldPath,
  { neighbours, report }: MountContext,
  mode: number | undefined,
): readonly MountedFile[] {
  const content = neighbours.configMap(name);
  if (content === undefined) {
    if (!optional) missingConfigMap(name, path, report);
    return [];
  }
  const wanted = items ?? [...content.keys()].map((key) => ({ key, path: key, mode: undefined }));
  return wanted.flatMap((item) => {
    const text = content.get(item.key);
    if (text !== undefined)
      return [
        {
          origin: `${name}_${item.key}`,
          path: item.path,
          content: literal(text),
          mode: item.mode ?? mode,
        },
      ];
    if (!optional) missingConfigMap(name, path, report, item.key);
    return [];
  });
}

function secretFiles(
  { name: secret = "", items, optional = false }: NamedItems,
  path: FieldPath,
  { neighbours, report }: MountContext,
  mode: number | undefined,
): readonly MountedFile[] {
  const wanted =
    items ?? neighbours.secretKeys(secret)?.map((key) => ({ key, path: key, mode: undefined }));
  if (wanted === undefined) {
    report(
      "DYN-CMP-008",
      path,
      `the files of Secret ${secret} are not known`,
      `List its keys in items, or give the Secret among the objects.`,
    );
    return [];
  }
  return wanted.map((item) => ({
    origin: `secret_${secret}_${item.key}`,
    path: item.path,
    content: { parts: [{ secret, key: item.key, optional }] },
    mode: item.mode ?? mode,
  }));
}

/** Absolute paths of a volume's files under a mount; `subPath` picks a file or a folder. */
function mountedFiles(
  files: readonly MountedFile[],
  { mountPath, subPath }: VolumeMount,
): readonly MountedFile[] {
  const folder = mountPath.replace(/\/+$/, "");
  return files.flatMap((file) => {
    if (subPath === undefined || subPath === "")
      return [{ ...file, path: `${folder}/${file.path}` }];
    if (file.path === subPath) return [{ ...file, path: folder }];
    return file.path.startsWith(`${subPath}/`)
      ? [{ ...file, path: folder + file.path.slice(subPath.length) }]
      : [];
  });
}
