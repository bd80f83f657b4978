// SPDX-License-Identifier: Apache-2.0
/** @module What a stack tells: what one needs next, and nothing secret in clear text. */
import type { ServingEntry } from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { type Input, interpolate, type Output, output, secret } from "@pulumi/pulumi";
import type { Foundation } from "./foundation.js";
import type { Services } from "./services.js";
import type { Stores } from "./stores.js";

/** Outputs of the stack. */
export interface Outputs {
  readonly clusterName: Input<string>;
  /** Secret. It holds no credentials: those come from the AWS CLI when it is used. */
  readonly kubeconfig: Output<string>;
  readonly modelBucket: Output<string> | undefined;
  readonly fileSystemId: Input<string>;
  /** Where images are, by the registry that they come from, or by the name of their build. */
  readonly registryMirrors: Readonly<Record<string, Output<string>>>;
  /** Address of the API for clients; inside of the cluster only without an entry. */
  readonly serviceUrl: string | undefined;
  /** How to reach Grafana. */
  readonly grafana: string | undefined;
  /** What is left to do by hand, in order. */
  readonly nextSteps: Output<string>;
}

/** Gathers them. */
export function outputsOf(
  { region, security, platform }: Environment,
  made: Foundation &
    Stores &
    Services & {
      readonly mirrors: Readonly<Record<string, Output<string>>>;
      readonly entry: ServingEntry | undefined;
    },
): Outputs {
  const { cluster, newSecretName } = made;
  const name = cluster.clusterName;
  const fill =
    newSecretName === undefined || security.literalSecrets
      ? output("")
      : interpolate`aws secretsmanager put-secret-value --region ${region} --secret-id ${newSecretName} --secret-string "$HF_TOKEN"\n`;
  return {
    clusterName: name,
    kubeconfig: secret(cluster.kubeconfig),
    modelBucket: made.bucket?.bucketName,
    fileSystemId: made.files.fileSystemId,
    registryMirrors: made.mirrors,
    serviceUrl: made.entry?.url,
    grafana:
      made.observability.prometheusUrl === undefined
        ? undefined
        : `kubectl -n ${made.observability.namespace} port-forward service/prometheus-grafana 3000:80`,
    nextSteps: interpolate`${fill}aws eks update-kubeconfig --region ${region} --name ${name}
kubectl -n ${platform.graphNamespace} get dynamographdeployments,pods
`,
  };
}
