// SPDX-License-Identifier: Apache-2.0
/** @module The pods of NATS: server, reloader of its configuration, exporter of its metrics. */
import type { Container, EnvVar, PodSpec, Volume, VolumeMount } from "../../api/index.js";
import { podNameVariable, type RenderedStatefulSet, secretVariable } from "../rendered.js";
import {
  httpProbe,
  memoryLimit,
  placement,
  renderStatefulSet,
  restrictedContainer,
  restrictedPod,
  secretMount,
} from "../server-pods.js";
import { natsPaths, natsPorts, passwordVariable } from "./config.js";
import type { ResolvedNats } from "./resolve.js";

/** Seconds for the clients to leave: grace period and lame-duck time of nats.conf, and some more. */
const patience = 60;

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));

const configMount: VolumeMount = {
  name: "config",
  mountPath: folderOf(natsPaths.config),
  readOnly: true,
};
const pidMount: VolumeMount = { name: "pid", mountPath: folderOf(natsPaths.pid) };

/** The StatefulSet. */
export function renderNatsStatefulSet(nats: ResolvedNats): RenderedStatefulSet {
  // The server speaks first, which a sidecar that looks for TLS or HTTP does not expect.
  return renderStatefulSet(nats, renderPod(nats), { "sidecar.istio.io/inject": "false" });
}

function renderPod(nats: ResolvedNats): PodSpec {
  return {
    ...restrictedPod(),
    ...placement(nats),
    terminationGracePeriodSeconds: patience,
    // The reloader signals the server.
    shareProcessNamespace: nats.reloader === undefined ? undefined : true,
    containers: [
      renderServer(nats),
      ...(nats.reloader === undefined ? [] : [renderReloader(nats, nats.reloader)]),
      ...(nats.exporter === undefined ? [] : [renderExporter(nats.exporter)]),
    ],
    volumes: [
      { name: "config", configMap: { name: `${nats.name}-config` } },
      { name: "pid", emptyDir: { sizeLimit: "1Mi" } },
      ...certificate(nats).volumes,
    ],
  };
}

/** Volume and mount of the certificate, when there is one. */
function certificate({ tls }: ResolvedNats): {
  readonly volumes: Volume[];
  readonly mounts: VolumeMount[];
} {
  if (tls === undefined) return { volumes: [], mounts: [] };
  const { volume, mount } = secretMount("tls", tls.secretName, natsPaths.tls);
  return { volumes: [volume], mounts: [mount] };
}

function renderServer(nats: ResolvedNats): Container {
  const { client, peer, monitor } = natsPorts;
  const ports = nats.servers > 1 ? [client, peer, monitor] : [client, monitor];
  return {
    name: "nats",
    image: nats.image,
    command: ["nats-server", "--config", natsPaths.config],
    env: renderEnvironment(nats),
    ports: ports.map(({ name, port }) => ({ name, containerPort: port })),
    resources: nats.resources,
    startupProbe: httpProbe(monitor.name, "/healthz", often(10, 90)),
    readinessProbe: httpProbe(monitor.name, "/healthz?js-server-only=true", often(10, 3)),
    livenessProbe: httpProbe(monitor.name, "/healthz?js-enabled-only=true", often(30, 3)),
    lifecycle: { preStop: { exec: { command: ["nats-server", `-sl=ldm=${natsPaths.pid}`] } } },
    volumeMounts: [
      configMount,
      pidMount,
      { name: "data", mountPath: natsPaths.data },
      ...certificate(nats).mounts,
    ],
    ...restrictedContainer(),
  };
}

function often(periodSeconds: number, failureThreshold: number) {
  return { periodSeconds, failureThreshold, timeoutSeconds: 5 };
}

function renderEnvironment(nats: ResolvedNats): EnvVar[] {
  return [
    podNameVariable,
    { name: "SERVER_NAME", value: "$(POD_NAME)" },
    ...memoryLimit(nats),
    ...nats.users.flatMap((each, index) =>
      each.kind === "nkey" ? [] : passwordVariables(each.password, passwordVariable(index)),
    ),
  ];
}

/** The server reads a variable as configuration: only in single quotes is every other character itself. */
function passwordVariables(password: Parameters<typeof secretVariable>[1], name: string): EnvVar[] {
  return [secretVariable(`${name}_RAW`, password), { name, value: `'$(${name}_RAW)'` }];
}

function renderReloader(nats: ResolvedNats, image: string): Container {
  const watched =
    nats.tls === undefined
      ? [natsPaths.config]
      : [
          natsPaths.config,
          ...["ca.crt", "tls.crt", "tls.key"].map((key) => `${natsPaths.tls}/${key}`),
        ];
  return {
    name: "reloader",
    image,
    args: ["-pid", natsPaths.pid, ...watched.flatMap((file) => ["-config", file])],
    resources: {
      requests: { cpu: "10m", memory: "32Mi" },
      limits: { cpu: "100m", memory: "64Mi" },
    },
    volumeMounts: [configMount, pidMount, ...certificate(nats).mounts],
    ...restrictedContainer(),
  };
}

function renderExporter(image: string): Container {
  const { metrics, monitor } = natsPorts;
  return {
    name: "exporter",
    image,
    args: [
      `-port=${metrics.port}`,
      ...[
        "-connz",
        "-routez",
        "-subz",
        "-varz",
        "-prefix=nats",
        "-use_internal_server_id",
        "-jsz=all",
      ],
      `http://localhost:${monitor.port}/`,
    ],
    ports: [{ name: metrics.name, containerPort: metrics.port }],
    resources: {
      requests: { cpu: "10m", memory: "32Mi" },
      limits: { cpu: "100m", memory: "128Mi" },
    },
    ...restrictedContainer(),
  };
}
