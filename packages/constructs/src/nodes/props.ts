// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of a pool of GPU nodes, whoever makes the nodes. */
import type { Taint } from "../estimate/index.js";
import type { Capacity, Machine, Quantity, Waiver } from "../facts/index.js";
import type { Fabric } from "../graph/index.js";

/** Who installs the NVIDIA driver: the cloud's node image, or NVIDIA's GPU Operator. Never both. */
export type DriverOwner = "provider" | "gpu-operator";

/** Huge pages of 2 MiB. */
export interface Hugepages {
  /** Reserved on each node. */
  readonly perNode: Quantity;
  /** Taken by each worker that uses the fabric. */
  readonly perWorker: Quantity;
}

/** Settings that every pool has. */
export interface GpuNodePoolProps {
  /** Name of the pool and of the objects that make it; a DNS label. @default - the construct id */
  readonly name?: string | undefined;
  /**
   * The machine type, from the catalogue or with numbers of one's own.
   *
   * @example aws.p5_48xlarge
   */
  readonly machine: Machine;
  /**
   * Zones where the machines may stand. RDMA never crosses a zone: name one for such a pool.
   *
   * @default - the provisioner decides; graphs keep their pods in one zone by affinity
   */
  readonly zones?: readonly string[] | undefined;
  /** How the machines are paid for. @default "on-demand" */
  readonly capacity?: Capacity | undefined;
  /** Machines that always run. Only a pool that exists, or one with min equal to max, can keep any. @default 0 */
  readonly min?: number | undefined;
  /** Machines that may run at the same time: the limit of the bill. */
  readonly max: number;
  /** Labels of the nodes, besides those that provisioner and cloud set. @default - none */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Taints of the nodes, in place of the usual one. @default - `nvidia.com/gpu`, with the value of the cloud */
  readonly taints?: readonly Taint[] | undefined;
  /**
   * Network of the workers that hand KV cache over or span nodes; false for none.
   *
   * @default - what the machine has: EFA with GPUDirect, InfiniBand (`rdma/shared_ib`), RoCE; else none
   */
  readonly fabric?: Fabric | false | undefined;
  /**
   * What the local disks are for: `images-and-cache` joins them (RAID 0, encrypted by the hardware)
   * under container images and pods' ephemeral storage; `none` leaves them alone.
   *
   * @default "images-and-cache"
   */
  readonly localDisks?: "images-and-cache" | "none" | undefined;
  /** Disk of the node besides its local ones, GiB. @default - 100 with local disks for images, else 300; 512 on AKS */
  readonly diskGiB?: number | undefined;
  /** Who installs the NVIDIA driver. @default "provider" */
  readonly driverOwner?: DriverOwner | undefined;
  /** Huge pages for the fabric's buffers. @default - none */
  readonly hugepages?: Hugepages | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** When Karpenter may take nodes away. */
export interface DisruptionProps {
  /**
   * Time after which an empty node goes, or one that is not used enough.
   *
   * @default "5m"
   */
  readonly consolidateAfter?: string | undefined;
  /**
   * `WhenEmpty` never moves a running worker.
   *
   * @default "WhenEmpty"
   */
  readonly consolidationPolicy?: "WhenEmpty" | "WhenEmptyOrUnderutilized" | undefined;
  /**
   * Age at which a node is replaced, such as `720h`, or `Never`. Expiry does not ask budgets.
   *
   * @default - `Never` with a fabric, because one node takes the KV transfers of all others with it; else `720h`
   */
  readonly expireAfter?: string | undefined;
  /** How long a node that has to go waits for its pods. @default "48h" */
  readonly terminationGracePeriod?: string | undefined;
  /** Nodes that may be replaced at a time because image or settings changed. @default - "0" with a fabric, else "10%" */
  readonly drift?: string | undefined;
}

/** Settings of pools that Karpenter makes, on whatever cloud. */
export interface KarpenterPoolProps extends GpuNodePoolProps {
  /** When nodes may be taken away. @default - only when empty */
  readonly disruption?: DisruptionProps | undefined;
  /** Precedence over other NodePools that fit a pod, 1 to 100; higher wins. @default - none */
  readonly weight?: number | undefined;
}

/** Tags that select things of the cloud; `*` stands for any value. */
export type Tags = Readonly<Record<string, string>>;

/** A reservation of capacity: by its id, or by its tags. */
export type Reservation =
  | { readonly ids: readonly string[]; readonly tags?: undefined }
  | { readonly tags: Tags; readonly ids?: undefined };

/** Where nodes of AWS come from. */
interface AwsNodeProps {
  /**
   * Name of the EKS cluster. Subnets, security groups and reservations are found by the tag
   * `karpenter.sh/discovery` with this value, the role is `KarpenterNodeRole-<cluster>`.
   *
   * @see Karpenter's getting-started guide, which creates them so
   */
  readonly cluster: string;
  /** IAM role of the nodes. @default - `KarpenterNodeRole-<cluster>` */
  readonly role?: string | undefined;
  /** Tags of the subnets. @default - `karpenter.sh/discovery: <cluster>` */
  readonly subnetTags?: Tags | undefined;
  /** Tags of the security groups; with EFA one of them admits itself, in and out. @default - `karpenter.sh/discovery: <cluster>` */
  readonly securityGroupTags?: Tags | undefined;
  /** The reservation or capacity block to take machines from. @default - by tag `karpenter.sh/discovery: <cluster>` */
  readonly reservation?: Reservation | undefined;
  /** Tags of the instances and disks. @default - none */
  readonly tags?: Tags | undefined;
}

/** Where an image comes from that is not Amazon's. */
export interface CustomAmi {
  /** How the image is started. */
  readonly family: "AL2023" | "Bottlerocket";
  /** Id of the image. */
  readonly id: string;
}

/** A network interface of the instance. */
export interface NetworkInterface {
  readonly networkCardIndex: number;
  readonly deviceIndex: number;
  readonly interfaceType: "interface" | "efa-only";
}

/** A pool that Karpenter makes on AWS (1.11 or newer). */
export interface KarpenterProps extends KarpenterPoolProps, AwsNodeProps {
  /**
   * Image of the nodes: an alias such as `al2023@v20260709`, or an image of one's own. Amazon's images
   * bring the NVIDIA driver. A version makes nodes alike until somebody changes it.
   *
   * @default "al2023@latest"
   */
  readonly ami?: string | CustomAmi | undefined;
  /** Name of a cluster placement group, which puts the machines close together. @default - none */
  readonly placementGroup?: string | undefined;
  /**
   * Interfaces in place of those that Karpenter makes for pods that ask for EFA (Karpenter 1.14);
   * `efa-only` ones take no IP address. The first is an `interface` with both indexes 0.
   *
   * @default - Karpenter attaches every EFA interface of the machine
   */
  readonly networkInterfaces?: readonly NetworkInterface[] | undefined;
  /** KMS key of the disks. @default - the account's key for EBS */
  readonly kmsKeyId?: string | undefined;
}

/** A pool that EKS Auto Mode makes. */
export interface EksAutoModeProps extends Omit<KarpenterPoolProps, "hugepages">, AwsNodeProps {}

/** A pool that AKS node auto-provisioning makes. */
export interface AksProps extends Omit<KarpenterPoolProps, "hugepages"> {
  /** Operating system. InfiniBand and the driver of Azure Managed Lustre need Ubuntu. @default "Ubuntu2204" */
  readonly imageFamily?: "Ubuntu2204" | "AzureLinux" | undefined;
  /** Resource id of the subnet of the nodes. @default - the cluster's */
  readonly vnetSubnetId?: string | undefined;
  /** Tags of the machines. @default - none */
  readonly tags?: Tags | undefined;
}

/** A reservation of Compute Engine. */
export interface GkeReservation {
  readonly name: string;
  /** Project that owns it. @default - the cluster's */
  readonly project?: string | undefined;
}

/** A pool that GKE makes for a ComputeClass (node pool auto-creation). */
export interface GkeProps extends GpuNodePoolProps {
  /** Version of the NVIDIA driver that GKE installs. @default "latest" */
  readonly driverVersion?: "default" | "latest" | undefined;
  /** Reservations to take machines from, with capacity `reserved`. @default - none, which is an error then */
  readonly reservations?: readonly GkeReservation[] | undefined;
  /** Type of the boot disk. @default - hyperdisk-balanced where the machine attaches nothing else, else pd-balanced */
  readonly bootDiskType?: "pd-balanced" | "pd-ssd" | "hyperdisk-balanced" | undefined;
  /** Resource policy for compact placement. @default - none */
  readonly placementPolicy?: string | undefined;
  /** Seconds that a queued machine runs at most; up to 7 days. @default 604800 */
  readonly maxRunSeconds?: number | undefined;
  /** Seconds before that time at which a new machine is asked for. @default 3600 */
  readonly recyclingLeadSeconds?: number | undefined;
  /** Google service account of the nodes. @default - the project's default for nodes */
  readonly serviceAccount?: string | undefined;
}

/** A pool that exists: a managed node group, an AKS agent pool, a GKE node pool, machines of one's own. */
export interface ExistingProps extends GpuNodePoolProps {
  /**
   * Labels by which pods choose the nodes of the pool.
   *
   * @default - `labels`; without any, the machine type
   */
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined;
  /** Annotations of pods that keep their node. @default - none */
  readonly podAnnotations?: Readonly<Record<string, string>> | undefined;
}
