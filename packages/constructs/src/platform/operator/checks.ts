// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the platform, each a pure function of the settings. */
import { at } from "../../api/index.js";
import { applyWaivers, type Finding, finding, holdsToken } from "../../facts/index.js";
import type { Say } from "../server-checks.js";
import { checkDelivery, type PlatformDelivery } from "./check-delivery.js";
import { checkInstall } from "./check-install.js";
import { checkIntegrations } from "./check-integrations.js";
import { checkWebhooks } from "./check-webhooks.js";
import type { DynamoPlatformProps } from "./props.js";
import { type ResolvedPlatform, resolvePlatform } from "./resolve.js";

/**
 * Everything that is wrong with these settings, waived findings included.
 *
 * @param delivery How the platform is installed: `objects` as `DynamoPlatform` and `platformObjects`
 *   render it, `chart` as `platformChartValues` and what is made of it
 */
export function checkPlatform(
  props: DynamoPlatformProps,
  delivery: PlatformDelivery = "objects",
): readonly Finding[] {
  return checkResolved(props, resolvePlatform(props), delivery);
}

/** The same, of settings whose namespace is known. */
export function checkResolved(
  props: DynamoPlatformProps,
  platform: ResolvedPlatform,
  delivery: PlatformDelivery,
): readonly Finding[] {
  const say = sayAbout(platform.releaseName);
  const found = [
    ...checkInstall(platform, say),
    ...checkIntegrations(platform, say),
    ...checkWebhooks(platform, say),
    ...checkDelivery(props, platform, delivery, say),
  ];
  return applyWaivers(
    found.filter(({ path }) => !isPending(at(props, ...path))),
    props.waive ?? [],
  );
}

/** True for what only a Pulumi program learns; nobody can judge it yet. */
function isPending(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isPending);
  return typeof value === "string" && holdsToken(value);
}

/** Findings that name the platform, such as `DynamoPlatform/dynamo-platform`. */
export function sayAbout(releaseName: string): Say {
  const object = `DynamoPlatform/${releaseName}`;
  return (code, path, message, fix) => finding(code, { object, path }, message, fix);
}
