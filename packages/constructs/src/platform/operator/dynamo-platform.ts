// SPDX-License-Identifier: Apache-2.0
/** @module The Dynamo operator as Kubernetes objects of its own: no Helm, no network, nothing hidden. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import type { Finding } from "../../facts/index.js";
import { type Environment, KubeObject } from "../../graph/index.js";
import type { NatsPlanes } from "../nats/props.js";
import type { RenderedObject } from "../rendered.js";
import { addPlatformFindings, platformFindings } from "./cluster-claim.js";
import { platformEnvironment } from "./graph-environment.js";
import { renderPlatform } from "./objects.js";
import type { DynamoPlatformProps } from "./props.js";
import { type ResolvedPlatform, resolvePlatform } from "./resolve.js";

/**
 * The Dynamo operator: accounts and rights, configuration, webhooks, two replicas of which one
 * reconciles, a disruption budget, a network policy. Its image writes the CRDs before it starts, so
 * graphs have to be applied after it is available.
 *
 * Objects are named as those of the chart `dynamo-platform`; `platformChartValues`, `FluxPlatform`
 * and `ArgoCdPlatform` take the same settings for the chart.
 *
 * @example
 * const platform = new DynamoPlatform(chart, "platform", { nats: new Nats(chart, "nats") });
 * new InferenceGraph(graphs, "qwen3", { ...graph, env: platform.clientEnvironment() });
 *
 * @see deploy/helm/charts/platform
 */
export class DynamoPlatform extends Construct {
  /** The namespace; undefined unless it was to be made. */
  readonly namespaceObject: KubeObject | undefined;
  /** ServiceAccounts, roles and bindings, of the operator and of what it starts for graphs. */
  readonly rbac: readonly KubeObject[];
  /** Holds `config.yaml`. */
  readonly configMap: KubeObject;
  /** Issuers and certificates of cert-manager; empty when certificates come from elsewhere. */
  readonly certificates: readonly KubeObject[];
  /** What the API server calls. */
  readonly webhookService: KubeObject;
  readonly metricsService: KubeObject | undefined;
  readonly deployment: KubeObject;
  /** Undefined for a single replica. */
  readonly disruptionBudget: KubeObject | undefined;
  readonly networkPolicy: KubeObject | undefined;
  /** The validating and the mutating configuration. */
  readonly webhooks: readonly KubeObject[];
  /** ServiceMonitor and PodMonitors, as far as they were asked for. */
  readonly monitors: readonly KubeObject[];
  /** Queues of KAI Scheduler; empty without it. */
  readonly queues: readonly KubeObject[];
  /** Namespace of the operator. */
  readonly namespace: string;

  readonly #props: DynamoPlatformProps;
  readonly #platform: ResolvedPlatform;

  constructor(scope: Construct, id: string, props: DynamoPlatformProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#platform = resolvePlatform(props, Chart.of(scope).namespace);
    const objects = renderPlatform(this.#platform);
    const child = (object: RenderedObject) =>
      new KubeObject(this, `${object.kind}-${object.metadata.name}`, object);
    const maybe = (object: RenderedObject | undefined) =>
      object === undefined ? undefined : child(object);
    this.namespace = this.#platform.namespace;
    this.namespaceObject = maybe(objects.namespace);
    this.rbac = [...objects.serviceAccounts, ...objects.rbac, ...objects.workloadRbac].map(child);
    this.configMap = child(objects.configMap);
    this.certificates = objects.certificates.map(child);
    this.webhookService = child(objects.webhookService);
    this.metricsService = maybe(objects.metricsService);
    this.deployment = child(objects.deployment);
    this.disruptionBudget = maybe(objects.disruptionBudget);
    this.networkPolicy = maybe(objects.networkPolicy);
    this.webhooks = objects.webhooks.map(child);
    this.monitors = objects.monitors.map(child);
    this.queues = objects.queues.map(child);
    this.#order();
    addPlatformFindings(this, () => this.findings(), this.#platform);
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return platformFindings(this, this.#props, this.#platform, "objects");
  }

  /**
   * Environment with which a graph uses the NATS and the etcd of this platform. The operator gives
   * graphs the addresses alone; credentials and planes are the graph's. The Secrets have to be in
   * the graph's namespace.
   */
  clientEnvironment(planes: NatsPlanes = {}): Environment {
    return platformEnvironment(this.#props, planes);
  }

  /** The namespace first; pods when their account, rights, configuration and Service are there. */
  #order(): void {
    this.deployment.node.addDependency(...this.rbac, this.configMap, this.webhookService);
    if (this.namespaceObject === undefined) return;
    for (const child of this.node.children)
      if (child !== this.namespaceObject) child.node.addDependency(this.namespaceObject);
  }
}
