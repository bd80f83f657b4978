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
  /** Where data is; Lustre and the bucket only where the configuration has them. */
  readonly storage: {
    readonly fileSystemId: Input<string>;
    readonly lustreId?: Input<string> | undefined;
    readonly modelBucket?: Input<string> | undefined;
  };
  /** Where images are, by the registry that they come from, or by the name of their build. */
  readonly registryMirrors: Readonly<Record<string, Output<string>>>;
  /** Address of the API for clients; without an entry that inside of the cluster. */
  readonly serviceUrl: string;
  /** How to reach Grafana. */
  readonly grafana: string;
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
      readonly service: string | undefined;
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
    storage: {
      fileSystemId: made.files.fileSystemId,
      ...(made.lustre === undefined ? {} : { lustreId: made.lustre.fileSystemId }),
      ...(made.bucket === undefined ? {} : { modelBucket: made.bucket.bucketName }),
    },
    registryMirrors: made.mirrors,
    serviceUrl:
      made.entry?.url ??
      (made.service === undefined
        ? "none: no graph has a frontend"
        : `http://${made.service}.${platform.graphNamespace}.svc.cluster.local:8000/v1`),
    grafana:
      made.observability.prometheusUrl === undefined
        ? "none: observability.metrics.enabled is false"
        : `kubectl -n ${made.observability.namespace} port-forward service/prometheus-grafana 3000:80`,
    nextSteps: interpolate`${fill}aws eks update-kubeconfig --region ${region} --name ${name}
kubectl -n ${platform.graphNamespace} get dynamographdeployments,pods
`,
  };
}
