// SPDX-License-Identifier: Apache-2.0
/** @module Where the engines of a graph read their weights from, found out of mounts and environment. */
import type { Volume, VolumeMount } from "../../api/index.js";
import type { ComponentView, GraphView } from "../../checks/index.js";
import { storageProducts } from "../../facts/index.js";
import type { WeightStore } from "../startup/startup.js";
import type { ClaimedVolume } from "./volumes.js";

/** Where the images keep the Hub's cache when nobody sets HF_HOME. */
const defaultHome = "/home/dynamo/.cache/huggingface";

/** Addresses that engines stream weights from. */
const bucketAddress = /^(s3|gs|az):\/\/([^/]+)/;

/**
 * The store of a graph's weights: that of its engines, when they all have the same. Its throughput is
 * missing when the manifests do not tell it. Undefined when the engines read from different places, or
 * from inside the pod.
 */
export function weightStoreOf(
  graph: GraphView,
  volumes: readonly ClaimedVolume[],
): WeightStore | undefined {
  const engines = graph.components.filter(
    ({ engine }) => engine !== undefined && engine !== "mocker",
  );
  const stores = engines.map((view) => storeOf(view, graph, volumes));
  const [first] = stores;
  const same = stores.every((store) => store?.name === first?.name);
  return same ? first : undefined;
}

function storeOf(
  view: ComponentView,
  graph: GraphView,
  volumes: readonly ClaimedVolume[],
): WeightStore | undefined {
  const model = view.parallelism?.model ?? "";
  const bucket = bucketAddress.exec(model);
  if (bucket !== null)
    return { name: `${bucket[1]}://${bucket[2]}`, totalMBps: Number.POSITIVE_INFINITY };
  const volume = volumeAt(view, model.startsWith("/") ? model : homeOf(view));
  if (volume === undefined) return undefined;
  const claim = volume.persistentVolumeClaim?.claimName;
  if (claim === undefined) return localStore(volume);
  const known = volumes.find(
    (each) =>
      each.claim === claim &&
      (each.namespace === undefined ||
        graph.namespace === undefined ||
        each.namespace === graph.namespace),
  );
  if (known === undefined) return { name: claim };
  const title = known.product === undefined ? undefined : storageProducts[known.product].title;
  const { totalMBps, perMachineMBps } = known;
  return {
    name: title === undefined ? claim : `${claim} (${title})`,
    ...(totalMBps === undefined ? {} : { totalMBps }),
    ...(perMachineMBps === undefined ? {} : { perMachineMBps }),
  };
}

/** Disks of the node, which nobody else reads; how fast they are stays open. */
function localStore({ name, hostPath, emptyDir }: Volume): WeightStore | undefined {
  return hostPath !== undefined || emptyDir !== undefined ? { name } : undefined;
}

function homeOf({ env }: ComponentView): string {
  const value = (name: string) => env.values.get(name);
  return value("HF_HUB_CACHE") ?? value("HF_HOME") ?? defaultHome;
}

/** The volume whose mount holds the path most closely. */
function volumeAt({ main, component }: ComponentView, path: string): Volume | undefined {
  const mounts = main?.volumeMounts ?? [];
  const holding = mounts.filter(({ mountPath }) => holds(mountPath, path));
  const nearest = holding.reduce<VolumeMount | undefined>(
    (best, mount) =>
      best === undefined || mount.mountPath.length > best.mountPath.length ? mount : best,
    undefined,
  );
  return component.podTemplate?.spec?.volumes?.find(({ name }) => name === nearest?.name);
}

function holds(mountPath: string, path: string): boolean {
  const folder = mountPath.endsWith("/") ? mountPath : `${mountPath}/`;
  return path === mountPath || path.startsWith(folder);
}
