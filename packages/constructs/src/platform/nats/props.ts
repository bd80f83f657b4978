// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of NATS. */
import type { Quantity } from "../../facts/index.js";
import type { IssuerReference } from "../certificates.js";
import type { SecretKey } from "../rendered.js";
import type { ServerCount, ServerProps } from "../server-props.js";

/** A user who proves a password. */
export interface NatsPasswordUser extends NatsPermissions {
  /** Name of the user. @default "dynamo" */
  readonly user?: string | undefined;
  /** The password; it stays in its Secret. @default - key `password` of the Secret `<name>-auth` */
  readonly password?: SecretKey | undefined;
  readonly nkey?: undefined;
}

/** A user who signs a challenge: nothing that is worth listening for crosses the network. */
export interface NatsNkeyUser extends NatsPermissions {
  /** Public key of the user, which starts with `U`. It is no secret. */
  readonly nkey: string;
  /** The seed, which starts with `SU`; only clients read it. @default - key `seed` of the Secret `<name>-auth` */
  readonly seed?: SecretKey | undefined;
}

/** Subjects that a user may use; `>` at the end stands for everything below, an empty list for nothing. */
export interface NatsPermissions {
  /** Subjects to publish to. @default - every subject */
  readonly publish?: readonly string[] | undefined;
  /** Subjects to subscribe to. @default - every subject */
  readonly subscribe?: readonly string[] | undefined;
}

/** A user of NATS. */
export type NatsUser = NatsPasswordUser | NatsNkeyUser;

/** TLS of the servers. */
export interface NatsTls {
  /**
   * An issuer of cert-manager for the certificate of the servers.
   *
   * @default - an authority of their own, made with cert-manager in their namespace
   */
  readonly issuer?: IssuerReference | undefined;
  /**
   * An existing Secret with `ca.crt`, `tls.crt` and `tls.key`, for server and client use, that names
   * every server. Instead of an issuer.
   *
   * @default - cert-manager makes it
   */
  readonly secretName?: string | undefined;
  /**
   * `required` refuses clients without TLS, `offered` accepts them. Routes between servers always
   * use TLS with certificates on both sides.
   *
   * @default - `offered` for Dynamo before 1.5, which speaks no TLS to NATS; `required` since
   */
  readonly clients?: "required" | "offered" | undefined;
}

/** Settings of NATS. */
export interface NatsProps extends ServerProps {
  /** How many servers: 3 survive the loss of one, 5 of two. @default 3, or 1 in development */
  readonly servers?: ServerCount | undefined;
  /** TLS; false switches it off, which is an error outside of development. @default - on, with an authority of its own; off in development */
  readonly tls?: NatsTls | false | undefined;
  /**
   * The user as whom Dynamo connects; false lets anybody in, which is an error outside of development.
   *
   * @default - user `dynamo` with the password in the Secret `<name>-auth`; nobody in development
   */
  readonly user?: NatsUser | false | undefined;
  /** Further users, such as for inspection. @default - none */
  readonly moreUsers?: readonly NatsUser[] | undefined;
  /**
   * Largest message. Dynamo sends images and embeddings of up to 15 MiB; the server's limit is 64 MiB.
   *
   * @default "15Mi"
   * @see dev/nats-server.conf
   */
  readonly maxPayload?: Quantity | undefined;
  /** Memory for JetStream streams that are not kept on disk. @default 0 */
  readonly memoryStore?: Quantity | undefined;
  /**
   * How often JetStream writes its files through to the disk: `always`, or a time such as `10s`.
   * A replicated stream survives the loss of a server either way; this is about a power cut of all.
   *
   * @default - the server's: two minutes
   */
  readonly syncInterval?: string | undefined;
  /** Image of the server. @default "nats:2.12.14-alpine" */
  readonly image?: string | undefined;
  /** Image that serves metrics; false leaves them out. @default "natsio/prometheus-nats-exporter:0.16.0" */
  readonly exporter?: string | false | undefined;
  /** Image that tells the server about new configuration and certificates; false leaves it out. @default "natsio/nats-server-config-reloader:0.16.0" */
  readonly reloader?: string | false | undefined;
}

/** The planes that go through NATS. */
export interface NatsPlanes {
  /** What carries KV events and load metrics. @default "nats" */
  readonly eventPlane?: "nats" | "zmq" | undefined;
  /** What carries requests. @default - Dynamo's choice, `tcp` */
  readonly requestPlane?: "nats" | "tcp" | undefined;
}
