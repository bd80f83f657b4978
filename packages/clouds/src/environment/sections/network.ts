// SPDX-License-Identifier: Apache-2.0
/** @module The network of an environment: its zones, its ways out, and who may reach the Kubernetes API. */
import { z } from "zod";
import type { CloudFacts } from "../clouds.js";
import { cidr, field, flag, form, whole } from "../field.js";
import type { PresetDefaults } from "../presets.js";

export const natGateways = ["single", "per-zone"] as const;

export const networkSchema = z.strictObject({
  cidr: cidr("10.42.0.0/16").optional(),
  zones: z.array(form(/^[a-z0-9-]+$/, "the name of a zone", "us-east-1a")).optional(),
  natGateways: field(z.enum(natGateways), "single or per-zone", "per-zone").optional(),
  privateEndpoints: flag(true).optional(),
  flowLogRetentionDays: whole(0, 3653, 90).optional(),
  apiCidrs: z.array(cidr()).optional(),
  existing: z
    .strictObject({
      id: field(z.string().min(1), "the id of the network", "vpc-0123456789abcdef0"),
      privateSubnetIds: field(
        z.array(field(z.string().min(1), "the id of a subnet", "subnet-0123456789abcdef0")),
        "a list of the ids of subnets, one per zone",
        ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
      ),
      publicSubnetIds: z
        .array(field(z.string().min(1), "the id of a subnet", "subnet-0123456789abcdef1"))
        .optional(),
    })
    .meta({
      example: {
        id: "vpc-0123456789abcdef0",
        privateSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
      },
    })
    .optional(),
});

/** A network that somebody else made. */
export interface ExistingNetwork {
  readonly id: string;
  /** Where nodes and volumes go; one per zone, in the order of `zones`. */
  readonly privateSubnetIds: readonly string[];
  /** Where load balancers that face the internet go. Empty: there are none. */
  readonly publicSubnetIds: readonly string[];
}

/** The network, with every default filled in. */
export interface Network {
  /** Addresses of nodes and pods. @default "10.42.0.0/16" */
  readonly cidr: string;
  /** Zones with a private subnet each. @default - the first two (dev, test) or three of the region */
  readonly zones: readonly string[];
  /** One way out for all zones, or one per zone. @default "single", in production "per-zone" */
  readonly natGateways: (typeof natGateways)[number];
  /** Private ways to the cloud's own services; costs per endpoint and zone. @default true in production */
  readonly privateEndpoints: boolean;
  /** How long flow logs are kept, days; 0 for no flow logs. @default 7, 30 or 90 by preset */
  readonly flowLogRetentionDays: number;
  /** Networks on the internet from which the Kubernetes API can be reached. @default - none: only from inside */
  readonly apiCidrs: readonly string[];
  /** A network to use in place of a new one. @default - a new one */
  readonly existing: ExistingNetwork | undefined;
}

/** Fills in what nobody set. */
export function resolveNetwork(
  input: z.output<typeof networkSchema>,
  region: string,
  preset: PresetDefaults["network"],
  cloud: CloudFacts,
): Network {
  const { existing } = input;
  return {
    cidr: input.cidr ?? "10.42.0.0/16",
    zones:
      input.zones ?? Array.from({ length: preset.zones }, (_, index) => cloud.zone(region, index)),
    natGateways: input.natGateways ?? preset.natGateways,
    privateEndpoints: input.privateEndpoints ?? preset.privateEndpoints,
    flowLogRetentionDays: input.flowLogRetentionDays ?? preset.flowLogRetentionDays,
    apiCidrs: input.apiCidrs ?? [],
    existing:
      existing === undefined
        ? undefined
        : { ...existing, publicSubnetIds: existing.publicSubnetIds ?? [] },
  };
}
