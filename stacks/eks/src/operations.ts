// SPDX-License-Identifier: Apache-2.0
/** @module What keeps the environment's data and its bill in bounds: backups, and a budget with alarms. */
import { BackupPlan, CostBudget } from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import type { Stores } from "./stores.js";

/** Makes what the configuration asks for. */
export function operations(
  { name, region, tags, storage, backup, budget }: Environment,
  { backedUp, keyArn }: Pick<Stores, "backedUp"> & { readonly keyArn: Input<string> },
  aws: ComponentResourceOptions,
): void {
  const { enabled, retentionDays, monthlyRetentionDays, copyRegion } = backup;
  if (enabled && Object.keys(backedUp).length > 0)
    new BackupPlan(
      `${name}-backup`,
      {
        region,
        resources: backedUp,
        keyArn,
        retentionDays,
        // 0 stands for none in the configuration, and is no lifetime of a backup.
        monthlyRetentionDays: monthlyRetentionDays === 0 ? undefined : monthlyRetentionDays,
        copyRegion,
        removal: storage.retain ? "retain" : "delete",
        tags,
      },
      aws,
    );
  if (budget !== undefined)
    new CostBudget(
      `${name}-budget`,
      { ...budget, costTag: { key: "Environment", value: name }, tags },
      aws,
    );
}
