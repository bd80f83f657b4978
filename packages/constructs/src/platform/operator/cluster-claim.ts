// SPDX-License-Identifier: Apache-2.0
/** @module One cluster-wide operator per app, however it is installed. */
import type { Construct, IConstruct } from "constructs";
import { applyWaivers, type Finding } from "../../facts/index.js";
import { addFindings } from "../../graph/index.js";
import type { PlatformDelivery } from "./check-delivery.js";
import { checkResolved, sayAbout } from "./checks.js";
import type { DynamoPlatformProps } from "./props.js";
import type { ResolvedPlatform } from "./resolve.js";

const marker = Symbol.for("@dynamo-iac/constructs.ClusterWideOperator");

/** Makes the findings of a platform count, and its claim to the cluster. */
export function addPlatformFindings(
  construct: Construct,
  findings: () => readonly Finding[],
  platform: ResolvedPlatform,
): void {
  if (platform.restriction === undefined) Object.defineProperty(construct, marker, { value: true });
  addFindings(construct, findings);
}

/** What is wrong with the settings of a construct, and who else looks after the whole cluster. */
export function platformFindings(
  construct: Construct,
  props: DynamoPlatformProps,
  platform: ResolvedPlatform,
  delivery: PlatformDelivery,
): readonly Finding[] {
  const rivals = applyWaivers(checkRivals(construct, platform), props.waive ?? []);
  return [...checkResolved(props, platform, delivery), ...rivals];
}

function checkRivals(construct: Construct, platform: ResolvedPlatform): readonly Finding[] {
  const claims = (each: IConstruct) => Reflect.get(each, marker) === true;
  if (!claims(construct)) return [];
  const others = construct.node.root.node
    .findAll()
    .filter((each) => each !== construct && claims(each));
  if (others.length === 0) return [];
  const message = `also cluster-wide: ${others.map((each) => each.node.path).join(", ")}`;
  const fix = "Keep one of them, or give the other a namespaceRestriction.";
  return [sayAbout(platform.releaseName)("DYN-PLAT-119", [], message, fix)];
}
