// SPDX-License-Identifier: Apache-2.0
/**
 * @module The admission webhooks of the operator.
 *
 * @see deploy/helm/charts/platform/components/operator (webhook configuration)
 */
import type { RenderedObject } from "../rendered.js";
import { nameOf, platformLabels, webhookServiceName } from "./names.js";
import type { ResolvedPlatform } from "./resolve.js";

/** A webhook as the operator serves it. */
interface Webhook {
  readonly name: string;
  readonly path: string;
  readonly apiVersion: "v1alpha1" | "v1beta1";
  readonly resource: string;
  /** @default "Equivalent" */
  readonly matchPolicy?: "Exact";
}

const validating: readonly Webhook[] = [
  {
    name: "vdynamocomponentdeployment.kb.io",
    path: "/validate-nvidia-com-v1alpha1-dynamocomponentdeployment",
    apiVersion: "v1alpha1",
    resource: "dynamocomponentdeployments",
  },
  {
    name: "vdynamographdeployment.kb.io",
    path: "/validate/nvidia.com/v1beta1/dynamographdeployments",
    apiVersion: "v1beta1",
    resource: "dynamographdeployments",
  },
  {
    name: "vdynamocheckpoint.kb.io",
    path: "/validate-nvidia-com-v1alpha1-dynamocheckpoint",
    apiVersion: "v1alpha1",
    resource: "dynamocheckpoints",
  },
  {
    name: "vdynamomodel.kb.io",
    path: "/validate-nvidia-com-v1alpha1-dynamomodel",
    apiVersion: "v1alpha1",
    resource: "dynamomodels",
  },
  {
    name: "vdynamographdeploymentrequest.kb.io",
    path: "/validate-nvidia-com-v1beta1-dynamographdeploymentrequest",
    apiVersion: "v1beta1",
    resource: "dynamographdeploymentrequests",
  },
];

const mutating: readonly Webhook[] = [
  {
    name: "mdynamographdeployment.kb.io",
    path: "/mutate/nvidia.com/v1beta1/dynamographdeployments",
    apiVersion: "v1beta1",
    resource: "dynamographdeployments",
  },
  {
    name: "mdynamocomponentdeploymentv1beta1.kb.io",
    path: "/mutate-nvidia-com-v1beta1-dynamocomponentdeployment",
    apiVersion: "v1beta1",
    resource: "dynamocomponentdeployments",
    matchPolicy: "Exact",
  },
  {
    name: "mdynamographdeploymentrequestv1beta1.kb.io",
    path: "/mutate-nvidia-com-v1beta1-dynamographdeploymentrequest",
    apiVersion: "v1beta1",
    resource: "dynamographdeploymentrequests",
  },
];

/** Both webhook configurations. */
export function renderWebhooks(platform: ResolvedPlatform): readonly RenderedObject[] {
  const fail = { failurePolicy: platform.webhooks.failurePolicy };
  return [
    configuration(
      platform,
      "Validating",
      validating.map((each) => ({ ...webhookOf(platform, each), ...fail })),
    ),
    configuration(platform, "Mutating", [
      ...mutating.map((each) => ({ ...webhookOf(platform, each), ...fail })),
      checkpointRestore(platform),
    ]),
  ];
}

function configuration(
  platform: ResolvedPlatform,
  kind: "Validating" | "Mutating",
  webhooks: readonly object[],
): RenderedObject {
  const { namespace, restriction, webhooks: settings } = platform;
  const name = nameOf(platform, kind.toLowerCase());
  const injected = settings.certificates.kind === "cert-manager";
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: `${kind}WebhookConfiguration`,
    metadata: {
      name: restriction === undefined ? name : `${name}-${namespace}`,
      namespace: undefined,
      // By these labels the operator finds the configurations into which it writes its authority.
      labels: {
        ...platformLabels(platform, "webhook"),
        "nvidia.com/dynamo-operator-namespace": namespace,
      },
      annotations: injected
        ? { "cert-manager.io/inject-ca-from": `${namespace}/${servingCertificate(platform)}` }
        : undefined,
    },
    webhooks,
  };
}

/** Name of cert-manager's certificate of the webhooks. */
export function servingCertificate(platform: ResolvedPlatform): string {
  return nameOf(platform, "serving-cert");
}

function webhookOf(platform: ResolvedPlatform, webhook: Webhook): object {
  const { name, path, apiVersion, resource, matchPolicy } = webhook;
  return {
    name,
    ...common(platform, path),
    matchPolicy,
    rules: [
      {
        apiGroups: ["nvidia.com"],
        apiVersions: [apiVersion],
        operations: ["CREATE", "UPDATE"],
        resources: [resource],
      },
    ],
  };
}

/** Sees every pod that is made, and changes those that are restored from a checkpoint. */
function checkpointRestore(platform: ResolvedPlatform): object {
  return {
    name: "mpodcheckpointrestore.kb.io",
    ...common(platform, "/mutate-core-v1-pod-checkpoint-restore"),
    failurePolicy: platform.webhooks.podCheckpointRestoreFailurePolicy,
    rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] }],
  };
}

function common(platform: ResolvedPlatform, path: string): object {
  const { namespace, restriction, webhooks } = platform;
  const { certificates, timeoutSeconds } = webhooks;
  const target = restriction?.targetNamespace;
  return {
    admissionReviewVersions: ["v1"],
    clientConfig: {
      // Otherwise left out, not empty: whoever writes it at run time keeps it.
      caBundle: certificates.kind === "secret" ? certificates.caBundle : undefined,
      service: { name: webhookServiceName(platform), namespace, path, port: 443 },
    },
    namespaceSelector:
      target === undefined ? undefined : { matchLabels: { "kubernetes.io/metadata.name": target } },
    sideEffects: "None",
    timeoutSeconds,
  };
}
