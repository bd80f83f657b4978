// SPDX-License-Identifier: Apache-2.0
/** @module What is wrong with a set of objects, before any of them is registered. */
import { holdsToken } from "@dynamo-iac/constructs/facts";
import type { Mistake } from "../refusal.js";
import { type Manifest, resourceName, typeToken } from "./manifest.js";
import { sequence, type Waits } from "./order.js";
import { resolveObject } from "./resolve.js";

/** All mistakes, object by object. */
export function checkManifests(
  objects: readonly Manifest[],
  stated: Waits,
  hasProvider: boolean,
): readonly Mistake[] {
  const identities = new Map<string, number>();
  const ofObjects = objects.flatMap((object, position) => [
    ...identity(object, position, identities),
    ...tokens(object, position),
  ]);
  return [...(hasProvider ? [] : [noProvider]), ...ofObjects, ...circles(objects, stated)];
}

const noProvider: Mistake = {
  path: ["opts", "provider"],
  reason:
    "required: a kubernetes.Provider, got nothing; without one the objects would go to whatever cluster the kubeconfig of this machine names. Pass the provider of the cluster.",
};

function identity(
  object: Manifest,
  position: number,
  identities: Map<string, number>,
): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const { name, namespace } = object.metadata ?? {};
  for (const [field, value] of [
    ["apiVersion", object.apiVersion],
    ["kind", object.kind],
    ["metadata.name", name],
  ] as const) {
    if (typeof value !== "string" || value === "")
      mistakes.push({
        path: ["manifests", position, ...field.split(".")],
        reason: `required: a text, got ${JSON.stringify(value) ?? "nothing"}. Set it; every object needs a name that is known.`,
      });
  }
  if (mistakes.length > 0) return mistakes;
  for (const [field, value] of [
    ["name", name],
    ["namespace", namespace],
  ] as const) {
    if (value !== undefined && holdsToken(value))
      mistakes.push({
        path: ["manifests", position, "metadata", field],
        reason: `must be known before the program runs, got an Output token. The ${field} is part of the name of the resource; use a plain text.`,
      });
  }
  const key = `${typeToken(object)} ${resourceName(object)}`;
  const first = identities.get(key);
  if (first === undefined) identities.set(key, position);
  else
    mistakes.push({
      path: ["manifests", position],
      reason: `is ${object.apiVersion} ${resourceName(object)}, as manifests[${first}] is. Remove one of the two.`,
    });
  return mistakes;
}

function tokens(object: Manifest, position: number): readonly Mistake[] {
  const isIdentity = (path: readonly (string | number)[]) =>
    path[0] === "metadata" && (path[1] === "name" || path[1] === "namespace");
  return resolveObject(object)
    .problems.filter(({ path }) => !isIdentity(path))
    .map(({ path, reason }) => ({ path: ["manifests", position, ...path], reason }));
}

/** A dependency that comes later in the sequence can only be part of a circle. */
function circles(objects: readonly Manifest[], stated: Waits): readonly Mistake[] {
  const place = new Map(sequence(stated).map((position, order) => [position, order]));
  return stated.flatMap((before, position) =>
    before
      .filter((first) => (place.get(first) ?? 0) >= (place.get(position) ?? 0))
      .map((first) => ({
        path: ["manifests", position, "dependsOn"],
        reason: `waits for ${describe(objects, first)}, which waits for this object in turn. Remove one of the dependencies.`,
      })),
  );
}

function describe(objects: readonly Manifest[], position: number): string {
  const object = objects[position];
  return object === undefined ? `manifests[${position}], which is not there` : resourceName(object);
}
