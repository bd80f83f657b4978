// SPDX-License-Identifier: Apache-2.0
/** @module Every object of etcd, as data. */
import { renderCertificates } from "../certificates.js";
import type { RenderedObject, RenderedStatefulSet } from "../rendered.js";
import { peerHosts, serverHosts } from "../server-names.js";
import {
  renderDisruptionBudget,
  renderHeadlessService,
  renderNetworkPolicy,
  renderService,
} from "../server-objects.js";
import { renderMaintenance } from "./maintenance.js";
import { etcdPorts } from "./member-flags.js";
import { peerName, type ResolvedEtcd, type ResolvedEtcdTls } from "./resolve.js";
import { renderSetup } from "./setup.js";
import { renderEtcdStatefulSet } from "./stateful-set.js";

/** What etcd consists of. */
export interface EtcdObjects {
  readonly statefulSet: RenderedStatefulSet;
  readonly service: RenderedObject;
  readonly headlessService: RenderedObject;
  readonly disruptionBudget: RenderedObject;
  readonly networkPolicy: RenderedObject;
  /** Issuers and certificates of cert-manager. */
  readonly certificates: readonly RenderedObject[];
  /** The script and the Job that set up the users. */
  readonly setup: readonly RenderedObject[];
  /** CronJobs, the claim of the snapshots, and the network policy of all jobs. */
  readonly maintenance: readonly RenderedObject[];
}

/** Renders etcd. */
export function renderEtcd(etcd: ResolvedEtcd): EtcdObjects {
  const { client, peer, metrics } = etcdPorts;
  return {
    statefulSet: renderEtcdStatefulSet(etcd),
    service: renderService(etcd, client),
    headlessService: renderHeadlessService(etcd, [client, peer, metrics]),
    disruptionBudget: renderDisruptionBudget(etcd),
    networkPolicy: renderNetworkPolicy(etcd, { client, peer, metrics }),
    certificates: etcd.tls === undefined ? [] : roleCertificates(etcd, etcd.tls),
    setup: renderSetup(etcd),
    maintenance: renderMaintenance(etcd),
  };
}

/** Dynamo gets its certificate as environment, and reads a new one only when it starts: it has to last. */
const clientHours = 8760;

/** One certificate for each role: the common name says which. */
function roleCertificates(
  etcd: ResolvedEtcd,
  { source, secrets }: ResolvedEtcdTls,
): readonly RenderedObject[] {
  return renderCertificates(etcd, source, [
    {
      secretName: secrets.server,
      commonName: `${etcd.name}-server`,
      dnsNames: serverHosts(etcd),
      // The JSON gateway inside the member is a client of the member.
      usages: ["server auth", "client auth"],
    },
    {
      secretName: secrets.peer,
      commonName: peerName(etcd),
      // A member looks up each name of another's certificate to see whether it calls from there.
      dnsNames: peerHosts(etcd),
      usages: ["server auth", "client auth"],
    },
    { secretName: secrets.root, commonName: "root", usages: ["client auth"] },
    {
      secretName: secrets.client,
      commonName: etcd.auth?.user ?? "dynamo",
      usages: ["client auth"],
      hours: clientHours,
    },
  ]);
}
