// SPDX-License-Identifier: Apache-2.0
/** @module Rules about nodes that Karpenter or Auto Mode makes. */
import { type Finding, isDnsLabel, isDnsSubdomain, show } from "@dynamo-iac/constructs/facts";
import { type Say, sayOf } from "../../../component/index.js";
import type { ComputeMode } from "../../cluster/props.js";
import { checkArn } from "../../ids.js";
import { checkTags } from "../../tags.js";
import { checkCompute } from "../node-checks.js";
import type { ElasticNodesProps, KarpenterProps } from "../props.js";
import { nodeRoleName } from "./discovery.js";

/** Characters of the name of a role. */
const longestRole = 64;

/** Everything that is wrong with what Karpenter needs. */
export function checkKarpenter(name: string, props: KarpenterProps): readonly Finding[] {
  const say = sayOf("Karpenter", name);
  const { namespace = "karpenter", serviceAccount = "karpenter" } = props;
  return [
    ...checkElastic(props, "standard", say),
    ...(isDnsLabel(namespace) ? [] : [unusable("namespace", namespace, say)]),
    ...(isDnsSubdomain(serviceAccount) ? [] : [unusable("serviceAccount", serviceAccount, say)]),
  ];
}

/** Everything that is wrong with nodes of Auto Mode. */
export function checkAutoModeNodes(name: string, props: ElasticNodesProps): readonly Finding[] {
  return checkElastic(props, "auto", sayOf("AutoModeNodes", name));
}

function checkElastic(
  props: ElasticNodesProps,
  compute: ComputeMode,
  say: Say,
): readonly Finding[] {
  const { cluster, keyArn, tags = {} } = props;
  return [
    ...checkCompute(cluster.compute, compute, say),
    ...checkRoleName(nodeRoleName(cluster), say),
    ...checkArn(keyArn, "kms", ["keyArn"], say),
    ...checkTags(tags, say),
  ];
}

function checkRoleName(role: string, say: Say): Finding[] {
  if (role.length <= longestRole) return [];
  const message = `the role of the nodes, ${role}, would have ${role.length} characters of ${longestRole}`;
  const fix = `Give the cluster a name of at most ${longestRole - nodeRoleName({ name: "" }).length} characters.`;
  return [say("DYN-AWS-012", ["cluster", "name"], message, fix)];
}

function unusable(field: string, value: string, say: Say): Finding {
  const message = `must be a name of Kubernetes: lower-case letters, digits and inner hyphens, got ${show(value)}`;
  return say("DYN-AWS-042", [field], message, `Set ${field} to the one of the chart.`);
}
