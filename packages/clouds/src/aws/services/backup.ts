// SPDX-License-Identifier: Apache-2.0
/** @module Backups of file systems by AWS Backup: every day, every month in cold storage, with a copy in another region. */

import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { Plan, Selection, Vault } from "@pulumi/aws/backup";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  type Output,
} from "@pulumi/pulumi";
import { accept, announce, type Say, sayOf } from "../../component/index.js";
import { type AwsComponentProps, kept, type Removal } from "../component-props.js";
import { trustPolicy } from "../identity/document.js";
import { createRole } from "../identity/role.js";
import { checkRegion, isRegion } from "../region.js";
import { checkTags, named } from "../tags.js";

/** Settings of the backups. */
export interface BackupPlanProps extends AwsComponentProps {
  readonly region: string;
  /** ARNs of what is backed up, by a name of one's own: file systems, volumes. */
  readonly resources: Readonly<Record<string, Input<string>>>;
  /** ARN of the KMS key of the vault. */
  readonly keyArn: Input<string>;
  /** How long daily backups are kept. @default 35 */
  readonly retentionDays?: number | undefined;
  /** How long monthly backups are kept, 120 or more; the first 30 days warm. @default - no monthly backups */
  readonly monthlyRetentionDays?: number | undefined;
  /** Another region that keeps copies, under the key of AWS Backup there. @default - no copies */
  readonly copyRegion?: string | undefined;
  /** What happens to the backups when the component leaves the program. @default "retain" */
  readonly removal?: Removal | undefined;
}

/** Days in warm storage before monthly backups move, and the least that they stay in cold storage. */
const warmDays = 30;
const coldDays = 90;

/** A vault and a plan. Restoring is described in the guide of the stack. */
export class BackupPlan extends ComponentResource {
  readonly vaultName: Output<string>;
  readonly planId: Output<string>;

  constructor(name: string, props: BackupPlanProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkBackupPlan(name, props), props.waive);
    super("dynamo-iac:aws:BackupPlan", name, {}, opts);
    announce(this, findings);

    const { tags = {}, removal = "retain", region, copyRegion } = props;
    const child = { parent: this };
    const options = { ...child, ...kept(removal) };
    const vault = new Vault(
      name,
      { kmsKeyArn: props.keyArn, forceDestroy: removal === "delete", tags: named(tags, name) },
      options,
    );
    const copy =
      copyRegion === undefined ? undefined : createCopyVault(name, copyRegion, props, options);
    const plan = new Plan(
      name,
      { rules: rulesOf(props, vault.name, copy?.arn), tags: named(tags, name) },
      child,
    );
    const { role, policies } = createRole(
      name,
      region,
      {
        description: `Backups of ${name}`,
        trust: trustPolicy("backup.amazonaws.com"),
        statements: [],
        managedPolicies: [
          "service-role/AWSBackupServiceRolePolicyForBackup",
          "service-role/AWSBackupServiceRolePolicyForRestores",
        ],
        tags,
      },
      child,
    );
    new Selection(
      name,
      { planId: plan.id, iamRoleArn: role.arn, resources: Object.values(props.resources) },
      { ...child, dependsOn: [...policies] },
    );
    this.vaultName = vault.name;
    this.planId = plan.id;
    this.registerOutputs({ vaultName: this.vaultName, planId: this.planId });
  }
}

function createCopyVault(
  name: string,
  region: string,
  { tags = {}, removal = "retain" }: BackupPlanProps,
  options: CustomResourceOptions,
): Vault {
  return new Vault(
    `${name}-copy`,
    {
      region,
      forceDestroy: removal === "delete",
      tags: named(tags, `${name}-copy`),
    },
    options,
  );
}

function rulesOf(
  props: BackupPlanProps,
  vault: Output<string>,
  copyVaultArn: Output<string> | undefined,
) {
  const copies = (deleteAfter: number, coldStorageAfter?: number) =>
    copyVaultArn === undefined
      ? {}
      : {
          copyActions: [
            {
              destinationVaultArn: copyVaultArn,
              lifecycle: {
                deleteAfter,
                ...(coldStorageAfter === undefined ? {} : { coldStorageAfter }),
              },
            },
          ],
        };
  const { retentionDays = 35, monthlyRetentionDays } = props;
  const daily = {
    ruleName: "daily",
    targetVaultName: vault,
    schedule: "cron(0 3 * * ? *)",
    startWindow: 60,
    completionWindow: 480,
    lifecycle: { deleteAfter: retentionDays },
    ...copies(retentionDays),
  };
  if (monthlyRetentionDays === undefined) return [daily];
  const monthly = {
    ...daily,
    ruleName: "monthly",
    schedule: "cron(0 4 1 * ? *)",
    lifecycle: { coldStorageAfter: warmDays, deleteAfter: monthlyRetentionDays },
    ...copies(monthlyRetentionDays, warmDays),
  };
  return [daily, monthly];
}

/** What AWS Backup would refuse, and what would be no backup. */
export function checkBackupPlan(name: string, props: BackupPlanProps): readonly Finding[] {
  const say = sayOf("BackupPlan", name);
  return [
    ...checkRegion(props.region, say),
    ...checkTags(props.tags ?? {}, say),
    ...checkResources(props, say),
    ...checkMonthly(props, say),
    ...checkCopy(props, say),
  ];
}

function checkResources({ resources }: BackupPlanProps, say: Say): Finding[] {
  if (Object.keys(resources).length > 0) return [];
  const message = "names nothing, and AWS Backup refuses a selection of nothing";
  return [say("DYN-AWS-209", ["resources"], message, "Name a file system or a volume by its ARN.")];
}

function checkMonthly({ monthlyRetentionDays: days }: BackupPlanProps, say: Say): Finding[] {
  if (days === undefined || days >= warmDays + coldDays) return [];
  return [
    say(
      "DYN-AWS-203",
      ["monthlyRetentionDays"],
      `must be at least ${warmDays + coldDays}, ${warmDays} days warm and ${coldDays} cold, got ${days}`,
      `Set monthlyRetentionDays to ${warmDays + coldDays}, or leave it out.`,
    ),
  ];
}

function checkCopy({ region, copyRegion }: BackupPlanProps, say: Say): Finding[] {
  if (copyRegion === undefined || (copyRegion !== region && isRegion(copyRegion))) return [];
  const message =
    copyRegion === region
      ? `${show(copyRegion)} is the region of the vault itself`
      : `must be a region of AWS, got ${show(copyRegion)}`;
  return [say("DYN-AWS-204", ["copyRegion"], message, "Name another region, or leave it out.")];
}
