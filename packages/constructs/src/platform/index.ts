// SPDX-License-Identifier: Apache-2.0
/** @module What runs under the graphs of a cluster. */
export type { IssuerReference } from "./certificates.js";
export { Etcd } from "./etcd/etcd.js";
export type {
  EtcdAuthentication,
  EtcdCertificateAuthentication,
  EtcdCompaction,
  EtcdPasswordAuthentication,
  EtcdProps,
  EtcdSecrets,
  EtcdSnapshotClaim,
  EtcdSnapshots,
  EtcdSnapshotUpload,
  EtcdTls,
} from "./etcd/props.js";
export { EtcdRestore, type EtcdRestoreProps } from "./etcd/restore.js";
export type { NatsTrust } from "./nats/client.js";
export { Nats } from "./nats/nats.js";
export type {
  NatsNkeyUser,
  NatsPasswordUser,
  NatsPermissions,
  NatsPlanes,
  NatsProps,
  NatsTls,
  NatsUser,
} from "./nats/props.js";
export type { SecretKey } from "./rendered.js";
export type {
  NetworkPeer,
  Selector,
  ServerAccess,
  ServerCount,
  ServerProps,
  ServerStorage,
} from "./server-props.js";
