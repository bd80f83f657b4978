// SPDX-License-Identifier: Apache-2.0
/** @module Rules about webhooks, their certificates, and who reaches them. */
import { type Finding, show } from "../../facts/index.js";
import type { Say } from "../server-checks.js";
import { certificateHours } from "./certificates.js";
import type { ResolvedPlatform } from "./resolve.js";
import type { CertManagerCertificates } from "./webhook-props.js";

/** Everything about webhooks. */
export function checkWebhooks(platform: ResolvedPlatform, say: Say): readonly Finding[] {
  return [
    ...checkCertificates(platform, say),
    ...checkPolicies(platform, say),
    ...checkNetwork(platform, say),
  ];
}

function checkCertificates({ webhooks: { certificates } }: ResolvedPlatform, say: Say): Finding[] {
  const path = ["webhooks", "certificates"];
  switch (certificates.kind) {
    case "self-managed":
      return [];
    case "cert-manager":
      return checkDurations(certificates, path, say);
    case "secret":
      return caBundleRule(certificates.caBundle, [...path, "caBundle"], say);
    default: {
      const { kind } = certificates as { readonly kind?: unknown };
      const message = `must be "self-managed", "cert-manager" or "secret", got ${show(kind)}`;
      const fix = 'Write { kind: "cert-manager" }, or leave it out.';
      return [say("DYN-PLAT-150", [...path, "kind"], message, fix)];
    }
  }
}

/** The rule about the authority of a Secret of one's own, for props and values alike. */
export function caBundleRule(
  caBundle: string | undefined,
  path: readonly string[],
  say: Say,
): Finding[] {
  const text = Buffer.from(caBundle ?? "", "base64").toString("utf8");
  if (/PRIVATE KEY/.test(text)) {
    const message = "holds a private key";
    return [say("DYN-PLAT-150", path, message, "Put the certificate alone here.")];
  }
  if (/^\s*-----BEGIN CERTIFICATE-----/.test(text)) return [];
  const message = `must be a PEM certificate in base64, got ${caBundle === undefined ? "nothing" : `${caBundle.length} characters of something else`}`;
  const fix = "Take ca.crt of the Secret, as kubectl get secret -o yaml shows it.";
  return [say("DYN-PLAT-150", path, message, fix)];
}

function checkDurations(
  certificates: CertManagerCertificates,
  path: readonly string[],
  say: Say,
): Finding[] {
  const { certificate, authority } = certificateHours;
  const pairs = [
    {
      field: "renewBeforeHours",
      hours: certificates.durationHours ?? certificate.duration,
      before: certificates.renewBeforeHours ?? certificate.renewBefore,
    },
    {
      field: "authorityRenewBeforeHours",
      hours: certificates.authorityDurationHours ?? authority.duration,
      before: certificates.authorityRenewBeforeHours ?? authority.renewBefore,
    },
  ];
  return pairs.flatMap(({ field, hours, before }) => {
    if (hours >= 1 && before > 0 && before < hours) return [];
    const message = `${show(before)} h before the end of ${show(hours)} h: it must be above 0 and less, of an hour or more`;
    return [say("DYN-PLAT-151", [...path, field], message, "Renew within the validity.")];
  });
}

function checkPolicies(platform: ResolvedPlatform, say: Say): Finding[] {
  const { webhooks, development } = platform;
  const { failurePolicy, timeoutSeconds } = webhooks;
  const found = timeoutRule(timeoutSeconds, ["webhooks", "timeoutSeconds"], say);
  if (failurePolicy === "Ignore" && !development) {
    const message = '"Ignore": while no operator answers, graphs are stored unchecked';
    const fix = "Leave webhooks.failurePolicy out.";
    found.push(say("DYN-PLAT-152", ["webhooks", "failurePolicy"], message, fix));
  }
  return [...found, ...checkPodPolicy(platform, say)];
}

/**
 * The webhook has no selector that spares the operator, and the operator writes its authority into
 * the configurations that are there when it starts, not into later ones.
 *
 * @see deploy/operator/internal/cert/cert.go (CABundleInjector, before the manager starts)
 */
function checkPodPolicy(platform: ResolvedPlatform, say: Say): Finding[] {
  const { webhooks, namespace, restriction } = platform;
  if (webhooks.podCheckpointRestoreFailurePolicy !== "Fail") return [];
  const target = restriction?.targetNamespace;
  const ownPods = target === undefined || target === namespace;
  const path = ["webhooks", "podCheckpointRestoreFailurePolicy"];
  const whose = `${target === undefined ? "the cluster" : `namespace ${show(target)}`} starts${ownPods ? ", the operator's own included" : ""}`;
  const message = `"Fail": while no operator answers, no pod of ${whose}`;
  const found = [say("DYN-PLAT-153", path, message, 'Set it to "Ignore".')];
  if (ownPods && webhooks.certificates.kind === "self-managed") {
    const first = `"Fail" with self-managed certificates: the API server cannot check the webhook before the operator has written its authority there at its start, and refuses the pods of the operator until then`;
    const fix =
      'Set webhooks.certificates to { kind: "cert-manager" }, or this to "Ignore" until the operator has started once; then waive the finding.';
    found.push(say("DYN-PLAT-156", path, first, fix));
  }
  return found;
}

/** The rule about the timeout, for props and values alike. */
export function timeoutRule(seconds: number, path: readonly string[], say: Say): Finding[] {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 30) return [];
  const message = `must be a whole number from 1 to 30, got ${show(seconds)}`;
  return [say("DYN-PLAT-154", path, message, "Set it to 10.")];
}

const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const cidr = new RegExp(
  `^(${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/(12[0-8]|1[01]\\d|\\d?\\d))$`,
);

function checkNetwork({ networkPolicy }: ResolvedPlatform, say: Say): Finding[] {
  const cidrs = networkPolicy?.apiServerCidrs;
  const path = ["networkPolicy", "apiServerCidrs"];
  const fix = 'Write a network such as "10.0.0.0/16", or leave apiServerCidrs out.';
  if (cidrs?.length === 0) {
    const message = "is empty, which stands for everybody, not for nobody";
    return [say("DYN-PLAT-155", path, message, fix)];
  }
  return (cidrs ?? []).flatMap((each, at) =>
    cidr.test(each)
      ? []
      : [say("DYN-PLAT-155", [...path, at], `must be a CIDR, got ${show(each)}`, fix)],
  );
}
