// SPDX-License-Identifier: Apache-2.0
/** @module How clients reach the graphs: a name, a certificate, a load balancer. */
import { z } from "zod";
import { cidr, field, form, whole } from "../field.js";

const domain = (words: string, example: string) =>
  form(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, words, example);

export const ingressSchemes = ["internal", "internet-facing"] as const;

export const ingressSchema = z
  .strictObject({
    host: domain("a host name such as llm.example.com", "llm.example.com"),
    hostedZone: domain("the name of a DNS zone such as example.com", "example.com").optional(),
    certificate: field(
      z.string().min(1),
      "the id of a certificate",
      "arn:aws:acm:us-east-1:111122223333:certificate/0123",
    ).optional(),
    scheme: z.enum(ingressSchemes).meta({ example: "internal" }).optional(),
    allowedCidrs: z.array(cidr()).optional(),
    idleTimeoutSeconds: whole(1, 4000, 3600).optional(),
  })
  .meta({ example: { host: "llm.example.com", hostedZone: "example.com" } });

/** The way in, with every default filled in. */
export interface Ingress {
  /** Host name that clients use. */
  readonly host: string;
  /** DNS zone where the name and the proof for the certificate are written. @default - DNS is somebody else's */
  readonly hostedZone: string | undefined;
  /** Certificate to use. @default - a new one for `host`, which needs `hostedZone` */
  readonly certificate: string | undefined;
  /** Whether the load balancer has public addresses. @default "internal" */
  readonly scheme: (typeof ingressSchemes)[number];
  /** Networks that may connect. @default - the environment's own network */
  readonly allowedCidrs: readonly string[];
  /** How long a stream may be silent, seconds; long prefills send nothing. @default 3600 */
  readonly idleTimeoutSeconds: number;
}

/** Fills in what nobody set. */
export function resolveIngress(
  input: z.output<typeof ingressSchema>,
  networkCidr: string,
): Ingress {
  const scheme = input.scheme ?? "internal";
  return {
    host: input.host,
    hostedZone: input.hostedZone,
    certificate: input.certificate,
    scheme,
    allowedCidrs: input.allowedCidrs ?? (scheme === "internal" ? [networkCidr] : []),
    idleTimeoutSeconds: input.idleTimeoutSeconds ?? 3600,
  };
}
