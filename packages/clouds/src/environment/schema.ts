// SPDX-License-Identifier: Apache-2.0
/** @module The configuration of an environment as it is written: strict, with a default for almost everything. */
import { codes, type FindingCode } from "@dynamo-iac/constructs/facts";
import { z } from "zod";
import type { EnvironmentCloud } from "./clouds.js";
import { cloudFacts } from "./clouds.js";
import { dnsLabel, field } from "./field.js";
import { presetNames } from "./presets.js";
import { backupSchema, budgetSchema } from "./sections/backup.js";
import { ingressSchema } from "./sections/ingress.js";
import { networkSchema } from "./sections/network.js";
import { nodesSchema } from "./sections/nodes.js";
import { observabilitySchema } from "./sections/observability.js";
import { platformSchema } from "./sections/platform.js";
import { securitySchema } from "./sections/security.js";
import { storageSchema } from "./sections/storage.js";

/** A graph that the environment serves. */
const graphSchema = z.strictObject({
  manifest: field(
    z.string().min(1),
    "the path of a YAML file, from the folder of the stack",
    "graphs/qwen3.yaml",
  ),
});

const waiverSchema = z.strictObject({
  code: field(
    z.enum(Object.keys(codes) as [FindingCode, ...FindingCode[]]),
    "a code of docs/errors.md",
    "DYN-STACK-011",
  ),
  path: z.string().optional(),
  reason: field(z.string().min(1), "the reason, for reviewers", "accepted until the move in May"),
});

/** Everything that can be configured. */
export const environmentSchema = z.strictObject({
  name: dnsLabel("dynamo-prod"),
  preset: z.enum(presetNames).meta({ example: "production" }),
  region: field(z.string().min(1), "the name of a region", "us-east-1"),
  tags: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
  network: networkSchema.optional(),
  nodes: nodesSchema.optional(),
  storage: storageSchema.optional(),
  platform: platformSchema.optional(),
  observability: observabilitySchema.optional(),
  security: securitySchema.optional(),
  ingress: ingressSchema.optional(),
  backup: backupSchema.optional(),
  budget: budgetSchema.optional(),
  graphs: z.array(graphSchema.meta({ example: { manifest: "graphs/qwen3.yaml" } })).optional(),
  waive: z
    .array(
      waiverSchema.meta({
        example: { code: "DYN-STACK-011", reason: "accepted until the move in May" },
      }),
    )
    .optional(),
});

/** The configuration as it is written. */
export type EnvironmentInput = z.input<typeof environmentSchema>;

/** The configuration as it was read: only its form is known to be right. */
export type ParsedEnvironment = z.output<typeof environmentSchema>;

/** Keys of Pulumi's configuration that hold secrets: their values are never part of the environment. */
export const secretKeys = ["huggingFaceToken"] as const;

/** What stands in for a required setting that is missing, so that the rest can be judged. */
export function placeholders(cloud: EnvironmentCloud): EnvironmentInput {
  return { name: "dynamo", preset: "dev", region: cloudFacts[cloud].region };
}
