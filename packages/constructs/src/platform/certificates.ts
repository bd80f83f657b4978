// SPDX-License-Identifier: Apache-2.0
/** @module Certificates from cert-manager: an authority of its own for a set of servers, or one that exists. */
import type { RenderedObject } from "./rendered.js";
import { metadataOf } from "./server-objects.js";
import type { ServerSet } from "./server-props.js";

/** An issuer of cert-manager. */
export interface IssuerReference {
  /** Name of the issuer. */
  readonly name: string;
  /** `Issuer` is looked for in the namespace of the servers. @default "Issuer" */
  readonly kind?: "Issuer" | "ClusterIssuer" | undefined;
}

/** One certificate; its Secret has the keys `ca.crt`, `tls.crt` and `tls.key`. */
export interface CertificateRequest {
  /** Name of the Secret. */
  readonly secretName: string;
  readonly commonName: string;
  readonly dnsNames?: readonly string[] | undefined;
  readonly usages: readonly ("server auth" | "client auth")[];
  /** Hours until it expires. @default 2160, ninety days */
  readonly hours?: number | undefined;
}

/** Where certificates come from. */
export type CertificateSource =
  | { readonly kind: "own-authority" }
  | { readonly kind: "issuer"; readonly issuer: IssuerReference }
  | { readonly kind: "secrets" };

const tenYears = 87_600;
const ninetyDays = 2160;

/** The issuers and certificates for some requests; nothing when the Secrets exist already. */
export function renderCertificates(
  set: ServerSet,
  source: CertificateSource,
  requests: readonly CertificateRequest[],
): readonly RenderedObject[] {
  switch (source.kind) {
    case "secrets":
      return [];
    case "issuer":
      return requests.map((request) => renderCertificate(set, request, source.issuer));
    case "own-authority": {
      const authority = { name: `${set.name}-ca` };
      return [
        ...renderAuthority(set),
        ...requests.map((request) => renderCertificate(set, request, authority)),
      ];
    }
  }
}

/** A self-signed root that signs for these servers alone, so its signature means: one of us. */
function renderAuthority(set: ServerSet): readonly RenderedObject[] {
  const root: CertificateRequest = {
    secretName: `${set.name}-ca`,
    commonName: `${set.name}-ca`,
    usages: [],
    hours: tenYears,
  };
  const certificate = renderCertificate(set, root, { name: `${set.name}-self-signed` });
  return [
    issuer(set, "self-signed", { selfSigned: {} }),
    {
      ...certificate,
      spec: { ...certificate.spec, isCA: true, usages: ["cert sign", "crl sign"] },
    },
    issuer(set, "ca", { ca: { secretName: root.secretName } }),
  ];
}

function issuer(set: ServerSet, suffix: string, spec: object): RenderedObject {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Issuer",
    metadata: metadataOf(set, suffix),
    spec,
  };
}

function renderCertificate(
  set: ServerSet,
  request: CertificateRequest,
  { name, kind }: IssuerReference,
): RenderedObject {
  const hours = request.hours ?? ninetyDays;
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { ...metadataOf(set), name: request.secretName },
    spec: {
      secretName: request.secretName,
      commonName: request.commonName,
      dnsNames: request.dnsNames,
      usages: ["digital signature", ...request.usages],
      duration: `${hours}h`,
      // A third of its life is left when it is replaced.
      renewBefore: `${hours / 3}h`,
      privateKey: { algorithm: "ECDSA", size: 256, encoding: "PKCS8", rotationPolicy: "Always" },
      issuerRef: { name, kind: kind ?? "Issuer", group: "cert-manager.io" },
    },
  };
}
