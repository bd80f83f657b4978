// SPDX-License-Identifier: Apache-2.0
/** @module What a Dynamo process needs to reach NATS. @see lib/runtime/src/transports/nats.rs */
import type { Volume, VolumeMount } from "../../api/index.js";
import type { Environment } from "../../graph/index.js";
import { serviceHost } from "../server-names.js";
import { natsPorts } from "./config.js";
import type { NatsPlanes } from "./props.js";
import { type ResolvedNats, speaksTls } from "./resolve.js";

/** Folder of the authority's certificate in a client. */
const trustPath = "/etc/nats-trust";

/** Volume and mount of the authority's certificate. */
export interface NatsTrust {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** `nats://host:4222`; Dynamo takes one address, and refuses the scheme `tls` before 1.5. */
export function natsAddress(nats: ResolvedNats): string {
  const scheme = clientUsesTls(nats) ? "tls" : "nats";
  return `${scheme}://${serviceHost(nats)}:${natsPorts.client.port}`;
}

/** The variables: address, credentials, planes. The Secrets have to be in the namespace of the graph. */
export function natsEnvironment(nats: ResolvedNats, planes: NatsPlanes): Environment {
  return {
    NATS_SERVER: natsAddress(nats),
    ...credentials(nats),
    ...(clientUsesTls(nats) ? { NATS_TLS_CA_CERT_PATH: `${trustPath}/ca.crt` } : {}),
    DYN_EVENT_PLANE: planes.eventPlane ?? "nats",
    DYN_REQUEST_PLANE: planes.requestPlane,
  };
}

/** The authority's certificate as a file, which `NATS_TLS_CA_CERT_PATH` names; nothing without TLS. */
export function natsTrust(nats: ResolvedNats): NatsTrust {
  if (nats.tls === undefined || !clientUsesTls(nats)) return { volumes: [], volumeMounts: [] };
  const items = [{ key: "ca.crt", path: "ca.crt" }];
  return {
    volumes: [{ name: "nats-trust", secret: { secretName: nats.tls.secretName, items } }],
    volumeMounts: [{ name: "nats-trust", mountPath: trustPath, readOnly: true }],
  };
}

function credentials({ users: [user] }: ResolvedNats): Environment {
  if (user === undefined) return {};
  return user.kind === "nkey"
    ? { NATS_AUTH_NKEY: { secretKeyRef: { ...user.seed } } }
    : {
        NATS_AUTH_USERNAME: user.user,
        NATS_AUTH_PASSWORD: { secretKeyRef: { ...user.password } },
      };
}

function clientUsesTls(nats: ResolvedNats): boolean {
  return nats.tls !== undefined && speaksTls(nats.dynamoVersion);
}
