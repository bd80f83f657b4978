// SPDX-License-Identifier: Apache-2.0
/** @module A place with downloaded models, and what pods need to read from it. */
import type { PodTemplateSpec, Volume, VolumeMount } from "../../api/index.js";
import type { ComponentProps } from "../component.js";
import type { Environment } from "../environment.js";
import type { Manifest } from "../kube-object.js";

/**
 * A place with downloaded models: a claim, a volume of the node, or a bucket that engines stream from.
 * `ModelCache` of `@dynamo-iac/constructs/storage` is one; a claim that exists is `{ claimName }`.
 */
export interface ModelCacheSource {
  /** Claim in the graph's namespace. @default - `volume`, or nothing is mounted */
  readonly claimName?: string | undefined;
  /** Volume in place of a claim, such as a folder of the node. @default - the claim */
  readonly volume?: Omit<Volume, "name"> | undefined;
  /** Where the volume is mounted. @default "/model-cache" */
  readonly mountPath?: string | undefined;
  /** Mounts it read-only. @default false */
  readonly readOnly?: boolean | undefined;
  /** True keeps pods from asking the Hugging Face Hub: a model that is not there is an error. @default - true when it is read-only */
  readonly offline?: boolean | undefined;
  /**
   * Folder or bucket address below which every model lies under its id, such as `/model-cache` or
   * `s3://weights`: for stores that cannot hold the Hub's cache, which is made of links.
   *
   * @default - the volume is the Hub's cache, `HF_HOME`
   */
  readonly location?: string | undefined;
  /** `--load-format` of vLLM and SGLang. @default - the engine's own loader */
  readonly loadFormat?: string | undefined;
  /** `--model-loader-extra-config` of vLLM and SGLang. @default - none */
  readonly loaderConfig?: Readonly<Record<string, unknown>> | undefined;
  /** Further environment of the pods. @default - none */
  readonly env?: Environment | undefined;
  /** Labels that the store needs on the pods, such as for a workload identity. @default - none */
  readonly podLabels?: Readonly<Record<string, string>> | undefined;
  /** Annotations that the store needs on the pods, such as for a sidecar. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>> | undefined;
  /**
   * Account whose identity may read the store. The graph binds it to the role of service discovery,
   * without which its pods would not be found.
   *
   * @default - the account that the operator makes for the graph
   */
  readonly serviceAccountName?: string | undefined;
}

const volumeName = "model-cache";
const defaultMountPath = "/model-cache";

/** What a pod gets of the cache. */
export interface CachePod
  extends Pick<ComponentProps, "podMetadata" | "serviceAccountName" | "env"> {
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** Volume, mount, environment, metadata and account of a pod that reads models. */
export function cachePod(cache: ModelCacheSource | undefined): CachePod {
  if (cache === undefined) return { volumes: [], volumeMounts: [] };
  return {
    ...cacheVolume(cache),
    env: cacheEnvironment(cache),
    podMetadata: metadataOf(cache),
    serviceAccountName: cache.serviceAccountName,
  };
}

function cacheVolume(cache: ModelCacheSource): Pick<CachePod, "volumes" | "volumeMounts"> {
  const { claimName, volume, readOnly } = cache;
  const mode = readOnly === true ? { readOnly } : {};
  if (claimName === undefined && volume === undefined) return { volumes: [], volumeMounts: [] };
  const source =
    claimName === undefined ? volume : { persistentVolumeClaim: { claimName, ...mode } };
  return {
    volumes: [{ name: volumeName, ...source }],
    volumeMounts: [{ name: volumeName, mountPath: mountPathOf(cache), ...mode }],
  };
}

function cacheEnvironment(cache: ModelCacheSource): Environment {
  const { location, readOnly = false, offline = readOnly } = cache;
  const mounted = cache.claimName !== undefined || cache.volume !== undefined;
  const hub = mounted && location === undefined;
  return {
    ...(hub ? { HF_HOME: mountPathOf(cache) } : {}),
    // Code that a model brings along is copied before it is imported.
    ...(hub && readOnly ? { HF_MODULES_CACHE: "/tmp/hf-modules" } : {}),
    ...(offline ? { HF_HUB_OFFLINE: "1", TRANSFORMERS_OFFLINE: "1" } : {}),
    ...cache.env,
  };
}

function metadataOf({ podLabels, podAnnotations }: ModelCacheSource): PodTemplateSpec["metadata"] {
  if (podLabels === undefined && podAnnotations === undefined) return undefined;
  return {
    ...(podLabels === undefined ? {} : { labels: { ...podLabels } }),
    ...(podAnnotations === undefined ? {} : { annotations: { ...podAnnotations } }),
  };
}

function mountPathOf({ mountPath }: ModelCacheSource): string {
  return mountPath ?? defaultMountPath;
}

/** Where an engine finds the model: its id, or a place below the cache's location. */
export function modelLocation(id: string, cache: ModelCacheSource | undefined): string {
  return cache?.location === undefined ? id : `${cache.location.replace(/\/+$/, "")}/${id}`;
}

/** A role for accounts. */
interface RoleBinding extends Manifest {
  readonly roleRef: object;
  readonly subjects: readonly object[];
}

/**
 * Lets pods with the cache's own account register for service discovery. The API server refuses the
 * binding when neither graph nor chart name a namespace.
 */
export function discoveryBinding(
  graph: string,
  namespace: string | undefined,
  cache: ModelCacheSource | undefined,
): readonly RoleBinding[] {
  const name = cache?.serviceAccountName;
  if (name === undefined) return [];
  const place = namespace === undefined ? {} : { namespace };
  return [
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name: `${graph}-${name}`, ...place },
      // The operator makes the role together with the graph.
      roleRef: {
        apiGroup: "rbac.authorization.k8s.io",
        kind: "Role",
        name: `${graph}-k8s-service-discovery-role`,
      },
      subjects: [{ kind: "ServiceAccount", name, ...place }],
    },
  ];
}
