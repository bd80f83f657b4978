// SPDX-License-Identifier: Apache-2.0
/** @module HTTPS to one API server: requests, discovery, server-side apply, watches. */
import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { createInterface } from "node:readline";

/** Plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** A Kubernetes object, as far as the harness reads it. */
export interface KubernetesObject extends Json {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion?: string;
    readonly [field: string]: unknown;
  };
}

/** What the API server says. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  /** Texts of the `Warning` headers. */
  readonly warnings: readonly string[];
}

/** What an API server has made of one object. */
export interface Written {
  readonly object: KubernetesObject;
  readonly accepted: boolean;
  readonly warnings: readonly string[];
  /** The server's message. @default - accepted */
  readonly error?: string | undefined;
  /** @default - refused, or a dry run of a new object */
  readonly resourceVersion?: string | undefined;
}

/** How objects are written. */
export interface WriteOptions {
  /** Judge it, but do not store it. @default false */
  readonly dryRun?: boolean | undefined;
}

/** Where an API server is, and who asks. */
export interface Endpoint {
  readonly port: number;
  readonly token: string;
  /** Certificate of the server, PEM. */
  readonly certificate: string;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Talks to one API server. */
export class ApiClient {
  readonly #endpoint: Endpoint;
  readonly #agent: Agent;
  readonly #resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
    this.#agent = new Agent({ keepAlive: true, ca: endpoint.certificate });
  }

  /** One request; a server that does not answer is an error. */
  async request(
    method: string,
    path: string,
    body?: Json,
    type = "application/json",
  ): Promise<Answer> {
    const message = await this.#send(method, path, body, type);
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    return {
      status: message.statusCode ?? 0,
      body: text.startsWith("{") ? JSON.parse(text) : { message: text },
      warnings: warningsOf(message),
    };
  }

  /** The body of a GET; any other status than 200 is an error. */
  async get(path: string): Promise<Json> {
    const { status, body } = await this.request("GET", path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body.message}`);
    return body;
  }

  /** Server-side apply with strict fields, as `kubectl apply --server-side --validate=strict` does it. */
  apply(object: KubernetesObject, options?: WriteOptions): Promise<Written> {
    return this.#write("PATCH", object, { force: "true" }, options);
  }

  /** Creates an object with strict fields, as `kubectl create --validate=strict` does it. */
  create(object: KubernetesObject, options?: WriteOptions): Promise<Written> {
    return this.#write("POST", object, {}, options);
  }

  /** Deletes an object; one that is not there is fine. */
  async delete(object: KubernetesObject): Promise<void> {
    const { status, body } = await this.request("DELETE", (await this.path(object)) ?? "");
    if (status >= 400 && status !== 404)
      throw new Error(`${object.metadata.name}: ${body.message}`);
  }

  /** Path of an object, or undefined when the server does not serve its kind. */
  async path({ apiVersion, kind, metadata }: KubernetesObject): Promise<string | undefined> {
    const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = await this.#resource(root, kind);
    if (resource === undefined) return undefined;
    const namespace = resource.namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : "";
    return `${root}${namespace}/${resource.name}/${encodeURIComponent(metadata?.name ?? "")}`;
  }

  /** Lists a collection and follows it until it is as wanted; the list as it then is. */
  async watch(
    collection: string,
    seconds: number,
    wanted: (objects: readonly KubernetesObject[]) => boolean,
  ): Promise<readonly KubernetesObject[]> {
    const list = (await this.get(collection)) as { items: KubernetesObject[]; metadata: Json };
    const objects = new Map(list.items.map((each) => [keyOf(each), each]));
    if (wanted([...objects.values()])) return [...objects.values()];
    const from = new URLSearchParams({
      watch: "true",
      resourceVersion: String(list.metadata.resourceVersion),
      timeoutSeconds: String(seconds),
    });
    const joint = collection.includes("?") ? "&" : "?";
    const stream = await this.#send("GET", `${collection}${joint}${from}`);
    try {
      for await (const line of createInterface({ input: stream })) {
        const { type, object } = JSON.parse(line) as { type: string; object: KubernetesObject };
        if (type === "DELETED") objects.delete(keyOf(object));
        else objects.set(keyOf(object), object);
        if (wanted([...objects.values()])) return [...objects.values()];
      }
    } finally {
      stream.destroy();
    }
    const states = [...objects.values()].map(
      (each) => `${keyOf(each)} ${JSON.stringify(each.status)}`,
    );
    const seen = states.map((state) => state.slice(0, 300)).slice(0, 20);
    throw new Error([`${collection} is not as wanted after ${seconds} s`, ...seen].join("\n"));
  }

  /** Forgets which kinds the server serves. */
  forget(): void {
    this.#resources.clear();
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  async #write(
    method: "PATCH" | "POST",
    object: KubernetesObject,
    parameters: Readonly<Record<string, string>>,
    { dryRun = false }: WriteOptions = {},
  ): Promise<Written> {
    const path = await this.path(object);
    if (path === undefined) {
      const error = `no kind ${object.kind} in ${object.apiVersion}`;
      return { object, accepted: false, warnings: [], error };
    }
    const query = new URLSearchParams({
      ...parameters,
      fieldManager: "e2e",
      fieldValidation: "Strict",
    });
    if (dryRun) query.set("dryRun", "All");
    const target = method === "PATCH" ? path : path.slice(0, path.lastIndexOf("/"));
    const type = method === "PATCH" ? "application/apply-patch+yaml" : "application/json";
    const { status, body, warnings } = await this.request(
      method,
      `${target}?${query}`,
      object,
      type,
    );
    const accepted = status === 200 || status === 201;
    if (!accepted) return { object, accepted, warnings, error: String(body.message) };
    const stored = body as KubernetesObject;
    return { object, accepted, warnings, resourceVersion: stored.metadata.resourceVersion };
  }

  async #resource(root: string, kind: string): Promise<Resource | undefined> {
    const known = this.#resources.get(root) ?? this.#discover(root);
    this.#resources.set(root, known);
    return (await known).find((resource) => resource.kind === kind && !resource.name.includes("/"));
  }

  async #discover(root: string): Promise<readonly Resource[]> {
    const { status, body } = await this.request("GET", root);
    return status === 200 ? (body.resources as readonly Resource[]) : [];
  }

  #send(
    method: string,
    path: string,
    body?: Json,
    type = "application/json",
  ): Promise<IncomingMessage> {
    const { port, token } = this.#endpoint;
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": type };
      const options = { host: "127.0.0.1", port, method, path, headers, agent: this.#agent };
      httpsRequest(options, resolve)
        .on("error", reject)
        .end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ""}/${metadata.name}`;
}

/** `299 - "text"` of RFC 7234, of which Node joins several with commas. */
function warningsOf(message: IncomingMessage): readonly string[] {
  const header = String(message.headers.warning ?? "");
  return [...header.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
    text.replaceAll(/\\(.)/g, "$1"),
  );
}
