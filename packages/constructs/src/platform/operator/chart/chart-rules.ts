// SPDX-License-Identifier: Apache-2.0
/**
 * @module What the chart's templates refuse, as far as values alone show it.
 *
 * @see deploy/helm/charts/platform/components/operator/templates/_validation.tpl
 */
import { at, items, text } from "../../../api/index.js";
import type { Finding } from "../../../facts/index.js";
import type { Say } from "../../server-checks.js";
import { checkEnv, leaderElectionRule } from "../check-install.js";
import {
  checkEtcdAddress,
  checkpointRule,
  checkUrl,
  exclusiveRule,
  mutualTlsRule,
  natsAddressRule,
} from "../check-integrations.js";
import { caBundleRule, timeoutRule } from "../check-webhooks.js";
import { leaseName } from "../resolve.js";

const root = ["dynamo-operator"];

/** The rules; values of the wrong kind are passed over. */
export function chartRules(values: unknown, namespace: string, say: Say): readonly Finding[] {
  const operator = at(values, "dynamo-operator");
  return [
    ...schedulers(values, say),
    ...mode(operator, namespace, say),
    ...addresses(values, operator, say),
    ...webhooks(operator, say),
    ...registry(operator, say),
    ...storage(operator, say),
    ...checkEnv(variables(operator), [...root, "env"], say),
  ];
}

function isOn(values: unknown, ...path: readonly string[]): boolean {
  return at(values, ...path) === true;
}

/** Text that says something: an empty one is what the chart has for "not set". */
function filled(value: unknown): string | undefined {
  const written = text(value);
  return written === "" ? undefined : written;
}

function schedulers(values: unknown, say: Say): readonly Finding[] {
  const kai =
    isOn(values, "global", "kai-scheduler", "enabled") ||
    isOn(values, "global", "kai-scheduler", "install");
  const volcano = isOn(values, "global", "volcano-scheduler", "enabled");
  return exclusiveRule(kai, volcano, ["global", "volcano-scheduler", "enabled"], say);
}

function mode(operator: unknown, namespace: string, say: Say): readonly Finding[] {
  if (isOn(operator, "namespaceRestriction", "enabled")) {
    if (at(operator, "upgradeCRD") === false) return [];
    const message = "must be false while namespaceRestriction.enabled is true; the default is true";
    return [say("DYN-PLAT-112", [...root, "upgradeCRD"], message, "Set it to false.")];
  }
  const election = at(operator, "controllerManager", "leaderElection");
  const settings = {
    id: filled(at(election, "id")) ?? leaseName,
    namespace: filled(at(election, "namespace")) ?? "kube-system",
  };
  const path = [...root, "controllerManager", "leaderElection"];
  return leaderElectionRule(settings, namespace, path, say);
}

function addresses(values: unknown, operator: unknown, say: Say): readonly Finding[] {
  const nats = filled(at(operator, "natsAddr"));
  const etcd = filled(at(operator, "etcdAddr"));
  const found = [
    ...(nats === undefined ? [] : natsAddressRule(nats, false, [...root, "natsAddr"], say)),
    ...checkEtcdAddress(etcd, [...root, "etcdAddr"], say),
    ...checkUrl(filled(at(operator, "modelExpressURL")), [...root, "modelExpressURL"], say),
    ...checkUrl(
      filled(at(operator, "dynamo", "metrics", "prometheusEndpoint")),
      [...root, "dynamo", "metrics", "prometheusEndpoint"],
      say,
    ),
    ...meshOf(operator, say),
  ];
  const bundled = isOn(values, "global", "etcd", "install");
  if (at(operator, "discoveryBackend") === "etcd" && etcd === undefined && !bundled) {
    const message = '"etcd", but there is neither etcdAddr nor global.etcd.install';
    const fix = "Set one of them, or leave discoveryBackend out.";
    found.push(say("DYN-PLAT-130", [...root, "discoveryBackend"], message, fix));
  }
  return found;
}

function meshOf(operator: unknown, say: Say): Finding[] {
  const mesh = at(operator, "dynamo", "serviceMesh");
  if (at(mesh, "enabled") !== true) return [];
  const istio = at(mesh, "istio");
  const [tlsMode, clientCertificate, privateKey] = [
    "tlsMode",
    "clientCertificate",
    "privateKey",
  ].map((field) => text(at(istio, field)));
  const path = [...root, "dynamo", "serviceMesh", "istio"];
  return mutualTlsRule({ tlsMode, clientCertificate, privateKey }, path, say);
}

function webhooks(operator: unknown, say: Say): readonly Finding[] {
  const webhook = at(operator, "webhook");
  const path = [...root, "webhook"];
  const found: Finding[] = [];
  const selector = at(webhook, "namespaceSelector");
  if (typeof selector === "object" && selector !== null && Object.keys(selector).length > 0) {
    const fix = "Remove it: a restricted operator selects its namespace by itself.";
    found.push(say("DYN-PLAT-173", [...path, "namespaceSelector"], "must be empty", fix));
  }
  const external = isOn(webhook, "certificateSecret", "external");
  if (external && !isOn(webhook, "certManager", "enabled")) {
    found.push(...caBundleRule(filled(at(webhook, "caBundle")), [...path, "caBundle"], say));
  }
  const seconds = at(webhook, "timeoutSeconds");
  if (typeof seconds === "number")
    found.push(...timeoutRule(seconds, [...path, "timeoutSeconds"], say));
  return found;
}

/** A password never appears in a message. */
function registry(operator: unknown, say: Say): readonly Finding[] {
  const settings = at(operator, "dynamo", "dockerRegistry");
  const path = [...root, "dynamo", "dockerRegistry"];
  const found: Finding[] = [];
  if (filled(at(settings, "password")) !== undefined) {
    const fix = "Make a Secret of type kubernetes.io/dockerconfigjson and set existingSecretName.";
    found.push(say("DYN-PLAT-174", [...path, "password"], "is written in clear text", fix));
  }
  if (at(settings, "useKubernetesSecret") !== true) return found;
  for (const field of ["server", "existingSecretName"]) {
    const literal =
      field === "existingSecretName" && filled(at(settings, "password")) !== undefined;
    if (literal || filled(at(settings, field)) !== undefined) continue;
    const message = "is required while useKubernetesSecret is true";
    const fix = "Name the registry host, and a Secret of type kubernetes.io/dockerconfigjson.";
    found.push(say("DYN-PLAT-118", [...path, field], message, fix));
  }
  return found;
}

function storage(operator: unknown, say: Say): readonly Finding[] {
  const checkpoint = at(operator, "checkpoint");
  const settings = at(checkpoint, "storage");
  if (at(checkpoint, "enabled") !== true || at(settings, "type") !== "pvc") return [];
  const pvc = at(settings, "pvc");
  const [pvcName, basePath] = ["pvcName", "basePath"].map((field) => text(at(pvc, field)));
  return checkpointRule({ pvcName, basePath }, [...root, "checkpoint", "storage", "pvc"], say);
}

function variables(operator: unknown): readonly { readonly name: string }[] {
  return items(at(operator, "env")).map((each) => ({ name: text(at(each, "name")) ?? "" }));
}
