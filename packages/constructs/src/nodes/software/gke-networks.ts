// SPDX-License-Identifier: Apache-2.0
/** @module The networks of GKE pods on machines with RoCE: one object pair per interface. */
import { Construct } from "constructs";
import {
  applyWaivers,
  type Finding,
  finding,
  type Machine,
  type Waiver,
} from "../../facts/index.js";
import { addFindings, KubeObject, type Manifest } from "../../graph/index.js";

/** A subnet that an interface of the nodes is in. */
export interface GkeSubnet {
  /** Name of the VPC. */
  readonly vpc: string;
  /** Name of the subnet in it. */
  readonly subnet: string;
}

/** The networks of one kind of machine. */
export interface GkeRdmaNetworksProps {
  /** The machine, which says how many RDMA interfaces there are. */
  readonly machine: Machine;
  /** VPC of the RDMA interfaces, with the network profile of its zone. */
  readonly vpc: string;
  /** Its subnets, the first for `rdma-0`; as many as the machine has RDMA interfaces. */
  readonly subnets: readonly string[];
  /** Subnet of the second host interface, `gvnic-1`. @default - no such network */
  readonly host?: GkeSubnet | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

interface NetworkManifest extends Manifest {
  readonly spec: Readonly<Record<string, unknown>>;
}

/**
 * `Network` and `GKENetworkParamSet` objects `rdma-0` to `rdma-n`, which workers on RoCE join by these
 * names. The cluster needs multi-networking from its creation.
 *
 * @see https://cloud.google.com/kubernetes-engine (GPUDirect RDMA on A3 Ultra and A4)
 */
export class GkeRdmaNetworks extends Construct {
  readonly objects: readonly KubeObject[];

  readonly #findings: readonly Finding[];

  constructor(scope: Construct, id: string, props: GkeRdmaNetworksProps) {
    super(scope, id);
    this.#findings = applyWaivers(checkNetworks(props), props.waive ?? []);
    this.objects = renderNetworks(props).map(
      (object) => new KubeObject(this, `${object.kind}-${object.metadata?.name ?? ""}`, object),
    );
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return this.#findings;
  }
}

function renderNetworks({ vpc, subnets, host }: GkeRdmaNetworksProps): readonly NetworkManifest[] {
  return [
    ...(host === undefined ? [] : pair("gvnic-1", host, "NetDevice")),
    ...subnets.flatMap((subnet, at) => pair(`rdma-${at}`, { vpc, subnet }, "RDMA")),
  ];
}

function pair(
  name: string,
  { vpc, subnet }: GkeSubnet,
  deviceMode: "NetDevice" | "RDMA",
): readonly NetworkManifest[] {
  const apiVersion = "networking.gke.io/v1";
  const parametersRef = { group: "networking.gke.io", kind: "GKENetworkParamSet", name };
  return [
    {
      apiVersion,
      kind: "GKENetworkParamSet",
      metadata: { name },
      spec: { vpc, vpcSubnet: subnet, deviceMode },
    },
    { apiVersion, kind: "Network", metadata: { name }, spec: { type: "Device", parametersRef } },
  ];
}

/** DYN-NODE-021 */
function checkNetworks({ machine, subnets }: GkeRdmaNetworksProps): readonly Finding[] {
  const interfaces = machine.rdma.startsWith("roce-") ? machine.rdmaCount : 0;
  if (subnets.length === interfaces) return [];
  const message = `${machine.type} has ${interfaces} RDMA interfaces, and there are ${subnets.length} subnets`;
  const fix =
    interfaces === 0
      ? "Leave the networks out, or choose a machine with RoCE."
      : `Give ${interfaces} subnets, one for each interface.`;
  return [
    finding("DYN-NODE-021", { object: "GkeRdmaNetworks/rdma", path: ["subnets"] }, message, fix),
  ];
}
