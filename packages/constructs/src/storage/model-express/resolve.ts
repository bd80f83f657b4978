// SPDX-License-Identifier: Apache-2.0
/** @module Every default of a ModelExpress server. */
import type { ResourceRequirements } from "../../api/index.js";
import { imageRegistry } from "../../facts/index.js";
import type { SecretKey } from "../../platform/index.js";
import type { ModelExpressProps } from "./props.js";

/** The server's image. @see ai-dynamo/modelexpress, release 0.5.0 */
export const modelExpressImage = `${imageRegistry}/modelexpress-server:0.5.0`;

/** Ports of the server: gRPC for workers, HTTP for metrics. */
export const modelExpressPorts = { grpc: 8001, metrics: 9401 } as const;

/** A server with everything said; its volume is resolved apart. */
export interface ResolvedModelExpress {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly clusterDomain: string;
  readonly claimName: string;
  readonly metadata: "kubernetes" | { readonly redisUrl: string | SecretKey };
  readonly replicas: number;
  readonly token: SecretKey | undefined;
  readonly image: string;
  readonly resources: ResourceRequirements;
  readonly props: ModelExpressProps;
}

/** Resolves the props; `id` and `namespace` are the construct's and the chart's. */
export function resolveModelExpress(
  id: string,
  namespace: string | undefined,
  props: ModelExpressProps,
): ResolvedModelExpress {
  const { token, name = id } = props;
  return {
    name,
    namespace: props.namespace ?? namespace,
    clusterDomain: props.clusterDomain ?? "cluster.local",
    claimName: `${name}-models`,
    metadata: props.metadata ?? "kubernetes",
    replicas: props.replicas ?? 1,
    token: typeof token === "string" ? { name: token, key: "HF_TOKEN" } : token,
    image: props.image ?? modelExpressImage,
    resources: props.resources ?? {
      requests: { cpu: "1", memory: "2Gi", "ephemeral-storage": "1Gi" },
      limits: { cpu: "4", memory: "8Gi", "ephemeral-storage": "1Gi" },
    },
    props,
  };
}

/** Address that workers and the operator are given. */
export function modelExpressUrl({ name, namespace, clusterDomain }: ResolvedModelExpress): string {
  const host = namespace === undefined ? name : `${name}.${namespace}.svc.${clusterDomain}`;
  return `http://${host}:${modelExpressPorts.grpc}`;
}
