// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the operator's webhooks and their certificates. */
import type { IssuerReference } from "../certificates.js";

/** What the API server does with a request while no webhook answers. */
export type FailurePolicy = "Fail" | "Ignore";

/** The operator makes its certificates: an authority for ten years, a certificate for one, renewed 90 days ahead. */
export interface SelfManagedCertificates {
  readonly kind: "self-managed";
}

/** cert-manager makes the certificates and writes the authority into the webhook configurations. */
export interface CertManagerCertificates {
  readonly kind: "cert-manager";
  /**
   * An issuer that exists. Native objects only: the chart always makes an authority of its own.
   *
   * @default - an authority of its own
   */
  readonly issuer?: IssuerReference | undefined;
  /** Hours for which the certificate is valid. @default 8760 */
  readonly durationHours?: number | undefined;
  /** Hours before its end when it is replaced. @default 360 */
  readonly renewBeforeHours?: number | undefined;
  /** Hours for which the authority is valid. @default 87600 */
  readonly authorityDurationHours?: number | undefined;
  /** Hours before its end when the authority is replaced. @default 720 */
  readonly authorityRenewBeforeHours?: number | undefined;
}

/** Somebody else makes the Secret, with `tls.crt`, `tls.key` and `ca.crt`. */
export interface SecretCertificates {
  readonly kind: "secret";
  /** The authority's certificate, PEM in base64: what the API server checks the webhooks' certificate with. It is no secret. */
  readonly caBundle: string;
}

/** Where the certificates of the webhooks come from. */
export type WebhookCertificates =
  | SelfManagedCertificates
  | CertManagerCertificates
  | SecretCertificates;

/** Webhooks. */
export interface WebhookProps {
  /** Where their certificates come from. @default { kind: "self-managed" } */
  readonly certificates?: WebhookCertificates | undefined;
  /** Name of the Secret with the certificate. @default "webhook-server-cert" */
  readonly secretName?: string | undefined;
  /** For objects of `nvidia.com`. `Ignore` lets unchecked objects in while the operator is away. @default "Fail" */
  readonly failurePolicy?: FailurePolicy | undefined;
  /**
   * For every pod of the cluster. `Fail` stops all of them while the operator is away, its own included,
   * and with self-managed certificates a first install cannot come up.
   *
   * @default "Ignore"
   */
  readonly podCheckpointRestoreFailurePolicy?: FailurePolicy | undefined;
  /** Seconds that the API server waits, 1 to 30. @default 10 */
  readonly timeoutSeconds?: number | undefined;
}
