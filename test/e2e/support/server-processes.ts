// SPDX-License-Identifier: Apache-2.0
/** @module The servers of a construct as processes of this machine, and the commands of its jobs. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Environment, KubeObject } from "@dynamo-iac/constructs";
import type { Container, EnvVar, PodSpec } from "@dynamo-iac/constructs/api";
import { CertificateAuthority } from "./certificate-authority.js";
import { type Contents, type LocalCommand, LocalPods } from "./local-pods.js";
import { type RunningProgram, startProgram, until } from "./program.js";

const run = promisify(execFile);

/** What of a construct is run. */
export interface ServerConstruct {
  readonly statefulSet: KubeObject;
  readonly certificates: readonly KubeObject[];
}

/** What a set of servers needs to run. */
export interface ServerOptions {
  readonly construct: ServerConstruct;
  /** ConfigMaps of the construct. */
  readonly configMaps: readonly KubeObject[];
  /** Secrets that the user would make; those of certificates are made here. */
  readonly secrets: Contents;
  /** Ports on which a server listens. */
  readonly ports: readonly number[];
  /** Port and path by which a server says that it is ready. */
  readonly ready: { readonly port: number; readonly path: string };
  /** Path of a program by its name. */
  readonly program: (name: string) => string;
}

/** A set of servers of this machine. */
export class ServerProcesses {
  readonly pods: LocalPods;
  readonly authority: CertificateAuthority;
  /** Every Secret, by name. */
  readonly secrets: Contents;
  readonly #folder: string;
  readonly #ready: ServerOptions["ready"];
  readonly #running = new Map<string, RunningProgram>();
  #spec: PodSpec;

  private constructor(
    options: ServerOptions,
    made: Pick<ServerProcesses, "pods" | "authority" | "secrets"> & { readonly folder: string },
  ) {
    this.pods = made.pods;
    this.authority = made.authority;
    this.secrets = made.secrets;
    this.#folder = made.folder;
    this.#ready = options.ready;
    this.#spec = setOf(options.construct).spec.template.spec;
  }

  /** Makes the Secrets and finds ports; starts nothing. */
  static async create(options: ServerOptions): Promise<ServerProcesses> {
    const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-servers-"));
    try {
      const authority = await CertificateAuthority.create(join(folder, "authority"));
      const { construct } = options;
      const issued = await authority.secretsOf(
        construct.certificates.map((each) => each.manifest()),
      );
      const secrets = { ...options.secrets, ...issued };
      const { metadata, spec } = setOf(construct);
      const domain = `${metadata.namespace}.svc.cluster.local`;
      const pods = await LocalPods.create({
        folder,
        pods: Array.from({ length: spec.replicas }, (_, at) => `${metadata.name}-${at}`),
        domain: `.${spec.serviceName}.${domain}`,
        service: `${metadata.name}.${domain}`,
        ports: options.ports,
        secrets,
        configMaps: contentsOf(options.configMaps),
        program: options.program,
      });
      return new ServerProcesses(options, { folder, pods, authority, secrets });
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Names of the pods. */
  get names(): readonly string[] {
    return this.pods.names;
  }

  /** Starts servers and waits until each of them says that it is ready. */
  async start(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { program, args, env } = this.pods.command(name, this.#spec, this.server);
      const log = join(this.#folder, `${name}.log`);
      this.#running.set(name, startProgram(program, args, { log, env, scratch: this.#folder }));
    }
    await Promise.all(names.map((name) => this.ready(name)));
  }

  /** Waits for what a probe waits for. */
  async ready(name: string): Promise<void> {
    const { port, path } = this.#ready;
    const asked = async () => (await this.get(name, port, path))?.ok === true;
    await until(`${name} is ready`, 60, asked, [this.process(name)]);
  }

  /** The process of a server. */
  process(name: string): RunningProgram {
    const program = this.#running.get(name);
    if (program === undefined) throw new Error(`${name} does not run`);
    return program;
  }

  /** The container of a server. */
  get server(): Container {
    const [container] = this.#spec.containers;
    if (container === undefined) throw new Error("a pod without a container");
    return container;
  }

  /** Makes what the servers mount again, and the command with which they would start. */
  refresh(configMaps: readonly KubeObject[]): void {
    this.pods.replaceConfigMaps(contentsOf(configMaps));
    for (const name of this.names) this.pods.command(name, this.#spec, this.server);
  }

  /** The servers are those of this construct from the next start on. */
  become(construct: ServerConstruct): void {
    this.#spec = setOf(construct).spec.template.spec;
  }

  /** Runs another command in the container of a server. */
  async exec(name: string, command: readonly string[]): Promise<string> {
    return this.#run(
      this.pods.command(name, this.#spec, { ...this.server, command: [...command], args: [] }),
    );
  }

  /** Runs the containers of a job's pod one after the other, as Kubernetes does. */
  async runPod(name: string, spec: PodSpec): Promise<string> {
    let output = "";
    for (const container of [...(spec.initContainers ?? []), ...spec.containers])
      output += await this.#run(this.pods.command(name, spec, container));
    return output;
  }

  /** An answer over plain HTTP; undefined when there is none. */
  async get(name: string, port: number, path: string): Promise<Response | undefined> {
    try {
      return await fetch(`http://127.0.0.1:${this.pods.port(name, port)}${path}`);
    } catch {
      return undefined;
    }
  }

  /** What a Dynamo process has in its environment. */
  environment(environment: Environment): Readonly<Record<string, string>> {
    const list = Object.entries(environment).flatMap(([name, value]): EnvVar[] => {
      if (value === undefined) return [];
      return [typeof value === "string" ? { name, value } : { name, valueFrom: value }];
    });
    return this.pods.environment(list, this.names[0] ?? "");
  }

  /** Ends the servers. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((program) => program.stop()));
    this.#running.clear();
  }

  /** Ends the servers and removes the files. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run({ program, args, env }: LocalCommand): Promise<string> {
    const { stdout, stderr } = await run(program, args, { env: { ...process.env, ...env } });
    return stdout + stderr;
  }
}

interface StatefulSet {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly replicas: number;
    readonly serviceName: string;
    readonly template: { readonly spec: PodSpec };
  };
}

function setOf({ statefulSet }: ServerConstruct): StatefulSet {
  return statefulSet.manifest() as unknown as StatefulSet;
}

function contentsOf(configMaps: readonly KubeObject[]): Contents {
  return Object.fromEntries(
    configMaps.map((each) => {
      const { data = {} } = each.manifest() as { readonly data?: Record<string, string> };
      return [each.name, data];
    }),
  );
}
