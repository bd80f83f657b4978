// SPDX-License-Identifier: Apache-2.0
/** @module Velero: Kubernetes objects and the volumes of stateful servers in a bucket, every night. */
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
} from "@pulumi/pulumi";
import { velero as chart, veleroValues } from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { HelmRelease, token } from "../../kubernetes/index.js";
import type { Removal } from "../component-props.js";
import { PodIdentity } from "../identity/pod-identity.js";
import { velero as backUp } from "../identity/policies/index.js";
import { checkTags } from "../tags.js";
import { PrivateBucket } from "./private-bucket.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of Velero. */
export interface VeleroProps extends ServiceProps {
  /** Namespace of Velero; it has to be there. @default "velero" */
  readonly namespace?: string | undefined;
  /** Namespaces that are backed up. */
  readonly namespaces: readonly string[];
  /** ARN of the KMS key of the backups. */
  readonly keyArn: Input<string>;
  /** @default 35 */
  readonly retentionDays?: number | undefined;
  /** What happens to the backups when the component leaves the program. @default "retain" */
  readonly removal?: Removal | undefined;
}

/**
 * A bucket and the server that fills it. What the operator makes from a graph is left out: restoring
 * the graph makes it again. The caches of models are on file systems that AWS Backup keeps.
 */
export class Velero extends ComponentResource {
  readonly bucketName: Output<string>;

  constructor(name: string, props: VeleroProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkTags(props.tags ?? {}, sayOf("Velero", name)), props.waive);
    super("dynamo-iac:aws:Velero", name, {}, opts);
    announce(this, findings);

    const { cluster, keyArn, namespace = "velero", tags = {}, removal = "retain" } = props;
    const { region } = cluster;
    const bucket = new PrivateBucket(
      `${name}-backups`,
      { keyArn, versions: true, removal, tags },
      { parent: this },
    );
    const identity = new PodIdentity(
      `${name}-identity`,
      {
        cluster,
        namespace,
        serviceAccount: "velero",
        statements: backUp({ region, bucketArn: bucket.bucketArn, keyArn }),
        tags,
      },
      { parent: this },
    );
    new HelmRelease(
      `${name}-server`,
      {
        chart,
        namespace,
        releaseName: "velero",
        values: veleroValues({
          serviceAccount: "velero",
          bucket: { name: token(bucket.bucketName), region },
          keyArn: token(keyArn),
          retentionDays: props.retentionDays ?? 35,
          namespaces: props.namespaces,
          monitors: props.monitors ?? false,
        }),
      },
      inside(this, props, [identity, bucket]),
    );
    this.bucketName = bucket.bucketName;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}
