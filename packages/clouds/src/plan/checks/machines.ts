// SPDX-License-Identifier: Apache-2.0
/** @module Machines of node groups: metadata service, taints, and how they are paid for. */
import { at, items, text } from "@dynamo-iac/constructs/api";
import { findMachine, type Machine } from "@dynamo-iac/constructs/facts";
import { unknownMark } from "../plan.js";
import { behind, byUrn, type CloudResource, type ResourceRule, type StackRule } from "./rule.js";

export const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";
const nodePoolType = "kubernetes:karpenter.sh/v1:NodePool";
const nodeClassType = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";

/** DYN-CLOUD-007 */
export const metadataVersionOne: ResourceRule = {
  code: "DYN-CLOUD-007",
  types: [templateType, "aws:ec2/instance:Instance", nodeClassType],
  *check({ type, inputs }) {
    const base = type === nodeClassType ? ["spec"] : [];
    const options = at(inputs, ...base, "metadataOptions");
    const tokens = at(options, "httpTokens");
    const off = at(options, "httpEndpoint") === "disabled";
    // A node class that says nothing asks for tokens.
    const fallback = type === nodeClassType ? "required" : "optional";
    if (off || options === unknownMark || tokens === unknownMark) return;
    if ((tokens ?? fallback) === "required") return;
    yield {
      code: "DYN-CLOUD-007",
      path: [...base, "metadataOptions", "httpTokens"],
      message: `the metadata service answers without a token: httpTokens is ${tokens === undefined ? "not set, which is optional" : String(tokens)}`,
      fix: "Set httpTokens to required, and httpPutResponseHopLimit to 1.",
    };
  },
};

/** DYN-CLOUD-008 */
export const gpuNodesTainted: ResourceRule = {
  code: "DYN-CLOUD-008",
  types: [nodeGroupType, nodePoolType],
  *check(resource) {
    const machine = machinesOf(resource).find(({ gpus }) => gpus > 0);
    if (machine === undefined) return;
    const isGroup = resource.type === nodeGroupType;
    const path = isGroup ? ["taints"] : ["spec", "template", "spec", "taints"];
    const taints = at(resource.inputs, ...path);
    if (taints === unknownMark) return;
    const keepsAway = items(taints).some((taint) =>
      ["NO_SCHEDULE", "NoSchedule", "NO_EXECUTE", "NoExecute"].includes(
        text(at(taint, "effect")) ?? "",
      ),
    );
    if (keepsAway) return;
    yield {
      code: "DYN-CLOUD-008",
      path,
      message: `nodes of ${machine.type} with ${machine.gpus} GPUs have no taint, so that any pod may keep one running`,
      fix: "Add the taint nvidia.com/gpu=true with the effect NoSchedule; GPU pods tolerate it.",
    };
  },
};

/** Known machine types of a node group or NodePool. */
export function machinesOf({ type, inputs }: CloudResource): readonly Machine[] {
  const types =
    type === nodeGroupType
      ? items(at(inputs, "instanceTypes"))
      : requirement(inputs, "node.kubernetes.io/instance-type");
  return types.flatMap((name) => (typeof name === "string" ? (findMachine(name) ?? []) : []));
}

/** The values that a NodePool requires of a label; none when it says nothing. */
export function requirement(inputs: unknown, key: string): readonly unknown[] {
  return items(at(inputs, "spec", "template", "spec", "requirements"))
    .filter((one) => at(one, "key") === key && at(one, "operator") === "In")
    .flatMap((one) => items(at(one, "values")));
}

/** DYN-CLOUD-009 */
export const fabricNeedsSteadyMachines: StackRule = {
  code: "DYN-CLOUD-009",
  *check(resources) {
    const all = byUrn(resources);
    for (const resource of resources) {
      const { type, inputs, urn } = resource;
      if (type !== nodeGroupType || at(inputs, "capacityType") !== "SPOT") continue;
      const template = behind(resource, "launchTemplate", templateType, all).find((one) =>
        items(at(one.inputs, "networkInterfaces")).some((card) =>
          (text(at(card, "interfaceType")) ?? "").startsWith("efa"),
        ),
      );
      if (template === undefined) continue;
      yield {
        urn,
        code: "DYN-CLOUD-009",
        path: ["capacityType"],
        message: `the machines have EFA (launch template ${template.name}) and are Spot: AWS takes one away at two minutes' notice, and every graph that spans it loses its KV cache`,
        fix: "Use ON_DEMAND, a capacity reservation or a capacity block; or leave EFA out.",
      };
    }
  },
};
