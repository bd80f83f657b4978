// SPDX-License-Identifier: Apache-2.0
/** @module The operator as it is rendered, and the one object that a test is about. */
import { type DynamoPlatformProps, platformObjects } from "@dynamo-iac/constructs/platform";
import { load } from "js-yaml";

export const full = "dynamo-platform-dynamo-operator";

export const namespace = "dynamo-system";

/** Names of the tables, with `F` and `NS` written out. */
export const named = (text: string) => text.replace(/\bF\b/, full).replace(/\bNS\b/, namespace);

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
export type Written = any;

/** Every object of the operator, as JSON. */
export function render(props: DynamoPlatformProps = {}): readonly Written[] {
  return JSON.parse(JSON.stringify(platformObjects(props)));
}

/** The one object of a kind and name. */
export function only(objects: readonly Written[], kind: string, name?: string): Written {
  const found = objects.filter(
    (each) => each.kind === kind && (name === undefined || each.metadata.name === named(name)),
  );
  if (found.length !== 1) throw new Error(`${found.length} of ${kind} ${name ?? ""}`);
  return found[0];
}

export const identity = (each: Written) => `${each.kind} ${each.metadata.name}`;

export const podOf = (props: DynamoPlatformProps = {}) =>
  only(render(props), "Deployment").spec.template;

export const managerOf = (props: DynamoPlatformProps = {}) => podOf(props).spec.containers[0];

export const configOf = (props: DynamoPlatformProps = {}): Written =>
  load(only(render(props), "ConfigMap").data["config.yaml"]);
