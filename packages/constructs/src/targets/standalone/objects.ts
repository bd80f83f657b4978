// SPDX-License-Identifier: Apache-2.0
/** @module The ConfigMaps and Secrets around a graph, as far as somebody gave them. */

/** A Kubernetes object beside the graph. Only ConfigMaps and Secrets are looked at. */
export interface NeighbourObject {
  readonly kind: string;
  readonly metadata?: { readonly name?: string | undefined } | undefined;
  readonly data?: Readonly<Record<string, string>> | undefined;
  readonly stringData?: Readonly<Record<string, string>> | undefined;
}

/** Looks objects up by name. */
export interface Neighbours {
  /** Text content by key; undefined when the ConfigMap was not given. */
  readonly configMap: (name: string) => ReadonlyMap<string, string> | undefined;
  /** Keys of a Secret, never its values; undefined when nobody knows them. */
  readonly secretKeys: (name: string) => readonly string[] | undefined;
}

/** The Secret that examples and recipes use for the Hugging Face token, and its only key. */
const huggingFaceSecret = { name: "hf-token-secret", key: "HF_TOKEN" } as const;

/** Indexes what was given. */
export function findNeighbours(objects: readonly NeighbourObject[]): Neighbours {
  const named = (kind: string, name: string) =>
    objects.find((object) => object.kind === kind && object.metadata?.name === name);
  return {
    configMap: (name) => {
      const found = named("ConfigMap", name);
      return found === undefined ? undefined : new Map(Object.entries(found.data ?? {}));
    },
    secretKeys: (name) => {
      const found = named("Secret", name);
      if (found !== undefined) return Object.keys({ ...found.data, ...found.stringData }).sort();
      return name === huggingFaceSecret.name ? [huggingFaceSecret.key] : undefined;
    },
  };
}
