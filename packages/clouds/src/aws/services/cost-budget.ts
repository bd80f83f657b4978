// SPDX-License-Identifier: Apache-2.0
/** @module A monthly budget of one environment with alerts, and alerts when it suddenly costs more. */

import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { Budget } from "@pulumi/aws/budgets";
import { AnomalyMonitor, AnomalySubscription } from "@pulumi/aws/costexplorer";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import type { AwsComponentProps } from "../component-props.js";
import { checkTags, named } from "../tags.js";

/** Settings of the budget. */
export interface CostBudgetProps extends AwsComponentProps {
  /** USD a month. */
  readonly monthlyUsd: number;
  /** Who is told. */
  readonly emails: readonly string[];
  /**
   * Tag by which costs are told apart; it has to be activated as a cost allocation tag in the
   * payer's account, and counts from then on.
   */
  readonly costTag: { readonly key: string; readonly value: string };
}

/** Parts of the budget at which people are told what was spent, percent. */
const thresholds = [50, 80, 100];

/**
 * Alerts at 50, 80 and 100 percent spent, when the forecast passes 100 percent, and when a day costs
 * more than a tenth of the budget above what was expected. Nothing is switched off.
 */
export class CostBudget extends ComponentResource {
  readonly budgetName: Output<string>;

  constructor(name: string, props: CostBudgetProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkCostBudget(name, props), props.waive);
    super("dynamo-iac:aws:CostBudget", name, {}, opts);
    announce(this, findings);

    const { monthlyUsd, emails, costTag, tags = {} } = props;
    const child = { parent: this };
    const people = { comparisonOperator: "GREATER_THAN", subscriberEmailAddresses: [...emails] };
    const percent = (threshold: number, notificationType: "ACTUAL" | "FORECASTED") => ({
      ...people,
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
    });
    const budget = new Budget(
      name,
      {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        limitAmount: String(monthlyUsd),
        limitUnit: "USD",
        costFilters: [{ name: "TagKeyValue", values: [`user:${costTag.key}$${costTag.value}`] }],
        notifications: [
          ...thresholds.map((threshold) => percent(threshold, "ACTUAL")),
          percent(100, "FORECASTED"),
        ],
        tags: named(tags, name),
      },
      child,
    );
    this.#watchAnomalies(name, props);
    this.budgetName = budget.name;
    this.registerOutputs({ budgetName: this.budgetName });
  }

  #watchAnomalies(name: string, { monthlyUsd, emails, costTag, tags = {} }: CostBudgetProps): void {
    const monitor = new AnomalyMonitor(
      name,
      {
        monitorType: "CUSTOM",
        monitorSpecification: JSON.stringify({
          And: null,
          CostCategories: null,
          Dimensions: null,
          Not: null,
          Or: null,
          Tags: { Key: `user:${costTag.key}`, MatchOptions: null, Values: [costTag.value] },
        }),
        tags: named(tags, name),
      },
      { parent: this },
    );
    new AnomalySubscription(
      name,
      {
        frequency: "DAILY",
        monitorArnLists: [monitor.arn],
        subscribers: emails.map((address) => ({ type: "EMAIL", address })),
        thresholdExpression: {
          dimension: {
            key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
            matchOptions: ["GREATER_THAN_OR_EQUAL"],
            values: [String(Math.max(1, Math.round(monthlyUsd / 10)))],
          },
        },
        tags: named(tags, name),
      },
      { parent: this },
    );
  }
}

/** What would be no budget. */
export function checkCostBudget(name: string, props: CostBudgetProps): readonly Finding[] {
  const say = sayOf("CostBudget", name);
  const found = [...checkTags(props.tags ?? {}, say)];
  if (!(props.monthlyUsd > 0))
    found.push(
      say(
        "DYN-AWS-205",
        ["monthlyUsd"],
        `must be above 0, got ${show(props.monthlyUsd)}`,
        "Set monthlyUsd to what the environment may cost.",
      ),
    );
  // AWS Budgets takes ten addresses for each alert.
  if (props.emails.length === 0 || props.emails.length > 10)
    found.push(
      say(
        "DYN-AWS-205",
        ["emails"],
        `must name 1 to 10 people, names ${props.emails.length}`,
        "Name a mailing list.",
      ),
    );
  return found;
}
