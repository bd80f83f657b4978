// SPDX-License-Identifier: Apache-2.0
/** @module Every default of etcd. */
import type { EnvVar } from "../../api/index.js";
import type { Quantity } from "../../facts/index.js";
import type { CertificateSource } from "../certificates.js";
import type { SecretKey } from "../rendered.js";
import { resolveServerSet, type ServerSet } from "../server-props.js";
import type {
  EtcdAuthentication,
  EtcdProps,
  EtcdSecrets,
  EtcdSnapshots,
  EtcdSnapshotUpload,
  EtcdTls,
} from "./props.js";

/** The images that were tested together. */
export const etcdImages = {
  etcd: "gcr.io/etcd-development/etcd:v3.6.15",
  shell: "curlimages/curl:8.17.0",
} as const;

/** TLS with everything said. */
export interface ResolvedEtcdTls {
  readonly source: CertificateSource;
  readonly secrets: EtcdSecrets;
}

/** Authentication with everything said. */
export type ResolvedEtcdAuth =
  | { readonly kind: "certificate"; readonly user: string }
  | {
      readonly kind: "password";
      readonly user: string;
      readonly password: SecretKey;
      readonly rootPassword: SecretKey;
    };

/** Where snapshots go. */
export type ResolvedTarget =
  | {
      readonly kind: "claim";
      readonly claimName: string;
      /** The claim to make; undefined when it exists. */
      readonly made:
        | { readonly size: Quantity; readonly storageClassName: string | undefined }
        | undefined;
      readonly keep: number;
    }
  | {
      readonly kind: "upload";
      readonly image: string;
      readonly command: readonly string[];
      readonly env: readonly EnvVar[];
      readonly serviceAccountName: string | undefined;
    };

/** etcd with everything said. */
export interface ResolvedEtcd extends ServerSet {
  readonly tls: ResolvedEtcdTls | undefined;
  readonly auth: ResolvedEtcdAuth | undefined;
  readonly quota: Quantity;
  readonly compaction: { readonly mode: string; readonly retention: string } | undefined;
  readonly defragmentation: string | undefined;
  readonly snapshots: { readonly schedule: string; readonly target: ResolvedTarget } | undefined;
  readonly heartbeatMilliseconds: number;
  readonly electionMilliseconds: number;
  readonly generation: number;
  readonly initialClusterState: "new" | "existing";
  readonly image: string;
  readonly shellImage: string;
}

/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
export function resolveEtcd(
  id: string,
  namespace: string | undefined,
  props: EtcdProps,
): ResolvedEtcd {
  const set = resolveServerSet(props, {
    app: "etcd",
    id,
    namespace,
    servers: props.members,
    storageSize: "8Gi",
    resources: { requests: { cpu: "500m", memory: "1Gi" }, limits: { cpu: "2", memory: "4Gi" } },
  });
  return {
    ...set,
    tls: resolveTls(set, props.tls),
    auth: resolveAuth(set, props.auth),
    quota: props.quota ?? "2Gi",
    compaction:
      props.compaction === false
        ? undefined
        : {
            mode: props.compaction?.mode ?? "periodic",
            retention: props.compaction?.retention ?? "1h",
          },
    defragmentation:
      props.defragmentation === false ? undefined : (props.defragmentation ?? "30 3 * * *"),
    snapshots: resolveSnapshots(set, props.snapshots),
    heartbeatMilliseconds: props.heartbeatMilliseconds ?? 100,
    electionMilliseconds: props.electionMilliseconds ?? 1000,
    generation: props.generation ?? 1,
    initialClusterState: props.initialClusterState ?? "new",
    image: props.image ?? etcdImages.etcd,
    shellImage: props.shellImage ?? etcdImages.shell,
  };
}

/** Common name of the members towards one another; nobody else may have it. */
export function peerName({ name }: Pick<ServerSet, "name">): string {
  return `${name}-peer`;
}

/** True when clients use TLS: a password takes its place, because Dynamo cannot do both. */
export function clientsUseTls({ tls, auth }: Pick<ResolvedEtcd, "tls" | "auth">): boolean {
  return tls !== undefined && auth?.kind !== "password";
}

function resolveTls(set: ServerSet, tls: EtcdTls | false | undefined): ResolvedEtcdTls | undefined {
  if (tls === false || (tls === undefined && set.development)) return undefined;
  const { name } = set;
  const made: EtcdSecrets = {
    server: `${name}-server-tls`,
    peer: `${name}-peer-tls`,
    root: `${name}-root-tls`,
    client: `${name}-client-tls`,
  };
  return { source: sourceOf(tls), secrets: tls?.secrets ?? made };
}

function sourceOf(tls: EtcdTls | undefined): CertificateSource {
  if (tls?.secrets !== undefined) return { kind: "secrets" };
  return tls?.issuer === undefined
    ? { kind: "own-authority" }
    : { kind: "issuer", issuer: tls.issuer };
}

function resolveAuth(
  set: ServerSet,
  auth: EtcdAuthentication | false | undefined,
): ResolvedEtcdAuth | undefined {
  if (auth === false || (auth === undefined && set.development)) return undefined;
  const user = auth?.user ?? "dynamo";
  if (auth?.kind !== "password") return { kind: "certificate", user };
  const secret = `${set.name}-auth`;
  return {
    kind: "password",
    user,
    password: auth.password ?? { name: secret, key: "password" },
    rootPassword: auth.rootPassword ?? { name: secret, key: "root-password" },
  };
}

function resolveSnapshots(
  set: ServerSet,
  snapshots: EtcdSnapshots | false | undefined,
): ResolvedEtcd["snapshots"] {
  if (snapshots === false || (snapshots === undefined && set.development)) return undefined;
  return {
    schedule: snapshots?.schedule ?? "0 */6 * * *",
    target: resolveTarget(set, snapshots?.target ?? { kind: "claim" }),
  };
}

function resolveTarget(
  { name }: ServerSet,
  target: NonNullable<EtcdSnapshots["target"]>,
): ResolvedTarget {
  if (target.kind === "upload") return resolveUpload(target);
  const { claimName, size, storageClassName, keep } = target;
  return {
    kind: "claim",
    claimName: claimName ?? `${name}-snapshots`,
    made: claimName === undefined ? { size: size ?? "20Gi", storageClassName } : undefined,
    keep: keep ?? 8,
  };
}

function resolveUpload({
  image,
  command,
  env,
  serviceAccountName,
}: EtcdSnapshotUpload): ResolvedTarget {
  return { kind: "upload", image, command, env: env ?? [], serviceAccountName };
}
