// SPDX-License-Identifier: Apache-2.0
/** @module A graph as a Docker Compose file for one machine. */
import { type DynamoGraphDeployment, toYaml } from "../../api/index.js";
import { type ComponentView, type GraphView, viewGraph } from "../../checks/index.js";
import { blocking, type Finding } from "../../facts/index.js";
import { collectFindings, type Report } from "../report.js";
import { type StandaloneContainer, standaloneContainers } from "../standalone/container.js";
import { findNeighbours, type NeighbourObject } from "../standalone/objects.js";
import type { ComposeFile, ComposeService, ComposeVolume } from "./compose-file.js";
import { assignGpus, gpuPeers } from "./gpus.js";
import { heading } from "./heading.js";
import { type Draft, interpolated } from "./interpolation.js";
import { fitsMachine } from "./machine.js";
import { peersHolder, peersService } from "./peers.js";
import { type ComposeDiscovery, choosePlanes, type Planes } from "./planes.js";
import { prepareService, prepareVolumes } from "./prepare.js";
import { runnableComponents } from "./refusals.js";
import { gpuCount } from "./resources.js";
import { type RenderedService, renderService, sharedMemoryBytes } from "./service.js";

/** What the machine is like, and what is around the graph. */
export interface ComposeOptions {
  /**
   * Where processes register: files on a volume that all share, or an etcd service.
   *
   * @default - `etcd` when an annotation or a flag of the graph says so, else `file`
   */
  readonly discovery?: ComposeDiscovery | undefined;
  /**
   * True adds a NATS server and carries events over it.
   *
   * @default - true when the graph has a NATS address or puts a plane on NATS
   */
  readonly nats?: boolean | undefined;
  /** GPUs of the machine. @default - the number of `gpuIds`, else 32 */
  readonly gpus?: number | undefined;
  /** GPUs to hand out, in this order: indexes or UUIDs of `nvidia-smi`. @default - 0, 1, 2, ... */
  readonly gpuIds?: readonly string[] | undefined;
  /** CPUs of the machine. CPU limits above it are lowered, because Docker refuses them. @default - limits stay */
  readonly cpus?: number | undefined;
  /** Port of the host on which the first frontend answers. @default 8000 */
  readonly port?: number | undefined;
  /** Address of the host to listen on; `0.0.0.0` lets other machines in. @default "127.0.0.1" */
  readonly address?: string | undefined;
  /** ConfigMaps and Secrets that the graph refers to. Of a Secret only the keys are read. @default - none */
  readonly objects?: readonly NeighbourObject[] | undefined;
  /**
   * Folders of the host by claim or volume name, such as `{ "model-cache": "/data/models" }`.
   *
   * @default - a named volume per claim
   */
  readonly binds?: Readonly<Record<string, string>> | undefined;
  /** Kubernetes namespace of a graph that names none; it is part of the Dynamo namespace. @default "default" */
  readonly namespace?: string | undefined;
}

/** A Compose file, and what was found on the way. */
export interface ComposeResult {
  /** Undefined when a finding is an error. */
  readonly file: ComposeFile | undefined;
  /** The file as text, with a heading that says how to use it. */
  readonly yaml: string | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Renders a graph for `docker compose up` on one machine with GPUs or, with mockers, on any machine:
 * one service per replica, with everything that the operator would have added.
 *
 * @param graph The v1beta1 graph
 * @param options The machine
 * @example
 * const { yaml } = toCompose(graph, { gpus: 2, binds: { "model-cache": "/data/models" } });
 */
export function toCompose(
  graph: DynamoGraphDeployment,
  options: ComposeOptions = {},
): ComposeResult {
  const namespace = graph.metadata?.namespace ?? options.namespace ?? "default";
  const view = viewGraph(graph, { namespace });
  const { report, findings } = collectFindings(view.object);
  const refused = () => ({ file: undefined, yaml: undefined, findings: findings() });
  const components = runnableComponents(view, report);
  const planes = choosePlanes(view, options, report);
  if (!fitsMachine(components, options.gpus ?? options.gpuIds?.length, report)) return refused();
  const project = projectName(view.name);
  const replicas = replicaContainers(components, view, { planes, namespace, options, report });
  const services = renderServices(replicas, project, { planes, options, report });
  if (blocking(findings()).length > 0) return refused();
  const draft = composeFile(project, replicas, services, planes);
  const { value: file, variables } = interpolated<ComposeFile>(draft);
  const url = replicas.some(isFrontend) ? `http://${hostOf(options)}` : undefined;
  const yaml = heading(project, url, variables) + toYaml(file);
  return { file, yaml, findings: findings() };
}

/** What every step needs beside the graph. */
interface Surroundings {
  readonly planes: Planes;
  readonly options: ComposeOptions;
  readonly report: Report;
}

/** A container of one replica. */
interface ReplicaContainer {
  readonly view: ComponentView;
  /** Service of the replica's main container. */
  readonly replica: string;
  readonly own: StandaloneContainer;
  /** GPUs of its own. */
  readonly gpus: number;
  /** True when it exchanges GPU memory with others. */
  readonly peer: boolean;
}

function replicaContainers(
  components: readonly ComponentView[],
  graph: GraphView,
  { planes, namespace, options, report }: Surroundings & { readonly namespace: string },
): readonly ReplicaContainer[] {
  const { objects = [], binds = {} } = options;
  const neighbours = findNeighbours(objects);
  const peers = gpuPeers(components);
  const replicaOf = (view: ComponentView, replica: string) =>
    standaloneContainers(view, graph, {
      podName: replica,
      namespace,
      planes: planes.variables,
      neighbours,
      binds,
      report,
    }).map((own) => {
      const gpus = gpuCount(own.container);
      return { view, replica, own, gpus, peer: gpus > 0 && peers.has(view) };
    });
  return components.flatMap((view) => {
    const names = Array.from(
      { length: view.replicas },
      (_, at) => `${view.name.toLowerCase()}-${at}`,
    );
    return names.flatMap((name) => replicaOf(view, name));
  });
}

function renderServices(
  replicas: readonly ReplicaContainer[],
  project: string,
  { planes, options, report }: Surroundings,
): readonly RenderedService[] {
  const key = ({ replica, own }: ReplicaContainer) => `${replica}/${own.name}`;
  const shares = assignGpus(
    replicas
      .filter(({ gpus }) => gpus > 0)
      .map((entry) => ({ service: key(entry), count: entry.gpus, peer: entry.peer })),
    options.gpuIds,
  );
  const published = replicas.find(isFrontend);
  return replicas.map((entry) => {
    // Ports belong to the service whose network it is.
    const publishes = entry.own.main && entry.replica === published?.replica;
    return renderService(entry.own, {
      view: entry.view,
      replica: entry.replica,
      project,
      gpus: shares.get(key(entry)),
      peer: entry.peer,
      planes,
      publish: publishes
        ? `${options.address ?? "127.0.0.1"}:${options.port ?? 8000}:${published.own.httpPort}`
        : undefined,
      machineCpus: options.cpus,
      report,
    });
  });
}

function isFrontend({ own }: ReplicaContainer): boolean {
  return own.httpPort !== undefined;
}

/** Address that a program on this machine asks. */
function hostOf({ address = "127.0.0.1", port = 8000 }: ComposeOptions): string {
  return `${address === "0.0.0.0" ? "127.0.0.1" : address}:${port}`;
}

function composeFile(
  name: string,
  replicas: readonly ReplicaContainer[],
  rendered: readonly RenderedService[],
  planes: Planes,
): Draft<ComposeFile> {
  const services: Record<string, Draft<ComposeService>> = { ...planes.services };
  const volumes: Record<string, ComposeVolume> = { ...planes.volumes };
  const configs: Record<string, Draft<{ readonly content: string }>> = { ...planes.configs };
  const folders = rendered.flatMap((service) => service.prepared);
  if (folders.length > 0)
    services[prepareService] = prepareVolumes(imageWithPython(replicas), folders);
  const peers = replicas.filter(({ peer }) => peer);
  if (peers.length > 0) {
    const memory = peers.map(({ view, own }) => sharedMemoryBytes(view, own));
    const sum = memory.reduce((total, bytes) => total + bytes, 0);
    services[peersService] = peersHolder(imageWithPython(peers), sum);
  }
  for (const { name: serviceName, service, volumes: own, configs: files } of rendered) {
    services[serviceName] = folders.length === 0 ? service : afterVolumes(service);
    Object.assign(volumes, own);
    Object.assign(configs, files);
  }
  const none = Object.keys(configs).length === 0;
  return { name, services, volumes: sorted(volumes), configs: none ? undefined : sorted(configs) };
}

/** An image of the graph for helpers: every Dynamo image has Python. */
function imageWithPython(replicas: readonly ReplicaContainer[]): string {
  const dynamo = replicas.find(({ view }) => view.program !== undefined) ?? replicas[0];
  return dynamo?.view.main?.image ?? "";
}

function afterVolumes(service: Draft<ComposeService>): Draft<ComposeService> {
  const prepared = { condition: "service_completed_successfully" as const };
  return { ...service, depends_on: { ...service.depends_on, [prepareService]: prepared } };
}

/** Compose wants lower case, digits, hyphens and underscores. */
function projectName(graph: string): string {
  return graph.toLowerCase().replaceAll(/[^a-z0-9_-]/g, "-") || "graph";
}

function sorted<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
