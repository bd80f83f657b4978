// SPDX-License-Identifier: Apache-2.0
/** @module Every default of an FSx for Lustre file system. */
import type { FsxLustreProps } from "../props.js";

/** The file system with everything said. */
export type ResolvedLustre = ReturnType<typeof resolveLustre>;

/** Resolves the props; `name` is the component's. */
export function resolveLustre(name: string, props: FsxLustreProps) {
  const { repository } = props;
  return {
    name,
    network: props.network,
    zone: props.zone,
    clients: props.clients,
    capacityGiB: props.capacityGiB,
    throughputPerTiB: props.throughputPerTiB ?? (250 as const),
    repository:
      repository === undefined
        ? undefined
        : {
            path: repository.path ?? "/",
            bucketName: repository.bucketName,
            prefix: repository.prefix,
            export: repository.export ?? false,
          },
    backupRetentionDays: props.backupRetentionDays ?? (repository === undefined ? 7 : 0),
    efa: props.efa ?? false,
    keyArn: props.keyArn,
    removal: props.removal ?? ("retain" as const),
    tags: props.tags ?? {},
  };
}
