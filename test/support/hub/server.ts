// SPDX-License-Identifier: Apache-2.0
/** @module A Hugging Face Hub of one model on the loopback interface, that can be made to fail. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with one file, and how often. */
export interface Fault {
  readonly file: string;
  /** `cut` ends the connection in the middle, `corrupt` sends other bytes, a number is an HTTP status. */
  readonly kind: "cut" | "corrupt" | number;
  times: number;
}

/** A request for a file's contents. */
export interface Served {
  readonly file: string;
  /** First byte that was asked for. */
  readonly from: number;
}

/** A Hub. */
export interface Hub {
  readonly url: string;
  readonly model: string;
  readonly commit: string;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly faults: Fault[];
  /** Sizes that the Hub says of files, in place of the true ones. */
  readonly claims: Map<string, number>;
  /** Every request for contents, in order. */
  readonly served: Served[];
  /** Tokens that were sent. */
  readonly tokens: Set<string>;
  close(): Promise<void>;
}

/** Files from this size on are "large": their checksum is SHA-256. */
const large = 10_000;

/** Starts a Hub with one commit of one model; every other model is not found. */
export async function startHub(files: ReadonlyMap<string, Buffer>): Promise<Hub> {
  const model = "acme/tiny";
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const faults: Fault[] = [];
  const claims = new Map<string, number>();
  const served: Served[] = [];
  const tokens = new Set<string>();
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) tokens.add(authorization.replace("Bearer ", ""));
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://hub").pathname);
    if (path.startsWith(`/api/models/${model}`)) {
      const revision = path.split("/revision/")[1] ?? "main";
      if (![commit, "main"].includes(revision)) return missing(response, "RevisionNotFound");
      return json(response, {
        id: model,
        modelId: model,
        sha: commit,
        siblings: siblings(files, claims),
      });
    }
    const file = path.startsWith(`/${model}/resolve/${commit}/`)
      ? path.slice(`/${model}/resolve/${commit}/`.length)
      : "";
    const contents = files.get(file);
    if (contents === undefined) return missing(response, "RepoNotFound");
    send(request, response, file, contents);
  });

  function send(
    request: IncomingMessage,
    response: ServerResponse,
    file: string,
    contents: Buffer,
  ): void {
    const etag = isLarge(contents) ? sha256(contents) : gitName(contents);
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const head = {
      ETag: `"${etag}"`,
      "X-Repo-Commit": commit,
      "Accept-Ranges": "bytes",
      "Content-Length": contents.length - from,
      ...(isLarge(contents)
        ? { "X-Linked-Size": contents.length, "X-Linked-ETag": `"${etag}"` }
        : {}),
    };
    if (request.method === "HEAD") {
      response.writeHead(200, head).end();
      return;
    }
    served.push({ file, from });
    const fault = faults.find((each) => each.file === file && each.times > 0);
    if (fault !== undefined) fault.times -= 1;
    if (typeof fault?.kind === "number") {
      response.writeHead(fault.kind).end();
      return;
    }
    const range =
      from === 0
        ? {}
        : { "Content-Range": `bytes ${from}-${contents.length - 1}/${contents.length}` };
    response.writeHead(from === 0 ? 200 : 206, { ...head, ...range });
    const body = contents.subarray(from);
    if (fault?.kind === "cut") {
      const half = body.subarray(0, Math.floor(body.length / 2));
      response.write(half, () => setImmediate(() => response.destroy()));
      return;
    }
    response.end(fault?.kind === "corrupt" ? body.map((byte) => byte ^ 0xff) : body);
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    model,
    commit,
    files,
    faults,
    claims,
    served,
    tokens,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function siblings(
  files: ReadonlyMap<string, Buffer>,
  claims: ReadonlyMap<string, number>,
): readonly object[] {
  return [...files].map(([rfilename, contents]) => ({
    rfilename,
    size: claims.get(rfilename) ?? contents.length,
    blobId: gitName(contents),
    ...(isLarge(contents)
      ? { lfs: { sha256: sha256(contents), size: contents.length, pointerSize: 134 } }
      : {}),
  }));
}

function isLarge(contents: Buffer): boolean {
  return contents.length >= large;
}

export function sha256(contents: Buffer): string {
  return createHash("sha256").update(contents).digest("hex");
}

function gitName(contents: Buffer): string {
  return createHash("sha1").update(`blob ${contents.length}\0`).update(contents).digest("hex");
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}

function missing(response: ServerResponse, code: string): void {
  response.writeHead(404, { "X-Error-Code": code, "Content-Type": "application/json" }).end("{}");
}

/** A model of a few files: small ones, weights of that size in a folder, one that engines do not read. */
export function tinyModel(weightBytes: number): ReadonlyMap<string, Buffer> {
  const weights = Buffer.alloc(weightBytes);
  for (let at = 0; at < weights.length; at++) weights[at] = (at * 31 + (at >> 8)) & 0xff;
  return new Map([
    ["config.json", Buffer.from('{"model_type":"tiny"}')],
    ["empty.txt", Buffer.alloc(0)],
    ["weights/model.safetensors", weights],
    ["original/consolidated.pth", Buffer.alloc(20_000, 7)],
  ]);
}
