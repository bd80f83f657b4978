// SPDX-License-Identifier: Apache-2.0
/** @module The queue in which Karpenter hears that machines are about to go. */
import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { Tags } from "../../component-props.js";
import { resourcePolicy } from "../../identity/document.js";
import { named } from "../../tags.js";

/** Events that Karpenter understands. @see its getting-started guide (cloudformation.yaml) */
const events = {
  health: { source: "aws.health", type: "AWS Health Event" },
  spot: { source: "aws.ec2", type: "EC2 Spot Instance Interruption Warning" },
  rebalance: { source: "aws.ec2", type: "EC2 Instance Rebalance Recommendation" },
  state: { source: "aws.ec2", type: "EC2 Instance State-change Notification" },
  reservation: {
    source: "aws.ec2",
    type: "EC2 Capacity Reservation Instance Interruption Warning",
  },
} as const;

/** A warning comes two minutes ahead; one that is older is of no use to anybody. */
const retentionSeconds = 300;

/** Makes the queue and the rules that fill it. Nobody else can write into it, or without TLS. */
export function createInterruptionQueue(
  name: string,
  queueName: string,
  tags: Tags,
  child: CustomResourceOptions,
): Queue {
  const queue = new Queue(
    name,
    {
      name: queueName,
      messageRetentionSeconds: retentionSeconds,
      sqsManagedSseEnabled: true,
      tags: named(tags, queueName),
    },
    child,
  );
  const rules = Object.entries(events).map(([id, { source, type }]) => {
    const rule = new EventRule(
      `${name}-${id}`,
      {
        description: `${type} for the nodes of ${queueName}`,
        eventPattern: JSON.stringify({ source: [source], "detail-type": [type] }),
        tags: named(tags, `${name}-${id}`),
      },
      child,
    );
    new EventTarget(`${name}-${id}`, { rule: rule.name, arn: queue.arn }, child);
    return rule.arn;
  });
  new QueuePolicy(
    name,
    {
      queueUrl: queue.id,
      policy: resourcePolicy([
        {
          sid: "Events",
          principal: { Service: "events.amazonaws.com" },
          actions: ["sqs:SendMessage"],
          resources: [queue.arn],
          conditions: { ArnEquals: { "aws:SourceArn": rules } },
        },
        {
          sid: "OnlyTls",
          effect: "Deny",
          principal: "*",
          actions: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
          resources: [queue.arn],
          conditions: { Bool: { "aws:SecureTransport": "false" } },
        },
      ]),
    },
    child,
  );
  return queue;
}
