// SPDX-License-Identifier: Apache-2.0
/** @module How programs reach a cluster: a kubeconfig whose credentials are made when it is used. */
import { Provider } from "@pulumi/kubernetes/provider";
import {
  type CustomResourceOptions,
  type Input,
  jsonStringify,
  type Output,
  secret,
} from "@pulumi/pulumi";

/** Where a cluster is, and as whom to go there. */
export interface ClusterAddress {
  readonly region: string;
  readonly clusterName: Input<string>;
  readonly endpoint: Input<string>;
  /** Certificate of its authority, in base64. */
  readonly certificateAuthority: Input<string>;
  readonly adminRoleArn: Input<string> | undefined;
  readonly profile: string | undefined;
}

/** The kubeconfig as JSON: a secret, although it holds no credential, because it shows the way in. */
export function kubeconfigOf(address: ClusterAddress): Output<string> {
  const { region, clusterName, endpoint, certificateAuthority, adminRoleArn, profile } = address;
  const role = adminRoleArn === undefined ? [] : ["--role-arn", adminRoleArn];
  const args = ["--region", region, "eks", "get-token", "--cluster-name", clusterName, ...role];
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "aws",
    args: [...args, "--output", "json"],
    interactiveMode: "IfAvailable",
    ...(profile === undefined ? {} : { env: [{ name: "AWS_PROFILE", value: profile }] }),
  };
  return secret(
    jsonStringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [
        {
          name: clusterName,
          cluster: { server: endpoint, "certificate-authority-data": certificateAuthority },
        },
      ],
      contexts: [{ name: clusterName, context: { cluster: clusterName, user: clusterName } }],
      "current-context": clusterName,
      users: [{ name: clusterName, user: { exec } }],
    }),
  );
}

/** The provider for everything inside of the cluster; changes are applied on the server. */
export function createProvider(
  name: string,
  kubeconfig: Output<string>,
  child: CustomResourceOptions,
): Provider {
  return new Provider(name, { kubeconfig, enableServerSideApply: true }, child);
}
