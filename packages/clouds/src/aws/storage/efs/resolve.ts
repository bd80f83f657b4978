// SPDX-License-Identifier: Apache-2.0
/** @module Every default of an EFS file system. */
import type { EfsProps } from "../props.js";

/** An access point with everything said. */
export interface ResolvedAccessPoint {
  readonly path: string;
  readonly uid: number;
  readonly gid: number;
  readonly mode: string;
}

/** User and group `dynamo` of the runtime images. */
const dynamoUser = 1000;

/** The file system with everything said. */
export type ResolvedEfs = ReturnType<typeof resolveEfs>;

/** Resolves the props; `name` is the component's. */
export function resolveEfs(name: string, props: EfsProps) {
  return {
    name,
    network: props.network,
    clients: props.clients,
    throughput: props.throughput ?? ("elastic" as const),
    infrequentAccessDays: props.infrequentAccessDays ?? 30,
    accessPoints: Object.fromEntries(
      Object.entries(props.accessPoints ?? {}).map(([id, point]): [string, ResolvedAccessPoint] => [
        id,
        {
          path: point.path,
          uid: point.uid ?? dynamoUser,
          gid: point.gid ?? dynamoUser,
          mode: point.mode ?? "0750",
        },
      ]),
    ),
    anonymous: props.anonymous ?? false,
    backup: props.backup ?? true,
    replication: props.replication,
    keyArn: props.keyArn,
    removal: props.removal ?? ("retain" as const),
    tags: props.tags ?? {},
  };
}
