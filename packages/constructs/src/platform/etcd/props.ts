// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of etcd. */
import type { EnvVar } from "../../api/index.js";
import type { Quantity } from "../../facts/index.js";
import type { IssuerReference } from "../certificates.js";
import type { SecretKey } from "../rendered.js";
import type { ServerCount, ServerProps } from "../server-props.js";

/** Clients prove who they are with a certificate, whose common name is their user. */
export interface EtcdCertificateAuthentication {
  readonly kind: "certificate";
  /** User of the Dynamo processes. @default "dynamo" */
  readonly user?: string | undefined;
}

/**
 * Clients send user and password, in clear text: Dynamo uses either a password or TLS towards etcd,
 * never both. For pod networks that are encrypted below.
 */
export interface EtcdPasswordAuthentication {
  readonly kind: "password";
  /** User of the Dynamo processes. @default "dynamo" */
  readonly user?: string | undefined;
  /** Password of that user. @default - key `password` of the Secret `<name>-auth` */
  readonly password?: SecretKey | undefined;
  /** Password of the administrator `root`. @default - key `root-password` of the Secret `<name>-auth` */
  readonly rootPassword?: SecretKey | undefined;
}

/** How clients prove who they are. */
export type EtcdAuthentication = EtcdCertificateAuthentication | EtcdPasswordAuthentication;

/** TLS of members and clients. */
export interface EtcdTls {
  /**
   * An issuer of cert-manager that serves this etcd alone: whoever it signs for as `root` is the administrator.
   *
   * @default - an authority of its own, made with cert-manager in the namespace
   */
  readonly issuer?: IssuerReference | undefined;
  /** Existing Secrets with `ca.crt`, `tls.crt` and `tls.key`, instead of an issuer. @default - cert-manager makes them */
  readonly secrets?: EtcdSecrets | undefined;
}

/** Secrets with the certificates of each role, all signed by one authority. */
export interface EtcdSecrets {
  /** Of the members towards clients; names every member and the Service. */
  readonly server: string;
  /** Of the members towards one another; common name `<name>-peer`, for server and client use. */
  readonly peer: string;
  /** Of the administrator; common name `root`. */
  readonly root: string;
  /** Of the Dynamo processes; common name is the user. */
  readonly client: string;
}

/** When old revisions of keys are dropped. */
export interface EtcdCompaction {
  /** By age, or by number of revisions. @default "periodic" */
  readonly mode?: "periodic" | "revision" | undefined;
  /** How much is kept: a time such as `1h`, or a number of revisions. @default "1h" */
  readonly retention?: string | undefined;
}

/** Snapshots of the database. */
export interface EtcdSnapshots {
  /** When, in cron form, UTC. @default "0 *\/6 * * *", every six hours */
  readonly schedule?: string | undefined;
  /** Where they go. @default - a claim of 20Gi that keeps the newest eight */
  readonly target?: EtcdSnapshotClaim | EtcdSnapshotUpload | undefined;
}

/** Snapshots on a volume. */
export interface EtcdSnapshotClaim {
  readonly kind: "claim";
  /** An existing claim. @default - `<name>-snapshots` is made */
  readonly claimName?: string | undefined;
  /** Size of the claim that is made. @default "20Gi" */
  readonly size?: Quantity | undefined;
  /** StorageClass of the claim that is made. @default - the cluster's default class */
  readonly storageClassName?: string | undefined;
  /** How many snapshots are kept. @default 8 */
  readonly keep?: number | undefined;
}

/** Snapshots that a command takes away, such as to an object store. */
export interface EtcdSnapshotUpload {
  readonly kind: "upload";
  /** Image with the program. */
  readonly image: string;
  /** The command; `$(SNAPSHOT)` is the file. @example ["aws", "s3", "cp", "$(SNAPSHOT)", "s3://backups/etcd/"] */
  readonly command: readonly string[];
  /** Its environment. @default - only `SNAPSHOT` */
  readonly env?: readonly EnvVar[] | undefined;
  /** Account that may write there, by workload identity. @default - the namespace's default account, without a token */
  readonly serviceAccountName?: string | undefined;
}

/** Settings of etcd. */
export interface EtcdProps extends ServerProps {
  /** How many members: 3 survive the loss of one, 5 of two. Changing it takes `etcdctl member`. @default 3, or 1 in development */
  readonly members?: ServerCount | undefined;
  /** TLS; false switches it off, which is an error outside of development. @default - on, with an authority of its own; off in development */
  readonly tls?: EtcdTls | false | undefined;
  /** Authentication; false lets anybody in, which is an error outside of development. @default - by certificate; off in development */
  readonly auth?: EtcdAuthentication | false | undefined;
  /** Size of the database at which etcd refuses to write. @default "2Gi" */
  readonly quota?: Quantity | undefined;
  /** When old revisions are dropped; false keeps them until the quota is full. @default - those older than an hour */
  readonly compaction?: EtcdCompaction | false | undefined;
  /** When the files are shrunk, one member after the other, in cron form, UTC; false leaves it to you. @default "30 3 * * *" */
  readonly defragmentation?: string | false | undefined;
  /** Snapshots; false takes none. @default - every six hours to a claim; none in development */
  readonly snapshots?: EtcdSnapshots | false | undefined;
  /** Milliseconds between two signs of life of the leader; about the round trip between the members. @default 100 */
  readonly heartbeatMilliseconds?: number | undefined;
  /** Milliseconds without a sign until a new leader is elected; at least five heartbeats. @default 1000 */
  readonly electionMilliseconds?: number | undefined;
  /**
   * Number of this life of the cluster: names its data directory and its token. Raise it when a
   * snapshot is restored; the data before it stays.
   *
   * @default 1
   */
  readonly generation?: number | undefined;
  /** `existing` while a member whose volume was lost joins again. @default "new" */
  readonly initialClusterState?: "new" | "existing" | undefined;
  /** Image of etcd, etcdctl and etcdutl. @default "gcr.io/etcd-development/etcd:v3.6.15" */
  readonly image?: string | undefined;
  /** Image with sh and curl, which sets up the users and tidies the snapshots. @default "curlimages/curl:8.17.0" */
  readonly shellImage?: string | undefined;
}
