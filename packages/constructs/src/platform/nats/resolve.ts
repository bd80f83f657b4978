// SPDX-License-Identifier: Apache-2.0
/** @module Every default of NATS. */
import { compareVersions, parseVersion, type Quantity, quantityValue } from "../../facts/index.js";
import type { CertificateSource } from "../certificates.js";
import type { SecretKey } from "../rendered.js";
import { resolveServerSet, type ServerSet } from "../server-props.js";
import type { NatsProps, NatsTls, NatsUser } from "./props.js";

/** The images that were tested together. */
export const natsImages = {
  nats: "nats:2.12.14-alpine",
  exporter: "natsio/prometheus-nats-exporter:0.16.0",
  reloader: "natsio/nats-server-config-reloader:0.16.0",
} as const;

/** A user with the Secret that it needs. */
export type ResolvedUser = {
  readonly publish: readonly string[] | undefined;
  readonly subscribe: readonly string[] | undefined;
} & (
  | { readonly kind: "password"; readonly user: string; readonly password: SecretKey }
  | { readonly kind: "nkey"; readonly nkey: string; readonly seed: SecretKey }
);

/** TLS with everything said. */
export interface ResolvedNatsTls {
  readonly source: CertificateSource;
  readonly secretName: string;
  readonly clients: "required" | "offered";
}

/** NATS with everything said. */
export interface ResolvedNats extends ServerSet {
  readonly tls: ResolvedNatsTls | undefined;
  /** The first is Dynamo's; nobody means that everybody may connect. */
  readonly users: readonly ResolvedUser[];
  readonly maxPayload: Quantity;
  readonly memoryStore: Quantity;
  readonly syncInterval: string | undefined;
  readonly image: string;
  readonly exporter: string | undefined;
  readonly reloader: string | undefined;
}

/** True when the Dynamo release can use TLS towards NATS; an older one stops when the server insists. */
export function speaksTls(release: string): boolean {
  const version = parseVersion(release);
  return version !== undefined && compareVersions(version, { major: 1, minor: 5, patch: 0 }) >= 0;
}

/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
export function resolveNats(
  id: string,
  namespace: string | undefined,
  props: NatsProps,
): ResolvedNats {
  const set = resolveServerSet(props, {
    app: "nats",
    id,
    namespace,
    servers: props.servers,
    storageSize: "10Gi",
    resources: { requests: { cpu: "500m", memory: "512Mi" }, limits: { cpu: "2", memory: "2Gi" } },
  });
  return {
    ...set,
    tls: resolveTls(set, props.tls),
    users: resolveUsers(set, props),
    maxPayload: props.maxPayload ?? "15Mi",
    memoryStore: props.memoryStore ?? 0,
    syncInterval: props.syncInterval,
    image: props.image ?? natsImages.nats,
    exporter: optional(props.exporter, natsImages.exporter),
    reloader: optional(props.reloader, natsImages.reloader),
  };
}

function optional(image: string | false | undefined, fallback: string): string | undefined {
  return image === false ? undefined : (image ?? fallback);
}

function resolveTls(set: ServerSet, tls: NatsTls | false | undefined): ResolvedNatsTls | undefined {
  if (tls === false || (tls === undefined && set.development)) return undefined;
  return {
    source: sourceOf(tls),
    secretName: tls?.secretName ?? `${set.name}-tls`,
    clients: tls?.clients ?? (speaksTls(set.dynamoVersion) ? "required" : "offered"),
  };
}

function sourceOf(tls: NatsTls | undefined): CertificateSource {
  if (tls?.secretName !== undefined) return { kind: "secrets" };
  return tls?.issuer === undefined
    ? { kind: "own-authority" }
    : { kind: "issuer", issuer: tls.issuer };
}

function resolveUsers(set: ServerSet, props: NatsProps): readonly ResolvedUser[] {
  const { user, moreUsers = [] } = props;
  const own = user === undefined ? (set.development ? [] : [{}]) : user === false ? [] : [user];
  return [...own, ...moreUsers].map((each) => resolveUser(`${set.name}-auth`, each));
}

function resolveUser(secret: string, user: NatsUser): ResolvedUser {
  const { publish, subscribe } = user;
  return user.nkey === undefined
    ? {
        kind: "password",
        user: user.user ?? "dynamo",
        password: user.password ?? { name: secret, key: "password" },
        publish,
        subscribe,
      }
    : {
        kind: "nkey",
        nkey: user.nkey,
        seed: user.seed ?? { name: secret, key: "seed" },
        publish,
        subscribe,
      };
}

/** A quantity in whole bytes; zero when it is none, which the checks report. */
export function bytes(quantity: Quantity): number {
  const value = quantityValue(quantity);
  return Number.isFinite(value) ? Math.floor(value) : 0;
}
