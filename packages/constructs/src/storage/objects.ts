// SPDX-License-Identifier: Apache-2.0
/** @module The objects of a volume, as data: class, volume, claim. */
import type { VolumeClaimSpec } from "../api/index.js";
import { throughputAnnotation } from "../facts/index.js";
import type { Manifest } from "../graph/index.js";
import type { DynamicProvision, StaticProvision } from "./backing.js";
import type { ResolvedVolume } from "./resolve.js";

/** Metadata of an object of ours. */
export interface StorageMetadata {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** A class of volumes that a driver makes. */
export interface RenderedClass extends Manifest {
  readonly metadata: StorageMetadata;
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly mountOptions: readonly string[] | undefined;
  readonly reclaimPolicy: "Retain" | "Delete";
  readonly volumeBindingMode: "Immediate" | "WaitForFirstConsumer";
  readonly allowVolumeExpansion: boolean;
  readonly allowedTopologies: readonly object[] | undefined;
}

/** A volume that exists. */
export interface RenderedVolume extends Manifest {
  readonly metadata: StorageMetadata;
  readonly spec: object;
}

/** A claim. */
export interface RenderedClaim extends Manifest {
  readonly metadata: StorageMetadata;
  readonly spec: VolumeClaimSpec;
}

/** What a volume consists of; nothing for one that somebody else looks after. */
export interface VolumeObjects {
  readonly storageClass?: RenderedClass | undefined;
  readonly volume?: RenderedVolume | undefined;
  readonly claim?: RenderedClaim | undefined;
}

const defaultZoneLabel = "topology.kubernetes.io/zone";

/** Renders a volume. */
export function renderVolume(volume: ResolvedVolume): VolumeObjects {
  const { provision } = volume.backing;
  switch (provision.kind) {
    case "dynamic":
      return {
        storageClass: renderClass(volume, provision),
        claim: renderClaim(volume, { storageClassName: clusterName(volume) }),
      };
    case "static":
      return {
        volume: renderStatic(volume, provision),
        // An empty class keeps the default class from making another volume.
        claim: renderClaim(volume, { storageClassName: "", volumeName: clusterName(volume) }),
      };
    case "class":
      return { claim: renderClaim(volume, { storageClassName: provision.storageClassName }) };
    default:
      return {};
  }
}

/** Name of what is in no namespace. */
export function clusterName({ name, namespace }: ResolvedVolume): string {
  return namespace === undefined ? name : `${namespace}-${name}`;
}

/** Without the word undefined cdk8s would put the chart's namespace here. */
function clusterMetadata(volume: ResolvedVolume): StorageMetadata {
  return { name: clusterName(volume), namespace: undefined, labels: labelsOf(volume) };
}

function labelsOf({ kind, name }: ResolvedVolume): Readonly<Record<string, string>> {
  return {
    "app.kubernetes.io/name": kind.app,
    "app.kubernetes.io/instance": name,
    "app.kubernetes.io/part-of": "dynamo",
  };
}

function renderClass(volume: ResolvedVolume, provision: DynamicProvision): RenderedClass {
  const { zone, product, reclaimPolicy, backing } = volume;
  const { zoneFrom } = provision;
  const zoneParameter =
    zone === undefined || zoneFrom === undefined || zoneFrom === "topology"
      ? {}
      : { [zoneFrom.parameter]: zone.split("-").at(-1) };
  return {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: clusterMetadata(volume),
    provisioner: product?.driver ?? "",
    parameters: present({ ...provision.parameters, ...zoneParameter }),
    mountOptions: optionsOf(volume),
    reclaimPolicy,
    volumeBindingMode: provision.binding,
    allowVolumeExpansion: provision.expandable,
    allowedTopologies:
      zone === undefined || zoneFrom !== "topology"
        ? undefined
        : [
            {
              matchLabelExpressions: [
                { key: backing.zoneLabel ?? defaultZoneLabel, values: [zone] },
              ],
            },
          ],
  };
}

function renderStatic(volume: ResolvedVolume, provision: StaticProvision): RenderedVolume {
  const { name, namespace, product, size, accessMode, backing, zone, zonal } = volume;
  const attributes = present(provision.attributes);
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: clusterMetadata(volume),
    spec: {
      capacity: { storage: size },
      accessModes: [accessMode],
      // What exists outside of the cluster outlives it.
      persistentVolumeReclaimPolicy: "Retain",
      storageClassName: "",
      volumeMode: "Filesystem",
      mountOptions: optionsOf(volume),
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", name, namespace },
      csi: {
        driver: product?.driver,
        volumeHandle: provision.volumeHandle,
        fsType: provision.fsType,
        readOnly: backing.readOnly === true ? true : undefined,
        volumeAttributes: Object.keys(attributes).length === 0 ? undefined : attributes,
      },
      nodeAffinity:
        zone === undefined || !zonal
          ? undefined
          : inZone(backing.zoneLabel ?? defaultZoneLabel, zone),
    },
  };
}

/** Pods that mount the volume are kept in its zone. */
function inZone(key: string, zone: string): object {
  return {
    required: {
      nodeSelectorTerms: [{ matchExpressions: [{ key, operator: "In", values: [zone] }] }],
    },
  };
}

function renderClaim(
  volume: ResolvedVolume,
  source: Pick<VolumeClaimSpec, "storageClassName" | "volumeName">,
): RenderedClaim {
  const { name, namespace, size, accessMode } = volume;
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: {
      name,
      namespace,
      labels: labelsOf(volume),
      annotations: throughputAnnotations(volume),
    },
    spec: {
      accessModes: [accessMode],
      resources: { requests: { storage: size ?? 0 } },
      ...source,
    },
  };
}

/** What the manifests alone would not tell whoever estimates a start from them. */
function throughputAnnotations({
  throughput,
}: ResolvedVolume): Readonly<Record<string, string>> | undefined {
  const known = Object.entries(throughput ?? {})
    .filter(([, mbps]) => Number.isFinite(mbps))
    .map(([name, mbps]) => [name, Math.round(mbps * 10) / 10]);
  return known.length === 0
    ? undefined
    : { [throughputAnnotation]: JSON.stringify(Object.fromEntries(known)) };
}

function optionsOf({ backing }: ResolvedVolume): readonly string[] | undefined {
  const { mountOptions = [] } = backing;
  return mountOptions.length === 0 ? undefined : mountOptions;
}

function present(
  record: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(record).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
