// SPDX-License-Identifier: Apache-2.0
/** @module Values below `dynamo-operator.dynamo`: what the operator does for graphs. */
import { z } from "zod";
import { textOrNull, texts, triState } from "./field.js";

/** `dynamo-operator.dynamo.*` */
export const dynamoValues = z.strictObject({
  /** @default "4h" */
  groveTerminationDelay: z.string().optional(),
  components: z
    .strictObject({
      serviceAccount: z.strictObject({ annotations: texts.optional() }).optional(),
    })
    .optional(),
  dockerRegistry: z
    .strictObject({
      useKubernetesSecret: z.boolean().optional(),
      server: textOrNull.optional(),
      username: textOrNull.optional(),
      /** A secret in clear text: name an existing Secret instead. */
      password: textOrNull.optional(),
      existingSecretName: textOrNull.optional(),
      /** Read by nothing. */
      secure: z.boolean().optional(),
    })
    .optional(),
  ingress: z
    .strictObject({
      enabled: z.boolean().optional(),
      className: textOrNull.optional(),
      /** @default "my-tls-secret" */
      tlsSecretName: textOrNull.optional(),
    })
    .optional(),
  istio: z
    .strictObject({ enabled: z.boolean().optional(), gateway: textOrNull.optional() })
    .optional(),
  ingressHostSuffix: z.string().optional(),
  /** Read by nothing. */
  virtualServiceSupportsHTTPS: z.boolean().optional(),
  serviceMesh: z
    .strictObject({
      /** Null looks whether the API is there. @default false */
      enabled: triState.optional(),
      provider: z.literal("istio").optional(),
      istio: z
        .strictObject({
          tlsMode: z.enum(["DISABLE", "SIMPLE", "ISTIO_MUTUAL", "MUTUAL"]).optional(),
          insecureSkipVerify: z.boolean().optional(),
          clientCertificate: z.string().optional(),
          privateKey: z.string().optional(),
          caCertificates: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  metrics: z
    .strictObject({
      prometheusEndpoint: z.string().optional(),
      podMonitors: z
        .strictObject({
          /** Null looks whether the API is there. @default null */
          enabled: triState.optional(),
          nixlTelemetry: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
  mpiRun: z.strictObject({ secretName: z.string().min(1).optional() }).optional(),
});
