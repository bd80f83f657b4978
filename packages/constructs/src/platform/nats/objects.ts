// SPDX-License-Identifier: Apache-2.0
/** @module Every object of NATS, as data. */
import { renderCertificates } from "../certificates.js";
import type { RenderedObject, RenderedStatefulSet } from "../rendered.js";
import { serverHosts } from "../server-names.js";
import {
  metadataOf,
  renderDisruptionBudget,
  renderHeadlessService,
  renderNetworkPolicy,
  renderService,
} from "../server-objects.js";
import { natsPorts, renderNatsConfig } from "./config.js";
import type { ResolvedNats } from "./resolve.js";
import { renderNatsStatefulSet } from "./stateful-set.js";

/** What NATS consists of. */
export interface NatsObjects {
  readonly statefulSet: RenderedStatefulSet;
  readonly configMap: RenderedObject;
  readonly service: RenderedObject;
  readonly headlessService: RenderedObject;
  readonly disruptionBudget: RenderedObject;
  readonly networkPolicy: RenderedObject;
  /** Issuers and certificates of cert-manager. */
  readonly certificates: readonly RenderedObject[];
}

/** Renders NATS. */
export function renderNats(nats: ResolvedNats): NatsObjects {
  const { client, peer, monitor, metrics } = natsPorts;
  const headless = nats.servers > 1 ? [client, peer, monitor] : [client, monitor];
  return {
    statefulSet: renderNatsStatefulSet(nats),
    configMap: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: metadataOf(nats, "config"),
      data: { "nats.conf": renderNatsConfig(nats) },
    },
    service: renderService(nats, client),
    headlessService: renderHeadlessService(nats, headless),
    disruptionBudget: renderDisruptionBudget(nats),
    networkPolicy: renderNetworkPolicy(nats, { client, peer, metrics }),
    certificates: nats.tls === undefined ? [] : serverCertificates(nats, nats.tls),
  };
}

/** One certificate for all servers, who are servers to clients and both to one another. */
function serverCertificates(
  nats: ResolvedNats,
  { source, secretName }: NonNullable<ResolvedNats["tls"]>,
): readonly RenderedObject[] {
  return renderCertificates(nats, source, [
    {
      secretName,
      commonName: nats.name,
      dnsNames: serverHosts(nats),
      usages: ["server auth", "client auth"],
    },
  ]);
}
