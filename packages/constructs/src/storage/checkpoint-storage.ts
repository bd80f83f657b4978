// SPDX-License-Identifier: Apache-2.0
/** @module Where the snapshot agent keeps checkpoints of loaded engines. */
import type { Construct } from "constructs";
import { applyWaivers, type Finding, show } from "../facts/index.js";
import type { Backing } from "./backing.js";
import { storageClass } from "./backings/existing.js";
import { sayOf } from "./say.js";
import { StorageVolume } from "./storage-volume.js";
import type { VolumeProps } from "./volume-props.js";

/** Settings of checkpoint storage. */
export interface CheckpointStorageProps extends VolumeProps {
  /** Shared files that take large writes past the page cache, such as Lustre or EFS; no bucket. @default - the cluster's default class */
  readonly backing?: Backing | undefined;
  /** Kind of storage: Dynamo has claims only; the others were announced and never built. @default "pvc" */
  readonly type?: "pvc" | "s3" | "oci" | undefined;
  /**
   * Who mounts it: `agentMount` is the agent, one per workload namespace; `podMount` are the workers'
   * pods, with one agent for the cluster.
   *
   * @default "agentMount"
   */
  readonly mount?: "agentMount" | "podMount" | undefined;
  /** Where it is mounted. @default "/checkpoints" */
  readonly basePath?: string | undefined;
}

/** The claim as the charts of Dynamo take it. */
export interface CheckpointClaim {
  readonly create: false;
  readonly basePath: string;
  readonly accessMode: string;
}

/**
 * A volume for checkpoints, 1 TiB unless said otherwise: one checkpoint is about as large as the memory
 * of the engine. Its values go to the chart `snapshot` and to the operator.
 *
 * @see deploy/helm/charts/snapshot; docs/fern/kubernetes/snapshot.md
 * @experimental
 */
export class CheckpointStorage extends StorageVolume {
  /** Name of the claim. */
  readonly claimName: string;
  /** Value `storage` of the chart `snapshot`. */
  readonly agentValues: {
    readonly type: "pvc";
    readonly accessMode: "agentMount" | "podMount";
    readonly pvc: CheckpointClaim & { readonly name: string };
  };
  /** Value `checkpoint.storage` of the operator: empty when the agent mounts the claim. */
  readonly operatorValues: {
    readonly type?: "pvc";
    readonly pvc?: CheckpointClaim & { readonly pvcName: string };
  };

  readonly #props: CheckpointStorageProps;

  constructor(scope: Construct, id: string, props: CheckpointStorageProps = {}) {
    const kind = {
      construct: "CheckpointStorage",
      app: "checkpoint-storage",
      size: "1Ti",
      needsPosix: true,
      shared: true,
    } as const;
    super(scope, id, kind, props, props.backing ?? storageClass());
    this.#props = props;
    const { name, accessMode } = this.volumeData;
    const { mount = "agentMount", basePath = "/checkpoints" } = props;
    const pvc: CheckpointClaim = { create: false, basePath, accessMode };
    this.claimName = name;
    this.agentValues = { type: "pvc", accessMode: mount, pvc: { ...pvc, name } };
    this.operatorValues =
      mount === "agentMount" ? {} : { type: "pvc", pvc: { ...pvc, pvcName: name } };
  }

  /** What the rules say about the props, waived findings included. */
  override findings(): readonly Finding[] {
    const { waive = [], type = "pvc", basePath } = this.#props;
    const say = sayOf(`CheckpointStorage/${this.volumeData.name}`);
    const found: Finding[] = [];
    if (type !== "pvc") {
      const message = `${show(type)} was announced for the snapshot agent and never built`;
      found.push(say("DYN-STOR-021", ["type"], message, "Leave type out and give a backing."));
    }
    if (basePath?.startsWith("/") === false) {
      const message = `must begin with a slash, got ${show(basePath)}`;
      found.push(say("DYN-STOR-022", ["basePath"], message, `Set basePath to "/${basePath}".`));
    }
    return [...super.findings(), ...applyWaivers(found, waive)];
  }
}
