// SPDX-License-Identifier: Apache-2.0
/** @module One container of a replica as a Compose service. */

import type { ComponentView } from "../../checks/index.js";
import { quantityValue } from "../../facts/index.js";
import type { Report } from "../report.js";
import type { StandaloneContainer } from "../standalone/container.js";
import type { HealthCheck } from "../standalone/health.js";
import { literal, literalText } from "../standalone/text.js";
import type { ComposeHealthcheck, ComposeHook, ComposeService } from "./compose-file.js";
import { type GpuShare, ownGpus, reservation } from "./gpus.js";
import type { Draft } from "./interpolation.js";
import { peerSettings } from "./peers.js";
import type { Planes } from "./planes.js";
import { byteSize, checkDevices, resourceLimits } from "./resources.js";
import { serviceSecurity, volumeGroup } from "./security.js";
import { type ServiceStorage, serviceStorage } from "./storage.js";

/** What a service needs to know beside its container. */
export interface ServiceContext {
  readonly view: ComponentView;
  /** Name of the replica: the service of its main container. */
  readonly replica: string;
  readonly project: string;
  readonly gpus: GpuShare | undefined;
  /** True when the container exchanges GPU memory with others. */
  readonly peer: boolean;
  readonly planes: Planes;
  /** Address and port of the host on which this frontend answers. @default - not published */
  readonly publish?: string | undefined;
  readonly machineCpus: number | undefined;
  readonly report: Report;
}

/** A service, and what it adds to the rest of the file. */
export interface RenderedService extends Omit<ServiceStorage, "service"> {
  readonly name: string;
  readonly service: Draft<ComposeService>;
}

/** Bytes of `/dev/shm` of a component; 0 for what Docker gives by itself. */
export function sharedMemoryBytes(
  view: ComponentView,
  { main, mounts }: Pick<StandaloneContainer, "main" | "mounts">,
): number {
  if (!main) return mounts.sharedMemoryBytes ?? 0;
  const own = quantityValue(view.component.sharedMemorySize ?? "8Gi");
  return mounts.sharedMemoryBytes ?? own;
}

/** Renders one container. */
export function renderService(own: StandaloneContainer, context: ServiceContext): RenderedService {
  const { view, replica, planes, gpus, publish, report } = context;
  const { container, main, health, mounts } = own;
  const pod = view.component.podTemplate?.spec;
  const name = main ? replica : `${replica}.${own.name}`;
  const storage = serviceStorage(mounts.storage, mounts.files, replica, volumeGroup(pod));
  checkEmptyVolumes(own, report);
  const inGraph = main || own.httpPort !== undefined;
  const service: Draft<ComposeService> = {
    image: container.image ?? "",
    container_name: `${context.project}-${name}`,
    hostname: main ? (pod?.hostname ?? replica) : undefined,
    pull_policy: pullPolicy(container.imagePullPolicy),
    ...processFields(own, gpus, report),
    ports: publish === undefined ? undefined : [publish],
    network_mode: main ? undefined : `service:${replica}`,
    extra_hosts: main ? hosts(pod?.hostAliases ?? []) : undefined,
    ...isolation(own, context),
    volumes: [...(storage.service.volumes ?? []), ...(inGraph ? planes.mounts : [])],
    configs: storage.service.configs,
    deploy: deploy(own, context),
    healthcheck: health === undefined ? undefined : healthcheck(health),
    depends_on: inGraph && Object.keys(planes.dependsOn).length > 0 ? planes.dependsOn : undefined,
    post_start: hook(container.lifecycle?.postStart?.exec?.command),
    pre_stop: hook(container.lifecycle?.preStop?.exec?.command),
    restart: "unless-stopped",
    stop_grace_period: `${pod?.terminationGracePeriodSeconds ?? 60}s`,
  };
  return { ...storage, name, service };
}

/** What the process is told. */
function processFields(
  own: StandaloneContainer,
  gpus: GpuShare | undefined,
  report: Report,
): Partial<Draft<ComposeService>> {
  const { container, variables } = own;
  const dropped = new Set(checkDevices(own, report));
  const environment = new Map([...variables].filter(([name]) => !dropped.has(name)));
  for (const [name, value] of Object.entries(gpus === undefined ? {} : ownGpus(gpus)))
    environment.set(name, literal(value));
  return {
    entrypoint: own.entrypoint,
    command: own.command,
    working_dir: container.workingDir,
    environment:
      environment.size === 0 ? undefined : Object.fromEntries([...environment].sort(byName)),
    env_file: own.wholeSecrets.map((secret) => ({ path: `${secret}.env`, required: false })),
    stdin_open: container.stdin === true ? true : undefined,
    tty: container.tty === true ? true : undefined,
  };
}

/** What the process shares with others, and what it may do. */
function isolation(
  own: StandaloneContainer,
  { view, replica, gpus, peer, report }: ServiceContext,
): Partial<ComposeService> {
  const pod = view.component.podTemplate?.spec;
  const security = serviceSecurity(pod, own);
  const shm = sharedMemoryBytes(view, own);
  return {
    pid: podPid(pod, own.main, replica),
    ipc: pod?.hostIPC === true ? "host" : undefined,
    ...security,
    read_only: readOnly(security.read_only, own, report),
    shm_size: shm === 0 ? undefined : byteSize(shm),
    ulimits: gpus === undefined ? undefined : engineLimits,
    ...(peer ? peerSettings(security) : {}),
  };
}

/** Limits of upstream's run script: engines pin memory for transfers and open many files. */
const engineLimits: ComposeService["ulimits"] = {
  memlock: { soft: -1, hard: -1 },
  nofile: { soft: 65_536, hard: 65_536 },
  stack: { soft: 67_108_864, hard: 67_108_864 },
};

function deploy(
  own: StandaloneContainer,
  { gpus, machineCpus, report }: ServiceContext,
): ComposeService["deploy"] {
  const limits = resourceLimits(own, machineCpus, report);
  if (limits === undefined && gpus === undefined) return undefined;
  const reservations = gpus === undefined ? undefined : { devices: reservation(gpus.visible) };
  return { resources: { limits, reservations } };
}

function healthcheck(health: HealthCheck): ComposeHealthcheck {
  return {
    test: ["CMD", ...health.command],
    interval: `${health.intervalSeconds}s`,
    timeout: `${health.timeoutSeconds}s`,
    retries: health.retries,
    start_period: health.startSeconds === 0 ? undefined : `${health.startSeconds}s`,
  };
}

/** DYN-CMP-020. */
function checkEmptyVolumes(own: StandaloneContainer, report: Report): void {
  const { variables, mounts, path, command = [] } = own;
  const offline = ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"].find((name) =>
    /^(1|true|yes|on)$/i.test(literalText(variables.get(name) ?? literal("")) ?? ""),
  );
  for (const { source, target } of mounts.storage) {
    if (source.kind !== "claim") continue;
    const word = command.map(literalText).find((text) => text?.includes(`${target}/`));
    if (offline === undefined && word === undefined) continue;
    report(
      "DYN-CMP-020",
      [...path, "volumeMounts"],
      `volume ${source.claim} at ${target} starts empty, and container ${own.name} ${word === undefined ? `has ${offline}` : `is told ${JSON.stringify(word)}`}`,
      `Pass a folder that holds the files as binds[${JSON.stringify(source.claim)}].`,
    );
  }
}

/** DYN-CMP-018. */
function readOnly(
  wanted: boolean | undefined,
  { container, path, mounts }: StandaloneContainer,
  report: Report,
): boolean | undefined {
  if (wanted !== true || mounts.files.length === 0) return wanted;
  report(
    "DYN-CMP-018",
    [...path, "securityContext", "readOnlyRootFilesystem"],
    `container ${container.name} gets ${mounts.files.length} files from ConfigMaps and Secrets, so its root file system stays writable`,
    "Ignore this, or put the files into the image.",
  );
  return undefined;
}

function podPid(
  pod:
    | {
        readonly hostPID?: boolean | undefined;
        readonly shareProcessNamespace?: boolean | undefined;
      }
    | undefined,
  main: boolean,
  replica: string,
): string | undefined {
  if (pod?.hostPID === true) return "host";
  return !main && pod?.shareProcessNamespace === true ? `service:${replica}` : undefined;
}

function pullPolicy(policy: string | undefined): ComposeService["pull_policy"] {
  switch (policy) {
    case "Always":
      return "always";
    case "Never":
      return "never";
    case "IfNotPresent":
      return "missing";
    default:
      return undefined;
  }
}

function hosts(
  aliases: readonly { readonly ip: string; readonly hostnames?: readonly string[] | undefined }[],
): readonly string[] {
  return aliases.flatMap(({ ip, hostnames = [] }) => hostnames.map((host) => `${host}=${ip}`));
}

function hook(command: readonly string[] | undefined): readonly ComposeHook[] | undefined {
  return command === undefined ? undefined : [{ command }];
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
