// SPDX-License-Identifier: Apache-2.0
/** @module Issuers and certificates of cert-manager for the webhooks, under the names of the chart. */
import type { RenderedObject } from "../rendered.js";
import { nameOf, platformLabels, webhookServiceName } from "./names.js";
import type { ResolvedPlatform } from "./resolve.js";
import type { CertManagerCertificates } from "./webhook-props.js";
import { servingCertificate } from "./webhooks.js";

/** Hours of validity when nothing is said: those of the chart. */
export const certificateHours = {
  certificate: { duration: 8760, renewBefore: 360 },
  authority: { duration: 87_600, renewBefore: 720 },
} as const;

/** Longest common name of a certificate is 64 bytes; the suffix takes eight. */
const longestName = 56;

/** What cert-manager is asked for; nothing when certificates come from elsewhere. */
export function renderWebhookCertificates(platform: ResolvedPlatform): readonly RenderedObject[] {
  const { certificates } = platform.webhooks;
  if (certificates.kind !== "cert-manager") return [];
  const serving = servingOf(platform, certificates);
  return certificates.issuer === undefined
    ? [...authority(platform, certificates), serving]
    : [serving];
}

/** An authority for these webhooks alone. */
function authority(
  platform: ResolvedPlatform,
  certificates: CertManagerCertificates,
): readonly RenderedObject[] {
  const { duration, renewBefore } = certificateHours.authority;
  const secretName = nameOf(platform, "root-ca-secret");
  return [
    issuer(platform, "selfsigned-issuer", { selfSigned: {} }),
    certificate(platform, nameOf(platform, "root-ca"), {
      isCA: true,
      commonName: `${nameOf(platform).slice(0, longestName)}-root-ca`,
      secretName,
      duration: `${certificates.authorityDurationHours ?? duration}h`,
      renewBefore: `${certificates.authorityRenewBeforeHours ?? renewBefore}h`,
      privateKey: { algorithm: "RSA", size: 4096 },
      issuerRef: { name: nameOf(platform, "selfsigned-issuer"), kind: "Issuer" },
    }),
    issuer(platform, "ca-issuer", { ca: { secretName } }),
  ];
}

function servingOf(
  platform: ResolvedPlatform,
  certificates: CertManagerCertificates,
): RenderedObject {
  const { duration, renewBefore } = certificateHours.certificate;
  const service = webhookServiceName(platform);
  const { issuer: given } = certificates;
  return certificate(platform, servingCertificate(platform), {
    secretName: platform.webhooks.secretName,
    commonName: `${nameOf(platform).slice(0, longestName)}-webhook`,
    duration: `${certificates.durationHours ?? duration}h`,
    renewBefore: `${certificates.renewBeforeHours ?? renewBefore}h`,
    dnsNames: [
      service,
      `${service}.${platform.namespace}.svc`,
      `${service}.${platform.namespace}.svc.${platform.clusterDomain}`,
    ],
    issuerRef:
      given === undefined
        ? { name: nameOf(platform, "ca-issuer"), kind: "Issuer" }
        : { name: given.name, kind: given.kind ?? "Issuer", group: "cert-manager.io" },
  });
}

function issuer(platform: ResolvedPlatform, suffix: string, spec: object): RenderedObject {
  return object(platform, "Issuer", nameOf(platform, suffix), spec);
}

function certificate(platform: ResolvedPlatform, name: string, spec: object): RenderedObject {
  return object(platform, "Certificate", name, spec);
}

function object(
  platform: ResolvedPlatform,
  kind: "Issuer" | "Certificate",
  name: string,
  spec: object,
): RenderedObject {
  const { namespace } = platform;
  return {
    apiVersion: "cert-manager.io/v1",
    kind,
    metadata: { name, namespace, labels: platformLabels(platform, "webhook") },
    spec,
  };
}
