// SPDX-License-Identifier: Apache-2.0
/** @module Rules about add-ons of EKS. */
import { type Finding, show } from "@dynamo-iac/constructs/facts";
import type { Say } from "../../component/index.js";
import type { ComputeMode } from "./props.js";
import type { AddOnName } from "./versions.js";

/** Add-ons that EKS Auto Mode brings itself; a second one fights with it. */
export const builtIntoAutoMode: readonly AddOnName[] = [
  "vpc-cni",
  "kube-proxy",
  "coredns",
  "eks-pod-identity-agent",
  "aws-ebs-csi-driver",
  "eks-node-monitoring-agent",
];

/** What is wrong with versions that somebody set; an unknown release of Kubernetes has none. */
export function checkAddOnVersions(
  versions: Readonly<Partial<Record<AddOnName, string>>>,
  field: string,
  say: Say,
): readonly Finding[] {
  return Object.entries(versions)
    .filter(
      ([, version]) => version !== undefined && !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version),
    )
    .map(([name, version]) => {
      const message = `must be a version of EKS such as v1.2.3-eksbuild.1, got ${show(version)}`;
      const fix = `Take one that aws eks describe-addon-versions --addon-name ${name} lists.`;
      return say("DYN-AWS-027", [field, name], message, fix);
    });
}

/** What is wrong with the choice of add-ons. */
export function checkChoice(
  addOns: readonly AddOnName[],
  compute: ComputeMode,
  say: Say,
): readonly Finding[] {
  const twice = addOns.filter((each, at) => addOns.indexOf(each) !== at);
  const found = twice.map((each) =>
    say("DYN-AWS-028", ["addOns"], `${show(each)} is named twice`, "Name each add-on once."),
  );
  if (compute !== "auto") return found;
  const doubled = addOns.filter((each) => builtIntoAutoMode.includes(each));
  if (doubled.length === 0) return found;
  const message = `EKS Auto Mode brings ${doubled.join(", ")} itself`;
  return [...found, say("DYN-AWS-028", ["addOns"], message, `Leave out ${doubled.join(", ")}.`)];
}
