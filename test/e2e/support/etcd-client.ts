// SPDX-License-Identifier: Apache-2.0
/** @module As much of etcd's gRPC API as the tests need, over HTTP/2: put, range, status. */
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";

/** What a member says of itself. */
export interface MemberStatus {
  readonly member: bigint;
  /** The member that it takes for the leader; 0 when there is none. */
  readonly leader: bigint;
  /** The newest entry of the log that it has applied. */
  readonly applied: bigint;
}

/** Milliseconds after which a member that does not answer counts as away. */
const patience = 10_000;

/** The keys of a Secret with a certificate, as far as the client has one. */
export type ClientCertificate = Readonly<Record<string, string>>;

/** A client of one member, known by its certificate. */
export class EtcdClient {
  readonly #address: string;
  readonly #certificate: ClientCertificate;
  #session: ClientHttp2Session | undefined;

  constructor(port: number, certificate: ClientCertificate) {
    this.#address = `https://localhost:${port}`;
    this.#certificate = certificate;
  }

  /** Writes a key; returns when the cluster has acknowledged it. */
  async put(key: string, value: string): Promise<void> {
    await this.#call("KV/Put", [text(1, key), text(2, value)]);
  }

  /** Every key that starts with a prefix. */
  async list(prefix: string): Promise<ReadonlyMap<string, string>> {
    const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
    const answer = await this.#call("KV/Range", [text(1, prefix), text(2, end)]);
    const pairs = fieldsOf(answer).filter(({ field }) => field === 2);
    return new Map(
      pairs.map(({ bytes }) => {
        const pair = fieldsOf(bytes);
        const read = (field: number) =>
          String(pair.find((each) => each.field === field)?.bytes ?? "");
        return [read(1), read(5)];
      }),
    );
  }

  /** Asks for the users, which only the administrator may. */
  async users(): Promise<void> {
    await this.#call("Auth/UserList", []);
  }

  /** Who leads, as this member sees it. */
  async status(): Promise<MemberStatus> {
    const answer = fieldsOf(await this.#call("Maintenance/Status", []));
    const number = (fields: readonly Field[], field: number) =>
      fields.find((each) => each.field === field)?.number ?? 0n;
    const header = answer.find(({ field }) => field === 1)?.bytes ?? Buffer.alloc(0);
    return {
      member: number(fieldsOf(header), 2),
      leader: number(answer, 4),
      applied: number(answer, 7),
    };
  }

  /** Hangs up. */
  close(): void {
    this.#session?.destroy();
  }

  #call(method: string, fields: readonly Buffer[]): Promise<Buffer> {
    const message = Buffer.concat(fields);
    const frame = Buffer.alloc(5);
    frame.writeUInt32BE(message.length, 1);
    const session = this.#open();
    const stream = session.request({
      ":method": "POST",
      ":path": `/etcdserverpb.${method}`,
      "content-type": "application/grpc",
      te: "trailers",
    });
    // Node may not notice that the other side is gone while it has something to write.
    stream.setTimeout(patience, () => session.destroy(new Error("no answer in time")));
    stream.end(Buffer.concat([frame, message]));
    return answerOf(stream);
  }

  #open(): ClientHttp2Session {
    const known = this.#session;
    if (known !== undefined && !known.closed && !known.destroyed) return known;
    const { "ca.crt": ca, "tls.crt": cert, "tls.key": key } = this.#certificate;
    const session = connect(this.#address, { ca, cert, key });
    // Each call reports it by itself.
    session.on("error", () => {});
    this.#session = session;
    return session;
  }
}

function answerOf(stream: ClientHttp2Stream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = "";
    let message = "";
    const read = (headers: Readonly<Record<string, unknown>>) => {
      status = String(headers["grpc-status"] ?? status);
      message = String(headers["grpc-message"] ?? message);
    };
    stream.on("response", read);
    stream.on("trailers", read);
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("close", () => {
      if (status === "0") resolve(Buffer.concat(chunks).subarray(5));
      else reject(new Error(`etcd: ${status === "" ? "connection lost" : message}`));
    });
  });
}

/** One field of a protobuf message. */
interface Field {
  readonly field: number;
  readonly bytes: Buffer;
  readonly number: bigint;
}

function fieldsOf(message: Buffer): readonly Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const tag = varint(message, at);
    const value = varint(message, tag.end);
    const isBytes = (tag.number & 7n) === 2n;
    const end = isBytes ? value.end + Number(value.number) : value.end;
    const field = Number(tag.number >> 3n);
    fields.push({ field, bytes: message.subarray(value.end, end), number: value.number });
    at = end;
  }
  return fields;
}

function varint(message: Buffer, at: number): { readonly number: bigint; readonly end: number } {
  let number = 0n;
  let end = at;
  for (let shift = 0n; ; shift += 7n) {
    const byte = message[end++];
    if (byte === undefined) throw new Error("a message that ends too early");
    number |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return { number, end };
  }
}

/** A field of text of up to 16383 bytes. */
function text(field: number, value: string): Buffer {
  const bytes = Buffer.from(value);
  const { length } = bytes;
  const size = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7];
  return Buffer.concat([Buffer.from([(field << 3) | 2, ...size]), bytes]);
}
