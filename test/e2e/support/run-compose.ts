// SPDX-License-Identifier: Apache-2.0
/**
 * @module Runs the services of a Compose file as processes of this machine, without Docker.
 *
 * Commands, environment, configs, start order and health checks are those of the file. What only a
 * container has is exchanged: volumes are folders under one scratch folder, names of services are
 * 127.0.0.1, and since all share one network, every port is a free one.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ComposeFile, ComposeService } from "@dynamo-iac/constructs/targets";
import { interpolateAll } from "../../support/compose-interpolation.js";
import { freePorts } from "./ports.js";
import { type RunningProgram, startProgram, until } from "./program.js";

const run = promisify(execFile);

/** What the processes need that a file does not say. */
export interface RunOptions {
  /** Variables of the shell and of `.env`. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Folders put first on PATH. */
  readonly path?: readonly string[] | undefined;
  /** Programs of this machine by the path that they have in an image. */
  readonly programs?: Readonly<Record<string, string>> | undefined;
  /** Entry points of images, by the start of their reference. */
  readonly entrypoints?: Readonly<Record<string, string>> | undefined;
  /** Ports that a service listens on, beside those in its variables. */
  readonly ports?: Readonly<Record<string, readonly number[]>> | undefined;
  /** Seconds until a service must be healthy. @default 60 */
  readonly timeout?: number | undefined;
}

/** Running services. */
export interface ComposeRun {
  /** `http://127.0.0.1:<port>` of what a service has behind a port of its container. */
  readonly url: (service: string, port: number) => string;
  /** The end of what a service has printed. */
  readonly log: (service: string) => string;
  /** Folder that stands for a volume. */
  readonly volume: (name: string) => string;
  /** Ends all processes and removes the scratch folder. */
  readonly stop: () => Promise<void>;
}

/** Starts every service in the order that the file asks for, and waits until all are healthy. */
export async function runCompose(file: ComposeFile, options: RunOptions = {}): Promise<ComposeRun> {
  const variables = new Map(Object.entries(options.variables ?? {}));
  const project = new Project(interpolateAll(file, variables), options);
  try {
    await project.up();
  } catch (error) {
    await project.stop();
    throw error;
  }
  return {
    url: (service, port) => project.url(service, port),
    log: (service) => project.log(service),
    volume: (name) => project.volume(name),
    stop: () => project.stop(),
  };
}

class Project {
  readonly #file: ComposeFile;
  readonly #options: RunOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), "compose-"));
  readonly #ports = new Map<string, ReadonlyMap<number, number>>();
  readonly #running = new Map<string, RunningProgram>();
  readonly #starting = new Map<string, Promise<void>>();

  constructor(file: ComposeFile, options: RunOptions) {
    this.#file = file;
    this.#options = options;
  }

  async up(): Promise<void> {
    for (const volume of Object.keys(this.#file.volumes ?? {}))
      mkdirSync(this.volume(volume), { recursive: true });
    const services = Object.entries(this.#file.services);
    for (const [name, service] of services) {
      const ports = [...ownPorts(service), ...(this.#options.ports?.[name] ?? [])];
      this.#ports.set(name, await portMap(ports));
    }
    // All are awaited even when one fails, so that none starts after the others were stopped.
    const results = await Promise.allSettled(services.map(([name]) => this.#healthy(name)));
    for (const result of results) if (result.status === "rejected") throw result.reason;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((program) => program.stop()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  url(service: string, port: number): string {
    const found = this.#ports.get(service)?.get(port);
    if (found === undefined) throw new Error(`${service} does not listen on ${port}`);
    return `http://127.0.0.1:${found}`;
  }

  log(service: string): string {
    return this.#running.get(service)?.output() ?? "";
  }

  volume(name: string): string {
    return join(this.#folder, "volumes", name);
  }

  #started(name: string): Promise<void> {
    const before = this.#starting.get(name);
    if (before !== undefined) return before;
    const start = this.#start(name);
    this.#starting.set(name, start);
    return start;
  }

  async #start(name: string): Promise<void> {
    const service = this.#service(name);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {}))
      await (condition === "service_healthy" ? this.#healthy(other) : this.#started(other));
    const entrypoint = service.entrypoint ?? this.#imageEntrypoint(service.image);
    const words = [...entrypoint, ...(service.command ?? [])];
    if (service.restart === "no") {
      await this.#complete(name, words);
      return;
    }
    const { program, args, options } = this.#process(name, words);
    const log = join(this.#folder, `${name}.log`);
    this.#running.set(name, startProgram(program, args, { ...options, log }));
  }

  /** Asks the service's own health check until it agrees. Its interval is meant for longer lives. */
  async #healthy(name: string): Promise<void> {
    await this.#started(name);
    const [kind, ...command] = this.#service(name).healthcheck?.test ?? [];
    const program = this.#running.get(name);
    if (kind !== "CMD" || program === undefined) return;
    let last = "";
    const healthy = () =>
      this.#complete(name, command).then(
        () => true,
        (error: unknown) => {
          last = String(error);
          return false;
        },
      );
    await until(`${name} is healthy`, this.#options.timeout ?? 60, healthy, [program]).catch(
      (error: unknown) => {
        throw new Error(`${error}\n${last}`);
      },
    );
  }

  async #complete(name: string, words: readonly string[]): Promise<void> {
    const { program, args, options } = this.#process(name, words);
    await run(program, args, { ...options, env: { ...process.env, ...options.env } });
  }

  #process(name: string, words: readonly string[]) {
    const service = this.#service(name);
    const [program = "", ...args] = words.map((word) => this.#here(name, word));
    const environment = Object.entries(service.environment ?? {}).map(
      ([variable, value]) => [variable, this.#here(name, value)] as const,
    );
    const path = [...(this.#options.path ?? []), process.env.PATH ?? ""].join(delimiter);
    const { working_dir: folder = "" } = service;
    return {
      program: this.#options.programs?.[program] ?? program,
      args,
      options: {
        cwd: existsSync(folder) ? folder : this.#folder,
        env: { ...Object.fromEntries(environment), PATH: path, HOME: this.#folder },
      },
    };
  }

  #service(name: string): ComposeService {
    const service = this.#file.services[name];
    if (service === undefined) throw new Error(`there is no service ${name}`);
    return service;
  }

  #imageEntrypoint(image: string): readonly string[] {
    const known = Object.entries(this.#options.entrypoints ?? {});
    const found = known.find(([start]) => image.startsWith(start));
    if (found === undefined) throw new Error(`the entry point of ${image} is not known`);
    return [found[1]];
  }

  /** A text of a service, with paths, names and ports of its container exchanged for those of this machine. */
  #here(name: string, text: string): string {
    let result = text;
    for (const [other, ports] of this.#ports)
      for (const [port, free] of ports)
        result = result.replaceAll(`${other}:${port}`, `127.0.0.1:${free}`);
    for (const [port, free] of this.#ports.get(name) ?? [])
      result = result.replaceAll(new RegExp(`(?<![\\d.])${port}(?!\\d)`, "g"), String(free));
    const { volumes = [], configs = [] } = this.#service(name);
    for (const { source, target, type, volume } of volumes) {
      const folder = type === "bind" ? source : join(this.volume(source), volume?.subpath ?? "");
      result = result.replaceAll(new RegExp(`${escapeRegExp(target)}(?=/|:|$)`, "g"), folder);
    }
    for (const { source, target } of configs) {
      if (!result.includes(target)) continue;
      const path = join(this.#folder, "configs", name, target);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, this.#here(name, this.#file.configs?.[source]?.content ?? ""));
      result = result.replaceAll(target, path);
    }
    return result;
  }
}

/** Ports in variables such as `DYN_SYSTEM_PORT`. */
function ownPorts({ environment = {} }: ComposeService): readonly number[] {
  return Object.entries(environment)
    .filter(([name, value]) => name.endsWith("PORT") && /^\d+$/.test(value))
    .map(([, value]) => Number(value));
}

/** A free port for each. */
async function portMap(ports: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const different = [...new Set(ports)];
  const free = await freePorts(different.length);
  return new Map(different.map((port, at) => [port, free[at] ?? 0]));
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
