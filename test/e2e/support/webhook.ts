// SPDX-License-Identifier: Apache-2.0
/** @module Stands in for the operator's admission webhooks: allows everything, and remembers what it was asked. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { CertificateAuthority } from "./certificate-authority.js";

/** A running webhook. */
export interface Webhook {
  /** Without a path. */
  readonly url: string;
  /** Base64 of the certificate authority, as a `caBundle` has it. */
  readonly caBundle: string;
  /** `/path: CREATE Kind name` of every review. */
  readonly reviews: string[];
  /** Ends it. */
  stop(): Promise<void>;
}

interface Review {
  readonly request: {
    readonly uid: string;
    readonly operation: string;
    readonly kind: { readonly kind: string };
    readonly name: string;
  };
}

/** Starts one on a free port of loopback, with a certificate of its own authority. */
export async function startWebhook(): Promise<Webhook> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-webhook-"));
  const authority = await CertificateAuthority.create(folder);
  const signed = await authority.sign("webhook", ["server auth"]);
  rmSync(folder, { recursive: true });
  const reviews: string[] = [];
  const server = createServer(
    { cert: signed["tls.crt"], key: signed["tls.key"] },
    async (message, response) => {
      const { request } = (await json(message)) as Review;
      const path = message.url?.split("?")[0];
      reviews.push(`${path}: ${request.operation} ${request.kind.kind} ${request.name}`);
      const answer = { uid: request.uid, allowed: true };
      const review = { apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview" };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ...review, response: answer }));
    },
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caBundle: Buffer.from(signed["ca.crt"]).toString("base64"),
    reviews,
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
