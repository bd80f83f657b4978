// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes probes as one health check that runs inside the container. */
import type { Container, Probe } from "../../api/index.js";

/** A command that succeeds when the container is healthy. */
export interface HealthCheck {
  readonly command: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  /** Failures in a row that count as unhealthy. */
  readonly retries: number;
  /** Failures do not count during this time after the start; the first success ends it. */
  readonly startSeconds: number;
}

/** What the operator assumes when a container has no probes. */
export interface DefaultHealth {
  readonly port: string | undefined;
  readonly probes: { readonly readiness: Probe; readonly startup?: Probe | undefined };
}

/**
 * Probes of the operator by component type. Of the liveness probe nothing is kept: Docker does not
 * restart what is unhealthy.
 *
 * @see deploy/operator/internal/dynamo/component_*.go
 */
const frontendReadiness: Probe = {
  httpGet: { path: "/health", port: "http" },
  initialDelaySeconds: 10,
  periodSeconds: 10,
  timeoutSeconds: 3,
  failureThreshold: 3,
};
const systemReadiness: Probe = {
  httpGet: { path: "/health", port: "system" },
  periodSeconds: 10,
  timeoutSeconds: 4,
  failureThreshold: 3,
};
const systemStartup: Probe = {
  httpGet: { path: "/live", port: "system" },
  periodSeconds: 10,
  timeoutSeconds: 5,
  failureThreshold: 720,
};

/** The probes that the operator gives a component type; undefined for a component without a type. */
export function operatorProbes(
  type: string | undefined,
): { readonly readiness: Probe; readonly startup?: Probe | undefined } | undefined {
  if (type === undefined || type === "epp") return undefined;
  return type === "frontend"
    ? { readiness: frontendReadiness }
    : { readiness: systemReadiness, startup: systemStartup };
}

/**
 * The readiness probe as a health check, or else the liveness probe; the startup probe gives the
 * time until failures count. Undefined without probes, and for a probe that no command can stand for.
 */
export function healthCheck(
  container: Container,
  type: string | undefined,
  ports: ReadonlyMap<string, number>,
): HealthCheck | undefined {
  const operator = operatorProbes(type);
  const probe = container.readinessProbe ?? operator?.readiness ?? container.livenessProbe;
  const startup = container.startupProbe ?? operator?.startup;
  if (probe === undefined) return undefined;
  const command = probeCommand(probe, ports);
  if (command === undefined) return undefined;
  return {
    command,
    intervalSeconds: probe.periodSeconds ?? 10,
    timeoutSeconds: probe.timeoutSeconds ?? 1,
    retries: probe.failureThreshold ?? 3,
    startSeconds: (probe.initialDelaySeconds ?? 0) + (startup === undefined ? 0 : longest(startup)),
  };
}

/** Seconds until a startup probe gives up. */
function longest(startup: Probe): number {
  return (
    (startup.initialDelaySeconds ?? 0) +
    (startup.periodSeconds ?? 10) * (startup.failureThreshold ?? 3)
  );
}

/**
 * The probe as a command. The images have no curl, but all of them have Python.
 *
 * `urlopen` fails for a status of 400 and more, which is where Kubernetes draws the line too.
 */
function probeCommand(
  probe: Probe,
  ports: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const { exec, httpGet, tcpSocket, timeoutSeconds: timeout = 1 } = probe;
  if (exec !== undefined) return exec.command;
  const port = portNumber((httpGet ?? tcpSocket)?.port, ports);
  if (port === undefined) return undefined;
  if (tcpSocket !== undefined)
    return python(
      `import socket; socket.create_connection((${JSON.stringify(tcpSocket.host ?? "127.0.0.1")}, ${port}), ${timeout})`,
    );
  const { host = "127.0.0.1", path = "/", scheme = "HTTP", httpHeaders = [] } = httpGet ?? {};
  const url = JSON.stringify(`${scheme.toLowerCase()}://${host}:${port}${path}`);
  const headers = JSON.stringify(
    Object.fromEntries(httpHeaders.map(({ name, value }) => [name, value])),
  );
  // The kubelet does not verify certificates of probes either.
  const context = scheme === "HTTPS" ? ", context=ssl._create_unverified_context()" : "";
  const request = httpHeaders.length === 0 ? url : `r.Request(${url}, headers=${headers})`;
  return python(
    `import ${scheme === "HTTPS" ? "ssl, " : ""}urllib.request as r; r.urlopen(${request}, timeout=${timeout}${context})`,
  );
}

function python(program: string): readonly string[] {
  return ["python3", "-c", program];
}

function portNumber(
  port: string | number | undefined,
  ports: ReadonlyMap<string, number>,
): number | undefined {
  return typeof port === "string" && !/^\d+$/.test(port)
    ? ports.get(port)
    : port === undefined
      ? undefined
      : Number(port);
}
