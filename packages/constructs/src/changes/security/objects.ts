// SPDX-License-Identifier: Apache-2.0
/** @module What objects open or close: exposure, network policies, rights, admission levels, secrets in manifests. */
import { at, entries, type Fields, isFields, items, text } from "../../api/index.js";
import type { Identity } from "../identity.js";
import { protection, type SecurityFact, weakness } from "./fact.js";

/** Facts about the object itself. */
export function objectFacts(object: Fields, identity: Identity): readonly SecurityFact[] {
  switch (`${identity.group}/${identity.kind}`) {
    case "/Service":
      return serviceFacts(object);
    case "networking.k8s.io/Ingress":
      return ingressFacts(object);
    case "gateway.networking.k8s.io/Gateway":
      return gatewayFacts(object);
    case "networking.k8s.io/NetworkPolicy":
      return [protection("", `restricts ${selected(object)}`), ...openRules(object)];
    case "rbac.authorization.k8s.io/Role":
    case "rbac.authorization.k8s.io/ClusterRole":
      return roleFacts(object);
    case "rbac.authorization.k8s.io/RoleBinding":
    case "rbac.authorization.k8s.io/ClusterRoleBinding":
      return bindingFacts(object, identity);
    case "/Namespace":
      return levelFacts(object);
    case "/Secret":
      return ["data", "stringData"].some((field) => entries(at(object, field)).length > 0)
        ? [weakness("", "holds values in the manifest")]
        : [];
    default:
      return [];
  }
}

function serviceFacts(object: Fields): readonly SecurityFact[] {
  const type = text(at(object, "spec", "type"));
  const internal = entries(at(object, "metadata", "annotations")).some(
    ([key, value]) => /internal|scheme/.test(key) && /^(true|internal)$/i.test(String(value)),
  );
  const ranges = items(at(object, "spec", "loadBalancerSourceRanges")).map(String);
  const bounded = ranges.length > 0 && !ranges.includes("0.0.0.0/0");
  const found: SecurityFact[] = [];
  if (type === "LoadBalancer")
    found.push(
      internal || bounded
        ? weakness("", "is reachable through a load balancer")
        : weakness("", "is reachable from the internet through a load balancer"),
    );
  if (type === "NodePort") found.push(weakness("", "is reachable on a port of every node"));
  if (items(at(object, "spec", "externalIPs")).length > 0)
    found.push(weakness("", "has external addresses"));
  return found;
}

function ingressFacts(object: Fields): readonly SecurityFact[] {
  const secured = items(at(object, "spec", "tls")).flatMap((tls) => items(at(tls, "hosts")));
  const whole = items(at(object, "spec", "tls")).some(
    (tls) => items(at(tls, "hosts")).length === 0,
  );
  const annotations = entries(at(object, "metadata", "annotations"));
  const outside = annotations.some(
    ([key, value]) => key === "alb.ingress.kubernetes.io/scheme" && value === "internet-facing",
  );
  const facing = outside ? [weakness("", "is reachable from the internet")] : [];
  const rules = items(at(object, "spec", "rules")).flatMap((rule) => {
    const host = text(at(rule, "host")) ?? "every host";
    const clear = !whole && !secured.includes(host);
    return [
      weakness("", `exposes ${host}`),
      ...(clear ? [weakness("", `serves ${host} without TLS`)] : []),
    ];
  });
  return [...facing, ...rules];
}

function gatewayFacts(object: Fields): readonly SecurityFact[] {
  return items(at(object, "spec", "listeners")).flatMap((listener) => {
    const name = text(at(listener, "name")) ?? "";
    const host = text(at(listener, "hostname")) ?? "every host";
    const clear = ["HTTP", "TCP", "UDP"].includes(String(at(listener, "protocol")));
    return [
      weakness(name, `exposes ${host}`),
      ...(clear ? [weakness(name, `serves ${host} without TLS`)] : []),
    ];
  });
}

function selected(object: Fields): string {
  const chosen = entries(at(object, "spec", "podSelector", "matchLabels"));
  const types = items(at(object, "spec", "policyTypes")).map(String);
  const way = types.length === 0 ? "Ingress" : types.join(" and ");
  const pods = chosen.map(([key, value]) => `${key}=${String(value)}`).join(", ");
  return `${way} of ${pods === "" ? "its pods" : pods}`;
}

/** Rules that let everybody in or out: an empty peer list, or the whole internet. */
function openRules(object: Fields): readonly SecurityFact[] {
  return (["ingress", "egress"] as const).flatMap((way) =>
    items(at(object, "spec", way)).flatMap((rule) => {
      const peers = items(at(rule, way === "ingress" ? "from" : "to"));
      const ports = items(at(rule, "ports")).map((port) => String(at(port, "port") ?? "any"));
      const where = ports.length === 0 ? "every port" : `port ${ports.join(", ")}`;
      const blocks = peers.map((peer) => text(at(peer, "ipBlock", "cidr")));
      const all =
        peers.length === 0 || blocks.some((cidr) => cidr === "0.0.0.0/0" || cidr === "::/0");
      return all ? [weakness("", `allows ${way} on ${where} for everybody`)] : [];
    }),
  );
}

function roleFacts(object: Fields): readonly SecurityFact[] {
  return items(object.rules)
    .filter(isFields)
    .flatMap((rule) => {
      const verbs = items(rule.verbs).map(String);
      const what = [...items(rule.resources), ...items(rule.nonResourceURLs)].map(String);
      const rights = `may ${verbs.toSorted().join(", ")} ${what.toSorted().join(", ")}`;
      return [weakness("", rights.replaceAll("*", "everything"))];
    });
}

function bindingFacts(object: Fields, { kind }: Identity): readonly SecurityFact[] {
  const role = `${String(at(object, "roleRef", "kind"))} ${String(at(object, "roleRef", "name"))}`;
  const everywhere = kind === "ClusterRoleBinding" ? " in every namespace" : "";
  return items(object.subjects).map((subject) =>
    weakness(
      "",
      `gives ${role}${everywhere} to ${String(at(subject, "kind"))} ${String(at(subject, "name"))}`,
    ),
  );
}

const levels = ["privileged", "baseline", "restricted"];

/** The Pod Security level that a namespace enforces; a stricter one holds what the milder one does. */
function levelFacts(object: Fields): readonly SecurityFact[] {
  const level = text(at(object, "metadata", "labels", "pod-security.kubernetes.io/enforce"));
  return levels
    .slice(1, levels.indexOf(level ?? "") + 1)
    .map((held) => protection("", `enforces Pod Security ${held}`));
}
