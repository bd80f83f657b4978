// SPDX-License-Identifier: Apache-2.0
/** @module How machines of a node group start: encrypted disks, metadata v2 for nodes alone, tags. */
import { LaunchTemplate, type LaunchTemplateArgs } from "@pulumi/aws/ec2";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { Tags } from "../component-props.js";
import { named } from "../tags.js";
import { disksOf } from "./ami.js";
import type { NodeOs } from "./props.js";

/** What every launch template says. */
export interface TemplateSpec {
  readonly os: NodeOs;
  readonly diskGiB: number;
  readonly keyArn: Input<string> | undefined;
  /** I/O per second and MB/s of the disk with the images. @default - what gp3 has for nothing */
  readonly diskSpeed?: { readonly iops: number; readonly throughput: number } | undefined;
  readonly tags: Tags;
}

/** Things that are made when a machine starts, and cost or matter enough to be found by their tags. */
const tagged = ["instance", "volume", "network-interface"];

/** Makes a launch template; `more` is what one kind of nodes adds. */
export function createLaunchTemplate(
  name: string,
  spec: TemplateSpec,
  more: LaunchTemplateArgs,
  child: CustomResourceOptions,
): LaunchTemplate {
  const { os, diskGiB, keyArn, diskSpeed, tags } = spec;
  return new LaunchTemplate(
    name,
    {
      blockDeviceMappings: disksOf(os, diskGiB).map(({ device, sizeGiB, data }) => ({
        deviceName: device,
        ebs: {
          volumeType: "gp3",
          volumeSize: sizeGiB,
          encrypted: "true",
          deleteOnTermination: "true",
          ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
          ...(data ? diskSpeed : {}),
        },
      })),
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        // One hop ends on the node: no pod reaches the credentials of its role.
        httpPutResponseHopLimit: 1,
      },
      monitoring: { enabled: true },
      tagSpecifications: tagged.map((resourceType) => ({ resourceType, tags: named(tags, name) })),
      updateDefaultVersion: true,
      tags: named(tags, name),
      ...more,
    },
    child,
  );
}
