// SPDX-License-Identifier: Apache-2.0
/**
 * @module How the processes of a graph find and hear one another on one machine.
 *
 * Every service has an address of its own on Compose's default bridge network. That is all the
 * request and event planes need on one host: the addresses that processes advertise (their own IP
 * with a random port) are routable from every other container, and equal ports do not clash.
 */
import type { ComponentView, GraphView } from "../../checks/index.js";
import type { Report } from "../report.js";
import type {
  ComposeDependency,
  ComposeFile,
  ComposeService,
  ComposeServiceVolume,
  ComposeVolume,
} from "./compose-file.js";
import type { Draft } from "./interpolation.js";

/** Where processes register themselves. */
export type ComposeDiscovery = "file" | "etcd";

/** The planes of one Compose project. */
export interface Planes {
  /** Environment of every process; undefined takes a variable away. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Mounts of every process. */
  readonly mounts: readonly ComposeServiceVolume[];
  /** What every process waits for. */
  readonly dependsOn: Readonly<Record<string, ComposeDependency>>;
  readonly services: Readonly<Record<string, Draft<ComposeService>>>;
  readonly volumes: NonNullable<ComposeFile["volumes"]>;
  readonly configs: NonNullable<ComposeFile["configs"]>;
}

/** Pinned images of the helpers. */
const images = {
  etcd: "gcr.io/etcd-development/etcd:v3.6.7",
  nats: "nats:2.12.4-alpine",
} as const;

/** Where the shared registry is mounted. */
const registryPath = "/dynamo-discovery";

/** Largest message in bytes: a decoded embedding of 10 MB in base64. There is no flag for it. */
const natsConfig = "port: 4222\nhttp_port: 8222\nmax_payload: 15728640\n";

/** Chooses the planes: what the caller asked for, else what the graph needs. */
export function choosePlanes(
  graph: GraphView,
  options: {
    readonly discovery?: ComposeDiscovery | undefined;
    readonly nats?: boolean | undefined;
  },
  report: Report,
): Planes {
  const discovery = options.discovery ?? (wantsEtcd(graph) ? "etcd" : "file");
  const nats = options.nats ?? graph.components.some(wantsNats);
  for (const view of graph.components) checkFlags(view, discovery, nats, report);
  const variables = new Map<string, string | undefined>([
    ["DYN_DISCOVERY_BACKEND", discovery],
    ["DYN_FILE_KV", discovery === "file" ? registryPath : undefined],
    ["ETCD_ENDPOINTS", discovery === "etcd" ? "http://etcd:2379" : undefined],
    ["NATS_SERVER", nats ? "nats://nats:4222" : undefined],
  ]);
  // Without it the server would stand idle: the default event plane is ZMQ.
  if (nats) variables.set("DYN_EVENT_PLANE", "nats");
  const services: Record<string, Draft<ComposeService>> = {};
  if (discovery === "etcd") services.etcd = etcdService;
  if (nats) services.nats = natsService;
  return {
    variables,
    mounts: discovery === "file" ? [registryMount] : [],
    dependsOn: Object.fromEntries(
      Object.keys(services).map((name) => [name, { condition: "service_healthy" as const }]),
    ),
    services,
    volumes: { discovery: inMemory(discovery === "file" ? "0777" : "0700") },
    configs: nats ? { "nats.conf": { content: natsConfig } } : {},
  };
}

const registryMount: ComposeServiceVolume = {
  type: "volume",
  source: "discovery",
  target: registryPath,
  volume: { nocopy: true },
};

/** In memory, so that no registration outlives the graph. Files are for whatever user an image has. */
function inMemory(mode: string): ComposeVolume {
  return { driver_opts: { type: "tmpfs", device: "tmpfs", o: `mode=${mode}` } };
}

const etcdService: ComposeService = {
  image: images.etcd,
  entrypoint: ["/usr/local/bin/etcd"],
  command: [
    "--data-dir=/var/lib/etcd",
    "--listen-client-urls=http://0.0.0.0:2379",
    "--advertise-client-urls=http://etcd:2379",
    "--listen-peer-urls=http://127.0.0.1:2380",
  ],
  volumes: [{ type: "volume", source: "discovery", target: "/var/lib/etcd" }],
  healthcheck: {
    test: [
      "CMD",
      "/usr/local/bin/etcdctl",
      "--endpoints=http://127.0.0.1:2379",
      "endpoint",
      "health",
    ],
    interval: "5s",
    timeout: "5s",
    retries: 12,
  },
  restart: "unless-stopped",
};

const natsService: ComposeService = {
  image: images.nats,
  command: ["--config", "/etc/nats/nats.conf"],
  configs: [{ source: "nats.conf", target: "/etc/nats/nats.conf" }],
  healthcheck: {
    test: ["CMD", "wget", "-q", "-O", "-", "http://127.0.0.1:8222/healthz"],
    interval: "5s",
    timeout: "5s",
    retries: 12,
  },
  restart: "unless-stopped",
};

function wantsEtcd(graph: GraphView): boolean {
  return graph.etcd || graph.components.some((view) => flag(view, "discoveryBackend") === "etcd");
}

function wantsNats(view: ComponentView): boolean {
  return view.env.values.has("NATS_SERVER") || natsPlane(view) !== undefined;
}

/** What makes a process open a connection to NATS; undefined when nothing does. */
function natsPlane(view: ComponentView): string | undefined {
  const byFlag = [
    ["eventPlane", "--event-plane"],
    ["requestPlane", "--request-plane"],
  ].find(([property = ""]) => flag(view, property) === "nats")?.[1];
  const byVariable = ["DYN_EVENT_PLANE", "DYN_REQUEST_PLANE"].find(
    (name) => view.env.values.get(name) === "nats",
  );
  return byFlag ?? byVariable;
}

/** DYN-CMP-011. */
function checkFlags(
  view: ComponentView,
  discovery: ComposeDiscovery,
  nats: boolean,
  report: Report,
): void {
  const wanted = flag(view, "discoveryBackend");
  if (wanted !== undefined && wanted !== discovery)
    report(
      "DYN-CMP-011",
      [...view.mainPath, "args"],
      `${view.name} runs with --discovery-backend ${wanted}, the others with ${discovery}`,
      wanted === "etcd" ? 'Pass discovery: "etcd", or remove the flag.' : "Remove the flag.",
    );
  const plane = natsPlane(view);
  if (!nats && plane !== undefined)
    report(
      "DYN-CMP-011",
      [...view.mainPath, plane.startsWith("--") ? "args" : "env"],
      `${view.name} has ${plane} nats, and NATS was switched off`,
      `Leave the option nats out, or remove ${plane}.`,
    );
}

/** A flag as the command has it; the environment is ours to set. */
function flag(view: ComponentView, name: string): unknown {
  return view.launch?.program.flags[name];
}
