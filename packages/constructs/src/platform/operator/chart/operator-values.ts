// SPDX-License-Identifier: Apache-2.0
/**
 * @module Values below `dynamo-operator` of chart dynamo-platform 1.4.0.
 *
 * @see deploy/helm/charts/platform/components/operator/values.yaml
 */
import { z } from "zod";
import { dynamoValues } from "./dynamo-values.js";
import { objects, open, references, textOrNull, texts, triState } from "./field.js";

const duration = z.string();
const failurePolicy = z.enum(["Fail", "Ignore"]);

const controllerManager = z.strictObject({
  /** Pods of the operator; the chart replaces all of them at once. @default 1 */
  replicas: z.int().min(1).optional(),
  tolerations: objects.optional(),
  affinity: open.optional(),
  podLabels: texts.optional(),
  podAnnotations: texts.optional(),
  serviceAccount: z.strictObject({ annotations: texts.optional() }).optional(),
  leaderElection: z
    .strictObject({
      /** @default - `dynamo.nvidia.com`; any other is refused */
      id: z.string().optional(),
      /** @default - `kube-system` */
      namespace: z.string().optional(),
    })
    .optional(),
  manager: z
    .strictObject({
      image: z
        .strictObject({
          repository: z.string().optional(),
          /** @default - the version of the chart */
          tag: z.string().optional(),
          pullPolicy: z.enum(["Always", "IfNotPresent", "Never"]).optional(),
        })
        .optional(),
      resources: open.optional(),
      containerSecurityContext: open.optional(),
      /** Read by nothing since 1.0. */
      args: z.array(z.string()).optional(),
    })
    .optional(),
});

const webhook = z.strictObject({
  certificateSecret: z
    .strictObject({
      /** @default "webhook-server-cert" */
      name: z.string().optional(),
      /** True when somebody else makes the Secret. @default false */
      external: z.boolean().optional(),
    })
    .optional(),
  /** PEM in base64; for an external Secret only. */
  caBundle: z.string().optional(),
  failurePolicy: failurePolicy.optional(),
  podCheckpointRestoreFailurePolicy: failurePolicy.optional(),
  /** @default 10 */
  timeoutSeconds: z.int().optional(),
  /** Has to stay empty. */
  namespaceSelector: open.optional(),
  certManager: z
    .strictObject({
      enabled: z.boolean().optional(),
      certificate: z
        .strictObject({
          duration: duration.optional(),
          renewBefore: duration.optional(),
          rootCA: z
            .strictObject({ duration: duration.optional(), renewBefore: duration.optional() })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

const checkpoint = z.strictObject({
  enabled: z.boolean().optional(),
  cleanupImage: z.string().optional(),
  seccomp: z
    .strictObject({ disabled: z.boolean().optional(), profile: z.string().optional() })
    .optional(),
  storage: z
    .strictObject({
      /** Nothing but `pvc` was ever implemented. */
      type: z.literal("pvc").optional(),
      pvc: z
        .strictObject({
          pvcName: z.string().optional(),
          basePath: z.string().optional(),
          create: z.boolean().optional(),
          size: z.string().optional(),
          storageClassName: z.string().optional(),
          accessMode: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});

/** `dynamo-operator.*` */
export const operatorValues = z.strictObject({
  enabled: z.boolean().optional(),
  /** The operator's image writes its CRDs. @default true */
  upgradeCRD: z.boolean().optional(),
  env: z.array(z.looseObject({ name: z.string() })).optional(),
  /** `nats://host:4222`; comes before the address of a bundled NATS. */
  natsAddr: z.string().optional(),
  /** `host:port`, or with http:// or https://; comes before the address of a bundled etcd. */
  etcdAddr: z.string().optional(),
  modelExpressURL: z.string().optional(),
  namespaceRestriction: z
    .strictObject({
      enabled: z.boolean().optional(),
      targetNamespace: textOrNull.optional(),
      lease: z
        .strictObject({ duration: duration.optional(), renewInterval: duration.optional() })
        .optional(),
    })
    .optional(),
  gpuDiscovery: z.strictObject({ enabled: z.boolean().optional() }).optional(),
  discoveryBackend: z.enum(["kubernetes", "etcd"]).optional(),
  controllerManager: controllerManager.optional(),
  imagePullSecrets: references.optional(),
  dynamo: dynamoValues.optional(),
  webhook: webhook.optional(),
  checkpoint: checkpoint.optional(),
  featureGates: z.strictObject({ gmsSnapshot: z.boolean().optional() }).optional(),
  /** @default "cluster.local" */
  kubernetesClusterDomain: z.string().optional(),
  metricsService: z
    .strictObject({
      /** True: Service and ServiceMonitor; false: neither; null: Service, and the monitor if its API is there. @default null */
      enabled: triState.optional(),
      type: z.string().optional(),
      ports: objects.optional(),
    })
    .optional(),
  nameOverride: z.string().optional(),
  fullnameOverride: z.string().optional(),
});
