// SPDX-License-Identifier: Apache-2.0
/** @module The construct under every kind of volume: it wires what was resolved, checked and rendered. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import { applyWaivers, type Finding } from "../facts/index.js";
import { addFindings, KubeObject } from "../graph/index.js";
import type { Backing } from "./backing.js";
import { checkVolume } from "./checks.js";
import { renderVolume } from "./objects.js";
import { type ResolvedVolume, resolveVolume, type VolumeKind } from "./resolve.js";
import type { HeldModel, VolumeProps } from "./volume-props.js";

/** A volume that pods share: a claim, and the class or the volume behind it. */
export abstract class StorageVolume extends Construct {
  /** The class; undefined when the volume exists, or comes from a class of the cluster. */
  readonly storageClass: KubeObject | undefined;
  /** The volume; undefined when a driver makes it. */
  readonly persistentVolume: KubeObject | undefined;
  /** The claim; undefined when somebody else made it, and for storage that has none. */
  readonly claim: KubeObject | undefined;
  /** What is behind it, for other constructs on the same storage. */
  readonly backing: Backing;

  protected readonly volumeData: ResolvedVolume;
  readonly #props: VolumeProps;

  protected constructor(
    scope: Construct,
    id: string,
    kind: VolumeKind,
    props: VolumeProps & { readonly models?: readonly HeldModel[] | undefined },
    backing: Backing,
  ) {
    super(scope, id);
    this.#props = props;
    this.backing = backing;
    this.volumeData = resolveVolume(kind, id, Chart.of(scope).namespace, props, backing);
    const { storageClass, volume, claim } = renderVolume(this.volumeData);
    this.storageClass = storageClass && new KubeObject(this, "StorageClass", storageClass);
    this.persistentVolume = volume && new KubeObject(this, "PersistentVolume", volume);
    this.claim = claim && new KubeObject(this, "Claim", claim);
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return applyWaivers(checkVolume(this.volumeData), this.#props.waive ?? []);
  }
}
