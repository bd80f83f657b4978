// SPDX-License-Identifier: Apache-2.0
/**
 * @module Pods of ours as processes of this machine. What is rendered stays as it is, except for this map:
 *
 * - a pod's DNS name with a port, and the Service's (first pod), become `localhost` with a free port;
 * - `0.0.0.0` and `localhost` with a port of the pod become `127.0.0.1` with the pod's free port;
 * - a mount path becomes a folder of this machine; the program of a command becomes the one that was built.
 *
 * Variables and `$(NAME)` are resolved as the kubelet does.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Container, EnvVar, PodSpec, Volume } from "@dynamo-iac/constructs/api";
import { freePorts } from "./ports.js";

/** Secrets and ConfigMaps by name, as their keys. */
export type Contents = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A set of servers that is to run here. */
export interface LocalPodsOptions {
  /** Folder for everything. */
  readonly folder: string;
  /** Names of the pods. */
  readonly pods: readonly string[];
  /** DNS name behind a pod's name, such as `.nats-headless.platform.svc.cluster.local`. */
  readonly domain: string;
  /** DNS name of the Service for clients. */
  readonly service: string;
  /** Ports on which a pod listens. */
  readonly ports: readonly number[];
  readonly secrets: Contents;
  readonly configMaps: Contents;
  /** Path of a program by its name. */
  readonly program: (name: string) => string;
}

/** A command that is ready to run. */
export interface LocalCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A set of servers that runs here. */
export class LocalPods {
  readonly #options: LocalPodsOptions;
  #configMaps: Contents;
  #secrets: Contents;
  readonly #ports: ReadonlyMap<string, ReadonlyMap<number, number>>;

  private constructor(options: LocalPodsOptions, free: readonly number[]) {
    this.#options = options;
    this.#configMaps = options.configMaps;
    this.#secrets = options.secrets;
    const { pods, ports } = options;
    const portsOf = (index: number) =>
      new Map(ports.map((port, at) => [port, free[index * ports.length + at] ?? 0]));
    this.#ports = new Map(pods.map((pod, index) => [pod, portsOf(index)]));
  }

  /** Finds free ports for all. */
  static async create(options: LocalPodsOptions): Promise<LocalPods> {
    return new LocalPods(options, await freePorts(options.pods.length * options.ports.length));
  }

  get names(): readonly string[] {
    return this.#options.pods;
  }

  /** New contents of Secrets; a pod sees them when its next command is made. */
  replaceSecrets(secrets: Contents): void {
    this.#secrets = { ...this.#secrets, ...secrets };
  }

  /** New contents of ConfigMaps; a pod sees them when its next command is made. */
  replaceConfigMaps(configMaps: Contents): void {
    this.#configMaps = { ...this.#configMaps, ...configMaps };
  }

  /** The free port that stands for a port of a pod. */
  port(pod: string, port: number): number {
    const found = this.#ports.get(pod)?.get(port);
    if (found === undefined) throw new Error(`${pod} has no port ${port}`);
    return found;
  }

  /** The command of a container, with its volumes made. */
  command(pod: string, spec: PodSpec, container: Container): LocalCommand {
    const folders = this.#mounts(pod, spec, container);
    const env = this.environment(container.env ?? [], pod, folders);
    const local = (text: string) => this.#local(expand(text, env), pod, folders);
    const [program = "", ...command] = container.command ?? [];
    return {
      program: this.#options.program(basename(program)),
      args: [...command, ...(container.args ?? [])].map(local),
      env,
    };
  }

  /** Variables with their values; folders are those of the mounts. */
  environment(
    variables: readonly EnvVar[],
    pod: string,
    folders: ReadonlyMap<string, string> = new Map(),
  ): Readonly<Record<string, string>> {
    const values: Record<string, string> = {};
    for (const { name, value, valueFrom } of variables) {
      const secret = valueFrom?.secretKeyRef;
      const text =
        valueFrom?.fieldRef?.fieldPath === "metadata.name"
          ? pod
          : secret === undefined
            ? expand(value ?? "", values)
            : this.#secrets[secret.name ?? ""]?.[secret.key];
      if (text === undefined) throw new Error(`no value for ${name}`);
      values[name] = secret === undefined ? this.#local(text, pod, folders) : text;
    }
    return values;
  }

  /** Folder that stands for a volume; a claim has one name for all pods, a template one per pod. */
  folder(pod: string, volume: Volume | undefined, name: string): string {
    const claim = volume?.persistentVolumeClaim?.claimName;
    const template = volume === undefined ? `${name}-${pod}` : undefined;
    return join(this.#options.folder, claim ?? template ?? join("pods", pod, name));
  }

  #mounts(pod: string, spec: PodSpec, container: Container): ReadonlyMap<string, string> {
    const folders = new Map<string, string>();
    for (const { name, mountPath } of container.volumeMounts ?? []) {
      const volume = spec.volumes?.find((each) => each.name === name);
      folders.set(mountPath, this.folder(pod, volume, name));
    }
    for (const { name, mountPath } of container.volumeMounts ?? []) {
      const volume = spec.volumes?.find((each) => each.name === name);
      this.#fill(pod, volume, folders.get(mountPath) ?? "", folders);
    }
    return folders;
  }

  #fill(
    pod: string,
    volume: Volume | undefined,
    folder: string,
    folders: ReadonlyMap<string, string>,
  ): void {
    mkdirSync(folder, { recursive: true });
    const secret = volume?.secret?.secretName;
    const files = secret === undefined ? {} : named(this.#secrets, secret);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const configMap = volume?.configMap?.name;
    const texts = configMap === undefined ? {} : named(this.#configMaps, configMap);
    for (const [file, text] of Object.entries(texts))
      writeFileSync(join(folder, file), this.#local(text, pod, folders));
  }

  #local(text: string, pod: string, folders: ReadonlyMap<string, string>): string {
    const { domain, service, pods } = this.#options;
    let local = text;
    for (const each of pods)
      for (const [port, free] of this.#ports.get(each) ?? [])
        local = local.replaceAll(`${each}${domain}:${port}`, `localhost:${free}`);
    for (const [port, free] of this.#ports.get(pods[0] ?? "") ?? [])
      local = local.replaceAll(`${service}:${port}`, `localhost:${free}`);
    for (const [port, free] of this.#ports.get(pod) ?? [])
      local = local.replaceAll(`0.0.0.0:${port}`, `127.0.0.1:${free}`);
    for (const [path, folder] of folders)
      local = local.replaceAll(new RegExp(`(?<![\\w./-])${path}(?![\\w.-])`, "g"), folder);
    return local;
  }
}

function named(contents: Contents, name: string): Readonly<Record<string, string>> {
  const found = contents[name];
  if (found === undefined) throw new Error(`no Secret or ConfigMap ${name}`);
  return found;
}

/** As the kubelet does: a name that is not there stays as it is. */
function expand(text: string, env: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g,
    (whole, name: string) => env[name] ?? whole,
  );
}
