// SPDX-License-Identifier: Apache-2.0
/** @module What a node does when it starts: joins its local disks for images and ephemeral storage. */
import type { NodeOs } from "../props.js";

/** @see awslabs/amazon-eks-ami: nodeadm, API v1alpha1, localStorage */
const nodeConfig = `apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  instance:
    localStorage:
      strategy: RAID0
`;

/** @see bottlerocket-os/bottlerocket: settings.bootstrap-commands, apiclient ephemeral-storage */
const bottlerocketSettings = `[settings.bootstrap-commands.k8s-ephemeral-storage]
commands = [
  ["apiclient", "ephemeral-storage", "init"],
  ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"]
]
essential = true
mode = "always"
`;

const boundary = "dynamo";

/** User data that EKS merges with its own: text that is encoded with base64. */
export function localDiskUserData(os: NodeOs): string {
  if (os === "bottlerocket") return bottlerocketSettings;
  return [
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: application/node.eks.aws",
    "",
    nodeConfig,
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
