// SPDX-License-Identifier: Apache-2.0
/** @module Quotas of AWS that a plan needs at its maximum: new accounts have 0 of the GPU ones. */
import type { Pool } from "@dynamo-iac/constructs/estimate";
import type { Plan } from "../plan.js";

/** What a plan needs of one quota, in its region. */
export interface QuotaNeed {
  /** Name as Service Quotas shows it. */
  readonly quota: string;
  readonly service: string;
  /** Code for `aws service-quotas get-service-quota`. */
  readonly code: string;
  readonly needed: number;
  readonly unit: "vCPU" | "pieces";
  /** What it is for. */
  readonly by: readonly string[];
}

interface QuotaRow {
  readonly quota: string;
  readonly service: string;
  readonly code: string;
}

const ec2 = (quota: string, code: string): QuotaRow => ({ quota, service: "ec2", code });

/**
 * EC2 counts vCPUs by family and by how they are paid for; capacity blocks are not counted.
 *
 * @see Service Quotas of Amazon EC2; the codes are public and stable, but not part of any API contract
 */
const families: readonly {
  readonly pattern: RegExp;
  readonly onDemand: QuotaRow;
  readonly spot: QuotaRow;
}[] = [
  {
    pattern: /^p5/,
    onDemand: ec2("Running On-Demand P instances", "L-417A185B"),
    spot: ec2("All P5 Spot Instance Requests", "L-C4BD4855"),
  },
  {
    pattern: /^p\d/,
    onDemand: ec2("Running On-Demand P instances", "L-417A185B"),
    spot: ec2("All P4, P3 and P2 Spot Instance Requests", "L-7212CCBC"),
  },
  {
    pattern: /^(g|vt)\d/,
    onDemand: ec2("Running On-Demand G and VT instances", "L-DB2E81BA"),
    spot: ec2("All G and VT Spot Instance Requests", "L-3819A6DF"),
  },
  {
    pattern: /^[acdhimrtz]\d/,
    onDemand: ec2("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", "L-1216C47A"),
    spot: ec2("All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", "L-34B43A08"),
  },
];

/** Quotas that count resources of the plan. */
const pieces: Readonly<Record<string, QuotaRow>> = {
  "aws:ec2/eip:Eip": ec2("EC2-VPC Elastic IPs", "L-0263D0A3"),
  "aws:ec2/vpc:Vpc": { quota: "VPCs per Region", service: "vpc", code: "L-F678F1CE" },
  "aws:eks/cluster:Cluster": { quota: "Clusters", service: "eks", code: "L-1194D53C" },
};

/** The needs of a plan, sorted by name. */
export function quotasOf(plan: Plan, pools: readonly Pool[]): readonly QuotaNeed[] {
  const needs = new Map<string, QuotaNeed>();
  const add = (row: QuotaRow, needed: number, unit: QuotaNeed["unit"], by: string) => {
    const before = needs.get(row.code);
    needs.set(row.code, {
      ...row,
      unit,
      needed: (before?.needed ?? 0) + needed,
      by: [...(before?.by ?? []), by],
    });
  };
  for (const { name, machine, max, capacity = "on-demand" } of pools) {
    if (machine.cloud !== "aws" || capacity === "capacity-block") continue;
    const family = families.find(({ pattern }) => pattern.test(machine.type));
    const row = capacity === "spot" ? family?.spot : family?.onDemand;
    if (row !== undefined && max > 0)
      add(row, max * machine.vcpu, "vCPU", `${name}: ${max} × ${machine.type}`);
  }
  for (const { type, name } of plan.resources) {
    const row = pieces[type];
    if (row !== undefined) add(row, 1, "pieces", name);
  }
  return [...needs.values()].sort((a, b) => (a.quota < b.quota ? -1 : 1));
}
