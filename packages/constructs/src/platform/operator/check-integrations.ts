// SPDX-License-Identifier: Apache-2.0
/** @module Rules about what the operator works with: planes, orchestrators, mesh, ingress, checkpoints. */
import { compareVersions, type Finding, parseVersion, show } from "../../facts/index.js";
import type { Say } from "../server-checks.js";
import { bundledParts } from "./bundled.js";
import type { ResolvedPlatform } from "./resolve.js";

/** Everything about the operator's surroundings. */
export function checkIntegrations(platform: ResolvedPlatform, say: Say): readonly Finding[] {
  return [
    ...checkDiscovery(platform, say),
    ...checkNatsAddress(platform, say),
    ...checkEtcdAddress(platform.etcdAddress, ["etcd", "endpoints"], say),
    ...checkOrchestrators(platform, say),
    ...checkBundled(platform, say),
    ...checkUrls(platform, say),
    ...checkMesh(platform, say),
    ...checkIngress(platform, say),
    ...checkCheckpoint(platform, say),
  ];
}

function checkDiscovery(platform: ResolvedPlatform, say: Say): Finding[] {
  const { discoveryBackend, etcdAddress, etcdBundled } = platform;
  const path = ["discoveryBackend"];
  if (discoveryBackend !== "kubernetes" && discoveryBackend !== "etcd") {
    const message = `must be "kubernetes" or "etcd", got ${show(discoveryBackend)}`;
    return [say("DYN-PLAT-130", path, message, "Leave discoveryBackend out.")];
  }
  if (discoveryBackend === "kubernetes" || etcdBundled || etcdAddress !== undefined) return [];
  const message = '"etcd", but there is no etcd';
  return [
    say("DYN-PLAT-130", path, message, "Set etcd to an Etcd, or leave discoveryBackend out."),
  ];
}

function checkNatsAddress({ natsAddress, version }: ResolvedPlatform, say: Say): Finding[] {
  if (natsAddress === undefined) return [];
  const release = parseVersion(version);
  const tls =
    release !== undefined && compareVersions(release, { major: 1, minor: 5, patch: 0 }) >= 0;
  return natsAddressRule(natsAddress, tls, ["nats", "address"], say);
}

/** The rule about a NATS address, for props and values alike. */
export function natsAddressRule(
  address: string,
  tls: boolean,
  path: readonly string[],
  say: Say,
): Finding[] {
  const form = tls ? /^(nats|tls):\/\/[^\s/,@]+$/ : /^nats:\/\/[^\s/,@]+$/;
  if (form.test(address)) return [];
  // A user and password may be in it, so what stands before an @ is not repeated.
  const shown = show(address.replace(/^.*@/s, "…@"));
  const message = `must be nats://host:port${tls ? " or tls://host:port" : ""}, got ${shown}`;
  const fix = "Set nats to a Nats, or to an address without user, path and commas.";
  return [say("DYN-PLAT-131", path, message, fix)];
}

/** The rule about etcd endpoints joined by commas, for props and values alike. */
export function checkEtcdAddress(
  address: string | undefined,
  path: readonly string[],
  say: Say,
): Finding[] {
  if (address === undefined) return [];
  return address.split(",").flatMap((endpoint, at) => {
    if (/^(https?:\/\/)?[^\s/:@]+:\d{1,5}$/.test(endpoint)) return [];
    const message = `entry ${at} must be host:port, http://host:port or https://host:port, got ${show(endpoint.replace(/^.*@/s, "…@"))}`;
    const fix = "Set etcd to an Etcd, or write each endpoint with its port.";
    return [say("DYN-PLAT-132", path, message, fix)];
  });
}

function checkOrchestrators(platform: ResolvedPlatform, say: Say): Finding[] {
  const { grove, kaiScheduler, volcanoScheduler, groveTerminationDelay } = platform;
  const found = [
    ...checkIntegration("grove", grove, say),
    ...checkIntegration("kaiScheduler", kaiScheduler, say),
    ...exclusiveRule(kaiScheduler !== "off", volcanoScheduler, ["volcanoScheduler"], say),
  ];
  const scheduler = kaiScheduler !== "off" ? "kaiScheduler" : "volcanoScheduler";
  if (grove === "off" && (kaiScheduler !== "off" || volcanoScheduler)) {
    const message = "is on, but Grove is off, so no pod names it";
    found.push(
      say("DYN-PLAT-134", [scheduler], message, 'Set grove to "external", or leave it out.'),
    );
  }
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$|^0$/.test(groveTerminationDelay)) {
    const message = `must be a duration such as "30m", got ${show(groveTerminationDelay)}`;
    found.push(say("DYN-PLAT-136", ["groveTerminationDelay"], message, 'Set it to "4h".'));
  }
  if (!platform.gpuDiscovery && platform.restriction === undefined) {
    const message =
      "is off, but a cluster-wide operator reads nodes all the same, and grants it to profiling jobs";
    found.push(say("DYN-PLAT-141", ["gpuDiscovery"], message, "Leave gpuDiscovery out."));
  }
  return found;
}

const integrations: readonly string[] = ["off", "external", "bundled"];

function checkIntegration(field: string, value: string, say: Say): Finding[] {
  if (integrations.includes(value)) return [];
  const message = `must be "off", "external" or "bundled", got ${show(value)}`;
  return [say("DYN-PLAT-142", [field], message, `Set ${field} to "external".`)];
}

/** The chart's rule about pod schedulers, for props and values alike. */
export function exclusiveRule(
  kai: boolean,
  volcano: boolean,
  path: readonly string[],
  say: Say,
): Finding[] {
  if (!kai || !volcano) return [];
  const message = "is on together with KAI Scheduler, and a pod has one scheduler";
  return [say("DYN-PLAT-133", path, message, "Switch one of the two off.")];
}

function checkBundled(platform: ResolvedPlatform, say: Say): Finding[] {
  if (platform.development) return [];
  return bundledParts(platform).map((part) => {
    const message = "the chart's own, one replica that is upgraded and removed with the operator";
    const fix =
      part === "nats" || part === "etcd"
        ? `Set ${part} to a ${part === "nats" ? "Nats" : "Etcd"}, or set development.`
        : `Install it by its own chart and set ${part} to "external", or set development.`;
    return say("DYN-PLAT-135", [part], message, fix);
  });
}

function checkUrls({ modelExpressURL, monitoring }: ResolvedPlatform, say: Say): Finding[] {
  return [
    ...checkUrl(modelExpressURL, ["modelExpressURL"], say),
    ...checkUrl(monitoring.prometheusEndpoint, ["monitoring", "prometheusEndpoint"], say),
  ];
}

/** The rule about an address by HTTP, for props and values alike. */
export function checkUrl(url: string | undefined, path: readonly string[], say: Say): Finding[] {
  if (url === undefined || /^https?:\/\/[^\s/]+(\/\S*)?$/.test(url)) return [];
  const message = `must be http://host:port or https://host:port, got ${show(url)}`;
  return [say("DYN-PLAT-137", path, message, "Write the scheme and the host.")];
}

function checkMesh({ serviceMesh }: ResolvedPlatform, say: Say): Finding[] {
  if (serviceMesh === false || serviceMesh === "auto") return [];
  return mutualTlsRule(serviceMesh, ["serviceMesh"], say);
}

/** The rule about mutual TLS, for props and values alike. */
export function mutualTlsRule(
  mesh: {
    readonly tlsMode?: string | undefined;
    readonly clientCertificate?: string | undefined;
    readonly privateKey?: string | undefined;
  },
  path: readonly string[],
  say: Say,
): Finding[] {
  if (mesh.tlsMode !== "MUTUAL") return [];
  return (["clientCertificate", "privateKey"] as const).flatMap((field) => {
    if ((mesh[field] ?? "") !== "") return [];
    const message = `is required for tlsMode "MUTUAL", got ${show(mesh[field])}`;
    const fix = 'Name the file in the sidecar, or set tlsMode to "ISTIO_MUTUAL".';
    return [say("DYN-PLAT-138", [...path, field], message, fix)];
  });
}

function checkIngress({ ingress }: ResolvedPlatform, say: Say): Finding[] {
  if (ingress === undefined) return [];
  const { className, tlsSecretName, virtualServiceGateway } = ingress;
  const found: Finding[] = [];
  if (tlsSecretName !== undefined && className === undefined) {
    const message = `${show(tlsSecretName)} is for an Ingress, but there is no class`;
    found.push(
      say("DYN-PLAT-139", ["ingress", "tlsSecretName"], message, "Set ingress.className too."),
    );
  }
  if (
    virtualServiceGateway !== undefined &&
    !/^[a-z0-9.-]+\/[a-z0-9.-]+$/.test(virtualServiceGateway)
  ) {
    const message = `must be namespace/name, got ${show(virtualServiceGateway)}`;
    const fix = 'Write it like "istio-system/main-gateway".';
    found.push(say("DYN-PLAT-139", ["ingress", "virtualServiceGateway"], message, fix));
  }
  return found;
}

function checkCheckpoint({ checkpoint }: ResolvedPlatform, say: Say): Finding[] {
  if (checkpoint?.storage === undefined) return [];
  return checkpointRule(checkpoint.storage, ["checkpoint", "storage"], say);
}

/** The rule about the claim of checkpoints, for props and values alike. */
export function checkpointRule(
  storage: { readonly pvcName?: string | undefined; readonly basePath?: string | undefined },
  path: readonly string[],
  say: Say,
): Finding[] {
  const { pvcName = "", basePath = "" } = storage;
  const found: Finding[] = [];
  if (pvcName === "") {
    const fix = "Name a PersistentVolumeClaim; object storage is not supported.";
    found.push(say("DYN-PLAT-140", [...path, "pvcName"], "is required", fix));
  }
  if (!basePath.startsWith("/")) {
    const message = `must be an absolute path, got ${show(basePath)}`;
    found.push(say("DYN-PLAT-140", [...path, "basePath"], message, 'Set it to "/checkpoints".'));
  }
  return found;
}
