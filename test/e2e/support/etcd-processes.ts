// SPDX-License-Identifier: Apache-2.0
/** @module The members of an `Etcd` construct as processes of this machine, and what its jobs run. */
import type { KubeObject } from "@dynamo-iac/constructs";
import type { PodSpec } from "@dynamo-iac/constructs/api";
import type { Etcd } from "@dynamo-iac/constructs/platform";
import { type ClientCertificate, EtcdClient } from "./etcd-client.js";
import type { Contents } from "./local-pods.js";
import type { Programs } from "./programs.js";
import { ServerProcesses } from "./server-processes.js";

const ports = { client: 2379, peer: 2380, metrics: 2381 } as const;

/** Programs that are built, and those that every machine has. */
const own: ReadonlySet<string> = new Set(["etcd", "etcdctl", "etcdutl"]);

/** Makes what the members need; starts nothing. */
export async function etcdProcesses(
  etcd: Etcd,
  secrets: Contents,
  programs: Programs,
): Promise<ServerProcesses> {
  return ServerProcesses.create({
    construct: etcd,
    configMaps: etcd.setup.filter(({ resource }) => resource.kind === "ConfigMap"),
    secrets,
    ports: Object.values(ports),
    ready: { port: ports.metrics, path: "/readyz" },
    program: (name) => (own.has(name) ? programs.path(name) : name),
  });
}

/** A client of one member. */
export function etcdClient(
  servers: ServerProcesses,
  member: string,
  certificate: ClientCertificate,
): EtcdClient {
  return new EtcdClient(servers.pods.port(member, ports.client), certificate);
}

/** Runs what a Job or CronJob would run, as a pod with this name. */
export async function runJob(
  servers: ServerProcesses,
  object: KubeObject | undefined,
  pod: string,
): Promise<string> {
  if (object === undefined) throw new Error("no such job");
  const { kind, spec } = object.manifest() as unknown as JobOrCronJob;
  const job = kind === "CronJob" ? spec.jobTemplate.spec : spec;
  return servers.runPod(pod, job.template.spec);
}

/** Runs etcdctl as the administrator, with what the jobs of the construct have for it. */
export async function etcdctl(
  servers: ServerProcesses,
  etcd: Etcd,
  ...args: readonly string[]
): Promise<string> {
  const job = jobOf(etcd.maintenance, "etcd-defrag");
  if (job === undefined) throw new Error("etcd has no job etcd-defrag");
  const { spec } = job.manifest() as unknown as JobOrCronJob;
  const pod = spec.jobTemplate.spec.template.spec;
  const containers = pod.containers.map((each) => ({ ...each, command: ["etcdctl", ...args] }));
  return servers.runPod("etcdctl", { ...pod, initContainers: [], containers });
}

interface Job {
  readonly template: { readonly spec: PodSpec };
}

interface JobOrCronJob {
  readonly kind: string;
  readonly spec: Job & { readonly jobTemplate: { readonly spec: Job } };
}

/** A job of the construct by the start of its name. */
export function jobOf(objects: readonly KubeObject[], name: string): KubeObject | undefined {
  return objects.find((each) => each.name.startsWith(name) && each.resource.kind.endsWith("Job"));
}
