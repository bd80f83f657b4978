// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the EKS cluster, each a pure function of the resolved settings. */
import { type Finding, isDnsLabel, nearest, show } from "@dynamo-iac/constructs/facts";
import { isPrivate, overlaps, parseCidr } from "../../addresses/index.js";
import { type Say, sayOf } from "../../component/index.js";
import { checkArn } from "../ids.js";
import { checkRetention } from "../logs.js";
import { checkTags } from "../tags.js";
import { checkAddOnVersions } from "./add-on-checks.js";
import type { ResolvedCluster } from "./resolve.js";
import { kubernetesVersions } from "./versions.js";

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkCluster(cluster: ResolvedCluster): readonly Finding[] {
  const say = sayOf("Cluster", cluster.name);
  return [
    ...checkName(cluster.clusterName, say),
    ...checkVersion(cluster.kubernetesVersion, say),
    ...checkPublicEndpoint(cluster, say),
    ...checkApiClients(cluster, say),
    ...checkServiceCidr(cluster, say),
    ...checkSubnets(cluster, say),
    ...checkAccess(cluster, say),
    ...checkLogs(cluster, say),
    ...checkArn(cluster.keyArn, "kms", ["keyArn"], say),
    ...checkArn(cluster.adminRoleArn, "iam", ["adminRoleArn"], say),
    ...checkAddOnVersions(cluster.addOns, "addOnVersions", say),
    ...checkTags(cluster.tags, say),
  ];
}

/** What is wrong with the name of a cluster. */
export function checkName(clusterName: string, say: Say): readonly Finding[] {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(clusterName)) return [];
  const message = `must be letters, digits, hyphens and underscores, at most 100, got ${show(clusterName)}`;
  return [
    say("DYN-AWS-012", ["clusterName"], message, 'Set clusterName to a name such as "dynamo".'),
  ];
}

/** What is wrong with a release of Kubernetes. */
export function checkVersion(version: string, say: Say): readonly Finding[] {
  if (kubernetesVersions.some((each) => each === version)) return [];
  const known = kubernetesVersions.join(", ");
  const message = `must be one of ${known}, got ${show(version)}: add-ons are pinned for these`;
  const fix = `Set kubernetesVersion to ${show(nearest(version, kubernetesVersions) ?? "1.35")}.`;
  return [say("DYN-AWS-020", ["kubernetesVersion"], message, fix)];
}

/** Blocks that are as good as everybody. */
const widest = 8;

function checkPublicEndpoint({ publicCidrs }: ResolvedCluster, say: Say): Finding[] {
  const path = ["publicEndpoint", "allowedCidrs"];
  const fix = "Name the addresses of offices and runners, or leave publicEndpoint out.";
  if (publicCidrs === undefined) return [];
  if (publicCidrs.length === 0) {
    const message = "no addresses: EKS then admits everybody";
    return [say("DYN-AWS-022", path, message, fix)];
  }
  return publicCidrs.flatMap((cidr, index) => {
    const block = parseCidr(cidr);
    if (block === undefined) {
      const message = `must be an IPv4 block without bits behind its prefix, got ${show(cidr)}`;
      return [say("DYN-AWS-022", [...path, index], message, fix)];
    }
    if (block.prefix < widest) {
      const message = `${cidr} opens the API server to ${block.prefix === 0 ? "everybody" : `${2 ** (32 - block.prefix)} addresses`}`;
      return [say("DYN-AWS-022", [...path, index], message, fix)];
    }
    if (!isPrivate(block)) return [];
    const message = `${cidr} is private, and no private address reaches the public endpoint`;
    return [say("DYN-AWS-022", [...path, index], message, "Move it to apiClientCidrs.")];
  });
}

function checkApiClients({ apiClientCidrs }: ResolvedCluster, say: Say): Finding[] {
  return apiClientCidrs.flatMap((cidr, index) => {
    const block = parseCidr(cidr);
    if (block !== undefined && isPrivate(block)) return [];
    const message = `must be a private IPv4 block, got ${show(cidr)}: the endpoint is inside of the network`;
    const fix = 'Name the addresses of the VPN, such as "10.0.0.0/16".';
    return [say("DYN-AWS-022", ["apiClientCidrs", index], message, fix)];
  });
}

function checkServiceCidr({ serviceCidr, network }: ResolvedCluster, say: Say): Finding[] {
  const path = ["serviceCidr"];
  const block = parseCidr(serviceCidr);
  if (block === undefined || !isPrivate(block) || block.prefix < 12 || block.prefix > 24) {
    const message = `must be a private IPv4 block of /12 to /24, got ${show(serviceCidr)}`;
    return [say("DYN-AWS-023", path, message, 'Set serviceCidr to "172.20.0.0/16".')];
  }
  const vpc = parseCidr(network.cidr);
  if (vpc === undefined || !overlaps(vpc, block)) return [];
  const message = `${serviceCidr} shares addresses with the VPC, ${network.cidr}`;
  const fix = `Set serviceCidr to ${show(network.cidr.startsWith("172.") ? "10.100.0.0/16" : "172.20.0.0/16")}.`;
  return [say("DYN-AWS-023", path, message, fix)];
}

function checkSubnets({ network }: ResolvedCluster, say: Say): Finding[] {
  const zones = new Set(network.intraSubnets.map(({ zone }) => zone));
  if (zones.size >= 2) return [];
  const message = `the network has subnets in ${zones.size} zone${zones.size === 1 ? "" : "s"} for the control plane, but EKS wants two`;
  return [say("DYN-AWS-004", ["network", "intraSubnets"], message, "Add a zone to the network.")];
}

function checkAccess({ access, creatorAdmin }: ResolvedCluster, say: Say): Finding[] {
  const entries = Object.entries(access);
  const found = entries.flatMap(([name, entry]) => {
    const path = ["access", name];
    const { principalArn, namespaces = [], level } = entry;
    const twin = entries.find(
      ([other, { principalArn: arn }]) => other < name && arn === principalArn,
    );
    return [
      ...checkPrincipal(principalArn, path, say),
      ...(twin === undefined
        ? []
        : [
            say(
              "DYN-AWS-025",
              path,
              `has the principal of ${show(twin[0])}: EKS takes one entry for each`,
              "Join the two entries.",
            ),
          ]),
      ...(level === "cluster-admin" && namespaces.length > 0
        ? [
            say(
              "DYN-AWS-025",
              [...path, "namespaces"],
              "cluster-admin counts for the whole cluster and cannot be limited",
              'Set level to "admin", or leave namespaces out.',
            ),
          ]
        : []),
      ...namespaces
        .filter((namespace) => !isDnsLabel(namespace.replace(/\*$/, "x")))
        .map((namespace) =>
          say(
            "DYN-AWS-025",
            [...path, "namespaces"],
            `must be names of namespaces, got ${show(namespace)}`,
            "Use lower-case letters, digits and inner hyphens.",
          ),
        ),
    ];
  });
  const governed = creatorAdmin || entries.some(([, { level }]) => level === "cluster-admin");
  if (governed) return found;
  const message = "nobody administers the cluster, not even whoever creates it";
  const fix =
    'Add an entry such as { principalArn: "arn:aws:iam::123456789012:role/admin", level: "cluster-admin" }, or set creatorAdmin.';
  return [...found, say("DYN-AWS-021", ["access"], message, fix)];
}

function checkPrincipal(arn: unknown, path: string[], say: Say): readonly Finding[] {
  if (typeof arn !== "string") return [];
  const at = [...path, "principalArn"];
  if (/^arn:aws(-us-gov)?:sts::/.test(arn)) {
    const message = `${show(arn)} is a session; EKS knows roles and users`;
    return [say("DYN-AWS-025", at, message, "Use the ARN of the role, arn:aws:iam::...:role/...")];
  }
  return checkArn(arn, "iam", at, say);
}

function checkLogs({ logs, logRetentionDays }: ResolvedCluster, say: Say): Finding[] {
  const found = [...checkRetention(logRetentionDays, ["logRetentionDays"], say)];
  if (logs.includes("audit")) return found;
  const message = "without the audit log nobody can say who changed what";
  return [...found, say("DYN-AWS-026", ["logs"], message, 'Add "audit", or leave logs out.')];
}
