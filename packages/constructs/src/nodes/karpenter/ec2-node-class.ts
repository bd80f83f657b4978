// SPDX-License-Identifier: Apache-2.0
/** @module Karpenter's EC2NodeClass: image, disks, network, metadata service of nodes on AWS. */
import { quantityValue } from "../../facts/index.js";
import type { KarpenterProps } from "../props.js";
import type { ResolvedPool } from "../resolve.js";
import { awsTerms } from "./aws-terms.js";
import type { NodeClassReference, NodePoolManifest } from "./node-pool.js";

/** The reference of a NodePool to its EC2NodeClass. */
export function ec2NodeClassRef({ pool }: ResolvedPool): NodeClassReference {
  return { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: pool.name };
}

/** Renders the EC2NodeClass of a pool. */
export function renderEc2NodeClass(
  resolved: ResolvedPool,
  props: KarpenterProps,
): NodePoolManifest {
  const { pool, localDisks } = resolved;
  const { networkInterfaces, placementGroup } = props;
  const userData = hugepageScript(resolved);
  return {
    apiVersion: "karpenter.k8s.aws/v1",
    kind: "EC2NodeClass",
    metadata: { name: pool.name },
    spec: {
      ...amiOf(props.ami ?? "al2023@latest"),
      ...awsTerms(resolved, props),
      blockDeviceMappings: disksOf(resolved, props),
      ...(localDisks ? { instanceStorePolicy: "RAID0" } : {}),
      // Pods have identities of their own; a hop limit of 1 keeps them from the node's role.
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
      },
      associatePublicIPAddress: false,
      ...(networkInterfaces === undefined ? {} : { networkInterfaces }),
      ...(placementGroup === undefined ? {} : { placementGroupSelector: { name: placementGroup } }),
      ...(userData === undefined ? {} : { userData }),
    },
  };
}

function amiOf(ami: NonNullable<KarpenterProps["ami"]>): Readonly<Record<string, unknown>> {
  return typeof ami === "string"
    ? { amiSelectorTerms: [{ alias: ami }] }
    : { amiFamily: ami.family, amiSelectorTerms: [{ id: ami.id }] };
}

/** True when the nodes run Bottlerocket, which brings NVIDIA's device plugin along. */
export function isBottlerocket({ ami = "" }: KarpenterProps): boolean {
  return typeof ami === "string" ? ami.startsWith("bottlerocket@") : ami.family === "Bottlerocket";
}

/** Bottlerocket keeps images on a second disk; its first one holds the system alone. */
function disksOf({ diskGiB, localDisks }: ResolvedPool, props: KarpenterProps): readonly object[] {
  // Without local disks this one unpacks images, which the baseline of gp3 makes slow.
  const fast = localDisks ? {} : { iops: 16_000, throughput: 1000 };
  const disk = (deviceName: string, size: number, settings: object = {}) => ({
    deviceName,
    ebs: {
      volumeType: "gp3",
      volumeSize: `${size}Gi`,
      encrypted: true,
      deleteOnTermination: true,
      ...(props.kmsKeyId === undefined ? {} : { kmsKeyID: props.kmsKeyId }),
      ...settings,
    },
  });
  return isBottlerocket(props)
    ? [disk("/dev/xvda", 4), disk("/dev/xvdb", diskGiB, fast)]
    : [{ ...disk("/dev/xvda", diskGiB, fast), rootVolume: true }];
}

/** Reserves the pages before kubelet counts them; cloud-init runs this part ahead of it. */
function hugepageScript({ hugepages }: ResolvedPool): string | undefined {
  if (hugepages === undefined) return undefined;
  const pages = Math.ceil(quantityValue(hugepages.perNode) / 2 ** 21);
  return [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="PART"',
    "",
    "--PART",
    'Content-Type: text/x-shellscript; charset="us-ascii"',
    "",
    "#!/bin/bash",
    `echo vm.nr_hugepages=${pages} > /etc/sysctl.d/90-hugepages.conf`,
    "sysctl -p /etc/sysctl.d/90-hugepages.conf",
    "",
    "--PART--",
    "",
  ].join("\n");
}
