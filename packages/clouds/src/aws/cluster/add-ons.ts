// SPDX-License-Identifier: Apache-2.0
/** @module Add-ons of EKS that need nodes: DNS, volumes, metrics, and who notices broken GPUs. */

import type { Finding } from "@dynamo-iac/constructs/facts";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { accept, announce, type Say, sayOf } from "../../component/index.js";
import {
  diskKeyUse,
  efsDriver,
  efsMounts,
  fsxDriver,
  mountpointDriver,
} from "../identity/policies/index.js";
import { checkTags } from "../tags.js";
import { type AddOnIdentity, createAddOn } from "./add-on.js";
import { checkAddOnVersions, checkChoice } from "./add-on-checks.js";
import type { AddOnsOutputs, AddOnsProps, ComputeMode } from "./props.js";
import { type AddOnName, addOnVersions } from "./versions.js";

/**
 * Add-ons at pinned versions, each with the identity that its pods need and no more. They come after
 * nodes, because EKS waits until their pods run.
 *
 * @throws FindingsError before anything is made, with all mistakes of the props
 */
export class AddOns extends ComponentResource implements AddOnsOutputs {
  readonly addOns: readonly Resource[];

  constructor(name: string, props: AddOnsProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkAddOns(name, props), props.waive);
    super("dynamo-iac:aws:AddOns", name, {}, opts);
    announce(this, findings);

    const { cluster, tags = {} } = props;
    const { region, clusterName, clusterArn } = cluster;
    const versions = { ...addOnVersions[cluster.kubernetesVersion], ...props.versions };
    const scope = { prefix: name, region, clusterName, clusterArn, tags };
    const before = [...cluster.ready, ...props.nodes];
    const create = (addOn: AddOnName, after: readonly Resource[]) =>
      createAddOn(
        scope,
        {
          addOn,
          version: versions[addOn],
          values: valuesOf(addOn),
          identities: identitiesOf(addOn, props),
        },
        { parent: this },
        after,
      );
    // Its resource definitions have to be there when the drivers look for them.
    const [first, others] = split(choiceOf(props), (addOn) => addOn === "snapshot-controller");
    const snapshots = first.map((addOn) => create(addOn, before));
    this.addOns = [
      ...snapshots,
      ...others.map((addOn) => create(addOn, [...before, ...snapshots])),
    ];
    this.registerOutputs({ addOns: this.addOns.map(({ urn }) => urn) });
  }
}

function split<T>(all: readonly T[], test: (each: T) => boolean): readonly [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}

const usual: Readonly<Record<ComputeMode, readonly AddOnName[]>> = {
  standard: [
    "coredns",
    "aws-ebs-csi-driver",
    "snapshot-controller",
    "metrics-server",
    "eks-node-monitoring-agent",
  ],
  auto: ["snapshot-controller", "metrics-server"],
};

function choiceOf({ addOns, cluster }: AddOnsProps): readonly AddOnName[] {
  return addOns ?? usual[cluster.compute];
}

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkAddOns(name: string, props: AddOnsProps): readonly Finding[] {
  const say = sayOf("AddOns", name);
  const { cluster, versions = {}, tags = {} } = props;
  return [
    ...checkChoice(choiceOf(props), cluster.compute, say),
    ...checkAddOnVersions(versions, "versions", say),
    ...checkRights(props, say),
    ...checkTags(tags, say),
  ];
}

function checkRights(props: AddOnsProps, say: Say): readonly Finding[] {
  const { efsFileSystemArns = [], bucketArns = [] } = props;
  const drivers = [
    ["aws-efs-csi-driver", "efsFileSystemArns", efsFileSystemArns],
    ["aws-mountpoint-s3-csi-driver", "bucketArns", bucketArns],
  ] as const;
  return drivers
    .filter(([driver, , arns]) => choiceOf(props).includes(driver) && arns.length === 0)
    .map(([driver, field]) => {
      const message = `${driver} is installed, but no storage is named that it may use`;
      return say("DYN-AWS-029", [field], message, `Set ${field}, or leave the driver out.`);
    });
}

function valuesOf(addOn: AddOnName): Readonly<Record<string, unknown>> | undefined {
  // Nodes with GPUs are tainted, and theirs are the faults that the agent is for.
  if (addOn === "eks-node-monitoring-agent")
    return { nodeAgent: { tolerations: [{ operator: "Exists" }] } };
  return undefined;
}

/** The pods of an add-on that call AWS, and what they may do. */
export function identitiesOf(addOn: AddOnName, props: AddOnsProps): readonly AddOnIdentity[] {
  const { region } = props.cluster;
  const { efsFileSystemArns = [], bucketArns = [], keyArns = [] } = props;
  const fileSystems = { region, fileSystemArns: efsFileSystemArns };
  switch (addOn) {
    case "aws-ebs-csi-driver":
      return [
        {
          serviceAccount: "ebs-csi-controller-sa",
          statements: diskKeyUse(keyArns, region),
          managedPolicies: ["service-role/AmazonEBSCSIDriverPolicy"],
        },
      ];
    case "aws-efs-csi-driver":
      if (efsFileSystemArns.length === 0) return [];
      return [
        {
          serviceAccount: "efs-csi-controller-sa",
          statements: efsDriver(fileSystems),
          managedPolicies: [],
        },
        {
          serviceAccount: "efs-csi-node-sa",
          statements: efsMounts(fileSystems),
          managedPolicies: [],
        },
      ];
    case "aws-fsx-csi-driver":
      return [
        { serviceAccount: "fsx-csi-controller-sa", statements: fsxDriver(), managedPolicies: [] },
      ];
    case "aws-mountpoint-s3-csi-driver":
      if (bucketArns.length === 0) return [];
      return [
        {
          serviceAccount: "s3-csi-driver-sa",
          statements: mountpointDriver({ region, bucketArns, keyArns }),
          managedPolicies: [],
        },
      ];
    case "amazon-cloudwatch-observability":
      return [
        {
          serviceAccount: "cloudwatch-agent",
          statements: [],
          managedPolicies: ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"],
        },
      ];
    case "vpc-cni":
    case "kube-proxy":
    case "eks-pod-identity-agent":
    case "coredns":
    case "snapshot-controller":
    case "metrics-server":
    case "eks-node-monitoring-agent":
      return [];
  }
}
