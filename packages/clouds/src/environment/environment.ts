// SPDX-License-Identifier: Apache-2.0
/** @module The environment: the configuration with every default filled in, as plain data. */
import type { Waiver } from "@dynamo-iac/constructs/facts";
import { cloudFacts, type EnvironmentCloud } from "./clouds.js";
import { type Preset, presets } from "./presets.js";
import type { ParsedEnvironment } from "./schema.js";
import { type Backup, type Budget, resolveBackup } from "./sections/backup.js";
import { type Ingress, resolveIngress } from "./sections/ingress.js";
import { type Network, resolveNetwork } from "./sections/network.js";
import { type Nodes, resolveNodes } from "./sections/nodes.js";
import { type Observability, resolveObservability } from "./sections/observability.js";
import { type Platform, resolvePlatform } from "./sections/platform.js";
import { resolveSecurity, type Security } from "./sections/security.js";
import { resolveStorage, type Storage } from "./sections/storage.js";

/** One environment of one cloud. Holds no secret and nothing that only the cloud knows. */
export interface Environment {
  readonly cloud: EnvironmentCloud;
  /** Name of the cluster, and the beginning of all other names. */
  readonly name: string;
  /** Size, which sets the defaults. */
  readonly preset: Preset;
  readonly region: string;
  /** Tags of every resource; `Project`, `Environment` and `Preset` are always among them. */
  readonly tags: Readonly<Record<string, string>>;
  readonly network: Network;
  readonly nodes: Nodes;
  readonly storage: Storage;
  readonly platform: Platform;
  readonly observability: Observability;
  readonly security: Security;
  /** @default - none: the graphs are reached from inside the cluster */
  readonly ingress: Ingress | undefined;
  readonly backup: Backup;
  /** @default - none */
  readonly budget: Budget | undefined;
  /** Manifests to serve. @default - none: the stack's own graph is served */
  readonly graphs: readonly { readonly manifest: string }[];
  /** Findings that somebody accepted, with the reason. @default - none */
  readonly waive: readonly Waiver[];
}

/** Fills in what nobody set: explicit settings first, then the preset. */
export function resolveEnvironment(input: ParsedEnvironment, cloud: EnvironmentCloud): Environment {
  const { name, region, preset } = input;
  const facts = cloudFacts[cloud];
  const defaults = presets[preset];
  const network = resolveNetwork(input.network ?? {}, region, defaults.network, facts);
  const nodes = resolveNodes(input.nodes ?? {}, {
    preset,
    defaults: defaults.nodes,
    cloud: facts,
    zones: network.zones,
  });
  const firstZone = nodes.gpu[0]?.zones[0] ?? network.zones[0] ?? facts.zone(region, 0);
  const automatic = nodes.gpu.length > 0 && nodes.gpu.every((pool) => pool.provisioner === "auto");
  return {
    cloud,
    name,
    preset,
    region,
    tags: tagsOf(input),
    network,
    nodes,
    storage: resolveStorage(input.storage ?? {}, defaults.storage, firstZone),
    platform: resolvePlatform(input.platform ?? {}, defaults.platform, facts, automatic),
    observability: resolveObservability(input.observability ?? {}, defaults.observability),
    security: resolveSecurity(input.security ?? {}, defaults.security),
    ingress: input.ingress === undefined ? undefined : resolveIngress(input.ingress, network.cidr),
    backup: resolveBackup(input.backup ?? {}, defaults.backup),
    budget: input.budget,
    graphs: input.graphs ?? [],
    waive: input.waive ?? [],
  };
}

function tagsOf({ name, preset, tags }: ParsedEnvironment): Record<string, string> {
  const own = Object.entries(tags ?? {}).map(([key, value]) => [key, String(value)]);
  return { Project: "dynamo", Environment: name, Preset: preset, ...Object.fromEntries(own) };
}
