// SPDX-License-Identifier: Apache-2.0
/** @module Plays what a stack notices of the operator: certificate authority, webhooks, finalizers. It is not the operator. */
import type { Manifest, ManifestTransform } from "@dynamo-iac/clouds/kubernetes";
import type { KubernetesObject } from "./api-client.js";
import type { Cluster } from "./cluster.js";
import { startWebhook, type Webhook } from "./webhook.js";

interface WebhookConfiguration extends KubernetesObject {
  readonly webhooks: readonly {
    readonly clientConfig: { readonly service?: { readonly path?: string } };
  }[];
}

const collections = ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"].map(
  (name) => `/apis/admissionregistration.k8s.io/v1/${name}`,
);

const finalizer = "nvidia.com/finalizer";

/** Seconds for what follows within one or two when nothing else is on the machine. */
const patience = 120;

/** One operator in one namespace. */
export class OperatorStandIn {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #webhook: Webhook;

  private constructor(cluster: Cluster, namespace: string, webhook: Webhook) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#webhook = webhook;
  }

  /** Starts its webhooks. */
  static async start(cluster: Cluster, namespace: string): Promise<OperatorStandIn> {
    return new OperatorStandIn(cluster, namespace, await startWebhook());
  }

  /** What the webhooks were asked. */
  get reviews(): readonly string[] {
    return this.#webhook.reviews;
  }

  /** Ends the webhooks. */
  stop(): Promise<void> {
    return this.#webhook.stop();
  }

  /** For Manifests: pods of kwok have no network, so the API server asks here; everything else stays. */
  readonly redirect: ManifestTransform = (object, opts) => {
    if (!isWebhookConfiguration(object)) return { object, opts };
    const webhooks = object.webhooks.map((webhook) => ({
      ...webhook,
      clientConfig: { url: `${this.#webhook.url}${webhook.clientConfig.service?.path ?? "/"}` },
    }));
    return { object: { ...object, webhooks } as Manifest, opts };
  };

  /** As soon as it has a pod, the authority goes into the configurations that are there then, and into no later one. */
  async writesAuthorityAtItsStart(): Promise<void> {
    const { caBundle } = this.#webhook;
    const pods = `/api/v1/namespaces/${this.#namespace}/pods`;
    await this.#cluster.until(pods, patience, (all) => all.length > 0);
    for (const collection of collections) {
      const { items } = (await this.#cluster.client.get(collection)) as unknown as {
        readonly items: readonly WebhookConfiguration[];
      };
      for (const { metadata } of items)
        await this.#update(`${collection}/${metadata.name}`, (stored) => ({
          ...stored,
          webhooks: (stored as WebhookConfiguration).webhooks.map(({ clientConfig, ...rest }) => ({
            ...rest,
            clientConfig: { ...clientConfig, caBundle },
          })),
        }));
    }
  }

  /** Puts its finalizer on a graph. */
  async claims(graph: KubernetesObject): Promise<void> {
    await this.#finalizers(graph, [finalizer]);
  }

  /** Waits until the graph is being deleted and takes the finalizer off, which only a deployed operator can. */
  async releases(graph: KubernetesObject, deployment: string): Promise<void> {
    const path = (await this.#cluster.client.path(graph)) ?? "";
    const collection = path.slice(0, path.lastIndexOf("/"));
    await this.#cluster.until(collection, patience, (graphs) =>
      graphs.some(({ metadata }) => metadata.deletionTimestamp !== undefined),
    );
    const namespace = `/apis/apps/v1/namespaces/${this.#namespace}`;
    await this.#cluster.client.get(`${namespace}/deployments/${deployment}`);
    await this.#finalizers(graph, []);
  }

  async #finalizers(graph: KubernetesObject, finalizers: readonly string[]): Promise<void> {
    const path = (await this.#cluster.client.path(graph)) ?? "";
    await this.#update(path, (stored) => {
      const all = (stored.metadata.finalizers ?? []) as readonly string[];
      const others = all.filter((name) => name !== finalizer);
      return {
        ...stored,
        metadata: { ...stored.metadata, finalizers: [...others, ...finalizers] },
      };
    });
  }

  /** As a client of Go updates an object: the whole of it, and once more when somebody else was faster. */
  async #update(
    path: string,
    change: (stored: KubernetesObject) => KubernetesObject,
  ): Promise<void> {
    for (;;) {
      const stored = (await this.#cluster.client.get(path)) as KubernetesObject;
      const { status, body } = await this.#cluster.client.request(
        "PUT",
        `${path}?fieldManager=operator`,
        change(stored),
      );
      if (status === 200) return;
      if (status !== 409) throw new Error(`PUT ${path}: ${status} ${body.message}`);
    }
  }
}

function isWebhookConfiguration(object: Manifest): object is Manifest & WebhookConfiguration {
  return object.kind.endsWith("WebhookConfiguration");
}
