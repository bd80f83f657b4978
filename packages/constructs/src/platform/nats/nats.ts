// SPDX-License-Identifier: Apache-2.0
/** @module NATS with JetStream as Kubernetes objects of its own, for Dynamo's event and request planes. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import { applyWaivers, type Finding } from "../../facts/index.js";
import { addFindings, type Environment, KubeObject } from "../../graph/index.js";
import { checkNats } from "./checks.js";
import { type NatsTrust, natsAddress, natsEnvironment, natsTrust } from "./client.js";
import { renderNats } from "./objects.js";
import type { NatsPlanes, NatsProps } from "./props.js";
import { type ResolvedNats, resolveNats } from "./resolve.js";

/**
 * A NATS cluster with JetStream: three servers with TLS between them, authentication, a disruption
 * budget, a network policy, metrics, and configuration that is read again when it changes.
 *
 * Dynamo 1.4 needs no NATS by default; a graph uses it when its environment says so. Streams that
 * Dynamo makes have one replica: the cluster keeps requests and KV events going when a server is
 * lost, a stream of that server waits until it is back.
 *
 * @example
 * const nats = new Nats(chart, "nats");
 * new InferenceGraph(chart, "qwen3", { ...graph, env: nats.clientEnvironment() });
 *
 * @see docs/fern/kubernetes (event plane)
 */
export class Nats extends Construct {
  readonly statefulSet: KubeObject;
  /** Holds `nats.conf`. */
  readonly configMap: KubeObject;
  /** Any ready server, for clients. */
  readonly service: KubeObject;
  /** Each server by its own name. */
  readonly headlessService: KubeObject;
  readonly disruptionBudget: KubeObject;
  readonly networkPolicy: KubeObject;
  /** Issuers and certificates of cert-manager; empty when TLS is off or the Secret was given. */
  readonly certificates: readonly KubeObject[];
  /** Address for Dynamo, such as `nats://nats.platform.svc.cluster.local:4222`; also the operator's setting. */
  readonly address: string;

  readonly #nats: ResolvedNats;
  readonly #props: NatsProps;

  constructor(scope: Construct, id: string, props: NatsProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#nats = resolveNats(id, Chart.of(scope).namespace, props);
    const objects = renderNats(this.#nats);
    this.statefulSet = new KubeObject(this, "StatefulSet", objects.statefulSet);
    this.configMap = new KubeObject(this, "ConfigMap", objects.configMap);
    this.service = new KubeObject(this, "Service", objects.service);
    this.headlessService = new KubeObject(this, "HeadlessService", objects.headlessService);
    this.disruptionBudget = new KubeObject(this, "DisruptionBudget", objects.disruptionBudget);
    this.networkPolicy = new KubeObject(this, "NetworkPolicy", objects.networkPolicy);
    this.certificates = objects.certificates.map(
      (object) => new KubeObject(this, `${object.kind}-${object.metadata.name}`, object),
    );
    this.address = natsAddress(this.#nats);
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return applyWaivers(checkNats(this.#nats), this.#props.waive ?? []);
  }

  /**
   * Environment that sends a graph's events, and on request its requests, through this NATS. The
   * Secret with the credentials has to be in the graph's namespace.
   */
  clientEnvironment(planes: NatsPlanes = {}): Environment {
    return natsEnvironment(this.#nats, planes);
  }

  /** Volume and mount with the authority's certificate, for Dynamo from 1.5 on; empty before. */
  clientTrust(): NatsTrust {
    return natsTrust(this.#nats);
  }
}
