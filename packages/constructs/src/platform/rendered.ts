// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects as the platform renders them: plain data. */
import type { EnvVar, KeySelector, PodTemplateSpec, VolumeClaimSpec } from "../api/index.js";
import type { Manifest } from "../graph/index.js";

/** An object with what every one of ours has. */
export interface RenderedObject extends Manifest {
  readonly metadata: RenderedMetadata;
  readonly spec?: object | undefined;
  /** Contents of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>> | undefined;
  /** Of a ServiceAccount. */
  readonly imagePullSecrets?: readonly { readonly name: string }[] | undefined;
  /** Of a role. */
  readonly rules?: readonly object[] | undefined;
  /** Of a binding. */
  readonly roleRef?: object | undefined;
  readonly subjects?: readonly object[] | undefined;
  /** Of a webhook configuration. */
  readonly webhooks?: readonly object[] | undefined;
}

/** Metadata of a rendered object. */
export interface RenderedMetadata {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
}

/** A StatefulSet, as far as ours go. */
export interface RenderedStatefulSet extends RenderedObject {
  readonly spec: {
    readonly replicas: number;
    readonly serviceName: string;
    readonly podManagementPolicy: "Parallel";
    readonly updateStrategy: { readonly type: "RollingUpdate" };
    readonly persistentVolumeClaimRetentionPolicy: {
      readonly whenDeleted: "Retain";
      readonly whenScaled: "Retain";
    };
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: PodTemplateSpec;
    readonly volumeClaimTemplates: readonly {
      readonly metadata: { readonly name: string };
      readonly spec: VolumeClaimSpec;
    }[];
  };
}

/** One key of a Secret in the namespace of the pods that read it. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key inside it. */
  readonly key: string;
}

/** A variable that a container reads from a Secret. */
export function secretVariable(name: string, { name: secret, key }: SecretKey): EnvVar {
  const secretKeyRef: KeySelector = { name: secret, key };
  return { name, valueFrom: { secretKeyRef } };
}

/** A variable with the name of the pod. */
export const podNameVariable: EnvVar = {
  name: "POD_NAME",
  valueFrom: { fieldRef: { fieldPath: "metadata.name" } },
};
