// SPDX-License-Identifier: Apache-2.0
/** @module Who a container believes to be, where there is no pod. */

/** What the downward API would say. */
export interface PodIdentity {
  readonly name: string;
  readonly namespace: string;
  /** Value of a `fieldRef`; undefined when only a cluster knows it. */
  readonly field: (fieldPath: string) => string | undefined;
}

/** The identity of one replica. Its name is also its host name, so it stands for the address. */
export function podIdentity(
  name: string,
  namespace: string,
  metadata: {
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly annotations?: Readonly<Record<string, string>> | undefined;
  } = {},
): PodIdentity {
  const fields: ReadonlyMap<string, string> = new Map([
    ["metadata.name", name],
    ["metadata.uid", name],
    ["metadata.namespace", namespace],
    ["spec.nodeName", "localhost"],
  ]);
  return {
    name,
    namespace,
    field: (path) => {
      const [, map, key = ""] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path) ?? [];
      if (map === "labels") return metadata.labels?.[key];
      if (map === "annotations") return metadata.annotations?.[key];
      return fields.get(path);
    },
  };
}
