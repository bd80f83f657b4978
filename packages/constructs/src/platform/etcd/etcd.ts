// SPDX-License-Identifier: Apache-2.0
/** @module etcd as Kubernetes objects of its own, for discovery of Dynamo processes through etcd. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import { applyWaivers, type Finding } from "../../facts/index.js";
import { addFindings, type Environment, KubeObject } from "../../graph/index.js";
import type { RenderedObject } from "../rendered.js";
import { checkEtcd } from "./checks.js";
import { etcdEndpoints, etcdEnvironment } from "./client.js";
import { renderEtcd } from "./objects.js";
import type { EtcdProps } from "./props.js";
import { type ResolvedEtcd, resolveEtcd } from "./resolve.js";

/**
 * An etcd cluster: three members with TLS on every connection, users by certificate, compaction,
 * defragmentation, snapshots, a disruption budget and a network policy.
 *
 * Dynamo 1.4 on Kubernetes needs no etcd by default; a graph with `discovery: "etcd"` does. What
 * Dynamo keeps there are leases and registrations, which its workers make again.
 *
 * Dynamo reads its certificate when it starts. It is valid for a year and replaced when a third is
 * left, so graphs have to be restarted at least every four months.
 *
 * @example
 * const etcd = new Etcd(chart, "etcd");
 * new InferenceGraph(chart, "qwen3", { ...graph, discovery: "etcd", env: etcd.clientEnvironment() });
 *
 * @see docs/fern/kubernetes (discovery plane)
 */
export class Etcd extends Construct {
  readonly statefulSet: KubeObject;
  /** Any ready member. */
  readonly service: KubeObject;
  /** Each member by its own name. */
  readonly headlessService: KubeObject;
  readonly disruptionBudget: KubeObject;
  readonly networkPolicy: KubeObject;
  /** Issuers and certificates of cert-manager; empty when TLS is off or the Secrets were given. */
  readonly certificates: readonly KubeObject[];
  /** The script and the Job that set up the users; empty without authentication. */
  readonly setup: readonly KubeObject[];
  /** CronJobs for defragmentation and snapshots, the claim of the snapshots, the network policy of all jobs. */
  readonly maintenance: readonly KubeObject[];
  /** Address of every member; also the operator's setting, joined by commas. */
  readonly endpoints: readonly string[];
  /** The settings with every default. */
  readonly resolved: ResolvedEtcd;

  readonly #props: EtcdProps;

  constructor(scope: Construct, id: string, props: EtcdProps = {}) {
    super(scope, id);
    this.#props = props;
    this.resolved = resolveEtcd(id, Chart.of(scope).namespace, props);
    const objects = renderEtcd(this.resolved);
    const child = (object: RenderedObject) =>
      new KubeObject(this, `${object.kind}-${object.metadata.name}`, object);
    this.statefulSet = new KubeObject(this, "StatefulSet", objects.statefulSet);
    this.service = new KubeObject(this, "Service", objects.service);
    this.headlessService = new KubeObject(this, "HeadlessService", objects.headlessService);
    this.disruptionBudget = new KubeObject(this, "DisruptionBudget", objects.disruptionBudget);
    this.networkPolicy = new KubeObject(this, "NetworkPolicy", objects.networkPolicy);
    this.certificates = objects.certificates.map(child);
    this.setup = objects.setup.map(child);
    this.maintenance = objects.maintenance.map(child);
    this.endpoints = etcdEndpoints(this.resolved);
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return applyWaivers(checkEtcd(this.resolved), this.#props.waive ?? []);
  }

  /** Environment with which a graph's processes reach this etcd. The Secrets have to be in the graph's namespace. */
  clientEnvironment(): Environment {
    return etcdEnvironment(this.resolved);
  }
}
