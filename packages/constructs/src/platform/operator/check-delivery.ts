// SPDX-License-Identifier: Apache-2.0
/** @module Rules about what one way of installing the platform can say and the other cannot. */
import type { Finding } from "../../facts/index.js";
import type { Say } from "../server-checks.js";
import { bundledParts } from "./bundled.js";
import type { DynamoPlatformProps } from "./props.js";
import type { ResolvedPlatform } from "./resolve.js";

/** How the platform is installed: as objects of ours, or by its chart. */
export type PlatformDelivery = "objects" | "chart";

/** What has no effect, or cannot be done, in this way. */
export function checkDelivery(
  props: DynamoPlatformProps,
  platform: ResolvedPlatform,
  delivery: PlatformDelivery,
  say: Say,
): readonly Finding[] {
  return delivery === "objects" ? checkObjects(platform, say) : checkChart(props, platform, say);
}

function checkObjects(platform: ResolvedPlatform, say: Say): Finding[] {
  return bundledParts(platform).map((part) => {
    const message = '"bundled", but only the chart brings it along';
    const fix =
      part === "nats" || part === "etcd"
        ? `Set ${part} to a ${part === "nats" ? "Nats" : "Etcd"}.`
        : `Install it by its own chart, and set ${part} to "external".`;
    return say("DYN-PLAT-160", [part], message, fix);
  });
}

function checkChart(props: DynamoPlatformProps, platform: ResolvedPlatform, say: Say): Finding[] {
  const found = unsaid(props).map((path) => {
    const message = "has no effect: no value of the chart carries it";
    return say("DYN-PLAT-161", path, message, "Leave it out, or install the objects instead.");
  });
  const orchestrators = bundledParts(platform).filter((part) =>
    ["grove", "kaiScheduler"].includes(part),
  );
  if (platform.registryMirror === undefined) return found;
  return [
    ...found,
    ...orchestrators.map((part) => {
      const message = "bundled, and its images do not come from registryMirror";
      const fix = `Install it by its own chart and set ${part} to "external".`;
      return say("DYN-PLAT-162", [part], message, fix);
    }),
  ];
}

/** Props that somebody set and that the chart has no value for. */
function unsaid(props: DynamoPlatformProps): readonly string[][] {
  const { leaderElection, namespaceRestriction, webhooks, monitoring } = props;
  const certificates = webhooks?.certificates;
  const issuer = certificates?.kind === "cert-manager" ? certificates.issuer : undefined;
  const settings: readonly (readonly [readonly string[], boolean])[] = [
    [["nodeSelector"], props.nodeSelector !== undefined],
    [["priorityClassName"], props.priorityClassName !== undefined],
    [["logging"], props.logging !== undefined],
    [["networkPolicy"], props.networkPolicy !== undefined && props.networkPolicy !== false],
    [["lws"], props.lws !== undefined],
    [["dra"], props.dra !== undefined],
    [["kaiQueues"], props.kaiQueues === false],
    [["serviceMesh"], props.serviceMesh === "auto"],
    [["monitoring", "labels"], monitoring?.labels !== undefined],
    [["monitoring", "namespace"], monitoring?.namespace !== undefined],
    [["webhooks", "certificates", "issuer"], issuer !== undefined],
    [
      ["leaderElection", "namespace"],
      namespaceRestriction !== undefined && leaderElection?.namespace !== undefined,
    ],
  ];
  return settings.flatMap(([path, set]) => (set ? [[...path]] : []));
}
