// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the operator itself: names, version, image, replicas, leader election, mode. */
import {
  compareVersions,
  type Finding,
  isDnsLabel,
  isDnsSubdomain,
  parseVersion,
  quantityValue,
  show,
} from "../../facts/index.js";
import type { Say } from "../server-checks.js";
import { ownVariables } from "./deployment.js";
import { leaseName, type ResolvedPlatform } from "./resolve.js";

/** Longest name of a Service, less what is put behind the release for that of the webhooks. */
const longestRelease = 63 - "-dynamo-operator-webhook-service".length;

const pullPolicies: readonly string[] = ["Always", "IfNotPresent", "Never"];

/** Everything about the operator as a program that runs. */
export function checkInstall(platform: ResolvedPlatform, say: Say): readonly Finding[] {
  return [
    ...checkNames(platform, say),
    ...checkVersion(platform, say),
    ...checkImage(platform, say),
    ...checkReplicas(platform, say),
    ...checkLeaderElection(platform, say),
    ...checkRestriction(platform, say),
    ...checkEnv(platform.env, ["env"], say),
    ...checkRegistries(platform, say),
  ];
}

function checkNames(platform: ResolvedPlatform, say: Say): Finding[] {
  const { releaseName, namespace, mpiSecretName, webhooks } = platform;
  const label = (field: string, name: string) =>
    isDnsLabel(name) ? [] : [unfit([field], name, "a DNS label", say)];
  const secret = (path: readonly string[], name: string) =>
    isDnsSubdomain(name) ? [] : [unfit(path, name, "the name of a Secret", say)];
  return [
    ...checkReleaseName(releaseName, say),
    ...label("namespace", namespace),
    ...secret(["mpiSecretName"], mpiSecretName),
    ...secret(["webhooks", "secretName"], webhooks.secretName),
    ...platform.imagePullSecrets.flatMap((name, at) => {
      const path = ["imagePullSecrets", at];
      return isDnsSubdomain(name) ? [] : [unfit(path, name, "the name of a Secret", say)];
    }),
  ];
}

/** The rule about the name of the release, for props and values alike. */
export function checkReleaseName(releaseName: string, say: Say): Finding[] {
  const fix = 'Set releaseName to "dynamo-platform".';
  if (
    !/^[a-z]/.test(releaseName) ||
    !isDnsLabel(releaseName) ||
    releaseName.length > longestRelease
  ) {
    const message = `must begin with a letter and have lower-case letters, digits and inner hyphens, at most ${longestRelease}, got ${show(releaseName)} (${releaseName.length})`;
    return [say("DYN-PLAT-101", ["releaseName"], message, fix)];
  }
  const word = ["nats", "dynamo-operator"].find((each) => releaseName.includes(each));
  if (word === undefined) return [];
  const message = `must not contain ${show(word)}, got ${show(releaseName)}: names that the chart derives from it would no longer be those that it looks for`;
  return [say("DYN-PLAT-101", ["releaseName"], message, fix)];
}

function unfit(path: readonly (string | number)[], name: string, what: string, say: Say): Finding {
  const message = `must be ${what}, lower-case letters, digits and inner hyphens, got ${show(name)}`;
  return say("DYN-PLAT-102", path, message, "Give it such a name.");
}

function checkVersion({ version }: ResolvedPlatform, say: Say): Finding[] {
  const parsed = parseVersion(version);
  if (parsed === undefined) {
    const message = `must be a semantic version, got ${show(version)}`;
    return [say("DYN-PLAT-103", ["version"], message, 'Set version to "1.4.0".')];
  }
  if (parsed.major === 1 && parsed.minor === 4) return [];
  const message = `${show(version)} is not Dynamo 1.4, whose names, rights and webhooks are rendered`;
  return [say("DYN-PLAT-104", ["version"], message, 'Set version to "1.4.0".')];
}

function checkImage({ image, version, registryMirror }: ResolvedPlatform, say: Say): Finding[] {
  const { repository, tag, pullPolicy } = image;
  const [plain = "", digest] = tag.split("@", 2);
  const malformed = (path: string, message: string, fix: string) => [
    say("DYN-PLAT-107", ["image", path], message, fix),
  ];
  // A mirror that is wrong has a finding of its own.
  if (isRegistry(registryMirror) && !isRegistry(repository))
    return malformed(
      "repository",
      `must be a repository without tag and digest, got ${show(repository)}`,
      "Put the tag into image.tag.",
    );
  if (!/^\w[\w.-]{0,127}$/.test(plain))
    return malformed("tag", `must be a tag, got ${show(plain)}`, `Set image.tag to "${version}".`);
  if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return malformed(
      "digest",
      `must be sha256: and 64 hex digits, got ${show(digest)}`,
      "Copy the digest from the registry.",
    );
  if (!pullPolicies.includes(pullPolicy))
    return malformed(
      "pullPolicy",
      `must be ${pullPolicies.join(", ")}, got ${show(pullPolicy)}`,
      'Set image.pullPolicy to "IfNotPresent".',
    );
  return checkTag(plain, digest, version, say);
}

function checkTag(tag: string, digest: string | undefined, version: string, say: Say): Finding[] {
  const path = ["image", "tag"];
  const [release, wanted] = [parseVersion(tag), parseVersion(version)];
  if (release !== undefined && wanted !== undefined && compareVersions(release, wanted) !== 0) {
    const message = `${show(tag)} is another release than version ${show(version)}`;
    return [say("DYN-PLAT-106", path, message, "Leave image.tag out, or set version to match.")];
  }
  if (tag !== "latest" || digest !== undefined) return [];
  const message = `${show(tag)} names no version, so two replicas may run different ones`;
  return [say("DYN-PLAT-105", path, message, "Leave image.tag out, or add image.digest.")];
}

function checkReplicas(platform: ResolvedPlatform, say: Say): Finding[] {
  const { replicas, development, restriction, resources } = platform;
  const found: Finding[] = [];
  if (!Number.isInteger(replicas) || replicas < 1) {
    const message = `must be a whole number from 1 on, got ${show(replicas)}`;
    found.push(say("DYN-PLAT-108", ["replicas"], message, "Set replicas to 2."));
  } else if (replicas === 1 && !development && restriction === undefined) {
    const message =
      "one replica: while its pod moves to another node, every write of a graph fails";
    found.push(
      say("DYN-PLAT-109", ["replicas"], message, "Set replicas to 2, or set development."),
    );
  }
  const limit = resources.limits?.memory;
  if (development || (limit !== undefined && quantityValue(limit) > 0)) return found;
  const message = `resources.limits.memory is ${show(limit)}`;
  const fix = 'Set resources.limits.memory to "2Gi".';
  return [...found, say("DYN-PLAT-116", ["resources", "limits", "memory"], message, fix)];
}

function checkLeaderElection(platform: ResolvedPlatform, say: Say): Finding[] {
  if (platform.restriction !== undefined) return [];
  return leaderElectionRule(platform.leaderElection, platform.namespace, ["leaderElection"], say);
}

/** The chart's rule about a cluster-wide operator, for props and values alike. */
export function leaderElectionRule(
  { id, namespace }: { readonly id: string; readonly namespace: string },
  operatorNamespace: string,
  path: readonly string[],
  say: Say,
): Finding[] {
  const found: Finding[] = [];
  if (id !== leaseName) {
    const message = `must be ${show(leaseName)} for a cluster-wide operator, got ${show(id)}`;
    found.push(say("DYN-PLAT-110", [...path, "id"], message, "Leave leaderElection.id out."));
  }
  if (namespace === operatorNamespace) {
    const message = `is the operator's own namespace, ${show(namespace)}`;
    found.push(
      say(
        "DYN-PLAT-111",
        [...path, "namespace"],
        message,
        'Set it to "kube-system", or leave it out.',
      ),
    );
  }
  return found;
}

function checkRestriction(platform: ResolvedPlatform, say: Say): Finding[] {
  const { restriction, applyCrds, development, namespace } = platform;
  if (restriction === undefined) return [];
  const { targetNamespace, leaseDurationSeconds, leaseRenewSeconds } = restriction;
  const path = ["namespaceRestriction"];
  const found: Finding[] = [];
  if (applyCrds) {
    const message = `"apply" while the operator owns only the namespace ${show(targetNamespace)}`;
    found.push(say("DYN-PLAT-112", ["crds"], message, 'Leave crds out, or set it to "external".'));
  }
  if (!(leaseRenewSeconds > 0 && leaseDurationSeconds > leaseRenewSeconds)) {
    const message = `renewed every ${show(leaseRenewSeconds)} s, for ${show(leaseDurationSeconds)} s: the first must be above 0 and below the second`;
    const fix = "Set leaseDurationSeconds to 30 and leaseRenewSeconds to 10.";
    found.push(say("DYN-PLAT-114", [...path, "leaseRenewSeconds"], message, fix));
  }
  if (!development) {
    const message = `owns ${show(targetNamespace)} only, and needs a cluster-wide operator of the same release beside it`;
    const fix = "Leave namespaceRestriction out, or set development.";
    found.push(say("DYN-PLAT-113", path, message, fix));
  } else if (targetNamespace !== namespace) {
    const message = `accounts of planners and endpoint pickers are in ${show(namespace)}, their pods in ${show(targetNamespace)}`;
    const fix = "Install it into the namespace that it owns.";
    found.push(say("DYN-PLAT-113", [...path, "targetNamespace"], message, fix));
  }
  return found;
}

/** The rule about the operator's environment, for props and values alike. */
export function checkEnv(
  env: readonly { readonly name: string }[],
  path: readonly string[],
  say: Say,
): Finding[] {
  return env.flatMap(({ name }, at) => {
    const snapshots = name === "DYN_OPERATOR_ALLOW_GMS_SNAPSHOT";
    if (!snapshots && !ownVariables.includes(name)) return [];
    const message = snapshots
      ? `${show(name)} is reserved for a feature gate of the chart`
      : `${show(name)} is what the operator reads its place from`;
    return [say("DYN-PLAT-115", [...path, at, "name"], message, "Remove the variable.")];
  });
}

function checkRegistries(
  { registryMirror, dockerRegistry }: ResolvedPlatform,
  say: Say,
): Finding[] {
  const found: Finding[] = [];
  if (!isRegistry(registryMirror)) {
    const message = `must be a host, with port and path if any and no scheme, got ${show(registryMirror)}`;
    const fix = 'Write it as in an image, such as "registry.example.com/mirror".';
    found.push(say("DYN-PLAT-117", ["registryMirror"], message, fix));
  }
  for (const field of ["server", "existingSecretName"] as const) {
    const value = dockerRegistry?.[field];
    if (dockerRegistry === undefined || (typeof value === "string" && value !== "")) continue;
    const message = `is required, got ${show(value)}`;
    const fix = "Name the registry host, and a Secret of type kubernetes.io/dockerconfigjson.";
    found.push(say("DYN-PLAT-118", ["dockerRegistry", field], message, fix));
  }
  return found;
}

/** True for a registry host with or without a path, and for none. */
function isRegistry(reference: string | undefined): boolean {
  return reference === undefined || /^[a-z0-9][\w.-]*(:\d+)?(\/[\w.-]+)*\/?$/.test(reference);
}
